"""Numbers as municipalities write them: order, duties, look-up, themes, and numbers of one's own."""

import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from prestatie_cli.bevindingen import bedoelde_u
from prestatie_cli.controles.poort import keur
from prestatie_cli.inlezen.bestanden import lees_dossier
from prestatie_cli.model.nummers import (
    alle_romeins,
    bedoeld_nummer,
    nummersleutel,
    plichtnummer,
    romeinse_waarde,
    uit_plichtnummer,
)
from tests.conftest import Prestatie

KOP = """
jaar: 2026
titel: Prestatieafspraken
bron: {titel: Prestatieafspraken}
partijen:
  - {id: gemeente, naam: Gemeente Elders, soort: gemeente}
  - {id: corporatie, naam: Woonstede, soort: corporatie}
"""


def _dossier(themas: list[str], afspraken: list[tuple[str, str]], kop: str = "") -> str:
    regels = [KOP.rstrip(), kop, "themas:"]
    regels += [f'  - {{nummer: "{t}", titel: Thema {t}}}' for t in themas]
    regels.append("afspraken:")
    for nummer, thema in afspraken:
        regels += [
            f'  - nummer: "{nummer}"',
            f'    thema: "{thema}"',
            f"    tekst: De gemeente doet dit in 2026, punt {nummer}.",
            "    verplichtingen:",
            "      - {letter: a, wat: Dit doen, wie: [gemeente], soort: oplevering, termijn: {woorden: in 2026}}",
        ]
    return "\n".join(regels) + "\n"


def _fouten(tekst: str) -> list[tuple[str, str, str | None]]:
    dossier, bevindingen = lees_dossier({"afspraken-2026.yaml": tekst.encode()})
    alle = keur(dossier, bevindingen).bevindingen
    return [(b.code, b.boodschap, b.hulp) for b in alle if b.ernst == "fout"]


@pytest.mark.parametrize(
    ("nummer", "plicht"),
    [
        ("3.6", "3.6a"),
        ("A.1", "A.1a"),
        ("BES-01", "BES-01a"),
        ("I.2", "I.2a"),
        ("3", "3a"),
        ("II", "IIa"),
        ("1.1a", "1.1a-a"),
        ("2.1.b", "2.1.b-a"),
        ("W1", "W1a"),
    ],
)
def test_a_duty_is_named_after_its_agreement(nummer: str, plicht: str) -> None:
    assert plichtnummer(nummer, "a") == plicht
    assert uit_plichtnummer(plicht) == (nummer, "a")


@given(
    st.from_regex(r"[A-Za-z0-9]{1,4}([.-][A-Za-z0-9]{1,3}){0,2}", fullmatch=True), st.sampled_from(["a", "z"])
)
def test_the_number_of_a_duty_is_taken_apart_as_it_was_made(nummer: str, letter: str) -> None:
    assert uit_plichtnummer(plichtnummer(nummer, letter)) == (nummer, letter)


def test_numbers_stand_in_the_order_of_a_reader() -> None:
    for volgorde in (
        ["1.1", "1.1a", "1.2", "1.9", "1.10", "2", "2.1.2", "2.1.10", "10.1"],
        ["A.1", "A.2", "A.10", "B.1", "I.1", "V.1", "X.1"],
        ["BES-1", "BES-02", "BES-10", "NIE-01"],
    ):
        assert sorted(set(volgorde), key=nummersleutel) == volgorde
    romeins = ["I.1", "II.1", "II.2", "II.10", "IV.1", "V.1", "IX.1", "X.1"]
    assert sorted(set(romeins), key=lambda n: nummersleutel(n, True)) == romeins
    assert alle_romeins(["I", "IV", "IX"])
    assert not alle_romeins(["A", "C", "I"])
    assert not alle_romeins([])
    assert [romeinse_waarde(w) for w in ("I", "iv", "IX", "XIV", "MCMXC", "IIII", "A")] == [
        1,
        4,
        9,
        14,
        1990,
        None,
        None,
    ]


def test_a_number_is_found_whatever_its_capitals_and_zeros() -> None:
    nummers = ["A.1", "BES-01", "1.1a", "3"]
    assert [bedoeld_nummer(n, nummers) for n in ("a.1", "bes-1", " 1.1A ", "3")] == nummers
    assert bedoeld_nummer("4", nummers) is None
    assert bedoeld_nummer("a1", ["A.1", "A-1"]) is None
    assert bedoelde_u("bes-01a", ["BES-01a"]) == "bedoelde u 'BES-01a'?"


def test_other_ways_of_numbering_are_in_order() -> None:
    assert not _fouten(_dossier(["A", "B"], [("A.1", "A"), ("B.10", "B")]))
    assert not _fouten(_dossier(["1", "2"], [("BES-01", "1"), ("BES-02", "2")]))
    assert not _fouten(_dossier(["I", "II"], [("I.2", "I"), ("II.1", "II")]))
    assert not _fouten(_dossier(["1"], [("1.1a", "1"), ("1.1b", "1"), ("3", "1")]))


def test_a_theme_that_does_not_fit_the_number_is_told_with_what_to_do() -> None:
    [(code, _, hulp)] = _fouten(_dossier(["A", "B"], [("A.1", "A"), ("a-2", "B")]))
    assert code == "nummer-buiten-thema"
    assert hulp
    assert "thema A" in hulp
    [(code, _, hulp)] = _fouten(_dossier(["BES"], [("BES-01", "BES"), ("BES-02", "bse")]))[:1]
    assert (code, hulp) == ("thema-onbekend", "bedoelde u 'BES'?")


def test_a_duty_that_is_called_as_another_agreement_is_told() -> None:
    [(code, boodschap, _)] = _fouten(_dossier(["1"], [("1.1", "1"), ("1.1a", "1")]))
    assert (code, boodschap) == ("naam-dubbel", "verplichting 1.1a heet net als afspraak 1.1a")
    assert [c for c, _, _ in _fouten(_dossier(["A"], [("A.1", "A"), ("a.1", "A")]))] == ["naam-dubbel"]


@pytest.fixture
def elders(tmp_path: Path) -> Path:
    afspraken = [("II.1", "II"), ("I.10", "I"), ("IX.1", "IX"), ("I.2", "I"), ("IV.1", "IV")]
    tekst = _dossier(["IX", "IV", "II", "I"], afspraken, "nummering: eigen")
    (tmp_path / "data").mkdir()
    (tmp_path / "data/afspraken-2026.yaml").write_text(tekst, encoding="utf-8")
    return tmp_path / "data"


GELEZEN = ["I.2", "I.10", "II.1", "IV.1", "IX.1"]


def test_every_output_has_the_agreements_in_the_order_of_a_reader(prestatie: Prestatie, elders: Path) -> None:
    optie = ("--map", str(elders), "--peildatum", "2026-12-01")
    uit = json.loads(prestatie("termijnen", *optie, "--formaat", "json").uit)
    assert [t["afspraak"] for t in uit["termijnen"]] == GELEZEN
    assert all(t["nummer_afgeleid"] for t in uit["termijnen"])
    for opdracht in (
        ("termijnen",),
        ("rapport",),
        ("rapport", "--formaat", "html"),
    ):
        tekst = prestatie(*opdracht, *optie).uit
        tekst = tekst[max(tekst.rfind("Alle verplichtingen"), 0) :]
        gevonden = [tekst.find(f"{n}a") for n in GELEZEN]
        assert -1 not in gevonden, opdracht
        assert gevonden == sorted(gevonden), opdracht


def test_numbers_of_ones_own_need_no_reason_each_and_are_told(prestatie: Prestatie, elders: Path) -> None:
    optie = ("--map", str(elders), "--peildatum", "2026-12-01")
    assert prestatie("valideer", str(elders), "--streng").code == 0
    tekst = prestatie("toon", "i.2", *optie).uit
    assert "Afspraak I.2 (nummer afgeleid)" in tekst
    assert "de bron heeft geen nummers" in tekst
    assert "Afspraak IX.1" in prestatie("toon", "ix.1A", *optie).uit
    assert "wel: a" in prestatie("toon", "IX.1b", *optie).fout
    assert "thema IV" in prestatie("termijnen", *optie, "--thema", "iv").uit
