"""What git refuses, on real repositories: each a clear Dutch sentence with a remedy."""

import os
import sys
from datetime import date
from pathlib import Path

import pytest

from prestatie_cli.bronnen import proces as gitproces
from prestatie_cli.bronnen.commits import commit_bij, commit_op, commits_van
from prestatie_cli.bronnen.repository import repo_wortel
from prestatie_cli.bronnen.revisies import lees_paden, lees_revisie
from prestatie_cli.bronnen.schijf import lees_map
from prestatie_cli.bronnen.werkmap import huidige_commit
from tests.conftest import BASIS, Repo
from tests.test_git import AFSPRAKEN, vul, weiger


@pytest.mark.parametrize(
    ("revisie", "woorden"),
    [
        ("", ("leeg", "HEAD~1")),
        ("  ", ("leeg",)),
        ("--output=/tmp/x", ("'--output=/tmp/x'", "streepje")),
        ("-h", ("streepje",)),
        ("bestaat-niet", ("'bestaat-niet'", "bestaat niet", "git log")),
        ("0" * 40, ("bestaat niet",)),
        ("HEAD~99", ("'HEAD~99'", "bestaat niet")),
        ("HEAD..HEAD~1", ("bestaat niet",)),
        ("HEAD\n--all", ("stuurtekens",)),
        ("a\0b", ("stuurtekens",)),
        ("HEAD^{tree}", ("geen commit",)),
    ],
)
def test_revisions_that_are_refused(git_repo: Repo, revisie: str, woorden: tuple[str, ...]) -> None:
    vul(git_repo)
    for doe in (lees_revisie, commit_bij):
        weiger(lambda doe=doe: doe(git_repo.pad / "data", revisie), *woorden)  # type: ignore[misc]  # bound per turn
    weiger(lambda: lees_paden(git_repo.pad, revisie, ["data/leesmij.txt"]), *woorden)


def test_a_name_of_both_a_branch_and_a_tag(git_repo: Repo) -> None:
    vul(git_repo)
    git_repo.git("tag", "voorstel")
    git_repo.git("branch", "voorstel")
    git_repo.git("config", "core.warnAmbiguousRefs", "false")
    weiger(lambda: lees_revisie(git_repo.pad / "data", "voorstel"), "meer dan één", "refs/heads/voorstel")
    assert lees_revisie(git_repo.pad / "data", "refs/heads/voorstel")


def test_a_short_hash_of_two_commits(git_repo: Repo) -> None:
    vul(git_repo)
    stroom = "".join(
        f"commit refs/heads/veel\ncommitter a <a@b> {1700000000 + n} +0000\ndata 1\nx\n" for n in range(1500)
    )
    git_repo.git("fast-import", "--quiet", invoer=stroom.encode())
    hashes = git_repo.git("rev-list", "veel").split()
    gezien: set[str] = set()
    dubbel = next(h[:4] for h in hashes if h[:4] in gezien or gezien.add(h[:4]))  # type: ignore[func-returns-value]  # adds in passing
    weiger(lambda: lees_revisie(git_repo.pad / "data", dubbel), "meer dan één commit", "meer tekens")


def test_the_folder_is_absent_at_the_old_revision(git_repo: Repo) -> None:
    git_repo.schrijf("leesmij.txt", "leeg\n")
    leeg = git_repo.commit("Begin", "2026-01-01")
    eerste = vul(git_repo, dag="2026-02-03")
    data = git_repo.pad / "data"
    weiger(lambda: lees_revisie(data, leeg), "bestond niet", leeg[:7], eerste[:7], "2026-02-03")
    weiger(lambda: lees_revisie(git_repo.pad / "data" / "metingen", "HEAD"), "bestond niet", "--map")
    git_repo.git("mv", "data", "gegevens")
    git_repo.commit("Verhuis", "2026-03-01")
    fout = weiger(lambda: lees_revisie(git_repo.pad / "gegevens", eerste), "bestond niet", "geef --map")
    assert lees_revisie(Path(fout.hulp.rpartition("--map ")[2]), eerste).teksten


def test_a_folder_that_never_was_in_git(git_repo: Repo) -> None:
    git_repo.schrijf("leesmij.txt", "leeg\n")
    git_repo.commit("Begin")
    git_repo.schrijf(f"data/{AFSPRAKEN}", BASIS)
    weiger(lambda: lees_revisie(git_repo.pad / "data", "HEAD"), "nog niet in git", "git add")


def test_no_commit_yet(git_repo: Repo) -> None:
    git_repo.schrijf(f"data/{AFSPRAKEN}", BASIS)
    data = git_repo.pad / "data"
    for doe in (
        lambda: lees_revisie(data, "HEAD"),
        lambda: commit_op(data, date(2026, 1, 1)),
        lambda: commits_van(data),
    ):
        weiger(doe, "nog geen commit")
    assert huidige_commit(data) is None


def test_a_shallow_clone_prints_the_fetch(git_repo: Repo) -> None:
    eerste = vul(git_repo)
    git_repo.schrijf("data/parameters.yaml", "parameters: []\n")
    git_repo.commit("Later", "2026-03-01")
    bron = f"file://{git_repo.pad.as_posix()}"
    git_repo.git("clone", "--quiet", "--depth=1", bron, git_repo.pad.parent / "ondiep")
    data = git_repo.pad.parent / "ondiep" / "data"
    assert lees_revisie(data, "HEAD").teksten == lees_map(git_repo.pad / "data").teksten
    assert commit_op(data, date(2026, 3, 1))
    weiger(lambda: lees_revisie(data, eerste), "ondiep", "git fetch --unshallow", "git fetch --deepen=")
    weiger(lambda: commit_op(data, date(2026, 1, 2)), "ondiep", "git fetch --unshallow", "2026-03-01")
    weiger(lambda: commits_van(data), "ondiep", "git fetch --unshallow")
    Repo(data).git("fetch", "--quiet", "--unshallow")
    assert lees_revisie(data, eerste).teksten
    assert len(commits_van(data)) == 2


def test_a_partial_clone_fetches_nothing(git_repo: Repo) -> None:
    vul(git_repo)
    git_repo.schrijf(f"data/{AFSPRAKEN}", BASIS + "# later\n")
    git_repo.commit("Later")
    git_repo.git("config", "uploadpack.allowFilter", "true")
    bron = f"file://{git_repo.pad.as_posix()}"
    git_repo.git("clone", "--quiet", "--filter=blob:none", bron, git_repo.pad.parent / "deel")
    data = git_repo.pad.parent / "deel" / "data"
    assert lees_revisie(data, "HEAD").teksten
    fout = weiger(lambda: lees_revisie(data, "HEAD~1"), "partial clone", "git fetch")
    Repo(data).git(*fout.hulp.rpartition("git ")[2].split())
    assert lees_revisie(data, "HEAD~1").teksten


def test_no_repository(git_omgeving: None, tmp_path: Path) -> None:
    pad = tmp_path / "los" / "data"
    pad.mkdir(parents=True)
    (pad / AFSPRAKEN).write_text(BASIS, "utf-8")
    weiger(lambda: lees_revisie(pad, "HEAD"), "niet in een git-repository")
    weiger(lambda: repo_wortel(pad / "bestaat" / "niet"), "niet in een git-repository")
    assert huidige_commit(pad) is None


def test_a_bare_repository_and_the_store_of_git(git_repo: Repo) -> None:
    vul(git_repo)
    kaal = git_repo.pad.parent / "kaal.git"
    git_repo.git("clone", "--quiet", "--bare", git_repo.pad, kaal)
    for pad in (kaal, kaal / "data", git_repo.pad / ".git", git_repo.pad / ".git" / "refs"):
        weiger(lambda pad=pad: lees_revisie(pad, "main"), "kale repository", "git clone")  # type: ignore[misc]  # bound per turn
    Repo(kaal).git("config", "--global", "safe.bareRepository", "explicit")
    weiger(lambda: lees_revisie(kaal, "main"), "kale repository")


def test_a_repository_of_someone_else(git_repo: Repo, monkeypatch: pytest.MonkeyPatch) -> None:
    vul(git_repo)
    monkeypatch.setenv("GIT_TEST_ASSUME_DIFFERENT_OWNER", "1")
    fout = weiger(lambda: lees_revisie(git_repo.pad / "data", "HEAD"), "andere gebruiker", "safe.directory")
    assert fout.hulp.endswith(f"safe.directory {git_repo.pad}")
    weiger(lambda: huidige_commit(git_repo.pad / "data"), "safe.directory")


def test_no_git_at_all(git_repo: Repo, monkeypatch: pytest.MonkeyPatch) -> None:
    vul(git_repo)
    (git_repo.pad.parent / "leeg").mkdir()
    for naam in ("git", "git.exe"):
        git_repo.schrijf(naam, "#!/bin/sh\necho hier").chmod(0o755)
    monkeypatch.chdir(git_repo.pad)
    monkeypatch.setenv("PATH", f"{git_repo.pad.parent / 'leeg'}{os.pathsep}.{os.pathsep}")
    weiger(lambda: lees_revisie(git_repo.pad / "data", "HEAD"), "git is niet gevonden", "installeer git")
    assert huidige_commit(git_repo.pad / "data") is None


def test_a_git_that_hangs(git_repo: Repo, monkeypatch: pytest.MonkeyPatch) -> None:
    if sys.platform == "win32":
        pytest.skip("needs a shell script as program")
    traag = git_repo.pad.parent / "bin" / "git"
    traag.parent.mkdir()
    traag.write_text("#!/bin/sh\nexec sleep 20\n", "utf-8")
    traag.chmod(0o755)
    monkeypatch.setenv("PATH", f"{traag.parent}{os.pathsep}{os.environ['PATH']}")
    monkeypatch.setattr(gitproces, "SECONDEN", 0.2)
    weiger(lambda: repo_wortel(git_repo.pad), "geen antwoord")
