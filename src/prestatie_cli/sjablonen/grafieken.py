"""Charts as inline SVG: the shapes are computed here, the template only writes them down.

Each chart has a sentence as its title, a description, a pattern besides its colour, and in the report the
table beside it. Every text stands on lines of its own, so that none can meet another or a bar, and is
large enough to read where the drawing is as wide as a telephone. All coordinates are whole numbers, so the
same input gives the same bytes.
"""

import textwrap
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from fractions import Fraction

from prestatie_cli.indicatoren.berekening import Indicatorstand
from prestatie_cli.indicatoren.dekking import maanden_tussen
from prestatie_cli.indicatoren.meten import Jaarwaarde
from prestatie_cli.indicatoren.oordeel import norm_op
from prestatie_cli.model.indicator import Norm
from prestatie_cli.rapport.waarden import Rapport
from prestatie_cli.sjablonen.huisvorm import in_kleur
from prestatie_cli.sjablonen.vullen import render
from prestatie_cli.taal import periodetekst, schoon
from prestatie_cli.termijnen.perioden import grenzen
from prestatie_cli.woorden.indicatorwoorden import (
    grafieknaam,
    grenzen_van,
    jaartekst,
    normkolom,
    normtekst,
    waardetekst,
)
from prestatie_cli.woorden.plichtwoorden import STANDWOORDEN
from prestatie_cli.woorden.verloopwoorden import gelijk_tempo
from prestatie_cli.woorden.zinnen import indicatorzin, stand_in_het_kort

BREEDTE = 320
RAND = 4
REGELHOOGTE = 19
LETTERS = 42  # that fit on a line of the drawing, at 14 px
BALK = 16
SMALLE_BALK = 8
TUSSEN = 10
HEEL_JAAR = 12


@dataclass(frozen=True, slots=True)
class Vlak:
    """A bar; `soort` is `vol`, `vb` (hatched: example or provisional), `leeg` or `verwacht` (dashed)."""

    x: int
    y: int
    breedte: int
    hoogte: int
    soort: str = "vol"


@dataclass(frozen=True, slots=True)
class Lijn:
    """A straight line; `soort` is `norm` (dashed), `tempo` (dotted) or `as`."""

    x1: int
    y1: int
    x2: int
    y2: int
    soort: str = "as"


@dataclass(frozen=True, slots=True)
class Label:
    """A line of text from its place to the right."""

    x: int
    y: int
    tekst: str


@dataclass(frozen=True, slots=True)
class Grafiek:
    """A chart: SVG, its title as a sentence, and what it shows in words."""

    svg: str
    titel: str
    samenvatting: str


@dataclass(slots=True)
class _Blad:
    """A drawing in the making, from the top down; `y` is where the next part begins."""

    y: int = 2
    vlakken: list[Vlak] = field(default_factory=list)
    lijnen: list[Lijn] = field(default_factory=list)
    labels: list[Label] = field(default_factory=list)

    def schrijf(self, tekst: str, x: int = RAND, voorbeeld: str = "") -> None:
        """Text on lines of its own, behind a sample of the line or bar that it explains."""
        vrij = x + (24 if voorbeeld else 0)
        for i, regel in enumerate(textwrap.wrap(schoon(tekst), LETTERS - (vrij - RAND) // 7) or [""]):
            if voorbeeld and not i:
                self._monster(voorbeeld, x)
            self.labels.append(Label(vrij, self.y + 14, regel))
            self.y += REGELHOOGTE

    def _monster(self, soort: str, x: int) -> None:
        if soort in ("norm", "tempo"):
            self.lijnen.append(Lijn(x + 8, self.y + 1, x + 8, self.y + REGELHOOGTE - 2, soort))
        else:
            hoog = SMALLE_BALK if soort == "smal" else BALK - 4
            vorm = "leeg" if soort == "smal" else soort
            self.vlakken.append(Vlak(x, self.y + 2 + (BALK - 4 - hoog) // 2, 16, hoog, vorm))


def grafieken(rapport: Rapport, sjablonen: Mapping[str, str]) -> dict[str, Grafiek]:
    """All charts of a report by the name with which the Markdown refers to them."""
    namen = rapport.geldend.partijnamen
    uit = {"standen": _standen(rapport, sjablonen)}
    for stand in rapport.indicatoren:
        if len(stand.jaren) > 1:
            uit[grafieknaam(stand, "jaren")] = _jaren(stand, namen, sjablonen)
        if heeft_balk(stand):
            uit[grafieknaam(stand, "balk")] = _balk(stand, namen, sjablonen)
            uit[grafieknaam(stand, "mini")] = _mini(stand, namen, sjablonen)
    return {naam: replace(g, svg=in_kleur(g.svg, rapport.huisstijl)) for naam, g in uit.items()}


def heeft_balk(stand: Indicatorstand) -> bool:
    """Whether the value of an indicator can be drawn against its norm."""
    waarde = stand.waarde
    return bool(stand.norm) and waarde is not None and waarde >= 0 and not stand.afgeschermd


def _teken(naam: str, titel: str, samenvatting: str, blad: _Blad, sjablonen: Mapping[str, str]) -> Grafiek:
    titel, samenvatting = schoon(titel), schoon(samenvatting)
    svg = render(
        sjablonen,
        "grafiek.svg.j2",
        naam=f"g-{naam}",
        titel=titel,
        samenvatting=samenvatting,
        breedte=BREEDTE,
        hoogte=blad.y + 4,
        vlakken=blad.vlakken,
        lijnen=blad.lijnen,
        labels=blad.labels,
    )
    return Grafiek(svg, titel, samenvatting)


def _standen(rapport: Rapport, sjablonen: Mapping[str, str]) -> Grafiek:
    """Horizontal bars: how many duties are in each state."""
    tellingen = [(STANDWOORDEN[stand], n) for stand, n in rapport.tellingen.items() if n]
    meest, blad = max((n for _, n in tellingen), default=1), _Blad()
    for woord, n in tellingen:
        blad.schrijf(f"{woord}: {n}")
        blad.vlakken.append(Vlak(RAND, blad.y, max((BREEDTE - 2 * RAND) * n // meest, 2), SMALLE_BALK))
        blad.y += SMALLE_BALK + TUSSEN
    zin = ", ".join(f"{woord} {n}" for woord, n in tellingen) or "geen verplichtingen"
    titel = stand_in_het_kort(rapport.tellingen, ()) or "Aantal verplichtingen per stand."
    return _teken("standen", titel, f"Aantal verplichtingen per stand: {zin}.", blad, sjablonen)


def _jaarwaarde(jaar: Jaarwaarde) -> Fraction | None:
    if jaar.afgeschermd or jaar.noemer == 0:
        return None
    return Fraction(jaar.teller) / Fraction(jaar.noemer) if jaar.noemer else Fraction(jaar.teller)


@dataclass(frozen=True, slots=True)
class _As:
    """What a length is drawn on: from the lowest value to the highest, zero always on it."""

    laagst: Fraction
    hoogst: Fraction

    def x(self, waarde: Fraction) -> int:
        """Where a value lies, in whole pixels."""
        ruimte = BREEDTE - 2 * RAND
        return RAND + int((waarde - self.laagst) * ruimte / ((self.hoogst - self.laagst) or 1))


def _as(waarden: Iterable[Fraction]) -> _As:
    alle = [Fraction(0), *waarden]
    top = max(alle)
    return _As(min(alle), top + (top - min(alle)) / 12 if any(alle) else Fraction(1))


def _jaren(stand: Indicatorstand, namen: Mapping[str, str], sjablonen: Mapping[str, str]) -> Grafiek:
    """A bar a year with the norm as a line over the years in which it held; a cumulative norm has none.

    A part of a year has a narrow bar, and of a count the year as it would be at an even pace.
    """
    waarden = [(j, _jaarwaarde(j), _heel_jaar(j, stand)) for j in stand.jaren]
    normen = {j.jaar: _norm_in(stand, j.jaar) for j in stand.jaren}
    lijnen = [g for norm in normen.values() for g in grenzen_van(norm)]
    as_ = _as(
        [*(w for _, w, _ in waarden if w is not None), *(h for *_, h in waarden if h is not None), *lijnen]
    )
    blad = _Blad()
    stappen = [_jaarrij(blad, as_, rij, normen[rij[0].jaar], stand) for rij in waarden]
    if as_.laagst < 0:
        blad.lijnen.append(Lijn(as_.x(Fraction(0)), 0, as_.x(Fraction(0)), blad.y))
    blad.lijnen += _trap(stappen)
    _legenda(blad, stand, [normen[j.jaar] for j in stand.jaren], waarden)
    zin = "; ".join(f"{j.jaar}: {jaartekst(j, stand)}" for j in stand.jaren)
    norm = f" Norm: {normkolom(stand)}." if lijnen and stand.norm else ""
    kop = indicatorzin(stand, namen)
    return _teken(
        grafieknaam(stand, "jaren"), kop, f"{stand.indicator.naam} per jaar. {zin}.{norm}", blad, sjablonen
    )


def _jaarrij(
    blad: _Blad,
    as_: _As,
    rij: tuple[Jaarwaarde, Fraction | None, Fraction | None],
    norm: Norm | None,
    stand: Indicatorstand,
) -> tuple[int, int, tuple[int, ...]]:
    """Draw one year; from where to where its norm stands, and at which places."""
    jaar, waarde, heel = rij
    wanneer = str(jaar.jaar) if _is_heel(jaar, stand) else periodetekst(jaar.periode)
    boven = blad.y + REGELHOOGTE
    blad.schrijf(f"{wanneer}: {jaartekst(jaar, stand)}")
    hoog = BALK if _is_heel(jaar, stand) else SMALLE_BALK
    if heel is not None:
        blad.vlakken.append(_balkvlak(as_, heel, blad.y, BALK, "verwacht"))
    if waarde is not None:
        soort = "vol" if jaar.herkomst == "definitief" else "vb"
        blad.vlakken.append(_balkvlak(as_, waarde, blad.y + (BALK - hoog) // 2, hoog, soort))
    blad.y += BALK + TUSSEN
    return boven, blad.y - TUSSEN // 2, tuple(as_.x(g) for g in grenzen_van(norm))


def _is_heel(jaar: Jaarwaarde, stand: Indicatorstand) -> bool:
    return jaar.periode == str(jaar.jaar) or stand.indicator.aard.momentopname


def _heel_jaar(jaar: Jaarwaarde, stand: Indicatorstand) -> Fraction | None:
    """What the whole year would be at the pace of its part; None where it is whole or is no count."""
    waarde, aard = _jaarwaarde(jaar), stand.indicator.aard
    if (
        waarde is None
        or waarde <= 0
        or _is_heel(jaar, stand)
        or aard.deelt
        or not stand.teller_eenheid.optelbaar
    ):
        return None
    maanden = maanden_tussen(*grenzen(jaar.periode))
    return waarde * HEEL_JAAR / maanden if 0 < maanden < HEEL_JAAR else None


def _balkvlak(as_: _As, waarde: Fraction, y: int, hoogte: int, soort: str) -> Vlak:
    van, tot = sorted((as_.x(Fraction(0)), as_.x(waarde)))
    return Vlak(van, y, max(tot - van, 1), hoogte, soort)


def _norm_in(stand: Indicatorstand, jaar: int) -> Norm | None:
    """The norm in force at the end of a year of its agreements; a norm over all years is none of one year."""
    if stand.indicator.looptijd or jaar < stand.begin.year:
        return None
    norm = norm_op(stand.indicator, date(jaar, 12, 31), stand.partij)
    return None if norm and norm.op and norm.op.year != jaar else norm


def _trap(stappen: list[tuple[int, int, tuple[int, ...]]]) -> list[Lijn]:
    """The norm as a step: upright in each year in which it held, and across where it became another."""
    uit = []
    for i, (boven, onder, plekken) in enumerate(stappen):
        uit += [Lijn(x, boven, x, onder, "norm") for x in plekken]
        volgende = stappen[i + 1] if i + 1 < len(stappen) else None
        if volgende and len(volgende[2]) == len(plekken):
            for x, x_volgend in zip(plekken, volgende[2], strict=True):
                if x != x_volgend:
                    uit.append(Lijn(min(x, x_volgend), onder, max(x, x_volgend), onder, "norm"))
                uit.append(Lijn(x_volgend, onder, x_volgend, volgende[0], "norm"))
    return uit


def _legenda(
    blad: _Blad,
    stand: Indicatorstand,
    normen: list[Norm | None],
    waarden: list[tuple[Jaarwaarde, Fraction | None, Fraction | None]],
) -> None:
    """What the lines and shapes that were drawn mean."""
    for tekst in dict.fromkeys(normtekst(n, stand.eenheid) for n in normen if n):
        blad.schrijf(f"afgesproken: {tekst}", voorbeeld="norm")
    if any(w is not None and not _is_heel(j, stand) for j, w, _ in waarden):
        blad.schrijf("smalle balk: een deel van het jaar", voorbeeld="smal")
    if any(heel is not None for *_, heel in waarden):
        blad.schrijf("het hele jaar bij gelijk tempo", voorbeeld="verwacht")
    if any(v.soort == "vb" for v in blad.vlakken):
        blad.schrijf("gearceerd: voorbeeld of voorlopig", voorbeeld="vb")


def _balk(stand: Indicatorstand, namen: Mapping[str, str], sjablonen: Mapping[str, str]) -> Grafiek:
    """How far a value is along its norm, and where it would be at an even pace."""
    blad = _Blad()
    blad.schrijf(f"nu: {waardetekst(stand)}")
    _meetbalk(blad, stand)
    blad.schrijf(f"afgesproken: {normkolom(stand)}", voorbeeld="norm")
    if gelijk_tempo(stand):
        blad.schrijf(f"bij gelijk tempo nu: {gelijk_tempo(stand)}", voorbeeld="tempo")
    if any(v.soort == "vb" for v in blad.vlakken):
        blad.schrijf("gearceerd: voorbeeld of voorlopig", voorbeeld="vb")
    zin = f"{stand.indicator.naam}: {waardetekst(stand)}; norm {normkolom(stand)}."
    return _teken(grafieknaam(stand, "balk"), indicatorzin(stand, namen), zin, blad, sjablonen)


def _tempo(stand: Indicatorstand) -> list[Fraction]:
    return [g for g in stand.bij_tempo or () if g is not None]


def _meetbalk(blad: _Blad, stand: Indicatorstand) -> None:
    """A bar as long as a value, in a frame with its norm and its even pace across it."""
    waarde = stand.meetlat[0] if stand.meetlat else Fraction(0)
    lijnen = [g * _jaren_van(stand) for g in grenzen_van(stand.norm)]
    as_ = _as([waarde, *lijnen, *_tempo(stand)])
    soort = "vol" if stand.herkomst == "definitief" else "vb"
    blad.vlakken += [
        Vlak(RAND, blad.y, BREEDTE - 2 * RAND, BALK, "leeg"),
        Vlak(RAND, blad.y, max(as_.x(waarde) - RAND, 1), BALK, soort),
    ]
    for soort_lijn, plekken in (("norm", lijnen), ("tempo", _tempo(stand))):
        blad.lijnen += [Lijn(as_.x(g), blad.y - 3, as_.x(g), blad.y + BALK + 3, soort_lijn) for g in plekken]
    blad.y += BALK + TUSSEN


def _mini(stand: Indicatorstand, namen: Mapping[str, str], sjablonen: Mapping[str, str]) -> Grafiek:
    """The same without words, beside a sentence that has the figures."""
    blad = _Blad(y=6)
    _meetbalk(blad, stand)
    zin = f"{stand.indicator.naam}: {waardetekst(stand)}; norm {normkolom(stand)}."
    return _teken(grafieknaam(stand, "mini"), indicatorzin(stand, namen), zin, blad, sjablonen)


def _jaren_van(stand: Indicatorstand) -> int:
    """Over how many years a norm of so many a year is counted, where the count is held against that."""
    n = stand.indicator
    if stand.bij_tempo is None or not n.aard.gemiddeld or n.van is None or n.tot is None:
        return 1
    return n.tot - n.van + 1
