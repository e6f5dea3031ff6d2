"""DOCX and PDF of a realistic report, read back by other programs: LibreOffice and poppler."""

import io
import os
import re
import subprocess
import sys
import zipfile
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from docx import Document

from prestatie_cli.documenten.docx import docx_document
from prestatie_cli.documenten.pdf import pdf_document
from prestatie_cli.fouten import BronFout
from prestatie_cli.sjablonen.blokken import (
    Alinea,
    Beeld,
    Blok,
    Citaat,
    Kop,
    Lijst,
    NietInEenStuk,
    Tabelblok,
    Tekstdeel,
    kolombreedtes,
    lees_markdown,
    platte_tekst,
    tekstbreedte,
)
from prestatie_cli.sjablonen.grafieken import Grafiek
from prestatie_cli.sjablonen.markdown import als_tekst as markdown
from prestatie_cli.taal import zichtbaar
from tests.conftest import ROOT
from tests.hulp.documenten import docx_tekst
from tests.hulp.programmas import draai, met_libreoffice

TITEL = "Monitor prestatieafspraken 2026"
DATUM = date(2026, 7, 1)


GRAFIEKEN = {
    "verhuringen": Grafiek(
        '<svg xmlns="http://www.w3.org/2000/svg" role="img" viewBox="0 0 400 140" width="400" height="140">'
        "<title>Verhuringen</title><desc>Per jaar</desc>"
        '<defs><pattern id="a" width="6" height="6" patternUnits="userSpaceOnUse">'
        '<path d="M0 6L6 0" stroke="#154273"/></pattern></defs>'
        '<rect x="40" y="40" width="60" height="70" fill="url(#a)" stroke="#154273"/>'
        '<rect x="140" y="20" width="60" height="90" fill="url(#a)" stroke="#154273"/>'
        '<line x1="20" y1="30" x2="380" y2="30" stroke="#b36b00" stroke-dasharray="6 3"/>'
        '<text x="50" y="128" font-family="sans-serif" font-size="12">2025</text>'
        '<text x="150" y="128" font-family="sans-serif" font-size="12">2026</text></svg>',
        "Verhuringen per jaar",
        "Van 131 in 2025 naar 166 in 2026; de norm is 150.",
    )
}

TOELICHTINGEN = (
    "Op schema; het college stelt het plan vóór 1 oktober vast.",
    "Wacht op de vergunning. Oorzaak: bezwaar van omwonenden. Gevolg: de bouw begint een half jaar later. "
    "Bijsturing: de gemeente voert het gesprek met de buurt, de corporatie houdt de aannemer vast.",
    "n.b. (nog geen cijfers ontvangen over 2026-H1)",
    "Reëel, coördinatie, privé-eigendom, één coöperatie: € 12.500,00 (≥ 10%, 5½ m²) – “zo’n plan”.",
)
NAAR = ("te laat", "loopt", "binnenkort", "gehaald")
WIE = ("gemeente", "Omthuis", "gemeente, Omthuis", "huurdersorganisatie HLVE")

LASTIG = (
    "a | b || c",
    "<script>alert('x')</script>",
    "[klik](https://voorbeeld.nl/x) ![x](y)",
    "`code` en ```hek```",
    "{{ naam }} {% if %} {# x #}",
    '#let x = 1; #image("x") $a^2$ @ref <lab> \\u{41} */ // --- ~',
    "**vet** _schuin_ 1\\. &amp; &lt;",
    "huis \U0001f3e0 brandweer \U0001f469\U0001f3fd‍\U0001f692 hart ❤️ vink ✓ pijl →",
    "עברית en العربية en 漢字",
)


def _tabel(thema: int) -> str:
    rijen = [
        f"| {thema}.{n} | {markdown(f'Verplichting {n}: voldoende sociale huurwoningen voor starters')} "
        f"| {markdown(WIE[n % 4])} | {n} december 2026 | {NAAR[n % 4]} | {markdown(TOELICHTINGEN[n % 4])} |"
        for n in range(1, 41)
    ]
    koppen = "| Nummer | Afspraak | Wie | Uiterlijk | Stand | Toelichting |\n|---|---|---|---|---|---|"
    return koppen + "\n" + "\n".join(rijen)


VOORBEELD = f"""# {TITEL}

> **Let op: dit rapport bevat voorbeeldcijfers.** Elk voorbeeldcijfer is gemerkt met (vb).

Stand op 1 juli 2026.\\
Peildatum en versie staan onder [Werkwijze](#werkwijze).

## In één oogopslag

- te laat: 3
- loopt: 21
  - waarvan *zacht*: 4
  - waarvan zonder termijn: 7
- gehaald: 12

<!-- grafiek: verhuringen -->

| Jaar | Verhuringen | Norm | Aandeel |
|---|---:|---:|---:|
| 2025 | 131 | 150 | 9,87% |
| 2026 | 166 (vb) | 150 | 10,04% |

## Thema 1: Wonen

### Afspraken

{_tabel(1)}

#### Wat afwijkt

De bouw van *De Hamershof* is **zes maanden later**.

---

## Lastige teksten

| Nummer | Tekstdeel |
|---|---|
{"".join(f"| 9.{n} | {markdown(t)} |{chr(10)}" for n, t in enumerate(LASTIG))}
{"".join(f"{markdown(t)}{chr(10)}{chr(10)}" for t in LASTIG)}
## Werkwijze

Bron: [het statuut](https://voorbeeld.nl/statuut?a=1&b=2)
en {markdown("https://lang.voorbeeld.nl/" + "x" * 120)}.
"""


def _docx(tekst: str = VOORBEELD, **anders: Any) -> bytes:
    return docx_document(lees_markdown(tekst), titel=TITEL, datum=DATUM, grafieken=GRAFIEKEN, **anders)


def _pdf(tekst: str = VOORBEELD) -> bytes:
    return pdf_document(lees_markdown(tekst), titel=TITEL, datum=DATUM, grafieken=GRAFIEKEN)


@pytest.fixture(scope="module")
def pdf(tmp_path_factory: pytest.TempPathFactory) -> Path:
    pad = tmp_path_factory.mktemp("pdf") / "rapport.pdf"
    pad.write_bytes(_pdf())
    return pad


@pytest.fixture(scope="module")
def docx_als_pdf(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return _door_libreoffice(_docx(), tmp_path_factory.mktemp("docx"))


def _door_libreoffice(inhoud: bytes, map_: Path, soort: str = "pdf") -> Path:
    (map_ / "rapport.docx").write_bytes(inhoud)
    return met_libreoffice(map_ / "rapport.docx", soort)


def _zichtbaar(blokken: tuple[Blok, ...]) -> str:
    """What a reader of the Markdown sees, in order."""
    delen: list[str] = []
    for blok in blokken:
        match blok:
            case Kop() | Alinea():
                delen.append(platte_tekst(blok.inhoud))
            case Lijst(items):
                delen += [_zichtbaar(punt) for punt in items]
            case Citaat(binnen):
                delen.append(_zichtbaar(binnen))
            case Tabelblok(koppen, _, rijen):
                delen += [platte_tekst(cel) for rij in (koppen, *rijen) for cel in rij]
            case _:
                continue
    return "\n".join(delen)


RECHTS_NAAR_LINKS = re.compile("[\u0590-\u06ff\u200e\u200f\u202a-\u202e\u2066-\u2069]")


def _ontbrekend(tekst: str, bron: str) -> list[str]:
    """The words of the source that don't follow one another in the text; right-to-left ones left out."""
    gelezen = RECHTS_NAAR_LINKS.sub("", tekst).split()
    plek, weg = 0, []
    for woord in RECHTS_NAAR_LINKS.sub("", bron).split():
        try:
            plek = gelezen.index(woord, plek) + 1
        except ValueError:
            weg.append(woord)
    return weg


def _gelezen(pad: Path) -> str:
    """The text in the order in which it was written; words that broke at a line end made whole."""
    tekst = draai("pdftotext", "-raw", pad, "-").replace("\u200b", "")
    return re.sub(r"(?<=[-x/])\n(?=\w)", "", tekst)


def test_every_word_and_figure_is_in_the_pdf_in_order(pdf: Path) -> None:
    assert _ontbrekend(_gelezen(pdf), _zichtbaar(lees_markdown(VOORBEELD))) == []


def test_every_word_and_figure_is_in_the_docx_in_order() -> None:
    tekst = docx_tekst(_docx())
    assert _ontbrekend(tekst, _zichtbaar(lees_markdown(VOORBEELD))) == []
    assert "עברית en العربية en 漢字" in tekst


def test_libreoffice_reads_every_word_and_figure_of_the_docx_in_order(tmp_path: Path) -> None:
    tekst = _door_libreoffice(_docx(), tmp_path, "txt:Text (encoded):UTF8").read_text("utf-8-sig")
    assert _ontbrekend(tekst, _zichtbaar(lees_markdown(VOORBEELD))) == []
    assert "עברית en العربية en 漢字" in tekst


def test_the_check_itself_notices_a_lost_word_and_a_wrong_order() -> None:
    assert _ontbrekend("een drie", "een twee drie") == ["twee"]
    assert _ontbrekend("twee een", "een twee") == ["twee"]


MARKERINGEN = "\u202eomgekeerd\u202c en \u2067los\u2069 en \u200fmerk"


@pytest.mark.parametrize("tekst", [*LASTIG, MARKERINGEN, "1. een", "2026. Dit", "- x", "# x", "+ x", "= x"])
def test_user_text_comes_out_as_itself(tekst: str) -> None:
    gezien = zichtbaar(tekst)  # what steers the direction of text is shown, not done
    (tabel,) = lees_markdown(f"| a |\n|---|\n| {markdown(tekst)} |")
    assert isinstance(tabel, Tabelblok)
    assert tabel.rijen == (((Tekstdeel(gezien),),),)
    assert lees_markdown(markdown(tekst)) == (Alinea((Tekstdeel(gezien),)),)
    cel = Document(io.BytesIO(_docx(f"| a |\n|---|\n| {markdown(tekst)} |"))).tables[0].cell(1, 0)
    assert cel.text == gezien


def test_direction_marks_and_control_characters_do_no_harm(tmp_path: Path) -> None:
    (tmp_path / "merk.pdf").write_bytes(_pdf(f"{MARKERINGEN}\n\nna"))
    assert "na" in _gelezen(tmp_path / "merk.pdf").split()
    assert _pdf("a\x07b\x0bc") == _pdf("abc")
    assert _docx("a\x07b\x0bc") == _docx("abc")


def test_emoji_and_right_to_left_text_can_be_copied_from_the_pdf(pdf: Path) -> None:
    tekst = _gelezen(pdf)
    for woord in ("\U0001f3e0", "\U0001f469\U0001f3fd‍\U0001f692", "עברית", "العربية", "漢字"):
        assert woord in tekst


def test_the_pdf_gives_the_name_of_a_character_that_it_can_not_draw(pdf: Path) -> None:
    """Behind the character itself; what its letters have, gets none."""
    tekst = " ".join(_gelezen(pdf).split())
    assert "(house building)" in tekst
    assert "(cjk unified ideograph-6f22, cjk unified ideograph-5b57)" in tekst
    assert "horizontal ellipsis" not in tekst
    assert "arabic letter" not in tekst


def test_the_pdf_is_tagged_and_says_so(pdf: Path) -> None:
    kenmerken = draai("pdfinfo", pdf)
    assert re.search(r"^Title: +" + TITEL, kenmerken, re.M)
    assert re.search(r"^Tagged: +yes", kenmerken, re.M)
    assert re.search(r"^CreationDate: .*Jul +1 .*2026", kenmerken, re.M)
    assert re.search(r"^Page size: .*A4", kenmerken, re.M)
    assert "<pdfuaid:part>1</pdfuaid:part>" in draai("pdfinfo", "-meta", pdf)
    assert b"/Lang(nl-NL)" in pdf.read_bytes().replace(b"/Lang (", b"/Lang(")


def test_a_second_reader_finds_the_pdf_as_pdf_ua_asks(pdf: Path) -> None:
    """16 of the 106 rules that a machine can check: structure, language, title, tables, links, texts of pictures."""
    pdfua = pytest.importorskip("pdfua")
    assert pdfua.validate(pdf).findings == ()


def test_the_second_reader_sees_what_is_not(tmp_path: Path) -> None:
    pdfua = pytest.importorskip("pdfua")
    pad = tmp_path / "kaal.pdf"
    pad.write_bytes(_door_libreoffice(_docx(), tmp_path).read_bytes().replace(b"/MarkInfo", b"/MarkInfx"))
    assert pdfua.validate(pad).findings


def test_the_pdf_has_headings_header_cells_and_chart_texts(pdf: Path) -> None:
    boom = draai("pdfinfo", "-struct-text", pdf)
    assert re.findall(r"^ *(H\d) ", boom, re.M) == ["H1", "H1", "H2", "H3", "H1", "H1"]
    assert boom.count("TH <") == 4 + 6 + 2, "a repeated header row is no second header"
    assert "Figure" in boom
    assert "Verhuringen per jaar: Van 131 in 2025" in pdf.read_bytes().decode("latin-1")


def test_the_header_row_stands_on_every_page_of_a_long_table(pdf: Path, docx_als_pdf: Path) -> None:
    for pad in (pdf, docx_als_pdf):
        paginas = draai("pdftotext", "-layout", pad, "-").split("\f")
        met_rijen = [p for p in paginas if re.search(r"^ *1\.\d+ ", p, re.M)]
        assert len(met_rijen) > 2
        assert all(re.search(r"Nummer +Afspraak +Wie +Uiterlijk +Stand +Toelichting", p) for p in met_rijen)
        assert all(re.search(r"Pagina \d+ van \d+", p) for p in paginas if p.strip())


def test_the_same_input_gives_the_same_bytes() -> None:
    assert _pdf() == _pdf()
    assert _docx() == _docx()
    huis = _huisstijl()
    assert _docx(sjabloon=huis) == _docx(sjabloon=huis)
    assert {i.date_time for i in zipfile.ZipFile(io.BytesIO(_docx())).infolist()} == {(1980, 1, 1, 0, 0, 0)}


def _xml(inhoud: bytes, deel: str = "word/document.xml") -> str:
    return zipfile.ZipFile(io.BytesIO(inhoud)).read(deel).decode()


def test_the_docx_has_its_parts_and_its_properties() -> None:
    inhoud = _docx()
    with zipfile.ZipFile(io.BytesIO(inhoud)) as zip_:
        assert zip_.testzip() is None
        assert zip_.namelist()[0] == "[Content_Types].xml"
        assert {"word/document.xml", "word/styles.xml", "word/footer1.xml"} <= set(zip_.namelist())
    document = Document(io.BytesIO(inhoud))
    kenmerken = document.core_properties
    assert (kenmerken.title, kenmerken.language, kenmerken.author) == (TITEL, "nl-NL", "")
    assert kenmerken.created == kenmerken.modified
    assert str(kenmerken.created).startswith("2026-07-01 00:00:00")
    assert 'w:lang w:val="nl-NL"' in _xml(inhoud, "word/styles.xml")
    koppen = [
        p.style.name for p in document.paragraphs if p.style and p.style.name.startswith(("Title", "Head"))
    ]
    assert koppen == ["Title", *(f"Heading {n}" for n in (1, 1, 2, 3, 1, 1))]
    assert _xml(inhoud).count("<w:tblHeader/>") == len(document.tables) == 3
    assert "Van 131 in 2025 naar 166 in 2026; de norm is 150." in _xml(inhoud)


def _huisstijl(**stijlen: str) -> bytes:
    """A house style: its own heading font, paper, header and footer, and text to be replaced."""
    document = Document()
    document.add_paragraph("Oude tekst van het sjabloon")
    document.add_table(1, 1).cell(0, 0).text = "Oude tabel"
    document.styles["Heading 1"].font.name = "Verdana"
    document.sections[0].header.paragraphs[0].text = "Gemeente Voorbeeld"
    document.sections[0].footer.paragraphs[0].text = "Postbus 1"
    document.add_section()
    for naam in stijlen.values():
        document.styles[naam].delete()
    uit = io.BytesIO()
    document.save(uit)
    return uit.getvalue()


def test_a_house_style_keeps_its_looks_and_loses_its_text(tmp_path: Path) -> None:
    inhoud = _docx(sjabloon=_huisstijl())
    document = Document(io.BytesIO(inhoud))
    assert "Oude" not in _xml(inhoud)
    assert document.styles["Heading 1"].font.name == "Verdana"
    assert len(document.sections) == 1
    tekst = _gelezen(_door_libreoffice(inhoud, tmp_path))
    assert "Gemeente Voorbeeld" in tekst
    assert "Postbus 1" in tekst
    gelezen = _door_libreoffice(inhoud, tmp_path, "txt:Text (encoded):UTF8").read_text("utf-8-sig")
    assert _ontbrekend(gelezen, _zichtbaar(lees_markdown(VOORBEELD))) == []


def test_a_style_that_the_house_style_lacks_falls_back_to_normal() -> None:
    inhoud = _docx(sjabloon=_huisstijl(a="Heading 2", b="List Bullet", c="Table Grid", d="Quote"))
    document = Document(io.BytesIO(inhoud))
    alineas = {p.text: p for p in document.paragraphs}
    assert alineas["Afspraken"].style == document.styles["Normal"]
    assert '<w:outlineLvl w:val="1"/>' in alineas["Afspraken"]._p.xml
    assert "• te laat: 3" in alineas
    assert "<w:tblBorders>" in document.tables[0]._tbl.xml


@pytest.mark.parametrize("sjabloon", [b"", b"geen zip", _docx("x")[:900], b"PK\x05\x06" + bytes(18)])
def test_a_template_that_is_no_docx_is_refused_in_dutch(sjabloon: bytes) -> None:
    with pytest.raises(BronFout, match=r"geen Word-document \(\.docx\)"):
        _docx(sjabloon=sjabloon)


@pytest.mark.parametrize(
    ("tekst", "melding"),
    [
        ("<b>x</b>", "HTML"),
        ("<div>\n\nx", "HTML"),
        ("<!-- iets anders -->", "HTML"),
        ("<!-- grafiek: x --> tekst", "HTML"),
        ("- <!-- grafiek: x -->", "HTML"),
        ("x <!-- grafiek: x -->", "HTML"),
        ("x<br>y", "HTML"),
        ("```\ncode\n```", "een blok met code"),
        ("![a](https://a.nl/b.png)", "een afbeelding"),
        ("- a\n  - b\n    - c", "een lijst van meer dan twee niveaus"),
        ("1. a\n   1. b\n      1. c", "een lijst van meer dan twee niveaus"),
        ("[x](ftp://a)", "verwijzing"),
        ("# a\n\n### b", "slaat een niveau over"),
    ],
)
def test_what_a_report_cannot_hold_is_an_error(tekst: str, melding: str) -> None:
    with pytest.raises((BronFout, NietInEenStuk), match=re.escape(melding)):
        lees_markdown(tekst)


def test_a_numbered_list_keeps_its_numbers_in_each_format(tmp_path: Path) -> None:
    tekst = "# T\n\n3. drie\n4. vier\n\nTussen.\n\n1. een\n2. twee\n"
    (tmp_path / "x.pdf").write_bytes(_pdf(tekst))
    assert "3. drie 4. vier Tussen. 1. een 2. twee" in " ".join(_gelezen(tmp_path / "x.pdf").split())
    (tmp_path / "x.docx").write_bytes(_docx(tekst))
    regels = met_libreoffice(tmp_path / "x.docx", "txt:Text").read_text("utf-8-sig").split()
    assert " ".join(regels) == "T 3. drie 4. vier Tussen. 1. een 2. twee"


def test_a_chart_in_word_is_a_picture_with_its_words() -> None:
    xml = _xml(_docx("# T\n\nZo staat het.\n\n<!-- grafiek: verhuringen -->\n"))
    assert xml.count("<pic:pic") == 1
    assert 'descr="Verhuringen per jaar: Van 131 in 2025 naar 166 in 2026; de norm is 150."' in xml
    assert "w:keepNext" in xml.partition("Zo staat het.")[0].rpartition("<w:p>")[2]


def test_word_opens_it_as_a_document_of_its_own_time() -> None:
    """No compatibility mode, our name as the program, no parts that nobody asked for."""
    with zipfile.ZipFile(io.BytesIO(_docx())) as docx:
        assert 'w:name="compatibilityMode"' in docx.read("word/settings.xml").decode()
        assert re.search(r'compatibilityMode"[^>]*w:val="15"', docx.read("word/settings.xml").decode())
        assert "<Application>prestatie</Application>" in docx.read("docProps/app.xml").decode()
        assert not [n for n in docx.namelist() if "customXml" in n or "WithEffects" in n]
        assert "w:rsid" not in docx.read("word/settings.xml").decode()


def test_a_long_document_has_a_table_of_contents() -> None:
    tekst = "# T\n\nVooraf.\n\n## Eén\n\na\n\n## Twee\n\nb\n"
    xml = _xml(_docx(tekst, inhoudsopgave=True))
    voor, veld, na = xml.partition('TOC \\o "1-1"')
    assert veld
    assert "Vooraf." in voor
    assert [w for w in re.findall(r"<w:t[^>]*>([^<]+)", na) if w in ("Eén", "Twee")] == ["Eén", "Twee"] * 2
    assert na.count("<w:hyperlink") == 2
    assert "TOC" not in _xml(_docx(tekst))


def test_a_link_to_a_heading_that_is_not_there_stays_text() -> None:
    tekst = "# Kop\n\nZie [elders](#nergens)."
    assert "w:hyperlink" not in _xml(_docx(tekst))
    assert _pdf(tekst)


def test_headings_have_the_anchors_that_github_gives() -> None:
    blokken = lees_markdown("# T\n\n## 7.7 Één & twee\n\n## Dubbel\n\n## Dubbel")
    assert [b.anker for b in blokken if isinstance(b, Kop)] == ["t", "77-één--twee", "dubbel", "dubbel-1"]


def test_several_main_headings_are_no_title() -> None:
    assert [b.niveau for b in lees_markdown("# a\n\n# b") if isinstance(b, Kop)] == [1, 1]
    assert [b.niveau for b in lees_markdown("# a\n\n## b") if isinstance(b, Kop)] == [0, 1]


def test_columns_have_room_for_their_longest_word_and_fill_the_width() -> None:
    (tabel,) = lees_markdown(_tabel(1))
    assert isinstance(tabel, Tabelblok)
    breedtes = kolombreedtes(tabel, 107)
    assert sum(breedtes) == pytest.approx(1, abs=0.001)
    assert breedtes[2] * 107 >= tekstbreedte("huurdersorganisatie")
    assert max(breedtes) == breedtes[5]


def test_a_table_of_many_columns_breaks_no_word_and_one_of_few_is_narrow() -> None:
    koppen = (
        "Partij",
        "Verplichtingen",
        "Gehaald",
        "Te laat gehaald",
        "Zonder termijn",
        "Met een melding",
        "Stand",
    )
    (breed, smal) = lees_markdown(
        f"| {' | '.join(koppen)} | Leveringen van cijfers in 2026 |\n|{'---|' * 8}\n"
        f"| Gemeente Leusden {'| 12 ' * 7}|\n\n| Stand | Aantal |\n|---|---:|\n| loopt | 10 |"
    )
    assert isinstance(breed, Tabelblok)
    assert isinstance(smal, Tabelblok)
    for deel, kop in zip(kolombreedtes(breed, 107), breed.koppen, strict=True):
        assert deel * 107 > max(tekstbreedte(woord) for woord in platte_tekst(kop).split()) + 2
    assert sum(kolombreedtes(smal, 107)) == pytest.approx(0.5, abs=0.001)


def test_a_cell_longer_than_a_page_loses_nothing(tmp_path: Path) -> None:
    woorden = " ".join(f"w{n}" for n in range(3000))
    tekst = f"| a | b |\n|---|---|\n| x | {woorden} |"
    (tmp_path / "lang.pdf").write_bytes(_pdf(tekst))
    assert _ontbrekend(_gelezen(tmp_path / "lang.pdf"), woorden) == []


def test_a_chart_that_is_no_drawing_is_an_error() -> None:
    with pytest.raises(BronFout, match="PDF kon niet worden gemaakt"):
        pdf_document([Beeld("x")], titel=TITEL, datum=DATUM, grafieken={"x": Grafiek("<p>", "t", "s")})


@pytest.mark.parametrize("naam", ["docx", "pdf"])
def test_a_missing_extra_says_what_to_install(naam: str) -> None:
    """In a Python that sees only our own package and markdown-it: the extras are really absent."""
    programma = (
        "import sys; sys.modules.update(docx=None, typst=None)\n"
        "from prestatie_cli.formaten.register import vormgever\n"
        f"vormgever('rapport', '{naam}')"
    )
    uit = subprocess.run(
        [sys.executable, "-c", programma],
        capture_output=True,
        text=True,
        env=os.environ | {"PYTHONPATH": str(ROOT / "src")},
        check=False,
    )
    assert f"{naam} vraagt een uitbreiding" in uit.stderr.splitlines()[-1]
