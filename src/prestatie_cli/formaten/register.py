"""The one registry of formats: which command has which, and the function that makes it.

A function is named as entry points are, `module:function` below the package, and loaded when it is
asked for: a command pays only for the format that it prints.
"""

from collections.abc import Callable, Mapping
from importlib import import_module
from typing import Any

from prestatie_cli.formaten.tabel import Scherm
from prestatie_cli.fouten import BronFout
from prestatie_cli.taal import zichtbaar

FORMATEN: Mapping[str, Mapping[str, str]] = {
    "status": {"tekst": "formaten.status:tekst", "json": "formaten.status:json"},
    "termijnen": {"tekst": "formaten.termijnen:tekst", "json": "formaten.termijnen:json"},
    "indicatoren": {"tekst": "formaten.indicatoren:tekst", "json": "formaten.indicatoren:json"},
    "toon": {"tekst": "formaten.toon:tekst", "json": "formaten.toon:json"},
    "valideer": {
        "tekst": "formaten.valideer:tekst",
        "kort": "formaten.valideer:kort",
        "json": "formaten.valideer:json",
        "github": "formaten.valideer:github",
    },
    "diff": {"tekst": "formaten.diff:tekst", "md": "formaten.diff_md:md", "json": "formaten.diff:json"},
    "geschiedenis": {"tekst": "formaten.geschiedenis:tekst", "json": "formaten.geschiedenis:json"},
    # What `valideer --formaat github` appends to the page of a run.
    "samenvatting": {"md": "formaten.samenvatting:md"},
    "rapport": {
        "md": "sjablonen.document:md",
        "html": "sjablonen.document:html",
        "docx": "documenten.docx:docx",
        "pdf": "documenten.pdf:pdf",
    },
}
# Formats that stand on a package which is not always installed, by the name of the extra.
UITBREIDINGEN = ("docx", "pdf")


def formaten_van(opdracht: str) -> tuple[str, ...]:
    """The formats of a command, the usual one first."""
    return tuple(FORMATEN[opdracht])


def vormgever(opdracht: str, formaat: str) -> Callable[..., Any]:
    """The function that makes a format of a command's result."""
    module, _, functie = FORMATEN[opdracht][formaat].partition(":")
    try:
        gevonden: Callable[..., Any] = getattr(import_module(f"prestatie_cli.{module}"), functie)
    except ModuleNotFoundError as fout:
        if formaat not in UITBREIDINGEN:
            raise
        raise BronFout(
            f"{formaat} vraagt een uitbreiding",
            f'installeer die met: pip install "prestatie[{formaat}]"',
        ) from fout

    def maak(*waarden: Any) -> Any:
        """No format forgets that the text of users does not steer what shows it."""
        uit = gevonden(*waarden)
        kleuren = any(isinstance(w, Scherm) and w.rijk for w in waarden)
        return zichtbaar(uit, kleuren) if isinstance(uit, str) else uit

    return maak
