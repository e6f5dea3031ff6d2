"""What is not wrong but should not be forgotten: information, never an error."""

from collections.abc import Iterator

from prestatie_cli.controles.basis import Vondst, afspraken, plichten
from prestatie_cli.model.dossier import Dossier


def _geleverd(dossier: Dossier) -> set[str]:
    return {k for m in dossier.metingen.values() for x in m.leveringen for k in x.cijfers}


def zonder_termijn(dossier: Dossier) -> Iterator[Vondst]:
    """Every duty without a term is listed, so that it is not forgotten."""
    for bestand, _, a, v, pad in plichten(dossier):
        if v.termijn is None and v.soort in ("oplevering", "rapportage", "doelstelling"):
            yield Vondst(
                bestand,
                pad,
                f"{a.nummer}{v.letter} heeft geen termijn: {v.wat}",
                "spreek in het volgende overleg een termijn af",
            )


def zonder_cijfers(dossier: Dossier) -> Iterator[Vondst]:
    """Every indicator without figures is listed."""
    geleverd = _geleverd(dossier)
    for bestand, jaargang in dossier.jaargangen.items():
        for i, n in enumerate(jaargang.indicatoren):
            mist = [k for k in (n.teller, n.noemer) if k and k not in geleverd]
            if mist:
                yield Vondst(
                    bestand,
                    ("indicatoren", i),
                    f"indicator {n.id} heeft geen cijfers: {', '.join(mist)} ontbreekt",
                    "lever het cijfer in metingen/PERIODE.yaml",
                )


def onderwerp_zonder_cijfers(dossier: Dossier) -> Iterator[Vondst]:
    """Every topic on which the parties report and that no figure covers is listed."""
    geleverd = _geleverd(dossier)
    for bestand, jaargang, a, pad in afspraken(dossier):
        tellers = {n.id: n.teller for n in jaargang.indicatoren}
        for j, o in enumerate(a.onderwerpen):
            namen = {tellers.get(i, i) for i in o.indicatoren} | set(o.kengetallen)
            if not namen & geleverd:
                yield Vondst(
                    bestand,
                    (*pad, "onderwerpen", j),
                    f"onderwerp '{o.naam}' van {a.nummer} heeft geen cijfers: "
                    f"{o.reden or 'geen reden genoemd'}",
                    "spreek af welk cijfer dit onderwerp volgt en wie het levert",
                )
