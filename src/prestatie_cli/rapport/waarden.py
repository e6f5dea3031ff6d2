"""The parts of a report as values."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from prestatie_cli.bevindingen import Gezondheid
from prestatie_cli.boodschappen.boodschap import Boodschap, verteld
from prestatie_cli.indicatoren.berekening import Indicatorstand
from prestatie_cli.indicatoren.dekking import Cijfer
from prestatie_cli.indicatoren.openbaar import Publicatie
from prestatie_cli.model.eenheden import Eenheid
from prestatie_cli.model.geldend import Geldend
from prestatie_cli.model.huisstijl import ONDERDELEN, Huisstijl, Onderdeel
from prestatie_cli.model.indicator import Balans
from prestatie_cli.model.jaargang import Afspraak, Kengetal, Partij, Thema
from prestatie_cli.model.meting import Correctie
from prestatie_cli.model.voortgang import Voortgang
from prestatie_cli.rapport.vorige import Vorige
from prestatie_cli.termijnen.standen import Termijnstand
from prestatie_cli.termijnen.uitkomsten import STANDEN, Stand
from prestatie_cli.vergelijking.vaststelling import Vaststand


@dataclass(frozen=True, slots=True)
class Themadeel:
    """A theme with the rows of its duties, those that are achieved, those that deviate, and its messages.

    `bij` names its agreements where others in force have another theme with the same number.
    """

    thema: Thema
    bij: str | None
    rijen: tuple[Termijnstand, ...]
    bereikt: tuple[Termijnstand, ...]
    afwijkend: tuple[Termijnstand, ...]
    boodschappen: tuple[Boodschap, ...]

    @property
    def kop(self) -> str:
        """What it is called: `Thema 1: Nieuwbouw`, with its agreements where another has the same number."""
        return f"Thema {self.thema.nummer}: {self.thema.titel}" + (f" ({self.bij})" if self.bij else "")

    @property
    def rest(self) -> dict[Stand, int]:
        """How many of its duties are told one by one nowhere, by their state."""
        gezegd = verteld(self.boodschappen)
        los = {r.plichtnaam for r in (*self.bereikt, *self.afwijkend)}
        over = Counter(
            r.stand for r in self.rijen if r.plichtnaam not in los and (r.bestand, r.nummer) not in gezegd
        )
        return {stand: over[stand] for stand in STANDEN if over[stand]}


@dataclass(frozen=True, slots=True)
class Balansdeel:
    """A stock by period: each line with its sign and its values (None: not delivered or hidden).

    `verschillen` are stated end minus computed end (0 when it closes); `voorbeelden` the places of
    the periods whose figures are examples.
    """

    balans: Balans
    periodes: tuple[str, ...]
    regels: tuple[tuple[str, Kengetal, Eenheid, tuple[Decimal | None, ...]], ...]
    verschillen: tuple[Decimal | None, ...]
    voorbeelden: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Correctiedeel:
    """A figure over a period that replaced an earlier one, and what it is now."""

    kengetal: Kengetal
    correctie: Correctie
    nu: Cijfer


@dataclass(frozen=True, slots=True)
class Onderwerpdeel:
    """A topic on which the parties report: its indicators and latest figures, or why there are none."""

    naam: str
    afspraak: str
    indicatoren: tuple[Indicatorstand, ...]
    cijfers: tuple[tuple[Kengetal, Cijfer], ...]
    reden: str | None


@dataclass(frozen=True, slots=True)
class Partijdeel:
    """What a party promised and was promised and how that stands, and what it delivered in the year."""

    partij: Partij
    beloofd: int
    tellingen: Mapping[Stand, int]
    gemeld: int
    leveringen: int
    beloofd_aan: int
    tellingen_aan: Mapping[Stand, int]


@dataclass(frozen=True, slots=True)
class Verantwoording:
    """Where the report comes from: the version of the data and of the program."""

    programma: str
    vingerafdruk: str
    commit: str | None
    gezondheid: Gezondheid


@dataclass(frozen=True, slots=True)
class Rapport:
    """The yearly monitoring report over `jaar`, as it stands on the peildatum.

    `vaststanden` are the approvals, with what names the agreements where there are several; `teksten` what
    people wrote for the documents, by name; `letterlijk` the agreements, each with its number as it is shown.
    """

    jaar: int
    peildatum: date
    geldend: Geldend
    partij: Partij | None
    tellingen: Mapping[Stand, int]
    boodschappen: tuple[Boodschap, ...]
    komt_eraan: tuple[Termijnstand, ...]
    themas: tuple[Themadeel, ...]
    indicatoren: tuple[Indicatorstand, ...]
    balansen: tuple[Balansdeel, ...]
    onderwerpen: tuple[Onderwerpdeel, ...]
    correcties: tuple[Correctiedeel, ...]
    definities: tuple[tuple[str, str, str, str], ...]
    apart: Mapping[Stand, tuple[Termijnstand, ...]]
    eigen_zienswijzen: tuple[tuple[Termijnstand, Voortgang], ...]
    zienswijzen: tuple[tuple[Termijnstand, Voortgang], ...]
    partijen: tuple[Partijdeel, ...]
    beloofd_aan: tuple[Termijnstand, ...]
    voorbeeldcijfers: bool
    voorbeeldmeldingen: int
    vaststanden: tuple[tuple[str | None, Vaststand], ...]
    geldigheid: str | None
    teksten: Mapping[str, str]
    letterlijk: tuple[tuple[str, Afspraak], ...]
    huisstijl: Huisstijl | None
    logo: bytes | None
    verantwoording: Verantwoording
    publicatie: Publicatie
    vorige: Vorige | None = None

    @property
    def onderdelen(self) -> tuple[Onderdeel, ...]:
        """The parts of the report in their order."""
        return (self.huisstijl.onderdelen if self.huisstijl else ()) or ONDERDELEN

    @property
    def afspraken(self) -> tuple[Afspraak, ...]:
        """All agreements of the year."""
        return self.geldend.afspraken

    @property
    def afspraken_geteld(self) -> int:
        """How many agreements have a duty that is counted here."""
        return len({(r.jaargang.aanduiding, r.afspraak.nummer) for deel in self.themas for r in deel.rijen})
