"""The forms of terms that come back: `HERHAALVORMEN`, by how often, and on which days of the year."""

import re
from dataclasses import replace

from prestatie_cli.termijnen.dagvormen import DAGVORMEN, DUURWOORDEN, lees_duur
from prestatie_cli.termijnen.perioden import MAANDNAMEN, Termijnvorm, lees, lees_periode
from prestatie_cli.termijnen.spelling import telwoord
from prestatie_cli.termijnen.venster import IJKJAAR, Duur, Venster, maanden_later

MAANDEN_PER = {"jaar": 12, "halfjaar": 6, "kwartaal": 3, "maand": 1}
TIJDVAK = "jaar|halfjaar|kwartaal|maand"
MEERVOUD = {
    "jaar": "jaar",
    "jaren": "jaar",
    "kwartalen": "kwartaal",
    "maanden": "maand",
    "halfjaar": "halfjaar",
}
BIJWOORDEN = {
    "jaarlijks": 12, "halfjaarlijks": 6, "kwartaalgewijs": 3, "maandelijks": 1, "driemaandelijks": 3,
    "zesmaandelijks": 6, "2jaarlijks": 24, "3jaarlijks": 36, "4jaarlijks": 48, "5jaarlijks": 60,
    "tweejaarlijks": 24, "driejaarlijks": 36, "vierjaarlijks": 48, "vijfjaarlijks": 60,
}  # fmt: skip
# Of which it can be said in which part of the calendar each time falls.
TELBAAR = (1, 3, 6)
MINIMUM = "minimaal|minstens|ten minste|tenminste|op zijn minst|in elk geval|in ieder geval"
ELK = "(?:elke?|iedere?|per|in elke?|in iedere?)"
JAARLIJKS = rf"(?:jaarlijks|{ELK} jaar|een keer per jaar|(?:1|een) keer per jaar)"


def _om_de(maanden: int, keer: int = 1) -> Venster | None:
    goed = maanden in TELBAAR or (maanden % 12 == 0 and maanden <= 120)
    return Venster("terugkerend", keer=keer, elke=maanden) if goed else None


def _bijwoord(woord: str) -> Venster | None:
    return _om_de(BIJWOORDEN[woord])


def _elk(tijdvak: str) -> Venster | None:
    return _om_de(MAANDEN_PER[tijdvak])


def _keren(aantal: str, tijdvak: str | None) -> Venster | None:
    keer = telwoord(aantal)
    return _om_de(MAANDEN_PER[tijdvak or "jaar"], keer) if keer else None


def _keren_in(aantal: str, jaar: str) -> Venster | None:
    """So many times within one calendar year."""
    venster, periode = _keren(aantal, "jaar"), lees_periode(jaar)
    return replace(venster, vroegst=periode[0], uiterlijk=periode[1]) if venster and periode else None


def _per_aantal(keren: str | None, aantal: str, tijdvakken: str) -> Venster | None:
    """Once or more in so many years, months or quarters."""
    keer, per = (telwoord(woord) for woord in (keren or "een", aantal))
    return _om_de(MAANDEN_PER[MEERVOUD[tijdvakken]] * per, keer) if keer and per else None


def _minimaal(tekst: str) -> Venster | None:
    venster = lees(HERHAALVORMEN, tekst)
    return replace(venster, minimaal=True) if venster and not venster.minimaal else None


def _minimaal_of_meer(aantal: str, tijdvak: str) -> Venster | None:
    venster = _keren(aantal, tijdvak)
    return replace(venster, minimaal=True) if venster else None


def _in_elk_jaar(tekst: str) -> Venster | None:
    """Once a year, on a day or in a part of it that the words name without a year."""
    later = IN_HET_JAAR_ERNA.search(tekst)
    tekst = tekst[: later.start()] if later else tekst
    if re.search(r"[0-9]{4}|\bweek\b", tekst):
        return None
    dagen = lees(DAGVORMEN, f"{tekst} {IJKJAAR}")
    # Words that the year makes a term of say no day of their own: 'jaarlijks uiterlijk'.
    eigen = KALENDERWOORD.search(tekst) or re.search(r"\b(?:einde?|ultimo)$", tekst)
    if dagen is None or dagen.soort != "periode" or not eigen:
        return None
    if dagen.uiterlijk is None:
        return None
    mee = 12 if later else 0
    vroegst = maanden_later(dagen.vroegst, mee) if dagen.vroegst else None
    return Venster("terugkerend", keer=1, binnen_jaar=(vroegst, maanden_later(dagen.uiterlijk, mee)))


def _minimaal_jaarlijks(aantal: str) -> Venster | None:
    return _minimaal_of_meer(aantal, "jaar")


def _na_afloop(aantal: str, eenheid: str, tijdvak: str) -> Venster | None:
    """Over each period, so long after it has ended."""
    duur, venster = lees_duur(aantal, eenheid), _elk(tijdvak)
    return replace(venster, duur=duur) if duur and venster else None


def _keert_na_afloop(keert: str, aantal: str, eenheid: str, tijdvak: str | None) -> Venster | None:
    venster, duur = lees(HERHAALVORMEN, keert), lees_duur(aantal, eenheid)
    past = venster and venster.keer == 1 and not (venster.duur or venster.binnen_jaar)
    if not (venster and past and duur) or (tijdvak and MAANDEN_PER[tijdvak] != venster.elke):
        return None
    return replace(venster, duur=duur)


def _keert_zonder_duur(keert: str, tijdvak: str | None) -> Venster | None:
    venster = lees(HERHAALVORMEN, keert)
    vreemd = venster and tijdvak and MAANDEN_PER[tijdvak] != venster.elke
    return None if vreemd else venster


def _aan_het_eind(tijdvak: str) -> Venster | None:
    venster = _elk(tijdvak)
    return replace(venster, duur=Duur()) if venster else None


def _met_jaren(tekst: str) -> Venster | None:
    """What comes back, with behind it or before it the years within which: 'jaarlijks vanaf 2027'."""
    achter = ((tekst[: m.start()], tekst[m.end() :]) for m in JAREN_ERACHTER.finditer(tekst))
    voor = ((tekst[m.end() :], tekst[: m.start()]) for m in JAREN_ERVOOR.finditer(tekst))
    gelezen = (_binnen_jaren(*deel) for deel in (*achter, *voor))
    return next((venster for venster in gelezen if venster), None)


def _binnen_jaren(tekst: str, dagen: str) -> Venster | None:
    """What comes back within a stretch of years that begins or ends."""
    if re.search("[0-9]{4}", tekst):
        return None
    dagen = VOOR_HET_EERST.sub("vanaf", dagen).removeprefix("van ")
    venster, jaren = lees(HERHAALVORMEN, tekst), lees(DAGVORMEN, dagen)
    if not (venster and jaren) or venster.vroegst or venster.uiterlijk or not re.search("[0-9]{4}", dagen):
        return None
    if jaren.soort in ("begin", "na"):
        return replace(venster, vroegst=jaren.vroegst)
    van, tot = jaren.vroegst, jaren.uiterlijk
    te_kort = tot is None or (van is not None and (tot - van).days < 28 * venster.elke)
    return None if te_kort or jaren.soort != "periode" else replace(venster, vroegst=van, uiterlijk=tot)


IN_HET_JAAR_ERNA = re.compile(
    r" (?:van|in) (?:het (?:jaar (?:daarop|daarna|erna|erop)|(?:daarop)?volgende? jaar)"
    r"|(?:daarop)?volgend jaar)$"
)
ROND_JAREN = (
    "(?:vanaf|met ingang van|van|in|gedurende|na|tot en met|ingaande|tussen|te beginnen|te starten"
    "|beginnend|startend|voor het eerst)"
)
VOOR_HET_EERST = re.compile(
    "^(?:voor het eerst|te beginnen|te starten|beginnend|startend)(?: in| op| per| met| vanaf)?"
)
JAREN_ERACHTER = re.compile(rf",? (?={ROND_JAREN} )")
JAREN_ERVOOR = re.compile(r"(?<=[0-9]{4}),? ")
KALENDERWOORD = re.compile(
    r"\b(?:januari|februari|maart|april|mei|juni|juli|augustus|september|oktober|november|december"
    r"|[qkh][1-4]|kwartaal|halfjaar|helft|jaarhelft|jaareinde|eindejaar|week [0-9]+"
    r"|(?:einde?|ultimo|(?:ge)?hele|afloop|loop)(?: van)?(?: het)? jaar)\b|[0-9][/-][0-9]"
)
HERHAALVORMEN: tuple[Termijnvorm[Venster], ...] = (
    Termijnvorm(
        re.compile(r"(jaarlijks)"),
        _bijwoord,
        "jaarlijks",
    ),
    Termijnvorm(
        re.compile(rf"{ELK} (jaar)"), _elk, "elk jaar", ("ieder jaar", "per jaar", "elk kalenderjaar")
    ),
    Termijnvorm(
        re.compile(rf"(?:{ELK} |binnen elk |over (?:elk|ieder) )(halfjaar)|(halfjaarlijks|zesmaandelijks)"),
        lambda naam, woord: _om_de(6),
        "per halfjaar",
        ("halfjaarlijks", "elk halfjaar", "ieder half jaar"),
        "over elk halfjaar; te laat als ook het volgende voorbij is",
    ),
    Termijnvorm(
        re.compile(
            rf"(?:{ELK} |over (?:elk|ieder) )(kwartaal)|(kwartaalgewijs|kwartaallijks|driemaandelijks)"
        ),
        lambda naam, woord: _om_de(3),
        "per kwartaal",
        ("elk kwartaal", "ieder kwartaal", "kwartaalgewijs", "driemaandelijks"),
        "over elk kwartaal; te laat als ook het volgende voorbij is",
    ),
    Termijnvorm(
        re.compile(rf"(?:{ELK} |over (?:elke|iedere) )(maand)|(maandelijks)"),
        lambda naam, woord: _om_de(1),
        "maandelijks",
        ("elke maand", "iedere maand", "per maand"),
        "over elke maand; te laat als ook de volgende voorbij is",
    ),
    Termijnvorm(
        re.compile(r"((?:twee|drie|vier|vijf|[2-5])jaarlijks)"),
        _bijwoord,
        "tweejaarlijks",
        uitleg="eens in twee kalenderjaren, vanaf dat van de afspraken; ook drie-, vier- en vijfjaarlijks",
    ),
    Termijnvorm(
        re.compile(rf"(?:(\S+) keer )?(?:in de|per|om de|in|{ELK}) (\S+) ({'|'.join(MEERVOUD)})"),
        _per_aantal,
        "eens in de twee jaar",
        ("eens per twee jaar", "om de twee jaar", "elke twee jaar", "eenmaal per 2 jaar"),
        "ook in maanden of kwartalen, als dat samen een kwartaal of een halfjaar is",
    ),
    Termijnvorm(re.compile(r"om het jaar"), lambda: _om_de(24), "om het jaar", uitleg="hetzelfde"),
    Termijnvorm(
        re.compile(rf"(\S+) keer (?:(?:per|in (?:het|elk|ieder)|{ELK}) ({TIJDVAK})|jaarlijks)"),
        _keren,
        "twee keer per jaar",
        ("2 keer per jaar", "twee maal per jaar", "2x per jaar", "tweemaal per jaar"),
        "elk aantal, in woorden tot twaalf; ook per halfjaar, kwartaal of maand",
    ),
    Termijnvorm(
        re.compile(r"(\S+) keer (?:in|gedurende) ([0-9]{4})"),
        _keren_in,
        "twee keer in 2026",
        uitleg="in dat kalenderjaar",
    ),
    Termijnvorm(
        re.compile(r"(?:in|gedurende) ([0-9]{4}),? (.+ keer)"),
        lambda jaar, keren: lees(HERHAALVORMEN, f"{keren} in {jaar}"),
        "in 2026 twee keer",
        ("in 2026 tweemaal",),
        "hetzelfde",
    ),
    Termijnvorm(
        re.compile(rf"(\S+) of meer keer per ({TIJDVAK})|(\S+) keer of meer per ({TIJDVAK})"),
        lambda a, b, c, d: _minimaal_of_meer(a or c, b or d),
        "twee of meer keer per jaar",
        ("twee keer of meer per jaar",),
        "een minimum",
    ),
    Termijnvorm(
        re.compile(rf"(?:{MINIMUM}) (.+)"),
        _minimaal,
        "minimaal twee keer per jaar",
        (
            "ten minste twee keer per jaar",
            "tenminste 2x per jaar",
            "minstens tweemaal per jaar",
        ),
        "een minimum: vaker mag",
    ),
    Termijnvorm(
        re.compile(rf"{JAARLIJKS},? (?:{MINIMUM}) (\S+) keer"),
        _minimaal_jaarlijks,
        "jaarlijks minimaal drie keer",
        uitleg="hetzelfde als minimaal drie keer per jaar",
    ),
    Termijnvorm(
        re.compile(rf"{JAARLIJKS},? (\S+) keer"),
        lambda aantal: _keren(aantal, "jaar"),
        "jaarlijks drie keer",
        uitleg="hetzelfde als drie keer per jaar",
    ),
    Termijnvorm(
        re.compile(
            rf"(?:uiterlijk )?(?:binnen )?{DUURWOORDEN} na (?:(?:de )?afloop|het einde|einde)"
            rf" van (?:elke?|iedere?) ({TIJDVAK})"
        ),
        _na_afloop,
        "binnen vier weken na afloop van elk kwartaal",
        ("uiterlijk 4 weken na afloop van ieder kwartaal", "4 weken na het einde van elk kwartaal"),
        "over elk kwartaal; te laat als die tijd daarna voorbij is",
    ),
    Termijnvorm(
        re.compile(
            rf"(.+?),? (?:uiterlijk )?(?:binnen )?{DUURWOORDEN} na (?:afloop|het einde|einde)"
            rf"(?: (?:van|daarvan)(?: het| de| dat| die| elke?| iedere?)?(?: ({TIJDVAK}))?)?"
        ),
        _keert_na_afloop,
        "per kwartaal, binnen vier weken na afloop",
        ("elk kwartaal binnen 4 weken na afloop van het kwartaal",),
        "hetzelfde",
    ),
    Termijnvorm(
        re.compile(rf"(.+?),? na afloop(?: van (?:het|dat|die|elke?|iedere?) ({TIJDVAK}))?"),
        _keert_zonder_duur,
        "per kwartaal, na afloop",
        ("per kwartaal na afloop van het kwartaal",),
        "hetzelfde als per kwartaal: hoeveel later, staat er niet",
    ),
    Termijnvorm(
        re.compile(rf"na (?:(?:de )?afloop van )?(?:elke?|iedere?) ({TIJDVAK})"),
        _elk,
        "na afloop van elk kwartaal",
        uitleg="hetzelfde als per kwartaal: hoeveel later, staat er niet",
    ),
    Termijnvorm(
        re.compile(
            r"(?:uiterlijk )?(?:aan |op )?(?:het )?einde? van (?:elke?|iedere?) (halfjaar|kwartaal|maand)"
        ),
        _aan_het_eind,
        "aan het eind van elk kwartaal",
        ("eind van ieder kwartaal",),
        "te laat als het kwartaal voorbij is",
    ),
    Termijnvorm(
        re.compile(rf"{JAARLIJKS}:?,? (.+)"),
        _in_elk_jaar,
        "jaarlijks vóór 1 april",
        (
            "elk jaar voor 1 april",
            "ieder jaar vóór 1 april",
            "jaarlijks, uiterlijk 31 maart",
        ),
        "elk jaar op die dag of in die periode; te laat vanaf de dag erna, elk jaar weer",
    ),
    Termijnvorm(
        re.compile(rf"(?:elke?|iedere?) ((?:{MAANDNAMEN})|[0-9]{{1,2}} (?:{MAANDNAMEN}))"),
        _in_elk_jaar,
        "elke maart",
        uitleg="hetzelfde als jaarlijks in maart; zo ook 'elke 1 maart'",
    ),
    Termijnvorm(
        re.compile(rf"(.+?),? (?:van )?{JAARLIJKS}|(.+) van (?:het|dat) jaar, {JAARLIJKS}"),
        lambda a, b: _in_elk_jaar(a or b),
        "in het eerste kwartaal van elk jaar",
        ("in het eerste kwartaal, jaarlijks", "in het eerste kwartaal van ieder jaar"),
        "hetzelfde",
    ),
    Termijnvorm(
        re.compile(rf"((?!{ROND_JAREN} ).+ {ROND_JAREN} .*[0-9]{{4}}.*)"),
        _met_jaren,
        "jaarlijks vanaf 2026",
        ("jaarlijks met ingang van 2026", "ieder jaar vanaf 2026"),
        "keert terug vanaf dat jaar; zo ook 'jaarlijks t/m 2030' en 'per kwartaal in 2026'",
    ),
    Termijnvorm(
        re.compile(rf"({ROND_JAREN} .*[0-9]{{4}},? .+)"),
        _met_jaren,
        "vanaf 2026 jaarlijks",
        ("met ingang van 2026 jaarlijks",),
        "hetzelfde",
    ),
)
