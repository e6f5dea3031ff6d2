"""The yearly monitoring report of a dossier, of which no small count can be derived."""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import date
from typing import Any

from prestatie_cli.boodschappen.aandacht import AFWIJKEND
from prestatie_cli.boodschappen.boodschap import Boodschap, verteld
from prestatie_cli.boodschappen.peiling import Peiling, openbaar_beeld
from prestatie_cli.boodschappen.uitgave import Uitgave, doet, ontvangt, ziet_anders
from prestatie_cli.indicatoren.dekking import verzamel
from prestatie_cli.indicatoren.openbaar import Eerder
from prestatie_cli.model.dossier import Dossier
from prestatie_cli.model.geldend import Geldend, benaming, geldend_in
from prestatie_cli.model.jaargang import Afspraak, Jaargang, Partij
from prestatie_cli.rapport.cijferdelen import balansdeel, correcties, definities, onderwerpen
from prestatie_cli.rapport.vorige import Eerdere, vorige
from prestatie_cli.rapport.waarden import Partijdeel, Rapport, Themadeel, Verantwoording
from prestatie_cli.termijnen.samenvatting import samengevat, tel_standen
from prestatie_cli.termijnen.standen import Termijnstand
from prestatie_cli.termijnen.uitkomsten import KLAAR, Stand
from prestatie_cli.vergelijking.vaststelling import Vaststand, vaststanden
from prestatie_cli.woorden.grondslag import geldigheidszin
from prestatie_cli.woorden.plichtwoorden import getoond_nummer

AFWIJKENDE_STANDEN: tuple[Stand, ...] = ("te_laat", "niet_gehaald", "wacht_op_cijfers")
APART: tuple[Stand, ...] = ("zonder_termijn", "voorwaardelijk", "uitgesteld", "vervallen")


def rapport(
    dossier: Dossier,
    jaar: int,
    peildatum: date,
    verantwoording: Verantwoording,
    partij: Partij | None = None,
    eerder: Eerder | None = None,
    eerdere: Eerdere | None = None,
) -> Rapport:
    """The report over a year, by figures up to its last day, from which no small count can be derived."""
    geldigheid, dossier = geldigheidszin(dossier, peildatum), _zonder_latere(dossier, jaar)
    meetdag, wie = min(peildatum, date(jaar, 12, 31)), partij.id if partij else None
    geldend, cijfers = geldend_in(dossier, jaar), verzamel(dossier)
    beeld, eigen, pub = openbaar_beeld(dossier, peildatum, meetdag, wie, eerder)
    rijen, alle = samengevat(beeld.rijen), beeld.indicatoren
    van_partij = tuple(r for r in rijen if wie is None or doet(r, wie))
    return Rapport(
        jaar=jaar,
        peildatum=peildatum,
        geldend=geldend,
        partij=partij,
        tellingen=tel_standen(van_partij),
        themas=tuple(_themadelen(dossier, geldend, van_partij, beeld.boodschappen)),
        indicatoren=alle,
        balansen=tuple(balansdeel(b, geldend, cijfers, pub, meetdag) for b in eigen.kies(geldend.balansen)),
        onderwerpen=tuple(onderwerpen(geldend, eigen, alle, cijfers, pub, meetdag)),
        correcties=tuple(correcties(dossier, geldend, eigen, jaar, cijfers, pub, peildatum)),
        definities=tuple(d for d in definities(dossier, geldend) if eigen.raakt(d[0])),
        apart={stand: tuple(r for r in van_partij if r.stand == stand) for stand in APART},
        partijen=tuple(_partijdelen(geldend.tekenaars, rijen, dossier, jaar, peildatum, wie)),
        **_van_partij(rijen, wie),
        **_uit_beeld(beeld),
        vaststanden=tuple(_vaststanden_bij(geldend)),
        **_teksten(dossier, geldend, eigen, geldigheid),
        verantwoording=verantwoording,
        publicatie=pub,
        vorige=vorige(eerdere, beeld, dossier, jaar) if eerdere else None,
    )


def _uit_beeld(beeld: Peiling) -> dict[str, Any]:
    """What is taken over as it is from how the dossier stands."""
    namen = ("boodschappen", "komt_eraan", "voorbeeldcijfers", "voorbeeldmeldingen")
    return {naam: getattr(beeld, naam) for naam in namen}


def _vaststanden_bij(geldend: Geldend) -> Iterator[tuple[str | None, Vaststand]]:
    for jaargang in geldend.jaargangen:
        bij = benaming(jaargang) if len(geldend.jaargangen) > 1 else None
        yield from ((bij, stand) for stand in vaststanden(jaargang))


def _teksten(dossier: Dossier, geldend: Geldend, eigen: Uitgave, geldigheid: str | None) -> dict[str, Any]:
    """What people wrote for the documents, the agreements themselves, and whether they still hold."""
    stijl, teksten = dossier.huisstijl, dict(dossier.teksten)
    if stijl and stijl.contact:
        teksten.setdefault("contact", stijl.contact)
    return {
        "teksten": teksten,
        "letterlijk": tuple(_letterlijk(geldend, eigen)),
        "geldigheid": geldigheid,
        "huisstijl": stijl,
        "logo": dossier.logos.get(stijl.logo or "") if stijl else None,
    }


def _letterlijk(geldend: Geldend, eigen: Uitgave) -> Iterator[tuple[str, Afspraak]]:
    """The agreements in force, each with its number as it is shown."""
    for jaargang in geldend.jaargangen:
        bij = f" ({benaming(jaargang)})" if len(geldend.jaargangen) > 1 else ""
        for afspraak in filter(eigen.raakt_afspraak, jaargang.op_nummer):
            yield f"{getoond_nummer(jaargang, afspraak)}{bij}", afspraak


def _zonder_latere(dossier: Dossier, jaar: int) -> Dossier:
    """The dossier without agreements that begin after a year: what is said later is still of that year."""
    eerder = {b: j for b, j in dossier.jaargangen.items() if j.eerste_jaar <= jaar}
    return replace(dossier, jaargangen=eerder)


def _themadelen(
    dossier: Dossier,
    geldend: Geldend,
    rijen: tuple[Termijnstand, ...],
    alle_boodschappen: tuple[Boodschap, ...],
) -> Iterator[Themadeel]:
    """The themes of all agreements that have rows; one that several name alike is one."""
    alle = {j.aanduiding: j for j in (*geldend.jaargangen, *(r.jaargang for r in rijen))}
    themas = {(t.nummer, t.titel): (t, j) for j in reversed(alle.values()) for t in j.themas_op_nummer}
    volgorde = {(t.nummer, t.titel): None for j in alle.values() for t in j.themas_op_nummer}
    bestanden = {j.aanduiding: b for b, j in dossier.jaargangen.items()}
    plekken = {
        (bestanden[j.aanduiding], a.nummer): _thema_van(j, a) for j in alle.values() for a in j.afspraken
    }
    for sleutel in volgorde:
        thema, jaargang = themas[sleutel]
        eigen = tuple(r for r in rijen if sleutel == _thema_van(r.jaargang, r.afspraak))
        boodschappen = tuple(b for b in alle_boodschappen if b.plek and plekken.get(b.plek) == sleutel)
        gezegd = verteld(boodschappen)
        dubbel = sum(nummer == thema.nummer for nummer, _ in volgorde) > 1
        yield Themadeel(
            thema,
            benaming(jaargang) if dubbel else None,
            eigen,
            tuple(r for r in eigen if r.stand in KLAAR),
            tuple(r for r in eigen if _wijkt_af(r) and (r.bestand, r.nummer) not in gezegd),
            boodschappen,
        )


def _wijkt_af(rij: Termijnstand) -> bool:
    """Whether a duty is not as agreed, or is reported so."""
    return rij.stand in AFWIJKENDE_STANDEN or bool(rij.laatste and rij.laatste.melding in AFWIJKEND)


def _thema_van(jaargang: Jaargang, afspraak: Afspraak) -> tuple[str, str]:
    """The number and the title of the theme of an agreement."""
    return afspraak.thema, next((t.titel for t in jaargang.themas if t.nummer == afspraak.thema), "")


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
    """What each party promised and was promised, and what it reported and delivered in the year."""
    alle = [x for m in dossier.metingen.values() for x in m.leveringen]
    geleverd = [x.door for x in alle if x.geleverd_op.year == jaar and x.geleverd_op <= peildatum]
    for partij in (p for p in partijen if wie in (None, p.id)):
        eigen = [r for r in rijen if partij.id in r.verplichting.wie]
        gemeld = sum(1 for r in eigen if r.laatste and r.laatste.door == partij.id)
        aan = [r for r in rijen if ontvangt(r, partij.id) and partij.id not in r.verplichting.wie]
        yield Partijdeel(
            partij,
            len(eigen),
            tel_standen(eigen),
            gemeld,
            geleverd.count(partij.id),
            len(aan),
            tel_standen(aan),
        )
