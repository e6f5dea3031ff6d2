"""A value against the norm in force: exact comparison, verdict, and what is left."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from fractions import Fraction
from typing import Literal

from prestatie_cli.model.indicator import Indicator, Norm
from prestatie_cli.taal import afgerond, datum_in_woorden

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
# How a value goes on: a count that only grows, one that adds up and may fall, one by itself.
Verloop = Literal["groeit", "kan_dalen", "los"]


@dataclass(frozen=True, slots=True)
class Meetwaarde:
    """A measured value: teller, for a share also noemer, and how firm it is.

    `klaar`: the period is over and wholly covered by figures that are not provisional; `voorbij`: it is
    over, whatever came in. `deel` is the part that is covered (0-1), None where there is no end. `jaren` is
    by how many years the teller is divided, of a mean of what can't be added up.
    """

    teller: Decimal
    noemer: Decimal | None
    klaar: bool
    deel: Fraction | None
    voorbij: bool = False
    jaren: Fraction | None = None

    @property
    def exact(self) -> Fraction:
        """The value itself: the count, the mean, or the share 0-1."""
        return Fraction(self.teller) / (Fraction(self.noemer or 0) or self.jaren or 1)


# What a pace that falls short means; of what is over there is no pace any more.
TEMPOWOORDEN = {
    (False, "boven"): "het gaat sneller dan de norm toelaat",
    (False, "onder"): "het tempo is te laag om de norm te halen",
    (True, "boven"): "naar wat geleverd is meer dan de norm toelaat",
    (True, "onder"): "naar wat geleverd is te weinig voor de norm",
}


def norm_op(indicator: Indicator, dag: date, partij: str | None = None) -> Norm | None:
    """The norm in force on a day, of all together or of one party; an expired norm is never used.

    Of several days by which something must be there the next one counts, and after the last that one.
    """
    geldig = [n for n in indicator.normen if n.partij == partij and _geldt(n, dag)]
    komend = [n for n in geldig if n.op and n.op >= dag]
    if komend:
        return min(komend, key=lambda n: n.op or dag)
    return max(geldig, key=lambda n: n.op or dag, default=None)


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


def beoordeel(waarde: Meetwaarde, norm: Norm, verloop: Verloop) -> tuple[Oordeel, str]:
    """The verdict with its reason; a count that adds up is judged on its pace too."""
    stand = _ligging(waarde.exact, norm)
    if waarde.klaar:
        return _eindoordeel(stand, norm)
    if verloop == "los":
        goed = stand == "binnen"
        return ("op_koers", "") if goed else ("aandacht", _kant(stand))
    if stand == "boven":
        if verloop == "kan_dalen":
            return "aandacht", _kant(stand)
        return "niet_gehaald", "boven de norm en niet meer te herstellen"
    return _naar_tempo(waarde, norm, stand, verloop)


def beoordeel_op(
    waarde: Meetwaarde, norm: Norm, dag: date, begin: tuple[date, Fraction] | None, voorbij: bool
) -> tuple[Oordeel, str]:
    """The verdict on what must be there by a day: until then it lies on the way there or not.

    The way is a straight line from where it began; `dag` is the day of the value, `voorbij` whether that of
    the norm is over.
    """
    stand = _ligging(waarde.exact, norm)
    if waarde.klaar or norm.op is None:
        return _eindoordeel(stand, norm)
    if stand == "binnen":
        return "op_koers", ""
    if voorbij:
        return "aandacht", _kant(stand)
    if begin is None or not begin[0] < dag <= norm.op:
        return "aandacht", "nog niet bereikt; zonder eerdere stand is niet te zeggen of het op tijd komt"
    onder, boven = grenswaarden(norm)
    doel = (onder if stand == "onder" else boven) or Fraction(0)
    weg = begin[1] + (doel - begin[1]) * Fraction((dag - begin[0]).days, (norm.op - begin[0]).days)
    op_weg = waarde.exact >= weg if stand == "onder" else waarde.exact <= weg
    return (
        ("op_koers", "")
        if op_weg
        else ("aandacht", f"het tempo is te laag om er op {datum_in_woorden(norm.op)} te zijn")
    )


def _eindoordeel(stand: str, norm: Norm) -> tuple[Oordeel, str]:
    if stand == "binnen":
        return "gehaald", ""
    if norm.soort == "streefwaarde":
        return "aandacht", "de streefwaarde is niet bereikt"
    return "niet_gehaald", _kant(stand)


def _naar_tempo(waarde: Meetwaarde, norm: Norm, stand: str, verloop: Verloop) -> tuple[Oordeel, str]:
    """A running count against the part of the norm that belongs to the time covered."""
    if waarde.deel is None:
        if stand == "binnen" and norm.soort in ("minimum", "streefwaarde") and verloop == "groeit":
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


def is_bereikt(exact: Fraction, norm: Norm | None, verloop: Verloop) -> bool:
    """Whether a count that can only grow has what is asked of it at least."""
    if norm is None or verloop != "groeit":
        return False
    onder, boven = grenswaarden(norm)
    return onder is not None and boven is None and exact >= onder


def _breuk(waarde: Decimal | None) -> Fraction | None:
    return None if waarde is None else Fraction(waarde)


def _ligging(exact: Fraction, norm: Norm) -> Literal["onder", "binnen", "boven"]:
    """Where a value lies by a norm: below it, within it or above it."""
    onder, boven = grenswaarden(norm)
    if boven is not None and exact > boven:
        return "boven"
    if onder is not None and exact < onder:
        return "onder"
    return "binnen"


def _kant(stand: str) -> str:
    return "boven de norm" if stand == "boven" else "onder de norm"


def ruimte(
    waarde: Meetwaarde,
    norm: Norm,
    verwacht: Decimal | None,
    plafond: Decimal | None = None,
    decimalen: int = 0,
) -> tuple[Decimal, str] | None:
    """How many are still possible under a cap, still needed for a target, or too many; None when unknown.

    In the smallest steps of the unit: of what is possible never more than there is, of what is needed
    never less. For a share it counts against the expected denominator of the whole period. What the
    statutory ceiling
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
    stap, teller = Fraction(1, 10**decimalen), Fraction(waarde.teller)
    lijnen = [x for x in (boven, None if plafond is None else Fraction(plafond)) if x is not None]
    hoogst = min((x * basis // stap * stap for x in lijnen), default=None)
    if hoogst is not None and teller > hoogst:
        return afgerond(-((hoogst - teller) // stap) * stap, decimalen), "te_veel"
    if waarde.klaar or waarde.voorbij:
        return None
    nodig = None if onder is None else -((-onder * basis) // stap) * stap
    if nodig is not None and (hoogst is None or nodig <= hoogst):
        return afgerond(max(Fraction(0), -((teller - nodig) // stap) * stap), decimalen), "nodig"
    return afgerond(max(Fraction(0), (hoogst or 0) - teller) // stap * stap, decimalen), "mogelijk"
