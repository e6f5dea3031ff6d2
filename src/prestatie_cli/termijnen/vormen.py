"""Term words <-> window: the table of `docs/formaat.md`, and nothing beyond it.

A window runs from its first to its last day, both included. Words outside the table are not
guessed: `lees_woorden` gives None and the parties settle an explicit reading.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date, timedelta
from functools import lru_cache
from typing import Literal

from prestatie_cli.taal import MAANDEN, datum_in_woorden

RANGWOORDEN = {
    "eerste": 1, "1e": 1, "tweede": 2, "2e": 2, "derde": 3, "3e": 3, "vierde": 4, "4e": 4,
}  # fmt: skip
TELWOORDEN = {
    "een": 1, "één": 1, "twee": 2, "drie": 3, "vier": 4, "zes": 6, "twaalf": 12,
    "1": 1, "2": 2, "3": 3, "4": 4, "6": 6, "12": 12,
}  # fmt: skip
TERUGKEREND = {
    "jaarlijks": 1, "eenmaal per jaar": 1, "elk jaar": 1, "ieder jaar": 1, "per jaar": 1,
    "halfjaarlijks": 2, "per halfjaar": 2, "elk halfjaar": 2, "tweemaal per jaar": 2,
    "per kwartaal": 4, "elk kwartaal": 4, "ieder kwartaal": 4,
    "maandelijks": 12, "per maand": 12, "elke maand": 12, "iedere maand": 12,
}  # fmt: skip
VAST = {"doorlopend": "structureel", "voorwaardelijk": "indien nodig"}
KEREN = {1: "jaarlijks", 2: "twee keer per jaar", 4: "per kwartaal", 12: "maandelijks"}
DOORLOPEND = re.compile(r"(een )?(structureel( overleg)?|vast agendapunt|doorlopend)")
INDIEN_NODIG = re.compile(r"indien nodig( .+)?")
UITGESTELD = re.compile(r"niet voorzien in ([0-9]{4})")
DAG = timedelta(days=1)
EERSTE_DAG = date(1990, 1, 1)

Vensterssoort = Literal["periode", "begin", "na", "terugkerend", "doorlopend", "uitgesteld", "voorwaardelijk"]


@dataclass(frozen=True, slots=True)
class Venster:
    """How term words are read: first and last day (both included), None where there is none.

    `begin` must have started by `uiterlijk` and has no end; `na` says what it is about, not when;
    `voorwaardelijk` holds only once its condition is met; `terugkerend` recurs `keer` times each
    calendar year; `zacht` is never late.
    """

    soort: Vensterssoort
    vroegst: date | None = None
    uiterlijk: date | None = None
    zacht: bool = False
    keer: int = 0


@lru_cache(maxsize=4096)
def lees_woorden(woorden: str) -> Venster | None:
    """The window of term words, or None when the table does not know them."""
    tekst = _genormaliseerd(woorden)
    if tekst in TERUGKEREND:
        return Venster("terugkerend", keer=TERUGKEREND[tekst])
    if keer := re.fullmatch(r"(\S+?)( ?x| keer| maal) per jaar", tekst):
        aantal = TELWOORDEN.get(keer[1])
        return Venster("terugkerend", keer=aantal) if aantal else None
    if DOORLOPEND.fullmatch(tekst):
        return Venster("doorlopend")
    if INDIEN_NODIG.fullmatch(tekst):
        return Venster("voorwaardelijk")
    if jaar := UITGESTELD.fullmatch(tekst):
        return _uitgesteld(int(jaar[1]))
    zacht = re.fullmatch(r"in principe (.+)|(.+), in principe", tekst)
    venster = _venster(next(filter(None, zacht.groups())) if zacht else tekst)
    return replace(venster, zacht=True) if zacht and venster else venster


def _genormaliseerd(woorden: str) -> str:
    tekst = " ".join(woorden.casefold().split()).strip(" .,")
    tekst = tekst.replace("vóór", "voor").replace("t/m", "tot en met")
    return re.sub(r"\s*/\s*", "/", tekst)


def _uitgesteld(jaar: int) -> Venster | None:
    periode = _jaren(jaar, jaar)
    return Venster("uitgesteld", *periode) if periode else None


Grenzen = tuple[date, date]


def _venster(tekst: str) -> Venster | None:
    """The window of words that name dates, by the first form that fits."""
    for vorm, maak in VORMEN:
        if delen := vorm.fullmatch(tekst):
            return maak(*delen.groups())
    return None


def _bereik(van: str, tot: str) -> Venster | None:
    a, b = _periode(van), _periode(tot)
    return Venster("periode", a[0], b[1]) if a and b and a[0] <= b[1] else None


def _uiterlijk(tekst: str) -> Venster | None:
    periode = _periode(tekst)
    return Venster("periode", None, periode[1]) if periode else None


def _voor(tekst: str) -> Venster | None:
    periode = _periode(tekst)
    return Venster("periode", None, periode[0] - DAG) if periode and periode[0] > EERSTE_DAG else None


def _per(tekst: str) -> Venster | None:
    periode = _periode(tekst)
    return Venster("periode", *periode) if periode and periode[0] == periode[1] else None


def _begin(tekst: str) -> Venster | None:
    periode = _periode(tekst)
    return Venster("begin", *periode) if periode else None


def _na(tekst: str) -> Venster | None:
    periode = _periode(tekst)
    return Venster("na", periode[1] + DAG) if periode else None


def _in(tekst: str) -> Venster | None:
    periode = _periode(tekst)
    return Venster("periode", *periode) if periode else None


VORMEN: tuple[tuple[re.Pattern[str], Callable[..., Venster | None]], ...] = (
    (re.compile(r"(?:vanaf |van |in de periode )?(.+) tot en met (.+)"), _bereik),
    (re.compile(r"tijdig(?: … | )per (.+)"), _voor),
    (re.compile(r"([0-9]{4})-([0-9]{4})"), _bereik),
    (re.compile(r"(?:tijdig |uiterlijk )?voor (.+)"), _voor),
    (re.compile(r"uiterlijk (?:op |in |per )?(.+)"), _uiterlijk),
    (re.compile(r"per (.+)"), _per),
    (re.compile(r"vanaf (.+)"), _begin),
    (re.compile(r"na (.+)"), _na),
    (re.compile(r"(?:in |op )?(.+)"), _in),
)


def _periode(tekst: str) -> Grenzen | None:
    """First and last day of a day, month, quarter, half, year, pair of years or 'medio'."""
    for vorm, maak in PERIODEN:
        if delen := vorm.fullmatch(tekst):
            return maak(*delen.groups())
    return None


def _datum(jaar: int, maand: int, dag: int) -> date | None:
    try:
        return date(jaar, maand, dag) if 1990 <= jaar <= 2199 else None
    except ValueError:
        return None


def _maanden(jaar: int, eerste: int, aantal: int) -> Grenzen | None:
    """First and last day of `aantal` months from month `eerste`."""
    van = _datum(jaar, eerste, 1)
    volgende = eerste + aantal
    if van is None:
        return None
    return van, date(jaar + (volgende - 1) // 12, (volgende - 1) % 12 + 1, 1) - DAG


def _jaren(van: int, tot: int) -> Grenzen | None:
    a, b = _datum(van, 1, 1), _datum(tot, 12, 31)
    return (a, b) if a and b else None


def _twee_jaren(van: str, tot: str) -> Grenzen | None:
    return _jaren(int(van), int(tot)) if int(tot) == int(van) + 1 else None


def _dag(jaar: int, maand: int, dag: int) -> Grenzen | None:
    d = _datum(jaar, maand, dag)
    return (d, d) if d else None


MAAND = "|".join(MAANDEN)
RANG = "|".join(RANGWOORDEN)
PERIODEN: tuple[tuple[re.Pattern[str], Callable[..., Grenzen | None]], ...] = (
    (re.compile(r"([0-9]{4})"), lambda j: _jaren(int(j), int(j))),
    (re.compile(r"([0-9]{4})(?: of |/)([0-9]{4})"), _twee_jaren),
    (re.compile(r"medio ([0-9]{4})"), lambda j: _maanden(int(j), 6, 2)),
    (re.compile(r"([0-9]{4})-q([1-4])"), lambda j, k: _maanden(int(j), 3 * int(k) - 2, 3)),
    (re.compile(r"q([1-4]) ([0-9]{4})"), lambda k, j: _maanden(int(j), 3 * int(k) - 2, 3)),
    (
        re.compile(rf"(?:het )?({RANG}) kwartaal (?:van )?([0-9]{{4}})"),
        lambda r, j: _maanden(int(j), 3 * RANGWOORDEN[r] - 2, 3),
    ),
    (re.compile(r"([0-9]{4})-h([12])"), lambda j, h: _maanden(int(j), 6 * int(h) - 5, 6)),
    (re.compile(r"h([12]) ([0-9]{4})"), lambda h, j: _maanden(int(j), 6 * int(h) - 5, 6)),
    (
        re.compile(r"(?:de |het )?(eerste|1e|tweede|2e) (?:helft|halfjaar) (?:van )?([0-9]{4})"),
        lambda r, j: _maanden(int(j), 6 * RANGWOORDEN[r] - 5, 6),
    ),
    (
        re.compile(rf"({MAAND}) ([0-9]{{4}})"),
        lambda m, j: _maanden(int(j), MAANDEN.index(m) + 1, 1),
    ),
    (re.compile(r"([0-9]{4})-([0-9]{2})"), lambda j, m: _maanden(int(j), int(m), 1)),
    (
        re.compile(rf"([0-9]{{1,2}}) ({MAAND}) ([0-9]{{4}})"),
        lambda d, m, j: _dag(int(j), MAANDEN.index(m) + 1, int(d)),
    ),
    (
        re.compile(r"([0-9]{4})-([0-9]{2})-([0-9]{2})"),
        lambda j, m, d: _dag(int(j), int(m), int(d)),
    ),
)


def grenzen(periode: str) -> Grenzen:
    """First and last day of a period as it stands in the data: 2026, 2026-H1, 2026-Q3, 2026-07."""
    gevonden = _periode(periode.casefold())
    if gevonden is None:
        raise ValueError(periode)
    return gevonden


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
        (k for k in kandidaten if _periode(k.casefold()) == (van, tot)),
        f"{datum_in_woorden(van)} tot en met {datum_in_woorden(tot)}",
    )


def schrijf_woorden(venster: Venster) -> str:
    """The table's words for a window; reading them gives the same window."""
    if venster.soort == "terugkerend":
        return KEREN.get(venster.keer, f"{venster.keer} keer per jaar")
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
            return f"{KEREN.get(venster.keer, f'{venster.keer} keer per jaar')}, per kalenderjaar geteld"
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
