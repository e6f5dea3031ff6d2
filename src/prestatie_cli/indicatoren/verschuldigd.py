"""Which figures are due on a day, and which of them did not come: of what, over which period, since when."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date
from fractions import Fraction

from prestatie_cli.indicatoren.dekking import Cijfers, Dekking, dekking, periodenaam
from prestatie_cli.model.eenheden import Eenheid, onbekende_eenheid
from prestatie_cli.model.geldend import eerste_dag
from prestatie_cli.model.indicator import Indicator
from prestatie_cli.model.jaargang import Jaargang, Kengetal
from prestatie_cli.model.termijn import Meetmoment
from prestatie_cli.termijnen.lezingen import venster_van
from prestatie_cli.termijnen.perioden import DAG, EERSTE_DAG, Grenzen, grenzen
from prestatie_cli.termijnen.venster import Venster
from prestatie_cli.termijnen.vervolg import verplichtingen

EENS = frozenset({Fraction(1)})


@dataclass(frozen=True, slots=True)
class Gevraagd:
    """A figure that a party owes over a period; `sinds` is the first day on which it is late, else None."""

    kengetal: Kengetal
    partij: str
    periode: str
    sinds: date | None


@dataclass(frozen=True, slots=True)
class Leverplan:
    """What the agreements say of deliveries: the figures, how often a year, the days set; seen on `op`.

    `eenheden` are the units by kengetal, `namen` the parties by id, `begin` the first day of the agreements.
    """

    kengetallen: Mapping[str, Kengetal]
    eenheden: Mapping[str, Eenheid]
    namen: Mapping[str, str]
    begin: date
    vensters: Mapping[str, tuple[Venster, ...]]
    momenten: Mapping[str, date]
    op: date

    def partijen(self, indicator: Indicator) -> tuple[str, ...]:
        """The parties that each deliver their own part of an indicator; none where one delivers a figure."""
        levert = [self.kengetallen[k].levert for k in indicator.kengetallen if k in self.kengetallen]
        gelijk = levert and all(set(partijen) == set(levert[0]) for partijen in levert)
        return levert[0] if gelijk and len(levert[0]) > 1 else ()

    def voor(self, partij: str) -> "Leverplan":
        """The plan of what one party delivers itself."""
        eigen = {
            naam: k.model_copy(update={"levert": (partij,)}) if partij in k.levert else k
            for naam, k in self.kengetallen.items()
        }
        return replace(self, kengetallen=eigen)

    def eenheid(self, kengetal: str) -> Eenheid:
        """The unit of a figure."""
        return self.eenheden.get(kengetal) or onbekende_eenheid("")

    def sommeert(self, indicator: Indicator) -> bool:
        """Whether its figures are added up over periods: as its kind has it and its unit allows."""
        som = indicator.aard.wijze == "som"
        return som and (self.eenheid(indicator.teller).optelbaar or not indicator.aard.gemiddeld)

    def is_stand(self, indicator: Indicator) -> bool:
        """Whether it is measured by a stock, of which the last one is enough."""
        kengetal = self.kengetallen.get(indicator.teller)
        verandert = (
            indicator.aard.wijze == "verandering" and kengetal is not None and kengetal.soort == "stand"
        )
        return indicator.aard.momentopname or verandert

    def per_jaar(self, indicator: Indicator) -> bool:
        """Whether its figures come once a year: by their kind, or since nothing more was promised."""
        los = not self.sommeert(indicator) and not self.is_stand(indicator)
        jaarcijfer = indicator.aard.jaarcijfer and not self.is_stand(indicator)
        return jaarcijfer or los or self.keren(indicator.teller) == EENS

    def keren(self, kengetal: str) -> frozenset[Fraction]:
        """How often a year a figure was promised."""
        return frozenset(v.keren_per_jaar for v in self.vensters.get(kengetal, ()))

    def vervaldag(self, tijdvak: Grenzen, kengetal: str) -> date:
        """The last day on which a figure over a period is in time: as agreed or as the words say.

        What has to come with the whole year is due with the year.
        """
        jaar = str(tijdvak[1].year) if tijdvak[1].month == 12 else ""
        naam = periodenaam(*tijdvak)
        beloofd = [v.uiterlijk_over(tijdvak[1]) for v in self.vensters.get(kengetal, ())]
        eind = min(beloofd, default=tijdvak[1])
        return max(eind, self.momenten.get(naam) or self.momenten.get(jaar) or eind)

    def laatste(self, indicator: Indicator) -> Grenzen | None:
        """The last period of which the figures are due: the half-year or year that is over."""
        delen = ("{}",) if self.per_jaar(indicator) else ("{}-H2", "{}-H1")
        for jaar in range(self.op.year, EERSTE_DAG.year - 1, -1):
            for deel in delen:
                tijdvak = grenzen(deel.format(jaar))
                if self.vervaldag(tijdvak, indicator.teller) < self.op:
                    return tijdvak
        return None


def leverplan(jaargang: Jaargang, op: date) -> Leverplan:
    """The plan of deliveries of the agreements of a year, as it stands on a day."""
    vensters: dict[str, list[Venster]] = {}
    for _, v in verplichtingen(jaargang):
        if v.kengetallen and (venster := venster_van(v, jaargang.enig_jaar)):
            for k in v.kengetallen:
                vensters.setdefault(k, []).append(venster)
    return Leverplan(
        {k.id: k for k in jaargang.kengetallen},
        jaargang.eenheid_per_kengetal,
        {p.id: p.naam for p in jaargang.partijen},
        eerste_dag(jaargang),
        {k: tuple(v) for k, v in vensters.items()},
        {m.tijdvak: m.uiterlijk for m in sorted(_momenten(jaargang), key=lambda m: m.uiterlijk)},
        op,
    )


def _momenten(jaargang: Jaargang) -> Iterator[Meetmoment]:
    """The days that the parties set for figures: for what recurs as often, or for one duty."""
    for groep in jaargang.meetmomenten:
        yield from groep.momenten
    for _, v in verplichtingen(jaargang):
        yield from v.meetmomenten if v.kengetallen else ()


def uitgebleven(
    indicator: Indicator, plan: Leverplan, cijfers: Cijfers, dek: Dekking, peildatum: date
) -> tuple[Gevraagd, ...]:
    """The figures over the stretch of `dek` that are due and absent, and of which no one said why."""
    laatste = plan.laatste(indicator)
    # A stock goes on: what was due at the end of last year is still missing in the new one.
    van = min(dek.van, plan.begin) if plan.is_stand(indicator) else dek.van
    if laatste is None or laatste[1] < van:
        return ()
    tot = min(laatste[1], dek.eind)
    jaarlijks = plan.per_jaar(indicator)
    uit = []
    for k, partij in _bronnen(indicator, plan):
        bekend = _bekend(k, partij, plan, cijfers, jaarlijks)
        if plan.is_stand(indicator):
            # Of a stock the last one is enough.
            bijgewerkt = any(tot <= grenzen(p)[1] <= peildatum for p in bekend)
            gaten: tuple[Grenzen, ...] = () if bijgewerkt else (laatste,)
        else:
            # What is not added up is asked over the whole year: its halves don't make one.
            los = not plan.sommeert(indicator) and indicator.aard.wijze != "verandering"
            bekend = {p for p in bekend if len(p) == 4} if los else bekend
            gaten = dekking(bekend, dek.van, dek.eind, peildatum, tot).gaten
        uit += [
            Gevraagd(plan.kengetallen[k], partij, periodenaam(*deel), plan.vervaldag(deel, k) + DAG)
            for gat in gaten
            for deel in _delen(gat, 12 if jaarlijks else 6)
            if plan.vervaldag(deel, k) < plan.op
        ]
    return tuple(uit)


def _bronnen(indicator: Indicator, plan: Leverplan) -> Iterator[tuple[str, str]]:
    """Each figure of an indicator with each party that delivers it."""
    for k in indicator.kengetallen:
        if k in plan.kengetallen:
            yield from ((k, partij) for partij in plan.kengetallen[k].levert)


def _bekend(kengetal: str, partij: str, plan: Leverplan, cijfers: Cijfers, jaarlijks: bool) -> set[str]:
    """The periods over which a party delivered a figure, or said why not."""
    alleen = len(plan.kengetallen[kengetal].levert) == 1
    # That a half was not given says nothing of a figure that is asked over the year.
    verklaard = {
        periode
        for naam, door, periode in cijfers.redenen
        if naam == kengetal and (alleen or door == partij) and (len(periode) == 4 or not jaarlijks)
    }
    return verklaard | (
        cijfers.periodes([kengetal]) if alleen else {*cijfers.per_partij.get((kengetal, partij), ())}
    )


def _delen(gat: Grenzen, maanden: int) -> Iterator[Grenzen]:
    """The years or half-years of a stretch, each with its own day on which it was due."""
    van, tot = gat
    while van <= tot:
        jaar, maand = divmod(12 * van.year + (van.month - 1) // maanden * maanden + maanden, 12)
        eind = min(tot, date(jaar, maand + 1, 1) - DAG)
        yield van, eind
        van = eind + DAG


def komende(indicator: Indicator, plan: Leverplan, dek: Dekking, peildatum: date) -> tuple[Gevraagd, ...]:
    """The figures over the first period that is not yet due, from the beginning of the stretch on."""
    jaar = max(dek.van.year, peildatum.year)
    deel = "" if plan.per_jaar(indicator) else "-H1" if peildatum < date(jaar, 12, 31) else "-H2"
    return tuple(
        Gevraagd(plan.kengetallen[k], partij, f"{jaar}{deel}", None)
        for k, partij in _bronnen(indicator, plan)
    )
