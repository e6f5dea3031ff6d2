"""The agreements of one year or of several: parties, themes, agreements, duties and what is measured."""

from collections.abc import Mapping
from typing import Literal

from pydantic import ConfigDict, Field, model_validator

from prestatie_cli.model.basis import (
    Datum,
    EenOfMeer,
    Id,
    Jaar,
    Leden,
    Letter,
    Nummer,
    Record,
    Tekst,
    Vingerafdruk,
)
from prestatie_cli.model.eenheden import EENHEDEN, Eenheid, EenheidId, onbekende_eenheid
from prestatie_cli.model.geldigheid import Aanduiding, Geldigheid, Plichtverwijzing
from prestatie_cli.model.indicator import Balans, Indicator
from prestatie_cli.model.nummers import alle_romeins, nummersleutel
from prestatie_cli.model.termijn import Meetmoment, Meetmomenten, Termijn


class Bron(Record):
    """Where the text of the agreements comes from."""

    model_config = ConfigDict(json_schema_extra={"description": "Waar de tekst vandaan komt."})

    titel: Tekst = Field(description="Naam van het brondocument.")
    bestand: Tekst | None = Field(None, description="Pad of webadres van het brondocument.")
    toelichting: Tekst | None = Field(None, description="Wat de lezer over de bron moet weten.")


class Ontbrekend(Record):
    """A part of the source that was not available and is not filled in."""

    model_config = ConfigDict(
        json_schema_extra={"description": "Deel van de bron dat er niet is en niet is ingevuld."}
    )

    wat: Tekst = Field(description="Wat er ontbreekt, zoals '1.1 t/m 1.6'.")
    reden: Tekst = Field(description="Waarom het ontbreekt.")


class Partij(Record):
    """A party that signs the agreements, or a third that they name (`soort: derde`)."""

    model_config = ConfigDict(
        json_schema_extra={"description": "Partij bij de afspraken, of een derde die erin voorkomt."}
    )

    id: Id = Field(description="Korte naam waarmee naar de partij wordt verwezen.")
    naam: Tekst = Field(description="Volledige naam.")
    soort: Literal["gemeente", "corporatie", "huurdersorganisatie", "derde"] = Field(
        description="Rol van de partij; een derde tekent niet mee."
    )


class Thema(Record):
    """A theme under which agreements are numbered."""

    model_config = ConfigDict(json_schema_extra={"description": "Thema waaronder afspraken vallen."})

    nummer: Nummer = Field(description="Nummer van het thema.")
    titel: Tekst = Field(description="Titel van het thema.")
    afgeleid: bool = Field(False, description="true als de titel niet in de bron staat.")
    reden: Tekst | None = Field(None, description="Waar de afgeleide titel op berust.")


Verplichtingsoort = Literal[
    "oplevering",
    "rapportage",
    "maximum",
    "doelstelling",
    "doorlopend",
    "voorwaardelijk",
    "uitgesteld",
    "constatering",
]
Uitvoering = Literal["samen", "ieder"]


class Verplichting(Record):
    """One duty in an agreement: what, by whom, to or with whom, by when.

    Its number is the agreement's number with `letter` behind it, such as `3.6a`.
    """

    model_config = ConfigDict(
        json_schema_extra={"description": "Eén verplichting (of constatering) in een afspraak."}
    )

    letter: Letter = Field(description="Letter binnen de afspraak: 3.6 met letter a is 3.6a.")
    wat: Tekst = Field(description="Korte omschrijving in eigen woorden.")
    wie: tuple[Id, ...] = Field((), description="Partijen die het doen.")
    voor: tuple[Id, ...] = Field((), description="Partijen die het ontvangen.")
    met: tuple[Id, ...] = Field((), description="Partijen die erbij betrokken worden.")
    uitvoering: Uitvoering | None = Field(
        None, description="Of de partijen het samen doen (één resultaat) of ieder voor zich."
    )
    soort: Verplichtingsoort = Field(description="Wat voor verplichting het is.")
    termijn: Termijn | None = Field(None, description="Leeg als de afspraak geen termijn noemt.")
    meetmomenten: tuple[Meetmoment, ...] = Field(
        (), description="Momenten die partijen voor deze terugkerende verplichting afspraken."
    )
    voorwaarde: Tekst | None = Field(None, description="Letterlijke voorwaarde uit de afspraak.")
    kengetallen: tuple[Id, ...] = Field(
        (), description="Cijfers waarom deze rapportage vraagt; een levering ervan voldoet eraan."
    )
    indicator: Id | None = Field(None, description="Indicator waaraan deze norm wordt afgemeten.")
    vervolg_van: Plichtverwijzing | None = Field(
        None, description="Verplichting van eerdere afspraken die hier verder gaat, zoals 2026/3.6a."
    )
    toelichting: Tekst | None = Field(None, description="Wat de lezer over de indeling moet weten.")


class Herstel(Record):
    """A fault of the scan that was mended: what the scan says and what stands here."""

    model_config = ConfigDict(json_schema_extra={"description": "Herstelde fout van de scan."})

    scan: Tekst = Field(description="Wat de scan heeft.")
    tekst: Tekst = Field(description="Wat hier staat.")


class Onderwerp(Record):
    """A topic on which the parties promised to report, with the figures that cover it."""

    model_config = ConfigDict(json_schema_extra={"description": "Onderwerp waarop partijen terugkomen."})

    naam: Tekst = Field(description="Letterlijke naam van het onderwerp.")
    indicatoren: tuple[Id, ...] = Field((), description="Indicatoren die het onderwerp dekken.")
    kengetallen: tuple[Id, ...] = Field((), description="Kengetallen die het onderwerp dekken.")
    reden: Tekst | None = Field(None, description="Waarom er (nog) geen cijfers zijn.")


class Afspraak(Record):
    """One numbered agreement with its literal text and its duties."""

    model_config = ConfigDict(
        json_schema_extra={"description": "Eén genummerde afspraak met de letterlijke tekst."}
    )

    nummer: Nummer = Field(description='Nummer, tussen aanhalingstekens: "3.10".')
    thema: Nummer = Field(description="Nummer van het thema.")
    afgeleid: bool = Field(False, description="true als alleen dit nummer niet zo in de bron staat.")
    reden: Tekst | None = Field(None, description="Waar het afgeleide nummer op berust.")
    doel: Tekst | None = Field(None, description="Letterlijk doel (ambitie).")
    speerpunt: Tekst | None = Field(None, description="Letterlijk speerpunt.")
    tekst: Tekst = Field(description="Letterlijke tekst van de afspraak.")
    hersteld: tuple[Herstel, ...] = Field((), description="Herstelde fouten van de scan.")
    verplichtingen: tuple[Verplichting, ...] = Field((), description="Wat wie wanneer doet.")
    onderwerpen: tuple[Onderwerp, ...] = Field((), description="Onderwerpen die gevolgd worden.")
    toelichting: Tekst | None = Field(None, description="Wat de lezer over de bron moet weten.")


class Standaard(Record):
    """The item of a national standard that a figure follows, and where it differs from it."""

    model_config = ConfigDict(json_schema_extra={"description": "Landelijke standaard die een cijfer volgt."})

    stelsel: Tekst = Field(description="Naam van de standaard, zoals CORA, dVi of CBS.")
    item: Tekst = Field(description="Naam of nummer van het gegeven in die standaard.")
    versie: Tekst | None = Field(None, description="Versie of jaar van de standaard.")
    verschil: Tekst | None = Field(
        None, description="Waarin dit cijfer ervan afwijkt; leeg als dat niet zo is."
    )


class Kengetal(Record):
    """A figure that a party delivers: a flow over a period or a stock at its end.

    Where several deliver it, each has a part of its own, and the figure is their sum.
    """

    model_config = ConfigDict(json_schema_extra={"description": "Cijfer dat een partij levert."})

    id: Id = Field(description="Korte naam die in de metingen staat.")
    naam: Tekst = Field(description="Volledige naam.")
    soort: Literal["stroom", "stand"] = Field(
        description="stroom telt over een periode, stand geldt op de laatste dag ervan."
    )
    eenheid: EenheidId = Field(
        description=f"Waarin het cijfer is uitgedrukt: {', '.join(EENHEDEN)}, of een eigen eenheid."
    )
    levert: EenOfMeer = Field(
        description="Partij die het cijfer levert; of meer partijen, die elk hun eigen deel leveren."
    )
    definitie: Tekst = Field(description="Wat het cijfer telt.")
    bedrijfsregels: Tekst | None = Field(None, description="Wat wel en niet meetelt.")
    bron: Tekst | None = Field(None, description="Administratie waar het cijfer uit komt.")
    definitieversie: Tekst = Field("1", description="Versie van de definitie.")
    standaard: Standaard | None = Field(None, description="Landelijke standaard die het cijfer volgt.")
    deel_van: Id | None = Field(None, description="Kengetal waarvan dit een deel is.")
    negatief: bool = Field(False, description="true als het cijfer onder nul mag liggen.")


class Vaststelling(Record):
    """The record that a party approved this version of the agreements on a day.

    `vingerafdruk` is over the substantive fields only; `prestatie vaststellen` computes it.
    """

    model_config = ConfigDict(
        json_schema_extra={"description": "Een partij heeft deze versie van de afspraken vastgesteld."}
    )

    partij: Id = Field(description="Partij die vaststelde.")
    datum: Datum = Field(description="Dag waarop de partij vaststelde.")
    vingerafdruk: Vingerafdruk = Field(
        description="Vingerafdruk van de inhoud, geschreven door prestatie vaststellen."
    )
    toelichting: Tekst | None = Field(None, description="Opmerking, zoals het besluit erbij.")


class Jaargang(Record):
    """The file `afspraken-JJJJ.yaml` or `afspraken-JJJJ-JJJJ.yaml`: agreements in force for a year or years.

    Over which years says `geldt`, else `jaar`; they stand in the name of the file.
    """

    model_config = ConfigDict(
        json_schema_extra={
            "description": "Prestatieafspraken van een jaar of van meer jaren (afspraken-JJJJ.yaml).",
            "anyOf": [{"required": ["jaar"]}, {"required": ["geldt"]}],
        }
    )

    jaar: Jaar | None = Field(
        None, description="Jaar van de afspraken, ook in de bestandsnaam; dit of 'geldt' is verplicht."
    )
    geldt: Geldigheid | None = Field(
        None, description="Jaren waarin de afspraken gelden, in plaats van één jaar."
    )
    kader: Aanduiding | None = Field(
        None, description="Meerjarige afspraken waar deze onder vallen, zoals 2024-2027."
    )
    titel: Tekst = Field(description="Titel van de afspraken.")
    bron: Bron = Field(description="Waar de tekst vandaan komt.")
    ontbrekend: tuple[Ontbrekend, ...] = Field((), description="Wat er van de bron ontbreekt.")
    partijen: tuple[Partij, ...] = Field(min_length=1, description="Partijen en genoemde derden.")
    groepen: dict[Id, Leden] = Field(
        default_factory=dict, description="Groep en haar partijen; een groep mag staan waar partijen staan."
    )
    nummering: Literal["bron", "eigen"] = Field(
        "bron", description="eigen als de bron geen nummers heeft: dan zijn alle nummers hier bedacht."
    )
    themas: tuple[Thema, ...] = Field(min_length=1, description="Thema's.")
    meetmomenten: tuple[Meetmomenten, ...] = Field((), description="Afgesproken meetmomenten.")
    afspraken: tuple[Afspraak, ...] = Field(max_length=20_000, description="De afspraken.")
    indicatoren: tuple[Indicator, ...] = Field((), description="Wat gemeten en getoetst wordt.")
    kengetallen: tuple[Kengetal, ...] = Field((), description="Cijfers die geleverd worden.")
    eenheden: tuple[Eenheid, ...] = Field((), description="Eigen eenheden van cijfers.")
    balansen: tuple[Balans, ...] = Field((), description="Voorraden die moeten sluiten.")
    kleinste_cel: int | None = Field(
        None, ge=2, le=100, description="Kleiner aantal dan dit wordt in het openbaar niet getoond."
    )
    vaststellingen: tuple[Vaststelling, ...] = Field(
        (), description="Welke partij deze afspraken wanneer vaststelde."
    )

    @model_validator(mode="after")
    def _noemt_jaren(self) -> "Jaargang":
        if self.jaar is None and self.geldt is None:
            raise ValueError(
                "'jaar' ontbreekt", "vul in: het jaar, of onder 'geldt' het eerste en het laatste"
            )
        if self.jaar is not None and not self.eerste_jaar <= self.jaar <= self.laatste_jaar:
            raise ValueError(
                f"het jaar {self.jaar} ligt buiten 'geldt'", "laat 'jaar' weg, of verbeter een van beide"
            )
        return self

    @property
    def eerste_jaar(self) -> int:
        """The first year in which the agreements are in force."""
        return self.geldt.van if self.geldt else self.jaar or 0

    @property
    def laatste_jaar(self) -> int:
        """The last year in which the agreements are in force."""
        return self.geldt.tot if self.geldt else self.jaar or 0

    @property
    def aanduiding(self) -> str:
        """What names the agreements in the data and in the name of their file: `2026`, `2024-2027`."""
        return "-".join(map(str, sorted({self.eerste_jaar, self.laatste_jaar})))

    @property
    def romeins(self) -> bool:
        """Whether the themes are numbered in roman numerals."""
        return alle_romeins(t.nummer for t in self.themas)

    @property
    def op_nummer(self) -> tuple[Afspraak, ...]:
        """The agreements in the order of a reader, however they stand in the file."""
        romeins = self.romeins
        return tuple(sorted(self.afspraken, key=lambda a: nummersleutel(a.nummer, romeins)))

    @property
    def themas_op_nummer(self) -> tuple[Thema, ...]:
        """The themes in the order of a reader."""
        romeins = self.romeins
        return tuple(sorted(self.themas, key=lambda t: nummersleutel(t.nummer, romeins)))

    def eenheid(self, id_: str) -> Eenheid:
        """The unit with an id: as these agreements declare it, or built in."""
        eigen = next((e for e in self.eenheden if e.id == id_), None)
        return EENHEDEN.get(id_) or eigen or onbekende_eenheid(id_)

    @property
    def eenheid_per_kengetal(self) -> Mapping[str, Eenheid]:
        """The unit of each figure, by its id."""
        return {k.id: self.eenheid(k.eenheid) for k in self.kengetallen}

    def is_afgeleid(self, afspraak: Afspraak) -> bool:
        """Whether the source does not have the number of an agreement (so)."""
        return afspraak.afgeleid or self.nummering == "eigen"

    @property
    def enig_jaar(self) -> int | None:
        """The year that a day without a year lies in: that of the agreements, where it is one."""
        return self.laatste_jaar if self.eerste_jaar == self.laatste_jaar else None
