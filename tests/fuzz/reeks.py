"""A series of planted faults over some dossiers, counted by class, and the tables that are made of it."""

import difflib
import time
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from random import Random
from typing import NamedTuple

from benchmarks.generator import municipality
from tests.conftest import DATA
from tests.fuzz.blad import Dossier, Verminkt
from tests.fuzz.proef import Gemeld, Proefbank
from tests.fuzz.verminkingen import KLASSEN, Klasse

WIJZEN = {"alleen": "De gegevens alleen", "git": "Met de vorige versie in git"}
KOPPEN = (
    "fout",
    "geprobeerd",
    "als fout",
    "als waarschuwing",
    "ter informatie",
    "niet gemeld",
    "op de regel",
)
ERNST = ("fout", "waarschuwing", "informatie", "")


class Uitschieter(NamedTuple):
    """A fault that the program did not bear: which one, and what happened."""

    klasse: str
    trekking: str
    wat: str
    verschil: str


@dataclass
class Uitslag:
    """What was told of the faults of each class, and what went wrong with the program."""

    gemeld: dict[tuple[str, str], list[Gemeld]] = field(default_factory=lambda: defaultdict(list))
    uitschieters: list[Uitschieter] = field(default_factory=list)

    def deel(self, wijze: str, klasse: str) -> int:
        """The share of the faults that was told, in hundredths, rounded down."""
        alle = self.gemeld[wijze, klasse]
        return 100 * sum(g.ernst != "" for g in alle) // max(1, len(alle))

    def op_plek(self, klasse: str) -> int:
        """The share of what was told from the data alone that stands within one line, in hundredths."""
        verteld = [g for g in self.gemeld["alleen", klasse] if g.ernst]
        return 100 * sum(g.op_plek for g in verteld) // max(1, len(verteld))


class Trekking(NamedTuple):
    """Which dossier is maimed, and by what chance."""

    dossier: str
    klasse: Klasse
    zaad: str
    aantal: int  # how many commands are called over it, besides `valideer`
    echt: bool = False


class Reeks:
    """The dossiers on disk, made when first asked for."""

    def __init__(self, werkmap: Path) -> None:
        self.werkmap = werkmap
        self.banken: dict[str, Proefbank] = {}
        self.uitslag = Uitslag()

    def bank(self, naam: str) -> Proefbank:
        """A dossier by name: `voorbeeld`, or a number for a generated municipality."""
        if naam not in self.banken:
            self.banken[naam] = Proefbank(self.werkmap / naam, gaaf(naam))
        return self.banken[naam]

    def doe(self, trekkingen: Iterable[Trekking], tot: float = float("inf")) -> Uitslag:
        """Plant each fault; stop when the clock passes `tot`."""
        for trekking in trekkingen:
            if time.monotonic() > tot:
                break
            verminkt = maak(trekking.klasse, self.bank(trekking.dossier).gaaf, Random(trekking.zaad))
            if verminkt is not None:
                for wijze in WIJZEN:
                    self._proef(trekking, wijze, verminkt, Random(trekking.zaad))
        return self.uitslag

    def _proef(self, trekking: Trekking, wijze: str, verminkt: Verminkt, zaad: Random) -> None:
        bank, klasse = self.bank(trekking.dossier), trekking.klasse.naam
        try:
            gemeld = bank.beproef(wijze, verminkt, zaad, trekking.aantal, trekking.echt)
        except Exception as fout:  # whatever it is, it is what we look for
            wat = f"{type(fout).__name__}: {fout}"
            verschil = verschil_van(bank.gaaf, verminkt)
            self.uitslag.uitschieters.append(Uitschieter(klasse, f"{trekking.zaad}, {wijze}", wat, verschil))
        else:
            self.uitslag.gemeld[wijze, klasse].append(gemeld)


def maak(klasse: Klasse, dossier: Dossier, zaad: Random) -> Verminkt | None:
    """A fault of a class, with some draws where the first come out sound."""
    return next((v for _ in range(8) if (v := klasse.maak(dossier, zaad)) is not None), None)


ECHT = {"voortgang": b"opgave", "metingen": b"definitief"}


def gaaf(naam: str) -> Dossier:
    """A sound dossier by its name, its figures and statements as if they were real: examples may go untold."""
    if naam == "voorbeeld":
        dossier = {p.relative_to(DATA).as_posix(): p.read_bytes() for p in sorted(DATA.rglob("*.yaml"))}
    else:
        dossier = {pad: tekst.encode() for pad, tekst in municipality(int(naam), agreements=8).items()}
    for pad in dossier:
        if woord := ECHT.get(pad.partition("/")[0]):
            dossier[pad] = dossier[pad].replace(b"herkomst: voorbeeld", b"herkomst: " + woord)
    return dossier


def kort(zaad: int, per_klasse: int = 6) -> Iterator[Trekking]:
    """The short form: small municipalities, some faults in the example, some calls of the other commands."""
    for volg, klasse in enumerate(KLASSEN.values()):
        for n in range(per_klasse):
            naam = "voorbeeld" if n == 0 and volg % 8 == 0 else str(n % 2)
            yield Trekking(naam, klasse, f"{zaad} {klasse.naam} {n}", int((volg + n) % 6 == 1))


def lang(zaad: int, per_klasse: int, opdrachten: int = 2) -> Iterator[Trekking]:
    """The long form: the example and six municipalities by turns, other commands over each fault."""
    for n in range(per_klasse):
        for volg, klasse in enumerate(KLASSEN.values()):
            naam = "voorbeeld" if n % 2 else str(n // 2 % 6)
            echt = (volg + n) % 40 == 0
            yield Trekking(naam, klasse, f"{zaad} {klasse.naam} {n}", opdrachten, echt)


def verschil_van(oud: Dossier, verminkt: Verminkt) -> str:
    """What the fault is, as the lines that differ."""
    uit = []
    for pad in sorted({*oud, *verminkt.bestanden}):
        a, b = oud.get(pad), verminkt.bestanden.get(pad)
        if a is None or b is None:
            uit.append(f"{'+' if a is None else '-'} {pad}")
        elif a != b:
            voor, na = (tekst.decode("utf-8", "backslashreplace").split("\n") for tekst in (a, b))
            uit += list(difflib.unified_diff(voor, na, pad, pad, lineterm="", n=0))[1:12]
    return "\n".join(uit)


# -- what is printed --------------------------------------------------------------------------------


def tabellen(uitslag: Uitslag) -> str:
    """Both tables in Markdown."""
    return "\n\n".join(f"### {kop}\n\n{_tabel(uitslag, wijze)}" for wijze, kop in WIJZEN.items())


def _tabel(uitslag: Uitslag, wijze: str) -> str:
    koppen = [*KOPPEN, "eerste uitgave"] if wijze == "alleen" else list(KOPPEN)
    rijen = [koppen, ["---", *("---:" for _ in koppen[1:])]]
    for klasse in KLASSEN.values():
        alle = uitslag.gemeld[wijze, klasse.naam]
        rijen.append([klasse.naam, str(len(alle)), *_delen(alle)])
        if wijze == "alleen":
            rijen[-1].append("" if klasse.eerste is None else f"{klasse.eerste}%")
    return "\n".join(f"| {' | '.join(rij)} |" for rij in rijen)


def _delen(alle: list[Gemeld]) -> list[str]:
    """The shares of a row as percentages; of what was told, how much stands at the place of the fault."""
    telling = Counter(g.ernst for g in alle)
    verteld = len(alle) - telling[""]
    op_plek = _procent(sum(g.op_plek for g in alle if g.ernst), verteld)
    return [*(_procent(telling[ernst], len(alle)) for ernst in ERNST), op_plek]


def _procent(deel: int, geheel: int) -> str:
    return f"{round(100 * deel / geheel)}%" if geheel else "-"


def uitschieters(uitslag: Uitslag) -> str:
    """What the program did not bear, each with the lines that show it."""
    return "\n\n".join(f"{u.klasse} ({u.trekking})\n{u.wat}\n{u.verschil}" for u in uitslag.uitschieters)
