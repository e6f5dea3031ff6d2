"""Dossiers of another shape than the example: a kader with jaarschijven, and a city with five corporations."""

import json
import re
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from tests.conftest import DATA, ROOT, Prestatie
from tests.hulp.eenverhaal import CONTROLES, Beeld, Bestanden, lees, plicht_en_levering, verwacht_sinds

GOED = ROOT / "tests/voorbeelden/goed"
KADER, STAD = GOED / "kader_met_jaarschijven", GOED / "stad_met_vijf_corporaties"
GEVALLEN = (
    (STAD, "2026-08-01"),
    (STAD, "2027-01-20"),
    (KADER, "2026-08-01"),
    (KADER, "2027-01-20"),
    (KADER, "2029-03-01"),
)
BREEDTE = 80


@pytest.mark.parametrize("map_", [KADER, STAD], ids=lambda p: p.name)
def test_the_data_are_sound(map_: Path, prestatie: Prestatie) -> None:
    uit = prestatie("valideer", map_, "--streng")
    assert uit.code == 0, uit.uit


@pytest.mark.parametrize(("map_", "op"), GEVALLEN, ids=lambda x: getattr(x, "name", x))
@pytest.mark.parametrize("opdracht", ["status", "termijnen", "raadsbrief"])
def test_it_looks_like_this(
    opdracht: str, map_: Path, op: str, prestatie: Prestatie, golden: Callable[[str, str], None]
) -> None:
    woorden = ("rapport", "--vorm", "raadsbrief") if opdracht == "raadsbrief" else (opdracht,)
    uit = prestatie("--map", map_, *woorden, "--peildatum", op)
    assert uit.code == 0
    if opdracht != "raadsbrief":
        assert [regel for regel in uit.uit.splitlines() if len(regel) > BREEDTE] == []
    tekst = re.sub(r"Gegevens: .*? vingerafdruk \w+", "Gegevens: …", uit.uit)
    golden(f"{map_.name}-{op}-{opdracht}.txt", tekst)


# -- one story -----------------------------------------------------------------------------------------

DAGEN = (
    "2024-12-31", "2025-07-01", "2026-01-02", "2026-08-01", "2026-12-31", "2027-01-20", "2027-08-01",
    "2028-02-01", "2029-03-01",
)  # fmt: skip
ALLE = [DATA, *sorted(p for p in GOED.iterdir() if p.is_dir())]


@cache
def bestanden(map_: Path) -> Bestanden:
    return lees(map_)


@pytest.fixture
def kijk(prestatie: Prestatie) -> Callable[[Path, str], Beeld | None]:
    """All outputs over a dossier on a day; None before its agreements begin."""

    def op(map_: Path, dag: str) -> Beeld | None:
        def json_(*woorden: str) -> dict[str, Any]:
            uit: dict[str, Any] = json.loads(
                prestatie("--map", map_, *woorden, "--peildatum", dag, "--formaat", "json").uit
            )
            return uit

        brief, rapport = (
            prestatie("--map", map_, "rapport", "--vorm", vorm, "--peildatum", dag)
            for vorm in ("raadsbrief", "rapport")
        )
        if brief.code != 0:
            assert "nog niet begonnen" in brief.fout
            return None
        status = json_("status")
        # The letter is of its year: figures count as on the last day of it, which on these days is the same.
        return Beeld(
            date.fromisoformat(dag),
            json_("termijnen", "--alles")["termijnen"],
            json_("indicatoren")["indicatoren"],
            status["tellingen"],
            status["aandacht"],
            status["boodschappen"],
            brief.uit,
            rapport.uit,
        )

    return op


Kijk = Callable[[Path, str], Beeld | None]


@pytest.mark.parametrize("map_", ALLE, ids=lambda p: p.name)
def test_no_output_contradicts_another_or_the_files(map_: Path, kijk: Kijk) -> None:
    """Duties, indicators, deliveries, room, days and counts, over every day, each beside what the files say."""
    beelden = [beeld for dag in DAGEN if (beeld := kijk(map_, dag))]
    fout = [
        f"{beeld.op}: {zin}"
        for beeld in beelden
        for controle in CONTROLES
        for zin in controle(bestanden(map_), beeld)
    ]
    assert fout + verwacht_sinds(beelden) == []


Planten = Callable[[Beeld], Beeld]


def _rij(beeld: Beeld, nummer: str, **waarden: object) -> Beeld:
    rijen = [{**r, **waarden} if r["verplichting"] == nummer else r for r in beeld.termijnen]
    assert rijen != beeld.termijnen
    return replace(beeld, termijnen=rijen)


def _indicator(beeld: Beeld, id_: str, **waarden: object) -> Beeld:
    rijen = [{**r, **waarden} if r["id"] == id_ else r for r in beeld.indicatoren]
    assert rijen != beeld.indicatoren
    return replace(beeld, indicatoren=rijen)


def _rapport(beeld: Beeld, oud: str, nieuw: str) -> Beeld:
    rapport = re.sub(oud, nieuw, beeld.rapport, count=1, flags=re.MULTILINE)
    assert rapport != beeld.rapport
    return replace(beeld, rapport=rapport)


def _brief(beeld: Beeld, oud: str, nieuw: str) -> Beeld:
    brief = re.sub(oud, nieuw, beeld.brief, count=1, flags=re.MULTILINE)
    assert brief != beeld.brief
    return replace(beeld, brief=brief)


@pytest.mark.parametrize(
    ("op", "plant", "zin"),
    [
        ("2027-01-20", lambda b: _rij(b, "I.1a", stand="te_laat"), "I.1a : te_laat naast onvolledig"),
        (
            "2027-01-20",
            lambda b: _rij(b, "I.1a", stand="niet_gehaald"),
            "I.1a : niet_gehaald naast onvolledig",
        ),
        (
            "2026-08-01",
            lambda b: _indicator(b, "opgeleverd", oordeel="gehaald"),
            "I.1a : loopt naast gehaald",
        ),
        (
            "2027-01-20",
            lambda b: _indicator(b, "laagste_inkomens", id="weg"),
            "II.1a : wacht op cijfers die nergens",
        ),
        (
            "2026-08-01",
            lambda b: _rij(b, "II.2a", stand="te_laat"),
            "II.2a 2024-H1 : te_laat, terwijl de cijfers",
        ),
        (
            "2026-08-01",
            lambda b: _rij(b, "II.2a", stand="loopt"),
            "II.2a 2026-H1 : loopt, terwijl de cijfers",
        ),
        (
            "2026-08-01",
            lambda b: _rij(b, "II.2a", stand="gehaald", uiterlijk="2024-07-01"),
            "pas op 2024-08-20",
        ),
        ("2029-03-01", lambda b: _indicator(b, "opgeleverd", ruimte_soort="nodig"), "opgeleverd"),
        (
            "2029-03-01",
            lambda b: _indicator(b, "opgeleverd", reden="het tempo is te laag"),
            "het tempo is te laag",
        ),
        ("2027-01-20", lambda b: _rapport(b, r"^\| te laat \| 9 \|$", "| te laat | 8 |"), "het rapport telt"),
        ("2027-01-20", lambda b: _brief(b, "Van de 22", "Van de 23"), "23 verplichtingen, geteld 22"),
        ("2027-01-20", lambda b: _brief(b, "9 te laat", "8 te laat"), "de brief noemt"),
        ("2027-01-20", lambda b: _rapport(b, r"^\| I.3a \|.*\n", ""), "het rapport toont"),
        ("2027-01-20", lambda b: _rapport(b, r"^- \*\*Een vergunning .*\n", ""), "niet in het rapport"),
        (
            "2026-08-01",
            lambda b: replace(b, boodschappen=[x for x in b.boodschappen if x["soort"] != "te_laat"]),
            "te laat in termijnen, niet gezegd",
        ),
        ("2026-08-01", lambda b: _rapport(b, "nog 11 mogelijk", "nog 12 mogelijk"), "het rapport oordeelt"),
        ("2026-08-01", lambda b: _rapport(b, r"\| op koers;", "| gehaald;"), "het rapport oordeelt"),
        (
            "2029-03-01",
            lambda b: _brief(b, "ruim 4 jaar te laat", "het tempo is te laag"),
            "brief: het tempo is",
        ),
    ],
)
def test_each_check_sees_what_is_planted(op: str, plant: Planten, zin: str, kijk: Kijk) -> None:
    """A state, a verdict, a day, a room, a count or a row that is changed in one place alone is told."""
    beeld = kijk(KADER, op)
    assert beeld
    fout = [zin for controle in CONTROLES for zin in controle(bestanden(KADER), plant(beeld))]
    assert [f for f in fout if zin in f] != []


def test_a_delivery_that_is_not_there_is_missed(kijk: Kijk) -> None:
    """The same outputs beside files without a delivery, or with one that nobody made."""
    beeld = kijk(STAD, "2026-08-01")
    assert beeld
    echt = bestanden(STAD)
    assert plicht_en_levering(echt, beeld) == []
    kwartaal = [x for x in echt.geleverd if x[0] == "2026-Q1"]
    zonder = replace(echt, geleverd=tuple(x for x in echt.geleverd if x[1] != kwartaal[0][1]))
    assert [f for f in plicht_en_levering(zonder, beeld) if "terwijl er niets kwam" in f] != []
    een_kwartaal = replace(echt, geleverd=tuple(x for x in echt.geleverd if x[:2] != ("2026-Q2", "de_haven")))
    assert [
        f for f in plicht_en_levering(een_kwartaal, beeld) if "2026-Q2 de_haven: gehaald, terwijl" in f
    ] != []
    nergens = [("2026-Q2", "veldzicht", k, date(2026, 7, 1)) for k in {x[2] for x in kwartaal}]
    erbij = replace(echt, geleverd=(*echt.geleverd, *nergens))
    assert [
        f for f in plicht_en_levering(erbij, beeld) if "veldzicht: binnenkort, terwijl de cijfers op" in f
    ] != []


def test_a_day_that_shifts_is_seen(kijk: Kijk) -> None:
    beelden = [b for dag in ("2027-01-20", "2029-03-01") if (b := kijk(KADER, dag))]
    assert verwacht_sinds(beelden) == []
    verschoven = json.loads(
        json.dumps(beelden[1].indicatoren).replace("sinds 1 januari 2027", "sinds 1 januari 2029")
    )
    assert verwacht_sinds([beelden[0], replace(beelden[1], indicatoren=verschoven)]) != []
