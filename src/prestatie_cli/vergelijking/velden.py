"""Two versions of one record, field by field."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from typing import Any, Generic, TypeVar

from prestatie_cli.bevindingen import Pad, Plaats
from prestatie_cli.model.basis import Record
from prestatie_cli.vergelijking.plat import Waarde, is_verantwoording, per_sleutel, velden
from prestatie_cli.vergelijking.regels import maak
from prestatie_cli.vergelijking.wijziging import Kant, Wijziging
from prestatie_cli.vergelijking.woorden import tekstsoort, verklaard

Paren = list[tuple[str, str]]
R = TypeVar("R", bound=Record, covariant=True)


@dataclass(frozen=True, slots=True)
class Vindplaats(Generic[R]):
    """A record of one version with what the reader needs to know about it."""

    record: R
    bestand: str
    pad: Pad
    naam: str
    wat: str
    afspraak: str | None = None
    jaar: int | None = None
    partijen: tuple[str, ...] = ()
    aandeel: bool = False

    def kant(
        self, veld: str = "", waarde: str | None = None, pad: Pad = (), lezing: str | None = None
    ) -> Kant:
        """The record as one side of a change."""
        naam = ".".join(filter(None, (self.naam, veld)))
        plaats = Plaats(self.bestand, pad=(*self.pad, *pad))
        return Kant(self.afspraak, naam, self.wat, waarde, plaats, lezing, self.jaar)


Vind = Callable[[int, Any], Vindplaats[Any]]


def velden_vergeleken(
    soort: str,
    van: Vindplaats[Any],
    naar: Vindplaats[Any],
    zonder: Iterable[str] = (),
    paren: Paren | None = None,
) -> Iterator[Wijziging]:
    """The changes between two versions of a record; fields in `zonder` are told elsewhere.

    A text that differs only in the quotations of `paren` is no second change.
    """
    if van.record == naar.record:
        return
    oud, nieuw = velden(van.record, van.aandeel), velden(naar.record, naar.aandeel)
    weg = tuple(zonder)
    for veld in sorted({*oud, *nieuw}):
        a, b = oud.get(veld), nieuw.get(veld)
        gelijk = a is not None and b is not None and a.tekst == b.tekst
        if gelijk or veld.startswith(tuple(f"{w}[" for w in weg) + tuple(f"{w}." for w in weg)):
            continue
        if veld in weg or (a and b and b.vorm == "tekst" and verklaard(a.tekst, b.tekst, paren or ())):
            continue
        yield _veldwijziging(soort, van, naar, veld, (a, b), paren or [])


def _veldwijziging(
    soort: str,
    van: Vindplaats[Any],
    naar: Vindplaats[Any],
    veld: str,
    waarden: tuple[Waarde | None, Waarde | None],
    paren: Paren,
) -> Wijziging:
    a, b = waarden
    code = "toelichting-gewijzigd" if is_verantwoording(veld) else f"{soort}-gewijzigd"
    vorm = (b or a or Waarde("", "tekst", ())).vorm
    if a and b and a.vorm != b.vorm:
        vorm = "woord"  # a share that became a count: each is spelt in its own way
    tekst = tekstsoort(a.tekst, b.tekst, paren) if a and b and vorm == "tekst" else "inhoudelijk"
    return maak(
        code,
        van.kant(veld, a.tekst if a else None, a.pad if a else ()),
        naar.kant(veld, b.tekst if b else None, b.pad if b else ()),
        (*van.partijen, *naar.partijen),
        soort=None if code == "toelichting-gewijzigd" else tekst,
        vorm=vorm,
    )


def komt(soort: str, deel: Vindplaats[Any], waarde: str | None = None) -> Wijziging:
    """A record that is new; `waarde` sums it up."""
    return maak(f"{soort}-toegevoegd", None, _geheel(deel, waarde), deel.partijen)


def gaat(soort: str, deel: Vindplaats[Any], waarde: str | None = None) -> Wijziging:
    """A record that is gone: the mirror of `komt`."""
    return maak(f"{soort}-verwijderd", _geheel(deel, waarde), None, deel.partijen)


def _geheel(deel: Vindplaats[Any], waarde: str | None) -> Kant:
    return deel.kant(waarde=deel.wat if waarde is None else waarde)


def lijst_vergeleken(
    soort: str,
    van: tuple[Any, ...],
    naar: tuple[Any, ...],
    als_deel_van: Vind,
    als_deel_naar: Vind,
    gebroken: frozenset[str] = frozenset(),
) -> Iterator[Wijziging]:
    """Two versions of a list by id: what came, what went, and each other record by field."""
    oud, nieuw = per_sleutel(van), per_sleutel(naar)
    for sleutel in sorted({*oud, *nieuw}):
        if sleutel in oud and sleutel in nieuw:
            delen = als_deel_van(*oud[sleutel]), als_deel_naar(*nieuw[sleutel])
            yield from velden_vergeleken(soort, *delen)
        elif sleutel in gebroken:
            continue
        elif sleutel in nieuw:
            yield komt(soort, als_deel_naar(*nieuw[sleutel]))
        else:
            yield gaat(soort, als_deel_van(*oud[sleutel]))
