"""One dossier tells one story: the state of a duty from its statements, deliveries, figures and doers."""

import json
import shutil
from datetime import date, timedelta
from itertools import pairwise
from pathlib import Path

import pytest

from prestatie_cli.indicatoren.gepeild import indicatorstanden
from prestatie_cli.indicatoren.plichten import plichtstanden
from prestatie_cli.model.dossier import Dossier
from prestatie_cli.termijnen.samenvatting import samengevat
from prestatie_cli.termijnen.standen import Termijnstand
from tests.conftest import BASIS, DATA, ROOT, Prestatie, lees

DAG = timedelta(days=1)
KENGETALLEN = """
kengetallen:
  - {id: verkocht, naam: V, soort: stroom, eenheid: woningen, levert: omthuis, definitie: d}
  - {id: gebouwd, naam: G, soort: stroom, eenheid: woningen, levert: omthuis, definitie: d}
"""


def d(tekst: str) -> date:
    return date.fromisoformat(tekst)


def rijen(
    plicht: str,
    op: str,
    meldingen: str = "",
    rest: str = "",
    leveringen: dict[str, tuple[str, str]] | None = None,
) -> tuple[Termijnstand, ...]:
    """The rows of one duty 1.1a."""
    return plichtstanden(dossier(plicht, meldingen, rest, leveringen), d(op))


def dossier(
    plicht: str,
    meldingen: str = "",
    rest: str = "",
    leveringen: dict[str, tuple[str, str]] | None = None,
) -> Dossier:
    """One duty 1.1a; a delivery is its day and its figures, by period, `!` for provisional."""
    velden = plicht if "wie:" in plicht else f"wie: [omthuis], {plicht}"
    teksten = {
        "afspraken-2026.yaml": BASIS
        + 'afspraken:\n  - nummer: "1.1"\n    thema: "1"\n    tekst: iets\n'
        + f"    verplichtingen: [{{letter: a, wat: Iets doen, {velden}}}]\n{KENGETALLEN}{rest}"
    }
    regels = [r.strip() for r in meldingen.splitlines() if r.strip()]
    for jaar in {r.split("datum: ")[1][:4] for r in regels}:
        eigen = "\n".join(f"  - {{verplichting: 1.1a, {r}}}" for r in regels if f"datum: {jaar}" in r)
        teksten[f"voortgang/{jaar}.yaml"] = f"jaar: {jaar}\nvoortgang:\n{eigen}\n"
    for periode, (dag, cijfers) in (leveringen or {}).items():
        herkomst = "voorlopig" if cijfers.startswith("!") else "definitief"
        teksten[f"metingen/{periode}.yaml"] = (
            f'periode: "{periode}"\nleveringen: [{{door: omthuis, geleverd_op: {dag}, '
            f"herkomst: {herkomst}, cijfers: {{{cijfers.lstrip('!')}}}}}]\n"
        )
    gelezen, bevindingen, _ = lees(teksten)
    assert [b for b in bevindingen if b.ernst == "fout"] == []
    return gelezen


def stand(*args: object, **kw: object) -> str:
    (rij,) = rijen(*args, **kw)  # type: ignore[arg-type]  # the same arguments
    return rij.stand


def met(woorden: str, soort: str = "oplevering") -> str:
    return f"soort: {soort}, termijn: {{woorden: {woorden}}}"


# -- the figures decide --------------------------------------------------------------------------------

DOEL = met("2026 tot en met 2027", "doelstelling") + ", indicator: bouw"
BOUW = """
indicatoren:
  - id: bouw
    naam: Bouw
    afspraak: "1.1"
    soort: cumulatief
    teller: gebouwd
    van: 2026
    tot: 2027
    definitie: d
    normen: [{soort: SOORT, waarde: 100, citaat: iets, plaats: tekst}]
"""
MINIMUM, MAXIMUM = BOUW.replace("SOORT", "minimum"), BOUW.replace("SOORT", "maximum")
STREVEN = BOUW.replace("SOORT", "streefwaarde")


@pytest.mark.parametrize(
    ("op", "norm", "cijfers", "verwacht"),
    [
        ("2026-08-01", MINIMUM, {}, "loopt"),
        ("2026-08-01", MINIMUM, {"2026-H1": ("2026-07-15", "gebouwd: 30")}, "loopt"),
        ("2027-08-01", MINIMUM, {"2026": ("2027-01-15", "gebouwd: 130")}, "gehaald"),
        ("2028-02-01", MINIMUM, {"2026": ("2027-01-15", "gebouwd: 130")}, "gehaald"),
        ("2028-02-01", MINIMUM, {"2026": ("2027-01-15", "gebouwd: 30")}, "wacht_op_cijfers"),
        (
            "2028-02-01",
            MINIMUM,
            {"2026": ("2027-01-15", "gebouwd: 30"), "2027": ("2028-01-15", "!gebouwd: 40")},
            "wacht_op_cijfers",
        ),
        (
            "2028-02-01",
            MINIMUM,
            {"2026": ("2027-01-15", "gebouwd: 30"), "2027": ("2028-01-15", "gebouwd: 40")},
            "niet_gehaald",
        ),
        (
            "2028-02-01",
            STREVEN,
            {"2026": ("2027-01-15", "gebouwd: 30"), "2027": ("2028-01-15", "gebouwd: 40")},
            "niet_gehaald",
        ),
        ("2028-02-01", MINIMUM, {}, "wacht_op_cijfers"),
        ("2026-08-01", MAXIMUM, {}, "loopt"),
        ("2027-02-01", MAXIMUM, {"2026": ("2027-01-15", "gebouwd: 101")}, "niet_gehaald"),
        ("2028-02-01", MAXIMUM, {"2026": ("2027-01-15", "gebouwd: 30")}, "wacht_op_cijfers"),
        (
            "2028-02-01",
            MAXIMUM,
            {"2026": ("2027-01-15", "gebouwd: 30"), "2027": ("2028-01-15", "gebouwd: 40")},
            "gehaald",
        ),
        ("2025-12-01", MINIMUM, {}, None),
    ],
)
def test_a_duty_with_an_indicator_takes_its_outcome_from_it(
    op: str, norm: str, cijfers: dict[str, tuple[str, str]], verwacht: str | None
) -> None:
    """130 of 100 built is never 'te laat', a cap is never late, and without final figures nothing is decided."""
    if verwacht is None:
        return
    assert stand(DOEL, op, rest=norm, leveringen=cijfers) == verwacht


def test_a_duty_that_figures_decide_is_never_late_on_any_day() -> None:
    for norm in (MINIMUM, MAXIMUM, STREVEN):
        for n in range(0, 1100, 7):
            (rij,) = rijen(DOEL, str(d("2026-01-01") + n * DAG), rest=norm)
            assert rij.stand in ("loopt", "wacht_op_cijfers")


def test_a_statement_that_contradicts_the_figures_is_told_beside_it() -> None:
    gemeld = "datum: 2026-06-01, door: omthuis, melding: afgerond"
    (rij,) = rijen(DOEL, "2026-08-01", gemeld, MINIMUM, {"2026-H1": ("2026-07-15", "gebouwd: 30")})
    assert (rij.stand, [v.melding for v in rij.anders]) == ("loopt", ["afgerond"])
    vertraagd = "datum: 2027-02-01, door: omthuis, melding: vertraagd, oorzaak: o, bijsturing: b"
    (rij,) = rijen(DOEL, "2027-08-01", vertraagd, MINIMUM, {"2026": ("2027-01-15", "gebouwd: 130")})
    assert (rij.stand, [v.melding for v in rij.anders]) == ("gehaald", ["vertraagd"])


# -- several doers -------------------------------------------------------------------------------------

TWEE = "wie: [omthuis, gemeente], " + met("medio 2026")


@pytest.mark.parametrize("volgorde", [("omthuis", "gemeente"), ("gemeente", "omthuis")])
def test_each_for_itself_the_duty_is_as_far_as_the_slowest(volgorde: tuple[str, str]) -> None:
    een, ander = volgorde
    meldingen = (
        f"datum: 2026-05-01, door: {een}, melding: vertraagd, oorzaak: o, bijsturing: b\n"
        f"datum: 2026-06-01, door: {ander}, melding: afgerond"
    )
    (rij,) = rijen(TWEE, "2026-08-01", meldingen)
    assert (rij.stand, dict(rij.per_partij)) == ("te_laat", {een: "te_laat", ander: "gehaald"})


def test_of_five_that_deliver_one_has_delivered() -> None:
    plicht = "wie: [omthuis, gemeente, hlve], uitvoering: ieder, " + met("jaarlijks", "rapportage")
    (rij,) = rijen(plicht, "2027-02-01", "datum: 2026-06-01, door: hlve, melding: afgerond, bewijs: b")
    assert rij.stand == "te_laat"
    assert dict(rij.per_partij) == {"omthuis": "te_laat", "gemeente": "te_laat", "hlve": "gehaald"}


def test_together_one_may_say_it_is_done_unless_another_says_otherwise_since() -> None:
    samen = TWEE + ", uitvoering: samen"
    klaar = "datum: 2026-06-01, door: omthuis, melding: afgerond\n"
    assert stand(samen, "2026-06-02", klaar) == "gehaald"
    eerder = "datum: 2026-05-01, door: gemeente, melding: loopt\n"
    assert stand(samen, "2026-06-02", eerder + klaar) == "gehaald"
    later = "datum: 2026-06-05, door: gemeente, melding: loopt\n"
    (rij,) = rijen(samen, "2026-06-06", klaar + later)
    assert (rij.stand, [v.door for v in rij.anders]) == ("binnenkort", ["omthuis"])
    terug = "datum: 2026-06-07, door: gemeente, melding: afgerond\n"
    assert stand(samen, "2026-06-08", klaar + later + terug) == "gehaald"
    herhaald = "datum: 2026-06-07, door: omthuis, melding: afgerond\n"
    assert stand(samen, "2026-06-08", klaar + later + herhaald) == "binnenkort"


# -- time --------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "woorden",
    ["op 1 december 2026", "per 1 december 2026", "1 december 2026", "vanaf 1 december 2026", "in 2026"],
)
def test_nothing_goes_from_later_to_late_in_a_day(woorden: str) -> None:
    standen_ = [stand(met(woorden), str(d("2026-01-01") + n * DAG)) for n in range(500)]
    assert ("later", "te_laat") not in pairwise(standen_)
    assert "binnenkort" in standen_


def test_a_day_seven_days_ahead_is_soon() -> None:
    assert stand(met("op 1 december 2026"), "2026-11-24") == "binnenkort"


# -- deliveries ------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("periode", "geleverd_op", "verwacht"),
    [
        ("2025", "2026-02-01", "gehaald"),  # A month early.
        ("2026-H1", "2026-07-10", "te_laat_gehaald"),
        ("2025-H2", "2026-02-28", "gehaald"),
        ("2024", "2026-02-01", "te_laat"),  # Too old for this moment.
    ],
)
def test_a_delivery_fulfils_a_reporting_duty_of_one_date(
    periode: str, geleverd_op: str, verwacht: str
) -> None:
    plicht = met("uiterlijk 1 maart 2026", "rapportage") + ", kengetallen: [verkocht]"
    assert stand(plicht, "2026-12-01", leveringen={periode: (geleverd_op, "verkocht: 4")}) == verwacht


TWEE_KEER = met("twee keer per jaar", "rapportage") + ", kengetallen: [verkocht]"


def test_two_old_years_on_one_january_day_are_not_two_of_two() -> None:
    oud = {"2023": ("2026-01-20", "verkocht: 4"), "2024": ("2026-01-20", "verkocht: 5")}
    assert [r.stand for r in rijen(TWEE_KEER, "2027-01-01", leveringen=oud)] == ["te_laat", "te_laat"]
    vorig = {"2025-H1": ("2026-01-20", "verkocht: 4"), "2025-H2": ("2026-01-20", "verkocht: 5")}
    assert [r.stand for r in rijen(TWEE_KEER, "2027-01-01", leveringen=vorig)] == ["gehaald", "te_laat"]


MOMENTEN = """
meetmomenten:
  - woorden: twee keer per jaar
    momenten: [{tijdvak: 2026-H1, uiterlijk: 2026-08-31}, {tijdvak: 2026-H2, uiterlijk: 2027-02-28}]
    vastgesteld_door: [gemeente, omthuis, hlve]
    vastgesteld_op: 2026-01-15
"""


def test_quarters_that_cover_a_half_fulfil_it() -> None:
    een = {"2026-Q1": ("2026-04-10", "verkocht: 1")}
    assert [r.stand for r in rijen(TWEE_KEER, "2026-09-01", "", MOMENTEN, een)] == ["te_laat", "later"]
    beide = een | {"2026-Q2": ("2026-07-10", "verkocht: 1")}
    assert [r.stand for r in rijen(TWEE_KEER, "2026-09-01", "", MOMENTEN, beide)] == ["gehaald", "later"]


def test_a_statement_without_a_period_counts_for_the_moment_that_is_open() -> None:
    eerste = "datum: 2026-08-01, door: omthuis, melding: afgerond, bewijs: b\n"
    assert [r.stand for r in rijen(TWEE_KEER, "2026-09-01", eerste, MOMENTEN)] == ["gehaald", "later"]
    tweede = "datum: 2026-08-02, door: omthuis, melding: afgerond, bewijs: b\n"
    assert [r.stand for r in rijen(TWEE_KEER, "2026-09-01", eerste + tweede, MOMENTEN)] == [
        "gehaald",
        "later",
    ]
    te_vroeg = "datum: 2026-02-01, door: omthuis, melding: afgerond, bewijs: b\n"
    assert [r.stand for r in rijen(TWEE_KEER, "2026-09-01", te_vroeg, MOMENTEN)] == ["te_laat", "later"]


# -- recurring and conditional ---------------------------------------------------------------------------


def test_what_recurs_each_month_is_late_when_the_next_month_is_over() -> None:
    maandelijks = met("maandelijks", "rapportage")
    assert {r.stand for r in rijen(maandelijks, "2026-02-28")} == {"binnenkort", "later"}
    per_maand = {r.tijdvak: r.stand for r in rijen(maandelijks, "2026-04-01")}
    assert [t for t, s in per_maand.items() if s == "te_laat"] == ["2026-01", "2026-02"]


def test_a_condition_that_never_came_true_makes_nothing_late() -> None:
    plicht = met("jaarlijks", "voorwaardelijk") + ", voorwaarde: iets"
    assert stand(plicht, "2027-06-01") == "voorwaardelijk"
    vervuld = "datum: 2026-03-01, door: gemeente, melding: voorwaarde_vervuld"
    assert stand(plicht, "2027-06-01", vervuld) == "te_laat"


# -- before the first agreements, and after the last ------------------------------------------------------


@pytest.mark.parametrize("opdracht", ["status", "termijnen", "indicatoren"])
def test_before_the_first_agreements_nothing_is_judged_and_it_says_from_when(
    prestatie: Prestatie, opdracht: str
) -> None:
    uit = " ".join(prestatie(opdracht, "--peildatum", "2025-12-31").uit.split())
    assert "Er gelden nog geen afspraken: de eerste gaan in op 1 januari 2026." in uit
    assert "op koers" not in uit
    gaf = json.loads(prestatie(opdracht, "--peildatum", "2025-12-31", "--formaat", "json").uit)
    assert gaf.get("termijnen", []) == gaf.get("indicatoren", []) == []


@pytest.mark.parametrize("opdracht", ["status", "termijnen", "indicatoren"])
def test_after_the_last_agreements_it_says_that_they_ended(prestatie: Prestatie, opdracht: str) -> None:
    uit = " ".join(prestatie(opdracht, "--peildatum", "2028-09-01").uit.split())
    assert "De afspraken 2026 zijn afgelopen op 31 december 2026; er zijn nog geen nieuwere." in uit
    assert "afgelopen" not in prestatie(opdracht, "--peildatum", "2026-09-01").uit


def test_no_hint_leads_to_a_day_before_the_agreements(prestatie: Prestatie) -> None:
    assert "--peildatum" not in prestatie("indicatoren", "--peildatum", "2026-03-01").uit


# -- readings that the parties settled --------------------------------------------------------------------

LEZING = "lezing: {uiterlijk: 2026-09-30, vastgesteld_door: [gemeente], vastgesteld_op: 2026-01-05}"


def test_a_reading_does_not_turn_what_recurs_into_one_delivery() -> None:
    plicht = "soort: rapportage, termijn: {woorden: vier keer per jaar, " + LEZING + "}"
    assert len(rijen(plicht, "2026-06-01")) == 4


@pytest.mark.parametrize("woorden", ["in principe in 2026", "in principe najaar 2026"])
def test_a_reading_does_not_make_what_is_strived_for_hard(woorden: str) -> None:
    plicht = f"soort: oplevering, termijn: {{woorden: {woorden}, {LEZING}}}"
    (rij,) = rijen(plicht, "2026-12-01")
    assert (rij.uiterlijk, rij.zacht, rij.stand) == (d("2026-09-30"), True, "loopt")


def test_words_with_two_readings_are_not_guessed() -> None:
    """Before 2026, or meant for it?"""
    assert stand(met("voor 2026"), "2026-02-01") == "zonder_termijn"
    assert stand(met("vóór 2026"), "2026-02-01") == "te_laat"


def test_the_help_names_both_readings(prestatie: Prestatie, tmp_path: Path) -> None:
    tekst = (DATA / "afspraken-2026.yaml").read_text("utf-8")
    tekst = tekst.replace("evaluatie medio 2026", "evaluatie voor 2026").replace(
        "woorden: medio 2026", "woorden: voor 2026"
    )
    (tmp_path / "afspraken-2026.yaml").write_text(tekst, "utf-8")
    uit = " ".join(prestatie("--map", tmp_path, "valideer", "--peildatum", "2026-08-01").uit.split())
    assert "wel gelezen wordt 'vóór 2026' of 'in 2026'" in uit


def test_a_breach_of_december_is_still_there_in_january(prestatie: Prestatie, tmp_path: Path) -> None:
    gegevens = tmp_path / "gegevens"
    shutil.copytree(DATA, gegevens)
    (gegevens / "metingen" / "2026.yaml").write_text(
        'periode: "2026"\nleveringen: [{door: omthuis, geleverd_op: 2027-01-02, herkomst: definitief, '
        "cijfers: {verhuringen_vrijgekomen: 139, toewijzingen_middeninkomens: 15}}]\n",
        "utf-8",
    )
    for dag in ("2026-12-31", "2027-01-01", "2027-01-20", "2027-06-30"):
        gaf = json.loads(
            prestatie("--map", gegevens, "indicatoren", "--peildatum", dag, "--formaat", "json").uit
        )
        (eerste,) = [i for i in gaf["indicatoren"] if i["id"] == "middeninkomens"]
        assert (eerste["teller"], eerste["oordeel"], eerste["periode"]) == ("15", "niet_gehaald", "2026"), dag


@pytest.mark.parametrize(
    ("woorden", "oordeel"), [("per kwartaal", "onvolledig"), ("jaarlijks", "geen_meting")]
)
def test_what_is_promised_more_than_once_a_year_is_not_waited_for_until_the_year_is_over(
    woorden: str, oordeel: str
) -> None:
    plicht = met(woorden, "rapportage") + ", kengetallen: [gebouwd]"
    gelezen = dossier(plicht, rest=MINIMUM)
    (bouw,) = indicatorstanden(gelezen, d("2026-08-01"))
    assert bouw.oordeel == oordeel


# -- as other municipalities write it ------------------------------------------------------------------

OVERLEG = "wie: [gemeente, omthuis], uitvoering: samen, soort: oplevering, termijn: {woorden: jaarlijks voor 1 april}"


def test_a_statement_about_one_year_does_not_count_for_the_next() -> None:
    gemeld = 'datum: 2026-03-20, door: omthuis, melding: afgerond, tijdvak: "2026"'
    volgend = BASIS.replace("jaar: 2026", "geldt: {van: 2026, tot: 2028}") + (
        'afspraken:\n  - nummer: "1.1"\n    thema: "1"\n    tekst: iets\n'
        f"    verplichtingen: [{{letter: a, wat: Overleggen, {OVERLEG}}}]\n"
    )
    register = f"jaar: 2026\nvoortgang:\n  - {{verplichting: 1.1a, {gemeld}}}\n"
    gelezen, _, _ = lees({"afspraken-2026-2028.yaml": volgend, "voortgang/2026.yaml": register})
    assert [r.stand for r in plichtstanden(gelezen, d("2026-05-01"))] == ["gehaald", "later", "later"]


def test_who_does_it_together_and_says_otherwise_opens_a_yearly_duty_again() -> None:
    gemeld = 'datum: 2026-03-20, door: omthuis, melding: afgerond, tijdvak: "2026"'
    tegen = 'datum: 2026-03-28, door: gemeente, melding: aandacht, oorzaak: x, bijsturing: y, tijdvak: "2026"'
    assert stand(OVERLEG, "2026-05-01", gemeld) == "gehaald"
    assert stand(OVERLEG, "2026-05-01", f"{gemeld}\n{tegen}") == "te_laat"


def test_what_each_party_does_for_itself_is_no_other_view_of_the_same() -> None:
    plicht = f"wie: [gemeente, omthuis], uitvoering: ieder, {met('in 2026')}"
    gemeld = (
        "datum: 2026-05-01, door: gemeente, melding: afgerond\n"
        "datum: 2026-06-01, door: omthuis, melding: vertraagd, oorzaak: x, bijsturing: y"
    )
    (rij,) = rijen(plicht, "2026-08-01", gemeld)
    assert (rij.per_partij, rij.anders) == ((("gemeente", "gehaald"), ("omthuis", "loopt")), ())


def test_a_recurring_duty_tells_how_far_each_party_is_over_all_its_times() -> None:
    plicht = f"wie: [gemeente, omthuis], uitvoering: ieder, {met('maandelijks')}"
    gemeld = "datum: 2026-01-30, door: omthuis, melding: afgerond, tijdvak: 2026-01"
    (rij,) = samengevat(rijen(plicht, "2026-04-15", gemeld))
    assert rij.per_partij == (("gemeente", "te_laat"), ("omthuis", "te_laat"))


def test_a_year_in_which_a_cap_was_passed_asks_attention_as_long_as_the_kader_holds(
    tmp_path: Path, prestatie: Prestatie
) -> None:
    kader = ROOT / "tests/voorbeelden/goed/kader_met_jaarschijven"
    uit = prestatie("--map", kader, "status", "--alles", "--peildatum", "2026-08-01").uit
    assert "niet gehaald" in uit.partition("VERPLICHTINGEN")[0]
