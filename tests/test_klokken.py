"""Two clocks on every reading command: what was known (`--versie`, `--bekend-op`) and `--peildatum`."""

import json
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.conftest import DATA, Prestatie, Repo

OPDRACHTEN = (("status",), ("termijnen",), ("indicatoren",), ("toon", "3.5"), ("valideer",))
REGEL = "Gegevens: versie {} van {}"
GETEKEND, GEMETEN = "2026-01-15", "2026-07-20"
METING = "metingen/2026-H1.yaml"


@pytest.fixture
def archief(git_repo: Repo) -> Repo:
    """The example: signed in January, the figures of the first half year added in July."""
    shutil.copytree(DATA, git_repo.pad / "data")
    (git_repo.pad / "data" / METING).unlink()
    git_repo.commit("Ondertekend", GETEKEND)
    shutil.copy(DATA / METING, git_repo.pad / "data" / METING)
    git_repo.commit("Cijfers eerste halfjaar", GEMETEN)
    git_repo.schrijf("leesmij.txt", "x\n")
    git_repo.commit("Iets anders", "2026-08-01")
    return git_repo


def sporen(map_: Path) -> Iterator[tuple[str, bytes | int]]:
    """Everything on disk below a folder, byte for byte, with the time of each change."""
    for pad in sorted(map_.rglob("*")):
        yield str(pad), pad.read_bytes() if pad.is_file() else 0
        yield str(pad), pad.stat().st_mtime_ns


@pytest.mark.parametrize("opdracht", OPDRACHTEN, ids=lambda o: o[0])
def test_every_reading_command_has_two_clocks(
    archief: Repo, prestatie: Prestatie, opdracht: tuple[str, ...]
) -> None:
    data = archief.pad / "data"
    toen = archief.git("rev-parse", "HEAD~2")
    dag = ("--peildatum", "2026-06-30")
    oud = prestatie(*opdracht, "--map", data, "--versie", toen[:10], *dag)
    bekend = prestatie(*opdracht, "--map", data, "--bekend-op", "2026-07-01", *dag)
    nu = prestatie(*opdracht, "--map", data, *dag)
    assert (oud.code, bekend.code, nu.code) == (0, 0, 0)
    regel = REGEL.format(toen[:7], "15 januari 2026")
    assert regel in oud.uit.splitlines()
    assert f"{regel} (bekend op 1 juli 2026)" in bekend.uit.splitlines()
    assert "Gegevens:" not in nu.uit
    if opdracht != ("valideer",):
        assert "30 juni 2026" in bekend.uit
    assert prestatie("--versie", toen, *opdracht, "--map", data, *dag) == oud
    assert prestatie("--bekend-op", "2026-07-01", *opdracht, "--map", data, *dag) == bekend
    assert prestatie("--map", data, "--versie", "HEAD", *opdracht, "--versie", toen, *dag) == oud


@pytest.mark.parametrize("opdracht", OPDRACHTEN, ids=lambda o: o[0])
def test_json_names_both_clocks(archief: Repo, prestatie: Prestatie, opdracht: tuple[str, ...]) -> None:
    vast = (*opdracht, "--map", archief.pad / "data", "--formaat", "json", "--peildatum", "2026-06-30")
    toen = archief.git("rev-parse", "HEAD~2")
    for opties, versie, bekend in (
        ((), "werkmap", None),
        (("--versie", "HEAD~2"), toen, None),
        (("--bekend-op", "2026-07-01"), toen, "2026-07-01"),
    ):
        uit = json.loads(prestatie(*vast, *opties).uit)
        assert list(uit)[:4] == ["schema_versie", "peildatum", "versie", "bekend_op"]
        assert (uit["peildatum"], uit["versie"], uit["bekend_op"]) == ("2026-06-30", versie, bekend)


def test_what_could_have_been_known(archief: Repo, prestatie: Prestatie) -> None:
    vast = ("status", "--map", archief.pad / "data", "--peildatum", "2026-06-30")
    toen = prestatie(*vast, "--bekend-op", "2026-07-01").uit
    later = prestatie(*vast, "--bekend-op", "2026-07-20").uit
    assert "Laatste cijfers: 2025" in toen
    assert "Laatste cijfers: eerste halfjaar 2026" in later
    for uit in (toen, later):
        assert len(uit.splitlines()) <= 40
        assert all(len(regel) <= 80 for regel in uit.splitlines())


def test_the_disk_does_not_count_in_a_version(archief: Repo, prestatie: Prestatie) -> None:
    data = archief.pad / "data"
    vast = ("--map", data, "--versie", "HEAD", "--peildatum", "2026-07-01")
    voor = prestatie("status", *vast)
    archief.schrijf("data/afspraken-2026.yaml", "kapot: [\n")
    assert prestatie("status", *vast) == voor
    assert prestatie("status", "--map", data).code == 1
    shutil.rmtree(data)
    assert prestatie("status", *vast) == voor


def test_valideer_takes_paths_of_a_version(archief: Repo, prestatie: Prestatie) -> None:
    data = archief.pad / "data"
    archief.schrijf("data/afspraken-2026.yaml", "kapot: [\n")
    archief.commit("Kapot", "2026-09-01")
    assert prestatie("valideer", data).code == 1
    goed = prestatie("valideer", data, data / METING, "--versie", "HEAD~1")
    assert (goed.code, goed.uit.count("Gegevens: versie")) == (0, 1)
    for formaat in ("tekst", "kort", "github"):
        kapot = prestatie("valideer", data, "--versie", "HEAD", "--formaat", formaat)
        assert (kapot.code, kapot.uit.count("Gegevens: versie")) == (1, 1)
        assert "afspraken-2026.yaml" in kapot.uit
    shutil.rmtree(data)
    assert prestatie("valideer", data, "--versie", "HEAD~1").code == 0


def test_folders_of_different_repositories_have_no_version_in_common(
    archief: Repo, prestatie: Prestatie
) -> None:
    ander = archief.pad.parent / "ander"
    archief.git("clone", "--quiet", archief.pad, ander)
    Repo(ander).commit("Verder", "2026-10-01")
    vast = ("valideer", archief.pad / "data", ander / "data")
    assert prestatie(*vast).code == 0
    assert prestatie(*vast, "--bekend-op", "2026-09-01").code == 0
    verschillend = prestatie(*vast, "--versie", "HEAD")
    assert (verschillend.code, verschillend.uit) == (2, "")
    assert "verschillende" in verschillend.fout


@pytest.mark.parametrize(
    ("voor", "achter"),
    [
        ((), ("--versie", "HEAD", "--bekend-op", "2026-07-01")),
        (("--versie", "HEAD"), ("--bekend-op", "2026-07-01")),
        (("--bekend-op", "2026-07-01"), ("--versie", "HEAD")),
        (("--versie", "HEAD", "--bekend-op", "2026-07-01"), ()),
    ],
)
def test_both_is_wrong_use(
    archief: Repo, prestatie: Prestatie, voor: tuple[str, ...], achter: tuple[str, ...]
) -> None:
    for opdracht in OPDRACHTEN:
        uit = prestatie(*voor, *opdracht, "--map", archief.pad / "data", *achter)
        assert (uit.code, uit.uit) == (2, "")
        assert "--versie en --bekend-op gaan niet samen" in uit.fout


@pytest.mark.parametrize(
    ("opties", "code", "zin"),
    [
        (("--versie", "--formaat"), 3, "streepje"),
        (("--versie=-x",), 3, "streepje"),
        (("--versie", ""), 3, "leeg"),
        (("--versie", "a\u202eb\x9b1m"), 3, "versie 'a\\u202eb\\u009b1m' bestaat niet"),
        (("--versie", "weg"), 3, "versie 'weg' bestaat niet"),
        (("--bekend-op", "2025-12-31"), 3, "de eerste commit is van 2026-01-15"),
        (("--bekend-op", "31-12-2025"), 2, "geen datum"),
    ],
)
def test_what_cannot_be_read_has_a_sentence_and_a_code(
    archief: Repo, prestatie: Prestatie, opties: tuple[str, ...], code: int, zin: str
) -> None:
    uit = prestatie("status", "--map", archief.pad / "data", *opties)
    assert (uit.code, uit.uit) == (code, "")
    assert zin in uit.fout
    assert "hulp: " in uit.fout


def test_a_symlink_in_a_version_is_named(archief: Repo, prestatie: Prestatie) -> None:
    doel = archief.git("hash-object", "-w", "--stdin", invoer=b"/etc/passwd")
    archief.git("update-index", "--cacheinfo", f"120000,{doel},data/parameters.yaml")
    archief.git("commit", "--quiet", "--message", "Link", dag="2026-09-01")
    uit = prestatie("status", "--map", archief.pad / "data", "--versie", "HEAD")
    assert uit.code == 1
    assert "parameters.yaml" in uit.uit
    assert "snelkoppeling" in uit.fout


def test_reading_leaves_no_trace(archief: Repo, prestatie: Prestatie) -> None:
    data = archief.pad / "data"
    archief.schrijf("data/parameters.yaml", (data / "parameters.yaml").read_text("utf-8") + "# los\n")
    archief.schrijf("data/nieuw.txt", "x\n")
    # git would refresh the index for a file whose time changed and whose content did not.
    (data / "afspraken-2026.yaml").touch()
    stand = archief.git("--no-optional-locks", "status", "--porcelain")
    index = (archief.pad / ".git/index").read_bytes()
    voor = list(sporen(archief.pad))
    for opdracht in OPDRACHTEN:
        for opties in ((), ("--versie", "HEAD~1"), ("--bekend-op", "2026-07-01"), ("--versie", "weg")):
            prestatie(*opdracht, "--map", data, *opties)
    assert list(sporen(archief.pad)) == voor
    assert (archief.pad / ".git/index").read_bytes() == index
    assert archief.git("--no-optional-locks", "status", "--porcelain") == stand
