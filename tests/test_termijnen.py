"""Terms as a manual: how each word is read, and in which state a duty then is.

`docs/formaat.md` holds the table; here each of its rows is read, written back and tried on a duty.
"""

from datetime import date, timedelta
from typing import Any, Literal, get_args

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from prestatie_cli.bronnen.schijf import lees_map
from prestatie_cli.inlezen.bestanden import lees_dossier
from prestatie_cli.model.dossier import Dossier
from prestatie_cli.termijnen.lezingen import lezing_van, venster_van
from prestatie_cli.termijnen.perioden import PERIODEN, Termijnvorm, grenzen, lezende_vorm
from prestatie_cli.termijnen.spelling import genormaliseerd
from prestatie_cli.termijnen.standen import (
    Termijnstand,
    standen,
)
from prestatie_cli.termijnen.uitkomsten import OPEN, Stand
from prestatie_cli.termijnen.venster import Duur, Venster
from prestatie_cli.termijnen.venstertekst import lezing_in_woorden, schrijf_woorden
from prestatie_cli.termijnen.vervolg import verplichtingen
from prestatie_cli.termijnen.vormen import VORMEN, lees_woorden
from tests.conftest import BASIS, DATA, lees

VAST = settings(derandomize=True, deadline=None, database=None)
DAG = timedelta(days=1)


def d(tekst: str) -> date:
    return date.fromisoformat(tekst)


def periode(van: str | None, tot: str | None, zacht: bool = False) -> Venster:
    return Venster("periode", d(van) if van else None, d(tot) if tot else None, zacht)


def jaren_venster(soort: Literal["begin", "uitgesteld"], van: int, tot: int) -> Venster:
    return Venster(soort, date(van, 1, 1), date(tot, 12, 31))


J26 = ("2026-01-01", "2026-12-31")
KWARTAAL_NA_4_WEKEN = Venster("terugkerend", keer=1, elke=3, duur=Duur(dagen=28))
J2627 = ("2026-01-01", "2027-12-31")
TABEL: tuple[tuple[str, Venster], ...] = (
    ("2026", periode(*J26)),
    ("in 2026", periode(*J26)),
    ("2026 of 2027", periode(*J2627)),
    ("in 2026 of 2027", periode(*J2627)),
    ("2027/2028, in principe", periode("2027-01-01", "2028-12-31", True)),
    ("in principe in 2027/2028", periode("2027-01-01", "2028-12-31", True)),
    ("in principe 2027", periode("2027-01-01", "2027-12-31", True)),
    ("vanaf 2026/2027", jaren_venster("begin", 2026, 2027)),
    ("Vanaf 2026 / 2027", jaren_venster("begin", 2026, 2027)),
    ("vanaf 1 juli 2026", Venster("begin", d("2026-07-01"), d("2026-07-01"))),
    ("medio 2026", periode("2026-06-01", "2026-07-31")),
    ("per 1 juli 2026", periode("2026-07-01", "2026-07-01")),
    ("tijdig … per 1 juli 2026", periode(None, "2026-06-30")),
    ("tijdig per 1 juli 2026", periode(None, "2026-06-30")),
    ("uiterlijk Q2 2026", periode(None, "2026-06-30")),
    ("uiterlijk in Q2 2026", periode(None, "2026-06-30")),
    ("uiterlijk op 1 juli 2026", periode(None, "2026-07-01")),
    ("uiterlijk 2026", periode(None, "2026-12-31")),
    ("2026-Q2", periode("2026-04-01", "2026-06-30")),
    ("2026-H1", periode("2026-01-01", "2026-06-30")),
    ("H2 2026", periode("2026-07-01", "2026-12-31")),
    ("1 juli 2026", periode("2026-07-01", "2026-07-01")),
    ("op 1 juli 2026", periode("2026-07-01", "2026-07-01")),
    ("2026-07-01", periode("2026-07-01", "2026-07-01")),
    ("2026 t/m 2030", periode("2026-01-01", "2030-12-31")),
    ("2026 tot en met 2030", periode("2026-01-01", "2030-12-31")),
    ("in de periode 2026 tot en met 2030", periode("2026-01-01", "2030-12-31")),
    ("na 2030", Venster("na", d("2031-01-01"))),
    ("niet voorzien in 2026", jaren_venster("uitgesteld", 2026, 2026)),
    ("twee keer per jaar", Venster("terugkerend", keer=2)),
    ("Twee keer per jaar", Venster("terugkerend", keer=2)),
    ("2x per jaar", Venster("terugkerend", keer=2)),
    ("jaarlijks", Venster("terugkerend", keer=1)),
    ("per kwartaal", Venster("terugkerend", keer=1, elke=3)),
    ("elk kwartaal", Venster("terugkerend", keer=1, elke=3)),
    ("maandelijks", Venster("terugkerend", keer=1, elke=1)),
    ("drie keer per jaar", Venster("terugkerend", keer=3)),
    ("structureel", Venster("doorlopend")),
    ("structureel overleg", Venster("doorlopend")),
    ("vast agendapunt", Venster("doorlopend")),
    ("een vast agendapunt", Venster("doorlopend")),
    # Words of other municipalities that are just as exact.
    ("vóór 1 juli 2026", periode(None, "2026-06-30")),
    ("uiterlijk vóór 1 juli 2026", periode(None, "2026-06-30")),
    ("vóór 2027", periode(None, "2026-12-31")),
    ("vo\u0301o\u0301r 2027", periode(None, "2026-12-31")),
    ("uiterlijk voor 2027", periode(None, "2026-12-31")),
    ("1-7-2026", periode("2026-07-01", "2026-07-01")),
    ("uiterlijk 01/07/2026", periode(None, "2026-07-01")),
    ("in de periode 2026-2030", periode("2026-01-01", "2030-12-31")),
    ("2026 – 2030", periode("2026-01-01", "2030-12-31")),
    ("1 x per kwartaal", Venster("terugkerend", keer=1, elke=3)),
    ("twee keer per kwartaal", Venster("terugkerend", keer=2, elke=3)),
    ("gedurende 2026", periode(*J26)),
    ("in de loop van 2026", periode(*J26)),
    ("met ingang van 1 juli 2026", Venster("begin", d("2026-07-01"), d("2026-07-01"))),
    ("maart 2027", periode("2027-03-01", "2027-03-31")),
    ("februari 2028", periode("2028-02-01", "2028-02-29")),
    ("in het tweede kwartaal van 2026", periode("2026-04-01", "2026-06-30")),
    ("4e kwartaal 2026", periode("2026-10-01", "2026-12-31")),
    ("in de eerste helft van 2026", periode("2026-01-01", "2026-06-30")),
    ("tweede helft 2026", periode("2026-07-01", "2026-12-31")),
    ("tweede halfjaar 2026", periode("2026-07-01", "2026-12-31")),
    ("vanaf 1 januari 2021 tot en met 31 december 2021", periode("2021-01-01", "2021-12-31")),
    ("2026-07", periode("2026-07-01", "2026-07-31")),
    ("2027-03", periode("2027-03-01", "2027-03-31")),
    ("Q2 2026", periode("2026-04-01", "2026-06-30")),
    ("tweede kwartaal van 2026", periode("2026-04-01", "2026-06-30")),
    ("H1 2026", periode("2026-01-01", "2026-06-30")),
    ("eerste helft van 2026", periode("2026-01-01", "2026-06-30")),
    ("2026-2030", periode("2026-01-01", "2030-12-31")),
    ("halfjaarlijks", Venster("terugkerend", keer=1, elke=6)),
    ("per halfjaar", Venster("terugkerend", keer=1, elke=6)),
    ("indien nodig", Venster("voorwaardelijk")),
    ("elk jaar", Venster("terugkerend", keer=1)),
    ("tweejaarlijks", Venster("terugkerend", keer=1, elke=24)),
    ("eens in de twee jaar", Venster("terugkerend", keer=1, elke=24)),
    ("om het jaar", Venster("terugkerend", keer=1, elke=24)),
    ("twee of meer keer per jaar", Venster("terugkerend", keer=2, minimaal=True)),
    ("minimaal twee keer per jaar", Venster("terugkerend", keer=2, minimaal=True)),
    ("jaarlijks minimaal drie keer", Venster("terugkerend", keer=3, minimaal=True)),
    ("jaarlijks drie keer", Venster("terugkerend", keer=3)),
    ("binnen vier weken na afloop van elk kwartaal", KWARTAAL_NA_4_WEKEN),
    ("per kwartaal, binnen vier weken na afloop", KWARTAAL_NA_4_WEKEN),
    ("aan het eind van elk kwartaal", Venster("terugkerend", keer=1, elke=3, duur=Duur())),
    ("jaarlijks vóór 1 april", Venster("terugkerend", keer=1, binnen_jaar=(None, d("2000-03-31")))),
    (
        "in het eerste kwartaal van elk jaar",
        Venster("terugkerend", keer=1, binnen_jaar=(d("2000-01-01"), d("2000-03-31"))),
    ),
    ("jaarlijks vanaf 2026", Venster("terugkerend", d("2026-01-01"), keer=1)),
    ("in 2026 twee keer", Venster("terugkerend", d("2026-01-01"), d("2026-12-31"), keer=2)),
    ("twee keer in 2026", Venster("terugkerend", d("2026-01-01"), d("2026-12-31"), keer=2)),
    ("na afloop van elk kwartaal", Venster("terugkerend", keer=1, elke=3)),
    ("per kwartaal, na afloop", Venster("terugkerend", keer=1, elke=3)),
    ("elke maart", Venster("terugkerend", keer=1, binnen_jaar=(d("2000-03-01"), d("2000-03-31")))),
    ("vanaf 2026 jaarlijks", Venster("terugkerend", d("2026-01-01"), keer=1)),
    ("binnen zes weken na vaststelling", Venster("relatief", duur=Duur(dagen=42))),
    ("in 2026 niet voorzien", jaren_venster("uitgesteld", 2026, 2026)),
    ("tussen 1 april 2026 en 1 juli 2026", periode("2026-04-01", "2026-07-01")),
    ("januari-maart 2026", periode("2026-01-01", "2026-03-31")),
    ("t/m 30 juni 2026", periode(None, "2026-06-30")),
    ("niet eerder dan 2027", Venster("na", d("2027-01-01"))),
    ("week 20 van 2026", periode("2026-05-11", "2026-05-17")),
    ("eind 2026", periode("2026-12-31", "2026-12-31")),
    ("primo 2026", periode("2026-01-01", "2026-01-01")),
    ("2026/27", periode(*J2627)),
)


@pytest.mark.parametrize(("woorden", "venster"), TABEL)
def test_words_of_the_table_are_read(woorden: str, venster: Venster) -> None:
    assert lees_woorden(woorden) == venster


def test_every_form_has_its_example_in_the_table() -> None:
    """So that somebody wrote out, beside the code, what each form means."""
    vormen: tuple[Termijnvorm[Any], ...] = (*VORMEN, *PERIODEN)
    assert {vorm.voorbeeld for vorm in vormen} <= {woorden for woorden, _ in TABEL}


@pytest.mark.parametrize(("woorden", "venster"), TABEL)
def test_a_window_is_written_in_words_that_give_it_back(woorden: str, venster: Venster) -> None:
    assert lees_woorden(schrijf_woorden(venster)) == venster


@pytest.mark.parametrize("vorm", [*VORMEN, *PERIODEN], ids=lambda vorm: vorm.voorbeeld)
def test_each_form_reads_its_example_and_the_window_is_written_back(vorm: Termijnvorm[Any]) -> None:
    """The row itself reads it, not an earlier one of its table; the other spellings are the same."""
    venster = lees_woorden(vorm.voorbeeld)
    assert venster
    assert lees_woorden(schrijf_woorden(venster)) == venster
    for woorden in (vorm.voorbeeld, *vorm.ook):
        tabel: tuple[Termijnvorm[Any], ...] = VORMEN if vorm in VORMEN else PERIODEN
        gelezen = lezende_vorm(tabel, genormaliseerd(woorden))
        assert gelezen
        assert (gelezen[0].voorbeeld, lees_woorden(woorden)) == (vorm.voorbeeld, venster)


def test_the_shortest_words_are_written() -> None:
    geschreven = [schrijf_woorden(venster) for _, venster in TABEL]
    assert dict.fromkeys(geschreven) == dict.fromkeys(
        (
            "2026",
            "2026 of 2027",
            "in principe 2027 of 2028",
            "in principe 2027",
            "vanaf 2026/2027",
            "vanaf 1 juli 2026",
            "medio 2026",
            "1 juli 2026",
            "uiterlijk 30 juni 2026",
            "uiterlijk 1 juli 2026",
            "uiterlijk 31 december 2026",
            "2026-Q2",
            "2026-H1",
            "2026-H2",
            "2026 tot en met 2030",
            "na 2030",
            "niet voorzien in 2026",
            "twee keer per jaar",
            "jaarlijks",
            "per kwartaal",
            "maandelijks",
            "3 keer per jaar",
            "structureel",
            "twee keer per kwartaal",
            "maart 2027",
            "februari 2028",
            "2026-Q4",
            "2021",
            "juli 2026",
            "per halfjaar",
            "indien nodig",
            "eens per twee jaar",
            "minimaal twee keer per jaar",
            "minimaal 3 keer per jaar",
            "per kwartaal, binnen 4 weken na afloop",
            "aan het eind van elk kwartaal",
            "jaarlijks uiterlijk 31 maart",
            "jaarlijks in het eerste kwartaal",
            "jaarlijks vanaf 1 januari 2026",
            "twee keer per jaar van 1 januari 2026 tot en met 31 december 2026",
            "jaarlijks in maart",
            "binnen 6 weken na de gebeurtenis",
            "1 april 2026 tot en met 1 juli 2026",
            "2026-Q1",
            "na 2026",
            "week 20 van 2026",
            "31 december 2026",
            "1 januari 2026",
        )
    )


@pytest.mark.parametrize(
    "woorden",
    [
        "begin 2026", "najaar 2026", "het najaar van 2026", "zo spoedig mogelijk",
        "de komende jaren", "vanaf eind 2026", "uiterlijk begin 2026", "na de zomer", "medio",
        "medio 2026/2027", "2026 of 2028", "2027/2026", "2030 t/m 2026", "31 juni 2026", "29 februari 2026",
        "2026-13", "2026-00", "2026-Q5", "2026-H3", "Q0 2026", "0000", "9999", "26", "20260", "per 2026",
        "vijftig keer per jaar", "nul keer per jaar", "0x per jaar", "keer per jaar", "in", "", "…", "t/m",
        "in principe", "2026 2027", "٢٠٢٦", "2026 of later", "niet voorzien",
        "1 juli", "juli", "eind", "voor medio 2026", "per juli 2026", "voorjaar 2026", "circa 2026", "rond 1 juli 2026", "tot 2026",
        "voor 2026", "Voor 2026.", "voor 2026/2027", "voor 2026 of 2027", "in principe voor 2026",
        "voor 2026, in principe",
    ],
)  # fmt: skip
def test_other_words_are_never_guessed(woorden: str) -> None:
    assert lees_woorden(woorden) is None


# Every form of the grammar around every way to name a period.
DAGEN = st.dates(date(1995, 1, 1), date(2190, 12, 31))
PERIODES = st.one_of(
    st.builds(lambda dag: f"{dag.year}", DAGEN),
    st.builds(lambda dag: f"{dag.year} of {dag.year + 1}", DAGEN),
    st.builds(lambda dag: f"{dag.year}/{dag.year + 1}", DAGEN),
    st.builds(lambda dag: f"medio {dag.year}", DAGEN),
    st.builds(lambda dag, k: f"{dag.year}-Q{k}", DAGEN, st.integers(1, 4)),
    st.builds(lambda dag, k: f"Q{k} {dag.year}", DAGEN, st.integers(1, 4)),
    st.builds(lambda dag, h: f"{dag.year}-H{h}", DAGEN, st.integers(1, 2)),
    st.builds(lambda dag: f"{dag:%Y-%m}", DAGEN),
    st.builds(lambda dag: dag.isoformat(), DAGEN),
)
OM_PERIODES = (
    "{0}", "in {0}", "uiterlijk {0}", "vóór {0}", "per {0}", "vanaf {0}", "na {0}",
    "{0} tot en met {1}", "tijdig … per {0}", "in principe {0}", "{0}, in principe",
    "in principe vanaf {0}", "in principe uiterlijk {0}", "in principe na {0}", "in principe {0} t/m {1}",
)  # fmt: skip
WOORDEN = st.one_of(
    st.builds(lambda vorm, a, b: vorm.format(a, b), st.sampled_from(OM_PERIODES), PERIODES, PERIODES),
    st.builds(lambda dag: f"niet voorzien in {dag.year}", DAGEN),
    st.sampled_from(["jaarlijks", "elke maand", "6x per jaar", "twaalf keer per jaar", "structureel"]),
)


@settings(VAST, max_examples=600)
@given(WOORDEN)
def test_writing_and_reading_are_inverse_for_every_window_of_the_grammar(woorden: str) -> None:
    venster = lees_woorden(woorden)
    assume(venster is not None)
    assert venster
    geschreven = schrijf_woorden(venster)
    assert lees_woorden(geschreven) == venster
    assert schrijf_woorden(lees_woorden(geschreven) or venster) == geschreven
    assert lezing_in_woorden(venster)


@VAST
@given(DAGEN, DAGEN, st.booleans())
def test_any_stretch_of_days_can_be_written_and_read(a: date, b: date, zacht: bool) -> None:
    van, tot = sorted((a, b))
    venster = Venster("periode", van, tot, zacht)
    assert lees_woorden(schrijf_woorden(venster)) == venster


def test_the_edge_of_the_calendar_can_be_written_and_read() -> None:
    venster = lees_woorden("voor 1990")
    assert venster is None or lees_woorden(schrijf_woorden(venster)) == venster


@VAST
@given(st.text(max_size=40))
def test_any_text_is_read_or_refused_without_an_error(woorden: str) -> None:
    venster = lees_woorden(woorden)
    assert venster is None or lees_woorden(schrijf_woorden(venster)) is not None


@VAST
@given(WOORDEN, st.sampled_from([str.upper, str.title, lambda t: f"  {t} ", lambda t: t.replace(" ", "\n ")]))
def test_case_and_white_space_do_not_matter(woorden: str, anders: Any) -> None:
    assert lees_woorden(anders(woorden)) == lees_woorden(woorden)


def test_periods_of_the_data_have_bounds() -> None:
    assert grenzen("2026") == (d("2026-01-01"), d("2026-12-31"))
    assert grenzen("2026-H2") == (d("2026-07-01"), d("2026-12-31"))
    assert grenzen("2026-Q3") == (d("2026-07-01"), d("2026-09-30"))
    assert grenzen("2028-02") == (d("2028-02-01"), d("2028-02-29"))
    with pytest.raises(ValueError, match="begin"):
        grenzen("begin 2026")


@pytest.mark.parametrize(
    ("woorden", "lezing"),
    [
        ("medio 2026", "1 juni 2026 t/m 31 juli 2026"),
        ("1 juli 2026", "op 1 juli 2026"),
        ("uiterlijk Q2 2026", "uiterlijk 30 juni 2026"),
        ("in principe in 2027/2028", "1 januari 2027 t/m 31 december 2028 (streven, nooit te laat)"),
        ("vanaf 2026/2027", "begint uiterlijk 31 december 2027, geen einddatum"),
        ("na 2030", "gaat over de tijd vanaf 1 januari 2031, geen uiterste datum"),
        ("twee keer per jaar", "twee keer per jaar, per kalenderjaar geteld"),
        ("structureel", "doorlopend, ten minste één vastgelegd moment per jaar"),
        ("niet voorzien in 2026", "niet voorzien in 2026"),
    ],
)
def test_the_reading_is_said_in_words(woorden: str, lezing: str) -> None:
    venster = lees_woorden(woorden)
    assert venster
    assert lezing_in_woorden(venster) == lezing


# States.


def dossier(verplichting: str, meldingen: str = "", bestanden: dict[str, str] | None = None) -> Dossier:
    """One duty 1.1a of Omthuis (unless it says otherwise), with statements and further files."""
    velden = verplichting if "wie:" in verplichting else f"wie: [omthuis], {verplichting}"
    afspraken = BASIS + (
        'afspraken:\n  - nummer: "1.1"\n    thema: "1"\n    tekst: iets\n'
        f"    verplichtingen: [{{letter: a, wat: Iets doen, {velden}}}]\n"
    )
    teksten = {"afspraken-2026.yaml": afspraken, **(bestanden or {})}
    for jaar in {r.split("datum: ")[1][:4] for r in meldingen.splitlines() if r.strip()}:
        regels = [f"  - {{verplichting: 1.1a, {r.strip()}}}" for r in meldingen.splitlines() if jaar in r]
        teksten[f"voortgang/{jaar}.yaml"] = f"jaar: {jaar}\nvoortgang:\n" + "\n".join(regels)
    gelezen, bevindingen, _ = lees(teksten)
    assert [b for b in bevindingen if b.ernst == "fout"] == []
    return gelezen


def rijen(
    verplichting: str,
    op: str,
    meldingen: str = "",
    bestanden: dict[str, str] | None = None,
    binnen: int = 60,
) -> tuple[Termijnstand, ...]:
    return standen(dossier(verplichting, meldingen, bestanden), d(op), binnen)


def stand(verplichting: str, op: str, meldingen: str = "") -> Stand:
    (rij,) = rijen(verplichting, op, meldingen)
    return rij.stand


def met(woorden: str, soort: str = "oplevering") -> str:
    return f'soort: {soort}, termijn: {{woorden: "{woorden}"}}'


@pytest.mark.parametrize(
    ("woorden", "laatste_dag"),
    [
        ("2026", "2026-12-31"),
        ("in 2026", "2026-12-31"),
        ("2026 of 2027", "2027-12-31"),
        ("vanaf 2026/2027", "2027-12-31"),
        ("medio 2026", "2026-07-31"),
        ("per 1 juli 2026", "2026-07-01"),
        ("tijdig … per 1 juli 2026", "2026-06-30"),
        ("uiterlijk Q2 2026", "2026-06-30"),
        ("2026-Q2", "2026-06-30"),
        ("2026-H1", "2026-06-30"),
        ("1 juli 2026", "2026-07-01"),
        ("2026-07-01", "2026-07-01"),
        ("2026 t/m 2030", "2030-12-31"),
        ("jaarlijks", "2026-12-31"),
        ("vóór 1 juli 2026", "2026-06-30"),
        ("maart 2027", "2027-03-31"),
    ],
)
def test_it_is_late_the_day_after_the_last_day_and_not_before(woorden: str, laatste_dag: str) -> None:
    dag = d(laatste_dag)
    assert stand(met(woorden), dag.isoformat()) == "binnenkort"
    (rij,) = rijen(met(woorden), (dag + DAG).isoformat())
    assert (rij.stand, rij.uiterlijk, rij.dagen) == ("te_laat", dag, -1)


@pytest.mark.parametrize(
    "woorden",
    ["2027/2028, in principe", "na 2030", "niet voorzien in 2026", "structureel", "vast agendapunt"],
)
def test_what_is_never_late(woorden: str) -> None:
    assert stand(met(woorden), "2190-01-01") != "te_laat"


def test_a_soft_term_asks_attention_but_is_not_late() -> None:
    (rij,) = rijen(met("2027/2028, in principe"), "2029-02-01")
    assert (rij.stand, rij.zacht, rij.dagen) == ("loopt", True, -32)
    assert "niet te laat" in rij.waarom
    afgerond = "datum: 2029-03-01, door: omthuis, melding: afgerond"
    assert stand(met("2027/2028, in principe"), "2029-03-02", afgerond) == "gehaald"


GEVALLEN: tuple[tuple[str, str, str, Stand], ...] = (
    (met("in 2026"), "2027-01-01", "", "te_laat"),
    (met("in 2026"), "2026-11-01", "", "binnenkort"),
    (met("in 2026"), "2026-11-02", "", "binnenkort"),
    (met("in 2026"), "2026-10-31", "", "loopt"),
    (met("in 2027"), "2026-12-31", "", "later"),
    (met("in 2026"), "2026-05-02", "datum: 2026-05-01, door: omthuis, melding: afgerond", "gehaald"),
    (
        met("medio 2026"),
        "2026-09-02",
        "datum: 2026-09-01, door: omthuis, melding: afgerond",
        "te_laat_gehaald",
    ),
    (
        met("medio 2026"),
        "2026-09-02",
        "datum: 2026-09-01, door: omthuis, melding: afgerond, gereed_op: 2026-07-31",
        "gehaald",
    ),
    ("soort: doorlopend", "2026-05-01", "", "doorlopend"),
    ("soort: maximum", "2026-05-01", "", "doorlopend"),
    ("soort: voorwaardelijk, voorwaarde: indien nodig", "2026-05-01", "", "voorwaardelijk"),
    ("soort: uitgesteld", "2026-05-01", "", "uitgesteld"),
    (met("niet voorzien in 2026", "uitgesteld"), "2026-05-01", "", "uitgesteld"),
    (
        met("in 2026"),
        "2027-05-01",
        "datum: 2026-05-01, door: omthuis, melding: vervallen, besluit: raad, instemming: [gemeente, omthuis, hlve]",
        "vervallen",
    ),
    (
        met("in 2026"),
        "2027-05-01",
        "datum: 2026-05-01, door: omthuis, melding: uitgesteld, besluit: raad, instemming: [gemeente, omthuis, hlve]",
        "uitgesteld",
    ),
    ("soort: oplevering", "2027-05-01", "", "zonder_termijn"),
    (met("na 2030"), "2026-05-01", "", "zonder_termijn"),
    (met("begin 2026"), "2027-05-01", "", "zonder_termijn"),
)


@pytest.mark.parametrize(("verplichting", "op", "meldingen", "verwacht"), GEVALLEN)
def test_each_state(verplichting: str, op: str, meldingen: str, verwacht: Stand) -> None:
    assert stand(verplichting, op, meldingen) == verwacht


def test_all_states_are_tried_above() -> None:
    """What a fault touches and what figures decide is tried in tests/test_poort.py and test_toestand.py."""
    elders = {"niet_te_beoordelen", "niet_gehaald", "wacht_op_cijfers"}
    assert {verwacht for *_, verwacht in GEVALLEN} | elders == set(get_args(Stand))


def test_binnen_decides_what_is_soon() -> None:
    assert rijen(met("in 2026"), "2026-12-01", binnen=30)[0].stand == "binnenkort"
    assert rijen(met("in 2026"), "2026-12-01", binnen=29)[0].stand == "loopt"
    assert rijen(met("in 2026"), "2026-12-31", binnen=0)[0].stand == "binnenkort"


def test_days_count_to_the_last_day_and_are_left_out_when_there_is_nothing_to_wait_for() -> None:
    assert rijen(met("in 2026"), "2026-12-30")[0].dagen == 1
    assert rijen(met("in 2027"), "2026-12-31")[0].dagen == 365
    klaar = "datum: 2026-05-01, door: omthuis, melding: afgerond"
    assert rijen(met("in 2026"), "2026-12-30", klaar)[0].dagen is None
    assert rijen("soort: oplevering", "2026-12-30")[0].dagen is None


def test_a_constatering_is_no_duty() -> None:
    assert rijen("soort: constatering", "2026-05-01") == ()


@settings(VAST, max_examples=150)
@given(WOORDEN, st.lists(DAGEN, min_size=2, max_size=4))
def test_once_late_stays_late(woorden: str, dagen: list[date]) -> None:
    gelezen = dossier(met(woorden))
    laat = [any(r.stand == "te_laat" for r in standen(gelezen, dag)) for dag in sorted(dagen)]
    assert laat == sorted(laat)


@settings(VAST, max_examples=100)
@given(WOORDEN.filter(lambda w: "in principe" in w), DAGEN)
def test_a_soft_term_is_never_late(woorden: str, dag: date) -> None:
    assert all(r.stand != "te_laat" for r in standen(dossier(met(woorden)), dag))


def test_statements_after_the_peildatum_do_not_count() -> None:
    klaar = "datum: 2026-08-01, door: omthuis, melding: afgerond, gereed_op: 2026-07-01"
    (rij,) = rijen(met("medio 2026"), "2026-07-31", klaar)
    assert (rij.stand, rij.laatste) == ("binnenkort", None)
    assert stand(met("medio 2026"), "2026-08-01", klaar) == "gehaald"


def test_the_latest_statement_counts_also_when_it_stands_first_in_the_file() -> None:
    meldingen = """
    datum: 2026-08-01, door: omthuis, melding: loopt, toelichting: heropend
    datum: 2026-07-01, door: omthuis, melding: afgerond
    """
    assert stand(met("in 2026"), "2026-07-02", meldingen) == "gehaald"
    assert stand(met("in 2026"), "2026-08-02", meldingen) == "loopt"


def test_of_one_day_the_lower_statement_counts() -> None:
    meldingen = """
    datum: 2026-07-01, door: omthuis, melding: loopt
    datum: 2026-07-01, door: omthuis, melding: afgerond
    """
    assert stand(met("in 2026"), "2026-07-01", meldingen) == "gehaald"


@pytest.mark.parametrize("melding", ["niet_gestart", "loopt", "aandacht", "vertraagd"])
def test_a_progress_statement_does_not_make_it_less_late(melding: str) -> None:
    gemeld = f"datum: 2026-06-01, door: omthuis, melding: {melding}, oorzaak: o, bijsturing: b"
    assert stand(met("medio 2026"), "2026-08-01", gemeld) == "te_laat"


def test_other_parties_that_see_it_otherwise_are_named_and_do_not_decide() -> None:
    meldingen = """
    datum: 2026-06-01, door: omthuis, melding: loopt
    datum: 2026-06-02, door: hlve, melding: aandacht, toelichting: wij zien niets
    datum: 2026-06-03, door: gemeente, melding: loopt
    datum: 2026-06-04, door: hlve, melding: vertraagd, toelichting: nog steeds niets
    """
    (rij,) = rijen(met("in 2026"), "2026-06-05", meldingen)
    assert (rij.stand, rij.laatste and rij.laatste.door) == ("loopt", "omthuis")
    assert [(v.door, v.melding) for v in rij.anders] == [("hlve", "vertraagd")]


def test_a_receiving_party_cannot_finish_the_duty_of_another() -> None:
    meldingen = "datum: 2026-06-01, door: gemeente, melding: afgerond"
    (rij,) = rijen(met("medio 2026"), "2026-08-01", meldingen)
    assert (rij.stand, [v.door for v in rij.anders]) == ("te_laat", ["gemeente"])


def test_of_doers_together_one_may_state_for_all() -> None:
    duo = "wie: [gemeente, omthuis], uitvoering: samen, " + met("in 2026")
    assert stand(duo, "2026-06-02", "datum: 2026-06-01, door: gemeente, melding: afgerond") == "gehaald"


def test_doing_parties_that_contradict_each_other_are_both_seen() -> None:
    duo = "wie: [gemeente, omthuis], uitvoering: samen, " + met("in 2026")
    meldingen = """
    datum: 2026-05-01, door: gemeente, melding: vertraagd, oorzaak: o, bijsturing: b
    datum: 2026-05-02, door: omthuis, melding: afgerond
    """
    (rij,) = rijen(duo, "2026-06-01", meldingen)
    assert (rij.stand, [(v.door, v.melding) for v in rij.anders]) == ("gehaald", [("gemeente", "vertraagd")])
    voortgang = meldingen.replace("vertraagd", "loopt")
    assert rijen(duo, "2026-06-01", voortgang)[0].anders == ()


def test_a_decision_of_all_parties_settles_what_they_said_before() -> None:
    eerder = "datum: 2026-05-01, door: hlve, melding: aandacht, toelichting: t"
    assert rijen(met("medio 2026"), "2026-06-02", f"{eerder}\n {UITSTEL}")[0].anders == ()
    later = eerder.replace("2026-05-01", "2026-06-02")
    assert [v.door for v in rijen(met("medio 2026"), "2026-06-02", f"{UITSTEL}\n {later}")[0].anders] == [
        "hlve"
    ]


# Put off and dropped.

INSTEMMING = "besluit: raad, instemming: [gemeente, omthuis, hlve]"
UITSTEL = "datum: 2026-06-01, door: omthuis, melding: uitgesteld, tot: 2026-12-01, " + (
    "besluit: raad, instemming: [gemeente, omthuis, hlve]"
)


def test_put_off_with_a_new_day_is_late_after_that_day() -> None:
    (rij,) = rijen(met("medio 2026"), "2026-08-01", UITSTEL)
    assert (rij.stand, rij.uiterlijk) == ("loopt", d("2026-12-01"))
    assert stand(met("medio 2026"), "2026-12-01", UITSTEL) == "binnenkort"
    assert stand(met("medio 2026"), "2026-12-02", UITSTEL) == "te_laat"
    assert stand(met("medio 2026"), "2026-03-31", UITSTEL) == "later"


def test_one_party_alone_puts_nothing_off() -> None:
    """A change that not all parties consented to is only a statement; the term stands."""
    alleen = UITSTEL.replace(", hlve]", "]")
    assert stand(met("medio 2026"), "2026-08-01", alleen) == "te_laat"


def test_a_decision_counts_whoever_recorded_it() -> None:
    door_hlve = UITSTEL.replace("door: omthuis", "door: hlve")
    assert stand(met("medio 2026"), "2026-08-01", door_hlve) == "loopt"


@pytest.mark.parametrize("melding", ["loopt", "aandacht", "vertraagd", "niet_gestart"])
def test_a_decided_postponement_survives_later_progress_statements(melding: str) -> None:
    later = f"{UITSTEL}\n datum: 2026-09-01, door: omthuis, melding: {melding}, oorzaak: o, bijsturing: b"
    (rij,) = rijen(met("medio 2026"), "2026-09-02", later)
    assert (rij.stand, rij.uiterlijk) == ("loopt", d("2026-12-01"))


def test_finished_within_the_postponed_term_is_in_time() -> None:
    later = f"{UITSTEL}\n datum: 2026-11-01, door: omthuis, melding: afgerond"
    assert stand(met("medio 2026"), "2026-11-02", later) == "gehaald"


def test_a_postponed_start_has_not_begun() -> None:
    uitstel = "datum: 2026-06-01, door: omthuis, melding: uitgesteld, tot: 2028-12-31, besluit: raad, instemming: [gemeente, omthuis, hlve]"
    assert stand(met("vanaf 2026/2027"), "2029-01-01", uitstel) == "te_laat"


def test_a_start_that_was_made_has_no_end() -> None:
    begonnen = "datum: 2027-06-01, door: omthuis, melding: loopt"
    (rij,) = rijen(met("vanaf 2026/2027"), "2100-01-01", begonnen)
    assert (rij.stand, rij.dagen) == ("loopt", None)
    niet = "datum: 2027-06-01, door: omthuis, melding: niet_gestart"
    assert stand(met("vanaf 2026/2027"), "2028-01-01", niet) == "te_laat"


def test_a_start_stays_made_when_a_later_statement_asks_attention() -> None:
    meldingen = """
    datum: 2026-08-01, door: omthuis, melding: loopt
    datum: 2026-09-01, door: omthuis, melding: vertraagd, oorzaak: o, bijsturing: b
    """
    assert stand(met("vanaf 2026/2027"), "2028-01-01", meldingen) == "loopt"
    klaar = meldingen + " datum: 2029-03-01, door: omthuis, melding: afgerond"
    assert stand(met("vanaf 2026/2027"), "2029-03-01", klaar) == "gehaald"


def test_a_duty_without_term_gets_one_from_a_decision_of_all_parties() -> None:
    for zonder in ("soort: oplevering", met("na 2030")):
        assert stand(zonder, "2026-08-01", UITSTEL) == "loopt"
        assert stand(zonder, "2026-12-01", UITSTEL) == "binnenkort"
        assert stand(zonder, "2026-12-02", UITSTEL) == "te_laat"


# Conditional duties.

VERVULD = "datum: 2026-06-01, door: gemeente, melding: voorwaarde_vervuld"


def test_a_conditional_duty_waits_for_its_condition() -> None:
    plicht = met("medio 2026", "voorwaardelijk") + ", voorwaarde: indien nodig"
    assert stand(plicht, "2026-08-01") == "voorwaardelijk"
    assert stand(plicht, "2026-08-01", VERVULD) == "te_laat"
    assert stand(plicht, "2026-05-31", VERVULD) == "voorwaardelijk"
    assert stand(plicht, "2026-06-02", VERVULD) == "binnenkort"


def test_a_conditional_duty_without_term_is_without_term_once_its_condition_is_met() -> None:
    plicht = "soort: voorwaardelijk, voorwaarde: indien nodig"
    assert stand(plicht, "2030-01-01", VERVULD) == "zonder_termijn"


def test_that_a_condition_is_met_is_no_other_view() -> None:
    plicht = "soort: voorwaardelijk, voorwaarde: indien nodig"
    (rij,) = rijen(plicht, "2026-08-01", VERVULD)
    assert rij.anders == ()


def test_a_conditional_duty_can_be_finished() -> None:
    plicht = "soort: voorwaardelijk, voorwaarde: indien nodig"
    klaar = "datum: 2026-06-01, door: omthuis, melding: afgerond"
    assert stand(plicht, "2026-08-01", klaar) == "gehaald"


# Explicit readings.


def test_an_explicit_reading_goes_before_the_table() -> None:
    lezing = (
        "lezing: {uiterlijk: 2026-07-01, vastgesteld_door: [gemeente, omthuis], vastgesteld_op: 2026-01-15}"
    )
    plicht = f"soort: oplevering, termijn: {{woorden: medio 2026, {lezing}}}"
    assert stand(plicht, "2026-07-02") == "te_laat"
    ((_, verplichting),) = verplichtingen(dossier(plicht).jaargangen["afspraken-2026.yaml"])
    assert venster_van(verplichting) == periode(None, "2026-07-01")
    assert (
        lezing_van(verplichting)
        == "uiterlijk 1 juli 2026; zo vastgesteld door gemeente en omthuis op 2026-01-15"
    )


def test_an_explicit_reading_makes_unknown_words_readable() -> None:
    wie = "vastgesteld_door: [omthuis], vastgesteld_op: 2026-01-15"
    lezing = f"lezing: {{vroegst: 2026-11-01, uiterlijk: 2026-12-15, {wie}}}"
    plicht = f"soort: oplevering, termijn: {{woorden: begin 2026, {lezing}}}"
    assert stand(plicht, "2026-09-01") == "later"
    assert stand(plicht, "2026-12-16") == "te_laat"


# Recurring duties.

RAPPORTAGE = met("twee keer per jaar", "rapportage") + ", kengetallen: [verkocht, verhuurd]"
BEIDE = "verkocht: 4, verhuurd: 60"


def meting(
    periode_: str, geleverd_op: str, cijfers: str = BEIDE, door: str = "omthuis", rest: str = ""
) -> dict[str, str]:
    """One file of figures."""
    levering = (
        f"{{door: {door}, geleverd_op: {geleverd_op}, herkomst: definitief, cijfers: {{{cijfers}}}{rest}}}"
    )
    return {f"metingen/{periode_}.yaml": f'periode: "{periode_}"\nleveringen: [{levering}]\n'}


def beknopt(alle: tuple[Termijnstand, ...]) -> list[tuple[str | None, str]]:
    return [(r.tijdvak, r.stand) for r in alle]


def test_a_recurring_duty_is_one_row_for_each_time_in_the_year() -> None:
    assert beknopt(rijen(met("jaarlijks"), "2026-06-01")) == [("2026", "loopt")]
    assert beknopt(rijen(met("twee keer per jaar"), "2026-06-01")) == [
        ("2026 (1 van 2)", "loopt"),
        ("2026 (2 van 2)", "loopt"),
    ]
    assert len(rijen(met("maandelijks"), "2026-06-01")) == 12


def test_a_delivered_meting_fulfils_the_duty_that_asks_for_its_figures() -> None:
    gekregen = meting("2026-H1", "2026-07-14")
    assert beknopt(rijen(RAPPORTAGE, "2026-07-13", bestanden=gekregen))[0][1] == "loopt"
    eerste, tweede = rijen(RAPPORTAGE, "2026-07-14", bestanden=gekregen)
    assert (eerste.stand, tweede.stand) == ("gehaald", "loopt")
    assert eerste.waarom == "ontvangen op 14 juli 2026, over 2026-H1"


def test_figures_over_last_year_that_arrive_this_year_count_this_year() -> None:
    gekregen = meting("2025", "2026-02-12") | meting("2026-H1", "2026-07-14")
    assert [r.stand for r in rijen(RAPPORTAGE, "2026-12-01", bestanden=gekregen)] == ["gehaald", "gehaald"]


def test_a_meting_without_one_of_the_figures_does_not_fulfil_it() -> None:
    half = meting("2026-H1", "2026-07-14", "verkocht: 4", rest=", ontbreekt: {verhuurd: storing}")
    assert [r.stand for r in rijen(RAPPORTAGE, "2026-08-01", bestanden=half)] == ["loopt", "loopt"]


def test_a_meting_of_another_party_does_not_fulfil_it() -> None:
    ander = meting("2026-H1", "2026-07-14", door="gemeente")
    assert [r.stand for r in rijen(RAPPORTAGE, "2026-08-01", bestanden=ander)] == ["loopt", "loopt"]


def test_two_doing_parties_may_deliver_each_their_part() -> None:
    tekst = """
    periode: "2026-H1"
    leveringen:
      - {door: omthuis, geleverd_op: 2026-07-14, herkomst: definitief, cijfers: {verkocht: 4}}
      - {door: gemeente, geleverd_op: 2026-07-20, herkomst: definitief, cijfers: {verhuurd: 60}}
    """
    duo = RAPPORTAGE + ", wie: [omthuis, gemeente], uitvoering: samen"
    gekregen = {"metingen/2026-H1.yaml": tekst}
    assert rijen(duo, "2026-07-19", bestanden=gekregen)[0].stand == "loopt"
    assert rijen(duo, "2026-07-20", bestanden=gekregen)[0].waarom == "ontvangen op 20 juli 2026, over 2026-H1"


def test_what_is_short_at_the_end_of_the_year_is_late_and_a_later_delivery_late_fulfilled() -> None:
    eerste = meting("2026-H1", "2026-07-14")
    assert [r.stand for r in rijen(RAPPORTAGE, "2027-01-01", bestanden=eerste)] == ["gehaald", "te_laat"]
    beide = eerste | meting("2026-H2", "2027-02-10")
    assert [r.stand for r in rijen(RAPPORTAGE, "2027-02-10", bestanden=beide)] == [
        "gehaald",
        "te_laat_gehaald",
    ]


def test_a_statement_fulfils_a_time_too() -> None:
    gemeld = "datum: 2026-05-01, door: omthuis, melding: afgerond, bewijs: brief"
    assert [r.stand for r in rijen(met("twee keer per jaar"), "2026-06-01", gemeld)] == ["gehaald", "loopt"]


def test_a_recurring_duty_that_was_dropped_keeps_its_rows() -> None:
    weg = f"datum: 2026-05-01, door: omthuis, melding: vervallen, {INSTEMMING}"
    assert beknopt(rijen(RAPPORTAGE, "2027-06-01", weg)) == [
        ("2026 (1 van 2)", "vervallen"),
        ("2026 (2 van 2)", "vervallen"),
    ]


def test_a_recurring_duty_that_was_put_off_is_still_fulfilled_by_deliveries() -> None:
    """A decision lengthens the term of what is open and leaves alone what was delivered."""
    uitstel = f"datum: 2026-05-01, door: omthuis, melding: uitgesteld, tot: 2027-03-01, {INSTEMMING}"
    geleverd = "datum: 2026-03-01, door: omthuis, melding: afgerond, tijdvak: 2025-H2"
    op = rijen(RAPPORTAGE, "2027-02-01", f"{geleverd}\n {uitstel}")
    assert beknopt(op) == [("2026 (1 van 2)", "gehaald"), ("2026 (2 van 2)", "binnenkort")]
    na = rijen(RAPPORTAGE, "2027-03-02", f"{geleverd}\n {uitstel}")
    assert beknopt(na)[1] == ("2026 (2 van 2)", "te_laat")


def test_what_all_parties_dropped_is_not_revived_by_one() -> None:
    weg = f"datum: 2026-05-01, door: omthuis, melding: vervallen, {INSTEMMING}"
    later = f"{weg}\n datum: 2026-06-01, door: omthuis, melding: loopt"
    assert stand(met("medio 2026"), "2026-09-01", later) == "vervallen"


MOMENTEN = """
meetmomenten:
  - woorden: twee keer per jaar
    momenten:
      - {tijdvak: 2026-H1, uiterlijk: 2026-08-31}
      - {tijdvak: 2026-H2, uiterlijk: 2027-02-28}
    vastgesteld_door: [gemeente, omthuis, hlve]
    vastgesteld_op: 2026-01-15
"""


def op_momenten(op: str, bestanden: dict[str, str] | None = None, meldingen: str = "") -> list[Termijnstand]:
    teksten = {"afspraken-2026.yaml": "", **(bestanden or {})}
    gelezen = dossier(RAPPORTAGE, meldingen, teksten | {"afspraken-2026.yaml": _met_momenten()})
    return list(standen(gelezen, d(op)))


def _met_momenten() -> str:
    return BASIS + (
        'afspraken:\n  - nummer: "1.1"\n    thema: "1"\n    tekst: iets\n'
        f"    verplichtingen: [{{letter: a, wat: Iets doen, wie: [omthuis], {RAPPORTAGE}}}]\n{MOMENTEN}"
    )


def test_reporting_moments_of_the_parties_go_before_the_count() -> None:
    eerste, tweede = op_momenten("2026-06-30")
    assert (eerste.tijdvak, eerste.stand, eerste.vroegst, eerste.uiterlijk) == (
        "2026-H1",
        "later",
        d("2026-07-01"),
        d("2026-08-31"),
    )
    assert (tweede.tijdvak, tweede.stand, tweede.uiterlijk) == ("2026-H2", "later", d("2027-02-28"))
    assert [r.stand for r in op_momenten("2026-07-01")] == ["loopt", "later"]
    assert [r.stand for r in op_momenten("2026-07-02")] == ["binnenkort", "later"]
    assert [r.stand for r in op_momenten("2026-09-01")] == ["te_laat", "later"]
    assert [r.stand for r in op_momenten("2027-03-01")] == ["te_laat", "te_laat"]


def test_a_moment_asks_for_the_figures_over_its_own_period() -> None:
    ander = meting("2025", "2026-07-14")
    assert [r.stand for r in op_momenten("2026-09-01", ander)] == ["te_laat", "later"]
    eigen = meting("2026-H1", "2026-08-31")
    assert [r.stand for r in op_momenten("2026-09-01", eigen)] == ["gehaald", "later"]
    te_laat = meting("2026-H1", "2026-09-01")
    assert [r.stand for r in op_momenten("2026-09-01", te_laat)] == ["te_laat_gehaald", "later"]


def test_a_years_figures_also_fulfil_the_second_half() -> None:
    beide = meting("2026-H1", "2026-08-01") | meting("2026", "2027-02-01")
    assert [r.stand for r in op_momenten("2027-03-01", beide)] == ["gehaald", "gehaald"]


def test_a_statement_names_the_moment_it_is_about() -> None:
    gemeld = "datum: 2026-08-01, door: omthuis, melding: afgerond, tijdvak: 2026-H1"
    assert [r.stand for r in op_momenten("2026-09-01", meldingen=gemeld)] == ["gehaald", "later"]


# More than one year of agreements.


def jaren(op: str) -> list[tuple[int, str]]:
    volgend = BASIS.replace("jaar: 2026", "jaar: 2027") + (
        'afspraken: [{nummer: "1.1", thema: "1", tekst: nieuw, verplichtingen: '
        "[{letter: a, wat: Nieuw, wie: [omthuis], soort: doorlopend}]}]\n"
    )
    gelezen = dossier(met("medio 2026"), bestanden={"afspraken-2027.yaml": volgend})
    return [(r.jaargang.eerste_jaar, r.stand) for r in standen(gelezen, d(op))]


def test_what_is_open_from_last_year_stays_in_view_next_year() -> None:
    assert jaren("2026-12-31") == [(2026, "te_laat")]
    assert jaren("2027-01-01") == [(2026, "te_laat"), (2027, "doorlopend")]


# The agreements of the example.


@pytest.fixture(scope="module")
def echt() -> Dossier:
    return lees_dossier(lees_map(DATA).teksten)[0]


def van(alle: tuple[Termijnstand, ...], nummer: str) -> Termijnstand:
    (rij,) = [r for r in alle if r.nummer == nummer]
    return rij


def test_every_term_of_the_example_is_read(echt: Dossier) -> None:
    (jaargang,) = echt.jaargangen.values()
    woorden = [v.termijn.woorden for _, v in verplichtingen(jaargang) if v.termijn]
    assert len(woorden) >= 18
    assert [w for w in woorden if lees_woorden(w) is None] == []


def test_the_evaluation_of_3_5_is_late_after_july(echt: Dossier) -> None:
    assert van(standen(echt, d("2026-07-15")), "3.5b").stand == "binnenkort"
    assert van(standen(echt, d("2026-07-31")), "3.5b").stand == "binnenkort"
    assert van(standen(echt, d("2026-08-01")), "3.5b").stand == "te_laat"


def test_3_11_is_not_late_in_the_first_of_its_two_years(echt: Dossier) -> None:
    assert van(standen(echt, d("2027-01-02")), "3.11a").stand == "loopt"
    assert van(standen(echt, d("2028-01-01")), "3.11a").stand == "te_laat"


def test_3_6_has_three_duties_with_three_readings(echt: Dossier) -> None:
    rijen_ = [r for r in standen(echt, d("2026-08-01")) if r.afspraak.nummer == "3.6"]
    assert [(r.nummer, r.stand, lezing_van(r.verplichting)) for r in rijen_] == [
        ("3.6a", "loopt", "1 januari 2026 t/m 31 december 2026"),
        ("3.6b", "zonder_termijn", "geen termijn in de afspraak"),
        ("3.6c", "later", "1 januari 2027 t/m 31 december 2027"),
    ]


def test_delivered_figures_fulfil_the_reporting_duties_of_the_source(echt: Dossier) -> None:
    rijen_ = [r for r in standen(echt, d("2026-08-01")) if r.nummer == "2.6b"]
    assert [r.waarom for r in rijen_] == [
        "ontvangen op 12 februari 2026, over 2025 (voorbeeld)",
        "ontvangen op 14 juli 2026, over 2026-H1 (voorbeeld)",
    ]


def test_the_yield_of_2_5_has_not_been_reported_over_the_half_year(echt: Dossier) -> None:
    assert van(standen(echt, d("2026-02-11")), "2.5c").stand == "loopt"
    assert van(standen(echt, d("2026-02-12")), "2.5c").stand == "gehaald"


def test_hlve_sees_5_9_otherwise(echt: Dossier) -> None:
    assert van(standen(echt, d("2026-10-05")), "5.9a").anders == ()
    assert [v.door for v in van(standen(echt, d("2026-10-06")), "5.9a").anders] == ["hlve"]


@settings(VAST, max_examples=60)
@given(st.dates(date(2026, 1, 1), date(2032, 12, 31)), st.integers(0, 400))
def test_open_rows_have_a_last_day_and_late_rows_are_past_it(dag: date, binnen: int) -> None:
    for r in standen(_echt(), dag, binnen):
        assert (r.stand == "te_laat") == (
            r.stand in OPEN and bool(r.uiterlijk) and not r.zacht and dag > (r.uiterlijk or dag)
        )
        if r.stand == "binnenkort":
            assert r.dagen is not None
            assert 0 <= r.dagen <= binnen
        if r.stand == "later":
            assert r.vroegst
            assert r.vroegst > dag


_ECHT: list[Dossier] = []


def _echt() -> Dossier:
    if not _ECHT:
        _ECHT.append(lees_dossier(lees_map(DATA).teksten)[0])
    return _ECHT[0]
