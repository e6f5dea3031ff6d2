"""`prestatie rapport`: the yearly monitoring report."""

import sys
from datetime import date
from pathlib import Path
from typing import Annotated

import typer

from prestatie_cli import __version__
from prestatie_cli.bronnen.schijf import lees_los_bestand
from prestatie_cli.bronnen.werkmap import huidige_commit
from prestatie_cli.cli import opties
from prestatie_cli.cli.eerder import lees_eerder
from prestatie_cli.cli.laden import Invoer, bekende_partij, laad, sluit
from prestatie_cli.cli.nederlands import Gebruiksfout
from prestatie_cli.cli.schrijven import UIT, schrijf_uitvoer
from prestatie_cli.cli.sjablonen import kopieer_sjablonen, sjablonen_van
from prestatie_cli.cli.vergelijken import versie_van
from prestatie_cli.controles.poort import keur
from prestatie_cli.formaten.register import formaten_van, vormgever
from prestatie_cli.fouten import BronFout
from prestatie_cli.model.geldend import geldend_in, geldende_jaargangen, is_in_kracht
from prestatie_cli.model.jaargang import Partij
from prestatie_cli.rapport.opbouw import rapport as maak_rapport
from prestatie_cli.rapport.vorige import Eerdere
from prestatie_cli.rapport.waarden import Verantwoording
from prestatie_cli.sjablonen.document import document
from prestatie_cli.woorden.grondslag import versieregel

RAPPORTFORMATEN = formaten_van("rapport")
BINAIR = ("docx", "pdf")
RAPPORTVORMEN = ("rapport", "factsheet", "raadsbrief")


LezerOptie = Annotated[
    str | None,
    typer.Option("--partij", metavar="ID", help="Uitgave voor deze partij.", show_default=False),
]
VormOptie = Annotated[
    str,
    typer.Option(
        "--vorm",
        metavar="VORM",
        help=f"Een van: {', '.join(RAPPORTVORMEN)}; standaard {RAPPORTVORMEN[0]}.",
        show_default=False,
    ),
]
RapportformaatOptie = Annotated[
    str | None,
    typer.Option(
        "--formaat",
        metavar="FORMAAT",
        help=f"{', '.join(RAPPORTFORMATEN)}; standaard naar de naam bij -o, anders md.",
        show_default=False,
    ),
]
SjabloonOptie = Annotated[
    Path | None,
    typer.Option("--sjabloon", metavar="PAD", help="Word-bestand met de huisstijl.", show_default=False),
]


ToonSjablonenOptie = Annotated[
    Path | None,
    typer.Option(
        "--toon-sjablonen",
        metavar="MAP",
        help="Zet de sjablonen van het programma in deze map.",
        show_default=False,
    ),
]


def rapport(
    context: typer.Context,
    map_: opties.MapOptie = None,
    versie: opties.VersieOptie = None,
    bekend_op: opties.BekendOpOptie = None,
    jaar: opties.JaarOptie = None,
    peildatum: opties.PeildatumOptie = opties.VANDAAG,
    partij: LezerOptie = None,
    vorm: VormOptie = "rapport",
    eerder: opties.EerderOptie = None,
    vorige: opties.VorigeOptie = None,
    vorige_op: opties.VorigeOpOptie = None,
    formaat: RapportformaatOptie = None,
    sjablonen: opties.SjablonenOptie = None,
    sjabloon: SjabloonOptie = None,
    toon_sjablonen: ToonSjablonenOptie = None,
    uitvoer: opties.UitvoerOptie = None,
    overschrijf: opties.OverschrijfOptie = False,
) -> None:
    """Maak het jaarlijkse monitoringrapport."""
    if toon_sjablonen:
        kopieer_sjablonen(toon_sjablonen)
        return
    gekozen = _gekozen(vorm, formaat, sjabloon, uitvoer)
    invoer = laad(context, map_, versie, bekend_op)
    gekozen_jaar = rapportjaar(invoer, jaar, peildatum)
    lezer = _lezer(invoer, gekozen_jaar, partij)
    inhoud = maak_rapport(
        invoer.dossier,
        gekozen_jaar,
        peildatum,
        verantwoording_van(invoer),
        lezer,
        lees_eerder(eerder),
        _eerdere(invoer, vorige, vorige_op, peildatum),
    )
    huisstijl = lees_los_bestand(sjabloon) if sjabloon else None
    uit = vormgever("rapport", gekozen)(document(inhoud, vorm, sjablonen_van(sjablonen), huisstijl))
    schrijf_uitvoer(uitvoer or UIT, uit, gekozen, overschrijf, (Path(invoer.bronnen.wortel),))
    sluit(invoer)


def _lezer(invoer: Invoer, jaar: int, partij: str | None) -> Partij | None:
    """The party that the edition is for; one that is not in the agreements of the year is wrong use."""
    wie = bekende_partij(invoer, partij)
    lezer = geldend_in(invoer.dossier, jaar).partijen.get(wie or "")
    if wie and lezer is None:
        raise Gebruiksfout(f"'{wie}' is geen partij bij de afspraken van {jaar}")
    return lezer


def _eerdere(invoer: Invoer, genoemd: str | None, op: date | None, peildatum: date) -> Eerdere | None:
    """The edition to compare with, on the day asked or on that of its version."""
    if genoemd is None:
        if op is not None:
            raise Gebruiksfout("--vorige-op is de dag van een eerdere uitgave; noem die met --vorige")
        return None
    versie = versie_van(genoemd, Path(invoer.bronnen.wortel))
    dag = op or versie.dag or peildatum
    if versie.bestand:
        raise Gebruiksfout(f"--vorige is een map met gegevens of een versie in git, geen bestand: {genoemd}")
    if dag > peildatum:
        raise Gebruiksfout(f"de eerdere uitgave is van {dag}, na de peildatum {peildatum}; geef --vorige-op")
    return Eerdere(keur(versie.dossier, versie.bevindingen).dossier, dag, versie.naam)


def _gekozen(vorm: str, formaat: str | None, sjabloon: Path | None, uitvoer: Path | None) -> str:
    """The format, when what was asked goes together."""
    if vorm not in RAPPORTVORMEN:
        raise Gebruiksfout(f"de vorm '{vorm}' bestaat niet; kies uit: {', '.join(RAPPORTVORMEN)}")
    gekozen = _formaat(formaat, uitvoer)
    if sjabloon and gekozen != "docx":
        raise Gebruiksfout("--sjabloon is een Word-bestand; gebruik het met --formaat docx")
    if gekozen in BINAIR and uitvoer in (None, UIT) and sys.stdout.isatty():
        raise Gebruiksfout(f"{gekozen} past niet op het scherm; geef met -o een bestand")
    return gekozen


def _formaat(formaat: str | None, uitvoer: Path | None) -> str:
    """The format that is asked for, or that the name of the output file tells."""
    gekozen = formaat or (uitvoer.suffix.removeprefix(".").lower() if uitvoer else "") or "md"
    if gekozen not in RAPPORTFORMATEN:
        raise Gebruiksfout(
            f"'{gekozen}' is geen formaat van een rapport; kies uit: {', '.join(RAPPORTFORMATEN)}"
        )
    return gekozen


def rapportjaar(invoer: Invoer, jaar: int | None, peildatum: date) -> int:
    """The year to report on: the one asked, else that of the peildatum or the last with agreements before it.

    Faulty data are not wrong use: then the source can't be read.
    """
    alle = tuple(invoer.dossier.jaargangen.values())
    if not alle:
        raise BronFout("er zijn geen afspraken te lezen", "zie prestatie valideer")
    if jaar is not None and not any(is_in_kracht(j, jaar) for j in alle):
        jaren = ", ".join(sorted(j.aanduiding for j in alle))
        raise Gebruiksfout(f"er zijn geen afspraken van {jaar} te lezen; wel: {jaren}")
    geldend = [j for _, j in geldende_jaargangen(invoer.dossier, peildatum.year)]
    laatste = max((min(j.laatste_jaar, peildatum.year) for j in geldend), default=None)
    gekozen = laatste if jaar is None else jaar
    if gekozen is not None and date(gekozen, 1, 1) <= peildatum:
        return gekozen
    zin = f"op {peildatum} is het jaar {gekozen or min(j.eerste_jaar for j in alle)} nog niet begonnen"
    if jaar is None and invoer.gezondheid.fouten:
        raise BronFout(zin, "zie prestatie valideer")
    raise Gebruiksfout(f"{zin}; kies een latere --peildatum")


def verantwoording_van(invoer: Invoer) -> Verantwoording:
    """The version of the program and a fingerprint of the data, which no layout of folders changes."""
    import hashlib

    som = hashlib.sha256()
    for naam, tekst in sorted(invoer.bronnen.teksten.items()):
        som.update(f"{naam}\0{len(tekst)}\0".encode() + tekst)
    return Verantwoording(__version__, som.hexdigest()[:12], _commit(invoer), invoer.gezondheid)


def _commit(invoer: Invoer) -> str | None:
    """The commit that the data stand in, in words; None outside git."""
    regel = versieregel(invoer.versie)
    if regel:
        return regel.removeprefix("Gegevens: ")
    huidig = huidige_commit(Path(invoer.bronnen.wortel))
    if huidig is None:
        return None
    hash_, gewijzigd = huidig
    return f"commit {hash_[:12]}{' met wijzigingen die nog niet zijn vastgelegd' if gewijzigd else ''}"
