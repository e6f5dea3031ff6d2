"""Charts as inline SVG: the shapes are computed here, the template only writes them down.

Each chart has a title and a description, a pattern besides its colour, and in the report the table
beside it. All coordinates are whole numbers, so the same input gives the same bytes.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from fractions import Fraction

from prestatie_cli.indicatoren.berekening import Indicatorstand
from prestatie_cli.indicatoren.meten import Jaarwaarde
from prestatie_cli.rapport import Rapport
from prestatie_cli.sjablonen.vullen import render
from prestatie_cli.taal import getal, schoon
from prestatie_cli.woorden.indicatorwoorden import grafieknaam, grenzen_van, jaartekst, normkolom
from prestatie_cli.woorden.plichtwoorden import STANDWOORDEN

BREEDTE = 480
RIJ = 26
LINKS = 150
HOOG = 220
ONDER = 180
BOVEN = 30


@dataclass(frozen=True, slots=True)
class Vlak:
    """A bar; `soort` is `vol`, `vb` (hatched: example or provisional) or `leeg`."""

    x: int
    y: int
    breedte: int
    hoogte: int
    soort: str = "vol"


@dataclass(frozen=True, slots=True)
class Lijn:
    """A straight line; `soort` is `norm` (dashed) or `as`."""

    x1: int
    y1: int
    x2: int
    y2: int
    soort: str = "as"


@dataclass(frozen=True, slots=True)
class Label:
    """A text at a place; `anker` is start, middle or end."""

    x: int
    y: int
    tekst: str
    anker: str = "start"


@dataclass(frozen=True, slots=True)
class Grafiek:
    """A chart: SVG, its title and what it shows in one sentence."""

    svg: str
    titel: str
    samenvatting: str


def grafieken(rapport: Rapport, sjablonen: Mapping[str, str]) -> dict[str, Grafiek]:
    """All charts of a report by the name with which the Markdown refers to them."""
    uit = {"standen": _standen(rapport, sjablonen)}
    for stand in rapport.indicatoren:
        if len(stand.jaren) > 1:
            uit[grafieknaam(stand, "jaren")] = _jaren(stand, sjablonen)
        if heeft_gebruik(stand):
            uit[grafieknaam(stand, "gebruik")] = _gebruik(stand, sjablonen)
    return uit


def heeft_gebruik(stand: Indicatorstand) -> bool:
    """Whether an indicator adds up to a norm that a chart can show its use of."""
    aard = stand.indicator.aard
    op_een_lijn = (
        stand.indicator.looptijd and stand.norm is not None and not (aard.gemiddeld or aard.kan_dalen)
    )
    return op_een_lijn and stand.teller is not None and not stand.afgeschermd


def _teken(
    naam: str,
    titel: str,
    samenvatting: str,
    hoogte: int,
    vormen: tuple[list[Vlak], list[Lijn], list[Label]],
    sjablonen: Mapping[str, str],
) -> Grafiek:
    vlakken, lijnen, labels = vormen
    titel, samenvatting = schoon(titel), schoon(samenvatting)
    svg = render(
        sjablonen,
        "grafiek.svg.j2",
        naam=f"g-{naam}",
        titel=titel,
        samenvatting=samenvatting,
        breedte=BREEDTE,
        hoogte=hoogte,
        vlakken=vlakken,
        lijnen=lijnen,
        labels=labels,
    )
    return Grafiek(svg, titel, samenvatting)


def _standen(rapport: Rapport, sjablonen: Mapping[str, str]) -> Grafiek:
    """Horizontal bars: how many duties are in each state."""
    tellingen = [(STANDWOORDEN[stand], n) for stand, n in rapport.tellingen.items() if n]
    meest = max((n for _, n in tellingen), default=1)
    vlakken, labels = [], []
    for i, (woord, n) in enumerate(tellingen):
        y, lang = i * RIJ, (BREEDTE - LINKS - 50) * n // meest
        vlakken.append(Vlak(LINKS, y + 4, max(lang, 2), RIJ - 8))
        labels += [Label(LINKS - 8, y + 18, woord, "end"), Label(LINKS + max(lang, 2) + 6, y + 18, str(n))]
    zin = ", ".join(f"{woord} {n}" for woord, n in tellingen) or "geen verplichtingen"
    hoogte = max(len(tellingen), 1) * RIJ
    titel = "Aantal verplichtingen per stand"
    return _teken("standen", titel, f"{titel}: {zin}.", hoogte, (vlakken, [], labels), sjablonen)


def _jaarwaarde(jaar: Jaarwaarde) -> Fraction | None:
    if jaar.afgeschermd or jaar.noemer == 0:
        return None
    return Fraction(jaar.teller) / Fraction(jaar.noemer) if jaar.noemer else Fraction(jaar.teller)


def _jaren(stand: Indicatorstand, sjablonen: Mapping[str, str]) -> Grafiek:
    """A bar a year with the norm as a line over the years in which it held; a cumulative norm has none."""
    waarden = [(j, _jaarwaarde(j)) for j in stand.jaren]
    lijnwaarden = () if stand.indicator.looptijd else grenzen_van(stand.norm)
    top = max([*(w for _, w in waarden if w is not None), *lijnwaarden, Fraction(0)]) or Fraction(1)
    schaal = Fraction(ONDER - BOVEN) / (top * Fraction(11, 10))
    stap = (BREEDTE - 40) // max(len(waarden), 3)
    vlakken, labels = [], []
    lijnen = [Lijn(20, ONDER, BREEDTE - 20, ONDER)]
    for i, (jaar, waarde) in enumerate(waarden):
        x = 30 + i * stap
        hoog = int((waarde or 0) * schaal)
        soort = "vol" if jaar.herkomst == "definitief" else "vb"
        if waarde is not None:
            vlakken.append(Vlak(x, ONDER - max(hoog, 1), stap - 24, max(hoog, 1), soort))
        midden = x + (stap - 24) // 2
        heel = jaar.periode == str(jaar.jaar) or stand.indicator.aard.momentopname
        labels.append(Label(midden, ONDER + 18, str(jaar.jaar) if heel else jaar.periode, "middle"))
        labels.append(Label(midden, ONDER - hoog - 6, _kort(jaar, stand), "middle"))
    geldt = [i for i, (jaar, _) in enumerate(waarden) if _norm_gold(stand, jaar.jaar)]
    for waarde in lijnwaarden if geldt else ():
        y = ONDER - int(waarde * schaal)
        lijnen.append(Lijn(20 + geldt[0] * stap, y, 20 + (geldt[-1] + 1) * stap, y, "norm"))
    uitleg = [f"streepjeslijn: {normkolom(stand)}"] if lijnwaarden and geldt else []
    uitleg += ["gearceerd: voorbeeld of voorlopig"] if any(v.soort == "vb" for v in vlakken) else []
    labels.append(Label(20, HOOG - 4, "; ".join(uitleg)))
    zin = "; ".join(f"{j.jaar}: {jaartekst(j, stand)}" for j in stand.jaren)
    titel = f"{stand.indicator.naam} per jaar"
    norm = f" Norm: {normkolom(stand)}." if lijnwaarden else ""
    vormen = (vlakken, lijnen, labels)
    return _teken(grafieknaam(stand, "jaren"), titel, f"{titel}. {zin}.{norm}", HOOG, vormen, sjablonen)


def _norm_gold(stand: Indicatorstand, jaar: int) -> bool:
    """Whether the norm was in force in a year: since its day or that of its agreements, or on its one."""
    if stand.norm and stand.norm.op:
        return jaar == stand.norm.op.year
    van = (stand.norm.van if stand.norm else None) or stand.begin
    tot = stand.norm.tot if stand.norm else None
    return van.year <= jaar and (tot is None or jaar <= tot.year)


def _kort(jaar: Jaarwaarde, stand: Indicatorstand) -> str:
    """The value above a bar, without its counts."""
    tekst = jaartekst(jaar, stand)
    if stand.indicator.basisjaar:
        return tekst.partition(" dan ")[0].partition(" als ")[0]
    return tekst.partition("(")[2].rstrip(")") if "(" in tekst and not jaar.afgeschermd else tekst


def _gebruik(stand: Indicatorstand, sjablonen: Mapping[str, str]) -> Grafiek:
    """How far a count that adds up is along its line."""
    grens = max(grenzen_van(stand.norm))
    teller = Fraction(stand.teller or 0)
    heel = BREEDTE - 40
    schaal = heel / max(grens, teller, Fraction(1))
    lang, lijn = int(teller * schaal), 20 + int(grens * schaal)
    soort = "vol" if stand.herkomst == "definitief" else "vb"
    vlakken = [Vlak(20, 30, heel, 30, "leeg"), Vlak(20, 30, max(lang, 1), 30, soort)]
    lijnen = [
        Lijn(g, 22, g, 68, "norm") for g in sorted({20 + int(g * schaal) for g in grenzen_van(stand.norm)})
    ]
    labels = [
        Label(20, 18, f"tot nu toe {getal(teller)}"),
        Label(lijn, 84, normkolom(stand), "end"),
    ]
    titel = f"{stand.indicator.naam}: opgeteld tegen de norm"
    zin = f"{titel}. Tot nu toe {getal(teller)}; norm {normkolom(stand)}."
    return _teken(grafieknaam(stand, "gebruik"), titel, zin, 92, (vlakken, lijnen, labels), sjablonen)
