"""`prestatie termijnen`: duties with a term, late first."""

from typing import Annotated

import typer

from prestatie_cli.cli import opties

FORMATEN = ("tekst", "json")


def termijnen(
    context: typer.Context,
    map_: opties.Map = None,
    versie: opties.Versie = None,
    bekend_op: opties.BekendOp = None,
    partij: opties.Partij = None,
    voor: opties.Voor = None,
    thema: opties.ThemaNummer = None,
    binnen: opties.Binnen = 60,
    alles: Annotated[bool, typer.Option("--alles", help="Ook verplichtingen zonder datum.")] = False,
    peildatum: opties.Peildatum = opties.VANDAAG,
    formaat: Annotated[str, opties.formaat(FORMATEN)] = "tekst",
) -> None:
    """Toon de termijnen: te laat, binnenkort, later."""
    from prestatie_cli.boodschappen.peiling import kies_rijen
    from prestatie_cli.cli.laden import bekend_thema, bekende_partij, druk, keuze, laad, scherm, sluit
    from prestatie_cli.formaten.termijnen import FORMATEN as VORMEN
    from prestatie_cli.formaten.termijnen import termijnlijst
    from prestatie_cli.termijnen.standen import standen

    invoer = laad(context, map_, versie, bekend_op)
    wie, aan = bekende_partij(invoer, partij), bekende_partij(invoer, voor)
    waar = bekend_thema(invoer, thema)
    rijen = kies_rijen(standen(invoer.dossier, peildatum, binnen), wie, aan, waar)
    lijst = termijnlijst(rijen, peildatum, binnen, alles, keuze(wie, aan, waar), invoer.versie)
    druk(VORMEN[formaat](lijst, scherm()))
    sluit(invoer)
