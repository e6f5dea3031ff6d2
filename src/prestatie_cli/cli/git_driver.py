"""`prestatie git-installeer` and `git-driver`: `git diff` and `git log -p` speak in agreements."""

from pathlib import Path
from typing import Annotated

import typer

from prestatie_cli.bronnen.gegevensmap import Bronnen
from prestatie_cli.bronnen.instellingen import git_instelling, zet_git_instelling
from prestatie_cli.bronnen.repository import repo_wortel
from prestatie_cli.cli import opties
from prestatie_cli.cli.laden import datapad
from prestatie_cli.cli.nederlands import Gebruiksfout
from prestatie_cli.cli.scherm import druk, scherm
from prestatie_cli.cli.schrijven import herschrijf, schrijf, toonpad
from prestatie_cli.cli.vergelijken import Versie, gegevensnaam, maak_versie, onleesbaar, wijzigingen
from prestatie_cli.formaten.diff import blok, per_onderwerp
from prestatie_cli.formaten.tabel import alinea
from prestatie_cli.fouten import BronFout
from prestatie_cli.taal import schoon
from prestatie_cli.woorden.wijzigingen import tellingen

OPDRACHT = "prestatie git-driver"
NAAM = "diff.prestatie.command"
LEEG = ("/dev/null", "nul")


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
    if git_instelling(wortel, NAAM) == OPDRACHT and regel.encode() in oud.splitlines():
        druk("git is al ingesteld; er is niets gewijzigd")
        return
    zet_git_instelling(wortel, NAAM, OPDRACHT)
    if regel.encode() not in oud.splitlines():
        einde = b"\r\n" if b"\r\n" in oud else b"\n"
        nieuw = oud + (einde if oud and not oud.endswith(b"\n") else b"") + regel.encode() + einde
        if attributen.exists():
            herschrijf(attributen, oud, nieuw)
        else:
            schrijf(attributen, nieuw.decode())
    druk(f".git/config: {NAAM} = {OPDRACHT}\n{toonpad(attributen)}: {regel}")


def _attribuutregel(map_: str) -> str:
    """The line of .gitattributes for all YAML in the data folder; a name with marks is quoted."""
    patroon = "/**/*.yaml" if map_ == "." else f"/{_letterlijk(map_)}/**/*.yaml"
    if any(teken in ' "\\' or ord(teken) < 32 for teken in patroon):
        patroon = '"' + patroon.replace("\\", "\\\\").replace('"', '\\"') + '"'
    return f"{patroon} diff=prestatie"


def _letterlijk(map_: str) -> str:
    """A folder name without the meaning that git gives to `*`, `?` and brackets."""
    return "".join("\\" + teken if teken in "*?[\\" else teken for teken in map_)


def git_driver(
    delen: Annotated[list[str], typer.Argument(metavar="PAD OUD HASH MODUS NIEUW HASH MODUS")],
) -> None:
    """Toon wat in één bestand wijzigde; git roept dit aan."""
    if len(delen) == 1:
        druk(f"{delen[0]}: nog niet samengevoegd; los eerst de conflicten op")
        return
    if len(delen) < 7:
        raise Gebruiksfout("git-driver wordt door git aangeroepen; zie 'prestatie git-installeer'")
    pad, oud, _, _, nieuw, _, _, *hernoemd = delen
    kop = f"prestatie {pad}" + (f" -> {hernoemd[0]}" if hernoemd else "")
    druk(
        f"{kop}\n{_inhoud(pad, hernoemd[0] if hernoemd else pad, Path(oud), Path(nieuw), scherm().breedte)}\n"
    )


def _inhoud(pad_oud: str, pad_nieuw: str, oud: Path, nieuw: Path, breedte: int) -> str:
    """What changed in one file; what can't be read says why, and git goes on."""
    try:
        van, naar = _versie("oud", pad_oud, oud), _versie("nieuw", pad_nieuw, nieuw)
    except (BronFout, OSError):
        return _gewoon(oud, nieuw)
    fouten = onleesbaar(van, "de oude versie") + onleesbaar(naar, "de nieuwe versie")
    regels = [alinea(f"let op: {zin}", breedte, "  ") for zin in fouten]
    gevonden = list(wijzigingen(van, naar))
    if not gevonden:
        return "\n".join([*regels, "  geen wijziging in de gegevens" if not fouten else ""]).rstrip("\n")
    regels.append(f"  {tellingen(gevonden)}")
    blokken = "\n".join(blok(groep, breedte - 2) for groep in per_onderwerp(gevonden))
    return "\n".join([*regels, *(f"  {regel}" for regel in blokken.splitlines())])


def _versie(naam: str, pad: str, bestand: Path) -> Versie:
    """One side as a version of a single file; a side that git calls /dev/null is empty."""
    in_map = gegevensnaam(pad)
    map_ = pad.removesuffix(in_map).rstrip("/") or "."
    teksten = {} if str(bestand) in LEEG else {in_map: bestand.read_bytes()}
    return maak_versie(naam, map_, Bronnen(map_, teksten, {}), in_map)


def _gewoon(oud: Path, nieuw: Path) -> str:
    """The lines of a file that holds no data of ours, as git would show them."""
    from difflib import unified_diff

    teksten = []
    for bestand in (oud, nieuw):
        try:
            inhoud = b"" if str(bestand) in LEEG else bestand.read_bytes()
        except OSError as fout:
            return f"  {bestand.name} is niet te lezen: {fout.strerror}"
        teksten.append(inhoud.decode("utf-8", errors="replace").splitlines())
    van, naar = teksten
    return "\n".join(schoon(regel) for regel in unified_diff(van, naar, "oud", "nieuw", lineterm=""))
