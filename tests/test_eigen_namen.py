"""No message, hint, help or description names the parties or figures of one dossier."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

from prestatie_cli.inlezen.bestanden import lees_dossier

WORTEL = Path(__file__).parents[1]
# Words of the language, or of the format itself.
GEWOON = {"gemeente", "verkoop", "opgeleverd"}


def _namen() -> set[str]:
    """What is called by name in the example: places, parties, indicators and figures."""
    dossier, _ = lees_dossier(
        {"afspraken-2026.yaml": (WORTEL / "voorbeeld/afspraken-2026.yaml").read_bytes()}
    )
    [jaargang] = dossier.jaargangen.values()
    namen = {p.id for p in jaargang.partijen} | {p.naam.split()[-1] for p in jaargang.partijen}
    namen |= {i.id for i in jaargang.indicatoren} | {k.id for k in jaargang.kengetallen}
    return {naam.casefold() for naam in namen} - GEWOON


def _teksten() -> Iterator[tuple[str, str]]:
    """Every string literal of the package that is no docstring, and every template."""
    for pad in sorted((WORTEL / "src").rglob("*.py")):
        boom = ast.parse(pad.read_text(encoding="utf-8"))
        los = {id(k.value) for k in ast.walk(boom) if isinstance(k, ast.Expr)}
        for knoop in ast.walk(boom):
            if isinstance(knoop, ast.Constant) and isinstance(knoop.value, str) and id(knoop) not in los:
                yield f"{pad.name}:{knoop.lineno}", knoop.value
    for pad in sorted((WORTEL / "templates").rglob("*.*")):
        yield pad.name, re.sub(r"\{#.*?#\}", "", pad.read_text(encoding="utf-8"), flags=re.DOTALL)


def test_no_text_names_what_belongs_to_one_dossier() -> None:
    namen = re.compile(rf"\b(?:{'|'.join(map(re.escape, sorted(_namen())))})\b", re.IGNORECASE)
    assert [(plek, m[0]) for plek, tekst in _teksten() if (m := namen.search(tekst))] == []


def test_the_search_finds_a_name() -> None:
    assert {"omthuis", "hlve", "leusden", "middeninkomens"} <= _namen()
