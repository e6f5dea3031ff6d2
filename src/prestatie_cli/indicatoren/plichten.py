"""The state of each duty, with what its indicator says of it."""

from collections.abc import Callable
from datetime import date
from functools import cache

from prestatie_cli.indicatoren.berekening import Indicatorstand, rekenaar
from prestatie_cli.indicatoren.oordeel import is_bereikt
from prestatie_cli.model.dossier import Dossier
from prestatie_cli.model.jaargang import Jaargang, Verplichting
from prestatie_cli.taal import woord
from prestatie_cli.termijnen.standen import BINNEN, Termijnstand, standen
from prestatie_cli.termijnen.uitkomsten import Normuitkomst


def plichtstanden(dossier: Dossier, peildatum: date, binnen: int = BINNEN) -> tuple[Termijnstand, ...]:
    """All rows of the duties on the peildatum: the one place where a state is made."""
    bestanden = {j.jaar: b for b, j in dossier.jaargangen.items()}

    @cache
    def van_jaar(jaar: int) -> tuple[Callable[[int, date], Indicatorstand], dict[str, int]]:
        jaargang = dossier.jaargangen[bestanden[jaar]]
        plekken = {indicator.id: i for i, indicator in enumerate(jaargang.indicatoren)}
        return rekenaar(dossier, bestanden[jaar], jaargang, peildatum), plekken

    def norm_van(jaargang: Jaargang, verplichting: Verplichting, laatste: date | None) -> Normuitkomst | None:
        eind = laatste or date(jaargang.jaar, 12, 31)
        bereken, plekken = van_jaar(jaargang.jaar)
        if verplichting.indicator not in plekken:
            return None
        stand = bereken(plekken[verplichting.indicator], min(peildatum, eind))
        if stand.norm is None:
            return None
        tot = stand.indicator.tot
        return _uitkomst(stand, voorbij=peildatum > eind or bool(tot and peildatum.year > tot))

    return standen(dossier, peildatum, binnen, norm_van)


def _uitkomst(stand: Indicatorstand, voorbij: bool) -> Normuitkomst:
    """What a verdict says of the duty: met, missed, waiting for figures, or still open."""
    oordeel = woord(stand.oordeel)
    waarom = f"indicator {stand.indicator.id}: {oordeel}{f' ({stand.reden})' if stand.reden else ''}"
    if stand.oordeel in ("gehaald", "niet_gehaald"):
        return Normuitkomst("gehaald" if stand.oordeel == "gehaald" else "niet_gehaald", waarom)
    if stand.definitief and stand.oordeel == "aandacht":
        return Normuitkomst("niet_gehaald", waarom)
    if is_bereikt(stand.waarde, stand.norm, stand.indicator.aard.telt_op):
        return Normuitkomst("gehaald", f"indicator {stand.indicator.id}: het doel is bereikt")
    return Normuitkomst("wacht_op_cijfers" if voorbij else "open", waarom)
