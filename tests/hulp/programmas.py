"""The programs of others with which the tests open a document, each with its own profile and fonts."""

import os
import shutil
import subprocess
from pathlib import Path

import pytest

PAKKET = {
    "chromium": "chromium",
    "soffice": "libreoffice-writer",
    "pdftotext": "poppler-utils",
    "pdfinfo": "poppler-utils",
}
"""Which Debian package brings a program; `.ci/run` installs them."""
LETTERS = Path("/usr/share/fonts")
FONTS_CONF = """<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "urn:fontconfig:fonts.dtd">
<fontconfig>
  <dir>{letters}</dir>
  <cachedir>{cache}</cachedir>
  <match target="pattern">
    <edit name="family" mode="append_last"><string>Liberation Sans</string></edit>
  </match>
</fontconfig>
"""


def ontbreekt(reden: str) -> None:
    """Skip with the reason; in CI nothing may be missing."""
    if os.environ.get("CI"):
        pytest.fail(reden)
    pytest.skip(reden)


def programma(*namen: str) -> str:
    """The path of the first of these that is installed, else the test is skipped."""
    gevonden = next(filter(None, map(shutil.which, namen)), None)
    if gevonden is None:
        ontbreekt(f"{namen[0]} is not installed ({PAKKET[namen[0]]})")
    return str(gevonden)


def draai(naam: str, *argumenten: str | Path, omgeving: dict[str, str] | None = None) -> str:
    """The output of a program."""
    opdracht = [programma(naam), *map(str, argumenten)]
    omgeving = os.environ | (omgeving or {})
    klaar = subprocess.run(opdracht, check=True, capture_output=True, timeout=180, env=omgeving)
    return klaar.stdout.decode(errors="replace")


def eigen_letters(map_: Path) -> dict[str, str]:
    """An environment in which only the Liberation fonts exist: with other fonts a page breaks elsewhere."""
    letters = next((pad.parent for pad in LETTERS.rglob("LiberationSans-Regular.ttf")), None)
    if letters is None:
        ontbreekt("the Liberation fonts are not installed (fonts-liberation)")
    conf = map_ / "fonts.conf"
    conf.write_text(FONTS_CONF.format(letters=letters, cache=map_ / "fontcache"), "utf-8")
    return {"FONTCONFIG_FILE": str(conf)}


def met_libreoffice(docx: Path, soort: str = "pdf") -> Path:
    """A Word document converted by LibreOffice, beside it; with a profile of its own."""
    map_ = docx.parent
    profiel = f"-env:UserInstallation={(map_ / 'profiel').as_uri()}"
    programma("soffice")  # before the fonts: the reason names what is missing first
    opties = ("--headless", "--convert-to", soort, "--outdir", map_, docx)
    draai("soffice", profiel, *opties, omgeving=eigen_letters(map_))
    return docx.with_suffix(f".{soort[:3]}")
