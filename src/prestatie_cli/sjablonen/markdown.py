"""The filters of the templates: values in Dutch words, user text escaped for Markdown."""

import re
from collections.abc import Callable, Iterable, Mapping
from datetime import date
from typing import Any

from prestatie_cli.boodschappen.bewijs import bewijstekst
from prestatie_cli.indicatoren.berekening import Indicatorstand
from prestatie_cli.indicatoren.gepeild import met_gesloten_jaar, met_partijen
from prestatie_cli.model.geldend import Geldend
from prestatie_cli.model.jaargang import Partij
from prestatie_cli.rapport.vorige import Oorzaak, Vorige
from prestatie_cli.sjablonen.ankers import anker
from prestatie_cli.taal import (
    aantal,
    datum_in_woorden,
    getal,
    opsomming,
    periodetekst,
    samen_genoemd,
    schoon,
    woord,
)
from prestatie_cli.termijnen.samenvatting import tel_standen
from prestatie_cli.woorden.bewonerswoorden import gewone_stand, gewoon_cijfer, voor_bewoners
from prestatie_cli.woorden.indicatorwoorden import (
    OORDEELVORMEN,
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
    volle_norm,
    volle_waarde,
    waardetekst,
)
from prestatie_cli.woorden.plichtwoorden import (
    STANDVORMEN,
    STANDWOORDEN,
    dagentekst,
    gegroepeerd,
    nummertekst,
    partijnamen,
    plichtentelling,
    standtelling,
    tegenover,
    tegenovertekst,
    tellingtekst,
    toelichting,
    waarvan,
    wanneer,
)
from prestatie_cli.woorden.publicatiewoorden import weggelaten
from prestatie_cli.woorden.verloopwoorden import kansgrond, kanszin, tempozin, trend, vorig_jaar
from prestatie_cli.woorden.zinnen import indicatorzin, stand_in_het_kort

MD_TEKENS = {teken: "\\" + teken for teken in "\\`*_[]|~$"} | {
    "&": "&amp;",
    "<": "&lt;",
    ">": "&gt;",
    "@": "&#64;",
}


OPSOMMING = re.compile(r"(?:([-*•])|\d+[.)])\s+")
KOP = re.compile(r"#{1,6}\s+")


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


def namen_bij(geldend: Geldend, eerdere: Iterable[Partij] = ()) -> Partijnamen:
    """The names that a template needs, with those of parties to agreements that are over."""
    namen = Partijnamen({p.id: p.naam for p in eerdere} | geldend.partijnamen)
    namen.groepen = geldend.groepen
    return namen


def _namen(ids: tuple[str, ...], bekend: Partijnamen) -> str:
    """The full names of parties, or of a group that they are together."""
    return opsomming(tuple(bekend[id_] for id_ in gegroepeerd(ids, bekend.groepen)))


def _platen(s: Indicatorstand, grafieken: Mapping[str, Any]) -> list[str]:
    """The charts of an indicator, that which says most first: over its years, or along its norm."""
    soorten = ("balk", "jaren") if s.indicator.looptijd else ("jaren", "balk")
    return [naam for soort in soorten if (naam := grafieknaam(s, soort)) in grafieken]


def vrije_tekst(tekst: str) -> str:
    """What people wrote, as paragraphs and lists; any other markup is text, a heading is bold."""
    uit = []
    for deel in re.split(r"\n\s*\n", tekst.strip()):
        regels = [r.strip() for r in deel.splitlines() if r.strip()]
        for regel in regels:
            punt = OPSOMMING.match(regel)
            kop = KOP.match(regel)
            if punt:
                uit.append(f"- {als_tekst(regel[punt.end() :] if punt[1] else regel)}")
            elif kop:
                uit += ["", f"**{als_tekst(regel[kop.end() :])}**", ""]
            else:
                uit.append(als_tekst(regel))
        uit.append("")
    return "\n".join(uit).strip()


OORZAAKWOORDEN: Mapping[Oorzaak, str] = {
    "definitie": "de definitie is gewijzigd",
    "herzien": "de cijfers van toen zijn herzien",
    "cijfers": "nieuwe cijfers",
    "tijd": "de tijd die verstreek",
}


def telling_vorige(v: Vorige) -> str:
    """How many messages are solved, new and still there."""
    n, nieuw, gebleven = len(v.opgelost), len(v.nieuw), len(v.gebleven)
    opgelost = (
        f"{aantal(n, 'boodschap is', 'boodschappen zijn')} opgelost" if n else "geen boodschap is opgelost"
    )
    return f"{opgelost}, {nieuw} {'is' if nieuw == 1 else 'zijn'} nieuw en {gebleven} zijn gebleven"


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
    "bewijs": bewijstekst,
    "aan": lambda ids, bekend: partijnamen(ids, bekend, bekend.groepen),
    "zin": lambda stand, bekend: f"{indicatorzin(stand, bekend)}.",
    "volle_waarde": volle_waarde,
    "volle_norm": volle_norm,
    "vorig_jaar": vorig_jaar,
    "trend": trend,
    "kans": kanszin,
    "kansgrond": kansgrond,
    "tempo": tempozin,
    "dagen": lambda rij: dagentekst(rij.dagen or 0),
    "anker": anker,
    "uit_cijfers": lambda b: b.over[1:2] and b.over[1].startswith("i ") and bool(b.bewijs[0].herkomst),
    "indicatorkop": lambda s: f"{indicatornaam(s)} (afspraak {nummertekst(s)})",
    "waarvan": waarvan,
    "telling_vorige": telling_vorige,
    "waardoor": lambda verschil: samen_genoemd(OORZAAKWOORDEN[o] for o in verschil.oorzaken) or "-",
    "themakop": lambda b, r: next((deel.kop for deel in r.themas if b in deel.boodschappen), ""),
    "platen": lambda s, grafieken: _platen(s, grafieken)[:1],
    "platen_bijlage": lambda s, grafieken: _platen(s, grafieken)[1:],
    "met_stand": lambda themas, stand: [r for deel in themas for r in deel.rijen if r.stand == stand],
    "vrij": vrije_tekst,
    "alle_platen": _platen,
    "tellen": tel_standen,
    "standvorm": lambda stand: STANDVORMEN[stand],
    "oordeelvorm": lambda oordeel: OORDEELVORMEN[oordeel],
    "voor_bewoners": voor_bewoners,
    "gewoon": gewone_stand,
    "gewoon_cijfer": gewoon_cijfer,
    "telling": standtelling,
    "kort": stand_in_het_kort,
    "zonder_punt": lambda tekst: str(tekst).rstrip(". "),
    "onderwerp": lambda deel: onderwerptekst(deel.indicatoren, deel.cijfers, deel.reden),
    "waarde": waardetekst,
    "jaarwaarde": jaartekst,
    "leveringen": lambda gevraagd, bekend: leverteksten(gevraagd, bekend, voluit=True),
    "norm": normkolom,
    "oordeel": oordeelwoord,
    "indicatornaam": indicatornaam,
    "met_gesloten_jaar": met_gesloten_jaar,
    "met_partijen": met_partijen,
    "grafieknaam": grafieknaam,
    "ruimte": ruimtetekst,
    "periode": periodetekst,
    "parameter": parametertekst,
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
