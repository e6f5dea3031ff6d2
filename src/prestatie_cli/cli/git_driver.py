"""`prestatie git-driver`: what git calls to show one changed file in agreements."""

from pathlib import Path
from typing import Annotated

import typer

from prestatie_cli.bronnen.gegevensmap import Bronnen
from prestatie_cli.bronnen.schijf import leesreden
from prestatie_cli.cli.nederlands import Gebruiksfout
from prestatie_cli.cli.scherm import druk, scherm
from prestatie_cli.cli.vergelijken import Versie, gegevensnaam, maak_versie, onleesbaar, wijzigingen
from prestatie_cli.formaten.diff import blok, per_onderwerp
from prestatie_cli.formaten.tabel import alinea
from prestatie_cli.fouten import BronFout
from prestatie_cli.taal import schoon
from prestatie_cli.woorden.wijzigingen import tellingen

LEEG = ("/dev/null", "nul")


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
            return f"  {bestand.name} is niet te lezen: {leesreden(fout)}"
        teksten.append(inhoud.decode("utf-8", errors="replace").splitlines())
    van, naar = teksten
    return "\n".join(schoon(regel) for regel in unified_diff(van, naar, "oud", "nieuw", lineterm=""))
