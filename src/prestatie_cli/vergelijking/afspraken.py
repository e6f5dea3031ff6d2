"""Two versions of the agreements with their duties: text, place, roles and terms."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from prestatie_cli.model.jaargang import Afspraak, Jaargang, Termijn, Verplichting
from prestatie_cli.termijnen.standen import lezing_van, venster_van
from prestatie_cli.vergelijking.herkenning import Koppeling, koppel_verplichtingen
from prestatie_cli.vergelijking.normen import termijncode
from prestatie_cli.vergelijking.plat import per_sleutel
from prestatie_cli.vergelijking.regels import maak, spiegel
from prestatie_cli.vergelijking.velden import Paren, Vindplaats, gaat, velden_vergeleken
from prestatie_cli.vergelijking.wijziging import Kant, Wijziging
from prestatie_cli.vergelijking.woorden import tekstsoort, verklaard

TEKSTEN = ("tekst", "doel", "speerpunt")
ROLLEN = ("wie", "voor", "met")
EIGEN_REGEL = ("letter", "termijn", "voorwaarde", *ROLLEN)
BEGIN = 80


@dataclass(frozen=True, slots=True)
class Afspraakdeel:
    """The agreements of one version with the file that they stand in."""

    bestand: str
    jaargang: Jaargang

    def vind(self, nummer: int, a: Afspraak) -> Vindplaats[Afspraak]:
        """An agreement with the parties that have a duty in it."""
        partijen = tuple(p for v in a.verplichtingen for p in v.wie)
        pad = ("afspraken", nummer)
        wat = _begin(a.tekst)
        return Vindplaats(a, self.bestand, pad, "", wat, a.nummer, self.jaargang.jaar, partijen)

    def plicht(self, bij: Vindplaats[Afspraak], nummer: int, v: Verplichting) -> Vindplaats[Verplichting]:
        """A duty; what has no doer is told to those who receive it."""
        wie = v.wie or (*v.voor, *v.met)
        pad = (*bij.pad, "verplichtingen", nummer)
        nummer_van = f"{bij.afspraak}{v.letter}"
        return Vindplaats(v, self.bestand, pad, "", v.wat, nummer_van, self.jaargang.jaar, wie)


def _begin(tekst: str) -> str:
    """The first words of a text, whole words."""
    kort = " ".join(tekst.split())
    return kort if len(kort) <= BEGIN else kort[:BEGIN].rsplit(" ", 1)[0] + " …"


def afspraken_vergeleken(
    van: Afspraakdeel,
    naar: Afspraakdeel,
    koppeling: Koppeling[Afspraak],
    paren: dict[str, Paren],
    gebroken: frozenset[str],
    hernummerd: dict[str, str],
) -> Iterator[Wijziging]:
    """Every change of the agreements; `hernummerd` gets the new numbers of duties."""
    oud, nieuw = per_sleutel(van.jaargang.afspraken), per_sleutel(naar.jaargang.afspraken)
    for sleutel in koppeling.weg:
        if sleutel not in gebroken:
            yield _afspraak_gaat(van.vind(*oud[sleutel]))
    for sleutel in koppeling.erbij:
        if sleutel not in gebroken:
            yield spiegel(_afspraak_gaat(naar.vind(*nieuw[sleutel])))
    for a, b, score in koppeling.paren:
        if oud[a][1] == nieuw[b][1] and van.jaargang.jaar == naar.jaargang.jaar:
            continue
        eigen = paren.setdefault(b, [])
        delen = van.vind(*oud[a]), naar.vind(*nieuw[b])
        yield from _plaats(*delen, score)
        yield from _verplichtingen(van, naar, *delen, eigen, hernummerd)
        yield from _teksten(*delen, eigen)
        zonder = (*TEKSTEN, "nummer", "thema", "verplichtingen")
        yield from velden_vergeleken("afspraak", *delen, zonder, eigen)


def _afspraak_gaat(deel: Vindplaats[Afspraak]) -> Wijziging:
    """An agreement that is gone; one without a duty asked nothing of anyone."""
    w = gaat("afspraak", deel, deel.record.tekst)
    plicht = any(v.soort != "constatering" for v in deel.record.verplichtingen)
    return w if plicht else replace(w, richting=None)


def _plaats(van: Vindplaats[Afspraak], naar: Vindplaats[Afspraak], score: float) -> Iterator[Wijziging]:
    """Another number or another theme: one change."""
    a, b = van.record, naar.record
    if a.nummer == b.nummer and a.thema == b.thema:
        return
    if score == 1:
        herkend = "herkend aan de tekst, die gelijk is"
    else:
        herkend = f"herkend aan de tekst, die voor {int(score * 100)}% gelijk is"
    if a.thema == b.thema:
        code, oud, nieuw = "afspraak-hernummerd", a.nummer, b.nummer
    else:
        code = "afspraak-verplaatst"
        oud, nieuw = (f"{x.nummer} (thema {x.thema})" for x in (a, b))
    kanten = van.kant("nummer", oud, ("nummer",)), naar.kant("nummer", nieuw, ("nummer",))
    toelichting = herkend if a.nummer != b.nummer else None
    yield maak(code, *kanten, (*van.partijen, *naar.partijen), vorm="woord", toelichting=toelichting)


def _teksten(van: Vindplaats[Afspraak], naar: Vindplaats[Afspraak], paren: Paren) -> Iterator[Wijziging]:
    """Text, goal and focus word by word, unless a changed quotation explains the difference."""
    for veld in TEKSTEN:
        oud, nieuw = getattr(van.record, veld), getattr(naar.record, veld)
        if oud == nieuw or (oud and nieuw and verklaard(oud, nieuw, paren)):
            continue
        # The words are compared as they are; white space alone is a change of the writing.
        partijen = (*van.partijen, *naar.partijen)
        kanten = van.kant(veld, oud, (veld,)), naar.kant(veld, nieuw, (veld,))
        if oud and nieuw:
            yield maak("tekst-gewijzigd", *kanten, partijen, soort=tekstsoort(oud, nieuw, paren))
        else:
            yield maak("tekst-toegevoegd" if nieuw else "tekst-verwijderd", *kanten, partijen)


def _verplichtingen(
    van: Afspraakdeel,
    naar: Afspraakdeel,
    bij_van: Vindplaats[Afspraak],
    bij_naar: Vindplaats[Afspraak],
    paren: Paren,
    hernummerd: dict[str, str],
) -> Iterator[Wijziging]:
    oud = per_sleutel(bij_van.record.verplichtingen)
    nieuw = per_sleutel(bij_naar.record.verplichtingen)
    koppeling = koppel_verplichtingen(
        {k: v for k, (_, v) in oud.items()}, {k: v for k, (_, v) in nieuw.items()}
    )
    for sleutel in koppeling.weg:
        yield _plicht_gaat(van.plicht(bij_van, *oud[sleutel]))
    for sleutel in koppeling.erbij:
        yield spiegel(_plicht_gaat(naar.plicht(bij_naar, *nieuw[sleutel])))
    for a, b, _ in koppeling.paren:
        deel_a, deel_b = van.plicht(bij_van, *oud[a]), naar.plicht(bij_naar, *nieuw[b])
        if deel_a.afspraak != deel_b.afspraak:
            hernummerd[deel_a.afspraak or ""] = deel_b.afspraak or ""
        if a != b:
            kanten = deel_a.kant("letter", a, ("letter",)), deel_b.kant("letter", b, ("letter",))
            yield maak("verplichting-verletterd", *kanten, (*deel_a.partijen, *deel_b.partijen), vorm="woord")
        yield from _plicht(deel_a, deel_b, paren)


def _plicht_gaat(deel: Vindplaats[Verplichting]) -> Wijziging:
    """A duty that is gone; a constatering asked nothing of anyone."""
    w = gaat("verplichting", deel)
    return replace(w, richting=None) if deel.record.soort == "constatering" else w


def _plicht(
    van: Vindplaats[Verplichting], naar: Vindplaats[Verplichting], paren: Paren
) -> Iterator[Wijziging]:
    """The changes of one duty; adds the changed term words to `paren`."""
    a, b = van.record, naar.record
    if a == b:
        return
    partijen = (*van.partijen, *naar.partijen)
    for rol in ROLLEN:
        oud, nieuw = (", ".join(sorted(getattr(x, rol))) for x in (a, b))
        if oud != nieuw:
            kanten = van.kant(rol, oud or None, (rol,)), naar.kant(rol, nieuw or None, (rol,))
            anders = set(getattr(a, rol)) ^ set(getattr(b, rol))
            yield maak("rol-gewijzigd", *kanten, (*partijen, *anders), vorm="woord")
    yield from _termijn(van, naar, paren)
    yield from _voorwaarde(van, naar)
    if a.voorwaarde and b.voorwaarde and a.voorwaarde != b.voorwaarde:
        paren.append((a.voorwaarde, b.voorwaarde))
    yield from velden_vergeleken("verplichting", van, naar, EIGEN_REGEL, paren)


def _voorwaarde(van: Vindplaats[Verplichting], naar: Vindplaats[Verplichting]) -> Iterator[Wijziging]:
    a, b = van.record, naar.record
    if a.voorwaarde == b.voorwaarde:
        return
    partijen = (*van.partijen, *naar.partijen)
    kanten = (
        van.kant("voorwaarde", a.voorwaarde, ("voorwaarde",)),
        naar.kant("voorwaarde", b.voorwaarde, ("voorwaarde",)),
    )
    if a.voorwaarde and b.voorwaarde:
        soort = tekstsoort(a.voorwaarde, b.voorwaarde)
        yield maak("verplichting-gewijzigd", *kanten, partijen, soort=soort)
    else:
        yield maak(f"voorwaarde-{'toegevoegd' if b.voorwaarde else 'verwijderd'}", *kanten, partijen)


def _termijn(
    van: Vindplaats[Verplichting], naar: Vindplaats[Verplichting], paren: Paren
) -> Iterator[Wijziging]:
    """The term once: its last day where that moved, else its words; then who settled its reading."""
    a, b = van.record, naar.record
    if a.termijn == b.termijn:
        return
    partijen = (*van.partijen, *naar.partijen)
    kanten = _termijnkant(van), _termijnkant(naar)
    if a.termijn is None or b.termijn is None:
        yield maak(
            "termijn-toegevoegd" if b.termijn else "termijn-verwijderd", *kanten, partijen, vorm="woord"
        )
        return
    paren += list(zip(_stukken(a.termijn.woorden), _stukken(b.termijn.woorden), strict=False))
    code = termijncode(venster_van(a), venster_van(b), (naar.jaar or 0) - (van.jaar or 0))
    if code:
        yield maak(code, *kanten, partijen, soort="inhoudelijk", vorm="woord")
    elif a.termijn.woorden != b.termijn.woorden:
        soort = tekstsoort(a.termijn.woorden, b.termijn.woorden)
        yield maak("termijn-gewijzigd", *kanten, partijen, soort=soort, vorm="woord")
    deel_a, deel_b = _termijndeel(van, a.termijn), _termijndeel(naar, b.termijn)
    zonder = ("woorden", "lezing.vroegst", "lezing.uiterlijk")
    yield from velden_vergeleken("verplichting", deel_a, deel_b, zonder, paren)


def _termijnkant(bij: Vindplaats[Verplichting]) -> Kant:
    termijn = bij.record.termijn
    if termijn is None:
        return bij.kant("termijn")
    return bij.kant("termijn", termijn.woorden, ("termijn",), lezing_van(bij.record).partition(";")[0])


def _termijndeel(bij: Vindplaats[Verplichting], termijn: Termijn) -> Vindplaats[Termijn]:
    pad = (*bij.pad, "termijn")
    return Vindplaats(termijn, bij.bestand, pad, "termijn", bij.wat, bij.afspraak, bij.jaar, bij.partijen)


def _stukken(woorden: str) -> list[str]:
    return [stuk.strip() for stuk in woorden.split("…")]
