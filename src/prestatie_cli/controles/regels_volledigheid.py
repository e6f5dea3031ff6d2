"""What is not wrong but should not be forgotten: information, never an error."""

from collections import defaultdict
from collections.abc import Iterator

from prestatie_cli.bevindingen import Pad
from prestatie_cli.controles.controle import Vondst, regel
from prestatie_cli.controles.tijdvakken import gedekt, verwachte_perioden
from prestatie_cli.controles.wandeling import afspraken, alle_indicatoren, geleverd, leveringen, plichten
from prestatie_cli.model.dossier import Dossier, op_volgorde, tekenende_partijen
from prestatie_cli.model.geldend import geldende_jaargangen
from prestatie_cli.model.jaargang import Kengetal


@regel(
    "zonder-termijn",
    "informatie",
    "Een verplichting zonder termijn wordt genoemd, zodat zij niet wordt vergeten.",
    "Zonder termijn is zij nooit te laat.",
)
def zonder_termijn(dossier: Dossier) -> Iterator[Vondst]:
    """Every duty without a term is listed, so that it is not forgotten."""
    for plicht in plichten(dossier):
        v = plicht.verplichting
        if v.termijn is None and v.soort in ("oplevering", "rapportage", "doelstelling"):
            yield Vondst(
                plicht.bestand,
                plicht.pad,
                f"{plicht.nummer} heeft geen termijn: {v.wat}",
                "spreek in het volgende overleg een termijn af",
                (plicht.nummer,),
            )


@regel(
    "uitvoering-ontbreekt",
    "waarschuwing",
    "Doet meer dan één partij een verplichting, dan staat er of zij dat samen doen of ieder voor zich.",
    "Zolang het er niet staat, geldt de strengste lezing: ieder voor zich, en zij is zo ver als de traagste.",
)
def uitvoering_staat_vast(dossier: Dossier) -> Iterator[Vondst]:
    """A duty of more than one party says whether they do it together or each for itself."""
    for plicht in plichten(dossier):
        v = plicht.verplichting
        if len(set(v.wie)) > 1 and v.uitvoering is None and v.soort != "constatering":
            yield Vondst(
                plicht.bestand,
                (*plicht.pad, "wie"),
                f"{plicht.nummer} heeft {len(set(v.wie))} partijen en zegt niet of zij het samen doen",
                "zet er 'uitvoering: samen' bij (één resultaat) of 'uitvoering: ieder' (ieder voor zich)",
                (plicht.nummer,),
            )


@regel(
    "zonder-cijfers",
    "informatie",
    "Een indicator zonder cijfers wordt genoemd.",
    "Wie het cijfer levert, staat bij het kengetal.",
)
def zonder_cijfers(dossier: Dossier) -> Iterator[Vondst]:
    """Every indicator without figures is listed."""
    bekend = {kengetal for _, kengetal, _, _, _ in geleverd(dossier)}
    for bestand, _, n, pad in alle_indicatoren(dossier):
        mist = [k for k in n.kengetallen if k not in bekend]
        if mist:
            yield Vondst(
                bestand,
                pad,
                f"indicator {n.id} heeft geen cijfers: {', '.join(mist)} ontbreekt",
                "lever het cijfer in metingen/PERIODE.yaml",
                (n.id, *mist),
            )


@regel(
    "onderwerp-zonder-cijfers",
    "informatie",
    "Een onderwerp waarop partijen terugkomen en dat geen cijfer heeft, wordt genoemd.",
    "De reden staat erbij, als die is vastgelegd.",
)
def onderwerp_zonder_cijfers(dossier: Dossier) -> Iterator[Vondst]:
    """Every topic on which the parties report and that no figure covers is listed."""
    bekend = {kengetal for _, kengetal, _, _, _ in geleverd(dossier)}
    tellers = {b: {n.id: n.teller for n in j.indicatoren} for b, j in dossier.jaargangen.items()}
    for bestand, _, a, pad in afspraken(dossier):
        for j, o in enumerate(a.onderwerpen):
            namen = {tellers[bestand].get(i, i) for i in o.indicatoren} | set(o.kengetallen)
            if not namen & bekend:
                yield Vondst(
                    bestand,
                    (*pad, "onderwerpen", j),
                    f"onderwerp '{o.naam}' van {a.nummer} heeft geen cijfers: "
                    f"{o.reden or 'geen reden genoemd'}",
                    "spreek af welk cijfer dit onderwerp volgt en wie het levert",
                    (a.nummer,),
                )


@regel(
    "cijfer-uitgebleven",
    "informatie",
    "Over een periode die voorbij is, is van elk kengetal een cijfer geleverd, of gezegd waarom het "
    "ontbreekt.",
    "Voorbij is een periode tot en met de laatste waarover iemand leverde; het programma kijkt niet op de "
    "klok. Een jaarcijfer geldt ook voor de halve jaren daarin, en andersom. Wat er niet is, hoort onder "
    "'ontbreekt', met de reden. Welke partij een kengetal levert, staat in de afspraken.",
)
def cijfers_geleverd(dossier: Dossier) -> Iterator[Vondst]:
    """Every kengetal has a figure or a reason over each period up to the last that anyone delivered."""
    if not dossier.metingen or any(b.startswith("metingen") for b in dossier.onleesbaar):
        return
    genoemd: dict[str, set[str]] = defaultdict(set)
    van_partij: dict[tuple[str, str], set[str]] = defaultdict(set)
    for _, meting, levering, _ in leveringen(dossier):
        for kengetal in (*levering.cijfers, *levering.ontbreekt):
            genoemd[kengetal].add(meting.periode)
            van_partij[kengetal, levering.door].add(meting.periode)
    geteld = {k for _, _, n, _ in alle_indicatoren(dossier) for k in n.kengetallen}
    plek = {(m.periode, x.door): (b, pad) for b, m, x, pad in leveringen(dossier)}
    bestanden = {m.periode: b for b, m in dossier.metingen.items()}
    for periode in verwachte_perioden(m.periode for m in dossier.metingen.values()):
        weg: dict[str, list[str]] = defaultdict(list)
        for k in _kengetallen_van(dossier, int(periode[:4])):
            nooit = k.id in geteld and k.id not in genoemd  # That is said at its indicator.
            for door in () if nooit else k.levert:
                if not gedekt(periode, genoemd[k.id] if len(k.levert) == 1 else van_partij[k.id, door]):
                    weg[door].append(k.id)
        for door, namen in weg.items():
            bestand, pad = plek.get((periode, door), (bestanden.get(periode, f"metingen/{periode}.yaml"), ()))
            # Of a party that delivered nothing one finding is enough.
            for groep in [[n] for n in namen] if pad else [namen]:
                yield _uitgebleven(bestand, (*pad, "cijfers") if pad else (), door, periode, groep)


def _kengetallen_van(dossier: Dossier, jaar: int) -> tuple[Kengetal, ...]:
    """The figures that the agreements of a year define: those before it, else the first that there are."""
    if any(b.startswith("afspraken-") for b in dossier.onleesbaar):
        return ()
    gekozen = geldende_jaargangen(dossier, jaar) or op_volgorde(dossier)[:1]
    return tuple({k.id: k for _, j in gekozen for k in j.kengetallen}.values())


def _uitgebleven(bestand: str, pad: Pad, door: str, periode: str, namen: list[str]) -> Vondst:
    boodschap = f"{door} leverde over {periode} geen {', '.join(namen)} en zei niet waarom"
    hulp = f"zet het cijfer in metingen/{periode}.yaml, of de reden onder 'ontbreekt'"
    return Vondst(bestand, pad, boodschap, hulp, tuple(namen))


@regel(
    "vaststelling-ontbreekt",
    "informatie",
    "Heeft een partij de afspraken vastgesteld, dan hebben de andere partijen dat ook gedaan.",
    "Afspraken zijn er pas als alle partijen ze vaststellen. Een derde tekent niet mee.",
)
def vaststellingen_compleet(dossier: Dossier) -> Iterator[Vondst]:
    """Once a party has approved the agreements, the others that sign have as well, or are told."""
    for bestand, jaargang in dossier.jaargangen.items():
        gedaan = {x.partij for x in jaargang.vaststellingen}
        for partij in tekenende_partijen(jaargang) if gedaan else ():
            if partij.id not in gedaan:
                boodschap = f"{partij.naam} heeft de afspraken van {jaargang.aanduiding} nog niet vastgesteld"
                hulp = f"prestatie vaststellen {partij.id}"
                yield Vondst(bestand, ("vaststellingen",), boodschap, hulp, (partij.id,))
