"""Fixtures: a data folder from YAML in a test, the real command, and golden files."""

import os
import subprocess
import textwrap
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest
from hypothesis import settings

from prestatie_cli.bevindingen import Bevinding
from prestatie_cli.cli import main
from prestatie_cli.controles import controleer
from prestatie_cli.inlezen.bestanden import lees_dossier, plaats_bevindingen
from prestatie_cli.model.dossier import Dossier

# The same examples in every run, so that a red test is the change's; `PRESTATIE_ZOEK=1` looks for new ones.
settings.register_profile("vast", derandomize=True)
settings.register_profile("zoek")
settings.load_profile("zoek" if os.environ.get("PRESTATIE_ZOEK") else "vast")

ROOT = Path(__file__).parent.parent
DATA = ROOT / "voorbeeld"
GOLDEN = Path(__file__).parent / "golden"


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--golden-herschrijf", action="store_true", help="rewrite the golden files")


@dataclass(frozen=True)
class Uitvoer:
    """What a run of the command gave."""

    code: int
    uit: str
    fout: str


Prestatie = Callable[..., Uitvoer]


@pytest.fixture(autouse=True)
def in_het_voorbeeld(monkeypatch: pytest.MonkeyPatch) -> None:
    """Every test stands in the frozen example: `data/` is of the parties, who may change all that is in it."""
    monkeypatch.chdir(DATA)


@pytest.fixture
def prestatie(capsys: pytest.CaptureFixture[str]) -> Prestatie:
    """The real command line in this process: `prestatie("status", "--peildatum", …)`."""

    def voer_uit(*argumenten: str | Path) -> Uitvoer:
        capsys.readouterr()
        code = main([str(a) for a in argumenten])
        gevangen = capsys.readouterr()
        return Uitvoer(code, gevangen.out, gevangen.err)

    return voer_uit


BASIS = """
jaar: 2026
titel: Prestatieafspraken 2026
bron: {titel: voorbeeld}
partijen:
  - {id: gemeente, naam: Gemeente, soort: gemeente}
  - {id: omthuis, naam: Omthuis, soort: corporatie}
  - {id: hlve, naam: HLVE, soort: huurdersorganisatie}
themas:
  - {nummer: "1", titel: Wonen}
"""


def lees(bestanden: dict[str, str]) -> tuple[Dossier, list[Bevinding], dict[str, bytes]]:
    """The dossier and findings of the reading of files given as text."""
    teksten = {naam: textwrap.dedent(tekst).lstrip("\n").encode() for naam, tekst in bestanden.items()}
    dossier, bevindingen = lees_dossier(teksten)
    return dossier, bevindingen, teksten


def bevindingen(bestanden: dict[str, str]) -> list[Bevinding]:
    """All findings of reading and checks, placed and sorted; information left out."""
    dossier, gelezen, teksten = lees(bestanden)
    alle = [*gelezen, *(b for b in controleer(dossier) if b.ernst != "informatie")]
    return plaats_bevindingen(alle, teksten, dossier)


def plekken(gevonden: list[Bevinding]) -> list[str]:
    """Findings as `code regel:kolom`, for short assertions."""
    return [f"{b.code} {b.plaats.regel}:{b.plaats.kolom}" for b in gevonden]


@dataclass(frozen=True)
class Repo:
    """A real repository in a temporary folder."""

    pad: Path

    def git(self, *argumenten: str | Path, dag: str = "2026-01-01", invoer: bytes | None = None) -> str:
        """Run git here; a bare `dag` means noon in Amsterdam's winter time."""
        tijd = dag if "T" in dag else f"{dag}T12:00:00+01:00"
        klaar = subprocess.run(
            ["git", *map(str, argumenten)],
            cwd=self.pad,
            env=os.environ | {"GIT_AUTHOR_DATE": tijd, "GIT_COMMITTER_DATE": tijd},
            input=invoer,
            capture_output=True,
            check=True,
        )
        return klaar.stdout.decode().strip()

    def schrijf(self, naam: str, tekst: str) -> Path:
        """Write a file, with the folders above it."""
        pad = self.pad / naam
        pad.parent.mkdir(parents=True, exist_ok=True)
        pad.write_text(textwrap.dedent(tekst).lstrip("\n"), encoding="utf-8", newline="\n")
        return pad

    def commit(self, onderwerp: str, dag: str = "2026-01-01") -> str:
        """Commit all that changed; gives the hash."""
        self.git("add", "--all")
        self.git("commit", "--quiet", "--allow-empty", "--message", onderwerp, dag=dag)
        return self.git("rev-parse", "HEAD")


@pytest.fixture
def git_omgeving(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """git without the configuration of the machine and its user."""
    instellingen = tmp_path / "gitconfig"
    instellingen.write_text("[user]\n\tname = Ans de Wit\n\temail = ans@example.org\n", encoding="utf-8")
    for naam in [n for n in os.environ if n.startswith("GIT_")]:
        monkeypatch.delenv(naam)
    monkeypatch.setenv("GIT_CONFIG_GLOBAL", str(instellingen))
    monkeypatch.setenv("GIT_CONFIG_NOSYSTEM", "1")


@pytest.fixture
def git_repo(tmp_path: Path, git_omgeving: None) -> Repo:
    """An empty repository with branch `main`."""
    pad = tmp_path / "repo"
    pad.mkdir()
    repo = Repo(pad)
    repo.git("init", "--quiet", "--initial-branch=main")
    return repo


@pytest.fixture
def golden(request: pytest.FixtureRequest) -> Callable[[str, str], None]:
    """Compare a text with `tests/golden/NAME`; `pytest --golden-herschrijf` writes it anew."""

    def vergelijk(naam: str, tekst: str) -> None:
        pad = GOLDEN / naam
        if request.config.getoption("--golden-herschrijf"):
            pad.parent.mkdir(parents=True, exist_ok=True)
            pad.write_text(tekst, encoding="utf-8", newline="\n")
        verwacht = pad.read_text("utf-8") if pad.exists() else ""
        assert tekst == verwacht, f"{naam} differs; if that is right: pytest --golden-herschrijf"

    return vergelijk
