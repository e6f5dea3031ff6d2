"""The rows of the table: what is measured, against what, and the goal. Adding a row is one entry."""

import sys
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

from benchmarks import anderen
from benchmarks.generator import AGREEMENTS, only_agreements, write_municipality
from benchmarks.meten import Command, Usage, instructions, run_by_turns

PYTHON = sys.executable
IMPORTS = "import yaml, pydantic; pydantic.BaseModel"
LOAD = (
    "import sys, yaml\n"
    "for path in sys.argv[1:]:\n"
    "    with open(path, 'rb') as file:\n"
    "        yaml.load(file.read(), Loader=yaml.CBaseLoader)"
)
# Reading alone, and reading with all checks: what the gate adds to every command.
READ = (
    "import sys\n"
    "from pathlib import Path\n"
    "from prestatie_cli.bronnen.schijf import lees_map\n"
    "from prestatie_cli.controles.poort import keur\n"
    "from prestatie_cli.inlezen.bestanden import lees_dossier\n"
    "for name in sys.argv[1:]:\n"
    "    gelezen = lees_dossier(lees_map(Path(name)).teksten)\n"
)
CHECK = READ + "    assert keur(*gelezen).gezondheid.fouten == 0\n"
MIB = 1024 * 1024


@dataclass(slots=True)
class Bench:
    """Where the generated data stands and how much is measured; `short` is a tenth of the data."""

    folder: Path
    short: bool = False
    written: set[Path] = field(default_factory=set)

    def rounds(self, full: int) -> int:
        """How often a process runs."""
        return max(3, full // 4) if self.short else full

    def size(self, full: int) -> int:
        """How many municipalities; never fewer than the smallest that tells something."""
        return max(1, full // 10) if self.short else full

    def municipalities(self, count: int, faulty: bool = False) -> tuple[str, ...]:
        """Names of data folders of fifty agreements each; written when first asked for."""
        names = [f"{'fout' if faulty else 'goed'}-{seed:04}" for seed in range(count)]
        for seed, name in enumerate(names):
            if (path := self.folder / name) not in self.written:
                write_municipality(path, seed, faulty=faulty)
                self.written.add(path)
        return tuple(names)

    def single_files(self, count: int) -> tuple[str, ...]:
        """Paths of agreements files, each alone in its folder."""
        names = [f"los-{seed:04}/afspraken-2026.yaml" for seed in range(count)]
        for seed, name in enumerate(names):
            if (path := self.folder / name) not in self.written:
                path.parent.mkdir()
                path.write_text(only_agreements(seed), encoding="utf-8", newline="\n")
                self.written.add(path)
        return tuple(names)

    def prestatie(self, *arguments: str, terminal: bool = False, code: int = 0) -> Command:
        """Our command, as a user starts it."""
        script = Path(PYTHON).with_name("prestatie")
        start = (str(script),) if script.exists() else (PYTHON, "-m", "prestatie_cli")
        return Command((*start, *arguments), self.folder, (code,), terminal)

    def python(self, code: str, *arguments: str) -> Command:
        """A line of Python."""
        return Command((PYTHON, "-c", code, *arguments), self.folder)

    def load(self, names: tuple[str, ...]) -> Command:
        """A process that only loads every file of these data folders."""
        paths = (path for name in names for path in sorted((self.folder / name).rglob("*.yaml")))
        return self.python(LOAD, *(str(path.relative_to(self.folder)) for path in paths))

    def usages(self, rounds: int, *commands: Command) -> list[Usage]:
        """What each process takes, run by turns."""
        return run_by_turns(commands, self.rounds(rounds))

    def ratio(self, rounds: int, ours: Command, other: Command) -> float:
        """CPU time of one process over that of another."""
        a, b = self.usages(rounds, ours, other)
        return a.seconds / b.seconds


@dataclass(frozen=True, slots=True)
class Row:
    """One comparison; the goal is an upper bound, or a lower bound where `at_least`."""

    name: str
    what: str
    against: str
    goal: float
    measure: Callable[[Bench], float]
    at_least: bool = False
    unit: str = ""

    def met(self, measured: float) -> bool:
        """Whether what was measured meets the goal."""
        return measured >= self.goal if self.at_least else measured <= self.goal


def _version(bench: Bench) -> float:
    return bench.ratio(40, bench.prestatie("--version"), bench.python("pass"))


def _help(bench: Bench) -> float:
    return bench.ratio(30, bench.prestatie("--help"), bench.python("import typer"))


def _valideer_one(bench: Bench) -> float:
    return bench.ratio(30, bench.prestatie("valideer", *bench.municipalities(1)), bench.python(IMPORTS))


def _status(bench: Bench, terminal: bool) -> float:
    (name,) = bench.municipalities(1)
    ours = bench.prestatie("status", "--map", name, "--peildatum", "2026-08-01", terminal=terminal)
    return bench.ratio(30, ours, bench.python(IMPORTS))


def _valideer_many(bench: Bench) -> float:
    names = bench.municipalities(bench.size(100))
    return bench.ratio(8, bench.prestatie("valideer", *names), bench.load(names))


def _instructions(bench: Bench) -> float:
    """What one agreement more costs, from two sizes, so that the start of the program drops out."""
    few, many = (bench.municipalities(count) for count in ((2, 6) if bench.short else (5, 25)))
    ours = instructions(bench.prestatie("valideer", *many)) - instructions(bench.prestatie("valideer", *few))
    theirs = instructions(bench.load(many)) - instructions(bench.load(few))
    return ours / theirs


def _growth(bench: Bench) -> float:
    sizes = [bench.municipalities(bench.size(count)) for count in (50, 200, 800)]
    small, middle, large = bench.usages(5, *(bench.prestatie("valideer", *names) for names in sizes))
    return (large.seconds - middle.seconds) / (middle.seconds - small.seconds)


def _faulty(bench: Bench) -> float:
    count = bench.size(100)
    faulty = bench.prestatie("valideer", *bench.municipalities(count, faulty=True), code=1)
    return bench.ratio(8, faulty, bench.prestatie("valideer", *bench.municipalities(count)))


def _gate(bench: Bench) -> float:
    names = bench.municipalities(bench.size(100))
    return bench.ratio(8, bench.python(CHECK, *names), bench.python(READ, *names))


def _memory(bench: Bench) -> float:
    sizes = [bench.municipalities(count) for count in (1, bench.size(800))]
    one, many = bench.usages(3, *(bench.prestatie("valideer", *names) for names in sizes))
    return (many.peak - one.peak) / MIB


def _site(bench: Bench) -> float:
    """What a site of fifty agreements takes beyond the start of the program, against a report as page."""
    (name,) = bench.municipalities(1)
    start = bench.prestatie("status", "--map", name, "--peildatum", "2026-08-01")
    page = bench.prestatie("rapport", "--map", name, "--peildatum", "2026-08-01", "-o", "rapport.html")
    site = bench.prestatie("site", "--map", name, "--peildatum", "2026-08-01", "-o", f"site-van-{name}")
    begin, one, all_ = bench.usages(8, start, page, site)
    return (all_.seconds - begin.seconds) / (one.seconds - begin.seconds)


def _site_memory(bench: Bench) -> float:
    """How much higher the peak is of a site of many municipalities."""
    sizes = [bench.municipalities(count) for count in (1, bench.size(340))]
    one, many = bench.usages(
        1, *(bench.prestatie("site", *names, "-o", f"sites-{len(names)}") for names in sizes)
    )
    return (many.peak - one.peak) / MIB


def _other(bench: Bench, program: tuple[str, ...], count: int) -> float:
    files = bench.single_files(count)
    other = Command((*program, *files), bench.folder)
    return bench.ratio(8 if count == 1 else 4, other, bench.prestatie("valideer", *files))


def _check_jsonschema(count: int) -> Callable[[Bench], float]:
    return lambda bench: _other(bench, anderen.check_jsonschema(), bench.size(count))


def _yamllint(count: int) -> Callable[[Bench], float]:
    return lambda bench: _other(bench, anderen.yamllint(), bench.size(count))


CBASE = "alleen laden, CBaseLoader"
ROWS: tuple[Row, ...] = (
    Row("version", "--version", "python -c pass", 2.0, _version),
    Row("help", "--help", "import typer", 1.2, _help),
    Row("valideer", "valideer, één gemeente", "import yaml, pydantic", 1.6, _valideer_one),
    Row("status", "status, in een pijp", "import yaml, pydantic", 1.7, lambda b: _status(b, False)),
    Row("scherm", "status, op een scherm met rich", "import yaml, pydantic", 2.3, lambda b: _status(b, True)),
    Row("veel", "valideer, 5.000 afspraken", CBASE, 0.80, _valideer_many),
    Row("instructies", "instructies per afspraak erbij", CBASE, 0.50, _instructions),
    Row("groei", "valideer, 2.500 / 10.000 / 40.000", "evenredig is 4", 5.0, _growth),
    Row("fouten", "valideer, alle bestanden fout", "dezelfde zonder fout", 2.2, _faulty),
    Row("poort", "lezen met alle controles", "lezen alleen", 1.5, _gate),
    Row("geheugen", "valideer, piek bij 40.000", "piek bij 50", 4.0, _memory, unit=" MiB"),
    Row("site", "site, 50 afspraken, na het starten", "rapport als html", 3.0, _site),
    Row("site-geheugen", "site, piek bij 340 gemeenten", "piek bij één", 16.0, _site_memory, unit=" MiB"),
    Row("jsonschema", "check-jsonschema, 1 bestand", "valideer", 2.0, _check_jsonschema(1), at_least=True),
    Row(
        "jsonschema-100",
        "check-jsonschema, 100 bestanden",
        "valideer",
        18,
        _check_jsonschema(100),
        at_least=True,
    ),
    Row("yamllint", "yamllint, 1 bestand", "valideer", 1.2, _yamllint(1), at_least=True),
    Row("yamllint-100", "yamllint, 100 bestanden", "valideer", 20, _yamllint(100), at_least=True),
)

assert AGREEMENTS == 50, "the texts of the rows count municipalities of fifty agreements"
