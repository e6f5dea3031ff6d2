"""The calculations that a policy advisor wrote down in `berekeningen/*.yaml`, each computed and compared.

A case takes an indicator of the example, changes it where it says so, and gives its figures.
"""

from dataclasses import dataclass, replace
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

import pytest
import yaml

from prestatie_cli.bronnen.schijf import lees_map
from prestatie_cli.formaten.indicatoren import als_dict
from prestatie_cli.indicatoren.berekening import Indicatorstand, rekenaar
from prestatie_cli.inlezen.bestanden import lees_dossier
from prestatie_cli.model.dossier import Dossier
from prestatie_cli.model.eenheden import Eenheid
from prestatie_cli.model.indicator import Indicator
from prestatie_cli.model.jaargang import Jaargang, Kengetal
from prestatie_cli.model.meting import Meting
from prestatie_cli.woorden.indicatorwoorden import (
    jaartekst,
    leverteksten,
    normkolom,
    waardetekst,
)
from prestatie_cli.woorden.verloopwoorden import vooruitblik
from tests.conftest import DATA

BEREKENINGEN = Path(__file__).parent / "berekeningen"
SLEUTELS = {"naam", "peildatum", "invoer", "uitkomst"}
BEVAT = ("reden", "vooruitblik", "te_leveren")


@dataclass(frozen=True)
class Geval:
    bestand: str
    naam: str
    peildatum: date
    invoer: dict[str, Any]
    uitkomst: dict[str, Any]


def _gevallen() -> list[Geval]:
    uit = []
    for pad in sorted(BEREKENINGEN.glob("*.yaml")):
        for g in yaml.load(pad.read_text("utf-8"), Loader=yaml.BaseLoader):
            assert set(g) == SLEUTELS, f"{pad.name}: {g}"
            peildatum = date.fromisoformat(g["peildatum"])
            invoer = {
                **g["invoer"].pop("<<", {}),
                **g["invoer"],
            }  # BaseLoader keeps every scalar, and no merge
            uit.append(Geval(pad.stem, g["naam"], peildatum, invoer, g["uitkomst"]))
    return uit


GEVALLEN = _gevallen()


@cache
def _echt() -> Dossier:
    return lees_dossier(lees_map(DATA).teksten)[0]


def _dossier(invoer: dict[str, Any]) -> Dossier:
    """The agreements of the example with one indicator changed, and only the figures of the case."""
    echt = _echt()
    ((bestand, jaargang),) = echt.jaargangen.items()
    jaargang = _aangevuld(jaargang, invoer.get("nieuw", {}))
    indicatoren = tuple(
        Indicator.model_validate({**i.model_dump(exclude_none=True), **invoer.get("wijzig", {})})
        if i.id == invoer["indicator"]
        else i
        for i in jaargang.indicatoren
    )
    gewijzigd = jaargang.model_copy(update={"indicatoren": indicatoren})
    return replace(echt, jaargangen={bestand: gewijzigd}, metingen=_metingen(invoer), voortgang={})


def _aangevuld(jaargang: Jaargang, nieuw: dict[str, Any]) -> Jaargang:
    """The agreements with the units, figures and the indicator of a case; what it leaves out is the usual."""
    if not nieuw:
        return jaargang
    gewoon = {"naam": "n", "soort": "stroom", "levert": "omthuis", "definitie": "d"}
    kengetallen = [Kengetal.model_validate({**gewoon, **k}) for k in nieuw["kengetallen"]]
    vast = {"citaat": "zoals gesteld", "plaats": "tekst"}
    normen = [{**vast, **norm} for norm in nieuw["indicator"]["normen"]]
    velden = {"naam": "n", "afspraak": "1.14", "definitie": "d", **nieuw["indicator"], "normen": normen}
    return jaargang.model_copy(
        update={
            "eenheden": tuple(Eenheid.model_validate(e) for e in nieuw.get("eenheden", ())),
            "kengetallen": (*jaargang.kengetallen, *kengetallen),
            "indicatoren": (*jaargang.indicatoren, Indicator.model_validate(velden)),
        }
    )


def _metingen(invoer: dict[str, Any]) -> dict[str, Meting]:
    cijfers = dict(invoer.get("cijfers", {}))
    if reeks := invoer.get("jaarcijfers"):
        eerste = int(reeks["van"])
        cijfers |= {str(eerste + n): {reeks["kengetal"]: w} for n, w in enumerate(reeks["waarden"])}
    uit: dict[str, Meting] = {}
    for periode, delen in invoer.get("delen", {}).items():
        vast = {"geleverd_op": "2031-02-01", "herkomst": "definitief"}
        leveringen = [{"door": partij, "cijfers": eigen, **vast} for partij, eigen in delen.items()]
        uit[f"metingen/{periode}.yaml"] = Meting.model_validate(
            {"periode": periode, "leveringen": leveringen}
        )
    for periode in sorted({*cijfers, *invoer.get("ontbreekt", {})}):
        levering = {
            "door": "omthuis",
            "geleverd_op": "2031-02-01",
            "herkomst": _herkomst(invoer, periode),
            "cijfers": cijfers.get(periode, {}),
            "ontbreekt": invoer.get("ontbreekt", {}).get(periode, {}),
            "correcties": invoer.get("correcties", {}).get(periode, []),
        }
        leveringen = [levering]
        if extra := invoer.get("nog_eens", {}).get(periode):
            leveringen.append({**levering, "cijfers": extra, "ontbreekt": {}, "correcties": []})
        meting = Meting.model_validate({"periode": periode, "leveringen": leveringen})
        uit[f"metingen/{periode}.yaml"] = meting
    return uit


def _herkomst(invoer: dict[str, Any], periode: str) -> str:
    return next((h for h in ("voorlopig", "voorbeeld") if periode in invoer.get(h, ())), "definitief")


def _uitkomst(s: Indicatorstand) -> dict[str, Any]:
    """What users see of an indicator, all of it text; `geen` where there is no value."""
    getoond = {
        **als_dict(s),
        "norm": normkolom(s) if s.norm else None,
        "getoond": waardetekst(s),
        "vooruitblik": " ".join(vooruitblik(s)),
        "te_leveren": "; ".join(leverteksten(s.te_leveren)),
        "jaren": {str(j.jaar): jaartekst(j, s) for j in s.jaren},
        "gecorrigeerd": [str(j.jaar) for j in s.jaren if j.gecorrigeerd],
    }
    return {k: "geen" if w is None else w for k, w in getoond.items()}


@pytest.mark.parametrize("geval", GEVALLEN, ids=lambda g: f"{g.bestand}: {g.naam}")
def test_calculation(geval: Geval) -> None:
    dossier = _dossier(geval.invoer)
    ((bestand, jaargang),) = dossier.jaargangen.items()
    (plek,) = [i for i, n in enumerate(jaargang.indicatoren) if n.id == geval.invoer["indicator"]]
    stand = rekenaar(dossier, bestand, jaargang, geval.peildatum)(plek, geval.peildatum)
    echt = _uitkomst(stand)
    for veld, verwacht in geval.uitkomst.items():
        if veld in BEVAT and verwacht != "geen":
            assert verwacht in echt[veld], f"{veld}: {echt[veld]!r}"
        else:
            assert echt[veld] == verwacht, f"{veld}: {echt}"


def test_there_are_enough_cases_and_no_name_occurs_twice() -> None:
    namen = [g.naam for g in GEVALLEN]
    assert len(namen) >= 70
    assert len(set(namen)) == len(namen)


def test_every_verdict_occurs() -> None:
    assert {g.uitkomst["oordeel"] for g in GEVALLEN if "oordeel" in g.uitkomst} == {
        "gehaald", "niet_gehaald", "op_koers", "aandacht", "onvolledig", "geen_norm", "geen_meting",
        "niet_van_toepassing",
    }  # fmt: skip
