"""Whether words are a quotation from a text, and which numbers stand in them."""

import re
from collections.abc import Iterator
from decimal import ROUND_DOWN, ROUND_UP, Decimal

from prestatie_cli.model.basis import MACHTEN

CIJFERS = r"[0-9]{1,3}(?:\.[0-9]{3})+(?:,[0-9]+)?|[0-9]+(?:[.,][0-9]+)?"
GETAL_IN_TEKST = re.compile(rf"({CIJFERS})\s*(%|procent\b|(?:{'|'.join(MACHTEN)})\b)?", re.IGNORECASE)
# The first bound of '30-40%' is a percentage too.
REEKS_IN_PROCENT = re.compile(
    rf"({CIJFERS})\s*(?:-|–|à|tot|t/m|tot en met)\s*(?:{CIJFERS})\s*(?:%|procent\b)", re.IGNORECASE
)
DUIZENDPUNT = re.compile(r"\.(?=[0-9]{3}(?![0-9]))")
EERSTE_TELWOORDEN = ("een", "twee", "drie", "vier", "vijf", "zes", "zeven", "acht", "negen")
TIENTALLEN = ("twintig", "dertig", "veertig", "vijftig", "zestig", "zeventig", "tachtig", "negentig")
TIENERS = (
    "tien",
    "elf",
    "twaalf",
    "dertien",
    "veertien",
    "vijftien",
    "zestien",
    "zeventien",
    "achttien",
    "negentien",
)
# How many of how many: 'een kwart' is 1 of 4. What does not end in decimals is rounded to these, down and up.
NOEMERS = {"helft": 2, "derde": 3, "kwart": 4, "vierde": 4, "vijfde": 5, "tiende": 10}
AFRONDINGEN = (4, 5, 6)


def _telnamen() -> dict[str, int]:
    """The counts in words: `twintig`, `vijfentwintig`, `honderd`, `tweehonderd`."""
    uit = {naam: n for n, naam in enumerate((*EERSTE_TELWOORDEN[1:], *TIENERS), 2)}
    for n, tiental in enumerate(TIENTALLEN, 2):
        uit[tiental] = 10 * n
        for e, een in enumerate(EERSTE_TELWOORDEN, 1):
            uit[een + ("ën" if een.endswith("e") else "en") + tiental] = 10 * n + e
    uit |= {f"{een if n > 1 else ''}honderd": 100 * n for n, een in enumerate(EERSTE_TELWOORDEN, 1)}
    return uit | {"geen": 0, "nul": 0, "één": 1, "duizend": 1000}


TELWOORDEN = _telnamen()
TELNAAM = re.compile(
    rf"\b({'|'.join(sorted(TELWOORDEN, key=len, reverse=True))})\b(\s+procent\b)?", re.IGNORECASE
)
# 'de helft', 'een derde van', never 'het derde kwartaal'; '1 op de 3', 'twee derde'.
DEEL = re.compile(
    r"\b(?:(de)\s+(helft)|(een|één|twee|drie)\s+(derde|kwart|vierde|vijfde|tiende))\b(?!\s+(?:kwartaal|jaar|lid|keer))",
    re.IGNORECASE,
)
OP_DE = re.compile(
    r"\b([0-9]+|een|één|twee|drie)\s+op\s+(?:de|elke|iedere)?\s*([0-9]+|[a-zë]+)\b", re.IGNORECASE
)
ALLE = re.compile(r"\b(?:alle|elke|iedere|volledig|geheel)\b", re.IGNORECASE)
BIJ_BENADERING = re.compile(
    r"\b(?:ruim|circa|ca\.?|ongeveer|bijna|rond de|zo'n|gemiddeld circa)\s+(?=\S)", re.IGNORECASE
)


def getallen_in(tekst: str) -> frozenset[Decimal]:
    """The numbers in a text as Dutch writes them, in figures or words; a percentage or a part as a share."""
    uit: set[Decimal] = set()
    for cijfers, soort in GETAL_IN_TEKST.findall(tekst):
        waarde = _waarde(cijfers)
        soort = soort.casefold()
        uit.add(waarde / 100 if soort in ("%", "procent") else waarde * 10 ** MACHTEN.get(soort, 0))
    uit |= {_waarde(cijfers) / 100 for cijfers in REEKS_IN_PROCENT.findall(tekst)}
    for naam, procent in TELNAAM.findall(tekst):
        waarde = Decimal(TELWOORDEN[naam.casefold()])
        uit.add(waarde / 100 if procent else waarde)
    for teller, noemer in _breuken(tekst):
        uit |= _als_decimalen(teller, noemer)
    return frozenset(uit | ({Decimal(1)} if ALLE.search(tekst) else set()))


def delen_in_woorden(tekst: str) -> Iterator[str]:
    """The words of a text that are a part or a percentage: `de helft`, `vijftien procent`."""
    # Most texts have neither; to look for every count in words in all of them would take long.
    if any(deel in tekst for deel in NOEMERS):
        yield from (m[0] for m in DEEL.finditer(tekst))
    if "procent" in tekst:
        yield from (m[0] for m in TELNAAM.finditer(tekst) if m[2])


def is_bij_benadering(tekst: str) -> bool:
    """Whether words give a number as about so much: `circa 12`, `ruim 30%`."""
    return BIJ_BENADERING.search(tekst) is not None


def _waarde(cijfers: str) -> Decimal:
    return Decimal(DUIZENDPUNT.sub("", cijfers).replace(",", "."))


def _breuken(tekst: str) -> Iterator[tuple[int, int]]:
    """The parts of a whole in a text, each as how many of how many."""
    for de, helft, keer, deel in DEEL.findall(tekst):
        yield (1, NOEMERS[helft.casefold()]) if de else (_telling(keer), NOEMERS[deel.casefold()])
    for teller, noemer in OP_DE.findall(tekst):
        van, op = _telling(teller), _telling(noemer)
        if 0 < van <= op:
            yield van, op


def _telling(woord: str) -> int:
    klein = woord.casefold()
    return int(klein) if klein.isdecimal() else 1 if klein == "een" else TELWOORDEN.get(klein, 0)


def _als_decimalen(teller: int, noemer: int) -> set[Decimal]:
    """A part as decimals; of a third down as well as up, so near that no count lies between."""
    precies = Decimal(teller) / Decimal(noemer)
    if precies == precies.quantize(Decimal("0.0001")):
        return {precies.normalize()}
    stappen = [Decimal(1).scaleb(-n) for n in AFRONDINGEN]
    return {precies.quantize(s, rounding=r) for s in stappen for r in (ROUND_DOWN, ROUND_UP)}


def _vouw(tekst: str) -> str:
    """Text without differences of case and white space, to find a quotation back in."""
    return " ".join(tekst.split()).casefold()


def is_citaat(citaat: str, *teksten: str | None) -> bool:
    """Whether a quotation stands in one of the texts, in whole words.

    '…' joins pieces that follow each other in that order.
    """
    if "…" not in citaat and any(_zoek(citaat, t, 0) >= 0 for t in teksten if t):
        return True  # as it stands there, which is most often so
    stukken = [s for stuk in _vouw(citaat).split("…") if (s := stuk.strip())]
    return bool(stukken) and any(_staat_in(stukken, _vouw(t)) for t in teksten if t)


def _staat_in(stukken: list[str], tekst: str) -> bool:
    vanaf = 0
    for stuk in stukken:
        vanaf = _zoek(stuk, tekst, vanaf)
        if vanaf < 0:
            return False
    return True


def _zoek(stuk: str, tekst: str, vanaf: int) -> int:
    """The place after a piece in whole words from `vanaf`, or -1."""
    while stuk and (begin := tekst.find(stuk, vanaf)) >= 0:
        eind = begin + len(stuk)
        voor, na = tekst[begin - 1 : begin], tekst[eind : eind + 1]
        if not (voor.isalnum() and stuk[0].isalnum()) and not (na.isalnum() and stuk[-1].isalnum()):
            return eind
        vanaf = begin + 1
    return -1
