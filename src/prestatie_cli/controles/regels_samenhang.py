"""How files with agreements hang together: a kader and what lies beneath it, and what goes on from before."""

from collections.abc import Iterator

from prestatie_cli.controles.controle import Vondst, regel
from prestatie_cli.controles.wandeling import meldingen, plichten
from prestatie_cli.model.dossier import Dossier, mogelijke_jaargangen, op_volgorde
from prestatie_cli.model.geldend import is_in_kracht
from prestatie_cli.taal import opsomming


@regel(
    "kader-onbekend",
    "fout",
    "Een kader is er, en geldt in alle jaren van de afspraken die eronder vallen.",
    "Noem bij 'kader' de jaren van de meerjarige afspraken, zoals 2024-2027.",
)
def kaders_bestaan(dossier: Dossier) -> Iterator[Vondst]:
    """A kader exists and is in force in all years of the agreements beneath it."""
    if any(b.startswith("afspraken-") for b in dossier.gesloten):
        return
    per_naam = {j.aanduiding: j for j in dossier.jaargangen.values()}
    for bestand, jaargang in dossier.jaargangen.items():
        kader = per_naam.get(jaargang.kader or "")
        if jaargang.kader is None or (
            kader
            and kader is not jaargang
            and kader.eerste_jaar <= jaargang.eerste_jaar
            and jaargang.laatste_jaar <= kader.laatste_jaar
        ):
            continue
        wat = "geldt niet in al deze jaren" if kader else "bestaat niet"
        meer = [naam for naam, j in per_naam.items() if j.eerste_jaar != j.laatste_jaar and j is not jaargang]
        hulp = f"er zijn meerjarige afspraken {opsomming(tuple(meer))}" if meer else "haal 'kader' weg"
        yield Vondst(bestand, ("kader",), f"het kader '{jaargang.kader}' {wat}", hulp)


@regel(
    "kader-ontbreekt",
    "waarschuwing",
    "Afspraken die tegelijk gelden, zeggen welke het kader van de andere zijn.",
    "Alle afspraken die in een jaar gelden, tellen mee. Een verkeerd jaar bij 'geldt' telt zo twee keer.",
)
def overlap_genoemd(dossier: Dossier) -> Iterator[Vondst]:
    """Agreements in force in the same year name which is the kader of the other."""
    alle = op_volgorde(dossier)
    for n, (_, eerder) in enumerate(alle):
        for bestand, later in alle[n + 1 :]:
            samen = later.eerste_jaar <= eerder.laatste_jaar
            if (
                samen
                and eerder.aanduiding != later.aanduiding
                and (
                    later.kader != eerder.aanduiding and (later.kader is None or later.kader != eerder.kader)
                )
            ):
                boodschap = f"de afspraken {later.aanduiding} gelden naast de afspraken {eerder.aanduiding}"
                hulp = f"schrijf 'kader: {eerder.aanduiding}', of verbeter de jaren"
                yield Vondst(bestand, ("geldt",) if later.geldt else ("jaar",), boodschap, hulp)


@regel(
    "vervolg-onbekend",
    "fout",
    "Wat verder gaat, is een verplichting van afspraken die voor deze zijn afgelopen.",
    "Bij 'vervolg_van' staan de jaren van die afspraken en het nummer: 2026/3.6a. Anders staat wat niet af "
    "is er twee keer, of helemaal niet.",
)
def vervolgen_bestaan(dossier: Dossier) -> Iterator[Vondst]:
    """What a duty goes on from is a duty of agreements that ended before."""
    if any(b.startswith("afspraken-") for b in dossier.gemist):
        return
    bekend = {f"{p.jaargang.aanduiding}/{p.nummer}": p.jaargang for p in plichten(dossier)}
    for plicht in plichten(dossier):
        van = plicht.verplichting.vervolg_van
        if van is None:
            continue
        oud = bekend.get(van)
        if oud and oud.laatste_jaar < plicht.jaargang.eerste_jaar:
            continue
        eerder = sorted(
            {j.aanduiding for j in bekend.values() if j.laatste_jaar < plicht.jaargang.eerste_jaar}
        )
        nummer = van.partition("/")[2]
        boodschap = (
            f"de afspraken {oud.aanduiding} van '{van}' zijn niet voor deze afgelopen"
            if oud
            else f"de verplichting '{van}' bestaat niet"
        )
        hulp = f"zoals {eerder[-1]}/{nummer}" if eerder else "er zijn geen eerdere afspraken; haal het weg"
        yield Vondst(plicht.bestand, (*plicht.pad, "vervolg_van"), boodschap, hulp, (plicht.nummer,))


@regel(
    "melding-dubbelzinnig",
    "fout",
    "Een melding zegt over welke afspraken zij gaat als er meer met dat nummer gelden.",
    "Een kader en de afspraken van een jaar kunnen allebei een 1.1a hebben.",
)
def meldingen_eenduidig(dossier: Dossier) -> Iterator[Vondst]:
    """A statement tells which agreements it is about where several in force have its number."""
    for bestand, register, v, pad in meldingen(dossier):
        if v.jaargang is not None:
            continue
        mogelijk = mogelijke_jaargangen(dossier, register, v)
        namen = [j.aanduiding for j in mogelijk if is_in_kracht(j, v.datum.year)]
        if len(namen) > 1:
            boodschap = f"{v.verplichting} staat in de afspraken {opsomming(tuple(namen))}"
            hulp = f"schrijf erbij om welke het gaat, zoals 'jaargang: {namen[-1]}'"
            yield Vondst(bestand, (*pad, "verplichting"), boodschap, hulp, (v.verplichting,))
