"""The recipes of CONTRIBUTING.md, followed on a copy of the tree: they work, and no case can be forgotten."""

import os
import re
import subprocess
from pathlib import Path
from typing import NamedTuple

import pytest

from tests.conftest import ROOT
from tests.hulp.kopie import draai, kopieer

KOP = re.compile(r"^(#+) (.*)$", re.MULTILINE)
DIFF = re.compile(r"^```diff\n(.*?)^```$", re.MULTILINE | re.DOTALL)
HOUDT = re.compile(r"^Held by: (.+)$", re.MULTILINE)


class Recept(NamedTuple):
    """What a newcomer changes, and the tests that hold it."""

    naam: str
    diff: str
    tests: tuple[str, ...]


def recepten(tekst: str) -> list[Recept]:
    """The recipes of a page: each heading 'Recipe: …' with one diff and a line 'Held by: `test`' below it."""
    koppen = [*KOP.finditer(tekst)]
    uit = []
    for kop, volgende in zip(koppen, [*koppen[1:], None], strict=True):
        naam = kop[2].removeprefix("Recipe: ")
        if naam == kop[2]:
            continue
        deel = tekst[kop.end() : volgende.start() if volgende else None]
        diffs, houdt = DIFF.findall(deel), HOUDT.findall(deel)
        if len(diffs) != 1 or len(houdt) != 1 or "\n+++ b/tests/" not in diffs[0]:
            raise ValueError(f"recipe '{naam}' needs one diff with a case in tests/ and one line 'Held by: '")
        uit.append(Recept(naam, diffs[0], tuple(re.findall(r"`(tests/[^`]+)`", houdt[0]))))
    return uit


RECEPTEN = recepten((ROOT / "CONTRIBUTING.md").read_text("utf-8"))


def pas_toe(kopie: Path, recept: Recept, welk: str) -> None:
    """Apply the part of a recipe that `welk` names: `--include=` or `--exclude=` with a pattern."""
    omgeving = os.environ | {"GIT_CEILING_DIRECTORIES": str(kopie.parent)}
    klaar = subprocess.run(
        ["git", "apply", welk, "-"],
        cwd=kopie, input=recept.diff.encode(), env=omgeving, capture_output=True, check=False,
    )  # fmt: skip
    assert klaar.returncode == 0, klaar.stderr.decode()


@pytest.mark.kopie
@pytest.mark.parametrize("recept", RECEPTEN, ids=lambda recept: recept.naam)
def test_a_recipe_works_and_its_case_is_needed(recept: Recept, tmp_path: Path) -> None:
    """Without its case the test that holds it fails; with it, it passes."""
    kopieer(tmp_path)
    tests = ("pytest", "-q", "-p", "no:cacheprovider", *recept.tests)
    pas_toe(tmp_path, recept, "--exclude=tests/*")
    gaf = draai(tmp_path, *tests)
    assert gaf.endswith("code 1"), gaf  # a test failed; other codes are that it could not run
    pas_toe(tmp_path, recept, "--include=tests/*")
    gaf = draai(tmp_path, *tests)
    assert gaf.endswith("code 0"), gaf


def test_there_are_recipes() -> None:
    assert "a check" in [recept.naam for recept in RECEPTEN]


@pytest.mark.parametrize(
    "deel",
    [
        "no diff\n\nHeld by: `tests/x.py`\n",
        "```diff\n--- a/src/x.py\n+++ b/src/x.py\n```\n\nHeld by: `tests/x.py`\n",
        "```diff\n--- a/tests/x.py\n+++ b/tests/x.py\n```\n",
    ],
    ids=["no diff", "no case", "not held"],
)
def test_a_recipe_that_is_not_whole_is_refused(deel: str) -> None:
    with pytest.raises(ValueError, match="recipe 'a thing' needs"):
        recepten(f"# Page\n\n### Recipe: a thing\n\n{deel}\n## Next\n")
