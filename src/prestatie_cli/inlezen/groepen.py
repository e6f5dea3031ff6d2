"""A group stands where parties stand; here, once, its members come in its place."""

from collections.abc import Mapping
from dataclasses import replace
from typing import TypeVar

from prestatie_cli.model.basis import Record
from prestatie_cli.model.dossier import Dossier, jaargang_van
from prestatie_cli.model.jaargang import Afspraak, Jaargang, Verplichting

MetPartijen = TypeVar("MetPartijen", bound=Record)
PLICHTVELDEN = ("wie", "voor", "met")


def met_leden(record: Record) -> Record:
    """The agreements with the members of each sound group in its place; other files as they are."""
    if not isinstance(record, Jaargang) or not record.groepen:
        return record
    partijen = {p.id for p in record.partijen}
    groepen = {
        naam: leden
        for naam, leden in record.groepen.items()
        if naam not in partijen and partijen.issuperset(leden)
    }
    momenten = tuple(_uitgeschreven(m, ("vastgesteld_door",), groepen) for m in record.meetmomenten)
    afspraken = tuple(_afspraak(a, groepen) for a in record.afspraken)
    kengetallen = tuple(_uitgeschreven(k, ("levert",), groepen) for k in record.kengetallen)
    return record.model_copy(
        update={"meetmomenten": momenten, "afspraken": afspraken, "kengetallen": kengetallen}
    )


def met_leden_die_instemmen(dossier: Dossier) -> Dossier:
    """The dossier with the members of each group of a statement's agreements among who consented."""
    per_aanduiding = {j.aanduiding: j.groepen for j in dossier.jaargangen.values() if j.groepen}
    if not per_aanduiding:
        return dossier
    registers = {}
    for bestand, register in dossier.voortgang.items():
        regels = tuple(
            _uitgeschreven(v, ("instemming",), per_aanduiding.get(jaargang_van(dossier, register, v), {}))
            for v in register.voortgang
        )
        registers[bestand] = register.model_copy(update={"voortgang": regels})
    return replace(dossier, voortgang=registers)


def _afspraak(afspraak: Afspraak, groepen: dict[str, tuple[str, ...]]) -> Afspraak:
    plichten = tuple(_plicht(v, groepen) for v in afspraak.verplichtingen)
    return afspraak.model_copy(update={"verplichtingen": plichten})


def _plicht(v: Verplichting, groepen: dict[str, tuple[str, ...]]) -> Verplichting:
    if v.termijn and v.termijn.lezing:
        lezing = _uitgeschreven(v.termijn.lezing, ("vastgesteld_door",), groepen)
        v = v.model_copy(update={"termijn": v.termijn.model_copy(update={"lezing": lezing})})
    return _uitgeschreven(v, PLICHTVELDEN, groepen)


def _uitgeschreven(
    record: MetPartijen, velden: tuple[str, ...], groepen: Mapping[str, tuple[str, ...]]
) -> MetPartijen:
    """A record with the members in place of each group in some of its fields; each party once."""
    nieuw = {}
    for veld in velden:
        namen: tuple[str, ...] = getattr(record, veld)
        if not groepen.keys().isdisjoint(namen):
            nieuw[veld] = tuple(dict.fromkeys(lid for naam in namen for lid in groepen.get(naam, (naam,))))
    return record.model_copy(update=nieuw) if nieuw else record
