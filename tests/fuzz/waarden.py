"""Faults in a value: a word, a number, a day or a figure that is another."""

from collections.abc import Callable
from datetime import date, timedelta
from random import Random

import yaml

from tests.fuzz.blad import Dossier, Verminkt, plekken, verspeld, vervang, woorden
from tests.fuzz.soorten import (
    CIJFER,
    CITATEN,
    DATUMS,
    JAAR,
    JAREN,
    KEUZEWOORDEN,
    NORMEN,
    PLICHT,
    VERWIJZINGEN,
    anders,
    een,
    verminking,
)


def _verspel(dossier: Dossier, zaad: Random, *vormen: str) -> Verminkt | None:
    plek = een(dossier, zaad, *vormen)
    return anders(dossier, plek, verspeld(plek.woord, zaad, woorden(dossier))) if plek else None


def _ander_woord(dossier: Dossier, zaad: Random, *vormen: str) -> Verminkt | None:
    """One scalar made another that stands at such a place as well."""
    plek = een(dossier, zaad, *vormen)
    if plek is None:
        return None
    andere = sorted({p.woord for p in plekken(dossier, plek.naam) if p.enkel} - {plek.woord})
    return anders(dossier, plek, zaad.choice(andere)) if andere else None


# -- words ------------------------------------------------------------------------------------------


@verminking("sleutel verspeld", 100)
def sleutel(dossier: Dossier, zaad: Random) -> Verminkt | None:
    plek = zaad.choice([p for p in plekken(dossier, "*") if p.sleutel and ".cijfers." not in p.naam])
    assert plek.sleutel is not None
    nieuw = verspeld(str(plek.sleutel.value), zaad, woorden(dossier))
    return vervang(dossier, plek.bestand, plek.sleutel, nieuw) if nieuw else None


@verminking("verwijzing verspeld", 100)
def verwijzing(dossier: Dossier, zaad: Random) -> Verminkt | None:
    if zaad.random() < 0.2:
        mogelijk = plekken(dossier, CIJFER)
        plek = zaad.choice(mogelijk)
        assert plek.sleutel is not None
        nieuw = verspeld(str(plek.sleutel.value), zaad, woorden(dossier))
        return vervang(dossier, plek.bestand, plek.sleutel, nieuw) if nieuw else None
    return _verspel(dossier, zaad, *VERWIJZINGEN)


@verminking("keuzewoord verspeld", 100)
def keuzewoord(dossier: Dossier, zaad: Random) -> Verminkt | None:
    return _verspel(dossier, zaad, *KEUZEWOORDEN)


@verminking("ander geldig keuzewoord")
def ander_keuzewoord(dossier: Dossier, zaad: Random) -> Verminkt | None:
    return _ander_woord(dossier, zaad, *KEUZEWOORDEN)


@verminking("andere geldige naam")
def andere_naam(dossier: Dossier, zaad: Random) -> Verminkt | None:
    return _ander_woord(dossier, zaad, *(v for v in VERWIJZINGEN if not v.endswith("verplichting")))


@verminking("verkeerd type")
def verkeerd_type(dossier: Dossier, zaad: Random) -> Verminkt | None:
    keuze = zaad.randrange(3)
    if keuze == 0:
        plek = een(dossier, zaad, "*")
        return vervang(dossier, plek.bestand, plek.knoop, "[een, twee]") if plek else None
    if keuze == 1:
        return anders(dossier, een(dossier, zaad, *DATUMS, *NORMEN, CIJFER), "veel")
    groepen = [p for p in plekken(dossier, "*") if not isinstance(p.knoop, yaml.ScalarNode)]
    plek = zaad.choice(groepen)
    return vervang(dossier, plek.bestand, plek.knoop, "iets")


@verminking("citaat: een woord anders", 100)
def citaat(dossier: Dossier, zaad: Random) -> Verminkt | None:
    plek = een(dossier, zaad, *CITATEN)
    if plek is None:
        return None
    delen = plek.woord.split()
    n = zaad.randrange(len(delen))
    nieuw = verspeld(delen[n], zaad, {"…"})
    return anders(dossier, plek, " ".join([*delen[:n], nieuw, *delen[n + 1 :]]) if nieuw else None)


# -- numbers, letters, days -------------------------------------------------------------------------


@verminking("letter van een verplichting")
def letter(dossier: Dossier, zaad: Random) -> Verminkt | None:
    return anders(dossier, een(dossier, zaad, f"{PLICHT}.letter"), zaad.choice("abcdefgh"))


@verminking("melding bij een letter die er niet is")
def letter_onbekend(dossier: Dossier, zaad: Random) -> Verminkt | None:
    plek = een(dossier, zaad, "voortgang:voortgang.#.verplichting")
    return anders(dossier, plek, plek.woord[:-1] + zaad.choice("wxyz")) if plek else None


@verminking("melding bij een andere geldige letter", 21)
def letter_geldig(dossier: Dossier, zaad: Random) -> Verminkt | None:
    plek = een(dossier, zaad, "voortgang:voortgang.#.verplichting")
    nummers = plekken(dossier, "afspraken:afspraken.#.nummer", f"{PLICHT}.letter")
    plichten, nummer = set(), ""
    for p in nummers:
        nummer = p.woord if p.naam.endswith(".nummer") else nummer
        plichten |= {nummer + p.woord} if p.naam.endswith(".letter") else set()
    if plek is None:
        return None
    zelfde = sorted(n for n in plichten - {plek.woord} if n[:-1] == plek.woord[:-1])
    return anders(dossier, plek, zaad.choice(zelfde or sorted(plichten - {plek.woord})))


@verminking("nummer van een afspraak")
def nummer(dossier: Dossier, zaad: Random) -> Verminkt | None:
    plek = een(dossier, zaad, "afspraken:afspraken.#.nummer")
    if plek is None:
        return None
    thema, _, volg = plek.woord.partition(".")
    kies = zaad.choice((f"{int(thema) + 1}.{volg}", f"{thema}.{int(volg) + 1}", f"{thema}.{volg}0", "99.1"))
    return anders(dossier, plek, kies)


@verminking("jaar", 47)
def jaar(dossier: Dossier, zaad: Random) -> Verminkt | None:
    mogelijk = [p for p in plekken(dossier, *JAREN) if p.enkel and JAAR.search(p.woord)]
    plek = zaad.choice(mogelijk)
    stap = zaad.choice((-1, 1, 10))
    return anders(dossier, plek, JAAR.sub(lambda m: str(int(m[0]) + stap), plek.woord, count=1))


@verminking("datum die niet bestaat", 100)
def datum(dossier: Dossier, zaad: Random) -> Verminkt | None:
    plek = een(dossier, zaad, *DATUMS)
    if plek is None:
        return None
    j, m, d = plek.woord.split("-")
    return anders(
        dossier, plek, zaad.choice((f"{j}-13-{d}", f"{j}-02-30", f"{d}-{m}-{j}", f"{j}{m}{d}", f"{j}-{m}"))
    )


@verminking("andere datum")
def andere_datum(dossier: Dossier, zaad: Random) -> Verminkt | None:
    plek = een(dossier, zaad, *DATUMS)
    if plek is None:
        return None
    dag = date.fromisoformat(plek.woord) + timedelta(days=zaad.choice((-200, -30, -1, 1, 30, 200)))
    return anders(dossier, plek, dag.isoformat())


@verminking("norm: een andere waarde", 100)
def norm(dossier: Dossier, zaad: Random) -> Verminkt | None:
    plek = een(dossier, zaad, *NORMEN)
    if plek is None:
        return None
    getal, procent = plek.woord.removesuffix("%"), "%" if plek.woord.endswith("%") else ""
    return anders(dossier, plek, zaad.choice((f"{getal}0", f"{int(getal) + 2}", f"{getal}.5")) + procent)


# -- figures ----------------------------------------------------------------------------------------


def _cijfer(dossier: Dossier, zaad: Random, maak: Callable[[str], str]) -> Verminkt | None:
    plek = een(dossier, zaad, CIJFER)
    return anders(dossier, plek, maak(plek.woord)) if plek else None


def _verwissel(getal: str) -> str:
    """Two digits that stand side by side and differ, swapped."""
    for n in range(len(getal) - 1, 0, -1):
        if getal[n] != getal[n - 1] and getal[n - 1].isdigit() and (n > 1 or getal[n] != "0"):
            return f"{getal[: n - 1]}{getal[n]}{getal[n - 1]}{getal[n + 1 :]}"
    return getal


@verminking("cijfer: verwisseld")
def cijfer_verwisseld(dossier: Dossier, zaad: Random) -> Verminkt | None:
    return _cijfer(dossier, zaad, _verwissel)


@verminking("cijfer: tien keer zo groot")
def cijfer_tienmaal(dossier: Dossier, zaad: Random) -> Verminkt | None:
    return _cijfer(dossier, zaad, lambda getal: f"{getal}0" if getal != "0" and "." not in getal else getal)


@verminking("cijfer: negatief")
def cijfer_negatief(dossier: Dossier, zaad: Random) -> Verminkt | None:
    return _cijfer(dossier, zaad, lambda getal: getal if float(getal) <= 0 else f"-{getal}")


@verminking("cijfer: met decimalen")
def cijfer_gebroken(dossier: Dossier, zaad: Random) -> Verminkt | None:
    return _cijfer(dossier, zaad, lambda getal: getal if "." in getal else f"{getal}.5")


@verminking("deel groter dan het geheel", 100)
def deel_te_groot(dossier: Dossier, zaad: Random) -> Verminkt | None:
    delen = {
        str(waarde.value)
        for p in plekken(dossier, "afspraken:kengetallen.#.deel_van")
        for sleutel, waarde in (p.boven.value if p.boven else ())
        if sleutel.value == "id"
    }
    plek = een(dossier, zaad, *(f"metingen:leveringen.#.cijfers.{d}" for d in sorted(delen)))
    return anders(dossier, plek, "99999")
