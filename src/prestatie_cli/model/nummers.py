"""The numbers of themes, agreements and duties: how they are made, taken apart, sorted and found."""

import re
from collections.abc import Iterable

STUK = re.compile(r"[0-9]+|[a-z]+")
ROMEINS = re.compile(r"m{0,3}(?:cm|cd|d?c{0,3})(?:xc|xl|l?x{0,3})(?:ix|iv|v?i{0,3})")
ROMEINSE_WAARDEN = {"i": 1, "v": 5, "x": 10, "l": 50, "c": 100, "d": 500, "m": 1000}
PLICHTNUMMER = re.compile(r"(.*[^a-z-])([a-z]{1,2})|(.*[a-z])-([a-z]{1,2})")

Nummersleutel = tuple[tuple[int, int, str], ...]


def plichtnummer(nummer: str, letter: str) -> str:
    """The number of a duty: `3.6` with `a` is `3.6a`; behind a letter of its own comes a hyphen, `1.1a-a`."""
    streep = "-" if nummer[-1:].isalpha() and nummer[-1:].islower() else ""
    return f"{nummer}{streep}{letter}"


def uit_plichtnummer(nummer: str) -> tuple[str, str]:
    """The number of the agreement and the letter in that of a duty; no letter where it is no such number."""
    if gevonden := PLICHTNUMMER.fullmatch(nummer):
        eerste, letter, tweede, na_streep = gevonden.groups()
        return eerste or tweede, letter or na_streep
    return nummer, ""


def romeinse_waarde(deel: str) -> int | None:
    """The value of a roman numeral, None for what is none."""
    klein = deel.casefold()
    if not klein or not ROMEINS.fullmatch(klein):
        return None
    waarden = [ROMEINSE_WAARDEN[teken] for teken in klein]
    volgende = [*waarden[1:], 0]
    return sum(-w if w < v else w for w, v in zip(waarden, volgende, strict=True))


def alle_romeins(themanummers: Iterable[str]) -> bool:
    """Whether themes are numbered in roman numerals, all of them."""
    nummers = list(themanummers)
    return bool(nummers) and all(romeinse_waarde(nummer) is not None for nummer in nummers)


def nummersleutel(nummer: str | None, romeins: bool = False) -> Nummersleutel:
    """Numbers in the order of a reader: 3.9 before 3.10, IV before IX where themes are roman; none last."""
    if nummer is None:
        return ((2, 0, ""),)
    stukken = STUK.findall(nummer.casefold())
    uit = [(0, int(stuk), "") if stuk.isdigit() else (1, 0, stuk) for stuk in stukken]
    if romeins and stukken and (waarde := romeinse_waarde(stukken[0])) is not None:
        uit[0] = (0, waarde, "")
    return tuple(uit)


def bedoeld_nummer(gevraagd: str, nummers: Iterable[str]) -> str | None:
    """The number that a user means, whatever its capitals, points and leading zeros; None where not one."""
    bekend = list(dict.fromkeys(nummers))
    gevraagd = gevraagd.strip()
    if gevraagd in bekend:
        return gevraagd
    zonder_hoofdletters = [n for n in bekend if n.casefold() == gevraagd.casefold()]
    sleutel = nummersleutel(gevraagd)
    gelijk = zonder_hoofdletters or [n for n in bekend if sleutel and nummersleutel(n) == sleutel]
    return gelijk[0] if len(gelijk) == 1 else None
