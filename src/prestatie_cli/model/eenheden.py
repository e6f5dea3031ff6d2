"""The units of figures: built in where everybody has them, else declared by the agreements."""

from typing import Annotated, Literal

from pydantic import ConfigDict, Field, StringConstraints

from prestatie_cli.model.basis import Record, Tekst

EenheidId = Annotated[str, StringConstraints(pattern=r"^[A-Za-z][A-Za-z0-9_]*$", max_length=40)]
Notatie = Literal["kaal", "euro", "procent", "achter"]


class Eenheid(Record):
    """A unit of a figure: its names, how fine it is, and whether figures in it may be added up.

    `mensen`: it counts people or what they do, so that small counts are not published. A figure in
    `procent` is a share (0-1).
    """

    model_config = ConfigDict(json_schema_extra={"description": "Eenheid van een cijfer."})

    id: EenheidId = Field(description="Korte naam die bij de kengetallen staat.")
    naam: Tekst = Field(description="De eenheid in het enkelvoud, zoals 'laadpaal' of 'ton CO2'.")
    meervoud: Tekst = Field(description="De eenheid in het meervoud, zoals 'laadpalen' of 'ton CO2'.")
    decimalen: int = Field(0, ge=0, le=6, description="Hoeveel decimalen een cijfer ten hoogste heeft.")
    optelbaar: bool = Field(
        description="Of cijfers opgeteld mogen worden: woningen wel, een rapportcijfer niet."
    )
    mensen: bool = Field(
        False, description="true als het mensen telt; een klein aantal is dan niet openbaar."
    )

    @property
    def notatie(self) -> Notatie:
        """How a figure in this unit is written: bare, with a sign, or with the name behind it."""
        return NOTATIES.get(self.id, "achter")


NOTATIES: dict[str, Notatie] = {
    "woningen": "kaal",
    "verhuringen": "kaal",
    "huishoudens": "kaal",
    "personen": "kaal",
    "euro": "euro",
    "procent": "procent",
    "aandeel": "procent",
}


def _ingebouwd(
    id_: str, naam: str, decimalen: int = 0, optelbaar: bool = True, mensen: bool = False
) -> Eenheid:
    return Eenheid.model_construct(
        id=id_, naam=naam, meervoud=id_, decimalen=decimalen, optelbaar=optelbaar, mensen=mensen
    )


# A duration and a mark are most often a mean, and a percentage always: their sum says nothing.
EENHEDEN: dict[str, Eenheid] = {
    e.id: e
    for e in (
        _ingebouwd("woningen", "woning"),
        _ingebouwd("verhuringen", "verhuring", mensen=True),
        _ingebouwd("huishoudens", "huishouden", mensen=True),
        _ingebouwd("personen", "persoon", mensen=True),
        _ingebouwd("euro", "euro", decimalen=2),
        _ingebouwd("procent", "procent", decimalen=6, optelbaar=False),
        _ingebouwd("dagen", "dag", decimalen=2, optelbaar=False),
        _ingebouwd("maanden", "maand", decimalen=2, optelbaar=False),
        _ingebouwd("m2", "m2", decimalen=2),
        _ingebouwd("kWh", "kWh", decimalen=3),
        _ingebouwd("punten", "punt", decimalen=3, optelbaar=False),
    )
}
# The value of an indicator that divides: no one declares or delivers it.
AANDEEL = _ingebouwd("aandeel", "aandeel", decimalen=6, optelbaar=False)


def onbekende_eenheid(id_: str) -> Eenheid:
    """What stands for a unit that nobody declared, where a check tells of it."""
    return _ingebouwd(id_, id_, decimalen=6)
