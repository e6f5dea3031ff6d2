"""The names in the nearest data folder, for the shell's completion."""

from collections.abc import Callable, Iterable, Mapping
from pathlib import Path

from prestatie_cli.bronnen.schijf import lees_map, zoek_map
from prestatie_cli.fouten import BronFout
from prestatie_cli.inlezen.bestanden import lees_dossier
from prestatie_cli.model.jaargang import Jaargang

KEUZES: Mapping[str, Callable[[Jaargang], Iterable[tuple[str, str]]]] = {
    "partijen": lambda j: ((p.id, p.naam) for p in j.partijen),
    "themas": lambda j: ((t.nummer, t.titel) for t in j.themas),
    "indicatoren": lambda j: ((i.id, i.naam) for i in j.indicatoren),
    "nummers": lambda j: ((a.nummer, " ".join(a.tekst.split())[:60]) for a in j.afspraken),
}


def aanbod(soort: str) -> dict[str, str]:
    """The names of one kind with what they mean; nothing where there are no data to read."""
    try:
        bronnen = lees_map(zoek_map(Path.cwd()))
    except BronFout:
        return {}
    dossier, _ = lees_dossier(bronnen.teksten)
    return {naam: wat for j in dossier.jaargangen.values() for naam, wat in KEUZES[soort](j)}
