"""Which delivered figures count for a period: exact, with where each stands.

A year's figure replaces its halves; periods are joined only where they don't overlap. A figure
counts when its period is over on the peildatum, whenever it was delivered: what was known on a day
is a matter of the version of the data.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from decimal import Decimal
from functools import cache

from prestatie_cli.bevindingen import Pad
from prestatie_cli.model.dossier import Dossier, bestandsindex, eenheden_van
from prestatie_cli.model.eenheden import Eenheid, onbekende_eenheid
from prestatie_cli.model.geldend import leveranciers
from prestatie_cli.model.meting import Correctie, Herkomst, Levering
from prestatie_cli.taal import opsomming
from prestatie_cli.termijnen.perioden import DAG, Grenzen, grenzen

DUBBEL = "meer dan één keer geleverd"


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
    eenheid: Eenheid
    correcties: tuple[Correctie, ...] = ()
    delen: "tuple[Cijfer, ...]" = ()

    @property
    def geleverd(self) -> "tuple[Cijfer, ...]":
        """The figures as they were delivered: itself, or those of each party."""
        return self.delen or (self,)


@dataclass(frozen=True, slots=True)
class Cijfers:
    """All figures by kengetal and period, and why others are missing.

    A figure that several deliver is in `per_kengetal` as their sum, over the periods that all of them
    delivered; what each delivered is in `per_partij`. `redenen` is by kengetal, party and period.
    """

    per_kengetal: Mapping[str, Mapping[str, Cijfer]] = field(default_factory=dict)
    redenen: Mapping[tuple[str, str, str], str] = field(default_factory=dict)
    per_partij: Mapping[tuple[str, str], Mapping[str, Cijfer]] = field(default_factory=dict)

    def van(self, partij: str, kengetallen: Iterable[str]) -> "Cijfers":
        """Of some kengetallen what one of the parties delivered itself."""
        eigen = {k: self.per_partij.get((k, partij), {}) for k in kengetallen}
        redenen = {sleutel: reden for sleutel, reden in self.redenen.items() if sleutel[1] == partij}
        return Cijfers({**self.per_kengetal, **eigen}, redenen)

    def periodes(self, kengetallen: Iterable[str]) -> set[str]:
        """The periods over which all of these kengetallen have a figure."""
        sets = [set(self.per_kengetal.get(k, ())) for k in kengetallen]
        return set.intersection(*sets) if sets else set()


def verzamel(dossier: Dossier) -> Cijfers:
    """The figures of a dossier; a figure that is delivered twice counts neither time."""
    per_partij: dict[tuple[str, str], dict[str, Cijfer]] = {}
    redenen: dict[tuple[str, str, str], str] = {}
    eenheden = eenheden_van(dossier)
    for bestand, meting in dossier.metingen.items():
        for i, levering in enumerate(meting.leveringen):
            plek = (bestand, bestandsindex(dossier, bestand, "leveringen", i))
            for kengetal, reden in levering.ontbreekt.items():
                redenen[kengetal, levering.door, meting.periode] = reden
            for cijfer in _cijfers_van(meting.periode, levering, plek, eenheden):
                per_periode = per_partij.setdefault((cijfer.kengetal, cijfer.door), {})
                sleutel = (cijfer.kengetal, cijfer.door, cijfer.periode)
                if cijfer.periode in per_periode or sleutel in redenen:
                    redenen[sleutel] = DUBBEL
                per_periode[cijfer.periode] = cijfer
    for kengetal, door, periode in redenen:
        per_partij.get((kengetal, door), {}).pop(periode, None)
    return Cijfers(_samen(dossier, per_partij, redenen), redenen, per_partij)


def _cijfers_van(
    periode: str, levering: Levering, plek: tuple[str, int], eenheden: Mapping[str, Eenheid]
) -> Iterator[Cijfer]:
    for kengetal, waarde in levering.cijfers.items():
        yield Cijfer(
            kengetal,
            periode,
            waarde,
            levering.door,
            levering.geleverd_op,
            levering.herkomst,
            plek[0],
            ("leveringen", plek[1], "cijfers", kengetal),
            eenheden.get(kengetal) or onbekende_eenheid(kengetal),
            tuple(c for c in levering.correcties if c.kengetal == kengetal),
        )


def _samen(
    dossier: Dossier,
    per_partij: Mapping[tuple[str, str], Mapping[str, Cijfer]],
    redenen: dict[tuple[str, str, str], str],
) -> dict[str, dict[str, Cijfer]]:
    """The figures as wholes: of one party as it delivered them, of several where all did."""
    levert = cache(lambda jaar: leveranciers(dossier, jaar))
    verklaard = {(kengetal, periode) for kengetal, _, periode in redenen}
    uit: dict[str, dict[str, Cijfer]] = {}
    gevonden: dict[tuple[str, str], list[Cijfer]] = {}
    for (kengetal, _), per_periode in per_partij.items():
        uit.setdefault(kengetal, {})
        for periode, cijfer in per_periode.items():
            gevonden.setdefault((kengetal, periode), []).append(cijfer)
    for (kengetal, periode), cijfers in gevonden.items():
        partijen = levert(int(periode[:4])).get(kengetal, ())
        if len(partijen) > 1:
            delen = [c for p in partijen for c in cijfers if c.door == p]
            if len(delen) == len(partijen):
                uit[kengetal][periode] = _opgeteld(delen)
        elif len(cijfers) == 1 and (kengetal, periode) not in verklaard:
            uit[kengetal][periode] = cijfers[0]
        else:
            redenen.update({(kengetal, c.door, periode): DUBBEL for c in cijfers})
    return uit


def _opgeteld(delen: list[Cijfer]) -> Cijfer:
    """The sum of what several delivered over a period: as late as the last, as firm as the weakest."""
    return replace(
        delen[0],
        waarde=sum((c.waarde for c in delen), Decimal()),
        door=opsomming(tuple(c.door for c in delen)),
        geleverd_op=max(c.geleverd_op for c in delen),
        herkomst=gezamenlijke_herkomst(delen) or delen[0].herkomst,
        correcties=tuple(k for c in delen for k in c.correcties),
        delen=tuple(delen),
    )


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
        return sum(maanden_tussen(*grenzen(p)) for p in self.periodes)

    @property
    def naam(self) -> str:
        """The covered stretch as it is shown: `2026`, `2026-H1` or two dates joined by a slash.

        With a gap in between it names the periods themselves: `2026-Q1+2026-Q3`.
        """
        if sum(maanden_tussen(*grenzen(p)) for p in self.periodes) < maanden_tussen(
            self.van, self.tot or self.eind
        ):
            return "+".join(self.periodes)
        return periodenaam(self.van, self.tot or self.eind)


def maanden_tussen(van: date, tot: date) -> int:
    """How many months a stretch from the first of one to the last of another has."""
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
