"""Figures that several parties each deliver a part of: summed, whole when all delivered, each against its own norm."""

import json
import re
from datetime import date
from decimal import Decimal
from itertools import product
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from prestatie_cli.indicatoren.berekening import Indicatorstand
from prestatie_cli.indicatoren.gepeild import indicatorstanden
from prestatie_cli.indicatoren.plichten import plichtstanden
from prestatie_cli.termijnen.samenvatting import samengevat
from prestatie_cli.woorden.indicatorwoorden import ruimtetekst, waardetekst
from tests.conftest import Prestatie, bevindingen, lees

PARTIJEN = ("heuvel", "rijn", "maarn")
KOP = """
jaar: 2026
titel: Prestatieafspraken Driedorp 2026 (bedacht)
bron: {titel: bedacht}
partijen:
  - {id: driedorp, naam: Gemeente Driedorp, soort: gemeente}
  - {id: heuvel, naam: Heuvel Wonen, soort: corporatie}
  - {id: rijn, naam: Rijnwoningen, soort: corporatie}
  - {id: maarn, naam: Maarn, soort: corporatie}
  - {id: huurders, naam: Huurders Driedorp, soort: huurdersorganisatie}
groepen: {corporaties: [heuvel, rijn, maarn]}
themas: [{nummer: "1", titel: Bouwen}]
kleinste_cel: 5
"""
AFSPRAAK = """
afspraken:
  - nummer: "1.1"
    thema: "1"
    tekst: >-
      De corporaties bouwen in 2026 samen 100 woningen: Heuvel 60, Rijn 30 en Maarn 10. Een kwart van de
      verhuringen, 25%%, gaat naar statushouders.
    verplichtingen:
      - {letter: a, wat: Woningen bouwen, wie: [corporaties], uitvoering: %s, soort: doelstelling,
         indicator: nieuwbouw, termijn: {woorden: in 2026}}
      - {letter: b, wat: Cijfers leveren, wie: [corporaties], uitvoering: ieder, soort: rapportage,
         kengetallen: [gebouwd], termijn: {woorden: in 2026}}
"""
NORMEN = """
      - {soort: %(soort)s, waarde: 100, citaat: samen 100 woningen, plaats: tekst}
      - {soort: %(soort)s, waarde: 60, partij: heuvel, citaat: Heuvel 60, plaats: tekst}
      - {soort: %(soort)s, waarde: 30, partij: rijn, citaat: Rijn 30, plaats: tekst}
      - {soort: %(soort)s, waarde: 10, partij: maarn, citaat: Maarn 10, plaats: tekst}
"""
INDICATOREN = """
indicatoren:
  - id: nieuwbouw
    naam: Nieuwbouw
    afspraak: "1.1"
    soort: aantal
    teller: gebouwd
    definitie: d
    normen: %s
  - id: statushouders
    naam: Verhuringen aan statushouders
    afspraak: "1.1"
    soort: aandeel
    teller: statushouders
    noemer: verhuurd
    definitie: d
    normen: [{soort: minimum, waarde: 25%%, citaat: 25%%, plaats: tekst}]
kengetallen:
  - {id: gebouwd, naam: Gebouwd, soort: stroom, eenheid: woningen, levert: [corporaties], definitie: d}
  - {id: statushouders, naam: S, soort: stroom, eenheid: verhuringen, levert: [corporaties], definitie: d}
  - {id: verhuurd, naam: V, soort: stroom, eenheid: verhuringen, levert: [corporaties], definitie: d}
"""
# A norm so small that whether it was met tells a count of people that may not be published.
KLEINER = {
    "Heuvel 60": "Heuvel 3",
    "waarde: 60": "waarde: 3",
    "samen 100": "samen 43",
    "waarde: 100": "waarde: 43",
}
Geleverd = dict[str, dict[str, str]]


def teksten(
    geleverd: Geleverd, soort: str = "minimum", uitvoering: str = "ieder", normen: str = NORMEN
) -> dict[str, str]:
    """A dossier; `{"2026-H1": {"heuvel": "gebouwd: 40"}}` is what each party delivered over a period."""
    uit = {"afspraken-2026.yaml": KOP + AFSPRAAK % uitvoering + INDICATOREN % (normen % {"soort": soort})}
    for periode, per_partij in geleverd.items():
        leveringen = "".join(
            f"\n  - {{door: {partij}, geleverd_op: 2027-01-10, herkomst: "
            f"{'voorlopig' if 'voorlopig' in wat else 'definitief'}, cijfers: {{{wat.split(' voorlopig')[0]}}}}}"
            for partij, wat in per_partij.items()
        )
        uit[f"metingen/{periode}.yaml"] = f'periode: "{periode}"\nleveringen:{leveringen}\n'
    return uit


def jaar(**per_partij: str) -> Geleverd:
    return {"2026": {p: f"gebouwd: {n}" for p, n in per_partij.items()}}


def stand(geleverd: Geleverd, op: str = "2027-02-01", naam: str = "nieuwbouw", **rest: str) -> Indicatorstand:
    gelezen, gevonden, _ = lees(teksten(geleverd, **rest))
    assert [b for b in gevonden if b.ernst == "fout"] == []
    standen = indicatorstanden(gelezen, date.fromisoformat(op))
    return next(s for s in standen if s.indicator.id == naam)


def delen(uit: Indicatorstand) -> list[tuple[str | None, Decimal | None, str, str]]:
    return [(p.partij, p.teller, p.oordeel, ruimtetekst(p)) for p in uit.per_partij]


# -- the sum and its parts -----------------------------------------------------------------------------


def test_three_corporations_each_against_its_own_norm() -> None:
    """60, 30 and 10 agreed; one short, one over, one just met: together they have it."""
    uit = stand(jaar(heuvel="55", rijn="35", maarn="10"))
    assert (uit.teller, uit.oordeel, uit.definitief) == (Decimal(100), "gehaald", True)
    assert delen(uit) == [
        ("heuvel", Decimal(55), "niet_gehaald", ""),
        ("rijn", Decimal(35), "gehaald", ""),
        ("maarn", Decimal(10), "gehaald", ""),
    ]


def test_while_one_has_not_delivered_the_whole_is_not_known() -> None:
    """Two of three: the sum is what there is, the verdict waits, and who is missing is named with since when."""
    uit = stand(jaar(heuvel="60", rijn="30"))
    assert (uit.teller, uit.oordeel, uit.reden) == (
        Decimal(90),
        "onvolledig",
        "2 van 3 leverden; Maarn ontbreekt",
    )
    assert (ruimtetekst(uit), uit.tempo, uit.verwacht, uit.definitief) == ("", None, None, False)
    assert [(g.partij, g.periode, str(g.sinds)) for g in uit.te_leveren] == [
        ("maarn", "2026-H1", "2026-07-01"),
        ("maarn", "2026-H2", "2027-01-01"),
    ]
    assert [d[2] for d in delen(uit)] == ["gehaald", "gehaald", "onvolledig"]


def test_what_the_missing_figures_cannot_change_stays() -> None:
    assert stand(jaar(heuvel="80", rijn="30")).oordeel == "op_koers"
    over = stand(jaar(heuvel="80", rijn="30"), soort="maximum")
    assert (over.oordeel, ruimtetekst(over)) == ("niet_gehaald", "10 te veel")
    assert delen(over)[0] == ("heuvel", Decimal(80), "niet_gehaald", "20 te veel")


def test_a_half_of_which_nobody_is_late_counts_when_all_have_it() -> None:
    """On 20 December two delivered the second half early: the value still is that of the first half."""
    geleverd = {
        "2026-H1": dict.fromkeys(PARTIJEN, "gebouwd: 20"),
        "2026-H2": {"heuvel": "gebouwd: 30 voorlopig"},
    }
    uit = stand(geleverd, "2026-12-31")
    assert (uit.teller, uit.periode, uit.oordeel) == (Decimal(60), "2026-H1", "op_koers")
    assert [d[1] for d in delen(uit)] == [Decimal(50), Decimal(20), Decimal(20)]
    later = stand(geleverd, "2027-02-01")
    assert (later.teller, later.oordeel) == (Decimal(90), "onvolledig")
    assert later.reden == "1 van 3 leverden; Rijnwoningen en Maarn ontbreken"


def test_halves_of_one_and_the_year_of_another_are_one_sum() -> None:
    geleverd = {
        "2026-H1": {"rijn": "gebouwd: 10"},
        "2026-H2": {"rijn": "gebouwd: 20"},
        "2026": {"heuvel": "gebouwd: 60", "maarn": "gebouwd: 10"},
    }
    uit = stand(geleverd)
    assert (uit.teller, uit.periode, uit.oordeel) == (Decimal(100), "2026", "gehaald")
    assert [j.teller for j in uit.jaren] == [Decimal(100)]


def test_one_provisional_part_makes_the_whole_provisional() -> None:
    geleverd = jaar(heuvel="60", rijn="30", maarn="10 voorlopig")
    uit = stand(geleverd)
    assert (uit.definitief, uit.herkomst) == (False, "voorlopig")
    assert [p.definitief for p in uit.per_partij] == [True, True, False]


def test_a_share_sums_numerators_and_denominators_never_percentages() -> None:
    """10 of 20 and 0 of 100 and 30 of 40: 40 of 160 is just a quarter, not the 42% of the percentages."""
    wat = {"heuvel": "10, verhuurd: 20", "rijn": "0, verhuurd: 100", "maarn": "30, verhuurd: 40"}
    uit = stand({"2026": {p: f"statushouders: {w}" for p, w in wat.items()}}, naam="statushouders")
    assert (waardetekst(uit), uit.oordeel) == ("40 van 160 (25,0%)", "gehaald")
    assert [waardetekst(p) for p in uit.per_partij] == [
        "10 van 20 (50,0%)",
        "0 van 100 (0,0%)",
        "30 van 40 (75,0%)",
    ]
    assert {p.oordeel for p in uit.per_partij} == {"geen_norm"}


# -- duties --------------------------------------------------------------------------------------------


@pytest.mark.parametrize(("uitvoering", "verwacht"), [("ieder", "niet_gehaald"), ("samen", "gehaald")])
def test_a_duty_of_each_follows_its_own_norm_and_one_together_the_whole(
    uitvoering: str, verwacht: str
) -> None:
    gelezen, _, _ = lees(teksten(jaar(heuvel="55", rijn="35", maarn="10"), uitvoering=uitvoering))
    plicht, _ = samengevat(plichtstanden(gelezen, date(2027, 2, 1)))
    assert plicht.stand == verwacht
    if uitvoering == "ieder":
        assert dict(plicht.per_partij) == {"heuvel": "niet_gehaald", "rijn": "gehaald", "maarn": "gehaald"}


def test_who_delivered_its_part_reported_and_who_did_not_is_late() -> None:
    gelezen, _, _ = lees(teksten(jaar(heuvel="60", rijn="30")))
    _, plicht = samengevat(plichtstanden(gelezen, date(2027, 2, 1)))
    assert dict(plicht.per_partij) == {
        "heuvel": "te_laat_gehaald",
        "rijn": "te_laat_gehaald",
        "maarn": "te_laat",
    }


# -- what is refused -----------------------------------------------------------------------------------


def codes(**anders: str) -> list[str]:
    gevonden = bevindingen(teksten(jaar(heuvel="60", rijn="30", maarn="10"), **anders))
    return sorted(b.code for b in gevonden if b.ernst == "fout")


def test_the_parts_are_the_whole() -> None:
    assert codes() == []
    assert codes(
        normen=NORMEN.replace("waarde: 60", "waarde: 50").replace("citaat: Heuvel 60", "citaat: 50")
    ) == [
        "norm-citaat",
        "norm-delen",
    ]
    zonder_een = "\n".join(regel for regel in NORMEN.splitlines() if "maarn" not in regel)
    assert codes(normen=zonder_een) == []


def test_a_norm_is_of_a_party_that_delivers() -> None:
    assert "norm-partij" in codes(normen=NORMEN.replace("partij: maarn", "partij: huurders"))


def test_a_party_delivers_its_part_once() -> None:
    dubbel = teksten(jaar(heuvel="60", rijn="30", maarn="10"))
    dubbel["metingen/2026.yaml"] += (
        "  - {door: rijn, geleverd_op: 2027-01-11, herkomst: definitief, cijfers: {gebouwd: 31}}\n"
    )
    assert [b.code for b in bevindingen(dubbel) if b.ernst == "fout"] == ["cijfer-dubbel"]


def test_halves_are_the_year_for_each_party_by_itself() -> None:
    """That another's difference makes up for it does not mend a year that is not its halves."""
    geleverd = {
        "2026-H1": {"heuvel": "gebouwd: 30", "rijn": "gebouwd: 10", "maarn": "gebouwd: 5"},
        "2026-H2": {"heuvel": "gebouwd: 30", "rijn": "gebouwd: 20", "maarn": "gebouwd: 5"},
        **jaar(heuvel="61", rijn="29", maarn="10"),
    }
    fout = [b for b in bevindingen(teksten(geleverd)) if b.ernst == "fout"]
    assert [b.code for b in fout] == ["halfjaren", "halfjaren"]


# -- laws ----------------------------------------------------------------------------------------------

TELLING = st.integers(0, 60)


@given(st.lists(TELLING, min_size=3, max_size=3), st.sampled_from(("minimum", "maximum")))
def test_splitting_over_parties_changes_no_total(n: list[int], soort: str) -> None:
    """What three delivered is judged together as what one would have delivered."""
    uit = stand(jaar(**dict(zip(PARTIJEN, map(str, n), strict=True))), soort=soort)
    heel = teksten(jaar(heuvel=str(sum(n))), soort=soort, normen="\n" + NORMEN.splitlines()[1])
    heel["afspraken-2026.yaml"] = heel["afspraken-2026.yaml"].replace(
        "levert: [corporaties]", "levert: heuvel"
    )
    een = indicatorstanden(lees(heel)[0], date(2027, 2, 1))[0]
    velden = ("teller", "noemer", "waarde", "oordeel", "reden", "ruimte", "herkomst", "definitief", "periode")
    assert [getattr(uit, v) for v in velden] == [getattr(een, v) for v in velden]


@given(st.permutations(list(product(("2026-H1", "2026-H2"), PARTIJEN))), st.integers(0, 6))
def test_the_order_in_which_parties_deliver_does_not_matter(volgorde: list[tuple[str, str]], n: int) -> None:
    """Of the same deliveries in another order the same comes out; with one absent it is never final."""
    geleverd: Geleverd = {}
    for i, (periode, partij) in enumerate(volgorde):
        if i < n:
            geleverd.setdefault(periode, {})[partij] = f"gebouwd: {10 + PARTIJEN.index(partij)}"
    uit = stand(geleverd) if geleverd else None
    if uit is None:
        return
    gesorteerd = {p: dict(sorted(d.items())) for p, d in sorted(geleverd.items())}
    zelfde = stand(gesorteerd)
    assert (uit.teller, uit.oordeel, uit.reden, delen(uit)) == (
        zelfde.teller,
        zelfde.oordeel,
        zelfde.reden,
        delen(zelfde),
    )
    assert uit.definitief == (n == len(volgorde))


# -- the outputs ---------------------------------------------------------------------------------------


@pytest.fixture
def driedorp(tmp_path: Path) -> Path:
    """Heuvel over a cap, Rijn under it, Maarn late."""
    for naam, tekst in teksten(jaar(heuvel="64", rijn="25"), soort="maximum").items():
        pad = tmp_path / naam
        pad.parent.mkdir(exist_ok=True)
        pad.write_text(tekst.lstrip("\n"), "utf-8")
    return tmp_path


OP = ("--peildatum", "2027-02-01")


def test_the_table_has_a_row_a_party(driedorp: Path, prestatie: Prestatie) -> None:
    uit = prestatie("--map", driedorp, "indicatoren", *OP).uit
    assert "- heuvel" in uit
    assert "4 te veel" in uit
    assert "2 van 3 leverden; Maarn ontbreekt" in " ".join(uit.split())
    assert "maarn levert gebouwd, statushouders, verhuurd over 2026 (verwacht sinds 1 juli 2026)" in " ".join(
        uit.split()
    )
    spoor = prestatie("--map", driedorp, "indicatoren", "nieuwbouw", *OP).uit
    assert "PER PARTIJ" in spoor
    assert 'heuvel: "Heuvel 60" (tekst van 1.1;' in spoor
    assert "gebouwd over 2026: 25 (rijn, geleverd op 2027-01-10, definitief)" in " ".join(spoor.split())


def test_the_json_has_each_party(driedorp: Path, prestatie: Prestatie) -> None:
    rij = json.loads(prestatie("--map", driedorp, "indicatoren", *OP, "--formaat", "json").uit)[
        "indicatoren"
    ][0]
    assert (rij["teller"], rij["oordeel"], rij["norm"]["partij"]) == ("89", "onvolledig", None)
    per_partij = [(p["partij"], p["teller"], p["oordeel"], p["ruimte_soort"]) for p in rij["per_partij"]]
    assert per_partij == [
        ("heuvel", "64", "niet_gehaald", "te_veel"),
        ("rijn", "25", "gehaald", None),
        ("maarn", None, "onvolledig", None),
    ]
    assert [p["norm"]["partij"] for p in rij["per_partij"]] == list(PARTIJEN)


@pytest.mark.parametrize("vorm", ["rapport", "raadsbrief", "factsheet"])
def test_the_documents_have_each_party(vorm: str, driedorp: Path, prestatie: Prestatie) -> None:
    uit = prestatie("--map", driedorp, "rapport", "--vorm", vorm, *OP).uit
    if vorm == "factsheet":
        eigen = "Nieuwbouw, Heuvel Wonen: nu 64 (2026). Afgesproken is hoogstens 60 (per kalenderjaar)."
        assert f"{eigen} Dat is niet gelukt." in uit
        assert "Nieuwbouw, Rijnwoningen" not in uit, "what goes as agreed is in the whole"
        return
    rij = re.search(r"^\| Nieuwbouw, Heuvel Wonen \(1\.1\) \|.*$", uit, re.MULTILINE)
    assert rij
    assert "| 64, 2026 |" in rij[0]
    assert rij[0].endswith("| hoogstens 60, per kalenderjaar | niet gehaald; 4 te veel |")
    if vorm == "rapport":
        cellen = "hoogstens 60, per kalenderjaar | niet gehaald (boven de norm) | 4 te veel"
        assert f'| Heuvel Wonen | 64, 2026 | {cellen} | "Heuvel 60" |' in uit


def test_an_edition_has_its_own_row_alone(driedorp: Path, prestatie: Prestatie) -> None:
    """Each party sees the whole and its own part against its own norm; it does not concern the gemeente."""
    for partij, ziet in (("heuvel", {"heuvel"}), ("maarn", {"maarn"}), ("driedorp", set())):
        opties = ("--partij", partij, *OP)
        namen = {"heuvel": "Heuvel Wonen", "rijn": "Rijnwoningen", "maarn": "Maarn"}
        brief = prestatie("--map", driedorp, "rapport", "--vorm", "raadsbrief", *opties).uit
        assert {p for p, naam in namen.items() if f"Nieuwbouw, {naam} (1.1) |" in brief} == ziet


def test_the_council_hears_which_party_passed_its_cap(driedorp: Path, prestatie: Prestatie) -> None:
    uit = prestatie("--map", driedorp, "rapport", "--vorm", "raadsbrief", *OP).uit
    assert "bij Heuvel Wonen is over 2026 overschreden: 64, afgesproken is hoogstens 60** (1.1)." in uit
    assert "Gevraagd van Heuvel Wonen: verklaren waardoor dit komt" in uit


def test_a_small_part_is_not_published_and_not_to_be_derived(tmp_path: Path, prestatie: Prestatie) -> None:
    """One party with 3 of 30: it is hidden, and the next smallest with it, since their sum is shown."""
    wat = {"heuvel": "3, verhuurd: 30", "rijn": "9, verhuurd: 40", "maarn": "30, verhuurd: 60"}
    for naam, tekst in teksten({"2026": {p: f"statushouders: {w}" for p, w in wat.items()}}).items():
        pad = tmp_path / naam
        pad.parent.mkdir(exist_ok=True)
        pad.write_text(tekst.lstrip("\n"), "utf-8")
    json_ = ("--openbaar", "--formaat", "json")
    rijen = json.loads(prestatie("--map", tmp_path, "indicatoren", *OP, *json_).uit)["indicatoren"]
    rij = next(r for r in rijen if r["id"] == "statushouders")
    assert [(p["partij"], p["teller"]) for p in rij["per_partij"]] == [
        ("heuvel", "<5"),
        ("rijn", None),
        ("maarn", "30"),
    ]
    verhuurd = {("verhuurd", partij) for partij in ("heuvel", "rijn", "maarn")}
    assert {(c["kengetal"], c["door"]) for c in rij["cijfers"]} == {("statushouders", "maarn"), *verhuurd}


@pytest.mark.parametrize("uitgave", [(), ("--partij", "heuvel"), ("--partij", "rijn")])
@pytest.mark.parametrize(("periode", "op"), [("2026-H1", "2026-09-01"), ("2026", "2027-02-01")])
@pytest.mark.parametrize("soort", ["minimum", "maximum"])
@pytest.mark.parametrize("heuvel", [2, 4])
def test_a_duty_does_not_tell_what_the_hidden_verdict_on_a_part_would(
    heuvel: int,
    soort: str,
    periode: str,
    op: str,
    uitgave: tuple[str, ...],
    tmp_path: Path,
    prestatie: Prestatie,
) -> None:
    """At least three and fewer than five are three or four: the state of the duty is hidden with the verdict."""
    geleverd = {periode: {"heuvel": f"gebouwd: {heuvel}", "rijn": "gebouwd: 40", "maarn": "gebouwd: 12"}}
    for naam, tekst in teksten(geleverd, soort).items():
        pad = tmp_path / naam
        pad.parent.mkdir(exist_ok=True)
        for was, is_ in KLEINER.items():
            tekst = tekst.replace(was, is_)
        pad.write_text(
            tekst.replace("soort: stroom, eenheid: woningen", "soort: stroom, eenheid: huishoudens")
        )
    uit = prestatie("--map", tmp_path, "rapport", "--jaar", "2026", "--peildatum", op, *uitgave)
    assert uit.code == 0, uit.fout
    rijen = [r for r in uit.uit.split("\n") if r.startswith("| 1.1a |") and "Woningen bouwen" in r]
    assert rijen
    for rij in rijen:
        assert "niet te beoordelen" in rij
        assert not re.search(r"\b(gehaald|loopt)\b", rij)
