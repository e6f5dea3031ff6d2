"""What stands in the yearly monitoring report: values only, the words are the templates'."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal
from typing import Any

from prestatie_cli.bevindingen import Gezondheid
from prestatie_cli.boodschappen.aandacht import AFWIJKEND, Aandachtspunt
from prestatie_cli.boodschappen.peiling import Peiling, in_publicatie, in_uitgave, peiling
from prestatie_cli.boodschappen.uitgave import Uitgave, doet, ontvangt, uitgave, ziet_anders
from prestatie_cli.indicatoren.berekening import Indicatorstand
from prestatie_cli.indicatoren.dekking import Cijfer, Cijfers, verzamel
from prestatie_cli.indicatoren.openbaar import (
    Eerder,
    Publicatie,
    alleen_toonbaar,
    met_de_volgende,
    publicatie_op,
)
from prestatie_cli.model.dossier import Dossier, balansverschil, op_volgorde
from prestatie_cli.model.eenheden import Eenheid
from prestatie_cli.model.geldend import Geldend, benaming, geldend_in
from prestatie_cli.model.indicator import Balans
from prestatie_cli.model.jaargang import Afspraak, Kengetal, Partij, Thema
from prestatie_cli.model.meting import Correctie
from prestatie_cli.model.voortgang import Voortgang
from prestatie_cli.termijnen.perioden import grenzen
from prestatie_cli.termijnen.samenvatting import samengevat, tel_standen
from prestatie_cli.termijnen.standen import Termijnstand
from prestatie_cli.termijnen.uitkomsten import Stand
from prestatie_cli.vergelijking.vaststelling import Vaststand, vaststanden
from prestatie_cli.woorden.grondslag import geldigheidszin

AFWIJKENDE_STANDEN: tuple[Stand, ...] = ("te_laat", "te_laat_gehaald", "niet_gehaald", "wacht_op_cijfers")
APART: tuple[Stand, ...] = ("zonder_termijn", "voorwaardelijk", "uitgesteld", "vervallen")
JAREN = 5


@dataclass(frozen=True, slots=True)
class Themadeel:
    """A theme with the rows of its duties and those of them that deviate.

    `bij` names its agreements where others in force have another theme with the same number.
    """

    thema: Thema
    bij: str | None
    rijen: tuple[Termijnstand, ...]
    afwijkend: tuple[Termijnstand, ...]


@dataclass(frozen=True, slots=True)
class Balansdeel:
    """A stock by period: each line with its sign and its values (None: not delivered or hidden).

    `verschillen` are stated end minus computed end (0 when it closes); `voorbeelden` the places of
    the periods whose figures are examples.
    """

    balans: Balans
    periodes: tuple[str, ...]
    regels: tuple[tuple[str, Kengetal, Eenheid, tuple[Decimal | None, ...]], ...]
    verschillen: tuple[Decimal | None, ...]
    voorbeelden: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Correctiedeel:
    """A figure over a period that replaced an earlier one, and what it is now."""

    kengetal: Kengetal
    correctie: Correctie
    nu: Cijfer


@dataclass(frozen=True, slots=True)
class Onderwerpdeel:
    """A topic on which the parties report: its indicators and latest figures, or why there are none."""

    naam: str
    afspraak: str
    indicatoren: tuple[Indicatorstand, ...]
    cijfers: tuple[tuple[Kengetal, Cijfer], ...]
    reden: str | None


@dataclass(frozen=True, slots=True)
class Partijdeel:
    """What a party promised and how that stands, and what it delivered in the year."""

    partij: Partij
    beloofd: int
    tellingen: Mapping[Stand, int]
    gemeld: int
    leveringen: int


@dataclass(frozen=True, slots=True)
class Verantwoording:
    """Where the report comes from: the version of the data and of the program."""

    programma: str
    vingerafdruk: str
    commit: str | None
    gezondheid: Gezondheid


@dataclass(frozen=True, slots=True)
class Rapport:
    """The yearly monitoring report over `jaar`, as it stands on the peildatum.

    `vaststanden` are the approvals, with what names the agreements where there are several.
    """

    jaar: int
    peildatum: date
    geldend: Geldend
    partij: Partij | None
    tellingen: Mapping[Stand, int]
    aandacht: tuple[Aandachtspunt, ...]
    themas: tuple[Themadeel, ...]
    indicatoren: tuple[Indicatorstand, ...]
    balansen: tuple[Balansdeel, ...]
    onderwerpen: tuple[Onderwerpdeel, ...]
    correcties: tuple[Correctiedeel, ...]
    definities: tuple[tuple[str, str, str, str], ...]
    apart: Mapping[Stand, tuple[Termijnstand, ...]]
    eigen_zienswijzen: tuple[tuple[Termijnstand, Voortgang], ...]
    zienswijzen: tuple[tuple[Termijnstand, Voortgang], ...]
    partijen: tuple[Partijdeel, ...]
    beloofd_aan: tuple[Termijnstand, ...]
    voorbeeldcijfers: bool
    voorbeeldmeldingen: int
    vaststanden: tuple[tuple[str | None, Vaststand], ...]
    geldigheid: str | None
    verantwoording: Verantwoording
    publicatie: Publicatie

    @property
    def afspraken(self) -> tuple[Afspraak, ...]:
        """All agreements of the year."""
        return self.geldend.afspraken

    @property
    def afspraken_geteld(self) -> int:
        """How many agreements have a duty that is counted here."""
        return len({(r.jaargang.aanduiding, r.afspraak.nummer) for deel in self.themas for r in deel.rijen})


def rapport(
    dossier: Dossier,
    jaar: int,
    peildatum: date,
    verantwoording: Verantwoording,
    partij: Partij | None = None,
    eerder: Eerder | None = None,
) -> Rapport:
    """The report over a year, by figures up to its last day, from which no small count can be derived."""
    geldigheid, dossier = geldigheidszin(dossier, peildatum), _zonder_latere(dossier, jaar)
    meetdag, wie = min(peildatum, date(jaar, 12, 31)), partij.id if partij else None
    geldend, cijfers = geldend_in(dossier, jaar), verzamel(dossier)
    beeld, eigen, pub = _beeld(dossier, peildatum, meetdag, wie, eerder)
    rijen, alle = samengevat(beeld.rijen), beeld.indicatoren
    van_partij = tuple(r for r in rijen if wie is None or doet(r, wie))
    return Rapport(
        jaar=jaar,
        peildatum=peildatum,
        geldend=geldend,
        partij=partij,
        tellingen=tel_standen(van_partij),
        aandacht=beeld.aandacht,
        themas=tuple(_themadelen(geldend, van_partij)),
        indicatoren=alle,
        balansen=tuple(_balansdeel(b, geldend, cijfers, pub, meetdag) for b in eigen.kies(geldend.balansen)),
        onderwerpen=tuple(_onderwerpen(geldend, eigen, alle, cijfers, pub, meetdag)),
        correcties=tuple(_correcties(dossier, geldend, eigen, jaar, cijfers, pub, peildatum)),
        definities=tuple(d for d in _definities(dossier, geldend) if eigen.raakt(d[0])),
        apart={stand: tuple(r for r in van_partij if r.stand == stand) for stand in APART},
        partijen=tuple(_partijdelen(geldend.tekenaars, rijen, dossier, jaar, peildatum, wie)),
        **_van_partij(rijen, wie),
        voorbeeldcijfers=beeld.voorbeeldcijfers,
        voorbeeldmeldingen=beeld.voorbeeldmeldingen,
        vaststanden=tuple(_vaststanden_bij(geldend)),
        geldigheid=geldigheid,
        verantwoording=verantwoording,
        publicatie=pub,
    )


def _beeld(
    dossier: Dossier, peildatum: date, meetdag: date, wie: str | None, eerder: Eerder | None
) -> tuple[Peiling, Uitgave, Publicatie]:
    """How the dossier stands as it may be published, of it only what concerns the party of an edition.

    What is hidden is the same in every edition, or one would give away what another hides.
    """
    heel = peiling(dossier, peildatum, meetdag=meetdag)
    pub = publicatie_op(dossier, heel.indicatoren, meetdag, eerder)
    openbaar = in_publicatie(heel, pub)
    eigen = uitgave(dossier, wie, openbaar.rijen, openbaar.indicatoren)
    return in_uitgave(openbaar, dossier, eigen), eigen, pub


def _vaststanden_bij(geldend: Geldend) -> Iterator[tuple[str | None, Vaststand]]:
    for jaargang in geldend.jaargangen:
        bij = benaming(jaargang) if len(geldend.jaargangen) > 1 else None
        yield from ((bij, stand) for stand in vaststanden(jaargang))


def _zonder_latere(dossier: Dossier, jaar: int) -> Dossier:
    """The dossier without agreements that begin after a year: what is said later is still of that year."""
    eerder = {b: j for b, j in dossier.jaargangen.items() if j.eerste_jaar <= jaar}
    return replace(dossier, jaargangen=eerder)


def _themadelen(geldend: Geldend, rijen: tuple[Termijnstand, ...]) -> Iterator[Themadeel]:
    """The themes of all agreements that have rows; one that several name alike is one."""
    alle = {j.aanduiding: j for j in (*geldend.jaargangen, *(r.jaargang for r in rijen))}
    themas = {(t.nummer, t.titel): (t, j) for j in reversed(alle.values()) for t in j.themas_op_nummer}
    volgorde = {(t.nummer, t.titel): None for j in alle.values() for t in j.themas_op_nummer}
    for sleutel in volgorde:
        thema, jaargang = themas[sleutel]
        eigen = tuple(r for r in rijen if sleutel == _thema_van(r))
        afwijkend = (
            r
            for r in eigen
            if r.stand in AFWIJKENDE_STANDEN or (r.laatste and r.laatste.melding in AFWIJKEND)
        )
        dubbel = sum(nummer == thema.nummer for nummer, _ in volgorde) > 1
        yield Themadeel(thema, benaming(jaargang) if dubbel else None, eigen, tuple(afwijkend))


def _thema_van(rij: Termijnstand) -> tuple[str, str]:
    """The number and the title of the theme of a duty."""
    nummer = rij.afspraak.thema
    return nummer, next((t.titel for t in rij.jaargang.themas if t.nummer == nummer), "")


def _balansdeel(
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


def _onderwerpen(
    geldend: Geldend,
    eigen: Uitgave,
    standen: tuple[Indicatorstand, ...],
    cijfers: Cijfers,
    pub: Publicatie,
    meetdag: date,
) -> list[Onderwerpdeel]:
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


def _correcties(
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


def _definities(dossier: Dossier, geldend: Geldend) -> Iterator[tuple[str, str, str, str]]:
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


def _van_partij(rijen: tuple[Termijnstand, ...], wie: str | None) -> dict[str, Any]:
    """What the party of an edition sees otherwise and what it was promised, apart from the others."""
    gezien = [(r, v, bool(wie and ziet_anders(r, wie))) for r in rijen for v in r.anders]
    return {
        "eigen_zienswijzen": tuple((r, v) for r, v, van_hen in gezien if van_hen),
        "zienswijzen": tuple((r, v) for r, v, van_hen in gezien if not van_hen),
        "beloofd_aan": tuple(r for r in rijen if wie and ontvangt(r, wie) and not doet(r, wie)),
    }


def _partijdelen(
    partijen: Iterable[Partij],
    rijen: tuple[Termijnstand, ...],
    dossier: Dossier,
    jaar: int,
    peildatum: date,
    wie: str | None,
) -> Iterator[Partijdeel]:
    """What each party promised, how that stands, and what it reported and delivered in the year."""
    alle = [x for m in dossier.metingen.values() for x in m.leveringen]
    geleverd = [x.door for x in alle if x.geleverd_op.year == jaar and x.geleverd_op <= peildatum]
    for partij in (p for p in partijen if wie in (None, p.id)):
        eigen = [r for r in rijen if partij.id in r.verplichting.wie]
        gemeld = sum(1 for r in eigen if r.laatste and r.laatste.door == partij.id)
        yield Partijdeel(partij, len(eigen), tel_standen(eigen), gemeld, geleverd.count(partij.id))
