"""Delivered figures and dated statutory values."""

from typing import Literal

from pydantic import ConfigDict, Field

from prestatie_cli.model.basis import (
    Datum,
    GetalMetTeken,
    Id,
    Periode,
    Record,
    Tekst,
)

Herkomst = Literal["voorbeeld", "voorlopig", "definitief"]


class Correctie(Record):
    """A figure that was delivered before and has been replaced, with the reason."""

    model_config = ConfigDict(
        json_schema_extra={"description": "Eerder geleverd cijfer dat is vervangen, met de reden."}
    )

    kengetal: Id = Field(description="Kengetal dat is gecorrigeerd.")
    was: GetalMetTeken = Field(description="Het cijfer dat er eerst stond.")
    geleverd_op: Datum = Field(description="Dag waarop het oude cijfer was geleverd.")
    gecorrigeerd_op: Datum = Field(description="Dag van de correctie.")
    reden: Tekst = Field(description="Waarom het cijfer is gecorrigeerd.")


class Levering(Record):
    """The figures that one party delivered over a period."""

    model_config = ConfigDict(json_schema_extra={"description": "Cijfers van één partij."})

    door: Id = Field(description="Partij die de cijfers leverde.")
    geleverd_op: Datum = Field(description="Dag van levering.")
    herkomst: Herkomst = Field(description="voorbeeld (niet gemeten), voorlopig of definitief.")
    cijfers: dict[Id, GetalMetTeken] = Field(
        default_factory=dict,
        description="Kengetal en cijfer, zoals nieuwbouw: 4, ruimte: 4,1% of 'kosten: € 1,4 mln'.",
    )
    ontbreekt: dict[Id, Tekst] = Field(
        default_factory=dict, description="Kengetal zonder cijfer, met de reden."
    )
    correcties: tuple[Correctie, ...] = Field((), description="Wat er eerder stond en waarom.")
    toelichting: Tekst | None = Field(None, description="Opmerking van de leverende partij.")


class Meting(Record):
    """The file `metingen/PERIODE.yaml`: all figures over one period."""

    model_config = ConfigDict(
        json_schema_extra={"description": "Cijfers over één periode (metingen/PERIODE.yaml)."}
    )

    periode: Periode = Field(description="Periode; ook de bestandsnaam: 2026, 2026-H1 of 2026-Q3.")
    leveringen: tuple[Levering, ...] = Field(min_length=1, description="Wat elke partij leverde.")


class Parameterwaarde(Record):
    """The value of a statutory parameter between two dates, with its source."""

    model_config = ConfigDict(
        json_schema_extra={"description": "Waarde van een wettelijke parameter met geldigheid en bron."}
    )

    waarde: GetalMetTeken = Field(description="De waarde, zoals 7.5% of 932.93.")
    van: Datum = Field(description="Eerste dag waarvoor de waarde is nagegaan.")
    tot: Datum | None = Field(None, description="Laatste dag; leeg als die niet bekend is.")
    bron: Tekst = Field(description="Wetsartikel of publicatie.")


class Parameter(Record):
    """A statutory value that changes over time."""

    model_config = ConfigDict(json_schema_extra={"description": "Wettelijke waarde."})

    id: Id = Field(description="Korte naam.")
    naam: Tekst = Field(description="Volledige naam.")
    eenheid: Literal["aandeel", "euro"] = Field(description="aandeel (0-1) of euro.")
    waarden: tuple[Parameterwaarde, ...] = Field(min_length=1, description="Waarden per periode.")
    toelichting: Tekst | None = Field(None, description="Hoe de waarde gelezen wordt.")


class Parameterlijst(Record):
    """The file `parameters.yaml`: all statutory values."""

    model_config = ConfigDict(
        json_schema_extra={"description": "Wettelijke waarden met hun bron (parameters.yaml)."}
    )

    parameters: tuple[Parameter, ...] = Field(description="De parameters.")
