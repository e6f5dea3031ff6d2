"""The filters of the templates: values in Dutch words, user text escaped for Markdown."""

import re
from collections.abc import Callable, Mapping
from datetime import date
from typing import Any

from prestatie_cli.boodschappen.aandacht import waarom
from prestatie_cli.indicatoren.gepeild import met_gesloten_jaar, met_partijen
from prestatie_cli.taal import datum_in_woorden, getal, opsomming, periodetekst, schoon, woord
from prestatie_cli.woorden.indicatorwoorden import (
    grafieknaam,
    hoeveelheid,
    indicatornaam,
    jaartekst,
    leverteksten,
    normkolom,
    onderwerptekst,
    oordeelwoord,
    parametertekst,
    ruimtetekst,
    standaardtekst,
    vooruitblik,
    waardetekst,
)
from prestatie_cli.woorden.plichtwoorden import (
    STANDWOORDEN,
    gegroepeerd,
    nummertekst,
    plichtentelling,
    tegenover,
    tegenovertekst,
    tellingtekst,
    toelichting,
    wanneer,
)
from prestatie_cli.woorden.publicatiewoorden import weggelaten

MD_TEKENS = {teken: "\\" + teken for teken in "\\`*_[]|~$"} | {
    "&": "&amp;",
    "<": "&lt;",
    ">": "&gt;",
    "@": "&#64;",
}


def als_tekst(waarde: object) -> str:
    """User text for Markdown: every character that Markdown or HTML would read is escaped."""
    tekst = schoon(" ".join(str(waarde).split()))
    nummer = re.match(r"[0-9]+[.)](?!\S)", tekst)
    # Read only at the beginning: a heading, a list, a line under a heading; at the end: a heading's close.
    plekken = {nummer.end() - 1} if nummer else {0} if tekst[:1] in tuple("-+#=") else set()
    plekken |= {len(tekst) - 1} if tekst.endswith("#") else set()
    return "".join("\\" + t if i in plekken else MD_TEKENS.get(t, t) for i, t in enumerate(tekst))


def _datum(dag: date | None) -> str:
    return datum_in_woorden(dag) if dag else "onbepaald"


class Partijnamen(dict[str, str]):
    """The names of parties by id; one that the agreements don't know is called by its id."""

    groepen: Mapping[str, tuple[str, ...]] = {}

    def __missing__(self, id_: str) -> str:
        return id_


def _namen(ids: tuple[str, ...], bekend: Partijnamen) -> str:
    """The full names of parties, or of a group that they are together."""
    return opsomming(tuple(bekend[id_] for id_ in gegroepeerd(ids, bekend.groepen)))


FILTERS: dict[str, Callable[..., Any]] = {
    "md": als_tekst,
    "datum": _datum,
    "getal": getal,
    "hoeveelheid": hoeveelheid,
    "namen": _namen,
    "leden": lambda ids, bekend: opsomming(tuple(bekend[id_] for id_ in ids)),
    "nummer": nummertekst,
    "woord": woord,
    "standwoord": lambda stand: STANDWOORDEN[stand],
    "wanneer": wanneer,
    "toelichting": toelichting,
    "tellingtekst": tellingtekst,
    "plichtentelling": plichtentelling,
    "tegenover": lambda rij, anders, bekend: tegenovertekst(tegenover(rij, anders), bekend),
    "waarom": waarom,
    "zonder_punt": lambda tekst: str(tekst).rstrip(". "),
    "onderwerp": lambda deel: onderwerptekst(deel.indicatoren, deel.cijfers, deel.reden),
    "waarde": waardetekst,
    "jaarwaarde": jaartekst,
    "leveringen": leverteksten,
    "norm": normkolom,
    "oordeel": oordeelwoord,
    "indicatornaam": indicatornaam,
    "met_gesloten_jaar": met_gesloten_jaar,
    "met_partijen": met_partijen,
    "grafieknaam": grafieknaam,
    "ruimte": ruimtetekst,
    "periode": periodetekst,
    "parameter": parametertekst,
    "vooruitblik": vooruitblik,
    "weggelaten": weggelaten,
    "standaard": standaardtekst,
}


def met_bovenaan(markdown: str, *zinnen: str | None) -> str:
    """A text with what the reader must know first below its title, which no template can leave out."""
    zin = "**\n>\n> **".join(z.rstrip(".") + "." for z in zinnen if z)
    if not zin:
        return markdown
    titel, rest = re.fullmatch(r"(#+ [^\n]*\n)?(.*)", markdown, re.DOTALL).groups("")  # type: ignore[union-attr]  # it fits any text
    return f"{titel}\n> **{zin}**\n\n{rest.lstrip()}".strip() + "\n"
