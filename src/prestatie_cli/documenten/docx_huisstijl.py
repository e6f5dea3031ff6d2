"""The empty Word document that a report is written in: our own style, or a house-style file cleared."""

import io
import zipfile
import zlib
from datetime import datetime
from typing import Any

import docx
from docx.document import Document
from docx.enum.style import WD_STYLE_TYPE
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.image.exceptions import UnrecognizedImageError
from docx.opc.exceptions import OpcError
from docx.oxml import OxmlElement, parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.shared import Cm, Pt, RGBColor
from lxml.etree import XMLSyntaxError

from prestatie_cli.documenten.plaatjes import als_png
from prestatie_cli.fouten import BronFout
from prestatie_cli.sjablonen.huisvorm import GEEN_HUIS, Huis

LETTER = "Arial"  # on Windows and macOS; Liberation Sans has the same widths elsewhere
BLAUW = RGBColor(0x15, 0x42, 0x73)
TABELTEKST = "Rapporttabel"  # a house style may bring its own style of this name
KOPGROOTTES = {"Title": 22, "Heading 1": 15, "Heading 2": 12.5, "Heading 3": 11, "Heading 4": 11}
# What a house style may unpack to; its XML takes ten times as much memory once it is read.
MEESTE_XML, MEESTE_BYTES, MEESTE_DELEN = 10_000_000, 64_000_000, 1000
VERSLEUTELD = 1
OLE = bytes.fromhex("d0cf11e0a1b11ae1")
GEEN_DOCX = (
    NotImplementedError,
    zipfile.BadZipFile,
    zlib.error,
    OpcError,
    XMLSyntaxError,
    AttributeError,
    KeyError,
    ValueError,
    RuntimeError,
    OSError,
)
VAN_DE_TEKST = ("/image", "/hyperlink", "/chart", "/oleObject", "/package", "/comments", "/commentsExtended")


def eigen_stijl(titel: str, huis: Huis = GEEN_HUIS) -> Document:
    """An empty document in the program's own style: A4, page numbers below, the house's colour and logo."""
    document = docx.Document()
    deel = document.sections[0]
    deel.page_width, deel.page_height = Cm(21), Cm(29.7)
    deel.left_margin = deel.right_margin = Cm(2)
    deel.top_margin, deel.bottom_margin = Cm(2), Cm(2.2)
    letter = huis.letter or LETTER
    _letter(document, "Normal", 10, letter)
    document.styles["Normal"].paragraph_format.space_after = Pt(6)
    for naam, grootte in KOPGROOTTES.items():
        _letter(document, naam, grootte, letter)
        document.styles[naam].font.color.rgb = RGBColor.from_string(huis.kleur[1:]) if huis.kleur else BLAUW
        document.styles[naam].font.italic = False
    _kaders(document)
    _tabeltekst(document)
    _voettekst(document, titel)
    _briefhoofd(document, huis)
    return document


def huisstijl(sjabloon: bytes) -> Document:
    """The house-style file without its text; styles, paper, header and footer stay."""
    _weeg(sjabloon)
    try:
        document = docx.Document(io.BytesIO(sjabloon))
        romp = document.element.body
        secties = list(romp.iter(qn("w:sectPr")))
    except GEEN_DOCX as fout:
        raise _geen_word() from fout
    for kind in list(romp):
        if not secties or kind is not secties[-1]:
            romp.remove(kind)
    if not secties:
        romp.append(OxmlElement("w:sectPr"))
    _erf_kopteksten(secties)
    for rid in [r for r, rel in document.part.rels.items() if rel.reltype.endswith(VAN_DE_TEKST)]:
        del document.part.rels[rid]
    _tabeltekst(document)
    return document


def _geen_word() -> BronFout:
    return BronFout("het sjabloon is geen Word-document (.docx)", "open het in Word en bewaar het als .docx")


def _weeg(sjabloon: bytes) -> None:
    """Refuse, by what the archive says of itself, what would unpack to more than a house style is.

    No more than it says is unpacked: zipfile stops at the size that stands in the list.
    """
    if sjabloon.startswith(OLE):
        raise BronFout(
            "het sjabloon is een oud of beveiligd Office-bestand", "bewaar het zonder wachtwoord als .docx"
        )
    try:
        with zipfile.ZipFile(io.BytesIO(sjabloon)) as archief:
            delen = archief.infolist()
    except (zipfile.BadZipFile, ValueError, OSError, NotImplementedError) as fout:
        raise _geen_word() from fout
    if any(deel.flag_bits & VERSLEUTELD for deel in delen):
        raise BronFout("het sjabloon is met een wachtwoord beveiligd", "bewaar het zonder wachtwoord")
    xml = sum(d.file_size for d in delen if d.filename.lower().endswith((".xml", ".rels")))
    te_groot = xml > MEESTE_XML or sum(d.file_size for d in delen) > MEESTE_BYTES or len(delen) > MEESTE_DELEN
    if te_groot or len({d.filename for d in delen}) < len(delen):
        raise BronFout(
            "het sjabloon is uitgepakt te groot voor een huisstijl",
            "gebruik een leeg Word-bestand met alleen de stijlen, kop- en voettekst",
        )


def kenmerken(document: Document, titel: str, moment: datetime) -> None:
    """Title, language and time; no author, since the report is of three parties and of no clock."""
    eigenschappen = document.core_properties
    eigenschappen.title = titel
    eigenschappen.author = eigenschappen.last_modified_by = eigenschappen.comments = ""
    eigenschappen.keywords = eigenschappen.subject = ""
    eigenschappen.language = "nl-NL"
    eigenschappen.created = eigenschappen.modified = moment
    eigenschappen.revision = 1
    standaard = _kind(_kind(_kind(document.styles.element, "w:docDefaults", 0), "w:rPrDefault", 0), "w:rPr")
    taal = _kind(standaard, "w:lang")
    taal.set(qn("w:val"), "nl-NL")


def _kind(ouder: Any, naam: str, plek: int | None = None) -> Any:
    """The child of that name, made when it is missing."""
    kind = ouder.find(qn(naam))
    if kind is None:
        kind = OxmlElement(naam)
        ouder.insert(len(ouder) if plek is None else plek, kind)
    return kind


def _erf_kopteksten(secties: list[Any]) -> None:
    """A section without a header has that of the section before it; those sections went with the text."""
    if not secties:
        return
    laatste = secties[-1]
    soorten = (qn("w:headerReference"), qn("w:footerReference"))

    def sleutel(verwijzing: Any) -> tuple[str, str]:
        return verwijzing.tag, verwijzing.get(qn("w:type"), "default")

    heeft = {sleutel(v) for v in laatste if v.tag in soorten}
    for sectie in reversed(secties[:-1]):
        for verwijzing in [v for v in sectie if v.tag in soorten]:
            if sleutel(verwijzing) not in heeft:
                heeft.add(sleutel(verwijzing))
                laatste.insert(0, verwijzing)


def _letter(document: Document, naam: str, grootte: float, letter: str) -> None:
    """Font and size of a style; the theme's font would go before it, so that goes."""
    stijl = document.styles[naam]
    stijl.font.name, stijl.font.size = letter, Pt(grootte)
    letters = stijl.element.rPr.rFonts
    for kenmerk in ("asciiTheme", "hAnsiTheme", "eastAsiaTheme", "cstheme"):
        letters.attrib.pop(qn(f"w:{kenmerk}"), None)
    letters.set(qn("w:cs"), letter)


def _tabeltekst(document: Document) -> None:
    """The paragraph style of the text in tables."""
    if TABELTEKST in document.styles:
        return
    stijl = document.styles.add_style(TABELTEKST, WD_STYLE_TYPE.PARAGRAPH)
    stijl.base_style = document.styles.default(WD_STYLE_TYPE.PARAGRAPH)
    stijl.font.size = Pt(9)
    stijl.paragraph_format.space_before = stijl.paragraph_format.space_after = Pt(1)
    stijl.paragraph_format.line_spacing = 1.0


def _kaders(document: Document) -> None:
    """Banners stand out by a bar and a tint, header rows by a tint; both have their words too."""
    balk = '<w:left w:val="single" w:sz="24" w:space="6" w:color="B36B00"/>'
    citaat = document.styles["Quote"]
    citaat.font.italic = False
    citaat.element.get_or_add_pPr().extend(
        [
            parse_xml(f"<w:pBdr {nsdecls('w')}>{balk}</w:pBdr>"),
            parse_xml(f'<w:shd {nsdecls("w")} w:val="clear" w:color="auto" w:fill="FFF6DC"/>'),
        ]
    )
    document.styles["Table Grid"].element.append(
        parse_xml(
            f'<w:tblStylePr {nsdecls("w")} w:type="firstRow"><w:tcPr>'
            '<w:shd w:val="clear" w:color="auto" w:fill="E3EAF3"/></w:tcPr></w:tblStylePr>'
        )
    )


def _briefhoofd(document: Document, huis: Huis) -> None:
    """The logo, or else the name of the house, above every page."""
    alinea = document.sections[0].header.paragraphs[0]
    if huis.logo is None:
        alinea.add_run(huis.naam)
        return
    document.sections[0].top_margin = Cm(2.8)
    bestand, inhoud = huis.logo
    beeld = als_png(inhoud.decode("utf-8")) if bestand.endswith(".svg") else inhoud
    try:
        vorm = alinea.add_run().add_picture(io.BytesIO(beeld), height=Cm(1.2))
    except UnrecognizedImageError as fout:
        raise BronFout(
            f"{bestand} is geen afbeelding die Word kent", "bewaar het logo als png of jpg"
        ) from fout
    vorm._inline.docPr.set("descr", huis.naam or "logo")


def _voettekst(document: Document, titel: str) -> None:
    alinea = document.sections[0].footer.paragraphs[0]
    alinea.alignment = WD_ALIGN_PARAGRAPH.RIGHT
    alinea.add_run(f"{titel} · Pagina ")
    for veld, tussen in (("PAGE", " van "), ("NUMPAGES", "")):
        alinea._p.append(
            parse_xml(f'<w:fldSimple {nsdecls("w")} w:instr="{veld}"><w:r><w:t>1</w:t></w:r></w:fldSimple>')
        )
        alinea.add_run(tussen)
