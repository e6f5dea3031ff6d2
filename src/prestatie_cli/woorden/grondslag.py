"""What an answer stands on: the day, the version of the data, and whether those data are sound."""

from dataclasses import dataclass
from datetime import date

from prestatie_cli.bevindingen import Gezondheid
from prestatie_cli.bronnen.commits import WERKMAP, Gegevensversie
from prestatie_cli.model.dossier import Dossier
from prestatie_cli.taal import aantal, datum_in_woorden

GEZOND = Gezondheid()


@dataclass(frozen=True, slots=True)
class Grondslag:
    """The peildatum of an answer, which version of the data it was made from and how sound they are.

    `geldigheid` is the sentence of `geldigheidszin`.
    """

    peildatum: date
    versie: Gegevensversie = WERKMAP
    gezondheid: Gezondheid = GEZOND
    geldigheid: str | None = None


def let_op(gezondheid: Gezondheid) -> str | None:
    """The line that stands on top of every answer over faulty data; None when no fault was found."""
    if not gezondheid.fouten:
        return None
    fouten = aantal(gezondheid.fouten, "fout", "fouten")
    return f"Let op: {fouten} in de gegevens, zie prestatie valideer"


def geldigheidszin(dossier: Dossier, peildatum: date) -> str | None:
    """That the agreements are not in force yet on a day, or no more; None where they are."""
    jaren = sorted(j.jaar for j in dossier.jaargangen.values())
    if not jaren or peildatum.year in jaren:
        return None
    if peildatum.year < jaren[0]:
        return f"Er gelden nog geen afspraken: de eerste gaan in op 1 januari {jaren[0]}."
    laatste = max(jaar for jaar in jaren if jaar < peildatum.year)
    return f"De afspraken {laatste} zijn afgelopen op 31 december {laatste}; er zijn nog geen nieuwere."


def versieregel(versie: Gegevensversie) -> str | None:
    """`Gegevens: versie a1b2c3d van 30 juni 2026 (bekend op 1 juli 2026)`; None for the disk."""
    if versie.hash is None or versie.datum is None:
        return None
    bekend = f" (bekend op {datum_in_woorden(versie.bekend_op)})" if versie.bekend_op else ""
    return f"Gegevens: versie {versie.hash[:7]} van {datum_in_woorden(versie.datum)}{bekend}"


def met_grondslag(kop: str, grond: Grondslag) -> str:
    """A heading with what the reader must know first above it, and the version of the data below it."""
    delen = (let_op(grond.gezondheid), kop, versieregel(grond.versie), grond.geldigheid)
    return "\n".join(filter(None, delen))
