"""`prestatie termijnen`: duties with a term, late first."""

from typing import Annotated

import typer

from prestatie_cli.boodschappen.peiling import kies_rijen
from prestatie_cli.cli import opties
from prestatie_cli.cli.laden import bekend_thema, bekende_partij, keuze
from prestatie_cli.cli.leesopdracht import Leesvraag, leesopdracht
from prestatie_cli.formaten.termijnen import Termijnlijst, termijnlijst
from prestatie_cli.indicatoren.plichten import plichtstanden


@leesopdracht
def termijnen(
    vraag: Leesvraag,
    partij: opties.PartijOptie = None,
    voor: opties.VoorOptie = None,
    thema: opties.ThemaOptie = None,
    binnen: opties.BinnenOptie = 60,
    alles: Annotated[
        bool, typer.Option("--alles", help="Alles voluit, ook verplichtingen zonder datum.")
    ] = False,
) -> Termijnlijst:
    """The duties with a date, or with `alles` also those without."""
    invoer = vraag.invoer
    wie, aan = bekende_partij(invoer, partij), bekende_partij(invoer, voor)
    waar = bekend_thema(invoer, thema)
    rijen = kies_rijen(plichtstanden(invoer.dossier, vraag.peildatum, binnen), wie, aan, waar)
    return termijnlijst(rijen, vraag.grond, binnen, alles, keuze(wie, aan, waar), wie)
