"""The commits of a git repository and their days.

A day is the day on the clock of the committer (the date with its own time zone, as `git log`
shows it), so that a date means the same on every machine and in every month. What was known is
what stood on the first-parent line of HEAD: work on a branch counts from the day it was merged.
"""

import os
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from posixpath import normpath

from prestatie_cli.bronnen.gegevensmap import MAPPEN, is_gegevensnaam
from prestatie_cli.bronnen.proces import git
from prestatie_cli.bronnen.repository import ALLES_OPHALEN, Ligging, ligging_van, los_op
from prestatie_cli.fouten import BronFout

VELDEN = "--format=%H%x00%P%x00%cs%x00%aN%x00%s"
LOG = ("log", "-z", "--no-color", "--no-patch", "--encoding=UTF-8", "--first-parent", VELDEN)


@dataclass(frozen=True, slots=True)
class Commit:
    """A commit: full hash, the committer's day, the author's name and the first line.

    `map_` is the data folder in the repository at that commit ("" = the root), or None where no
    data folder was followed.
    """

    hash: str
    datum: date
    auteur: str
    onderwerp: str
    map_: str | None = None


@dataclass(frozen=True, slots=True)
class Gegevensversie:
    """What was known: a commit (full hash and its day), or the files on disk when `hash` is None.

    `bekend_op` is the day that was asked for, None when a version or nothing was asked for.
    """

    hash: str | None = None
    datum: date | None = None
    bekend_op: date | None = None


WERKMAP = Gegevensversie()


def commit_bij(pad: Path, revisie: str) -> Commit:
    """The commit that a revision names, in the repository of a path."""
    ligging = ligging_van(pad)
    return _commits(git(ligging.basis, [*LOG, "-1", "--end-of-options", los_op(ligging, revisie)]))[0][0]


def commit_op(pad: Path, dag: date) -> str:
    """The last commit, along the first parents of HEAD, of a day or before it (committer's day)."""
    ligging = ligging_van(pad)
    commits = _commits(git(ligging.basis, [*LOG, "--end-of-options", los_op(ligging, "HEAD")]))
    for commit, _ in commits:
        if commit.datum <= dag:
            return commit.hash
    eerste = commits[-1][0].datum
    if ligging.ondiep:
        raise BronFout(
            f"deze kloon is ondiep (shallow): wat er op {dag} stond, is niet opgehaald; "
            f"de oudste commit hier is van {eerste}",
            ALLES_OPHALEN,
        )
    raise BronFout(
        f"op {dag} stond er nog niets in git; de eerste commit is van {eerste}",
        f"noem een dag vanaf {eerste}",
    )


def commits_van(pad: Path, paden: Iterable[str] = ()) -> tuple[Commit, ...]:
    """The commits that changed the data folder, oldest first; follows it to where it was before.

    With `paden` (from the root of the repository) those that changed these files, each followed
    through its renames. First parents only, so each commit differs from the one before it in the
    list by exactly what it changed.
    """
    ligging = ligging_van(pad)
    hoofd = los_op(ligging, "HEAD")
    gevraagd = [normpath(p) for p in paden]
    if not gevraagd:
        return tuple(reversed(list(volg_pad(ligging, hoofd, ligging.pad, is_map=True))))
    gevonden = {c.hash: c for p in gevraagd for c in volg_pad(ligging, hoofd, p, is_map=False)}
    lijn = (
        git(ligging.basis, ["rev-list", "--first-parent", "--end-of-options", hoofd]).decode("ascii").split()
    )
    return tuple(gevonden[hash_] for hash_ in reversed(lijn) if hash_ in gevonden)


def _pathspecs(map_: str) -> list[str]:
    """The pathspecs of a data folder; in the root of a repository only the names of data files."""
    if map_:
        return [f":(top,literal){map_}"]
    return [f":(top,glob){m}*{e}" for m in ("", *(f"{m}/" for m in MAPPEN)) for e in (".yaml", ".yml")]


def volg_pad(ligging: Ligging, vanaf: str, pad: str, is_map: bool) -> Iterator[Commit]:
    """The commits that changed a folder or file, newest first, through its moves."""
    start: str | None = vanaf
    while start:
        specs = _pathspecs(pad) if is_map else [f":(top,literal){pad}"]
        commits = _commits(git(ligging.basis, [*LOG, "--end-of-options", start, "--", *specs]))
        yield from (replace(c, map_=pad) if is_map else c for c, _ in commits)
        if not commits:
            return
        oudste, ouder = commits[-1]
        if ligging.ondiep and not ouder:
            raise BronFout(
                f"deze kloon is ondiep (shallow): de geschiedenis van voor {oudste.datum} is niet opgehaald",
                ALLES_OPHALEN,
            )
        vorige = _vorigeplek_van(ligging, ouder, oudste.hash, pad, is_map) if ouder else None
        start, pad = (ouder, vorige) if vorige is not None else (None, pad)


def _vorigeplek_van(ligging: Ligging, ouder: str, commit: str, pad: str, is_map: bool) -> str | None:
    """Where a commit moved a folder or file from, as most of its renames say; None if it did not."""
    vraag = ["diff-tree", "-r", "-z", "-M", "--diff-filter=R", "--name-status", "--no-ext-diff"]
    uit = git(ligging.basis, [*vraag, "--no-textconv", "--end-of-options", ouder, commit])
    delen = [os.fsdecode(deel) for deel in uit.split(b"\0")[:-1]]
    paren = list(zip(delen[1::3], delen[2::3], strict=True))
    if not is_map:
        return next((oud for oud, nieuw in paren if nieuw == pad), None)
    stemmen: dict[str, int] = {}
    for oud, nieuw in paren:
        naam = nieuw.removeprefix(f"{pad}/") if pad else nieuw
        if is_gegevensnaam(naam) and f"/{oud}".endswith(f"/{naam}") and oud != nieuw:
            vorige = oud[: -len(naam)].rstrip("/")
            stemmen[vorige] = stemmen.get(vorige, 0) + 1
    return max(stemmen, key=lambda m: (stemmen[m], m)) if stemmen else None


def _commits(uit: bytes) -> list[tuple[Commit, str]]:
    """The commits in git's output, each with its first parent ('' for the first one)."""
    velden = [veld.decode("utf-8", errors="replace") for veld in uit.split(b"\0")[:-1]]
    commits = []
    for hash_, ouders, dag, auteur, onderwerp in zip(*(velden[n::5] for n in range(5)), strict=True):
        try:
            datum = date.fromisoformat(dag)
        except ValueError as fout:
            raise BronFout(f"de datum van commit {hash_[:7]} is onleesbaar", "zie git fsck") from fout
        commits.append((Commit(hash_, datum, auteur, onderwerp), ouders.partition(" ")[0]))
    return commits
