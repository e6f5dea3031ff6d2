"""A value against the norm in force: exact comparison, verdict, and what is left."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from fractions import Fraction
from typing import Literal

from prestatie_cli.model.indicator import Indicator, Norm

Oordeel = Literal[
    "gehaald",
    "niet_gehaald",
    "op_koers",
    "aandacht",
    "onvolledig",
    "geen_norm",
    "geen_meting",
    "niet_van_toepassing",
    "niet_te_beoordelen",
]


@dataclass(frozen=True, slots=True)
class Meetwaarde:
    """A measured value: teller, for a share also noemer, and how firm it is.

    `klaar`: the period is over and wholly covered by figures that are not provisional; `voorbij`: it is
    over, whatever came in. `deel` is the part that is covered (0-1), None where there is no end.
    """

    teller: Decimal
    noemer: Decimal | None
    klaar: bool
    deel: Fraction | None
    voorbij: bool = False

    @property
    def exact(self) -> Fraction:
        """The value itself: the count, or the share 0-1."""
        return Fraction(self.teller) / Fraction(self.noemer) if self.noemer else Fraction(self.teller)


# What a pace that falls short means; of what is over there is no pace any more.
TEMPOWOORDEN = {
    (False, "boven"): "het gaat sneller dan de norm toelaat",
    (False, "onder"): "het tempo is te laag om de norm te halen",
    (True, "boven"): "naar wat geleverd is meer dan de norm toelaat",
    (True, "onder"): "naar wat geleverd is te weinig voor de norm",
}


def norm_op(indicator: Indicator, dag: date, partij: str | None = None) -> Norm | None:
    """The norm in force on a day, of all together or of one party; an expired norm is never used."""
    return next((n for n in indicator.normen if n.partij == partij and _geldt(n, dag)), None)


def _geldt(norm: Norm, dag: date) -> bool:
    return (norm.van is None or norm.van <= dag) and (norm.tot is None or dag <= norm.tot)


def geen_norm_reden(indicator: Indicator, dag: date, partij: str | None = None) -> str:
    """Why there is no norm on a day, with the dates of the nearest."""
    normen = [n for n in indicator.normen if n.partij == partij]
    if not normen:
        elders = "voor deze partij" if partij else "voor allen samen" if indicator.normen else ""
        return " ".join(filter(None, ("de afspraak noemt geen norm", elders)))

    def afstand(norm: Norm) -> int:
        eerder = (dag - norm.tot).days if norm.tot and norm.tot < dag else None
        return eerder if eerder is not None else (norm.van - dag).days if norm.van else 0

    dichtst = min(normen, key=afstand)
    return (
        f"op {dag} geldt geen norm; de dichtstbijzijnde ('{dichtst.citaat}') geldt "
        f"van {dichtst.van or '...'} tot en met {dichtst.tot or '...'}"
    )


def beoordeel(waarde: Meetwaarde, norm: Norm, telt_op: bool) -> tuple[Oordeel, str]:
    """The verdict with its reason; a count that can only grow is judged on its pace too."""
    stand = _ligging(waarde.exact, norm)
    if waarde.klaar:
        return _eindoordeel(stand, norm)
    if not telt_op:
        goed = stand == "binnen"
        return ("op_koers", "") if goed else ("aandacht", _kant(stand))
    if stand == "boven":
        return "niet_gehaald", "boven de norm en niet meer te herstellen"
    return _naar_tempo(waarde, norm, stand)


def _eindoordeel(stand: str, norm: Norm) -> tuple[Oordeel, str]:
    if stand == "binnen":
        return "gehaald", ""
    if norm.soort == "streefwaarde":
        return "aandacht", "de streefwaarde is niet bereikt"
    return "niet_gehaald", _kant(stand)


def _naar_tempo(waarde: Meetwaarde, norm: Norm, stand: str) -> tuple[Oordeel, str]:
    """A running count against the part of the norm that belongs to the time covered."""
    if waarde.deel is None:
        if stand == "binnen" and norm.soort in ("minimum", "streefwaarde"):
            return "gehaald", "bereikt"
        return "aandacht", "de afspraak noemt geen einddatum, dus het tempo is niet te beoordelen"
    if waarde.deel == 1:
        return ("op_koers", "") if stand == "binnen" else ("aandacht", _kant(stand))
    onder, boven = grenswaarden(norm)
    if boven is not None and waarde.exact > boven * waarde.deel:
        return "aandacht", TEMPOWOORDEN[waarde.voorbij, "boven"]
    if onder is not None and waarde.exact < onder * waarde.deel:
        return "aandacht", TEMPOWOORDEN[waarde.voorbij, "onder"]
    return "op_koers", ""


def grenswaarden(norm: Norm) -> tuple[Fraction | None, Fraction | None]:
    """Lower and upper bound of a norm, None where it has none."""
    if norm.soort == "bandbreedte":
        return _breuk(norm.ondergrens), _breuk(norm.bovengrens)
    if norm.soort == "maximum":
        return None, _breuk(norm.waarde)
    return _breuk(norm.waarde), None


def is_bereikt(exact: Fraction | None, norm: Norm | None, telt_op: bool) -> bool:
    """Whether a count that can only grow has what is asked of it at least."""
    if exact is None or norm is None or not telt_op:
        return False
    onder, boven = grenswaarden(norm)
    return onder is not None and boven is None and exact >= onder


def _breuk(waarde: Decimal | None) -> Fraction | None:
    return None if waarde is None else Fraction(waarde)


def _ligging(exact: Fraction, norm: Norm) -> Literal["onder", "binnen", "boven"]:
    onder, boven = grenswaarden(norm)
    if boven is not None and exact > boven:
        return "boven"
    if onder is not None and exact < onder:
        return "onder"
    return "binnen"


def _kant(stand: str) -> str:
    return "boven de norm" if stand == "boven" else "onder de norm"


def ruimte(
    waarde: Meetwaarde, norm: Norm, verwacht: Decimal | None, plafond: Decimal | None = None
) -> tuple[int, str] | None:
    """How many are still possible under a cap, still needed for a target, or too many; None when unknown.

    For a share it counts against the expected denominator of the whole period. What the statutory ceiling
    does not allow is no room: of what a target still asks, only what is possible below it. What is over has
    no room; by how many a line was passed stays.
    """
    basis = Fraction(1)
    if waarde.noemer is not None:
        if verwacht is None and not waarde.klaar:
            return None
        basis = Fraction(max(verwacht or Decimal(), waarde.noemer))
    onder, boven = grenswaarden(norm)
    if onder is None and boven is None:
        return None
    lijnen = [x for x in (boven, None if plafond is None else Fraction(plafond)) if x is not None]
    hoogst = min((x * basis // 1 for x in lijnen), default=None)
    if hoogst is not None and waarde.teller > hoogst:
        return int(-((hoogst - Fraction(waarde.teller)) // 1)), "te_veel"
    if waarde.klaar or waarde.voorbij:
        return None
    nodig = None if onder is None else -((-onder * basis) // 1)
    if nodig is not None and (hoogst is None or nodig <= hoogst):
        return max(0, -((Fraction(waarde.teller) - nodig) // 1)), "nodig"
    return max(0, (Fraction(hoogst or 0) - Fraction(waarde.teller)) // 1), "mogelijk"
