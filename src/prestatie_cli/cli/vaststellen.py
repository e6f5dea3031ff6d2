"""`prestatie vaststellen`: record that a party approved the agreements as they stand."""

from pathlib import Path
from typing import Annotated

import typer

from prestatie_cli.cli import opties
from prestatie_cli.cli.laden import Invoer, in_map, kies_bekend, laad
from prestatie_cli.cli.nederlands import Gebruiksfout
from prestatie_cli.cli.scherm import druk
from prestatie_cli.cli.schrijven import herschrijf
from prestatie_cli.controles.regels_data import JAREN_NA
from prestatie_cli.fouten import BronFout
from prestatie_cli.inlezen.bijschrijven import Onveranderbaar, met_vaststelling
from prestatie_cli.model.basis import LANGSTE_TEKST
from prestatie_cli.model.dossier import op_volgorde, tekenende_partijen
from prestatie_cli.model.jaargang import Jaargang, Vaststelling
from prestatie_cli.taal import getal, schoon
from prestatie_cli.vergelijking.vaststelling import vingerafdruk

TekenaarOptie = Annotated[
    str, typer.Option("--partij", metavar="ID", help="Partij die vaststelt.", show_default=False)
]
Toelichting = Annotated[
    str | None, typer.Option("--toelichting", metavar="TEKST", help="Opmerking, zoals het besluit.")
]


def vaststellen(
    context: typer.Context,
    partij: TekenaarOptie,
    map_: opties.MapOptie = None,
    jaar: opties.AfsprakenOptie = None,
    datum: opties.VaststeldatumOptie = opties.VANDAAG,
    toelichting: Toelichting = None,
) -> None:
    """Leg vast dat een partij deze afspraken vaststelde."""
    _toets_toelichting(toelichting)
    invoer = laad(context, map_)
    if invoer.versie.hash is not None:
        raise Gebruiksfout("in een oude versie is niets vast te leggen; laat --versie en --bekend-op weg")
    bestand, jaargang = _jaargang(invoer, jaar)
    if datum.year > jaargang.laatste_jaar + JAREN_NA:
        raise Gebruiksfout(
            f"{datum} ligt te ver na {jaargang.laatste_jaar}; controleer het jaartal van --datum"
        )
    wie = _tekenende(jaargang, partij)
    afdruk = vingerafdruk(jaargang)
    plek = in_map(invoer.naam, bestand)
    if any((v.partij, v.datum, v.vingerafdruk) == (wie, datum, afdruk) for v in jaargang.vaststellingen):
        druk(f"{plek}: deze vaststelling door {wie} op {datum} staat er al; er is niets gewijzigd")
        return
    velden = {"partij": wie, "datum": datum, "vingerafdruk": afdruk}
    nieuw = Vaststelling.model_validate(
        velden | ({} if toelichting is None else {"toelichting": toelichting})
    )
    _schrijf_bij(invoer, bestand, jaargang, nieuw)
    druk(f"{plek}: vastgesteld door {wie} op {datum}, vingerafdruk {afdruk}")


def _toets_toelichting(tekst: str | None) -> None:
    """Refuse what the file could not hold: nothing, more than a text may be, or what can't be read back."""
    if tekst is None:
        return
    if not tekst.strip():
        raise Gebruiksfout("--toelichting is leeg; laat haar weg, of schrijf een opmerking")
    if len(tekst.strip()) > LANGSTE_TEKST:
        raise Gebruiksfout(
            f"--toelichting heeft {getal(len(tekst.strip()))} tekens; ten hoogste {getal(LANGSTE_TEKST)}"
        )
    if schoon(tekst) != tekst.replace("\n", " ").replace("\t", " "):
        raise Gebruiksfout("--toelichting bevat onzichtbare stuurtekens; typ de tekst opnieuw")


def _schrijf_bij(invoer: Invoer, bestand: str, jaargang: Jaargang, nieuw: Vaststelling) -> None:

    oud = invoer.bronnen.teksten[bestand]
    try:
        inhoud = met_vaststelling(bestand, oud, jaargang, nieuw)
    except Onveranderbaar as fout:
        zin = f"{in_map(invoer.naam, bestand)} is niet aan te vullen: {fout}"
        raise BronFout(zin, "vul het blok 'vaststellingen' zelf aan") from fout
    herschrijf(Path(invoer.bronnen.wortel) / bestand, oud, inhoud)


def _jaargang(invoer: Invoer, jaar: str | None) -> tuple[str, Jaargang]:
    """The agreements asked for, or the newest; a file with errors is no version to approve."""
    jaargangen = {j.aanduiding: (bestand, j) for bestand, j in op_volgorde(invoer.dossier)}
    if jaar is not None and jaar not in jaargangen:
        hulp = f"kies uit: {', '.join(jaargangen)}"
        raise Gebruiksfout(f"er zijn geen afspraken van {jaar} gelezen; {hulp}")
    fouten = [b for b in invoer.bevindingen if b.ernst == "fout"]
    kapot = [b for b in fouten if b.plaats.bestand.startswith("afspraken-")]
    gekozen = jaargangen[jaar or list(jaargangen)[-1]] if jaargangen else None
    eigen = [b for b in kapot if jaar is None or gekozen is None or b.plaats.bestand == gekozen[0]]
    if gekozen is None or eigen:
        plek = in_map(invoer.naam, eigen[0].plaats.bestand) if eigen else invoer.naam
        wat = f": {eigen[0].boodschap}" if eigen else ""
        print_fout(f"{plek} heeft fouten en is zo niet vast te stellen{wat}", "zie 'prestatie valideer'")
        raise typer.Exit(1)
    return gekozen


def print_fout(zin: str, hulp: str) -> None:
    """Say on standard error why nothing was recorded."""
    typer.echo(f"fout: {schoon(zin)}\n  hulp: {schoon(hulp)}", err=True)


def _tekenende(jaargang: Jaargang, partij: str) -> str:
    """The id of a party that signs; a third party approves nothing."""
    tekenend = {p.id: p.naam for p in tekenende_partijen(jaargang)}
    return kies_bekend("partij", partij, tekenend) or partij
