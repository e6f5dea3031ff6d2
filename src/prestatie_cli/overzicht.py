"""The first look: counts per state, what asks attention, and gaps in the figures."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import get_args

from prestatie_cli.indicatoren.berekening import Indicatorstand, indicatorstanden
from prestatie_cli.model.dossier import Dossier, voortgang_per_verplichting
from prestatie_cli.model.jaargang import Jaargang
from prestatie_cli.model.voortgang import Voortgang
from prestatie_cli.taal import datum_in_woorden
from prestatie_cli.termijnen.perioden import grenzen
from prestatie_cli.termijnen.standen import BINNEN, Stand, Termijnstand, geldende_jaargang, standen

AFWIJKEND = ("vertraagd", "aandacht")
STANDEN: tuple[Stand, ...] = get_args(Stand)


@dataclass(frozen=True, slots=True)
class Aandachtspunt:
    """One thing that asks attention: a duty or an indicator, with why.

    `voorbeeld`: it rests on an example figure or an example statement; `door` is the party that
    states what is in `waarom`, None when it follows from term or figures.
    """

    soort: str
    nummer: str
    wat: str
    wie: tuple[str, ...]
    waarom: str
    voorbeeld: bool = False
    nummer_afgeleid: bool = False
    door: str | None = None


@dataclass(frozen=True, slots=True)
class Overzicht:
    """The first look at a dossier on a peildatum; `tellingen` counts the rows of `termijnen`."""

    peildatum: date
    binnen: int
    jaargang: Jaargang | None
    rijen: tuple[Termijnstand, ...]
    tellingen: dict[Stand, int]
    aandacht: tuple[Aandachtspunt, ...]
    indicatoren: tuple[Indicatorstand, ...]
    leveringen: tuple[tuple[str, str, date, str], ...]
    voorbeeldcijfers: bool
    voorbeeldmeldingen: int


def overzicht(
    dossier: Dossier,
    peildatum: date,
    partij: str | None = None,
    voor: str | None = None,
    thema: str | None = None,
    binnen: int = BINNEN,
    meetdag: date | None = None,
) -> Overzicht:
    """The first look, for everything or for one party, receiving party or theme.

    Indicators stand as on `meetdag` when that is given: a report over a year judges its last day.
    """
    rijen = kies_rijen(standen(dossier, peildatum, binnen), partij, voor, thema)
    afspraken = {r.afspraak for r in rijen}
    gekozen = partij or voor or thema
    indicatoren = tuple(
        i
        for i in indicatorstanden(dossier, meetdag or peildatum)
        if not gekozen or i.indicator.afspraak in afspraken
    )
    meldingen = [
        v for lijst in voortgang_per_verplichting(dossier).values() for v in lijst if v.datum <= peildatum
    ]
    leveringen = sorted(_leveringen(dossier, peildatum))
    return Overzicht(
        peildatum=peildatum,
        binnen=binnen,
        jaargang=geldende_jaargang(dossier, peildatum),
        rijen=rijen,
        tellingen={stand: sum(r.stand == stand for r in rijen) for stand in STANDEN},
        aandacht=tuple(_aandacht(rijen, indicatoren, peildatum, binnen)),
        indicatoren=indicatoren,
        leveringen=tuple(leveringen),
        voorbeeldcijfers=any(herkomst == "voorbeeld" for *_, herkomst in leveringen),
        voorbeeldmeldingen=sum(v.herkomst == "voorbeeld" for v in meldingen),
    )


def kies_rijen(
    rijen: tuple[Termijnstand, ...], partij: str | None, voor: str | None, thema: str | None
) -> tuple[Termijnstand, ...]:
    """The rows that a party does, that are for a party, or that belong to a theme."""
    return tuple(
        r
        for r in rijen
        if (partij is None or partij in r.wie)
        and (voor is None or voor in (*r.voor, *r.met))
        and (thema is None or thema == r.thema)
    )


def _leveringen(dossier: Dossier, peildatum: date) -> Iterator[tuple[str, str, date, str]]:
    """Period, party, date of delivery and origin of every delivery over a period that is over."""
    for meting in dossier.metingen.values():
        for levering in meting.leveringen:
            if grenzen(meting.periode)[1] <= peildatum:
                yield meting.periode, levering.door, levering.geleverd_op, levering.herkomst


def _aandacht(
    rijen: tuple[Termijnstand, ...],
    indicatoren: tuple[Indicatorstand, ...],
    peildatum: date,
    binnen: int,
) -> Iterator[Aandachtspunt]:
    """What asks attention, the most urgent first."""
    yield from (_punt("te laat", r, _te_laat(r)) for r in rijen if r.stand == "te_laat")
    yield from _indicatorpunten(indicatoren, "niet_gehaald")
    yield from _meldingpunten(rijen)
    gemeld = {r.verplichting for r in rijen if r.laatste and r.laatste.melding in AFWIJKEND}
    for r in rijen:
        if r.stand == "binnenkort" and r.verplichting not in gemeld:
            yield _punt("binnenkort", r, f"{_termijn(r)}, nog {r.dagen} {'dag' if r.dagen == 1 else 'dagen'}")
    yield from _indicatorpunten(indicatoren, "aandacht")
    for r in rijen:
        if r.zacht and r.stand == "loopt" and r.dagen is not None and r.dagen < 0:
            yield _punt("streven voorbij", r, r.lezing)
        if _zonder_moment(r, peildatum, binnen):
            yield _punt("geen moment", r, f"in {peildatum.year} is nog geen moment vastgelegd")


def _meldingpunten(rijen: tuple[Termijnstand, ...]) -> Iterator[Aandachtspunt]:
    """What parties themselves report as delayed or in need of attention, and where they differ."""
    eenmaal = list({(r.jaar, r.verplichting, r.stand == "te_laat"): r for r in rijen}.values())
    for melding in AFWIJKEND:
        for r in eenmaal:
            if r.laatste and r.laatste.melding == melding and r.stand != "te_laat":
                waarom = r.laatste.oorzaak or r.laatste.toelichting or ""
                yield _punt(melding, r, waarom, r.laatste)
    for r in {(r.jaar, r.verplichting): r for r in rijen}.values():
        for v in r.anders:
            waarom = f"{v.melding.replace('_', ' ')}; {v.toelichting or 'geen toelichting'}"
            yield _punt("anders gezien", r, waarom, v)


def _termijn(r: Termijnstand) -> str:
    """The literal words with their last day: `'medio 2026' (uiterlijk 31 juli 2026)`."""
    tijdvak = f", {r.tijdvak}" if r.tijdvak else ""
    uiterlijk = f" (uiterlijk {datum_in_woorden(r.uiterlijk)})" if r.uiterlijk else ""
    return f"'{r.woorden}'{tijdvak}{uiterlijk}"


def _te_laat(r: Termijnstand) -> str:
    gemeld = ""
    if r.laatste and r.laatste.melding in AFWIJKEND:
        gemeld = f"; {r.laatste.melding}: {r.laatste.oorzaak or r.laatste.toelichting or ''}"
    return f"{_termijn(r)}, {-(r.dagen or 0)} {'dag' if r.dagen == -1 else 'dagen'} te laat{gemeld}"


def _punt(soort: str, r: Termijnstand, waarom: str, volgens: Voortgang | None = None) -> Aandachtspunt:
    """A point about a duty, `volgens` a statement or from its term alone."""
    voorbeeld = volgens is not None and volgens.herkomst == "voorbeeld"
    door = volgens.door if volgens else None
    return Aandachtspunt(soort, r.verplichting, r.wat, r.wie, waarom, voorbeeld, r.nummer_afgeleid, door)


def _indicatorpunten(indicatoren: tuple[Indicatorstand, ...], oordeel: str) -> Iterator[Aandachtspunt]:
    for i in indicatoren:
        if i.oordeel == oordeel:
            soort = oordeel.replace("_", " ")
            voorbeeld = i.herkomst == "voorbeeld"
            nummer = i.indicator.afspraak
            yield Aandachtspunt(soort, nummer, i.indicator.naam, (), i.reden, voorbeeld, i.nummer_afgeleid)


def _zonder_moment(r: Termijnstand, peildatum: date, binnen: int) -> bool:
    """A standing practice with term words asks for a recorded moment before the year ends."""
    bijna_om = (date(peildatum.year, 12, 31) - peildatum).days <= binnen
    dit_jaar = r.laatste is not None and r.laatste.datum.year == peildatum.year
    return (
        r.stand == "doorlopend" and r.soort == "doorlopend" and bool(r.woorden) and bijna_om and not dit_jaar
    )
