"""What the figures give for an indicator: the value over its stretch, and over each of the last years."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from fractions import Fraction

from prestatie_cli.indicatoren.dekking import (
    Cijfer,
    Cijfers,
    Dekking,
    dekking,
    gezamenlijke_herkomst,
    laatste_stand,
    periodenaam,
    som,
)
from prestatie_cli.indicatoren.oordeel import Meetwaarde
from prestatie_cli.indicatoren.verschuldigd import Leverplan, nodig_voor
from prestatie_cli.model.indicator import Indicator
from prestatie_cli.model.meting import Herkomst
from prestatie_cli.termijnen.perioden import EERSTE_DAG, grenzen

JAREN_TERUG = 5


@dataclass(frozen=True, slots=True)
class Jaarwaarde:
    """The value over one calendar year, as far as it has figures; for a cumulative indicator the flow."""

    jaar: int
    periode: str
    teller: Decimal
    noemer: Decimal | None
    herkomst: Herkomst | None
    cijfers: tuple[Cijfer, ...]
    afgeschermd: int | None = None

    @property
    def gecorrigeerd(self) -> bool:
        """Whether a figure of this year replaced an earlier one."""
        return any(c.correcties for c in self.cijfers)


@dataclass(frozen=True, slots=True)
class Gemeten:
    """What the figures give for an indicator: the value, its period and the figures used."""

    waarde: Meetwaarde | None
    dekking: Dekking
    naam: str
    cijfers: tuple[Cijfer, ...]


def tijd(indicator: Indicator, peildatum: date) -> tuple[date, date]:
    """First and last day of the stretch over which an indicator is judged."""
    jaar = peildatum.year
    if indicator.aard.looptijd and indicator.van:
        return date(indicator.van, 1, 1), date(indicator.tot or max(jaar, indicator.van), 12, 31)
    return date(jaar - indicator.jaren + 1, 1, 1), date(jaar, 12, 31)


def meet(indicator: Indicator, plan: Leverplan, cijfers: Cijfers, peildatum: date) -> Gemeten:
    """The value of an indicator over its stretch, as far as there are figures."""
    van, eind = tijd(indicator, peildatum)
    laatste = plan.laatste(indicator)
    verwacht = laatste[1] if laatste else EERSTE_DAG
    dek, per_kengetal = _dekking(indicator, cijfers, van, eind, peildatum, verwacht)
    if indicator.aard.momentopname:
        return _meet_stand(indicator, cijfers, dek, peildatum)
    if not dek.periodes:
        return Gemeten(None, dek, periodenaam(van, eind), ())
    gebruikt = tuple(cijfers.per_kengetal[k][p] for k, d in per_kengetal.items() for p in d.periodes)
    sommen = {k: som(cijfers, k, d.periodes) for k, d in per_kengetal.items()}
    vast = all(c.herkomst != "voorlopig" for c in gebruikt)
    # An indicator without a last year is never over, and has no pace.
    open_eind = indicator.aard.looptijd and indicator.tot is None
    waarde = Meetwaarde(
        sommen[indicator.teller],
        sommen[indicator.noemer] if indicator.noemer else None,
        klaar=peildatum >= eind and dek.compleet and vast and not open_eind,
        deel=None if open_eind else Fraction(dek.maanden, 12 * (eind.year - van.year + 1)),
        voorbij=plan.op > eind and not open_eind,
    )
    return Gemeten(waarde, dek, dek.naam, gebruikt)


def _dekking(
    indicator: Indicator, cijfers: Cijfers, van: date, eind: date, peildatum: date, verwacht: date
) -> tuple[Dekking, dict[str, Dekking]]:
    """What is covered, and by which periods of each kengetal.

    Teller and noemer come over the same periods; where one came by halves and the other by the year,
    each by its own, as long as both cover the same stretch.
    """
    nodig = nodig_voor(indicator)
    samen = dekking(cijfers.periodes(nodig), van, eind, peildatum, verwacht)
    los = {k: dekking(cijfers.periodes([k]), van, eind, peildatum, verwacht) for k in nodig}
    eerste = los[indicator.teller]
    gelijk = all((d.tot, d.gaten) == (eerste.tot, eerste.gaten) for d in los.values())
    if gelijk and eerste.tot and (samen.tot is None or samen.tot < eerste.tot or samen.gaten):
        return eerste, los
    return samen, dict.fromkeys(nodig, samen)


def _meet_stand(indicator: Indicator, cijfers: Cijfers, dek: Dekking, peildatum: date) -> Gemeten:
    """A stock: the figure at the end of the last period that is over, of whatever year."""
    cijfer = laatste_stand(cijfers, indicator.teller, peildatum, EERSTE_DAG)
    if cijfer is None:
        return Gemeten(None, dek, periodenaam(dek.van, dek.eind), ())
    dag = grenzen(cijfer.periode)[1]
    waarde = Meetwaarde(cijfer.waarde, None, dag == dek.eind and cijfer.herkomst != "voorlopig", None)
    return Gemeten(waarde, dek, f"stand op {dag}", (cijfer,))


def jaarwaarden(indicator: Indicator, cijfers: Cijfers, peildatum: date) -> tuple[Jaarwaarde, ...]:
    """Up to five calendar years side by side, as far as they have figures."""
    eerste = peildatum.year - JAREN_TERUG + 1
    uit = []
    for jaar in range(eerste, peildatum.year + 1):
        van, eind = date(jaar, 1, 1), date(jaar, 12, 31)
        if indicator.aard.momentopname:
            cijfer = laatste_stand(cijfers, indicator.teller, min(peildatum, eind), van)
            if cijfer:
                periode = f"stand op {grenzen(cijfer.periode)[1]}"
                uit.append(Jaarwaarde(jaar, periode, cijfer.waarde, None, cijfer.herkomst, (cijfer,)))
            continue
        dek, per_kengetal = _dekking(indicator, cijfers, van, eind, peildatum, EERSTE_DAG)
        if dek.periodes:
            gebruikt = tuple(cijfers.per_kengetal[k][p] for k, d in per_kengetal.items() for p in d.periodes)
            sommen = {k: som(cijfers, k, d.periodes) for k, d in per_kengetal.items()}
            noemer = sommen[indicator.noemer] if indicator.noemer else None
            herkomst = gezamenlijke_herkomst(gebruikt)
            uit.append(Jaarwaarde(jaar, dek.naam, sommen[indicator.teller], noemer, herkomst, gebruikt))
    return tuple(uit)
