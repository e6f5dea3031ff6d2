"""The verdict on what was measured, with its reason, and what has to be delivered for it."""

from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal
from fractions import Fraction

from prestatie_cli.indicatoren.dekking import Cijfers, laatste_stand, periodenaam
from prestatie_cli.indicatoren.meetwijzen import Gemeten
from prestatie_cli.indicatoren.meten import gemeten_tot
from prestatie_cli.indicatoren.oordeel import (
    Oordeel,
    Verloop,
    beoordeel,
    beoordeel_op,
    geen_norm_reden,
    is_bereikt,
)
from prestatie_cli.indicatoren.verschuldigd import Gevraagd, Leverplan, komende, uitgebleven
from prestatie_cli.model.indicator import Indicator, Norm
from prestatie_cli.model.meting import Parameter, Parameterwaarde
from prestatie_cli.taal import periodetekst, samen_genoemd
from prestatie_cli.termijnen.perioden import EERSTE_DAG, grenzen


@dataclass(frozen=True, slots=True)
class Toetsvraag:
    """What is judged as on a day: an indicator, with what holds for it, of all together or of one party."""

    indicator: Indicator
    plan: Leverplan
    dag: date
    norm: Norm | None
    plafond: Parameterwaarde | None
    parameters: tuple[tuple[Parameter, Parameterwaarde], ...]
    partij: str | None

    @property
    def verloop(self) -> Verloop:
        """How the value may go on: what is counted can only grow, unless it or its kind may be undone."""
        aard, teller = self.indicator.aard, self.plan.kengetallen.get(self.indicator.teller)
        if not aard.telt_op or not self.plan.sommeert(self.indicator):
            return "los"
        return "kan_dalen" if aard.kan_dalen or (teller and teller.negatief) else "groeit"

    @property
    def lijn(self) -> Norm | None:
        """The norm as the count is held against it: of so many a year, that over all its years."""
        n, norm = self.indicator, self.norm
        if norm is None or n.van is None or n.tot is None or not n.aard.gemiddeld or self.verloop == "los":
            return norm
        jaren = n.tot - n.van + 1
        velden = ("waarde", "ondergrens", "bovengrens")
        return norm.model_copy(update={v: w * jaren for v in velden if (w := getattr(norm, v)) is not None})


def beoordeeld(
    vraag: Toetsvraag, cijfers: Cijfers, gemeten: Gemeten
) -> tuple[Oordeel, str, tuple[Gevraagd, ...]]:
    """The verdict with its reason, and the figures that are asked for."""
    gevraagd = uitgebleven(vraag.indicator, vraag.plan, cijfers, gemeten.dekking, vraag.dag)
    oordeel, reden = _oordeel(vraag, cijfers, gemeten, gevraagd)
    if gemeten.waarde is None:
        reden, gevraagd = _waarom_niet(vraag, cijfers, gemeten, gevraagd)
    return oordeel, reden, gevraagd


def oordeel_bij(
    vraag: Toetsvraag, cijfers: Cijfers, gemeten: Gemeten, teller: Decimal
) -> tuple[Oordeel, str]:
    """What the verdict would be, had the teller been another."""
    waarde = gemeten.waarde and replace(gemeten.waarde, teller=teller)
    gevraagd = uitgebleven(vraag.indicator, vraag.plan, cijfers, gemeten.dekking, vraag.dag)
    return _oordeel(vraag, cijfers, replace(gemeten, waarde=waarde), gevraagd)


def _oordeel(
    vraag: Toetsvraag, cijfers: Cijfers, gemeten: Gemeten, gevraagd: tuple[Gevraagd, ...]
) -> tuple[Oordeel, str]:
    """The verdict; while figures that are due are missing, only what they can't change is judged."""
    waarde, plafond = gemeten.waarde, vraag.plafond
    if waarde is None:
        return ("onvolledig" if gevraagd else "geen_meting"), ""
    gaten = _gaten(vraag, gemeten, gevraagd)
    oordeel, reden = _zonder_gaten(vraag, cijfers, gemeten)
    boven_de_wet = plafond is not None and waarde.noemer != 0 and waarde.exact > Fraction(plafond.waarde)
    if boven_de_wet and plafond:
        oordeel, reden = "aandacht", f"boven het wettelijk plafond ({plafond.bron})"
    zeker = boven_de_wet or oordeel == "niet_gehaald" or is_bereikt(waarde.exact, vraag.lijn, vraag.verloop)
    if gaten and not zeker:
        oordeel = "onvolledig"
        reden = "" if gemeten.achter else reden
    return oordeel, "; ".join(filter(None, (reden, gaten)))


def _gaten(vraag: Toetsvraag, gemeten: Gemeten, gevraagd: tuple[Gevraagd, ...]) -> str:
    """Over which periods there should be figures and are none, and which of the parties did not deliver."""
    gaten, momentopname = gemeten.dekking.gaten, vraag.plan.is_stand(vraag.indicator)
    namen = (
        list(dict.fromkeys(g.periode for g in gevraagd)) if momentopname else [periodenaam(*g) for g in gaten]
    )
    achter = _achter(vraag.plan, gemeten)
    namen = [] if momentopname and achter else namen
    delen = (achter, f"cijfers over {', '.join(map(periodetekst, namen))} ontbreken" if namen else "")
    return "; ".join(filter(None, delen))


def _achter(plan: Leverplan, gemeten: Gemeten) -> str:
    """How many of the parties delivered, and which did not: `2 van 3 leverden; Maarn ontbreekt`."""
    achter = [plan.namen.get(p, p) for p in gemeten.achter]
    if not achter:
        return ""
    alle = len(gemeten.leverden) + len(achter)
    werkwoord = "ontbreekt" if len(achter) == 1 else "ontbreken"
    return f"{len(gemeten.leverden)} van {alle} leverden; {samen_genoemd(achter)} {werkwoord}"


def _zonder_gaten(vraag: Toetsvraag, cijfers: Cijfers, gemeten: Gemeten) -> tuple[Oordeel, str]:
    """The verdict on the figures that are there."""
    waarde = gemeten.waarde
    if waarde is None or waarde.noemer == 0:
        return "niet_van_toepassing", "de noemer is 0: er is niets om een aandeel van te nemen"
    if vraag.norm is None or vraag.lijn is None:
        return "geen_norm", geen_norm_reden(vraag.indicator, vraag.dag, vraag.partij)
    if vraag.norm.op:
        return beoordeel_op(
            waarde, vraag.norm, gemeten_tot(gemeten), _begin(vraag, cijfers), vraag.dag >= vraag.norm.op
        )
    return beoordeel(waarde, vraag.lijn, vraag.verloop)


def _begin(vraag: Toetsvraag, cijfers: Cijfers) -> tuple[date, Fraction] | None:
    """From when and what on something goes to what it must be by a day; None where that is not known."""
    if vraag.indicator.basisjaar:
        return date(vraag.indicator.basisjaar, 12, 31), Fraction(0)
    van = (vraag.norm.van if vraag.norm else None) or vraag.plan.begin
    eerste = laatste_stand(cijfers, vraag.indicator.teller, van, EERSTE_DAG)
    return (grenzen(eerste.periode)[1], Fraction(eerste.waarde)) if eerste else None


def _verklaring(vraag: Toetsvraag, cijfers: Cijfers, gemeten: Gemeten) -> str:
    """What the parties say of the figures that are not there."""
    dek, plan = gemeten.dekking, vraag.plan
    if dek.van > vraag.dag:
        return f"de periode begint op {dek.van}"
    samen = plan.partijen(vraag.indicator)
    return "; ".join(
        f"{kengetal} over {periode}{f' van {plan.namen.get(door, door)}' if samen else ''}: {reden}"
        for (kengetal, door, periode), reden in sorted(cijfers.redenen.items())
        if kengetal in vraag.indicator.kengetallen
        and dek.van <= grenzen(periode)[0]
        and grenzen(periode)[1] <= dek.eind
    )


def _waarom_niet(
    vraag: Toetsvraag, cijfers: Cijfers, gemeten: Gemeten, gevraagd: tuple[Gevraagd, ...]
) -> tuple[str, tuple[Gevraagd, ...]]:
    """Why there is no value, and what has to be delivered: what is late, else what comes first."""
    verklaard = gemeten.waarom or _verklaring(vraag, cijfers, gemeten)
    if not verklaard and not gevraagd:
        gevraagd = komende(vraag.indicator, vraag.plan, gemeten.dekking, vraag.dag)
    return verklaard or _zonder_verklaring(gemeten, cijfers, gevraagd, vraag.dag), gevraagd


def _zonder_verklaring(
    gemeten: Gemeten, cijfers: Cijfers, gevraagd: tuple[Gevraagd, ...], peildatum: date
) -> str:
    """Why there is no value, where no one said."""
    if all(g.sinds is None for g in gevraagd):
        periode = gevraagd[0].periode if gevraagd else str(gemeten.dekking.eind.year)
        if grenzen(periode)[1] <= peildatum:
            return f"de cijfers over {periodetekst(periode)} worden nog verwacht"
        return f"er is nog geen {'jaar' if len(periode) == 4 else 'halfjaar'} voorbij"
    namen = dict.fromkeys(g.kengetal.id for g in gevraagd)
    nooit = [k for k in namen if not cijfers.per_kengetal.get(k)]
    return f"niet geleverd: {', '.join(nooit or namen)}"
