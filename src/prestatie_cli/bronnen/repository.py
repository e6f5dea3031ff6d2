"""Where a path lies in a git repository, and which commit a revision names."""

import os
import re
from dataclasses import dataclass
from pathlib import Path

from prestatie_cli.bronnen.proces import geweigerd, git, kaal, vraag_git
from prestatie_cli.fouten import BronFout

ALLES_OPHALEN = "haal de hele geschiedenis op: git fetch --unshallow"


@dataclass(frozen=True, slots=True)
class Ligging:
    """Where a path lies: the folder git runs in, the path from the root, and if history is cut."""

    basis: Path
    pad: str
    ondiep: bool


def repo_wortel(pad: Path) -> Path:
    """The top folder of the working tree that a path lies in."""
    uit = git(ligging_van(pad).basis, ["rev-parse", "--show-toplevel"])
    return Path(os.fsdecode(uit.removesuffix(b"\n")))


def ligging_van(pad: Path) -> Ligging:
    """Where a path lies in its repository; found from the nearest folder above it that exists."""
    vol = Path(os.path.abspath(pad))
    basis = next((m for m in (vol, *vol.parents) if os.path.isdir(m)), vol)
    vraag = ["rev-parse", "--is-bare-repository", "--is-inside-work-tree", "--is-shallow-repository"]
    antwoord = vraag_git(basis, [*vraag, "--show-prefix"])
    if antwoord.code:
        raise geweigerd(pad, antwoord.fout)
    is_kaal, in_boom, ondiep, prefix = antwoord.uit.split(b"\n", 3)
    if is_kaal == b"true" or in_boom != b"true":
        raise kaal(pad)
    delen = (os.fsdecode(prefix.removesuffix(b"\n")).rstrip("/"), vol.relative_to(basis).as_posix())
    return Ligging(basis, "/".join(deel for deel in delen if deel not in ("", ".")), ondiep == b"true")


def los_op(ligging: Ligging, revisie: str) -> str:
    """The hash of the one commit that a revision names."""
    zie = "noem een commit, tak of tag, zoals HEAD~1; zie 'git log --oneline'"
    if not revisie.strip():
        raise BronFout("de versie is leeg", zie)
    if revisie.startswith("-"):
        raise BronFout(f"'{revisie}' is geen versie: die begint niet met een streepje", zie)
    if any(ord(teken) < 32 for teken in revisie):
        raise BronFout("een versie is één regel zonder stuurtekens", zie)
    vraag = ["rev-parse", "--verify", "--end-of-options", f"{revisie}^{{commit}}"]
    antwoord = vraag_git(ligging.basis, vraag)
    if treffer := re.search(r"warning: refname '(.*)' is ambiguous", antwoord.fout):
        naam = treffer.group(1)
        raise BronFout(
            f"'{naam}' is de naam van meer dan één tak of tag",
            f"schrijf refs/tags/{naam} of refs/heads/{naam}",
        )
    if re.search(r"short (object ID|SHA1) .* is ambiguous", antwoord.fout):
        raise BronFout(f"'{revisie}' past op meer dan één commit", "schrijf meer tekens van de commit")
    if not antwoord.code:
        return antwoord.uit.decode("ascii").split()[-1]
    raise _onbekend(ligging, revisie, antwoord.fout, zie)


def _onbekend(ligging: Ligging, revisie: str, melding: str, zie: str) -> BronFout:
    """Why a revision names no commit."""
    if "expected commit type" in melding:
        return BronFout(f"'{revisie}' is in git geen commit", zie)
    if vraag_git(ligging.basis, ["rev-parse", "--verify", "--quiet", "HEAD"]).code:
        return BronFout("in deze repository is nog geen commit", "leg de gegevens vast met git commit")
    if ligging.ondiep:
        return BronFout(
            f"versie '{revisie}' is hier niet; deze kloon is ondiep (shallow)",
            f"{ALLES_OPHALEN} (of een deel: git fetch --deepen=100)",
        )
    return BronFout(f"versie '{revisie}' bestaat niet in deze repository", zie)
