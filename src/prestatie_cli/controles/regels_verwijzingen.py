"""What is referred to exists, and exists once."""

from collections.abc import Collection, Iterable, Iterator, Mapping

from prestatie_cli.bevindingen import Pad, bedoelde_u
from prestatie_cli.controles.controle import Vondst, regel
from prestatie_cli.controles.wandeling import (
    afspraken,
    alle_indicatoren,
    kengetallen,
    leveringen,
    meldingen,
    plichten,
)
from prestatie_cli.model.dossier import Dossier, jaargang_van, verplichtingnummer
from prestatie_cli.model.jaargang import Jaargang
from prestatie_cli.model.nummers import plichtnummer

Verwijzing = tuple[Pad, str]


def _nabij(woord: str, mogelijk: Collection[str]) -> str:
    """The nearest known name as a question, else the list of names."""
    namen = ", ".join(sorted(mogelijk)[:12])
    return bedoelde_u(woord, mogelijk) or (f"kies uit: {namen}" if namen else "er is er nog geen vastgelegd")


def _onbekend(
    dossier: Dossier,
    wat: str,
    bestand: str,
    namen: Iterable[Verwijzing],
    mogelijk: Collection[str],
    raakt: tuple[str, ...] = (),
) -> Iterator[Vondst]:
    """The names that are not among the possible ones; names of records left out are not called unknown.

    It touches who refers to the name, or else the name itself.
    """
    for pad, naam in namen:
        if naam not in mogelijk and naam not in dossier.gebroken:
            boodschap = f"{wat} '{naam}' bestaat niet"
            yield Vondst(bestand, pad, boodschap, _nabij(naam, mogelijk), raakt or (naam,))


def _geen_partij(
    dossier: Dossier,
    bestand: str,
    namen: Iterable[Verwijzing],
    bekend: Collection[str],
    groepen: Mapping[str, tuple[str, ...]],
    raakt: tuple[str, ...] = (),
) -> Iterator[Vondst]:
    """The names that are no party; of a group that may not stand there its members are named."""
    for pad, naam in namen:
        if naam not in groepen or naam in bekend:
            yield from _onbekend(dossier, "partij", bestand, [(pad, naam)], bekend, raakt)
        elif set(groepen[naam]) <= set(bekend):
            hulp = f"noem de partij die het is: {', '.join(groepen[naam])}"
            yield Vondst(
                bestand, pad, f"'{naam}' is een groep; hier hoort één partij", hulp, raakt or (naam,)
            )
        else:
            hulp = "verbeter eerst de groep onder 'groepen'"
            yield Vondst(bestand, pad, f"de groep '{naam}' klopt niet", hulp, raakt or (naam,))


def _compleet(dossier: Dossier) -> bool:
    """Whether every agreements file could be read, so that an unknown name really is unknown."""
    return not any(b.startswith("afspraken-") and b not in dossier.jaargangen for b in dossier.gemist)


def _lijst(pad: Pad, namen: Iterable[str], groepen: Collection[str] = ()) -> Iterator[Verwijzing]:
    """The names of a list with their places; where groups were written out, the place of the list."""
    return ((pad if groepen else (*pad, i), naam) for i, naam in enumerate(namen))


def _een(pad: Pad, naam: str | None) -> Iterator[Verwijzing]:
    return iter([(pad, naam)] if naam else [])


@regel(
    "partij-onbekend",
    "fout",
    "Elke partij die in de afspraken genoemd wordt, staat in de lijst 'partijen'.",
    "Een tikfout in een partij zou haar lijst onvolledig maken.",
)
def partijen_bestaan(dossier: Dossier) -> Iterator[Vondst]:
    """Every party that is named is in the list of parties."""
    per_bestand = {b: {p.id for p in j.partijen} for b, j in dossier.jaargangen.items()}
    for bestand, jaargang in dossier.jaargangen.items():
        for pad, naam, raakt in _partijen_buiten_plichten(jaargang):
            groepen = jaargang.groepen
            yield from _geen_partij(dossier, bestand, [(pad, naam)], per_bestand[bestand], groepen, raakt)
    for plicht in plichten(dossier):
        bestand, jaargang, _, v, pad = plicht
        bekend = per_bestand[bestand]
        namen: list[Verwijzing] = []
        for veld, ids in (("wie", v.wie), ("voor", v.voor), ("met", v.met)):
            if not bekend.issuperset(ids):
                namen += _lijst((*pad, veld), ids, jaargang.groepen)
        if v.termijn and (lezing := v.termijn.lezing):
            waar = (*pad, "termijn", "lezing", "vastgesteld_door")
            namen += _lijst(waar, lezing.vastgesteld_door, jaargang.groepen)
        if namen:
            groepen = jaargang.groepen
            yield from _geen_partij(dossier, bestand, namen, bekend, groepen, (plicht.nummer,))


def _partijen_buiten_plichten(jaargang: Jaargang) -> Iterator[tuple[Pad, str, tuple[str, ...]]]:
    for i, k in enumerate(jaargang.kengetallen):
        for pad, naam in _lijst(("kengetallen", i, "levert"), k.levert, jaargang.groepen):
            yield pad, naam, (k.id,)
    for i, m in enumerate(jaargang.meetmomenten):
        waar = ("meetmomenten", i, "vastgesteld_door")
        namen = _lijst(waar, m.vastgesteld_door, jaargang.groepen)
        yield from ((pad, naam, ()) for pad, naam in namen)
    for i, x in enumerate(jaargang.vaststellingen):
        yield ("vaststellingen", i, "partij"), x.partij, ()


@regel(
    "melder-onbekend",
    "fout",
    "Wie cijfers levert of iets meldt, is een partij bij de afspraken.",
    "De partijen staan in afspraken-JJJJ.yaml.",
)
def melders_bestaan(dossier: Dossier) -> Iterator[Vondst]:
    """Every party that delivers figures or makes a statement is a party to the agreements."""
    if not _compleet(dossier):
        return
    bekend = {p.id for j in dossier.jaargangen.values() for p in j.partijen}
    groepen = {naam: leden for j in dossier.jaargangen.values() for naam, leden in j.groepen.items()}
    for bestand, _, levering, pad in leveringen(dossier):
        door = _een((*pad, "door"), levering.door)
        yield from _geen_partij(dossier, bestand, door, bekend, groepen, tuple(levering.cijfers))
    for bestand, _, v, pad in meldingen(dossier):
        namen = [((*pad, "door"), v.door), *_lijst((*pad, "instemming"), v.instemming, groepen)]
        yield from _geen_partij(dossier, bestand, namen, bekend, groepen, (v.verplichting,))


@regel(
    "thema-onbekend",
    "fout",
    "Elke afspraak hoort bij een thema dat bestaat.",
    "De thema's staan in afspraken-JJJJ.yaml.",
)
def themas_bestaan(dossier: Dossier) -> Iterator[Vondst]:
    """Every agreement is in a theme that exists."""
    per_bestand = {b: {t.nummer for t in j.themas} for b, j in dossier.jaargangen.items()}
    for bestand, _, a, pad in afspraken(dossier):
        thema = _een((*pad, "thema"), a.thema)
        yield from _onbekend(dossier, "thema", bestand, thema, per_bestand[bestand], (a.nummer,))


@regel(
    "nummer-buiten-thema",
    "fout",
    "Een nummer dat met dat van een thema begint, hoort bij dat thema: 3.6 bij thema 3, A-2 bij A.",
    "Zo vindt de lezer een afspraak terug waar hij haar verwacht. Begint het nummer niet met dat van een "
    "thema, dan zegt alleen het veld 'thema' waar de afspraak bij hoort.",
)
def nummers_in_thema(dossier: Dossier) -> Iterator[Vondst]:
    """An agreement whose number begins with that of a theme is in that theme."""
    per_bestand = {
        b: {t.nummer.casefold(): t.nummer for t in j.themas} for b, j in dossier.jaargangen.items()
    }
    for bestand, _, afspraak, pad in afspraken(dossier):
        delen = afspraak.nummer.casefold().replace("-", ".").split(".")
        begin = (".".join(delen[:n]) for n in range(len(delen) - 1, 0, -1))
        cijfers = len(delen) > 1 and delen[0].isdigit() and afspraak.thema.isdigit()
        anders = delen[0] if cijfers else afspraak.thema
        eerste = next((per_bestand[bestand][b] for b in begin if b in per_bestand[bestand]), anders)
        if eerste != afspraak.thema:
            yield Vondst(
                bestand,
                (*pad, "nummer"),
                f"afspraak {afspraak.nummer} staat onder thema {afspraak.thema}",
                f"zet de afspraak onder thema {eerste}, of verbeter het nummer",
                (afspraak.nummer,),
            )


@regel(
    "naam-dubbel",
    "fout",
    "Elk nummer en elke id staat één keer in zijn lijst.",
    "Bij een dubbel nummer is niet te zeggen welke afspraak bedoeld is.",
)
def namen_uniek(dossier: Dossier) -> Iterator[Vondst]:
    """Every number and id stands once in its list."""
    for bestand, jaargang in dossier.jaargangen.items():
        for lijst, sleutel in (
            ("partijen", "id"),
            ("themas", "nummer"),
            ("kengetallen", "id"),
            ("indicatoren", "id"),
            ("balansen", "id"),
            ("eenheden", "id"),
            ("afspraken", "nummer"),
        ):
            namen = [getattr(record, sleutel) for record in getattr(jaargang, lijst)]
            yield from _dubbel(bestand, (lijst,), sleutel, namen)
    for bestand, _, afspraak, pad in afspraken(dossier):
        if len(afspraak.verplichtingen) > 1:
            letters = [v.letter for v in afspraak.verplichtingen]
            yield from _dubbel(bestand, (*pad, "verplichtingen"), "letter", letters, afspraak.nummer)
    yield from _verward(dossier)
    for bestand, parameterlijst in dossier.parameters.items():
        ids = [p.id for p in parameterlijst.parameters]
        yield from _dubbel(bestand, ("parameters",), "id", ids)


def _verward(dossier: Dossier) -> Iterator[Vondst]:
    """The duties whose number is that of an agreement in the same file: 1.1 with letter a beside 1.1a."""
    nummers = {b: {a.nummer.casefold(): a.nummer for a in j.afspraken} for b, j in dossier.jaargangen.items()}
    for plicht in plichten(dossier):
        if afspraak := nummers[plicht.bestand].get(plicht.nummer.casefold()):
            boodschap = f"verplichting {plicht.nummer} heet net als afspraak {afspraak}"
            hulp = f"geef de verplichting een letter die bij {plicht.afspraak.nummer} geen afspraak is"
            yield Vondst(plicht.bestand, (*plicht.pad, "letter"), boodschap, hulp, (plicht.nummer,))


def _dubbel(bestand: str, lijst: Pad, sleutel: str, namen: list[str], voor: str = "") -> Iterator[Vondst]:
    """The names that stand in a list before; `voor` makes a letter the number of its duty."""
    gevouwen = [naam.casefold() for naam in namen]
    if len(set(gevouwen)) == len(namen):
        return
    gezien: set[str] = set()
    for i, (naam, klein) in enumerate(zip(namen, gevouwen, strict=True)):
        if klein in gezien:
            boodschap = f"{sleutel} '{naam}' staat meer dan één keer in {lijst[-1]}"
            hulp = "geef elk een eigen naam of nummer"
            yield Vondst(
                bestand, (*lijst, i, sleutel), boodschap, hulp, (plichtnummer(voor, naam) if voor else naam,)
            )
        gezien.add(klein)


@regel(
    "afspraak-onbekend",
    "fout",
    "Elke indicator hoort bij een afspraak die bestaat.",
    "De norm van een indicator is een citaat uit zijn afspraak.",
)
def afspraken_bestaan(dossier: Dossier) -> Iterator[Vondst]:
    """Every indicator belongs to an agreement that exists."""
    per_bestand = {b: {a.nummer for a in j.afspraken} for b, j in dossier.jaargangen.items()}
    for bestand, _, n, pad in alle_indicatoren(dossier):
        afspraak = _een((*pad, "afspraak"), n.afspraak)
        yield from _onbekend(dossier, "afspraak", bestand, afspraak, per_bestand[bestand], (n.id,))


@regel(
    "indicator-onbekend",
    "fout",
    "Elke indicator waarnaar een afspraak verwijst, bestaat.",
    "De indicatoren staan in afspraken-JJJJ.yaml.",
)
def indicatoren_bestaan(dossier: Dossier) -> Iterator[Vondst]:
    """Every indicator that an agreement refers to exists."""
    per_bestand = {b: {n.id for n in j.indicatoren} for b, j in dossier.jaargangen.items()}
    for bestand, _, a, pad in afspraken(dossier):
        bekend = per_bestand[bestand]
        for j, v in enumerate(a.verplichtingen):
            if v.indicator and v.indicator not in bekend:
                namen = _een((*pad, "verplichtingen", j, "indicator"), v.indicator)
                yield from _onbekend(
                    dossier, "indicator", bestand, namen, bekend, (verplichtingnummer(a, v),)
                )
        for j, o in enumerate(a.onderwerpen):
            namen = _lijst((*pad, "onderwerpen", j, "indicatoren"), o.indicatoren)
            yield from _onbekend(dossier, "indicator", bestand, namen, bekend, (a.nummer,))


@regel(
    "kengetal-onbekend",
    "fout",
    "Elk kengetal waarnaar de afspraken verwijzen, is er omschreven.",
    "Zonder omschrijving weet niemand wat het cijfer telt.",
)
def kengetallen_bestaan(dossier: Dossier) -> Iterator[Vondst]:
    """Every figure that the agreements refer to is defined there."""
    per_bestand = {b: {k.id for k in j.kengetallen} for b, j in dossier.jaargangen.items()}
    for bestand, jaargang in dossier.jaargangen.items():
        for naam, verwijzingen in _kengetallen_in_definities(jaargang):
            yield from _onbekend(dossier, "kengetal", bestand, verwijzingen, per_bestand[bestand], (naam,))
    for bestand, _, a, pad in afspraken(dossier):
        bekend = per_bestand[bestand]
        for j, v in enumerate(a.verplichtingen):
            if v.kengetallen:
                namen = _lijst((*pad, "verplichtingen", j, "kengetallen"), v.kengetallen)
                yield from _onbekend(dossier, "kengetal", bestand, namen, bekend, (verplichtingnummer(a, v),))
        for j, o in enumerate(a.onderwerpen):
            namen = _lijst((*pad, "onderwerpen", j, "kengetallen"), o.kengetallen)
            yield from _onbekend(dossier, "kengetal", bestand, namen, bekend, (a.nummer,))


def _kengetallen_in_definities(jaargang: Jaargang) -> Iterator[tuple[str, Iterable[Verwijzing]]]:
    """What each figure, indicator and stock refers to, with its own id."""
    for i, k in enumerate(jaargang.kengetallen):
        yield k.id, _een(("kengetallen", i, "deel_van"), k.deel_van)
    for i, n in enumerate(jaargang.indicatoren):
        pad = ("indicatoren", i)
        lijsten = [((*pad, veld, i), k) for veld in ("plus", "min") for i, k in enumerate(getattr(n, veld))]
        yield n.id, [*_een((*pad, "teller"), n.teller), *lijsten, *_een((*pad, "noemer"), n.noemer)]
    for i, b in enumerate(jaargang.balansen):
        pad = ("balansen", i)
        delen = [*_een((*pad, "begin"), b.begin), *_een((*pad, "eind"), b.eind)]
        delen += [*_lijst((*pad, "plus"), b.plus), *_lijst((*pad, "min"), b.min)]
        yield b.id, [*delen, *_een((*pad, "correctie"), b.correctie)]


@regel(
    "cijfer-onbekend",
    "fout",
    "Elk geleverd cijfer is een kengetal dat de afspraken omschrijven.",
    "Een tikfout in een kengetal zou het cijfer ongemerkt laten vervallen.",
)
def cijfers_bestaan(dossier: Dossier) -> Iterator[Vondst]:
    """Every delivered figure is one that the agreements define."""
    if not _compleet(dossier):
        return
    bekend = kengetallen(dossier).keys()
    for bestand, _, levering, pad in leveringen(dossier):
        namen: list[Verwijzing] = [((*pad, "cijfers", k), k) for k in levering.cijfers]
        namen += [((*pad, "ontbreekt", k), k) for k in levering.ontbreekt]
        namen += [
            ((*pad, "correcties", i, "kengetal"), c.kengetal) for i, c in enumerate(levering.correcties)
        ]
        yield from _onbekend(dossier, "kengetal", bestand, namen, bekend)


@regel(
    "parameter-onbekend",
    "fout",
    "Elke wettelijke waarde die een indicator toont, staat in parameters.yaml.",
    "Wettelijke waarden staan met hun bron in de gegevens, nooit in het programma.",
)
def parameters_bestaan(dossier: Dossier) -> Iterator[Vondst]:
    """Every statutory value that an indicator shows is in parameters.yaml."""
    if "parameters.yaml" in dossier.gemist:
        return
    bekend = {p.id for lijst in dossier.parameters.values() for p in lijst.parameters}
    for bestand, _, n, pad in alle_indicatoren(dossier):
        namen = [*_lijst((*pad, "parameters"), n.parameters), *_een((*pad, "plafond"), n.plafond)]
        yield from _onbekend(dossier, "parameter", bestand, namen, bekend, (n.id,))


@regel(
    "verplichting-onbekend",
    "fout",
    "Elke melding gaat over een verplichting die bestaat.",
    "Een verplichting is het nummer van de afspraak met een letter, zoals 3.6a.",
)
def verplichtingen_bestaan(dossier: Dossier) -> Iterator[Vondst]:
    """Every statement is about a duty that exists."""
    if not _compleet(dossier) or not dossier.voortgang:
        return
    bekend = {(p.jaargang.aanduiding, p.nummer) for p in plichten(dossier)}
    for bestand, register, m, pad in meldingen(dossier):
        jaar = jaargang_van(dossier, register, m)
        if (jaar, m.verplichting) not in bekend:
            namen = {nummer for j, nummer in bekend if j == jaar}
            waar = _een((*pad, "verplichting"), m.verplichting)
            yield from _onbekend(dossier, "verplichting", bestand, waar, namen, (m.verplichting,))
