"""The state of each duty, with what its indicator says of it."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from functools import cache

from prestatie_cli.indicatoren.berekening import Indicatorstand, rekenaar
from prestatie_cli.model.dossier import Dossier
from prestatie_cli.model.geldend import laatste_dag
from prestatie_cli.model.jaargang import Jaargang, Verplichting
from prestatie_cli.taal import getal, woord
from prestatie_cli.termijnen.standen import BINNEN, Termijnstand, standen
from prestatie_cli.termijnen.uitkomsten import Normuitkomst


def plichtstanden(
    dossier: Dossier, peildatum: date, binnen: int = BINNEN, jaar: int | None = None
) -> tuple[Termijnstand, ...]:
    """All rows of the duties on the peildatum, of the agreements of its year or of an earlier one.

    The one place where a state is made.
    """
    bestanden = {j.aanduiding: b for b, j in dossier.jaargangen.items()}

    @cache
    def van(aanduiding: str) -> tuple[Callable[[int, date], Indicatorstand], dict[str, int]]:
        bestand = bestanden[aanduiding]
        jaargang = dossier.jaargangen[bestand]
        plekken = {indicator.id: i for i, indicator in enumerate(jaargang.indicatoren)}
        return rekenaar(dossier, bestand, jaargang, peildatum), plekken

    def norm_van(jaargang: Jaargang, verplichting: Verplichting, laatste: date | None) -> Normuitkomst | None:
        eind = laatste or laatste_dag(jaargang)
        bereken, plekken = van(jaargang.aanduiding)
        if verplichting.indicator not in plekken:
            return None
        stand = bereken(plekken[verplichting.indicator], min(peildatum, eind))
        eigen = [s for s in stand.per_partij if s.norm]
        if stand.norm is None and not eigen:
            return None
        n = stand.indicator
        voorbij = peildatum > eind or bool(n.tot and peildatum.year > n.tot)
        return replace(
            _uitkomst(stand, voorbij),
            per_jaar=n.jaren == 1 and not (n.looptijd or n.aard.momentopname or _op_een_dag(stand)),
            per_partij=tuple((s.partij, _uitkomst(s, voorbij)) for s in eigen if s.partij),
        )

    return standen(dossier, peildatum, binnen, norm_van, jaar)


def _uitkomst(stand: Indicatorstand, voorbij: bool) -> Normuitkomst:
    """What a verdict says of the duty: met, missed, waiting for figures, or still open."""
    oordeel = woord(stand.oordeel)
    te_veel = f"{getal(stand.ruimte)} te veel" if stand.ruimte and stand.ruimte_soort == "te_veel" else ""
    reden = "; ".join(filter(None, (stand.reden, te_veel)))
    waarom = f"indicator {stand.indicator.id}: {oordeel}{f' ({reden})' if reden else ''}"
    if stand.oordeel in ("gehaald", "niet_gehaald"):
        return Normuitkomst("gehaald" if stand.oordeel == "gehaald" else "niet_gehaald", waarom)
    if stand.definitief and stand.oordeel == "aandacht":
        return Normuitkomst("niet_gehaald", waarom)
    if stand.bereikt:
        return Normuitkomst("gehaald", f"indicator {stand.indicator.id}: het doel is bereikt")
    return Normuitkomst("wacht_op_cijfers" if voorbij else "open", waarom)


def _op_een_dag(stand: Indicatorstand) -> bool:
    """Whether the norm asks for it on one day, and so says nothing of each year."""
    return stand.norm is not None and stand.norm.op is not None
