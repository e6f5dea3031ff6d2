"""What asks attention, the most urgent first."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date

from prestatie_cli.indicatoren.berekening import Indicatorstand
from prestatie_cli.indicatoren.gepeild import met_partijen
from prestatie_cli.indicatoren.verschuldigd import Gevraagd
from prestatie_cli.model.dossier import GERAAKT
from prestatie_cli.model.voortgang import Voortgang
from prestatie_cli.taal import datum_in_woorden
from prestatie_cli.termijnen.samenvatting import samengevat
from prestatie_cli.termijnen.standen import Reeks, Termijnstand
from prestatie_cli.termijnen.uitkomsten import Stand
from prestatie_cli.woorden.indicatorwoorden import indicatornaam, leverteksten
from prestatie_cli.woorden.plichtwoorden import (
    dagentekst,
    partijentekst,
    reekstekst,
    tegenover,
    tegenovertekst,
    tijdvaktekst,
    verdertekst,
)

HOOGSTENS_LOS = 4
AFWIJKEND = ("vertraagd", "aandacht")


@dataclass(frozen=True, slots=True)
class Aandachtspunt:
    """One thing that asks attention: a duty or an indicator, with why.

    `voorbeeld`: it rests on an example figure or an example statement; `door` is the party that
    states what is in `waarom`, None when it follows from term or figures; `bij` names the agreements where
    the number does not tell; `per_partij` is how far each party is where they do it each for themselves;
    `tegenover` is the statement of its doers that another party sees otherwise; `kort` is `waarom` in a few
    words, where its term makes it longer; `reeks` is how far a recurring duty is.
    `rij` or `stand` is the duty or the indicator itself, `melding` the statement that it rests on.
    """

    soort: str
    nummer: str
    wat: str
    wie: tuple[str, ...]
    waarom: str
    voorbeeld: bool = False
    nummer_afgeleid: bool = False
    door: str | None = None
    bij: str | None = None
    per_partij: tuple[tuple[str, Stand], ...] = ()
    te_leveren: tuple[Gevraagd, ...] = ()
    tegenover: Voortgang | None = None
    kort: str = ""
    reeks: Reeks | None = None
    rij: Termijnstand | None = None
    stand: Indicatorstand | None = None
    melding: Voortgang | None = None


def aandacht(
    rijen: tuple[Termijnstand, ...],
    indicatoren: tuple[Indicatorstand, ...],
    peildatum: date,
    binnen: int,
) -> Iterator[Aandachtspunt]:
    """What asks attention, the most urgent first; a recurring duty is one point."""
    rijen, indicatoren = samengevat(rijen), met_partijen(indicatoren)
    yield from _niet_te_beoordelen(rijen, indicatoren)
    laat = sorted((r for r in rijen if r.stand == "te_laat"), key=lambda r: r.uiterlijk or date.max)
    yield from (_punt("te laat", r, _te_laat(r)) for r in laat)
    yield from _indicatorpunten(indicatoren, "niet_gehaald")
    gezegd = {i.indicator.id for i in indicatoren if i.oordeel == "niet_gehaald"}
    for r in rijen:
        if r.stand == "niet_gehaald" and r.verplichting.indicator not in gezegd:
            yield _punt("niet gehaald", r, "; ".join(filter(None, (tijdvaktekst(r.tijdvak or ""), r.waarom))))
    yield from _meldingpunten(rijen)
    gemeld = {r.plichtnaam for r in rijen if r.laatste and r.laatste.melding in AFWIJKEND}
    for r in rijen:
        if r.stand == "binnenkort" and r.plichtnaam not in gemeld:
            yield _punt("binnenkort", r, f"{_termijn(r)}, {dagentekst(r.dagen or 0)}")
    yield from _indicatorpunten(indicatoren, "aandacht")
    for r in rijen:
        if r.zacht and r.stand == "loopt" and r.dagen is not None and r.dagen < 0:
            yield _punt("streven voorbij", r, r.lezing)
        if _zonder_moment(r, peildatum, binnen):
            yield _punt("geen moment", r, f"in {peildatum.year} is nog geen moment vastgelegd")
    yield from _onvolledig(indicatoren)


def _onvolledig(indicatoren: tuple[Indicatorstand, ...]) -> Iterator[Aandachtspunt]:
    """Indicators of which figures are due and absent, with who owes them."""
    for i in indicatoren:
        if i.oordeel == "onvolledig" and i.partij is None:
            wie = tuple(dict.fromkeys(g.partij for g in i.te_leveren))
            yield Aandachtspunt(
                "onvolledig",
                i.nummer,
                indicatornaam(i),
                wie,
                i.reden,
                i.herkomst == "voorbeeld",
                i.nummer_afgeleid,
                bij=i.bij,
                te_leveren=i.te_leveren,
                stand=i,
            )


def _niet_te_beoordelen(
    rijen: tuple[Termijnstand, ...], indicatoren: tuple[Indicatorstand, ...]
) -> Iterator[Aandachtspunt]:
    """What faults in the data touch, by its number; more than a few together as one point."""
    punten = [_punt("niet te beoordelen", r, r.waarom) for r in rijen if r.stand == "niet_te_beoordelen"]
    punten += _indicatorpunten(indicatoren, "niet_te_beoordelen")
    if len(punten) <= HOOGSTENS_LOS:
        yield from punten
        return
    nummers = list(dict.fromkeys(p.nummer + (f" ({p.bij})" if p.bij else "") for p in punten))
    wat = f"{len(punten)} verplichtingen en indicatoren ({', '.join(nummers[:6])}, …)"
    yield Aandachtspunt("niet te beoordelen", "-", wat, (), GERAAKT)


def _meldingpunten(rijen: tuple[Termijnstand, ...]) -> Iterator[Aandachtspunt]:
    """What parties themselves report as delayed or in need of attention, and where they differ."""
    eenmaal = list({(r.plichtnaam, r.stand == "te_laat"): r for r in rijen}.values())
    for melding in AFWIJKEND:
        for r in eenmaal:
            if r.laatste and r.laatste.melding == melding and r.stand != "te_laat":
                waarom = r.laatste.oorzaak or r.laatste.toelichting or ""
                yield _punt(melding, r, waarom, r.laatste)
    for r in {r.plichtnaam: r for r in rijen}.values():
        for v in r.anders:
            waarom = f"{v.melding.replace('_', ' ')}; {v.toelichting or 'geen toelichting'}"
            yield replace(_punt("anders gezien", r, waarom, v), tegenover=tegenover(r, v))


def _termijn(r: Termijnstand) -> str:
    """The literal words with their last day: `'medio 2026' (uiterlijk 31 juli 2026)`."""
    reeks = f", {reekstekst(r.reeks)}" if r.reeks else ""
    tijdvak = f"{reeks}; {tijdvaktekst(r.tijdvak)}" if r.tijdvak else reeks
    dag = datum_in_woorden(r.uiterlijk) if r.uiterlijk else ""
    if r.besluit:
        return f"'{r.woorden}', uitgesteld tot en met {dag} ({r.besluit.besluit})"
    uiterlijk = f" (uiterlijk {dag})" if dag and f"uiterlijk {dag}" != r.woorden else ""
    return f"'{r.woorden}'{tijdvak}{uiterlijk}"


def _hoe_lang(r: Termijnstand) -> str:
    """How late it is or how near; of a recurring duty how many times are late."""
    keren = f"{r.reeks.te_laat} keer te laat, " if r.reeks and r.reeks.te_laat > 1 else ""
    return f"{keren}{dagentekst(r.dagen or 0)}"


def _te_laat(r: Termijnstand) -> str:
    gemeld = ""
    if r.laatste and r.laatste.melding in AFWIJKEND:
        gemeld = f"; {r.laatste.melding}: {r.laatste.oorzaak or r.laatste.toelichting or ''}"
    return f"{_termijn(r)}, {dagentekst(r.dagen or 0)}{gemeld}"


def _punt(soort: str, r: Termijnstand, waarom: str, volgens: Voortgang | None = None) -> Aandachtspunt:
    """A point about a duty, `volgens` a statement or from its term alone."""
    voorbeeld = volgens is not None and volgens.herkomst == "voorbeeld"
    door = volgens.door if volgens else None
    return Aandachtspunt(
        soort,
        r.nummer,
        r.verplichting.wat,
        r.verplichting.wie,
        waarom,
        voorbeeld,
        r.nummer_afgeleid,
        door,
        r.bij,
        r.per_partij if soort in ("te laat", "binnenkort") and len(r.per_partij) > 1 else (),
        reeks=r.reeks if soort in ("te laat", "binnenkort") else None,
        kort=_hoe_lang(r) if soort in ("te laat", "binnenkort") else "",
        rij=r,
        melding=volgens,
    )


def _indicatorpunten(indicatoren: tuple[Indicatorstand, ...], oordeel: str) -> Iterator[Aandachtspunt]:
    for i in indicatoren:
        if i.oordeel == oordeel:
            soort = oordeel.replace("_", " ")
            voorbeeld = i.herkomst == "voorbeeld"
            naam, wie = indicatornaam(replace(i, partij=None)), (i.partij,) if i.partij else ()
            yield Aandachtspunt(
                soort, i.nummer, naam, wie, i.reden, voorbeeld, i.nummer_afgeleid, bij=i.bij, stand=i
            )


def _zonder_moment(r: Termijnstand, peildatum: date, binnen: int) -> bool:
    """A standing practice with term words asks for a recorded moment before the year ends."""
    bijna_om = (date(peildatum.year, 12, 31) - peildatum).days <= binnen
    dit_jaar = r.laatste is not None and r.laatste.datum.year == peildatum.year
    return (
        r.stand == "doorlopend"
        and r.verplichting.soort == "doorlopend"
        and bool(r.woorden)
        and bijna_om
        and not dit_jaar
    )


def waarom(punt: Aandachtspunt, bekend: Mapping[str, str]) -> str:
    """Why something asks attention, with the party that states it or how far each party is."""
    door = f"{bekend.get(punt.door, punt.door)}: " if punt.door else ""
    delen = (
        f"{door}{punt.waarom}",
        tegenovertekst(punt.tegenover, bekend),
        verdertekst(punt.reeks, bekend) if punt.reeks else "",
        partijentekst(punt.per_partij, bekend),
        *leverteksten(punt.te_leveren, bekend),
    )
    return "; ".join(filter(None, delen)) or "-"
