"""A font with one glyph, a box, for every character that the fonts inside typst lack.

PDF/UA-1 forbids text in the missing glyph, so typst refuses a report with an emoji unless some font
claims it. Here the reader sees a box, and behind it the name of the character; copying, searching and
reading aloud give the character itself.
Tables as in the OpenType specification, version 1.9.
"""

from struct import pack

FAMILIE = "Prestatie Noodletter"
_EENHEDEN = 2000
# No font with 1000 or 2048 units can have this width, so a width tells that this font was used.
_BREEDTE = 1201
NOODBREEDTE = _BREEDTE / _EENHEDEN  # em
_DATUM = 0  # seconds since 1904: no clock


def fallback_font() -> bytes:
    """The font file: TrueType outlines, all code points from U+0020 on the same box."""
    tabellen = {
        b"OS/2": _os2(),
        b"cmap": _cmap(),
        b"glyf": _glyf(),
        b"head": _head(),
        b"hhea": pack(">4s3hH11hH", b"\0\1\0\0", 1600, -400, 0, _BREEDTE, *([0] * 11), 2),
        b"hmtx": pack(">HhHh", _BREEDTE, 100, _BREEDTE, 100),
        b"loca": pack(">3I", 0, 0, len(_glyf())),
        b"maxp": pack(">4s14H", b"\0\1\0\0", 2, 8, 2, 0, 0, 1, *([0] * 8)),
        b"name": _name(),
        b"post": pack(">4s4s2h5I", b"\0\3\0\0", bytes(4), -200, 100, *([0] * 5)),
    }
    plek = 12 + 16 * len(tabellen)
    register, inhoud = b"", b""
    for naam, tabel in tabellen.items():
        register += pack(">4s3I", naam, _som(tabel), plek + len(inhoud), len(tabel))
        inhoud += tabel + bytes(-len(tabel) % 4)
    return pack(">4s4H", b"\0\1\0\0", len(tabellen), 128, 3, 16 * len(tabellen) - 128) + register + inhoud


def _som(tabel: bytes) -> int:
    vol = tabel + bytes(-len(tabel) % 4)
    return sum(int.from_bytes(vol[i : i + 4], "big") for i in range(0, len(vol), 4)) & 0xFFFFFFFF


def _cmap() -> bytes:
    """Format 13: one range of characters to one glyph."""
    groep = pack(">2H3I3I", 13, 0, 28, 0, 1, 0x20, 0x10FFFF, 1)
    return pack(">2H2HI", 0, 1, 3, 10, 12) + groep


def _glyf() -> bytes:
    """A hollow box: an outer and an inner contour in opposite directions, absolute coordinates as steps."""
    buiten = [(100, 0), (100, 1400), (1100, 1400), (1100, 0)]
    binnen = [(200, 100), (1000, 100), (1000, 1300), (200, 1300)]
    punten = buiten + binnen
    stappen = [(x - px, y - py) for (x, y), (px, py) in zip(punten, [(0, 0), *punten], strict=False)]
    glyf = pack(">5h3H", 2, 100, 0, 1100, 1400, 3, 7, 0) + bytes([1] * 8)
    glyf += b"".join(pack(">h", x) for x, _ in stappen) + b"".join(pack(">h", y) for _, y in stappen)
    return glyf + bytes(-len(glyf) % 4)


def _head() -> bytes:
    vast = pack(">4s4sI", b"\0\1\0\0", b"\0\1\0\0", 0)
    maten = pack(">IHHqq4h", 0x5F0F3CF5, 0, _EENHEDEN, _DATUM, _DATUM, 100, 0, 1100, 1400)
    return vast + maten + pack(">2H3h", 0, 8, 2, 1, 0)


def _os2() -> bytes:
    begin = pack(">Hh3H11h", 4, _BREEDTE, 400, 5, 0, *([0] * 11))
    merk = bytes(10) + bytes(16) + b"NONE"
    rest = pack(">3H3h2H2I", 64, 0x20, 0xFFFF, 1600, -400, 0, 1600, 400, 0, 0)
    return begin + merk + rest + pack(">2h3H", 1000, 1400, 0, 0x20, 1)


def _name() -> bytes:
    namen = {1: FAMILIE, 2: "Regular", 4: FAMILIE, 6: FAMILIE.replace(" ", "")}
    kop, tekst = b"", b""
    for nummer, naam in namen.items():
        tekens = naam.encode("utf-16-be")
        kop += pack(">6H", 3, 1, 0x409, nummer, len(tekens), len(tekst))
        tekst += tekens
    return pack(">3H", 0, len(namen), 6 + len(kop)) + kop + tekst
