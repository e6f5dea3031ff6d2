"""The indicators of all agreements in force on a day, each with the closed year beside it."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from datetime import date
from functools import cache

from prestatie_cli.indicatoren.berekening import Indicatorstand, rekenaar
from prestatie_cli.model.dossier import Dossier
from prestatie_cli.model.geldend import begonnen_jaargangen, benaming, geldende_jaargangen, laatste_dag
from prestatie_cli.model.indicator import Indicator
from prestatie_cli.model.jaargang import Jaargang
from prestatie_cli.termijnen.perioden import grenzen
from prestatie_cli.termijnen.vervolg import verplichtingen

# What computes an indicator of a file, by its place in it, as on a day.
Rekenaars = Callable[[str], Callable[[int, date], Indicatorstand]]


def indicatorstanden(
    dossier: Dossier, peildatum: date, meetdag: date | None = None
) -> tuple[Indicatorstand, ...]:
    """All indicators of the agreements in force on `meetdag`, in the order of the files.

    Figures and norms are those of `meetdag` (else of the peildatum itself); which figures are due by now
    follows from the peildatum. Until the running year has figures of its own the closed year stands beside
    it: a norm that was passed in December is still passed in January. What ended without all its figures
    stays in sight until they are there.
    """
    dag = meetdag or peildatum

    @cache
    def reken(bestand: str) -> Callable[[int, date], Indicatorstand]:
        return rekenaar(dossier, bestand, dossier.jaargangen[bestand], peildatum)

    geldend = geldende_jaargangen(dossier, dag.year)
    standen = [
        _met_jaar(reken(bestand)(i, _meetdag(jaargang, n, dag)), jaargang, dag)
        for bestand, jaargang in geldend
        for i, n in enumerate(jaargang.indicatoren)
    ]
    vorige = dict(_gesloten_jaar(dossier, dag, reken)) if geldend else {}
    naast = [replace(s, vorig=_vorige_bij(s, vorige, dag)) for s in standen]
    bekend = {s.indicator.id for s in standen}
    los = [] if _heeft_cijfers(dossier, dag) else [s for (_, n), s in vorige.items() if n not in bekend]
    nummers = {j.aanduiding: {a.nummer for a in j.afspraken} for _, j in geldend}
    getoond = {_naam(s) for s in met_gesloten_jaar((*naast, *los))}
    open_ = (s for s in _onvolledig_gebleven(dossier, dag, reken) if _naam(s) not in getoond)
    return tuple(_onderscheiden_stand(s, dossier, nummers) for s in (*naast, *los, *open_))


def _naam(stand: Indicatorstand) -> tuple[str, str, str]:
    return stand.bestand, stand.indicator.id, stand.periode


def _onvolledig_gebleven(dossier: Dossier, dag: date, reken: Rekenaars) -> Iterator[Indicatorstand]:
    """What ended without figures that a duty waits for: each closed year, or all years of its agreements."""
    for bestand, jaargang in begonnen_jaargangen(dossier, dag.year):
        gevraagd = {v.indicator for _, v in verplichtingen(jaargang)}
        for i, n in enumerate(jaargang.indicatoren):
            if n.id not in gevraagd:
                continue
            if not (n.aard.momentopname or n.looptijd):
                eind = min(jaargang.laatste_jaar, dag.year - 1)
                jaren = range(jaargang.eerste_jaar, eind + 1)
                standen = [replace(reken(bestand)(i, date(j, 12, 31)), gesloten=j) for j in jaren]
            else:
                standen = [reken(bestand)(i, _meetdag(jaargang, n, dag))]
            yield from (s for s in standen if s.oordeel == "onvolledig")


def _meetdag(jaargang: Jaargang, indicator: Indicator, dag: date) -> date:
    """The day as on which an indicator stands: the last of its agreements, unless it goes on itself."""
    if indicator.looptijd and indicator.tot is None:
        return dag
    eind = laatste_dag(jaargang)
    return min(dag, max(eind, date(indicator.tot, 12, 31)) if indicator.tot else eind)


def _met_jaar(stand: Indicatorstand, jaargang: Jaargang, dag: date) -> Indicatorstand:
    """What counts by the year, with the year that it is about where its agreements ended."""
    aard = stand.indicator.aard
    per_jaar = not (aard.momentopname or stand.indicator.looptijd) and stand.indicator.jaren == 1
    voorbij = per_jaar and dag > laatste_dag(jaargang)
    return replace(stand, gesloten=jaargang.laatste_jaar) if voorbij else stand


def _gesloten_jaar(
    dossier: Dossier, dag: date, reken: Rekenaars
) -> Iterator[tuple[tuple[str, str], Indicatorstand]]:
    """How each indicator that counts by the year stood at the end of the year before, by file and id."""
    eind = date(dag.year - 1, 12, 31)
    for bestand, jaargang in geldende_jaargangen(dossier, eind.year):
        for i, n in enumerate(jaargang.indicatoren):
            if jaargang.laatste_jaar >= eind.year and not (n.aard.momentopname or n.looptijd):
                stand = reken(bestand)(i, eind)
                if stand.oordeel != "geen_meting":
                    yield (bestand, n.id), replace(stand, gesloten=eind.year)


def _vorige_bij(
    stand: Indicatorstand, vorige: dict[tuple[str, str], Indicatorstand], dag: date
) -> Indicatorstand | None:
    """The closed year beside a year without figures, of the same agreements or else of those before."""
    if stand.teller is not None:
        return None
    eigen = vorige.get((stand.bestand, stand.indicator.id))
    ander = (s for (_, n), s in vorige.items() if n == stand.indicator.id)
    gevonden = eigen or next(ander, None)
    if gevonden is None or gevonden.periode == stand.periode:
        return None
    # Where neither year has figures, those of the running year are the ones to ask for.
    return gevonden if gevonden.teller is not None or stand.oordeel == "geen_meting" else None


def _heeft_cijfers(dossier: Dossier, dag: date) -> bool:
    """Whether any figures are there over a part of the year that is over."""
    perioden: Iterable[str] = (m.periode for m in dossier.metingen.values() if m.leveringen)
    return any(van.year == dag.year and tot <= dag for van, tot in map(grenzen, perioden))


def _onderscheiden_stand(
    stand: Indicatorstand, dossier: Dossier, nummers: dict[str, set[str]]
) -> Indicatorstand:
    """An indicator with what names its agreements, where its number alone does not tell."""
    jaargang = dossier.jaargangen[stand.bestand]
    aanduiding = jaargang.aanduiding
    elders = any(stand.nummer in eigen for naam, eigen in nummers.items() if naam != aanduiding)
    bij = benaming(jaargang) if elders or aanduiding not in nummers else None
    bij = None if bij == str(stand.gesloten) else bij  # The closed year tells it already.
    return replace(stand, bij=bij, vorig=stand.vorig and _onderscheiden_stand(stand.vorig, dossier, nummers))


def met_partijen(standen: Iterable[Indicatorstand]) -> tuple[Indicatorstand, ...]:
    """The indicators, each with its closed year and the part of each party behind it."""
    return tuple(
        x
        for s in met_gesloten_jaar(standen)
        for x in (s, *(replace(p, gesloten=s.gesloten, bij=s.bij) for p in s.per_partij))
    )


def met_gesloten_jaar(standen: Iterable[Indicatorstand]) -> tuple[Indicatorstand, ...]:
    """The indicators, each with its closed year behind it as one of its own."""
    return tuple(x for s in standen for x in (s, s.vorig) if x)
