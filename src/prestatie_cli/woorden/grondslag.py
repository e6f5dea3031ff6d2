"""What an answer stands on: the day, the version of the data, and whether those data are sound."""

from dataclasses import dataclass
from datetime import date
from textwrap import fill

from prestatie_cli.bevindingen import Gezondheid
from prestatie_cli.bronnen.commits import WERKMAP, Gegevensversie
from prestatie_cli.model.dossier import Dossier, op_volgorde
from prestatie_cli.model.geldend import is_in_kracht
from prestatie_cli.model.jaargang import Jaargang
from prestatie_cli.taal import aantal, datum_in_woorden, opsomming

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
    jaar, alle = peildatum.year, [j for _, j in op_volgorde(dossier)]
    if not alle:
        return None
    begonnen = [j for j in alle if j.eerste_jaar <= jaar]
    if not begonnen:
        return f"Er gelden nog geen afspraken: de eerste gaan in op 1 januari {alle[0].eerste_jaar}."
    if any(is_in_kracht(j, jaar) for j in begonnen):
        return _zonder_jaarschijf(begonnen, jaar)
    laatste = max(j.laatste_jaar for j in begonnen)
    namen = opsomming(tuple(j.aanduiding for j in begonnen if j.laatste_jaar == laatste))
    verder = next(
        (f"de volgende gaan in op 1 januari {j.eerste_jaar}" for j in alle if j.eerste_jaar > jaar), ""
    )
    return (
        f"De afspraken {namen} zijn afgelopen op 31 december {laatste}; "
        f"{verder or 'er zijn nog geen nieuwere'}."
    )


def _zonder_jaarschijf(begonnen: list[Jaargang], jaar: int) -> str | None:
    """That agreements for years are in force, but those beneath them ended and were not followed."""
    for kader in begonnen:
        onder = [j for j in begonnen if j.kader == kader.aanduiding]
        if is_in_kracht(kader, jaar) and onder and not any(is_in_kracht(j, jaar) for j in onder):
            return (
                f"Onder het kader {kader.aanduiding} zijn er nog geen afspraken voor {jaar}; die van "
                f"{onder[-1].aanduiding} zijn afgelopen op 31 december {onder[-1].laatste_jaar}."
            )
    return None


def versieregel(versie: Gegevensversie) -> str | None:
    """`Gegevens: versie a1b2c3d van 30 juni 2026 (bekend op 1 juli 2026)`; None for the disk."""
    if versie.hash is None or versie.datum is None:
        return None
    bekend = f" (bekend op {datum_in_woorden(versie.bekend_op)})" if versie.bekend_op else ""
    return f"Gegevens: versie {versie.hash[:7]} van {datum_in_woorden(versie.datum)}{bekend}"


def met_grondslag(kop: str, grond: Grondslag, breedte: int) -> str:
    """A heading with what the reader must know first above it, and the version of the data below it."""
    geldigheid = fill(grond.geldigheid or "", breedte, break_long_words=False, break_on_hyphens=False)
    delen = (let_op(grond.gezondheid), kop, versieregel(grond.versie), geldigheid)
    return "\n".join(filter(None, delen))
