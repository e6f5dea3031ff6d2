"""Weight and colour on a terminal: the same words as without, and a state is a word first."""

import re
import subprocess
import sys
from pathlib import Path

import pytest

from prestatie_cli.formaten.opmaak import DIFF, TOON, VALIDEER, opgemaakt
from prestatie_cli.formaten.tabel import Scherm, Tabel, tabeltekst
from tests.conftest import DATA, Prestatie, Repo
from tests.hulp.rapportdossier import KLEIN

HIER = Path(__file__).parent
ANSI = re.compile(r"\x1b\[[0-9;]*m")
KLEUR, ZONDER, PIJP = Scherm(rijk=True, kleur=True), Scherm(rijk=True), Scherm()
CIJFERS = HIER / "voorbeelden/fout/cijfers"
TEKSTEN = {
    "toon": (("--map", str(DATA), "toon", "3.5", "--peildatum", "2026-12-31"), TOON),
    "valideer": (("valideer", str(CIJFERS)), VALIDEER),
    "diff": (
        ("diff", str(HIER / "voorbeelden/goed/minimaal.yaml"), str(HIER / "voorbeelden/goed/blokken.yaml")),
        DIFF,
    ),
}


@pytest.fixture(params=["toon", "valideer"])
def paar(request: pytest.FixtureRequest, prestatie: Prestatie) -> tuple[str, str, str]:
    opdracht, regels = TEKSTEN[request.param]
    plat = prestatie(*opdracht).uit
    return plat, opgemaakt(plat, regels, KLEUR), opgemaakt(plat, regels, ZONDER)


def test_colour_changes_no_word(paar: tuple[str, str, str]) -> None:
    plat, kleur, zonder = paar
    assert kleur != plat
    assert ANSI.sub("", kleur) == ANSI.sub("", zonder) == plat


def test_without_colour_weight_stays_and_in_a_pipe_there_is_neither(paar: tuple[str, str, str]) -> None:
    plat, _, zonder = paar
    assert set(ANSI.findall(zonder)) <= {"\x1b[1m", "\x1b[0m"}
    assert "\x1b[1m" in zonder
    assert opgemaakt(plat, TOON, PIJP) == plat


def test_what_went_and_what_came_stand_out_in_a_diff(git_repo: Repo, prestatie: Prestatie) -> None:
    for naam, tekst in KLEIN.items():
        git_repo.schrijf(f"data/{naam}", tekst)
    git_repo.commit("Begin")
    git_repo.schrijf(
        "data/afspraken-2026.yaml",
        KLEIN["afspraken-2026.yaml"].replace("gemeente stelt uit", "gemeente maakt uit"),
    )
    plat = prestatie("--map", git_repo.pad / "data", "diff").uit
    kleur = opgemaakt(plat, DIFF, KLEUR)
    assert ANSI.sub("", kleur) == plat
    assert "\x1b[31m[-" in kleur
    assert "\x1b[32m{+" in kleur
    assert "\x1b[1mINHOUDELIJK" in kleur


def test_a_verdict_with_its_period_is_coloured_as_one_without() -> None:
    """Also where it takes two lines; a longer state is not taken for a shorter, and other words not for a state."""
    cellen = (
        "op koers, over eerste halfjaar 2026 (voorbeeld)",
        "te laat gehaald",
        "aandacht (vb)",
        "aandachtig",
    )
    tabel = tabeltekst(Tabel(("oordeel",), [(c,) for c in cellen], {0: 20}), Scherm(24, True, True))
    kleuren = [ANSI.findall(regel)[:1] for regel in tabel.splitlines()[1:]]
    groen, geel = ["\x1b[32m"], ["\x1b[33m"]
    assert kleuren == [groen, groen, groen, geel, geel, []]


def test_a_head_of_two_lines_is_bold_whole() -> None:
    tekst = "Afspraak\n\n3.6b Op basis van de evaluatie in gesprek over\ndoorstroming\n  oplevering"
    assert "\x1b[1mdoorstroming\x1b[0m" in opgemaakt(tekst, TOON, ZONDER)


def test_done_too_late_is_not_late() -> None:
    tekst = "Afspraak\n\n1.1 Kop\n  stand: te laat gehaald, 3 dagen te laat; gemeld"
    assert "stand: \x1b[33mte laat gehaald" in opgemaakt(tekst, TOON, KLEUR)


def test_the_last_day_is_today(prestatie: Prestatie) -> None:
    uit = prestatie("--map", DATA, "toon", "3.6", "--peildatum", "2026-12-31").uit
    assert "stand: binnenkort, vandaag;" in uit


def test_a_state_an_error_and_a_head_stand_out(prestatie: Prestatie) -> None:
    toon = opgemaakt(prestatie(*TEKSTEN["toon"][0]).uit, TOON, KLEUR)
    assert "stand: \x1b[1;31mte laat\x1b[0m" in toon
    assert "\x1b[1mTEKST\x1b[0m" in toon
    assert "\x1b[1m3.5b Effecten" in toon
    valideer = opgemaakt(prestatie(*TEKSTEN["valideer"][0]).uit, VALIDEER, KLEUR)
    assert "\x1b[1;31mfout[voorraad]\x1b[0m: " in valideer
    assert "\x1b[1;31mniet in orde\x1b[0m" in valideer


@pytest.mark.parametrize(
    ("regel", "onderstreept"),
    [
        ('    geleverd_op: "1 januari 2027"', '"1 januari 2027"'),
        ("    geleverd_op: 1 januari 2027", "1 januari 2027"),
        ("    geleverd_op: 1 januari 2027  # later", "1 januari 2027"),
        ("    fout_veld: 3", "fout_veld"),
        ("    {wat: x, wie: [onbekend, omthuis]}", "onbekend"),
    ],
)
def test_what_is_wrong_is_underlined_whole(regel: str, onderstreept: str) -> None:
    from prestatie_cli.formaten.valideer import _fragment

    boven, onder = _fragment([regel], 1, regel.index(onderstreept) + 1)
    van, tot = onder.index("^"), onder.rindex("^") + 1
    assert boven[van:tot] == onderstreept


@pytest.mark.skipif(sys.platform == "win32", reason="a pseudo-terminal is of Unix")
@pytest.mark.parametrize("opdracht", [("status",), ("toon", "3.5"), ("indicatoren",), ("valideer",)])
def test_a_real_terminal_of_eighty_columns(opdracht: tuple[str, ...]) -> None:
    """In a pseudo-terminal: coloured, no line too wide, and the same with NO_COLOR but for colour."""
    import os
    import pty

    def draai(**omgeving: str) -> str:
        hoofd, kind = pty.openpty()
        vast = {**os.environ, "COLUMNS": "80", "LINES": "50", "TERM": "xterm-256color", **omgeving}
        dag = () if opdracht[0] == "valideer" else ("--peildatum", "2026-12-31")
        woorden = [sys.executable, "-m", "prestatie_cli", "--map", str(DATA), *opdracht, *dag]
        gang = subprocess.Popen(woorden, stdout=kind, stderr=subprocess.DEVNULL, env=vast)
        os.close(kind)
        stukken = []
        while True:
            try:
                stuk = os.read(hoofd, 65536)
            except OSError:
                break
            if not stuk:
                break
            stukken.append(stuk)
        os.close(hoofd)
        assert gang.wait() == 0
        return b"".join(stukken).decode()

    zonder_kleur = {k: v for k, v in os.environ.items() if k == "NO_COLOR"}
    assert not zonder_kleur
    kleur, zwart = draai(), draai(NO_COLOR="1")
    assert "\x1b[" in kleur
    assert ANSI.sub("", kleur) == ANSI.sub("", zwart)
    assert not re.search(r"\x1b\[[0-9;]*3[0-7]m", zwart)
    if opdracht[0] != "valideer":  # its last line is one sentence, for whoever searches in it
        assert max(len(r.rstrip("\r")) for r in ANSI.sub("", kleur).split("\n")) <= 80
