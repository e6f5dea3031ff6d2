"""The state of a duty that is done once: the first rule that applies decides."""

from datetime import date

from prestatie_cli.model.voortgang import Voortgang
from prestatie_cli.taal import datum_in_woorden
from prestatie_cli.termijnen.meldingen import BEZIG, VOORTGANG, begonnen, voltooid
from prestatie_cli.termijnen.ontvangsten import Ontvangst
from prestatie_cli.termijnen.uitkomsten import Geval, Stand, Uitkomst


def enkel(geval: Geval, eigen: list[Voortgang], ontvangen: tuple[Ontvangst, ...], samen: bool) -> Uitkomst:
    """The state from the statements of its doer, or of doers together, and from what they delivered."""
    van, tot, uitstel = _dagen(geval)
    besloten = _besloten(geval, eigen, uitstel)
    if besloten:
        return Uitkomst(*besloten, van, tot)
    gemeld = voltooid(eigen, samen)
    vast = _vast(geval, eigen, gemeld)
    if vast:
        return Uitkomst(*vast, van, tot)
    klaar = _klaar_op(geval, gemeld, ontvangen, tot)
    zacht = geval.venster is not None and geval.venster.zacht
    is_begin = geval.venster is not None and geval.venster.soort == "begin"
    begin = begonnen(eigen, geval.besluit) if is_begin else None
    if klaar:
        op, waarom = klaar
        laat = bool(tot and (begin or op) > tot and not zacht)
        return Uitkomst("te_laat_gehaald" if laat else "gehaald", waarom, van, tot)
    if geval.venster is None or geval.venster.soort in ("na", "voorwaardelijk"):
        if uitstel is None:
            return Uitkomst("zonder_termijn", "geen uiterste datum", van, tot)
        van = None  # The parties gave it a last day; words that name none say nothing of a first.
    if begin:
        return Uitkomst("loopt", "begonnen; geen einddatum", van, None)
    return Uitkomst(*geval.naar_tijd(van, tot, zacht), van, tot)


def _dagen(geval: Geval) -> tuple[date | None, date | None, date | None]:
    """First day, last day, and the new last day that the parties gave it."""
    van = geval.venster.vroegst if geval.venster else None
    tot = geval.venster.uiterlijk if geval.venster else None
    if geval.besluit is None or geval.besluit.melding != "uitgesteld":
        return van, tot, None
    return van, geval.besluit.tot, geval.besluit.tot


def _besloten(geval: Geval, eigen: list[Voortgang], uitstel: date | None) -> tuple[Stand, str] | None:
    """What all parties decided: what was put off may be taken up again, what was dropped may not."""
    besluit = geval.besluit
    if besluit is None or uitstel:
        return None
    if besluit.melding == "vervallen":
        return "vervallen", f"besluit: {besluit.besluit}"
    if any(v.datum > besluit.datum and v.melding in BEZIG for v in eigen):
        return None
    return "uitgesteld", f"besluit: {besluit.besluit}"


def _klaar_op(
    geval: Geval, gemeld: date | None, ontvangen: tuple[Ontvangst, ...], tot: date | None
) -> tuple[date, str] | None:
    """The day on which it was done and by what: a statement, or a delivery of the figures it asks for."""
    moment = tot or date(geval.jaargang.jaar, 12, 31)
    dagen = [(gemeld, f"afgerond op {datum_in_woorden(gemeld)}")] if gemeld else []
    dagen += [(o.op, o.waarom) for o in ontvangen if o.levering and o.telt_op(moment)]
    return min(dagen, default=None)


def _vast(geval: Geval, eigen: list[Voortgang], gemeld: date | None) -> tuple[Stand, str] | None:
    """The states that no date decides: put off by the agreement, conditional, by its figures, standing."""
    verplichting, venster = geval.verplichting, geval.venster
    uitgesteld = verplichting.soort == "uitgesteld" or (venster and venster.soort == "uitgesteld")
    if uitgesteld and not any(v.melding in VOORTGANG[1:] for v in eigen[-1:]):
        return "uitgesteld", "de afspraak voorziet het niet in deze periode"
    if geval.voorwaardelijk and not gemeld:
        return "voorwaardelijk", "nog niet vastgelegd dat de voorwaarde is vervuld"
    if geval.norm:
        return _naar_cijfers(geval)
    if verplichting.soort == "maximum":
        return "doorlopend", "een grens; zie de indicator"
    if verplichting.soort == "doorlopend" or (venster and venster.soort == "doorlopend"):
        return "doorlopend", "een doorlopende werkwijze"
    return None


def _naar_cijfers(geval: Geval) -> tuple[Stand, str] | None:
    """The state of a duty that has an indicator: the figures decide, no day makes it late."""
    norm = geval.norm
    if norm is None:
        return None
    if norm.stand != "open":
        return norm.stand, norm.waarom
    van = geval.venster.vroegst if geval.venster else None
    if van and geval.peildatum < van:
        return "later", "de termijn is nog niet begonnen"
    return "loopt", norm.waarom
