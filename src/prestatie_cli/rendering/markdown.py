"""The filters of the templates: values in Dutch words, user text escaped for Markdown."""

import re
from collections.abc import Callable, Mapping
from datetime import date
from typing import Any

from prestatie_cli.formats import indicatoren as vorm
from prestatie_cli.formats.getallen import getal
from prestatie_cli.formats.woorden import STANDWOORDEN, datumtekst, opsomming, woord
from prestatie_cli.rapport import Onderwerpdeel
from prestatie_cli.termijnen import Termijnstand, datum_in_woorden

TEKENS = {teken: "\\" + teken for teken in "\\`*_[]|~$"} | {
    "&": "&amp;",
    "<": "&lt;",
    ">": "&gt;",
    "@": "&#64;",
}
STUURTEKENS = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\ufeff]")


def md(waarde: object) -> str:
    """User text for Markdown: every character that Markdown or HTML would read is escaped."""
    tekst = STUURTEKENS.sub("", " ".join(str(waarde).split()))
    nummer = re.match(r"[0-9]+[.)](?!\S)", tekst)
    if nummer or tekst[:1] in ("-", "+", "#", "="):
        plek = nummer.end() - 1 if nummer else 0
        return _ontsnapt(tekst[:plek]) + "\\" + tekst[plek] + _ontsnapt(tekst[plek + 1 :])
    return _ontsnapt(tekst)


def _ontsnapt(tekst: str) -> str:
    return "".join(TEKENS.get(teken, teken) for teken in tekst)


def _datum(dag: date | None) -> str:
    return datum_in_woorden(dag) if dag else "onbepaald"


def _namen(ids: tuple[str, ...], bekend: Mapping[str, str]) -> str:
    """The full names of parties."""
    return opsomming(tuple(bekend.get(id_, id_) for id_ in ids))


def _wanneer(rij: Termijnstand) -> str:
    """The literal words and how they are read."""
    if rij.woorden is None:
        return "geen termijn"
    if rij.tijdvak:
        return f"'{rij.woorden}': {rij.tijdvak}, uiterlijk {datumtekst(rij.uiterlijk)}"
    return f"'{rij.woorden}': {rij.lezing}"


def _toelichting(rij: Termijnstand) -> str:
    """What the doers last stated, else that nobody stated anything."""
    v = rij.laatste
    if v is None:
        return rij.waarom if rij.stand in ("gehaald", "te_laat_gehaald") else "geen melding"
    voorbeeld = " (voorbeeld)" if v.herkomst == "voorbeeld" else ""
    delen = [f"{v.door} op {datum_in_woorden(v.datum)}{voorbeeld}: {woord(v.melding)}"]
    return "; ".join([*delen, *([v.toelichting] if v.toelichting else [])])


def _onderwerp(deel: Onderwerpdeel) -> str:
    """The figures of a topic, or the reason that there are none."""
    zinnen = [
        f"{s.indicator.naam}: {vorm.waardetekst(s)} over {vorm.periodetekst(s.periode)}"
        f" ({vorm.oordeelwoord(s)})"
        for s in deel.indicatoren
    ]
    for kengetal, cijfer in deel.cijfers:
        voorbeeld = ", voorbeeld" if cijfer.herkomst == "voorbeeld" else ""
        waarde = vorm.hoeveelheid(cijfer.waarde, kengetal.eenheid)
        zinnen.append(f"{kengetal.naam}: {waarde} ({cijfer.periode}{voorbeeld})")
    if not zinnen:
        zinnen = [f"geen cijfers: {deel.reden or 'de reden is niet vastgelegd'}"]
    return "; ".join(zinnen)


FILTERS: dict[str, Callable[..., Any]] = {
    "md": md,
    "datum": _datum,
    "getal": getal,
    "hoeveelheid": vorm.hoeveelheid,
    "namen": _namen,
    "woord": woord,
    "standwoord": lambda stand: STANDWOORDEN[stand],
    "wanneer": _wanneer,
    "toelichting": _toelichting,
    "onderwerp": _onderwerp,
    "waarde": vorm.waardetekst,
    "jaarwaarde": vorm.jaartekst,
    "norm": vorm.normkolom,
    "oordeel": vorm.oordeelwoord,
    "ruimte": vorm.ruimtetekst,
    "periode": vorm.periodetekst,
    "parameter": vorm.parametertekst,
    "vooruitblik": vorm.vooruitblik,
}
