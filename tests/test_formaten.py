"""Every format of every command, walked from the registry: a forgotten combination fails here."""

import json
from pathlib import Path

import pytest

from prestatie_cli.cli import OPDRACHTEN, laad_opdracht
from prestatie_cli.formaten.register import FORMATEN, UITBREIDINGEN, formaten_van, vormgever
from tests.conftest import DATA, Prestatie, Repo

# How each command is called; one that is added without a call fails the first test.
AANROEPEN = {
    "status": ["status"],
    "termijnen": ["termijnen"],
    "indicatoren": ["indicatoren"],
    "toon": ["toon", "3.6"],
    "valideer": ["valideer"],
    "diff": ["diff", "HEAD"],
    "geschiedenis": ["geschiedenis", "3.6"],
    "rapport": ["rapport"],
    "site": ["site"],
    "schema": ["schema", "meting"],
    "regels": ["regels", "citaat"],
    "vaststellen": ["vaststellen", "--partij", "hlve", "--datum", "2026-01-15"],
    "git-installeer": ["git-installeer"],
    "git-driver": ["git-driver", "data/afspraken-2026.yaml"],
}
# What each format begins with on the example; one that is added without its beginning fails the second.
BEGIN = {
    ("status", "tekst"): "Prestatieafspraken 2026",
    ("status", "json"): "{",
    ("termijnen", "tekst"): "Termijnen op 1 augustus 2026",
    ("termijnen", "json"): "{",
    ("indicatoren", "tekst"): "Indicatoren op 1 augustus 2026",
    ("indicatoren", "json"): "{",
    ("toon", "tekst"): "Afspraak 3.6",
    ("toon", "json"): "{",
    ("valideer", "tekst"): "6 bestanden gecontroleerd, in orde",
    ("valideer", "kort"): "6 bestanden gecontroleerd, in orde",
    ("valideer", "json"): "{",
    ("valideer", "github"): "6 bestanden gecontroleerd, in orde",
    ("diff", "tekst"): "Van HEAD (",
    ("diff", "md"): "## ",
    ("diff", "json"): "{",
    ("geschiedenis", "tekst"): "Geschiedenis van afspraak 3.6",
    ("geschiedenis", "json"): "{",
    ("rapport", "md"): "# Monitoring",
    ("rapport", "html"): "<!doctype html>",
    ("rapport", "docx"): "PK",
    ("rapport", "pdf"): "%PDF",
}


def test_every_command_is_called_here() -> None:
    assert set(AANROEPEN) == set(OPDRACHTEN)


def test_every_format_of_every_command_is_walked() -> None:
    paren = {(o, f) for o in FORMATEN.keys() & OPDRACHTEN.keys() for f in formaten_van(o)}
    assert set(BEGIN) == paren


@pytest.mark.parametrize("opdracht", AANROEPEN)
def test_every_command_runs_on_the_example(
    opdracht: str, in_git: Path, tmp_path: Path, prestatie: Prestatie
) -> None:
    aanroep = [*AANROEPEN[opdracht], *(["-o", tmp_path / "site"] if opdracht == "site" else [])]
    gaf = prestatie(*([] if opdracht == "git-driver" else ["--map", in_git]), *aanroep)
    assert (gaf.code, gaf.fout) == (0, "")
    assert gaf.uit.strip()


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


@pytest.mark.parametrize(("opdracht", "formaat"), BEGIN, ids=lambda waarde: str(waarde))
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
    assert tekst.startswith(BEGIN[opdracht, formaat].encode())
    assert prestatie(*delen).uit == gaf.uit
    if formaat == "json":
        assert json.loads(tekst)["peildatum"] == "2026-08-01"


@pytest.mark.parametrize("opdracht", sorted(FORMATEN.keys() & OPDRACHTEN.keys()))
def test_another_format_is_wrong_use(opdracht: str, prestatie: Prestatie) -> None:
    gaf = prestatie("--map", DATA, *AANROEPEN[opdracht], "--formaat", "onzin")
    assert (gaf.code, gaf.uit) == (2, "")
    assert "kies uit: " + ", ".join(formaten_van(opdracht)) in gaf.fout
