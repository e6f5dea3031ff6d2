"""`python -m benchmarks`: measure, and print the table of ratios with what they should be."""

import argparse
import os
import platform
import sys
import tempfile
from importlib.metadata import version
from pathlib import Path
from typing import NoReturn

from benchmarks.meten import MeasurementError
from benchmarks.rijen import ROWS, Bench, Row

LAYOUT = "{:<14}  {:<34}  {:<25}  {:>10}  {:>8}  {}"
HEADINGS = ("rij", "wat", "tegen", "gemeten", "doel", "haalt het")
HELP = """\
Gebruik: python -m benchmarks [--kort] [--alleen NAAM]...

  Meet de snelheid van prestatie als verhouding: processortijd tegen die van een ander proces, om
  en om in één keer gemeten, de kleinste van alle rondes. Absolute tijden verschillen per machine,
  verhoudingen weinig.

Opties:
  --kort         Een tiende van de gegevens en minder rondes; de doelen gelden voor de hele meting.
  --alleen NAAM  Alleen deze rij; mag vaker.
  -h, --help     Toon deze uitleg.

Rijen: """


class Parser(argparse.ArgumentParser):
    """Options with Dutch words about wrong use."""

    def error(self, message: str) -> NoReturn:
        """End with exit code 2."""
        self.exit(2, "fout: deze opties zijn er niet of niet zo\n  hulp: python -m benchmarks --help\n")


def main() -> int:
    """Print the table; exit code 1 when a goal is not met or not measured."""
    parser = Parser(add_help=False)
    parser.add_argument("-h", "--help", action="store_true")
    parser.add_argument("--kort", action="store_true")
    parser.add_argument("--alleen", action="append", choices=[row.name for row in ROWS])
    options = parser.parse_args()
    if options.help:
        print(HELP + ", ".join(row.name for row in ROWS))
        return 0
    rows = [row for row in ROWS if not options.alleen or row.name in options.alleen]
    print(_machine() + (", kort: een tiende van de gegevens" if options.kort else "") + "\n")
    print(LAYOUT.format(*HEADINGS))
    print(LAYOUT.format(*("-" * len(heading) for heading in HEADINGS)), flush=True)
    with tempfile.TemporaryDirectory() as folder:
        bench = Bench(Path(folder), options.kort)
        met = [_print(row, bench) for row in rows]
    print(f"\n{sum(met)} van de {len(met)} doelen gehaald.")
    return 0 if all(met) else 1


def _machine() -> str:
    packages = ", ".join(f"{name} {version(name)}" for name in ("pyyaml", "pydantic", "typer"))
    python = f"{platform.python_implementation()} {platform.python_version()}"
    return f"{python}, {packages}; {platform.system()} {platform.machine()}, {os.cpu_count()} kernen"


def _print(row: Row, bench: Bench) -> bool:
    """Measure one row and print it; a row that can't be measured says why."""
    goal = f"{'≥' if row.at_least else '≤'} {_number(row.goal)}{row.unit}"
    try:
        measured = row.measure(bench)
    except MeasurementError as why:
        print(LAYOUT.format(row.name, row.what, row.against, "-", goal, f"niet gemeten: {why}"), flush=True)
        return False
    met = row.met(measured)
    cells = (row.name, row.what, row.against, f"{_number(measured)}{row.unit}", goal, "ja" if met else "nee")
    print(LAYOUT.format(*cells), flush=True)
    return met


def _number(value: float) -> str:
    """A number with a decimal comma; two decimals tell enough of a ratio."""
    return f"{value:.2f}".replace(".", ",")


if __name__ == "__main__":
    sys.exit(main())
