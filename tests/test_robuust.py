"""No traceback and no English, whatever is typed, delivered or closed."""

import json
import os
import re
import shutil
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

from prestatie_cli.cli import OPDRACHTEN, laad_opdracht, main
from prestatie_cli.formaten.register import formaten_van
from prestatie_cli.taal import schoon, zichtbaar
from tests.conftest import DATA, Prestatie, Repo
from tests.hulp.rapportdossier import dossier_met, schrijf

DAG = ("--peildatum", "2026-08-01")
AANROEPEN: tuple[tuple[str, ...], ...] = (
    ("status",), ("termijnen",), ("indicatoren",), ("toon", "3.6"), ("rapport",), ("valideer",), ("regels",),
    ("schema", "meting"), ("diff", "."), ("geschiedenis", "3.6"), ("git-driver", "x.yaml"), ("--help",),
    ("status", "--help"), ("--version",), ("--aanvulling", "bash"),
)  # fmt: skip
STUUR = "\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\u200e\u200f\u061c\u2028\x1b[31m\x07\x9b"
LEZEND = ("status", "termijnen", "indicatoren", "toon", "rapport", "valideer")


def proces(*delen: str | Path, schil: str = "", map_: Path = DATA) -> subprocess.CompletedProcess[bytes]:
    """The program in a process of its own, its streams sent where a shell sends them."""
    opdracht = [sys.executable, "-m", "prestatie_cli", *map(str, delen)]
    regel = ["bash", "-c", f'"$@" {schil}', "bash", *opdracht]
    return subprocess.run(regel, cwd=map_, capture_output=True, check=False, timeout=60)


@pytest.mark.skipif(not os.path.exists("/dev/full"), reason="no /dev/full")
@pytest.mark.parametrize("delen", AANROEPEN, ids=lambda d: d[0])
def test_output_that_can_not_be_written_is_told_in_dutch(delen: tuple[str, ...]) -> None:
    """Nine commands ended in a traceback, or with a complaint of Python after them."""
    manieren = ((">/dev/full", "de schijf is vol"), (">&-", "zij is gesloten"))
    # The writing is one for all commands; one of them is asked in each way.
    for schil, zin in manieren if delen == ("status",) else (manieren[len(delen[0]) % 2],):
        gaf = proces(*delen, schil=schil)
        assert gaf.returncode == 3
        assert gaf.stderr.decode().splitlines()[0] == f"fout: de uitvoer is niet te schrijven: {zin}"
        assert len(gaf.stderr.splitlines()) == 2
    if delen in (("status",), ("rapport",), ("--version",)):
        stil = proces(*delen, schil=">&- 2>&-")
        assert (stil.returncode, stil.stdout, stil.stderr) == (3, b"", b"")


@pytest.mark.parametrize("schil", ["2>&-", "2>/dev/full"])
def test_closed_standard_error_changes_no_code(schil: str) -> None:
    assert proces("status", *DAG, schil=schil).returncode == 0
    gaf = proces("onzin", schil=schil)
    assert (gaf.returncode, gaf.stdout) == (2, b"")


@pytest.mark.parametrize(
    "delen", [("status",), ("rapport", "-o", "x.md"), ("diff",), ("git-installeer",)], ids=lambda d: d[0]
)
def test_a_working_folder_that_is_gone(tmp_path: Path, delen: tuple[str, ...]) -> None:
    weg = tmp_path / "weg"
    weg.mkdir()
    regel = 'd="$1"; shift; cd "$d" && rmdir "$d" && exec "$@"'
    opdracht = ["bash", "-c", regel, "bash", str(weg), sys.executable, "-m", "prestatie_cli", *delen]
    gaf = subprocess.run(opdracht, capture_output=True, check=False)
    assert gaf.returncode == 3
    assert "bestaat niet meer" in gaf.stderr.decode()
    assert "Traceback" not in gaf.stderr.decode()


@pytest.fixture
def kopie(tmp_path: Path) -> Path:
    """The frozen example, to be spoilt."""
    return Path(shutil.copytree(DATA, tmp_path / "data"))


def vervang(pad: Path, patroon: str, door: str) -> None:
    """Change the first place that a pattern fits."""
    tekst, aantal = re.subn(patroon, lambda _: door, pad.read_text("utf-8"), count=1)
    assert aantal == 1, (pad, patroon)
    pad.write_text(tekst, "utf-8")


@pytest.mark.parametrize("cijfer", ["-5", "-1", "0", "-0", "0.5", "999999999999", "-999999999999"])
@pytest.mark.parametrize("kengetal", ["verhuringen_vrijgekomen", "toewijzingen_middeninkomens", "verkocht"])
def test_a_faulty_figure_breaks_no_command(
    kopie: Path, prestatie: Prestatie, kengetal: str, cijfer: str
) -> None:
    """-5 lettings were a ZeroDivisionError in four commands."""
    if kengetal not in (kopie / "metingen/2026-H1.yaml").read_text("utf-8"):
        kengetal = re.findall(
            r"(?m)^ +([a-z_]+): [0-9]+", (kopie / "metingen/2026-H1.yaml").read_text("utf-8")
        )[0]
    vervang(kopie / "metingen/2026-H1.yaml", rf"\b{kengetal}: [0-9]+", f"{kengetal}: {cijfer}")
    for delen in (("status",), ("indicatoren",), ("toon", "3.6"), ("rapport",), ("valideer",)):
        gaf = prestatie("--map", kopie, *delen, *DAG)
        assert gaf.code in (0, 1), gaf.fout
        assert "fout in het" not in gaf.fout


PLEKKEN = [
    ("metingen/2026-H1.yaml", r"door: [a-z]+", "door: omthui"),
    ("voortgang/2026.yaml", r"door: [a-z]+", "door: omthui"),
    ("afspraken-2026.yaml", r"levert: [a-z]+", "levert: omthui"),
    ("afspraken-2026.yaml", r"wie: \[[a-z, ]+\]", "wie: [omthui]"),
    ("afspraken-2026.yaml", r"voor: \[[a-z, ]+\]", "voor: [omthui]"),
]


@pytest.mark.parametrize(("bestand", "patroon", "door"), PLEKKEN, ids=lambda w: str(w))
def test_an_unknown_party_is_called_by_its_id(
    kopie: Path, prestatie: Prestatie, bestand: str, patroon: str, door: str
) -> None:
    """The report blamed its template, in English."""
    vervang(kopie / bestand, patroon, door)
    for opdracht in LEZEND:
        for formaat in formaten_van(opdracht):
            if formaat in ("docx", "pdf"):
                continue
            nummer = ("3.6",) if opdracht == "toon" else ()
            gaf = prestatie("--map", kopie, opdracht, *nummer, "--formaat", formaat, *DAG)
            assert gaf.code in (0, 1), gaf.fout
            assert "sjabloon" not in gaf.fout
    for vorm in ("factsheet", "raadsbrief"):
        assert prestatie("--map", kopie, "rapport", "--vorm", vorm, *DAG).code in (0, 1)


def test_an_approval_of_an_unknown_party_breaks_no_report(kopie: Path, prestatie: Prestatie) -> None:
    blok = "\nvaststellingen:\n  - {partij: omthui, datum: 2026-01-02, vingerafdruk: '0123456789abcdef'}\n"
    pad = kopie / "afspraken-2026.yaml"
    tekst = re.sub(r"(?ms)^vaststellingen:.*?(?=^[a-z])", "", pad.read_text("utf-8"))
    pad.write_text(tekst + blok, "utf-8")
    for delen in (("rapport",), ("rapport", "--vorm", "raadsbrief"), ("status",), ("valideer",)):
        gaf = prestatie("--map", kopie, *delen, *DAG)
        assert gaf.code in (0, 1), gaf.fout
        assert "Traceback" not in gaf.fout


@pytest.mark.skipif(os.name == "nt" or sys.platform == "darwin", reason="names are UTF-8 there")
def test_a_file_name_that_is_no_utf8(kopie: Path) -> None:
    (kopie / os.fsdecode(b"metingen/caf\xe9.yaml")).write_bytes(b"x: [")
    for opdracht in ("valideer", "status"):
        for formaat in formaten_van(opdracht):
            gaf = proces(opdracht, "--map", kopie, "--formaat", formaat, *DAG)
            assert gaf.returncode == 1
            assert b"Traceback" not in gaf.stderr
            assert "caf\\xe9" in (gaf.stdout + gaf.stderr).decode().replace("\\\\", "\\")


@pytest.mark.parametrize(
    ("tekst", "zin"),
    [("", "is leeg"), (" \n ", "is leeg"), ("x" * 20_001, "20.001 tekens"), ("a\u202eb", "stuurtekens")],
)
def test_a_remark_that_can_not_be_kept(kopie: Path, prestatie: Prestatie, tekst: str, zin: str) -> None:
    toen = (kopie / "afspraken-2026.yaml").read_bytes()
    gaf = prestatie("vaststellen", "--map", kopie, "--partij", "omthuis", "--toelichting", tekst)
    assert (gaf.code, gaf.uit) == (2, "")
    assert zin in gaf.fout
    assert (kopie / "afspraken-2026.yaml").read_bytes() == toen


def test_an_approval_of_another_century_is_not_recorded(kopie: Path, prestatie: Prestatie) -> None:
    toen = (kopie / "afspraken-2026.yaml").read_bytes()
    gaf = prestatie("vaststellen", "--map", kopie, "--partij", "omthuis", "--datum", "2190-01-01")
    assert (gaf.code, gaf.uit) == (2, "")
    assert "controleer het jaartal" in gaf.fout
    assert (kopie / "afspraken-2026.yaml").read_bytes() == toen


ONZIN = (
    "", "-", "--", "x" * 5000, "a\nb", "😀", STUUR, "../", "%s", "-1", "9" * 20, "0000-00-00", "99999-01-01",
    "2026-02-30", "*", "/", "/dev/null/x", "\udcff", "²", "٣",
)  # fmt: skip
ENGELS = re.compile(r"\b(the|is not|invalid|error|expected|cannot|no such|value|must be|usage)\b", re.I)
# Read in one place for all commands: one of them is asked with every value.
GEDEELD = ("--map", "--versie", "--bekend-op", "--peildatum", "--formaat", "--partij", "--voor", "--thema")
EIGEN: dict[str, tuple[str, ...]] = {
    "toon": ("3.6",),
    "geschiedenis": ("3.6",),
    "vaststellen": ("--partij", "omthuis", "--map", "/nergens"),
    "git-installeer": ("--map", "/nergens"),
}


@pytest.mark.parametrize("opdracht", OPDRACHTEN)
def test_every_option_given_nonsense(
    opdracht: str,
    kopie: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    """Answers or Dutch, never the fault of the program itself."""
    monkeypatch.chdir(kopie)
    for optie in laad_opdracht(opdracht).params:
        if optie.name == "help" or getattr(optie, "is_flag", False):
            continue
        gedeeld = optie.opts[0] in GEDEELD and opdracht != "status"
        for waarde in ONZIN[::6] if gedeeld else ONZIN:
            if optie.param_type_name == "argument":
                delen = [opdracht, "--", waarde]
            else:
                delen = [opdracht, *EIGEN.get(opdracht, ()), optie.opts[0], waarde]
            code = main(delen)
            gaf = capsys.readouterr()
            assert code in (0, 1, 2, 3), delen
            assert "fout in het programma" not in gaf.err, delen
            assert not ENGELS.search(gaf.err.replace(waarde, "") if waarde else gaf.err), (delen, gaf.err)


def test_a_fault_of_the_program_is_told_as_one() -> None:
    """With where it arose; the whole trace only when it is asked for."""
    code = "from prestatie_cli import cli\nimport sys\ncli.app = lambda **_: 1 / 0\nsys.exit(cli.main([]))\n"
    for spoor in ("", "1"):
        omgeving = {k: w for k, w in os.environ.items() if k != "PRESTATIE_SPOOR"}
        omgeving |= {"PRESTATIE_SPOOR": spoor} if spoor else {}
        gaf = subprocess.run([sys.executable, "-c", code], capture_output=True, env=omgeving, check=False)
        assert (b"Traceback" in gaf.stderr) is bool(spoor)
        if not spoor:
            assert gaf.returncode == 3
            assert b"fout in het programma zelf (ZeroDivisionError" in gaf.stderr


# -- what steers -------------------------------------------------------------------------------


def test_what_steers_is_seen() -> None:
    for teken in STUUR.replace("[31m", ""):
        assert schoon(f"a{teken}b") == f"a\\u{ord(teken):04x}b"
    assert zichtbaar("een\n\ttwee é 😀") == "een\n\ttwee é 😀"
    assert zichtbaar("\x1b[31mrood\x1b[0m\x1b]0;titel\x07", kleuren=True) == (
        "\x1b[31mrood\x1b[0m\\u001b]0;titel\\u0007"
    )


VERBODEN = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069]")


def in_ascii(bestanden: dict[str, str]) -> dict[str, str]:
    """The same with escapes: some of these characters YAML refuses to read as they are."""
    return {naam: json.dumps(json.loads(tekst)) for naam, tekst in bestanden.items()}


@pytest.fixture
def stuurdossier(git_repo: Repo) -> Path:
    """A dossier in which every free text steers, in two versions."""
    map_ = git_repo.pad / "data"
    schrijf(map_, in_ascii(dossier_met(f"eerst {STUUR} tekst")))
    git_repo.commit(f"Begin {STUUR}")
    schrijf(map_, in_ascii(dossier_met(f"dan {STUUR} tekst")))
    git_repo.commit(f"Verder {STUUR}")
    return map_


@pytest.mark.parametrize(
    ("delen", "formaat"),
    [
        (delen, formaat)
        for delen in (
            ("status",), ("termijnen",), ("indicatoren",), ("toon", "1.1"), ("valideer", "--informatie"),
            ("diff", "HEAD~1"), ("geschiedenis", "1.1"), ("rapport",),
        )
        for formaat in formaten_van(delen[0])
    ],
    ids=lambda w: w if isinstance(w, str) else w[0],
)  # fmt: skip
def test_no_format_lets_a_text_steer(
    stuurdossier: Path, tmp_path: Path, prestatie: Prestatie, delen: tuple[str, ...], formaat: str
) -> None:
    uit = tmp_path / f"uit.{formaat}"
    if formaat in ("docx", "pdf"):
        pytest.importorskip({"docx": "docx", "pdf": "typst"}[formaat])
        assert prestatie("--map", stuurdossier, *delen, *DAG, "-o", uit).code in (0, 1)
        if formaat == "docx":
            with zipfile.ZipFile(uit) as archief:
                delen_ = [n for n in archief.namelist() if n.endswith(".xml")]
                tekst = "\n".join(archief.read(n).decode() for n in delen_)
            assert not VERBODEN.search(tekst)
            assert "\\u202e" in tekst
        return
    gaf = prestatie("--map", stuurdossier, *delen, *DAG, "--formaat", formaat)
    assert gaf.code in (0, 1), gaf.fout
    assert not VERBODEN.search(gaf.uit + gaf.fout)
    if formaat == "json":
        assert ("\u202e" in json.dumps(json.loads(gaf.uit), ensure_ascii=False)) is ("\\u202e" in gaf.uit)


def test_json_on_a_screen_of_ascii_is_json() -> None:
    """A question mark would be another schema."""
    omgeving = os.environ | {"LC_ALL": "C", "PYTHONIOENCODING": "ascii"}
    opdracht = [sys.executable, "-m", "prestatie_cli"]
    for delen in (("schema", "afspraken"), ("status", "--formaat", "json", *DAG)):
        kaal = subprocess.run([*opdracht, *delen], env=omgeving, capture_output=True, check=True).stdout
        gewoon = subprocess.run(
            [*opdracht, *delen],
            env=os.environ | {"PYTHONIOENCODING": "utf-8"},
            capture_output=True,
            check=True,
        ).stdout
        assert kaal.isascii()
        assert json.loads(kaal) == json.loads(gewoon)
