"""The Dutch words in which values are shown to a reader."""

from datetime import date
from typing import get_args

from prestatie_cli.termijnen.standen import Stand
from prestatie_cli.termijnen.vormen import datum_in_woorden

STANDWOORDEN: dict[Stand, str] = {stand: stand.replace("_", " ") for stand in get_args(Stand)}


def schoon(tekst: str) -> str:
    """Text without what steers a terminal: control and bidi characters become visible escapes."""
    if tekst.isascii() and tekst.isprintable():
        return tekst
    return "".join(_zichtbaar(teken) for teken in tekst)


def _zichtbaar(teken: str) -> str:
    code = ord(teken)
    stuurt = code < 32 or 127 <= code < 160 or 0x202A <= code <= 0x202E or 0x2066 <= code <= 0x2069
    if teken in "\n\t":
        return " "
    return f"\\u{code:04x}" if stuurt else teken


AFGELEID = "* nummer afgeleid: het staat niet (zo) in de bron"


def nummertekst(nummer: str, afgeleid: bool) -> str:
    """A number as it is shown: with a star when it was inferred."""
    return f"{nummer}*" if afgeleid else nummer


def woord(waarde: str) -> str:
    """A value of the data as a word: `niet_gestart` becomes `niet gestart`."""
    return waarde.replace("_", " ")


def opsomming(namen: tuple[str, ...]) -> str:
    """Names after each other: `gemeente, omthuis`."""
    return ", ".join(namen)


def datumtekst(dag: date | None) -> str:
    """A date in words, or a dash where there is none."""
    return datum_in_woorden(dag) if dag else "-"


def aantal(getal: int, enkelvoud: str, meervoud: str) -> str:
    """A count with its noun: `1 fout`, `3 fouten`."""
    return f"{getal} {enkelvoud if getal == 1 else meervoud}"
