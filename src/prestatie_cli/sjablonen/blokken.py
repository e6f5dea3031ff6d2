"""Markdown of a report -> a small tree of blocks, which DOCX and PDF are made from.

Read by markdown-it-py, as the HTML is. Only what a report consists of is known; the rest is an error,
so that nothing disappears and nothing comes out raw.
"""

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from urllib.parse import unquote

from markdown_it.tree import SyntaxTreeNode

from prestatie_cli.fouten import BronFout
from prestatie_cli.sjablonen.ankers import unieke_ankers
from prestatie_cli.sjablonen.grafieken import Grafiek
from prestatie_cli.sjablonen.html import GRAFIEK, lezer

GEEN_XML = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")  # Word can't hold these
DIEPSTE_KOP = 4
DIEPSTE_LIJST = 2
MARGE = 2.5  # letters that the white space of a cell takes
VET = 1.1  # bold is wider
SMAL = 0.5  # of the width, for a table that needs no more
KORT = 19.0  # letters, margin included; a column of no more stays on one line
VERBETER = "verbeter het sjabloon"
BREEDTES = (
    dict.fromkeys("fijlrt.,:;'|!()[]/ -", 0.6)
    | dict.fromkeys("ABCDEFGHKLNOPQRSTUVXYZ€&", 1.3)
    | dict.fromkeys("mwMW@%—", 1.6)
)


@dataclass(frozen=True, slots=True)
class Tekstdeel:
    """Text in one dress; a hard break is a newline. `naar` is `#anchor`, an https address, or empty."""

    tekst: str
    vet: bool = False
    schuin: bool = False
    naar: str = ""


Inhoud = tuple[Tekstdeel, ...]


@dataclass(frozen=True, slots=True)
class Kop:
    """A heading: level 0 is the title of the document, the levels below have no gaps."""

    niveau: int
    inhoud: Inhoud
    anker: str


@dataclass(frozen=True, slots=True)
class Alinea:
    """A paragraph."""

    inhoud: Inhoud


@dataclass(frozen=True, slots=True)
class Lijst:
    """A list; an item is blocks: paragraphs, and perhaps one list in it. `vanaf` is its first number."""

    items: tuple[tuple["Blok", ...], ...]
    vanaf: int | None = None


@dataclass(frozen=True, slots=True)
class Tabelblok:
    """A table with one header row; `rechts` tells per column whether it is right-aligned."""

    koppen: tuple[Inhoud, ...]
    rechts: tuple[bool, ...]
    rijen: tuple[tuple[Inhoud, ...], ...]


@dataclass(frozen=True, slots=True)
class Citaat:
    """A block quote: a banner."""

    blokken: tuple["Blok", ...]


@dataclass(frozen=True, slots=True)
class Scheiding:
    """A thematic break."""


@dataclass(frozen=True, slots=True)
class Beeld:
    """The place of a chart."""

    naam: str


Blok = Kop | Alinea | Lijst | Tabelblok | Citaat | Scheiding | Beeld


class NietInEenStuk(Exception):
    """Markdown that a document can't hold in every format: its kind, and what it holds."""

    def __init__(self, soort: str, inhoud: str) -> None:
        super().__init__(soort, inhoud)
        self.soort, self.inhoud = soort, inhoud

    def __str__(self) -> str:
        """What it is in Dutch, with what it holds."""
        wat = SOORTNAMEN.get(self.soort, f"'{self.soort}'")
        return f"{wat} kan niet in een stuk staan" + (f": {self.inhoud[:60].strip()}" if self.inhoud else "")


# What markdown-it calls it, in Dutch.
SOORTNAMEN = {
    "image": "een afbeelding",
    "html_block": "HTML",
    "html_inline": "HTML",
    "fence": "een blok met code",
    "code_block": "een ingesprongen blok (code)",
    "code_inline": "tekst als code",
    "heading": "een kop van meer dan vier niveaus, of een kop in een lijst of citaat",
    "bullet_list": "een lijst van meer dan twee niveaus",
    "ordered_list": "een lijst van meer dan twee niveaus",
    "table": "een tabel in een lijst of citaat",
    "blockquote": "een citaat in een lijst of citaat",
    "hr": "een streep in een lijst of citaat",
}


def platte_tekst(inhoud: Inhoud) -> str:
    """The text without its dress."""
    return "".join(t.tekst for t in inhoud)


def lees_markdown(markdown: str) -> tuple[Blok, ...]:
    """The blocks of a report; NietInEenStuk on what it can't hold, BronFout on a wrong link or level.

    A first heading `#` that is the only one is the title; the headings below it then move up a level.
    """
    boom = SyntaxTreeNode(lezer().parse(markdown))
    blokken = _met_ankers(_blok(knoop, 0) for knoop in boom.children)
    hoofdkoppen = [b for b in blokken if isinstance(b, Kop) and b.niveau == 1]
    eerste = next((b for b in blokken if isinstance(b, Kop)), None)
    if len(hoofdkoppen) == 1 and eerste is hoofdkoppen[0]:
        blokken = [replace(b, niveau=b.niveau - 1) if isinstance(b, Kop) else b for b in blokken]
    _controleer_koppen([b for b in blokken if isinstance(b, Kop)])
    return tuple(blokken)


def in_woorden(grafiek: Grafiek) -> str:
    """What a chart shows, its title first."""
    if grafiek.samenvatting.startswith(grafiek.titel):
        return grafiek.samenvatting
    return f"{grafiek.titel}: {grafiek.samenvatting}"


def controleer_grafieken(
    blokken: Sequence[Blok], grafieken: Mapping[str, Grafiek], plaats: Callable[[str], str]
) -> None:
    """BronFout when a chart has a place in the text and was not made; `plaats` is where a name stands."""
    for blok in blokken:
        if isinstance(blok, Beeld) and blok.naam not in grafieken:
            raise BronFout(f"{plaats(blok.naam)}: de grafiek '{blok.naam}' bestaat niet", VERBETER)


def _controleer_koppen(koppen: list[Kop]) -> None:
    """Levels without gaps: a screen reader walks them, and PDF/UA demands it."""
    vorige = 0
    for kop in koppen:
        if kop.niveau > vorige + 1:
            raise BronFout(
                f"de kop '{platte_tekst(kop.inhoud)}' slaat een niveau over (van {vorige} naar {kop.niveau})",
                VERBETER,
            )
        vorige = kop.niveau


def _met_ankers(blokken: Iterator[Blok]) -> list[Blok]:
    alle = list(blokken)
    ankers = iter(unieke_ankers(platte_tekst(b.inhoud) for b in alle if isinstance(b, Kop)))
    return [replace(b, anker=next(ankers)) if isinstance(b, Kop) else b for b in alle]


def _blok(knoop: SyntaxTreeNode, diepte: int) -> Blok:
    match knoop.type:
        case "heading" if not diepte and int(knoop.tag[1]) <= DIEPSTE_KOP:
            return Kop(int(knoop.tag[1]), _inhoud(knoop), "")
        case "paragraph":
            return Alinea(_inhoud(knoop))
        case "bullet_list" if diepte < DIEPSTE_LIJST:
            return Lijst(_punten(knoop, diepte))
        case "ordered_list" if diepte < DIEPSTE_LIJST:
            return Lijst(_punten(knoop, diepte), int(knoop.attrs.get("start", 1)))
        case "table" if not diepte:
            return _tabel(knoop)
        case "blockquote" if not diepte:
            return Citaat(tuple(_blok(k, 1) for k in knoop.children))
        case "hr" if not diepte:
            return Scheiding()
        case "html_block" if not diepte and (naam := GRAFIEK.fullmatch(knoop.content)):
            return Beeld(naam[1])
    raise NietInEenStuk(knoop.type, knoop.content)


def _punten(knoop: SyntaxTreeNode, diepte: int) -> tuple[tuple[Blok, ...], ...]:
    return tuple(tuple(_blok(k, diepte + 1) for k in punt.children) for punt in knoop.children)


def _tabel(knoop: SyntaxTreeNode) -> Tabelblok:
    rijen = [rij.children for deel in knoop.children for rij in deel.children]
    koppen, *rest = [tuple(_inhoud(cel) for cel in rij) for rij in rijen]
    rechts = tuple("right" in str(cel.attrs.get("style", "")) for cel in rijen[0])
    return Tabelblok(koppen, rechts, tuple(rest))


def _inhoud(knoop: SyntaxTreeNode) -> Inhoud:
    """The text of a block, neighbours in the same dress joined."""
    uit: list[Tekstdeel] = []
    for deel in (d for regel in knoop.children for k in regel.children for d in _teksten(k, Tekstdeel(""))):
        if uit and replace(uit[-1], tekst="") == replace(deel, tekst=""):
            uit[-1] = replace(deel, tekst=uit[-1].tekst + deel.tekst)
        elif deel.tekst:
            uit.append(deel)
    return tuple(uit)


def _teksten(knoop: SyntaxTreeNode, dracht: Tekstdeel) -> Iterator[Tekstdeel]:
    match knoop.type:
        case "text":
            yield replace(dracht, tekst=GEEN_XML.sub("", knoop.content))
            return
        case "softbreak":
            yield replace(dracht, tekst=" ")
            return
        case "hardbreak":
            yield replace(dracht, tekst="\n")
            return
        case "strong":
            dracht = replace(dracht, vet=True)
        case "em":
            dracht = replace(dracht, schuin=True)
        case "link":
            dracht = replace(dracht, naar=_verwijzing(str(knoop.attrs.get("href", ""))))
        case _:
            raise NietInEenStuk(knoop.type, knoop.content or str(knoop.attrs.get("src", "")))
    for kind in knoop.children:
        yield from _teksten(kind, dracht)


def _verwijzing(naar: str) -> str:
    if naar.startswith("#"):
        return unquote(naar)
    if naar.startswith("https://"):
        return naar
    raise BronFout(f"een verwijzing gaat naar #… of https://…, niet naar '{naar}'", VERBETER)


def tekstbreedte(tekst: str) -> float:
    """About how wide text is, in letters such as `n`; a proportional font is not counted in characters."""
    return sum(BREEDTES.get(teken, 1.0) for teken in tekst)


def kolombreedtes(tabel: Tabelblok, ruimte: float) -> tuple[float, ...]:
    """The share of each column in the width, which has room for `ruimte` letters.

    A column has room for its longest word, or for all it says when that is short; what is left goes,
    letter by letter, to the column that makes the table shortest. A table of little text is half as wide.
    """
    rijen = [
        [MARGE + tekstbreedte(platte_tekst(cel)) * dracht for cel in rij]
        for rij, dracht in ((tabel.koppen, VET), *((rij, 1.0) for rij in tabel.rijen))
    ]
    wens = [min(max(kolom), ruimte) for kolom in zip(*rijen, strict=True)]
    if sum(wens) <= ruimte:
        vol = SMAL if sum(wens) < SMAL * ruimte else 1.0
        return tuple(round(b / sum(wens) * vol, 4) for b in wens)
    woorden = [min(_langste_woord(tabel, i), ruimte / 3) for i in range(len(wens))]
    kort = [w if w <= KORT else m for w, m in zip(wens, woorden, strict=True)]
    breed = kort if sum(kort) <= ruimte else woorden
    for _ in range(int(ruimte - sum(breed))):
        breed[_smalste(rijen, breed)] += 1
    return tuple(round(b / sum(breed), 4) for b in breed)


def _langste_woord(tabel: Tabelblok, kolom: int) -> float:
    kop = [tekstbreedte(w) * VET for w in platte_tekst(tabel.koppen[kolom]).split()]
    rest = [tekstbreedte(w) for rij in tabel.rijen for w in platte_tekst(rij[kolom]).split()]
    return MARGE + max([1.0, *kop, *rest])


def _smalste(rijen: list[list[float]], breedtes: list[float]) -> int:
    """The column whose widening saves most height; a row is as high as its highest cell."""
    winst = [0.0] * len(breedtes)
    for rij in rijen:
        hoogtes = [lengte / breedte for lengte, breedte in zip(rij, breedtes, strict=True)]
        hoogste = hoogtes.index(max(hoogtes))
        winst[hoogste] += max(0.0, hoogtes[hoogste] - 1) / breedtes[hoogste]
    return winst.index(max(winst))
