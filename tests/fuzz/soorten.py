"""What the classes of planted faults share: their register, the places of values, and the change of one.

A function gives None where this dossier has no place for its fault, or where the draw came out sound.
"""

import re
from collections.abc import Callable
from random import Random
from typing import NamedTuple

from tests.fuzz.blad import (
    Dossier,
    Plek,
    Verminkt,
    plekken,
    vervang,
)

Maker = Callable[[Dossier, Random], Verminkt | None]


class Klasse(NamedTuple):
    """A class of faults; `eerste` is the share in hundredths that the first release told of, where measured."""

    naam: str
    maak: Maker
    eerste: int | None


KLASSEN: dict[str, Klasse] = {}


def verminking(naam: str, eerste: int | None = None) -> Callable[[Maker], Maker]:
    """Make a function the maker of a class of faults."""

    def zet(maak: Maker) -> Maker:
        KLASSEN[naam] = Klasse(naam, maak, eerste)
        return maak

    return zet


PLICHT = "afspraken:afspraken.#.verplichtingen.#"
CIJFER = "metingen:leveringen.#.cijfers.*"
# A word that another record has as its name.
VERWIJZINGEN = (
    "afspraken:afspraken.#.thema",
    *(f"{PLICHT}.{veld}" for veld in ("wie.#", "voor.#", "met.#", "indicator", "kengetallen.#")),
    "afspraken:afspraken.#.onderwerpen.#.*.#",
    *(
        f"afspraken:indicatoren.#.{veld}"
        for veld in ("afspraak", "teller", "noemer", "parameters.#", "plafond")
    ),
    "afspraken:kengetallen.#.levert",
    "afspraken:kengetallen.#.deel_van",
    *(f"afspraken:balansen.#.{veld}" for veld in ("begin", "eind", "correctie", "plus.#", "min.#")),
    "metingen:leveringen.#.door",
    "voortgang:voortgang.#.door",
    "voortgang:voortgang.#.verplichting",
)
KEUZEWOORDEN = (
    "afspraken:partijen.#.soort",
    f"{PLICHT}.soort",
    "afspraken:indicatoren.#.soort",
    "afspraken:kengetallen.#.soort",
    "afspraken:kengetallen.#.eenheid",
    "afspraken:indicatoren.#.normen.#.soort",
    "afspraken:indicatoren.#.normen.#.plaats",
    "metingen:leveringen.#.herkomst",
    "voortgang:voortgang.#.melding",
    "voortgang:voortgang.#.herkomst",
    "parameters:parameters.#.eenheid",
)
DATUMS = (
    "afspraken:indicatoren.#.normen.#.van",
    "afspraken:indicatoren.#.normen.#.tot",
    "metingen:leveringen.#.geleverd_op",
    "voortgang:voortgang.#.datum",
    "voortgang:voortgang.#.gereed_op",
    "parameters:parameters.#.waarden.#.van",
    "parameters:parameters.#.waarden.#.tot",
)
NORMEN = tuple(f"afspraken:indicatoren.#.normen.#.{v}" for v in ("waarde", "ondergrens", "bovengrens"))
CITATEN = (
    "afspraken:indicatoren.#.normen.#.citaat",
    f"{PLICHT}.termijn.woorden",
    f"{PLICHT}.voorwaarde",
)
JAREN = (
    "*:jaar",
    "metingen:periode",
    "afspraken:indicatoren.#.van",
    "afspraken:indicatoren.#.tot",
    f"{PLICHT}.termijn.woorden",
    *DATUMS,
)
JAAR = re.compile(r"20[0-9]{2}")


def een(dossier: Dossier, zaad: Random, *vormen: str) -> Plek | None:
    """One scalar on one line, by chance."""
    mogelijk = [p for p in plekken(dossier, *vormen) if p.enkel]
    return zaad.choice(mogelijk) if mogelijk else None


def anders(dossier: Dossier, plek: Plek | None, nieuw: str | None) -> Verminkt | None:
    """A scalar made another; quoted where it was."""
    if plek is None or nieuw is None or nieuw == plek.woord:
        return None
    stijl = getattr(plek.knoop, "style", None)
    return vervang(dossier, plek.bestand, plek.knoop, f'"{nieuw}"' if stijl in ("'", '"') else nieuw)
