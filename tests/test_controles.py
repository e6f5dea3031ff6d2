"""The checks as a manual: for each rule what breaks it in a sound dossier, and where it is said.

`▸` stands where the finding belongs; it is taken out before reading.
"""

import re
from itertools import combinations
from pathlib import Path

import pytest

from prestatie_cli.bevindingen import Bevinding
from prestatie_cli.bronnen.schijf import lees_map
from prestatie_cli.controles import CONTROLES, controleer
from prestatie_cli.inlezen.bestanden import lees_dossier, plaats_bevindingen
from prestatie_cli.inlezen.weigeringen import REGELS
from tests.conftest import BASIS, DATA, bevindingen, lees
from tests.test_inlezen import GEWEIGERD, geen_engels, met_plek

VOORBEELDEN = Path(__file__).parent / "voorbeelden"

AF, PA, VO = "afspraken-2026.yaml", "parameters.yaml", "voortgang/2026.yaml"
M25, H1, H2, M26 = (f"metingen/{p}.yaml" for p in ("2025", "2026-H1", "2026-H2", "2026"))

NIEUW = "soort: stroom, eenheid: woningen, levert: omthuis, definitie: d}"
AFSPRAKEN = """\
  - {nummer: "2", titel: Huren, afgeleid: true, reden: staat er niet}
afspraken:
  - nummer: "1.1"
    thema: "1"
    tekst: |-
      Omthuis wijst in 2026 maximaal 10% toe. Indien nodig volgt overleg.
      Jaarlijks volgt een overzicht.
    hersteld:
      - {scan: toee, tekst: toe}
    verplichtingen:
      - letter: a
        wat: Toewijzen
        wie: [omthuis]
        voor: [gemeente]
        soort: maximum
        termijn: {woorden: in 2026}
        indicator: toewijzing
      - {letter: b, wat: Overleggen, wie: [omthuis], soort: voorwaardelijk, voorwaarde: Indien nodig}
      - letter: c
        wat: Overzicht geven
        wie: [omthuis]
        soort: rapportage
        termijn: {woorden: jaarlijks}
        kengetallen: [verhuurd, toegewezen]
    onderwerpen:
      - {naam: Toewijzing, indicatoren: [toewijzing], kengetallen: [verhuurd]}
  - nummer: "2.1"
    thema: "2"
    doel: 250-300 woningen
    tekst: Partijen bouwen eind 2026.
    verplichtingen:
      - letter: a
        wat: Bouwen
        wie: [omthuis]
        soort: oplevering
        termijn:
          woorden: eind 2026
          lezing:
            vroegst: 2026-10-01
            uiterlijk: 2026-12-31
            vastgesteld_door: [omthuis]
            vastgesteld_op: 2026-01-09
meetmomenten:
  - woorden: jaarlijks
    momenten: [{tijdvak: 2026-H1, uiterlijk: 2026-08-01}]
    vastgesteld_door: [gemeente]
    vastgesteld_op: 2026-01-09
indicatoren:
  - id: toewijzing
    naam: Toewijzing
    afspraak: "1.1"
    soort: aandeel
    teller: toegewezen
    noemer: verhuurd
    definitie: d
    normen:
      - {soort: maximum, waarde: 10%, van: 2026-01-01, tot: 2026-12-31, citaat: maximaal 10%, plaats: tekst}
    parameters: [grens]
  - id: bouw
    naam: Bouw
    afspraak: "2.1"
    soort: cumulatief
    teller: verkocht
    van: 2024
    tot: 2030
    definitie: d
    normen:
      - {soort: bandbreedte, ondergrens: 250, bovengrens: 300, citaat: 250-300 woningen, plaats: doel}
kengetallen:
  - {id: verhuurd, naam: V, soort: stroom, eenheid: verhuringen, levert: omthuis, definitie: d}
  - {id: toegewezen, naam: T, soort: stroom, deel_van: verhuurd, eenheid: euro, levert: omthuis, definitie: d}
  - {id: huur, naam: H, soort: stroom, eenheid: euro, levert: gemeente, definitie: d}
  - {id: begin, naam: B, soort: stand, eenheid: woningen, levert: omthuis, definitie: d}
  - {id: verkocht, naam: K, soort: stroom, eenheid: woningen, levert: omthuis, definitie: d}
  - {id: correctie, naam: C, soort: stroom, eenheid: woningen, levert: omthuis, definitie: d, negatief: true}
  - {id: eind, naam: E, soort: stand, eenheid: woningen, levert: omthuis, definitie: d}
balansen:
  - {id: voorraad, naam: Voorraad, begin: begin, min: [verkocht], correctie: correctie, eind: eind}
"""

PARAMETERS = """\
parameters:
  - id: grens
    naam: Grens
    eenheid: aandeel
    waarden:
      - {waarde: 7.5%, van: 2025-01-01, tot: 2025-12-31, bron: wet}
      - {waarde: 15%, van: 2026-01-01, bron: wet}
"""

METING = """\
periode: "{periode}"
leveringen:
  - door: omthuis
    geleverd_op: {dag}
    herkomst: definitief
    cijfers: {{{cijfers}}}
    correcties:
      - {{kengetal: eind, was: 1, geleverd_op: {dag}, gecorrigeerd_op: {dag}, reden: telfout}}
  - {{door: gemeente, geleverd_op: {dag}, herkomst: voorlopig, cijfers: {{huur: 12.50}}}}
"""

VOORTGANG = """\
jaar: 2026
voortgang:
  - {verplichting: 1.1a, datum: 2026-03-01, door: omthuis, melding: loopt}
  - {verplichting: 2.1a, datum: 2026-06-01, door: omthuis, melding: afgerond, gereed_op: 2026-05-01}
"""


def _meting(periode: str, dag: str, *cijfers: int) -> str:
    namen = ("verhuurd", "toegewezen", "begin", "verkocht", "correctie", "eind")
    paren = ", ".join(f"{naam}: {cijfer}" for naam, cijfer in zip(namen, cijfers, strict=True))
    return METING.format(periode=periode, dag=dag, cijfers=paren)


GEZOND = {
    AF: BASIS.lstrip("\n") + AFSPRAKEN,
    PA: PARAMETERS,
    M25: _meting("2025", "2026-01-20", 100, 10, 1000, 4, -1, 995),
    H1: _meting("2026-H1", "2026-07-20", 40, 4, 995, 2, -1, 992),
    H2: _meting("2026-H2", "2027-01-20", 60, 6, 992, 3, -1, 988),
    M26: _meting("2026", "2027-01-21", 100, 10, 995, 5, -2, 988),
    VO: VOORTGANG,
}

Wijziging = tuple[str, str, str]  # file, what stands there, what comes instead
HIER: Wijziging = (VO, "- {verplichting: 1.1a", "- ▸{verplichting: 1.1a")

# fmt: off
GEVALLEN: list[tuple[str, list[Wijziging]]] = [
    ("partij-onbekend", [(AF, "voor: [gemeente]", "voor: [▸gemeent]")]),
    ("partij-onbekend", [(AF, "balansen:\n", "  - {id: nieuw, naam: Nieuw, soort: stand, eenheid: personen, "
                          "levert: ▸provincie, definitie: d}\nbalansen:\n")]),
    ("partij-onbekend", [(AF, "vastgesteld_door: [omthuis]", "vastgesteld_door: [omthuis, ▸alliantie]")]),
    ("partij-onbekend", [(AF, "vastgesteld_door: [gemeente]", "vastgesteld_door: [▸alliantie]")]),
    ("melder-onbekend", [(VO, "door: omthuis, melding: loopt", "door: ▸omthius, melding: loopt")]),
    ("partij-ontbreekt", [(AF, "- {letter: b, wat: Overleggen, wie: [omthuis]",
                           "- ▸{letter: b, wat: Overleggen")]),
    ("partij-ontbreekt", [(AF, "wie: [omthuis]\n        voor: [gemeente]\n        soort: maximum",
                           "wie: ▸[omthuis]\n        voor: [gemeente]\n        soort: constatering")]),
    ("thema-onbekend", [(AF, "meetmomenten:", '  - {nummer: "3.1", thema: ▸"3", tekst: x}\nmeetmomenten:')]),
    ("thema-leeg", [(AF, "staat er niet}\n", 'staat er niet}\n  - ▸{nummer: "3", titel: Leeg}\n')]),
    ("nummer-buiten-thema", [(AF, "meetmomenten:",
                              '  - {nummer: ▸"2.2", thema: "1", tekst: x}\nmeetmomenten:')]),
    ("naam-dubbel", [(AF, "staat er niet}\n", 'staat er niet}\n  - {nummer: ▸"1", titel: Weer}\n')]),
    ("naam-dubbel", [(AF, "letter: b", "letter: ▸a")]),
    ("naam-dubbel", [(AF, "balansen:\n", f"  - {{id: ▸verkocht, naam: Weer, {NIEUW}\nbalansen:\n")]),
    ("naam-dubbel", [(PA, "parameters:\n", "parameters:\n  - {id: grens, naam: G, eenheid: euro, waarden: "
                     "[{waarde: 1, van: 2026-01-01, bron: x}]}\n"), (PA, "id: grens\n", "id: ▸grens\n")]),
    ("afspraak-onbekend", [(AF, 'afspraak: "2.1"', 'afspraak: ▸"2.2"')]),
    ("indicator-onbekend", [(AF, "indicator: toewijzing", "indicator: ▸toewijzign")]),
    ("indicator-onbekend", [(AF, "indicatoren: [toewijzing]", "indicatoren: [toewijzing, ▸verkoop]")]),
    ("kengetal-onbekend", [(AF, "teller: toegewezen", "teller: ▸toegewesen")]),
    ("kengetal-onbekend", [(AF, "deel_van: verhuurd", "deel_van: ▸verhuringen")]),
    ("kengetal-onbekend", [(AF, "min: [verkocht]", "min: [verkocht, ▸gesloopt]")]),
    ("kengetal-onbekend", [(AF, "kengetallen: [verhuurd, toegewezen]", "kengetallen: [verhuurd, ▸verhurd]")]),
    ("kengetal-onbekend", [(AF, "kengetallen: [verhuurd]}", "kengetallen: [▸aanbod]}")]),
    ("cijfer-onbekend", [(M25, "huur: 12.50", "huur: 12.50, huren: ▸1")]),
    ("cijfer-onbekend", [(M25, "cijfers: {huur: 12.50}", "ontbreekt: {huren: ▸nog niet geteld}")]),
    ("parameter-onbekend", [(AF, "parameters: [grens]", "parameters: [▸grenzen]")]),
    ("verplichting-onbekend", [(VO, "verplichting: 1.1a", "verplichting: ▸1.1z")]),
    ("bestandsnaam", [(VO, "jaar: 2026", "jaar: ▸2027"), (VO, "1.1a,", "1.1a, jaargang: 2026,"),
                      (VO, "2.1a,", "2.1a, jaargang: 2026,")]),
    ("termijn-onleesbaar", [(AF, "Jaarlijks volgt", "Najaar 2026 volgt"),
                            (AF, "{woorden: jaarlijks}", "{woorden: ▸najaar 2026}")]),
    ("citaat", [(AF, "{woorden: jaarlijks}", "{woorden: ▸maandelijks}")]),
    ("citaat", [(AF, "voorwaarde: Indien nodig", "voorwaarde: ▸Indien nuttig")]),
    ("citaat", [(AF, "woorden: eind 2026", "woorden: ▸2026 … eind")]),
    ("citaat", [(AF, "{woorden: in 2026}", "{woorden: ▸n 2026, lezing: {uiterlijk: 2026-12-31, "
                 "vastgesteld_door: [hlve], vastgesteld_op: 2026-01-09}}")]),
    ("norm-citaat", [(AF, "citaat: maximaal 10%", "citaat: ▸hoogstens 10%")]),
    ("norm-citaat", [(AF, "waarde: 10%", "waarde: ▸12%")]),
    ("norm-citaat", [(AF, "waarde: 10%", "waarde: ▸10")]),
    ("norm-citaat", [(AF, "bovengrens: 300", "bovengrens: ▸350")]),
    ("norm-citaat", [(AF, "citaat: maximaal 10%, plaats: tekst", "citaat: ▸maximaal 10%, plaats: doel")]),
    ("norm-volledig", [(AF, "- {soort: bandbreedte, ondergrens: 250,", "- ▸{soort: bandbreedte,")]),
    ("norm-volledig", [(AF, "- {soort: bandbreedte, ondergrens: 250, bovengrens: 300,",
                        "- ▸{soort: bandbreedte, ondergrens: 300, bovengrens: 250,")]),
    ("norm-volledig", [(AF, "- {soort: maximum, waarde: 10%,", "- ▸{soort: maximum,")]),
    ("norm-volledig", [(AF, "- {soort: maximum, waarde: 10%, van: 2026-01-01",
                        "- ▸{soort: maximum, waarde: 10%, van: 2027-01-01")]),
    ("norm-volledig", [(AF, "plaats: tekst}\n", "plaats: tekst}\n      - ▸{soort: maximum, waarde: 10%, "
                        "van: 2026-12-31, citaat: maximaal 10%, plaats: tekst}\n")]),
    ("indicator-volledig", [(AF, "soort: aandeel", "soort: aantal"),
                            (AF, "noemer: verhuurd", "noemer: ▸verhuurd")]),
    ("indicator-volledig", [(AF, "van: 2024\n    tot: 2030", "van: 2024\n    tot: ▸2023")]),
    ("afleiding", [(AF, '  - {nummer: "2", titel: Huren, afgeleid: true, reden: staat er niet}',
                    '  - ▸{nummer: "2", titel: Huren, afgeleid: true}')]),
    ("afleiding", [(AF, "{woorden: in 2026}", "▸{woorden: in 2026, reden: zomaar}")]),
    ("herstel", [(AF, "tekst: toe}", "tekst: ▸toewijst}")]),
    ("verplichting-volledig", [(AF, "soort: voorwaardelijk, voorwaarde: Indien nodig",
                                "soort: ▸voorwaardelijk")]),
    ("verplichting-volledig", [(AF, "soort: maximum\n",
                                "soort: ▸maximum\n        voorwaarde: Indien nodig\n")]),
    ("verplichting-volledig", [(AF, "vroegst: 2026-10-01\n            uiterlijk: 2026-12-31\n            ",
                                "▸")]),
    ("verplichting-volledig", [(AF, "vroegst: 2026-10-01", "▸vroegst: 2027-10-01")]),
    ("meetmoment", [(AF, "woorden: jaarlijks\n    momenten", "woorden: ▸in 2026\n    momenten")]),
    ("cijfer-negatief", [(M25, "huur: 12.50", "huur: ▸-12.50")]),
    ("cijfer-heel", [(M25, "verhuurd: 100", "verhuurd: ▸100.5")]),
    ("cijfer-heel", [(M25, "huur: 12.50", "huur: ▸12.5051")]),
    ("deel-groter", [(M25, "toegewezen: 10", "toegewezen: ▸101")]),
    ("cijfer-dubbel", [(M25, "{huur: 12.50}", "{huur: 12.50}, ontbreekt: {huur: ▸kwijt}")]),
    ("leverancier", [(M25, "eind: 995}", "eind: 995, huur: ▸1}"), (M25, "{huur: 12.50}", "{}")]),
    ("levering-datum", [(H1, "geleverd_op: 2026-07-20\n    herkomst",
                         "geleverd_op: ▸2026-06-30\n    herkomst")]),
    ("levering-datum", [(M25, "- {kengetal: eind", "- ▸{kengetal: huur")]),
    ("levering-datum", [(M25, "- {kengetal: eind", "- ▸{kengetal: eind"),
                        (M25, "gecorrigeerd_op: 2026-01-20", "gecorrigeerd_op: 2026-01-19")]),
    ("halfjaren", [(M26, "verhuurd: 100", "verhuurd: ▸101")]),
    ("voorraad", [(M25, "begin: 1000", "begin: 1001"), (M25, "eind: 995", "eind: ▸995")]),
    ("voorraad-aansluiting", [(M25, "begin: 1000", "begin: 1001"), (M25, "eind: 995", "eind: 996"),
                              (H1, "begin: 995", "begin: ▸995"), (M26, "begin: 995", "begin: ▸995")]),
    ("parameter-volgorde", [(PA, "- {waarde: 15%, van: 2026-01-01", "- ▸{waarde: 15%, van: 2025-12-31")]),
    ("parameter-volgorde", [(PA, "- {waarde: 15%, van: 2026-01-01",
                             "- ▸{waarde: 15%, van: 2026-01-01, tot: 2025-12-31")]),
    ("melding-datum", [(VO, "datum: 2026-03-01", "datum: ▸2027-03-01")]),
    ("melding-datum", [(VO, "gereed_op: 2026-05-01", "gereed_op: ▸2026-07-01")]),
    ("melding-toelichting", [HIER, (VO, "melding: loopt", "melding: vertraagd, oorzaak: x")]),
    ("melding-toelichting", [HIER, (VO, "melding: loopt", "melding: aandacht, bijsturing: x")]),
    ("melding-besluit", [HIER, (VO, "melding: loopt",
                                "melding: vervallen, instemming: [gemeente, omthuis, hlve]")]),
    ("melding-besluit", [HIER, (VO, "melding: loopt",
                                "melding: uitgesteld, besluit: b, instemming: [omthuis, hlve]")]),
    ("melding-velden", [(VO, "melding: loopt", "melding: loopt, tot: ▸2027-01-01")]),
    ("melding-velden", [(VO, "melding: afgerond", "melding: loopt"), (VO, "gereed_op: ", "gereed_op: ▸")]),
    ("zonder-termijn", [(AF, "- letter: c", "- ▸letter: c"),
                        (AF, "\n        termijn: {woorden: jaarlijks}", "")]),
    ("zonder-cijfers", [(AF, "- id: bouw", "- ▸id: bouw"), (AF, "teller: verkocht", "teller: kopen"),
                        (AF, "balansen:\n", f"  - {{id: kopen, naam: Kopen, {NIEUW}\nbalansen:\n")]),
    ("onderwerp-zonder-cijfers", [(AF, "{naam: Toewijzing, indicatoren: [toewijzing],", "▸{naam: Vraag,"),
                                  (AF, "kengetallen: [verhuurd]}", "reden: geen definitie}")]),
]
# fmt: on


ERNST = {c.regel.code: c.regel.ernst for c in CONTROLES}


def pas_aan(wijzigingen: list[Wijziging]) -> tuple[dict[str, str], list[str]]:
    """The sound dossier with changes, and the places of the marks in them."""
    bestanden = dict(GEZOND)
    for bestand, oud, nieuw in wijzigingen:
        assert bestanden[bestand].count(oud) == 1, (bestand, oud)
        bestanden[bestand] = bestanden[bestand].replace(oud, nieuw)
    plekken = []
    for bestand in bestanden:
        bestanden[bestand], hier = met_plek(bestanden[bestand])
        plekken += [f"{bestand}:{plek}" for plek in hier]
    return bestanden, sorted(plekken)


def alle(bestanden: dict[str, str]) -> list[Bevinding]:
    """All findings, information included, as the command places them."""
    dossier, gelezen, teksten = lees(bestanden)
    return plaats_bevindingen([*gelezen, *controleer(dossier)], teksten, dossier)


def test_gezond_dossier_is_gezond() -> None:
    assert alle(GEZOND) == []


@pytest.mark.parametrize(("code", "wijzigingen"), GEVALLEN, ids=lambda w: w if isinstance(w, str) else "")
def test_elke_regel_op_haar_plek(code: str, wijzigingen: list[Wijziging]) -> None:
    """The change breaks this rule and no other, and the finding stands where it was made."""
    bestanden, plekken = pas_aan(wijzigingen)
    gevonden = alle(bestanden) if ERNST[code] == "informatie" else bevindingen(bestanden)
    geen_engels(gevonden)
    assert [f"{b.plaats} {b.code}" for b in gevonden] == [f"{plek} {code}" for plek in plekken]
    assert all(b.hulp for b in gevonden)


def verwacht(pad: Path) -> list[str]:
    """The lines `bestand:regel:kolom code` beside an example."""
    return pad.with_name(pad.stem + ".verwacht").read_text("utf-8").splitlines()


def test_elke_regel_heeft_een_geval() -> None:
    """A rule without a test is not known to work."""
    getoond = {code for code, _ in GEVALLEN} | {code for code, _ in GEWEIGERD}
    getoond |= {
        regel.split()[1]
        for pad in VOORBEELDEN.glob("fout/*.verwacht")
        for regel in pad.read_text().splitlines()
    }
    eigen_test = {"bestand-te-groot", "te-veel"}
    assert {r.code for r in REGELS} | {c.regel.code for c in CONTROLES} == getoond | eigen_test


# -- examples: drop in a file (or a folder of data) and it is a test -----------------------------


def _voorbeelden(map_: str) -> list[Path]:
    return sorted(p for p in (VOORBEELDEN / map_).iterdir() if p.suffix != ".verwacht")


def _bevindingen_van(pad: Path) -> list[Bevinding]:
    """Errors and warnings over a folder of data, or a file that is read as `afspraken-2026.yaml`."""
    bronnen = lees_map(pad) if pad.is_dir() else None
    teksten = bronnen.teksten if bronnen else {AF: pad.read_bytes()}
    dossier, gelezen = lees_dossier(
        teksten, bronnen.onleesbaar if bronnen else {}, bronnen.overig if bronnen else {}
    )
    ernstig = [b for b in controleer(dossier) if b.ernst != "informatie"]
    return plaats_bevindingen([*gelezen, *ernstig], teksten, dossier)


@pytest.mark.parametrize("pad", _voorbeelden("goed"), ids=lambda p: p.stem)
def test_goed_voorbeeld(pad: Path) -> None:
    assert _bevindingen_van(pad) == []


@pytest.mark.parametrize("pad", _voorbeelden("fout"), ids=lambda p: p.stem)
def test_fout_voorbeeld(pad: Path) -> None:
    gevonden = _bevindingen_van(pad)
    geen_engels(gevonden)
    assert [f"{b.plaats} {b.code}" for b in gevonden] == verwacht(pad)


def test_het_voorbeeld_is_goed() -> None:
    assert _bevindingen_van(DATA) == []


# -- what is missing or left out is not reported twice -------------------------------------------


@pytest.mark.parametrize(
    ("bestand", "oud", "nieuw"),
    [
        (AF, "{id: hlve,", "{id: hlve, x: y,"),
        (AF, "{id: omthuis,", "{id: omthuis, x: y,"),
        (AF, '{nummer: "2",', '{nummer: "2", x: y,'),
        (AF, '- nummer: "1.1"', '- x: y\n    nummer: "1.1"'),
        (AF, '- nummer: "2.1"', '- x: y\n    nummer: "2.1"'),
        (AF, "        wat: Toewijzen", "        x: y\n        wat: Toewijzen"),
        (AF, "- id: toewijzing", "- x: y\n    id: toewijzing"),
        (AF, "- id: bouw", "- x: y\n    id: bouw"),
        *[
            (AF, f"{{id: {k},", f"{{id: {k}, x: y,")
            for k in ("verhuurd", "toegewezen", "huur", "begin", "verkocht", "eind")
        ],
        (AF, "{id: voorraad,", "{id: voorraad, x: y,"),
        (AF, "- woorden: jaarlijks", "- x: y\n    woorden: jaarlijks"),
        (PA, "- id: grens", "- x: y\n    id: grens"),
        (M25, "- door: omthuis", "- x: y\n    door: omthuis"),
        (VO, "- {verplichting: 1.1a", "- {x: y, verplichting: 1.1a"),
    ],
)
def test_niets_over_namen_van_weggelaten_records(bestand: str, oud: str, nieuw: str) -> None:
    """A record with a fault gives that one finding; who refers to it is not in error."""
    bestanden, _ = pas_aan([(bestand, oud, nieuw)])
    assert [b.code for b in bevindingen(bestanden)] == ["sleutel-onbekend"]


@pytest.mark.parametrize("bestand", sorted(GEZOND))
def test_niets_over_namen_in_een_onleesbaar_bestand(bestand: str) -> None:
    """The file itself is the one fault, also where all the rest refers to it."""
    assert [b.code for b in bevindingen({**GEZOND, bestand: "x: [\n"})] == ["yaml-opbouw"]


def test_een_andere_kijk_is_geen_fout_als_de_afspraken_onleesbaar_zijn() -> None:
    """Who does the duty then is unknown, and with that what the statement must carry."""
    melding = "jaar: 2026\nvoortgang:\n  - {verplichting: 1.1a, datum: 2026-05-01, door: hlve, melding: aandacht, toelichting: t}\n"
    gevonden = bevindingen({**GEZOND, VO: melding, AF: "x: [\n"})
    assert [b.code for b in gevonden] == ["yaml-opbouw"]


def test_werkt_met_ontbrekende_bestanden() -> None:
    """No check needs a file to be there; what is asked of `parameters.yaml` is then said."""
    namen = sorted(GEZOND)
    for aantal in range(len(namen) + 1):
        for keuze in combinations(namen, aantal):
            gevonden = bevindingen({naam: GEZOND[naam] for naam in keuze})
            if AF in keuze:
                mist = [] if PA in keuze else ["parameter-onbekend"]
                assert [b.code for b in gevonden] == mist, keuze


def test_aandeel_van_de_halve_jaren_pas_als_alles_vast_is() -> None:
    """A provisional half year is not yet held against the year."""
    anders = (H1, "herkomst: definitief", "herkomst: voorlopig")
    bestanden, _ = pas_aan([anders, (M26, "verhuurd: 100", "verhuurd: 101")])
    assert bevindingen(bestanden) == []


# -- what users write, and the program must survive ----------------------------------------------


@pytest.mark.parametrize(
    ("bestand", "oud", "nieuw", "codes"),
    [
        (AF, "{woorden: in 2026}", '{woorden: "… 2026"}', {"citaat", "termijn-onleesbaar"}),
        (AF, "{woorden: in 2026}", '{woorden: "…"}', {"citaat", "termijn-onleesbaar"}),
        (AF, "{woorden: in 2026}", "{woorden: december 9999}", {"citaat", "termijn-onleesbaar"}),
        (AF, "{woorden: in 2026}", "{woorden: na 9999}", {"citaat", "termijn-onleesbaar"}),
        (AF, "tekst: toe}", 'tekst: "…"}', {"herstel"}),
        (AF, "citaat: maximaal 10%", 'citaat: "… 10%"', {"norm-citaat"}),
        (M25, 'periode: "2025"', 'periode: "0000"', {"bestandsnaam", "waarde-ongeldig"}),
        (M25, 'periode: "2025"', 'periode: "9999-12"', {"bestandsnaam", "waarde-ongeldig"}),
        (M25, "huur: 12.50", f"huur: {'9' * 40}", {"waarde-ongeldig", "cijfer-heel"}),
        (M25, "verhuurd: 100", f"verhuurd: {'9' * 40}", {"waarde-ongeldig", "cijfer-heel"}),
    ],
)
def test_vreemde_waarde_geeft_een_bevinding(bestand: str, oud: str, nieuw: str, codes: set[str]) -> None:
    """Never an exception; at most a finding too many, never one of another kind."""
    bestanden, _ = pas_aan([(bestand, oud, nieuw)])
    assert {b.code for b in bevindingen(bestanden)} <= codes


def test_citaat_begint_en_eindigt_bij_een_woord() -> None:
    """'in 2026' does not stand in 'begin 2026', whose meaning only the parties can settle."""
    bestanden, plekken = pas_aan([
        (AF, "Omthuis wijst in 2026 maximaal", "Omthuis wijst begin 2026 maximaal"),
        (AF, "{woorden: in 2026}", "{woorden: ▸in 2026}"),
    ])  # fmt: skip
    assert [f"{b.plaats} {b.code}" for b in bevindingen(bestanden)] == [f"{plekken[0]} citaat"]


def test_citaat_telt_hoofdletters_en_regeleinden_niet() -> None:
    bestanden, _ = pas_aan(
        [(AF, "voorwaarde: Indien nodig", "voorwaarde: INDIEN nodig … overleg. jaarlijks")]
    )
    assert bevindingen(bestanden) == []


@pytest.mark.parametrize(
    ("citaat", "waarde"),
    [
        ("1.000 woningen", "1000"),
        ("7,5 procent", "7.5%"),
        ("€ 932,93", "932.93"),
        ("1.500.000 euro", "1500000"),
    ],
)
def test_norm_leest_nederlandse_getallen(citaat: str, waarde: str) -> None:
    """In a Dutch quotation a point parts thousands and a comma the decimals."""
    bestanden, _ = pas_aan([
        (AF, "maximaal 10% toe", f"maximaal {citaat} toe"),
        (AF, "waarde: 10%,", f"waarde: {waarde},"),
        (AF, "citaat: maximaal 10%", f'citaat: "{citaat}"'),
    ])  # fmt: skip
    assert bevindingen(bestanden) == []


def test_verplichting_van_een_eerder_jaar() -> None:
    """A statement in 2027 about a duty of 2026 is about that year, unless 2027 has the duty, too."""
    register = (
        "jaar: 2027\nvoortgang:\n  - {verplichting: 1.1a, datum: 2027-03-01, door: hlve, melding: afgerond}\n"
    )
    assert bevindingen({**GEZOND, "voortgang/2027.yaml": register}) == []
    fout = register.replace("melding:", "jaargang: 2025, melding:")
    assert [b.code for b in bevindingen({**GEZOND, "voortgang/2027.yaml": fout})] == ["verplichting-onbekend"]


def test_verschil_van_de_voorraad_staat_in_de_melding() -> None:
    bestanden, _ = pas_aan([(M25, "begin: 1000", "begin: 1003")])
    (bevinding,) = bevindingen(bestanden)
    assert re.search(r"het eind is 995, berekend is 998 \(verschil -3\)", bevinding.boodschap)
