"""The state of each duty on a peildatum, derived from its term and the statements up to that day.

Nothing here is stored: the same data and the same peildatum give the same states. A recurring duty
is one row per period; a delivered meting fulfils the reporting duty that asks for its figures.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date
from typing import Literal, get_args

from prestatie_cli.model.dossier import (
    GERAAKT,
    Dossier,
    fouten_raken,
    verplichtingnummer,
    voortgang_per_verplichting,
)
from prestatie_cli.model.jaargang import Afspraak, Jaargang, Verplichting
from prestatie_cli.model.voortgang import Voortgang
from prestatie_cli.taal import datum_in_woorden
from prestatie_cli.termijnen.meldingen import BEZIG, anders, begonnen, besluit
from prestatie_cli.termijnen.perioden import DAG, grenzen
from prestatie_cli.termijnen.vormen import Venster, lees_woorden, lezing_in_woorden

Stand = Literal[
    "te_laat",
    "binnenkort",
    "loopt",
    "later",
    "gehaald",
    "te_laat_gehaald",
    "doorlopend",
    "voorwaardelijk",
    "uitgesteld",
    "vervallen",
    "zonder_termijn",
    "niet_te_beoordelen",
]
STANDEN: tuple[Stand, ...] = get_args(Stand)
OPEN: tuple[Stand, ...] = ("te_laat", "binnenkort", "loopt")
# What stays in sight of an earlier year.
VERDER: tuple[Stand, ...] = (*OPEN, "later", "niet_te_beoordelen")
BINNEN = 60


@dataclass(frozen=True, slots=True)
class Termijnstand:
    """One duty (or one period of a recurring duty) on a peildatum.

    `dagen` counts from the peildatum to `uiterlijk`: negative when late, None when there is
    nothing to wait for. `anders` holds the latest statements of parties that see it otherwise.
    """

    jaargang: Jaargang
    afspraak: Afspraak
    verplichting: Verplichting
    venster: Venster | None
    vroegst: date | None
    uiterlijk: date | None
    tijdvak: str | None
    stand: Stand
    laatste: Voortgang | None
    dagen: int | None
    waarom: str
    anders: tuple[Voortgang, ...] = ()

    @property
    def nummer(self) -> str:
        """The number of the duty, such as `3.6a`."""
        return verplichtingnummer(self.afspraak, self.verplichting)

    @property
    def nummer_afgeleid(self) -> bool:
        """Whether the source does not have the number (so)."""
        return self.afspraak.afgeleid

    @property
    def woorden(self) -> str | None:
        """The literal term words, None where the agreement names no term."""
        return self.verplichting.termijn.woorden if self.verplichting.termijn else None

    @property
    def zacht(self) -> bool:
        """Whether the term is strived for and so never late."""
        return self.venster is not None and self.venster.zacht


def standen(dossier: Dossier, peildatum: date, binnen: int = BINNEN) -> tuple[Termijnstand, ...]:
    """All rows of the agreements in force on the peildatum, and what is open from earlier years."""
    meldingen = voortgang_per_verplichting(dossier)
    jaargangen = sorted(dossier.jaargangen.values(), key=lambda j: j.jaar)
    geldend = geldende_jaargang(dossier, peildatum)
    rijen: list[Termijnstand] = []
    for jaargang in jaargangen:
        if geldend is None or jaargang.jaar > geldend.jaar:
            continue
        for afspraak, verplichting in verplichtingen(jaargang):
            nummer = verplichtingnummer(afspraak, verplichting)
            eigen = [v for v in meldingen.get((jaargang.jaar, nummer), ()) if v.datum <= peildatum]
            nieuw = _rijen(dossier, jaargang, afspraak, verplichting, eigen, peildatum, binnen)
            rijen += nieuw if jaargang is geldend else [r for r in nieuw if r.stand in VERDER]
    return tuple(rijen)


def geldende_jaargang(dossier: Dossier, peildatum: date) -> Jaargang | None:
    """The agreements of the peildatum's year, else the nearest earlier, else the first."""
    jaargangen = sorted(dossier.jaargangen.values(), key=lambda j: j.jaar)
    eerder = [j for j in jaargangen if j.jaar <= peildatum.year]
    return eerder[-1] if eerder else next(iter(jaargangen), None)


def tel_standen(rijen: Iterable[Termijnstand]) -> dict[Stand, int]:
    """How many rows are in each state, in the order of the states."""
    uit = dict.fromkeys(STANDEN, 0)
    for rij in rijen:
        uit[rij.stand] += 1
    return uit


def verplichtingen(jaargang: Jaargang) -> Iterator[tuple[Afspraak, Verplichting]]:
    """Every duty with its agreement, in the order of the file; a constatering is no duty."""
    for afspraak in jaargang.afspraken:
        for verplichting in afspraak.verplichtingen:
            if verplichting.soort != "constatering":
                yield afspraak, verplichting


def venster_van(verplichting: Verplichting) -> Venster | None:
    """The window of a duty: the explicit reading of the parties before the table of words."""
    termijn = verplichting.termijn
    if termijn is None:
        return None
    if termijn.lezing:
        return Venster("periode", termijn.lezing.vroegst, termijn.lezing.uiterlijk)
    return lees_woorden(termijn.woorden)


def lezing_van(verplichting: Verplichting) -> str:
    """How the term of a duty is read, in words, with who settled it where that was explicit."""
    termijn, venster = verplichting.termijn, venster_van(verplichting)
    if termijn is None:
        return "geen termijn in de afspraak"
    if venster is None:
        return "deze woorden kan het programma niet lezen"
    lezing = lezing_in_woorden(venster)
    if termijn.lezing:
        wie = " en ".join(termijn.lezing.vastgesteld_door)
        return f"{lezing}; zo vastgesteld door {wie} op {termijn.lezing.vastgesteld_op}"
    return lezing


def _rijen(
    dossier: Dossier,
    jaargang: Jaargang,
    afspraak: Afspraak,
    verplichting: Verplichting,
    meldingen: list[Voortgang],
    peildatum: date,
    binnen: int,
) -> list[Termijnstand]:
    venster = venster_van(verplichting)
    eigen = [v for v in meldingen if v.door in verplichting.wie]
    laatste = eigen[-1] if eigen else None
    besloten = besluit(meldingen, jaargang)
    anders_gezien = anders(meldingen, verplichting, laatste, besloten)
    rust_op = ("voortgang/", "metingen/") if verplichting.kengetallen else ("voortgang/",)
    if fouten_raken(dossier, _namen(afspraak, verplichting), *rust_op):
        uitkomsten = [_Uitkomst("niet_te_beoordelen", GERAAKT)]
    elif venster and venster.soort == "terugkerend":
        geleverd = _leveringen(dossier, verplichting, eigen, peildatum)
        uitkomsten = _terugkerend(jaargang, venster, geleverd, besloten, peildatum, binnen)
    else:
        vervuld = any(v.melding == "voorwaarde_vervuld" for v in meldingen)
        uitkomsten = [_enkel(verplichting, venster, eigen, besloten, vervuld, peildatum, binnen)]
    return [
        Termijnstand(
            jaargang,
            afspraak,
            verplichting,
            venster,
            u.vroegst,
            u.uiterlijk,
            u.tijdvak,
            u.stand,
            laatste,
            (u.uiterlijk - peildatum).days if u.uiterlijk and u.stand in (*OPEN, "later") else None,
            u.waarom,
            anders_gezien,
        )
        for u in uitkomsten
    ]


def _namen(afspraak: Afspraak, verplichting: Verplichting) -> tuple[str | None, ...]:
    """What a fault must touch for a duty not to be judged: itself, or what its state comes from."""
    nummer = verplichtingnummer(afspraak, verplichting)
    return nummer, afspraak.nummer, verplichting.indicator, *verplichting.kengetallen


@dataclass(frozen=True, slots=True)
class _Uitkomst:
    stand: Stand
    waarom: str
    vroegst: date | None = None
    uiterlijk: date | None = None
    tijdvak: str | None = None


@dataclass(frozen=True, slots=True, order=True)
class _Ontvangst:
    """When figures or a statement came in, and whether they are an example."""

    op: date
    voorbeeld: bool

    @property
    def merk(self) -> str:
        return " (voorbeeld)" if self.voorbeeld else ""


def _enkel(
    verplichting: Verplichting,
    venster: Venster | None,
    eigen: list[Voortgang],
    besluit: Voortgang | None,
    vervuld: bool,
    peildatum: date,
    binnen: int,
) -> _Uitkomst:
    """The state of a duty that does not recur; the first rule that applies decides."""
    van = venster.vroegst if venster else None
    tot = venster.uiterlijk if venster else None
    laatste = eigen[-1] if eigen else None
    melding = laatste.melding if laatste else None
    is_uitstel = besluit is not None and besluit.melding == "uitgesteld"
    uitstel = besluit.tot if besluit and is_uitstel else None
    tot = uitstel if is_uitstel else tot
    # What was put off may be taken up again; what all parties dropped needs a decision of all to return.
    later_bezig = laatste and besluit and laatste.datum > besluit.datum and melding in BEZIG
    if besluit and not (later_bezig and is_uitstel) and not uitstel:
        stand: Stand = "vervallen" if besluit.melding == "vervallen" else "uitgesteld"
        return _Uitkomst(stand, f"besluit: {besluit.besluit}", van, tot)
    blijvend = _blijvend(verplichting, venster, vervuld, melding)
    if blijvend:
        return _Uitkomst(*blijvend, van, tot)
    zacht = venster is not None and venster.zacht
    begin = begonnen(eigen, besluit) if venster and venster.soort == "begin" else None
    if laatste and melding == "afgerond":
        klaar = laatste.gereed_op or laatste.datum
        laat = bool(tot and (begin or klaar) > tot and not zacht)
        return _Uitkomst(
            "te_laat_gehaald" if laat else "gehaald", f"afgerond op {datum_in_woorden(klaar)}", van, tot
        )
    if venster is None or venster.soort in ("na", "voorwaardelijk"):
        if uitstel is None:
            return _Uitkomst("zonder_termijn", lezing_van(verplichting), van, tot)
        van = None  # The parties gave it a last day; words that name none say nothing of a first.
    if begin:
        return _Uitkomst("loopt", "begonnen; geen einddatum", van, None)
    return _Uitkomst(*_naar_tijd(van, tot, zacht, peildatum, binnen), van, tot)


def _blijvend(
    verplichting: Verplichting, venster: Venster | None, vervuld: bool, melding: str | None
) -> tuple[Stand, str] | None:
    """The states that a date does not decide: put off, conditional, standing."""
    uitgesteld = verplichting.soort == "uitgesteld" or (venster and venster.soort == "uitgesteld")
    if uitgesteld and melding in (None, "niet_gestart"):
        return "uitgesteld", "de afspraak voorziet het niet in deze periode"
    voorwaardelijk = verplichting.soort == "voorwaardelijk" or (venster and venster.soort == "voorwaardelijk")
    if voorwaardelijk and not vervuld and melding != "afgerond":
        return "voorwaardelijk", "nog niet vastgelegd dat de voorwaarde is vervuld"
    if verplichting.soort == "maximum":
        return "doorlopend", "een grens; zie de indicator"
    if verplichting.soort == "doorlopend" or (venster and venster.soort == "doorlopend"):
        return "doorlopend", "een doorlopende werkwijze"
    return None


def _naar_tijd(
    van: date | None, tot: date | None, zacht: bool, peildatum: date, binnen: int
) -> tuple[Stand, str]:
    """Late, due soon, open or not yet open, for something that has not been done."""
    if tot and peildatum > tot:
        if zacht:
            return "loopt", "het streven is voorbij; niet te laat, wel aandacht"
        return "te_laat", "niet als afgerond gemeld"
    if van and peildatum < van:
        return "later", "de termijn is nog niet begonnen"
    if tot and (tot - peildatum).days <= binnen:
        return "binnenkort", "de termijn loopt bijna af"
    return "loopt", "binnen de termijn"


def _terugkerend(
    jaargang: Jaargang,
    venster: Venster,
    geleverd: "dict[str, _Ontvangst]",
    besluit: Voortgang | None,
    peildatum: date,
    binnen: int,
) -> list[_Uitkomst]:
    """A row per agreed reporting moment, or else per time in the calendar year.

    A decision of all parties touches the rows that are not fulfilled: those of its tijdvak, if it
    names one. A new last day never shortens a term.
    """
    momenten = [
        m
        for groep in jaargang.meetmomenten
        if (v := lees_woorden(groep.woorden)) and v.keer == venster.keer
        for m in groep.momenten
    ]
    uitstel = besluit.tot if besluit and besluit.melding == "uitgesteld" else None
    rijen = []
    for m in momenten:
        geldt = besluit is not None and besluit.tijdvak in (None, m.tijdvak)
        uiterlijk = max(m.uiterlijk, uitstel) if uitstel and geldt else m.uiterlijk
        rij = _op_moment(m.tijdvak, uiterlijk, geleverd, peildatum, binnen)
        rijen.append(_besloten(rij, besluit) if besluit and geldt else rij)
    if momenten:
        return rijen
    laatste_dag = max(date(jaargang.jaar, 12, 31), uitstel or date.min)
    geteld = _geteld(jaargang.jaar, venster.keer, laatste_dag, geleverd, peildatum, binnen)
    return [_besloten(rij, besluit) for rij in geteld] if besluit else geteld


def _besloten(rij: _Uitkomst, besluit: Voortgang) -> _Uitkomst:
    """A row of a recurring duty after a decision to drop it, or to put it off without a new day."""
    if rij.stand in ("gehaald", "te_laat_gehaald") or besluit.tot:
        return rij
    stand: Stand = "vervallen" if besluit.melding == "vervallen" else "uitgesteld"
    return replace(rij, stand=stand, waarom=f"besluit: {besluit.besluit}")


def _leveringen(
    dossier: Dossier, verplichting: Verplichting, eigen: Iterable[Voortgang], peildatum: date
) -> dict[str, _Ontvangst]:
    """When the duty was fulfilled, by period: deliveries with all figures asked, and statements."""
    uit: dict[str, _Ontvangst] = {}
    gevraagd = set(verplichting.kengetallen)
    for meting in dossier.metingen.values() if gevraagd else ():
        leveringen = [
            x for x in meting.leveringen if x.door in verplichting.wie and x.geleverd_op <= peildatum
        ]
        if gevraagd <= {k for x in leveringen for k in x.cijfers}:
            bij = [x for x in leveringen if gevraagd & set(x.cijfers)]
            voorbeeld = any(x.herkomst == "voorbeeld" for x in bij)
            uit[meting.periode] = _Ontvangst(max(x.geleverd_op for x in bij), voorbeeld)
    for v in eigen:
        if v.melding == "afgerond":
            klaar = v.gereed_op or v.datum
            sleutel = v.tijdvak or klaar.isoformat()
            ontvangst = _Ontvangst(klaar, v.herkomst == "voorbeeld")
            uit[sleutel] = min(ontvangst, uit.get(sleutel, ontvangst))
    return uit


def _op_moment(
    tijdvak: str, uiterlijk: date, geleverd: dict[str, _Ontvangst], peildatum: date, binnen: int
) -> _Uitkomst:
    van = grenzen(tijdvak)[1] + DAG
    # A year's figures hold those of its parts.
    klaar = geleverd.get(tijdvak) or geleverd.get(tijdvak[:4])
    if klaar:
        stand: Stand = "gehaald" if klaar.op <= uiterlijk else "te_laat_gehaald"
        return _Uitkomst(
            stand, f"ontvangen op {datum_in_woorden(klaar.op)}{klaar.merk}", van, uiterlijk, tijdvak
        )
    return _Uitkomst(*_naar_tijd(van, uiterlijk, False, peildatum, binnen), van, uiterlijk, tijdvak)


def _geteld(
    jaar: int, keer: int, tot: date, geleverd: dict[str, _Ontvangst], peildatum: date, binnen: int
) -> list[_Uitkomst]:
    """Without agreed moments: so many deliveries from 1 January up to `tot`."""
    van = date(jaar, 1, 1)
    op_tijd = sorted((o, p) for p, o in geleverd.items() if o.op.year == jaar)
    # What arrives in a later year counts here only when it is about this year.
    te_laat = sorted((o, p) for p, o in geleverd.items() if o.op.year > jaar and p[:4] == str(jaar))
    uit: list[_Uitkomst] = []
    for nummer, (ontvangst, periode) in enumerate((op_tijd + te_laat)[:keer], start=1):
        stand: Stand = "gehaald" if ontvangst.op <= tot else "te_laat_gehaald"
        over = "" if periode == ontvangst.op.isoformat() else f", over {periode}"
        waarom = f"ontvangen op {datum_in_woorden(ontvangst.op)}{over}{ontvangst.merk}"
        uit.append(_Uitkomst(stand, waarom, van, tot, _tijdvak(jaar, nummer, keer)))
    for nummer in range(len(uit) + 1, keer + 1):
        stand, waarom = _naar_tijd(van, tot, False, peildatum, binnen)
        uit.append(_Uitkomst(stand, waarom, van, tot, _tijdvak(jaar, nummer, keer)))
    return uit


def _tijdvak(jaar: int, nummer: int, keer: int) -> str:
    return f"{jaar}" if keer == 1 else f"{jaar} ({nummer} van {keer})"
