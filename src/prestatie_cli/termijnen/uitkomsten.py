"""What can be said of a duty on a day: the states, and what they are decided from."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Literal, get_args

from prestatie_cli.model.jaargang import Jaargang, Verplichting
from prestatie_cli.model.voortgang import Voortgang
from prestatie_cli.termijnen.vormen import Venster

Stand = Literal[
    "te_laat",
    "binnenkort",
    "loopt",
    "later",
    "gehaald",
    "te_laat_gehaald",
    "niet_gehaald",
    "wacht_op_cijfers",
    "doorlopend",
    "voorwaardelijk",
    "uitgesteld",
    "vervallen",
    "zonder_termijn",
    "niet_te_beoordelen",
]
STANDEN: tuple[Stand, ...] = get_args(Stand)
OPEN: tuple[Stand, ...] = ("te_laat", "binnenkort", "loopt")
KLAAR: tuple[Stand, ...] = ("gehaald", "te_laat_gehaald")
# Where parties do it each for themselves, the duty stands as the slowest of them.
TRAAGST_EERST: tuple[Stand, ...] = (
    "niet_te_beoordelen",
    "te_laat",
    "niet_gehaald",
    "binnenkort",
    "loopt",
    "wacht_op_cijfers",
    "later",
    "zonder_termijn",
    "voorwaardelijk",
    "doorlopend",
    "uitgesteld",
    "te_laat_gehaald",
    "gehaald",
    "vervallen",
)


@dataclass(frozen=True, slots=True)
class Uitkomst:
    """A state with its reason; for a period of a recurring duty with that period."""

    stand: Stand
    waarom: str
    vroegst: date | None = None
    uiterlijk: date | None = None
    tijdvak: str | None = None


@dataclass(frozen=True, slots=True)
class Normuitkomst:
    """What the indicator of a duty says of it; `open` while its time runs and nothing is decided."""

    stand: Literal["gehaald", "niet_gehaald", "wacht_op_cijfers", "open"]
    waarom: str


@dataclass(frozen=True, slots=True)
class Geval:
    """A duty on a peildatum with what concerns all its doers alike.

    `besluit` is the decision of all parties, `vervuld` the day on which its condition came true, `norm` what
    its indicator says.
    """

    jaargang: Jaargang
    verplichting: Verplichting
    venster: Venster | None
    besluit: Voortgang | None
    vervuld: date | None
    norm: Normuitkomst | None
    peildatum: date
    binnen: int

    @property
    def voorwaardelijk(self) -> bool:
        """Whether nothing is owed yet, since the condition has not come true."""
        venster = self.venster is not None and self.venster.soort == "voorwaardelijk"
        return self.vervuld is None and (self.verplichting.soort == "voorwaardelijk" or venster)

    def naar_tijd(self, van: date | None, tot: date | None, zacht: bool = False) -> tuple[Stand, str]:
        """Late, due soon, open or not yet open, for something that has not been done.

        Nearness comes before the beginning, so that nothing goes from `later` to `te_laat` in a day.
        """
        if tot and self.peildatum > tot:
            if zacht:
                return "loopt", "het streven is voorbij; niet te laat, wel aandacht"
            return "te_laat", "niet als afgerond gemeld"
        if tot and (tot - self.peildatum).days <= self.binnen:
            return "binnenkort", "de termijn loopt bijna af"
        if van and self.peildatum < van:
            return "later", "de termijn is nog niet begonnen"
        return "loopt", "binnen de termijn"


def traagste(uitkomsten: Iterable[Uitkomst]) -> Uitkomst:
    """The outcome of the slowest."""
    return min(uitkomsten, key=lambda u: TRAAGST_EERST.index(u.stand))
