"""The site: pages that work from a folder, say what the documents say, and let no small count out."""

import csv
import io
import json
import re
import shutil
from html.parser import HTMLParser
from itertools import pairwise
from pathlib import Path
from typing import Any
from urllib.parse import unquote

import pytest

from prestatie_cli.cli import main
from tests.conftest import DATA, Prestatie, Repo
from tests.hulp.chromium import CSP, DONKER, LICHT, chromium, druk_af, meet
from tests.hulp.documenten import figuren, lees_html, lees_md, pdf_tekst
from tests.hulp.rapportdossier import KLEIN, dossier_met, schrijf

DAG = "2026-11-15"
STAD = Path(__file__).parent / "voorbeelden/goed/stad_met_vijf_corporaties"
KADER = Path(__file__).parent / "voorbeelden/goed/kader_met_jaarschijven"
PAGINAS = ("index.html", "zoeken.html", "afspraken/2026/3.9.html", "partijen/hlve.html")
ZONDER_EIND = frozenset({"meta", "br", "hr", "img", "input", "link", "rect", "line"})


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The site of the example."""
    uit = tmp_path_factory.mktemp("site") / "site"
    assert main(["--map", str(DATA), "site", "--peildatum", DAG, "-o", str(uit)]) == 0
    return uit


def bladen(map_: Path) -> dict[str, str]:
    return {p.relative_to(map_).as_posix(): p.read_text("utf-8") for p in sorted(map_.rglob("*.html"))}


class _Keuring(HTMLParser):
    """What is wrong in a page: tags that are not closed, ids that are there twice."""

    def __init__(self) -> None:
        super().__init__()
        self.open: list[str] = []
        self.ids: set[str] = set()
        self.fout: list[str] = []
        self.koppen: list[int] = []
        self.adressen: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        eigen = dict(attrs)
        if len(eigen) < len(attrs):
            self.fout.append(f"twee keer hetzelfde kenmerk in {tag}")
        if (id_ := eigen.get("id")) is not None:
            self.fout += [f"id {id_} twee keer"] if id_ in self.ids else []
            self.ids.add(id_)
        self.adressen += [adres for naam in ("href", "src") if (adres := eigen.get(naam)) is not None]
        if re.fullmatch("h[1-6]", tag):
            self.koppen.append(int(tag[1]))
        if tag not in ZONDER_EIND:
            self.open.append(tag)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.handle_starttag(tag, attrs)
        if tag not in ZONDER_EIND:
            self.open.pop()

    def handle_endtag(self, tag: str) -> None:
        if not self.open or self.open.pop() != tag:
            self.fout.append(f"</{tag}> sluit niets")


def keur(html: str) -> _Keuring:
    keuring = _Keuring()
    keuring.feed(html)
    keuring.close()
    keuring.fout += [f"<{tag}> blijft open" for tag in keuring.open]
    return keuring


def test_every_page_is_well_formed_and_in_order(site: Path) -> None:
    alle = bladen(site)
    assert len(alle) == 42 + 3 + 3 + 2
    for naam, html in alle.items():
        keuring = keur(html)
        assert keuring.fout == [], naam
        assert html.startswith('<!doctype html>\n<html lang="nl">'), naam
        assert keuring.koppen.count(1) == 1, naam
        assert all(later <= eerder + 1 for eerder, later in pairwise(keuring.koppen)), naam


def test_the_check_of_pages_sees_what_is_wrong() -> None:
    assert keur('<p id="a"><b id="a">x</p>').fout


def test_every_link_resolves_within_the_folder(site: Path) -> None:
    """Relative, so that it works from disk, from an intranet and from pages hosting."""
    alle = bladen(site)
    ids = {naam: keur(html).ids for naam, html in alle.items()}
    for naam, html in alle.items():
        for adres in keur(html).adressen:
            assert not re.match(r"[a-z]+:|/", adres), (naam, adres)
            pad, _, anker = unquote(adres).partition("#")
            doel = (site / naam).parent / pad if pad else site / naam
            assert doel.resolve().is_file(), (naam, adres)
            if anker:
                assert anker in ids[doel.resolve().relative_to(site.resolve()).as_posix()], (naam, adres)


def test_nothing_is_asked_from_outside_and_only_the_search_has_a_script(site: Path) -> None:
    for naam, html in bladen(site).items():
        csp = CSP.search(html)
        assert csp, naam
        assert "default-src 'none'" in csp[0]
        assert ("<script" in html) == (naam == "zoeken.html")
        assert not re.search(r"@import|url\((?!#)|https?://(?!www\.w3\.org)", html), naam


@pytest.fixture(scope="module")
def gemeten(site: Path, tmp_path_factory: pytest.TempPathFactory) -> dict[str, dict[str, Any]]:
    """What the browser says of a page of each kind at three widths, light and dark."""
    map_ = tmp_path_factory.mktemp("meting")
    paginas = {
        naam.replace("/", "_").removesuffix(".html"): (site / naam).read_text("utf-8") for naam in PAGINAS
    }
    return {n: meet(paginas, (320, 768, 1280), s, map_) for n, s in (("licht", LICHT), ("donker", DONKER))}


@pytest.mark.parametrize("schema", ["licht", "donker"])
@pytest.mark.parametrize("breedte", [320, 768, 1280])
def test_axe_finds_nothing_and_nothing_is_wider_than_the_screen(
    gemeten: dict[str, dict[str, Any]], breedte: int, schema: str
) -> None:
    uitslagen = {n: u for n, u in gemeten[schema].items() if n.endswith(f"-{breedte}")}
    assert len(uitslagen) == len(PAGINAS)
    for naam, uitslag in uitslagen.items():
        assert uitslag["overtredingen"] == [], naam
        assert uitslag["breed"] <= breedte, naam
        assert uitslag["botsingen"] == [], naam
        assert uitslag["bovenaan"] == 0, naam


ZOEK = """<script>
addEventListener('load', () => { const v = document.getElementById('woorden'); v.value = 'WOONDROOM 3';
v.dispatchEvent(new Event('input')); });
</script>"""


def test_the_search_needs_no_server_and_no_script(site: Path, tmp_path: Path) -> None:
    """Without script it is a list of all; with it, what holds all words, whatever their capitals."""
    html = (site / "zoeken.html").read_text("utf-8")
    assert html.count('<li><a href="afspraken/') == 42
    assert '<form class="zoekveld" id="zoek" hidden' in html
    pagina = tmp_path / "zoeken.html"
    pagina.write_text(CSP.sub("", html) + ZOEK, "utf-8")
    dom = chromium("--virtual-time-budget=4000", "--dump-dom", pagina.as_uri())
    zichtbaar = re.findall(r"<li><a href=\"afspraken/2026/([^\"]+)\.html", dom)
    assert "3.10" in zichtbaar
    assert 0 < len(zichtbaar) < 10
    assert re.search(rf'id="aantal" role="status">{len(zichtbaar)} van 42<', dom)


def test_the_script_of_the_search_may_run(site: Path) -> None:
    """The page says by its hash which script it has; a browser runs no other."""
    dom = chromium("--virtual-time-budget=4000", "--dump-dom", (site / "zoeken.html").as_uri())
    assert re.search(r'<form class="zoekveld" id="zoek" role="search">', dom), (
        "the script took the hidden off"
    )


def test_it_says_what_the_report_and_status_say(site: Path, prestatie: Prestatie) -> None:
    index = lees_html((site / "index.html").read_text("utf-8"))
    status = json.loads(prestatie("--map", DATA, "status", "--peildatum", DAG, "--formaat", "json").uit)
    assert status["boodschappen"]
    for b in status["boodschappen"]:
        assert b["kop"] in index.tekst
    rapport = lees_md(prestatie("--map", DATA, "rapport", "--peildatum", DAG).uit)
    for kolom in (rij[1] for rij in rapport.rijen("De cijfers")):
        assert kolom in index.tekst


def test_every_figure_of_the_site_is_one_of_the_report(site: Path, prestatie: Prestatie) -> None:
    """Letter, report, factsheet and site are one story: no figure is in one of them alone."""
    rapport = set(figuren(lees_md(prestatie("--map", DATA, "rapport", "--peildatum", DAG).uit).tekst))
    for naam in ("index.html", "raadsbrief.html", "factsheet.html", "partijen/omthuis.html"):
        pagina = lees_html((site / naam).read_text("utf-8"))
        eigen = figuren(" ".join([pagina.tekst, *pagina.grafiekteksten]))
        # How many agreements there are and how many promises are left is counted for residents alone.
        assert not set(eigen) - rapport - ({"42", "77"} if naam == "factsheet.html" else set()), naam


def test_each_agreement_has_its_page_with_all_that_belongs_to_it(site: Path) -> None:
    tekst = lees_html((site / "afspraken/2026/3.10.html").read_text("utf-8")).tekst
    assert "16 jongvolwassenen" in tekst
    assert "De aansluiting op het stroomnet is later toegezegd dan gepland." in tekst
    assert re.search(r"voorbeeld/afspraken-2026\.yaml:\d+", tekst)
    assert re.search(r"voorbeeld/metingen/2026-H1\.yaml:\d+", tekst)
    assert "8 september 2026, Omthuis over 3.10a: aandacht (voorbeeld)" in tekst
    volgorde = re.findall(r"(\d+ \w+ 2026), (?:HLVE|Omthuis) over", lees_html(
        (site / "afspraken/2026/5.9.html").read_text("utf-8")).tekst)  # fmt: skip
    assert volgorde == ["23 juni 2026", "6 oktober 2026"]


def test_a_party_sees_its_own_dissent_first(site: Path) -> None:
    koppen = lees_html((site / "partijen/hlve.html").read_text("utf-8")).koppen
    assert koppen[:2] == [(1, "HLVE"), (2, "Waar HLVE het anders ziet")]


def test_small_counts_are_hidden_on_every_page(site: Path) -> None:
    """Of those who moved on to middle rents there were three: a number that stands nowhere."""
    tekst = lees_html((site / "afspraken/2026/3.11.html").read_text("utf-8")).tekst
    assert "<5" in tekst
    assert not re.search(r"\b3, eerste halfjaar|halfjaar 2026: 3\b", tekst)
    assert ";<5;" in (site / "indicatoren.csv").read_text("utf-8-sig")


def test_the_downloads_are_what_they_say(site: Path) -> None:
    rijen = list(csv.DictReader(io.StringIO((site / "termijnen.csv").read_text("utf-8-sig")), delimiter=";"))
    assert len(rijen) == 84
    assert {r["stand"] for r in rijen} >= {"te laat", "gehaald", "doorlopend"}
    ics = (site / "termijnen.ics").read_bytes().decode()
    assert ics.startswith("BEGIN:VCALENDAR\r\nVERSION:2.0\r\n")
    assert all(len(regel.encode()) <= 75 for regel in ics.split("\r\n"))
    uids = re.findall(r"^UID:(.*)$", ics, re.MULTILINE)
    assert len(uids) == len(set(uids)) == ics.count("BEGIN:VEVENT") > 5


@pytest.mark.parametrize("tekst", ["=1+1", 'a;b"c', "<b>x</b>", "{{ 7*7 }}", "\u202enaar links", "a, b\\;c"])
def test_text_is_text_in_pages_and_downloads(tekst: str, prestatie: Prestatie, tmp_path: Path) -> None:
    map_ = schrijf(tmp_path / "d", dossier_met(tekst))
    assert prestatie("--map", map_, "site", "--peildatum", "2027-02-01", "-o", tmp_path / "s").code in (0, 1)
    for naam, html in bladen(tmp_path / "s").items():
        assert keur(html).fout == [], naam
        assert "<b>x</b>" not in html
        assert "\u202e" not in html
    cellen = list(
        csv.reader(io.StringIO((tmp_path / "s/termijnen.csv").read_text("utf-8-sig")), delimiter=";")
    )
    assert not [cel for rij in cellen for cel in rij if cel.startswith(("=", "+", "-", "@"))]


def _tijden(map_: Path) -> dict[str, int]:
    return {p.relative_to(map_).as_posix(): p.stat().st_mtime_ns for p in map_.rglob("*") if p.is_file()}


def test_a_second_build_rewrites_only_what_changed(prestatie: Prestatie, tmp_path: Path) -> None:
    map_, uit = schrijf(tmp_path / "d", KLEIN), tmp_path / "s"
    opties = ("--map", map_, "site", "--peildatum", "2027-02-01", "-o", uit)
    assert prestatie(*opties).code == 0
    eerst, inhoud = _tijden(uit), bladen(uit)
    assert prestatie(*opties).code == 0
    assert _tijden(uit) == eerst
    assert bladen(uit) == inhoud
    (uit / "index.html").write_text("anders", "utf-8")
    assert prestatie(*opties).code == 0
    assert {n for n, t in _tijden(uit).items() if t != eerst[n]} == {"index.html"}
    assert bladen(uit) == inhoud


def test_a_page_that_is_no_part_of_it_any_more_goes_and_nothing_else(
    prestatie: Prestatie, tmp_path: Path
) -> None:
    map_, uit = schrijf(tmp_path / "d", KLEIN), tmp_path / "s"
    opties = ("--map", map_, "site", "--peildatum", "2027-02-01", "-o", uit)
    assert prestatie(*opties).code == 0
    (uit / "eigen.txt").write_text("van mij", "utf-8")
    (tmp_path / "buiten.txt").write_text("blijft", "utf-8")
    lijst = uit / ".prestatie-site"
    lijst.write_text(f"{lijst.read_text('utf-8')}\nafspraken/2026/9.9.html\n../buiten.txt", "utf-8")
    (uit / "afspraken/2026/9.9.html").write_text("oud", "utf-8")
    assert prestatie(*opties).code == 0
    assert not (uit / "afspraken/2026/9.9.html").exists()
    assert (uit / "eigen.txt").exists()
    assert (tmp_path / "buiten.txt").exists()


def test_a_folder_with_other_things_or_with_data_is_refused(prestatie: Prestatie, tmp_path: Path) -> None:
    map_ = schrijf(tmp_path / "d", KLEIN)
    vol = tmp_path / "vol"
    vol.mkdir()
    (vol / "brief.txt").write_text("x", "utf-8")
    for doel, woord in (
        (vol, "staat al iets anders"),
        (map_, "map met gegevens"),
        (map_ / "metingen", "gegevens"),
    ):
        uit = prestatie("--map", map_, "site", "--peildatum", "2027-02-01", "-o", doel)
        assert uit.code == 2
        assert woord in uit.fout
    assert prestatie("--map", map_, "site", "--peildatum", "2027-02-01").code == 2
    bestand = prestatie("--map", map_, "site", "--peildatum", "2027-02-01", "-o", vol / "brief.txt")
    assert bestand.code == 2
    assert (vol / "brief.txt").read_text("utf-8") == "x"


def test_what_changed_in_git_stands_on_the_page_of_the_agreement(
    git_repo: Repo, prestatie: Prestatie
) -> None:
    for naam, tekst in KLEIN.items():
        git_repo.schrijf(f"data/{naam}", tekst)
    git_repo.commit("Begin", dag="2026-01-10")
    git_repo.schrijf(
        "data/afspraken-2026.yaml",
        KLEIN["afspraken-2026.yaml"].replace("wat: Nota opst", "wat: Een nota opst"),
    )
    git_repo.commit("Nota heet anders", dag="2026-02-10")
    uit = git_repo.pad / "uit"
    gaf = prestatie("--map", git_repo.pad / "data", "site", "--peildatum", "2027-02-01", "-o", uit)
    assert gaf.code == 0, gaf.fout
    tekst = lees_html((uit / "afspraken/2026/1.1.html").read_text("utf-8")).sectie(
        "Wat er in git aan wijzigde"
    )
    assert "10 februari 2026: Nota heet anders" in tekst
    assert "Een nota opstellen" in tekst


def test_faults_in_the_data_are_told_on_every_page(prestatie: Prestatie, tmp_path: Path) -> None:
    stuk = KLEIN | {"metingen/2026.yaml": "periode: ["}
    map_ = schrijf(tmp_path / "d", stuk)
    gaf = prestatie("--map", map_, "site", "--peildatum", "2027-02-01", "-o", tmp_path / "s")
    assert gaf.code == 1
    for naam, html in bladen(tmp_path / "s").items():
        assert "1 fout in de gegevens" in lees_html(html).tekst, naam


def test_many_municipalities_each_have_a_folder(prestatie: Prestatie, tmp_path: Path) -> None:
    mappen = [tmp_path / naam / "data" for naam in ("duinrode", "havermonde")]
    for bron, map_ in zip((KADER, STAD), mappen, strict=True):
        shutil.copytree(bron, map_)
    uit = tmp_path / "alle"
    opties = ("site", *mappen, "--peildatum", "2026-08-01", "-o", uit)
    assert prestatie(*opties).code == 0
    index = lees_html((uit / "index.html").read_text("utf-8"))
    assert "Prestatieafspraken Havermonde 2026" in index.tekst
    for naam in ("duinrode", "havermonde"):
        assert (uit / naam / "index.html").is_file()
        assert f'href="{naam}/index.html"' in (uit / "index.html").read_text("utf-8")
    assert (uit / "duinrode/afspraken/2024-2028/I.1.html").is_file()
    assert (uit / "duinrode/afspraken/2026/I.1.html").is_file(), "the same number of two agreements"
    eerst = _tijden(uit)
    assert prestatie(*opties).code == 0
    assert _tijden(uit) == eerst


def test_it_prints_with_its_figures(site: Path, tmp_path: Path) -> None:
    druk_af(site / "afspraken/2026/3.9.html", tmp_path / "blad.pdf")
    bron = lees_html((site / "afspraken/2026/3.9.html").read_text("utf-8")).tekst
    assert not figuren(bron) - figuren(pdf_tekst(tmp_path / "blad.pdf"))
