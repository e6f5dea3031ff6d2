"""Changes in the words of a reader: what it is about, what stood there, what it means for whom."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from prestatie_cli.taal import aantal, bedrag, datum_in_woorden, getal, opsomming
from prestatie_cli.vergelijking.wijziging import CIJFERCODES, Kant, Wijziging, is_feit
from prestatie_cli.vergelijking.woordvergelijking import woordverschil

Stuk = tuple[str, str, str]
Leesstuk = tuple[str, str, str, str]
OMHEEN = 8
FEITWOORDEN = {
    "cijfer": ("cijfer", "cijfers"),
    "correctie": ("correctie", "correcties"),
    "levering": ("levering", "leveringen"),
    "melding": ("melding", "meldingen"),
    "parameter": ("wettelijke waarde", "wettelijke waarden"),
    "vaststelling": ("vaststelling", "vaststellingen"),
}
GEVOLGEN = {"toegevoegd": "erbij", "verwijderd": "weg"}
VELDWOORDEN = {"wie": "wie het doet", "voor": "voor wie", "met": "met wie", "wat": "omschrijving"}


@dataclass(frozen=True, slots=True)
class Omschrijving:
    """A change ready to print; `stukken` holds a text word by word, else `oud` and `nieuw` tell.

    A piece is its kind, the old and new words, and the space that goes before it.
    """

    kop: str
    veld: str
    oud: str | None
    nieuw: str | None
    stukken: tuple[Leesstuk, ...]
    gevolg: str
    toelichting: str | None


def omschrijf(w: Wijziging, partijnamen: dict[str, str] | None = None) -> Omschrijving:
    """A change in words; a text that was reworded comes word by word."""
    tekst = w.vorm == "tekst" and w.oud is not None and w.nieuw is not None
    stukken = gespatieerd(ingekort(woordverschil(w.oud or "", w.nieuw or ""))) if tekst else ()
    kop = w.naar.bestand if w.soort == "opmaak" and w.naar else " ".join(filter(None, (w.afspraak, w.wat)))
    return Omschrijving(
        kop=kop,
        veld=_veld(w),
        oud=_leesbaar(w, w.kant_van),
        nieuw=_leesbaar(w, w.kant_naar),
        stukken=stukken,
        gevolg=_gevolg(w, partijnamen or {}),
        toelichting=w.toelichting,
    )


def _veld(w: Wijziging) -> str:
    """The word for what changed."""
    soort, _, wat = w.code.rpartition("-")
    if soort == "opmaak":
        return "alleen de opmaak is anders; de gegevens zijn gelijk"
    if wat in ("toegevoegd", "verwijderd"):
        return f"{soort} {wat}"
    if w.code in ("afspraak-hernummerd", "afspraak-verplaatst", "bestand-verplaatst", "jaargang-overgenomen"):
        return wat
    if soort in ("cijfer", "correctie", "norm", "termijn", "termijn-minder", "meetmoment"):
        return {"cijfer": f"cijfer {wat}", "correctie": "correctie teruggedraaid"}.get(
            soort, "geldigheid van de norm" if wat == "geldigheid" else soort.partition("-")[0]
        )
    naam = w.veld.rpartition("]")[2].strip(".") or w.veld.partition("[")[0]
    laatste = naam.rpartition(".")[2].replace("_", " ")
    kant = " erbij" if w.oud is None and w.nieuw else " weg" if w.nieuw is None and w.oud else ""
    return VELDWOORDEN.get(laatste, laatste) + kant


GETALVORMEN = ("getal", "euro", "aandeel")


def _leesbaar(w: Wijziging, kant: Kant | None) -> str | None:
    """A value as a Dutch reader writes it, with how it is read where that tells more."""
    if kant is None or kant.waarde is None:
        return None
    if kant.waarde == kant.wat and (w.kant_van is None or w.kant_naar is None):
        return None  # the heading says it already
    waarde, lezing = kant.waarde, kant.lezing
    if w.vorm in GETALVORMEN:
        # What was written as a percentage is one, whatever the figure is on the other side.
        if waarde.endswith("%"):
            return f"{getal(Decimal(waarde.removesuffix('%')))}%"
        return bedrag(Decimal(waarde)) if w.vorm == "euro" else getal(Decimal(waarde))
    if w.vorm == "datum":
        return datum_in_woorden(date.fromisoformat(waarde))
    if w.code.startswith("termijn"):
        return f"'{waarde}'" + (f" ({lezing})" if lezing else "")
    return " ".join(waarde.split())


def _gevolg(w: Wijziging, namen: dict[str, str]) -> str:
    """The direction and for whom: `versoepeling voor Omthuis`."""
    wie = opsomming(tuple(namen.get(p, p) for p in w.partijen))
    if w.code.startswith(CIJFERCODES):
        return f"opgave van {wie}" if wie else ""
    if w.richting is None:
        return f"voor {wie}" if wie and w.soort == "inhoudelijk" else ""
    return f"{w.richting} voor {wie}" if wie else w.richting


def ingekort(stukken: Iterable[Stuk], omheen: int = OMHEEN) -> tuple[Stuk, ...]:
    """The pieces with long unchanged stretches cut to the words around a change."""
    alle = list(stukken)
    uit = []
    for nummer, (soort, oud, nieuw) in enumerate(alle):
        delen = oud.split()
        if soort != "gelijk" or len(delen) <= 2 * omheen:
            uit.append((soort, oud, nieuw))
            continue
        begin = " ".join(delen[:omheen]) if nummer else ""
        eind = " ".join(delen[-omheen:]) if nummer < len(alle) - 1 else ""
        kort = " … ".join((begin, eind)).strip()
        uit.append((soort, kort, kort))
    return tuple(uit)


def gespatieerd(stukken: Iterable[Stuk]) -> tuple[Leesstuk, ...]:
    """The pieces with the space before each: none at the start and none before a closing mark."""
    uit: list[Leesstuk] = []
    for soort, oud, nieuw in stukken:
        sluit = (nieuw or oud).startswith(tuple(".,;:!?)]”"))
        uit.append((soort, oud, nieuw, "" if sluit or not uit else " "))
    return tuple(uit)


def tellingen(wijzigingen: Iterable[Wijziging]) -> str:
    """`2 inhoudelijke wijzigingen (1 versoepeling, 1 uitstel), 1 redactionele`."""
    alle = tuple(wijzigingen)
    delen = []
    if inhoudelijk := [w for w in alle if w.soort == "inhoudelijk"]:
        meer = [(r, sum(w.richting == r for w in inhoudelijk)) for r in RICHTINGEN]
        richtingen = ", ".join(aantal(n, r, RICHTINGEN[r]) for r, n in meer if n)
        tussen = f" ({richtingen})" if richtingen else ""
        delen.append(aantal(len(inhoudelijk), "inhoudelijke wijziging", "inhoudelijke wijzigingen") + tussen)
    for soort, een, meer_dan_een in (
        ("redactioneel", "redactionele wijziging", "redactionele wijzigingen"),
        ("opmaak", "wijziging van alleen de opmaak", "wijzigingen van alleen de opmaak"),
    ):
        if n := sum(w.soort == soort for w in alle):
            delen.append(aantal(n, een, meer_dan_een))
    return ", ".join(delen) or "geen wijzigingen"


RICHTINGEN = {
    "versoepeling": "versoepelingen",
    "verzwaring": "verzwaringen",
    "uitstel": "keer uitstel",
    "vervroeging": "vervroegingen",
}


def oordeel(wijzigingen: Iterable[Wijziging], onleesbaar: bool = False, keuze: str = "") -> str:
    """The one sentence that a reader needs: whether what was agreed changes.

    What could not be read is not called unchanged, and a selection (`voor hlve`) is named.
    """
    zin = _oordeel(tuple(wijzigingen))
    if keuze:
        zin = f"{keuze}: {zin[0].lower()}{zin[1:]}"
    return f"{zin.removesuffix('.')}, voor zover te lezen was." if onleesbaar else zin


def _oordeel(alle: tuple[Wijziging, ...]) -> str:
    inhoudelijk = [w for w in alle if w.soort == "inhoudelijk"]
    afspraken = sum(not is_feit(w) for w in inhoudelijk)
    feiten = _feiten(inhoudelijk)
    if not alle:
        return "Er is niets gewijzigd."
    if afspraken:
        ook = f"; verder {feiten}" if feiten else ""
        return f"Wat is afgesproken verandert op {aantal(afspraken, 'punt', 'punten')}{ook}."
    if feiten:
        return f"Aan wat is afgesproken verandert niets; wel {feiten}."
    if any(w.soort == "redactioneel" for w in alle):
        return "Aan wat is afgesproken verandert niets; alleen de schrijfwijze of de toelichting is anders."
    return "Aan wat is afgesproken verandert niets; alleen de opmaak is anders."


def _feiten(wijzigingen: Iterable[Wijziging]) -> str:
    """What else changed: `2 cijfers erbij, 1 cijfer gecorrigeerd`."""
    tel: dict[tuple[str, str], int] = {}
    for w in wijzigingen:
        soort, _, wat = w.code.partition("-")
        if is_feit(w):
            sleutel = (soort, GEVOLGEN.get(wat, wat))
            tel[sleutel] = tel.get(sleutel, 0) + 1
    return ", ".join(f"{aantal(n, *FEITWOORDEN[soort])} {wat}" for (soort, wat), n in tel.items())
