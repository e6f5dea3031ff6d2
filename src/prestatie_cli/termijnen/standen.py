"""The state of each duty on a peildatum, derived from its term and the statements up to that day.

Nothing here is stored: the same data and the same peildatum give the same states. A recurring duty
is one row per period; a delivered meting fulfils the reporting duty that asks for its figures.
"""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date

from prestatie_cli.model.dossier import (
    GERAAKT,
    Dossier,
    fouten_raken,
    verplichtingnummer,
    voortgang_per_verplichting,
)
from prestatie_cli.model.geldend import begonnen_jaargangen, benaming, geldende_jaargangen
from prestatie_cli.model.jaargang import Afspraak, Jaargang, Verplichting
from prestatie_cli.model.voortgang import Voortgang
from prestatie_cli.taal import datum_in_woorden
from prestatie_cli.termijnen.herhaling import terugkerend
from prestatie_cli.termijnen.lezingen import is_voorlopig, lezing_van, venster_van
from prestatie_cli.termijnen.meldingen import VOORTGANG, anders, besluiten, tegen_de_cijfers, voltooid
from prestatie_cli.termijnen.ontvangsten import ontvangsten
from prestatie_cli.termijnen.toestand import blijvend, enkel
from prestatie_cli.termijnen.uitkomsten import (
    KLAAR,
    OPEN,
    Geval,
    Normuitkomst,
    Stand,
    Uitkomst,
    traagste,
)
from prestatie_cli.termijnen.venster import Venster
from prestatie_cli.termijnen.vervolg import Plichtnaam, verplichtingen, voorgangers

# What stays in sight of agreements that ended.
VERDER: tuple[Stand, ...] = (
    *OPEN,
    "later",
    "wacht_op_cijfers",
    "uitgesteld",
    "zonder_termijn",
    "niet_te_beoordelen",
)
# What the figures of the indicator of a duty say on its last day (None where its words name none).
Normvraag = Callable[[Jaargang, Verplichting, date | None], Normuitkomst | None]
BINNEN = 60


@dataclass(frozen=True, slots=True)
class Reeks:
    """How far a recurring duty is: how many times are done, the last of them, and how many are late.

    `per_partij` is how many times each did it, where each does it for itself.
    """

    gedaan: int
    aantal: int
    laatste: str | None
    te_laat: int
    per_partij: tuple[tuple[str, int], ...] = ()


@dataclass(frozen=True, slots=True)
class Doener:
    """How a duty stands for one of the parties that do it each for themselves."""

    partij: str
    stand: Stand
    uiterlijk: date | None
    dagen: int | None
    waarom: str
    laatste: Voortgang | None


@dataclass(frozen=True, slots=True)
class Termijnstand:
    """One duty (or one period of a recurring duty) on a peildatum.

    `dagen` counts from the peildatum to `uiterlijk`: negative when late, None when there is
    nothing to wait for. `anders` holds the latest statements of parties that see it otherwise.
    `per_partij` has the state of each party where they do it each for themselves, `doeners` with all that
    belongs to it; the duty stands as the slowest. `bij` names the agreements where another duty in sight
    could have the same number. `besluit` is the decision of all parties that gave it another last day.
    """

    bestand: str
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
    per_partij: tuple[tuple[str, Stand], ...] = ()
    reeks: Reeks | None = None
    bij: str | None = None
    doeners: tuple[Doener, ...] = ()
    besluit: Voortgang | None = None

    @property
    def plichtnaam(self) -> Plichtnaam:
        """What names the duty in the whole dossier."""
        return self.jaargang.aanduiding, self.nummer

    @property
    def nummer(self) -> str:
        """The number of the duty, such as `3.6a`."""
        return verplichtingnummer(self.afspraak, self.verplichting)

    @property
    def nummer_afgeleid(self) -> bool:
        """Whether the source does not have the number (so)."""
        return self.jaargang.is_afgeleid(self.afspraak)

    @property
    def woorden(self) -> str | None:
        """The literal term words, None where the agreement names no term."""
        return self.verplichting.termijn.woorden if self.verplichting.termijn else None

    @property
    def lezing(self) -> str:
        """How the term is read, in words, with the days that an event gave it."""
        lezing = lezing_van(self.verplichting, self.jaargang.enig_jaar)
        if self.venster and self.venster.soort == "relatief" and self.uiterlijk:
            return f"{lezing}: uiterlijk {datum_in_woorden(self.uiterlijk)}"
        return lezing

    @property
    def voorlopig(self) -> bool:
        """Whether the parties have not settled yet how its term is read."""
        return is_voorlopig(self.verplichting)

    @property
    def zacht(self) -> bool:
        """Whether the term is strived for and so never late."""
        return self.venster is not None and self.venster.zacht


def standen(
    dossier: Dossier,
    peildatum: date,
    binnen: int = BINNEN,
    norm_van: Normvraag = lambda jaargang, verplichting, dag: None,
    jaar: int | None = None,
) -> tuple[Termijnstand, ...]:
    """All rows of the agreements in force in `jaar`, and once what is open of those that ended before.

    The year is that of the peildatum, or an earlier one to look back on. `norm_van` tells what the
    indicators say; without it nothing is decided by figures.
    """
    jaar = jaar or peildatum.year
    eerder = voorgangers(dossier, jaar)
    later = {oud: nieuw for nieuw, oud in eerder.items()}
    meldingen = _meldingen(dossier, peildatum, eerder)
    geldend = geldende_jaargangen(dossier, jaar)
    rijen: list[Termijnstand] = []
    for bestand, jaargang in begonnen_jaargangen(dossier, jaar):
        for afspraak, verplichting in verplichtingen(jaargang):
            naam = (jaargang.aanduiding, verplichtingnummer(afspraak, verplichting))
            geval = _geval(jaargang, verplichting, meldingen.get(naam, []), norm_van, peildatum, binnen)
            nieuw = _rijen(dossier, bestand, afspraak, geval, meldingen.get(naam, []))
            if (bestand, jaargang) in geldend:
                rijen += nieuw
            elif naam not in later or not _gaat_op_in(geval):
                rijen += [r for r in nieuw if r.stand in VERDER]
    return _onderscheiden(_bij_vervolg(rijen, later), [j for _, j in geldend])


def _meldingen(
    dossier: Dossier, peildatum: date, eerder: Mapping[Plichtnaam, Plichtnaam]
) -> dict[Plichtnaam, list[Voortgang]]:
    """The statements about each duty up to the peildatum, with those about the duty that it goes on from.

    What was decided about that one does not hold for what was agreed anew.
    """
    zelf = voortgang_per_verplichting(dossier)
    uit = {naam: [v for v in lijst if v.datum <= peildatum] for naam, lijst in zelf.items()}
    for naam, oud in eerder.items():
        mee = [v for v in uit.get(oud, ()) if v.melding in (*VOORTGANG, "voorwaarde_vervuld")]
        uit[naam] = sorted([*mee, *uit.get(naam, ())], key=lambda v: v.datum)
    return uit


def _gaat_op_in(geval: Geval) -> bool:
    """Whether a duty that goes on in later agreements is wholly told there: no year of its own is owed."""
    per_jaar = geval.norm is not None and geval.norm.per_jaar and geval.laatste_dag is None
    return not geval.keert_terug and not per_jaar


def _bij_vervolg(rijen: list[Termijnstand], later: Mapping[Plichtnaam, Plichtnaam]) -> list[Termijnstand]:
    """The rows with what is open of a recurring duty told at the one that it goes on in."""
    kop = {r.plichtnaam: r for r in rijen}
    uit = []
    for rij in rijen:
        naam = rij.plichtnaam
        while rij.tijdvak and naam in later and later[naam] in kop:
            naam = later[naam]
        nu = kop[naam]
        uit.append(
            replace(
                rij,
                bestand=nu.bestand,
                jaargang=nu.jaargang,
                afspraak=nu.afspraak,
                verplichting=nu.verplichting,
            )
        )
    return uit


def _onderscheiden(rijen: list[Termijnstand], geldend: list[Jaargang]) -> tuple[Termijnstand, ...]:
    """The rows, with what names their agreements where a number alone does not tell, or these ended."""
    nummers = {j.aanduiding: {a.nummer for a in j.afspraken} for j in geldend}
    uit = []
    for rij in rijen:
        aanduiding = rij.jaargang.aanduiding
        elders = any(rij.afspraak.nummer in n for naam, n in nummers.items() if naam != aanduiding)
        uit.append(replace(rij, bij=benaming(rij.jaargang)) if elders or aanduiding not in nummers else rij)
    return tuple(uit)


def _geval(
    jaargang: Jaargang,
    verplichting: Verplichting,
    meldingen: list[Voortgang],
    norm_van: Normvraag,
    peildatum: date,
    binnen: int,
) -> Geval:
    vervuld = min((v.datum for v in meldingen if v.melding == "voorwaarde_vervuld"), default=None)
    besloten, venster = besluiten(meldingen, jaargang), venster_van(verplichting, jaargang.enig_jaar)
    if venster and venster.soort == "relatief" and venster.duur and vervuld:
        venster = replace(venster, vroegst=vervuld, uiterlijk=venster.duur.na(vervuld))
    geval = Geval(jaargang, verplichting, venster, besloten, vervuld, None, peildatum, binnen)
    if verplichting.indicator is None:
        return geval
    norm = norm_van(jaargang, verplichting, geval.nieuwe_dag or geval.laatste_dag)
    if norm is None or not norm.per_jaar or geval.laatste_dag or jaargang.enig_jaar:
        return replace(geval, norm=norm)
    jaren = range(jaargang.eerste_jaar, min(jaargang.laatste_jaar, peildatum.year) + 1)
    per_jaar = ((j, norm_van(jaargang, verplichting, date(j, 12, 31))) for j in jaren)
    return replace(geval, norm=norm, normjaren=tuple((j, n) for j, n in per_jaar if n))


def _rijen(
    dossier: Dossier, bestand: str, afspraak: Afspraak, geval: Geval, meldingen: list[Voortgang]
) -> list[Termijnstand]:
    """The rows of one duty: as its doers stand together, or as the slowest of them."""
    verplichting = geval.verplichting
    eigen = [v for v in meldingen if v.door in verplichting.wie]
    laatste, besluit = eigen[-1] if eigen else None, geval.besluit
    groepen = doenersgroepen(verplichting)
    if _is_geraakt_door_fout(dossier, afspraak, verplichting):
        per_groep = [[Uitkomst("niet_te_beoordelen", GERAAKT)]]
        groepen = groepen[:1]
    else:
        per_groep = [_uitkomsten(dossier, geval.voor(groep), groep, eigen) for groep in groepen]
    uit = []
    for uitkomsten in _naast_elkaar(per_groep):
        u = traagste(uitkomsten)
        tegen = tegen_de_cijfers(eigen, u.stand in KLAAR) if geval.norm else ()
        paren = zip(groepen, uitkomsten, strict=True) if len(groepen) > 1 else ()
        doeners = tuple(_doener(groep[0], x, geval, eigen) for groep, x in paren)
        uit.append(
            Termijnstand(
                bestand,
                geval.jaargang,
                afspraak,
                verplichting,
                geval.venster,
                u.vroegst,
                u.uiterlijk,
                u.tijdvak,
                u.stand,
                laatste,
                _dagen(u, geval),
                _waarom(u, geval),
                tegen or anders(meldingen, verplichting, laatste, besluit),
                tuple((d.partij, d.stand) for d in doeners),
                doeners=doeners,
                besluit=besluit if geval.nieuwe_dag else None,
            )
        )
    return uit


def _doener(partij: str, u: Uitkomst, geval: Geval, meldingen: list[Voortgang]) -> Doener:
    laatste = next((v for v in reversed(meldingen) if v.door == partij), None)
    return Doener(partij, u.stand, u.uiterlijk, _dagen(u, geval), _waarom(u, geval), laatste)


def _dagen(u: Uitkomst, geval: Geval) -> int | None:
    """The days from the peildatum to the last day, where there is something to wait for."""
    return (u.uiterlijk - geval.peildatum).days if u.uiterlijk and u.stand in (*OPEN, "later") else None


def _waarom(u: Uitkomst, geval: Geval) -> str:
    """What a state rests on: without a term how its words are read."""
    return (
        u.waarom if u.stand != "zonder_termijn" else lezing_van(geval.verplichting, geval.jaargang.enig_jaar)
    )


def _naast_elkaar(per_groep: list[list[Uitkomst]]) -> Iterator[tuple[Uitkomst, ...]]:
    """The outcomes of the doers by period; one that holds for a doer as a whole stands beside each period."""
    meeste = max(per_groep, key=len)
    for n, rij in enumerate(meeste):
        yield tuple(
            groep[n] if len(groep) == len(meeste) else replace(groep[0], tijdvak=rij.tijdvak)
            for groep in per_groep
        )


def doenersgroepen(verplichting: Verplichting) -> tuple[tuple[str, ...], ...]:
    """The doers whose statements count together: all, or each for itself where that is not said otherwise."""
    wie = verplichting.wie
    samen = verplichting.uitvoering == "samen" or len(wie) < 2
    return (wie,) if samen else tuple((p,) for p in dict.fromkeys(wie))


def _uitkomsten(
    dossier: Dossier, geval: Geval, groep: tuple[str, ...], meldingen: list[Voortgang]
) -> list[Uitkomst]:
    """The outcome of some doers, one a period where it recurs."""
    eigen = [v for v in meldingen if v.door in groep]
    ontvangen = ontvangsten(dossier, geval.jaargang, geval.verplichting, groep, eigen, geval.peildatum)
    samen, venster = len(groep) > 1, geval.venster
    vast = blijvend(geval, eigen, voltooid(eigen, samen)) or geval.voorwaardelijk
    if geval.normjaren and not geval.voorwaardelijk:
        per_jaar = ((j, enkel(replace(geval, norm=n), eigen, ontvangen, samen)) for j, n in geval.normjaren)
        return [replace(u, tijdvak=str(j)) for j, u in per_jaar]
    if venster is None or venster.soort != "terugkerend" or vast:
        return [enkel(geval, eigen, ontvangen, samen)]
    return terugkerend(geval, venster, ontvangen, eigen) or [_niets_schuldig(geval, venster)]


def _niets_schuldig(geval: Geval, venster: Venster) -> Uitkomst:
    """What recurs in no year of the agreements: it begins later, or its condition came true too late."""
    if geval.is_voorwaardelijk:
        return Uitkomst("voorwaardelijk", "de voorwaarde is pas na afloop vervuld")
    if venster.vroegst and geval.peildatum < venster.vroegst:
        return Uitkomst("later", "de termijn is nog niet begonnen", venster.vroegst)
    return Uitkomst("zonder_termijn", "keert in de jaren van deze afspraken niet terug")


def _is_geraakt_door_fout(dossier: Dossier, afspraak: Afspraak, verplichting: Verplichting) -> bool:
    rust_op = ("voortgang/", "metingen/") if verplichting.kengetallen else ("voortgang/",)
    return fouten_raken(dossier, _namen(afspraak, verplichting), *rust_op)


def _namen(afspraak: Afspraak, verplichting: Verplichting) -> tuple[str | None, ...]:
    """What a fault must touch for a duty not to be judged: itself, or what its state comes from."""
    nummer = verplichtingnummer(afspraak, verplichting)
    return nummer, afspraak.nummer, verplichting.indicator, *verplichting.kengetallen
