"""The one gate: every answer starts from data that all checks have looked at."""

from collections.abc import Iterable
from dataclasses import dataclass, replace

from prestatie_cli.bevindingen import Bevinding, Gezondheid
from prestatie_cli.controles import controleer
from prestatie_cli.model.dossier import Dossier


@dataclass(frozen=True, slots=True)
class Keuring:
    """A dossier that knows what its faults touch, what was found, and how sound it is.

    The places of the checks' findings still lack their lines.
    """

    dossier: Dossier
    bevindingen: tuple[Bevinding, ...]
    gezondheid: Gezondheid


def keur(dossier: Dossier, gelezen: Iterable[Bevinding], vorige: Dossier | None = None) -> Keuring:
    """What reading and checks find in a dossier; `vorige` is the version before, where there is one."""
    gevonden = (*gelezen, *controleer(dossier, vorige))
    fouten = [b for b in gevonden if b.ernst == "fout"]
    geraakt = frozenset(naam for b in fouten for naam in b.raakt)
    waarschuwingen = sum(b.ernst == "waarschuwing" for b in gevonden)
    return Keuring(
        replace(dossier, geraakt=geraakt),
        gevonden,
        Gezondheid(len(fouten), waarschuwingen, dossier.onleesbaar),
    )
