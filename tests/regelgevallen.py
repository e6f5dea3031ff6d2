"""A case right and a case wrong for every rule: changes of a sound dossier; `test_controles.py` walks them.

`▸` stands where the finding belongs; it is taken out before reading.
"""

from typing import Literal, NamedTuple

from prestatie_cli.bronnen.gegevensmap import MAX_BYTES
from tests.conftest import BASIS

K, K25, A27 = "afspraken-2024-2027.yaml", "afspraken-2024-2025.yaml", "afspraken-2027.yaml"
AF, PA, VO, V27 = "afspraken-2026.yaml", "parameters.yaml", "voortgang/2026.yaml", "voortgang/2027.yaml"
M24, M25, H1, H2, M26 = (f"metingen/{p}.yaml" for p in ("2024", "2025", "2026-H1", "2026-H2", "2026"))

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

BAND = "- {soort: bandbreedte, ondergrens: 250, bovengrens: 300, citaat: 250-300 woningen, plaats: doel}"
DELEN = """- {soort: minimum, waarde: %s, citaat: "%s", plaats: doel, afgeleid: true, reden: r}
      - {soort: minimum, waarde: 250, partij: omthuis, citaat: 250-300 woningen, plaats: doel}
      - {soort: minimum, waarde: 50, partij: gemeente, citaat: "50", plaats: doel, afgeleid: true, reden: r}"""
SAMEN_GELEVERD = tuple(
    (AF, f"{voor}, levert: omthuis", f"{voor}, levert: [omthuis, gemeente]")
    for voor in (
        "V, soort: stroom, eenheid: verhuringen",
        "deel_van: verhuurd, eenheid: euro",
        "K, soort: stroom, eenheid: woningen",
    )
)
PLICHT = "{letter: a, wat: Iets doen, wie: [omthuis], soort: doorlopend%s}"
ANDERE = BASIS.lstrip("\n").replace("Wonen}", "Meer}") + (
    'afspraken:\n  - {nummer: "1.9", thema: "1", tekst: x, verplichtingen: [%s]}\n'
)
KADER = (
    (ANDERE % (PLICHT % ""))
    .replace("jaar: 2026", "geldt: {van: 2024, tot: 2027}")
    .replace(" 2026", " 2024-2027")
)
VOLGEND = (
    (ANDERE % (PLICHT % ", vervolg_van: 2026/1.1a"))
    .replace("jaar: 2026", "jaar: 2027")
    .replace("en 2026\n", "en 2027\n")
)

Wijziging = tuple[str, str, str]  # file, what stands there ("": a new file), what comes instead


class Geval(NamedTuple):
    """Changes after which a rule does not hold, or just does; what the finding touches, and its file if it has no line."""

    code: str
    soort: Literal["goed", "fout"]
    wijzigingen: tuple[Wijziging, ...]
    raakt: frozenset[str] = frozenset()
    plek: str | None = None


def goed(code: str, *wijzigingen: Wijziging) -> Geval:
    """Nothing is found, though it comes near."""
    return Geval(code, "goed", wijzigingen)


def fout(code: str, raakt: str, *wijzigingen: Wijziging, plek: str | None = None) -> Geval:
    """This rule finds it and no other, at each mark; `raakt` names what the findings touch."""
    return Geval(code, "fout", wijzigingen, frozenset(raakt.split()), plek)


ONDER: Wijziging = (AF, "jaar: 2026\n", "jaar: 2026\nkader: afspraken-2024-2027.yaml\n")
HIER: Wijziging = (VO, "- {verplichting: 1.1a", "- ▸{verplichting: 1.1a")
NOG_EEN = "{verplichting: 1.1a, datum: 2027-05-01, door: omthuis, melding: loopt}, "
THEMA_3: tuple[Wijziging, ...] = (
    (AF, "staat er niet}\n", 'staat er niet}\n  - {nummer: "3", titel: Nieuw}\n'),
    (AF, "meetmomenten:", '  - {nummer: "3.1", thema: "3", tekst: x}\nmeetmomenten:'),
)

# fmt: off
GEVALLEN = (
    fout("partij-onbekend", "1.1a", (AF, "voor: [gemeente]", "voor: [▸gemeent]")),
    fout("partij-onbekend", "nieuw", (AF, "balansen:\n", "  - {id: nieuw, naam: Nieuw, soort: stand, eenheid: personen, "
                          "levert: ▸provincie, definitie: d}\nbalansen:\n")),
    fout("partij-onbekend", "2.1a", (AF, "vastgesteld_door: [omthuis]", "vastgesteld_door: [omthuis, ▸alliantie]")),
    fout("partij-onbekend", "alliantie", (AF, "vastgesteld_door: [gemeente]", "vastgesteld_door: [▸alliantie]")),
    goed("partij-onbekend", (AF, "voor: [gemeente]", "voor: [hlve]")),
    fout("melder-onbekend", "1.1a", (VO, "door: omthuis, melding: loopt", "door: ▸omthius, melding: loopt")),
    goed("melder-onbekend", (VO, "door: omthuis, melding: loopt", "door: hlve, melding: loopt")),
    fout("partij-ontbreekt", "1.1b", (AF, "- {letter: b, wat: Overleggen, wie: [omthuis]",
                           "- ▸{letter: b, wat: Overleggen")),
    fout("partij-ontbreekt", "1.1a", (AF, "wie: [omthuis]\n        voor: [gemeente]\n        soort: maximum",
                           "wie: ▸[omthuis]\n        voor: [gemeente]\n        soort: constatering")),
    goed("partij-ontbreekt", (AF, "wie: [omthuis], soort: voorwaardelijk, voorwaarde: Indien nodig}", "soort: constatering}")),
    fout("thema-onbekend", "3.1", (AF, "meetmomenten:", '  - {nummer: "3.1", thema: ▸"3", tekst: x}\nmeetmomenten:')),
    goed("thema-onbekend", *THEMA_3),
    fout("thema-leeg", "3", (AF, "staat er niet}\n", 'staat er niet}\n  - ▸{nummer: "3", titel: Leeg}\n')),
    goed("thema-leeg", *THEMA_3),
    fout("nummer-buiten-thema", "2.2", (AF, "meetmomenten:",
                              '  - {nummer: ▸"2.2", thema: "1", tekst: x}\nmeetmomenten:')),
    goed("nummer-buiten-thema", (AF, "meetmomenten:", '  - {nummer: "7", thema: "1", tekst: x}\nmeetmomenten:')),
    fout("naam-dubbel", "1", (AF, "staat er niet}\n", 'staat er niet}\n  - {nummer: ▸"1", titel: Weer}\n')),
    fout("naam-dubbel", "1.1a", (AF, "letter: b", "letter: ▸a")),
    fout("naam-dubbel", "1.1a", (AF, '  - nummer: "2.1"', '  - {nummer: "1.1A", thema: "1", tekst: x}\n  - nummer: "2.1"'),
         (AF, "letter: a\n        wat: Toewijzen", "letter: ▸a\n        wat: Toewijzen")),
    fout("groep", "samen", (AF, "meetmomenten:", "groepen:\n  samen: [gemeente, ▸omthius]\nmeetmomenten:")),
    goed("groep", (AF, "meetmomenten:", "groepen:\n  samen: [gemeente, omthuis]\nmeetmomenten:")),
    fout("naam-dubbel", "verkocht", (AF, "balansen:\n", f"  - {{id: ▸verkocht, naam: Weer, {NIEUW}\nbalansen:\n")),
    fout("naam-dubbel", "grens", (PA, "parameters:\n", "parameters:\n  - {id: grens, naam: G, eenheid: euro, waarden: "
                     "[{waarde: 1, van: 2026-01-01, bron: x}]}\n"), (PA, "id: grens\n", "id: ▸grens\n")),
    goed("naam-dubbel", (AF, "- id: bouw", "- id: verkocht")),
    fout("afspraak-onbekend", "bouw", (AF, 'afspraak: "2.1"', 'afspraak: ▸"2.2"')),
    goed("afspraak-onbekend", (AF, 'afspraak: "2.1"', 'afspraak: "2.2"'),
         (AF, "meetmomenten:",
                               '  - {nummer: "2.2", thema: "2", doel: 250-300 woningen, tekst: x}\nmeetmomenten:')),
    fout("indicator-onbekend", "1.1a", (AF, "indicator: toewijzing", "indicator: ▸toewijzign")),
    fout("indicator-onbekend", "1.1", (AF, "indicatoren: [toewijzing]", "indicatoren: [toewijzing, ▸verkoop]")),
    goed("indicator-onbekend", (AF, "indicator: toewijzing", "indicator: bouw")),
    fout("kengetal-onbekend", "toewijzing", (AF, "teller: toegewezen", "teller: ▸toegewesen")),
    fout("kengetal-onbekend", "toegewezen", (AF, "deel_van: verhuurd", "deel_van: ▸verhuringen")),
    fout("kengetal-onbekend", "voorraad", (AF, "min: [verkocht]", "min: [verkocht, ▸gesloopt]")),
    fout("kengetal-onbekend", "1.1c", (AF, "kengetallen: [verhuurd, toegewezen]", "kengetallen: [verhuurd, ▸verhurd]")),
    fout("kengetal-onbekend", "1.1", (AF, "kengetallen: [verhuurd]}", "kengetallen: [▸aanbod]}")),
    goed("kengetal-onbekend", (AF, "kengetallen: [verhuurd, toegewezen]", "kengetallen: [verhuurd, eind]")),
    fout("cijfer-onbekend", "huren", (M25, "huur: 12.50", "huur: 12.50, huren: ▸1")),
    fout("cijfer-onbekend", "huren", (M25, "cijfers: {huur: 12.50}", "ontbreekt: {huren: ▸nog niet geteld}")),
    goed("cijfer-onbekend", (M25, "cijfers: {huur: 12.50}", "ontbreekt: {huur: nog niet geteld}")),
    fout("parameter-onbekend", "toewijzing", (AF, "parameters: [grens]", "parameters: [▸grenzen]")),
    goed("parameter-onbekend", (AF, "parameters: [grens]", "plafond: grens")),
    fout("verplichting-onbekend", "1.1z", (VO, "verplichting: 1.1a", "verplichting: ▸1.1z")),
    goed("verplichting-onbekend", (VO, "verplichting: 1.1a", "verplichting: 1.1c")),
    fout("bestandsnaam", "1.1a 2.1a", (VO, "jaar: 2026", "jaar: ▸2027"), (VO, "1.1a,", "1.1a, jaargang: 2026,"),
                      (VO, "2.1a,", "2.1a, jaargang: 2026,")),
    goed("bestandsnaam", (V27, "", "jaar: 2027\n")),
    fout("kader-onbekend", "", (AF, "jaar: 2026\n", "jaar: 2026\nkader: ▸2024-2027\n")),
    fout("kader-onbekend", "", (K25, "", KADER.replace("2027", "2025")), (AF, "jaar: 2026\n", "jaar: 2026\nkader: ▸2024-2025\n")),
    goed("kader-onbekend", (K, "", KADER), ONDER),
    fout("kader-ontbreekt", "", (K, "", KADER), (AF, "jaar: 2026\n", "jaar: ▸2026\n")),
    goed("kader-ontbreekt", (K, "", KADER), ONDER),
    goed("kader-ontbreekt", (A27, "", VOLGEND)),
    fout("vervolg-onbekend", "1.1a", (AF, "        indicator: toewijzing\n", "        indicator: toewijzing\n        vervolg_van: ▸2025/1.1a\n")),
    fout("vervolg-onbekend", "1.9a", (A27, "", VOLGEND.replace("2026/1.1a", "▸2026/1.1z"))),
    goed("vervolg-onbekend", (A27, "", VOLGEND)),
    fout("melding-dubbelzinnig", "1.1a", (K, "", KADER.replace("1.9", "1.1")), ONDER, (VO, "verplichting: 1.1a", "verplichting: ▸1.1a")),
    goed("melding-dubbelzinnig", (K, "", KADER.replace("1.9", "1.1")), ONDER, (VO, "1.1a,", "1.1a, jaargang: 2024-2027,")),
    goed("melding-dubbelzinnig", (K, "", KADER), ONDER),
    fout("termijn-onleesbaar", "1.1c", (AF, "Jaarlijks volgt", "Najaar 2026 volgt"),
                            (AF, "{woorden: jaarlijks}", "{woorden: ▸najaar 2026}")),
    goed("termijn-onleesbaar", (AF, "Jaarlijks volgt", "Najaar 2026 volgt"),
         (AF, "{woorden: jaarlijks}",
                                "{woorden: najaar 2026, lezing: {uiterlijk: 2026-12-20, "
                                "vastgesteld_door: [hlve], vastgesteld_op: 2026-01-09}}")),
    fout("citaat", "1.1c", (AF, "{woorden: jaarlijks}", "{woorden: ▸maandelijks}")),
    fout("citaat", "1.1b", (AF, "voorwaarde: Indien nodig", "voorwaarde: ▸Indien nuttig")),
    fout("citaat", "2.1a", (AF, "woorden: eind 2026", "woorden: ▸2026 … eind")),
    fout("citaat", "1.1a", (AF, "{woorden: in 2026}", "{woorden: ▸n 2026, lezing: {uiterlijk: 2026-12-31, "
                 "vastgesteld_door: [hlve], vastgesteld_op: 2026-01-09}}")),
    goed("citaat", (AF, "voorwaarde: Indien nodig", "voorwaarde: INDIEN … overleg")),
    fout("norm-citaat", "toewijzing", (AF, "citaat: maximaal 10%", "citaat: ▸hoogstens 10%")),
    fout("norm-citaat", "toewijzing", (AF, "waarde: 10%", "waarde: ▸12%")),
    fout("norm-citaat", "toewijzing", (AF, "waarde: 10%", "waarde: ▸10")),
    fout("norm-citaat", "bouw", (AF, "bovengrens: 300", "bovengrens: ▸350")),
    fout("norm-citaat", "toewijzing", (AF, "citaat: maximaal 10%, plaats: tekst", "citaat: ▸maximaal 10%, plaats: doel")),
    goed("norm-citaat", (AF, "waarde: 10%", "waarde: 0.1")),
    fout("norm-volledig", "bouw", (AF, "- {soort: bandbreedte, ondergrens: 250,", "- ▸{soort: bandbreedte,")),
    fout("norm-volledig", "bouw", (AF, "- {soort: bandbreedte, ondergrens: 250, bovengrens: 300,",
                        "- ▸{soort: bandbreedte, ondergrens: 300, bovengrens: 250,")),
    fout("norm-volledig", "toewijzing", (AF, "- {soort: maximum, waarde: 10%,", "- ▸{soort: maximum,")),
    fout("norm-volledig", "toewijzing", (AF, "- {soort: maximum, waarde: 10%, van: 2026-01-01",
                        "- ▸{soort: maximum, waarde: 10%, van: 2027-01-01")),
    fout("norm-volledig", "toewijzing", (AF, "plaats: tekst}\n", "plaats: tekst}\n      - ▸{soort: maximum, waarde: 10%, "
                        "van: 2026-12-31, citaat: maximaal 10%, plaats: tekst}\n")),
    goed("norm-volledig", (AF, "plaats: tekst}\n", "plaats: tekst}\n      - {soort: maximum, waarde: 10%, "
                           "van: 2027-01-01, citaat: maximaal 10%, plaats: tekst}\n")),
    fout("norm-partij", "toewijzing", (AF, "tot: 2026-12-31, citaat", "tot: 2026-12-31, partij: ▸omthuis, citaat")),
    goed("norm-partij", (AF, "tot: 2026-12-31, citaat", "tot: 2026-12-31, partij: omthuis, citaat"), *SAMEN_GELEVERD),
    fout("norm-delen", "bouw", (AF, BAND, DELEN % ("▸200", "200")), *SAMEN_GELEVERD),
    goed("norm-delen", (AF, BAND, DELEN % ("300", "300")), *SAMEN_GELEVERD),
    fout("indicator-volledig", "toewijzing", (AF, "soort: aandeel", "soort: verandering\n    basisjaar: 2024"),
                            (AF, "noemer: verhuurd", "noemer: ▸verhuurd")),
    fout("indicator-volledig", "bouw", (AF, "van: 2024\n    tot: 2030", "van: 2024\n    tot: ▸2023")),
    fout("indicator-volledig", "bouw", (AF, "    van: 2024\n    tot: 2030", "    van: 2024\n    tot: 2030\n    basisjaar: ▸2020")),
    fout("indicator-volledig", "bouw", (AF, "soort: cumulatief\n    teller: verkocht", "soort: gemiddelde\n    teller: verkocht"),
                            (AF, "- id: bouw", "- ▸id: bouw"), (AF, "van: 2024\n    tot: 2030", "van: 2024")),
    goed("indicator-volledig", (AF, "soort: cumulatief\n", "soort: saldo\n    min: correctie_af\n".replace("correctie_af", "[correctie]"))),
    fout("norm-op", "bouw", (AF, "ondergrens: 250, bovengrens: 300,", "ondergrens: 250, bovengrens: 300, op: ▸2027-12-31,")),
    fout("norm-op", "toewijzing", (AF, "    noemer: verhuurd\n", "    basisjaar: 2024\n"), (AF, "soort: aandeel", "soort: verandering"),
                            (AF, "tot: 2026-12-31, citaat", "tot: 2026-12-31, op: ▸2027-12-31, citaat")),
    fout("norm-op", "toewijzing", (AF, "    noemer: verhuurd\n", "    basisjaar: 2027\n"), (AF, "soort: aandeel", "soort: verandering"),
                            (AF, "tot: 2026-12-31, citaat", "tot: 2026-12-31, op: ▸2026-12-31, citaat")),
    goed("norm-op", (AF, "    noemer: verhuurd\n", "    basisjaar: 2024\n"), (AF, "soort: aandeel", "soort: verandering"),
                            (AF, "tot: 2026-12-31, citaat", "op: 2026-12-31, citaat")),
    fout("eenheid-onbekend", "huur", (AF, "naam: H, soort: stroom, eenheid: euro", "naam: H, soort: stroom, eenheid: ▸gulden")),
    fout("eenheid-onbekend", "", (AF, "kengetallen:\n  - {id: verh", "eenheden: [{id: ▸euro, naam: e, meervoud: e, optelbaar: true}]\nkengetallen:\n  - {id: verh")),
    goed("eenheid-onbekend", (AF, "naam: H, soort: stroom, eenheid: euro", "naam: H, soort: stroom, eenheid: gulden"),
                            (AF, "kengetallen:\n  - {id: verh", "eenheden: [{id: gulden, naam: gulden, meervoud: guldens, decimalen: 2, optelbaar: true}]\n"
                             "kengetallen:\n  - {id: verh")),
    fout("eenheid-som", "bouw", (AF, "soort: cumulatief", "soort: ▸cumulatief"),
                            (AF, "naam: K, soort: stroom, eenheid: woningen", "naam: K, soort: stroom, eenheid: dagen"),
                            (AF, "  - {id: voorraad, naam: Voorraad, begin: begin, min: [verkocht], correctie: correctie, eind: eind}\n", "  []\n")),
    fout("eenheid-som", "huur", (AF, "eenheid: euro, levert: gemeente", "eenheid: punten, levert: ▸[gemeente, omthuis]"), (M25, "12.50", "12.5")),
    fout("eenheid-som", "voorraad begin", (AF, "naam: B, soort: stand, eenheid: woningen", "naam: B, soort: stand, eenheid: punten"),
                            (AF, "- {id: voorraad", "- ▸{id: voorraad")),
    goed("eenheid-som", (AF, "eenheid: euro, levert: gemeente", "eenheid: punten, levert: gemeente"), (M25, "12.50", "12.5")),
    fout("eenheid-verschil", "bouw", (AF, "soort: cumulatief\n    teller: ", "soort: saldo\n    min: [huur]\n    teller: ▸")),
    goed("eenheid-verschil", (AF, "soort: cumulatief\n", "soort: saldo\n    min: [correctie]\n")),
    fout("cijfer-teken", "deel", (AF, "kengetallen:\n  - {id: verh", "kengetallen:\n  - {id: deel, naam: D, soort: stroom, eenheid: procent, levert: gemeente, definitie: d}\n  - {id: verh"), (M25, "huur: 12.50", "huur: 12.50, deel: ▸12.5")),
    fout("cijfer-teken", "huur", (M25, "12.50", "▸12%")),
    fout("cijfer-teken", "verhuurd", (M25, "verhuurd: 100", "verhuurd: ▸€ 100")),
    fout("cijfer-teken", "bouw", (AF, "ondergrens: 250,", "ondergrens: ▸250%,"), (AF, "doel: 250-300 woningen", "doel: 250%-300 woningen"),
                            (AF, "citaat: 250-300 woningen", "citaat: 250%-300 woningen")),
    fout("cijfer-teken", "grens", (PA, "eenheid: aandeel", "eenheid: euro"), (PA, "waarde: 15%", "waarde: ▸15%"), (PA, "waarde: 7.5%", "waarde: 7.5")),
    goed("cijfer-teken", (AF, "kengetallen:\n  - {id: verh", "kengetallen:\n  - {id: deel, naam: D, soort: stroom, eenheid: procent, levert: gemeente, definitie: d}\n  - {id: verh"), (M25, "huur: 12.50", 'huur: 12.50, deel: "12,5%"')),
    goed("cijfer-teken", (M25, "12.50", "\"€ 1.234,50\"")),
    goed("indicator-volledig", (AF, "van: 2024\n    tot: 2030", "van: 2024")),
    fout("afleiding", "2", (AF, '  - {nummer: "2", titel: Huren, afgeleid: true, reden: staat er niet}',
                    '  - ▸{nummer: "2", titel: Huren, afgeleid: true}')),
    fout("afleiding", "1.1a", (AF, "{woorden: in 2026}", "▸{woorden: in 2026, reden: zomaar}")),
    goed("afleiding", (AF, "{woorden: in 2026}", "{woorden: in 2027, afgeleid: true, reden: brief}")),
    fout("herstel", "1.1", (AF, "tekst: toe}", "tekst: ▸toewijst}")),
    goed("herstel", (AF, "tekst: toe}", "tekst: TOE. Indien}")),
    fout("verplichting-volledig", "1.1b", (AF, "soort: voorwaardelijk, voorwaarde: Indien nodig",
                                "soort: ▸voorwaardelijk")),
    fout("verplichting-volledig", "1.1a", (AF, "soort: maximum\n",
                                "soort: ▸maximum\n        voorwaarde: Indien nodig\n")),
    fout("verplichting-volledig", "2.1a", (AF, "vroegst: 2026-10-01\n            uiterlijk: 2026-12-31\n            ",
                                "▸")),
    fout("verplichting-volledig", "2.1a", (AF, "vroegst: 2026-10-01", "▸vroegst: 2027-10-01")),
    goed("verplichting-volledig", (AF, "vroegst: 2026-10-01\n            uiterlijk", "uiterlijk")),
    fout("meetmoment", "", (AF, "woorden: jaarlijks\n    momenten", "woorden: ▸in 2026\n    momenten")),
    goed("meetmoment", (AF, "woorden: jaarlijks\n    momenten", "woorden: twee keer per jaar\n    momenten")),
    fout("cijfer-negatief", "huur", (M25, "huur: 12.50", "huur: ▸-12.50")),
    goed("cijfer-negatief", (AF, "levert: gemeente, definitie: d}", "levert: gemeente, definitie: d, negatief: true}"),
         (M25, "huur: 12.50", "huur: -12.50")),
    fout("cijfer-heel", "verhuurd", (M25, "verhuurd: 100", "verhuurd: ▸100.5")),
    fout("cijfer-heel", "huur", (M25, "huur: 12.50", "huur: ▸12.5051")),
    goed("cijfer-heel", (M25, "verhuurd: 100", "verhuurd: 100.0")),
    fout("deel-groter", "toegewezen verhuurd", (M25, "toegewezen: 10", "toegewezen: ▸101")),
    goed("deel-groter", (M25, "toegewezen: 10", "toegewezen: 100")),
    fout("cijfer-dubbel", "huur", (M25, "{huur: 12.50}", "{huur: 12.50}, ontbreekt: {huur: ▸kwijt}")),
    goed("cijfer-dubbel", (M24, "", _meting("2024", "2025-01-20", 100, 10, 1003, 4, 1, 1000))),
    fout("leverancier", "huur", (M25, "eind: 995}", "eind: 995, huur: ▸1}"), (M25, "{huur: 12.50}", "{}")),
    goed("leverancier", (M25, "  - {door: gemeente", "  - {door: hlve, geleverd_op: 2026-01-20, herkomst: voorlopig, "
                         "cijfers: {klachten: 3}}\n  - {door: gemeente"),
         (AF, "balansen:\n", "  - {id: klachten, naam: K, soort: stroom, eenheid: personen, levert: hlve, "
          "definitie: d}\nbalansen:\n")),
    fout("levering-datum", "begin correctie eind toegewezen verhuurd verkocht", (H1, "geleverd_op: 2026-07-20\n    herkomst",
                         "geleverd_op: ▸2026-06-30\n    herkomst")),
    fout("levering-datum", "huur", (M25, "- {kengetal: eind", "- ▸{kengetal: huur")),
    fout("levering-datum", "eind", (M25, "- {kengetal: eind", "- ▸{kengetal: eind"),
                        (M25, "gecorrigeerd_op: 2026-01-20", "gecorrigeerd_op: 2026-01-19")),
    goed("levering-datum", (H1, "geleverd_op: 2026-07-20\n    herkomst: definitief", "geleverd_op: 2026-06-30\n    herkomst: voorlopig")),
    fout("halfjaren", "verhuurd", (M26, "verhuurd: 100", "verhuurd: ▸101")),
    goed("halfjaren", (H1, "herkomst: definitief", "herkomst: voorlopig"),
         (M26, "verhuurd: 100", "verhuurd: 101")),
    fout("voorraad", "voorraad", (M25, "begin: 1000", "begin: 1001"), (M25, "eind: 995", "eind: ▸995")),
    goed("voorraad", (M25, "begin: 1000", "begin: 999"),
         (M25, "correctie: -1", "correctie: 0")),
    fout("voorraad-aansluiting", "voorraad", (M25, "begin: 1000", "begin: 1001"), (M25, "eind: 995", "eind: 996"),
                              (H1, "begin: 995", "begin: ▸995"), (M26, "begin: 995", "begin: ▸995")),
    goed("voorraad-aansluiting", ("metingen/2023.yaml", "", _meting("2023", "2024-01-20", 100, 10, 10, 4, -1, 5))),
    fout("parameter-volgorde", "grens", (PA, "- {waarde: 15%, van: 2026-01-01", "- ▸{waarde: 15%, van: 2025-12-31")),
    fout("parameter-volgorde", "grens", (PA, "- {waarde: 15%, van: 2026-01-01",
                             "- ▸{waarde: 15%, van: 2026-01-01, tot: 2025-12-31")),
    goed("parameter-volgorde", (PA, "van: 2026-01-01", "van: 2026-07-01")),
    fout("melding-datum", "1.1a", (VO, "datum: 2026-03-01", "datum: ▸2027-03-01")),
    fout("melding-datum", "2.1a", (VO, "gereed_op: 2026-05-01", "gereed_op: ▸2026-07-01")),
    goed("melding-datum", (VO, "datum: 2026-03-01", "datum: 2025-12-30")),
    fout("dag-toekomst", "2.1a", (AF, "[omthuis]\n            vastgesteld_op: 2026-01-09",
                                "[omthuis]\n            vastgesteld_op: ▸2190-01-09")),
    goed("dag-toekomst", (AF, "[omthuis]\n            vastgesteld_op: 2026-01-09",
                        "[omthuis]\n            vastgesteld_op: 2031-12-31")),
    fout("melding-volgorde", "2.1a", (VO, "datum: 2026-03-01", "datum: 2026-06-02"),
         (VO, "datum: 2026-06-01", "datum: ▸2026-06-01")),
    goed("melding-volgorde", (VO, "datum: 2026-03-01", "datum: 2026-06-01")),
    fout("melding-toelichting", "1.1a", HIER, (VO, "melding: loopt", "melding: vertraagd, oorzaak: x")),
    fout("melding-toelichting", "1.1a", HIER, (VO, "melding: loopt", "melding: aandacht, bijsturing: x")),
    goed("melding-toelichting", (VO, "melding: loopt", "melding: vertraagd, oorzaak: x, bijsturing: z")),
    fout("melding-besluit", "1.1a", HIER, (VO, "melding: loopt",
                                "melding: vervallen, instemming: [gemeente, omthuis, hlve]")),
    fout("melding-besluit", "1.1a", HIER, (VO, "melding: loopt",
                                "melding: uitgesteld, besluit: b, instemming: [omthuis, hlve]")),
    goed("melding-besluit", (VO, "melding: loopt", "melding: vervallen, besluit: b, instemming: [gemeente, omthuis, hlve]")),
    fout("melding-velden", "1.1a", (VO, "melding: loopt", "melding: loopt, tot: ▸2027-01-01")),
    fout("melding-velden", "2.1a", (VO, "melding: afgerond", "melding: loopt"), (VO, "gereed_op: ", "gereed_op: ▸")),
    goed("melding-velden", (VO, "melding: loopt", "melding: uitgesteld, tot: 2027-01-01, besluit: b, "
                            "instemming: [gemeente, omthuis, hlve]")),
    fout("zonder-termijn", "1.1c", (AF, "- letter: c", "- ▸letter: c"),
                        (AF, "\n        termijn: {woorden: jaarlijks}", ""), (AF, "Jaarlijks volgt", "Daarna volgt")),
    goed("zonder-termijn", (AF, "soort: maximum\n        termijn: {woorden: in 2026}", "soort: doorlopend"),
         (AF, "wijst in 2026 maximaal", "wijst maximaal")),
    fout("uitvoering-ontbreekt", "1.1a", (AF, "wie: [omthuis]\n        voor: [gemeente]\n        soort: maximum", "wie: ▸[omthuis, gemeente]\n        soort: maximum")),
    goed("uitvoering-ontbreekt", (AF, "wie: [omthuis]\n        voor: [gemeente]\n        soort: maximum", "wie: [omthuis, gemeente]\n        uitvoering: samen\n        soort: maximum")),
    fout("zonder-cijfers", "bouw kopen", (AF, "- id: bouw", "- ▸id: bouw"), (AF, "teller: verkocht", "teller: kopen"),
                        (AF, "balansen:\n", f"  - {{id: kopen, naam: Kopen, {NIEUW}\nbalansen:\n")),
    goed("zonder-cijfers", (AF, "teller: verkocht", "teller: huur")),
    fout("onderwerp-zonder-cijfers", "1.1", (AF, "{naam: Toewijzing, indicatoren: [toewijzing],", "▸{naam: Vraag,"),
                                  (AF, "kengetallen: [verhuurd]}", "reden: geen definitie}")),
    goed("onderwerp-zonder-cijfers", (AF, "{naam: Toewijzing, indicatoren: [toewijzing],", "{naam: Vraag,")),
    fout("termijnwoorden-ongebruikt", "2.1", (AF, "tekst: Partijen bouwen", "tekst: ▸Per kwartaal overleg. Partijen bouwen")),
    fout("termijnwoorden-ongebruikt", "2.1", (AF, "doel: 250-300 woningen", "doel: ▸250-300 woningen, uiterlijk 1 maart 2027")),
    fout("termijnwoorden-ongebruikt", "1.1", (AF, "Jaarlijks volgt", "Uiterlijk najaar 2026 volgt"), (AF, "tekst: |-", "tekst: ▸|-"),
         (AF, "soort: rapportage\n        termijn: {woorden: jaarlijks}", "soort: doorlopend")),
    goed("termijnwoorden-ongebruikt", (AF, "tekst: Partijen bouwen", "tekst: Per kwartaal overleg. Partijen bouwen"),
         (AF, "        soort: oplevering\n", "        soort: oplevering\n        toelichting: per kwartaal is gewoonte\n")),
    goed("termijnwoorden-ongebruikt", (AF, "tekst: Partijen bouwen", "tekst: Volgens de Woonvisie 2025 en artikel 2044 bouwen Partijen")),
    fout("termijn-vergeten", "2.1", (AF, "tekst: Partijen bouwen", "tekst: ▸Jaarlijks overleg. Partijen bouwen")),
    goed("termijn-vergeten", (AF, "tekst: Partijen bouwen", "tekst: Een jaarlijkse toets. Partijen bouwen")),
    fout("normgetal-ongebruikt", "2.1", (AF, "tekst: Partijen bouwen", "tekst: ▸Minstens 20% is goedkoop. Partijen bouwen")),
    fout("normgetal-ongebruikt", "2.1", (AF, "tekst: Partijen bouwen", "tekst: ▸Partijen dragen € 2,5 mln bij en bouwen")),
    fout("normgetal-ongebruikt", "2.1", (AF, "tekst: Partijen bouwen", "tekst: ▸Er komen ten minste 30 woningen. Partijen bouwen")),
    goed("normgetal-ongebruikt", (AF, "toe. Indien", "toe, wettelijk 15%. Indien")),
    goed("normgetal-ongebruikt", (AF, "tekst: Partijen bouwen", "tekst: Er zijn 30 woningen van 2 kamers. Partijen bouwen")),
    fout("titel-jaar", "", (AF, "titel: Prestatieafspraken 2026", "titel: ▸Prestatieafspraken 2025")),
    goed("titel-jaar", (AF, "titel: Prestatieafspraken 2026", "titel: Kader 2024-2027, na 2020")),
    fout("termijn-voorbij", "2.1a", (AF, "termijn:\n          woorden: eind 2026", "termijn:\n          ▸woorden: eind 2026"),
         (AF, "vroegst: 2026-10-01\n            uiterlijk: 2026-12-31", "uiterlijk: 2025-12-31")),
    goed("termijn-voorbij", (AF, "Jaarlijks volgt", "Vóór 1 januari 2026 volgt"),
         (AF, "{woorden: jaarlijks}", "{woorden: Vóór 1 januari 2026}")),
    fout("norm-verlopen", "toewijzing", (AF, "van: 2026-01-01, tot: 2026-12-31", "van: 2025-01-01, tot: ▸2025-12-31")),
    fout("norm-verlopen", "bouw", (AF, "tot: 2030", "tot: ▸2025")),
    fout("norm-verlopen", "toewijzing", (AF, "    parameters: [grens]", "    parameters: [grens]\n    verwachtingen: "
         '▸[{periode: "2025", noemer: 100, toelichting: x}]')),
    goed("norm-verlopen", (AF, "van: 2026-01-01, tot: 2026-12-31", "van: 2026-01-01, tot: 2026-01-31")),
    fout("meetmoment-voorbij", "", (AF, "momenten: [{tijdvak: 2026-H1, uiterlijk: 2026-08-01}]",
                                   "momenten: ▸[{tijdvak: 2025-H1, uiterlijk: 2025-08-01}]")),
    goed("meetmoment-voorbij", (AF, "tijdvak: 2026-H1, uiterlijk: 2026-08-01", "tijdvak: 2025-H2, uiterlijk: 2026-02-01")),
    fout("vaststelling-overgenomen", "hlve", (AF, "balansen:\n", "vaststellingen:\n  - ▸{partij: hlve, datum: 2024-12-10, "
                                              "vingerafdruk: 0123456789abcdef}\nbalansen:\n")),
    goed("vaststelling-overgenomen", (AF, "balansen:\n", "vaststellingen:\n  - {partij: hlve, datum: 2025-12-10, "
                                          "vingerafdruk: 0123456789abcdef}\nbalansen:\n")),
    fout("vaststelling-ontbreekt", "omthuis", (AF, "balansen:\n", "vaststellingen:\n  ▸- {partij: hlve, datum: 2025-12-10, "
         "vingerafdruk: 0123456789abcdef}\n  - {partij: gemeente, datum: 2025-12-10, vingerafdruk: 0123456789abcdef}\nbalansen:\n")),
    goed("vaststelling-ontbreekt", (AF, "balansen:\n", "vaststellingen:\n" + "".join(
         f"  - {{partij: {p}, datum: 2025-12-10, vingerafdruk: 0123456789abcdef}}\n" for p in ("gemeente", "omthuis", "hlve"))
         + "balansen:\n")),
    fout("afspraken-aflopend", "", (V27, "", "jaar: 2027\nvoortgang: [" + NOG_EEN + "]\n"), (AF, "jaar: 2026\n", "jaar: ▸2026\n")),
    goed("afspraken-aflopend", (V27, "", "jaar: 2027\n")),
    fout("cijfer-uitgebleven", "verhuurd", (M25, "cijfers: {verhuurd: 100, ", "cijfers: ▸{")),
    fout("cijfer-uitgebleven", "huur", (M25, "  - {door: gemeente, geleverd_op: 2026-01-20, herkomst: voorlopig, cijfers: {huur: 12.50}}\n",
                                        ""), plek=M25),
    goed("cijfer-uitgebleven", (M25, "cijfers: {huur: 12.50}", "ontbreekt: {huur: nog niet geteld}")),
    goed("cijfer-uitgebleven", (H1, "{door: gemeente, geleverd_op: 2026-07-20, herkomst: voorlopig, cijfers: {huur: 12.50}}",
                                "{door: gemeente, geleverd_op: 2026-07-20, herkomst: voorlopig, cijfers: {}}")),
    fout("melding-cijfer", "2.1a", (AF, "        wat: Bouwen\n", "        wat: Bouwen\n        indicator: bouw\n"),
         (AF, "{soort: bandbreedte, ondergrens: 250, bovengrens: 300,", "{soort: minimum, waarde: 250,"),
         (AF, "    van: 2024\n", "    van: 2025\n"), (VO, "melding: afgerond", "melding: ▸afgerond")),
    fout("melding-cijfer", "2.1a", (AF, "        wat: Bouwen\n", "        wat: Bouwen\n        indicator: bouw\n"),
         (AF, "{soort: bandbreedte, ondergrens: 250, bovengrens: 300, citaat: 250-300 woningen",
          "{soort: minimum, waarde: 9, citaat: 9 woningen"), (AF, "doel: 250-300 woningen", "doel: 9 woningen"),
         (AF, "    van: 2024\n", "    van: 2025\n"),
         (VO, "melding: afgerond, gereed_op: 2026-05-01", "melding: ▸vertraagd, oorzaak: x, bijsturing: z")),
    goed("melding-cijfer", (AF, "        wat: Bouwen\n", "        wat: Bouwen\n        indicator: bouw\n"),
         (AF, "{soort: bandbreedte, ondergrens: 250, bovengrens: 300, citaat: 250-300 woningen",
          "{soort: minimum, waarde: 9, citaat: 9 woningen"), (AF, "doel: 250-300 woningen", "doel: 9 woningen"),
         (AF, "    van: 2024\n", "    van: 2025\n")),
    # -- the reading --
    fout("bestand-onleesbaar", "", ("metingen/2027.yaml/uitleg.txt", "", "x"), plek="metingen/2027.yaml"),
    goed("bestand-onleesbaar", (M24, "", _meting("2024", "2025-01-20", 100, 10, 1003, 4, 1, 1000))),
    fout("bestand-onbekend", "", ("afsprakn-2027.yaml", "", "jaar: 2027\n"), plek="afsprakn-2027.yaml"),
    goed("bestand-onbekend", (V27, "", "jaar: 2027\n")),
    goed("bestand-onbekend", ("LEESMIJ.md", "", "Uitleg"), ("teksten/inleiding.md", "", "Tekst")),
    fout("map-onbekend", "", ("metingen2/2027.yaml", "", "x"), plek="metingen2/"),
    fout("map-onbekend", "", ("metingen/oud/2027.yaml", "", "x"), plek="metingen/oud/"),
    goed("map-onbekend", ("teksten/inleiding.md", "", "x")),
    fout("kopie-ongelijk", "", ("voortgang/2026 (kopie).yaml", "", "jaar: 2026\n"), plek="voortgang/2026 (kopie).yaml"),
    goed("kopie-ongelijk", (V27, "", "jaar: 2027\n")),
    fout("kopie-gelijk", "", ("voortgang/2026.yaml.bak", "", GEZOND[VO]), plek="voortgang/2026.yaml.bak"),
    goed("kopie-gelijk", (V27, "", GEZOND[VO].replace("jaar: 2026", "jaar: 2027"))),
    fout("hulpbestand", "", (".~lock.parameters.yaml#", "", ",jan;\n"), plek=".~lock.parameters.yaml#"),
    goed("hulpbestand", ("metingen/.gitkeep", "", "\n")),
    fout("samenvoegconflict", "", (V27, "", "jaar: 2027\n▸<<<<<<< HEAD\nvoortgang: []\n=======\n>>>>>>> ander\n")),
    goed("samenvoegconflict", (V27, "", "jaar: 2027\n# <<<<<<< HEAD\n")),
    fout("bestand-gelijknamig", "", (V27, "", "jaar: ▸2026\n")),
    goed("bestand-gelijknamig", (V27, "", "jaar: 2027\n")),
    fout("bestand-leeg", "", (V27, "", "▸# niets\n")),
    goed("bestand-leeg", (V27, "", "jaar: 2027\n")),
    fout("bestand-te-groot", "", (V27, "", "#" * (MAX_BYTES + 1)), plek=V27),
    goed("bestand-te-groot", (V27, "", "jaar: 2027\n" + "#" * (MAX_BYTES - 11))),
    fout("tekencodering", "", (V27, "", "jaar: 2027\n# caf▸\udce9\n")),
    goed("tekencodering", (V27, "", "jaar: 2027\n# café\n")),
    fout("yaml-opbouw", "", (V27, "", "jaar: 2027\n▸\tvoortgang: []\n")),
    goed("yaml-opbouw", (V27, "", "jaar: 2027\nvoortgang:\n  []\n")),
    fout("geen-blok", "", (V27, "", "▸- jaar: 2027\n")),
    goed("geen-blok", (V27, "", "{jaar: 2027}\n")),
    fout("meer-documenten", "", (V27, "", "jaar: 2027\n▸---\njaar: 2027\n")),
    goed("meer-documenten", (V27, "", "---\njaar: 2027\n...\n")),
    fout("te-diep", "", (V27, "", f"jaar: {'[' * 12}▸x{']' * 12}\n")),
    goed("te-diep", (AF, "vastgesteld_door: [omthuis]", "vastgesteld_door: [omthuis, hlve]")),
    fout("te-veel", "", (V27, "", f"jaar: 2027\nvoortgang: ▸[{'x, ' * 20_001}]\n")),
    goed("te-veel", (V27, "", "jaar: 2027\nvoortgang: [" + NOG_EEN * 50 + "]\n")),
    fout("anker-of-verwijzing", "1.1a", (VO, "melding: loopt", "melding: loopt, toelichting: ▸&a x")),
    goed("anker-of-verwijzing", (VO, "melding: loopt", "melding: loopt, toelichting: '&a x'")),
    fout("soortaanduiding", "1.1a", (VO, "melding: loopt", "melding: loopt, toelichting: ▸!!str x")),
    goed("soortaanduiding", (VO, "melding: loopt", "melding: loopt, toelichting: '!!str x'")),
    fout("sleutel-vorm", "", (V27, "", "jaar: 2027\n▸[a, b]: x\n")),
    goed("sleutel-vorm", (V27, "", "'jaar': 2027\n")),
    fout("sleutel-dubbel", "", (V27, "", "jaar: 2027\n▸jaar: 2027\n")),
    goed("sleutel-dubbel", (VO, "melding: loopt", "melding: loopt, jaargang: 2026")),
    fout("sleutel-onbekend", "1.1a", (VO, "melding: loopt", "melding: loopt, ▸gevolgen: x")),
    goed("sleutel-onbekend", (VO, "melding: loopt", "melding: loopt, gevolg: x")),
    fout("veld-ontbreekt", "1.1a", (VO, "- {verplichting: 1.1a, datum: 2026-03-01,", "- ▸{verplichting: 1.1a,")),
    goed("veld-ontbreekt", (AF, ", kengetallen: [verhuurd]}", "}")),
    fout("waarde-ongeldig", "1.1a", (VO, "datum: 2026-03-01", "datum: ▸1 maart 2026")),
    fout("waarde-ongeldig", "1.1 1.1C 1.1a 1.1b", (AF, "- letter: c", "- letter: ▸C")),
    fout("waarde-ongeldig", "begin correctie eind toegewezen verhuurd verkocht", (M25, "verhuurd: 100", "verhuurd: ▸1.234")),
    goed("waarde-ongeldig", (VO, "datum: 2026-03-01", 'datum: "2026-03-01"')),
    fout("aanhalingstekens", "", (VO, "melding: loopt", "melding: loopt, toelichting: ▸NO")),
    goed("aanhalingstekens", (VO, "melding: loopt", 'melding: loopt, toelichting: "NO"')),
    # -- against the version before, which is the sound dossier --
    fout("alleen-aanvullen", "1.1a", (VO, "melding: loopt", "melding: ▸afgerond")),
    fout("alleen-aanvullen", "1.1a", (VO, "  - {verplichting: 1.1a, datum: 2026-03-01, door: omthuis, melding: loopt}\n", ""),
         (VO, "- {verplichting: 2.1a", "- ▸{verplichting: 2.1a")),
    fout("alleen-aanvullen", "eind", (M25, "reden: telfout", "reden: ▸schrijffout")),
    goed("alleen-aanvullen", (VO, "melding: loopt}\n", "melding: loopt}\n  - " + NOG_EEN.replace("2027", "2026").rstrip(", ") + "\n")),
    fout("citaat-losgelaten", "1.1 1.1a", (AF, "      - letter: a\n        wat: Toewijzen", "      - ▸letter: a\n        wat: Toewijzen"),
         (AF, "\n        termijn: {woorden: in 2026}", "")),
    fout("citaat-losgelaten", "2.1 bouw", (AF, '- nummer: "2.1"', '- ▸nummer: "2.1"'), (AF, "    normen:\n      - {soort: bandbreedte, "
         "ondergrens: 250, bovengrens: 300, citaat: 250-300 woningen, plaats: doel}\n", "")),
    goed("citaat-losgelaten", (AF, "\n        termijn: {woorden: in 2026}", ""), (AF, "wijst in 2026 maximaal", "wijst maximaal")),
    goed("citaat-losgelaten", (AF, "{woorden: in 2026}", "{woorden: wijst in 2026, lezing: {uiterlijk: 2026-12-31, "
         "vastgesteld_door: [hlve], vastgesteld_op: 2026-01-09}}")),
    fout("cijfer-gewijzigd", "verhuurd", (M25, "verhuurd: 100", "verhuurd: ▸101")),
    fout("cijfer-gewijzigd", "huur", (M25, "huur: 12.50", "huur: ▸13.50")),
    goed("cijfer-gewijzigd", (M25, "herkomst: voorlopig, cijfers: {huur: 12.50}", "herkomst: definitief, cijfers: {huur: 13.50}")),
    goed("cijfer-gewijzigd", (M25, "verhuurd: 100", "verhuurd: 101"), (M25, "    correcties:\n", "    correcties:\n      - {kengetal: verhuurd, was: 100, "
         "geleverd_op: 2026-01-20, gecorrigeerd_op: 2026-02-20, reden: telfout}\n")),
    fout("correctie-was", "verhuurd", (M25, "verhuurd: 100", "verhuurd: 101"), (M25, "    correcties:\n", "    correcties:\n      - {kengetal: verhuurd, "
         "was: ▸99, geleverd_op: 2026-01-20, gecorrigeerd_op: 2026-02-20, reden: telfout}\n")),
    goed("correctie-was", (M25, "    correcties:\n", "    correcties:\n      - {kengetal: verhuurd, was: 99, "
         "geleverd_op: 2026-01-20, gecorrigeerd_op: 2026-02-20, reden: telfout}\n")),
    fout("verdwenen", "grens", (AF, "    parameters: [grens]\n", ""), (PA, PARAMETERS.partition("\n")[2], ""),
         (PA, "parameters:\n", "parameters: []\n"), plek=PA),
    fout("verdwenen", "1.1b", (AF, "      - letter: a\n        wat: Toewijzen", "      - ▸letter: a\n        wat: Toewijzen"), (AF, "      - {letter: b, "
         "wat: Overleggen, wie: [omthuis], soort: voorwaardelijk, voorwaarde: Indien nodig}\n", ""), (AF, " Indien nodig volgt overleg.", "")),
    goed("verdwenen", (AF, "wat: Overleggen", "wat: Spreken")),
)
# fmt: on
