"""Whether a changed norm or term asks more or less: it follows from its kind."""

from datetime import date
from decimal import Decimal

from prestatie_cli.model.jaargang import Norm
from prestatie_cli.termijnen.vormen import Venster
from prestatie_cli.vergelijking.plat import getal

Bereik = tuple[Decimal | None, Decimal | None]
HARD = {"minimum": 1, "streefwaarde": 0}


def bereik(norm: Norm) -> Bereik:
    """The lowest and highest value that a norm allows, None where there is no bound."""
    if norm.soort == "bandbreedte":
        return norm.ondergrens, norm.bovengrens
    return (None, norm.waarde) if norm.soort == "maximum" else (norm.waarde, None)


def _binnen(a: Bereik, b: Bereik) -> bool:
    """Whether everything that `a` allows is allowed by `b`."""
    onder = b[0] is None or (a[0] is not None and a[0] >= b[0])
    boven = b[1] is None or (a[1] is not None and a[1] <= b[1])
    return onder and boven


def normcode(oud: Norm, nieuw: Norm) -> str | None:
    """The rule that fits a change of a norm, or None when its line is the same.

    A streefwaarde is a minimum that is strived for: weaker than a minimum at the same line.
    """
    a, b = bereik(oud), bereik(nieuw)
    hard = HARD.get(nieuw.soort, 1) - HARD.get(oud.soort, 1)
    if a == b and oud.soort == nieuw.soort:
        return None
    if _binnen(a, b) and hard <= 0 and (a != b or hard):
        return "norm-versoepeld"
    if _binnen(b, a) and hard >= 0 and (a != b or hard):
        return "norm-verzwaard"
    return "norm-gewijzigd"


def normwaarde(norm: Norm, aandeel: bool) -> str:
    """The line of a norm as it is spelt in the data: `10%`, `50`, `250 t/m 300`."""

    def toon(waarde: Decimal | None) -> str:
        if waarde is None:
            return "?"
        return f"{getal(waarde * 100)}%" if aandeel else getal(waarde)

    if norm.soort == "bandbreedte":
        return f"{toon(norm.ondergrens)} t/m {toon(norm.bovengrens)}"
    return toon(norm.waarde)


def termijncode(oud: Venster | None, nieuw: Venster | None, jaren: int) -> str | None:
    """The rule that fits a change of a term, or None when its window is the same.

    `jaren` is how many years the agreements lie apart; a term that moved with them is no delay.
    """
    if oud == nieuw:
        return None
    if oud is None or nieuw is None:
        return "termijn-gewijzigd"
    if jaren and _verschoven(oud, jaren) == nieuw:
        return "termijn-meegeschoven"
    if oud.uiterlijk and nieuw.uiterlijk and oud.uiterlijk != nieuw.uiterlijk:
        return "termijn-later" if nieuw.uiterlijk > oud.uiterlijk else "termijn-eerder"
    if oud.soort == nieuw.soort and oud.zacht != nieuw.zacht:
        return "termijn-zachter" if nieuw.zacht else "termijn-harder"
    if oud.keer and nieuw.keer and oud.keer != nieuw.keer:
        return "termijn-vaker" if nieuw.keer > oud.keer else "termijn-minder-vaak"
    return "termijn-gewijzigd"


def _verschoven(venster: Venster, jaren: int) -> Venster:
    return Venster(
        venster.soort,
        dag_verschoven(venster.vroegst, jaren),
        dag_verschoven(venster.uiterlijk, jaren),
        venster.zacht,
        venster.keer,
    )


def dag_verschoven(dag: date | None, jaren: int) -> date | None:
    """The same day a number of years later; 29 February becomes the 28th."""
    if dag is None:
        return None
    try:
        return dag.replace(year=dag.year + jaren)
    except ValueError:
        return dag.replace(year=dag.year + jaren, day=28)
