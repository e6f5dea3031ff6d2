"""The state of each indicator on a peildatum: value, norm, verdict, what is left, how it came about."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal
from fractions import Fraction

from prestatie_cli.bevindingen import Pad
from prestatie_cli.indicatoren.dekking import (
    Cijfer,
    Cijfers,
    dekking,
    gezamenlijke_herkomst,
    periodenaam,
    som,
    verzamel,
)
from prestatie_cli.indicatoren.kans import kans_boven, zijn_telbaar
from prestatie_cli.indicatoren.meten import Gemeten, Jaarwaarde, jaarwaarden, meet
from prestatie_cli.indicatoren.oordeel import (
    Oordeel,
    beoordeel,
    geen_norm_reden,
    grenswaarden,
    is_bereikt,
    norm_op,
    ruimte,
)
from prestatie_cli.indicatoren.verschuldigd import (
    Gevraagd,
    Leverplan,
    komende,
    leverplan,
    nodig_voor,
    uitgebleven,
)
from prestatie_cli.indicatoren.vooruitblik import Tempo, tempo
from prestatie_cli.model.dossier import GERAAKT, Dossier, bestandsindex, fouten_raken
from prestatie_cli.model.geldend import eerste_dag
from prestatie_cli.model.indicator import Indicator, Norm
from prestatie_cli.model.jaargang import Jaargang
from prestatie_cli.model.meting import Herkomst, Parameter, Parameterwaarde
from prestatie_cli.taal import periodetekst
from prestatie_cli.termijnen.perioden import EERSTE_DAG, grenzen


@dataclass(frozen=True, slots=True)
class Verwacht:
    """The expected denominator of the whole period, with the assumption in words."""

    noemer: Decimal
    aanname: str


@dataclass(frozen=True, slots=True)
class Indicatorstand:
    """One indicator on a peildatum.

    `teller` and `noemer` are exact counts or euros; `waarde` is their exact quotient for a share
    (0-1), else the teller. `ruimte` counts homes that are still possible or needed, as
    `ruimte_soort` says. `kans` is the probability (0-1) of ending above a cap on a share.
    `afgeschermd` is the smallest cell where the count may not be published. `definitief`: its time is over
    and all its figures are there and final. `begin` is the first day of its agreements. `vorig` is the
    year that closed, while the running one has no figures; that itself has the year as `gesloten`. `bij`
    names the agreements where its number does not tell.
    """

    indicator: Indicator
    teller_eenheid: str
    nummer_afgeleid: bool
    teller: Decimal | None
    noemer: Decimal | None
    periode: str
    norm: Norm | None
    oordeel: Oordeel
    reden: str
    herkomst: Herkomst | None
    ruimte: int | None
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
    afgeschermd: int | None = None
    definitief: bool = False
    begin: date = EERSTE_DAG
    vorig: "Indicatorstand | None" = None
    gesloten: int | None = None
    bij: str | None = None

    @property
    def eenheid(self) -> str:
        """The unit of the value: that of the figures, or `aandeel` where they are divided."""
        return "aandeel" if self.indicator.aard.deelt else self.teller_eenheid

    @property
    def nummer(self) -> str:
        """The number of the agreement that it belongs to."""
        return self.indicator.afspraak

    @property
    def waarde(self) -> Fraction | None:
        """The exact value, None when there is none."""
        if self.teller is None or self.noemer == 0:
            return None
        return Fraction(self.teller) / Fraction(self.noemer) if self.noemer else Fraction(self.teller)


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
        if not _is_geraakt(dossier, indicator):
            stand = _stand(dossier, indicator, plan, cijfers, dag, plek, kaal)
            return replace(stand, begin=eerste_dag(jaargang))
        leeg = _stand(dossier, indicator, plan, Cijfers(), dag, plek, kaal)
        return replace(leeg, norm=None, oordeel="niet_te_beoordelen", reden=GERAAKT, te_leveren=())

    return bereken


def _is_geraakt(dossier: Dossier, indicator: Indicator) -> bool:
    """Whether a fault touches an indicator: its definition, its figures, or a ceiling that it is held to."""
    wettelijk = (*indicator.parameters, indicator.plafond)
    namen = (indicator.id, indicator.afspraak, indicator.teller, indicator.noemer, *wettelijk)
    zonder_wet = any(wettelijk) and fouten_raken(dossier, (), "parameters")
    return zonder_wet or fouten_raken(dossier, namen, "metingen/")


def _stand(
    dossier: Dossier,
    indicator: Indicator,
    plan: Leverplan,
    cijfers: Cijfers,
    peildatum: date,
    plek: tuple[str, Pad],
    nummer_afgeleid: bool,
) -> Indicatorstand:
    gemeten = meet(indicator, plan, cijfers, peildatum)
    waarde, norm = gemeten.waarde, norm_op(indicator, peildatum)
    oordeel, reden, gevraagd = _beoordeeld(dossier, indicator, plan, cijfers, gemeten, peildatum)
    verwacht = _verwacht(indicator, gemeten, cijfers, peildatum)
    wet = _plafond(dossier, indicator, peildatum)
    over, wat_over = _ruimte(gemeten, norm, verwacht, wet) or (None, None)
    return Indicatorstand(
        indicator=indicator,
        teller_eenheid=plan.eenheid(indicator.teller),
        nummer_afgeleid=nummer_afgeleid,
        teller=waarde.teller if waarde else None,
        noemer=waarde.noemer if waarde else None,
        periode=gemeten.naam,
        norm=norm,
        oordeel=oordeel,
        reden=reden,
        herkomst=gezamenlijke_herkomst(gemeten.cijfers),
        ruimte=over,
        ruimte_soort=wat_over,
        verwacht=verwacht,
        kans=_kans(gemeten, norm, verwacht),
        tempo=_tempo(indicator, gemeten, norm),
        cijfers=gemeten.cijfers,
        jaren=jaarwaarden(indicator, cijfers, peildatum),
        parameters=_parameters(dossier, indicator, peildatum),
        te_leveren=gevraagd,
        bestand=plek[0],
        pad=plek[1],
        definitief=waarde is not None and waarde.klaar,
    )


def _beoordeeld(
    dossier: Dossier,
    indicator: Indicator,
    plan: Leverplan,
    cijfers: Cijfers,
    gemeten: Gemeten,
    peildatum: date,
) -> tuple[Oordeel, str, tuple[Gevraagd, ...]]:
    """The verdict with its reason, and the figures that are asked for."""
    norm, wet = norm_op(indicator, peildatum), _plafond(dossier, indicator, peildatum)
    gevraagd = uitgebleven(indicator, plan, cijfers, gemeten.dekking, peildatum)
    oordeel, reden = _oordeel(indicator, gemeten, norm, peildatum, wet, gevraagd)
    if gemeten.waarde is None:
        reden, gevraagd = _waarom_niet(indicator, plan, cijfers, gemeten, gevraagd, peildatum)
    return oordeel, reden, gevraagd


def _oordeel(
    indicator: Indicator,
    gemeten: Gemeten,
    norm: Norm | None,
    peildatum: date,
    plafond: Parameterwaarde | None,
    gevraagd: tuple[Gevraagd, ...],
) -> tuple[Oordeel, str]:
    """The verdict; while figures that are due are missing, only what they can't change is judged."""
    waarde = gemeten.waarde
    if waarde is None:
        return ("onvolledig" if gevraagd else "geen_meting"), ""
    gaten = _gaten(indicator, gemeten, gevraagd)
    oordeel, reden = _zonder_gaten(indicator, gemeten, norm, peildatum)
    boven_de_wet = plafond is not None and waarde.noemer != 0 and waarde.exact > Fraction(plafond.waarde)
    if boven_de_wet and plafond:
        oordeel, reden = "aandacht", f"boven het wettelijk plafond ({plafond.bron})"
    zeker = (
        boven_de_wet or oordeel == "niet_gehaald" or is_bereikt(waarde.exact, norm, indicator.aard.telt_op)
    )
    if gaten and not zeker:
        oordeel = "onvolledig"
    return oordeel, "; ".join(filter(None, (reden, gaten)))


def _gaten(indicator: Indicator, gemeten: Gemeten, gevraagd: tuple[Gevraagd, ...]) -> str:
    """Over which periods there should be figures and are none."""
    gaten = gemeten.dekking.gaten
    namen = [g.periode for g in gevraagd] if indicator.aard.momentopname else [periodenaam(*g) for g in gaten]
    return f"cijfers over {', '.join(map(periodetekst, namen))} ontbreken" if namen else ""


def _zonder_gaten(
    indicator: Indicator, gemeten: Gemeten, norm: Norm | None, peildatum: date
) -> tuple[Oordeel, str]:
    """The verdict on the figures that are there."""
    waarde = gemeten.waarde
    if waarde is None or waarde.noemer == 0:
        return "niet_van_toepassing", "de noemer is 0: er is niets om een aandeel van te nemen"
    if norm is None:
        return "geen_norm", geen_norm_reden(indicator, peildatum)
    return beoordeel(waarde, norm, indicator.aard.telt_op)


def _plafond(dossier: Dossier, indicator: Indicator, dag: date) -> Parameterwaarde | None:
    return next((w for p, w in _waarden(dossier, dag) if p.id == indicator.plafond), None)


def _parameters(
    dossier: Dossier, indicator: Indicator, dag: date
) -> tuple[tuple[Parameter, Parameterwaarde], ...]:
    return tuple((p, w) for p, w in _waarden(dossier, dag) if p.id in indicator.parameters)


def _waarden(dossier: Dossier, dag: date) -> list[tuple[Parameter, Parameterwaarde]]:
    """Every statutory parameter with its value in force on a day."""
    return [
        (p, w)
        for lijst in dossier.parameters.values()
        for p in lijst.parameters
        for w in p.waarden
        if w.van <= dag and (w.tot is None or dag <= w.tot)
    ]


def _verklaring(indicator: Indicator, cijfers: Cijfers, gemeten: Gemeten, peildatum: date) -> str:
    """What the parties say of the figures that are not there."""
    dek = gemeten.dekking
    if dek.van > peildatum:
        return f"de periode begint op {dek.van}"
    return "; ".join(
        f"{kengetal} over {periode}: {reden}"
        for (kengetal, periode), reden in sorted(cijfers.redenen.items())
        if kengetal in nodig_voor(indicator)
        and dek.van <= grenzen(periode)[0]
        and grenzen(periode)[1] <= dek.eind
    )


def _waarom_niet(
    indicator: Indicator,
    plan: Leverplan,
    cijfers: Cijfers,
    gemeten: Gemeten,
    gevraagd: tuple[Gevraagd, ...],
    peildatum: date,
) -> tuple[str, tuple[Gevraagd, ...]]:
    """Why there is no value, and what has to be delivered: what is late, else what comes first."""
    verklaard = _verklaring(indicator, cijfers, gemeten, peildatum)
    if not verklaard and not gevraagd:
        gevraagd = komende(indicator, plan, gemeten.dekking, peildatum)
    return verklaard or _zonder_verklaring(gemeten, cijfers, gevraagd, peildatum), gevraagd


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


def _verwacht(indicator: Indicator, gemeten: Gemeten, cijfers: Cijfers, peildatum: date) -> Verwacht | None:
    """The expected denominator of a running year: given by the parties, else last year's."""
    waarde, noemer = gemeten.waarde, indicator.noemer
    if waarde is None or noemer is None or waarde.noemer is None or indicator.jaren > 1:
        return None
    if gemeten.dekking.compleet:
        return Verwacht(waarde.noemer, "het hele jaar is geteld")
    if waarde.voorbij:
        return None
    jaar = peildatum.year
    for v in indicator.verwachtingen:
        if v.periode == str(jaar):
            return Verwacht(v.noemer, f"verwachting van partijen: {v.toelichting.rstrip('.')}")
    vorig = dekking(
        cijfers.periodes([noemer]), date(jaar - 1, 1, 1), date(jaar - 1, 12, 31), peildatum, peildatum
    )
    if not vorig.compleet:
        return None
    return Verwacht(som(cijfers, noemer, vorig.periodes), f"evenveel als in {jaar - 1}")


def _ruimte(
    gemeten: Gemeten, norm: Norm | None, verwacht: Verwacht | None, wet: Parameterwaarde | None
) -> tuple[int, str] | None:
    if gemeten.waarde is None or norm is None or gemeten.waarde.noemer == 0:
        return None
    return ruimte(gemeten.waarde, norm, verwacht.noemer if verwacht else None, wet.waarde if wet else None)


def _kans(gemeten: Gemeten, norm: Norm | None, verwacht: Verwacht | None) -> Fraction | None:
    """The probability of ending above a cap on a share; None when the year is counted or unknown."""
    waarde = gemeten.waarde
    if waarde is None or not waarde.noemer or norm is None or norm.soort != "maximum" or not verwacht:
        return None
    if not zijn_telbaar(waarde.teller, waarde.noemer, verwacht.noemer):
        return None
    resterend = int(verwacht.noemer - waarde.noemer)
    if resterend <= 0 or gemeten.dekking.compleet or norm.waarde is None:
        return None
    over = int(Fraction(norm.waarde) * Fraction(verwacht.noemer) // 1) - int(waarde.teller)
    return kans_boven(int(waarde.teller), int(waarde.noemer), resterend, over)


def _tempo(indicator: Indicator, gemeten: Gemeten, norm: Norm | None) -> Tempo | None:
    """The pace of a cumulative indicator against its norm."""
    if gemeten.waarde is None or norm is None or not indicator.aard.looptijd:
        return None
    if gemeten.waarde.klaar or gemeten.waarde.voorbij:
        return None
    onder, boven = grenswaarden(norm)
    eind = gemeten.dekking.eind if indicator.tot else None
    return tempo(gemeten.waarde.teller, gemeten.dekking.maanden, gemeten.dekking.van, eind, onder, boven)
