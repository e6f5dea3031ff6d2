"""The shape of the program: imports run one way, and only the command line knows print, clock and place."""

import ast
from collections.abc import Iterator
from graphlib import CycleError, TopologicalSorter
from pathlib import Path

import pytest

from tests.conftest import ROOT

PAKKET = "prestatie_cli"
SRC = ROOT / "src" / PAKKET
# A module may import from the layers before its own; within a layer too, as long as no circle arises.
LAGEN = (
    ("__init__",),
    ("bevindingen", "fouten"),
    ("model", "bronnen"),
    ("termijnen", "inlezen"),
    ("indicatoren",),
    ("controles", "vergelijking"),
    ("overzicht",),
    ("rapport",),
    ("woorden", "sjablonen", "documenten", "formaten"),
    ("cli",),
    ("__main__",),
)
RANG = {naam: rang for rang, laag in enumerate(LAGEN) for naam in laag}
# git gets the environment without what steers it; none of its values is looked at.
DOORGEEFLUIK = "bronnen/proces.py"
PROCESSEN = {"subprocess", "multiprocessing", "pty"}
ALLEEN_CLI = {"print", "today", "now", "utcnow", "environ", "getenv", "cwd", "getcwd"}


def _modules(map_: Path) -> dict[str, Path]:
    """The modules below a package folder, by dotted name."""
    uit = {}
    for pad in sorted(map_.rglob("*.py")):
        delen = pad.relative_to(map_).with_suffix("").parts
        uit[".".join((PAKKET, *(d for d in delen if d != "__init__")))] = pad
    return uit


def _imports(pad: Path, bekend: dict[str, Path]) -> Iterator[tuple[int, str]]:
    """Line and module of every import of ours, also inside functions; a relative one as its dots."""
    for node in ast.walk(ast.parse(pad.read_text("utf-8"))):
        if isinstance(node, ast.Import):
            yield from ((node.lineno, n.name) for n in node.names if n.name in bekend)
        elif isinstance(node, ast.ImportFrom) and node.level:
            yield node.lineno, "." * node.level
        elif isinstance(node, ast.ImportFrom):
            for naam in node.names:
                dieper, module = f"{node.module}.{naam.name}", str(node.module)
                if dieper in bekend or module in bekend:
                    yield node.lineno, dieper if dieper in bekend else module


def _laag(module: str) -> str:
    """The part of the program that a module belongs to: `termijnen` of `prestatie_cli.termijnen.vormen`."""
    return (*module.split("."), "__init__")[1]


def importfouten(map_: Path) -> list[str]:
    """The imports of a package folder that don't run from a layer to one before it."""
    modules = _modules(map_)
    fouten = []
    for module, pad in modules.items():
        van = _laag(module)
        if van not in RANG:
            fouten.append(f"{van}: has no place in LAGEN")
            continue
        for regel, doel in _imports(pad, modules):
            naar = _laag(doel)
            verkeerd = doel.startswith(".") or RANG.get(naar, 99) > RANG[van]
            if verkeerd:
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


def alleen_voor_cli(map_: Path) -> list[str]:
    """Where print, the clock, the environment or the working folder is used outside the command line."""
    fouten = []
    for module, pad in _modules(map_).items():
        naam_in_map = pad.relative_to(map_).as_posix()
        mag = {"environ"} if naam_in_map == DOORGEEFLUIK else set()
        if _laag(module) in ("cli", "__main__"):
            continue
        for node in ast.walk(ast.parse(pad.read_text("utf-8"))):
            match node:
                case ast.Attribute(attr=naam, lineno=regel):
                    namen = {naam} - {"print"}  # a method may be called so
                case ast.Name(id=naam, lineno=regel):
                    namen = {naam}
                case ast.ImportFrom(names=delen, lineno=regel):
                    namen = {deel.name for deel in delen}
                case _:
                    continue
            fouten += [f"{naam_in_map}:{regel}: {naam}" for naam in sorted(namen & ALLEEN_CLI - mag)]
    return fouten


def test_imports_lopen_een_kant_op() -> None:
    assert importfouten(SRC) == []
    assert kring(SRC) == []


def test_print_klok_omgeving_en_werkmap_alleen_in_cli() -> None:
    assert alleen_voor_cli(SRC) == []


def test_alleen_bronnen_start_een_proces() -> None:
    starters = set()
    for module, pad in _modules(SRC).items():
        for node in ast.walk(ast.parse(pad.read_text("utf-8"))):
            namen = [n.name for n in node.names] if isinstance(node, ast.Import) else []
            namen += [str(node.module)] if isinstance(node, ast.ImportFrom) else []
            starters |= {module for naam in namen if naam in PROCESSEN}
    assert starters == {f"{PAKKET}.bronnen.proces"}


def test_elke_laag_bestaat() -> None:
    """A layer that is renamed or removed does not stay behind in the list."""
    assert set(RANG) == {pad.relative_to(SRC).parts[0].removesuffix(".py") for pad in SRC.rglob("*.py")}


def test_bestanden_blijven_klein_en_hebben_een_naam() -> None:
    lang = {p.name: n for p in SRC.rglob("*.py") if (n := len(p.read_text("utf-8").splitlines())) > 400}
    assert lang == {}
    assert [p for p in SRC.rglob("*.py") if p.stem in ("utils", "util", "helpers")] == []


@pytest.fixture
def geplant(tmp_path: Path) -> Path:
    """A small package with one of each fault, next to imports that are right."""
    bestanden = {
        "__init__.py": "",
        "model.py": "from prestatie_cli.bevindingen import Plaats\n",
        "bevindingen.py": "from datetime import date\nnu = date.today()\nprint(nu)\n",
        "termijnen/__init__.py": "from prestatie_cli.termijnen import woorden\n",
        "termijnen/woorden.py": "def f():\n    from prestatie_cli.formaten import tabel\n    return tabel\n",
        "formaten/__init__.py": "from . import tabel\n",
        "formaten/tabel.py": "import os\nimport prestatie_cli.sjablonen\nx = os.environ\n",
        "sjablonen.py": "from prestatie_cli.formaten import tabel\ntabel.console.print(1)\n",
        "bronnen.py": "from prestatie_cli import cli\nfrom os import getcwd\n",
        "cli.py": "from prestatie_cli import bronnen\nprint(bronnen)\n",
        "utensils.py": "",
    }
    for naam, tekst in bestanden.items():
        pad = tmp_path / PAKKET / naam
        pad.parent.mkdir(parents=True, exist_ok=True)
        pad.write_text(tekst, encoding="utf-8")
    return tmp_path / PAKKET


def test_een_verkeerde_import_wordt_gemeld(geplant: Path) -> None:
    assert sorted(importfouten(geplant)) == [
        "bronnen.py:1: bronnen imports prestatie_cli.cli",
        "formaten/__init__.py:1: formaten imports .",
        "termijnen/woorden.py:2: termijnen imports prestatie_cli.formaten.tabel",
        "utensils: has no place in LAGEN",
    ]
    assert {"prestatie_cli.bronnen", "prestatie_cli.cli"} <= set(kring(geplant))


def test_print_en_klok_buiten_cli_worden_gemeld(geplant: Path) -> None:
    assert sorted(alleen_voor_cli(geplant)) == [
        "bevindingen.py:2: today",
        "bevindingen.py:3: print",
        "bronnen.py:2: getcwd",
        "formaten/tabel.py:3: environ",
    ]
