"""What holds for the states of duties on every day, whatever is agreed, stated and delivered.

`python -m tests.hulp.standwetten` holds the program to it over 200 dossiers and prints where it does not.
"""

import argparse
import random
import sys
from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from datetime import date
from typing import Any

from tests.hulp.plichtdossiers import DAG, EERSTE, LAATSTE, Geval, maak
from tests.hulp.referentie import Rij, leveringen, plichten, programma, referentie, rijen_van_programma

Rijen = Callable[[Geval, date], list[Rij]]
ALLE_DAGEN = tuple(EERSTE + i * DAG for i in range((LAATSTE - EERSTE).days + 1))
BINNEN = 60
KLAAR = ("gehaald", "te_laat_gehaald")


def vastgelegd(geval: Geval, nummer: str) -> set[date]:
    """The days on which something was said about a duty, or figures came."""
    dagen = {x.dag for x in leveringen(geval)}
    for pad, inhoud in geval.bestanden.items():
        if pad.startswith("voortgang/"):
            dagen |= {
                date.fromisoformat(m["datum"]) for m in inhoud["voortgang"] if m["verplichting"] == nummer
            }
    return dagen


def _per_rij(rijen: list[Rij]) -> dict[tuple[str, str | None, int], Rij]:
    uit: dict[tuple[str, str | None, int], Rij] = {}
    for rij in rijen:
        keer = sum((n, t) == (rij.verplichting, rij.tijdvak) for n, t, _ in uit)
        uit[rij.verplichting, rij.tijdvak, keer] = rij
    return uit


def grensdagen(geval: Geval) -> list[date]:
    """The days around the first and last days of all rows."""
    grenzen = {d for rij in referentie(geval, LAATSTE) for d in (rij.eerste, rij.laatste) if d}
    grenzen |= {d for rij in referentie(geval, EERSTE) for d in (rij.eerste, rij.laatste) if d}
    return sorted(d for d in {g + i * DAG for g in grenzen for i in (-1, 0, 1)} if EERSTE <= d <= LAATSTE)


def wetten_van_de_tijd(geval: Geval, standen: Rijen, dagen: Iterable[date] = ALLE_DAGEN) -> Iterator[str]:
    """Where a state goes wrong from one day to the next; the days in order, those that follow each other."""
    per_plicht = {p["nummer"]: p for p in plichten(geval)}
    gebeurd = {nummer: vastgelegd(geval, nummer) for nummer in per_plicht}
    gisteren: dict[tuple[str, str | None, int], Rij] = {}
    vorige = EERSTE
    for dag in dagen:
        vandaag = _per_rij(standen(geval, dag))
        for sleutel, rij in vandaag.items():
            nummer = rij.verplichting
            if per_plicht[nummer]["soort"] == "maximum" and "te_laat" in _standen(rij):
                yield f"{nummer} is a maximum, and late on {dag}"
            is_nabij = rij.laatste is not None and (rij.laatste - dag).days <= BINNEN
            if is_nabij and rij.stand == "later" and "indicator" not in per_plicht[nummer]:
                yield f"{sleutel} is later on {dag}, so near its last day"
            eerder = gisteren.get(sleutel)
            if eerder is None or dag != vorige + DAG or dag in gebeurd[nummer]:
                continue
            for wie, oud, nieuw in _stappen(eerder, rij):
                if (oud, nieuw) == ("later", "te_laat"):
                    yield f"{sleutel} of {wie} went from later to te_laat on {dag}"
                if oud == "te_laat" and nieuw != "te_laat":
                    yield f"{sleutel} of {wie} was late and became {nieuw} on {dag} by itself"
        gisteren, vorige = vandaag, dag


def _standen(rij: Rij) -> set[str]:
    return {rij.stand, *(stand for _, stand in rij.per_partij)}


def _stappen(oud: Rij, nieuw: Rij) -> Iterator[tuple[str, str, str]]:
    yield "all", oud.stand, nieuw.stand
    later = dict(nieuw.per_partij)
    for partij, stand in oud.per_partij:
        yield partij, stand, later.get(partij, stand)


def zonder(geval: Geval, weg: Callable[[str, dict[str, Any]], bool]) -> Geval:
    """A dossier without some of its statements and deliveries; `weg` says which."""
    bestanden = {}
    for pad, inhoud in geval.bestanden.items():
        lijst = {"voortgang": "voortgang", "metingen": "leveringen"}.get(pad.split("/")[0])
        if lijst is None:
            bestanden[pad] = inhoud
        elif over := [x for x in inhoud[lijst] if not weg(lijst, x)]:
            bestanden[pad] = inhoud | {lijst: over}
    return replace(geval, bestanden=bestanden)


def niets_uit_niets(geval: Geval, standen: Rijen, dagen: list[date]) -> Iterator[str]:
    """Where a duty is done of which nobody recorded anything."""
    leeg = zonder(geval, lambda _lijst, _record: True)
    for dag in dagen:
        for rij in standen(leeg, dag):
            if _standen(rij) & {*KLAAR, "niet_gehaald"}:
                yield f"{rij} on {dag}, and nobody recorded anything"


def volgorde_telt_niet(geval: Geval, standen: Rijen, dagen: list[date], zaad: int) -> Iterator[str]:
    """Where another order of files and records gives another answer."""
    r = random.Random(zaad)
    bestanden = {}
    for pad in r.sample(list(geval.bestanden), len(geval.bestanden)):
        inhoud = dict(geval.bestanden[pad])
        for lijst in ("voortgang", "leveringen", "afspraken", "kengetallen", "indicatoren", "partijen"):
            if lijst in inhoud:
                inhoud[lijst] = r.sample(inhoud[lijst], len(inhoud[lijst]))
        bestanden[pad] = inhoud
    anders = replace(geval, bestanden=bestanden)
    for dag in dagen:
        een, twee = (sorted(standen(g, dag), key=repr) for g in (geval, anders))
        if een != twee:
            yield f"on {dag}: {set(een) ^ set(twee)}"


def ieder_voor_zich(geval: Geval, standen: Rijen, dagen: list[date]) -> Iterator[str]:
    """Where what a party says or delivers changes how another stands that does the duty for itself."""
    ieder = [p for p in plichten(geval) if p.get("uitvoering") != "samen" and len(p["wie"]) > 1]
    for zwijger in {p for plicht in ieder for p in plicht["wie"]}:

        def weg(lijst: str, record: dict[str, Any], zwijger: str = zwijger) -> bool:
            van_allen = record.get("melding") in ("voorwaarde_vervuld", "uitgesteld", "vervallen")
            return record["door"] == zwijger and not van_allen

        stil = zonder(geval, weg)
        for dag in dagen:
            voor, na = standen(geval, dag), standen(stil, dag)
            for plicht in ieder:
                if plicht.get("indicator"):
                    continue
                for ander in plicht["wie"]:
                    een, twee = (_van(rijen, plicht["nummer"], ander) for rijen in (voor, na))
                    if ander != zwijger and een != twee and not _andere_vorm(een, twee):
                        yield f"{plicht['nummer']} of {ander} on {dag}: {een} but {twee} without {zwijger}"


def _van(rijen: list[Rij], nummer: str, partij: str) -> list[tuple[str | None, str]]:
    return [
        (r.tijdvak, stand)
        for r in rijen
        if r.verplichting == nummer
        for p, stand in r.per_partij
        if p == partij
    ]


def _andere_vorm(een: list[tuple[str | None, str]], twee: list[tuple[str | None, str]]) -> bool:
    """One row instead of one a period, as long as nothing recurs: the state itself is the same."""
    return len(een) != len(twee) and {stand for _, stand in een} == {stand for _, stand in twee}


def main() -> int:
    parser = argparse.ArgumentParser(prog="python -m tests.hulp.standwetten")
    parser.add_argument("--aantal", type=int, default=200, help="so many dossiers")
    parser.add_argument("--vanaf", type=int, default=0, help="the first seed")
    opties = parser.parse_args()
    if programma() is None:
        print("the program has no plichtstanden yet")
        return 3
    gebroken = 0
    for zaad in range(opties.vanaf, opties.vanaf + opties.aantal):
        geval, r = maak(zaad), random.Random(zaad)
        dagen = r.sample(ALLE_DAGEN, 4)
        for boodschap in (
            *wetten_van_de_tijd(geval, rijen_van_programma, grensdagen(geval)),
            *niets_uit_niets(geval, rijen_van_programma, dagen),
            *volgorde_telt_niet(geval, rijen_van_programma, dagen, zaad),
            *ieder_voor_zich(geval, rijen_van_programma, dagen),
        ):
            gebroken += 1
            print(f"seed {zaad}: {boodschap}")
    print(f"{opties.aantal} dossiers, {gebroken} times broken")
    return 1 if gebroken else 0


if __name__ == "__main__":
    sys.exit(main())
