"""The table of change rules: each with its kind, its direction and its mirror.

Reversing a comparison turns every change into its mirror. A rule that is its own mirror says why.
"""

from dataclasses import dataclass

from prestatie_cli.vergelijking.wijziging import TEGENRICHTING, Kant, Richting, Soort, Vorm, Wijziging


@dataclass(frozen=True, slots=True)
class Wijzigingsregel:
    """When a change gets this code; `soort` None means that the words decide.

    `spiegel` is the code of the same change backwards; `eigen_spiegel` says why it may be its own.
    """

    code: str
    soort: Soort | None
    regel: str
    spiegel: str
    richting: Richting | None = None
    eigen_spiegel: str | None = None


WAARDE = "Oud en nieuw wisselen om; een waarde is niet meer of minder dan een andere."
NAAM = "Terug is weer een andere naam of plek."


def _paar(
    heen: str, terug: str, regel: str, regel_terug: str, richting: Richting | None = None
) -> tuple[Wijzigingsregel, Wijzigingsregel]:
    """Two substantive rules that mirror each other."""
    tegen = TEGENRICHTING[richting] if richting else None
    return (
        Wijzigingsregel(heen, "inhoudelijk", regel, terug, richting),
        Wijzigingsregel(terug, "inhoudelijk", regel_terug, heen, tegen),
    )


def _komt_en_gaat(
    naam: str, wat: str, richting: Richting | None = None
) -> tuple[Wijzigingsregel, Wijzigingsregel]:
    """Added and removed."""
    heen, terug = f"{naam}-toegevoegd", f"{naam}-verwijderd"
    return _paar(heen, terug, f"{wat} is erbij gekomen.", f"{wat} is weg.", richting)


def _zelf(code: str, soort: Soort | None, regel: str, waarom: str = WAARDE) -> Wijzigingsregel:
    """A rule that is its own mirror."""
    return Wijzigingsregel(code, soort, regel, code, None, waarom)


REGELS_WIJZIGING: tuple[Wijzigingsregel, ...] = (
    *_komt_en_gaat("jaargang", "Een jaar met afspraken"),
    _zelf("jaargang-overgenomen", "redactioneel", "Afspraken van een ander jaar zijn herkend.", NAAM),
    _zelf("jaargang-gewijzigd", None, "Titel of instelling van een jaar is anders."),
    *_komt_en_gaat("afspraak", "Een afspraak", "verzwaring"),
    _zelf(
        "afspraak-hernummerd",
        "redactioneel",
        "Een afspraak is herkend onder een ander nummer van het thema.",
        NAAM,
    ),
    _zelf("afspraak-verplaatst", "redactioneel", "Een afspraak is herkend onder een ander thema.", NAAM),
    _zelf("afspraak-gewijzigd", None, "Een ander veld van een afspraak is anders."),
    *_komt_en_gaat("tekst", "Een doel of speerpunt"),
    _zelf("tekst-gewijzigd", None, "Tekst, doel of speerpunt is anders; de woorden bepalen de soort."),
    *_komt_en_gaat("verplichting", "Een verplichting", "verzwaring"),
    _zelf("verplichting-verletterd", "redactioneel", "Een verplichting heeft een andere letter.", NAAM),
    _zelf("verplichting-gewijzigd", None, "Een ander veld van een verplichting is anders."),
    _zelf("rol-gewijzigd", "inhoudelijk", "Wie het doet, ontvangt of meedoet is anders."),
    *_komt_en_gaat("voorwaarde", "Een voorwaarde", "versoepeling"),
    *_komt_en_gaat("termijn", "Een termijn", "verzwaring"),
    *_paar(
        "termijn-later",
        "termijn-eerder",
        "De laatste dag van een termijn ligt later.",
        "De laatste dag van een termijn ligt eerder.",
        "uitstel",
    ),
    *_paar(
        "termijn-zachter",
        "termijn-harder",
        "Een termijn is een streven geworden.",
        "Een streven is een termijn geworden.",
        "versoepeling",
    ),
    *_paar(
        "termijn-vaker",
        "termijn-minder-vaak",
        "Een terugkerende verplichting komt vaker.",
        "Een terugkerende verplichting komt minder vaak.",
        "verzwaring",
    ),
    _zelf("termijn-meegeschoven", "inhoudelijk", "Een termijn is met het jaar van de afspraken mee."),
    _zelf("termijn-gewijzigd", None, "Een termijn is anders zonder dat de laatste dag verschuift."),
    *_komt_en_gaat("norm", "Een norm"),
    *_paar(
        "norm-versoepeld",
        "norm-verzwaard",
        "Een norm laat meer toe: maximum hoger, minimum of streefwaarde lager, bandbreedte ruimer.",
        "Een norm laat minder toe: maximum lager, minimum of streefwaarde hoger, bandbreedte nauwer.",
        "versoepeling",
    ),
    _zelf("norm-gewijzigd", "inhoudelijk", "Een norm is anders zonder ruimer of nauwer te zijn."),
    _zelf("norm-geldigheid", "inhoudelijk", "Een norm geldt over andere dagen."),
    *_komt_en_gaat("indicator", "Een indicator"),
    _zelf("indicator-gewijzigd", None, "Definitie of berekening van een indicator is anders."),
    *_komt_en_gaat("kengetal", "Een kengetal"),
    _zelf("kengetal-gewijzigd", None, "Definitie of leverancier van een kengetal is anders."),
    *_komt_en_gaat("balans", "Een balans"),
    _zelf("balans-gewijzigd", None, "Een balans telt anders."),
    *_komt_en_gaat("partij", "Een partij"),
    _zelf("partij-gewijzigd", None, "Naam of rol van een partij is anders."),
    *_komt_en_gaat("thema", "Een thema"),
    _zelf("thema-gewijzigd", None, "De titel van een thema is anders."),
    *_komt_en_gaat("meetmoment", "Een meetmoment", "verzwaring"),
    *_paar(
        "meetmoment-later",
        "meetmoment-eerder",
        "De cijfers hoeven er later te zijn.",
        "De cijfers moeten er eerder zijn.",
        "uitstel",
    ),
    *_komt_en_gaat("cijfer", "Een cijfer over een periode"),
    *_paar(
        "cijfer-gecorrigeerd",
        "correctie-teruggedraaid",
        "Een cijfer is gecorrigeerd, met het oude cijfer en de reden.",
        "Een gecorrigeerd cijfer is weer het oude, de correctie is weg.",
    ),
    _zelf("cijfer-gewijzigd", "inhoudelijk", "Een geleverd cijfer is anders zonder correctie."),
    *_komt_en_gaat("correctie", "Een correctie van een cijfer dat zelf gelijk bleef"),
    *_komt_en_gaat("levering", "Een levering zonder cijfers"),
    _zelf("levering-gewijzigd", None, "Dag, herkomst of toelichting van een levering is anders."),
    *_komt_en_gaat("parameter", "Een wettelijke waarde"),
    _zelf("parameter-gewijzigd", None, "Een wettelijke waarde is anders."),
    *_komt_en_gaat("melding", "Een melding van een partij"),
    _zelf("melding-gewijzigd", None, "Een eerdere melding is anders."),
    *_komt_en_gaat("vaststelling", "Een vaststelling door een partij"),
    _zelf("vaststelling-gewijzigd", None, "Een vaststelling is anders."),
    _zelf("toelichting-gewijzigd", "redactioneel", "Een toelichting, reden of verantwoording is anders."),
    _zelf("bestand-verplaatst", "opmaak", "Dezelfde gegevens staan in een ander bestand.", NAAM),
    _zelf("opmaak-gewijzigd", "opmaak", "Een bestand is anders opgemaakt; de gegevens zijn gelijk."),
)
REGEL_BIJ = {regel.code: regel for regel in REGELS_WIJZIGING}


def maak(
    code: str,
    van: Kant | None,
    naar: Kant | None,
    partijen: tuple[str, ...] = (),
    *,
    soort: Soort | None = None,
    richting: Richting | None = None,
    vorm: Vorm = "tekst",
    toelichting: str | None = None,
    kengetal: str | None = None,
) -> Wijziging:
    """A change with the kind and direction of its rule, unless they are given."""
    regel = REGEL_BIJ[code]
    return Wijziging(
        code,
        soort or regel.soort or "inhoudelijk",
        richting or regel.richting,
        tuple(sorted(set(partijen))),
        van,
        naar,
        vorm,
        toelichting,
        kengetal,
    )


def spiegel(w: Wijziging) -> Wijziging:
    """The same change seen from the new version to the old one."""
    return Wijziging(
        REGEL_BIJ[w.code].spiegel,
        w.soort,
        TEGENRICHTING[w.richting] if w.richting else None,
        w.partijen,
        w.kant_naar,
        w.kant_van,
        w.vorm,
        w.toelichting,
        w.kengetal,
    )
