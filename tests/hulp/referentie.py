"""What the state of a duty is on a day: a second reading of the design, slow and plain, to hold the program to.

It knows the data as the YAML has them and shares nothing with the program. `python -m tests.hulp.referentie`
compares the two over 2,000 dossiers made by chance and prints where they differ.
"""

import argparse
import importlib
import importlib.util
import random
import sys
from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from datetime import date, timedelta
from fractions import Fraction
from typing import Any

from tests.hulp.plichtdossiers import DAG, EERSTE, JAAR, WOORDEN, Bedoeld, Geval, maak, periode_grenzen

Melding = dict[str, Any]
SLOWEST_FIRST = (
    "niet_te_beoordelen",
    "te_laat",
    "niet_gehaald",
    "binnenkort",
    "loopt",
    "wacht_op_cijfers",
    "later",
    "zonder_termijn",
    "voorwaardelijk",
    "doorlopend",
    "uitgesteld",
    "te_laat_gehaald",
    "gehaald",
    "vervallen",
)
OPEN = ("niet_gestart", "loopt", "aandacht", "vertraagd")
OVER_VOORTGANG = (*OPEN, "afgerond")
NAAR_DAGEN = ("te_laat", "binnenkort", "loopt", "later", "gehaald", "te_laat_gehaald")
EINDE_BESTAND = date(JAAR, 12, 31)


@dataclass(frozen=True)
class Rij:
    """A row as the program should give it."""

    verplichting: str
    tijdvak: str | None
    eerste: date | None
    laatste: date | None
    stand: str
    per_partij: tuple[tuple[str, str], ...]


@dataclass(frozen=True)
class Levering:
    """What one party delivered over one period."""

    door: str
    periode: str
    dag: date
    herkomst: str
    cijfers: dict[str, int]


@dataclass(frozen=True)
class Zicht:
    """A duty as one doer, or all doers of one product together, have to answer for it on a day."""

    geval: Geval
    plicht: dict[str, Any]
    doeners: tuple[str, ...]
    peildatum: date
    binnen: int

    @property
    def bedoeld(self) -> Bedoeld | None:
        termijn = self.plicht.get("termijn")
        return self.geval.woorden[termijn["woorden"]] if termijn else None

    @property
    def laatste(self) -> date | None:
        """The last day that the words give; 'niet voorzien in 2026' gives none."""
        bedoeld = self.bedoeld
        if bedoeld and bedoeld.soort == "relatief":
            begin = vervulling(self)
            return begin + (bedoeld.na_dagen or 0) * DAG if begin else None
        return bedoeld.laatste if bedoeld and bedoeld.soort in ("periode", "begin") else None

    @property
    def eerste(self) -> date | None:
        """The first day of what is done once: from an event it is the day on which that was recorded."""
        bedoeld = self.bedoeld
        if bedoeld is None or bedoeld.soort == "terugkerend":
            return None
        return vervulling(self) if bedoeld.soort == "relatief" else bedoeld.eerste

    @property
    def meldingen(self) -> list[Melding]:
        """The statements about the duty up to the day, oldest first."""
        uit = []
        for pad, inhoud in sorted(self.geval.bestanden.items()):
            if pad.startswith("voortgang/"):
                for melding in inhoud["voortgang"]:
                    over_deze = melding["verplichting"] == self.plicht["nummer"]
                    if over_deze and datum(melding) <= self.peildatum:
                        uit.append(melding)
        return sorted(uit, key=datum)

    @property
    def eigen(self) -> list[Melding]:
        """What the doers themselves said about how it goes."""
        return [m for m in self.meldingen if m["door"] in self.doeners and m["melding"] in OVER_VOORTGANG]

    @property
    def leveringen(self) -> list[Levering]:
        """What the doers had delivered by the day."""
        alle = leveringen(self.geval)
        return [x for x in alle if x.door in self.doeners and x.dag <= self.peildatum]

    @property
    def gevraagd(self) -> list[str]:
        """The figures that the doers owe: the named ones that they deliver, else all named."""
        namen = self.plicht.get("kengetallen", [])
        levert = {k["id"]: k["levert"] for k in self.geval.jaargang["kengetallen"]}
        return [k for k in namen if levert[k] in self.doeners] or list(namen)


def datum(melding: Melding) -> date:
    return date.fromisoformat(melding["datum"])


def dag_van(melding: Melding) -> date:
    """The day on which it was done: gereed_op, else the day of the statement."""
    return date.fromisoformat(melding["gereed_op"]) if "gereed_op" in melding else datum(melding)


def jaar_eerder(dag: date) -> date:
    vorig = dag.replace(day=28) if (dag.month, dag.day) == (2, 29) else dag
    return vorig.replace(year=dag.year - 1)


def leveringen(geval: Geval) -> list[Levering]:
    uit = []
    for pad, inhoud in geval.bestanden.items():
        if pad.startswith("metingen/"):
            for x in inhoud["leveringen"]:
                dag = date.fromisoformat(x["geleverd_op"])
                uit.append(Levering(x["door"], inhoud["periode"], dag, x["herkomst"], x["cijfers"]))
    return uit


def dagen_van(periode: str) -> set[date]:
    if "/" in periode:
        een, twee = periode.split("/")
        return dagen_van(een) | dagen_van(twee)
    eerste, laatste = periode_grenzen(periode)
    return {eerste + i * DAG for i in range((laatste - eerste).days + 1)}


# What was decided, and whether the condition came true.


def besluiten(zicht: Zicht) -> list[Melding]:
    """Decisions with the consent of all parties that sign."""
    tekenen = {p["id"] for p in zicht.geval.jaargang["partijen"] if p["soort"] != "derde"}
    return [
        m
        for m in zicht.meldingen
        if m["melding"] in ("uitgesteld", "vervallen")
        and m.get("besluit")
        and tekenen <= set(m["instemming"])
    ]


def geldend_besluit(zicht: Zicht, periode: str | None) -> Melding | None:
    """The last decision; for a period of a recurring duty the last one that is about it."""
    gevonden = None
    for besluit in besluiten(zicht):
        over = besluit.get("tijdvak")
        if periode is None or over is None or dagen_van(periode) <= dagen_van(over):
            gevonden = besluit
    return gevonden


def besloten_stand(zicht: Zicht, besluit: Melding | None, periode: str | None) -> str | None:
    """vervallen, or put off to no day unless a doer went on after it (with this period, where it names one)."""
    if besluit is None:
        return None
    if besluit["melding"] == "vervallen":
        return "vervallen"
    if "tot" in besluit:
        return None
    for m in zicht.meldingen[zicht.meldingen.index(besluit) + 1 :]:
        over = m.get("tijdvak")
        hierover = periode is None or over is None or dagen_van(periode) <= dagen_van(over)
        if hierover and m["door"] in zicht.doeners and m["melding"] in ("loopt", "afgerond"):
            return None
    return "uitgesteld"


def blijft_klaar(klaar: date, besluit: Melding | None) -> bool:
    """What is done stays done; what was dropped before it was done stays dropped."""
    return besluit is None or besluit["melding"] != "vervallen" or klaar <= datum(besluit)


def is_uitgesteld_zonder_dag(besluit: Melding | None) -> bool:
    """Put off to no day: from then on no last day holds."""
    return besluit is not None and besluit["melding"] == "uitgesteld" and "tot" not in besluit


def nieuwe_laatste_dag(besluit: Melding | None) -> date | None:
    if besluit is None or besluit["melding"] != "uitgesteld" or "tot" not in besluit:
        return None
    return date.fromisoformat(besluit["tot"])


def is_voorwaardelijk(zicht: Zicht) -> bool:
    venster = zicht.bedoeld.soort if zicht.bedoeld else ""
    return zicht.plicht["soort"] == "voorwaardelijk" or venster in ("voorwaardelijk", "relatief")


def vervulling(zicht: Zicht) -> date | None:
    """The day on which some party said that the condition came true."""
    return next((datum(m) for m in zicht.meldingen if m["melding"] == "voorwaarde_vervuld"), None)


# What the doers say.


def laatste_woorden(meldingen: list[Melding]) -> dict[str, list[Melding]]:
    """By party what it says last, with the same words of it just before: it may say `afgerond` twice."""
    uit: dict[str, list[Melding]] = {}
    for melding in meldingen:
        reeks = uit.setdefault(melding["door"], [])
        if reeks and reeks[-1]["melding"] != melding["melding"]:
            reeks.clear()
        reeks.append(melding)
    return uit


def afgerond_op(meldingen: list[Melding]) -> date | None:
    """The first day of an `afgerond` not taken back and against which no other spoke, then or later."""
    woorden = laatste_woorden(meldingen)
    dagen = []
    for partij, reeks in woorden.items():
        tegen = [
            ander
            for andere_partij, andere in woorden.items()
            for ander in andere[-1:]
            if andere_partij != partij and ander["melding"] in OPEN and datum(ander) >= datum(reeks[0])
        ]
        if reeks[0]["melding"] == "afgerond" and not tegen:
            dagen.append(min(dag_van(m) for m in reeks))
    return min(dagen) if dagen else None


def begonnen_op(zicht: Zicht) -> date | None:
    """The day on which some doer said to be at it, if it did not go back to niet_gestart since.

    What all put off has not begun, whatever was said up to then.
    """
    dagen = []
    besluit = geldend_besluit(zicht, None)
    vanaf = datum(besluit) if besluit and besluit["melding"] == "uitgesteld" else date.min
    for doener in zicht.doeners:
        begin = None
        for melding in zicht.eigen:
            if melding["door"] == doener and datum(melding) > vanaf:
                dag = dag_van(melding)
                if melding["melding"] == "niet_gestart":
                    begin = None
                elif begin or melding["melding"] in ("loopt", "afgerond"):
                    begin = min(begin or dag, dag)
        if begin:
            dagen.append(begin)
    return min(dagen) if dagen else None


def nog_uitgesteld(zicht: Zicht) -> bool:
    """soort uitgesteld or 'niet voorzien in', and nobody of the doers has begun."""
    venster = zicht.bedoeld.soort if zicht.bedoeld else ""
    if zicht.plicht["soort"] != "uitgesteld" and venster != "uitgesteld":
        return False
    return not zicht.eigen or zicht.eigen[-1]["melding"] == "niet_gestart"


# What was delivered.


def periode_compleet_op(zicht: Zicht, periode: str) -> date | None:
    """The day on which all figures that are asked for were there over a period."""
    dagen = []
    for kengetal in zicht.gevraagd:
        geleverd = [x.dag for x in zicht.leveringen if x.periode == periode and kengetal in x.cijfers]
        if not geleverd:
            return None
        dagen.append(min(geleverd))
    return max(dagen) if dagen else None


def complete_periodes(zicht: Zicht) -> list[tuple[str, date]]:
    periodes = sorted({x.periode for x in zicht.leveringen})
    return [(p, dag) for p in periodes if (dag := periode_compleet_op(zicht, p))]


def gaat_over_jaar_tot(periode: str, dag: date) -> bool:
    """A period that ended in the year before a day, or that contains it."""
    eerste, laatste = periode_grenzen(periode)
    return jaar_eerder(dag) < laatste <= dag or eerste <= dag <= laatste


def geleverd_voor(zicht: Zicht, laatsten: Iterable[date | None]) -> date | None:
    """The first day on which figures came that count for a single reporting duty with one of these last days.

    Whatever its term: where there is no last day, they are about the year of the agreements.
    """
    dagen = [
        dag
        for laatste in laatsten
        for periode, dag in complete_periodes(zicht)
        if gaat_over_jaar_tot(periode, laatste or EINDE_BESTAND)
    ]
    return min(dagen) if dagen else None


# What the figures say.


def norm_op(indicator: dict[str, Any], dag: date) -> dict[str, Any] | None:
    for norm in indicator["normen"]:
        van = date.fromisoformat(norm["van"]) if "van" in norm else EERSTE
        if van <= dag and ("tot" not in norm or dag <= date.fromisoformat(norm["tot"])):
            return dict(norm)
    return None


def grens(norm: dict[str, Any]) -> Fraction:
    tekst = norm["waarde"]
    return Fraction(int(tekst[:-1]), 100) if tekst.endswith("%") else Fraction(tekst)


def oordeel(zicht: Zicht, indicator: dict[str, Any], norm: dict[str, Any], meetdag: date) -> str | None:
    """gehaald or niet_gehaald where the figures of periods that are over settle it, else nothing."""
    deelt = indicator["soort"] == "aandeel"
    van = date(meetdag.year if deelt else indicator["van"], 1, 1)
    jaar = meetdag.year if deelt else indicator.get("tot")
    einde = date(jaar, 12, 31) if jaar else None
    nodig = [indicator["teller"], indicator["noemer"]] if deelt else [indicator["teller"]]
    teller, noemer, gedekt, voorlopig = 0, 0, set[date](), False
    for periode in {x.periode for x in leveringen(zicht.geval)}:
        eerste, laatste = periode_grenzen(periode)
        er_zijn = {k: x for x in leveringen(zicht.geval) if x.periode == periode for k in x.cijfers}
        past = van <= eerste and laatste <= meetdag and (einde is None or laatste <= einde)
        if past and all(k in er_zijn for k in nodig):
            gedekt |= dagen_van(periode)
            teller += er_zijn[nodig[0]].cijfers[nodig[0]]
            noemer += er_zijn[nodig[-1]].cijfers[nodig[-1]] if deelt else 0
            voorlopig = voorlopig or any(er_zijn[k].herkomst == "voorlopig" for k in nodig)
    if not gedekt or (deelt and noemer == 0):
        return None
    waarde = Fraction(teller, noemer) if deelt else Fraction(teller)
    maximum = norm["soort"] == "maximum"
    goed = waarde <= grens(norm) if maximum else waarde >= grens(norm)
    heel = einde is not None and all(van + i * DAG in gedekt for i in range((einde - van).days + 1))
    if heel and not voorlopig:
        return "gehaald" if goed else "niet_gehaald"
    if deelt:
        return None
    if maximum:
        return None if goed else "niet_gehaald"
    return "gehaald" if goed else None


def indicatorstand(zicht: Zicht, laatste: date | None) -> str | None:
    """The outcome that a duty takes from its indicator; nothing where no norm is in force."""
    alle = {n["id"]: n for n in zicht.geval.jaargang["indicatoren"]}
    indicator = alle.get(zicht.plicht.get("indicator", ""))
    if indicator is None:
        return None
    tot = laatste or zicht.laatste or EINDE_BESTAND
    meetdag = min(zicht.peildatum, tot)
    norm = norm_op(indicator, meetdag)
    if norm is None:
        return None
    if uitkomst := oordeel(zicht, indicator, norm, meetdag):
        return uitkomst
    indicator_voorbij = "tot" in indicator and zicht.peildatum > date(indicator["tot"], 12, 31)
    if zicht.peildatum > tot or indicator_voorbij:
        return "wacht_op_cijfers"
    if zicht.eerste and zicht.peildatum < zicht.eerste:
        return "later"
    return "loopt"


# The rules in their order.


def naar_tijd(zicht: Zicht, eerste: date | None, laatste: date, zacht: bool) -> str:
    if zicht.peildatum > laatste:
        return "loopt" if zacht else "te_laat"
    if (laatste - zicht.peildatum).days <= zicht.binnen:
        return "binnenkort"
    return "later" if eerste and zicht.peildatum < eerste else "loopt"


def voor_de_tijd(zicht: Zicht, laatste: date | None) -> str | None:
    """What goes before all that has to do with time: condition, put off, indicator, without end."""
    if is_voorwaardelijk(zicht) and not vervulling(zicht) and not afgerond_op(zicht.eigen):
        return "voorwaardelijk"
    if nog_uitgesteld(zicht):
        return "uitgesteld"
    if uitkomst := indicatorstand(zicht, laatste):
        return uitkomst
    venster = zicht.bedoeld.soort if zicht.bedoeld else ""
    if zicht.plicht["soort"] in ("maximum", "doorlopend") or venster == "doorlopend":
        return "doorlopend"
    return None


def klaar_op(zicht: Zicht, laatste: date | None) -> date | None:
    """The day on which a single duty was done, or for 'vanaf' begun, of those that are done."""
    afgerond = afgerond_op(zicht.eigen)
    geleverd = geleverd_voor(zicht, {zicht.laatste, laatste})
    dagen = [afgerond] if afgerond else []
    dagen += [geleverd] if geleverd else []
    if dagen and zicht.bedoeld and zicht.bedoeld.soort == "begin" and (begin := begonnen_op(zicht)):
        dagen.append(begin)
    return min(dagen) if dagen else None


def enkele_stand(zicht: Zicht) -> tuple[str, date | None, date | None]:
    """The state of a duty that does not recur, its first and its last day."""
    bedoeld, besluit = zicht.bedoeld, geldend_besluit(zicht, None)
    laatste = nieuwe_laatste_dag(besluit) or zicht.laatste
    if is_uitgesteld_zonder_dag(besluit):
        laatste = None
    zonder_eerste = ("na", "uitgesteld") if nieuwe_laatste_dag(besluit) else ("na",)
    eerste = zicht.eerste if bedoeld and bedoeld.soort not in zonder_eerste else None
    zacht = bedoeld is not None and bedoeld.zacht
    eerder = voor_de_tijd(zicht, laatste)
    klaar = klaar_op(zicht, laatste)
    if eerder is None and klaar and blijft_klaar(klaar, besluit):
        eerder_af = besluit is not None and klaar <= datum(besluit)
        tot_wanneer = zicht.laatste if eerder_af and is_uitgesteld_zonder_dag(besluit) else laatste
        laat = tot_wanneer is not None and klaar > tot_wanneer and not zacht
        return ("te_laat_gehaald" if laat else "gehaald"), eerste, tot_wanneer
    if besloten := besloten_stand(zicht, besluit, None):
        return besloten, eerste, laatste
    if eerder:
        return eerder, eerste, laatste
    if laatste is None:
        return ("loopt" if is_uitgesteld_zonder_dag(besluit) else "zonder_termijn"), eerste, None
    if bedoeld and bedoeld.soort == "begin" and begonnen_op(zicht):
        return "loopt", eerste, laatste
    return naar_tijd(zicht, eerste, laatste, zacht), eerste, laatste


# What recurs.


@dataclass(frozen=True)
class Beurt:
    """One time that a recurring duty is to be done; without tijdvak it is a time in the year."""

    tijdvak: str | None
    eerste: date
    laatste: date
    jaren: str = str(JAAR)

    @property
    def periode(self) -> str:
        return self.tijdvak or self.jaren


def beurten(zicht: Zicht, bedoeld: Bedoeld) -> list[Beurt]:
    """The times of the year; from the period in which the condition came true."""
    uit = alle_beurten(zicht, bedoeld)
    vervuld = vervulling(zicht)
    if is_voorwaardelijk(zicht) and vervuld:
        uit = [b for b in uit if max(dagen_van(b.periode)) >= vervuld]
    return uit


def alle_beurten(zicht: Zicht, bedoeld: Bedoeld) -> list[Beurt]:
    for afgesproken in zicht.geval.jaargang.get("meetmomenten", []):
        if even_vaak(WOORDEN[afgesproken["woorden"]], bedoeld):
            return [
                Beurt(
                    m["tijdvak"],
                    periode_grenzen(m["tijdvak"])[1] + DAG,
                    date.fromisoformat(m["uiterlijk"]),
                )
                for m in afgesproken["momenten"]
            ]
    if bedoeld.elke == 24:
        return [Beurt(None, date(JAAR, 1, 1), date(JAAR + 1, 12, 31), f"{JAAR}/{JAAR + 1}")]
    if bedoeld.eerste and bedoeld.laatste:
        return [Beurt(None, bedoeld.eerste, bedoeld.laatste)]
    if bedoeld.elke == 12:
        return [Beurt(None, date(JAAR, 1, 1), date(JAAR, 12, 31)) for _ in range(bedoeld.keer)]
    delen = {
        1: [f"-{m:02}" for m in range(1, 13)] + ["-01"],
        3: ["-Q1", "-Q2", "-Q3", "-Q4", "-Q1"],
        6: ["-H1", "-H2", "-H1"],
    }[bedoeld.elke]
    uit = []
    for i, deel in enumerate(delen[:-1]):
        volgend_jaar = JAAR + 1 if i == len(delen) - 2 else JAAR
        laatste = periode_grenzen(f"{volgend_jaar}{delen[i + 1]}")[1]
        if bedoeld.na_dagen is not None:
            laatste = periode_grenzen(f"{JAAR}{deel}")[1] + bedoeld.na_dagen * DAG
        uit.append(Beurt(f"{JAAR}{deel}", periode_grenzen(f"{JAAR}{deel}")[0], laatste))
    return uit


def even_vaak(een: Bedoeld, ander: Bedoeld) -> bool:
    """Whether moments set for some words hold for others: as often, and without a day of their own."""
    return (een.elke, een.keer, een.laatste, een.na_dagen) == (
        ander.elke,
        ander.keer,
        ander.laatste,
        ander.na_dagen,
    )


def met_besluit(zicht: Zicht, beurt: Beurt) -> Beurt:
    """The last day goes to `tot` where that is later."""
    tot = nieuwe_laatste_dag(geldend_besluit(zicht, beurt.periode))
    return replace(beurt, laatste=max(beurt.laatste, tot or beurt.laatste))


def gedekt_op(zicht: Zicht, tijdvak: str) -> date | None:
    """The day on which the delivered periods together cover a period."""
    for dag in sorted({dag for _, dag in complete_periodes(zicht)}):
        gedekt = set[date]()
        for periode, compleet in complete_periodes(zicht):
            if compleet <= dag:
                gedekt |= dagen_van(periode)
        if dagen_van(tijdvak) <= gedekt:
            return dag
    return None


def over_tijdvak(zicht: Zicht, tijdvak: str) -> list[Melding]:
    """What the doers say about a period, or about one around it."""
    return [m for m in zicht.eigen if "tijdvak" in m and dagen_van(tijdvak) <= dagen_van(m["tijdvak"])]


def teruggenomen(zicht: Zicht, melding: Melding, tijdvak: str) -> bool:
    """Whether the doer later says by name that a period is not done."""
    erna = [m for m in over_tijdvak(zicht, tijdvak) if m["door"] == melding["door"]]
    return any(m["melding"] in OPEN and datum(m) > datum(melding) for m in erna)


def tijdvakken_vervuld(zicht: Zicht, rijen: list[Beurt]) -> list[date | None]:
    """On which day each period was fulfilled: by what is about it, or by a statement that names no period."""
    vast = []
    for rij in rijen:
        dagen = [
            d for d in (gedekt_op(zicht, rij.periode), afgerond_op(over_tijdvak(zicht, rij.periode))) if d
        ]
        vast.append(min(dagen) if dagen else None)
    los = [m for m in zicht.eigen if m["melding"] == "afgerond" and "tijdvak" not in m]
    for melding in sorted(los, key=dag_van):
        dag = dag_van(melding)
        open_rijen = [
            i
            for i, rij in enumerate(rijen)
            if rij.eerste <= dag
            and not ((klaar := vast[i]) and klaar <= dag)
            and not teruggenomen(zicht, melding, rij.periode)
        ]
        op_tijd = [i for i in open_rijen if dag <= rijen[i].laatste]
        for i in (op_tijd or open_rijen)[:1]:
            vast[i] = dag
    return vast


def tegengesproken(zicht: Zicht, melding: Melding, jaar: str) -> bool:
    """Whether a doer said later of a year that it is not done, after a statement that names that year."""
    later = (
        m
        for m in over_tijdvak(zicht, jaar)
        if m["datum"] > melding["datum"]
        and m["melding"] in ("niet_gestart", "loopt", "aandacht", "vertraagd")
    )
    return "tijdvak" in melding and any(later)


def dag_vervuld(zicht: Zicht, laatste: date) -> list[date | None]:
    """The day on which what is owed on a day of the year was done: by what is about the year before that day.

    A statement that names no period counts in the calendar year itself.
    """
    dagen = {dag for periode, dag in complete_periodes(zicht) if gaat_over_jaar_tot(periode, laatste)}
    for melding in zicht.eigen:
        if melding["melding"] == "afgerond":
            over, dag = melding.get("tijdvak"), dag_van(melding)
            if tegengesproken(zicht, melding, str(JAAR)):
                continue
            if gaat_over_jaar_tot(over, laatste) if over else dag.year == JAAR:
                dagen.add(dag)
    return [min(dagen)] if dagen else [None]


def keren_vervuld(zicht: Zicht, aantal: int, jaren: list[str]) -> list[date | None]:
    """The distinct days of the years on which something came in, then what came in later about them."""
    in_jaar, erna = set[date](), set[date]()
    for periode, dag in complete_periodes(zicht):
        if str(dag.year) in jaren and gaat_over_jaar_tot(periode, dag):
            in_jaar.add(dag)
        if str(dag.year) > max(jaren) and periode[:4] in jaren:
            erna.add(dag)
    for melding in zicht.eigen:
        if melding["melding"] == "afgerond" and not (
            aantal == len(jaren) == 1 and tegengesproken(zicht, melding, jaren[0])
        ):
            dag, over = dag_van(melding), melding.get("tijdvak", "")
            if str(dag.year) in jaren and (not over or gaat_over_jaar_tot(over, dag)):
                in_jaar.add(dag)
            if str(dag.year) > max(jaren) and over[:4] in jaren:
                erna.add(dag)
    dagen: list[date | None] = [*sorted(in_jaar), *sorted(erna)]
    return (dagen + [None] * aantal)[:aantal]


def stand_van_beurt(zicht: Zicht, beurt: Beurt, klaar: date | None) -> str:
    besluit = geldend_besluit(zicht, beurt.periode)
    zacht = zicht.bedoeld is not None and zicht.bedoeld.zacht
    if klaar and blijft_klaar(klaar, besluit):
        return "te_laat_gehaald" if klaar > beurt.laatste and not zacht else "gehaald"
    if besloten := besloten_stand(zicht, besluit, beurt.periode):
        return besloten
    return naar_tijd(zicht, beurt.eerste, beurt.laatste, zacht)


def standen_van_beurten(zicht: Zicht, rijen: list[Beurt]) -> list[str]:
    if rijen and rijen[0].tijdvak:
        klaar = tijdvakken_vervuld(zicht, rijen)
    elif rijen and zicht.bedoeld and zicht.bedoeld.laatste:
        klaar = dag_vervuld(zicht, zicht.bedoeld.laatste)
    else:
        klaar = keren_vervuld(zicht, len(rijen), rijen[0].periode.split("/") if rijen else [])
    return [stand_van_beurt(zicht, r, k) for r, k in zip(rijen, klaar, strict=True)]


def stand_als_geheel(zicht: Zicht) -> str | None:
    """The state of a recurring duty as long as nothing recurs."""
    zonder_tijdvak = [b for b in besluiten(zicht) if "tijdvak" not in b]
    besluit = zonder_tijdvak[-1] if zonder_tijdvak else None
    klaar = afgerond_op(zicht.eigen)
    if is_voorwaardelijk(zicht) and not vervulling(zicht) and klaar:
        return "gehaald" if blijft_klaar(klaar, besluit) else "vervallen"
    eerder = voor_de_tijd(zicht, None)
    if eerder is None:
        return None
    return besloten_stand(zicht, besluit, None) or eerder


# The rows.


def traagste(standen: Iterable[str]) -> str:
    return min(standen, key=SLOWEST_FIRST.index)


def rijen_van(geval: Geval, plicht: dict[str, Any], peildatum: date, binnen: int) -> list[Rij]:
    """The rows of one duty: each doer for itself, or all together, and the slowest of them."""
    samen = plicht.get("uitvoering") == "samen"
    groepen = [tuple(plicht["wie"])] if samen else [(p,) for p in plicht["wie"]]
    zichten = [Zicht(geval, plicht, groep, peildatum, binnen) for groep in groepen]
    bedoeld = zichten[0].bedoeld

    def rij(tijdvak: str | None, eerste: date | None, laatste: date | None, standen: list[str]) -> Rij:
        per_partij = tuple((p, s) for groep, s in zip(groepen, standen, strict=True) for p in groep)
        return Rij(plicht["nummer"], tijdvak, eerste, laatste, traagste(standen), per_partij)

    if bedoeld is None or bedoeld.soort != "terugkerend":
        enkel = [enkele_stand(z) for z in zichten]
        _, eerste, laatste = min(enkel, key=lambda e: SLOWEST_FIRST.index(e[0]))
        return [rij(None, eerste, laatste, [stand for stand, _, _ in enkel])]
    geheel = [stand_als_geheel(z) for z in zichten]
    if all(geheel):
        return [rij(None, None, None, [stand for stand in geheel if stand])]
    rijen = [met_besluit(zichten[0], b) for b in beurten(zichten[0], bedoeld)]
    if not rijen:
        # The condition came true when all of it was over: nothing was owed, and it stays in sight.
        return [rij(None, None, None, ["voorwaardelijk"] * len(groepen))]
    kolommen = [
        [heel] * len(rijen) if heel else standen_van_beurten(z, rijen)
        for z, heel in zip(zichten, geheel, strict=True)
    ]
    return [
        rij(b.tijdvak, b.eerste, b.laatste, [kolom[i] for kolom in kolommen]) for i, b in enumerate(rijen)
    ]


def plichten(geval: Geval) -> list[dict[str, Any]]:
    """The duties with their number; a constatering is none."""
    return [
        {**v, "nummer": a["nummer"] + v["letter"]}
        for a in geval.jaargang["afspraken"]
        for v in a["verplichtingen"]
        if v["soort"] != "constatering"
    ]


def referentie(geval: Geval, peildatum: date, binnen: int = 60) -> list[Rij]:
    """All rows on a day; before the first agreements there are none."""
    if peildatum < EERSTE:
        return []
    return [rij for plicht in plichten(geval) for rij in rijen_van(geval, plicht, peildatum, binnen)]


# The program beside it.


def programma() -> Callable[..., Any] | None:
    """`plichtstanden` of the program, where it is there."""
    naam = "prestatie_cli.indicatoren.plichten"
    if importlib.util.find_spec(naam) is None:
        return None
    gevonden: Callable[..., Any] = importlib.import_module(naam).plichtstanden
    return gevonden


def rijen_van_programma(geval: Geval, peildatum: date, binnen: int = 60) -> list[Rij]:
    """What the program gives, as rows. The names of the program stand here and nowhere else."""
    standen = programma()
    assert standen is not None
    bekend = {p["nummer"] for p in plichten(geval)}
    rijen = []
    for t in standen(geval.dossier, peildatum, binnen):
        nummer = getattr(t, "nummer", None) or t.verplichting
        if nummer in bekend:
            rijen.append(Rij(nummer, t.tijdvak, t.vroegst, t.uiterlijk, t.stand, tuple(t.per_partij)))
    return rijen


Verschil = tuple[str, list[tuple[Any, ...]], list[tuple[Any, ...]]]


def verschillen(geval: Geval, peildatum: date, binnen: int = 60) -> list[Verschil]:
    """By duty what the reference says and what the program says, where these differ."""
    programma_zegt = rijen_van_programma(geval, peildatum, binnen)
    referentie_zegt = referentie(geval, peildatum, binnen)
    uit = []
    for plicht in plichten(geval):
        nummer = plicht["nummer"]
        a = vergelijkbaar(plicht, [r for r in referentie_zegt if r.verplichting == nummer])
        b = vergelijkbaar(plicht, [r for r in programma_zegt if r.verplichting == nummer])
        if a != b:
            uit.append((nummer, a, b))
    return uit


def vergelijkbaar(plicht: dict[str, Any], rijen: list[Rij]) -> list[tuple[Any, ...]]:
    """What is compared: days and periods where the state is one of time, parties where each does it for itself."""
    ieder = plicht.get("uitvoering") != "samen" and len(plicht["wie"]) > 1
    uit = []
    vanaf = plicht.get("termijn", {}).get("woorden", "").startswith("vanaf")
    for r in rijen:
        begonnen = vanaf and r.stand == "loopt"  # its last day was that of beginning
        telt = r.laatste is not None and r.stand in NAAR_DAGEN and "indicator" not in plicht and not begonnen
        dagen = (r.eerste, r.laatste) if telt else (None, None)
        # A time in the year has no period of its own; the program may name the year and count it.
        in_jaren = r.tijdvak and r.tijdvak.split()[0] in (str(JAAR), f"{JAAR}/{JAAR + 1}")
        tijdvak = None if in_jaren else r.tijdvak
        uit.append((tijdvak, *dagen, r.stand, tuple(sorted(r.per_partij)) if ieder else ()))
    return sorted(uit, key=str)


def peildata(geval: Geval, zaad: int, aantal: int = 6) -> list[date]:
    """Days worth a look: some by chance, and some on and after which something happens or ends."""
    r = random.Random(zaad)
    dagen = [date.fromisoformat(m["datum"]) for m in _alle_meldingen(geval)]
    dagen += [x.dag for x in leveringen(geval)]
    dagen += [b.laatste for b in geval.woorden.values() if b.laatste]
    keuze = [dag + r.choice((-61, -60, -1, 0, 1)) * DAG for dag in dagen]
    gekozen = r.sample(keuze, min(len(keuze), aantal)) + [
        EERSTE + timedelta(days=r.randint(0, 1095)) for _ in range(3)
    ]
    return sorted({dag for dag in gekozen if dag >= EERSTE})


def _alle_meldingen(geval: Geval) -> list[Melding]:
    return [m for p, x in geval.bestanden.items() if p.startswith("voortgang/") for m in x["voortgang"]]


def main() -> int:
    parser = argparse.ArgumentParser(prog="python -m tests.hulp.referentie")
    parser.add_argument("--aantal", type=int, default=2000, help="so many dossiers")
    parser.add_argument("--vanaf", type=int, default=0, help="the first seed")
    parser.add_argument("--toon", type=int, default=10, help="show so many differences")
    opties = parser.parse_args()
    if programma() is None:
        print("the program has no plichtstanden yet")
        return 3
    soorten, getoond = Counter[tuple[str, ...]](), 0
    for zaad in range(opties.vanaf, opties.vanaf + opties.aantal):
        geval = maak(zaad)
        for dag in peildata(geval, zaad):
            for nummer, goed, staat in verschillen(geval, dag):
                plicht = next(p for p in plichten(geval) if p["nummer"] == nummer)
                woorden = plicht.get("termijn", {}).get("woorden", "-")
                stand = [f"{sorted({r[3] for r in kant})}" for kant in (goed, staat)]
                sleutel = (plicht["soort"], woorden, *stand)
                soorten[sleutel] += 1
                if getoond < opties.toon and soorten[sleutel] == 1:
                    getoond += 1
                    print(uitleg(geval, zaad, dag, nummer, goed, staat))
    for sleutel, keer in soorten.most_common(40):
        print(keer, *sleutel)
    print(f"{opties.aantal} dossiers, {sum(soorten.values())} differences")
    return 1 if soorten else 0


def uitleg(
    geval: Geval, zaad: int, dag: date, nummer: str, goed: list[tuple[Any, ...]], staat: list[tuple[Any, ...]]
) -> str:
    """All that matters to one difference."""
    plicht = next(p for p in plichten(geval) if p["nummer"] == nummer)
    regels = [f"seed {zaad}, {dag}, {nummer}: {plicht}"]
    regels += [f"  statement {m}" for m in _alle_meldingen(geval) if m["verplichting"] == nummer]
    if plicht.get("kengetallen") or plicht.get("indicator"):
        regels += [f"  delivery {x}" for x in leveringen(geval)]
        regels += [f"  {n}" for n in geval.jaargang["indicatoren"] if n["id"] == plicht.get("indicator")]
        regels.append(f"  levert { ({k['id']: k['levert'] for k in geval.jaargang['kengetallen']}) }")
    regels += [f"  reference {r}" for r in goed if r not in staat]
    regels += [f"  program   {r}" for r in staat if r not in goed]
    return "\n".join(regels)


if __name__ == "__main__":
    sys.exit(main())
