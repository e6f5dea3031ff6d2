"""`prestatie indicatoren`: value, norm, verdict, what is left, and how it came about."""

from prestatie_cli.bevindingen import bedoelde_u
from prestatie_cli.cli import opties
from prestatie_cli.cli.eerder import lees_eerder
from prestatie_cli.cli.laden import Invoer, in_map
from prestatie_cli.cli.leesopdracht import Leesvraag, leesopdracht
from prestatie_cli.cli.nederlands import Gebruiksfout
from prestatie_cli.formaten.indicatoren import Indicatorlijst
from prestatie_cli.indicatoren.berekening import Indicatorstand
from prestatie_cli.indicatoren.gepeild import indicatorstanden, met_gesloten_jaar
from prestatie_cli.indicatoren.openbaar import openbaar as maak_openbaar
from prestatie_cli.indicatoren.openbaar import publicatie_op
from prestatie_cli.inlezen.bestanden import regels_in


@leesopdracht
def indicatoren(
    vraag: Leesvraag,
    indicator: opties.IndicatorArgument = None,
    openbaar: opties.OpenbaarOptie = False,
    eerder: opties.EerderOptie = None,
) -> Indicatorlijst:
    """All indicators, or one with the trace of its number."""
    if eerder and not openbaar:
        raise Gebruiksfout("--eerder hoort bij --openbaar: het zegt wat al gepubliceerd is")
    invoer, pub = vraag.invoer, None
    standen = indicatorstanden(invoer.dossier, vraag.peildatum)
    if openbaar:
        pub = publicatie_op(invoer.dossier, standen, vraag.peildatum, lees_eerder(eerder))
        standen = tuple(maak_openbaar(s, pub) for s in standen)
    if indicator is not None:
        if vraag.grond.geldigheid and not standen:
            raise Gebruiksfout(vraag.grond.geldigheid.rstrip("."))
        standen = _kies(invoer, standen, indicator)
    plaatsen = _plaatsen(invoer, standen) if indicator or vraag.formaat == "json" else {}
    return Indicatorlijst(vraag.grond, standen, plaatsen, een=indicator is not None, publicatie=pub)


def _kies(invoer: Invoer, standen: tuple[Indicatorstand, ...], naam: str) -> tuple[Indicatorstand, ...]:
    """The indicator that is asked for, of all agreements that have it; unknown is wrong use."""
    bekend = {s.indicator.id for s in standen}
    if naam in bekend:
        return tuple(s for s in standen if s.indicator.id == naam)
    if naam in invoer.dossier.gebroken or (invoer.dossier.onleesbaar and not bekend):
        raise Gebruiksfout(f"de indicator '{naam}' is niet te lezen; zie prestatie valideer")
    hulp = bedoelde_u(naam, bekend) or f"kies uit: {', '.join(sorted(bekend))}"
    raise Gebruiksfout(f"de indicator '{naam}' bestaat niet; {hulp}")


def _plaatsen(
    invoer: Invoer, standen: tuple[Indicatorstand, ...]
) -> dict[tuple[str, tuple[str | int, ...]], str]:
    """`bestand:regel` of every figure and norm that the indicators use."""
    standen = met_gesloten_jaar(standen)
    gevraagd = [(c.bestand, c.pad) for s in standen for c in s.cijfers]
    for s in standen:
        gevraagd += [(s.bestand, (*s.pad, "normen", n)) for n in range(len(s.indicator.normen))]
    regels = regels_in(invoer.bronnen.teksten, gevraagd)
    return {(b, pad): f"{in_map(invoer.naam, b)}:{regel}" for (b, pad), regel in regels.items()}
