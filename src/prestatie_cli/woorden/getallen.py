"""Numbers for a Dutch reader: comma for decimals, point for thousands, never against the verdict."""

from decimal import ROUND_HALF_EVEN, Decimal
from fractions import Fraction

from prestatie_cli.model.jaargang import Norm

MEER_CIJFERS = 12


def getal(waarde: Decimal | Fraction | int) -> str:
    """An exact decimal in Dutch: `1.234` or `138.500,50`; a fraction to one decimal."""
    if isinstance(waarde, Fraction):
        waarde = _afgerond(waarde, 0 if waarde.denominator == 1 else 1)
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
        getoond = _afgerond(aandeel * 100, cijfers)
        if all(_kant(Fraction(getoond), 100 * g) == _kant(aandeel * 100, 100 * g) for g in grenzen):
            return f"{getal(getoond)}%"
    return f"{getal(_afgerond(aandeel * 100, MEER_CIJFERS))}%"


def _kant(a: Fraction, b: Fraction) -> int:
    return (a > b) - (a < b)


def _afgerond(waarde: Fraction, cijfers: int) -> Decimal:
    """A fraction rounded half-even to a number of decimals, exactly."""
    schaal = 10**cijfers
    return Decimal(round(waarde * schaal)).scaleb(-cijfers)


def normtekst(norm: Norm, is_aandeel: bool) -> str:
    """A norm in words: `hoogstens 10%`, `250 t/m 300`."""

    def toon(waarde: Decimal | None) -> str:
        if waarde is None:
            return "?"
        return f"{getal((waarde * 100).normalize() + 0)}%" if is_aandeel else getal(waarde)

    woorden = {
        "maximum": f"hoogstens {toon(norm.waarde)}",
        "minimum": f"minstens {toon(norm.waarde)}",
        "streefwaarde": f"streven {toon(norm.waarde)}",
        "bandbreedte": f"{toon(norm.ondergrens)} t/m {toon(norm.bovengrens)}",
    }
    return woorden[norm.soort]


def exact(waarde: Decimal | None) -> str | None:
    """A decimal for JSON: plain digits without exponent or trailing zeros."""
    if waarde is None:
        return None
    tekst = f"{waarde:f}"
    return tekst.rstrip("0").rstrip(".") if "." in tekst else tekst


def aandeel_voor_json(aandeel: Fraction) -> str:
    """A share 0-1 rounded half-even to six decimals, without trailing zeros: `0.1`."""
    return exact(_afgerond(aandeel, 6).quantize(Decimal("0.000001"), ROUND_HALF_EVEN)) or "0"
