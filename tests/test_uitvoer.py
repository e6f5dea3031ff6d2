"""`-o` never destroys: what it refuses, what it keeps, and where it writes to."""

import os
import stat
import subprocess
import sys
import tempfile
import threading
from collections.abc import Callable
from pathlib import Path

import pytest

from prestatie_cli.cli.schrijven import herschrijf, schrijf_uitvoer
from prestatie_cli.fouten import BronFout
from tests.conftest import BASIS, Prestatie, Repo, Uitvoer

DAG = ("--peildatum", "2026-08-01")
Rapport = Callable[..., Uitvoer]
ALLEEN_POSIX = pytest.mark.skipif(os.name == "nt", reason="no links, modes or fifos as here")


@pytest.fixture
def data(tmp_path: Path) -> Path:
    """A data folder without faults."""
    map_ = tmp_path / "hier" / "data"
    map_.mkdir(parents=True)
    (map_ / "afspraken-2026.yaml").write_text(BASIS.lstrip("\n") + "afspraken: []\n", "utf-8")
    (map_ / "metingen").mkdir()
    return map_


@pytest.fixture
def rapport(data: Path, prestatie: Prestatie) -> Rapport:
    """Run `rapport -o PAD` over that folder."""

    def maak(uit: str | Path, *opties: str) -> Uitvoer:
        return prestatie("--map", data, "rapport", *DAG, "-o", uit, *opties)

    return maak


@pytest.mark.parametrize("opties", [(), ("--overschrijf",)])
@pytest.mark.parametrize(
    "naam", ["afspraken-2026.yaml", "rapport.md", "metingen/2026.yaml", f"{'..'}/data/x.md"]
)
def test_nothing_is_written_in_a_data_folder(
    data: Path, rapport: Rapport, naam: str, opties: tuple[str, ...]
) -> None:
    """It gave exit code 0, and the agreements were gone."""
    toen = {p: p.read_bytes() for p in data.rglob("*.yaml")}
    gaf = rapport(data / naam, "--formaat", "md", *opties)
    assert (gaf.code, gaf.uit) == (2, "")
    assert "ligt in een map met gegevens" in gaf.fout
    assert {p: p.read_bytes() for p in data.rglob("*") if p.is_file()} == toen


@ALLEEN_POSIX
def test_a_data_file_by_another_name_is_data(data: Path, tmp_path: Path, rapport: Rapport) -> None:
    (tmp_path / "zacht.md").symlink_to(data / "afspraken-2026.yaml")
    (tmp_path / "hard.md").hardlink_to(data / "afspraken-2026.yaml")
    for naam in ("zacht.md", "hard.md"):
        assert rapport(tmp_path / naam, "--overschrijf").code == 2
    assert (data / "afspraken-2026.yaml").read_bytes().startswith(b"jaar: 2026")


@pytest.mark.parametrize(
    ("naam", "inhoud", "formaat", "mag"),
    [
        ("a.md", b"# Vorig rapport\n", "md", True),
        ("a.md", b"", "md", True),
        ("a.md", b"PK\0\0", "md", False),
        ("a.yaml", b"jaar: 2026\n", "md", False),
        ("a.html", b"<!DOCTYPE html><p>", "html", True),
        ("a.html", b"jaar: 2026\n", "html", False),
        ("a.docx", b"PK\3\4xx", "docx", True),
        ("a.docx", b"mijn brief", "docx", False),
        ("a.zip", b"PK\3\4xx", "docx", False),
        ("a.pdf", b"%PDF-1.7", "pdf", True),
        ("a.pdf", b"# tekst", "pdf", False),
    ],
)
def test_only_a_file_of_the_same_kind_is_replaced(
    tmp_path: Path, rapport: Rapport, naam: str, inhoud: bytes, formaat: str, mag: bool
) -> None:
    pytest.importorskip({"docx": "docx", "pdf": "typst"}.get(formaat, "os"))
    pad = tmp_path / naam
    pad.write_bytes(inhoud)
    gaf = rapport(pad, "--formaat", formaat)
    assert gaf.code == (0 if mag else 2), gaf.fout
    assert (pad.read_bytes() == inhoud) is not mag
    if not mag:
        assert "geef --overschrijf" in gaf.fout
        assert rapport(pad, "--formaat", formaat, "--overschrijf").code == 0
        assert pad.read_bytes() != inhoud


@ALLEEN_POSIX
def test_links_are_followed_and_modes_are_kept(tmp_path: Path, rapport: Rapport) -> None:
    echt = tmp_path / "echt.md"
    echt.write_text("# oud\n")
    echt.chmod(0o640)
    (tmp_path / "link.md").symlink_to("echt.md")
    assert rapport(tmp_path / "link.md").code == 0
    assert (tmp_path / "link.md").is_symlink()
    assert stat.S_IMODE(echt.stat().st_mode) == 0o640
    assert echt.read_text("utf-8").startswith("# Monitoring")
    (tmp_path / "naar.md").symlink_to("nieuw.md")
    assert rapport(tmp_path / "naar.md").code == 0
    assert (tmp_path / "nieuw.md").exists()
    assert sorted(p.name for p in tmp_path.iterdir()) == ["echt.md", "hier", "link.md", "naar.md", "nieuw.md"]


@ALLEEN_POSIX
def test_a_file_with_two_names_stays_one_file(tmp_path: Path, rapport: Rapport) -> None:
    een, twee = tmp_path / "een.md", tmp_path / "twee.md"
    een.write_text("# oud\n" + "x" * 50_000)
    twee.hardlink_to(een)
    assert "harde koppeling" in rapport(een).fout
    assert rapport(een, "--overschrijf").code == 0
    assert een.samefile(twee)
    assert twee.read_text("utf-8").startswith("# Monitoring")
    assert "xxx" not in twee.read_text("utf-8")


@ALLEEN_POSIX
def test_a_fifo_and_a_device_are_written_to(tmp_path: Path, rapport: Rapport) -> None:
    pad = tmp_path / "pijp"
    os.mkfifo(pad)
    gelezen: list[bytes] = []
    draad = threading.Thread(target=lambda: gelezen.append(pad.read_bytes()), daemon=True)
    draad.start()
    assert rapport(pad, "--formaat", "md").code == 0
    draad.join(10)
    assert gelezen[0].startswith(b"# Monitoring")
    assert stat.S_ISFIFO(pad.stat().st_mode)
    assert rapport("/dev/null", "--formaat", "md").code == 0
    assert stat.S_ISCHR(Path("/dev/null").stat().st_mode)
    vol = rapport("/dev/full", "--formaat", "md")
    assert (vol.code, "de schijf is vol" in vol.fout) == (3, True)


@ALLEEN_POSIX
@pytest.mark.parametrize("uit", ["-", "/dev/stdout"])
def test_standard_output_by_name(data: Path, tmp_path: Path, uit: str) -> None:
    """Also where the shell appends it to a file: what was there stays."""
    logboek = tmp_path / "logboek"
    logboek.write_text("eerder\n")
    opdracht = [sys.executable, "-m", "prestatie_cli", "--map", str(data)]
    opdracht += ["rapport", *DAG, "--formaat", "md"]
    with open(logboek, "a") as achteraan:
        subprocess.run([*opdracht, "-o", uit], stdout=achteraan, check=True)
    assert logboek.read_text("utf-8").startswith("eerder\n# Monitoring")
    pijp = subprocess.run([*opdracht, "-o", uit], capture_output=True, check=True)
    assert pijp.stdout.startswith(b"# Monitoring")


@pytest.mark.parametrize(
    ("uit", "code", "zin"),
    [
        ("", 2, "is een map"),
        (".", 2, "is een map"),
        ("/", 2, "is een map"),
        ("weg/uit.md", 3, "de map bestaat niet"),
        ("x" * 300 + ".md", 3, "de naam is te lang"),
        ("een\0twee.md", 2, "niet te gebruiken"),
    ],
)
def test_a_place_that_can_not_be(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, rapport: Rapport, uit: str, code: int, zin: str
) -> None:
    monkeypatch.chdir(tmp_path)
    gaf = rapport(uit, "--formaat", "md")
    assert (gaf.code, gaf.uit) == (code, "")
    assert zin in gaf.fout
    assert [p.name for p in tmp_path.iterdir()] == ["hier"]


@ALLEEN_POSIX
def test_a_name_of_255_characters_is_a_name(tmp_path: Path, rapport: Rapport) -> None:
    assert rapport(tmp_path / ("x" * 252 + ".md")).code == 0


@ALLEEN_POSIX
def test_what_may_not_be_written_stays() -> None:
    """A user without rights: a file that can only be read, and a folder in which nothing can be made."""
    if os.geteuid() != 0:
        pytest.skip("needs root to become somebody else")
    with tempfile.TemporaryDirectory() as map_:
        os.chmod(map_, 0o755)
        vast = Path(map_, "vast.md")
        vast.write_text("# oud\n")
        os.seteuid(65534)
        try:
            for pad in (vast, Path(map_, "nieuw.md")):
                with pytest.raises(BronFout, match="u mag er niet schrijven"):
                    schrijf_uitvoer(pad, b"x", "md", False, ())
        finally:
            os.seteuid(0)
        assert vast.read_text() == "# oud\n"


@pytest.mark.parametrize("opdracht", [("diff", "HEAD"), ("schema", "meting"), ("rapport",)])
def test_every_command_with_o_refuses(
    git_repo: Repo, prestatie: Prestatie, opdracht: tuple[str, ...]
) -> None:
    pad = git_repo.schrijf("data/afspraken-2026.yaml", BASIS + "afspraken: []\n")
    git_repo.commit("Begin")
    toen = pad.read_bytes()
    map_ = () if opdracht[0] == "schema" else ("--map", pad.parent)
    vorm = ("--formaat", "md") if opdracht[0] == "rapport" else ()
    gaf = prestatie(*opdracht, *map_, *vorm, "-o", pad, "--overschrijf")
    assert (gaf.code, pad.read_bytes()) == (2, toen)


@ALLEEN_POSIX
def test_rewriting_data_keeps_links_names_and_mode(tmp_path: Path) -> None:
    echt, ander = tmp_path / "echt.yaml", tmp_path / "ander.yaml"
    echt.write_bytes(b"oud")
    echt.chmod(0o600)
    (tmp_path / "link.yaml").symlink_to(echt)
    herschrijf(tmp_path / "link.yaml", b"oud", b"nieuw")
    assert (echt.read_bytes(), stat.S_IMODE(echt.stat().st_mode)) == (b"nieuw", 0o600)
    ander.hardlink_to(echt)
    herschrijf(echt, b"nieuw", b"x")
    assert ander.read_bytes() == b"x"
    with pytest.raises(BronFout, match="intussen"):
        herschrijf(echt, b"nieuw", b"y")
    assert echt.read_bytes() == b"x"


@ALLEEN_POSIX
def test_killed_half_way_the_old_file_is_whole(tmp_path: Path) -> None:
    pad = tmp_path / "uit.md"
    pad.write_bytes(b"# oud\n")
    code = (
        "import sys; from pathlib import Path; from prestatie_cli.cli.schrijven import schrijf_uitvoer\n"
        "print(flush=True)\n"
        "schrijf_uitvoer(Path(sys.argv[1]), b'# nieuw' * 30_000_000, 'md', False, ())\n"
    )
    proces = subprocess.Popen([sys.executable, "-c", code, pad], stdout=subprocess.PIPE)
    assert proces.stdout
    proces.stdout.readline()
    while proces.poll() is None and not list(tmp_path.glob(".prestatie-*")):
        pass
    proces.kill()
    proces.wait()
    assert pad.read_bytes()[:7] in (b"# oud\n", b"# nieuw")
    assert pad.stat().st_size in (6, 7 * 30_000_000)
