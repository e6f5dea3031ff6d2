"""Two dossiers -> changes, by id and field, each told once and classified.

The rows of the figures, their deliveries and the statutory values; then the comparison.
Order of records and files never matters. What could not be read in one version is left out: it is neither
gone nor new.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from decimal import Decimal
from typing import Any

from prestatie_cli.bevindingen import Plaats
from prestatie_cli.model.basis import gespeld
from prestatie_cli.model.dossier import Dossier, op_volgorde
from prestatie_cli.model.geldend import leveranciers
from prestatie_cli.model.jaargang import Jaargang
from prestatie_cli.model.meting import Correctie, Meting, Parameterlijst
from prestatie_cli.model.nummers import alle_romeins
from prestatie_cli.model.voortgang import Voortgangsregister
from prestatie_cli.vergelijking.afspraaksoorten import JAARGANG, MELDING
from prestatie_cli.vergelijking.recordsoort import (
    Deel,
    Delen,
    Paar,
    Paarverdeling,
    Recordsoort,
    in_lijst,
    ook_de_enige,
    op_sleutel,
    vertel,
)
from prestatie_cli.vergelijking.veldwaarden import per_sleutel, velden
from prestatie_cli.vergelijking.wijziging import (
    Kant,
    Waardevorm,
    Wijziging,
    leesvolgorde,
    maak,
)

Gegevensbestand = Jaargang | Meting | Parameterlijst | Voortgangsregister
Teksten = Mapping[str, bytes]
# What a figure tells of its correction itself.
MET_CORRECTIE_ERBIJ = ("", "cijfer-toegevoegd", "cijfer-gecorrigeerd")
MET_CORRECTIE_WEG = ("", "cijfer-verwijderd", "correctie-teruggedraaid")


@dataclass(frozen=True, slots=True)
class Opgave:
    """One delivered figure, or the reason why there is none; `afspraak` where it counts for one only."""

    periode: str
    kengetal: str
    naam: str
    afspraak: str | None
    door: str
    waarde: Decimal | None
    reden: str | None
    correcties: tuple[Correctie, ...]

    @property
    def eerder(self) -> str | None:
        """That it was delivered otherwise before, where its last correction tells so."""
        c = max(self.correcties, key=lambda c: (c.gecorrigeerd_op, c.reden), default=None)
        return f"eerder opgegeven als {gespeld(c.was)}: {c.reden}" if c else None

    @property
    def tekst(self) -> str | None:
        """The figure as it is spelt in the data."""
        return None if self.waarde is None else gespeld(self.waarde)


def _opgaven(soort: Recordsoort, boven: Deel) -> Delen:
    """The figures of a version by `_cijfersleutel`, named as its newest year does."""
    namen, afspraken = _kengetalnamen(boven.record)
    uit: Delen = {}
    for bij in _elke_levering(boven):
        levering, periode = bij.record, bij.sleutel[0]
        for veld in ("ontbreekt", "cijfers"):
            for k, inhoud in getattr(levering, veld).items():
                waarde, reden = (inhoud, None) if veld == "cijfers" else (None, inhoud)
                eigen = tuple(c for c in levering.correcties if c.kengetal == k and reden is None)
                opgave = Opgave(
                    periode, k, namen.get(k, k), afspraken.get(k), levering.door, waarde, reden, eigen
                )
                sleutel = _cijfersleutel(bij, k)
                uit[sleutel] = Deel(soort, opgave, sleutel, bij.bestand, (*bij.pad, veld, k), boven)
    return uit


def _cijfersleutel(bij: Deel, kengetal: str) -> tuple[str, ...]:
    """A figure of a delivery by period and kengetal; where several deliver a part of it, by its party too."""
    periode, dossier = bij.sleutel[0], bij.boven.record
    delen = len(leveranciers(dossier, int(periode[:4])).get(kengetal, ())) > 1
    return (periode, kengetal, bij.record.door) if delen else (periode, kengetal)


def _kengetalnamen(dossier: Dossier) -> tuple[dict[str, str], dict[str, str]]:
    """The names of the figures, and the agreement of each that counts for one agreement only."""
    namen: dict[str, str] = {}
    afspraken: dict[str, str] = {}
    for _, jaargang in op_volgorde(dossier):
        namen |= {k.id: k.naam for k in jaargang.kengetallen}
        gebruik: dict[str, set[str]] = {}
        for i in jaargang.indicatoren:
            for k in i.kengetallen:
                gebruik.setdefault(k, set()).add(i.afspraak)
        afspraken |= {k: next(iter(nummers)) for k, nummers in gebruik.items() if len(nummers) == 1}
    return namen, afspraken


def _cijfercode(a: Opgave, b: Opgave) -> tuple[str | None, str | None]:
    """The rule that fits two figures, None when they are the same, and why there is another figure."""
    if a.waarde == b.waarde:
        return None, None
    if a.waarde is None:
        return "cijfer-toegevoegd", b.eerder
    if b.waarde is None:
        return "cijfer-verwijderd", a.eerder
    heen, terug = _correctie(a, b), _correctie(b, a)
    if heen and terug:
        return "cijfer-gewijzigd", None  # each says that it corrected the other: neither is believed
    code = "cijfer-gecorrigeerd" if heen else "correctie-teruggedraaid" if terug else "cijfer-gewijzigd"
    c = heen or terug
    return code, f"{c.reden} (gecorrigeerd op {c.gecorrigeerd_op})" if c else None


def _correctie(oud: Opgave, nieuw: Opgave) -> Correctie | None:
    """The correction in the new version that accounts for the old figure."""
    erbij = [c for c in nieuw.correcties if c not in oud.correcties and c.was == oud.waarde]
    return max(erbij, key=lambda c: (c.gecorrigeerd_op, c.reden), default=None)


def _opgave(paar: Paar) -> Iterator[Wijziging]:
    """Another figure; of the same figure why there is none, and who delivered it."""
    a, b = paar.van.record, paar.naar.record
    if not (paar.leest(paar.van) and paar.leest(paar.naar)):
        return
    code, waarom = _cijfercode(a, b)
    if code:
        vorm = _cijfervorm(b.kengetal, paar.van.boven, paar.naar.boven)
        yield paar.wijziging(code, "", a.tekst, b.tekst, vorm=vorm, toelichting=waarom)
        return
    if a.reden != b.reden:
        yield paar.wijziging("toelichting-gewijzigd", "", a.reden, b.reden)
    leveringen = paar.boven.delen(LEVERING).paren if paar.boven else ()
    al_verteld = {(p.van.sleutel[0], p.van.record.door, p.naar.record.door) for p in leveringen}
    if a.door != b.door and (a.periode, a.door, b.door) not in al_verteld:
        yield paar.wijziging("levering-gewijzigd", "door", a.door, b.door, vorm="woord", paden=((), ()))


def _cijfervorm(kengetal: str, *dossiers: Deel) -> Waardevorm:
    """How a figure is written; in euro where either version counts it so."""
    jaargangen = (j for deel in dossiers for j in deel.record.jaargangen.values())
    in_euro = (k.id == kengetal and k.eenheid == "euro" for j in jaargangen for k in j.kengetallen)
    return "euro" if any(in_euro) else "getal"


def _opgave_gaat(deel: Deel, ander: Deel) -> Wijziging:
    """A figure that is gone, with what was told of it before."""
    o: Opgave = deel.record
    vorm = _cijfervorm(o.kengetal, deel.boven, ander)
    w = maak("cijfer-verwijderd", deel.kant(waarde=o.tekst), None, deel.partijen, vorm=vorm)
    return replace(w, toelichting=o.eerder, kengetal=o.kengetal)


def _leesbaar(soort: Recordsoort, paar: Paar) -> Paarverdeling:
    """By id, without the files that the other version could not read."""
    return op_sleutel(soort, paar).als(paar.leest)


def _cijfercodes(paar: Paar) -> dict[Any, str]:
    """The codes of the figures that are told, by `_cijfersleutel`; empty where one can't be read."""
    uit = {}
    van, naar = paar.vind(CIJFER)
    for sleutel in {*van, *naar}:
        a, b = van.get(sleutel), naar.get(sleutel)
        if not all(paar.leest(deel) for deel in (a, b) if deel):
            uit[sleutel] = ""
        elif not (a and b):
            uit[sleutel] = "cijfer-toegevoegd" if b else "cijfer-verwijderd"
        elif code := _cijfercode(a.record, b.record)[0]:
            uit[sleutel] = code
    return uit


def _correcties(soort: Recordsoort, boven: Deel) -> Delen:
    """The corrections of a version by period, and figure and day."""
    return {
        (periode, sleutel): replace(deel, sleutel=(periode, sleutel))
        for (periode, _), levering in _leveringen(LEVERING, boven).items()
        for sleutel, deel in in_lijst(soort, levering).items()
    }


def _losse_correcties(soort: Recordsoort, paar: Paar) -> Paarverdeling:
    """By figure and day, unless the change of the figure tells of it."""
    delen, codes = _leesbaar(soort, paar), _cijfercodes(paar)
    al_verteld = {paar.van: MET_CORRECTIE_WEG, paar.naar: MET_CORRECTIE_ERBIJ}

    def telt(deel: Deel) -> bool:
        sleutel = _cijfersleutel(deel.boven, deel.record.kengetal)
        return codes.get(sleutel) not in al_verteld[deel.boven.boven]

    paren = tuple(p for p in delen.paren if paar.leest(p.van) and paar.leest(p.naar))
    return Paarverdeling(paren, delen.weg, delen.erbij).als(telt)


def _correctiesom(deel: Deel) -> str:
    c = deel.record
    return f"was {gespeld(c.was)}: {c.reden} (gecorrigeerd op {c.gecorrigeerd_op})"


def _leveringen(soort: Recordsoort, boven: Deel) -> Delen:
    """The deliveries of a version by period and party."""
    return {deel.sleutel: deel for deel in _elke_levering(boven)}


def _elke_levering(boven: Deel) -> Iterator[Deel]:
    for bestand, meting in boven.record.metingen.items():
        for door, (nummer, levering) in per_sleutel(meting.leveringen).items():
            sleutel = (meting.periode, door)
            yield Deel(LEVERING, levering, sleutel, bestand, ("leveringen", nummer), boven)


def _losse_leveringen(soort: Recordsoort, paar: Paar) -> Paarverdeling:
    """By period and party; one that came or went with its figures is told by these."""
    delen, codes = ook_de_enige(lambda deel: deel.sleutel[0])(soort, paar), _cijfercodes(paar)

    def telt(deel: Deel) -> bool:
        cijfers = (*deel.record.cijfers, *deel.record.ontbreekt)
        return paar.leest(deel) and not any(_cijfersleutel(deel, k) in codes for k in cijfers)

    return delen.als(telt)


def _parameters(soort: Recordsoort, boven: Deel) -> Delen:
    for bestand, lijst in boven.record.parameters.items():
        return in_lijst(soort, Deel(DOSSIER, lijst, bestand=bestand))
    return {}


def _van_wie(deel: Deel) -> str:
    return f" van {deel.record.door}" if len(deel.sleutel) > 2 else ""


def _door(deel: Deel) -> tuple[str, ...]:
    return (deel.record.door,)


CIJFER = Recordsoort(
    "cijfer",
    vind=_opgaven,
    koppel=_leesbaar,
    veld=lambda deel: f"metingen[{deel.record.periode}].cijfers[{', '.join(deel.sleutel[1:])}]",
    wat=lambda deel: f"{deel.record.naam} over {deel.record.periode}{_van_wie(deel)}",
    afspraak=lambda deel: deel.record.afspraak,
    partijen=_door,
    kengetal=lambda deel: deel.record.kengetal,
    gaat=_opgave_gaat,
    eigen=(((), _opgave),),
)
LEVERING = Recordsoort(
    "levering",
    vind=_leveringen,
    koppel=_losse_leveringen,
    veld=lambda deel: f"metingen[{deel.sleutel[0]}].leveringen[{deel.sleutel[1]}]",
    wat=lambda deel: f"cijfers over {deel.sleutel[0]} van {deel.record.door}",
    partijen=_door,
    stil=("cijfers", "ontbreekt", "correcties"),
)
CORRECTIE = Recordsoort(
    "correctie",
    "correcties",
    vind=_correcties,
    koppel=_losse_correcties,
    veldcode="levering",
    veld=lambda deel: f"metingen[{deel.sleutel[0]}].correcties[{deel.sleutel[1]}]",
    wat=lambda deel: f"{deel.record.kengetal} over {deel.sleutel[0]}",
    kengetal=lambda deel: deel.record.kengetal,
    som=_correctiesom,
)
PARAMETER = Recordsoort(
    "parameter", "parameters", vind=_parameters, koppel=_leesbaar, wat=lambda d: d.record.naam
)
# Duties go before statements: a statement follows its duty to another number.
DOSSIER = Recordsoort(
    "dossier", veld=lambda _: "", delen=(JAARGANG, CIJFER, LEVERING, CORRECTIE, PARAMETER, MELDING)
)


def vergelijk(
    van: Dossier, naar: Dossier, teksten_van: Teksten | None = None, teksten_naar: Teksten | None = None
) -> tuple[Wijziging, ...]:
    """The changes from one version to another, what matters first.

    With the bytes of both versions a file that was only laid out anew is a change too.
    """
    gebroken, buiten = van.gebroken | naar.gebroken, _half_gelezen(van, naar)
    paar = Paar(Deel(DOSSIER, van), Deel(DOSSIER, naar), gebroken, buiten)
    uit = [*vertel(paar), *_bestanden(van, naar, teksten_van or {}, teksten_naar or {})]
    themas = [t.nummer for d in (van, naar) for j in d.jaargangen.values() for t in j.themas]
    romeins = alle_romeins(themas)
    return tuple(sorted(uit, key=lambda w: leesvolgorde(w, romeins)))


def _half_gelezen(van: Dossier, naar: Dossier) -> frozenset[str]:
    """The files that both versions have and only one could read at all."""
    oud, nieuw = _bestanden_van(van).keys(), _bestanden_van(naar).keys()
    return frozenset((oud - nieuw) & naar.gemist | (nieuw - oud) & van.gemist)


def _bestanden_van(dossier: Dossier) -> dict[str, Gegevensbestand]:
    return {**dossier.jaargangen, **dossier.metingen, **dossier.voortgang, **dossier.parameters}


def _bestanden(
    van: Dossier, naar: Dossier, teksten_van: Teksten, teksten_naar: Teksten
) -> Iterator[Wijziging]:
    """Files with the same data in another layout, and data that moved to another file."""
    oud, nieuw = _bestanden_van(van), _bestanden_van(naar)
    kapot = van.gemist | naar.gemist
    for pad in sorted((oud.keys() & nieuw.keys()) - kapot):
        bytes_gelijk = teksten_van.get(pad) == teksten_naar.get(pad)
        if not bytes_gelijk and (oud[pad] == nieuw[pad] or _inhoud(oud[pad]) == _inhoud(nieuw[pad])):
            kant = Kant(None, pad, pad, None, Plaats(pad))
            yield maak("opmaak-gewijzigd", kant, kant)
    weg, erbij = _op_sleutel(oud, nieuw), _op_sleutel(nieuw, oud)
    for sleutel in sorted(weg.keys() & erbij.keys()):
        a, b = weg[sleutel], erbij[sleutel]
        if {a, b}.isdisjoint(kapot):
            kanten = Kant(None, "bestand", a, a, Plaats(a)), Kant(None, "bestand", b, b, Plaats(b))
            yield maak("bestand-verplaatst", *kanten, vorm="woord")


def _inhoud(record: Gegevensbestand) -> dict[str, str]:
    """The values of a file by field, without their places."""
    return {veld: waarde.tekst for veld, waarde in velden(record).items()}


def _op_sleutel(hier: dict[str, Gegevensbestand], daar: dict[str, Gegevensbestand]) -> dict[str, str]:
    """The files that the other version lacks, by the year or period of their data."""
    uit = {}
    for pad, record in hier.items():
        if pad not in daar:
            velden_ = ("aanduiding", "periode", "jaar")
            sleutel = next((getattr(record, v) for v in velden_ if hasattr(record, v)), "")
            uit[f"{type(record).__name__} {sleutel}"] = pad
    return uit
