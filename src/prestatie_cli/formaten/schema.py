"""JSON Schemas made from the models, with Dutch titles and descriptions: of the files and of the output."""

import json
from typing import Any

from prestatie_cli.formaten.uitvoervormen import UITVOER, Uitvoervorm
from prestatie_cli.model.basis import Record
from prestatie_cli.model.huisstijl import Huisstijl
from prestatie_cli.model.jaargang import Jaargang
from prestatie_cli.model.meting import Meting, Parameterlijst
from prestatie_cli.model.voortgang import Voortgangsregister

SCHEMAS: dict[str, type[Record]] = {
    "afspraken": Jaargang,
    "huisstijl": Huisstijl,
    "meting": Meting,
    "parameters": Parameterlijst,
    "voortgang": Voortgangsregister,
}


UITVOERMAP = "uitvoer/"
SCHEMANAMEN = (*SCHEMAS, *(f"{UITVOERMAP}{opdracht}" for opdracht in UITVOER))


def schematekst(naam: str) -> str:
    """The JSON Schema (draft 2020-12) of a kind of file or of `uitvoer/OPDRACHT`, as text with a line end."""
    if naam in SCHEMAS:
        schema = _nederlands(SCHEMAS[naam].model_json_schema())
    else:
        schema = _uitvoerschema(UITVOER[naam.removeprefix(UITVOERMAP)])
    kop = {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "$comment": "Gemaakt met: prestatie schema",
    }
    return json.dumps(kop | schema, ensure_ascii=False, indent=2, sort_keys=False) + "\n"


def _nederlands(deel: Any, naam: str | None = None, nul: bool = False) -> Any:
    """Titles from the Dutch field names; in a file a default of None is left out, since null is no value."""
    if isinstance(deel, list):
        return [_nederlands(d, nul=nul) for d in deel]
    if not isinstance(deel, dict):
        return deel
    deel = deel if nul else _zonder_null(deel)
    uit: dict[str, Any] = {}
    for sleutel, waarde in deel.items():
        if sleutel in ("properties", "$defs"):
            uit[sleutel] = {k: _nederlands(v, k, nul) for k, v in waarde.items()}
        elif sleutel == "title":
            uit[sleutel] = (naam or str(waarde)).replace("_", " ").capitalize()
        else:
            uit[sleutel] = _nederlands(waarde, nul=nul)
    return uit


def _zonder_null(deel: dict[str, Any]) -> dict[str, Any]:
    """An optional field is one that may be absent, not one that may be null."""
    soorten = [s for s in deel.get("anyOf", []) if s != {"type": "null"}]
    if len(soorten) == len(deel.get("anyOf", [])):
        return deel
    rest = {k: v for k, v in deel.items() if k not in ("anyOf", "default")}
    return rest | (soorten[0] if len(soorten) == 1 else {"anyOf": soorten})


def _uitvoerschema(vorm: type[Uitvoervorm]) -> dict[str, Any]:
    """What is put out: a null where nothing is known, but in a record of the data a field that is absent."""
    schema = vorm.model_json_schema(mode="serialization")
    for naam, deel in schema["$defs"].items():
        if naam in {record.__name__ for record in Record.__subclasses__()}:
            mag_weg = {k for k, v in deel["properties"].items() if {"type": "null"} in v.get("anyOf", ())}
            deel["required"] = [k for k in deel.get("required", ()) if k not in mag_weg]
            deel["properties"] = {k: _zonder_null(v) for k, v in deel["properties"].items()}
    uit: dict[str, Any] = _nederlands(schema, nul=True)
    return uit
