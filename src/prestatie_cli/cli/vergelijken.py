"""From what a user names (`HEAD~3`, `v1:data/x.yaml`, a folder, a file) to changes with their lines."""

import os
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path, PurePosixPath

from prestatie_cli.bevindingen import Bevinding, Gezondheid, Pad, Plaats
from prestatie_cli.bronnen.commits import Gegevensversie, commit_bij
from prestatie_cli.bronnen.gegevensmap import Bronnen
from prestatie_cli.bronnen.repository import repo_wortel
from prestatie_cli.bronnen.revisies import lees_paden, lees_revisie
from prestatie_cli.bronnen.schijf import datamap, lees_los_bestand, lees_map
from prestatie_cli.cli.laden import in_map
from prestatie_cli.cli.schrijven import toonpad
from prestatie_cli.controles.poort import keur
from prestatie_cli.fouten import BronFout
from prestatie_cli.inlezen.bestanden import lees_dossier, pad_in_bestand, regels_in, soort_van
from prestatie_cli.model.dossier import Dossier
from prestatie_cli.taal import datum_in_woorden
from prestatie_cli.vergelijking.dossiervergelijking import vergelijk
from prestatie_cli.vergelijking.wijziging import Wijziging

OP_SCHIJF = "de bestanden op schijf"


@dataclass(frozen=True, slots=True)
class Versie:
    """One of two versions to compare; `naam` is how the user reads it, `map_` stands before files.

    `bestand` is set when the version is a single file, `dag` where it is one in git.
    """

    naam: str
    map_: str
    bronnen: Bronnen
    dossier: Dossier
    bevindingen: tuple[Bevinding, ...]
    bestand: str | None = None
    dag: date | None = None

    @property
    def gezondheid(self) -> Gezondheid:
        """How sound the version is; of a single file only what its reading found, not what it refers to."""
        if self.bestand is None:
            return keur(self.dossier, self.bevindingen).gezondheid
        fouten = sum(b.ernst == "fout" for b in self.bevindingen)
        return Gezondheid(fouten, len(self.bevindingen) - fouten, self.dossier.onleesbaar)

    def alleen(self, bestand: str) -> "Versie":
        """The version with just one of its files."""
        teksten = {k: v for k, v in self.bronnen.teksten.items() if k == bestand}
        kapot = {k: v for k, v in self.bronnen.onleesbaar.items() if k == bestand}
        return maak_versie(self.naam, self.map_, Bronnen(self.bronnen.wortel, teksten, kapot))


def maak_versie(naam: str, map_: str, bronnen: Bronnen, bestand: str | None = None) -> Versie:
    """A version from its files."""
    dossier, bevindingen = lees_dossier(bronnen.teksten, bronnen.onleesbaar, bronnen.overig)
    return Versie(naam, map_, bronnen, dossier, tuple(bevindingen), bestand)


def versie_op_schijf(map_: Path) -> Versie:
    """The files of a data folder as they are on disk."""
    return maak_versie(OP_SCHIJF, toonpad(map_), lees_map(map_))


def versie_van(genoemd: str, map_: Path) -> Versie:
    """The version that a user names: a path on disk, `REV:pad`, or a revision of the data folder."""
    pad = Path(genoemd)
    if os.path.isdir(pad):
        return replace(versie_op_schijf(_datamap(pad)), naam=toonpad(pad))
    if os.path.exists(pad):
        return _een_bestand(toonpad(pad), toonpad(pad), lees_los_bestand(pad))
    revisie, dubbele_punt, in_repo = genoemd.partition(":")
    if dubbele_punt and in_repo:
        return _uit_revisie(revisie, in_repo, map_)
    commit = commit_bij(map_, genoemd)
    naam = f"{genoemd} ({versienaam(commit.hash, map_)})"
    return replace(maak_versie(naam, toonpad(map_), lees_revisie(map_, genoemd)), dag=commit.datum)


def _datamap(pad: Path) -> Path:

    return datamap(pad)


def versienaam(hash_: str, map_: Path) -> str:
    """A commit by its short hash and its day."""
    versie = Gegevensversie(hash_, commit_bij(map_, hash_).datum)
    return f"{hash_[:7]} van {datum_in_woorden(versie.datum)}" if versie.datum else hash_[:7]


def _uit_revisie(revisie: str, in_repo: str, map_: Path) -> Versie:
    """A file or a folder of a revision, its path from the root of the repository as in git."""
    wortel = repo_wortel(map_)
    naam = f"{revisie}:{in_repo}"
    if not in_repo.endswith((".yaml", ".yml")):
        plek = wortel / in_repo
        return maak_versie(naam, toonpad(plek), lees_revisie(plek, revisie))
    gevonden = lees_paden(wortel, revisie, [in_repo])
    if not gevonden:
        raise BronFout(
            f"{in_repo} bestond niet in versie {revisie}",
            "noem het pad vanaf de hoofdmap van de repository; zie 'git log --oneline -- PAD'",
        )
    return _een_bestand(naam, toonpad(wortel / in_repo), next(iter(gevonden.values())))


def _een_bestand(naam: str, pad: str, inhoud: bytes) -> Versie:
    bestand = gegevensnaam(pad)
    map_ = pad.removesuffix(bestand).rstrip("/") or "."
    return maak_versie(naam, map_, Bronnen(map_, {bestand: inhoud}, {}), bestand)


def gegevensnaam(pad: str) -> str:
    """The path of a file inside its data folder, from a longer path."""
    delen = PurePosixPath(pad).parts
    for aantal in (2, 1):
        naam = "/".join(delen[-aantal:])
        if soort_van(naam):
            return naam
    raise BronFout(
        f"aan de naam van {pad} is niet te zien wat voor gegevens het zijn",
        "noem een bestand als afspraken-JJJJ.yaml, metingen/PERIODE.yaml of parameters.yaml, of een map",
    )


def wijzigingen(van: Versie, naar: Versie) -> tuple[Wijziging, ...]:
    """The changes between two versions, each with its lines and the folder before its files."""
    if van.bestand and not naar.bestand:
        naar = naar.alleen(van.bestand)
    elif naar.bestand and not van.bestand:
        van = van.alleen(naar.bestand)
    gevonden = vergelijk(van.dossier, naar.dossier, van.bronnen.teksten, naar.bronnen.teksten)
    regels_van = _regels(van, (w.van for w in gevonden))
    regels_naar = _regels(naar, (w.naar for w in gevonden))
    return tuple(
        w.op_plaats(_geplaatst(van, w.van, regels_van), _geplaatst(naar, w.naar, regels_naar))
        for w in gevonden
    )


Regels = dict[tuple[str, Pad], int]


def _regels(versie: Versie, plaatsen: Iterable[Plaats | None]) -> Regels:
    gevraagd = {
        (p.bestand, pad_in_bestand(p.bestand, p.pad, versie.dossier))
        for p in plaatsen
        if p and p.pad and p.bestand in versie.bronnen.teksten
    }
    return regels_in(versie.bronnen.teksten, sorted(gevraagd, key=str))


def _geplaatst(versie: Versie, plaats: Plaats | None, regels: Regels) -> Plaats | None:
    if plaats is None:
        return None
    pad = pad_in_bestand(plaats.bestand, plaats.pad, versie.dossier)
    return Plaats(in_map(versie.map_, plaats.bestand), regels.get((plaats.bestand, pad), 0), 0, pad)


def onleesbaar(versie: Versie, welke: str) -> tuple[str, ...]:
    """A sentence for each file of a version that was not read whole, with its first error."""
    uit = []
    for bestand in versie.dossier.onleesbaar:
        eerste = next((b for b in versie.bevindingen if b.plaats.bestand == bestand), None)
        plaats = in_map(versie.map_, str(eerste.plaats) if eerste else bestand)
        wat = f": {eerste.boodschap}" if eerste else ""
        uit.append(f"{plaats} is in {welke} niet of niet helemaal gelezen{wat}")
    return (*uit, *_dubbel(versie, welke))


def _dubbel(versie: Versie, welke: str) -> Iterator[str]:
    """A sentence where two files claim the same year or period: only one of them can be compared."""
    gezien: dict[str, str] = {}
    namen = [(bestand, f"jaar {j.aanduiding}") for bestand, j in versie.dossier.jaargangen.items()]
    namen += [(bestand, f"periode {m.periode}") for bestand, m in versie.dossier.metingen.items()]
    for bestand, wat in namen:
        if wat in gezien:
            beide = " en ".join(in_map(versie.map_, naam) for naam in (gezien[wat], bestand))
            yield f"{beide} hebben in {welke} hetzelfde {wat}; er is er maar één vergeleken"
        gezien[wat] = bestand
