"""What lies below the data folder and is not read: each is told, as what it is, with a remedy."""

import re
from collections.abc import Collection, Mapping

from prestatie_cli.bevindingen import Bevinding, Plaats, Regel, bedoelde_u
from prestatie_cli.bronnen.gegevensmap import EIGEN_MAPPEN, MAPPEN, MAX_VREEMD, TEKSTMAP, origineel_van

NAAMREGELS: tuple[Regel, ...] = (
    Regel(
        "bestand-onbekend",
        "fout",
        "Elk bestand in de gegevensmap heeft een naam die het programma kent.",
        "afspraken-JJJJ.yaml, parameters.yaml, metingen/PERIODE.yaml of voortgang/JJJJ.yaml, precies zo "
        "geschreven. Een ander bestand wordt niet gelezen, terwijl er gegevens in kunnen staan. Wat er "
        "naast de gegevens mag liggen, staat in docs/formaat.md.",
    ),
    Regel(
        "map-onbekend",
        "fout",
        "Elke map in de gegevensmap is er een die het programma kent.",
        "De mappen zijn metingen, voortgang en teksten, in kleine letters en zonder mappen erin. Wat in "
        "een andere map staat, wordt niet gelezen.",
    ),
    Regel(
        "kopie-ongelijk",
        "fout",
        "Naast de gegevens staat geen kopie met een andere inhoud.",
        "Een kopie, reservekopie of conflictkopie wordt niet gelezen. Staat er iets anders in dan in het "
        "bestand zelf, dan kan dat een wijziging zijn die verloren gaat.",
    ),
    Regel(
        "kopie-gelijk",
        "waarschuwing",
        "Naast de gegevens staat geen kopie.",
        "De kopie heeft dezelfde inhoud als het bestand zelf en wordt niet gelezen. Oude versies "
        "bewaart git.",
    ),
    Regel(
        "hulpbestand",
        "waarschuwing",
        "Naast de gegevens staat geen slot of hulpbestand van een ander programma.",
        "Het bevat geen gegevens en wordt niet gelezen. Meestal heeft iemand het bestand nog open.",
    ),
)
NAAMERNST = {regel.code: regel.ernst for regel in NAAMREGELS}
HULPBESTAND = re.compile(r"\.~lock\..*#|~\$.*|\._.*|\.#.*")
# What a name tells about how a file came to be there, the surest sign first.
HERKOMSTEN: tuple[tuple[str, re.Pattern[str]], ...] = (
    (
        "een conflictkopie, van een programma dat bestanden deelt of van git",
        re.compile(
            r"conflict|[._](?:base|local|remote|backup)[._][0-9]+|-(?-i:[A-Z][A-Z0-9-]{2,})\.ya?ml$",
            re.IGNORECASE,
        ),
    ),
    (
        "een reservekopie of tijdelijk bestand van een ander programma",
        re.compile(
            r"~$|^#.*#$|\.(?:bak|backup|orig|old|oud|save?|sw[a-p]|te?mp|rej|part|crdownload|[0-9]+)$|"
            r"[-_. (](?:bak|backup|orig|origineel|old|oud|temp|tmp)[-_. )0-9]*\.ya?ml$",
            re.IGNORECASE,
        ),
    ),
    (
        "een kopie",
        re.compile(
            r"(?<![a-z])(?:kopie|kopieën|copy|copie|duplicaat)(?![a-z])|\([0-9]+\)|[ _][0-9]{1,2}\.ya?ml$",
            re.IGNORECASE,
        ),
    ),
)


def vreemde_bevindingen(overig: Mapping[str, bool], gegevens: Collection[str]) -> list[Bevinding]:
    """A finding for each path that is no data and not known; true where it equals its original."""
    namen = sorted(overig)
    uit = [_oordeel(naam, overig[naam], gegevens) for naam in namen[:MAX_VREEMD]]
    if rest := namen[MAX_VREEMD:]:
        zin = f"dit en nog {len(rest) - 1} andere bestanden en mappen kent het programma niet"
        uit.append(_bevinding("bestand-onbekend", rest[0], zin, "haal ze weg uit de gegevensmap"))
    return uit


def staat_voor(naam: str, gegevens: Collection[str]) -> str | None:
    """The data file, or folder of them, that an unread name seems to stand for; None where that is there."""
    if not naam.endswith("/"):
        origineel = origineel_van(naam)
        return None if origineel in gegevens else origineel
    map_ = _nabije_map(naam)
    return f"{map_}/" if map_ and not any(n.startswith(f"{map_}/") for n in gegevens) else None


def _nabije_map(naam: str) -> str | None:
    """The folder of data that a folder is in, or whose name its own comes near."""
    eerste = naam.split("/")[0]
    if eerste in EIGEN_MAPPEN:
        return eerste
    return next((map_ for map_ in EIGEN_MAPPEN if bedoelde_u(eerste.lower(), [map_])), None)


def _bevinding(code: str, naam: str, boodschap: str, hulp: str) -> Bevinding:
    return Bevinding(code, NAAMERNST[code], boodschap, Plaats(naam), hulp)


def _oordeel(naam: str, gelijk: bool, gegevens: Collection[str]) -> Bevinding:
    """What one unknown name is, and what to do about it."""
    if naam.endswith("/"):
        return _onbekende_map(naam)
    bestand = naam.rpartition("/")[2]
    if HULPBESTAND.fullmatch(bestand):
        zin = "dit is een hulpbestand van een ander programma, zonder gegevens"
        return _bevinding("hulpbestand", naam, zin, "sluit dat programma, of verwijder het bestand")
    origineel = origineel_van(naam)
    herkomst = next(
        (wat for wat, vorm in HERKOMSTEN if vorm.search(bestand)), "een kopie" if gelijk else None
    )
    if herkomst:
        return _kopie(naam, herkomst, origineel, gelijk, gegevens)
    return _bevinding(
        "bestand-onbekend",
        naam,
        "het programma kent geen bestand met deze naam",
        _naamhulp(origineel, gegevens),
    )


def _kopie(
    naam: str, herkomst: str, origineel: str | None, gelijk: bool, gegevens: Collection[str]
) -> Bevinding:
    """A copy beside its original, with the same bytes or others, or one whose original is not there."""
    if gelijk:
        zin = f"dit is {herkomst}, met dezelfde inhoud als {origineel}; het wordt niet gelezen"
        return _bevinding("kopie-gelijk", naam, zin, "verwijder het; oude versies bewaart git")
    if origineel in gegevens:
        zin = f"dit lijkt {herkomst}, met een andere inhoud dan {origineel}; het wordt niet gelezen"
        return _bevinding(
            "kopie-ongelijk", naam, zin, f"neem over in {origineel} wat daar hoort, en verwijder dit"
        )
    zin = f"dit lijkt {herkomst}; het wordt niet gelezen"
    hulp = (
        f"zijn dit de gegevens, noem het dan {origineel}" if origineel else "verwijder het, of zet het elders"
    )
    return _bevinding("kopie-ongelijk", naam, zin, hulp)


def _naamhulp(origineel: str | None, gegevens: Collection[str]) -> str:
    if origineel is None:
        return "gebruik afspraken-JJJJ.yaml, parameters.yaml, metingen/PERIODE.yaml of voortgang/JJJJ.yaml"
    if origineel in gegevens:
        return f"bedoelde u '{origineel}'? dat bestand is er al: neem over wat daar hoort, en verwijder dit"
    return f"bedoelde u '{origineel}'?"


def _onbekende_map(naam: str) -> Bevinding:
    delen = naam.rstrip("/").split("/")
    zin = "het programma kent deze map niet; wat erin staat, wordt niet gelezen"
    if len(delen) > 1:
        zin = f"in {delen[0]}/ staan geen mappen; wat in deze map staat, wordt niet gelezen"
        return _bevinding("map-onbekend", naam, zin, f"zet de bestanden in {delen[0]}/ zelf")
    anders = f"de mappen zijn {', '.join(MAPPEN)} en {TEKSTMAP}; zet dit elders"
    nabij = _nabije_map(naam)
    return _bevinding("map-onbekend", naam, zin, f"bedoelde u '{nabij}'?" if nabij else anders)
