"""The base of all records and the scalar types they share.

Every scalar arrives as the text that stands in the file; the types here decide what it is.
"""

import re
from datetime import date
from decimal import Decimal
from typing import Annotated, Literal

from pydantic import (
    BaseModel,
    BeforeValidator,
    ConfigDict,
    Field,
    StringConstraints,
    ValidatorFunctionWrapHandler,
    WithJsonSchema,
    WrapValidator,
)


class Record(BaseModel):
    """A frozen record that refuses keys it does not know."""

    model_config = ConfigDict(frozen=True, extra="forbid", str_strip_whitespace=True)


class Procent(Decimal):
    """A share (0-1) that was written as a percentage, so that nobody can take it for a count."""


class Euro(Decimal):
    """An amount in euro that was written with its sign."""


def in_procent(waarde: Decimal, als_aandeel: bool = False) -> bool:
    """Whether a value is written as a percentage: by its field, or as it stands there itself."""
    return als_aandeel or isinstance(waarde, Procent)


def gespeld(waarde: Decimal, als_aandeel: bool = False) -> str:
    """A decimal as the data spell it (`7.5`, `10%`): no exponent, no zeros that say nothing."""
    als_aandeel = in_procent(waarde, als_aandeel)
    tekst = f"{waarde * 100 if als_aandeel else waarde:f}"
    kort = tekst.rstrip("0").rstrip(".") if "." in tekst else tekst
    return f"{kort}%" if als_aandeel else kort


GETAL = re.compile(r"-?[0-9]{1,12}(\.[0-9]{1,6})?")
DUIZENDTALLEN = re.compile(r"-?[1-9][0-9]{0,2}(\.[0-9]{3})+")
# An amount as Dutch writes it; with the sign, or with 'mln', a point can only part thousands.
BEDRAG = re.compile(
    r"(€|EUR)?\s*(-?[1-9][0-9]{0,2}(?:\.[0-9]{3})+|-?[0-9]{1,12})(?:,([0-9]{1,6}))?"
    r"\s*(mln|miljoen|mld|miljard|duizend)?"
)
MACHTEN = {"duizend": 3, "mln": 6, "miljoen": 6, "mld": 9, "miljard": 9}
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


def _met_teken(waarde: object, anders: ValidatorFunctionWrapHandler) -> Decimal:
    """Read `10%` as the share 0.1 and `€ 1,4 mln` as an amount; other text is a plain number."""
    if isinstance(waarde, str):
        kaal = waarde.strip()
        if kaal.endswith("%"):
            deel = kaal[:-1].rstrip().replace(",", ".")
            if GETAL.fullmatch(deel):
                return Procent(Decimal(deel).scaleb(-2))
        elif (euro := kaal.startswith(("€", "EUR"))) or kaal.endswith(tuple(MACHTEN)):
            return _bedrag(kaal, euro)
    return anders(_getal(waarde))  # type: ignore[no-any-return]  # a handler is not typed


def _bedrag(tekst: str, euro: bool) -> Decimal:
    gelezen = BEDRAG.fullmatch(tekst)
    if gelezen is None:
        raise ValueError(
            f"{_kort(tekst)} is geen bedrag zoals het in het Nederlands staat",
            "schrijf een punt bij duizendtallen en een komma voor de decimalen: € 1.250,50 of € 1,4 mln",
        )
    _, heel, decimalen, macht = gelezen.groups()
    waarde = Decimal(f"{heel.replace('.', '')}.{decimalen or 0}") * 10 ** MACHTEN.get(macht or "", 0)
    kort = waarde.quantize(Decimal(1)) if waarde == waarde.to_integral_value() else waarde.normalize()
    return Euro(kort) if euro else kort


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
MET_TEKEN = rf"{GETALTEKST}|^-?[0-9]+([.,][0-9]+)? ?%$|^(€|EUR)? ?-?[0-9][0-9.,]*( ?({'|'.join(MACHTEN)}))?$"
GetalMetTeken = Annotated[
    Decimal,
    WrapValidator(_met_teken),
    WithJsonSchema({"anyOf": [{"type": "number"}, {"type": "string", "pattern": MET_TEKEN}]}),
]
Vingerafdruk = Annotated[str, StringConstraints(pattern=r"^[0-9a-f]{16}$")]
Plek = Literal["tekst", "doel", "speerpunt"]
