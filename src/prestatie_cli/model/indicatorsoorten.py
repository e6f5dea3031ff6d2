"""The kinds of indicator: one row each says over which time, how it is measured and how it is judged."""

from dataclasses import dataclass
from typing import Literal

# The names as the format of the data has them; the table below says what they mean.
Soortnaam = Literal["aandeel", "cumulatief", "stand", "aantal", "bedrag"]


@dataclass(frozen=True, slots=True)
class Indicatorsoort:
    """A kind of indicator; `nodig` and `mag` are the fields that it must and may have.

    `looptijd`: it runs from its first to its last year, else over a calendar year (or `jaren` of them).
    `momentopname`: the figure at the end of a period counts, else the sum over the periods.
    `telt_op`: while the time runs its pace is judged, else its value. `jaarcijfer`: it is delivered
    once, over the whole year.
    """

    naam: Soortnaam
    uitleg: str
    nodig: tuple[str, ...] = ()
    mag: tuple[str, ...] = ()
    looptijd: bool = False
    momentopname: bool = False
    telt_op: bool = False
    jaarcijfer: bool = False

    @property
    def deelt(self) -> bool:
        """Whether the value is a share (0-1): a numerator over a denominator."""
        return "noemer" in self.nodig


INDICATORSOORTEN: dict[str, Indicatorsoort] = {
    soort.naam: soort
    for soort in (
        Indicatorsoort("aandeel", "teller gedeeld door noemer, per kalenderjaar", ("noemer",), ("jaren",)),
        Indicatorsoort(
            "cumulatief",
            "opgeteld van het eerste tot en met het laatste jaar",
            ("van",),
            ("tot",),
            looptijd=True,
            telt_op=True,
        ),
        Indicatorsoort("stand", "de laatste stand aan het eind van een periode", momentopname=True),
        Indicatorsoort("aantal", "opgeteld over het kalenderjaar", telt_op=True),
        Indicatorsoort("bedrag", "opgeteld over het kalenderjaar, in euro", telt_op=True, jaarcijfer=True),
    )
}
