"""A record as a flat mapping from field to value, its lists by id: order and layout are gone."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from functools import cache
from typing import Any, get_args, get_type_hints

from prestatie_cli.bevindingen import Pad
from prestatie_cli.model import eenheden as e
from prestatie_cli.model import indicator as n
from prestatie_cli.model import jaargang as j
from prestatie_cli.model import meting as m
from prestatie_cli.model import termijn as t
from prestatie_cli.model.basis import Record, Tekst, gespeld, in_procent
from prestatie_cli.model.voortgang import Voortgang
from prestatie_cli.vergelijking.wijziging import Waardevorm

SLEUTELS: dict[type[Record], Callable[[Any], str]] = {
    j.Afspraak: lambda a: a.nummer,
    n.Balans: lambda b: b.id,
    j.Herstel: lambda h: h.scan,
    n.Indicator: lambda i: i.id,
    e.Eenheid: lambda x: x.id,
    j.Kengetal: lambda k: k.id,
    t.Meetmoment: lambda x: x.tijdvak,
    t.Meetmomenten: lambda x: x.woorden,
    n.Norm: lambda x: " ".join(filter(None, (x.partij, str(x.van or "")))),
    j.Onderwerp: lambda o: o.naam,
    j.Ontbrekend: lambda o: o.wat,
    j.Partij: lambda p: p.id,
    j.Thema: lambda t: t.nummer,
    j.Vaststelling: lambda v: f"{v.partij} {v.datum}",
    j.Verplichting: lambda v: v.letter,
    n.Verwachting: lambda v: v.periode,
    m.Correctie: lambda c: f"{c.kengetal} {c.gecorrigeerd_op}",
    m.Levering: lambda x: x.door,
    m.Parameter: lambda p: p.id,
    m.Parameterwaarde: lambda w: str(w.van),
    Voortgang: lambda v: " ".join(filter(None, (v.verplichting, str(v.datum), v.door, v.tijdvak))),
}
# Fields that account for the text and don't say what was agreed.
_VERANTWOORDING = """
toelichting reden bron hersteld ontbrekend afgeleid te_regelen vaststellingen plaats citaat definitieversie
nummering groepen uitleg
"""
VERANTWOORDING = frozenset(_VERANTWOORDING.split())


@dataclass(frozen=True, slots=True)
class Veldwaarde:
    """A value as it is spelt in the data, its form, and its path inside the record."""

    tekst: str
    vorm: Waardevorm
    pad: Pad


def velden(
    record: Record, aandeel: bool = False, namen: Iterable[str] | None = None
) -> dict[str, Veldwaarde]:
    """The values of a record by field, all or those below `namen`; `aandeel` writes norms as a percentage."""
    return dict(_velden(record, "", (), aandeel, namen))


def _velden(
    record: Record, voor: str, pad: Pad, aandeel: bool, namen: Iterable[str] | None = None
) -> Iterator[tuple[str, Veldwaarde]]:
    aandeel = in_aandelen(record, aandeel)
    tekstvelden = _tekstvelden(type(record))
    for naam in type(record).model_fields if namen is None else namen:
        als_aandeel = aandeel and naam in ("waarde", "ondergrens", "bovengrens")
        waarde, vrij = getattr(record, naam), naam in tekstvelden
        yield from _waarde(waarde, voor + naam, (*pad, naam), aandeel, als_aandeel, vrij)


def in_aandelen(record: Record, aandeel: bool) -> bool:
    """Whether the norms and values in a record are shares."""
    return (
        aandeel
        or getattr(record, "eenheid", "") == "aandeel"
        or (isinstance(record, n.Indicator) and record.aard.deelt)
    )


def _waarde(
    waarde: Any, naam: str, pad: Pad, aandeel: bool, als_aandeel: bool, vrij: bool
) -> Iterator[tuple[str, Veldwaarde]]:
    """The values below one field: a scalar, a record, a list by id, or a mapping."""
    if waarde is None or waarde is False or waarde == () or waarde == {}:
        return
    if isinstance(waarde, Record):
        yield from _velden(waarde, f"{naam}.", pad, aandeel)
    elif isinstance(waarde, dict):
        for sleutel, w in waarde.items():
            tekst = ", ".join(w) if isinstance(w, tuple) else w
            yield f"{naam}[{sleutel}]", Veldwaarde(*_scalar(tekst, False, vrij), (*pad, sleutel))
    elif not isinstance(waarde, tuple):
        yield naam, Veldwaarde(*_scalar(waarde, als_aandeel, vrij), pad)
    elif isinstance(waarde[0], Record):
        for sleutel, (nummer, deel) in per_sleutel(waarde).items():
            yield from _velden(deel, f"{naam}[{sleutel}].", (*pad, nummer), aandeel)
    elif vrij:
        for tekst in sorted(set(waarde)):
            yield f"{naam}[{tekst}]", Veldwaarde(tekst, "tekst", (*pad, waarde.index(tekst)))
    else:
        yield naam, Veldwaarde(", ".join(sorted(waarde)), "woord", pad)


@cache
def _tekstvelden(model: type[Record]) -> frozenset[str]:
    """The fields of a model that hold free text, alone, in a list or in a mapping."""

    def vrij(soort: Any) -> bool:
        return soort == Tekst or any(vrij(deel) for deel in get_args(soort) if deel is not str)

    soorten = get_type_hints(model, include_extras=True)
    return frozenset(naam for naam in model.model_fields if vrij(soorten[naam]))


def _scalar(waarde: Any, als_aandeel: bool, vrij: bool) -> tuple[str, Waardevorm]:
    """A single value as text and its form."""
    if isinstance(waarde, bool):
        return ("ja" if waarde else "nee"), "woord"
    if isinstance(waarde, Decimal):
        return gespeld(waarde, als_aandeel), "aandeel" if in_procent(waarde, als_aandeel) else "getal"
    if isinstance(waarde, date):
        return waarde.isoformat(), "datum"
    return str(waarde), "tekst" if vrij else "woord"


def per_sleutel(delen: tuple[Any, ...]) -> dict[str, tuple[int, Any]]:
    """The items of a list with their places, by id; doubles are numbered by their content."""
    sleutel = SLEUTELS[type(delen[0])] if delen else str
    genummerd = list(enumerate(delen))
    if len({sleutel(d) for d in delen}) < len(delen):
        genummerd.sort(key=lambda paar: paar[1].model_dump_json())
    uit: dict[str, tuple[int, Any]] = {}
    for nummer, deel in genummerd:
        naam = basis = sleutel(deel)
        keer = 1
        while naam in uit:
            keer += 1
            naam = f"{basis}#{keer}"
        uit[naam] = (nummer, deel)
    return uit


def is_verantwoording(veld: str) -> bool:
    """Whether a field accounts for the text and says nothing of what was agreed."""
    return any(deel.partition("[")[0] in VERANTWOORDING for deel in _namen(veld))


def _namen(veld: str) -> Iterator[str]:
    """The names in a field, without the ids between brackets (which may hold points)."""
    diepte, begin = 0, 0
    for i, teken in enumerate(veld):
        diepte += (teken == "[") - (teken == "]")
        if teken == "." and not diepte:
            yield veld[begin:i]
            begin = i + 1
    yield veld[begin:]
