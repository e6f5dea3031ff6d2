"""Faults of more than a value: what is left out, what the text or the name of a file is."""

from random import Random

import yaml

from tests.fuzz.blad import LADER, Dossier, Verminkt, gesplitst, plekken, verspeld, vervang, zonder
from tests.fuzz.soorten import CIJFER, PLICHT, een, verminking

# -- what is left out -------------------------------------------------------------------------------


def _weg(dossier: Dossier, zaad: Random, *vormen: str) -> Verminkt | None:
    mogelijk = plekken(dossier, *vormen)
    return zonder(dossier, zaad.choice(mogelijk)) if mogelijk else None


@verminking("cijfer weg", 5)
def cijfer_weg(dossier: Dossier, zaad: Random) -> Verminkt | None:
    return _weg(dossier, zaad, CIJFER)


ONDERDELEN = {
    "afspraak": "afspraken:afspraken.#",
    "verplichting": PLICHT,
    "indicator": "afspraken:indicatoren.#",
    "kengetal": "afspraken:kengetallen.#",
    "norm": "afspraken:indicatoren.#.normen.#",
    "partij": "afspraken:partijen.#",
    "melding": "voortgang:voortgang.#",
    "levering": "metingen:leveringen.#",
    "waarde van een parameter": "parameters:parameters.#.waarden.#",
}


def _weglaters() -> None:
    """A class for each kind of item; the first release was measured over all of them together."""
    for wat, vorm in ONDERDELEN.items():
        verminking(f"{wat} weg", 27)(lambda dossier, zaad, vorm=vorm: _weg(dossier, zaad, vorm))  # type: ignore[misc]


_weglaters()


@verminking("termijn weg", 0)
def termijn_weg(dossier: Dossier, zaad: Random) -> Verminkt | None:
    return _weg(dossier, zaad, f"{PLICHT}.termijn")


@verminking("voorwaarde weg")
def voorwaarde_weg(dossier: Dossier, zaad: Random) -> Verminkt | None:
    return _weg(dossier, zaad, f"{PLICHT}.voorwaarde")


# -- the text itself --------------------------------------------------------------------------------

REGELTEKENS = (
    "\u202e",
    "\u2066",
    "\u200b",
    "\ufeff",
    "\u00ad",
    "\x00",
    "\t",
    "\x1b",
    "\x85",
    "\u2028",
    "\x07",
)


def _plek_in_tekst(dossier: Dossier, zaad: Random) -> tuple[str, str, int]:
    """A file, its text, and a place on a line that is no comment."""
    bestand = zaad.choice(sorted(dossier))
    tekst = dossier[bestand].decode("utf-8")
    while True:
        plaats = zaad.randrange(1, len(tekst))
        if not tekst[tekst.rfind("\n", 0, plaats) + 1 : plaats + 1].lstrip().startswith("#"):
            return bestand, tekst, plaats


def _of_gelijk(dossier: Dossier, verminkt: Verminkt) -> Verminkt | None:
    """None where the files still say the same, such as with one blank more."""
    for bestand, tekst in verminkt.bestanden.items():
        if tekst != dossier[bestand]:
            try:
                gelijk = yaml.load(tekst, Loader=LADER) == yaml.load(dossier[bestand], Loader=LADER)
            except (yaml.YAMLError, UnicodeDecodeError):
                gelijk = False
            return None if gelijk else verminkt
    return None


@verminking("bestand afgekapt")
def afgekapt(dossier: Dossier, zaad: Random) -> Verminkt | None:
    bestand, tekst, plaats = _plek_in_tekst(dossier, zaad)
    return _of_gelijk(dossier, gesplitst(dossier, bestand, plaats, len(tekst), ""))


@verminking("byte ertussen")
def byte_ertussen(dossier: Dossier, zaad: Random) -> Verminkt | None:
    bestand, tekst, plaats = _plek_in_tekst(dossier, zaad)
    voor, na = tekst[:plaats].encode(), tekst[plaats:].encode()
    uit = {**dossier, bestand: voor + bytes([zaad.randrange(1, 256)]) + na}
    return _of_gelijk(dossier, Verminkt(uit, ((bestand, voor.count(b"\n") + 1),)))


@verminking("regelteken ertussen")
def teken_ertussen(dossier: Dossier, zaad: Random) -> Verminkt | None:
    bestand, _, plaats = _plek_in_tekst(dossier, zaad)
    return _of_gelijk(dossier, gesplitst(dossier, bestand, plaats, plaats, zaad.choice(REGELTEKENS)))


@verminking("sleutel dubbel")
def dubbele_sleutel(dossier: Dossier, zaad: Random) -> Verminkt | None:
    plek = een(dossier, zaad, "*")
    if plek is None or plek.sleutel is None or plek.boven is None or plek.boven.flow_style:
        return None
    inspringing = " " * plek.sleutel.start_mark.column
    regel = plek.knoop.end_mark.line + 1
    tekst = dossier[plek.bestand].decode("utf-8")
    plaats = sum(len(r) for r in tekst.splitlines(keepends=True)[:regel])
    return gesplitst(dossier, plek.bestand, plaats, plaats, f"{inspringing}{plek.sleutel.value}: iets\n")


@verminking("anker of verwijzing")
def anker(dossier: Dossier, zaad: Random) -> Verminkt | None:
    plek = een(dossier, zaad, "*")
    if plek is None:
        return None
    return vervang(
        dossier, plek.bestand, plek.knoop, zaad.choice((f"&a {plek.woord}", "*a", f"!t {plek.woord}"))
    )


# -- names on disk ----------------------------------------------------------------------------------

ACHTERVOEGSELS = (".txt", ".bak", "~", ".orig", ".json", ".xlsx")


def _bijna(pad: str, zaad: Random) -> str:
    """A name that is nearly that of a file."""
    map_, streep, naam = pad.rpartition("/")
    kaal = naam.removesuffix(".yaml")
    keuze = (
        *(naam + einde for einde in ACHTERVOEGSELS),
        *(kaal + einde for einde in (".yml", ".YAML", ".txt", "", " .yaml", "yaml")),
        naam.capitalize() if naam[0].isalpha() else naam.lower(),
        kaal.replace("-", "_") + ".yaml",
        kaal.replace("-", "") + ".yaml",
        f"{verspeld(kaal, zaad, set())}.yaml",
    )
    anders = [n for n in keuze if n != naam]
    return map_ + streep + zaad.choice(anders)


@verminking("bestand onder een bijna goede naam")
def bestand_hernoemd(dossier: Dossier, zaad: Random) -> Verminkt | None:
    oud = zaad.choice(sorted(dossier))
    nieuw = _bijna(oud, zaad)
    uit = {(nieuw if pad == oud else pad): inhoud for pad, inhoud in dossier.items()}
    return Verminkt(uit, ((nieuw, 0), (oud, 0)))


@verminking("kopie van een bestand ernaast")
def bestand_gekopieerd(dossier: Dossier, zaad: Random) -> Verminkt | None:
    oud = zaad.choice(sorted(dossier))
    map_, streep, naam = oud.rpartition("/")
    kaal = naam.removesuffix(".yaml")
    keuze = (
        *(
            f"{kaal}{wat}.yaml"
            for wat in (" (kopie)", " - kopie", " (1)", "-kopie", "-PC conflict 2026-07-01", " 2")
        ),
        *(f"{naam}{einde}" for einde in ACHTERVOEGSELS),
        f"Kopie van {naam}",
        f"sub/{naam}",
        f".{naam}.swp",
    )
    nieuw = map_ + streep + zaad.choice(keuze)
    return Verminkt({**dossier, nieuw: dossier[oud]}, ((nieuw, 0), (nieuw.rpartition("/")[0], 0), (oud, 0)))


@verminking("map onder een bijna goede naam", 0)
def map_hernoemd(dossier: Dossier, zaad: Random) -> Verminkt | None:
    mappen = sorted({pad.partition("/")[0] for pad in dossier if "/" in pad})
    oud = zaad.choice(mappen)
    anders = (
        oud.capitalize(),
        oud.upper(),
        f"{oud}2",
        f"{oud}en",
        f"{oud}/sub",
        f"{oud} (kopie)",
        f"oud/{oud}",
    )
    nieuw = zaad.choice((*anders, str(verspeld(oud, zaad, set(mappen)))))
    uit = {
        (nieuw + pad.removeprefix(oud) if pad.startswith(f"{oud}/") else pad): inhoud
        for pad, inhoud in dossier.items()
    }
    return Verminkt(uit, ((nieuw.partition("/")[0], 0), (nieuw, 0), (oud, 0)))
