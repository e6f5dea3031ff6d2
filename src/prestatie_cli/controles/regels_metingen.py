"""The delivered figures and the statutory values."""

from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from itertools import product

from prestatie_cli.controles.controle import Vondst, regel
from prestatie_cli.controles.wandeling import (
    balansen,
    cijfers_van,
    geleverd,
    heeft_delen,
    kengetallen,
    leveringen,
    plek_van_cijfer,
)
from prestatie_cli.model.dossier import Dossier, balansverschil
from prestatie_cli.taal import datum_in_woorden, getal, samen_genoemd
from prestatie_cli.termijnen.perioden import DAG, grenzen


@regel(
    "cijfer-negatief",
    "fout",
    "Een cijfer ligt niet onder nul.",
    "Alleen een kengetal met 'negatief: true', zoals een correctie, mag dat.",
)
def niet_negatief(dossier: Dossier) -> Iterator[Vondst]:
    """A figure is not below zero, unless its definition allows it."""
    bekend = kengetallen(dossier)
    for bestand, naam, cijfer, _, pad in geleverd(dossier):
        if cijfer < 0 and naam in bekend and not bekend[naam].negatief:
            yield Vondst(
                bestand,
                pad,
                f"{naam} is {getal(cijfer)}, onder nul",
                "verbeter het cijfer; een correctie hoort in een kengetal met 'negatief: true'",
                (naam,),
            )


@regel(
    "deel-groter",
    "fout",
    "Een deel is niet groter dan het geheel.",
    "Welk kengetal een deel is van een ander, staat bij 'deel_van'.",
)
def deel_niet_groter(dossier: Dossier) -> Iterator[Vondst]:
    """A part is not larger than its whole."""
    bekend = kengetallen(dossier)
    delen = [(k.id, k.deel_van) for k in bekend.values() if k.deel_van]
    for bestand, meting in dossier.metingen.items():
        # Of what each party delivers its own part, each of them fits by itself.
        bronnen = (("", cijfers_van(meting, bekend)), *((x.door, x.cijfers) for x in meting.leveringen))
        for (door, cijfers), (deel, geheel) in product(bronnen, delen):
            elk_eigen = heeft_delen(bekend, deel) and heeft_delen(bekend, geheel)
            if elk_eigen != bool(door):
                continue
            if deel in cijfers and geheel in cijfers and cijfers[deel] > cijfers[geheel]:
                yield Vondst(
                    bestand,
                    plek_van_cijfer(meting, deel, door),
                    f"{deel} ({getal(cijfers[deel])}) is groter dan {geheel} ({getal(cijfers[geheel])})",
                    "verbeter een van beide cijfers",
                    (deel, geheel),
                )


@regel(
    "cijfer-dubbel",
    "fout",
    "Een cijfer over een periode is één keer geleverd, door elke partij die het levert.",
    "Een later beter cijfer vervangt het eerdere; wat er stond komt onder 'correcties'.",
)
def cijfers_eenmaal(dossier: Dossier) -> Iterator[Vondst]:
    """A figure over a period is delivered once, as a figure or as missing."""
    gezien: dict[tuple[str, str, str], str] = {}
    bekend = kengetallen(dossier)
    for bestand, meting, levering, pad in leveringen(dossier):
        namen = [(n, "cijfers") for n in levering.cijfers] + [(n, "ontbreekt") for n in levering.ontbreekt]
        for naam, deel in namen:
            sleutel = (meting.periode, naam, levering.door if heeft_delen(bekend, naam) else "")
            if sleutel in gezien:
                yield Vondst(
                    bestand,
                    (*pad, deel, naam),
                    f"{naam} over {meting.periode} is al eerder geleverd ({gezien[sleutel]})",
                    "houd één cijfer over; wat er eerst stond hoort onder correcties",
                    (naam,),
                )
            gezien[sleutel] = f"door {levering.door} in {bestand}"


@regel(
    "leverancier",
    "waarschuwing",
    "Een cijfer komt van een partij die het volgens de afspraken levert.",
    "De partijen staan bij het kengetal onder 'levert'. Leveren meer partijen elk hun deel, dan telt het "
    "cijfer van een ander niet mee.",
)
def leverancier_klopt(dossier: Dossier) -> Iterator[Vondst]:
    """A figure comes from a party that its definition names."""
    bekend = kengetallen(dossier)
    for bestand, naam, _, levering, pad in geleverd(dossier):
        if naam in bekend and levering.door not in bekend[naam].levert:
            yield Vondst(
                bestand,
                pad,
                f"{naam} wordt geleverd door {samen_genoemd(bekend[naam].levert)}, niet door {levering.door}",
                "verplaats het cijfer naar de levering van die partij",
                (naam,),
            )


@regel(
    "levering-datum",
    "fout",
    "Definitieve cijfers komen na de periode, een correctie na de levering.",
    "Cijfers over een lopende periode zijn voorlopig.",
)
def levering_na_periode(dossier: Dossier) -> Iterator[Vondst]:
    """Final figures are delivered after the period is over; corrections after the delivery."""
    for bestand, meting, levering, pad in leveringen(dossier):
        eind = grenzen(meting.periode)[1]
        if levering.geleverd_op <= eind and levering.herkomst == "definitief":
            yield Vondst(
                bestand,
                (*pad, "geleverd_op"),
                f"definitieve cijfers over {meting.periode} zijn geleverd op "
                f"{datum_in_woorden(levering.geleverd_op)}, voor het einde",
                "noem de cijfers voorlopig, of verbeter de datum",
                tuple(levering.cijfers),
            )
        for i, c in enumerate(levering.correcties):
            if c.kengetal not in levering.cijfers or c.gecorrigeerd_op < c.geleverd_op:
                yield Vondst(
                    bestand,
                    (*pad, "correcties", i),
                    f"de correctie van {c.kengetal} past niet bij de cijfers",
                    "een correctie hoort bij een cijfer in deze levering en komt na de oude levering",
                    (c.kengetal,),
                )


@regel(
    "halfjaren",
    "fout",
    "De halve jaren zijn samen het jaar, als geen van drie voorlopig is.",
    "Het jaarcijfer vervangt de halfjaarcijfers; een verschil is een correctie.",
)
def halven_tellen_op(dossier: Dossier) -> Iterator[Vondst]:
    """The halves of a year add up to the year, where none of them is provisional."""
    bekend = kengetallen(dossier)
    stromen = {k.id for k in bekend.values() if k.soort == "stroom"}
    vast: dict[str, dict[tuple[str, str], Decimal]] = {}
    for meting in dossier.metingen.values():
        vaste = [x for x in meting.leveringen if x.herkomst != "voorlopig"]
        vast[meting.periode] = {
            (k, x.door if heeft_delen(bekend, k) else ""): c
            for x in vaste
            for k, c in x.cijfers.items()
            if k in stromen
        }
    for bestand, meting in dossier.metingen.items():
        h1, h2 = vast.get(f"{meting.periode}-H1", {}), vast.get(f"{meting.periode}-H2", {})
        for sleutel in h1.keys() & h2.keys() & vast[meting.periode].keys():
            naam, door = sleutel
            som, jaar = h1[sleutel] + h2[sleutel], vast[meting.periode][sleutel]
            if som != jaar:
                yield Vondst(
                    bestand,
                    plek_van_cijfer(meting, naam, door),
                    f"{naam} is {getal(jaar)}, maar de halve jaren zijn samen "
                    f"{getal(h1[sleutel])} + {getal(h2[sleutel])} = {getal(som)}",
                    "verbeter een van de cijfers en leg de correctie vast",
                    (naam,),
                )


@regel(
    "voorraad",
    "fout",
    "De voorraad sluit: begin + plus - min + correctie = eind.",
    "De melding noemt het verschil.",
)
def voorraad_sluit(dossier: Dossier) -> Iterator[Vondst]:
    """Begin + plus - min + correctie = eind, for every period with all of these figures."""
    bekend = kengetallen(dossier)
    for bestand, meting in dossier.metingen.items():
        cijfers = cijfers_van(meting, bekend)
        for balans in balansen(dossier).values():
            if verschil := balansverschil(balans, cijfers):
                eind = cijfers[balans.eind]
                yield Vondst(
                    bestand,
                    plek_van_cijfer(meting, balans.eind),
                    f"de balans '{balans.naam}' over {meting.periode} sluit niet: "
                    f"het eind is {getal(eind)}, berekend is {getal(eind - verschil)} "
                    f"(verschil {'+' if verschil > 0 else ''}{getal(verschil)})",
                    "verbeter de cijfers, of verklaar het verschil met het kengetal voor correcties",
                    (balans.id,),
                )


@regel(
    "voorraad-aansluiting",
    "fout",
    "Een periode begint met de voorraad waarmee de vorige eindigde.",
    "Anders is er tussen twee jaren een woning zoekgeraakt.",
)
def voorraad_sluit_aan(dossier: Dossier) -> Iterator[Vondst]:
    """A period begins with the stock with which the one before it ended."""
    einden: dict[tuple[date, str], tuple[str, Decimal]] = {}
    bekend = kengetallen(dossier)
    for meting in dossier.metingen.values():
        cijfers, volgende_dag = cijfers_van(meting, bekend), grenzen(meting.periode)[1] + DAG
        for balans in balansen(dossier).values():
            if balans.eind in cijfers:
                einden[volgende_dag, balans.id] = (meting.periode, cijfers[balans.eind])
    for bestand, meting in dossier.metingen.items():
        cijfers, eerste_dag = cijfers_van(meting, bekend), grenzen(meting.periode)[0]
        for balans in balansen(dossier).values():
            vorige = einden.get((eerste_dag, balans.id))
            if vorige and balans.begin in cijfers and cijfers[balans.begin] != vorige[1]:
                yield Vondst(
                    bestand,
                    plek_van_cijfer(meting, balans.begin),
                    f"{balans.begin} is {getal(cijfers[balans.begin])}, "
                    f"maar {vorige[0]} eindigde met {getal(vorige[1])}",
                    "verbeter een van beide en leg de correctie vast",
                    (balans.id,),
                )


@regel(
    "parameter-volgorde",
    "fout",
    "De waarden van een wettelijke parameter volgen elkaar op zonder overlap.",
    "Bij overlap is niet te zeggen welke waarde geldt.",
)
def parameters_op_volgorde(dossier: Dossier) -> Iterator[Vondst]:
    """The values of a statutory parameter don't overlap in time."""
    for bestand, lijst in dossier.parameters.items():
        for i, parameter in enumerate(lijst.parameters):
            for j, waarde in enumerate(parameter.waarden):
                omgekeerd = waarde.tot is not None and waarde.tot < waarde.van
                vorige = parameter.waarden[j - 1] if j else None
                overlap = vorige is not None and (vorige.tot is None or vorige.tot >= waarde.van)
                if omgekeerd or overlap:
                    yield Vondst(
                        bestand,
                        ("parameters", i, "waarden", j),
                        f"de waarden van {parameter.id} overlappen elkaar of eindigen voor ze beginnen",
                        "zet de oudste eerst en laat elke waarde eindigen voor de volgende begint",
                        (parameter.id,),
                    )
