"""What disk and git share: the files of a data folder, which names belong, and what stops the run."""

from dataclasses import dataclass

MAPPEN = ("metingen", "voortgang")
# Windows hides the last part of a name: a text editor easily makes `2026-H1.yaml.txt`.
ENDINGS = (".yaml", ".yml", ".yaml.txt", ".yml.txt")
MAX_BYTES = 16 * 1024 * 1024
IS_MAP = "dit is een map, geen bestand"
IS_BESTAND = "dit is een bestand, geen map"


@dataclass(frozen=True, slots=True)
class Bronnen:
    """The files of one data folder: bytes by path relative to it, and why others are unreadable.

    `wortel` is the folder as the user would name it; `toon` puts it before a path for messages.
    """

    wortel: str
    teksten: dict[str, bytes]
    onleesbaar: dict[str, str]


def is_gegevensnaam(naam: str) -> bool:
    """Whether a path relative to a data folder is that of a data file: `a.yaml`, `metingen/a.yaml`."""
    map_, streep, bestand = naam.rpartition("/")
    return bestand.lower().endswith(ENDINGS) and (not streep or map_ in MAPPEN)


def is_afsprakennaam(naam: str) -> bool:
    """Whether a name, without folder, is one that makes its folder a data folder."""
    return naam.startswith("afspraken-") and naam.endswith(ENDINGS)
