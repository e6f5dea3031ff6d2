"""One agreement whole: text, duties with the reading of their terms, figures, statements, source."""

from dataclasses import dataclass
from typing import Any

from prestatie_cli.formaten import indicatoren as indicatorvorm
from prestatie_cli.formaten import termijnen as termijnvorm
from prestatie_cli.formaten.jsontekst import jsontekst
from prestatie_cli.formaten.opmaak import TOON, opgemaakt
from prestatie_cli.formaten.tabel import Scherm, alinea
from prestatie_cli.indicatoren.berekening import Indicatorstand
from prestatie_cli.indicatoren.gepeild import met_gesloten_jaar
from prestatie_cli.model.dossier import verplichtingnummer
from prestatie_cli.model.jaargang import Afspraak, Jaargang, Verplichting
from prestatie_cli.model.voortgang import Voortgang
from prestatie_cli.taal import aantal, datum_in_woorden, opsomming, periodetekst, woord
from prestatie_cli.termijnen.lezingen import is_voorlopig, lezing_van
from prestatie_cli.termijnen.standen import Termijnstand
from prestatie_cli.vergelijking.vaststelling import gewijzigd_sinds
from prestatie_cli.woorden.grondslag import Grondslag, met_grondslag
from prestatie_cli.woorden.indicatorwoorden import (
    indicatorid,
    normkolom,
    oordeelwoord,
    ruimtetekst,
    waardetekst,
)
from prestatie_cli.woorden.plichtwoorden import STANDWOORDEN, dagentekst, tijdvaktekst

EIGEN_NUMMERS = "de bron heeft geen nummers: die van dit bestand zijn eigen nummers"
UITVOERING = {"samen": "samen", "ieder": "ieder voor zich"}


@dataclass(frozen=True, slots=True)
class Afspraakbeeld:
    """One agreement on a peildatum with everything that belongs to it; `plaats` is `bestand:regel`."""

    grond: Grondslag
    bestand: str
    jaargang: Jaargang
    afspraak: Afspraak
    plaats: str
    rijen: tuple[Termijnstand, ...]
    indicatoren: tuple[Indicatorstand, ...]
    meldingen: tuple[Voortgang, ...]


def tekst(beeld: Afspraakbeeld, scherm: Scherm) -> str:
    """The agreement as a reader wants it: what it says, then who does what by when."""
    b = scherm.breedte
    delen = [_kop(beeld, b), _tekst(beeld.afspraak, b)]
    delen += [_verplichting(beeld, v, b) for v in beeld.afspraak.verplichtingen]
    if beeld.afspraak.onderwerpen:
        regels = [alinea(f"- {_onderwerp(o)}", b, "  ") for o in map(_als_paar, beeld.afspraak.onderwerpen)]
        delen.append("\n".join(["ONDERWERPEN", *regels]))
    if beeld.indicatoren:
        regels = [alinea(_indicator(s), b, "  ") for s in met_gesloten_jaar(beeld.indicatoren)]
        delen.append("\n".join(["INDICATOREN", *regels]))
    delen.append(_bron(beeld, b))
    return opgemaakt("\n\n".join(delen), TOON, scherm)


def _kop(beeld: Afspraakbeeld, breedte: int) -> str:
    a = beeld.afspraak
    thema = next((t for t in beeld.jaargang.themas if t.nummer == a.thema), None)
    titel = f" {thema.titel}{' (titel afgeleid)' if thema.afgeleid else ''}" if thema else ""
    afgeleid = " (nummer afgeleid)" if beeld.jaargang.is_afgeleid(a) else ""
    regels = [f"Afspraak {a.nummer}{afgeleid}, {beeld.jaargang.titel}"]
    j = beeld.jaargang
    if j.geldt or j.kader:
        onder = f", onder het kader {j.kader}" if j.kader else ""
        regels.append(f"Geldt van {j.eerste_jaar} tot en met {j.laatste_jaar}{onder}")
    regels += [f"Thema {a.thema}:{titel}", f"Stand op {datum_in_woorden(beeld.grond.peildatum)}"]
    if beeld.jaargang.vaststellingen:
        regels += [f"Let op: {zin}" for zin in gewijzigd_sinds(beeld.jaargang)]
    return met_grondslag("\n".join(alinea(regel, breedte) for regel in regels), beeld.grond, breedte)


def _tekst(a: Afspraak, breedte: int) -> str:
    uit = []
    for naam, waarde in (("DOEL", a.doel), ("SPEERPUNT", a.speerpunt), ("TEKST", a.tekst)):
        if waarde:
            uit += [naam, *(alinea(regel, breedte, "  ") for regel in waarde.split("\n") if regel.strip())]
    return "\n".join(uit)


def _verplichting(beeld: Afspraakbeeld, v: Verplichting, breedte: int) -> str:
    nummer = verplichtingnummer(beeld.afspraak, v)
    regels = [f"{nummer} {v.wat}"]
    rollen = [("door", v.wie), ("voor", v.voor), ("met", v.met)]
    wijze = [UITVOERING[v.uitvoering]] if v.uitvoering else []
    regels.append("; ".join([v.soort, *(f"{rol}: {opsomming(wie)}" for rol, wie in rollen if wie), *wijze]))
    regels.append(_termijn(v, beeld.jaargang.enig_jaar))
    if v.voorwaarde:
        regels.append(f'voorwaarde: "{v.voorwaarde}"')
    regels += [_stand(r) for r in beeld.rijen if r.nummer == nummer]
    if v.vervolg_van:
        regels.append(f"vervolg van: {v.vervolg_van}")
    if v.toelichting:
        regels.append(f"toelichting: {v.toelichting}")
    regels += [_melding(m) for m in beeld.meldingen if m.verplichting == nummer]
    eerste, *rest = regels
    return "\n".join([alinea(eerste, breedte), *(alinea(regel, breedte, "  ") for regel in rest)])


def _termijn(v: Verplichting, jaar: int | None) -> str:
    if v.soort == "constatering":
        return "geen verplichting"
    if v.termijn is None:
        return "termijn: geen genoemd"
    afgeleid = f" (afgeleid: {v.termijn.reden})" if v.termijn.afgeleid else ""
    gelezen = "" if is_voorlopig(v) else "gelezen als "
    return f'termijn: "{v.termijn.woorden}"{afgeleid}, {gelezen}{lezing_van(v, jaar)}'


def _stand(r: Termijnstand) -> str:
    tijdvak = f"{tijdvaktekst(r.tijdvak)}: " if r.tijdvak else ""
    dagen = ""
    if r.dagen is not None:
        is_voorbij = r.dagen < 0 and r.stand != "te_laat"
        dagen = f", {aantal(-r.dagen, 'dag', 'dagen')} voorbij" if is_voorbij else f", {dagentekst(r.dagen)}"
    return f"stand: {tijdvak}{STANDWOORDEN[r.stand]}{dagen}; {r.waarom}"


def _melding(m: Voortgang) -> str:
    voorbeeld = " (voorbeeld)" if m.herkomst == "voorbeeld" else ""
    velden = ("toelichting", "oorzaak", "gevolg", "bijsturing", "bewijs", "besluit")
    delen = [f"{veld}: {waarde}" for veld in velden if (waarde := getattr(m, veld))]
    return "; ".join([f"{m.datum} {m.door} meldt: {woord(m.melding)}{voorbeeld}", *delen])


def _als_paar(onderwerp: Any) -> tuple[str, str]:
    gedekt = opsomming((*onderwerp.indicatoren, *onderwerp.kengetallen))
    return onderwerp.naam, gedekt or f"geen cijfers: {onderwerp.reden or 'geen reden genoemd'}"


def _onderwerp(paar: tuple[str, str]) -> str:
    return f"{paar[0]}: {paar[1]}"


def _indicator(s: Indicatorstand) -> str:
    norm = f", norm {normkolom(s)}" if s.norm else ""
    over = f", {ruimtetekst(s)}" if s.ruimte is not None else ""
    reden = f" ({s.reden})" if s.reden else ""
    return (
        f"{indicatorid(s)}: {waardetekst(s)} over {periodetekst(s.periode)}"
        f"{norm}: {oordeelwoord(s)}{over}{reden}"
    )


def _bron(beeld: Afspraakbeeld, breedte: int) -> str:
    a = beeld.afspraak
    bron = beeld.jaargang.bron
    regels = ["BRON", alinea(beeld.plaats, breedte, "  ")]
    regels += [alinea(deel, breedte, "  ") for deel in (bron.titel, bron.bestand) if deel]
    if beeld.jaargang.nummering == "eigen":
        regels.append(alinea(EIGEN_NUMMERS, breedte, "  "))
    if a.reden:
        regels.append(alinea(f"nummer afgeleid: {a.reden}", breedte, "  "))
    regels += [alinea(f'hersteld: "{h.scan}" is "{h.tekst}"', breedte, "  ") for h in a.hersteld]
    if a.toelichting:
        regels.append(alinea(a.toelichting, breedte, "  "))
    return "\n".join(regels)


def json(beeld: Afspraakbeeld, scherm: Scherm) -> str:
    """The agreement as JSON: its record, rows, indicators and statements."""
    return jsontekst(
        beeld.grond,
        bestand=beeld.bestand,
        plaats=beeld.plaats,
        afspraak=beeld.afspraak.model_dump(mode="json", exclude_none=True),
        termijnen=[termijnvorm.als_dict(r) for r in beeld.rijen],
        indicatoren=[indicatorvorm.als_dict(s) for s in beeld.indicatoren],
        voortgang=[m.model_dump(mode="json", exclude_none=True) for m in beeld.meldingen],
    )
