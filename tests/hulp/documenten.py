"""A report read back as a reader sees it: headings, tables, links, visible text and its figures."""

import re
from collections import Counter
from dataclasses import dataclass, field
from html.parser import HTMLParser
from io import BytesIO
from pathlib import Path

from docx import Document
from docx.oxml.ns import qn
from markdown_it import MarkdownIt

from tests.hulp.programmas import draai

LEEG = frozenset({"meta", "br", "hr", "img", "input", "link"})
ONZICHTBAAR = frozenset({"style", "script", "title", "desc"})
STREEPJE = re.compile(r"(?<=\d)-\s?(?=\d)")
DELEN = (qn("w:t"), qn("w:br"), qn("w:tab"))
FIGUUR = re.compile(r"\d+(?:[.,]\d+)*%?")


@dataclass
class Tabel:
    """A table: the heading above it, its head rows and its rows."""

    kop: str
    koppen: list[list[str]] = field(default_factory=list)
    rijen: list[list[str]] = field(default_factory=list)


@dataclass
class Gelezen:
    """What a reader finds in a document; `vorm` is every tag with its attributes, in order."""

    vorm: list[tuple[str, dict[str, str | None]]] = field(default_factory=list)
    teksten: list[str] = field(default_factory=list)
    koppen: list[tuple[int, str]] = field(default_factory=list)
    tabellen: list[Tabel] = field(default_factory=list)
    grafiekteksten: list[str] = field(default_factory=list)
    titel: str = ""

    @property
    def tekst(self) -> str:
        """All that is visible outside the charts, with one space between the pieces."""
        return " ".join(self.teksten)

    def sectie(self, kop: str) -> str:
        """The visible text from a heading to the next of its level or higher."""
        plaatsen = [i for i, t in enumerate(self.teksten) if t.startswith("#")]
        begin = next(i for i in plaatsen if self.teksten[i].lstrip("#") == kop)
        niveau = len(self.teksten[begin]) - len(kop)
        rest = (i for i in plaatsen if i > begin and re.match(rf"#{{1,{niveau}}}[^#]", self.teksten[i]))
        return " ".join(self.teksten[begin + 1 : next(rest, None)])

    def rijen(self, kop: str) -> list[list[str]]:
        """The rows of the table below a heading."""
        return next(t.rijen for t in self.tabellen if t.kop == kop)

    def rijen_of_niets(self, kop: str) -> list[list[str]]:
        """The rows of the table below a heading, or none where there is no table."""
        return next((t.rijen for t in self.tabellen if t.kop == kop), [])


class _Lezer(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.uit = Gelezen()
        self.open: list[str] = []
        self.stuk = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.uit.vorm.append((tag, dict(attrs)))
        if tag in ("table", "tr", "p", "ul", "ol", "blockquote", "svg"):
            self.sluit_stuk()
        if tag == "table":
            kop = self.uit.koppen[-1][1] if self.uit.koppen else ""
            self.uit.tabellen.append(Tabel(kop))
        if tag == "tr":
            tabel = self.uit.tabellen[-1]
            (tabel.koppen if "thead" in self.open else tabel.rijen).append([])
        if tag not in LEEG:
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        if tag in ("td", "th"):
            tabel = self.uit.tabellen[-1]
            (tabel.koppen if "thead" in self.open else tabel.rijen)[-1].append(" ".join(self.stuk.split()))
        if re.fullmatch("h[1-6]", tag):
            niveau, tekst = int(tag[1]), " ".join(self.stuk.split())
            self.uit.koppen.append((niveau, tekst))
            self.stuk = "#" * niveau + tekst
        if tag in ("p", "li", "td", "th", "h1", "h2", "h3", "h4", "h5", "h6", "text", "title", "desc"):
            self.sluit_stuk()
        while self.open and self.open.pop() != tag:
            pass

    def handle_data(self, data: str) -> None:
        if "svg" in self.open:
            if data.strip():
                self.uit.grafiekteksten.append(" ".join(data.split()))
        elif "title" in self.open:
            self.uit.titel += data
        elif not ONZICHTBAAR & set(self.open):
            self.stuk += data

    def sluit_stuk(self) -> None:
        if tekst := " ".join(self.stuk.split()):
            self.uit.teksten.append(tekst)
        self.stuk = ""


def lees_html(html: str) -> Gelezen:
    """A page as its reader sees it."""
    lezer = _Lezer()
    lezer.feed(html)
    lezer.close()
    lezer.sluit_stuk()
    return lezer.uit


def lees_md(markdown: str) -> Gelezen:
    """Markdown as its reader sees it, read as the program does: CommonMark with tables, HTML allowed."""
    return lees_html(MarkdownIt("commonmark", {"html": True}).enable("table").render(markdown))


def figuren(tekst: str) -> Counter[str]:
    """Every figure in a text with how often it stands there.

    pdftotext drops a hyphen at the end of a line, so a date counts as one figure without hyphens.
    """
    return Counter(FIGUUR.findall(STREEPJE.sub("", tekst)))


def pdf_tekst(pad: Path) -> str:
    """The text of a PDF as pdftotext reads it."""
    return draai("pdftotext", "-enc", "UTF-8", pad, "-")


def pdf_bladen(pad: Path) -> int:
    """The number of pages of a PDF; 0 of another document, in which no page has a number yet."""
    treffer = re.search(r"Pages:\s+(\d+)", draai("pdfinfo", pad)) if pad.suffix == ".pdf" else None
    return int(treffer[1]) if treffer else 0


def docx_tekst(inhoud: bytes) -> str:
    """The text of a Word document from its own XML, a line a paragraph: no font or layout comes in between."""
    return "\n".join(
        "".join(deel.text or "" if deel.tag == qn("w:t") else "\n" for deel in alinea.iter(*DELEN))
        for alinea in Document(BytesIO(inhoud)).element.body.iter(qn("w:p"))
    )


def tekst_van(pad: Path) -> str:
    """The visible text of a report in the format that its name tells."""
    soort = pad.suffix
    if soort == ".md":
        return lees_md(pad.read_text("utf-8")).tekst
    if soort == ".html":
        return lees_html(pad.read_text("utf-8")).tekst
    return docx_tekst(pad.read_bytes()) if soort == ".docx" else pdf_tekst(pad)
