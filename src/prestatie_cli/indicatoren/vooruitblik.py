"""The pace of a count that adds up over years, and when it meets its line at that pace."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from fractions import Fraction


@dataclass(frozen=True, slots=True)
class Tempo:
    """Per-year pace so far and needed or allowed for the rest, and the year in which a line is met.

    `per_jaar`, `nodig` and `toegestaan` are exact numbers a year; `bereikt_in` is the year in which
    the lower line is reached, `gepasseerd_in` that in which the upper line is passed, None when not
    within the period.
    """

    per_jaar: Fraction
    nodig: Fraction | None
    toegestaan: Fraction | None
    bereikt_in: int | None
    gepasseerd_in: int | None


def tempo(
    teller: Decimal,
    maanden: int,
    van: date,
    eind: date | None,
    onder: Fraction | None,
    boven: Fraction | None,
) -> Tempo:
    """The pace after `maanden` months from `van`, for a period to `eind` (None: no end date)."""
    totaal = Fraction(teller)
    per_maand = totaal / maanden
    rest = 12 * (eind.year - van.year + 1) - maanden if eind else 0
    return Tempo(
        per_jaar=per_maand * 12,
        nodig=max(Fraction(0), onder - totaal) / rest * 12 if onder is not None and rest else None,
        toegestaan=max(Fraction(0), boven - totaal) / rest * 12 if boven is not None and rest else None,
        bereikt_in=_jaar(van, eind, -((-onder / per_maand) // 1)) if onder and per_maand > 0 else None,
        gepasseerd_in=_jaar(van, eind, boven / per_maand // 1 + 1)
        if boven is not None and per_maand > 0
        else None,
    )


def _jaar(van: date, eind: date | None, maand: int) -> int | None:
    """The year that holds the given month counted from `van`, None past the end."""
    jaar = van.year + (int(maand) - 1) // 12
    return None if eind and jaar > eind.year else jaar
