"""What deserves to be said: the cases as a council member reads them, and the laws of all messages.

`boodschapgevallen.yaml` has the cases, `golden/boodschappen.md` what each says.
"""

import copy
import re
from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pytest
import yaml

from prestatie_cli.boodschappen.bewijs import bewijstekst
from prestatie_cli.boodschappen.boodschap import BOODSCHAPSOORTEN, Boodschap
from prestatie_cli.boodschappen.peiling import Peiling, in_publicatie, peiling
from prestatie_cli.bronnen.schijf import lees_map
from prestatie_cli.indicatoren.gepeild import met_partijen
from prestatie_cli.indicatoren.openbaar import publicatie_op
from prestatie_cli.woorden.plichtwoorden import nummertekst, partijnamen
from tests.conftest import DATA, lees

HIER = Path(__file__).parent
GEVALLEN = yaml.safe_load((HIER / "boodschapgevallen.yaml").read_text("utf-8"))
BASIS = """
jaar: 2026
titel: Prestatieafspraken Duinstad 2026
bron: {titel: Akte}
partijen:
  - {id: gemeente, naam: Gemeente Duinstad, soort: gemeente}
  - {id: woonst, naam: Woonstichting, soort: corporatie}
  - {id: veste, naam: De Veste, soort: corporatie}
  - {id: huurders, naam: Huurdersraad, soort: huurdersorganisatie}
themas: [{nummer: "1", titel: Wonen}]
afspraken:
  - nummer: "1.1"
    thema: "1"
    tekst: >-
      uiterlijk 1 juli 2026, uiterlijk 1 oktober 2026, uiterlijk 1 maart 2026, in 2026, per kwartaal, geregeld,
      begin 2026, in principe voor 1 juli 2026; hoogstens 50 (van 2026 tot en met 2030), hoogstens 10%,
      streven 15%, minstens 50, minstens 30, minstens 3, minstens 2500, minstens 2600, 30 tot 60,
      minstens 1 miljoen euro, elk jaar minstens € 1.000.000
    verplichtingen: []
indicatoren:
  - {id: verkoop, naam: Verkoop van huurwoningen, afspraak: "1.1", soort: cumulatief, teller: verkocht, van: 2026,
     tot: 2030, definitie: De verkoop van huurwoningen aan bewoners.,
     normen: [{soort: maximum, waarde: "50", van: 2026-01-01, tot: 2030-12-31, citaat: hoogstens 50, plaats: tekst}]}
  - {id: midden, naam: Toewijzing aan middeninkomens, afspraak: "1.1", soort: aandeel, teller: toegewezen,
     noemer: verhuurd, definitie: De toewijzing van vrijgekomen woningen aan middeninkomens.,
     normen: [{soort: maximum, waarde: 10%, citaat: hoogstens 10%, plaats: tekst}]}
  - {id: streven, naam: Toewijzing aan middeninkomens, afspraak: "1.1", soort: aandeel, teller: toegewezen,
     noemer: verhuurd, definitie: De toewijzing van vrijgekomen woningen aan middeninkomens.,
     normen: [{soort: streefwaarde, waarde: 15%, citaat: streven 15%, plaats: tekst}]}
  - {id: nieuwbouw, naam: Nieuwe sociale huurwoningen, afspraak: "1.1", soort: aantal, teller: gebouwd,
     definitie: Alle nieuwe huurwoningen.,
     normen: [{soort: minimum, waarde: "50", citaat: minstens 50, plaats: tekst}]}
  - {id: marge, naam: Nieuwe sociale huurwoningen, afspraak: "1.1", soort: aantal, teller: gebouwd,
     definitie: Alle nieuwe huurwoningen.,
     normen: [{soort: bandbreedte, ondergrens: "30", bovengrens: "60", citaat: 30 tot 60, plaats: tekst}]}
  - {id: kosten, naam: Uitgaven aan verduurzaming, afspraak: "1.1", soort: bedrag, teller: uitgegeven,
     definitie: De uitgaven in het jaar.,
     normen: [{soort: minimum, waarde: "1000000", citaat: "€ 1.000.000", plaats: tekst}]}
  - {id: voorraad, naam: Sociale voorraad, afspraak: "1.1", soort: stand, teller: woningen,
     definitie: De sociale voorraad van de corporatie.,
     normen: [{soort: minimum, waarde: "2500", citaat: minstens 2500, plaats: tekst}]}
  - {id: samen, naam: Nieuwe sociale huurwoningen, afspraak: "1.1", soort: aantal, teller: gezamenlijk,
     definitie: Alle nieuwe huurwoningen van beide.,
     normen: [{soort: minimum, waarde: "50", citaat: minstens 50, plaats: tekst}]}
kengetallen:
  - {id: verkocht, naam: Verkochte woningen, soort: stroom, eenheid: woningen, levert: woonst, definitie: Verkocht.}
  - {id: verhuurd, naam: Verhuringen, soort: stroom, eenheid: verhuringen, levert: woonst, definitie: Verhuurd.}
  - {id: toegewezen, naam: Toewijzingen, soort: stroom, eenheid: verhuringen, levert: woonst, deel_van: verhuurd,
     definitie: Toegewezen.}
  - {id: gebouwd, naam: Opgeleverde woningen, soort: stroom, eenheid: woningen, levert: woonst, definitie: Gebouwd.}
  - {id: uitgegeven, naam: Uitgaven, soort: stroom, eenheid: euro, levert: woonst, definitie: Uitgegeven.}
  - {id: woningen, naam: Woningen, soort: stand, eenheid: woningen, levert: woonst, definitie: Aantal.}
  - {id: gezamenlijk, naam: Opgeleverde woningen, soort: stroom, eenheid: woningen, levert: [woonst, veste],
     definitie: Gebouwd door elk.}
"""
WET = """
parameters:
  - {id: wettelijk, naam: Wettelijke ruimte, eenheid: aandeel,
     waarden: [{waarde: 15%, van: 2026-01-01, bron: Woningwet art. 48}]}
"""


def _bestanden(geval: dict[str, Any]) -> dict[str, str]:
    """The data of a case as files."""
    afspraken = copy.deepcopy(yaml.load(BASIS, Loader=yaml.BaseLoader))
    anders = geval.get("indicatoren", {})
    afspraken["indicatoren"] = [
        {k: v for k, v in {**i, **anders[i["id"]]}.items() if v is not None}
        for i in afspraken["indicatoren"]
        if i["id"] in anders
    ]
    gebruikt = {i[veld] for i in afspraken["indicatoren"] for veld in ("teller", "noemer") if veld in i}
    afspraken["kengetallen"] = [k for k in afspraken["kengetallen"] if k["id"] in gebruikt]
    afspraken["afspraken"][0]["verplichtingen"] = [
        {"letter": letter, "soort": "oplevering", **p}
        for letter, p in zip("abcdef", geval.get("plichten", []), strict=False)
    ]
    uit = {"afspraken-2026.yaml": afspraken}
    if any("plafond" in i for i in anders.values()):
        uit["parameters.yaml"] = yaml.load(WET, Loader=yaml.BaseLoader)
    for door, alle in (("woonst", geval.get("cijfers", {})), ("veste", geval.get("anderen", {}))):
        for periode, cijfers in alle.items():
            meting = uit.setdefault(f"metingen/{periode}.yaml", {"periode": periode, "leveringen": []})
            dag = f"{periode[:4]}-07-10" if periode.endswith("H1") else f"{int(periode[:4]) + 1}-01-20"
            herkomst = geval.get("herkomst", "definitief")
            meting["leveringen"].append(
                {"door": door, "geleverd_op": dag, "herkomst": herkomst, "cijfers": cijfers}
            )
    if meldingen := geval.get("meldingen"):
        uit["voortgang/2026.yaml"] = {
            "jaar": "2026",
            "voortgang": [{"verplichting": "1.1a", **m} for m in meldingen],
        }
    return {naam: yaml.dump(deel, allow_unicode=True, sort_keys=False) for naam, deel in uit.items()}


def _peiling(geval: dict[str, Any]) -> Peiling:
    dossier, bevindingen, _ = lees(_bestanden(geval))
    assert [b for b in bevindingen if b.ernst == "fout"] == []
    return peiling(dossier, geval["op"])


def _als_tekst(b: Boodschap, beeld: Peiling) -> Iterator[str]:
    yield f"- **{b.kop}**{' (voorbeeld)' if b.voorbeeld else ''} [{b.soort}, {nummertekst(b)}]"
    yield from (f"  - {bewijstekst(bewijs)}" for bewijs in b.bewijs)
    van = f" van {partijnamen(b.aan, beeld.namen, {})}" if b.aan else ""
    yield f"  - Gevraagd{van}: {b.vraag}."


def test_the_cases_read_as_they_should(golden: Callable[[str, str], None]) -> None:
    regels = ["# Boodschappen, geval voor geval", ""]
    for geval in GEVALLEN:
        beeld = _peiling(geval)
        regels += [f"## {geval['geval']}", "", f"Op {geval['op']}:", ""]
        alle = [regel for b in beeld.boodschappen for regel in _als_tekst(b, beeld)]
        regels += [*(alle or ["(geen boodschap)"]), ""]
    assert len(GEVALLEN) >= 40
    golden("boodschappen.md", "\n".join(regels))


DOSSIERS = (
    DATA,
    HIER / "voorbeelden/goed/kader_met_jaarschijven",
    HIER / "voorbeelden/goed/stad_met_vijf_corporaties",
)
DAGEN = ("2026-03-01", "2026-08-01", "2026-12-31", "2027-01-20", "2027-07-01", "2029-03-01")
GETAL = re.compile(r"\d+(?:[.,]\d+)*")
# What a heading counts itself: how long, how often, of how many.
EIGEN_GETAL = re.compile(
    r"\d+ (?:dag|dagen|weken|maanden|jaar|keer|verplichtingen|termijnen|indicatoren)\b|zouden het er \d+"
)


def _beelden() -> Iterator[Peiling]:
    """Every case, and three dossiers at the turns of the years: as they are and as they may be published."""
    for geval in GEVALLEN:
        yield _peiling(geval)
    for map_ in DOSSIERS:
        gelezen = lees({naam: b.decode() for naam, b in lees_map(map_).teksten.items()})[0]
        for dag in map(date.fromisoformat, DAGEN):
            heel = peiling(gelezen, dag)
            yield heel
            yield in_publicatie(heel, publicatie_op(gelezen, heel.indicatoren, dag, None))


BEELDEN = list(_beelden())


@pytest.mark.parametrize("beeld", BEELDEN)
def test_what_holds_for_all_messages(beeld: Peiling) -> None:
    alle = beeld.boodschappen
    rangen = [BOODSCHAPSOORTEN.index(b.soort) for b in alle]
    assert rangen == sorted(rangen), "the law goes first and what is to be settled last"
    assert len({b.over for b in alle if b.over}) == len([b for b in alle if b.over]), "each is told once"
    koppen = [b.kop for b in alle]
    assert len(koppen) == len(set(koppen)) or any(b.bij for b in alle)
    for b in alle:
        assert b.kop.endswith("."), b.kop
        assert b.kop[0].isupper() or b.kop[0] in "'€"
        assert "  " not in b.kop
        assert b.bewijs or b.nummer == "-", "a message without evidence is a claim"
        assert b.vraag or b.soort == "cijfers"


@pytest.mark.parametrize("beeld", BEELDEN)
def test_every_figure_in_a_heading_is_in_its_evidence(beeld: Peiling) -> None:
    for b in beeld.boodschappen:
        namen = " ".join(i.indicator.naam for i in beeld.indicatoren) + " ".join(
            r.verplichting.wat for r in beeld.rijen
        )
        bewezen = " ".join([*map(bewijstekst, b.bewijs), namen, str(beeld.peildatum.year)])
        for getal in GETAL.findall(EIGEN_GETAL.sub("", b.kop)):
            assert getal in bewezen, (b.kop, bewezen)


@pytest.mark.parametrize("beeld", BEELDEN)
def test_a_message_is_as_firm_as_its_figures(beeld: Peiling) -> None:
    voorlopig = {f"i {s.indicator.id}" for s in beeld.indicatoren if s.herkomst == "voorlopig"}
    for b in beeld.boodschappen:
        eerste = b.bewijs[0].herkomst if b.bewijs else ""
        over_cijfers = b.soort in ("wet", "norm", "tempo") and len(b.over) > 1 and b.over[1].startswith("i ")
        if over_cijfers and eerste == "voorlopig" and b.over[1] in voorlopig:
            assert b.kop.startswith("Naar voorlopige cijfers"), b.kop
        if eerste == "voorbeeld":
            assert b.voorbeeld, b.kop


@pytest.mark.parametrize("beeld", BEELDEN)
def test_everything_that_asks_attention_is_told(beeld: Peiling) -> None:
    """A point is a message or stands below one; what comes soon is an appointment."""
    genoemd = " ".join(
        f"{b.kop} {b.nummer} {' '.join(map(bewijstekst, b.bewijs))}" for b in beeld.boodschappen
    )
    komt = {r.nummer for r in beeld.komt_eraan}
    for punt in beeld.aandacht:
        if punt.soort == "binnenkort":
            assert punt.nummer in komt
        else:
            assert punt.nummer in genoemd or punt.wat in genoemd or punt.waarom in genoemd, punt


@pytest.mark.parametrize("beeld", BEELDEN)
def test_a_count_that_is_hidden_stands_in_no_message(beeld: Peiling) -> None:
    verborgen = [s for s in met_partijen(beeld.indicatoren) if s.afgeschermd and s.afgeschermd.teller]
    for s in verborgen:
        for b in beeld.boodschappen:
            if b.over[1:2] == (f"i {s.indicator.id}",):
                tekst = " ".join([b.kop, *map(bewijstekst, b.bewijs)])
                assert f" {s.teller}," not in tekst
                assert f"{s.teller} van" not in tekst
                assert "keer zo snel" not in tekst
