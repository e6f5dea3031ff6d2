"""What the pages of a site say: each agreement whole, and each party, as far as it may be published."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from prestatie_cli.bevindingen import Pad
from prestatie_cli.boodschappen.boodschap import Boodschap
from prestatie_cli.boodschappen.uitgave import doet, ontvangt, van_partij, ziet_anders
from prestatie_cli.indicatoren.berekening import Indicatorstand
from prestatie_cli.indicatoren.gepeild import met_gesloten_jaar
from prestatie_cli.model.dossier import Dossier, bestandsindex, voortgang_per_verplichting
from prestatie_cli.model.jaargang import Afspraak, Jaargang, Partij
from prestatie_cli.model.nummers import plichtnummer
from prestatie_cli.model.voortgang import Voortgang
from prestatie_cli.rapport.waarden import Rapport
from prestatie_cli.termijnen.standen import Termijnstand
from prestatie_cli.termijnen.uitkomsten import TRAAGST_EERST, Stand
from prestatie_cli.vergelijking.vaststelling import gewijzigd_sinds
from prestatie_cli.woorden.plichtwoorden import getoond_nummer

KOPWOORDEN = 9
# What an address holds besides letters and digits.
VREEMD = re.compile(r"[^A-Za-z0-9.-]+")


@dataclass(frozen=True, slots=True)
class Afspraakversie:
    """One version in git that changed an agreement: its day, its subject, and what became of which fields."""

    dag: date | None
    onderwerp: str
    wijzigingen: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Afspraakblad:
    """The page of one agreement; `stand` is that of its duty that is furthest behind, None without one.

    `meldingen` are the statements of all parties in the order of time, each with the number of its duty;
    `plek` is where the agreement stands in the data. `gewijzigd` says what changed since it was approved.
    """

    adres: str
    nummer: str
    kop: str
    thema: str
    jaargang: Jaargang
    afspraak: Afspraak
    stand: Stand | None
    rijen: tuple[Termijnstand, ...]
    indicatoren: tuple[Indicatorstand, ...]
    boodschappen: tuple[Boodschap, ...]
    meldingen: tuple[tuple[str, Voortgang], ...]
    plek: tuple[str, Pad]
    gewijzigd: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Partijblad:
    """The page of one party: what it does, what others do for it, and where it sees things otherwise."""

    adres: str
    partij: Partij
    doet: tuple[Termijnstand, ...]
    krijgt: tuple[Termijnstand, ...]
    anders: tuple[tuple[Termijnstand, Voortgang], ...]


@dataclass(frozen=True, slots=True)
class Site:
    """All pages of one municipality; `versies` are the changes in git by agreement, newest first."""

    rapport: Rapport
    bladen: tuple[Afspraakblad, ...]
    partijen: tuple[Partijblad, ...]
    versies: Mapping[tuple[str, str], tuple[Afspraakversie, ...]]
    plaatsen: Mapping[tuple[str, Pad], str]

    @property
    def adressen(self) -> dict[tuple[str, str], str]:
        """The page of each agreement, by its file and number."""
        return {(b.plek[0], b.afspraak.nummer): b.adres for b in self.bladen}


def adres_van(*delen: str) -> str:
    """A stable address of letters, digits, points and dashes."""
    return "/".join(VREEMD.sub("-", deel).strip("-") or "-" for deel in delen)


def afspraakbladen(rapport: Rapport, dossier: Dossier) -> tuple[Afspraakblad, ...]:
    """The page of every agreement in force, and of those before of which a duty is still in sight."""
    rijen = [r for deel in rapport.themas for r in deel.rijen]
    bestanden = {j.aanduiding: b for b, j in dossier.jaargangen.items()}
    alle = {j.aanduiding: j for j in (*rapport.geldend.jaargangen, *(r.jaargang for r in rijen))}
    return tuple(
        blad
        for aanduiding, jaargang in alle.items()
        for blad in _bladen(rapport, dossier, bestanden[aanduiding], jaargang, rijen)
    )


def _bladen(
    rapport: Rapport, dossier: Dossier, bestand: str, jaargang: Jaargang, rijen: list[Termijnstand]
) -> Iterator[Afspraakblad]:
    geldt, gemeld = jaargang in rapport.geldend.jaargangen, voortgang_per_verplichting(dossier)
    themas = {t.nummer: f"Thema {t.nummer}: {t.titel}" for t in jaargang.themas}
    gewijzigd = tuple(gewijzigd_sinds(jaargang))
    standen = met_gesloten_jaar(rapport.indicatoren)
    plekken = {a.nummer: i for i, a in enumerate(jaargang.afspraken)}
    for afspraak in jaargang.op_nummer:
        eigen = tuple(r for r in rijen if r.bestand == bestand and r.afspraak.nummer == afspraak.nummer)
        if not (eigen or geldt):
            continue
        nummers = {plichtnummer(afspraak.nummer, v.letter) for v in afspraak.verplichtingen}
        meldingen = (
            (nummer, v)
            for (aanduiding, nummer), lijst in gemeld.items()
            if aanduiding == jaargang.aanduiding and nummer in nummers
            for v in lijst
            if v.datum <= rapport.peildatum
        )
        plek = bestandsindex(dossier, bestand, "afspraken", plekken[afspraak.nummer])
        yield Afspraakblad(
            f"afspraken/{adres_van(jaargang.aanduiding, afspraak.nummer)}.html",
            getoond_nummer(jaargang, afspraak),
            kop_van(afspraak),
            themas.get(afspraak.thema, ""),
            jaargang,
            afspraak,
            min((r.stand for r in eigen), key=TRAAGST_EERST.index, default=None),
            eigen,
            tuple(s for s in standen if (s.bestand, s.nummer) == (bestand, afspraak.nummer)),
            tuple(b for b in rapport.boodschappen if b.plek == (bestand, afspraak.nummer)),
            tuple(sorted(meldingen, key=lambda paar: paar[1].datum)),
            (bestand, ("afspraken", plek)),
            gewijzigd,
        )


def kop_van(afspraak: Afspraak) -> str:
    """What an agreement is about in few words: its own heading, else how its text begins."""
    if afspraak.speerpunt:
        return " ".join(afspraak.speerpunt.split())
    woorden = afspraak.tekst.split()
    return " ".join(woorden[:KOPWOORDEN]) + ("…" if len(woorden) > KOPWOORDEN else "")


def partijbladen(rapport: Rapport) -> tuple[Partijblad, ...]:
    """The page of every party that signs: nobody is done there by the word of another."""
    rijen = [r for deel in rapport.themas for r in deel.rijen]
    return tuple(
        Partijblad(
            f"partijen/{adres_van(p.id)}.html",
            p,
            tuple(van_partij(r, p.id) for r in rijen if doet(r, p.id)),
            tuple(r for r in rijen if ontvangt(r, p.id) and not doet(r, p.id)),
            tuple((r, v) for r in rijen if ziet_anders(r, p.id) for v in r.anders),
        )
        for p in rapport.geldend.tekenaars
    )
