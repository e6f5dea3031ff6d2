"""What was stated stays: statements and corrections against the version before, in real repositories."""

import json
import os
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from prestatie_cli.bevindingen import Bevinding
from prestatie_cli.controles import controleer
from prestatie_cli.inlezen.bestanden import plaats_bevindingen
from tests.conftest import Prestatie, Repo, lees
from tests.regelgevallen import AF, GEZOND, M25, V27, VO

A = "  - {verplichting: 1.1a, datum: 2026-03-01, door: omthuis, melding: loopt}\n"
B = "  - {verplichting: 1.1a, datum: 2026-03-01, door: hlve, melding: afgerond}\n"
C = "  - {verplichting: 2.1a, datum: 2026-03-01, door: omthuis, melding: loopt}\n"
LATER = "  - {verplichting: 2.1a, datum: 2026-06-01, door: gemeente, melding: loopt}\n"
KOP = "jaar: 2026\nvoortgang:\n"
TWEE = (
    "      - {kengetal: eind, was: 2, geleverd_op: 2026-01-20, gecorrigeerd_op: 2026-02-20, reden: telfout}\n"
)


def gevonden(eerst: dict[str, str], nu: dict[str, str]) -> list[Bevinding]:
    """What the rule finds between two versions of the sound dossier with these files, placed."""
    vorige = lees({**GEZOND, **eerst})[0]
    dossier, _, teksten = lees({**GEZOND, **nu})
    alle = [b for b in controleer(dossier, vorige) if b.code == "alleen-aanvullen"]
    return plaats_bevindingen(alle, teksten, dossier)


def plekken(eerst: dict[str, str], nu: dict[str, str]) -> list[str]:
    return [str(b.plaats) for b in gevonden(eerst, nu)]


@settings(deadline=None)
@given(st.permutations([A, B, C, LATER]), st.lists(st.sampled_from([A, B, C, LATER]), max_size=3))
def test_erbij_zetten_mag_altijd(staat: list[str], erbij: list[str]) -> None:
    """A register finds nothing against itself, nor against itself with more below it."""
    eerst = {VO: KOP + "".join(staat)}
    assert gevonden(eerst, eerst) == []
    assert gevonden(eerst, {VO: KOP + "".join(staat + erbij)}) == []


def test_ertussen_zetten_mag() -> None:
    assert gevonden({VO: KOP + A + LATER}, {VO: KOP + A + C + LATER}) == []


def test_anders_geschreven_is_niet_anders() -> None:
    lang = "  - door: omthuis\n    melding: 'loopt'\n    verplichting: 1.1a\n    datum: \"2026-03-01\"\n"
    assert gevonden({VO: KOP + A}, {VO: KOP + lang}) == []


def test_een_dag_houdt_haar_volgorde() -> None:
    """The last statement of a day counts, so two of one day may not change places; dates order the rest."""
    assert plekken({VO: KOP + A + B + LATER}, {VO: KOP + B + A + LATER}) == [f"{VO}:3:5"]
    assert gevonden({VO: KOP + LATER + A}, {VO: KOP + A + LATER}) == []


@pytest.mark.parametrize(("weg", "buur"), [(B, 3), (A, 3), (LATER, 4)])
def test_wat_weg_is_staat_bij_haar_buur(weg: str, buur: int) -> None:
    eerst = KOP + A + B + LATER
    (bevinding,) = gevonden({VO: eerst}, {VO: eerst.replace(weg, "")})
    assert (bevinding.plaats.bestand, bevinding.plaats.regel) == (VO, buur)
    assert "is weg: verplichting: '" in bevinding.boodschap


def test_wat_gewijzigd_is_zegt_wat_er_stond() -> None:
    anders = A.replace("loopt}", "loopt, bewijs: brief, toelichting: nader}")
    (bevinding,) = gevonden({VO: KOP + anders}, {VO: KOP + A})
    assert bevinding.boodschap.endswith("is gewijzigd: toelichting was 'nader'; bewijs was 'brief'")
    assert bevinding.raakt == ("1.1a",)
    (bevinding,) = gevonden({VO: KOP + A}, {VO: KOP + anders})
    assert bevinding.plaats.regel == 3
    assert bevinding.boodschap.endswith("toelichting was leeg; bewijs was leeg")


def test_twee_dezelfde_zijn_er_twee() -> None:
    """A copy of a statement is not the other: one of two removed is gone."""
    assert plekken({VO: KOP + A + A}, {VO: KOP + A}) == [f"{VO}:3:5"]


def test_een_heel_bestand_weg_is_een_bevinding() -> None:
    zonder = {naam: tekst for naam, tekst in GEZOND.items() if naam != VO}
    (bevinding,) = [b for b in controleer(lees(zonder)[0], lees(GEZOND)[0]) if b.code == "alleen-aanvullen"]
    assert str(bevinding.plaats) == VO
    assert "(en 1 meer)" in bevinding.boodschap
    assert bevinding.raakt == ("1.1a", "2.1a")


def test_verplaatst_naar_een_ander_bestand() -> None:
    """A statement may move to the file of another year, as long as it stays about the same agreements."""
    eerst = {VO: KOP + A + LATER}
    verplaatst = {VO: KOP + A, V27: "jaar: 2027\nvoortgang:\n" + LATER}
    assert gevonden(eerst, verplaatst) == []
    volgend_jaar = GEZOND[AF].replace("jaar: 2026\n", "jaar: 2027\n")
    (bevinding,) = gevonden(eerst, {**verplaatst, "afspraken-2027.yaml": volgend_jaar})
    assert "andere jaargang" in bevinding.boodschap
    erbij = LATER.replace("2.1a,", "2.1a, jaargang: 2026,")
    met_jaar = {VO: KOP + A, V27: "jaar: 2027\nvoortgang:\n" + erbij}
    assert gevonden(eerst, {**met_jaar, "afspraken-2027.yaml": volgend_jaar}) == []


def test_nieuwe_afspraken_veranderen_geen_oude_melding() -> None:
    """A file of agreements that comes later gives no statement that stood there another year."""
    oud = GEZOND[AF].replace("jaar: 2026\n", "jaar: 2025\n")
    eerst = {naam: tekst for naam, tekst in GEZOND.items() if naam != AF} | {"afspraken-2025.yaml": oud}
    nu = lees({**eerst, AF: GEZOND[AF]})[0]
    assert [b for b in controleer(nu, lees(eerst)[0]) if b.code == "alleen-aanvullen"] == []


def test_voorbeelden_mogen_weg() -> None:
    """Nobody stated them; a statement that is made an example later did stand there."""
    voorbeeld = A.replace("loopt}", "loopt, herkomst: voorbeeld}")
    assert gevonden({VO: KOP + voorbeeld + LATER}, {VO: KOP + LATER}) == []
    (bevinding,) = gevonden({VO: KOP + A}, {VO: KOP + voorbeeld})
    assert bevinding.boodschap.endswith("herkomst was 'opgave'")
    cijfers = GEZOND[M25].replace("herkomst: definitief", "herkomst: voorbeeld")
    zonder = cijfers.replace("reden: telfout", "reden: anders")
    assert gevonden({M25: cijfers}, {M25: zonder}) == []


def test_correcties_houden_hun_volgorde() -> None:
    een = GEZOND[M25]
    regel = next(r for r in een.splitlines(keepends=True) if "kengetal: eind" in r)
    twee, om = een.replace(regel, regel + TWEE), een.replace(regel, TWEE + regel)
    assert gevonden({M25: een}, {M25: twee}) == []
    assert plekken({M25: twee}, {M25: om}) == [f"{M25}:8:9"]
    (weg,) = gevonden({M25: twee}, {M25: een})
    assert (weg.plaats.regel, weg.raakt) == (8, ("eind",))


def test_niets_over_een_bestand_dat_nu_niet_te_lezen_is() -> None:
    """It may stand in what could not be read; the fault itself is told by the reading."""
    assert gevonden({}, {VO: "x: [\n"}) == []
    assert (
        gevonden({}, {VO: GEZOND[VO].replace("- {verplichting: 1.1a", "- {x: y, verplichting: 1.1a")}) == []
    )
    assert gevonden({VO: GEZOND[VO].replace("1.1a,", "1.1a, x: y,")}, {VO: KOP + LATER}) != []


# -- the command, in real repositories -----------------------------------------------------------

Vul = Callable[[dict[str, str]], Path]


@pytest.fixture
def vul(git_repo: Repo) -> Vul:
    """Write the sound dossier with changed files; gives the data folder."""

    def schrijf(anders: dict[str, str]) -> Path:
        for naam, tekst in {**GEZOND, **anders}.items():
            git_repo.schrijf(f"data/{naam}", tekst)
        return git_repo.pad / "data"

    return schrijf


def codes(prestatie: Prestatie, *argumenten: str | Path) -> list[str]:
    """The places and codes that the command finds."""
    uitvoer = prestatie("valideer", *argumenten, "--formaat", "json")
    assert uitvoer.code in (0, 1), uitvoer.fout
    return [
        f"{Path(b['bestand']).name}:{b['regel']} {b['code']}" for b in json.loads(uitvoer.uit)["bevindingen"]
    ]


def test_de_vorige_versie_is_de_laatste_in_git(git_repo: Repo, vul: Vul, prestatie: Prestatie) -> None:
    data = vul({})
    assert codes(prestatie, data) == []  # no commit yet
    git_repo.commit("Leg vast")
    vul({VO: KOP + A})
    assert codes(prestatie, data) == ["2026.yaml:3 alleen-aanvullen"]
    git_repo.commit("Leg met reden vast dat een melding weg is")
    assert codes(prestatie, data) == []
    assert codes(prestatie, data, "--basis", "HEAD~1") == ["2026.yaml:3 alleen-aanvullen"]
    assert codes(prestatie, data, "--versie", "HEAD") == []


def test_een_nieuwe_map_heeft_geen_vorige_versie(git_repo: Repo, vul: Vul, prestatie: Prestatie) -> None:
    git_repo.schrijf("leesmij.txt", "eerst\n")
    git_repo.commit("Begin")
    data = vul({})
    assert codes(prestatie, data) == []
    git_repo.commit("Leg vast")
    assert codes(prestatie, data, "--basis", "HEAD~1") == []


def test_een_verwijderd_bestand_wordt_gemist(git_repo: Repo, vul: Vul, prestatie: Prestatie) -> None:
    data = vul({})
    git_repo.commit("Leg vast")
    (data / VO).unlink()
    assert codes(prestatie, data) == ["2026.yaml:None alleen-aanvullen"]


def test_basis_die_er_niet_is(git_repo: Repo, vul: Vul, prestatie: Prestatie) -> None:
    data = vul({})
    git_repo.commit("Leg vast")
    assert prestatie("valideer", data, "--basis", "nergens").code == 3
    assert prestatie("valideer", data, "--basis", "").code == 3
    assert prestatie("valideer", data, "--basis", "HEAD", "--versie", "HEAD").code == 2


def test_basis_zonder_git(tmp_path: Path, git_omgeving: None, prestatie: Prestatie) -> None:
    data = tmp_path / "data"
    for naam, tekst in GEZOND.items():
        (data / naam).parent.mkdir(parents=True, exist_ok=True)
        (data / naam).write_text(tekst, "utf-8")
    assert codes(prestatie, data) == []
    assert prestatie("valideer", data, "--basis", "HEAD").code == 3


@pytest.mark.parametrize("hash_", ["sha1", "sha256"])
def test_git_wordt_zelden_gestart(
    hash_: str, tmp_path: Path, git_omgeving: None, prestatie: Prestatie, monkeypatch: pytest.MonkeyPatch
) -> None:
    """One process of git where nothing was changed, two where something was, none without a repository."""
    sporen, teller = tmp_path / "spoor", tmp_path / "bin" / "git"
    teller.parent.mkdir()
    teller.write_text(f'#!/bin/sh\necho start >> "{sporen}"\nexec "{shutil.which("git")}" "$@"\n', "utf-8")
    teller.chmod(0o755)
    repo = Repo(tmp_path / "repo")
    for naam, tekst in GEZOND.items():
        repo.schrijf(f"data/{naam}", tekst)

    def gestart() -> int:
        sporen.unlink(missing_ok=True)
        with monkeypatch.context() as m:
            m.setenv("PATH", str(teller.parent), prepend=os.pathsep)
            prestatie("valideer", repo.pad / "data")
        return sporen.read_text("utf-8").count("start") if sporen.exists() else 0

    assert gestart() == 0
    repo.git("init", "--quiet", f"--object-format={hash_}")
    repo.commit("Leg vast")
    assert gestart() == 1
    repo.schrijf(f"data/{VO}", KOP + A)
    assert gestart() == 2
