"""The agreements in `data/` are word for word those of the source; nothing else there is looked at.

This is the only test that reads `data/`. It reads the agreements that the source holds, so a statement, a figure,
another year or an agreement that the source lacks changes nothing here.
"""

from collections import Counter

import pytest

from prestatie_cli.inlezen.bestanden import lees_dossier
from prestatie_cli.model.jaargang import Afspraak
from tests.conftest import ROOT

BESTAND = "afspraken-2026.yaml"
BRON = (ROOT / "docs" / "bron" / "prestatieafspraken-2026-ocr.txt").read_text("utf-8").split()


def _reeks(thema: int, van: int, tot: int) -> list[str]:
    return [f"{thema}.{i}" for i in range(van, tot + 1)]


# The numbers that stand in the source, or are inferred from their place in it.
NUMMERS = [
    *_reeks(1, 7, 14), *_reeks(2, 4, 10), *_reeks(3, 4, 12), *_reeks(4, 6, 10), *_reeks(5, 5, 10),
    *_reeks(6, 7, 9), *_reeks(7, 4, 7),
]  # fmt: skip
ZONDER_NUMMER = {"2.4", "2.5", "2.6", "2.9", "3.4"}  # where the scan shows none


@pytest.fixture(scope="module")
def afspraken() -> dict[str, Afspraak]:
    """The agreements of the source, from the agreements file alone."""
    dossier, _ = lees_dossier({BESTAND: (ROOT / "data" / BESTAND).read_bytes()})
    alle = {a.nummer: a for a in dossier.jaargangen[BESTAND].afspraken}
    return {nummer: alle[nummer] for nummer in NUMMERS}


def _velden(afspraak: Afspraak) -> dict[str, str]:
    velden = {"tekst": afspraak.tekst, "doel": afspraak.doel, "speerpunt": afspraak.speerpunt}
    return {veld: tekst for veld, tekst in velden.items() if tekst}


def _zoals_gescand(tekst: str, afspraak: Afspraak) -> list[str]:
    """The words of a text with the faults of the scan put back."""
    for herstel in afspraak.hersteld:
        tekst = tekst.replace(herstel.tekst, herstel.scan)
    return tekst.split()


def _nummer_in_scan(afspraak: Afspraak) -> list[str]:
    """The number as the scan has it; nothing where it has none."""
    scan = [h.scan for h in afspraak.hersteld if h.tekst == afspraak.nummer]
    return scan or ([] if afspraak.nummer in ZONDER_NUMMER else [afspraak.nummer])


def test_elk_herstel_staat_op_een_plek(afspraken: dict[str, Afspraak]) -> None:
    """So that undoing it gives the scan and touches nothing else."""
    for afspraak in afspraken.values():
        for herstel in afspraak.hersteld:
            aantal = sum(t.count(herstel.tekst) for t in _velden(afspraak).values())
            assert aantal + (herstel.tekst == afspraak.nummer) == 1, (afspraak.nummer, herstel.tekst)


def test_woorden_zijn_precies_die_van_de_bron(afspraken: dict[str, Afspraak]) -> None:
    """Not a word more, not a word less; a doel that the scan shows once for several rows counts once."""
    woorden: Counter[str] = Counter()
    gezien = set()
    for afspraak in afspraken.values():
        woorden.update(_nummer_in_scan(afspraak))
        for veld, tekst in _velden(afspraak).items():
            if veld == "tekst" or (afspraak.thema, veld, tekst) not in gezien:
                woorden.update(_zoals_gescand(tekst, afspraak))
            gezien.add((afspraak.thema, veld, tekst))
    assert woorden == Counter(BRON)


@pytest.mark.parametrize("nummer", NUMMERS)
def test_woorden_staan_in_de_volgorde_van_de_bron(afspraken: dict[str, Afspraak], nummer: str) -> None:
    """Each text is found back in order; between its words stand at most those of the columns beside it."""
    for veld, tekst in _velden(afspraken[nummer]).items():
        woorden = _zoals_gescand(tekst, afspraken[nummer])
        assert any(
            _in_volgorde(woorden, BRON[i : i + len(woorden) + 45])
            for i, woord in enumerate(BRON)
            if woord == woorden[0]
        ), (nummer, veld)


def _in_volgorde(woorden: list[str], stuk: list[str]) -> bool:
    rest = iter(stuk)
    return all(woord in rest for woord in woorden)
