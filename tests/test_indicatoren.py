"""Indicators: laws that hold for any figures, and the trace of every number of the example."""

import json
import re
import shutil
from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from fractions import Fraction
from itertools import pairwise
from pathlib import Path
from random import Random
from typing import Any, get_args

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from scipy.stats import betabinom, nbinom  # type: ignore[import-untyped]  # scipy has no type hints

from prestatie_cli.bronnen.schijf import lees_map
from prestatie_cli.formaten.jsontekst import aandeel_voor_json, exact
from prestatie_cli.indicatoren.berekening import Indicatorstand
from prestatie_cli.indicatoren.dekking import dekking
from prestatie_cli.indicatoren.gepeild import indicatorstanden
from prestatie_cli.indicatoren.kans import (
    kans_boven,
    kans_boven_telling,
    kans_in_procenten,
    kans_in_woorden,
    kans_op,
)
from prestatie_cli.indicatoren.oordeel import Meetwaarde, Oordeel, beoordeel, ruimte
from prestatie_cli.indicatoren.openbaar import met_de_volgende
from prestatie_cli.indicatoren.vooruitblik import tempo
from prestatie_cli.inlezen.bestanden import lees_dossier
from prestatie_cli.model.dossier import Dossier
from prestatie_cli.model.indicator import Norm
from prestatie_cli.taal import bedrag, getal, procent
from tests.conftest import BASIS, DATA, Prestatie

VAST = settings(derandomize=True, deadline=None, database=None, max_examples=100)
INDICATOREN = (
    "middeninkomens", "verkoop", "bestaande_voorraad", "ouderenwoningen", "lokale_binding", "woondroom",
    "doorstroming_middenhuur", "opbrengst_huurverhoging", "voorraad_sociale_huur",
)  # fmt: skip
AFSPRAKEN = (
    BASIS
    + """
afspraken: [{nummer: "1.1", thema: "1", tekst: iets}]
kengetallen:
  - {id: verhuurd, naam: V, soort: stroom, eenheid: verhuringen, levert: omthuis, definitie: d}
  - {id: toegewezen, naam: T, soort: stroom, eenheid: verhuringen, levert: omthuis, definitie: d}
  - {id: verkocht, naam: X, soort: stroom, eenheid: woningen, levert: omthuis, definitie: d}
  - {id: voorraad, naam: S, soort: stand, eenheid: woningen, levert: gemeente, definitie: d}
indicatoren:
  - id: aandeel
    naam: Aandeel
    afspraak: "1.1"
    soort: aandeel
    teller: toegewezen
    noemer: verhuurd
    definitie: d
    normen: [{soort: maximum, waarde: 10%, citaat: iets, plaats: tekst}]
  - id: som
    naam: Som
    afspraak: "1.1"
    soort: cumulatief
    teller: verkocht
    van: 2025
    tot: 2028
    definitie: d
    normen: [{soort: bandbreedte, ondergrens: 20, bovengrens: 40, citaat: iets, plaats: tekst}]
  - id: aantal
    naam: Aantal
    afspraak: "1.1"
    soort: aantal
    teller: verkocht
    definitie: d
    normen: [{soort: minimum, waarde: 5, citaat: iets, plaats: tekst}]
  - id: stand
    naam: Stand
    afspraak: "1.1"
    soort: stand
    teller: voorraad
    definitie: d
    normen: [{soort: streefwaarde, waarde: 100, citaat: iets, plaats: tekst}]
"""
)
Cijfers = Mapping[str, Mapping[str, int]]


def levering(cijfers: Mapping[str, object], door: str = "omthuis", **meer: object) -> dict[str, Any]:
    return {"door": door, "geleverd_op": "2029-02-01", "herkomst": "definitief", "cijfers": cijfers, **meer}


def bestand(periode: str, *leveringen: dict[str, Any]) -> bytes:
    """A file of figures; JSON is YAML, and the reader takes every scalar as text."""
    return json.dumps({"periode": periode, "leveringen": leveringen}, default=str).encode()


def dossier_van(bestanden: Mapping[str, bytes], afspraken: str = AFSPRAKEN) -> Dossier:
    dossier, bevindingen = lees_dossier({"afspraken-2026.yaml": afspraken.encode(), **bestanden})
    assert [b for b in bevindingen if b.ernst == "fout"] == []
    return dossier


def standen(cijfers: Cijfers, op: str = "2026-12-31") -> dict[str, Indicatorstand]:
    """The indicators by id, from figures by period."""
    bestanden = {f"metingen/{p}.yaml": bestand(p, levering(c)) for p, c in cijfers.items()}
    return {s.indicator.id: s for s in indicatorstanden(dossier_van(bestanden), date.fromisoformat(op))}


def kern(s: Indicatorstand) -> tuple[object, ...]:
    """All that users see of an indicator, except in which file each figure stands."""
    return (s.indicator.id, s.teller, s.noemer, s.periode, s.oordeel, s.reden, s.herkomst, s.ruimte, s.kans,
            s.tempo, s.verwacht, s.te_leveren)  # fmt: skip


# Laws.

AANTAL = st.integers(0, 60)


@VAST
@given(st.randoms(use_true_random=False), st.lists(AANTAL, min_size=24, max_size=24), st.integers(0, 23))
def test_the_order_of_files_and_records_does_not_matter(rnd: Random, getallen: list[int], weg: int) -> None:
    waarden = iter(getallen)
    per_periode = {}
    for periode in ("2025", "2026-H1", "2026-H2"):
        delen = []
        for kengetal in ("verhuurd", "toegewezen", "verkocht", "voorraad"):
            n = next(waarden)
            if n == weg:
                delen.append(levering({}, ontbreekt={kengetal: f"{kengetal} was er niet"}))
            else:
                delen.append(levering({kengetal: n}, herkomst="voorlopig" if n % 7 == 0 else "definitief"))
        per_periode[periode] = delen
    uitkomsten = []
    for _ in range(2):
        periodes = rnd.sample(sorted(per_periode), 3)
        bestanden = {
            f"metingen/{p}.yaml": bestand(p, *rnd.sample(per_periode[p], len(per_periode[p])))
            for p in periodes
        }
        standen_ = indicatorstanden(dossier_van(bestanden), date(2026, 12, 31))
        uitkomsten.append({s.indicator.id: kern(s) for s in standen_})
    assert uitkomsten[0] == uitkomsten[1]


def test_the_order_of_reasons_does_not_matter() -> None:
    namen = ("toegewezen", "verhuurd")
    redenen = []
    for volgorde in (namen, namen[::-1]):
        delen = [levering({}, ontbreekt={n: f"{n} mist"}) for n in volgorde]
        dossier = dossier_van({"metingen/2026-H1.yaml": bestand("2026-H1", *delen)})
        redenen.append(indicatorstanden(dossier, date(2026, 7, 31))[0].reden)
    assert redenen[0] == redenen[1]


SPLITSING = {
    "halves": ("2026-H1", "2026-H2"),
    "quarters": ("2026-Q1", "2026-Q2", "2026-Q3", "2026-Q4"),
    "mixed": ("2026-Q1", "2026-Q2", "2026-H2"),
    "months": tuple(f"2026-{m:02}" for m in range(1, 13)),
}


@pytest.mark.parametrize("delen", SPLITSING.values(), ids=SPLITSING)
@settings(VAST, max_examples=40)
@given(data=st.data(), vorig=st.tuples(AANTAL, AANTAL))
def test_splitting_a_year_changes_nothing(
    delen: tuple[str, ...], data: st.DataObject, vorig: tuple[int, int]
) -> None:
    velden = ("verhuurd", "toegewezen", "verkocht")
    stukken = {p: {k: data.draw(AANTAL) for k in velden} for p in delen}
    stand_ = data.draw(AANTAL)
    heel = {k: sum(s[k] for s in stukken.values()) for k in velden} | {"voorraad": stand_}
    stukken[delen[-1]] |= {"voorraad": stand_}
    eerder = {"2025": {"verhuurd": vorig[0], "toegewezen": vorig[1], "verkocht": vorig[1]}}
    gesplitst = {i: kern(s) for i, s in standen(eerder | stukken).items() if i != "stand"}
    assert gesplitst == {i: kern(s) for i, s in standen(eerder | {"2026": heel}).items() if i != "stand"}


@pytest.mark.parametrize("laatste", ["2026-H2", "2026-Q4", "2026-12"])
def test_a_stock_needs_only_the_last_day(laatste: str) -> None:
    heel = standen({"2026": {"voorraad": 100}})["stand"]
    assert kern(standen({laatste: {"voorraad": 100}})["stand"]) == kern(heel)


def test_a_stock_on_course_is_not_marred_by_a_missing_earlier_one() -> None:
    bestanden = {"metingen/2026-Q3.yaml": bestand("2026-Q3", levering({"voorraad": 120}))}
    s = indicatorstanden(dossier_van(bestanden), date(2026, 10, 15))[3]
    assert (s.oordeel, s.reden) == ("op_koers", "")


def test_splitting_only_the_teller_changes_nothing() -> None:
    heel = standen({"2026": {"verhuurd": 130, "toegewezen": 13}})["aandeel"]
    half = {"2026": {"verhuurd": 130}, "2026-H1": {"toegewezen": 5}, "2026-H2": {"toegewezen": 8}}
    assert kern(standen(half)["aandeel"]) == kern(heel)


def test_what_was_delivered_is_not_called_undelivered() -> None:
    half = {"2026": {"verhuurd": 130}, "2026-H1": {"toegewezen": 5}, "2026-H2": {"toegewezen": 8}}
    s = standen(half)["aandeel"]
    assert s.oordeel != "geen_meting" or "niet geleverd" not in s.reden


@VAST
@given(st.integers(1, 200), st.data())
def test_one_more_in_the_teller_never_lowers_the_share(noemer: int, data: st.DataObject) -> None:
    teller = data.draw(st.integers(0, noemer - 1))
    minder, meer = (
        standen({"2026": {"verhuurd": noemer, "toegewezen": t}})["aandeel"] for t in (teller, teller + 1)
    )
    assert minder.waarde is not None
    assert meer.waarde is not None
    assert meer.waarde > minder.waarde
    assert (minder.oordeel, meer.oordeel) != ("niet_gehaald", "gehaald")
    te_veel = [s.ruimte or 0 if s.ruimte_soort == "te_veel" else 0 for s in (minder, meer)]
    assert te_veel[0] <= te_veel[1]


@VAST
@given(st.integers(0, 10**6), st.integers(1, 10**6))
def test_the_verdict_is_exact(teller: int, noemer: int) -> None:
    s = standen({"2026": {"verhuurd": noemer, "toegewezen": teller}})["aandeel"]
    assert s.waarde == Fraction(teller, noemer)
    assert s.oordeel == ("gehaald" if Fraction(teller, noemer) <= Fraction(1, 10) else "niet_gehaald")


@VAST
@given(st.decimals(0, 10**9, places=2, allow_nan=False), st.decimals(0, 10**9, places=2, allow_nan=False))
def test_amounts_add_up_to_the_cent(a: Decimal, b: Decimal) -> None:
    bestanden = {
        f"metingen/{p}.yaml": bestand(p, levering({"verkocht": w}))
        for p, w in (("2026-H1", a), ("2026-H2", b))
    }
    stand_ = indicatorstanden(dossier_van(bestanden), date(2026, 12, 31))[2]
    assert stand_.teller == a + b
    assert stand_.waarde == Fraction(a) + Fraction(b)


def norm(soort: str, waarde: object, boven: object = None) -> Norm:
    velden = {"ondergrens": waarde, "bovengrens": boven} if soort == "bandbreedte" else {"waarde": waarde}
    return Norm.model_validate({"soort": soort, **velden, "citaat": "iets", "plaats": "tekst"})


BREUKEN = st.builds(
    lambda t, n: (min(t, n), n), st.integers(0, 5000), st.integers(1, 5000)
)  # teller and noemer of a share
GRENZEN = st.sampled_from(["10%", "7.5%", "15%", "50%", "92.5%", "33.33%", "0%", "100%", "0.1%", "12.345%"])


def _terug(tekst: str) -> Fraction:
    """The number that a Dutch reader reads in a printed percentage."""
    return Fraction(tekst.removesuffix("%").replace(".", "").replace(",", ".")) / 100


@settings(VAST, max_examples=400)
@given(BREUKEN, GRENZEN, st.sampled_from(["maximum", "minimum"]))
def test_a_printed_percentage_never_contradicts_the_verdict(
    breuk: tuple[int, int], grens: str, soort: str
) -> None:
    lijn = norm(soort, grens)
    assert lijn.waarde is not None
    waarde = Meetwaarde(Decimal(breuk[0]), Decimal(breuk[1]), True, Fraction(1))
    oordeel, _ = beoordeel(waarde, lijn, verloop="los")
    gelezen = _terug(procent(waarde.exact, (Fraction(lijn.waarde),)))
    binnen = gelezen <= Fraction(lijn.waarde) if soort == "maximum" else gelezen >= Fraction(lijn.waarde)
    assert binnen == (oordeel == "gehaald")
    assert abs(gelezen - waarde.exact) <= Fraction(1, 2000)


@pytest.mark.parametrize(
    ("aandeel", "getoond"),
    [
        (Fraction(1004, 10000), "10,04%"),
        (Fraction(1, 10), "10,0%"),
        (Fraction(9996, 100000), "9,996%"),
        (Fraction(100_001, 1_000_000), "10,0001%"),
        (Fraction(14, 130), "10,8%"),
        (Fraction(0), "0,0%"),
        (Fraction(1), "100,0%"),
    ],
)
def test_a_percentage_has_the_digits_it_needs(aandeel: Fraction, getoond: str) -> None:
    assert procent(aandeel, (Fraction(1, 10),)) == getoond


@settings(VAST, max_examples=300)
@given(st.integers(0, 60), st.integers(0, 60), st.integers(0, 90), st.integers(-5, 100))
def test_the_probability_is_that_of_the_beta_binomial(t: int, rest: int, resterend: int, over: int) -> None:
    noemer = t + rest
    verwacht = 1.0 if over < 0 else betabinom.sf(over, resterend, t + 0.5, noemer - t + 0.5)
    assert float(kans_boven(t, noemer, resterend, over)) == pytest.approx(verwacht, abs=1e-9)


@settings(VAST, max_examples=200)
@given(st.integers(0, 60), st.integers(0, 60), st.integers(0, 90), st.integers(-5, 100))
def test_the_probability_of_a_target_is_that_of_the_beta_binomial(
    t: int, rest: int, komt: int, nodig: int
) -> None:
    """To reach it takes at least so many more; what has them already is certain."""
    verwacht = 1.0 if nodig <= 0 else betabinom.sf(nodig - 1, komt, t + 0.5, rest + 0.5)
    assert float(kans_op(t, t + rest, komt, nodig)) == pytest.approx(verwacht, abs=1e-9)


@settings(VAST, max_examples=150)
@given(st.integers(0, 60), st.integers(1, 60), st.integers(1, 120), st.integers(-3, 200))
def test_the_probability_of_a_count_over_months_is_negative_binomial(
    teller: int, maanden: int, rest: int, over: int
) -> None:
    """By Jeffreys' prior of a rate, Gamma(1/2, 0)."""
    verwacht = 1.0 if over < 0 else nbinom.sf(over, teller + 0.5, maanden / (maanden + rest))
    assert float(kans_boven_telling(teller, maanden, rest, over)) == pytest.approx(verwacht, abs=1e-9)


def test_sales_have_a_chance_of_passing_their_cap_and_a_building_without_an_end_has_none() -> None:
    """4 of at most 50 in half a year of five; of what has no last year nobody can say."""
    alle = {
        s.indicator.id: s for s in indicatorstanden(lees_dossier(lees_map(DATA).teksten)[0], date(2026, 8, 1))
    }
    assert alle["verkoop"].kans is not None
    assert float(alle["verkoop"].kans) == pytest.approx(nbinom.sf(46, 4.5, 6 / 60), abs=1e-9)
    assert alle["bestaande_voorraad"].kans is None
    assert alle["ouderenwoningen"].kans is None  # a band has two sides


@pytest.mark.parametrize(
    ("kans", "waarnemingen", "tekst"),
    [
        (Fraction(304, 1000), 71, "30%"),
        (Fraction(413, 1000), 71, "40%"),
        (Fraction(413, 1000), 800, "41%"),
        (Fraction(1, 100), 71, "minder dan 5%"),
        (Fraction(99, 100), 71, "meer dan 95%"),
        (Fraction(999, 1000), 800, "meer dan 99%"),
    ],
)
def test_a_percentage_is_no_finer_than_the_counts_bear(kans: Fraction, waarnemingen: int, tekst: str) -> None:
    assert kans_in_procenten(kans, waarnemingen) == tekst


@VAST
@given(st.integers(0, 40), st.integers(0, 100), st.integers(0, 80))
def test_more_room_never_makes_it_likelier_to_end_above(teller: int, rest: int, resterend: int) -> None:
    kansen = [kans_boven(teller, teller + rest, resterend, over) for over in range(-1, resterend + 2)]
    assert all(a >= b for a, b in pairwise(kansen))
    assert kansen[0] == 1
    assert kansen[-1] == 0


@settings(VAST, max_examples=200)
@given(st.fractions(0, 1, max_denominator=10_000))
def test_a_probability_is_said_in_words_that_are_about_right(kans: Fraction) -> None:
    woorden = kans_in_woorden(kans)
    if woorden == "vrijwel zeker":
        assert kans > Fraction(98, 100)
    elif woorden == "minder dan 1 op 100":
        assert kans < Fraction(1, 100)
    else:
        a, b = map(int, re.fullmatch(r"ongeveer (\d+) op (\d+)", woorden).groups())  # type: ignore[union-attr]
        assert abs(Fraction(a, b) - kans) < min(Fraction(6, 100), max(kans / 3, Fraction(1, 100)))


@pytest.mark.parametrize(
    ("kans", "woorden"),
    [
        (Fraction(1, 5), "ongeveer 1 op 5"),
        (Fraction(19, 100), "ongeveer 1 op 5"),
        (Fraction(1, 2), "ongeveer 1 op 2"),
        (Fraction(3, 4), "ongeveer 3 op 4"),
        (Fraction(41, 100), "ongeveer 2 op 5"),
        (Fraction(98, 100), "ongeveer 49 op 50"),
        (Fraction(95, 100), "ongeveer 19 op 20"),
        (Fraction(1), "vrijwel zeker"),
        (Fraction(0), "minder dan 1 op 100"),
    ],
)
def test_a_probability_in_words(kans: Fraction, woorden: str) -> None:
    assert kans_in_woorden(kans) == woorden


@settings(VAST, max_examples=300)
@given(BREUKEN, st.integers(1, 6000), GRENZEN)
def test_taking_the_room_stays_within_the_cap_and_one_more_does_not(
    breuk: tuple[int, int], verwacht: int, grens: str
) -> None:
    lijn = norm("maximum", grens)
    teller, noemer = breuk
    over = ruimte(Meetwaarde(Decimal(teller), Decimal(noemer), False, None), lijn, Decimal(verwacht))
    assert over
    aantal = int(over[0])
    noemer_straks = max(verwacht, noemer)
    assert lijn.waarde is not None
    if Fraction(teller, noemer_straks) <= Fraction(lijn.waarde):
        assert Fraction(teller + aantal, noemer_straks) <= Fraction(lijn.waarde)
        assert Fraction(teller + aantal + 1, noemer_straks) > Fraction(lijn.waarde)
    else:
        assert over[1] == "te_veel"
        assert Fraction(teller - aantal, noemer_straks) <= Fraction(lijn.waarde)
        assert Fraction(teller - aantal + 1, noemer_straks) > Fraction(lijn.waarde)


@VAST
@given(st.integers(0, 400), st.integers(0, 400), st.integers(0, 400))
def test_what_is_needed_is_just_enough_and_what_is_left_just_fits(teller: int, a: int, b: int) -> None:
    waarde = Meetwaarde(Decimal(teller), None, False, Fraction(1, 2))
    nodig = ruimte(waarde, norm("minimum", str(a)), None)
    assert nodig
    assert teller + nodig[0] >= a
    assert nodig[0] == 0 or teller + nodig[0] - 1 < a
    mogelijk = ruimte(waarde, norm("maximum", str(b)), None)
    assert mogelijk
    assert mogelijk == (
        (Decimal(b - teller), "mogelijk") if teller <= b else (Decimal(teller - b), "te_veel")
    )


def test_room_under_a_share_is_unknown_without_an_expected_denominator() -> None:
    waarde = Meetwaarde(Decimal(5), Decimal(66), False, Fraction(1, 2))
    assert ruimte(waarde, norm("maximum", "10%"), None) is None


@VAST
@given(st.integers(0, 300), st.integers(1, 120), st.integers(0, 300))
def test_the_year_in_which_a_line_is_passed_is_the_first_above_it(
    teller: int, maanden: int, boven: int
) -> None:
    t = tempo(Decimal(teller), maanden, date(2026, 1, 1), None, None, Fraction(boven))
    assert t.per_jaar == Fraction(teller * 12, maanden)
    if teller == 0:
        assert t.gepasseerd_in is None
        return
    assert t.gepasseerd_in
    aan_eind_van = [t.per_jaar * (t.gepasseerd_in - 2026 + n) for n in (0, 1)]
    assert aan_eind_van[0] <= boven < aan_eind_van[1]


@VAST
@given(st.integers(1, 300), st.integers(1, 120), st.integers(1, 300))
def test_the_year_in_which_a_line_is_reached_is_the_first_at_it(
    teller: int, maanden: int, onder: int
) -> None:
    t = tempo(Decimal(teller), maanden, date(2026, 1, 1), None, Fraction(onder), None)
    assert t.bereikt_in
    assert t.per_jaar * (t.bereikt_in - 2026) < onder <= t.per_jaar * (t.bereikt_in - 2025)


@VAST
@given(
    st.sets(st.sampled_from(["2026", *SPLITSING["halves"], *SPLITSING["quarters"], *SPLITSING["months"]])),
    st.dates(date(2026, 1, 1), date(2027, 1, 31)),
)
def test_periods_are_never_counted_twice_nor_before_they_are_over(periodes: set[str], dag: date) -> None:
    dek = dekking(periodes, date(2026, 1, 1), date(2026, 12, 31), dag, dag)
    maanden = [m for p in dek.periodes for m in _maanden(p)]
    assert len(maanden) == len(set(maanden)) == dek.maanden
    assert dek.tot is None or dek.tot <= dag
    assert dek.compleet == (len(maanden) == 12)


def _maanden(periode: str) -> list[int]:
    deel = periode[5:]
    if not deel:
        return list(range(1, 13))
    if deel[0] in "HQ":
        lengte = 6 if deel[0] == "H" else 3
        return list(range((int(deel[1]) - 1) * lengte + 1, int(deel[1]) * lengte + 1))
    return [int(deel)]


# Numbers for a reader.


def test_numbers_are_written_as_in_dutch() -> None:
    assert getal(Decimal("1234567.5")) == "1.234.567,5"
    assert bedrag(Decimal(138500)) == "€ 138.500"
    assert bedrag(Decimal("932.93")) == "€ 932,93"
    assert exact(Decimal("10.500")) == "10.5"
    assert exact(Decimal("1E+3")) == "1000"
    assert exact(None) is None
    assert aandeel_voor_json(Fraction(1, 10)) == "0.1"
    assert aandeel_voor_json(Fraction(14, 130)) == "0.107692"
    assert aandeel_voor_json(Fraction(0)) == "0"
    assert aandeel_voor_json(Fraction(1)) == "1"


# The command.


def json_van(prestatie: Prestatie, *argumenten: str | Path) -> dict[str, Any]:
    uit = prestatie("indicatoren", "--formaat", "json", *argumenten)
    assert (uit.code, uit.fout) == (0, "")
    antwoord: dict[str, Any] = json.loads(uit.uit)
    return antwoord


@pytest.fixture
def gegevens(tmp_path: Path) -> Path:
    """The agreements of the example without any figures."""
    map_ = tmp_path / "data"
    map_.mkdir()
    for naam in ("afspraken-2026.yaml", "parameters.yaml"):
        shutil.copy(DATA / naam, map_)
    return map_


def zet(map_: Path, periode: str, verhuringen: int, middeninkomens: int) -> None:
    (map_ / "metingen").mkdir(exist_ok=True)
    cijfers = {"verhuringen_vrijgekomen": verhuringen, "toewijzingen_middeninkomens": middeninkomens}
    (map_ / "metingen" / f"{periode}.yaml").write_bytes(bestand(periode, levering(cijfers)))


@pytest.mark.parametrize(
    ("tweede_helft", "op", "verwacht"),
    [
        ((64, 8), "2026-12-31", ("13", "130", "0.1", "gehaald", None)),
        ((64, 9), "2026-12-31", ("14", "130", "0.107692", "niet_gehaald", "1")),
    ],
)
def test_the_figures_of_the_issue(
    prestatie: Prestatie,
    gegevens: Path,
    tweede_helft: tuple[int, int],
    op: str,
    verwacht: tuple[str | None, ...],
) -> None:
    zet(gegevens, "2026-H1", 66, 5)
    zet(gegevens, "2026-H2", *tweede_helft)
    eerste = json_van(prestatie, "--map", gegevens, "--peildatum", op)["indicatoren"][0]
    assert tuple(eerste[k] for k in ("teller", "noemer", "waarde", "oordeel", "ruimte")) == verwacht


def test_a_half_year_above_the_line_asks_attention(prestatie: Prestatie, gegevens: Path) -> None:
    zet(gegevens, "2026-H1", 100, 12)
    eerste = json_van(prestatie, "--map", gegevens, "--peildatum", "2026-07-31")["indicatoren"][0]
    assert (eerste["waarde"], eerste["oordeel"]) == ("0.12", "aandacht")


def test_without_any_metingen_no_verdict_is_given_and_what_is_due_is_told(
    prestatie: Prestatie, gegevens: Path
) -> None:
    alle = json_van(prestatie, "--map", gegevens, "--peildatum", "2026-08-01")["indicatoren"]
    # What is asked once a year is not due yet.
    per_jaar = {i["id"] for i in alle if i["oordeel"] == "geen_meting"}
    assert {i["oordeel"] for i in alle} == {"geen_meting", "onvolledig"}
    assert per_jaar == {i["id"] for i in alle if "sinds" not in " ".join(i["te_leveren"])}
    assert all(i["te_leveren"] and i["reden"] and i["waarde"] is None for i in alle)
    tekst = prestatie("indicatoren", "--map", gegevens, "--peildatum", "2026-08-01")
    assert tekst.code == 0
    woorden = " ".join(tekst.uit.split())
    assert "omthuis levert toewijzingen_middeninkomens, verhuringen_vrijgekomen, " in woorden
    assert "in metingen/2026-H1.yaml (verwacht sinds 1 juli 2026)" in woorden


def test_the_json_has_the_fields_of_the_design(prestatie: Prestatie) -> None:
    antwoord = json_van(prestatie, "--map", DATA, "--peildatum", "2026-12-31")
    assert antwoord["schema_versie"] == 2
    assert antwoord["peildatum"] == "2026-12-31"
    assert [i["id"] for i in antwoord["indicatoren"]] == list(INDICATOREN)
    for i in antwoord["indicatoren"]:
        assert {"id", "afspraak", "naam", "soort", "teller", "noemer", "waarde", "eenheid", "norm", "periode",
                "oordeel", "ruimte", "herkomst", "reden"} <= set(i)  # fmt: skip
        assert i["oordeel"] in get_args(Oordeel)
        for veld in ("teller", "noemer", "waarde", "ruimte"):
            assert i[veld] is None or str(Decimal(i[veld])) == i[veld], veld
        if i["norm"]:
            assert {"soort", "waarde", "van", "tot"} <= set(i["norm"])
        if i["soort"] == "aandeel" and i["waarde"]:
            assert 0 <= Decimal(i["waarde"]) <= 1


DAGEN = ("2026-01-15", "2026-08-01", "2026-12-31")


def regel_op(plaats: str) -> str:
    """The line of `bestand:regel`."""
    pad, _, nummer = plaats.rpartition(":")
    return (Path.cwd() / pad).read_text("utf-8").splitlines()[int(nummer) - 1].strip()


@pytest.mark.parametrize("op", DAGEN)
@pytest.mark.parametrize("indicator", INDICATOREN)
def test_every_figure_is_traced_to_its_file_and_line(prestatie: Prestatie, indicator: str, op: str) -> None:
    argumenten = (indicator, "--map", DATA, "--peildatum", op)
    (i,) = json_van(prestatie, *argumenten)["indicatoren"]
    tekst = prestatie("indicatoren", *argumenten).uit
    for c in i["cijfers"]:
        assert regel_op(c["plaats"]) == f"{c['kengetal']}: {c['cijfer']}"
        assert c["periode"] in c["plaats"]
        assert f"    {c['plaats']}\n" in tekst
        assert re.search(rf"{c['door']}, geleverd op\s+{c['geleverd_op']}", tekst)
    assert bool(i["cijfers"]) == (i["oordeel"] != "geen_meting")
    if i["noemer"]:
        sommen = [
            sum(Decimal(c["cijfer"]) for c in i["cijfers"] if c["kengetal"] == k) for k in _kengetallen(i)
        ]
        assert sommen == [Decimal(i["teller"]), Decimal(i["noemer"])]
    if i["norm"]:
        plek = re.search(r";\s+(\S*afspraken-2026\.yaml:\d+)\)", tekst)
        assert plek
        assert regel_op(plek[1]) == f"- soort: {i['norm']['soort']}"
        assert i["norm"]["citaat"] in " ".join(tekst.split())


def _kengetallen(i: dict[str, Any]) -> list[str]:
    return list(dict.fromkeys(c["kengetal"] for c in i["cijfers"]))


def test_the_trace_holds_what_a_lawyer_needs(prestatie: Prestatie) -> None:
    tekst = " ".join(
        prestatie("indicatoren", "middeninkomens", "--map", DATA, "--peildatum", "2026-12-31").uit.split()
    )
    for stuk in (
        "6 van 71 (8,5%)",
        "nog 7 mogelijk (aanname: evenveel als in 2025, 139)",
        '"maximaal 10%" (tekst van 2.6;',
        "gecorrigeerd",
        "7,5% (Woningwet art. 48 lid 1)",
        "15% (Woningwet art. 48 lid 1)",
        "niet te beoordelen",
        "bij gelijkblijvend beleid",
        "beta-binomiale",
    ):
        assert stuk in tekst


def test_a_correction_says_what_stood_there_and_why(prestatie: Prestatie) -> None:
    """In the year itself under its figures; of an earlier year the table of years says that it was corrected."""
    tekst = prestatie("indicatoren", "middeninkomens", "--map", DATA, "--peildatum", "2026-08-01").uit
    assert re.search(r"2025 +2025 +11 van 139 .* gecorrigeerd", tekst)
    tekst = prestatie("rapport", "--map", DATA, "--peildatum", "2026-08-01").uit
    assert "zorgindicatie" in tekst


def test_the_trace_is_right_when_another_delivery_of_the_file_is_broken(
    prestatie: Prestatie, gegevens: Path
) -> None:
    (gegevens / "metingen").mkdir()
    (gegevens / "metingen" / "2026-H1.yaml").write_text(
        'periode: "2026-H1"\nleveringen:\n'
        "  - door: gemeente\n    geleverd_op: gisteren\n    herkomst: definitief\n"
        "    cijfers:\n      ouderenwoningen_gerealiseerd: 99\n"
        "  - door: omthuis\n    geleverd_op: 2026-07-14\n    herkomst: definitief\n"
        "    cijfers:\n      verkocht: 4\n",
        "utf-8",
    )
    uit = prestatie(
        "indicatoren", "verkoop", "--map", gegevens, "--formaat", "json", "--peildatum", "2026-08-01"
    )
    assert uit.code == 1
    (i,) = json.loads(uit.uit)["indicatoren"]
    assert i["teller"] == "4"
    assert regel_op(i["cijfers"][0]["plaats"]) == "verkocht: 4"


def test_an_unknown_indicator_is_wrong_use_with_a_suggestion(prestatie: Prestatie) -> None:
    uit = prestatie("indicatoren", "middeninkomen", "--map", DATA)
    assert (uit.code, uit.uit) == (2, "")
    assert "bedoelde u 'middeninkomens'?" in uit.fout


def test_of_equal_parts_the_same_one_is_hidden_whatever_their_order() -> None:
    """Hiding a second part may not depend on the order of files, nor on the run."""
    delen = {"gesloopt": Decimal(3), "gebouwd": Decimal(10), "verkocht": Decimal(10)}
    andersom = dict(reversed(delen.items()))
    for som in (delen, andersom):
        assert met_de_volgende({"gesloopt"}, som) == {"gesloopt", "gebouwd"}
