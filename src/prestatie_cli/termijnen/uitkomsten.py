"""What can be said of a duty on a day: the states, and what they are decided from."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date
from typing import Literal, get_args

from prestatie_cli.model.geldend import laatste_dag
from prestatie_cli.model.jaargang import Jaargang, Verplichting
from prestatie_cli.model.voortgang import Voortgang
from prestatie_cli.termijnen.meldingen import BEZIG
from prestatie_cli.termijnen.perioden import Grenzen, grenzen, ligt_in
from prestatie_cli.termijnen.venster import Venster

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
# What is decided, or waits for figures alone: its reason says more than its term.
BESLIST: tuple[Stand, ...] = (*KLAAR, "niet_gehaald", "wacht_op_cijfers")
# Windows that say what it is about, or in which year it is not foreseen; not when it is done.
ZONDER_DAG = ("na", "voorwaardelijk", "uitgesteld")
# Windows that nothing is owed under before it is recorded that the condition came true, or the event was.
MET_VOORWAARDE = ("voorwaardelijk", "relatief")
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
    """What the indicator of a duty says of it; `open` while its time runs and nothing is decided.

    `per_jaar`: it says so of the calendar year, and of the next one anew. `per_partij` is what it says of
    each party that has a norm of its own.
    """

    stand: Literal["gehaald", "niet_gehaald", "wacht_op_cijfers", "open"]
    waarom: str
    per_jaar: bool = False
    per_partij: "tuple[tuple[str, Normuitkomst], ...]" = ()

    def voor(self, doeners: tuple[str, ...]) -> "Normuitkomst":
        """What it says of doers: of one party with a norm of its own by that, else of all together."""
        eigen = dict(self.per_partij).get(doeners[0]) if len(doeners) == 1 else None
        return eigen or self


@dataclass(frozen=True, slots=True)
class Geval:
    """A duty on a peildatum with what concerns all its doers alike.

    `besluiten` are those of all parties in order of time, `vervuld` the day on which its condition came
    true, `norm` what its indicator says; `normjaren` says so of each year that has begun, where it holds
    for several.
    """

    jaargang: Jaargang
    verplichting: Verplichting
    venster: Venster | None
    besluiten: tuple[Voortgang, ...]
    vervuld: date | None
    norm: Normuitkomst | None
    peildatum: date
    binnen: int
    normjaren: tuple[tuple[int, Normuitkomst], ...] = ()

    def voor(self, doeners: tuple[str, ...]) -> "Geval":
        """The case as it is for some of its doers."""
        if self.norm is None:
            return self
        jaren = tuple((jaar, norm.voor(doeners)) for jaar, norm in self.normjaren)
        return replace(self, norm=self.norm.voor(doeners), normjaren=jaren)

    @property
    def laatste_dag(self) -> date | None:
        """The last day that its words name."""
        venster = self.venster
        return venster.uiterlijk if venster and venster.soort not in ZONDER_DAG else None

    @property
    def zacht(self) -> bool:
        """Whether its term is strived for and so never late."""
        return self.venster is not None and self.venster.zacht

    @property
    def momenten(self) -> tuple[date, date]:
        """The days for which a delivery counts: the last day as agreed and as it is now, or of the year."""
        eind = laatste_dag(self.jaargang)
        return self.laatste_dag or eind, self.nieuwe_dag or self.laatste_dag or eind

    @property
    def besluit(self) -> Voortgang | None:
        """The last decision of all parties over the duty; of a recurring one a period alone is not that."""
        heel = [b for b in self.besluiten if not (self.keert_terug and b.tijdvak)]
        return heel[-1] if heel else None

    @property
    def keert_terug(self) -> bool:
        """Whether it is owed time and again."""
        return self.venster is not None and self.venster.soort == "terugkerend"

    @property
    def nieuwe_dag(self) -> date | None:
        """The last day that the parties gave it instead; of a recurring duty each period has its own."""
        besluit = None if self.keert_terug else self.besluit
        return besluit.tot if besluit and besluit.melding == "uitgesteld" else None

    @property
    def is_voorwaardelijk(self) -> bool:
        """Whether the duty has a condition at all."""
        venster = self.venster is not None and self.venster.soort in MET_VOORWAARDE
        return self.verplichting.soort == "voorwaardelijk" or venster

    @property
    def voorwaardelijk(self) -> bool:
        """Whether nothing is owed yet, since the condition has not come true."""
        return self.vervuld is None and self.is_voorwaardelijk

    def opgepakt(
        self, besluit: Voortgang, eigen: Iterable[Voortgang], tijdvak: Grenzen | None = None
    ) -> bool:
        """Whether doers went on after it was put off; with a period, where they name one."""
        for v in eigen:
            hierover = not (v.tijdvak and tijdvak) or ligt_in(tijdvak, grenzen(v.tijdvak))
            if v.datum > besluit.datum and v.melding in BEZIG and hierover:
                return besluit.melding == "uitgesteld"
        return False

    def loopt_in(self, tijdvak: Grenzen) -> bool:
        """Whether something is owed over a period: in the years named, and since the condition came true."""
        venster = self.venster
        if venster and (
            (venster.vroegst and tijdvak[1] < venster.vroegst)
            or (venster.uiterlijk and tijdvak[0] > venster.uiterlijk)
        ):
            return False
        return self.vervuld is None or not self.is_voorwaardelijk or tijdvak[1] >= self.vervuld

    def besluit_over(self, tijdvak: Grenzen) -> Voortgang | None:
        """The last decision that is about a period: one that names none, or one that holds it."""
        over = [b for b in self.besluiten if not b.tijdvak or ligt_in(tijdvak, grenzen(b.tijdvak))]
        return over[-1] if over else None

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
