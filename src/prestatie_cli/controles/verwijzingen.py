"""Checks that what is referred to exists, and exists once."""

from collections.abc import Collection, Iterable, Iterator

from prestatie_cli.bevindingen import Pad, bedoelde_u
from prestatie_cli.controles.basis import Vondst, afspraken, kengetallen, leveringen, plichten
from prestatie_cli.model.dossier import Dossier, jaargang_van, verplichtingnummer


def _nabij(woord: str, mogelijk: Collection[str]) -> str:
    """The nearest known name as a question, else the list of names."""
    namen = ", ".join(sorted(mogelijk)[:12])
    return bedoelde_u(woord, mogelijk) or (f"kies uit: {namen}" if namen else "er is er nog geen vastgelegd")


def _onbekend(
    dossier: Dossier, wat: str, bestand: str, namen: Iterable[tuple[Pad, str]], mogelijk: Collection[str]
) -> Iterator[Vondst]:
    """The names that are not among the possible ones; names of records left out are not called unknown."""
    for pad, naam in namen:
        if naam not in mogelijk and naam not in dossier.gebroken:
            yield Vondst(bestand, pad, f"{wat} '{naam}' bestaat niet", _nabij(naam, mogelijk))


def _compleet(dossier: Dossier) -> bool:
    """Whether every agreements file could be read, so that an unknown name really is unknown."""
    return not any(b.startswith("afspraken-") and b not in dossier.jaargangen for b in dossier.onleesbaar)


def _lijst(pad: Pad, namen: Iterable[str]) -> Iterator[tuple[Pad, str]]:
    return (((*pad, i), naam) for i, naam in enumerate(namen))


def partijen_bestaan(dossier: Dossier) -> Iterator[Vondst]:
    """Every party that is named is in the list of parties."""
    for bestand, jaargang in dossier.jaargangen.items():
        bekend = {p.id for p in jaargang.partijen}
        namen: list[tuple[Pad, str]] = [
            (("kengetallen", i, "levert"), k.levert) for i, k in enumerate(jaargang.kengetallen)
        ]
        for i, m in enumerate(jaargang.meetmomenten):
            namen += _lijst(("meetmomenten", i, "vastgesteld_door"), m.vastgesteld_door)
        namen += [(("vaststellingen", i, "partij"), x.partij) for i, x in enumerate(jaargang.vaststellingen)]
        yield from _onbekend(dossier, "partij", bestand, namen, bekend)
    per_bestand = {b: {p.id for p in j.partijen} for b, j in dossier.jaargangen.items()}
    for bestand, _, _, v, pad in plichten(dossier):
        bekend = per_bestand[bestand]
        for veld, ids in (("wie", v.wie), ("voor", v.voor), ("met", v.met)):
            if not bekend.issuperset(ids):
                yield from _onbekend(dossier, "partij", bestand, _lijst((*pad, veld), ids), bekend)
        if v.termijn and v.termijn.lezing:
            door = _lijst((*pad, "termijn", "lezing", "vastgesteld_door"), v.termijn.lezing.vastgesteld_door)
            yield from _onbekend(dossier, "partij", bestand, door, bekend)


def melders_bestaan(dossier: Dossier) -> Iterator[Vondst]:
    """Every party that delivers figures or makes a statement is a party to the agreements."""
    if not _compleet(dossier):
        return
    bekend = {p.id for j in dossier.jaargangen.values() for p in j.partijen}
    for bestand, _, levering, pad in leveringen(dossier):
        yield from _onbekend(dossier, "partij", bestand, [((*pad, "door"), levering.door)], bekend)
    for bestand, register in dossier.voortgang.items():
        for i, v in enumerate(register.voortgang):
            pad = ("voortgang", i)
            namen = [((*pad, "door"), v.door), *_lijst((*pad, "instemming"), v.instemming)]
            yield from _onbekend(dossier, "partij", bestand, namen, bekend)


def themas_bestaan(dossier: Dossier) -> Iterator[Vondst]:
    """Every agreement is in a theme that exists."""
    per_bestand = {b: {t.nummer for t in j.themas} for b, j in dossier.jaargangen.items()}
    for bestand, _, afspraak, pad in afspraken(dossier):
        bekend = per_bestand[bestand]
        yield from _onbekend(dossier, "thema", bestand, [((*pad, "thema"), afspraak.thema)], bekend)


def nummers_in_thema(dossier: Dossier) -> Iterator[Vondst]:
    """The first part of an agreement's number is its theme."""
    for bestand, _, afspraak, pad in afspraken(dossier):
        eerste, punt, _rest = afspraak.nummer.partition(".")
        if punt and eerste != afspraak.thema:
            yield Vondst(
                bestand,
                (*pad, "nummer"),
                f"afspraak {afspraak.nummer} staat onder thema {afspraak.thema}",
                f"zet de afspraak onder thema {eerste}, of verbeter het nummer",
            )


def afspraken_bestaan(dossier: Dossier) -> Iterator[Vondst]:
    """Every indicator belongs to an agreement that exists."""
    for bestand, jaargang in dossier.jaargangen.items():
        bekend = {a.nummer for a in jaargang.afspraken}
        namen = [(("indicatoren", i, "afspraak"), n.afspraak) for i, n in enumerate(jaargang.indicatoren)]
        yield from _onbekend(dossier, "afspraak", bestand, namen, bekend)


def indicatoren_bestaan(dossier: Dossier) -> Iterator[Vondst]:
    """Every indicator that an agreement refers to exists."""
    per_bestand = {b: {n.id for n in j.indicatoren} for b, j in dossier.jaargangen.items()}
    for bestand, _, afspraak, pad in afspraken(dossier):
        bekend = per_bestand[bestand]
        for j, v in enumerate(afspraak.verplichtingen):
            if v.indicator and v.indicator not in bekend:
                where = (*pad, "verplichtingen", j, "indicator")
                yield from _onbekend(dossier, "indicator", bestand, [(where, v.indicator)], bekend)
        for j, o in enumerate(afspraak.onderwerpen):
            where = (*pad, "onderwerpen", j, "indicatoren")
            yield from _onbekend(dossier, "indicator", bestand, _lijst(where, o.indicatoren), bekend)


def kengetallen_bestaan(dossier: Dossier) -> Iterator[Vondst]:
    """Every figure that the agreements refer to is defined there."""
    for bestand, jaargang in dossier.jaargangen.items():
        bekend = {k.id for k in jaargang.kengetallen}
        namen: list[tuple[Pad, str]] = []
        for i, k in enumerate(jaargang.kengetallen):
            namen += [(("kengetallen", i, "deel_van"), k.deel_van)] if k.deel_van else []
        for i, n in enumerate(jaargang.indicatoren):
            namen.append((("indicatoren", i, "teller"), n.teller))
            namen += [(("indicatoren", i, "noemer"), n.noemer)] if n.noemer else []
        for i, b in enumerate(jaargang.balansen):
            namen += [(("balansen", i, "begin"), b.begin), (("balansen", i, "eind"), b.eind)]
            namen += [*_lijst(("balansen", i, "plus"), b.plus), *_lijst(("balansen", i, "min"), b.min)]
            namen += [(("balansen", i, "correctie"), b.correctie)] if b.correctie else []
        yield from _onbekend(dossier, "kengetal", bestand, namen, bekend)
    per_bestand = {b: {k.id for k in j.kengetallen} for b, j in dossier.jaargangen.items()}
    for bestand, _, afspraak, pad in afspraken(dossier):
        bekend = per_bestand[bestand]
        for j, v in enumerate(afspraak.verplichtingen):
            if v.kengetallen:
                where = (*pad, "verplichtingen", j, "kengetallen")
                yield from _onbekend(dossier, "kengetal", bestand, _lijst(where, v.kengetallen), bekend)
        for j, o in enumerate(afspraak.onderwerpen):
            where = (*pad, "onderwerpen", j, "kengetallen")
            yield from _onbekend(dossier, "kengetal", bestand, _lijst(where, o.kengetallen), bekend)


def cijfers_bestaan(dossier: Dossier) -> Iterator[Vondst]:
    """Every delivered figure is one that the agreements define."""
    if not _compleet(dossier):
        return
    bekend = kengetallen(dossier).keys()
    for bestand, _, levering, pad in leveringen(dossier):
        namen: list[tuple[Pad, str]] = [((*pad, "cijfers", k), k) for k in levering.cijfers]
        namen += [((*pad, "ontbreekt", k), k) for k in levering.ontbreekt]
        namen += [
            ((*pad, "correcties", i, "kengetal"), c.kengetal) for i, c in enumerate(levering.correcties)
        ]
        yield from _onbekend(dossier, "kengetal", bestand, namen, bekend)


def parameters_bestaan(dossier: Dossier) -> Iterator[Vondst]:
    """Every statutory value that an indicator shows is in parameters.yaml."""
    if "parameters.yaml" in dossier.onleesbaar:
        return
    bekend = {p.id for lijst in dossier.parameters.values() for p in lijst.parameters}
    for bestand, jaargang in dossier.jaargangen.items():
        for i, n in enumerate(jaargang.indicatoren):
            namen = list(_lijst(("indicatoren", i, "parameters"), n.parameters))
            namen += [(("indicatoren", i, "plafond"), n.plafond)] if n.plafond else []
            yield from _onbekend(dossier, "parameter", bestand, namen, bekend)


def verplichtingen_bestaan(dossier: Dossier) -> Iterator[Vondst]:
    """Every statement is about a duty that exists."""
    if not _compleet(dossier) or not dossier.voortgang:
        return
    bekend = {(j.jaar, verplichtingnummer(a, v)) for _, j, a, v, _ in plichten(dossier)}
    for bestand, register in dossier.voortgang.items():
        for i, m in enumerate(register.voortgang):
            jaar = jaargang_van(dossier, register, m)
            if (jaar, m.verplichting) not in bekend:
                namen = {nummer for j, nummer in bekend if j == jaar}
                where = ("voortgang", i, "verplichting")
                yield from _onbekend(dossier, "verplichting", bestand, [(where, m.verplichting)], namen)


def namen_uniek(dossier: Dossier) -> Iterator[Vondst]:
    """Every number and id stands once in its list."""
    for bestand, jaargang in dossier.jaargangen.items():
        for lijst, sleutel in (
            ("partijen", "id"),
            ("themas", "nummer"),
            ("kengetallen", "id"),
            ("indicatoren", "id"),
            ("balansen", "id"),
            ("afspraken", "nummer"),
        ):
            namen = [getattr(record, sleutel) for record in getattr(jaargang, lijst)]
            yield from _dubbel(bestand, (lijst,), sleutel, namen)
    for bestand, _, afspraak, pad in afspraken(dossier):
        if len(afspraak.verplichtingen) > 1:
            letters = [v.letter for v in afspraak.verplichtingen]
            yield from _dubbel(bestand, (*pad, "verplichtingen"), "letter", letters)
    for bestand, parameterlijst in dossier.parameters.items():
        ids = [p.id for p in parameterlijst.parameters]
        yield from _dubbel(bestand, ("parameters",), "id", ids)


def _dubbel(bestand: str, lijst: Pad, sleutel: str, namen: list[str]) -> Iterator[Vondst]:
    if len(set(namen)) == len(namen):
        return
    gezien: set[str] = set()
    for i, naam in enumerate(namen):
        if naam in gezien:
            boodschap = f"{sleutel} '{naam}' staat meer dan één keer in {lijst[-1]}"
            yield Vondst(bestand, (*lijst, i, sleutel), boodschap, "geef elk een eigen naam of nummer")
        gezien.add(naam)
