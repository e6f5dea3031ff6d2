"""The first look as text of one screen, and as JSON."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from prestatie_cli.boodschappen.aandacht import Aandachtspunt, waarom
from prestatie_cli.formaten import indicatoren as indicatorvorm
from prestatie_cli.formaten.jsontekst import jsontekst
from prestatie_cli.formaten.tabel import Scherm, Tabel, alinea, tabeltekst
from prestatie_cli.indicatoren.gepeild import met_gesloten_jaar
from prestatie_cli.overzicht import Overzicht
from prestatie_cli.taal import aantal, datum_in_woorden, opsomming, woord
from prestatie_cli.termijnen.standen import Termijnstand
from prestatie_cli.vergelijking.vaststelling import gewijzigd_sinds
from prestatie_cli.woorden.grondslag import Grondslag, met_grondslag
from prestatie_cli.woorden.indicatorwoorden import normkort, oordeelkort, waardetekst
from prestatie_cli.woorden.plichtwoorden import STANDWOORDEN, gegroepeerd, groepregels, nummertekst

REGELS_AANDACHT = 11
REGELS_TE_REGELEN = 4
MET_REDEN = ("te laat", "niet gehaald", "binnenkort", "niet te beoordelen", "aandacht")


@dataclass(frozen=True, slots=True)
class Statusbeeld:
    """What `status` shows: the overview and the selection in words."""

    grond: Grondslag
    overzicht: Overzicht
    keuze: str
    alles: bool = False


def tekst(beeld: Statusbeeld, scherm: Scherm) -> str:
    """The first look: attention first, then counts, indicators, figures and what to do next."""
    o = beeld.overzicht
    if not o.geldend.jaargangen and beeld.grond.geldigheid:
        return _kop(beeld, scherm)
    delen = [_kop(beeld, scherm), _aandacht(beeld, scherm), _tellingen(o, scherm)]
    if o.peiling.indicatoren:
        delen.append(f"INDICATOREN\n{_indicatoren(o, scherm)}")
    delen += [_te_regelen(beeld, scherm), _leveringen(o, scherm)]
    delen.append(
        "Verder: prestatie toon NUMMER | termijnen | indicatoren | valideer"
        if o.peiling.rijen
        else "Er zijn geen verplichtingen in deze keuze."
    )
    return "\n\n".join(deel for deel in delen if deel)


def _kop(beeld: Statusbeeld, scherm: Scherm) -> str:
    o = beeld.overzicht
    geen = "Nog geen afspraken" if beeld.grond.geldigheid else "Geen afspraken gelezen"
    titel = o.geldend.titel or geen
    kop = alinea(f"{titel}; stand op {datum_in_woorden(o.peiling.peildatum)}{beeld.keuze}", scherm.breedte)
    regels = [met_grondslag(kop, beeld.grond, scherm.breedte)]
    if beeld.grond.gezondheid.onleesbaar:
        regels.append(
            alinea(f"NIET HELEMAAL GELEZEN: {', '.join(beeld.grond.gezondheid.onleesbaar)}", scherm.breedte)
        )
    gewijzigd = (zin for j in o.geldend.jaargangen for zin in gewijzigd_sinds(j))
    regels += [alinea(f"Let op: {zin}", scherm.breedte) for zin in gewijzigd]
    voorbeelden = []
    if o.peiling.voorbeeldcijfers:
        voorbeelden.append("cijfers")
    if o.peiling.voorbeeldmeldingen:
        voorbeelden.append(aantal(o.peiling.voorbeeldmeldingen, "melding", "meldingen"))
    if voorbeelden:
        ster = " * = nummer afgeleid." if any(r.nummer_afgeleid for r in o.peiling.rijen) else ""
        regels.append(f"Let op: {' en '.join(voorbeelden)} zijn voorbeelden (vb).{ster}")
    return "\n".join(regels)


def _aandacht(beeld: Statusbeeld, scherm: Scherm) -> str:
    punten = beeld.overzicht.peiling.aandacht
    if not beeld.overzicht.geldend.jaargangen:
        return "Er konden geen afspraken worden gelezen; er is dus niets te zeggen over te laat of op tijd."
    if not punten:
        zeker = " in wat gelezen kon worden" if beeld.grond.gezondheid.onleesbaar else ""
        return f"VRAAGT AANDACHT\nNiets te laat en niets afwijkends{zeker}."
    groepen = beeld.overzicht.geldend.groepen
    rijen = [(nummertekst(p), p.soort + (" (vb)" if p.voorbeeld else ""), _wat(p, groepen)) for p in punten]
    ruimte = REGELS_AANDACHT - (2 if beeld.grond.geldigheid else 0)
    while not beeld.alles and len(rijen) > 1 and _tabel(rijen, scherm).count("\n") > ruimte:
        rijen.pop()
    regels = [f"VRAAGT AANDACHT ({len(punten)})", _tabel(rijen, scherm)]
    genoemd = groepregels((p.wie for p in punten[: len(rijen)]), groepen)
    regels += [alinea(regel, scherm.breedte) for regel in genoemd]
    if len(rijen) < len(punten):
        regels.append(f"en nog {len(punten) - len(rijen)}: prestatie status --alles")
    return "\n".join(regels)


def _tabel(rijen: list[tuple[str, str, str]], scherm: Scherm) -> str:
    return tabeltekst(Tabel(("nr.", "stand", "wat"), rijen, {0: 12, 2: 20}), scherm)


def _wat(p: Aandachtspunt, groepen: Mapping[str, tuple[str, ...]]) -> str:
    wie = f" ({opsomming(gegroepeerd(p.wie, groepen))})" if p.wie else ""
    return f"{p.wat}{wie}" + (f": {p.kort or waarom(p, {})}" if p.soort in MET_REDEN or not p.wie else "")


def _tellingen(o: Overzicht, scherm: Scherm) -> str:
    delen = [f"{STANDWOORDEN[stand]} {n}" for stand, n in o.tellingen.items() if n]
    nu = {j.aanduiding for j in o.geldend.jaargangen}
    namen = {(r.jaargang.aanduiding, r.afspraak.nummer) for r in o.peiling.rijen}
    afspraken = sum(aanduiding in nu for aanduiding, _ in namen)
    alle = aantal(len(o.geldend.afspraken), "afspraak", "afspraken")
    eerder = aantal(len(namen) - afspraken, "eerdere afspraak", "eerdere afspraken")
    ook = f" en {eerder}" if len(namen) > afspraken else ""
    kop = f"VERPLICHTINGEN ({sum(o.tellingen.values())} in {afspraken} van {alle}{ook})"
    return f"{kop}\n{alinea(', '.join(delen) or 'geen', scherm.breedte)}"


def _indicatoren(o: Overzicht, scherm: Scherm) -> str:
    rijen = [
        (
            nummertekst(s),
            woord(s.indicator.id) + (f", {s.gesloten}" if s.gesloten else ""),
            waardetekst(s),
            normkort(s),
            oordeelkort(s),
        )
        for s in met_gesloten_jaar(o.peiling.indicatoren)
    ]
    return tabeltekst(
        Tabel(("nr.", "indicator", "stand", "norm", "oordeel"), rijen, {0: 12, 1: 14, 2: 10, 3: 10}), scherm
    )


def _te_regelen(beeld: Statusbeeld, scherm: Scherm) -> str:
    """The readings that the parties still have to settle."""
    rijen = beeld.overzicht.peiling.te_regelen
    getoond = rijen if beeld.alles else rijen[:REGELS_TE_REGELEN]
    regels = [f"- {nummertekst(r)} '{r.woorden}', {r.lezing}" for r in getoond]
    if len(getoond) < len(rijen):
        regels.append(f"en nog {len(rijen) - len(getoond)}: prestatie status --alles")
    kop = f"NOG TE REGELEN ({len(rijen)})"
    return "\n".join([kop, *(_onder_streep(regel, scherm.breedte) for regel in regels)]) if rijen else ""


def _onder_streep(regel: str, breedte: int) -> str:
    """A line of a list; what does not fit on it stands in from the dash."""
    eerste, *verder = alinea(regel, breedte - 2).split("\n")
    return "\n".join((eerste, *(f"  {deel}" for deel in verder)))


def _leveringen(o: Overzicht, scherm: Scherm) -> str:
    if not o.peiling.leveringen:
        return "Nog geen cijfers geleverd; 'prestatie indicatoren' zegt wat er nodig is."
    periode = o.peiling.leveringen[-1][0]
    laatste = [f"{door} {op}" for p, door, op, _ in o.peiling.leveringen if p == periode]
    return alinea(f"Laatste cijfers: {periode} ({', '.join(laatste)}).", scherm.breedte)


def _punt_als_dict(p: Aandachtspunt) -> dict[str, Any]:
    return {
        "soort": p.soort,
        "nummer": p.nummer,
        "bij": p.bij,
        "wat": p.wat,
        "wie": list(p.wie),
        "waarom": waarom(p, {}),
        "voorbeeld": p.voorbeeld,
    }


def _regeling_als_dict(r: Termijnstand) -> dict[str, Any]:
    return {
        "bestand": r.bestand,
        "nummer": r.nummer,
        "wat": r.verplichting.wat,
        "wie": list(r.verplichting.wie),
        "woorden": r.woorden,
        "lezing": r.lezing,
    }


def json(beeld: Statusbeeld, scherm: Scherm) -> str:
    """The first look as JSON."""
    o = beeld.overzicht
    return jsontekst(
        beeld.grond,
        tellingen=dict(o.tellingen),
        aandacht=[_punt_als_dict(p) for p in o.peiling.aandacht],
        indicatoren=[indicatorvorm.als_dict(s) for s in o.peiling.indicatoren],
        te_regelen=[_regeling_als_dict(r) for r in o.peiling.te_regelen],
        onleesbaar=list(beeld.grond.gezondheid.onleesbaar),
    )
