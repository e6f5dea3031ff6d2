"""A finding about the data is a value with a code, a place and a remedy."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal

Ernst = Literal["fout", "waarschuwing", "informatie"]
Pad = tuple[str | int, ...]
RANG: dict[Ernst, int] = {"fout": 0, "waarschuwing": 1, "informatie": 2}


@dataclass(frozen=True, slots=True)
class Plaats:
    """Where a finding stands: file, line and column (1-based; 0 = the file as a whole).

    `pad` leads to the value inside the file, such as `("afspraken", 3, "nummer")`; a trailing
    `SLEUTEL` points at the key itself rather than its value.
    """

    bestand: str
    regel: int = 0
    kolom: int = 0
    pad: Pad = ()

    def __str__(self) -> str:
        """`bestand:regel:kolom`, as editors jump to it."""
        return f"{self.bestand}:{self.regel}:{self.kolom}" if self.regel else self.bestand


SLEUTEL = "\0sleutel"


@dataclass(frozen=True, slots=True)
class Bevinding:
    """One thing that is wrong, doubtful or worth knowing, with the remedy in `hulp`.

    `raakt` names what can't be judged while it stands: numbers of duties (`3.5b`) and agreements, ids
    of indicators, figures and parties.
    """

    code: str
    ernst: Ernst
    boodschap: str
    plaats: Plaats
    hulp: str | None = None
    raakt: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Regel:
    """A rule that findings refer to by `code`: what is always true, and what to do if it is not."""

    code: str
    ernst: Ernst
    zin: str
    uitleg: str


@dataclass(frozen=True, slots=True)
class Gezondheid:
    """How sound the data are that an answer stands on; `onleesbaar` names files not wholly read."""

    fouten: int = 0
    waarschuwingen: int = 0
    onleesbaar: tuple[str, ...] = ()


def volgorde(bevinding: Bevinding) -> tuple[str, int, int, str, str]:
    """The sort key of findings: by file, line, column, then code."""
    plaats = bevinding.plaats
    return (plaats.bestand, plaats.regel, plaats.kolom, bevinding.code, bevinding.boodschap)


def bedoelde_u(woord: str, mogelijk: Iterable[str]) -> str | None:
    """The nearest known word as a question, or None when nothing is near."""
    from difflib import get_close_matches

    klein = {naam.casefold(): naam for naam in mogelijk}
    dichtbij = [klein[naam] for naam in get_close_matches(woord.casefold(), klein, n=1, cutoff=0.6)]
    return f"bedoelde u '{dichtbij[0]}'?" if dichtbij else None
