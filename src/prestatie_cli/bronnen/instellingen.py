"""The one thing that is written to git: a setting of this clone, when a command is asked to."""

from pathlib import Path

from prestatie_cli.bronnen.proces import git, vraag_git


def git_instelling(map_: Path, naam: str) -> str | None:
    """The value of a setting of this repository, or None."""
    antwoord = vraag_git(map_, ["config", "--local", "--get", naam])
    return None if antwoord.code else antwoord.uit.decode("utf-8", errors="replace").removesuffix("\n")


def zet_git_instelling(map_: Path, naam: str, waarde: str) -> None:
    """Set one setting in `.git/config`; the rest of the file stays."""
    git(map_, ["config", "--local", naam, waarde])
