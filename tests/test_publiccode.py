"""publiccode.yml keeps to the standard, version 0.7, and says what the program itself says."""

import re
import tomllib
from typing import Any

import pytest
import yaml

from prestatie_cli import __version__
from tests.conftest import ROOT, Prestatie

PUBLICCODE: dict[str, Any] = yaml.safe_load((ROOT / "publiccode.yml").read_text("utf-8"))
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
# https://yml.publiccode.tools/schema.core.html: what is mandatory, and the words a key can have.
VERPLICHT = (
    *("publiccodeYmlVersion", "name", "url", "platforms", "developmentStatus", "softwareType"),
    *("description", "legal.license", "maintenance.type"),
    *("localisation.localisationReady", "localisation.availableLanguages"),
)
WOORDEN = {
    "publiccodeYmlVersion": {"0.7"},
    "developmentStatus": {"concept", "development", "beta", "stable", "obsolete"},
    "softwareType": {
        *(f"standalone/{soort}" for soort in ("mobile", "iot", "desktop", "web", "backend", "other")),
        *("addon", "library", "configurationFiles"),
    },
    "maintenance.type": {"internal", "contract", "community", "none"},
}
SLEUTELS = {
    *("publiccodeYmlVersion", "name", "applicationSuite", "url", "landingURL", "isBasedOn"),
    *("softwareVersion", "releaseDate", "logo", "platforms", "categories", "usedBy", "fundedBy", "roadmap"),
    *("developmentStatus", "softwareType", "supports", "organisation", "intendedAudience"),
    *("description", "legal", "maintenance", "localisation", "dependsOn"),
}


def waarde(pad: str) -> Any:
    gevonden: Any = PUBLICCODE
    for sleutel in pad.split("."):
        gevonden = gevonden.get(sleutel)
    return gevonden


@pytest.mark.parametrize("pad", VERPLICHT)
def test_what_is_mandatory_is_there(pad: str) -> None:
    assert waarde(pad) not in (None, "", [], {})


@pytest.mark.parametrize("pad", WOORDEN)
def test_a_key_has_a_word_of_the_standard(pad: str) -> None:
    assert waarde(pad) in WOORDEN[pad]


def test_no_key_is_unknown() -> None:
    assert set(PUBLICCODE) - SLEUTELS == set()


@pytest.mark.parametrize("taal", PUBLICCODE["description"])
def test_the_descriptions_have_the_lengths_of_the_standard(taal: str) -> None:
    beschrijving = PUBLICCODE["description"][taal]
    assert 0 < len(beschrijving["shortDescription"]) <= 150
    assert 150 <= len(beschrijving["longDescription"]) <= 10_000
    assert beschrijving["features"]


def test_maintenance_names_whom_its_kind_asks_for() -> None:
    onderhoud = PUBLICCODE["maintenance"]
    assert ("contractors" in onderhoud) == (onderhoud["type"] == "contract")
    assert "contacts" in onderhoud or onderhoud["type"] in ("contract", "none")


def test_it_says_what_the_program_says(prestatie: Prestatie) -> None:
    assert PUBLICCODE["name"] == PROJECT["name"]
    assert PUBLICCODE["legal"]["license"] == PROJECT["license"]
    assert PUBLICCODE["softwareVersion"] == __version__
    assert __version__ in prestatie("--version").uit
    assert PUBLICCODE["description"]["en"]["shortDescription"] == PROJECT["description"]
    [python] = [d for d in PUBLICCODE["dependsOn"]["open"] if d["name"] == "Python"]
    assert f">={python['versionMin']}" == PROJECT["requires-python"]


def test_the_licence_is_that_of_the_file() -> None:
    kop = (ROOT / "LICENSE").read_text("utf-8").splitlines()[0]
    naam, _, versie = PUBLICCODE["legal"]["license"].partition("-")
    assert (naam, re.findall(r"[\d.]+$", kop)) == ("EUPL", [versie])


def test_what_is_released_has_an_address() -> None:
    """The address that can't exist stands there only as long as nothing was released."""
    assert ".invalid/" not in PUBLICCODE["url"] or "releaseDate" not in PUBLICCODE
