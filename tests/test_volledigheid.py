"""What is missing or does not fit is told: no reassuring answer over data that misses something."""

import json
from collections.abc import Callable
from datetime import date
from itertools import combinations
from pathlib import Path

import pytest

from prestatie_cli.boodschappen.peiling import peiling
from prestatie_cli.bronnen.schijf import lees_map
from prestatie_cli.controles import controleer
from prestatie_cli.controles.poort import keur
from prestatie_cli.controles.tijdvakken import gedekt, verwachte_perioden
from prestatie_cli.inlezen.bestanden import lees_dossier
from prestatie_cli.termijnen.perioden import PERIODEN
from prestatie_cli.termijnen.vormen import VORMEN, lees_woorden
from prestatie_cli.termijnen.zoeken import vind_woorden
from tests.conftest import DATA, Prestatie, Repo

AF, M24, M25, H1, VO = (
    "afspraken-2026.yaml",
    "metingen/2024.yaml",
    "metingen/2025.yaml",
    "metingen/2026-H1.yaml",
    "voortgang/2026.yaml",
)
TERMIJN = "        termijn:\n          woorden: medio 2026\n"
OPEN_VORMEN = (
    "indien nodig jaarlijks",
    "binnen 6 weken nadat de raad besloot",
)  # Anything may follow; the shortest reading is found.
Wijzig = Callable[[str], str]


# -- term words in running text -------------------------------------------------------------------


@pytest.mark.parametrize("voorbeeld", [v for vorm in VORMEN for v in (vorm.voorbeeld, *vorm.ook)])
def test_each_form_is_found_in_running_text(voorbeeld: str) -> None:
    """Whole, but for a bare year or two, which may be part of a name."""
    gevonden = [v.woorden for v in vind_woorden(f"Omthuis doet dat {voorbeeld}, zoals afgesproken.")]
    kaal = voorbeeld.replace("-", "").isdigit()
    assert gevonden == ([] if kaal else [voorbeeld]) or voorbeeld in OPEN_VORMEN


@pytest.mark.parametrize("voorbeeld", [v for vorm in PERIODEN for v in (vorm.voorbeeld, *vorm.ook)])
def test_each_period_is_found_after_a_preposition(voorbeeld: str) -> None:
    for woorden in (f"in {voorbeeld}", f"uiterlijk {voorbeeld}"):
        if lees_woorden(woorden):
            (plaats,) = vind_woorden(f"Dat is klaar\n{woorden}; daarna volgt overleg.")
            assert (plaats.woorden, plaats.begin) == (woorden, 13)


@pytest.mark.parametrize(
    ("tekst", "verwacht"),
    [
        ("Volgens de Woonvisie 2025 en het Kader 2024-2027 geldt artikel 44 van de wet van 2015.", []),
        ("De Wet betaalbare huur 2024 en het Convenant '2023/2024' zijn de basis.", []),
        ("Omthuis bouwt 2050 woningen aan de Jaarbeurslaan 2026.", []),
        ("De jaarlijkse huuraanpassing en het meerjarenplan.", []),
        ("Het overleg is niet vast en niet nodig.", []),
        ("Omthuis evalueert begin 2026 en najaar 2027.", ["begin 2026", "najaar 2027"]),
        ("TWEE KEER PER JAAR, in ieder geval per kwartaal.", ["TWEE KEER PER JAAR", "per kwartaal"]),
        ("in de periode 2026 t/m 2030 (en daarna\njaarlijks)", ["in de periode 2026 t/m 2030", "jaarlijks"]),
        ("İn 2026 in 2027", ["in 2027"]),
        ("", []),
    ],
)
def test_what_is_found_and_what_is_a_name(tekst: str, verwacht: list[str]) -> None:
    gevonden = vind_woorden(tekst)
    assert [v.woorden for v in gevonden] == verwacht
    assert all(tekst[v.begin : v.eind] == v.woorden for v in gevonden)


def test_long_texts_are_searched_fast() -> None:
    """Each word is looked at in a bounded stretch, whatever stands there."""
    for stuk in ("in 2026 tot en met ", "2026", "per jaar ", "een twee drie keer "):
        assert isinstance(vind_woorden(stuk * (20_000 // len(stuk))), tuple)


# -- the examples of the issue ----------------------------------------------------------------------


def codes(prestatie: Prestatie, map_: Path, *meer: str) -> list[tuple[str, str, int]]:
    """Severity, code and line of what the command finds, information included."""
    uit = json.loads(prestatie("valideer", map_, "--formaat", "json", *meer).uit)
    alle = [*uit["bevindingen"], *uit.get("informatie", ())]
    return sorted((b["ernst"], b["code"], b["regel"]) for b in alle)


@pytest.fixture
def kopie(git_repo: Repo) -> Path:
    """The example in a repository of its own, committed."""
    for naam, inhoud in lees_map(DATA).teksten.items():
        git_repo.schrijf(f"data/{naam}", inhoud.decode())
    git_repo.commit("Leg vast")
    return git_repo.pad / "data"


def vervang(map_: Path, naam: str, oud: str, nieuw: str) -> int:
    """Change one place of a file; gives the line."""
    tekst = (map_ / naam).read_text("utf-8")
    assert tekst.count(oud) == 1, oud
    (map_ / naam).write_text(tekst.replace(oud, nieuw), "utf-8")
    return tekst[: tekst.index(oud)].count("\n") + 1


def test_a_term_removed_is_told(kopie: Path, prestatie: Prestatie) -> None:
    """The words still stand in the text: with git a warning, and without git at least information."""
    voor = codes(prestatie, kopie)
    regel = vervang(kopie, AF, TERMIJN, "")
    erbij = [c for c in codes(prestatie, kopie) if c[:2] not in {v[:2] for v in voor} or c[1] == "termijn"]
    assert ("waarschuwing", "citaat-losgelaten", regel - 5) in erbij
    assert "verdwenen" in {c[1] for c in erbij}
    assert prestatie("valideer", kopie, "--streng").code == 1
    (kopie.parent / ".git").rename(kopie.parent / "geen-git")
    zonder = codes(prestatie, kopie)
    assert len([c for c in zonder if c[1] == "termijnwoorden-ongebruikt"]) == 2
    assert len([c for c in voor if c[1] == "termijnwoorden-ongebruikt"]) == 1


def test_copied_to_next_year_is_not_in_order(kopie: Path, prestatie: Prestatie) -> None:
    """Only `jaar:` changed: title, terms, norms and approvals are told, each with its remedy."""
    vaststelling = (
        '\nvaststellingen:\n  - {partij: hlve, datum: 2026-01-20, vingerafdruk: "0123456789abcdef"}\n'
    )
    oud = (kopie / AF).read_text("utf-8") + vaststelling
    (kopie / AF).write_text(oud, "utf-8")
    assert prestatie("valideer", kopie, "--streng").code == 0
    (kopie / "afspraken-2027.yaml").write_text(oud.replace("jaar: 2026\n", "jaar: 2027\n", 1), "utf-8")
    uitvoer = prestatie("valideer", kopie, "--streng")
    assert uitvoer.code == 1
    uit = json.loads(prestatie("valideer", kopie, "--formaat", "json").uit)["bevindingen"]
    nieuw = [b for b in uit if b["bestand"].endswith("2027.yaml")]
    assert {b["code"] for b in nieuw} == {
        "titel-jaar", "termijn-voorbij", "norm-verlopen", "vaststelling-overgenomen"
    }  # fmt: skip
    assert {b["ernst"] for b in nieuw} == {"waarschuwing"}
    assert all(b["hulp"] and b["regel"] for b in nieuw)
    assert ["middeninkomens"] in [b["raakt"] for b in nieuw if b["code"] == "norm-verlopen"]
    assert sum(b["code"] == "termijn-voorbij" for b in nieuw) > 5


def test_statement_and_figure_that_contradict_each_other(kopie: Path, prestatie: Prestatie) -> None:
    """3.10a 'aandacht' while its indicator says 16 of 16."""
    vervang(kopie, H1, "woondroom_plaatsen: 0", "woondroom_plaatsen: 16")
    uit = json.loads(prestatie("valideer", kopie, "--formaat", "json").uit)["bevindingen"]
    (bevinding,) = [b for b in uit if b["code"] == "melding-cijfer"]
    assert "16 van 16" in bevinding["boodschap"]
    assert bevinding["raakt"] == ["3.10a"]


# -- against the version before ---------------------------------------------------------------------


@pytest.mark.parametrize(
    ("naam", "oud", "naar"),
    [
        (AF, "    normen:\n      - soort: maximum\n        waarde: 10%\n        van: 2026-01-01\n"
             "        tot: 2026-12-31\n        citaat: maximaal 10%\n        plaats: tekst\n", "norm 'maximaal 10%'"),
        (H1, "      verkocht: 4\n", "het cijfer verkocht over 2026-H1"),
        (AF, TERMIJN, "termijn 'medio 2026' van 3.5b"),
    ],
)  # fmt: skip
def test_what_is_gone_is_named_near_where_it_stood(
    naam: str, oud: str, naar: str, kopie: Path, prestatie: Prestatie
) -> None:
    regel = vervang(kopie, naam, oud, "")
    uit = json.loads(prestatie("valideer", kopie, "--formaat", "json").uit)
    weg = [b for b in [*uit["bevindingen"], *uit.get("informatie", ())] if b["code"] == "verdwenen"]
    assert [naar in b["boodschap"] for b in weg] == [True]
    assert weg[0]["bestand"].endswith(naam)
    assert abs(weg[0]["regel"] - regel) < 20


@pytest.mark.parametrize("naam", [M24, M25, H1, VO, "parameters.yaml"])
def test_a_file_gone_is_one_finding(naam: str, kopie: Path, prestatie: Prestatie) -> None:
    (kopie / naam).unlink()
    assert [c[2] for c in codes(prestatie, kopie) if c[1] == "verdwenen"] == [None]


def test_an_agreement_gone_is_one_finding_and_its_duties_are_none(kopie: Path) -> None:
    vorige = lees_dossier(lees_map(kopie).teksten)[0]
    tekst = (kopie / AF).read_text("utf-8")
    begin, eind = tekst.index('  - nummer: "3.5"'), tekst.index('  - nummer: "3.6"')
    (kopie / AF).write_text(tekst[:begin] + tekst[eind:], "utf-8")
    nu = lees_dossier(lees_map(kopie).teksten)[0]
    weg = [b for b in controleer(nu, vorige) if b.code == "verdwenen"]
    assert [b.raakt for b in weg] == [("3.5",)]
    assert weg[0].plaats.pad[0] == "afspraken"


def test_an_example_may_change_without_a_correction(kopie: Path, prestatie: Prestatie) -> None:
    """Nobody delivered it; a figure that somebody did needs one."""
    vervang(kopie, H1, "verkocht: 4", "verkocht: 5")
    assert "cijfer-gewijzigd" not in {c[1] for c in codes(prestatie, kopie)}


# -- figures that are due ---------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("geleverd", "periode", "verwacht"),
    [
        ({"2026"}, "2026-H1", True),
        ({"2026-H1", "2026-H2"}, "2026", True),
        ({"2026-H1", "2026-Q3", "2026-Q4"}, "2026", True),
        ({"2026-H1", "2026-Q1", "2026-Q2"}, "2026", False),
        ({"2026-H1"}, "2026", False),
        (set(), "2026", False),
    ],
)
def test_parts_make_a_whole(geleverd: set[str], periode: str, verwacht: bool) -> None:
    assert gedekt(periode, geleverd) == verwacht


def test_periods_passed_over_are_expected() -> None:
    assert verwachte_perioden(["2023", "2026-H2"]) == ["2023", "2024", "2025", "2026-H1", "2026-H2"]
    assert verwachte_perioden(["2026-Q1"]) == ["2026-Q1"]
    assert verwachte_perioden(["2025-H2", "2026-Q1", "2026-H2"]) == ["2025-H2", "2026-H2", "2026-Q1"]


def test_a_period_that_nobody_delivered_names_who_should_have(kopie: Path) -> None:
    (kopie / M25).unlink()
    alle = controleer(lees_dossier(lees_map(kopie).teksten)[0])
    gemist = [b.boodschap for b in alle if b.code == "cijfer-uitgebleven"]
    assert [b.split(" geen ")[0] for b in gemist] == [
        "omthuis leverde over 2025",
        "gemeente leverde over 2025",
    ]


# -- figures taken away -------------------------------------------------------------------------------

METINGEN = (M24, M25, H1)
ZONDER = [weg for n in (1, 2, 3) for weg in combinations(METINGEN, n)]


@pytest.mark.parametrize("weg", ZONDER, ids=" ".join)
@pytest.mark.parametrize("dag", ["2026-03-01", "2026-07-01", "2026-08-01", "2026-12-31", "2027-02-01"])
def test_without_figures_there_is_never_less_to_see(weg: tuple[str, ...], dag: str) -> None:
    def aandachtspunten(teksten: dict[str, bytes]) -> int:
        keuring = keur(*lees_dossier(teksten))
        return len(peiling(keuring.dossier, date.fromisoformat(dag)).aandacht)

    teksten = lees_map(DATA).teksten
    zonder = {naam: tekst for naam, tekst in teksten.items() if naam not in weg}
    assert aandachtspunten(zonder) >= aandachtspunten(teksten)


def test_no_figures_is_a_point_of_attention_with_who_delivers(kopie: Path, prestatie: Prestatie) -> None:
    for naam in METINGEN:
        (kopie / naam).unlink()
    uit = json.loads(
        prestatie("status", "--map", kopie, "--peildatum", "2026-08-01", "--formaat", "json").uit
    )
    punten = [p for p in uit["aandacht"] if p["soort"] == "onvolledig"]
    assert "3.10" in {p["nummer"] for p in punten}
    assert any("omthuis levert verkocht" in p["waarom"] for p in punten)
