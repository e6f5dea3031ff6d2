"""The exact probability of ending above a cap or of reaching a target, and how it is said.

The remaining lettings of a year are few, so the point figure says little. With Jeffreys' prior
Beta(1/2, 1/2) and the lettings so far, the number above the income limit among the remaining
lettings is beta-binomial; its tail is summed exactly, without sampling. Of what is counted over time,
such as sales, the number in the rest of it is negative binomial: Jeffreys' prior of a Poisson rate,
Gamma(1/2, 0), and the months so far.
"""

from decimal import Decimal
from fractions import Fraction
from math import isqrt

PRIOR = Fraction(1, 2)
VERHOUDINGEN = (
    (1, 100), (1, 50), (1, 30), (1, 20), (1, 15), (1, 10), (1, 8), (1, 6), (1, 5), (1, 4), (1, 3), (2, 5),
    (1, 2), (3, 5), (2, 3), (3, 4), (4, 5), (5, 6), (7, 8), (9, 10), (14, 15), (19, 20), (29, 30), (49, 50),
    (99, 100),
)  # fmt: skip
VEEL_WAARNEMINGEN = 500
WORTELCIJFERS = 60
# The exact chance takes seconds beyond this, and with so many to come it says little.
MEESTE_RESTEREND = 5000


def zijn_telbaar(teller: Decimal, noemer: Decimal, verwacht: Decimal) -> bool:
    """Whether these are counts, the first a part of the second, with no more to come than can be summed."""
    heel = all(w == w.to_integral_value() for w in (teller, noemer, verwacht))
    return heel and 0 <= teller <= noemer and verwacht - noemer <= MEESTE_RESTEREND


def kans_boven(teller: int, noemer: int, resterend: int, ruimte: int) -> Fraction:
    """P(more than `ruimte` hits in `resterend` trials) after `teller` hits in `noemer`; share 0-1.

    `ruimte` below zero gives 1: the cap is passed already.
    """
    if ruimte < 0:
        return Fraction(1)
    if ruimte >= resterend:
        return Fraction(0)
    a, b = PRIOR + teller, PRIOR + noemer - teller
    kans = Fraction(1)
    for i in range(resterend):
        kans *= (b + i) / (a + b + i)
    # kans is now P(0 hits); each next term follows from the one before it.
    hoogstens = Fraction(0)
    for k in range(ruimte + 1):
        hoogstens += kans
        kans *= Fraction(resterend - k, k + 1) * (a + k) / (b + resterend - k - 1)
    return 1 - hoogstens


def kans_op(teller: int, noemer: int, resterend: int, nodig: int) -> Fraction:
    """P(at least `nodig` hits in `resterend` trials) after `teller` hits in `noemer`; share 0-1."""
    return kans_boven(teller, noemer, resterend, nodig - 1)


def kans_boven_telling(teller: int, maanden: int, resterend: int, ruimte: int) -> Fraction:
    """P(more than `ruimte` in `resterend` months) after `teller` in `maanden` months; share 0-1.

    The root of a share in it is taken to sixty digits; all else is exact.
    """
    if ruimte < 0:
        return Fraction(1)
    vorm, deel = PRIOR + teller, Fraction(maanden, maanden + resterend)
    kans = deel**teller * _wortel(deel)
    hoogstens = Fraction(0)
    for n in range(ruimte + 1):
        hoogstens += kans
        kans *= (vorm + n) / (n + 1) * (1 - deel)
    return max(Fraction(0), 1 - hoogstens)


def _wortel(deel: Fraction) -> Fraction:
    schaal = 10**WORTELCIJFERS
    return Fraction(isqrt(deel.numerator * deel.denominator * schaal**2), deel.denominator * schaal)


def kans_in_woorden(kans: Fraction) -> str:
    """A probability as a council member reads it, by the nearest of few: `ongeveer 1 op 5`."""
    if kans < Fraction(1, 150):
        return "minder dan 1 op 100"
    if kans > 1 - Fraction(1, 100):
        return "vrijwel zeker"
    teller, noemer = min(VERHOUDINGEN, key=lambda v: abs(Fraction(*v) - kans))
    return f"ongeveer {teller} op {noemer}"


def kans_in_procenten(kans: Fraction, waarnemingen: int) -> str:
    """A probability as a percentage no finer than the counts bear: by fives below some hundreds of them."""
    stap = 5 if waarnemingen < VEEL_WAARNEMINGEN else 1
    afgerond = round(kans * 100 / stap) * stap
    if afgerond <= 0:
        return f"minder dan {stap}%"
    return f"meer dan {100 - stap}%" if afgerond >= 100 else f"{afgerond}%"
