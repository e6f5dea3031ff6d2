"""Which counts may be published together, so that none below the smallest cell can be derived.

What is published is a set of sums over delivered figures. Whoever reads them all can subtract one from
another and bound what is hidden; here the same is done, and sums are hidden until every small count can
still be anything below the smallest cell.
"""

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from functools import lru_cache

from prestatie_cli.termijnen.perioden import DAG, grenzen

# A delivered figure: kengetal, party and period.
Cel = tuple[str, str, str]
Som = frozenset[Cel]
# The smallest stretch of a figure that no period divides, or a stock on a day.
Atoom = tuple[str, str, date]
Bereik = tuple[int, int]

ONBEGRENSD = 10**12
# Bounds on the work, for five corporations over five years: a reader who calculates further could bound a
# count more closely. The solver of the tests looks for that.
MEESTE_AFGELEID, RONDEN, RESTRONDEN, KANDIDATEN = 150, 40, 2, 25


@dataclass(frozen=True, slots=True)
class Feit:
    """That figures are together so many."""

    cellen: Som
    waarde: int


@dataclass(frozen=True, slots=True)
class Gevoelig:
    """Figures whose sum a reader must hold possible from `onder` up to and including `boven`."""

    cellen: Som
    onder: int
    boven: int


@dataclass(frozen=True, slots=True)
class Afscherming:
    """What is hidden; of it with `gemerkt` that it is small, and what earlier publications gave away."""

    verborgen: frozenset[Som] = frozenset()
    gemerkt: frozenset[Som] = frozenset()
    bekend: tuple[Gevoelig, ...] = ()

    def toont(self, cellen: Som) -> bool:
        """Whether a sum may be shown."""
        return cellen not in self.verborgen


@dataclass(frozen=True, slots=True)
class Vraagstuk:
    """What is looked at together: sums to show, small counts, what was published before, the smallest cell.

    `geheel` has the kengetal that a figure is a part of; `standen` are the figures that are stocks.
    """

    feiten: Collection[Feit]
    gevoelig: Collection[Gevoelig]
    kleinste: int
    geheel: Mapping[str, str] = field(default_factory=dict)
    standen: frozenset[str] = frozenset()
    eerder: tuple[Feit, ...] = ()
    eerder_gemerkt: tuple[Som, ...] = ()


def afgeschermd_samen(vraag: Vraagstuk) -> Afscherming:
    """Hides small sums, then whatever would let one of them be derived, the least of it first."""
    klein = {g.cellen for g in vraag.gevoelig}
    uit = Afscherming(
        verborgen=frozenset(f.cellen for f in vraag.feiten if f.cellen in klein),
        gemerkt=frozenset(f.cellen for f in vraag.feiten if 0 < f.waarde < vraag.kleinste),
    )
    ruimte = _Ruimte(vraag)
    while True:
        open_ = (g for g in vraag.gevoelig if g not in uit.bekend and not ruimte.past(g, uit))
        eerste = next(open_, None)
        if eerste is None:
            return uit
        uit = _volgende(uit, eerste, ruimte)


def _volgende(uit: Afscherming, gevoelig: Gevoelig, ruimte: "_Ruimte") -> Afscherming:
    """One thing less to know: that something is small, else the least sum that helps, else the least."""
    nabij = ruimte.familie(gevoelig.cellen)
    zonder = replace(uit, gemerkt=frozenset(s for s in uit.gemerkt if not ruimte.raakt(s, nabij)))
    if zonder != uit and ruimte.past(gevoelig, zonder):
        return zonder
    getoond = [f for f in ruimte.vraag.feiten if uit.toont(f.cellen) and ruimte.raakt(f.cellen, nabij)]
    # A detail goes before a total, and what speaks of the same year before what does not.
    jaar = ruimte.zelfde_jaar(gevoelig.cellen)
    getoond.sort(key=lambda f: (not ruimte.raakt(f.cellen, jaar), *ruimte.gewicht(f), sorted(f.cellen)))
    stappen = [replace(uit, verborgen=uit.verborgen | {f.cellen}) for f in getoond]
    helpt = (s for s in stappen[:KANDIDATEN] if ruimte.past(gevoelig, s))
    zonder_merk = zonder if zonder != uit else replace(uit, bekend=(*uit.bekend, gevoelig))
    return next(helpt, None) or next(iter(stappen), zonder_merk)


# A set of stretches, as the bits of a number: what is subtracted and bounded here are thousands of them.
Atomen = int


class _Ruimte:
    """The figures as stretches that no period divides, and what a reader can say of each."""

    def __init__(self, vraag: Vraagstuk) -> None:
        self.vraag = vraag
        cellen = {c for f in (*vraag.feiten, *vraag.eerder) for c in f.cellen}
        cellen |= {c for g in vraag.gevoelig for c in g.cellen} | {c for s in vraag.eerder_gemerkt for c in s}
        self._sneden = sorted({d for c in cellen for d in (grenzen(c[2])[0], grenzen(c[2])[1] + DAG)})
        self._plek: dict[Atoom, int] = {}
        self._per_som: dict[Som, Atomen] = {}
        self._bereiken: dict[tuple[Atomen, frozenset[Som], frozenset[Som]], _Bereiken] = {}
        for cel in sorted(cellen):
            self.atomen(frozenset({cel}))
        plekken = self._plek.items()
        grenzen_aan = ((i, self._plek.get((vraag.geheel.get(k, ""), p, dag))) for (k, p, dag), i in plekken)
        self.delen = [(deel, geheel) for deel, geheel in grenzen_aan if geheel is not None]
        self._namen = [kengetal for kengetal, _, _ in self._plek]
        omhoog: dict[str, dict[int, int]] = {}
        for deel, geheel in self.delen:
            omhoog.setdefault(self._namen[deel], {})[deel] = geheel
        omlaag = [{geheel: deel for deel, geheel in kant.items()} for kant in omhoog.values()]
        self._kanten = [*((kant, True) for kant in omhoog.values()), *((kant, False) for kant in omlaag)]

    def atomen(self, som: Som) -> Atomen:
        """The stretches that a sum is over."""
        if som not in self._per_som:
            uit = 0
            for cel in som:
                for atoom in self._van_cel(cel):
                    uit |= 1 << self._plek.setdefault(atoom, len(self._plek))
            self._per_som[som] = uit
        return self._per_som[som]

    def _van_cel(self, cel: Cel) -> Iterable[Atoom]:
        kengetal, partij, periode = cel
        van, tot = grenzen(periode)
        if kengetal in self.vraag.standen:
            return [(kengetal, partij, tot)]
        return [(kengetal, partij, dag) for dag in self._sneden if van <= dag <= tot]

    def familie(self, som: Som) -> Atomen:
        """The stretches of all figures that have to do with these: of the same kengetal, part or whole."""
        namen = {cel[0] for cel in som}
        geheel = self.vraag.geheel
        namen |= {geheel[k] for k in namen if k in geheel} | {d for d, g in geheel.items() if g in namen}
        return sum(1 << i for (kengetal, _, _), i in self._plek.items() if kengetal in namen)

    def zelfde_jaar(self, som: Som) -> Atomen:
        """The stretches of any figure in the years of these."""
        jaren = {dag.year for cel in som for _, _, dag in self._van_cel(cel)}
        return sum(1 << i for (_, _, dag), i in self._plek.items() if dag.year in jaren)

    def gewicht(self, feit: Feit) -> tuple[int, int]:
        """How much a reader loses with a sum: over how many stretches it is, then how large it is."""
        return self.atomen(feit.cellen).bit_count(), feit.waarde

    def raakt(self, som: Som, atomen: Atomen) -> bool:
        """Whether a sum has any of these stretches in it."""
        return self.atomen(som) & atomen != 0

    def past(self, gevoelig: Gevoelig, uit: Afscherming) -> bool:
        """Whether a reader must still hold all of it possible."""
        nabij = self.familie(gevoelig.cellen)
        verborgen = frozenset(s for s in uit.verborgen if self.raakt(s, nabij))
        sleutel = (nabij, verborgen, verborgen & uit.gemerkt)
        if sleutel not in self._bereiken:
            self._bereiken[sleutel] = self._van_familie(*sleutel)
        laag, hoog = self._bereiken[sleutel].van(gevoelig.cellen)
        return laag <= gevoelig.onder and gevoelig.boven <= hoog

    def _van_familie(self, nabij: Atomen, verborgen: frozenset[Som], gemerkt: frozenset[Som]) -> "_Bereiken":
        """What a reader can say of figures that have to do with each other and are not shown."""
        vraag = self.vraag
        getoond = (*vraag.eerder, *(f for f in vraag.feiten if f.cellen not in verborgen))
        precies = {self.atomen(f.cellen): f.waarde for f in getoond if self.raakt(f.cellen, nabij)}
        eisen = {atomen: (w, w) for atomen, w in self._afgeleid(precies)}
        begrensd = self._deel_en_geheel(eisen, _overlap(precies))
        for som in (*gemerkt, *(s for s in vraag.eerder_gemerkt if self.raakt(s, nabij))):
            begrensd[self.atomen(som)] = _doorsnee(begrensd, self.atomen(som), 1, vraag.kleinste - 1)
        # Beside a mark, no mark says that it is not small.
        naast = 0
        for som in gemerkt:
            naast |= self.familie(som)
        for som in verborgen - gemerkt:
            if self.raakt(som, naast):
                atomen = self.atomen(som)
                begrensd[atomen] = _doorsnee(begrensd, atomen, vraag.kleinste, ONBEGRENSD)
        return _Bereiken(_met_resten(eisen, begrensd), self)

    def _deel_en_geheel(
        self, eisen: Mapping[Atomen, Bereik], begrensd: dict[Atomen, Bereik]
    ) -> dict[Atomen, Bereik]:
        """The bounds, with those of parts by sums of their wholes, and of wholes by sums of their parts."""
        for atomen, (waarde, _) in eisen.items():
            for kant, is_deel in self._kanten:
                ander = [kant.get(i) for i in _plekken(atomen)]
                if None not in ander:
                    naar = sum(1 << i for i in ander if i is not None)
                    laag, hoog = (waarde, ONBEGRENSD) if is_deel else (0, waarde)
                    begrensd[naar] = _doorsnee(begrensd, naar, laag, hoog)
        return begrensd

    def _afgeleid(self, precies: Mapping[Atomen, int]) -> Iterator[tuple[Atomen, int]]:
        """The sums that are known, and those that follow by taking one off another that holds it."""
        per_naam: dict[str, list[tuple[Atomen, int]]] = {}
        for atomen, waarde in precies.items():
            per_naam.setdefault(self._namen[atomen.bit_length() - 1], []).append((atomen, waarde))
        for sommen in per_naam.values():
            yield from _verschillen(tuple(sommen)).items()


@lru_cache(maxsize=512)
def _verschillen(precies: tuple[tuple[Atomen, int], ...]) -> Mapping[Atomen, int]:
    """The sums of one kengetal, with the differences between them."""
    uit = dict(precies)
    nieuw = list(uit)
    while nieuw and len(uit) < MEESTE_AFGELEID:
        gevonden: dict[Atomen, int] = {}
        alle = list(uit)
        for a in nieuw:
            for b in alle:
                samen = a & b
                if samen == b and a != b and a ^ b not in uit:
                    gevonden[a ^ b] = uit[a] - uit[b]
                elif samen == a and a != b and a ^ b not in uit:
                    gevonden[a ^ b] = uit[b] - uit[a]
        uit |= gevonden
        nieuw = list(gevonden)
    return uit


def _overlap(precies: Mapping[Atomen, int]) -> dict[Atomen, Bereik]:
    """What one sum has beside another that it overlaps: no less than how much it is more than that."""
    uit: dict[Atomen, Bereik] = {}
    for a, n in precies.items():
        for b, m in precies.items():
            if a & b and a & ~b and b & ~a:
                uit[a & ~b] = _doorsnee(uit, a & ~b, max(0, n - m), n)
    return uit


def _doorsnee(grenzen_van: Mapping[Atomen, Bereik], atomen: Atomen, laag: int, hoog: int) -> Bereik:
    """Bounds together with those that were known; what contradicts them is left out."""
    was = grenzen_van.get(atomen, (0, ONBEGRENSD))
    nu = max(was[0], laag), min(was[1], hoog)
    return nu if nu[0] <= nu[1] else was


def _met_resten(precies: Mapping[Atomen, Bereik], begrensd: Mapping[Atomen, Bereik]) -> dict[Atomen, Bereik]:
    """The sums of which is known how many they are or between which bounds, and what they leave of others."""
    uit = {**begrensd, **precies}
    nieuw = {atomen: grens for atomen, grens in begrensd.items() if atomen not in precies}
    for _ in range(RESTRONDEN):
        resten: dict[Atomen, Bereik] = {}
        for deel, (laag, hoog) in nieuw.items():
            for heel, (waarde, _) in precies.items():
                rest = heel ^ deel
                if deel & heel != deel or not rest or rest in precies:
                    continue
                was = resten.get(rest) or uit.get(rest, (0, ONBEGRENSD))
                nu = _doorsnee({rest: was}, rest, waarde - hoog, waarde - laag)
                if nu != was:
                    resten[rest] = nu
        uit |= resten
        nieuw = resten
    return uit


class _Bereiken:
    """The least and the most that each sum can be, given what is known of some."""

    def __init__(self, eisen: Mapping[Atomen, Bereik], ruimte: _Ruimte) -> None:
        self._eisen = [(atomen, _plekken(atomen), *bereik) for atomen, bereik in eisen.items()]
        self._ruimte = ruimte
        self._laag: dict[int, int] = {}
        self._hoog: dict[int, int] = {}
        for _ in range(RONDEN):
            if not self._verfijn():
                break

    def _verfijn(self) -> bool:
        """Bound each stretch by what the others in a sum leave, and a part by its whole."""
        anders = False
        for _, plekken, laag, hoog in self._eisen:
            laagst, hoogst = self._som(plekken)
            for i in plekken:
                onder, boven = self._laag.get(i, 0), self._hoog.get(i, ONBEGRENSD)
                anders |= self._zet(i, max(onder, laag - hoogst + boven), min(boven, hoog - laagst + onder))
        for deel, geheel in self._ruimte.delen:
            onder, boven = self._laag.get(deel, 0), self._hoog.get(geheel, ONBEGRENSD)
            anders |= self._zet(deel, onder, min(boven, self._hoog.get(deel, ONBEGRENSD)))
            anders |= self._zet(geheel, max(onder, self._laag.get(geheel, 0)), boven)
        return anders

    def _zet(self, plek: int, onder: int, boven: int) -> bool:
        """Figures that contradict each other bound nothing: one of them was corrected."""
        if onder > boven or (onder, boven) == (self._laag.get(plek, 0), self._hoog.get(plek, ONBEGRENSD)):
            return False
        self._laag[plek], self._hoog[plek] = onder, boven
        return True

    def _som(self, plekken: Iterable[int]) -> Bereik:
        laag = hoog = 0
        for i in plekken:
            laag += self._laag.get(i, 0)
            hoog += self._hoog.get(i, ONBEGRENSD)
        return laag, hoog

    def van(self, cellen: Som) -> Bereik:
        """The least and the most that figures can be together."""
        atomen = self._ruimte.atomen(cellen)
        onder, boven = self._som(_plekken(atomen))
        for eis, _, laag, hoog in self._eisen:
            if atomen & eis == atomen:
                rest = self._som(_plekken(eis ^ atomen))
                onder, boven = max(onder, laag - rest[1]), min(boven, hoog - rest[0])
            elif atomen & eis == eis:
                rest = self._som(_plekken(atomen ^ eis))
                onder, boven = max(onder, laag + rest[0]), min(boven, hoog + rest[1])
        return onder, boven


@lru_cache(maxsize=8192)
def _plekken(atomen: Atomen) -> tuple[int, ...]:
    return tuple(i for i in range(atomen.bit_length()) if atomen >> i & 1)
