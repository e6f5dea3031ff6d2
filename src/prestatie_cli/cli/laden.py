"""From the options of a command to the records it works on, and from its result to the screen."""

import sys
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from typing import NamedTuple

import typer

from prestatie_cli.bevindingen import Bevinding, Gezondheid, Plaats
from prestatie_cli.bronnen.commits import WERKMAP, Gegevensversie, commit_bij, commit_op
from prestatie_cli.bronnen.gegevensmap import Bronnen
from prestatie_cli.bronnen.repository import ligging_van, los_op
from prestatie_cli.bronnen.revisies import lees_eerder, lees_revisie
from prestatie_cli.bronnen.schijf import lees_map, zoek_map
from prestatie_cli.cli.nederlands import Gebruiksfout
from prestatie_cli.cli.schrijven import toonpad
from prestatie_cli.controles.poort import keur
from prestatie_cli.inlezen.bestanden import lees_dossier
from prestatie_cli.model.dossier import Dossier
from prestatie_cli.model.nummers import bedoeld_nummer
from prestatie_cli.taal import schoon
from prestatie_cli.woorden.grondslag import let_op


@dataclass(frozen=True, slots=True)
class Invoer:
    """What was read and checked; `naam` is the folder as users see it.

    Files in `gezondheid` stand with the folder before them; those in `bevindingen` without.
    """

    bronnen: Bronnen
    naam: str
    dossier: Dossier
    bevindingen: tuple[Bevinding, ...]
    versie: Gegevensversie
    gezondheid: Gezondheid


class Vraag(NamedTuple):
    """Which version of the data was asked for: a revision, a day, or neither (the disk)."""

    versie: str | None = None
    bekend_op: date | None = None


def laad(
    context: typer.Context, map_: Path | None, versie: str | None = None, bekend_op: date | None = None
) -> Invoer:
    """Read the data folder that the options name, or the nearest one, in the version they ask for."""
    vraag = gevraagde_versie(context, versie, bekend_op)
    return lees(datapad(context, map_), vraag)


def datapad(context: typer.Context, map_: Path | None) -> Path:
    """The data folder that the options name, or the nearest one."""
    gekozen = map_ or context.find_root().params.get("map_")
    return Path(gekozen) if gekozen else zoek_map(Path.cwd())


def zonder_klokken(context: typer.Context) -> None:
    """Refuse the global clocks at a command that reads more versions, or none, by itself."""
    algemeen = context.find_root().params
    if algemeen.get("versie") is not None or algemeen.get("bekend_op") is not None:
        raise Gebruiksfout(
            f"--versie en --bekend-op horen niet bij '{context.info_name}'; laat ze weg "
            "(bij diff noemt u de versies zelf: prestatie diff VAN NAAR)"
        )


def gevraagde_versie(context: typer.Context, versie: str | None, bekend_op: date | None) -> Vraag:
    """The version that the options of the command and the program ask for; both is wrong use."""
    algemeen = context.find_root().params
    versie = algemeen.get("versie") if versie is None else versie
    bekend_op = bekend_op or algemeen.get("bekend_op")
    if versie is not None and bekend_op is not None:
        raise Gebruiksfout("--versie en --bekend-op gaan niet samen; geef er één")
    return Vraag(versie, bekend_op)


def lees(pad: Path, vraag: Vraag | None = None, basis: str | None = None) -> Invoer:
    """Read and check one data folder, from the disk or in the version asked for.

    The files on disk are held against the version `basis` in git, or HEAD.
    """
    versie = zoek_versie(pad, vraag or Vraag())
    bronnen = lees_map(pad) if versie.hash is None else lees_revisie(pad, versie.hash)
    vorige = _vorige(bronnen, basis) if versie.hash is None else None
    keuring = keur(*lees_dossier(bronnen.teksten, bronnen.onleesbaar, bronnen.overig), vorige)
    naam = toonpad(pad)
    gezondheid = keuring.gezondheid
    met_map_ervoor = tuple(in_map(naam, bestand) for bestand in gezondheid.onleesbaar)
    gezondheid = replace(gezondheid, onleesbaar=met_map_ervoor)
    return Invoer(bronnen, naam, keuring.dossier, keuring.bevindingen, versie, gezondheid)


def _vorige(bronnen: Bronnen, basis: str | None) -> Dossier | None:
    """The statements and figures of the version before, where they differ from those on disk."""
    map_ = Path(bronnen.wortel)
    revisie = "HEAD" if basis is None else los_op(ligging_van(map_), basis)
    teksten = lees_eerder(map_, revisie, bronnen.teksten)
    return lees_dossier(teksten)[0] if teksten else None


def zoek_versie(pad: Path, vraag: Vraag) -> Gegevensversie:
    """The commit that was asked for, with its day; without a question the files on disk."""
    revisie = vraag.versie
    if vraag.bekend_op is not None:
        revisie = commit_op(pad, vraag.bekend_op)
    if revisie is None:
        return WERKMAP
    commit = commit_bij(pad, revisie)
    return Gegevensversie(commit.hash, commit.datum, vraag.bekend_op)


def in_map(naam: str, bestand: str) -> str:
    """The path of a file in a data folder, as it is shown."""
    return bestand if naam == "." else f"{naam}/{bestand}"


def met_map(naam: str, bevinding: Bevinding) -> Bevinding:
    """A finding with the data folder before its file."""
    oud = bevinding.plaats
    plaats = Plaats(in_map(naam, oud.bestand), oud.regel, oud.kolom, oud.pad)
    return replace(bevinding, plaats=plaats)


def meld_onleesbaar(invoer: Invoer) -> None:
    """Say on standard error which files could not be read whole, with their first fault."""
    for bestand in invoer.dossier.onleesbaar:
        eerste = next((b for b in invoer.bevindingen if b.plaats.bestand == bestand), None)
        wat = f": {eerste.boodschap}" if eerste else ""
        plaats = in_map(invoer.naam, str(eerste.plaats) if eerste else bestand)
        print(schoon(f"let op: {plaats} is niet of niet helemaal gelezen{wat}"), file=sys.stderr)


def sluit(invoer: Invoer) -> None:
    """End a reading command: exit code 1 when the data have faults."""
    if invoer.gezondheid.fouten:
        meld_onleesbaar(invoer)
        print(let_op(invoer.gezondheid), file=sys.stderr)
        raise typer.Exit(1)


def bekende_partij(invoer: Invoer, partij: str | None) -> str | None:
    """The party of `--partij`, also in capitals or by its full name; unknown is wrong use."""
    partijen = {p.id: p.naam for j in invoer.dossier.jaargangen.values() for p in j.partijen}
    for j in invoer.dossier.jaargangen.values():
        if partij in j.groepen and partij not in partijen:
            leden = ", ".join(j.groepen[partij])
            raise Gebruiksfout(
                f"'{partij}' is een groep; elke partij heeft haar eigen lijst, kies uit: {leden}"
            )
    return kies_bekend("partij", partij, partijen)


def bekend_thema(invoer: Invoer, thema: str | None) -> str | None:
    """The theme of `--thema`; unknown is wrong use."""
    themas = {t.nummer: t.titel for j in invoer.dossier.jaargangen.values() for t in j.themas}
    return kies_bekend("thema", bedoeld_nummer(thema or "", themas) or thema, themas)


def kies_bekend(wat: str, waarde: str | None, mogelijk: dict[str, str]) -> str | None:
    """The id that a user means, also in capitals or by its full name; unknown is wrong use."""
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
