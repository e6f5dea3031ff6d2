"""What a message asks, and of whom."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from prestatie_cli.boodschappen.aandacht import Aandachtspunt
from prestatie_cli.taal import datum_in_woorden, samen_genoemd
from prestatie_cli.woorden.indicatorwoorden import gevraagde_perioden
from prestatie_cli.woorden.zinnen import ligging


@dataclass(frozen=True, slots=True)
class Verzoek:
    """What is asked, as `gevraagd van X: …` goes on, and of which parties."""

    wat: str
    aan: tuple[str, ...]


def verzoek_bij(soort: str, p: Aandachtspunt, doen: tuple[str, ...], bekend: Mapping[str, str]) -> Verzoek:
    """What a message of a kind asks, of those who do it."""
    return VRAGEN[soort](p, doen, bekend)


Vrager = Callable[[Aandachtspunt, tuple[str, ...], Mapping[str, str]], Verzoek]


def _vast(wat: str) -> Vrager:
    return lambda _, doen, __: Verzoek(wat, doen)


def _vertraging(p: Aandachtspunt, doen: tuple[str, ...], _: Mapping[str, str]) -> Verzoek:
    if p.melding and p.melding.melding == "vertraagd":
        return Verzoek("een nieuwe dag voorstellen, waar alle partijen mee instemmen", _zelf(p, doen))
    return Verzoek("zeggen wat nodig is om het op tijd te halen", _zelf(p, doen))


def _zelf(p: Aandachtspunt, doen: tuple[str, ...]) -> tuple[str, ...]:
    """Who reports it, where they do it each for themselves; else all that do it."""
    ieder = p.rij is not None and len(p.rij.per_partij) > 1
    return (p.door,) if ieder and p.door in doen else doen


def _te_laat(p: Aandachtspunt, doen: tuple[str, ...], _: Mapping[str, str]) -> Verzoek:
    laat = tuple(wie for wie, stand in p.per_partij if stand == "te_laat")
    return Verzoek("melden dat het klaar is, of samen een nieuwe dag afspreken", laat or doen)


def _verschil(p: Aandachtspunt, doen: tuple[str, ...], _: Mapping[str, str]) -> Verzoek:
    beide = (p.door, *doen) if p.door else doen
    return Verzoek("samen nagaan hoe het staat en dat vastleggen", tuple(dict.fromkeys(beide)))


def _tempo(p: Aandachtspunt, doen: tuple[str, ...], _: Mapping[str, str]) -> Verzoek:
    s = p.stand
    if s is None:
        return Verzoek("zeggen of het nog gebeurt, en wanneer", doen)
    kant = ligging(s)
    if s.indicator.looptijd and s.indicator.tot is None and not s.bij_tempo:
        return Verzoek("samen afspreken wanneer het er moet zijn", doen)
    if s.definitief or s.voorbij:
        return Verzoek("verklaren waardoor het anders liep", doen)
    return Verzoek(
        "zeggen hoe het binnen de grens blijft"
        if kant == "boven"
        else "zeggen hoe de norm nog wordt gehaald",
        doen,
    )


def _cijfers(p: Aandachtspunt, doen: tuple[str, ...], _: Mapping[str, str]) -> Verzoek:
    if not p.te_leveren:
        return Verzoek("", ())
    perioden = gevraagde_perioden(p.te_leveren)
    sinds = min((g.sinds for g in p.te_leveren if g.sinds), default=None)
    verwacht = f", verwacht sinds {datum_in_woorden(sinds)}" if sinds else ""
    partijen = tuple(dict.fromkeys(g.partij for g in p.te_leveren))
    return Verzoek(f"de cijfers {samen_genoemd(perioden)} leveren{verwacht}", partijen)


VRAGEN: Mapping[str, Vrager] = {
    "gegevens": lambda *_: Verzoek("de fouten in de gegevens herstellen", ()),
    "wet": _vast("voorleggen hoe het weer binnen de wet komt"),
    "norm": _vast("verklaren waardoor dit komt, en zeggen wat er nu gebeurt"),
    "te_laat": _te_laat,
    "vertraging": _vertraging,
    "verschil": _verschil,
    "tempo": _tempo,
    "cijfers": _cijfers,
}
