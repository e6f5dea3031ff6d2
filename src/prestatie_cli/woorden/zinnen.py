"""What stands in one full sentence: how an indicator stands, and how a duty does."""

import re
from collections.abc import Callable, Iterable, Mapping
from datetime import date
from fractions import Fraction
from typing import Literal

from prestatie_cli.indicatoren.berekening import Indicatorstand
from prestatie_cli.indicatoren.oordeel import Oordeel
from prestatie_cli.model.dossier import GERAAKT
from prestatie_cli.model.voortgang import Voortgang
from prestatie_cli.taal import (
    datum_in_woorden,
    met_hoofdletter,
    periode_in_zin,
    procent,
    samen_genoemd,
    tijd_tussen,
)
from prestatie_cli.termijnen.standen import Termijnstand
from prestatie_cli.termijnen.uitkomsten import KLAAR, Stand
from prestatie_cli.woorden.indicatorwoorden import grenzen_van, hoeveelheid, normkort, waardetekst
from prestatie_cli.woorden.plichtwoorden import tijdvaktekst
from prestatie_cli.woorden.verloopwoorden import gelijk_tempo

Normkant = Literal["boven", "onder"]
KEREN = {2: "twee", 3: "drie", 4: "vier", 5: "vijf", 6: "zes", 7: "zeven", 8: "acht", 9: "negen", 10: "tien"}
ANDERHALF = Fraction(3, 2)
# What separates the parts of a phrase, so that it needs quotation marks to be one part of a sentence.
GELEED = re.compile(r"[,;:.()]|'")


def in_zin(s: Indicatorstand, bekend: Mapping[str, str] | None = None) -> str:
    """The name of an indicator within a sentence: `verkoop van woningen`, or quoted `'Woondroom-plaatsen'`.

    A first word that its definition has without a capital is no name of its own, and loses it here.
    """
    n = s.indicator
    eerste, spatie, rest = n.naam.partition(" ")
    klein = eerste[:1].lower() + eerste[1:]
    uitleg = " ".join((n.definitie, *(k.definitie for k in s.kengetallen), *(k.naam for k in s.kengetallen)))
    gewoon = re.search(rf"(?<![\w-]){re.escape(klein)}(?![\w-])", uitleg) and not GELEED.search(n.naam)
    naam = f"{klein}{spatie}{rest}" if gewoon else f"'{n.naam}'"
    return f"{naam} bij {(bekend or {}).get(s.partij, s.partij)}" if s.partij else naam


def als_deel(wat: str) -> str:
    """A phrase of the data as the subject of a sentence, in quotation marks where it has parts of its own."""
    wat = wat.rstrip(". ")
    return f"'{wat}'" if GELEED.search(wat) else wat


def indicatorzin(s: Indicatorstand, bekend: Mapping[str, str] | None = None) -> str:
    """How an indicator stands, in one sentence that says no more than its figures bear."""
    if s.boven_de_wet:
        return _wet(s, in_zin(s, bekend))
    return ZINNEN[s.oordeel](s, in_zin(s, bekend))


def ligging(s: Indicatorstand) -> Normkant | None:
    """On which wrong side of its norm the value is, or of what belongs to the time covered; else None."""
    if s.meetlat is None:
        return None
    nu, (onder, boven) = s.meetlat
    if boven is not None and nu > boven:
        return "boven"
    return "onder" if onder is not None and nu < onder else None


def _wet(s: Indicatorstand, x: str) -> str:
    """The ceiling of the law; while its year runs it is no breach yet."""
    grens = hoeveelheid(s.plafond.waarde, s.eenheid) if s.plafond else ""
    if s.definitief:
        zin = f"de wettelijke grens voor {x} is {_over(s)} overschreden"
        return _naar_cijfers(s, f"{zin}: {_kort(s)}, de wet staat hoogstens {grens} toe")
    zin = f"{_over(s)} ligt {_heet(s)} voor {x} boven de wettelijke grens"
    return _naar_cijfers(s, f"{zin}: {_kort(s)}, de wet staat hoogstens {grens} toe")


def _gehaald(s: Indicatorstand, x: str) -> str:
    if s.norm and s.norm.soort == "maximum":
        return _naar_cijfers(s, f"de grens voor {x} is {_over(s)} niet overschreden: {_tegen(s)}")
    al = _over(s) if s.definitief else "al"
    return _naar_cijfers(s, f"de norm voor {x} is {al} gehaald: {_tegen(s)}")


def _niet_gehaald(s: Indicatorstand, x: str) -> str:
    wanneer = _over(s) if s.definitief else "al"
    if ligging(s) == "boven" or s.ruimte_soort == "te_veel":
        return _naar_cijfers(s, f"de grens voor {x} is {wanneer} overschreden: {_tegen(s)}")
    return _naar_cijfers(s, f"de norm voor {x} is {_over(s)} niet gehaald: {_tegen(s)}")


def _aandacht(s: Indicatorstand, x: str) -> str:
    kant = ligging(s)
    if s.definitief:
        return _naar_cijfers(s, f"het streven voor {x} is {_over(s)} niet gehaald: {_tegen(s)}")
    if s.bij_tempo and kant:
        return _tempo(s, x, kant)
    if s.norm and s.norm.op and not s.voorbij:
        dag = datum_in_woorden(s.norm.op)
        return _naar_cijfers(s, f"{_lijn(s)} voor {x} op {dag} is nog niet in zicht: {_tegen(s)}")
    if s.indicator.looptijd and s.indicator.tot is None:
        return _naar_cijfers(s, f"voor {x} is geen einddatum afgesproken: tot nu toe {_tegen(s)}")
    if kant is None:
        return _naar_cijfers(s, f"{_heet(s)} voor {x} vraagt aandacht: {_tegen(s)}")
    return _naar_cijfers(s, f"{_over(s)} ligt {_heet(s)} voor {x} {kant} {_lijn(s)}: {_tegen(s)}")


def _tempo(s: Indicatorstand, x: str, kant: Normkant) -> str:
    """Faster or slower than an even pace to the norm; how much faster only where the figures show it."""
    _, boven = s.bij_tempo or (None, None)
    if kant == "boven":
        hoeveel = _keren(Fraction(s.teller or 0) / boven) if boven and not s.afgeschermd else "sneller dan is"
        return _naar_cijfers(s, f"met {x} gaat het {hoeveel} afgesproken: {_kort(s)} {_over(s)}")
    minstens = gelijk_tempo(s).removeprefix("minstens ").partition(" t/m ")[0]
    hoort = f", bij een gelijk tempo minstens {minstens}" if minstens else ""
    return _naar_cijfers(s, f"met {x} gaat het langzamer dan is afgesproken: {_kort(s)} {_over(s)}{hoort}")


def _keren(factor: Fraction) -> str:
    """How many times as fast, never more than it is: `twee keer zo snel als is`, `sneller dan is`."""
    heel = int(factor)
    if heel in KEREN:
        return f"{'' if factor == heel else 'ruim '}{KEREN[heel]} keer zo snel als is"
    if heel > max(KEREN):
        return f"meer dan {KEREN[max(KEREN)]} keer zo snel als is"
    if factor >= ANDERHALF:
        return f"{'' if factor == ANDERHALF else 'ruim '}anderhalf keer zo snel als is"
    return "sneller dan is"


def _onvolledig(s: Indicatorstand, x: str) -> str:
    if s.teller is None:
        return met_hoofdletter(f"voor {x} ontbreken cijfers {_over(s)}")
    return met_hoofdletter(f"voor {x} zijn de cijfers niet compleet: tot nu toe {_kort(s)} {_over(s)}")


def _niet_te_beoordelen(s: Indicatorstand, x: str) -> str:
    if s.reden == GERAAKT:
        return f"Over {x} is niets te zeggen: er staat een fout in de gegevens"
    return f"Het oordeel over {x} is niet openbaar: het zou een klein aantal verraden"


ZINNEN: Mapping[Oordeel, Callable[[Indicatorstand, str], str]] = {
    "gehaald": _gehaald,
    "niet_gehaald": _niet_gehaald,
    "op_koers": lambda s, x: _naar_cijfers(s, f"met {x} gaat het volgens afspraak: {_kort(s)} {_over(s)}"),
    "aandacht": _aandacht,
    "onvolledig": _onvolledig,
    "geen_norm": lambda s, x: met_hoofdletter(
        f"{_over(s)} is {_heet(s)} voor {x} {_kort(s)}; een norm is er niet"
    ),
    "geen_meting": lambda s, x: f"Voor {x} zijn er nog geen cijfers",
    "niet_van_toepassing": lambda s, x: f"Over {x} is niets te zeggen: er viel niets te tellen",
    "niet_te_beoordelen": _niet_te_beoordelen,
}


def _naar_cijfers(s: Indicatorstand, zin: str) -> str:
    """A sentence that says so where the figures below it may change still."""
    if s.herkomst != "voorlopig":
        return met_hoofdletter(zin)
    return f"Naar voorlopige cijfers: {zin}"


def _heet(s: Indicatorstand) -> str:
    return "het bedrag" if s.eenheid.notatie == "euro" else s.indicator.aard.heet


def _over(s: Indicatorstand) -> str:
    return periode_in_zin(s.periode)


def _lijn(s: Indicatorstand) -> str:
    return {"maximum": "de grens", "streefwaarde": "het streven"}.get(
        s.norm.soort if s.norm else "", "de norm"
    )


def _tegen(s: Indicatorstand) -> str:
    """The value beside what was agreed: `51, afgesproken is hoogstens 50`."""
    norm = normkort(s)
    if s.norm and s.norm.soort == "streefwaarde":
        return f"{_kort(s)}, het streven is {norm.removeprefix('streven ')}"
    return f"{_kort(s)}, afgesproken is {norm}"


def _kort(s: Indicatorstand) -> str:
    """The value in as few words as it can be: a share without its counts, a change without its figures."""
    tekst = waardetekst(s)
    if s.afgeschermd or s.teller is None or s.waarde is None:
        return tekst
    if s.indicator.basisjaar or s.over:
        return tekst.partition(" (")[0]
    return procent(s.waarde, grenzen_van(s.norm)) if s.indicator.noemer else tekst


def te_laat_zin(r: Termijnstand, bekend: Mapping[str, str], peildatum: date) -> str:
    """How late a duty is, with who is where they do it each for themselves."""
    laat = [bekend.get(p, p) for p, stand in r.per_partij if stand == "te_laat"]
    wie = f" bij {samen_genoemd(laat)}" if 0 < len(laat) < len(r.per_partij) else ""
    if r.reeks and r.reeks.te_laat > 1:
        return f"{als_deel(r.verplichting.wat)} is {r.reeks.te_laat} keer te laat{wie}"
    duur = tijd_tussen(r.uiterlijk, peildatum) if r.uiterlijk else ""
    return f"{als_deel(r.verplichting.wat)} is {f'{duur} ' if duur else ''}te laat{wie}"


def niet_gehaald_zin(r: Termijnstand) -> str:
    """That the figures of a duty missed its norm, and over what."""
    over = f" over {tijdvaktekst(r.tijdvak)}" if r.tijdvak else ""
    return f"{als_deel(r.verplichting.wat)} is{over} niet gehaald"


def meldingzin(r: Termijnstand, v: Voortgang, bekend: Mapping[str, str]) -> str:
    """That a party reports a duty as delayed, or that it asks attention for it."""
    hoe = "is vertraagd" if v.melding == "vertraagd" else "vraagt aandacht"
    return f"{als_deel(r.verplichting.wat)} {hoe}, meldt {bekend.get(v.door, v.door)}"


def verschilzin(r: Termijnstand, v: Voortgang, bekend: Mapping[str, str]) -> str:
    """That a party sees otherwise how a duty stands, and than whom."""
    anderen = [r.laatste.door] if r.laatste and r.laatste.door != v.door else []
    dan = samen_genoemd([bekend.get(p, p) for p in anderen or r.verplichting.wie if p != v.door])
    return f"{bekend.get(v.door, v.door)} ziet '{r.verplichting.wat.rstrip('. ')}' anders" + (
        f" dan {dan}" if dan else ""
    )


def stand_in_het_kort(tellingen: Mapping[Stand, int], indicatoren: Iterable[Indicatorstand]) -> str:
    """How it all stands in two sentences: what is done and late of the duties, and how the norms stand."""
    klaar = sum(tellingen[stand] for stand in KLAAR)
    delen = [_er(klaar, "gehaald")] if klaar else []
    delen += [_er(n, "niet gehaald")] if (n := tellingen["niet_gehaald"]) else []
    laat = tellingen["te_laat"]
    delen.append(_er(laat, "te laat") if laat else "is er geen te laat")
    delen += [_er(n, "niet te beoordelen")] if (n := tellingen["niet_te_beoordelen"]) else []
    alle = sum(tellingen.values())
    zinnen = [f"Van de {alle} verplichtingen {samen_genoemd(delen)}."] if alle > 1 else []
    genormeerd = [s for s in indicatoren if s.norm]
    if len(genormeerd) > 1:
        per = {o: sum(s.oordeel == o for s in genormeerd) for o in OORDELEN_IN_ZIN}
        hoe = [OORDELEN_IN_ZIN[o][n > 1].format(n=n) for o, n in per.items() if n]
        zinnen.append(f"Van de {len(genormeerd)} indicatoren met een norm {samen_genoemd(hoe)}.")
    return " ".join(zinnen)


def _er(n: int, wat: str) -> str:
    return f"{'is' if n == 1 else 'zijn'} er {n} {wat}"


# Of one and of more, as the sentence above goes on.
OORDELEN_IN_ZIN: Mapping[Oordeel, tuple[str, str]] = {
    "gehaald": ("is er 1 gehaald", "zijn er {n} gehaald"),
    "op_koers": ("ligt er 1 op koers", "liggen er {n} op koers"),
    "niet_gehaald": ("is er 1 niet gehaald", "zijn er {n} niet gehaald"),
    "aandacht": ("vraagt er 1 aandacht", "vragen er {n} aandacht"),
    "onvolledig": ("mist er 1 cijfers", "missen er {n} cijfers"),
    "geen_meting": ("is er 1 nog niet gemeten", "zijn er {n} nog niet gemeten"),
    "niet_van_toepassing": ("is er 1 niet van toepassing", "zijn er {n} niet van toepassing"),
    "niet_te_beoordelen": ("is er 1 niet te beoordelen", "zijn er {n} niet te beoordelen"),
}
