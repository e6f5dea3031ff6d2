"""Texts -> Dossier and findings, each with file, line and column; pure.

A file is read once without positions. Only when it is refused, or a finding needs a place, is it
read again with them. A record with a fault is left out whole, so that no half-read duty or figure
counts, and the other records of the file stay.
"""

import re
from collections.abc import Iterable, Mapping
from dataclasses import replace
from typing import Any, NamedTuple

from pydantic import BaseModel, ValidationError
from yaml import YAMLError

from prestatie_cli.bevindingen import SLEUTEL, Bevinding, Pad, Plaats, bedoelde_u, volgorde
from prestatie_cli.bronnen.gegevensmap import (
    HUISSTIJL,
    LOGONAAM,
    MAX_BYTES,
    NAAMVORMEN,
    TEKSTNAAM,
    origineel_van,
)
from prestatie_cli.inlezen.groepen import met_leden, met_leden_die_instemmen
from prestatie_cli.inlezen.lezer import (
    Gelezen,
    Geweigerd,
    Positie,
    Waarden,
    lees_waarden,
    lees_zorgvuldig,
)
from prestatie_cli.inlezen.twijfel import misschien_twijfel, model_bij, twijfel
from prestatie_cli.inlezen.vreemdenamen import staat_voor, vreemde_bevindingen
from prestatie_cli.inlezen.weigeringen import (
    ERNST,
    Weigering,
    opbouw_melding,
    waarde_melding,
)
from prestatie_cli.model.basis import Record
from prestatie_cli.model.dossier import Dossier, bestandsindex
from prestatie_cli.model.huisstijl import Huisstijl, is_afbeelding
from prestatie_cli.model.jaargang import Jaargang
from prestatie_cli.model.meting import Meting, Parameterlijst
from prestatie_cli.model.nummers import plichtnummer
from prestatie_cli.model.voortgang import Voortgangsregister

MAX_FOUTEN = 1000
NERGENS = Positie(0, 0)
MODELLEN: dict[str, type[Record]] = {
    "jaargangen": Jaargang,
    "metingen": Meting,
    "voortgang": Voortgangsregister,
    "parameters": Parameterlijst,
}
BESTANDSSOORTEN = tuple((re.compile(f"{NAAMVORMEN[naam]}\\.yaml"), naam, m) for naam, m in MODELLEN.items())
# The field with what a file of a part is about; there is one file about each.
ONDERWERPEN = {"jaargangen": "aanduiding", "metingen": "periode", "voortgang": "jaar"}
CONFLICT = re.compile(rb"^(?:\xef\xbb\xbf)?(?:<{7}|>{7})(?:[ \t].*)?\r?$", re.MULTILINE)


class Leesresultaat(NamedTuple):
    """What became of one file: the record (or None), its findings and the ids left out."""

    record: Record | None
    bevindingen: list[Bevinding]
    weggelaten: dict[str, list[int]]
    gebroken: frozenset[str]


def lees_dossier(
    teksten: Mapping[str, bytes],
    onleesbaar: Mapping[str, str] | None = None,
    overig: Mapping[str, bool] | None = None,
) -> tuple[Dossier, list[Bevinding]]:
    """Read all files of a data folder; findings are sorted by place, faults hide nothing else.

    `overig` names what else lies in the folder; true where it equals its original.
    """
    voor_documenten, bezwaren = _voor_documenten(teksten)
    delen: dict[str, Any] = {naam: {} for _, naam, _ in BESTANDSSOORTEN} | voor_documenten
    bevindingen = [_bestand(p, "bestand-onleesbaar", r) for p, r in (onleesbaar or {}).items()] + bezwaren
    vreemd = dict(overig or {})
    kapot = {*(onleesbaar or {}), *(b.plaats.bestand for b in bezwaren)}
    gebroken: set[str] = set()
    weggelaten: dict[tuple[str, str], tuple[int, ...]] = {}
    for pad in sorted(p for p in teksten if not _is_voor_documenten(p)):
        if (soort := soort_van(pad)) is None:
            vreemd[pad] = teksten[pad] == teksten.get(origineel_van(pad) or "")
            continue
        naam, model = soort
        lezing = lees_bestand(pad, teksten[pad], model)
        bevindingen += lezing.bevindingen
        gebroken |= lezing.gebroken
        weggelaten |= {(pad, lijst): tuple(n) for lijst, n in lezing.weggelaten.items()}
        if lezing.record is not None:
            delen[naam][pad] = lezing.record
        if lezing.record is None or lezing.weggelaten:
            kapot.add(pad)
    bijgekomen = [*vreemde_bevindingen(vreemd, teksten.keys()), *_haal_gelijknamige_weg(delen)]
    fout = (b.plaats.bestand for b in bijgekomen if b.ernst == "fout")
    bedoeld = {naam: staat_voor(naam, teksten.keys()) for naam in fout}
    dossier = Dossier(
        **delen,
        onleesbaar=tuple(sorted(kapot | bedoeld.keys())),
        gebroken=frozenset(gebroken),
        weggelaten=weggelaten,
        vreemd=bedoeld,
    )
    return met_leden_die_instemmen(dossier), sorted([*bevindingen, *bijgekomen], key=volgorde)


def _is_voor_documenten(pad: str) -> bool:
    """Whether a file is about how documents look or what people write in them, and no data."""
    return pad == HUISSTIJL or bool(TEKSTNAAM.fullmatch(pad) or LOGONAAM.fullmatch(pad))


def _voor_documenten(teksten: Mapping[str, bytes]) -> tuple[dict[str, Any], list[Bevinding]]:
    """The free texts, house style and logos as parts of the dossier, and what is wrong with them."""
    vrij, bezwaren = _vrije_teksten(teksten)
    logos = {pad: data for pad, data in teksten.items() if LOGONAAM.fullmatch(pad)}
    return {"teksten": vrij, "huisstijl": _huisstijl(teksten, bezwaren), "logos": logos}, bezwaren


def _huisstijl(teksten: Mapping[str, bytes], bezwaren: list[Bevinding]) -> Huisstijl | None:
    """The house style, where there is one that can be read; why it can't be goes to `bezwaren`."""
    if HUISSTIJL not in teksten:
        return None
    lezing = lees_bestand(HUISSTIJL, teksten[HUISSTIJL], Huisstijl)
    bezwaren += lezing.bevindingen
    if not isinstance(stijl := lezing.record, Huisstijl):
        return None
    logo = stijl.logo
    if logo and logo not in teksten:
        bezwaren.append(_bestand(HUISSTIJL, "bestand-onleesbaar", f"{logo} ligt er niet naast"))
    elif logo and not is_afbeelding(logo, teksten[logo]):
        bezwaren.append(
            _bestand(logo, "bestand-onleesbaar", "dit is geen png, jpg of svg zoals de naam zegt")
        )
    else:
        return stijl
    return stijl.model_copy(update={"logo": None})


def _vrije_teksten(teksten: Mapping[str, bytes]) -> tuple[dict[str, str], list[Bevinding]]:
    """What people wrote for the documents, by name, and why a text can't be read."""
    namen = {pad: naam[1] for pad in sorted(teksten) if (naam := TEKSTNAAM.fullmatch(pad))}
    bezwaren = {pad: b for pad in namen if (b := _onleesbare_tekst(pad, teksten[pad]))}
    goed = {naam: teksten[pad].decode("utf-8-sig") for pad, naam in namen.items() if pad not in bezwaren}
    return goed, list(bezwaren.values())


def _haal_gelijknamige_weg(delen: dict[str, dict[str, Any]]) -> list[Bevinding]:
    """Leave out the files about a year or period that another file has in its name; tell which."""
    uit = []
    for deel, veld in ONDERWERPEN.items():
        over = {pad: str(getattr(record, veld)) for pad, record in delen[deel].items()}
        eigenaar = {
            wat: pad for pad, wat in over.items() if pad.endswith((f"/{wat}.yaml", f"afspraken-{wat}.yaml"))
        }
        for pad, wat in over.items():
            if eigenaar.get(wat, pad) != pad:
                del delen[deel][pad]
                melding = opbouw_melding("bestand-gelijknamig", eigenaar[wat])
                plaats = Plaats(pad, pad=("jaar" if veld == "aanduiding" else veld,))
                uit.append(Bevinding("bestand-gelijknamig", "fout", melding.boodschap, plaats, melding.hulp))
    return uit


def soort_van(pad: str) -> tuple[str, type[Record]] | None:
    """The part of the dossier and the model that belong to a file's name, or None."""
    return next(((naam, model) for vorm, naam, model in BESTANDSSOORTEN if vorm.fullmatch(pad)), None)


def lees_bestand(pad: str, data: bytes, model: type[Record]) -> Leesresultaat:
    """Read one file; the good path knows no positions."""
    if bezwaar := _onleesbare_tekst(pad, data):
        return _afgewezen(bezwaar)
    try:
        record = model.__pydantic_validator__.validate_python(lees_waarden(data))
    except (Geweigerd, YAMLError, ValidationError):
        return _lees_zorgvuldig(pad, data, model)
    record = met_leden(record)
    if misschien_twijfel(data, model):
        return Leesresultaat(record, twijfel(pad, lees_zorgvuldig(data), model), {}, frozenset())
    return Leesresultaat(record, [], {}, frozenset())


def _onleesbare_tekst(pad: str, data: bytes) -> Bevinding | None:
    """Why a file can't be read as text: too large, no UTF-8, or two versions at once; else None."""
    if len(data) > MAX_BYTES:
        return _bestand(pad, "bestand-te-groot")
    try:
        data.decode("utf-8")
    except UnicodeDecodeError as error:
        begin = data.rfind(b"\n", 0, error.start) + 1
        regel = data.count(b"\n", 0, error.start) + 1
        kolom = len(data[begin : error.start].decode("utf-8")) + 1
        return _bestand(pad, "tekencodering", positie=Positie(regel, kolom))
    return _samenvoegconflict(pad, data)


def _samenvoegconflict(pad: str, data: bytes) -> Bevinding | None:
    """Where git left two versions of the same lines in a file, or None."""
    if b"<<<<<<<" not in data and b">>>>>>>" not in data:
        return None
    plekken = [data.count(b"\n", 0, m.start()) + 1 for m in CONFLICT.finditer(data)]
    if not plekken:
        return None
    detail = f" (t/m regel {plekken[-1]})" if len(plekken) > 1 else ""
    return _bestand(pad, "samenvoegconflict", detail, Positie(plekken[0], 1))


def _afgewezen(bevinding: Bevinding) -> Leesresultaat:
    return Leesresultaat(None, [bevinding], {}, frozenset())


def _bestand(
    pad: str, code: str, detail: str = "", positie: Positie = NERGENS, binnen: Pad = ()
) -> Bevinding:
    melding = opbouw_melding(code, detail)
    plaats = Plaats(pad, positie.regel, positie.kolom, binnen)
    return Bevinding(code, ERNST[code], melding.boodschap, plaats, melding.hulp)


def _lees_zorgvuldig(pad: str, data: bytes, model: type[Record]) -> Leesresultaat:
    """Name every fault of a file and keep the records that have none."""
    gelezen = lees_zorgvuldig(data)
    bevindingen = [_bestand(pad, p.code, p.detail, p.positie, p.pad) for p in gelezen.bezwaren]
    fout_bij: list[Pad] = [p.pad for p in gelezen.bezwaren]
    if gelezen.waarden is None:
        return Leesresultaat(None, bevindingen, {}, frozenset())
    try:
        model.model_validate(gelezen.waarden)
    except ValidationError as error:
        gemeld = {p.pad for p in gelezen.bezwaren}
        fouten: list[dict[str, Any]] = [
            dict(e) for e in error.errors(include_url=False) if not _volgt(dict(e), gemeld)
        ]
        bevindingen += [_veldfout(pad, e, gelezen, model) for e in fouten[:MAX_FOUTEN]]
        if len(fouten) > MAX_FOUTEN:
            bevindingen.append(_meer_fouten(pad, len(fouten) - MAX_FOUTEN))
        fout_bij += [e["loc"] for e in fouten]
    bevindingen += twijfel(pad, gelezen, model)
    bevindingen = [_met_geraakte(b, gelezen.waarden) for b in bevindingen]
    weggelaten, gebroken = _laat_weg(gelezen.waarden, fout_bij)
    record: Record | None
    try:
        record = met_leden(model.model_validate(gelezen.waarden))
    except ValidationError:
        record = None
    if any(not _in_lijst(loc) for loc in fout_bij):
        record = None
    return Leesresultaat(record, bevindingen, weggelaten, gebroken)


def _volgt(error: dict[str, Any], gemeld: set[Pad]) -> bool:
    """Whether an error only follows from another: an item refused, a value that could not be read."""
    loc: Pad = error["loc"]
    if error["type"] == "too_short":
        return len(error["input"]) >= int(error["ctx"]["min_length"])
    return any(loc[:n] in gemeld for n in range(1, len(loc) + 1))


def _meer_fouten(pad: str, aantal: int) -> Bevinding:
    boodschap = f"er zijn nog {aantal} fouten in dit bestand"
    return Bevinding("te-veel", ERNST["te-veel"], boodschap, Plaats(pad), "herstel eerst de getoonde fouten")


def _in_lijst(loc: Pad) -> bool:
    return len(loc) > 1 and isinstance(loc[1], int)


def _met_geraakte(bevinding: Bevinding, values: Waarden) -> Bevinding:
    """A finding with the names of the top-level list item that it leaves out, where it does."""
    pad = bevinding.plaats.pad
    if bevinding.ernst != "fout" or not _in_lijst(pad):
        return bevinding
    item = values[str(pad[0])][pad[1]]
    namen = _namen(item)
    if isinstance(item, dict):
        namen |= {str(item["verplichting"])} if "verplichting" in item else set()
        namen |= set(item["cijfers"]) if isinstance(item.get("cijfers"), dict) else set()
    return replace(bevinding, raakt=tuple(sorted(namen)))


def _laat_weg(values: Waarden, fout_bij: Iterable[Pad]) -> tuple[dict[str, list[int]], frozenset[str]]:
    """Remove each top-level list item that holds a fault; tell which, and their names."""
    weg: dict[str, list[int]] = {}
    for lijst, nummer in sorted({(p[0], p[1]) for p in fout_bij if _in_lijst(p)}, reverse=True):
        weg.setdefault(str(lijst), []).insert(0, int(nummer))
    gebroken: set[str] = set()
    for lijst, nummers in weg.items():
        items = values[lijst]
        for nummer in reversed(nummers):
            gebroken |= _namen(items.pop(nummer))
    return weg, frozenset(gebroken)


def _namen(item: Any) -> set[str]:
    """The ids and numbers by which other records may refer to a record that is left out."""
    if not isinstance(item, dict):
        return set()
    namen = {str(item[sleutel]) for sleutel in ("id", "nummer") if sleutel in item}
    plichten = item.get("verplichtingen")
    for plicht in plichten if isinstance(plichten, list) else ():
        if isinstance(plicht, dict):
            namen.add(plichtnummer(str(item.get("nummer")), str(plicht.get("letter"))))
    return namen


def _veldfout(pad: str, error: dict[str, Any], gelezen: Gelezen, model: type[Record]) -> Bevinding:
    """A finding from an error of pydantic, at the value, the unknown key or the block."""
    loc: Pad = error["loc"]
    if error["type"] == "extra_forbidden":
        code = "anker-of-verwijzing" if loc[-1] == "<<" else "sleutel-onbekend"
        where = (*loc, SLEUTEL)
        melding = _onbekende_sleutel(str(loc[-1]), model_bij(model, loc[:-1]))
    elif error["type"] == "missing":
        code, where = "veld-ontbreekt", loc[:-1]
        melding = Weigering(f"'{loc[-1]}' ontbreekt", _veldhulp(model_bij(model, loc[:-1]), str(loc[-1])))
    else:
        code, where = "waarde-ongeldig", loc
        veld = next((str(deel) for deel in reversed(loc) if isinstance(deel, str) and deel != "[key]"), "")
        basis = waarde_melding(error)
        melding = Weigering(f"{veld}: {basis.boodschap}" if veld else basis.boodschap, basis.hulp)
    if where and where[-1] == "[key]":
        where = (*where[:-1], SLEUTEL)
    positie = positie_van(gelezen, where)
    return Bevinding(
        code, ERNST[code], melding.boodschap, Plaats(pad, positie.regel, positie.kolom, loc), melding.hulp
    )


def _onbekende_sleutel(sleutel: str, model: type[BaseModel] | None) -> Weigering:
    if sleutel == "<<":
        return opbouw_melding("anker-of-verwijzing", "<<")
    velden = list(model.model_fields) if model else []
    hulp = bedoelde_u(sleutel, velden) or f"mogelijke sleutels: {', '.join(velden)}"
    return Weigering(f"de sleutel '{sleutel}' is onbekend", hulp)


def _veldhulp(model: type[BaseModel] | None, veld: str) -> str:
    omschrijving = model.model_fields[veld].description if model else None
    return f"vul in: {omschrijving}" if omschrijving else "vul het veld in"


def positie_van(gelezen: Gelezen, where: Pad) -> Positie:
    """The position of a path, or of the nearest thing above it that has one."""
    while where not in gelezen.posities and where:
        where = where[:-1]
    return gelezen.posities.get(where, Positie(1, 1))


def plaats_bevindingen(
    bevindingen: Iterable[Bevinding], teksten: Mapping[str, bytes], dossier: Dossier
) -> list[Bevinding]:
    """Give findings of the checks, which know only a path in a record, their line and column."""
    lezingen: dict[str, Gelezen] = {}
    uit = []
    for bevinding in bevindingen:
        plaats = bevinding.plaats
        if plaats.pad and not plaats.regel and plaats.bestand in teksten:
            bestand = plaats.bestand
            if bestand not in lezingen:
                lezingen[bestand] = lees_zorgvuldig(teksten[bestand])
            pad = pad_in_bestand(bestand, plaats.pad, dossier)
            positie = positie_van(lezingen[bestand], pad)
            plaats = Plaats(bestand, positie.regel, positie.kolom, pad)
        uit.append(replace(bevinding, plaats=plaats))
    return sorted(uit, key=volgorde)


def pad_in_bestand(bestand: str, pad: Pad, dossier: Dossier) -> Pad:
    """The path in the file of a path in the record, which misses the items that were left out."""
    if len(pad) < 2 or not isinstance(pad[1], int):
        return pad
    return (pad[0], bestandsindex(dossier, bestand, str(pad[0]), pad[1]), *pad[2:])


def regels_in(
    teksten: Mapping[str, bytes], gevraagd: Iterable[tuple[str, Pad]]
) -> dict[tuple[str, Pad], int]:
    """The line (from 1) of each path in its file."""
    lezingen: dict[str, Gelezen] = {}
    uit = {}
    for bestand, pad in gevraagd:
        if bestand not in lezingen:
            lezingen[bestand] = lees_zorgvuldig(teksten[bestand])
        sleutel = (*pad, SLEUTEL)
        where = sleutel if sleutel in lezingen[bestand].posities else pad
        uit[bestand, pad] = positie_van(lezingen[bestand], where).regel
    return uit
