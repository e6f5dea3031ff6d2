"""A copy of the tree in which tests run: what a change would do, without making it here."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

from tests.conftest import ROOT


def kopieer(doel: Path) -> None:
    """Copy the files of the working tree that git knows or would add."""
    lijst = ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"]
    namen = subprocess.run(lijst, cwd=ROOT, check=True, capture_output=True).stdout.decode().split("\0")
    for naam in namen:
        if (ROOT / naam).is_file():
            (doel / naam).parent.mkdir(parents=True, exist_ok=True)
            shutil.copy(ROOT / naam, doel / naam)


def draai(map_: Path, *opdracht: str) -> str:
    """A module run in a copy, by the source that stands there; its output, with a line of its exit code.

    A copy has no environment of its own: a test that stands on one is skipped there, in CI too.
    """
    schoon = {k: v for k, v in os.environ.items() if k != "CI" and not k.startswith(("PYTEST", "GIT_"))}
    klaar = subprocess.run(
        [sys.executable, "-m", *opdracht],
        cwd=map_,
        env=schoon | {"PYTHONPATH": str(map_ / "src")},
        capture_output=True,
        text=True,
        check=False,
    )
    return f"{klaar.stdout}{klaar.stderr}code {klaar.returncode}"
