"""What may be published: small counts of people are hidden, and nothing shown lets them be derived.

A count of lettings, households or persons from 1 up to the smallest cell is hidden; so is one whose
remainder is that small. Where exactly one part of a shown total would be hidden, the next smallest
part is hidden too. Homes and euros are no people and stay.
"""

from collections.abc import Hashable, Iterable, Mapping, Set
from dataclasses import replace
from decimal import Decimal
from typing import TypeVar

from prestatie_cli.indicatoren.berekening import Indicatorstand
from prestatie_cli.indicatoren.dekking import Cijfer, Cijfers
from prestatie_cli.indicatoren.meten import Jaarwaarde
from prestatie_cli.model.jaargang import Kengetal

T = TypeVar("T", bound=Hashable)


def is_klein(teller: Decimal, noemer: Decimal | None, kleinste: int) -> bool:
    """Whether a count, or what remains of its whole, lies between zero and the smallest cell."""
    rest = None if noemer is None else noemer - teller
    return 0 < teller < kleinste or (rest is not None and 0 < rest < kleinste)


def te_verbergen(delen: Mapping[T, Decimal], kleinste: int, totaal_getoond: bool) -> frozenset[T]:
    """The parts to hide; with a shown total never exactly one, while there are two."""
    klein = {naam for naam, deel in delen.items() if 0 < deel < kleinste}
    return met_de_volgende(klein, delen) if totaal_getoond else frozenset(klein)


def met_de_volgende(klein: Set[T], delen: Mapping[T, Decimal]) -> frozenset[T]:
    """The parts to hide, and with exactly one of them the next smallest: a sum would give it away.

    Of equal parts the first by name, so that the same data always hide the same figures.
    """
    rest = [naam for naam in delen if naam not in klein]
    if len(klein) != 1 or not rest:
        return frozenset(klein)
    return frozenset(klein) | {min(rest, key=lambda naam: (abs(delen[naam]), str(naam)))}


def verborgen_cijfers(
    cijfers: Cijfers, kengetallen: Iterable[Kengetal], kleinste: int | None
) -> frozenset[tuple[str, str]]:
    """The figures (kengetal, period) that may not be published on their own.

    Small counts of people, counts that leave a small remainder of their whole, and with exactly one
    hidden part of a year the next smallest part, since the year's sum is shown.
    """
    if kleinste is None:
        return frozenset()
    weg: set[tuple[str, str]] = set()
    for kengetal in kengetallen:
        per_periode = cijfers.per_kengetal.get(kengetal.id, {})
        if not any(c.eenheid.mensen for c in per_periode.values()):
            continue
        geheel = cijfers.per_kengetal.get(kengetal.deel_van or "", {})
        klein = {
            p
            for p, c in per_periode.items()
            if is_klein(c.waarde, geheel[p].waarde if p in geheel else None, kleinste)
        }
        for jaar in {p[:4] for p in per_periode}:
            delen = {p: c.waarde for p, c in per_periode.items() if p[:4] == jaar and p != jaar}
            klein |= met_de_volgende(klein & delen.keys(), delen)
        weg |= {(kengetal.id, p) for p in klein}
    return frozenset(weg)


def openbaar(stand: Indicatorstand, kleinste: int | None) -> Indicatorstand:
    """An indicator as it may be published; without a smallest cell nothing changes."""
    stand = replace(stand, vorig=stand.vorig and openbaar(stand.vorig, kleinste))
    if kleinste is not None and stand.per_partij and stand.teller_eenheid.mensen:
        stand = _delen_verborgen(stand, kleinste)
    if kleinste is None or stand.teller is None or not stand.teller_eenheid.mensen:
        return stand
    if is_klein(stand.teller, stand.noemer, kleinste):
        return _verborgen(stand, kleinste)
    return replace(stand, cijfers=_cijfers(stand, kleinste), jaren=_jaren(stand, kleinste))


def _delen_verborgen(stand: Indicatorstand, kleinste: int) -> Indicatorstand:
    """The parts of the parties: their sum is shown, so never exactly one of them is hidden."""
    delen = {p.partij or "": p.teller for p in stand.per_partij if p.teller is not None}
    klein = {
        p.partij or ""
        for p in stand.per_partij
        if p.teller is not None and is_klein(p.teller, p.noemer, kleinste)
    }
    weg = met_de_volgende(klein, delen)
    per_partij = tuple(
        _verborgen(p, kleinste) if p.partij in weg else openbaar(p, kleinste) for p in stand.per_partij
    )
    # What each delivered over each period would give the hidden parts away.
    return replace(stand, per_partij=per_partij, cijfers=() if weg else stand.cijfers)


def _verborgen(stand: Indicatorstand, kleinste: int) -> Indicatorstand:
    jaren = _jaren(stand, kleinste)
    return replace(stand, afgeschermd=kleinste, ruimte=None, kans=None, tempo=None, cijfers=(), jaren=jaren)


def _cijfers(stand: Indicatorstand, kleinste: int) -> tuple[Cijfer, ...]:
    """The figures that may be shown; their total is shown beside them."""
    tellers = {c.periode: c.waarde for c in stand.cijfers if c.kengetal == stand.indicator.teller}
    weg = te_verbergen(tellers, kleinste, totaal_getoond=len(tellers) > 1)
    if stand.noemer is not None:
        # With the remainder of a period small, its share would give it away.
        noemers = {c.periode: c.waarde for c in stand.cijfers if c.kengetal == stand.indicator.noemer}
        weg |= {p for p, t in tellers.items() if p in noemers and is_klein(t, noemers[p], kleinste)}
    if len(weg) == 1 and len(tellers) > 1:
        weg = frozenset(tellers)
    return tuple(
        c
        for c in stand.cijfers
        if not (c.kengetal == stand.indicator.teller and c.periode in weg)
        and not any(0 < k.was < kleinste for k in c.correcties)
    )


def _jaren(stand: Indicatorstand, kleinste: int) -> tuple[Jaarwaarde, ...]:
    """The years side by side; those of a cumulative indicator add up to a shown total."""
    delen = {j.jaar: j.teller for j in stand.jaren}
    weg = set(te_verbergen(delen, kleinste, totaal_getoond=stand.indicator.looptijd))
    weg |= {j.jaar for j in stand.jaren if is_klein(j.teller, j.noemer, kleinste)}
    return tuple(replace(j, afgeschermd=kleinste) if j.jaar in weg else j for j in stand.jaren)
