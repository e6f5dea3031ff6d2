"""A chart as a picture: what Word can show, drawn by typst from our SVG with the fonts inside typst."""

from pathlib import Path
from tempfile import TemporaryDirectory

import typst

from prestatie_cli.documenten.noodletter import fallback_font
from prestatie_cli.fouten import BronFout

PUNTEN_PER_DUIM = 192
TEKENING = b"""
#set page(width: auto, height: auto, margin: 0pt)
#image(bytes(sys.inputs.svg), format: "svg")
"""


def als_png(svg: str) -> bytes:
    """The drawing as PNG at twice the size of a screen; the same drawing gives the same bytes."""
    with TemporaryDirectory() as map_:
        Path(map_, "noodletter.ttf").write_bytes(fallback_font())
        letters = typst.Fonts(include_system_fonts=False, font_paths=[map_])
        try:
            return typst.compile(
                TEKENING, format="png", ppi=PUNTEN_PER_DUIM, font_paths=letters, sys_inputs={"svg": svg}
            )
        except typst.TypstError as fout:
            raise BronFout(
                f"de grafiek kon niet worden getekend: {fout.message}", "verbeter het sjabloon"
            ) from fout
