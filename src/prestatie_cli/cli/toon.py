"""`prestatie toon NUMMER`: one agreement whole."""

from datetime import date
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
from prestatie_cli.model.dossier import op_volgorde, verplichtingnummer, voortgang_per_verplichting
from prestatie_cli.model.geldend import geldende_jaargangen
from prestatie_cli.model.jaargang import Afspraak, Jaargang
from prestatie_cli.model.nummers import bedoeld_nummer, uit_plichtnummer


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
    geldend = geldende_jaargangen(invoer.dossier, peildatum.year)
    jaargangen = [
        (b, j)
        for b, j in (*geldend, *(p for p in reversed(op_volgorde(invoer.dossier)) if p not in geldend))
        if van in ("", j.aanduiding)
    ]
    gevonden = [(b, j, a) for b, j in jaargangen if (a := _afspraak_met(j, kaal))]
    nu = [j.aanduiding for b, j, _ in gevonden if (b, j) in geldend]
    if len(nu) > 1:
        keuze = " of ".join(f"{aanduiding}/{kaal}" for aanduiding in nu)
        raise Gebruiksfout(f"er gelden meer afspraken met nummer {kaal}; kies {keuze}")
    if gevonden:
        return gevonden[0]
    gevraagd, letter = uit_plichtnummer(kaal)
    nummers = [a.nummer for _, j in jaargangen for a in j.afspraken]
    for _, jaargang in jaargangen:
        if letter and (afspraak := _afspraak_met(jaargang, gevraagd)):
            letters = ", ".join(v.letter for v in afspraak.verplichtingen) or "geen"
            raise Gebruiksfout(f"afspraak {afspraak.nummer} heeft geen verplichting {letter}; wel: {letters}")
    if {gevraagd, kaal} & invoer.dossier.gebroken:
        raise Gebruiksfout(f"afspraak {gevraagd} is niet te lezen; zie prestatie valideer")
    hulp = bedoelde_u(gevraagd, nummers) or f"er zijn {len(nummers)} afspraken"
    raise Gebruiksfout(f"afspraak '{nummer}' bestaat niet; {hulp}")


def _afspraak_met(jaargang: Jaargang, nummer: str) -> Afspraak | None:
    """The agreement that has a number, or that has the duty with that number."""
    op_nummer = {verplichtingnummer(a, v): a for a in jaargang.afspraken for v in a.verplichtingen}
    op_nummer |= {a.nummer: a for a in jaargang.afspraken}
    return op_nummer.get(bedoeld_nummer(nummer, op_nummer) or "")


def _beeld(vraag: Leesvraag, bestand: str, jaargang: Jaargang, afspraak: Afspraak) -> Afspraakbeeld:
    invoer, peildatum, grond = vraag.invoer, vraag.peildatum, vraag.grond

    dossier = invoer.dossier
    pad = pad_in_bestand(bestand, ("afspraken", jaargang.afspraken.index(afspraak)), dossier)
    regel = regels_in(invoer.bronnen.teksten, [(bestand, pad)])[bestand, pad]
    eigen = {verplichtingnummer(afspraak, v) for v in afspraak.verplichtingen}
    meldingen = [
        m
        for (aanduiding, verplichting), lijst in voortgang_per_verplichting(dossier).items()
        if aanduiding == jaargang.aanduiding and verplichting in eigen
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
