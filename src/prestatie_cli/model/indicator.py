"""What is measured and held against the agreements: indicators, their norms, and stocks that must balance."""

from typing import Literal

from pydantic import ConfigDict, Field

from prestatie_cli.model.basis import (
    Datum,
    Getal,
    GetalMetTeken,
    Id,
    Jaar,
    Nummer,
    Periode,
    Plek,
    Record,
    Tekst,
)
from prestatie_cli.model.indicatorsoorten import INDICATORSOORTEN, Indicatorsoort, Soortnaam

Telrichting = Literal["stijging", "daling"]
Normsoort = Literal["maximum", "minimum", "bandbreedte", "streefwaarde"]


class Norm(Record):
    """An agreed line for an indicator, with its validity and its quotation.

    `waarde` is a share 0-1 (written `10%`) or a count; a `bandbreedte` has two bounds instead.
    """

    model_config = ConfigDict(json_schema_extra={"description": "Afgesproken norm met citaat."})

    soort: Normsoort = Field(description="Hoe de norm gelezen wordt.")
    waarde: GetalMetTeken | None = Field(None, description="De norm, zoals 10% of 50.")
    ondergrens: GetalMetTeken | None = Field(None, description="Bij een bandbreedte.")
    bovengrens: GetalMetTeken | None = Field(None, description="Bij een bandbreedte.")
    van: Datum | None = Field(None, description="Eerste dag waarop de norm geldt.")
    tot: Datum | None = Field(None, description="Laatste dag waarop de norm geldt.")
    op: Datum | None = Field(
        None, description="Dag waarop een stand of een verandering er moet zijn, zoals 31 december 2027."
    )
    citaat: Tekst = Field(description="Letterlijke woorden met het getal van de norm.")
    plaats: Plek = Field(description="Waar in de afspraak het citaat staat.")
    afgeleid: bool = Field(False, description="true als het citaat niet in de afspraak staat.")
    reden: Tekst | None = Field(None, description="Waar de afgeleide norm op berust.")
    partij: Id | None = Field(
        None, description="Partij waarvoor de norm geldt; leeg als zij voor allen samen geldt."
    )
    uitleg: Tekst | None = Field(
        None, description="Waarom de norm zo gelezen wordt, als het citaat dat zelf niet zegt."
    )


class Verwachting(Record):
    """The expected denominator of a period, given by the parties."""

    model_config = ConfigDict(
        json_schema_extra={"description": "Verwachte noemer over een periode, door partijen gegeven."}
    )

    periode: Periode = Field(description="Kalenderjaar waarvoor de verwachting geldt.")
    noemer: Getal = Field(gt=0, description="Verwacht aantal in de noemer.")
    toelichting: Tekst = Field(description="Waar de verwachting op berust.")


class Indicator(Record):
    """What is computed from the figures and held against the agreed norm (as CORA describes it)."""

    model_config = ConfigDict(
        json_schema_extra={"description": "Wat uit de cijfers berekend en aan de norm getoetst wordt."}
    )

    id: Id = Field(description="Korte naam van de indicator.")
    naam: Tekst = Field(description="Volledige naam.")
    afspraak: Nummer = Field(description="Afspraak waar de indicator bij hoort.")
    soort: Soortnaam = Field(description="Hoe de waarde wordt berekend.")
    teller: Id = Field(description="Kengetal dat geteld wordt.")
    noemer: Id | None = Field(None, description="Kengetal waardoor gedeeld wordt (bij aandeel).")
    plus: tuple[Id, ...] = Field((), description="Kengetallen die bij de teller worden opgeteld (bij saldo).")
    min: tuple[Id, ...] = Field((), description="Kengetallen die van de teller afgaan (bij saldo).")
    basisjaar: Jaar | None = Field(None, description="Jaar waarmee wordt vergeleken (bij verandering).")
    richting: Telrichting | None = Field(
        None, description="Of een verandering als stijging (anders niet genoemd) of als daling telt."
    )
    van: Jaar | None = Field(None, description="Eerste jaar (bij cumulatief, gemiddelde en saldo).")
    tot: Jaar | None = Field(
        None, description="Laatste jaar (bij cumulatief, gemiddelde en saldo); leeg zonder einddatum."
    )
    jaren: int = Field(1, ge=1, le=5, description="Over hoeveel kalenderjaren een aandeel geldt.")
    definitie: Tekst = Field(description="Wat de indicator zegt.")
    bedrijfsregels: Tekst | None = Field(None, description="Wat wel en niet meetelt.")
    bron: Tekst | None = Field(None, description="Waar de definitie op berust.")
    definitieversie: Tekst = Field("1", description="Versie van de definitie.")
    normen: tuple[Norm, ...] = Field((), description="Afgesproken normen met hun geldigheid.")
    parameters: tuple[Id, ...] = Field((), description="Wettelijke waarden die erbij getoond worden.")
    plafond: Id | None = Field(None, description="Parameter waar de waarde niet boven mag komen.")
    verwachtingen: tuple[Verwachting, ...] = Field((), description="Verwachte noemers.")
    voorbehoud: Tekst | None = Field(None, description="Wat met deze cijfers niet te beoordelen is.")
    te_regelen: tuple[Tekst, ...] = Field((), description="Wat partijen nog moeten vaststellen.")

    @property
    def aard(self) -> Indicatorsoort:
        """How an indicator of this kind is measured and judged."""
        return INDICATORSOORTEN[self.soort]

    @property
    def kengetallen(self) -> tuple[str, ...]:
        """The figures that it is made of."""
        return (self.teller, *self.plus, *self.min, *([self.noemer] if self.noemer else []))

    @property
    def daalt(self) -> bool:
        """Whether a change is counted as a decrease."""
        return self.richting == "daling"

    @property
    def looptijd(self) -> bool:
        """Whether it runs from its first to its last year, and not over each calendar year."""
        return self.aard.looptijd and self.van is not None


class Balans(Record):
    """A stock that must balance: begin + plus - min + correctie = eind."""

    model_config = ConfigDict(
        json_schema_extra={"description": "Voorraad die moet sluiten: begin + plus - min + correctie = eind."}
    )

    id: Id = Field(description="Korte naam.")
    naam: Tekst = Field(description="Volledige naam.")
    begin: Id = Field(description="Kengetal met de stand aan het begin van de periode.")
    plus: tuple[Id, ...] = Field((), description="Kengetallen die de voorraad vergroten.")
    min: tuple[Id, ...] = Field((), description="Kengetallen die de voorraad verkleinen.")
    correctie: Id | None = Field(None, description="Kengetal met administratieve correcties.")
    eind: Id = Field(description="Kengetal met de stand aan het eind van de periode.")

    @property
    def posten(self) -> tuple[tuple[str, str], ...]:
        """The sign and the figure of each line, in the order of a reader."""
        bij, af = (("+", k) for k in self.plus), (("-", k) for k in self.min)
        correctie = [("+/-", self.correctie)] if self.correctie else []
        return (("", self.begin), *bij, *af, *correctie, ("=", self.eind))

    @property
    def kengetallen(self) -> tuple[str, ...]:
        """All figures in it."""
        return tuple(k for _, k in self.posten)
