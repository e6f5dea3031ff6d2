"""The parts of a report about figures: stocks, topics, corrections, definitions that changed."""

from collections.abc import Iterator
from datetime import date
from decimal import Decimal

from prestatie_cli.boodschappen.uitgave import Uitgave
from prestatie_cli.indicatoren.berekening import Indicatorstand
from prestatie_cli.indicatoren.dekking import Cijfer, Cijfers
from prestatie_cli.indicatoren.openbaar import Publicatie, alleen_toonbaar, met_de_volgende
from prestatie_cli.model.dossier import Dossier, balansverschil, op_volgorde
from prestatie_cli.model.geldend import Geldend
from prestatie_cli.model.indicator import Balans
from prestatie_cli.rapport.waarden import Balansdeel, Correctiedeel, Onderwerpdeel
from prestatie_cli.termijnen.perioden import grenzen

JAREN = 5


def balansdeel(
    balans: Balans, geldend: Geldend, cijfers: Cijfers, pub: Publicatie, meetdag: date
) -> Balansdeel:
    """The stock over up to five periods: years that are over, and what the running year has."""
    kengetallen = geldend.kengetallen
    periodes = _balansperiodes(cijfers, balans, meetdag)
    kolommen = [_kolom(cijfers, balans.kengetallen, p, pub) for p in periodes]
    regels = tuple(
        (teken, kengetallen[k], geldend.eenheid(kengetallen[k]), tuple(kolom.get(k) for kolom in kolommen))
        for teken, k in balans.posten
        if k in kengetallen
    )
    voorbeelden = (
        i
        for i, p in enumerate(periodes)
        if any(
            p in per_periode and per_periode[p].herkomst == "voorbeeld"
            for k in balans.kengetallen
            if (per_periode := cijfers.per_kengetal.get(k))
        )
    )
    verschillen = tuple(balansverschil(balans, kolom) for kolom in kolommen)
    return Balansdeel(balans, periodes, regels, verschillen, tuple(voorbeelden))


def _balansperiodes(cijfers: Cijfers, balans: Balans, meetdag: date) -> tuple[str, ...]:
    bekend = cijfers.periodes([balans.begin, balans.eind])
    voorbij = [p for p in bekend if grenzen(p)[1] <= meetdag]
    # A half stands beside its year only while the year has no figures of its own.
    los = [p for p in voorbij if len(p) == 4 or p[:4] not in voorbij]
    return tuple(sorted(los)[-JAREN:])


def _kolom(cijfers: Cijfers, namen: tuple[str, ...], periode: str, pub: Publicatie) -> dict[str, Decimal]:
    """The figures of one period that may be shown; with one hidden, the sum would give it away."""
    waarden = {
        naam: per_periode[periode].waarde
        for naam in namen
        if periode in (per_periode := cijfers.per_kengetal.get(naam, {}))
    }
    weg = {naam for naam in waarden if not pub.toont((cijfers.per_kengetal[naam][periode],))}
    verborgen = met_de_volgende(weg, waarden)
    return {naam: w for naam, w in waarden.items() if naam not in verborgen}


def onderwerpen(
    geldend: Geldend,
    eigen: Uitgave,
    standen: tuple[Indicatorstand, ...],
    cijfers: Cijfers,
    pub: Publicatie,
    meetdag: date,
) -> list[Onderwerpdeel]:
    """The topics of the agreements with what is known of each up to a day."""
    kengetallen = geldend.kengetallen
    uit = []
    for afspraak in filter(eigen.raakt_afspraak, geldend.afspraken):
        for onderwerp in afspraak.onderwerpen:
            laatste = []
            for naam in onderwerp.kengetallen:
                cijfer = _laatste(cijfers, naam, pub, meetdag)
                if cijfer and naam in kengetallen:
                    laatste.append((kengetallen[naam], cijfer))
            uit.append(
                Onderwerpdeel(
                    onderwerp.naam,
                    afspraak.nummer,
                    tuple(s for s in standen if s.indicator.id in onderwerp.indicatoren),
                    tuple(laatste),
                    onderwerp.reden,
                )
            )
    return uit


def _laatste(cijfers: Cijfers, naam: str, pub: Publicatie, meetdag: date) -> Cijfer | None:
    """The latest figure that may be shown; a year's figure replaces its second half."""
    kandidaten = [
        c
        for p, c in cijfers.per_kengetal.get(naam, {}).items()
        if grenzen(p)[1] <= meetdag and pub.toont((c,))
    ]
    return max(kandidaten, key=_tot_en_lengte, default=None)


def _tot_en_lengte(cijfer: Cijfer) -> tuple[date, int]:
    van, tot = grenzen(cijfer.periode)
    return tot, -van.toordinal()


def correcties(
    dossier: Dossier,
    geldend: Geldend,
    eigen: Uitgave,
    jaar: int,
    cijfers: Cijfers,
    pub: Publicatie,
    peildatum: date,
) -> Iterator[Correctiedeel]:
    """Figures that replaced earlier ones by the peildatum, over the years that the report shows."""
    kengetallen = geldend.kengetallen
    meetdag = min(peildatum, date(jaar, 12, 31))
    for meting in dossier.metingen.values():
        van, tot = grenzen(meting.periode)
        if tot > meetdag or van.year <= jaar - JAREN:
            continue
        for levering in meting.leveringen:
            for c in levering.correcties:
                k = kengetallen.get(c.kengetal) if eigen.raakt(c.kengetal) else None
                nu = cijfers.per_partij.get((c.kengetal, levering.door), {}).get(meting.periode)
                if k is None or nu is None or c.gecorrigeerd_op > peildatum:
                    continue
                if alleen_toonbaar(
                    nu, pub, cijfers.per_kengetal.get(k.deel_van or "", {}).get(meting.periode)
                ):
                    yield Correctiedeel(k, c, nu)


def definities(dossier: Dossier, geldend: Geldend) -> Iterator[tuple[str, str, str, str]]:
    """Kengetallen and indicators whose definition changed since the agreements before: id, name, old, new."""
    for jaargang in geldend.jaargangen:
        eerder = [j for _, j in op_volgorde(dossier) if j.laatste_jaar < jaargang.eerste_jaar]
        vorig = eerder[-1] if eerder else jaargang
        paren = ((vorig.kengetallen, jaargang.kengetallen), (vorig.indicatoren, jaargang.indicatoren))
        for oud, nieuw in paren:
            versies = {r.id: r.definitieversie for r in oud}
            for r in nieuw:
                if versies.get(r.id, r.definitieversie) != r.definitieversie:
                    yield r.id, r.naam, versies[r.id], r.definitieversie
