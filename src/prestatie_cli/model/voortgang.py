"""Dated statements of the parties about their duties."""

from typing import Literal

from pydantic import ConfigDict, Field

from prestatie_cli.model.basis import Datum, Id, Jaar, Periode, Record, Tekst, VerplichtingNummer
from prestatie_cli.model.geldigheid import Aanduiding

Melding = Literal[
    "niet_gestart",
    "loopt",
    "aandacht",
    "vertraagd",
    "afgerond",
    "voorwaarde_vervuld",
    "uitgesteld",
    "vervallen",
]


class Voortgang(Record):
    """What a party states about a duty on a date; later statements go before earlier ones.

    `uitgesteld` and `vervallen` change the agreement, so they name the decision and all parties
    that consented.
    """

    model_config = ConfigDict(
        json_schema_extra={"description": "Gedateerde melding van een partij over een verplichting."}
    )

    verplichting: VerplichtingNummer = Field(description="Nummer met letter, zoals 3.6a.")
    jaargang: Aanduiding | None = Field(
        None, description="Om welke afspraken het gaat, als er meer het nummer hebben: 2026 of 2024-2027."
    )
    datum: Datum = Field(description="Dag van de melding.")
    door: Id = Field(description="Partij die het meldt.")
    melding: Melding = Field(description="Wat de partij meldt.")
    herkomst: Literal["opgave", "voorbeeld"] = Field(
        "opgave", description="voorbeeld als niemand dit werkelijk heeft gemeld."
    )
    tijdvak: Periode | None = Field(None, description="Bij een terugkerende verplichting.")
    gereed_op: Datum | None = Field(None, description="Dag waarop het klaar was, als dat eerder is.")
    tot: Datum | None = Field(None, description="Nieuwe laatste dag bij uitgesteld.")
    toelichting: Tekst | None = Field(None, description="Uitleg in eigen woorden.")
    oorzaak: Tekst | None = Field(None, description="Waardoor het afwijkt.")
    gevolg: Tekst | None = Field(None, description="Wat het gevolg is.")
    bijsturing: Tekst | None = Field(None, description="Wat eraan gedaan wordt.")
    bewijs: Tekst | None = Field(None, description="Stuk of webadres dat het staaft.")
    besluit: Tekst | None = Field(None, description="Besluit bij uitgesteld of vervallen.")
    instemming: tuple[Id, ...] = Field((), description="Partijen die met dat besluit instemden.")


class Voortgangsregister(Record):
    """The file `voortgang/JJJJ.yaml`: the statements made in one calendar year, append only."""

    model_config = ConfigDict(
        json_schema_extra={"description": "Meldingen uit één kalenderjaar (voortgang/JJJJ.yaml)."}
    )

    jaar: Jaar = Field(description="Kalenderjaar van de meldingen; ook de bestandsnaam.")
    voortgang: tuple[Voortgang, ...] = Field((), description="Meldingen, nieuwe onderaan.")
