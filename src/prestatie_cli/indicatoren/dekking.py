"""Which delivered figures count for a period: exact, with where each stands.

A year's figure replaces its halves; periods are joined only where they don't overlap. A figure
counts when its period is over on the peildatum, whenever it was delivered: what was known on a day
is a matter of the version of the data.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal

from prestatie_cli.bevindingen import Pad
from prestatie_cli.model.dossier import Dossier, bestandsindex
from prestatie_cli.model.meting import Correctie, Herkomst
from prestatie_cli.termijnen.perioden import DAG, Grenzen, grenzen


@dataclass(frozen=True, slots=True)
class Cijfer:
    """A delivered figure with its period, who delivered it when, and its place in the data."""

    kengetal: str
    periode: str
    waarde: Decimal
    door: str
    geleverd_op: date
    herkomst: Herkomst
    bestand: str
    pad: Pad
    correcties: tuple[Correctie, ...] = ()


@dataclass(frozen=True, slots=True)
class Cijfers:
    """All figures by kengetal and period, and why others are missing."""

    per_kengetal: Mapping[str, Mapping[str, Cijfer]] = field(default_factory=dict)
    redenen: Mapping[tuple[str, str], str] = field(default_factory=dict)

    def periodes(self, kengetallen: Iterable[str]) -> set[str]:
        """The periods over which all of these kengetallen have a figure."""
        sets = [set(self.per_kengetal.get(k, ())) for k in kengetallen]
        return set.intersection(*sets) if sets else set()


def verzamel(dossier: Dossier) -> Cijfers:
    """The figures of a dossier; a figure that is delivered twice counts neither time."""
    uit: dict[str, dict[str, Cijfer]] = {}
    redenen: dict[tuple[str, str], str] = {}
    for bestand, meting in dossier.metingen.items():
        for i, levering in enumerate(meting.leveringen):
            plek = bestandsindex(dossier, bestand, "leveringen", i)
            for kengetal, reden in levering.ontbreekt.items():
                redenen[kengetal, meting.periode] = reden
            for kengetal, waarde in levering.cijfers.items():
                per_periode = uit.setdefault(kengetal, {})
                if meting.periode in per_periode or (kengetal, meting.periode) in redenen:
                    redenen[kengetal, meting.periode] = "meer dan één keer geleverd"
                per_periode[meting.periode] = Cijfer(
                    kengetal,
                    meting.periode,
                    waarde,
                    levering.door,
                    levering.geleverd_op,
                    levering.herkomst,
                    bestand,
                    ("leveringen", plek, "cijfers", kengetal),
                    tuple(c for c in levering.correcties if c.kengetal == kengetal),
                )
    for kengetal, periode in redenen:
        uit.get(kengetal, {}).pop(periode, None)
    return Cijfers(uit, redenen)


@dataclass(frozen=True, slots=True)
class Dekking:
    """The periods that together cover a stretch of time as far as figures go.

    `tot` is the last day covered; `gaten` are the stretches without figures before it, and after it up to
    the last day of which figures are due.
    """

    van: date
    eind: date
    periodes: tuple[str, ...] = ()
    tot: date | None = None
    gaten: tuple[Grenzen, ...] = ()

    @property
    def compleet(self) -> bool:
        """Whether the whole stretch is covered without a gap."""
        return self.tot == self.eind and not self.gaten

    @property
    def maanden(self) -> int:
        """The number of months that are covered."""
        return sum(_maanden(*grenzen(p)) for p in self.periodes)

    @property
    def naam(self) -> str:
        """The covered stretch as it is shown: `2026`, `2026-H1` or two dates joined by a slash.

        With a gap in between it names the periods themselves: `2026-Q1+2026-Q3`.
        """
        if sum(_maanden(*grenzen(p)) for p in self.periodes) < _maanden(self.van, self.tot or self.eind):
            return "+".join(self.periodes)
        return periodenaam(self.van, self.tot or self.eind)


def _maanden(van: date, tot: date) -> int:
    return (tot.year - van.year) * 12 + tot.month - van.month + 1


def periodenaam(van: date, tot: date) -> str:
    """The shortest name of a stretch: a year, half, quarter or month, else ISO dates."""
    jaar = van.year
    namen = (f"{jaar}", f"{jaar}-H{(van.month + 5) // 6}", f"{jaar}-Q{(van.month + 2) // 3}")
    for naam in (*namen, f"{jaar}-{van.month:02}"):
        if grenzen(naam) == (van, tot):
            return naam
    hele_jaren = (van.month, van.day, tot.month, tot.day) == (1, 1, 12, 31)
    return f"{jaar}/{tot.year}" if hele_jaren else f"{van}/{tot}"


def dekking(periodes: Iterable[str], van: date, eind: date, peildatum: date, verwacht: date) -> Dekking:
    """Cover `van` to `eind` with periods that are over: at each day the longest that starts there.

    Up to `verwacht` there should be figures: what is not covered until then is a gap.
    """
    bruikbaar = []
    for periode in periodes:
        a, b = grenzen(periode)
        if van <= a and b <= min(eind, peildatum):
            bruikbaar.append((a, -b.toordinal(), periode, b))
    gekozen: list[str] = []
    gaten: list[Grenzen] = []
    dag = van.toordinal()
    tot: date | None = None
    for a, _, periode, b in sorted(bruikbaar):
        if a.toordinal() < dag:
            continue
        if a.toordinal() > dag:
            gaten.append((date.fromordinal(dag), a - DAG))
        gekozen.append(periode)
        tot, dag = b, b.toordinal() + 1
    if dag <= min(eind, verwacht).toordinal():
        gaten.append((date.fromordinal(dag), min(eind, verwacht)))
    return Dekking(van, eind, tuple(gekozen), tot, tuple(gaten))


def som(cijfers: Cijfers, kengetal: str, periodes: Iterable[str]) -> Decimal:
    """The exact sum of a flow over periods."""
    return sum((cijfers.per_kengetal[kengetal][p].waarde for p in periodes), Decimal())


def laatste_stand(cijfers: Cijfers, kengetal: str, peildatum: date, vanaf: date) -> Cijfer | None:
    """The stock at the end of the last period that is over; of equal ends the longest period."""
    kandidaten = [
        c
        for c in cijfers.per_kengetal.get(kengetal, {}).values()
        if vanaf <= grenzen(c.periode)[1] <= peildatum
    ]
    return max(
        kandidaten,
        key=lambda c: (grenzen(c.periode)[1], -grenzen(c.periode)[0].toordinal()),
        default=None,
    )


def gezamenlijke_herkomst(cijfers: Iterable[Cijfer]) -> Herkomst | None:
    """The weakest origin of the figures: one example makes the whole an example."""
    soorten = {c.herkomst for c in cijfers}
    for herkomst in ("voorbeeld", "voorlopig", "definitief"):
        if herkomst in soorten:
            return herkomst
    return None
