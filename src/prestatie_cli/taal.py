"""Dutch as it is written: numbers, dates, counts and lists of names; nothing of ours is known here."""

from datetime import date
from decimal import Decimal
from fractions import Fraction

MAANDEN = (
    "januari", "februari", "maart", "april", "mei", "juni",
    "juli", "augustus", "september", "oktober", "november", "december",
)  # fmt: skip


MEER_CIJFERS = 12


def datum_in_woorden(dag: date) -> str:
    """A date as it is written in Dutch: `1 juli 2026`."""
    return f"{dag.day} {MAANDEN[dag.month - 1]} {dag.year}"


def datumtekst(dag: date | None) -> str:
    """A date in words, or a dash where there is none."""
    return datum_in_woorden(dag) if dag else "-"


def getal(waarde: Decimal | Fraction | int) -> str:
    """An exact decimal in Dutch: `1.234` or `138.500,50`; a fraction to one decimal."""
    if isinstance(waarde, Fraction):
        waarde = afgerond(waarde, 0 if waarde.denominator == 1 else 1)
    tekst = f"{waarde:,f}"
    return tekst.replace(",", " ").replace(".", ",").replace(" ", ".")


def bedrag(waarde: Decimal) -> str:
    """An amount in euro: `€ 138.500` or `€ 932,93`."""
    heel = waarde == waarde.to_integral_value()
    return f"€ {getal(waarde.quantize(Decimal(1) if heel else Decimal('0.01')))}"


def procent(aandeel: Fraction, grenzen: tuple[Fraction, ...] = ()) -> str:
    """A share as a percentage with as many digits as it takes not to touch a line it is not on.

    10.04% against a line of 10% is `10,04%`, never `10,0%`.
    """
    for cijfers in range(1, MEER_CIJFERS):
        getoond = afgerond(aandeel * 100, cijfers)
        if all(_kant(Fraction(getoond), 100 * g) == _kant(aandeel * 100, 100 * g) for g in grenzen):
            return f"{getal(getoond)}%"
    return f"{getal(afgerond(aandeel * 100, MEER_CIJFERS))}%"


def _kant(a: Fraction, b: Fraction) -> int:
    return (a > b) - (a < b)


def afgerond(waarde: Fraction, cijfers: int) -> Decimal:
    """A fraction rounded half-even to a number of decimals, exactly."""
    schaal = 10**cijfers
    return Decimal(round(waarde * schaal)).scaleb(-cijfers)


def aantal(getal: int, enkelvoud: str, meervoud: str) -> str:
    """A count with its noun: `1 fout`, `3 fouten`."""
    return f"{getal} {enkelvoud if getal == 1 else meervoud}"


def opsomming(namen: tuple[str, ...]) -> str:
    """Names after each other: `gemeente, omthuis`."""
    return ", ".join(namen)


def woord(waarde: str) -> str:
    """A value of the data as a word: `niet_gestart` becomes `niet gestart`."""
    return waarde.replace("_", " ")


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
