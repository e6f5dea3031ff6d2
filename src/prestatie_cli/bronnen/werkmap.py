"""Whether the files on disk are those of HEAD.

`git status` would run the filters that a repository's configuration names, so the files are compared here.
"""

from pathlib import Path

from prestatie_cli.bronnen.proces import GeenGit, vraag_git
from prestatie_cli.bronnen.repository import ligging_van
from prestatie_cli.bronnen.revisies import is_object, momentopname
from prestatie_cli.bronnen.schijf import lees_map


def huidige_commit(pad: Path) -> tuple[str, bool] | None:
    """HEAD's hash and whether the data folder differs from it; None without git, repository or commit.

    Line ends don't count: git may write them otherwise to disk than it keeps them.
    """
    try:
        ligging = ligging_van(pad)
    except GeenGit:
        return None
    hoofd = vraag_git(ligging.basis, ["rev-parse", "--verify", "--quiet", "HEAD^{commit}"])
    if hoofd.code:
        return None
    commit = hoofd.uit.decode("ascii").strip()
    opname, nu = momentopname(ligging, commit), lees_map(pad)
    toen_namen = opname.bestanden.keys() | opname.onleesbaar.keys() | opname.overig.keys()
    nu_namen = nu.teksten.keys() | nu.onleesbaar.keys() | nu.overig.keys()
    gelijk = toen_namen == nu_namen and all(
        naam in nu.teksten
        and any(is_object(vorm, bestand.object_) for vorm in _regeleindes(nu.teksten[naam]))
        for naam, bestand in opname.bestanden.items()
    )
    return commit, not gelijk


def _regeleindes(inhoud: bytes) -> tuple[bytes, bytes]:
    """A file as it is, and with the line ends of Unix."""
    return inhoud, inhoud.replace(b"\r\n", b"\n")
