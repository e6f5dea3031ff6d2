"""One row a duty: of a recurring one how far it is as a whole; and how many duties are in each state."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import replace

from prestatie_cli.termijnen.standen import Reeks, Termijnstand
from prestatie_cli.termijnen.uitkomsten import KLAAR, STANDEN, TRAAGST_EERST, Stand
from prestatie_cli.termijnen.vervolg import Plichtnaam


def samengevat(rijen: Iterable[Termijnstand]) -> tuple[Termijnstand, ...]:
    """One row a duty: of a recurring one the time that is furthest behind, with how far it is as a whole."""
    per_plicht: dict[Plichtnaam, list[Termijnstand]] = {}
    for rij in rijen:
        per_plicht.setdefault(rij.plichtnaam, []).append(rij)
    return tuple(map(_samenvatting, per_plicht.values()))


def _samenvatting(rijen: list[Termijnstand]) -> Termijnstand:
    if len(rijen) == 1:
        return rijen[0]
    gedaan = [r for r in rijen if r.stand in KLAAR]
    te_laat = sum(r.stand == "te_laat" for r in rijen)
    per_partij = Counter(d.partij for r in rijen for d in r.doeners if d.stand in KLAAR)
    laatste = gedaan[-1].tijdvak if gedaan else None
    reeks = Reeks(len(gedaan), len(rijen), laatste, te_laat, tuple(per_partij.items()))
    traagst = min(rijen, key=lambda r: TRAAGST_EERST.index(r.stand))
    return replace(traagst, reeks=reeks, per_partij=_over_alles(rijen))


def _over_alles(rijen: list[Termijnstand]) -> tuple[tuple[str, Stand], ...]:
    """The state of each party over all times: that of the time that it is furthest behind with."""
    uit: dict[str, Stand] = {}
    for rij in rijen:
        for partij, stand in rij.per_partij:
            uit[partij] = min(uit.get(partij, stand), stand, key=TRAAGST_EERST.index)
    return tuple(uit.items())


def tel_standen(rijen: Iterable[Termijnstand]) -> dict[Stand, int]:
    """How many duties are in each state, in the order of the states; a recurring one counts once."""
    uit = dict.fromkeys(STANDEN, 0)
    for rij in samengevat(rijen):
        uit[rij.stand] += 1
    return uit
