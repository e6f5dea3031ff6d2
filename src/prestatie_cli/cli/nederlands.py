"""Typer's own words in Dutch: help texts and the messages about wrong use."""

import re
from typing import Any

import typer


class Gebruiksfout(typer.BadParameter):
    """Wrong use that we name ourselves, in Dutch: `zin; remedie` (exit code 2)."""


HULP: tuple[tuple[str, str], ...] = (
    ("[required]", "[verplicht]"),
    ("Usage: ", "Gebruik: "),
    ("[OPTIONS]", "[OPTIES]"),
    ("COMMAND [ARGS]...", "OPDRACHT ..."),
    ("\nArguments:", "\nArgumenten:"),
    ("\nOptions:", "\nOpties:"),
    ("\nCommands:", "\nOpdrachten:"),
    ("Show this message and exit.", "Toon deze uitleg."),
    ("Install completion for the current shell.", "Laat de opdrachtregel aanvullen met Tab."),
)
PYTHONSOORT = re.compile(r" <[a-z]+(?:\[[A-Za-z]+\])?>")
HAKEN = re.compile(r"\{([A-Z]+)\}")
FOUTEN: tuple[tuple[re.Pattern[str], str], ...] = (
    (re.compile(r"No such option: (\S+).*"), r"de optie {0} bestaat niet"),
    (re.compile(r"Missing command\."), "noem een opdracht"),
    (re.compile(r"Missing argument '?(.*?)'?\.?"), "{0} ontbreekt"),
    (re.compile(r"Missing option '?(.*?)'?\.?"), "{0} ontbreekt"),
    (re.compile(r"Option '(.*?)' requires an argument\.?"), "de optie {0} vraagt een waarde"),
    (re.compile(r"Option '(.*?)' does not take a value\.?"), "de optie {0} heeft geen waarde"),
    (re.compile(r"Got unexpected extra argument\(?s?\)? \(?(.*?)\)?"), "'{0}' is te veel"),
    (re.compile(r"Invalid value for '?([^':]*)'?:.*", re.DOTALL), "de waarde van {0} klopt niet"),
)  # fmt: skip


def vertaal_hulp(tekst: str) -> str:
    """A help page of Typer with its fixed words in Dutch."""
    for engels, nederlands in HULP:
        tekst = tekst.replace(engels, nederlands)
    # The name of a value says enough; Typer puts the Python type and its own brackets around it.
    return HAKEN.sub(r"\1", PYTHONSOORT.sub("", tekst))


def vertaal_fout(fout: Any) -> tuple[str, str]:
    """The sentence and the remedy for a message about wrong use."""
    context = getattr(fout, "ctx", None)
    hulp = f"zie {context.command_path if context else 'prestatie'} --help"
    if isinstance(fout, Gebruiksfout):
        zin, _, remedie = fout.message.partition("; ")
        return zin, remedie or hulp
    melding = str(fout.format_message())
    for patroon, vorm in FOUTEN:
        if treffer := patroon.fullmatch(melding):
            zin = vorm.format(*(g or "" for g in treffer.groups()))
            return zin, _bedoelde(fout) or hulp
    return "zo is de opdracht niet te gebruiken", hulp


def _bedoelde(fout: Any) -> str | None:
    """What Typer thinks was meant, as a question."""
    mogelijk = list(getattr(fout, "possibilities", None) or [])
    return f"bedoelde u {' of '.join(sorted(mogelijk))}?" if mogelijk else None
