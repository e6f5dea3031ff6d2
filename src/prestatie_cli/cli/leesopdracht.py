"""What every reading command does around its own part: read, make the asked format, print, exit.

A reading command is a function from what was asked to the value that its formats print. The options
that all of them have (the data, their version, the peildatum, the format) are added here, once.
"""

import inspect
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import Annotated, Any

import typer

from prestatie_cli.cli import opties
from prestatie_cli.cli.laden import Invoer, laad, sluit
from prestatie_cli.cli.scherm import druk, scherm
from prestatie_cli.formaten.register import formaten_van, vormgever
from prestatie_cli.woorden.grondslag import Grondslag, geldigheidszin


@dataclass(frozen=True, slots=True)
class Leesvraag:
    """What a reading command starts from: the data that were read, the peildatum and the format."""

    invoer: Invoer
    peildatum: date
    formaat: str

    @property
    def grond(self) -> Grondslag:
        """What the answer stands on."""
        zin = geldigheidszin(self.invoer.dossier, self.peildatum)
        return Grondslag(self.peildatum, self.invoer.versie, self.invoer.gezondheid, zin)


def leesopdracht(functie: Callable[..., Any]) -> Callable[..., None]:
    """A command for Typer from a function `(Leesvraag, own options) -> value to print`."""
    opdracht = functie.__name__
    eigen = list(inspect.signature(functie).parameters.values())[1:]
    voor = [
        _parameter("context", typer.Context, inspect.Parameter.empty),
        *(p for p in eigen if p.default is inspect.Parameter.empty),
        _parameter("map_", opties.MapOptie, None),
        _parameter("versie", opties.VersieOptie, None),
        _parameter("bekend_op", opties.BekendOpOptie, None),
    ]
    na = [
        _parameter("peildatum", opties.PeildatumOptie, opties.VANDAAG),
        _parameter("formaat", Annotated[str, opties.formaatoptie(opdracht)], formaten_van(opdracht)[0]),
    ]
    alle = [*voor, *(p for p in eigen if p.default is not inspect.Parameter.empty), *na]

    def uitvoeren(
        context: typer.Context,
        map_: Any,
        versie: Any,
        bekend_op: Any,
        peildatum: date,
        formaat: str,
        **rest: Any,
    ) -> None:
        invoer = laad(context, map_, versie, bekend_op)
        waarde = functie(Leesvraag(invoer, peildatum, formaat), **rest)
        druk(vormgever(opdracht, formaat)(waarde, scherm()))
        sluit(invoer)

    uitvoeren.__signature__ = inspect.Signature(alle)  # type: ignore[attr-defined]  # what Typer reads
    uitvoeren.__annotations__ = {p.name: p.annotation for p in alle}
    return uitvoeren


def _parameter(naam: str, soort: Any, standaard: Any) -> inspect.Parameter:
    return inspect.Parameter(
        naam, inspect.Parameter.POSITIONAL_OR_KEYWORD, default=standaard, annotation=soort
    )
