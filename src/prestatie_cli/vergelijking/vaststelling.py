"""Which version a party approved: a fingerprint over what was agreed, not over how it is written.

The canonical form is one line `field=value` for each substantive field of the year, with the ids of
the records in the field, sorted. Free text counts by its words: without case, spacing, line ends and
punctuation. Left out is what accounts for the text (`VERANTWOORDING`) and the approvals themselves.
The print is the first 16 hexadecimal digits of the SHA-256 of those lines, in UTF-8.
"""

from dataclasses import dataclass
from datetime import date
from hashlib import sha256

from prestatie_cli.model.jaargang import Jaargang, Vaststelling
from prestatie_cli.taal import datum_in_woorden, samen_genoemd
from prestatie_cli.vergelijking.veldwaarden import is_verantwoording, velden
from prestatie_cli.vergelijking.woordvergelijking import gevouwen


@dataclass(frozen=True, slots=True)
class Vaststand:
    """The latest approval of a party, and whether the agreements changed since."""

    vaststelling: Vaststelling
    gewijzigd: bool


def kanoniek(jaargang: Jaargang) -> str:
    """The canonical form of the agreements of a year."""
    regels = [
        f"{veld}={' '.join(gevouwen(waarde.tekst)) if waarde.vorm == 'tekst' else waarde.tekst}"
        for veld, waarde in velden(jaargang).items()
        if not is_verantwoording(veld)
    ]
    return "".join(f"{regel}\n" for regel in sorted(regels))


def vingerafdruk(jaargang: Jaargang) -> str:
    """The fingerprint of the agreements of a year."""
    return sha256(kanoniek(jaargang).encode()).hexdigest()[:16]


def vaststanden(jaargang: Jaargang) -> tuple[Vaststand, ...]:
    """The latest approval of each party."""
    laatste: dict[str, Vaststelling] = {}
    for v in sorted(jaargang.vaststellingen, key=lambda v: v.datum):
        laatste[v.partij] = v
    if not laatste:
        return ()
    nu = vingerafdruk(jaargang)
    return tuple(Vaststand(v, v.vingerafdruk != nu) for _, v in sorted(laatste.items()))


def gewijzigd_sinds(jaargang: Jaargang, partij: str | None = None) -> tuple[str, ...]:
    """Which parties approved another version than this, a sentence for each day of approval."""
    per_dag: dict[date, list[str]] = {}
    for stand in vaststanden(jaargang):
        v = stand.vaststelling
        if stand.gewijzigd and partij in (None, v.partij):
            per_dag.setdefault(v.datum, []).append(v.partij)
    return tuple(
        f"afspraken {jaargang.aanduiding} gewijzigd sinds vaststelling op {datum_in_woorden(dag)} "
        f"door {samen_genoemd(namen)}"
        for dag, namen in sorted(per_dag.items())
    )
