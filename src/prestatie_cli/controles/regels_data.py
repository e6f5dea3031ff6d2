"""The days on which something happened: none of them lies beyond what the files are about."""

from collections.abc import Iterator
from datetime import date

from prestatie_cli.bevindingen import Pad
from prestatie_cli.controles.controle import Vondst, regel
from prestatie_cli.controles.wandeling import leveringen, meldingen, plichten
from prestatie_cli.model.dossier import Dossier, verplichtingnummer
from prestatie_cli.termijnen.perioden import grenzen

JAREN_NA = 5


@regel(
    "dag-toekomst",
    "fout",
    "Wat gebeurd is, ligt niet ver na de jaren waarover de bestanden gaan.",
    "Een vaststelling, melding, levering of correctie is van hooguit vijf jaar na het nieuwste jaar waarover "
    "er afspraken of cijfers zijn. Een later jaartal is bijna altijd een tikfout.",
)
def niet_ver_vooruit(dossier: Dossier) -> Iterator[Vondst]:
    """A day on which something happened is at most five years after the newest year of the files.

    Not after today: the same files get the same answer on every day.
    """
    jaren = [j.laatste_jaar for j in dossier.jaargangen.values()]
    jaren += [grenzen(m.periode)[1].year for m in dossier.metingen.values()]
    if not jaren:
        return
    laatste = max(jaren) + JAREN_NA
    for bestand, dag, pad, raakt in _gebeurd(dossier):
        if dag.year > laatste:
            yield Vondst(
                bestand,
                pad,
                f"{pad[-1]} is {dag}, meer dan vijf jaar na {max(jaren)}",
                "controleer het jaartal",
                raakt,
            )


def _gebeurd(dossier: Dossier) -> Iterator[tuple[str, date, Pad, tuple[str, ...]]]:
    """Every day of what happened: file, day, path and what can't be judged when it is wrong."""
    for bestand, _, levering, pad in leveringen(dossier):
        yield bestand, levering.geleverd_op, (*pad, "geleverd_op"), tuple(levering.cijfers)
        for i, c in enumerate(levering.correcties):
            for veld in ("geleverd_op", "gecorrigeerd_op"):
                yield bestand, getattr(c, veld), (*pad, "correcties", i, veld), (c.kengetal,)
    for bestand, _, melding, pad in meldingen(dossier):
        for veld in ("datum", "gereed_op"):
            if dag := getattr(melding, veld):
                yield bestand, dag, (*pad, veld), (melding.verplichting,)
    for bestand, _, afspraak, verplichting, pad in plichten(dossier):
        lezing = verplichting.termijn.lezing if verplichting.termijn else None
        if lezing and lezing.vastgesteld_op:
            plek = (*pad, "termijn", "lezing", "vastgesteld_op")
            yield bestand, lezing.vastgesteld_op, plek, (verplichtingnummer(afspraak, verplichting),)
    for bestand, jaargang in dossier.jaargangen.items():
        for i, v in enumerate(jaargang.vaststellingen):
            yield bestand, v.datum, ("vaststellingen", i, "datum"), ()
        for i, afgesproken in enumerate(jaargang.meetmomenten):
            yield bestand, afgesproken.vastgesteld_op, ("meetmomenten", i, "vastgesteld_op"), ()
