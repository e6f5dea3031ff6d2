"""How the term of a duty is read: by the words, or as the parties settled it."""

from prestatie_cli.model.jaargang import Verplichting
from prestatie_cli.termijnen.venster import Venster
from prestatie_cli.termijnen.venstertekst import lezing_in_woorden
from prestatie_cli.termijnen.vormen import is_streven, lees_woorden


def venster_van(verplichting: Verplichting, jaar: int | None = None) -> Venster | None:
    """The window of a duty: the explicit reading of the parties before the table of words.

    A reading says which days are meant; that something recurs or is strived for stays as the words say.
    `jaar` is the year of the agreements where it is one.
    """
    termijn = verplichting.termijn
    if termijn is None:
        return None
    gelezen = lees_woorden(termijn.woorden, jaar)
    if termijn.lezing is None or (gelezen and gelezen.soort == "terugkerend"):
        return gelezen
    zacht = gelezen.zacht if gelezen else is_streven(termijn.woorden)
    return Venster("periode", termijn.lezing.vroegst, termijn.lezing.uiterlijk, zacht)


def lezing_van(verplichting: Verplichting, jaar: int | None = None) -> str:
    """How the term of a duty is read, in words, with who settled it where that was explicit."""
    termijn, venster = verplichting.termijn, venster_van(verplichting, jaar)
    if termijn is None:
        return "geen termijn in de afspraak"
    if venster is None:
        return "deze woorden kan het programma niet lezen"
    lezing = lezing_in_woorden(venster)
    if termijn.lezing:
        wie = " en ".join(termijn.lezing.vastgesteld_door)
        return f"{lezing}; zo vastgesteld door {wie} op {termijn.lezing.vastgesteld_op}"
    return lezing
