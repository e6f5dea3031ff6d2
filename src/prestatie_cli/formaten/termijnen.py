"""The rows of `termijnen` as text and JSON."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from prestatie_cli.boodschappen.aandacht import AFWIJKEND
from prestatie_cli.boodschappen.uitgave import ziet_anders
from prestatie_cli.formaten.jsontekst import jsontekst
from prestatie_cli.formaten.tabel import Scherm, alinea, groepentabel
from prestatie_cli.taal import aantal, datum_in_woorden, korte_datum, opsomming, woord
from prestatie_cli.termijnen.standen import Termijnstand, samengevat
from prestatie_cli.termijnen.uitkomsten import BESLIST, KLAAR, Stand
from prestatie_cli.woorden.grondslag import Grondslag, met_grondslag
from prestatie_cli.woorden.plichtwoorden import (
    AFGELEID,
    STANDWOORDEN,
    dagentekst,
    gegroepeerd,
    groepregels,
    nummertekst,
    partijentekst,
    reekstekst,
)

DRINGENDST: tuple[Stand, ...] = (
    "te_laat",
    "niet_gehaald",
    "niet_te_beoordelen",
    "binnenkort",
    "wacht_op_cijfers",
    "loopt",
    "later",
    "te_laat_gehaald",
    "gehaald",
)
ZONDER_DATUM = ("doorlopend", "voorwaardelijk", "uitgesteld", "vervallen", "zonder_termijn")


@dataclass(frozen=True, slots=True)
class Termijnlijst:
    """The rows to show, with the peildatum and what was left out."""

    grond: Grondslag
    binnen: int
    rijen: tuple[Termijnstand, ...]
    weggelaten: int
    keuze: str = ""
    partij: str | None = None

    def is_eigen(self, rij: Termijnstand) -> bool:
        """Whether the party of the list itself sees a duty otherwise."""
        return self.partij is not None and ziet_anders(rij, self.partij)


def termijnlijst(
    rijen: tuple[Termijnstand, ...],
    grond: Grondslag,
    binnen: int,
    alles: bool,
    keuze: str = "",
    partij: str | None = None,
) -> Termijnlijst:
    """The rows with a date first, by date; without `alles` those without a date are only counted.

    What the party of the list sees otherwise goes before all.
    """
    met = sorted(
        (r for r in rijen if r.stand not in ZONDER_DATUM),
        key=lambda r: (
            r.stand in KLAAR,
            r.uiterlijk or date.max,
            r.vroegst or date.min,
        ),
    )
    zonder = [r for r in rijen if r.stand in ZONDER_DATUM]
    eigen = [r for r in (*met, *zonder) if partij and ziet_anders(r, partij)]
    rest = [r for r in ((*met, *zonder) if alles else met) if r not in eigen]
    weg = len(rijen) - len(eigen) - len(rest)
    return Termijnlijst(grond, binnen, (*eigen, *rest), weg, keuze, partij)


def tekst(lijst: Termijnlijst, scherm: Scherm) -> str:
    """A table a state: late first, then due soon, open, later, done."""
    kop = f"Termijnen op {datum_in_woorden(lijst.grond.peildatum)}{lijst.keuze}"
    delen = [met_grondslag(kop, lijst.grond, scherm.breedte)]
    alle = samengevat(lijst.rijen)
    eigen = [r for r in alle if lijst.is_eigen(r)]
    groepen = [(f"HIER ZIET {(lijst.partij or '').upper()} HET ANDERS", eigen)]
    for stand in sorted(STANDWOORDEN, key=_dringendheid):
        over = f" (binnen {lijst.binnen} dagen)" if stand == "binnenkort" else ""
        groepen.append(
            (f"{STANDWOORDEN[stand]}{over}".upper(), [r for r in alle if r.stand == stand and r not in eigen])
        )
    if alle:
        delen.append(_tabel(groepen, scherm))
    if not lijst.rijen:
        delen.append("Geen verplichtingen met een termijn.")
    if any(r.nummer_afgeleid for r in lijst.rijen):
        delen.append(AFGELEID)
    delen += [alinea(regel, scherm.breedte) for regel in _groepen(alle)]
    if lijst.weggelaten:
        delen.append(
            f"{aantal(lijst.weggelaten, 'verplichting', 'verplichtingen')} zonder datum: toon met --alles."
        )
    return "\n\n".join(delen)


def _groepen(rijen: tuple[Termijnstand, ...]) -> list[str]:
    per_groepen = {id(r.jaargang): r.jaargang.groepen for r in rijen}
    regels = (
        groepregels((r.verplichting.wie for r in rijen if id(r.jaargang) == i), groepen)
        for i, groepen in per_groepen.items()
    )
    return list(dict.fromkeys(regel for lijst in regels for regel in lijst))


def _dringendheid(stand: Stand) -> int:
    """What asks most goes first; the other states in their own order behind."""
    return DRINGENDST.index(stand) if stand in DRINGENDST else len(DRINGENDST)


def _tabel(groepen: list[tuple[str, list[Termijnstand]]], scherm: Scherm) -> str:
    rijen: list[tuple[str, list[tuple[str, ...]]]] = [
        (f"{titel} ({len(rijen)})", [(nummertekst(r), _wat(r), _wie(r), _wanneer(r)) for r in rijen])
        for titel, rijen in groepen
        if rijen
    ]
    return groepentabel(("nr.", "wat", "wie", "wanneer"), rijen, {0: 12, 1: 18, 2: 9, 3: 18}, scherm)


def _wie(r: Termijnstand) -> str:
    return opsomming(gegroepeerd(r.verplichting.wie, r.jaargang.groepen))


def _wat(r: Termijnstand) -> str:
    """What is to be done, with what deviates: a statement, another view, parties that are further."""
    delen = [r.verplichting.wat]
    if r.laatste and (r.laatste.melding in AFWIJKEND or (r.anders and not r.per_partij)):
        voorbeeld = ", voorbeeld" if r.laatste.herkomst == "voorbeeld" else ""
        delen.append(
            f"({r.laatste.door}: {woord(r.laatste.melding)}, {korte_datum(r.laatste.datum)}{voorbeeld})"
        )
    delen += [f"({v.door} meldt: {woord(v.melding)})" for v in r.anders]
    if len({stand for _, stand in r.per_partij}) > 1:
        delen.append(f"({partijentekst(r.per_partij)})")
    return " ".join(delen)


def _wanneer(r: Termijnstand) -> str:
    """The last day with how long until then; of what is late or nearly so with the words of the agreement."""
    voor = f"{reekstekst(r.reeks)}; {r.tijdvak or ''}" if r.reeks else r.tijdvak or ""
    if r.stand in BESLIST:
        return (
            reekstekst(r.reeks) if r.reeks and r.stand in KLAAR else ": ".join(filter(None, (voor, r.waarom)))
        )
    if r.uiterlijk is None or r.dagen is None:
        grond = r.verplichting.voorwaarde if r.stand == "voorwaardelijk" else r.woorden
        return f"'{grond}'" if grond else r.waarom if r.verplichting.indicator else "-"
    delen = [": ".join(filter(None, (voor, _dagen(r, r.dagen, r.uiterlijk))))]
    if r.stand in ("te_laat", "binnenkort") or r.zacht:
        delen.append(f"('{r.woorden}'{', voorlopig zo gelezen' if r.voorlopig else ''})")
    elif r.voorlopig:
        delen.append("(voorlopig zo gelezen)")
    return " ".join(delen)


def _dagen(r: Termijnstand, dagen: int, uiterlijk: date) -> str:
    """`31-12-2026, nog 46 dagen`; of what has yet to begin its first day, of what is strived for that."""
    begin = f"{korte_datum(r.vroegst)} t/m " if r.stand == "later" and r.vroegst else ""
    eerst = r.venster.uiterlijk if r.venster else None
    nieuw = ", uitgesteld" if eerst and uiterlijk > eerst and not r.tijdvak else ""
    if r.zacht:
        return f"{begin}{korte_datum(uiterlijk)}, streven{' voorbij' if dagen < 0 else ''}"
    return f"{begin}{korte_datum(uiterlijk)}{nieuw}, {dagentekst(dagen)}"


def als_dict(r: Termijnstand) -> dict[str, Any]:
    """A row as it stands in the JSON."""
    return {
        "afspraak": r.afspraak.nummer,
        "verplichting": r.nummer,
        "wat": r.verplichting.wat,
        "wie": list(r.verplichting.wie),
        "woorden": r.woorden,
        "vroegst": r.vroegst,
        "uiterlijk": r.uiterlijk,
        "zacht": r.zacht,
        "tijdvak": r.tijdvak,
        "stand": r.stand,
        "uitvoering": r.verplichting.uitvoering,
        "standen": [{"partij": partij, "stand": stand} for partij, stand in r.per_partij],
        "voortgang": r.laatste.melding if r.laatste else None,
        "dagen": r.dagen,
        "bestand": r.bestand,
        "lezing": r.lezing,
        "waarom": r.waarom,
        "nummer_afgeleid": r.nummer_afgeleid,
        "anders": [{"door": v.door, "datum": v.datum, "melding": v.melding} for v in r.anders],
    }


def json(lijst: Termijnlijst, scherm: Scherm) -> str:
    """The rows as JSON."""
    return jsontekst(lijst.grond, termijnen=[als_dict(r) for r in lijst.rijen])
