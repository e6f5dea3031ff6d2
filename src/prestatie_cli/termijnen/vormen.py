"""Term words <-> window: the tables `VORMEN` and (for the days in them) `PERIODEN`, nothing beyond.

A window runs from its first to its last day, both included. Words outside the tables are not
guessed: `lees_woorden` gives None and the parties settle an explicit reading. `make docs` makes the
tables of `docs/formaat.md` from these rows.
"""

import re
from dataclasses import dataclass, replace
from datetime import date
from fractions import Fraction
from functools import lru_cache
from typing import Literal
from unicodedata import normalize

from prestatie_cli.taal import MAANDEN, datum_in_woorden
from prestatie_cli.termijnen.perioden import DAG, EERSTE_DAG, Termijnvorm, lees, lees_periode

TELWOORDEN = {
    "een": 1, "één": 1, "twee": 2, "drie": 3, "vier": 4, "zes": 6, "twaalf": 12,
    "1": 1, "2": 2, "3": 3, "4": 4, "6": 6, "12": 12,
}  # fmt: skip
VAST = {"doorlopend": "structureel", "voorwaardelijk": "indien nodig"}
# Before the year, or meant for it? With accents it is before.
TWEE_LEZINGEN = re.compile(r"(?:in principe )?voor ([0-9]{4}(?: ?(?:of|/|-) ?[0-9]{4})?)(?:, in principe)?")
MAANDEN_PER = {"jaar": 12, "halfjaar": 6, "kwartaal": 3, "maand": 1}
CYCLI = {1: "maandelijks", 3: "per kwartaal", 6: "per halfjaar", 12: "jaarlijks"}

Vensterssoort = Literal["periode", "begin", "na", "terugkerend", "doorlopend", "uitgesteld", "voorwaardelijk"]


@dataclass(frozen=True, slots=True)
class Venster:
    """How term words are read: first and last day (both included), None where there is none.

    `begin` must have started by `uiterlijk` and has no end; `na` says what it is about, not when;
    `voorwaardelijk` holds only once its condition is met; `terugkerend` recurs `keer` times in every
    `elke` months; `zacht` is never late.
    """

    soort: Vensterssoort
    vroegst: date | None = None
    uiterlijk: date | None = None
    zacht: bool = False
    keer: int = 0
    elke: int = 12

    @property
    def keren_per_jaar(self) -> Fraction:
        """How often it recurs in a year, 0 for what does not."""
        return Fraction(12 * self.keer, self.elke)


@lru_cache(maxsize=4096)
def lees_woorden(woorden: str) -> Venster | None:
    """The window of term words, or None when the tables do not know them, or they have two readings."""
    if jaar_met_twee_lezingen(woorden):
        return None
    return lees(VORMEN, genormaliseerd(woorden))


def jaar_met_twee_lezingen(woorden: str) -> str | None:
    """The year in words that may mean two things: 'voor 2026' is before that year, or meant for it."""
    treffer = TWEE_LEZINGEN.fullmatch(_gelijkgetrokken(woorden))
    return treffer[1] if treffer else None


def is_streven(woorden: str) -> bool:
    """Whether words say that something is strived for, also where they are not read."""
    return "in principe" in genormaliseerd(woorden)


def _gelijkgetrokken(woorden: str) -> str:
    """Lower case, one space between words, accents as one character."""
    return " ".join(normalize("NFC", woorden).casefold().split()).strip(" .,")


def genormaliseerd(woorden: str) -> str:
    """Words as the forms write them: lower case, one space, no accent or full stop."""
    tekst = _gelijkgetrokken(woorden).replace("vóór", "voor").replace("t/m", "tot en met")
    return re.sub(r"\s*/\s*", "/", tekst)


def _keren(telwoord: str, tijdvak: str) -> Venster | None:
    keer = TELWOORDEN.get(telwoord)
    return Venster("terugkerend", keer=keer, elke=MAANDEN_PER[tijdvak]) if keer else None


def _uitgesteld(jaar: str) -> Venster | None:
    periode = lees_periode(jaar)
    return Venster("uitgesteld", *periode) if periode else None


def _streven(tekst: str) -> Venster | None:
    """The soft window of words that name dates; other words are not softened, and none twice."""
    venster = None if "in principe" in tekst else lees(VORMEN, tekst)
    return replace(venster, zacht=True) if venster and venster.soort in ("periode", "begin", "na") else None


def _bereik(van: str, tot: str) -> Venster | None:
    a, b = lees_periode(van), lees_periode(tot)
    return Venster("periode", a[0], b[1]) if a and b and a[0] <= b[1] else None


def _uiterlijk(tekst: str) -> Venster | None:
    periode = lees_periode(tekst)
    return Venster("periode", None, periode[1]) if periode else None


def _voor(tekst: str) -> Venster | None:
    periode = lees_periode(tekst)
    return Venster("periode", None, periode[0] - DAG) if periode and periode[0] > EERSTE_DAG else None


def _per(tekst: str) -> Venster | None:
    periode = lees_periode(tekst)
    return Venster("periode", *periode) if periode and periode[0] == periode[1] else None


def _begin(tekst: str) -> Venster | None:
    periode = lees_periode(tekst)
    return Venster("begin", *periode) if periode else None


def _na(tekst: str) -> Venster | None:
    periode = lees_periode(tekst)
    return Venster("na", periode[1] + DAG) if periode else None


def _in(tekst: str) -> Venster | None:
    periode = lees_periode(tekst)
    return Venster("periode", *periode) if periode else None


VORMEN: tuple[Termijnvorm[Venster], ...] = (
    Termijnvorm(
        re.compile(r"jaarlijks|eenmaal per jaar|(?:elk|ieder|per) jaar"),
        lambda: Venster("terugkerend", keer=1),
        "jaarlijks",
        ("eenmaal per jaar", "elk jaar", "ieder jaar", "per jaar"),
    ),
    Termijnvorm(
        re.compile(r"halfjaarlijks|(?:elk|ieder|per) halfjaar"),
        lambda: Venster("terugkerend", keer=1, elke=6),
        "per halfjaar",
        ("halfjaarlijks", "elk halfjaar", "ieder halfjaar"),
        "over elk halfjaar; te laat als ook het volgende voorbij is",
    ),
    Termijnvorm(
        re.compile(r"(?:elk|ieder|per) kwartaal"),
        lambda: Venster("terugkerend", keer=1, elke=3),
        "per kwartaal",
        ("elk kwartaal", "ieder kwartaal"),
        "over elk kwartaal; te laat als ook het volgende voorbij is",
    ),
    Termijnvorm(
        re.compile(r"maandelijks|(?:elke|iedere|per) maand"),
        lambda: Venster("terugkerend", keer=1, elke=1),
        "maandelijks",
        ("elke maand", "iedere maand", "per maand"),
        "over elke maand; te laat als ook de volgende voorbij is",
    ),
    Termijnvorm(
        re.compile(r"(\S+?)(?: ?x| keer| ?maal) per (jaar|halfjaar|kwartaal|maand)"),
        _keren,
        "twee keer per jaar",
        ("2 keer per jaar", "twee maal per jaar", "2x per jaar", "tweemaal per jaar"),
        "een, twee, drie, vier, zes of twaalf keer; ook per halfjaar, kwartaal of maand",
    ),
    Termijnvorm(
        re.compile(r"(?:een )?(?:structureel(?: overleg)?|vast agendapunt|doorlopend)"),
        lambda: Venster("doorlopend"),
        "structureel overleg",
        ("structureel", "doorlopend", "vast agendapunt", "een vast agendapunt"),
    ),
    Termijnvorm(
        re.compile(r"indien nodig(?: .+)?"),
        lambda: Venster("voorwaardelijk"),
        "indien nodig",
        ("indien nodig jaarlijks",),
        "wat erachter staat, geeft geen datum",
    ),
    Termijnvorm(
        re.compile(r"niet voorzien in ([0-9]{4})"),
        _uitgesteld,
        "niet voorzien in 2026",
        uitleg="wordt apart genoemd en is nooit te laat",
    ),
    Termijnvorm(
        re.compile(r"in principe (.+)"),
        _streven,
        "in principe in 2027/2028",
        uitleg="een streven: nooit te laat, na afloop wel aandacht",
    ),
    Termijnvorm(re.compile(r"(.+), in principe"), _streven, "2027/2028, in principe", uitleg="hetzelfde"),
    Termijnvorm(
        re.compile(r"(?:vanaf |van |in de periode )?(.+) tot en met (.+)"),
        _bereik,
        "2026 t/m 2030",
        (
            "2026 tot en met 2030",
            "in de periode 2026 tot en met 2030",
            "vanaf 1 januari 2026 tot en met 31 december 2030",
        ),
        "de eerste en de laatste dag tellen mee",
    ),
    Termijnvorm(
        re.compile(r"tijdig(?: … | )per (.+)"),
        _voor,
        "tijdig … per 1 juli 2026",
        ("tijdig per 1 juli 2026",),
        "iets moet af zijn vóór die dag (2.4: het overleg komt voor de huuraanpassing)",
    ),
    Termijnvorm(
        re.compile(r"(?:in )?(?:de )?(?:periode )?([0-9]{4}) ?[-–] ?([0-9]{4})"),
        _bereik,
        "2026-2030",
        ("in de periode 2026-2030", "de periode 2026-2030"),
        "hetzelfde als 2026 t/m 2030",
    ),
    Termijnvorm(
        re.compile(r"(?:tijdig |uiterlijk )?voor (.+)"),
        _voor,
        "vóór 1 juli 2026",
        ("voor 1 juli 2026", "tijdig voor 1 juli 2026", "uiterlijk vóór 1 juli 2026"),
        "die dag telt niet meer mee; 'vóór 2026' is vóór het jaar begint; 'voor 2026' kan ook over dat jaar "
        "gaan en wordt niet gelezen",
    ),
    Termijnvorm(
        re.compile(r"uiterlijk (?:op |in |per )?(.+)"),
        _uiterlijk,
        "uiterlijk Q2 2026",
        (
            "uiterlijk in Q2 2026",
            "uiterlijk 30 juni 2026",
            "uiterlijk op 30 juni 2026",
            "uiterlijk per 30 juni 2026",
        ),
        "de laatste dag telt nog mee",
    ),
    Termijnvorm(re.compile(r"per (.+)"), _per, "per 1 juli 2026", uitleg="iets gaat op die dag in"),
    Termijnvorm(
        re.compile(r"(?:vanaf|met ingang van) (.+)"),
        _begin,
        "vanaf 2026/2027",
        ("met ingang van 2026/2027",),
        uitleg="gaat over het begin; te laat als er op 1 januari 2028 nog niet is begonnen",
    ),
    Termijnvorm(
        re.compile(r"na (.+)"),
        _na,
        "na 2030",
        uitleg="zegt waarover het gaat, niet wanneer iets af moet zijn (1.13: het overleg is nu)",
    ),
    Termijnvorm(
        re.compile(r"(?:in de loop van |gedurende |in |op )?(.+)"),
        _in,
        "in 2026",
        ("2026", "in de loop van 2026", "gedurende 2026"),
        "te laat vanaf 1 januari 2027",
    ),
)


def _periode_in_woorden(van: date, tot: date, jaren: str) -> str:
    """The shortest words that are read back as this period; `jaren` joins two years."""
    kandidaten = (
        f"{van.year}",
        f"{van.year}{jaren}{tot.year}",
        f"{van.year}-H{(van.month + 5) // 6}",
        f"medio {van.year}",
        f"{van.year}-Q{(van.month + 2) // 3}",
        f"{MAANDEN[van.month - 1]} {van.year}",
        datum_in_woorden(van),
    )
    return next(
        (k for k in kandidaten if lees_periode(k.casefold()) == (van, tot)),
        f"{datum_in_woorden(van)} tot en met {datum_in_woorden(tot)}",
    )


def _herhaling(venster: Venster) -> str:
    if venster.keer == 1:
        return CYCLI[venster.elke]
    tijdvak = next(naam for naam, maanden in MAANDEN_PER.items() if maanden == venster.elke)
    return f"{'twee' if venster.keer == 2 else venster.keer} keer per {tijdvak}"


def schrijf_woorden(venster: Venster) -> str:
    """The table's words for a window; reading them gives the same window."""
    if venster.soort == "terugkerend":
        return _herhaling(venster)
    if venster.soort in VAST:
        return VAST[venster.soort]
    van, tot = venster.vroegst, venster.uiterlijk
    if venster.soort == "uitgesteld" and van:
        return f"niet voorzien in {van.year}"
    if venster.soort == "na" and van:
        vorige = van - DAG
        woorden = f"na {vorige.year if vorige.month == 12 and vorige.day == 31 else datum_in_woorden(vorige)}"
    elif venster.soort == "begin" and van and tot:
        woorden = f"vanaf {_periode_in_woorden(van, tot, '/')}"
    elif van and tot:
        woorden = _periode_in_woorden(van, tot, " of ")
        if van.year != tot.year and van == date(van.year, 1, 1) and tot == date(tot.year, 12, 31):
            woorden = woorden if tot.year == van.year + 1 else f"{van.year} tot en met {tot.year}"
    elif tot:
        woorden = f"uiterlijk {datum_in_woorden(tot)}"
    else:
        raise ValueError(venster)
    return f"in principe {woorden}" if venster.zacht else woorden


def lezing_in_woorden(venster: Venster) -> str:
    """What the window means, for a reader: the days and what is late."""
    van, tot = venster.vroegst, venster.uiterlijk
    match venster.soort:
        case "terugkerend":
            tijdvak = "per kalenderjaar geteld" if venster.elke == 12 else "over elk tijdvak"
            return f"{_herhaling(venster)}, {tijdvak}"
        case "doorlopend":
            return "doorlopend, ten minste één vastgelegd moment per jaar"
        case "voorwaardelijk":
            return "alleen als de voorwaarde is vervuld, geen datum"
        case "uitgesteld":
            return f"niet voorzien in {van.year}" if van else "uitgesteld"
        case "na":
            return f"gaat over de tijd vanaf {datum_in_woorden(van)}, geen uiterste datum" if van else ""
        case "begin":
            return f"begint uiterlijk {datum_in_woorden(tot)}, geen einddatum" if tot else ""
    zacht = " (streven, nooit te laat)" if venster.zacht else ""
    if van and tot and van != tot:
        return f"{datum_in_woorden(van)} t/m {datum_in_woorden(tot)}{zacht}"
    if tot:
        return f"{'op' if van else 'uiterlijk'} {datum_in_woorden(tot)}{zacht}"
    return f"vanaf {datum_in_woorden(van)}{zacht}" if van else "geen datum"
