"""The kinds of indicator: one row each says over which time, how it is measured and how it is judged."""

from dataclasses import dataclass
from typing import Literal

# The names as the format of the data has them; the table below says what they mean.
Soortnaam = Literal[
    "aandeel", "cumulatief", "stand", "aantal", "bedrag", "gegeven", "gemiddelde", "saldo", "verandering"
]
Meetwijze = Literal["som", "stand", "gegeven", "verandering"]


@dataclass(frozen=True, slots=True)
class Indicatorsoort:
    """A kind of indicator; `nodig` and `mag` are the fields that it must and may have.

    `wijze`: the sum over the periods, the stock at the end of one, the figure as it was delivered, or the
    change since a base year. `looptijd`: it runs from its first to its last year where it has one, else over
    a calendar year (or `jaren` of them). `telt_op`: while the time runs its pace is judged, else its value;
    `kan_dalen`: what was counted may be undone. `gemiddeld`: a norm is a number a year. `jaarcijfer`: it is
    delivered once, over the whole year. `deelt`: the value is a share (0-1). `heet` is what a sentence calls
    the value.
    """

    naam: Soortnaam
    uitleg: str
    nodig: tuple[str, ...] = ()
    mag: tuple[str, ...] = ()
    wijze: Meetwijze = "som"
    looptijd: bool = False
    telt_op: bool = False
    kan_dalen: bool = False
    gemiddeld: bool = False
    jaarcijfer: bool = False
    deelt: bool = False
    heet: str = "het aantal"

    @property
    def momentopname(self) -> bool:
        """Whether the stock at the end of a period counts."""
        return self.wijze == "stand"

    @property
    def mag_op(self) -> bool:
        """Whether a norm may ask for it on a day: what is not counted over a time."""
        return self.wijze != "som"


INDICATORSOORTEN: dict[str, Indicatorsoort] = {
    soort.naam: soort
    for soort in (
        Indicatorsoort(
            "aandeel",
            "teller gedeeld door noemer, per kalenderjaar",
            ("noemer",),
            ("jaren",),
            deelt=True,
            heet="het aandeel",
        ),
        Indicatorsoort(
            "cumulatief",
            "opgeteld van het eerste tot en met het laatste jaar",
            ("van",),
            ("tot",),
            looptijd=True,
            telt_op=True,
        ),
        Indicatorsoort(
            "stand", "de laatste stand aan het eind van een periode", wijze="stand", heet="de stand"
        ),
        Indicatorsoort("aantal", "opgeteld over het kalenderjaar", telt_op=True),
        Indicatorsoort(
            "bedrag",
            "opgeteld over het kalenderjaar, in euro",
            telt_op=True,
            jaarcijfer=True,
            heet="het bedrag",
        ),
        Indicatorsoort(
            "gegeven",
            "zoals geleverd, over het kalenderjaar; nooit opgeteld",
            wijze="gegeven",
            jaarcijfer=True,
            heet="het cijfer",
        ),
        Indicatorsoort(
            "gemiddelde",
            "gemiddeld per jaar, van het eerste tot en met het laatste jaar",
            ("van", "tot"),
            looptijd=True,
            telt_op=True,
            gemiddeld=True,
            heet="het gemiddelde",
        ),
        Indicatorsoort(
            "saldo",
            "teller en plus, met min eraf; over het kalenderjaar, of vanaf het eerste jaar",
            ("min",),
            ("plus", "van", "tot"),
            looptijd=True,
            telt_op=True,
            kan_dalen=True,
            heet="het saldo",
        ),
        Indicatorsoort(
            "verandering",
            "het verschil met het basisjaar, als aandeel daarvan",
            ("basisjaar",),
            ("richting",),
            wijze="verandering",
            jaarcijfer=True,
            deelt=True,
            heet="de verandering",
        ),
    )
}
