"""`prestatie diff`: what changed between two versions."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from prestatie_cli.cli import opties
from prestatie_cli.cli.nederlands import Gebruiksfout

if TYPE_CHECKING:
    from prestatie_cli.cli.vergelijken import Versie
    from prestatie_cli.model import Dossier
    from prestatie_cli.vergelijking import Wijziging

FORMATEN = ("tekst", "md", "json")
SOORTEN = ("inhoudelijk", "redactioneel", "opmaak")


def _soort(waarde: str | None) -> str | None:
    if waarde is not None and waarde not in SOORTEN:
        raise Gebruiksfout(f"'{waarde}' is geen soort wijziging; kies uit: {', '.join(SOORTEN)}")
    return waarde


def diff(
    context: typer.Context,
    van: Annotated[
        str | None,
        typer.Argument(metavar="[VAN]", help="Versie, VERSIE:PAD, map of bestand; standaard HEAD."),
    ] = None,
    naar: Annotated[
        str | None,
        typer.Argument(metavar="[NAAR]", help="Waarmee te vergelijken; standaard de bestanden op schijf."),
    ] = None,
    map_: opties.Map = None,
    soort: Annotated[
        str | None,
        typer.Option(
            "--soort", metavar="SOORT", callback=_soort, help=f"Alleen deze soort: {', '.join(SOORTEN)}."
        ),
    ] = None,
    partij: opties.Partij = None,
    fout_bij: Annotated[
        str | None,
        typer.Option(
            "--fout-bij",
            metavar="SOORT",
            callback=_soort,
            help="Eindig met code 1 als er een wijziging van deze soort is.",
        ),
    ] = None,
    peildatum: opties.Peildatum = opties.VANDAAG,
    formaat: Annotated[str, opties.formaat(FORMATEN)] = "tekst",
    uitvoer: opties.Uitvoer = None,
) -> None:
    """Toon wat er tussen twee versies is gewijzigd, en voor wie."""
    from prestatie_cli.cli.laden import druk, keuze, scherm, schrijf
    from prestatie_cli.cli.vergelijken import onleesbaar, wijzigingen
    from prestatie_cli.formats.diff import FORMATEN as VORMEN
    from prestatie_cli.formats.diff import Verschil

    oud, nieuw = _versies(context, van, naar, map_)
    namen = _partijnamen(oud.dossier) | _partijnamen(nieuw.dossier)
    wie = _partij(partij, namen)
    alle = [w for w in wijzigingen(oud, nieuw) if wie is None or wie in w.partijen]
    kapot = onleesbaar(oud, "de oude versie") + onleesbaar(nieuw, "de nieuwe versie")
    verschil = Verschil(
        peildatum,
        oud.naam,
        nieuw.naam,
        tuple(w for w in alle if soort in (None, w.soort)),
        _vaststellingen(nieuw.dossier, wie),
        kapot,
        keuze(wie, None, None),
        namen,
    )
    tekst = VORMEN[formaat](verschil, scherm())
    if uitvoer:
        schrijf(uitvoer, f"{tekst}\n")
    else:
        druk(tekst)
    raise typer.Exit(1 if kapot or _te_melden(alle, fout_bij) else 0)


def _versies(
    context: typer.Context, van: str | None, naar: str | None, map_: Path | None
) -> tuple["Versie", "Versie"]:
    """Both versions; a single path is compared with what HEAD has of it."""
    from prestatie_cli.cli.laden import datapad
    from prestatie_cli.cli.vergelijken import versie_op_schijf, versie_van

    if van is not None and naar is None and Path(van).exists():
        pad = Path(van)
        nieuw = versie_van(van, pad)
        oud = versie_van("HEAD", datapad(context, map_ or (pad if pad.is_dir() else pad.parent)))
        return oud, nieuw
    if van is not None and naar is not None and Path(van).exists() and Path(naar).exists():
        return versie_van(van, Path(van)), versie_van(naar, Path(naar))
    plek = datapad(context, map_)
    return versie_van(van or "HEAD", plek), versie_van(naar, plek) if naar else versie_op_schijf(plek)


def _te_melden(alle: "list[Wijziging]", fout_bij: str | None) -> bool:
    """Whether there is a change of the kind named, or of a weightier one."""
    if fout_bij is None:
        return False
    return any(w.soort in SOORTEN[: SOORTEN.index(fout_bij) + 1] for w in alle)


def _partijnamen(dossier: "Dossier") -> dict[str, str]:
    return {p.id: p.naam for j in dossier.jaargangen.values() for p in j.partijen}


def _partij(partij: str | None, namen: dict[str, str]) -> str | None:
    from prestatie_cli.cli.laden import kies_bekend

    return kies_bekend("partij", partij, namen)


def _vaststellingen(dossier: "Dossier", partij: str | None) -> tuple[str, ...]:
    """Per party that the agreements changed since it approved them."""
    from prestatie_cli.vergelijking import gewijzigd_sinds

    return tuple(zin for j in dossier.jaargangen.values() for zin in gewijzigd_sinds(j, partij))
