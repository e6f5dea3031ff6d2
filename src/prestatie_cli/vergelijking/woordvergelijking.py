"""Texts word by word: tokens, likeness, and whether a change is only a mend of the writing.

In doubt a change is substantive: a reader who checks one too many loses a minute, one too few a right.
"""

import re
from collections import Counter
from collections.abc import Iterable
from functools import lru_cache
from unicodedata import combining, normalize

from prestatie_cli.vergelijking.wijziging import Wijzigingssoort

WOORD = re.compile(
    r"€ ?[0-9]+(?:[.,][0-9]+)*|[0-9]{4}-[0-9]{2}-[0-9]{2}|(?:(?<!\S)[-−])?[0-9]+(?:[.,][0-9]+)*(?: ?%)?"
    r"|\w+(?:['’\-]\w+)*|[^\w\s]"
)
# Words that turn a sentence over, or that differ from another such word by two letters.
_BETEKENIS = """
niet geen nooit wel een één kan kunnen kon moet moeten mag mogen zal zullen wil willen hoeft hoeven zonder
minimaal maximaal minimum maximum minste hoogste minstens hoogstens minder meer binnen buiten eerder
later eerste tweede derde vierde laatste uiterlijk alleen samen streeft streven jaarlijks
maandelijks dagelijks wekelijks veertig veertien vijftig vijftien zestig zestien zeventig zeventien
tachtig achttien negentig negentien dertig dertien twintig januari februari maart april september
oktober november december koopwoning huurwoning koopwoningen huurwoningen
"""
BETEKENIS = frozenset(_BETEKENIS.split())
# Marks that say something where the other marks only divide a sentence.
TEKENS_MET_BETEKENIS = frozenset("<>≤≥≠=±+&")
KORTSTE_WOORD = 5
LANG_WOORD = 9


@lru_cache(maxsize=8192)
def tekstwoorden(tekst: str) -> tuple[str, ...]:
    """The words and marks of a text; `10%`, `€ 932,93` and `2026-07-01` stay whole."""
    return tuple(WOORD.findall(tekst))


@lru_cache(maxsize=8192)
def gevouwen(tekst: str) -> tuple[str, ...]:
    """The words without case, spacing and punctuation."""
    kaal = (w.casefold().replace(" ", "").replace("’", "'") for w in tekstwoorden(tekst))
    return tuple(w for w in kaal if w[-1].isalnum() or w[-1] == "%" or w in TEKENS_MET_BETEKENIS)


def tekstsoort(oud: str, nieuw: str, paren: Iterable[tuple[str, str]] = ()) -> Wijzigingssoort:
    """Whether the wording changed or only the writing of the same words.

    The quotations of `paren` are reported elsewhere and don't count.
    """
    a, b = _zonder(oud, nieuw, paren)
    if a == b:
        return "redactioneel"
    if _cijfers(a) != _cijfers(b):
        return "inhoudelijk"
    if "".join(a) == "".join(b):
        return "redactioneel"
    anders = [(x, y) for x, y in zip(a, b, strict=False) if x != y]
    if len(a) == len(b) and len(anders) == 1 and _schrijffout(*anders[0]):
        return "redactioneel"
    return "inhoudelijk"


def _cijfers(delen: Iterable[str]) -> list[str]:
    return [w for w in delen if any(c.isdigit() for c in w)]


def _schrijffout(a: str, b: str) -> bool:
    """Whether two words can hardly be anything but one word and its misspelling.

    Another letter makes another word (`verhogen`, `verlagen`), and so does a longer ending (`woning`,
    `woningen`): what is left are accents, two letters that changed places, and in a long word one letter.
    """
    if a in BETEKENIS or b in BETEKENIS or a[0] != b[0]:
        return False
    if _zonder_accent(a) == _zonder_accent(b):
        return True
    if min(len(a), len(b)) < KORTSTE_WOORD or a.startswith(b) or b.startswith(a):
        return False
    return _omgewisseld(a, b) or (min(len(a), len(b)) >= LANG_WOORD and _letter_kwijt(a, b))


def _zonder_accent(woord: str) -> str:
    return "".join(c for c in normalize("NFD", woord) if not combining(c))


def _omgewisseld(a: str, b: str) -> bool:
    """Whether two letters next to each other changed places and nothing else."""
    anders = [n for n, (x, y) in enumerate(zip(a, b, strict=False)) if x != y]
    if len(a) != len(b) or len(anders) != 2:
        return False
    n, m = anders
    return m == n + 1 and (a[n], a[m]) == (b[m], b[n])


def _letter_kwijt(a: str, b: str) -> bool:
    """Whether one of the words has one letter more, and nothing else."""
    kort, lang = sorted((a, b), key=len)
    return len(lang) == len(kort) + 1 and any(lang[:n] + lang[n + 1 :] == kort for n in range(len(lang)))


def gelijkenis(a: Counter[str], b: Counter[str]) -> float:
    """The share of words that two texts have in common, 0 to 1, the same in both directions."""
    totaal = a.total() + b.total()
    return 2 * (a & b).total() / totaal if totaal else 1.0


def verklaard(oud: str, nieuw: str, paren: Iterable[tuple[str, str]]) -> bool:
    """Whether two texts differ only in quotations whose change is reported already."""
    if gevouwen(oud) == gevouwen(nieuw):
        return False  # only the writing differs: no quotation accounts for that
    a, b = _zonder(oud, nieuw, paren)
    return a == b


def _zonder(oud: str, nieuw: str, paren: Iterable[tuple[str, str]]) -> tuple[list[str], list[str]]:
    """The words of both texts with a mark for each changed quotation; as they are where that fails."""
    a, b = heel = tuple(" ".join(gevouwen(t)) for t in (oud, nieuw))
    keren = Counter(paren)
    op_lengte = sorted(keren, key=lambda p: (-len(p[0] + p[1]), sorted(p)))
    for teken, paar in enumerate(op_lengte):
        x, y = (" ".join(gevouwen(t)) for t in paar)
        if not x or not y or x == y:
            continue
        a, stond = _gemerkt(a, x, y, teken)
        b, staat = _gemerkt(b, x, y, teken)
        # The new words may have stood elsewhere in the text already; back to the old ones never, and
        # no more places than changes reported: another promise with the same number is its own change.
        if len(stond) != len(staat):
            return heel[0].split(" "), heel[1].split(" ")
        gewisseld = [(p, q) for p, q in zip(stond, staat, strict=True) if p != q]
        if (y, x) in gewisseld or len(gewisseld) > keren[paar]:
            return heel[0].split(" "), heel[1].split(" ")
    return a.split(" "), b.split(" ")


def _gemerkt(tekst: str, x: str, y: str, teken: int) -> tuple[str, list[str]]:
    """The text with a mark in place of both quotations, and which of the two stood at each mark."""
    stond: list[str] = []

    def merk(treffer: re.Match[str]) -> str:
        stond.append(treffer[0])
        return f"\0{teken}"

    keuze = "|".join(sorted(map(re.escape, (x, y)), key=lambda stuk: (-len(stuk), stuk)))
    return re.sub(rf"(?<!\S)(?:{keuze})(?!\S)", merk, tekst), stond


def woordverschil(oud: str, nieuw: str) -> list[tuple[str, str, str]]:
    """Pieces of two texts after each other: `gelijk`, `weg`, `erbij` or `anders`, old and new words."""
    from difflib import SequenceMatcher

    a, b = tekstwoorden(oud), tekstwoorden(nieuw)
    namen = {"equal": "gelijk", "delete": "weg", "insert": "erbij", "replace": "anders"}
    stappen = SequenceMatcher(None, a, b, autojunk=False).get_opcodes()
    return [(namen[naam], aaneen(a[i:j]), aaneen(b[k:m])) for naam, i, j, k, m in stappen]


def aaneen(delen: Iterable[str]) -> str:
    """Words as a sentence: no space before a closing mark or after an opening one."""
    tekst = " ".join(delen)
    tekst = re.sub(r" ([.,;:!?)\]”])", r"\1", tekst)
    return re.sub(r"([(\[“]) ", r"\1", tekst)
