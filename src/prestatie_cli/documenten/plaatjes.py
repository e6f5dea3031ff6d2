"""A chart as a picture: what Word can show, drawn by typst from our SVG."""

from prestatie_cli.documenten.zetter import zet

PUNTEN_PER_DUIM = 192
TEKENING = b"""
#set page(width: auto, height: auto, margin: 0pt)
#image(bytes(sys.inputs.svg), format: "svg")
"""


def als_png(svg: str) -> bytes:
    """The drawing as PNG at twice the size of a screen; the same drawing gives the same bytes."""
    return zet(
        TEKENING,
        "de grafiek kon niet worden getekend",
        {},
        format="png",
        ppi=PUNTEN_PER_DUIM,
        sys_inputs={"svg": svg},
    )
