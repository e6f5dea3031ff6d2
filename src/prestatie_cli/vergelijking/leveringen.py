"""Two versions of the deliveries: what each says about itself, and the corrections that it keeps."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

from prestatie_cli.model.dossier import Dossier
from prestatie_cli.model.meting import Correctie, Levering
from prestatie_cli.vergelijking.plat import getal, per_sleutel
from prestatie_cli.vergelijking.velden import Vindplaats, gaat, komt, velden_vergeleken
from prestatie_cli.vergelijking.wijziging import Wijziging

Sleutel = tuple[str, str]
Levering_bij = dict[Sleutel, Vindplaats[Levering]]
KOMT = ("cijfer-toegevoegd", "cijfer-gecorrigeerd", "")
GAAT = ("cijfer-verwijderd", "correctie-teruggedraaid", "")


@dataclass(frozen=True, slots=True)
class Leveringen:
    """The deliveries of both versions in pairs, and those that stand on one side only."""

    paren: tuple[tuple[Vindplaats[Levering], Vindplaats[Levering]], ...]
    weg: tuple[tuple[str, Vindplaats[Levering]], ...]
    erbij: tuple[tuple[str, Vindplaats[Levering]], ...]
    van_partij: frozenset[tuple[str, str, str]]


def leveringen_gekoppeld(van: Dossier, naar: Dossier) -> Leveringen:
    """By period and party; a single one left on both sides is the same from another party."""
    oud, nieuw = _leveringen(van), _leveringen(naar)
    paren = [(oud[k], nieuw[k]) for k in sorted(oud.keys() & nieuw.keys())]
    weg, erbij = sorted(oud.keys() - nieuw.keys()), sorted(nieuw.keys() - oud.keys())
    partijen = set()
    for periode in sorted({k[0] for k in weg}):
        a, b = [k for k in weg if k[0] == periode], [k for k in erbij if k[0] == periode]
        if len(a) == len(b) == 1:
            paren.append((oud[a[0]], nieuw[b[0]]))
            partijen.add((periode, oud[a[0]].record.door, nieuw[b[0]].record.door))
            weg.remove(a[0])
            erbij.remove(b[0])
    return Leveringen(
        tuple(paren),
        tuple((k[0], oud[k]) for k in weg),
        tuple((k[0], nieuw[k]) for k in erbij),
        frozenset(partijen),
    )


def _leveringen(dossier: Dossier) -> Levering_bij:
    uit: Levering_bij = {}
    for bestand, meting in dossier.metingen.items():
        for sleutel, (nummer, levering) in per_sleutel(meting.leveringen).items():
            naam = f"metingen[{meting.periode}].leveringen[{sleutel}]"
            wat = f"cijfers over {meting.periode} van {levering.door}"
            pad = ("leveringen", nummer)
            deel = Vindplaats(levering, bestand, pad, naam, wat, partijen=(levering.door,))
            uit[meting.periode, sleutel] = deel
    return uit


def leveringen_vergeleken(
    leveringen: Leveringen, verteld: Mapping[Sleutel, str], buiten: frozenset[str]
) -> Iterator[Wijziging]:
    """What the deliveries say about themselves; one that came with its figures is told by these."""
    for a, b in leveringen.paren:
        yield from velden_vergeleken("levering", a, b, ("cijfers", "ontbreekt", "correcties"))
    for periode, deel in leveringen.weg:
        if not _met_cijfers(periode, deel, verteld) and deel.bestand not in buiten:
            yield gaat("levering", deel)
    for periode, deel in leveringen.erbij:
        if not _met_cijfers(periode, deel, verteld) and deel.bestand not in buiten:
            yield komt("levering", deel)


def _met_cijfers(periode: str, deel: Vindplaats[Levering], verteld: Mapping[Sleutel, str]) -> bool:
    return any((periode, k) in verteld for k in (*deel.record.cijfers, *deel.record.ontbreekt))


def correcties_vergeleken(
    van: Dossier, naar: Dossier, verteld: Mapping[Sleutel, str], buiten: frozenset[str]
) -> Iterator[Wijziging]:
    """The corrections by figure and day, unless the change of the figure told of them."""
    oud, nieuw = _correcties(van), _correcties(naar)
    for sleutel in sorted({*oud, *nieuw}):
        a, b = oud.get(sleutel), nieuw.get(sleutel)
        code = next((verteld.get((sleutel[0], c.record.kengetal)) for c in (a, b) if c), None)
        if any(c.bestand in buiten for c in (a, b) if c):
            continue
        if a and b:
            for w in velden_vergeleken("levering", a, b):
                yield replace(w, kengetal=b.record.kengetal)
        elif b and code not in KOMT:
            yield replace(komt("correctie", b, _was(b.record)), kengetal=b.record.kengetal)
        elif a and code not in GAAT:
            yield replace(gaat("correctie", a, _was(a.record)), kengetal=a.record.kengetal)


def _was(c: Correctie) -> str:
    return f"was {getal(c.was)}: {c.reden} (gecorrigeerd op {c.gecorrigeerd_op})"


def _correcties(dossier: Dossier) -> dict[Sleutel, Vindplaats[Correctie]]:
    uit: dict[Sleutel, Vindplaats[Correctie]] = {}
    for (periode, _), bij in _leveringen(dossier).items():
        for sleutel, (nummer, correctie) in per_sleutel(bij.record.correcties).items():
            naam = f"metingen[{periode}].correcties[{sleutel}]"
            wat = f"{correctie.kengetal} over {periode}"
            pad = (*bij.pad, "correcties", nummer)
            deel = Vindplaats(correctie, bij.bestand, pad, naam, wat, partijen=bij.partijen)
            uit[periode, sleutel] = deel
    return uit
