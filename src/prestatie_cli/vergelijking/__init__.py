"""Two dossiers -> changes, by id and field, each told once and classified; pure.

Order of records and files never matters. What could not be read in one version is left out of the
comparison: it is neither gone nor new.
"""

from collections.abc import Iterator, Mapping

from prestatie_cli.bevindingen import Plaats
from prestatie_cli.model.dossier import Dossier
from prestatie_cli.model.jaargang import Jaargang
from prestatie_cli.model.meting import Meting, Parameterlijst
from prestatie_cli.model.voortgang import Voortgangsregister
from prestatie_cli.vergelijking.cijfers import metingen_vergeleken, parameters_vergeleken
from prestatie_cli.vergelijking.jaargangen import Jaardeel, jaargangen_vergeleken
from prestatie_cli.vergelijking.meldingen import voortgang_vergeleken
from prestatie_cli.vergelijking.plat import velden
from prestatie_cli.vergelijking.regels import REGEL_BIJ, REGELS_WIJZIGING, Wijzigingsregel, maak, spiegel
from prestatie_cli.vergelijking.vaststelling import (
    Vaststand,
    gewijzigd_sinds,
    kanoniek,
    vaststanden,
    vingerafdruk,
)
from prestatie_cli.vergelijking.wijziging import (
    CIJFERCODES,
    SOORTEN,
    Kant,
    Richting,
    Soort,
    Wijziging,
    is_feit,
    volgorde,
)
from prestatie_cli.vergelijking.woorden import tekstsoort, woorden, woordverschil

__all__ = [
    "CIJFERCODES",
    "REGELS_WIJZIGING",
    "REGEL_BIJ",
    "SOORTEN",
    "Kant",
    "Richting",
    "Soort",
    "Vaststand",
    "Wijziging",
    "Wijzigingsregel",
    "gewijzigd_sinds",
    "is_feit",
    "kanoniek",
    "spiegel",
    "tekstsoort",
    "vaststanden",
    "vergelijk",
    "vingerafdruk",
    "volgorde",
    "woorden",
    "woordverschil",
]
Teksten = Mapping[str, bytes]
Bestand = Jaargang | Meting | Parameterlijst | Voortgangsregister
Jaardelen = dict[int, Jaardeel]


def vergelijk(
    van: Dossier, naar: Dossier, teksten_van: Teksten | None = None, teksten_naar: Teksten | None = None
) -> tuple[Wijziging, ...]:
    """The changes from one version to another, what matters first.

    With the bytes of both versions a file that was only laid out anew is a change too.
    """
    gebroken = van.gebroken | naar.gebroken
    buiten = _alleen_hier(van, naar) | _alleen_hier(naar, van)
    uit: list[Wijziging] = []
    hernummerd: dict[int, dict[str, str]] = {}
    jaren_van, jaren_naar = _jaardelen(van), _jaardelen(naar)
    for a, b in _jaarparen(jaren_van, jaren_naar):
        jaar = jaargangen_vergeleken(a, b, gebroken)
        uit += jaar.wijzigingen
        if a.jaargang.jaar == b.jaargang.jaar:
            hernummerd[a.jaargang.jaar] = jaar.hernummerd
    uit += _jaren_erbij(jaren_van, jaren_naar, buiten)
    uit += map(spiegel, _jaren_erbij(jaren_naar, jaren_van, buiten))
    uit += metingen_vergeleken(van, naar, buiten)
    uit += parameters_vergeleken(van, naar, gebroken, buiten)
    uit += voortgang_vergeleken(van, naar, hernummerd, buiten)
    uit += _bestanden(van, naar, teksten_van or {}, teksten_naar or {})
    return tuple(sorted(uit, key=volgorde))


def _alleen_hier(dossier: Dossier, ander: Dossier) -> frozenset[str]:
    """The files that the other version has too but could not read at all."""
    return frozenset(p for p in ander.gemist if p in _bestanden_van(dossier)) - frozenset(
        _bestanden_van(ander)
    )


def _bestanden_van(dossier: Dossier) -> dict[str, Bestand]:
    return {**dossier.jaargangen, **dossier.metingen, **dossier.voortgang, **dossier.parameters}


def _jaardelen(dossier: Dossier) -> Jaardelen:
    return {j.jaar: Jaardeel(bestand, j) for bestand, j in sorted(dossier.jaargangen.items(), reverse=True)}


def _jaarparen(van: Jaardelen, naar: Jaardelen) -> Iterator[tuple[Jaardeel, Jaardeel]]:
    """Each year with itself; a single year on both sides also when it is another year's file."""
    if len(van) == len(naar) == 1:
        yield next(iter(van.values())), next(iter(naar.values()))
        return
    yield from ((van[jaar], naar[jaar]) for jaar in sorted(van.keys() & naar.keys()))


def _jaren_erbij(van: Jaardelen, naar: Jaardelen, buiten: frozenset[str]) -> Iterator[Wijziging]:
    """A year that is new, as one change that says how much of it was carried over."""
    if len(van) == len(naar) == 1:
        return
    for jaar in sorted(naar.keys() - van.keys()):
        deel = naar[jaar]
        if deel.bestand in buiten:
            continue
        eerder = max((j for j in naar if j < jaar), default=None)
        tekst = f"{len(deel.jaargang.afspraken)} afspraken"
        if eerder:
            tekst += f", {_overname(naar[eerder], deel)}"
        yield maak("jaargang-toegevoegd", None, deel.zelf().kant(waarde=tekst))


def _overname(van: Jaardeel, naar: Jaardeel) -> str:
    """How much of a year was carried over from the one before."""
    wijzigingen = jaargangen_vergeleken(van, naar).wijzigingen
    nieuw = {w.afspraak for w in wijzigingen if w.code == "afspraak-toegevoegd"}
    weg = {w.afspraak for w in wijzigingen if w.code == "afspraak-verwijderd"}
    ander = sum(w.code == "afspraak-hernummerd" for w in wijzigingen)
    over = len(naar.jaargang.afspraken) - len(nieuw)
    return (
        f"waarvan {over} herkend uit {van.jaargang.jaar} ({ander} onder een ander nummer) en "
        f"{len(nieuw)} nieuw; {len(weg)} niet overgenomen"
    )


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


def _inhoud(record: Bestand) -> dict[str, str]:
    """The values of a file by field, without their places."""
    return {veld: waarde.tekst for veld, waarde in velden(record).items()}


def _op_sleutel(hier: dict[str, Bestand], daar: dict[str, Bestand]) -> dict[str, str]:
    """The files that the other version lacks, by the year or period of their data."""
    uit = {}
    for pad, record in hier.items():
        if pad not in daar:
            sleutel = getattr(record, "periode", None) or getattr(record, "jaar", "")
            uit[f"{type(record).__name__} {sleutel}"] = pad
    return uit
