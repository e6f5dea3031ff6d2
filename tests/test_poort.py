"""No reassuring answer over faulty data: every command says so on top, judges nothing that a fault touches, and
ends with 1."""

import json
import re
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from prestatie_cli.formaten.register import formaten_van
from tests.conftest import DATA, Prestatie, Uitvoer
from tests.hulp.documenten import tekst_van

LET_OP = re.compile(r"Let op: [1-9][0-9]* fout(?:en)? in de gegevens, zie prestatie valideer")
DAG = ("--peildatum", "2026-08-01")
AFSPRAKEN, HALFJAAR, VOORTGANG = "afspraken-2026.yaml", "metingen/2026-H1.yaml", "voortgang/2026.yaml"
LEZEND = {
    "status": ("status", *DAG),
    "termijnen": ("termijnen", *DAG),
    "indicatoren": ("indicatoren", *DAG),
    "toon": ("toon", "3.5", *DAG),
    "rapport": ("rapport", *DAG),
}
PAREN = [(naam, formaat) for naam in LEZEND for formaat in formaten_van(naam)]

Breek = Callable[..., Path]


@pytest.fixture
def breek(tmp_path: Path) -> Breek:
    """A copy of the example in which one place of one file is another."""

    def maak(bestand: str, oud: str, nieuw: str) -> Path:
        map_ = tmp_path / "data"
        if not map_.exists():
            shutil.copytree(DATA, map_)
        pad = map_ / bestand
        tekst = pad.read_text("utf-8")
        assert tekst.count(oud) >= 1, f"{oud} does not stand in {bestand}"
        pad.write_text(tekst.replace(oud, nieuw, 1), "utf-8", newline="\n")
        return map_

    return maak


def plicht(nummer: str, map_: Path, prestatie: Prestatie, *opties: str) -> dict[str, object] | None:
    """The row of a duty in the JSON of `termijnen`."""
    gaf = prestatie("--map", map_, "termijnen", "--alles", *DAG, "--formaat", "json", *opties)
    rijen = [r for r in json.loads(gaf.uit)["termijnen"] if r["verplichting"] == nummer]
    return rijen[0] if rijen else None


def indicator(naam: str, map_: Path, prestatie: Prestatie) -> dict[str, object]:
    gaf = prestatie("--map", map_, "indicatoren", *DAG, "--formaat", "json")
    (rij,) = (r for r in json.loads(gaf.uit)["indicatoren"] if r["id"] == naam)
    return dict(rij)


# -- the line on top -------------------------------------------------------------------------------


@pytest.fixture
def kapot(breek: Breek) -> Path:
    """A figure of half a home; the stock does not balance either."""
    return breek(HALFJAAR, "verkocht: 4", "verkocht: 4.5")


@pytest.mark.parametrize(("opdracht", "formaat"), PAREN, ids=lambda waarde: str(waarde))
def test_every_format_of_every_command_says_it(
    opdracht: str, formaat: str, kapot: Path, tmp_path: Path, prestatie: Prestatie
) -> None:
    bestand = tmp_path / f"uit.{formaat}"
    naar = ("-o", bestand) if opdracht == "rapport" else ()
    gaf = prestatie("--map", kapot, *LEZEND[opdracht], "--formaat", formaat, *naar)
    assert gaf.code == 1
    assert LET_OP.search(gaf.fout)
    if formaat == "json":
        gezondheid = json.loads(gaf.uit)["gezondheid"]
        assert gezondheid == {"fouten": 2, "waarschuwingen": 0, "onleesbaar": []}
    elif naar:
        assert LET_OP.search(" ".join(tekst_van(bestand).split()))
    else:
        assert LET_OP.match(gaf.uit)


@pytest.mark.parametrize("vorm", ["rapport", "raadsbrief", "factsheet"])
def test_no_template_can_leave_it_out(vorm: str, kapot: Path, tmp_path: Path, prestatie: Prestatie) -> None:
    """Not even one of the reader's own."""
    eigen = tmp_path / "sjablonen"
    eigen.mkdir()
    (eigen / f"{vorm}.md.j2").write_text("# Eigen titel\n\nNiets aan de hand.\n", "utf-8")
    gaf = prestatie("--map", kapot, "rapport", *DAG, "--vorm", vorm, "--sjablonen", eigen)
    assert gaf.uit.splitlines()[:3] == ["# Eigen titel", "", f"> **{LET_OP.search(gaf.uit)[0]}.**"]  # type: ignore[index]  # it is there
    assert gaf.code == 1


def test_diff_and_history_say_it_too(kapot: Path, git_repo: object, prestatie: Prestatie) -> None:
    for formaat in formaten_van("diff"):
        gaf = prestatie("diff", DATA, kapot, *DAG, "--formaat", formaat)
        assert gaf.code == 1
        if formaat == "json":
            assert json.loads(gaf.uit)["gezondheid"]["fouten"] == 2
        else:
            assert LET_OP.search(gaf.uit), formaat


def test_sound_data_say_nothing(prestatie: Prestatie) -> None:
    for woorden in LEZEND.values():
        gaf = prestatie("--map", DATA, *woorden)
        assert (gaf.code, gaf.fout, LET_OP.search(gaf.uit)) == (0, "", None)


# -- what a fault touches is not judged -------------------------------------------------------------


def test_a_misspelt_party_keeps_the_duty_on_every_list(breek: Breek, prestatie: Prestatie) -> None:
    """Whoever `omthius` is: the late duty 3.5b is dropped from nobody's list."""
    map_ = breek(AFSPRAKEN, "jaar: 2026", "jaar: 2026")
    tekst = (map_ / AFSPRAKEN).read_text("utf-8")
    begin = tekst.index('nummer: "3.5"')
    plek = tekst.index("letter: b", begin)
    stuk = tekst[plek:].replace("omthuis]", "omthius]", 1)
    (map_ / AFSPRAKEN).write_text(tekst[:plek] + stuk, "utf-8", newline="\n")
    for partij in ("omthuis", "gemeente", "hlve"):
        rij = plicht("3.5b", map_, prestatie, "--partij", partij)
        assert rij is not None
        assert rij["stand"] == "niet_te_beoordelen"
    assert plicht("3.6a", map_, prestatie)["stand"] != "niet_te_beoordelen"  # type: ignore[index]  # it exists


def test_a_cap_that_its_quotation_contradicts_is_not_judged(breek: Breek, prestatie: Prestatie) -> None:
    """The text and the quotation say 12%, the value still 10%: no verdict, no room, no norm in words."""
    map_ = breek(AFSPRAKEN, "maximaal 10%", "maximaal 12%")
    breek(AFSPRAKEN, 'citaat: "maximaal 10%"', 'citaat: "maximaal 12%"') if 'citaat: "maximaal 10%"' in (
        map_ / AFSPRAKEN
    ).read_text("utf-8") else breek(AFSPRAKEN, "citaat: maximaal 10%", "citaat: maximaal 12%")
    rij = indicator("middeninkomens", map_, prestatie)
    assert (rij["oordeel"], rij["ruimte"], rij["norm"]) == ("niet_te_beoordelen", None, None)
    rapport = prestatie("--map", map_, "rapport", *DAG).uit
    assert "hoogstens 10%" not in rapport


@pytest.mark.parametrize(
    ("kengetal", "oud", "nieuw", "geraakt"),
    [
        ("verkocht", "verkocht: 4", "verkocht: 25.5", "verkoop"),
        ("verhuringen", "verhuringen_vrijgekomen: 71", "verhuringen_vrijgekomen: -5", "middeninkomens"),
        ("verkocht", "verkocht: 4", "verkocht: vier", "verkoop"),
        (
            "toewijzingen",
            "toewijzingen_middeninkomens: 6",
            "toewijzingen_middeninkomens: 72",
            "middeninkomens",
        ),
    ],
)
def test_a_faulty_figure_is_not_judged(
    kengetal: str, oud: str, nieuw: str, geraakt: str, breek: Breek, prestatie: Prestatie
) -> None:
    map_ = breek(HALFJAAR, oud, nieuw)
    rij = indicator(geraakt, map_, prestatie)
    assert (rij["oordeel"], rij["waarde"], rij["ruimte"]) == ("niet_te_beoordelen", None, None)


def alles(map_: Path, prestatie: Prestatie) -> list[Uitvoer]:
    return [prestatie("--map", map_, *woorden) for woorden in LEZEND.values()]


@pytest.mark.parametrize("bestand", [HALFJAAR, VOORTGANG, "parameters.yaml"])
def test_a_file_that_cannot_be_read_touches_all_that_rests_on_it(
    bestand: str, breek: Breek, prestatie: Prestatie
) -> None:
    map_ = breek(bestand, "\n", "\n}\n")
    assert all(gaf.code == 1 and LET_OP.search(gaf.uit) for gaf in alles(map_, prestatie))
    rijen = json.loads(prestatie("--map", map_, "indicatoren", *DAG, "--formaat", "json").uit)["indicatoren"]
    oordelen = {r["id"]: r["oordeel"] for r in rijen}
    if bestand == HALFJAAR:
        assert set(oordelen.values()) == {"niet_te_beoordelen"}
    elif bestand == "parameters.yaml":
        assert oordelen["middeninkomens"] == "niet_te_beoordelen"
        assert oordelen["verkoop"] != "niet_te_beoordelen"
    else:
        assert plicht("3.5b", map_, prestatie)["stand"] == "niet_te_beoordelen"  # type: ignore[index]  # it exists


def test_a_folder_nearly_right_touches_who_promised_its_figures(breek: Breek, prestatie: Prestatie) -> None:
    """`Metingen/` is not read; so nobody can say whether the figures that 2.6b promises came."""
    map_ = breek(AFSPRAKEN, "jaar: 2026", "jaar: 2026")
    (map_ / "metingen").rename(map_ / "Metingen")
    assert plicht("2.6b", map_, prestatie)["stand"] == "niet_te_beoordelen"  # type: ignore[index]  # it exists
    assert plicht("3.5b", map_, prestatie)["stand"] == "te_laat"  # type: ignore[index]  # it exists


def test_what_is_not_judged_asks_attention_first(breek: Breek, prestatie: Prestatie) -> None:
    map_ = breek(HALFJAAR, "verkocht: 4", "verkocht: 4.5")
    punten = json.loads(prestatie("--map", map_, "status", *DAG, "--formaat", "json").uit)["aandacht"]
    assert [p["nummer"] for p in punten if p["soort"] == "niet te beoordelen"][:3] == [
        "1.14a",
        "7.7a",
        "1.14",
    ]
    assert punten[0]["soort"] == "niet te beoordelen"


def test_many_that_are_not_judged_are_one_point(breek: Breek, prestatie: Prestatie) -> None:
    map_ = breek(VOORTGANG, "\n", "\n}\n")
    punten = json.loads(prestatie("--map", map_, "status", *DAG, "--formaat", "json").uit)["aandacht"]
    assert [p["soort"] for p in punten].count("niet te beoordelen") == 1
    assert re.match("[0-9]+ verplichtingen en indicatoren", punten[0]["wat"])


@pytest.mark.parametrize(
    ("oud", "nieuw", "zin"),
    [
        ("jaar: 2026", "jaar: veel", "er zijn geen afspraken te lezen"),
        ("jaar: 2026", "jaar: 2027", "op 2026-08-01 is het jaar 2027 nog niet begonnen"),
    ],
)
@pytest.mark.parametrize("vorm", ["rapport", "raadsbrief", "factsheet"])
def test_a_report_that_faults_make_impossible_is_no_wrong_use(
    vorm: str, oud: str, nieuw: str, zin: str, breek: Breek, prestatie: Prestatie
) -> None:
    gaf = prestatie("--map", breek(AFSPRAKEN, oud, nieuw), "rapport", "--vorm", vorm, *DAG)
    assert (gaf.code, gaf.uit) == (3, "")
    assert gaf.fout == f"fout: {zin}\n  hulp: zie prestatie valideer\n"
