"""Seeded data folders of invented municipalities, in the format of `voorbeeld/`.

The same seed gives the same bytes. A clean municipality has no findings at all, information
included; in a faulty one every file has one fault and is otherwise the same.
"""

from pathlib import Path
from random import Random
from textwrap import fill

AGREEMENTS = 50
PER_THEME = 10
PERIODS = ("2023", "2024", "2025", "2026-H1")
THEMES = ("Nieuwbouw", "Betaalbaarheid", "Doelgroepen", "Zorg", "Leefbaarheid", "Duurzaamheid")
DOERS = ("gemeente", "corporatie", "huurders")
SUBJECTS = ("De gemeente", "De corporatie", "De huurdersorganisatie", "Elke partij", "Het bestuur")
VERBS = ("onderzoekt", "bespreekt", "verbetert", "bewaakt", "stimuleert", "beschrijft", "ondersteunt")
OBJECTS = (
    "de verduurzaming van bestaande woningen",
    "het aanbod van betaalbare huurwoningen",
    "de doorstroming naar een passende woning",
    "de leefbaarheid in de wijken",
    "het onderhoud aan complexen van vóór 1975",
    "de inzet van wijkbeheerders",
    "de huisvesting van starters en spoedzoekers",
    "de samenwerking met zorgpartijen",
)
MANNERS = (
    "samen met de bewoners",
    "binnen de bestaande capaciteit",
    "aan de hand van de woonvisie",
    "in overleg met de andere partijen",
    "op basis van een gedeelde analyse",
    "zonder dat de woonlasten stijgen",
)
TERMS = ("in 2026", "uiterlijk 1 juli 2026", "medio 2026", "2026 of 2027", "uiterlijk Q4 2026")
CONDITIONS = ("Indien de subsidie wordt toegekend", "Als de raad daartoe besluit", "Indien nodig")
SALES = "De corporatie verkoopt maximaal 50 woningen in de jaren 2026 t/m 2030."
FREE = "De corporatie wijst maximaal 10% van de vrijkomende woningen toe aan middeninkomens."
NOTES = ("De norm is 'maximaal 10%'.", "De norm is 'maximaal 50', in de jaren 2026 t/m 2030.")

KENGETALLEN = (
    ("verhuringen", "stroom", "verhuringen", "corporatie"),
    ("toewijzingen_middeninkomens", "stroom", "verhuringen", "corporatie"),
    ("verkocht", "stroom", "woningen", "corporatie"),
    ("voorraad_begin", "stand", "woningen", "corporatie"),
    ("opgeleverd", "stroom", "woningen", "corporatie"),
    ("aangekocht", "stroom", "woningen", "corporatie"),
    ("gesloopt", "stroom", "woningen", "corporatie"),
    ("voorraad_correctie", "stroom", "woningen", "corporatie"),
    ("voorraad_eind", "stand", "woningen", "corporatie"),
    ("gepland_nieuwbouw", "stand", "woningen", "gemeente"),
)
INDICATOREN = """\
indicatoren:
  - id: middeninkomens
    naam: Vrije toewijzing aan middeninkomens
    afspraak: "1.1"
    soort: aandeel
    teller: toewijzingen_middeninkomens
    noemer: verhuringen
    definitie: Aandeel van de verhuurde vrijgekomen woningen dat naar een middeninkomen ging.
    normen:
      - soort: maximum
        waarde: 10%
        van: 2026-01-01
        tot: 2026-12-31
        citaat: maximaal 10%
        plaats: tekst
    parameters: [vrije_ruimte_met_afspraak]
  - id: verkoop
    naam: Verkoop van sociale huurwoningen
    afspraak: "1.2"
    soort: cumulatief
    teller: verkocht
    van: 2026
    tot: 2030
    definitie: Aantal sociale huurwoningen dat sinds 1 januari 2026 is verkocht.
    normen:
      - soort: maximum
        waarde: "50"
        van: 2026-01-01
        tot: 2030-12-31
        citaat: maximaal 50
        plaats: tekst

"""
BALANSEN = """
balansen:
  - id: sociale_voorraad
    naam: Sociale huurwoningen
    begin: voorraad_begin
    plus: [opgeleverd, aangekocht]
    min: [verkocht, gesloopt]
    correctie: voorraad_correctie
    eind: voorraad_eind
"""
PARAMETERS = """\
# yaml-language-server: $schema=../schema/parameters.json
parameters:
  - id: vrije_ruimte_met_afspraak
    naam: Vrije toewijzingsruimte ten hoogste, als dat is afgesproken
    eenheid: aandeel
    waarden:
      - waarde: 15%
        van: 2026-01-01
        bron: Woningwet art. 48 lid 1
  - id: liberalisatiegrens
    naam: Liberalisatiegrens (huur per maand)
    eenheid: euro
    waarden:
      - waarde: 879.66
        van: 2024-01-01
        tot: 2024-12-31
        bron: Inspectie Leefomgeving en Transport (ILT), bedragen 2024
      - waarde: 932.93
        van: 2026-01-01
        tot: 2026-12-31
        bron: volkshuisvestingnederland.nl, 25 november 2025
"""

# What replaces what in a faulty file, the first time it occurs; the seed chooses one a file.
FAULTS: dict[str, tuple[tuple[str, str], ...]] = {
    "afspraken": (
        ("    thema: ", "    tema: "),
        ("        soort: ", "        soort: on"),
        ("        wie: [", "        wie: [on"),
        ("          woorden: ", "          woorden: zo spoedig mogelijk na "),
        ("      - letter: a\n", "      - letter: a\n        letter: b\n"),
    ),
    "metingen": (
        ("      verkocht: ", "      verkocht: -"),
        ("    herkomst: ", "    herkomst: geen "),
        ("      opgeleverd: ", "      oplevering: "),
        ("    geleverd_op: 2", "    geleverd_op: 12"),
    ),
    "voortgang": (("    melding: ", "    melding: niet "), ("    datum: 2026", "    datum: 2027")),
    "parameters": (("    eenheid: ", "    eenheid: on"), ("        van: ", "        vanaf: ")),
}


def write_municipality(folder: Path, seed: int, agreements: int = AGREEMENTS, faulty: bool = False) -> None:
    """Write one data folder: agreements, four metingen, statements and parameters."""
    for name, text in municipality(seed, agreements, faulty).items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8", newline="\n")


def municipality(seed: int, agreements: int = AGREEMENTS, faulty: bool = False) -> dict[str, str]:
    """The files of one data folder by path; at least two agreements, since two carry a norm."""
    random = Random(f"gemeente {seed}")
    blocks = [_agreement(random, index) for index in range(agreements)]
    figures = "kengetallen:\n" + "".join(_kengetal(*k) for k in KENGETALLEN)
    head = _head(seed, -(-agreements // PER_THEME))
    files = {"afspraken-2026.yaml": f"{head}\n{''.join(blocks)}{INDICATOREN}{figures}{BALANSEN}"}
    files |= _metingen(random)
    files["voortgang/2026.yaml"] = _voortgang(random, agreements)
    files["parameters.yaml"] = PARAMETERS
    return {name: _with_fault(name, text, seed) for name, text in files.items()} if faulty else files


def only_agreements(seed: int, agreements: int = AGREEMENTS) -> str:
    """The text of an agreements file that stands alone: no indicators, so no figures are missed."""
    text = municipality(seed, agreements)["afspraken-2026.yaml"]
    return text.partition("indicatoren:\n")[0].rstrip() + "\n"


def _with_fault(name: str, text: str, seed: int) -> str:
    """The text with one fault; which and where depends on the seed and the name of the file."""
    random = Random(f"fout {seed} {name}")
    old, new = random.choice(FAULTS[name.split("/")[0].split(".")[0].split("-")[0]])
    parts = text.split(old)
    place = random.randrange(1, len(parts))
    return old.join(parts[:place]) + new + old.join(parts[place:])


def _head(seed: int, themes: int) -> str:
    parties = (("gemeente", "gemeente"), ("corporatie", "corporatie"), ("huurders", "huurdersorganisatie"))
    lines = [
        "# yaml-language-server: $schema=../schema/afspraken.json",
        "jaar: 2026",
        f"titel: Prestatieafspraken 2026 van gemeente {seed}",
        "bron:",
        "  titel: Verzonnen afspraken voor een snelheidsmeting",
        "partijen:",
    ]
    for id_, kind in parties:
        lines += [f"  - id: {id_}", f"    naam: {id_.capitalize()} {seed}", f"    soort: {kind}"]
    lines.append("themas:")
    for n in range(themes):
        lines += [f'  - nummer: "{n + 1}"', f"    titel: {THEMES[n % len(THEMES)]}"]
    return "\n".join([*lines, "", "afspraken:"])


def _agreement(random: Random, index: int) -> str:
    """One agreement of some 650 bytes with two duties, each with its quotation in the text."""
    theme, number = index // PER_THEME + 1, index % PER_THEME + 1
    term, condition = random.choice(TERMS), random.choice(CONDITIONS)
    extra = (FREE, SALES)[index] if index < 2 else _sentence(random)
    text = f"{_sentence(random)} {extra} Dat is {term}."
    duties = _duty(random, "a", "oplevering") + f"        termijn:\n          woorden: {term}\n"
    if random.random() < 0.5:
        text += f" {condition}, wordt dit herzien."
        duties += _duty(random, "b", "voorwaardelijk") + f"        voorwaarde: {condition}\n"
    elif random.random() < 0.7:
        text += " Zolang het nodig blijkt, wordt dit herhaald."
        duties += _duty(random, "b", "doorlopend")
    note = f"    toelichting: {NOTES[index]}\n" if index < 2 else ""
    return (
        f'  - nummer: "{theme}.{number}"\n    thema: "{theme}"\n'
        f"    tekst: >-\n{fill(text, 100, initial_indent='      ', subsequent_indent='      ')}\n"
        f"    verplichtingen:\n{duties}{note}\n"
    )


def _sentence(random: Random) -> str:
    parts = (random.choice(words) for words in (SUBJECTS, VERBS, OBJECTS, MANNERS))
    return f"{' '.join(parts)}."


def _duty(random: Random, letter: str, kind: str) -> str:
    doer = random.choice(DOERS)
    receiver = random.choice([d for d in DOERS if d != doer])
    return (
        f"      - letter: {letter}\n        wat: {random.choice(OBJECTS).capitalize()}\n"
        f"        wie: [{doer}]\n        voor: [{receiver}]\n        soort: {kind}\n"
    )


def _kengetal(id_: str, kind: str, unit: str, supplier: str) -> str:
    name = id_.replace("_", " ").capitalize()
    text = (
        f"  - id: {id_}\n    naam: {name}\n    soort: {kind}\n    eenheid: {unit}\n    levert: {supplier}\n"
    )
    text += f"    definitie: Aantal {unit} over de periode, volgens de administratie van de partij.\n"
    text += "    deel_van: verhuringen\n" if id_ == "toewijzingen_middeninkomens" else ""
    return text + ("    negatief: true\n" if id_ == "voorraad_correctie" else "")


def _metingen(random: Random) -> dict[str, str]:
    """Four periods that follow on each other; the stock of each balances."""
    files, stock, between = {}, random.randrange(1500, 6000), random.randint
    for period in PERIODS:
        plus, minus = [between(5, 60), between(0, 4)], [between(1, 9), between(0, 20)]
        correction, lettings = between(-2, 2), between(60, 200)
        end = stock + sum(plus) - sum(minus) + correction
        values = (lettings, lettings // 14, minus[0], stock, *plus, minus[1], correction, end)
        figures = dict(zip([k[0] for k in KENGETALLEN], values, strict=False))
        files[f"metingen/{period}.yaml"] = _meting(period, figures, between(100, 900))
        stock = end
    return files


def _meting(period: str, figures: dict[str, int], planned: int) -> str:
    year = int(period[:4])
    day = f"{year}-07-14" if period.endswith("H1") else f"{year + 1}-02-12"
    lines = "".join(f"      {name}: {value}\n" for name, value in figures.items())
    return (
        f'# yaml-language-server: $schema=../../schema/meting.json\nperiode: "{period}"\nleveringen:\n'
        f"  - door: corporatie\n    geleverd_op: {day}\n    herkomst: voorbeeld\n    cijfers:\n{lines}"
        f"  - door: gemeente\n    geleverd_op: {day}\n    herkomst: voorbeeld\n"
        f"    cijfers:\n      gepland_nieuwbouw: {planned}\n"
    )


def _voortgang(random: Random, agreements: int) -> str:
    """Eight statements, one a month, about duties that exist."""
    text = "# yaml-language-server: $schema=../../schema/voortgang.json\njaar: 2026\nvoortgang:\n"
    for month in range(1, 9):
        index = random.randrange(agreements)
        duty = f"{index // PER_THEME + 1}.{index % PER_THEME + 1}a"
        kind = random.choice(("loopt", "aandacht", "afgerond"))
        text += f"  - verplichting: {duty}\n    datum: 2026-{month:02}-15\n    door: {random.choice(DOERS)}\n"
        text += f"    melding: {kind}\n    herkomst: voorbeeld\n"
        text += f'    toelichting: "Voorbeeld: {_sentence(random)}"\n'
        if kind == "aandacht":
            text += f"    oorzaak: {_sentence(random)}\n    bijsturing: {_sentence(random)}\n"
    return text
