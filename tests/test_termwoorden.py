"""Term words by the hundred: what each is read as, what is refused with which help, and what holds for all."""

import re
from collections.abc import Callable
from pathlib import Path
from unicodedata import normalize

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from prestatie_cli.termijnen.naaste import raad
from prestatie_cli.termijnen.perioden import PERIODEN
from prestatie_cli.termijnen.spelling import genormaliseerd
from prestatie_cli.termijnen.twijfels import TWIJFELS
from prestatie_cli.termijnen.venster import Venster
from prestatie_cli.termijnen.venstertekst import lezing_in_woorden, schrijf_woorden
from prestatie_cli.termijnen.vormen import VORMEN, herhaling_in, is_streven, lees_woorden
from prestatie_cli.termijnen.zoeken import vind_woorden
from tests.conftest import ROOT, Prestatie
from tests.test_lezing import afspraken

JAAR = 2026
BESTAND = ROOT / "tests" / "termwoorden.txt"
REGELS = [
    tuple(regel.split(" -> "))
    for regel in BESTAND.read_text("utf-8").splitlines()
    if regel and not regel.startswith("#")
]
GELEZEN = [(woorden, hoe) for woorden, hoe in REGELS if not hoe.startswith("?")]
GEWEIGERD = [(woorden, hoe.removeprefix("?").strip()) for woorden, hoe in REGELS if hoe.startswith("?")]
VAST = settings(derandomize=True, deadline=None, database=None)


def kort(v: Venster) -> str:
    """A window on a line."""
    delen: list[str] = [v.soort]
    delen += [f"{v.keer}x{v.elke}"] if v.keer else []
    delen += ["minimaal"] if v.minimaal else []
    delen += [f"{v.vroegst or ''}..{v.uiterlijk or ''}"] if v.vroegst or v.uiterlijk else []
    delen += [f"jaar {v.binnen_jaar[0] or ''}..{v.binnen_jaar[1]}"] if v.binnen_jaar else []
    delen += [f"na {v.duur.maanden}m{v.duur.dagen}d"] if v.duur is not None else []
    return " ".join(delen + (["zacht"] if v.zacht else []))


def test_the_table_is_long_and_says_nothing_twice() -> None:
    assert len(GELEZEN) > 400
    assert len(GEWEIGERD) > 80
    assert len({woorden for woorden, _ in REGELS}) == len(REGELS)


@pytest.mark.parametrize(("woorden", "hoe"), GELEZEN, ids=[w for w, _ in GELEZEN])
def test_it_is_read_as_the_table_says(woorden: str, hoe: str) -> None:
    venster = lees_woorden(woorden)
    met_jaar = lees_woorden(woorden, JAAR)
    assert met_jaar
    assert hoe == (kort(venster) if venster else f"({JAAR}) {kort(met_jaar)}")


@pytest.mark.parametrize(("woorden", "help_"), GEWEIGERD, ids=[w for w, _ in GEWEIGERD])
def test_it_is_refused_with_the_nearest_words(woorden: str, help_: str) -> None:
    assert lees_woorden(woorden, JAAR) is None
    assert " | ".join(raad(woorden, JAAR, JAAR).voorstellen) == help_


@pytest.mark.parametrize("woorden", [w for w, _ in GEWEIGERD] + [t.voorbeeld for t in TWIJFELS])
def test_what_the_help_names_is_read_and_keeps_recurrence_and_softness(woorden: str) -> None:
    for jaar in (JAAR, None):
        for voorstel in raad(woorden, jaar, JAAR).voorstellen:
            venster = lees_woorden(voorstel, jaar)
            assert venster
            assert venster.zacht == is_streven(woorden)
            if keert := herhaling_in(woorden):
                assert (venster.soort, venster.elke) == ("terugkerend", keert.elke)


@pytest.mark.parametrize("twijfel", TWIJFELS, ids=[t.voorbeeld for t in TWIJFELS])
def test_each_doubt_is_refused_by_its_example_and_says_why(twijfel: object) -> None:
    assert isinstance(twijfel, tuple)
    patroon, waarom, _, voorbeeld = twijfel
    assert lees_woorden(voorbeeld, JAAR) is None
    assert patroon.search(genormaliseerd(voorbeeld))
    assert waarom == "" or raad(voorbeeld, JAAR, JAAR).waarom


@pytest.mark.parametrize("zacht", ["in principe {}", "{}, zo mogelijk", "bij voorkeur {}"])
@pytest.mark.parametrize("woorden", [w for w, _ in GEWEIGERD if not is_streven(w)])
def test_the_help_for_what_is_strived_for_is_soft(woorden: str, zacht: str) -> None:
    for voorstel in raad(zacht.format(woorden), JAAR, JAAR).voorstellen:
        venster = lees_woorden(voorstel, JAAR)
        assert venster
        assert venster.zacht


SCHRIJFWIJZEN: tuple[Callable[[str], str], ...] = (
    str.upper,
    str.title,
    lambda w: w.replace(" ", "  ").replace("-", " - ") if not re.search("[0-9]-[0-9]", w) else f" {w} ",
    lambda w: w.replace(" ", "\n"),
    lambda w: w.replace(" ", "\u00a0"),
    lambda w: w.replace("-", "\u2013"),
    lambda w: w.replace("-", "\u2011"),
    lambda w: normalize("NFD", w),
    lambda w: normalize("NFC", w),
    lambda w: w.replace("'", "\u2019"),
    lambda w: f"{w}.",
)


@pytest.mark.parametrize("anders", range(len(SCHRIJFWIJZEN)))
def test_case_spaces_hyphens_and_accents_do_not_matter(anders: int) -> None:
    for woorden, _ in REGELS:
        for jaar in (JAAR, None):
            assert lees_woorden(SCHRIJFWIJZEN[anders](woorden), jaar) == lees_woorden(woorden, jaar), woorden


def test_every_window_is_in_order_and_can_be_written_and_told() -> None:
    for woorden, _ in GELEZEN:
        venster = lees_woorden(woorden, JAAR)
        assert venster
        assert not (venster.vroegst and venster.uiterlijk) or venster.vroegst <= venster.uiterlijk
        dagen = venster.binnen_jaar
        assert not (dagen and dagen[0]) or dagen[0] <= dagen[1]
        assert lees_woorden(schrijf_woorden(venster), JAAR) == venster, woorden
        assert lezing_in_woorden(venster)


@pytest.mark.parametrize(
    "stuk",
    [
        "in 2026 en 2027 of ",
        "jaarlijks vanaf 2026 ",
        "binnen zes weken na ",
        "minimaal ",
        "in principe ",
        "a ",
    ],
)
def test_a_text_without_end_is_refused_in_no_time(stuk: str) -> None:
    for tekst in (stuk * 1000, (stuk * 1000)[:240]):
        assert lees_woorden(tekst, JAAR) is None or "zes weken" in stuk
        raad(tekst, JAAR, JAAR)
        vind_woorden(tekst, JAAR)


# Words of the forms and of the doubts, in any order: nothing is read that makes no sense, and nothing breaks.
WOORD = st.sampled_from(sorted({w for regel, _ in REGELS for w in regel.split()}))


@settings(VAST, max_examples=600)
@given(st.lists(WOORD, min_size=1, max_size=7).map(" ".join))
def test_any_words_are_read_in_order_or_refused_with_help_that_is_read(woorden: str) -> None:
    venster = lees_woorden(woorden, JAAR)
    if venster is None:
        assert all(lees_woorden(v, JAAR) for v in raad(woorden, JAAR, JAAR).voorstellen)
    else:
        assert not (venster.vroegst and venster.uiterlijk) or venster.vroegst <= venster.uiterlijk
        assert lees_woorden(schrijf_woorden(venster), JAAR) == venster


def test_every_form_is_tried_by_the_table() -> None:
    """Each example of a form reads as something that the table has a line for."""
    soorten = {kort(v).split()[0] for w, _ in GELEZEN if (v := lees_woorden(w, JAAR))}
    voorbeelden = [vorm.voorbeeld for vorm in VORMEN] + [vorm.voorbeeld for vorm in PERIODEN]
    gelezen = [lees_woorden(voorbeeld) for voorbeeld in voorbeelden]
    assert {v.soort for v in gelezen if v} <= soorten
    assert all(gelezen)


def test_the_finding_names_the_nearest_words_and_the_year_where_the_file_has_more(
    tmp_path: Path, prestatie: Prestatie
) -> None:
    plicht = 'soort: oplevering, termijn: {{woorden: "{}", afgeleid: true, reden: r}}'
    for woorden, jaar, verwacht in (
        ("jaarlijks in het najaar", "jaar: 2026", "'jaarlijks in het vierde kwartaal'"),
        ("vóór 1 april", "geldt: {van: 2026, tot: 2029}", "'vóór 1 april 2026'"),
        ("wekelijks", "jaar: 2026", "vaker dan maandelijks houdt het programma niet bij"),
    ):
        naam = "afspraken-2026.yaml" if jaar.startswith("jaar") else "afspraken-2026-2029.yaml"
        map_ = tmp_path / woorden
        map_.mkdir()
        (map_ / naam).write_text(afspraken(plicht.format(woorden)).replace("jaar: 2026", jaar, 1), "utf-8")
        uit = prestatie("valideer", map_)
        assert uit.code == 1
        assert verwacht in " ".join(uit.uit.split()).replace("voor 1", "vóór 1")
