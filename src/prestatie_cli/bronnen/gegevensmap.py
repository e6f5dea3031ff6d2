"""What disk and git share: the files of a data folder, which names belong, and what stops the run.

A file is data when its name is exactly right; all else below the folder is known and harmless, or told.
"""

import os
import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import NamedTuple, TypeVar

MAPPEN = ("metingen", "voortgang")
TEKSTMAP = "teksten"
EIGEN_MAPPEN = (*MAPPEN, TEKSTMAP)
# Windows hides the last part of a name: a text editor easily makes `2026-H1.yaml.txt`.
ENDINGS = (".yaml", ".yml", ".yaml.txt", ".yml.txt")
MAX_BYTES = 16 * 1024 * 1024
MAX_SAMEN = 4 * MAX_BYTES
# So many unknown names are looked into; what is more is counted.
MAX_VREEMD = 200

PERIODENAAM = "(?:199[0-9]|2[01][0-9]{2})(?:-(?:H[12]|Q[1-4]|0[1-9]|1[0-2]))?"
# The names of data files without `.yaml`, by the part of the dossier that they fill.
NAAMVORMEN = {
    "jaargangen": "afspraken-[0-9]{4}(?:-[0-9]{4})?",
    "metingen": f"metingen/{PERIODENAAM}",
    "voortgang": "voortgang/[0-9]{4}",
    "parameters": "parameters",
}
# The free texts that documents take in, and which of them there are.
TEKSTNAMEN = ("inleiding", "besluit", "contact")
TEKSTNAAM = re.compile(f"{TEKSTMAP}/({'|'.join(TEKSTNAMEN)})\\.md")
HUISSTIJL = "huisstijl.yaml"
LOGONAAM = re.compile(r"logo\.(?:png|jpe?g|svg)")
GEGEVENSNAAM = re.compile(
    f"(?:{'|'.join(NAAMVORMEN.values())}|huisstijl)\\.yaml|{TEKSTNAAM.pattern}|{LOGONAAM.pattern}"
)
# What may lie beside the data without being read; docs/formaat.md lists the same.
OVERAL_BEKEND = re.compile(
    r"(?:readme|leesmij)(?:\.md|\.txt)?|\.git(?:keep|attributes|ignore)|\.ds_store|thumbs\.db|desktop\.ini",
    re.IGNORECASE,
)
IN_WORTEL_BEKEND = re.compile(
    r"licen[cs]e(?:\.md|\.txt)?|publiccode\.yml|\.gitlab-ci\.yml|\.editorconfig|"
    r"\.pre-commit-config\.yaml|\.git",
    re.IGNORECASE,
)
BEKENDE_MAPPEN = frozenset({".git", ".github", ".gitlab", ".vscode", ".idea"})

BESTAND, MAP, SNELKOPPELING, SUBMODULE, BIJZONDER = (
    "bestand",
    "map",
    "snelkoppeling",
    "submodule",
    "bijzonder",
)
IS_MAP = "dit is een map, geen bestand"
IS_BESTAND = "dit is een bestand, geen map"
NIETS = "de snelkoppeling wijst naar niets"
KRING = "de snelkoppeling verwijst naar zichzelf"
BUITEN = "de snelkoppeling wijst naar iets buiten de gegevensmap; die wordt niet gevolgd"
GEEN_GEWOON = "dit is geen gewoon bestand"
TE_VEEL_SAMEN = f"de bestanden zijn samen groter dan {MAX_SAMEN // 1024**2} MB"
GEEN_BESTAND = {
    MAP: IS_MAP,
    SUBMODULE: "dit is in git een submodule; die wordt niet gelezen",
    BIJZONDER: GEEN_GEWOON,
}
GEEN_MAP = {
    BESTAND: IS_BESTAND,
    SNELKOPPELING: "dit is een snelkoppeling; een map achter een snelkoppeling wordt niet gelezen",
    SUBMODULE: GEEN_BESTAND[SUBMODULE],
    BIJZONDER: "dit is geen gewone map",
}

W = TypeVar("W")


@dataclass(frozen=True, slots=True)
class Bronnen:
    """The files of one data folder: bytes by path relative to it, and why others are unreadable.

    `wortel` is the folder as the user would name it; `toon` puts it before a path for messages.
    `overig` holds the paths that are neither data nor known, a folder with `/` behind it; true
    where it is byte for byte the data file that it is a copy of.
    """

    wortel: str
    teksten: dict[str, bytes]
    onleesbaar: dict[str, str]
    overig: dict[str, bool] = field(default_factory=dict)


class Verdeling(NamedTuple):
    """The names below a data folder: those of data, why some are not to be read, and the unknown."""

    gegevens: list[str]
    onleesbaar: dict[str, str]
    overig: list[str]


def is_gegevensnaam(naam: str) -> bool:
    """Whether a path relative to a data folder is exactly that of a data file."""
    return GEGEVENSNAAM.fullmatch(naam) is not None


def is_afsprakennaam(naam: str) -> bool:
    """Whether a name, without folder, is one that makes its folder a data folder, be it nearly right."""
    return naam.lower().startswith("afspraken-") and naam.lower().endswith(ENDINGS)


def verdeel(ingangen: Mapping[str, str]) -> Verdeling:
    """Tell the data from the rest, by name and kind of all in the folder and in its own folders."""
    uit = Verdeling([], {}, [])
    for naam, soort in sorted(ingangen.items()):
        if is_gegevensnaam(naam):
            if soort in GEEN_BESTAND:
                uit.onleesbaar[naam] = GEEN_BESTAND[soort]
            else:
                uit.gegevens.append(naam)
        elif naam in EIGEN_MAPPEN:
            if soort != MAP:
                uit.onleesbaar[naam] = GEEN_MAP[soort]
        elif not is_bekend(naam, soort):
            uit.overig.append(f"{naam}/" if soort in (MAP, SUBMODULE) else naam)
    return uit


def is_bekend(naam: str, soort: str) -> bool:
    """Whether something that is no data may lie where it does."""
    map_, _, bestand = naam.rpartition("/")
    if soort == MAP:
        return naam in BEKENDE_MAPPEN
    if soort not in (BESTAND, SNELKOPPELING):
        return False
    return bool(
        OVERAL_BEKEND.fullmatch(bestand)
        or (not map_ and IN_WORTEL_BEKEND.fullmatch(bestand))
        or (map_ == TEKSTMAP and bestand.endswith(".md"))
    )


# How people and programs write a period: 2026H1, h1_2026, 2026-1, 2026-07 or 2026.
LOSSE_PERIODEN = (
    re.compile(r"(?P<jaar>(?:19|2[01])[0-9]{2})[-_ .]?(?P<soort>[HQ])(?P<nummer>[1-4])(?![0-9])", re.I),
    re.compile(r"(?<![A-Z])(?P<soort>[HQ])(?P<nummer>[1-4])[-_ .]?(?P<jaar>(?:19|2[01])[0-9]{2})", re.I),
    re.compile(r"(?P<jaar>(?:19|2[01])[0-9]{2})-(?P<nummer>0[1-9]|1[0-2])(?![0-9])"),
    re.compile(r"(?<![0-9])(?P<jaar>(?:19|2[01])[0-9]{2})(?![0-9])"),
)


def origineel_van(naam: str) -> str | None:
    """The data file whose name stands in another name, such as that of its copy or of a nearly right one."""
    map_, _, bestand = naam.rpartition("/")
    if "parameter" in bestand.lower():
        return "parameters.yaml"
    treffers = [t for vorm in LOSSE_PERIODEN if (t := vorm.search(bestand))]
    if not treffers:
        return None
    delen = min(treffers, key=lambda t: t.start()).groupdict(default="")
    jaar, deel = delen["jaar"], f"{delen.get('soort', '')}{delen.get('nummer', '')}".upper()
    if "afspra" in bestand.lower():
        kandidaat = f"afspraken-{jaar}.yaml"
    elif map_ == "voortgang" or "voortgang" in bestand.lower():
        kandidaat = f"voortgang/{jaar}.yaml"
    else:
        kandidaat = f"metingen/{jaar}{'-' if deel else ''}{deel}.yaml"
    return kandidaat if is_gegevensnaam(kandidaat) else None


def toonbaar(per_naam: dict[str, W]) -> dict[str, W]:
    """The same by names that can be shown: on disk a name is bytes, in whatever encoding."""
    return {os.fsencode(naam).decode("utf-8", "backslashreplace"): w for naam, w in per_naam.items()}
