"""Markdown -> one self-contained page: accessible tables, inline charts, no script.

The Markdown is our templates' own, with all user text escaped. Raw HTML in it is refused, except
the comment with which a template places a chart.
"""

import re
from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

from markdown_it import MarkdownIt
from markdown_it.renderer import RendererHTML
from markdown_it.token import Token

from prestatie_cli.sjablonen.ankers import unieke_ankers
from prestatie_cli.sjablonen.grafieken import Grafiek
from prestatie_cli.sjablonen.vullen import Veilig, render

GRAFIEK = re.compile(r"<!-- grafiek: ([a-z0-9_-]+) -->\s*")

# What a reader looks for first: on a card it stands on top.
EERST_OP_EEN_KAART = ("Stand", "Oordeel")


def lezer() -> MarkdownIt:
    """The reader of the reports' Markdown, the same for every format."""
    return MarkdownIt("commonmark", {"html": True}).enable("table")


def html_document(
    markdown: str,
    *,
    titel: str,
    datum: date,
    grafieken: Mapping[str, Grafiek],
    sjablonen: Mapping[str, str],
    vorm: str = "rapport",
    css: str = "",
    logo: str = "",
    huis: str = "",
) -> str:
    """The page as text: `lang="nl"`, style and charts inside, a table of contents."""
    parser = lezer()
    tokens = parser.parse(markdown)
    koppen = _met_ankers(tokens)
    _merk_cellen(tokens)
    inhoud = _Pagina(grafieken).render(tokens, parser.options, {})
    return render(
        sjablonen,
        "rapport.html.j2",
        titel=titel,
        datum=datum,
        vorm=vorm,
        stijl=Veilig(sjablonen.get("rapport.css", "") + css),
        logo=logo,
        huis=huis,
        inhoud=Veilig(inhoud),
        koppen=[k for k in koppen if k[0] == 2],
    )


def _met_ankers(tokens: Sequence[Token]) -> list[tuple[int, str, str]]:
    """Give every heading its anchor; the level, anchor and text of each."""
    plekken = [i for i, token in enumerate(tokens) if token.type == "heading_open"]
    teksten = ["".join(k.content for k in tokens[i + 1].children or []) for i in plekken]
    koppen = []
    for i, tekst, naam in zip(plekken, teksten, unieke_ankers(teksten), strict=True):
        tokens[i].attrSet("id", naam)
        koppen.append((int(tokens[i].tag[1]), naam, tekst))
    return koppen


def _merk_cellen(tokens: Sequence[Token]) -> None:
    """Give each cell the name of its column, so that a row can be a card on a narrow screen.

    The roles stay where a card is no table any more; the first cell of a row is its header.
    """
    koppen: list[str] = []
    kolom, in_kop = 0, False
    for i, token in enumerate(tokens):
        match token.type:
            case "thead_open" | "tbody_open":
                in_kop = token.type == "thead_open"
                koppen = [] if in_kop else koppen
                token.attrSet("role", "rowgroup")
            case "tr_open":
                kolom = 0
                token.attrSet("role", "row")
            case "th_open":
                koppen.append("".join(k.content for k in tokens[i + 1].children or []))
                token.attrSet("scope", "col")
                token.attrSet("role", "columnheader")
            case "td_open":
                _merk_cel(token, koppen[kolom], eerste=kolom == 0)
            case "td_close":
                token.tag = "th" if kolom == 0 else "td"
                kolom += 1


def _merk_cel(token: Token, kop: str, *, eerste: bool) -> None:
    token.attrSet("data-kop", kop)
    token.attrSet("role", "rowheader" if eerste else "cell")
    if eerste:
        token.tag = "th"
        token.attrSet("scope", "row")
    if kop in EERST_OP_EEN_KAART:
        token.attrSet("class", "eerst")


class _Pagina(RendererHTML):
    """markdown-it's renderer with accessible tables, and charts in place of their comments."""

    def __init__(self, grafieken: Mapping[str, Grafiek]) -> None:
        super().__init__()
        self.grafieken = grafieken
        self.kop = ""

    def heading_open(self, tokens: Sequence[Token], idx: int, options: Any, env: Any) -> str:
        self.kop = "".join(k.content for k in tokens[idx + 1].children or [])
        return self.renderToken(tokens, idx, options, env)

    def table_open(self, tokens: Sequence[Token], idx: int, options: Any, env: Any) -> str:
        naam = _attribuut(f"Tabel bij {self.kop}")
        return f'<div class="tabel" role="group" tabindex="0" aria-label="{naam}"><table role="table">\n'

    def table_close(self, tokens: Sequence[Token], idx: int, options: Any, env: Any) -> str:
        return "</table></div>\n"

    def html_block(self, tokens: Sequence[Token], idx: int, options: Any, env: Any) -> str:
        treffer = GRAFIEK.fullmatch(tokens[idx].content)
        return f"<figure>{self.grafieken[treffer[1]].svg}</figure>\n" if treffer else ""


def _attribuut(tekst: str) -> str:
    return tekst.replace("&", "&amp;").replace('"', "&quot;").replace("<", "&lt;")
