"""A folder on disk becomes `{path: bytes}`."""

import errno
import os
from pathlib import Path

from prestatie_cli.bronnen.gegevensmap import (
    IS_BESTAND,
    IS_MAP,
    MAPPEN,
    MAX_BYTES,
    Bronnen,
    is_afsprakennaam,
    is_gegevensnaam,
)
from prestatie_cli.fouten import BronFout

REDENEN = {
    errno.EACCES: "geen leesrecht",
    errno.EPERM: "geen leesrecht",
    errno.ELOOP: "de snelkoppeling verwijst naar zichzelf",
    errno.ENOENT: "de snelkoppeling wijst naar niets",
    errno.EISDIR: IS_MAP,
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
    hier = Path(__file__).parents[1]
    eigen = hier / "templates"
    teksten: dict[str, str] = {}
    for bron in (eigen if eigen.is_dir() else hier.parents[1] / "templates", map_):
        try:
            paden = sorted(bron.iterdir()) if bron else []
            teksten |= {p.name: p.read_text("utf-8") for p in paden if p.suffix in (".j2", ".css")}
        except (OSError, UnicodeDecodeError) as fout:
            raise BronFout(f"de sjablonen in {bron} zijn niet te lezen", "controleer de map") from fout
    return teksten


def lees_huisstijl(pad: Path) -> bytes:
    """The bytes of a file that the user names, such as a house style."""
    try:
        return _lees_bestand(pad)
    except OSError as fout:
        raise BronFout(f"{pad} is niet te lezen: {_reden(fout)}", "controleer het pad") from fout


def lees_map(pad: Path) -> Bronnen:
    """Read every YAML file of a data folder; a file that can't be read keeps its reason."""
    if not is_datamap(pad):
        reden = "bestaat niet" if not os.path.exists(pad) else "bevat geen afspraken-JJJJ.yaml"
        raise BronFout(f"de map {pad} {reden}", "geef met --map de map waarin afspraken-JJJJ.yaml staat")
    teksten: dict[str, bytes] = {}
    onleesbaar: dict[str, str] = {}
    try:
        namen = _yaml_namen(pad, onleesbaar)
    except OSError as fout:
        raise BronFout(f"de map {pad} is niet te lezen: {_reden(fout)}", "controleer de rechten") from fout
    for naam in namen:
        try:
            teksten[naam] = _lees_bestand(pad / naam)
        except OSError as fout:
            onleesbaar[naam] = _reden(fout)
    return Bronnen(os.fspath(pad), teksten, onleesbaar)


def _yaml_namen(pad: Path, onleesbaar: dict[str, str]) -> list[str]:
    """The YAML names below a data folder, sorted, with `/` between the parts."""
    namen = os.listdir(pad)
    for map_ in MAPPEN:
        try:
            namen += [f"{map_}/{n}" for n in os.listdir(pad / map_)]
        except FileNotFoundError as fout:
            if (pad / map_).is_symlink():
                onleesbaar[map_] = _reden(fout)
        except NotADirectoryError:
            onleesbaar[map_] = IS_BESTAND
        except OSError as fout:
            onleesbaar[map_] = _reden(fout)
    return sorted(n for n in namen if is_gegevensnaam(n))


def _lees_bestand(pad: Path) -> bytes:
    """The bytes of a file; reads no more than one byte past the limit and never a device."""
    if os.path.exists(pad) and not os.path.isfile(pad) and not os.path.isdir(pad):
        raise OSError(errno.EINVAL, "geen gewoon bestand")
    with open(pad, "rb") as bestand:
        return bestand.read(MAX_BYTES + 1)


def _reden(fout: OSError) -> str:
    if fout.errno == errno.EINVAL:
        return "dit is geen gewoon bestand"
    return REDENEN.get(fout.errno or 0, f"het systeem weigert het (foutnummer {fout.errno})")
