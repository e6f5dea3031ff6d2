"""Checks on the delivered figures and the statutory values."""

from collections.abc import Iterator
from decimal import Decimal

from prestatie_cli.controles.basis import Vondst, kengetallen, leveringen
from prestatie_cli.model.dossier import Dossier, balansverschil
from prestatie_cli.model.meting import Meting
from prestatie_cli.termijnen.vormen import grenzen


def _cijfers(meting: Meting) -> dict[str, Decimal]:
    """All figures over a period, of all parties together."""
    return {k: c for levering in meting.leveringen for k, c in levering.cijfers.items()}


def _plek(meting: Meting, kengetal: str) -> tuple[str | int, ...]:
    """The path of a figure in its file."""
    for i, levering in enumerate(meting.leveringen):
        if kengetal in levering.cijfers:
            return ("leveringen", i, "cijfers", kengetal)
    return ()


def niet_negatief(dossier: Dossier) -> Iterator[Vondst]:
    """A figure is not below zero, unless its definition allows it."""
    bekend = kengetallen(dossier)
    for bestand, _, levering, pad in leveringen(dossier):
        for naam, cijfer in levering.cijfers.items():
            if cijfer < 0 and naam in bekend and not bekend[naam].negatief:
                yield Vondst(
                    bestand,
                    (*pad, "cijfers", naam),
                    f"{naam} is {cijfer}, onder nul",
                    "verbeter het cijfer; een correctie hoort in een kengetal met 'negatief: true'",
                )


def hele_aantallen(dossier: Dossier) -> Iterator[Vondst]:
    """A count is a whole number; only euros have decimals, two at most."""
    bekend = kengetallen(dossier)
    for bestand, _, levering, pad in leveringen(dossier):
        for naam, cijfer in levering.cijfers.items():
            if naam not in bekend:
                continue
            geld = bekend[naam].eenheid == "euro"
            if cijfer != round(cijfer, 2 if geld else 0):
                yield Vondst(
                    bestand,
                    (*pad, "cijfers", naam),
                    f"{naam} is {cijfer}; {'centen zijn het kleinst' if geld else 'een aantal is heel'}",
                    "schrijf duizendtallen zonder punt: 1234",
                )


def deel_niet_groter(dossier: Dossier) -> Iterator[Vondst]:
    """A part is not larger than its whole."""
    delen = [(k.id, k.deel_van) for k in kengetallen(dossier).values() if k.deel_van]
    for bestand, meting in dossier.metingen.items():
        cijfers = _cijfers(meting)
        for deel, geheel in delen:
            if deel in cijfers and geheel in cijfers and cijfers[deel] > cijfers[geheel]:
                yield Vondst(
                    bestand,
                    _plek(meting, deel),
                    f"{deel} ({cijfers[deel]}) is groter dan {geheel} ({cijfers[geheel]})",
                    "verbeter een van beide cijfers",
                )


def cijfers_eenmaal(dossier: Dossier) -> Iterator[Vondst]:
    """A figure over a period is delivered once, as a figure or as missing."""
    gezien: dict[tuple[str, str], str] = {}
    for bestand, meting, levering, pad in leveringen(dossier):
        namen = [(n, "cijfers") for n in levering.cijfers] + [(n, "ontbreekt") for n in levering.ontbreekt]
        for naam, deel in namen:
            sleutel = (meting.periode, naam)
            if sleutel in gezien:
                yield Vondst(
                    bestand,
                    (*pad, deel, naam),
                    f"{naam} over {meting.periode} is al eerder geleverd ({gezien[sleutel]})",
                    "houd één cijfer over; wat er eerst stond hoort onder correcties",
                )
            gezien[sleutel] = f"door {levering.door} in {bestand}"


def leverancier_klopt(dossier: Dossier) -> Iterator[Vondst]:
    """A figure comes from the party that its definition names."""
    bekend = kengetallen(dossier)
    for bestand, _, levering, pad in leveringen(dossier):
        for naam in levering.cijfers:
            if naam in bekend and bekend[naam].levert != levering.door:
                yield Vondst(
                    bestand,
                    (*pad, "cijfers", naam),
                    f"{naam} wordt geleverd door {bekend[naam].levert}, niet door {levering.door}",
                    "verplaats het cijfer naar de levering van die partij",
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
                f"{levering.geleverd_op}, voor het einde",
                "noem de cijfers voorlopig, of verbeter de datum",
            )
        for i, c in enumerate(levering.correcties):
            if c.kengetal not in levering.cijfers or c.gecorrigeerd_op < c.geleverd_op:
                yield Vondst(
                    bestand,
                    (*pad, "correcties", i),
                    f"de correctie van {c.kengetal} past niet bij de cijfers",
                    "een correctie hoort bij een cijfer in deze levering en komt na de oude levering",
                )


def halven_tellen_op(dossier: Dossier) -> Iterator[Vondst]:
    """The halves of a year add up to the year, where none of them is provisional."""
    stromen = {k.id for k in kengetallen(dossier).values() if k.soort == "stroom"}
    vast: dict[str, dict[str, Decimal]] = {}
    for meting in dossier.metingen.values():
        vast[meting.periode] = {
            k: c
            for levering in meting.leveringen
            if levering.herkomst != "voorlopig"
            for k, c in levering.cijfers.items()
        }
    for bestand, meting in dossier.metingen.items():
        h1, h2 = vast.get(f"{meting.periode}-H1", {}), vast.get(f"{meting.periode}-H2", {})
        for naam in stromen & h1.keys() & h2.keys() & vast[meting.periode].keys():
            som, jaar = h1[naam] + h2[naam], vast[meting.periode][naam]
            if som != jaar:
                yield Vondst(
                    bestand,
                    _plek(meting, naam),
                    f"{naam} is {jaar}, maar de halve jaren zijn samen {h1[naam]} + {h2[naam]} = {som}",
                    "verbeter een van de cijfers en leg de correctie vast",
                )


def voorraad_sluit(dossier: Dossier) -> Iterator[Vondst]:
    """Begin + plus - min + correctie = eind, for every period with all of these figures."""
    balansen = {b.id: b for j in dossier.jaargangen.values() for b in j.balansen}
    for bestand, meting in dossier.metingen.items():
        cijfers = _cijfers(meting)
        for balans in balansen.values():
            verschil = balansverschil(balans, cijfers)
            if verschil:
                yield Vondst(
                    bestand,
                    _plek(meting, balans.eind),
                    f"de balans '{balans.naam}' over {meting.periode} sluit niet: "
                    f"het eind is {cijfers[balans.eind]}, berekend is {cijfers[balans.eind] - verschil} "
                    f"(verschil {verschil:+})",
                    "verbeter de cijfers, of verklaar het verschil met het kengetal voor correcties",
                )


def voorraad_sluit_aan(dossier: Dossier) -> Iterator[Vondst]:
    """A period begins with the stock with which the one before it ended."""
    balansen = {b.id: b for j in dossier.jaargangen.values() for b in j.balansen}
    einden = {
        (grenzen(m.periode)[1], b.id): (m.periode, c[b.eind])
        for m in dossier.metingen.values()
        for b in balansen.values()
        if b.eind in (c := _cijfers(m))
    }
    for bestand, meting in dossier.metingen.items():
        cijfers = _cijfers(meting)
        for balans in balansen.values():
            vooraf = grenzen(meting.periode)[0].toordinal() - 1
            vorige = next(
                (e for (d, b), e in einden.items() if b == balans.id and d.toordinal() == vooraf), None
            )
            if vorige and balans.begin in cijfers and cijfers[balans.begin] != vorige[1]:
                yield Vondst(
                    bestand,
                    _plek(meting, balans.begin),
                    f"{balans.begin} is {cijfers[balans.begin]}, maar {vorige[0]} eindigde met {vorige[1]}",
                    "verbeter een van beide en leg de correctie vast",
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
                    )
