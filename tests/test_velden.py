"""Each field of the data is shown somewhere, or left out on purpose with the reason."""

import itertools
import re
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import get_args

import pytest

from docs.tabellen import RECORDS, type_van, woordenlijsten
from prestatie_cli.inlezen.bestanden import lees_dossier
from prestatie_cli.model.basis import Record
from prestatie_cli.taal import datum_in_woorden
from tests.conftest import Prestatie
from tests.hulp.rapportdossier import schrijf

PEILDATUM = "2026-12-20"
# Each field holds a value that no other field holds.
AFSPRAKEN = """
jaar: 2026
kader: 2025-2031
titel: Jaartitel
bron: {titel: Brontitel, bestand: bronbestand.pdf, toelichting: Bronuitleg}
ontbrekend:
  - {wat: Ontbrekendwat, reden: Ontbrekendreden}
kleinste_cel: 19
nummering: eigen
eenheden: [{id: eenheidid, naam: Eenheidnaam, meervoud: Eenheidmeervoud, decimalen: 1, optelbaar: true, mensen: true}]
groepen: {groepnaam: [doener, melder, lezer]}
partijen:
  - {id: doener, naam: Doenernaam, soort: corporatie}
  - {id: ontvanger, naam: Ontvangernaam, soort: huurdersorganisatie}
  - {id: melder, naam: Meldernaam, soort: gemeente}
  - {id: lezer, naam: Lezernaam, soort: derde}
  - {id: planner, naam: Plannernaam, soort: derde}
  - {id: helper, naam: Helpernaam, soort: derde}
  - {id: leveraar, naam: Leveraarnaam, soort: derde}
themas:
  - {nummer: "8", titel: Thematitel, afgeleid: true, reden: Themareden}
meetmomenten:
  - woorden: tweemaal per jaar
    momenten:
      - {tijdvak: 2026-H1, uiterlijk: 2026-09-11}
      - {tijdvak: 2026-H2, uiterlijk: 2027-03-12}
    vastgesteld_door: [planner]
    vastgesteld_op: 2026-01-13
afspraken:
  - nummer: "8.34"
    thema: "8"
    afgeleid: true
    reden: Nummerreden
    doel: Doeltekst met Normcitaat van hoogstens 62%
    speerpunt: Speerpunttekst, vijftig is 50
    tekst: >-
      Afspraaktekst: medio 2026 komt de nota. Herstelwoord staat hier. Twee keer per jaar cijfers.
      Voorwaardetekst en dan hulp.
    hersteld:
      - {scan: Scanwoord, tekst: Herstelwoord}
    toelichting: Afspraakuitleg
    onderwerpen:
      - {naam: Onderwerpnaam, indicatoren: [aandeelid], kengetallen: [onderwerpcijfer]}
      - {naam: Onderwerpleeg, reden: Onderwerpreden}
    verplichtingen:
      - letter: k
        wat: Verplichtingwat
        wie: [doener]
        voor: [ontvanger]
        met: [helper]
        vervolg_van: 2024/8.34a
        soort: oplevering
        termijn:
          woorden: najaar 2026
          afgeleid: true
          reden: Termijnreden
          lezing:
            vroegst: 2026-10-05
            uiterlijk: 2026-10-26
            vastgesteld_door: [lezer]
            vastgesteld_op: 2026-01-14
            toelichting: Lezinguitleg
        indicator: aandeelid
        toelichting: Verplichtinguitleg
      - letter: m
        wat: Cijfers leveren
        wie: [leveraar]
        soort: rapportage
        termijn: {woorden: Twee keer per jaar}
        kengetallen: [gevraagdcijfer]
      - {letter: o, wat: Bespreken, wie: [doener], soort: oplevering,
         termijn: {woorden: geregeld, afgeleid: true, reden: Geregeldreden,
                   lezing: {herhaling: per kwartaal, levertermijn: 45, voorlopig: true}}}
      - {letter: p, wat: Helpen, wie: [doener, helper], uitvoering: samen, soort: voorwaardelijk, voorwaarde: Voorwaardetekst}
indicatoren:
  - id: aandeelid
    naam: Aandeelnaam
    afspraak: "8.34"
    soort: aandeel
    teller: tellercijfer
    noemer: noemercijfer
    definitie: Aandeeldefinitie
    bedrijfsregels: Aandeelregels
    bron: Aandeelbron
    definitieversie: "a7"
    normen:
      - soort: maximum
        waarde: 62%
        van: 2026-01-02
        tot: 2027-12-30
        citaat: Normcitaat van hoogstens 62%
        uitleg: Normuitleg
        plaats: doel
    parameters: [parameterid]
    plafond: plafondid
    verwachtingen:
      - {periode: "2026", noemer: 987, toelichting: Verwachtinguitleg}
    voorbehoud: Aandeelvoorbehoud
    te_regelen: [Aandeelteregelen]
  - id: cumulatiefid
    naam: Cumulatiefnaam
    afspraak: "8.34"
    soort: cumulatief
    teller: somcijfer
    van: 2025
    tot: 2031
    definitie: Somdefinitie
    normen:
      - {soort: bandbreedte, ondergrens: 41, bovengrens: 73, citaat: Afgeleid van 41 tot 73, plaats: tekst, afgeleid: true,
         reden: Normreden}
  - {id: meerjarigid, naam: Meerjarignaam, afspraak: "8.34", soort: aandeel, teller: tellercijfer, noemer: noemercijfer,
     jaren: 3, definitie: Driejaarsdefinitie}
  - {id: aantalid, naam: Aantalnaam, afspraak: "8.34", soort: aantal, teller: onderwerpcijfer, definitie: Aantaldefinitie,
     normen: [{soort: minimum, waarde: 3, partij: leveraar, citaat: Afgeleid van 3, plaats: tekst, afgeleid: true, reden: Deelreden}]}
  - {id: saldoid, naam: Saldonaam, afspraak: "8.34", soort: saldo, teller: pluscijfer, plus: [correctiecijfer],
     min: [mincijfer], definitie: Saldodefinitie}
  - {id: veranderingid, naam: Veranderingnaam, afspraak: "8.34", soort: verandering, teller: co2cijfer,
     basisjaar: 2025, richting: daling, definitie: Veranderingdefinitie,
     normen: [{soort: minimum, waarde: 7%, op: 2026-12-29, citaat: Afgeleid van 7%, plaats: tekst, afgeleid: true, reden: Opreden}]}
  - {id: bedragid, naam: Bedragnaam, afspraak: "8.34", soort: bedrag, teller: gevraagdcijfer, definitie: Bedragdefinitie}
kengetallen:
  - {id: tellercijfer, naam: Tellernaam, soort: stroom, eenheid: verhuringen, levert: leveraar,
     definitie: Tellerdefinitie, bedrijfsregels: Tellerregels, bron: Tellerbron, definitieversie: "k9",
     deel_van: noemercijfer}
  - {id: noemercijfer, naam: Noemernaam, soort: stroom, eenheid: verhuringen, levert: leveraar,
     definitie: Noemerdefinitie}
  - {id: somcijfer, naam: Somnaam, soort: stroom, eenheid: woningen, levert: leveraar, definitie: Telt op}
  - {id: onderwerpcijfer, naam: Onderwerpcijfernaam, soort: stroom, eenheid: personen, levert: [leveraar, helper],
     definitie: Telt personen}
  - {id: gevraagdcijfer, naam: Gevraagdnaam, soort: stroom, eenheid: euro, levert: leveraar, negatief: true,
     definitie: Telt euro}
  - {id: co2cijfer, naam: Uitstootnaam, soort: stand, eenheid: eenheidid, levert: leveraar, definitie: Uitstootdefinitie,
     standaard: {stelsel: Stelselnaam, item: Itemnaam, versie: Standaardversie, verschil: Standaardverschil}}
  - {id: begincijfer, naam: Beginnaam, soort: stand, eenheid: woningen, levert: leveraar, definitie: Begin}
  - {id: pluscijfer, naam: Plusnaam, soort: stroom, eenheid: woningen, levert: leveraar, definitie: Erbij}
  - {id: mincijfer, naam: Minnaam, soort: stroom, eenheid: woningen, levert: leveraar, definitie: Eraf}
  - {id: correctiecijfer, naam: Correctienaam, soort: stroom, eenheid: woningen, levert: leveraar,
     negatief: true, definitie: Herteld}
  - {id: eindcijfer, naam: Eindnaam, soort: stand, eenheid: woningen, levert: leveraar, definitie: Eind}
balansen:
  - {id: balansid, naam: Balansnaam, begin: begincijfer, plus: [pluscijfer], min: [mincijfer],
     correctie: correctiecijfer, eind: eindcijfer}
vaststellingen:
  - {partij: ontvanger, datum: 2026-01-15, vingerafdruk: "0123456789abcdef", toelichting: Vaststellinguitleg}
"""
METING = """
periode: 2026-H1
leveringen:
  - door: leveraar
    geleverd_op: 2026-07-16
    herkomst: definitief
    cijfers: {tellercijfer: 222, noemercijfer: 444, somcijfer: 21, begincijfer: 1500, pluscijfer: 31,
      mincijfer: 22, correctiecijfer: -2, eindcijfer: 1507, co2cijfer: 1119.5}
    ontbreekt: {onderwerpcijfer: Ontbreektreden}
    correcties:
      - {kengetal: somcijfer, was: 23, geleverd_op: 2026-07-15, gecorrigeerd_op: 2026-07-18, reden: Correctiereden}
    toelichting: Leveringuitleg
"""
VOORTGANG = """
jaar: 2026
voortgang:
  - {verplichting: 8.34m, datum: 2026-09-18, door: leveraar, melding: afgerond, tijdvak: 2026-H1, gereed_op: 2026-09-08}
  - verplichting: 8.34k
    jaargang: 2026
    datum: 2026-11-17
    door: doener
    melding: vertraagd
    herkomst: voorbeeld
    toelichting: Meldinguitleg
    oorzaak: Meldingoorzaak
    gevolg: Meldinggevolg
    bijsturing: Meldingbijsturing
    bewijs: Meldingbewijs
  - verplichting: 8.34p
    datum: 2026-11-19
    door: doener
    melding: uitgesteld
    tot: 2027-08-20
    besluit: Meldingbesluit
    instemming: [doener, ontvanger, melder]
"""
PARAMETERS = """
parameters:
  - id: parameterid
    naam: Parameternaam
    eenheid: euro
    toelichting: Parameteruitleg
    waarden:
      - {waarde: 932.93, van: 2025-05-21, tot: 2027-05-22, bron: Parameterbron}
  - id: plafondid
    naam: Plafondnaam
    eenheid: aandeel
    waarden:
      - {waarde: 48%, van: 2025-05-23, bron: Plafondbron}
"""
EERDER = """
{jaren}
titel: {naam}titel
bron: {{titel: {naam}bron}}
partijen: [{{id: doener, naam: Doenernaam, soort: corporatie}}]
themas: [{{nummer: "{thema}", titel: {naam}thema}}]
afspraken:
  - nummer: "{thema}.34"
    thema: "{thema}"
    tekst: {naam}tekst
    verplichtingen: [{{letter: a, wat: {naam}wat, wie: [doener], soort: doorlopend}}]
"""
HUISSTIJL = """
naam: Huisnaam
logo: logo.svg
kleur: "#7b1f5c"
letter: Letternaam
contact: Huiscontact
onderdelen: [zienswijzen, belangrijkste, bijlagen, cijfers, themas, partijen]
"""
BESTANDEN = {
    "afspraken-2024.yaml": EERDER.format(jaren="jaar: 2024", naam="Eerder", thema=8),
    "afspraken-2025-2031.yaml": EERDER.format(jaren="geldt: {van: 2025, tot: 2031}", naam="Kader", thema=9),
    "afspraken-2026.yaml": AFSPRAKEN,
    "metingen/2025-H2.yaml": "periode: 2025-H2\nleveringen: [{door: leveraar, geleverd_op: 2026-01-05, herkomst: definitief, "
    "cijfers: {co2cijfer: 1234.5}}]\n",
    "metingen/2026-H1.yaml": METING,
    "voortgang/2026.yaml": VOORTGANG,
    "parameters.yaml": PARAMETERS,
    "huisstijl.yaml": HUISSTIJL,
    "logo.svg": '<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"/>',
}


# Numbers, choices, names that others refer to and words that stand in two places are found by what is said of them.
BEELD = {
    "Jaargang.jaar": '"bestand": "afspraken-2026.yaml"',
    "Geldigheid.van": "Geldt van 2025 tot en met 2031",
    "Geldigheid.tot": "Geldt van 2025 tot en met 2031",
    "Jaargang.nummering": "de bron heeft geen nummers",
    "Jaargang.kleinste_cel": "kleiner dan 19 zijn niet getoond",
    "Partij.id": "door: doener",
    "Thema.nummer": "Thema 8: Thematitel",
    "Thema.afgeleid": "Thematitel (titel afgeleid)",
    "Afspraak.thema": "Thema 8",
    "Afspraak.afgeleid": "8.34 (nummer afgeleid)",
    "Herstel.tekst": '"Scanwoord" is "Herstelwoord"',
    "Verplichting.wie": "door: doener",
    "Verplichting.voor": "voor: ontvanger",
    "Verplichting.met": "met: helper",
    "Verplichting.soort": "oplevering; door",
    "Verplichting.uitvoering": "door: doener, helper; samen",
    "Verplichting.voorwaarde": 'voorwaarde: "Voorwaardetekst"',
    "Verplichting.kengetallen": '"kengetallen": [ "gevraagdcijfer" ]',
    "Verplichting.indicator": '"indicator": "aandeelid"',
    "Termijn.afgeleid": "(afgeleid: Termijnreden)",
    "Lezing.vastgesteld_door": "zo vastgesteld door lezer",
    "Lezing.levertermijn": "per kwartaal, binnen 45 dagen na afloop",
    "Lezing.voorlopig": "voorlopig gelezen als per kwartaal",
    "Onderwerp.indicatoren": "Onderwerpnaam: aandeelid",
    "Onderwerp.kengetallen": "Onderwerpnaam: aandeelid, onderwerpcijfer",
    "Indicator.afspraak": "Aandeelnaam (aandeelid), afspraak 8.34",
    "Indicator.soort": '"soort": "cumulatief"',
    "Indicator.teller": "Teller: tellercijfer",
    "Indicator.noemer": "Noemer: noemercijfer",
    "Indicator.van": "cijfers over 2025 ontbreken",
    "Indicator.jaren": "cijfers over 2024 t/m 2025 ontbreken",
    "Indicator.parameters": "Parameternaam: € 932,93",
    "Indicator.plafond": "boven het wettelijk plafond (Plafondbron)",
    "Norm.soort": "norm hoogstens 62%",
    "Norm.waarde": "norm hoogstens 62%",
    "Norm.ondergrens": "norm 41 t/m 73",
    "Norm.bovengrens": "norm 41 t/m 73",
    "Norm.plaats": "(doel van 8.34",
    "Norm.afgeleid": "afgeleid, geen citaat: Normreden",
    "Verwachting.noemer": "Verwachtinguitleg, 987",
    "Kengetal.id": "tellercijfer over 2026-H1",
    "Kengetal.levert": "leveraar levert gevraagdcijfer in",
    "Balans.begin": "Beginnaam | 1.500",
    "Balans.plus": "Plusnaam | 31",
    "Balans.min": "Minnaam | 22",
    "Balans.correctie": "Correctienaam | -2",
    "Balans.eind": "Eindnaam | 1.507",
    "Vaststelling.partij": "Ontvangernaam stelde de afspraken (jaarschijf 2026) vast",
    "Levering.door": "222 (leveraar",
    "Levering.herkomst": "2026-07-16, definitief",
    "Levering.cijfers": "tellercijfer over 2026-H1: 222",
    "Correctie.kengetal": "somcijfer over 2026-H1 was 23",
    "Correctie.was": "somcijfer over 2026-H1 was 23",
    "Voortgang.jaargang": '"jaargang": "2026"',
    "Voortgang.door": "doener meldt",
    "Voortgang.melding": "meldt: vertraagd",
    "Voortgang.herkomst": "vertraagd (voorbeeld)",
    "Voortgang.tijdvak": '"tijdvak": "2026-H1", "gereed_op"',
    "Voortgang.instemming": '"instemming": [ "doener", "ontvanger", "melder" ]',
    "Parameter.eenheid": "€ 932,93",
    "Parameterwaarde.waarde": "€ 932,93",
    "Indicator.plus": "Teller: pluscijfer, correctiecijfer",
    "Indicator.min": "Min: mincijfer",
    "Indicator.basisjaar": "dan in 2025",
    "Indicator.richting": "Basisjaar: 2025, geteld als daling",
    "Eenheid.id": "co2cijfer (eenheidid)",
    "Norm.partij": 'leveraar: "Afgeleid van 3"',
}
# On purpose, with the reason.
WEGGELATEN = {
    "Huisstijl.logo": "the picture itself is shown",
    "Partij.soort": "the name says what a party is; who signs stands among the approvals",
    "Meetmomenten.woorden": "the term that they are for is shown in its own words",
    "Verwachting.periode": "it is the year of the value beside it",
    "Kengetal.soort": "the words of its period follow from it",
    "Kengetal.definitieversie": "told in the report where it is not that of the year before",
    "Kengetal.deel_van": "serves the checks and the hiding of small counts",
    "Kengetal.negatief": "serves the check of negative figures",
    "Balans.id": "the full name is shown",
    "Vaststelling.vingerafdruk": "told in words: changed since or not",
    "Voortgangsregister.jaar": "the day of the statement is shown",
    "Parameter.id": "the full name is shown",
    "Eenheid.naam": "only beside one of them, as in 1 dag",
    "Eenheid.decimalen": "serves the check of figures",
    "Eenheid.optelbaar": "serves the check of sums",
    "Eenheid.mensen": "serves the hiding of small counts",
}
# For no good reason: who shows one takes it out of this list.
NOG_NIET = {
    "Meetmomenten.vastgesteld_door",
    "Meetmomenten.vastgesteld_op",
    "Indicator.tot",
    "Vaststelling.toelichting",
    "Levering.toelichting",
    "Correctie.geleverd_op",
    "Parameter.toelichting",
    "Parameterwaarde.van",
    "Parameterwaarde.tot",
}
OPDRACHTEN = (
    ("toon", "9.34"),
    ("toon", "8.34"),
    ("toon", "8.34", "--formaat", "json"),
    ("indicatoren", "aandeelid"),
    ("indicatoren", "cumulatiefid"),
    ("indicatoren", "aantalid"),
    ("indicatoren", "saldoid"),
    ("indicatoren", "veranderingid"),
    ("rapport",),
    ("rapport", "--formaat", "html"),
    ("rapport", "--vorm", "raadsbrief"),
)
KEUZES = woordenlijsten()


def waarden(record: Record) -> Iterator[tuple[str, object]]:
    """`Record.veld` with each value that it holds, those of the records in it included."""
    for veld in type(record).model_fields:
        waarde = getattr(record, veld)
        naam = f"{type(record).__name__}.{veld}"
        delen = waarde if isinstance(waarde, tuple) else (waarde,)
        for deel in itertools.chain(*waarde.items()) if isinstance(waarde, dict) else delen:
            if isinstance(deel, Record):
                yield from waarden(deel)
            elif deel is not None and deel is not False:
                yield naam, deel


def schrijfwijzen(naam: str, waarde: object) -> set[str]:
    """How a value stands in an output that shows it; none where it can't be told from another."""
    if isinstance(waarde, date):
        return {waarde.isoformat(), datum_in_woorden(waarde)}
    return {waarde} if isinstance(waarde, str) and naam not in KEUZES else set()


def staat_in(woorden: str, tekst: str) -> bool:
    return re.search(rf"(?<![\w.-]){re.escape(woorden)}(?![\w-])", tekst) is not None


@pytest.fixture(scope="module")
def gevuld() -> dict[str, set[str]]:
    """Per field of the dossier the ways to write what only it holds."""
    dossier, bevindingen = lees_dossier({naam: tekst.encode() for naam, tekst in BESTANDEN.items()})
    assert bevindingen == []
    uit: dict[str, set[str]] = {}
    assert dossier.huisstijl
    groepen = (dossier.jaargangen, dossier.metingen, dossier.voortgang, dossier.parameters)
    for groep in (*groepen, {"huisstijl": dossier.huisstijl}):
        for record in groep.values():
            for naam, waarde in waarden(record):
                uit.setdefault(naam, set()).update(schrijfwijzen(naam, waarde))
    elders = {naam: " | ".join(s for n, w in uit.items() if n != naam for s in w) for naam in uit}
    return {naam: {s for s in wijzen if not staat_in(s, elders[naam])} for naam, wijzen in uit.items()}


def houdt_records(record: type[Record], veld: str) -> bool:
    soort = type_van(record, veld)
    return any(deel in RECORDS.values() for deel in (soort, *get_args(soort)))


def test_het_dossier_vult_elk_veld(gevuld: dict[str, set[str]]) -> None:
    velden = {(r, veld) for r in RECORDS.values() for veld in r.model_fields if not houdt_records(r, veld)}
    assert set(gevuld) == {f"{r.__name__}.{veld}" for r, veld in velden}


def test_elk_veld_wordt_getoond_of_met_reden_weggelaten(
    gevuld: dict[str, set[str]], tmp_path: Path, prestatie: Prestatie
) -> None:
    map_ = schrijf(tmp_path / "data", BESTANDEN)
    uitvoer = [prestatie("--map", map_, *o, "--peildatum", PEILDATUM) for o in OPDRACHTEN]
    assert {u.code for u in uitvoer} == {0}
    tekst = " | ".join(" ".join(u.uit.split()) for u in uitvoer)
    beeld = {naam: {BEELD[naam]} if naam in BEELD else wijzen for naam, wijzen in gevuld.items()}
    getoond = {naam for naam, wijzen in beeld.items() if any(staat_in(s, tekst) for s in wijzen)}
    assert set(gevuld) - getoond == {*WEGGELATEN, *NOG_NIET}
    assert [naam for naam in BEELD if gevuld.get(naam, True)] == []
