"""What holds for every kader with its jaarschijven, on every day: generated agreements, terms and statements."""

import textwrap
from collections import Counter
from dataclasses import dataclass, replace
from datetime import date, timedelta

from hypothesis import given, settings
from hypothesis import strategies as st

from prestatie_cli.indicatoren.plichten import plichtstanden
from prestatie_cli.model.dossier import Dossier
from prestatie_cli.termijnen.standen import Termijnstand
from prestatie_cli.termijnen.uitkomsten import KLAAR
from tests.conftest import BASIS, lees

DAG = timedelta(days=1)
KADER = "2024-2027"
# Terms of a kader and of a year beneath it; `{jaar}` is that year.
KADERTERMIJNEN = ("jaarlijks", "in 2025", "uiterlijk 1 juli 2026", "twee keer per jaar", "jaarlijks voor 1 april",
                  "eens per twee jaar", "in de periode 2024-2027", "per kwartaal")  # fmt: skip
JAARTERMIJNEN = ("in {jaar}", "uiterlijk 1 juli {jaar}", "jaarlijks", "per halfjaar", "maandelijks")
MELDINGEN = ("afgerond", "loopt", "vertraagd", "aandacht")
PARTIJEN = ("gemeente", "omthuis", "hlve")
DAGEN = st.dates(date(2024, 1, 1), date(2028, 12, 31))


@dataclass(frozen=True)
class Plicht:
    woorden: str
    wie: tuple[str, ...]
    samen: bool
    vervolg: str | None = None


@dataclass(frozen=True)
class Melding:
    plicht: str
    jaargang: str
    datum: date
    door: str
    melding: str


@dataclass(frozen=True)
class Stelsel:
    """A kader, the years beneath it and what was stated; the numbers of both are the same."""

    kader: tuple[Plicht, ...]
    jaren: tuple[tuple[int, tuple[Plicht, ...]], ...]
    meldingen: tuple[Melding, ...]

    def teksten(self) -> dict[str, str]:
        uit = {f"afspraken-{KADER}.yaml": _bestand(KADER, self.kader)}
        uit |= {f"afspraken-{jaar}.yaml": _bestand(str(jaar), plichten) for jaar, plichten in self.jaren}
        for m in sorted(self.meldingen, key=lambda m: m.datum):
            naam = f"voortgang/{m.datum.year}.yaml"
            uit.setdefault(naam, f"jaar: {m.datum.year}\nvoortgang:\n")
            oorzaak = ", oorzaak: o, bijsturing: b" if m.melding in ("vertraagd", "aandacht") else ""
            uit[naam] += (
                f"  - {{verplichting: {m.plicht}, jaargang: {m.jaargang}, datum: {m.datum}, door: {m.door}, "
                f"melding: {m.melding}{oorzaak}}}\n"
            )
        return uit

    def dossier(self) -> Dossier:
        gelezen, bevindingen, _ = lees(self.teksten())
        assert [b.boodschap for b in bevindingen if b.ernst == "fout"] == []
        return gelezen


def _bestand(jaren: str, plichten: tuple[Plicht, ...]) -> str:
    van, _, tot = jaren.partition("-")
    kop = f"geldt: {{van: {van}, tot: {tot}}}" if tot else f"jaar: {van}\nkader: {KADER}"
    tekst = textwrap.dedent(BASIS).replace("jaar: 2026", kop).replace("afspraken 2026", f"afspraken {jaren}")
    regels = "".join(
        f"      - {{letter: {chr(97 + i)}, wat: Stuk {i}, wie: [{', '.join(p.wie)}], soort: oplevering, "
        f"uitvoering: {'samen' if p.samen else 'ieder'}, termijn: {{woorden: {p.woorden}, afgeleid: true, reden: r}}"
        f"{f', vervolg_van: {p.vervolg}' if p.vervolg else ''}}}\n"
        for i, p in enumerate(plichten)
    )
    return (
        f'{tekst}afspraken:\n  - nummer: "1.1"\n    thema: "1"\n    tekst: t\n    verplichtingen:\n{regels}'
    )


def _plichten(woorden: tuple[str, ...]) -> st.SearchStrategy[tuple[Plicht, ...]]:
    wie = st.lists(st.sampled_from(PARTIJEN), min_size=1, max_size=3, unique=True).map(tuple)
    een = st.builds(Plicht, st.sampled_from(woorden), wie, st.booleans())
    return st.lists(een, min_size=1, max_size=3).map(tuple)


@st.composite
def stelsels(trek: st.DrawFn) -> Stelsel:
    """A kader with one to three years, some of whose duties go on from the year before."""
    kader = trek(_plichten(KADERTERMIJNEN))
    jaren: list[tuple[int, tuple[Plicht, ...]]] = []
    gekozen = trek(st.lists(st.sampled_from((2024, 2025, 2026, 2027)), min_size=1, max_size=3, unique=True))
    for jaar in sorted(gekozen):
        plichten = trek(_plichten(tuple(w.format(jaar=jaar) for w in JAARTERMIJNEN)))
        gaat_verder = trek(st.booleans())
        if jaren and gaat_verder:
            vorig, eerder = jaren[-1]
            n = trek(st.integers(0, len(eerder) - 1))
            oud = eerder[n]
            plichten = (
                replace(plichten[0], wie=oud.wie, samen=oud.samen, vervolg=f"{vorig}/1.1{chr(97 + n)}"),
                *plichten[1:],
            )
        jaren.append((jaar, plichten))
    bestanden = [(KADER, kader), *((str(j), p) for j, p in jaren)]
    meldingen = []
    for _ in range(trek(st.integers(0, 5))):
        jaargang, plichten = trek(st.sampled_from(bestanden))
        n = trek(st.integers(0, len(plichten) - 1))
        eerste = date(int(jaargang[:4]), 1, 1)
        dag = trek(st.dates(eerste, date(2028, 6, 30)))
        door = trek(st.sampled_from(plichten[n].wie))
        meldingen.append(Melding(f"1.1{chr(97 + n)}", jaargang, dag, door, trek(st.sampled_from(MELDINGEN))))
    return Stelsel(kader, tuple(jaren), tuple(meldingen))


Sleutel = tuple[str, str, str | None]


def standen(stelsel: Stelsel, dag: date) -> dict[tuple[Sleutel, int], Termijnstand]:
    uit: dict[tuple[Sleutel, int], Termijnstand] = {}
    for r in plichtstanden(stelsel.dossier(), dag):
        sleutel = (r.jaargang.aanduiding, r.nummer, r.tijdvak)
        uit[sleutel, sum(s == sleutel for s, _ in uit)] = r
    return uit


def kort(rijen: dict[tuple[Sleutel, int], Termijnstand]) -> dict[tuple[Sleutel, int], tuple[object, ...]]:
    return {s: (r.stand, r.per_partij, r.uiterlijk) for s, r in rijen.items()}


GENOEG = settings(max_examples=40, deadline=None)


@GENOEG
@given(stelsels(), DAGEN)
def test_the_order_of_files_does_not_matter(stelsel: Stelsel, dag: date) -> None:
    gewoon = stelsel.dossier()
    omgekeerd = replace(
        gewoon,
        jaargangen=dict(list(gewoon.jaargangen.items())[::-1]),
        voortgang=dict(list(gewoon.voortgang.items())[::-1]),
    )

    def rijen(van: Dossier) -> Counter[tuple[object, ...]]:
        return Counter(
            (r.jaargang.aanduiding, r.nummer, r.tijdvak, r.stand, r.bij) for r in plichtstanden(van, dag)
        )

    assert rijen(gewoon) == rijen(omgekeerd)


@GENOEG
@given(stelsels(), DAGEN)
def test_a_year_beneath_a_kader_changes_nothing_of_the_kader(stelsel: Stelsel, dag: date) -> None:
    """What a kader itself asks stands the same whether there are years beneath it or not."""
    alleen = replace(stelsel, jaren=(), meldingen=tuple(m for m in stelsel.meldingen if m.jaargang == KADER))
    samen = {s: w for s, w in kort(standen(stelsel, dag)).items() if s[0][0] == KADER}
    assert samen == kort(standen(alleen, dag))


@GENOEG
@given(stelsels(), DAGEN)
def test_a_duty_that_goes_on_is_told_once(stelsel: Stelsel, dag: date) -> None:
    """The old duty is no row of its own once the new one is there, unless a moment of its own year is open."""
    rijen = standen(stelsel, dag)
    for jaar, plichten in stelsel.jaren:
        if plichten[0].vervolg and dag.year >= jaar:
            vorig, _, nummer = plichten[0].vervolg.partition("/")
            eigen = [r for (s, _), r in rijen.items() if s[:2] == (vorig, nummer) and dag.year > int(vorig)]
            assert [r for r in eigen if r.tijdvak is None] == []


@GENOEG
@given(stelsels(), DAGEN)
def test_what_is_open_of_ended_agreements_stays_in_sight_once(stelsel: Stelsel, dag: date) -> None:
    """Of a duty that nothing goes on from and nobody finished there is a row, however long ago its year ended."""
    rijen = standen(stelsel, dag)
    verder = {p.vervolg for _, plichten in stelsel.jaren for p in plichten if p.vervolg}
    for jaar, plichten in stelsel.jaren:
        for n, p in enumerate(plichten):
            nummer, naam = f"1.1{chr(97 + n)}", str(jaar)
            gemeld = any((m.jaargang, m.plicht) == (naam, nummer) for m in stelsel.meldingen)
            if jaar < dag.year and not gemeld and not p.vervolg and f"{jaar}/{nummer}" not in verder:
                per_tijdvak = Counter(s[2] for s, _ in rijen if s[:2] == (naam, nummer))
                assert per_tijdvak, (naam, nummer, p)
                assert set(per_tijdvak.values()) == {1}, per_tijdvak


@GENOEG
@given(stelsels(), DAGEN)
def test_what_nobody_recorded_is_never_done(stelsel: Stelsel, dag: date) -> None:
    stil = replace(stelsel, meldingen=())
    assert [r.nummer for r in standen(stil, dag).values() if r.stand in KLAAR] == []


@GENOEG
@given(stelsels(), DAGEN)
def test_nothing_goes_from_later_to_late_in_a_day(stelsel: Stelsel, dag: date) -> None:
    """And what is late stays late the next day unless something was recorded on it."""
    gemeld = {(m.jaargang, m.plicht) for m in stelsel.meldingen if m.datum == dag}
    vandaag, gisteren = standen(stelsel, dag), standen(stelsel, dag - DAG)
    for sleutel, r in vandaag.items():
        eerder = gisteren.get(sleutel)
        if eerder is not None:
            assert (eerder.stand, r.stand) != ("later", "te_laat"), sleutel
            if eerder.stand == "te_laat" and not gemeld:
                assert r.stand == "te_laat", sleutel
    weg = [s for s, r in gisteren.items() if r.stand == "te_laat" and s not in vandaag]
    verder = {p.vervolg for _, plichten in stelsel.jaren for p in plichten if p.vervolg}
    assert gemeld or [s for s, _ in weg if f"{s[0]}/{s[1]}" not in verder] == []


@GENOEG
@given(stelsels(), DAGEN, st.sampled_from(PARTIJEN), st.sampled_from(MELDINGEN))
def test_the_word_of_one_never_changes_the_state_of_another(
    stelsel: Stelsel, dag: date, door: str, melding: str
) -> None:
    """Where each does it for itself a statement of one party says nothing of the others, in no file."""
    erbij = [
        Melding(f"1.1{chr(97 + n)}", naam, max(dag - DAG, date(int(naam[:4]), 1, 1)), door, melding)
        for naam, plichten in ((KADER, stelsel.kader), *((str(j), p) for j, p in stelsel.jaren))
        for n, p in enumerate(plichten)
        if door in p.wie and not p.samen and int(naam[:4]) <= dag.year
    ]
    met = replace(stelsel, meldingen=(*stelsel.meldingen, *erbij))
    voor, na = standen(stelsel, dag), standen(met, dag)
    for sleutel in voor.keys() & na.keys():
        anderen = [dict(r.per_partij) for r in (voor[sleutel], na[sleutel])]
        for per_partij in anderen:
            per_partij.pop(door, None)
        assert anderen[0] == anderen[1], sleutel
