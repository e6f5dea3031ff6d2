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


GETAL = re.compile(r"-?[0-9]{1,12}(\.[0-9]{1,6})?")
DUIZENDTALLEN = re.compile(r"-?[1-9][0-9]{0,2}(\.[0-9]{3})+")
DATUM = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")


def _kort(waarde: str) -> str:
    waarde = " ".join(waarde.split())
    return f"'{waarde[:40]}…'" if len(waarde) > 40 else f"'{waarde}'"


def _getal(waarde: object) -> object:
    """Refuse what would be read as another number than the writer meant."""
    if not isinstance(waarde, str):
        return waarde
    if DUIZENDTALLEN.fullmatch(waarde):
        zonder = waarde.replace(".", "")
        keuze = f"{zonder}, of {waarde}0 voor decimalen" if waarde.count(".") == 1 else zonder
        raise ValueError(f"{_kort(waarde)} kan duizendtallen of decimalen betekenen", f"schrijf {keuze}")
    if not GETAL.fullmatch(waarde):
        raise ValueError(
            f"{_kort(waarde)} is geen getal van ten hoogste twaalf cijfers",
            "schrijf cijfers met een punt voor de decimalen, zoals 12 of 12.5"
            if any(teken.isdigit() for teken in waarde)
            else "schrijf cijfers, zoals 12; is een cijfer er niet, zet het dan onder 'ontbreekt'",
        )
    return waarde


def _getal_of_percentage(waarde: object) -> object:
    """Read `10%` as the share 0.1; other text is a plain number."""
    if isinstance(waarde, str) and waarde.endswith("%"):
        kaal = waarde[:-1].rstrip().replace(",", ".")
        if GETAL.fullmatch(kaal):
            return Decimal(kaal).scaleb(-2)
    return _getal(waarde)


def _datum(waarde: object) -> object:
    """Read `2026-07-01` and nothing else: pydantic would take a number for seconds since 1970."""
    if not isinstance(waarde, str):
        return waarde
    try:
        if DATUM.fullmatch(waarde):
            return date.fromisoformat(waarde)
    except ValueError:
        pass
    raise ValueError(f"{_kort(waarde)} is geen datum", "schrijf jaar-maand-dag, zoals 2026-07-01")


LANGSTE_TEKST = 20_000
Tekst = Annotated[str, StringConstraints(min_length=1, max_length=LANGSTE_TEKST)]
Id = Annotated[str, StringConstraints(pattern=r"^[a-z][a-z0-9_]*$", max_length=80)]
Nummer = Annotated[str, StringConstraints(pattern=r"^[A-Za-z0-9]+([.-][A-Za-z0-9]+)*$", max_length=20)]
Leden = Annotated[tuple[Id, ...], Field(min_length=1)]


def _als_lijst(waarde: object) -> object:
    """One name where a list may stand is a list of one."""
    return [waarde] if isinstance(waarde, str) else waarde


EenOfMeer = Annotated[
    tuple[Id, ...],
    Field(min_length=1),
    BeforeValidator(_als_lijst),
    WithJsonSchema(
        {
            "anyOf": [
                {"type": "string", "pattern": r"^[a-z][a-z0-9_]*$"},
                {
                    "type": "array",
                    "items": {"type": "string", "pattern": r"^[a-z][a-z0-9_]*$"},
                    "minItems": 1,
                },
            ]
        }
    ),
]
Letter = Annotated[str, StringConstraints(pattern=r"^[a-z]{1,2}$")]
VerplichtingNummer = Annotated[
    str,
    StringConstraints(
        pattern=r"^([A-Za-z0-9]+[.-])*([A-Za-z0-9]*[A-Z0-9]|[A-Za-z0-9]+-)[a-z]{1,2}$", max_length=23
    ),
]
Periode = Annotated[
    str, StringConstraints(pattern=r"^(199[0-9]|2[01][0-9]{2})(-(H[12]|Q[1-4]|0[1-9]|1[0-2]))?$")
]
Jaar = Annotated[int, Field(ge=1990, le=2199)]
Datum = Annotated[
    date,
    Field(ge=date(1990, 1, 1), le=date(2199, 12, 31)),
    BeforeValidator(_datum),
    WithJsonSchema({"type": "string", "format": "date"}),
]
GETALTEKST = r"^-?[0-9]+(\.[0-9]+)?$"
Getal = Annotated[
    Decimal,
    BeforeValidator(_getal),
    WithJsonSchema({"anyOf": [{"type": "number"}, {"type": "string", "pattern": GETALTEKST}]}),
]
GetalOfPercentage = Annotated[
    Decimal,
    BeforeValidator(_getal_of_percentage),
    WithJsonSchema(
        {
            "anyOf": [
                {"type": "number"},
                {"type": "string", "pattern": rf"{GETALTEKST}|^-?[0-9]+([.,][0-9]+)? ?%$"},
            ]
        }
    ),
]
Vingerafdruk = Annotated[str, StringConstraints(pattern=r"^[0-9a-f]{16}$")]
Plek = Literal["tekst", "doel", "speerpunt"]
