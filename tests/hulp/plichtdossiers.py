"""Small dossiers by chance: one duty of every soort, with whatever a term, a statement or a figure can be.

What term words mean stands beside them in `WOORDEN`, as the design says it and not as the program reads it.
"""

import random
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cached_property
from typing import Any

import yaml

from prestatie_cli.inlezen.bestanden import lees_dossier
from prestatie_cli.model.dossier import Dossier

JAAR = 2026
EERSTE, LAATSTE = date(2026, 1, 1), date(2028, 12, 31)
DAG = timedelta(days=1)
PARTIJEN = (("gemeente", "gemeente"), ("omthuis", "corporatie"), ("hlve", "huurdersorganisatie"))
SOORTEN = (
    "oplevering",
    "rapportage",
    "maximum",
    "doelstelling",
    "doorlopend",
    "voorwaardelijk",
    "uitgesteld",
    "constatering",
)


@dataclass(frozen=True)
class Bedoeld:
    """What term words mean: the kind of window, its days, whether it is soft, and how it recurs."""

    soort: str
    eerste: date | None = None
    laatste: date | None = None
    zacht: bool = False
    elke: int = 0
    keer: int = 0
    na_dagen: int | None = None


WOORDEN: dict[str, Bedoeld] = {
    "in 2026": Bedoeld("periode", date(2026, 1, 1), date(2026, 12, 31)),
    "in 2027": Bedoeld("periode", date(2027, 1, 1), date(2027, 12, 31)),
    "medio 2026": Bedoeld("periode", date(2026, 6, 1), date(2026, 7, 31)),
    "Q2 2026": Bedoeld("periode", date(2026, 4, 1), date(2026, 6, 30)),
    "maart 2027": Bedoeld("periode", date(2027, 3, 1), date(2027, 3, 31)),
    "2026 t/m 2030": Bedoeld("periode", date(2026, 1, 1), date(2030, 12, 31)),
    "op 1 december 2026": Bedoeld("periode", date(2026, 12, 1), date(2026, 12, 1)),
    "per 1 juli 2026": Bedoeld("periode", date(2026, 7, 1), date(2026, 7, 1)),
    "uiterlijk 30 juni 2026": Bedoeld("periode", None, date(2026, 6, 30)),
    "uiterlijk Q1 2027": Bedoeld("periode", None, date(2027, 3, 31)),
    "vóór 1 juli 2026": Bedoeld("periode", None, date(2026, 6, 30)),
    "in principe in 2026": Bedoeld("periode", date(2026, 1, 1), date(2026, 12, 31), zacht=True),
    "in principe op 1 oktober 2026": Bedoeld("periode", date(2026, 10, 1), date(2026, 10, 1), zacht=True),
    "vanaf 2026/2027": Bedoeld("begin", date(2026, 1, 1), date(2027, 12, 31)),
    "vanaf 1 juli 2026": Bedoeld("begin", date(2026, 7, 1), date(2026, 7, 1)),
    "na 2030": Bedoeld("na", date(2031, 1, 1)),
    "niet voorzien in 2026": Bedoeld("uitgesteld", date(2026, 1, 1), date(2026, 12, 31)),
    "structureel overleg": Bedoeld("doorlopend"),
    "doorlopend": Bedoeld("doorlopend"),
    "indien nodig": Bedoeld("voorwaardelijk"),
    "maandelijks": Bedoeld("terugkerend", elke=1, keer=1),
    "per kwartaal": Bedoeld("terugkerend", elke=3, keer=1),
    "per halfjaar": Bedoeld("terugkerend", elke=6, keer=1),
    "halfjaarlijks": Bedoeld("terugkerend", elke=6, keer=1),
    "jaarlijks": Bedoeld("terugkerend", elke=12, keer=1),
    "twee keer per jaar": Bedoeld("terugkerend", elke=12, keer=2),
    "drie keer per jaar": Bedoeld("terugkerend", elke=12, keer=3),
    "minimaal twee keer per jaar": Bedoeld("terugkerend", elke=12, keer=2),
    "in principe jaarlijks": Bedoeld("terugkerend", elke=12, keer=1, zacht=True),
    "jaarlijks vóór 1 april": Bedoeld("terugkerend", date(2026, 1, 1), date(2026, 3, 31), elke=12, keer=1),
    "elk jaar in het vierde kwartaal": Bedoeld(
        "terugkerend", date(2026, 10, 1), date(2026, 12, 31), elke=12, keer=1
    ),
    "eens in de twee jaar": Bedoeld("terugkerend", elke=24, keer=1),
    "binnen vier weken na afloop van elk kwartaal": Bedoeld("terugkerend", elke=3, keer=1, na_dagen=28),
    "binnen zes weken na vaststelling": Bedoeld("relatief", na_dagen=42),
    "eind 2026": Bedoeld("periode", date(2026, 12, 31), date(2026, 12, 31)),
}
TERUGKEREND = tuple(w for w, b in WOORDEN.items() if b.soort == "terugkerend")
MOMENTEN: dict[str, tuple[tuple[str, str], ...]] = {
    "per kwartaal": (("2026-Q1", "2026-05-01"), ("2026-Q2", "2026-08-15"), ("2026-Q4", "2027-02-01")),
    "jaarlijks": (("2026", "2027-04-01"),),
    "twee keer per jaar": (("2026-H1", "2026-09-01"), ("2026-H2", "2027-03-01")),
}
# How a year is cut into the periods of which figures come; never two over the same day.
VERDELINGEN = (
    ("",),
    ("-H1", "-H2"),
    ("-Q1", "-Q2", "-Q3", "-Q4"),
    ("-H1", "-Q3", "-Q4"),
    ("-Q1", "-Q2", "-H2"),
    ("-01", "-02", "-03", "-Q2", "-H2"),
)
KENGETALLEN = ("verkocht", "opgeleverd", "verhuurd")
VOORWAARDE = "als zich mogelijkheden voordoen"
TEKSTSOORTEN = ("niet_gestart", "loopt", "aandacht", "vertraagd", "afgerond", "afgerond")
BESLUITEN = ("uitgesteld", "uitgesteld", "vervallen")


@dataclass(frozen=True)
class Geval:
    """A dossier as plain data by path, what its term words mean, and whether a decision lacks consent."""

    bestanden: dict[str, dict[str, Any]]
    woorden: dict[str, Bedoeld]
    half_besluit: bool

    @cached_property
    def dossier(self) -> Dossier:
        """The records, as the program reads them."""
        return lees_dossier(self.teksten)[0]

    @property
    def teksten(self) -> dict[str, bytes]:
        """The files as the program reads them."""
        return {pad: schrijf(inhoud) for pad, inhoud in self.bestanden.items()}

    @property
    def jaargang(self) -> dict[str, Any]:
        """The agreements."""
        return self.bestanden[f"afspraken-{JAAR}.yaml"]


class _Voluit(yaml.SafeDumper):
    """YAML without anchors: a dossier has none."""

    def ignore_aliases(self, data: object) -> bool:
        return True


def schrijf(inhoud: dict[str, Any]) -> bytes:
    """YAML of plain data."""
    return yaml.dump(inhoud, Dumper=_Voluit, allow_unicode=True, sort_keys=False).encode()


def periode_grenzen(periode: str) -> tuple[date, date]:
    """First and last day of 2026, 2026-H1, 2026-Q3 or 2026-07."""
    jaar, _, deel = periode.partition("-")
    eerste, aantal = {
        "": (1, 12),
        "H1": (1, 6),
        "H2": (7, 6),
        "Q1": (1, 3),
        "Q2": (4, 3),
        "Q3": (7, 3),
        "Q4": (10, 3),
    }.get(deel) or (int(deel), 1)
    volgende = eerste + aantal
    begin_volgende = date(int(jaar) + 1, 1, 1) if volgende == 13 else date(int(jaar), volgende, 1)
    return date(int(jaar), eerste, 1), begin_volgende - DAG


class _Maker:
    """One dossier from one seed."""

    def __init__(self, zaad: int) -> None:
        self.r = random.Random(zaad)
        partijen = list(PARTIJEN[: self.r.choice((1, 2, 2, 3, 3))])
        self.partijen = [naam for naam, _ in partijen]
        self.derde = self.r.random() < 0.2
        self.half_besluit = False
        self.gebruikte_dagen: dict[str, set[date]] = {}
        self.levert = {k: self.r.choice(self.partijen) for k in KENGETALLEN}
        self.indicatoren: list[dict[str, Any]] = []

    def geval(self) -> Geval:
        plichten = [self.afspraak(i, soort) for i, soort in enumerate(SOORTEN, 1)]
        woorden = {
            p["verplichtingen"][0]["termijn"]["woorden"]
            for p in plichten
            if "termijn" in p["verplichtingen"][0]
        }
        jaargang: dict[str, Any] = {
            "jaar": JAAR,
            "titel": f"Prestatieafspraken {JAAR}",
            "bron": {"titel": "voorbeeld"},
            "partijen": [{"id": n, "naam": n.title(), "soort": s} for n, s in PARTIJEN if n in self.partijen],
            "themas": [{"nummer": "1", "titel": "Wonen"}],
        }
        if self.derde:
            jaargang["partijen"].append({"id": "derde", "naam": "Derde", "soort": "derde"})
        if self.r.random() < 0.4:
            jaargang["meetmomenten"] = [self.momenten(w) for w in sorted(woorden & MOMENTEN.keys())]
        jaargang |= {
            "afspraken": plichten,
            "indicatoren": self.indicatoren,
            "kengetallen": [self.kengetal(k) for k in KENGETALLEN],
        }
        bestanden = {f"afspraken-{JAAR}.yaml": jaargang}
        bestanden |= self.metingen() | self.voortgang(jaargang)
        return Geval(bestanden, {w: WOORDEN[w] for w in woorden}, self.half_besluit)

    def momenten(self, woorden: str) -> dict[str, Any]:
        return {
            "woorden": woorden,
            "momenten": [{"tijdvak": t, "uiterlijk": u} for t, u in MOMENTEN[woorden]],
            "vastgesteld_door": self.partijen,
            "vastgesteld_op": f"{JAAR}-01-15",
        }

    def kengetal(self, naam: str) -> dict[str, Any]:
        return {
            "id": naam,
            "naam": naam.title(),
            "soort": "stroom",
            "eenheid": "woningen",
            "levert": self.levert[naam],
            "definitie": f"Wat {naam} is.",
        }

    def afspraak(self, i: int, soort: str) -> dict[str, Any]:
        verplichting: dict[str, Any] = {"letter": "a", "wat": f"Plicht {i}", "soort": soort}
        tekst = f"Afspraak {i}."
        if soort != "constatering":
            verplichting["wie"] = self.r.sample(self.partijen, self.r.randint(1, len(self.partijen)))
            uitvoering = self.r.choice((None, "samen", "ieder"))
            if uitvoering:
                verplichting["uitvoering"] = uitvoering
            if woorden := self.termijn(soort):
                verplichting["termijn"] = {"woorden": woorden}
                tekst += f" Dit gebeurt {woorden}."
        if soort == "voorwaardelijk":
            verplichting["voorwaarde"] = VOORWAARDE
            tekst += f" Alleen {VOORWAARDE}."
        if soort == "rapportage" or (soort in ("oplevering", "voorwaardelijk") and self.r.random() < 0.25):
            kengetallen = self.r.sample(KENGETALLEN, self.r.randint(0, 2))
            if kengetallen:
                verplichting["kengetallen"] = kengetallen
        kans = {"doelstelling": 0.75, "maximum": 0.75, "oplevering": 0.15}.get(soort, 0.0)
        if self.r.random() < kans:
            verplichting["indicator"] = f"indicator{i}"
            tekst += self.indicator(i, soort)
        return {"nummer": f"1.{i}", "thema": "1", "tekst": tekst, "verplichtingen": [verplichting]}

    def termijn(self, soort: str) -> str | None:
        if self.r.random() < 0.12:
            return None
        if soort == "rapportage" and self.r.random() < 0.6:
            return self.r.choice(TERUGKEREND)
        return self.r.choice(tuple(WOORDEN))

    def indicator(self, i: int, soort: str) -> str:
        """Adds an indicator; gives the words that hold its norm."""
        deelt = self.r.random() < 0.4
        normsoort = "maximum" if soort == "maximum" else self.r.choice(("minimum", "streefwaarde"))
        waarde = self.r.choice((10, 20, 40))
        getal = f"{waarde}%" if deelt else str(waarde)
        norm: dict[str, Any] = {
            "soort": normsoort,
            "waarde": getal,
            "citaat": f"norm {getal}",
            "plaats": "tekst",
        }
        if self.r.random() < 0.5:
            norm["van"] = f"{JAAR}-01-01"
        if self.r.random() < 0.3:
            norm["tot"] = f"{JAAR}-12-31"
        indicator: dict[str, Any] = {
            "id": f"indicator{i}",
            "naam": f"Indicator {i}",
            "afspraak": f"1.{i}",
            "soort": "aandeel" if deelt else "cumulatief",
            "teller": "verkocht",
            "definitie": "Wat hij zegt.",
            "normen": [norm],
        }
        if deelt:
            indicator["noemer"] = "verhuurd"
        else:
            indicator["van"] = JAAR
            if self.r.random() < 0.85:
                indicator["tot"] = self.r.choice((JAAR, JAAR, JAAR + 1, JAAR + 4))
        self.indicatoren.append(indicator)
        return f" De norm {getal} geldt."

    def metingen(self) -> dict[str, dict[str, Any]]:
        """Figures over 0 to 4 periods, each delivered after its period."""
        periodes = [f"{jaar}{deel}" for jaar in (2025, 2026, 2027) for deel in self.r.choice(VERDELINGEN)]
        van_dit_jaar = [p for p in periodes if p.startswith(str(JAAR))]
        if self.r.random() < 0.6:
            gekozen = van_dit_jaar[: self.r.randint(0, 5)]
        else:
            gekozen = self.r.sample(periodes, min(len(periodes), self.r.randint(0, 4)))
        uit = {}
        for periode in sorted(gekozen):
            leveringen = [x for partij in self.partijen if (x := self.levering(periode, partij))]
            if leveringen:
                uit[f"metingen/{periode}.yaml"] = {"periode": periode, "leveringen": leveringen}
        return uit

    def levering(self, periode: str, partij: str) -> dict[str, Any] | None:
        namen = [k for k in KENGETALLEN if self.levert[k] == partij and self.r.random() < 0.9]
        if not namen:
            return None
        dag = periode_grenzen(periode)[1] + timedelta(days=self.r.choice((1, 14, 40, 100, 200, 500)))
        cijfers = {k: self.r.choice((0, 1, 3, 8, 15, 45)) for k in namen}
        if "verhuurd" in cijfers:
            cijfers["verhuurd"] = self.r.choice((0, 20, 50, 50, 100))
        herkomst = self.r.choice(("definitief", "definitief", "definitief", "voorlopig"))
        return {"door": partij, "geleverd_op": str(dag), "herkomst": herkomst, "cijfers": cijfers}

    def voortgang(self, jaargang: dict[str, Any]) -> dict[str, dict[str, Any]]:
        per_jaar: dict[int, list[dict[str, Any]]] = {}
        for afspraak in jaargang["afspraken"]:
            verplichting = afspraak["verplichtingen"][0]
            if verplichting["soort"] == "constatering":
                continue
            for _ in range(self.r.choice((0, 0, 1, 1, 2, 3, 4, 6))):
                melding = self.melding(afspraak["nummer"] + "a", verplichting)
                per_jaar.setdefault(int(melding["datum"][:4]), []).append(melding)
        return {
            f"voortgang/{jaar}.yaml": {"jaar": jaar, "voortgang": sorted(m, key=lambda x: str(x["datum"]))}
            for jaar, m in sorted(per_jaar.items())
        }

    def dag(self, nummer: str) -> date:
        """A day of the three years, no day twice for one duty."""
        bezet = self.gebruikte_dagen.setdefault(nummer, set())
        while True:
            breed = self.r.random() < 0.25
            dag = EERSTE + timedelta(days=self.r.randint(-40 if breed else 0, 1090 if breed else 500))
            if dag not in bezet:
                bezet.add(dag)
                return dag

    def melding(self, nummer: str, verplichting: dict[str, Any]) -> dict[str, Any]:
        wie, dag = verplichting["wie"], self.dag(nummer)
        door = self.r.choice(wie if self.r.random() < 0.8 else self.partijen)
        worp = self.r.random()
        melding: dict[str, Any] = {"verplichting": nummer, "jaargang": JAAR, "datum": str(dag), "door": door}
        if worp < 0.15:
            return melding | self.besluit(dag, verplichting)
        vervuld = worp < (0.45 if verplichting["soort"] == "voorwaardelijk" else 0.2)
        if vervuld:
            return melding | {"melding": "voorwaarde_vervuld"}
        melding["melding"] = self.r.choice(TEKSTSOORTEN)
        if melding["melding"] in ("aandacht", "vertraagd"):
            melding |= {"oorzaak": "Oorzaak.", "bijsturing": "Bijsturing.", "toelichting": "Uitleg."}
        if melding["melding"] == "afgerond" and self.r.random() < 0.25:
            melding["gereed_op"] = str(dag - timedelta(days=self.r.choice((0, 3, 30))))
        if (tijdvakken := self.tijdvakken(verplichting)) and self.r.random() < 0.5:
            melding["tijdvak"] = self.r.choice(tijdvakken)
        return melding

    def tijdvakken(self, verplichting: dict[str, Any]) -> tuple[str, ...]:
        """The periods that a statement about a recurring duty may name."""
        bedoeld = WOORDEN.get(verplichting.get("termijn", {}).get("woorden", ""))
        elke = bedoeld.elke if bedoeld else 0
        delen = {1: [f"-{m:02}" for m in range(1, 13)], 3: ["-Q1", "-Q2", "-Q3", "-Q4"], 6: ["-H1", "-H2"]}
        return tuple(f"{JAAR}{deel}" for deel in delen.get(elke, [])) + ((str(JAAR),) if elke else ())

    def besluit(self, dag: date, verplichting: dict[str, Any]) -> dict[str, Any]:
        melding = self.r.choice(BESLUITEN)
        instemming = list(self.partijen)
        if self.r.random() < 0.15:
            instemming.pop(self.r.randrange(len(instemming)))
            self.half_besluit = True
        uit: dict[str, Any] = {"melding": melding, "besluit": "Besluit 1", "instemming": instemming}
        if melding == "uitgesteld" and self.r.random() < 0.6:
            uit["tot"] = str(dag + timedelta(days=self.r.choice((10, 60, 200, 400))))
        if (tijdvakken := self.tijdvakken(verplichting)) and self.r.random() < 0.4:
            uit["tijdvak"] = self.r.choice(tijdvakken)
        return uit


def maak(zaad: int) -> Geval:
    """The dossier of a seed."""
    return _Maker(zaad).geval()
