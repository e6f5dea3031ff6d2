"""The indicators as a table, as JSON, and one indicator with the trace of its number."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from prestatie_cli.controles.citaat import is_bij_benadering
from prestatie_cli.formaten.jsontekst import aandeel_voor_json, exact, jsontekst
from prestatie_cli.formaten.opmaak import INDICATORENLIJST, SPOOR, opgemaakt
from prestatie_cli.formaten.tabel import Scherm, Tabel, alinea, tabeltekst
from prestatie_cli.indicatoren.berekening import Indicatorstand
from prestatie_cli.indicatoren.dekking import Cijfer
from prestatie_cli.indicatoren.gepeild import met_gesloten_jaar, met_partijen
from prestatie_cli.indicatoren.gepubliceerd import gepubliceerd
from prestatie_cli.indicatoren.openbaar import NIET_OPENBAAR, Publicatie
from prestatie_cli.model.indicator import Indicator, Norm
from prestatie_cli.taal import datum_in_woorden, getal, periodetekst
from prestatie_cli.woorden.grondslag import Grondslag, met_grondslag
from prestatie_cli.woorden.indicatorwoorden import (
    hoeveelheid,
    indicatorid,
    indicatornaam,
    jaartekst,
    kengetaltekst,
    leverteksten,
    normkolom,
    oordeelwoord,
    parametertekst,
    ruimtetekst,
    waardetekst,
)
from prestatie_cli.woorden.plichtwoorden import AFGELEID, nummertekst
from prestatie_cli.woorden.publicatiewoorden import weggelaten
from prestatie_cli.woorden.verloopwoorden import vooruitblik


@dataclass(frozen=True, slots=True)
class Indicatorlijst:
    """The indicators to show on a peildatum; `plaatsen` gives `bestand:regel` of what they use.

    `publicatie` is what was left out of them to publish them.
    """

    grond: Grondslag
    standen: tuple[Indicatorstand, ...]
    plaatsen: Mapping[tuple[str, tuple[str | int, ...]], str]
    een: bool = False
    publicatie: Publicatie | None = None


def tabel(standen: tuple[Indicatorstand, ...], scherm: Scherm) -> str:
    """The indicators with value, norm, verdict and what is left."""
    koppen = ("indicator", "stand", "norm", "oordeel", "ruimte")
    rijen = [
        (
            f"- {s.partij}" if s.partij else f"{indicatornaam(s)} ({nummertekst(s)})",
            waardetekst(s),
            normkolom(s),
            oordeelwoord(s),
            ruimtetekst(s) or "-",
        )
        for s in met_partijen(standen)
    ]
    return tabeltekst(Tabel(koppen, rijen, soepel={0: 26, 1: 10, 2: 10, 3: 12, 4: 9}), scherm)


def tekst(lijst: Indicatorlijst, scherm: Scherm) -> str:
    """All indicators as a table with reasons below, or one with its trace."""
    if lijst.een:
        sporen = ("\n".join(_spoor(s, lijst, scherm)) for s in met_gesloten_jaar(lijst.standen))
        return "\n\n".join(opgemaakt(spoor, SPOOR, scherm) for spoor in sporen)
    delen = [
        met_grondslag(
            f"Indicatoren op {datum_in_woorden(lijst.grond.peildatum)}", lijst.grond, scherm.breedte
        )
    ]
    if any(s.herkomst == "voorbeeld" for s in lijst.standen):
        delen.append("Let op: cijfers met 'voorbeeld' zijn niet gemeten.")
    if not lijst.standen:
        leeg = "De afspraken noemen geen indicatoren."
        return "\n\n".join(delen if lijst.grond.geldigheid else [*delen, leeg])
    delen.append(tabel(lijst.standen, scherm))
    redenen = [f"{indicatorid(s)}: {s.reden}" for s in met_partijen(lijst.standen) if _telt_reden(s)]
    if redenen:
        delen.append("\n".join(["Toelichting", *(alinea(r, scherm.breedte, "  ") for r in redenen)]))
    if any(s.nummer_afgeleid for s in lijst.standen):
        delen.append(AFGELEID)
    leveren = leverteksten(g for s in met_gesloten_jaar(lijst.standen) for g in s.te_leveren)
    if leveren:
        delen.append("\n".join(["Nog te leveren", *(alinea(r, scherm.breedte, "  ") for r in leveren)]))
    if lijst.publicatie and (weg := weggelaten(lijst.publicatie)):
        delen.append("\n".join(["Niet openbaar", *(alinea(r, scherm.breedte, "  ") for r in weg)]))
    eerste = lijst.standen[0].indicator.id
    hulp = f"Hoe een cijfer tot stand komt: prestatie indicatoren ID, zoals {eerste}"
    delen.append(alinea(hulp, scherm.breedte))
    return opgemaakt("\n\n".join(delen), INDICATORENLIJST, scherm)


def _telt_reden(s: Indicatorstand) -> bool:
    """Whether a reason says more than what stands beside it: of a party only where it has a norm."""
    return bool(s.reden) and (s.partij is None or s.norm is not None)


def _spoor(s: Indicatorstand, lijst: Indicatorlijst, scherm: Scherm) -> list[str]:
    """One indicator so that a reader can recompute it by hand."""
    i, b = s.indicator, scherm.breedte
    peildatum = f"Peildatum {datum_in_woorden(lijst.grond.peildatum)}"
    kop = f"{indicatornaam(s)} ({i.id}), afspraak {nummertekst(s)}"
    delen = [
        [met_grondslag(f"{alinea(kop, b)}\n{peildatum}", lijst.grond, b)],
        ["STAND", *_stand(s, b)],
        ["NORM", *_norm(s, lijst, b)],
        ["PER PARTIJ", *_per_partij(s, lijst, scherm)] if s.per_partij else [],
        ["CIJFERS", *_cijfers(s, lijst, scherm)],
        ["JAREN", _jaren(s, scherm)] if s.jaren else [],
        ["VOORUITBLIK", *(alinea(r, b, "  ") for r in vooruitblik(s))] if vooruitblik(s) else [],
        ["WETTELIJKE WAARDEN", *_parameters(s, b)] if s.parameters or i.voorbehoud else [],
        ["DEFINITIE", *_definitie(s, b)],
        ["NOG TE REGELEN", *(alinea(f"- {r}", b, "  ") for r in i.te_regelen)] if i.te_regelen else [],
    ]
    uit: list[str] = []
    for deel in delen:
        uit += [*deel, ""] if deel else []
    return uit[:-1]


def _stand(s: Indicatorstand, breedte: int) -> list[str]:
    uit = [alinea(f"{waardetekst(s)} over {periodetekst(s.periode)}: {oordeelwoord(s)}", breedte, "  ")]
    if s.reden:
        uit.append(alinea(s.reden, breedte, "  "))
    if s.ruimte is not None:
        aanname = f" (aanname: {s.verwacht.aanname}, {getal(s.verwacht.noemer)})" if s.verwacht else ""
        uit.append(alinea(f"{ruimtetekst(s)}{aanname}", breedte, "  "))
    return uit + [alinea(f"te leveren: {t}", breedte, "  ") for t in leverteksten(s.te_leveren)]


def _norm(s: Indicatorstand, lijst: Indicatorlijst, breedte: int) -> list[str]:
    if s.norm is None:
        return [
            alinea(
                s.reden if s.oordeel in ("geen_norm", "niet_te_beoordelen") else "geen norm op deze dag",
                breedte,
                "  ",
            )
        ]
    n = s.norm
    geldig = f"geldig van {n.van or 'onbepaald'} tot en met {n.tot or 'onbepaald'}"
    geldig = geldig if n.van or n.tot else "geen begin- of einddatum genoemd"
    geldig = f"te halen op {datum_in_woorden(n.op)}" if n.op else geldig
    uit = [
        alinea(f"{normkolom(s)}, {geldig}", breedte, "  "),
        alinea(f'"{n.citaat}" ({_plaats(s, n, lijst)})', breedte, "  "),
    ]
    if n.uitleg:
        uit.append(alinea(f"uitleg: {n.uitleg}", breedte, "  "))
    if n.afgeleid:
        uit.append(alinea(f"afgeleid, geen citaat: {n.reden}", breedte, "  "))
    return uit


def _per_partij(s: Indicatorstand, lijst: Indicatorlijst, scherm: Scherm) -> list[str]:
    """The part of each party against its own norm, then why and in which words."""
    koppen = ("partij", "stand", "norm", "oordeel", "ruimte")
    rijen = [
        (p.partij or "", waardetekst(p), normkolom(p), oordeelwoord(p), ruimtetekst(p) or "-")
        for p in s.per_partij
    ]
    uit = [tabeltekst(Tabel(koppen, rijen, {0: 12, 1: 10, 2: 10, 3: 12, 4: 9}), scherm)]
    uit += [alinea(f"{p.partij}: {p.reden}", scherm.breedte, "  ") for p in s.per_partij if _telt_reden(p)]
    return uit + [
        alinea(f'{p.partij}: "{p.norm.citaat}" ({_plaats(p, p.norm, lijst)})', scherm.breedte, "  ")
        for p in s.per_partij
        if p.norm
    ]


def _plaats(s: Indicatorstand, norm: Norm, lijst: Indicatorlijst) -> str:
    """Where the words of a norm stand: in the agreement, and in the data."""
    pad = (*s.pad, "normen", s.indicator.normen.index(norm))
    plek = lijst.plaatsen.get((s.bestand, pad), s.bestand)
    return f"{norm.plaats} van {s.indicator.afspraak}; {plek}"


def _cijfers(s: Indicatorstand, lijst: Indicatorlijst, scherm: Scherm) -> list[str]:
    """Each figure with who delivered it and, on a line of its own, where it stands."""
    if not s.cijfers:
        return ["  niet openbaar: te klein aantal"] if s.afgeschermd else ["  geen"]
    uit = []
    for c in s.cijfers:
        wat = f"{c.kengetal} over {c.periode}: {hoeveelheid(c.waarde, c.eenheid)}"
        uit.append(
            alinea(f"{wat} ({c.door}, geleverd op {c.geleverd_op}, {c.herkomst})", scherm.breedte, "  ")
        )
        uit.append(f"    {lijst.plaatsen.get((c.bestand, c.pad), c.bestand)}")
    return uit + [alinea(r, scherm.breedte, "  ") for r in _correcties(s.cijfers)]


def _correcties(cijfers: tuple[Cijfer, ...]) -> list[str]:
    return [
        f"gecorrigeerd op {k.gecorrigeerd_op}: {c.kengetal} over {c.periode} was "
        f"{hoeveelheid(k.was, c.eenheid)}, is {hoeveelheid(c.waarde, c.eenheid)}; {k.reden}"
        for c in cijfers
        for k in c.correcties
    ]


def _jaren(s: Indicatorstand, scherm: Scherm) -> str:
    rijen = [
        (
            str(j.jaar),
            periodetekst(j.periode),
            jaartekst(j, s),
            j.herkomst or "",
            "gecorrigeerd" if j.gecorrigeerd else "-",
        )
        for j in s.jaren
    ]
    return tabeltekst(
        Tabel(("jaar", "periode", "waarde", "herkomst", "correctie"), rijen, {1: 10, 2: 10}), scherm
    )


def _parameters(s: Indicatorstand, breedte: int) -> list[str]:
    uit = [alinea(f"- {parametertekst(p, w)}", breedte, "  ") for p, w in s.parameters]
    return uit + ([alinea(s.indicator.voorbehoud, breedte, "  ")] if s.indicator.voorbehoud else [])


def _definitie(s: Indicatorstand, breedte: int) -> list[str]:
    i = s.indicator
    delen = [
        i.definitie,
        _berekening(i),
        f"Bedrijfsregels: {i.bedrijfsregels}" if i.bedrijfsregels else "",
        f"Bron: {i.bron}" if i.bron else "",
        f"Definitieversie {i.definitieversie}.",
        *map(kengetaltekst, s.kengetallen),
    ]
    return [alinea(deel, breedte, "  ") for deel in delen if deel]


def _berekening(i: Indicator) -> str:
    """What it is computed from."""
    delen = (
        ("Teller", ", ".join((i.teller, *i.plus))),
        ("Min", ", ".join(i.min)),
        ("Noemer", i.noemer),
        (
            "Basisjaar",
            f"{i.basisjaar}, geteld als {'daling' if i.daalt else 'stijging'}" if i.basisjaar else "",
        ),
        ("Over", f"{i.van} t/m {i.tot or 'geen laatste jaar'}" if i.looptijd else ""),
    )
    return " ".join(f"{naam}: {wat}." for naam, wat in delen if wat)


def als_dict(s: Indicatorstand) -> dict[str, Any]:
    """An indicator as it stands in the JSON; figures are exact decimals as text, or null."""
    aandeel = s.indicator.aard.deelt
    waarde = s.waarde
    return {
        "id": s.indicator.id,
        "afspraak": s.indicator.afspraak,
        "naam": s.indicator.naam,
        "soort": s.indicator.soort,
        "teller": _teller(s),
        "noemer": _noemer(s),
        "waarde": None
        if waarde is None or s.afgeschermd
        else aandeel_voor_json(waarde)
        if aandeel or s.over
        else exact(s.teller),
        "eenheid": s.eenheid.id,
        "over_jaren": None if s.over is None else aandeel_voor_json(s.over),
        "norm": s.norm and _norm_als_dict(s.norm),
        "periode": s.periode,
        "oordeel": s.oordeel,
        "ruimte": exact(s.ruimte),
        "ruimte_soort": s.ruimte_soort,
        "aanname": s.verwacht.aanname if s.verwacht else None,
        "kans_boven_norm": _kans(s, is_grens=True),
        "kans_gehaald": _kans(s, is_grens=False),
        "herkomst": s.herkomst,
        "reden": s.reden or None,
        "te_leveren": leverteksten(s.te_leveren),
        "bestand": s.bestand,
        "per_partij": [_deel_als_dict(p) for p in s.per_partij],
        "vorig": als_dict(s.vorig) if s.vorig else None,
    }


def _kans(s: Indicatorstand, is_grens: bool) -> str | None:
    """The probability of ending above a cap, or of reaching what is asked at least."""
    gaat_over = s.norm is not None and (s.norm.soort == "maximum") == is_grens
    return aandeel_voor_json(s.kans) if s.kans is not None and gaat_over else None


DEELVELDEN = (
    "teller", "noemer", "waarde", "norm", "periode", "oordeel", "ruimte", "ruimte_soort", "herkomst", "reden",
    "te_leveren",
)  # fmt: skip


def _deel_als_dict(p: Indicatorstand) -> dict[str, Any]:
    """The part of one party."""
    heel = als_dict(p)
    return {"partij": p.partij, **{veld: heel[veld] for veld in DEELVELDEN}}


def _norm_als_dict(n: Norm) -> dict[str, Any]:
    return {
        "soort": n.soort,
        "waarde": exact(n.waarde),
        "van": n.van,
        "tot": n.tot,
        "op": n.op,
        "ondergrens": exact(n.ondergrens),
        "bovengrens": exact(n.bovengrens),
        "citaat": n.citaat,
        "bij_benadering": is_bij_benadering(n.citaat),
        "uitleg": n.uitleg,
        "partij": n.partij,
    }


def _teller(s: Indicatorstand) -> str | None:
    """The count; of what is small that it is, and of what is hidden beside it nothing."""
    if s.afgeschermd and s.afgeschermd.teller:
        return None if s.afgeschermd.teller == NIET_OPENBAAR else s.afgeschermd.teller
    return exact(s.teller)


def _noemer(s: Indicatorstand) -> str | None:
    if s.afgeschermd and (s.afgeschermd.noemer or s.indicator.basisjaar):
        return None if s.afgeschermd.noemer in (None, NIET_OPENBAAR) else s.afgeschermd.noemer
    return exact(s.noemer)


def json(lijst: Indicatorlijst, scherm: Scherm) -> str:
    """The indicators as JSON, each with the places of its figures."""
    rijen = []
    for s in lijst.standen:
        cijfers = [
            {
                "kengetal": c.kengetal,
                "periode": c.periode,
                "cijfer": exact(c.waarde),
                "eenheid": c.eenheid.id,
                "door": c.door,
                "geleverd_op": c.geleverd_op,
                "herkomst": c.herkomst,
                "plaats": lijst.plaatsen.get((c.bestand, c.pad), c.bestand),
            }
            for c in s.cijfers
        ]
        rijen.append({**als_dict(s), "cijfers": cijfers})
    pub = lijst.publicatie
    return jsontekst(lijst.grond, indicatoren=rijen, gepubliceerd=None if pub is None else gepubliceerd(pub))
