"""What is left, and how firm it is: room under a cap, a passed cap, a year that is over, figures that may change."""

from decimal import Decimal

import pytest

from prestatie_cli.indicatoren.berekening import Indicatorstand
from prestatie_cli.indicatoren.gepeild import indicatorstanden
from prestatie_cli.woorden.indicatorwoorden import leverteksten, normkolom, oordeelwoord, ruimtetekst
from tests.conftest import BASIS, Prestatie, lees
from tests.test_toestand import d

AFSPRAAK = 'afspraken:\n  - {nummer: "1.1", thema: "1", tekst: hoogstens 10}\n'
INDICATOR = """
indicatoren:
  - {{id: verkoop, naam: Verkoop, afspraak: "1.1", soort: {soort}, teller: verkocht, definitie: d{velden},
     normen: [{{soort: {norm}, citaat: hoogstens 10, plaats: tekst}}]}}
kengetallen:
  - {{id: verkocht, naam: V, soort: {stroom}, eenheid: woningen, levert: omthuis, definitie: d}}
  - {{id: verhuurd, naam: W, soort: stroom, eenheid: woningen, levert: omthuis, definitie: d}}
"""
CAP, DOEL = "maximum, waarde: 10", "minimum, waarde: 10"


def stand(
    op: str,
    norm: str = CAP,
    soort: str = "aantal",
    velden: str = "",
    **leveringen: str,
) -> Indicatorstand:
    """One indicator; a delivery is `H1="12 voorlopig"`, by the part of 2026 that it is about."""
    tekst = INDICATOR.format(soort=soort, norm=norm, velden=velden, stroom="stroom")
    teksten = {"afspraken-2026.yaml": BASIS + AFSPRAAK + tekst}
    for deel, wat in leveringen.items():
        cijfers, _, herkomst = wat.partition(" ")
        teller, _, noemer = cijfers.partition("/")
        periode = "2026" if deel == "jaar" else f"2026-{deel}"
        meer = f", verhuurd: {noemer}" if noemer else ""
        teksten[f"metingen/{periode}.yaml"] = (
            f'periode: "{periode}"\nleveringen: [{{door: omthuis, geleverd_op: 2027-01-10, '
            f"herkomst: {herkomst or 'definitief'}, cijfers: {{verkocht: {teller}{meer}}}}}]\n"
        )
    gelezen, bevindingen, _ = lees(teksten)
    assert [b for b in bevindingen if b.ernst == "fout"] == []
    (uit,) = indicatorstanden(gelezen, d(op))
    return uit


@pytest.mark.parametrize(
    ("norm", "cijfer", "woorden"),
    [
        (CAP, "4", "nog 6 mogelijk"),
        (CAP, "10", "nog 0 mogelijk"),
        (CAP, "12", "2 te veel"),
        (DOEL, "4", "nog 6 nodig"),
    ],
)
def test_what_is_left_while_the_year_runs(norm: str, cijfer: str, woorden: str) -> None:
    assert ruimtetekst(stand("2026-08-01", norm, H1=cijfer)) == woorden


@pytest.mark.parametrize(
    ("norm", "cijfer", "woorden"),
    [(CAP, "4", ""), (CAP, "12", "2 te veel"), (DOEL, "4", ""), (DOEL, "12", "")],
)
def test_a_year_that_is_over_has_no_room(norm: str, cijfer: str, woorden: str) -> None:
    """Nothing is possible or needed any more; that a cap was passed, and by how many, stays."""
    assert ruimtetekst(stand("2027-02-01", norm, jaar=cijfer)) == woorden


def test_what_adds_up_over_years_has_no_pace_when_it_is_over() -> None:
    jaren = ", van: 2026, tot: 2026"
    assert stand("2026-08-01", DOEL, "cumulatief", jaren, H1="4").tempo is not None
    assert stand("2027-02-01", DOEL, "cumulatief", jaren, jaar="4").tempo is None


def test_a_band_that_was_passed_says_by_how_many() -> None:
    band = "bandbreedte, ondergrens: 5, bovengrens: 10"
    assert ruimtetekst(stand("2026-08-01", band, H1="13")) == "3 te veel"
    assert ruimtetekst(stand("2026-08-01", band, H1="3")) == "nog 2 nodig"


def test_a_share_that_was_passed_says_by_how_many() -> None:
    """15 of 139 at 10% at the most: 13 are allowed."""
    over = stand("2027-02-01", "maximum, waarde: 10%", "aandeel", ", noemer: verhuurd", jaar="15/139")
    assert (over.oordeel, ruimtetekst(over)) == ("niet_gehaald", "2 te veel")


def test_the_json_says_what_the_room_is(prestatie: Prestatie) -> None:
    uit = stand("2026-08-01", H1="12")
    assert (uit.ruimte, uit.ruimte_soort) == (Decimal(2), "te_veel")


# -- firm ----------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("halven", "oordeel", "woorden"),
    [
        (("4", "3"), "gehaald", "gehaald"),
        (("4 voorlopig", "3"), "op_koers", "op koers (voorlopig)"),
        (("4 voorbeeld", "3"), "gehaald", "gehaald (voorbeeld)"),
        (("4 voorbeeld", "3 voorlopig"), "op_koers", "op koers (voorbeeld)"),
    ],
)
def test_one_provisional_figure_makes_the_verdict_provisional(
    halven: tuple[str, str], oordeel: str, woorden: str
) -> None:
    uit = stand("2027-02-01", H1=halven[0], H2=halven[1])
    assert (uit.oordeel, oordeelwoord(uit)) == (oordeel, woorden)
    assert uit.definitief == (oordeel == "gehaald")


# -- in words ------------------------------------------------------------------------------------------


def test_a_reason_names_its_periods_in_words() -> None:
    assert stand("2027-02-01", H1="4").reden == "cijfers over tweede halfjaar 2026 ontbreken"


@pytest.mark.parametrize(
    ("op", "reden"),
    [
        ("2026-03-01", "er is nog geen halfjaar voorbij"),
        ("2026-06-30", "de cijfers over eerste halfjaar 2026 worden nog verwacht"),
    ],
)
def test_why_there_is_no_figure_yet(op: str, reden: str) -> None:
    assert stand(op).reden == reden


# -- euros ---------------------------------------------------------------------------------------------


def test_an_amount_is_written_as_money_everywhere() -> None:
    tekst = INDICATOR.format(
        soort="bedrag", norm="minimum, waarde: 1400000", velden="", stroom="stroom"
    ).replace("eenheid: woningen", "eenheid: euro")
    meting = (
        'periode: "2026-H1"\nleveringen: [{door: omthuis, geleverd_op: 2026-07-10, herkomst: definitief, '
        "cijfers: {verkocht: 250000.50}}]\n"
    )
    gelezen, _, _ = lees({"afspraken-2026.yaml": BASIS + AFSPRAAK + tekst, "metingen/2026-H1.yaml": meting})
    (uit,) = indicatorstanden(gelezen, d("2026-08-01"))
    assert normkolom(uit) == "minstens € 1,4 mln"
    assert ruimtetekst(uit) == "nog € 1.149.999,50 nodig"


def test_a_large_number_has_its_points() -> None:
    assert ruimtetekst(stand("2026-08-01", "maximum, waarde: 12000", H1="1000")) == "nog 11.000 mogelijk"


@pytest.mark.parametrize(
    ("norm", "half", "oordeel", "reden"),
    [
        (DOEL, "4", "onvolledig", "naar wat geleverd is te weinig voor de norm"),
        (CAP, "6", "onvolledig", "naar wat geleverd is meer dan de norm toelaat"),
    ],
)
def test_what_is_over_has_no_pace_while_figures_are_missing(
    norm: str, half: str, oordeel: str, reden: str
) -> None:
    """The first half alone, seen after the year: nothing is needed or possible any more, nothing is too slow."""
    over = stand("2027-02-01", norm, H1=half)
    assert over.oordeel == oordeel
    assert over.reden == f"{reden}; cijfers over tweede halfjaar 2026 ontbreken"
    assert (ruimtetekst(over), over.kans, over.tempo, over.verwacht) == ("", None, None, None)


def test_what_is_over_and_provisional_is_held_against_the_line_itself() -> None:
    over = stand("2027-02-01", DOEL, H1="4 voorlopig", H2="3")
    assert (over.oordeel, over.reden) == ("aandacht", "onder de norm")


def test_every_missing_half_is_owed_since_its_own_day() -> None:
    """Two halves that are missing are late since the first of them was, however late one looks."""
    jaren = ", van: 2026, tot: 2027"
    uit = stand("2028-02-01", DOEL, "cumulatief", jaren, H1="4")
    assert [(g.periode, str(g.sinds)) for g in uit.te_leveren] == [
        ("2026-H2", "2027-01-01"),
        ("2027-H1", "2027-07-01"),
        ("2027-H2", "2028-01-01"),
    ]
    (zin,) = leverteksten(uit.te_leveren)
    assert (
        zin == "omthuis levert verkocht over 1 juli 2026 t/m 31 december 2027 (verwacht sinds 1 januari 2027)"
    )


@pytest.mark.parametrize(
    ("op", "woorden"),
    [
        ("2026-07-31", "op koers"),
        ("2026-12-30", "op koers"),
        ("2026-12-31", "op koers, over eerste halfjaar 2026"),
    ],
)
def test_on_the_last_day_the_verdict_speaks_of_what_there_is(op: str, woorden: str) -> None:
    """The second half is over and not due before tomorrow: the verdict is that of the first."""
    assert oordeelwoord(stand(op, H1="4")) == woorden
