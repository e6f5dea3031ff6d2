"""What the shell offers after Tab: numbers, parties, themes and indicators of the data at hand."""

from collections.abc import Callable
from importlib import import_module

Aanbieder = Callable[[str], list[tuple[str, str]]]


def _bij_naam(soort: str) -> Aanbieder:
    """Completion whose reading is loaded when Tab is pressed: the options are made at every start."""

    def vul_aan(incomplete: str) -> list[tuple[str, str]]:
        keuzes: dict[str, str] = import_module("prestatie_cli.cli.aanbod").aanbod(soort)
        return [(w, h) for w, h in keuzes.items() if w.startswith(incomplete)]

    return vul_aan


partijen = _bij_naam("partijen")
themas = _bij_naam("themas")
indicatoren = _bij_naam("indicatoren")
nummers = _bij_naam("nummers")
