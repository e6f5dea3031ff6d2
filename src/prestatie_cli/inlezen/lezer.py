"""YAML bytes -> plain values, every scalar its text; positions only when they are asked for.

Two readers over the same event stream. `lees_waarden` is the good path: it knows no marks and
raises `Geweigerd` at anything out of the ordinary. `lees_zorgvuldig` reads again with marks and says
what is wrong and where. A composer is never used: its recursion ends the process on 100 kB of `[`.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from typing import Any, NamedTuple

import yaml
from yaml import (
    AliasEvent,
    DocumentStartEvent,
    Event,
    MappingEndEvent,
    MappingStartEvent,
    ScalarEvent,
    SequenceEndEvent,
    SequenceStartEvent,
    StreamEndEvent,
    YAMLError,
)

from prestatie_cli.bevindingen import SLEUTEL, Pad

Waarden = dict[str, "Any"]
Volgende = Callable[[], Event]

DIEPSTE = 12
MEESTE = 20_000
# Of a whole file, keys too: what is spread over many lists costs as much as one long one.
MEESTE_WAARDEN = 200_000
MEESTE_BEZWAREN = 1000
# Without libyaml the same events come from PyYAML's own parser, more slowly.
Lader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
# An anchor or tag at the start of a value; the careful reader decides whether it really is one.
ANKER_OF_SOORT = re.compile(rb"(?m)(?:^|[^0-9A-Za-z])(?:&[^\s]|!)")


# Newer versions of libyaml stop by themselves, long after our own depth.
TE_DIEP = "exceeded maximum nesting depth"
GEOPEND = ("end of stream", "could not find expected ':'", "end of document")
STUURTEKEN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\ufffe\uffff]")


class Geweigerd(Exception):
    """The good path met something that the careful reader must name."""


def lees_waarden(data: bytes) -> Waarden:
    """The mapping in a file with every scalar as text; raises Geweigerd or YAMLError."""
    if (b"&" in data or b"!" in data) and ANKER_OF_SOORT.search(data):
        raise Geweigerd
    if sum(map(data.count, (b":", b",", b"\n"))) > MEESTE_WAARDEN:  # perhaps too much: count carefully
        raise Geweigerd
    lader = Lader(data)
    try:
        volgende: Volgende = lader.get_event
        volgende()
        if type(volgende()) is not DocumentStartEvent or type(volgende()) is not MappingStartEvent:
            raise Geweigerd
        waarden = _snel_blok(volgende, DIEPSTE)
        volgende()
        if type(volgende()) is not StreamEndEvent:
            raise Geweigerd
        return waarden
    finally:
        lader.dispose()


def _snel_blok(volgende: Volgende, diepte: int) -> Waarden:
    """The rest of a mapping; it runs for every scalar, so it looks at types and nothing else."""
    if not diepte:
        raise Geweigerd
    uit: Waarden = {}
    while True:
        stuk: Any = volgende()
        if type(stuk) is not ScalarEvent:
            if type(stuk) is MappingEndEvent:
                return uit
            raise Geweigerd
        sleutel = stuk.value
        if sleutel in uit or len(uit) >= MEESTE:
            raise Geweigerd
        stuk = volgende()
        soort = type(stuk)
        if soort is ScalarEvent:
            uit[sleutel] = stuk.value
        elif soort is MappingStartEvent:
            uit[sleutel] = _snel_blok(volgende, diepte - 1)
        elif soort is SequenceStartEvent:
            uit[sleutel] = _snelle_lijst(volgende, diepte - 1)
        else:
            raise Geweigerd


def _snelle_lijst(volgende: Volgende, diepte: int) -> list[Any]:
    """The rest of a sequence."""
    if not diepte:
        raise Geweigerd
    uit: list[Any] = []
    while True:
        if len(uit) > MEESTE:
            raise Geweigerd
        stuk: Any = volgende()
        soort = type(stuk)
        if soort is ScalarEvent:
            uit.append(stuk.value)
        elif soort is MappingStartEvent:
            uit.append(_snel_blok(volgende, diepte - 1))
        elif soort is SequenceEndEvent:
            return uit
        elif soort is SequenceStartEvent:
            uit.append(_snelle_lijst(volgende, diepte - 1))
        else:
            raise Geweigerd


class Positie(NamedTuple):
    """Line and column, both from 1, and whether the scalar there is written without quotes."""

    regel: int
    kolom: int
    kaal: bool = False


@dataclass(slots=True)
class Bezwaar:
    """Something in the shape of the file that is refused: code, path, position, detail."""

    code: str
    pad: Pad
    positie: Positie
    detail: str = ""


@dataclass(slots=True)
class Gelezen:
    """What the careful reader made of a file; `waarden` is None when nothing can be used."""

    waarden: Waarden | None = None
    posities: dict[Pad, Positie] = field(default_factory=dict)
    bezwaren: list[Bezwaar] = field(default_factory=list)
    geteld: int = 0


class _Stop(Exception):
    """The rest of the file cannot be read."""


def lees_zorgvuldig(data: bytes) -> Gelezen:
    """The same values as `lees_waarden` with positions, and every refusal in place of an exception."""
    gelezen = Gelezen()
    try:
        lader = Lader(data)
    except YAMLError as fout:
        gelezen.bezwaren.append(_syntax(fout, data))
        return gelezen
    try:
        _document(lader.get_event, gelezen)
    except _Stop:
        gelezen.waarden = None
    except YAMLError as fout:
        gelezen.bezwaren.append(_syntax(fout, data))
        gelezen.waarden = None
    finally:
        lader.dispose()
    return gelezen


def _document(volgende: Volgende, gelezen: Gelezen) -> None:
    volgende()
    stuk = volgende()
    if type(stuk) is StreamEndEvent:
        gelezen.bezwaren.append(Bezwaar("bestand-leeg", (), Positie(1, 1)))
        return
    stuk = volgende()
    if type(stuk) is ScalarEvent and not stuk.value:
        gelezen.bezwaren.append(Bezwaar("bestand-leeg", (), Positie(1, 1)))
        return
    waarde = _waarde(stuk, volgende, (), gelezen)
    if isinstance(waarde, dict):
        gelezen.waarden = waarde
    else:
        gelezen.bezwaren.append(Bezwaar("geen-blok", (), _positie(stuk)))
    volgende()
    stuk = volgende()
    if type(stuk) is not StreamEndEvent:
        gelezen.bezwaren.append(Bezwaar("meer-documenten", (), _positie(stuk)))
        gelezen.waarden = None


def _positie(stuk: Event) -> Positie:
    mark: Any = stuk.start_mark
    return Positie(mark.line + 1, mark.column + 1)


def _waarde(stuk: Any, volgende: Volgende, pad: Pad, gelezen: Gelezen) -> Any:
    """Read one value whose first event is `stuk`, remember where it stands."""
    if len(pad) > DIEPSTE:
        gelezen.bezwaren.append(Bezwaar("te-diep", pad, _positie(stuk)))
        raise _Stop
    positie = _positie(stuk)
    gelezen.geteld += 1
    if gelezen.geteld > MEESTE_WAARDEN:
        raise _te_veel(gelezen, "het bestand heeft meer dan tweehonderdduizend waarden", (), positie)
    if len(gelezen.bezwaren) >= MEESTE_BEZWAREN:
        raise _te_veel(gelezen, "het bestand heeft duizend fouten of meer", (), positie)
    gelezen.posities[pad] = positie
    if isinstance(stuk, AliasEvent):
        gelezen.bezwaren.append(Bezwaar("anker-of-verwijzing", pad, positie, f"*{stuk.anchor}"))
        return ""
    _weiger_anker_en_soort(stuk, pad, positie, gelezen)
    if isinstance(stuk, ScalarEvent):
        gelezen.posities[pad] = positie._replace(kaal=not stuk.style)
        return stuk.value
    if isinstance(stuk, MappingStartEvent):
        return _blok(volgende, pad, gelezen)
    uit: list[Any] = []
    while not isinstance(stuk := volgende(), SequenceEndEvent):
        uit.append(_waarde(stuk, volgende, (*pad, len(uit)), gelezen))
        if len(uit) > MEESTE:
            raise _te_veel(gelezen, "de lijst heeft meer dan twintigduizend regels", pad, positie)
    return uit


def _te_veel(gelezen: Gelezen, wat: str, pad: Pad, positie: Positie) -> _Stop:
    gelezen.bezwaren.append(Bezwaar("te-veel", pad, positie, wat))
    return _Stop()


def _weiger_anker_en_soort(stuk: Any, pad: Pad, positie: Positie, gelezen: Gelezen) -> None:
    if stuk.anchor:
        gelezen.bezwaren.append(Bezwaar("anker-of-verwijzing", pad, positie, f"&{stuk.anchor}"))
    if stuk.tag:
        gelezen.bezwaren.append(Bezwaar("soortaanduiding", pad, positie, str(stuk.tag)))


def _tweede(volgende: Volgende, waar: Pad, gelezen: Gelezen) -> None:
    """Read the value of a key that was there already for its faults only."""
    tweede = Gelezen(geteld=gelezen.geteld)
    try:
        _waarde(volgende(), volgende, waar, tweede)
    finally:
        gelezen.geteld = tweede.geteld
        gelezen.bezwaren += [replace(bezwaar, pad=waar) for bezwaar in tweede.bezwaren]
    if len(gelezen.bezwaren) >= MEESTE_BEZWAREN:
        raise _te_veel(gelezen, "het bestand heeft duizend fouten of meer", waar, gelezen.posities[waar])


def _blok(volgende: Volgende, pad: Pad, gelezen: Gelezen) -> Waarden:
    uit: Waarden = {}
    while not isinstance(stuk := volgende(), MappingEndEvent):
        positie = _positie(stuk)
        if not isinstance(stuk, ScalarEvent):
            alias = stuk.anchor if isinstance(stuk, AliasEvent) else None
            code = "anker-of-verwijzing" if alias else "sleutel-vorm"
            gelezen.bezwaren.append(Bezwaar(code, pad, positie, f"*{alias}" if alias else ""))
            raise _Stop
        _weiger_anker_en_soort(stuk, (*pad, stuk.value), positie, gelezen)
        sleutel = stuk.value
        waar = (*pad, sleutel)
        if sleutel in uit:
            eerste = gelezen.posities[(*waar, SLEUTEL)]
            detail = f"{sleutel}\n{eerste.regel}"
            gelezen.bezwaren.append(Bezwaar("sleutel-dubbel", waar, positie, detail))
            _tweede(volgende, waar, gelezen)
            continue
        if len(uit) >= MEESTE:
            raise _te_veel(gelezen, "het blok heeft meer dan twintigduizend sleutels", pad, positie)
        gelezen.posities[(*waar, SLEUTEL)] = positie
        uit[sleutel] = _waarde(volgende(), volgende, waar, gelezen)
    return uit


def _syntax(fout: YAMLError, data: bytes) -> Bezwaar:
    """A scanner, parser or reader error as a problem; `detail` keeps the library's words.

    What was opened and never closed is placed where it was opened, not at the end of the file.
    """
    detail = str(getattr(fout, "problem", None) or getattr(fout, "reason", None) or fout)
    mark = getattr(fout, "problem_mark", None)
    if mark is None or any(woorden in detail for woorden in GEOPEND):
        mark = getattr(fout, "context_mark", None) or mark
    if mark:
        code = "te-diep" if detail == TE_DIEP else "yaml-opbouw"
        return Bezwaar(code, (), Positie(mark.line + 1, mark.column + 1), detail)
    tekst = data.decode("utf-8", errors="replace").removeprefix("\ufeff")
    teken = STUURTEKEN.search(tekst)
    voor = tekst[: teken.start()] if teken else ""
    positie = Positie(voor.count("\n") + 1, len(voor) - (voor.rfind("\n") + 1) + 1)
    return Bezwaar("yaml-opbouw", (), positie, detail)
