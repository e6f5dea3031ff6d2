"""How term words are read: the window they give, once or time and again."""

from calendar import monthrange
from dataclasses import dataclass
from datetime import date, timedelta
from fractions import Fraction
from typing import Literal, NamedTuple

Vensterssoort = Literal[
    "periode", "begin", "na", "terugkerend", "doorlopend", "uitgesteld", "voorwaardelijk", "relatief"
]
# The days within any year are kept as days of this one: it has a 29 February.
IJKJAAR = 2000


class Duur(NamedTuple):
    """A number of months or of days, such as 'zes weken'."""

    maanden: int = 0
    dagen: int = 0

    def na(self, dag: date) -> date:
        """So long after a day: of the 31st the last day of a shorter month."""
        return maanden_later(dag, self.maanden) + timedelta(days=self.dagen)


def maanden_later(dag: date, maanden: int) -> date:
    """The same day of the month so many months later, or the last of a shorter month."""
    jaren, maand = divmod(dag.month - 1 + maanden, 12)
    jaar = dag.year + jaren
    return date(jaar, maand + 1, min(dag.day, monthrange(jaar, maand + 1)[1]))


def in_jaar(dag: date, jaar: int) -> date:
    """A day of the year that days within any year are kept in, as it falls in this year."""
    return maanden_later(dag, 12 * (jaar - IJKJAAR))


@dataclass(frozen=True, slots=True)
class Venster:
    """How term words are read: first and last day (both included), None where there is none.

    `begin` must have started by `uiterlijk` and has no end; `na` says what it is about, not when;
    `voorwaardelijk` holds only once its condition is met; `relatief` runs `duur` from an event.
    `terugkerend` recurs `keer` times (`minimaal`: or more) in every `elke` months, from `vroegst` and up to
    `uiterlijk` where the words say so; each year on the days `binnen_jaar` (as in `IJKJAAR`), or `duur` after
    each period has ended. `zacht` is never late.
    """

    soort: Vensterssoort
    vroegst: date | None = None
    uiterlijk: date | None = None
    zacht: bool = False
    keer: int = 0
    elke: int = 12
    minimaal: bool = False
    binnen_jaar: tuple[date | None, date] | None = None
    duur: Duur | None = None

    @property
    def keren_per_jaar(self) -> Fraction:
        """How often it recurs in a year, 0 for what does not."""
        return Fraction(12 * self.keer, self.elke)

    def uiterlijk_over(self, eind: date) -> date:
        """The last day for what is about a period that ended: so long after, or the first such day."""
        if self.soort == "terugkerend" and self.duur is not None:
            return self.duur.na(eind)
        if self.binnen_jaar is None:
            return eind
        dagen = (in_jaar(self.binnen_jaar[1], eind.year + n) for n in range(-1, 3))
        return next(dag for dag in dagen if dag >= eind)
