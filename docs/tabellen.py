"""Makes the tables of the documentation from the models and the term forms: `make docs`.

A table stands between `<!-- gemaakt: NAAM -->` and `<!-- /gemaakt -->`; the text around it is written
by hand. What a field means stands in the models; `begrippen.yaml` adds the English of each field, and
the meaning and the English of each word that a field or an outcome can hold.
"""

import dataclasses
import re
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from types import NoneType
from typing import Any, Literal, get_args, get_origin, get_type_hints

import yaml
from pydantic.fields import FieldInfo

from prestatie_cli.bevindingen import Ernst
from prestatie_cli.indicatoren.oordeel import Oordeel
from prestatie_cli.model import basis, eenheden, geldigheid, huisstijl
from prestatie_cli.model.dossier import Dossier
from prestatie_cli.model.indicatorsoorten import INDICATORSOORTEN
from prestatie_cli.termijnen.perioden import PERIODEN, Termijnvorm
from prestatie_cli.termijnen.uitkomsten import Stand
from prestatie_cli.termijnen.venstertekst import lezing_in_woorden
from prestatie_cli.termijnen.vormen import VORMEN, lees_woorden
from prestatie_cli.vergelijking.wijziging import Richting, Wijzigingssoort

DOCS = Path(__file__).parent
RECORDS = {klasse.__name__: klasse for klasse in basis.Record.__subclasses__()}
UITKOMSTEN = {
    "Stand": Stand,
    "Oordeel": Oordeel,
    "Ernst": Ernst,
    "Soort": Wijzigingssoort,
    "Richting": Richting,
}
TABEL = re.compile(r"(?s)<!-- gemaakt: (?P<naam>\S+) -->\n.*?\n<!-- /gemaakt -->")
# What one fills in; types are compared, since an Annotated one has no name.
INVULLINGEN = (
    (huisstijl.Kleur, "kleur"),
    (huisstijl.Letternaam, "naam van een lettertype"),
    (huisstijl.Logonaam, "`logo.png`, `logo.jpg` of `logo.svg`"),
    (basis.Tekst, "tekst"),
    (basis.Id, "korte naam"),
    (eenheden.EenheidId, "naam van een eenheid"),
    (basis.Nummer, "nummer"),
    (basis.VerplichtingNummer, "nummer met letter"),
    (basis.Leden, "lijst van korte namen"),
    (basis.EenOfMeer, "korte naam of lijst van korte namen"),
    (basis.Letter, "letter"),
    (basis.Periode, "periode"),
    (basis.Jaar, "jaartal"),
    (geldigheid.Aanduiding, "jaar of jaren"),
    (geldigheid.Plichtverwijzing, "jaar of jaren, en nummer met letter"),
    (basis.Datum, "datum"),
    (basis.Getal, "getal"),
    (basis.GetalMetTeken, "getal, percentage of bedrag"),
    (basis.Vingerafdruk, "zestien tekens, 0-9 en a-f"),
    (bool, "`true` of `false`"),
    (int, "heel getal"),
)
MEERVOUD = {"tekst": "teksten", "korte naam": "korte namen"}
Rij = tuple[str, ...]


def tabel(kop: Rij, rijen: Iterable[Rij]) -> str:
    """A Markdown table; a bar inside a cell stays text."""
    regels = [" | ".join(kop), *(" | ".join(cel.replace("|", "\\|") for cel in rij) for rij in rijen)]
    regels = [f"| {regel} |\n" for regel in regels]
    return "".join((regels[0], f"|{'---|' * len(kop)}\n", *regels[1:]))


def termijntabel(vormen: Iterable[Termijnvorm[Any]]) -> str:
    """Example, reading and remarks of each term form."""
    return tabel(("woorden in de afspraak", "zo gelezen", "bijzonderheden"), map(_termijnrij, vormen))


def _termijnrij(vorm: Termijnvorm[Any]) -> Rij:
    venster = lees_woorden(vorm.voorbeeld)
    if venster is None:
        raise ValueError(f"no form reads its example '{vorm.voorbeeld}'")
    ook = ", ".join(f"`{woorden}`" for woorden in vorm.ook)
    opmerkingen = (f"ook {ook}" if ook else "", vorm.uitleg)
    return f"`{vorm.voorbeeld}`", lezing_in_woorden(venster), "; ".join(filter(None, opmerkingen))


def type_van(record: type[basis.Record], veld: str) -> Any:
    """The type of a field; that it may be absent is no part of it."""
    soort = get_type_hints(record, include_extras=True)[veld]
    return get_args(soort)[0] if NoneType in get_args(soort) else soort


def veldtabel(record: type[basis.Record]) -> str:
    """How to fill in each field of a record, and what it is."""
    return tabel(("veld", "invullen", "wat het is"), (_veldrij(record, veld) for veld in record.model_fields))


def _veldrij(record: type[basis.Record], veld: str) -> Rij:
    soort, info = type_van(record, veld), record.model_fields[veld]
    return f"`{veld}`", f"{_moet(info)}; {_invulling(soort, veld)}{_grenzen(soort, info)}", _uitleg(info)


def _moet(info: FieldInfo) -> str:
    if info.is_required():
        return "verplicht"
    leeg = info.default_factory or info.default in (None, ())
    return "mag" if leeg else f"mag, anders `{str(info.default).lower()}`"


def _uitleg(info: FieldInfo) -> str:
    if not info.description:
        raise ValueError(f"a field has no description: {info}")
    return info.description


def _invulling(soort: Any, veld: str) -> str:
    """What one fills in, in Dutch: `tekst`, `lijst van korte namen`, `een van: …`."""
    for bekend, woord in INVULLINGEN:
        if soort == bekend:
            return woord
    delen = get_args(soort)
    if get_origin(soort) is Literal:
        return f"een van: {', '.join(f'`{woord}`' for woord in delen)}"
    if get_origin(soort) is tuple:
        deel = _invulling(delen[0], veld)
        return f"lijst van {MEERVOUD.get(deel) or deel.removeprefix('blok ')}"
    if get_origin(soort) is dict:
        return " en ".join(_invulling(deel, veld) for deel in delen)
    return f"blok [{soort.__name__}](#{soort.__name__.lower()}-onder-{veld})"


def _grenzen(soort: Any, info: FieldInfo) -> str:
    """The bounds that stand at the field itself."""
    grens = {k: getattr(g, k) for g in info.metadata for k in ("gt", "ge", "le") if hasattr(g, k)}
    if "gt" in grens:
        return f" boven {grens['gt']}"
    return f", {grens['ge']} t/m {grens['le']}" if soort is int else ""


def woordenlijsten() -> dict[str, tuple[str, ...]]:
    """The words of each outcome and of each field with a choice, by `Stand` or `Norm.soort`."""
    uit = {naam: get_args(soort) for naam, soort in UITKOMSTEN.items()}
    uit["Eenheden"] = tuple(eenheden.EENHEDEN)
    uit["Dossier"] = tuple(veld.name for veld in dataclasses.fields(Dossier))
    for naam, record in RECORDS.items():
        for veld in record.model_fields:
            if get_origin(soort := type_van(record, veld)) is Literal:
                uit[f"{naam}.{veld}"] = get_args(soort)
    return uit


def sleutel(velden: Mapping[str, str], record: str, veld: str) -> str:
    """Where the English of a field stands: at this field of this record, else at all of its name."""
    return next((naam for naam in (f"{record}.{veld}", veld) if naam in velden), veld)


def begrippen() -> Any:
    """What `begrippen.yaml` holds: `velden` and `woorden`; what a kind of indicator is stands in its row."""
    uit = yaml.safe_load((DOCS / "begrippen.yaml").read_text("utf-8"))
    for soort in INDICATORSOORTEN.values():
        uit["woorden"]["Indicator.soort"][soort.naam]["betekenis"] = f"{soort.uitleg.capitalize()}."
    return uit


def begrippentabellen() -> Iterator[tuple[str, str]]:
    """The tables of `begrippen.md` by name."""
    engels, uitleg = (begrippen()[deel] for deel in ("velden", "woorden"))
    for naam, record in RECORDS.items():
        velden = record.model_fields.items()
        rijen = ((f"`{v}`", _uitleg(i), engels[sleutel(engels, naam, v)]) for v, i in velden)
        yield naam, tabel(("veld", "betekenis", "Engels"), rijen)
    for naam, woorden in woordenlijsten().items():
        rijen = ((f"`{w}`", uitleg[naam][w]["betekenis"], uitleg[naam][w]["Engels"]) for w in woorden)
        yield naam, tabel(("veld" if naam == "Dossier" else "woord", "betekenis", "Engels"), rijen)


def formaattabellen() -> Iterator[tuple[str, str]]:
    """The tables of `formaat.md` by name."""
    yield from ((naam, veldtabel(record)) for naam, record in RECORDS.items())
    yield "periodes", termijntabel(PERIODEN)
    yield "termijnwoorden", termijntabel(VORMEN)


def sjabloontabellen() -> Iterator[tuple[str, str]]:
    """The tables of `sjablonen.md` by name."""
    for naam, woorden in yaml.safe_load((DOCS / "sjablonen.yaml").read_text("utf-8")).items():
        yield naam, tabel(("naam", "betekenis"), ((f"`{w}`", uitleg) for w, uitleg in woorden.items()))


BESTANDEN = {
    "begrippen.md": begrippentabellen,
    "formaat.md": formaattabellen,
    "sjablonen.md": sjabloontabellen,
}


def vernieuw(tekst: str, tabellen: Mapping[str, str]) -> str:
    """The text with its tables made anew; each table has one place, and each place a table."""
    plaatsen = [m["naam"] for m in TABEL.finditer(tekst)]
    if verschil := set(plaatsen) ^ set(tabellen) or {n for n in plaatsen if plaatsen.count(n) > 1}:
        raise ValueError(f"each has one '<!-- gemaakt: … -->' and one table: {', '.join(sorted(verschil))}")
    return TABEL.sub(
        lambda m: f"<!-- gemaakt: {m['naam']} -->\n\n{tabellen[m['naam']]}\n<!-- /gemaakt -->", tekst
    )


def main() -> None:
    """Write the files that hold tables."""
    for naam, tabellen in BESTANDEN.items():
        pad = DOCS / naam
        nieuw = vernieuw(pad.read_text("utf-8"), dict(tabellen()))
        pad.write_text(nieuw, encoding="utf-8", newline="\n")


if __name__ == "__main__":
    main()
