"""Speed that a test can hold: what a command imports, and one ratio with a wide margin.

`python -m benchmarks` measures the rest; the goals are there.
"""

import subprocess
import sys
from pathlib import Path

import pytest
import yaml

from benchmarks.generator import AGREEMENTS, municipality, only_agreements, write_municipality
from benchmarks.rijen import Bench
from prestatie_cli.controles import controleer
from prestatie_cli.inlezen.bestanden import lees_dossier
from tests.conftest import ROOT

# Prints on standard error which modules a command imported, over those of an empty Python. A module
# without a spec was put there by hand, as the stand-in for pydantic's search for plugins is.
GEIMPORTEERD = """
import sys
eerst = set(sys.modules)
from prestatie_cli.__main__ import main
code = main()
print(*(m for m in set(sys.modules) - eerst if getattr(sys.modules[m], "__spec__", None)), file=sys.stderr)
sys.exit(code)
"""
TRAAG = ("rich", "jinja2", "importlib.metadata", "email", "socket", "prestatie_cli.formaten.uitvoervormen")
VERBODEN = {
    ("--version",): (*TRAAG, "typer", "yaml", "pydantic"),
    ("--help",): (*TRAAG, "yaml", "pydantic"),
    ("valideer", "MAP"): TRAAG,
    ("status", "--map", "MAP", "--peildatum", "2026-08-01"): TRAAG,
    ("termijnen", "--map", "MAP", "--peildatum", "2026-08-01", "--formaat", "json"): TRAAG,
}


def verboden_modules(geimporteerd: set[str], verboden: tuple[str, ...]) -> list[str]:
    """The modules that are forbidden, or lie within one that is."""
    return sorted(m for m in geimporteerd if any(m == v or m.startswith(f"{v}.") for v in verboden))


@pytest.mark.parametrize("argumenten", VERBODEN, ids=" ".join)
def test_a_command_does_not_import_what_it_does_not_need(argumenten: tuple[str, ...], tmp_path: Path) -> None:
    write_municipality(tmp_path, seed=1)
    woorden = [str(tmp_path) if a == "MAP" else a for a in argumenten]
    klaar = subprocess.run(
        [sys.executable, "-c", GEIMPORTEERD, *woorden], capture_output=True, text=True, check=False
    )
    assert klaar.returncode == 0, klaar.stderr
    assert klaar.stdout
    assert verboden_modules(set(klaar.stderr.split()), VERBODEN[argumenten]) == []


def test_a_forbidden_module_is_noticed() -> None:
    code = GEIMPORTEERD.replace("code = main()", "import rich.table; code = main()")
    klaar = subprocess.run(
        [sys.executable, "-c", code, "--version"], capture_output=True, text=True, check=True
    )
    assert {"rich", "rich.table"} <= set(verboden_modules(set(klaar.stderr.split()), TRAAG))
    assert verboden_modules({"richer", "sockets", "importlib"}, TRAAG) == []


def gevonden(bestanden: dict[str, str]) -> tuple[set[str], int]:
    """The files that have a finding, and how many findings there are, information included."""
    dossier, gelezen = lees_dossier({naam: tekst.encode() for naam, tekst in bestanden.items()})
    alle = [*gelezen, *controleer(dossier)]
    return {b.plaats.bestand for b in alle}, len(alle)


@pytest.mark.parametrize("seed", range(8))
def test_a_generated_municipality_has_no_findings(seed: int) -> None:
    assert gevonden(municipality(seed)) == (set(), 0)
    assert gevonden({"afspraken-2026.yaml": only_agreements(seed)}) == (set(), 0)


@pytest.mark.parametrize("seed", range(8))
def test_every_file_of_a_faulty_municipality_has_a_finding(seed: int) -> None:
    goed, fout = municipality(seed), municipality(seed, faulty=True)
    assert gevonden(fout)[0] == set(goed)
    assert all(goed[naam] != fout[naam] for naam in goed)


def test_the_generator_is_deterministic() -> None:
    assert municipality(7) == municipality(7)
    assert municipality(7, faulty=True) == municipality(7, faulty=True)
    assert municipality(7) != municipality(8)


def test_a_generated_agreement_has_the_size_of_a_real_one() -> None:
    tekst = "".join(only_agreements(seed).partition("afspraken:\n")[2] for seed in range(20))
    assert 600 <= len(tekst.encode()) / (20 * AGREEMENTS) <= 700


def test_an_unknown_row_is_wrong_use() -> None:
    klaar = subprocess.run(
        [sys.executable, "-m", "benchmarks", "--alleen", "onzin"],
        cwd=ROOT, capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert klaar.returncode == 2
    assert klaar.stderr.startswith("fout: ")


def test_one_command_prints_a_row_of_the_table() -> None:
    klaar = subprocess.run(
        [sys.executable, "-m", "benchmarks", "--kort", "--alleen", "version"],
        cwd=ROOT, capture_output=True, text=True, check=True,
    )  # fmt: skip
    assert [regel.split()[0] for regel in klaar.stdout.splitlines() if "--version" in regel] == ["version"]
    assert "1 van de 1 doelen gehaald." in klaar.stdout


@pytest.mark.skipif(not yaml.__with_libyaml__, reason="PyYAML is here without libyaml")
def test_valideer_of_a_thousand_agreements_stays_near_loading_them(tmp_path: Path) -> None:
    # A wide margin, to notice work that grows faster than the data, not a busy machine: 2.9 to 4.0 measured.
    bench = Bench(tmp_path)
    namen = bench.municipalities(20)
    assert bench.ratio(3, bench.prestatie("valideer", *namen), bench.load(namen)) < 5
