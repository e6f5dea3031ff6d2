"""The words of a duty: its state, number, term and what was stated about it."""

from collections.abc import Mapping
from typing import get_args

from prestatie_cli.taal import datum_in_woorden, datumtekst, woord
from prestatie_cli.termijnen.standen import Stand, Termijnstand, lezing_van

STANDWOORDEN: dict[Stand, str] = {stand: stand.replace("_", " ") for stand in get_args(Stand)}


AFGELEID = "* nummer afgeleid: het staat niet (zo) in de bron"


def nummertekst(nummer: str, afgeleid: bool) -> str:
    """A number as it is shown: with a star when it was inferred."""
    return f"{nummer}*" if afgeleid else nummer


def wanneer(rij: Termijnstand) -> str:
    """The literal words and how they are read."""
    if rij.woorden is None:
        return "geen termijn"
    if rij.tijdvak:
        return f"'{rij.woorden}': {rij.tijdvak}, uiterlijk {datumtekst(rij.uiterlijk)}"
    return f"'{rij.woorden}': {lezing_van(rij.verplichting)}"


def toelichting(rij: Termijnstand, bekend: Mapping[str, str]) -> str:
    """What the doers last stated, else that nobody stated anything; and the condition of a duty."""
    delen = [f'voorwaarde: "{rij.verplichting.voorwaarde}"'] if rij.verplichting.voorwaarde else []
    v = rij.laatste
    if v is None:
        klaar = rij.stand in ("gehaald", "te_laat_gehaald")
        return "; ".join([*delen, rij.waarom if klaar else "geen melding"])
    voorbeeld = " (voorbeeld)" if v.herkomst == "voorbeeld" else ""
    delen.append(
        f"{bekend.get(v.door, v.door)} op {datum_in_woorden(v.datum)}{voorbeeld}: {woord(v.melding)}"
    )
    return "; ".join([*delen, *([v.toelichting] if v.toelichting else [])])
