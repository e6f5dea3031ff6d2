"""Dossiers of another shape than the example: a kader with jaarschijven, and a city with five corporations."""

import json
import re
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.conftest import DATA, ROOT, Prestatie

GOED = ROOT / "tests/voorbeelden/goed"
KADER, STAD = GOED / "kader_met_jaarschijven", GOED / "stad_met_vijf_corporaties"
GEVALLEN = (
    (STAD, "2026-08-01"),
    (STAD, "2027-01-20"),
    (KADER, "2026-08-01"),
    (KADER, "2027-01-20"),
    (KADER, "2029-03-01"),
)
BREEDTE = 80


@pytest.mark.parametrize("map_", [KADER, STAD], ids=lambda p: p.name)
def test_the_data_are_sound(map_: Path, prestatie: Prestatie) -> None:
    uit = prestatie("valideer", map_, "--streng")
    assert uit.code == 0, uit.uit


@pytest.mark.parametrize(("map_", "op"), GEVALLEN, ids=lambda x: getattr(x, "name", x))
@pytest.mark.parametrize("opdracht", ["status", "termijnen", "raadsbrief"])
def test_it_looks_like_this(
    opdracht: str, map_: Path, op: str, prestatie: Prestatie, golden: Callable[[str, str], None]
) -> None:
    woorden = ("rapport", "--vorm", "raadsbrief") if opdracht == "raadsbrief" else (opdracht,)
    uit = prestatie("--map", map_, *woorden, "--peildatum", op)
    assert uit.code == 0
    if opdracht != "raadsbrief":
        assert [regel for regel in uit.uit.splitlines() if len(regel) > BREEDTE] == []
    tekst = re.sub(r"Gegevens: .*? vingerafdruk \w+", "Gegevens: …", uit.uit)
    golden(f"{map_.name}-{op}-{opdracht}.txt", tekst)


# -- one story -----------------------------------------------------------------------------------------

DAGEN = ("2024-12-31", "2025-07-01", "2026-01-02", "2026-08-01", "2026-12-31", "2027-01-20", "2027-08-01")
ALLE = [DATA, *sorted(p for p in GOED.iterdir() if p.is_dir())]
# What the state of a duty may be beside the verdict of its indicator.
PASSEND = {
    "gehaald": {"gehaald"},
    "niet_gehaald": {"niet_gehaald"},
    "op_koers": {"loopt", "gehaald", "later", "wacht_op_cijfers"},
    "aandacht": {"loopt", "gehaald", "later", "wacht_op_cijfers", "niet_gehaald"},
    "onvolledig": {"loopt", "gehaald", "later", "wacht_op_cijfers"},
}


def vergelijk(plichten: list[dict[str, object]], indicatoren: list[dict[str, object]]) -> list[str]:
    """Where a duty says otherwise than its indicator, by the reason that it gives."""
    fout = []
    oordeel = {(i["bestand"], i["id"]): str(i["oordeel"]) for i in indicatoren}
    for p in plichten:
        genoemd = re.match(r"indicator (\w+): ", str(p["waarom"]))
        gezegd = oordeel.get((p["bestand"], genoemd[1])) if genoemd and p["tijdvak"] is None else None
        if gezegd in PASSEND and p["stand"] not in PASSEND[gezegd]:
            fout.append(f"{p['verplichting']}: {p['stand']} naast {gezegd}")
    return fout


@pytest.mark.parametrize("op", DAGEN)
@pytest.mark.parametrize("map_", ALLE, ids=lambda p: p.name)
def test_a_duty_and_its_indicator_agree(map_: Path, op: str, prestatie: Prestatie) -> None:
    json_ = ("--peildatum", op, "--formaat", "json")
    plichten = json.loads(prestatie("--map", map_, "termijnen", "--alles", *json_).uit)["termijnen"]
    indicatoren = json.loads(prestatie("--map", map_, "indicatoren", *json_).uit)["indicatoren"]
    assert vergelijk(plichten, indicatoren) == []
    geplant = [{**p, "stand": "te_laat"} for p in plichten if "indicator " in p["waarom"]]
    if any(p["tijdvak"] is None for p in geplant) and indicatoren:
        beoordeeld = {i["id"] for i in indicatoren if i["oordeel"] in PASSEND}
        raak = [p for p in geplant if p["waarom"].split(": ")[0].removeprefix("indicator ") in beoordeeld]
        assert bool(vergelijk(geplant, indicatoren)) == bool([p for p in raak if p["tijdvak"] is None])


@pytest.mark.parametrize("op", DAGEN)
@pytest.mark.parametrize("map_", ALLE, ids=lambda p: p.name)
def test_the_letter_counts_what_the_report_lists(map_: Path, op: str, prestatie: Prestatie) -> None:
    """Each state in the letter has as many duties as the report has rows with it; late stands in both."""
    opties = ("--map", map_, "rapport", "--peildatum", op)
    brief = prestatie(*opties, "--vorm", "raadsbrief")
    if brief.code != 0:
        assert "nog niet begonnen" in brief.fout
        return
    rapport = prestatie(*opties).uit
    geteld = dict(re.findall(r"^\| ([a-z ]+) \| (\d+) \|$", brief.uit, re.MULTILINE))
    themas = rapport.partition("## Per thema")[2].partition("\n## Indicatoren")[0]
    cellen = [
        re.split(r"(?<!\\) \| ", regel.strip("| "))
        for regel in themas.splitlines()
        if regel.startswith("| ") and not regel.startswith("| Nummer")
    ]
    rijen = [rij[4] for rij in cellen]
    assert {stand: rijen.count(stand) for stand in rijen} == {s: int(n) for s, n in geteld.items()}
    laat = {rij[0] for rij in cellen if rij[4] == "te laat"}
    genoemd = set(re.findall(r"^\| (.+?) \| te laat(?: \(voorbeeld\))? \|", brief.uit, re.MULTILINE))
    assert laat == genoemd


@pytest.mark.parametrize("op", DAGEN)
@pytest.mark.parametrize("map_", ALLE, ids=lambda p: p.name)
def test_what_was_delivered_is_not_late_and_what_was_not_is_not_done(
    map_: Path, op: str, prestatie: Prestatie
) -> None:
    """A period of a reporting duty is done by its figures or by a statement, and by nothing else."""
    gelezen = json.loads(
        prestatie("--map", map_, "termijnen", "--alles", "--peildatum", op, "--formaat", "json").uit
    )
    for p in gelezen["termijnen"]:
        ontvangen = str(p["waarom"]).startswith("ontvangen op")
        if ontvangen:
            assert p["stand"] in ("gehaald", "te_laat_gehaald", "loopt"), p
        if p["stand"] in ("gehaald", "te_laat_gehaald"):
            assert re.match(r"ontvangen op|afgerond op|indicator ", str(p["waarom"])), p
