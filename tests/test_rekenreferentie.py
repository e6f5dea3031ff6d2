"""The indicators against a reference that counts months and shares nothing with the program but the files."""

import random
from collections import Counter

from tests.hulp.rekenreferentie import SOORTEN, maak, verschillen, verwacht

# `python -m tests.hulp.rekenreferentie` compares thousands.
AANTAL = 250


def test_the_program_and_the_reference_agree() -> None:
    """Value, verdict, room and pace, of all together and of each party."""
    rnd = random.Random(20261125)
    assert [v for _ in range(AANTAL) for v in verschillen(maak(rnd))] == []


def test_the_generated_dossiers_are_of_every_kind_and_verdict() -> None:
    rnd = random.Random(20261125)
    gevallen = [maak(rnd) for _ in range(AANTAL)]
    oordelen = Counter(verwacht(g).oordeel for g in gevallen)
    assert {g.soort for g in gevallen} == set(SOORTEN)
    assert {
        "gehaald", "niet_gehaald", "op_koers", "aandacht", "onvolledig", "geen_norm", "geen_meting",
    } <= oordelen.keys()  # fmt: skip
    assert len({len(g.partijen) for g in gevallen}) == 3
