"""A kind of record is a row: what keys it, what names it, who has to do with it, and how it is told.

`vertel` walks the rows from a pair of records down: what is gone, what is new, and of each pair that differs
its parts, then the fields that are told in their own way, then all other fields. A new record is always
the mirror of one that is gone.
"""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from typing import Any

from prestatie_cli.bevindingen import Pad, Plaats
from prestatie_cli.vergelijking.veldwaarden import (
    SLEUTELS,
    Veldwaarde,
    in_aandelen,
    is_verantwoording,
    per_sleutel,
    velden,
)
from prestatie_cli.vergelijking.wijziging import Kant, Waardevorm, Wijziging, Wijzigingssoort, maak, spiegel
from prestatie_cli.vergelijking.woordvergelijking import tekstsoort, verklaard


def _kolom(naam: str, leeg: Any = None) -> property:
    """What the row says of a record, or else what holds for the record above."""

    def vraag(deel: "Deel") -> Any:
        eigen = getattr(deel.soort, naam)
        if eigen is not None:
            return eigen(deel)
        return getattr(deel.boven, naam) if deel.boven else leeg

    return property(vraag)


@dataclass(frozen=True, slots=True, eq=False)
class Deel:
    """A record of one version, with where it stands; its row is asked only for what is told."""

    soort: "Recordsoort"
    record: Any
    sleutel: Any = None
    bestand: str = ""
    pad: Pad = ()
    boven: Any = None

    veld = _kolom("veld", "")
    wat = _kolom("wat", "")
    afspraak = _kolom("afspraak")
    jaar = _kolom("jaar")
    partijen = _kolom("partijen", ())
    aandeel = _kolom("aandeel", False)
    kengetal = _kolom("kengetal")

    def kant(
        self, veld: str = "", waarde: str | None = None, lezing: str | None = None, pad: Pad | None = None
    ) -> Kant:
        """The record, or one of its fields, as one side of a change."""
        naam = ".".join(filter(None, (self.veld, veld)))
        eigen = filter(None, (veld,)) if pad is None else pad
        plaats = Plaats(self.bestand, pad=(*self.pad, *eigen))
        return Kant(self.afspraak, naam, self.wat, waarde, plaats, lezing, self.jaar)


Delen = dict[Any, Deel]


@dataclass(frozen=True, slots=True)
class Paarverdeling:
    """The records of one kind below a pair: those that belong together, and those to tell as gone or new."""

    paren: tuple["Paar", ...] = ()
    weg: tuple[Deel, ...] = ()
    erbij: tuple[Deel, ...] = ()

    def als(self, telt: Callable[[Deel], bool]) -> "Paarverdeling":
        """The same, without what is gone or new but needs no telling."""
        return Paarverdeling(self.paren, tuple(filter(telt, self.weg)), tuple(filter(telt, self.erbij)))


@dataclass(frozen=True, slots=True, eq=False)
class Paar:
    """One record in two versions. `citaten` are quotations whose change is told; `stil` needs no telling.

    `gebroken` and `buiten` are the ids and the files that only one version could read.
    """

    van: Deel
    naar: Deel
    gebroken: frozenset[str] = frozenset()
    buiten: frozenset[str] = frozenset()
    boven: "Paar | None" = None
    citaten: list[tuple[str, str]] = field(default_factory=list)
    stil: tuple[str, ...] = ()
    score: float = 1.0
    verdeeld: dict[str, Paarverdeling] = field(default_factory=dict)

    def vind(self, soort: "Recordsoort") -> tuple[Delen, Delen]:
        """The records of one kind below both sides, by key."""
        return soort.vind(soort, self.van), soort.vind(soort, self.naar)

    def delen(self, soort: "Recordsoort") -> Paarverdeling:
        """The records of one kind below this pair; worked out once."""
        if soort.naam not in self.verdeeld:
            self.verdeeld[soort.naam] = soort.koppel(soort, self)
        return self.verdeeld[soort.naam]

    def met(self, van: Deel, naar: Deel, **eigen: Any) -> "Paar":
        """A pair below this one; the quotations of some kinds count for the record above."""
        if van.soort.citeert_mee:
            eigen["citaten"] = self.citaten
        return Paar(van, naar, self.gebroken, self.buiten, self, **eigen)

    @property
    def jaren(self) -> int:
        """How many years the agreements lie apart, from their first year."""
        return int((self.naar.jaar or "0")[:4]) - int((self.van.jaar or "0")[:4])

    @property
    def anders(self) -> bool:
        """Whether there is anything to tell."""
        return bool(self.van.sleutel != self.naar.sleutel or self.van.record != self.naar.record)

    def leest(self, deel: Deel) -> bool:
        """Whether both versions could read the file of a record."""
        return deel.bestand not in self.buiten

    def wijziging(
        self,
        code: str,
        veld: str = "",
        oud: str | None = None,
        nieuw: str | None = None,
        *,
        soort: Wijzigingssoort | None = None,
        vorm: Waardevorm = "tekst",
        lezingen: tuple[str | None, str | None] = (None, None),
        paden: tuple[Pad | None, Pad | None] = (None, None),
        toelichting: str | None = None,
        ook: Iterable[str] = (),
    ) -> Wijziging:
        """A change of one field of this pair, or of the record as a whole; `ook` are more parties."""
        kanten = (
            self.van.kant(veld, oud, lezingen[0], paden[0]),
            self.naar.kant(veld, nieuw, lezingen[1], paden[1]),
        )
        partijen = (*self.van.partijen, *self.naar.partijen, *ook)
        kengetal = self.naar.kengetal
        return maak(
            code, *kanten, partijen, soort=soort, vorm=vorm, toelichting=toelichting, kengetal=kengetal
        )


def in_lijst(soort: "Recordsoort", boven: Deel) -> Delen:
    """The records in the list of the record above, by id."""
    return {
        sleutel: Deel(soort, record, sleutel, boven.bestand, (*boven.pad, soort.lijst, nummer), boven)
        for sleutel, (nummer, record) in per_sleutel(getattr(boven.record, soort.lijst)).items()
    }


def op_sleutel(soort: "Recordsoort", paar: Paar) -> Paarverdeling:
    """By id; what one version could not read is neither gone nor new."""
    van, naar = paar.vind(soort)
    return Paarverdeling(
        tuple(paar.met(van[k], naar[k]) for k in sorted(van.keys() & naar.keys())),
        tuple(van[k] for k in sorted(van.keys() - naar.keys() - paar.gebroken)),
        tuple(naar[k] for k in sorted(naar.keys() - van.keys() - paar.gebroken)),
    )


def ook_de_enige(groep: Callable[[Deel], Any]) -> "Callable[[Recordsoort, Paar], Paarverdeling]":
    """By id; a single record of a group that is left on both sides is the same one."""

    def koppel(soort: "Recordsoort", paar: Paar) -> Paarverdeling:
        op_id = op_sleutel(soort, paar)
        enige = []
        for naam in sorted({groep(deel) for deel in op_id.weg}):
            a, b = ([d for d in kant if groep(d) == naam] for kant in (op_id.weg, op_id.erbij))
            if len(a) == len(b) == 1:
                enige.append(paar.met(a[0], b[0]))
        gekoppeld = {deel for p in enige for deel in (p.van, p.naar)}
        return Paarverdeling((*op_id.paren, *enige), op_id.weg, op_id.erbij).als(lambda d: d not in gekoppeld)

    return koppel


def als_geheel(deel: Deel, ander: Deel) -> Wijziging:
    """A record that is gone, summed up; `ander` is the record above it in the other version."""
    kant = deel.kant(waarde=deel.soort.som(deel))
    return maak(f"{deel.soort.naam}-verwijderd", kant, None, deel.partijen, kengetal=deel.kengetal)


def _veldnaam(deel: Deel) -> str:
    eigen = f"{deel.soort.lijst}[{SLEUTELS[type(deel.record)](deel.record)}]"
    return ".".join(filter(None, (deel.boven.veld, eigen)))


@dataclass(frozen=True, slots=True)
class Recordsoort:
    """A row of the table: one kind of record. A column without a value is that of the record above.

    `naam` makes the codes (`norm-verwijderd`), `veldcode` that of a changed field. `lijst` is the field of
    the record above; `vind` gives the records of one version by key, `koppel` says which belong together
    and what is told as gone or new. `som` sums up what is gone, `gaat` tells it. `eigen` are the fields with
    their own way of telling, `stil` those that other rows tell, `delen` the rows of the records below.
    """

    naam: str
    lijst: str = ""
    vind: "Callable[[Recordsoort, Deel], Delen]" = in_lijst
    koppel: "Callable[[Recordsoort, Paar], Paarverdeling]" = op_sleutel
    veldcode: str = ""
    citeert_mee: bool = False
    veld: Callable[[Deel], str] = _veldnaam
    wat: Callable[[Deel], str] | None = None
    afspraak: Callable[[Deel], str | None] | None = None
    jaar: Callable[[Deel], str] | None = None
    partijen: Callable[[Deel], tuple[str, ...]] | None = None
    aandeel: Callable[[Deel], bool] | None = None
    kengetal: Callable[[Deel], str] | None = None
    som: Callable[[Deel], str] = lambda deel: str(deel.wat)
    gaat: Callable[[Deel, Deel], Wijziging] = als_geheel
    eigen: tuple[tuple[tuple[str, ...], Callable[[Paar], Iterator[Wijziging]]], ...] = ()
    stil: tuple[str, ...] = ()
    delen: "tuple[Recordsoort, ...]" = ()


def vertel(paar: Paar) -> Iterator[Wijziging]:
    """Every change below a pair of records, each told once."""
    rij = paar.naar.soort
    for soort in rij.delen:
        delen = paar.delen(soort)
        yield from (soort.gaat(deel, paar.naar) for deel in delen.weg)
        yield from (spiegel(soort.gaat(deel, paar.van)) for deel in delen.erbij)
        for onder in delen.paren:
            if onder.anders:
                yield from vertel(onder)
    for _, vertel_eigen in rij.eigen:
        yield from vertel_eigen(paar)
    eigen = (naam for namen, _ in rij.eigen for naam in namen)
    yield from _overige_velden(paar, {*eigen, *rij.stil, *paar.stil, *(soort.lijst for soort in rij.delen)})


def _overige_velden(paar: Paar, zonder: set[str]) -> Iterator[Wijziging]:
    """The fields that are told as they are; a text that differs only in `citaten` is no second change."""
    a, b = paar.van.record, paar.naar.record
    in_van, in_naar = paar.van.aandeel, paar.naar.aandeel
    alle = in_aandelen(a, in_van) != in_aandelen(b, in_naar)  # a figure is then spelt in another way
    modelvelden = getattr(type(b), "model_fields", ())
    namen = [n for n in modelvelden if n not in zonder and (alle or getattr(a, n) != getattr(b, n))]
    if not namen:
        return
    oud, nieuw = velden(a, in_van, namen), velden(b, in_naar, namen)
    for veld in sorted({*oud, *nieuw} - zonder):
        x, y = oud.get(veld), nieuw.get(veld)
        if x and y and x.tekst == y.tekst:
            continue
        if x and y and y.vorm == "tekst" and verklaard(x.tekst, y.tekst, paar.citaten):
            continue
        yield _veldwijziging(paar, veld, x, y)


def _veldwijziging(paar: Paar, veld: str, x: Veldwaarde | None, y: Veldwaarde | None) -> Wijziging:
    eigen = f"{paar.naar.soort.veldcode or paar.naar.soort.naam}-gewijzigd"
    code = "toelichting-gewijzigd" if is_verantwoording(veld) else eigen
    vorm = y.vorm if y else x.vorm if x else "tekst"
    if x and y and x.vorm != y.vorm:
        vorm = "woord"  # a share that became a count: each is spelt in its own way
    soort = tekstsoort(x.tekst, y.tekst, paar.citaten) if x and y and vorm == "tekst" else None
    return paar.wijziging(
        code,
        veld,
        x.tekst if x else None,
        y.tekst if y else None,
        soort=soort if code == eigen else None,
        vorm=vorm,
        paden=(x.pad if x else (), y.pad if y else ()),
    )
