"""The plain words for residents: short sentences, and no word of the trade (level B1)."""

from collections.abc import Iterable, Mapping

from prestatie_cli.indicatoren.berekening import Indicatorstand
from prestatie_cli.indicatoren.gepeild import met_partijen
from prestatie_cli.indicatoren.oordeel import Oordeel
from prestatie_cli.taal import periodetekst
from prestatie_cli.termijnen.uitkomsten import KLAAR, Stand
from prestatie_cli.woorden.indicatorwoorden import (
    geldigheid,
    herkomstmerk,
    indicatornaam,
    normkort,
    waardetekst,
)
from prestatie_cli.woorden.zinnen import ligging

GEWOON_OORDEEL: Mapping[Oordeel, str] = {
    "gehaald": "Dat is gelukt",
    "niet_gehaald": "Dat is niet gelukt",
    "op_koers": "Dat gaat goed",
    "aandacht": "Dit heeft aandacht nodig",
    "onvolledig": "Nog niet alle cijfers zijn er",
    "geen_norm": "Hierover is geen getal afgesproken",
    "geen_meting": "Er is nog geen cijfer",
    "niet_van_toepassing": "Er viel niets te tellen",
    "niet_te_beoordelen": "Hierover is niets te zeggen",
}

GAAT_NIET_GOED: tuple[Oordeel, ...] = ("niet_gehaald", "aandacht")


def gewone_stand(tellingen: Mapping[Stand, int]) -> str:
    """How the promises stand, counted: what is done, what is late, and the others together."""
    alle, klaar = sum(tellingen.values()), sum(tellingen[stand] for stand in KLAAR)
    laat, mislukt = tellingen["te_laat"], tellingen["niet_gehaald"]
    zinnen = [_zijn(klaar, "klaar"), _zijn(laat, "te laat"), _zijn(mislukt, "niet gelukt") if mislukt else ""]
    rest = alle - klaar - laat - mislukt
    if rest > 1:
        zinnen.append(f"De andere {rest} lopen nog, komen later of gaan steeds door.")
    elif rest:
        zinnen.append("De andere loopt nog, komt later of gaat steeds door.")
    return " ".join(filter(None, zinnen))


def _zijn(n: int, hoe: str) -> str:
    if not n:
        return f"Er is er nog geen {hoe}." if hoe == "klaar" else f"Er is er geen {hoe}."
    return f"{n} {'is' if n == 1 else 'zijn'} {hoe}."


def voor_bewoners(standen: Iterable[Indicatorstand]) -> list[Indicatorstand]:
    """The figures with a norm; of the parts of the parties only those that don't go as agreed."""
    return [s for s in met_partijen(standen) if s.norm and (not s.partij or s.oordeel in GAAT_NIET_GOED)]


def gewoon_cijfer(s: Indicatorstand, bekend: Mapping[str, str]) -> str:
    """A figure, what was agreed, and how that stands: `Woningen voor ouderen: nu 67. Afgesproken: …`."""
    merk = f", {s.herkomst}" if herkomstmerk(s.herkomst) else ""
    nu = (
        f"nu {waardetekst(s)} ({periodetekst(s.periode)}{merk})"
        if s.teller is not None
        else "nog geen cijfer"
    )
    duur = f" ({geldigheid(s)})" if geldigheid(s) else ""
    norm = normkort(s).removeprefix("streven ")
    wens = "Het doel is" if s.norm and s.norm.soort == "streefwaarde" else "Afgesproken is"
    return f"{indicatornaam(s, bekend)}: {nu}. {wens} {norm}{duur}. {_hoe(s)}."


def _hoe(s: Indicatorstand) -> str:
    if s.oordeel != "aandacht":
        return GEWOON_OORDEEL[s.oordeel]
    return {"boven": "Dat is te veel of gaat te snel", "onder": "Dat is nog te weinig"}.get(
        ligging(s) or "", GEWOON_OORDEEL["aandacht"]
    )
