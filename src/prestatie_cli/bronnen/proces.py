"""Running git: never through a shell, never with a lock, a hook, a pager, a prompt or the network."""

import os
import re
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from prestatie_cli.fouten import BronFout

SECONDEN = 60
OPTIES = (
    "--no-pager",
    *("-c", "core.quotepath=off"),
    *("-c", "core.fsmonitor=false"),
    *("-c", f"core.hooksPath={os.devnull}"),
    *("-c", "core.warnAmbiguousRefs=true"),
    *("-c", "log.follow=false"),
    *("-c", "log.showSignature=false"),
)
# The two protocol settings keep a partial clone from fetching, which a repository's own
# configuration could turn into running a program.
OMGEVING = {
    "GIT_ALLOW_PROTOCOL": "none",
    "GIT_NO_LAZY_FETCH": "1",
    "GIT_NO_REPLACE_OBJECTS": "1",
    "GIT_OPTIONAL_LOCKS": "0",
    "GIT_TERMINAL_PROMPT": "0",
    "LC_ALL": "C",
}
# Of git's own variables only those that say which configuration is the user's; the others name programs
# (GIT_SSH, GIT_EXEC_PATH), or come from a hook or diff driver and lead away from the data folder.
DOORGEVEN = re.compile(
    r"GIT_CONFIG_(?:GLOBAL|SYSTEM|NOSYSTEM|COUNT|PARAMETERS|KEY_[0-9]+|VALUE_[0-9]+)|GIT_CEILING_DIRECTORIES|"
    r"GIT_DISCOVERY_ACROSS_FILESYSTEM|GIT_TEST_ASSUME_DIFFERENT_OWNER|(?!GIT_|LANGUAGE$|SSH_ASKPASS).*",
    re.IGNORECASE,
)
ONVEILIG = re.compile(r"detected dubious ownership in repository at '(.*?)'\n", re.DOTALL)
ONVOLLEDIG = re.compile(r"promisor|lazy fetch|transport '.*' not allowed|could not get object info")


class GeenGit(BronFout):
    """git is not installed, or the path lies in no repository."""


@dataclass(frozen=True, slots=True)
class Antwoord:
    """What one run of git gave: exit code, output and its messages in English."""

    code: int
    uit: bytes
    fout: str


def vraag_git(map_: Path, argumenten: Sequence[str], invoer: bytes = b"") -> Antwoord:
    """Run git in a folder; any exit code is an answer, BronFout when git can't run or is too slow."""
    import subprocess

    omgeving = {naam: w for naam, w in os.environ.items() if DOORGEVEN.fullmatch(naam)} | OMGEVING
    opdracht = [_programma(), "-C", os.fspath(map_), *OPTIES, *argumenten]
    try:
        klaar = subprocess.run(  # noqa: S603 - a list, no shell; each user's value stands behind --end-of-options
            opdracht, input=invoer, capture_output=True, env=omgeving, timeout=SECONDEN, check=False
        )
    except subprocess.TimeoutExpired as fout:
        raise BronFout(
            f"git geeft na {SECONDEN} seconden nog geen antwoord", "probeer het opnieuw, of voer 'git gc' uit"
        ) from fout
    except OSError as fout:
        raise _geen_git() from fout
    return Antwoord(klaar.returncode, klaar.stdout, klaar.stderr.decode("utf-8", errors="replace"))


def git(map_: Path, argumenten: Sequence[str], invoer: bytes = b"") -> bytes:
    """The output of git; BronFout in Dutch when it fails."""
    antwoord = vraag_git(map_, argumenten, invoer)
    if antwoord.code:
        raise geweigerd(map_, antwoord.fout)
    return antwoord.uit


def _programma() -> str:
    """The path of git, from the folders in PATH only: Windows would also try the working folder."""
    naam = "git.exe" if os.name == "nt" else "git"
    for map_ in os.get_exec_path():
        pad = os.path.join(map_, naam)
        if os.path.isabs(pad) and os.path.isfile(pad) and os.access(pad, os.X_OK):
            return pad
    raise _geen_git()


def _geen_git() -> GeenGit:
    return GeenGit(
        "het programma git is niet gevonden",
        "installeer git (https://git-scm.com), of laat --versie en --bekend-op weg",
    )


def geweigerd(map_: Path, melding: str) -> BronFout:
    """The Dutch sentence for a refusal of git."""
    if treffer := ONVEILIG.search(melding):
        import shlex

        pad = treffer.group(1)
        return BronFout(
            f"git vertrouwt {pad} niet, omdat de map van een andere gebruiker is",
            f"vertrouwt u haar wel: git config --global --add safe.directory {shlex.quote(pad)}",
        )
    if "not a git repository" in melding:
        return GeenGit(
            f"{map_} ligt niet in een git-repository",
            "ga naar een kloon van de repository, of laat --versie en --bekend-op weg",
        )
    if "cannot use bare repository" in melding or "must be run in a work tree" in melding:
        return kaal(map_)
    if ONVOLLEDIG.search(melding):
        return onvolledig()
    regels = [r for r in melding.splitlines() if r.startswith(("fatal: ", "error: "))]
    woorden = regels[0].partition(": ")[2] if regels else "zonder uitleg"
    return BronFout(f"git kan {map_} niet lezen: {woorden}", "controleer de repository met 'git fsck'")


def kaal(map_: Path) -> BronFout:
    """The sentence for a repository without working tree, or a path inside `.git`."""
    return BronFout(
        f"{map_} is een kale repository (bare) of ligt in de opslag van git; er is geen map met gegevens",
        "kloon de repository (git clone) en geef met --map de map data in die kloon",
    )


def onvolledig() -> BronFout:
    """The sentence for a partial clone that lacks the files of a version."""
    return BronFout(
        "deze kloon heeft niet alle bestanden van die versie (partial clone)",
        "haal ze op: git fetch --refetch --no-filter",
    )
