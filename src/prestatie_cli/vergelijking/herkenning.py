"""Which record of the old version is which of the new: by id, and by text where the id changed.

Every step gives the same pairs in both directions, so that a comparison can be reversed.
"""

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Any, Generic, TypeVar

from prestatie_cli.model.jaargang import Afspraak, Verplichting
from prestatie_cli.vergelijking.woorden import gelijkenis, gevouwen

T = TypeVar("T")
# From here on two texts under different numbers are called the same agreement.
HERKEND = 0.6
ZELFDE_NUMMER = 0.5
ANDER_JAAR = 0.3


@dataclass(frozen=True, slots=True)
class Koppeling(Generic[T]):
    """Pairs of ids (old, new, likeness of 0 to 1), and the ids that stand on one side only."""

    paren: tuple[tuple[str, str, float], ...]
    weg: tuple[str, ...]
    erbij: tuple[str, ...]


def koppel(
    van: dict[str, T], naar: dict[str, T], zak: Callable[[T], Counter[str]], drempel: float
) -> Koppeling[T]:
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


def koppel_afspraken(
    van: dict[str, Afspraak], naar: dict[str, Afspraak], zelfde_jaar: bool
) -> Koppeling[Afspraak]:
    """Agreements by number, or by their text where they were renumbered."""
    return koppel(van, naar, _afspraakwoorden, 0.0 if zelfde_jaar else ANDER_JAAR)


def koppel_verplichtingen(
    van: dict[str, Verplichting], naar: dict[str, Verplichting]
) -> Koppeling[Verplichting]:
    """Duties by letter, or by their description where the letters shifted."""
    return koppel(van, naar, _verplichtingwoorden, 0.0)


def _afspraakwoorden(a: Afspraak) -> Counter[str]:
    """The words of the text, and of goal and duties, which tell short texts apart."""
    delen = (a.tekst, a.doel, a.speerpunt, *(v.wat for v in a.verplichtingen))
    return _zak(delen)


def _verplichtingwoorden(v: Verplichting) -> Counter[str]:
    return _zak((v.wat, *v.wie, v.voorwaarde))


def _zak(delen: Iterable[Any]) -> Counter[str]:
    return Counter(w for deel in delen if deel for w in gevouwen(deel))
