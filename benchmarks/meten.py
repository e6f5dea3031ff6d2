"""Measuring: processes run by turns in one go, in CPU time, peak memory and instructions.

CPU time is user plus system time of the child, so that waiting for a busy machine doesn't count.
What still disturbs it only adds, so the least of the rounds is the best estimate.
"""

import os
import re
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from threading import Thread
from typing import IO

# Peak memory comes in KiB, on macOS in bytes.
MAXRSS_UNIT = 1 if sys.platform == "darwin" else 1024
SCREEN = (40, 80)


class MeasurementError(Exception):
    """Something could not be measured here; the message says in Dutch why."""


@dataclass(frozen=True, slots=True)
class Command:
    """A process to measure: what it is, where it runs, how it should end, and on what it prints."""

    argv: tuple[str, ...]
    folder: Path | None = None
    exit_codes: tuple[int, ...] = (0,)
    terminal: bool = False


@dataclass(frozen=True, slots=True)
class Usage:
    """What a process took: CPU time in seconds, peak memory in bytes."""

    seconds: float
    peak: int


def environment(**extra: str) -> dict[str, str]:
    """The environment of every child, the same for all: no setting that changes Python or output."""
    leave = ("PYTHON", "COLUMNS", "LINES", "NO_COLOR", "FORCE_COLOR", "GITHUB_", "CI")
    kept = {name: value for name, value in os.environ.items() if not name.startswith(leave)}
    return kept | {"TERM": "xterm-256color", "PYTHONUTF8": "1"} | extra


def run(command: Command) -> Usage:
    """Run a process to its end; raises MeasurementError where it ends otherwise than it should.

    Peak memory is never below that of this process at the moment of the start (the kernel counts
    from there), so this process stays small.
    """
    with tempfile.TemporaryFile() as errors:
        follower, reader = _terminal() if command.terminal else (subprocess.DEVNULL, None)
        process = subprocess.Popen(
            command.argv,
            stdin=subprocess.DEVNULL,
            stdout=follower,
            stderr=errors,
            cwd=command.folder,
            env=environment(),
        )
        if reader:
            os.close(follower)
        _, status, usage = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
        if reader:
            reader.join()
        if process.returncode not in command.exit_codes:
            raise MeasurementError(_ended(command, process.returncode, errors))
    return Usage(usage.ru_utime + usage.ru_stime, usage.ru_maxrss * MAXRSS_UNIT)


def _ended(command: Command, code: int, errors: IO[bytes]) -> str:
    errors.seek(0)
    lines = errors.read().decode("utf-8", errors="replace").strip().splitlines() or ["geen melding"]
    words = " ".join([Path(command.argv[0]).name, *command.argv[1:3]])
    return f"'{words}' eindigt met code {code}: {lines[0]}"


def _terminal() -> tuple[int, Thread]:
    """A pseudo-terminal of 40 lines of 80, with a thread that reads away what is printed on it."""
    import fcntl
    import struct
    import termios

    leader, follower = os.openpty()
    fcntl.ioctl(follower, termios.TIOCSWINSZ, struct.pack("HHHH", *SCREEN, 0, 0))

    def read_away() -> None:
        try:
            while os.read(leader, 65536):
                pass
        except OSError:  # how Linux says that the other side has closed
            pass
        finally:
            os.close(leader)

    reader = Thread(target=read_away)
    reader.start()
    return follower, reader


def run_by_turns(commands: Sequence[Command], rounds: int) -> list[Usage]:
    """The least that each process took, after one round that only warms caches."""
    if not hasattr(os, "wait4"):
        raise MeasurementError("dit systeem meet geen processortijd per proces")
    for command in commands:
        run(command)
    taken = [[run(command) for command in commands] for _ in range(rounds)]
    return [
        Usage(min(u.seconds for u in column), min(u.peak for u in column))
        for column in zip(*taken, strict=True)
    ]


def instructions(command: Command) -> int:
    """The instructions that a process executes, counted by callgrind; repeats to about 1e-6."""
    valgrind = shutil.which("valgrind")
    if valgrind is None:
        raise MeasurementError("valgrind is er niet")
    done = subprocess.run(
        [valgrind, "--tool=callgrind", "--callgrind-out-file=/dev/null", *command.argv],
        cwd=command.folder,
        env=environment(PYTHONHASHSEED="0"),
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.PIPE,
        encoding="utf-8",
        errors="replace",
        check=False,
    )
    counted = re.search(r"Collected : (\d+)", done.stderr)
    if counted is None or done.returncode not in command.exit_codes:
        raise MeasurementError(f"valgrind telt niet (code {done.returncode})")
    return int(counted[1])
