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
from prestatie_cli.indicatoren.gepeild import indicatorstanden
from prestatie_cli.indicatoren.plichten import plichtstanden
from prestatie_cli.inlezen.bestanden import pad_in_bestand, regels_in
from prestatie_cli.model.dossier import op_volgorde, voortgang_per_verplichting
from prestatie_cli.model.geldend import geldende_jaargangen
from prestatie_cli.model.jaargang import Afspraak, Jaargang


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
    """The agreement with a number, in those in force on the peildatum first.

    What precedes it, as in `2024-2027/1.1`, names the agreements; needed where several in force have it.
    """
    van, _, kaal = nummer.strip().rpartition("/")
    gevraagd = kaal.rstrip(ascii_lowercase)
    letter = kaal.removeprefix(gevraagd)
    geldend = geldende_jaargangen(invoer.dossier, peildatum.year)
    jaargangen = [
        (b, j)
        for b, j in (*geldend, *(p for p in reversed(op_volgorde(invoer.dossier)) if p not in geldend))
        if van in ("", j.aanduiding)
    ]
    gevonden = [(b, j, a) for b, j in jaargangen for a in j.afspraken if a.nummer == gevraagd]
    if len({b for b, j, _ in gevonden if (b, j) in geldend}) > 1:
        keuze = " of ".join(f"{j.aanduiding}/{nummer.strip()}" for b, j, _ in gevonden if (b, j) in geldend)
        raise Gebruiksfout(f"er gelden meer afspraken met nummer {gevraagd}; kies {keuze}")
    if gevonden:
        _toets_letter(gevonden[0][2], letter)
        return gevonden[0]
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
        for (aanduiding, verplichting), lijst in voortgang_per_verplichting(dossier).items()
        if aanduiding == jaargang.aanduiding and verplichting.rstrip(ascii_lowercase) == afspraak.nummer
        for m in lijst
        if m.datum <= peildatum
    ]
    return Afspraakbeeld(
        grond,
        bestand,
        jaargang,
        afspraak,
        f"{in_map(invoer.naam, bestand)}:{regel}",
        tuple(
            r for r in plichtstanden(dossier, peildatum) if r.bestand == bestand and r.afspraak is afspraak
        ),
        tuple(
            s
            for s in indicatorstanden(dossier, peildatum)
            if (s.bestand, s.nummer) == (bestand, afspraak.nummer)
        ),
        tuple(sorted(meldingen, key=lambda m: m.datum)),
    )
