"""Reading: every scalar its text, every refusal at its place, and nothing hides anything else.

In the YAML of these tests `▸` stands where a finding belongs; it is taken out before reading.
"""

import json
import re
import subprocess
import sys
import textwrap
from collections.abc import Iterator
from decimal import Decimal
from pathlib import Path
from typing import Any, get_args

import pytest
import yaml
from hypothesis import assume, example, given, settings
from hypothesis import strategies as st
from pydantic import BaseModel, ValidationError

from prestatie_cli.bevindingen import SLEUTEL, Bevinding
from prestatie_cli.controles import controleer
from prestatie_cli.formaten.regels import alle_regels
from prestatie_cli.inlezen import lezer as lezer
from prestatie_cli.inlezen.bestanden import BESTANDSSOORTEN, lees_dossier, plaats_bevindingen
from prestatie_cli.inlezen.lezer import Geweigerd, lees_waarden, lees_zorgvuldig
from prestatie_cli.inlezen.twijfel import TWIJFEL
from prestatie_cli.inlezen.weigeringen import OPBOUW, PYDANTIC, YAML_ANDERS, YAML_MELDINGEN
from prestatie_cli.model.basis import Record
from tests.conftest import BASIS, DATA, bevindingen, lees, plekken

JAAR = "afspraken-2026.yaml"
METING = "metingen/2026.yaml"
VAST = settings(derandomize=True, deadline=None, database=None)
ENGELS = re.compile(
    r"(?i)\b(expected|should|found|allowed|input|valid|invalid|must|string|while|parsing|character|token"
    r"|unexpected|error|greater|less|than|required|field|value|unable|could|the|not|mapping|sequence)\b"
)
GOED = BASIS + 'afspraken:\n  - {nummer: "1.1", thema: "1", tekst: iets}\n'


def met_plek(tekst: str) -> tuple[str, list[str]]:
    """The text without marks, and the places that they marked as `regel:kolom`."""
    tekst = textwrap.dedent(tekst).lstrip("\n")
    plekken_ = []
    while "▸" in tekst:
        voor, _, na = tekst.partition("▸")
        plekken_.append(f"{voor.count(chr(10)) + 1}:{len(voor) - voor.rfind(chr(10))}")
        tekst = voor + na
    return tekst, plekken_


def lees_een(data: bytes, bestand: str = JAAR) -> list[Bevinding]:
    """What the reading finds in one file."""
    return lees_dossier({bestand: data})[1]


def alleen_opbouw(gevonden: list[Bevinding]) -> list[str]:
    """Findings without those over fields that a small example does not have."""
    return plekken([b for b in gevonden if b.code != "veld-ontbreekt"])


def geen_engels(gevonden: list[Bevinding]) -> None:
    """No finding holds an English word outside what it quotes from the file."""
    for b in gevonden:
        for tekst in (b.boodschap, b.hulp or ""):
            zin = re.sub(r"'[^']*'|\"[^\"]*\"|\([^)]*\)|^\w+: ", "", tekst, flags=re.DOTALL)
            assert not ENGELS.search(zin), tekst


# -- scalars are text --------------------------------------------------------------------------

TEKSTEN = ("3.10", "NO", "12:30", "0123", "on", "1e3", "null", "~", "2026-07-01", "0x1F", "1_000", ".inf")


@pytest.mark.parametrize("tekst", TEKSTEN)
def test_scalar_is_zijn_tekst(tekst: str) -> None:
    data = f"blok: {tekst}\nlijst: [{tekst}]\n{tekst}: x\n".encode()
    assert lees_waarden(data) == {"blok": tekst, "lijst": [tekst], tekst: "x"}
    assert lees_zorgvuldig(data).waarden == lees_waarden(data)


def test_leeg_is_lege_tekst() -> None:
    assert lees_waarden(b"a:\nb: ''\n") == {"a": "", "b": ""}


SCALARS = st.one_of(
    st.sampled_from([*TEKSTEN, "", "- x", "a: b", "# geen", "'", '"', "\\", "{", "&a", "*a", "!a", "é😀"]),
    st.text(
        st.characters(
            codec="utf-8", exclude_categories=("Cc", "Cs", "Cn", "Zl", "Zp"), exclude_characters="\ufeff"
        ),
        max_size=12,
    ),
    st.from_regex(r"[a-z]{1,5}(\n[a-z]{1,5} [a-z]){1,3}", fullmatch=True),
)
SLEUTELS = st.sampled_from(["a", "b", "nummer", "3.10", "on", "een sleutel", "é", "x:y", "'"])
WAARDEN = st.recursive(
    SCALARS,
    lambda kind: st.lists(kind, max_size=3) | st.dictionaries(SLEUTELS, kind, max_size=3),
    max_leaves=8,
)


def _scalar(draw: st.DrawFn, tekst: str, inspring: int, flow: bool) -> str:
    vormen = [json.dumps(tekst, ensure_ascii=False)]
    if "\n" not in tekst:
        vormen.append("'" + tekst.replace("'", "''") + "'")
    if re.fullmatch(r"[A-Za-z0-9~]([A-Za-z0-9.:_~-]*[A-Za-z0-9])?", tekst):
        vormen.append(tekst)
    if not flow and re.fullmatch(r"[a-z][^\n]*(\n[a-z][^\n]*)*", tekst):
        regels = [" " * (inspring + 2) + regel for regel in tekst.split("\n")]
        vormen += ["|-\n" + "\n".join(regels), ">-\n" + "\n\n".join(regels)]
    return draw(st.sampled_from(vormen))


def _yaml(draw: st.DrawFn, waarde: Any, inspring: int, flow: bool) -> str:
    """A value written in one of the styles that mean it."""
    if isinstance(waarde, str):
        return _scalar(draw, waarde, inspring, flow)
    flow = flow or not waarde or draw(st.booleans())
    diep = inspring + draw(st.integers(1, 4))
    if isinstance(waarde, list):
        delen = [_yaml(draw, w, diep, flow) for w in waarde]
        return f"[{', '.join(delen)}]" if flow else "".join(f"\n{' ' * diep}- {d}" for d in delen)
    paren = [f"{_scalar(draw, k, 0, True)}: {_yaml(draw, w, diep, flow)}" for k, w in waarde.items()]
    return f"{{{', '.join(paren)}}}" if flow else "".join(f"\n{' ' * diep}{p}" for p in paren)


@st.composite
def documenten(draw: st.DrawFn) -> tuple[dict[str, Any], str]:
    """A value and a YAML document that says it."""
    waarde = draw(st.dictionaries(SLEUTELS, WAARDEN, min_size=1, max_size=4))
    return waarde, _yaml(draw, waarde, 0, False).lstrip("\n") + "\n"


def _diepte(waarde: Any) -> int:
    if isinstance(waarde, str):
        return 0
    return 1 + max(map(_diepte, waarde.values() if isinstance(waarde, dict) else waarde), default=0)


@settings(VAST, max_examples=150)
@given(documenten())
def test_beide_lezers_geven_wat_er_staat(paar: tuple[dict[str, Any], str]) -> None:
    """Block and flow, quotes and block scalars: the value is the same, and stands where it is said to."""
    waarde, tekst = paar
    assume(_diepte(waarde) <= lezer.DIEPSTE)
    lezing = lees_zorgvuldig(tekst.encode())
    assert (lezing.waarden, lezing.bezwaren) == (waarde, [])
    for anders in (tekst, tekst.replace("\n", "\r\n"), "\ufeff" + tekst):
        try:
            assert lees_waarden(anders.encode()) == waarde
        except Geweigerd:
            assert re.search(r"[&!]", tekst), "only what looks like an anchor is read twice"
        assert lees_zorgvuldig(anders.encode()).posities == lezing.posities
    regels = tekst.split("\n")
    for pad, plek in lezing.posities.items():
        inhoud: Any = waarde
        if pad and pad[-1] == SLEUTEL:
            continue
        for deel in pad:
            inhoud = inhoud[deel]
        hier = regels[plek.regel - 1][plek.kolom - 1 :]
        assert hier.strip()[:1] == hier[:1] != ""
        assert not plek.kaal or hier.startswith(inhoud)


@settings(VAST, max_examples=400)
@given(st.text(st.sampled_from("ab:-[]{},&*!|>'\"#?% \n\t\r"), max_size=24))
@example('{"a":&x b}')
@example('{"a":!!str b}')
@example("a: ! b")
@example("\ufeff&x\na: b")
@example("a: 1\r&x b: 2")
def test_snelle_lezer_laat_niets_door(tekst: str) -> None:
    """What the fast reader accepts, the careful reader accepts, with the same values."""
    data = tekst.encode()
    try:
        waarden = lees_waarden(data)
    except (Geweigerd, yaml.YAMLError):
        return
    lezing = lees_zorgvuldig(data)
    assert (lezing.waarden, lezing.bezwaren) == (waarden, [])


def test_schone_gegevens_worden_een_keer_gelezen(monkeypatch: pytest.MonkeyPatch) -> None:
    """The good path knows no positions: a year or a figure without quotes is no reason to read again."""
    gelezen: list[bytes] = []

    def tel(data: bytes) -> lezer.Gelezen:
        gelezen.append(data)
        return lees_zorgvuldig(data)

    monkeypatch.setattr("prestatie_cli.inlezen.bestanden.lees_zorgvuldig", tel)
    lees_dossier({p.relative_to(DATA).as_posix(): p.read_bytes() for p in DATA.rglob("*.yaml")})
    assert gelezen == []


# -- refusals in the shape of a file -----------------------------------------------------------

GEWEIGERD = [
    ("sleutel-dubbel", "jaar: 2026\n▸jaar: 2027\n"),
    ("sleutel-dubbel", "jaar: 2026\n▸jaar: 2026\n▸jaar: 2026\n"),
    ("sleutel-dubbel", "bron: {titel: a, ▸titel: b}\n"),
    ("sleutel-dubbel", "afspraken: []\n▸afspraken:\n  - tekst: a\n    ▸tekst: b\n"),
    ("sleutel-onbekend", "▸jaaar: 2026\n"),
    ("anker-of-verwijzing", "titel: ▸&a x\n"),
    ("anker-of-verwijzing", "titel: ▸*a\n"),
    ("anker-of-verwijzing", "bron:\n  titel: ▸&a\n    x\n"),
    ("anker-of-verwijzing", "▸&a titel: x\n"),
    ("anker-of-verwijzing", "▸*a : x\n"),
    ("anker-of-verwijzing", "▸<<: {titel: x}\n"),
    ("anker-of-verwijzing", 'bron: {"titel":▸&a x}\n'),
    ("soortaanduiding", "titel: ▸!!str x\n"),
    ("soortaanduiding", "titel: ▸!eigen x\n"),
    ("soortaanduiding", "titel: ▸! x\n"),
    ("soortaanduiding", "▸!!str titel: x\n"),
    ("soortaanduiding", "afspraken: ▸!!seq []\n"),
    ("meer-documenten", "titel: x\n▸---\ntitel: y\n"),
    ("meer-documenten", "titel: x\n▸--- \n"),
    ("sleutel-vorm", "▸[a, b]: x\n"),
    ("sleutel-vorm", "▸{a: b}: x\n"),
    ("sleutel-vorm", "? ▸[a]\n: x\n"),
    ("te-diep", "titel: " + "[" * 12 + "▸x" + "]" * 12 + "\n"),
    ("te-diep", "titel: " + "{a: " * 12 + "▸x" + "}" * 12 + "\n"),
    ("bestand-leeg", "▸"),
    ("bestand-leeg", "▸# alleen\n# opmerkingen\n"),
    ("bestand-leeg", "▸---\n"),
    ("bestand-leeg", "▸\n\n  \n"),
    ("geen-blok", "▸hallo\n"),
    ("geen-blok", "# tekst\n▸null\n"),
    ("geen-blok", "▸- a\n- b\n"),
    ("yaml-opbouw", 'jaar: 2026\ntitel: ▸"Afspraken\nbron: {titel: x}\n'),
    ("yaml-opbouw", "jaar: 2026\ntitel: ▸'Afspraken\nbron: {titel: x}\n"),
    ("yaml-opbouw", "jaar: 2026\nthemas: [a, b\ntitel▸: x\n"),
    ("yaml-opbouw", "jaar: 2026\n  titel▸: x\n"),
    ("yaml-opbouw", "bron:\n  titel: a\n ▸bestand: b\n"),
    ("yaml-opbouw", "themas:\n  - a\n ▸- b\n"),
    ("yaml-opbouw", "jaar: 2026\n▸titel x\nbron: y\n"),
    ("yaml-opbouw", "jaar: 2026\n▸titel\n"),
    ("yaml-opbouw", "titel: een▸: twee\n"),
    ("yaml-opbouw", "jaar: 2026\n▸\ttitel: x\n"),
    ("yaml-opbouw", "bron:\n▸\ttitel: x\n"),
    ("yaml-opbouw", "jaar: 2026\ntitel: ▸@x\n"),
    ("yaml-opbouw", 'titel: "a▸\\q"\n'),
    ("yaml-opbouw", "jaar: 2026\ntitel: é▸\x07b\n"),
    ("yaml-opbouw", "titel: ▸- a\n"),
    ("yaml-opbouw", "titel: a\n▸]\n"),
    ("yaml-opbouw", "titel: a\n...\n▸bron: b\n"),
]  # fmt: skip


@pytest.mark.parametrize(("code", "tekst"), GEWEIGERD)
def test_opbouw_geweigerd_met_plaats(code: str, tekst: str) -> None:
    zonder, verwacht = met_plek(tekst)
    gevonden = lees_een(zonder.encode())
    geen_engels(gevonden)
    assert alleen_opbouw(gevonden) == [f"{code} {plek}" for plek in verwacht]


@pytest.mark.parametrize("voorloop", ["\ufeff", "# regel\r\n"])
def test_bom_en_crlf_verschuiven_geen_plaats(voorloop: str) -> None:
    goed = voorloop + GOED.lstrip("\n").replace("\n", "\r\n")
    assert lees_een(goed.encode()) == []
    fout = lees_een(goed.replace("tekst: iets", "tekst: iets, x: y").encode())
    assert plekken(fout) == [f"sleutel-onbekend {11 + voorloop.count(chr(10))}:46"]


def test_een_document_met_streepjes_en_puntjes_mag() -> None:
    assert lees_een(f"---\n{GOED}...\n".encode()) == []


@pytest.mark.parametrize(
    ("data", "plek"),
    [
        ("jaar: 2026\ntitel: café\n".encode("latin-1"), "2:11"),
        ("titel: é".encode() + b"\xff", "1:9"),
        ("jaar: 2026\n".encode("utf-16"), "1:1"),
    ],
)
def test_andere_codering(data: bytes, plek: str) -> None:
    assert plekken(lees_een(data)) == [f"tekencodering {plek}"]


def test_te_groot() -> None:
    """Such a file is not read at all, nor to place the finding: line 0 is the file as a whole."""
    teksten = {JAAR: b"#" * (16 * 1024 * 1024 + 1)}
    dossier, gevonden = lees_dossier(teksten)
    assert plekken(gevonden) == ["bestand-te-groot 0:0"]
    assert plaats_bevindingen(gevonden, teksten, dossier) == gevonden


def test_te_veel_records() -> None:
    afspraak = '  - {nummer: "1", thema: "1", tekst: x}\n'
    (bevinding,) = lees_een((BASIS + "afspraken:\n" + afspraak * 20_001).encode())
    assert (bevinding.code, bevinding.plaats.regel) == ("te-veel", 12)


def test_dubbele_lijst_met_een_fout_erin() -> None:
    """What is wrong inside the second copy is named as well as the copy itself."""
    gevonden = lees_een(b'afspraken: []\nafspraken:\n  - nummer: &a "1.1"\n')
    opbouw = [p for p in plekken(gevonden) if not p.startswith("veld-ontbreekt")]
    assert opbouw == ["sleutel-dubbel 2:1", "anker-of-verwijzing 3:13"]


def test_niet_meer_dan_duizend_fouten() -> None:
    """A file of nothing but faults names the first thousand and counts the rest."""
    gevonden = lees_een((BASIS + "afspraken:\n" + "  - x\n" * 1_500).encode())
    assert len(gevonden) == 1_001
    assert "nog 500 fouten" in next(b for b in gevonden if b.code == "te-veel").boodschap


def test_onbekend_en_onleesbaar_bestand() -> None:
    _, gevonden = lees_dossier(
        {"afsprakn.yaml": b"", "parameters.yml": b""}, {"metingen/x.yaml": "geen leesrecht"}
    )
    assert [(b.plaats.bestand, b.code) for b in gevonden] == [
        ("afsprakn.yaml", "bestand-onbekend"),
        ("metingen/x.yaml", "bestand-onleesbaar"),
        ("parameters.yml", "bestand-onbekend"),
    ]


@pytest.mark.parametrize("teken", ["[", "{", "- ", "{a: ", "[{a: "])
def test_diepe_nesting_beeindigt_het_proces_niet(teken: str, tmp_path: Path) -> None:
    """A composer of PyYAML would end the process here, so the real command is run."""
    (tmp_path / JAAR).write_text("jaar: " * (teken != "- ") + teken * (100_000 // len(teken)), "utf-8")
    opdracht = [sys.executable, "-m", "prestatie_cli", "valideer", str(tmp_path), "--formaat", "kort"]
    gedaan = subprocess.run(opdracht, capture_output=True, text=True, encoding="utf-8", check=False)
    assert gedaan.returncode == 1, gedaan
    assert "Traceback" not in gedaan.stderr
    assert "te-diep" in gedaan.stdout or "sleutel-vorm" in gedaan.stdout


def test_zonder_libyaml_dezelfde_bevindingen(monkeypatch: pytest.MonkeyPatch) -> None:
    """PyYAML's own parser has other words; the code and the line are the same, and Dutch."""
    monkeypatch.setattr(lezer, "Lader", yaml.SafeLoader)
    for code, tekst in GEWEIGERD:
        zonder, verwacht = met_plek(tekst)
        gevonden = [b for b in lees_een(zonder.encode()) if b.code != "veld-ontbreekt"]
        geen_engels(gevonden)
        regels = [f"{code} {plek.split(':')[0]}" for plek in verwacht]
        assert [f"{b.code} {b.plaats.regel}" for b in gevonden] == regels, tekst


# -- values and fields -------------------------------------------------------------------------


def test_bedoelde_u() -> None:
    (bevinding,) = bevindingen({JAAR: GOED.replace("tekst: iets", "tekst: iets, doell: x")})
    assert bevinding.boodschap == "de sleutel 'doell' is onbekend"
    assert bevinding.hulp == "bedoelde u 'doel'?"


def test_soort_bedoelde_u() -> None:
    (bevinding,) = bevindingen({JAAR: GOED.replace("soort: corporatie", "soort: coorporatie")})
    assert (bevinding.code, bevinding.plaats.regel, bevinding.plaats.kolom) == ("waarde-ongeldig", 6, 41)
    assert bevinding.hulp == "bedoelde u 'corporatie'?"


def test_verwijzing_geeft_een_bevinding() -> None:
    """The alias is the fault; that nothing stands there is not a second one."""
    assert plekken(bevindingen({JAAR: GOED.replace('nummer: "1.1"', "nummer: *x")})) == [
        "anker-of-verwijzing 11:14"
    ]


def test_een_fout_in_de_enige_van_een_lijst_is_een_bevinding() -> None:
    """A list whose only record is faulty is not also called empty."""
    tekst, verwacht = met_plek("""
        periode: "2026"
        leveringen:
          - door: omthuis
            geleverd_op: ▸medio 2026
            herkomst: voorlopig
        """)
    assert plekken(lees_een(tekst.encode(), METING)) == [f"waarde-ongeldig {verwacht[0]}"]


def test_melding_houdt_de_waarde_heel() -> None:
    """What stands in a value never becomes part of the help, nor fills the screen."""
    voor = 'periode: "2026"\nleveringen:\n  - door: omthuis\n    geleverd_op: 2026-01-01\n'
    voor += "    herkomst: voorlopig\n    cijfers: {verkocht: "
    for waarde in ("a; b", "x" * 5000, "a\\nb"):
        (bevinding,) = [b for b in lees_een(f'{voor}"{waarde}"}}\n'.encode(), METING) if b.plaats.regel == 6]
        assert bevinding.hulp is not None
        assert bevinding.hulp.startswith("schrijf cijfers")
        assert len(bevinding.boodschap) < 120
        assert "\n" not in bevinding.boodschap


TIEN_FOUTEN = """
    jaar: 2026
    titel: Prestatieafspraken 2026
    bron: {titel: voorbeeld}
    partijen:
      - {id: gemeente, naam: Gemeente, soort: gemeente}
      - {id: omthuis, naam: Omthuis, soort: ▸coorporatie}
      - {▸naam: HLVE, soort: huurdersorganisatie}
    themas:
      - {nummer: "1", titel: Wonen}
      - {nummer: "2", titel: ▸""}
    afspraken:
      - nummer: ▸1/1
        thema: "1"
        tekst: iets
      - nummer: "1.2"
        thema: "1"
        ▸teskt: iets
        tekst: iets
        ▸thema: "1"
      - nummer: "1.3"
        thema: "1"
        tekst: [▸iets]
        afgeleid: ▸misschien
      - nummer: "1.4"
        thema: "1"
        tekst: ▸&anker iets
        verplichtingen: ▸geen
    """


def test_tien_fouten_tien_bevindingen() -> None:
    tekst, verwacht = met_plek(TIEN_FOUTEN.replace("[▸iets]", "▸[iets]").replace("{▸naam", "▸{naam"))
    gevonden = bevindingen({JAAR: tekst})
    geen_engels(gevonden)
    assert [f"{b.plaats.regel}:{b.plaats.kolom}" for b in gevonden] == verwacht
    assert len(verwacht) == 10
    assert len({b.boodschap for b in gevonden}) == 10


def test_gebroken_record_verbergt_de_rest_niet() -> None:
    """It is left out whole; the others stay, also those of other files."""
    goed = '  - {nummer: "1.%d", thema: "1", tekst: iets%s}\n'
    tekst = BASIS + "afspraken:\n" + goed % (1, "") + goed % (2, ", x: y") + goed % (3, "")
    dossier, gevonden, _ = lees({JAAR: tekst, "parameters.yaml": "parameters: []\n", METING: "x: ["})
    assert [b.code for b in gevonden] == ["sleutel-onbekend", "yaml-opbouw"]
    assert [a.nummer for a in dossier.jaargangen[JAAR].afspraken] == ["1.1", "1.3"]
    assert dossier.onleesbaar == (JAAR, METING)
    assert dossier.gebroken == {"1.2"}
    assert "parameters.yaml" in dossier.parameters


def test_plaats_van_controles_na_weggelaten_records() -> None:
    """Where earlier records were left out, the line of a check's finding is still that in the file."""
    afspraak = '  - {nummer: "1.%d", thema: %s, tekst: iets%s}\n'
    delen = [("1", ", x: y"), ("1", ""), ("1", ", x: y"), ("▸9", ""), ("1", ", x: y"), ("▸8", "")]
    tekst = BASIS + "afspraken:\n"
    for i, (thema, extra) in enumerate(delen):
        thema = thema.replace("9", '"9"').replace("8", '"8"').replace("1", '"1"')
        tekst += (afspraak % (i + 1, thema, extra)).replace(
            '"1.', '"1.' if "▸" not in thema else f'"{thema[2]}.'
        )
    zonder, verwacht = met_plek(tekst)
    gevonden = [b for b in bevindingen({JAAR: zonder}) if b.code == "thema-onbekend"]
    assert plekken(gevonden) == [f"thema-onbekend {plek}" for plek in verwacht]


# -- text that looks like something else -------------------------------------------------------


@pytest.mark.parametrize(
    ("tekst", "anders"),
    [("3.10", "het getal 3.1"), ("NO", "ja of nee"), ("12:30", "het getal 750"), ("~", "een lege waarde")],
)
@pytest.mark.parametrize("vorm", ["    toelichting: {}\n", "  - {{nummer: '1.2', thema: '1', tekst: {}}}\n"])
def test_tekst_zonder_aanhalingstekens(tekst: str, anders: str, vorm: str) -> None:
    voor = BASIS + "afspraken:\n  - nummer: '1.1'\n    thema: '1'\n    tekst: iets\n"
    (bevinding,) = bevindingen({JAAR: voor + vorm.format(tekst)})
    assert (bevinding.code, bevinding.ernst) == ("aanhalingstekens", "waarschuwing")
    assert bevinding.plaats.regel == 14
    assert bevinding.boodschap.endswith(f"andere programma's lezen {anders}")
    assert bevinding.hulp == f'schrijf "{tekst}"'
    assert bevindingen({JAAR: voor + vorm.format(f"'{tekst}'")}) == []


@pytest.mark.parametrize(
    ("bestand", "tekst"),
    [
        ("parameters.yaml", "parameters:\n  - {id: a, eenheid: euro, waarden: [], naam: ▸NO}\n"),
        ("parameters.yaml", "parameters:\n  - id: a\n    naam: ▸1e3\n    eenheid: euro\n    waarden: []\n"),
        (METING, "periode: '2026-H1'\nleveringen:\n  - door: omthuis\n    geleverd_op: 2026-07-01\n"
                 "    herkomst: voorlopig\n    ontbreekt: {verkocht: ▸NO}\n"),
    ],
)  # fmt: skip
def test_waarschuwing_hangt_niet_van_de_rest_van_het_bestand_af(bestand: str, tekst: str) -> None:
    """At the end of a flow mapping, in a mapping of texts, and where nothing else is doubtful."""
    zonder, verwacht = met_plek(
        tekst.replace("waarden: []", "waarden: [{waarde: 7%, van: 2026-01-01, bron: x}]")
    )
    assert plekken(lees_een(zonder.encode(), bestand)) == [f"aanhalingstekens {verwacht[0]}"]


def test_nummer_zonder_aanhalingstekens_blijft_drie_tien() -> None:
    tekst = GOED.replace('nummer: "1.1"', "nummer: 3.10").replace('"1"', '"3"')
    dossier, (bevinding,), _ = lees({JAAR: tekst})
    assert dossier.jaargangen[JAAR].afspraken[0].nummer == "3.10"
    assert (bevinding.code, bevinding.plaats.regel, bevinding.plaats.kolom) == ("aanhalingstekens", 11, 14)
    assert "3.1" in bevinding.boodschap.split(";")[1]


def test_getal_datum_en_ja_nee_krijgen_geen_waarschuwing() -> None:
    """A year, a figure, a date and true are what other programs read, too."""
    assert TWIJFEL.fullmatch("2026")
    tekst = GOED.replace("tekst: iets", "tekst: iets, afgeleid: true, reden: x, toelichting: a NO b")
    assert bevindingen({JAAR: tekst}) == []


# -- no English --------------------------------------------------------------------------------


def _modellen(model: type[BaseModel]) -> Iterator[type[BaseModel]]:
    yield model
    for veld in model.model_fields.values():
        yield from _in_annotatie(veld.annotation)


def _in_annotatie(annotatie: Any) -> Iterator[type[BaseModel]]:
    if isinstance(annotatie, type) and issubclass(annotatie, BaseModel):
        yield from _modellen(annotatie)
    for deel in get_args(annotatie):
        yield from _in_annotatie(deel)


MODELLEN = list(dict.fromkeys(m for _, _, soort in BESTANDSSOORTEN for m in _modellen(soort)))
FOUTE_WAARDEN: tuple[Any, ...] = (
    "", "x", "X y", [], ["x"], [[]], {}, {"x": "y"}, {"X!": "y"}, {"x": []}, "0", "-1", "1e5",
    "NaN", "Infinity", "1.5", "2026", "86400", "20260701", "2026-13-45", "2026-07-01T12:30", "1026-07-01",
    "9" * 30, "9" * 5000,
    "x" * 30_000, "12,5", "1.234", "10%", "x%", "€ 12.50", "€ 1,4 mln", "1.4 mln", "101", "2500", "-5%", [{}] * 3, ["x"] * 20_001, "nan", "é", "\x00",
    {"van": "2027", "tot": "2024"}, {"van": "2024", "tot": "2027"},
)  # fmt: skip


def test_elke_fout_van_de_modellen_is_nederlands() -> None:
    """Wrong values for every field of every model raise no error type without Dutch words."""
    gezien = set()
    for model in MODELLEN:
        for veld in model.model_fields:
            for waarde in FOUTE_WAARDEN:
                try:
                    model.model_validate({veld: waarde})
                except ValidationError as fout:
                    gezien |= {e["type"] for e in fout.errors(include_url=False)}
    onbekend = gezien - PYDANTIC.keys() - {"missing", "extra_forbidden"}
    assert onbekend == set()
    assert {"literal_error", "string_pattern_mismatch", "value_error", "int_parsing"} <= gezien


# The kinds of validator in the models; a new kind may raise errors that have no Dutch words yet.
SOORTEN_VALIDATOR = {
    "model", "model-fields", "model-field", "default", "nullable", "definitions", "definition-ref",
    "str", "int", "bool", "date", "decimal", "tuple", "dict", "literal", "function-before", "function-after",
    "function-wrap", "no-info",
}  # fmt: skip


def _validators(deel: Any) -> Iterator[str]:
    if isinstance(deel, dict):
        if isinstance(deel.get("type"), str):
            yield deel["type"]
        for sleutel, waarde in deel.items():
            if sleutel not in ("metadata", "serialization"):
                yield from _validators(waarde)
    elif isinstance(deel, (list, tuple)):
        for waarde in deel:
            yield from _validators(waarde)


@pytest.mark.parametrize("model", [model for _, _, model in BESTANDSSOORTEN])
def test_geen_nieuwe_soort_validator(model: type[Record]) -> None:
    """If this fails: add values to FOUTE_WAARDEN that the new validator refuses, then its name here."""
    assert set(_validators(model.__pydantic_core_schema__)) <= SOORTEN_VALIDATOR


def test_foute_waarden_geven_nederlandse_bevindingen() -> None:
    """Each wrong value written into each field of the example, through the whole reading."""
    pad = DATA / "metingen" / "2025.yaml"
    waarden = lees_waarden(pad.read_bytes())
    levering = waarden["leveringen"][0]
    for sleutel in (*levering, "nieuw"):
        for waarde in FOUTE_WAARDEN:
            if len(waarde) > 100 or "\x00" in waarde:
                continue
            anders = {**waarden, "leveringen": [{**levering, sleutel: waarde}, *waarden["leveringen"][1:]]}
            geen_engels(lees_een(json.dumps(anders).encode(), METING))


def test_alle_vaste_woorden_zijn_nederlands() -> None:
    teksten = [m for _, melding in YAML_MELDINGEN for m in melding] + list(YAML_ANDERS)
    teksten += [m for maak in OPBOUW.values() for m in maak("x")]
    regels = alle_regels()
    teksten += [t for r in regels for t in (r.zin, r.uitleg)]
    for tekst in teksten:
        assert not ENGELS.search(tekst), tekst
    assert len({r.code for r in regels}) == len(regels)


# -- nothing raises ----------------------------------------------------------------------------

ECHT = {p.relative_to(DATA).as_posix(): p.read_bytes() for p in sorted(DATA.rglob("*.yaml"))}
FLARDEN = [
    "[", "]", "{", "}", ": ", "- ", "\n", "\n  ", "\t", "'", '"', "#", "&a ", "*a", "!x ", "|", ">", "? ",
    "---\n", "…", "0000", "9999-12", "9" * 40, "-1", ".5", "%", "\x00", "\x1b[31m", "\u2028", "é", "\ufeff",
    "\\", "<<: ",
    "verkocht: 1\n",
]  # fmt: skip
WIJZIGINGEN = st.lists(
    st.tuples(st.floats(0, 1, allow_nan=False), st.integers(0, 30), st.sampled_from(FLARDEN)),
    min_size=1,
    max_size=5,
)


@settings(VAST, max_examples=25)
@given(st.sampled_from(sorted(ECHT)), WIJZIGINGEN)
def test_beschadigde_gegevens_geven_bevindingen(
    bestand: str, wijzigingen: list[tuple[float, int, str]]
) -> None:
    """However a file is damaged, there are findings with a place in it or records, and no exception."""
    tekst = ECHT[bestand].decode()
    for waar, weg, erbij in wijzigingen:
        begin = int(waar * len(tekst))
        tekst = tekst[:begin] + erbij + tekst[begin + weg :]
    teksten = {**ECHT, bestand: tekst.encode()}
    dossier, gelezen = lees_dossier(teksten)
    gevonden = plaats_bevindingen([*gelezen, *controleer(dossier)], teksten, dossier)
    geen_engels(gevonden)
    records = {**dossier.jaargangen, **dossier.metingen, **dossier.voortgang, **dossier.parameters}
    assert bestand in records or any(b.plaats.bestand == bestand for b in gelezen)
    for b in gevonden:
        assert (
            0
            <= b.plaats.regel
            <= len(re.split("\r\n|[\r\n\x85\u2028\u2029]", teksten[b.plaats.bestand].decode()))
        )


@settings(VAST, max_examples=60)
@given(st.binary(max_size=60))
def test_willekeurige_bytes(data: bytes) -> None:
    dossier, gevonden = lees_dossier({JAAR: data})
    assert gevonden
    assert not dossier.jaargangen


def test_cijfers_zijn_exact() -> None:
    """0.1 stays 0.1."""
    tekst = "parameters:\n  - id: a\n    naam: A\n    eenheid: aandeel\n"
    tekst += "    waarden: [{waarde: 7.5%, van: 2026-01-01, bron: x}]\n"
    dossier, gevonden, _ = lees({"parameters.yaml": tekst})
    assert gevonden == []
    assert dossier.parameters["parameters.yaml"].parameters[0].waarden[0].waarde == Decimal("0.075")


@pytest.mark.parametrize(
    ("tekst", "plek"),
    [
        ("periode: '2026'\n" + "".join(f"k{n}: 1\n" for n in range(20_001)), "te-veel 20001:1"),
        ("periode: '2026'\nleveringen:\n  - cijfers: {" + ",".join(f"k{n}: 1" for n in range(20_001)), "te-veel 3:"),
        ("leveringen:\n" + ("  - {" + ",".join(f"k{n}: 1" for n in range(9_000)) + "}\n") * 30, "te-veel 24:"),
        ("periode: '2026'\n" * 2_000, "te-veel 1:"),
    ],
)  # fmt: skip
def test_too_many_keys_values_or_faults_stop_the_reading(tekst: str, plek: str) -> None:
    """As with the items of a list: a million unknown keys took 48 seconds and 2 GB to word."""
    gevonden = [b for b in lees_dossier({"metingen/2026.yaml": tekst.encode()})[1] if b.code == "te-veel"]
    assert [p[: len(plek)] for p in plekken(gevonden)] == [plek]
