"""The screen: how wide and how rich it is, and printing to it."""

import codecs
import json
import os
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager

import typer

from prestatie_cli.formaten.tabel import Scherm
from prestatie_cli.taal import zichtbaar


def scherm() -> Scherm:
    """The screen: rich on a terminal, plain lines of eighty characters in a pipe."""
    if not sys.stdout.isatty():
        return Scherm()
    breedte = typer.get_terminal_size((80, 24)).columns
    return Scherm(max(breedte - (os.name == "nt"), 40), rijk=True, kleur="NO_COLOR" not in os.environ)


def druk(tekst: str) -> None:
    """Print a result; a character that the screen can't show becomes a question mark."""
    tekst = zichtbaar(tekst, kleuren=sys.stdout.isatty())
    codering = sys.stdout.encoding or "ascii"
    vervanging = "json" if tekst.startswith("{") else "replace"
    print(tekst.encode(codering, errors=vervanging).decode(codering))


@contextmanager
def voortgangsbalk(wat: str, aantal: int) -> Iterator[Callable[[], None]]:
    """A bar on standard error, and what moves it on by one."""
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn

    kolommen = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn())
    with Progress(*kolommen, console=Console(stderr=True)) as balk:
        taak = balk.add_task(wat, total=aantal)
        yield lambda: balk.advance(taak)


def _als_json(fout: UnicodeError) -> tuple[str, int]:
    """What a screen can't show in JSON, as JSON escapes it: above U+FFFF by two halves."""
    if not isinstance(fout, UnicodeEncodeError):
        raise fout
    return json.dumps(fout.object[fout.start : fout.end])[1:-1], fout.end


codecs.register_error("json", _als_json)
