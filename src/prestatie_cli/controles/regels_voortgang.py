"""The statements of the parties."""

from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from typing import NamedTuple

from prestatie_cli.bevindingen import Pad
from prestatie_cli.controles.controle import Vondst, regel
from prestatie_cli.controles.tijdvakken import periodegrenzen, zonder_overlap
from prestatie_cli.controles.wandeling import meldingen, plichten
from prestatie_cli.model.dossier import Dossier, jaargang_van, tekenende_partijen
from prestatie_cli.model.indicator import Indicator
from prestatie_cli.model.voortgang import Voortgang
from prestatie_cli.taal import datum_in_woorden, getal
from prestatie_cli.termijnen.perioden import DAG


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
    doeners = {(p.jaargang.aanduiding, p.nummer): p.verplichting.wie for p in plichten(dossier)}
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


NIET_KLAAR = ("niet_gestart", "aandacht", "vertraagd")


@regel(
    "melding-cijfer",
    "waarschuwing",
    "De laatste melding over een verplichting spreekt haar cijfer niet tegen.",
    "'afgerond' terwijl een later cijfer onder de norm ligt, of 'vertraagd' terwijl de norm is gehaald: "
    "een van beide is niet bijgewerkt. Dit gaat over verplichtingen met een indicator die een minimum telt.",
)
def meldingen_volgen_cijfers(dossier: Dossier) -> Iterator[Vondst]:
    """The last statement of each doer about a duty that counts towards a minimum agrees with the figure."""
    if not dossier.voortgang:
        return
    laatste: dict[tuple[str, str, str], tuple[str, Pad, Voortgang]] = {}
    for bestand, register, v, pad in sorted(meldingen(dossier), key=lambda m: m[2].datum):
        laatste[jaargang_van(dossier, register, v), v.verplichting, v.door] = (bestand, pad, v)
    tellen = _getelde_plichten(dossier)
    for (aanduiding, nummer, _), (bestand, pad, v) in laatste.items():
        if (aanduiding, nummer) in tellen and v.door in tellen[aanduiding, nummer].wie:
            norm, cijfer, dag, volledig, _ = tellen[aanduiding, nummer]
            te_laag = (
                v.melding == "afgerond" and cijfer < norm and volledig and dag >= (v.gereed_op or v.datum)
            )
            if te_laag or (v.melding in NIET_KLAAR and cijfer >= norm):
                yield Vondst(
                    bestand,
                    (*pad, "melding"),
                    f"'{v.melding}' van {v.door} over {nummer}, en het cijfer op {datum_in_woorden(dag)} is "
                    f"{getal(cijfer)} van {getal(norm)}",
                    "voeg een melding toe die klopt, of verbeter het cijfer met een correctie",
                    (nummer,),
                )


class Telling(NamedTuple):
    """A minimum, the figure towards it, its last day, whether no period is missing, and who does it."""

    norm: Decimal
    cijfer: Decimal
    dag: date
    volledig: bool
    wie: tuple[str, ...]


def _getelde_plichten(dossier: Dossier) -> dict[tuple[str, str], Telling]:
    """How each duty that counts towards one minimum stands, where there is a figure."""
    uit = {}
    indicatoren = {b: {n.id: n for n in j.indicatoren} for b, j in dossier.jaargangen.items()}
    for plicht in plichten(dossier):
        n = indicatoren[plicht.bestand].get(plicht.verplichting.indicator or "")
        if n is None or n.aard.deelt or [x.soort for x in n.normen] != ["minimum"] or not n.normen[0].waarde:
            continue
        jaargang = plicht.jaargang
        if not n.looptijd and jaargang.eerste_jaar != jaargang.laatste_jaar:
            continue  # Each year has its own figure, and no statement says of which.
        if geteld := _geteld(dossier, n, jaargang.laatste_jaar):
            uit[jaargang.aanduiding, plicht.nummer] = Telling(
                n.normen[0].waarde, *geteld, plicht.verplichting.wie
            )
    return uit


def _geteld(dossier: Dossier, n: Indicator, jaar: int) -> tuple[Decimal, date, bool] | None:
    """The figure of an indicator without denominator, its last day, and whether no period is missing."""
    van, tot = (n.van or jaar, n.tot or 9999) if n.looptijd else (jaar, jaar)
    cijfers = {
        periodegrenzen(m.periode): (m.periode, x.cijfers[n.teller])
        for m in dossier.metingen.values()
        for x in m.leveringen
        if n.teller in x.cijfers and van <= int(m.periode[:4]) <= tot
    }
    if not cijfers:
        return None
    if n.aard.momentopname:
        _, laatste = max(cijfers, key=lambda g: g[1])
        return next(c for (_, dag), (_, c) in cijfers.items() if dag == laatste), laatste, True
    gekozen = zonder_overlap(periode for periode, _ in cijfers.values())
    eind = gekozen[-1][1]
    dagen = sum(((b - a) + DAG for a, b in gekozen), start=0 * DAG)
    som = sum((cijfers[g][1] for g in gekozen), start=Decimal(0))
    return som, eind, dagen == eind - date(van, 1, 1) + DAG
