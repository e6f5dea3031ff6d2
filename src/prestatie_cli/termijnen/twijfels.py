"""The words that have no one reading: why, and what comes nearest. `TWIJFELS` holds them all."""

import re
from collections.abc import Callable
from datetime import date
from typing import NamedTuple

from prestatie_cli.taal import MAANDEN, aantal
from prestatie_cli.termijnen.dagvormen import DUREN
from prestatie_cli.termijnen.perioden import MAANDNAMEN, WEEKDAGEN
from prestatie_cli.termijnen.spelling import telwoord
from prestatie_cli.termijnen.vormen import SEIZOENEN, STREVEN

# A year that the words give stays; one that they don't give may be needed.
OOK_JAAR = r"((?: van)? [0-9]{4})?"
SEIZOEN = "|".join(SEIZOENEN)


class Twijfel(NamedTuple):
    """Words without one reading: why, and what to put in their place (`{jaar}` is that of the agreements)."""

    patroon: re.Pattern[str]
    waarom: str
    wordt: tuple[str | Callable[[re.Match[str]], str], ...]
    voorbeeld: str


def _kwartaal(m: re.Match[str]) -> str:
    """A season as the quarter that it is nearest to."""
    return f"het {SEIZOENEN[m['seizoen']]} kwartaal{m['jaar'] or ''}"


def _elk_seizoen(m: re.Match[str]) -> str:
    return f"jaarlijks in het {SEIZOENEN[m['seizoen']]} kwartaal"


def _werkdagen(m: re.Match[str]) -> str:
    """So many days as hold that many working days, weekends in between."""
    werkdagen = telwoord(m[1]) or (int(m[1]) if m[1].isdecimal() else 1)
    return aantal(-(-werkdagen // 5), "week", "weken")


def _maand_van_week(m: re.Match[str]) -> str:
    """The month that most of a week lies in."""
    donderdag = date.fromisocalendar(2026, min(int(m[1]), 52), 4)
    return MAANDEN[donderdag.month - 1]


TWIJFELS: tuple[Twijfel, ...] = (
    Twijfel(
        re.compile(
            r"(?<!uiterlijk )(?<!tijdig )(?<!niet )"
            r"\bvoor ((?:(?:het|heel) (?:jaar )?)?[0-9]{4}(?:/[0-9]{4})?)(?=$|,)"
        ),
        "dat kan zijn voordat dat jaar begint, of in dat jaar",
        (r"vóór \1", r"in \1"),
        "voor 2026",
    ),
    Twijfel(
        re.compile(rf"\b(?:elke?|iedere?) (?P<seizoen>{SEIZOEN})\b"),
        "een jaargetijde heeft geen eerste of laatste dag",
        (_elk_seizoen,),
        "elk najaar",
    ),
    Twijfel(
        re.compile(r" (?:van|in) (?:het )?(?:(?:daarop)?volgende? jaar|jaar (?:daarop|daarna|erna|erop))$"),
        "na welk jaar, staat er niet",
        (" {volgend}", " van {volgend}"),
        "uiterlijk 1 februari van het volgende jaar",
    ),
    Twijfel(
        re.compile(rf"\bvoor (?:de |het )?(?:zomer(?:vakantie|reces|periode)?|bouwvak(?:antie)?){OOK_JAAR}"),
        "de zomer heeft geen vaste eerste dag",
        (lambda m: f"vóór 1 juli{(m[1] or '').removeprefix(' van')}",),
        "voor de zomer van 2026",
    ),
    Twijfel(
        re.compile(rf"\bna (?:de |het )?(?:zomer(?:vakantie|reces|periode)?|bouwvak(?:antie)?){OOK_JAAR}"),
        "de zomer heeft geen vaste laatste dag",
        (lambda m: f"vanaf 1 september{(m[1] or '').removeprefix(' van')}",),
        "na de zomer van 2026",
    ),
    Twijfel(
        re.compile(
            rf"\b(?:het |de )?(?P<seizoen>{SEIZOEN})(?:vakantie|reces|periode)?"
            r"(?P<jaar>(?: van)? [0-9]{4})?\b"
        ),
        "een jaargetijde heeft geen eerste of laatste dag",
        (_kwartaal,),
        "najaar 2026",
    ),
    Twijfel(
        re.compile(rf"\b(?:het )?(?:begin|aanvang)(?: van)?(?: de maand)? (?=(?:{MAANDNAMEN})\b)"),
        "tot welke dag het begin duurt, staat er niet",
        ("in ", ""),
        "begin maart 2026",
    ),
    Twijfel(
        re.compile(r"\b(?:het )?(?:begin|aanvang)\b(?: van)?(?: het jaar)?(?P<jaar> [0-9]{4}| het jaar)?"),
        "tot welke dag het begin duurt, staat er niet",
        (
            lambda m: (
                f"het eerste kwartaal van{m['jaar']}"
                if m["jaar"] and "het" not in m["jaar"]
                else "het eerste kwartaal"
            ),
        ),
        "begin 2026",
    ),
    Twijfel(
        re.compile(r"\bvoor medio ([0-9]{4})"),
        "op welke dag het midden van het jaar begint, staat er niet",
        (r"vóór 1 juli \1",),
        "voor medio 2026",
    ),
    Twijfel(
        re.compile(r"\bna medio ([0-9]{4})"),
        "op welke dag het midden van het jaar eindigt, staat er niet",
        (r"vanaf 1 juli \1",),
        "na medio 2026",
    ),
    Twijfel(
        re.compile(rf"\b(?:medio|half|halverwege) (?=(?:{MAANDNAMEN})\b)"),
        "welke dagen het midden van een maand zijn, staat er niet",
        ("in ", ""),
        "medio maart 2026",
    ),
    Twijfel(
        re.compile(r"\b(?:midden|halverwege|half) ([0-9]{4})"),
        "welke dagen het midden zijn, staat er niet",
        (r"medio \1",),
        "halverwege 2026",
    ),
    Twijfel(
        re.compile(r"\btot (?!en met|uiterlijk)(.+)"),
        "of die dag nog meetelt, staat er niet",
        (r"tot en met \1", r"vóór \1"),
        "tot 1 juli 2026",
    ),
    Twijfel(
        re.compile(
            r"\bper (?=[0-9]{4}|[qkh][1-4]|(?:het )?\w+ (?:kwartaal|halfjaar)|(?:" + MAANDNAMEN + r")\b|week)"
        ),
        "gaat het om het begin ervan, of om de hele periode?",
        ("vanaf ", "in "),
        "per 2026",
    ),
    Twijfel(
        re.compile(r"\bvanaf (?:het )?einde?(?: van)? "),
        "gaat het om de laatste dag?",
        ("vanaf ", "na "),
        "vanaf eind 2026",
    ),
    Twijfel(
        re.compile(r"\b(?:rond(?:om)?|omstreeks|circa|ca|ongeveer|tegen|richting|om en nabij) (?:het )?"),
        "hoeveel eerder of later, staat er niet",
        ("", "uiterlijk "),
        "rond 1 juli 2026",
    ),
    Twijfel(
        re.compile(
            r"\b(?:naar verwachting|verwacht|gepland|voorzien|planning|beoogd|doel|waarschijnlijk"
            r"|vermoedelijk|indicatief)(?: is| op| voor)?:?,? ?"
        ),
        "een verwachting is geen afspraak over een dag",
        ("", "in principe "),
        "naar verwachting in 2026",
    ),
    Twijfel(
        re.compile(
            r"\b(?:zo (?:spoedig|snel|vroeg) mogelijk|zsm|binnen afzienbare (?:tijd|termijn)|binnenkort"
            r"|op (?:korte|afzienbare|middellange|lange|langere) termijn"
            r"|spoedig|onmiddellijk|direct|meteen|per direct|per omgaande"
            r"|te zijner tijd|tzt|op termijn|tijdig|op tijd)(?! na\b)"
        ),
        "er staat geen dag",
        ("uiterlijk eind {jaar}",),
        "zo spoedig mogelijk",
    ),
    Twijfel(
        re.compile(
            r"\b(?:in |gedurende |voor )?(?:de )?(?:(?:aan|eerst)?komende|volgende) (?:\w+ )?"
            r"(?:jaren|jaar|periode|tijd)\b"
        ),
        "welke jaren dat zijn, staat er niet",
        ("{jaar} tot en met {later}",),
        "de komende jaren",
    ),
    Twijfel(
        re.compile(r"\b(?:het )?(?:einde?|afloop) van (?:de|deze) (?:looptijd|periode)\b.*"),
        "welke dagen dat zijn, staat er niet",
        ("einde van {jaar}",),
        "voor het einde van de looptijd",
    ),
    Twijfel(
        re.compile(rf"^(.+?),? (?:{STREVEN}) (?=\D)(.+)$"),
        "is alles een streven, of alleen wat erachter staat?",
        (r"in principe \1 \2",),
        "jaarlijks, bij voorkeur in maart",
    ),
    Twijfel(
        re.compile(r"\b(\S+) (?:a|tot|of) (?=\S+ (?:dagen|weken|maanden|jaar)\b)"),
        "hoeveel precies, staat er niet",
        ("",),
        "binnen vier tot zes weken na ontvangst",
    ),
    Twijfel(
        re.compile(r"\b(?:ruim|ruimschoots|kort|vlak) (?=voor|na)"),
        "hoeveel eerder of later, staat er niet",
        ("",),
        "ruim voor 1 juli 2026",
    ),
    Twijfel(
        re.compile(
            r"\b(?:gedurende |tijdens |in |binnen )?(?:de |het )?(?:(?:ge)?hele )?"
            r"(?:looptijd|duur|geldigheidsduur|(?:deze|huidige) periode)\b.*"
        ),
        "welke dagen dat zijn, staat er niet",
        ("gedurende {jaar}",),
        "gedurende de looptijd van de afspraken",
    ),
    Twijfel(
        re.compile(
            r"\b(?:in |gedurende )?(?:(?:de loop van )?(?:dit|het lopende|lopend) jaar"
            r"|het hele jaar(?: door)?|het jaar)\b"
        ),
        "welk jaar dat is, staat er niet",
        ("in {jaar}", "{jaar}"),
        "dit jaar",
    ),
    Twijfel(
        re.compile(r" (?:as|aanstaande|jl|jongstleden|eerstkomend)\b"),
        "welk jaar dat is, staat er niet",
        (" {jaar}",),
        "1 juli a.s.",
    ),
    Twijfel(
        re.compile(
            r"\b(?:(?:elke|iedere|per|om de) (?:\w+ )?(?:week|weken|dag|dagen|werkdag)"
            r"|(?:twee|drie|vier)?wekelijks|dagelijks|\S+ keer per (?:week|dag|\w+ weken))\b"
        ),
        "vaker dan maandelijks houdt het programma niet bij",
        ("maandelijks",),
        "wekelijks",
    ),
    Twijfel(
        re.compile(
            r"\b(?:tweemaandelijks|(?:om de|elke|iedere) (?:2|twee) maanden"
            r"|een keer (?:per|in de) (?:2|twee) maanden|om de maand)\b"
        ),
        "in tijdvakken van twee maanden telt het programma niet",
        ("zes keer per jaar",),
        "om de twee maanden",
    ),
    Twijfel(
        re.compile(
            r"\b(?:viermaandelijks|(?:om de|elke|iedere) (?:4|vier) maanden|(?:elk|ieder|per) tertiaal)\b"
        ),
        "in tijdvakken van vier maanden telt het programma niet",
        ("drie keer per jaar",),
        "viermaandelijks",
    ),
    Twijfel(
        re.compile(r"\b(\S+) (?:a|tot|of|-|tot en met) \S+ keer\b|\b([0-9]+)[-/][0-9]+ keer\b"),
        "hoe vaak precies, staat er niet",
        (lambda m: f"minimaal {m[1] or m[2]} keer",),
        "2 à 3 keer per jaar",
    ),
    Twijfel(
        re.compile(
            r"\b(?:een paar|enkele|meerdere|verschillende|diverse|een aantal|enige) (?:keer|keren|malen)\b"
        ),
        "hoe vaak precies, staat er niet",
        ("minimaal twee keer",),
        "een paar keer per jaar",
    ),
    Twijfel(
        re.compile(r"\b(?:maximaal|hoogstens|ten hoogste|niet meer dan|hooguit) "),
        "een bovengrens is geen termijn: daarvoor is de soort 'maximum'",
        ("",),
        "maximaal twee keer per jaar",
    ),
    Twijfel(
        re.compile(
            r"\b(?:zeer |minstens )?(?:regelmatig|periodiek|geregeld|frequent|af en toe|met regelmaat"
            r"|op gezette tijden|cyclisch|vaker)\b"
        ),
        "hoe vaak, staat er niet",
        ("minimaal twee keer per jaar",),
        "regelmatig",
    ),
    Twijfel(
        re.compile(r"\b(\w+) (?:werk|kantoor)dag(?:en)?\b"),
        "welke dagen vrij zijn, staat er niet",
        (_werkdagen,),
        "binnen drie werkdagen na de melding",
    ),
    Twijfel(
        re.compile(rf"^(?:uiterlijk )?binnen (\w+) ({'|'.join(DUREN)})$"),
        "vanaf wanneer, staat er niet",
        (r"binnen \1 \2 na vaststelling",),
        "binnen zes weken",
    ),
    Twijfel(
        re.compile(r"^(?:direct |meteen |zo spoedig mogelijk |zo snel mogelijk )?(?:na|nadat) (?=\D+$)"),
        "hoeveel tijd erna, staat er niet",
        ("binnen zes weken na ",),
        "na oplevering",
    ),
    Twijfel(
        re.compile(r"(?<=na afloop van )(?:het|dat|die|de|een) (?=kwartaal|halfjaar|maand)"),
        "welk tijdvak dat is, staat er niet",
        ("elk ", "elke "),
        "binnen vier weken na afloop van het kwartaal",
    ),
    Twijfel(
        re.compile(r"\b(\d+) uur\b"),
        "in uren telt het programma niet",
        (lambda m: aantal(max(1, -(-int(m[1]) // 24)), "dag", "dagen"),),
        "binnen 48 uur na de melding",
    ),
    Twijfel(
        re.compile(r"\b(?:weken|week|dagen|maanden|maand) (?:voor|voorafgaand aan) (?=\D+$)"),
        "op welke dag dat is, staat er niet",
        (),
        "twee weken voor het overleg",
    ),
    Twijfel(
        re.compile(r"\bom het halfjaar\b"),
        "dat kan elk halfjaar zijn, of een van de twee",
        ("elk halfjaar",),
        "om het half jaar",
    ),
    Twijfel(
        re.compile(r"\bschooljaar ([0-9]{4})/([0-9]{4})"),
        "een schooljaar heeft niet overal dezelfde dagen",
        (r"1 augustus \1 tot en met 31 juli \2",),
        "schooljaar 2026/2027",
    ),
    Twijfel(
        re.compile(r"\b([0-9]{4})/([0-9]{4})\b"),
        "de schuine streep staat tussen jaren die op elkaar volgen",
        (r"\1 tot en met \2",),
        "2026/2029",
    ),
    Twijfel(
        re.compile(r"^(.+) uiterlijk$"),
        "",
        (r"uiterlijk \1",),
        "1 juli 2026 uiterlijk",
    ),
    Twijfel(
        re.compile(rf"\b(?:voor|rond|tegen) de jaarwisseling{OOK_JAAR}(?:/[0-9]{{4}})?"),
        "de jaarwisseling is geen dag",
        (lambda m: f"uiterlijk 31 december{(m[1] or '').removeprefix(' van')}",),
        "voor de jaarwisseling",
    ),
    Twijfel(
        re.compile(
            rf"\b(?:in|op|per|voor) (?:[0-9]+ )?(?:{MAANDNAMEN}) en (?:in |op |per )?"
            rf"(?:[0-9]+ )?(?:{MAANDNAMEN})$"
        ),
        "dat zijn twee momenten: zet ze onder 'meetmomenten', of maak er twee verplichtingen van",
        ("twee keer", "twee keer per jaar"),
        "in maart en september",
    ),
    Twijfel(
        re.compile(
            r"\b(?:elke?|iedere?) (?:eerste|tweede|derde|vierde|laatste) \w+ van "
            r"(?:de|elke|iedere) (?=maand|kwartaal)"
        ),
        "op een dag van de week rekent het programma niet",
        ("elke ", "elk "),
        "iedere eerste maandag van de maand",
    ),
    Twijfel(
        re.compile(r"\b(?:in )?(?:het )?(?:komend|volgend|daaropvolgend)e? jaar\b"),
        "welk jaar dat is, staat er niet",
        ("in {volgend}", "{volgend}"),
        "volgend jaar",
    ),
    Twijfel(
        re.compile(r"\b(?:in |vanaf )?([0-9]{4}),? (?:ev|en (?:verder|later|volgende(?: jaren)?|daarna))$"),
        "begint het in dat jaar, of keert het elk jaar terug?",
        (r"vanaf \1", r"jaarlijks vanaf \1"),
        "2026 e.v.",
    ),
    Twijfel(
        re.compile(rf"\b(?:{'|'.join(WEEKDAGEN)}) (?=[0-9]{{1,2}} )"),
        "die dag van de week is een andere datum",
        ("",),
        "donderdag 1 mei 2026",
    ),
    Twijfel(
        re.compile(r"\bweek ([0-9]{1,2})\b"),
        "een week begint elk jaar op een andere dag",
        (_maand_van_week,),
        "jaarlijks in week 20",
    ),
)
