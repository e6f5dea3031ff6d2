"""jinja2 templates -> text: sandboxed, bounded, strict about names, user text escaped.

Markdown is the source of every format of a report; `html` makes the page from the same tokens.
"""

import re
from collections.abc import Callable, Mapping
from functools import lru_cache
from typing import Any

from jinja2 import FunctionLoader, TemplateNotFound, TemplateSyntaxError

from prestatie_cli.fouten import BronFout
from prestatie_cli.sjablonen.markdown import FILTERS
from prestatie_cli.sjablonen.zandbak import BUDGET, NietToegestaan, TeVeelWerk, Zandbak
from prestatie_cli.taal import zichtbaar

# Names in the message of a library, the only part of it that a reader needs.
GENOEMD = re.compile(r"'([^']+)'")
# What a template of an earlier version names otherwise.
HERNOEMD = {"jaargang": "schrijf r.geldend in plaats van r.jaargang: alle afspraken die samen gelden"}
WERK = "het vraagt te veel werk of ruimte"


class Veilig(str):
    """Text of our own that is HTML already."""

    def __html__(self) -> str:
        return str(self)


def render(sjablonen: Mapping[str, str], sjabloon: str, /, **waarden: Any) -> str:
    """The text that a template makes of values; a fault in it is a BronFout with file and line."""
    omgeving = _omgeving(frozenset(sjablonen.items()), autoescape=not sjabloon.endswith(".md.j2"))
    omgeving.over = BUDGET
    try:
        return zichtbaar(omgeving.get_template(sjabloon).render(**waarden))
    except TemplateSyntaxError as fout:
        raise _sjabloonfout(fout.name or sjabloon, fout.lineno, "de opbouw klopt niet", fout) from fout
    except BronFout:
        raise
    except Exception as fout:  # a template is its author's program: it can fail in any way
        plaats, regel = _plaats(fout, sjablonen) or (sjabloon, 0)
        raise _sjabloonfout(plaats, regel, _oorzaak(fout), fout) from fout


def _oorzaak(fout: Exception) -> str:
    if isinstance(fout, TeVeelWerk | RecursionError | MemoryError):
        return WERK
    if isinstance(fout, TemplateNotFound):
        return f"het sjabloon {fout.name}, waar het naar verwijst, is er niet"
    if isinstance(fout, NietToegestaan):
        return f"de bewerking '{fout}' is hier niet toegestaan"
    return "een naam of bewerking bestaat niet"


@lru_cache(maxsize=4)
def _omgeving(bestanden: frozenset[tuple[str, str]], autoescape: bool) -> Zandbak:
    """Where templates are compiled once for all that is made with them."""
    sjablonen = dict(bestanden)

    def laad(naam: str) -> tuple[str, str, Callable[[], bool]] | None:
        return (sjablonen[naam], naam, lambda: True) if naam in sjablonen else None

    return Zandbak(
        FILTERS,
        loader=FunctionLoader(laad),
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
        autoescape=autoescape,
    )


def _plaats(fout: BaseException, sjablonen: Mapping[str, str]) -> tuple[str, int] | None:
    """Template and line of an error at run time: the last frame that is a template."""
    gevonden, spoor = None, fout.__traceback__
    while spoor:
        bestand = spoor.tb_frame.f_code.co_filename
        if bestand in sjablonen:
            gevonden = (bestand, spoor.tb_lineno)
        spoor = spoor.tb_next
    return gevonden


def _sjabloonfout(naam: str, regel: int, wat: str, fout: BaseException) -> BronFout:
    plaats = f"{naam}:{regel}" if regel else naam
    namen = [n for n in dict.fromkeys(GENOEMD.findall(str(fout))) if not n.endswith(" object")]
    detail = f": '{', '.join(namen)}'" if namen and wat != WERK else ""
    hulp = next((HERNOEMD[n] for n in namen if n in HERNOEMD), "verbeter het sjabloon")
    return BronFout(f"fout in het sjabloon {plaats}: {wat}{detail}", hulp)
