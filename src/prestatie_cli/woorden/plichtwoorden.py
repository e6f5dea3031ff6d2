"""The words of a duty: its state, number, term and what was stated about it."""

from typing import get_args

from prestatie_cli.termijnen.standen import Stand

STANDWOORDEN: dict[Stand, str] = {stand: stand.replace("_", " ") for stand in get_args(Stand)}


AFGELEID = "* nummer afgeleid: het staat niet (zo) in de bron"


def nummertekst(nummer: str, afgeleid: bool) -> str:
    """A number as it is shown: with a star when it was inferred."""
    return f"{nummer}*" if afgeleid else nummer
