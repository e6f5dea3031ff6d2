"""What is not wrong but should not be forgotten: information, never an error."""

from collections.abc import Iterator

from prestatie_cli.controles.controle import Vondst, regel
from prestatie_cli.controles.wandeling import afspraken, alle_indicatoren, geleverd, plichten
from prestatie_cli.model.dossier import Dossier


@regel(
    "zonder-termijn",
    "informatie",
    "Een verplichting zonder termijn wordt genoemd, zodat zij niet wordt vergeten.",
    "Zonder termijn is zij nooit te laat.",
)
def zonder_termijn(dossier: Dossier) -> Iterator[Vondst]:
    """Every duty without a term is listed, so that it is not forgotten."""
    for plicht in plichten(dossier):
        v = plicht.verplichting
        if v.termijn is None and v.soort in ("oplevering", "rapportage", "doelstelling"):
            yield Vondst(
                plicht.bestand,
                plicht.pad,
                f"{plicht.nummer} heeft geen termijn: {v.wat}",
                "spreek in het volgende overleg een termijn af",
                (plicht.nummer,),
            )


@regel(
    "zonder-cijfers",
    "informatie",
    "Een indicator zonder cijfers wordt genoemd.",
    "Wie het cijfer levert, staat bij het kengetal.",
)
def zonder_cijfers(dossier: Dossier) -> Iterator[Vondst]:
    """Every indicator without figures is listed."""
    bekend = {kengetal for _, kengetal, _, _, _ in geleverd(dossier)}
    for bestand, _, n, pad in alle_indicatoren(dossier):
        mist = [k for k in (n.teller, n.noemer) if k and k not in bekend]
        if mist:
            yield Vondst(
                bestand,
                pad,
                f"indicator {n.id} heeft geen cijfers: {', '.join(mist)} ontbreekt",
                "lever het cijfer in metingen/PERIODE.yaml",
                (n.id, *mist),
            )


@regel(
    "onderwerp-zonder-cijfers",
    "informatie",
    "Een onderwerp waarop partijen terugkomen en dat geen cijfer heeft, wordt genoemd.",
    "De reden staat erbij, als die is vastgelegd.",
)
def onderwerp_zonder_cijfers(dossier: Dossier) -> Iterator[Vondst]:
    """Every topic on which the parties report and that no figure covers is listed."""
    bekend = {kengetal for _, kengetal, _, _, _ in geleverd(dossier)}
    tellers = {b: {n.id: n.teller for n in j.indicatoren} for b, j in dossier.jaargangen.items()}
    for bestand, _, a, pad in afspraken(dossier):
        for j, o in enumerate(a.onderwerpen):
            namen = {tellers[bestand].get(i, i) for i in o.indicatoren} | set(o.kengetallen)
            if not namen & bekend:
                yield Vondst(
                    bestand,
                    (*pad, "onderwerpen", j),
                    f"onderwerp '{o.naam}' van {a.nummer} heeft geen cijfers: "
                    f"{o.reden or 'geen reden genoemd'}",
                    "spreek af welk cijfer dit onderwerp volgt en wie het levert",
                    (a.nummer,),
                )
