"""What an indicator is worth and how it is judged, computed once more by counting months, to compare with.

It shares nothing with the program but the files that both read. `python -m tests.hulp.rekenreferentie
--aantal 5000` compares so many generated dossiers; the suite does some hundreds.
"""

import argparse
import random
import sys
from calendar import monthrange
from dataclasses import dataclass, field
from datetime import date
from fractions import Fraction

EERSTE, LAATSTE = 2024, 2027
SOM = ("aandeel", "aantal", "bedrag", "cumulatief", "saldo", "gemiddelde")
SOORTEN = (*SOM, "stand", "gegeven", "verandering")
PARTIJEN = ("noord", "oost", "west")
SPLITSING = {"jaar": [12], "halven": [6, 6], "kwartalen": [3, 3, 3, 3], "gemengd": [6, 3, 3]}
# A month is 12 * year + month (0-11).
Maand = int


@dataclass(frozen=True)
class Norm:
    """A line, its kind, the years between which it holds, and the party that it is for."""

    soort: str
    waarde: int
    van: int
    tot: int
    partij: str | None = None


@dataclass(frozen=True)
class Cijfer:
    """What a party delivered over months, the last of them included."""

    eerste: Maand
    laatste: Maand
    waarden: dict[str, int]
    voorlopig: bool


@dataclass
class Geval:
    """A generated dossier with one indicator, and the day on which it is looked at."""

    soort: str
    dag: date
    partijen: tuple[str, ...]
    cijfers: dict[str, list[Cijfer]] = field(default_factory=dict)
    normen: list[Norm] = field(default_factory=list)
    van: int | None = None
    tot: int | None = None
    daling: bool = False


def maak(rnd: random.Random) -> Geval:
    """A dossier: any kind, one to three parties, any split of years, gaps, provisional figures, norms in steps."""
    soort = rnd.choice(SOORTEN)
    alleen = soort in ("gegeven", "stand", "verandering")
    partijen = PARTIJEN[: 1 if alleen else rnd.choice([1, 1, 2, 3])]
    dag = date(
        rnd.randint(EERSTE, LAATSTE), *rnd.choice([(3, 1), (6, 30), (7, 1), (8, 15), (12, 31), (1, 1)])
    )
    geval = Geval(soort, dag, partijen)
    if soort in ("cumulatief", "gemiddelde") or (soort == "saldo" and rnd.random() < 0.5):
        geval.van = rnd.choice([2024, 2025])
        geval.tot = rnd.choice([2026, 2027])
        if soort == "cumulatief" and rnd.random() < 0.2:
            geval.tot = None
    geval.daling = rnd.random() < 0.5
    splitsing = {jaar: rnd.choice(list(SPLITSING)) for jaar in range(2023, LAATSTE + 1)}
    for partij in partijen:
        lijst = geval.cijfers.setdefault(partij, [])
        for jaar in range(2023, LAATSTE + 1):
            maand = 12 * jaar
            for lengte in SPLITSING[splitsing[jaar]]:
                if rnd.random() > 0.12:
                    # By fives, so that a value often is the norm itself.
                    teller, rest, af = 5 * rnd.randint(0, 8), 5 * rnd.randint(0, 12), 5 * rnd.randint(0, 4)
                    waarden = {"teller": teller, "noemer": teller + rest, "min": af}
                    lijst.append(Cijfer(maand, maand + lengte - 1, waarden, rnd.random() < 0.15))
                maand += lengte
    geval.normen = _normen(rnd, geval)
    return geval


def _normen(rnd: random.Random, geval: Geval) -> list[Norm]:
    soort = rnd.choice(["maximum", "minimum", "streefwaarde"])
    hoog = {"aandeel": 100, "verandering": 100, "cumulatief": 400, "saldo": 120}.get(geval.soort, 120)
    hoog //= 5

    def lijn() -> int:
        return 5 * rnd.randint(0, hoog)

    uit = []
    if rnd.random() < 0.85:
        if geval.van is None and rnd.random() < 0.5:
            uit = [
                Norm(soort, lijn(), 2024, 2025),
                Norm(soort, lijn(), 2026, 2027),
            ]
        else:
            uit = [Norm(soort, lijn(), EERSTE, LAATSTE)]
    if len(geval.partijen) > 1:
        uit += [Norm(soort, lijn(), EERSTE, LAATSTE, p) for p in geval.partijen if rnd.random() < 0.6]
    return uit


# -- as files --------------------------------------------------------------------------------------------


def naam_van(c: Cijfer) -> str:
    jaar, maand, lengte = c.eerste // 12, c.eerste % 12, c.laatste - c.eerste + 1
    return {12: f"{jaar}", 6: f"{jaar}-H{maand // 6 + 1}", 3: f"{jaar}-Q{maand // 3 + 1}"}[lengte]


def bestanden(geval: Geval) -> dict[str, bytes]:
    """The dossier as a municipality would write it."""
    in_procent = geval.soort in ("aandeel", "verandering")
    normen = "".join(
        f"\n      - {{soort: {n.soort}, waarde: {n.waarde}{'%' if in_procent else ''}, van: {n.van}-01-01, "
        f"tot: {n.tot}-12-31, citaat: c, plaats: tekst, afgeleid: true, reden: r"
        f"{f', partij: {n.partij}' if n.partij else ''}}}"
        for n in geval.normen
    )
    velden = {
        "aandeel": "noemer: noemer",
        "saldo": "min: [min]",
        "verandering": f"basisjaar: 2023, richting: {'daling' if geval.daling else 'stijging'}",
    }.get(geval.soort, "")
    velden += f"{', ' if velden else ''}van: {geval.van}" if geval.van else ""
    velden += f", tot: {geval.tot}" if geval.tot else ""
    extra = "".join(f"\n    {deel}" for deel in velden.split(", ") if deel)
    levert = f"[{', '.join(geval.partijen)}]"
    stand = "stand" if geval.soort == "stand" else "stroom"
    afspraken = f"""geldt: {{van: {EERSTE}, tot: {LAATSTE}}}
titel: Afspraken
bron: {{titel: akte}}
partijen:
  - {{id: noord, naam: Noord, soort: corporatie}}
  - {{id: oost, naam: Oost, soort: corporatie}}
  - {{id: west, naam: West, soort: corporatie}}
themas: [{{nummer: "1", titel: Wonen}}]
afspraken:
  - nummer: "1.1"
    thema: "1"
    tekst: Tekst.
    verplichtingen: [{{letter: a, wat: doen, wie: [noord], soort: doorlopend}}]
kengetallen:
  - {{id: teller, naam: A, soort: {stand}, eenheid: woningen, levert: {levert}, definitie: d}}
  - {{id: noemer, naam: B, soort: stroom, eenheid: woningen, levert: {levert}, definitie: d}}
  - {{id: min, naam: C, soort: stroom, eenheid: woningen, levert: {levert}, definitie: d}}
indicatoren:
  - id: proef
    naam: Proef
    afspraak: "1.1"
    soort: {geval.soort}
    teller: teller
    definitie: d{extra}
    normen: {normen or "[]"}
"""
    uit = {f"afspraken-{EERSTE}-{LAATSTE}.yaml": afspraken.encode()}
    per_periode: dict[str, list[str]] = {}
    for partij, lijst in geval.cijfers.items():
        for c in lijst:
            waarden = ", ".join(f"{k}: {w}" for k, w in c.waarden.items())
            per_periode.setdefault(naam_van(c), []).append(
                f"  - {{door: {partij}, geleverd_op: 2028-01-01, "
                f"herkomst: {'voorlopig' if c.voorlopig else 'definitief'}, cijfers: {{{waarden}}}}}\n"
            )
    for periode, regels in per_periode.items():
        uit[f"metingen/{periode}.yaml"] = f'periode: "{periode}"\nleveringen:\n{"".join(regels)}'.encode()
    return uit


# -- the reference ---------------------------------------------------------------------------------------


@dataclass(frozen=True)
class Uitkomst:
    """What is compared: counts, verdict, room with its kind, pace a year."""

    teller: Fraction | None
    noemer: Fraction | None
    oordeel: str
    ruimte: Fraction | None
    ruimte_soort: str | None
    tempo: Fraction | None


def einddag(maand: Maand) -> date:
    jaar, m = divmod(maand, 12)
    return date(jaar, m + 1, monthrange(jaar, m + 1)[1])


def verwacht(geval: Geval, partij: str | None = None) -> Uitkomst:
    """The outcome for all together, or of one of several parties."""
    norm = next((n for n in geval.normen if n.partij == partij and n.van <= geval.dag.year <= n.tot), None)
    if geval.soort in SOM:
        return _som(geval, norm, geval.partijen if partij is None else (partij,))
    return _los(geval, norm)


def _verschuldigd(geval: Geval, jaarlijks: bool) -> Maand:
    """The last month of the last half-year, or year, that ended before the day."""
    maand = 12 * geval.dag.year + 11
    stap = 12 if jaarlijks else 6
    while einddag(maand) >= geval.dag:
        maand -= stap
    return maand


def _som(geval: Geval, norm: Norm | None, partijen: tuple[str, ...]) -> Uitkomst:
    eerste = 12 * (geval.van or geval.dag.year)
    laatste = 12 * (geval.tot or geval.dag.year) + 11
    open_eind = geval.van is not None and geval.tot is None
    verschuldigd = min(_verschuldigd(geval, geval.soort == "bedrag"), laatste)
    telt = {
        p: [
            c
            for c in geval.cijfers[p]
            if eerste <= c.eerste and c.laatste <= laatste and einddag(c.laatste) <= geval.dag
        ]
        for p in partijen
    }

    def gedekt(p: str) -> set[Maand]:
        return {m for c in telt[p] for m in range(c.eerste, c.laatste + 1)}

    def gaten(p: str) -> frozenset[Maand]:
        tot = max([*gedekt(p), verschuldigd])
        return frozenset(m for m in range(eerste, tot + 1) if m not in gedekt(p))

    if not any(gaten(p) for p in partijen):
        samen_tot = min(max(gedekt(p), default=eerste - 1) for p in partijen)
        telt = {p: [c for c in telt[p] if c.laatste <= samen_tot] for p in partijen}
    mee = [p for p in partijen if telt[p]]
    ontbreekt = any(m <= verschuldigd for p in partijen for m in gaten(p))
    if not mee:
        return Uitkomst(None, None, "onvolledig" if ontbreekt else "geen_meting", None, None, None)
    gebruikt = [c for p in mee for c in telt[p]]
    teller = Fraction(sum(c.waarden["teller"] for c in gebruikt))
    if geval.soort == "saldo":
        teller -= sum(c.waarden["min"] for c in gebruikt)
    noemer = Fraction(sum(c.waarden["noemer"] for c in gebruikt)) if geval.soort == "aandeel" else None
    ver = {p: (max(gedekt(p), default=-1), gaten(p)) for p in partijen}
    verst = max((ver[p] for p in mee), key=lambda x: (x[0], -_stukken(x[1])))
    achter = [
        p
        for p in partijen
        if p not in mee
        or (telt_naam(telt[p]), ver[p]) != (telt_naam(telt[next(q for q in mee if ver[q] == verst)]), verst)
    ]
    heel = not achter and not verst[1] and verst[0] == laatste
    klaar = (
        heel and geval.dag >= einddag(laatste) and not any(c.voorlopig for c in gebruikt) and not open_eind
    )
    voorbij = geval.dag > einddag(laatste) and not open_eind
    maanden = len(set(range(eerste, verst[0] + 1)) - verst[1])
    deel = None if open_eind else Fraction(maanden, laatste - eerste + 1)
    gat = bool(achter) or bool(verst[1])
    lijn = None if norm is None else Fraction(norm.waarde)
    if lijn is not None and geval.soort == "gemiddelde":
        lijn *= (geval.tot or 0) - (geval.van or 0) + 1
    if lijn is not None and noemer is not None:
        lijn /= 100
    oordeel = _oordeel_som(geval, norm, lijn, teller, noemer, klaar, deel, gat)
    ruimte = _ruimte(geval, norm, lijn, teller, noemer, klaar, voorbij, bool(achter), heel, partijen)
    tempo = None
    if norm and geval.van and not klaar and not voorbij and not achter:
        tempo = teller / maanden * 12
    over, soort = ruimte or (None, None)
    return Uitkomst(teller, noemer, oordeel, over, soort, tempo)


def telt_naam(lijst: list[Cijfer]) -> tuple[Maand, ...]:
    """Which months figures are over: how far a party came."""
    return tuple(sorted(m for c in lijst for m in range(c.eerste, c.laatste + 1)))


def _stukken(gaten: frozenset[Maand]) -> int:
    return sum(1 for m in gaten if m - 1 not in gaten)


def _oordeel_som(
    geval: Geval,
    norm: Norm | None,
    lijn: Fraction | None,
    teller: Fraction,
    noemer: Fraction | None,
    klaar: bool,
    deel: Fraction | None,
    gat: bool,
) -> str:
    if noemer == 0:
        return "onvolledig" if gat else "niet_van_toepassing"
    if norm is None or lijn is None:
        return "onvolledig" if gat else "geen_norm"
    waarde = teller / noemer if noemer else teller
    goed = waarde <= lijn if norm.soort == "maximum" else waarde >= lijn
    kan_alleen_groeien = geval.soort not in ("aandeel", "saldo")
    if klaar:
        return "gehaald" if goed else "aandacht" if norm.soort == "streefwaarde" else "niet_gehaald"
    if kan_alleen_groeien and norm.soort == "maximum" and not goed:
        return "niet_gehaald"
    bereikt = kan_alleen_groeien and norm.soort != "maximum" and goed
    if gat and not bereikt:
        return "onvolledig"
    if geval.soort == "aandeel":
        return "op_koers" if goed else "aandacht"
    if deel is None:
        return "gehaald" if bereikt else "aandacht"
    if deel == 1 or (not goed and norm.soort == "maximum"):
        return "op_koers" if goed else "aandacht"
    op_tempo = waarde <= lijn * deel if norm.soort == "maximum" else waarde >= lijn * deel
    return "op_koers" if op_tempo else "aandacht"


def _ruimte(
    geval: Geval,
    norm: Norm | None,
    lijn: Fraction | None,
    teller: Fraction,
    noemer: Fraction | None,
    klaar: bool,
    voorbij: bool,
    achter: bool,
    heel: bool,
    partijen: tuple[str, ...],
) -> tuple[Fraction, str] | None:
    if norm is None or lijn is None or noemer == 0:
        return None
    basis = Fraction(1)
    if noemer is not None:
        straks = noemer if heel else None if voorbij or achter else _vorig_jaar(geval, partijen)
        if straks is None and not klaar:
            return None
        basis = max(straks or Fraction(0), noemer)
    grens = lijn * basis
    if norm.soort == "maximum":
        hoogst = Fraction(grens // 1)
        if teller > hoogst:
            return teller - hoogst, "te_veel"
        return None if klaar or voorbij or achter else (hoogst - teller, "mogelijk")
    if klaar or voorbij or achter:
        return None
    return max(Fraction(0), -(-grens // 1) - teller), "nodig"


def _vorig_jaar(geval: Geval, partijen: tuple[str, ...]) -> Fraction | None:
    """The denominator of the whole of last year, of all of them."""
    jaar = geval.dag.year - 1
    eigen = {p: [c for c in geval.cijfers[p] if c.eerste // 12 == jaar] for p in partijen}
    if any(sum(c.laatste - c.eerste + 1 for c in lijst) < 12 for lijst in eigen.values()):
        return None
    return Fraction(sum(c.waarden["noemer"] for lijst in eigen.values() for c in lijst))


def _los(geval: Geval, norm: Norm | None) -> Uitkomst:
    """A stock, a figure as given, or a change: of one party, never summed but a change over whole years."""
    jaar, (partij,) = geval.dag.year, geval.partijen
    alle = [c for c in geval.cijfers[partij] if einddag(c.laatste) <= geval.dag]
    heel = {12 * j + 11: [c for c in alle if c.eerste // 12 == j] for j in range(2023, LAATSTE + 1)}
    noemer, klaar = None, False
    laatst = max(alle, key=lambda c: (c.laatste, -c.eerste), default=None)
    verschuldigd = _verschuldigd(geval, geval.soort != "stand")
    if geval.soort == "stand":
        teller = None if laatst is None else Fraction(laatst.waarden["teller"])
        klaar = laatst is not None and laatst.laatste == 12 * jaar + 11 and not laatst.voorlopig
        gat = verschuldigd >= 12 * EERSTE and (laatst is None or laatst.laatste < verschuldigd)
    elif geval.soort == "gegeven":
        binnen = laatst if laatst and laatst.eerste // 12 == jaar else None
        teller = None if binnen is None else Fraction(binnen.waarden["teller"])
        klaar = binnen is not None and binnen.laatste - binnen.eerste == 11 and not binnen.voorlopig
        gat = False  # a year is due only when it is over, and then the next one runs
    else:

        def jaarsom(j: int) -> tuple[Fraction, bool] | None:
            delen = heel[12 * j + 11]
            if sum(c.laatste - c.eerste + 1 for c in delen) < 12:
                return None
            return Fraction(sum(c.waarden["teller"] for c in delen)), any(c.voorlopig for c in delen)

        basis, nu = jaarsom(2023), jaarsom(jaar)
        teller = None
        if basis and nu:
            teller, noemer = (nu[0] - basis[0]) * (-1 if geval.daling else 1), basis[0]
            klaar = not (basis[1] or nu[1])
        gat = False
    if teller is None:
        return Uitkomst(None, None, "onvolledig" if gat else "geen_meting", None, None, None)
    lijn = None if norm is None else Fraction(norm.waarde, 100 if noemer is not None else 1)
    oordeel = _oordeel_los(norm, lijn, teller, noemer, klaar, gat)
    ruimte: tuple[Fraction, str] | None = None
    if norm and lijn is not None and noemer != 0 and (noemer is None or klaar):
        grens = lijn * (noemer if noemer is not None else 1)
        if norm.soort == "maximum":
            hoogst = Fraction(grens // 1)
            ruimte = (
                (teller - hoogst, "te_veel")
                if teller > hoogst
                else None
                if klaar
                else (hoogst - teller, "mogelijk")
            )
        elif not klaar:
            ruimte = (max(Fraction(0), -(-grens // 1) - teller), "nodig")
    over, welke = ruimte or (None, None)
    return Uitkomst(teller, noemer, oordeel, over, welke, None)


def _oordeel_los(
    norm: Norm | None,
    lijn: Fraction | None,
    teller: Fraction,
    noemer: Fraction | None,
    klaar: bool,
    gat: bool,
) -> str:
    if noemer == 0:
        return "niet_van_toepassing"
    if norm is None or lijn is None:
        return "onvolledig" if gat else "geen_norm"
    waarde = teller / noemer if noemer else teller
    goed = waarde <= lijn if norm.soort == "maximum" else waarde >= lijn
    if klaar:
        return "gehaald" if goed else "aandacht" if norm.soort == "streefwaarde" else "niet_gehaald"
    return "onvolledig" if gat else "op_koers" if goed else "aandacht"


# -- compare ---------------------------------------------------------------------------------------------


def gaf(geval: Geval) -> dict[str | None, Uitkomst]:
    """What the program makes of it, for all together and of each of several parties."""
    from prestatie_cli.indicatoren.gepeild import indicatorstanden
    from prestatie_cli.inlezen.bestanden import lees_dossier

    dossier, fouten = lees_dossier(bestanden(geval))
    assert not fouten, fouten
    stand = next(s for s in indicatorstanden(dossier, geval.dag) if s.gesloten is None)
    return {
        s.partij: Uitkomst(
            None if s.teller is None else Fraction(s.teller),
            None if s.noemer is None else Fraction(s.noemer),
            s.oordeel,
            None if s.ruimte is None else Fraction(s.ruimte),
            s.ruimte_soort,
            s.tempo.per_jaar if s.tempo else None,
        )
        for s in (stand, *stand.per_partij)
    }


def verschillen(geval: Geval) -> list[str]:
    """Where the program and the reference differ, in words."""
    uit = []
    for partij, echt in gaf(geval).items():
        if echt != (eigen := verwacht(geval, partij)):
            uit.append(f"{geval.soort}, {partij or 'samen'} op {geval.dag}: {echt} en niet {eigen}; {geval}")
    return uit


def main() -> int:
    lezer = argparse.ArgumentParser()
    lezer.add_argument("--aantal", type=int, default=5000)
    lezer.add_argument("--zaad", type=int, default=1)
    opties = lezer.parse_args()
    rnd = random.Random(opties.zaad)
    alle = [v for _ in range(opties.aantal) for v in verschillen(maak(rnd))]
    for verschil in alle[:20]:
        print(verschil)
    print(f"{opties.aantal} dossiers, {len(alle)} verschillen")
    return 1 if alle else 0


if __name__ == "__main__":
    sys.exit(main())
