"""A group stands where parties stand; here, once, its members come in its place."""

from typing import TypeVar

from prestatie_cli.model.basis import Record
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


def _afspraak(afspraak: Afspraak, groepen: dict[str, tuple[str, ...]]) -> Afspraak:
    plichten = tuple(_plicht(v, groepen) for v in afspraak.verplichtingen)
    return afspraak.model_copy(update={"verplichtingen": plichten})


def _plicht(v: Verplichting, groepen: dict[str, tuple[str, ...]]) -> Verplichting:
    if v.termijn and v.termijn.lezing:
        lezing = _uitgeschreven(v.termijn.lezing, ("vastgesteld_door",), groepen)
        v = v.model_copy(update={"termijn": v.termijn.model_copy(update={"lezing": lezing})})
    return _uitgeschreven(v, PLICHTVELDEN, groepen)


def _uitgeschreven(
    record: MetPartijen, velden: tuple[str, ...], groepen: dict[str, tuple[str, ...]]
) -> MetPartijen:
    """A record with the members in place of each group in some of its fields; each party once."""
    nieuw = {}
    for veld in velden:
        namen: tuple[str, ...] = getattr(record, veld)
        if not groepen.keys().isdisjoint(namen):
            nieuw[veld] = tuple(dict.fromkeys(lid for naam in namen for lid in groepen.get(naam, (naam,))))
    return record.model_copy(update=nieuw) if nieuw else record
