"""Two versions of the agreements of a year, or the agreements of one year against another's."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field

from prestatie_cli.model.basis import Record
from prestatie_cli.model.jaargang import Afspraak, Indicator, Jaargang, Meetmoment
from prestatie_cli.vergelijking.afspraken import Afspraakdeel, afspraken_vergeleken
from prestatie_cli.vergelijking.herkenning import Koppeling, koppel_afspraken
from prestatie_cli.vergelijking.indicatoren import indicator_vergeleken
from prestatie_cli.vergelijking.plat import per_sleutel
from prestatie_cli.vergelijking.regels import maak
from prestatie_cli.vergelijking.velden import (
    Paren,
    Vind,
    Vindplaats,
    gaat,
    komt,
    lijst_vergeleken,
    velden_vergeleken,
)
from prestatie_cli.vergelijking.wijziging import Wijziging

# What has its own comparison; the other fields of a year are compared as they are.
EIGEN_LIJSTEN = ("afspraken", "indicatoren", "kengetallen", "balansen", "partijen", "themas")
EIGEN_REGEL = ("jaar", "meetmomenten", "vaststellingen", *EIGEN_LIJSTEN)


@dataclass(frozen=True, slots=True)
class Jaardeel:
    """The agreements of a year with the file that they stand in."""

    bestand: str
    jaargang: Jaargang

    def deel(self, lijst: str, wat: Callable[[Record], str]) -> Vind:
        """How a record of one of the lists is found and named."""

        def vind(nummer: int, record: Record) -> Vindplaats[Record]:
            sleutel = next(iter(per_sleutel((record,))))
            naam = f"{lijst}[{sleutel}]"
            pad = (lijst, nummer)
            return Vindplaats(record, self.bestand, pad, naam, wat(record), jaar=self.jaargang.jaar)

        return vind

    def zelf(self) -> Vindplaats[Jaargang]:
        """The year as a record."""
        j = self.jaargang
        return Vindplaats(j, self.bestand, (), "", j.titel, jaar=j.jaar)

    def indicator(self, nummer: int, record: Indicator) -> Vindplaats[Indicator]:
        """An indicator with its agreement and with the parties that do the duties it measures."""
        plichten = [(a, v) for a in self.jaargang.afspraken for v in a.verplichtingen]
        eigen = [v.wie for a, v in plichten if v.indicator == record.id]
        eigen = eigen or [v.wie for a, v in plichten if a.nummer == record.afspraak]
        return Vindplaats(
            record,
            self.bestand,
            ("indicatoren", nummer),
            f"indicatoren[{record.id}]",
            record.naam,
            record.afspraak,
            self.jaargang.jaar,
            tuple(p for wie in eigen for p in wie),
            record.soort == "aandeel",
        )


@dataclass(slots=True)
class Jaarvergelijking:
    """The changes of a year; `hernummerd` gives the new number of each renumbered duty."""

    wijzigingen: list[Wijziging] = field(default_factory=list)
    hernummerd: dict[str, str] = field(default_factory=dict)


def jaargangen_vergeleken(
    van: Jaardeel, naar: Jaardeel, gebroken: frozenset[str] = frozenset()
) -> Jaarvergelijking:
    """Every change between two years or two versions of one, each told once."""
    uit = Jaarvergelijking()
    oud = {k: d for k, (_, d) in per_sleutel(van.jaargang.afspraken).items()}
    nieuw = {k: d for k, (_, d) in per_sleutel(naar.jaargang.afspraken).items()}
    jaren = naar.jaargang.jaar - van.jaargang.jaar
    koppeling = koppel_afspraken(oud, nieuw, not jaren)
    nummers = {a: b for a, b, _ in koppeling.paren}
    paren: dict[str, Paren] = {}
    if jaren:
        uit.wijzigingen.append(_overgenomen(van, naar, koppeling))
    uit.wijzigingen += _indicatoren(van, naar, nummers, paren, gebroken)
    uit.wijzigingen += afspraken_vergeleken(
        Afspraakdeel(van.bestand, van.jaargang),
        Afspraakdeel(naar.bestand, naar.jaargang),
        koppeling,
        paren,
        gebroken,
        uit.hernummerd,
    )
    uit.wijzigingen += _lijsten(van, naar, koppeling, gebroken)
    jaarpaar = [(str(van.jaargang.jaar), str(naar.jaargang.jaar))] if jaren else []
    uit.wijzigingen += velden_vergeleken("jaargang", van.zelf(), naar.zelf(), EIGEN_REGEL, jaarpaar)
    return uit


def _overgenomen(van: Jaardeel, naar: Jaardeel, koppeling: Koppeling[Afspraak]) -> Wijziging:
    anders = sum(a != b for a, b, _ in koppeling.paren)
    herkend = f"{len(koppeling.paren)} afspraken herkend, {anders} onder een ander nummer"
    return maak(
        "jaargang-overgenomen",
        van.zelf().kant("jaar", str(van.jaargang.jaar), ("jaar",)),
        naar.zelf().kant("jaar", str(naar.jaargang.jaar), ("jaar",)),
        vorm="woord",
        toelichting=herkend,
    )


def _indicatoren(
    van: Jaardeel,
    naar: Jaardeel,
    nummers: dict[str, str],
    paren: dict[str, Paren],
    gebroken: frozenset[str],
) -> Iterator[Wijziging]:
    """The indicators by id; one that came or went with its agreement is part of that change."""
    oud, nieuw = per_sleutel(van.jaargang.indicatoren), per_sleutel(naar.jaargang.indicatoren)
    terug = {b: a for a, b in nummers.items()}
    for sleutel in sorted({*oud, *nieuw} - (gebroken - (oud.keys() & nieuw.keys()))):
        if sleutel in oud and sleutel in nieuw:
            a, b = van.indicator(*oud[sleutel]), naar.indicator(*nieuw[sleutel])
            eigen = paren.setdefault(b.record.afspraak, [])
            mee = nummers.get(a.record.afspraak) == b.record.afspraak
            yield from indicator_vergeleken(a, b, mee, eigen)
        elif sleutel in oud and oud[sleutel][1].afspraak in nummers:
            yield gaat("indicator", van.indicator(*oud[sleutel]))
        elif sleutel in nieuw and nieuw[sleutel][1].afspraak in terug:
            yield komt("indicator", naar.indicator(*nieuw[sleutel]))


def _lijsten(
    van: Jaardeel, naar: Jaardeel, koppeling: Koppeling[Afspraak], gebroken: frozenset[str]
) -> Iterator[Wijziging]:
    """The lists that are compared by id and field alone."""
    gaan_mee = _meegaande_kengetallen(van.jaargang, koppeling.weg)
    gaan_mee |= _meegaande_kengetallen(naar.jaargang, koppeling.erbij)
    a, b = van.jaargang, naar.jaargang
    for soort, lijst, weg in (
        ("kengetal", "kengetallen", gebroken | gaan_mee),
        ("balans", "balansen", gebroken),
        ("partij", "partijen", gebroken),
        ("thema", "themas", gebroken),
        ("vaststelling", "vaststellingen", gebroken),
    ):
        if soort == "vaststelling" and a.jaar != b.jaar:
            continue  # an approval belongs to its year and is not taken over
        delen = van.deel(lijst, _naam), naar.deel(lijst, _naam)
        yield from lijst_vergeleken(soort, getattr(a, lijst), getattr(b, lijst), *delen, weg)
    yield from _meetmomenten(van, naar)


def _naam(record: Record) -> str:
    if hasattr(record, "vingerafdruk"):
        return f"vastgesteld door {getattr(record, 'partij', '')} op {getattr(record, 'datum', '')}"
    return str(getattr(record, "naam", None) or getattr(record, "titel", ""))


def _meegaande_kengetallen(jaargang: Jaargang, nummers: tuple[str, ...]) -> frozenset[str]:
    """The figures that only serve agreements that came or went."""
    gebruik: dict[str, set[str]] = {}
    for i in jaargang.indicatoren:
        for k in filter(None, (i.teller, i.noemer)):
            gebruik.setdefault(k, set()).add(i.afspraak)
    for b in jaargang.balansen:
        for k in filter(None, (b.begin, b.eind, b.correctie, *b.plus, *b.min)):
            gebruik.setdefault(k, set()).add("")
    return frozenset(k for k, afspraken in gebruik.items() if afspraken <= set(nummers))


def _meetmomenten(van: Jaardeel, naar: Jaardeel) -> Iterator[Wijziging]:
    """The reporting moments by period; who set them counts as an account of it."""
    oud, nieuw = _momenten(van), _momenten(naar)
    for sleutel in sorted({*oud, *nieuw}):
        if sleutel not in oud:
            yield komt("meetmoment", nieuw[sleutel])
        elif sleutel not in nieuw:
            yield gaat("meetmoment", oud[sleutel])
        elif oud[sleutel].record != nieuw[sleutel].record:
            yield _moment(oud[sleutel], nieuw[sleutel])
    a_lijst, b_lijst = per_sleutel(van.jaargang.meetmomenten), per_sleutel(naar.jaargang.meetmomenten)
    for sleutel in sorted(a_lijst.keys() & b_lijst.keys()):
        groep_a = van.deel("meetmomenten", _woorden)(*a_lijst[sleutel])
        groep_b = naar.deel("meetmomenten", _woorden)(*b_lijst[sleutel])
        yield from velden_vergeleken("jaargang", groep_a, groep_b, ("momenten",))


def _moment(van: Vindplaats[Meetmoment], naar: Vindplaats[Meetmoment]) -> Wijziging:
    oud, nieuw = van.record.uiterlijk, naar.record.uiterlijk
    code = "meetmoment-later" if nieuw > oud else "meetmoment-eerder"
    kanten = (
        van.kant("uiterlijk", str(oud), ("uiterlijk",)),
        naar.kant("uiterlijk", str(nieuw), ("uiterlijk",)),
    )
    return maak(code, *kanten, vorm="datum")


def _woorden(record: Record) -> str:
    return str(getattr(record, "woorden", ""))


def _momenten(deel: Jaardeel) -> dict[str, Vindplaats[Meetmoment]]:
    uit = {}
    for i, groep in per_sleutel(deel.jaargang.meetmomenten).values():
        for tijdvak, (j, moment) in per_sleutel(groep.momenten).items():
            naam = f"meetmomenten[{groep.woorden}].momenten[{tijdvak}]"
            pad = ("meetmomenten", i, "momenten", j)
            wat = f"cijfers over {tijdvak} uiterlijk {moment.uiterlijk}"
            uit[naam] = Vindplaats(moment, deel.bestand, pad, naam, wat, jaar=deel.jaargang.jaar)
    return uit
