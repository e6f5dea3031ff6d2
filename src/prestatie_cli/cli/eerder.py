"""`--eerder`: what was published before, read from the publications themselves."""

from collections.abc import Iterable
from pathlib import Path

from prestatie_cli.bronnen.schijf import lees_los_bestand
from prestatie_cli.cli.nederlands import Gebruiksfout
from prestatie_cli.indicatoren.gepubliceerd import lees_gepubliceerd
from prestatie_cli.indicatoren.openbaar import Eerder

GROOTST = 50_000_000
LEESBAAR = "geef een rapport als md of html, of de JSON van 'indicatoren --openbaar', van dit programma"


def lees_eerder(paden: Iterable[Path] | None) -> Eerder:
    """The sums that earlier publications show, of all of them together."""
    delen = [_lees(pad) for pad in paden or ()]
    return Eerder(
        tuple(dict.fromkeys(f for deel in delen for f in deel.feiten)),
        tuple(dict.fromkeys(s for deel in delen for s in deel.gemerkt)),
    )


def _lees(pad: Path) -> Eerder:
    inhoud = lees_los_bestand(pad, GROOTST)
    if len(inhoud) > GROOTST:
        raise Gebruiksfout(f"{pad} is te groot voor een publicatie; {LEESBAAR}")
    gelezen = lees_gepubliceerd(inhoud)
    if gelezen is None:
        raise Gebruiksfout(f"in {pad} staat niet welke cijfers het toont; {LEESBAAR}")
    return gelezen
