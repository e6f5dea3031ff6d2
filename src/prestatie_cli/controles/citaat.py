"""Whether words are a quotation from a text, and which numbers stand in them."""

import re
from decimal import Decimal

GETAL_IN_TEKST = re.compile(r"([0-9]{1,3}(?:\.[0-9]{3})+(?:,[0-9]+)?|[0-9]+(?:[.,][0-9]+)?)\s*(%|procent)?")
DUIZENDPUNT = re.compile(r"\.(?=[0-9]{3}(?![0-9]))")


def getallen_in(tekst: str) -> frozenset[Decimal]:
    """The numbers in a text as they are written in Dutch; a percentage as a share."""
    uit = set()
    for cijfers, procent in GETAL_IN_TEKST.findall(tekst):
        waarde = Decimal(DUIZENDPUNT.sub("", cijfers).replace(",", "."))
        uit.add(waarde / 100 if procent else waarde)
    return frozenset(uit)


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
