"""The statements of the parties."""

from collections.abc import Iterator

from prestatie_cli.controles.controle import Vondst, regel
from prestatie_cli.controles.wandeling import meldingen, plichten
from prestatie_cli.model.dossier import Dossier, jaargang_van, tekenende_partijen
from prestatie_cli.taal import datum_in_woorden


@regel(
    "melding-datum",
    "fout",
    "Een melding is van het jaar van haar bestand of eerder, en niet ouder dan wat zij meldt.",
    "Meldingen van een volgend jaar staan in het bestand van dat jaar.",
)
def data_in_jaar(dossier: Dossier) -> Iterator[Vondst]:
    """A statement is dated in the year of its file or before, and not before what it reports."""
    for bestand, register, v, pad in meldingen(dossier):
        if v.datum.year > register.jaar:
            yield Vondst(
                bestand,
                (*pad, "datum"),
                f"de melding is van {datum_in_woorden(v.datum)}, na het jaar van het bestand "
                f"({register.jaar})",
                f"zet haar in voortgang/{v.datum.year}.yaml, of verbeter de datum",
                (v.verplichting,),
            )
        if v.gereed_op and v.gereed_op > v.datum:
            yield Vondst(
                bestand,
                (*pad, "gereed_op"),
                f"op {datum_in_woorden(v.datum)} is nog niet te melden dat het op "
                f"{datum_in_woorden(v.gereed_op)} klaar was",
                "verbeter een van beide datums",
                (v.verplichting,),
            )


@regel(
    "melding-volgorde",
    "fout",
    "De meldingen in een bestand staan op volgorde van hun datum.",
    "Nieuwe meldingen komen onderaan. Een melding die later binnenkomt, staat tussen de andere op de plaats "
    "van haar datum.",
)
def meldingen_op_volgorde(dossier: Dossier) -> Iterator[Vondst]:
    """The statements in a file stand in the order of their dates.

    One of a later year stands in the wrong file, so none is out of order below it.
    """
    for bestand, register in dossier.voortgang.items():
        for i, v in enumerate(register.voortgang[1:], 1):
            vorige = register.voortgang[i - 1]
            if v.datum < vorige.datum and vorige.datum.year <= register.jaar:
                yield Vondst(
                    bestand,
                    ("voortgang", i, "datum"),
                    f"de melding van {datum_in_woorden(v.datum)} over {v.verplichting} staat onder een van "
                    f"{datum_in_woorden(vorige.datum)}",
                    "zet de meldingen op volgorde van datum, de nieuwste onderaan",
                    (v.verplichting,),
                )


@regel(
    "melding-toelichting",
    "fout",
    "Bij 'vertraagd' en 'aandacht' staan oorzaak en bijsturing.",
    "De raad wil weten waardoor iets afwijkt en wat eraan gedaan wordt.",
)
def afwijking_toegelicht(dossier: Dossier) -> Iterator[Vondst]:
    """'vertraagd' and 'aandacht' carry their cause and what is done about it.

    A party that does not do the duty itself can't know these: it explains what it sees.
    """
    doeners = {(p.jaargang.jaar, p.nummer): p.verplichting.wie for p in plichten(dossier)}
    for bestand, register, v, pad in meldingen(dossier):
        if v.melding not in ("vertraagd", "aandacht"):
            continue
        wie = doeners.get((jaargang_van(dossier, register, v), v.verplichting))
        if wie is None and any(b.startswith("afspraken-") for b in dossier.gemist):
            continue  # Who does it may stand in what could not be read.
        nodig = ("oorzaak", "bijsturing") if wie is None or v.door in wie else ("toelichting",)
        weg = [veld for veld in nodig if getattr(v, veld) is None]
        if weg:
            yield Vondst(
                bestand,
                pad,
                f"'{v.melding}' voor {v.verplichting} mist {' en '.join(weg)}",
                "schrijf op waardoor het afwijkt en wat eraan gedaan wordt",
                (v.verplichting,),
            )


@regel(
    "melding-besluit",
    "fout",
    "Bij 'uitgesteld' en 'vervallen' staan het besluit en de instemming van alle partijen.",
    "Een afspraak wijzigt alleen als alle partijen dat willen; een besloten wijziging is geen tekortkoming.",
)
def wijziging_besloten(dossier: Dossier) -> Iterator[Vondst]:
    """'uitgesteld' and 'vervallen' name the decision and the consent of all parties that signed."""
    tekenen = {p.id for j in dossier.jaargangen.values() for p in tekenende_partijen(j)} - dossier.gebroken
    for bestand, _, v, pad in meldingen(dossier):
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
                (v.verplichting,),
            )


@regel(
    "melding-velden",
    "fout",
    "'tot' staat alleen bij 'uitgesteld', 'gereed_op' alleen bij 'afgerond'.",
    "Bij een andere melding zou het veld niets betekenen.",
)
def velden_passen(dossier: Dossier) -> Iterator[Vondst]:
    """Fields stand only at the statements that they belong to."""
    for bestand, _, v, pad in meldingen(dossier):
        for veld, bij in (("tot", "uitgesteld"), ("gereed_op", "afgerond")):
            if getattr(v, veld) is not None and v.melding != bij:
                yield Vondst(
                    bestand,
                    (*pad, veld),
                    f"'{veld}' hoort niet bij de melding '{v.melding}'",
                    f"gebruik '{veld}' alleen bij '{bij}'",
                    (v.verplichting,),
                )
