"""Files of the first release are still read: no field is gone without a remedy, none is asked for that was not there."""

import pytest

from docs.tabellen import RECORDS
from prestatie_cli.controles.poort import keur
from prestatie_cli.inlezen.bestanden import lees_dossier

# Every field of every record of the first release.
VELDEN = """
Afspraak: nummer thema afgeleid reden doel speerpunt tekst hersteld verplichtingen onderwerpen toelichting
Balans: id naam begin plus min correctie eind
Bron: titel bestand toelichting
Correctie: kengetal was geleverd_op gecorrigeerd_op reden
Herstel: scan tekst
Indicator: id naam afspraak soort teller noemer van tot definitie bedrijfsregels bron definitieversie normen parameters verwachtingen voorbehoud te_regelen
Jaargang: jaar titel bron ontbrekend partijen themas meetmomenten afspraken indicatoren kengetallen balansen
Kengetal: id naam soort eenheid levert definitie bedrijfsregels bron definitieversie deel_van negatief
Levering: door geleverd_op herkomst cijfers ontbreekt correcties toelichting
Lezing: vroegst uiterlijk vastgesteld_door vastgesteld_op toelichting
Meetmoment: tijdvak uiterlijk
Meetmomenten: woorden momenten vastgesteld_door vastgesteld_op
Meting: periode leveringen
Norm: soort waarde ondergrens bovengrens van tot citaat plaats afgeleid reden
Onderwerp: naam indicatoren kengetallen reden
Ontbrekend: wat reden
Parameter: id naam eenheid waarden toelichting
Parameterlijst: parameters
Parameterwaarde: waarde van tot bron
Partij: id naam soort
Termijn: woorden afgeleid reden lezing
Thema: nummer titel afgeleid reden
Verplichting: letter wat wie voor met soort termijn voorwaarde kengetallen indicator toelichting
Verwachting: periode noemer toelichting
Voortgang: verplichting jaargang datum door melding herkomst tijdvak gereed_op tot toelichting oorzaak gevolg bijsturing bewijs besluit instemming
Voortgangsregister: jaar voortgang
"""
TOEN = {naam: velden.split() for naam, _, velden in (r.partition(": ") for r in VELDEN.strip().splitlines())}
NU = {record.__name__: record for record in RECORDS.values()}
AFSPRAKEN = """jaar: 2026
titel: Prestatieafspraken 2026
bron: {titel: Prestatieafspraken 2026, bestand: afspraken.pdf, toelichting: Een scan.}
ontbrekend:
  - {wat: "1.2", reden: De bladzijde ontbreekt.}
partijen:
  - {id: gemeente, naam: Gemeente Elders, soort: gemeente}
  - {id: wonen, naam: Stichting Wonen, soort: corporatie}
themas:
  - {nummer: "1", titel: Wonen, afgeleid: true, reden: De titel staat er niet.}
meetmomenten:
  - woorden: twee keer per jaar
    momenten: [{tijdvak: 2026-H1, uiterlijk: 2026-09-01}]
    vastgesteld_door: [gemeente, wonen]
    vastgesteld_op: 2026-01-10
afspraken:
  - nummer: "1.1"
    thema: "1"
    afgeleid: true
    reden: Het nummer staat er niet.
    doel: Hoogstens 10% vrij toewijzen.
    tekst: Wonen meldt twee keer per jaar de verhuringen. Najaar 2026 volgt een evaluatie met de gemeente.
    verplichtingen:
      - letter: a
        wat: Verhuringen melden
        wie: [wonen]
        voor: [gemeente]
        soort: rapportage
        termijn: {woorden: twee keer per jaar}
        kengetallen: [verhuurd, vrij]
      - letter: b
        wat: Evalueren
        wie: [wonen, gemeente]
        soort: oplevering
        termijn:
          woorden: Najaar 2026
          lezing:
            uiterlijk: 2026-11-30
            vastgesteld_door: [gemeente, wonen]
            vastgesteld_op: 2026-01-10
indicatoren:
  - id: vrije_toewijzing
    naam: Vrije toewijzing
    afspraak: "1.1"
    soort: aandeel
    teller: vrij
    noemer: verhuurd
    definitie: Deel van de verhuringen dat vrij is toegewezen.
    normen: [{soort: maximum, waarde: 10%, van: 2026-01-01, tot: 2026-12-31, citaat: Hoogstens 10%, plaats: doel}]
    verwachtingen: [{periode: "2026", noemer: 140, toelichting: Schatting.}]
kengetallen:
  - {id: verhuurd, naam: Verhuurd, soort: stroom, eenheid: verhuringen, levert: wonen, definitie: Verhuringen.}
  - {id: vrij, naam: Vrij, soort: stroom, eenheid: verhuringen, levert: wonen, definitie: Vrij., deel_van: verhuurd}
"""
METING = """periode: 2026-H1
leveringen:
  - {door: wonen, geleverd_op: 2026-07-14, herkomst: voorlopig, cijfers: {verhuurd: 70, vrij: 6}}
"""
VOORTGANG = """jaar: 2026
voortgang:
  - {verplichting: 1.1b, jaargang: 2026, datum: 2026-05-01, door: wonen, melding: loopt}
"""


@pytest.mark.parametrize("naam", TOEN)
def test_no_field_of_the_first_release_is_gone(naam: str) -> None:
    assert [veld for veld in TOEN[naam] if veld not in NU[naam].model_fields] == []


@pytest.mark.parametrize("naam", TOEN)
def test_no_field_is_asked_for_that_the_first_release_did_not_have(naam: str) -> None:
    verplicht = {veld for veld, info in NU[naam].model_fields.items() if info.is_required()}
    assert verplicht <= set(TOEN[naam])


def test_a_dossier_in_the_form_of_the_first_release_has_no_faults() -> None:
    teksten = {
        "afspraken-2026.yaml": AFSPRAKEN.encode(),
        "metingen/2026-H1.yaml": METING.encode(),
        "voortgang/2026.yaml": VOORTGANG.encode(),
    }
    dossier, bevindingen = lees_dossier(teksten)
    gevonden = keur(dossier, bevindingen).bevindingen
    assert [b for b in gevonden if b.ernst == "fout"] == []
    assert {b.code for b in gevonden if b.ernst == "waarschuwing"} == {"uitvoering-ontbreekt"}
