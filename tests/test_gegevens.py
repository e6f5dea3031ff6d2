"""The frozen example: all agreements, its figures and statements marked as made up, valid by another program."""

import re
import subprocess
import sys
from collections import Counter
from pathlib import Path

import pytest

from prestatie_cli.bronnen.schijf import lees_map
from prestatie_cli.formaten.schema import SCHEMAS, schematekst
from prestatie_cli.inlezen.bestanden import lees_dossier, soort_van
from prestatie_cli.inlezen.lezer import lees_waarden
from prestatie_cli.model.dossier import Dossier
from tests.conftest import DATA, ROOT
from tests.test_letterlijk import NUMMERS, ZONDER_NUMMER

BESTANDEN = sorted(p.relative_to(DATA).as_posix() for p in DATA.rglob("*.yaml"))
DOSSIER: Dossier = lees_dossier(lees_map(DATA).teksten)[0]
JAARGANG = DOSSIER.jaargangen["afspraken-2026.yaml"]
AFSPRAKEN = {a.nummer: a for a in JAARGANG.afspraken}


def test_de_42_afspraken() -> None:
    assert list(AFSPRAKEN) == NUMMERS
    assert len(NUMMERS) == 42


def test_afgeleide_nummers_zeggen_waaruit() -> None:
    """A number is inferred where the scan shows none or another one."""
    verlezen = {"1.11", "3.11", "4.6", "4.10", "5.5", "5.6", "5.8"}
    assert {n for n, a in AFSPRAKEN.items() if a.afgeleid} == ZONDER_NUMMER | verlezen
    assert all(t.afgeleid and t.reden for t in JAARGANG.themas), (
        "the titles of the themes are not in the scan"
    )


def test_wat_ontbreekt_staat_er_als_ontbrekend() -> None:
    wat = {o.wat for o in JAARGANG.ontbrekend}
    assert {"1.1 t/m 1.6", "4.1 t/m 4.5", "5.1 t/m 5.4", "6.1 t/m 6.6", "7.1 t/m 7.3"} <= wat
    tekst = " ".join(wat).casefold()
    assert all(woord in tekst for woord in ("2.1", "3.1", "titels", "ondertekening", "datums"))


@pytest.mark.parametrize(("nummer", "aantal"), [("3.6", 3), ("3.12", 3), ("2.6", 2)])
def test_meer_verplichtingen_in_een_afspraak(nummer: str, aantal: int) -> None:
    assert [v.letter for v in AFSPRAKEN[nummer].verplichtingen] == list("abc"[:aantal])


def test_6_7_heeft_er_meer_en_6_8_geen() -> None:
    assert len(AFSPRAKEN["6.7"].verplichtingen) > 2
    assert [v.soort for v in AFSPRAKEN["6.8"].verplichtingen] == ["constatering"]
    assert [v.soort for v in AFSPRAKEN["3.4"].verplichtingen] == ["uitgesteld"]


def test_elke_verplichting_heeft_de_volgende_letter() -> None:
    for afspraak in AFSPRAKEN.values():
        letters = [v.letter for v in afspraak.verplichtingen]
        assert letters == list("abcdefgh")[: len(letters)], afspraak.nummer
        assert letters, afspraak.nummer


def test_zeven_onderwerpen_van_7_7() -> None:
    afspraak = AFSPRAKEN["7.7"]
    assert len(afspraak.onderwerpen) == 7
    assert [o.naam for o in afspraak.onderwerpen] == re.findall(r"^- (.+)$", afspraak.tekst, re.MULTILINE)
    zonder = [o for o in afspraak.onderwerpen if not o.indicatoren and not o.kengetallen]
    assert all(o.reden for o in zonder)


# -- figures and statements are examples -----------------------------------------------------------


def test_alle_cijfers_en_meldingen_zijn_voorbeelden() -> None:
    """No figure here was measured and nobody stated anything; so each says so."""
    assert {m.periode for m in DOSSIER.metingen.values()} == {"2024", "2025", "2026-H1"}
    assert {x.herkomst for m in DOSSIER.metingen.values() for x in m.leveringen} == {"voorbeeld"}
    meldingen = [v for register in DOSSIER.voortgang.values() for v in register.voortgang]
    assert meldingen
    assert {v.herkomst for v in meldingen} == {"voorbeeld"}
    for bestand in BESTANDEN:
        if "/" in bestand:
            assert "# VOORBEELD" in (DATA / bestand).read_text("utf-8").split("\n", 3)[2]


def test_elk_kengetal_is_geleverd_of_ontbreekt_met_reden() -> None:
    namen = {k.id for k in JAARGANG.kengetallen}
    for meting in DOSSIER.metingen.values():
        geleverd = [k for x in meting.leveringen for k in (*x.cijfers, *x.ontbreekt)]
        assert Counter(geleverd) == Counter(namen), meting.periode


def test_elk_kengetal_wordt_gebruikt() -> None:
    gebruikt = {k for n in JAARGANG.indicatoren for k in (n.teller, n.noemer)}
    gebruikt |= {k for b in JAARGANG.balansen for k in (b.begin, b.eind, b.correctie, *b.plus, *b.min)}
    gebruikt |= {k for a in AFSPRAKEN.values() for v in a.verplichtingen for k in v.kengetallen}
    assert {k.id for k in JAARGANG.kengetallen} - gebruikt == set()


@pytest.mark.parametrize(
    ("parameter", "jaar", "waarde"),
    [
        ("vrije_ruimte_zonder_afspraak", 2026, "0.075"),
        ("vrije_ruimte_met_afspraak", 2026, "0.15"),
        ("inkomensgrens_eenpersoons", 2026, "51537"),
        ("inkomensgrens_meerpersoons", 2026, "56910"),
        ("liberalisatiegrens", 2026, "932.93"),
        ("inkomensgrens_eenpersoons", 2024, "47699"),
        ("inkomensgrens_meerpersoons", 2024, "52671"),
        ("liberalisatiegrens", 2024, "879.66"),
        ("passend_toewijzen", 2026, "0.95"),
    ],
)
def test_wettelijke_waarden(parameter: str, jaar: int, waarde: str) -> None:
    """As the law and the ministry state them; no value is given for a year without a source."""
    (gevonden,) = [p for p in DOSSIER.parameters["parameters.yaml"].parameters if p.id == parameter]
    geldig = [w for w in gevonden.waarden if w.van.year <= jaar and (w.tot is None or w.tot.year >= jaar)]
    assert [str(w.waarde) for w in geldig] == [waarde]
    assert all(w.bron for w in gevonden.waarden)


# -- the files ---------------------------------------------------------------------------------


@pytest.mark.parametrize("bestand", BESTANDEN)
def test_eerste_regel_noemt_het_schema(bestand: str) -> None:
    """So that an editor completes and checks while typing."""
    regel = (DATA / bestand).read_text("utf-8").split("\n")[0]
    vorm = re.fullmatch(r"# yaml-language-server: \$schema=(\S+)", regel)
    assert vorm
    schema = ((DATA / bestand).parent / vorm[1]).resolve()
    soort = soort_van(bestand)
    assert soort is not None
    assert schema.parent == ROOT / "schema"
    assert SCHEMAS[schema.stem] is soort[1]


@pytest.mark.parametrize("bestand", BESTANDEN)
def test_bestand_leest_prettig(bestand: str) -> None:
    tekst = (DATA / bestand).read_text("utf-8")
    assert tekst.endswith("\n")
    assert "\t" not in tekst
    assert "\r" not in tekst
    assert [r for r in tekst.split("\n") if len(r) > 100 or r != r.rstrip()] == []


def test_nummers_staan_tussen_aanhalingstekens() -> None:
    """3.10 would be 3.1 to another program; this one reads what stands there."""
    tekst = (DATA / "afspraken-2026.yaml").read_text("utf-8")
    assert re.findall(r"(?m)^\s*-? ?(?:nummer|thema|afspraak): [^\"]", tekst) == []
    assert "3.10" in {a["nummer"] for a in lees_waarden(tekst.encode())["afspraken"]}


@pytest.mark.parametrize("naam", sorted(SCHEMAS))
def test_schema_is_vers(naam: str) -> None:
    assert (ROOT / "schema" / f"{naam}.json").read_text("utf-8") == schematekst(naam), "run: make schemas"


def test_geen_schema_te_veel() -> None:
    assert {p.stem for p in (ROOT / "schema").glob("*.json")} == set(SCHEMAS)


def _check_jsonschema(schema: Path, *paden: Path) -> subprocess.CompletedProcess[str]:
    opdracht = [sys.executable, "-m", "check_jsonschema", "--schemafile", str(schema), *map(str, paden)]
    return subprocess.run(opdracht, capture_output=True, text=True, encoding="utf-8", check=False)


@pytest.mark.parametrize("naam", sorted(SCHEMAS))
def test_gegevens_voldoen_aan_het_schema_volgens_een_ander_programma(naam: str, tmp_path: Path) -> None:
    """check-jsonschema finds the example valid, and a typing error in a key not."""
    schema = ROOT / "schema" / f"{naam}.json"
    paden = [DATA / b for b in BESTANDEN if (s := soort_van(b)) and s[1] is SCHEMAS[naam]]
    paden = paden or [ROOT / f"tests/voorbeelden/{naam}.yaml"]
    goed = _check_jsonschema(schema, *paden)
    assert goed.returncode == 0, goed.stdout
    fout = tmp_path / "fout.yaml"
    fout.write_text(paden[0].read_text("utf-8") + "onbekend: x\n", "utf-8")
    assert _check_jsonschema(schema, fout).returncode == 1
