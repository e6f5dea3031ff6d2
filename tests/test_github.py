"""What GitHub reads: forms and workflows of the right shape, and actions that can't change by themselves."""

import re
import subprocess
import sys
from pathlib import Path

import pytest
import yaml

from tests.conftest import ROOT

GITHUB = ROOT / ".github"
FORMULIEREN = sorted((GITHUB / "ISSUE_TEMPLATE").glob("*.yml"))
WORKFLOWS = sorted((GITHUB / "workflows").glob("*.yml"))
ACTIES = [
    (pad.name, actie)
    for pad in (*WORKFLOWS, ROOT / "docs" / "ci.md")
    for actie in re.findall(r"(?m)^\s*(?:- )?uses: *(.*)$", pad.read_text("utf-8"))
]
VAST = re.compile(r"(?P<naam>[\w-]+/[\w-]+)@(?P<commit>[0-9a-f]{40}) # (?P<versie>v\d+\.\d+\.\d+)")


@pytest.mark.parametrize(
    ("schema", "paden"),
    [
        ("vendor.github-issue-forms", FORMULIEREN),
        ("vendor.github-workflows", WORKFLOWS),
        ("custom.github-workflows-require-timeout", WORKFLOWS),
    ],
)
def test_another_program_finds_the_shape_right(schema: str, paden: list[Path]) -> None:
    assert paden
    opdracht = [sys.executable, "-m", "check_jsonschema", "--builtin-schema", schema, *map(str, paden)]
    klaar = subprocess.run(opdracht, capture_output=True, text=True, encoding="utf-8", check=False)
    assert klaar.returncode == 0, klaar.stdout


@pytest.mark.parametrize(("bestand", "actie"), ACTIES)
def test_an_action_is_pinned_by_commit(bestand: str, actie: str) -> None:
    assert VAST.fullmatch(actie)


def test_one_action_has_one_version() -> None:
    """The workflow and the examples in the documentation name the same commit and version."""
    gezien = {(m["naam"], m["commit"], m["versie"]) for _, actie in ACTIES if (m := VAST.fullmatch(actie))}
    assert len({naam for naam, _, _ in gezien}) == len(gezien) > 0


@pytest.mark.parametrize("pad", FORMULIEREN, ids=[p.stem for p in FORMULIEREN])
def test_a_form_asks_for_command_date_and_output(pad: Path) -> None:
    velden = {veld.get("id") for veld in yaml.safe_load(pad.read_text("utf-8"))["body"]}
    assert {"opdracht", "peildatum", "uitvoer"} <= velden
