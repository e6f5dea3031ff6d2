"""What typst sets: with the fonts inside it and ours, so that every machine gives the same bytes."""

from collections.abc import Mapping
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import typst

from prestatie_cli.documenten.noodletter import fallback_font
from prestatie_cli.fouten import BronFout
from prestatie_cli.sjablonen.blokken import VERBETER


def zet(programma: bytes, wat: str, bestanden: Mapping[str, bytes], **opties: Any) -> bytes:
    """What a program in typst makes, with files beside it; BronFout where `wat` can't be made."""
    with TemporaryDirectory() as map_:
        hoofd = Path(map_, "hoofd.typ")
        alle = {hoofd.name: programma, "noodletter.ttf": fallback_font(), **bestanden}
        for naam, inhoud in alle.items():
            Path(map_, naam).write_bytes(inhoud)
        letters = typst.Fonts(include_system_fonts=False, font_paths=[map_])
        try:
            gezet: bytes = typst.compile(hoofd, root=Path(map_), font_paths=letters, **opties)
        except typst.TypstError as fout:
            raise BronFout(f"{wat}: {fout.message}", VERBETER) from fout
    return gezet
