"""The documentation is whole and true: each option, field, rule and word stands in it, each example runs."""

import re
import shlex
from dataclasses import fields
from pathlib import Path
from typing import get_args

import pytest
import typer

from prestatie_cli.bevindingen import Ernst
from prestatie_cli.cli import app
from prestatie_cli.formaten.regels import alle_regels
from prestatie_cli.indicatoren.oordeel import Oordeel
from prestatie_cli.model.basis import Record
from prestatie_cli.model.dossier import Dossier
from prestatie_cli.termijnen.standen import Stand
from prestatie_cli.termijnen.vormen import lees_woorden, lezing_in_woorden
from prestatie_cli.vergelijking.wijziging import REGELS_WIJZIGING, Richting, Wijzigingssoort
from tests.conftest import ROOT, Prestatie
from tests.test_diff import repo  # noqa: F401  # the fixture of the blocks `console voorbeeldstad`

DOCS = ROOT / "docs"
TEKSTEN = [*sorted(ROOT.glob("*.md")), *sorted(DOCS.rglob("*.md"))]
OPDRACHTEN = typer.main.get_command(app).commands  # type: ignore[attr-defined]  # a group has commands
RECORDS = {k.__name__: k.model_fields for k in Record.__subclasses__()}
BLOK = re.compile(
    r"(?m)^```console(?P<plek> voorbeeldstad)?\n\$ prestatie (?P<opdracht>.*)\n(?P<uitvoer>(?:.*\n)*?)(?=```\n)"
)
VOORBEELDEN = [(p, m) for p in TEKSTEN for m in BLOK.finditer(p.read_text("utf-8"))]
UITKOMSTEN = (Stand, Oordeel, Ernst, Wijzigingssoort, Richting)
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


@pytest.mark.parametrize("bestand", ["begrippen.md", "formaat.md"])
@pytest.mark.parametrize("klasse", RECORDS)
def test_elk_veld_is_beschreven(bestand: str, klasse: str) -> None:
    assert [veld for veld, _ in RIJ.findall(paragraaf(bestand, klasse))] == list(RECORDS[klasse])


def test_elk_woord_van_een_uitkomst_is_beschreven() -> None:
    keuzes = [get_args(veld.annotation) for velden in RECORDS.values() for veld in velden.values()]
    woorden = {w for k in (*keuzes, *map(get_args, UITKOMSTEN)) for w in k if isinstance(w, str)}
    woorden |= {veld.name for veld in fields(Dossier)}
    assert woorden - {w for w, _ in RIJ.findall((DOCS / "begrippen.md").read_text("utf-8"))} == set()


def test_de_tabel_van_termijnwoorden_klopt() -> None:
    """Each row is read as it says; what stands under 'Nooit geraden' is not read."""
    rijen = RIJ.findall(paragraaf("formaat.md", "termijnwoorden"))
    assert [(w, lezing_in_woorden(v) if (v := lees_woorden(w)) else None) for w, _ in rijen] == rijen
    nooit = re.findall(r"`(\w[^`]*)`", paragraaf("formaat.md", "Nooit geraden").partition("Ze mogen")[0])
    assert [(w, lees_woorden(w)) for w in nooit] == [(w, None) for w in nooit] != []


def test_elke_regel_heeft_uitleg(prestatie: Prestatie) -> None:
    for regel in alle_regels():
        uitvoer = prestatie("regels", regel.code)
        uitleg = f"{regel.code} ({regel.ernst}) {regel.regel} {regel.uitleg}"
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
    """Below `$ prestatie …` stands what it prints; a line with only `…` stands for lines left out."""
    monkeypatch.chdir(request.getfixturevalue("repo").pad if blok["plek"] else ROOT)
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
    assert (blok["opdracht"], "\n…\n" in blok["uitvoer"]) == ("status --peildatum 2026-08-01", False)


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
