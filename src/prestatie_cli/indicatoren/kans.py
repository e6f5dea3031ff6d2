"""The exact probability of ending above a cap, and how it is said.

The remaining lettings of a year are few, so the point figure says little. With Jeffreys' prior
Beta(1/2, 1/2) and the lettings so far, the number above the income limit among the remaining
lettings is beta-binomial; its tail is summed exactly, without sampling.
"""

from decimal import Decimal
from fractions import Fraction

PRIOR = Fraction(1, 2)
VERHOUDINGEN = (2, 3, 4, 5, 6, 8, 10, 15, 20, 30, 50, 100)
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


def kans_in_woorden(kans: Fraction) -> str:
    """A probability as a council member reads it: `ongeveer 1 op 5`."""
    if kans < Fraction(1, 150):
        return "minder dan 1 op 100"
    if kans > 1 - Fraction(1, 100):
        return "vrijwel zeker"
    if kans <= Fraction(9, 20):
        dichtstbij = min(VERHOUDINGEN, key=lambda n: abs(Fraction(1, n) - kans))
        return f"ongeveer 1 op {dichtstbij}"
    if kans < Fraction(11, 20):
        return "ongeveer 1 op 2"
    return f"ongeveer {max(6, min(9, round(kans * 10)))} op 10"
