"""The first look as text of one screen, and as JSON."""

from dataclasses import asdict, dataclass
from typing import Any

from prestatie_cli.boodschappen.aandacht import Aandachtspunt, waarom
from prestatie_cli.boodschappen.bewijs import bewijstekst
from prestatie_cli.boodschappen.boodschap import Boodschap
from prestatie_cli.formaten import indicatoren as indicatorvorm
from prestatie_cli.formaten.jsontekst import jsontekst
from prestatie_cli.formaten.tabel import Scherm, Tabel, alinea, gestijld, ingesprongen, tabeltekst
from prestatie_cli.indicatoren.gepeild import met_gesloten_jaar
from prestatie_cli.overzicht import Overzicht
from prestatie_cli.taal import aantal, datum_in_woorden, periodetekst, woord
from prestatie_cli.termijnen.standen import Termijnstand
from prestatie_cli.vergelijking.vaststelling import gewijzigd_sinds
from prestatie_cli.woorden.grondslag import Grondslag, met_grondslag
from prestatie_cli.woorden.indicatorwoorden import normkort, oordeelkort, waardetekst
from prestatie_cli.woorden.plichtwoorden import (
    STANDWOORDEN,
    dagentekst,
    groepregels,
    nummertekst,
    partijnamen,
)
from prestatie_cli.woorden.zinnen import stand_in_het_kort

SCHERMREGELS = 40
MINSTE_BOODSCHAPPEN = 1
REGELS_AGENDA = 3
MEESTE_NUMMER = 8
KLEUR_PER_SOORT = {
    "gegevens": "bold red",
    "wet": "bold red",
    "norm": "bold red",
    "te_laat": "bold red",
    "vertraging": "yellow",
    "verschil": "yellow",
    "tempo": "yellow",
}


@dataclass(frozen=True, slots=True)
class Statusbeeld:
    """What `status` shows: the overview and the selection in words."""

    grond: Grondslag
    overzicht: Overzicht
    keuze: str
    alles: bool = False


def tekst(beeld: Statusbeeld, scherm: Scherm) -> str:
    """The first look: messages first, then what comes soon, counts, indicators and latest figures."""
    o = beeld.overzicht
    if not o.geldend.jaargangen and beeld.grond.geldigheid:
        return _kop(beeld, scherm)
    kop, onder = _kop(beeld, scherm), [_agenda(beeld, scherm), _tellingen(o, scherm)]
    if o.peiling.indicatoren:
        onder.append(f"{gestijld('INDICATOREN', 'bold', scherm)}\n{_indicatoren(o, scherm)}")
    onder += [_leveringen(o, scherm), _groepen(beeld, scherm)]
    onder.append(
        "Verder: prestatie toon NUMMER | termijnen | indicatoren | valideer"
        if o.peiling.rijen
        else "Er zijn geen verplichtingen in deze keuze."
    )
    onder = [deel for deel in onder if deel]
    regels = sum(deel.count("\n") + 2 for deel in (kop, *onder))
    return "\n\n".join((kop, _boodschappen(beeld, scherm, SCHERMREGELS - regels), *onder))


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


def _boodschappen(beeld: Statusbeeld, scherm: Scherm, regels: int) -> str:
    """How it stands in a sentence or two, and the messages; what they rest on and ask with `--alles`."""
    o = beeld.overzicht
    if not o.geldend.jaargangen:
        return "Er konden geen afspraken worden gelezen; er is dus niets te zeggen over te laat of op tijd."
    kort = stand_in_het_kort(o.tellingen, o.peiling.indicatoren)
    kern = [alinea(kort, scherm.breedte)] if kort else []
    alle = o.peiling.boodschappen
    if not alle:
        zeker = " in wat gelezen kon worden" if beeld.grond.gezondheid.onleesbaar else ""
        return "\n".join([*kern, f"Niets vraagt een besluit of gesprek{zeker}."])
    breedte = min(max(len(nummertekst(b)) for b in alle), MEESTE_NUMMER)
    delen = [_boodschap(b, beeld, scherm, breedte) for b in alle]
    ruimte = regels - sum(k.count("\n") + 2 for k in kern) - 2
    while not beeld.alles and len(delen) > MINSTE_BOODSCHAPPEN and _hoogte(delen) > ruimte:
        delen.pop()
    verder = f"en nog {len(alle) - len(delen)}; " if len(delen) < len(alle) else ""
    if not beeld.alles:
        delen.append(f"{verder}waaruit dat blijkt en wat er gevraagd wordt: prestatie status --alles")
    kop = gestijld(f"WAT AANDACHT VRAAGT ({len(alle)})", "bold", scherm)
    return "\n".join([*kern, *([""] if kern else []), kop, *delen])


def _hoogte(delen: list[str]) -> int:
    return sum(deel.count("\n") + 1 for deel in delen)


def _boodschap(b: Boodschap, beeld: Statusbeeld, scherm: Scherm, breedte: int) -> str:
    """The number and the sentence; with `--alles` also what it rests on and what is asked of whom."""
    kop = f"{b.kop.rstrip('.')} (voorbeeld)." if b.voorbeeld else b.kop
    regels = _genummerd(nummertekst(b), kop, breedte, scherm)
    tekst = gestijld(regels, KLEUR_PER_SOORT.get(b.soort, ""), scherm)
    if not beeld.alles:
        return tekst
    groepen, namen = beeld.overzicht.geldend.groepen, beeld.overzicht.peiling.namen
    zinnen = [bewijstekst(bewijs) for bewijs in b.bewijs]
    van = f" van {partijnamen(b.aan, namen, groepen)}" if b.aan else ""
    zinnen += [f"Gevraagd{van}: {b.vraag}."] if b.vraag else []
    onder = [alinea(zin, scherm.breedte, " " * (breedte + 2)) for zin in zinnen]
    return "\n".join([tekst, *onder])


def _genummerd(nummer: str, zin: str, breedte: int, scherm: Scherm) -> str:
    """A sentence behind its number, or below it where the number is longer than most."""
    eerste, *verder = ingesprongen(zin, scherm.breedte, breedte + 2)
    wit = " " * (breedte + 2)
    kop = [nummer, f"{wit}{eerste}"] if len(nummer) > breedte else [f"{nummer.ljust(breedte)}  {eerste}"]
    return "\n".join([*kop, *(f"{wit}{regel}" for regel in verder)])


def _agenda(beeld: Statusbeeld, scherm: Scherm) -> str:
    """What must be done soon, the first of it first."""
    komt = beeld.overzicht.peiling.komt_eraan
    if not komt:
        return ""
    groepen, namen = beeld.overzicht.geldend.groepen, beeld.overzicht.peiling.namen
    getoond = komt if beeld.alles else komt[:REGELS_AGENDA]
    breedte = min(max(len(nummertekst(r)) for r in getoond), MEESTE_NUMMER)

    def wie(r: Termijnstand) -> str:
        return partijnamen(r.verplichting.wie, namen, groepen)

    rijen = [
        _genummerd(
            nummertekst(r),
            f"{dagentekst(r.dagen or 0)}: {r.verplichting.wat} ({wie(r)})",
            breedte,
            scherm,
        )
        for r in getoond
    ]
    rest = [f"en nog {len(komt) - len(getoond)}: prestatie termijnen"] if len(getoond) < len(komt) else []
    kop = gestijld(f"BINNENKORT ({len(komt)})", "bold", scherm)
    return "\n".join([kop, *rijen, *rest])


def _groepen(beeld: Statusbeeld, scherm: Scherm) -> str:
    """Who are meant by the names of groups that were used above."""
    peiling, groepen = beeld.overzicht.peiling, beeld.overzicht.geldend.groepen
    komt = peiling.komt_eraan if beeld.alles else peiling.komt_eraan[:REGELS_AGENDA]
    wie = [r.verplichting.wie for r in komt]
    wie += [b.aan for b in peiling.boodschappen] if beeld.alles else []
    regels = groepregels(wie, groepen, peiling.namen)
    return "\n".join(alinea(regel, scherm.breedte) for regel in regels)


def _tellingen(o: Overzicht, scherm: Scherm) -> str:
    delen = [f"{STANDWOORDEN[stand]} {n}" for stand, n in o.tellingen.items() if n]
    nu = {j.aanduiding for j in o.geldend.jaargangen}
    namen = {(r.jaargang.aanduiding, r.afspraak.nummer) for r in o.peiling.rijen}
    afspraken = sum(aanduiding in nu for aanduiding, _ in namen)
    alle = aantal(len(o.geldend.afspraken), "afspraak", "afspraken")
    eerder = aantal(len(namen) - afspraken, "eerdere afspraak", "eerdere afspraken")
    ook = f" en {eerder}" if len(namen) > afspraken else ""
    kop = f"VERPLICHTINGEN ({sum(o.tellingen.values())} in {afspraken} van {alle}{ook})"
    kop = gestijld(kop, "bold", scherm)
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


def _leveringen(o: Overzicht, scherm: Scherm) -> str:
    if not o.peiling.leveringen:
        return "Nog geen cijfers geleverd; 'prestatie indicatoren' zegt wat er nodig is."
    periode = o.peiling.leveringen[-1][0]
    namen = o.peiling.namen
    laatste = [
        f"{namen.get(door, door)} op {datum_in_woorden(op)}"
        for p, door, op, _ in o.peiling.leveringen
        if p == periode
    ]
    return alinea(f"Laatste cijfers: {periodetekst(periode)} ({', '.join(laatste)}).", scherm.breedte)


def _boodschap_als_dict(b: Boodschap) -> dict[str, Any]:
    return {
        "soort": b.soort,
        "kop": b.kop,
        "bewijs": [asdict(bewijs) for bewijs in b.bewijs],
        "vraag": b.vraag,
        "aan": list(b.aan),
        "nummer": b.nummer,
        "bij": b.bij,
        "voorbeeld": b.voorbeeld,
    }


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
        boodschappen=[_boodschap_als_dict(b) for b in o.peiling.boodschappen],
        tellingen=dict(o.tellingen),
        aandacht=[_punt_als_dict(p) for p in o.peiling.aandacht],
        indicatoren=[indicatorvorm.als_dict(s) for s in o.peiling.indicatoren],
        te_regelen=[_regeling_als_dict(r) for r in o.peiling.te_regelen],
        onleesbaar=list(beeld.grond.gezondheid.onleesbaar),
    )
