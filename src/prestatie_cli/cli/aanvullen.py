"""What the shell offers after Tab: numbers, parties, themes and indicators of the data at hand."""

from collections.abc import Callable, Iterable
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from prestatie_cli.model.jaargang import Jaargang

Aanbod = Callable[[str], list[tuple[str, str]]]


def _aanbod(kies: "Callable[[Jaargang], Iterable[tuple[str, str]]]") -> Aanbod:
    """Completion that reads the nearest data folder; it never fails, at worst it offers nothing."""

    def vul_aan(incomplete: str) -> list[tuple[str, str]]:
        from prestatie_cli.bronnen.schijf import lees_map, zoek_map
        from prestatie_cli.fouten import BronFout
        from prestatie_cli.inlezen.bestanden import parse

        try:
            bronnen = lees_map(zoek_map(Path.cwd()))
        except BronFout:
            return []
        dossier, _ = parse(bronnen.teksten)
        keuzes = {w: h for j in dossier.jaargangen.values() for w, h in kies(j)}
        return [(w, h) for w, h in keuzes.items() if w.startswith(incomplete)]

    return vul_aan


partijen = _aanbod(lambda j: ((p.id, p.naam) for p in j.partijen))
themas = _aanbod(lambda j: ((t.nummer, t.titel) for t in j.themas))
indicatoren = _aanbod(lambda j: ((i.id, i.naam) for i in j.indicatoren))
nummers = _aanbod(lambda j: ((a.nummer, " ".join(a.tekst.split())[:60]) for a in j.afspraken))
