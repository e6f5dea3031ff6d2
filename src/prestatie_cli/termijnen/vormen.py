"""Term words <-> window: the tables `VORMEN` and (for the days in them) `PERIODEN`, nothing beyond.

A window runs from its first to its last day, both included. Words outside the tables are not
guessed: `lees_woorden` gives None and the parties settle an explicit reading. `make docs` makes the
tables of `docs/formaat.md` from these rows.
"""

import re
from dataclasses import replace
from functools import lru_cache

from prestatie_cli.termijnen.dagvormen import DAGVORMEN
from prestatie_cli.termijnen.herhaalvormen import HERHAALVORMEN, KALENDERWOORD
from prestatie_cli.termijnen.perioden import Termijnvorm, lees
from prestatie_cli.termijnen.spelling import genormaliseerd, jaar_met_twee_lezingen
from prestatie_cli.termijnen.venster import Venster

STREVEN = (
    "in principe|in beginsel|bij voorkeur|liefst|(?:zo|indien|waar|als|wanneer) (?:dat )?mogelijk"
    "|(?:met )?als (?:streven|streefdatum)|streef(?:datum|moment|termijn)"
    "|het streven(?: is)?|(?:met )?(?:een )?streven(?: is)?(?: naar)?"
    "|(?:we |wij |partijen )?(?:streven|streeft)(?: er)? ?naar(?: om)?|er wordt (?:er)?naar gestreefd(?: om)?"
    "|(?:er wordt gestreefd|gestreefd wordt|gestreefd) naar"
)
_ZACHT = re.compile(rf"\b(?:{STREVEN})\b")
ZACHT_TE_MAKEN = ("periode", "begin", "na", "terugkerend", "relatief")
# Words that name a part of a year, and may go without it in agreements of one year.
_ZONDER_JAAR = KALENDERWOORD
LANGSTE_ONGELEZEN = 20
# No term is as long as this: what is longer is running text.
LANGST = 250
# In which quarter of a year most of a season lies; no form reads them.
SEIZOENEN = {
    "voorjaar": "tweede", "lente": "tweede", "zomer": "derde", "najaar": "vierde", "herfst": "vierde",
    "winter": "eerste",
}  # fmt: skip
ELK_SEIZOEN = re.compile(rf"\b(?:elke?|iedere?) (?:{'|'.join(SEIZOENEN)})\b")
HALVERWEGE = re.compile(r"\b(?:van|in|het|de|op|per|voor|tot|na|vanaf)$")
_JAARTAL = re.compile(r"[0-9]{4}")


@lru_cache(maxsize=4096)
def lees_woorden(woorden: str, jaar: int | None = None) -> Venster | None:
    """The window of term words, or None when the tables do not know them, or they have two readings.

    `jaar` is the year that a day or period without one lies in: that of the agreements, where it is one.
    """
    if len(woorden) > LANGST or jaar_met_twee_lezingen(woorden):
        return None
    tekst = genormaliseerd(woorden)
    venster = lees(VORMEN, tekst)
    if venster is None and jaar is not None and _mist_jaar(tekst):
        met_jaar = f"{tekst} {jaar}"
        return None if jaar_met_twee_lezingen(met_jaar) else lees(VORMEN, met_jaar)
    return venster


def _mist_jaar(tekst: str) -> bool:
    """Whether words name a part of a year, and no year; what ends halfway names nothing."""
    return bool(_ZONDER_JAAR.search(tekst)) and not (_JAARTAL.search(tekst) or HALVERWEGE.search(tekst))


def is_streven(woorden: str) -> bool:
    """Whether words say that something is strived for, also where they are not read."""
    return _ZACHT.search(genormaliseerd(woorden)) is not None


@lru_cache(maxsize=1024)
def herhaling_in(woorden: str) -> Venster | None:
    """How something comes back that is not read as a whole: 'jaarlijks in het najaar'."""
    delen = genormaliseerd(woorden[:LANGST]).replace(",", "").split()[:LANGSTE_ONGELEZEN]
    stukken = [(a, b) for a in range(len(delen)) for b in range(a + 1, len(delen) + 1)]
    if ELK_SEIZOEN.search(" ".join(delen)):
        return Venster("terugkerend", keer=1)
    for a, b in sorted(stukken, key=lambda s: s[0] - s[1]):
        venster = lees(HERHAALVORMEN, " ".join(delen[a:b]))
        if venster and not (venster.binnen_jaar or venster.vroegst or venster.uiterlijk):
            return venster
    return None


def _streven(tekst: str, jaar: str = "") -> Venster | None:
    """The soft window of words that name dates or recur; other words are not softened, and none twice."""
    venster = None if _ZACHT.search(tekst) else lees(VORMEN, tekst + jaar)
    return replace(venster, zacht=True) if venster and venster.soort in ZACHT_TE_MAKEN else None


VORMEN: tuple[Termijnvorm[Venster], ...] = (
    Termijnvorm(
        re.compile(
            r"(?:een )?(?:structureel(?: overleg)?|vast agendapunt|vast onderdeel"
            r"|(?:doorlopend|continu)(?: (?:proces|afspraak))?|voortdurend|permanent|blijvend)"
        ),
        lambda: Venster("doorlopend"),
        "structureel overleg",
        ("structureel", "doorlopend", "vast agendapunt", "een vast agendapunt"),
    ),
    Termijnvorm(
        re.compile(
            r"op (?:verzoek|aanvraag)|desgewenst"
            r"|(?:indien|zo|waar|wanneer|als dat|als) (?:nodig|gewenst|wenselijk|noodzakelijk)(?: .+)?"
        ),
        lambda: Venster("voorwaardelijk"),
        "indien nodig",
        ("indien nodig jaarlijks", "indien gewenst"),
        "wat erachter staat, geeft geen datum; zo ook 'zo nodig' en 'waar nodig'",
    ),
    Termijnvorm(
        re.compile(rf"(?:{STREVEN})(?: is)?:?,?(?: …)? (.+)"),
        _streven,
        "in principe in 2027/2028",
        (
            "bij voorkeur in 2027/2028",
            "zo mogelijk in 2027/2028",
            "streven naar 2027/2028",
            "in beginsel in 2027/2028",
        ),
        "een streven: nooit te laat, na afloop wel aandacht; ook wat terugkeert ('in principe jaarlijks')",
    ),
    Termijnvorm(
        re.compile(rf"(.+?),?(?: …)? (?:{STREVEN})( [0-9]{{4}})?"),
        lambda tekst, jaar: _streven(tekst, jaar or ""),
        "2027/2028, in principe",
        ("2027/2028, zo mogelijk",),
        "hetzelfde",
    ),
    *HERHAALVORMEN,
    *DAGVORMEN,
)
