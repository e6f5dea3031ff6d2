"""Whether the outputs over one dossier contradict each other or its files: naive, from the YAML and the JSON alone.

Nothing of the program is imported. Each check gives the contradictions that it finds in words.
"""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import yaml

Rij = dict[str, Any]
KLAAR = ("gehaald", "te_laat_gehaald")
# What the state of a duty may be beside the verdict of its indicator.
PASSEND = {
    "gehaald": {"gehaald"},
    "niet_gehaald": {"niet_gehaald"},
    "op_koers": {"loopt", "gehaald", "later", "wacht_op_cijfers"},
    "aandacht": {"loopt", "gehaald", "later", "wacht_op_cijfers", "niet_gehaald"},
    "onvolledig": {"loopt", "gehaald", "later", "wacht_op_cijfers"},
    "geen_meting": {"loopt", "later", "wacht_op_cijfers"},
}
MAANDEN = {
    m: i
    for i, m in enumerate(
        [
            "januari",
            "februari",
            "maart",
            "april",
            "mei",
            "juni",
            "juli",
            "augustus",
            "september",
            "oktober",
            "november",
            "december",
        ],
        1,
    )
}


@dataclass(frozen=True)
class Plicht:
    """A duty as its file has it."""

    bestand: str
    nummer: str
    indicator: str | None
    kengetallen: tuple[str, ...]
    wie: tuple[str, ...]
    ieder: bool


@dataclass(frozen=True)
class Bestanden:
    """What the files say: the duties, who delivers what, and what came in from whom on which day."""

    plichten: tuple[Plicht, ...]
    levert: dict[tuple[str, str], tuple[str, ...]]
    laatste_jaar: dict[tuple[str, str], int | None]
    geleverd: tuple[tuple[str, str, str, date], ...]
    gemeld: frozenset[tuple[str, str]]


def lees(map_: Path) -> Bestanden:
    """The files of a dossier."""
    plichten, levert, tot = [], {}, {}
    for pad in sorted(map_.glob("afspraken-*.yaml")):
        inhoud = _laad(pad)
        groepen = inhoud.get("groepen", {})

        def leden(namen: list[str] | str, groepen: dict[str, list[str]] = groepen) -> tuple[str, ...]:
            lijst = [namen] if isinstance(namen, str) else namen
            return tuple(dict.fromkeys(p for n in lijst for p in groepen.get(n, [n])))

        for k in inhoud.get("kengetallen", []):
            levert[pad.name, k["id"]] = leden(k["levert"])
        for i in inhoud.get("indicatoren", []):
            tot[pad.name, i["id"]] = int(i["tot"]) if "tot" in i else None
        for a in inhoud.get("afspraken", []):
            for v in a.get("verplichtingen", []):
                streep = "-" if a["nummer"][-1].islower() else ""
                plichten.append(
                    Plicht(
                        pad.name,
                        f"{a['nummer']}{streep}{v['letter']}",
                        v.get("indicator"),
                        tuple(v.get("kengetallen", [])),
                        leden(v["wie"]),
                        v.get("uitvoering", "ieder") == "ieder" and len(leden(v["wie"])) > 1,
                    )
                )
    geleverd = [
        (m["periode"], x["door"], k, date.fromisoformat(x["geleverd_op"]))
        for pad in sorted((map_ / "metingen").glob("*.yaml"))
        for m in [_laad(pad)]
        for x in m["leveringen"]
        for k in x.get("cijfers", {})
    ]
    gemeld = {
        (v["verplichting"], v["door"])
        for pad in (map_ / "voortgang").glob("*.yaml")
        for v in _laad(pad).get("voortgang", [])
        if v["melding"] == "afgerond"
    }
    return Bestanden(tuple(plichten), levert, tot, tuple(geleverd), frozenset(gemeld))


def _laad(pad: Path) -> Rij:
    inhoud: Rij = yaml.load(pad.read_text("utf-8"), Loader=yaml.BaseLoader)
    return inhoud


@dataclass(frozen=True)
class Beeld:
    """The outputs on a day: the JSON of three commands, the annex of the letter and the report."""

    op: date
    termijnen: list[Rij]
    indicatoren: list[Rij]
    tellingen: dict[str, int]
    aandacht: list[Rij]
    boodschappen: list[Rij]
    brief: str
    rapport: str


def grenzen(periode: str) -> tuple[date, date]:
    """The first and the last day of a period as files name it."""
    jaar, deel = int(periode[:4]), periode[5:]
    if not deel:
        return date(jaar, 1, 1), date(jaar, 12, 31)
    n = int(deel[-2:].lstrip("HQ0"))
    lengte = {"H": 6, "Q": 3}.get(deel[0], 1)
    eind = n * lengte
    return date(jaar, eind - lengte + 1, 1), _maandeind(jaar, eind)


def _maandeind(jaar: int, maand: int) -> date:
    return (date(jaar, maand, 28) + timedelta(days=4)).replace(day=1) - timedelta(days=1)


def _alle_indicatoren(beeld: Beeld) -> Iterator[Rij]:
    for rij in beeld.indicatoren:
        yield rij
        if rij.get("vorig"):
            yield rij["vorig"]


# -- a duty and its indicator --------------------------------------------------------------------------


def plicht_en_indicator(bestanden: Bestanden, beeld: Beeld) -> list[str]:
    """Each duty that names an indicator beside the verdict on it: of the same year, of the same party."""
    fout = []
    for p, rijen in _rijen_per_plicht(bestanden, beeld):
        standen = [
            i for i in _alle_indicatoren(beeld) if i["id"] == p.indicator and i["bestand"] == p.bestand
        ]
        for rij in rijen:
            jaar = (rij["tijdvak"] or "")[:4]
            over = (
                [i for i in standen if jaar == re.sub(r"^stand op ", "", i["periode"])[:4]]
                if jaar
                else standen[:1]
            )
            if p.indicator and rij["stand"] == "wacht_op_cijfers" and not over:
                fout.append(f"{p.nummer} {jaar}: wacht op cijfers die nergens staan")
            for i in over:
                fout += _vergeleken(p, rij, i)
    return fout


def _vergeleken(p: Plicht, rij: Rij, i: Rij) -> Iterator[str]:
    eigen = {d["partij"]: d for d in i["per_partij"] if d["norm"]}
    paren = [(s["stand"], eigen.get(s["partij"], i)) for s in rij["standen"]]
    if not paren:
        zelf = eigen.get(p.wie[0], i) if len(p.wie) == 1 else i
        paren = [(rij["stand"], zelf)]
    for stand, oordeel in paren:
        mag = PASSEND.get(oordeel["oordeel"])
        if mag and stand not in mag and oordeel["norm"]:
            yield f"{p.nummer} {rij['tijdvak'] or ''}: {stand} naast {oordeel['oordeel']}"


def _rijen_per_plicht(bestanden: Bestanden, beeld: Beeld) -> Iterator[tuple[Plicht, list[Rij]]]:
    for p in bestanden.plichten:
        if p.indicator or p.kengetallen:
            yield (
                p,
                [r for r in beeld.termijnen if (r["bestand"], r["verplichting"]) == (p.bestand, p.nummer)],
            )


# -- deliveries ----------------------------------------------------------------------------------------


def plicht_en_levering(bestanden: Bestanden, beeld: Beeld) -> list[str]:
    """Each period that a reporting duty asks figures of, beside the day on which they came in `metingen/`."""
    fout = []
    for p, rijen in _rijen_per_plicht(bestanden, beeld):
        for rij in rijen if p.kengetallen and not p.indicator else ():
            per_partij = {s["partij"]: s["stand"] for s in rij["standen"]}
            for partij in p.wie if p.ieder else ("",):
                stand = per_partij.get(partij, rij["stand"])
                dag = _geleverd_op(bestanden, p, (partij,) if partij else p.wie, rij["tijdvak"], beeld.op)
                waar = f"{p.nummer} {rij['tijdvak']} {partij}: {stand}"
                if dag and stand not in (*KLAAR, "vervallen", "uitgesteld"):
                    fout.append(f"{waar}, terwijl de cijfers op {dag} kwamen")
                if dag and rij["uiterlijk"] and stand == "gehaald" and str(dag) > rij["uiterlijk"]:
                    fout.append(f"{waar}, terwijl de cijfers pas op {dag} kwamen")
                wie = {partij} if partij else set(p.wie)
                kwam_iets = any(
                    k in p.kengetallen and d in wie and op <= beeld.op and _gaat_over(periode, rij["tijdvak"])
                    for periode, d, k, op in bestanden.geleverd
                )
                gemeld = any((p.nummer, x) in bestanden.gemeld for x in wie)
                if stand in KLAAR and not kwam_iets and not gemeld:
                    fout.append(f"{waar}, terwijl er niets kwam")
    return fout


def _gaat_over(periode: str, tijdvak: str | None) -> bool:
    """Whether a delivery can be of a time: they share days, or it is about the year before that time."""
    if not tijdvak or not re.fullmatch(r"\d{4}(-(H[12]|Q[1-4]|\d\d))?", tijdvak):
        return True
    (a, b), (van, tot) = grenzen(periode), grenzen(tijdvak)
    jaar_ervoor = len(tijdvak) == 4 and b.year == van.year - 1
    return (a <= tot and van <= b) or jaar_ervoor


def _geleverd_op(
    bestanden: Bestanden, p: Plicht, wie: tuple[str, ...], tijdvak: str | None, op: date
) -> date | None:
    """The day on which all that these parties owe over exactly this period had come; None while it had not."""
    if not tijdvak or not re.fullmatch(r"\d{4}(-(H[12]|Q[1-4]|\d\d))?", tijdvak):
        return None
    nodig = {(k, x) for k in p.kengetallen for x in bestanden.levert.get((p.bestand, k), ()) if x in wie}
    nodig = nodig or {(k, wie[0]) for k in p.kengetallen}
    dagen = {(k, d): op_ for periode, d, k, op_ in bestanden.geleverd if periode == tijdvak and op_ <= op}
    return max(dagen[paar] for paar in nodig) if nodig <= dagen.keys() else None


# -- what is over --------------------------------------------------------------------------------------


def voorbij_is_voorbij(bestanden: Bestanden, beeld: Beeld) -> list[str]:
    """Of a stretch that is over nothing is possible or needed any more, and nothing goes too fast or slow."""
    fout = []
    for i in _alle_indicatoren(beeld):
        tot = bestanden.laatste_jaar.get((i["bestand"], i["id"]))
        if i["soort"] == "stand" or (i["soort"] == "cumulatief" and tot is None):
            continue
        jaar = tot or int(i["periode"][:4])
        if i["soort"] != "cumulatief" and "/" in i["periode"] and i["periode"][5:].isdigit():
            jaar = int(i["periode"][5:])
        for rij in (i, *i["per_partij"]) if beeld.op > date(jaar, 12, 31) else ():
            naam = f"{i['id']} {i['periode']} {rij.get('partij', '')}"
            if rij["ruimte_soort"] in ("mogelijk", "nodig"):
                fout.append(f"{naam}: nog {rij['ruimte']} {rij['ruimte_soort']}")
            if re.search(r"tempo|sneller", rij["reden"] or ""):
                fout.append(f"{naam}: {rij['reden']}")
    return fout


def verwacht_sinds(beelden: list[Beeld]) -> list[str]:
    """A figure that is owed is owed since the same day, whenever and wherever that is told."""
    sinds: dict[tuple[str, str, date], set[str]] = {}
    for beeld in beelden:
        teksten = {t for i in _alle_indicatoren(beeld) for t in i["te_leveren"]}
        teksten |= {t for p in beeld.aandacht if p["soort"] == "onvolledig" for t in p["waarom"].split("; ")}
        for tekst in teksten:
            if m := re.fullmatch(
                r"(.+) (?:levert|leveren elk) (.+?) (in|over) (.+) \(verwacht sinds (.+)\)", tekst
            ):
                namen = re.split(r", | en ", m[1])
                for wie, k in ((w, k) for w in namen for k in m[2].split(", ")):
                    sinds.setdefault((wie, k, _begin(m[4])), set()).add(m[5])
    return [f"{sleutel}: {sorted(dagen)}" for sleutel, dagen in sinds.items() if len(dagen) > 1]


def _begin(over: str) -> date:
    """The first day of the stretch that a sentence names."""
    if m := re.fullmatch(r"metingen/(.+)\.yaml", over):
        return grenzen(m[1])[0]
    if m := re.match(r"(\d+) (\w+) (\d{4}) t/m", over):
        return date(int(m[3]), MAANDEN[m[2]], int(m[1]))
    if m := re.match(r"(eerste|tweede|derde|vierde) (halfjaar|kwartaal) (\d{4})$", over):
        n = ("eerste", "tweede", "derde", "vierde").index(m[1])
        return date(int(m[3]), n * (6 if m[2] == "halfjaar" else 3) + 1, 1)
    return date(int(over[:4]), 1, 1)


# -- the letter ----------------------------------------------------------------------------------------


def documenten_en_lijst(bestanden: Bestanden, beeld: Beeld) -> list[str]:
    """The counts of letter and report beside those of `status`; late in one is late in all."""
    status = {s.replace("_", " "): n for s, n in beeld.tellingen.items() if n}
    lijst = beeld.rapport.partition("### Alle verplichtingen")[2].partition("\n### ")[0]
    tabel, _, per_thema = lijst.partition("\n#### ")
    geteld = {
        s: int(n) for s, n in re.findall(r"^\| ([a-z ]+) \| (\d+) \|$", tabel, re.MULTILINE) if s != "totaal"
    }
    fout = [] if geteld == status else [f"het rapport telt {geteld}, status {status}"]
    for naam, tekst in (("brief", beeld.brief), ("rapport", beeld.rapport)):
        kort = re.search(r"Van de (\d+) verplichtingen ([^.]*)\.", tekst)
        if kort and int(kort[1]) != sum(status.values()):
            fout.append(f"de {naam} noemt {kort[1]} verplichtingen, geteld {sum(status.values())}")
        laat = re.search(r"(\d+) te laat", kort[2]) if kort else None
        if kort and int(laat[1] if laat else 0) != status.get("te laat", 0):
            fout.append(f"de {naam} noemt {kort[2]}, status {status}")
    cellen = [
        re.split(r"(?<!\\) \| ", regel.strip("| "))
        for regel in per_thema.splitlines()
        if regel.startswith("| ") and not regel.startswith("| Nummer")
    ]
    rijen = [rij[4] for rij in cellen]
    per_stand = {stand: rijen.count(stand) for stand in rijen}
    fout += [] if per_stand == geteld else [f"het rapport toont {per_stand}, en telt {geteld}"]
    te_laat = {r["verplichting"] for r in beeld.termijnen if r["stand"] == "te_laat"}
    fout += [f"{n} te laat in termijnen, niet gezegd" for n in te_laat if not _is_gezegd(n, beeld, "te laat")]
    gezegd = beeld.rapport.partition("## Het belangrijkste")[2].partition("\n## ")[0].replace("\\", "")
    koppen = (b["kop"].rstrip(".") for b in beeld.boodschappen)
    return fout + [f"in status en niet in het rapport: {k}" for k in koppen if _kaal(k) not in _kaal(gezegd)]


def _kaal(tekst: str) -> str:
    """A text without its figures: what may not be published stands in `status` alone."""
    return re.sub(r"(?:&lt;|<)?\d+(?:[.,]\d+)*", "#", tekst)


def _is_gezegd(nummer: str, beeld: Beeld, wat: str) -> bool:
    """Whether a message is about a duty and says what it is."""
    return any(b["nummer"] == nummer and wat in b["kop"] for b in beeld.boodschappen)


def documenten_en_indicatoren(bestanden: Bestanden, beeld: Beeld) -> list[str]:
    """Each row in the table of the report beside the JSON of the same indicator: verdict and room, in order."""
    tabel = beeld.rapport.partition("## De cijfers")[2].partition("\n#")[0]
    rijen = [
        [c.strip() for c in r.strip("| ").split(" | ")] for r in tabel.splitlines() if r.startswith("| ")
    ]
    gezien = [
        (re.split(r",| \(", r[0])[0], r[-1].partition("; ")[0], _ruimtegetal(r[-1].partition("; ")[2]))
        for r in rijen[1:]
    ]
    verwacht = [
        (re.split(r",| \(", i["naam"])[0], rij["oordeel"].replace("_", " "), rij["ruimte"] or "")
        for i in _alle_indicatoren(beeld)
        for rij in (i, *i["per_partij"])
    ]
    return [] if gezien == verwacht else [f"het rapport oordeelt {gezien}, indicatoren {verwacht}"]


def _ruimtegetal(cel: str) -> str:
    """The number in a cell with room, without the points of thousands."""
    return "".join(re.findall(r"\d", cel.split(",")[0]))


def tekst_zegt_niets_over_wat_voorbij_is(bestanden: Bestanden, beeld: Beeld) -> list[str]:
    """Where all agreements are over, no document speaks of a pace, of what is still needed, or of a chance."""
    jaren = [int(b.removesuffix(".yaml").rsplit("-", 1)[1]) for b in {p.bestand for p in bestanden.plichten}]
    looptijden = [j for j in bestanden.laatste_jaar.values() if j]
    if beeld.op.year <= max([*jaren, *looptijden]):
        return []
    woorden = r"het tempo is|gaat sneller dan|nog [\d.]+ (?:nodig|mogelijk)|De kans dat|Bij dit tempo"
    return [
        f"{naam}: {m}"
        for naam, t in (("brief", beeld.brief), ("rapport", beeld.rapport))
        for m in re.findall(woorden, t)
    ]


CONTROLES: tuple[Callable[[Bestanden, Beeld], list[str]], ...] = (
    plicht_en_indicator,
    plicht_en_levering,
    voorbij_is_voorbij,
    documenten_en_lijst,
    documenten_en_indicatoren,
    tekst_zegt_niets_over_wat_voorbij_is,
)
