"""Norms are quotations that say one thing at a time, and indicators have what their kind needs."""

from collections.abc import Iterator
from decimal import Decimal

from prestatie_cli.bevindingen import Pad
from prestatie_cli.controles.citaat import getallen_in, is_citaat
from prestatie_cli.controles.controle import Vondst, als_cijfer, regel
from prestatie_cli.controles.wandeling import alle_indicatoren, normen
from prestatie_cli.model.dossier import Dossier
from prestatie_cli.model.indicator import Indicator, Norm
from prestatie_cli.taal import getal, samen_genoemd


@regel(
    "norm-citaat",
    "fout",
    "Het citaat van een norm staat in de afspraak, en het getal van de norm in het citaat.",
    "Zo is elke norm in de getekende tekst terug te vinden.",
)
def normen_staan_er(dossier: Dossier) -> Iterator[Vondst]:
    """The quotation of a norm stands in the agreement, at the place named, with its number."""
    per_nummer = {b: {a.nummer: a for a in j.afspraken} for b, j in dossier.jaargangen.items()}
    for bestand, _, indicator, norm, pad in normen(dossier):
        afspraak = per_nummer[bestand].get(indicator.afspraak)
        if norm.afgeleid or afspraak is None:
            continue
        if not is_citaat(norm.citaat, getattr(afspraak, norm.plaats)):
            yield Vondst(
                bestand,
                (*pad, "citaat"),
                f"'{norm.citaat}' staat niet in {norm.plaats} van afspraak {afspraak.nummer}",
                "neem de woorden letterlijk over, of zet 'afgeleid: true' met de reden",
                (indicator.id,),
            )
        yield from _getal_in_citaat(bestand, pad, indicator, norm)


def _getal_in_citaat(bestand: str, pad: Pad, indicator: Indicator, norm: Norm) -> Iterator[Vondst]:
    getallen = getallen_in(norm.citaat)
    for veld in ("waarde", "ondergrens", "bovengrens"):
        waarde = getattr(norm, veld)
        if waarde is not None and waarde not in getallen:
            toon = als_cijfer(waarde, indicator.aard.deelt)
            yield Vondst(
                bestand,
                (*pad, veld),
                f"het getal {toon} staat niet in het citaat '{norm.citaat}'",
                "verbeter het getal of het citaat",
                (indicator.id,),
            )


@regel(
    "norm-volledig",
    "fout",
    "Een norm heeft een waarde of twee grenzen, en geldt niet tegelijk met een andere.",
    "Bij overlap is niet te zeggen welke norm geldt.",
)
def normen_volledig(dossier: Dossier) -> Iterator[Vondst]:
    """A norm has a value, or for a band two bounds in order; norms don't overlap in time."""
    for bestand, _, indicator, norm, pad in normen(dossier):
        if fout := _normfout(norm):
            yield Vondst(bestand, pad, *fout, (indicator.id,))
        for eerder in indicator.normen[: int(pad[-1])]:
            if eerder.partij == norm.partij and _overlapt(eerder, norm):
                voor = f" voor {norm.partij}" if norm.partij else ""
                boodschap = f"twee normen van {indicator.id} gelden tegelijk{voor}"
                hulp = "laat de oude norm eindigen (tot) voor de nieuwe begint (van)"
                yield Vondst(bestand, pad, boodschap, hulp, (indicator.id,))


def _normfout(norm: Norm) -> tuple[str, str] | None:
    band = norm.soort == "bandbreedte"
    if band and (norm.ondergrens is None or norm.bovengrens is None or norm.waarde is not None):
        return "een bandbreedte heeft een ondergrens en een bovengrens", "vul beide in, zonder waarde"
    if norm.ondergrens is not None and norm.bovengrens is not None and norm.ondergrens > norm.bovengrens:
        return "de ondergrens ligt boven de bovengrens", "wissel ze om"
    if not band and (norm.waarde is None or norm.ondergrens is not None or norm.bovengrens is not None):
        return f"een {norm.soort} heeft een waarde en geen grenzen", "vul waarde in, zoals 10% of 50"
    if norm.van and norm.tot and norm.van > norm.tot:
        return "de norm eindigt voordat zij begint", "wissel van en tot om"
    return None


def _overlapt(a: Norm, b: Norm) -> bool:
    return (
        a.op == b.op
        and (a.tot is None or b.van is None or b.van <= a.tot)
        and (b.tot is None or a.van is None or a.van <= b.tot)
    )


@regel(
    "norm-partij",
    "fout",
    "Een norm voor een partij hoort bij cijfers waarvan zij zelf een deel levert.",
    "Zonder eigen cijfers is de partij niet aan haar norm te toetsen. Zet alle partijen die leveren onder "
    "'levert' bij het kengetal.",
)
def normen_van_leveranciers(dossier: Dossier) -> Iterator[Vondst]:
    """A norm of one party is of one that delivers its own part of the figures."""
    levert = {b: {k.id: k.levert for k in j.kengetallen} for b, j in dossier.jaargangen.items()}
    for bestand, _, indicator, norm, pad in normen(dossier):
        nodig = [k for k in indicator.kengetallen if k in levert[bestand]]
        partijen = [levert[bestand][k] for k in nodig]
        eigen = norm.partij is None or all(len(p) > 1 and norm.partij in p for p in partijen)
        if norm.partij and not eigen:
            yield Vondst(
                bestand,
                (*pad, "partij"),
                f"{norm.partij} levert niet zelf een deel van {samen_genoemd(nodig)}",
                f"zet onder 'levert' elke partij die een deel levert, zoals [{norm.partij}, …]",
                (indicator.id,),
            )


@regel(
    "norm-delen",
    "fout",
    "De normen van de partijen zijn samen de norm van allen.",
    "Alleen waar elke partij die levert een norm heeft die op dezelfde dagen geldt als die van allen, en wat "
    "geleverd wordt optelt. Aandelen tellen niet op.",
)
def normen_tellen_op(dossier: Dossier) -> Iterator[Vondst]:
    """The norms of all parties add up to the norm of all together, where they count the same."""
    levert = {b: {k.id: k.levert for k in j.kengetallen} for b, j in dossier.jaargangen.items()}
    for bestand, _, n, norm, pad in normen(dossier):
        partijen = levert[bestand].get(n.teller, ())
        if norm.partij or norm.waarde is None or n.aard.deelt or len(partijen) < 2:
            continue
        delen = {x.partij: x.waarde for x in n.normen if x.partij and _even_lang(x, norm)}
        som = sum((w for w in delen.values() if w is not None), Decimal())
        if set(partijen) <= delen.keys() and som != norm.waarde:
            stukken = " + ".join(getal(w) for w in delen.values() if w is not None)
            yield Vondst(
                bestand,
                (*pad, "waarde"),
                f"de norm van {n.id} is {getal(norm.waarde)}, maar die van de partijen zijn samen "
                f"{stukken} = {getal(som)}",
                "verbeter een van de normen; klopt de bron zelf niet, laat dan de norm weg die niet geldt",
                (n.id,),
            )


def _even_lang(a: Norm, b: Norm) -> bool:
    return (a.soort, a.van, a.tot, a.op) == (b.soort, b.van, b.tot, b.op)


@regel(
    "indicator-volledig",
    "fout",
    "Een indicator heeft de velden die bij zijn soort horen: een aandeel een noemer, een gemiddelde jaren.",
    "Andere soorten hebben die velden niet.",
)
def indicatoren_volledig(dossier: Dossier) -> Iterator[Vondst]:
    """An indicator has the fields that its kind needs, and none that it does not know."""
    for bestand, _, n, pad in alle_indicatoren(dossier):
        for veld, hulp in _indicatorfouten(n):
            boodschap = f"'{veld}' past niet bij indicator {n.id} van soort {n.soort}"
            yield Vondst(bestand, (*pad, veld), boodschap, hulp, (n.id,))


KEUZEVELDEN = {
    "noemer": "een aandeel, en alleen dat, heeft een noemer",
    "plus": "alleen een saldo heeft meer kengetallen die optellen",
    "min": "een saldo, en alleen dat, heeft kengetallen die eraf gaan",
    "basisjaar": "een verandering, en alleen die, heeft een basisjaar",
    "richting": "alleen een verandering heeft een richting",
    "van": "een cumulatieve indicator en een gemiddelde hebben een eerste jaar, een saldo mag het hebben",
    "tot": "alleen een indicator met een eerste jaar kan een laatste jaar hebben",
    "jaren": "alleen een aandeel geldt over meer jaren",
}


def _indicatorfouten(n: Indicator) -> Iterator[tuple[str, str]]:
    """The fields that the kind of an indicator needs and lacks, or has and does not know."""
    standaard = {veld: Indicator.model_fields[veld].default for veld in KEUZEVELDEN}
    for veld, hulp in KEUZEVELDEN.items():
        heeft = getattr(n, veld) != standaard[veld]
        if (veld in n.aard.nodig and not heeft) or (heeft and veld not in (*n.aard.nodig, *n.aard.mag)):
            yield veld, hulp
    if n.van is not None and n.tot is not None and n.tot < n.van:
        yield "tot", "tot ligt niet voor van"
