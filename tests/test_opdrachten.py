"""The commands as people use them: exit codes, what they leave behind, and what every screen can show."""

import json
import os
import pty
import re
import select
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from prestatie_cli.cli import aanvullen, main
from tests.conftest import BASIS, DATA, ROOT, Prestatie, Uitvoer

Golden = Callable[[str, str], None]
PEILDATA = ("2026-01-15", "2026-03-01", "2026-06-15", "2026-08-01", "2026-10-15", "2026-12-31", "2027-01-02",
            "2027-03-01", "2028-06-01")  # fmt: skip
LEZEND: tuple[tuple[str, ...], ...] = (
    ("status",),
    ("status", "--alles"),
    ("status", "--partij", "omthuis"),
    ("status", "--voor", "hlve"),
    ("status", "--thema", "3"),
    ("status", "--formaat", "json"),
    ("termijnen",),
    ("termijnen", "--alles"),
    ("termijnen", "--partij", "gemeente", "--binnen", "400"),
    ("termijnen", "--formaat", "json"),
    ("indicatoren",),
    ("indicatoren", "middeninkomens"),
    ("indicatoren", "ouderenwoningen"),
    ("indicatoren", "--formaat", "json"),
    ("toon", "3.6"),
    ("toon", "7.7"),
    ("toon", "2.6", "--formaat", "json"),
    ("valideer",),
    ("valideer", "--informatie"),
    ("valideer", "--formaat", "kort"),
    ("valideer", "--formaat", "json"),
    ("valideer", "--formaat", "github"),
)
ZONDER_DATA: tuple[tuple[str, ...], ...] = (
    ("schema",),
    ("schema", "meting"),
    ("regels",),
    ("regels", "citaat"),
    ("--help",),
    ("status", "--help"),
    ("--version",),
)
ESCAPE = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]")


def naam(opdracht: tuple[str, ...]) -> str:
    return " ".join(opdracht)


@pytest.fixture
def kopie(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A copy of the example, standing in the folder above it."""
    shutil.copytree(DATA, tmp_path / "data")
    monkeypatch.chdir(tmp_path)
    return tmp_path / "data"


def draai(*argumenten: str | bytes, map_: Path = DATA, **omgeving: str) -> subprocess.CompletedProcess[bytes]:
    """The program in a process of its own, its output in pipes."""
    kaal = {
        k: v for k, v in os.environ.items() if not k.startswith(("PYTHONIO", "PYTHONUTF8", "LC_", "LANG"))
    }
    return subprocess.run(
        [sys.executable, "-m", "prestatie_cli", *argumenten],
        cwd=map_,
        env=kaal | {"PYTHONPATH": str(ROOT / "src")} | omgeving,
        capture_output=True,
        check=False,
        timeout=60,
    )


def op_terminal(*argumenten: str, map_: Path = DATA, **omgeving: str) -> tuple[int, str]:
    """The program on a pseudo-terminal: exit code and all that it wrote."""
    hoofd, slaaf = pty.openpty()
    kaal = {k: v for k, v in os.environ.items() if k not in ("NO_COLOR", "COLUMNS", "FORCE_COLOR")}
    proces = subprocess.Popen(
        [sys.executable, "-m", "prestatie_cli", *argumenten],
        cwd=map_,
        env=kaal | {"PYTHONPATH": str(ROOT / "src"), "TERM": "xterm-256color"} | omgeving,
        stdin=slaaf,
        stdout=slaaf,
        stderr=slaaf,
    )
    os.close(slaaf)
    uit = b""
    while True:
        klaar, _, _ = select.select([hoofd], [], [], 30)
        try:
            stuk = os.read(hoofd, 65536) if klaar else b""
        except OSError:
            stuk = b""
        if not stuk:
            break
        uit += stuk
    os.close(hoofd)
    return proces.wait(30), uit.decode().replace("\r\n", "\n")


def zonder_spoor(uit: Uitvoer) -> None:
    assert "Traceback" not in uit.uit + uit.fout
    assert uit.code in (0, 1, 2, 3)


# Exit codes.


@pytest.mark.parametrize("opdracht", [*LEZEND, *ZONDER_DATA], ids=naam)
def test_reading_the_example_is_fine(prestatie: Prestatie, opdracht: tuple[str, ...]) -> None:
    uit = prestatie(*opdracht)
    assert (uit.code, uit.fout) == (0, "")
    assert uit.uit.strip()


@pytest.mark.parametrize(
    ("opdracht", "zin"),
    [
        (("statuss",), "bedoelde u 'status'?"),
        (("status", "--foo"), "de optie --foo bestaat niet"),
        (("status", "--peildatum", "2026-02-30"), "'2026-02-30' is geen datum"),
        (("status", "--peildatum", "1-7-2026"), "is geen datum"),
        (("status", "--peildatum", ""), "is geen datum"),
        (("status", "--peildatum"), "de optie --peildatum vraagt een waarde"),
        (("status", "--formaat", "xml"), "kies uit: tekst, json"),
        (("valideer", "--formaat", "xml"), "kies uit: tekst, kort, json, github"),
        (("status", "--partij", "x"), "kies uit: gemeente, omthuis, hlve"),
        (("status", "--thema", "99"), "thema '99' bestaat niet"),
        (("termijnen", "--binnen", "x"), "--binnen"),
        (("termijnen", "--binnen", "-1"), "--binnen"),
        (("toon",), "NUMMER ontbreekt"),
        (("toon", "9.9"), "afspraak '9.9' bestaat niet"),
        (("toon", "3.6", "3.7"), "'3.7' is te veel"),
        (("indicatoren", "x"), "de indicator 'x' bestaat niet"),
        (("schema", "x"), "kies uit: afspraken, huisstijl, meting, parameters, voortgang"),
        (("regels", "x"), "de regel 'x' bestaat niet"),
        (("--foo",), "de optie --foo bestaat niet"),
    ],
    ids=str,
)
def test_wrong_use_is_two_with_a_remedy_in_dutch(
    prestatie: Prestatie, opdracht: tuple[str, ...], zin: str
) -> None:
    uit = prestatie(*opdracht)
    assert (uit.code, uit.uit) == (2, "")
    assert zin in uit.fout
    assert "fout: " in uit.fout
    assert "\n  hulp: " in uit.fout


@pytest.mark.parametrize("opdracht", [o for o in LEZEND if "json" not in o], ids=naam)
def test_a_missing_folder_is_three(prestatie: Prestatie, tmp_path: Path, opdracht: tuple[str, ...]) -> None:
    uit = prestatie(*opdracht, "--map", tmp_path / "weg")
    assert (uit.code, uit.uit) == (3, "")
    assert "weg bestaat niet" in uit.fout
    assert "hulp: " in uit.fout


def test_no_data_anywhere_is_three(
    prestatie: Prestatie, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    uit = prestatie("status")
    assert (uit.code, uit.uit) == (3, "")
    assert "--map PAD" in uit.fout


def test_the_folder_may_stand_before_and_behind_the_command(prestatie: Prestatie, tmp_path: Path) -> None:
    voor = prestatie("--map", DATA, "status", "--peildatum", "2026-08-01")
    assert voor == prestatie("status", "--map", DATA, "--peildatum", "2026-08-01")
    assert prestatie("--map", tmp_path / "weg", "status").code == 3


def test_findings_are_one(prestatie: Prestatie, kopie: Path) -> None:
    pad = kopie / "metingen" / "2026-H1.yaml"
    pad.write_text(pad.read_text("utf-8").replace("toewijzingen_middeninkomens: 6", "onbekend: 6"), "utf-8")
    uit = prestatie("valideer")
    assert uit.code == 1
    assert "data/metingen/2026-H1.yaml:" in uit.uit


def test_warnings_are_one_only_when_strict(prestatie: Prestatie, kopie: Path) -> None:
    pad = kopie / "afspraken-2026.yaml"
    pad.write_text(pad.read_text("utf-8").replace('nummer: "3.10"', "nummer: 3.10"), "utf-8")
    assert prestatie("valideer").code == 0
    assert prestatie("valideer", "--streng").code == 1


def test_the_process_itself_gives_the_codes() -> None:
    assert draai("status").returncode == 0
    assert draai("valideer", "tests/voorbeelden/fout/cijfers", map_=ROOT).returncode == 1
    assert draai("status", "--foo").returncode == 2
    assert draai("status", "--map", "weg").returncode == 3


def test_the_two_ways_to_ask_for_the_version_agree(prestatie: Prestatie) -> None:
    assert draai("--version").stdout.decode() == prestatie("--version").uit


# What is left behind: nothing.


def test_reading_commands_leave_the_repository_clean(prestatie: Prestatie, kopie: Path) -> None:
    git = ["git", "-C", str(kopie.parent), "-c", "user.name=n", "-c", "user.email=e@example.org"]
    for opdracht in (["init", "-q"], ["add", "."], ["commit", "-qm", "data"]):
        subprocess.run([*git, *opdracht], check=True)
    for opdracht_ in (*LEZEND, *ZONDER_DATA):
        prestatie(*opdracht_)
        vuil = subprocess.run([*git, "status", "--porcelain"], check=True, capture_output=True).stdout
        assert vuil == b"", opdracht_


# The screen.

VORMEN = tuple(o for o in (*LEZEND, *ZONDER_DATA) if "json" not in o and o[0] not in ("valideer", "schema"))


def te_breed(tekst: str) -> list[str]:
    """Lines over eighty characters that could have been broken."""
    return [r for r in tekst.splitlines() if len(r) > 80 and " " in r.strip()]


@pytest.mark.parametrize("opdracht", VORMEN, ids=naam)
def test_nothing_is_wider_than_eighty_columns_or_cut_off(
    prestatie: Prestatie, opdracht: tuple[str, ...]
) -> None:
    for peildatum in PEILDATA if "--peildatum" in prestatie(*opdracht, "--help").uit else ("",):
        uit = prestatie(*opdracht, *(("--peildatum", peildatum) if peildatum else ()))
        assert te_breed(uit.uit) == []
        regels = [r for r in uit.uit.splitlines() if r.endswith("…") and "tijdig …" not in r]
        assert all(_is_elders_heel(prestatie, r, peildatum) for r in regels)


def _is_elders_heel(prestatie: Prestatie, regel: str, peildatum: str) -> bool:
    """Whether a line of `termijnen` that was shortened at a word stands whole with `--alles`."""
    alles = " ".join(prestatie("termijnen", "--alles", "--peildatum", peildatum).uit.split())
    begin = re.split(r"\s{2,}", regel.removesuffix(" …"))[-1]
    return f" {begin} " in alles


@pytest.mark.parametrize("peildatum", PEILDATA)
def test_the_first_look_fits_a_screen(prestatie: Prestatie, peildatum: str) -> None:
    regels = prestatie("status", "--peildatum", peildatum).uit.splitlines()
    assert len(regels) <= 40
    assert max(map(len, regels)) <= 80


@pytest.mark.parametrize("opdracht", [("status",), ("termijnen", "--alles"), ("indicatoren",), ("regels",)])
@pytest.mark.parametrize("omgeving", [{}, {"NO_COLOR": "1"}, {"FORCE_COLOR": "1", "TERM": "xterm"}])
def test_a_pipe_gets_no_escape_codes(opdracht: tuple[str, ...], omgeving: dict[str, str]) -> None:
    uit = draai(*opdracht, map_=DATA, **omgeving)
    assert (uit.returncode, uit.stderr) == (0, b"")
    assert b"\x1b" not in uit.stdout


def test_a_terminal_gets_colour_and_the_same_words() -> None:
    code, tekst = op_terminal("status", "--peildatum", "2026-08-01")
    assert code == 0
    assert "\x1b[" in tekst
    kaal = re.sub(r"\x1b\[[0-9;]*m", "", tekst)
    assert max(map(len, kaal.splitlines())) <= 80
    for woord in ("3.5b", "te laat", "aandacht", "VERPLICHTINGEN", "6 van 71 (8,5%)"):
        assert woord in kaal


@pytest.mark.parametrize("opdracht", ["status", "termijnen", "indicatoren", "regels"])
def test_no_color_on_a_terminal(opdracht: str) -> None:
    code, tekst = op_terminal(opdracht, NO_COLOR="1")
    assert code == 0
    assert not re.search(r"\x1b\[(?:\d+;)*(?:3\d|4\d|9\d)", tekst)


def test_a_wide_terminal_is_used_and_a_narrow_one_is_kept_to() -> None:
    for breedte in (60, 120):
        code, tekst = op_terminal("termijnen", NO_COLOR="1", COLUMNS=str(breedte))
        regels = re.sub(r"\x1b\[[0-9;]*m", "", tekst).splitlines()
        assert code == 0
        assert max(map(len, regels)) <= breedte


CONSOLE = [o for o in (*LEZEND, *ZONDER_DATA) if len(o) == 1 or o[0] in ("toon", "regels")]


@pytest.mark.parametrize("opdracht", CONSOLE, ids=naam)
@pytest.mark.parametrize("codering", ["cp1252"])
def test_a_windows_console_can_show_it(opdracht: tuple[str, ...], codering: str) -> None:
    uit = draai(*opdracht, PYTHONIOENCODING=codering)
    assert (uit.returncode, uit.stderr) == (0, b"")
    assert uit.stdout.decode(codering)


@pytest.mark.parametrize("codering", ["cp1252", "ascii"])
def test_a_character_that_the_screen_lacks_becomes_a_question_mark(tmp_path: Path, codering: str) -> None:
    vijandig(tmp_path, "Łódź ☃ 日本 één")
    uit = draai("termijnen", "--alles", map_=tmp_path, PYTHONIOENCODING=codering)
    assert uit.returncode == 1  # the text breaks quotations, and says so
    assert b"Let op: " in uit.stderr
    assert b"?" in uit.stdout


def test_a_closed_pipe_is_no_error() -> None:
    opdracht = f"{sys.executable} -m prestatie_cli termijnen --alles | head -n 1"
    uit = subprocess.run(
        ["sh", "-c", opdracht],
        cwd=DATA,
        env=os.environ | {"PYTHONPATH": str(ROOT / "src")},
        capture_output=True,
        check=False,
    )
    assert uit.stderr == b""


# Text of users.

GIFTIG = r"[b]vet[/b] [/b] \e[31mrood\a \u202eomgekeerd\u2069 \x9b5m einde"


def vijandig(map_: Path, tekst: str) -> None:
    """A data folder whose every free text is `tekst` (as it stands in double quotes in YAML)."""
    t = f'"{tekst}"'
    afspraken = BASIS.replace("Prestatieafspraken 2026", t).replace(
        "{titel: voorbeeld}", f"{{titel: {t}, bestand: {t}}}"
    )
    afspraken = afspraken.replace("titel: Wonen", f"titel: {t}").replace("naam: Gemeente", f"naam: {t}")
    afspraken += f"""
afspraken:
  - nummer: "1.1"
    thema: "1"
    doel: {t}
    speerpunt: {t}
    tekst: {t}
    toelichting: {t}
    afgeleid: true
    reden: {t}
    hersteld: [{{scan: {t}, tekst: {t}}}]
    verplichtingen:
      - letter: a
        wat: {t}
        wie: [omthuis]
        soort: oplevering
        voorwaarde: {t}
        termijn: {{woorden: medio 2026, afgeleid: true, reden: {t}}}
        toelichting: {t}
    onderwerpen: [{{naam: {t}, reden: {t}}}]
kengetallen:
  - {{id: k, naam: {t}, soort: stroom, eenheid: woningen, levert: omthuis, definitie: {t}}}
indicatoren:
  - id: i
    naam: {t}
    afspraak: "1.1"
    soort: aantal
    teller: k
    definitie: {t}
    bedrijfsregels: {t}
    bron: {t}
    definitieversie: {t}
    normen: [{{soort: minimum, waarde: 5, citaat: {t}, plaats: tekst}}]
    voorbehoud: {t}
    te_regelen: [{t}]
"""
    bestanden = {
        "afspraken-2026.yaml": afspraken,
        "metingen/2026-H1.yaml": (
            "periode: 2026-H1\nleveringen:\n  - door: omthuis\n    geleverd_op: 2026-07-14\n"
            f"    herkomst: definitief\n    cijfers: {{k: 4}}\n    toelichting: {t}\n    correcties:\n"
            "      - {kengetal: k, was: 3, geleverd_op: 2026-07-14, gecorrigeerd_op: 2026-07-20,"
            f" reden: {t}}}\n"
        ),
        "voortgang/2026.yaml": (
            "jaar: 2026\nvoortgang:\n"
            "  - {verplichting: 1.1a, datum: 2026-06-01, door: omthuis, melding: aandacht,"
            f" toelichting: {t}, oorzaak: {t}, bijsturing: {t}, bewijs: {t}}}\n"
        ),
    }
    for pad, inhoud in bestanden.items():
        (map_ / "data" / pad).parent.mkdir(parents=True, exist_ok=True)
        (map_ / "data" / pad).write_text(inhoud, "utf-8")


TONEND = (("status",), ("termijnen",), ("indicatoren",), ("indicatoren", "i"), ("toon", "1.1"), ("valideer",))


@pytest.mark.parametrize(
    "opdracht",
    TONEND,
    ids=naam,
)
def test_text_of_users_is_text(
    prestatie: Prestatie, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, opdracht: tuple[str, ...]
) -> None:
    vijandig(tmp_path, GIFTIG)
    monkeypatch.chdir(tmp_path)
    uit = prestatie(*opdracht, *(() if opdracht == ("valideer",) else ("--peildatum", "2026-08-01")))
    zonder_spoor(uit)
    assert not ESCAPE.search(uit.uit + uit.fout)
    if opdracht != ("valideer",):
        assert "[b]vet[/b]" in uit.uit
        assert "\\u001b[31mrood" in " ".join(uit.uit.split())


@pytest.mark.parametrize("opdracht", TONEND, ids=naam)
def test_text_of_users_is_text_on_a_terminal(tmp_path: Path, opdracht: tuple[str, ...]) -> None:
    vijandig(tmp_path, GIFTIG)
    code, tekst = op_terminal(*opdracht, map_=tmp_path)
    assert code in (0, 1)
    assert "Traceback" not in tekst
    assert not ESCAPE.search(re.sub(r"\x1b\[[0-9;]*m", "", tekst))
    assert "\x1b[31mrood" not in tekst


@pytest.mark.parametrize("opdracht", [o for o in LEZEND if o[-1] == "json"], ids=naam)
def test_json_of_hostile_text_is_json(
    prestatie: Prestatie, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, opdracht: tuple[str, ...]
) -> None:
    vijandig(tmp_path, GIFTIG)
    monkeypatch.chdir(tmp_path)
    deel = tuple("1.1" if d == "2.6" else d for d in opdracht)
    antwoord = json.loads(prestatie(*deel).uit)
    assert antwoord["schema_versie"] == 2
    assert re.fullmatch(r"\d{4}-\d{2}-\d{2}", antwoord["peildatum"])


# Files that cannot be read.


def breek(kopie: Path) -> None:
    (kopie / "metingen" / "2026-H1.yaml").write_text('periode: "2026-H1\nleveringen: [', "utf-8")


@pytest.mark.parametrize(
    "opdracht", [("status",), ("termijnen",), ("indicatoren",), ("toon", "3.6")], ids=naam
)
def test_a_broken_file_is_named_and_the_rest_is_shown(
    prestatie: Prestatie, kopie: Path, opdracht: tuple[str, ...]
) -> None:
    breek(kopie)
    uit = prestatie(*opdracht, "--peildatum", "2026-08-01")
    assert uit.code == 1
    assert "data/metingen/2026-H1.yaml" in uit.fout
    assert uit.uit.strip()
    if opdracht == ("status",):
        assert "data/metingen/2026-H1.yaml" in uit.uit
        assert "3.5b" in uit.uit
        assert "NIET HELEMAAL GELEZEN" in uit.uit


def test_a_broken_file_is_named_in_the_json_too(prestatie: Prestatie, kopie: Path) -> None:
    breek(kopie)
    uit = prestatie("status", "--formaat", "json")
    assert uit.code == 1
    assert json.loads(uit.uit)["onleesbaar"] == ["data/metingen/2026-H1.yaml"]


def test_nothing_late_is_never_said_over_what_was_not_read(prestatie: Prestatie, kopie: Path) -> None:
    (kopie / "afspraken-2026.yaml").write_text("jaar: [", "utf-8")
    uit = prestatie("status")
    assert uit.code == 1
    assert "NIET HELEMAAL GELEZEN" in uit.uit
    assert "Niets te laat en niets afwijkends." not in uit.uit


def test_messages_about_broken_files_are_text(prestatie: Prestatie, kopie: Path) -> None:
    pad = kopie / "metingen" / "2026-H1.yaml"
    inhoud = pad.read_text("utf-8").replace("geleverd_op: 2026-07-14", r'geleverd_op: "\e[31mgisteren\u202e"')
    pad.write_text(inhoud, "utf-8")
    uit = prestatie("status")
    assert uit.code == 1
    assert not ESCAPE.search(uit.fout)


@pytest.mark.skipif(os.name == "nt", reason="Windows has no such file names")
@pytest.mark.parametrize("bestand", ["\x1b[31m.yaml", "a\nb.yaml", "[b].yaml", "..yaml", "é.yaml"])
def test_odd_file_names_give_no_traceback(prestatie: Prestatie, kopie: Path, bestand: str) -> None:
    (kopie / "metingen" / bestand).write_text("x: [", "utf-8")
    for opdracht in (("status",), ("valideer",), ("valideer", "--formaat", "kort")):
        uit = prestatie(*opdracht)
        zonder_spoor(uit)
        assert uit.code == 1
        assert not ESCAPE.search(uit.uit)


@pytest.mark.skipif(os.name == "nt", reason="Windows has no such file names")
def test_a_file_name_in_an_annotation_is_text(prestatie: Prestatie, kopie: Path) -> None:
    (kopie / "metingen" / "\x1b[31m.yaml").write_text("x: [", "utf-8")
    assert not ESCAPE.search(prestatie("valideer", "--formaat", "github").uit)


# No traceback, ever.

RARE = ["", " ", "-", "--", "---", "[b]", "[/b]", "\x1b[31m", "\u202e", "é", "☃", "%s", "{0}", "{}", "=",
        "'", '"', "\n", "/dev/null", "..", "~", "3.6", "3.6a", "omthuis", "2026-08-01", "json", "-1",
        "9" * 30, "1e9", "NaN", "२०२६-०८-०१"]  # fmt: skip
OPTIES = ["--map", "--peildatum", "--partij", "--voor", "--thema", "--formaat", "--binnen", "--alles",
          "--streng", "--informatie", "--help", "--version", "-h"]  # fmt: skip
OPDRACHTEN = ["status", "termijnen", "indicatoren", "toon", "valideer", "schema", "regels"]


@pytest.mark.parametrize("raar", RARE, ids=lambda r: ascii(r)[:16])
@pytest.mark.parametrize("opdracht", OPDRACHTEN)
def test_an_odd_argument_gives_no_traceback(prestatie: Prestatie, opdracht: str, raar: str) -> None:
    zonder_spoor(prestatie(opdracht, raar))


@pytest.mark.parametrize("raar", RARE, ids=lambda r: ascii(r)[:16])
@pytest.mark.parametrize(
    "optie", [o for o in OPTIES if o[2:] in ("map", "peildatum", "partij", "thema", "formaat")]
)
def test_an_odd_value_of_an_option_gives_no_traceback(prestatie: Prestatie, optie: str, raar: str) -> None:
    zonder_spoor(prestatie("status", optie, raar))


@pytest.mark.parametrize("opdracht", [("status", "--map"), ("valideer",)], ids=naam)
@pytest.mark.usefixtures("kopie")
def test_a_path_that_is_too_long_cannot_be_read(prestatie: Prestatie, opdracht: tuple[str, ...]) -> None:
    assert prestatie(*opdracht, "a" * 5000).code == 3


@settings(
    max_examples=60,
    derandomize=True,
    deadline=None,
    database=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
@given(
    st.sampled_from([*OPDRACHTEN, "", "x"]),
    st.lists(
        st.sampled_from(RARE + OPTIES)
        | st.text(st.characters(codec="utf-8", exclude_characters="\x00"), max_size=8),
        max_size=4,
    ),
)
def test_no_arguments_give_a_traceback(
    capsys: pytest.CaptureFixture[str], tmp_path: Path, opdracht: str, rest: list[str]
) -> None:
    if any(deel.startswith(("-o", "--u")) for deel in rest):
        return
    vijandig(tmp_path, "gewoon")
    code = main(["--map", str(tmp_path / "data"), opdracht, *rest])
    uit = capsys.readouterr()
    zonder_spoor(Uitvoer(code, uit.out, uit.err))


@pytest.mark.skipif(os.name == "nt", reason="bytes in arguments are a matter of POSIX")
@pytest.mark.parametrize(
    "opdracht", [("toon",), ("status", "--partij"), ("status", "--map"), ("valideer",)], ids=naam
)
@pytest.mark.parametrize("codering", ["utf-8", "cp1252"])
def test_bytes_that_are_no_text_give_no_traceback(
    kopie: Path, opdracht: tuple[str, ...], codering: str
) -> None:
    uit = draai(*opdracht, b"\xff\x1b[31m", map_=kopie.parent, PYTHONIOENCODING=codering)
    assert b"Traceback" not in uit.stderr
    assert uit.returncode in (2, 3)


# A pull request on GitHub.


def test_annotations_of_github(prestatie: Prestatie, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.chdir(ROOT)
    samenvatting = tmp_path / "summary.md"
    samenvatting.write_text("eerder\n", "utf-8")
    monkeypatch.setenv("GITHUB_STEP_SUMMARY", str(samenvatting))
    uit = prestatie("valideer", "tests/voorbeelden/fout/cijfers", "--formaat", "github")
    assert uit.code == 1
    regels = [r for r in uit.uit.splitlines() if r.startswith("::")]
    assert len(regels) == 5
    map_ = "tests/voorbeelden/fout/cijfers/metingen"
    vorm = rf"::error file={map_}/2026-H[12]\.yaml,line=\d+,col=\d+,title=[\w-]+::.+"
    assert all(re.fullmatch(vorm, r) for r in regels)
    geschreven = samenvatting.read_text("utf-8")
    assert geschreven.startswith("eerder\n")
    for r in regels:
        bestand, regel = re.search(r"file=([^,]+),line=(\d+)", r).groups()  # type: ignore[union-attr]
        assert f"{Path(bestand).name}:{regel}" in geschreven.replace("\\", "")


def test_errors_come_before_warnings_on_github(prestatie: Prestatie, kopie: Path) -> None:
    pad = kopie / "afspraken-2026.yaml"
    pad.write_text(pad.read_text("utf-8").replace('nummer: "3.10"', "nummer: 3.10"), "utf-8")
    breek(kopie)
    soorten = re.findall(r"^::(\w+) ", prestatie("valideer", "--formaat", "github").uit, re.MULTILINE)
    assert set(soorten) == {"error", "warning"}
    assert soorten == sorted(soorten)


def test_a_message_cannot_smuggle_in_a_command_of_github(prestatie: Prestatie, kopie: Path) -> None:
    pad = kopie / "metingen" / "2026-H1.yaml"
    tekst = pad.read_text("utf-8").replace("door: omthuis", r'door: "x\n::error::nep%0A::warning::nep"')
    pad.write_text(tekst, "utf-8")
    uit = prestatie("valideer", "--formaat", "github")
    assert uit.code == 1
    assert not re.search(r"^::\w+::nep", uit.uit, re.MULTILINE)
    assert "%0A::warning" not in uit.uit


def test_the_summary_of_github_is_not_written_for_other_formats(
    prestatie: Prestatie, kopie: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("GITHUB_STEP_SUMMARY", str(kopie / "summary.md"))
    prestatie("valideer")
    assert not (kopie / "summary.md").exists()


# Completion.


def test_completion_knows_numbers_parties_themes_and_indicators() -> None:
    assert [w for w, _ in aanvullen.nummers("3.1")] == ["3.10", "3.11", "3.12"]
    assert [w for w, _ in aanvullen.partijen("")] == ["gemeente", "omthuis", "hlve", "alliantie"]
    assert [w for w, _ in aanvullen.themas("")] == list("1234567")
    assert [w for w, _ in aanvullen.indicatoren("v")] == ["verkoop", "voorraad_sociale_huur"]


def test_completion_without_data_offers_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    assert aanvullen.nummers("3") == []


@pytest.mark.parametrize(
    ("woorden", "verwacht"),
    [
        ("prestatie sta", "status"),
        ("prestatie toon 3.1", "3.10 3.11 3.12"),
        ("prestatie status --partij ", "gemeente omthuis hlve alliantie"),
        ("prestatie indicatoren v", "verkoop voorraad_sociale_huur"),
        ("prestatie status --thema ", "1 2 3 4 5 6 7"),
        ("prestatie valideer --formaat ", "tekst kort json github"),
    ],
)
def test_bash_completes(woorden: str, verwacht: str) -> None:
    cword = str(len(woorden.split(" ")) - 1)
    uit = draai(_PRESTATIE_COMPLETE="complete_bash", COMP_WORDS=woorden, COMP_CWORD=cword)
    assert uit.returncode == 0
    assert uit.stdout.decode().split() == verwacht.split()


# Golden files: what users see, at a fixed day.


@pytest.mark.parametrize(
    ("bestand", "opdracht"),
    [
        ("status.txt", ("status", "--peildatum", "2026-08-01")),
        ("status-hlve.txt", ("status", "--voor", "hlve", "--peildatum", "2026-12-01")),
        ("termijnen.txt", ("termijnen", "--peildatum", "2026-08-01")),
        ("indicatoren.txt", ("indicatoren", "--peildatum", "2026-08-01")),
        ("indicatoren-middeninkomens.txt", ("indicatoren", "middeninkomens", "--peildatum", "2026-08-01")),
        ("indicatoren.json", ("indicatoren", "--peildatum", "2026-08-01", "--formaat", "json")),
        ("toon-3.6.txt", ("toon", "3.6", "--peildatum", "2026-08-01")),
    ],
)
def test_the_example_looks_like_this(
    prestatie: Prestatie, golden: Golden, bestand: str, opdracht: tuple[str, ...]
) -> None:
    golden(bestand, prestatie(*opdracht).uit)


@pytest.mark.parametrize("formaat", ["tekst", "kort", "github", "json"])
def test_findings_look_like_this(
    prestatie: Prestatie, golden: Golden, monkeypatch: pytest.MonkeyPatch, formaat: str
) -> None:
    monkeypatch.chdir(ROOT)
    monkeypatch.delenv("GITHUB_STEP_SUMMARY", raising=False)
    argumenten = ("--formaat", formaat, "--peildatum", "2026-08-01")
    uit = prestatie("valideer", "tests/voorbeelden/fout/cijfers", *argumenten)
    assert uit.code == 1
    golden(f"valideer.{'json' if formaat == 'json' else formaat + '.txt'}", uit.uit)


def test_a_file_that_a_text_editor_renamed_is_not_silently_left_out(
    kopie: Path, prestatie: Prestatie
) -> None:
    (kopie / "metingen/2026-H1.yaml").rename(kopie / "metingen/2026-H1.yaml.txt")
    uit = prestatie("valideer")
    assert uit.code == 1
    assert "fout[bestand-onbekend]" in uit.uit
    assert "2026-H1.yaml.txt" in uit.uit


def test_a_missing_figure_is_pointed_to_its_place(kopie: Path, prestatie: Prestatie) -> None:
    pad = kopie / "metingen/2026-H1.yaml"
    pad.write_text(pad.read_text("utf-8").replace("verkocht: 4", "verkocht: n.b."), encoding="utf-8")
    assert "zet het dan onder 'ontbreekt'" in prestatie("valideer").uit


def test_an_indicator_that_cannot_be_read_does_exist(kopie: Path, prestatie: Prestatie) -> None:
    pad = kopie / "afspraken-2026.yaml"
    pad.write_text(pad.read_text("utf-8").replace("waarde: 10%", "waarde: tien"), encoding="utf-8")
    uit = prestatie("indicatoren", "middeninkomens")
    assert (uit.code, "is niet te lezen" in uit.fout) == (2, True)


def test_a_statement_about_a_recurring_duty_asks_attention_once(kopie: Path, prestatie: Prestatie) -> None:
    with (kopie / "voortgang/2026.yaml").open("a", encoding="utf-8") as bestand:
        bestand.write(
            "  - {verplichting: 1.14a, datum: 2026-11-05, door: omthuis, melding: vertraagd,"
            " oorzaak: o, bijsturing: b}\n"
        )
    uit = json.loads(prestatie("status", "--formaat", "json", "--peildatum", "2026-11-10").uit)
    assert len([a for a in uit["aandacht"] if a["nummer"] == "1.14a"]) == 1
