"""A change is a value: what changed, of which kind, in whose favour, and where on both sides.

The table `REGELS_WIJZIGING` gives each code its kind, its direction and its mirror: reversing a comparison
turns every change into its mirror. A rule that is its own mirror says why.
"""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from hashlib import sha256
from typing import Literal

from prestatie_cli.bevindingen import Plaats
from prestatie_cli.model.nummers import Nummersleutel, nummersleutel

Wijzigingssoort = Literal["inhoudelijk", "redactioneel", "opmaak"]
Richting = Literal["versoepeling", "verzwaring", "uitstel", "vervroeging"]
Waardevorm = Literal["tekst", "woord", "getal", "aandeel", "euro", "datum"]
WIJZIGINGSSOORTEN: tuple[Wijzigingssoort, ...] = ("inhoudelijk", "redactioneel", "opmaak")
CIJFERCODES = ("cijfer-", "correctie-", "levering-")
FEITCODES = (*CIJFERCODES, "melding-", "parameter-", "vaststelling-")
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
    jaar: str | None = None


@dataclass(frozen=True, slots=True)
class Wijziging:
    """One real change between two versions; a side is None where the record is not there.

    `partijen` are those who have to do it; `kengetal` is set when it is about a figure.
    """

    code: str
    soort: Wijzigingssoort
    richting: Richting | None
    partijen: tuple[str, ...]
    kant_van: Kant | None
    kant_naar: Kant | None
    vorm: Waardevorm = "tekst"
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


def leesvolgorde(w: Wijziging, romeins: bool) -> tuple[int, bool, Nummersleutel, str, str, str]:
    """The sort key of changes: what was agreed before facts, then by number, field and value."""
    waarden = f"{w.oud}\0{w.nieuw}"
    nummer = nummersleutel(w.afspraak, romeins)
    return (WIJZIGINGSSOORTEN.index(w.soort), is_feit(w), nummer, w.veld, w.code, waarden)


def is_feit(w: Wijziging) -> bool:
    """Whether a change is about what happened, not about what was agreed."""
    return w.code.startswith(FEITCODES)


@dataclass(frozen=True, slots=True)
class Wijzigingsregel:
    """When a change gets this code; `soort` None means that the words decide.

    `spiegel` is the code of the same change backwards; `eigen_spiegel` says why it may be its own.
    """

    code: str
    soort: Wijzigingssoort | None
    regel: str
    spiegel: str
    richting: Richting | None = None
    eigen_spiegel: str | None = None


WAARDE_TERUG = "Oud en nieuw wisselen om; een waarde is niet meer of minder dan een andere."
NAAM_TERUG = "Terug is weer een andere naam of plek."
Regelpaar = tuple[Wijzigingsregel, Wijzigingsregel]


def _paar(heen: str, terug: str, regel: str, regel_terug: str, richting: Richting | None = None) -> Regelpaar:
    """Two substantive rules that mirror each other."""
    tegen = TEGENRICHTING[richting] if richting else None
    return (
        Wijzigingsregel(heen, "inhoudelijk", regel, terug, richting),
        Wijzigingsregel(terug, "inhoudelijk", regel_terug, heen, tegen),
    )


def _komt_en_gaat(naam: str, wat: str, richting: Richting | None = None) -> Regelpaar:
    """Added and removed."""
    heen, terug = f"{naam}-toegevoegd", f"{naam}-verwijderd"
    return _paar(heen, terug, f"{wat} is erbij gekomen.", f"{wat} is weg.", richting)


def _anders(code: str, regel: str, soort: Wijzigingssoort | None = None) -> Wijzigingsregel:
    """A value that is another: its own mirror."""
    return Wijzigingsregel(code, soort, regel, code, None, WAARDE_TERUG)


def _heet_anders(code: str, regel: str, soort: Wijzigingssoort = "redactioneel") -> Wijzigingsregel:
    """Another name or place for the same: its own mirror."""
    return Wijzigingsregel(code, soort, regel, code, None, NAAM_TERUG)


REGELS_WIJZIGING: tuple[Wijzigingsregel, ...] = (
    *_komt_en_gaat("jaargang", "Een jaar met afspraken"),
    _heet_anders("jaargang-overgenomen", "Afspraken van een ander jaar zijn herkend."),
    _anders("jaargang-gewijzigd", "Titel of instelling van een jaar is anders."),
    *_komt_en_gaat("afspraak", "Een afspraak", "verzwaring"),
    _heet_anders("afspraak-hernummerd", "Een afspraak is herkend onder een ander nummer van het thema."),
    _heet_anders("afspraak-verplaatst", "Een afspraak is herkend onder een ander thema."),
    _anders("afspraak-gewijzigd", "Een ander veld van een afspraak is anders."),
    *_komt_en_gaat("tekst", "Een doel of speerpunt"),
    _anders("tekst-gewijzigd", "Tekst, doel of speerpunt is anders; de woorden bepalen de soort."),
    *_komt_en_gaat("verplichting", "Een verplichting", "verzwaring"),
    _heet_anders("verplichting-verletterd", "Een verplichting heeft een andere letter."),
    _anders("verplichting-gewijzigd", "Een ander veld van een verplichting is anders."),
    _anders("rol-gewijzigd", "Wie het doet, ontvangt of meedoet is anders.", "inhoudelijk"),
    *_komt_en_gaat("voorwaarde", "Een voorwaarde", "versoepeling"),
    *_komt_en_gaat("termijn", "Een termijn", "verzwaring"),
    *_paar(
        "termijn-later",
        "termijn-eerder",
        "De laatste dag van een termijn ligt later.",
        "De laatste dag van een termijn ligt eerder.",
        "uitstel",
    ),
    *_paar(
        "termijn-zachter",
        "termijn-harder",
        "Een termijn is een streven geworden.",
        "Een streven is een termijn geworden.",
        "versoepeling",
    ),
    *_paar(
        "termijn-vaker",
        "termijn-minder-vaak",
        "Een terugkerende verplichting komt vaker.",
        "Een terugkerende verplichting komt minder vaak.",
        "verzwaring",
    ),
    _anders("termijn-meegeschoven", "Een termijn is met het jaar van de afspraken mee.", "inhoudelijk"),
    _anders("termijn-gewijzigd", "Een termijn is anders zonder dat de laatste dag verschuift."),
    *_komt_en_gaat("norm", "Een norm"),
    *_paar(
        "norm-versoepeld",
        "norm-verzwaard",
        "Een norm laat meer toe: maximum hoger, minimum of streefwaarde lager, bandbreedte ruimer.",
        "Een norm laat minder toe: maximum lager, minimum of streefwaarde hoger, bandbreedte nauwer.",
        "versoepeling",
    ),
    _anders("norm-gewijzigd", "Een norm is anders zonder ruimer of nauwer te zijn.", "inhoudelijk"),
    _anders("norm-geldigheid", "Een norm geldt over andere dagen.", "inhoudelijk"),
    *_komt_en_gaat("indicator", "Een indicator"),
    _anders("indicator-gewijzigd", "Definitie of berekening van een indicator is anders."),
    *_komt_en_gaat("kengetal", "Een kengetal"),
    _anders("kengetal-gewijzigd", "Definitie of leverancier van een kengetal is anders."),
    *_komt_en_gaat("balans", "Een balans"),
    _anders("balans-gewijzigd", "Een balans telt anders."),
    *_komt_en_gaat("partij", "Een partij"),
    _anders("partij-gewijzigd", "Naam of rol van een partij is anders."),
    *_komt_en_gaat("thema", "Een thema"),
    _anders("thema-gewijzigd", "De titel van een thema is anders."),
    *_komt_en_gaat("meetmoment", "Een meetmoment", "verzwaring"),
    *_paar(
        "meetmoment-later",
        "meetmoment-eerder",
        "De cijfers hoeven er later te zijn.",
        "De cijfers moeten er eerder zijn.",
        "uitstel",
    ),
    *_komt_en_gaat("cijfer", "Een cijfer over een periode"),
    *_paar(
        "cijfer-gecorrigeerd",
        "correctie-teruggedraaid",
        "Een cijfer is gecorrigeerd, met het oude cijfer en de reden.",
        "Een gecorrigeerd cijfer is weer het oude, de correctie is weg.",
    ),
    _anders("cijfer-gewijzigd", "Een geleverd cijfer is anders zonder correctie.", "inhoudelijk"),
    *_komt_en_gaat("correctie", "Een correctie van een cijfer dat zelf gelijk bleef"),
    *_komt_en_gaat("levering", "Een levering zonder cijfers"),
    _anders("levering-gewijzigd", "Dag, herkomst of toelichting van een levering is anders."),
    *_komt_en_gaat("parameter", "Een wettelijke waarde"),
    _anders("parameter-gewijzigd", "Een wettelijke waarde is anders."),
    *_komt_en_gaat("melding", "Een melding van een partij"),
    _anders("melding-gewijzigd", "Een eerdere melding is anders."),
    *_komt_en_gaat("vaststelling", "Een vaststelling door een partij"),
    _anders("vaststelling-gewijzigd", "Een vaststelling is anders."),
    _anders("toelichting-gewijzigd", "Een toelichting, reden of verantwoording is anders.", "redactioneel"),
    _heet_anders("bestand-verplaatst", "Dezelfde gegevens staan in een ander bestand.", "opmaak"),
    _anders("opmaak-gewijzigd", "Een bestand is anders opgemaakt; de gegevens zijn gelijk.", "opmaak"),
)
REGEL_BIJ = {regel.code: regel for regel in REGELS_WIJZIGING}


def maak(
    code: str,
    van: Kant | None,
    naar: Kant | None,
    partijen: Iterable[str] = (),
    *,
    soort: Wijzigingssoort | None = None,
    richting: Richting | None = None,
    vorm: Waardevorm = "tekst",
    toelichting: str | None = None,
    kengetal: str | None = None,
) -> Wijziging:
    """A change with the kind and direction of its rule, unless they are given."""
    regel = REGEL_BIJ[code]
    soort, richting = soort or regel.soort or "inhoudelijk", richting or regel.richting
    wie = tuple(sorted(set(partijen)))
    return Wijziging(code, soort, richting, wie, van, naar, vorm, toelichting, kengetal)


def spiegel(w: Wijziging) -> Wijziging:
    """The same change seen from the new version to the old one."""
    richting = TEGENRICHTING[w.richting] if w.richting else None
    code = REGEL_BIJ[w.code].spiegel
    return replace(w, code=code, richting=richting, kant_van=w.kant_naar, kant_naar=w.kant_van)
