"""The options that more than one command has; each means the same everywhere."""

from datetime import date, datetime
from pathlib import Path
from typing import Annotated, Any, cast

import typer

from prestatie_cli.cli.aanvullen import indicatoren, partijen, themas
from prestatie_cli.cli.nederlands import Gebruiksfout
from prestatie_cli.formaten.register import formaten_van


def _datum(waarde: str) -> date:
    """A date as `JJJJ-MM-DD` (exactly so) or `vandaag`."""
    if waarde == "vandaag":
        return date.today()
    try:
        dag = datetime.strptime(waarde, "%Y-%m-%d").date()
    except ValueError:
        dag = None
    if dag is None or dag.isoformat() != waarde or not 1990 <= dag.year <= 2199:
        raise Gebruiksfout(f"'{waarde}' is geen datum; schrijf jaar-maand-dag, zoals 2026-07-01")
    return dag


def _niet_negatief(dagen: int) -> int:
    if dagen < 0:
        raise Gebruiksfout(f"--binnen {dagen} ligt onder nul; geef een aantal dagen, zoals 60")
    return dagen


def formaatoptie(opdracht: str) -> Any:
    """`--formaat` with the formats that the registry has for a command."""
    mogelijk = formaten_van(opdracht)

    def kies(waarde: str) -> str:
        if waarde not in mogelijk:
            raise Gebruiksfout(
                f"'{waarde}' is geen formaat van deze opdracht; kies uit: {', '.join(mogelijk)}"
            )
        return waarde

    return typer.Option(
        "--formaat",
        callback=kies,
        metavar="FORMAAT",
        help=f"Vorm van de uitvoer: {', '.join(mogelijk)}; standaard {mogelijk[0]}.",
        show_default=False,
        autocompletion=lambda incomplete: [m for m in mogelijk if m.startswith(incomplete)],
    )


MapOptie = Annotated[
    Path | None,
    typer.Option(
        "--map",
        metavar="PAD",
        help="Map met de gegevens; standaard de dichtstbijzijnde map data/.",
        show_default=False,
    ),
]
VersieOptie = Annotated[
    str | None,
    typer.Option(
        "--versie",
        metavar="REV",
        help="Lees de gegevens uit deze versie in git, zoals HEAD~1.",
        show_default=False,
    ),
]
BekendOpOptie = Annotated[
    date | None,
    typer.Option(
        "--bekend-op",
        metavar="JJJJ-MM-DD",
        parser=_datum,
        help="Lees de gegevens zoals ze op die dag in git stonden.",
        show_default=False,
    ),
]
SjablonenOptie = Annotated[
    Path | None,
    typer.Option("--sjablonen", metavar="MAP", help="Map met eigen sjablonen.", show_default=False),
]
VorigeOptie = Annotated[
    str | None,
    typer.Option(
        "--vorige",
        metavar="PAD|REV",
        help="Vergelijk met een eerdere uitgave: een map met gegevens of een versie in git.",
        show_default=False,
    ),
]
VorigeOpOptie = Annotated[
    date | None,
    typer.Option(
        "--vorige-op",
        metavar="JJJJ-MM-DD",
        parser=_datum,
        help="Dag waarop de eerdere uitgave stond; standaard de dag van haar versie.",
        show_default=False,
    ),
]
PeildatumOptie = Annotated[
    date,
    typer.Option(
        "--peildatum",
        metavar="JJJJ-MM-DD",
        parser=_datum,
        help="Dag waarop de stand wordt bepaald; standaard vandaag.",
        show_default=False,
    ),
]
VaststeldatumOptie = Annotated[
    date,
    typer.Option(
        "--datum",
        metavar="JJJJ-MM-DD",
        parser=_datum,
        help="Dag waarop de partij vaststelde; standaard vandaag.",
        show_default=False,
    ),
]
# Typer runs the default through the parser, so that the clock is read when a command runs.
VANDAAG = cast("date", "vandaag")
PartijOptie = Annotated[
    str | None,
    typer.Option(
        "--partij",
        metavar="ID",
        help="Alleen wat deze partij doet; haar id of naam in de afspraken.",
        autocompletion=partijen,
        show_default=False,
    ),
]
VoorOptie = Annotated[
    str | None,
    typer.Option(
        "--voor",
        metavar="ID",
        help="Alleen wat anderen deze partij beloofden; haar id of naam.",
        autocompletion=partijen,
        show_default=False,
    ),
]
ThemaOptie = Annotated[
    str | None,
    typer.Option(
        "--thema",
        metavar="NUMMER",
        help="Alleen dit thema, zoals 3.",
        autocompletion=themas,
        show_default=False,
    ),
]
BinnenOptie = Annotated[
    int,
    typer.Option(
        "--binnen",
        metavar="DAGEN",
        callback=_niet_negatief,
        help="Een termijn die binnen zoveel dagen afloopt is 'binnenkort'; standaard 60.",
        show_default=False,
    ),
]
JaarOptie = Annotated[
    int | None,
    typer.Option("--jaar", metavar="JJJJ", help="Jaar van de afspraken.", show_default=False),
]
AfsprakenOptie = Annotated[
    str | None,
    typer.Option(
        "--jaar",
        metavar="JAAR",
        help="Jaar of jaren van de afspraken: 2026 of 2024-2027.",
        show_default=False,
    ),
]
UitvoerOptie = Annotated[
    Path | None,
    typer.Option(
        "--uitvoer",
        "-o",
        metavar="PAD",
        help="Schrijf naar dit bestand; - is de standaarduitvoer.",
        show_default=False,
    ),
]
OverschrijfOptie = Annotated[
    bool,
    typer.Option("--overschrijf", help="Laat -o ook een bestand van een andere soort vervangen."),
]
OpenbaarOptie = Annotated[
    bool,
    typer.Option("--openbaar", help="Verberg aantallen die te klein zijn om te publiceren."),
]
EerderOptie = Annotated[
    list[Path] | None,
    typer.Option(
        "--eerder",
        metavar="PAD",
        help="Eerder gepubliceerd: een rapport (md, html) of JSON; mag vaker.",
        show_default=False,
    ),
]
IndicatorArgument = Annotated[
    str | None,
    typer.Argument(
        metavar="ID",
        help="Toon hoe het cijfer van deze indicator tot stand kwam.",
        autocompletion=indicatoren,
    ),
]
