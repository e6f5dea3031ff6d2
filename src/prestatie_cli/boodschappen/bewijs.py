"""What a message rests on: a value with its period and origin beside a norm with its term, or a statement."""

from collections.abc import Mapping
from dataclasses import dataclass

from prestatie_cli.indicatoren.berekening import Indicatorstand
from prestatie_cli.model.voortgang import Voortgang
from prestatie_cli.taal import datum_in_woorden, met_hoofdletter, periodetekst, woord
from prestatie_cli.termijnen.standen import Termijnstand
from prestatie_cli.woorden.indicatorwoorden import (
    geldigheid,
    herkomstmerk,
    hoeveelheid,
    normkolom,
    waardetekst,
)
from prestatie_cli.woorden.plichtwoorden import (
    dagentekst,
    partijentekst,
    reekstekst,
    tijdvaktekst,
    verdertekst,
)
from prestatie_cli.woorden.verloopwoorden import gelijk_tempo
from prestatie_cli.woorden.zinnen import ligging


@dataclass(frozen=True, slots=True)
class Bewijs:
    """A value over a period of an origin, what was agreed until when, and what is explained; all in words.

    What is not there is empty. `herkomst` is 'definitief', 'voorlopig', 'voorbeeld' or 'opgave'.
    """

    waarde: str
    periode: str = ""
    herkomst: str = ""
    norm: str = ""
    termijn: str = ""
    toelichting: str = ""


def van_indicator(s: Indicatorstand) -> Bewijs:
    """The value of an indicator beside its norm."""
    return Bewijs(
        waardetekst(s),
        periodetekst(s.periode),
        s.herkomst or "",
        normkolom(s) if s.norm else "",
        geldigheid(s),
        ". ".join(filter(None, (met_hoofdletter(s.reden), _wet(s), _tempo(s)))),
    )


def _wet(s: Indicatorstand) -> str:
    """What the law allows at most, where that was passed."""
    if not s.boven_de_wet or s.plafond is None:
        return ""
    return f"De wet staat hoogstens {hoeveelheid(s.plafond.waarde, s.eenheid)} toe"


def _tempo(s: Indicatorstand) -> str:
    """What would be there by now at an even pace, of what is on the wrong side of it."""
    return f"Bij een gelijk tempo: {gelijk_tempo(s)} over deze tijd" if ligging(s) and gelijk_tempo(s) else ""


def van_plicht(r: Termijnstand, soort: str, bekend: Mapping[str, str]) -> Bewijs:
    """How a duty stands beside the words of its term."""
    if soort in ("niet gehaald", "niet te beoordelen"):
        stand = [r.waarom]
    else:
        stand = [reekstekst(r.reeks)] if r.reeks else []
        stand += [dagentekst(r.dagen or 0)] if soort == "te laat" else []
        stand += [verder] if r.reeks and (verder := verdertekst(r.reeks, bekend)) else []
        stand += [partijentekst(r.per_partij, bekend)] if len({s for _, s in r.per_partij}) > 1 else []
    return Bewijs(
        met_hoofdletter("; ".join(stand)),
        tijdvaktekst(r.tijdvak) if r.tijdvak and (soort == "niet gehaald" or not r.reeks) else "",
        norm=f"'{r.woorden}'" if r.woorden else "",
        termijn=_laatste_dag(r),
    )


def _laatste_dag(r: Termijnstand) -> str:
    """The last day of a duty where its words don't say it, with the decision that put it off."""
    dag = datum_in_woorden(r.uiterlijk) if r.uiterlijk else ""
    if r.besluit:
        return f"uitgesteld tot en met {dag} ({r.besluit.besluit})"
    return f"uiterlijk {dag}" if dag and f"uiterlijk {dag}" != r.woorden else ""


def bewijstekst(b: Bewijs) -> str:
    """What a message rests on, as sentences: the value with its period and origin, and what was agreed."""
    kern = ", ".join(filter(None, (b.waarde, b.periode))) + herkomstmerk(b.herkomst)
    afgesproken = ", ".join(filter(None, (b.norm, b.termijn)))
    delen = (kern, f"Afgesproken: {afgesproken}" if afgesproken else "", b.toelichting)
    return " ".join(map(_als_zin, filter(None, delen)))


def _als_zin(tekst: str) -> str:
    return tekst if tekst.endswith((".", "?", "!")) else f"{tekst}."


def van_melding(v: Voortgang, bekend: Mapping[str, str]) -> Bewijs:
    """What a party stated, with its cause, consequence and correction."""
    velden = (("Oorzaak", v.oorzaak), ("Gevolg", v.gevolg), ("Bijsturing", v.bijsturing))
    delen = [f"{veld}: {tekst}" for veld, tekst in velden if tekst]
    if not delen and v.toelichting:
        delen = [v.toelichting]
    return Bewijs(
        f"{bekend.get(v.door, v.door)} meldt: {woord(v.melding)}",
        datum_in_woorden(v.datum),
        v.herkomst,
        toelichting=" ".join(map(_als_zin, delen)),
    )
