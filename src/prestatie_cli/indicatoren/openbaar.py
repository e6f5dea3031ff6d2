"""What may be published: small counts of people are hidden, and nothing shown lets them be derived.

Everything that is published together is looked at as one, with what was published before. Homes and euros
are no people and stay.
"""

from collections.abc import Iterable, Iterator, Mapping, Set
from dataclasses import dataclass, field, replace
from datetime import date
from decimal import Decimal

from prestatie_cli.indicatoren.afscherming import (
    Afscherming,
    Cel,
    Feit,
    Gevoelig,
    Som,
    Vraagstuk,
    afgeschermd_samen,
)
from prestatie_cli.indicatoren.berekening import Indicatorstand
from prestatie_cli.indicatoren.dekking import Cijfer, Cijfers, verzamel
from prestatie_cli.indicatoren.gepeild import met_partijen
from prestatie_cli.indicatoren.meten import Verborgen
from prestatie_cli.indicatoren.oordeel import Oordeel
from prestatie_cli.model.dossier import Dossier
from prestatie_cli.model.geldend import Geldend, geldend_in
from prestatie_cli.model.indicator import Indicator
from prestatie_cli.model.jaargang import Kengetal
from prestatie_cli.termijnen.perioden import grenzen
from prestatie_cli.termijnen.standen import Termijnstand
from prestatie_cli.termijnen.uitkomsten import Stand

NIET_OPENBAAR = "verborgen"
GEHEIM = "het aantal is te klein om te publiceren, en het oordeel zou het verraden"
GEHEIM_OORDEEL: tuple[Oordeel, str] = ("niet_te_beoordelen", GEHEIM)
# States of a duty that its figures decide.
NAAR_CIJFERS = ("gehaald", "te_laat_gehaald", "niet_gehaald", "wacht_op_cijfers")
# The other part of the same whole: what is left of a year without one half of it.
WEDERDELEN = {"H1": "H2", "H2": "H1"}


@dataclass(frozen=True, slots=True)
class Eerder:
    """What was published before: sums of figures, and sums of which it was said that they are small."""

    feiten: tuple[Feit, ...] = ()
    gemerkt: tuple[Som, ...] = ()


@dataclass(frozen=True, slots=True)
class Publicatie:
    """What is published together, and what of it is hidden; without a smallest cell nothing is.

    `namen` are the full names of the figures.
    """

    kleinste: int | None = None
    afscherming: Afscherming = field(default_factory=Afscherming)
    feiten: tuple[Feit, ...] = ()
    gevoelig: tuple[Gevoelig, ...] = ()
    namen: Mapping[str, str] = field(default_factory=dict)

    def toont(self, cijfers: Iterable[Cijfer]) -> bool:
        """Whether the sum of these figures may be shown."""
        return self.afscherming.toont(som_van(cijfers))

    def merk(self, cijfers: Iterable[Cijfer]) -> str | None:
        """What stands in place of a sum that is hidden: `<5`, or that it is; None for one that is shown."""
        som = som_van(cijfers)
        if self.afscherming.toont(som):
            return None
        return f"<{self.kleinste}" if som in self.afscherming.gemerkt else NIET_OPENBAAR

    @property
    def getoond(self) -> tuple[Feit, ...]:
        """The sums that are shown."""
        return tuple(f for f in self.feiten if self.afscherming.toont(f.cellen))

    @property
    def gemerkt(self) -> tuple[Som, ...]:
        """The sums of which is said that they are small."""
        return tuple(sorted(self.afscherming.verborgen & self.afscherming.gemerkt, key=sorted))


def som_van(cijfers: Iterable[Cijfer]) -> Som:
    """The delivered figures that a sum is made of."""
    return frozenset((c.kengetal, c.door, c.periode) for cijfer in cijfers for c in cijfer.geleverd)


def publicatie_op(
    dossier: Dossier, standen: Iterable[Indicatorstand], dag: date, eerder: Eerder | None = None
) -> Publicatie:
    """What is published together as on a day: the indicators, figures of topics and stocks, corrections."""
    geldend = geldend_in(dossier, dag.year)
    kleinste, kengetallen = geldend.kleinste_cel, geldend.kengetallen
    if kleinste is None:
        return Publicatie()
    cijfers = verzamel(dossier)
    los = [c for c in _los_getoond(geldend, cijfers) if grenzen(c.periode)[1] <= dag]
    sommen = {
        som_van(s): s
        for s in (*(x for stand in met_partijen(standen) for x in _sommen(stand)), *((c,) for c in los))
    }
    feiten = tuple(
        Feit(som, int(_waarde(delen)))
        for som, delen in sommen.items()
        if som and all(c.eenheid.mensen for c in delen)
    )
    eerder = eerder or Eerder()
    gevoelig = (*_kleine(cijfers, kengetallen, kleinste), *_kleine_sommen(standen, feiten, kleinste))
    vraag = Vraagstuk(
        feiten,
        tuple(dict.fromkeys(gevoelig)),
        kleinste,
        {k.id: k.deel_van for k in kengetallen.values() if k.deel_van},
        frozenset(k.id for k in kengetallen.values() if k.soort == "stand"),
        tuple(f for f in eerder.feiten if _nog_zo(f, cijfers)),
        eerder.gemerkt,
    )
    namen = {k.id: k.naam for k in kengetallen.values()}
    return Publicatie(kleinste, afgeschermd_samen(vraag), feiten, tuple(vraag.gevoelig), namen)


def _los_getoond(geldend: Geldend, cijfers: Cijfers) -> Iterator[Cijfer]:
    """The figures that stand by themselves in a publication: of topics and stocks, and corrected ones."""
    namen = {k for a in geldend.afspraken for o in a.onderwerpen for k in o.kengetallen}
    namen |= {k for b in geldend.balansen for k in b.kengetallen}
    yield from (c for k in namen for c in cijfers.per_kengetal.get(k, {}).values())
    yield from (c for per in cijfers.per_partij.values() for c in per.values() if c.correcties)


def _waarde(cijfers: Iterable[Cijfer]) -> Decimal:
    return sum((c.waarde for c in cijfers), Decimal())


def _nog_zo(feit: Feit, cijfers: Cijfers) -> bool:
    """Whether a sum that was published is still that; a corrected figure says nothing of what is now."""
    nu = [cijfers.per_partij.get((k, p), {}).get(periode) for k, p, periode in feit.cellen]
    waarden = [c.waarde for c in nu if c is not None]
    return len(waarden) < len(nu) or sum(waarden, Decimal()) == feit.waarde


def _van(cijfers: Iterable[Cijfer], namen: Iterable[str | None]) -> tuple[Cijfer, ...]:
    gezocht = set(namen)
    return tuple(c for c in cijfers if c.kengetal in gezocht)


def _delen(indicator: Indicator, cijfers: tuple[Cijfer, ...]) -> Iterator[tuple[Cijfer, ...]]:
    """The sums that a value is made of: teller, what is taken off, noemer; of a change each of its years."""
    yield from (_van(cijfers, (indicator.teller, *indicator.plus)), _van(cijfers, indicator.min))
    yield _van(cijfers, (indicator.noemer,))
    if indicator.basisjaar:
        basis = tuple(c for c in cijfers if c.periode[:4] == str(indicator.basisjaar))
        yield from (basis, tuple(c for c in cijfers if c not in basis))


def _sommen(stand: Indicatorstand) -> Iterator[tuple[Cijfer, ...]]:
    """The sums that are shown of an indicator: its value, its years, its figures, what it expects."""
    yield from _delen(stand.indicator, stand.cijfers)
    for jaar in stand.jaren:
        yield from _delen(stand.indicator, jaar.cijfers)
    yield from ((c,) for c in stand.cijfers)
    yield stand.verwacht.cijfers if stand.verwacht else ()


def _kleine(cijfers: Cijfers, kengetallen: Mapping[str, Kengetal], kleinste: int) -> Iterator[Gevoelig]:
    """The small counts among all delivered figures: by themselves, what they leave of a whole or a year."""
    for (kengetal, partij), per_periode in cijfers.per_partij.items():
        deel_van = kengetallen[kengetal].deel_van if kengetal in kengetallen else None
        geheel = cijfers.per_partij.get((deel_van or "", partij), {})
        for periode, c in per_periode.items():
            if not c.eenheid.mensen:
                continue
            cel = frozenset({(kengetal, partij, periode)})
            if is_klein(c.waarde, kleinste):
                yield Gevoelig(cel, 1, kleinste - 1)
            if periode in geheel:
                yield from _kleine_rest(cel, c.waarde, geheel[periode].waarde, kleinste)
            yield from _ander_deel((kengetal, partij, periode), c, per_periode, kleinste)


def _kleine_rest(cellen: Som, deel: Decimal, geheel: Decimal, kleinste: int) -> Iterator[Gevoelig]:
    """A part of which what is left of the whole is small."""
    if is_klein(geheel - deel, kleinste):
        yield Gevoelig(cellen, max(0, int(geheel) - kleinste + 1), int(geheel) - 1)


def _ander_deel(
    cel: Cel, cijfer: Cijfer, per_periode: Mapping[str, Cijfer], kleinste: int
) -> Iterator[Gevoelig]:
    """The other half of a year, where nobody delivered that by itself."""
    jaar, _, deel = cel[2].partition("-")
    ander = f"{jaar}-{WEDERDELEN.get(deel, deel)}"
    open_ = deel in WEDERDELEN and jaar in per_periode and ander not in per_periode
    if open_ and is_klein(per_periode[jaar].waarde - cijfer.waarde, kleinste):
        yield Gevoelig(frozenset({(cel[0], cel[1], ander)}), 1, kleinste - 1)


def _kleine_sommen(
    standen: Iterable[Indicatorstand], feiten: Iterable[Feit], kleinste: int
) -> Iterator[Gevoelig]:
    """The small sums that would be shown, and small remainders of a teller beside its noemer."""
    yield from (Gevoelig(f.cellen, 1, kleinste - 1) for f in feiten if 0 < f.waarde < kleinste)
    for stand in met_partijen(standen):
        for cijfers in (stand.cijfers, *(j.cijfers for j in stand.jaren)):
            teller = _van(cijfers, (stand.indicator.teller,))
            noemer = _van(cijfers, (stand.indicator.noemer,))
            mensen = all(c.eenheid.mensen for c in (*teller, *noemer))
            if noemer and mensen:
                yield from _kleine_rest(som_van(teller), _waarde(teller), _waarde(noemer), kleinste)


def is_klein(aantal: Decimal, kleinste: int) -> bool:
    """Whether a count lies between zero and the smallest cell."""
    return 0 < aantal < kleinste


def met_de_volgende(weg: Set[str], delen: Mapping[str, Decimal]) -> frozenset[str]:
    """The parts to hide of a sum that must close: with exactly one of them the next smallest as well."""
    rest = [naam for naam in delen if naam not in weg]
    if len(weg) != 1 or not rest:
        return frozenset(weg)
    return frozenset(weg) | {min(rest, key=lambda naam: (abs(delen[naam]), naam))}


def openbaar(stand: Indicatorstand, pub: Publicatie) -> Indicatorstand:
    """An indicator as it may be published: its value, years, figures, parties and the closed year."""
    if pub.kleinste is None:
        return stand
    stand = replace(
        stand,
        vorig=stand.vorig and openbaar(stand.vorig, pub),
        per_partij=tuple(openbaar(p, pub) for p in stand.per_partij),
        jaren=tuple(replace(j, afgeschermd=_merken(stand.indicator, j.cijfers, pub)) for j in stand.jaren),
    )
    if weg := _merken(stand.indicator, stand.cijfers, pub):
        return _verborgen(stand, weg, pub.kleinste)
    stand = replace(stand, cijfers=tuple(c for c in stand.cijfers if alleen_toonbaar(c, pub)))
    if stand.verwacht and not pub.toont(stand.verwacht.cijfers):
        return replace(stand, verwacht=None, ruimte=None, ruimte_soort=None, kans=None)
    return stand


def alleen_toonbaar(cijfer: Cijfer, pub: Publicatie, geheel: Cijfer | None = None) -> bool:
    """Whether a figure may be shown by itself, with those that it replaced, beside the whole of it."""
    was = [k.was for k in cijfer.correcties]
    resten = [geheel.waarde - aantal for aantal in was] if geheel else []
    klein = any(is_klein(aantal, pub.kleinste or 0) for aantal in (*was, *resten))
    return pub.toont((cijfer,)) and not (klein and cijfer.eenheid.mensen)


def _merken(indicator: Indicator, cijfers: tuple[Cijfer, ...], pub: Publicatie) -> Verborgen | None:
    """What stands in place of a value of which a part is hidden; None where nothing is."""
    teller, af, noemer, *jaren = (pub.merk(deel) for deel in _delen(indicator, cijfers))
    merk = next((m for m in (teller, af, *jaren) if m), None)
    return Verborgen(merk, noemer) if merk or noemer else None


def _verborgen(stand: Indicatorstand, weg: Verborgen, kleinste: int) -> Indicatorstand:
    """An indicator of which a count is hidden: without all that follows from it."""
    zeker = _verraadt_niets(stand, weg, kleinste)
    oordeel, reden = (stand.oordeel, stand.reden) if zeker else GEHEIM_OORDEEL
    return replace(
        stand,
        afgeschermd=weg,
        oordeel=oordeel,
        reden=reden,
        plafond=stand.plafond if zeker else None,
        bij_tempo=None,
        ruimte=None,
        ruimte_soort=None,
        kans=None,
        tempo=None,
        verwacht=None,
        cijfers=(),
    )


def _verraadt_niets(stand: Indicatorstand, weg: Verborgen, kleinste: int) -> bool:
    """Whether the verdict would be the same for every count that the hidden one can be."""
    if stand.oordeel_bij is None or weg.noemer or weg.teller in (None, NIET_OPENBAAR):
        return stand.oordeel in ("geen_norm", "geen_meting")
    return len({stand.oordeel_bij(Decimal(n)) for n in range(1, kleinste)}) == 1


def met_geheim(rij: Termijnstand, standen: Iterable[Indicatorstand]) -> Termijnstand:
    """A duty as it may be published: its state says no more than the verdict on its indicator."""
    samen = [s for s in standen if (s.bestand, s.indicator.id) == (rij.bestand, rij.verplichting.indicator)]
    # Where each does it for itself, the verdict on each part is the state of its doer.
    eigen = [*samen, *(deel for s in samen for deel in s.per_partij if rij.doeners)]
    jaar = (rij.tijdvak or "")[:4]
    naar_cijfers = any(stand in NAAR_CIJFERS for stand in (rij.stand, *(d.stand for d in rij.doeners)))
    verborgen_jaar = naar_cijfers and any(
        j.afgeschermd and jaar in ("", str(j.jaar)) for s in eigen for j in s.jaren
    )
    if not verborgen_jaar and all(s.oordeel != GEHEIM_OORDEEL[0] or s.reden != GEHEIM for s in eigen):
        return rij
    stand: Stand = "niet_te_beoordelen"
    return replace(
        rij,
        stand=stand,
        waarom=GEHEIM,
        reeks=None,
        per_partij=tuple((partij, stand) for partij, _ in rij.per_partij),
        doeners=tuple(replace(d, stand=stand, waarom=GEHEIM) for d in rij.doeners),
    )
