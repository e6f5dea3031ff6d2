"""Words that name a day, a month or another stretch of the calendar <-> its first and last day.

The rows of `PERIODEN` hold all that is read; years run from 1990 to 2199.
"""

import re
from collections.abc import Callable, Iterable
from datetime import date, timedelta
from typing import Generic, NamedTuple, TypeVar

from prestatie_cli.taal import MAANDEN

RANGWOORDEN = {
    "eerste": 1, "1e": 1, "1ste": 1, "tweede": 2, "2e": 2, "2de": 2, "derde": 3, "3e": 3, "3de": 3,
    "vierde": 4, "4e": 4, "4de": 4, "laatste": -1,
}  # fmt: skip
WEEKDAGEN = ("maandag", "dinsdag", "woensdag", "donderdag", "vrijdag", "zaterdag", "zondag")
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
    """What the first form that fits the text and can make something of it makes."""
    gelezen = lezende_vorm(vormen, tekst)
    return gelezen[1] if gelezen else None


def lezende_vorm(
    vormen: tuple[Termijnvorm[Gevormd], ...], tekst: str
) -> tuple[Termijnvorm[Gevormd], Gevormd] | None:
    """The form that reads a text, with what it makes of it."""
    for vorm in vormen:
        delen = vorm.patroon.fullmatch(tekst)
        gevormd = vorm.maak(*delen.groups()) if delen else None
        if gevormd is not None:
            return vorm, gevormd
    return None


def lees_periode(tekst: str) -> Grenzen | None:
    """First and last day of a day, week, month, quarter, half, year, or two of them that are neighbours."""
    return lees(PERIODEN, tekst)


def lees_beide(van: str, tot: str) -> tuple[Grenzen, Grenzen] | None:
    """Two stretches; the first takes from the second what it does not say: '1 en 15 juli 2026'."""
    if van.startswith("week ") and not tot.startswith("week "):
        tot = f"week {tot}"
    b = lees_periode(tot)
    if b is None:
        return None
    woorden = tot.split()
    staarten = ("", *(" " + " ".join(woorden[-n:]) for n in (1, 2, 3) if n < len(woorden) + 1))
    gelezen = (lees_periode(van + staart) for staart in staarten)
    a = next((g for g in gelezen if g), None)
    return (a, b) if a else None


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


def _deel(jaar: str, rang: int, maanden: int) -> Grenzen | None:
    """The first, second … or last (-1) part of a year that is cut in parts of so many months."""
    nummer = rang if rang > 0 else 12 // maanden
    return _maanden(int(jaar), (nummer - 1) * maanden + 1, maanden) if nummer * maanden <= 12 else None


def _jaren(van: int, tot: int) -> Grenzen | None:
    a, b = _datum(van, 1, 1), _datum(tot, 12, 31)
    return (a, b) if a and b else None


def _buren(van: str, tot: str) -> Grenzen | None:
    """Two stretches of which the second begins where the first ends."""
    beide = lees_beide(van, tot)
    if beide is None or beide[0][1] + DAG != beide[1][0] or "medio" in van + tot:
        return None
    return beide[0][0], beide[1][1]


def _dag(jaar: int, maand: int, dag: int) -> Grenzen | None:
    d = _datum(jaar, maand, dag)
    return (d, d) if d else None


def _dag_in_woorden(weekdag: str | None, dag: str, maand: str, jaar: str) -> Grenzen | None:
    """A date in words; a day of the week that does not go with it makes it two days."""
    gelezen = _dag(int(jaar), MAANDEN.index(maand) + 1, int(dag))
    if gelezen and weekdag and WEEKDAGEN.index(weekdag) != gelezen[0].weekday():
        return None
    return gelezen


def _week(week: str, jaar: str) -> Grenzen | None:
    """From Monday to Sunday, as ISO numbers weeks."""
    try:
        maandag = date.fromisocalendar(int(jaar), int(week), 1)
    except ValueError:
        return None
    return (maandag, maandag + 6 * DAG) if 1990 <= int(jaar) <= 2198 else None


def _eind(tekst: str) -> Grenzen | None:
    """The last day of a month or a longer stretch."""
    geheel = lees_periode(tekst)
    kort = geheel is None or (geheel[1] - geheel[0]).days < 27 or "medio" in tekst
    return None if kort or geheel is None else (geheel[1], geheel[1])


def _begin(tekst: str) -> Grenzen | None:
    geheel = _eind(tekst) and lees_periode(tekst)
    return (geheel[0], geheel[0]) if geheel else None


MAANDNAMEN = "|".join(MAANDEN)
RANGNAMEN = "|".join(RANGWOORDEN)
PERIODEN: tuple[Termijnvorm[Grenzen], ...] = (
    Termijnvorm(
        re.compile(r"(?:heel |(?:ge)?hele jaar |(?:het )?(?:(?:ge)?hele )?jaar )?([0-9]{4})"),
        lambda j: _jaren(int(j), int(j)),
        "2026",
        ("het jaar 2026", "het hele jaar 2026", "kalenderjaar 2026", "heel 2026"),
    ),
    Termijnvorm(
        re.compile(r"medio ([0-9]{4})"),
        lambda j: _maanden(int(j), 6, 2),
        "medio 2026",
        uitleg="'medio' is niet precies; lezen partijen het anders, leg dan een lezing vast",
    ),
    Termijnvorm(
        re.compile(r"([0-9]{4})(?:[ -]|, )(?:[qk]|kw ?|kwartaal )([1-4])"),
        lambda j, k: _deel(j, int(k), 3),
        "2026-Q2",
        ("2026 Q2", "2026-K2"),
    ),
    Termijnvorm(
        re.compile(r"(?:het )?(?:[qk]|kw ?|kwartaal )([1-4])(?:[ -/]|, | van )([0-9]{4})"),
        lambda k, j: _deel(j, int(k), 3),
        "Q2 2026",
        ("Q2-2026", "K2 2026", "kwartaal 2 van 2026", "Q2 van 2026"),
    ),
    Termijnvorm(
        re.compile(rf"(?:het )?({RANGNAMEN}) kwartaal(?: van| in)?(?: het jaar)? ([0-9]{{4}})"),
        lambda r, j: _deel(j, RANGWOORDEN[r], 3),
        "tweede kwartaal van 2026",
        ("het 2e kwartaal 2026",),
    ),
    Termijnvorm(
        re.compile(r"([0-9]{4})[ -]h([12])"), lambda j, h: _deel(j, int(h), 6), "2026-H1", ("2026 H1",)
    ),
    Termijnvorm(
        re.compile(r"h([12])(?:[ -]| van )([0-9]{4})"),
        lambda h, j: _deel(j, int(h), 6),
        "H1 2026",
        ("H1-2026",),
    ),
    Termijnvorm(
        re.compile(
            r"(?:de |het )?(eerste|1e|1ste|tweede|2e|2de|laatste) (?:jaarhelft|helft|halfjaar)"
            r"(?: van| in)?(?: het jaar)? ([0-9]{4})"
        ),
        lambda r, j: _deel(j, RANGWOORDEN[r], 6),
        "eerste helft van 2026",
        ("de 1e helft van 2026", "eerste halfjaar 2026", "het eerste half jaar van 2026"),
    ),
    Termijnvorm(
        re.compile(rf"(?:de maand )?({MAANDNAMEN})(?: van)?[ -/]([0-9]{{4}})"),
        lambda m, j: _maanden(int(j), MAANDEN.index(m) + 1, 1),
        "maart 2027",
        ("mrt. 2027", "de maand maart 2027", "maart '27"),
    ),
    Termijnvorm(re.compile(r"([0-9]{4})-([0-9]{2})"), lambda j, m: _maanden(int(j), int(m), 1), "2027-03"),
    Termijnvorm(
        re.compile(r"week ([0-9]{1,2})(?:,? van|,)?[ -/]([0-9]{4})|([0-9]{4})-?w([0-9]{1,2})"),
        lambda week, jaar, van, nummer: _week(week or nummer, jaar or van),
        "week 20 van 2026",
        ("week 20 2026", "week 20, 2026", "2026-W20"),
        "van maandag t/m zondag, naar de telling van de kalender (ISO)",
    ),
    Termijnvorm(
        re.compile(
            rf"(?:de )?(?:({'|'.join(WEEKDAGEN)}) )?([0-9]{{1,2}})(?:e|ste|de)? ({MAANDNAMEN}) ([0-9]{{4}})"
        ),
        _dag_in_woorden,
        "1 juli 2026",
        ("1 jul. 2026", "woensdag 1 juli 2026", "1 juli '26"),
    ),
    Termijnvorm(
        re.compile(r"([0-9]{1,2})[-/.]([0-9]{1,2})[-/. ]([0-9]{4})"),
        lambda d, m, j: _dag(int(j), int(m), int(d)),
        "1-7-2026",
        ("01-07-2026", "1/7/2026", "1.7.2026", "1-7-'26"),
        "dag, maand, jaar",
    ),
    Termijnvorm(
        re.compile(r"([0-9]{4})-([0-9]{2})-([0-9]{2})"),
        lambda j, m, d: _dag(int(j), int(m), int(d)),
        "2026-07-01",
    ),
    Termijnvorm(
        re.compile(r"(?:het )?(?:eind|einde|ultimo|jaareinde|eindejaar)(?: van)? (.+)"),
        _eind,
        "eind 2026",
        ("einde 2026", "ultimo 2026", "het einde van 2026"),
        "de laatste dag van het jaar, het halfjaar, het kwartaal of de maand die erachter staat",
    ),
    Termijnvorm(
        re.compile(r"primo (.+)"), _begin, "primo 2026", uitleg="de eerste dag; 'begin 2026' is niet precies"
    ),
    Termijnvorm(
        re.compile(r"(?:de jaren )?(.+?)(?:, | of | en |/)(?:in )?(.+)"),
        _buren,
        "2026 of 2027",
        ("2026/2027", "2026 en 2027"),
        "twee die op elkaar volgen; in 2026 nog niet nodig, te laat vanaf 1 januari 2028",
    ),
    Termijnvorm(
        re.compile(r"([0-9]{2})([0-9]{2})/([0-9]{2})"), lambda e, a, b: _buren(e + a, e + b), "2026/27"
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
