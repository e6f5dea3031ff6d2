"""What the statements about one duty say together: decisions, starts, and other views."""

from collections.abc import Iterable
from datetime import date

from prestatie_cli.model.dossier import tekenende_partijen
from prestatie_cli.model.jaargang import Jaargang, Verplichting
from prestatie_cli.model.voortgang import Voortgang

BEZIG = ("loopt", "afgerond")
# What a doer may not say beside figures that say it is not done, or that it is.
TEGENSPRAAK = {False: ("afgerond",), True: ("niet_gestart", "aandacht", "vertraagd")}
VOORTGANG = ("niet_gestart", "loopt", "aandacht", "vertraagd", "afgerond")


def besluiten(meldingen: Iterable[Voortgang], jaargang: Jaargang) -> tuple[Voortgang, ...]:
    """The decisions to put off or drop a duty in order of time, whoever recorded them.

    An agreement changes only with the consent of all parties that signed (Woningwet art. 44); what
    one party writes alone changes nothing.
    """
    tekenen = {p.id for p in tekenende_partijen(jaargang)}
    return tuple(
        v
        for v in meldingen
        if v.melding in ("uitgesteld", "vervallen") and v.besluit and tekenen <= set(v.instemming)
    )


def voltooid(eigen: list[Voortgang], samen: bool) -> date | None:
    """The day on which it was done by what its doers last said; None when it is open.

    Who says later that it is not done takes it back. Of doers together one may say it for all, unless
    another says otherwise since.
    """
    laatste: dict[str, list[Voortgang]] = {}
    for v in eigen:
        if v.melding in VOORTGANG:
            reeks = laatste.setdefault(v.door, [])
            if reeks and (reeks[-1].melding == "afgerond") != (v.melding == "afgerond"):
                reeks.clear()
            reeks.append(v)
    klaar = [reeks for reeks in laatste.values() if reeks[-1].melding == "afgerond"]
    open_ = [reeks[-1] for reeks in laatste.values() if reeks[-1].melding != "afgerond"]
    klaar = [r for r in klaar if not (samen and any(v.datum >= r[0].datum for v in open_))]
    return min((v.gereed_op or v.datum for reeks in klaar for v in reeks), default=None)


def begonnen(eigen: list[Voortgang], besluit: Voortgang | None) -> date | None:
    """The day on which something had started: the first such statement since a decision or a retraction."""
    begin = None
    uitgesteld = besluit if besluit and besluit.melding == "uitgesteld" else None
    for v in eigen:
        if v.melding == "niet_gestart" or (uitgesteld and v.datum <= uitgesteld.datum):
            begin = None
        elif v.melding in BEZIG and begin is None:
            begin = v.gereed_op or v.datum
    return begin


def anders(
    meldingen: Iterable[Voortgang],
    verplichting: Verplichting,
    laatste: Voortgang | None,
    besluit: Voortgang | None,
) -> tuple[Voortgang, ...]:
    """The latest statement of each other party that differs from the statement that counts.

    Who does it together and reported earlier that it went on is only behind, not of another mind; who does it
    for itself speaks of itself alone; and what was said before a decision of all parties is settled by it.
    """
    per_partij = {v.door: v for v in meldingen}
    geldend = laatste.melding if laatste else None
    return tuple(
        v
        for v in per_partij.values()
        if v.melding not in (geldend, "voorwaarde_vervuld")
        and not (besluit and v.datum <= besluit.datum)
        and (
            v.door not in verplichting.wie
            or (verplichting.uitvoering == "samen" and _spreekt_tegen(v, laatste))
        )
    )


def _spreekt_tegen(v: Voortgang, laatste: Voortgang | None) -> bool:
    """Whether a party that does the duty too says otherwise about the same period."""
    oneens = v.melding in ("afgerond", "aandacht", "vertraagd")
    return oneens and laatste is not None and v.door != laatste.door and v.tijdvak == laatste.tijdvak


def tegen_de_cijfers(eigen: Iterable[Voortgang], klaar: bool) -> tuple[Voortgang, ...]:
    """The latest statement of each doer that contradicts what the figures say."""
    per_partij = {v.door: v for v in eigen if v.melding in VOORTGANG}
    return tuple(v for v in per_partij.values() if v.melding in TEGENSPRAAK[klaar])
