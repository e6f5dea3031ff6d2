"""A folder on disk becomes `{path: bytes}`; only what is data is opened, and only a regular file in it."""

import errno
import os
import stat
from collections.abc import Iterable, Mapping
from pathlib import Path

from prestatie_cli.bronnen.gegevensmap import (
    BESTAND,
    BIJZONDER,
    BUITEN,
    EIGEN_MAPPEN,
    GEEN_GEWOON,
    IS_MAP,
    KRING,
    MAP,
    MAX_BYTES,
    MAX_SAMEN,
    MAX_VREEMD,
    NIETS,
    SNELKOPPELING,
    TE_VEEL_SAMEN,
    Bronnen,
    is_afsprakennaam,
    origineel_van,
    toonbaar,
    verdeel,
)
from prestatie_cli.fouten import BronFout

# A FIFO is not waited for, and what became a link since it was looked at is not followed.
OPENEN = os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0)
NIET_VOLGEN = getattr(os, "O_NOFOLLOW", 0)

REDENEN = {
    errno.EACCES: "geen leesrecht",
    errno.EPERM: "geen leesrecht",
    errno.ELOOP: KRING,
    errno.ENOENT: NIETS,
    errno.EINVAL: GEEN_GEWOON,
    errno.EISDIR: IS_MAP,
    errno.EXDEV: BUITEN,
    errno.EIO: "de schijf geeft een leesfout",
}


def zoek_map(vanaf: Path) -> Path:
    """The nearest folder `data/` upward from `vanaf` that holds `afspraken-*.yaml`."""
    for map_ in (vanaf, *vanaf.parents):
        kandidaat = map_ / "data"
        if is_datamap(kandidaat):
            return kandidaat
        if is_datamap(map_):
            return map_
    raise BronFout(
        f"geen gegevens gevonden vanaf {vanaf}",
        "ga naar de map van de afspraken, of geef --map PAD met de map waarin afspraken-JJJJ.yaml staat",
    )


def is_datamap(pad: Path) -> bool:
    """Whether a folder holds a file `afspraken-*.yaml`."""
    try:
        with os.scandir(pad) as namen:
            return any(is_afsprakennaam(n.name) for n in namen)
    except OSError:
        return False


def datamap(pad: Path) -> Path:
    """The data folder that a path means: itself, `data/` in it, or the nearest above a file."""
    vol = Path(os.path.abspath(pad))
    for kandidaat in (vol, vol / "data", *vol.parents):
        if is_datamap(kandidaat):
            return kandidaat
    reden = "bestaat niet" if not os.path.exists(pad) else "hoort niet bij een map met afspraken-JJJJ.yaml"
    raise BronFout(f"{pad} {reden}", "geef de map waarin afspraken-JJJJ.yaml staat, of een bestand daarin")


def lees_sjablonen(map_: Path | None = None) -> dict[str, str]:
    """The templates by name: those of the program, and over them those of `map_`."""
    return _sjablonen_in(_sjabloonmap()) | (_sjablonen_in(map_) if map_ else {})


def ongebruikte_sjablonen(map_: Path) -> list[str]:
    """What lies in a folder of templates that no document uses: not of ours, and named by none of them."""
    bekend = _sjablonen_in(_sjabloonmap())
    genoemd = " ".join((bekend | _sjablonen_in(map_)).values())
    return sorted(
        p.name
        for p in map_.iterdir()
        if p.name not in bekend and f'"{p.name}"' not in genoemd.replace("'", '"')
    )


def _sjabloonmap() -> Path:
    hier = Path(__file__).parents[1]
    eigen = hier / "templates"
    return eigen if eigen.is_dir() else hier.parents[1] / "templates"


def _sjablonen_in(map_: Path) -> dict[str, str]:
    try:
        paden = sorted(p for p in map_.iterdir() if p.suffix in (".j2", ".css", ".js"))
        return {p.name: _lees_bestand(p).decode("utf-8").replace("\r\n", "\n") for p in paden}
    except (OSError, UnicodeDecodeError) as fout:
        raise BronFout(f"de sjablonen in {map_} zijn niet te lezen", "controleer de map") from fout


def lees_los_bestand(pad: Path, grootst: int = MAX_BYTES) -> bytes:
    """The bytes of a file that the user names; of one that is too large one byte more than the limit."""
    if not os.path.lexists(pad):
        raise BronFout(f"{pad} is niet te lezen: het bestaat niet", "controleer het pad")
    try:
        return _lees_bestand(pad, grootst=grootst)
    except OSError as fout:
        raise BronFout(f"{pad} is niet te lezen: {leesreden(fout)}", "controleer het pad") from fout


def lees_map(pad: Path) -> Bronnen:
    """Read every data file of a folder; one that can't be read keeps its reason, and the rest is named."""
    ingangen, onleesbaar = _alle_ingangen(pad)
    verdeling = verdeel(ingangen)
    onleesbaar |= verdeling.onleesbaar
    teksten: dict[str, bytes] = {}
    over = MAX_SAMEN
    for naam in verdeling.gegevens:
        try:
            inhoud = _lees_bestand(
                _doel(pad, naam) if ingangen[naam] == SNELKOPPELING else pad / naam, NIET_VOLGEN
            )
        except OSError as fout:
            onleesbaar[naam] = leesreden(fout)
            continue
        over -= len(inhoud)
        if over < 0:
            onleesbaar[naam] = TE_VEEL_SAMEN
        else:
            teksten[naam] = inhoud
    gelijk = _gelijke_kopieen(
        pad, (n for n in verdeling.overig[:MAX_VREEMD] if ingangen.get(n) == BESTAND), teksten
    )
    overig = {naam: naam in gelijk for naam in verdeling.overig}
    return Bronnen(os.fspath(pad), toonbaar(teksten), toonbaar(onleesbaar), toonbaar(overig))


def _alle_ingangen(pad: Path) -> tuple[dict[str, str], dict[str, str]]:
    """The kind of all that lies in the folder and in its own folders, and which of these can't be listed."""
    onleesbaar: dict[str, str] = {}
    try:
        ingangen = _ingangen(pad)
    except (FileNotFoundError, NotADirectoryError):
        ingangen = {}
    except OSError as fout:
        raise BronFout(f"de map {pad} is niet te lezen: {leesreden(fout)}", "controleer de rechten") from fout
    if not any(is_afsprakennaam(naam) for naam in ingangen):
        reden = "bestaat niet" if not os.path.exists(pad) else "bevat geen afspraken-JJJJ.yaml"
        raise BronFout(f"de map {pad} {reden}", "geef met --map de map waarin afspraken-JJJJ.yaml staat")
    for map_ in EIGEN_MAPPEN:
        if ingangen.get(map_) == MAP:
            try:
                ingangen |= {f"{map_}/{naam}": soort for naam, soort in _ingangen(pad / map_).items()}
            except OSError as fout:
                onleesbaar[map_] = leesreden(fout)
    return ingangen, onleesbaar


def _ingangen(map_: Path) -> dict[str, str]:
    """The kind of each name in a folder; no link is followed."""
    with os.scandir(map_) as namen:
        return {n.name: _soort(n) for n in namen}


def _soort(ingang: os.DirEntry[str]) -> str:
    if ingang.is_symlink() or (hasattr(ingang, "is_junction") and ingang.is_junction()):
        return SNELKOPPELING
    if ingang.is_dir(follow_symlinks=False):
        return MAP
    return BESTAND if ingang.is_file(follow_symlinks=False) else BIJZONDER


def _doel(map_: Path, naam: str) -> Path:
    """The file that a link in the folder leads to, when that lies in the folder too."""
    binnen = os.path.join(os.path.realpath(map_), "")
    if not os.path.realpath(map_ / naam).startswith(binnen):
        raise OSError(errno.EXDEV, BUITEN)
    return Path(os.path.realpath(map_ / naam, strict=True))


def _gelijke_kopieen(map_: Path, namen: Iterable[str], teksten: Mapping[str, bytes]) -> set[str]:
    """The unknown files that hold the same bytes as the data file in whose name they lie beside it."""
    uit = set()
    for naam in namen:
        origineel = teksten.get(origineel_van(naam) or "")
        try:
            if origineel is not None and os.lstat(map_ / naam).st_size == len(origineel):
                uit |= {naam} if _lees_bestand(map_ / naam, NIET_VOLGEN) == origineel else set()
        except OSError:
            continue
    return uit


def _lees_bestand(pad: Path, extra: int = 0, grootst: int = MAX_BYTES) -> bytes:
    """The bytes of a regular file; reads no more than one byte past the limit and never a device."""
    soort = os.stat(pad, follow_symlinks=not extra).st_mode
    if stat.S_ISDIR(soort):
        raise IsADirectoryError(errno.EISDIR, IS_MAP)
    if not stat.S_ISREG(soort):
        raise OSError(errno.EINVAL, GEEN_GEWOON)
    with open(os.open(pad, OPENEN | extra), "rb") as bestand:
        if not stat.S_ISREG(os.fstat(bestand.fileno()).st_mode):
            raise OSError(errno.EINVAL, GEEN_GEWOON)
        return bestand.read(grootst + 1)


def leesreden(fout: OSError) -> str:
    """Why the system does not let a file be read, in Dutch."""
    return REDENEN.get(fout.errno or 0, f"het systeem weigert het (foutnummer {fout.errno})")
