"""A rule over the data is one decorated function: what always holds, and where it does not."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from decimal import Decimal
from typing import Generic, TypeVar

from prestatie_cli.bevindingen import Bevinding, Ernst, Pad, Plaats, Regel
from prestatie_cli.model.basis import in_procent
from prestatie_cli.model.dossier import Dossier
from prestatie_cli.taal import getal, precies_procent


@dataclass(frozen=True, slots=True)
class Vondst:
    """A place where a rule does not hold: what stands there and the remedy, both Dutch.

    `raakt` names the ids and numbers that can't be judged while it stands there, where they are known.
    """

    bestand: str
    pad: Pad
    boodschap: str
    hulp: str
    raakt: tuple[str, ...] = ()


def als_cijfer(waarde: Decimal, aandeel: bool = False) -> str:
    """A figure as a reader writes it, a share or what was written with its sign as a percentage."""
    return precies_procent(waarde) if aandeel or in_procent(waarde) else getal(waarde)


Toets = Callable[[Dossier], Iterable[Vondst]]
Versietoets = Callable[[Dossier, Dossier], Iterable[Vondst]]
EenToets = TypeVar("EenToets", Toets, Versietoets)


@dataclass(frozen=True, slots=True)
class Controle(Regel, Generic[EenToets]):
    """A rule with the function that looks where it does not hold.

    That takes the dossier; of a rule over versions, the version before and the one now.
    """

    toets: EenToets

    def bevindingen(self, vondsten: Iterable[Vondst]) -> Iterable[Bevinding]:
        """Findings of this rule; the places still lack their lines."""
        for v in vondsten:
            yield Bevinding(self.code, self.ernst, v.boodschap, Plaats(v.bestand, pad=v.pad), v.hulp, v.raakt)


def regel(code: str, ernst: Ernst, zin: str, uitleg: str) -> Callable[[EenToets], Controle[EenToets]]:
    """Make a function the check of a rule; the sentence says what is true of sound data."""

    def maak(toets: EenToets) -> Controle[EenToets]:
        return Controle(code, ernst, zin, uitleg, toets)

    return maak
