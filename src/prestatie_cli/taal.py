"""Dutch as it is written: numbers, dates, counts and lists of names; nothing of ours is known here."""

import re
from collections.abc import Iterable
from datetime import date, timedelta
from decimal import Decimal
from fractions import Fraction

MAANDEN = (
    "januari", "februari", "maart", "april", "mei", "juni",
    "juli", "augustus", "september", "oktober", "november", "december",
)  # fmt: skip


DELEN = {
    "H1": "eerste halfjaar",
    "H2": "tweede halfjaar",
    "Q1": "eerste kwartaal",
    "Q2": "tweede kwartaal",
    "Q3": "derde kwartaal",
    "Q4": "vierde kwartaal",
}
OP = "stand op "
MEER_CIJFERS = 12
MILJOEN_CIJFERS = 2
# From how long a time is told in weeks, in months, in years.
MEESTE_DAGEN, MINSTE_MAANDEN, MINSTE_JAARMAANDEN = 22, 3, 24
# Control characters, marks and overrides of direction, line separators, byte order marks, halves of a
# character (a file name that is no UTF-8) and annotations: none can be seen, and each hides something.
_STUREND = (
    "\x00-\x08\x0b-\x1a\x1c-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u206f"
    "\ufeff\ufff9-\ufffb\ufffe\uffff\ud800-\udfff"
)
STUREND = re.compile(f"[\x1b{_STUREND}]")
STUREND_BIJ_KLEUR = re.compile(rf"[{_STUREND}]|\x1b(?!\[[0-9;]*m)")


def datum_in_woorden(dag: date) -> str:
    """A date as it is written in Dutch: `1 juli 2026`."""
    return f"{dag.day} {MAANDEN[dag.month - 1]} {dag.year}"


def korte_datum(dag: date) -> str:
    """A date in figures as it is written in Dutch: `1-7-2026`."""
    return f"{dag.day}-{dag.month}-{dag.year}"


def periodetekst(periode: str) -> str:
    """A period in words: `eerste halfjaar 2026`, `2024 t/m 2026`, `stand op 1 juli 2026`."""
    if periode.startswith(OP):
        return OP + datum_in_woorden(date.fromisoformat(periode.removeprefix(OP)))
    van, streep, tot = periode.partition("/")
    if streep:
        if len(van) == 4:
            return f"{van} t/m {tot}"
        return " t/m ".join(datum_in_woorden(date.fromisoformat(deel)) for deel in (van, tot))
    jaar, _, deel = periode.partition("-")
    if len(deel) == 2 and deel.isdigit():
        return f"{MAANDEN[int(deel) - 1]} {jaar}"
    return f"{DELEN[deel]} {jaar}" if deel in DELEN else periode


def periode_in_zin(periode: str) -> str:
    """A period as a sentence has it: `over het eerste halfjaar 2026`, `van 2024 t/m 2026`."""
    tekst = periodetekst(periode)
    if tekst.startswith(OP):
        return tekst.removeprefix("stand ")
    if "/" in periode:
        return f"van {tekst}"
    return f"over het {tekst}" if periode[5:] in DELEN else f"over {tekst}"


def tijd_tussen(van: date, tot: date) -> str:
    """How long it is from one day to a later one: `9 dagen`, `ruim 5 weken`, `5 maanden`, `ruim 2 jaar`."""
    dagen = (tot - van).days
    if dagen < MEESTE_DAGEN:
        return aantal(dagen, "dag", "dagen")
    half = tot.day < van.day and not _is_maandeind(tot)
    maanden = 12 * (tot.year - van.year) + tot.month - van.month - half
    if maanden < MINSTE_MAANDEN:
        return ("ruim " if dagen % 7 else "") + aantal(dagen // 7, "week", "weken")
    op_de_dag = tot.day == van.day or (_is_maandeind(van) and _is_maandeind(tot))
    if maanden < MINSTE_JAARMAANDEN and maanden % 12:
        return f"{'' if op_de_dag else 'ruim '}{maanden} maanden"
    return f"{'' if op_de_dag and maanden % 12 == 0 else 'ruim '}{maanden // 12} jaar"


def _is_maandeind(dag: date) -> bool:
    return (dag + timedelta(days=1)).day == 1


def datumtekst(dag: date | None) -> str:
    """A date in words, or a dash where there is none."""
    return datum_in_woorden(dag) if dag else "-"


def getal(waarde: Decimal | Fraction | int) -> str:
    """An exact decimal in Dutch: `1.234` or `138.500,50`; a fraction to one decimal."""
    if isinstance(waarde, Fraction):
        waarde = afgerond(waarde, 0 if waarde.denominator == 1 else 1)
    tekst = f"{Decimal(waarde):,f}"
    return tekst.replace(",", " ").replace(".", ",").replace(" ", ".")


def bedrag(waarde: Decimal) -> str:
    """An amount in euro: `€ 138.500` or `€ 932,93`."""
    heel = waarde == waarde.to_integral_value()
    return f"€ {getal(waarde.quantize(Decimal(1) if heel else Decimal('0.01')))}"


def bedrag_in_miljoenen(waarde: Decimal) -> str:
    """An amount in euro as short as it can be without rounding: `€ 1,4 mln`, `€ 138.500`."""
    miljoenen = waarde.scaleb(-6).normalize()
    exponent = miljoenen.as_tuple().exponent
    if abs(miljoenen) < 1 or not isinstance(exponent, int) or exponent < -MILJOEN_CIJFERS:
        return bedrag(waarde)
    return f"€ {getal(miljoenen + 0)} mln"


def precies_procent(aandeel: Decimal) -> str:
    """A share that was written as a percentage, with all its digits: `4,1%`."""
    return f"{getal((aandeel * 100).normalize() + 0)}%"


def procent(aandeel: Fraction, grenzen: tuple[Fraction, ...] = ()) -> str:
    """A share as a percentage with as many digits as it takes not to touch a line it is not on.

    10.04% against a line of 10% is `10,04%`, never `10,0%`.
    """
    return f"{getal(benaderd(aandeel * 100, tuple(100 * g for g in grenzen)))}%"


def benaderd(waarde: Fraction, grenzen: tuple[Fraction, ...] = ()) -> Decimal:
    """A fraction to as few decimals as it takes not to touch a line it is not on, one at least."""
    for cijfers in range(1, MEER_CIJFERS):
        getoond = afgerond(waarde, cijfers)
        if all(_kant(Fraction(getoond), g) == _kant(waarde, g) for g in grenzen):
            return getoond
    return afgerond(waarde, MEER_CIJFERS)


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


def samen_genoemd(namen: Iterable[str]) -> str:
    """Names as a sentence has them: `gemeente, omthuis en hlve`."""
    return " en ".join(", ".join(namen).rsplit(", ", 1))


def met_hoofdletter(zin: str) -> str:
    """A sentence with a capital; `n.b.` and what is quoted stay as they are."""
    return zin if zin.startswith(("n.b.", "n.v.t.")) else zin[:1].upper() + zin[1:]


def woord(waarde: str) -> str:
    """A value of the data as a word: `niet_gestart` becomes `niet gestart`."""
    return waarde.replace("_", " ")


def schoon(tekst: str) -> str:
    """One line of text as it is shown: what steers a screen or the direction becomes a visible escape."""
    if tekst.isascii() and tekst.isprintable():
        return tekst
    return zichtbaar(tekst.replace("\n", " ").replace("\t", " "))


def zichtbaar(tekst: str, kleuren: bool = False) -> str:
    """A whole output with visible escapes for what steers; lines stay, and `kleuren` keeps colour codes.

    In JSON the escape that is seen is also the escape of JSON: a reader gets the very character back.
    """
    return (STUREND if not kleuren else STUREND_BIJ_KLEUR).sub(_escape, tekst)


def _escape(teken: re.Match[str]) -> str:
    return f"\\u{ord(teken[0]):04x}"
