"""`prestatie status`: the first look."""

from typing import Annotated

import typer

from prestatie_cli.cli import opties
from prestatie_cli.cli.laden import bekend_thema, bekende_partij, keuze
from prestatie_cli.cli.leesopdracht import Leesvraag, leesopdracht
from prestatie_cli.formaten.status import Statusbeeld
from prestatie_cli.overzicht import overzicht


@leesopdracht
def status(
    vraag: Leesvraag,
    partij: opties.PartijOptie = None,
    voor: opties.VoorOptie = None,
    thema: opties.ThemaOptie = None,
    alles: Annotated[
        bool, typer.Option("--alles", help="Toon alle boodschappen, met hun bewijs en wat er gevraagd wordt.")
    ] = False,
) -> Statusbeeld:
    """The first look, for everything or for one party, receiving party or theme."""
    invoer = vraag.invoer
    wie, aan = bekende_partij(invoer, partij), bekende_partij(invoer, voor)
    waar = bekend_thema(invoer, thema)
    return Statusbeeld(
        vraag.grond,
        overzicht(invoer.dossier, vraag.peildatum, wie, aan, waar),
        keuze(wie, aan, waar),
        alles,
    )
