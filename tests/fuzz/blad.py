"""A data file as text with the places of its values, so that one of them can be made another."""

from collections.abc import Collection, Iterator, Mapping
from fnmatch import fnmatchcase
from functools import lru_cache
from random import Random
from typing import NamedTuple

import yaml

LADER = yaml.CBaseLoader if yaml.__with_libyaml__ else yaml.BaseLoader
Dossier = Mapping[str, bytes]


class Plek(NamedTuple):
    """A value: where it stands, its key where it has one, and the item or key that holds it."""

    bestand: str
    naam: str  # `afspraken.#.nummer`, with the kind of file before it: `afspraken:afspraken.#.nummer`
    sleutel: yaml.Node | None
    knoop: yaml.Node
    boven: yaml.CollectionNode | None
    rang: int  # which item or key of those that stand beside it

    @property
    def woord(self) -> str:
        """The text of a scalar."""
        return str(self.knoop.value)

    @property
    def enkel(self) -> bool:
        """Whether it is a scalar on one line."""
        eind, begin = self.knoop.end_mark, self.knoop.start_mark
        return isinstance(self.knoop, yaml.ScalarNode) and eind.line == begin.line


class Verminkt(NamedTuple):
    """A dossier with one fault, and the places where it may be told: a path, and a line or 0."""

    bestanden: dict[str, bytes]
    plaatsen: tuple[tuple[str, int], ...]


@lru_cache(maxsize=64)
def _boom(tekst: bytes) -> yaml.Node:
    boom = yaml.compose(tekst.decode("utf-8"), Loader=LADER)
    assert boom is not None
    return boom


def soort(bestand: str) -> str:
    """`afspraken`, `metingen`, `voortgang` or `parameters`."""
    return bestand.split("/")[0].split("-")[0].removesuffix(".yaml")


def plekken(dossier: Dossier, *vormen: str) -> list[Plek]:
    """The values whose name has one of these forms, in the order of the files."""
    uit: list[Plek] = []
    for bestand in sorted(dossier):
        namen = _op_naam(bestand, dossier[bestand])
        goed = {naam for naam in namen if any(fnmatchcase(naam, vorm) for vorm in vormen)}
        uit += (p for p in _alle(bestand, dossier[bestand]) if p.naam in goed)
    return uit


@lru_cache(maxsize=64)
def _alle(bestand: str, tekst: bytes) -> tuple[Plek, ...]:
    return tuple(_loop(bestand, f"{soort(bestand)}:", _boom(tekst)))


@lru_cache(maxsize=64)
def _op_naam(bestand: str, tekst: bytes) -> frozenset[str]:
    return frozenset(p.naam for p in _alle(bestand, tekst))


def _loop(bestand: str, naam: str, knoop: yaml.Node) -> Iterator[Plek]:
    if isinstance(knoop, yaml.MappingNode):
        for n, (sleutel, waarde) in enumerate(knoop.value):
            dieper = f"{naam}{'' if naam.endswith(':') else '.'}{sleutel.value}"
            yield Plek(bestand, dieper, sleutel, waarde, knoop, n)
            yield from _loop(bestand, dieper, waarde)
    elif isinstance(knoop, yaml.SequenceNode):
        for n, item in enumerate(knoop.value):
            yield Plek(bestand, f"{naam}.#", None, item, knoop, n)
            yield from _loop(bestand, f"{naam}.#", item)


def woorden(dossier: Dossier) -> frozenset[str]:
    """All that stands anywhere as a scalar or a key, so that a misspelling is none of it."""
    return _woorden(frozenset(dossier.items()))


@lru_cache(maxsize=16)
def _woorden(bestanden: frozenset[tuple[str, bytes]]) -> frozenset[str]:
    alle = plekken(dict(bestanden), "*")
    uit = {p.woord for p in alle if isinstance(p.knoop, yaml.ScalarNode)}
    return frozenset(uit | {str(p.sleutel.value) for p in alle if p.sleutel is not None})


def _plaats(tekst: str, merk: yaml.Mark) -> int:
    """The index in a text of a line and column."""
    regels = tekst.splitlines(keepends=True)
    return sum(len(r) for r in regels[: merk.line]) + merk.column


def vervang(dossier: Dossier, bestand: str, knoop: yaml.Node, nieuw: str) -> Verminkt:
    """Another text in the place of a scalar, a flow collection or a key."""
    tekst = dossier[bestand].decode("utf-8")
    begin, eind = _plaats(tekst, knoop.start_mark), _plaats(tekst, knoop.end_mark)
    if _is_blok(knoop):
        nieuw, eind = nieuw + "\n", eind - knoop.end_mark.column
    return gesplitst(dossier, bestand, begin, eind, nieuw)


def _is_blok(knoop: yaml.Node) -> bool:
    """Whether a value goes on to the line on which the next one begins."""
    if isinstance(knoop, yaml.CollectionNode):
        return not knoop.flow_style
    return isinstance(knoop, yaml.ScalarNode) and knoop.style in ("|", ">")


def gesplitst(dossier: Dossier, bestand: str, begin: int, eind: int, nieuw: str) -> Verminkt:
    """The characters from `begin` to `eind` replaced."""
    tekst = dossier[bestand].decode("utf-8")
    uit = {**dossier, bestand: (tekst[:begin] + nieuw + tekst[eind:]).encode("utf-8", "surrogatepass")}
    return Verminkt(uit, ((bestand, tekst.count("\n", 0, begin) + 1),))


def zonder(dossier: Dossier, plek: Plek) -> Verminkt | None:
    """An item or key left out with all that it holds; None where it does not stand on lines of its own."""
    assert plek.boven is not None
    tekst = dossier[plek.bestand].decode("utf-8")
    regels = tekst.splitlines(keepends=True)
    eerste = (plek.sleutel or plek.knoop).start_mark.line
    buren = plek.boven.value
    if len(buren) == 1 and (
        om := next((p for p in _alle(plek.bestand, dossier[plek.bestand]) if p.knoop is plek.boven), None)
    ):
        return zonder(dossier, om)
    if plek.rang + 1 < len(buren):
        buur = buren[plek.rang + 1]
        laatste = (buur[0] if isinstance(buur, tuple) else buur).start_mark.line
    else:
        laatste = plek.knoop.end_mark.line + (not _is_blok(plek.knoop))
    begin = regels[eerste].lstrip(" ")
    eigen = begin.startswith("- ") if plek.sleutel is None else not begin.startswith("- ")
    if plek.boven.flow_style or not eigen or laatste <= eerste:
        return None
    laatste = _tot_eigen(regels, eerste, laatste)
    uit = "".join(regels[:eerste] + regels[laatste:])
    return Verminkt({**dossier, plek.bestand: uit.encode()}, ((plek.bestand, eerste + 1),))


def _tot_eigen(regels: list[str], eerste: int, laatste: int) -> int:
    """Blank lines and comments after a block stay."""
    while laatste - 1 > eerste and (not regels[laatste - 1].strip() or regels[laatste - 1].startswith("#")):
        laatste -= 1
    return laatste


def verspeld(woord: str, zaad: Random, bekend: Collection[str]) -> str | None:
    """A word as a hurried writer types it: two letters swapped, one left out, doubled or another."""
    if len(woord) < 2:
        return None
    for _ in range(20):
        n = zaad.randrange(len(woord) - 1)
        a, b, rest = woord[n], woord[n + 1], woord[n + 2 :]
        vorm = zaad.choice((b + a, a, a + a + b, a + zaad.choice("eiansr")))
        nieuw = woord[:n] + vorm + rest
        if nieuw != woord and nieuw.strip() == nieuw and nieuw not in bekend and ": " not in nieuw:
            return nieuw
    return None
