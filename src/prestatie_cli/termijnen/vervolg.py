"""Which duty of earlier agreements goes on in later ones, so that it stands in sight once."""

from collections.abc import Iterator, Mapping

from prestatie_cli.model.dossier import Dossier, verplichtingnummer
from prestatie_cli.model.geldend import begonnen_jaargangen
from prestatie_cli.model.jaargang import Afspraak, Jaargang, Verplichting
from prestatie_cli.termijnen.lezingen import venster_van

# What names a duty in the whole dossier: its agreements and its number.
Plichtnaam = tuple[str, str]


def verplichtingen(jaargang: Jaargang) -> Iterator[tuple[Afspraak, Verplichting]]:
    """Every duty with its agreement, in the order of the numbers; a constatering is no duty."""
    for afspraak in jaargang.op_nummer:
        for verplichting in afspraak.verplichtingen:
            if verplichting.soort != "constatering":
                yield afspraak, verplichting


def voorgangers(dossier: Dossier, jaar: int) -> Mapping[Plichtnaam, Plichtnaam]:
    """For each duty that goes on from earlier agreements, as far as begun by a year, the one before it.

    Named in `vervolg_van`; without that the duty with the same number in the agreements before, where it says
    literally the same and names its days itself.
    """
    begonnen = [j for _, j in begonnen_jaargangen(dossier, jaar)]
    jaren = {j.aanduiding: j for j in begonnen}
    per_naam = {(j.aanduiding, verplichtingnummer(a, v)): v for j in begonnen for a, v in verplichtingen(j)}
    uit: dict[Plichtnaam, Plichtnaam] = {}
    for jaargang in begonnen:
        eerder = [j for j in begonnen if j.laatste_jaar < jaargang.eerste_jaar]
        for afspraak, verplichting in verplichtingen(jaargang):
            nummer = verplichtingnummer(afspraak, verplichting)
            if verplichting.vervolg_van:
                aanduiding, _, oud = verplichting.vervolg_van.partition("/")
                if any(j.aanduiding == aanduiding for j in eerder) and (aanduiding, oud) in per_naam:
                    uit[jaargang.aanduiding, nummer] = aanduiding, oud
                continue
            vorige = next(
                (naam for j in reversed(eerder) if (naam := (j.aanduiding, nummer)) in per_naam), None
            )
            if vorige and _is_dezelfde(jaren[vorige[0]], per_naam[vorige], jaargang, verplichting):
                uit[jaargang.aanduiding, nummer] = vorige
    return uit


def _is_dezelfde(eerder: Jaargang, oud: Verplichting, later: Jaargang, nieuw: Verplichting) -> bool:
    """Whether two duties say the same and mean the same days: 'voor 1 juli' is another each year."""
    dagen = venster_van(oud, eerder.enig_jaar) == venster_van(nieuw, later.enig_jaar)
    return dagen and oud.model_copy(update={"vervolg_van": None}) == nieuw
