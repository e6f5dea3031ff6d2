"""All records of one data folder together."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from decimal import Decimal

from prestatie_cli.model.eenheden import Eenheid
from prestatie_cli.model.huisstijl import Huisstijl
from prestatie_cli.model.indicator import Balans
from prestatie_cli.model.jaargang import Afspraak, Jaargang, Partij, Verplichting
from prestatie_cli.model.meting import Meting, Parameterlijst
from prestatie_cli.model.nummers import plichtnummer
from prestatie_cli.model.voortgang import Voortgang, Voortgangsregister


@dataclass(frozen=True, slots=True)
class Dossier:
    """The records of a data folder by file path, paths in order, with what the documents are dressed in.

    `onleesbaar` names the files of which nothing or only a part could be read; `gebroken` holds
    the ids and numbers of the records that were left out, so that a reference to one of them is
    not called unknown; `weggelaten` their places, by file and list. `geraakt` names what faults
    touch (numbers, ids), so that it is not judged; it is empty until the checks have looked. `vreemd`
    names those of `onleesbaar` that are not data by their name, with the data file or folder that each
    seems to stand for where that is not there.
    """

    jaargangen: Mapping[str, Jaargang] = field(default_factory=dict)
    metingen: Mapping[str, Meting] = field(default_factory=dict)
    voortgang: Mapping[str, Voortgangsregister] = field(default_factory=dict)
    parameters: Mapping[str, Parameterlijst] = field(default_factory=dict)
    teksten: Mapping[str, str] = field(default_factory=dict)
    huisstijl: Huisstijl | None = None
    logos: Mapping[str, bytes] = field(default_factory=dict)
    onleesbaar: tuple[str, ...] = ()
    gebroken: frozenset[str] = frozenset()
    weggelaten: Mapping[tuple[str, str], tuple[int, ...]] = field(default_factory=dict)
    geraakt: frozenset[str] = frozenset()
    vreemd: Mapping[str, str | None] = field(default_factory=dict)

    @property
    def gemist(self) -> frozenset[str]:
        """The data files of which something could not be read, or that lie under a name that is not right."""
        bedoeld = (naam for naam in self.vreemd.values() if naam)
        return (frozenset(self.onleesbaar) - self.vreemd.keys()).union(bedoeld)

    @property
    def gesloten(self) -> frozenset[str]:
        """The files of which nothing could be read."""
        return self.gemist - {*self.jaargangen, *self.metingen, *self.voortgang, *self.parameters}


GERAAKT = "een fout in de gegevens raakt dit; zie prestatie valideer"


def fouten_raken(dossier: Dossier, namen: Iterable[str | None], *bestanden: str) -> bool:
    """Whether a fault touches one of these names, or a whole file of these folders could not be read."""
    kapot = any(b.startswith(bestanden) for b in dossier.gesloten)
    return kapot or any(naam in dossier.geraakt for naam in namen if naam)


def tekenende_partijen(jaargang: Jaargang) -> tuple[Partij, ...]:
    """The parties that sign the agreements of a year: all but the thirds that they name."""
    return tuple(p for p in jaargang.partijen if p.soort != "derde")


def balansverschil(balans: Balans, cijfers: Mapping[str, Decimal]) -> Decimal | None:
    """Stated end minus computed end of a stock; None when a figure is missing."""
    if any(naam not in cijfers for naam in balans.kengetallen):
        return None
    eind = cijfers[balans.begin] + sum(cijfers[k] for k in balans.plus) - sum(cijfers[k] for k in balans.min)
    return cijfers[balans.eind] - eind - (cijfers[balans.correctie] if balans.correctie else 0)


def bestandsindex(dossier: Dossier, bestand: str, lijst: str, nummer: int) -> int:
    """The place in the file of a record in a list, past the records that were left out."""
    for weg in dossier.weggelaten.get((bestand, lijst), ()):
        nummer += weg <= nummer
    return nummer


def verplichtingnummer(afspraak: Afspraak, verplichting: Verplichting) -> str:
    """The number of a duty: the agreement's number and the duty's letter, such as `3.6a`."""
    return plichtnummer(afspraak.nummer, verplichting.letter)


def jaargang_van(dossier: Dossier, register: Voortgangsregister, voortgang: Voortgang) -> str:
    """What names the agreements that a statement is about.

    Named in the statement, else the newest up to the file's year that have the duty, else the file's year.
    """
    if voortgang.jaargang is not None:
        return voortgang.jaargang
    mogelijk = mogelijke_jaargangen(dossier, register, voortgang)
    return mogelijk[-1].aanduiding if mogelijk else str(register.jaar)


def mogelijke_jaargangen(
    dossier: Dossier, register: Voortgangsregister, voortgang: Voortgang
) -> list[Jaargang]:
    """The agreements begun by the year of a statement's file that have its duty, the newest last."""
    return [
        jaargang
        for _, jaargang in op_volgorde(dossier)
        if jaargang.eerste_jaar <= register.jaar
        and any(
            verplichtingnummer(a, v) == voortgang.verplichting
            for a in jaargang.afspraken
            if voortgang.verplichting.startswith(a.nummer)
            for v in a.verplichtingen
        )
    ]


def eenheden_van(dossier: Dossier) -> dict[str, Eenheid]:
    """The unit of each figure by its id, as the newest agreements have it."""
    return {naam: e for _, j in op_volgorde(dossier) for naam, e in j.eenheid_per_kengetal.items()}


def op_volgorde(dossier: Dossier) -> list[tuple[str, Jaargang]]:
    """All agreements with their file, by their first year; of the same year what lasts longest first."""
    return sorted(dossier.jaargangen.items(), key=lambda paar: (paar[1].eerste_jaar, -paar[1].laatste_jaar))


def voortgang_per_verplichting(dossier: Dossier) -> dict[tuple[str, str], list[Voortgang]]:
    """All statements by what names the agreements and by the number of the duty, oldest first."""
    uit: dict[tuple[str, str], list[Voortgang]] = {}
    for register in dossier.voortgang.values():
        for v in register.voortgang:
            uit.setdefault((jaargang_van(dossier, register, v), v.verplichting), []).append(v)
    return {sleutel: sorted(lijst, key=lambda v: v.datum) for sleutel, lijst in uit.items()}
