"""An edition beside an earlier one: what is solved and new, and what a verdict that changed comes from."""

import re
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.conftest import Prestatie, Repo, Uitvoer
from tests.hulp.documenten import Gelezen, lees_md
from tests.hulp.rapportdossier import KLEIN, schrijf

METING = "metingen/2026.yaml"
Vergelijk = Callable[..., Uitvoer]


@pytest.fixture
def vergelijk(prestatie: Prestatie, tmp_path: Path) -> Vergelijk:
    """The report over files beside an earlier edition from other files, each on its own day."""

    def maak(toen: dict[str, str], nu: dict[str, str], toen_op: str, nu_op: str, *opties: str) -> Uitvoer:
        oud, nieuw = schrijf(tmp_path / "toen", toen), schrijf(tmp_path / "nu", nu)
        vorige = ("--vorige", oud, "--vorige-op", toen_op)
        return prestatie("--map", nieuw, "rapport", "--jaar", "2026", "--peildatum", nu_op, *vorige, *opties)

    return maak


def gelezen(uit: Uitvoer) -> Gelezen:
    assert uit.code == 0, uit.fout
    return lees_md(uit.uit)


def anders(bestand: str, oud: str, nieuw: str) -> dict[str, str]:
    assert oud in KLEIN[bestand]
    return KLEIN | {bestand: KLEIN[bestand].replace(oud, nieuw)}


def test_the_same_data_on_the_same_day_changed_nothing(vergelijk: Vergelijk) -> None:
    tekst = gelezen(vergelijk(KLEIN, KLEIN, "2027-02-01", "2027-02-01")).sectie("Sinds 1 februari 2027")
    assert "geen boodschap is opgelost, 0 zijn nieuw en 4 zijn gebleven" in tekst
    assert "Geen oordeel over een indicator is anders geworden." in tekst


def test_what_was_late_and_is_done_is_solved(vergelijk: Vergelijk) -> None:
    klaar = "  - {verplichting: 1.1a, datum: 2027-01-20, door: gemeente, melding: afgerond}\n"
    nu = KLEIN | {"voortgang/2027.yaml": f"jaar: 2027\nvoortgang:\n{klaar}"}
    tekst = gelezen(vergelijk(KLEIN, nu, "2027-01-10", "2027-02-01")).sectie("Sinds 10 januari 2027")
    assert re.search(r"Opgelost: Nota opstellen is ruim 6 maanden te laat \(1\.1a\)\.", tekst), tekst


def test_what_came_up_is_new(vergelijk: Vergelijk) -> None:
    tekst = gelezen(vergelijk(KLEIN, KLEIN, "2026-06-01", "2027-02-01")).sectie("Sinds 1 juni 2026")
    assert "Nieuw:" in tekst
    assert "Nota opstellen is 7 maanden te laat (1.1a)." in tekst


def waardoor(uit: Uitvoer, dag: str) -> dict[str, list[str]]:
    return {rij[0]: rij[1:] for rij in gelezen(uit).rijen_of_niets(f"Sinds {dag}")}


def test_new_figures_are_a_development(vergelijk: Vergelijk) -> None:
    rijen = waardoor(vergelijk(KLEIN, KLEIN, "2026-06-01", "2027-02-01"), "1 juni 2026")
    toen, nu, door = rijen["Toewijzing aan middeninkomens (2.1)"]
    assert nu == "niet gehaald, 2026"
    assert door == "nieuwe cijfers"
    assert "niet gehaald" not in toen


def test_a_figure_of_then_that_was_revised_is_no_development(vergelijk: Vergelijk) -> None:
    nu = anders(METING, "toegewezen: 14", "toegewezen: 13")
    rijen = waardoor(vergelijk(KLEIN, nu, "2027-02-01", "2027-02-01"), "1 februari 2027")
    assert rijen == {
        "Toewijzing aan middeninkomens (2.1)": [
            "niet gehaald, 2026", "gehaald, 2026", "de cijfers van toen zijn herzien",
        ]
    }  # fmt: skip


def test_a_revised_figure_is_told_even_where_the_verdict_is_the_same(vergelijk: Vergelijk) -> None:
    nu = anders(METING, "toegewezen: 14", "toegewezen: 15")
    rijen = waardoor(vergelijk(KLEIN, nu, "2027-02-01", "2027-02-01"), "1 februari 2027")
    assert [rij[2] for rij in rijen.values()] == ["de cijfers van toen zijn herzien"]


def test_another_definition_is_no_development(vergelijk: Vergelijk) -> None:
    nu = anders("afspraken-2026.yaml", 'definitieversie: "3"', 'definitieversie: "4"')
    rijen = waardoor(vergelijk(KLEIN, nu, "2027-02-01", "2027-02-01"), "1 februari 2027")
    assert [rij[2] for rij in rijen.values()] == ["de definitie is gewijzigd"]


def test_the_letter_says_it_in_a_sentence(vergelijk: Vergelijk) -> None:
    uit = gelezen(vergelijk(KLEIN, KLEIN, "2026-06-01", "2027-02-01", "--vorm", "raadsbrief"))
    assert "Sinds 1 juni 2026: " in uit.sectie("De belangrijkste boodschappen")


def test_a_version_in_git_stands_on_its_own_day(git_repo: Repo, prestatie: Prestatie) -> None:
    for naam, tekst in KLEIN.items():
        git_repo.schrijf(f"data/{naam}", tekst)
    git_repo.commit("Toen", dag="2027-01-25")
    git_repo.schrijf(f"data/{METING}", KLEIN[METING].replace("toegewezen: 14", "toegewezen: 13"))
    git_repo.commit("Nu", dag="2027-01-30")
    opties = ("--map", git_repo.pad / "data", "rapport", "--jaar", "2026", "--peildatum", "2027-02-01")
    uit = prestatie(*opties, "--vorige", "HEAD~1")
    rijen = waardoor(uit, "25 januari 2027")
    assert [rij[2] for rij in rijen.values()] == ["de cijfers van toen zijn herzien"]
    assert "HEAD~1" in gelezen(uit).sectie("Sinds 25 januari 2027")
    assert prestatie(*opties, "--vorige", "bestaat-niet").code == 3


def test_a_count_that_is_hidden_stays_so_in_two_editions(vergelijk: Vergelijk) -> None:
    """A revision of a small count is not told: it would say that it was another."""
    nu = anders(METING, "toegewezen: 14", "toegewezen: 3")
    oud = anders(METING, "toegewezen: 14", "toegewezen: 2")
    rijen = waardoor(vergelijk(oud, nu, "2027-02-01", "2027-02-01"), "1 februari 2027")
    assert rijen == {}


@pytest.mark.parametrize(
    ("opties", "woord"),
    [
        (("--vorige-op", "2026-08-01"), "noem die met --vorige"),
        (("--vorige", "{map}", "--vorige-op", "2027-03-01"), "na de peildatum"),
        (("--vorige", "{map}/afspraken-2026.yaml"), "geen bestand"),
    ],
)
def test_what_does_not_go_together_is_wrong_use(
    prestatie: Prestatie, tmp_path: Path, opties: tuple[str, ...], woord: str
) -> None:
    map_ = schrijf(tmp_path / "d", KLEIN)
    gevuld = [o.format(map=map_) for o in opties]
    uit = prestatie("--map", map_, "rapport", "--peildatum", "2027-02-01", *gevuld)
    assert uit.code == 2
    assert woord in uit.fout
