"""The forms of terms that come once: `DAGVORMEN`, around the days and periods of `PERIODEN`."""

import re
from datetime import date

from prestatie_cli.termijnen.perioden import DAG, EERSTE_DAG, Termijnvorm, lees_beide, lees_periode
from prestatie_cli.termijnen.spelling import telwoord
from prestatie_cli.termijnen.venster import IJKJAAR, Duur, Venster

DUREN = {
    "dag": Duur(dagen=1), "dagen": Duur(dagen=1), "week": Duur(dagen=7), "weken": Duur(dagen=7),
    "maand": Duur(1), "maanden": Duur(1), "kwartaal": Duur(3), "kwartalen": Duur(3), "halfjaar": Duur(6),
    "jaar": Duur(12), "jaren": Duur(12),
}  # fmt: skip
LANGSTE_DUUR = 600
DUURWOORDEN = rf"([a-z]+|[0-9]{{1,3}}) ({'|'.join(DUREN)})"
HOOGSTENS = "(?:(?:uiterlijk|maximaal|ten hoogste|hooguit|hoogstens) )?"
# An event of which something says by itself that its day is known, or that nobody can tell it.
GEEN_GEBEURTENIS = re.compile(
    r"[0-9]{4}|\b(?:medio|begin|eind|elke?|iedere?|(?:voor|na)jaar|zomer\w*|herfst\w*|winter|kwartaal|maand|week)\b"
    r"|\b(?:het|de|een|van|dat|die|deze|dit|daarvan)$"
)
# What stands before an event and adds nothing to it: after it is after its end.
AFLOOP = re.compile(r"(?:(?:de |het )?(?:afloop|einde|eind|verstrijken|ommekomst)(?: van)? )?(.+)")
VAN = (
    r"(?:van |vanaf |in |gedurende |over |binnen )?(?:de )?(?:(?:periode|jaren|looptijd|maanden) )?(?:van )?"
)


def lees_duur(aantal: str, eenheid: str) -> Duur | None:
    """A stretch in words: 'zes weken', '3 maanden', 'een half jaar', 'anderhalf jaar'."""
    per = DUREN[eenheid]
    if aantal == "anderhalf":
        return Duur(18) if eenheid == "jaar" else None
    keer = telwoord(aantal) or (int(aantal) if aantal.isdecimal() else 0)
    return Duur(per.maanden * keer, per.dagen * keer) if 0 < keer <= LANGSTE_DUUR else None


def _bereik(van: str, tot: str) -> Venster | None:
    beide = lees_beide(van, tot)
    return Venster("periode", beide[0][0], beide[1][1]) if beide and beide[0] <= beide[1] else None


def _uiterlijk(tekst: str) -> Venster | None:
    periode = lees_periode(tekst)
    return Venster("periode", None, periode[1]) if periode else None


def _voor(tekst: str) -> Venster | None:
    """Up to the day before; 'voor eind 2026' is in 2026, and what 'voor medio' is nobody knows."""
    periode = lees_periode(tekst)
    if periode is None or periode[0] <= EERSTE_DAG or "medio" in tekst:
        return None
    return Venster("periode", None, periode[0] - (0 * DAG if _eindigt(tekst) else DAG))


def _eindigt(tekst: str) -> bool:
    return re.match(r"(?:het )?(?:eind|ultimo|jaareinde)", tekst) is not None


def _per(tekst: str) -> Venster | None:
    periode = lees_periode(tekst)
    return Venster("periode", *periode) if periode and periode[0] == periode[1] else None


def _begin(tekst: str) -> Venster | None:
    periode = None if _eindigt(tekst) else lees_periode(tekst)
    return Venster("begin", *periode) if periode else None


def _na(tekst: str) -> Venster | None:
    periode = _gebeurd(tekst)
    return Venster("na", periode + DAG) if periode else None


def _niet_eerder(tekst: str) -> Venster | None:
    periode = lees_periode(tekst)
    return Venster("na", periode[0]) if periode and periode[0] > EERSTE_DAG and "medio" not in tekst else None


def _gebeurd(tekst: str) -> date | None:
    """The last day of what something comes after, where the calendar says it."""
    kern = AFLOOP.fullmatch(tekst)
    periode = lees_periode(kern[1]) if kern and "medio" not in tekst else None
    return periode[1] if periode else None


def _in(tekst: str) -> Venster | None:
    periode = lees_periode(tekst)
    return Venster("periode", *periode) if periode else None


def _binnen(aantal: str, eenheid: str, gebeurtenis: str) -> Venster | None:
    """So long after a day, or after an event of which the day is not known yet."""
    duur, dag = lees_duur(aantal, eenheid), _gebeurd(gebeurtenis)
    if duur and dag:
        return Venster("periode", dag + DAG, duur.na(dag)) if dag.year < 2140 else None
    bekend = GEEN_GEBEURTENIS.search(gebeurtenis) or _gebeurd(f"{gebeurtenis} {IJKJAAR}")
    return Venster("relatief", duur=duur) if duur and not bekend else None


def _uitgesteld(tekst: str) -> Venster | None:
    periode = lees_periode(tekst)
    return Venster("uitgesteld", *periode) if periode and re.fullmatch("[0-9]{4}", tekst) else None


DAGVORMEN: tuple[Termijnvorm[Venster], ...] = (
    Termijnvorm(
        re.compile(
            rf"(?:uiterlijk )?(?:binnen )?{HOOGSTENS}{DUURWOORDEN} "
            r"(?:na|nadat|volgend op|gerekend vanaf) (.+)"
        ),
        _binnen,
        "binnen zes weken na vaststelling",
        (
            "uiterlijk zes weken na vaststelling",
            "binnen 6 weken nadat de raad besloot",
            "binnen zes weken volgend op het verzoek",
        ),
        "loopt vanaf de melding `voorwaarde_vervuld`; na een dag ('na 1 juli 2026') of een periode ('na "
        "afloop van 2026') staat de dag vast; werkdagen worden niet gelezen: welke vrij zijn, staat er niet",
    ),
    Termijnvorm(
        re.compile(r"niet (?:(?:voorzien|gepland|aan de orde) )?(?:in|voorzien voor) (.+)"),
        _uitgesteld,
        "niet voorzien in 2026",
        ("niet gepland in 2026",),
        "wordt apart genoemd en is nooit te laat",
    ),
    Termijnvorm(
        re.compile(r"in (.+) niet (?:voorzien|gepland|aan de orde)"),
        _uitgesteld,
        "in 2026 niet voorzien",
        uitleg="hetzelfde",
    ),
    Termijnvorm(
        re.compile(rf"{VAN}(.+?),? tot en met (?:uiterlijk )?(.+)"),
        _bereik,
        "2026 t/m 2030",
        (
            "2026 tot en met 2030",
            "in de periode 2026 tot en met 2030",
            "vanaf 1 januari 2026 tot en met 31 december 2030",
            "van 2026 t/m 2030",
        ),
        "de eerste en de laatste dag tellen mee",
    ),
    Termijnvorm(
        re.compile(r"(?:in de periode |de periode )?tussen (.+?) en (.+)"),
        _bereik,
        "tussen 1 april 2026 en 1 juli 2026",
        ("tussen 1 april en 1 juli 2026", "in de periode tussen 1 april 2026 en 1 juli 2026"),
        "beide dagen tellen mee",
    ),
    Termijnvorm(
        re.compile(r"tijdig(?: … | )per (.+)"),
        _voor,
        "tijdig … per 1 juli 2026",
        ("tijdig per 1 juli 2026",),
        "iets moet af zijn vóór die dag (2.4: het overleg komt voor de huuraanpassing)",
    ),
    Termijnvorm(
        re.compile(rf"{VAN}([0-9]{{4}}|.+ [0-9]{{4}}|[0-9]+[/-][0-9]+[/-][0-9]{{4}})-(.*[0-9]{{4}})"),
        _bereik,
        "2026-2030",
        ("in de periode 2026-2030", "de periode 2026-2030", "de jaren 2026 – 2030"),
        "hetzelfde als 2026 t/m 2030",
    ),
    Termijnvorm(
        re.compile(rf"{VAN}([a-z]+|[0-9]{{1,2}}|[qk][1-4]|[0-9]{{1,2}} [a-z]+)-(.+ [0-9]{{4}})"),
        _bereik,
        "januari-maart 2026",
        ("1 januari – 31 maart 2026",),
        "hetzelfde als januari t/m maart 2026",
    ),
    Termijnvorm(
        re.compile(
            r"(?:uiterlijk |tijdig )?(?:voor of op|op of voor|tot uiterlijk|tot en met) (?:uiterlijk )?(.+)"
        ),
        _uiterlijk,
        "t/m 30 juni 2026",
        ("tot en met juni 2026", "vóór of op 30 juni 2026", "tot uiterlijk 30 juni 2026"),
        "die dag telt nog mee; 'tot 1 juli 2026' wordt niet gelezen: telt die dag mee?",
    ),
    Termijnvorm(
        re.compile(r"niet (?:eerder dan|voor|eerder dan in) (.+)"),
        _niet_eerder,
        "niet eerder dan 2027",
        ("niet vóór 2027",),
        "zegt vanaf wanneer, niet wanneer iets af moet zijn",
    ),
    Termijnvorm(
        re.compile(r"(?:tijdig |uiterlijk |nog )?(?:voor|voorafgaand aan) (.+)"),
        _voor,
        "vóór 1 juli 2026",
        (
            "voor 1 juli 2026",
            "tijdig voor 1 juli 2026",
            "uiterlijk vóór 1 juli 2026",
            "voor aanvang van juli 2026",
        ),
        "die dag telt niet meer mee; 'vóór 2026' is vóór het jaar begint; 'voor 2026' kan ook over dat jaar "
        "gaan en wordt niet gelezen; 'vóór eind 2026' is in 2026",
    ),
    Termijnvorm(
        re.compile(
            r"(?:(?:op |per )?uiterlijk|niet later dan|ten laatste|op z(?:ij|')n laatst"
            r"|uiterste datum|deadline)"
            r"(?: op| in de loop van| in| per| tijdens| aan)?(?: uiterlijk)? (.+)"
        ),
        _uiterlijk,
        "uiterlijk Q2 2026",
        (
            "uiterlijk in Q2 2026",
            "uiterlijk 30 juni 2026",
            "uiterlijk op 30 juni 2026",
            "uiterlijk per 30 juni 2026",
            "niet later dan 30 juni 2026",
            "op zijn laatst in juni 2026",
        ),
        "de laatste dag telt nog mee",
    ),
    Termijnvorm(
        re.compile(r"per (?:uiterlijk )?(.+)"),
        _per,
        "per 1 juli 2026",
        ("per 1-7-'26",),
        "iets gaat op die dag in",
    ),
    Termijnvorm(
        re.compile(
            r"(?:vanaf|met ingang van|ingaande(?: op| per)?|te (?:beginnen|starten) (?:in|op|met|per)"
            r"|start(?:en)?(?: in| op| per)?) (?:uiterlijk )?(.+)"
        ),
        _begin,
        "vanaf 2026/2027",
        ("met ingang van 2026/2027", "m.i.v. 2026/2027", "te starten in 2026/2027"),
        uitleg="gaat over het begin; te laat als er op 1 januari 2028 nog niet is begonnen",
    ),
    Termijnvorm(
        re.compile(r"(?:pas )?na (.+)"),
        _na,
        "na 2030",
        ("na afloop van 2030", "na 31 december 2030"),
        "zegt waarover het gaat, niet wanneer iets af moet zijn (1.13: het overleg is nu)",
    ),
    Termijnvorm(
        re.compile(
            r"(?:nog )?(?:in de loop van |gedurende |tijdens |binnen |in |op |aan |dd )?"
            r"(?:de (?:jaren|maanden) )?(.+)"
        ),
        _in,
        "in 2026",
        ("2026", "in de loop van 2026", "gedurende 2026", "binnen 2026", "tijdens 2026"),
        "te laat vanaf 1 januari 2027",
    ),
)
