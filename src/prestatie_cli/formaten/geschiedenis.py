"""The changes of one agreement through git, as text and as JSON."""

from dataclasses import dataclass
from datetime import date

from prestatie_cli.formaten.diff import als_dict, regel
from prestatie_cli.formaten.jsontekst import jsontekst
from prestatie_cli.formaten.tabel import Scherm, alinea
from prestatie_cli.taal import aantal, datum_in_woorden, schoon
from prestatie_cli.vergelijking.wijziging import Wijziging
from prestatie_cli.woorden.grondslag import Grondslag, met_grondslag
from prestatie_cli.woorden.wijzigingen import omschrijf


@dataclass(frozen=True, slots=True)
class Gebeurtenis:
    """A version that changed the agreement; without a hash it is what stands on disk.

    `naam` is what the agreement was called then, `uit` where it was taken over from.
    """

    hash: str | None
    datum: date | None
    auteur: str
    onderwerp: str
    naam: str
    uit: str | None
    wijzigingen: tuple[Wijziging, ...]


@dataclass(frozen=True, slots=True)
class Geschiedenis:
    """What `geschiedenis` shows, in the order asked for."""

    grond: Grondslag
    nummer: str
    gebeurtenissen: tuple[Gebeurtenis, ...]
    onleesbaar: tuple[str, ...]
    volgorde: str


def tekst(geschiedenis: Geschiedenis, scherm: Scherm) -> str:
    """Each version with its day, author and what it changed."""
    b = scherm.breedte
    keer = aantal(len(geschiedenis.gebeurtenissen), "versie", "versies")
    kop = f"Geschiedenis van afspraak {geschiedenis.nummer}: {keer} met wijzigingen, {geschiedenis.volgorde}"
    regels = [
        met_grondslag(alinea(kop, b), geschiedenis.grond, b),
        *(alinea(f"Let op: {zin}", b) for zin in geschiedenis.onleesbaar),
    ]
    return "\n\n".join(["\n".join(regels), *(_blok(g, b) for g in geschiedenis.gebeurtenissen)])


def _blok(g: Gebeurtenis, breedte: int) -> str:
    if g.hash is None or g.datum is None:
        kop = "Op schijf, nog niet in git"
    else:
        kop = f"{datum_in_woorden(g.datum)}, {g.hash[:7]}, {g.auteur}: {g.onderwerp}"
    regels = [alinea(kop, breedte)]
    if g.uit:
        regels.append(alinea(f"overgenomen uit {g.uit} als {g.naam}", breedte, "  "))
    for w in g.wijzigingen:
        o = omschrijf(w)
        if w.code.startswith("jaargang-") and g.uit:
            continue
        onderwerp = "" if w.afspraak == g.naam.partition(" ")[0] and not w.kengetal else f"{o.kop}: "
        regels.append(alinea(f"{onderwerp}{regel(o)}", breedte, "  "))
    return schoon_per_regel(regels)


def schoon_per_regel(regels: list[str]) -> str:
    """Lines without what steers a terminal."""
    return "\n".join(schoon(deel) for regel_ in regels for deel in regel_.split("\n"))


def json(geschiedenis: Geschiedenis, scherm: Scherm) -> str:
    """The versions with their changes as JSON."""
    return jsontekst(
        geschiedenis.grond,
        afspraak=geschiedenis.nummer,
        versies=[
            {
                "versie": g.hash or "werkmap",
                "datum": g.datum,
                "auteur": g.auteur,
                "onderwerp": g.onderwerp,
                "naam": g.naam,
                "overgenomen_uit": g.uit,
                "wijzigingen": [als_dict(w) for w in g.wijzigingen],
            }
            for g in geschiedenis.gebeurtenissen
        ],
        onleesbaar=list(geschiedenis.onleesbaar),
    )
