"""The rules: what breaks each in a sound dossier and what does not, and where it is said.

The cases stand in `regelgevallen.py`.
"""

import re
from collections.abc import Iterable
from itertools import combinations
from pathlib import Path

import pytest

from prestatie_cli.bevindingen import Bevinding
from prestatie_cli.bronnen.schijf import lees_map
from prestatie_cli.controles import VERSIECONTROLES, controleer
from prestatie_cli.formaten.regels import alle_regels
from prestatie_cli.inlezen.bestanden import lees_dossier, plaats_bevindingen
from tests.conftest import DATA, bevindingen, lees
from tests.regelgevallen import AF, GEVALLEN, GEZOND, H1, M25, M26, PA, VO, Wijziging
from tests.test_inlezen import geen_engels, met_plek

VOORBEELDEN = Path(__file__).parent / "voorbeelden"

REGELS = {regel.code: regel for regel in alle_regels()}


def pas_aan(wijzigingen: Iterable[Wijziging]) -> tuple[dict[str, str], list[str]]:
    """The sound dossier with changes, and the places of the marks in them."""
    bestanden = dict(GEZOND)
    for bestand, oud, nieuw in wijzigingen:
        if not oud:
            assert bestand not in bestanden
            bestanden[bestand] = nieuw
            continue
        assert bestanden[bestand].count(oud) == 1, (bestand, oud)
        bestanden[bestand] = bestanden[bestand].replace(oud, nieuw)
    plekken = []
    for bestand in bestanden:
        bestanden[bestand], hier = met_plek(bestanden[bestand])
        plekken += [f"{bestand}:{plek}" for plek in hier]
    return bestanden, sorted(plekken)


def gevonden_in(map_: Path, bestanden: dict[str, str], code: str) -> list[Bevinding]:
    """What the command finds in a folder with these files, information only where it is asked about.

    A rule over versions sees the sound dossier as the one before.
    """
    for naam, tekst in bestanden.items():
        pad = map_ / naam
        pad.parent.mkdir(parents=True, exist_ok=True)
        pad.write_bytes(tekst.encode(errors="surrogateescape"))
    bronnen = lees_map(map_)
    dossier, gelezen = lees_dossier(bronnen.teksten, bronnen.onleesbaar, bronnen.overig)
    vorige = lees(GEZOND)[0] if code in {c.code for c in VERSIECONTROLES} else None
    alle = [*gelezen, *controleer(dossier, vorige)]
    ernstig = [b for b in alle if b.ernst != "informatie" or REGELS[code].ernst == "informatie"]
    return plaats_bevindingen(ernstig, bronnen.teksten, dossier)


@pytest.mark.parametrize("code", REGELS)
def test_elke_regel_goed_en_fout(code: str, tmp_path: Path) -> None:
    """Each rule has cases of both kinds: it finds every wrong one, alone and in its place, and no right one."""
    gevallen = [geval for geval in GEVALLEN if geval.code == code]
    assert {geval.soort for geval in gevallen} == {"goed", "fout"}, "give it a case in regelgevallen.py"
    for nummer, geval in enumerate(gevallen):
        bestanden, plekken = pas_aan(geval.wijzigingen)
        gevonden = gevonden_in(tmp_path / str(nummer), bestanden, code)
        geen_engels(gevonden)
        verwacht = [f"{plek} {code}" for plek in ([geval.plek] if geval.plek else plekken)]
        assert [f"{b.plaats} {b.code}" for b in gevonden] == verwacht, geval.wijzigingen
        assert bool(gevonden) == (geval.soort == "fout"), geval.wijzigingen
        assert {naam for b in gevonden for naam in b.raakt} == geval.raakt, geval.wijzigingen
        assert all(b.hulp for b in gevonden)


def test_elk_geval_is_van_een_regel() -> None:
    assert {geval.code for geval in GEVALLEN} <= REGELS.keys()


def test_gezond_dossier_is_gezond(tmp_path: Path) -> None:
    assert gevonden_in(tmp_path, GEZOND, "zonder-termijn") == []


def verwacht(pad: Path) -> list[str]:
    """The lines `bestand:regel:kolom code` beside an example."""
    return pad.with_name(pad.stem + ".verwacht").read_text("utf-8").splitlines()


# -- examples: drop in a file (or a folder of data) and it is a test -----------------------------


def _voorbeelden(map_: str) -> list[Path]:
    return sorted(p for p in (VOORBEELDEN / map_).iterdir() if p.suffix != ".verwacht")


def _bevindingen_van(pad: Path) -> list[Bevinding]:
    """Errors and warnings over a folder of data, or a file that is read as `afspraken-2026.yaml`."""
    bronnen = lees_map(pad) if pad.is_dir() else None
    teksten = bronnen.teksten if bronnen else {AF: pad.read_bytes()}
    dossier, gelezen = lees_dossier(
        teksten, bronnen.onleesbaar if bronnen else {}, bronnen.overig if bronnen else {}
    )
    ernstig = [b for b in controleer(dossier) if b.ernst != "informatie"]
    return plaats_bevindingen([*gelezen, *ernstig], teksten, dossier)


@pytest.mark.parametrize("pad", _voorbeelden("goed"), ids=lambda p: p.stem)
def test_goed_voorbeeld(pad: Path) -> None:
    assert _bevindingen_van(pad) == []


@pytest.mark.parametrize("pad", _voorbeelden("fout"), ids=lambda p: p.stem)
def test_fout_voorbeeld(pad: Path) -> None:
    gevonden = _bevindingen_van(pad)
    geen_engels(gevonden)
    assert [f"{b.plaats} {b.code}" for b in gevonden] == verwacht(pad)


def test_het_voorbeeld_is_goed() -> None:
    assert _bevindingen_van(DATA) == []


# -- what is missing or left out is not reported twice -------------------------------------------


@pytest.mark.parametrize(
    ("bestand", "oud", "nieuw"),
    [
        (AF, "{id: hlve,", "{id: hlve, x: y,"),
        (AF, "{id: omthuis,", "{id: omthuis, x: y,"),
        (AF, '{nummer: "2",', '{nummer: "2", x: y,'),
        (AF, '- nummer: "1.1"', '- x: y\n    nummer: "1.1"'),
        (AF, '- nummer: "2.1"', '- x: y\n    nummer: "2.1"'),
        (AF, "        wat: Toewijzen", "        x: y\n        wat: Toewijzen"),
        (AF, "- id: toewijzing", "- x: y\n    id: toewijzing"),
        (AF, "- id: bouw", "- x: y\n    id: bouw"),
        *[
            (AF, f"{{id: {k},", f"{{id: {k}, x: y,")
            for k in ("verhuurd", "toegewezen", "huur", "begin", "verkocht", "eind")
        ],
        (AF, "{id: voorraad,", "{id: voorraad, x: y,"),
        (AF, "- woorden: jaarlijks", "- x: y\n    woorden: jaarlijks"),
        (PA, "- id: grens", "- x: y\n    id: grens"),
        (M25, "- door: omthuis", "- x: y\n    door: omthuis"),
        (VO, "- {verplichting: 1.1a", "- {x: y, verplichting: 1.1a"),
    ],
)
def test_niets_over_namen_van_weggelaten_records(bestand: str, oud: str, nieuw: str) -> None:
    """A record with a fault gives that one finding; who refers to it is not in error."""
    bestanden, _ = pas_aan([(bestand, oud, nieuw)])
    assert [b.code for b in bevindingen(bestanden)] == ["sleutel-onbekend"]


@pytest.mark.parametrize("bestand", sorted(GEZOND))
def test_niets_over_namen_in_een_onleesbaar_bestand(bestand: str) -> None:
    """The file itself is the one fault, also where all the rest refers to it."""
    assert [b.code for b in bevindingen({**GEZOND, bestand: "x: [\n"})] == ["yaml-opbouw"]


def test_een_andere_kijk_is_geen_fout_als_de_afspraken_onleesbaar_zijn() -> None:
    """Who does the duty then is unknown, and with that what the statement must carry."""
    melding = "jaar: 2026\nvoortgang:\n  - {verplichting: 1.1a, datum: 2026-05-01, door: hlve, melding: aandacht, toelichting: t}\n"
    gevonden = bevindingen({**GEZOND, VO: melding, AF: "x: [\n"})
    assert [b.code for b in gevonden] == ["yaml-opbouw"]


def test_werkt_met_ontbrekende_bestanden() -> None:
    """No check needs a file to be there; what is asked of `parameters.yaml` is then said."""
    namen = sorted(GEZOND)
    for aantal in range(len(namen) + 1):
        for keuze in combinations(namen, aantal):
            gevonden = bevindingen({naam: GEZOND[naam] for naam in keuze})
            if AF in keuze:
                mist = [] if PA in keuze else ["parameter-onbekend"]
                assert [b.code for b in gevonden] == mist, keuze


def test_aandeel_van_de_halve_jaren_pas_als_alles_vast_is() -> None:
    """A provisional half year is not yet held against the year."""
    anders = (H1, "herkomst: definitief", "herkomst: voorlopig")
    bestanden, _ = pas_aan([anders, (M26, "verhuurd: 100", "verhuurd: 101")])
    assert bevindingen(bestanden) == []


# -- what users write, and the program must survive ----------------------------------------------


@pytest.mark.parametrize(
    ("bestand", "oud", "nieuw", "codes"),
    [
        (AF, "{woorden: in 2026}", '{woorden: "… 2026"}', {"citaat", "termijn-onleesbaar"}),
        (AF, "{woorden: in 2026}", '{woorden: "…"}', {"citaat", "termijn-onleesbaar"}),
        (AF, "{woorden: in 2026}", "{woorden: december 9999}", {"citaat", "termijn-onleesbaar"}),
        (AF, "{woorden: in 2026}", "{woorden: na 9999}", {"citaat", "termijn-onleesbaar"}),
        (AF, "tekst: toe}", 'tekst: "…"}', {"herstel"}),
        (AF, "citaat: maximaal 10%", 'citaat: "… 10%"', {"norm-citaat"}),
        (M25, 'periode: "2025"', 'periode: "0000"', {"bestandsnaam", "waarde-ongeldig"}),
        (M25, 'periode: "2025"', 'periode: "9999-12"', {"bestandsnaam", "waarde-ongeldig"}),
        (M25, "huur: 12.50", f"huur: {'9' * 40}", {"waarde-ongeldig", "cijfer-heel"}),
        (M25, "verhuurd: 100", f"verhuurd: {'9' * 40}", {"waarde-ongeldig", "cijfer-heel"}),
    ],
)
def test_vreemde_waarde_geeft_een_bevinding(bestand: str, oud: str, nieuw: str, codes: set[str]) -> None:
    """Never an exception; at most a finding too many, never one of another kind."""
    bestanden, _ = pas_aan([(bestand, oud, nieuw)])
    assert {b.code for b in bevindingen(bestanden)} <= codes


def test_citaat_begint_en_eindigt_bij_een_woord() -> None:
    """'in 2026' does not stand in 'begin 2026', whose meaning only the parties can settle."""
    bestanden, plekken = pas_aan([
        (AF, "Omthuis wijst in 2026 maximaal", "Omthuis wijst begin 2026 maximaal"),
        (AF, "{woorden: in 2026}", "{woorden: ▸in 2026}"),
    ])  # fmt: skip
    assert [f"{b.plaats} {b.code}" for b in bevindingen(bestanden)] == [f"{plekken[0]} citaat"]


def test_citaat_telt_hoofdletters_en_regeleinden_niet() -> None:
    bestanden, _ = pas_aan(
        [(AF, "voorwaarde: Indien nodig", "voorwaarde: INDIEN nodig … overleg. jaarlijks")]
    )
    assert bevindingen(bestanden) == []


@pytest.mark.parametrize(
    ("citaat", "waarde"),
    [
        ("1.000 woningen", "1000"),
        ("7,5 procent", "7.5%"),
        ("€ 932,93", "932.93"),
        ("1.500.000 euro", "1500000"),
    ],
)
def test_norm_leest_nederlandse_getallen(citaat: str, waarde: str) -> None:
    """In a Dutch quotation a point parts thousands and a comma the decimals."""
    bestanden, _ = pas_aan([
        (AF, "maximaal 10% toe", f"maximaal {citaat} toe"),
        (AF, "waarde: 10%,", f"waarde: {waarde},"),
        (AF, "citaat: maximaal 10%", f'citaat: "{citaat}"'),
    ])  # fmt: skip
    assert bevindingen(bestanden) == []


def test_verplichting_van_een_eerder_jaar() -> None:
    """A statement in 2027 about a duty of 2026 is about that year, unless 2027 has the duty, too."""
    register = (
        "jaar: 2027\nvoortgang:\n  - {verplichting: 1.1a, datum: 2027-03-01, door: hlve, melding: afgerond}\n"
    )
    assert bevindingen({**GEZOND, "voortgang/2027.yaml": register}) == []
    fout = register.replace("melding:", "jaargang: 2025, melding:")
    assert [b.code for b in bevindingen({**GEZOND, "voortgang/2027.yaml": fout})] == ["verplichting-onbekend"]


def test_verschil_van_de_voorraad_staat_in_de_melding() -> None:
    bestanden, _ = pas_aan([(M25, "begin: 1000", "begin: 1003")])
    (bevinding,) = bevindingen(bestanden)
    assert re.search(r"het eind is 995, berekend is 998 \(verschil -3\)", bevinding.boodschap)
