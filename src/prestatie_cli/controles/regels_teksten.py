"""The agreements themselves: their terms and quotations, and what was inferred or mended."""

from collections.abc import Iterator

from prestatie_cli.bevindingen import Pad
from prestatie_cli.controles.citaat import is_citaat
from prestatie_cli.controles.controle import Vondst, regel
from prestatie_cli.controles.wandeling import afspraken, normen, plichten
from prestatie_cli.model.dossier import Dossier
from prestatie_cli.model.indicator import Norm
from prestatie_cli.model.jaargang import Afspraak, Jaargang, Thema
from prestatie_cli.model.termijn import Termijn
from prestatie_cli.termijnen.lezingen import leesfout, termijnvenster
from prestatie_cli.termijnen.naaste import raad
from prestatie_cli.termijnen.vormen import lees_woorden


@regel(
    "bestandsnaam",
    "fout",
    "Het jaar of de periode in een bestand is die in de naam van het bestand.",
    "Zo staat een cijfer niet ongemerkt bij een andere periode.",
)
def bestandsnamen_kloppen(dossier: Dossier) -> Iterator[Vondst]:
    """The year or period in a file is the one in its name."""
    for bestand, sleutel, staat, naam, raakt in _namen_en_inhoud(dossier):
        if staat != naam:
            yield Vondst(
                bestand,
                (sleutel,),
                f"{sleutel} is {staat}, maar het bestand heet {naam}",
                "verbeter de naam van het bestand of de waarde",
                tuple(sorted(raakt)),
            )


def _namen_en_inhoud(dossier: Dossier) -> Iterator[tuple[str, str, str, str, set[str]]]:
    """For each file the key, what it says there, what the file's name says, and what the file is about."""
    for b, j in dossier.jaargangen.items():
        naam = b[10:-5]
        # Agreements for years may be called by the first.
        staat = naam if naam == str(j.eerste_jaar) else j.aanduiding
        yield b, "geldt" if j.geldt else "jaar", staat, naam, {a.nummer for a in j.afspraken}
    for b, r in dossier.voortgang.items():
        yield b, "jaar", str(r.jaar), b[10:-5], {v.verplichting for v in r.voortgang}
    for b, m in dossier.metingen.items():
        yield b, "periode", m.periode, b[9:-5], {k for x in m.leveringen for k in x.cijfers}


@regel(
    "partij-ontbreekt",
    "fout",
    "Elke verplichting heeft een partij die haar nakomt; een constatering heeft er geen.",
    "Zonder partij staat de verplichting op niemands lijst.",
)
def verplichtingen_hebben_partij(dossier: Dossier) -> Iterator[Vondst]:
    """Every duty has a party that does it; only a constatering has none."""
    for plicht in plichten(dossier):
        v = plicht.verplichting
        if (not v.wie) != (v.soort == "constatering") and v.soort != "uitgesteld":
            yield Vondst(
                plicht.bestand,
                (*plicht.pad, "wie") if v.wie else plicht.pad,
                f"verplichting {plicht.nummer} heeft {'wel een' if v.wie else 'geen'} partij die het doet",
                "noem bij wie de partij; een constatering is geen verplichting en heeft er geen",
                (plicht.nummer,),
            )


@regel(
    "thema-leeg",
    "waarschuwing",
    "Elk thema heeft ten minste één afspraak.",
    "Een leeg thema wijst op een afspraak die is vergeten of verkeerd genummerd.",
)
def themas_gebruikt(dossier: Dossier) -> Iterator[Vondst]:
    """Every theme has at least one agreement."""
    for bestand, jaargang in dossier.jaargangen.items():
        gebruikt = {a.thema for a in jaargang.afspraken} | dossier.gebroken
        for i, thema in enumerate(jaargang.themas):
            if thema.nummer not in gebruikt and not dossier.weggelaten.get((bestand, "afspraken")):
                boodschap = f"thema {thema.nummer} heeft geen afspraken"
                hulp = "verwijder het thema of voeg de afspraak toe"
                yield Vondst(bestand, ("themas", i), boodschap, hulp, (thema.nummer,))


@regel(
    "termijn-onleesbaar",
    "fout",
    "De woorden van elke termijn staan in de tabel, of partijen hebben de lezing vastgesteld.",
    "Woorden als 'begin', 'najaar' of 'zo spoedig mogelijk' worden nooit geraden. Zet "
    "bij de termijn een 'lezing' met vroegst, uiterlijk of een herhaling, en wie haar vaststelde; is dat nog "
    "niet gebeurd, dan 'voorlopig: true'.",
)
def termijnen_leesbaar(dossier: Dossier) -> Iterator[Vondst]:
    """The words of every term are in the table, or have an explicit reading of the parties."""
    for plicht in plichten(dossier):
        termijn = plicht.verplichting.termijn
        jaar = plicht.jaargang.enig_jaar
        if termijn and not termijn.lezing and lees_woorden(termijn.woorden, jaar) is None:
            yield Vondst(
                plicht.bestand,
                (*plicht.pad, "termijn", "woorden"),
                f"de termijn '{termijn.woorden}' is niet eenduidig te lezen",
                _hulp_bij_termijn(termijn.woorden, plicht.jaargang),
                (plicht.nummer,),
            )


def _hulp_bij_termijn(woorden: str, jaargang: Jaargang) -> str:
    """Why the words are not read, the nearest that are, and what the parties can settle beside them."""
    gegeven = raad(woorden, jaargang.enig_jaar, jaargang.eerste_jaar)
    wel = " of ".join(f"'{voorstel}'" for voorstel in gegeven.voorstellen)
    lezing = "zet er een 'lezing' bij met vroegst, uiterlijk, een herhaling of een levertermijn"
    lezing += " ('voorlopig: true' tot partijen haar vaststellen)"
    wel = f"wel gelezen wordt {wel}" if wel else ""
    return "; ".join(filter(None, (gegeven.waarom, wel, lezing)))


@regel(
    "citaat",
    "fout",
    "De woorden van een termijn en een voorwaarde staan letterlijk in de afspraak.",
    "Het oordeel hangt van de woorden af. Hoofdletters en regeleinden tellen niet; '…' staat "
    "tussen stukken die in die volgorde voorkomen.",
)
def citaten_staan_er(dossier: Dossier) -> Iterator[Vondst]:
    """Term words and conditions stand literally in the tekst, doel or speerpunt."""
    for plicht in plichten(dossier):
        bestand, _, a, v, pad = plicht
        citaten: list[tuple[Pad, str]] = []
        if v.termijn and not v.termijn.afgeleid:
            citaten.append(((*pad, "termijn", "woorden"), v.termijn.woorden))
        if v.voorwaarde:
            citaten.append(((*pad, "voorwaarde"), v.voorwaarde))
        for waar, citaat in citaten:
            if not is_citaat(citaat, a.tekst, a.doel, a.speerpunt):
                yield Vondst(
                    bestand,
                    waar,
                    f"'{citaat}' staat niet in de tekst, het doel of het speerpunt van {a.nummer}",
                    "neem de woorden letterlijk over, of zet bij een termijn 'afgeleid: true' met de reden",
                    (plicht.nummer,),
                )


@regel(
    "afleiding",
    "fout",
    "Wat is afgeleid, zegt waaruit.",
    "Wie leest, moet kunnen zien wat er niet in de bron staat.",
)
def afleidingen_verantwoord(dossier: Dossier) -> Iterator[Vondst]:
    """What is inferred says why, and only what is inferred has a reason."""
    for bestand, pad, record, raakt in _afleidbaar(dossier):
        if record.afgeleid != (record.reden is not None):
            yield Vondst(
                bestand,
                pad,
                "'afgeleid: true' en 'reden' horen bij elkaar",
                "vul de reden in, of haal beide weg",
                (raakt,),
            )


def _afleidbaar(dossier: Dossier) -> Iterator[tuple[str, Pad, Thema | Afspraak | Norm | Termijn, str]]:
    """Every record that may be inferred, with what it belongs to."""
    for bestand, jaargang in dossier.jaargangen.items():
        yield from ((bestand, ("themas", i), t, t.nummer) for i, t in enumerate(jaargang.themas))
    for bestand, _, afspraak, pad in afspraken(dossier):
        yield bestand, pad, afspraak, afspraak.nummer
    for bestand, _, indicator, norm, pad in normen(dossier):
        yield bestand, pad, norm, indicator.id
    for plicht in plichten(dossier):
        if plicht.verplichting.termijn:
            yield plicht.bestand, (*plicht.pad, "termijn"), plicht.verplichting.termijn, plicht.nummer


@regel(
    "herstel",
    "fout",
    "Wat als hersteld is genoteerd, staat zo in de afspraak.",
    "Met deze lijst is de tekst van de scan terug te vinden.",
)
def hersteld_staat_er(dossier: Dossier) -> Iterator[Vondst]:
    """What was mended in the scan stands in the agreement as mended."""
    for bestand, _, a, pad in afspraken(dossier):
        for i, herstel in enumerate(a.hersteld):
            if not is_citaat(herstel.tekst, a.tekst, a.doel, a.speerpunt, a.nummer):
                yield Vondst(
                    bestand,
                    (*pad, "hersteld", i, "tekst"),
                    f"'{herstel.tekst}' staat niet in afspraak {a.nummer}",
                    "neem de herstelde woorden over zoals ze in de afspraak staan",
                    (a.nummer,),
                )


@regel(
    "verplichting-volledig",
    "fout",
    "Een voorwaardelijke verplichting heeft een voorwaarde, een lezing een datum.",
    "Zonder voorwaarde is niet te zeggen wanneer de verplichting geldt.",
)
def verplichtingen_volledig(dossier: Dossier) -> Iterator[Vondst]:
    """A conditional duty has its condition; a reading has a date and its dates are in order."""
    for plicht in plichten(dossier):
        bestand, _, _, v, pad = plicht
        if (v.soort == "voorwaardelijk") != (v.voorwaarde is not None):
            yield Vondst(
                bestand,
                (*pad, "soort"),
                f"soort {v.soort} en een voorwaarde: die van {plicht.nummer} passen niet bij elkaar",
                "een voorwaardelijke verplichting, en alleen die, heeft een voorwaarde",
                (plicht.nummer,),
            )
        if v.termijn and (fout := leesfout(v.termijn, plicht.jaargang.enig_jaar)):
            yield Vondst(bestand, (*pad, "termijn", "lezing"), *fout, (plicht.nummer,))


@regel(
    "meetmoment",
    "fout",
    "Meetmomenten horen bij een terugkerende termijn.",
    "Zolang partijen geen meetmomenten vaststellen, telt het aantal keren per kalenderjaar.",
)
def meetmomenten_leesbaar(dossier: Dossier) -> Iterator[Vondst]:
    """Reporting moments belong to a recurring term."""
    for plicht in plichten(dossier):
        v, jaar = plicht.verplichting, plicht.jaargang.enig_jaar
        venster = termijnvenster(v.termijn, jaar) if v.termijn else None
        if v.meetmomenten and (venster is None or venster.soort != "terugkerend"):
            yield Vondst(
                plicht.bestand,
                (*plicht.pad, "meetmomenten"),
                f"{plicht.nummer} heeft meetmomenten en geen terugkerende termijn",
                "geef de verplichting een termijn zoals 'twee keer per jaar' of 'jaarlijks'",
                (plicht.nummer,),
            )
    for bestand, jaargang in dossier.jaargangen.items():
        for i, groep in enumerate(jaargang.meetmomenten):
            venster = lees_woorden(groep.woorden)
            if venster is None or venster.soort != "terugkerend":
                yield Vondst(
                    bestand,
                    ("meetmomenten", i, "woorden"),
                    f"'{groep.woorden}' is geen terugkerende termijn",
                    "gebruik woorden zoals 'twee keer per jaar' of 'jaarlijks'",
                )
