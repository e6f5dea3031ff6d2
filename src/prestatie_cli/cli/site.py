"""`prestatie site`: a static site of one municipality, or of many."""

import sys
from collections.abc import Iterable, Iterator
from contextlib import nullcontext
from datetime import date
from pathlib import Path
from typing import Annotated, Any

import typer

from prestatie_cli.bronnen.commits import commits_van
from prestatie_cli.cli import opties
from prestatie_cli.cli.eerder import lees_eerder
from prestatie_cli.cli.geschiedenis import gebeurtenis, stappen_van
from prestatie_cli.cli.laden import Invoer, datapad, gevraagde_versie, in_map, lees, meld_onleesbaar
from prestatie_cli.cli.nederlands import Gebruiksfout
from prestatie_cli.cli.rapport import rapportjaar, verantwoording_van
from prestatie_cli.cli.scherm import druk, voortgangsbalk
from prestatie_cli.cli.schrijven import schrijf_site, toets_sitemap, toonpad
from prestatie_cli.cli.sjablonen import sjablonen_van
from prestatie_cli.formaten.diff import regel
from prestatie_cli.fouten import BronFout
from prestatie_cli.indicatoren.openbaar import Eerder
from prestatie_cli.inlezen.bestanden import regels_in
from prestatie_cli.rapport.bladen import (
    Afspraakblad,
    Afspraakversie,
    Site,
    adres_van,
    afspraakbladen,
    partijbladen,
)
from prestatie_cli.rapport.opbouw import rapport as maak_rapport
from prestatie_cli.sjablonen.sitepaginas import overzicht_van_sites, paginas
from prestatie_cli.taal import schoon
from prestatie_cli.vergelijking.herkenning import laatste_naam, volg
from prestatie_cli.woorden.grondslag import let_op
from prestatie_cli.woorden.wijzigingen import omschrijf
from prestatie_cli.woorden.zinnen import stand_in_het_kort

MEESTE_VERSIES = 25
TITEL = "Prestatieafspraken per gemeente"


def site(
    context: typer.Context,
    mappen: Annotated[
        list[Path] | None,
        typer.Argument(metavar="[MAP...]", help="Mappen met gegevens; bij meer krijgt elk een eigen map."),
    ] = None,
    map_: opties.MapOptie = None,
    versie: opties.VersieOptie = None,
    bekend_op: opties.BekendOpOptie = None,
    jaar: opties.JaarOptie = None,
    peildatum: opties.PeildatumOptie = opties.VANDAAG,
    eerder: opties.EerderOptie = None,
    sjablonen: opties.SjablonenOptie = None,
    uitvoer: Annotated[
        Path | None,
        typer.Option("--uitvoer", "-o", metavar="MAP", help="Map waarin de site komt.", show_default=False),
    ] = None,
    overschrijf: opties.OverschrijfOptie = False,
) -> None:
    """Maak een site van de afspraken: een map met pagina's, zonder server en zonder script."""
    if uitvoer is None:
        raise Gebruiksfout("geef met -o de map waarin de site komt")
    bronnen = mappen or [datapad(context, map_)]
    toets_sitemap(uitvoer, overschrijf, tuple(bronnen))
    vullingen, gelezen = sjablonen_van(sjablonen), lees_eerder(eerder)
    vraag = gevraagde_versie(context, versie, bekend_op)
    namen = _eigen_namen(bronnen) if len(bronnen) > 1 else ["."]
    sites, fouten = [], 0
    with _voortgang(len(bronnen)) as stap:
        for bron, naam in zip(bronnen, namen, strict=True):
            invoer = lees(bron, vraag)
            gemaakt = _site(invoer, rapportjaar(invoer, jaar, peildatum), peildatum, gelezen, bron)
            schrijf_site(uitvoer / naam, paginas(gemaakt, vullingen))
            kort = stand_in_het_kort(gemaakt.rapport.tellingen, gemaakt.rapport.indicatoren)
            sites.append((naam, gemaakt.rapport.geldend.titel, kort))
            fouten += _meld(invoer)
            stap()
    if len(bronnen) > 1:
        schrijf_site(uitvoer, [("index.html", overzicht_van_sites(sites, TITEL, vullingen))])
    _sluit(uitvoer, fouten)


def _sluit(uitvoer: Path, fouten: int) -> None:
    """Say where the site is; exit code 1 when any of the data have faults."""
    druk(f"de site staat in {toonpad(uitvoer)}; open {toonpad(uitvoer / 'index.html')}")
    if fouten:
        raise typer.Exit(1)


def _eigen_namen(mappen: list[Path]) -> list[str]:
    """A folder name for each; two that would share one get a number."""
    uit: list[str] = []
    for map_ in mappen:
        vol = map_.resolve()
        basis = adres_van(vol.parent.name if vol.name == "data" else vol.name)
        naam, nummer = basis, 1
        while naam in uit:
            nummer += 1
            naam = f"{basis}-{nummer}"
        uit.append(naam)
    return uit


def _voortgang(aantal: int) -> Any:
    """A bar on a terminal where there are many; else nothing."""
    if aantal < 2 or not sys.stderr.isatty():
        return nullcontext(lambda: None)
    return voortgangsbalk("Sites maken", aantal)


def _site(invoer: Invoer, jaar: int, peildatum: date, eerder: Eerder | None, map_: Path) -> Site:
    """All that the pages of one municipality say."""
    dossier = invoer.dossier
    inhoud = maak_rapport(dossier, jaar, peildatum, verantwoording_van(invoer), None, eerder)
    bladen = afspraakbladen(inhoud, dossier)
    versies = {} if invoer.versie.hash else _versies(map_, bladen)
    return Site(inhoud, bladen, partijbladen(inhoud), versies, _plaatsen(invoer, bladen))


def _plaatsen(invoer: Invoer, bladen: Iterable[Afspraakblad]) -> dict[Any, str]:
    """`bestand:regel` of every agreement and of the figures that are shown."""
    gevraagd = [plek for blad in bladen for plek in _plekken(blad)]
    regels = regels_in(invoer.bronnen.teksten, gevraagd)
    return {(b, pad): f"{in_map(invoer.naam, b)}:{regel}" for (b, pad), regel in regels.items()}


def _plekken(blad: Afspraakblad) -> Iterator[Any]:
    yield blad.plek
    yield from ((c.bestand, c.pad) for s in blad.indicatoren for c in s.cijfers)


def _versies(map_: Path, bladen: Iterable[Afspraakblad]) -> dict[tuple[str, str], tuple[Afspraakversie, ...]]:
    """What changed each agreement in git, newest first; nothing outside git."""
    try:
        commits = commits_van(map_)
        stappen, nu, _ = stappen_van(map_, commits)
    except BronFout:
        return {}
    uit = {}
    for blad in bladen:
        naam = laatste_naam(stappen, nu.dossier, blad.afspraak.nummer)
        if naam is None or str(naam.jaar) != blad.jaargang.aanduiding:
            continue
        gebeurtenissen = [gebeurtenis(g, commits) for g in volg(stappen, naam)][:MEESTE_VERSIES]
        uit[blad.plek[0], blad.afspraak.nummer] = tuple(
            Afspraakversie(
                g.datum,
                schoon(g.onderwerp),
                tuple(f"{o.kop}: {regel(o)}" for o in map(omschrijf, g.wijzigingen)),
            )
            for g in gebeurtenissen
        )
    return uit


def _meld(invoer: Invoer) -> int:
    """Say which data have faults; how many there are."""
    if invoer.gezondheid.fouten:
        meld_onleesbaar(invoer)
        print(f"{schoon(invoer.naam)}: {let_op(invoer.gezondheid)}", file=sys.stderr)
    return invoer.gezondheid.fouten
