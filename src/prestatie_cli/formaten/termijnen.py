"""The rows of `termijnen` as text and JSON."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from prestatie_cli.boodschappen.uitgave import ziet_anders
from prestatie_cli.formaten.jsontekst import jsontekst
from prestatie_cli.formaten.tabel import Scherm, Tabel, alinea, tabeltekst
from prestatie_cli.taal import aantal, datum_in_woorden, datumtekst, opsomming, woord
from prestatie_cli.termijnen.standen import Termijnstand, samengevat
from prestatie_cli.termijnen.uitkomsten import BESLIST, KLAAR
from prestatie_cli.woorden.grondslag import Grondslag, met_grondslag
from prestatie_cli.woorden.plichtwoorden import (
    AFGELEID,
    STANDWOORDEN,
    gegroepeerd,
    groepregels,
    nummertekst,
    partijentekst,
    reekstekst,
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
    if eigen:
        kop = f"HIER ZIET {(lijst.partij or '').upper()} HET ANDERS ({len(eigen)})"
        delen.append(f"{kop}\n{_tabel(eigen, scherm)}")
    for stand, titel in STANDWOORDEN.items():
        rijen = [r for r in alle if r.stand == stand and r not in eigen]
        if rijen:
            titel = f"binnenkort (binnen {lijst.binnen} dagen)" if stand == "binnenkort" else titel
            delen.append(f"{titel.upper()} ({len(rijen)})\n{_tabel(rijen, scherm)}")
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


def _tabel(rijen: list[Termijnstand], scherm: Scherm) -> str:
    koppen = ("nr.", "wat", "wie", "termijn en lezing")
    cellen = [(nummertekst(r), _wat(r), _wie(r), _termijn(r)) for r in rijen]
    return tabeltekst(Tabel(koppen, cellen, soepel={1: 18, 2: 9, 3: 18}), scherm)


def _wie(r: Termijnstand) -> str:
    return opsomming(gegroepeerd(r.verplichting.wie, r.jaargang.groepen))


def _wat(r: Termijnstand) -> str:
    delen = [r.verplichting.wat]
    if r.laatste:
        voorbeeld = ", voorbeeld" if r.laatste.herkomst == "voorbeeld" else ""
        delen.append(f"({r.laatste.door}: {woord(r.laatste.melding)}, {r.laatste.datum}{voorbeeld})")
    delen += [f"({v.door} meldt: {woord(v.melding)})" for v in r.anders]
    if len({stand for _, stand in r.per_partij}) > 1:
        delen.append(f"({partijentekst(r)})")
    return " ".join(delen)


def _termijn(r: Termijnstand) -> str:
    beslist = r.stand in BESLIST
    if r.woorden is None:
        return f"geen termijn; {r.waarom}" if beslist else "-"
    uit = f"'{r.woorden}': {r.tijdvak + ', ' if r.tijdvak else ''}"
    if r.reeks:
        uit = f"'{r.woorden}': {reekstekst(r.reeks)}; {r.tijdvak} uiterlijk {datumtekst(r.uiterlijk)}"
    elif r.tijdvak:
        uit += f"uiterlijk {datumtekst(r.uiterlijk)}"
    else:
        uit += r.lezing
    if r.voorlopig and r.tijdvak:
        uit += ", voorlopig zo gelezen"
    if r.reeks and r.stand in KLAAR:
        return f"'{r.woorden}': {reekstekst(r.reeks)}"
    if beslist:
        return f"{uit}; {r.waarom}"
    if r.dagen is not None:
        dagen = aantal(abs(r.dagen), "dag", "dagen")
        uit += f" ({dagen} te laat)" if r.stand == "te_laat" else f" (nog {dagen})" if r.dagen >= 0 else ""
    return uit


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
