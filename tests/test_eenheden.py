"""Figures that are no homes: CO2, a mark, arrears and amounts stand everywhere with their unit."""

import json
from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pydantic import TypeAdapter, ValidationError

from prestatie_cli.model.basis import Euro, GetalMetTeken, Procent
from prestatie_cli.model.eenheden import EENHEDEN
from prestatie_cli.taal import bedrag, bedrag_in_miljoenen
from prestatie_cli.woorden.indicatorwoorden import hoeveelheid
from tests.conftest import Prestatie, Repo

AFSPRAKEN = """
geldt: {van: 2025, tot: 2028}
titel: Kader duurzaam wonen
bron: {titel: akte}
partijen:
  - {id: gemeente, naam: Gemeente, soort: gemeente}
  - {id: corporatie, naam: Corporatie, soort: corporatie}
themas: [{nummer: "6", titel: Duurzaamheid}]
afspraken:
  - nummer: "6.1"
    thema: "6"
    tekst: >-
      De uitstoot is op 31 december 2028 30% lager dan in 2024. Huurders geven minstens een 7,5. De huurachterstand is
      hoogstens 1,5%. De corporatie investeert minstens € 1,4 mln.
    verplichtingen:
      - {letter: a, wat: Uitstoot verlagen, wie: [corporatie], soort: doelstelling, indicator: co2,
         termijn: {woorden: op 31 december 2028}}
eenheden:
  - {id: ton_co2, naam: ton CO2, meervoud: ton CO2, decimalen: 1, optelbaar: true}
kengetallen:
  - {id: uitstoot, naam: Uitstoot, soort: stroom, eenheid: ton_co2, levert: corporatie, definitie: d,
     standaard: {stelsel: Voorbeeldstandaard, item: gegeven 12, versie: "3", verschil: zonder garages}}
  - {id: oordeel, naam: Oordeel van huurders, soort: stroom, eenheid: punten, levert: corporatie, definitie: d}
  - {id: achterstand, naam: Huurachterstand, soort: stroom, eenheid: procent, levert: corporatie, definitie: d}
  - {id: investering, naam: Investering, soort: stroom, eenheid: euro, levert: corporatie, definitie: d}
indicatoren:
  - {id: co2, naam: Uitstoot van CO2, afspraak: "6.1", soort: verandering, teller: uitstoot, basisjaar: 2024,
     richting: daling, definitie: d,
     normen: [{soort: minimum, waarde: 30%, op: 2028-12-31, citaat: op 31 december 2028 30% lager, plaats: tekst}]}
  - {id: cijfer, naam: Rapportcijfer, afspraak: "6.1", soort: gegeven, teller: oordeel, definitie: d,
     normen: [{soort: minimum, waarde: 7.5, citaat: "minstens een 7,5", plaats: tekst}]}
  - {id: achterstand, naam: Huurachterstand, afspraak: "6.1", soort: gegeven, teller: achterstand, definitie: d,
     normen: [{soort: maximum, waarde: "1,5%", citaat: "hoogstens 1,5%", plaats: tekst}]}
  - {id: investering, naam: Investering, afspraak: "6.1", soort: cumulatief, van: 2025, tot: 2028, teller: investering,
     definitie: d, normen: [{soort: minimum, waarde: "€ 1,4 mln", citaat: "minstens € 1,4 mln", plaats: tekst}]}
"""
METING = """
periode: "{jaar}"
leveringen:
  - {{door: corporatie, geleverd_op: {later}-01-20, herkomst: definitief,
     cijfers: {{uitstoot: {uitstoot}, oordeel: 7.4, achterstand: "1,6%", investering: "€ 350.000,50"}}}}
"""
OP = ("--peildatum", "2025-12-31")


@pytest.fixture
def map_(tmp_path: Path) -> Path:
    (tmp_path / "metingen").mkdir()
    (tmp_path / "afspraken-2025-2028.yaml").write_text(AFSPRAKEN.lstrip(), "utf-8")
    for jaar, uitstoot in ((2024, "1000.5"), (2025, "920")):
        tekst = METING.format(jaar=jaar, later=jaar + 1, uitstoot=uitstoot)
        (tmp_path / "metingen" / f"{jaar}.yaml").write_text(tekst.lstrip(), "utf-8")
    return tmp_path


def test_the_dossier_is_sound(map_: Path, prestatie: Prestatie) -> None:
    assert "0 fouten, 0 waarschuwingen" in prestatie("--map", map_, "valideer").uit


GETOOND = {
    "co2": "8,0% minder dan in 2024 (920, was 1.000,5 ton CO2)",
    "cijfer": "7,4 punten",
    "achterstand": "1,6%",
    "investering": "€ 350.000,50",
}
NORMEN = {
    "co2": "minstens 30% minder op 31-12-2028",
    "cijfer": "minstens 7,5 punten",
    "achterstand": "hoogstens 1,5%",
    "investering": "minstens € 1,4 mln",
}


@pytest.mark.parametrize("id_", GETOOND)
@pytest.mark.parametrize(
    "opdracht",
    [("indicatoren", "{}"), ("toon", "6.1"), ("rapport",), ("rapport", "--vorm", "raadsbrief"),
     ("rapport", "--vorm", "factsheet"), ("rapport", "--partij", "corporatie")],
    ids=" ".join,
)  # fmt: skip
def test_a_value_and_its_norm_stand_everywhere_with_their_unit(
    id_: str, opdracht: tuple[str, ...], map_: Path, prestatie: Prestatie
) -> None:
    gaf = prestatie("--map", map_, *(o.format(id_) for o in opdracht), *OP)
    assert gaf.code == 0, gaf.fout
    kaal = " ".join(gaf.uit.replace("\\", "").split())
    assert GETOOND[id_] in kaal
    assert NORMEN[id_] in kaal
    assert "0,016" not in kaal


def test_the_standard_of_a_figure_stands_in_its_definition(map_: Path, prestatie: Prestatie) -> None:
    tekst = "Standaard: Voorbeeldstandaard 3, gegeven 12; hier anders: zonder garages."
    for opdracht in (("indicatoren", "co2"), ("rapport",)):
        assert tekst in " ".join(prestatie("--map", map_, *opdracht, *OP).uit.split())


def test_a_chart_of_a_change_says_how_large_it_is(map_: Path, prestatie: Prestatie) -> None:
    html = prestatie("--map", map_, "rapport", "--formaat", "html", *OP).uit
    eerste = html[html.index("Uitstoot van CO2 per jaar") :].partition("</svg>")[0]
    assert "8,0% minder dan in 2024" in eerste
    assert "evenveel als in 2024" in eerste
    assert "lijn-norm" not in eerste  # the norm is of 2028, and holds in no year that is drawn


def test_the_json_has_exact_figures_and_their_units(map_: Path, prestatie: Prestatie) -> None:
    rijen = json.loads(prestatie("--map", map_, "indicatoren", "--formaat", "json", *OP).uit)["indicatoren"]
    waarden = {r["id"]: (r["waarde"], r["eenheid"], r["oordeel"], r["ruimte"]) for r in rijen}
    assert waarden == {
        "co2": ("0.08046", "aandeel", "op_koers", None),
        "cijfer": ("7.4", "punten", "niet_gehaald", None),
        "achterstand": ("0.016", "procent", "niet_gehaald", None),
        "investering": ("350000.5", "euro", "op_koers", "1049999.5"),
    }
    assert [(c["cijfer"], c["eenheid"]) for c in rijen[0]["cijfers"]] == [
        ("1000.5", "ton_co2"),
        ("920", "ton_co2"),
    ]


def test_the_duty_of_a_norm_on_a_day_is_open_until_then_and_stays_met_after(
    map_: Path, prestatie: Prestatie
) -> None:
    """30% less on 31 December 2028, and more again in 2029: it was met."""
    assert "6.1a" in prestatie("--map", map_, "termijnen", "--alles", *OP).uit
    for jaar, uitstoot in ((2026, "880"), (2027, "800"), (2028, "700")):
        tekst = METING.format(jaar=jaar, later=jaar + 1, uitstoot=uitstoot)
        (map_ / "metingen" / f"{jaar}.yaml").write_text(tekst.lstrip(), "utf-8")
    gaf = prestatie("--map", map_, "toon", "6.1", "--peildatum", "2029-03-01").uit
    assert "30,03% minder dan in 2024 (700, was 1.000,5 ton CO2) over 2028" in " ".join(gaf.split())
    assert "stand: gehaald; indicator co2: gehaald" in gaf
    jaren = prestatie("--map", map_, "indicatoren", "co2", "--peildatum", "2028-12-31").uit
    assert "evenveel als in 2024" in " ".join(jaren.split())


def test_a_norm_on_a_day_asks_nothing_of_the_years_before(map_: Path, prestatie: Prestatie) -> None:
    """A duty without a term of its own: no year waits for figures of what must be there in 2028."""
    pad = map_ / "afspraken-2025-2028.yaml"
    tekst = pad.read_text("utf-8").replace(",\n         termijn: {woorden: op 31 december 2028}}", "}")
    pad.write_text(tekst, "utf-8")
    tekst = METING.format(jaar=2026, later=2027, uitstoot="880")
    (map_ / "metingen" / "2026.yaml").write_text(tekst.lstrip(), "utf-8")
    gaf = prestatie("--map", map_, "toon", "6.1", "--peildatum", "2027-06-01").uit
    assert "termijn: geen genoemd" in gaf
    assert "stand: loopt; indicator co2" in gaf
    assert "wacht op cijfers" not in gaf


@pytest.mark.parametrize(
    ("was", "is_", "code"),
    [
        ("soort: gegeven, teller: oordeel", "soort: aantal, teller: oordeel", "eenheid-som"),
        (
            "eenheid: procent, levert: corporatie",
            "eenheid: procent, levert: [corporatie, gemeente]",
            "eenheid-som",
        ),
        ("eenheid: ton_co2", "eenheid: ton_co", "eenheid-onbekend"),
        ('waarde: "1,5%"', "waarde: 1.5", "cijfer-teken"),
        ("waarde: 7.5,", 'waarde: "7,5%",', "cijfer-teken"),
        (
            "tot: 2028, teller: investering,",
            "tot: 2028, teller: investering, min: [uitstoot],",
            "eenheid-verschil",
        ),
    ],
)
def test_what_cannot_be_is_refused_with_its_reason(
    was: str, is_: str, code: str, map_: Path, prestatie: Prestatie
) -> None:
    pad = map_ / "afspraken-2025-2028.yaml"
    tekst = pad.read_text("utf-8")
    assert was in tekst
    pad.write_text(tekst.replace(was, is_), "utf-8")
    gaf = prestatie("--map", map_, "valideer", "--formaat", "json")
    assert gaf.code == 1
    assert code in {b["code"] for b in json.loads(gaf.uit)["bevindingen"]}


@pytest.mark.parametrize("formaat", ["tekst", "md", "json"])
def test_a_changed_figure_or_unit_is_told_with_its_sign(
    formaat: str, map_: Path, prestatie: Prestatie
) -> None:
    """A percentage, an amount, a day of a norm, a base year and what a unit allows."""
    repo = Repo(map_)
    repo.git("init", "--quiet")
    repo.commit("een")
    pad, cijfers = map_ / "afspraken-2025-2028.yaml", map_ / "metingen" / "2025.yaml"
    tekst = pad.read_text("utf-8")
    for was, is_ in (
        ("eenheid: punten", "eenheid: dagen"),
        ("op: 2028-12-31", "op: 2027-12-31"),
        ("decimalen: 1", "decimalen: 2"),
        ("basisjaar: 2024", "basisjaar: 2023"),
    ):
        tekst = tekst.replace(was, is_)
    pad.write_text(tekst, "utf-8")
    nieuw = cijfers.read_text("utf-8").replace('"1,6%"', '"1,7%"').replace("350.000,50", "360.000,50")
    cijfers.write_text(nieuw, "utf-8")
    gaf = prestatie("--map", map_, "diff", "--formaat", formaat)
    assert gaf.code in (0, 1), gaf.fout
    kaal = " ".join(gaf.uit.split())
    for stuk in ("1,6%", "1,7%", "€ 350.000,50", "€ 360.000,50") if formaat != "json" else ("1.6%", "1.7%"):
        assert stuk in kaal
    for stuk in ("2027", "2023", "dagen", "decimalen"):
        assert stuk in kaal


def test_a_comma_in_a_percentage_between_braces_is_told_with_its_remedy(
    map_: Path, prestatie: Prestatie
) -> None:
    """YAML ends a value at a comma there: it would be 1 and a figure named 6%."""
    pad = map_ / "metingen" / "2025.yaml"
    pad.write_text(pad.read_text("utf-8").replace('"1,6%"', "1,6%"), "utf-8")
    gaf = prestatie("--map", map_, "valideer")
    assert gaf.code == 1
    assert "zet '4,1%' tussen aanhalingstekens" in gaf.uit


def test_a_changed_percentage_is_named_as_the_data_write_it(map_: Path, prestatie: Prestatie) -> None:
    repo = Repo(map_)
    repo.git("init", "--quiet")
    repo.commit("een")
    pad = map_ / "metingen" / "2025.yaml"
    pad.write_text(pad.read_text("utf-8").replace('"1,6%"', "1.7%"), "utf-8")
    uit = prestatie("--map", map_, "valideer").uit
    assert "achterstand over 2025 was 1,6% en is nu 1,7%, zonder correctie" in uit
    assert "was: 1.6%, met de reden" in uit


# -- reading and printing ------------------------------------------------------------------------------

LEES = TypeAdapter(GetalMetTeken)


@pytest.mark.parametrize(
    ("tekst", "waarde"),
    [
        ("4,1%", Procent("0.041")),
        ("4.1 %", Procent("0.041")),
        ("-2%", Procent("-0.02")),
        ("€ 1,4 mln", Euro("1400000")),
        ("€ 12,5 miljoen", Euro("12500000")),
        ("EUR 2,5 mln", Euro("2500000")),
        ("€ 1.250.000", Euro("1250000")),
        ("€ 1.250,50", Euro("1250.50")),
        ("1,4 mln", Decimal("1400000")),
        ("€1250", Euro("1250")),
        ("1250.50", Decimal("1250.50")),
    ],
)
def test_amounts_and_percentages_are_read_as_dutch_writes_them(tekst: str, waarde: Decimal) -> None:
    gelezen = LEES.validate_python(tekst)
    assert (gelezen, type(gelezen)) == (waarde, type(waarde))


@pytest.mark.parametrize(
    "tekst", ["€ 12.50", "€ 1.4 mln", "1.4 mln", "€ 1,250,000", "€", "% 4", "4,1", "€ 1.25.000"]
)
def test_what_could_be_another_amount_is_not_guessed(tekst: str) -> None:
    with pytest.raises(ValidationError):
        LEES.validate_python(tekst)


@settings(derandomize=True, deadline=None, max_examples=300)
@given(st.decimals(0, 10**10, places=2))
def test_a_printed_amount_is_read_back_as_the_same(waarde: Decimal) -> None:
    for getoond in (bedrag(waarde), bedrag_in_miljoenen(waarde)):
        assert LEES.validate_python(getoond) == waarde


@settings(derandomize=True, deadline=None, max_examples=200)
@given(st.decimals(-1, 3, places=5))
def test_a_printed_percentage_is_read_back_as_the_same(waarde: Decimal) -> None:
    assert LEES.validate_python(hoeveelheid(waarde, EENHEDEN["procent"])) == waarde
