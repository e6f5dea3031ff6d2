"""Which version of the data a result stands on, as a line of text and as fields of the JSON."""

from typing import Any

from prestatie_cli.bronnen.commits import Gegevensversie
from prestatie_cli.taal import datum_in_woorden


def versieregel(versie: Gegevensversie) -> str | None:
    """`Gegevens: versie a1b2c3d van 30 juni 2026 (bekend op 1 juli 2026)`; None for the disk."""
    if versie.hash is None or versie.datum is None:
        return None
    bekend = f" (bekend op {datum_in_woorden(versie.bekend_op)})" if versie.bekend_op else ""
    return f"Gegevens: versie {versie.hash[:7]} van {datum_in_woorden(versie.datum)}{bekend}"


def met_versie(kop: str, versie: Gegevensversie) -> str:
    """A heading with the version below it, where the data do not come from the disk."""
    regel = versieregel(versie)
    return f"{kop}\n{regel}" if regel else kop


def versievelden(versie: Gegevensversie) -> dict[str, Any]:
    """The fields `versie` (full hash, or `werkmap` for the disk) and `bekend_op` of the JSON."""
    return {"versie": versie.hash or "werkmap", "bekend_op": versie.bekend_op}
