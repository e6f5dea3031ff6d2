"""Dutch words for what PyYAML and pydantic refuse; no English reaches the user."""

import re
from collections.abc import Callable
from typing import Any, NamedTuple

from prestatie_cli.bevindingen import Regel, bedoelde_u
from prestatie_cli.inlezen.vreemdenamen import NAAMREGELS
from prestatie_cli.model.geldigheid import JAARTALLEN

LEESREGELS: tuple[Regel, ...] = (
    Regel(
        "bestand-onleesbaar",
        "fout",
        "Elk bestand in de gegevensmap is te openen.",
        "Een map met de naam van een bestand, een snelkoppeling die nergens heen wijst of een "
        "bestand zonder leesrecht wordt overgeslagen; de rest wordt wel gelezen.",
    ),
    *NAAMREGELS,
    Regel(
        "samenvoegconflict",
        "fout",
        "Een bestand bevat geen samenvoegconflict van git dat nog open is.",
        "Tussen <<<<<<< en >>>>>>> staan twee versies van dezelfde regels. Welke geldt, weet alleen wie "
        "ze samenvoegt. Tot dan wordt het bestand niet gelezen.",
    ),
    Regel(
        "bestand-gelijknamig",
        "fout",
        "Over een jaar of periode gaat één bestand: dat met die naam.",
        "Wie een bestand kopieert en het jaar of de periode erin niet aanpast, zou alles dubbel tellen of "
        "de cijfers van het andere bestand laten vervallen. Het bestand met de andere naam telt niet mee.",
    ),
    Regel(
        "bestand-leeg",
        "fout",
        "Een bestand heeft inhoud.",
        "Vul het bestand, of verwijder het.",
    ),
    Regel(
        "bestand-te-groot",
        "fout",
        "Een bestand is kleiner dan 16 MB.",
        "Een bestand met afspraken is enkele tientallen kB. Controleer of dit het goede bestand is.",
    ),
    Regel(
        "tekencodering",
        "fout",
        "Een bestand is opgeslagen als UTF-8.",
        "Kies in uw tekstverwerker 'Opslaan als' met de codering UTF-8.",
    ),
    Regel(
        "yaml-opbouw",
        "fout",
        "Een bestand is goed opgebouwde YAML.",
        "Let op gelijk inspringen met spaties, een dubbele punt na elke sleutel en gesloten "
        "aanhalingstekens. Na een fout in de opbouw kan de rest van het bestand niet gelezen worden.",
    ),
    Regel(
        "geen-blok",
        "fout",
        "Een bestand begint met sleutels, zoals 'jaar: 2026'.",
        "Zie docs/formaat.md voor de opbouw van elk bestand.",
    ),
    Regel(
        "meer-documenten",
        "fout",
        "Een bestand bevat één document.",
        "Haal de regel '---' weg, of splits het bestand.",
    ),
    Regel(
        "te-diep",
        "fout",
        "Blokken zijn niet dieper genest dan twaalf lagen.",
        "Het formaat kent er zes. Controleer de haken en het inspringen.",
    ),
    Regel(
        "te-veel",
        "fout",
        "Een lijst of blok heeft ten hoogste twintigduizend regels, een bestand tweehonderdduizend waarden.",
        "Wat er meer is, wordt niet gelezen, en na duizend fouten niet getoond. Splits het bestand, of "
        "herstel de eerste fouten.",
    ),
    Regel(
        "anker-of-verwijzing",
        "fout",
        "Een waarde staat voluit waar zij geldt.",
        "Ankers (&naam), verwijzingen (*naam) en samenvoegingen (<<) worden niet gelezen: wie de "
        "tekst leest, moet kunnen zien wat er geldt. Begint tekst met & of *, zet haar dan tussen "
        "aanhalingstekens.",
    ),
    Regel(
        "soortaanduiding",
        "fout",
        "Een waarde heeft geen soortaanduiding zoals !!str.",
        "Het programma bepaalt zelf wat voor waarde een veld heeft. Begint tekst met een "
        "uitroepteken, zet haar dan tussen aanhalingstekens.",
    ),
    Regel(
        "sleutel-vorm",
        "fout",
        "Een sleutel is één woord.",
        "Een lijst of blok kan geen sleutel zijn.",
    ),
    Regel(
        "sleutel-dubbel",
        "fout",
        "Een sleutel staat in een blok één keer.",
        "Bij dubbele sleutels is niet te zeggen welke geldt. Haal er een weg.",
    ),
    Regel(
        "sleutel-onbekend",
        "fout",
        "Elke sleutel is er een die het formaat kent.",
        "Een tikfout in een sleutel zou anders ongemerkt een gegeven laten vervallen.",
    ),
    Regel(
        "veld-ontbreekt",
        "fout",
        "Elk verplicht veld is ingevuld.",
        "Zie docs/formaat.md voor de velden van elk blok.",
    ),
    Regel(
        "waarde-ongeldig",
        "fout",
        "Elke waarde is van de soort die het veld vraagt.",
        "De melding zegt wat er staat en wat er hoort te staan.",
    ),
    Regel(
        "aanhalingstekens",
        "waarschuwing",
        "Tekst die op een getal, tijd of ja/nee lijkt, staat tussen aanhalingstekens.",
        "Dit programma leest de tekst zoals zij er staat, maar andere programma's maken van 3.10 "
        "het getal 3.1, van 12:30 het getal 750 en van NO de waarde onwaar.",
    ),
)
ERNST = {regel.code: regel.ernst for regel in LEESREGELS}


class Weigering(NamedTuple):
    """The words of a finding: the sentence and the remedy."""

    boodschap: str
    hulp: str


YAML_MELDINGEN: tuple[tuple[str, Weigering], ...] = (
    (
        "mapping values are not allowed",
        Weigering(
            "hier mag geen dubbele punt met een spatie staan",
            "zet tekst met een dubbele punt tussen aanhalingstekens, of controleer het inspringen",
        ),
    ),
    (
        "could not find expected ':'",
        Weigering("na deze sleutel ontbreekt de dubbele punt", "schrijf 'sleutel: waarde'"),
    ),
    (
        "end of stream",
        Weigering(
            "een aanhalingsteken of haak die hier begint, wordt niet gesloten",
            "sluit het aanhalingsteken of de haak",
        ),
    ),
    (
        "did not find expected ','",
        Weigering(
            "een lijst of blok tussen haken klopt niet", "zet komma's tussen de waarden en sluit de haak"
        ),
    ),
    (
        "expected ',' or",
        Weigering(
            "een lijst of blok tussen haken klopt niet", "zet komma's tussen de waarden en sluit de haak"
        ),
    ),
    (
        "did not find expected '-'",
        Weigering("hier hoort een streepje van de lijst", "spring gelijk in met de andere streepjes"),
    ),
    (
        "cannot start any token",
        Weigering(
            "een waarde kan niet met dit teken beginnen (een tab, @, ` of %)",
            "spring in met spaties; zet tekst die met zo'n teken begint tussen aanhalingstekens",
        ),
    ),
    (
        "tab character",
        Weigering("hier staat een tab", "spring in met spaties, nooit met tabs"),
    ),
    (
        "escape",
        Weigering(
            "een schuine streep naar achteren (\\) in een tekst tussen dubbele aanhalingstekens klopt niet",
            "gebruik enkele aanhalingstekens, of schrijf \\\\",
        ),
    ),
    (
        "characters are not allowed",
        Weigering("hier staat een onzichtbaar stuurteken", "verwijder het teken"),
    ),
    (
        "block sequence entries are not allowed",
        Weigering("hier kan geen lijst beginnen", "zet het streepje op een nieuwe regel, ingesprongen"),
    ),
    (
        "alphabetic or numeric character",
        Weigering(
            "een waarde kan niet met & of * beginnen",
            "zet tekst die met & of * begint tussen aanhalingstekens",
        ),
    ),
    (
        "tag",
        Weigering(
            "een waarde kan niet met een uitroepteken beginnen",
            "zet tekst die met een uitroepteken begint tussen aanhalingstekens",
        ),
    ),
    (
        "document start",
        Weigering("na het einde van het blok staat nog iets", "controleer het inspringen van deze regel"),
    ),
    (
        "expected",
        Weigering(
            "het inspringen of de opbouw klopt hier niet",
            "laat sleutels van hetzelfde blok precies onder elkaar beginnen, en kijk of op de regel "
            "erboven een aanhalingsteken ontbreekt",
        ),
    ),
)
YAML_ANDERS = Weigering(
    "de opbouw van de YAML klopt hier niet",
    "controleer het inspringen, de dubbele punten en de aanhalingstekens",
)


def yaml_melding(detail: str) -> Weigering:
    """The Dutch words for a message of PyYAML or libyaml."""
    return next((melding for deel, melding in YAML_MELDINGEN if deel in detail), YAML_ANDERS)


def opbouw_melding(code: str, detail: str) -> Weigering:
    """The Dutch words for a refusal of the reader, by rule code."""
    if code == "yaml-opbouw":
        return yaml_melding(detail)
    if code == "sleutel-dubbel":
        sleutel, regel = detail.split("\n")
        return Weigering(
            f"de sleutel '{sleutel}' staat hier voor de tweede keer (eerst op regel {regel})",
            "haal een van beide weg",
        )
    return OPBOUW[code](detail)


def _vast(boodschap: str, hulp: str) -> Callable[[str], Weigering]:
    return lambda detail: Weigering(boodschap.format(detail), hulp)


OPBOUW: dict[str, Callable[[str], Weigering]] = {
    "bestand-leeg": _vast("het bestand is leeg", "vul het, of verwijder het"),
    "bestand-te-groot": _vast("het bestand is groter dan 16 MB", "controleer of dit het goede bestand is"),
    "bestand-onleesbaar": _vast("het bestand is niet te lezen: {}", "herstel of verwijder het"),
    "samenvoegconflict": _vast(
        "hier staat een samenvoegconflict van git dat nog niet is opgelost{}",
        "kies welke regels gelden en haal de regels met <<<<<<<, ======= en >>>>>>> weg",
    ),
    "bestand-gelijknamig": _vast(
        "hierover gaat {} al; dit bestand telt niet mee",
        "verbeter het jaar of de periode in dit bestand, of verwijder het",
    ),
    "tekencodering": _vast("het bestand is niet in UTF-8 opgeslagen", "sla het op met de codering UTF-8"),
    "geen-blok": _vast("een bestand begint met sleutels, zoals 'jaar: 2026'", "zie docs/formaat.md"),
    "meer-documenten": _vast("hier begint een tweede document", "haal '---' of '...' weg"),
    "te-veel": _vast("{}", "splits het bestand, of controleer of dit het goede bestand is"),
    "te-diep": _vast("de blokken zijn hier te diep genest", "controleer haken en inspringen"),
    "anker-of-verwijzing": _vast(
        "een anker of verwijzing ({}) wordt niet gelezen",
        "schrijf de waarde voluit; zet tekst die met & of * begint tussen aanhalingstekens",
    ),
    "soortaanduiding": _vast(
        "een soortaanduiding ({}) wordt niet gelezen",
        "laat haar weg; zet tekst die met ! begint tussen aanhalingstekens",
    ),
    "sleutel-vorm": _vast(
        "een lijst of blok kan geen sleutel zijn", "schrijf één woord voor de dubbele punt"
    ),
}

PATRONEN = {
    f"^{JAARTALLEN}$": "een jaar of jaren zoals 2026 of 2024-2027",
    rf"^{JAARTALLEN}/[^\s/]+$": "het jaar of de jaren en het nummer, zoals 2026/3.6a",
    r"^[a-z][a-z0-9_]*$": "kleine letters, cijfers en _, zoals woonstichting_west",
    r"^[A-Za-z0-9]+([.-][A-Za-z0-9]+)*$": "een nummer zoals 3.10, A.1, BES-01 of II",
    r"^[a-z]{1,2}$": "een letter zoals a",
    r"^([A-Za-z0-9]+[.-])*([A-Za-z0-9]*[A-Z0-9]|[A-Za-z0-9]+-)[a-z]{1,2}$": (
        "een nummer met letter zoals 3.6a"
    ),
    r"^(199[0-9]|2[01][0-9]{2})(-(H[12]|Q[1-4]|0[1-9]|1[0-2]))?$": "2026, 2026-H1, 2026-Q3 of 2026-07",
}


def _kort(waarde: Any) -> str:
    """A value as it is quoted in a message: one line, at most sixty characters."""
    if isinstance(waarde, dict):
        return "een blok met sleutels"
    if isinstance(waarde, (list, tuple)):
        return "een lijst"
    tekst = " ".join(str(waarde).split())
    return f"'{tekst[:60]}…'" if len(tekst) > 60 else f"'{tekst}'"


def _keuze(error: dict[str, Any]) -> Weigering:
    mogelijk = re.findall(r"'([^']*)'", error["ctx"]["expected"])
    hulp = bedoelde_u(str(error["input"]), mogelijk) or f"kies uit: {', '.join(mogelijk)}"
    return Weigering(f"{_kort(error['input'])} is hier geen mogelijke waarde", hulp)


def _patroon(error: dict[str, Any]) -> Weigering:
    vorm = PATRONEN.get(error["ctx"]["pattern"], "de vorm van het formaat")
    hulp = "zet '4,1%' tussen aanhalingstekens" if str(error["input"]).endswith("%") else f"schrijf {vorm}"
    return Weigering(f"{_kort(error['input'])} heeft niet de goede vorm", hulp)


def _getal(error: dict[str, Any]) -> Weigering:
    return Weigering(f"{_kort(error['input'])} is geen geheel getal", "schrijf alleen cijfers, zoals 2026")


def _datum(error: dict[str, Any]) -> Weigering:
    return Weigering(f"{_kort(error['input'])} is geen datum", "schrijf jaar-maand-dag, zoals 2026-07-01")


def _grens(error: dict[str, Any]) -> Weigering:
    grens = next(iter(error["ctx"].values()))
    richting = "hoger" if error["type"].startswith("greater") else "lager"
    gelijk = " of gelijk" if error["type"].endswith("equal") else ""
    return Weigering(
        f"{_kort(error['input'])} ligt buiten het bereik",
        f"de waarde is {richting}{gelijk} aan {grens}" if gelijk else f"de waarde is {richting} dan {grens}",
    )


def _eigen(error: dict[str, Any]) -> Weigering:
    boodschap, hulp = error["ctx"]["error"].args
    return Weigering(boodschap, hulp)


def _hoort(wat: str, hulp: str) -> Callable[[dict[str, Any]], Weigering]:
    return lambda error: Weigering(f"hier hoort {wat}, er staat {_kort(error['input'])}", hulp)


_LEEG = Weigering("de waarde is leeg", "vul de waarde in, of laat de sleutel weg")
_LIJST = _hoort("een lijst", "schrijf [een, twee] of regels die met een streepje beginnen")
_BLOK = _hoort("een blok met sleutels", "schrijf de sleutels op ingesprongen regels")
_TEKST = _hoort("één waarde", "schrijf één waarde achter de dubbele punt")

# Every error type that the models can raise; a test walks the models and finds none missing.
PYDANTIC: dict[str, Callable[[dict[str, Any]], Weigering]] = {
    "bool_parsing": _hoort("true of false", "schrijf true of false"),
    "bool_type": _hoort("true of false", "schrijf true of false"),
    "date_type": _datum,
    "decimal_max_digits": _hoort("een getal", "schrijf een getal van minder cijfers"),
    "decimal_parsing": _hoort("een getal", "schrijf cijfers, met een punt voor de decimalen"),
    "decimal_type": _hoort("een getal", "schrijf cijfers, met een punt voor de decimalen"),
    "dict_type": _BLOK,
    "finite_number": _hoort("een getal", "schrijf cijfers, met een punt voor de decimalen"),
    "greater_than": _grens,
    "greater_than_equal": _grens,
    "int_from_float": _getal,
    "int_parsing": _getal,
    "int_parsing_size": _getal,
    "int_type": _getal,
    "less_than_equal": _grens,
    "literal_error": _keuze,
    "model_type": _BLOK,
    "string_pattern_mismatch": _patroon,
    "string_too_long": lambda error: Weigering(
        f"de tekst is langer dan {error['ctx']['max_length']} tekens", "maak de tekst korter"
    ),
    "string_too_short": lambda error: _LEEG,
    "string_type": _TEKST,
    "too_long": lambda error: Weigering(
        f"de lijst heeft meer dan {error['ctx']['max_length']} regels", "splits het bestand"
    ),
    "too_short": lambda error: Weigering("de lijst is leeg", "noem er ten minste één"),
    "tuple_type": _LIJST,
    "value_error": _eigen,
}


def waarde_melding(error: dict[str, Any]) -> Weigering:
    """The Dutch words for an error of pydantic about a value."""
    maak = PYDANTIC.get(error["type"])
    leeg = error["input"] == "" and error["type"] != "string_too_short"
    if leeg or maak is None:
        return _LEEG if leeg else Weigering(f"{_kort(error['input'])} past hier niet", "zie docs/formaat.md")
    return maak(error)
