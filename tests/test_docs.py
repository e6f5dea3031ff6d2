"""The documentation is whole and true: each option, field, rule and word stands in it, each example runs."""

import re
import shlex
from pathlib import Path

import pytest

from docs.tabellen import BESTANDEN, RECORDS, begrippen, sleutel, tabel, vernieuw, woordenlijsten
from prestatie_cli.cli import OPDRACHTEN as NAMEN
from prestatie_cli.cli import laad_opdracht
from prestatie_cli.formaten.regels import alle_regels
from prestatie_cli.termijnen.vormen import lees_woorden
from prestatie_cli.vergelijking.wijziging import REGELS_WIJZIGING
from tests.conftest import DATA, ROOT, Prestatie
from tests.test_diff import repo  # noqa: F401  # the fixture of the blocks `console voorbeeldstad`

DOCS = ROOT / "docs"
TEKSTEN = [*sorted(ROOT.glob("*.md")), *sorted(DOCS.rglob("*.md"))]
OPDRACHTEN = {naam: laad_opdracht(naam) for naam in NAMEN}
BLOK = re.compile(
    r"(?m)^```console(?P<plek> voorbeeldstad)?\n\$ prestatie (?P<opdracht>.*)\n(?P<uitvoer>(?:.*\n)*?)(?=```\n)"
)
VOORBEELDEN = [(p, m) for p in TEKSTEN for m in BLOK.finditer(p.read_text("utf-8"))]
RIJ = re.compile(r"(?m)^\| `([^`|]+)` \| ([^|]+?) \|")
ENGELS = re.compile(
    r"(?i)\b(usage|options?|arguments?|commands?|show|exit|default|required|str|int|list|path)\b"
)


def paragraaf(bestand: str, kop: str) -> str:
    """The text below the heading that holds these words, up to the next heading."""
    tekst = re.sub(r"(?s)```.*?```", lambda m: m[0].replace("#", ""), (DOCS / bestand).read_text("utf-8"))
    delen = re.split(r"(?m)^#+ ", tekst)
    return next((d for d in delen if re.search(rf"\b{kop}\b", d.partition("\n")[0])), "")


@pytest.mark.parametrize("naam", OPDRACHTEN)
def test_elke_opdracht_en_optie_is_beschreven(naam: str) -> None:
    tekst = paragraaf("opdrachten.md", f"prestatie {naam}")
    for p in OPDRACHTEN[naam].params:
        namen = p.opts if p.opts[0].startswith("-") else [p.metavar.strip("[]. ")]
        assert [n for n in namen if f"`{n}`" not in tekst] == []
    assert f"$ prestatie {naam}" in tekst


@pytest.mark.parametrize("bestand", BESTANDEN)
def test_de_tabellen_zijn_vers(bestand: str) -> None:
    tekst = (DOCS / bestand).read_text("utf-8")
    assert vernieuw(tekst, dict(BESTANDEN[bestand]())) == tekst, f"{bestand} is stale: make docs"


@pytest.mark.parametrize("bestand", ["begrippen.md", "formaat.md"])
@pytest.mark.parametrize("klasse", RECORDS)
def test_elk_veld_staat_onder_de_kop_van_zijn_onderdeel(bestand: str, klasse: str) -> None:
    rijen = [veld for veld, _ in RIJ.findall(paragraaf(bestand, klasse))]
    assert rijen == list(RECORDS[klasse].model_fields)


def test_elk_veld_en_elk_woord_heeft_engels_en_niets_is_over() -> None:
    velden, woorden = (begrippen()[deel] for deel in ("velden", "woorden"))
    plaatsen = [(naam, veld) for naam, record in RECORDS.items() for veld in record.model_fields]
    assert {sleutel(velden, *plaats) for plaats in plaatsen} == set(velden)
    assert [k for k, engels in velden.items() if "." in k and velden.get(k.partition(".")[2]) == engels] == []
    assert {naam: set(lijst) for naam, lijst in woordenlijsten().items()} == {
        k: set(w) for k, w in woorden.items()
    }
    assert all(
        uitleg.keys() == {"betekenis", "Engels"} for lijst in woorden.values() for uitleg in lijst.values()
    )


def test_elk_onderdeel_heeft_een_engelse_naam() -> None:
    assert [n for n in (*RECORDS, "Dossier") if "Engels:" not in paragraaf("begrippen.md", n)] == []


def test_alleen_de_tabel_wordt_vernieuwd() -> None:
    tekst = "# Kop\n\n<!-- gemaakt: A -->\n\n| oud |\n\n<!-- /gemaakt -->\n\nNa.\n"
    nieuw = vernieuw(tekst, {"A": tabel(("a", "b"), [("x|y", "z")])})
    assert nieuw == tekst.replace("| oud |", "| a | b |\n|---|---|\n| x\\|y | z |")
    assert vernieuw(nieuw, {"A": tabel(("a", "b"), [("x|y", "z")])}) == nieuw


@pytest.mark.parametrize(
    ("tekst", "tabellen", "naam"),
    [
        ("geen plaats", {"A": ""}, "A"),
        ("<!-- gemaakt: B -->\n\n<!-- /gemaakt -->", {}, "B"),
        ("<!-- gemaakt: C -->\n\n<!-- /gemaakt -->\n" * 2, {"C": ""}, "C"),
    ],
)
def test_een_tabel_zonder_plaats_of_een_plaats_zonder_tabel_wordt_gemeld(
    tekst: str, tabellen: dict[str, str], naam: str
) -> None:
    with pytest.raises(ValueError, match=f": {naam}$"):
        vernieuw(tekst, tabellen)


def test_wat_nooit_geraden_wordt_wordt_niet_gelezen() -> None:
    nooit = re.findall(r"`(\w[^`]*)`", paragraaf("formaat.md", "Nooit geraden").partition("Ze mogen")[0])
    assert [(w, lees_woorden(w)) for w in nooit] == [(w, None) for w in nooit] != []


def test_elke_regel_heeft_uitleg(prestatie: Prestatie) -> None:
    for regel in alle_regels():
        uitvoer = prestatie("regels", regel.code)
        uitleg = f"{regel.code} ({regel.ernst}) {regel.zin} {regel.uitleg}"
        assert (uitvoer.code, uitvoer.uit.split()) == (0, uitleg.split())


def test_elke_wijzigingsregel_heeft_uitleg(prestatie: Prestatie) -> None:
    for regel in REGELS_WIJZIGING:
        uitvoer = prestatie("regels", "--wijzigingen", regel.code)
        assert (uitvoer.code, uitvoer.uit.partition(" ")[0]) == (0, regel.code)
        assert " ".join(regel.regel.split()) in " ".join(uitvoer.uit.split())


@pytest.mark.parametrize(
    ("pad", "blok"), VOORBEELDEN, ids=[f"{p.stem}-{m['opdracht']}" for p, m in VOORBEELDEN]
)
def test_elk_voorbeeld_is_echte_uitvoer(
    pad: Path,
    blok: re.Match[str],
    prestatie: Prestatie,
    monkeypatch: pytest.MonkeyPatch,
    request: pytest.FixtureRequest,
) -> None:
    """Below `$ prestatie …` stands what it prints; a line with only `…` stands for lines left out.

    The README shows it from the root of the checkout, the documentation from `voorbeeld/`, as it says.
    """
    vanaf = DATA if DOCS in pad.parents else ROOT
    monkeypatch.chdir(request.getfixturevalue("repo").pad if blok["plek"] else vanaf)
    gaf = prestatie(*shlex.split(blok["opdracht"]))
    echt = "".join(f"{regel.rstrip()}\n" for regel in (gaf.uit + gaf.fout).splitlines())
    delen = re.split(r"(?m)^…\n", blok["uitvoer"])
    if request.config.getoption("--golden-herschrijf") and len(delen) == 1:
        nieuw = pad.read_text("utf-8").replace(blok[0], blok[0].removesuffix(blok["uitvoer"]) + echt)
        pad.write_text(nieuw, "utf-8", newline="\n")
        return
    patroon = "(?s:.*)".join(map(re.escape, delen))
    assert re.fullmatch(patroon, echt), f"{echt}\nif that is right: pytest --golden-herschrijf"


def test_de_readme_begint_met_de_hele_status() -> None:
    blok = next(m for p, m in VOORBEELDEN if p.name == "README.md")
    assert (blok["opdracht"], "\n…\n" in blok["uitvoer"]) == (
        "--map voorbeeld status --peildatum 2026-08-01",
        False,
    )


@pytest.mark.parametrize("pad", TEKSTEN, ids=[p.name for p in TEKSTEN])
def test_geen_verwijzing_is_gebroken(pad: Path) -> None:
    doelen = re.findall(r"\]\(([^)#]*)(#[^)]*)?\)", re.sub(r"(?s)```.*?```", "", pad.read_text("utf-8")))
    for doel, anker in ((d, a) for d, a in doelen if "://" not in d):
        heen = pad.parent / doel if doel else pad
        assert heen.exists(), doel
        koppen = re.findall(r"(?m)^#+ (.*)", heen.read_text("utf-8")) if anker else []
        assert not anker or anker[1:] in {re.sub(r"[^\w -]", "", k).lower().replace(" ", "-") for k in koppen}


@pytest.mark.parametrize("breedte", ["60", "80", "100"])
@pytest.mark.parametrize("naam", ["", *OPDRACHTEN])
def test_de_uitleg_is_nederlands(
    naam: str, breedte: str, prestatie: Prestatie, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COLUMNS", breedte)
    assert ENGELS.findall(prestatie(*naam.split(), "--help").uit) == []


def test_geen_opdracht_is_afgekapt_in_de_lijst(prestatie: Prestatie, monkeypatch: pytest.MonkeyPatch) -> None:
    """At 80 columns each command shows its whole line."""
    monkeypatch.setenv("COLUMNS", "80")
    lijst = prestatie("--help").uit.partition("Opdrachten:")[2]
    assert [naam for naam in OPDRACHTEN if f"  {naam} " not in lijst] == []
    assert "..." not in lijst
