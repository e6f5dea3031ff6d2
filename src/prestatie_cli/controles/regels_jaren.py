"""What does not fit the years of the agreements: a copied file, and one after which nothing comes."""

import re
from collections import Counter
from collections.abc import Iterator
from datetime import date

from prestatie_cli.bevindingen import Pad
from prestatie_cli.controles.controle import Vondst, regel
from prestatie_cli.controles.wandeling import alle_indicatoren, plichten
from prestatie_cli.model.dossier import Dossier, op_volgorde
from prestatie_cli.model.indicator import Indicator
from prestatie_cli.model.termijn import Termijn
from prestatie_cli.taal import datum_in_woorden
from prestatie_cli.termijnen.lezingen import termijnvenster
from prestatie_cli.termijnen.perioden import grenzen

JAREN_IN_TITEL = re.compile(
    r"(?<![0-9])((?:19|20|21)[0-9]{2})(?:\s*(?:-|–|/|t/m|tot en met)\s*((?:19|20|21)[0-9]{2}))?(?![0-9])"
)


@regel(
    "titel-jaar",
    "waarschuwing",
    "Een titel die een jaar noemt, noemt het jaar van de afspraken.",
    "Een bestand dat voor een volgend jaar is overgenomen, houdt zo niet ongemerkt de titel van het vorige.",
)
def titels_van_jaar(dossier: Dossier) -> Iterator[Vondst]:
    """A title that names years names the year of the agreements, alone or between two others."""
    for bestand, jaargang in dossier.jaargangen.items():
        genoemd = [(int(a), int(b or a)) for a, b in JAREN_IN_TITEL.findall(jaargang.titel)]
        if genoemd and not any(jaargang.eerste_jaar <= b and a <= jaargang.laatste_jaar for a, b in genoemd):
            boodschap = f"de titel noemt {genoemd[0][0]}, de afspraken zijn van {jaargang.aanduiding}"
            yield Vondst(bestand, ("titel",), boodschap, "verbeter de titel of het jaar")


@regel(
    "termijn-voorbij",
    "waarschuwing",
    "Een termijn eindigt niet voor het jaar van de afspraken begint.",
    "Wat is overgenomen uit een vorig jaar, is anders vanaf de eerste dag te laat of al vergeten. Een "
    "termijn die het jaar zelf noemt, zoals 'vóór 1 januari 2027' in de afspraken van 2027, mag.",
)
def termijnen_in_jaar(dossier: Dossier) -> Iterator[Vondst]:
    """A term does not end before the year of the agreements, unless it names that year."""
    for plicht in plichten(dossier):
        termijn, jaar = plicht.verplichting.termijn, plicht.jaargang.eerste_jaar
        eind = _laatste_dag(termijn, plicht.jaargang.enig_jaar) if termijn else None
        if termijn and eind and eind.year < jaar and (termijn.lezing or str(jaar) not in termijn.woorden):
            yield Vondst(
                plicht.bestand,
                (*plicht.pad, "termijn"),
                f"'{termijn.woorden}' van {plicht.nummer} is voorbij op {datum_in_woorden(eind)}, "
                f"voor {jaar} begint",
                f"neem de termijn uit de afspraken van {jaar} over, of haal weg wat klaar is",
                (plicht.nummer,),
            )


def _laatste_dag(termijn: Termijn, jaar: int | None) -> date | None:
    """The last day of a term as the parties or the forms read it; what comes back each year has none."""
    venster = termijnvenster(termijn, jaar)
    return venster.uiterlijk if venster else None


@regel(
    "norm-verlopen",
    "waarschuwing",
    "Een indicator heeft in het jaar van de afspraken nog iets om aan te toetsen.",
    "Zijn alle normen, de looptijd of de verwachtingen van voor dat jaar, dan zegt de indicator niets meer.",
)
def normen_niet_verlopen(dossier: Dossier) -> Iterator[Vondst]:
    """An indicator has a norm, a time and expectations that reach the year of the agreements."""
    for bestand, jaargang, n, pad in alle_indicatoren(dossier):
        for waar, boodschap in _verlopen(n, jaargang.eerste_jaar):
            hulp = f"neem over wat voor {jaargang.aanduiding} is afgesproken, of haal het weg"
            yield Vondst(bestand, (*pad, *waar), boodschap, hulp, (n.id,))


def _verlopen(n: Indicator, jaar: int) -> Iterator[tuple[Pad, str]]:
    einden = [norm.tot for norm in n.normen]
    laatste = max((e for e in einden if e), default=None)
    if laatste and None not in einden and laatste.year < jaar:
        waar = ("normen", einden.index(laatste), "tot")
        yield waar, f"de norm van {n.id} geldt tot en met {datum_in_woorden(laatste)}, niet meer in {jaar}"
    if n.tot is not None and (n.van or n.tot) <= n.tot < jaar:
        yield ("tot",), f"indicator {n.id} telt tot en met {n.tot}, niet meer in {jaar}"
    if n.verwachtingen and all(grenzen(v.periode)[1].year < jaar for v in n.verwachtingen):
        laatste_verwachting = n.verwachtingen[-1].periode
        yield (
            ("verwachtingen",),
            f"de verwachting van {n.id} gaat over {laatste_verwachting}, niet over {jaar}",
        )


@regel(
    "meetmoment-voorbij",
    "waarschuwing",
    "Meetmomenten liggen niet alle voor het jaar van de afspraken.",
    "Anders wordt er dat jaar niets meer verwacht.",
)
def meetmomenten_in_jaar(dossier: Dossier) -> Iterator[Vondst]:
    """Not all reporting moments of a group lie before the year of the agreements."""
    for bestand, jaargang in dossier.jaargangen.items():
        for i, groep in enumerate(jaargang.meetmomenten):
            laatste = max(m.uiterlijk for m in groep.momenten)
            if laatste.year < jaargang.eerste_jaar:
                boodschap = (
                    f"het laatste meetmoment van '{groep.woorden}' is {datum_in_woorden(laatste)}, "
                    f"voor {jaargang.eerste_jaar} begint"
                )
                hulp = f"zet er de meetmomenten van {jaargang.aanduiding} in"
                yield Vondst(bestand, ("meetmomenten", i, "momenten"), boodschap, hulp)


@regel(
    "vaststelling-overgenomen",
    "waarschuwing",
    "Een vaststelling gaat over deze afspraken, niet over die van een ander jaar.",
    "Een vaststelling die uit een ander bestand is meegekomen, of van meer dan een jaar voor de afspraken "
    "is, doet alsof partijen iets hebben vastgesteld dat zij niet zagen.",
)
def vaststellingen_van_jaar(dossier: Dossier) -> Iterator[Vondst]:
    """An approval stands in one file only, and is not more than a year older than the agreements begin."""
    jaargangen = dossier.jaargangen.values()
    keren = Counter((x.partij, x.datum, x.vingerafdruk) for j in jaargangen for x in j.vaststellingen)
    eerste: dict[tuple[str, date, str], str] = {}
    for _, j in op_volgorde(dossier):
        for x in j.vaststellingen:
            eerste.setdefault((x.partij, x.datum, x.vingerafdruk), j.aanduiding)
    for bestand, jaargang in dossier.jaargangen.items():
        for i, x in enumerate(jaargang.vaststellingen):
            sleutel = (x.partij, x.datum, x.vingerafdruk)
            mee = keren[sleutel] > 1 and eerste[sleutel] != jaargang.aanduiding
            if mee or x.datum.year < jaargang.eerste_jaar - 1:
                wat = (
                    f"staat ook bij {eerste[sleutel]}" if mee else f"is van lang voor {jaargang.eerste_jaar}"
                )
                boodschap = f"de vaststelling van {x.partij} van {datum_in_woorden(x.datum)} {wat}"
                hulp = "haal haar weg, en laat de partij deze afspraken vaststellen (prestatie vaststellen)"
                yield Vondst(bestand, ("vaststellingen", i), boodschap, hulp, (x.partij,))


@regel(
    "afspraken-aflopend",
    "informatie",
    "Voor een jaar met cijfers of meldingen zijn er afspraken.",
    "Na het laatste jaar met afspraken toont het programma de oude afspraken.",
)
def afspraken_lopen_door(dossier: Dossier) -> Iterator[Vondst]:
    """There are agreements for the newest year that figures or statements are about."""
    afspraken = {j.laatste_jaar: (b, j) for b, j in dossier.jaargangen.items()}
    if not afspraken or any(b.startswith("afspraken-") for b in dossier.onleesbaar):
        return
    laatste = max(afspraken)
    jaren = [grenzen(m.periode)[1].year for m in dossier.metingen.values()]
    jaren += [v.datum.year for r in dossier.voortgang.values() for v in r.voortgang]
    nieuwste = max(jaren, default=laatste)
    if nieuwste > laatste:
        boodschap = f"de afspraken lopen tot en met {laatste}; er zijn al cijfers of meldingen van {nieuwste}"
        hulp = f"maak afspraken-{nieuwste}.yaml zodra die afspraken er zijn"
        bestand, jaargang = afspraken[laatste]
        yield Vondst(bestand, ("geldt", "tot") if jaargang.geldt else ("jaar",), boodschap, hulp)
