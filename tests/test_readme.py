"""Every line that the README shows works as it stands: a new clone, and bash."""

import os
import re
import subprocess
from pathlib import Path

import pytest

from tests.conftest import ROOT
from tests.hulp.programmas import ontbreekt

VENV = ROOT / ".venv"
BLOKKEN = re.findall(r"(?s)```sh\n(.*?)```", (ROOT / "README.md").read_text("utf-8"))
REGELS = [regel for blok in BLOKKEN for regel in blok.splitlines() if regel.strip()]


@pytest.fixture
def kloon(tmp_path: Path) -> Path:
    """A clone of HEAD in which `make` has done its set-up: the environment is that of this checkout."""
    if not (VENV / "dev.stamp").exists():
        ontbreekt("no .venv/dev.stamp: make has not done the set-up here")
    pad = tmp_path / "kloon"
    subprocess.run(["git", "clone", "--quiet", ROOT, pad], check=True, capture_output=True)
    for bestand in filter(Path.is_file, pad.rglob("*")):
        os.utime(bestand, (0, 0))  # older than the stamps of make, or it would do the set-up anew
    (pad / ".venv").symlink_to(VENV, target_is_directory=True)
    return pad


def voer_uit(regels: list[str], map_: Path) -> list[tuple[str, str]]:
    """The lines one after another in one bash, each with its exit code; the tests are only collected."""
    codes = map_.parent / "codes"
    script = "".join(f'{regel}\necho "$?" >> "{codes}"\n' for regel in regels)
    omgeving = {k: v for k, v in os.environ.items() if not k.startswith(("PYTEST", "MAKE", "MFLAGS", "GIT_"))}
    omgeving |= {"PYTEST_ADDOPTS": "--collect-only -p no:cacheprovider", "PATH": os.defpath}
    klaar = subprocess.run(
        ["bash", "-c", script], cwd=map_, env=omgeving, capture_output=True, text=True, check=False
    )
    gaf = codes.read_text("utf-8").split()
    assert len(gaf) == len(regels), klaar.stderr
    return [(regel, code) for regel, code in zip(regels, gaf, strict=True) if code != "0"]


def test_every_line_of_the_readme_works_in_a_new_clone(kloon: Path) -> None:
    """`make check` is what runs this test: of it only the way to its commands is asked for."""
    doen = [r if r.split("#")[0].strip() != "make check" else "make --dry-run check" for r in REGELS]
    assert voer_uit(doen, kloon) == []
    assert (kloon / "rapport.docx").stat().st_size > 10_000


def test_without_the_activation_prestatie_is_not_found(kloon: Path) -> None:
    """The lines need one another: this is what the first README left out."""
    regels = [r for r in REGELS if r.startswith("prestatie ")]
    assert len(regels) > 5
    assert voer_uit(regels, kloon) == [(regel, "127") for regel in regels]


def test_every_line_that_shows_figures_shows_those_of_the_frozen_example() -> None:
    los = [r for r in REGELS if r.startswith("prestatie ") and "--map voorbeeld" not in r]
    assert [r.split()[1] for r in los] == ["valideer"]
