"""The wheel, installed in an empty venv outside the checkout, is the whole program."""

import os
import subprocess
import sys
import venv
import zipfile
from pathlib import Path

import pytest

from tests.conftest import DATA, ROOT

pytestmark = pytest.mark.wheel


@pytest.fixture(scope="module")
def wiel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    uit = tmp_path_factory.mktemp("dist")
    subprocess.run(
        [sys.executable, "-m", "build", "--wheel", "--no-isolation", "--outdir", uit, ROOT],
        check=True,
        capture_output=True,
    )
    return next(uit.glob("*.whl"))


def test_templates_and_schemas_travel_in_the_wheel(wiel: Path) -> None:
    namen = zipfile.ZipFile(wiel).namelist()
    for map_ in ("templates", "schema"):
        for bestand in (p for p in (ROOT / map_).rglob("*") if p.is_file()):
            assert f"prestatie_cli/{bestand.relative_to(ROOT).as_posix()}" in namen


def test_the_wheel_runs_on_the_data_from_elsewhere(wiel: Path, tmp_path: Path) -> None:
    venv.create(tmp_path / "leeg", with_pip=True)
    bin_ = tmp_path / "leeg" / ("Scripts" if os.name == "nt" else "bin")
    subprocess.run([bin_ / "python", "-m", "pip", "install", "-q", wiel], check=True)
    schoon = {k: v for k, v in os.environ.items() if k != "PYTHONPATH"}

    def draai(*argumenten: str) -> str:
        return subprocess.run(
            [bin_ / "prestatie", *argumenten],
            check=True,
            cwd=tmp_path,
            env=schoon | {"GITHUB_STEP_SUMMARY": str(tmp_path / "samenvatting.md")},
            capture_output=True,
            text=True,
        ).stdout

    assert "WAT AANDACHT VRAAGT" in draai("--map", str(DATA), "status", "--peildatum", "2026-08-01")
    assert "0 fouten" in draai("valideer", str(DATA), "--formaat", "github")
    # The summary comes from a template, so the templates were found in the wheel.
    assert "prestatie valideer" in (tmp_path / "samenvatting.md").read_text("utf-8")
