"""The findings of `valideer` as text, short text, JSON and GitHub annotations."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from prestatie_cli.bevindingen import RANG, Bevinding, volgorde
from prestatie_cli.formaten.jsontekst import jsontekst
from prestatie_cli.formaten.opmaak import VALIDEER, opgemaakt
from prestatie_cli.formaten.tabel import Scherm
from prestatie_cli.taal import aantal, schoon
from prestatie_cli.woorden.grondslag import Grondslag, versieregel

# What a place in YAML can be the beginning of.
AANGEHAALD = re.compile(r'"(?:[^"\\]|\\.)*"|\'(?:[^\']|\'\')*\'')
YAMLSLEUTEL = re.compile(r"[^\s:#\[\]{},]+(?=:(?:\s|$))")
WAARDE = re.compile(r"(?:[^#]|(?<=\S)#)+")
IN_LIJST = re.compile(r"[^,\]}#]+")


@dataclass(frozen=True, slots=True)
class Uitslag:
    """What `valideer` found; `teksten` holds the files for the excerpts.

    `informatie` is filled only when it is shown; `ter_informatie` always counts it.
    """

    grond: Grondslag
    bevindingen: tuple[Bevinding, ...]
    teksten: Mapping[str, bytes]
    bestanden: int
    ter_informatie: int = 0
    informatie: tuple[Bevinding, ...] = ()
    streng: bool = False

    @property
    def fouten(self) -> int:
        """The number of errors."""
        return sum(b.ernst == "fout" for b in self.bevindingen)

    @property
    def waarschuwingen(self) -> int:
        """The number of warnings."""
        return len(self.bevindingen) - self.fouten

    @property
    def geldig(self) -> bool:
        """Whether nothing stands in the way: no errors, under `streng` no warnings either."""
        return not (self.bevindingen if self.streng else self.fouten)


def slotzin(uitslag: Uitslag) -> str:
    """The closing line: the verdict and the counts, with the version of the data below it."""
    tellingen = ", ".join(
        (
            aantal(uitslag.fouten, "fout", "fouten"),
            aantal(uitslag.waarschuwingen, "waarschuwing", "waarschuwingen"),
            f"{uitslag.ter_informatie} ter informatie",
        )
    )
    oordeel = "in orde" if uitslag.geldig else "niet in orde"
    meer = "" if uitslag.informatie or not uitslag.ter_informatie else " (toon met --informatie)"
    bestanden = aantal(uitslag.bestanden, "bestand", "bestanden")
    zin = f"{bestanden} gecontroleerd, {oordeel}: {tellingen}{meer}."
    return "\n".join(filter(None, (zin, versieregel(uitslag.grond.versie))))


def te_tonen(uitslag: Uitslag) -> list[Bevinding]:
    """All findings by place, information among them when it was asked for."""
    return sorted((*uitslag.bevindingen, *uitslag.informatie), key=volgorde)


def tekst(uitslag: Uitslag, scherm: Scherm) -> str:
    """Each finding with its line, carets below what is wrong and the remedy."""
    regels: dict[str, list[str]] = {}
    blokken = [_blok(b, uitslag.teksten, regels) for b in te_tonen(uitslag)]
    return opgemaakt("\n\n".join([*blokken, slotzin(uitslag)]), VALIDEER, scherm)


def _blok(bevinding: Bevinding, teksten: Mapping[str, bytes], regels: dict[str, list[str]]) -> str:
    plaats = bevinding.plaats
    uit = [
        f"{bevinding.ernst}[{bevinding.code}]: {schoon(bevinding.boodschap)}",
        f"  --> {schoon(str(plaats))}",
    ]
    if plaats.regel and plaats.bestand in teksten:
        if plaats.bestand not in regels:
            inhoud = teksten[plaats.bestand].decode("utf-8", errors="replace").removeprefix("\ufeff")
            regels[plaats.bestand] = inhoud.splitlines()
        uit += _fragment(regels[plaats.bestand], plaats.regel, plaats.kolom)
    if bevinding.hulp:
        uit.append(f"  hulp: {schoon(bevinding.hulp)}")
    return "\n".join(uit)


def _fragment(regels: list[str], nummer: int, kolom: int) -> list[str]:
    """The line with a caret; a long line is shown from shortly before the place."""
    if nummer > len(regels):
        return []
    regel, begin = regels[nummer - 1], 0
    if kolom > 60:
        begin = kolom - 20
    stuk = schoon(regel[begin : begin + 70])
    inspringen = " " * (len(schoon(regel[begin : kolom - 1])))
    lengte = len(schoon(_stuk_van(regel, kolom)[: begin + 70 - kolom + 1]))
    return [f"{nummer:>5} | {stuk}", f"      | {inspringen}{'^' * max(lengte, 1)}"]


def _stuk_van(regel: str, kolom: int) -> str:
    """What stands at a place: a quoted text whole, else a key or a value up to what ends it."""
    rest = regel[kolom - 1 :]
    treffer = (
        AANGEHAALD.match(rest)
        or YAMLSLEUTEL.match(rest)
        or (IN_LIJST if _in_lijst(regel, kolom) else WAARDE).match(rest)
    )
    return treffer[0].rstrip() if treffer else ""


def _in_lijst(regel: str, kolom: int) -> bool:
    """Whether a place lies between braces or brackets that are still open there."""
    voor = regel[: kolom - 1]
    return sum(map(voor.count, "[{")) > sum(map(voor.count, "]}"))


def kort(uitslag: Uitslag, scherm: Scherm) -> str:
    """One line a finding: `bestand:regel:kolom: ernst: boodschap [code]`."""
    regels = [
        schoon(f"{b.plaats}: {b.ernst}: {b.boodschap} ({b.hulp}) [{b.code}]") for b in te_tonen(uitslag)
    ]
    return "\n".join([*regels, slotzin(uitslag)])


def als_dict(b: Bevinding) -> dict[str, Any]:
    """A finding as it stands in the JSON."""
    return {
        "code": b.code,
        "ernst": b.ernst,
        "boodschap": b.boodschap,
        "bestand": b.plaats.bestand,
        "regel": b.plaats.regel or None,
        "kolom": b.plaats.kolom or None,
        "hulp": b.hulp,
        "raakt": list(b.raakt),
    }


def json(uitslag: Uitslag, scherm: Scherm) -> str:
    """The findings as JSON; what is only information stands apart."""
    return jsontekst(
        uitslag.grond,
        geldig=uitslag.geldig,
        bevindingen=[als_dict(b) for b in uitslag.bevindingen],
        informatie=[als_dict(b) for b in uitslag.informatie],
    )


GITHUB = {"fout": "error", "waarschuwing": "warning", "informatie": "notice"}


def github(uitslag: Uitslag, scherm: Scherm) -> str:
    """Annotations for a pull request, errors first since GitHub shows ten of each kind."""
    volgorde_ernst = sorted(te_tonen(uitslag), key=lambda b: RANG[b.ernst])
    return "\n".join([*(_annotatie(b) for b in volgorde_ernst), slotzin(uitslag)])


def _annotatie(b: Bevinding) -> str:
    eigenschappen = [f"file={_github(schoon(b.plaats.bestand), True)}"]
    if b.plaats.regel:
        eigenschappen += [f"line={b.plaats.regel}", f"col={b.plaats.kolom}"]
    eigenschappen.append(f"title={_github(b.code, True)}")
    boodschap = f"{b.boodschap} ({b.hulp})" if b.hulp else b.boodschap
    return f"::{GITHUB[b.ernst]} {','.join(eigenschappen)}::{_github(schoon(boodschap), False)}"


def _github(waarde: str, eigenschap: bool) -> str:
    """Text as GitHub's workflow commands want it escaped."""
    waarde = waarde.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")
    return waarde.replace(":", "%3A").replace(",", "%2C") if eigenschap else waarde
