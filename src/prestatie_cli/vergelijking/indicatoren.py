"""Two versions of an indicator: its norms first, since they decide for whom it became stricter."""

from collections.abc import Iterator

from prestatie_cli.model.jaargang import Indicator, Norm
from prestatie_cli.vergelijking.normen import dag_verschoven, normcode, normwaarde
from prestatie_cli.vergelijking.plat import per_sleutel
from prestatie_cli.vergelijking.regels import maak
from prestatie_cli.vergelijking.velden import Paren, Vindplaats, velden_vergeleken
from prestatie_cli.vergelijking.wijziging import Kant, Richting, Vorm, Wijziging

NORMVELDEN = ("soort", "waarde", "ondergrens", "bovengrens", "van", "tot")
Normpaar = tuple[tuple[int, Norm] | None, tuple[int, Norm] | None]


def indicator_vergeleken(
    van: Vindplaats[Indicator], naar: Vindplaats[Indicator], hernummerd: bool, paren: Paren
) -> Iterator[Wijziging]:
    """The changes of an indicator; adds to `paren` what quotations changed with a norm."""
    for oud, nieuw in _normparen(van.record.normen, naar.record.normen):
        if oud and nieuw:
            yield from _norm(van, naar, oud, nieuw, paren)
        elif nieuw:
            yield _norm_komt(van, naar, nieuw)
        elif oud:
            yield _norm_gaat(van, naar, oud)
    zonder = ("normen", "afspraak") if hernummerd else ("normen",)
    yield from velden_vergeleken("indicator", van, naar, zonder, paren)


def _normparen(van: tuple[Norm, ...], naar: tuple[Norm, ...]) -> list[Normpaar]:
    """Norms by their first day; a single one left on both sides is the same norm with another day."""
    oud, nieuw = per_sleutel(van), per_sleutel(naar)
    samen: list[Normpaar] = [(oud[k], nieuw[k]) for k in sorted(oud.keys() & nieuw.keys())]
    weg = [oud[k] for k in sorted(oud.keys() - nieuw.keys())]
    erbij = [nieuw[k] for k in sorted(nieuw.keys() - oud.keys())]
    if len(weg) == len(erbij) == 1:
        return [*samen, (weg[0], erbij[0])]
    return [*samen, *((w, None) for w in weg), *((None, e) for e in erbij)]


def _deel(bij: Vindplaats[Indicator], nummer: int, norm: Norm) -> Vindplaats[Norm]:
    """A norm as a record of its own, still under the name of its indicator."""
    sleutel = next(iter(per_sleutel((norm,))))
    return Vindplaats(
        norm,
        bij.bestand,
        (*bij.pad, "normen", nummer),
        f"{bij.naam}.normen[{sleutel}]",
        bij.wat,
        bij.afspraak,
        bij.jaar,
        bij.partijen,
        bij.aandeel,
    )


def _norm(
    van: Vindplaats[Indicator],
    naar: Vindplaats[Indicator],
    oud: tuple[int, Norm],
    nieuw: tuple[int, Norm],
    paren: Paren,
) -> Iterator[Wijziging]:
    a, b = oud[1], nieuw[1]
    deel_a, deel_b = _deel(van, *oud), _deel(naar, *nieuw)
    waarde_a, waarde_b = normwaarde(a, van.aandeel), normwaarde(b, naar.aandeel)
    code = normcode(a, b)
    if code and van.aandeel != naar.aandeel:
        code = "norm-gewijzigd"  # a share and a count can't be held against each other
    partijen = (*van.partijen, *naar.partijen)
    if code:
        vorm: Vorm = "aandeel" if naar.aandeel and van.aandeel else "getal"
        zelfde = a.soort == b.soort
        kanten = (
            deel_a.kant("waarde", waarde_a if zelfde else f"{a.soort} {waarde_a}", ("waarde",), a.soort),
            deel_b.kant("waarde", waarde_b if zelfde else f"{b.soort} {waarde_b}", ("waarde",), b.soort),
        )
        gewoon = zelfde and a.soort != "bandbreedte" and van.aandeel == naar.aandeel
        yield maak(code, *kanten, partijen, vorm=vorm if gewoon else "woord")
        paren += [(a.citaat, b.citaat), (waarde_a, waarde_b)]
    if _geldigheid(a) != _geldigheid(b) and not _meegeschoven(a, b, (naar.jaar or 0) - (van.jaar or 0)):
        kanten = (deel_a.kant("van", _geldigheid(a), ("van",)), deel_b.kant("van", _geldigheid(b), ("van",)))
        yield maak("norm-geldigheid", *kanten, partijen, vorm="woord")
    yield from velden_vergeleken("indicator", deel_a, deel_b, NORMVELDEN, paren)


def _geldigheid(norm: Norm) -> str:
    delen = (f"van {norm.van}" if norm.van else "", f"tot en met {norm.tot}" if norm.tot else "")
    return " ".join(filter(None, delen)) or "altijd"


def _meegeschoven(a: Norm, b: Norm, jaren: int) -> bool:
    """Whether a norm is valid over the same days of the other year."""
    return bool(jaren) and all(
        dag_verschoven(x, jaren) == y or x == y for x, y in ((a.van, b.van), (a.tot, b.tot))
    )


def _norm_komt(van: Vindplaats[Indicator], naar: Vindplaats[Indicator], nieuw: tuple[int, Norm]) -> Wijziging:
    """A new norm; the first one of an indicator makes it stricter."""
    partijen = (*van.partijen, *naar.partijen)
    richting: Richting | None = None if van.record.normen else "verzwaring"
    return maak("norm-toegevoegd", None, _normkant(naar, *nieuw), partijen, richting=richting, vorm="woord")


def _norm_gaat(van: Vindplaats[Indicator], naar: Vindplaats[Indicator], oud: tuple[int, Norm]) -> Wijziging:
    """A norm that is gone; without its last one an indicator is looser."""
    partijen = (*van.partijen, *naar.partijen)
    richting: Richting | None = None if naar.record.normen else "versoepeling"
    return maak("norm-verwijderd", _normkant(van, *oud), None, partijen, richting=richting, vorm="woord")


def _normkant(bij: Vindplaats[Indicator], nummer: int, norm: Norm) -> Kant:
    tekst = f"{norm.soort} {normwaarde(norm, bij.aandeel)}"
    return _deel(bij, nummer, norm).kant(waarde=tekst, lezing=_geldigheid(norm))
