"""The state of a duty that is done once: the first rule that applies decides."""

from datetime import date

from prestatie_cli.model.voortgang import Voortgang
from prestatie_cli.taal import datum_in_woorden
from prestatie_cli.termijnen.meldingen import VOORTGANG, begonnen, voltooid
from prestatie_cli.termijnen.ontvangsten import Ontvangst
from prestatie_cli.termijnen.uitkomsten import ZONDER_DAG, Geval, Normuitkomst, Stand, Uitkomst


def enkel(geval: Geval, eigen: list[Voortgang], ontvangen: tuple[Ontvangst, ...], samen: bool) -> Uitkomst:
    """The state from the statements of its doer, or of doers together, and from what they delivered."""
    van = geval.venster.vroegst if geval.venster else None
    tot = geval.nieuwe_dag or geval.laatste_dag
    # The parties gave it a last day; words that name none say nothing of a first.
    van = None if geval.nieuwe_dag and geval.laatste_dag is None else van
    gemeld = voltooid(eigen, samen)
    klaar = _klaar_op(geval, gemeld, ontvangen)
    vast = blijvend(geval, eigen, gemeld)
    besluit = geval.besluit
    if besluit and not geval.nieuwe_dag and not geval.opgepakt(besluit, eigen):
        # What was done before it was dropped stays done, and so does what was put off to no day.
        begin = _begonnen_op(geval, eigen, ontvangen)
        dag = min(klaar[0], begin or klaar[0]) if klaar else None
        staat = dag and not vast and (besluit.melding == "uitgesteld" or dag <= besluit.datum)
        if not staat and not (geval.keert_terug and besluit.tot):
            stand: Stand = "vervallen" if besluit.melding == "vervallen" else "uitgesteld"
            return Uitkomst(stand, f"besluit: {besluit.besluit}", van, None)
    if vast:
        return Uitkomst(*vast, van, tot)
    zonder_dag = besluit and besluit.melding == "uitgesteld" and not geval.nieuwe_dag
    if zonder_dag and besluit and not (klaar and klaar[0] <= besluit.datum):
        if klaar:
            return Uitkomst("gehaald", klaar[1], van, None)
        return Uitkomst("loopt", "uitgesteld en weer opgepakt; geen einddatum", van, None)
    return _naar_tijd(geval, eigen, ontvangen, klaar, (van, tot))


def _naar_tijd(
    geval: Geval,
    eigen: list[Voortgang],
    ontvangen: tuple[Ontvangst, ...],
    klaar: tuple[date, str] | None,
    dagen: tuple[date | None, date | None],
) -> Uitkomst:
    """The state of what is done on a day: done in time or late, begun, or by how near its last day is."""
    van, tot = dagen
    zacht = geval.zacht
    begin = _begonnen_op(geval, eigen, ontvangen)
    if klaar:
        op, waarom = klaar
        laat = bool(tot and min(begin or op, op) > tot and not zacht)
        return Uitkomst("te_laat_gehaald" if laat else "gehaald", waarom, van, tot)
    zonder_dag = geval.venster is None or geval.venster.soort in ZONDER_DAG
    if zonder_dag and geval.nieuwe_dag is None:
        return Uitkomst("zonder_termijn", "geen uiterste datum", van, tot)
    if begin:
        return Uitkomst("loopt", "begonnen; geen einddatum", van, None)
    return Uitkomst(*geval.naar_tijd(van, tot, zacht), van, tot)


def _begonnen_op(geval: Geval, eigen: list[Voortgang], ontvangen: tuple[Ontvangst, ...]) -> date | None:
    """The day on which it had started: by a statement, or by the first figures that came in."""
    if geval.venster is None or geval.venster.soort != "begin":
        return None
    gemeld = begonnen(eigen, geval.besluit)
    dagen = [o.op for o in _tellend(geval, ontvangen)] + ([gemeld] if gemeld else [])
    return min(dagen, default=None)


def _tellend(geval: Geval, ontvangen: tuple[Ontvangst, ...]) -> list[Ontvangst]:
    """The deliveries that are about the time that the duty asks figures of."""
    return [o for o in ontvangen if o.levering and any(map(o.telt_op, geval.momenten))]


def _klaar_op(geval: Geval, gemeld: date | None, ontvangen: tuple[Ontvangst, ...]) -> tuple[date, str] | None:
    """The day on which it was done and by what: a statement, or a delivery of the figures it asks for."""
    dagen = [(gemeld, f"afgerond op {datum_in_woorden(gemeld)}")] if gemeld else []
    dagen += [(o.op, o.waarom) for o in _tellend(geval, ontvangen)]
    return min(dagen, default=None)


def blijvend(geval: Geval, eigen: list[Voortgang], gemeld: date | None) -> tuple[Stand, str] | None:
    """The states that no date decides: put off by the agreement, conditional, by its figures, standing."""
    verplichting, venster = geval.verplichting, geval.venster
    if geval.voorwaardelijk and not gemeld:
        wat = "er is waarna de termijn begint" if _is_relatief(geval) else "de voorwaarde is vervuld"
        return "voorwaardelijk", f"nog niet vastgelegd dat {wat}"
    uitgesteld = verplichting.soort == "uitgesteld" or (venster and venster.soort == "uitgesteld")
    voortgang = [v.melding for v in eigen if v.melding in VOORTGANG]
    if uitgesteld and voortgang[-1:] in ([], ["niet_gestart"]):
        return "uitgesteld", "de afspraak voorziet het niet in deze periode"
    if geval.norm:
        return _naar_cijfers(geval, geval.norm)
    if verplichting.soort == "maximum":
        return "doorlopend", "een grens; zie de indicator"
    if verplichting.soort == "doorlopend" or (venster and venster.soort == "doorlopend"):
        return "doorlopend", "een doorlopende werkwijze"
    return None


def _is_relatief(geval: Geval) -> bool:
    return geval.venster is not None and geval.venster.soort == "relatief"


def _naar_cijfers(geval: Geval, norm: Normuitkomst) -> tuple[Stand, str]:
    """The state of a duty that has an indicator: the figures decide, no day makes it late."""
    if norm.stand != "open":
        return norm.stand, norm.waarom
    van = geval.venster.vroegst if geval.venster else None
    if van and geval.peildatum < van:
        return "later", "de termijn is nog niet begonnen"
    return "loopt", norm.waarom
