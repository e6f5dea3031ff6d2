"""Writing a result or new data to a file, whole or not at all."""

import os
import shutil
from pathlib import Path

from prestatie_cli.fouten import BronFout


def toonpad(pad: Path) -> str:
    """A path as it is shown: from the working folder where that is shorter, with `/`."""
    vol = os.path.abspath(pad)
    try:
        vanaf_hier = os.path.relpath(vol)
    except ValueError:  # Windows: another drive
        vanaf_hier = vol
    kort = vol if vanaf_hier.startswith(os.path.join("..", "..", "..")) else vanaf_hier
    return Path(kort).as_posix()


def schrijf(pad: Path, tekst: str) -> None:
    """Write a text to a file as UTF-8."""
    schrijf_bytes(pad, tekst.encode())


def schrijf_bytes(pad: Path, inhoud: bytes) -> None:
    """Write a result to a file, whole or not at all."""
    tijdelijk = pad.with_name(f".{pad.name}.{os.getpid()}")
    try:
        tijdelijk.write_bytes(inhoud)
        tijdelijk.replace(pad)
    except OSError as fout:
        tijdelijk.unlink(missing_ok=True)
        raise BronFout(
            f"{pad} is niet te schrijven", "controleer of de map bestaat en u er mag schrijven"
        ) from fout


def herschrijf(pad: Path, oud: bytes, nieuw: bytes) -> None:
    """Put new bytes in the place of old ones, whole or not at all; refuses when others wrote meanwhile."""
    echt = Path(os.path.realpath(pad))
    tijdelijk = echt.with_name(f".{echt.name}.{os.getpid()}")
    try:
        tijdelijk.write_bytes(nieuw)
        shutil.copymode(echt, tijdelijk)
        if echt.read_bytes() != oud:
            raise BronFout(f"{pad} is intussen door iemand anders gewijzigd", "probeer het opnieuw")
        tijdelijk.replace(echt)
    except OSError as fout:
        raise BronFout(f"{pad} is niet te schrijven", "controleer of u er mag schrijven") from fout
    finally:
        tijdelijk.unlink(missing_ok=True)
