"""`prestatie geschiedenis NUMMER`: the changes of one agreement through git."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from prestatie_cli.cli import aanvullen, opties
from prestatie_cli.cli.nederlands import Gebruiksfout

if TYPE_CHECKING:
    from prestatie_cli.bronnen.commits import Commit
    from prestatie_cli.cli.vergelijken import Versie
    from prestatie_cli.formaten.geschiedenis import Gebeurtenis
    from prestatie_cli.model.dossier import Dossier
    from prestatie_cli.vergelijking.herkenning import Afspraaknaam, Gevolgd, Stap

FORMATEN = ("tekst", "json")


def geschiedenis(
    context: typer.Context,
    nummer: Annotated[
        str, typer.Argument(metavar="NUMMER", help="Nummer, zoals 3.6.", autocompletion=aanvullen.nummers)
    ],
    map_: opties.Map = None,
    oudste_eerst: Annotated[
        bool, typer.Option("--oudste-eerst", help="Begin bij de oudste versie; standaard bij de nieuwste.")
    ] = False,
    peildatum: opties.Peildatum = opties.VANDAAG,
    formaat: Annotated[str, opties.formaat(FORMATEN)] = "tekst",
) -> None:
    """Toon wat er in git aan één afspraak wijzigde."""
    from prestatie_cli.bronnen.commits import commits_van
    from prestatie_cli.cli.laden import datapad, druk, scherm, zonder_klokken
    from prestatie_cli.formaten.geschiedenis import FORMATEN as VORMEN
    from prestatie_cli.formaten.geschiedenis import Geschiedenis
    from prestatie_cli.vergelijking.herkenning import afspraaknummer, laatste_naam, volg

    zonder_klokken(context)
    pad = datapad(context, map_)
    commits = commits_van(pad)
    stappen, nu, onleesbaar, nu_kapot = _stappen(pad, commits)
    gevraagd = afspraaknummer(nummer.strip())
    naam = laatste_naam(stappen, nu, gevraagd)
    if naam is None:
        raise _onbekend(nu, nummer, gevraagd)
    gevonden = [_gebeurtenis(g, commits) for g in volg(stappen, naam)]
    if oudste_eerst:
        gevonden.reverse()
    volgorde = "oudste eerst" if oudste_eerst else "nieuwste eerst"
    uit = Geschiedenis(peildatum, gevraagd, tuple(gevonden), tuple(onleesbaar), volgorde)
    druk(VORMEN[formaat](uit, scherm()))
    if nu_kapot:
        raise typer.Exit(1)


def _onbekend(nu: "Dossier", nummer: str, gevraagd: str) -> Gebruiksfout:
    from prestatie_cli.bevindingen import bedoelde_u

    nummers = [a.nummer for j in nu.jaargangen.values() for a in j.afspraken]
    hulp = bedoelde_u(gevraagd, nummers) or f"er zijn {len(nummers)} afspraken"
    return Gebruiksfout(f"afspraak '{nummer}' bestaat niet en heeft niet bestaan; {hulp}")


def _stappen(pad: Path, commits: "tuple[Commit, ...]") -> "tuple[list[Stap], Dossier, list[str], bool]":
    """A step for each commit and one for the disk, which versions had broken files, and if the disk has."""
    from prestatie_cli.bronnen.gegevensmap import Bronnen
    from prestatie_cli.bronnen.repository import repo_wortel
    from prestatie_cli.bronnen.revisies import lees_revisie
    from prestatie_cli.cli.vergelijken import maak_versie, versie_op_schijf, wijzigingen
    from prestatie_cli.vergelijking.herkenning import maak_stap

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
        onleesbaar += [f"{bestand} is in {rauw.naam} niet te lezen" for bestand in rauw.dossier.onleesbaar]
        gevonden = wijzigingen(vorige, versie)
        stappen.append(maak_stap(vorige.dossier, versie.dossier, gevonden))
        vorige = versie
    return stappen, vorige.dossier, onleesbaar, bool(rauw.dossier.onleesbaar)


def _hersteld(versie: "Versie", vorige: "Versie") -> "Versie":
    """The version with, for each file that can't be read, what the version before had of it."""
    from dataclasses import replace

    from prestatie_cli.cli.vergelijken import maak_versie

    if not versie.dossier.onleesbaar:
        return versie
    kapot = set(versie.dossier.onleesbaar)
    teksten = {k: v for k, v in versie.bronnen.teksten.items() if k not in kapot}
    teksten |= {k: v for k, v in vorige.bronnen.teksten.items() if k in kapot}
    return maak_versie(versie.naam, versie.map_, replace(versie.bronnen, teksten=teksten, onleesbaar={}))


def _gebeurtenis(gevolgd: "Gevolgd", commits: "tuple[Commit, ...]") -> "Gebeurtenis":
    from prestatie_cli.formaten.geschiedenis import Gebeurtenis

    uit = _naam(gevolgd.uit) if gevolgd.uit else None
    naam, eigen = _naam(gevolgd.naam), gevolgd.wijzigingen
    if gevolgd.stap == len(commits):
        return Gebeurtenis(None, None, "", "", naam, uit, eigen)
    c = commits[gevolgd.stap]
    return Gebeurtenis(c.hash, c.datum, c.auteur, c.onderwerp, naam, uit, eigen)


def _naam(naam: "Afspraaknaam") -> str:
    return f"{naam.nummer} ({naam.jaar})"
