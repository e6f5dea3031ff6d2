"""Which periods of figures lie in each other, follow on each other, or were passed over."""

from collections.abc import Iterable
from datetime import date
from functools import lru_cache

from prestatie_cli.termijnen.perioden import Grenzen, grenzen, is_bedekt

periodegrenzen = lru_cache(maxsize=1024)(grenzen)


def zonder_overlap(perioden: Iterable[str]) -> list[Grenzen]:
    """The longest of the periods that don't overlap, in order of time."""
    gekozen: list[Grenzen] = []
    for a, b in sorted(map(periodegrenzen, set(perioden)), key=lambda g: (g[0] - g[1], g)):
        if all(b < x or y < a for x, y in gekozen):
            gekozen.append((a, b))
    return sorted(gekozen)


def gedekt(periode: str, geleverd: set[str]) -> bool:
    """Whether a period was delivered: as such, in a longer one, or in parts that make it whole."""
    if periode in geleverd:
        return True
    geheel = periodegrenzen(periode)
    stukken = [periodegrenzen(p) for p in geleverd]
    return is_bedekt(geheel, stukken)


def verwachte_perioden(geleverd: Iterable[str]) -> list[str]:
    """The periods that anyone delivered, and the years and halves before the last of them that nobody did."""
    bekend = set(geleverd)
    dagen = [periodegrenzen(p) for p in bekend]
    eerste, laatste = min(a for a, _ in dagen), max(b for _, b in dagen)
    gemist = []
    for jaar in range(eerste.year, laatste.year + 1):
        helften = [f"{jaar}-H1", f"{jaar}-H2"]
        open_ = [h for h in helften if _is_gat(periodegrenzen(h), dagen, eerste, laatste)]
        gemist += [str(jaar)] if open_ == helften else open_
    return sorted(bekend.union(gemist))


def _is_gat(helft: Grenzen, dagen: list[Grenzen], eerste: date, laatste: date) -> bool:
    """Whether nothing at all was delivered over a half, while something was before and after it."""
    voorbij = eerste < helft[0] and helft[1] <= laatste
    return voorbij and all(b < helft[0] or helft[1] < a for a, b in dagen)
