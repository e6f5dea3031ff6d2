"""The JSON that every command gives: one object, `schema_versie: 1`."""

import json
from datetime import date
from typing import Any

SCHEMA_VERSIE = 1


def jsontekst(peildatum: date, **velden: Any) -> str:
    """One JSON object with the fixed head; dates as ISO, keys in the order given."""
    object_ = {"schema_versie": SCHEMA_VERSIE, "peildatum": peildatum.isoformat(), **velden}
    return json.dumps(object_, ensure_ascii=False, indent=2, default=_waarde)


def _waarde(waarde: Any) -> str:
    if isinstance(waarde, date):
        return waarde.isoformat()
    raise TypeError(type(waarde).__name__)
