"""What a template can use is documented whole, and each of it is there."""

from dataclasses import fields
from pathlib import Path
from typing import Any

import pytest
import yaml

from prestatie_cli.boodschappen.bewijs import Bewijs
from prestatie_cli.boodschappen.boodschap import Boodschap
from prestatie_cli.rapport.waarden import Partijdeel, Rapport, Themadeel
from prestatie_cli.sjablonen.markdown import FILTERS
from tests.conftest import DATA, ROOT, Prestatie

BESCHREVEN: dict[str, dict[str, str]] = yaml.safe_load((ROOT / "docs/sjablonen.yaml").read_text("utf-8"))
WAARDEN: tuple[type[Any], ...] = (Rapport, Themadeel, Boodschap, Bewijs, Partijdeel)


@pytest.mark.parametrize("waarde", WAARDEN, ids=lambda w: w.__name__)
def test_every_field_of_a_value_is_documented(waarde: type[Any]) -> None:
    eigen = {n for n, w in vars(waarde).items() if isinstance(w, property)}
    assert list(BESCHREVEN[waarde.__name__]) == [
        *(f.name for f in fields(waarde)),
        *(n for n in vars(waarde) if n in eigen),
    ]


def test_every_filter_is_documented() -> None:
    assert set(BESCHREVEN["filters"]) == set(FILTERS)


def test_a_template_can_use_every_name(tmp_path: Path, prestatie: Prestatie) -> None:
    """All that is documented, in one template of one's own."""
    regels = [f"{{% set _ = {naam} %}}" for naam in BESCHREVEN["namen"]]
    plekken = {
        "r": "Rapport",
        "r.themas[0]": "Themadeel",
        "r.boodschappen[0]": "Boodschap",
        "r.boodschappen[0].bewijs[0]": "Bewijs",
        "r.partijen[0]": "Partijdeel",
    }
    regels += [f"{{% set _ = {plek}.{v} %}}" for plek, naam in plekken.items() for v in BESCHREVEN[naam]]
    (tmp_path / "rapport.md.j2").write_text("# Proef\n" + "\n".join(regels) + "\n\nKlaar.\n", "utf-8")
    gaf = prestatie("--map", DATA, "rapport", "--peildatum", "2026-08-01", "--sjablonen", tmp_path)
    assert gaf.code == 0, gaf.fout
    assert "Klaar." in gaf.uit


def test_the_example_of_the_manual_works(tmp_path: Path, prestatie: Prestatie) -> None:
    tekst = (ROOT / "docs/sjablonen.md").read_text("utf-8")
    voorbeeld = tekst.partition("```jinja\n")[2].partition("```")[0]
    (tmp_path / "rapport.md.j2").write_text(f"# Proef\n\n{voorbeeld}", "utf-8")
    gaf = prestatie("--map", DATA, "rapport", "--peildatum", "2026-08-01", "--sjablonen", tmp_path)
    assert gaf.code == 0, gaf.fout
    assert sum(r.startswith("- ") for r in gaf.uit.splitlines()) > 3


def test_a_name_that_is_not_there_is_told_in_dutch(tmp_path: Path, prestatie: Prestatie) -> None:
    (tmp_path / "rapport.md.j2").write_text("# Proef\n\n{{ r.onbekend }}\n", "utf-8")
    gaf = prestatie("--map", DATA, "rapport", "--peildatum", "2026-08-01", "--sjablonen", tmp_path)
    assert gaf.code == 3
    assert "rapport.md.j2" in gaf.fout
    assert "'onbekend'" in gaf.fout
    assert "Undefined" not in gaf.fout
