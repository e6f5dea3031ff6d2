"""The rows of `termijnen` as text and JSON."""

import textwrap
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from prestatie_cli.boodschappen.aandacht import AFWIJKEND
from prestatie_cli.boodschappen.uitgave import ziet_anders
from prestatie_cli.formaten.jsontekst import jsontekst
from prestatie_cli.formaten.tabel import Scherm, alinea
from prestatie_cli.taal import datum_in_woorden, korte_datum, opsomming, samen_genoemd, schoon, woord
from prestatie_cli.termijnen.samenvatting import samengevat
from prestatie_cli.termijnen.standen import Termijnstand
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
    tijdvaktekst,
    verdertekst,
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
DRINGEND: tuple[Stand, ...] = DRINGENDST[:5]
# How many of a state that does not press are shown before the rest is counted: fewer beside others that do;
# and how many that press are still told in full, and with their words too.
EERSTVOLGENDE, MINSTENS, VEEL, MET_WOORDEN = 12, 3, 12, 8
INSPRINGEN = "    "
KLEINSTE_BREEDTE = 20
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
    alles: bool = False

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
    return Termijnlijst(grond, binnen, (*eigen, *rest), weg, keuze, partij, alles)


def tekst(lijst: Termijnlijst, scherm: Scherm) -> str:
    """A list a state, on one screen: what asks something in full, the rest that is open in a line each.

    What comes last (done, without a date) is counted; `--alles` has all in full.
    """
    kop = f"Termijnen op {datum_in_woorden(lijst.grond.peildatum)}{lijst.keuze}"
    delen = [met_grondslag(kop, lijst.grond, scherm.breedte)]
    alle = samengevat(lijst.rijen)
    groepen = _per_stand(lijst, alle)
    delen += [_groep(lijst, titel, rijen, scherm) for titel, rijen in groepen if rijen]
    if not lijst.rijen:
        delen.append("Geen verplichtingen met een termijn.")
    getoond = [r for _, rijen in groepen for r in _getoond(lijst, rijen)]
    if any(r.nummer_afgeleid for r in getoond):
        delen.append(AFGELEID)
    met_wie = [r for r in getoond if _is_volledig(lijst, r)]
    delen += [alinea(regel, scherm.breedte) for regel in _groepen(met_wie)]
    return "\n\n".join((*delen, *_verder(lijst, alle, scherm)))


def _per_stand(lijst: Termijnlijst, alle: Sequence[Termijnstand]) -> list[tuple[str, list[Termijnstand]]]:
    """The rows under their titles: what the party sees otherwise, then the most urgent state first."""
    eigen = [r for r in alle if lijst.is_eigen(r)]
    groepen = [(f"HIER ZIET {(lijst.partij or '').upper()} HET ANDERS", eigen)]
    for stand in sorted(STANDWOORDEN, key=_dringendheid):
        over = f" (binnen {lijst.binnen} dagen)" if stand == "binnenkort" else ""
        rijen = [r for r in alle if r.stand == stand and r not in eigen]
        if not lijst.alles and stand in KLAAR:
            rijen = [r for r in rijen if _vraagt_iets(r)]
        groepen.append((f"{STANDWOORDEN[stand]}{over}".upper(), rijen))
    return groepen


def _vraagt_iets(r: Termijnstand) -> bool:
    """Whether the time of a row presses, or somebody stated that it goes otherwise."""
    return r.stand in DRINGEND or _gaat_anders(r)


def _gaat_anders(r: Termijnstand) -> bool:
    afwijkend = r.laatste is not None and r.laatste.melding in AFWIJKEND
    return bool(r.anders) or (afwijkend and r.stand not in KLAAR)


def _getoond(lijst: Termijnlijst, rijen: list[Termijnstand]) -> list[Termijnstand]:
    """The rows of a group without those that are only counted: of what presses less the first ones."""
    if lijst.alles or (rijen and lijst.is_eigen(rijen[0])):
        return rijen
    eerst = [r for r in rijen if _vraagt_iets(r)]
    ruimte = max(EERSTVOLGENDE - _dringend(lijst), MINSTENS)
    return eerst + [r for r in rijen if r not in eerst][:ruimte]


def _dringend(lijst: Termijnlijst) -> int:
    return sum(map(_vraagt_iets, samengevat(lijst.rijen)))


def _is_volledig(lijst: Termijnlijst, r: Termijnstand) -> bool:
    """Whether a row has more than a line: what presses, unless there is more of it than a screen bears."""
    veel = _dringend(lijst) > VEEL
    return lijst.alles or lijst.is_eigen(r) or (_gaat_anders(r) if veel else _vraagt_iets(r))


def _groep(lijst: Termijnlijst, titel: str, rijen: list[Termijnstand], scherm: Scherm) -> str:
    """The rows of a state under its title, those that press first; the later ones in a line or as a count."""
    getoond = _getoond(lijst, rijen)
    breed = max(len(nummertekst(r)) for r in getoond)
    kort = [r for r in getoond if not _is_volledig(lijst, r)]
    dag = max((len(_korte_termijn(r)) for r in kort), default=0)
    regels = [f"{titel} ({len(rijen)})"]
    for r in getoond:
        nummer = f"{nummertekst(r).ljust(breed)}  "
        if r in kort:
            voor = f"{nummer}{_korte_termijn(r).ljust(dag)}  "
            ruimte = max(scherm.breedte - len(voor), KLEINSTE_BREEDTE)
            regels.append(f"{voor}{textwrap.shorten(schoon(r.verplichting.wat), ruimte, placeholder=' …')}")
        else:
            regels += _volledig(lijst, r, nummer, scherm)
    if len(getoond) < len(rijen):
        regels.append(f"en nog {len(rijen) - len(getoond)}")
    return "\n".join(regels)


def _volledig(lijst: Termijnlijst, r: Termijnstand, nummer: str, scherm: Scherm) -> list[str]:
    """A row in full: what is to be done, then who by when, then what was stated about it."""
    ruimte = max(scherm.breedte - len(nummer), KLEINSTE_BREEDTE)
    wat = textwrap.wrap(schoon(r.verplichting.wat), ruimte, break_on_hyphens=False)
    regels = [nummer + wat[0], *(" " * len(nummer) + regel for regel in wat[1:])]
    met_woorden = lijst.alles or _dringend(lijst) <= MET_WOORDEN
    wie_wanneer = ": ".join(filter(None, (_wie(r), _wanneer(r, met_woorden))))
    onder = (wie_wanneer, "; ".join(_gemeld(r)))
    return regels + [alinea(deel, scherm.breedte, INSPRINGEN) for deel in onder if deel]


def _verder(lijst: Termijnlijst, alle: Sequence[Termijnstand], scherm: Scherm) -> list[str]:
    """What is only counted, and how to see it."""
    if lijst.alles:
        return []
    standen = [r.stand for r in alle if r.stand in KLAAR and not (_vraagt_iets(r) or lijst.is_eigen(r))]
    delen = [f"{standen.count(s)} {STANDWOORDEN[s]}" for s in sorted(set(standen), key=_dringendheid)]
    delen += [f"{lijst.weggelaten} zonder datum"] if lijst.weggelaten else []
    ervoor = f"Verder {samen_genoemd(delen)}. " if delen else ""
    return [alinea(f"{ervoor}Alles, volledig: --alles.", scherm.breedte)] if ervoor or alle else []


def _groepen(rijen: Sequence[Termijnstand]) -> list[str]:
    """Who are meant by the names of groups in the rows, in one line an agreements file."""
    per_groepen = {id(r.jaargang): r.jaargang.groepen for r in rijen}
    regels = (
        groepregels((r.verplichting.wie for r in rijen if id(r.jaargang) == i), groepen)
        for i, groepen in per_groepen.items()
    )
    genoemd = "; ".join(dict.fromkeys(regel for lijst in regels for regel in lijst))
    return [genoemd] if genoemd else []


def _dringendheid(stand: Stand) -> int:
    """What asks most goes first; the other states in their own order behind."""
    return DRINGENDST.index(stand) if stand in DRINGENDST else len(DRINGENDST)


def _wie(r: Termijnstand) -> str:
    return opsomming(gegroepeerd(r.verplichting.wie, r.jaargang.groepen))


def _gemeld(r: Termijnstand) -> list[str]:
    """What deviates: a statement, another view, parties that are further."""
    delen = []
    if r.laatste and (r.laatste.melding in AFWIJKEND or (r.anders and not r.per_partij)):
        voorbeeld = " (voorbeeld)" if r.laatste.herkomst == "voorbeeld" else ""
        delen.append(
            f"{r.laatste.door} meldt: {woord(r.laatste.melding)}, {korte_datum(r.laatste.datum)}{voorbeeld}"
        )
    delen += [f"{v.door} meldt: {woord(v.melding)}, {korte_datum(v.datum)}" for v in r.anders]
    if r.reeks and (verder := verdertekst(r.reeks)):
        delen.append(verder)
    if len({stand for _, stand in r.per_partij}) > 1:
        delen.append(partijentekst(r.per_partij))
    return delen


def _korte_termijn(r: Termijnstand) -> str:
    """The last day of a row that has but one line, else the period that it is about."""
    dag = r.uiterlijk or (r.venster.uiterlijk if r.venster else None)
    if dag is None:
        return tijdvaktekst(r.tijdvak) if r.tijdvak else "geen datum"
    merken = ("streven" if r.zacht else "", "voorlopig" if r.voorlopig else "")
    return " ".join(filter(None, (*merken, korte_datum(dag))))


def _wanneer(r: Termijnstand, met_woorden: bool) -> str:
    """The last day with how long until then, and the words of the agreement where these say otherwise."""
    tijdvak = tijdvaktekst(r.tijdvak or "")
    voor = f"{reekstekst(r.reeks)}; {tijdvak}" if r.reeks else tijdvak
    if r.stand in BESLIST:
        return (
            reekstekst(r.reeks) if r.reeks and r.stand in KLAAR else ": ".join(filter(None, (voor, r.waarom)))
        )
    if r.uiterlijk is None or r.dagen is None:
        grond = r.verplichting.voorwaarde if r.stand == "voorwaardelijk" else r.woorden
        return f"'{grond}'" if grond else r.waarom if r.verplichting.indicator else ""
    delen = [": ".join(filter(None, (voor, _dagen(r, r.dagen, r.uiterlijk))))]
    gelezen = r.verplichting.termijn is not None and r.verplichting.termijn.lezing is not None
    if r.zacht or (r.stand in ("te_laat", "binnenkort") and (met_woorden or gelezen)):
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
