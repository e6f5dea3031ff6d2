"""Which record of the old version is which of the new, by id and by text; an agreement through many versions.

Every step gives the same pairs in both directions, so that a comparison can be reversed.
"""

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from prestatie_cli.model.dossier import Dossier, op_volgorde
from prestatie_cli.model.jaargang import Afspraak, Jaargang, Verplichting
from prestatie_cli.model.nummers import uit_plichtnummer
from prestatie_cli.vergelijking.veldwaarden import per_sleutel
from prestatie_cli.vergelijking.wijziging import Kant, Wijziging
from prestatie_cli.vergelijking.woordvergelijking import gelijkenis, gevouwen

Tekstzak = Callable[[Any], Counter[str]]
# From here on two texts under different numbers are called the same agreement.
HERKEND = 0.6
ZELFDE_NUMMER = 0.5
ANDER_JAAR = 0.3
ANDER_NUMMER = ("afspraak-hernummerd", "afspraak-verplaatst")


@dataclass(frozen=True, slots=True)
class Koppeling:
    """Pairs of ids (old, new, likeness of 0 to 1), and the ids that stand on one side only."""

    paren: tuple[tuple[str, str, float], ...]
    weg: tuple[str, ...]
    erbij: tuple[str, ...]


def koppel_op_tekst(
    van: Mapping[str, Any], naar: Mapping[str, Any], zak: Tekstzak, drempel: float
) -> Koppeling:
    """Pair records: the same id and alike, then the most alike, then the same id above `drempel`."""
    paren: list[tuple[str, str, float]] = []
    oud, nieuw = dict(van), dict(naar)

    def neem(a: str, b: str, score: float) -> None:
        if a in oud and b in nieuw:
            paren.append((a, b, score))
            del oud[a], nieuw[b]

    for sleutel in van.keys() & naar.keys():
        if van[sleutel] == naar[sleutel]:
            neem(sleutel, sleutel, 1.0)
    zakken_oud = {k: zak(w) for k, w in oud.items()}
    zakken_nieuw = {k: zak(w) for k, w in nieuw.items()}
    for a, b in _gelijk(zakken_oud, zakken_nieuw):
        neem(a, b, 1.0)
    kandidaten = _kandidaten(
        {k: zakken_oud[k] for k in oud},
        {k: zakken_nieuw[k] for k in nieuw},
    )
    for score, a, b in kandidaten:
        if score >= (ZELFDE_NUMMER if a == b else HERKEND):
            neem(a, b, score)
    for score, a, b in kandidaten:
        if a == b and score >= drempel:
            neem(a, b, score)
    return Koppeling(tuple(paren), tuple(oud), tuple(nieuw))


def _gelijk(van: dict[str, Counter[str]], naar: dict[str, Counter[str]]) -> list[tuple[str, str]]:
    """Ids whose words are wholly the same: under the same id, or the only ones on both sides."""
    per_zak: dict[frozenset[tuple[str, int]], tuple[list[str], list[str]]] = defaultdict(lambda: ([], []))
    for kant, zakken in enumerate((van, naar)):
        for sleutel, zak in zakken.items():
            per_zak[frozenset(zak.items())][kant].append(sleutel)
    uit: list[tuple[str, str]] = []
    for inhoud, (ouden, nieuwen) in per_zak.items():
        zelfde = [(a, a) for a in ouden if a in nieuwen]
        uit += zelfde or ([(ouden[0], nieuwen[0])] if inhoud and len(ouden) == len(nieuwen) == 1 else [])
    return uit


def _kandidaten(van: dict[str, Counter[str]], naar: dict[str, Counter[str]]) -> list[tuple[float, str, str]]:
    """All pairs that may belong together, the likeliest first; the same id weighs a little more."""
    uit = []
    for a, zak_a in van.items():
        n = zak_a.total()
        for b, zak_b in naar.items():
            m = zak_b.total()
            if a != b and 2 * min(n, m) < HERKEND * (n + m):
                continue
            uit.append((gelijkenis(zak_a, zak_b), a, b))
    return sorted(uit, key=lambda k: (-k[0] - 0.2 * (k[1] == k[2]), sorted(k[1:])))


def afspraakwoorden(a: Afspraak) -> Counter[str]:
    """The words of the text, and of goal and duties, which tell short texts apart."""
    delen = (a.tekst, a.doel, a.speerpunt, *(v.wat for v in a.verplichtingen))
    return _zak(delen)


def plichtwoorden(v: Verplichting) -> Counter[str]:
    """The words of a duty, and who does it when."""
    return _zak((v.wat, *v.wie, v.voorwaarde))


def _zak(delen: Iterable[Any]) -> Counter[str]:
    return Counter(w for deel in delen if deel for w in gevouwen(deel))


@dataclass(frozen=True, slots=True)
class Afspraaknaam:
    """What an agreement is called in a version: its year and its number."""

    jaar: str
    nummer: str


@dataclass(frozen=True, slots=True)
class Stap:
    """What one version changed, and what it takes to find an agreement in the version before."""

    wijzigingen: tuple[Wijziging, ...]
    kengetallen: Mapping[Afspraaknaam, frozenset[str]]
    overgenomen: Mapping[Afspraaknaam, Afspraaknaam]


@dataclass(frozen=True, slots=True)
class Gevolgd:
    """The changes of the agreement in step `nummer`, its name then, and where it was taken over from."""

    stap: int
    naam: Afspraaknaam
    wijzigingen: tuple[Wijziging, ...]
    uit: Afspraaknaam | None = None


def maak_stap(van: Dossier, naar: Dossier, wijzigingen: tuple[Wijziging, ...]) -> Stap:
    """A step from one version to the next; keeps no records."""
    kengetallen: dict[Afspraaknaam, frozenset[str]] = {}
    for jaargang in (*van.jaargangen.values(), *naar.jaargangen.values()):
        for i in jaargang.indicatoren:
            naam = Afspraaknaam(jaargang.aanduiding, i.afspraak)
            eigen = {*i.kengetallen}
            kengetallen[naam] = kengetallen.get(naam, frozenset()) | eigen
    return Stap(wijzigingen, kengetallen, _overgenomen(naar, wijzigingen))


def _overgenomen(naar: Dossier, wijzigingen: tuple[Wijziging, ...]) -> dict[Afspraaknaam, Afspraaknaam]:
    """For each agreement of a new year its name in the year before."""
    nieuw = {w.kant_naar.jaar for w in wijzigingen if w.code == "jaargang-toegevoegd" and w.kant_naar}
    jaren = {j.aanduiding: j for j in naar.jaargangen.values()}
    uit: dict[Afspraaknaam, Afspraaknaam] = {}
    for jaar in sorted(j for j in nieuw if j in jaren):
        eerder = max((n for n, j in jaren.items() if j.laatste_jaar < jaren[jaar].eerste_jaar), default=None)
        if eerder:
            ouden, nieuwen = _per_nummer(jaren[eerder]), _per_nummer(jaren[jaar])
            paren = koppel_op_tekst(ouden, nieuwen, afspraakwoorden, ANDER_JAAR).paren
            uit |= {Afspraaknaam(jaar, b): Afspraaknaam(eerder, a) for a, b, _ in paren}
    return uit


def _per_nummer(jaargang: Jaargang) -> dict[str, Afspraak]:
    return {k: a for k, (_, a) in per_sleutel(jaargang.afspraken).items()}


def volg(stappen: Sequence[Stap], naam: Afspraaknaam) -> Iterator[Gevolgd]:
    """The steps that changed an agreement, newest first, following its name back in time."""
    for nummer in range(len(stappen) - 1, -1, -1):
        stap = stappen[nummer]
        eigen = tuple(w for w in stap.wijzigingen if _hoort_bij(w, naam, stap))
        uit = stap.overgenomen.get(naam)
        if eigen or uit:
            yield Gevolgd(nummer, naam, eigen, uit)
        naam = uit or _vorige_naam(eigen, naam)


def _hoort_bij(w: Wijziging, naam: Afspraaknaam, stap: Stap) -> bool:
    if w.kengetal is not None:
        return w.kengetal in stap.kengetallen.get(naam, ())
    if w.code in ("jaargang-toegevoegd", "jaargang-verwijderd", "jaargang-overgenomen"):
        return w.kant.jaar == naam.jaar
    return _is(w.kant_naar or w.kant_van, naam)


def _is(kant: Kant | None, naam: Afspraaknaam) -> bool:
    """Whether a side of a change is about an agreement or one of its duties."""
    if kant is None or kant.afspraak is None or kant.jaar not in (None, naam.jaar):
        return False
    return naam.nummer in (kant.afspraak, afspraaknummer(kant.afspraak))


def afspraaknummer(nummer: str) -> str:
    """The number of the agreement in that of a duty: `3.6` of `3.6a`."""
    return uit_plichtnummer(nummer)[0]


def _vorige_naam(eigen: tuple[Wijziging, ...], naam: Afspraaknaam) -> Afspraaknaam:
    """What the agreement was called before these changes."""
    for w in eigen:
        oud = w.kant_van
        if oud and w.code in ANDER_NUMMER:
            naam = Afspraaknaam(oud.jaar or naam.jaar, oud.afspraak or naam.nummer)
        elif oud and w.code == "jaargang-overgenomen":
            naam = Afspraaknaam(oud.jaar or naam.jaar, naam.nummer)
    return naam


def laatste_naam(stappen: Sequence[Stap], dossier: Dossier, nummer: str) -> Afspraaknaam | None:
    """What the number means: the newest year that has it now, or that had it last."""
    jaren = [j.aanduiding for _, j in op_volgorde(dossier) if any(a.nummer == nummer for a in j.afspraken)]
    if jaren:
        return Afspraaknaam(jaren[-1], nummer)
    for stap in reversed(stappen):
        for w in stap.wijzigingen:
            oud = w.kant_van
            if w.code == "afspraak-verwijderd" and oud and oud.afspraak == nummer and oud.jaar:
                return Afspraaknaam(oud.jaar, nummer)
    return None
