"""Checks on the statements of the parties."""

from collections.abc import Iterator

from prestatie_cli.bevindingen import Pad
from prestatie_cli.controles.basis import Vondst, plichten
from prestatie_cli.model.dossier import Dossier, jaargang_van, tekenende_partijen, verplichtingnummer
from prestatie_cli.model.voortgang import Voortgang, Voortgangsregister


def _meldingen(dossier: Dossier) -> Iterator[tuple[str, Voortgangsregister, Voortgang, Pad]]:
    for bestand, register in dossier.voortgang.items():
        for i, v in enumerate(register.voortgang):
            yield bestand, register, v, ("voortgang", i)


def data_in_jaar(dossier: Dossier) -> Iterator[Vondst]:
    """A statement is dated in the year of its file or before, and not before what it reports."""
    for bestand, register, v, pad in _meldingen(dossier):
        if v.datum.year > register.jaar:
            yield Vondst(
                bestand,
                (*pad, "datum"),
                f"de melding is van {v.datum}, na het jaar van het bestand ({register.jaar})",
                f"zet haar in voortgang/{v.datum.year}.yaml, of verbeter de datum",
            )
        if v.gereed_op and v.gereed_op > v.datum:
            yield Vondst(
                bestand,
                (*pad, "gereed_op"),
                f"op {v.datum} is nog niet te melden dat het op {v.gereed_op} klaar was",
                "verbeter een van beide datums",
            )


def afwijking_toegelicht(dossier: Dossier) -> Iterator[Vondst]:
    """'vertraagd' and 'aandacht' carry their cause and what is done about it.

    A party that does not do the duty itself can't know these: it explains what it sees.
    """
    doeners = {(j.jaar, verplichtingnummer(a, v)): v.wie for _, j, a, v, _ in plichten(dossier)}
    for bestand, register, v, pad in _meldingen(dossier):
        if v.melding not in ("vertraagd", "aandacht"):
            continue
        wie = doeners.get((jaargang_van(dossier, register, v), v.verplichting))
        if wie is None and any(b.startswith("afspraken-") for b in dossier.onleesbaar):
            continue  # Who does it may stand in what could not be read.
        nodig = ("oorzaak", "bijsturing") if wie is None or v.door in wie else ("toelichting",)
        weg = [veld for veld in nodig if getattr(v, veld) is None]
        if weg:
            yield Vondst(
                bestand,
                pad,
                f"'{v.melding}' voor {v.verplichting} mist {' en '.join(weg)}",
                "schrijf op waardoor het afwijkt en wat eraan gedaan wordt",
            )


def wijziging_besloten(dossier: Dossier) -> Iterator[Vondst]:
    """'uitgesteld' and 'vervallen' name the decision and the consent of all parties that signed."""
    tekenen = {p.id for j in dossier.jaargangen.values() for p in tekenende_partijen(j)} - dossier.gebroken
    for bestand, _, v, pad in _meldingen(dossier):
        if v.melding not in ("uitgesteld", "vervallen"):
            continue
        mist = sorted(tekenen - set(v.instemming))
        if v.besluit is None or mist:
            wat = ["het besluit"] if v.besluit is None else []
            wat += [f"de instemming van {' en '.join(mist)}"] if mist else []
            yield Vondst(
                bestand,
                pad,
                f"'{v.melding}' voor {v.verplichting} mist {' en '.join(wat)}",
                "een afspraak wijzigt alleen met instemming van alle partijen; vul besluit en instemming in",
            )


def velden_passen(dossier: Dossier) -> Iterator[Vondst]:
    """Fields stand only at the statements that they belong to."""
    for bestand, _, v, pad in _meldingen(dossier):
        for veld, past, bij in (
            ("tot", v.melding == "uitgesteld", "uitgesteld"),
            ("gereed_op", v.melding == "afgerond", "afgerond"),
        ):
            if getattr(v, veld) is not None and not past:
                yield Vondst(
                    bestand,
                    (*pad, veld),
                    f"'{veld}' hoort niet bij de melding '{v.melding}'",
                    f"gebruik '{veld}' alleen bij '{bij}'",
                )
