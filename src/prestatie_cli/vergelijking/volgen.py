"""One agreement through a row of versions: under other numbers, and in another year's file."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from prestatie_cli.model.dossier import Dossier
from prestatie_cli.model.jaargang import Afspraak, Jaargang
from prestatie_cli.vergelijking.herkenning import koppel_afspraken
from prestatie_cli.vergelijking.plat import per_sleutel
from prestatie_cli.vergelijking.wijziging import Kant, Wijziging

LETTERS = "abcdefghijklmnopqrstuvwxyz"
ANDER_NUMMER = ("afspraak-hernummerd", "afspraak-verplaatst")


@dataclass(frozen=True, slots=True)
class Naam:
    """What an agreement is called in a version: its year and its number."""

    jaar: int
    nummer: str


@dataclass(frozen=True, slots=True)
class Stap:
    """What one version changed, and what it takes to find an agreement in the version before."""

    wijzigingen: tuple[Wijziging, ...]
    kengetallen: Mapping[Naam, frozenset[str]]
    overgenomen: Mapping[Naam, Naam]


@dataclass(frozen=True, slots=True)
class Gevolgd:
    """The changes of the agreement in step `nummer`, its name then, and where it was taken over from."""

    stap: int
    naam: Naam
    wijzigingen: tuple[Wijziging, ...]
    uit: Naam | None = None


def maak_stap(van: Dossier, naar: Dossier, wijzigingen: tuple[Wijziging, ...]) -> Stap:
    """A step from one version to the next; keeps no records."""
    kengetallen: dict[Naam, frozenset[str]] = {}
    for jaargang in (*van.jaargangen.values(), *naar.jaargangen.values()):
        for i in jaargang.indicatoren:
            naam = Naam(jaargang.jaar, i.afspraak)
            eigen = {k for k in (i.teller, i.noemer) if k}
            kengetallen[naam] = kengetallen.get(naam, frozenset()) | eigen
    return Stap(wijzigingen, kengetallen, _overgenomen(naar, wijzigingen))


def _overgenomen(naar: Dossier, wijzigingen: tuple[Wijziging, ...]) -> dict[Naam, Naam]:
    """For each agreement of a new year its name in the year before."""
    nieuw = {w.kant_naar.jaar for w in wijzigingen if w.code == "jaargang-toegevoegd" and w.kant_naar}
    jaren = {j.jaar: j for j in naar.jaargangen.values()}
    uit: dict[Naam, Naam] = {}
    for jaar in sorted(j for j in nieuw if j in jaren):
        eerder = max((j for j in jaren if j < jaar), default=None)
        if eerder:
            paren = koppel_afspraken(_per_nummer(jaren[eerder]), _per_nummer(jaren[jaar]), False).paren
            uit |= {Naam(jaar, b): Naam(eerder, a) for a, b, _ in paren}
    return uit


def _per_nummer(jaargang: Jaargang) -> dict[str, Afspraak]:
    return {k: a for k, (_, a) in per_sleutel(jaargang.afspraken).items()}


def volg(stappen: Sequence[Stap], naam: Naam) -> Iterator[Gevolgd]:
    """The steps that changed an agreement, newest first, following its name back in time."""
    for nummer in range(len(stappen) - 1, -1, -1):
        stap = stappen[nummer]
        eigen = tuple(w for w in stap.wijzigingen if _hoort_bij(w, naam, stap))
        uit = stap.overgenomen.get(naam)
        if eigen or uit:
            yield Gevolgd(nummer, naam, eigen, uit)
        naam = uit or _vorige_naam(eigen, naam)


def _hoort_bij(w: Wijziging, naam: Naam, stap: Stap) -> bool:
    if w.kengetal is not None:
        return w.kengetal in stap.kengetallen.get(naam, ())
    if w.code in ("jaargang-toegevoegd", "jaargang-verwijderd", "jaargang-overgenomen"):
        return w.kant.jaar == naam.jaar
    return _is(w.kant_naar or w.kant_van, naam)


def _is(kant: Kant | None, naam: Naam) -> bool:
    """Whether a side of a change is about an agreement or one of its duties."""
    if kant is None or kant.afspraak is None or kant.jaar not in (None, naam.jaar):
        return False
    return kant.afspraak.rstrip(LETTERS) == naam.nummer


def _vorige_naam(eigen: tuple[Wijziging, ...], naam: Naam) -> Naam:
    """What the agreement was called before these changes."""
    for w in eigen:
        oud = w.kant_van
        if oud and w.code in ANDER_NUMMER:
            naam = Naam(oud.jaar or naam.jaar, oud.afspraak or naam.nummer)
        elif oud and w.code == "jaargang-overgenomen":
            naam = Naam(oud.jaar or naam.jaar, naam.nummer)
    return naam


def laatste_naam(stappen: Sequence[Stap], dossier: Dossier, nummer: str) -> Naam | None:
    """What the number means: the newest year that has it now, or that had it last."""
    jaren = [j.jaar for j in dossier.jaargangen.values() if any(a.nummer == nummer for a in j.afspraken)]
    if jaren:
        return Naam(max(jaren), nummer)
    for stap in reversed(stappen):
        for w in stap.wijzigingen:
            oud = w.kant_van
            if w.code == "afspraak-verwijderd" and oud and oud.afspraak == nummer and oud.jaar:
                return Naam(oud.jaar, nummer)
    return None
