"""Norm words: numbers as Dutch agreements write them, found back in the quotation of a norm."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from prestatie_cli.controles.citaat import TELWOORDEN, getallen_in, is_bij_benadering
from prestatie_cli.indicatoren.gepeild import indicatorstanden
from prestatie_cli.woorden.indicatorwoorden import normkort
from tests.conftest import BASIS, bevindingen, lees
from tests.test_toestand import d

GELEZEN = [
    ("geen woningen", "0"),
    ("alle woningen", "1"),
    ("de helft van de woningen", "0.5"),
    ("een kwart van de verhuringen", "0.25"),
    ("Een derde van de verhuringen", "0.3333"),
    ("een derde van de verhuringen", "0.3334"),
    ("1 op de 3 woningen", "0.3333"),
    ("één op de vier woningen", "0.25"),
    ("twintig woningen", "20"),
    ("vijfentwintig woningen", "25"),
    ("tweeënveertig woningen", "42"),
    ("vijftien procent", "0.15"),
    ("€ 2,5 mln", "2500000"),
    ("€ 12,5 miljoen", "12500000"),
    ("€ 1.400.000", "1400000"),
    ("30-40%", "0.3"),
    ("30-40%", "0.4"),
    ("30 tot 40 procent", "0.3"),
    ("ruim 30%", "0.3"),
    ("honderd woningen", "100"),
]


@pytest.mark.parametrize(("woorden", "getal"), GELEZEN)
def test_a_number_is_found_in_figures_and_in_words(woorden: str, getal: str) -> None:
    assert Decimal(getal) in getallen_in(woorden)


@pytest.mark.parametrize(
    ("woorden", "getal"),
    [
        ("in het derde kwartaal", "0.3333"),
        ("de derde woning", "0.3333"),
        ("de helft van de woningen", "0.4"),
        ("vijftien woningen", "0.15"),
        ("2,5 mln", "2.5"),
        ("een overleg", "1"),
        ("een derde", "0.33"),
        ("tweehonderd", "100"),
    ],
)
def test_what_it_does_not_say_is_not_found(woorden: str, getal: str) -> None:
    """An ordinal is no part, a count no percentage, and a third no 33%: of 100 that is one home off."""
    assert Decimal(getal) not in getallen_in(woorden)


@given(st.sampled_from(sorted(TELWOORDEN)))
def test_every_count_in_words_is_that_count_alone(naam: str) -> None:
    assert getallen_in(f"ten minste {naam} woningen") == {Decimal(TELWOORDEN[naam])}


INDICATOR = """
indicatoren:
  - {id: i, naam: I, afspraak: "1.1", soort: %s, teller: t, %s definitie: d,
     normen: [{soort: minimum, waarde: %s, citaat: %s, plaats: tekst}]}
kengetallen:
  - {id: t, naam: T, soort: stroom, eenheid: woningen, levert: omthuis, definitie: d}
  - {id: n, naam: N, soort: stroom, eenheid: woningen, levert: omthuis, definitie: d}
"""


def bestand(tekst: str, waarde: str, citaat: str, deelt: bool = True) -> dict[str, str]:
    soort, noemer = ("aandeel", "noemer: n,") if deelt else ("aantal", "")
    afspraak = f'afspraken:\n  - {{nummer: "1.1", thema: "1", tekst: "{tekst}"}}\n'
    return {"afspraken-2026.yaml": BASIS + afspraak + INDICATOR % (soort, noemer, waarde, citaat)}


@pytest.mark.parametrize(
    ("waarde", "citaat", "codes"),
    [
        ("50%", "de helft", []),
        ("40%", "de helft", ["norm-citaat"]),
        ("25%", "een kwart", []),
        ("33.33%", "een derde", []),
    ],
)
def test_the_norm_is_checked_against_its_words(waarde: str, citaat: str, codes: list[str]) -> None:
    gevonden = bevindingen(bestand(f"Omthuis verhuurt {citaat} aan starters.", waarde, citaat))
    assert [b.code for b in gevonden if b.ernst == "fout"] == codes


def test_about_so_many_is_shown_as_such() -> None:
    gelezen, _, _ = lees(bestand("Omthuis bouwt circa twaalf woningen.", "12", "circa twaalf", deelt=False))
    (stand,) = indicatorstanden(gelezen, d("2026-08-01"))
    assert normkort(stand) == "minstens 12 (circa)"
    assert is_bij_benadering("ruim 30%")
    assert not is_bij_benadering("hoogstens 30%")
