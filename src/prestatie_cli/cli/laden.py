"""From the options of a command to the records it works on, and from its result to the screen."""

import os
import sys
from dataclasses import dataclass
from pathlib import Path

import typer

from prestatie_cli.bevindingen import Bevinding, Plaats
from prestatie_cli.cli.nederlands import Gebruiksfout
from prestatie_cli.formats.tabel import Scherm
from prestatie_cli.model import Dossier
from prestatie_cli.parsing import parse
from prestatie_cli.sources import BronFout, Bronnen, lees_map, zoek_map


@dataclass(frozen=True, slots=True)
class Invoer:
    """What was read: the sources, the records and what the reading found; `naam` as users see it."""

    bronnen: Bronnen
    naam: str
    dossier: Dossier
    bevindingen: tuple[Bevinding, ...]


def laad(context: typer.Context, map_: Path | None) -> Invoer:
    """Read the data folder that the options name, or the nearest one."""
    gekozen = map_ or context.find_root().params.get("map_")
    pad = Path(gekozen) if gekozen else zoek_map(Path.cwd())
    return lees(pad)


def lees(pad: Path) -> Invoer:
    """Read one data folder."""
    bronnen = lees_map(pad)
    dossier, bevindingen = parse(bronnen.teksten, bronnen.onleesbaar)
    return Invoer(bronnen, toonpad(pad), dossier, tuple(bevindingen))


def toonpad(pad: Path) -> str:
    """A path as it is shown: from the working folder where that is shorter, with `/`."""
    vol = os.path.abspath(pad)
    try:
        vanaf_hier = os.path.relpath(vol)
    except ValueError:  # Windows: another drive
        vanaf_hier = vol
    kort = vol if vanaf_hier.startswith(os.path.join("..", "..", "..")) else vanaf_hier
    return Path(kort).as_posix()


def in_map(naam: str, bestand: str) -> str:
    """The path of a file in a data folder, as it is shown."""
    return bestand if naam == "." else f"{naam}/{bestand}"


def met_map(naam: str, bevinding: Bevinding) -> Bevinding:
    """A finding with the data folder before its file."""
    oud = bevinding.plaats
    plaats = Plaats(in_map(naam, oud.bestand), oud.regel, oud.kolom, oud.pad)
    return Bevinding(bevinding.code, bevinding.ernst, bevinding.boodschap, plaats, bevinding.hulp)


def scherm() -> Scherm:
    """The screen: rich on a terminal, plain lines of eighty characters in a pipe."""
    if not sys.stdout.isatty():
        return Scherm()
    breedte = typer.get_terminal_size((80, 24)).columns
    return Scherm(max(breedte - (os.name == "nt"), 40), rijk=True, kleur="NO_COLOR" not in os.environ)


def druk(tekst: str) -> None:
    """Print a result; a character that the screen can't show becomes a question mark."""
    try:
        print(tekst)
    except UnicodeEncodeError:
        codering = sys.stdout.encoding or "ascii"
        print(tekst.encode(codering, errors="replace").decode(codering))


def meld_onleesbaar(invoer: Invoer) -> None:
    """Say on standard error which files could not be read whole, and end with exit code 1 later."""
    for bestand in invoer.dossier.onleesbaar:
        eerste = next((b for b in invoer.bevindingen if b.plaats.bestand == bestand), None)
        wat = f": {eerste.boodschap}" if eerste else ""
        plaats = in_map(invoer.naam, str(eerste.plaats) if eerste else bestand)
        print(f"let op: {plaats} is niet of niet helemaal gelezen{wat}", file=sys.stderr)
    if invoer.dossier.onleesbaar:
        print("zie 'prestatie valideer' voor alle fouten", file=sys.stderr)


def sluit(invoer: Invoer) -> None:
    """End a reading command: exit code 1 when a file was not read whole."""
    if invoer.dossier.onleesbaar:
        meld_onleesbaar(invoer)
        raise typer.Exit(1)


def bekende_partij(invoer: Invoer, partij: str | None) -> str | None:
    """The party of `--partij`, also in capitals or by its full name; unknown is wrong use."""
    partijen = {p.id: p.naam for j in invoer.dossier.jaargangen.values() for p in j.partijen}
    return _bekend("partij", partij, partijen)


def bekend_thema(invoer: Invoer, thema: str | None) -> str | None:
    """The theme of `--thema`; unknown is wrong use."""
    themas = {t.nummer: t.titel for j in invoer.dossier.jaargangen.values() for t in j.themas}
    return _bekend("thema", thema, themas)


def _bekend(wat: str, waarde: str | None, mogelijk: dict[str, str]) -> str | None:
    if waarde is None or waarde in mogelijk or not mogelijk:
        return waarde
    for sleutel, naam in mogelijk.items():
        if waarde.casefold() in (sleutel.casefold(), naam.casefold()):
            return sleutel
    raise Gebruiksfout(f"{wat} '{waarde}' bestaat niet; kies uit: {', '.join(mogelijk)}")


def keuze(partij: str | None, voor: str | None, thema: str | None) -> str:
    """How a selection is named behind a heading."""
    delen = (("partij", partij), ("voor", voor), ("thema", thema))
    return "".join(f", {wat} {waarde}" for wat, waarde in delen if waarde)


def schrijf(pad: Path, tekst: str) -> None:
    """Write a text to a file as UTF-8."""
    schrijf_bytes(pad, tekst.encode())


def schrijf_bytes(pad: Path, inhoud: bytes) -> None:
    """Write a result to a file, whole or not at all."""
    tijdelijk = pad.with_name(f".{pad.name}.{os.getpid()}")
    try:
        tijdelijk.write_bytes(inhoud)
        tijdelijk.replace(pad)
    except OSError as fout:
        tijdelijk.unlink(missing_ok=True)
        raise BronFout(
            f"{pad} is niet te schrijven", "controleer of de map bestaat en u er mag schrijven"
        ) from fout
