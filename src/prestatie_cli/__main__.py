"""The entry of the program; `--version` alone needs nothing but this."""

import sys
from importlib import import_module

from prestatie_cli import __version__


def main() -> int:
    """Run `prestatie` with the arguments of the process; gives the exit code."""
    if sys.argv[1:] == ["--version"]:
        print(f"prestatie {__version__}")
        return 0
    code: int = import_module("prestatie_cli.cli").main()
    return code


if __name__ == "__main__":
    sys.exit(main())
