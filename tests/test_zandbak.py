"""What a template or a house style of somebody else may cost: time and memory have an end."""

import io
import time
import zipfile

import pytest

from prestatie_cli.fouten import BronFout
from prestatie_cli.sjablonen.vullen import render

WERK = "te veel werk"
BOMMEN = {
    "{% for i in range(10**9) %}{% endfor %}": "'**'",
    "{% for i in range(1000000000) %}x{% endfor %}": WERK,
    "{% for i in range(99999) %}{% for j in range(99999) %}{% endfor %}{% endfor %}": WERK,
    "{% for i in range(99999) if range(99999)|list|length > 3 %}{% endfor %}": WERK,
    "{{ range(100000000)|list }}": WERK,
    "{{ range(100000000)|sum }}": WERK,
    "{{ 'a' * 1000000000 }}": "'*'",
    "{{ [1] * 1000000000 }}": "'*'",
    "{{ 9**9**9 }}": "'**'",
    "{{ '%0999999999d' % 1 }}": "'%'",
    "{{ '%0999999999d'|format(1) }}": "format",
    "{{ 'x'|center(1000000000) }}": "center",
    "{{ 1|round(999999999, 'ceil') }}": "round",
    "{{ 'a'.ljust(1000000000) }}": "bestaat niet",
    "{{ '{:>999999999}'.format(1) }}": "bestaat niet",
    "{{ lipsum(n=10000) }}": "bestaat niet",
    "{% set n = namespace(x='aaaa') %}{% for i in range(60) %}{% set n.x = n.x ~ n.x %}{% endfor %}": WERK,
    "{% set n = namespace(x='aaaa') %}{% for i in range(60) %}{% set n.x = n.x + n.x %}{% endfor %}": WERK,
    "{% set n = namespace(x='aaaa') %}{% for i in range(60) %}"
    "{% set n.x %}{{ n.x }}{{ n.x }}{% endset %}{% endfor %}": WERK,
    "{% set n = namespace(x=['a']) %}{% for i in range(60) %}{% set n.x = [n.x, n.x] %}{% endfor %}": WERK,
    "{% set n = namespace(x=['a']) %}{% for i in range(60) %}{% set n.x = n.x + n.x %}{% endfor %}": WERK,
    "{% set n = namespace(x=3) %}{% for i in range(60) %}{% set n.x = n.x * n.x %}{% endfor %}": "'*'",
    "{% macro m() %}{{ m() }}{{ m() }}{% endmacro %}{{ m() }}": WERK,
    "{% include 'a.md.j2' %}{% include 'a.md.j2' %}": WERK,
}


@pytest.mark.parametrize(("bom", "woord"), BOMMEN.items(), ids=list(BOMMEN))
def test_a_template_without_end_is_stopped(bom: str, woord: str) -> None:
    """Where, in Dutch; the first one took 3 GB or ran until it was killed."""
    begin = time.monotonic()
    with pytest.raises(BronFout) as gevangen:
        render({"a.md.j2": f"een\n{bom}"}, "a.md.j2")
    assert time.monotonic() - begin < 30
    assert "a.md.j2:2" in gevangen.value.boodschap
    assert woord in gevangen.value.boodschap


def test_what_a_template_needs_goes_on_as_it_did() -> None:
    tekst = (
        "{% for a, b in [(1, 2), (3, 4)] if a %}{{ a + b }}{{ ', ' if not loop.last }}{% endfor %} "
        "{{ [3, 1, 2][:2] | sort | join('-') }} {{ 'a' ~ 1 ~ 'b' }} {{ {'x': 1}.items() | list | length }} "
        "{{ (1, 2) | sum }} {{ 7 % 4 * 2 }} {% macro m(x) %}<{{ x }}>{% endmacro %}{{ m('y') }}"
    )
    assert render({"a.md.j2": tekst}, "a.md.j2") == "3, 7 1-3 a1b 1 3 6 <y>"


def docx_met(*, vervang: dict[str, bytes] | None = None, extra: int = 0) -> bytes:
    """A real Word file in which parts are replaced or added."""
    docx = pytest.importorskip("docx")
    bron, uit = io.BytesIO(), io.BytesIO()
    docx.Document().save(bron)
    with zipfile.ZipFile(bron) as oud, zipfile.ZipFile(uit, "w", zipfile.ZIP_DEFLATED) as nieuw:
        for naam in oud.namelist():
            nieuw.writestr(naam, (vervang or {}).get(naam, oud.read(naam)))
        for n in range(extra):
            nieuw.writestr(f"x{n}.bin", b"")
    return uit.getvalue()


W = b'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'


def test_a_house_style_that_unpacks_to_much_is_refused_before_it_is() -> None:
    """300 MB in 300 kB took 3 GB."""
    pytest.importorskip("docx")
    from prestatie_cli.documenten.docx_huisstijl import huisstijl

    huisstijl(docx_met())
    diep = b"<w:styles " + W + b">" + b"<w:a>" * 200_000 + b"</w:a>" * 200_000 + b"</w:styles>"
    versleuteld = bytearray(docx_met())
    for plek in (versleuteld.find(b"PK\1\2") + 8, 6):
        versleuteld[plek] |= 1
    for inhoud, woord in (
        (docx_met(vervang={"word/document.xml": b" " * 50_000_000}), "te groot"),
        (docx_met(vervang={"word/theme/theme1.xml": b" " * 50_000_000}), "te groot"),
        (docx_met(extra=2000), "te groot"),
        (docx_met(vervang={"word/styles.xml": diep}), "geen Word-document"),
        (bytes(versleuteld), "wachtwoord"),
        (bytes.fromhex("d0cf11e0a1b11ae1") + bytes(500), "zonder wachtwoord"),
        (b"", "geen Word-document"),
        (docx_met()[:9000], "geen Word-document"),
    ):
        with pytest.raises(BronFout) as gevangen:
            huisstijl(inhoud)
        assert woord in f"{gevangen.value.boodschap} {gevangen.value.hulp}"
