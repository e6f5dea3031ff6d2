"""`prestatie geschiedenis NUMMER`: the changes of one agreement through git."""

from pathlib import Path
from typing import Annotated

import typer

from prestatie_cli.bevindingen import bedoelde_u
from prestatie_cli.bronnen.commits import Commit, commits_van
from prestatie_cli.bronnen.gegevensmap import Bronnen
from prestatie_cli.bronnen.repository import repo_wortel
from prestatie_cli.bronnen.revisies import lees_revisie
from prestatie_cli.cli import aanvullen, opties
from prestatie_cli.cli.laden import datapad, zonder_klokken
from prestatie_cli.cli.nederlands import Gebruiksfout
from prestatie_cli.cli.scherm import druk, scherm
from prestatie_cli.cli.vergelijken import Versie, maak_versie, versie_op_schijf, wijzigingen
from prestatie_cli.formaten.geschiedenis import Gebeurtenis, Geschiedenis
from prestatie_cli.formaten.register import vormgever
from prestatie_cli.model.dossier import Dossier
from prestatie_cli.model.nummers import bedoeld_nummer, uit_plichtnummer
from prestatie_cli.vergelijking.herkenning import (
    Afspraaknaam,
    Gevolgd,
    Stap,
    laatste_naam,
    maak_stap,
    volg,
)
from prestatie_cli.woorden.grondslag import Grondslag


def geschiedenis(
    context: typer.Context,
    nummer: Annotated[
        str, typer.Argument(metavar="NUMMER", help="Nummer, zoals 3.6.", autocompletion=aanvullen.nummers)
    ],
    map_: opties.MapOptie = None,
    oudste_eerst: Annotated[
        bool, typer.Option("--oudste-eerst", help="Begin bij de oudste versie; standaard bij de nieuwste.")
    ] = False,
    peildatum: opties.PeildatumOptie = opties.VANDAAG,
    formaat: Annotated[str, opties.formaatoptie("geschiedenis")] = "tekst",
) -> None:
    """Toon wat er in git aan één afspraak wijzigde."""
    zonder_klokken(context)
    pad = datapad(context, map_)
    commits = commits_van(pad)
    stappen, nu, onleesbaar = stappen_van(pad, commits)
    gezondheid = nu.gezondheid
    gevraagd = _afspraaknummer(nu.dossier, nummer.strip())
    naam = laatste_naam(stappen, nu.dossier, gevraagd)
    if naam is None:
        raise _onbekend(nu.dossier, nummer, gevraagd)
    gevonden = [gebeurtenis(g, commits) for g in volg(stappen, naam)]
    if oudste_eerst:
        gevonden.reverse()
    volgorde = "oudste eerst" if oudste_eerst else "nieuwste eerst"
    uit = Geschiedenis(
        Grondslag(peildatum, gezondheid=gezondheid), gevraagd, tuple(gevonden), tuple(onleesbaar), volgorde
    )
    druk(vormgever("geschiedenis", formaat)(uit, scherm()))
    if gezondheid.fouten:
        raise typer.Exit(1)


def _afspraaknummer(nu: Dossier, nummer: str) -> str:
    """The number of the agreement that is meant, also by the number of a duty; else as it was asked."""
    bekend = [a.nummer for j in nu.jaargangen.values() for a in j.afspraken]
    kaal = uit_plichtnummer(nummer)[0]
    return bedoeld_nummer(nummer, bekend) or bedoeld_nummer(kaal, bekend) or kaal


def _onbekend(nu: Dossier, nummer: str, gevraagd: str) -> Gebruiksfout:

    nummers = [a.nummer for j in nu.jaargangen.values() for a in j.afspraken]
    hulp = bedoelde_u(gevraagd, nummers) or f"er zijn {len(nummers)} afspraken"
    return Gebruiksfout(f"afspraak '{nummer}' bestaat niet en heeft niet bestaan; {hulp}")


def stappen_van(pad: Path, commits: tuple[Commit, ...]) -> tuple[list[Stap], Versie, list[str]]:
    """A step for each commit and one for the disk, the version on disk, and which had broken files."""
    wortel = repo_wortel(pad)
    vorige = maak_versie("", "", Bronnen("", {}, {}))
    stappen, onleesbaar = [], []
    for commit in (*commits, None):
        if commit is None:
            rauw = versie_op_schijf(pad)
        else:
            map_ = commit.map_ or ""
            rauw = maak_versie(commit.hash[:7], map_ or ".", lees_revisie(wortel / map_, commit.hash))
        versie = _hersteld(rauw, vorige)
        onleesbaar += [
            f"{bestand} is in {rauw.naam} niet te lezen" for bestand in sorted(rauw.dossier.gemist)
        ]
        gevonden = wijzigingen(vorige, versie)
        stappen.append(maak_stap(vorige.dossier, versie.dossier, gevonden))
        vorige = versie
    return stappen, rauw, onleesbaar


def _hersteld(versie: Versie, vorige: Versie) -> Versie:
    """The version with, for each file that can't be read, what the version before had of it."""
    from dataclasses import replace

    if not versie.dossier.onleesbaar:
        return versie
    kapot = set(versie.dossier.onleesbaar)
    teksten = {k: v for k, v in versie.bronnen.teksten.items() if k not in kapot}
    teksten |= {k: v for k, v in vorige.bronnen.teksten.items() if k in kapot}
    return maak_versie(versie.naam, versie.map_, replace(versie.bronnen, teksten=teksten, onleesbaar={}))


def gebeurtenis(gevolgd: Gevolgd, commits: tuple[Commit, ...]) -> Gebeurtenis:
    """What one version did to an agreement."""
    uit = _naam(gevolgd.uit) if gevolgd.uit else None
    naam, eigen = _naam(gevolgd.naam), gevolgd.wijzigingen
    if gevolgd.stap == len(commits):
        return Gebeurtenis(None, None, "", "", naam, uit, eigen)
    c = commits[gevolgd.stap]
    return Gebeurtenis(c.hash, c.datum, c.auteur, c.onderwerp, naam, uit, eigen)


def _naam(naam: Afspraaknaam) -> str:
    return f"{naam.nummer} ({naam.jaar})"
