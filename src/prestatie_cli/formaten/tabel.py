"""A table as text: plain by default, through rich on a terminal."""

import re
import textwrap
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from prestatie_cli.taal import schoon


@dataclass(frozen=True, slots=True)
class Scherm:
    """Where text goes: its width in characters and whether rich draws the tables."""

    breedte: int = 80
    rijk: bool = False
    kleur: bool = False


@dataclass(frozen=True, slots=True)
class Tabel:
    """Columns and rows of plain text; those in `soepel` are wrapped to fit, down to their least width."""

    koppen: tuple[str, ...]
    rijen: Sequence[tuple[str, ...]]
    soepel: Mapping[int, int]


# White at the end of a line, also between the codes that end a colour.
EINDWIT = re.compile(r"(?:\s|\x1b\[[0-9;]*m)+$")
KLEUREN = {
    "te laat": "bold red",
    "niet gehaald": "bold red",
    "binnenkort": "yellow",
    "aandacht": "yellow",
    "vertraagd": "yellow",
    "te laat gehaald": "yellow",
    "gehaald": "green",
    "op koers": "green",
}


# A state or verdict, and not the beginning of a longer text; the longest first, for one may begin as another.
GEKLEURD = f"({'|'.join(sorted(KLEUREN, key=len, reverse=True))})(?=$|[,;:]| \\()"
STANDBEGIN = re.compile(GEKLEURD)


def kleur_van(tekst: str) -> str:
    """The looks of a text that begins with a state or verdict: `op koers, over eerste halfjaar 2026`."""
    treffer = STANDBEGIN.match(tekst)
    return KLEUREN[treffer[1]] if treffer else ""


def tabeltekst(tabel: Tabel, scherm: Scherm) -> str:
    """The table as lines; nothing is cut off, long cells continue on the next line."""
    cellen = [tuple(schoon(c) for c in rij) for rij in tabel.rijen]
    breedtes = _breedtes(tabel.koppen, cellen, tabel.soepel, scherm.breedte)
    if scherm.rijk:
        return _rijke_tabel(tabel.koppen, cellen, breedtes, scherm)
    regels = [_regels(tabel.koppen, breedtes), "  ".join("-" * b for b in breedtes)]
    regels += [_regels(rij, breedtes) for rij in cellen]
    return "\n".join(regels)


def _breedtes(
    koppen: tuple[str, ...], cellen: list[tuple[str, ...]], soepel: Mapping[int, int], breedte: int
) -> list[int]:
    """The width of each column; the widest flexible one gives way until all fit, words whole if they can."""
    wens = [max([len(kop), *(len(rij[i]) for rij in cellen)]) for i, kop in enumerate(koppen)]
    woord = {i: max((len(w) for rij in cellen for w in rij[i].split()), default=0) for i in soepel}
    for heel in (True, False):
        while sum(wens) + 2 * (len(koppen) - 1) > breedte:
            minst = {i: max(m, len(koppen[i]), woord[i] if heel else 0) for i, m in soepel.items()}
            ruim = [i for i in soepel if wens[i] > minst[i]]
            if not ruim:
                break
            wens[max(ruim, key=lambda i: wens[i])] -= 1
    return wens


def _regels(cellen: tuple[str, ...], breedtes: list[int]) -> str:
    """One row, as many lines as its longest cell takes."""
    kolommen = [
        textwrap.wrap(c, b, break_on_hyphens=False) or [""] for c, b in zip(cellen, breedtes, strict=True)
    ]
    hoogte = max(len(k) for k in kolommen)
    regels = []
    for n in range(hoogte):
        delen = [(k[n] if n < len(k) else "").ljust(b) for k, b in zip(kolommen, breedtes, strict=True)]
        regels.append("  ".join(delen).rstrip())
    return "\n".join(regels)


def _rijke_tabel(
    koppen: tuple[str, ...],
    cellen: list[tuple[str, ...]],
    breedtes: list[int],
    scherm: Scherm,
    kop: bool = True,
) -> str:
    from rich.console import Console
    from rich.table import Table
    from rich.text import Text

    tabel = Table(box=None, pad_edge=False, padding=(0, 2, 0, 0), header_style="bold", show_header=kop)
    for naam, breedte in zip(koppen, breedtes, strict=True):
        tabel.add_column(naam, width=breedte, overflow="fold")
    for rij in cellen:
        tabel.add_row(*(Text(cel, style=kleur_van(cel)) for cel in rij))
    console = Console(
        width=max(scherm.breedte, sum(breedtes) + 2 * len(breedtes)),
        force_terminal=True,
        no_color=not scherm.kleur,
        highlight=False,
        emoji=False,
        legacy_windows=False,
    )
    with console.capture() as gevangen:
        console.print(tabel)
    regels = gevangen.get().rstrip("\n").split("\n")
    return "\n".join(EINDWIT.sub(lambda wit: "".join(wit[0].split()), regel) for regel in regels)


def ingesprongen(tekst: str, breedte: int, inspringen: int) -> list[str]:
    """The lines of a text that stands beside something of a width, as many characters from the left."""
    return alinea(tekst, max(breedte - inspringen, 20)).split("\n")


def gestijld(tekst: str, stijl: str, scherm: Scherm) -> str:
    """Lines with weight and colour on a terminal; without colour their weight stays."""
    if not scherm.rijk or not stijl:
        return tekst
    from rich.color import ColorSystem
    from rich.style import Style

    zonder = " ".join(woord for woord in stijl.split() if woord in ("bold", "dim", "underline"))
    vorm = Style.parse((stijl if scherm.kleur else zonder) or "none")
    return "\n".join(vorm.render(r, color_system=ColorSystem.STANDARD) if r else r for r in tekst.split("\n"))


def alinea(tekst: str, breedte: int, inspringen: str = "") -> str:
    """A paragraph folded to the width."""
    return textwrap.fill(
        schoon(" ".join(tekst.split())),
        breedte,
        initial_indent=inspringen,
        subsequent_indent=inspringen,
        break_on_hyphens=False,
        break_long_words=False,
    )
