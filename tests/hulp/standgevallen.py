"""Single cases of the state of a duty, each a sentence of the design or of what was decided about it."""

from dataclasses import dataclass
from typing import Any

from tests.hulp.plichtdossiers import JAAR, VOORWAARDE, WOORDEN, Geval

PARTIJEN = (("gemeente", "gemeente"), ("omthuis", "corporatie"), ("woonborg", "corporatie"))
IEDEREEN = [naam for naam, _ in PARTIJEN]
MOMENTEN = ("2026-H1 2026-09-01", "2026-H2 2027-03-01")


@dataclass(frozen=True)
class Zin:
    """A sentence with its case: what is agreed, stated and delivered, and the states of the rows on a day.

    Statements read `day who what [field=value]`, deliveries `period who day figures [herkomst]`.
    """

    zin: str
    dag: str
    standen: str
    woorden: str = ""
    soort: str = "oplevering"
    wie: str = "omthuis"
    uitvoering: str = ""
    kengetallen: str = ""
    indicator: str = ""
    momenten: str = ""
    meldingen: tuple[str, ...] = ()
    leveringen: tuple[str, ...] = ()


JUNI, DECEMBER, KWARTAAL = "uiterlijk 30 juni 2026", "op 1 december 2026", "per kwartaal"
SAMEN: dict[str, Any] = {"wie": "omthuis woonborg", "uitvoering": "samen", "woorden": JUNI}
IEDER: dict[str, Any] = {"wie": "omthuis woonborg", "uitvoering": "ieder", "woorden": JUNI}
CIJFERS: dict[str, Any] = {"soort": "rapportage", "kengetallen": "verkocht"}
DOEL: dict[str, Any] = {"soort": "doelstelling", "woorden": "in 2026"}
ALS: dict[str, Any] = {"soort": "voorwaardelijk"}

ZINNEN: tuple[Zin, ...] = (
    # By time.
    Zin("before its first day a duty is later", "2026-03-01", "later", "medio 2026"),
    Zin("within its window it runs", "2026-05-01", "loopt", "in 2026"),
    Zin("sixty days before its last day it is near", "2026-05-01", "binnenkort", JUNI),
    Zin("sixty-one days before it is not", "2026-04-30", "loopt", JUNI),
    Zin("on its last day it is near", "2026-06-30", "binnenkort", JUNI),
    Zin("the day after its last day it is late", "2026-07-01", "te_laat", JUNI),
    Zin("a single day is near before it begins", "2026-11-24", "binnenkort", DECEMBER),
    Zin("a soft term is never late", "2027-01-01", "loopt", "in principe in 2026"),
    Zin("without words there is no term", "2026-05-01", "zonder_termijn"),
    Zin("'na' says what it is about, not when", "2027-05-01", "zonder_termijn", "na 2030"),
    Zin("without end it goes on", "2028-05-01", "doorlopend", "structureel overleg"),
    Zin("the soort without end goes on", "2028-05-01", "doorlopend", JUNI, "doorlopend"),
    Zin("a maximum without indicator is never late", "2027-05-01", "doorlopend", JUNI, "maximum"),
    Zin("what is not foreseen is put off", "2027-05-01", "uitgesteld", "niet voorzien in 2026"),
    Zin(
        "put off lasts until it begins",
        "2026-07-01",
        "te_laat",
        JUNI,
        "uitgesteld",
        meldingen=("2026-02-01 omthuis loopt",),
    ),
    # What a doer says.
    Zin("done in time", "2026-12-01", "gehaald", JUNI, meldingen=("2026-06-30 omthuis afgerond",)),
    Zin("done late", "2026-12-01", "te_laat_gehaald", JUNI, meldingen=("2026-07-01 omthuis afgerond",)),
    Zin(
        "a statement does not count before its day",
        "2026-07-01",
        "te_laat",
        JUNI,
        meldingen=("2026-07-02 omthuis afgerond",),
    ),
    Zin(
        "gereed_op is the day that counts",
        "2026-12-01",
        "gehaald",
        JUNI,
        meldingen=("2026-07-09 omthuis afgerond gereed_op=2026-06-29",),
    ),
    Zin(
        "soft is done, never late",
        "2028-12-01",
        "gehaald",
        "in principe in 2026",
        meldingen=("2027-06-30 omthuis afgerond",),
    ),
    Zin(
        "its own later word takes it back",
        "2026-07-09",
        "te_laat",
        JUNI,
        meldingen=("2026-05-01 omthuis afgerond", "2026-05-20 omthuis loopt"),
    ),
    Zin(
        "another's word does not do it",
        "2026-07-09",
        "te_laat",
        JUNI,
        meldingen=("2026-05-01 gemeente afgerond",),
    ),
    Zin("what must begin is late as long as it has not", "2026-07-02", "te_laat", "vanaf 1 juli 2026"),
    Zin(
        "what has begun runs on",
        "2028-07-02",
        "loopt",
        "vanaf 1 juli 2026",
        meldingen=("2026-06-20 omthuis loopt",),
    ),
    Zin(
        "for 'vanaf' the day of beginning counts",
        "2028-07-02",
        "gehaald",
        "vanaf 1 juli 2026",
        meldingen=("2026-06-20 omthuis loopt", "2027-06-20 omthuis afgerond"),
    ),
    # Together and each.
    Zin(
        "each: the duty is its slowest",
        "2026-07-09",
        "te_laat",
        **IEDER,
        meldingen=("2026-05-01 omthuis afgerond",),
    ),
    Zin(
        "each: done when all are",
        "2026-07-09",
        "gehaald",
        **IEDER,
        meldingen=("2026-05-01 omthuis afgerond", "2026-05-09 woonborg afgerond"),
    ),
    Zin(
        "absent is each",
        "2026-07-09",
        "te_laat",
        JUNI,
        wie="omthuis woonborg",
        meldingen=("2026-05-01 omthuis afgerond",),
    ),
    Zin(
        "together: one may say it",
        "2026-07-09",
        "gehaald",
        **SAMEN,
        meldingen=("2026-05-01 omthuis afgerond",),
    ),
    Zin(
        "together: who says otherwise after it keeps it open",
        "2026-07-09",
        "te_laat",
        **SAMEN,
        meldingen=("2026-05-01 omthuis afgerond", "2026-05-02 woonborg vertraagd"),
    ),
    Zin(
        "together: on the same day too",
        "2026-07-09",
        "te_laat",
        **SAMEN,
        meldingen=("2026-05-01 omthuis afgerond", "2026-05-01 woonborg loopt"),
    ),
    Zin(
        "together: an older word is only behind",
        "2026-07-09",
        "gehaald",
        **SAMEN,
        meldingen=("2026-04-01 woonborg loopt", "2026-05-01 omthuis afgerond"),
    ),
    Zin(
        "together: taken back by saying done",
        "2026-07-09",
        "gehaald",
        **SAMEN,
        meldingen=(
            "2026-05-01 omthuis afgerond",
            "2026-05-02 woonborg loopt",
            "2026-06-02 woonborg afgerond",
        ),
    ),
    # Decisions.
    Zin("dropped by all", "2027-01-01", "vervallen", JUNI, meldingen=("2026-05-01 gemeente vervallen",)),
    Zin("put off by all", "2027-01-01", "uitgesteld", JUNI, meldingen=("2026-05-01 gemeente uitgesteld",)),
    Zin(
        "put off until a doer goes on",
        "2027-01-01",
        "loopt",
        JUNI,
        meldingen=("2026-05-01 gemeente uitgesteld", "2026-06-01 omthuis loopt"),
    ),
    Zin(
        "what was put off is not done late",
        "2027-01-01",
        "gehaald",
        JUNI,
        meldingen=("2026-05-01 gemeente uitgesteld", "2026-12-01 omthuis afgerond"),
    ),
    Zin(
        "what was late before it was put off is done late",
        "2027-01-01",
        "te_laat_gehaald",
        JUNI,
        meldingen=("2026-07-05 omthuis afgerond", "2026-08-01 gemeente uitgesteld"),
    ),
    Zin(
        "what is done stays done, with no day to come",
        "2027-01-01",
        "gehaald",
        JUNI,
        meldingen=("2026-05-01 omthuis afgerond", "2026-06-01 gemeente uitgesteld"),
    ),
    Zin(
        "what is done stays done when it is dropped",
        "2027-01-01",
        "gehaald",
        JUNI,
        meldingen=("2026-05-01 omthuis afgerond", "2026-06-01 gemeente vervallen"),
    ),
    Zin(
        "what was dropped is not done after it",
        "2027-01-01",
        "vervallen",
        JUNI,
        meldingen=("2026-05-01 omthuis vervallen", "2026-06-01 omthuis afgerond"),
    ),
    Zin(
        "done twice is done once, the first time",
        "2027-01-01",
        "gehaald",
        JUNI,
        meldingen=("2026-05-01 omthuis afgerond", "2026-08-01 omthuis afgerond"),
    ),
    Zin(
        "a delay is no beginning",
        "2026-08-01",
        "te_laat",
        "vanaf 1 juli 2026",
        meldingen=("2026-06-01 omthuis vertraagd",),
    ),
    Zin(
        "together: to say it twice takes nothing back",
        "2026-07-09",
        "te_laat",
        **SAMEN,
        meldingen=("2026-05-01 omthuis afgerond", "2026-05-02 woonborg loopt", "2026-06-02 omthuis afgerond"),
    ),
    Zin(
        "not foreseen is not late once begun",
        "2027-02-01",
        "zonder_termijn",
        "niet voorzien in 2026",
        meldingen=("2026-06-01 omthuis loopt",),
    ),
    Zin(
        "the condition goes before what is put off",
        "2026-06-01",
        "voorwaardelijk",
        "niet voorzien in 2026",
        **ALS,
    ),
    Zin(
        "nothing came true where there is no condition",
        "2026-09-01",
        "te_laat binnenkort loopt later",
        KWARTAAL,
        meldingen=("2026-08-20 gemeente voorwaarde_vervuld",),
    ),
    Zin("a maximum that recurs is never late", "2027-09-01", "doorlopend", KWARTAAL, "maximum"),
    Zin(
        "a target that recurs waits for its figures",
        "2027-09-01",
        "wacht_op_cijfers",
        "jaarlijks",
        "doelstelling",
        indicator="minimum 20",
    ),
    Zin(
        "what goes on without end is not late where it recurs",
        "2027-09-01",
        "doorlopend",
        "jaarlijks",
        "doorlopend",
    ),
    Zin("what is put off does not recur", "2027-09-01", "uitgesteld", "jaarlijks", "uitgesteld"),
    Zin(
        "a later word about a period takes it back",
        "2026-07-01",
        "te_laat loopt loopt later",
        KWARTAAL,
        meldingen=(
            "2026-04-10 omthuis afgerond tijdvak=2026-Q1",
            "2026-05-10 omthuis vertraagd tijdvak=2026-Q1",
        ),
    ),
    Zin(
        "to go on in general takes back no period",
        "2026-07-01",
        "gehaald loopt loopt later",
        KWARTAAL,
        meldingen=("2026-04-10 omthuis afgerond tijdvak=2026-Q1", "2026-05-10 omthuis loopt"),
    ),
    Zin(
        "put off to a day",
        "2026-07-01",
        "loopt",
        JUNI,
        meldingen=("2026-05-01 gemeente uitgesteld tot=2026-12-31",),
    ),
    Zin(
        "and late after it",
        "2027-01-01",
        "te_laat",
        JUNI,
        meldingen=("2026-05-01 gemeente uitgesteld tot=2026-12-31",),
    ),
    Zin(
        "a decision may give the only last day",
        "2026-12-01",
        "binnenkort",
        meldingen=("2026-05-01 gemeente uitgesteld tot=2026-12-31",),
    ),
    Zin(
        "the last decision counts",
        "2027-01-01",
        "vervallen",
        JUNI,
        meldingen=("2026-05-01 gemeente uitgesteld tot=2026-12-31", "2026-06-01 gemeente vervallen"),
    ),
    Zin(
        "what is done stays done",
        "2027-01-01",
        "gehaald",
        JUNI,
        meldingen=("2026-05-01 omthuis afgerond", "2026-06-01 gemeente uitgesteld tot=2026-12-31"),
    ),
    Zin(
        "some can't drop what all agreed",
        "2027-01-01",
        "te_laat",
        JUNI,
        meldingen=("2026-05-01 omthuis vervallen instemming=omthuis",),
    ),
    # Conditions.
    Zin("before the condition nothing is late", "2027-01-01", "voorwaardelijk", JUNI, **ALS),
    Zin("nothing recurs either", "2027-01-01", "voorwaardelijk", KWARTAAL, **ALS),
    Zin(
        "any party may say that it came true",
        "2027-01-01",
        "te_laat",
        JUNI,
        **ALS,
        meldingen=("2026-05-01 gemeente voorwaarde_vervuld",),
    ),
    Zin(
        "done passes the condition",
        "2027-01-01",
        "gehaald",
        JUNI,
        **ALS,
        meldingen=("2026-05-01 omthuis afgerond",),
    ),
    Zin(
        "running does not",
        "2027-01-01",
        "voorwaardelijk",
        JUNI,
        **ALS,
        meldingen=("2026-05-01 omthuis loopt",),
    ),
    Zin(
        "it recurs from the period in which it came true",
        "2026-09-01",
        "binnenkort loopt later",
        KWARTAAL,
        **ALS,
        meldingen=("2026-06-01 gemeente voorwaarde_vervuld",),
    ),
    # Indicators.
    Zin("a target that runs is not near", "2026-12-20", "loopt", **DOEL, indicator="minimum 20"),
    Zin(
        "over without figures it waits for them",
        "2027-01-01",
        "wacht_op_cijfers",
        **DOEL,
        indicator="minimum 20",
    ),
    Zin(
        "a count that has reached its minimum is there",
        "2026-08-01",
        "gehaald",
        **DOEL,
        indicator="minimum 20",
        leveringen=("2026-H1 omthuis 2026-07-10 verkocht=25",),
    ),
    Zin(
        "over and final below the minimum",
        "2027-03-01",
        "niet_gehaald",
        **DOEL,
        indicator="minimum 20",
        leveringen=("2026 omthuis 2027-02-10 verkocht=19",),
    ),
    Zin(
        "a target not reached is not reached",
        "2027-03-01",
        "niet_gehaald",
        **DOEL,
        indicator="streefwaarde 20",
        leveringen=("2026 omthuis 2027-02-10 verkocht=19",),
    ),
    Zin(
        "provisional figures settle nothing",
        "2027-03-01",
        "wacht_op_cijfers",
        **DOEL,
        indicator="minimum 20",
        leveringen=("2026 omthuis 2027-02-10 verkocht=19 voorlopig",),
    ),
    Zin(
        "a cap that is passed can't be mended",
        "2026-08-01",
        "niet_gehaald",
        "in 2026",
        "maximum",
        indicator="maximum 20",
        leveringen=("2026-H1 omthuis 2026-07-10 verkocht=21",),
    ),
    Zin(
        "a cap is kept when all is counted",
        "2027-03-01",
        "gehaald",
        "in 2026",
        "maximum",
        indicator="maximum 20",
        leveringen=("2026 omthuis 2027-02-10 verkocht=20",),
    ),
    Zin(
        "a statement does not change the outcome of figures",
        "2027-01-01",
        "wacht_op_cijfers",
        **DOEL,
        indicator="minimum 20",
        meldingen=("2026-06-01 omthuis afgerond",),
    ),
    Zin(
        "a count whose years are over waits too",
        "2027-03-01",
        "wacht_op_cijfers",
        "2026 t/m 2030",
        "doelstelling",
        indicator="minimum 20",
    ),
    Zin(
        "a longer term is not over with the file",
        "2027-03-01",
        "loopt",
        "2026 t/m 2030",
        "doelstelling",
        indicator="minimum 20 tot=2030",
    ),
    Zin("what has no norm yet goes by time", "2026-07-01", "te_laat", JUNI, "doelstelling"),
    # Deliveries.
    Zin(
        "figures fulfil a single report",
        "2026-08-01",
        "gehaald",
        JUNI,
        **CIJFERS,
        leveringen=("2026-Q1 omthuis 2026-04-10 verkocht=1",),
    ),
    Zin(
        "figures that came late fulfil it late",
        "2026-08-01",
        "te_laat_gehaald",
        JUNI,
        **CIJFERS,
        leveringen=("2026-Q1 omthuis 2026-07-10 verkocht=1",),
    ),
    Zin(
        "figures of an old year do not",
        "2026-08-01",
        "te_laat",
        JUNI,
        **CIJFERS,
        leveringen=("2024 omthuis 2026-04-10 verkocht=1",),
    ),
    Zin(
        "the figures of another do not",
        "2026-08-01",
        "te_laat",
        JUNI,
        "rapportage",
        "gemeente",
        kengetallen="verkocht",
        leveringen=("2026-Q1 omthuis 2026-04-10 verkocht=1",),
    ),
    # What recurs.
    Zin(
        "a quarter is late when the next is over",
        "2026-07-01",
        "te_laat loopt loopt later",
        KWARTAAL,
        **CIJFERS,
    ),
    Zin(
        "figures fulfil their quarter",
        "2026-07-01",
        "gehaald loopt loopt later",
        KWARTAAL,
        **CIJFERS,
        leveringen=("2026-Q1 omthuis 2026-04-10 verkocht=1",),
    ),
    Zin(
        "two quarters are a half",
        "2026-08-01",
        "gehaald loopt",
        "per halfjaar",
        **CIJFERS,
        leveringen=("2026-Q1 omthuis 2026-04-10 verkocht=1", "2026-Q2 omthuis 2026-07-10 verkocht=1"),
    ),
    Zin(
        "a year holds its halves",
        "2027-03-01",
        "te_laat_gehaald gehaald",
        "per halfjaar",
        **CIJFERS,
        leveringen=("2026 omthuis 2027-02-10 verkocht=1",),
    ),
    Zin(
        "a statement names its quarter",
        "2026-07-01",
        "te_laat gehaald loopt later",
        KWARTAAL,
        meldingen=("2026-06-10 omthuis afgerond tijdvak=2026-Q2",),
    ),
    Zin(
        "without a period it goes to the first that is open and in time",
        "2026-07-02",
        "te_laat gehaald loopt later",
        KWARTAAL,
        meldingen=("2026-07-01 omthuis afgerond",),
    ),
    Zin(
        "else to the first that is late",
        "2027-08-01",
        "te_laat_gehaald te_laat te_laat te_laat",
        KWARTAAL,
        meldingen=("2027-07-05 omthuis afgerond",),
    ),
    Zin(
        "moments count per calendar year",
        "2027-01-01",
        "gehaald te_laat",
        "twee keer per jaar",
        meldingen=("2026-03-01 omthuis afgerond",),
    ),
    Zin(
        "two on one day are one",
        "2027-01-01",
        "gehaald te_laat",
        "twee keer per jaar",
        **CIJFERS,
        leveringen=("2025 omthuis 2026-03-01 verkocht=1", "2025-H2 omthuis 2026-03-01 verkocht=1"),
    ),
    Zin(
        "an old year is no moment",
        "2027-01-01",
        "te_laat",
        "jaarlijks",
        **CIJFERS,
        leveringen=("2024 omthuis 2026-03-01 verkocht=1",),
    ),
    Zin(
        "what comes later about the year fills what is left, late",
        "2027-03-01",
        "te_laat_gehaald",
        "jaarlijks",
        **CIJFERS,
        leveringen=("2026 omthuis 2027-02-01 verkocht=1",),
    ),
    Zin(
        "agreed moments have their own last day",
        "2026-09-02",
        "te_laat later",
        "twee keer per jaar",
        **CIJFERS,
        momenten="twee keer per jaar",
    ),
    Zin(
        "moments are for their own words only",
        "2026-09-02",
        "loopt loopt",
        "per halfjaar",
        **CIJFERS,
        momenten="twee keer per jaar",
    ),
    Zin(
        "a decision about the year is about its periods",
        "2026-07-02",
        "loopt loopt loopt later",
        KWARTAAL,
        meldingen=("2026-05-01 gemeente uitgesteld tijdvak=2026 tot=2026-12-31",),
    ),
    Zin(
        "to go on with one period leaves another put off",
        "2026-10-01",
        "uitgesteld gehaald uitgesteld uitgesteld",
        KWARTAAL,
        meldingen=("2026-05-01 gemeente uitgesteld", "2026-06-01 omthuis afgerond tijdvak=2026-Q2"),
    ),
    Zin(
        "figures are a beginning too",
        "2026-12-30",
        "gehaald",
        "vanaf 1 juli 2026",
        **CIJFERS,
        meldingen=("2026-12-29 omthuis loopt", "2026-12-30 omthuis afgerond"),
        leveringen=("2026-Q1 omthuis 2026-05-10 verkocht=1",),
    ),
    Zin(
        "a condition that came true puts nothing off",
        "2026-10-08",
        "gehaald",
        JUNI,
        "uitgesteld",
        meldingen=("2026-03-24 omthuis afgerond", "2026-09-21 omthuis voorwaarde_vervuld"),
    ),
    Zin(
        "put off for one period only",
        "2026-07-02",
        "loopt loopt loopt later",
        KWARTAAL,
        meldingen=("2026-05-01 gemeente uitgesteld tijdvak=2026-Q1 tot=2026-12-31",),
    ),
    Zin(
        "a fulfilled period stays fulfilled",
        "2026-07-02",
        "gehaald vervallen vervallen vervallen",
        KWARTAAL,
        meldingen=("2026-04-01 omthuis afgerond", "2026-05-01 gemeente vervallen"),
    ),
)


def geval_van(zin: Zin) -> Geval:
    """The dossier of a sentence."""
    plicht: dict[str, Any] = {"letter": "a", "wat": "Plicht", "wie": zin.wie.split(), "soort": zin.soort}
    tekst = f"Afspraak. Dit gebeurt {zin.woorden}. Alleen {VOORWAARDE}. De norm {zin.indicator} geldt."
    plicht |= {"uitvoering": zin.uitvoering} if zin.uitvoering else {}
    plicht |= {"termijn": {"woorden": zin.woorden}} if zin.woorden else {}
    plicht |= {"voorwaarde": VOORWAARDE} if zin.soort == "voorwaardelijk" else {}
    plicht |= {"kengetallen": zin.kengetallen.split()} if zin.kengetallen else {}
    plicht |= {"indicator": "aantal_verkocht"} if zin.indicator else {}
    jaargang: dict[str, Any] = {
        "jaar": JAAR,
        "titel": f"Prestatieafspraken {JAAR}",
        "bron": {"titel": "voorbeeld"},
        "partijen": [{"id": n, "naam": n.title(), "soort": s} for n, s in PARTIJEN],
        "themas": [{"nummer": "1", "titel": "Wonen"}],
        "meetmomenten": _momenten(zin) if zin.momenten else [],
        "afspraken": [{"nummer": "1.1", "thema": "1", "tekst": tekst, "verplichtingen": [plicht]}],
        "indicatoren": _indicatoren(zin.indicator),
        "kengetallen": [
            {
                "id": "verkocht",
                "naam": "Verkocht",
                "soort": "stroom",
                "eenheid": "woningen",
                "levert": "omthuis",
                "definitie": "Wat is verkocht.",
            }
        ],
    }
    bestanden = {f"afspraken-{JAAR}.yaml": jaargang} | _voortgang(zin.meldingen) | _metingen(zin.leveringen)
    woorden = {zin.woorden: WOORDEN[zin.woorden]} if zin.woorden else {}
    return Geval(bestanden, woorden, half_besluit=False)


def _momenten(zin: Zin) -> list[dict[str, Any]]:
    momenten = [dict(zip(("tijdvak", "uiterlijk"), m.split(), strict=True)) for m in MOMENTEN]
    vast = {"vastgesteld_door": IEDEREEN, "vastgesteld_op": f"{JAAR}-01-15"}
    return [{"woorden": zin.momenten, "momenten": momenten, **vast}]


def _indicatoren(tekst: str) -> list[dict[str, Any]]:
    if not tekst:
        return []
    soort, waarde, *tot = tekst.split()
    norm = {"soort": soort, "waarde": waarde, "citaat": f"norm {soort} {waarde}", "plaats": "tekst"}
    return [
        {
            "id": "aantal_verkocht",
            "naam": "Verkocht",
            "afspraak": "1.1",
            "soort": "cumulatief",
            "teller": "verkocht",
            "van": JAAR,
            "tot": int(tot[0][4:]) if tot else JAAR,
            "definitie": "Wat is verkocht.",
            "normen": [norm],
        }
    ]


def _voortgang(regels: tuple[str, ...]) -> dict[str, dict[str, Any]]:
    uit: dict[str, dict[str, Any]] = {}
    for regel in regels:
        dag, door, wat, *velden = regel.split()
        melding: dict[str, Any] = {"verplichting": "1.1a", "jaargang": JAAR, "datum": dag, "door": door}
        melding |= {"melding": wat} | dict(veld.split("=") for veld in velden)
        if wat in ("vervallen", "uitgesteld"):
            melding |= {"besluit": "Besluit 1"}
            melding["instemming"] = melding["instemming"].split(",") if "instemming" in melding else IEDEREEN
        if wat in ("aandacht", "vertraagd"):
            melding |= {"oorzaak": "Oorzaak.", "bijsturing": "Bijsturing."}
        register = uit.setdefault(f"voortgang/{dag[:4]}.yaml", {"jaar": int(dag[:4]), "voortgang": []})
        register["voortgang"].append(melding)
    return uit


def _metingen(regels: tuple[str, ...]) -> dict[str, dict[str, Any]]:
    uit: dict[str, dict[str, Any]] = {}
    for regel in regels:
        periode, door, dag, cijfers, *herkomst = regel.split()
        naam, cijfer = cijfers.split("=")
        levering = {"door": door, "geleverd_op": dag, "herkomst": (herkomst or ["definitief"])[0]}
        bestand = uit.setdefault(f"metingen/{periode}.yaml", {"periode": periode, "leveringen": []})
        bestand["leveringen"].append(levering | {"cijfers": {naam: int(cijfer)}})
    return uit
