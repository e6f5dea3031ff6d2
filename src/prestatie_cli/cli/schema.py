"""`prestatie schema`: the JSON Schema of each kind of file, and of what `--formaat json` gives."""

from typing import Annotated

import typer

from prestatie_cli.bevindingen import bedoelde_u
from prestatie_cli.cli import opties
from prestatie_cli.cli.nederlands import Gebruiksfout
from prestatie_cli.cli.scherm import druk
from prestatie_cli.cli.schrijven import schrijf_uitvoer
from prestatie_cli.formaten.schema import SCHEMANAMEN, schematekst


def schema(
    naam: Annotated[
        str | None,
        typer.Argument(
            metavar="NAAM",
            help=f"Een van: {', '.join(SCHEMANAMEN)}.",
            autocompletion=lambda incomplete: [n for n in SCHEMANAMEN if n.startswith(incomplete)],
        ),
    ] = None,
    uitvoer: opties.UitvoerOptie = None,
    overschrijf: opties.OverschrijfOptie = False,
) -> None:
    """Toon het JSON Schema van een soort bestand of van JSON-uitvoer."""
    if naam is None:
        druk("\n".join(("Schema's (prestatie schema NAAM):", *(f"  {n}" for n in SCHEMANAMEN))))
        return
    if naam not in SCHEMANAMEN:
        hulp = bedoelde_u(naam, SCHEMANAMEN) or f"kies uit: {', '.join(SCHEMANAMEN)}"
        raise Gebruiksfout(f"het schema '{naam}' bestaat niet; {hulp}")

    tekst = schematekst(naam)
    if uitvoer:
        schrijf_uitvoer(uitvoer, tekst.encode(), "json", overschrijf, ())
    else:
        druk(tekst.rstrip("\n"))
