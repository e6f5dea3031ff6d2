"""The kinds of indicator stand in one table, and nothing else in the program compares their names."""

import ast
from pathlib import Path
from typing import get_args

from prestatie_cli.model.indicatorsoorten import INDICATORSOORTEN
from prestatie_cli.model.jaargang import Indicator
from tests.conftest import ROOT

SRC = ROOT / "src" / "prestatie_cli"


def test_the_format_and_the_table_know_the_same_kinds() -> None:
    assert get_args(Indicator.model_fields["soort"].annotation) == tuple(INDICATORSOORTEN)


def vergelijkt_soort(bron: str) -> list[int]:
    """The lines that hold the field `soort` of an indicator against a name of a kind."""
    uit = []
    for knoop in ast.walk(ast.parse(bron)):
        if isinstance(knoop, ast.Compare):
            woorden = {d.value for d in ast.walk(knoop) if isinstance(d, ast.Constant)}
            velden = [ast.unparse(d) for d in ast.walk(knoop) if isinstance(d, ast.Attribute)]
            van_indicator = any(v.endswith(("indicator.soort", "record.soort", "n.soort")) for v in velden)
            if van_indicator and woorden & INDICATORSOORTEN.keys():
                uit.append(knoop.lineno)
    return uit


def test_no_code_compares_the_name_of_a_kind() -> None:
    gevonden = {p.name: r for p in SRC.rglob("*.py") if (r := vergelijkt_soort(p.read_text("utf-8")))}
    assert gevonden == {}
    assert vergelijkt_soort('x = s.indicator.soort == "aandeel"\n') == [1]


def test_no_template_compares_the_name_of_a_kind() -> None:
    sjablonen = Path(ROOT / "templates")
    assert [p.name for p in sjablonen.glob("*.j2") if "indicator.soort" in p.read_text("utf-8")] == []
