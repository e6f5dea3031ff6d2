"""`data/` is the parties' own: whatever valid figures and statements stand there, nothing of ours fails."""

import re
import shutil
from pathlib import Path

import pytest

from tests.conftest import GOLDEN, ROOT
from tests.hulp.kopie import draai, kopieer
from tests.test_docs import TEKSTEN, VOORBEELDEN

TESTS = sorted((ROOT / "tests").rglob("*.py"))
NOEMT = re.compile(r"""(?:ROOT|parents?(?:\[\d\])?)\s*/\s*["']data\b|\.\./data\b""")
# Every test starts in `voorbeeld/`; one that names the root, and not another folder in it, may have left it.
ZOU_KUNNEN = re.compile(r"""(?m)^(?!from ).*\bROOT\b(?!\s*/\s*["'](?!data\b))""")


CIJFERS = """
periode: "{periode}"
leveringen:
  - door: omthuis
    geleverd_op: {dag}
    herkomst: definitief
    cijfers:
      verhuringen_vrijgekomen: {verhuringen}
      toewijzingen_middeninkomens: 17
      verkocht: 21
  - door: gemeente
    geleverd_op: {dag}
    herkomst: definitief
    cijfers:
      ouderenwoningen_gerealiseerd: 88
"""
CORRECTIE = """\
    correcties:
      - kengetal: ouderenwoningen_gerealiseerd
        was: 90
        geleverd_op: {dag}
        gecorrigeerd_op: 2027-03-02
        reden: Twee woningen waren dubbel geteld.
"""
MELDINGEN = """
jaar: {jaar}
voortgang:
  - {{verplichting: 3.5b, datum: {jaar}-03-02, door: gemeente, melding: afgerond}}
  - {{verplichting: 3.5b, datum: {jaar}-03-09, door: omthuis, melding: afgerond}}
  - {{verplichting: 1.9a, datum: {jaar}-04-01, door: gemeente, melding: loopt}}
"""


def vervang(data: Path) -> None:
    """Other figures over other periods, all final and one corrected, and other statements over two years."""
    for map_ in ("metingen", "voortgang"):
        shutil.rmtree(data / map_)
        (data / map_).mkdir()
    for periode, dag, verhuringen in (("2023", "2024-02-01", 120), ("2026-Q1", "2026-04-20", 31)):
        tekst = CIJFERS.format(periode=periode, dag=dag, verhuringen=verhuringen)
        (data / "metingen" / f"{periode}.yaml").write_text(tekst + CORRECTIE.format(dag=dag), "utf-8")
    for jaar in (2026, 2027):
        (data / "voortgang" / f"{jaar}.yaml").write_text(MELDINGEN.format(jaar=jaar), "utf-8")


@pytest.fixture
def kopie(tmp_path: Path) -> Path:
    """A copy of the files of the checkout, with other data."""
    kopieer(tmp_path)
    vervang(tmp_path / "data")
    return tmp_path


@pytest.mark.kopie
def test_with_other_data_every_test_that_could_look_at_it_passes(kopie: Path) -> None:
    gaf = draai(kopie, "prestatie_cli", "valideer", "--streng")
    assert gaf.endswith("code 0"), gaf
    keuze = [str(p.relative_to(ROOT)) for p in TESTS if p.name.startswith("test_")]
    keuze = [naam for naam in keuze if ZOU_KUNNEN.search((ROOT / naam).read_text("utf-8"))]
    assert {"tests/test_letterlijk.py", "tests/test_docs.py", "tests/test_opdrachten.py"} <= set(keuze)
    gaf = draai(kopie, "pytest", "-q", "-m", "not wheel and not kopie", "-p", "no:cacheprovider", *keuze)
    assert gaf.endswith("code 0"), gaf


def test_only_the_test_of_the_literal_text_names_the_real_data() -> None:
    """No other test, no benchmark, golden file or document leads to `data/` of this checkout."""
    paden = [*TESTS, *(ROOT / "benchmarks").rglob("*.py"), *TEKSTEN]
    paden += [p for p in GOLDEN.rglob("*") if p.is_file()]
    assert [p.name for p in paden if NOEMT.search(p.read_text("utf-8"))] == ["test_letterlijk.py"]


def test_an_example_in_the_root_names_the_frozen_example() -> None:
    """In the root of the checkout the nearest data is `data/`."""
    los = [m["opdracht"] for p, m in VOORBEELDEN if p.parent == ROOT and not m["plek"]]
    assert [o for o in los if not o.startswith("--map voorbeeld ")] == []
