"""Commits and their days, on real repositories: what was known when, and where the folder was before."""

from datetime import date

import pytest

from prestatie_cli.bronnen.commits import Commit, commit_bij, commit_op, commits_van
from prestatie_cli.bronnen.revisies import lees_revisie
from prestatie_cli.bronnen.werkmap import huidige_commit
from prestatie_cli.fouten import BronFout
from tests.conftest import BASIS, Repo

PAD = "data/afspraken-2026.yaml"
LANG = BASIS + "".join(f"# regel {n}\n" for n in range(30))


def onderwerpen(commits: tuple[Commit, ...]) -> list[str]:
    return [c.onderwerp for c in commits]


def test_a_day_ends_with_the_last_commit_of_that_day(git_repo: Repo) -> None:
    git_repo.schrijf(PAD, BASIS)
    begin = git_repo.commit("Begin", "2026-01-01")
    git_repo.commit("Middag", "2026-06-30")
    avond = "2026-06-30T23:59:59+02:00"
    git_repo.commit("Avond", avond)
    herschreven = ("--allow-empty", "--no-edit", "--date=2020-01-01T12:00:00")
    git_repo.git("commit", "--quiet", "--amend", *herschreven, dag=avond)
    laatst = git_repo.git("rev-parse", "HEAD")
    laat = git_repo.commit("na middernacht", "2026-07-01T00:00:01+02:00")
    data = git_repo.pad / "data"
    assert commit_op(data, date(2026, 1, 1)) == begin
    assert commit_op(data, date(2026, 6, 29)) == begin
    assert commit_op(data, date(2026, 6, 30)) == laatst
    assert commit_op(data, date(2026, 7, 1)) == commit_op(data, date(2199, 1, 1)) == laat
    with pytest.raises(BronFout) as gevangen:
        commit_op(data, date(2025, 12, 31))
    assert "de eerste commit is van 2026-01-01" in gevangen.value.boodschap
    assert "2026-01-01" in gevangen.value.hulp


def test_a_day_is_that_of_the_committer_on_any_machine(
    git_repo: Repo, monkeypatch: pytest.MonkeyPatch
) -> None:
    git_repo.schrijf(PAD, BASIS)
    eerste = git_repo.commit("Begin", "2026-01-01")
    git_repo.commit("Net na middernacht in Nederland", "2026-07-02T00:30:00+02:00")
    for zone in ("UTC", "Pacific/Kiritimati", "America/Los_Angeles"):
        monkeypatch.setenv("TZ", zone)
        assert commit_op(git_repo.pad, date(2026, 7, 1)) == eerste
        assert commit_bij(git_repo.pad, "HEAD").datum == date(2026, 7, 2)


def test_work_on_a_branch_counts_from_its_merge(git_repo: Repo) -> None:
    git_repo.schrijf(PAD, BASIS)
    begin = git_repo.commit("Begin", "2026-01-01")
    git_repo.git("switch", "--quiet", "--create", "voorstel")
    git_repo.schrijf(PAD, LANG)
    git_repo.commit("Voorstel", "2026-03-01")
    git_repo.git("switch", "--quiet", "main")
    git_repo.schrijf("leesmij.txt", "x\n")
    los = git_repo.commit("Los", "2026-04-01")
    git_repo.git(
        "merge", "--quiet", "--no-ff", "--message", "Neem voorstel over", "voorstel", dag="2026-06-01"
    )
    data = git_repo.pad / "data"
    assert commit_op(data, date(2026, 3, 15)) == begin
    assert commit_op(data, date(2026, 5, 31)) == los
    assert commit_op(data, date(2026, 6, 1)) == git_repo.git("rev-parse", "HEAD")
    assert onderwerpen(commits_van(data)) == ["Begin", "Neem voorstel over"]


def test_the_commits_of_the_folder_and_of_paths(git_repo: Repo) -> None:
    git_repo.schrijf(PAD, BASIS)
    git_repo.commit("Begin: 'a' \"b\" é\n\nmeer", "2026-01-01")
    git_repo.schrijf("leesmij.txt", "x\n")
    git_repo.commit("Buiten de map", "2026-02-01")
    git_repo.schrijf("data/parameters.yaml", "parameters: []\n")
    git_repo.commit("Parameters", "2026-03-01")
    data = git_repo.pad / "data"
    eerste, tweede = commits_van(data)
    assert (eerste.auteur, eerste.datum) == ("Ans de Wit", date(2026, 1, 1))
    assert eerste.onderwerp == "Begin: 'a' \"b\" é"
    assert (tweede.onderwerp, tweede.map_) == ("Parameters", "data")
    assert commit_bij(data, tweede.hash[:8]).hash == tweede.hash
    assert onderwerpen(commits_van(data, ["data/parameters.yaml"])) == ["Parameters"]
    assert onderwerpen(commits_van(data, ["leesmij.txt", PAD])) == [eerste.onderwerp, "Buiten de map"]
    assert commits_van(data, ["bestaat-niet.yaml"]) == ()
    assert commits_van(git_repo.pad / "ook-niet") == ()


def test_the_folder_is_followed_when_it_moved(git_repo: Repo) -> None:
    git_repo.schrijf("afspraken-2026.yaml", LANG)
    git_repo.schrijf("metingen/2024.yaml", "periode: 2024\n" * 9)
    git_repo.commit("In de hoofdmap", "2026-01-01")
    git_repo.schrijf("leesmij.txt", "x\n")
    git_repo.commit("Iets anders", "2026-01-02")
    git_repo.schrijf("oud/data/leesmij.txt", "x\n")
    git_repo.git("mv", "afspraken-2026.yaml", "metingen", "oud/data")
    git_repo.commit("Naar oud/data", "2026-02-01")
    git_repo.schrijf("oud/data/afspraken-2026.yaml", LANG + "# meer\n")
    git_repo.commit("Meer", "2026-03-01")
    git_repo.git("mv", "oud/data", "gegevens map")
    git_repo.schrijf("gegevens map/afspraken-2026.yaml", LANG + "# meer\n# en nog meer\n")
    git_repo.commit("Verhuis en wijzig", "2026-04-01")
    git_repo.git("config", "log.follow", "true")
    commits = commits_van(git_repo.pad / "gegevens map")
    assert [(c.onderwerp, c.map_) for c in commits] == [
        ("In de hoofdmap", ""),
        ("Naar oud/data", "oud/data"),
        ("Meer", "oud/data"),
        ("Verhuis en wijzig", "gegevens map"),
    ]
    for commit in commits:
        assert lees_revisie(git_repo.pad / (commit.map_ or ""), commit.hash).teksten
    bestand = commits_van(git_repo.pad, ["gegevens map/metingen/2024.yaml"])
    assert onderwerpen(bestand) == ["In de hoofdmap", "Naar oud/data", "Verhuis en wijzig"]


def test_settings_of_the_user_do_not_change_the_answer(git_repo: Repo) -> None:
    git_repo.schrijf(PAD, BASIS)
    git_repo.commit("Café", "2026-01-01")
    voor = commits_van(git_repo.pad / "data", [PAD])
    for sleutel, waarde in {
        "log.follow": "true",
        "log.date": "relative",
        "log.decorate": "full",
        "log.showSignature": "true",
        "format.pretty": "fuller",
        "i18n.logOutputEncoding": "latin1",
        "color.ui": "always",
        "core.quotepath": "true",
        "core.abbrev": "4",
        "core.warnAmbiguousRefs": "false",
        "status.showUntrackedFiles": "no",
        "status.branch": "true",
        "status.short": "false",
        "diff.renames": "false",
    }.items():
        git_repo.git("config", sleutel, waarde)
    assert commits_van(git_repo.pad / "data", [PAD]) == voor
    git_repo.schrijf("data/parameters.yaml", "parameters: []\n")
    assert huidige_commit(git_repo.pad / "data") == (voor[0].hash, True)


def test_uncommitted_changes_are_those_of_data_files(git_repo: Repo) -> None:
    git_repo.schrijf(PAD, BASIS)
    git_repo.schrijf(".gitignore", "geheim/\n*.yml\n")
    hash_ = git_repo.commit("Begin")
    data = git_repo.pad / "data"
    git_repo.schrijf("ander/afspraken-2026.yaml", BASIS)
    git_repo.schrijf("database/afspraken-2026.yaml", BASIS)
    git_repo.schrijf("data/leesmij.txt", "x\n")
    assert huidige_commit(data) == (hash_, False)
    for naam in ("data/metingen/2024.yaml", "data/genegeerd.yml", "geheim/afspraken-2026.yaml"):
        nieuw = git_repo.schrijf(naam, "a: 1\n")
        assert huidige_commit(nieuw.parent if "geheim" in naam else data) == (hash_, True), naam
        nieuw.unlink()
    git_repo.git("mv", PAD, "data/afspraken-2027.yaml")
    assert huidige_commit(data) == (hash_, True)
