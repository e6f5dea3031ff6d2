"""Blocks -> a tagged PDF (PDF/UA-1) through typst; the text goes in as data, never as typst markup."""

import json
import unicodedata
from collections.abc import Mapping, Sequence
from dataclasses import asdict
from datetime import UTC, date, datetime
from itertools import pairwise
from pathlib import Path
from typing import Any

from prestatie_cli.documenten.noodletter import FAMILIE, NOODBREEDTE
from prestatie_cli.documenten.zetter import zet
from prestatie_cli.sjablonen.blokken import (
    MARGE,
    Alinea,
    Beeld,
    Blok,
    Citaat,
    Inhoud,
    Kop,
    Lijst,
    Tabelblok,
    in_woorden,
    kolombreedtes,
    platte_tekst,
    tekstbreedte,
)
from prestatie_cli.sjablonen.document import Rapportdocument
from prestatie_cli.sjablonen.grafieken import Grafiek
from prestatie_cli.sjablonen.huisvorm import GEEN_HUIS, Huis, huis_van

# The fonts inside typst, so that every machine gives the same bytes.
LETTERTYPEN = (
    "Libertinus Serif",
    "New Computer Modern",
    "New Computer Modern Math",
    "DejaVu Sans Mono",
    FAMILIE,
)
PDFKLEUR = "#154273"
REGEL = 88.0  # letters that fit in a line of text
TABELREGEL = 107.0  # the same in a table over the whole width, in which the text is smaller
EERSTE_VREEMDE = "\u0250"  # every font of ours has the Latin letters before this
GEEN_EIGEN_BEELD = ("Cf", "Mn", "Me", "Mc", "Zs", "Zl", "Zp")  # what joins, marks or separates others
LANGE_RIJ = 30  # lines; a row of more may break over two pages


def pdf(d: Rapportdocument) -> bytes:
    """The report as a tagged PDF (PDF/UA-1)."""
    return pdf_document(
        d.blokken,
        titel=d.titel,
        datum=d.rapport.peildatum,
        grafieken=d.grafieken,
        huis=huis_van(d.rapport),
        inhoudsopgave=d.inhoudsopgave,
    )


def pdf_document(
    blokken: Sequence[Blok],
    *,
    titel: str,
    datum: date,
    grafieken: Mapping[str, Grafiek],
    huis: Huis = GEEN_HUIS,
    inhoudsopgave: bool = False,
) -> bytes:
    """The report as PDF/UA-1 on A4; the same input gives the same bytes.

    BronFout on a chart that can't be drawn.
    """
    ankers = frozenset(b.anker for b in blokken if isinstance(b, Kop) and b.niveau > 0)
    gegevens: dict[str, Any] = {
        "titel": titel,
        "datum": [datum.year, datum.month, datum.day],
        "letters": (huis.letter, *LETTERTYPEN) if huis.letter in LETTERTYPEN else LETTERTYPEN,
        "kleur": huis.kleur or PDFKLEUR,
        "naam": huis.naam,
        "logo": huis.logo[0] if huis.logo else None,
        "inhoudsopgave": inhoudsopgave,
        "blokken": _lijst(blokken, grafieken, ankers),
    }
    gegevens |= {
        "noodbreedte": NOODBREEDTE,
        "tekennamen": tekennamen(json.dumps(gegevens, ensure_ascii=False)),
    }
    return zet(
        Path(__file__).with_name("rapport.typ").read_bytes(),
        "de PDF kon niet worden gemaakt",
        dict([huis.logo]) if huis.logo else {},
        sys_inputs={"gegevens": json.dumps(gegevens)},
        pdf_standards=["ua-1"],
        timestamp=datetime(datum.year, datum.month, datum.day, tzinfo=UTC),
    )


def tekennamen(tekst: str) -> dict[str, str]:
    """The Unicode names of the characters that our letters may lack, which a reader then gets."""
    return {
        teken: unicodedata.name(teken, f"U+{ord(teken):04X}").lower()
        for teken in sorted(set(tekst))
        if teken >= EERSTE_VREEMDE and unicodedata.category(teken) not in GEEN_EIGEN_BEELD
    }


def _lijst(
    blokken: Sequence[Blok], grafieken: Mapping[str, Grafiek], ankers: frozenset[str]
) -> list[dict[str, Any]]:
    """The blocks as data; a paragraph stays with the chart that follows it."""
    uit = [_blok(b, grafieken, ankers) for b in blokken]
    for blok, volgende in pairwise(uit):
        if blok["soort"] == "Alinea" and volgende["soort"] == "Beeld":
            blok["plakt"] = True
    return uit


def _blok(blok: Blok, grafieken: Mapping[str, Grafiek], ankers: frozenset[str]) -> dict[str, Any]:
    soort = {"soort": type(blok).__name__}
    match blok:
        case Kop(niveau, inhoud, anker):
            return soort | {"niveau": niveau, "inhoud": _inhoud(inhoud, ankers), "anker": anker}
        case Alinea(inhoud):
            return soort | {"inhoud": _inhoud(inhoud, ankers), "plakt": False}
        case Lijst(items, vanaf):
            return soort | {"vanaf": vanaf, "items": [_lijst(punt, grafieken, ankers) for punt in items]}
        case Tabelblok():
            return soort | _tabel(blok, ankers)
        case Citaat(blokken):
            return soort | {"blokken": _lijst(blokken, grafieken, ankers)}
        case Beeld(naam):
            grafiek = grafieken[naam]
            return soort | {"svg": grafiek.svg, "alt": in_woorden(grafiek)}
    return soort


def _tabel(tabel: Tabelblok, ankers: frozenset[str]) -> dict[str, Any]:
    breedtes = kolombreedtes(tabel, TABELREGEL)
    ruimte = [max(1.0, b * TABELREGEL - MARGE) for b in breedtes]

    def rij(cellen: tuple[Inhoud, ...]) -> list[list[dict[str, Any]]]:
        return [_inhoud(c, ankers, r) for c, r in zip(cellen, ruimte, strict=True)]

    def is_lang(cellen: tuple[Inhoud, ...]) -> bool:
        return any(tekstbreedte(platte_tekst(c)) > r * LANGE_RIJ for c, r in zip(cellen, ruimte, strict=True))

    return {
        "breedtes": breedtes,
        "rechts": tabel.rechts,
        "koppen": rij(tabel.koppen),
        "rijen": [{"lang": is_lang(r), "cellen": rij(r)} for r in tabel.rijen],
    }


def _inhoud(inhoud: Inhoud, ankers: frozenset[str], ruimte: float = REGEL) -> list[dict[str, Any]]:
    """The text as data; a link to a heading that isn't there stays as text."""
    uit = []
    for deel in inhoud:
        naar = deel.naar if not deel.naar.startswith("#") or deel.naar[1:] in ankers else ""
        uit.append(asdict(deel) | {"naar": naar, "tekst": _breekbaar(deel.tekst, ruimte)})
    return uit


def _breekbaar(tekst: str, ruimte: float) -> str:
    """The text in which a word that is longer than the line may break anywhere."""
    return " ".join("\u200b".join(w) if tekstbreedte(w) > ruimte else w for w in tekst.split(" "))
