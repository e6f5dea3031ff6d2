"""The ways to measure that are no plain sum: a stock, a figure as delivered, a change, a mean of years."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from fractions import Fraction

from prestatie_cli.indicatoren.dekking import (
    Cijfer,
    Cijfers,
    Dekking,
    dekking,
    laatste_stand,
    periodenaam,
    som,
)
from prestatie_cli.indicatoren.oordeel import Meetwaarde
from prestatie_cli.indicatoren.verschuldigd import Leverplan
from prestatie_cli.model.indicator import Indicator
from prestatie_cli.model.indicatorsoorten import Meetwijze
from prestatie_cli.termijnen.perioden import DAG, EERSTE_DAG, grenzen


@dataclass(frozen=True, slots=True)
class Gemeten:
    """What the figures give for an indicator: the value, its period and the figures used.

    Where several parties each deliver a part, `leverden` are those that delivered all that the others did,
    `achter` those that did not; with any of the last the value is no whole. `over` is the number of years
    that a mean is taken over; `waarom` says why there is no value, where more than a figure lacks.
    """

    waarde: Meetwaarde | None
    dekking: Dekking
    naam: str
    cijfers: tuple[Cijfer, ...]
    leverden: tuple[str, ...] = ()
    achter: tuple[str, ...] = ()
    over: Fraction | None = None
    waarom: str = ""


@dataclass(frozen=True, slots=True)
class Meetvraag:
    """What is measured: an indicator by figures up to `dag`, over the stretch that `dek` covers.

    `slot` is the day at whose end the value is final: the last of the stretch, or that of the norm.
    """

    indicator: Indicator
    plan: Leverplan
    cijfers: Cijfers
    dek: Dekking
    dag: date
    slot: date
    verwacht: date

    def niets(self, waarom: str = "") -> Gemeten:
        """No value, over the stretch that was asked."""
        return Gemeten(None, self.dek, periodenaam(self.dek.van, self.dek.eind), (), waarom=waarom)


def is_vast(cijfers: Iterable[Cijfer]) -> bool:
    """Whether no figure is provisional."""
    return all(c.herkomst != "voorlopig" for c in cijfers)


def in_jaren(cijfers: Cijfers, kengetal: str) -> set[str]:
    """The calendar years over which there is one figure."""
    return {p for p in cijfers.periodes([kengetal]) if len(p) == 4}


def _stand(vraag: Meetvraag) -> Gemeten:
    """A stock: the figure at the end of the last period that is over, of whatever year."""
    cijfer = laatste_stand(vraag.cijfers, vraag.indicator.teller, vraag.dag, EERSTE_DAG)
    if cijfer is None:
        return vraag.niets()
    dag = grenzen(cijfer.periode)[1]
    klaar = dag in (vraag.slot, vraag.slot - DAG) and is_vast([cijfer])
    waarde = Meetwaarde(cijfer.waarde, None, klaar, None)
    return Gemeten(waarde, vraag.dek, f"stand op {dag}", cijfer.geleverd)


def _gegeven(vraag: Meetvraag) -> Gemeten:
    """A figure as it was delivered: over the year, else over the last part of it; only the year is final."""
    teller = vraag.indicator.teller
    jaren = in_jaren(vraag.cijfers, teller)
    dek = dekking(jaren, vraag.dek.van, vraag.dek.eind, vraag.dag, vraag.verwacht)
    cijfer = laatste_stand(vraag.cijfers, teller, vraag.dag, vraag.dek.van)
    if cijfer is None:
        return vraag.niets()
    heel = cijfer.periode == str(vraag.slot.year)
    waarde = Meetwaarde(cijfer.waarde, None, heel and is_vast([cijfer]), None)
    return Gemeten(waarde, dek, cijfer.periode, cijfer.geleverd)


def _verandering(vraag: Meetvraag) -> Gemeten:
    """The change since the base year, of a stock or of what was counted over whole years.

    The teller is the change in the direction that the indicator counts, the noemer the base.
    """
    jaar = vraag.indicator.basisjaar or vraag.dek.van.year
    basis = over_jaar(vraag, jaar, vanaf=date(jaar, 12, 31))
    nu = over_jaar(vraag, vraag.dek.eind.year)
    if nu is None:
        return vraag.niets()
    if basis is None:
        return vraag.niets(f"over het basisjaar {jaar} is er geen cijfer")
    richting = -1 if vraag.indicator.daalt else 1
    cijfers = (*basis[1], *nu[1])
    klaar = nu[2] in (vraag.slot, vraag.slot - DAG) and is_vast(cijfers)
    waarde = Meetwaarde(richting * (nu[0] - basis[0]), basis[0], klaar, None)
    naam = f"stand op {nu[2]}" if vraag.plan.is_stand(vraag.indicator) else str(nu[2].year)
    return Gemeten(waarde, vraag.dek, naam, cijfers)


def over_jaar(
    vraag: Meetvraag, jaar: int, vanaf: date = EERSTE_DAG
) -> tuple[Decimal, tuple[Cijfer, ...], date] | None:
    """What was counted over a whole year, or the last stock in it from `vanaf` on.

    With the figures that it is made of, and the last day of them.
    """
    teller, eind = vraag.indicator.teller, date(jaar, 12, 31)
    if vraag.plan.is_stand(vraag.indicator):
        cijfer = laatste_stand(vraag.cijfers, teller, min(eind, vraag.dag), vanaf)
        return (cijfer.waarde, cijfer.geleverd, grenzen(cijfer.periode)[1]) if cijfer else None
    dek = dekking(vraag.cijfers.periodes([teller]), date(jaar, 1, 1), eind, vraag.dag, EERSTE_DAG)
    if not dek.compleet:
        return None
    gebruikt = tuple(c for p in dek.periodes for c in vraag.cijfers.per_kengetal[teller][p].geleverd)
    return som(vraag.cijfers, teller, dek.periodes), gebruikt, eind


def jaargemiddelde(vraag: Meetvraag) -> Gemeten:
    """The mean of what was delivered over each year, of what may not be added up over parts of one."""
    teller, dek = vraag.indicator.teller, vraag.dek
    jaren = in_jaren(vraag.cijfers, teller)
    heel = dekking(jaren, dek.van, dek.eind, vraag.dag, vraag.verwacht)
    if not heel.periodes:
        return vraag.niets()
    gebruikt = tuple(vraag.cijfers.per_kengetal[teller][p] for p in heel.periodes)
    aantal = Fraction(len(gebruikt))
    klaar = vraag.dag >= dek.eind and heel.compleet and is_vast(gebruikt)
    waarde = Meetwaarde(sum((c.waarde for c in gebruikt), Decimal()), None, klaar, None, jaren=aantal)
    return Gemeten(waarde, heel, heel.naam, gebruikt, over=aantal)


MEETWIJZEN: dict[Meetwijze, Callable[[Meetvraag], Gemeten]] = {
    "stand": _stand,
    "gegeven": _gegeven,
    "verandering": _verandering,
}
