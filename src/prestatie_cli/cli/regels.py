"""`prestatie regels`: what the checks hold, in words."""

from typing import Annotated

import typer

from prestatie_cli.bevindingen import bedoelde_u
from prestatie_cli.cli.nederlands import Gebruiksfout
from prestatie_cli.cli.scherm import druk, scherm
from prestatie_cli.formaten.regels import alle_regels, lijst, uitleg, wijzigingsregels, wijzigingsuitleg
from prestatie_cli.vergelijking.wijziging import REGEL_BIJ


def _codes(incomplete: str) -> list[str]:

    return [r.code for r in alle_regels() if r.code.startswith(incomplete)]


def _wijzigingen(code: str | None) -> None:

    if code is not None and code not in REGEL_BIJ:
        hulp = bedoelde_u(code, REGEL_BIJ) or "zie 'prestatie regels --wijzigingen'"
        raise Gebruiksfout(f"de wijzigingsregel '{code}' bestaat niet; {hulp}")
    druk(wijzigingsuitleg(REGEL_BIJ[code], scherm()) if code else wijzigingsregels(scherm()))


def regels(
    code: Annotated[
        str | None,
        typer.Argument(metavar="CODE", help="Code van een regel, zoals citaat.", autocompletion=_codes),
    ] = None,
    wijzigingen: Annotated[
        bool, typer.Option("--wijzigingen", help="De regels waarmee diff wijzigingen benoemt.")
    ] = False,
) -> None:
    """Toon de regels voor de gegevens, of leg er één uit."""
    if wijzigingen:
        _wijzigingen(code)
        return

    bekend = {regel.code: regel for regel in alle_regels()}
    if code is not None and code not in bekend:
        hulp = bedoelde_u(code, bekend) or "zie 'prestatie regels'"
        raise Gebruiksfout(f"de regel '{code}' bestaat niet; {hulp}")
    druk(uitleg(bekend[code], scherm()) if code else lijst(tuple(bekend.values()), scherm()))
