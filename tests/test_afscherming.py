"""Nothing published lets a small count be derived: a solver that knows nothing of the program tries to.

It reads what a reader reads (the JSON, the table of years), writes each line as an equation over the delivered
figures and asks an integer programme between which bounds each small count lies.
"""

import json
import os
import re
from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from fractions import Fraction
from pathlib import Path
from typing import Any, NamedTuple

import numpy as np
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from scipy.optimize import Bounds, LinearConstraint, milp  # type: ignore[import-untyped]  # no type hints

from prestatie_cli.formaten.indicatoren import als_dict
from prestatie_cli.indicatoren.gepeild import indicatorstanden, met_partijen
from prestatie_cli.indicatoren.gepubliceerd import gepubliceerd, lees_gepubliceerd
from prestatie_cli.indicatoren.openbaar import Eerder, Publicatie, openbaar, publicatie_op
from prestatie_cli.inlezen.bestanden import lees_dossier
from prestatie_cli.woorden.indicatorwoorden import jaartekst
from tests.conftest import Prestatie

CEL = 5
PARTIJEN = ("noord", "oost", "west")
KENGETALLEN = ("geheel", "deel", "los")
DELEN = {"2025": ("2025",), "2026-H1": ("H1",), "2026-H2": ("H2",), "2026": ("H1", "H2")}

AFSPRAKEN = """
geldt: {{van: 2025, tot: 2026}}
titel: Afspraken
bron: {{titel: akte}}
kleinste_cel: 5
partijen:
  - {{id: gemeente, naam: Gemeente, soort: gemeente}}
  - {{id: noord, naam: Noord, soort: corporatie}}
  - {{id: oost, naam: Oost, soort: corporatie}}
  - {{id: west, naam: West, soort: corporatie}}
themas: [{{nummer: "1", titel: Wonen}}]
afspraken:
  - nummer: "1.1"
    thema: "1"
    tekst: "Hoogstens {norm}%."
    onderwerpen: [{{naam: Doorstroming, kengetallen: [los]}}]
    verplichtingen:
      - {{letter: a, wat: toewijzen, wie: [noord], soort: maximum, indicator: aandeel}}
kengetallen:
  - {{id: geheel, naam: G, soort: stroom, eenheid: verhuringen, levert: {levert}, definitie: d}}
  - {{id: deel, naam: D, soort: stroom, eenheid: verhuringen, levert: {levert}, definitie: d, deel_van: geheel}}
  - {{id: los, naam: L, soort: stroom, eenheid: huishoudens, levert: {levert}, definitie: d}}
indicatoren:
  - {{id: aandeel, naam: Aandeel, afspraak: "1.1", soort: aandeel, teller: deel, noemer: geheel, definitie: d,
     normen: [{{soort: maximum, waarde: {norm}%, citaat: "{norm}%", plaats: tekst}}]}}
  - {{id: aantal, naam: Aantal, afspraak: "1.1", soort: aantal, teller: los, definitie: d}}
  - {{id: samen, naam: Samen, afspraak: "1.1", soort: cumulatief, teller: los, van: 2025, tot: 2026, definitie: d}}
"""
# What each party counted of each kengetal in each part.
Telling = dict[tuple[str, str, str], int]


class Geval(NamedTuple):
    """A dossier: who deliver, what was counted, over which periods it is delivered, the norm in per cent."""

    partijen: tuple[str, ...]
    telling: Telling
    perioden: tuple[str, ...]
    norm: int


@st.composite
def gevallen(draw: st.DrawFn) -> Geval:
    partijen = PARTIJEN[: draw(st.integers(1, 3))]
    klein = st.one_of(st.integers(0, 6), st.integers(0, 60))
    telling: Telling = {}
    for p in partijen:
        for deel in ("2025", "H1", "H2"):
            telling["deel", p, deel] = draw(klein)
            telling["geheel", p, deel] = telling["deel", p, deel] + draw(klein)
            telling["los", p, deel] = draw(klein)
    perioden = draw(
        st.sampled_from(
            [("2025", "2026-H1"), ("2025", "2026-H1", "2026-H2"), ("2025", "2026-H1", "2026"), ("2026",)]
        )
    )
    return Geval(partijen, telling, perioden, draw(st.sampled_from([5, 10, 25, 50])))


def bestanden(geval: Geval) -> dict[str, bytes]:
    levert = geval.partijen[0] if len(geval.partijen) == 1 else f"[{', '.join(geval.partijen)}]"
    uit = {"afspraken-2025-2026.yaml": AFSPRAKEN.format(norm=geval.norm, levert=levert)}
    for periode in geval.perioden:
        regels = [
            f"  - {{door: {p}, geleverd_op: 2027-01-20, herkomst: definitief, cijfers: {{"
            + ", ".join(f"{k}: {sum(geval.telling[k, p, d] for d in DELEN[periode])}" for k in KENGETALLEN)
            + "}}"
            for p in geval.partijen
        ]
        uit[f"metingen/{periode}.yaml"] = f'periode: "{periode}"\nleveringen:\n' + "\n".join(regels) + "\n"
    return {naam: tekst.lstrip("\n").encode() for naam, tekst in uit.items()}


class Uiting(NamedTuple):
    """What a publication shows: the rows as in the JSON, and the text of each year."""

    rijen: list[dict[str, Any]]
    jaren: list[tuple[str, str | None, str, str]]
    publicatie: Publicatie


def publiceer(geval: Geval, dag: str, eerder: Eerder | None = None) -> Uiting:
    dossier, fouten = lees_dossier(bestanden(geval))
    assert fouten == []
    op = date.fromisoformat(dag)
    standen = indicatorstanden(dossier, op)
    pub = publicatie_op(dossier, standen, op, eerder)
    openbare = tuple(openbaar(s, pub) for s in standen)
    rijen = []
    for s in met_partijen(openbare):
        cijfers = [(c.kengetal, c.door, c.periode, int(c.waarde)) for c in s.cijfers]
        rijen.append({**als_dict(s), "partij": s.partij, "cijfers": cijfers})
    jaren = [
        (s.indicator.id, s.partij, j.periode, jaartekst(j, s))
        for s in met_partijen(openbare)
        for j in s.jaren
    ]
    return Uiting(rijen, jaren, pub)


# -- the solver ----------------------------------------------------------------------------------------

TELLER = {"aandeel": "deel", "aantal": "los", "samen": "los"}
PERIODEN = {**DELEN, "2025/2026": ("2025", "H1", "H2"), "2025-01-01/2026-06-30": ("2025", "H1")}
Eis = tuple[list[tuple[str, str, str]], float, float]


def eisen(uiting: Uiting, partijen: tuple[str, ...]) -> Iterator[Eis]:
    """Each line of a publication as a sum of counts between two bounds.

    Where small counts of a kengetal (or of its part or whole) are marked, an unmarked one is no small one.
    """
    gemerkt = {r["id"] == "aandeel" for r in uiting.rijen if "<" in f"{r['teller']}{r['noemer']}"}
    gemerkt |= {id_ == "aandeel" for id_, _, _, tekst in uiting.jaren if "<" in tekst}

    def cellen(kengetal: str, partij: str | None, periode: str) -> list[tuple[str, str, str]]:
        wie = partijen if partij is None else (partij,)
        return [(kengetal, p, d) for p in wie for d in PERIODEN[periode]]

    def grens(waarde: str | None, id_: str) -> tuple[float, float]:
        if waarde is None:
            return (CEL if (id_ == "aandeel") in gemerkt else 0), np.inf
        return (1, CEL - 1) if waarde.startswith("<") else (float(waarde), float(waarde))

    for rij in uiting.rijen:
        if rij["oordeel"] == "geen_meting" or rij["periode"] not in PERIODEN:
            continue
        yield cellen(TELLER[rij["id"]], rij["partij"], rij["periode"]), *grens(rij["teller"], rij["id"])
        if rij["id"] == "aandeel":
            yield cellen("geheel", rij["partij"], rij["periode"]), *grens(rij["noemer"], rij["id"])
        for kengetal, door, periode, waarde in rij["cijfers"]:
            yield cellen(kengetal, door, periode), waarde, waarde
    for id_, partij, periode, tekst in uiting.jaren:
        getallen = re.fullmatch(r"(\S+)(?: van (\S+))?(?: \(.*\))?", tekst)
        if getallen is None or tekst.startswith("n.v.t."):
            continue
        for kengetal, deel in zip((TELLER[id_], "geheel"), getallen.groups(), strict=True):
            if deel is not None:
                kaal = None if deel == "verborgen" else deel.replace(".", "")
                yield cellen(kengetal, partij, periode), *grens(kaal, id_)


class Oplosser:
    """The least and most that a sum of counts can be, by an integer programme."""

    def __init__(self, geval: Geval, uitingen: list[Uiting]) -> None:
        self.plek = {cel: i for i, cel in enumerate(geval.telling)}
        alle = [e for u in uitingen for e in eisen(u, geval.partijen)]
        rijen = [(self.vector(cellen), laag, hoog) for cellen, laag, hoog in alle]
        for (kengetal, p, d), i in self.plek.items():
            if kengetal == "deel":  # a part is no larger than its whole
                deel = np.zeros(len(self.plek))
                deel[self.plek["geheel", p, d]], deel[i] = 1, -1
                rijen.append((deel, 0, np.inf))
        # An unmarked sum that is small after all (its mark was dropped) bounds nothing.
        echt = np.array([geval.telling[cel] for cel in self.plek])
        assert all(laag <= v @ echt <= hoog for v, laag, hoog in rijen if hoog < np.inf)
        waar = [(v, laag, hoog) for v, laag, hoog in rijen if laag <= v @ echt]
        self.eisen = [LinearConstraint(v, laag, hoog) for v, laag, hoog in waar]

    def vector(self, cellen: list[tuple[str, str, str]]) -> Any:
        uit = np.zeros(len(self.plek))
        for cel in cellen:
            uit[self.plek[cel]] += 1
        return uit

    def bereik(self, cellen: list[tuple[str, str, str]]) -> tuple[float, float]:
        doel = self.vector(cellen)
        uit = []
        for teken in (1, -1):
            for vooraf in (
                True,
                False,
            ):  # what was counted is possible: infeasible is an error of the presolve
                gaf = milp(
                    teken * doel,
                    integrality=np.ones(len(doel)),
                    bounds=Bounds(0, 10_000),
                    constraints=self.eisen,
                    options={"presolve": vooraf},
                )
                if gaf.success:
                    break
            assert gaf.success, gaf.message
            uit.append(teken * gaf.fun)
        return uit[0], uit[1]


def kleine(geval: Geval) -> Iterator[list[tuple[str, str, str]]]:
    """The delivered figures of 1 up to the smallest cell."""
    for periode in geval.perioden:
        for kengetal in KENGETALLEN:
            for p in geval.partijen:
                cellen = [(kengetal, p, d) for d in DELEN[periode]]
                if 0 < sum(geval.telling[c] for c in cellen) < CEL:
                    yield cellen


def controleer_geheim(geval: Geval, uitingen: list[Uiting]) -> None:
    oplosser = Oplosser(geval, uitingen)
    for cellen in kleine(geval):
        laag, hoog = oplosser.bereik(cellen)
        assert (laag <= 1, hoog >= CEL - 1) == (True, True), (cellen, laag, hoog)
    for rij in (r for u in uitingen for r in u.rijen):
        verraadt_geen_oordeel(rij)


def verraadt_geen_oordeel(rij: dict[str, Any]) -> None:
    """A verdict beside a marked count would be the same for each count that it can be."""
    if not (rij["teller"] or "").startswith("<") or rij["noemer"] is None or rij["norm"] is None:
        return
    if rij["oordeel"] in ("niet_te_beoordelen", "onvolledig") or rij["noemer"].startswith("<"):
        return
    norm, noemer = Fraction(Decimal(rij["norm"]["waarde"])), int(rij["noemer"])
    boven = {Fraction(n, noemer) > norm for n in range(1, CEL)}
    assert boven == {rij["oordeel"] in ("aandacht", "niet_gehaald")}, rij
    assert rij["ruimte"] is None
    assert rij["kans_boven_norm"] is None


KORT = settings(max_examples=25, deadline=None, derandomize=True, suppress_health_check=list(HealthCheck))


@KORT
@given(gevallen())
def test_no_small_count_can_be_derived_from_one_publication(geval: Geval) -> None:
    controleer_geheim(geval, [publiceer(geval, "2027-02-01")])


@KORT
@given(gevallen())
def test_nor_from_two_publications_together(geval: Geval) -> None:
    """In August the first half-year, in February the year: the second half-year lies between them."""
    augustus = publiceer(geval._replace(perioden=geval.perioden[:2]), "2026-08-01")
    eerder = lees_gepubliceerd(json.dumps({"gepubliceerd": gepubliceerd(augustus.publicatie)}).encode())
    assert eerder is not None
    februari = publiceer(geval, "2027-02-01", eerder)
    if not februari.publicatie.afscherming.bekend:
        controleer_geheim(geval, [augustus, februari])


def test_the_solver_sees_what_is_given_away() -> None:
    """Both publications without regard for each other: 12 in the year and 9 in the first half leave 3."""
    telling = dict.fromkeys(((k, "noord", d) for k in KENGETALLEN for d in ("2025", "H1", "H2")), 20)
    telling["los", "noord", "H1"], telling["los", "noord", "H2"] = 9, 3
    geval = Geval(("noord",), telling, ("2025", "2026-H1", "2026"), 10)
    augustus = publiceer(geval._replace(perioden=("2025", "2026-H1")), "2026-08-01")
    los = publiceer(geval._replace(perioden=("2025", "2026")), "2027-02-01")
    tweede = [("los", "noord", "H2")]
    assert Oplosser(geval, [augustus, los]).bereik(tweede) == (3, 3)
    eerder = Eerder(augustus.publicatie.getoond, augustus.publicatie.gemerkt)
    samen = publiceer(geval, "2027-02-01", eerder)
    assert not samen.publicatie.afscherming.bekend
    laag, hoog = Oplosser(geval, [augustus, samen]).bereik(tweede)
    assert (laag <= 1, hoog >= CEL - 1) == (True, True)


def schrijf(map_: Path, geval: Geval) -> Path:
    for naam, inhoud in bestanden(geval).items():
        (map_ / naam).parent.mkdir(parents=True, exist_ok=True)
        (map_ / naam).write_bytes(inhoud)
    return map_


# -- through the program ---------------------------------------------------------------------------------


@pytest.fixture
def map_(tmp_path: Path) -> Path:
    """Of 12 households in 2026 there were 9 in the first half-year; 4 of 35 lettings at most 10%."""
    telling = dict.fromkeys(((k, "noord", d) for k in KENGETALLEN for d in ("2025", "H1", "H2")), 20)
    telling["los", "noord", "H1"], telling["los", "noord", "H2"] = 9, 3
    telling["deel", "noord", "H1"], telling["geheel", "noord", "H1"] = 4, 35
    return schrijf(tmp_path / "data", Geval(("noord",), telling, ("2025", "2026-H1"), 10))


def lever_het_jaar(map_: Path) -> None:
    """The year is delivered too: 12 households, 24 of 55 lettings."""
    tekst = (map_ / "metingen" / "2026-H1.yaml").read_text("utf-8").replace("2026-H1", "2026")
    for was, is_ in (("los: 9", "los: 12"), ("deel: 4", "deel: 24"), ("geheel: 35", "geheel: 55")):
        tekst = tekst.replace(was, is_)
    (map_ / "metingen" / "2026.yaml").write_text(tekst, "utf-8")


AUGUSTUS, FEBRUARI = ("--peildatum", "2026-08-01"), ("--peildatum", "2027-02-01", "--jaar", "2026")


def test_a_verdict_that_gives_a_small_count_away_is_hidden_everywhere(
    map_: Path, prestatie: Prestatie
) -> None:
    """'<5 van 35, boven de norm' at 10% can only be 4: no verdict, nor the state of the duty, nor a point."""
    tekst = prestatie("--map", map_, "indicatoren", "--openbaar", *AUGUSTUS).uit
    assert "<5 van 35" in tekst
    assert "niet te beoordelen" in tekst
    assert "boven de norm" not in tekst
    for vorm in ("rapport", "raadsbrief", "factsheet"):
        uit = prestatie("--map", map_, "rapport", "--vorm", vorm, *AUGUSTUS)
        assert uit.code == 0
        assert "boven de norm" not in uit.uit
        assert "<5 van 35" in uit.uit.replace("\\", "").replace("&lt;", "<")


def test_a_verdict_that_gives_nothing_away_stays(map_: Path, prestatie: Prestatie) -> None:
    """Of 71 lettings 1 to 4 are all below 10%."""
    pad = map_ / "metingen" / "2026-H1.yaml"
    pad.write_text(pad.read_text("utf-8").replace("geheel: 35", "geheel: 71"), "utf-8")
    (rij, *_) = json.loads(
        prestatie("--map", map_, "indicatoren", "--openbaar", *AUGUSTUS, "--formaat", "json").uit
    )["indicatoren"]
    assert (rij["teller"], rij["noemer"], rij["oordeel"]) == ("<5", "71", "op_koers")
    assert (rij["ruimte"], rij["kans_boven_norm"], rij["cijfers"]) == (None, None, [])


@pytest.mark.parametrize("formaat", ["md", "html", "json"])
def test_what_was_published_in_august_is_taken_into_account_in_february(
    formaat: str, map_: Path, tmp_path: Path, prestatie: Prestatie
) -> None:
    """9 in the first half-year is known; 12 in the year would leave 3."""
    eerder = tmp_path / f"augustus.{formaat}"
    opdracht = ("rapport",) if formaat != "json" else ("indicatoren", "--openbaar")
    eerder.write_text(prestatie("--map", map_, *opdracht, "--formaat", formaat, *AUGUSTUS).uit, "utf-8")
    lever_het_jaar(map_)
    los = prestatie("--map", map_, "rapport", *FEBRUARI).uit
    assert "| 12, 2026 |" in los
    assert "L over eerste halfjaar 2026 (Noord)" in los  # so the half is hidden in its place
    samen = prestatie("--map", map_, "rapport", *FEBRUARI, "--eerder", eerder).uit
    assert "| 12, 2026 |" not in samen
    assert "| verborgen, 2026 |" in samen
    assert "een kleiner aantal is er anders uit te berekenen" in samen


@pytest.mark.parametrize(
    ("argumenten", "melding"),
    [
        (("indicatoren", "--eerder", "{map}/afspraken-2025-2026.yaml"), "--eerder hoort bij --openbaar"),
        (("rapport", "--eerder", "{map}/afspraken-2025-2026.yaml"), "staat niet welke cijfers het toont"),
    ],
)
def test_what_is_no_publication_is_refused_with_a_remedy(
    argumenten: tuple[str, ...], melding: str, map_: Path, prestatie: Prestatie
) -> None:
    gaf = prestatie("--map", map_, *(a.format(map=map_) for a in argumenten), *AUGUSTUS)
    assert (gaf.code, gaf.uit) == (2, "")
    assert melding in gaf.fout


def test_a_publication_that_is_not_there_is_a_source_that_cannot_be_read(
    map_: Path, prestatie: Prestatie
) -> None:
    gaf = prestatie("--map", map_, "rapport", "--eerder", map_ / "weg.md", *AUGUSTUS)
    assert (gaf.code, gaf.uit) == (3, "")
    assert "weg.md is niet te lezen: het bestaat niet" in gaf.fout


def test_a_publication_is_a_file_and_nothing_waits_for_a_pipe(map_: Path, prestatie: Prestatie) -> None:
    os.mkfifo(map_.parent / "pijp.md")
    gaf = prestatie("--map", map_, "rapport", "--eerder", map_.parent / "pijp.md", *AUGUSTUS)
    assert (gaf.code, gaf.uit) == (3, "")
    assert "pijp.md is niet te lezen: dit is geen gewoon bestand" in gaf.fout
