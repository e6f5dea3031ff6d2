"""The words of a duty: its state, number, term and what was stated about it."""

import re
from collections.abc import Iterable, Mapping
from typing import Protocol, get_args

from prestatie_cli.model.jaargang import Afspraak, Jaargang
from prestatie_cli.model.voortgang import Voortgang
from prestatie_cli.taal import (
    aantal,
    datum_in_woorden,
    datumtekst,
    opsomming,
    periodetekst,
    samen_genoemd,
    woord,
)
from prestatie_cli.termijnen.standen import Reeks, Termijnstand
from prestatie_cli.termijnen.uitkomsten import BESLIST, KLAAR, Stand

STANDWOORDEN: dict[Stand, str] = {stand: stand.replace("_", " ") for stand in get_args(Stand)}


# A shape beside the word, so that a state is seen before it is read.
STANDVORMEN: dict[Stand, str] = {
    "te_laat": "✖",
    "binnenkort": "▲",
    "loopt": "◐",
    "later": "○",
    "gehaald": "✔",
    "te_laat_gehaald": "✔",
    "niet_gehaald": "✖",
    "wacht_op_cijfers": "…",
    "doorlopend": "↻",
    "voorwaardelijk": "?",
    "uitgesteld": "→",
    "vervallen": "−",
    "zonder_termijn": "·",
    "niet_te_beoordelen": "!",
}
KLEINSTE_GROEP = 3
# A time of what is done more than once in a period, as rows name it.
KEER = re.compile(r" \((\d+) van \d+\)$")
AFGELEID = "* nummer afgeleid: het staat niet (zo) in de bron"


class Genummerd(Protocol):
    """What has a number, in the source or not, and the agreements that it is from where that must be told."""

    @property
    def nummer(self) -> str: ...  # noqa: D102
    @property
    def nummer_afgeleid(self) -> bool: ...  # noqa: D102
    @property
    def bij(self) -> str | None: ...  # noqa: D102


def nummertekst(deel: Genummerd) -> str:
    """A number as it is shown: `3.6a*` when it was inferred, `1.1a (kader 2024-2027)` beside another 1.1a."""
    ster = "*" if deel.nummer_afgeleid else ""
    return f"{deel.nummer}{ster}" + (f" ({deel.bij})" if deel.bij else "")


def getoond_nummer(jaargang: Jaargang, afspraak: Afspraak) -> str:
    """The number of an agreement as it is shown: `2.6*` when it was inferred."""
    return f"{afspraak.nummer}{'*' if jaargang.is_afgeleid(afspraak) else ''}"


def dagentekst(dagen: int) -> str:
    """How long until a day, or since: `nog 3 dagen`, `vandaag`, `1 dag te laat`."""
    wat = aantal(abs(dagen), "dag", "dagen")
    return "vandaag" if dagen == 0 else f"nog {wat}" if dagen > 0 else f"{wat} te laat"


def wanneer(rij: Termijnstand) -> str:
    """The literal words and how they are read."""
    if rij.woorden is None:
        return "geen termijn"
    if rij.reeks:
        return f"'{rij.woorden}': {reekstekst(rij.reeks)}"
    if rij.tijdvak:
        voorlopig = ", voorlopig zo gelezen" if rij.voorlopig else ""
        return (
            f"'{rij.woorden}': {tijdvaktekst(rij.tijdvak)}, uiterlijk {datumtekst(rij.uiterlijk)}{voorlopig}"
        )
    return f"'{rij.woorden}': {rij.lezing}"


def reekstekst(reeks: Reeks) -> str:
    """How far a recurring duty is: `5 van 12, laatste juni 2026, 2 te laat`.

    Where each does it for itself, and some did it more often than all did: `0 van 12 door allen`.
    """
    door = " door allen" if verder_gekomen(reeks) else ""
    delen = [f"{reeks.gedaan} van {reeks.aantal}{door}"]
    if reeks.laatste and not KEER.search(reeks.laatste):
        delen.append(f"laatste {periodetekst(reeks.laatste)}")
    delen += [f"{reeks.te_laat} te laat"] if reeks.te_laat else []
    return ", ".join(delen)


def verder_gekomen(reeks: Reeks) -> tuple[tuple[str, int], ...]:
    """The parties that did a recurring duty more often than all of them did, with how often."""
    return tuple((partij, n) for partij, n in reeks.per_partij if n > reeks.gedaan)


def verdertekst(reeks: Reeks, bekend: Mapping[str, str] | None = None) -> str:
    """Who is further with a recurring duty than all are: `2 keer door oost`."""
    per_keer: dict[int, list[str]] = {}
    for partij, n in verder_gekomen(reeks):
        per_keer.setdefault(n, []).append((bekend or {}).get(partij, partij))
    return "; ".join(f"{n} keer door {samen_genoemd(namen)}" for n, namen in per_keer.items())


def tijdvaktekst(tijdvak: str) -> str:
    """The period of a row in words; of what is done more than once in it which time: `2026, 3e keer`."""
    keer = KEER.search(tijdvak)
    return f"{periodetekst(tijdvak[: keer.start()])}, {keer[1]}e keer" if keer else periodetekst(tijdvak)


def tellingtekst(tellingen: Mapping[Stand, int]) -> str:
    """How many duties are in each state that decides something: `gehaald: 3; te laat: 1`."""
    standen: tuple[Stand, ...] = (*KLAAR, "te_laat", "niet_gehaald", "zonder_termijn")
    return "; ".join(f"{STANDWOORDEN[s]}: {n}" for s in standen if (n := tellingen[s])) or "nog niets beslist"


def standtelling(tellingen: Mapping[Stand, int]) -> str:
    """How many duties are in each state that occurs: `doorlopend 12, later 3`."""
    return ", ".join(f"{STANDWOORDEN[stand]} {n}" for stand, n in tellingen.items() if n)


def waarvan(tellingen: Mapping[Stand, int]) -> str:
    """How many duties, with what is decided of them: `51, waarvan 1 gehaald en 1 te laat`."""
    klaar, niet = sum(tellingen[stand] for stand in KLAAR), tellingen["niet_gehaald"]
    delen = [f"{klaar} gehaald"] if klaar else []
    delen += [f"{niet} niet gehaald"] if niet else []
    delen += [f"{tellingen['te_laat']} te laat"]
    return f"{sum(tellingen.values())}, waarvan {samen_genoemd(delen)}" if sum(tellingen.values()) else "0"


def plichtentelling(plichten: int, afspraken: int) -> str:
    """How many duties in how many agreements: `7 verplichtingen in 5 afspraken`."""
    hoeveel = aantal(plichten, "verplichting", "verplichtingen")
    return f"{hoeveel} in {aantal(afspraken, 'afspraak', 'afspraken')}"


def gegroepeerd(partijen: tuple[str, ...], groepen: Mapping[str, tuple[str, ...]]) -> tuple[str, ...]:
    """The parties with the name of a group in place of three or more that are all of it."""
    uit = partijen
    for groep, leden in sorted(groepen.items(), key=lambda paar: -len(paar[1])):
        if len(leden) >= KLEINSTE_GROEP and set(leden) <= set(uit):
            uit = tuple(dict.fromkeys(woord(groep) if p in leden else p for p in uit))
    return uit


def partijnamen(
    ids: tuple[str, ...], bekend: Mapping[str, str], groepen: Mapping[str, tuple[str, ...]]
) -> str:
    """The names of parties, or of a group that they are together, as a sentence has them."""
    return samen_genoemd([bekend.get(p, p) for p in gegroepeerd(ids, groepen)])


def groepregels(
    partijen: Iterable[tuple[str, ...]],
    groepen: Mapping[str, tuple[str, ...]],
    bekend: Mapping[str, str] | None = None,
) -> list[str]:
    """Who are meant by the names of groups in a list: `corporaties = noord, oost en west`."""
    namen = bekend or {}
    genoemd = {naam for wie in partijen for naam in gegroepeerd(wie, groepen)}
    leden_van = {g: opsomming(tuple(namen.get(p, p) for p in leden)) for g, leden in groepen.items()}
    return [f"{woord(g)} = {leden_van[g]}" for g, leden in groepen.items() if woord(g) in genoemd]


def partijentekst(standen: tuple[tuple[str, Stand], ...], bekend: Mapping[str, str] | None = None) -> str:
    """How far each party is where they do it each for themselves: `1 van 2 gehaald; te laat: Omthuis`."""
    namen = bekend or {}
    per_stand: dict[Stand, list[str]] = {}
    for partij, stand in standen:
        per_stand.setdefault(stand, []).append(namen.get(partij, partij))
    klaar = sum(len(wie) for stand, wie in per_stand.items() if stand in KLAAR)
    delen = (f"{STANDWOORDEN[stand]}: {opsomming(tuple(wie))}" for stand, wie in per_stand.items())
    geteld = [f"{klaar} van {len(standen)} gehaald"] if klaar else []
    return "; ".join((*geteld, *delen))


def tegenover(rij: Termijnstand, anders: Voortgang) -> Voortgang | None:
    """The statement that counts, beside one that sees it otherwise; None where there is none."""
    return rij.laatste if rij.laatste and rij.laatste.door != anders.door else None


def tegenovertekst(melding: Voortgang | None, bekend: Mapping[str, str]) -> str:
    """What the doers themselves state, beside another view."""
    if melding is None:
        return ""
    door = bekend.get(melding.door, melding.door)
    return f"{door} meldt daartegenover op {datum_in_woorden(melding.datum)}: {woord(melding.melding)}"


def toelichting(rij: Termijnstand, bekend: Mapping[str, str]) -> str:
    """What the doers last stated, else that nobody stated anything; and the condition of a duty."""
    delen = [f'voorwaarde: "{rij.verplichting.voorwaarde}"'] if rij.verplichting.voorwaarde else []
    if len({stand for _, stand in rij.per_partij}) > 1:
        delen.append(partijentekst(rij.per_partij, bekend))
    v = rij.laatste
    if v is None:
        return "; ".join([*delen, rij.waarom if rij.stand in BESLIST else "geen melding"])
    voorbeeld = " (voorbeeld)" if v.herkomst == "voorbeeld" else ""
    delen.append(
        f"{bekend.get(v.door, v.door)} op {datum_in_woorden(v.datum)}{voorbeeld}: {woord(v.melding)}"
    )
    return "; ".join([*delen, *([v.toelichting] if v.toelichting else [])])
