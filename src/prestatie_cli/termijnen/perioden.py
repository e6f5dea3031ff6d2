"""Words that name a day, a month or another stretch of the calendar <-> its first and last day.

The rows of `PERIODEN` hold all that is read; years run from 1990 to 2199.
"""

import re
from collections.abc import Callable, Iterable
from datetime import date, timedelta
from typing import Generic, NamedTuple, TypeVar

from prestatie_cli.taal import MAANDEN

RANGWOORDEN = {
    "eerste": 1, "1e": 1, "tweede": 2, "2e": 2, "derde": 3, "3e": 3, "vierde": 4, "4e": 4,
}  # fmt: skip
DAG = timedelta(days=1)
EERSTE_DAG = date(1990, 1, 1)

Grenzen = tuple[date, date]
Gevormd = TypeVar("Gevormd")


class Termijnvorm(NamedTuple, Generic[Gevormd]):
    """A row of the grammar: the words that fit, what they make, and the example that shows it.

    `ook` are other spellings of the example, `uitleg` is what a Dutch reader should know of it.
    """

    patroon: re.Pattern[str]
    maak: Callable[..., Gevormd | None]
    voorbeeld: str
    ook: tuple[str, ...] = ()
    uitleg: str = ""


def lees(vormen: tuple[Termijnvorm[Gevormd], ...], tekst: str) -> Gevormd | None:
    """What the first form that fits makes of the text."""
    for vorm in vormen:
        if delen := vorm.patroon.fullmatch(tekst):
            return vorm.maak(*delen.groups())
    return None


def lees_periode(tekst: str) -> Grenzen | None:
    """First and last day of a day, month, quarter, half, year, pair of years or 'medio'."""
    return lees(PERIODEN, tekst)


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


MAANDNAMEN = "|".join(MAANDEN)
RANGNAMEN = "|".join(RANGWOORDEN)
PERIODEN: tuple[Termijnvorm[Grenzen], ...] = (
    Termijnvorm(re.compile(r"([0-9]{4})"), lambda j: _jaren(int(j), int(j)), "2026"),
    Termijnvorm(
        re.compile(r"([0-9]{4})(?: of |/)([0-9]{4})"),
        _twee_jaren,
        "2026 of 2027",
        ("2026/2027",),
        "in 2026 nog niet nodig; te laat vanaf 1 januari 2028",
    ),
    Termijnvorm(
        re.compile(r"medio ([0-9]{4})"),
        lambda j: _maanden(int(j), 6, 2),
        "medio 2026",
        uitleg="'medio' is niet precies; lezen partijen het anders, leg dan een lezing vast",
    ),
    Termijnvorm(
        re.compile(r"([0-9]{4})-q([1-4])"), lambda j, k: _maanden(int(j), 3 * int(k) - 2, 3), "2026-Q2"
    ),
    Termijnvorm(
        re.compile(r"q([1-4]) ([0-9]{4})"), lambda k, j: _maanden(int(j), 3 * int(k) - 2, 3), "Q2 2026"
    ),
    Termijnvorm(
        re.compile(rf"(?:het )?({RANGNAMEN}) kwartaal (?:van )?([0-9]{{4}})"),
        lambda r, j: _maanden(int(j), 3 * RANGWOORDEN[r] - 2, 3),
        "tweede kwartaal van 2026",
        ("het 2e kwartaal 2026",),
    ),
    Termijnvorm(
        re.compile(r"([0-9]{4})-h([12])"), lambda j, h: _maanden(int(j), 6 * int(h) - 5, 6), "2026-H1"
    ),
    Termijnvorm(
        re.compile(r"h([12]) ([0-9]{4})"), lambda h, j: _maanden(int(j), 6 * int(h) - 5, 6), "H1 2026"
    ),
    Termijnvorm(
        re.compile(r"(?:de |het )?(eerste|1e|tweede|2e) (?:helft|halfjaar) (?:van )?([0-9]{4})"),
        lambda r, j: _maanden(int(j), 6 * RANGWOORDEN[r] - 5, 6),
        "eerste helft van 2026",
        ("de 1e helft van 2026", "eerste halfjaar 2026", "het 1e halfjaar van 2026"),
    ),
    Termijnvorm(
        re.compile(rf"({MAANDNAMEN}) ([0-9]{{4}})"),
        lambda m, j: _maanden(int(j), MAANDEN.index(m) + 1, 1),
        "maart 2027",
    ),
    Termijnvorm(re.compile(r"([0-9]{4})-([0-9]{2})"), lambda j, m: _maanden(int(j), int(m), 1), "2027-03"),
    Termijnvorm(
        re.compile(rf"([0-9]{{1,2}}) ({MAANDNAMEN}) ([0-9]{{4}})"),
        lambda d, m, j: _dag(int(j), MAANDEN.index(m) + 1, int(d)),
        "1 juli 2026",
    ),
    Termijnvorm(
        re.compile(r"([0-9]{1,2})[-/.]([0-9]{1,2})[-/.]([0-9]{4})"),
        lambda d, m, j: _dag(int(j), int(m), int(d)),
        "1-7-2026",
        ("01-07-2026", "1/7/2026", "1.7.2026"),
        "dag, maand, jaar",
    ),
    Termijnvorm(
        re.compile(r"([0-9]{4})-([0-9]{2})-([0-9]{2})"),
        lambda j, m, d: _dag(int(j), int(m), int(d)),
        "2026-07-01",
    ),
)


def ligt_in(deel: Grenzen, geheel: Grenzen) -> bool:
    """Whether one stretch lies wholly in another."""
    return geheel[0] <= deel[0] and deel[1] <= geheel[1]


def is_bedekt(geheel: Grenzen, stukken: Iterable[Grenzen]) -> bool:
    """Whether the stretches leave no day of the whole open."""
    dag = geheel[0]
    for a, b in sorted(stukken):
        if a <= dag <= b:
            dag = b + DAG
    return dag > geheel[1]


def grenzen(periode: str) -> Grenzen:
    """First and last day of a period as it stands in the data: 2026, 2026-H1, 2026-Q3, 2026-07."""
    gevonden = lees_periode(periode.casefold())
    if gevonden is None:
        raise ValueError(periode)
    return gevonden
