"""The house style of documents and site: looks change, and nothing of what is said."""

import io
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from prestatie_cli.model.huisstijl import LEESBAAR_CONTRAST, NACHT, WIT, contrast, leesbaar_op
from tests.conftest import DATA, Prestatie

SVG = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 40 20"><rect width="40" height="20"/></svg>'
STIJL = """\
naam: Gemeente Voorbeeld
logo: logo.svg
kleur: "#7b1f5c"
letter: Verdana
contact: Team Wonen, wonen@voorbeeld.example
"""
OP = ("--peildatum", "2026-12-31")
Maker = Callable[..., Path]


@pytest.fixture
def huis(tmp_path: Path) -> Maker:
    """A copy of the data with a house style and a logo beside it."""

    def maak(stijl: str = STIJL, logo: bytes | None = SVG.encode(), naam: str = "logo.svg") -> Path:
        doel = tmp_path / "huis"
        shutil.rmtree(doel, ignore_errors=True)
        shutil.copytree(DATA, doel)
        (doel / "huisstijl.yaml").write_text(stijl, "utf-8")
        if logo is not None:
            (doel / naam).write_bytes(logo)
        return doel

    return maak


def rapport(prestatie: Prestatie, data: Path, doel: Path, *opties: str) -> bytes:
    """The bytes of a report, which is made without a complaint."""
    gaf = prestatie("--map", data, "rapport", *OP, "-o", doel, *opties)
    assert gaf.code == 0, gaf.fout
    return doel.read_bytes()


def test_a_page_has_the_logo_colour_font_and_name(huis: Maker, tmp_path: Path, prestatie: Prestatie) -> None:
    pagina = rapport(prestatie, huis(), tmp_path / "r.html").decode()
    assert 'src="data:image/svg+xml;base64,' in pagina
    assert "--accent: #7b1f5c" in pagina
    assert 'font-family: "Verdana"' in pagina
    assert 'alt="Gemeente Voorbeeld"' in pagina
    assert "#1f5f8b" not in pagina.partition("<body")[2]  # the charts are in the colour of the house
    assert "img-src data:" in pagina


def test_what_is_said_does_not_change(huis: Maker, tmp_path: Path, prestatie: Prestatie) -> None:
    """Only who to ask is said by the style, and only where no text of one's own says it."""
    kaal = rapport(prestatie, DATA, tmp_path / "a.md").decode()
    gestileerd = rapport(prestatie, huis(STIJL.rpartition("contact")[0]), tmp_path / "b.md").decode()
    weg = ("- Gegevens: ", "huisstijl.yaml")  # the list of files that the report was made from
    over = [[r for r in t.splitlines() if not any(w in r for w in weg)] for t in (kaal, gestileerd)]
    assert over[0] == over[1]


def test_contact_stands_in_the_letter(huis: Maker, tmp_path: Path, prestatie: Prestatie) -> None:
    data = huis()
    brief = rapport(prestatie, data, tmp_path / "b.md", "--vorm", "raadsbrief").decode()
    assert "Team Wonen" in brief
    (data / "teksten").mkdir()
    (data / "teksten/contact.md").write_text("Bel 14 033.\n", "utf-8")
    brief = rapport(prestatie, data, tmp_path / "b.md", "--vorm", "raadsbrief").decode()
    assert "Bel 14 033." in brief
    assert "Team Wonen" not in brief


def test_word_has_logo_colour_and_font(huis: Maker, tmp_path: Path, prestatie: Prestatie) -> None:
    docx = pytest.importorskip("docx")
    document = docx.Document(io.BytesIO(rapport(prestatie, huis(), tmp_path / "r.docx")))
    assert str(document.styles["Heading 1"].font.color.rgb) == "7B1F5C"
    assert document.styles["Normal"].font.name == "Verdana"
    kop = document.sections[0].header._element.xml
    assert 'descr="Gemeente Voorbeeld"' in kop
    assert "<pic:pic" in kop


def test_pdf_has_logo_and_name(huis: Maker, tmp_path: Path, prestatie: Prestatie) -> None:
    pytest.importorskip("typst")
    met = rapport(prestatie, huis(), tmp_path / "r.pdf")
    zonder = rapport(prestatie, huis('naam: X\nkleur: "#7b1f5c"\n', None), tmp_path / "s.pdf")
    assert met.startswith(b"%PDF")
    assert met != zonder


def test_the_site_has_it_on_every_page(huis: Maker, tmp_path: Path, prestatie: Prestatie) -> None:
    data = huis()
    gaf = prestatie("--map", data, "site", *OP, "-o", tmp_path / "site")
    assert gaf.code == 0, gaf.fout
    paginas = list((tmp_path / "site").rglob("*.html"))
    assert paginas
    assert all("--accent: #7b1f5c" in p.read_text("utf-8") for p in paginas)
    assert all("data:image/svg+xml" in p.read_text("utf-8") for p in paginas)


def test_parts_in_the_order_that_is_asked(huis: Maker, tmp_path: Path, prestatie: Prestatie) -> None:
    data = huis("onderdelen: [zienswijzen, belangrijkste, bijlagen]\n", None)
    tekst = rapport(prestatie, data, tmp_path / "r.md").decode()
    koppen = [r for r in tekst.splitlines() if r.startswith("## ")]
    gewoon = [
        r for r in rapport(prestatie, DATA, tmp_path / "g.md").decode().splitlines() if r.startswith("## ")
    ]
    assert set(koppen) < set(gewoon)
    assert koppen.index("## Waar partijen het anders zien") < koppen.index("## Het belangrijkste")


@pytest.mark.parametrize(
    ("stijl", "logo", "woorden"),
    [
        ('kleur: "#ffcc00"\n', None, ("niet goed te lezen", "contrast 1,5", "kies een donkerder kleur")),
        ("kleur: rood\n", None, ("huisstijl.yaml:1",)),
        ("logo: logo.svg\n", None, ("logo.svg ligt er niet naast",)),
        ("logo: logo.svg\n", b"geen plaatje", ("geen png, jpg of svg",)),
        ("logo: logo.svg\n", b"\xff\xfe", ("geen png, jpg of svg",)),
        ("logo: plaatje.bmp\n", None, ("huisstijl.yaml:1",)),
        ("kleuren: blauw\n", None, ("de sleutel 'kleuren' is onbekend", "bedoelde u 'kleur'?")),
        ("onderdelen: [belangrijkste]\n", None, ("'zienswijzen' kan niet weg", "zet het erbij")),
        ("onderdelen: [belangrijkste, zienswijzen, belangrijkste]\n", None, ("staat er twee keer",)),
        ("letter: 'x\"; }'\n", None, ("huisstijl.yaml:1",)),
    ],
)
def test_a_style_that_can_not_be_used_is_told(
    huis: Maker,
    tmp_path: Path,
    prestatie: Prestatie,
    stijl: str,
    logo: bytes | None,
    woorden: tuple[str, ...],
) -> None:
    """With place and remedy; the report is made in our own style, and says that not all was read."""
    data = huis(stijl, logo)
    gaf = prestatie("--map", data, "valideer")
    assert gaf.code == 1
    assert all(w in gaf.uit for w in woorden), gaf.uit
    for soort in ("html", "docx", "pdf"):
        if soort != "html":
            pytest.importorskip({"docx": "docx", "pdf": "typst"}[soort])
        uit = tmp_path / f"r.{soort}"
        gaf = prestatie("--map", data, "rapport", *OP, "-o", uit)
        assert "Traceback" not in gaf.fout
        assert uit.exists(), gaf.fout


@pytest.mark.parametrize("kleur", ["#ffcc00", "#00ff00", "#ffffff", "#7b1f5c", "#000000", "#808080"])
@pytest.mark.parametrize("grond", [WIT, NACHT])
def test_a_colour_is_made_readable(kleur: str, grond: str) -> None:
    """On white and on a dark page; a colour that can be read stays as it is."""
    uit = leesbaar_op(kleur, grond)
    assert contrast(uit, grond) >= LEESBAAR_CONTRAST
    assert uit == kleur or contrast(kleur, grond) < LEESBAAR_CONTRAST
