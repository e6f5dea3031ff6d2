"""The JSON that every command gives: one object, with a fixed head."""

import json
from dataclasses import asdict
from datetime import date
from decimal import ROUND_HALF_EVEN, Decimal
from fractions import Fraction
from typing import Any

from prestatie_cli.taal import afgerond
from prestatie_cli.woorden.grondslag import Grondslag

SCHEMA_VERSIE = 2


def jsontekst(grond: Grondslag, **velden: Any) -> str:
    """One JSON object with the fixed head; dates as ISO, keys in the order given.

    `versie` is the full hash of the commit, or `werkmap` for the files on disk.
    """
    object_ = {
        "schema_versie": SCHEMA_VERSIE,
        "peildatum": grond.peildatum,
        "versie": grond.versie.hash or "werkmap",
        "bekend_op": grond.versie.bekend_op,
        "gezondheid": asdict(grond.gezondheid),
        "geldigheid": grond.geldigheid,
        **velden,
    }
    return json.dumps(object_, ensure_ascii=False, indent=2, default=_waarde)


def _waarde(waarde: Any) -> str:
    if isinstance(waarde, date):
        return waarde.isoformat()
    raise TypeError(type(waarde).__name__)


def exact(waarde: Decimal | None) -> str | None:
    """A decimal for JSON: plain digits without exponent or trailing zeros."""
    if waarde is None:
        return None
    tekst = f"{waarde:f}"
    return tekst.rstrip("0").rstrip(".") if "." in tekst else tekst


def aandeel_voor_json(aandeel: Fraction) -> str:
    """A share 0-1 rounded half-even to six decimals, without trailing zeros: `0.1`."""
    return exact(afgerond(aandeel, 6).quantize(Decimal("0.000001"), ROUND_HALF_EVEN)) or "0"
