"""Every JSON output is what its schema says, and the schemas say no more and no less than the registry."""

import json
from copy import deepcopy
from typing import Any

import pytest
from jsonschema import Draft202012Validator, FormatChecker

from prestatie_cli.formaten.register import FORMATEN
from prestatie_cli.formaten.schema import schematekst
from prestatie_cli.formaten.uitvoervormen import UITVOER
from tests.conftest import DATA, ROOT, Prestatie

OPDRACHTEN = (
    ("status",), ("status", "--partij", "omthuis"), ("termijnen", "--alles"), ("indicatoren",),
    ("indicatoren", "middeninkomens"), ("indicatoren", "--openbaar"), ("toon", "3.6"), ("toon", "2.6"),
    ("geschiedenis", "3.6"), ("valideer", "--informatie"), ("diff", "HEAD~1", "HEAD"),
)  # fmt: skip


def _fouten(opdracht: str, uit: Any) -> list[str]:
    schema = json.loads((ROOT / f"schema/uitvoer/{opdracht}.json").read_text("utf-8"))
    toetser = Draft202012Validator(schema, format_checker=FormatChecker())
    return [f"{f.json_path}: {f.message}" for f in toetser.iter_errors(uit)]


def test_every_json_has_a_schema_that_is_fresh() -> None:
    assert set(UITVOER) == {o for o, vormen in FORMATEN.items() if "json" in vormen}
    assert {p.name for p in (ROOT / "schema/uitvoer").iterdir()} == {f"{o}.json" for o in UITVOER}
    for o in UITVOER:
        tekst = (ROOT / f"schema/uitvoer/{o}.json").read_text("utf-8")
        assert tekst == schematekst(f"uitvoer/{o}"), "run: make schemas"


@pytest.mark.parametrize("opdracht", OPDRACHTEN, ids=" ".join)
@pytest.mark.parametrize("map_", [DATA, ROOT / "data"], ids=lambda p: p.name)
def test_output_is_what_its_schema_says(prestatie: Prestatie, map_: Any, opdracht: tuple[str, ...]) -> None:
    uit = prestatie("--map", map_, *opdracht, "--formaat", "json", "--peildatum", "2026-12-31")
    if uit.code < 2:
        assert _fouten(opdracht[0], json.loads(uit.uit)) == []


def test_a_planted_fault_is_refused(prestatie: Prestatie) -> None:
    uit = json.loads(prestatie("termijnen", "--formaat", "json", "--peildatum", "2026-12-31").uit)
    for plant in ({"stand": "bijna"}, {"extra": 1}, {"uiterlijk": "1 juli"}):
        fout = deepcopy(uit)
        fout["termijnen"][0] |= plant
        assert len(_fouten("termijnen", fout)) == 1, plant
    del uit["termijnen"][0]["wat"]
    assert len(_fouten("termijnen", uit)) == 1
