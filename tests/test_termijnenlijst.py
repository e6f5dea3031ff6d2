"""`prestatie termijnen` on a screen: what presses in full, the rest in a line, what is done as a count."""

import json
import re
from pathlib import Path

import pytest

from tests.conftest import BASIS, DATA, ROOT, Prestatie

GOED = ROOT / "tests/voorbeelden/goed"
KADER, STAD = GOED / "kader_met_jaarschijven", GOED / "stad_met_vijf_corporaties"
SCHERM = 50  # The lines of a terminal on a laptop; the widest of 80 columns.
DAGEN = ("2024-02-01", "2025-07-01", "2026-08-01", "2026-12-31", "2027-01-20", "2028-07-01", "2029-03-01")


@pytest.mark.parametrize("map_", [DATA, KADER, STAD], ids=lambda p: p.name)
def test_it_fits_a_screen_and_leaves_nothing_out_unsaid(map_: Path, prestatie: Prestatie) -> None:
    """On each day all rows are there, or counted under the title of their state or at the end."""
    for op in DAGEN:
        uit = prestatie("--map", map_, "termijnen", "--peildatum", op).uit
        regels = uit.splitlines()
        assert len(regels) <= SCHERM, op
        assert max(map(len, regels), default=0) <= 80
        assert _gemeld(uit) == _geteld(prestatie, map_, op)


def _gemeld(uit: str) -> dict[str, int]:
    """How many duties the text says to be in each state, shown, counted or summed up."""
    koppen = re.findall(r"^([A-Z ]+?)(?: \(BINNEN \d+ DAGEN\))? \((\d+)\)$", uit, re.MULTILINE)
    slot = re.search(r"^Verder (.*)\. Alles", " ".join(uit.split("\n\n")[-1].split()))
    verder = re.findall(r"(\d+) ([a-z ]+?)(?:,| en |$)", slot[1]) if slot else []
    per_stand: dict[str, int] = {}
    for stand, n in (*((k.lower(), n) for k, n in koppen), *((s, n) for n, s in verder)):
        per_stand[stand] = per_stand.get(stand, 0) + int(n)
    return per_stand


def _geteld(prestatie: Prestatie, map_: Path, op: str) -> dict[str, int]:
    """The same from the counts of `status`, which know the states of what has no date."""
    gelezen = json.loads(prestatie("--map", map_, "status", "--peildatum", op, "--formaat", "json").uit)
    zonder = ("doorlopend", "voorwaardelijk", "uitgesteld", "vervallen", "zonder_termijn")
    uit = {s.replace("_", " "): n for s, n in gelezen["tellingen"].items() if n and s not in zonder}
    rest = sum(gelezen["tellingen"].get(s, 0) for s in zonder)
    return uit | ({"zonder datum": rest} if rest else {})


def test_with_all_every_row_is_in_full(prestatie: Prestatie) -> None:
    uit = prestatie("--map", KADER, "termijnen", "--alles", "--peildatum", "2027-01-20").uit
    assert "Verder" not in uit
    assert "en nog" not in uit
    assert "GEHAALD (1)" in uit
    assert "duinrode: afgerond op 24 juni 2025" in uit


def test_words_that_name_no_day_stand_beside_the_day_that_was_agreed(prestatie: Prestatie) -> None:
    """'medio 2026' is late on the day that the parties read in it; both are said."""
    uit = prestatie("--map", ROOT / "voorbeeld", "termijnen", "--peildatum", "2026-08-01").uit
    assert "31-7-2026, 1 dag te laat ('medio 2026')" in uit


def test_of_a_recurring_duty_it_says_who_is_further(prestatie: Prestatie) -> None:
    """All five owe it each month; one did report two of them."""
    uit = " ".join(prestatie("--map", STAD, "termijnen", "--peildatum", "2026-08-01").uit.split())
    assert "corporaties: 0 van 12 door allen, 6 te laat; januari 2026: 28-2-2026" in uit
    assert "2 keer door de_haven" in uit
    brief = prestatie("--map", STAD, "rapport", "--vorm", "raadsbrief", "--peildatum", "2026-08-01").uit
    assert "2 keer door Woningstichting De Haven" in brief


def test_a_term_that_was_put_off_says_so_with_the_decision(prestatie: Prestatie) -> None:
    op = ("--peildatum", "2027-01-20")
    rapport = prestatie("--map", KADER, "rapport", *op).uit
    besluit = "uitgesteld tot en met 31 december 2026 (Bestuurlijk overleg 18 juni 2026, punt 4)"
    assert f"20 dagen te laat. Afgesproken: 'in het eerste kwartaal van 2026', {besluit}." in rapport
    lijst = " ".join(prestatie("--map", KADER, "termijnen", *op).uit.split())
    assert "31-12-2026, uitgesteld, 20 dagen te laat" in lijst


def test_what_waits_for_figures_of_ended_agreements_has_its_indicator_in_sight(prestatie: Prestatie) -> None:
    """Long after the jaarschijf 2026 its duty waits; what it waits for and who owes it is told."""
    rapport = prestatie("--map", KADER, "rapport", "--peildatum", "2029-03-01").uit
    (rij,) = re.findall(r"^- \*\*Voor 'Verhuringen aan de laagste inkomens' .*$", rapport, re.MULTILINE)
    assert "zijn de cijfers niet compleet" in rij
    assert "II.1 (jaarschijf 2026)" in rij
    assert "Gevraagd van Woonstichting De Kust: de cijfers over het tweede halfjaar 2026 leveren" in rij
    assert "verwacht sinds 1 januari 2027" in rij
    assert re.search(
        r"Te leveren: Woonstichting De Kust levert '.+', '.+' over het tweede halfjaar 2026 \(", rapport
    )


def test_who_sees_it_otherwise_stands_beside_who_does_it(prestatie: Prestatie) -> None:
    brief = prestatie("--map", KADER, "rapport", "--vorm", "raadsbrief", "--peildatum", "2027-01-20").uit
    assert "Thuisgever meldt op 24 maart 2026 afgerond. Huurdersraad Heidehof meldt daartegenover" in brief
    assert not [regel for regel in brief.splitlines() if regel.endswith(" ")]


@pytest.mark.parametrize("aantal", [1, 12, 13, 40])
def test_however_much_is_late_each_duty_has_its_line(
    aantal: int, tmp_path: Path, prestatie: Prestatie
) -> None:
    """Up to a dozen in full, more of them in a line each; none is left out."""
    plicht = "{letter: a, wat: Stuk %d maken, wie: [omthuis], soort: oplevering, termijn: {woorden: In 2026}}"
    plichten = "\n".join(
        f'  - {{nummer: "1.{n}", thema: "1", tekst: In 2026, verplichtingen: [{plicht % n}]}}'
        for n in range(1, aantal + 1)
    )
    (tmp_path / "afspraken-2026.yaml").write_text(f"{BASIS}afspraken:\n{plichten}\n")
    uit = prestatie("--map", tmp_path, "termijnen", "--peildatum", "2027-02-01").uit
    assert f"TE LAAT ({aantal})" in uit
    assert [f"Stuk {n} maken" in uit for n in range(1, aantal + 1)] == [True] * aantal
    assert ("32 dagen te laat" in uit) == (aantal <= 12)
