"""The filters of the templates: values in Dutch words, user text escaped for Markdown."""

import re
from collections.abc import Callable, Mapping
from datetime import date
from typing import Any

from prestatie_cli.boodschappen.aandacht import Aandachtspunt
from prestatie_cli.indicatoren.berekening import Indicatorstand
from prestatie_cli.rapport import Onderwerpdeel
from prestatie_cli.taal import datum_in_woorden, datumtekst, getal, opsomming, woord
from prestatie_cli.termijnen.standen import Termijnstand, lezing_van
from prestatie_cli.woorden.indicatorwoorden import (
    hoeveelheid,
    jaartekst,
    normkolom,
    oordeelwoord,
    parametertekst,
    periodetekst,
    ruimtetekst,
    vooruitblik,
    waardetekst,
)
from prestatie_cli.woorden.plichtwoorden import STANDWOORDEN, nummertekst

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
    # Read only at the beginning: a heading, a list, a line under a heading; at the end: a heading's close.
    plekken = {nummer.end() - 1} if nummer else {0} if tekst[:1] in tuple("-+#=") else set()
    plekken |= {len(tekst) - 1} if tekst.endswith("#") else set()
    return "".join("\\" + t if i in plekken else TEKENS.get(t, t) for i, t in enumerate(tekst))


def _datum(dag: date | None) -> str:
    return datum_in_woorden(dag) if dag else "onbepaald"


def _namen(ids: tuple[str, ...], bekend: Mapping[str, str]) -> str:
    """The full names of parties."""
    return opsomming(tuple(bekend.get(id_, id_) for id_ in ids))


def _nummer(deel: Termijnstand | Aandachtspunt | Indicatorstand) -> str:
    """The number of a row, with a star when it was inferred."""
    if isinstance(deel, Termijnstand):
        return nummertekst(deel.nummer, deel.afspraak.afgeleid)
    if isinstance(deel, Aandachtspunt):
        return nummertekst(deel.nummer, deel.nummer_afgeleid)
    return nummertekst(deel.indicator.afspraak, deel.nummer_afgeleid)


def _wanneer(rij: Termijnstand) -> str:
    """The literal words and how they are read."""
    if rij.woorden is None:
        return "geen termijn"
    if rij.tijdvak:
        return f"'{rij.woorden}': {rij.tijdvak}, uiterlijk {datumtekst(rij.uiterlijk)}"
    return f"'{rij.woorden}': {lezing_van(rij.verplichting)}"


def _toelichting(rij: Termijnstand, bekend: Mapping[str, str]) -> str:
    """What the doers last stated, else that nobody stated anything; and the condition of a duty."""
    delen = [f'voorwaarde: "{rij.verplichting.voorwaarde}"'] if rij.verplichting.voorwaarde else []
    v = rij.laatste
    if v is None:
        klaar = rij.stand in ("gehaald", "te_laat_gehaald")
        return "; ".join([*delen, rij.waarom if klaar else "geen melding"])
    voorbeeld = " (voorbeeld)" if v.herkomst == "voorbeeld" else ""
    delen.append(
        f"{bekend.get(v.door, v.door)} op {datum_in_woorden(v.datum)}{voorbeeld}: {woord(v.melding)}"
    )
    return "; ".join([*delen, *([v.toelichting] if v.toelichting else [])])


def _waarom(punt: Aandachtspunt, bekend: Mapping[str, str]) -> str:
    """Why something asks attention, with the party that states it."""
    door = f"{bekend.get(punt.door, punt.door)}: " if punt.door else ""
    return f"{door}{punt.waarom}" or "-"


def _onderwerp(deel: Onderwerpdeel) -> str:
    """The figures of a topic, or the reason that there are none."""
    zinnen = [
        f"{s.indicator.naam}: {waardetekst(s)} over {periodetekst(s.periode)} ({oordeelwoord(s)})"
        for s in deel.indicatoren
    ]
    for kengetal, cijfer in deel.cijfers:
        voorbeeld = ", voorbeeld" if cijfer.herkomst == "voorbeeld" else ""
        waarde = hoeveelheid(cijfer.waarde, kengetal.eenheid)
        zinnen.append(f"{kengetal.naam}: {waarde} ({cijfer.periode}{voorbeeld})")
    if not zinnen:
        zinnen = [f"geen cijfers: {deel.reden or 'de reden is niet vastgelegd'}"]
    return "; ".join(zinnen)


FILTERS: dict[str, Callable[..., Any]] = {
    "md": md,
    "datum": _datum,
    "getal": getal,
    "hoeveelheid": hoeveelheid,
    "namen": _namen,
    "nummer": _nummer,
    "woord": woord,
    "standwoord": lambda stand: STANDWOORDEN[stand],
    "wanneer": _wanneer,
    "toelichting": _toelichting,
    "waarom": _waarom,
    "zonder_punt": lambda tekst: str(tekst).rstrip(". "),
    "onderwerp": _onderwerp,
    "waarde": waardetekst,
    "jaarwaarde": jaartekst,
    "norm": normkolom,
    "oordeel": oordeelwoord,
    "ruimte": ruimtetekst,
    "periode": periodetekst,
    "parameter": parametertekst,
    "vooruitblik": vooruitblik,
}
