"""Everything in the data folder is known or told, through the real commands, from disk and from git."""

import os
import shutil
import socket
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from prestatie_cli.bronnen.gegevensmap import BUITEN, KRING, MAX_SAMEN, MAX_VREEMD, NIETS, TE_VEEL_SAMEN
from prestatie_cli.bronnen.revisies import lees_revisie
from prestatie_cli.bronnen.schijf import lees_map
from prestatie_cli.inlezen.bestanden import lees_dossier
from tests.conftest import DATA, Prestatie, Repo

JAAR, HALF, VOORTGANG = "afspraken-2026.yaml", "metingen/2026-H1.yaml", "voortgang/2026.yaml"
PEILDATUM = ("--peildatum", "2026-08-01")


@pytest.fixture
def kopie(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The frozen example, to be spoiled."""
    map_ = tmp_path / "data"
    shutil.copytree(DATA, map_)
    monkeypatch.chdir(tmp_path)
    return map_


def zet(map_: Path, naam: str, inhoud: str | bytes = "x\n") -> Path:
    """A file in the folder; a name that ends in `/` is a folder with a file in it."""
    pad = map_ / (f"{naam}2026-H1.yaml" if naam.endswith("/") else naam)
    pad.parent.mkdir(parents=True, exist_ok=True)
    pad.write_bytes(inhoud.encode() if isinstance(inhoud, str) else inhoud)
    return pad


def gevonden(prestatie: Prestatie, *opties: str) -> list[str]:
    """The lines of `valideer --formaat kort`, without place for those about a name."""
    uit = prestatie("valideer", *PEILDATUM, "--formaat", "kort", *opties)
    assert uit.code in (0, 1), uit
    return [regel for regel in uit.uit.splitlines() if regel.startswith("data/")]


# -- each name is told as what it is ----------------------------------------------------------------

# (name, code, words of the finding)
NAMEN: tuple[tuple[str, str, str], ...] = (
    ("Metingen/", "map-onbekend", "bedoelde u 'metingen'?"),
    ("metingen2/", "map-onbekend", "bedoelde u 'metingen'?"),
    ("meting/", "map-onbekend", "bedoelde u 'metingen'?"),
    ("metingen (kopie)/", "map-onbekend", "bedoelde u 'metingen'?"),
    ("voortgangen/", "map-onbekend", "bedoelde u 'voortgang'?"),
    ("tekst/", "map-onbekend", "bedoelde u 'teksten'?"),
    ("oud/", "map-onbekend", "wat erin staat, wordt niet gelezen"),
    (".verborgen/", "map-onbekend", "wat erin staat, wordt niet gelezen"),
    ("metingen/sub/", "map-onbekend", "zet de bestanden in metingen/ zelf"),
    ("teksten/sub/", "map-onbekend", "zet de bestanden in teksten/ zelf"),
    ("metingen/x.txt", "bestand-onbekend", "metingen/PERIODE.yaml"),
    ("metingen/x.json", "bestand-onbekend", "metingen/PERIODE.yaml"),
    ("metingen/2026-H2.xlsx", "bestand-onbekend", "bedoelde u 'metingen/2026-H2.yaml'?"),
    ("metingen/2026-H2.YAML", "bestand-onbekend", "bedoelde u 'metingen/2026-H2.yaml'?"),
    ("metingen/2026-H2.yml", "bestand-onbekend", "bedoelde u 'metingen/2026-H2.yaml'?"),
    ("metingen/2026-h2.yaml", "bestand-onbekend", "bedoelde u 'metingen/2026-H2.yaml'?"),
    ("metingen/2026H2.yaml", "bestand-onbekend", "bedoelde u 'metingen/2026-H2.yaml'?"),
    ("metingen/H2-2026.yaml", "bestand-onbekend", "bedoelde u 'metingen/2026-H2.yaml'?"),
    ("metingen/2026-H2.yaml.txt", "bestand-onbekend", "bedoelde u 'metingen/2026-H2.yaml'?"),
    ("metingen/ 2026-H2.yaml", "bestand-onbekend", "bedoelde u 'metingen/2026-H2.yaml'?"),
    ("metingen/2026-H3.yaml", "bestand-onbekend", "metingen/PERIODE.yaml"),
    ("2026-H2.yaml", "bestand-onbekend", "bedoelde u 'metingen/2026-H2.yaml'?"),
    ("metingen/afspraken-2027.yaml", "bestand-onbekend", "bedoelde u 'afspraken-2027.yaml'?"),
    ("Afspraken-2027.yaml", "bestand-onbekend", "bedoelde u 'afspraken-2027.yaml'?"),
    ("afsprakn-2027.yaml", "bestand-onbekend", "bedoelde u 'afspraken-2027.yaml'?"),
    ("afspraken_2027.yml", "bestand-onbekend", "bedoelde u 'afspraken-2027.yaml'?"),
    ("voortgang/2027.yml", "bestand-onbekend", "bedoelde u 'voortgang/2027.yaml'?"),
    ("Parameters.yaml", "bestand-onbekend", "bedoelde u 'parameters.yaml'? dat bestand is er al"),
    ("teksten/inleiding.yaml", "bestand-onbekend", "geen bestand met deze naam"),
    ("metingen/huisstijl.yaml", "bestand-onbekend", "geen bestand met deze naam"),
    ("metingen/2026-H1 (kopie).yaml", "kopie-ongelijk", f"een kopie, met een andere inhoud dan {HALF}"),
    ("metingen/2026-H1 - kopie.yaml", "kopie-ongelijk", f"een kopie, met een andere inhoud dan {HALF}"),
    ("metingen/2026-H1 - Copy.yaml", "kopie-ongelijk", f"een kopie, met een andere inhoud dan {HALF}"),
    ("metingen/Copy of 2026-H1.yaml", "kopie-ongelijk", f"een kopie, met een andere inhoud dan {HALF}"),
    ("metingen/Kopie van 2026-H1.yaml", "kopie-ongelijk", f"een kopie, met een andere inhoud dan {HALF}"),
    ("metingen/2026-H1(1).yaml", "kopie-ongelijk", f"een kopie, met een andere inhoud dan {HALF}"),
    ("metingen/2026-H1 2.yaml", "kopie-ongelijk", f"een kopie, met een andere inhoud dan {HALF}"),
    ("voortgang/2026-kopie.yaml", "kopie-ongelijk", f"een kopie, met een andere inhoud dan {VOORTGANG}"),
    ("metingen/2026-H1.yaml~", "kopie-ongelijk", "een reservekopie of tijdelijk bestand"),
    ("metingen/2026-H1.yaml.bak", "kopie-ongelijk", "een reservekopie of tijdelijk bestand"),
    ("metingen/2026-H1.yaml.orig", "kopie-ongelijk", "een reservekopie of tijdelijk bestand"),
    ("metingen/.2026-H1.yaml.swp", "kopie-ongelijk", "een reservekopie of tijdelijk bestand"),
    ("metingen/2026-H1.yaml.tmp", "kopie-ongelijk", "een reservekopie of tijdelijk bestand"),
    ("metingen/.2026-H1.yaml.4321", "kopie-ongelijk", "een reservekopie of tijdelijk bestand"),
    ("metingen/2026-H1_oud.yaml", "kopie-ongelijk", "een reservekopie of tijdelijk bestand"),
    (
        "metingen/2026-H2.yaml.bak",
        "kopie-ongelijk",
        "zijn dit de gegevens, noem het dan metingen/2026-H2.yaml",
    ),
    ("aantekeningen.bak", "kopie-ongelijk", "een reservekopie of tijdelijk bestand"),
    ("voortgang/2026 (Jan's conflicted copy 2026-07-01).yaml", "kopie-ongelijk", "een conflictkopie"),
    ("voortgang/2026 (conflicterende kopie van Jan).yaml", "kopie-ongelijk", "een conflictkopie"),
    ("voortgang/2026.sync-conflict-20260701-120000-ABC.yaml", "kopie-ongelijk", "een conflictkopie"),
    ("voortgang/2026_conflict-20260701-120000.yaml", "kopie-ongelijk", "een conflictkopie"),
    ("voortgang/2026-DESKTOP-1A2B3C.yaml", "kopie-ongelijk", "een conflictkopie"),
    ("voortgang/2026_REMOTE_4321.yaml", "kopie-ongelijk", "een conflictkopie"),
    ("metingen/.~lock.2026-H1.yaml#", "hulpbestand", "hulpbestand van een ander programma"),
    ("metingen/._2026-H1.yaml", "hulpbestand", "hulpbestand van een ander programma"),
)


@pytest.mark.parametrize(("naam", "code", "woorden"), NAMEN, ids=lambda w: w)
def test_a_name_that_is_not_read_is_told(
    kopie: Path, prestatie: Prestatie, naam: str, code: str, woorden: str
) -> None:
    """Each gives one finding, at its name; what may hold data is an error, in every command."""
    if sys.platform in ("win32", "darwin") and (kopie / naam).exists():
        pytest.skip("names differ by case here")
    schoon_beeld = prestatie("status", *PEILDATUM).uit
    zet(kopie, naam)
    (regel,) = gevonden(prestatie)
    assert regel.startswith(f"data/{naam}"), regel
    assert f"[{code}]" in regel
    uit = prestatie("valideer", *PEILDATUM)
    assert woorden in " ".join(uit.uit.split())
    fout = code != "hulpbestand"
    assert uit.code == (1 if fout else 0)
    assert prestatie("valideer", "--streng").code == 1
    beeld = prestatie("status", *PEILDATUM)
    assert beeld.code == (1 if fout else 0)
    assert (naam in beeld.fout) == fout
    cijfers = [r for r in beeld.uit.splitlines() if "%" in r]
    mist = "metingen/2026-H2" in woorden  # Figures that lie under another name are not judged without them.
    assert cijfers == ([] if mist else [r for r in schoon_beeld.splitlines() if "%" in r])


@pytest.mark.parametrize(
    "naam",
    [
        *("README.md", "LEESMIJ.md", "leesmij.txt", ".gitkeep", ".gitattributes", ".gitignore", ".DS_Store"),
        *("Thumbs.db", "desktop.ini", "teksten/inleiding.md", "metingen/.gitkeep"),
        *("metingen/LEESMIJ.md", "LICENSE", ".git/", ".github/", "teksten/.DS_Store"),
    ],
)
def test_what_may_lie_beside_the_data(kopie: Path, prestatie: Prestatie, naam: str) -> None:
    zet(kopie, naam)
    assert gevonden(prestatie) == []
    uit = prestatie("status", *PEILDATUM)
    assert (uit.code, uit.fout) == (0, "")


@pytest.mark.parametrize(
    "naam", [f"{HALF}~", "metingen/2026-H1 (kopie).yaml", f"{HALF}.bak", "2026-H1 (1).yaml"]
)
def test_a_copy_with_the_same_bytes_is_a_warning(kopie: Path, prestatie: Prestatie, naam: str) -> None:
    zet(kopie, naam, (kopie / HALF).read_bytes())
    (regel,) = gevonden(prestatie)
    assert "waarschuwing: dit is" in regel
    assert "[kopie-gelijk]" in regel
    assert prestatie("valideer", *PEILDATUM).code == 0
    assert prestatie("valideer", *PEILDATUM, "--streng").code == 1
    assert prestatie("status", *PEILDATUM).code == 0


@pytest.mark.parametrize(
    ("origineel", "naam"),
    [
        (HALF, "metingen/2026-H1 (kopie).yaml"),
        (HALF, "metingen/2026-Q3.yaml"),
        (HALF, "metingen/2026-H2.yaml"),
        (VOORTGANG, "voortgang/2026 (1).yaml"),
        (VOORTGANG, "voortgang/2025.yaml"),
        (VOORTGANG, "voortgang/2027.yaml"),
    ],
)
@pytest.mark.parametrize("opdracht", ["status", "indicatoren", "termijnen", "toon 3.5"])
def test_a_copy_changes_no_figure_and_doubles_no_statement(
    kopie: Path, prestatie: Prestatie, origineel: str, naam: str, opdracht: str
) -> None:
    """Also where the copy got a right name, and its year or period was left as it was."""
    voor = prestatie(*opdracht.split(), *PEILDATUM)
    zet(kopie, naam, (kopie / origineel).read_bytes())
    na = prestatie(*opdracht.split(), *PEILDATUM)
    melding = ("NIET HELEMAAL", "Let op: 1 fout", naam)
    zonder_melding = [r for r in na.uit.splitlines() if not any(m in r for m in melding)]
    assert [r for r in zonder_melding if r] == [r for r in voor.uit.splitlines() if r]
    assert any(naam in regel for regel in gevonden(prestatie))


def test_a_folder_with_another_name_is_not_in_order(kopie: Path, prestatie: Prestatie) -> None:
    (kopie / "metingen").rename(kopie / "Metingen")
    uit = prestatie("valideer", "--streng", *PEILDATUM)
    assert (uit.code, "bedoelde u 'metingen'?" in uit.uit) == (1, True)
    assert prestatie("status", *PEILDATUM).code == 1


@pytest.mark.parametrize("eind", ["\n", "\r\n"])
def test_a_merge_that_is_not_finished(kopie: Path, prestatie: Prestatie, eind: str) -> None:
    tekst = (kopie / HALF).read_text("utf-8").splitlines()
    midden = tekst[8]
    conflict = [*tekst[:8], "<<<<<<< HEAD", midden, "=======", midden, ">>>>>>> ander", *tekst[9:]]
    zet(kopie, HALF, eind.join(conflict) + eind)
    regels = gevonden(prestatie)
    assert [r for r in regels if "samenvoegconflict" in r] == [r for r in regels if HALF in r]
    assert f"data/{HALF}:9:1" in regels[0]
    assert "kies welke regels gelden" in prestatie("valideer", *PEILDATUM).uit


def test_marks_of_a_merge_inside_a_text_are_text(kopie: Path, prestatie: Prestatie) -> None:
    with (kopie / VOORTGANG).open("a", encoding="utf-8") as bestand:
        bestand.write("# <<<<<<< zo ziet een conflict eruit\n")
    assert gevonden(prestatie) == []


# -- what is no regular file in the folder -------------------------------------------------------------


def _fifo(pad: Path, _: Path) -> None:
    os.mkfifo(pad)


def _socket(pad: Path, _: Path) -> None:
    hier = os.getcwd()
    os.chdir(pad.parent)
    try:
        with socket.socket(socket.AF_UNIX) as bus:
            bus.bind(pad.name)
    finally:
        os.chdir(hier)


def _link(doel: str) -> Callable[[Path, Path], None]:
    return lambda pad, map_: pad.symlink_to(doel.replace("MAP", str(map_)))


@pytest.mark.skipif(sys.platform == "win32", reason="no fifo, and links need rights")
@pytest.mark.parametrize(
    ("maak", "reden"),
    [
        (_fifo, "dit is geen gewoon bestand"),
        (_socket, "dit is geen gewoon bestand"),
        (_link("/dev/zero"), BUITEN),
        (_link("/etc/hostname"), BUITEN),
        (_link("../../buiten.yaml"), BUITEN),
        (_link("MAP-anders/x.yaml"), BUITEN),
        (_link("2026-H2.yaml"), KRING),
        (_link("weg.yaml"), NIETS),
        (_link("../voortgang"), "dit is een map, geen bestand"),
    ],
)
def test_what_is_no_file_in_the_folder_is_refused_and_not_opened(
    kopie: Path, maak: Callable[[Path, Path], None], reden: str
) -> None:
    zet(kopie.parent, "buiten.yaml", "periode: 2026-H2\n")
    zet(kopie.parent, "data-anders/x.yaml", "periode: 2026-H2\n")
    maak(kopie / "metingen/2026-H2.yaml", kopie)
    for opdracht in ("valideer", "status"):
        gedaan = subprocess.run(
            [sys.executable, "-m", "prestatie_cli", "--map", str(kopie), opdracht, *PEILDATUM],
            capture_output=True,
            encoding="utf-8",
            timeout=60,
            check=False,
        )
        assert gedaan.returncode == 1, gedaan
        assert reden in " ".join((gedaan.stdout + gedaan.stderr).split())


@pytest.mark.skipif(sys.platform == "win32", reason="no fifo, and links need rights")
@pytest.mark.parametrize("naam", ["vreemd", "README.md", "teksten", "2026-H1 (kopie).yaml", ".git"])
def test_a_fifo_of_any_name_is_told_and_not_opened(kopie: Path, prestatie: Prestatie, naam: str) -> None:
    os.mkfifo(kopie / naam)
    assert [r for r in gevonden(prestatie) if r.startswith(f"data/{naam}") and "fout" in r]


@pytest.mark.skipif(sys.platform == "win32", reason="links need rights")
def test_a_link_to_a_file_in_the_folder_is_read(git_repo: Repo) -> None:
    """On disk and in git alike, through a second link too; a folder behind a link is not."""
    data = git_repo.pad / "data"
    shutil.copytree(DATA, data)
    (data / "afspraken-2025.yaml").symlink_to("afspraken-2024.yaml")
    (data / "afspraken-2024.yaml").symlink_to(JAAR)
    (data / "metingen/2023.yaml").symlink_to("../metingen/2024.yaml")
    (data / "metingen/2022.yaml").symlink_to("/etc/hostname")
    (data / "metingen/2021.yaml").symlink_to("../../elders.yaml")
    (data / "metingen/2020.yaml").symlink_to("2020.yaml")
    (data / "metingen/2019.yaml").symlink_to("weg.yaml")
    (data / "metingen/2018.yaml").symlink_to("../voortgang")
    (data / "teksten").symlink_to("metingen")
    git_repo.commit("Koppelingen")
    schijf = lees_map(data)
    assert schijf.teksten["afspraken-2025.yaml"] == schijf.teksten[JAAR]
    assert schijf.teksten["metingen/2023.yaml"] == schijf.teksten["metingen/2024.yaml"]
    assert [schijf.onleesbaar.get(f"metingen/{jaar}.yaml") for jaar in (2022, 2021, 2020, 2019, 2018)] == [
        *(BUITEN, BUITEN, KRING, NIETS, "dit is een map, geen bestand")
    ]
    assert "teksten" in schijf.onleesbaar
    assert lees_revisie(data, "HEAD") == schijf


# -- git gives the same ---------------------------------------------------------------------------------


def test_a_revision_tells_what_the_disk_tells(git_repo: Repo, prestatie: Prestatie) -> None:
    data = git_repo.pad / "data"
    shutil.copytree(DATA, data)
    for naam, _, _ in NAMEN:
        zet(data, naam)
    zet(data, "metingen/2026-H1 (2).yaml", (data / HALF).read_bytes())
    git_repo.commit("Alles")
    opties = ("--map", data, "valideer", *PEILDATUM, "--formaat", "kort")
    schijf, revisie = prestatie(*opties), prestatie(*opties, "--versie", "HEAD")
    assert "kopie-gelijk" in schijf.uit
    assert (schijf.code, revisie.code) == (1, 1)
    assert set(schijf.uit.splitlines()) <= set(revisie.uit.splitlines())
    assert lees_revisie(data, "HEAD") == lees_map(data)


# -- reading stays bounded -------------------------------------------------------------------------------


def test_a_folder_with_very_many_files(kopie: Path, prestatie: Prestatie) -> None:
    """One listing, a bounded number of findings, and the rest counted."""
    for nummer in range(20_000):
        os.close(os.open(kopie / "metingen" / f"x{nummer}.txt", os.O_CREAT | os.O_WRONLY))
    begin = time.perf_counter()
    bronnen = lees_map(kopie)
    _, bevindingen = lees_dossier(bronnen.teksten, bronnen.onleesbaar, bronnen.overig)
    assert time.perf_counter() - begin < 10
    assert len(bevindingen) == MAX_VREEMD + 1
    assert any(f"nog {20_000 - MAX_VREEMD - 1} andere" in b.boodschap for b in bevindingen)
    assert prestatie("status", *PEILDATUM).code == 1
    shutil.rmtree(kopie)


def test_folders_without_end_are_not_entered(kopie: Path, prestatie: Prestatie) -> None:
    hier = os.getcwd()
    os.chdir(kopie)
    try:
        for _ in range(300):
            os.mkdir("diep")
            os.chdir("diep")
    finally:
        os.chdir(hier)
    (regel,) = gevonden(prestatie)
    assert regel.startswith("data/diep/")
    subprocess.run(
        ["rm", "-rf", str(kopie / "diep")], check=True
    )  # too deep for Python, also when pytest tidies up


def test_files_that_are_too_large_together_are_not_all_read(kopie: Path) -> None:
    for jaar in range(2000, 2006):
        with (kopie / f"metingen/{jaar}.yaml").open("wb") as bestand:
            bestand.truncate(MAX_SAMEN // 4)
    bronnen = lees_map(kopie)
    assert sum(map(len, bronnen.teksten.values())) <= MAX_SAMEN
    assert TE_VEEL_SAMEN in bronnen.onleesbaar.values()
