"""Which agreements are in force on a day: a kader for some years and the year's own beneath it, together."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from prestatie_cli.model.dossier import Dossier, op_volgorde, tekenende_partijen
from prestatie_cli.model.eenheden import EENHEDEN, Eenheid, onbekende_eenheid
from prestatie_cli.model.indicator import Balans
from prestatie_cli.model.jaargang import Afspraak, Jaargang, Kengetal, Partij


@dataclass(frozen=True, slots=True)
class Geldend:
    """Agreements that are in force together; what several of them define counts once."""

    jaargangen: tuple[Jaargang, ...]

    @property
    def titel(self) -> str:
        """Their titles, those of the shortest time first."""
        return " en ".join(j.titel for j in reversed(self.jaargangen))

    @property
    def afspraken(self) -> tuple[Afspraak, ...]:
        """All agreements, in the order of a reader."""
        return tuple(a for j in self.jaargangen for a in j.op_nummer)

    @property
    def partijen(self) -> Mapping[str, Partij]:
        """All parties and thirds by id."""
        return {p.id: p for j in self.jaargangen for p in j.partijen}

    @property
    def partijnamen(self) -> dict[str, str]:
        """The names of all parties and thirds by id."""
        return {id_: p.naam for id_, p in self.partijen.items()}

    @property
    def groepen(self) -> Mapping[str, tuple[str, ...]]:
        """All groups of parties with their members, as the newest define them."""
        return {naam: leden for j in self.jaargangen for naam, leden in j.groepen.items()}

    @property
    def tekenaars(self) -> tuple[Partij, ...]:
        """The parties that sign any of them."""
        return tuple({p.id: p for j in self.jaargangen for p in tekenende_partijen(j)}.values())

    @property
    def kengetallen(self) -> Mapping[str, Kengetal]:
        """All figures by id, as the newest define them."""
        return {k.id: k for j in self.jaargangen for k in j.kengetallen}

    def eenheid(self, kengetal: Kengetal) -> Eenheid:
        """The unit of a figure, as the newest that declare it have it."""
        eigen = {e.id: e for j in self.jaargangen for e in j.eenheden}
        return EENHEDEN.get(kengetal.eenheid) or eigen.get(kengetal.eenheid) or onbekende_eenheid("")

    @property
    def balansen(self) -> tuple[Balans, ...]:
        """All stocks that must balance."""
        return tuple({b.id: b for j in self.jaargangen for b in j.balansen}.values())

    @property
    def kleinste_cel(self) -> int | None:
        """The strictest smallest count that may be published; None where none is set."""
        return max((j.kleinste_cel for j in self.jaargangen if j.kleinste_cel), default=None)


def is_in_kracht(jaargang: Jaargang, jaar: int) -> bool:
    """Whether agreements are in force in a year."""
    return jaargang.eerste_jaar <= jaar <= jaargang.laatste_jaar


def eerste_dag(jaargang: Jaargang) -> date:
    """The day on which agreements come into force."""
    return date(jaargang.eerste_jaar, 1, 1)


def laatste_dag(jaargang: Jaargang) -> date:
    """The last day on which agreements are in force."""
    return date(jaargang.laatste_jaar, 12, 31)


def begonnen_jaargangen(dossier: Dossier, jaar: int) -> tuple[tuple[str, Jaargang], ...]:
    """All agreements in force since a year or before, with their file, in order."""
    return tuple((b, j) for b, j in op_volgorde(dossier) if j.eerste_jaar <= jaar)


def geldende_jaargangen(dossier: Dossier, jaar: int) -> tuple[tuple[str, Jaargang], ...]:
    """All agreements in force in a year with their file, else those that ended last, if any."""
    begonnen = begonnen_jaargangen(dossier, jaar)
    laatste = max((min(j.laatste_jaar, jaar) for _, j in begonnen), default=jaar)
    return tuple((b, j) for b, j in begonnen if is_in_kracht(j, laatste))


def geldend_in(dossier: Dossier, jaar: int) -> Geldend:
    """All agreements in force in a year together, else those that ended last."""
    return Geldend(tuple(j for _, j in geldende_jaargangen(dossier, jaar)))


def leveranciers(dossier: Dossier, jaar: int) -> dict[str, tuple[str, ...]]:
    """Who delivers each figure over a year, by the agreements in force in it, else by the first."""
    geldend = geldende_jaargangen(dossier, jaar) or op_volgorde(dossier)[:1]
    return {k.id: k.levert for _, j in geldend for k in j.kengetallen}


def benaming(jaargang: Jaargang) -> str:
    """What tells agreements from others: `kader 2024-2027`, `jaarschijf 2026`, `2026`."""
    if jaargang.eerste_jaar != jaargang.laatste_jaar:
        return f"kader {jaargang.aanduiding}"
    return f"jaarschijf {jaargang.aanduiding}" if jaargang.kader else jaargang.aanduiding
