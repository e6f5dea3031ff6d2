"""`prestatie termijnen`: duties with a term, late first."""

from typing import Annotated

import typer

from prestatie_cli.cli import opties

FORMATEN = ("tekst", "json")


def termijnen(
    context: typer.Context,
    map_: opties.Map = None,
    partij: opties.Partij = None,
    thema: opties.ThemaNummer = None,
    binnen: opties.Binnen = 60,
    alles: Annotated[bool, typer.Option("--alles", help="Ook verplichtingen zonder datum.")] = False,
    peildatum: opties.Peildatum = opties.VANDAAG,
    formaat: Annotated[str, opties.formaat(FORMATEN)] = "tekst",
) -> None:
    """Toon de verplichtingen met een termijn: te laat, binnenkort, later."""
    from prestatie_cli.cli.laden import bekend_thema, bekende_partij, druk, keuze, laad, scherm, sluit
    from prestatie_cli.formats.termijnen import FORMATEN as VORMEN
    from prestatie_cli.formats.termijnen import termijnlijst
    from prestatie_cli.termijnen import standen

    invoer = laad(context, map_)
    wie, waar = bekende_partij(invoer, partij), bekend_thema(invoer, thema)
    rijen = tuple(
        rij
        for rij in standen(invoer.dossier, peildatum, binnen)
        if (wie is None or wie in rij.wie) and (waar is None or waar == rij.thema)
    )
    lijst = termijnlijst(rijen, peildatum, binnen, alles, keuze(wie, waar))
    druk(VORMEN[formaat](lijst, scherm()))
    sluit(invoer)
