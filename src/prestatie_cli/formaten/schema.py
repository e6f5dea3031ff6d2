"""JSON Schemas made from the models, with Dutch titles and descriptions."""

import json
from typing import Any

from prestatie_cli.model.basis import Record
from prestatie_cli.model.jaargang import Jaargang
from prestatie_cli.model.meting import Meting, Parameterlijst
from prestatie_cli.model.voortgang import Voortgangsregister

SCHEMAS: dict[str, type[Record]] = {
    "afspraken": Jaargang,
    "meting": Meting,
    "parameters": Parameterlijst,
    "voortgang": Voortgangsregister,
}


def schematekst(naam: str) -> str:
    """The JSON Schema (draft 2020-12) of a kind of file, as text with a line end."""
    schema = SCHEMAS[naam].model_json_schema()
    kop = {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "$comment": "Gemaakt met: prestatie schema",
    }
    return json.dumps(kop | _nederlands(schema), ensure_ascii=False, indent=2, sort_keys=False) + "\n"


def _nederlands(deel: Any, naam: str | None = None) -> Any:
    """Titles from the Dutch field names; a default of None is left out, since null is no value."""
    if isinstance(deel, list):
        return [_nederlands(d) for d in deel]
    if not isinstance(deel, dict):
        return deel
    deel = _zonder_null(deel)
    uit: dict[str, Any] = {}
    for sleutel, waarde in deel.items():
        if sleutel in ("properties", "$defs"):
            uit[sleutel] = {k: _nederlands(v, k) for k, v in waarde.items()}
        elif sleutel == "title":
            uit[sleutel] = (naam or str(waarde)).replace("_", " ").capitalize()
        else:
            uit[sleutel] = _nederlands(waarde)
    return uit


def _zonder_null(deel: dict[str, Any]) -> dict[str, Any]:
    """An optional field is one that may be absent, not one that may be null."""
    soorten = [s for s in deel.get("anyOf", []) if s != {"type": "null"}]
    if len(soorten) == len(deel.get("anyOf", [])):
        return deel
    rest = {k: v for k, v in deel.items() if k not in ("anyOf", "default")}
    return rest | (soorten[0] if len(soorten) == 1 else {"anyOf": soorten})
