"""The rows of what was agreed (a year with its agreements, duties, indicators, norms) and stated about it."""

from collections.abc import Callable, Iterator
from dataclasses import replace

from prestatie_cli.model.dossier import Dossier, jaargang_van, verplichtingnummer
from prestatie_cli.model.jaargang import Jaargang
from prestatie_cli.model.nummers import plichtnummer
from prestatie_cli.vergelijking import eigenvelden
from prestatie_cli.vergelijking.herkenning import (
    ANDER_JAAR,
    Tekstzak,
    afspraakwoorden,
    koppel_op_tekst,
    plichtwoorden,
)
from prestatie_cli.vergelijking.recordsoort import (
    Deel,
    Delen,
    Paar,
    Paarverdeling,
    Recordsoort,
    in_lijst,
    ook_de_enige,
    op_sleutel,
)
from prestatie_cli.vergelijking.veldwaarden import per_sleutel
from prestatie_cli.vergelijking.wijziging import Richting, Wijziging, maak, spiegel

BEGINTEKENS = 80
# Only these two change what was agreed; the other statements tell how it goes.
BESLUITEN: dict[str, Richting] = {"uitgesteld": "uitstel", "vervallen": "versoepeling"}


def _tekstbegin(deel: Deel) -> str:
    """The first words of a text, whole words."""
    kort = " ".join(deel.record.tekst.split())
    return kort if len(kort) <= BEGINTEKENS else kort[:BEGINTEKENS].rsplit(" ", 1)[0] + " …"


def _op_tekst(zak: Tekstzak, ander_jaar: float = 0.0) -> Callable[[Recordsoort, Paar], Paarverdeling]:
    """By id, and by the words of `zak` where the ids shifted."""

    def koppel(soort: Recordsoort, paar: Paar) -> Paarverdeling:
        van, naar = paar.vind(soort)
        k = koppel_op_tekst(
            {s: deel.record for s, deel in van.items()},
            {s: deel.record for s, deel in naar.items()},
            zak,
            ander_jaar if paar.jaren else 0.0,
        )
        return Paarverdeling(
            tuple(paar.met(van[a], naar[b], score=score) for a, b, score in k.paren),
            tuple(van[s] for s in k.weg),
            tuple(naar[s] for s in k.erbij),
        )

    return koppel


def _jaargangen(soort: Recordsoort, paar: Paar) -> Paarverdeling:
    """Each year with itself; a single year on both sides also when it is another year's file."""
    van, naar = paar.vind(soort)
    if len(van) == len(naar) == 1:
        a, b = next(iter(van.values())), next(iter(naar.values()))
        jaren = [(a.jaar, b.jaar)] if a.jaar != b.jaar else []
        return Paarverdeling((paar.met(a, b, citaten=jaren),))
    return op_sleutel(soort, paar).als(paar.leest)


def _afspraken(soort: Recordsoort, paar: Paar) -> Paarverdeling:
    """By number, or by text where they were renumbered; without what one version could not read."""
    op_tekst = _op_tekst(afspraakwoorden, ANDER_JAAR)(soort, paar)
    return op_tekst.als(lambda deel: deel.sleutel not in paar.gebroken)


def _per_jaar(soort: Recordsoort, boven: Deel) -> Delen:
    jaargangen = sorted(boven.record.jaargangen.items(), reverse=True)
    return {j.aanduiding: Deel(soort, j, j.aanduiding, bestand, (), boven) for bestand, j in jaargangen}


def _overgenomen(paar: Paar) -> Iterator[Wijziging]:
    """That the agreements are another year's."""
    if paar.jaren:
        paren = paar.delen(AFSPRAAK).paren
        anders = sum(a.van.sleutel != a.naar.sleutel for a in paren)
        herkend = f"{len(paren)} afspraken herkend, {anders} onder een ander nummer"
        oud, nieuw = paar.van.jaar, paar.naar.jaar
        yield paar.wijziging("jaargang-overgenomen", "jaar", oud, nieuw, vorm="woord", toelichting=herkend)


def _jaarsom(deel: Deel) -> str:
    """How many agreements a year has, and how much of it was carried over from the one before."""
    som = f"{len(deel.record.afspraken)} afspraken"
    jaren = JAARGANG.vind(JAARGANG, deel.boven) if deel.boven else {}
    eerder = max(
        (n for n, j in jaren.items() if j.record.laatste_jaar < deel.record.eerste_jaar), default=None
    )
    if eerder is None:
        return som
    afspraken = Paar(jaren[eerder], deel).delen(AFSPRAAK)
    nieuw = len({a.afspraak for a in afspraken.erbij})
    hernummerd = sum(
        a.van.record.nummer != a.naar.record.nummer and a.van.record.thema == a.naar.record.thema
        for a in afspraken.paren
    )
    over = len(deel.record.afspraken) - nieuw
    return (
        f"{som}, waarvan {over} herkend uit {eerder} ({hernummerd} onder een ander nummer) en "
        f"{nieuw} nieuw; {len({a.afspraak for a in afspraken.weg})} niet overgenomen"
    )


def _doeners(deel: Deel) -> tuple[str, ...]:
    """The parties that do the duties which an indicator measures, else those of its agreement."""
    plichten = [(a, v) for a in deel.boven.record.afspraken for v in a.verplichtingen]
    eigen = [v.wie for _, v in plichten if v.indicator == deel.record.id]
    eigen = eigen or [v.wie for a, v in plichten if a.nummer == deel.record.afspraak]
    return tuple(partij for wie in eigen for partij in wie)


def _indicatoren(soort: Recordsoort, paar: Paar) -> Paarverdeling:
    """By id; one that came or went with its agreement is part of that change."""
    op_id = op_sleutel(soort, paar)
    afspraken = paar.delen(AFSPRAAK).paren
    nummers = {a.van.sleutel: a.naar.sleutel for a in afspraken}
    citaten = {a.naar.sleutel: a.citaten for a in afspraken}
    paren = []
    for i in op_id.paren:
        oud, nieuw = i.van.record.afspraak, i.naar.record.afspraak
        stil = ("afspraak",) if nummers.get(oud) == nieuw else ()
        paren.append(paar.met(i.van, i.naar, citaten=citaten.setdefault(nieuw, []), stil=stil))
    bekend = {paar.van: {*nummers}, paar.naar: {*nummers.values()}}
    return Paarverdeling(tuple(paren), op_id.weg, op_id.erbij).als(
        lambda i: i.record.afspraak in bekend[i.boven]
    )


def _kengetallen(soort: Recordsoort, paar: Paar) -> Paarverdeling:
    """By id; one that only serves agreements that came or went is part of that change."""
    afspraken = paar.delen(AFSPRAAK).paren
    mee = _alleen_voor(paar.van, {a.van.sleutel for a in afspraken})
    mee |= _alleen_voor(paar.naar, {a.naar.sleutel for a in afspraken})
    return op_sleutel(soort, paar).als(lambda deel: deel.sleutel not in mee)


def _alleen_voor(deel: Deel, gebleven: set[str]) -> set[str]:
    """The figures of a year that only serve agreements that are not in the other version."""
    jaargang: Jaargang = deel.record
    gebruik: dict[str, set[str]] = {}
    for i in jaargang.indicatoren:
        for k in i.kengetallen:
            gebruik.setdefault(k, set()).add(i.afspraak)
    for b in jaargang.balansen:
        for k in b.kengetallen:
            gebruik.setdefault(k, set()).add("")
    weg = {a.sleutel for a in AFSPRAAK.vind(AFSPRAAK, deel).values()} - gebleven
    return {k for k, afspraken in gebruik.items() if afspraken <= weg}


def _vaststellingen(soort: Recordsoort, paar: Paar) -> Paarverdeling:
    """By party and day; an approval belongs to its year and is not taken over."""
    return Paarverdeling() if paar.jaren else op_sleutel(soort, paar)


def _groepen(soort: Recordsoort, paar: Paar) -> Paarverdeling:
    """The groups of reporting moments on both sides; what came or went is told by its moments."""
    return Paarverdeling(op_sleutel(soort, paar).paren)


def _momenten(soort: Recordsoort, boven: Deel) -> Delen:
    """The reporting moments of all groups, by the words of their group and their period."""
    return {
        (groep.veld, tijdvak): replace(moment, sleutel=(groep.veld, tijdvak))
        for groep in in_lijst(MEETMOMENTEN, boven).values()
        for tijdvak, moment in in_lijst(soort, groep).items()
    }


def _meldingen(soort: Recordsoort, boven: Deel) -> Delen:
    """The statements by what names them: the year of the file, the duty, and day, party and period."""
    uit: Delen = {}
    for bestand, register in boven.record.voortgang.items():
        for basis, (nummer, v) in per_sleutel(register.voortgang).items():
            sleutel = (register.jaar, v.verplichting, basis.removeprefix(v.verplichting))
            uit[sleutel] = Deel(soort, v, sleutel, bestand, ("voortgang", nummer), boven)
    return uit


def _meldjaar(deel: Deel) -> str:
    dossier: Dossier = deel.boven.record
    return jaargang_van(dossier, dossier.voortgang[deel.bestand], deel.record)


def _koppel_meldingen(soort: Recordsoort, paar: Paar) -> Paarverdeling:
    """By duty, day and party; a renumbered duty keeps its statements."""
    van, naar = paar.vind(soort)
    nummers = _nieuwe_nummers(paar)
    paren = {}
    for k in van if nummers else ():
        mee = (k[0], nummers.get((van[k].jaar, k[1])), k[2])
        if mee in naar:
            paren[k] = mee
    # What did not move along keeps its own key, unless a renumbered statement has taken that.
    bezet = set(paren.values())
    paren |= {k: k for k in van if k not in paren and k in naar and k not in bezet}
    stil = {True: ("verplichting",), False: ()}
    return Paarverdeling(
        tuple(paar.met(van[a], naar[b], stil=stil[a[1] != b[1]]) for a, b in paren.items()),
        tuple(van[k] for k in van if k not in paren),
        tuple(naar[k] for k in naar.keys() - set(paren.values())),
    ).als(paar.leest)


def _nieuwe_nummers(paar: Paar) -> dict[tuple[str, str], str]:
    """The new number of each duty that was renumbered, by the year of its agreements and its old number."""
    return {
        (v.van.jaar, v.van.afspraak): v.naar.afspraak
        for jaar in paar.delen(JAARGANG).paren
        if jaar.anders and not jaar.jaren
        for a in jaar.delen(AFSPRAAK).paren
        if a.anders
        for v in a.delen(VERPLICHTING).paren
        if v.van.afspraak != v.naar.afspraak
    }


def _melding_gaat(deel: Deel, ander: Deel) -> Wijziging:
    """A statement that is gone; only a decision to put off or drop a duty has a direction and a doer."""
    v = deel.record
    wat = " ".join(filter(None, (v.melding.replace("_", " "), f"tot {v.tot}" if v.tot else "")))
    tekst = ": ".join(filter(None, (wat, v.toelichting or v.besluit)))
    richting = BESLUITEN.get(v.melding)
    wie = _plichtdoeners(deel) if richting else ()
    heen = maak("melding-toegevoegd", None, deel.kant(waarde=tekst), (v.door, *wie), richting=richting)
    return spiegel(heen)


def _plichtdoeners(deel: Deel) -> tuple[str, ...]:
    """Who does the duty of a statement."""
    jaar, nummer = deel.jaar, deel.record.verplichting
    jaargangen = (j for j in deel.boven.record.jaargangen.values() if j.aanduiding == jaar)
    plichten = ((a, v) for j in jaargangen for a in j.afspraken for v in a.verplichtingen)
    return tuple(wie for a, v in plichten if verplichtingnummer(a, v) == nummer for wie in v.wie)


def _in_veld(soort: Recordsoort, boven: Deel) -> Delen:
    """The one record in a field of the record above."""
    record = getattr(boven.record, soort.lijst)
    if record is None:
        return {}
    return {"": Deel(soort, record, "", boven.bestand, (*boven.pad, soort.lijst), boven)}


def _zonder(_: Deel) -> str:
    return ""


def _naam(deel: Deel) -> str:
    return str(deel.record.naam)


# What of a reading decides its window.
LEZINGVELDEN = ("lezing.vroegst", "lezing.uiterlijk", "lezing.herhaling", "lezing.levertermijn")
TERMIJN = Recordsoort(
    "termijn",
    "termijn",
    vind=_in_veld,
    citeert_mee=True,
    veldcode="verplichting",
    veld=lambda deel: deel.soort.lijst,
    gaat=eigenvelden.termijn_gaat,
    eigen=((("woorden", *LEZINGVELDEN), eigenvelden.termijn),),
)
VERPLICHTING = Recordsoort(
    "verplichting",
    "verplichtingen",
    koppel=_op_tekst(plichtwoorden),
    citeert_mee=True,
    veld=_zonder,
    wat=lambda deel: deel.record.wat,
    afspraak=lambda deel: plichtnummer(deel.boven.afspraak, deel.record.letter),
    # What has no doer is told to those who receive it.
    partijen=lambda deel: deel.record.wie or (*deel.record.voor, *deel.record.met),
    gaat=eigenvelden.plicht_gaat,
    eigen=(
        (("letter",), eigenvelden.letter),
        (eigenvelden.PLICHTROLLEN, eigenvelden.rollen),
        (("voorwaarde",), eigenvelden.voorwaarde),
    ),
    delen=(TERMIJN,),
)
AFSPRAAK = Recordsoort(
    "afspraak",
    "afspraken",
    koppel=_afspraken,
    veld=_zonder,
    wat=_tekstbegin,
    afspraak=lambda deel: deel.record.nummer,
    partijen=lambda deel: tuple(p for v in deel.record.verplichtingen for p in v.wie),
    som=lambda deel: deel.record.tekst,
    gaat=eigenvelden.afspraak_gaat,
    eigen=((("nummer", "thema"), eigenvelden.nummer), (eigenvelden.AFSPRAAKTEKSTEN, eigenvelden.teksten)),
    delen=(VERPLICHTING,),
)
NORM = Recordsoort(
    "norm",
    "normen",
    koppel=ook_de_enige(lambda deel: deel.boven.sleutel),
    citeert_mee=True,
    veldcode="indicator",
    gaat=eigenvelden.norm_gaat,
    eigen=((("soort", "waarde", "ondergrens", "bovengrens", "van", "tot"), eigenvelden.norm),),
)
INDICATOR = Recordsoort(
    "indicator",
    "indicatoren",
    koppel=_indicatoren,
    wat=_naam,
    afspraak=lambda deel: deel.record.afspraak,
    partijen=_doeners,
    aandeel=lambda deel: deel.record.aard.deelt,
    delen=(NORM,),
)
KENGETAL = Recordsoort("kengetal", "kengetallen", koppel=_kengetallen, wat=_naam)
BALANS = Recordsoort("balans", "balansen", wat=_naam)
PARTIJ = Recordsoort("partij", "partijen", wat=_naam)
THEMA = Recordsoort("thema", "themas", wat=lambda deel: deel.record.titel)
VASTSTELLING = Recordsoort(
    "vaststelling",
    "vaststellingen",
    koppel=_vaststellingen,
    wat=lambda deel: f"vastgesteld door {deel.record.partij} op {deel.record.datum}",
)
MEETMOMENT = Recordsoort(
    "meetmoment",
    "momenten",
    vind=_momenten,
    veld=lambda deel: f"{deel.sleutel[0]}.momenten[{deel.sleutel[1]}]",
    wat=lambda deel: f"cijfers over {deel.sleutel[1]} uiterlijk {deel.record.uiterlijk}",
    eigen=((("tijdvak", "uiterlijk"), eigenvelden.uiterlijk),),
)
MEETMOMENTEN = Recordsoort(
    "meetmomenten",
    "meetmomenten",
    koppel=_groepen,
    veldcode="jaargang",
    wat=lambda deel: deel.record.woorden,
    stil=("momenten",),
)
# Indicators go first: the quotations of their norms explain changes in the texts of the agreements.
JAARGANG = Recordsoort(
    "jaargang",
    vind=_per_jaar,
    koppel=_jaargangen,
    veld=_zonder,
    wat=lambda deel: deel.record.titel,
    jaar=lambda deel: deel.record.aanduiding,
    som=_jaarsom,
    eigen=((("jaar",), _overgenomen),),
    delen=(INDICATOR, AFSPRAAK, KENGETAL, BALANS, PARTIJ, THEMA, VASTSTELLING, MEETMOMENT, MEETMOMENTEN),
)
MELDING = Recordsoort(
    "melding",
    vind=_meldingen,
    koppel=_koppel_meldingen,
    veld=lambda deel: f"voortgang[{deel.record.datum} {deel.record.door}]",
    wat=lambda deel: f"melding van {deel.record.door} op {deel.record.datum}",
    afspraak=lambda deel: deel.record.verplichting,
    jaar=_meldjaar,
    partijen=lambda deel: (deel.record.door,),
    gaat=_melding_gaat,
)
