"""The state of each indicator on a peildatum: value, norm, verdict, what is left, how it came about."""

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from datetime import date
from decimal import Decimal
from fractions import Fraction
from typing import Any

from prestatie_cli.bevindingen import Pad
from prestatie_cli.indicatoren.dekking import (
    Cijfer,
    Cijfers,
    dekking,
    gezamenlijke_herkomst,
    som,
    verzamel,
)
from prestatie_cli.indicatoren.kans import (
    MEESTE_RESTEREND,
    kans_boven,
    kans_boven_telling,
    kans_op,
    zijn_telbaar,
)
from prestatie_cli.indicatoren.meetwijzen import Gemeten
from prestatie_cli.indicatoren.meten import Jaarwaarde, Verborgen, jaarwaarden, meet
from prestatie_cli.indicatoren.oordeel import (
    Oordeel,
    grenswaarden,
    is_bereikt,
    norm_op,
    ruimte,
)
from prestatie_cli.indicatoren.toetsing import Toetsvraag, beoordeeld, oordeel_bij
from prestatie_cli.indicatoren.verschuldigd import (
    Gevraagd,
    Leverplan,
    leverplan,
)
from prestatie_cli.indicatoren.vooruitblik import Tempo, tempo
from prestatie_cli.model.dossier import GERAAKT, Dossier, bestandsindex, fouten_raken
from prestatie_cli.model.eenheden import AANDEEL, Eenheid
from prestatie_cli.model.geldend import eerste_dag
from prestatie_cli.model.indicator import Indicator, Norm
from prestatie_cli.model.jaargang import Jaargang, Kengetal
from prestatie_cli.model.meting import Herkomst, Parameter, Parameterwaarde
from prestatie_cli.termijnen.perioden import EERSTE_DAG, grenzen


@dataclass(frozen=True, slots=True)
class Verwacht:
    """The expected denominator of the whole period, with the assumption in words, and figures that say so."""

    noemer: Decimal
    aanname: str
    cijfers: tuple[Cijfer, ...] = field(default=(), compare=False)


@dataclass(frozen=True, slots=True)
class Indicatorstand:
    """One indicator on a peildatum.

    `teller` and `noemer` are exact counts or euros; `waarde` is their exact quotient for a share
    (0-1), else the teller. `ruimte` is what is still possible or needed, as
    `ruimte_soort` says, in the unit of the figures. `kans` is the probability (0-1) of ending above a cap
    or of reaching a target.
    `afgeschermd` is what stands there where a count may not be published. `definitief`: its time is over
    and all its figures are there and final. `begin` is the first day of its agreements. `vorig` is the
    year that closed, while the running one has no figures; that itself has the year as `gesloten`. `bij`
    names the agreements where its number does not tell. Where several parties each deliver a part,
    `per_partij` has each against its own norm, that has the party as `partij`. `loopt_achter`: a half-year
    more is over than there are figures of, so that the verdict speaks of `periode` alone. `over` is how many
    years a mean is taken over. `bereikt`: it can only grow, and has what is asked at
    least. `oordeel_bij` says what the verdict would be by another teller. `plafond` is the ceiling of the law
    that holds for it. `bij_tempo` are the lower and the upper line, in the unit of the figures, that belong
    to the time covered at an even pace; None where a pace says nothing. `voorbij`: its time is over, whatever
    came in.
    """

    indicator: Indicator
    teller_eenheid: Eenheid
    nummer_afgeleid: bool
    teller: Decimal | None
    noemer: Decimal | None
    periode: str
    norm: Norm | None
    oordeel: Oordeel
    reden: str
    herkomst: Herkomst | None
    ruimte: Decimal | None
    ruimte_soort: str | None
    verwacht: Verwacht | None
    kans: Fraction | None
    tempo: Tempo | None
    cijfers: tuple[Cijfer, ...]
    jaren: tuple[Jaarwaarde, ...]
    parameters: tuple[tuple[Parameter, Parameterwaarde], ...]
    te_leveren: tuple[Gevraagd, ...]
    bestand: str
    pad: Pad
    afgeschermd: Verborgen | None = None
    definitief: bool = False
    begin: date = EERSTE_DAG
    vorig: "Indicatorstand | None" = None
    gesloten: int | None = None
    bij: str | None = None
    partij: str | None = None
    loopt_achter: bool = False
    over: Fraction | None = None
    bereikt: bool = False
    plafond: Parameterwaarde | None = None
    bij_tempo: tuple[Fraction | None, Fraction | None] | None = None
    voorbij: bool = False
    kengetallen: tuple[Kengetal, ...] = ()
    oordeel_bij: Callable[[Decimal], tuple[Oordeel, str]] | None = field(default=None, compare=False)
    per_partij: "tuple[Indicatorstand, ...]" = ()

    @property
    def eenheid(self) -> Eenheid:
        """The unit of the value: that of the figures, or `aandeel` where they are divided."""
        return AANDEEL if self.indicator.aard.deelt else self.teller_eenheid

    @property
    def nummer(self) -> str:
        """The number of the agreement that it belongs to."""
        return self.indicator.afspraak

    @property
    def waarde(self) -> Fraction | None:
        """The exact value, None when there is none."""
        if self.teller is None or self.noemer == 0:
            return None
        return Fraction(self.teller) / (Fraction(self.noemer or 0) or self.over or 1)

    @property
    def meetlat(self) -> tuple[Fraction, tuple[Fraction | None, Fraction | None]] | None:
        """The value and the lines it is held against: of an even pace where it has one, else of its norm."""
        if self.norm is None or self.teller is None or self.waarde is None:
            return None
        return (
            (Fraction(self.teller), self.bij_tempo)
            if self.bij_tempo
            else (self.waarde, grenswaarden(self.norm))
        )

    @property
    def boven_de_wet(self) -> bool:
        """Whether the value lies above the ceiling of the law."""
        return (
            self.plafond is not None
            and self.waarde is not None
            and self.waarde > Fraction(self.plafond.waarde)
        )


def rekenaar(
    dossier: Dossier, bestand: str, jaargang: Jaargang, peildatum: date
) -> Callable[[int, date], Indicatorstand]:
    """What computes an indicator of one file, by its place in it, as on a day, seen from the peildatum.

    What holds for all of them is gathered once.
    """
    cijfers, plan = verzamel(dossier), leverplan(jaargang, peildatum)
    afgeleid = frozenset(a.nummer for a in jaargang.afspraken if jaargang.is_afgeleid(a))

    def bereken(i: int, dag: date) -> Indicatorstand:
        indicator = jaargang.indicatoren[i]
        plek = (bestand, ("indicatoren", bestandsindex(dossier, bestand, "indicatoren", i)))
        kaal = indicator.afspraak in afgeleid
        vraag, nodig = _vraag(dossier, indicator, plan, dag), indicator.kengetallen
        if not _is_geraakt(dossier, indicator):
            stand = _stand(vraag, cijfers, plek, kaal)
            delen = (
                _stand(_vraag(dossier, indicator, plan.voor(p), dag, p), cijfers.van(p, nodig), plek, kaal)
                for p in plan.partijen(indicator)
            )
            return replace(stand, begin=eerste_dag(jaargang), per_partij=tuple(delen))
        leeg = _stand(vraag, Cijfers(), plek, kaal)
        return replace(leeg, norm=None, oordeel="niet_te_beoordelen", reden=GERAAKT, te_leveren=())

    return bereken


def _is_geraakt(dossier: Dossier, indicator: Indicator) -> bool:
    """Whether a fault touches an indicator: its definition, its figures, or a ceiling that it is held to."""
    wettelijk = (*indicator.parameters, indicator.plafond)
    namen = (indicator.id, indicator.afspraak, *indicator.kengetallen, *wettelijk)
    zonder_wet = any(wettelijk) and fouten_raken(dossier, (), "parameters")
    return zonder_wet or fouten_raken(dossier, namen, "metingen/")


def _vraag(
    dossier: Dossier, indicator: Indicator, plan: Leverplan, dag: date, partij: str | None = None
) -> Toetsvraag:
    """What is asked of an indicator as on a day; the ceiling of the law is one for all together."""
    norm = norm_op(indicator, dag, partij)
    # What had to be there by a day is judged as on that day for ever after.
    dag = min(dag, norm.op) if norm and norm.op else dag
    waarden = _waarden(dossier, dag)
    return Toetsvraag(
        indicator,
        plan,
        dag,
        norm,
        None if partij else next((w for p, w in waarden if p.id == indicator.plafond), None),
        tuple((p, w) for p, w in waarden if p.id in indicator.parameters),
        partij,
    )


def _stand(
    vraag: Toetsvraag, cijfers: Cijfers, plek: tuple[str, Pad], nummer_afgeleid: bool
) -> Indicatorstand:
    """An indicator of all together, or of one party by what it delivered itself and its own norm."""
    indicator, plan, dag = vraag.indicator, vraag.plan, vraag.dag
    gemeten = meet(indicator, plan, cijfers, dag, vraag.norm.op if vraag.norm else None)
    waarde = gemeten.waarde
    oordeel, reden, gevraagd = beoordeeld(vraag, cijfers, gemeten)
    verwacht = _verwacht(vraag, gemeten, cijfers)
    over, wat_over = _ruimte(gemeten, vraag, verwacht) or (None, None)
    return Indicatorstand(
        indicator=indicator,
        teller_eenheid=plan.eenheid(indicator.teller),
        nummer_afgeleid=nummer_afgeleid,
        teller=waarde.teller if waarde else None,
        noemer=waarde.noemer if waarde else None,
        periode=gemeten.naam,
        norm=vraag.norm,
        oordeel=oordeel,
        reden=reden,
        herkomst=gezamenlijke_herkomst(gemeten.cijfers),
        ruimte=over,
        ruimte_soort=wat_over,
        verwacht=verwacht,
        kans=_kans(gemeten, vraag.norm, verwacht) if indicator.noemer else _kans_op_telling(vraag, gemeten),
        tempo=_tempo(indicator, gemeten, vraag.lijn),
        cijfers=gemeten.cijfers,
        jaren=jaarwaarden(indicator, plan, cijfers, dag),
        parameters=vraag.parameters,
        te_leveren=gevraagd,
        bestand=plek[0],
        pad=plek[1],
        definitief=waarde is not None and waarde.klaar,
        partij=vraag.partij,
        loopt_achter=_loopt_achter(vraag, gemeten),
        over=gemeten.over,
        oordeel_bij=(lambda teller: oordeel_bij(vraag, cijfers, gemeten, teller)) if waarde else None,
        kengetallen=tuple(plan.kengetallen[k] for k in indicator.kengetallen if k in plan.kengetallen),
        **_lijnen(vraag, gemeten),
    )


def _lijnen(vraag: Toetsvraag, gemeten: Gemeten) -> dict[str, Any]:
    """What a value is held against besides its norm: the law, an even pace, the end of its time."""
    waarde = gemeten.waarde
    return {
        "plafond": vraag.plafond,
        "bij_tempo": _bij_tempo(vraag, gemeten),
        "voorbij": _is_voorbij(vraag, gemeten),
        "bereikt": waarde is not None and is_bereikt(waarde.exact, vraag.lijn, vraag.verloop),
    }


def _bij_tempo(vraag: Toetsvraag, gemeten: Gemeten) -> tuple[Fraction | None, Fraction | None] | None:
    """What belongs to the time covered at an even pace, of a count that adds up to its norm."""
    waarde, lijn = gemeten.waarde, vraag.lijn
    if waarde is None or lijn is None or lijn.op or vraag.verloop == "los":
        return None
    if waarde.klaar or not waarde.deel or waarde.deel == 1:
        return None
    onder, boven = (None if grens is None else grens * waarde.deel for grens in grenswaarden(lijn))
    return onder, boven


def _is_voorbij(vraag: Toetsvraag, gemeten: Gemeten) -> bool:
    """Whether the time of an indicator, or the day that its norm names, is over."""
    if vraag.norm and vraag.norm.op:
        return vraag.dag >= vraag.norm.op
    return gemeten.waarde is not None and gemeten.waarde.voorbij


def _loopt_achter(vraag: Toetsvraag, gemeten: Gemeten) -> bool:
    """Whether the last half-year that is over is one of which no figures came yet."""
    tot, dag = gemeten.dekking.tot, vraag.dag
    if tot is None or gemeten.waarde is None or not vraag.plan.sommeert(vraag.indicator):
        return False
    helften = (grenzen(f"{dag.year}-{h}")[1] for h in ("H1", "H2"))
    return any(tot < eind <= dag for eind in helften)


def _waarden(dossier: Dossier, dag: date) -> list[tuple[Parameter, Parameterwaarde]]:
    """Every statutory parameter with its value in force on a day."""
    return [
        (p, w)
        for lijst in dossier.parameters.values()
        for p in lijst.parameters
        for w in p.waarden
        if w.van <= dag and (w.tot is None or dag <= w.tot)
    ]


def _verwacht(vraag: Toetsvraag, gemeten: Gemeten, cijfers: Cijfers) -> Verwacht | None:
    """The expected denominator of a running year: given by the parties, else last year's."""
    indicator, peildatum = vraag.indicator, vraag.dag
    waarde, noemer = gemeten.waarde, indicator.noemer
    if waarde is None or noemer is None or waarde.noemer is None or indicator.jaren > 1 or gemeten.achter:
        return None
    if gemeten.dekking.compleet:
        return Verwacht(waarde.noemer, "het hele jaar is geteld")
    if waarde.voorbij:
        return None
    jaar = peildatum.year
    for v in () if vraag.partij else indicator.verwachtingen:
        if v.periode == str(jaar):
            return Verwacht(v.noemer, f"verwachting van partijen: {v.toelichting.rstrip('.')}")
    vorig = dekking(
        cijfers.periodes([noemer]), date(jaar - 1, 1, 1), date(jaar - 1, 12, 31), peildatum, peildatum
    )
    if not vorig.compleet:
        return None
    figuren = tuple(cijfers.per_kengetal[noemer][p] for p in vorig.periodes)
    return Verwacht(som(cijfers, noemer, vorig.periodes), f"evenveel als in {jaar - 1}", figuren)


def _ruimte(gemeten: Gemeten, vraag: Toetsvraag, verwacht: Verwacht | None) -> tuple[Decimal, str] | None:
    norm, wet = vraag.lijn, vraag.plafond
    if gemeten.waarde is None or norm is None or gemeten.waarde.noemer == 0:
        return None
    maat = vraag.plan.eenheid(vraag.indicator.teller)
    if not maat.optelbaar:
        return None
    verwachte_noemer = verwacht.noemer if verwacht else None
    over = ruimte(gemeten.waarde, norm, verwachte_noemer, wet.waarde if wet else None, maat.decimalen)
    # Without a part of the figures nobody knows what is left; what was passed is passed.
    return None if gemeten.achter and over and over[1] != "te_veel" else over


def _kans(gemeten: Gemeten, norm: Norm | None, verwacht: Verwacht | None) -> Fraction | None:
    """The probability of ending above a cap on a share, or of reaching what is asked of it at least.

    None when the year is counted or unknown.
    """
    waarde = gemeten.waarde
    if waarde is None or not waarde.noemer or norm is None or norm.soort == "bandbreedte" or not verwacht:
        return None
    if not zijn_telbaar(waarde.teller, waarde.noemer, verwacht.noemer):
        return None
    resterend = int(verwacht.noemer - waarde.noemer)
    if resterend <= 0 or gemeten.dekking.compleet or norm.waarde is None:
        return None
    lijn, teller, noemer = (
        Fraction(norm.waarde) * Fraction(verwacht.noemer),
        int(waarde.teller),
        int(waarde.noemer),
    )
    if norm.soort == "maximum":
        return kans_boven(teller, noemer, resterend, int(lijn // 1) - teller)
    return kans_op(teller, noemer, resterend, int(-(-lijn // 1)) - teller)


def _kans_op_telling(vraag: Toetsvraag, gemeten: Gemeten) -> Fraction | None:
    """The probability that a count over time passes its cap, or reaches what is asked of it at least.

    None where it is no count of whole things that only grows, or where figures are missing.
    """
    waarde, lijn, dek = gemeten.waarde, vraag.lijn, gemeten.dekking
    if waarde is None or lijn is None or lijn.waarde is None or vraag.verloop != "groeit":
        return None
    if waarde.klaar or waarde.voorbij or waarde.deel is None or dek.gaten or gemeten.achter:
        return None
    maanden = 12 * (dek.eind.year - dek.van.year + 1)
    grens = int(lijn.waarde) if lijn.soort == "maximum" else int(-(-lijn.waarde // 1))
    geheel = vraag.plan.eenheid(vraag.indicator.teller).decimalen == 0
    if not geheel or dek.maanden >= maanden or max(Decimal(grens), waarde.teller) > MEESTE_RESTEREND:
        return None
    teller = int(waarde.teller)
    if lijn.soort == "maximum":
        return kans_boven_telling(teller, dek.maanden, maanden - dek.maanden, grens - teller)
    return kans_boven_telling(teller, dek.maanden, maanden - dek.maanden, grens - teller - 1)


def _tempo(indicator: Indicator, gemeten: Gemeten, norm: Norm | None) -> Tempo | None:
    """The pace of a cumulative indicator against its norm."""
    if gemeten.waarde is None or norm is None or not indicator.looptijd or not gemeten.dekking.maanden:
        return None
    if gemeten.waarde.klaar or gemeten.waarde.voorbij or gemeten.achter or gemeten.waarde.jaren:
        return None
    onder, boven = grenswaarden(norm)
    eind = gemeten.dekking.eind if indicator.tot else None
    return tempo(gemeten.waarde.teller, gemeten.dekking.maanden, gemeten.dekking.van, eind, onder, boven)
