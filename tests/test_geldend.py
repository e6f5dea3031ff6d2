"""Agreements of several years: a kader with what lies beneath it, the turn of the year, and what goes on."""

import json
from datetime import date
from pathlib import Path

import pytest

from prestatie_cli.indicatoren.gepeild import indicatorstanden
from prestatie_cli.indicatoren.plichten import plichtstanden
from prestatie_cli.model.dossier import Dossier
from prestatie_cli.termijnen.samenvatting import samengevat
from prestatie_cli.woorden.grondslag import geldigheidszin
from tests.conftest import BASIS, Prestatie, lees


def plicht(wat: str, soort: str, rest: str) -> str:
    return f"{{letter: a, wat: {wat}, wie: [omthuis], soort: {soort}, {rest}}}"


def nota(jaar: int) -> str:
    """A duty with a day."""
    return plicht("Nota maken", "oplevering", f"termijn: {{woorden: voor 1 juli {jaar}}}")


def overzicht(keer: str) -> str:
    """A duty that recurs."""
    return plicht("Overzicht geven", "rapportage", f"termijn: {{woorden: {keer}}}")


def verder(jaar: int) -> str:
    """A duty with a day that goes on from 2026/1.1a."""
    return nota(jaar)[:-1] + ", vervolg_van: 2026/1.1a}"


TEKST = "Voor 1 juli 2026 of voor 1 juli 2027, en hoogstens 10."
NORM = """
indicatoren:
  - id: verkoop
    naam: Verkoop
    afspraak: "1.1"
    soort: aantal
    teller: verkocht
    definitie: d
    normen: [{soort: maximum, waarde: 10, citaat: hoogstens 10, plaats: tekst}]
kengetallen:
  - {id: verkocht, naam: V, soort: stroom, eenheid: woningen, levert: omthuis, definitie: d}
"""


def afspraken(jaren: str, *plichten: str, nummer: str = "1.1", rest: str = "", thema: str = "Wonen") -> str:
    """A file with one agreement; `jaren` is `2026`, `2024-2027`, or `2026 onder 2024-2027`."""
    eigen, _, kader = jaren.partition(" onder ")
    van, _, tot = eigen.partition("-")
    kop = f"geldt: {{van: {van}, tot: {tot}}}" if tot else f"jaar: {van}"
    kop += f"\nkader: {kader}" if kader else ""
    basis = BASIS.replace("jaar: 2026", kop).replace("en 2026", f"en {eigen}").replace("Wonen", thema)
    lijst = ", ".join(plichten)
    return (
        basis
        + f'afspraken:\n  - {{nummer: "{nummer}", thema: "1", tekst: "{TEKST}", verplichtingen: [{lijst}]}}\n{rest}'
    )


def dossier(*bestanden: str, meldingen: str = "", metingen: dict[str, int] | None = None) -> Dossier:
    teksten = {}
    for tekst in bestanden:
        regel = tekst.lstrip().splitlines()[0]
        naam = "-".join(c for c in regel.replace("}", " ").replace(",", " ").split() if c.isdigit())
        teksten[f"afspraken-{naam}.yaml"] = tekst
    for regel in filter(None, map(str.strip, meldingen.splitlines())):
        jaar = regel.split("datum: ")[1][:4]
        teksten.setdefault(f"voortgang/{jaar}.yaml", f"jaar: {jaar}\nvoortgang:\n")
        teksten[f"voortgang/{jaar}.yaml"] += f"  - {{{regel}}}\n"
    for periode, cijfer in (metingen or {}).items():
        teksten[f"metingen/{periode}.yaml"] = (
            f'periode: "{periode}"\nleveringen: [{{door: omthuis, geleverd_op: {int(periode[:4]) + 1}-01-15, '
            f"herkomst: definitief, cijfers: {{verkocht: {cijfer}}}}}]\n"
        )
    gelezen, bevindingen, _ = lees(teksten)
    assert [b for b in bevindingen if b.ernst == "fout"] == []
    return gelezen


def rijen(gelezen: Dossier, op: str) -> list[tuple[str, str | None, str]]:
    """Number, agreements where these are told, and state, one a duty."""
    return [(r.nummer, r.bij, r.stand) for r in samengevat(plichtstanden(gelezen, date.fromisoformat(op)))]


def test_a_kader_and_the_year_beneath_it_count_together() -> None:
    samen = dossier(
        afspraken("2024-2027", nota(2027)),
        afspraken("2026 onder 2024-2027", nota(2026), nummer="1.2"),
    )
    assert rijen(samen, "2026-03-01") == [("1.1a", None, "loopt"), ("1.2a", None, "loopt")]


def test_a_number_of_both_is_told_apart() -> None:
    samen = dossier(
        afspraken("2024-2027", nota(2027)),
        afspraken("2026 onder 2024-2027", nota(2026)),
        meldingen="verplichting: 1.1a, jaargang: 2024-2027, datum: 2026-05-01, door: omthuis, melding: afgerond",
    )
    assert rijen(samen, "2026-08-01") == [
        ("1.1a", "kader 2024-2027", "gehaald"),
        ("1.1a", "jaarschijf 2026", "te_laat"),
    ]


@pytest.mark.parametrize(
    ("keer", "aantal"),
    [("jaarlijks", 4), ("per halfjaar", 8), ("twee keer per jaar", 8), ("maandelijks", 48)],
)
def test_what_recurs_recurs_in_every_year_in_force(keer: str, aantal: int) -> None:
    gelezen = dossier(afspraken("2024-2027", overzicht(keer)))
    alle = plichtstanden(gelezen, date(2026, 3, 1))
    assert len(alle) == aantal
    jaren = [(r.tijdvak or "")[:4] for r in alle]
    assert jaren == sorted(jaren)
    assert set(jaren) == {"2024", "2025", "2026", "2027"}
    te_laat = [r for r in alle if r.stand == "te_laat"]
    assert {(r.tijdvak or "")[:4] for r in te_laat} >= {"2024"}


def test_the_norm_of_a_kader_holds_beside_that_of_the_year() -> None:
    samen = dossier(
        afspraken("2024-2027", rest=NORM),
        afspraken(
            "2026 onder 2024-2027", nummer="1.2", rest=NORM.replace('"1.1"', '"1.2"').replace("10", "5")
        ),
        metingen={"2026-H1": 7},
    )
    standen = indicatorstanden(samen, date(2026, 8, 1))
    assert [(s.bestand, s.oordeel) for s in standen] == [
        ("afspraken-2024-2027.yaml", "aandacht"),
        ("afspraken-2026.yaml", "niet_gehaald"),
    ]


@pytest.mark.parametrize(
    ("op", "zin"),
    [
        ("2023-12-31", "Er gelden nog geen afspraken: de eerste gaan in op 1 januari 2024."),
        ("2025-03-01", None),
        ("2026-03-01", None),
        (
            "2027-03-01",
            "Onder het kader 2024-2027 zijn er nog geen afspraken voor 2027; die van 2026 zijn afgelopen op "
            "31 december 2026.",
        ),
        (
            "2028-09-01",
            "De afspraken 2024-2027 zijn afgelopen op 31 december 2027; er zijn nog geen nieuwere.",
        ),
    ],
)
def test_what_is_not_in_force_is_said(op: str, zin: str | None) -> None:
    samen = dossier(
        afspraken("2024-2027", nota(2027)),
        afspraken("2026 onder 2024-2027", nota(2026)),
    )
    assert geldigheidszin(samen, date.fromisoformat(op)) == zin


def test_a_gap_between_agreements_names_the_next() -> None:
    gelezen = dossier(afspraken("2024", nota(2024)), afspraken("2026", nota(2026)))
    assert geldigheidszin(gelezen, date(2025, 5, 1)) == (
        "De afspraken 2024 zijn afgelopen op 31 december 2024; de volgende gaan in op 1 januari 2026."
    )


# -- the next year -------------------------------------------------------------------------------------

KLAAR = "verplichting: 1.1a, datum: 2026-05-01, door: omthuis, melding: afgerond"


def test_an_unfinished_duty_that_nothing_goes_on_from_stays_in_sight_once() -> None:
    gelezen = dossier(afspraken("2026", nota(2026)), afspraken("2027", nota(2027), nummer="1.2"))
    assert rijen(gelezen, "2027-03-01") == [("1.1a", "2026", "te_laat"), ("1.2a", None, "loopt")]


@pytest.mark.parametrize("woorden", ["zonder", "uitgesteld"])
def test_what_has_no_day_or_was_put_off_stays_in_sight_too(woorden: str) -> None:
    iets = nota(2026) if woorden == "uitgesteld" else plicht("Iets", "oplevering", "toelichting: x")
    uitstel = (
        "verplichting: 1.1a, datum: 2026-05-01, door: omthuis, melding: uitgesteld, besluit: raad, "
        "instemming: [gemeente, omthuis, hlve]"
    )
    gelezen = dossier(
        afspraken("2026", iets),
        afspraken("2027", nota(2027), nummer="1.2"),
        meldingen=uitstel if woorden == "uitgesteld" else "",
    )
    verwacht = "zonder_termijn" if woorden == "zonder" else "uitgesteld"
    assert rijen(gelezen, "2027-03-01")[0] == ("1.1a", "2026", verwacht)


def test_a_duty_that_goes_on_is_told_in_the_new_agreements_only() -> None:
    oud, nieuw = afspraken("2026", nota(2026)), afspraken("2027", verder(2027), nummer="1.2")
    assert rijen(dossier(oud, nieuw), "2026-12-31") == [("1.1a", None, "te_laat")]
    assert rijen(dossier(oud, nieuw), "2027-03-01") == [("1.2a", None, "loopt")]


def test_what_was_finished_stays_finished_where_it_goes_on() -> None:
    gelezen = dossier(
        afspraken("2026", nota(2026)), afspraken("2027", verder(2027), nummer="1.2"), meldingen=KLAAR
    )
    assert rijen(gelezen, "2027-08-01") == [("1.2a", None, "gehaald")]


def test_a_decision_about_the_old_duty_does_not_hold_for_what_was_agreed_anew() -> None:
    uitstel = (
        "verplichting: 1.1a, datum: 2026-05-01, door: omthuis, melding: uitgesteld, tot: 2026-12-31, "
        "besluit: raad, instemming: [gemeente, omthuis, hlve]"
    )
    gelezen = dossier(
        afspraken("2026", nota(2026)), afspraken("2027", verder(2027), nummer="1.2"), meldingen=uitstel
    )
    assert rijen(gelezen, "2027-03-01") == [("1.2a", None, "loopt")]


def test_a_file_that_was_copied_for_the_next_year_doubles_nothing() -> None:
    """A duty that says literally the same under the same number is the same duty."""
    zelfde = nota(2026)
    gelezen = dossier(afspraken("2026", zelfde), afspraken("2027", zelfde))
    assert rijen(gelezen, "2027-03-01") == [("1.1a", None, "te_laat")]
    gelezen = dossier(afspraken("2026", zelfde), afspraken("2027", zelfde), meldingen=KLAAR)
    assert rijen(gelezen, "2027-03-01") == [("1.1a", None, "gehaald")]


def test_the_same_number_with_other_words_is_another_duty() -> None:
    gelezen = dossier(afspraken("2026", nota(2026)), afspraken("2027", nota(2027)))
    assert rijen(gelezen, "2027-03-01") == [("1.1a", "2026", "te_laat"), ("1.1a", None, "loopt")]


def test_what_was_missed_of_a_recurring_duty_is_told_where_it_goes_on() -> None:
    zelfde = overzicht("per halfjaar")
    gelezen = dossier(afspraken("2026", zelfde), afspraken("2027", zelfde))
    (rij,) = samengevat(plichtstanden(gelezen, date(2027, 8, 1)))
    assert (rij.jaargang.aanduiding, rij.tijdvak, rij.stand) == ("2027", "2026-H1", "te_laat")
    assert rij.reeks is not None
    assert (rij.reeks.aantal, rij.reeks.te_laat) == (4, 2)


def test_the_order_of_files_does_not_matter() -> None:
    delen = (
        afspraken("2024-2027", nota(2027)),
        afspraken("2026 onder 2024-2027", nota(2026)),
        afspraken("2025 onder 2024-2027", overzicht("maandelijks")),
    )
    for op in ("2025-06-01", "2026-06-01", "2027-06-01", "2028-06-01"):
        assert rijen(dossier(*delen), op) == rijen(dossier(*reversed(delen)), op)


# -- the closed year -----------------------------------------------------------------------------------


@pytest.mark.parametrize("nieuw", [True, False], ids=["next-file-has-it", "next-file-lacks-it"])
def test_a_breach_of_the_closed_year_stays_until_the_running_year_has_figures(nieuw: bool) -> None:
    oud = afspraken("2026", rest=NORM)
    volgend = afspraken("2027", rest=NORM if nieuw else "")
    gelezen = dossier(oud, volgend, metingen={"2026": 12})
    (stand,) = indicatorstanden(gelezen, date(2027, 1, 20))
    vorig = stand.vorig if nieuw else stand
    assert vorig is not None
    assert (vorig.periode, vorig.oordeel, vorig.gesloten) == ("2026", "niet_gehaald", 2026)
    later = indicatorstanden(dossier(oud, volgend, metingen={"2026": 12, "2027-H1": 1}), date(2027, 8, 1))
    assert [(s.periode, s.vorig) for s in later] == ([("2027-H1", None)] if nieuw else [])


def test_agreements_that_ended_are_judged_on_their_last_day() -> None:
    gelezen = dossier(afspraken("2026", rest=NORM), metingen={"2026": 12, "2027-H1": 1})
    (stand,) = indicatorstanden(gelezen, date(2027, 9, 1))
    assert (stand.periode, stand.oordeel) == ("2026", "niet_gehaald")


# -- as it is shown ------------------------------------------------------------------------------------


@pytest.fixture
def kader(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A kader and a jaarschijf that both have a 1.1, with themes of their own, and a breach in 2026."""
    teksten = {
        "afspraken-2024-2027.yaml": afspraken("2024-2027", nota(2027), rest=NORM, thema="Bouwen"),
        "afspraken-2026.yaml": afspraken("2026 onder 2024-2027", nota(2026)),
        "metingen/2026.yaml": 'periode: "2026"\nleveringen: [{door: omthuis, geleverd_op: 2027-01-15, '
        "herkomst: definitief, cijfers: {verkocht: 12}}]\n",
    }
    for naam, tekst in teksten.items():
        (tmp_path / naam).parent.mkdir(exist_ok=True)
        (tmp_path / naam).write_text(tekst.lstrip("\n"), encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.mark.usefixtures("kader")
def test_every_output_tells_the_two_apart(prestatie: Prestatie) -> None:
    for opdracht in ("status", "termijnen"):
        uit = prestatie(opdracht, "--peildatum", "2026-08-01").uit
        assert "1.1a (jaarschijf 2026)" in uit
    assert "1.1a (kader 2024-2027)" in prestatie("termijnen", "--peildatum", "2026-08-01").uit
    assert "2 van 2 afspraken" in prestatie("status", "--peildatum", "2026-08-01").uit
    for vorm in ("rapport", "raadsbrief"):
        uit = prestatie("rapport", "--vorm", vorm, "--peildatum", "2026-08-01").uit
        assert "1.1a (jaarschijf 2026)" in uit
    rapport = prestatie("rapport", "--peildatum", "2026-08-01").uit
    assert "### Thema 1: Bouwen (kader 2024-2027)" in rapport
    assert "### Thema 1: Wonen (jaarschijf 2026)" in rapport
    rijen_ = json.loads(prestatie("termijnen", "--peildatum", "2026-08-01", "--formaat", "json").uit)
    assert {r["bestand"] for r in rijen_["termijnen"]} == {"afspraken-2024-2027.yaml", "afspraken-2026.yaml"}


@pytest.mark.usefixtures("kader")
def test_one_agreement_is_asked_for_by_its_agreements(prestatie: Prestatie) -> None:
    twee = prestatie("toon", "1.1a", "--peildatum", "2026-08-01")
    assert twee.code == 2
    assert "kies 2024-2027/1.1a of 2026/1.1a" in " ".join(twee.fout.split())
    een = prestatie("toon", "2024-2027/1.1", "--peildatum", "2026-08-01")
    assert een.code == 0
    assert "Geldt van 2024 tot en met 2027" in een.uit
    assert "onder het kader 2024-2027" in prestatie("toon", "2026/1.1", "--peildatum", "2026-08-01").uit


@pytest.mark.usefixtures("kader")
def test_the_closed_year_is_in_every_output(prestatie: Prestatie) -> None:
    op = ("--peildatum", "2027-01-20")
    for opdracht in (("status",), ("indicatoren",), ("indicatoren", "verkoop"), ("toon", "2024-2027/1.1")):
        uit = " ".join(prestatie(*opdracht, *op).uit.split())
        assert "2026" in uit
        assert "niet gehaald" in uit
    (rij,) = json.loads(prestatie("indicatoren", *op, "--formaat", "json").uit)["indicatoren"]
    assert (rij["oordeel"], rij["vorig"]["oordeel"], rij["vorig"]["periode"]) == (
        "geen_meting",
        "niet_gehaald",
        "2026",
    )
    for vorm in ("rapport", "raadsbrief", "factsheet"):
        uit = prestatie("rapport", "--jaar", "2027", "--vorm", vorm, *op).uit
        assert "Verkoop, 2026" in uit


@pytest.mark.usefixtures("kader")
def test_that_agreements_ended_is_said_in_every_output(prestatie: Prestatie) -> None:
    op, zin = ("--peildatum", "2028-09-01"), "De afspraken 2024-2027 zijn afgelopen op 31 december 2027"
    for opdracht in ("status", "termijnen", "indicatoren"):
        assert zin in " ".join(prestatie(opdracht, *op).uit.split())
        assert zin in json.loads(prestatie(opdracht, *op, "--formaat", "json").uit)["geldigheid"]
    for vorm in ("rapport", "raadsbrief", "factsheet"):
        assert zin in prestatie("rapport", "--vorm", vorm, *op).uit


@pytest.mark.usefixtures("kader")
def test_a_report_over_a_closed_year_holds_all_that_was_in_force_then(prestatie: Prestatie) -> None:
    uit = prestatie("rapport", "--jaar", "2026", "--peildatum", "2027-03-01").uit
    assert "1.1a (jaarschijf 2026)" in uit
    assert "1.1a (kader 2024-2027)" in uit
    assert "| totaal | 2 |" in uit


def test_a_day_without_a_year_is_another_day_each_year() -> None:
    zelfde = plicht("Nota maken", "oplevering", "termijn: {woorden: voor 1 juli}")
    gelezen = dossier(afspraken("2026", zelfde), afspraken("2027", zelfde))
    assert rijen(gelezen, "2027-03-01") == [("1.1a", "2026", "te_laat"), ("1.1a", None, "loopt")]


def test_a_yearly_norm_of_a_kader_is_judged_each_year() -> None:
    """A year over the cap is told as long as the kader holds, whatever the years after it were."""
    grens = plicht("Hoogstens tien verkopen", "maximum", "indicator: verkoop")
    gelezen = dossier(
        afspraken("2024-2027", grens, rest=NORM), metingen={"2024": 12, "2025": 9, "2026-H1": 1}
    )
    alle = plichtstanden(gelezen, date(2026, 8, 1))
    assert [(r.tijdvak, r.stand) for r in alle] == [
        ("2024", "niet_gehaald"),
        ("2025", "gehaald"),
        ("2026", "loopt"),
    ]
    assert rijen(gelezen, "2026-08-01") == [("1.1a", None, "niet_gehaald")]
