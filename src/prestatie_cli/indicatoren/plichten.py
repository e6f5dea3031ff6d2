"""The state of each duty, with what its indicator says of it."""

from datetime import date

from prestatie_cli.indicatoren.berekening import Indicatorstand, indicatoren_van
from prestatie_cli.indicatoren.oordeel import is_bereikt
from prestatie_cli.model.dossier import Dossier, verplichtingnummer
from prestatie_cli.model.jaargang import Jaargang, Verplichting
from prestatie_cli.termijnen.standen import BINNEN, Termijnstand, standen, venster_van, verplichtingen
from prestatie_cli.termijnen.uitkomsten import Normuitkomst


def plichtstanden(dossier: Dossier, peildatum: date, binnen: int = BINNEN) -> tuple[Termijnstand, ...]:
    """All rows of the duties on the peildatum: the one place where a state is made."""
    return standen(dossier, peildatum, binnen, _normen(dossier, peildatum))


def _normen(dossier: Dossier, peildatum: date) -> dict[tuple[int, str], Normuitkomst]:
    """What the indicators say of the duties that name one, by year and number."""
    uit: dict[tuple[int, str], Normuitkomst] = {}
    for bestand, jaargang in dossier.jaargangen.items():
        berekend: dict[date, dict[str, Indicatorstand]] = {}
        for afspraak, verplichting in verplichtingen(jaargang):
            if verplichting.indicator is None:
                continue
            eind = _laatste_dag(jaargang, verplichting)
            meetdag = min(peildatum, eind)
            if meetdag not in berekend:
                alle = indicatoren_van(dossier, bestand, jaargang, peildatum, meetdag)
                berekend[meetdag] = {s.indicator.id: s for s in alle}
            stand = berekend[meetdag].get(verplichting.indicator)
            if stand and stand.norm:
                nummer = verplichtingnummer(afspraak, verplichting)
                uit[jaargang.jaar, nummer] = _uitkomst(stand, voorbij=peildatum > eind)
    return uit


def _laatste_dag(jaargang: Jaargang, verplichting: Verplichting) -> date:
    """The last day over which the figures of a duty count: of its term, its indicator, or the year."""
    venster = venster_van(verplichting)
    if venster and venster.uiterlijk:
        return venster.uiterlijk
    tot = next(
        (i.tot for i in jaargang.indicatoren if i.id == verplichting.indicator and i.tot), jaargang.jaar
    )
    return date(tot, 12, 31)


def _uitkomst(stand: Indicatorstand, voorbij: bool) -> Normuitkomst:
    """What a verdict says of the duty: met, missed, waiting for figures, or still open."""
    oordeel = stand.oordeel.replace("_", " ")
    waarom = f"indicator {stand.indicator.id}: {oordeel}{f' ({stand.reden})' if stand.reden else ''}"
    if stand.oordeel in ("gehaald", "niet_gehaald"):
        return Normuitkomst("gehaald" if stand.oordeel == "gehaald" else "niet_gehaald", waarom)
    if stand.definitief:
        return Normuitkomst("niet_gehaald", waarom)
    if is_bereikt(stand.waarde, stand.norm, stand.indicator.aard.telt_op):
        return Normuitkomst("gehaald", f"indicator {stand.indicator.id}: het doel is bereikt")
    return Normuitkomst("wacht_op_cijfers" if voorbij else "open", waarom)
