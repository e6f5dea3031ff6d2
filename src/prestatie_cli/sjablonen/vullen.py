"""jinja2 templates -> text: sandboxed, strict about names, user text escaped.

Markdown is the source of every format of a report; `html` makes the page from the same tokens.
"""

from collections.abc import Callable, Mapping
from typing import Any

from jinja2 import Environment, FunctionLoader, StrictUndefined, TemplateSyntaxError
from jinja2.sandbox import ImmutableSandboxedEnvironment

from prestatie_cli.fouten import BronFout
from prestatie_cli.sjablonen.markdown import FILTERS


def render(sjablonen: Mapping[str, str], sjabloon: str, /, **waarden: Any) -> str:
    """The text that a template makes of values; a fault in it is a BronFout with file and line."""
    omgeving = _omgeving(sjablonen, autoescape=not sjabloon.endswith(".md.j2"))
    try:
        return omgeving.get_template(sjabloon).render(**waarden)
    except TemplateSyntaxError as fout:
        raise _sjabloonfout(fout.name or sjabloon, fout.lineno, "de opbouw klopt niet", fout) from fout
    except BronFout:
        raise
    except Exception as fout:  # a template is its author's program: it can fail in any way
        plaats, regel = _plaats(fout, sjablonen) or (sjabloon, 0)
        raise _sjabloonfout(plaats, regel, "een naam of bewerking bestaat niet", fout) from fout


def _omgeving(sjablonen: Mapping[str, str], autoescape: bool) -> Environment:
    def laad(naam: str) -> tuple[str, str, Callable[[], bool]] | None:
        return (sjablonen[naam], naam, lambda: True) if naam in sjablonen else None

    omgeving = ImmutableSandboxedEnvironment(
        loader=FunctionLoader(laad),
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
        autoescape=autoescape,
    )
    omgeving.filters.update(FILTERS)
    return omgeving


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
    return BronFout(f"fout in het sjabloon {plaats}: {wat} ({fout})", "verbeter het sjabloon")
