"""A change is a value: what changed, of which kind, in whose favour, and where on both sides."""

from dataclasses import dataclass, replace
from hashlib import sha256
from typing import Literal

from prestatie_cli.bevindingen import Plaats

Soort = Literal["inhoudelijk", "redactioneel", "opmaak"]
Richting = Literal["versoepeling", "verzwaring", "uitstel", "vervroeging"]
Vorm = Literal["tekst", "woord", "getal", "aandeel", "euro", "datum"]
SOORTEN: tuple[Soort, ...] = ("inhoudelijk", "redactioneel", "opmaak")
CIJFERCODES = ("cijfer-", "correctie-", "levering-")
FEITEN = (*CIJFERCODES, "melding-", "parameter-", "vaststelling-")
TEGENRICHTING: dict[Richting, Richting] = {
    "versoepeling": "verzwaring",
    "verzwaring": "versoepeling",
    "uitstel": "vervroeging",
    "vervroeging": "uitstel",
}


@dataclass(frozen=True, slots=True)
class Kant:
    """One side of a change: how that version names it, what stands there and where.

    `waarde` is spelt as in the data (`7.5%`, `932.93`, `2026-07-01`); `lezing` says how it is read.
    """

    afspraak: str | None
    veld: str
    wat: str
    waarde: str | None = None
    plaats: Plaats | None = None
    lezing: str | None = None
    jaar: int | None = None


@dataclass(frozen=True, slots=True)
class Wijziging:
    """One real change between two versions; a side is None where the record is not there.

    `partijen` are those who have to do it; `kengetal` is set when it is about a figure.
    """

    code: str
    soort: Soort
    richting: Richting | None
    partijen: tuple[str, ...]
    kant_van: Kant | None
    kant_naar: Kant | None
    vorm: Vorm = "tekst"
    toelichting: str | None = None
    kengetal: str | None = None

    @property
    def kant(self) -> Kant:
        """The side that names the change: the new one, or the old one of what is gone."""
        kant = self.kant_naar or self.kant_van
        assert kant is not None  # noqa: S101  # a change has at least one side by construction
        return kant

    @property
    def afspraak(self) -> str | None:
        """The number of the agreement or duty."""
        return self.kant.afspraak

    @property
    def veld(self) -> str:
        """The field, with the ids of the records on the way, such as `normen[2026-01-01].waarde`."""
        return self.kant.veld

    @property
    def wat(self) -> str:
        """What it is about in words."""
        return self.kant.wat

    @property
    def oud(self) -> str | None:
        """What stood there."""
        return self.kant_van.waarde if self.kant_van else None

    @property
    def nieuw(self) -> str | None:
        """What stands there now."""
        return self.kant_naar.waarde if self.kant_naar else None

    @property
    def van(self) -> Plaats | None:
        """The place in the old version."""
        return self.kant_van.plaats if self.kant_van else None

    @property
    def naar(self) -> Plaats | None:
        """The place in the new version."""
        return self.kant_naar.plaats if self.kant_naar else None

    @property
    def vingerafdruk(self) -> str:
        """What names this change in another run: code, year, agreement, field, old, new; no lines."""
        delen = (self.code, str(self.kant.jaar), self.afspraak, self.veld, self.oud, self.nieuw)
        tekst = "\0".join("\1" if deel is None else deel for deel in delen)
        return sha256(tekst.encode()).hexdigest()[:16]

    def op_plaats(self, van: Plaats | None, naar: Plaats | None) -> "Wijziging":
        """The same change with the lines of its places filled in."""
        return replace(
            self,
            kant_van=self.kant_van and replace(self.kant_van, plaats=van),
            kant_naar=self.kant_naar and replace(self.kant_naar, plaats=naar),
        )


def volgorde(w: Wijziging) -> tuple[int, bool, tuple[tuple[int, str], ...], str, str, str]:
    """The sort key of changes: what was agreed before facts, then by number, field and value."""
    waarden = f"{w.oud}\0{w.nieuw}"
    return (SOORTEN.index(w.soort), is_feit(w), nummersleutel(w.afspraak), w.veld, w.code, waarden)


def is_feit(w: Wijziging) -> bool:
    """Whether a change is about what happened, not about what was agreed."""
    return w.code.startswith(FEITEN)


def nummersleutel(nummer: str | None) -> tuple[tuple[int, str], ...]:
    """Numbers in the order of a reader: 3.9 before 3.10, without a number last."""
    if nummer is None:
        return ((10**9, ""),)
    uit = []
    for deel in nummer.split("."):
        cijfers = "".join(c for c in deel if c.isdigit())
        uit.append((int(cijfers or 0), deel.replace(cijfers, "", 1)))
    return tuple(uit)
