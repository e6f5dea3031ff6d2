"""Ways through a dossier: every record of a kind with its file and its path in it."""

from collections.abc import Iterator, Mapping
from decimal import Decimal
from typing import NamedTuple

from prestatie_cli.bevindingen import Pad
from prestatie_cli.model.dossier import Dossier, op_volgorde, verplichtingnummer
from prestatie_cli.model.indicator import Balans, Indicator, Norm
from prestatie_cli.model.jaargang import Afspraak, Jaargang, Kengetal, Verplichting
from prestatie_cli.model.meting import Levering, Meting
from prestatie_cli.model.voortgang import Voortgang, Voortgangsregister


class Plicht(NamedTuple):
    """A duty with where it stands."""

    bestand: str
    jaargang: Jaargang
    afspraak: Afspraak
    verplichting: Verplichting
    pad: Pad

    @property
    def nummer(self) -> str:
        """Its number, such as `3.6a`."""
        return verplichtingnummer(self.afspraak, self.verplichting)


def afspraken(dossier: Dossier) -> Iterator[tuple[str, Jaargang, Afspraak, Pad]]:
    """Every agreement with its file, year and path."""
    for bestand, jaargang in dossier.jaargangen.items():
        for i, afspraak in enumerate(jaargang.afspraken):
            yield bestand, jaargang, afspraak, ("afspraken", i)


def plichten(dossier: Dossier) -> Iterator[Plicht]:
    """Every duty with its file, year, agreement and path."""
    for bestand, jaargang, afspraak, pad in afspraken(dossier):
        for j, verplichting in enumerate(afspraak.verplichtingen):
            yield Plicht(bestand, jaargang, afspraak, verplichting, (*pad, "verplichtingen", j))


def alle_indicatoren(dossier: Dossier) -> Iterator[tuple[str, Jaargang, Indicator, Pad]]:
    """Every indicator with its file, year and path."""
    for bestand, jaargang in dossier.jaargangen.items():
        for i, indicator in enumerate(jaargang.indicatoren):
            yield bestand, jaargang, indicator, ("indicatoren", i)


def normen(dossier: Dossier) -> Iterator[tuple[str, Jaargang, Indicator, Norm, Pad]]:
    """Every norm with its file, year, indicator and path."""
    for bestand, jaargang, indicator, pad in alle_indicatoren(dossier):
        for j, norm in enumerate(indicator.normen):
            yield bestand, jaargang, indicator, norm, (*pad, "normen", j)


def leveringen(dossier: Dossier) -> Iterator[tuple[str, Meting, Levering, Pad]]:
    """Every delivery with its file, meting and path."""
    for bestand, meting in dossier.metingen.items():
        for i, levering in enumerate(meting.leveringen):
            yield bestand, meting, levering, ("leveringen", i)


def geleverd(dossier: Dossier) -> Iterator[tuple[str, str, Decimal, Levering, Pad]]:
    """Every delivered figure: file, kengetal, figure, delivery and path."""
    for bestand, _, levering, pad in leveringen(dossier):
        for kengetal, cijfer in levering.cijfers.items():
            yield bestand, kengetal, cijfer, levering, (*pad, "cijfers", kengetal)


def meldingen(dossier: Dossier) -> Iterator[tuple[str, Voortgangsregister, Voortgang, Pad]]:
    """Every statement with its file, register and path."""
    for bestand, register in dossier.voortgang.items():
        for i, melding in enumerate(register.voortgang):
            yield bestand, register, melding, ("voortgang", i)


def kengetallen(dossier: Dossier) -> dict[str, Kengetal]:
    """All figures that the agreements define, by id; the newest definition counts."""
    return {k.id: k for _, jaargang in op_volgorde(dossier) for k in jaargang.kengetallen}


def balansen(dossier: Dossier) -> Mapping[str, Balans]:
    """All stocks that must balance, by id."""
    return {b.id: b for j in dossier.jaargangen.values() for b in j.balansen}


def heeft_delen(bekend: Mapping[str, Kengetal], kengetal: str) -> bool:
    """Whether several parties each deliver their own part of a figure."""
    return kengetal in bekend and len(bekend[kengetal].levert) > 1


def cijfers_van(meting: Meting, bekend: Mapping[str, Kengetal]) -> dict[str, Decimal]:
    """All figures over a period; of what several deliver the sum, where all of them did."""
    uit = {
        k: c
        for levering in meting.leveringen
        for k, c in levering.cijfers.items()
        if not heeft_delen(bekend, k)
    }
    for naam, k in bekend.items():
        if len(k.levert) > 1:
            delen = {x.door: x.cijfers[naam] for x in meting.leveringen if naam in x.cijfers}
            if delen.keys() >= set(k.levert):
                uit[naam] = sum((delen[p] for p in k.levert), Decimal())
    return uit


def plek_van_cijfer(meting: Meting, kengetal: str, door: str = "") -> Pad:
    """The path of a figure in its file, the first or that of a party."""
    for i, levering in enumerate(meting.leveringen):
        if kengetal in levering.cijfers and door in ("", levering.door):
            return ("leveringen", i, "cijfers", kengetal)
    return ()
