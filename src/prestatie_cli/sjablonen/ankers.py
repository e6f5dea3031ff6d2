"""The anchors of headings, the same in every format, so that a link in the Markdown works in all of them."""

import re
from collections.abc import Iterable


def anker(kop: str) -> str:
    """The anchor of a heading as GitHub makes it: `### Thema 1: Bouwen` is `#thema-1-bouwen`."""
    return re.sub(r"[^\w\- ]", "", kop.strip().lower()).replace(" ", "-")


def unieke_ankers(koppen: Iterable[str]) -> list[str]:
    """The anchors of the headings of one document; equal ones get `-1`, `-2`, … as on GitHub."""
    gezien: dict[str, int] = {}
    uit = []
    for kop in koppen:
        naam = anker(kop)
        nummer = gezien.get(naam, 0)
        gezien[naam] = nummer + 1
        uit.append(f"{naam}-{nummer}" if nummer else naam)
    return uit
