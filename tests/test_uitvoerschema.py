"""Every JSON output is what its schema says, and the schemas say no more and no less than the registry."""

import json
import shutil
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator, FormatChecker

from benchmarks.generator import write_municipality
from prestatie_cli.formaten.register import FORMATEN
from prestatie_cli.formaten.schema import SCHEMANAMEN, schematekst
from prestatie_cli.formaten.uitvoervormen import UITVOER, Uitvoervorm
from prestatie_cli.inlezen.bestanden import lees_dossier
from tests.conftest import DATA, ROOT, Prestatie
from tests.test_diff import STAPPEN, repo  # noqa: F401  # the fixture of the versions
from tests.versies import Repo

Opdracht = tuple[str, ...]
DAGEN = ("2025-06-30", "2026-08-01", "2028-12-31")
LIJSTEN: tuple[Opdracht, ...] = (
    ("status",),
    ("status", "--alles"),
    ("termijnen", "--alles"),
    ("indicatoren",),
    ("indicatoren", "--openbaar"),
)
VOORBEELDEN = ROOT / "tests/voorbeelden"
WEG = "(left out)"
GOED, FOUT = (
    sorted(p for p in (VOORBEELDEN / soort).iterdir() if p.suffix != ".verwacht")
    for soort in ("goed", "fout")
)


def _fouten(opdracht: str, uit: Any) -> list[str]:
    schema = json.loads((ROOT / f"schema/uitvoer/{opdracht}.json").read_text("utf-8"))
    toetser = Draft202012Validator(schema, format_checker=FormatChecker())
    return [f"{f.json_path}: {f.message}" for f in toetser.iter_errors(uit)]


def _getoetst(prestatie: Prestatie, *woorden: str | Path, codes: tuple[int, ...] = (0,)) -> dict[str, Any]:
    """The output of a command, that ended as it should and is what its schema says."""
    gaf = prestatie(*woorden, "--formaat", "json")
    assert gaf.code in codes, (woorden, gaf.fout)
    uit: dict[str, Any] = json.loads(gaf.uit)
    assert _fouten(str(woorden[0]), uit) == [], woorden
    return uit


def _opdrachten(map_: Path) -> Iterator[Opdracht]:
    """Every command that reads one version; over each agreement, indicator and party there is."""
    dossier, _ = lees_dossier({p.relative_to(map_).as_posix(): p.read_bytes() for p in map_.rglob("*.yaml")})
    jaren = dossier.jaargangen.values()
    partijen = {p.id for j in jaren for p in j.partijen}
    yield from LIJSTEN
    yield from (("toon", f"{j.aanduiding}/{a.nummer}") for j in jaren for a in j.afspraken)
    yield from (("indicatoren", naam) for naam in sorted({i.id for j in jaren for i in j.indicatoren}))
    yield from ((opdracht, "--partij", p) for p in sorted(partijen) for opdracht in ("status", "termijnen"))


@pytest.fixture
def dossiermap(request: pytest.FixtureRequest, tmp_path: Path) -> Path:
    """A folder outside git with these data; a file is its agreements."""
    pad: Path = request.param
    if pad.is_dir():
        shutil.copytree(pad, tmp_path, dirs_exist_ok=True)
    else:
        shutil.copy(pad, tmp_path / "afspraken-2026.yaml")
    return tmp_path


def test_every_json_has_a_schema_that_is_fresh() -> None:
    assert set(UITVOER) == {o for o, vormen in FORMATEN.items() if "json" in vormen}
    er = {p.relative_to(ROOT / "schema").as_posix() for p in (ROOT / "schema").rglob("*") if p.is_file()}
    assert er == {f"{naam}.json" for naam in SCHEMANAMEN}
    for naam in SCHEMANAMEN:
        tekst = (ROOT / f"schema/{naam}.json").read_text("utf-8")
        assert tekst == schematekst(naam), "run: make schemas"


def test_every_field_is_in_the_documentation() -> None:
    tekst = (ROOT / "docs/opdrachten.md").read_text("utf-8")
    vormen = {v for top in Uitvoervorm.__subclasses__() for v in (top, *top.__subclasses__())}
    velden = {veld for vorm in vormen for veld in vorm.model_fields}
    assert {veld for veld in velden if f"`{veld}`" not in tekst} == set()


@pytest.mark.parametrize("dossiermap", [DATA, *GOED], ids=lambda p: p.stem, indirect=True)
def test_output_is_what_its_schema_says(prestatie: Prestatie, dossiermap: Path) -> None:
    for opdracht in _opdrachten(dossiermap):
        for dag in DAGEN if opdracht in LIJSTEN else DAGEN[1:2]:
            _getoetst(prestatie, *opdracht, "--map", dossiermap, "--peildatum", dag)
    assert _getoetst(prestatie, "valideer", dossiermap, "--informatie")["geldig"]


@pytest.mark.parametrize("faulty", [False, True])
def test_output_over_generated_data_is_what_its_schema_says(
    prestatie: Prestatie, tmp_path: Path, faulty: bool
) -> None:
    write_municipality(tmp_path, seed=1, faulty=faulty)
    for opdracht in (*LIJSTEN, ("valideer",)):
        _getoetst(
            prestatie,
            *opdracht,
            "--map",
            tmp_path,
            "--peildatum",
            "2026-08-01",
            codes=(0, 1) if faulty else (0,),
        )


@pytest.mark.parametrize("dossiermap", FOUT, ids=lambda p: p.stem, indirect=True)
def test_output_over_faults_is_what_its_schema_says(prestatie: Prestatie, dossiermap: Path) -> None:
    uit = _getoetst(prestatie, "valideer", dossiermap, codes=(0, 1))
    assert uit["bevindingen"]
    assert uit["geldig"] == all(b["ernst"] != "fout" for b in uit["bevindingen"])
    for opdracht in LIJSTEN:
        uit = _getoetst(prestatie, *opdracht, "--map", dossiermap, "--peildatum", "2026-12-31", codes=(0, 1))
        assert uit["gezondheid"]["fouten"] + uit["gezondheid"]["waarschuwingen"]


def test_output_over_versions_is_what_its_schema_says(repo: Repo, prestatie: Prestatie) -> None:  # noqa: F811
    dag = ("--peildatum", "2026-12-31")
    for van, naar in pairwise(("concept", *STAPPEN)):
        uit = _getoetst(prestatie, "diff", van, naar, *dag)
        assert uit["wijzigingen"] or naar == "opmaak", naar
    for nummer in ("2.6", "3.5", "3.8"):
        assert _getoetst(prestatie, "geschiedenis", nummer, *dag)["versies"]
    for versie in (("--versie", "norm"), ("--bekend-op", "2026-07-01")):
        for opdracht in (("status",), ("termijnen",), ("toon", "2.6")):
            assert _getoetst(prestatie, *opdracht, *versie, *dag)["versie"] != "werkmap"


@pytest.mark.parametrize(
    "plant", [{"stand": "bijna"}, {"extra": 1}, {"uiterlijk": "1 juli"}, {"wat": WEG}], ids=str
)
def test_a_planted_fault_is_refused(prestatie: Prestatie, plant: dict[str, Any]) -> None:
    uit = _getoetst(prestatie, "termijnen", "--peildatum", "2026-12-31")
    rij = uit["termijnen"][0] | plant
    uit["termijnen"][0] = {veld: waarde for veld, waarde in rij.items() if waarde != WEG}
    assert len(_fouten("termijnen", uit)) == 1
