"""A record as a flat mapping from field to value, its lists by id: order and layout are gone."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from functools import cache
from typing import Any, get_args, get_type_hints

from prestatie_cli.bevindingen import Pad
from prestatie_cli.model.basis import Record, Tekst
from prestatie_cli.model.jaargang import (
    Afspraak,
    Balans,
    Herstel,
    Indicator,
    Kengetal,
    Meetmoment,
    Meetmomenten,
    Norm,
    Onderwerp,
    Ontbrekend,
    Partij,
    Thema,
    Vaststelling,
    Verplichting,
    Verwachting,
)
from prestatie_cli.model.meting import Correctie, Levering, Parameter, Parameterwaarde
from prestatie_cli.model.voortgang import Voortgang
from prestatie_cli.vergelijking.wijziging import Vorm

SLEUTELS: dict[type[Record], Callable[[Any], str]] = {
    Afspraak: lambda a: a.nummer,
    Balans: lambda b: b.id,
    Correctie: lambda c: f"{c.kengetal} {c.gecorrigeerd_op}",
    Herstel: lambda h: h.scan,
    Indicator: lambda i: i.id,
    Kengetal: lambda k: k.id,
    Levering: lambda x: x.door,
    Meetmoment: lambda m: m.tijdvak,
    Meetmomenten: lambda m: m.woorden,
    Norm: lambda n: str(n.van or ""),
    Onderwerp: lambda o: o.naam,
    Ontbrekend: lambda o: o.wat,
    Parameter: lambda p: p.id,
    Parameterwaarde: lambda w: str(w.van),
    Partij: lambda p: p.id,
    Thema: lambda t: t.nummer,
    Vaststelling: lambda v: f"{v.partij} {v.datum}",
    Verplichting: lambda v: v.letter,
    Verwachting: lambda v: v.periode,
    Voortgang: lambda v: " ".join(filter(None, (v.verplichting, str(v.datum), v.door, v.tijdvak))),
}
# Fields that account for the text and don't say what was agreed.
_VERANTWOORDING = """
toelichting reden bron hersteld ontbrekend afgeleid te_regelen vaststellingen plaats citaat definitieversie
"""
VERANTWOORDING = frozenset(_VERANTWOORDING.split())


@dataclass(frozen=True, slots=True)
class Waarde:
    """A value as it is spelt in the data, its form, and its path inside the record."""

    tekst: str
    vorm: Vorm
    pad: Pad


def velden(record: Record, aandeel: bool = False) -> dict[str, Waarde]:
    """All values of a record by field; `aandeel` writes the figures of norms as a percentage."""
    return dict(_velden(record, "", (), aandeel))


def _velden(record: Record, voor: str, pad: Pad, aandeel: bool) -> Iterator[tuple[str, Waarde]]:
    aandeel = aandeel or getattr(record, "eenheid", "") == "aandeel"
    aandeel = aandeel or (isinstance(record, Indicator) and record.soort == "aandeel")
    tekstvelden = _tekstvelden(type(record))
    for naam in type(record).model_fields:
        waarde = getattr(record, naam)
        als_aandeel = aandeel and naam in ("waarde", "ondergrens", "bovengrens")
        yield from _waarde(waarde, voor + naam, (*pad, naam), aandeel, als_aandeel, naam in tekstvelden)


def _waarde(
    waarde: Any, naam: str, pad: Pad, aandeel: bool, als_aandeel: bool, vrij: bool
) -> Iterator[tuple[str, Waarde]]:
    """The values below one field: a scalar, a record, a list by id, or a mapping."""
    if waarde is None or waarde == () or waarde == {}:
        return
    if isinstance(waarde, Record):
        yield from _velden(waarde, f"{naam}.", pad, aandeel)
    elif isinstance(waarde, dict):
        for sleutel, w in waarde.items():
            yield f"{naam}[{sleutel}]", Waarde(*scalar(w, False, vrij), (*pad, sleutel))
    elif isinstance(waarde, tuple) and isinstance(waarde[0], Record):
        for sleutel, (nummer, deel) in per_sleutel(waarde).items():
            yield from _velden(deel, f"{naam}[{sleutel}].", (*pad, nummer), aandeel)
    elif isinstance(waarde, tuple) and vrij:
        for tekst in sorted(set(waarde)):
            yield f"{naam}[{tekst}]", Waarde(tekst, "tekst", (*pad, waarde.index(tekst)))
    elif isinstance(waarde, tuple):
        yield naam, Waarde(", ".join(sorted(waarde)), "woord", pad)
    elif waarde is not False:
        yield naam, Waarde(*scalar(waarde, als_aandeel, vrij), pad)


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


@cache
def _tekstvelden(model: type[Record]) -> frozenset[str]:
    """The fields of a model that hold free text, alone, in a list or in a mapping."""

    def vrij(soort: Any) -> bool:
        return soort == Tekst or any(vrij(deel) for deel in get_args(soort) if deel is not str)

    soorten = get_type_hints(model, include_extras=True)
    return frozenset(naam for naam in model.model_fields if vrij(soorten[naam]))


def scalar(waarde: Any, als_aandeel: bool = False, vrij: bool = False) -> tuple[str, Vorm]:
    """A single value as text and its form."""
    if isinstance(waarde, bool):
        return ("ja" if waarde else "nee"), "woord"
    if isinstance(waarde, Decimal):
        return (f"{getal(waarde * 100)}%", "aandeel") if als_aandeel else (getal(waarde), "getal")
    if isinstance(waarde, date):
        return waarde.isoformat(), "datum"
    return str(waarde), "tekst" if vrij else "woord"


def getal(waarde: Decimal) -> str:
    """A decimal without exponent and without zeros that say nothing."""
    tekst = f"{waarde:f}"
    return tekst.rstrip("0").rstrip(".") if "." in tekst else tekst


def is_verantwoording(veld: str) -> bool:
    """Whether a field accounts for the text and says nothing of what was agreed."""
    return any(deel.partition("[")[0] in VERANTWOORDING for deel in _delen(veld))


def _delen(veld: str) -> Iterator[str]:
    """The names in a field, without the ids between brackets (which may hold points)."""
    diepte, begin = 0, 0
    for i, teken in enumerate(veld):
        diepte += (teken == "[") - (teken == "]")
        if teken == "." and not diepte:
            yield veld[begin:i]
            begin = i + 1
    yield veld[begin:]
