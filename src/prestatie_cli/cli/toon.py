"""`prestatie toon NUMMER`: one agreement whole."""

from datetime import date
from string import ascii_lowercase
from typing import Annotated

import typer

from prestatie_cli.bevindingen import bedoelde_u
from prestatie_cli.cli import aanvullen
from prestatie_cli.cli.laden import Invoer, in_map
from prestatie_cli.cli.leesopdracht import Leesvraag, leesopdracht
from prestatie_cli.cli.nederlands import Gebruiksfout
from prestatie_cli.formaten.toon import Afspraakbeeld
from prestatie_cli.indicatoren.berekening import indicatorstanden
from prestatie_cli.indicatoren.plichten import plichtstanden
from prestatie_cli.inlezen.bestanden import pad_in_bestand, regels_in
from prestatie_cli.model.dossier import voortgang_per_verplichting
from prestatie_cli.model.jaargang import Afspraak, Jaargang
from prestatie_cli.termijnen.standen import geldende_jaargang


@leesopdracht
def toon(
    vraag: Leesvraag,
    nummer: Annotated[
        str,
        typer.Argument(metavar="NUMMER", help="Nummer, zoals 3.6 of 3.6a.", autocompletion=aanvullen.nummers),
    ],
) -> Afspraakbeeld:
    """One agreement with all that belongs to it."""
    bestand, jaargang, afspraak = _zoek(vraag.invoer, nummer, vraag.peildatum)
    return _beeld(vraag, bestand, jaargang, afspraak)


def _zoek(invoer: Invoer, nummer: str, peildatum: date) -> tuple[str, Jaargang, Afspraak]:
    """The agreement with a number, in the year in force on the peildatum first."""
    gevraagd = nummer.strip().rstrip(ascii_lowercase)
    letter = nummer.strip().removeprefix(gevraagd)
    geldend = geldende_jaargang(invoer.dossier, peildatum)
    jaargangen = sorted(
        invoer.dossier.jaargangen.items(), key=lambda paar: (paar[1] is not geldend, -paar[1].jaar)
    )
    for bestand, jaargang in jaargangen:
        for afspraak in jaargang.afspraken:
            if afspraak.nummer == gevraagd:
                _toets_letter(afspraak, letter)
                return bestand, jaargang, afspraak
    nummers = [a.nummer for _, j in jaargangen for a in j.afspraken]
    if gevraagd in invoer.dossier.gebroken:
        raise Gebruiksfout(f"afspraak {gevraagd} is niet te lezen; zie prestatie valideer")
    hulp = bedoelde_u(gevraagd, nummers) or f"er zijn {len(nummers)} afspraken"
    raise Gebruiksfout(f"afspraak '{nummer}' bestaat niet; {hulp}")


def _toets_letter(afspraak: Afspraak, letter: str) -> None:
    letters = [v.letter for v in afspraak.verplichtingen]
    if letter and letter not in letters:
        raise Gebruiksfout(
            f"afspraak {afspraak.nummer} heeft geen verplichting {letter}; "
            f"wel: {', '.join(letters) or 'geen'}"
        )


def _beeld(vraag: Leesvraag, bestand: str, jaargang: Jaargang, afspraak: Afspraak) -> Afspraakbeeld:
    invoer, peildatum, grond = vraag.invoer, vraag.peildatum, vraag.grond

    dossier = invoer.dossier
    pad = pad_in_bestand(bestand, ("afspraken", jaargang.afspraken.index(afspraak)), dossier)
    regel = regels_in(invoer.bronnen.teksten, [(bestand, pad)])[bestand, pad]
    meldingen = [
        m
        for (jaar, verplichting), lijst in voortgang_per_verplichting(dossier).items()
        if jaar == jaargang.jaar and verplichting.rstrip(ascii_lowercase) == afspraak.nummer
        for m in lijst
        if m.datum <= peildatum
    ]
    return Afspraakbeeld(
        grond,
        jaargang,
        afspraak,
        f"{in_map(invoer.naam, bestand)}:{regel}",
        tuple(
            r for r in plichtstanden(dossier, peildatum) if r.jaargang is jaargang and r.afspraak is afspraak
        ),
        tuple(s for s in indicatorstanden(dossier, peildatum) if s.indicator.afspraak == afspraak.nummer),
        tuple(sorted(meldingen, key=lambda m: m.datum)),
    )
