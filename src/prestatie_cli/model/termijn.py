"""The term of a duty: its literal words, how the parties read them, and the moments they agreed on."""

from pydantic import ConfigDict, Field

from prestatie_cli.model.basis import Datum, Id, Periode, Record, Tekst


class Lezing(Record):
    """How the parties read a term, or read it for now; it goes before the table of term words."""

    model_config = ConfigDict(
        json_schema_extra={"description": "Hoe partijen de termijnwoorden lezen, vastgesteld of voorlopig."}
    )

    vroegst: Datum | None = Field(None, description="Eerste dag; leeg als die er niet is.")
    uiterlijk: Datum | None = Field(None, description="Laatste dag; leeg als die er niet is.")
    herhaling: Tekst | None = Field(
        None, description="Hoe vaak het terugkeert, in woorden uit de tabel, zoals jaarlijks."
    )
    levertermijn: int | None = Field(
        None, ge=0, le=3660, description="Dagen na elk tijdvak, of na de gebeurtenis, waarna het te laat is."
    )
    vastgesteld_door: tuple[Id, ...] = Field((), description="Partijen die deze lezing hebben vastgesteld.")
    vastgesteld_op: Datum | None = Field(None, description="Dag waarop de lezing is vastgesteld.")
    voorlopig: bool = Field(False, description="true zolang partijen de lezing nog niet hebben vastgesteld.")
    toelichting: Tekst | None = Field(None, description="Waarom de lezing zo is.")

    @property
    def is_voorlopig(self) -> bool:
        """Whether the parties have not settled it yet: it says so, or names nobody who did."""
        return self.voorlopig or not self.vastgesteld_door


class Termijn(Record):
    """The literal term words of a duty, found back in the agreement unless `afgeleid`."""

    model_config = ConfigDict(
        json_schema_extra={"description": "Termijn van een verplichting, in de woorden van de bron."}
    )

    woorden: Tekst = Field(
        description="Letterlijke woorden; met '…' tussen twee stukken als ze niet aansluiten."
    )
    afgeleid: bool = Field(False, description="true als de woorden niet in de afspraak staan.")
    reden: Tekst | None = Field(None, description="Waar de afgeleide termijn op berust.")
    lezing: Lezing | None = Field(None, description="Uitdrukkelijke lezing door partijen.")


class Meetmoment(Record):
    """A reporting moment: the figures over `tijdvak` are due on `uiterlijk`."""

    model_config = ConfigDict(json_schema_extra={"description": "Afgesproken moment van levering."})

    tijdvak: Periode = Field(description="Periode waarover de cijfers gaan.")
    uiterlijk: Datum = Field(description="Dag waarop ze er uiterlijk zijn.")


class Meetmomenten(Record):
    """The reporting moments that the parties set for a recurring term."""

    model_config = ConfigDict(
        json_schema_extra={"description": "Momenten die partijen voor een terugkerende termijn afspraken."}
    )

    woorden: Tekst = Field(description="Terugkerende termijn, zoals 'twee keer per jaar'.")
    momenten: tuple[Meetmoment, ...] = Field(min_length=1, description="De momenten.")
    vastgesteld_door: tuple[Id, ...] = Field(min_length=1, description="Partijen die ze vaststelden.")
    vastgesteld_op: Datum = Field(description="Dag waarop ze zijn vastgesteld.")
