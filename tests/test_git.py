"""git as a source, on real repositories: what is read, and what stops it in a clear sentence."""

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from prestatie_cli.bronnen.commits import commits_van
from prestatie_cli.bronnen.repository import repo_wortel
from prestatie_cli.bronnen.revisies import lees_paden, lees_revisie
from prestatie_cli.bronnen.schijf import lees_map
from prestatie_cli.bronnen.werkmap import huidige_commit
from prestatie_cli.fouten import BronFout
from tests.conftest import BASIS, Repo

AFSPRAKEN = "afspraken-2026.yaml"


def weiger(doe: Callable[[], object], *woorden: str) -> BronFout:
    """The refusal of `doe`, whose sentence and remedy together hold the words."""
    with pytest.raises(BronFout) as gevangen:
        doe()
    fout = gevangen.value
    for woord in woorden:
        assert woord in f"{fout.boodschap} | {fout.hulp}"
    return fout


def vul(repo: Repo, map_: str = "data", dag: str = "2026-01-01") -> str:
    """A small data folder, committed; gives the hash."""
    begin = f"{map_}/" if map_ else ""
    repo.schrijf(begin + AFSPRAKEN, BASIS)
    repo.schrijf(begin + "metingen/2026-H1.yaml", "periode: 2026-H1\n")
    repo.schrijf(begin + "voortgang/2026.yaml", "jaar: 2026\n")
    repo.schrijf(begin + "leesmij.txt", "geen gegevens\n")
    return repo.commit("Leg de afspraken vast", dag)


def test_a_revision_gives_what_the_disk_gave(git_repo: Repo) -> None:
    eerste = vul(git_repo)
    data = git_repo.pad / "data"
    op_schijf = lees_map(data)
    assert set(op_schijf.teksten) == {AFSPRAKEN, "metingen/2026-H1.yaml", "voortgang/2026.yaml"}
    git_repo.schrijf(f"data/{AFSPRAKEN}", BASIS + "# later\n")
    git_repo.schrijf("data/parameters.yaml", "parameters: []\n")
    git_repo.commit("Later", "2026-02-01")
    for revisie in (eerste, eerste[:7], "HEAD~1", "main^", "HEAD@{1}", "HEAD^{/Leg de}"):
        assert lees_revisie(data, revisie) == op_schijf
    git_repo.git("tag", "--annotate", "--message", "getekend", "v1", "HEAD~1")
    assert lees_revisie(data, "v1") == op_schijf
    assert lees_revisie(data, "HEAD") == lees_map(data)


def test_the_rules_for_names_are_those_of_the_disk(git_repo: Repo) -> None:
    vul(git_repo)
    git_repo.schrijf("data/parameters.yaml/x.yaml", "a: 1\n")
    git_repo.schrijf("data/metingen/2024.yaml/diep.txt", "a: 1\n")
    git_repo.schrijf("data/map.yaml/x.yaml", "a: 1\n")
    git_repo.schrijf("data/teksten/inleiding.md", "Inleiding\n")
    git_repo.schrijf("data/teksten/diep/inleiding.md", "Inleiding\n")
    git_repo.schrijf(f"data/{AFSPRAKEN}.bak", BASIS)
    git_repo.schrijf(f"data/{AFSPRAKEN}.orig", "a: 1\n")
    git_repo.schrijf("data/metingen/aantekening.txt", "a: 1\n")
    git_repo.schrijf("data/metingen/oud/2024.yaml", "a: 1\n")
    git_repo.schrijf("data/elders/2024.yaml", "a: 1\n")
    git_repo.schrijf("database/afspraken-2026.yaml", "a: 1\n")
    git_repo.git("rm", "-r", "--quiet", "data/voortgang")
    git_repo.schrijf("data/voortgang", "een bestand\n")
    git_repo.commit("Vreemde namen")
    uit = lees_revisie(git_repo.pad / "data", "HEAD")
    assert uit == lees_map(git_repo.pad / "data")
    assert set(uit.teksten) == {AFSPRAKEN, "metingen/2026-H1.yaml", "teksten/inleiding.md"}
    assert set(uit.onleesbaar) == {"parameters.yaml", "metingen/2024.yaml", "voortgang"}
    assert {naam for naam, gelijk in uit.overig.items() if gelijk} == {f"{AFSPRAKEN}.bak"}
    assert {naam for naam, gelijk in uit.overig.items() if not gelijk} == {
        "elders/",
        "map.yaml/",
        "metingen/oud/",
        "metingen/aantekening.txt",
        "teksten/diep/",
        f"{AFSPRAKEN}.orig",
    }


def test_the_data_folder_may_be_the_root(git_repo: Repo) -> None:
    vul(git_repo, map_="")
    assert lees_revisie(git_repo.pad, "HEAD") == lees_map(git_repo.pad)
    weiger(lambda: lees_revisie(git_repo.pad / AFSPRAKEN, "HEAD"), "bestand, geen map")


def test_bytes_come_as_they_are(git_repo: Repo) -> None:
    vul(git_repo)
    vreemd = "titel: Héél vreemd\r\n".encode() + b"\xff\x00\n\n blob 12\n"
    (git_repo.pad / "data/parameters.yaml").write_bytes(b"")
    (git_repo.pad / "data/metingen/2024.yaml").write_bytes(vreemd)
    git_repo.commit("Vreemde inhoud")
    teksten = lees_revisie(git_repo.pad / "data", "HEAD").teksten
    assert (teksten["parameters.yaml"], teksten["metingen/2024.yaml"]) == (b"", vreemd)


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such file names")
@pytest.mark.parametrize(
    "map_", ["een map", "'a' \"b\"", "regel\neinde", "café ☂", ":(glob)*", "-x", "a*[b]?"]
)
def test_paths_with_anything_in_them(git_repo: Repo, map_: str) -> None:
    vul(git_repo, map_)
    git_repo.schrijf(f"{map_}/metingen/{map_}.yaml", "a: 1\n")
    eerste = git_repo.commit("Vreemde naam")
    data = git_repo.pad / map_
    assert lees_revisie(data, "HEAD") == lees_map(data)
    pad = f"{map_}/metingen/{map_}.yaml"
    assert lees_paden(data, "HEAD", [pad]) == {pad: b"a: 1\n"}
    assert [c.onderwerp for c in commits_van(data)] == ["Leg de afspraken vast", "Vreemde naam"]
    assert [c.hash for c in commits_van(data, [pad])] == [eerste]
    assert huidige_commit(data) == (eerste, False)


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such file names")
def test_a_name_that_is_no_utf8(git_repo: Repo) -> None:
    vul(git_repo)
    try:
        Path(os.fsdecode(bytes(git_repo.pad / "data") + b"/\xff.yaml")).write_bytes(b"a: 1\n")
    except OSError:
        pytest.skip("this file system takes only UTF-8")
    git_repo.commit("Latin-1")
    assert lees_revisie(git_repo.pad / "data", "HEAD") == lees_map(git_repo.pad / "data")


def test_symlinks_and_submodules_are_named_and_not_followed(git_repo: Repo) -> None:
    commit = vul(git_repo)
    doel = git_repo.git("hash-object", "-w", "--stdin", invoer=b"/etc/passwd")
    for soort, object_, naam in (
        ("120000", doel, "data/afspraken-2025.yaml"),
        ("120000", doel, "data/metingen/2024.yaml"),
        ("160000", commit, "data/parameters.yaml"),
        ("120000", doel, "ander"),
    ):
        git_repo.git("update-index", "--add", "--cacheinfo", f"{soort},{object_},{naam}")
    git_repo.git("commit", "--quiet", "--message", "Links")
    uit = lees_revisie(git_repo.pad / "data", "HEAD")
    assert "snelkoppeling" in uit.onleesbaar["afspraken-2025.yaml"]
    assert "snelkoppeling" in uit.onleesbaar["metingen/2024.yaml"]
    assert "submodule" in uit.onleesbaar["parameters.yaml"]
    assert set(uit.teksten) == {AFSPRAKEN, "metingen/2026-H1.yaml", "voortgang/2026.yaml"}
    weiger(lambda: lees_revisie(git_repo.pad / "ander", "HEAD"), "snelkoppeling")
    weiger(
        lambda: lees_paden(git_repo.pad, "HEAD", ["data/afspraken-2025.yaml"]),
        "data/afspraken-2025.yaml",
        "snelkoppeling",
    )


def test_a_folder_that_is_a_symlink_in_git(git_repo: Repo) -> None:
    vul(git_repo)
    git_repo.git("rm", "-r", "--quiet", "data/metingen")
    doel = git_repo.git("hash-object", "-w", "--stdin", invoer=b"/tmp")
    git_repo.git("update-index", "--add", "--cacheinfo", f"120000,{doel},data/metingen")
    git_repo.git("commit", "--quiet", "--message", "Link")
    assert "snelkoppeling" in lees_revisie(git_repo.pad / "data", "HEAD").onleesbaar["metingen"]


def test_a_file_over_the_limit_is_not_read(git_repo: Repo) -> None:
    vul(git_repo)
    (git_repo.pad / "data/parameters.yaml").write_bytes(b"#" * (16 * 1024**2 + 1))
    git_repo.commit("Groot")
    uit = lees_revisie(git_repo.pad / "data", "HEAD")
    assert "16 MB" in uit.onleesbaar["parameters.yaml"]
    assert "parameters.yaml" not in uit.teksten


def test_exact_paths(git_repo: Repo) -> None:
    vul(git_repo)
    gevraagd = ["data/leesmij.txt", f"./data/{AFSPRAKEN}", "data", "data/*.txt", "weg.yaml"]
    uit = lees_paden(git_repo.pad / "data", "HEAD", gevraagd)
    assert uit == {"data/leesmij.txt": b"geen gegevens\n", f"data/{AFSPRAKEN}": BASIS.lstrip("\n").encode()}
    assert lees_paden(git_repo.pad, "HEAD", []) == {}
    assert repo_wortel(git_repo.pad / "data").samefile(git_repo.pad)
    assert repo_wortel(git_repo.pad / "data" / AFSPRAKEN).samefile(git_repo.pad)


def test_a_linked_worktree(git_repo: Repo) -> None:
    eerste = vul(git_repo)
    git_repo.schrijf("data/parameters.yaml", "parameters: []\n")
    git_repo.commit("Later")
    naast = git_repo.pad.parent / "naast"
    git_repo.git("worktree", "add", "--quiet", "--detach", naast, eerste)
    assert lees_revisie(naast / "data", "main") == lees_revisie(
        naast / "data", git_repo.git("rev-parse", "main")
    )
    assert "parameters.yaml" in lees_revisie(naast / "data", "main").teksten
    assert huidige_commit(naast / "data") == (eerste, False)
    assert repo_wortel(naast / "data").samefile(naast)


def test_the_environment_of_a_hook_does_not_lead_astray(
    git_repo: Repo, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    vul(git_repo)
    elders = Repo(tmp_path / "elders")
    elders.pad.mkdir()
    elders.git("init", "--quiet")
    monkeypatch.setenv("GIT_DIR", str(elders.pad / ".git"))
    monkeypatch.setenv("GIT_INDEX_FILE", ".git/index")
    monkeypatch.setenv("GIT_WORK_TREE", str(elders.pad))
    monkeypatch.setenv("GIT_LITERAL_PATHSPECS", "1")
    data = git_repo.pad / "data"
    assert lees_revisie(data, "HEAD").teksten == lees_map(data).teksten
    assert huidige_commit(data)


def test_reading_the_disk_needs_no_process() -> None:
    vraag = "import sys, prestatie_cli.bronnen; sys.exit('subprocess' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", vraag], check=False).returncode == 0
