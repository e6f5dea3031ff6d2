"""The edition of a party: what it does, receives or is judged on, what it sees otherwise on top."""

import html
import json
import re
from collections.abc import Callable
from pathlib import Path

import pytest

from prestatie_cli.inlezen.bestanden import lees_dossier
from prestatie_cli.model.dossier import verplichtingnummer
from prestatie_cli.model.jaargang import Jaargang, Verplichting
from tests.conftest import Prestatie

WORTEL = Path(__file__).parents[1]
VOORBEELD = WORTEL / "voorbeeld"
DAG = ("--peildatum", "2026-12-01")
PARTIJEN = ("gemeente", "omthuis", "hlve")
UITGAVEN: dict[str, tuple[str, ...]] = {
    "status": ("status", "--alles"),
    "status json": ("status", "--formaat", "json"),
    "termijnen": ("termijnen", "--alles"),
    "termijnen json": ("termijnen", "--alles", "--formaat", "json"),
    **{
        f"{vorm} {formaat}": ("rapport", "--vorm", vorm, "--formaat", formaat)
        for vorm in ("rapport", "raadsbrief", "factsheet")
        for formaat in ("md", "html")
    },
}


@pytest.fixture(scope="module")
def jaargang() -> Jaargang:
    naam = "afspraken-2026.yaml"
    return lees_dossier({naam: (VOORBEELD / naam).read_bytes()})[0].jaargangen[naam]


@pytest.fixture(scope="module")
def meldingen() -> set[tuple[str, str]]:
    naam = "voortgang/2026.yaml"
    register = lees_dossier({naam: (VOORBEELD / naam).read_bytes()})[0].voortgang[naam]
    return {(v.door, v.verplichting) for v in register.voortgang}


def _noemt(tekst: str, nummer: str) -> list[int]:
    return [m.start() for m in re.finditer(rf"(?<![\w.]){re.escape(nummer)}(?!\w)", tekst)]


def _plichten(jaargang: Jaargang) -> dict[str, Verplichting]:
    return {verplichtingnummer(a, v): v for a in jaargang.afspraken for v in a.verplichtingen}


@pytest.mark.parametrize("uitgave", UITGAVEN)
@pytest.mark.parametrize("partij", PARTIJEN)
def test_nothing_stands_in_an_edition_that_does_not_concern_the_party(
    prestatie: Prestatie, jaargang: Jaargang, meldingen: set[tuple[str, str]], partij: str, uitgave: str
) -> None:
    uit = prestatie("--map", VOORBEELD, *UITGAVEN[uitgave], "--partij", partij, *DAG)
    tekst = html.unescape(uit.uit).replace("\\", "")
    plichten = _plichten(jaargang)
    vreemd = {
        n
        for n, v in plichten.items()
        if partij not in (*v.wie, *v.voor, *v.met) and (partij, n) not in meldingen
    }
    assert vreemd
    assert {n for n in vreemd if _noemt(tekst, n)} == set()
    levert = {k.id for k in jaargang.kengetallen if partij in k.levert}
    eigen = {n.rstrip("abcdefgh") for n in plichten.keys() - vreemd}
    elders = [
        i for i in jaargang.indicatoren if i.afspraak not in eigen and not levert & {i.teller, i.noemer}
    ]
    gevraagd = {k for n in plichten.keys() - vreemd for k in plichten[n].kengetallen}
    weg = [i for i in elders if i.teller not in gevraagd]
    assert [i.naam for i in weg if f"{i.naam} (afspraak" in tekst or f"| {i.naam} |" in tekst] == []


@pytest.mark.parametrize("uitgave", UITGAVEN)
def test_what_the_party_sees_otherwise_stands_before_all_else(
    prestatie: Prestatie, jaargang: Jaargang, uitgave: str
) -> None:
    tekst = prestatie("--map", VOORBEELD, *UITGAVEN[uitgave], "--partij", "hlve", *DAG).uit
    if "json" in uitgave:
        gelezen = json.loads(tekst)
        rijen = gelezen["aandacht"] if "status" in uitgave else gelezen["termijnen"]
        assert (rijen[0].get("verplichting") or rijen[0].get("nummer")) == "5.9a"
        return
    eerste = _noemt(tekst, "Buurtmakers" if "factsheet" in uitgave else "5.9a")
    anders = [p for n in _plichten(jaargang) if n != "5.9a" for p in _noemt(tekst, n)]
    assert eerste
    assert eerste[0] < min(anders, default=len(tekst))
    if uitgave not in ("status", "termijnen"):
        assert eerste[0] < min(tekst.find(t) % len(tekst) for t in ("<table", "|---", "<svg"))


@pytest.mark.parametrize("vorm", ["rapport", "raadsbrief", "factsheet"])
@pytest.mark.parametrize("wie", ["gemeente", "omthuis", "hlve"])
def test_an_edition_counts_duties_as_duties_and_agreements_as_agreements(
    prestatie: Prestatie, jaargang: Jaargang, wie: str, vorm: str
) -> None:
    afspraken = [sum(wie in v.wie for v in a.verplichtingen) for a in jaargang.afspraken]
    plichten, met = sum(afspraken), sum(n > 0 for n in afspraken)
    uit = prestatie(
        "--map", VOORBEELD, "rapport", "--partij", wie, "--vorm", vorm, "--peildatum", "2026-08-01"
    )
    assert f" doet mee aan {plichten} verplichtingen in {met} afspraken" in uit.uit


def test_only_the_examples_that_concern_the_party_are_counted(prestatie: Prestatie) -> None:
    for opdracht in (("status",), ("rapport",)):
        uit = prestatie("--map", VOORBEELD, *opdracht, "--partij", "hlve", *DAG).uit
        aantallen = {int(n) for n in re.findall(r"(\d+) melding(?:en)?\b.*?voorbeelden", uit)}
        assert aantallen
        assert max(aantallen) < 8


ELK = """jaar: 2026
titel: Prestatieafspraken
bron: {titel: Prestatieafspraken}
partijen:
  - {id: gemeente, naam: Gemeente Elders, soort: gemeente}
  - {id: noord, naam: Woningstichting Noord, soort: corporatie}
  - {id: zuid, naam: Woonbedrijf Zuid, soort: corporatie}
themas: [{nummer: "1", titel: Wonen}]
afspraken:
  - nummer: "1.1"
    thema: "1"
    tekst: De corporaties leveren op 1 juli 2026 een plan.
    verplichtingen:
      - letter: a
        wat: Een plan leveren
        wie: [noord, zuid]
        voor: [gemeente]
        uitvoering: ieder
        soort: oplevering
        termijn: {woorden: op 1 juli 2026}
"""
MELDING = """jaar: 2026
voortgang:
  - {verplichting: 1.1a, datum: 2026-05-01, door: zuid, melding: loopt, toelichting: Zuid begon.}
  - {verplichting: 1.1a, datum: 2026-06-01, door: noord, melding: afgerond, toelichting: Noord leverde.}
"""


@pytest.fixture
def elk(tmp_path: Path, prestatie: Prestatie) -> Callable[..., str]:
    (tmp_path / "voortgang").mkdir()
    (tmp_path / "afspraken-2026.yaml").write_text(ELK, encoding="utf-8")
    (tmp_path / "voortgang/2026.yaml").write_text(MELDING, encoding="utf-8")
    return lambda *opdracht: prestatie("--map", tmp_path, *opdracht, *DAG).uit


@pytest.mark.parametrize("uitgave", UITGAVEN)
def test_no_party_is_done_by_the_word_of_another(elk: Callable[..., str], uitgave: str) -> None:
    noord = html.unescape(elk(*UITGAVEN[uitgave], "--partij", "noord"))
    zuid = html.unescape(elk(*UITGAVEN[uitgave], "--partij", "zuid"))
    assert "Noord leverde" not in zuid
    assert "Zuid begon" not in noord
    if "json" in uitgave:
        soort = "tellingen" if "status" in uitgave else "termijnen"
        eigen = [json.loads(t)[soort] for t in (noord, zuid)]
        standen = (
            [t[0]["stand"] for t in eigen]
            if soort == "termijnen"
            else [next(k for k, n in t.items() if n) for t in eigen]
        )
        assert standen == ["gehaald", "te_laat"]
        return
    assert not [regel for regel in noord.splitlines() if "1.1a" in regel and "te laat" in regel]
    assert "te laat" in zuid.lower()
