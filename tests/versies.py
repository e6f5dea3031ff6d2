"""A repository of agreements, built with real git: one commit for each kind of change."""

import os
import subprocess
from dataclasses import dataclass
from pathlib import Path

AFSPRAKEN = """\
# De afspraken van een voorbeeldgemeente.
jaar: 2026
titel: Prestatieafspraken 2026 Voorbeeldstad
bron:
  titel: Voorbeeld
partijen:
  - {id: gemeente, naam: Gemeente Voorbeeldstad, soort: gemeente}
  - {id: omthuis, naam: Omthuis, soort: corporatie}
  - {id: hlve, naam: HLVE, soort: huurdersorganisatie}
themas:
  - {nummer: "2", titel: Betaalbaarheid}
  - {nummer: "3", titel: Doelgroepen}

afspraken:
  # Over de vrije ruimte.
  - nummer: "2.6"
    thema: "2"
    tekst: >-
      Wettelijk mag Omthuis 7,5% van de vrijkomende woningen vrij toewijzen. Partijen spreken af dat
      Omthuis maximaal 10% van de vrijkomende woningen toewijst aan middeninkomens.
    verplichtingen:
      - letter: a
        wat: Hoogstens 10% van de vrijkomende woningen toewijzen aan middeninkomens
        wie: [omthuis]
        soort: maximum
        indicator: middeninkomens
  - nummer: "3.5"
    thema: "3"
    tekst: >-
      Omthuis streeft ernaar woningzoekenden uit de gemeente voorrang te geven. De regeling wordt
      medio 2026 door de gemeente en Omthuis geevalueerd met HLVE.
    verplichtingen:
      - letter: a
        wat: De regeling voor voorrang evalueren
        wie: [gemeente, omthuis]
        uitvoering: samen
        met: [hlve]
        soort: oplevering
        termijn: {woorden: medio 2026}
  - nummer: "3.6"
    thema: "3"
    tekst: >-
      De gemeente stelt een nota op over wonen voor ouderen en bespreekt die met alle partijen.
    verplichtingen:
      - letter: a
        wat: Een nota over wonen voor ouderen opstellen
        wie: [gemeente]
        voor: [omthuis, hlve]
        soort: oplevering
        termijn: {woorden: "2026", afgeleid: true, reden: Het jaar van de afspraken.}
  - nummer: "3.7"
    thema: "3"
    tekst: >-
      Omthuis onderzoekt of het aantal jongerenwoningen in het centrum kan groeien.
    verplichtingen:
      - letter: a
        wat: Onderzoek naar jongerenwoningen in het centrum
        wie: [omthuis]
        soort: oplevering

indicatoren:
  - id: middeninkomens
    naam: Vrije toewijzing aan middeninkomens
    afspraak: "2.6"
    soort: aandeel
    teller: toewijzingen_middeninkomens
    noemer: verhuringen
    definitie: Aandeel van de vrijkomende woningen dat naar een middeninkomen ging.
    normen:
      - {soort: maximum, waarde: 10%, van: 2026-01-01, tot: 2026-12-31, citaat: maximaal 10%, plaats: tekst}
kengetallen:
  - {id: toewijzingen_middeninkomens, naam: Toewijzingen aan middeninkomens, soort: stroom,
     eenheid: verhuringen, levert: omthuis, definitie: Aantal toewijzingen.}
  - {id: verhuringen, naam: Verhuringen, soort: stroom, eenheid: verhuringen, levert: omthuis,
     definitie: Aantal verhuringen.}
"""
METING = """\
periode: 2026-H1
leveringen:
  - door: omthuis
    geleverd_op: 2026-07-10
    herkomst: voorlopig
    cijfers:
      verhuringen: 71
      toewijzingen_middeninkomens: 6
"""
CORRECTIE = """\
    correcties:
      - kengetal: toewijzingen_middeninkomens
        was: 6
        geleverd_op: 2026-07-10
        gecorrigeerd_op: 2026-08-20
        reden: Eén toewijzing viel onder een zorgindicatie.
"""


@dataclass(frozen=True)
class Repo:
    """A git repository with a folder `data`; every commit has a fixed author and day."""

    pad: Path

    @property
    def data(self) -> Path:
        return self.pad / "data"

    def git(self, *argumenten: str, **extra: str) -> str:
        omgeving = {k: v for k, v in os.environ.items() if not k.startswith("GIT_")} | {
            "GIT_CONFIG_GLOBAL": os.devnull,
            "GIT_CONFIG_SYSTEM": os.devnull,
            "GIT_AUTHOR_NAME": "Anna Visser",
            "GIT_AUTHOR_EMAIL": "anna@voorbeeld.example",
            "GIT_COMMITTER_NAME": "Anna Visser",
            "GIT_COMMITTER_EMAIL": "anna@voorbeeld.example",
            "LC_ALL": "C",
            **extra,
        }
        klaar = subprocess.run(
            ["git", *argumenten], cwd=self.pad, env=omgeving, capture_output=True, check=True
        )
        return klaar.stdout.decode()

    def schrijf(self, naam: str, tekst: str) -> None:
        pad = self.data / naam
        pad.parent.mkdir(parents=True, exist_ok=True)
        pad.write_text(tekst, encoding="utf-8", newline="\n")

    def lees(self, naam: str) -> str:
        return (self.data / naam).read_text("utf-8")

    def vervang(self, naam: str, *paren: tuple[str, str]) -> None:
        tekst = self.lees(naam)
        for oud, nieuw in paren:
            assert oud in tekst, oud
            tekst = tekst.replace(oud, nieuw)
        self.schrijf(naam, tekst)

    def leg_vast(self, onderwerp: str, dag: str, tag: str) -> None:
        moment = f"{dag}T12:00:00+01:00"
        self.git("add", "-A")
        self.git("commit", "-q", "-m", onderwerp, GIT_AUTHOR_DATE=moment, GIT_COMMITTER_DATE=moment)
        self.git("tag", tag)


def begin(pad: Path) -> Repo:
    """A repository with the agreements and the figures of half a year."""
    repo = Repo(pad)
    pad.mkdir(exist_ok=True)
    repo.git("init", "-q", "-b", "main")
    repo.schrijf("afspraken-2026.yaml", AFSPRAKEN)
    repo.leg_vast("Concept van de afspraken", "2025-11-20", "concept")
    return repo


def anders_opgemaakt(tekst: str) -> str:
    """The same agreements in another order, with other quotes, indentation and comments."""
    import yaml

    data = yaml.load(tekst, yaml.BaseLoader)
    for lijst in ("afspraken", "kengetallen", "partijen"):
        data[lijst] = list(reversed(data[lijst]))
    return "# Opnieuw opgemaakt.\n" + yaml.safe_dump(
        data, allow_unicode=True, sort_keys=True, default_style='"'
    )
