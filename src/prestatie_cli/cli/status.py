"""`prestatie status`: the first look."""

from typing import Annotated

import typer

from prestatie_cli.cli import opties

FORMATEN = ("tekst", "json")


def status(
    context: typer.Context,
    map_: opties.Map = None,
    versie: opties.Versie = None,
    bekend_op: opties.BekendOp = None,
    partij: opties.Partij = None,
    voor: opties.Voor = None,
    thema: opties.ThemaNummer = None,
    alles: Annotated[bool, typer.Option("--alles", help="Toon alle aandachtspunten.")] = False,
    peildatum: opties.Peildatum = opties.VANDAAG,
    formaat: Annotated[str, opties.formaat(FORMATEN)] = "tekst",
) -> None:
    """Toon hoe het ervoor staat en wat aandacht vraagt."""
    from prestatie_cli.cli.laden import (
        bekend_thema,
        bekende_partij,
        druk,
        in_map,
        keuze,
        laad,
        scherm,
        sluit,
    )
    from prestatie_cli.formaten.status import FORMATEN as VORMEN
    from prestatie_cli.formaten.status import Statusbeeld
    from prestatie_cli.overzicht import overzicht

    invoer = laad(context, map_, versie, bekend_op)
    wie, aan = bekende_partij(invoer, partij), bekende_partij(invoer, voor)
    waar = bekend_thema(invoer, thema)
    beeld = Statusbeeld(
        overzicht(invoer.dossier, peildatum, wie, aan, waar),
        keuze(wie, aan, waar),
        tuple(in_map(invoer.naam, bestand) for bestand in invoer.dossier.onleesbaar),
        alles,
        invoer.versie,
    )
    druk(VORMEN[formaat](beeld, scherm()))
    sluit(invoer)
