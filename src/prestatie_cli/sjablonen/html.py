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

from prestatie_cli.fouten import BronFout
from prestatie_cli.sjablonen.grafieken import Grafiek
from prestatie_cli.sjablonen.vullen import render

GRAFIEK = re.compile(r"<!-- grafiek: ([a-z0-9_-]+) -->\s*")


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
) -> str:
    """The page as text: `lang="nl"`, style and charts inside, a table of contents."""
    parser = lezer()
    tokens = parser.parse(markdown)
    koppen = _nummer_koppen(tokens)
    inhoud = _Pagina(grafieken).render(tokens, parser.options, {})
    return render(
        sjablonen,
        "rapport.html.j2",
        titel=titel,
        datum=datum,
        vorm=vorm,
        stijl=_Veilig(sjablonen.get("rapport.css", "")),
        inhoud=_Veilig(inhoud),
        koppen=[k for k in koppen if k[0] == 2],
    )


class _Veilig(str):
    """Text that is HTML already."""

    def __html__(self) -> str:
        return str(self)


def toets_html(markdown: str, sjabloon: str, grafieken: Mapping[str, Grafiek]) -> None:
    """Refuse raw HTML in what a template made, whatever the format; only charts have a place."""
    for token in lezer().parse(markdown):
        for deel in (token, *(token.children or ())):
            if deel.type in ("html_block", "html_inline"):
                treffer = GRAFIEK.fullmatch(deel.content)
                if treffer is None or treffer[1] not in grafieken:
                    raise BronFout(
                        f"het sjabloon {sjabloon} bevat HTML die niet is toegestaan: "
                        f"{deel.content[:60].strip()}",
                        "gebruik Markdown; alleen <!-- grafiek: NAAM --> is toegestaan",
                    )


def _nummer_koppen(tokens: Sequence[Token]) -> list[tuple[int, str, str]]:
    """Give every heading an id; the level, id and text of each."""
    koppen: list[tuple[int, str, str]] = []
    for i, token in enumerate(tokens):
        if token.type == "heading_open":
            naam = f"k{len(koppen) + 1}"
            token.attrSet("id", naam)
            kinderen = tokens[i + 1].children or []
            tekst = "".join(k.content for k in kinderen)
            koppen.append((int(token.tag[1]), naam, tekst))
    return koppen


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
        return f'<div class="tabel" role="group" tabindex="0" aria-label="{naam}"><table>\n'

    def table_close(self, tokens: Sequence[Token], idx: int, options: Any, env: Any) -> str:
        return "</table></div>\n"

    def th_open(self, tokens: Sequence[Token], idx: int, options: Any, env: Any) -> str:
        tokens[idx].attrSet("scope", "col")
        return self.renderToken(tokens, idx, options, env)

    def html_block(self, tokens: Sequence[Token], idx: int, options: Any, env: Any) -> str:
        treffer = GRAFIEK.fullmatch(tokens[idx].content)
        return f"<figure>{self.grafieken[treffer[1]].svg}</figure>\n" if treffer else ""


def _attribuut(tekst: str) -> str:
    return tekst.replace("&", "&amp;").replace('"', "&quot;").replace("<", "&lt;")
