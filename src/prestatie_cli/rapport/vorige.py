"""One edition beside the one before: what is solved, what is new, and which verdicts changed through what."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Literal

from prestatie_cli.boodschappen.boodschap import Boodschap
from prestatie_cli.boodschappen.peiling import Peiling, openbaar_beeld
from prestatie_cli.indicatoren.berekening import Indicatorstand
from prestatie_cli.model.dossier import Dossier

# What a verdict that changed may come from; only the last is a development.
Oorzaak = Literal["definitie", "herzien", "cijfers", "tijd"]


@dataclass(frozen=True, slots=True)
class Eerdere:
    """The data of an earlier edition, the day on which it stood, and how its version is named."""

    dossier: Dossier
    dag: date
    naam: str


@dataclass(frozen=True, slots=True)
class Oordeelverschil:
    """An indicator whose verdict is another than it was, or whose figures of then are."""

    nu: Indicatorstand
    toen: Indicatorstand
    oorzaken: tuple[Oorzaak, ...]


@dataclass(frozen=True, slots=True)
class Vorige:
    """What changed since an earlier edition: messages that went, came and stayed, and verdicts."""

    dag: date
    naam: str
    opgelost: tuple[Boodschap, ...]
    nieuw: tuple[Boodschap, ...]
    gebleven: tuple[Boodschap, ...]
    oordelen: tuple[Oordeelverschil, ...]


def vorige(eerdere: Eerdere, nu: Peiling, dossier: Dossier, jaar: int) -> Vorige:
    """What changed between an earlier edition and `nu`, which is as it may be published."""
    meetdag = min(eerdere.dag, date(jaar, 12, 31))
    toen, opnieuw = (
        openbaar_beeld(d, eerdere.dag, meetdag, nu.partij)[0] for d in (eerdere.dossier, dossier)
    )
    was = {_sleutel(b): b for b in toen.boodschappen}
    is_ = {_sleutel(b): b for b in nu.boodschappen}
    return Vorige(
        eerdere.dag,
        eerdere.naam,
        tuple(b for s, b in was.items() if s not in is_),
        tuple(b for s, b in is_.items() if s not in was),
        tuple(b for s, b in is_.items() if s in was),
        tuple(_oordelen(toen, opnieuw, nu)),
    )


def _sleutel(b: Boodschap) -> tuple[str, ...]:
    return b.over or (b.soort, b.nummer)


def _oordelen(toen: Peiling, opnieuw: Peiling, nu: Peiling) -> Iterator[Oordeelverschil]:
    """The indicators whose verdict or whose earlier figures changed, with what that comes from."""
    eerder = {s.indicator.id: s for s in toen.indicatoren}
    met_nu = {s.indicator.id: s for s in opnieuw.indicatoren}
    for s in nu.indicatoren:
        oud = eerder.get(s.indicator.id)
        if oud is None:
            continue
        oorzaken = tuple(_oorzaken(oud, met_nu.get(s.indicator.id), s))
        bijzonder = {"definitie", "herzien"} & set(oorzaken)
        if bijzonder or oud.oordeel != s.oordeel:
            yield Oordeelverschil(s, oud, oorzaken)


def _oorzaken(oud: Indicatorstand, opnieuw: Indicatorstand | None, nu: Indicatorstand) -> Iterator[Oorzaak]:
    if oud.indicator.definitieversie != nu.indicator.definitieversie:
        yield "definitie"
    zichtbaar = opnieuw is not None and not (oud.afgeschermd or opnieuw.afgeschermd or nu.afgeschermd)
    if zichtbaar and opnieuw and (oud.teller, oud.noemer) != (opnieuw.teller, opnieuw.noemer):
        yield "herzien"
    if _perioden(opnieuw or oud) != _perioden(nu):
        yield "cijfers"
    elif opnieuw and opnieuw.oordeel != nu.oordeel:
        yield "tijd"


def _perioden(stand: Indicatorstand) -> set[str]:
    """Over which periods the figures are that a value is made of."""
    return {c.periode for c in stand.cijfers}
