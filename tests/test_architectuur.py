"""The shape of the program: floors from the ground up, and only the command line knows print, clock and place.

What is held here is held for every module alike; no module is exempt by its name.
"""

import ast
import re
from collections import defaultdict
from collections.abc import Iterator
from graphlib import CycleError, TopologicalSorter
from pathlib import Path

import pytest

from tests.conftest import ROOT

PAKKET = "prestatie_cli"
SRC = ROOT / "src" / PAKKET
# A room imports only from floors below its own; rooms on one floor don't see each other.
VERDIEPINGEN = (
    ("__init__",),
    ("bevindingen", "fouten", "taal"),
    ("model", "bronnen"),
    ("inlezen", "termijnen"),
    ("indicatoren", "vergelijking", "controles"),
    ("woorden",),
    ("boodschappen",),
    ("overzicht", "rapport"),
    ("sjablonen",),
    ("documenten",),
    ("formaten",),
    ("cli",),
    ("__main__",),
)
HOOGTE = {kamer: n for n, verdieping in enumerate(VERDIEPINGEN) for kamer in verdieping}
PROCESSEN = {"subprocess", "multiprocessing", "pty"}
ALLEEN_CLI = {"print", "today", "now", "utcnow", "environ", "getenv", "cwd", "getcwd"}
LANGSTE_BESTAND, LANGSTE_FUNCTIE = 400, 40


def _modules(map_: Path) -> dict[str, Path]:
    """The modules below a package folder, by dotted name."""
    uit = {}
    for pad in sorted(map_.rglob("*.py")):
        delen = pad.relative_to(map_).with_suffix("").parts
        uit[".".join((PAKKET, *(d for d in delen if d != "__init__")))] = pad
    return uit


def _boom(pad: Path) -> ast.Module:
    return ast.parse(pad.read_text("utf-8"))


def _imports(pad: Path, bekend: dict[str, Path]) -> Iterator[tuple[int, str]]:
    """Line and module of every import of ours: in functions too, relative, and by a name in a string."""
    for knoop in ast.walk(_boom(pad)):
        if isinstance(knoop, ast.Import):
            yield from ((knoop.lineno, n.name) for n in knoop.names if n.name in bekend)
        elif isinstance(knoop, ast.ImportFrom) and knoop.level:
            yield knoop.lineno, "." * knoop.level
        elif isinstance(knoop, ast.ImportFrom):
            for naam in knoop.names:
                dieper, module = f"{knoop.module}.{naam.name}", str(knoop.module)
                if dieper in bekend or module in bekend:
                    yield knoop.lineno, dieper if dieper in bekend else module
        elif isinstance(knoop, ast.Constant) and isinstance(knoop.value, str):
            yield from ((knoop.lineno, doel) for doel in _in_tekst(knoop.value, bekend))


def _in_tekst(tekst: str, bekend: dict[str, Path]) -> Iterator[str]:
    """The modules that a string names as an import would: `prestatie_cli.x` or `x.y:functie`."""
    treffer = re.fullmatch(rf"(?:{PAKKET}\.)?([\w.]+):\w+|{PAKKET}\.([\w.]+?)\.?", tekst)
    if treffer:
        doel = f"{PAKKET}.{treffer[1] or treffer[2]}"
        if doel in bekend:
            yield doel


def _kamer(module: str) -> str:
    """The room that a module lies in: `termijnen` of `prestatie_cli.termijnen.vormen`."""
    return (*module.split("."), "__init__")[1]


def importfouten(map_: Path) -> list[str]:
    """The imports of a package folder that do not go down."""
    modules = _modules(map_)
    fouten = []
    for module, pad in modules.items():
        van = _kamer(module)
        if van not in HOOGTE:
            fouten.append(f"{van}: has no place in VERDIEPINGEN")
            continue
        for regel, doel in _imports(pad, modules):
            naar = _kamer(doel)
            if doel.startswith(".") or (naar != van and HOOGTE.get(naar, 99) >= HOOGTE[van]):
                fouten.append(f"{pad.relative_to(map_).as_posix()}:{regel}: {van} imports {doel}")
    return fouten


def kring(map_: Path) -> list[str]:
    """The modules of a circle of imports, empty when there is none."""
    modules = _modules(map_)
    graaf = {m: {doel for _, doel in _imports(pad, modules)} - {m} for m, pad in modules.items()}
    try:
        TopologicalSorter(graaf).prepare()
    except CycleError as fout:
        return list(fout.args[1])
    return []


def in_functies(map_: Path) -> list[str]:
    """Where a module of ours is imported inside a function: what a module needs stands at its top."""
    modules = _modules(map_)
    return [
        f"{pad.relative_to(map_).as_posix()}:{deel.lineno}"
        for pad in modules.values()
        for functie in ast.walk(_boom(pad))
        if isinstance(functie, ast.FunctionDef)
        for deel in ast.walk(functie)
        if isinstance(deel, ast.ImportFrom) and str(deel.module).partition(".")[0] == PAKKET
    ]


def procesmodules(map_: Path) -> set[str]:
    """The modules that can start a process."""
    uit = set()
    for module, pad in _modules(map_).items():
        for knoop in ast.walk(_boom(pad)):
            namen = [n.name for n in knoop.names] if isinstance(knoop, ast.Import) else []
            namen += [str(knoop.module)] if isinstance(knoop, ast.ImportFrom) else []
            uit |= {module for naam in namen if naam.partition(".")[0] in PROCESSEN}
    return uit


def alleen_voor_cli(map_: Path) -> list[str]:
    """Where print, the clock, the environment or the working folder is used below the command line.

    What starts a process hands the environment on to it.
    """
    fouten = []
    starters = procesmodules(map_)
    for module, pad in _modules(map_).items():
        if HOOGTE.get(_kamer(module), 0) >= HOOGTE["cli"]:
            continue
        verboden = ALLEEN_CLI - ({"environ"} if module in starters else set())
        for knoop in ast.walk(_boom(pad)):
            match knoop:
                case ast.Attribute(attr=naam, lineno=regel):
                    namen = {naam} - {"print"}  # a method may be called so
                case ast.Name(id=naam, lineno=regel):
                    namen = {naam}
                case ast.ImportFrom(names=delen, lineno=regel):
                    namen = {deel.name for deel in delen}
                case _:
                    continue
            plek = pad.relative_to(map_).as_posix()
            fouten += [f"{plek}:{regel}: {naam}" for naam in sorted(namen & verboden)]
    return fouten


def te_lang(map_: Path) -> list[str]:
    """The files and functions that ask to be split."""
    uit = []
    for pad in _modules(map_).values():
        plek = pad.relative_to(map_).as_posix()
        regels = len(pad.read_text("utf-8").splitlines())
        uit += [f"{plek}: {regels} lines"] if regels > LANGSTE_BESTAND else []
        for knoop in ast.walk(_boom(pad)):
            if isinstance(knoop, ast.FunctionDef):
                lengte = (knoop.end_lineno or 0) - knoop.lineno + 1
                uit += [f"{plek}: {knoop.name} {lengte}"] if lengte > LANGSTE_FUNCTIE else []
    return uit


def dubbele_namen(map_: Path) -> dict[str, list[str]]:
    """Public names of classes, types, tables, functions and files that stand for more than one thing.

    A command has its own name as a function of `cli` and as a file of `cli` and `formaten`, and a format
    has its own name as a function there.
    """
    plekken: dict[str, set[str]] = defaultdict(set)
    for module, pad in _modules(map_).items():
        kamer = _kamer(module)
        if pad.stem != "__init__" and kamer not in ("cli", "formaten"):
            plekken[f"{pad.stem}.py"].add(module)
        for knoop in _boom(pad).body:
            match knoop:
                case ast.ClassDef(name=naam) | ast.AnnAssign(target=ast.Name(id=naam)):
                    pass
                case ast.Assign(targets=[ast.Name(id=naam)]):
                    pass
                case ast.FunctionDef(name=naam) if kamer not in ("cli", "formaten", "__main__"):
                    pass
                case _:
                    continue
            if not naam.startswith("_"):
                plekken[naam].add(module)
    return {naam: sorted(bij) for naam, bij in sorted(plekken.items()) if len(bij) > 1}


def test_imports_run_down() -> None:
    assert importfouten(SRC) == []
    assert kring(SRC) == []
    assert in_functies(SRC) == []


def test_print_clock_environment_and_place_stay_in_cli() -> None:
    assert alleen_voor_cli(SRC) == []


def test_only_the_sources_start_a_process() -> None:
    assert {_kamer(m) for m in procesmodules(SRC)} == {"bronnen"}
    assert len(procesmodules(SRC)) == 1


def test_every_floor_exists() -> None:
    """A room that is renamed or removed does not stay behind in the list."""
    assert set(HOOGTE) == {pad.relative_to(SRC).parts[0].removesuffix(".py") for pad in SRC.rglob("*.py")}


def test_files_and_functions_stay_small_and_have_a_name() -> None:
    assert te_lang(SRC) == []
    assert [p for p in SRC.rglob("*.py") if p.stem in ("utils", "util", "helpers")] == []


def test_a_name_means_one_thing() -> None:
    assert dubbele_namen(SRC) == {}


@pytest.fixture
def geplant(tmp_path: Path) -> Path:
    """A small package with one of each fault, next to imports that are right."""
    lang = "def lang():\n" + "    x = 1\n" * 41
    bestanden = {
        "__init__.py": "",
        "model.py": "from prestatie_cli.bevindingen import Plaats\nclass Plaats: ...\n",
        "bevindingen.py": "from datetime import date\nnu = date.today()\nprint(nu)\nclass Plaats: ...\n",
        "termijnen/__init__.py": "from prestatie_cli.termijnen import vormen\n",
        "termijnen/vormen.py": "def f():\n    from prestatie_cli.formaten import tabel\n    return tabel\n",
        "indicatoren.py": "from prestatie_cli import controles\n",
        "controles.py": lang,
        "formaten/__init__.py": "from . import tabel\n",
        "formaten/tabel.py": "import os\nimport prestatie_cli.sjablonen\nx = os.environ\n",
        "sjablonen.py": "LAAT = 'formaten.tabel:tekst'\nVOL = 'prestatie_cli.cli'\nconsole.print(1)\n",
        "bronnen.py": "from prestatie_cli import cli\nfrom os import getcwd\nimport subprocess, os\nos.environ\n",
        "cli.py": "from prestatie_cli import bronnen\nprint(bronnen)\n",
        "utensils.py": "",
    }
    for naam, tekst in bestanden.items():
        pad = tmp_path / PAKKET / naam
        pad.parent.mkdir(parents=True, exist_ok=True)
        pad.write_text(tekst, encoding="utf-8")
    return tmp_path / PAKKET


def test_an_import_that_goes_up_is_noticed_by_whatever_name(geplant: Path) -> None:
    assert sorted(importfouten(geplant)) == [
        "bronnen.py:1: bronnen imports prestatie_cli.cli",
        "formaten/__init__.py:1: formaten imports .",
        "indicatoren.py:1: indicatoren imports prestatie_cli.controles",
        "sjablonen.py:1: sjablonen imports prestatie_cli.formaten.tabel",
        "sjablonen.py:2: sjablonen imports prestatie_cli.cli",
        "termijnen/vormen.py:2: termijnen imports prestatie_cli.formaten.tabel",
        "utensils: has no place in VERDIEPINGEN",
    ]
    assert kring(geplant) != []
    assert in_functies(geplant) == ["termijnen/vormen.py:2"]


def test_print_and_clock_below_cli_are_noticed(geplant: Path) -> None:
    assert sorted(alleen_voor_cli(geplant)) == [
        "bevindingen.py:2: today",
        "bevindingen.py:3: print",
        "bronnen.py:2: getcwd",
        "formaten/tabel.py:3: environ",
    ]
    assert procesmodules(geplant) == {f"{PAKKET}.bronnen"}


def test_length_and_double_names_are_noticed(geplant: Path) -> None:
    assert te_lang(geplant) == ["controles.py: lang 42"]
    assert dubbele_namen(geplant) == {"Plaats": [f"{PAKKET}.bevindingen", f"{PAKKET}.model"]}
