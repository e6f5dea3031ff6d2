"""How a dossier stands on a peildatum: its duties, indicators, figures and statements together."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from functools import cached_property

from prestatie_cli.boodschappen.aandacht import Aandachtspunt, aandacht
from prestatie_cli.boodschappen.boodschap import Boodschap, boodschappen
from prestatie_cli.boodschappen.uitgave import (
    Uitgave,
    doet,
    eigen_eerst,
    ontvangt,
    uitgave,
    van_partij,
    ziet_anders,
)
from prestatie_cli.indicatoren.berekening import Indicatorstand
from prestatie_cli.indicatoren.gepeild import indicatorstanden
from prestatie_cli.indicatoren.openbaar import Eerder, Publicatie, met_geheim, openbaar, publicatie_op
from prestatie_cli.indicatoren.plichten import plichtstanden
from prestatie_cli.model.dossier import Dossier, op_volgorde, voortgang_per_verplichting
from prestatie_cli.termijnen.perioden import grenzen
from prestatie_cli.termijnen.samenvatting import samengevat
from prestatie_cli.termijnen.standen import BINNEN, Termijnstand


@dataclass(frozen=True)
class Peiling:
    """The rows of the duties, the indicators and the deliveries that were chosen, on a peildatum.

    `leveringen` are period, party, day of delivery and origin; `voorbeeldmeldingen` counts the
    statements that nobody really made; `namen` are those of the parties, by id.
    """

    peildatum: date
    binnen: int
    rijen: tuple[Termijnstand, ...]
    indicatoren: tuple[Indicatorstand, ...]
    leveringen: tuple[tuple[str, str, date, str], ...]
    voorbeeldmeldingen: int
    partij: str | None = None
    namen: Mapping[str, str] = field(default_factory=dict)

    @property
    def voorbeeldcijfers(self) -> bool:
        """Whether any of the figures is an example."""
        return any(herkomst == "voorbeeld" for *_, herkomst in self.leveringen)

    @cached_property
    def aandacht(self) -> tuple[Aandachtspunt, ...]:
        """What asks attention, the most urgent first."""
        punten = aandacht(self.rijen, self.indicatoren, self.peildatum, self.binnen)
        return eigen_eerst(punten, self.partij)

    @cached_property
    def boodschappen(self) -> tuple[Boodschap, ...]:
        """What deserves to be said, the weightiest first; on top what the party itself sees otherwise."""
        rijen = samengevat(self.rijen)
        alle = boodschappen(self.aandacht, rijen, self.indicatoren, self.namen, self.peildatum)
        return tuple(sorted(alle, key=lambda b: self.partij not in b.anders))

    @property
    def komt_eraan(self) -> tuple[Termijnstand, ...]:
        """The duties that must be done soon, the first of them first."""
        binnenkort = (r for r in samengevat(self.rijen) if r.stand == "binnenkort")
        return tuple(sorted(binnenkort, key=lambda r: r.uiterlijk or date.max))

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
    alle = plichtstanden(dossier, peildatum, binnen, jaar)
    indicatoren = indicatorstanden(dossier, peildatum, meetdag)
    rijen = kies_rijen(alle, partij, voor, thema)
    eigen = uitgave(dossier, partij, alle, indicatoren)
    indicatoren = eigen.indicatoren
    if voor or thema:
        afspraken = {r.afspraak.nummer for r in rijen}
        indicatoren = tuple(i for i in indicatoren if i.indicator.afspraak in afspraken)
    voorbeelden = _voorbeelden(dossier, peildatum, rijen if partij or voor or thema else None)
    leveringen = tuple(sorted(_leveringen(dossier, peildatum, eigen)))
    namen = {p.id: p.naam for _, j in op_volgorde(dossier) for p in j.partijen}
    return Peiling(peildatum, binnen, rijen, indicatoren, leveringen, voorbeelden, partij, namen)


def openbaar_beeld(
    dossier: Dossier, peildatum: date, meetdag: date, wie: str | None, eerder: Eerder | None = None
) -> tuple[Peiling, Uitgave, Publicatie]:
    """How a dossier stands as it may be published, of it only what concerns the party of an edition.

    What is hidden is the same in every edition, or one would give away what another hides.
    """
    heel = peiling(dossier, peildatum, meetdag=meetdag)
    pub = publicatie_op(dossier, heel.indicatoren, meetdag, eerder)
    openbare = in_publicatie(heel, pub)
    eigen = uitgave(dossier, wie, openbare.rijen, openbare.indicatoren)
    return in_uitgave(openbare, dossier, eigen), eigen, pub


def in_uitgave(beeld: Peiling, dossier: Dossier, eigen: Uitgave) -> Peiling:
    """How a dossier stands, of it only what concerns the party of an edition."""
    if eigen.partij is None:
        return beeld
    return replace(
        beeld,
        rijen=eigen.rijen,
        indicatoren=eigen.indicatoren,
        leveringen=tuple(sorted(_leveringen(dossier, beeld.peildatum, eigen))),
        voorbeeldmeldingen=_voorbeelden(dossier, beeld.peildatum, eigen.rijen),
        partij=eigen.partij,
    )


def in_publicatie(beeld: Peiling, pub: Publicatie) -> Peiling:
    """How a whole dossier stands as far as it may be published."""
    openbare = tuple(openbaar(s, pub) for s in beeld.indicatoren)
    return replace(beeld, rijen=tuple(met_geheim(r, openbare) for r in beeld.rijen), indicatoren=openbare)


def _voorbeelden(dossier: Dossier, peildatum: date, rijen: tuple[Termijnstand, ...] | None) -> int:
    """How many statements nobody really made, of all or about the duties of some rows."""
    gekozen = None if rijen is None else {r.plichtnaam for r in rijen}
    per_plicht = voortgang_per_verplichting(dossier).items()
    meldingen = (v for naam, lijst in per_plicht if gekozen is None or naam in gekozen for v in lijst)
    return sum(v.herkomst == "voorbeeld" and v.datum <= peildatum for v in meldingen)


def kies_rijen(
    rijen: tuple[Termijnstand, ...], partij: str | None, voor: str | None, thema: str | None
) -> tuple[Termijnstand, ...]:
    """The rows that a party does or sees otherwise, that are for a party, or that belong to a theme.

    What a party does for itself stands as that party stands: nobody is done by the word of another.
    """
    return tuple(
        van_partij(r, partij) if partij else r
        for r in rijen
        if (partij is None or doet(r, partij) or ziet_anders(r, partij))
        and (voor is None or ontvangt(r, voor))
        and (thema is None or thema == r.afspraak.thema)
    )


def _leveringen(dossier: Dossier, peildatum: date, eigen: Uitgave) -> Iterator[tuple[str, str, date, str]]:
    """Period, party, day and origin of the deliveries over a period that is over."""
    for meting in dossier.metingen.values():
        for levering in meting.leveringen:
            if grenzen(meting.periode)[1] <= peildatum and eigen.raakt_levering(levering):
                yield meting.periode, levering.door, levering.geleverd_op, levering.herkomst
