"""Term words in the one spelling that the forms are written in: what is spelt otherwise is the same term."""

import re
from unicodedata import combining, normalize

from prestatie_cli.taal import MAANDEN

TELNAMEN = (
    "een", "twee", "drie", "vier", "vijf", "zes", "zeven", "acht", "negen", "tien", "elf", "twaalf",
)  # fmt: skip
MEESTE_KEREN = 60
MAANDAFKORTINGEN = {
    "jan": 0, "feb": 1, "febr": 1, "mrt": 2, "apr": 3, "jun": 5, "jul": 6, "aug": 7, "sep": 8, "sept": 8,
    "okt": 9, "nov": 10, "dec": 11,
}  # fmt: skip
# Before the year, or meant for it? With accents it is before, and so it is after these words.
TWEE_LEZINGEN = re.compile(
    r"(?<!uiterlijk )(?<!tijdig )(?<!niet )\bvoor (?:(?:het|heel) (?:jaar )?)?"
    r"([0-9]{4}(?: ?(?:of|en|/|-) ?[0-9]{4})?)(?=$|,| (?!tot\b|of\b|en\b))"
)
_STREEPJES = re.compile("[\u2010-\u2015\u2212]")
_AANHALING = re.compile("[\u2018\u2019\u02bc`]")
_MET_MAAND = f"(?:(?:{'|'.join(MAANDEN)}) )?"
# What is written in more than one way; the first column becomes the second, from top to bottom.
_SCHRIJFWIJZEN = tuple(
    (re.compile(patroon), naar)
    for patroon, naar in (
        (r"t/ ?m\b|\btm\b", "tot en met"),
        (r"\bm\.?i\.?v\.?(?= )", "met ingang van"),
        (r"\bi\.?v\.?m\.?(?= )", "in verband met"),
        (r"(?<![0-9])\.|\.(?![0-9])", ""),
        (r"\s*([/-])\s*", r"\1"),
        (r",? (?:en )?(?:zo mogelijk|bij voorkeur|liefst|(?:indien|waar) mogelijk|of) eerder$", ""),
        (r"^eenmalig,? (?=.)| terugkerende?$", ""),
        (r"\b(jaar) door$", r"\1"),
        (r"\(", ", "),
        (r"\)", ""),
        (r"\s*,[\s,]*", ", "),
        (r"(?<=[0-9 /-])'(?=[0-9]{2}\b)", "20"),
        (r"\bhalf[ -](?=jaar)", "half"),
        (
            rf"\bvoor (?:de |het )?(?:aanvang|begin|start) van (?:het jaar )?(?={_MET_MAAND}[0-9]{{4}}\b)",
            "voor ",
        ),
        (r"\b(?:kalender|begrotings)(?=jaar|maand|kwartaal|dag)", ""),
        (r"\b([0-9]{1,2}[/.-][0-9]{1,2}[/.-])([2-4][0-9])(?![0-9/-])", r"\g<1>20\2"),
        (r"(jaar|maande|kwartaal|weke)-?lijkse\b", r"\1lijks"),
        (r"\b(twee|drie|vier|vijf|[2-5])-jaarlijks\b", r"\1jaarlijks"),
        (r"'?\bs jaars\b", "per jaar"),
        (r"\b([0-9]+) ?(?:x|×)/(?=jaar|half|kwartaal|maand)", r"\1 keer per "),
        (r"\s*:\s*", " "),
        (r"\b(?:weken|wk) (?=[0-9])", "week "),
        (r"\b(structurele|doorlopende|permanente|continue|blijvende)\b", r"\1"),
        (r"\b([0-9]+) ?(?:x|×)(?= |$)", r"\1 keer"),
        (rf"\b({'|'.join(TELNAMEN)})(?:maal|keer)\b", r"\1 keer"),
        (r"\b([0-9]+)(?:maal|keer)\b", r"\1 keer"),
        (r"\b([0-9]+|[a-z]+) (?:maal|x)\b", r"\1 keer"),
        (r"\beens\b", "een keer"),
    )
)
_MAANDNAAM = re.compile(rf"\b({'|'.join(MAANDAFKORTINGEN)})\b")


def genormaliseerd(woorden: str) -> str:
    """Words as the forms write them: lower case, one space, no accents, full stops or abbreviations."""
    tekst = "".join(t for t in normalize("NFD", gelijkgetrokken(woorden)) if not combining(t))
    tekst = _AANHALING.sub("'", _STREEPJES.sub("-", tekst))
    for patroon, naar in _SCHRIJFWIJZEN:
        tekst = patroon.sub(naar, tekst)
    tekst = _MAANDNAAM.sub(lambda m: MAANDEN[MAANDAFKORTINGEN[m[1]]], tekst)
    return " ".join(tekst.split()).strip(" .,")


def gelijkgetrokken(woorden: str) -> str:
    """Lower case, one space between words, accents as one character."""
    return " ".join(normalize("NFC", woorden).casefold().split()).strip(" .,")


def jaar_met_twee_lezingen(woorden: str) -> str | None:
    """The year in words that may mean two things: 'voor 2026' is before that year, or meant for it."""
    treffer = TWEE_LEZINGEN.search(gelijkgetrokken(woorden))
    return treffer[1] if treffer else None


def telwoord(woord: str) -> int | None:
    """A count in words or digits, up to so many as are told apart."""
    getal = TELNAMEN.index(woord) + 1 if woord in TELNAMEN else int(woord) if woord.isdecimal() else 0
    return getal if 0 < getal <= MEESTE_KEREN else None
