"""`prestatie indicatoren`: value, norm, verdict, what is left, and how it came about."""

from typing import TYPE_CHECKING, Annotated

import typer

from prestatie_cli.cli import opties
from prestatie_cli.cli.nederlands import Gebruiksfout

if TYPE_CHECKING:
    from prestatie_cli.cli.laden import Invoer
    from prestatie_cli.indicatoren.berekening import Indicatorstand

FORMATEN = ("tekst", "json")


def indicatoren(
    context: typer.Context,
    indicator: opties.IndicatorId = None,
    map_: opties.Map = None,
    versie: opties.Versie = None,
    bekend_op: opties.BekendOp = None,
    peildatum: opties.Peildatum = opties.VANDAAG,
    openbaar: opties.Openbaar = False,
    formaat: Annotated[str, opties.formaat(FORMATEN)] = "tekst",
) -> None:
    """Toon de indicatoren tegen hun norm."""
    from prestatie_cli.bevindingen import bedoelde_u
    from prestatie_cli.cli.laden import druk, laad, scherm, sluit
    from prestatie_cli.formaten.indicatoren import FORMATEN as VORMEN
    from prestatie_cli.formaten.indicatoren import Indicatorlijst
    from prestatie_cli.indicatoren.berekening import indicatorstanden
    from prestatie_cli.indicatoren.openbaar import openbaar as maak_openbaar
    from prestatie_cli.termijnen.standen import geldende_jaargang

    invoer = laad(context, map_, versie, bekend_op)
    standen = indicatorstanden(invoer.dossier, peildatum)
    if openbaar:
        jaargang = geldende_jaargang(invoer.dossier, peildatum)
        kleinste = jaargang.kleinste_cel if jaargang else None
        standen = tuple(maak_openbaar(s, kleinste) for s in standen)
    if indicator is not None:
        bekend = {s.indicator.id for s in standen}
        if indicator not in bekend:
            if indicator in invoer.dossier.gebroken or (invoer.dossier.onleesbaar and not bekend):
                raise Gebruiksfout(f"de indicator '{indicator}' is niet te lezen; zie prestatie valideer")
            hulp = bedoelde_u(indicator, bekend) or f"kies uit: {', '.join(sorted(bekend))}"
            raise Gebruiksfout(f"de indicator '{indicator}' bestaat niet; {hulp}")
        standen = tuple(s for s in standen if s.indicator.id == indicator)
    plaatsen = _plaatsen(invoer, standen) if indicator or formaat == "json" else {}
    lijst = Indicatorlijst(peildatum, standen, plaatsen, een=indicator is not None, versie=invoer.versie)
    druk(VORMEN[formaat](lijst, scherm()))
    sluit(invoer)


def _plaatsen(
    invoer: "Invoer", standen: tuple["Indicatorstand", ...]
) -> dict[tuple[str, tuple[str | int, ...]], str]:
    """`bestand:regel` of every figure and norm that the indicators use."""
    from prestatie_cli.cli.laden import in_map
    from prestatie_cli.inlezen.bestanden import regels_in

    gevraagd = [(c.bestand, c.pad) for s in standen for c in s.cijfers]
    for s in standen:
        gevraagd += [(s.bestand, (*s.pad, "normen", n)) for n in range(len(s.indicator.normen))]
    regels = regels_in(invoer.bronnen.teksten, gevraagd)
    return {(b, pad): f"{in_map(invoer.naam, b)}:{regel}" for (b, pad), regel in regels.items()}
