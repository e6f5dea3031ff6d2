"""The state of a duty: the program beside a reference of its own, and what holds on every day."""

import random
from datetime import date, timedelta

import pytest

from prestatie_cli.controles.poort import keur
from prestatie_cli.inlezen.bestanden import lees_dossier
from tests.hulp.plichtdossiers import EERSTE, WOORDEN, Geval, maak, periode_grenzen
from tests.hulp.referentie import (
    SLOWEST_FIRST,
    peildata,
    programma,
    referentie,
    rijen_van_programma,
    uitleg,
    verschillen,
)
from tests.hulp.standgevallen import ZINNEN, Zin, geval_van
from tests.hulp.standwetten import (
    Rijen,
    grensdagen,
    ieder_voor_zich,
    niets_uit_niets,
    volgorde_telt_niet,
    wetten_van_de_tijd,
)

AANTAL = 150  # `python -m tests.hulp.referentie` for 2,000 and more
ALLE_DAGEN_VAN = 4
KANTEN = [
    pytest.param(referentie, id="reference"),
    pytest.param(
        rijen_van_programma,
        id="program",
        marks=pytest.mark.skipif(programma() is None, reason="the program has no plichtstanden yet"),
    ),
]


def fouten(geval: Geval) -> list[str]:
    dossier, gelezen = lees_dossier(geval.teksten)
    gevonden = keur(dossier, gelezen).bevindingen
    return [f"{b.code}: {b.boodschap}" for b in gevonden if b.ernst == "fout"]


@pytest.mark.parametrize("standen", KANTEN)
@pytest.mark.parametrize("zin", ZINNEN, ids=[z.zin for z in ZINNEN])
def test_each_sentence_of_the_design_holds(zin: Zin, standen: Rijen) -> None:
    rijen = standen(geval_van(zin), date.fromisoformat(zin.dag))
    assert [r.stand for r in rijen] == zin.standen.split()


@pytest.mark.parametrize("zin", ZINNEN, ids=[z.zin for z in ZINNEN])
def test_each_sentence_is_about_sound_data(zin: Zin) -> None:
    gevonden = [f for f in fouten(geval_van(zin)) if "instemming=" not in "".join(zin.meldingen)]
    assert gevonden == []


def test_generated_dossiers_are_sound_but_for_a_decision_without_all() -> None:
    for zaad in range(AANTAL):
        geval = maak(zaad)
        verwacht = {"melding-besluit"} if geval.half_besluit else set()
        assert {f.split(":")[0] for f in fouten(geval)} == verwacht, zaad


def test_generated_dossiers_reach_all_words_and_states() -> None:
    gevallen = [maak(zaad) for zaad in range(AANTAL)]
    standen = {r.stand for z, g in enumerate(gevallen) for d in peildata(g, z) for r in referentie(g, d)}
    assert standen == {*SLOWEST_FIRST} - {"niet_te_beoordelen"}
    assert {w for g in gevallen for w in g.woorden} == {*WOORDEN}


def test_a_period_of_the_generator_is_that_of_the_calendar() -> None:
    assert periode_grenzen("2026-H2") == (date(2026, 7, 1), date(2026, 12, 31))
    assert periode_grenzen("2028-02") == (date(2028, 2, 1), date(2028, 2, 29))


def test_nothing_is_in_force_before_the_first_agreements() -> None:
    assert referentie(maak(0), EERSTE - timedelta(days=1)) == []


@pytest.mark.skipif(programma() is None, reason="the program has no plichtstanden yet")
def test_program_and_reference_agree() -> None:
    for zaad in range(AANTAL):
        geval = maak(zaad)
        for dag in peildata(geval, zaad):
            for nummer, goed, staat in verschillen(geval, dag):
                pytest.fail(uitleg(geval, zaad, dag, nummer, goed, staat))


@pytest.mark.parametrize("standen", KANTEN)
@pytest.mark.parametrize("zaad", range(ALLE_DAGEN_VAN))
def test_no_day_of_three_years_goes_wrong(zaad: int, standen: Rijen) -> None:
    assert list(wetten_van_de_tijd(maak(zaad), standen))[:3] == []


@pytest.mark.parametrize("standen", KANTEN)
def test_no_day_around_a_first_or_last_day_goes_wrong(standen: Rijen) -> None:
    for zaad in range(ALLE_DAGEN_VAN, AANTAL // 3):
        geval = maak(zaad)
        assert list(wetten_van_de_tijd(geval, standen, grensdagen(geval)))[:3] == [], zaad


def dagen(zaad: int, aantal: int = 4) -> list[date]:
    r = random.Random(zaad)
    return [EERSTE + timedelta(days=r.randint(0, 1095)) for _ in range(aantal)]


@pytest.mark.parametrize("standen", KANTEN)
def test_what_nobody_recorded_is_not_done(standen: Rijen) -> None:
    for zaad in range(AANTAL // 3):
        assert list(niets_uit_niets(maak(zaad), standen, dagen(zaad)))[:3] == [], zaad


@pytest.mark.parametrize("standen", KANTEN)
def test_the_order_of_files_and_records_does_not_matter(standen: Rijen) -> None:
    for zaad in range(AANTAL // 3):
        assert list(volgorde_telt_niet(maak(zaad), standen, dagen(zaad), zaad))[:3] == [], zaad


@pytest.mark.parametrize("standen", KANTEN)
def test_one_party_does_not_change_how_another_stands(standen: Rijen) -> None:
    for zaad in range(AANTAL // 3):
        assert list(ieder_voor_zich(maak(zaad), standen, dagen(zaad)))[:3] == [], zaad
