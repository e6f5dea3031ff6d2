"""The fields with their own way of telling, and what a change of them means: norms, terms, roles, texts."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from decimal import Decimal

from prestatie_cli.model.basis import gespeld
from prestatie_cli.model.indicator import Norm
from prestatie_cli.termijnen.lezingen import lezing_van, venster_van
from prestatie_cli.termijnen.venster import Venster
from prestatie_cli.vergelijking.recordsoort import Deel, Paar, als_geheel
from prestatie_cli.vergelijking.wijziging import Waardevorm, Wijziging, maak
from prestatie_cli.vergelijking.woordvergelijking import tekstsoort, verklaard

AFSPRAAKTEKSTEN = ("tekst", "doel", "speerpunt")
PLICHTROLLEN = ("wie", "voor", "met")
STRENGHEID = {"minimum": 1, "streefwaarde": 0}


def termijncode(oud: Venster | None, nieuw: Venster | None, jaren: int) -> str | None:
    """The rule that fits a change of a term, or None when its window is the same.

    `jaren` is how many years the agreements lie apart; a term that moved with them is no delay.
    """
    if oud == nieuw:
        return None
    if oud is None or nieuw is None:
        return "termijn-gewijzigd"
    mee = replace(oud, vroegst=_dag_mee(oud.vroegst, jaren), uiterlijk=_dag_mee(oud.uiterlijk, jaren))
    if mee == nieuw:
        return "termijn-meegeschoven"
    if oud.binnen_jaar and nieuw.binnen_jaar and oud.binnen_jaar[1] != nieuw.binnen_jaar[1]:
        return "termijn-later" if nieuw.binnen_jaar[1] > oud.binnen_jaar[1] else "termijn-eerder"
    if oud.uiterlijk and nieuw.uiterlijk and oud.uiterlijk != nieuw.uiterlijk:
        return "termijn-later" if nieuw.uiterlijk > oud.uiterlijk else "termijn-eerder"
    if oud.soort == nieuw.soort and oud.zacht != nieuw.zacht:
        return "termijn-zachter" if nieuw.zacht else "termijn-harder"
    if oud.keer and nieuw.keer and oud.keren_per_jaar != nieuw.keren_per_jaar:
        return "termijn-vaker" if nieuw.keren_per_jaar > oud.keren_per_jaar else "termijn-minder-vaak"
    return "termijn-gewijzigd"


def _dag_mee(dag: date | None, jaren: int) -> date | None:
    """The same day a number of years later; 29 February becomes the 28th."""
    if dag is None:
        return None
    try:
        return dag.replace(year=dag.year + jaren)
    except ValueError:
        return dag.replace(year=dag.year + jaren, day=28)


def normcode(oud: Norm, nieuw: Norm) -> str | None:
    """The rule that fits a change of a norm, or None when its line is the same.

    A streefwaarde is a minimum that is strived for: weaker than a minimum at the same line.
    """
    a, b = _bereik(oud), _bereik(nieuw)
    harder = STRENGHEID.get(nieuw.soort, 1) - STRENGHEID.get(oud.soort, 1)
    if a == b and oud.soort == nieuw.soort:
        return None
    if _binnen(a, b) and harder <= 0 and (a != b or harder):
        return "norm-versoepeld"
    if _binnen(b, a) and harder >= 0 and (a != b or harder):
        return "norm-verzwaard"
    return "norm-gewijzigd"


Normbereik = tuple[Decimal | None, Decimal | None]


def _bereik(norm: Norm) -> Normbereik:
    """The lowest and highest value that a norm allows, None where there is no bound."""
    if norm.soort == "bandbreedte":
        return norm.ondergrens, norm.bovengrens
    return (None, norm.waarde) if norm.soort == "maximum" else (norm.waarde, None)


def _binnen(a: Normbereik, b: Normbereik) -> bool:
    """Whether everything that `a` allows is allowed by `b`."""
    onder = b[0] is None or (a[0] is not None and a[0] >= b[0])
    boven = b[1] is None or (a[1] is not None and a[1] <= b[1])
    return onder and boven


def _normwaarde(norm: Norm, aandeel: bool) -> str:
    """The line of a norm as it is spelt in the data: `10%`, `50`, `250 t/m 300`."""
    bandbreedte = norm.soort == "bandbreedte"
    waarden = (norm.ondergrens, norm.bovengrens) if bandbreedte else (norm.waarde,)
    return " t/m ".join("?" if w is None else gespeld(w, aandeel) for w in waarden)


def _geldigheid(norm: Norm) -> str:
    delen = (f"van {norm.van}" if norm.van else "", f"tot en met {norm.tot}" if norm.tot else "")
    return " ".join(filter(None, delen)) or "altijd"


def norm(paar: Paar) -> Iterator[Wijziging]:
    """The line of a norm, which decides for whom it became stricter, and the days of its validity."""
    van, naar = paar.van, paar.naar
    a, b = van.record, naar.record
    waarden = _normwaarde(a, van.aandeel), _normwaarde(b, naar.aandeel)
    if code := normcode(a, b):
        zelfde_maat = van.aandeel == naar.aandeel
        if not zelfde_maat:
            code = "norm-gewijzigd"  # a share and a count can't be held against each other
        zelfde = a.soort == b.soort
        gewoon = zelfde and a.soort != "bandbreedte" and zelfde_maat
        lijnen = waarden if zelfde else (f"{a.soort} {waarden[0]}", f"{b.soort} {waarden[1]}")
        vorm: Waardevorm = "woord" if not gewoon else "aandeel" if naar.aandeel else "getal"
        yield paar.wijziging(code, "waarde", *lijnen, vorm=vorm, lezingen=(a.soort, b.soort))
        paar.citaten.extend(((a.citaat, b.citaat), waarden))
    dagen = (a.van, b.van), (a.tot, b.tot)
    mee = paar.jaren and all(y in (x, _dag_mee(x, paar.jaren)) for x, y in dagen)
    if _geldigheid(a) != _geldigheid(b) and not mee:
        yield paar.wijziging("norm-geldigheid", "van", _geldigheid(a), _geldigheid(b), vorm="woord")


def norm_gaat(deel: Deel, ander: Deel) -> Wijziging:
    """A norm that is gone; without its last one an indicator is looser."""
    tekst = f"{deel.record.soort} {_normwaarde(deel.record, deel.aandeel)}"
    kant = deel.kant(waarde=tekst, lezing=_geldigheid(deel.record))
    partijen = (*deel.partijen, *ander.partijen)
    w = maak("norm-verwijderd", kant, None, partijen, richting="versoepeling", vorm="woord")
    return replace(w, richting=None) if ander.record.normen else w


def termijn(paar: Paar) -> Iterator[Wijziging]:
    """The last day of a term where that moved, else its words."""
    a, b = paar.van.record.woorden, paar.naar.record.woorden
    stukken = ([stuk.strip() for stuk in woorden.split("…")] for woorden in (a, b))
    paar.citaten.extend(zip(*stukken, strict=False))
    code = termijncode(_venster(paar.van), _venster(paar.naar), paar.jaren)
    if code or a != b:
        soort = "inhoudelijk" if code else tekstsoort(a, b)
        lezingen = _termijnlezing(paar.van), _termijnlezing(paar.naar)
        code = code or "termijn-gewijzigd"
        yield paar.wijziging(code, "", a, b, soort=soort, vorm="woord", lezingen=lezingen)


def _termijnlezing(deel: Deel) -> str:
    return lezing_van(deel.boven.record, _enig_jaar(deel)).partition(";")[0]


def _venster(deel: Deel) -> Venster | None:
    return venster_van(deel.boven.record, _enig_jaar(deel))


def _enig_jaar(deel: Deel) -> int | None:
    """The year of the agreements, where it is one."""
    jaar = str(deel.jaar)
    return int(jaar) if jaar.isdecimal() else None


def termijn_gaat(deel: Deel, ander: Deel) -> Wijziging:
    """A term that is gone from a duty that is still there."""
    kanten = deel.kant(waarde=deel.record.woorden, lezing=_termijnlezing(deel)), ander.kant("termijn", pad=())
    return maak("termijn-verwijderd", *kanten, (*deel.partijen, *ander.partijen), vorm="woord")


def letter(paar: Paar) -> Iterator[Wijziging]:
    """Another letter for the same duty."""
    a, b = paar.van.sleutel, paar.naar.sleutel
    if a != b:
        yield paar.wijziging("verplichting-verletterd", "letter", a, b, vorm="woord")


def rollen(paar: Paar) -> Iterator[Wijziging]:
    """Who does, receives or joins in; those who came or went have to do with it too."""
    for rol in PLICHTROLLEN:
        a, b = getattr(paar.van.record, rol), getattr(paar.naar.record, rol)
        oud, nieuw = (", ".join(sorted(wie)) or None for wie in (a, b))
        if oud != nieuw:
            yield paar.wijziging("rol-gewijzigd", rol, oud, nieuw, vorm="woord", ook={*a} ^ {*b})


def voorwaarde(paar: Paar) -> Iterator[Wijziging]:
    """A condition that came, went or was reworded."""
    a, b = paar.van.record.voorwaarde, paar.naar.record.voorwaarde
    if a == b:
        return
    if a and b:
        yield paar.wijziging("verplichting-gewijzigd", "voorwaarde", a, b, soort=tekstsoort(a, b))
        paar.citaten.append((a, b))
    else:
        yield paar.wijziging(f"voorwaarde-{'toegevoegd' if b else 'verwijderd'}", "voorwaarde", a, b)


def plicht_gaat(deel: Deel, ander: Deel) -> Wijziging:
    """A duty that is gone; a constatering asked nothing of anyone."""
    w = als_geheel(deel, ander)
    return replace(w, richting=None) if deel.record.soort == "constatering" else w


def afspraak_gaat(deel: Deel, ander: Deel) -> Wijziging:
    """An agreement that is gone; one without a duty asked nothing of anyone."""
    w = als_geheel(deel, ander)
    plicht = any(v.soort != "constatering" for v in deel.record.verplichtingen)
    return w if plicht else replace(w, richting=None)


def nummer(paar: Paar) -> Iterator[Wijziging]:
    """Another number or another theme: one change."""
    a, b = paar.van.record, paar.naar.record
    if (a.nummer, a.thema) == (b.nummer, b.thema):
        return
    gelijk = "gelijk is" if paar.score == 1 else f"voor {int(paar.score * 100)}% gelijk is"
    herkend = f"herkend aan de tekst, die {gelijk}" if a.nummer != b.nummer else None
    code, oud, nieuw = "afspraak-hernummerd", a.nummer, b.nummer
    if a.thema != b.thema:
        code = "afspraak-verplaatst"
        oud, nieuw = (f"{x.nummer} (thema {x.thema})" for x in (a, b))
    yield paar.wijziging(code, "nummer", oud, nieuw, vorm="woord", toelichting=herkend)


def teksten(paar: Paar) -> Iterator[Wijziging]:
    """Text, goal and focus word by word, unless a changed quotation explains the difference."""
    for veld in AFSPRAAKTEKSTEN:
        a, b = getattr(paar.van.record, veld), getattr(paar.naar.record, veld)
        if a == b or (a and b and verklaard(a, b, paar.citaten)):
            continue
        # The words are compared as they are; white space alone is a change of the writing.
        if a and b:
            yield paar.wijziging("tekst-gewijzigd", veld, a, b, soort=tekstsoort(a, b, paar.citaten))
        else:
            yield paar.wijziging("tekst-toegevoegd" if b else "tekst-verwijderd", veld, a, b)


def uiterlijk(paar: Paar) -> Iterator[Wijziging]:
    """Another day on which the figures are due."""
    oud, nieuw = paar.van.record.uiterlijk, paar.naar.record.uiterlijk
    code = "meetmoment-later" if nieuw > oud else "meetmoment-eerder"
    yield paar.wijziging(code, "uiterlijk", str(oud), str(nieuw), vorm="datum")
