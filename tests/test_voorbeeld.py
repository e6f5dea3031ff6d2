"""The example report in the repository is what the program makes of `voorbeeld/` now."""

import shutil
from pathlib import Path

import pytest

from tests.conftest import DATA, ROOT, Prestatie

VOORBEELD = ROOT / "docs" / "voorbeeld"


@pytest.mark.parametrize("formaat", ["md", "html"])
def test_the_example_report_is_fresh(formaat: str, tmp_path: Path, prestatie: Prestatie) -> None:
    """Outside git, so that no commit hash stands in it; `make example` makes it anew."""
    shutil.copytree(DATA, tmp_path / "data")
    uit = tmp_path / f"rapport.{formaat}"
    klaar = prestatie("--map", tmp_path / "data", "rapport", "--peildatum", "2026-12-31", "-o", uit)
    assert klaar.code == 0, klaar.fout
    vers, bewaard = uit.read_bytes(), (VOORBEELD / uit.name).read_bytes()
    assert vers == bewaard, "the example report is stale: make example"
