"""The screen: how wide and how rich it is, and printing to it."""

import os
import sys

import typer

from prestatie_cli.formaten.tabel import Scherm


def scherm() -> Scherm:
    """The screen: rich on a terminal, plain lines of eighty characters in a pipe."""
    if not sys.stdout.isatty():
        return Scherm()
    breedte = typer.get_terminal_size((80, 24)).columns
    return Scherm(max(breedte - (os.name == "nt"), 40), rijk=True, kleur="NO_COLOR" not in os.environ)


def druk(tekst: str) -> None:
    """Print a result; a character that the screen can't show becomes a question mark."""
    try:
        print(tekst)
    except UnicodeEncodeError:
        codering = sys.stdout.encoding or "ascii"
        print(tekst.encode(codering, errors="replace").decode(codering))
