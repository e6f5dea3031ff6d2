"""YAML bytes -> plain values, every scalar its text; positions only when they are asked for.

Two readers over the same event stream. `read_values` is the good path: it knows no marks and
raises `Refused` at anything out of the ordinary. `read_carefully` reads again with marks and says
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

Values = dict[str, "Any"]
Next = Callable[[], Event]

MAX_DEPTH = 12
MAX_ITEMS = 20_000
# Without libyaml the same events come from PyYAML's own parser, more slowly.
Loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
# An anchor or tag at the start of a value; the careful reader decides whether it really is one.
ANCHOR_OR_TAG = re.compile(rb"(?m)(?:^|[^0-9A-Za-z])(?:&[^\s]|!)")


OPENED = ("end of stream", "could not find expected ':'", "end of document")
# Newer versions of libyaml stop by themselves, long after our own depth.
TOO_DEEP = "exceeded maximum nesting depth"
CONTROL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\ufffe\uffff]")


class Refused(Exception):
    """The good path met something that the careful reader must name."""


def read_values(data: bytes) -> Values:
    """The mapping in a file with every scalar as text; raises Refused or YAMLError."""
    if (b"&" in data or b"!" in data) and ANCHOR_OR_TAG.search(data):
        raise Refused
    loader = Loader(data)
    try:
        next_event: Next = loader.get_event
        next_event()
        if type(next_event()) is not DocumentStartEvent or type(next_event()) is not MappingStartEvent:
            raise Refused
        values = _reader(next_event)(MAX_DEPTH)
        next_event()
        if type(next_event()) is not StreamEndEvent:
            raise Refused
        return values
    finally:
        loader.dispose()


def _reader(next_event: Next) -> Callable[[int], Values]:  # noqa: C901  # two closures, one hot loop each
    """The recursive descent over an event stream; local names, since it runs for every scalar."""
    scalar, mapping_start, mapping_end = ScalarEvent, MappingStartEvent, MappingEndEvent
    sequence_start, sequence_end = SequenceStartEvent, SequenceEndEvent

    def mapping(depth: int) -> Values:
        if not depth:
            raise Refused
        out: Values = {}
        while True:
            event: Any = next_event()
            if type(event) is not scalar:
                if type(event) is mapping_end:
                    return out
                raise Refused
            key = event.value
            if key in out:
                raise Refused
            event = next_event()
            kind = type(event)
            if kind is scalar:
                out[key] = event.value
            elif kind is mapping_start:
                out[key] = mapping(depth - 1)
            elif kind is sequence_start:
                out[key] = sequence(depth - 1)
            else:
                raise Refused

    def sequence(depth: int) -> list[Any]:
        if not depth:
            raise Refused
        out: list[Any] = []
        while True:
            event: Any = next_event()
            kind = type(event)
            if kind is scalar:
                out.append(event.value)
            elif kind is mapping_start:
                out.append(mapping(depth - 1))
            elif kind is sequence_end:
                if len(out) > MAX_ITEMS:
                    raise Refused
                return out
            elif kind is sequence_start:
                out.append(sequence(depth - 1))
            else:
                raise Refused

    return mapping


class Position(NamedTuple):
    """Line and column, both from 1, and whether the scalar there is written without quotes."""

    line: int
    column: int
    plain: bool = False


@dataclass(slots=True)
class Problem:
    """Something in the shape of the file that is refused: code, path, position, detail."""

    code: str
    path: Pad
    position: Position
    detail: str = ""


@dataclass(slots=True)
class Reading:
    """What the careful reader made of a file; `values` is None when nothing can be used."""

    values: Values | None = None
    positions: dict[Pad, Position] = field(default_factory=dict)
    problems: list[Problem] = field(default_factory=list)


class _Stop(Exception):
    """The rest of the file cannot be read."""


def read_carefully(data: bytes) -> Reading:
    """The same values as `read_values` with positions, and every refusal in place of an exception."""
    reading = Reading()
    try:
        loader = Loader(data)
    except YAMLError as error:
        reading.problems.append(_syntax(error, data))
        return reading
    try:
        _document(loader.get_event, reading)
    except _Stop:
        reading.values = None
    except YAMLError as error:
        reading.problems.append(_syntax(error, data))
        reading.values = None
    finally:
        loader.dispose()
    return reading


def _document(next_event: Next, reading: Reading) -> None:
    next_event()
    event = next_event()
    if type(event) is StreamEndEvent:
        reading.problems.append(Problem("bestand-leeg", (), Position(1, 1)))
        return
    event = next_event()
    if type(event) is ScalarEvent and not event.value:
        reading.problems.append(Problem("bestand-leeg", (), Position(1, 1)))
        return
    value = _value(event, next_event, (), reading)
    if isinstance(value, dict):
        reading.values = value
    else:
        reading.problems.append(Problem("geen-blok", (), _position(event)))
    next_event()
    event = next_event()
    if type(event) is not StreamEndEvent:
        reading.problems.append(Problem("meer-documenten", (), _position(event)))
        reading.values = None


def _position(event: Event) -> Position:
    mark: Any = event.start_mark
    return Position(mark.line + 1, mark.column + 1)


def _value(event: Any, next_event: Next, path: Pad, reading: Reading) -> Any:
    """Read one value whose first event is `event`, remember where it stands."""
    if len(path) > MAX_DEPTH:
        reading.problems.append(Problem("te-diep", path, _position(event)))
        raise _Stop
    position = _position(event)
    reading.positions[path] = position
    if isinstance(event, AliasEvent):
        reading.problems.append(Problem("anker-of-verwijzing", path, position, f"*{event.anchor}"))
        return ""
    _refuse_anchor_and_tag(event, path, position, reading)
    if isinstance(event, ScalarEvent):
        reading.positions[path] = position._replace(plain=not event.style)
        return event.value
    if isinstance(event, MappingStartEvent):
        return _careful_mapping(next_event, path, reading)
    out: list[Any] = []
    while not isinstance(event := next_event(), SequenceEndEvent):
        out.append(_value(event, next_event, (*path, len(out)), reading))
        if len(out) > MAX_ITEMS:
            reading.problems.append(Problem("te-veel", path, position))
            raise _Stop
    return out


def _refuse_anchor_and_tag(event: Any, path: Pad, position: Position, reading: Reading) -> None:
    if event.anchor:
        reading.problems.append(Problem("anker-of-verwijzing", path, position, f"&{event.anchor}"))
    if event.tag:
        reading.problems.append(Problem("soortaanduiding", path, position, str(event.tag)))


def _careful_mapping(next_event: Next, path: Pad, reading: Reading) -> Values:
    out: Values = {}
    while not isinstance(event := next_event(), MappingEndEvent):
        position = _position(event)
        if not isinstance(event, ScalarEvent):
            alias = event.anchor if isinstance(event, AliasEvent) else None
            code = "anker-of-verwijzing" if alias else "sleutel-vorm"
            reading.problems.append(Problem(code, path, position, f"*{alias}" if alias else ""))
            raise _Stop
        _refuse_anchor_and_tag(event, (*path, event.value), position, reading)
        key = event.value
        where = (*path, key)
        if key in out:
            first = reading.positions[(*where, SLEUTEL)]
            detail = f"{key}\n{first.line}"
            reading.problems.append(Problem("sleutel-dubbel", where, position, detail))
            second = Reading()
            _value(next_event(), next_event, where, second)
            reading.problems += [replace(problem, path=where) for problem in second.problems]
            continue
        reading.positions[(*where, SLEUTEL)] = position
        out[key] = _value(next_event(), next_event, where, reading)
    return out


def _syntax(error: YAMLError, data: bytes) -> Problem:
    """A scanner, parser or reader error as a problem; `detail` keeps the library's words.

    What was opened and never closed is placed where it was opened, not at the end of the file.
    """
    detail = str(getattr(error, "problem", None) or getattr(error, "reason", None) or error)
    mark = getattr(error, "problem_mark", None)
    if mark is None or any(words in detail for words in OPENED):
        mark = getattr(error, "context_mark", None) or mark
    if mark:
        code = "te-diep" if detail == TOO_DEEP else "yaml-opbouw"
        return Problem(code, (), Position(mark.line + 1, mark.column + 1), detail)
    text = data.decode("utf-8", errors="replace").removeprefix("\ufeff")
    control = CONTROL.search(text)
    before = text[: control.start()] if control else ""
    position = Position(before.count("\n") + 1, len(before) - (before.rfind("\n") + 1) + 1)
    return Problem("yaml-opbouw", (), position, detail)
