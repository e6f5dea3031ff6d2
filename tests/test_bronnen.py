"""The disk: whatever lies in the folder, the rest is read and the reason is Dutch."""

import os
import threading
from pathlib import Path

import pytest

from prestatie_cli.bronnen.gegevensmap import BUITEN, GEEN_MAP, MAX_BYTES, SNELKOPPELING
from prestatie_cli.bronnen.schijf import datamap, lees_map, zoek_map
from prestatie_cli.fouten import BronFout
from prestatie_cli.inlezen.bestanden import lees_dossier
from tests.conftest import BASIS, Prestatie

JAAR = "afspraken-2026.yaml"


@pytest.fixture
def map_(tmp_path: Path) -> Path:
    """A data folder with one good file."""
    data = tmp_path / "data"
    data.mkdir()
    tekst = BASIS.lstrip("\n") + 'afspraken:\n  - {nummer: "1.1", thema: "1", tekst: iets}\n'
    (data / JAAR).write_text(tekst, "utf-8")
    return data


def _map_als_bestand(pad: Path) -> None:
    pad.mkdir()


def _lus(pad: Path) -> None:
    pad.symlink_to(pad.name)


def _naar_niets(pad: Path) -> None:
    pad.symlink_to("bestaat-niet.yaml")


def _fifo(pad: Path) -> None:
    os.mkfifo(pad)


def _apparaat(pad: Path) -> None:
    pad.symlink_to("/dev/zero")


@pytest.mark.skipif(os.name == "nt", reason="no fifo, and links need rights")
@pytest.mark.parametrize(
    ("maak", "reden"),
    [
        (_map_als_bestand, "dit is een map, geen bestand"),
        (_lus, "de snelkoppeling verwijst naar zichzelf"),
        (_naar_niets, "de snelkoppeling wijst naar niets"),
        (_fifo, "dit is geen gewoon bestand"),
        (_apparaat, BUITEN),
    ],
)
@pytest.mark.parametrize("naam", ["parameters.yaml", "metingen/2026.yaml", "voortgang/2026.yaml"])
def test_onleesbaar_bestand_houdt_de_rest_niet_op(map_: Path, naam: str, maak: object, reden: str) -> None:
    """Each gives its reason at once; a fifo is never opened, since that would wait for ever."""
    assert callable(maak)
    (map_ / naam).parent.mkdir(exist_ok=True)
    maak(map_ / naam)
    gelezen: list[object] = []
    draad = threading.Thread(target=lambda: gelezen.append(lees_map(map_)), daemon=True)
    draad.start()
    draad.join(10)
    assert gelezen, "reading hangs"
    bronnen = lees_map(map_)
    assert bronnen.onleesbaar == {naam: reden}
    assert list(bronnen.teksten) == [JAAR]
    dossier, (bevinding,) = lees_dossier(bronnen.teksten, bronnen.onleesbaar)
    assert (bevinding.code, bevinding.plaats.bestand) == ("bestand-onleesbaar", naam)
    assert bevinding.boodschap.endswith(reden)
    assert JAAR in dossier.jaargangen
    assert dossier.onleesbaar == (naam,)


@pytest.mark.skipif(os.name == "nt" or not hasattr(os, "geteuid"), reason="no such rights")
def test_zonder_leesrecht(map_: Path) -> None:
    (map_ / "parameters.yaml").write_text("parameters: []\n")
    (map_ / "parameters.yaml").chmod(0)
    if os.access(map_ / "parameters.yaml", os.R_OK):
        pytest.skip("root reads everything")
    assert lees_map(map_).onleesbaar == {"parameters.yaml": "geen leesrecht"}


@pytest.mark.skipif(os.name == "nt", reason="links need rights")
@pytest.mark.parametrize(
    ("maak", "reden"),
    [
        (Path.touch, "dit is een bestand, geen map"),
        (_lus, GEEN_MAP[SNELKOPPELING]),
        (_naar_niets, GEEN_MAP[SNELKOPPELING]),
        (_fifo, "dit is geen gewone map"),
    ],
)
def test_metingen_is_geen_map(map_: Path, maak: object, reden: str) -> None:
    """Figures that cannot be reached are named, never silently absent."""
    assert callable(maak)
    maak(map_ / "metingen")
    bronnen = lees_map(map_)
    assert bronnen.onleesbaar == {"metingen": reden}
    assert list(bronnen.teksten) == [JAAR]


def test_map_zonder_metingen_en_voortgang(map_: Path) -> None:
    bronnen = lees_map(map_)
    assert (list(bronnen.teksten), bronnen.onleesbaar) == ([JAAR], {})


def test_namen_met_spaties_aanhalingstekens_en_andere_letters(map_: Path) -> None:
    namen = [
        "metingen/mijn cijfers.yaml",
        "metingen/'t jaar.yaml",
        "metingen/één 😀.yaml",
        "metingen/[b].yaml",
    ]
    (map_ / "metingen").mkdir()
    for naam in namen:
        (map_ / naam).write_bytes(b"x")
    bronnen = lees_map(map_)
    assert bronnen.overig == dict.fromkeys(namen, False)
    _, bevindingen = lees_dossier(bronnen.teksten, bronnen.onleesbaar, bronnen.overig)
    assert [b.plaats.bestand for b in bevindingen] == sorted(namen)
    assert {b.code for b in bevindingen} == {"bestand-onbekend"}


@pytest.mark.skipif(os.name == "nt" or os.uname().sysname == "Darwin", reason="names are Unicode there")
def test_naam_die_geen_utf8_is(map_: Path, prestatie: Prestatie) -> None:
    """A name from an old system is shown as well as it can be; the command never stumbles over it."""
    with open(os.fsencode(map_) + b"/caf\xe9.yaml", "wb"):
        pass
    uitvoer = prestatie("valideer", map_)
    assert uitvoer.code == 1
    assert "bestand-onbekend" in uitvoer.uit
    assert "Traceback" not in uitvoer.fout


def test_ander_bestand_wordt_niet_gelezen(map_: Path) -> None:
    for naam in ("LEESMIJ.md", "aantekening.txt", JAAR + "~", JAAR + ".bak"):
        (map_ / naam).write_text("x")
    assert list(lees_map(map_).teksten) == [JAAR]


def test_bestanden_in_vaste_volgorde(map_: Path) -> None:
    (map_ / "metingen").mkdir()
    for naam in ("2026-H1", "2024", "2025"):
        (map_ / "metingen" / f"{naam}.yaml").touch()
    namen = list(lees_map(map_).teksten)
    assert namen == sorted(namen)


def test_leest_niet_verder_dan_de_grens(map_: Path) -> None:
    with open(map_ / "parameters.yaml", "wb") as bestand:
        bestand.truncate(MAX_BYTES * 4)
    assert len(lees_map(map_).teksten["parameters.yaml"]) == MAX_BYTES + 1


def test_lezen_verandert_niets(map_: Path) -> None:
    voor = {p: (p.stat().st_mtime_ns, p.read_bytes()) for p in map_.rglob("*.yaml")}
    lees_map(map_)
    assert {p: (p.stat().st_mtime_ns, p.read_bytes()) for p in map_.rglob("*.yaml")} == voor


# -- the folder ---------------------------------------------------------------------------------


@pytest.mark.parametrize("naam", ["bestaat-niet", "leeg", "bestand"])
def test_geen_datamap(tmp_path: Path, naam: str) -> None:
    (tmp_path / "leeg").mkdir()
    (tmp_path / "bestand").touch()
    with pytest.raises(BronFout) as fout:
        lees_map(tmp_path / naam)
    assert str(tmp_path / naam) in fout.value.boodschap
    assert "bestaat niet" in fout.value.boodschap or "bevat geen afspraken-JJJJ.yaml" in fout.value.boodschap
    assert "--map" in fout.value.hulp
    with pytest.raises(BronFout):
        datamap(tmp_path / naam)


@pytest.mark.parametrize("opdracht", ["valideer", "status", "termijnen"])
def test_geen_datamap_is_code_3(tmp_path: Path, prestatie: Prestatie, opdracht: str) -> None:
    uitvoer = prestatie("--map", tmp_path / "weg", opdracht)
    assert (uitvoer.code, uitvoer.uit) == (3, "")
    assert "bestaat niet" in uitvoer.fout


def test_map_wordt_omhoog_gezocht(map_: Path) -> None:
    diep = map_.parent / "docs" / "bron"
    diep.mkdir(parents=True)
    (map_ / "metingen").mkdir()
    for vanaf in (map_.parent, diep, map_, map_ / "metingen"):
        assert zoek_map(vanaf) == map_
    with pytest.raises(BronFout) as fout:
        zoek_map(Path(map_.anchor))
    assert "--map" in fout.value.hulp


def test_pad_van_een_bestand_of_map_wijst_de_datamap_aan(map_: Path) -> None:
    (map_ / "metingen").mkdir()
    (map_ / "metingen" / "2026.yaml").touch()
    for pad in (map_, map_.parent, map_ / JAAR, map_ / "metingen" / "2026.yaml"):
        assert datamap(pad) == map_
