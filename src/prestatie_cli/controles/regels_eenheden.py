"""Units: each is known, figures are written as theirs asks, and nothing is added up that may not be."""

from collections.abc import Iterator, Mapping
from decimal import Decimal

from prestatie_cli.bevindingen import Pad
from prestatie_cli.controles.controle import Vondst, regel
from prestatie_cli.controles.wandeling import alle_indicatoren, leveringen, normen
from prestatie_cli.model.basis import Euro, Procent
from prestatie_cli.model.dossier import Dossier, eenheden_van
from prestatie_cli.model.eenheden import AANDEEL, EENHEDEN, Eenheid
from prestatie_cli.taal import getal, precies_procent, samen_genoemd


@regel(
    "eenheid-onbekend",
    "fout",
    "De eenheid van een kengetal is ingebouwd, of staat onder 'eenheden'.",
    "Een eigen eenheid zegt zelf hoeveel decimalen zij heeft en of zij opgeteld mag worden.",
)
def eenheden_bestaan(dossier: Dossier) -> Iterator[Vondst]:
    """The unit of a figure is built in or declared by the same agreements, and only one of the two."""
    for bestand, jaargang in dossier.jaargangen.items():
        eigen = {e.id for e in jaargang.eenheden}
        for i, e in enumerate(jaargang.eenheden):
            if e.id in EENHEDEN or e.id == AANDEEL.id:
                boodschap = f"de eenheid '{e.id}' is ingebouwd"
                yield Vondst(
                    bestand, ("eenheden", i, "id"), boodschap, "geef de eigen eenheid een andere naam"
                )
        for i, k in enumerate(jaargang.kengetallen):
            if k.eenheid not in EENHEDEN and k.eenheid not in eigen:
                yield Vondst(
                    bestand,
                    ("kengetallen", i, "eenheid"),
                    f"de eenheid '{k.eenheid}' van {k.id} is niet bekend",
                    f"kies uit {', '.join((*EENHEDEN, *sorted(eigen)))}; of zet haar onder 'eenheden'",
                    (k.id,),
                )


@regel(
    "eenheid-som",
    "fout",
    "Wat niet opgeteld mag worden, staat in geen som.",
    "De som van twee rapportcijfers of percentages zegt niets. Zoals geleverd ('gegeven') of gemiddeld over "
    "jaren ('gemiddelde') kan wel.",
)
def niets_verkeerd_opgeteld(dossier: Dossier) -> Iterator[Vondst]:
    """Figures in a unit that may not be summed are in no sum: of periods, of parties or of a stock."""
    for bestand, jaargang in dossier.jaargangen.items():
        per_kengetal = jaargang.eenheid_per_kengetal
        for i, k in enumerate(jaargang.kengetallen):
            if len(k.levert) > 1 and not per_kengetal[k.id].optelbaar:
                yield Vondst(
                    bestand,
                    ("kengetallen", i, "levert"),
                    f"{k.id} is in {per_kengetal[k.id].meervoud}; "
                    f"die van {samen_genoemd(k.levert)} zijn niet op te tellen",
                    "geef elke partij een eigen kengetal, met een eigen indicator",
                    (k.id,),
                )
        for i, b in enumerate(jaargang.balansen):
            for naam in _los(per_kengetal, b.kengetallen):
                boodschap = f"{naam} is in {per_kengetal[naam].meervoud} en past in geen voorraad"
                yield Vondst(
                    bestand, ("balansen", i), boodschap, "neem een kengetal dat optelt", (b.id, naam)
                )
    per_bestand = _per_bestand(dossier)
    for bestand, _, n, pad in alle_indicatoren(dossier):
        if n.aard.wijze == "som" and not n.aard.gemiddeld:
            per_kengetal = per_bestand[bestand]
            for naam in _los(per_kengetal, n.kengetallen):
                yield Vondst(
                    bestand,
                    (*pad, "soort"),
                    f"{naam} is in {per_kengetal[naam].meervoud}; dat telt niet op, en {n.soort} is een som",
                    "neem soort gegeven (zoals geleverd over het jaar) of gemiddelde (over jaren)",
                    (n.id,),
                )


def _per_bestand(dossier: Dossier) -> dict[str, Mapping[str, Eenheid]]:
    return {bestand: jaargang.eenheid_per_kengetal for bestand, jaargang in dossier.jaargangen.items()}


def _los(per_kengetal: Mapping[str, Eenheid], namen: tuple[str, ...]) -> Iterator[str]:
    """The figures among these that may not be added up."""
    yield from (naam for naam in namen if naam in per_kengetal and not per_kengetal[naam].optelbaar)


@regel(
    "eenheid-verschil",
    "fout",
    "Wat bij elkaar wordt opgeteld of van elkaar afgaat, heeft één eenheid.",
    "Woningen en euro's zijn samen niets.",
)
def zelfde_eenheid(dossier: Dossier) -> Iterator[Vondst]:
    """The figures of a balance of two sums are in the same unit."""
    per_bestand = _per_bestand(dossier)
    for bestand, _, n, pad in alle_indicatoren(dossier):
        per_kengetal = per_bestand[bestand]
        namen = [k for k in (n.teller, *n.plus, *n.min) if k in per_kengetal]
        if anders := [k for k in namen if per_kengetal[k].id != per_kengetal[namen[0]].id]:
            yield Vondst(
                bestand,
                (*pad, "teller"),
                f"{namen[0]} is in {per_kengetal[namen[0]].meervoud}, {anders[0]} in "
                f"{per_kengetal[anders[0]].meervoud}",
                "neem kengetallen in dezelfde eenheid",
                (n.id,),
            )


@regel(
    "cijfer-heel",
    "fout",
    "Een cijfer heeft niet meer decimalen dan zijn eenheid.",
    "Een aantal is een heel getal. Een punt is een decimaalpunt: 1.234 is ruim één, geen twaalfhonderd.",
)
def hele_aantallen(dossier: Dossier) -> Iterator[Vondst]:
    """A figure has no more decimals than its unit: a count is whole, an amount goes to the cent."""
    for bestand, naam, cijfer, eenheid, pad in _cijfers(dossier):
        if cijfer != round(cijfer, eenheid.decimalen):
            fijnst = f"hoogstens {eenheid.decimalen}" if eenheid.decimalen else "geen"
            yield Vondst(
                bestand,
                pad,
                f"{naam} is {getal(cijfer)}; {eenheid.meervoud} hebben {fijnst} decimalen",
                "schrijf duizendtallen zonder punt: 1234",
                (naam,),
            )


@regel(
    "cijfer-teken",
    "fout",
    "Een percentage is met een procentteken geschreven, en alleen een percentage.",
    "Zonder teken is 0.9 niet te onderscheiden van 90%. Een euroteken hoort alleen bij euro's.",
)
def tekens_passen(dossier: Dossier) -> Iterator[Vondst]:
    """A figure or norm has the sign of its unit, where without it nobody can tell what was meant."""
    for bestand, naam, cijfer, eenheid, pad in _cijfers(dossier):
        if fout := _tekenfout(cijfer, eenheid):
            yield Vondst(bestand, pad, f"{naam} is {fout[0]}", fout[1], (naam,))
    per_bestand = _per_bestand(dossier)
    for bestand, _, n, norm, pad in normen(dossier):
        eenheid = AANDEEL if n.aard.deelt else per_bestand[bestand].get(n.teller, AANDEEL)
        for veld in ("waarde", "ondergrens", "bovengrens"):
            waarde = getattr(norm, veld)
            if waarde is not None and (fout := _tekenfout(waarde, eenheid)):
                yield Vondst(bestand, (*pad, veld), f"de norm van {n.id} is {fout[0]}", fout[1], (n.id,))
    for bestand, lijst in dossier.parameters.items():
        for i, p in enumerate(lijst.parameters):
            eenheid = EENHEDEN.get(p.eenheid, AANDEEL)
            for j, w in enumerate(p.waarden):
                if fout := _tekenfout(w.waarde, eenheid):
                    pad = ("parameters", i, "waarden", j, "waarde")
                    yield Vondst(bestand, pad, f"{p.id} is {fout[0]}", fout[1], (p.id,))


def _tekenfout(waarde: Decimal, eenheid: Eenheid) -> tuple[str, str] | None:
    """What is wrong with the sign of a figure, and how to write it."""
    if eenheid.id == "procent" and not isinstance(waarde, Procent):
        kaal = getal(waarde)
        return f"{kaal}, zonder procentteken", f"schrijf {kaal}%, als dat bedoeld is"
    if isinstance(waarde, Procent) and eenheid.notatie != "procent":
        wat = precies_procent(waarde)
        return f"{wat}, maar telt {eenheid.meervoud}", "schrijf het aantal, zonder procentteken"
    if isinstance(waarde, Euro) and eenheid.notatie != "euro":
        wat = "een aandeel" if eenheid.notatie == "procent" else eenheid.meervoud
        return f"een bedrag, maar het gaat om {wat}", "schrijf het getal zonder euroteken"
    return None


def _cijfers(dossier: Dossier) -> Iterator[tuple[str, str, Decimal, Eenheid, Pad]]:
    """Every figure that was delivered, and every one that it replaced, with its unit and its place."""
    bekend = eenheden_van(dossier)
    for bestand, _, levering, pad in leveringen(dossier):
        for naam, cijfer in levering.cijfers.items():
            if naam in bekend:
                yield bestand, naam, cijfer, bekend[naam], (*pad, "cijfers", naam)
        for i, c in enumerate(levering.correcties):
            if c.kengetal in bekend:
                yield bestand, c.kengetal, c.was, bekend[c.kengetal], (*pad, "correcties", i, "was")


@regel(
    "norm-op",
    "fout",
    "Een norm met 'op' gaat over een stand, een gegeven cijfer of een verandering.",
    "Wat over een tijd wordt opgeteld, is er niet op één dag. Daar zeggen 'van' en 'tot' over welke tijd.",
)
def op_een_dag(dossier: Dossier) -> Iterator[Vondst]:
    """A norm for a day is of what can be there on a day, and in force until then."""
    for bestand, _, n, norm, pad in normen(dossier):
        if norm.op is None:
            continue
        if not n.aard.mag_op:
            boodschap = f"'op' past niet bij indicator {n.id} van soort {n.soort}"
            hulp = "laat 'op' weg, of meet een stand, een gegeven cijfer of een verandering"
            yield Vondst(bestand, (*pad, "op"), boodschap, hulp, (n.id,))
        elif not (norm.van or norm.op) <= norm.op <= (norm.tot or norm.op):
            boodschap = f"op {norm.op} geldt de norm van {n.id} niet"
            yield Vondst(bestand, (*pad, "op"), boodschap, "verbeter 'op', of 'van' en 'tot'", (n.id,))
        elif n.basisjaar and norm.op.year <= n.basisjaar:
            boodschap = f"{norm.op} ligt niet na het basisjaar {n.basisjaar}"
            yield Vondst(bestand, (*pad, "op"), boodschap, "verbeter 'op' of 'basisjaar'", (n.id,))
