"""The state of each indicator on a peildatum: value, norm, verdict, what is left, how it came about."""

from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal
from fractions import Fraction

from prestatie_cli.bevindingen import Pad
from prestatie_cli.indicatoren.dekking import (
    Cijfer,
    Cijfers,
    Dekking,
    dekking,
    gezamenlijke_herkomst,
    laatste_stand,
    periodenaam,
    som,
    verzamel,
)
from prestatie_cli.indicatoren.kans import kans_boven, zijn_telbaar
from prestatie_cli.indicatoren.oordeel import (
    Meetwaarde,
    Oordeel,
    beoordeel,
    geen_norm_reden,
    grenswaarden,
    norm_op,
    ruimte,
)
from prestatie_cli.indicatoren.vooruitblik import Tempo, tempo
from prestatie_cli.model.dossier import GERAAKT, Dossier, bestandsindex, fouten_raken
from prestatie_cli.model.jaargang import Indicator, Jaargang, Kengetal, Norm
from prestatie_cli.model.meting import Herkomst, Parameter, Parameterwaarde
from prestatie_cli.termijnen.perioden import grenzen
from prestatie_cli.termijnen.standen import geldende_jaargang

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
    `afgeschermd` is the smallest cell where the count may not be published.
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
    te_leveren: tuple[str, ...]
    bestand: str
    pad: Pad
    afgeschermd: int | None = None

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


def indicatorstanden(dossier: Dossier, peildatum: date) -> tuple[Indicatorstand, ...]:
    """All indicators of the agreements in force on the peildatum, in the order of the file."""
    jaargang = geldende_jaargang(dossier, peildatum)
    if jaargang is None:
        return ()
    bestand = next(b for b, j in dossier.jaargangen.items() if j is jaargang)
    cijfers = verzamel(dossier)
    uit = []
    for i, indicator in enumerate(jaargang.indicatoren):
        plek = (bestand, ("indicatoren", bestandsindex(dossier, bestand, "indicatoren", i)))
        if _is_geraakt(dossier, indicator):
            leeg = _stand(dossier, jaargang, indicator, Cijfers(), peildatum, plek)
            uit.append(replace(leeg, norm=None, oordeel="niet_te_beoordelen", reden=GERAAKT, te_leveren=()))
        else:
            uit.append(_stand(dossier, jaargang, indicator, cijfers, peildatum, plek))
    return tuple(uit)


def _is_geraakt(dossier: Dossier, indicator: Indicator) -> bool:
    """Whether a fault touches an indicator: its definition, its figures, or a ceiling that it is held to."""
    wettelijk = (*indicator.parameters, indicator.plafond)
    namen = (indicator.id, indicator.afspraak, indicator.teller, indicator.noemer, *wettelijk)
    zonder_wet = any(wettelijk) and fouten_raken(dossier, (), "parameters")
    return zonder_wet or fouten_raken(dossier, namen, "metingen/")


def _stand(
    dossier: Dossier,
    jaargang: Jaargang,
    indicator: Indicator,
    cijfers: Cijfers,
    peildatum: date,
    plek: tuple[str, Pad],
) -> Indicatorstand:
    kengetallen = {k.id: k for k in jaargang.kengetallen}
    teller = kengetallen.get(indicator.teller)
    gemeten = _meet(indicator, cijfers, peildatum)
    waarde = gemeten.waarde
    norm = norm_op(indicator, peildatum)
    oordeel, reden = _oordeel(indicator, gemeten, norm, peildatum, _plafond(dossier, indicator, peildatum))
    ontbreekt = _waarom_niet(indicator, kengetallen, cijfers, gemeten.dekking, peildatum)
    verwacht = _verwacht(indicator, gemeten, cijfers, peildatum)
    over, wat_over = _ruimte(gemeten, norm, verwacht) or (None, None)
    return Indicatorstand(
        indicator=indicator,
        teller_eenheid=teller.eenheid if teller else "",
        nummer_afgeleid=any(a.afgeleid for a in jaargang.afspraken if a.nummer == indicator.afspraak),
        teller=waarde.teller if waarde else None,
        noemer=waarde.noemer if waarde else None,
        periode=gemeten.naam,
        norm=norm,
        oordeel=oordeel,
        reden=reden if waarde else ontbreekt[0],
        herkomst=gezamenlijke_herkomst(gemeten.cijfers),
        ruimte=over,
        ruimte_soort=wat_over,
        verwacht=verwacht,
        kans=_kans(gemeten, norm, verwacht),
        tempo=_tempo(indicator, gemeten, norm),
        cijfers=gemeten.cijfers,
        jaren=_jaren(indicator, cijfers, peildatum),
        parameters=_parameters(dossier, indicator, peildatum),
        te_leveren=() if waarde else ontbreekt[1],
        bestand=plek[0],
        pad=plek[1],
    )


@dataclass(frozen=True, slots=True)
class _Gemeten:
    """What the figures give for an indicator: the value, its period and the figures used."""

    waarde: Meetwaarde | None
    dekking: Dekking
    naam: str
    cijfers: tuple[Cijfer, ...]


def _tijd(indicator: Indicator, peildatum: date) -> tuple[date, date]:
    """First and last day of the stretch over which an indicator is judged."""
    jaar = peildatum.year
    if indicator.aard.looptijd and indicator.van:
        return date(indicator.van, 1, 1), date(indicator.tot or max(jaar, indicator.van), 12, 31)
    return date(jaar - indicator.jaren + 1, 1, 1), date(jaar, 12, 31)


def _meet(indicator: Indicator, cijfers: Cijfers, peildatum: date) -> _Gemeten:
    van, eind = _tijd(indicator, peildatum)
    dek, per_kengetal = _dekking(indicator, cijfers, van, eind, peildatum)
    if indicator.aard.momentopname:
        return _meet_stand(indicator, cijfers, dek, peildatum)
    if not dek.periodes:
        return _Gemeten(None, dek, periodenaam(van, eind), ())
    gebruikt = tuple(cijfers.per_kengetal[k][p] for k, d in per_kengetal.items() for p in d.periodes)
    sommen = {k: som(cijfers, k, d.periodes) for k, d in per_kengetal.items()}
    vast = gezamenlijke_herkomst(gebruikt) != "voorlopig"
    # An indicator without a last year is never over, and has no pace.
    open_eind = indicator.aard.looptijd and indicator.tot is None
    waarde = Meetwaarde(
        sommen[indicator.teller],
        sommen[indicator.noemer] if indicator.noemer else None,
        klaar=peildatum >= eind and dek.compleet and vast and not open_eind,
        deel=None if open_eind else Fraction(dek.maanden, 12 * (eind.year - van.year + 1)),
    )
    return _Gemeten(waarde, dek, dek.naam, gebruikt)


def _dekking(
    indicator: Indicator, cijfers: Cijfers, van: date, eind: date, peildatum: date
) -> tuple[Dekking, dict[str, Dekking]]:
    """What is covered, and by which periods of each kengetal.

    Teller and noemer come over the same periods; where one came by halves and the other by the year,
    each by its own, as long as both cover the same stretch.
    """
    nodig = [indicator.teller, *([indicator.noemer] if indicator.noemer else [])]
    samen = dekking(cijfers.periodes(nodig), van, eind, peildatum)
    los = {k: dekking(cijfers.periodes([k]), van, eind, peildatum) for k in nodig}
    eerste = los[indicator.teller]
    gelijk = all((d.tot, d.gaten) == (eerste.tot, eerste.gaten) for d in los.values())
    if gelijk and eerste.tot and (samen.tot is None or samen.tot < eerste.tot or samen.gaten):
        return eerste, los
    return samen, dict.fromkeys(nodig, samen)


def _meet_stand(indicator: Indicator, cijfers: Cijfers, dek: Dekking, peildatum: date) -> _Gemeten:
    """A stock: the figure at the end of the last period of the year that is over."""
    cijfer = laatste_stand(cijfers, indicator.teller, peildatum, dek.van)
    if cijfer is None:
        return _Gemeten(None, dek, periodenaam(dek.van, dek.eind), ())
    dag = grenzen(cijfer.periode)[1]
    waarde = Meetwaarde(cijfer.waarde, None, dag == dek.eind and cijfer.herkomst != "voorlopig", None)
    return _Gemeten(waarde, dek, f"stand op {dag}", (cijfer,))


def _oordeel(
    indicator: Indicator,
    gemeten: _Gemeten,
    norm: Norm | None,
    peildatum: date,
    plafond: Parameterwaarde | None,
) -> tuple[Oordeel, str]:
    """The verdict; no figure comes before no norm, since there is nothing to say without one."""
    waarde = gemeten.waarde
    if waarde is None:
        return "geen_meting", ""
    if waarde.noemer == 0:
        return "niet_van_toepassing", "de noemer is 0: er is niets om een aandeel van te nemen"
    telt_over_tijd = not indicator.aard.momentopname and gemeten.dekking.gaten
    gaten = f"cijfers over {', '.join(gemeten.dekking.gaten)} ontbreken" if telt_over_tijd else ""
    if norm is None:
        return "geen_norm", "; ".join(filter(None, (geen_norm_reden(indicator, peildatum), gaten)))
    oordeel, reden = beoordeel(waarde, norm, indicator.aard.telt_op)
    if plafond and waarde.exact > Fraction(plafond.waarde):
        oordeel, reden = "aandacht", f"boven het wettelijk plafond ({plafond.bron})"
    if gaten and oordeel == "op_koers":
        oordeel = "aandacht"
    return oordeel, "; ".join(filter(None, (reden, gaten)))


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


def _waarom_niet(
    indicator: Indicator,
    kengetallen: dict[str, Kengetal],
    cijfers: Cijfers,
    dek: Dekking,
    peildatum: date,
) -> tuple[str, tuple[str, ...]]:
    """Why there is no value, and what has to be delivered by whom."""
    if dek.van > peildatum:
        return f"de periode begint op {dek.van}", ()
    nodig = [indicator.teller, *([indicator.noemer] if indicator.noemer else [])]
    redenen = [
        f"{kengetal} over {periode}: {reden}"
        for (kengetal, periode), reden in sorted(cijfers.redenen.items())
        if kengetal in nodig and dek.van <= grenzen(periode)[0] and grenzen(periode)[1] <= dek.eind
    ]
    eerste = dek.van if dek.van.year == peildatum.year else date(peildatum.year, 1, 1)
    helft = "-H1" if peildatum < date(eerste.year, 12, 31) else "-H2"
    periode = f"{eerste.year}{'' if indicator.aard.jaarcijfer else helft}"
    leveren = tuple(
        f"{kengetallen[k].levert} levert {k} in metingen/{periode}.yaml" for k in nodig if k in kengetallen
    )
    if redenen:
        return "; ".join(redenen), ()
    if peildatum < date(peildatum.year, 6, 30) and dek.van.year == peildatum.year:
        vorig = f"{peildatum.year - 1}-12-31"
        return f"er is nog geen halfjaar voorbij (het oordeel over vorig jaar: --peildatum {vorig})", leveren
    mist = [k for k in nodig if not cijfers.per_kengetal.get(k)] or nodig
    return f"niet geleverd: {', '.join(mist)}", leveren


def _verwacht(indicator: Indicator, gemeten: _Gemeten, cijfers: Cijfers, peildatum: date) -> Verwacht | None:
    """The expected denominator of a running year: given by the parties, else last year's."""
    waarde, noemer = gemeten.waarde, indicator.noemer
    if waarde is None or noemer is None or waarde.noemer is None or indicator.jaren > 1:
        return None
    if gemeten.dekking.compleet:
        return Verwacht(waarde.noemer, "het hele jaar is geteld")
    jaar = peildatum.year
    for v in indicator.verwachtingen:
        if v.periode == str(jaar):
            return Verwacht(v.noemer, f"verwachting van partijen: {v.toelichting.rstrip('.')}")
    vorig = dekking(cijfers.periodes([noemer]), date(jaar - 1, 1, 1), date(jaar - 1, 12, 31), peildatum)
    if not vorig.compleet:
        return None
    return Verwacht(som(cijfers, noemer, vorig.periodes), f"evenveel als in {jaar - 1}")


def _ruimte(gemeten: _Gemeten, norm: Norm | None, verwacht: Verwacht | None) -> tuple[int, str] | None:
    if gemeten.waarde is None or norm is None or gemeten.waarde.noemer == 0:
        return None
    return ruimte(gemeten.waarde, norm, verwacht.noemer if verwacht else None)


def _kans(gemeten: _Gemeten, norm: Norm | None, verwacht: Verwacht | None) -> Fraction | None:
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


def _tempo(indicator: Indicator, gemeten: _Gemeten, norm: Norm | None) -> Tempo | None:
    """The pace of a cumulative indicator against its norm."""
    if gemeten.waarde is None or norm is None or not indicator.aard.looptijd:
        return None
    onder, boven = grenswaarden(norm)
    eind = gemeten.dekking.eind if indicator.tot else None
    return tempo(gemeten.waarde.teller, gemeten.dekking.maanden, gemeten.dekking.van, eind, onder, boven)


def _jaren(indicator: Indicator, cijfers: Cijfers, peildatum: date) -> tuple[Jaarwaarde, ...]:
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
        dek, per_kengetal = _dekking(indicator, cijfers, van, eind, peildatum)
        if dek.periodes:
            gebruikt = tuple(cijfers.per_kengetal[k][p] for k, d in per_kengetal.items() for p in d.periodes)
            sommen = {k: som(cijfers, k, d.periodes) for k, d in per_kengetal.items()}
            noemer = sommen[indicator.noemer] if indicator.noemer else None
            herkomst = gezamenlijke_herkomst(gebruikt)
            uit.append(Jaarwaarde(jaar, dek.naam, sommen[indicator.teller], noemer, herkomst, gebruikt))
    return tuple(uit)
