"""The rows of a recurring duty: one for each agreed moment, each period, or each time in years."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from itertools import chain

from prestatie_cli.model.voortgang import Voortgang
from prestatie_cli.termijnen.ontvangsten import Ontvangst, is_gedekt
from prestatie_cli.termijnen.perioden import DAG, Grenzen, grenzen, ligt_in
from prestatie_cli.termijnen.uitkomsten import Geval, Stand, Uitkomst
from prestatie_cli.termijnen.venster import Venster, in_jaar, maanden_later
from prestatie_cli.termijnen.vormen import lees_woorden


@dataclass(frozen=True, slots=True)
class Moment:
    """A stretch over which something is owed `keer` times, to be done from `vroegst` up to `uiterlijk`.

    `dag` is the last day that the words name within each year: what comes in counts for that day.
    """

    naam: str
    tijdvak: Grenzen
    vroegst: date
    uiterlijk: date
    keer: int = 1
    dag: date | None = None


def terugkerend(
    geval: Geval, venster: Venster, ontvangen: tuple[Ontvangst, ...], eigen: list[Voortgang]
) -> list[Uitkomst]:
    """A row for each time; what all parties decided touches the rows that are not fulfilled."""
    momenten = _afgesproken(geval, venster)
    if not momenten and venster.duur is None and (venster.elke >= 12 or venster.keer > 1):
        return [r for m in _tijdvakken(geval, venster) for r in _geteld(geval, m, ontvangen, eigen)]
    momenten = momenten or tuple(_tijdvakken(geval, venster))
    return list(_op_momenten(geval, momenten, ontvangen, eigen))


def _afgesproken(geval: Geval, venster: Venster) -> tuple[Moment, ...]:
    """The moments that the parties set for the duty, else for words that recur as often."""
    groepen = (
        groep.momenten
        for groep in geval.jaargang.meetmomenten
        if (v := lees_woorden(groep.woorden)) and _even_vaak(v, venster)
    )
    return tuple(
        Moment(
            m.tijdvak,
            grenzen(m.tijdvak),
            grenzen(m.tijdvak)[1] + DAG,
            _verlengd(geval, grenzen(m.tijdvak), m.uiterlijk),
        )
        for m in geval.verplichting.meetmomenten or chain.from_iterable(groepen)
        if geval.loopt_in(grenzen(m.tijdvak))
    )


def _even_vaak(a: Venster, b: Venster) -> bool:
    """Whether moments set for some words hold for others: as often, and without days of their own."""
    return (a.keer, a.elke, a.binnen_jaar, a.duur) == (b.keer, b.elke, b.binnen_jaar, b.duur)


def _tijdvakken(geval: Geval, venster: Venster) -> Iterator[Moment]:
    """What is owed in the years of the agreements."""
    jaren = range(geval.jaargang.eerste_jaar, geval.jaargang.laatste_jaar + 1, -(-venster.elke // 12))
    return (moment for jaar in jaren for moment in _in_jaar(geval, venster, jaar))


def _in_jaar(geval: Geval, venster: Venster, jaar: int) -> Iterator[Moment]:
    """The months, quarters or halves, each late when the next is over; or the whole year or years."""
    if venster.elke >= 12:
        heel = date(jaar, 1, 1), date(jaar - 1 + venster.elke // 12, 12, 31)
        if geval.loopt_in(heel):
            van, tot = _dagen_van(venster, jaar, heel)
            dag = tot if venster.binnen_jaar else None
            yield Moment(_jaren_naam(heel), heel, van, _verlengd(geval, heel, tot), venster.keer, dag)
        return
    for maand in range(1, 13, venster.elke):
        van = date(jaar, maand, 1)
        eind, volgende = (maanden_later(van, venster.elke * n) - DAG for n in (1, 2))
        if geval.loopt_in((van, eind)):
            tot = volgende if venster.duur is None else venster.duur.na(eind)
            uiterlijk = _verlengd(geval, (van, eind), tot)
            yield Moment(_naam(van, venster.elke), (van, eind), van, uiterlijk, venster.keer)


def _jaren_naam(heel: Grenzen) -> str:
    van, tot = (dag.year for dag in heel)
    return str(van) if van == tot else f"{van}/{tot}"


def _dagen_van(venster: Venster, jaar: int, heel: Grenzen) -> Grenzen:
    """First and last day on which a time in a year is done: those that the words name, else the whole."""
    if venster.binnen_jaar:
        van, tot = venster.binnen_jaar
        return in_jaar(van, jaar) if van else heel[0], in_jaar(tot, jaar)
    return heel[0], heel[1] if venster.duur is None else venster.duur.na(heel[1])


def _naam(van: date, maanden: int) -> str:
    delen = {1: f"{van.month:02}", 3: f"Q{van.month // 3 + 1}", 6: f"H{van.month // 6 + 1}"}
    return f"{van.year}-{delen[maanden]}"


def _verlengd(geval: Geval, tijdvak: Grenzen, uiterlijk: date) -> date:
    """The last day after a decision to put it off to a day, which never shortens a term."""
    besluit = geval.besluit_over(tijdvak)
    if besluit is None or besluit.melding != "uitgesteld" or besluit.tot is None:
        return uiterlijk
    return max(uiterlijk, besluit.tot)


def _op_momenten(
    geval: Geval, momenten: tuple[Moment, ...], ontvangen: tuple[Ontvangst, ...], eigen: list[Voortgang]
) -> Iterator[Uitkomst]:
    """A row a moment: fulfilled by what covers its period, else by a statement that names none."""
    klaar: dict[Moment, Ontvangst] = {}
    for n, o in enumerate(ontvangen):
        open_ = [m for m in momenten if m not in klaar and not o.ingetrokken(eigen, m.tijdvak)]
        if o.tijdvak is None:
            klaar.update(dict.fromkeys(_eerste_open(open_, o.op), o))
            continue
        for m in open_:
            tot_nu = (x for x in ontvangen[: n + 1] if not x.ingetrokken(eigen, m.tijdvak))
            if is_gedekt(m.tijdvak, tot_nu):
                klaar[m] = o
    for m in momenten:
        yield _rij(geval, m, klaar.get(m), m.naam, eigen)


def _eerste_open(open_: list[Moment], dag: date) -> list[Moment]:
    """What a statement without a period is about: the first moment still in time, else the first late."""
    begonnen = [m for m in open_ if m.vroegst <= dag]
    return ([m for m in begonnen if dag <= m.uiterlijk] or begonnen)[:1]


def _geteld(
    geval: Geval, moment: Moment, ontvangen: Iterable[Ontvangst], eigen: list[Voortgang]
) -> Iterator[Uitkomst]:
    """So many rows in a stretch: what came in on one day counts once, what is too old not at all."""
    per_dag: dict[date, Ontvangst] = {}
    laat: dict[date, Ontvangst] = {}
    for o in ontvangen:
        over = grenzen(o.tijdvak) if o.tijdvak else None
        if moment.keer == 1 and o.tijdvak and o.ingetrokken(eigen, moment.tijdvak):
            continue  # Of what is done more than once, no word says which time it takes back.
        if _telt_mee(o, moment):
            per_dag.setdefault(o.op, o)
        elif not moment.dag and o.op > moment.tijdvak[1] and over and ligt_in(over, moment.tijdvak):
            laat.setdefault(o.op, o)
    ingekomen = [*per_dag.values(), *laat.values()][: moment.keer]
    for n in range(moment.keer):
        naam = moment.naam if moment.keer == 1 else f"{moment.naam} ({n + 1} van {moment.keer})"
        yield _rij(geval, moment, ingekomen[n] if n < len(ingekomen) else None, naam, eigen)


def _telt_mee(o: Ontvangst, moment: Moment) -> bool:
    """Whether it came in its stretch; where the words name a day, whether it is about the year before it.

    A statement that names a period is about that time and no other.
    """
    van, tot = moment.tijdvak
    if moment.dag and o.melding and o.tijdvak:
        return ligt_in(moment.tijdvak, grenzen(o.tijdvak))
    if moment.dag and o.tijdvak:
        return o.telt_op(moment.dag)
    return van <= o.op <= max(tot, moment.dag or tot) and o.telt_op(o.op)


def _rij(
    geval: Geval, moment: Moment, klaar: Ontvangst | None, naam: str, eigen: list[Voortgang]
) -> Uitkomst:
    van, tot = moment.vroegst, moment.uiterlijk
    besluit = geval.besluit_over(moment.tijdvak)
    if klaar and not (besluit and besluit.melding == "vervallen" and klaar.op > besluit.datum):
        op_tijd = klaar.op <= tot or geval.zacht
        return Uitkomst("gehaald" if op_tijd else "te_laat_gehaald", klaar.waarom, van, tot, naam)
    if besluit and not besluit.tot and not geval.opgepakt(besluit, eigen, moment.tijdvak):
        stand: Stand = "vervallen" if besluit.melding == "vervallen" else "uitgesteld"
        return Uitkomst(stand, f"besluit: {besluit.besluit}", van, tot, naam)
    return Uitkomst(*geval.naar_tijd(van, tot, geval.zacht), van, tot, naam)
