"""Unquoted text that other programs would read as a number, a time or yes/no: a warning for each."""

import re
from functools import cache
from typing import Any, get_args, get_origin

from pydantic import BaseModel

from prestatie_cli.bevindingen import SLEUTEL, Bevinding, Pad, Plaats
from prestatie_cli.inlezen.lezer import Gelezen
from prestatie_cli.model.basis import Record
from prestatie_cli.model.geldigheid import Aanduiding

# Waarden that other programs would not read as text; the careful reader decides about each.
TWIJFEL = re.compile(
    r"[-+]?[0-9][0-9_]*(\.[0-9_]*)?([eE][-+]?[0-9]+)?|[0-9]+(:[0-9]+)+|0x[0-9a-fA-F]+|~"
    r"|(?i:true|false|yes|no|on|off|y|n|null)|[0-9]{4}-[0-9]{2}-[0-9]{2}"
)
# The same by bytes, from the colon on: a cheap look whether a careful gelezen is worth while.
TWIJFEL_BYTES = re.compile(
    rb"(?m):[ \t]+(?=[0-9~tfynoTFYNO])"
    rb"([0-9][0-9_.:eE+-]*|~|(?i:true|false|yes|no|on|off|y|n|null))[ \t]*(?:[,\]}#\r]|$)"
)
SLEUTEL_BYTES = re.compile(rb"[a-z0-9_]+$")
LANGSTE_SLEUTEL = 80


def model_bij(model: type[BaseModel] | None, loc: Pad) -> type[BaseModel] | None:
    """The model of the block at a path below `model`, or None where the path leaves the models."""
    for deel in loc:
        if isinstance(deel, int):
            continue
        if model is None or deel not in model.model_fields:
            return None
        model = _binnenste_model(model.model_fields[str(deel)].annotation)
    return model


def _binnenste_model(annotation: Any) -> type[BaseModel] | None:
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return annotation
    return next((m for a in get_args(annotation) if (m := _binnenste_model(a))), None)


def misschien_twijfel(data: bytes, model: type[Record]) -> bool:
    """Whether unquoted text may stand in a file that other programs read as something else."""
    sleutels = _sleutels(model)
    for treffer in TWIJFEL_BYTES.finditer(data):
        dubbele_punt = treffer.start()
        sleutel = SLEUTEL_BYTES.search(data, max(0, dubbele_punt - LANGSTE_SLEUTEL), dubbele_punt)
        naam = sleutel[0].decode() if sleutel else ""
        if sleutels.get(naam, not treffer[1][:1].isdigit()):
            return True
    return False


@cache
def _sleutels(model: type[BaseModel]) -> dict[str, bool]:
    """Every key of a kind of file, and whether its value is text somewhere."""
    uit: dict[str, bool] = {}
    for naam, veld in model.model_fields.items():
        uit[naam] = uit.get(naam, False) or _bevat_tekst(veld.annotation)
        binnen = _binnenste_model(veld.annotation)
        for sleutel, tekst in _sleutels(binnen).items() if binnen else ():
            uit[sleutel] = uit.get(sleutel, False) or tekst
    return uit


def twijfel(pad: str, gelezen: Gelezen, model: type[Record]) -> list[Bevinding]:
    """Warnings for unquoted text that other programs would read as something else."""
    uit = []
    for where, positie in gelezen.posities.items():
        if not positie.kaal or not where or where[-1] == SLEUTEL:
            continue
        tekst = _waarde_bij(gelezen.waarden, where)
        if isinstance(tekst, str) and TWIJFEL.fullmatch(tekst) and _is_tekstveld(model, where):
            uit.append(
                Bevinding(
                    "aanhalingstekens",
                    "waarschuwing",
                    f"{tekst} staat zonder aanhalingstekens; {_anders_gelezen(tekst)}",
                    Plaats(pad, positie.regel, positie.kolom, where),
                    f'schrijf "{tekst}"',
                )
            )
    return uit


def _anders_gelezen(tekst: str) -> str:
    if re.fullmatch(r"[0-9]+\.[0-9]+", tekst):
        return f"andere programma's lezen het getal {float(tekst):g}"
    if re.fullmatch(r"[0-9]+(:[0-9]+)+", tekst):
        delen = [int(d) for d in tekst.split(":")]
        return f"andere programma's lezen het getal {sum(d * 60**i for i, d in enumerate(reversed(delen)))}"
    if re.fullmatch(r"[-+0-9.eE_xXa-fA-F]+", tekst) and tekst[0] in "+-0123456789":
        return "andere programma's lezen een getal of datum"
    if tekst == "~" or tekst.lower() == "null":
        return "andere programma's lezen een lege waarde"
    return "andere programma's lezen ja of nee"


def _waarde_bij(values: Any, where: Pad) -> Any:
    for deel in where:
        try:
            values = values[deel]
        except (KeyError, IndexError, TypeError):
            return None
    return values


def _is_tekstveld(model: type[Record], where: Pad) -> bool:
    """Whether the field at a path holds text, so not a date, number, year or yes/no."""
    namen = [deel for deel in where if isinstance(deel, str)]
    if len(namen) > 1 and namen[-2] == "ontbreekt":
        return True
    eigenaar = model_bij(model, where[: where.index(namen[-1])]) if namen else None
    if eigenaar is None or namen[-1] not in eigenaar.model_fields:
        return False
    return _bevat_tekst(eigenaar.model_fields[namen[-1]].annotation)


def _bevat_tekst(annotation: Any) -> bool:
    if get_origin(annotation) is dict or annotation == Aanduiding:
        return False  # A year is the same, text or number.
    return annotation is str or any(_bevat_tekst(a) for a in get_args(annotation))
