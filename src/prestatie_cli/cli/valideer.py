"""`prestatie valideer`: all checks over one or more data folders."""

import os
from datetime import date
from pathlib import Path
from typing import Annotated

import typer

from prestatie_cli.bevindingen import Gezondheid
from prestatie_cli.bronnen.commits import Gegevensversie
from prestatie_cli.bronnen.schijf import datamap, lees_sjablonen
from prestatie_cli.cli import opties
from prestatie_cli.cli.laden import Invoer, datapad, gevraagde_versie, in_map, lees, met_map
from prestatie_cli.cli.nederlands import Gebruiksfout
from prestatie_cli.cli.scherm import druk, scherm
from prestatie_cli.formaten.register import vormgever
from prestatie_cli.formaten.valideer import Uitslag
from prestatie_cli.fouten import BronFout
from prestatie_cli.inlezen.bestanden import plaats_bevindingen
from prestatie_cli.woorden.grondslag import Grondslag

BasisOptie = Annotated[
    str | None,
    typer.Option(
        "--basis",
        metavar="REV",
        help="Vergelijk meldingen en correcties met deze versie in git; standaard HEAD.",
        show_default=False,
    ),
]


def valideer(
    context: typer.Context,
    paden: Annotated[
        list[Path] | None,
        typer.Argument(metavar="PAD", help="Mappen met gegevens, of bestanden daarin."),
    ] = None,
    map_: opties.MapOptie = None,
    versie: opties.VersieOptie = None,
    bekend_op: opties.BekendOpOptie = None,
    basis: BasisOptie = None,
    streng: Annotated[bool, typer.Option("--streng", help="Ook waarschuwingen tellen als fout.")] = False,
    informatie: Annotated[
        bool, typer.Option("--informatie", help="Toon ook wat niet fout is maar aandacht vraagt.")
    ] = False,
    formaat: Annotated[str, opties.formaatoptie("valideer")] = "tekst",
    peildatum: opties.PeildatumOptie = opties.VANDAAG,
) -> None:
    """Controleer de gegevens: elke fout met plaats en remedie."""
    met_informatie = informatie or formaat == "json"
    vraag = gevraagde_versie(context, versie, bekend_op)
    in_git = vraag != (None, None)
    if in_git and basis is not None:
        raise Gebruiksfout(
            "--basis hoort bij de bestanden op schijf; laat --versie en --bekend-op weg "
            "(bij diff noemt u beide versies: prestatie diff VAN NAAR)"
        )
    mappen = _mappen(paden, in_git) if paden else [datapad(context, map_)]
    delen = [_uitslag(lees(pad, vraag, basis), met_informatie) for pad in mappen]
    uitslag = _samen(delen, peildatum, streng)
    druk(vormgever("valideer", formaat)(uitslag, scherm()))
    if formaat == "github" and (pad := os.environ.get("GITHUB_STEP_SUMMARY")):
        _schrijf_samenvatting(Path(pad), uitslag)
    raise typer.Exit(0 if uitslag.geldig else 1)


def _mappen(paden: list[Path], in_git: bool) -> list[Path]:
    """The data folders that paths mean, each once; a path that is gone may still stand in git."""
    return list(dict.fromkeys(pad if in_git and not os.path.exists(pad) else datamap(pad) for pad in paden))


def _uitslag(invoer: Invoer, met_informatie: bool) -> Uitslag:
    """The findings of one data folder, placed; it keeps only the texts that findings point into."""
    informatie = [b for b in invoer.bevindingen if b.ernst == "informatie"]
    ernstig = [b for b in invoer.bevindingen if b.ernst != "informatie"]
    teksten = invoer.bronnen.teksten
    geplaatst = plaats_bevindingen(ernstig, teksten, invoer.dossier)
    getoond = plaats_bevindingen(informatie, teksten, invoer.dossier) if met_informatie else []
    genoemd = {b.plaats.bestand for b in (*geplaatst, *getoond)} & teksten.keys()
    return Uitslag(
        grond=Grondslag(date.min, invoer.versie, invoer.gezondheid),
        bevindingen=tuple(met_map(invoer.naam, b) for b in geplaatst),
        teksten={in_map(invoer.naam, naam): teksten[naam] for naam in genoemd},
        bestanden=len(teksten) + len(invoer.bronnen.onleesbaar),
        ter_informatie=len(informatie),
        informatie=tuple(met_map(invoer.naam, b) for b in getoond),
    )


def _samen(delen: list[Uitslag], peildatum: date, streng: bool) -> Uitslag:
    """The findings of several data folders as one result."""
    return Uitslag(
        grond=Grondslag(peildatum, _een_versie(delen), _gezondheid(delen)),
        bevindingen=tuple(b for deel in delen for b in deel.bevindingen),
        teksten={naam: tekst for deel in delen for naam, tekst in deel.teksten.items()},
        bestanden=sum(deel.bestanden for deel in delen),
        ter_informatie=sum(deel.ter_informatie for deel in delen),
        informatie=tuple(b for deel in delen for b in deel.informatie),
        streng=streng,
    )


def _gezondheid(delen: list[Uitslag]) -> Gezondheid:
    """How sound all folders together are."""
    onleesbaar = tuple(b for deel in delen for b in deel.grond.gezondheid.onleesbaar)
    fouten, waarschuwingen = sum(d.fouten for d in delen), sum(d.waarschuwingen for d in delen)
    return Gezondheid(fouten, waarschuwingen, onleesbaar)


def _een_versie(delen: list[Uitslag]) -> Gegevensversie:
    """The version of all folders; folders of different repositories have no version in common."""
    versies = {deel.grond.versie.hash: deel.grond.versie for deel in delen}
    if len(versies) > 1:
        raise Gebruiksfout(
            "deze mappen liggen in verschillende repositories; controleer ze een voor een met --versie"
        )
    return next(iter(versies.values()))


def _schrijf_samenvatting(pad: Path, uitslag: Uitslag) -> None:
    """Append the whole list to the summary page of a GitHub run."""
    tekst = vormgever("samenvatting", "md")(uitslag, lees_sjablonen())
    try:
        with open(pad, "a", encoding="utf-8") as bestand:
            bestand.write(tekst)
    except OSError as fout:
        raise BronFout(f"{pad} is niet te schrijven", "controleer GITHUB_STEP_SUMMARY") from fout
