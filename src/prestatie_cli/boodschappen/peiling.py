"""How a dossier stands on a peildatum: its duties, indicators, figures and statements together."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date

from prestatie_cli.boodschappen.aandacht import Aandachtspunt, aandacht
from prestatie_cli.indicatoren.berekening import Indicatorstand
from prestatie_cli.indicatoren.gepeild import indicatorstanden
from prestatie_cli.indicatoren.plichten import plichtstanden
from prestatie_cli.model.dossier import Dossier, voortgang_per_verplichting
from prestatie_cli.termijnen.perioden import grenzen
from prestatie_cli.termijnen.standen import BINNEN, Termijnstand, samengevat
from prestatie_cli.termijnen.uitkomsten import OPEN


@dataclass(frozen=True, slots=True)
class Peiling:
    """The rows of the duties, the indicators and the deliveries that were chosen, on a peildatum.

    `leveringen` are period, party, day of delivery and origin; `voorbeeldmeldingen` counts the
    statements that nobody really made.
    """

    peildatum: date
    binnen: int
    rijen: tuple[Termijnstand, ...]
    indicatoren: tuple[Indicatorstand, ...]
    leveringen: tuple[tuple[str, str, date, str], ...]
    voorbeeldmeldingen: int

    @property
    def voorbeeldcijfers(self) -> bool:
        """Whether any of the figures is an example."""
        return any(herkomst == "voorbeeld" for *_, herkomst in self.leveringen)

    @property
    def aandacht(self) -> tuple[Aandachtspunt, ...]:
        """What asks attention, the most urgent first."""
        return tuple(aandacht(self.rijen, self.indicatoren, self.peildatum, self.binnen))

    @property
    def te_regelen(self) -> tuple[Termijnstand, ...]:
        """The duties of which the parties have not settled yet how the term is read."""
        return tuple(rij for rij in samengevat(self.rijen) if rij.voorlopig)


def peiling(
    dossier: Dossier,
    peildatum: date,
    partij: str | None = None,
    voor: str | None = None,
    thema: str | None = None,
    binnen: int = BINNEN,
    meetdag: date | None = None,
) -> Peiling:
    """How a dossier stands, for everything or for one party, receiving party or theme.

    Indicators stand as on `meetdag` when that is given: a report over a year judges its last day.
    """
    jaar = meetdag.year if meetdag else None
    rijen = kies_rijen(plichtstanden(dossier, peildatum, binnen, jaar), partij, voor, thema)
    afspraken = {r.afspraak.nummer for r in rijen}
    gekozen = partij or voor or thema
    indicatoren = tuple(
        i
        for i in indicatorstanden(dossier, peildatum, meetdag)
        if not gekozen or i.indicator.afspraak in afspraken
    )
    meldingen = (v for lijst in voortgang_per_verplichting(dossier).values() for v in lijst)
    voorbeelden = sum(v.herkomst == "voorbeeld" and v.datum <= peildatum for v in meldingen)
    leveringen = tuple(sorted(_leveringen(dossier, peildatum)))
    return Peiling(peildatum, binnen, rijen, indicatoren, leveringen, voorbeelden)


def kies_rijen(
    rijen: tuple[Termijnstand, ...], partij: str | None, voor: str | None, thema: str | None
) -> tuple[Termijnstand, ...]:
    """The rows that a party does, that are for a party, or that belong to a theme.

    What a party does for itself stands as that party stands: nobody is done by the word of another.
    """
    return tuple(
        _van_partij(r, partij)
        for r in rijen
        if (partij is None or partij in r.verplichting.wie or _doet_misschien(r))
        and (voor is None or voor in (*r.verplichting.voor, *r.verplichting.met))
        and (thema is None or thema == r.afspraak.thema)
    )


def _van_partij(rij: Termijnstand, partij: str | None) -> Termijnstand:
    eigen = dict(rij.per_partij).get(partij or "", rij.stand)
    return (
        rij if eigen == rij.stand else replace(rij, stand=eigen, dagen=rij.dagen if eigen in OPEN else None)
    )


def _doet_misschien(rij: Termijnstand) -> bool:
    """Whether a party that nobody knows does a duty: then it may be anyone's."""
    bekend = {p.id for p in rij.jaargang.partijen}
    return not bekend.issuperset(rij.verplichting.wie)


def _leveringen(dossier: Dossier, peildatum: date) -> Iterator[tuple[str, str, date, str]]:
    """Period, party, date of delivery and origin of every delivery over a period that is over."""
    for meting in dossier.metingen.values():
        for levering in meting.leveringen:
            if grenzen(meting.periode)[1] <= peildatum:
                yield meting.periode, levering.door, levering.geleverd_op, levering.herkomst
