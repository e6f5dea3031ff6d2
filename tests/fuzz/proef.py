"""One planted fault before the real command: what `valideer` finds of it, and whether the rest says so.

The dossier stands on disk twice: alone, and in a git repository with the sound version committed.
"""

import contextlib
import html
import io
import json
import os
import re
import signal
import subprocess
import sys
import threading
import zipfile
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from random import Random
from types import FrameType
from typing import Any, NamedTuple

from prestatie_cli.cli import main
from tests.fuzz.blad import Dossier, Verminkt

DAG = ("--peildatum", "2026-08-01")
LET_OP = re.compile(r"Let op: [1-9][0-9.]* fout(?:en)? in de gegevens, zie prestatie valideer")
ENGELS = re.compile(
    r"Traceback|\b(?:None|True|False|[Ee]xpected|[Ii]nvalid|[Ee]rror|[Ss]hould|[Uu]nable|the|must|mapping|parsing"
    r"|unexpected|required|could|found|allowed|input)\b"
)
LANGST = 60.0  # seconds a call may take; the largest dossier takes less than one, a PDF some more
KLAAR, FOUTEN, GEBRUIK, BRON = range(4)
PDF = "(PDF)"
MET_GIT = ("diff",)
LEZEND: tuple[tuple[str, ...], ...] = (
    ("status",),
    ("status", "--formaat", "json"),
    ("termijnen", "--alles"),
    ("termijnen", "--formaat", "json"),
    ("indicatoren",),
    ("indicatoren", "--formaat", "json"),
    ("indicatoren", "--openbaar"),
    ("rapport",),
    ("rapport", "--vorm", "factsheet"),
    ("rapport", "--vorm", "raadsbrief"),
    ("rapport", "--formaat", "html"),
    ("rapport", "--formaat", "docx", "-o", "-"),
    ("rapport", "--formaat", "pdf", "-o", "-"),
    ("toon", "3.5"),
    ("toon", "2.6", "--formaat", "json"),
    ("diff", "HEAD"),
    ("diff", "HEAD", "--formaat", "json"),
    ("valideer",),
    ("valideer", "--formaat", "kort"),
    ("valideer", "--formaat", "github"),
)


class Uitvoer(NamedTuple):
    """What a call gave."""

    code: int
    uit: str
    fout: str


class Gemeld(NamedTuple):
    """What `valideer` told of a fault: the gravest kind ('' for nothing), and whether at its place."""

    ernst: str
    op_plek: bool


class Duurt(Exception):  # it is what happened, no fault of ours
    """A call that takes longer than it may."""


@contextlib.contextmanager
def hoogstens(seconden: float) -> Iterator[None]:
    """Stop what takes longer, where the system can."""
    if not hasattr(signal, "setitimer") or threading.current_thread() is not threading.main_thread():
        yield
        return

    def stop(_: int, __: FrameType | None) -> None:
        raise Duurt(f"longer than {seconden} s")

    eerder = signal.signal(signal.SIGALRM, stop)
    signal.setitimer(signal.ITIMER_REAL, seconden)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)
        signal.signal(signal.SIGALRM, eerder)


def roep(*woorden: str) -> Uitvoer:
    """The command line in this process."""
    uit, fout = (io.TextIOWrapper(io.BytesIO(), "utf-8", write_through=True) for _ in range(2))
    with hoogstens(LANGST), contextlib.redirect_stdout(uit), contextlib.redirect_stderr(fout):
        code = main(list(woorden))
    return Uitvoer(code, leesbaar(uit.buffer.getvalue()), leesbaar(fout.buffer.getvalue()))


def roep_echt(*woorden: str) -> Uitvoer:
    """The command as a process of its own."""
    klaar = subprocess.run(
        [sys.executable, "-m", "prestatie_cli", *woorden], capture_output=True, timeout=LANGST, check=False
    )
    return Uitvoer(klaar.returncode, leesbaar(klaar.stdout), leesbaar(klaar.stderr))


def leesbaar(uit: bytes) -> str:
    """What was written as text: of a DOCX its words, of a PDF only that it is one."""
    if uit.startswith(b"%PDF-"):
        return PDF
    if not uit.startswith(b"PK"):
        return uit.decode("utf-8")
    xml = zipfile.ZipFile(io.BytesIO(uit)).read("word/document.xml").decode("utf-8")
    return html.unescape(re.sub(r"<[^>]*>", "", xml.replace("</w:p>", "\n")))


@dataclass
class Map:
    """A data folder on disk that becomes one dossier after another, writing only what differs."""

    pad: Path
    inhoud: dict[str, bytes] = field(default_factory=dict)

    def word(self, dossier: Dossier) -> None:
        """Make the files those of the dossier."""
        for naam in self.inhoud.keys() - dossier.keys():
            (self.pad / naam).unlink()
        for map_ in sorted((p for p in self.pad.rglob("*") if p.is_dir()), reverse=True):
            if not any(map_.iterdir()):
                map_.rmdir()
        for naam, tekst in dossier.items():
            if self.inhoud.get(naam) != tekst:
                (self.pad / naam).parent.mkdir(parents=True, exist_ok=True)
                (self.pad / naam).write_bytes(tekst)
        self.inhoud = dict(dossier)


def git(map_: Path, *woorden: str) -> None:
    """Run git as nobody in particular."""
    ik = ("-c", "user.name=Ans", "-c", "user.email=ans@example.org", "-c", "core.autocrlf=false")
    schoon = {k: v for k, v in os.environ.items() if not k.startswith("GIT_")}
    subprocess.run(["git", *ik, *woorden], cwd=map_, env=schoon, capture_output=True, check=True)


class Proefbank:
    """A sound dossier on disk, and what is found in it before anything is wrong."""

    def __init__(self, werkmap: Path, gaaf: Dossier) -> None:
        self.gaaf = gaaf
        self.mappen = {
            "alleen": Map(werkmap / "alleen" / "verminkt"),
            "git": Map(werkmap / "git" / "verminkt"),
        }
        for map_ in self.mappen.values():
            map_.pad.mkdir(parents=True)
            map_.word(gaaf)
        in_git = self.mappen["git"].pad
        git(in_git.parent, "init", "--quiet")
        git(in_git.parent, "add", "--all")
        git(in_git.parent, "commit", "--quiet", "--message", "gaaf")
        self.vooraf = {wijze: Counter(_soorten(self.valideer(wijze)[1])) for wijze in self.mappen}
        self.zinnen = {wijze: {_zin(b) for b in self.valideer(wijze)[1]} for wijze in self.mappen}

    def valideer(self, wijze: str) -> tuple[Uitvoer, list[dict[str, Any]]]:
        """The findings in the folder as it stands now, with how the command ended."""
        gaf = roep("--map", str(self.mappen[wijze].pad), "valideer", *DAG, "--formaat", "json")
        keur_taal(gaf)
        assert gaf.code in ((BRON,) if not gaf.uit else (KLAAR, FOUTEN)), gaf
        antwoord = json.loads(gaf.uit) if gaf.uit else {"bevindingen": [], "informatie": []}
        return gaf, [*antwoord["bevindingen"], *antwoord["informatie"]]

    def beproef(
        self, wijze: str, verminkt: Verminkt, zaad: Random, aantal: int = 2, echt: bool = False
    ) -> Gemeld:
        """What is told of a fault, having seen that some commands bear it and say so."""
        map_ = self.mappen[wijze]
        map_.word(verminkt.bestanden)
        gaf, bevindingen = self.valideer(wijze)
        fouten = json.loads(gaf.uit)["gezondheid"]["fouten"] if gaf.uit else 0
        for woorden in zaad.sample(LEZEND, aantal):
            if woorden[0] in MET_GIT and wijze != "git":
                continue
            aanroep = ("--map", str(map_.pad), *woorden, *DAG)
            keur(woorden, (roep_echt if echt else roep)(*aanroep), fouten, gaf.code)
        if gaf.code == BRON:
            return Gemeld("fout", False)
        return self._gemeld(wijze, verminkt, bevindingen)

    def _gemeld(self, wijze: str, verminkt: Verminkt, bevindingen: Sequence[dict[str, Any]]) -> Gemeld:
        meer = Counter(_soorten(bevindingen)) - self.vooraf[wijze]
        nieuw = [
            b for b in bevindingen if (b["ernst"], b["code"]) in meer and _zin(b) not in self.zinnen[wijze]
        ]
        ernst = next((e for e in ("fout", "waarschuwing", "informatie") if any(e == m[0] for m in meer)), "")
        return Gemeld(ernst, any(_bij(b, verminkt.plaatsen) for b in nieuw))


def _soorten(bevindingen: Sequence[dict[str, Any]]) -> Iterator[tuple[str, str]]:
    return ((b["ernst"], b["code"]) for b in bevindingen)


def _bestand(bevinding: dict[str, Any]) -> str:
    """The file of a finding, from the data folder."""
    return str(bevinding["bestand"]).partition("verminkt/")[2]


def _zin(bevinding: dict[str, Any]) -> tuple[str, str, str]:
    return _bestand(bevinding), bevinding["code"], bevinding["boodschap"]


def _bij(bevinding: dict[str, Any], plaatsen: Sequence[tuple[str, int]]) -> bool:
    """Whether a finding stands within one line of a place; a place without a line is a file or folder."""
    bestand, regel = _bestand(bevinding), int(bevinding["regel"] or 0)
    return any(
        abs(regel - lijn) <= 1 and bestand == pad if lijn else bestand == pad or bestand.startswith(f"{pad}/")
        for pad, lijn in plaatsen
    )


# -- what holds of every call -----------------------------------------------------------------------


def keur_taal(gaf: Uitvoer) -> None:
    """No English, and nothing of Python."""
    for tekst in (gaf.uit, gaf.fout):
        tekst = re.sub(r"(?m)^::error ", "", tekst)  # a word of GitHub
        if not tekst.startswith("<!doctype") and (treffer := ENGELS.search(tekst)):
            omgeving = tekst[max(0, treffer.start() - 80) : treffer.end() + 80]
            raise AssertionError(f"English: {omgeving!r}")


def keur(woorden: tuple[str, ...], gaf: Uitvoer, fouten: int, van_valideer: int) -> None:
    """A command over data with faults says so on top and ends with 1; over data without them it does not."""
    keur_taal(gaf)
    if van_valideer == BRON:
        assert gaf.code == BRON, f"{gaf.code}, and valideer could not read the source"
        return
    if fouten and gaf.code == BRON and "zie prestatie valideer" in gaf.fout:
        return  # a document about nothing is not made, and that is said
    if woorden[0] in MET_GIT:
        # Each version is judged by itself; what differs from the one before is what it tells.
        assert gaf.code in (KLAAR, FOUTEN), f"exit {gaf.code}: {gaf.fout}"
        return
    if woorden[0] == "toon" and gaf.code == GEBRUIK and "afspraak" in gaf.fout:
        return  # the number itself was hit
    assert gaf.code == (FOUTEN if fouten else KLAAR), f"exit {gaf.code} with {fouten} faults: {gaf.fout}"
    if "json" in woorden:
        assert json.loads(gaf.uit)["gezondheid"]["fouten"] == fouten
    elif woorden[0] != "valideer" and gaf.uit != PDF:
        kop = gaf.uit.partition("<main")[2] or gaf.uit
        op_kop = LET_OP.search(" ".join(kop[:1500].split()))
        assert bool(op_kop) == bool(fouten), f"{fouten} faults, and on top stands: {kop[:200]!r}"
