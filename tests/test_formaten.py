"""Every format of every command, walked from the registry: a forgotten combination fails here."""

import json
from pathlib import Path

import pytest

from prestatie_cli.cli import OPDRACHTEN, laad_opdracht
from prestatie_cli.formaten.register import FORMATEN, UITBREIDINGEN, formaten_van, vormgever
from tests.conftest import DATA, Prestatie, Repo

# How each command with formats is called; one that is added without a call fails the first test.
AANROEPEN = {
    "status": ["status"],
    "termijnen": ["termijnen"],
    "indicatoren": ["indicatoren"],
    "toon": ["toon", "3.6"],
    "valideer": ["valideer"],
    "diff": ["diff", "HEAD"],
    "geschiedenis": ["geschiedenis", "3.6"],
    "rapport": ["rapport"],
}
PAREN = [(opdracht, formaat) for opdracht in AANROEPEN for formaat in formaten_van(opdracht)]


def test_every_command_with_formats_is_walked() -> None:
    assert set(AANROEPEN) == FORMATEN.keys() & OPDRACHTEN.keys()


def test_every_format_names_a_function() -> None:
    for opdracht, formaten in FORMATEN.items():
        for formaat in formaten:
            if formaat in UITBREIDINGEN:
                pytest.importorskip({"docx": "docx", "pdf": "typst"}[formaat])
            assert callable(vormgever(opdracht, formaat)), (opdracht, formaat)


def test_a_command_offers_the_formats_of_the_registry() -> None:
    """With an option `--formaat`, whose help names them all, and only where there are formats."""
    for opdracht in OPDRACHTEN:
        opties = {p.name: p for p in laad_opdracht(opdracht).params}
        assert ("formaat" in opties) == (opdracht in FORMATEN), opdracht
        if opdracht in FORMATEN:
            assert ", ".join(formaten_van(opdracht)) in opties["formaat"].help


@pytest.fixture
def in_git(git_repo: Repo) -> Path:
    """The frozen example in a repository of its own."""
    for pad in sorted(DATA.rglob("*.yaml")):
        git_repo.schrijf(f"data/{pad.relative_to(DATA).as_posix()}", pad.read_text("utf-8"))
    git_repo.commit("Begin", "2026-01-02")
    return git_repo.pad / "data"


@pytest.mark.parametrize(("opdracht", "formaat"), PAREN, ids=lambda waarde: str(waarde))
def test_every_format_of_every_command(
    opdracht: str, formaat: str, in_git: Path, tmp_path: Path, prestatie: Prestatie
) -> None:
    """Each gives something that its readers can open, and the same again."""
    if formaat in UITBREIDINGEN:
        pytest.importorskip({"docx": "docx", "pdf": "typst"}[formaat])
    uit = tmp_path / f"uit.{formaat}"
    bestand = ["-o", uit] if opdracht == "rapport" else []
    delen = [
        "--map",
        in_git,
        *AANROEPEN[opdracht],
        "--peildatum",
        "2026-08-01",
        "--formaat",
        formaat,
        *bestand,
    ]
    gaf = prestatie(*delen)
    assert (gaf.code, gaf.fout) == (0, "")
    tekst = uit.read_bytes() if bestand else gaf.uit.encode()
    assert tekst.strip()
    assert prestatie(*delen).uit == gaf.uit
    if formaat == "json":
        assert json.loads(tekst)["peildatum"] == "2026-08-01"
    if formaat in UITBREIDINGEN:
        assert tekst.startswith({"docx": b"PK", "pdf": b"%PDF"}[formaat])


@pytest.mark.parametrize("opdracht", AANROEPEN)
def test_another_format_is_wrong_use(opdracht: str, prestatie: Prestatie) -> None:
    gaf = prestatie("--map", DATA, *AANROEPEN[opdracht], "--formaat", "onzin")
    assert (gaf.code, gaf.uit) == (2, "")
    assert "kies uit: " + ", ".join(formaten_van(opdracht)) in gaf.fout
