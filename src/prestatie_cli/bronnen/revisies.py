"""The files of a git revision: what stood there, byte for byte; nothing is written."""

import hashlib
import os
from collections.abc import Iterable, Mapping
from pathlib import Path
from posixpath import basename, dirname, isabs, join, normpath, relpath
from typing import NamedTuple

from prestatie_cli.bronnen.commits import (
    volg_pad,
)
from prestatie_cli.bronnen.gegevensmap import (
    BESTAND,
    BUITEN,
    EIGEN_MAPPEN,
    GEEN_BESTAND,
    GEEN_MAP,
    IS_BESTAND,
    KRING,
    MAP,
    MAPPEN,
    MAX_BYTES,
    MAX_SAMEN,
    NIETS,
    SNELKOPPELING,
    SUBMODULE,
    TE_VEEL_SAMEN,
    Bronnen,
    is_afsprakennaam,
    is_gegevensnaam,
    origineel_van,
    toonbaar,
    verdeel,
)
from prestatie_cli.bronnen.proces import GeenGit, git, onvolledig, vraag_git
from prestatie_cli.bronnen.repository import Ligging, ligging_van, los_op
from prestatie_cli.fouten import BronFout

MODUSSOORTEN = {"120000": SNELKOPPELING, "160000": SUBMODULE}
NIET_GEVOLGD = {
    SNELKOPPELING: "dit is in git een snelkoppeling; die wordt niet gevolgd",
    SUBMODULE: GEEN_BESTAND[SUBMODULE],
}
MAX_SCHAKELS = 10
LANGSTE_PAD = 4096


LS_HIER = ("ls-tree", "-z", "-l")
LS_TREE = (*LS_HIER, "-r")


class _Bestand(NamedTuple):
    """An entry of a tree: kind, object, size (0 for what is no file)."""

    soort: str
    object_: str
    grootte: int


class Momentopname(NamedTuple):
    """The data folder in a commit: its data files, why others can't be read, and the rest as in Bronnen."""

    bestanden: dict[str, _Bestand]
    onleesbaar: dict[str, str]
    overig: dict[str, bool]


def lees_revisie(pad: Path, revisie: str) -> Bronnen:
    """The data folder `pad` as it stood in a revision; `pad` need not be on disk any more.

    A link is followed only to a file in the folder; a submodule is not read.
    """
    ligging = ligging_van(pad)
    commit = los_op(ligging, revisie)
    boom = _boom(ligging, commit, [ligging.pad])
    opname = _momentopname(ligging, boom)
    if not any(is_afsprakennaam(naam) for deel in opname for naam in deel):
        raise _afwezig(ligging, pad, commit, boom)
    inhoud = _inhoud(ligging.basis, opname.bestanden.values())
    teksten = {naam: inhoud[bestand.object_] for naam, bestand in opname.bestanden.items()}
    return Bronnen(os.fspath(pad), toonbaar(teksten), toonbaar(opname.onleesbaar), toonbaar(opname.overig))


def momentopname(ligging: Ligging, commit: str) -> Momentopname:
    """What stands in the data folder in a commit, without its bytes."""
    return _momentopname(ligging, _boom(ligging, commit, [ligging.pad]))


def lees_paden(werkmap: Path, revisie: str, paden: Iterable[str]) -> dict[str, bytes]:
    """The files at exact paths, from the root of the repository, in a revision.

    A path that is absent in the revision, or is a folder, has no key; a symlink, a submodule or a
    file over the limit raises BronFout.
    """
    gevraagd = [normpath(pad) for pad in paden]
    if not gevraagd:
        return {}
    ligging = ligging_van(werkmap)
    boom = _boom(ligging, los_op(ligging, revisie), gevraagd)
    bestanden = {pad: boom[pad] for pad in gevraagd if pad in boom}
    for pad, bestand in bestanden.items():
        if reden := _reden(bestand):
            raise BronFout(f"{pad} is in versie {revisie} niet te lezen: {reden}", "kies een gewoon bestand")
    inhoud = _inhoud(ligging.basis, bestanden.values())
    return {pad: inhoud[bestand.object_] for pad, bestand in bestanden.items()}


def lees_eerder(map_: Path, revisie: str, nu: Mapping[str, bytes]) -> dict[str, bytes]:
    """The files of a data folder as they stood in a revision, if any is another now or gone.

    Empty as well where git or the revision is absent, or the folder was not in it. Costs one process
    of git, a second where something differs, and none outside a repository.
    """
    vol = Path(os.path.abspath(map_))
    if not any((boven / ".git").exists() for boven in (vol, *vol.parents)):
        return {}
    try:
        mappen = ("./", *(f"{m}/" for m in MAPPEN))
        antwoord = vraag_git(vol, [*LS_HIER, "--end-of-options", revisie, *mappen])
    except GeenGit:
        return {}
    if antwoord.code:
        return {}
    boom = _bestanden(antwoord.uit)
    toen = {naam: b for naam, b in boom.items() if is_gegevensnaam(naam) and not _reden(b)}
    if all(naam in nu and is_object(nu[naam], b.object_) for naam, b in toen.items()):
        return {}
    inhoud = _inhoud(vol, toen.values())
    return {naam: inhoud[b.object_] for naam, b in sorted(toen.items())}


def is_object(inhoud: bytes, object_: str) -> bool:
    """Whether a file has the hash of an object of git: SHA-1 in forty characters, else SHA-256."""
    hash_ = hashlib.new("sha1" if len(object_) == 40 else "sha256", usedforsecurity=False)
    hash_.update(b"blob %d\0" % len(inhoud) + inhoud)
    return hash_.hexdigest() == object_


def _boom(ligging: Ligging, commit: str, paden: Iterable[str]) -> dict[str, _Bestand]:
    """The files of a commit at or below paths from the root, all of them for the path ''."""
    specs = [f":(literal){pad}" for pad in paden if pad]
    return _bestanden(git(ligging.basis, [*LS_TREE, "--full-tree", "--end-of-options", commit, *specs]))


def _bestanden(uit: bytes) -> dict[str, _Bestand]:
    """The entries of a tree by path, from what `git ls-tree` printed."""
    boom = {}
    for regel in uit.split(b"\0")[:-1]:
        kop, _, naam = regel.partition(b"\t")
        modus, _, object_, grootte = kop.decode("ascii").split()
        boom[os.fsdecode(naam)] = _Bestand(
            MODUSSOORTEN.get(modus, BESTAND), object_, int(grootte) if grootte.isdigit() else 0
        )
    return boom


def _reden(bestand: _Bestand) -> str | None:
    """Why an entry of a tree can't be read, or None."""
    te_groot = f"het bestand is groter dan {MAX_BYTES // 1024**2} MB"
    return NIET_GEVOLGD.get(bestand.soort) or (te_groot if bestand.grootte > MAX_BYTES else None)


def _momentopname(ligging: Ligging, boom: Mapping[str, _Bestand]) -> Momentopname:
    """The data files of a folder by name, and the rest of it; the same rules as on disk."""
    begin = f"{ligging.pad}/" if ligging.pad else ""
    hier = {pad.removeprefix(begin): b for pad, b in boom.items() if pad.startswith(begin)}
    verdeling = verdeel(_ingangen(hier))
    uit = Momentopname({}, dict(verdeling.onleesbaar), {})
    over = MAX_SAMEN
    for naam in verdeling.gegevens:
        bestand = hier[naam]
        if bestand.soort == SNELKOPPELING:
            doel = _doel(ligging, hier, naam)
            if isinstance(doel, str):
                uit.onleesbaar[naam] = doel
                continue
            bestand = doel
        over -= bestand.grootte
        if reden := _reden(bestand) or (TE_VEEL_SAMEN if over < 0 else None):
            uit.onleesbaar[naam] = reden
        else:
            uit.bestanden[naam] = bestand
    objecten = {naam: b.object_ for naam, b in uit.bestanden.items()}
    uit.overig.update({n: n in hier and _is_gelijk(hier[n], objecten, n) for n in verdeling.overig})
    return uit


def _is_gelijk(bestand: _Bestand, objecten: Mapping[str, str], naam: str) -> bool:
    """Whether an unknown file holds what the data file in whose name it lies beside it holds."""
    return bestand.soort == BESTAND and objecten.get(origineel_van(naam) or "") == bestand.object_


def _ingangen(bestanden: Mapping[str, _Bestand]) -> dict[str, str]:
    """The kind of all that lies in a folder and in its own folders; what lies deeper makes a folder of it."""
    uit: dict[str, str] = {}
    for naam, bestand in bestanden.items():
        delen = naam.split("/")
        diep = 2 if delen[0] in EIGEN_MAPPEN else 1
        uit["/".join(delen[:diep])] = bestand.soort if len(delen) <= diep else MAP
        if len(delen) > 1:
            uit[delen[0]] = MAP
    return uit


def _doel(ligging: Ligging, bestanden: Mapping[str, _Bestand], naam: str) -> _Bestand | str:
    """The file in the folder that a link leads to, or why there is none."""
    for _ in range(MAX_SCHAKELS):
        bestand = bestanden.get(naam)
        if bestand is None:
            is_map = any(n.startswith(f"{naam}/") for n in bestanden)
            return GEEN_BESTAND[MAP] if is_map else NIETS
        if bestand.soort != SNELKOPPELING:
            return bestand
        if bestand.grootte > LANGSTE_PAD:
            return NIETS
        doel = os.fsdecode(_inhoud(ligging.basis, [bestand])[bestand.object_])
        naam = normpath(join(dirname(naam), doel))
        if isabs(doel) or naam in (".", "..") or naam.startswith("../"):
            return BUITEN
    return KRING


def _inhoud(map_: Path, bestanden: Iterable[_Bestand]) -> dict[str, bytes]:
    """The bytes of all objects, by hash, in one run of git."""
    objecten = dict.fromkeys(b.object_ for b in bestanden)
    uit = git(map_, ["cat-file", "--batch"], "".join(f"{o}\n" for o in objecten).encode("ascii"))
    inhoud, begin = {}, 0
    for object_ in objecten:
        einde = uit.index(b"\n", begin)
        kop = uit[begin:einde].split()
        if kop[1] != b"blob":
            raise onvolledig()
        begin = einde + 1 + int(kop[2])
        inhoud[object_] = uit[einde + 1 : begin]
        begin += 1
    return inhoud


def _afwezig(ligging: Ligging, pad: Path, commit: str, boom: dict[str, _Bestand]) -> BronFout:
    """That the data folder was not there yet, with where the agreements stood instead."""
    zin = f"de map {pad} met afspraken bestond niet in versie {commit[:7]}"
    if ligging.pad in boom:
        soort = GEEN_MAP.get(boom[ligging.pad].soort, IS_BESTAND)
        return BronFout(f"{pad} is in versie {commit[:7]} niet te lezen: {soort}", "kies een andere versie")
    alles = _boom(ligging, commit, [""])
    if mappen := sorted({dirname(p) for p in alles if is_afsprakennaam(basename(p))}):
        toen = [normpath(join(pad.as_posix(), relpath(m or ".", ligging.pad or "."))) for m in mappen]
        return BronFout(zin, f"toen stonden er afspraken in {', '.join(toen)}: geef --map {toen[0]}")
    commits = list(volg_pad(ligging, los_op(ligging, "HEAD"), ligging.pad, is_map=True))
    if not commits:
        return BronFout(zin, "deze map staat nog niet in git; voeg haar toe met git add en git commit")
    return BronFout(zin, f"de eerste versie ervan is {commits[-1].hash[:7]} van {commits[-1].datum}")
