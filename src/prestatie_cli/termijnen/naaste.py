"""For term words that are not read: why, and the nearest words that are.

What is proposed is read itself, recurs as often as the words that were given, and is as soft.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from prestatie_cli.termijnen.spelling import genormaliseerd
from prestatie_cli.termijnen.twijfels import TWIJFELS
from prestatie_cli.termijnen.venster import Venster
from prestatie_cli.termijnen.venstertekst import herhaling_in_woorden
from prestatie_cli.termijnen.vormen import LANGST, herhaling_in, is_streven, lees_woorden

# A part of words that deny says the opposite.
NIET = re.compile(r"\b(?:niet|geen|nooit|zonder|voor|na)\b")
HOOGSTENS_VOORSTELLEN, DIEPST, MEESTE_DELEN = 2, 2, 16


@dataclass(frozen=True, slots=True)
class Raad:
    """Why words are not read, and the nearest that are."""

    waarom: str
    voorstellen: tuple[str, ...]


def raad(woorden: str, jaar: int | None, noem: int) -> Raad:
    """Why words are not read, and the nearest that are; `noem` is the year to name where it needs one."""
    tekst = genormaliseerd(woorden[:LANGST])
    keert, zacht = herhaling_in(woorden), is_streven(woorden)
    waarom = next((t.waarom for t in TWIJFELS if t.patroon.search(tekst)), "")
    if jaar is None and lees_woorden(woorden, noem):
        waarom = "in welk van de jaren, staat er niet"
    for kandidaten, zo_vaak in (
        (_zonder_twijfel(tekst, noem), 0),
        (_delen(tekst), keert.keer if keert else 0),
    ):
        goed: dict[Venster, str] = {}
        for kandidaat in kandidaten:
            for voorstel in (kandidaat, f"in principe {kandidaat}"):
                venster = lees_woorden(voorstel, jaar)
                if venster and _even_sterk(venster, keert, zacht) and venster.keer >= zo_vaak:
                    goed.setdefault(venster, voorstel)
        if goed:
            return Raad(waarom, tuple(goed.values())[:HOOGSTENS_VOORSTELLEN])
    terug = herhaling_in_woorden(keert) if keert else ""
    return Raad(waarom, (f"in principe {terug}" if zacht else terug,) if terug else ())


def _even_sterk(venster: Venster, keert: Venster | None, zacht: bool) -> bool:
    """Whether a proposal recurs as the words do and is as soft."""
    elke = keert.elke if keert else venster.elke
    return venster.zacht == zacht and (keert is None or bool(venster.keer)) and venster.elke == elke


def _zonder_twijfel(tekst: str, noem: int) -> Iterator[str]:
    """The words with something put in the place of what is in doubt, once or twice, and with a year."""
    laag = [tekst]
    for _ in range(DIEPST + 1):
        for woorden in laag:
            if woorden.startswith("het "):
                yield f"in {woorden}"
                yield f"in {woorden} van {noem}"
            yield woorden
            if lees_woorden(woorden) is None and not re.search("[0-9]{4}", woorden):
                yield from (f"{woorden} {noem}", f"{woorden} van {noem}")
        laag = [nieuw for oud in laag for nieuw in _vervangen(oud, noem)]


def _delen(tekst: str) -> Iterator[str]:
    """Stretches of the words themselves, the longest first."""
    delen = tekst.replace(",", "").split()[:MEESTE_DELEN]
    jaartal = re.search("[0-9]{4}", tekst)
    if NIET.search(tekst):
        return
    for lengte in range(len(delen) - 1, 1, -1):
        stukken = (" ".join(delen[n : n + lengte]) for n in range(len(delen) - lengte + 1))
        yield from (stuk for stuk in stukken if not jaartal or jaartal[0] in stuk)


def _vervangen(tekst: str, noem: int) -> Iterator[str]:
    for twijfel in TWIJFELS:
        if twijfel.patroon.search(tekst):
            for wordt in twijfel.wordt:
                nieuw = twijfel.patroon.sub(wordt, tekst, count=1)
                nieuw = nieuw.replace("{jaar}", str(noem)).replace("{later}", str(noem + 3))
                nieuw = nieuw.replace("{volgend}", str(noem + 1))
                yield " ".join(nieuw.replace(" ,", ",").split())
