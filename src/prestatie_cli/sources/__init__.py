"""The only reader of data, from disk or from git, and the only one that starts a process (git)."""

from prestatie_cli.sources.base import MAX_BYTES, BronFout, Bronnen
from prestatie_cli.sources.disk import datamap, is_datamap, lees_huisstijl, lees_map, lees_sjablonen, zoek_map
from prestatie_cli.sources.git import (
    Commit,
    commit_bij,
    commit_op,
    commits_van,
    huidige_commit,
    lees_paden,
    lees_revisie,
    repo_wortel,
)
from prestatie_cli.sources.settings import git_instelling, zet_git_instelling

__all__ = [
    "MAX_BYTES",
    "BronFout",
    "Bronnen",
    "Commit",
    "commit_bij",
    "commit_op",
    "commits_van",
    "datamap",
    "git_instelling",
    "huidige_commit",
    "is_datamap",
    "lees_huisstijl",
    "lees_map",
    "lees_paden",
    "lees_revisie",
    "lees_sjablonen",
    "repo_wortel",
    "zet_git_instelling",
    "zoek_map",
]
