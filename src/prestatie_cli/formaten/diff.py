"""The changes between two versions as text, as a comment on a pull request, and as JSON."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from prestatie_cli.bevindingen import Plaats
from prestatie_cli.formaten.jsontekst import jsontekst
from prestatie_cli.formaten.opmaak import DIFF, opgemaakt
from prestatie_cli.formaten.tabel import Scherm, alinea
from prestatie_cli.taal import schoon
from prestatie_cli.vergelijking.wijziging import WIJZIGINGSSOORTEN, Wijziging
from prestatie_cli.woorden.grondslag import Grondslag, met_grondslag
from prestatie_cli.woorden.wijzigingen import Omschrijving, omschrijf, tellingen

Groep = tuple[str, list[Wijziging]]


@dataclass(frozen=True, slots=True)
class Verschil:
    """What `diff` shows: the names of both versions and the placed changes, what matters first.

    `wijzigingen` are the changes of the selection, `alle` all of them: the verdict is about all.
    `vaststellingen` says per party whether the new version is still the one that it approved.
    """

    grond: Grondslag
    van: str
    naar: str
    oordeel: str
    wijzigingen: tuple[Wijziging, ...]
    alle: tuple[Wijziging, ...]
    vaststellingen: tuple[str, ...] = ()
    onleesbaar: tuple[str, ...] = ()
    keuze: str = ""
    partijnamen: dict[str, str] = field(default_factory=dict)
    sjablonen: Mapping[str, str] = field(default_factory=dict)


def tekst(verschil: Verschil, scherm: Scherm) -> str:
    """The changes for a terminal: the verdict, then each kind with its changes."""
    b = scherm.breedte
    kop = alinea(f"Van {verschil.van} naar {verschil.naar}{verschil.keuze}", b)
    regels = [met_grondslag(kop, verschil.grond, scherm.breedte)]
    regels += [alinea(verschil.oordeel, b)]
    if verschil.alle:
        regels.append(alinea(f"{tellingen(verschil.alle)}{getoond(verschil)}.", b))
    regels += [alinea(f"Let op: {zin}", b) for zin in (*verschil.onleesbaar, *verschil.vaststellingen)]
    delen = ["\n".join(regels)]
    for soort in WIJZIGINGSSOORTEN:
        eigen = [w for w in verschil.wijzigingen if w.soort == soort]
        if eigen:
            blokken = [blok(groep, b) for groep in per_onderwerp(eigen)]
            delen.append("\n".join((f"{soort.upper()} ({len(eigen)})", *blokken)))
    return opgemaakt("\n\n".join(delen), DIFF, scherm)


def getoond(verschil: Verschil) -> str:
    """How many of the changes the selection shows, where it leaves any out."""
    weg = len(verschil.wijzigingen) < len(verschil.alle)
    return f"; in deze keuze {len(verschil.wijzigingen)}" if weg else ""


def per_onderwerp(wijzigingen: list[Wijziging]) -> list[Groep]:
    """Changes of the same agreement or record together, figures that came in by delivery."""
    groepen: dict[str, list[Wijziging]] = {}
    for w in wijzigingen:
        kop = omschrijf(w).kop
        if w.code == "cijfer-toegevoegd" and w.naar:
            kop = f"Nieuwe cijfers in {w.naar.bestand} van {', '.join(w.partijen)}"
        groepen.setdefault(kop, []).append(w)
    return list(groepen.items())


def blok(groep: Groep, breedte: int) -> str:
    """One subject with its changes, indented below it."""
    kop, wijzigingen = groep
    regels = [alinea(kop, breedte)]
    if wijzigingen[0].code == "cijfer-toegevoegd" and kop.startswith("Nieuwe cijfers"):
        cijfers = (f"{w.kengetal} {omschrijf(w).nieuw or 'n.b.'}" for w in wijzigingen)
        return "\n".join([*regels, alinea("; ".join(cijfers), breedte, "  ")])
    for w in wijzigingen:
        regels.append(alinea(regel(omschrijf(w)), breedte, "  "))
        if plek := _plek(w.van, w.naar):
            regels.append(f"    {schoon(plek)}")
    return "\n".join(regels)


def regel(o: Omschrijving) -> str:
    """A change in one sentence, in characters that every console has."""
    if o.stukken:
        wat = "".join(spatie + _woorden(soort, oud, nieuw) for soort, oud, nieuw, spatie in o.stukken)
    elif o.oud is not None and o.nieuw is not None and o.oud != o.nieuw:
        wat = f"{o.oud} -> {o.nieuw}"
    else:
        wat = o.nieuw or o.oud or ""
    zin = f"{o.veld}: {wat}" if wat else o.veld
    return "; ".join(filter(None, (zin, o.gevolg, o.toelichting)))


def _woorden(soort: str, oud: str, nieuw: str) -> str:
    """A piece of text, marked as `git diff --word-diff` does."""
    if soort == "gelijk":
        return nieuw
    weg = f"[-{oud}-]" if oud else ""
    return " ".join(filter(None, (weg, f"{{+{nieuw}+}}" if nieuw else "")))


def _plek(van: Plaats | None, naar: Plaats | None) -> str:
    """Both places; the file once when it is the same."""
    oud, nieuw = (f"{p.bestand}:{p.regel}" if p and p.regel else "" for p in (van, naar))
    if van and naar and van.bestand == naar.bestand and oud and nieuw:
        return oud if van.regel == naar.regel else f"{oud} -> {naar.regel}"
    return " -> ".join(filter(None, (oud, nieuw)))


def als_dict(w: Wijziging) -> dict[str, Any]:
    """A change as it stands in the JSON."""
    return {
        "code": w.code,
        "soort": w.soort,
        "richting": w.richting,
        "afspraak": w.afspraak,
        "veld": w.veld,
        "oud": w.oud,
        "nieuw": w.nieuw,
        "van": _plaats_dict(w.van),
        "naar": _plaats_dict(w.naar),
        "vingerafdruk": w.vingerafdruk,
    }


def _plaats_dict(plaats: Plaats | None) -> dict[str, Any] | None:
    return {"bestand": plaats.bestand, "regel": plaats.regel or None} if plaats else None


def json(verschil: Verschil, scherm: Scherm) -> str:
    """The changes as JSON."""
    return jsontekst(
        verschil.grond,
        wijzigingen=[als_dict(w) for w in verschil.wijzigingen],
        onleesbaar=list(verschil.onleesbaar),
        vaststellingen=list(verschil.vaststellingen),
    )
