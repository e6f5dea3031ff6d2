"""Weight and colour of text on a terminal: a table of patterns for each kind of text.

A colour never says what the words don't: without colour weight stays, and in a pipe there is neither.
"""

import re
from collections.abc import Mapping, Sequence

from prestatie_cli.formaten.tabel import GEKLEURD, KLEUREN, Scherm, gestijld

# What a pattern finds (its group, else all of it) and how it looks, or how each text it may find does.
Opmaakregels = Sequence[tuple[re.Pattern[str], str | Mapping[str, str]]]

KOPREGEL = re.compile(r"^[A-Z][A-Z ]+(?: \(\d.*\))?$", re.MULTILINE)
EERSTE = re.compile(r"\A[^\n]+")
LET_OP = re.compile(r"^(?:Let op: .*|NIET HELEMAAL GELEZEN: .*)$", re.MULTILINE)
STANDREGEL = re.compile(rf"^(?:  |- )?stand: (?:[^\n;,]*: )?{GEKLEURD}", re.MULTILINE)
SPOORREGEL = re.compile(rf"^  .+: {GEKLEURD}", re.MULTILINE)
BASIS: Opmaakregels = ((EERSTE, "bold"), (KOPREGEL, "bold"), (LET_OP, "bold yellow"))
PLICHTKOP = re.compile(r"(?<=\n\n)(?![A-Z ]+\n)[\w.-]+\*? [^\n]+(?:\n\S[^\n]*)*(?=\n  )")
TUSSENKOP = re.compile(r"(?<=\n\n)[A-Z][a-z ]+(?=\n  )")
TOON: Opmaakregels = (*BASIS, (PLICHTKOP, "bold"), (STANDREGEL, KLEUREN))
INDICATORENLIJST: Opmaakregels = (*BASIS, (TUSSENKOP, "bold"))
SPOOR: Opmaakregels = (*BASIS, (SPOORREGEL, KLEUREN))
VALIDEER: Opmaakregels = (
    (re.compile(r"^fout\[[^\]]+\](?=: )", re.MULTILINE), "bold red"),
    (re.compile(r"^waarschuwing\[[^\]]+\](?=: )", re.MULTILINE), "bold yellow"),
    (re.compile(r"^informatie\[[^\]]+\](?=: )", re.MULTILINE), "bold blue"),
    (re.compile(r"^  -->", re.MULTILINE), "blue"),
    (re.compile(r"^ +\d* \|(?= |$)", re.MULTILINE), "blue"),
    (re.compile(r"^ +\| +(\^+)$", re.MULTILINE), "bold red"),
    (re.compile(r"^  (hulp:)", re.MULTILINE), "bold cyan"),
    (re.compile(r"^\d+ bestand.* gecontroleerd, (in orde)", re.MULTILINE), "bold green"),
    (re.compile(r"^\d+ bestand.* gecontroleerd, (niet in orde)", re.MULTILINE), "bold red"),
)
DIFF: Opmaakregels = (
    (EERSTE, "bold"),
    (KOPREGEL, "bold"),
    (re.compile(r"^\S[^\n]*(?=\n  \S)", re.MULTILINE), "bold"),
    (re.compile(r"\[-[^\n]*?-\]"), "red"),
    (re.compile(r"\{\+[^\n]*?\+\}"), "green"),
    (re.compile(r"^    \S+:\d+.*$", re.MULTILINE), "blue"),
)


def opgemaakt(tekst: str, regels: Opmaakregels, scherm: Scherm) -> str:
    """The text with the looks of its patterns; the first that finds a place has it."""
    if not scherm.rijk:
        return tekst
    plekken: list[tuple[int, int, str]] = []
    for patroon, stijl in regels:
        for treffer in patroon.finditer(tekst):
            van, tot = treffer.span(1 if patroon.groups else 0)
            if van < tot and not any(a < tot and van < b for a, b, _ in plekken):
                plekken.append((van, tot, stijl if isinstance(stijl, str) else stijl[tekst[van:tot]]))
    uit, eind = [], 0
    for van, tot, stijl in sorted(plekken):
        uit += [tekst[eind:van], gestijld(tekst[van:tot], stijl, scherm)]
        eind = tot
    return "".join([*uit, tekst[eind:]])
