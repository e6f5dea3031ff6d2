"""The base of all records and the scalar types they share.

Every scalar arrives as the text that stands in the file; the types here decide what it is.
"""

import re
from datetime import date
from decimal import Decimal
from typing import Annotated, Literal

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, StringConstraints, WithJsonSchema


class Record(BaseModel):
    """A frozen record that refuses keys it does not know."""

    model_config = ConfigDict(frozen=True, extra="forbid", str_strip_whitespace=True)


GETAL = re.compile(r"-?[0-9]+(\.[0-9]+)?")
DUIZENDTALLEN = re.compile(r"-?[0-9]{1,3}(\.[0-9]{3})+")


def _getal(waarde: object) -> object:
    """Refuse what would be read as another number than the writer meant."""
    if not isinstance(waarde, str):
        return waarde
    if DUIZENDTALLEN.fullmatch(waarde):
        raise ValueError(
            f"{waarde} kan duizendtallen of decimalen betekenen; "
            f"schrijf {waarde.replace('.', '')} of {waarde}0"
        )
    if not GETAL.fullmatch(waarde):
        raise ValueError(
            f"{waarde} is geen getal; schrijf cijfers met een punt voor de decimalen, zoals 12 of 12.5"
        )
    return waarde


def _getal_of_percentage(waarde: object) -> object:
    """Read `10%` as the share 0.1; other text is a plain number."""
    if isinstance(waarde, str) and waarde.endswith("%"):
        kaal = waarde[:-1].rstrip().replace(",", ".")
        if GETAL.fullmatch(kaal):
            return Decimal(kaal).scaleb(-2)
    return _getal(waarde)


Tekst = Annotated[str, StringConstraints(min_length=1, max_length=20_000)]
Id = Annotated[str, StringConstraints(pattern=r"^[a-z][a-z0-9_]*$", max_length=80)]
Nummer = Annotated[str, StringConstraints(pattern=r"^[A-Z]?[0-9]+(\.[0-9]+)*$", max_length=20)]
Letter = Annotated[str, StringConstraints(pattern=r"^[a-z]{1,2}$")]
VerplichtingNummer = Annotated[
    str, StringConstraints(pattern=r"^[A-Z]?[0-9]+(\.[0-9]+)*[a-z]{1,2}$", max_length=22)
]
Periode = Annotated[str, StringConstraints(pattern=r"^[0-9]{4}(-(H[12]|Q[1-4]|0[1-9]|1[0-2]))?$")]
Jaar = Annotated[int, Field(ge=1990, le=2199)]
# The bounds keep pydantic from reading a bare number as seconds since 1970.
Datum = Annotated[
    date,
    Field(ge=date(1990, 1, 1), le=date(2199, 12, 31)),
    WithJsonSchema({"type": "string", "format": "date"}),
]
Getal = Annotated[Decimal, BeforeValidator(_getal), WithJsonSchema({"type": "number"})]
GetalOfPercentage = Annotated[
    Decimal,
    BeforeValidator(_getal_of_percentage),
    WithJsonSchema(
        {"anyOf": [{"type": "number"}, {"type": "string", "pattern": r"^-?[0-9]+([.,][0-9]+)? ?%$"}]}
    ),
]
Vingerafdruk = Annotated[str, StringConstraints(pattern=r"^[0-9a-f]{16}$")]
Plek = Literal["tekst", "doel", "speerpunt"]
