"""A report as Markdown, HTML, DOCX or PDF; Markdown is the source that all others follow."""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass

from prestatie_cli.fouten import BronFout
from prestatie_cli.rapport import Rapport
from prestatie_cli.sjablonen.grafieken import Grafiek, grafieken
from prestatie_cli.sjablonen.html import html_document, toets_html
from prestatie_cli.sjablonen.vullen import render

LEGE_REGELS = re.compile(r"\n{3,}")
GRAFIEKREGEL = re.compile(r"<!-- grafiek: [a-z0-9_-]+ -->\n+")


@dataclass(frozen=True, slots=True)
class Document:
    """A report with all that a format needs: its Markdown, charts, templates and house style."""

    rapport: Rapport
    markdown: str
    grafieken: Mapping[str, Grafiek]
    sjablonen: Mapping[str, str]
    huisstijl: bytes | None = None
    vorm: str = "rapport"

    @property
    def titel(self) -> str:
        """The title of the document."""
        return f"Monitoring {self.rapport.jaargang.titel}"


def document(
    rapport: Rapport, vorm: str, sjablonen: Mapping[str, str], huisstijl: bytes | None = None
) -> Document:
    """The document of a report in a `vorm`: rapport, factsheet or raadsbrief."""
    namen = {p.id: p.naam for p in rapport.jaargang.partijen}
    platen = grafieken(rapport, sjablonen)
    tekst = render(sjablonen, f"{vorm}.md.j2", r=rapport, grafieken=platen, bekend=namen)
    markdown = LEGE_REGELS.sub("\n\n", tekst).strip() + "\n"
    toets_html(markdown, f"{vorm}.md.j2", platen)
    return Document(rapport, markdown, platen, sjablonen, huisstijl, vorm)


def md(d: Document) -> bytes:
    """The Markdown itself, without the marks of the charts."""
    return GRAFIEKREGEL.sub("", d.markdown).encode()


def html(d: Document) -> bytes:
    """One self-contained page."""
    pagina = html_document(
        d.markdown,
        titel=d.titel,
        datum=d.rapport.peildatum,
        grafieken=d.grafieken,
        sjablonen=d.sjablonen,
        vorm=d.vorm,
    )
    return pagina.encode()


def docx(d: Document) -> bytes:
    """A Word document, in the house style when one is given."""
    from prestatie_cli.documenten.docx import docx_document

    return _gemaakt(
        lambda: docx_document(
            d.markdown,
            titel=d.titel,
            datum=d.rapport.peildatum,
            grafieken=d.grafieken,
            sjabloon=d.huisstijl,
        )
    )


def pdf(d: Document) -> bytes:
    """A tagged PDF (PDF/UA-1)."""
    from prestatie_cli.documenten.pdf import pdf_document

    return _gemaakt(
        lambda: pdf_document(d.markdown, titel=d.titel, datum=d.rapport.peildatum, grafieken=d.grafieken)
    )


def _gemaakt(maak: Callable[[], bytes]) -> bytes:
    """The document; what stands in its way is said in one line."""
    from prestatie_cli.documenten.blokken import OntbrekendeUitbreiding

    try:
        return maak()
    except OntbrekendeUitbreiding as fout:
        boodschap, _, hulp = str(fout).partition("; ")
        raise BronFout(boodschap, hulp or "installeer de uitbreiding") from fout
    except ValueError as fout:
        raise BronFout(str(fout), "verbeter het sjabloon") from fout


FORMATEN: dict[str, Callable[[Document], bytes]] = {"md": md, "html": html, "docx": docx, "pdf": pdf}
