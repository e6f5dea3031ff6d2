"""Two versions of the figures and of the dated statutory values."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from decimal import Decimal

from prestatie_cli.bevindingen import Pad, Plaats
from prestatie_cli.model.dossier import Dossier
from prestatie_cli.model.jaargang import Jaargang
from prestatie_cli.model.meting import Correctie, Levering, Meting, Parameter
from prestatie_cli.vergelijking.leveringen import (
    Leveringen,
    Sleutel,
    correcties_vergeleken,
    leveringen_gekoppeld,
    leveringen_vergeleken,
)
from prestatie_cli.vergelijking.plat import getal, per_sleutel
from prestatie_cli.vergelijking.regels import maak
from prestatie_cli.vergelijking.velden import Vindplaats, lijst_vergeleken
from prestatie_cli.vergelijking.wijziging import Kant, Vorm, Wijziging


@dataclass(frozen=True, slots=True)
class Cijfer:
    """One delivered figure, or the reason why there is none."""

    bestand: str
    pad: Pad
    periode: str
    kengetal: str
    door: str
    waarde: Decimal | None
    reden: str | None
    correcties: tuple[Correctie, ...]


Cijferlijst = dict[Sleutel, Cijfer]


def metingen_vergeleken(van: Dossier, naar: Dossier, buiten: frozenset[str]) -> Iterator[Wijziging]:
    """The figures by period and kengetal, then what the deliveries say about themselves."""
    oud, nieuw = _cijfers(van), _cijfers(naar)
    namen_van, namen_naar = _Namen(van), _Namen(naar)
    leveringen = leveringen_gekoppeld(van, naar)
    verteld: dict[Sleutel, str] = {}
    for sleutel in sorted({*oud, *nieuw}):
        a, b = oud.get(sleutel), nieuw.get(sleutel)
        if any(c.bestand in buiten for c in (a, b) if c):
            verteld[sleutel] = ""
        elif (a and a.waarde) != (b and b.waarde) or (a and a.waarde is None) != (b and b.waarde is None):
            cijfer = _cijfer(a, b, namen_van, namen_naar, sleutel[1])
            verteld[sleutel] = cijfer.code
            yield cijfer
        elif a and b:
            yield from _verder_gelijk(a, b, (namen_van, namen_naar), leveringen)
    yield from leveringen_vergeleken(leveringen, verteld, buiten)
    yield from correcties_vergeleken(van, naar, verteld, buiten)


def _verder_gelijk(
    a: Cijfer, b: Cijfer, namen: tuple["_Namen", "_Namen"], leveringen: Leveringen
) -> Iterator[Wijziging]:
    """What is told of a figure that is the same: why there is none, and who delivered it."""
    if a.reden != b.reden:
        kanten = _kant(a, namen[0], a.reden), _kant(b, namen[1], b.reden)
        yield maak("toelichting-gewijzigd", *kanten, (a.door, b.door), kengetal=a.kengetal)
    if a.door != b.door and (a.periode, a.door, b.door) not in leveringen.van_partij:
        oud, nieuw = _kant(a, namen[0], a.door), _kant(b, namen[1], b.door)
        kanten = replace(oud, veld=f"{oud.veld}.door"), replace(nieuw, veld=f"{nieuw.veld}.door")
        yield maak("levering-gewijzigd", *kanten, (a.door, b.door), vorm="woord", kengetal=a.kengetal)


def _cijfers(dossier: Dossier) -> Cijferlijst:
    uit: Cijferlijst = {}
    for bestand, meting in dossier.metingen.items():
        for nummer, levering in per_sleutel(meting.leveringen).values():
            for cijfer in _van_levering(bestand, meting, nummer, levering):
                uit[meting.periode, cijfer.kengetal] = cijfer
    return uit


def _van_levering(bestand: str, meting: Meting, nummer: int, levering: Levering) -> Iterator[Cijfer]:
    pad: Pad = ("leveringen", nummer)
    for naam, reden in levering.ontbreekt.items():
        plek = (*pad, "ontbreekt", naam)
        yield Cijfer(bestand, plek, meting.periode, naam, levering.door, None, reden, ())
    for naam, waarde in levering.cijfers.items():
        eigen = tuple(c for c in levering.correcties if c.kengetal == naam)
        plek = (*pad, "cijfers", naam)
        yield Cijfer(bestand, plek, meting.periode, naam, levering.door, waarde, None, eigen)


class _Namen:
    """The names, units and agreements of the figures, as the newest year of a version has them."""

    def __init__(self, dossier: Dossier) -> None:
        self.naam: dict[str, str] = {}
        self.euro: set[str] = set()
        self.afspraak: dict[str, str] = {}
        for jaargang in sorted(dossier.jaargangen.values(), key=lambda j: j.jaar):
            self.naam |= {k.id: k.naam for k in jaargang.kengetallen}
            self.euro |= {k.id for k in jaargang.kengetallen if k.eenheid == "euro"}
            self.afspraak |= _afspraak_bij(jaargang)


def _afspraak_bij(jaargang: Jaargang) -> dict[str, str]:
    """The agreement of each figure that counts for one agreement only."""
    gebruik: dict[str, set[str]] = {}
    for i in jaargang.indicatoren:
        for kengetal in filter(None, (i.teller, i.noemer)):
            gebruik.setdefault(kengetal, set()).add(i.afspraak)
    return {k: next(iter(nummers)) for k, nummers in gebruik.items() if len(nummers) == 1}


def _kant(cijfer: Cijfer, namen: _Namen, waarde: str | None) -> Kant:
    naam = namen.naam.get(cijfer.kengetal, cijfer.kengetal)
    return Kant(
        namen.afspraak.get(cijfer.kengetal),
        f"metingen[{cijfer.periode}].cijfers[{cijfer.kengetal}]",
        f"{naam} over {cijfer.periode}",
        waarde,
        Plaats(cijfer.bestand, pad=cijfer.pad),
    )


def _cijfer(a: Cijfer | None, b: Cijfer | None, van: _Namen, naar: _Namen, naam: str) -> Wijziging:
    """A figure that came, went, was corrected, or is silently another."""
    kant_a = _kant(a, van, _tekst(a)) if a else None
    kant_b = _kant(b, naar, _tekst(b)) if b else None
    partijen = tuple(c.door for c in (a, b) if c)
    vorm: Vorm = "euro" if naam in van.euro | naar.euro else "getal"
    code, toelichting = _cijfercode(a, b)
    return maak(code, kant_a, kant_b, partijen, vorm=vorm, toelichting=toelichting, kengetal=naam)


def _cijfercode(a: Cijfer | None, b: Cijfer | None) -> tuple[str, str | None]:
    """The rule that fits two figures that differ, and why there is another figure."""
    if a is None or (a.waarde is None and b is not None):
        return "cijfer-toegevoegd", _eerder(b)
    if b is None or b.waarde is None:
        return "cijfer-verwijderd", _eerder(a)
    heen, terug = _correctie(a, b), _correctie(b, a)
    if heen and terug:
        return "cijfer-gewijzigd", None  # each says that it corrected the other: neither is believed
    code = "cijfer-gecorrigeerd" if heen else "correctie-teruggedraaid" if terug else "cijfer-gewijzigd"
    reden = heen or terug
    return code, f"{reden.reden} (gecorrigeerd op {reden.gecorrigeerd_op})" if reden else None


def _eerder(cijfer: Cijfer | None) -> str | None:
    """That a figure was delivered otherwise before, where its last correction tells so."""
    correcties = cijfer.correcties if cijfer else ()
    laatste = max(correcties, key=lambda c: (c.gecorrigeerd_op, c.reden), default=None)
    return f"eerder opgegeven als {getal(laatste.was)}: {laatste.reden}" if laatste else None


def _tekst(cijfer: Cijfer) -> str | None:
    return None if cijfer.waarde is None else getal(cijfer.waarde)


def _correctie(oud: Cijfer, nieuw: Cijfer) -> Correctie | None:
    """The correction in the new version that accounts for the old figure."""
    bekend = set(oud.correcties)
    erbij = [c for c in nieuw.correcties if c not in bekend and c.was == oud.waarde]
    return max(erbij, key=lambda c: (c.gecorrigeerd_op, c.reden), default=None)


def parameters_vergeleken(
    van: Dossier, naar: Dossier, gebroken: frozenset[str], buiten: frozenset[str]
) -> Iterator[Wijziging]:
    """The statutory values by id and field."""
    if not buiten.isdisjoint({*van.parameters, *naar.parameters}):
        return
    (pad_van, oud), (pad_naar, nieuw) = (
        next(((p, r.parameters) for p, r in d.parameters.items()), ("parameters.yaml", ()))
        for d in (van, naar)
    )
    delen = _parametervinder(pad_van), _parametervinder(pad_naar)
    yield from lijst_vergeleken("parameter", oud, nieuw, *delen, gebroken)


def _parametervinder(bestand: str) -> Callable[[int, Parameter], Vindplaats[Parameter]]:
    def vind(nummer: int, parameter: Parameter) -> Vindplaats[Parameter]:
        naam = f"parameters[{parameter.id}]"
        return Vindplaats(parameter, bestand, ("parameters", nummer), naam, parameter.naam)

    return vind
