"""What the figures give for an indicator: the value over its stretch, and over each of the last years."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
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
    som,
)
from prestatie_cli.indicatoren.meetwijzen import (
    MEETWIJZEN,
    Gemeten,
    Meetvraag,
    is_vast,
    jaargemiddelde,
)
from prestatie_cli.indicatoren.oordeel import Meetwaarde
from prestatie_cli.indicatoren.verschuldigd import Leverplan
from prestatie_cli.model.indicator import Indicator
from prestatie_cli.model.meting import Herkomst
from prestatie_cli.termijnen.perioden import EERSTE_DAG, grenzen

JAREN_TERUG = 5


@dataclass(frozen=True, slots=True)
class Verborgen:
    """What stands in place of a teller or noemer that may not be published; None at one that may."""

    teller: str | None
    noemer: str | None


@dataclass(frozen=True, slots=True)
class Jaarwaarde:
    """The value over one calendar year, as far as it has figures; for a cumulative indicator the flow."""

    jaar: int
    periode: str
    teller: Decimal
    noemer: Decimal | None
    herkomst: Herkomst | None
    cijfers: tuple[Cijfer, ...]
    afgeschermd: Verborgen | None = None

    @property
    def gecorrigeerd(self) -> bool:
        """Whether a figure of this year replaced an earlier one."""
        return any(c.correcties for c in self.cijfers)


def tijd(indicator: Indicator, peildatum: date) -> tuple[date, date]:
    """First and last day of the stretch over which an indicator is judged."""
    jaar = peildatum.year
    if indicator.looptijd and indicator.van:
        return date(indicator.van, 1, 1), date(indicator.tot or max(jaar, indicator.van), 12, 31)
    return date(jaar - indicator.jaren + 1, 1, 1), date(jaar, 12, 31)


def meet(
    indicator: Indicator, plan: Leverplan, cijfers: Cijfers, peildatum: date, op: date | None = None
) -> Gemeten:
    """The value of an indicator over its stretch, as far as there are figures.

    `op` is the day on which the norm asks for it, where it is no stretch.
    """
    partijen = plan.partijen(indicator)
    if not partijen:
        return _meet(indicator, plan, cijfers, peildatum, op)
    eigen = {p: (plan.voor(p), cijfers.van(p, indicator.kengetallen)) for p in partijen}
    delen = {p: _meet(indicator, *van_hen, peildatum, op) for p, van_hen in eigen.items()}
    if any(g.dekking.gaten for g in delen.values()):
        return _samengenomen(delen)
    # Nobody is late: what some delivered already counts as soon as all have.
    tot = min(gemeten_tot(g) for g in delen.values())
    return _samengenomen({p: _meet(indicator, *van_hen, peildatum, op, tot) for p, van_hen in eigen.items()})


def gemeten_tot(gemeten: Gemeten) -> date:
    """The last day that figures speak of."""
    return max((grenzen(c.periode)[1] for c in gemeten.cijfers), default=EERSTE_DAG)


def _samengenomen(delen: dict[str, Gemeten]) -> Gemeten:
    """What several parties delivered together: numerators and denominators are summed, never shares.

    It reaches as far as the one that delivered most; who did not come as far is behind.
    """
    met = {p: g for p, g in delen.items() if g.waarde}
    if not met:
        return next(iter(delen.values()))
    verst = max(met.values(), key=lambda g: (g.dekking.tot or g.dekking.van, -len(g.dekking.gaten)))
    leverden = tuple(
        p for p, g in met.items() if (g.naam, g.dekking.gaten) == (verst.naam, verst.dekking.gaten)
    )
    waarden = [g.waarde for g in met.values() if g.waarde]
    achter = tuple(p for p in delen if p not in leverden)
    waarde = Meetwaarde(
        sum((w.teller for w in waarden), Decimal()),
        None if waarden[0].noemer is None else sum((w.noemer or Decimal() for w in waarden), Decimal()),
        klaar=not achter and all(w.klaar for w in waarden),
        deel=None
        if any(w.deel is None for w in waarden)
        else max(w.deel for w in waarden if w.deel is not None),
        voorbij=waarden[0].voorbij,
    )
    cijfers = tuple(c for g in met.values() for c in g.cijfers)
    return Gemeten(waarde, verst.dekking, verst.naam, cijfers, leverden, achter, verst.over)


def _meet(
    indicator: Indicator,
    plan: Leverplan,
    cijfers: Cijfers,
    peildatum: date,
    op: date | None,
    hoogstens: date = date.max,
) -> Gemeten:
    """The value by figures as whole as they are, of periods that ended on the last day that counts."""
    van, eind = tijd(indicator, peildatum)
    laatste = plan.laatste(indicator)
    verwacht = laatste[1] if laatste else EERSTE_DAG
    dag = min(peildatum, hoogstens)
    dek, per_kengetal = _dekking(indicator, cijfers, van, eind, dag, verwacht)
    vraag = Meetvraag(indicator, plan, cijfers, dek, dag, op or eind, verwacht)
    if not plan.sommeert(indicator):
        return jaargemiddelde(vraag) if indicator.aard.gemiddeld else MEETWIJZEN[indicator.aard.wijze](vraag)
    if not dek.periodes:
        return vraag.niets()
    gebruikt = _gebruikt(cijfers, per_kengetal)
    teller, noemer = _gesommeerd(indicator, cijfers, per_kengetal)
    # An indicator without a last year is never over, and has no pace.
    open_eind = indicator.looptijd and indicator.tot is None
    waarde = Meetwaarde(
        teller,
        noemer,
        klaar=peildatum >= eind and dek.compleet and is_vast(gebruikt) and not open_eind,
        deel=None if open_eind else Fraction(dek.maanden, 12 * (eind.year - van.year + 1)),
        voorbij=plan.op > eind and not open_eind,
    )
    over = Fraction(dek.maanden, 12) if indicator.aard.gemiddeld else None
    return Gemeten(waarde, dek, dek.naam, gebruikt, over=over)


def _gesommeerd(
    indicator: Indicator, cijfers: Cijfers, per_kengetal: Mapping[str, Dekking]
) -> tuple[Decimal, Decimal | None]:
    """The teller, with what is added to it and taken off, and the noemer over what is covered."""
    sommen = {k: som(cijfers, k, d.periodes) for k, d in per_kengetal.items()}
    bij = sum((sommen[k] for k in (indicator.teller, *indicator.plus)), Decimal())
    af = sum((sommen[k] for k in indicator.min), Decimal())
    return bij - af, sommen[indicator.noemer] if indicator.noemer else None


def _gebruikt(cijfers: Cijfers, per_kengetal: Mapping[str, Dekking]) -> tuple[Cijfer, ...]:
    """The figures that cover a stretch, each as it was delivered."""
    return tuple(
        deel
        for k, d in per_kengetal.items()
        for p in d.periodes
        for deel in cijfers.per_kengetal[k][p].geleverd
    )


def _dekking(
    indicator: Indicator, cijfers: Cijfers, van: date, eind: date, peildatum: date, verwacht: date
) -> tuple[Dekking, dict[str, Dekking]]:
    """What is covered, and by which periods of each kengetal.

    Teller and noemer come over the same periods; where one came by halves and the other by the year,
    each by its own, as long as both cover the same stretch.
    """
    nodig = indicator.kengetallen
    samen = dekking(cijfers.periodes(nodig), van, eind, peildatum, verwacht)
    los = {k: dekking(cijfers.periodes([k]), van, eind, peildatum, verwacht) for k in nodig}
    eerste = los[indicator.teller]
    gelijk = all((d.tot, d.gaten) == (eerste.tot, eerste.gaten) for d in los.values())
    if gelijk and eerste.tot and (samen.tot is None or samen.tot < eerste.tot or samen.gaten):
        return eerste, los
    return samen, dict.fromkeys(nodig, samen)


def jaarwaarden(
    indicator: Indicator, plan: Leverplan, cijfers: Cijfers, peildatum: date
) -> tuple[Jaarwaarde, ...]:
    """Up to five calendar years side by side, as far as they have figures of all that deliver them."""
    partijen, eigen = plan.partijen(indicator), indicator.kengetallen
    if not partijen:
        return _jaarwaarden(indicator, plan, cijfers, peildatum)
    per_partij = [
        {(j.jaar, j.periode): j for j in _jaarwaarden(indicator, plan, cijfers.van(p, eigen), peildatum)}
        for p in partijen
    ]
    return tuple(
        _jaar_samen([jaren[jaar] for jaren in per_partij])
        for jaar in per_partij[0]
        if all(jaar in jaren for jaren in per_partij)
    )


def _jaar_samen(delen: list[Jaarwaarde]) -> Jaarwaarde:
    """The year of several parties together."""
    cijfers = tuple(c for j in delen for c in j.cijfers)
    noemers = [j.noemer for j in delen if j.noemer is not None]
    return replace(
        delen[0],
        teller=sum((j.teller for j in delen), Decimal()),
        noemer=sum(noemers, Decimal()) if noemers else None,
        herkomst=gezamenlijke_herkomst(cijfers),
        cijfers=cijfers,
    )


def _jaarwaarden(
    indicator: Indicator, plan: Leverplan, cijfers: Cijfers, peildatum: date
) -> tuple[Jaarwaarde, ...]:
    eerste = peildatum.year - JAREN_TERUG + 1
    jaren = (
        _jaarwaarde(indicator, plan, cijfers, jaar, peildatum) for jaar in range(eerste, peildatum.year + 1)
    )
    return tuple(jaar for jaar in jaren if jaar)


def _jaarwaarde(
    indicator: Indicator, plan: Leverplan, cijfers: Cijfers, jaar: int, peildatum: date
) -> Jaarwaarde | None:
    """The value over one calendar year; None without figures."""
    van, eind = date(jaar, 1, 1), date(jaar, 12, 31)
    dek, per_kengetal = _dekking(indicator, cijfers, van, eind, peildatum, EERSTE_DAG)
    if indicator.aard.momentopname:
        cijfer = laatste_stand(cijfers, indicator.teller, min(peildatum, eind), van)
        if cijfer is None:
            return None
        periode = f"stand op {grenzen(cijfer.periode)[1]}"
        return Jaarwaarde(jaar, periode, cijfer.waarde, None, cijfer.herkomst, cijfer.geleverd)
    if plan.sommeert(indicator):
        if not dek.periodes:
            return None
        gebruikt = _gebruikt(cijfers, per_kengetal)
        teller, noemer = _gesommeerd(indicator, cijfers, per_kengetal)
        return Jaarwaarde(jaar, dek.naam, teller, noemer, gezamenlijke_herkomst(gebruikt), gebruikt)
    wijze = "gegeven" if indicator.aard.gemiddeld else indicator.aard.wijze
    gemeten = MEETWIJZEN[wijze](
        Meetvraag(indicator, plan, cijfers, dek, min(peildatum, eind), eind, EERSTE_DAG)
    )
    w = gemeten.waarde
    if w is None:
        return None
    herkomst = gezamenlijke_herkomst(gemeten.cijfers)
    return Jaarwaarde(jaar, gemeten.naam, w.teller, w.noemer, herkomst, gemeten.cijfers)
