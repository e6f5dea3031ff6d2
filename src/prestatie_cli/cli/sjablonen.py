"""Templates of one's own: which are used, which are not, and ours to begin from."""

import sys
from pathlib import Path

from prestatie_cli.bevindingen import bedoelde_u
from prestatie_cli.bronnen.schijf import lees_sjablonen, ongebruikte_sjablonen
from prestatie_cli.cli.schrijven import schrijf_erbij, toonpad
from prestatie_cli.taal import schoon


def sjablonen_van(map_: Path | None) -> dict[str, str]:
    """The templates, those of `map_` over ours; what lies there and is not used is told."""
    alle = lees_sjablonen(map_)
    if map_:
        for naam in ongebruikte_sjablonen(map_):
            hulp = bedoelde_u(naam, lees_sjablonen()) or "geen sjabloon heeft deze naam"
            print(f"let op: {schoon(toonpad(map_ / naam))} wordt niet gebruikt; {hulp}", file=sys.stderr)
    return alle


def kopieer_sjablonen(map_: Path) -> None:
    """Put our templates in a folder to begin from; what is there already is not written over."""
    eigen = lees_sjablonen()
    schrijf_erbij(map_, {naam: tekst.encode() for naam, tekst in eigen.items()})
    print(f"{len(eigen)} sjablonen staan in {toonpad(map_)}; laat weg wat u niet wijzigt")
