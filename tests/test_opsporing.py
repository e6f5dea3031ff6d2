"""What is told of planted faults does not fall below what it was, and the program bears each of them.

The short form of the fuzz: the same faults in every run. `make fuzz` looks for new ones.
"""

from pathlib import Path
from random import Random
from typing import Any

import pytest
import yaml

from tests.fuzz.__main__ import OPSPORING, ZAAD, ondergrenzen
from tests.fuzz.blad import Verminkt, plekken, vervang, zonder
from tests.fuzz.proef import Proefbank, Uitvoer, keur, keur_taal
from tests.fuzz.reeks import Reeks, Trekking, Uitslag, gaaf, kort, tabellen, uitschieters
from tests.fuzz.verminkingen import KLASSEN, Klasse

GRENZEN: dict[str, dict[str, int]] = yaml.safe_load(OPSPORING.read_text("utf-8"))


@pytest.fixture(scope="module")
def uitslag(tmp_path_factory: pytest.TempPathFactory) -> Uitslag:
    return Reeks(tmp_path_factory.mktemp("fuzz")).doe(kort(ZAAD))


def test_the_program_bears_every_fault(uitslag: Uitslag) -> None:
    """No exception, no hang, no English, no output without the line on top when a fault was found."""
    assert uitschieters(uitslag) == ""


def test_every_class_has_its_floor() -> None:
    assert list(GRENZEN) == list(KLASSEN)


@pytest.mark.parametrize("klasse", KLASSEN)
def test_a_class_is_told_as_often_as_before(klasse: str, uitslag: Uitslag) -> None:
    assert len(uitslag.gemeld["alleen", klasse]) >= 2
    nu = ondergrenzen(uitslag)[klasse]
    gezakt = {wat: (deel, nu[wat]) for wat, deel in GRENZEN[klasse].items() if nu[wat] < deel}
    assert gezakt == {}, "was, is; if that is right: python -m tests.fuzz --herschrijf"


def test_the_real_command_bears_them_too(tmp_path: Path) -> None:
    trekkingen = [Trekking("0", klasse, f"echt {n}", 1, True) for n, klasse in enumerate(KLASSEN.values())]
    assert uitschieters(Reeks(tmp_path).doe(trekkingen[::14])) == ""


# -- the harness itself -----------------------------------------------------------------------------


def test_the_same_seed_gives_the_same_faults() -> None:
    dossier = gaaf("0")
    for klasse in KLASSEN.values():
        assert klasse.maak(dossier, Random("x")) == klasse.maak(dossier, Random("x")), klasse.naam


@pytest.mark.parametrize("naam", ["voorbeeld", "0"])
@pytest.mark.parametrize("klasse", KLASSEN.values(), ids=lambda k: k.naam)
def test_a_maimed_dossier_differs_where_it_says(klasse: Klasse, naam: str) -> None:
    """Above the place nothing is another; a file that is only renamed keeps what it holds."""
    dossier = gaaf(naam)
    for n in range(5):
        verminkt = klasse.maak(dossier, Random(f"{naam} {n}"))
        if verminkt is None:
            continue
        assert verminkt.bestanden != dossier
        for pad, regel in verminkt.plaatsen:
            if regel:
                oud, nieuw = (b[pad].split(b"\n")[: regel - 1] for b in (dossier, verminkt.bestanden))
                assert oud == nieuw
            else:
                assert set(verminkt.bestanden.values()) == set(dossier.values())


def test_an_item_is_left_out_whole() -> None:
    dossier = gaaf("0")
    (norm, *_) = plekken(dossier, "afspraken:indicatoren.#.normen.#")
    verminkt = zonder(dossier, norm)
    assert verminkt is not None
    waarden = yaml.safe_load(verminkt.bestanden["afspraken-2026.yaml"])
    assert ["normen" in i for i in waarden["indicatoren"]] == [False, True]
    oud: Any = yaml.safe_load(dossier["afspraken-2026.yaml"])
    del oud["indicatoren"][0]["normen"]
    assert waarden == oud


def test_a_program_that_does_not_bear_a_fault_is_noticed() -> None:
    with pytest.raises(AssertionError, match="on top"):
        keur(("status",), Uitvoer(1, "Alles is in orde", ""), 2, 1)
    with pytest.raises(AssertionError, match="exit 0"):
        keur(("status",), Uitvoer(0, "Let op: 2 fouten in de gegevens, zie prestatie valideer", ""), 2, 1)
    with pytest.raises(AssertionError, match="English"):
        keur_taal(Uitvoer(1, "fout: expected ':'", ""))


def test_what_was_there_already_is_not_told(tmp_path: Path) -> None:
    """A finding of the sound dossier doesn't count, whatever words it has now; a new one at its place does."""
    bank = Proefbank(tmp_path / "a", gaaf("voorbeeld"))
    gelijk = Verminkt(dict(bank.gaaf), ())
    assert [bank.beproef(wijze, gelijk, Random(1)).ernst for wijze in bank.mappen] == ["", ""]
    (jaar,) = plekken(bank.gaaf, "afspraken:jaar")
    fout = vervang(bank.gaaf, jaar.bestand, jaar.knoop, "veel")
    assert bank.beproef("alleen", fout, Random(1)) == ("fout", True)


def test_the_tables_have_a_row_for_each_class(uitslag: Uitslag) -> None:
    for klasse in KLASSEN:
        assert tabellen(uitslag).count(f"\n| {klasse} | ") == 2
