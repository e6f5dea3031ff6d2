"""`prestatie git-installeer`: let `git diff` and `git log -p` speak in agreements."""

import typer

from prestatie_cli.bronnen.instellingen import git_instelling, zet_git_instelling
from prestatie_cli.bronnen.repository import repo_wortel
from prestatie_cli.cli import opties
from prestatie_cli.cli.laden import datapad
from prestatie_cli.cli.scherm import druk
from prestatie_cli.cli.schrijven import herschrijf, schrijf_nieuw, toonpad
from prestatie_cli.fouten import BronFout

OPDRACHT = "prestatie git-driver"
INSTELLING = "diff.prestatie.command"


def git_installeer(context: typer.Context, map_: opties.MapOptie = None) -> None:
    """Laat git diff en git log -p in afspraken spreken."""
    map_van = datapad(context, map_)
    wortel = repo_wortel(map_van)
    attributen = wortel / ".gitattributes"
    regel = _attribuutregel(map_van.resolve().relative_to(wortel.resolve()).as_posix())
    try:
        oud = attributen.read_bytes() if attributen.exists() else b""
    except OSError as fout:
        raise BronFout(f"{toonpad(attributen)} is niet te lezen", "controleer de rechten") from fout
    if git_instelling(wortel, INSTELLING) == OPDRACHT and regel.encode() in oud.splitlines():
        druk("git is al ingesteld; er is niets gewijzigd")
        return
    zet_git_instelling(wortel, INSTELLING, OPDRACHT)
    if regel.encode() not in oud.splitlines():
        einde = b"\r\n" if b"\r\n" in oud else b"\n"
        nieuw = oud + (einde if oud and not oud.endswith(b"\n") else b"") + regel.encode() + einde
        if attributen.exists():
            herschrijf(attributen, oud, nieuw)
        else:
            schrijf_nieuw(attributen, nieuw)
    druk(f".git/config: {INSTELLING} = {OPDRACHT}\n{toonpad(attributen)}: {regel}")


def _attribuutregel(map_: str) -> str:
    """The line of .gitattributes for all YAML in the data folder; a name with marks is quoted."""
    patroon = "/**/*.yaml" if map_ == "." else f"/{_letterlijk(map_)}/**/*.yaml"
    if any(teken in ' "\\' or ord(teken) < 32 for teken in patroon):
        patroon = '"' + patroon.replace("\\", "\\\\").replace('"', '\\"') + '"'
    return f"{patroon} diff=prestatie"


def _letterlijk(map_: str) -> str:
    """A folder name without the meaning that git gives to `*`, `?` and brackets."""
    return "".join("\\" + teken if teken in "*?[\\" else teken for teken in map_)
