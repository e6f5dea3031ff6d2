"""Finds the term words in running text: the longest stretches of whole words that the forms read.

Which words can stand in a term follows from the examples of the forms, so that a new form is found as well.
"""

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from prestatie_cli.taal import MAANDEN
from prestatie_cli.termijnen.dagvormen import DUURWOORDEN
from prestatie_cli.termijnen.perioden import PERIODEN, RANGWOORDEN
from prestatie_cli.termijnen.spelling import MAANDAFKORTINGEN, TELNAMEN, genormaliseerd
from prestatie_cli.termijnen.vormen import VORMEN, lees_woorden

LOS_WOORD = re.compile(r"'?[^\W_](?:[\w/'’-]*[^\W_])?")
JAARTAL = re.compile(r"[0-9]{4}(?:\s?[/-]\s?[0-9]{4})?")
# They stand before a year and make it a moment, though the forms don't read them; any other word before a
# bare year makes it a name: 'Woonvisie 2025'.
TIJDWOORDEN = (
    "begin", "eind", "einde", "ultimo", "najaar", "voorjaar", "zomer", "herfst", "winter", "lente",
    "jaar", "kalenderjaar",
)  # fmt: skip
# A month alone is no moment: 'de huuraanpassing van juli'.
ZONDER_VOORZETSEL = frozenset(MAANDEN)
# Spellings that a form takes and no example shows.
OOK = {"t/m", "vóór", "x", "1x", "iedere", "maal", "elke"}
# Every term has one of these: a year, or a word of the examples without one. A test holds it.
KERN = re.compile(
    r"[0-9]{4}|jaar|kwarta|maand|structureel|agendapunt|doorlopend|indien|'[0-9]{2}\b|[0-9][/-][0-9]"
    rf"|\b(?:{'|'.join((*MAANDEN, *MAANDAFKORTINGEN))})\b|\b[qk][1-4]\b|\bweek [0-9]"
)
# A term that runs from an event: the event is as much of what follows as says what it is.
NA_GEBEURTENIS = re.compile(
    rf"\b(?:binnen|uiterlijk) {DUURWOORDEN} (?:na|nadat|volgend op) (?:(?:de|het|een) )?\w+", re.IGNORECASE
)
HOOGSTENS_VER, LANGSTE_TERMIJN = 80, 14
# After this form anything may follow, so its shortest reading is all of it.
OPEN_EIND = "voorwaardelijk"


class Vindplaats(NamedTuple):
    """Term words in a text, with their first and their last place."""

    begin: int
    eind: int
    woorden: str


@lru_cache(maxsize=4096)
def vind_woorden(tekst: str, jaar: int | None = None) -> tuple[Vindplaats, ...]:
    """The term words in a text, from left to right and without overlap; `jaar` as in `lees_woorden`."""
    laag = tekst.lower()
    rijen = _rijen(tekst, laag if len(laag) == len(tekst) else tekst)
    gevonden = [v for rij in rijen for v in _in_rij(tekst, rij, jaar)]
    na = [Vindplaats(*m.span(), m[0]) for m in NA_GEBEURTENIS.finditer(tekst) if lees_woorden(m[0], jaar)]
    los = [v for v in na if all(v.eind <= x.begin or x.eind <= v.begin for x in gevonden)]
    return tuple(sorted(gevonden + los))


@lru_cache(maxsize=1)
def _woordenschat() -> frozenset[str]:
    """Every word that the examples of the forms use, and those that the same forms take in their place."""
    voorbeelden: list[str] = []
    for vormen in (VORMEN, PERIODEN):
        for vorm in vormen:
            voorbeelden += (vorm.voorbeeld, *vorm.ook)
    woorden = {v for w in LOS_WOORD.findall(" ".join(voorbeelden)) for v in (w.casefold(), genormaliseerd(w))}
    return frozenset(woorden.union(MAANDEN, TELNAMEN, RANGWOORDEN, MAANDAFKORTINGEN, OOK))


def _rijen(tekst: str, laag: str) -> Iterator[list[re.Match[str]]]:
    """The stretches of words around a year or another core, as far as each word may stand in a term."""
    klaar = 0
    for kern in KERN.finditer(laag):
        if kern.start() < klaar:
            continue
        begin, eind = max(klaar, kern.start() - HOOGSTENS_VER), kern.end() + HOOGSTENS_VER
        woorden = list(LOS_WOORD.finditer(tekst, begin, eind))
        midden = next((n for n, w in enumerate(woorden) if w.end() > kern.start()), None)
        if midden is None or woorden[midden].start() > kern.start() or not _kan(tekst, woorden[midden]):
            continue
        van = tot = midden
        while van and _kan(tekst, woorden[van - 1]):
            van -= 1
        while tot + 1 < len(woorden) and _kan(tekst, woorden[tot + 1]):
            tot += 1
        klaar = woorden[tot].end()
        yield woorden[van : tot + 1]


def _is_heel(tekst: str, woord: re.Match[str]) -> bool:
    """Whether a word was not cut by where the looking began or ended."""
    return not (
        tekst[woord.start() - 1 : woord.start()].isalnum() or tekst[woord.end() : woord.end() + 1].isalnum()
    )


def _kan(tekst: str, woord: re.Match[str]) -> bool:
    """Whether a word may stand in a term, and is whole."""
    return _kan_woord(woord[0]) and _is_heel(tekst, woord)


@lru_cache(maxsize=4096)
def _kan_woord(woord: str) -> bool:
    kaal = woord.casefold()
    return kaal in _woordenschat() or any(teken.isdigit() for teken in kaal)


def _in_rij(tekst: str, rij: list[re.Match[str]], jaar: int | None) -> Iterator[Vindplaats]:
    """The longest readings in a stretch of words, the first of them first."""
    vanaf = 0
    while vanaf < len(rij):
        tot = _langste(tekst, rij, vanaf, jaar)
        if tot is None:
            vanaf += 1
            continue
        begin, eind = rij[vanaf].start(), rij[tot].end()
        los = tot == vanaf
        vanaf = tot + 1
        if los and genormaliseerd(tekst[begin:eind]) in ZONDER_VOORZETSEL:
            continue
        if JAARTAL.fullmatch(tekst, begin, eind):
            voor = tekst[:begin].split()[-1:] if tekst[begin - 1 : begin].isspace() else []
            if not voor or voor[0].casefold() not in TIJDWOORDEN:
                continue
            begin = tekst.rindex(voor[0], 0, begin)
        yield Vindplaats(begin, eind, tekst[begin:eind])


def _langste(tekst: str, rij: list[re.Match[str]], vanaf: int, jaar: int | None) -> int | None:
    """The last word of the longest reading that begins with this word."""
    beste = None
    for tot in range(vanaf, min(vanaf + LANGSTE_TERMIJN, len(rij))):
        venster = lees_woorden(tekst[rij[vanaf].start() : rij[tot].end()], jaar)
        if venster:
            beste = tot
            if venster.soort == OPEN_EIND:
                break
    return beste
