"""`prestatie diff`: what changed between two versions."""

import os
from datetime import date
from pathlib import Path
from typing import Annotated

import typer

from prestatie_cli.bevindingen import Gezondheid
from prestatie_cli.bronnen.schijf import lees_sjablonen
from prestatie_cli.cli import opties
from prestatie_cli.cli.laden import datapad, keuze, kies_bekend, zonder_klokken
from prestatie_cli.cli.nederlands import Gebruiksfout
from prestatie_cli.cli.scherm import druk, scherm
from prestatie_cli.cli.schrijven import schrijf_uitvoer
from prestatie_cli.cli.vergelijken import Versie, onleesbaar, versie_op_schijf, versie_van, wijzigingen
from prestatie_cli.formaten.diff import Verschil
from prestatie_cli.formaten.register import vormgever
from prestatie_cli.model.dossier import Dossier
from prestatie_cli.vergelijking.vaststelling import gewijzigd_sinds
from prestatie_cli.woorden.grondslag import Grondslag
from prestatie_cli.woorden.wijzigingen import oordeel

SOORTEN = ("inhoudelijk", "redactioneel", "opmaak")


def _soort(waarde: str | None) -> str | None:
    if waarde is not None and waarde not in SOORTEN:
        raise Gebruiksfout(f"'{waarde}' is geen soort wijziging; kies uit: {', '.join(SOORTEN)}")
    return waarde


Van = Annotated[
    str | None, typer.Argument(metavar="VAN", help="Versie, VERSIE:PAD, map of bestand; standaard HEAD.")
]
Naar = Annotated[
    str | None,
    typer.Argument(metavar="NAAR", help="Waarmee te vergelijken; standaard de bestanden op schijf."),
]
Soort = Annotated[
    str | None,
    typer.Option(
        "--soort", metavar="SOORT", callback=_soort, help=f"Alleen deze soort: {', '.join(SOORTEN)}."
    ),
]
FoutBij = Annotated[
    str | None,
    typer.Option(
        "--fout-bij",
        metavar="SOORT",
        callback=_soort,
        help="Eindig met code 1 als er een wijziging van deze soort is, of een zwaardere.",
    ),
]


def diff(
    context: typer.Context,
    van: Van = None,
    naar: Naar = None,
    map_: opties.MapOptie = None,
    soort: Soort = None,
    partij: opties.PartijOptie = None,
    fout_bij: FoutBij = None,
    peildatum: opties.PeildatumOptie = opties.VANDAAG,
    formaat: Annotated[str, opties.formaatoptie("diff")] = "tekst",
    uitvoer: opties.UitvoerOptie = None,
    overschrijf: opties.OverschrijfOptie = False,
) -> None:
    """Toon wat er tussen twee versies is gewijzigd, en voor wie."""
    from dataclasses import replace

    zonder_klokken(context)
    oud, nieuw = _versies(context, van, naar, map_)
    verschil = _verschil(oud, nieuw, partij, peildatum)
    te_melden = _te_melden(verschil, fout_bij)
    gekozen = replace(
        verschil,
        wijzigingen=tuple(w for w in verschil.wijzigingen if soort in (None, w.soort)),
        keuze=verschil.keuze + (f", soort {soort}" if soort else ""),
        sjablonen=lees_sjablonen() if formaat == "md" else {},
    )
    tekst = vormgever("diff", formaat)(gekozen, scherm())
    if uitvoer:
        mappen = tuple(Path(v.bronnen.wortel) for v in (oud, nieuw) if v.bronnen.wortel)
        schrijf_uitvoer(uitvoer, f"{tekst}\n".encode(), formaat, overschrijf, mappen)
    else:
        druk(tekst)
    raise typer.Exit(1 if verschil.grond.gezondheid.fouten or verschil.onleesbaar or te_melden else 0)


def _verschil(oud: Versie, nieuw: Versie, partij: str | None, peildatum: date) -> Verschil:
    """All changes, or those for one party, with what the reader must know beside them."""
    namen = _partijnamen(oud.dossier) | _partijnamen(nieuw.dossier)
    wie = kies_bekend("partij", partij, namen)
    gevonden = tuple(w for w in wijzigingen(oud, nieuw) if wie is None or wie in w.partijen)
    kapot = onleesbaar(oud, "de oude versie") + onleesbaar(nieuw, "de nieuwe versie")
    return Verschil(
        Grondslag(peildatum, gezondheid=_gezondheid(oud, nieuw)),
        oud.naam,
        nieuw.naam,
        oordeel(gevonden, bool(kapot), f"Voor {namen.get(wie, wie)}" if wie else ""),
        gevonden,
        gevonden,
        tuple(zin for j in nieuw.dossier.jaargangen.values() for zin in gewijzigd_sinds(j, wie)),
        kapot,
        keuze(wie, None, None),
        namen,
    )


def _gezondheid(oud: Versie, nieuw: Versie) -> Gezondheid:
    """How sound both versions are: a fault in either can hide a change."""
    a, b = oud.gezondheid, nieuw.gezondheid
    onleesbaar = (*a.onleesbaar, *b.onleesbaar)
    return Gezondheid(a.fouten + b.fouten, a.waarschuwingen + b.waarschuwingen, onleesbaar)


def _versies(
    context: typer.Context, van: str | None, naar: str | None, map_: Path | None
) -> tuple[Versie, Versie]:
    """Both versions; a single path is compared with what HEAD has of it."""
    if van is not None and naar is None and os.path.exists(van):
        pad = Path(van)
        nieuw = versie_van(van, pad)
        oud = versie_van("HEAD", datapad(context, map_ or (pad if pad.is_dir() else pad.parent)))
        return oud, nieuw
    if van is not None and naar is not None and os.path.exists(van) and os.path.exists(naar):
        return versie_van(van, Path(van)), versie_van(naar, Path(naar))
    plek = datapad(context, map_)
    return versie_van(van or "HEAD", plek), versie_van(naar, plek) if naar else versie_op_schijf(plek)


def _te_melden(verschil: Verschil, fout_bij: str | None) -> bool:
    """Whether there is a change of the kind named, or of a weightier one."""
    zwaar = SOORTEN[: SOORTEN.index(fout_bij) + 1] if fout_bij else ()
    return any(w.soort in zwaar for w in verschil.wijzigingen)


def _partijnamen(dossier: Dossier) -> dict[str, str]:
    return {p.id: p.naam for j in dossier.jaargangen.values() for p in j.partijen}
