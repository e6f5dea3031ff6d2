"""`python -m tests.fuzz`: plant faults, print the tables of what is told of them, and what went wrong."""

import argparse
import os
import re
import sys
import tempfile
import time
from pathlib import Path

import yaml

from tests.conftest import DATA, ROOT
from tests.fuzz.reeks import Reeks, Uitslag, kort, lang, tabellen, uitschieters
from tests.fuzz.verminkingen import KLASSEN

OPSPORING = ROOT / "tests" / "opsporing.yaml"
MERK = re.compile(r"(?s)(<!-- opsporing -->\n)(?:.*\n)?(<!-- /opsporing -->)")
KOP = """\
# The least share, in hundredths, that is told of each class of faults in the short form of the fuzz:
# from the data alone, and with the version before in git; and of what is told from the data alone, the
# share within one line of the fault. Written by `python -m tests.fuzz --herschrijf`.
"""
ZAAD = 1


def ondergrenzen(uitslag: Uitslag) -> dict[str, dict[str, int]]:
    """What was reached, as what is to be reached."""
    return {
        naam: {
            "alleen": uitslag.deel("alleen", naam),
            "git": uitslag.deel("git", naam),
            "plek": uitslag.op_plek(naam),
        }
        for naam in KLASSEN
    }


def main() -> int:
    """Print the tables; exit code 1 when the program did not bear a fault."""
    parser = argparse.ArgumentParser(prog="python -m tests.fuzz")
    parser.add_argument("--seconden", type=float, default=None, help="stop after so many seconds")
    parser.add_argument("--per-klasse", type=int, default=10**6, help="so many faults of each class")
    parser.add_argument("--opdrachten", type=int, default=2, help="so many commands over each fault")
    parser.add_argument("--zaad", type=int, default=ZAAD, help="other faults for another number")
    parser.add_argument("-o", dest="document", type=Path, help="write the tables into this document too")
    parser.add_argument("--herschrijf", action="store_true", help=f"short form: write {OPSPORING.name} anew")
    opties = parser.parse_args()
    if opties.seconden is None and opties.per_klasse == 10**6 and not opties.herschrijf:
        parser.error("give --seconden, --per-klasse or --herschrijf")
    tot = time.monotonic() + (opties.seconden or float("inf"))
    trekkingen = kort(ZAAD) if opties.herschrijf else lang(opties.zaad, opties.per_klasse, opties.opdrachten)
    document = opties.document and opties.document.resolve()
    os.chdir(DATA)
    with tempfile.TemporaryDirectory() as werkmap:
        uitslag = Reeks(Path(werkmap)).doe(trekkingen, tot)
    print(tabellen(uitslag))
    if opties.herschrijf:
        regels = yaml.safe_dump(ondergrenzen(uitslag), allow_unicode=True, sort_keys=False)
        OPSPORING.write_text(KOP + regels, "utf-8")
    if document:
        nieuw = MERK.sub(lambda m: f"{m[1]}\n{tabellen(uitslag)}\n\n{m[2]}", document.read_text("utf-8"))
        document.write_text(nieuw, "utf-8")
    if uitslag.uitschieters:
        print(f"\n{len(uitslag.uitschieters)} faults not borne:\n\n{uitschieters(uitslag)}", file=sys.stderr)
    return 1 if uitslag.uitschieters else 0


if __name__ == "__main__":
    sys.exit(main())
