"""A window in words: those of the table, which give it back when they are read, and what it means."""

from dataclasses import replace
from datetime import date

from prestatie_cli.taal import MAANDEN, aantal, datum_in_woorden, datumtekst
from prestatie_cli.termijnen.herhaalvormen import MAANDEN_PER
from prestatie_cli.termijnen.perioden import DAG, lees_periode
from prestatie_cli.termijnen.spelling import TELNAMEN
from prestatie_cli.termijnen.venster import IJKJAAR, Duur, Venster, maanden_later

VAST = {"doorlopend": "structureel", "voorwaardelijk": "indien nodig"}
CYCLI = {1: "maandelijks", 3: "per kwartaal", 6: "per halfjaar", 12: "jaarlijks"}


def duur_in_woorden(duur: Duur) -> str:
    """A stretch as one says it: `6 weken`, `3 maanden`, `2 jaar`."""
    if duur.maanden:
        heel = duur.maanden % 12 == 0
        return f"{duur.maanden // 12} jaar" if heel else aantal(duur.maanden, "maand", "maanden")
    if duur.dagen and duur.dagen % 7 == 0:
        return aantal(duur.dagen // 7, "week", "weken")
    return aantal(duur.dagen, "dag", "dagen")


def _periode_in_woorden(van: date, tot: date, jaren: str) -> str:
    """The shortest words that are read back as this period; `jaren` joins two years."""
    kandidaten = (
        f"{van.year}",
        f"{van.year}{jaren}{tot.year}",
        f"{van.year}-H{(van.month + 5) // 6}",
        f"medio {van.year}",
        f"{van.year}-Q{(van.month + 2) // 3}",
        f"{MAANDEN[van.month - 1]} {van.year}",
        datum_in_woorden(van),
        f"week {van.isocalendar().week} van {van.isocalendar().year}",
        f"{MAANDEN[van.month - 1]}/{MAANDEN[tot.month - 1]} {tot.year}",
    )
    return next(
        (k for k in kandidaten if lees_periode(k.casefold()) == (van, tot)),
        f"{datum_in_woorden(van)} tot en met {datum_in_woorden(tot)}",
    )


def _dagen_in_jaar(van: date | None, tot: date) -> str:
    """Days within any year as words without one: `uiterlijk 31 maart`, `in april`."""
    kaal = f" {IJKJAAR}"
    if tot.year != IJKJAAR:
        eerder = van and maanden_later(van, 12 * (IJKJAAR - tot.year))
        woorden = _dagen_in_jaar(eerder, maanden_later(tot, 12 * (IJKJAAR - tot.year)))
        return f"{woorden} van het jaar {'erna' if tot.year > IJKJAAR else 'ervoor'}"
    if van is None:
        return f"uiterlijk {datum_in_woorden(tot).removesuffix(kaal)}"
    if van.day == 1 and lees_periode(f"{MAANDEN[van.month - 1]}{kaal}") == (van, tot):
        return f"in {MAANDEN[van.month - 1]}"
    for deel in ("in het {} kwartaal", "in de {} helft"):
        for rang in ("eerste", "tweede", "derde", "vierde"):
            if lees_periode(deel.format(rang).removeprefix("in ") + kaal) == (van, tot):
                return deel.format(rang)
    dagen = [datum_in_woorden(dag).removesuffix(kaal) for dag in (van, tot)]
    return f"op {dagen[0]}" if van == tot else f"tussen {dagen[0]} en {dagen[1]}"


def herhaling_in_woorden(venster: Venster) -> str:
    """How often something comes back, without the days or years within which."""
    getal, woord = venster.keer, "een" if venster.keer == 1 else "twee" if venster.keer == 2 else venster.keer
    if venster.elke in CYCLI:
        tijdvak = next(naam for naam, maanden in MAANDEN_PER.items() if maanden == venster.elke)
        kaal = CYCLI[venster.elke] if getal == 1 else f"{woord} keer per {tijdvak}"
    else:
        jaren = venster.elke // 12
        telling = TELNAMEN[jaren - 1]
        kaal = f"eens per {telling} jaar" if getal == 1 else f"{woord} keer per {telling} jaar"
    return f"minimaal {kaal}" if venster.minimaal else kaal


def _terugkerend(venster: Venster) -> str:
    """The words for what comes back; years around it come last."""
    woorden = herhaling_in_woorden(venster)
    if venster.binnen_jaar:
        woorden += f" {_dagen_in_jaar(*venster.binnen_jaar)}"
    elif venster.duur == Duur():
        woorden = f"aan het eind van elk {next(n for n, m in MAANDEN_PER.items() if m == venster.elke)}"
    elif venster.duur is not None:
        woorden += f", binnen {duur_in_woorden(venster.duur)} na afloop"
    if venster.vroegst or venster.uiterlijk:
        woorden += f" {_jaren_eromheen(venster.vroegst, venster.uiterlijk)}"
    return f"in principe {woorden}" if venster.zacht else woorden


def _jaren_eromheen(van: date | None, tot: date | None) -> str:
    if tot is None:
        return f"vanaf {datumtekst(van)}"
    return (
        f"van {datum_in_woorden(van)} tot en met {datum_in_woorden(tot)}"
        if van
        else f"tot en met {datum_in_woorden(tot)}"
    )


def schrijf_woorden(venster: Venster) -> str:
    """The table's words for a window; reading them gives the same window."""
    if venster.soort == "terugkerend":
        return _terugkerend(venster)
    if venster.soort in VAST:
        return VAST[venster.soort]
    van, tot = venster.vroegst, venster.uiterlijk
    if venster.soort == "uitgesteld" and van:
        return f"niet voorzien in {van.year}"
    if venster.soort == "relatief" and venster.duur:
        woorden = f"binnen {duur_in_woorden(venster.duur)} na de gebeurtenis"
    elif venster.soort == "na" and van:
        vorige = van - DAG
        woorden = f"na {vorige.year if vorige.month == 12 and vorige.day == 31 else datum_in_woorden(vorige)}"
    elif venster.soort == "begin" and van and tot:
        woorden = f"vanaf {_periode_in_woorden(van, tot, '/')}"
    elif van and tot:
        woorden = _periode_in_woorden(van, tot, " of ")
        if van.year != tot.year and van == date(van.year, 1, 1) and tot == date(tot.year, 12, 31):
            woorden = woorden if tot.year == van.year + 1 else f"{van.year} tot en met {tot.year}"
    elif tot:
        woorden = f"uiterlijk {datum_in_woorden(tot)}"
    else:
        raise ValueError(venster)
    return f"in principe {woorden}" if venster.zacht else woorden


def lezing_in_woorden(venster: Venster) -> str:
    """What the window means, for a reader: the days and what is late."""
    zacht = " (streven, nooit te laat)" if venster.zacht else ""
    van, tot = venster.vroegst, venster.uiterlijk
    match venster.soort:
        case "terugkerend":
            return _telling(venster) + zacht
        case "relatief":
            duur = duur_in_woorden(venster.duur or Duur())
            return f"binnen {duur} na de gebeurtenis, vanaf de melding dat zij er is{zacht}"
        case "doorlopend":
            return "doorlopend, ten minste één vastgelegd moment per jaar"
        case "voorwaardelijk":
            return "alleen als de voorwaarde is vervuld, geen datum"
        case "uitgesteld":
            return f"niet voorzien in {van.year}" if van else "uitgesteld"
        case "na":
            return f"gaat over de tijd vanaf {datum_in_woorden(van)}, geen uiterste datum" if van else ""
        case "begin":
            return f"begint uiterlijk {datum_in_woorden(tot)}, geen einddatum{zacht}" if tot else ""
    if van and tot and van != tot:
        return f"{datum_in_woorden(van)} t/m {datum_in_woorden(tot)}{zacht}"
    if tot:
        return f"{'op' if van else 'uiterlijk'} {datum_in_woorden(tot)}{zacht}"
    return f"vanaf {datum_in_woorden(van)}{zacht}" if van else "geen datum"


def _telling(venster: Venster) -> str:
    """How what comes back is counted and until when each time is in time."""
    kaal = replace(venster, zacht=False)
    if venster.binnen_jaar or venster.duur is not None:
        rest = (
            ", elk jaar weer"
            if venster.binnen_jaar
            else " van elk tijdvak"
            if any(venster.duur or ())
            else ""
        )
        return _terugkerend(kaal) + rest
    if venster.elke <= 12:
        tijdvak = "per kalenderjaar geteld" if venster.elke == 12 else "over elk tijdvak"
    else:
        tijdvak = f"per {TELNAMEN[venster.elke // 12 - 1]} kalenderjaren geteld"
    return f"{_terugkerend(kaal)}, {tijdvak}"
