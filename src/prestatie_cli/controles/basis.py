"""What all checks share: the shape of a check, its finding, and ways through a dossier."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from prestatie_cli.bevindingen import Pad, Plaats, Regel
from prestatie_cli.model.dossier import Dossier
from prestatie_cli.model.jaargang import Afspraak, Jaargang, Kengetal, Verplichting
from prestatie_cli.model.meting import Levering, Meting


@dataclass(frozen=True, slots=True)
class Vondst:
    """A place where a rule does not hold: what stands there and the remedy, both Dutch."""

    bestand: str
    pad: Pad
    boodschap: str
    hulp: str

    @property
    def plaats(self) -> Plaats:
        """The place, its line still unknown."""
        return Plaats(self.bestand, pad=self.pad)


Toets = Callable[[Dossier], Iterable[Vondst]]


@dataclass(frozen=True, slots=True)
class Controle:
    """A rule over the whole dossier and the function that looks where it does not hold."""

    regel: Regel
    toets: Toets


Plicht = tuple[str, Jaargang, Afspraak, Verplichting, Pad]


def afspraken(dossier: Dossier) -> Iterator[tuple[str, Jaargang, Afspraak, Pad]]:
    """Every agreement with its file, year and path."""
    for bestand, jaargang in dossier.jaargangen.items():
        for i, afspraak in enumerate(jaargang.afspraken):
            yield bestand, jaargang, afspraak, ("afspraken", i)


def plichten(dossier: Dossier) -> Iterator[Plicht]:
    """Every duty with its file, year, agreement and path."""
    for bestand, jaargang, afspraak, pad in afspraken(dossier):
        for j, verplichting in enumerate(afspraak.verplichtingen):
            yield bestand, jaargang, afspraak, verplichting, (*pad, "verplichtingen", j)


def leveringen(dossier: Dossier) -> Iterator[tuple[str, Meting, Levering, Pad]]:
    """Every delivery with its file, meting and path."""
    for bestand, meting in dossier.metingen.items():
        for i, levering in enumerate(meting.leveringen):
            yield bestand, meting, levering, ("leveringen", i)


def kengetallen(dossier: Dossier) -> dict[str, Kengetal]:
    """All figures that the agreements define, by id; the newest definition counts."""
    jaargangen = sorted(dossier.jaargangen.values(), key=lambda j: j.jaar)
    return {k.id: k for jaargang in jaargangen for k in jaargang.kengetallen}


def gevouwen(tekst: str) -> str:
    """Text without differences of case and white space, to find a quotation back in."""
    return " ".join(tekst.split()).casefold()


def is_citaat(citaat: str, *teksten: str | None) -> bool:
    """Whether a quotation stands in one of the texts, in whole words.

    '…' joins pieces that follow each other in that order.
    """
    if "…" not in citaat and any(_zoek(citaat, t, 0) >= 0 for t in teksten if t):
        return True  # as it stands there, which is most often so
    stukken = [s for stuk in gevouwen(citaat).split("…") if (s := stuk.strip())]
    return bool(stukken) and any(_staat_in(stukken, gevouwen(t)) for t in teksten if t)


def _staat_in(stukken: list[str], tekst: str) -> bool:
    vanaf = 0
    for stuk in stukken:
        vanaf = _zoek(stuk, tekst, vanaf)
        if vanaf < 0:
            return False
    return True


def _zoek(stuk: str, tekst: str, vanaf: int) -> int:
    """The place after a piece in whole words from `vanaf`, or -1."""
    while stuk and (begin := tekst.find(stuk, vanaf)) >= 0:
        eind = begin + len(stuk)
        voor, na = tekst[begin - 1 : begin], tekst[eind : eind + 1]
        if not (voor.isalnum() and stuk[0].isalnum()) and not (na.isalnum() and stuk[-1].isalnum()):
            return eind
        vanaf = begin + 1
    return -1
