"""Groups of parties: read as their members everywhere, shown short, and never mistaken for a party."""

import json
from datetime import date
from pathlib import Path

import pytest

from prestatie_cli.controles.poort import keur
from prestatie_cli.indicatoren.plichten import plichtstanden
from prestatie_cli.inlezen.bestanden import lees_dossier, plaats_bevindingen
from prestatie_cli.vergelijking.vaststelling import vingerafdruk
from prestatie_cli.woorden.plichtwoorden import gegroepeerd
from tests.conftest import Prestatie, lees

TEKST = """jaar: 2026
titel: Prestatieafspraken
bron: {titel: Prestatieafspraken}
groepen:
  corporaties: [de_veste, rijnstreek, thuishaven, woonmaat, zonnehof]
  huurders: [hbo_veste, hbo_rijn]
partijen:
  - {id: gemeente, naam: Gemeente Elders, soort: gemeente}
  - {id: de_veste, naam: Stichting De Veste, soort: corporatie}
  - {id: rijnstreek, naam: Woningstichting Rijnstreek, soort: corporatie}
  - {id: thuishaven, naam: Thuishaven, soort: corporatie}
  - {id: woonmaat, naam: Woonmaat, soort: corporatie}
  - {id: zonnehof, naam: Zonnehof, soort: corporatie}
  - {id: hbo_veste, naam: Huurdersbelang De Veste, soort: huurdersorganisatie}
  - {id: hbo_rijn, naam: Huurdersbelang Rijnstreek, soort: huurdersorganisatie}
themas:
  - {nummer: "1", titel: Wonen}
afspraken:
  - nummer: "1.1"
    thema: "1"
    tekst: De corporaties leveren in 2026 een plan aan gemeente en huurders.
    verplichtingen:
      - letter: a
        wat: Een plan leveren
        wie: [corporaties]
        voor: [gemeente, huurders]
        met: [gemeente]
        uitvoering: ieder
        soort: oplevering
        termijn:
          woorden: in 2026
          lezing:
            uiterlijk: 2026-10-01
            vastgesteld_door: [gemeente, corporaties]
            vastgesteld_op: 2026-01-10
"""
CORPORATIES = ("de_veste", "rijnstreek", "thuishaven", "woonmaat", "zonnehof")


def _fouten(tekst: str) -> list[tuple[str, str, int]]:
    teksten = {"afspraken-2026.yaml": tekst.encode()}
    dossier, bevindingen = lees_dossier(teksten)
    alle = plaats_bevindingen(keur(dossier, bevindingen).bevindingen, teksten, dossier)
    return [(b.code, b.boodschap, b.plaats.regel) for b in alle if b.ernst == "fout"]


def test_a_group_is_read_as_its_members_wherever_parties_stand() -> None:
    dossier, bevindingen = lees_dossier({"afspraken-2026.yaml": TEKST.encode()})
    [v] = dossier.jaargangen["afspraken-2026.yaml"].afspraken[0].verplichtingen
    assert not bevindingen
    assert v.wie == CORPORATIES
    assert v.voor == ("gemeente", "hbo_veste", "hbo_rijn")
    assert v.termijn
    assert v.termijn.lezing
    assert v.termijn.lezing.vastgesteld_door == ("gemeente", *CORPORATIES)
    assert not _fouten(TEKST)


def test_a_party_beside_its_group_counts_once() -> None:
    tekst = TEKST.replace("wie: [corporaties]", "wie: [woonmaat, corporaties, woonmaat]")
    dossier, _ = lees_dossier({"afspraken-2026.yaml": tekst.encode()})
    [v] = dossier.jaargangen["afspraken-2026.yaml"].afspraken[0].verplichtingen
    assert v.wie == ("woonmaat", *(c for c in CORPORATIES if c != "woonmaat"))


def test_writing_a_group_out_changes_nothing_that_was_agreed() -> None:
    los = TEKST.replace("[corporaties]", f"[{', '.join(CORPORATIES)}]")
    met, zonder = (
        lees_dossier({"afspraken-2026.yaml": t.encode()})[0].jaargangen["afspraken-2026.yaml"]
        for t in (TEKST, los)
    )
    assert vingerafdruk(met) == vingerafdruk(zonder)


GROEP = "huurders: [hbo_veste, hbo_rijn]"


@pytest.mark.parametrize(
    ("leden", "melding"),
    [
        ("huurders: [hbo_veste, hbo_rein]", "partij 'hbo_rein' in groep 'huurders' bestaat niet"),
        ("huurders: [hbo_veste, corporaties]", "'corporaties' in groep 'huurders' is zelf een groep"),
        ("huurders: [hbo_veste, huurders]", "'huurders' in groep 'huurders' is zelf een groep"),
        ("huurders: [hbo_veste, hbo_veste]", "'hbo_veste' staat twee keer in groep 'huurders'"),
        ("gemeente: [hbo_veste, hbo_rijn]", "'gemeente' is een partij en kan geen groep zijn"),
        ("huurders: []", "huurders: de lijst is leeg"),
    ],
)
def test_a_group_that_is_not_right_is_told_where_it_stands(leden: str, melding: str) -> None:
    tekst = TEKST.replace(GROEP, leden)
    if "huurders" not in leden:
        tekst = tekst.replace("[gemeente, huurders]", "[gemeente]")
    gevonden = _fouten(tekst)
    assert (melding, 6) in [(m, r) for code, m, r in gevonden if code in ("groep", "waarde-ongeldig")]


def test_what_names_a_faulty_group_is_not_judged(prestatie: Prestatie, tmp_path: Path) -> None:
    (tmp_path / "afspraken-2026.yaml").write_text(TEKST.replace("zonnehof]", "zonehof]"), encoding="utf-8")
    uit = prestatie("termijnen", "--map", str(tmp_path), "--peildatum", "2026-12-01", "--formaat", "json")
    assert {t["stand"] for t in json.loads(uit.uit)["termijnen"]} == {"niet_te_beoordelen"}


def test_a_group_consents_as_its_members() -> None:
    """Who consented to a decision may be named by the groups of the agreements that it is about."""
    melding = (
        "jaar: 2026\nvoortgang:\n  - {verplichting: 1.1a, datum: 2026-05-01, door: gemeente, melding: uitgesteld, "
        "tot: 2026-12-01, besluit: overleg 1 mei, instemming: [gemeente, corporaties, huurders]}\n"
    )
    gelezen, gevonden, _ = lees({"afspraken-2026.yaml": TEKST, "voortgang/2026.yaml": melding})
    assert [b for b in gevonden if b.ernst == "fout"] == []
    assert plichtstanden(gelezen, date(2026, 11, 1))[0].uiterlijk == date(2026, 12, 1)
    zonder = melding.replace(", huurders]", "]")
    half, _, _ = lees({"afspraken-2026.yaml": TEKST, "voortgang/2026.yaml": zonder})
    assert plichtstanden(half, date(2026, 11, 1))[0].stand == "te_laat"


def test_a_group_delivers_as_its_members() -> None:
    """`levert: corporaties` is each of them with its own part."""
    kengetal = (
        "kengetallen:\n  - {id: nieuw, naam: Nieuw, soort: stroom, eenheid: woningen, levert: corporaties, "
        "definitie: Nieuwe woningen.}\n"
    )
    gelezen, gevonden, _ = lees({"afspraken-2026.yaml": TEKST + kengetal})
    assert [b for b in gevonden if b.ernst == "fout"] == []
    (jaargang,) = gelezen.jaargangen.values()
    assert jaargang.kengetallen[0].levert == jaargang.groepen["corporaties"]


def test_a_group_may_not_stand_where_one_party_stands() -> None:
    getekend = "vaststellingen: [{partij: corporaties, datum: 2026-01-15, vingerafdruk: 0123456789abcdef}]\n"
    assert [m for _, m, _ in _fouten(TEKST + getekend)] == [
        "'corporaties' is een groep; hier hoort één partij"
    ]


@pytest.fixture
def stad(tmp_path: Path) -> Path:
    (tmp_path / "afspraken-2026.yaml").write_text(TEKST, encoding="utf-8")
    return tmp_path


def test_text_names_the_group_and_json_its_members(prestatie: Prestatie, stad: Path) -> None:
    optie = ("--map", str(stad), "--peildatum", "2026-12-01")
    voluit = "Stichting De Veste, Woningstichting Rijnstreek, Thuishaven, Woonmaat, Zonnehof"
    for opdracht, leden in (
        (("termijnen",), "de_veste, rijnstreek, thuishaven, woonmaat, zonnehof"),
        (("status", "--alles"), voluit),
    ):
        uit = prestatie(*opdracht, *optie).uit
        assert f"corporaties = {leden}" in " ".join(uit.split())
        assert max(map(len, uit.splitlines())) <= 80
    [rij] = json.loads(prestatie("termijnen", *optie, "--formaat", "json").uit)["termijnen"]
    assert tuple(rij["wie"]) == CORPORATIES
    brief = prestatie("rapport", *optie, "--vorm", "raadsbrief").uit
    assert "Gevraagd van corporaties: " in brief
    assert "Met 'corporaties' zijn bedoeld: Stichting De Veste, Woningstichting Rijnstreek" in brief


def test_each_party_of_a_group_has_its_own_list(prestatie: Prestatie, stad: Path) -> None:
    optie = ("--map", str(stad), "--peildatum", "2026-12-01")
    assert "1.1a" in prestatie("termijnen", *optie, "--partij", "zonnehof").uit
    assert "1.1a" in prestatie("termijnen", *optie, "--voor", "hbo_rijn").uit
    assert "0 van 1" not in prestatie("status", *optie, "--partij", "zonnehof").uit
    lijst = " ".join(prestatie("toon", "1.1", *optie).uit.split())
    assert "zo vastgesteld door gemeente, de_veste, rijnstreek, thuishaven, woonmaat en zonnehof" in lijst
    uit = prestatie("termijnen", *optie, "--partij", "corporaties")
    assert uit.code == 2
    assert "is een groep" in uit.fout
    assert "zonnehof" in uit.fout


def test_only_a_whole_group_of_three_or_more_is_named_for_its_members() -> None:
    groepen = {"alle": ("a", "b", "c"), "twee": ("a", "b")}
    assert gegroepeerd(("x", "a", "b", "c"), groepen) == ("x", "alle")
    assert gegroepeerd(("a", "b"), groepen) == ("a", "b")
    assert gegroepeerd(("a", "c"), groepen) == ("a", "c")
