"""A repository of somebody else: whatever its configuration, attributes, hooks or the environment name, none runs."""

import hashlib
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from prestatie_cli.bronnen.werkmap import huidige_commit
from tests.conftest import DATA, Prestatie, Repo

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="needs a shell script as program")

JAAR = "afspraken-2026.yaml"
HANDTEKENING = "gpgsig -----BEGIN PGP SIGNATURE-----\n \n eA==\n -----END PGP SIGNATURE-----"
HOOKS = (
    *("post-index-change", "fsmonitor-watchman", "pre-commit", "post-commit", "post-checkout", "pre-auto-gc"),
    *("reference-transaction", "proc-receive", "update", "post-update", "pre-receive", "post-rewrite"),
)
# Each names a program; `!` stands for a shell command, `{}` for the program.
INSTELLINGEN = {
    "core.fsmonitor": "{}",
    "core.pager": "{}",
    "core.editor": "{}",
    "core.askPass": "{}",
    "core.sshCommand": "{}",
    "core.gitProxy": "{}",
    "core.alternateRefsCommand": "{}",
    "core.hooksPath": "HOOKS",
    "core.attributesFile": "ATTRIBUTEN",
    "sequence.editor": "{}",
    "credential.helper": "!{}",
    "gpg.program": "{}",
    "gpg.openpgp.program": "{}",
    "gpg.x509.program": "{}",
    "gpg.ssh.program": "{}",
    "gpg.ssh.defaultKeyCommand": "{}",
    "diff.external": "{}",
    "diff.kwaad.command": "{}",
    "diff.kwaad.textconv": "{}",
    "diff.tool": "kwaad",
    "difftool.kwaad.cmd": "{}",
    "merge.kwaad.driver": "{}",
    "mergetool.kwaad.cmd": "{}",
    "filter.kwaad.clean": "{}",
    "filter.kwaad.smudge": "{}",
    "filter.kwaad.process": "{}",
    "filter.kwaad.required": "true",
    "interactive.diffFilter": "{}",
    "uploadpack.packObjectsHook": "{}",
    "trailer.kwaad.command": "{}",
    "trailer.kwaad.cmd": "{}",
    "web.browser": "kwaad",
    "browser.kwaad.cmd": "{}",
    "tar.kwaad.command": "{}",
    "include.path": "ANDERE",
    "includeIf.gitdir:/**.path": "ANDERE",
    "log.showSignature": "true",
    "log.follow": "true",
    "log.diffMerges": "on",
    "diff.trustExitCode": "true",
    "submodule.recurse": "true",
    "status.submoduleSummary": "true",
    "protocol.allow": "always",
    "protocol.ext.allow": "always",
    "protocol.file.allow": "always",
    **{f"pager.{opdracht}": "{}" for opdracht in ("log", "status", "config", "diff", "show")},
    **{
        f"alias.{opdracht}": "!{}"
        for opdracht in (
            "log",
            "status",
            "rev-parse",
            "ls-tree",
            "cat-file",
            "diff-tree",
            "rev-list",
            "config",
        )
    },
}
OMGEVING = (
    *(
        "GIT_SSH",
        "GIT_SSH_COMMAND",
        "GIT_PROXY_COMMAND",
        "GIT_ASKPASS",
        "SSH_ASKPASS",
        "GIT_EDITOR",
        "EDITOR",
    ),
    *("GIT_SEQUENCE_EDITOR", "GIT_PAGER", "PAGER", "GIT_EXTERNAL_DIFF", "VISUAL", "BROWSER"),
)


class Val:
    """Programs that leave a mark when they run, each under the name of what plants it."""

    def __init__(self, map_: Path) -> None:
        self.map = map_
        self.spoor = map_ / "gedraaid"
        map_.mkdir()

    def programma(self, naam: str, map_: Path | None = None) -> Path:
        """A program that writes its name down."""
        pad = (map_ or self.map) / naam.replace("/", "_").replace("*", "_").replace(":", "_")
        pad.parent.mkdir(parents=True, exist_ok=True)
        pad.write_text(f"#!/bin/sh\necho '{naam}' >> '{self.spoor}'\n", "utf-8")
        pad.chmod(0o755)
        return pad

    def gedraaid(self) -> set[str]:
        """The programs that ran since the last question."""
        namen = set(self.spoor.read_text("utf-8").split()) if self.spoor.exists() else set()
        self.spoor.unlink(missing_ok=True)
        return namen


def getekend(repo: Repo) -> str:
    """HEAD with a signature on it, which git would have a program verify; gives the hash."""
    kop, _, rest = repo.git("cat-file", "commit", "HEAD").partition("\n\n")
    nieuw = repo.git(
        "hash-object", "-t", "commit", "-w", "--stdin", invoer=f"{kop}\n{HANDTEKENING}\n\n{rest}\n".encode()
    )
    repo.git("update-ref", "HEAD", nieuw)
    return nieuw


def bereid(repo: Repo) -> str:
    """The frozen example over three commits, the last one signed; gives the hash of HEAD."""
    data = repo.pad / "data"
    shutil.copytree(DATA, data)
    repo.schrijf(".gitattributes", "* filter=kwaad diff=kwaad merge=kwaad\n")
    repo.commit("Begin", "2026-01-01")
    jaar = data / JAAR
    jaar.write_text(jaar.read_text("utf-8").replace("10%", "12%"), "utf-8", newline="\n")
    repo.commit("Ruimer", "2026-02-01")
    repo.git("checkout", "--quiet", "HEAD~1", "--", f"data/{JAAR}")
    repo.commit("Terug", "2026-03-01")
    return getekend(repo)


def plant(repo: Repo, val: Val, monkeypatch: pytest.MonkeyPatch) -> None:
    """Everything that could name a program, in the configuration, the attributes, hooks and environment."""
    attributen = "* filter=kwaad diff=kwaad merge=kwaad\n"
    (val.map / "attributen").write_text(attributen, "utf-8")
    (repo.pad / ".git/info").mkdir(exist_ok=True)
    (repo.pad / ".git/info/attributes").write_text(attributen, "utf-8")
    andere = "".join(
        f"[{kop}]\n\t{sleutel} = {val.programma(f'include.{kop[:6]}.{sleutel}')}\n"
        for kop, sleutel in (("core", "fsmonitor"), ("core", "sshCommand"), ('filter "kwaad"', "process"))
    )
    (val.map / "andere").write_text(andere, "utf-8")
    for map_ in (repo.pad / ".git/hooks", val.map / "hooks"):
        for hook in HOOKS:
            val.programma(f"hook.{hook}", map_).rename(map_ / hook)
    plekken = {"HOOKS": "hooks", "ATTRIBUTEN": "attributen", "ANDERE": "andere"}
    for sleutel, waarde in INSTELLINGEN.items():
        gevuld = str(val.map / plekken[waarde]) if waarde in plekken else waarde
        repo.git("config", sleutel, gevuld.format(val.programma(sleutel)))
    for naam in OMGEVING:
        monkeypatch.setenv(naam, str(val.programma(f"omgeving.{naam}")))
    bak = val.map / "exec"
    for naam in ("ext", "kwaad", "https", "ssh", "file"):
        val.programma(f"exec.git-remote-{naam}", bak).rename(bak / f"git-remote-{naam}")
    monkeypatch.setenv("GIT_EXEC_PATH", str(bak))
    monkeypatch.setenv("GIT_TEMPLATE_DIR", str(val.map))
    monkeypatch.setenv("PATH", f"{os.environ['PATH']}{os.pathsep}{bak}")
    monkeypatch.setenv("GIT_ALLOW_PROTOCOL", "ext:file:ssh:https")
    monkeypatch.setenv("GIT_TRACE2_EVENT", str(val.map / "trace"))


def alle_opdrachten(repo: Repo, oud: str) -> list[tuple[str | Path, ...]]:
    """Every command that could ask git something; what all share, two of them do in every way."""
    data = repo.pad / "data"
    met_map = ("--map", data)
    lezend = (("status",), ("valideer",), ("termijnen",), ("indicatoren",), ("toon", "2.6"), ("rapport",))
    versies: tuple[tuple[str, ...], ...] = ((), ("--versie", oud), ("--bekend-op", "2026-02-02"))
    lijst: list[tuple[str | Path, ...]] = [
        (*met_map, *opdracht, *versie, "--peildatum", "2026-08-01")
        for opdracht in lezend
        for versie in (versies if opdracht in (("status",), ("rapport",)) else versies[:1])
    ]
    lijst += [(*met_map, "diff", *delen) for delen in ((), (oud,), (oud, "HEAD"), (f"{oud}:data/{JAAR}",))]
    lijst += [(*met_map, "geschiedenis", "2.6"), ("valideer", data, "--versie", oud)]
    lijst += [(*met_map, "rapport", "--formaat", "html", "--peildatum", "2026-08-01")]
    lijst += [
        ("git-driver", f"data/{JAAR}", data / JAAR, "a" * 40, "100644", data / JAAR, "b" * 40, "100644")
    ]
    lijst += [(*met_map, "vaststellen", "--partij", "hlve", "--datum", "2026-08-01")]
    return [*lijst, (*met_map, "git-installeer"), (*met_map, "rapport", "--peildatum", "2026-08-01")]


def test_no_program_of_the_repository_runs(
    git_repo: Repo, prestatie: Prestatie, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    hoofd = bereid(git_repo)
    data = git_repo.pad / "data"
    oud = git_repo.git("rev-parse", "HEAD~2")
    zuiver = {opdracht: prestatie(*opdracht) for opdracht in alle_opdrachten(git_repo, oud)[:-3]}
    val = Val(tmp_path / "val")
    git_repo.git("replace", oud, git_repo.git("rev-parse", "HEAD~1"))
    plant(git_repo, val, monkeypatch)
    os.utime(data / JAAR, (1, 1))
    val.gedraaid()
    index = (git_repo.pad / ".git/index").read_bytes()
    for opdracht, voor in zuiver.items():
        na = prestatie(*opdracht)
        assert val.gedraaid() == set(), opdracht
        assert na == voor, opdracht
    assert huidige_commit(data) == (hoofd, False)
    for opdracht in alle_opdrachten(git_repo, oud)[-3:]:
        assert prestatie(*opdracht).code == 0, opdracht
        assert val.gedraaid() == set(), opdracht
    assert (git_repo.pad / ".git/index").read_bytes() == index
    assert not (val.map / "trace").exists()


def test_the_trap_works(git_repo: Repo, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """git by itself does run what is planted, so that the test above would notice."""
    bereid(git_repo)
    val = Val(tmp_path / "val")
    plant(git_repo, val, monkeypatch)
    monkeypatch.delenv("GIT_EXEC_PATH")
    with (git_repo.pad / "data" / JAAR).open("a", encoding="utf-8") as bestand:
        bestand.write("# anders\n")
    gezien: set[str] = set()
    for opdracht in (
        ("status",),
        ("diff",),
        ("log", "-1"),
        ("hash-object", f"data/{JAAR}"),
        ("fetch", "ssh://x/y"),
    ):
        subprocess.run(["git", *opdracht], cwd=git_repo.pad, capture_output=True, check=False, timeout=60)
        gezien |= val.gedraaid()
    assert {n.rpartition(".")[2] for n in gezien} & {"process", "clean"}
    assert {n.rpartition(".")[2] for n in gezien} & {"sshCommand", "GIT_SSH_COMMAND", "GIT_SSH"}
    assert any("fsmonitor" in naam for naam in gezien)
    assert any("gpg" in naam for naam in gezien)


@pytest.mark.parametrize(
    "waar",
    [
        {"url": "ext::{} %S"},
        {"url": "kwaad::x"},
        {"url": "ssh://voorbeeld/x"},
        {"url": "https://localhost:1/x"},
        {"url": "ELDERS", "uploadpack": "{}"},
        {"url": "x", "vcs": "kwaad"},
    ],
    ids=str,
)
def test_a_partial_clone_fetches_nothing_through_a_program(
    git_repo: Repo,
    prestatie: Prestatie,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    waar: dict[str, str],
) -> None:
    """git would fetch what a version misses, by the program that the repository names for that."""
    bereid(git_repo)
    val = Val(tmp_path / "val")
    elders = tmp_path / "elders"
    git_repo.git("clone", "--quiet", "--bare", git_repo.pad, elders)
    blob = git_repo.git("rev-parse", f"HEAD~1:data/{JAAR}")
    (git_repo.pad / ".git/objects" / blob[:2] / blob[2:]).unlink()
    git_repo.git("config", "core.repositoryFormatVersion", "1")
    git_repo.git("config", "extensions.partialClone", "origin")
    git_repo.git("config", "remote.origin.promisor", "true")
    plant(git_repo, val, monkeypatch)
    for sleutel, waarde in waar.items():
        gevuld = waarde.replace("ELDERS", str(elders)).format(val.programma(f"remote.{sleutel}"))
        git_repo.git("config", f"remote.origin.{sleutel}", gevuld)
    val.gedraaid()
    data = git_repo.pad / "data"
    for opdracht in (
        ("diff", "HEAD~1"),
        ("status", "--versie", "HEAD~1"),
        ("geschiedenis", "2.6"),
        ("rapport",),
    ):
        uit = prestatie("--map", data, *opdracht)
        assert val.gedraaid() == set(), opdracht
        assert uit.code in (0, 1, 3), uit
    assert huidige_commit(data) == (git_repo.git("rev-parse", "HEAD"), False)


# -- whether the files are those of HEAD ----------------------------------------------------------------


@pytest.mark.parametrize(
    ("instellingen", "attributen"),
    [
        ({"core.autocrlf": "true"}, ""),
        ({"core.autocrlf": "input"}, ""),
        ({"core.eol": "crlf"}, "*.yaml text\n"),
        ({}, "*.yaml text eol=crlf\n"),
        ({}, "*.yaml -text\n"),
    ],
)
def test_a_clean_clone_is_not_changed_whatever_its_line_ends(
    git_repo: Repo, tmp_path: Path, instellingen: dict[str, str], attributen: str
) -> None:
    shutil.copytree(DATA, git_repo.pad / "data")
    git_repo.schrijf(".gitattributes", attributen)
    git_repo.commit("Begin")
    kloon = Repo(tmp_path / "kloon")
    opties = [deel for s, w in instellingen.items() for deel in ("-c", f"{s}={w}")]
    git_repo.git("clone", "--quiet", *opties, git_repo.pad, kloon.pad)
    hoofd = kloon.git("rev-parse", "HEAD")
    jaar = kloon.pad / "data" / JAAR
    if "crlf" in f"{instellingen}{attributen}" and "input" not in str(instellingen):
        assert b"\r\n" in jaar.read_bytes()
    assert huidige_commit(kloon.pad / "data") == (hoofd, False)
    jaar.write_bytes(jaar.read_bytes().replace(b"10%", b"11%", 1))
    assert huidige_commit(kloon.pad / "data") == (hoofd, True)


def test_changed_is_any_file_more_less_or_other(git_repo: Repo) -> None:
    data = git_repo.pad / "data"
    shutil.copytree(DATA, data)
    (data / "parameters.yaml").write_bytes(b"parameters: []\r\n")
    hoofd = git_repo.commit("Begin")
    assert huidige_commit(data) == (hoofd, False)
    for naam in ("metingen/2030.yaml", "metingen/2026-H1 (kopie).yaml", "Metingen2/x.yaml"):
        nieuw = git_repo.schrijf(f"data/{naam}", "a: 1\n")
        assert huidige_commit(data) == (hoofd, True), naam
        nieuw.unlink()
    (data / "Metingen2").rmdir()
    git_repo.schrijf("data/README.md", "uitleg\n")
    assert huidige_commit(data) == (hoofd, False)
    git_repo.git("rm", "--quiet", "--cached", f"data/{JAAR}")
    assert huidige_commit(data) == (hoofd, False)
    (data / "metingen/2024.yaml").unlink()
    assert huidige_commit(data) == (hoofd, True)


def test_a_repository_with_the_longer_hash(tmp_path: Path, git_omgeving: None) -> None:
    repo = Repo(tmp_path / "repo")
    repo.pad.mkdir()
    repo.git("init", "--quiet", "--object-format=sha256")
    shutil.copytree(DATA, repo.pad / "data")
    hoofd = repo.commit("Begin")
    assert len(hoofd) == hashlib.sha256().digest_size * 2
    assert huidige_commit(repo.pad / "data") == (hoofd, False)
    with (repo.pad / "data" / JAAR).open("a", encoding="utf-8") as bestand:
        bestand.write("# anders\n")
    assert huidige_commit(repo.pad / "data") == (hoofd, True)
