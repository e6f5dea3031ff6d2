"""How parties read a term: settled or for now, once or time and again; nothing that the words say is lost."""

import json
from datetime import date
from pathlib import Path

import pytest

from prestatie_cli.controles import controleer
from prestatie_cli.indicatoren.verschuldigd import leverplan
from prestatie_cli.inlezen.bestanden import lees_dossier
from prestatie_cli.termijnen.lezingen import lezing_van, venster_van
from prestatie_cli.termijnen.perioden import grenzen
from prestatie_cli.termijnen.standen import standen
from prestatie_cli.termijnen.venster import Duur, Venster
from prestatie_cli.termijnen.vervolg import verplichtingen
from tests.conftest import BASIS, Prestatie
from tests.test_termijnen import beknopt, d, dossier, rijen, stand

VAST = "vastgesteld_door: [gemeente, omthuis], vastgesteld_op: 2026-01-15"


def plicht(woorden: str, lezing: str, soort: str = "oplevering") -> str:
    return (
        f'soort: {soort}, termijn: {{woorden: "{woorden}", afgeleid: true, reden: r, lezing: {{{lezing}}}}}'
    )


def venster(woorden: str, lezing: str) -> Venster | None:
    ((_, v),) = verplichtingen(dossier(plicht(woorden, lezing)).jaargangen["afspraken-2026.yaml"])
    return venster_van(v, 2026)


def terugkerend(**velden: object) -> Venster:
    return Venster("terugkerend", **{"keer": 1, **velden})  # type: ignore[arg-type]


MOMENTEN = (
    "meetmomenten: [{woorden: jaarlijks, momenten: [{tijdvak: '2026', uiterlijk: 2027-06-01}], "
    "vastgesteld_door: [gemeente], vastgesteld_op: 2026-01-15}]\n"
)
NAJAAR = (d("2000-09-01"), d("2000-11-30"))


@pytest.mark.parametrize(
    ("woorden", "lezing", "verwacht"),
    [
        (
            "jaarlijks in het najaar",
            "vroegst: 2026-09-01, uiterlijk: 2026-11-30",
            terugkerend(binnen_jaar=NAJAAR),
        ),
        ("jaarlijks", "uiterlijk: 2026-03-31", terugkerend(binnen_jaar=(None, d("2000-03-31")))),
        ("jaarlijks", "uiterlijk: 2027-04-01", terugkerend(binnen_jaar=(None, d("2001-04-01")))),
        ("in principe jaarlijks in de zomer", "uiterlijk: 2026-08-31",
         terugkerend(binnen_jaar=(None, d("2000-08-31")), zacht=True)),
        ("in het najaar", "herhaling: jaarlijks, uiterlijk: 2026-11-30",
         terugkerend(binnen_jaar=(None, d("2000-11-30")))),
        ("regelmatig", "herhaling: twee keer per jaar", terugkerend(keer=2)),
        ("regelmatig, zo mogelijk", "herhaling: twee keer per jaar", terugkerend(keer=2, zacht=True)),
        ("per kwartaal", "levertermijn: 30", terugkerend(elke=3, duur=Duur(dagen=30))),
        ("elke maand", "levertermijn: 0", terugkerend(elke=1, duur=Duur())),
        ("binnen drie werkdagen na de melding", "levertermijn: 5", Venster("relatief", duur=Duur(dagen=5))),
        ("streven is het najaar", "uiterlijk: 2026-11-30",
         Venster("periode", None, d("2026-11-30"), zacht=True)),
    ],
)  # fmt: skip
def test_a_reading_adds_to_what_the_words_say(woorden: str, lezing: str, verwacht: Venster) -> None:
    assert venster(woorden, f"{lezing}, voorlopig: true") == verwacht
    assert venster(woorden, f"{lezing}, {VAST}") == verwacht


def test_a_reading_of_what_recurs_decides_when_it_is_late() -> None:
    najaar = plicht("jaarlijks in het najaar", "vroegst: 2026-09-01, uiterlijk: 2026-11-30, voorlopig: true")
    assert [stand(najaar, dag) for dag in ("2026-08-01", "2026-10-05", "2026-11-30", "2026-12-01")] == [
        "later", "binnenkort", "binnenkort", "te_laat",
    ]  # fmt: skip
    kwartaal = plicht("per kwartaal", f"levertermijn: 30, {VAST}")
    assert beknopt(rijen(kwartaal, "2026-05-01"))[:2] == [("2026-Q1", "te_laat"), ("2026-Q2", "loopt")]
    assert beknopt(rijen(kwartaal, "2026-04-30"))[0] == ("2026-Q1", "binnenkort")


def test_what_nobody_settled_is_read_for_now() -> None:
    for lezing in ("uiterlijk: 2026-11-30", "uiterlijk: 2026-11-30, voorlopig: true"):
        ((_, v),) = verplichtingen(dossier(plicht("najaar", lezing)).jaargangen["afspraken-2026.yaml"])
        assert lezing_van(v, 2026) == "voorlopig gelezen als uiterlijk 30 november 2026"


@pytest.mark.parametrize(
    ("woorden", "lezing", "boodschap"),
    [
        ("najaar", "voorlopig: true", "heeft geen datum"),
        ("najaar", "vroegst: 2026-12-01, uiterlijk: 2026-11-30", "eindigt voordat zij begint"),
        ("najaar", "herhaling: in 2026", "geen terugkerende termijn"),
        ("najaar", "herhaling: af en toe", "geen terugkerende termijn"),
        ("per kwartaal", "uiterlijk: 2026-12-31", "één dag aan wat vaker"),
        ("twee keer per jaar", "uiterlijk: 2026-12-31", "één dag aan wat vaker"),
        ("tweejaarlijks", "uiterlijk: 2026-12-31", "of minder vaak"),
        ("jaarlijks", "vroegst: 2026-04-01", "geen laatste dag"),
        ("in 2026", "levertermijn: 30", "hoort bij elk tijdvak"),
        ("twee keer per jaar", "levertermijn: 30", "hoort bij elk tijdvak"),
        ("jaarlijks", "uiterlijk: 2026-04-01, levertermijn: 30", "noemt dagen en een levertermijn"),
        ("najaar", "uiterlijk: 2026-11-30, vastgesteld_door: [omthuis]", "horen bij elkaar"),
        ("najaar", "uiterlijk: 2026-11-30, vastgesteld_op: 2026-01-15", "horen bij elkaar"),
        ("najaar", f"uiterlijk: 2026-11-30, voorlopig: true, {VAST}", "voorlopig en vastgesteld"),
    ],
)
def test_a_reading_that_says_nothing_or_two_things_is_told(woorden: str, lezing: str, boodschap: str) -> None:
    teksten = {"afspraken-2026.yaml": afspraken(plicht(woorden, lezing)).encode()}
    gevonden, _ = lees_dossier(teksten)
    assert [b.code for b in controleer(gevonden) if boodschap in b.boodschap] == ["verplichting-volledig"]


def afspraken(verplichting: str) -> str:
    return BASIS + (
        'afspraken:\n  - nummer: "1.1"\n    thema: "1"\n    tekst: iets\n'
        f"    verplichtingen: [{{letter: a, wat: Iets doen, wie: [omthuis], {verplichting}}}]\n"
    )


def test_what_is_not_settled_is_listed_in_status_and_told_where_it_is_shown(
    tmp_path: Path, prestatie: Prestatie
) -> None:
    pad = tmp_path / "afspraken-2026.yaml"
    pad.write_text(afspraken(plicht("jaarlijks in het najaar", "uiterlijk: 2026-11-30")), "utf-8")
    bij = ("--map", tmp_path, "--peildatum", "2026-08-01")
    gelezen = "voorlopig gelezen als jaarlijks uiterlijk 30 november, elk jaar weer"
    status = " ".join(prestatie("status", *bij, "--alles").uit.split())
    assert "1.1a Van 'Iets doen' is nog niet afgesproken hoe de termijn te lezen is." in status
    assert "Afgesproken: 'jaarlijks in het najaar', voorlopig gelezen als" in status
    (regel,) = json.loads(prestatie("status", *bij, "--formaat", "json").uit)["te_regelen"]
    assert regel == {
        "bestand": "afspraken-2026.yaml",
        "nummer": "1.1a",
        "wat": "Iets doen",
        "wie": ["omthuis"],
        "woorden": "jaarlijks in het najaar",
        "lezing": gelezen,
    }
    toon = " ".join(prestatie("toon", "1.1", *bij).uit.split())
    assert f'termijn: "jaarlijks in het najaar" (afgeleid: r), {gelezen}' in toon
    assert "1.1a  voorlopig 30-11-2026  Iets doen" in prestatie("termijnen", *bij).uit
    alles = prestatie("termijnen", "--alles", *bij).uit
    assert "voorlopig zo gelezen" in " ".join(alles.split())


# What the words themselves carry.


def test_what_comes_back_each_year_on_a_day_is_late_from_that_day() -> None:
    april = 'soort: oplevering, termijn: {woorden: "jaarlijks vóór 1 april"}'
    assert [stand(april, dag) for dag in ("2026-01-15", "2026-03-31", "2026-04-01", "2027-03-01")] == [
        "loopt", "binnenkort", "te_laat", "te_laat",
    ]  # fmt: skip
    klaar = "datum: 2026-04-02, door: omthuis, melding: afgerond"
    assert stand(april, "2026-05-01", klaar) == "te_laat_gehaald"
    assert stand(april, "2026-05-01", klaar.replace("04-02", "02-02")) == "gehaald"


def test_figures_over_the_year_before_fulfil_a_yearly_day() -> None:
    """Also when they came before the year began; and never those that begin after the day."""
    april = 'soort: rapportage, termijn: {woorden: "jaarlijks vóór 1 april"}, kengetallen: [verkocht]'
    for periode, dag, verwacht in (
        ("2025", "2025-12-20", "gehaald"),
        ("2025", "2026-03-31", "gehaald"),
        ("2025", "2026-04-10", "te_laat_gehaald"),
        ("2026-H2", "2026-12-31", "te_laat"),
        ("2026-H2", "2027-01-05", "te_laat"),
    ):
        levering = f"{{door: omthuis, geleverd_op: {dag}, herkomst: definitief, cijfers: {{verkocht: 4}}}}"
        bestand = {f"metingen/{periode}.yaml": f'periode: "{periode}"\nleveringen: [{levering}]\n'}
        assert beknopt(rijen(april, "2027-01-10", bestanden=bestand)) == [("2026", verwacht)]


def test_moments_of_what_recurs_as_often_do_not_move_a_day_that_the_words_name() -> None:
    """A group 'jaarlijks' is not about 'jaarlijks vóór 1 april'."""
    alle = BASIS.replace("themas:", MOMENTEN + "themas:", 1)
    assert alle != BASIS
    gevallen = (("jaarlijks", "2027-06-01"), ("jaarlijks vóór 1 april", "2026-03-31"))
    for woorden, uiterlijk in gevallen:
        tekst = afspraken(f'soort: oplevering, termijn: {{woorden: "{woorden}"}}').replace(BASIS, alle)
        gelezen, _ = lees_dossier({"afspraken-2026.yaml": tekst.encode()})
        (rij,) = standen(gelezen, d("2026-02-01"))
        assert rij.uiterlijk == d(uiterlijk)


@pytest.mark.parametrize(
    ("woorden", "tijdvak", "vervalt"),
    [
        ("jaarlijks vóór 1 april", "2025", "2026-03-31"),
        ("jaarlijks in december", "2025", "2025-12-31"),
        ("jaarlijks uiterlijk 30 november", "2025", "2026-11-30"),
        ("per kwartaal, binnen vier weken na afloop", "2026-Q1", "2026-04-28"),
        ("per kwartaal", "2026-Q1", "2026-03-31"),
        ("jaarlijks", "2025", "2025-12-31"),
    ],
)
def test_figures_are_due_when_the_words_say_so(woorden: str, tijdvak: str, vervalt: str) -> None:
    gelezen = dossier(f'soort: rapportage, termijn: {{woorden: "{woorden}"}}, kengetallen: [verkocht]')
    (jaargang,) = gelezen.jaargangen.values()
    plan = leverplan(jaargang, d("2026-08-01"))
    assert plan.vervaldag(grenzen(tijdvak), "verkocht") == d(vervalt)


def test_what_runs_from_an_event_waits_for_it() -> None:
    zes = 'soort: oplevering, termijn: {woorden: "binnen zes weken na vaststelling"}'
    vervuld = "datum: 2026-06-01, door: gemeente, melding: voorwaarde_vervuld"
    assert stand(zes, "2030-01-01") == "voorwaardelijk"
    assert [stand(zes, dag, vervuld) for dag in ("2026-05-31", "2026-06-01", "2026-07-13", "2026-07-14")] == [
        "voorwaardelijk", "binnenkort", "binnenkort", "te_laat",
    ]  # fmt: skip
    (rij,) = rijen(zes, "2026-06-10", vervuld)
    assert (rij.vroegst, rij.uiterlijk) == (d("2026-06-01"), d("2026-07-13"))
    klaar = f"{vervuld}\n datum: 2026-07-01, door: omthuis, melding: afgerond"
    assert stand(zes, "2026-08-01", klaar) == "gehaald"


def test_once_in_two_years_is_late_after_two_years() -> None:
    twee = 'soort: oplevering, termijn: {woorden: "eens in de twee jaar"}'
    assert [stand(twee, dag) for dag in ("2026-06-01", "2027-12-31", "2028-01-01")] == [
        "loopt", "binnenkort", "te_laat",
    ]  # fmt: skip


def test_what_recurs_only_later_is_later() -> None:
    (rij,) = rijen('soort: oplevering, termijn: {woorden: "jaarlijks vanaf 2028"}', "2026-06-01")
    assert (rij.stand, rij.vroegst) == ("later", date(2028, 1, 1))


def test_what_is_strived_for_each_year_is_never_late() -> None:
    (rij,) = rijen('soort: oplevering, termijn: {woorden: "in principe jaarlijks"}', "2027-02-01")
    assert (rij.stand, rij.zacht) == ("loopt", True)


def test_moments_of_a_duty_go_before_those_of_all() -> None:
    eigen = (
        "meetmomenten: [{tijdvak: 2026-H1, uiterlijk: 2026-09-15}, {tijdvak: 2026-H2, uiterlijk: 2027-04-01}]"
    )
    twee = f'soort: oplevering, termijn: {{woorden: "twee keer per jaar"}}, {eigen}'
    assert [(r.tijdvak, r.uiterlijk) for r in rijen(twee, "2026-06-01")] == [
        ("2026-H1", date(2026, 9, 15)),
        ("2026-H2", date(2027, 4, 1)),
    ]
    los = {"afspraken-2026.yaml": afspraken(f"soort: oplevering, {eigen}").encode()}
    assert "meetmoment" in {b.code for b in controleer(lees_dossier(los)[0])}
