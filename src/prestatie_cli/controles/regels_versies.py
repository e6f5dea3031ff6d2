"""What stood in the version before and is gone or changed, where the data alone cannot tell."""

import re
from collections import Counter, defaultdict
from collections.abc import Iterator
from decimal import Decimal
from typing import NamedTuple

from prestatie_cli.bevindingen import Pad
from prestatie_cli.controles.citaat import is_citaat
from prestatie_cli.controles.controle import Vondst, als_cijfer, regel
from prestatie_cli.controles.wandeling import heeft_delen, kengetallen, leveringen
from prestatie_cli.model.basis import gespeld
from prestatie_cli.model.dossier import Dossier, verplichtingnummer
from prestatie_cli.model.jaargang import Afspraak, Jaargang
from prestatie_cli.model.meting import Correctie, Levering

LIJSTEN = (
    ("partijen", "id", "partij"),
    ("themas", "nummer", "thema"),
    ("indicatoren", "id", "indicator"),
    ("kengetallen", "id", "kengetal"),
    ("balansen", "id", "balans"),
    ("afspraken", "nummer", "afspraak"),
)


class Ding(NamedTuple):
    """Something that has a place: what a reader calls it, its file and path, and what it touches."""

    naam: str
    bestand: str
    pad: Pad
    raakt: str


Sleutel = tuple[str, ...]


@regel(
    "verdwenen",
    "informatie",
    "Wat in de vorige versie stond, staat er nog.",
    "Weghalen mag; deze melding zegt alleen dat het is gebeurd. De vorige versie is de laatste in git, of "
    "die van --basis. Van iets dat weg is, wordt wat eronder stond niet apart genoemd.",
)
def niets_verdwenen(vorige: Dossier, nu: Dossier) -> Iterator[Vondst]:
    """What stood in the version before still does: files, agreements, duties, terms, norms and figures."""
    toen, hier = dict(_dingen(vorige)), dict(_dingen(nu))
    weg = {s for s, ding in toen.items() if s not in hier and not _onleesbaar(nu, ding)}
    broers: dict[Sleutel, list[Sleutel]] = defaultdict(list)
    for sleutel in toen:
        broers[sleutel[:-1]].append(sleutel)
    for sleutel in (s for s in toen if s in weg):
        if any(sleutel[:n] in weg for n in range(1, len(sleutel))):
            continue
        ding = toen[sleutel]
        buur = _buur(sleutel, broers[sleutel[:-1]], hier) if len(sleutel) > 1 else None
        bestand, pad = (buur.bestand, buur.pad) if buur else (ding.bestand, ())
        boodschap = f"{ding.naam} stond in de vorige versie en is weg"
        hulp = "haal het terug als dat niet de bedoeling was, met git restore of met de hand"
        yield Vondst(bestand, pad, boodschap, hulp, (ding.raakt,) if ding.raakt else ())


def _onleesbaar(nu: Dossier, ding: Ding) -> bool:
    """Whether it may stand in what can't be read now: a file of the same kind."""
    soort = re.split(r"[-/]", ding.bestand)[0]
    return any(b.startswith(soort) for b in nu.onleesbaar)


def _buur(weg: Sleutel, broers: list[Sleutel], hier: dict[Sleutel, Ding]) -> Ding | None:
    """The nearest that stood above it, else below it, else what it belonged to, as far as it still stands."""
    plek = broers.index(weg)
    boven = (weg[:n] for n in range(len(weg) - 1, 0, -1))
    return next((hier[s] for s in (*broers[:plek][::-1], *broers[plek + 1 :], *boven) if s in hier), None)


def _dingen(dossier: Dossier) -> Iterator[tuple[Sleutel, Ding]]:
    """Everything that may be missed, below what it belongs to; first of all the files."""
    bekend = kengetallen(dossier)
    for bestand, jaargang in dossier.jaargangen.items():
        boven = f"jaar {jaargang.aanduiding}"
        yield (boven,), Ding(bestand, bestand, (), "")
        for lijst, sleutel, woord in LIJSTEN:
            for i, record in enumerate(getattr(jaargang, lijst)):
                naam = getattr(record, sleutel)
                yield (boven, lijst, naam), Ding(f"{woord} {naam}", bestand, (lijst, i), naam)
        yield from _plichten(boven, bestand, jaargang)
        yield from _normen(boven, bestand, jaargang)
    for bestand, meting in dossier.metingen.items():
        yield (meting.periode,), Ding(bestand, bestand, (), meting.periode)
        for i, levering in enumerate(meting.leveringen):
            for k in levering.cijfers:
                delen = heeft_delen(bekend, k)
                naam = f"het cijfer {k} over {meting.periode}" + (f" van {levering.door}" if delen else "")
                plek = (meting.periode, k, *([levering.door] if delen else []))
                yield plek, Ding(naam, bestand, ("leveringen", i, "cijfers", k), k)
    for bestand in (*dossier.voortgang, *dossier.parameters):
        yield (bestand,), Ding(bestand, bestand, (), "")
    for bestand, lijst_ in dossier.parameters.items():
        for i, p in enumerate(lijst_.parameters):
            yield (bestand, p.id), Ding(f"parameter {p.id}", bestand, ("parameters", i), p.id)


def _plichten(boven: str, bestand: str, jaargang: Jaargang) -> Iterator[tuple[Sleutel, Ding]]:
    for i, a in enumerate(jaargang.afspraken):
        for j, v in enumerate(a.verplichtingen):
            nummer, pad = verplichtingnummer(a, v), ("afspraken", i, "verplichtingen", j)
            sleutel = (boven, "afspraken", a.nummer, v.letter)
            yield sleutel, Ding(f"verplichting {nummer}", bestand, pad, nummer)
            if v.termijn:
                woorden = v.termijn.woorden
                yield (*sleutel, "termijn"), Ding(f"termijn '{woorden}' van {nummer}", bestand, pad, nummer)


def _normen(boven: str, bestand: str, jaargang: Jaargang) -> Iterator[tuple[Sleutel, Ding]]:
    for i, n in enumerate(jaargang.indicatoren):
        for j, norm in enumerate(n.normen):
            sleutel = (boven, "indicatoren", n.id, f"{norm.soort} {norm.van} {norm.partij or ''}")
            naam = f"norm '{norm.citaat}' van {n.id}"
            yield sleutel, Ding(naam, bestand, ("indicatoren", i, "normen", j), n.id)


@regel(
    "citaat-losgelaten",
    "waarschuwing",
    "Wat in de vorige versie een termijn, voorwaarde of norm was en nog in de tekst staat, is dat nog.",
    "Zo verdwijnt een termijn of norm niet ongemerkt uit het oordeel. Is de afspraak gewijzigd, wijzig "
    "dan ook de tekst; klopt de tekst, zet het citaat dan terug. Is het bedoeld, leg het dan vast in een "
    "eigen commit.",
)
def citaten_vastgehouden(vorige: Dossier, nu: Dossier) -> Iterator[Vondst]:
    """What was quoted in the version before and still stands in the text is still quoted as often."""
    toen = {(j.aanduiding, a.nummer): (j, a) for j in vorige.jaargangen.values() for a in j.afspraken}
    for bestand, jaargang in nu.jaargangen.items():
        if bestand in nu.onleesbaar:
            continue
        for i, a in enumerate(jaargang.afspraken):
            eerder = toen.get((jaargang.aanduiding, a.nummer))
            if eerder and eerder != (jaargang, a):
                yield from _losgelaten(bestand, i, _citaten(*eerder), _citaten(jaargang, a), a)


def _citaten(jaargang: Jaargang, a: Afspraak) -> list[tuple[str, str]]:
    """What is quoted from an agreement, each after the number of its duty or the id of its indicator."""
    uit = []
    for v in a.verplichtingen:
        termijn = v.termijn.woorden if v.termijn and not v.termijn.afgeleid else None
        uit += [(verplichtingnummer(a, v), woorden) for woorden in (termijn, v.voorwaarde) if woorden]
    normen = ((n.id, norm) for n in jaargang.indicatoren if n.afspraak == a.nummer for norm in n.normen)
    return [*uit, *((id_, norm.citaat) for id_, norm in normen if not norm.afgeleid)]


def _losgelaten(
    bestand: str, i: int, toen: list[tuple[str, str]], nu: list[tuple[str, str]], a: Afspraak
) -> Iterator[Vondst]:
    """The quotations that are gone while their words still stand in the text."""
    plekken: dict[str, Pad] = {
        verplichtingnummer(a, v): ("verplichtingen", j) for j, v in enumerate(a.verplichtingen)
    }
    over = Counter(nu)
    for van, woorden in toen:
        if over[van, woorden]:
            over[van, woorden] -= 1
            continue
        keren = sum(is_citaat(woorden, w) for _, w in toen)
        if sum(is_citaat(woorden, w) for _, w in nu) < keren and is_citaat(
            woorden, a.tekst, a.doel, a.speerpunt
        ):
            boodschap = (
                f"'{woorden}' stond in de vorige versie bij {van}, staat nog in de tekst van {a.nummer} "
                "en hoort nu nergens meer bij"
            )
            hulp = f"zet het terug bij {van}, of wijzig de tekst van de afspraak mee"
            yield Vondst(bestand, ("afspraken", i, *plekken.get(van, ())), boodschap, hulp, (van, a.nummer))


@regel(
    "cijfer-gewijzigd",
    "waarschuwing",
    "Een cijfer dat in de vorige versie stond, wijzigt met een correctie.",
    "Anders is niet te zien dat partijen eerder een ander cijfer kenden. Een voorlopig cijfer dat "
    "definitief wordt, en een voorbeeld dat plaatsmaakt voor een cijfer, hebben geen correctie nodig.",
)
def cijfers_gecorrigeerd(vorige: Dossier, nu: Dossier) -> Iterator[Vondst]:
    """A figure that changed since the version before has a correction that says so."""
    for w in _gewijzigd(vorige, nu):
        gewoon = w.toen.herkomst == "voorbeeld" or (w.toen.herkomst, w.nu.herkomst) == (
            "voorlopig",
            "definitief",
        )
        if w.oud != w.nieuw and not gewoon and not w.correcties:
            yield Vondst(
                w.bestand,
                (*w.pad, "cijfers", w.kengetal),
                f"{w.kengetal} over {w.periode} was {als_cijfer(w.oud)} en is nu {als_cijfer(w.nieuw)}, "
                "zonder correctie",
                f"zet onder 'correcties' wat er stond: kengetal: {w.kengetal}, "
                f"was: {gespeld(w.oud)}, met de reden",
                (w.kengetal,),
            )


@regel(
    "correctie-was",
    "waarschuwing",
    "Een nieuwe correctie noemt het cijfer dat in de vorige versie stond.",
    "'was' is het cijfer dat partijen kenden. Alleen de vorige versie wordt bekeken, en alleen als het "
    "cijfer nu een ander is.",
)
def correcties_noemen_wat_er_stond(vorige: Dossier, nu: Dossier) -> Iterator[Vondst]:
    """One of the new corrections of a changed figure names what stood in the version before."""
    for w in _gewijzigd(vorige, nu):
        if w.oud != w.nieuw and w.correcties and all(c.was != w.oud for _, c in w.correcties):
            i, c = w.correcties[0]
            yield Vondst(
                w.bestand,
                (*w.pad, "correcties", i, "was"),
                f"volgens de correctie was {w.kengetal} {als_cijfer(c.was)}; in de vorige versie stond "
                f"{als_cijfer(w.oud)}",
                f"schrijf 'was: {gespeld(w.oud)}', of zet er een correctie bij voor de stap ertussen",
                (w.kengetal,),
            )


class Cijferwijziging(NamedTuple):
    """A figure that stood in both versions, with its deliveries and the corrections that are new."""

    bestand: str
    pad: Pad
    periode: str
    kengetal: str
    oud: Decimal
    nieuw: Decimal
    toen: Levering
    nu: Levering
    correcties: list[tuple[int, Correctie]]


def _gewijzigd(vorige: Dossier, nu: Dossier) -> Iterator[Cijferwijziging]:
    """The figures that stood in both versions and have another delivery now."""
    bekend = kengetallen(nu)

    def van(levering: Levering, kengetal: str) -> str:
        return levering.door if heeft_delen(bekend, kengetal) else ""

    metingen = vorige.metingen.values()
    toen = {(m.periode, k, van(x, k)): x for m in metingen for x in m.leveringen for k in x.cijfers}
    for bestand, meting, x, pad in leveringen(nu):
        for k, nieuw in x.cijfers.items():
            oud = toen.get((meting.periode, k, van(x, k)))
            if oud and oud != x:
                erbij = [
                    (i, c) for i, c in enumerate(x.correcties) if c.kengetal == k and c not in oud.correcties
                ]
                yield Cijferwijziging(bestand, pad, meting.periode, k, oud.cijfers[k], nieuw, oud, x, erbij)
