"""Writing a result or new data to a file, whole or not at all, and never over what is something else."""

import contextlib
import errno
import os
import stat
import sys
from collections.abc import Callable, Iterable, Mapping
from pathlib import Path

from prestatie_cli.bronnen.gegevensmap import MAPPEN
from prestatie_cli.bronnen.schijf import is_datamap
from prestatie_cli.cli.nederlands import Gebruiksfout
from prestatie_cli.fouten import BronFout

UIT = Path("-")
PROEF = 4096
# What a site was made of, so that a page that is no part of it any more can go.
SITELIJST = ".prestatie-site"
# How the files of a kind end, and how they begin. Text has no beginning of its own: its name tells it.
UITVOERSOORTEN: dict[str, tuple[tuple[str, ...], tuple[bytes, ...]]] = {
    "md": ((".md", ".markdown"), ()),
    "tekst": ((".txt", ".md"), ()),
    "json": ((), (b"{",)),
    "html": ((), (b"<!doctype html", b"<html")),
    "docx": ((".docx",), (b"pk\x03\x04",)),
    "pdf": ((), (b"%pdf-",)),
}


def toonpad(pad: Path) -> str:
    """A path as it is shown: from the working folder where that is shorter, with `/`."""
    try:
        vol = os.path.abspath(pad)
    except OSError:  # the working folder is gone
        return os.fspath(pad)
    try:
        vanaf_hier = os.path.relpath(vol)
    except ValueError:  # Windows: another drive
        vanaf_hier = vol
    kort = vol if vanaf_hier.startswith(os.path.join("..", "..", "..")) else vanaf_hier
    # The bytes of a name that is no UTF-8 are shown as bytes.
    return os.fsencode(Path(kort).as_posix()).decode("utf-8", "backslashreplace")


def schrijf_uitvoer(
    pad: Path, inhoud: bytes, soort: str, overschrijf: bool, mappen: tuple[Path, ...]
) -> None:
    """Write a result where `-o` says; `mappen` are the data folders that it was made of.

    Never in a data folder; over a file of another kind only when that is asked for. Links are
    followed, a device or pipe is written to, and a file keeps its mode.
    """
    if pad == UIT:
        schrijf_standaard(inhoud)
        return
    try:
        echt, was = _doel(pad)
        if was and any(_zelfde(was, kanaal) for kanaal in (1, 2)):
            schrijf_standaard(inhoud)
        elif was and not stat.S_ISREG(was.st_mode):
            _naar_apparaat(pad, was, inhoud)
        else:
            _toets(pad, echt, was, soort, overschrijf, mappen)
            _vervang(echt, inhoud, was)
    except (OSError, ValueError) as fout:
        raise _niet_te_schrijven(pad, fout) from fout


def schrijf_standaard(inhoud: bytes) -> None:
    """Write bytes to standard output."""
    sys.stdout.flush()
    sys.stdout.buffer.write(inhoud)
    sys.stdout.buffer.flush()


def schrijf_nieuw(pad: Path, inhoud: bytes) -> None:
    """Write a file of our own that was not there."""
    try:
        _vervang(Path(os.path.realpath(pad)), inhoud, None)
    except OSError as fout:
        raise _niet_te_schrijven(pad, fout) from fout


def schrijf_erbij(map_: Path, bestanden: Mapping[str, bytes]) -> None:
    """Write files of our own in a folder, made where there is none; refuses where one of them is there."""
    try:
        if map_.exists() and not map_.is_dir():
            raise Gebruiksfout(f"'{toonpad(map_)}' is geen map")
        if bestaat := sorted(naam for naam in bestanden if (map_ / naam).exists()):
            raise Gebruiksfout(f"in '{toonpad(map_)}' staat al {bestaat[0]}; kies een andere map")
        map_.mkdir(parents=True, exist_ok=True)
    except (OSError, ValueError) as fout:
        raise _niet_te_schrijven(map_, fout) from fout
    for naam, inhoud in bestanden.items():
        schrijf_nieuw(map_ / naam, inhoud)


def herschrijf(pad: Path, oud: bytes, nieuw: bytes) -> None:
    """Put new bytes in the place of old ones, whole or not at all; refuses when others wrote meanwhile."""
    try:
        echt, was = _doel(pad)

        def toets() -> None:
            if echt.read_bytes() != oud:
                raise BronFout(
                    f"{toonpad(pad)} is intussen door iemand anders gewijzigd", "probeer het opnieuw"
                )

        _vervang(echt, nieuw, was, toets)
    except OSError as fout:
        raise _niet_te_schrijven(pad, fout) from fout


def toets_sitemap(map_: Path, overschrijf: bool, mappen: tuple[Path, ...]) -> None:
    """Refuse a folder for a site that is one of data, or that has other things in it unless that is asked."""
    echt = Path(os.path.realpath(map_))
    if is_datamap(echt) or _is_van_gegevens(echt / "x", None, mappen):
        raise Gebruiksfout(f"'{toonpad(map_)}' is een map met gegevens; zet de site ergens anders")
    try:
        if echt.exists() and not echt.is_dir():
            raise Gebruiksfout(f"'{toonpad(map_)}' is geen map")
        if not overschrijf and echt.is_dir() and any(echt.iterdir()) and not (echt / SITELIJST).is_file():
            raise Gebruiksfout(
                f"in '{toonpad(map_)}' staat al iets anders; kies een lege map, of geef --overschrijf"
            )
    except OSError as fout:
        raise _niet_te_schrijven(map_, fout) from fout


def schrijf_site(map_: Path, bestanden: Iterable[tuple[str, bytes]]) -> None:
    """Put the files of a site in a folder: what is the same stays, what is no part of it any more goes."""
    echt = Path(os.path.realpath(map_))
    lijst, gemaakt = echt / SITELIJST, []
    try:
        vorige = set(lijst.read_text("utf-8").split("\n")) if lijst.is_file() else set()
        for naam, inhoud in bestanden:
            pad = echt / naam
            pad.parent.mkdir(parents=True, exist_ok=True)
            if not pad.is_file() or pad.read_bytes() != inhoud:
                _vervang(pad, inhoud, _doel(pad)[1])
            gemaakt.append(naam)
        for pad in (echt / naam for naam in vorige - {*gemaakt, ""}):
            if pad.resolve().is_relative_to(echt):  # the list is a file, and anyone can write in it
                pad.unlink(missing_ok=True)
        echt.mkdir(parents=True, exist_ok=True)
        tekst = "\n".join(sorted(gemaakt)).encode()
        if not lijst.is_file() or lijst.read_bytes() != tekst:
            _vervang(lijst, tekst, _doel(lijst)[1])
    except OSError as fout:
        raise _niet_te_schrijven(map_, fout) from fout


def _doel(pad: Path) -> tuple[Path, os.stat_result | None]:
    """Where a path leads through its links, and what is there."""
    echt = Path(os.path.realpath(pad))
    try:
        return echt, os.stat(pad)
    except FileNotFoundError:
        return echt, None


def _zelfde(was: os.stat_result, kanaal: int) -> bool:
    """Whether a file is what a standard stream is: `/dev/stdout`, also where that is sent to a file."""
    try:
        return os.path.samestat(was, os.fstat(kanaal)) and not os.path.samestat(was, os.stat(os.devnull))
    except OSError:
        return False


def _naar_apparaat(pad: Path, was: os.stat_result, inhoud: bytes) -> None:
    if stat.S_ISDIR(was.st_mode):
        raise Gebruiksfout(f"'{toonpad(pad)}' is een map; geef met -o de naam van een bestand")
    if not stat.S_ISCHR(was.st_mode) and not stat.S_ISFIFO(was.st_mode):
        raise Gebruiksfout(f"'{toonpad(pad)}' is geen gewoon bestand; geef met -o een ander bestand")
    with open(pad, "wb", buffering=0) as bestand:
        over = memoryview(inhoud)
        while over:
            over = over[bestand.write(over) :]


def _toets(
    pad: Path,
    echt: Path,
    was: os.stat_result | None,
    soort: str,
    overschrijf: bool,
    mappen: tuple[Path, ...],
) -> None:
    """Refuse what would destroy data, or something that is no earlier result."""
    if _is_van_gegevens(echt, was, mappen):
        raise Gebruiksfout(
            f"'{toonpad(pad)}' ligt in een map met gegevens; schrijf een resultaat naar een andere plek"
        )
    if was is None or overschrijf:
        return
    if was.st_nlink > 1:
        wat = "heeft nog een naam (harde koppeling)"
    elif was.st_size and not _is_soort(echt, soort):
        wat = f"bestaat al en is geen {soort}"
    else:
        return
    raise Gebruiksfout(f"'{toonpad(pad)}' {wat}; kies een andere naam, of geef --overschrijf")


def _is_van_gegevens(echt: Path, was: os.stat_result | None, mappen: tuple[Path, ...]) -> bool:
    """Whether a file lies in a data folder, of this command or another, or is another name of one there."""
    gebruikt = [Path(os.path.realpath(m)) for m in mappen]
    boven = [m for m in (echt.parent, echt.parent.parent) if is_datamap(m)]
    if boven or any(echt.is_relative_to(m) for m in gebruikt):
        return True
    if was is None or was.st_nlink < 2:
        return False
    bestanden = (b for m in gebruikt for deel in ("", *MAPPEN) for b in _in(m / deel))
    return any(os.path.samestat(was, b.stat()) for b in bestanden)


def _in(map_: Path) -> list[Path]:
    try:
        return [b for b in map_.iterdir() if b.is_file()]
    except OSError:
        return []


def _is_soort(echt: Path, soort: str) -> bool:
    """Whether a file is of a kind, by how it begins and, where that says too little, by its name."""
    einden, begin = UITVOERSOORTEN[soort]
    with open(echt, "rb") as bestand:
        proef = bestand.read(PROEF)
    if einden and echt.suffix.lower() not in einden:
        return False
    if begin:
        return proef.removeprefix(b"\xef\xbb\xbf").lstrip().lower().startswith(begin)
    return b"\0" not in proef


def _vervang(
    echt: Path, inhoud: bytes, was: os.stat_result | None, toets: Callable[[], None] = lambda: None
) -> None:
    """Put a file in its place in one step, with the mode of what was there.

    A file with more than one name is written in place: those names stay one file.
    """
    wie = {"effective_ids": True} if os.access in os.supports_effective_ids else {}
    if was and not os.access(echt, os.W_OK, **wie):
        raise PermissionError(errno.EACCES, "geen schrijfrecht")
    if was and was.st_nlink > 1:
        toets()
        with open(echt, "r+b") as bestand:
            bestand.write(inhoud)
            bestand.truncate()
        return
    tijdelijk = echt.with_name(f".prestatie-{os.getpid()}.tmp")
    nummer = os.open(tijdelijk, os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0), 0o666)
    try:
        with open(nummer, "wb") as bestand:
            bestand.write(inhoud)
            bestand.flush()
            os.fsync(bestand.fileno())
        if was:
            _als_eerst(tijdelijk, was)
        toets()
        os.replace(tijdelijk, echt)
    finally:
        with contextlib.suppress(OSError):
            tijdelijk.unlink()


def _als_eerst(pad: Path, was: os.stat_result) -> None:
    """The owner, where that is allowed, and the mode that a file had."""
    if hasattr(os, "chown"):
        with contextlib.suppress(OSError):
            os.chown(pad, was.st_uid, was.st_gid)
    os.chmod(pad, stat.S_IMODE(was.st_mode))


SCHRIJFREDENEN = {
    errno.EACCES: "u mag er niet schrijven",
    errno.EPERM: "u mag er niet schrijven",
    errno.EROFS: "de schijf is alleen te lezen",
    errno.ENOENT: "de map bestaat niet",
    errno.ENOTDIR: "een deel van het pad is geen map",
    errno.ENAMETOOLONG: "de naam is te lang",
    errno.ENOSPC: "de schijf is vol",
    errno.EDQUOT: "de schijf is vol",
    errno.ELOOP: "de snelkoppeling verwijst naar zichzelf",
    errno.EEXIST: "er staat nog een half bestand van een eerdere keer",
    errno.EPIPE: "de lezer is gestopt",
    errno.EBADF: "de uitvoer is gesloten",
}


def schrijfreden(fout: Exception) -> str:
    """Why something can't be written, in Dutch."""
    nummer = getattr(fout, "errno", None)
    if nummer is None:
        return "de naam kan niet bestaan" if isinstance(fout, ValueError) else "de uitvoer is gesloten"
    return SCHRIJFREDENEN.get(nummer, f"het systeem weigert het (foutnummer {nummer})")


def _niet_te_schrijven(pad: Path, fout: Exception) -> BronFout:
    return BronFout(
        f"{toonpad(pad)} is niet te schrijven: {schrijfreden(fout)}", "controleer het pad en de rechten"
    )
