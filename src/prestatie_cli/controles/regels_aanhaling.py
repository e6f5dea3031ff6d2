"""Term words and norm numbers in the text of an agreement that nothing quotes.

They may be about something else, and then a toelichting that names them says so.
"""

import re
from collections.abc import Iterator
from decimal import Decimal
from typing import NamedTuple

from prestatie_cli.controles.citaat import delen_in_woorden, getallen_in, is_citaat
from prestatie_cli.controles.controle import Vondst, regel
from prestatie_cli.controles.wandeling import afspraken, alle_indicatoren
from prestatie_cli.model.dossier import Dossier
from prestatie_cli.model.jaargang import Afspraak, Jaargang
from prestatie_cli.termijnen.zoeken import vind_woorden

PLEKKEN = ("tekst", "doel", "speerpunt")
GETALVORM = re.compile(r"[0-9]+(?:[.,][0-9]+)*")
ERVOOR = re.compile(
    r"(?:\b(?:minstens|minimaal|ten ?minste|maximaal|hoogstens|ten hoogste|circa|ongeveer)\s+(?:€\s*)?"
    r"|€\s*)\Z",
    re.IGNORECASE,
)
ERNA = re.compile(r"\s*(?:%|procent\b)|\s+(?:mln|miljoen|miljard)\b")
LANGSTE_ERVOOR = 20


# What leads up to a period after the first word, and need not be named for it.
AANLOOP = ("de", "het", "periode", "jaren", "van", "loop")


class Aangehaald(NamedTuple):
    """What an agreement's duties and norms quote, and what is said about its text besides."""

    termijnen: tuple[str, ...]
    normen: tuple[str, ...]
    uitleg: tuple[str, ...]


class Los(NamedTuple):
    """Words in a field of an agreement that nothing quotes."""

    plek: str
    woorden: str


def aangehaald(jaargang: Jaargang, afspraak: Afspraak) -> Aangehaald:
    """What is quoted from an agreement: terms and conditions, norms; and what its notes say."""
    plichten = afspraak.verplichtingen
    termijnen = [v.termijn.woorden for v in plichten if v.termijn] + [v.voorwaarde or "" for v in plichten]
    indicatoren = [n for n in jaargang.indicatoren if n.afspraak == afspraak.nummer]
    uitleg = [afspraak.toelichting, *(v.toelichting for v in plichten)]
    uitleg += [t for n in indicatoren for t in (n.voorbehoud, *n.te_regelen)]
    return Aangehaald(
        tuple(t for t in termijnen if t),
        tuple(norm.citaat for n in indicatoren for norm in n.normen),
        tuple(u for u in uitleg if u),
    )


def losse_termijnwoorden(jaargang: Jaargang, afspraak: Afspraak) -> Iterator[Los]:
    """Term words of an agreement that nothing quotes and no note names."""
    citaten: Aangehaald | None = None
    for plek, tekst in _teksten(afspraak):
        for _, _, woorden in vind_woorden(tekst, jaargang.enig_jaar):
            citaten = citaten or aangehaald(jaargang, afspraak)
            if not _gedekt(woorden, (*citaten.termijnen, *citaten.normen), citaten.uitleg):
                yield Los(plek, woorden)


def losse_normgetallen(
    jaargang: Jaargang, afspraak: Afspraak, wettelijk: frozenset[Decimal]
) -> Iterator[Los]:
    """Norm numbers of an agreement that nothing quotes, no note names and are no statutory value of it."""
    citaten: Aangehaald | None = None
    for plek, tekst in _teksten(afspraak):
        for woorden in _normgetallen(tekst):
            citaten = citaten or aangehaald(jaargang, afspraak)
            if wettelijk.isdisjoint(getallen_in(woorden)) and not _gedekt(
                woorden, (*citaten.normen, *citaten.termijnen), citaten.uitleg
            ):
                yield Los(plek, woorden)


def _normgetallen(tekst: str) -> Iterator[str]:
    """The numbers that what stands before or after them makes a line to hold to, with those words."""
    for gevonden in GETALVORM.finditer(tekst):
        begin, eind = gevonden.span()
        ervoor = ERVOOR.search(tekst, max(0, begin - LANGSTE_ERVOOR), begin)
        erna = ERNA.match(tekst, eind)
        if ervoor or erna:
            yield tekst[ervoor.start() if ervoor else begin : erna.end() if erna else eind]
    yield from delen_in_woorden(tekst)


def _teksten(afspraak: Afspraak) -> Iterator[tuple[str, str]]:
    return ((plek, tekst) for plek in PLEKKEN if (tekst := getattr(afspraak, plek)))


def _gedekt(woorden: str, citaten: tuple[str, ...], uitleg: tuple[str, ...]) -> bool:
    """Whether a quotation holds these words or a note names them, the first word of them left out or not."""
    stukken = [s for citaat in citaten for deel in citaat.split("…") if (s := deel.strip())]
    if any(is_citaat(woorden, s) or is_citaat(s, woorden) for s in stukken):
        return True
    return any(is_citaat(deel, *uitleg) for deel in _zonder_aanloop(woorden))


def _zonder_aanloop(woorden: str) -> Iterator[str]:
    """Words, without the first of them, and without all that only leads up to a year: 'in de jaren'."""
    yield woorden
    eerste, _, rest = woorden.partition(" ")
    while rest:
        yield rest
        eerste, _, rest = rest.partition(" ")
        if eerste.casefold() not in AANLOOP:
            return


@regel(
    "termijnwoorden-ongebruikt",
    "informatie",
    "Termijnwoorden in een afspraak zijn de termijn of de voorwaarde van een verplichting.",
    "Anders telt de termijn nergens mee en is niets ooit te laat. Is het geen termijn, noem de woorden "
    "dan in een toelichting bij de afspraak of de verplichting; dan vervalt deze melding.",
)
def termijnwoorden_gebruikt(dossier: Dossier) -> Iterator[Vondst]:
    """Term words in the text of an agreement are quoted by a duty, or a note names them."""
    elders = _elders(dossier)
    for bestand, jaargang, a, pad in afspraken(dossier):
        for plek, woorden in losse_termijnwoorden(jaargang, a):
            if not elders[bestand].get(_vouw(woorden), {a.nummer}) - {a.nummer}:
                boodschap = f"'{woorden}' in {a.nummer} is van geen enkele verplichting de termijn"
                yield Vondst(bestand, (*pad, plek), boodschap, HULP_TERMIJN, (a.nummer,))


@regel(
    "termijn-vergeten",
    "waarschuwing",
    "Woorden die bij de ene afspraak een termijn zijn, zijn dat ook bij de andere.",
    "Wat elders een termijn is, is het hier waarschijnlijk ook; zonder termijn is niets te laat. Is het "
    "hier geen termijn, noem de woorden dan in een toelichting bij de afspraak of de verplichting.",
)
def termijnen_niet_vergeten(dossier: Dossier) -> Iterator[Vondst]:
    """Words that are a term of another agreement are quoted here too, or a note names them."""
    elders = _elders(dossier)
    for bestand, jaargang, a, pad in afspraken(dossier):
        for plek, woorden in losse_termijnwoorden(jaargang, a):
            if anderen := elders[bestand].get(_vouw(woorden), set()) - {a.nummer}:
                boodschap = (
                    f"'{woorden}' is bij {min(anderen)} een termijn, en in {a.nummer} van geen verplichting"
                )
                yield Vondst(bestand, (*pad, plek), boodschap, HULP_TERMIJN, (a.nummer,))


HULP_TERMIJN = (
    "zet er 'termijn' bij de verplichting, of noem de woorden in 'toelichting' als zij geen termijn zijn"
)


def _elders(dossier: Dossier) -> dict[str, dict[str, set[str]]]:
    """By file: the words of each term, with the agreements that have it."""
    uit: dict[str, dict[str, set[str]]] = {bestand: {} for bestand in dossier.jaargangen}
    for bestand, _, a, _ in afspraken(dossier):
        for v in a.verplichtingen:
            if v.termijn and not v.termijn.afgeleid:
                uit[bestand].setdefault(_vouw(v.termijn.woorden), set()).add(a.nummer)
    return uit


def _vouw(woorden: str) -> str:
    return " ".join(woorden.casefold().split())


@regel(
    "normgetal-ongebruikt",
    "informatie",
    "Een percentage, een bedrag of een 'maximaal' of 'minstens' in een afspraak staat in het citaat van "
    "een norm.",
    "Anders wordt het niet getoetst. Is het geen norm, noem het getal dan in een toelichting bij de "
    "afspraak of de verplichting. Een wettelijke waarde die een indicator van de afspraak toont, telt ook.",
)
def normgetallen_gebruikt(dossier: Dossier) -> Iterator[Vondst]:
    """Norm numbers in the text of an agreement are quoted by a norm, or a note names them."""
    waarden = {p.id: {w.waarde for w in p.waarden} for x in dossier.parameters.values() for p in x.parameters}
    wettelijk: dict[tuple[str, str], set[Decimal]] = {}
    for bestand, _, n, _ in alle_indicatoren(dossier):
        for naam in (*n.parameters, n.plafond or ""):
            wettelijk.setdefault((bestand, n.afspraak), set()).update(waarden.get(naam, ()))
    for bestand, jaargang, a, pad in afspraken(dossier):
        getoond = frozenset(wettelijk.get((bestand, a.nummer), ()))
        for plek, woorden in losse_normgetallen(jaargang, a, getoond):
            boodschap = f"'{woorden}' in {a.nummer} staat in geen enkele norm"
            hulp = "spreek er een indicator met een norm voor af, of noem het getal in 'toelichting'"
            yield Vondst(bestand, (*pad, plek), boodschap, hulp, (a.nummer,))
