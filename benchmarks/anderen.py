"""The programs that `prestatie` is compared to, in a venv of their own, made when asked for."""

import subprocess
import sys
import venv
from pathlib import Path

from benchmarks.meten import MeasurementError

ROOT = Path(__file__).parent.parent
VENV = ROOT / ".venv-benchmarks"
REQUIREMENTS = ROOT / "requirements-benchmarks.txt"
STAMP = VENV / "bench.stamp"
YAMLLINT = "{extends: default, rules: {line-length: disable, document-start: disable}}"


def check_jsonschema() -> tuple[str, ...]:
    """The program check-jsonschema with the schema that is made from our model; the files go behind it."""
    return (_program("check-jsonschema"), "--schemafile", str(ROOT / "schema" / "afspraken.json"))


def yamllint() -> tuple[str, ...]:
    """The program yamllint with its default rules, but for two that our own files don't keep."""
    return (_program("yamllint"), "-d", YAMLLINT)


def _program(name: str) -> str:
    folder = VENV / "bin"
    if not STAMP.exists() or STAMP.stat().st_mtime < REQUIREMENTS.stat().st_mtime:
        print(f"{VENV.name} wordt gemaakt voor {REQUIREMENTS.name} …", file=sys.stderr)
        venv.create(VENV, clear=True, with_pip=True)
        pip = [str(folder / "python"), "-m", "pip", "--disable-pip-version-check", "-qq", "install"]
        done = subprocess.run([*pip, "--require-hashes", "-r", str(REQUIREMENTS)], check=False)
        if done.returncode:
            raise MeasurementError(f"{REQUIREMENTS.name} is niet te installeren")
        STAMP.touch()
    return str(folder / name)
