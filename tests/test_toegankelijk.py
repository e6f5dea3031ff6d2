"""The HTML of the report is accessible: axe in a real browser, narrow and wide, light and dark, and printed."""

import re
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest

from prestatie_cli.cli import main
from prestatie_cli.cli.rapport import RAPPORTVORMEN
from tests.conftest import DATA, ROOT
from tests.hulp.chromium import CSP, DONKER, LICHT, druk_af, meet
from tests.hulp.documenten import Gelezen, figuren, lees_html, lees_md, pdf_bladen, pdf_tekst

BREEDTES = (320, 768, 1280)
SCHEMAS = {"licht": LICHT, "donker": DONKER}
FOUT = (
    '<!doctype html><html lang="nl"><head><title>x</title></head><body><main><h1>Kop</h1><img src="data:,">'
    '<svg width="90" height="40"><rect width="50" height="20"/><text y="12">op een balk en te lang</text></svg>'
    '<p style="color:#bbb;background:#fff;width:900px">te licht</p></main></body></html>'
)


@pytest.fixture(scope="module")
def map_(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with the three forms of the example in HTML, and the report in Markdown."""
    uit = tmp_path_factory.mktemp("paginas")
    opdracht = ["--map", str(DATA), "rapport", "--peildatum", "2026-11-15", "--vorm"]
    for vorm in RAPPORTVORMEN:
        for soort in ("html", "md"):
            assert main([*opdracht, vorm, "-o", str(uit / f"{vorm}.{soort}")]) == 0
    return uit


@pytest.fixture(scope="module")
def gemeten(map_: Path) -> dict[str, dict[str, Any]]:
    """What the browser says of every form at every width, by colour scheme; one start for each."""
    paginas = {vorm: (map_ / f"{vorm}.html").read_text("utf-8") for vorm in RAPPORTVORMEN} | {"fout": FOUT}
    return {naam: meet(paginas, BREEDTES, schema, map_) for naam, schema in SCHEMAS.items()}


@pytest.fixture(params=RAPPORTVORMEN)
def pagina(request: pytest.FixtureRequest, map_: Path) -> tuple[str, Gelezen]:
    """Each form as text and as it is read."""
    tekst = (map_ / f"{request.param}.html").read_text("utf-8")
    return tekst, lees_html(tekst)


# -- in the browser ----------------------------------------------------------------------------


@pytest.mark.parametrize("schema", SCHEMAS)
@pytest.mark.parametrize("breedte", BREEDTES)
@pytest.mark.parametrize("vorm", RAPPORTVORMEN)
def test_axe_finds_nothing(gemeten: dict[str, dict[str, Any]], vorm: str, breedte: int, schema: str) -> None:
    uitslag = gemeten[schema][f"{vorm}-{breedte}"]
    assert uitslag["overtredingen"] == []
    assert uitslag["geslaagd"] > 30
    assert uitslag["venster"] == breedte
    assert uitslag["donker"] == (schema == "donker")


@pytest.mark.parametrize("schema", SCHEMAS)
@pytest.mark.parametrize("vorm", RAPPORTVORMEN)
def test_a_narrow_page_does_not_scroll_sideways(
    gemeten: dict[str, dict[str, Any]], vorm: str, schema: str
) -> None:
    assert gemeten[schema][f"{vorm}-320"]["breed"] <= 320


def test_on_a_telephone_the_report_is_short_before_its_annexes(gemeten: dict[str, dict[str, Any]]) -> None:
    assert 0 < gemeten["licht"]["rapport-320"]["bijlagen"] <= 15 * 640


@pytest.mark.parametrize("vorm", RAPPORTVORMEN)
@pytest.mark.parametrize("breedte", BREEDTES)
def test_the_texts_of_a_chart_are_large_and_meet_nothing(
    gemeten: dict[str, dict[str, Any]], vorm: str, breedte: int
) -> None:
    uitslag = gemeten["licht"][f"{vorm}-{breedte}"]
    assert uitslag["letters"] is None or uitslag["letters"] >= 12
    assert uitslag["botsingen"] == []


def test_on_a_telephone_rows_are_cards_with_the_state_first(gemeten: dict[str, dict[str, Any]]) -> None:
    smal, breed = gemeten["licht"]["rapport-320"], gemeten["licht"]["rapport-1280"]
    assert smal["kaarten"] > 80
    assert smal["bovenaan"] == 0
    assert breed["kaarten"] == 0


def test_light_and_dark_differ(gemeten: dict[str, dict[str, Any]]) -> None:
    assert {s: gemeten[s]["rapport-1280"]["grond"] for s in SCHEMAS} == {
        "licht": "rgb(255, 255, 255)",
        "donker": "rgb(20, 24, 28)",
    }


def test_the_measurement_sees_a_bad_page(gemeten: dict[str, dict[str, Any]]) -> None:
    uitslag = gemeten["licht"]["fout-320"]
    assert {"image-alt", "color-contrast"} <= {o[0] for o in uitslag["overtredingen"]}
    assert uitslag["breed"] > 320
    assert any("op balk" in b for b in uitslag["botsingen"])
    assert any("valt buiten" in b for b in uitslag["botsingen"])


@pytest.fixture(scope="module")
def afdrukken(map_: Path) -> dict[str, Path]:
    """Each form printed to a PDF by the browser."""
    uit = {vorm: map_ / f"afdruk-{vorm}.pdf" for vorm in RAPPORTVORMEN}
    for vorm, pdf in uit.items():
        druk_af(map_ / f"{vorm}.html", pdf)
    return uit


@pytest.mark.parametrize("vorm", RAPPORTVORMEN)
def test_it_prints_with_all_its_figures(map_: Path, afdrukken: dict[str, Path], vorm: str) -> None:
    bron = lees_md((map_ / f"{vorm}.md").read_text("utf-8")).tekst
    assert not figuren(bron) - figuren(pdf_tekst(afdrukken[vorm]))


def test_the_factsheet_prints_on_one_page(afdrukken: dict[str, Path]) -> None:
    assert pdf_bladen(afdrukken["factsheet"]) == 1


# -- in the page itself ------------------------------------------------------------------------


def test_language_title_and_landmarks(pagina: tuple[str, Gelezen]) -> None:
    tekst, gelezen = pagina
    assert tekst.startswith("<!doctype html>\n")
    assert ("html", {"lang": "nl"}) in gelezen.vorm
    assert gelezen.titel.strip()
    tags = [tag for tag, _ in gelezen.vorm]
    assert tags.count("main") == tags.count("h1") == 1
    assert all(attrs.get("aria-label") for tag, attrs in gelezen.vorm if tag == "nav")


def test_headings_are_in_order(pagina: tuple[str, Gelezen]) -> None:
    niveaus = [niveau for niveau, _ in pagina[1].koppen]
    assert niveaus[0] == 1
    assert all(later <= eerder + 1 for eerder, later in pairwise(niveaus))
    assert all(tekst for _, tekst in pagina[1].koppen)


def test_each_table_has_one_row_of_headers(pagina: tuple[str, Gelezen]) -> None:
    gelezen = pagina[1]
    for tabel in gelezen.tabellen:
        assert len(tabel.koppen) == 1
        assert all(tabel.koppen[0]), tabel.kop
        assert {len(rij) for rij in tabel.rijen} == {len(tabel.koppen[0])}
    koppen = [attrs for tag, attrs in gelezen.vorm if tag == "th"]
    assert {attrs.get("scope") for attrs in koppen} <= {"col", "row"}
    assert sum(attrs["scope"] == "row" for attrs in koppen) == sum(len(t.rijen) for t in gelezen.tabellen)


def test_two_tables_do_not_share_a_name(pagina: tuple[str, Gelezen]) -> None:
    namen = [attrs["aria-label"] for tag, attrs in pagina[1].vorm if attrs.get("class") == "tabel"]
    assert len(namen) == len(pagina[1].tabellen)
    assert len(namen) == len(set(namen))


def test_each_chart_has_a_name_a_description_and_its_table(pagina: tuple[str, Gelezen]) -> None:
    gelezen = pagina[1]
    ids = {attrs["id"] for _, attrs in gelezen.vorm if "id" in attrs}
    assert len([1 for _, attrs in gelezen.vorm if "id" in attrs]) == len(ids)
    tags = [tag for tag, _ in gelezen.vorm]
    for plek, (tag, attrs) in enumerate(gelezen.vorm):
        if tag == "svg":
            assert attrs["role"] == "img"
            assert set((attrs["aria-labelledby"] or "").split()) <= ids
            assert {"table", "strong", "p"} & set(tags[:plek]), "its figures stand beside it in words"
    assert tags.count("svg") == tags.count("title") - 1 == tags.count("desc")


def test_it_works_offline_and_without_scripts(pagina: tuple[str, Gelezen]) -> None:
    tekst, gelezen = pagina
    csp = CSP.search(tekst)
    assert csp
    assert "default-src 'none'" in csp[0]
    assert not {"script", "link", "img", "iframe", "object", "form"} & {tag for tag, _ in gelezen.vorm}
    adressen = [a[n] or "" for _, a in gelezen.vorm for n in ("src", "href", "xlink:href") if n in a]
    assert adressen
    ids = {attrs["id"] for _, attrs in gelezen.vorm if "id" in attrs}
    assert all(adres.startswith("#") and adres[1:] in ids for adres in adressen)
    assert not re.search(r"@import|url\((?!#)", tekst)


# -- colours that axe can't see: those of the charts ---------------------------------------------


def helderheid(kleur: str) -> float:
    """The relative luminance of `#rgb` or `#rrggbb` (WCAG 2.1)."""
    hexa = kleur.lstrip("#")
    hexa = "".join(c * 2 for c in hexa) if len(hexa) == 3 else hexa
    delen = [int(hexa[i : i + 2], 16) / 255 for i in (0, 2, 4)]
    r, g, b = (d / 12.92 if d <= 0.04045 else ((d + 0.055) / 1.055) ** 2.4 for d in delen)
    return 0.2126 * r + 0.7152 * g + 0.0722 * b


def contrast(een: str, ander: str) -> float:
    laag, hoog = sorted((helderheid(een), helderheid(ander)))
    return (hoog + 0.05) / (laag + 0.05)


@pytest.mark.parametrize("nummer", [0, 1, 2], ids=["licht", "donker", "druk"])
def test_the_colours_of_charts_and_lines_stand_out(nummer: int) -> None:
    css = (ROOT / "templates" / "rapport.css").read_text("utf-8")
    blokken = [
        dict(re.findall(r"(--[a-z-]+): (#[0-9a-f]+)", blok)) for blok in re.findall(r":root \{([^}]*)", css)
    ]
    kleuren = blokken[0] | blokken[nummer]
    grond = kleuren["--grond"]
    assert contrast(kleuren["--tekst"], grond) >= 4.5
    assert contrast(kleuren["--tekst"], kleuren["--let-op"]) >= 4.5
    for naam in ("--accent", "--norm", "--lijn"):
        assert contrast(kleuren[naam], grond) >= 3, naam
    assert contrast(kleuren["--accent"], kleuren["--arcering"]) >= 3
