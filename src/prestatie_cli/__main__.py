"""The entry of the program; `--version` alone needs nothing but this. It minds the standard streams."""

import errno
import os
import sys
from contextlib import suppress
from importlib import import_module

from prestatie_cli import __version__

VOL = {errno.ENOSPC: "de schijf is vol", errno.EDQUOT: "de schijf is vol", errno.EBADF: "zij is gesloten"}


def main() -> int:
    """Run `prestatie` with the arguments of the process; gives the exit code.

    What was printed is only out when it has been flushed, so that ends here, and not after us where
    Python would complain in English.
    """
    _open_kanalen()
    try:
        code = _voer_uit()
        sys.stdout.flush()
        sys.stderr.flush()
    except BrokenPipeError:
        code = 1  # the reader of the pipe has gone, and knows
    except OSError as fout:
        code = _niet_uit(fout)
    _sluit_kanalen()
    return code


def _voer_uit() -> int:
    if sys.argv[1:] == ["--version"]:
        print(f"prestatie {__version__}")
        return 0
    try:
        code: int = import_module("prestatie_cli.cli").main()
    except SystemExit as einde:
        code = einde.code if isinstance(einde.code, int) else 1
    return code


def _open_kanalen() -> None:
    """Give a closed stream a place of its own, so that no file of ours takes it: a write to it fails."""
    if sys.stdout is None:
        sys.stdout = open(os.devnull, encoding="utf-8")  # noqa: SIM115  # it lives as long as we do
    if sys.stderr is None:
        sys.stderr = open(os.devnull, "w", encoding="utf-8")  # noqa: SIM115


def _niet_uit(fout: OSError) -> int:
    reden = VOL.get(fout.errno or errno.EBADF, f"foutnummer {fout.errno}")
    zin, hulp = f"fout: de uitvoer is niet te schrijven: {reden}", "stuur haar naar een bestand met ruimte"
    with suppress(OSError):
        print(f"{zin}\n  hulp: {hulp}", file=sys.stderr, flush=True)
    return 3


def _sluit_kanalen() -> None:
    """Let Python find nothing left to write where nothing can be written."""
    for kanaal in (sys.stdout, sys.stderr):
        try:
            kanaal.flush()
        except (OSError, ValueError):
            leeg = os.open(os.devnull, os.O_WRONLY)
            with suppress(OSError, ValueError):
                os.dup2(leeg, kanaal.fileno())


if __name__ == "__main__":
    sys.exit(main())
