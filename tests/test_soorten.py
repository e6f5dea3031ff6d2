"""The kinds of indicator stand in one table, and nothing else in the program compares their names."""

import ast
import json
from pathlib import Path
from typing import get_args

import pytest

from prestatie_cli.model.indicator import Indicator
from prestatie_cli.model.indicatorsoorten import INDICATORSOORTEN
from tests.conftest import ROOT, Prestatie

SRC = ROOT / "src" / "prestatie_cli"


def test_the_format_and_the_table_know_the_same_kinds() -> None:
    assert get_args(Indicator.model_fields["soort"].annotation) == tuple(INDICATORSOORTEN)


def vergelijkt_soort(bron: str) -> list[int]:
    """The lines that hold the field `soort` of an indicator against a name of a kind."""
    uit = []
    for knoop in ast.walk(ast.parse(bron)):
        if isinstance(knoop, ast.Compare):
            woorden = {d.value for d in ast.walk(knoop) if isinstance(d, ast.Constant)}
            velden = [ast.unparse(d) for d in ast.walk(knoop) if isinstance(d, ast.Attribute)]
            van_indicator = any(v.endswith(("indicator.soort", "record.soort", "n.soort")) for v in velden)
            if van_indicator and woorden & INDICATORSOORTEN.keys():
                uit.append(knoop.lineno)
    return uit


def test_no_code_compares_the_name_of_a_kind() -> None:
    gevonden = {p.name: r for p in SRC.rglob("*.py") if (r := vergelijkt_soort(p.read_text("utf-8")))}
    assert gevonden == {}
    assert vergelijkt_soort('x = s.indicator.soort == "aandeel"\n') == [1]


def test_no_template_compares_the_name_of_a_kind() -> None:
    sjablonen = Path(ROOT / "templates")
    assert [p.name for p in sjablonen.glob("*.j2") if "indicator.soort" in p.read_text("utf-8")] == []


# -- every kind in every output ------------------------------------------------------------------

KOP = """
jaar: 2026
titel: Afspraken 2026
bron: {titel: akte}
partijen:
  - {id: gemeente, naam: Gemeente, soort: gemeente}
  - {id: corporatie, naam: Corporatie, soort: corporatie}
themas: [{nummer: "1", titel: Wonen}]
afspraken:
  - {nummer: "1.1", thema: "1", tekst: "Er geldt 40, of 40%.",
     verplichtingen: [{letter: a, wat: het nakomen, wie: [corporatie], soort: doorlopend}]}
kengetallen:
  - {id: geteld, naam: Geteld, soort: stroom, eenheid: euro, levert: corporatie, definitie: d}
  - {id: geheel, naam: Geheel, soort: stroom, eenheid: euro, levert: corporatie, definitie: d}
  - {id: eraf, naam: Eraf, soort: stroom, eenheid: euro, levert: corporatie, definitie: d}
"""
BASIS = """
periode: "2025"
leveringen:
  - {door: corporatie, geleverd_op: 2026-01-10, herkomst: definitief, cijfers: {geteld: 50}}
"""
METING = """
periode: "2026"
leveringen:
  - {door: corporatie, geleverd_op: 2027-01-10, herkomst: definitief, cijfers: {geteld: 37, geheel: 100, eraf: 1}}
"""
# A kind with the fields that it needs, and its value over 2026 as a reader sees it.
GEVALLEN = {
    "aandeel": ("noemer: geheel, normen: [{soort: maximum, waarde: 40%, citaat: 40%", "37 van 100 (37,0%)"),
    "cumulatief": ("van: 2026, tot: 2026, normen: [{soort: maximum, waarde: 40, citaat: 40", "€ 37"),
    "stand": ("normen: [{soort: maximum, waarde: 40, citaat: 40", "€ 37"),
    "aantal": ("normen: [{soort: maximum, waarde: 40, citaat: 40", "€ 37"),
    "bedrag": ("normen: [{soort: maximum, waarde: 40, citaat: 40", "€ 37"),
    "gegeven": ("normen: [{soort: maximum, waarde: 40, citaat: 40", "€ 37"),
    "gemiddelde": (
        "van: 2026, tot: 2026, normen: [{soort: maximum, waarde: 40, citaat: 40",
        "gemiddeld € 37 per jaar (€ 37 over 1 jaar)",
    ),
    "saldo": ("min: [eraf], normen: [{soort: maximum, waarde: 40, citaat: 40", "€ 36"),
    "verandering": (
        "basisjaar: 2025, richting: daling, normen: [{soort: maximum, waarde: 40%, citaat: 40%",
        "26,0% minder dan in 2025 (€ 37, was € 50)",
    ),
}
# Teller and value in the JSON, where they are not those of most.
ANDERS = {"aandeel": ("37", "0.37"), "saldo": ("36", "36"), "verandering": ("13", "0.26")}
UITVOER = {
    "status": ["status"],
    "status json": ["status", "--formaat", "json"],
    "indicatoren": ["indicatoren"],
    "indicatoren json": ["indicatoren", "--formaat", "json"],
    "indicatoren ID": ["indicatoren", "proef"],
    "toon": ["toon", "1.1"],
    "toon json": ["toon", "1.1", "--formaat", "json"],
    "rapport": ["rapport"],
    "raadsbrief": ["rapport", "--vorm", "raadsbrief"],
    "factsheet": ["rapport", "--vorm", "factsheet"],
}


def schrijf_dossier(map_: Path, soort: str) -> Path:
    velden = GEVALLEN[soort][0]
    indicator = (
        f"indicatoren:\n  - {{id: proef, naam: Proef, afspraak: '1.1', soort: {soort}, teller: geteld,\n"
        f"     definitie: d, {velden}, plaats: tekst, van: 2026-01-01, tot: 2026-12-31}}]}}\n"
    )
    (map_ / "metingen").mkdir()
    (map_ / "afspraken-2026.yaml").write_text(KOP.lstrip() + indicator, "utf-8")
    (map_ / "metingen" / "2025.yaml").write_text(BASIS.lstrip(), "utf-8")
    (map_ / "metingen" / "2026.yaml").write_text(METING.lstrip(), "utf-8")
    return map_


def test_every_kind_has_a_case() -> None:
    assert tuple(GEVALLEN) == tuple(INDICATORSOORTEN)


@pytest.mark.parametrize("soort", GEVALLEN)
@pytest.mark.parametrize("uitvoer", UITVOER)
def test_every_kind_stands_in_every_output(
    soort: str, uitvoer: str, tmp_path: Path, prestatie: Prestatie
) -> None:
    """With its value in words, or as an exact number in JSON, and its verdict."""
    map_ = schrijf_dossier(tmp_path, soort)
    gaf = prestatie("--map", map_, *UITVOER[uitvoer], "--peildatum", "2026-12-31")
    assert gaf.code == 0, gaf.fout
    if "json" in uitvoer:
        (rij,) = json.loads(gaf.uit)["indicatoren"]
        teller, waarde = ANDERS.get(soort, ("37", "37"))
        assert (rij["soort"], rij["teller"], rij["oordeel"]) == (soort, teller, "gehaald")
        assert rij["waarde"] == waarde
    else:
        kaal = " ".join(gaf.uit.replace("\\", "").split())
        in_kolommen = uitvoer in ("status", "indicatoren")
        woorden = GEVALLEN[soort][1].split() if in_kolommen else [GEVALLEN[soort][1]]
        assert [w for w in woorden if w not in kaal] == []
        assert ("Dat is gelukt" if uitvoer == "factsheet" else "gehaald") in kaal
