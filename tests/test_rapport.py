"""The yearly report says what the data say, in every format, and nothing that nobody reported."""

import json
import os
import re
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from prestatie_cli import __version__
from prestatie_cli.cli.rapport import RAPPORTVORMEN
from prestatie_cli.formaten.register import formaten_van
from prestatie_cli.taal import schoon
from tests.conftest import DATA, Prestatie, Uitvoer
from tests.hulp.documenten import Gelezen, figuren, lees_html, lees_md, pdf_bladen, tekst_van
from tests.hulp.rapportdossier import KLEIN, PEILDATUM, dossier_met, mensen, schrijf

Rapport = Callable[..., Uitvoer]
VINGERAFDRUK = re.compile(r"vingerafdruk [0-9a-f]{12}")


@pytest.fixture
def rapport(prestatie: Prestatie, tmp_path: Path) -> Rapport:
    """The report over files given as text, on the small dossier's peildatum unless it says otherwise."""
    teller = iter(range(1000))

    def maak(bestanden: dict[str, str], *opties: str | Path) -> Uitvoer:
        map_ = schrijf(tmp_path / f"d{next(teller)}", bestanden)
        dag = () if "--peildatum" in opties else ("--peildatum", PEILDATUM)
        return prestatie("--map", map_, "rapport", *dag, *opties)

    return maak


def md(uitvoer: Uitvoer) -> Gelezen:
    assert uitvoer.code == 0, uitvoer.fout
    return lees_md(uitvoer.uit)


@pytest.fixture
def klein(rapport: Rapport) -> Gelezen:
    return md(rapport(KLEIN))


@pytest.fixture
def echt(prestatie: Prestatie) -> Gelezen:
    return md(prestatie("--map", DATA, "rapport", "--peildatum", "2026-11-15"))


# -- what stands in it -------------------------------------------------------------------------


def test_the_first_annex_counts_each_state_in_words(klein: Gelezen) -> None:
    assert klein.rijen("Alle verplichtingen") == [
        ["te laat", "1"],
        ["gehaald", "1"],
        ["te laat gehaald", "1"],
        ["niet gehaald", "1"],
        ["doorlopend", "1"],
        ["voorwaardelijk", "1"],
        ["uitgesteld", "1"],
        ["zonder termijn", "1"],
        ["totaal", "8"],
    ]


def punten(gelezen: Gelezen, kop: str) -> list[str]:
    """The items of the list below a heading."""
    begin = next(i for i, x in enumerate(gelezen.teksten) if x.startswith("#") and x.lstrip("#") == kop)
    rest = gelezen.teksten[begin + 1 :]
    eind = next((i for i, x in enumerate(rest) if x.startswith("#")), len(rest))
    return rest[:eind]


def test_the_first_page_says_how_it_stands_and_what_matters(klein: Gelezen) -> None:
    kort, *boodschappen = punten(klein, "Het belangrijkste")
    assert kort.startswith(
        "Van de 8 verplichtingen zijn er 2 gehaald, is er 1 niet gehaald en is er 1 te laat."
    )
    assert [b.partition(".")[0] for b in boodschappen] == [
        "De grens voor 'Toewijzing aan middeninkomens' is over 2026 overschreden: 10,8%, afgesproken is hoogstens "
        "10% (2",
        "Nota opstellen is 7 maanden te laat (1",
        "Huurdersraad ziet 'Loket openen' anders dan Woonstichting (1",
        "Bij 'Toewijzing aan middeninkomens' is nog niet alles over het tellen afgesproken (2",
    ]
    assert (
        "Gevraagd van Gemeente Duinstad: melden dat het klaar is, of samen een nieuwe dag afspreken."
        in (boodschappen[1])
    )


def test_each_figure_has_its_period_norm_and_last_year(klein: Gelezen) -> None:
    assert klein.rijen("De cijfers") == [
        ["Toewijzing aan middeninkomens (2.1)", "14 van 130 (10,8%), 2026", "8 van 90 (8,9%), 2025",
         "hoogstens 10%, 2026", "niet gehaald; 1 te veel"],
        ["Verkoop (2.1)", "7, 2026", "6, 2025", "hoogstens 50, 2026 t/m 2030", "op koers; nog 43 mogelijk"],
        ["Doorstroming (2.1)", "n.b., 2026", "", "geen norm", "geen meting"],
    ]  # fmt: skip


def test_a_theme_tells_what_was_achieved_and_counts_the_rest(klein: Gelezen) -> None:
    tekst = klein.sectie("Thema 1: Bouwen")
    assert (
        "Bereikt: 1.1b Loket openen (Woonstichting) 1.1f Proefwoning bouwen (Woonstichting), later dan"
        in tekst
    )
    assert (
        "Over de andere 4 verplichtingen is niets bijzonders te melden: doorlopend 1, voorwaardelijk 1"
        in tekst
    )


def test_each_theme_has_a_row_for_every_duty(klein: Gelezen) -> None:
    rijen = klein.rijen("Verplichtingen van Thema 1: Bouwen")
    assert [rij[0] for rij in rijen] == ["1.1a", "1.1b", "1.1c", "1.1d", "1.1e", "1.1f", "1.1g"]
    assert rijen[0][:3] == ["1.1a", "Nota opstellen", "Gemeente Duinstad"]
    assert "'uiterlijk 1 juli 2026'" in rijen[0][3]
    assert rijen[0][4] == "te laat"
    assert rijen[4][2:6] == [
        "Gemeente Duinstad, Woonstichting",
        "geen termijn",
        "zonder termijn",
        "geen melding",
    ]
    assert "De titel van thema 2 is afgeleid. Geen kop in de akte." in klein.sectie("Verantwoording")


def test_what_deviates_has_cause_consequence_and_correction(klein: Gelezen) -> None:
    tekst = klein.sectie("Thema 1: Bouwen")
    assert "Oorzaak: De opsteller was ziek. Gevolg: De huurders wachten." in tekst
    assert "Bijsturing: Een bureau neemt het over." in tekst
    assert "Huurdersraad meldt: aandacht" in tekst


def test_an_indicator_has_its_years_norm_quotation_and_definition(klein: Gelezen) -> None:
    kop = "Toewijzing aan middeninkomens (afspraak 2.1)"
    assert klein.rijen(kop) == [
        ["2025", "2025", "8 van 90 (8,9%)", "definitief", "ja"],
        ["2026", "2026", "14 van 130 (10,8%)", "definitief", "nee"],
    ]
    tekst = klein.sectie(kop)
    for stuk in (
        'Afgesproken: hoogstens 10%, 2026. Citaat uit tekst van 2.1: "maximaal 10%".',
        "Grens: 15% (Woningwet)",
        "Voorbehoud: De wettelijke norm geldt voor de hele corporatie.",
        "Definitie (versie 3): Deel van de verhuringen aan middeninkomens.",
        "Wat meetelt: Woningruil telt mee. Bron: Akte 2026, 2.1.",
    ):
        assert stuk in tekst
    assert "Welke verhuringen tellen mee?" in klein.sectie("Nog te regelen")
    assert "Het systeem telde nog niet." in klein.sectie("Doorstroming (afspraak 2.1)")


def test_an_indicator_has_five_years_at_most(rapport: Rapport) -> None:
    extra = {
        f"metingen/{jaar}.yaml": KLEIN["metingen/2025.yaml"]
        .replace("2025", str(jaar))
        .replace("2026-", f"{jaar + 1}-")
        .replace("begin: 1000, gebouwd: 16, eind: 1010", "begin: 1000, gebouwd: 6, eind: 1000")
        for jaar in range(2019, 2025)
    }
    jaren = [rij[0] for rij in md(rapport(KLEIN | extra)).rijen("Verkoop (afspraak 2.1)")]
    assert jaren == ["2022", "2023", "2024", "2025", "2026"]


def test_the_stock_balance_says_whether_it_closes(klein: Gelezen) -> None:
    assert klein.rijen("Sociale voorraad") == [
        ["Voorraad begin", "1.000", "1.010"],
        ["+ Opgeleverd", "16", "20"],
        ["- Verkochte woningen", "6", "7"],
        ["= Voorraad eind", "1.010", "1.023"],
        ["sluit", "ja", "ja"],
    ]
    assert "Sociale voorraad" not in klein.tekst.partition("#De cijfers")[0]


def test_a_balance_that_does_not_close_names_the_difference(rapport: Rapport) -> None:
    scheef = KLEIN | {"metingen/2026.yaml": KLEIN["metingen/2026.yaml"].replace("1023", "1022")}
    uitvoer = rapport(scheef)
    assert uitvoer.code == 1, "it is a fault in the data"
    gelezen = lees_md(uitvoer.uit)
    assert gelezen.rijen("Sociale voorraad")[-1] == ["sluit", "ja", "nee, verschil -1"]
    assert "Sociale voorraad sluit niet" in gelezen.tekst.partition("#De cijfers")[0]


def test_a_balance_with_a_gap_is_not_judged(rapport: Rapport) -> None:
    zonder = KLEIN | {"metingen/2026.yaml": KLEIN["metingen/2026.yaml"].replace("gebouwd: 20, ", "")}
    rijen = md(rapport(zonder)).rijen("Sociale voorraad")
    assert rijen[1] == ["+ Opgeleverd", "16", "n.b."]
    assert rijen[-1] == ["sluit", "ja", "n.b."]


def test_each_topic_has_figures_or_the_reason_they_lack(klein: Gelezen, echt: Gelezen) -> None:
    kop = "Onderwerpen waarop partijen terugkomen"
    assert klein.rijen(kop) == [
        ["Stand van de verkoop", "2.1", "Verkoop: 7 over 2026 (op koers); Verkochte woningen: 7 (2026)"],
        ["Vraag naar woningen", "2.1", "geen cijfers: Er is geen definitie van vraag."],
    ]
    assert len(echt.rijen(kop)) == 7
    assert all(re.search(r"[0-9]|geen cijfers: ", rij[2]) for rij in echt.rijen(kop))


def test_a_topic_shows_the_years_figure_before_that_of_its_second_half(
    prestatie: Prestatie, tmp_path: Path
) -> None:
    shutil.copytree(DATA, tmp_path / "data")
    for periode, cijfer in (("2026-H2", 5), ("2026", 9)):
        (tmp_path / f"data/metingen/{periode}.yaml").write_text(
            f'periode: "{periode}"\nleveringen:\n  - door: omthuis\n    geleverd_op: 2027-01-20\n'
            f"    herkomst: definitief\n    cijfers: {{verkocht: {cijfer}}}\n",
            encoding="utf-8",
        )
    uit = prestatie("--map", tmp_path / "data", "rapport", "--jaar", "2026", "--peildatum", "2027-02-01").uit
    assert "Verkochte sociale huurwoningen: 9 (2026)" in uit
    assert "Verkochte sociale huurwoningen: 5" not in uit


def test_corrections_and_changed_definitions_stand_apart(klein: Gelezen) -> None:
    kop = "Correcties en gewijzigde definities"
    assert klein.rijen(kop) == [["2025", "Toewijzingen", "9", "8", "4 maart 2026", "Dubbel geteld."]]
    assert "De definitie van Toewijzingen is gewijzigd: versie 1 werd versie 2." in klein.sectie(kop)


def test_what_has_no_verdict_is_listed_with_the_reason(klein: Gelezen) -> None:
    assert [rij[0] for rij in klein.rijen("Zonder termijn (1)")] == ["1.1e"]
    assert [rij[0] for rij in klein.rijen("Voorwaardelijk (1)")] == ["1.1c"]
    assert [rij[0] for rij in klein.rijen("Uitgesteld (1)")] == ["1.1d"]
    assert all(rij[3] for t in klein.tabellen if t.kop.endswith("(1)") for rij in t.rijen)


def test_a_conditional_duty_names_its_condition(klein: Gelezen) -> None:
    assert "Indien nodig" in klein.sectie("Voorwaardelijk (1)")


def test_a_duty_that_all_parties_let_lapse_is_listed(rapport: Rapport) -> None:
    melding = """
  - {verplichting: 1.1a, datum: 2026-09-09, door: gemeente, melding: vervallen, besluit: Raadsbesluit 12,
     instemming: [gemeente, omthuis, hlve]}
"""
    uit = md(rapport(KLEIN | {"voortgang/2026.yaml": KLEIN["voortgang/2026.yaml"] + melding.lstrip("\n")}))
    assert uit.rijen("Vervallen (1)")[0][0] == "1.1a"
    assert "1.1a" not in uit.sectie("Het belangrijkste")


def test_another_view_stands_beside_the_doers(klein: Gelezen) -> None:
    (punt,) = punten(klein, "Waar partijen het anders zien")
    assert punt.startswith("1.1b Loket openen: Huurdersraad meldt op ")
    assert "aandacht. Het loket is vaak dicht." in punt
    assert "Woonstichting meldt daartegenover op" in punt
    assert punt.endswith("afgerond.")


def test_the_parties_performance_counts_what_each_does_and_what_it_is_promised(klein: Gelezen) -> None:
    assert klein.rijen("Wat partijen voor elkaar deden") == [
        ["Gemeente Duinstad", "3, waarvan 1 te laat", "0", "1", "0 keer"],
        ["Woonstichting", "5, waarvan 2 gehaald, 1 niet gehaald en 0 te laat", "0", "2", "1 keer"],
        ["Huurdersraad", "1, waarvan 0 te laat", "2, waarvan 1 gehaald en 1 te laat", "0", "0 keer"],
    ]


def test_the_account_names_source_version_and_peildatum(klein: Gelezen) -> None:
    tekst = klein.sectie("Verantwoording")
    assert "Bron van de tekst: Akte 2026. Overgetypt van papier." in tekst
    assert "Ontbreekt in de bron: Bijlage 3. Niet aangeleverd." in tekst
    assert VINGERAFDRUK.search(tekst)
    assert f"prestatie {__version__}" in tekst
    assert "Peildatum: 1 februari 2027" in tekst


def test_the_fingerprint_follows_the_data_and_nothing_else(rapport: Rapport) -> None:
    def afdruk(bestanden: dict[str, str]) -> str:
        treffer = VINGERAFDRUK.search(rapport(bestanden).uit)
        assert treffer
        return treffer[0]

    ander = KLEIN | {"metingen/2026.yaml": KLEIN["metingen/2026.yaml"].replace("verkocht: 7", "verkocht: 8")}
    assert afdruk(KLEIN) == afdruk(dict(reversed(KLEIN.items())))
    assert afdruk(KLEIN) != afdruk(ander)


def test_the_report_of_the_example_says_what_the_other_commands_say(
    prestatie: Prestatie, echt: Gelezen
) -> None:
    def antwoord(opdracht: str) -> dict[str, object]:
        uit = prestatie("--map", DATA, opdracht, "--peildatum", "2026-11-15", "--formaat", "json")
        return dict(json.loads(uit.uit))

    telling = antwoord("status")["tellingen"]
    assert isinstance(telling, dict)
    rijen = dict(echt.rijen("Alle verplichtingen"))
    assert {s.replace("_", " "): str(n) for s, n in telling.items() if n} == {
        s: n for s, n in rijen.items() if s != "totaal"
    }
    assert int(rijen["totaal"]) == sum(telling.values())
    lijst = antwoord("indicatoren")["indicatoren"]
    assert isinstance(lijst, list)
    getoond = {rij[0].rpartition(" (")[0]: rij[4].partition(";")[0] for rij in echt.rijen("De cijfers")}
    assert {i["naam"]: i["oordeel"].replace("_", " ") for i in lijst} == getoond
    eerste = [b["kop"] for b in antwoord("status")["boodschappen"]]  # type: ignore[attr-defined]  # of the JSON
    assert eerste
    assert all(kop.rstrip(".") in echt.sectie("Het belangrijkste") for kop in eerste)
    per_thema = [r[0] for t in echt.tabellen if t.kop.startswith("Verplichtingen van ") for r in t.rijen]
    assert len(per_thema) == int(rijen["totaal"])


def test_nothing_is_on_course_that_nobody_reported(rapport: Rapport) -> None:
    zonder = {naam: tekst for naam, tekst in KLEIN.items() if not naam.startswith(("metingen", "voortgang"))}
    alleen_eerder = zonder | {"metingen/2025.yaml": KLEIN["metingen/2025.yaml"]}
    for bestanden in (zonder, alleen_eerder):
        for vorm in RAPPORTVORMEN:
            uit = md(rapport(bestanden, "--vorm", vorm))
            cellen = [cel for tabel in uit.tabellen for rij in tabel.rijen for cel in rij]
            assert not [cel for cel in cellen if "op koers" in cel or cel == "gehaald"]
            zonder_uitleg = uit.tekst.partition("Verantwoording")[0]
            assert not re.search("op koers|volgens afspraak|gaat goed", zonder_uitleg)


# -- examples ----------------------------------------------------------------------------------

VOORBEELD = {
    naam: tekst.replace("herkomst: definitief", "herkomst: voorbeeld").replace(
        "melding: ", "herkomst: voorbeeld, melding: "
    )
    if naam != "voortgang/2026.yaml"
    else re.sub(r"melding: (\w+)", r"melding: \1, herkomst: voorbeeld", tekst).replace(
        "    melding: vertraagd, herkomst: voorbeeld", "    melding: vertraagd\n    herkomst: voorbeeld"
    )
    for naam, tekst in KLEIN.items()
}


@pytest.mark.parametrize("vorm", RAPPORTVORMEN)
def test_examples_have_a_banner_before_the_first_section(rapport: Rapport, vorm: str) -> None:
    for formaat, lees in (("md", lees_md), ("html", lees_html)):
        uit = lees(rapport(VOORBEELD, "--vorm", vorm, "--formaat", formaat).uit)
        voor = uit.tekst[uit.tekst.index("Stand op") :].partition(" ##")[0]
        assert "Dit stuk bevat voorbeelden." in voor
        assert "Ook 4 meldingen van partijen zijn voorbeelden" in voor
        assert "voorbeelden" not in lees(rapport(KLEIN, "--vorm", vorm, "--formaat", formaat).uit).tekst


def test_each_example_is_marked(rapport: Rapport) -> None:
    uit = md(rapport(VOORBEELD))
    for rij in uit.rijen("De cijfers")[:2]:
        assert rij[1].endswith("(voorbeeld)")
        assert rij[2].endswith("(voorbeeld)")
    assert {rij[3] for rij in uit.rijen("Verkoop (afspraak 2.1)")} == {"voorbeeld"}
    assert next(t for t in uit.tabellen if t.kop == "Sociale voorraad").koppen == [
        ["Post", "2025 (voorbeeld)", "2026 (voorbeeld)"]
    ]
    assert uit.rijen("Onderwerpen waarop partijen terugkomen")[0][2].count("voorbeeld") == 2
    assert "(voorbeeld)" in uit.rijen("Verplichtingen van Thema 1: Bouwen")[0][5]
    boodschappen = punten(uit, "Het belangrijkste")[1:]
    assert "(voorbeeld) (2.1)" in boodschappen[0]
    assert "(voorbeeld) (1.1b)" in boodschappen[2]


@pytest.mark.parametrize(
    "kop", ["Correcties en gewijzigde definities", "Waar partijen het anders zien", "Thema 1: Bouwen"]
)
def test_each_example_is_marked_in_the_later_sections(rapport: Rapport, kop: str) -> None:
    assert "voorbeeld" in md(rapport(VOORBEELD)).sectie(kop)


# -- editions, forms, years --------------------------------------------------------------------


def test_a_partys_own_edition_has_its_duties_and_what_others_promised_it(rapport: Rapport) -> None:
    uit = md(rapport(KLEIN, "--partij", "hlve"))
    assert uit.koppen[0] == (1, "Monitoring Prestatieafspraken 2026: uitgave voor Huurdersraad")
    assert uit.rijen("Alle verplichtingen") == [["doorlopend", "1"], ["totaal", "1"]]
    assert [r[0] for r in uit.rijen("Wat anderen Huurdersraad beloofden")] == ["1.1a", "1.1b"]
    assert [r[0] for r in uit.rijen("Verplichtingen van Thema 1: Bouwen")] == ["1.1g"]
    assert md(rapport(KLEIN, "--partij", "Huurdersraad")).tekst == uit.tekst


@pytest.mark.parametrize("vorm", ["factsheet", "raadsbrief"])
def test_a_party_edition_of_another_form_says_so(rapport: Rapport, vorm: str) -> None:
    uit = md(rapport(KLEIN, "--partij", "hlve", "--vorm", vorm))
    assert "Huurdersraad" in uit.koppen[0][1]
    assert "Op dit moment is niets te laat" not in uit.tekst
    assert "bevatten 1 verplichtingen" not in uit.tekst


def test_a_party_that_is_not_in_this_year_is_wrong_use(rapport: Rapport) -> None:
    oud = KLEIN["afspraken-2025.yaml"].replace(
        "{id: derde,", "{id: weg, naam: Vroegere partij, soort: derde}\n  - {id: derde,"
    )
    assert rapport(KLEIN | {"afspraken-2025.yaml": oud}, "--partij", "weg").code == 2


def test_the_factsheet_is_short_and_plain(rapport: Rapport) -> None:
    uit = md(rapport(KLEIN, "--vorm", "factsheet"))
    assert uit.koppen == [
        (1, "Wonen in 2026: hoe staat het ervoor?"),
        (2, "De cijfers"),
        (2, "Wat is te laat?"),
    ]
    assert "Daarin staan 8 beloften. 2 zijn klaar. 1 is te laat. 1 is niet gelukt." in uit.tekst
    assert (
        "Toewijzing aan middeninkomens: nu 14 van 130 (10,8%) (2026). Afgesproken is hoogstens 10% (2026). "
        "Dat is niet gelukt." in uit.sectie("De cijfers")
    )
    assert "Nota opstellen (Gemeente Duinstad). Dit moest klaar zijn op 1 juli 2026." in uit.sectie(
        "Wat is te laat?"
    )
    assert len(uit.tekst.split()) < 300


@pytest.mark.parametrize("partij", [(), ("--partij", "hlve")])
def test_the_factsheet_has_no_words_of_the_trade(rapport: Rapport, partij: tuple[str, ...]) -> None:
    tekst = md(rapport(KLEIN, "--vorm", "factsheet", *partij)).tekst
    for woord in (
        "indicator",
        "vingerafdruk",
        "peildatum",
        "norm ",
        "1.1a",
        "2.1",
        "komt na",
        "omthuis",
        "verkocht",
    ):
        assert woord not in tekst, woord


def test_the_letter_has_what_the_council_asks(rapport: Rapport) -> None:
    uit = md(rapport(KLEIN, "--vorm", "raadsbrief"))
    assert uit.koppen == [
        (1, "Raadsinformatiebrief over Prestatieafspraken 2026"),
        (2, "Kernboodschap"),
        (2, "Wat wordt gevraagd"),
        (2, "De belangrijkste boodschappen"),
        (2, "De cijfers"),
        (2, "Waar partijen het anders zien"),
        (2, "Wat komt en wanneer"),
        (2, "Contact"),
        (2, "Akkoord"),
    ]
    assert "Van de 8 verplichtingen zijn er 2 gehaald" in uit.sectie("Kernboodschap")
    assert len(punten(uit, "De belangrijkste boodschappen")) == 4
    assert "Het loket is vaak dicht." in uit.sectie("Waar partijen het anders zien")
    assert [rij[0] for rij in uit.rijen("Akkoord")] == ["Gemeente Duinstad", "Woonstichting", "Huurdersraad"]


TEKSTEN = {
    "teksten/inleiding.md": "# Aanleiding\n\nDe raad vroeg hierom.\n\n- ten eerste\n- ten tweede\n",
    "teksten/besluit.md": "Kennis te nemen van **deze** stand; <b>en</b> niets meer.\n",
    "teksten/contact.md": "Mevrouw De Vries, 033-1234567\n",
}


def test_what_people_wrote_is_taken_in_and_marked(rapport: Rapport) -> None:
    """As paragraphs and lists; any other markup is text. What is missing is said."""
    uit = md(rapport(KLEIN | TEKSTEN, "--vorm", "raadsbrief"))
    assert "Aanleiding De raad vroeg hierom. ten eerste ten tweede" in uit.sectie("Kernboodschap")
    assert "Deze inleiding is geschreven door de opstellers (teksten/inleiding.md)" in uit.sectie(
        "Kernboodschap"
    )
    assert "Kennis te nemen van **deze** stand; <b>en</b> niets meer." in uit.sectie("Wat wordt gevraagd")
    assert "Mevrouw De Vries" in uit.sectie("Contact")
    assert "Nog niet ingevuld" not in uit.tekst
    zonder = md(rapport(KLEIN, "--vorm", "raadsbrief"))
    assert "Nog niet ingevuld" in zonder.sectie("Wat wordt gevraagd")
    assert "Zet in teksten/contact.md wie" in zonder.sectie("Contact")
    assert "Mevrouw De Vries" in md(rapport(KLEIN | TEKSTEN, "--vorm", "factsheet")).sectie("Vragen?")


def test_a_text_that_cannot_be_read_is_a_fault(prestatie: Prestatie, tmp_path: Path) -> None:
    map_ = schrijf(tmp_path / "d", KLEIN)
    (map_ / "teksten").mkdir()
    (map_ / "teksten/besluit.md").write_bytes("Besluit: caf\u00e9".encode("latin-1"))
    uit = prestatie("--map", map_, "rapport", "--vorm", "raadsbrief", "--peildatum", PEILDATUM)
    assert uit.code == 1
    assert "teksten/besluit.md" in uit.uit
    assert "Nog niet ingevuld" in uit.uit
    assert "tekencodering" in prestatie("--map", map_, "valideer").uit


def test_the_year_follows_the_peildatum_or_is_asked_for(rapport: Rapport) -> None:
    assert md(rapport(KLEIN, "--jaar", "2025", "--peildatum", "2025-06-01")).koppen[0][1].endswith("2025")
    assert md(rapport(KLEIN, "--peildatum", "2025-06-01")).koppen[0][1].endswith("2025")
    assert md(rapport(KLEIN, "--peildatum", "2028-06-01")).koppen[0][1].endswith("2026")
    standaard = rapport(KLEIN, "--jaar", "2026", "--peildatum", "vandaag")
    assert "Stand op" in standaard.uit


def test_later_years_stay_out_of_a_report(rapport: Rapport) -> None:
    later = {
        "afspraken-2027.yaml": KLEIN["afspraken-2026.yaml"].replace("2026", "2027"),
        "metingen/2027-H1.yaml": KLEIN["metingen/2026.yaml"]
        .replace("2027-01-15", "2027-07-15")
        .replace('"2026"', "2027-H1")
        .replace("verkocht: 7, begin: 1010, gebouwd: 20", "verkocht: 31, begin: 1023, gebouwd: 31"),
    }
    uit = md(rapport(KLEIN | later, "--jaar", "2026", "--peildatum", "2027-08-01"))
    assert "31" not in figuren(uit.sectie("Verkoop (afspraak 2.1)").replace("31 december", ""))
    assert [rij[0] for rij in uit.rijen("Verkoop (afspraak 2.1)")] == ["2025", "2026"]


def test_what_came_after_the_peildatum_is_not_known_yet(rapport: Rapport) -> None:
    uit = md(rapport(KLEIN, "--peildatum", "2026-01-20"))
    assert "Er zijn geen eerdere cijfers gecorrigeerd." in uit.tekst
    assert uit.rijen("Wat partijen voor elkaar deden")[1][-1] == "0 keer"


@pytest.mark.parametrize(
    ("opties", "woord"),
    [
        (("--jaar", "2031"), "2025, 2026"),
        (("--jaar", "2026", "--peildatum", "2025-12-31"), "nog niet begonnen"),
        (("--partij", "niemand"), "hlve"),
        (("--vorm", "brochure"), "factsheet"),
        (("--formaat", "odt"), "html"),
        (("--peildatum", "31-12-2026"), "jaar-maand-dag"),
        (("--uitvoer", "rapport.txt"), "html"),
    ],
)
def test_what_does_not_exist_is_wrong_use(rapport: Rapport, opties: tuple[str, ...], woord: str) -> None:
    uit = rapport(KLEIN, *opties)
    assert uit.code == 2
    assert uit.uit == ""
    assert woord in uit.fout
    assert not Path("rapport.txt").exists()


@pytest.mark.parametrize("vorm", RAPPORTVORMEN)
def test_a_broken_file_is_named_at_the_top_and_the_report_still_comes(rapport: Rapport, vorm: str) -> None:
    stuk = KLEIN | {"metingen/2026.yaml": "periode: [", "voortgang/2026.yaml": "jaar: veel\n"}
    for formaat, lees in (("md", lees_md), ("html", lees_html)):
        uit = rapport(stuk, "--vorm", vorm, "--formaat", formaat)
        assert uit.code == 1
        gelezen = lees(uit.uit)
        voor = gelezen.tekst[gelezen.tekst.index("Stand op") :].partition(" ##")[0]
        assert "metingen/2026.yaml" in voor
        assert "voortgang/2026.yaml" in voor
        assert len(gelezen.tekst) > 500
        assert "n.b." in gelezen.tekst or vorm != "rapport"
    assert not re.search("op koers|volgens afspraak|gaat goed", gelezen.tekst.partition("Verantwoording")[0])


# -- small counts ------------------------------------------------------------------------------


Cijfers = dict[str, tuple[int, int, int]]
HALVEN: tuple[Cijfers, Cijfers] = (
    {"2026-H1": (9, 40, 3), "2026-H2": (9, 40, 10)},
    {"2026-H1": (9, 40, 2), "2026-H2": (9, 40, 11)},
)
REST: tuple[Cijfers, Cijfers] = ({"2026": (68, 71, 9)}, {"2026": (69, 71, 9)})
NOEMER: tuple[Cijfers, Cijfers] = ({"2026": (0, 3, 9)}, {"2026": (0, 4, 9)})
VERBORGEN: dict[str, tuple[Cijfers, Cijfers]] = {
    "a small count of a share": ({"2026": (3, 71, 9)}, {"2026": (1, 71, 9)}),
    "a small count": ({"2026": (20, 71, 3)}, {"2026": (20, 71, 2)}),
    "a small count of an earlier year": (
        {"2025": (9, 90, 4), "2026": (20, 71, 9)},
        {"2025": (9, 90, 1), "2026": (20, 71, 9)},
    ),
}
PUBLIEK = ("factsheet", "raadsbrief")


def lek(vorm: str, cijfers: tuple[Cijfers, Cijfers], reden: str) -> object:
    return pytest.param(vorm, *cijfers, id=f"{vorm}: {reden}")


@pytest.mark.parametrize(
    ("vorm", "een", "ander"),
    [
        *(
            pytest.param(vorm, *c, id=f"{vorm}: {naam}")
            for vorm in RAPPORTVORMEN
            for naam, c in VERBORGEN.items()
        ),
        *(pytest.param(vorm, *c) for vorm in PUBLIEK for c in (HALVEN, REST)),
        pytest.param("factsheet", *NOEMER),
        lek("rapport", REST, "the topics show the count that the indicator hides for its small remainder"),
        lek("rapport", HALVEN, "the topics show the one half, the indicator the sum"),
        lek("rapport", NOEMER, "'<5 van 3' prints the small count of lettings itself"),
        lek("raadsbrief", NOEMER, "'<5 van 3' prints the small count of lettings itself"),
    ],
)
def test_a_small_count_changes_nothing_in_the_report(
    rapport: Rapport, vorm: str, een: Cijfers, ander: Cijfers
) -> None:
    """Two dossiers that differ in hidden counts only give the same bytes, so nothing gives them away."""
    for formaat in ("md", "html"):
        opties = ("--vorm", vorm, "--formaat", formaat)
        uit = [VINGERAFDRUK.sub("", rapport(mensen(c), *opties).uit) for c in (een, ander)]
        assert len(uit[0]) > 500
        assert uit[0] == uit[1]


@pytest.mark.parametrize(
    ("was", "nu", "noemer"),
    [
        ((3, 2), 12, 71),
        pytest.param(
            (60, 60),
            68,
            71,
        ),
    ],
)
def test_a_correction_gives_no_small_count_away(
    rapport: Rapport, was: tuple[int, int], nu: int, noemer: int
) -> None:
    een = md(rapport(mensen({"2026": (nu, noemer, 9)}, was[0]))).rijen_of_niets(
        "Correcties en gewijzigde definities"
    )
    ander = md(rapport(mensen({"2026": (nu + (was[0] == was[1]), noemer, 9)}, was[1])))
    assert een == ander.rijen_of_niets("Correcties en gewijzigde definities")


def test_a_small_count_is_shown_as_smaller_than(rapport: Rapport) -> None:
    uit = md(rapport(mensen({"2026": (3, 71, 2)})))
    assert [rij[1] for rij in uit.rijen("De cijfers")] == ["<5 van 71, 2026", "<5, 2026"]
    assert "kleiner dan 5 zijn niet getoond" in uit.sectie("Verantwoording")


# -- own templates -----------------------------------------------------------------------------


@pytest.fixture
def sjabloon(rapport: Rapport, tmp_path: Path) -> Callable[..., Uitvoer]:
    """The factsheet from a template of one's own."""
    map_ = tmp_path / "sjablonen"
    map_.mkdir()

    def maak(tekst: str, formaat: str = "html") -> Uitvoer:
        (map_ / "factsheet.md.j2").write_text(tekst, "utf-8")
        return rapport(KLEIN, "--vorm", "factsheet", "--formaat", formaat, "--sjablonen", map_)

    return maak


def test_a_template_of_ones_own_goes_before_the_programs(sjabloon: Callable[..., Uitvoer]) -> None:
    uit = sjabloon('# Eigen stuk over {{ r.jaar }}\n\n{% include "waarschuwingen.md.j2" %}\n', "md")
    ten_einde = "> **De afspraken 2026 zijn afgelopen op 31 december 2026; er zijn nog geen nieuwere.**"
    tekst, _, getoond = uit.uit.partition("\n<!-- gepubliceerd: ")
    assert tekst == f"# Eigen stuk over 2026\n\n{ten_einde}\n"
    assert "toegewezen/omthuis/2026" in getoond  # for --eerder, in every template


FOUTEN = {
    "{{ r.jaarr }}": "jaarr",
    "{{ r.jaargang.titel }}": "r.geldend",
    "{{ onbekend }}": "onbekend",
    "{{ r.jaar | hoeveel }}": "hoeveel",
    "{% if %}": "opbouw",
    "{% for x in r.themas %}": "opbouw",
    '{% include "weg.md.j2" %}': "weg.md.j2",
    "{{ ''.__class__ }}": "__class__",
    "{{ ''['__class__'] }}": "__class__",
    "{{ r.__class__.__mro__ }}": "__class__",
    "{% set _ = [].append(1) %}{{ [].append }}": "append",
}
GEVALLEN = [
    "{{ 1 / 0 }}",
    '{% include "factsheet.md.j2" %}',
    "{% for i in range(10 ** 9) %}x{% endfor %}",
    '{{ "x".encode("utf-99") }}',
]


@pytest.mark.parametrize(
    ("fout", "woord"),
    [
        *FOUTEN.items(),
        *(pytest.param(g, "") for g in GEVALLEN),
    ],
)
def test_a_fault_in_a_template_names_file_and_line(
    sjabloon: Callable[..., Uitvoer], fout: str, woord: str
) -> None:
    uit = sjabloon(f"# Kop\n\n{fout}\n")
    assert uit.code == 3
    assert uit.uit == ""
    assert "factsheet.md.j2:3" in uit.fout
    assert woord in uit.fout
    assert "Traceback" not in uit.fout


HTML = [
    "<b>vet</b>",
    "<script>alert(1)</script>",
    "<!-- los -->",
    "tekst <i>schuin</i>",
]
# What one of the formats can't hold is refused in all of them.
NIET_OVERAL = {
    "![logo](logo.png)": "een afbeelding",
    "```\ncode\n```": "een blok met code",
    "Tekst met `code` erin": "tekst als code",
    "<!-- grafiek: bestaat_niet -->": "de grafiek 'bestaat_niet' bestaat niet",
}


@pytest.mark.parametrize("html", HTML)
def test_html_in_a_template_is_refused(sjabloon: Callable[..., Uitvoer], html: str) -> None:
    uit = sjabloon(f"# Kop\n\n{html}\n")
    assert uit.code == 3
    assert "HTML" in uit.fout
    assert uit.uit == ""


@pytest.mark.parametrize("formaat", formaten_van("rapport"))
@pytest.mark.parametrize(("regel", "woord"), [("<b>vet</b>", "HTML"), *NIET_OVERAL.items()])
def test_what_one_format_cannot_hold_is_refused_in_all_with_its_line(
    sjabloon: Callable[..., Uitvoer], regel: str, woord: str, formaat: str
) -> None:
    uit = sjabloon(f"# Kop\n\n{regel}\n", formaat)
    assert uit.code == 3
    assert re.search(r"factsheet\.md\.j2:[34]: ", uit.fout), uit.fout
    assert woord in uit.fout
    assert uit.uit == ""


def test_a_folder_of_templates_that_is_not_there_is_named(rapport: Rapport, tmp_path: Path) -> None:
    uit = rapport(KLEIN, "--sjablonen", tmp_path / "weg")
    assert uit.code == 3
    assert "weg" in uit.fout


def test_our_templates_can_be_copied_to_begin_from(
    prestatie: Prestatie, rapport: Rapport, tmp_path: Path
) -> None:
    """The copy gives the same report; what is there already is not written over."""
    map_ = tmp_path / "sjablonen"
    gaf = prestatie("rapport", "--toon-sjablonen", map_)
    assert gaf.code == 0, gaf.fout
    assert {p.name for p in map_.iterdir()} >= {"rapport.md.j2", "raadsbrief.md.j2", "rapport.css"}
    uit = rapport(KLEIN, "--sjablonen", map_)
    assert uit.uit == rapport(KLEIN).uit
    assert "niet gebruikt" not in uit.fout
    (map_ / "rapport.md.j2").write_text("# Anders\n", "utf-8")
    opnieuw = prestatie("rapport", "--toon-sjablonen", map_)
    assert opnieuw.code == 2
    assert (map_ / "rapport.md.j2").read_text("utf-8") == "# Anders\n"


@pytest.mark.parametrize(
    ("naam", "woord"), [("raport.md.j2", "rapport.md.j2"), ("notitie.txt", "geen sjabloon")]
)
def test_a_file_among_templates_that_is_not_used_is_told(
    rapport: Rapport, tmp_path: Path, naam: str, woord: str
) -> None:
    map_ = schrijf(
        tmp_path / "s",
        {naam: "x", "eigen.md.j2": "ja", "factsheet.md.j2": "# K\n\n{% include 'eigen.md.j2' %}\n"},
    )
    uit = rapport(KLEIN, "--vorm", "factsheet", "--sjablonen", map_)
    assert uit.code == 0
    assert f"{naam} wordt niet gebruikt" in uit.fout
    assert woord in uit.fout
    assert "eigen.md.j2 wordt" not in uit.fout


# -- text is text ------------------------------------------------------------------------------

LASTIG = (
    "a|b ||",
    "<script>alert(1)</script>",
    "<!-- grafiek: standen -->",
    "[x](y) ![z](w) [a]: b",
    "`code` ``dubbel",
    "{{ 7*7 }} {% raw %}{# x #}",
    "regel één\n\nregel twee\n- drie",
    "🏠 👩‍👩‍👧 woningen",
    "\u200frechts \u202enaar links\u202c",
    "# kop",
    "#kop",
    "1. een",
    "1) een",
    "- lijst",
    "+ lijst",
    "* lijst",
    "===",
    "---",
    "> citaat",
    "&amp; &lt; &#42; &nbsp",
    "$x$ $$y$$",
    "~~x~~ ~~~",
    "https://x.nl www.x.nl <https://x.nl> a@b.nl",
    "**vet** __vet__ *schuin* _schuin_",
    "C:\\map\\ \\| \\",
    "\"dubbel\" 'enkel' />",
    "\ttab  twee spaties ",
    "| --- |",
)


GEWOON: dict[tuple[str, ...], Gelezen] = {}


def verwacht(gewoon: Gelezen, tekst: str) -> list[str]:
    return [t.replace("Xqz", schoon(" ".join(tekst.split()))) for t in gewoon.teksten]


def zonder_aanhaling(teksten: list[str]) -> list[str]:
    """Without the marks around a name in a sentence: whether it needs them depends on the name."""
    return [t.replace("'", "") for t in teksten]


@pytest.mark.parametrize(
    ("tekst", "formaat"),
    [
        *((t, "md") for t in (*LASTIG, "kop #")),
        *((" ".join(LASTIG), f) for f in ("md", "html")),
        ("kop #", "html"),
    ],
)
def test_text_is_text(rapport: Rapport, tekst: str, formaat: str) -> None:
    """A report with odd text in every field has the tags of one with a plain word, and that text."""
    lees = {"md": lees_md, "html": lees_html}[formaat]
    vormen = RAPPORTVORMEN if len(tekst) > 300 else ("rapport",)
    for vorm in vormen:
        opties = ("--vorm", vorm, "--formaat", formaat)
        if opties not in GEWOON:
            GEWOON[opties] = lees(VINGERAFDRUK.sub("", rapport(dossier_met("Xqz"), *opties).uit))
        gewoon = GEWOON[opties]
        lastig = lees(VINGERAFDRUK.sub("", rapport(dossier_met(tekst), *opties).uit))
        assert [tag for tag, _ in lastig.vorm] == [tag for tag, _ in gewoon.vorm]
        assert zonder_aanhaling(lastig.teksten) == zonder_aanhaling(verwacht(gewoon, tekst))
        zoals_getoond = schoon(" ".join(tekst.split()))
        moet = [t.replace("Xqz", zoals_getoond) for t in gewoon.grafiekteksten]
        assert zonder_aanhaling(lastig.grafiekteksten) == zonder_aanhaling(moet)
        assert " ".join(lastig.titel.split()) == gewoon.titel.replace("Xqz", zoals_getoond)
        assert not any(naam.startswith("on") for _, attrs in lastig.vorm for naam in attrs)


def test_the_check_of_text_sees_a_template_that_forgets_to_escape(rapport: Rapport, tmp_path: Path) -> None:
    eigen = schrijf(tmp_path / "s", {"factsheet.md.j2": "# {{ r.geldend.titel }}\n"})
    opties = ("--vorm", "factsheet", "--sjablonen", eigen)
    lastig = lees_md(rapport(dossier_met("a `b` c"), *opties).uit)
    assert lastig.vorm != lees_md(rapport(dossier_met("Xqz"), *opties).uit).vorm


# -- formats -----------------------------------------------------------------------------------


def maak_bestand(prestatie: Prestatie, map_: Path, uit: Path) -> Path:
    extra = {".docx": "docx", ".pdf": "typst"}.get(uit.suffix)
    if extra and not os.environ.get("CI"):
        pytest.importorskip(extra)
    assert prestatie("--map", map_, "rapport", "--peildatum", "2026-11-15", "-o", uit).code == 0
    return uit


@pytest.mark.parametrize("formaat", formaten_van("rapport"))
def test_every_format_has_the_same_figures(prestatie: Prestatie, tmp_path: Path, formaat: str) -> None:
    bron = lees_md(maak_bestand(prestatie, DATA, tmp_path / "bron.md").read_text("utf-8"))
    pad = maak_bestand(prestatie, DATA, tmp_path / f"rapport.{formaat}")
    tekst = tekst_van(pad)
    er, moet = figuren(tekst), figuren(bron.tekst)
    assert not moet - er, f"missing from {formaat}"
    bladnummers = {str(n + 1) for n in range(pdf_bladen(pad))}
    assert not set(er) - set(moet) - bladnummers, f"only in {formaat}"
    plat = re.sub(r"[\s\u00ad]+", "", tekst)
    for woord in ("op koers; nog", "Dit stuk bevat voorbeelden.", "<5", "n.b."):
        assert woord.replace(" ", "") in plat


def test_the_charts_show_figures_of_the_tables_only(prestatie: Prestatie) -> None:
    opties = ("--map", DATA, "rapport", "--peildatum", "2026-11-15", "--formaat")
    bron = lees_md(prestatie(*opties, "md").uit)
    pagina = lees_html(prestatie(*opties, "html").uit)
    assert len([tag for tag, _ in pagina.vorm if tag == "svg"]) > 8
    assert not set(figuren(" ".join(pagina.grafiekteksten))) - set(figuren(bron.tekst))
    assert "grafiek:" not in bron.tekst


@pytest.mark.parametrize("formaat", formaten_van("rapport"))
def test_the_same_input_gives_the_same_bytes(tmp_path: Path, formaat: str) -> None:
    uit = []
    for i, plek in enumerate(("een/data", "twee/met spatie/data")):
        map_ = schrijf(tmp_path / plek, dict(sorted(KLEIN.items(), reverse=bool(i))))
        omgeving = os.environ | {
            "PYTHONHASHSEED": str(i + 1),
            "TZ": ("UTC", "Asia/Tokyo")[i],
            "LC_ALL": "C.UTF-8",
        }
        opdracht = [sys.executable, "-m", "prestatie_cli", "rapport", "--peildatum", PEILDATUM]
        bestand = map_.parent / f"uit.{formaat}"
        subprocess.run([*opdracht, "-o", bestand], check=True, cwd=map_.parent, env=omgeving)
        uit.append(bestand.read_bytes())
    assert uit[0] == uit[1]


@pytest.mark.parametrize("formaat", ["md", "html"])
@pytest.mark.parametrize("vorm", RAPPORTVORMEN)
def test_golden(rapport: Rapport, golden: Callable[[str, str], None], vorm: str, formaat: str) -> None:
    uit = rapport(VOORBEELD, "--vorm", vorm, "--formaat", formaat).uit
    golden(f"rapport-{vorm}.{formaat}", uit.replace(f"prestatie {__version__}", "prestatie VERSIE"))


def test_the_report_says_which_party_approved_another_version(prestatie: Prestatie, tmp_path: Path) -> None:
    """'gewijzigd sinds vaststelling' stands at the top and in the account, per party."""
    shutil.copytree(DATA, tmp_path / "data")
    opties = ("--map", tmp_path / "data", "rapport", "--peildatum", "2026-08-01")
    assert prestatie("--map", tmp_path / "data", "vaststellen", "--partij", "hlve").code == 0
    zelfde = prestatie(*opties).uit
    assert "sindsdien niet gewijzigd" in zelfde
    assert "Gewijzigd sinds vaststelling" not in zelfde
    bestand = tmp_path / "data" / "afspraken-2026.yaml"
    bestand.write_text(
        bestand.read_text("utf-8").replace("wat: Regeling Van Groot", "wat: De regeling Van Groot")
    )
    anders = prestatie(*opties).uit
    assert "**Gewijzigd sinds vaststelling.** HLVE" in anders
    assert "ze zijn sindsdien gewijzigd" in anders


@pytest.mark.parametrize(("dag", "verwacht"), [("2026-12-31", 0), ("2027-03-01", 5)])
def test_a_report_misses_what_was_due_on_the_day_it_is_made(
    prestatie: Prestatie, dag: str, verwacht: int
) -> None:
    """The second half is not due on its last day; the report over the same year in March says who owes it."""
    uit = md(prestatie("rapport", "--jaar", "2026", "--peildatum", dag))
    gevraagd = [b for b in punten(uit, "Het belangrijkste") if "de cijfers over" in b]
    assert len(gevraagd) >= verwacht
    assert bool(gevraagd) == bool(verwacht)
    assert all("verwacht sinds 1 januari 2027" in b for b in gevraagd)
