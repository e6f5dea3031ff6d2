"""The commands that compare versions, on a repository built with real git."""

import json
import os
import stat
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.conftest import Prestatie
from tests.versies import AFSPRAKEN, CORRECTIE, METING, Repo, anders_opgemaakt, begin

Golden = Callable[[str, str], None]
DAG = ("--peildatum", "2026-09-01")
A = "afspraken-2026.yaml"
STAPPEN = (
    "ondertekend",
    "norm",
    "termijn",
    "herschreven",
    "tikfout",
    "opmaak",
    "cijfers",
    "correctie",
    "vervallen",
    "volgend-jaar",
)


@pytest.fixture
def repo(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, prestatie: Prestatie) -> Repo:
    """The whole story: from the draft by way of the signing to next year's agreements."""
    r = begin(tmp_path / "gemeente")
    monkeypatch.chdir(r.pad)
    for partij in ("gemeente", "omthuis", "hlve"):
        assert prestatie("vaststellen", "--partij", partij, "--datum", "2025-12-12").code == 0
    r.leg_vast("Ondertekend", "2025-12-12", "ondertekend")
    r.vervang(A, ("waarde: 10%", "waarde: 15%"), ("maximaal 10%", "maximaal 15%"))
    r.vervang(A, ("Hoogstens 10%", "Hoogstens 15%"))
    r.leg_vast("Norm verhoogd", "2026-02-02", "norm")
    r.vervang(A, ("medio 2026", "medio 2027"))
    r.leg_vast("Evaluatie later", "2026-03-03", "termijn")
    r.vervang(A, ("voorrang te geven", "met voorrang een woning aan te bieden"))
    r.leg_vast("Zin herschreven", "2026-04-04", "herschreven")
    r.vervang(A, ("geevalueerd", "geëvalueerd"))
    r.leg_vast("Tikfout hersteld", "2026-05-05", "tikfout")
    r.schrijf(A, anders_opgemaakt(r.lees(A)))
    r.leg_vast("Opnieuw opgemaakt", "2026-06-06", "opmaak")
    r.schrijf("metingen/2026-H1.yaml", METING)
    r.leg_vast("Halfjaarcijfers", "2026-07-10", "cijfers")
    gecorrigeerd = METING.replace("middeninkomens: 6", "middeninkomens: 5") + CORRECTIE
    r.schrijf("metingen/2026-H1.yaml", gecorrigeerd)
    r.leg_vast("Cijfer gecorrigeerd", "2026-08-20", "correctie")
    _trek_in(r, "3.7")
    r.leg_vast("Afspraak vervallen", "2026-09-09", "vervallen")
    r.schrijf("afspraken-2027.yaml", _volgend_jaar())
    r.leg_vast("Afspraken 2027", "2026-12-12", "volgend-jaar")
    return r


def _trek_in(repo: Repo, nummer: str) -> None:
    import yaml

    data = yaml.load(repo.lees(A), yaml.BaseLoader)
    data["afspraken"] = [a for a in data["afspraken"] if a["nummer"] != nummer]
    repo.schrijf(A, yaml.safe_dump(data, allow_unicode=True, default_style='"'))


def _volgend_jaar() -> str:
    """Next year's file: one agreement renumbered, one new, terms moved along."""
    tekst = AFSPRAKEN.replace("2026", "2027")
    tekst = tekst.replace('"3.6"', '"3.8"').replace('"3.7"', '"3.9"')
    return tekst.replace("maximaal 10%", "maximaal 12%").replace("10%", "12%")


@pytest.mark.parametrize("nummer", range(len(STAPPEN)))
def test_each_step_is_told(repo: Repo, prestatie: Prestatie, golden: Golden, nummer: int) -> None:
    van, naar = ("concept", *STAPPEN)[nummer : nummer + 2]
    uit = prestatie("diff", van, naar, *DAG)
    assert (uit.code, uit.fout) == (0, "")
    golden(f"diff-{nummer + 1:02}-{naar}.txt", uit.uit)


def _wijzigingen(prestatie: Prestatie, *argumenten: str) -> list[dict[str, object]]:
    uit = prestatie("diff", *argumenten, *DAG, "--formaat", "json")
    wijzigingen: list[dict[str, object]] = json.loads(uit.uit)["wijzigingen"]
    return wijzigingen


@pytest.mark.parametrize(
    ("stap", "verwacht"),
    [
        ("ondertekend", ["vaststelling-toegevoegd"] * 3),
        ("norm", ["norm-versoepeld"]),
        ("termijn", ["termijn-later"]),
        ("herschreven", ["tekst-gewijzigd"]),
        ("tikfout", ["tekst-gewijzigd"]),
        ("opmaak", ["opmaak-gewijzigd"]),
        ("cijfers", ["cijfer-toegevoegd"] * 2),
        ("correctie", ["cijfer-gecorrigeerd"]),
        ("vervallen", ["afspraak-verwijderd"]),
        ("volgend-jaar", ["jaargang-toegevoegd"]),
    ],
)
def test_one_real_change_is_reported_once(
    repo: Repo, prestatie: Prestatie, stap: str, verwacht: list[str]
) -> None:
    vorige = ("concept", *STAPPEN)[STAPPEN.index(stap)]
    assert [w["code"] for w in _wijzigingen(prestatie, vorige, stap)] == verwacht


def test_formats_of_all_changes_since_the_signing(repo: Repo, prestatie: Prestatie, golden: Golden) -> None:
    for vorm, eind in (("md", "md"), ("json", "json"), ("tekst", "txt")):
        uit = prestatie("diff", "ondertekend", "correctie", *DAG, "--formaat", vorm)
        golden(f"diff-sinds-ondertekening.{eind}", uit.uit)
    uit = prestatie("diff", "tikfout", "vervallen", *DAG, "--formaat", "md")
    assert "toegevoegd" in uit.uit
    golden("diff-correctie.md", prestatie("diff", "tikfout~1", "correctie", "--formaat", "md", *DAG).uit)
    golden("diff-gecorrigeerd.md", prestatie("diff", "cijfers", "correctie", "--formaat", "md", *DAG).uit)


def test_json_of_a_change_has_the_agreed_fields(repo: Repo, prestatie: Prestatie) -> None:
    (w,) = _wijzigingen(prestatie, "ondertekend", "norm")
    assert list(w) == [
        *("code", "soort", "richting", "afspraak", "veld"),
        *("oud", "nieuw", "van", "naar", "vingerafdruk"),
    ]
    assert (w["oud"], w["nieuw"], w["richting"], w["afspraak"]) == ("10%", "15%", "versoepeling", "2.6")
    assert w["van"] == {"bestand": "data/afspraken-2026.yaml", "regel": 70}


def test_the_fingerprint_stays_when_lines_move(repo: Repo, prestatie: Prestatie) -> None:
    (oud,) = _wijzigingen(prestatie, "ondertekend", "norm")
    repo.git("checkout", "-q", "-b", "zijtak", "norm")
    repo.schrijf(A, "# een regel erbij\n" + repo.lees(A))
    (nieuw,) = (w for w in _wijzigingen(prestatie, "ondertekend") if w["soort"] == "inhoudelijk")
    assert nieuw["naar"] != oud["naar"]
    assert nieuw["vingerafdruk"] == oud["vingerafdruk"]


def test_another_years_file_is_recognised(repo: Repo, prestatie: Prestatie, golden: Golden) -> None:
    uit = prestatie("diff", "data/afspraken-2026.yaml", "data/afspraken-2027.yaml", *DAG)
    assert uit.code == 0
    golden("diff-2026-2027.txt", uit.uit)


def test_selections_and_exit_codes(repo: Repo, prestatie: Prestatie) -> None:
    assert prestatie("diff", "opmaak~1", "opmaak", "--fout-bij", "inhoudelijk").code == 0
    assert prestatie("diff", "opmaak~1", "opmaak", "--fout-bij", "opmaak").code == 1
    assert prestatie("diff", "ondertekend", "norm", "--fout-bij", "inhoudelijk").code == 1
    opmaak = prestatie("diff", "ondertekend", "norm", "--soort", "opmaak").uit
    assert "soort opmaak" in opmaak
    assert "verandert op 1 punt" in opmaak
    assert "in deze keuze 0" in opmaak
    assert "INHOUDELIJK" not in opmaak
    voor_hlve = prestatie("diff", "ondertekend", "norm", "--partij", "hlve").uit
    assert "Voor HLVE: er is niets gewijzigd." in voor_hlve
    assert prestatie("diff", "--soort", "groot").code == 2
    assert prestatie("diff", "--partij", "niemand").code == 2
    assert prestatie("diff", "bestaatniet").code == 3
    assert prestatie("diff", "concept:data/afspraken-2030.yaml").code == 3


def test_a_file_of_a_revision_and_the_output_file(repo: Repo, prestatie: Prestatie, tmp_path: Path) -> None:
    uit = prestatie("diff", "ondertekend:data/afspraken-2026.yaml", "norm", "-o", tmp_path / "uit.txt")
    assert (uit.code, uit.uit) == (0, "")
    assert "norm: 10% -> 15%" in (tmp_path / "uit.txt").read_text("utf-8")


def test_a_broken_file_is_neither_gone_nor_new(repo: Repo, prestatie: Prestatie) -> None:
    repo.schrijf("afspraken-2027.yaml", "jaar: [\n")
    uit = prestatie("diff", *DAG)
    assert uit.code == 1
    assert "verwijderd" not in uit.uit
    assert "Er is niets gewijzigd, voor zover te lezen was." in uit.uit
    assert "data/afspraken-2027.yaml" in uit.uit


def test_a_role_that_goes_is_told_to_the_party_that_loses_it(repo: Repo, prestatie: Prestatie) -> None:
    repo.git("checkout", "-q", "-b", "zijtak", "norm")
    repo.vervang(A, ("        met: [hlve]\n", ""))
    for partij in ("hlve", "omthuis"):
        assert "met wie weg: hlve; voor gemeente, hlve, omthuis" in prestatie("diff", "--partij", partij).uit


def test_markdown_escapes_user_text(repo: Repo, prestatie: Prestatie) -> None:
    repo.vervang(A, ("met voorrang", "<b>met</b> [link](http://x.example) @iemand *voorrang*"))
    uit = prestatie("diff", *DAG, "--formaat", "md").uit
    assert "<b>" not in uit
    assert "@iemand" not in uit
    assert "\\*" in uit
    assert "\\[" in uit


@pytest.mark.parametrize("nummer", ["2.6", "3.5", "3.7", "3.8"])
def test_history_of_an_agreement(repo: Repo, prestatie: Prestatie, golden: Golden, nummer: str) -> None:
    uit = prestatie("geschiedenis", nummer, *DAG)
    assert (uit.code, uit.fout) == (0, "")
    golden(f"geschiedenis-{nummer}.txt", uit.uit)


def test_history_oldest_first_and_as_json(repo: Repo, prestatie: Prestatie) -> None:
    nieuwste = json.loads(prestatie("geschiedenis", "3.8", *DAG, "--formaat", "json").uit)["versies"]
    oudste = prestatie("geschiedenis", "3.8", *DAG, "--formaat", "json", "--oudste-eerst").uit
    assert list(reversed(nieuwste)) == json.loads(oudste)["versies"]
    assert nieuwste[0]["overgenomen_uit"] == "3.6 (2026)"
    assert prestatie("geschiedenis", "9.9").code == 2


def test_history_goes_on_over_a_broken_version(repo: Repo, prestatie: Prestatie) -> None:
    goed = repo.lees(A)
    repo.schrijf(A, "jaar: [\n")
    repo.leg_vast("Stuk", "2026-12-20", "stuk")
    repo.schrijf(A, goed.replace("medio 2027", "medio 2028"))
    repo.leg_vast("Heel", "2026-12-21", "heel")
    repo.schrijf("afspraken-2027.yaml", repo.lees("afspraken-2027.yaml").replace("2.6", "2.7"))
    uit = prestatie("geschiedenis", "2.7", *DAG).uit
    assert "hernummerd: 2.6 -> 2.7" in uit
    assert "is in" in uit
    assert "verwijderd" not in uit


def test_status_and_toon_say_that_it_changed_since_the_signing(repo: Repo, prestatie: Prestatie) -> None:
    for argumenten in (("status",), ("toon", "2.6")):
        nu = prestatie(*argumenten, *DAG, "--versie", "norm").uit
        assert "gewijzigd sinds vaststelling op 12 december 2025 door gemeente, hlve en omthuis" in " ".join(
            nu.split()
        )
        toen = prestatie(*argumenten, *DAG, "--versie", "ondertekend").uit
        assert "sinds vaststelling" not in toen


def test_an_approval_changes_nothing_else(tmp_path: Path, prestatie: Prestatie) -> None:
    r = begin(tmp_path / "een map met 'n spatie")
    for tekst in (AFSPRAKEN, AFSPRAKEN.rstrip("\n"), AFSPRAKEN.replace("\n", "\r\n")):
        pad = r.data / A
        pad.write_bytes(tekst.encode())
        pad.chmod(0o640)
        for partij in ("omthuis", "hlve"):
            uit = prestatie("vaststellen", "--map", r.data, "--partij", partij, "--datum", "2025-12-12")
            assert (uit.code, uit.fout) == (0, "")
        nieuw = pad.read_bytes()
        assert nieuw.startswith(tekst.encode())
        assert nieuw.count(b"partij: ") == 2
        assert (b"\r\n" in nieuw) == ("\r\n" in tekst)
        assert nieuw.count(b"\n") == nieuw.count(b"\r\n") or "\r\n" not in tekst
        assert stat.S_IMODE(pad.stat().st_mode) == 0o640
        herhaald = prestatie("vaststellen", "--map", r.data, "--partij", "hlve", "--datum", "2025-12-12")
        assert "er is niets gewijzigd" in herhaald.uit
        assert pad.read_bytes() == nieuw
        assert prestatie("valideer", "--map", r.data).code == 0


def test_an_approval_goes_into_a_list_in_the_middle(tmp_path: Path, prestatie: Prestatie) -> None:
    r = begin(tmp_path / "r")
    blok = (
        "vaststellingen:\n- partij: omthuis  # getekend\n  datum: 2025-12-01\n"
        '  vingerafdruk: "0123456789abcdef"\n\n# Daarna het jaar.\n'
    )
    r.schrijf(A, blok + AFSPRAKEN)
    uit = prestatie("vaststellen", "--map", r.data, "--partij", "HLVE", "--datum", "2025-12-12")
    assert uit.code == 0
    oud, nieuw = (blok + AFSPRAKEN).splitlines(), r.lees(A).splitlines()
    assert nieuw[:4] + nieuw[7:] == oud
    assert nieuw[4] == "- partij: hlve"


def test_an_approval_is_refused_for_a_faulty_file_or_party(tmp_path: Path, prestatie: Prestatie) -> None:
    r = begin(tmp_path / "r")
    assert prestatie("vaststellen", "--map", r.data, "--partij", "niemand").code == 2
    r.vervang(A, ("wie: [gemeente]", "wie: [gemente]"))
    voor = r.lees(A)
    uit = prestatie("vaststellen", "--map", r.data, "--partij", "hlve")
    assert uit.code == 1
    assert "gemente" in uit.fout
    assert r.lees(A) == voor
    r.schrijf(A, AFSPRAKEN + "vaststellingen: []\n")
    assert prestatie("vaststellen", "--map", r.data, "--partij", "hlve").code == 3


def _met_driver(repo: Repo, tmp_path: Path) -> Callable[..., str]:
    """Run git with `prestatie` on the path."""
    map_ = tmp_path / "bin"
    map_.mkdir()
    programma = map_ / "prestatie"
    programma.write_text(f'#!/bin/sh\nexec "{sys.executable}" -m prestatie_cli "$@"\n', encoding="utf-8")
    programma.chmod(0o755)
    src = Path(__file__).parent.parent / "src"

    def git(*argumenten: str) -> str:
        pad = f"{map_}{os.pathsep}{os.environ['PATH']}"
        return repo.git(*argumenten, PATH=pad, PYTHONPATH=str(src), NO_COLOR="1")

    return git


@pytest.mark.skipif(os.name == "nt", reason="the test puts a shell script on the path")
def test_git_speaks_in_agreements(repo: Repo, prestatie: Prestatie, golden: Golden, tmp_path: Path) -> None:
    git = _met_driver(repo, tmp_path)
    uit = prestatie("git-installeer")
    golden("diff-git-installeer.txt", uit.uit)
    assert uit.uit.count("\n") == 2
    voor = (repo.pad / ".git/config").read_bytes(), (repo.pad / ".gitattributes").read_bytes()
    assert "niets gewijzigd" in prestatie("git-installeer").uit
    assert voor == ((repo.pad / ".git/config").read_bytes(), (repo.pad / ".gitattributes").read_bytes())
    assert repo.git("status", "--porcelain") == "?? .gitattributes\n"
    golden("diff-git-opmaak.txt", git("diff", "opmaak~1", "opmaak"))
    golden("diff-git-log.txt", git("log", "-p", "--ext-diff", "--format=%s", "cijfers..vervallen"))
    repo.schrijf("afspraken-2027.yaml", "jaar: [\n")
    stuk = git("diff")
    assert "data/afspraken-2027.yaml" in stuk
    assert "niet of niet helemaal gelezen" in " ".join(stuk.split())


def test_rules_of_changes(prestatie: Prestatie, golden: Golden) -> None:
    golden("diff-regels.txt", prestatie("regels", "--wijzigingen").uit)
    assert "norm-verzwaard" in prestatie("regels", "--wijzigingen", "norm-versoepeld").uit
    assert prestatie("regels", "--wijzigingen", "norm-versoepelt").code == 2


def test_the_clocks_of_the_reading_commands_are_refused(repo: Repo, prestatie: Prestatie) -> None:
    for klok in (("--versie", "HEAD"), ("--bekend-op", "2026-07-01")):
        for opdracht in (("diff",), ("geschiedenis", "1.1")):
            assert prestatie(*klok, *opdracht).code == 2


def test_a_share_that_becomes_a_count_is_told_as_it_is_spelt(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, prestatie: Prestatie
) -> None:
    r = begin(tmp_path / "r")
    monkeypatch.chdir(r.pad)
    parameter = "parameters:\n  - {id: p, naam: P, eenheid: aandeel, waarden: [{waarde: 15%, van: 2026-01-01, bron: B}]}\n"
    r.schrijf("parameters.yaml", parameter)
    r.leg_vast("Parameter", "2025-12-01", "parameter")
    r.schrijf("parameters.yaml", parameter.replace("aandeel", "euro"))
    r.vervang(A, ("soort: aandeel", "soort: aantal"), ("waarde: 10%", "waarde: 14"))
    for vorm in ("tekst", "md", "json"):
        uit = prestatie("diff", *DAG, "--formaat", vorm)
        assert (uit.code, uit.fout) == (1, "")  # the quotation of the norm does not hold 14, and says so
    tekst = prestatie("diff", *DAG).uit
    assert "norm: 10% -> 14; voor omthuis" in tekst
    assert "eenheid: aandeel -> euro" in tekst  # and that 15% is no euro is a fault of its own


def test_another_promise_with_the_same_number_is_a_change_of_its_own(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, prestatie: Prestatie
) -> None:
    """The quotation of a norm explains its own place in the text, not a second one."""
    r = begin(tmp_path / "r")
    monkeypatch.chdir(r.pad)
    twee = r.lees(A).replace("maximaal 10%", "maximaal 10% en elders maximaal 10%")
    r.schrijf(A, twee.replace("citaat: maximaal 10% en elders maximaal 10%", "citaat: maximaal 10%"))
    r.leg_vast("Tweede belofte", "2025-12-01", "twee")
    r.schrijf(A, r.lees(A).replace("maximaal 10%", "maximaal 15%").replace("waarde: 10%", "waarde: 15%"))
    codes = [w["code"] for w in _wijzigingen(prestatie, "twee")]
    assert "norm-versoepeld" in codes
    assert "tekst-gewijzigd" in codes


def test_two_files_of_the_same_year_are_never_called_unchanged(repo: Repo, prestatie: Prestatie) -> None:
    repo.schrijf("afspraken-2028.yaml", repo.lees(A))
    uit = prestatie("diff")
    assert uit.code == 1
    assert "hierover gaat afspraken-2026.yaml al" in " ".join(uit.uit.split())


def test_history_over_a_file_that_cannot_be_read_ends_with_one(repo: Repo, prestatie: Prestatie) -> None:
    repo.schrijf(A, "jaar: [\n")
    assert prestatie("geschiedenis", "2.6").code == 1
