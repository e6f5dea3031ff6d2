"""A small dossier in which every part of the report has something to show, and the ways to change it."""

import json
import textwrap
from pathlib import Path

import yaml

PEILDATUM = "2027-02-01"

PARTIJEN = """
partijen:
  - {id: gemeente, naam: Gemeente Duinstad, soort: gemeente}
  - {id: omthuis, naam: Woonstichting, soort: corporatie}
  - {id: hlve, naam: Huurdersraad, soort: huurdersorganisatie}
  - {id: derde, naam: Zorgpartij, soort: derde}
"""

KENGETALLEN = """
kengetallen:
  - {id: verhuringen, naam: Verhuringen, soort: stroom, eenheid: verhuringen, levert: omthuis,
     definitie: Alle verhuringen.}
  - {id: toegewezen, naam: Toewijzingen, soort: stroom, eenheid: verhuringen, levert: omthuis,
     definitie: Toewijzingen aan middeninkomens., deel_van: verhuringen, definitieversie: "VERSIE"}
  - {id: verkocht, naam: Verkochte woningen, soort: stroom, eenheid: woningen, levert: omthuis,
     definitie: Overgedragen woningen.}
  - {id: doorstroom, naam: Doorstromers, soort: stroom, eenheid: huishoudens, levert: omthuis,
     definitie: Huishoudens die doorstroomden.}
  - {id: begin, naam: Voorraad begin, soort: stand, eenheid: woningen, levert: omthuis,
     definitie: Stand aan het begin.}
  - {id: gebouwd, naam: Opgeleverd, soort: stroom, eenheid: woningen, levert: omthuis,
     definitie: Opgeleverde woningen.}
  - {id: eind, naam: Voorraad eind, soort: stand, eenheid: woningen, levert: omthuis,
     definitie: Stand aan het eind.}
"""

VROEGER = f"""
jaar: 2025
titel: Prestatieafspraken 2025
bron: {{titel: Akte 2025}}
{PARTIJEN}
themas:
  - {{nummer: "1", titel: Bouwen}}
afspraken: []
{KENGETALLEN.replace("VERSIE", "1")}
"""

NU = f"""
jaar: 2026
titel: Prestatieafspraken 2026
bron: {{titel: Akte 2026, toelichting: Overgetypt van papier.}}
ontbrekend:
  - {{wat: Bijlage 3, reden: Niet aangeleverd.}}
kleinste_cel: 5
{PARTIJEN}
themas:
  - {{nummer: "1", titel: Bouwen}}
  - {{nummer: "2", titel: Toewijzen, afgeleid: true, reden: Geen kop in de akte.}}
afspraken:
  - nummer: "1.1"
    thema: "1"
    tekst: >-
      De gemeente stelt uiterlijk 1 juli 2026 een nota op. De woonstichting opent in 2026 een
      loket. Indien nodig volgt een extra ronde. Sloop is niet voorzien in 2026. Partijen zoeken
      grond. De woonstichting bouwt uiterlijk 1 maart 2026 een proefwoning.
    verplichtingen:
      - letter: a
        wat: Nota opstellen
        wie: [gemeente]
        voor: [hlve]
        soort: oplevering
        termijn: {{woorden: uiterlijk 1 juli 2026}}
      - letter: b
        wat: Loket openen
        wie: [omthuis]
        voor: [hlve]
        soort: oplevering
        termijn: {{woorden: in 2026}}
      - letter: c
        wat: Extra ronde houden
        wie: [gemeente]
        soort: voorwaardelijk
        voorwaarde: Indien nodig
      - letter: d
        wat: Slopen
        wie: [omthuis]
        soort: uitgesteld
        termijn: {{woorden: niet voorzien in 2026}}
      - {{letter: e, wat: Grond zoeken, wie: [gemeente, omthuis], uitvoering: samen, soort: oplevering}}
      - letter: f
        wat: Proefwoning bouwen
        wie: [omthuis]
        soort: oplevering
        termijn: {{woorden: uiterlijk 1 maart 2026}}
      - {{letter: g, wat: Overleg voeren, wie: [hlve], soort: doorlopend}}
  - nummer: "2.1"
    thema: "2"
    doel: De woonstichting verkoopt in 2026 tot en met 2030 maximaal 50 woningen.
    tekst: >-
      In 2026 gaat maximaal 10% naar middeninkomens. Partijen komen terug op verkoop en op vraag.
    verplichtingen:
      - letter: a
        wat: Hoogstens 10% toewijzen
        wie: [omthuis]
        soort: maximum
        termijn: {{woorden: In 2026}}
        indicator: middeninkomens
    onderwerpen:
      - {{naam: Stand van de verkoop, indicatoren: [verkoop], kengetallen: [verkocht]}}
      - {{naam: Vraag naar woningen, reden: Er is geen definitie van vraag.}}
indicatoren:
  - id: middeninkomens
    naam: Toewijzing aan middeninkomens
    afspraak: "2.1"
    soort: aandeel
    teller: toegewezen
    noemer: verhuringen
    definitie: Deel van de verhuringen aan middeninkomens.
    bedrijfsregels: Woningruil telt mee.
    bron: Akte 2026, 2.1.
    definitieversie: "3"
    normen:
      - {{soort: maximum, waarde: 10%, van: 2026-01-01, tot: 2026-12-31, citaat: maximaal 10%, plaats: tekst}}
    parameters: [grens]
    voorbehoud: De wettelijke norm geldt voor de hele corporatie.
    te_regelen: ["Welke verhuringen tellen mee?"]
  - id: verkoop
    naam: Verkoop
    afspraak: "2.1"
    soort: cumulatief
    teller: verkocht
    van: 2026
    tot: 2030
    definitie: Verkocht sinds 1 januari 2026.
    normen:
      - {{soort: maximum, waarde: "50", van: 2026-01-01, tot: 2030-12-31, citaat: maximaal 50, plaats: doel}}
  - id: doorstroming
    naam: Doorstroming
    afspraak: "2.1"
    soort: aantal
    teller: doorstroom
    definitie: Huishoudens die doorstroomden.
{KENGETALLEN.replace("VERSIE", "2")}
balansen:
  - {{id: voorraad, naam: Sociale voorraad, begin: begin, plus: [gebouwd], min: [verkocht], eind: eind}}
"""

METING_2025 = """
periode: "2025"
leveringen:
  - door: omthuis
    geleverd_op: 2026-02-03
    herkomst: definitief
    cijfers: {verhuringen: 90, toegewezen: 8, verkocht: 6, begin: 1000, gebouwd: 16, eind: 1010}
    ontbreekt: {doorstroom: Nog niet geteld.}
    correcties:
      - {kengetal: toegewezen, was: 9, geleverd_op: 2026-02-03, gecorrigeerd_op: 2026-03-04, reden: Dubbel geteld.}
"""

METING_2026 = """
periode: "2026"
leveringen:
  - door: omthuis
    geleverd_op: 2027-01-15
    herkomst: definitief
    cijfers: {verhuringen: 130, toegewezen: 14, verkocht: 7, begin: 1010, gebouwd: 20, eind: 1023}
    ontbreekt: {doorstroom: Het systeem telde nog niet.}
"""

VOORTGANG = """
jaar: 2026
voortgang:
  - {verplichting: 1.1f, datum: 2026-04-04, door: omthuis, melding: afgerond, toelichting: Een maand later klaar.}
  - {verplichting: 1.1b, datum: 2026-05-05, door: omthuis, melding: afgerond, bewijs: Foto van het loket}
  - {verplichting: 1.1b, datum: 2026-06-06, door: hlve, melding: aandacht, toelichting: Het loket is vaak dicht.}
  - verplichting: 1.1a
    datum: 2026-08-03
    door: gemeente
    melding: vertraagd
    oorzaak: De opsteller was ziek.
    gevolg: De huurders wachten.
    bijsturing: Een bureau neemt het over.
"""

PARAMETERS = """
parameters:
  - id: grens
    naam: Grens
    eenheid: aandeel
    waarden:
      - {waarde: 15%, van: 2026-01-01, bron: Woningwet}
"""

KLEIN = {
    "afspraken-2025.yaml": VROEGER,
    "afspraken-2026.yaml": NU,
    "metingen/2025.yaml": METING_2025,
    "metingen/2026.yaml": METING_2026,
    "voortgang/2026.yaml": VOORTGANG,
    "parameters.yaml": PARAMETERS,
}


def schrijf(map_: Path, bestanden: dict[str, str]) -> Path:
    """A data folder with these files."""
    for naam, tekst in bestanden.items():
        pad = map_ / naam
        pad.parent.mkdir(parents=True, exist_ok=True)
        pad.write_text(textwrap.dedent(tekst).lstrip("\n"), encoding="utf-8")
    return map_


def met_tekst(waarde: object, tekst: str, sleutel: str = "") -> object:
    """A record read as plain YAML, with `tekst` in every field that holds free text."""
    if isinstance(waarde, dict):
        alles = sleutel == "ontbreekt"
        return {k: met_tekst(w, tekst, "reden" if alles else k) for k, w in waarde.items()}
    if isinstance(waarde, list):
        return [met_tekst(w, tekst, sleutel) for w in waarde]
    return tekst if sleutel in VRIJE_TEKST else waarde


VRIJE_TEKST = frozenset(
    [
        "naam",
        "titel",
        "toelichting",
        "reden",
        "definitie",
        "bedrijfsregels",
        "bron",
        "voorbehoud",
        "te_regelen",
        "wat",
        "oorzaak",
        "gevolg",
        "bijsturing",
        "bewijs",
        "voorwaarde",
        "citaat",
        "tekst",
        "doel",
    ]
)


def dossier_met(tekst: str) -> dict[str, str]:
    """The small dossier with `tekst` in every free text; JSON is YAML, so it needs no escaping."""
    return {
        naam: json.dumps(met_tekst(yaml.load(inhoud, yaml.BaseLoader), tekst), ensure_ascii=False)
        for naam, inhoud in KLEIN.items()
    }


def mensen(cijfers: dict[str, tuple[int, int, int]], was: int | None = None) -> dict[str, str]:
    """A dossier about people only: per period the allotted, the lettings and those who moved on.

    `was`: what the allotted of the last period were before a correction.
    """
    uit = {"afspraken-2026.yaml": OVER_MENSEN}
    for periode, (toegewezen, verhuringen, doorstroom) in cijfers.items():
        regels = f"""
periode: "{periode}"
leveringen:
  - door: omthuis
    geleverd_op: 2027-01-15
    herkomst: definitief
    cijfers: {{toegewezen: {toegewezen}, verhuringen: {verhuringen}, doorstroom: {doorstroom}}}
"""
        if was is not None and periode == max(cijfers):
            regels += f"""    correcties:
      - {{kengetal: toegewezen, was: {was}, geleverd_op: 2027-01-15, gecorrigeerd_op: 2027-01-20, reden: Telfout.}}
"""
        uit[f"metingen/{periode}.yaml"] = regels
    return uit


OVER_MENSEN = f"""
jaar: 2026
titel: Afspraken
bron: {{titel: Akte}}
kleinste_cel: 5
{PARTIJEN}
themas:
  - {{nummer: "1", titel: Toewijzen}}
afspraken:
  - nummer: "1.1"
    thema: "1"
    tekst: In 2026 gaat maximaal 10% naar middeninkomens.
    onderwerpen:
      - {{naam: Toewijzing, indicatoren: [deel, aantal], kengetallen: [toegewezen, verhuringen, doorstroom]}}
indicatoren:
  - {{id: deel, naam: Toewijzing, afspraak: "1.1", soort: aandeel, teller: toegewezen, noemer: verhuringen,
     definitie: Deel van de verhuringen.}}
  - {{id: aantal, naam: Doorstroming, afspraak: "1.1", soort: aantal, teller: doorstroom, definitie: Aantal.}}
{KENGETALLEN.replace("VERSIE", "1")}
"""
