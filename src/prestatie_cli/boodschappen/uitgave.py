"""What concerns one party: what it does, receives or is judged on, and where it sees things otherwise."""

from collections.abc import Iterable
from dataclasses import dataclass, replace

from prestatie_cli.boodschappen.aandacht import Aandachtspunt
from prestatie_cli.indicatoren.berekening import Indicatorstand
from prestatie_cli.model.dossier import Dossier
from prestatie_cli.model.indicator import Balans
from prestatie_cli.model.jaargang import Afspraak
from prestatie_cli.model.meting import Levering
from prestatie_cli.termijnen.standen import Termijnstand


def doet(rij: Termijnstand, partij: str) -> bool:
    """Whether a party does a duty; one of a party that nobody knows may be anyone's."""
    wie = rij.verplichting.wie
    return partij in wie or not {p.id for p in rij.jaargang.partijen}.issuperset(wie)


def ontvangt(rij: Termijnstand, partij: str) -> bool:
    """Whether a duty is for a party, or done with it."""
    return partij in (*rij.verplichting.voor, *rij.verplichting.met)


def ziet_anders(rij: Termijnstand, partij: str) -> bool:
    """Whether a party itself states otherwise about a duty than what counts, or another doer than it."""
    tegenspraak = any(v.door in rij.verplichting.wie for v in rij.anders)
    zelf = rij.laatste is not None and rij.laatste.door == partij
    return any(v.door == partij for v in rij.anders) or (zelf and tegenspraak)


def gaat_aan(rij: Termijnstand, partij: str) -> bool:
    """Whether a duty concerns a party."""
    return doet(rij, partij) or ontvangt(rij, partij) or ziet_anders(rij, partij)


def van_partij(rij: Termijnstand, partij: str) -> Termijnstand:
    """A duty as it stands for a party: where each does it for itself nobody is done by another's word."""
    eigen = next((d for d in rij.doeners if d.partij == partij), None)
    if eigen is None:
        return rij
    return replace(
        rij,
        stand=eigen.stand,
        waarom=eigen.waarom,
        laatste=eigen.laatste,
        uiterlijk=eigen.uiterlijk,
        dagen=eigen.dagen,
        anders=tuple(v for v in rij.anders if v.door == partij or v.door not in rij.verplichting.wie),
        per_partij=((partij, eigen.stand),),
        doeners=(eigen,),
    )


def eigen_eerst(punten: Iterable[Aandachtspunt], partij: str | None) -> tuple[Aandachtspunt, ...]:
    """What asks attention, with what the party itself sees otherwise on top."""
    return tuple(sorted(punten, key=lambda p: not (p.soort == "anders gezien" and p.door == partij)))


@dataclass(frozen=True, slots=True)
class Uitgave:
    """What concerns one party of the duties, indicators and figures of a dossier; all without a party."""

    partij: str | None
    rijen: tuple[Termijnstand, ...]
    indicatoren: tuple[Indicatorstand, ...]
    kengetallen: frozenset[str]

    def raakt_afspraak(self, afspraak: Afspraak) -> bool:
        """Whether an agreement has a duty that concerns the party."""
        return self.partij is None or any(r.afspraak is afspraak for r in self.rijen)

    def raakt(self, naam: str) -> bool:
        """Whether an indicator or a figure concerns the party."""
        return (
            self.partij is None
            or naam in self.kengetallen
            or any(i.indicator.id == naam for i in self.indicatoren)
        )

    def kies(self, balansen: tuple[Balans, ...]) -> tuple[Balans, ...]:
        """The stocks with a figure that concerns the party."""
        return tuple(
            b for b in balansen if self.partij is None or not self.kengetallen.isdisjoint(b.kengetallen)
        )

    def raakt_levering(self, levering: Levering) -> bool:
        """Whether a delivered figure concerns the party."""
        return self.partij is None or not self.kengetallen.isdisjoint(levering.cijfers)


def uitgave(
    dossier: Dossier,
    partij: str | None,
    rijen: tuple[Termijnstand, ...],
    indicatoren: tuple[Indicatorstand, ...],
) -> Uitgave:
    """What concerns a party, or all."""
    if partij is None:
        return Uitgave(None, rijen, indicatoren, frozenset())
    eigen = tuple(van_partij(r, partij) for r in rijen if gaat_aan(r, partij))
    levert = {k.id for j in dossier.jaargangen.values() for k in j.kengetallen if partij in k.levert}
    getoetst = tuple(_eigen_deel(i, partij) for i in indicatoren if _raakt_indicator(i, levert, rijen, eigen))
    gevraagd = {k for r in eigen for k in r.verplichting.kengetallen}
    gevraagd |= {k for r in eigen for o in r.afspraak.onderwerpen for k in o.kengetallen}
    gevraagd |= {k for i in getoetst for k in i.indicator.kengetallen}
    return Uitgave(partij, eigen, getoetst, frozenset(levert | gevraagd))


def _eigen_deel(stand: Indicatorstand, partij: str) -> Indicatorstand:
    """An indicator with its own row of a party that delivers a part; another party sees all of them."""
    eigen = tuple(p for p in stand.per_partij if p.partij == partij)
    vorig = stand.vorig and _eigen_deel(stand.vorig, partij)
    return replace(stand, per_partij=eigen or stand.per_partij, vorig=vorig)


def _raakt_indicator(
    stand: Indicatorstand,
    levert: set[str],
    rijen: tuple[Termijnstand, ...],
    eigen: tuple[Termijnstand, ...],
) -> bool:
    """Whether a party delivers an indicator, or has a duty that is about it; else one of its agreement."""
    i = stand.indicator
    if levert & {*i.kengetallen} or any(_gaat_over(r, stand) for r in eigen):
        return True
    van_niemand = not any(_gaat_over(r, stand) for r in rijen)
    return van_niemand and any(r.afspraak.nummer == i.afspraak and r.bestand == stand.bestand for r in eigen)


def _gaat_over(rij: Termijnstand, stand: Indicatorstand) -> bool:
    """Whether a duty is judged by an indicator, or asks for the figure that it counts."""
    v, i = rij.verplichting, stand.indicator
    return v.indicator == i.id or i.teller in v.kengetallen
