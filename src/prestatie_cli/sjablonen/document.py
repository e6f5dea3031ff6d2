"""A report as Markdown and HTML; the Markdown is the source that all other formats follow."""

import re
from collections.abc import Mapping
from dataclasses import dataclass

from prestatie_cli.fouten import BronFout
from prestatie_cli.indicatoren.gepubliceerd import als_commentaar
from prestatie_cli.rapport.waarden import Rapport
from prestatie_cli.sjablonen.blokken import Blok, NietInEenStuk, controleer_grafieken, lees_markdown
from prestatie_cli.sjablonen.grafieken import Grafiek, grafieken
from prestatie_cli.sjablonen.html import html_document
from prestatie_cli.sjablonen.huisvorm import als_css, huis_van, logo_als_adres
from prestatie_cli.sjablonen.markdown import met_bovenaan, namen_bij
from prestatie_cli.sjablonen.vullen import render
from prestatie_cli.taal import schoon
from prestatie_cli.woorden.grondslag import let_op

LEGE_REGELS = re.compile(r"\n{3,}")
GRAFIEKREGEL = re.compile(r"<!-- grafiek: [a-z0-9_-]+ -->\n+")


@dataclass(frozen=True, slots=True)
class Rapportdocument:
    """A report with all that a format needs: its Markdown and its parts, charts, templates, house style."""

    rapport: Rapport
    markdown: str
    blokken: tuple[Blok, ...]
    grafieken: Mapping[str, Grafiek]
    sjablonen: Mapping[str, str]
    huisstijl: bytes | None = None
    vorm: str = "rapport"

    @property
    def inhoudsopgave(self) -> bool:
        """Whether it is long enough for a table of contents."""
        return self.vorm == "rapport"

    @property
    def titel(self) -> str:
        """The title of the document: each form has its own."""
        return schoon(titel(self.rapport, self.vorm))


TITELS = {
    "rapport": "Monitoring {titel}",
    "raadsbrief": "Raadsinformatiebrief over {titel}",
    "factsheet": "Wonen in {jaar}: hoe staat het ervoor?",
}


def titel(rapport: Rapport, vorm: str) -> str:
    """What a form of the report is called, with the party that it is the edition of."""
    kop = TITELS[vorm].format(titel=rapport.geldend.titel, jaar=rapport.jaar)
    if rapport.partij is None:
        return kop
    tussen = " Uitgave" if kop.endswith("?") else ": uitgave"
    return f"{kop}{tussen} voor {rapport.partij.naam}"


def document(
    rapport: Rapport,
    vorm: str,
    sjablonen: Mapping[str, str],
    huisstijl: bytes | None = None,
    platen: Mapping[str, Grafiek] | None = None,
) -> Rapportdocument:
    """The document of a report in a `vorm`: rapport, factsheet or raadsbrief."""
    platen = grafieken(rapport, sjablonen) if platen is None else platen
    tekst = render(
        sjablonen,
        f"{vorm}.md.j2",
        r=rapport,
        grafieken=platen,
        bekend=namen_bij(rapport.geldend),
        titel=titel(rapport, vorm),
    )
    markdown = LEGE_REGELS.sub("\n\n", tekst).strip() + "\n"
    markdown = met_bovenaan(markdown, let_op(rapport.verantwoording.gezondheid), rapport.geldigheid)
    blokken = _blokken(markdown, vorm, sjablonen, platen)
    return Rapportdocument(rapport, markdown, blokken, platen, sjablonen, huisstijl, vorm)


def _blokken(
    markdown: str, vorm: str, sjablonen: Mapping[str, str], platen: Mapping[str, Grafiek]
) -> tuple[Blok, ...]:
    """The parts of a document; what one of the formats can't hold is refused in all, with its place."""
    try:
        blokken = lees_markdown(markdown)
    except NietInEenStuk as fout:
        plaats = _plaats_van(fout.inhoud, f"{vorm}.md.j2", sjablonen)
        toegestaan = "koppen, alinea's, lijsten, tabellen, citaten en <!-- grafiek: NAAM -->"
        raise BronFout(f"{plaats}: {fout}", f"gebruik {toegestaan}") from fout
    controleer_grafieken(blokken, platen, lambda naam: _plaats_van(naam, f"{vorm}.md.j2", sjablonen))
    return blokken


def _plaats_van(tekst: str, sjabloon: str, sjablonen: Mapping[str, str]) -> str:
    """The template and the line that a text comes from; the template alone where none has it so."""
    eerste = next((r.strip() for r in tekst.splitlines() if r.strip()), "")
    for naam in (sjabloon, *(n for n in sorted(sjablonen) if n.endswith(".md.j2"))):
        for nummer, regel in enumerate(sjablonen.get(naam, "").splitlines(), 1):
            if eerste and eerste in regel:
                return f"het sjabloon {naam}:{nummer}"
    return f"het sjabloon {sjabloon}"


def md(d: Rapportdocument) -> bytes:
    """The Markdown itself, without the marks of the charts."""
    return (GRAFIEKREGEL.sub("", d.markdown) + als_commentaar(d.rapport.publicatie)).encode()


def html(d: Rapportdocument) -> bytes:
    """One self-contained page."""
    huis = huis_van(d.rapport)
    pagina = html_document(
        d.markdown,
        titel=d.titel,
        datum=d.rapport.peildatum,
        grafieken=d.grafieken,
        sjablonen=d.sjablonen,
        vorm=d.vorm,
        css=als_css(d.rapport.huisstijl),
        logo=logo_als_adres(huis),
        huis=huis.naam,
    )
    return (pagina + als_commentaar(d.rapport.publicatie)).encode()
