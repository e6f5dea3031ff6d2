"""The words of how an indicator goes on: the years before, its pace, and what to expect."""

from decimal import Decimal
from fractions import Fraction

from prestatie_cli.indicatoren.berekening import Indicatorstand
from prestatie_cli.indicatoren.kans import kans_in_procenten, kans_in_woorden
from prestatie_cli.indicatoren.meten import Jaarwaarde
from prestatie_cli.taal import afgerond, getal
from prestatie_cli.woorden.indicatorwoorden import herkomstmerk, hoeveelheid, jaartekst


def hele_jaren(s: Indicatorstand) -> list[Jaarwaarde]:
    """The years of which all figures are in one value, the last at the end."""
    return [j for j in s.jaren if j.periode == str(j.jaar) or s.indicator.aard.momentopname]


def vorig_jaar(s: Indicatorstand) -> str:
    """The value of the last whole year before the one that it is about; empty where there is none."""
    lopend = s.jaren[-1].jaar if s.jaren else 0
    eerder = [j for j in hele_jaren(s) if j.jaar < lopend]
    if not eerder:
        return ""
    laatste = eerder[-1]
    return f"{jaartekst(laatste, s)}, {laatste.jaar}{herkomstmerk(laatste.herkomst)}"


def trend(s: Indicatorstand) -> str:
    """How the last whole year was to the one before; empty where two can't be compared."""
    jaren = [j for j in hele_jaren(s) if not j.afgeschermd and j.noemer != 0]
    if len(jaren) < 2 or jaren[-1].jaar != jaren[-2].jaar + 1:
        return ""
    eerder, later = jaren[-2:]
    oud, nieuw = (Fraction(j.teller) / Fraction(j.noemer or 1) for j in (eerder, later))
    if oud == nieuw:
        return f"Het cijfer bleef van {eerder.jaar} op {later.jaar} gelijk: {jaartekst(later, s)}."
    hoe = "steeg" if nieuw > oud else "daalde"
    van, naar = (f"{jaartekst(j, s)} in {j.jaar}" for j in (eerder, later))
    return f"Het cijfer {hoe} van {van} naar {naar}."


def gelijk_tempo(s: Indicatorstand) -> str:
    """How much belongs to the time covered at an even pace: `minstens 90`, `hoogstens 5`, `90 t/m 107`.

    Of what is asked never less than that, of what is allowed never more. Empty where a pace says nothing, or
    would give a hidden count away.
    """
    if s.bij_tempo is None or s.afgeschermd:
        return ""
    stap = Fraction(1, 10**s.teller_eenheid.decimalen)
    onder, boven = s.bij_tempo
    minst = "" if onder is None else hoeveelheid(_op_stappen(onder, stap, omhoog=True), s.teller_eenheid)
    meest = "" if boven is None else hoeveelheid(_op_stappen(boven, stap, omhoog=False), s.teller_eenheid)
    if minst and meest:
        return f"{minst} t/m {meest}"
    return f"minstens {minst}" if minst else f"hoogstens {meest}"


def _op_stappen(waarde: Fraction, stap: Fraction, *, omhoog: bool) -> Decimal:
    keer = -(-waarde // stap) if omhoog else waarde // stap
    return afgerond(keer * stap, len(str(stap.denominator)) - 1)


KANSWOORDEN = {True: "het jaar boven de norm eindigt", False: "de norm wordt gehaald"}
TELKANSWOORDEN = {True: "de grens wordt gepasseerd", False: "de norm wordt gehaald"}


def vooruitblik(s: Indicatorstand) -> list[str]:
    """What to expect, in sentences a council member understands, and what that is computed from."""
    kans = " ".join(filter(None, (kanszin(s), kansgrond(s))))
    return [zin for zin in (kans, tempozin(s)) if zin]


def kanszin(s: Indicatorstand) -> str:
    """How probable it is that a norm is met or a cap is passed; empty where that can't be said."""
    if s.kans is None or s.norm is None or s.teller is None:
        return ""
    boven = s.norm.soort == "maximum"
    if s.noemer is None:
        hoe = kans_in_procenten(s.kans, int(s.teller))
        als = "als het doorgaat zoals tot nu toe"
        return f"De kans dat {TELKANSWOORDEN[boven]} is, {als}, {kans_in_woorden(s.kans)} ({hoe})."
    hoe = kans_in_procenten(s.kans, int(s.noemer))
    return f"De kans dat {KANSWOORDEN[boven]} is bij gelijkblijvend beleid {kans_in_woorden(s.kans)} ({hoe})."


def kansgrond(s: Indicatorstand) -> str:
    """What a probability assumes and how it was computed."""
    if not kanszin(s):
        return ""
    if s.noemer is None:
        return (
            "Aanname: zij komen los van elkaar, zoals verkopen; van bouwprojecten, die in één keer komen, "
            "zegt deze kans weinig. Berekend met een negatief-binomiale verdeling met als uitgangspunt "
            "Gamma(1/2, 0) en de maanden tot nu toe."
        )
    aanname = f"{s.verwacht.aanname} ({getal(s.verwacht.noemer)})" if s.verwacht else ""
    return (
        f"Aanname: {aanname}; berekend met een beta-binomiale verdeling met als uitgangspunt "
        "Beta(1/2, 1/2) en de cijfers tot nu toe."
    )


def tempozin(s: Indicatorstand) -> str:
    """The pace so far, what it must or may be in the rest, and when a line is met at that pace."""
    t = s.tempo
    gelijk = f"Bij een gelijk tempo zou het nu {gelijk_tempo(s)} zijn." if gelijk_tempo(s) else ""
    if t is None:
        return gelijk
    zin = f"{gelijk} " if gelijk else ""
    zin += f"Tempo tot nu toe: {getal(t.per_jaar)} per jaar."
    zin += f" Nodig in de rest van de periode: {getal(t.nodig)} per jaar." if t.nodig is not None else ""
    zin += (
        f" Hoogstens mogelijk in de rest: {getal(t.toegestaan)} per jaar." if t.toegestaan is not None else ""
    )
    zin += f" Bij dit tempo wordt de grens in {t.gepasseerd_in} gepasseerd." if t.gepasseerd_in else ""
    zin += f" Bij dit tempo wordt de norm in {t.bereikt_in} bereikt." if t.bereikt_in else ""
    return zin
