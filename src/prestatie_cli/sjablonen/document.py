"""A report as Markdown and HTML; the Markdown is the source that all other formats follow."""

import re
from collections.abc import Mapping
from dataclasses import dataclass

from prestatie_cli.indicatoren.gepubliceerd import als_commentaar
from prestatie_cli.rapport import Rapport
from prestatie_cli.sjablonen.grafieken import Grafiek, grafieken
from prestatie_cli.sjablonen.html import html_document, toets_html
from prestatie_cli.sjablonen.markdown import Partijnamen, met_bovenaan
from prestatie_cli.sjablonen.vullen import render
from prestatie_cli.taal import schoon
from prestatie_cli.woorden.grondslag import let_op

LEGE_REGELS = re.compile(r"\n{3,}")
GRAFIEKREGEL = re.compile(r"<!-- grafiek: [a-z0-9_-]+ -->\n+")


@dataclass(frozen=True, slots=True)
class Rapportdocument:
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
        return schoon(f"Monitoring {self.rapport.geldend.titel}")


def document(
    rapport: Rapport, vorm: str, sjablonen: Mapping[str, str], huisstijl: bytes | None = None
) -> Rapportdocument:
    """The document of a report in a `vorm`: rapport, factsheet or raadsbrief."""
    namen = Partijnamen({p.id: p.naam for p in rapport.geldend.partijen.values()})
    namen.groepen = rapport.geldend.groepen
    platen = grafieken(rapport, sjablonen)
    tekst = render(sjablonen, f"{vorm}.md.j2", r=rapport, grafieken=platen, bekend=namen)
    markdown = LEGE_REGELS.sub("\n\n", tekst).strip() + "\n"
    markdown = met_bovenaan(markdown, let_op(rapport.verantwoording.gezondheid), rapport.geldigheid)
    toets_html(markdown, f"{vorm}.md.j2", platen)
    return Rapportdocument(rapport, markdown, platen, sjablonen, huisstijl, vorm)


def md(d: Rapportdocument) -> bytes:
    """The Markdown itself, without the marks of the charts."""
    return (GRAFIEKREGEL.sub("", d.markdown) + als_commentaar(d.rapport.publicatie)).encode()


def html(d: Rapportdocument) -> bytes:
    """One self-contained page."""
    pagina = html_document(
        d.markdown,
        titel=d.titel,
        datum=d.rapport.peildatum,
        grafieken=d.grafieken,
        sjablonen=d.sjablonen,
        vorm=d.vorm,
    )
    return (pagina + als_commentaar(d.rapport.publicatie)).encode()
