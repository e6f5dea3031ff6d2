"""Two versions of the statements of the parties; the register is append only, so each change tells."""

from collections.abc import Iterator

from prestatie_cli.model.dossier import Dossier, jaargang_van, verplichtingnummer
from prestatie_cli.model.voortgang import Voortgang
from prestatie_cli.vergelijking.plat import per_sleutel
from prestatie_cli.vergelijking.regels import maak, spiegel
from prestatie_cli.vergelijking.velden import Vindplaats, velden_vergeleken
from prestatie_cli.vergelijking.wijziging import Richting, Wijziging

# Only these two change what was agreed; the others tell how it goes.
BESLUITEN: dict[str, Richting] = {"uitgesteld": "uitstel", "vervallen": "versoepeling"}


def voortgang_vergeleken(
    van: Dossier, naar: Dossier, hernummerd: dict[int, dict[str, str]], buiten: frozenset[str]
) -> Iterator[Wijziging]:
    """The statements by duty, day and party; a renumbered duty keeps its statements."""
    oud, nieuw = _meldingen(van), _meldingen(naar)
    paren = {k: mee for k, v in oud.items() if (mee := _hernummerd(k, v, hernummerd)) in nieuw}
    # What did not move along keeps its own key, unless a renumbered statement has taken that.
    bezet = set(paren.values())
    paren |= {k: k for k in oud if k not in paren and k in nieuw and k not in bezet}
    wie_van, wie_naar = _doeners(van), _doeners(naar)
    for sleutel, a in oud.items():
        if sleutel in paren:
            b = nieuw[paren[sleutel]]
            zonder = ("verplichting",) if a.afspraak != b.afspraak else ()
            yield from velden_vergeleken("melding", a, b, zonder)
        elif a.bestand not in buiten:
            yield _melding_weg(a, wie_van)
    for sleutel in nieuw.keys() - set(paren.values()):
        if nieuw[sleutel].bestand not in buiten:
            yield spiegel(_melding_weg(nieuw[sleutel], wie_naar))


Sleutel = tuple[int, str, str]


def _hernummerd(
    sleutel: Sleutel, deel: Vindplaats[Voortgang], hernummerd: dict[int, dict[str, str]]
) -> Sleutel | None:
    """What names a statement after its duty was renumbered, or None when that kept its number."""
    nieuw = hernummerd.get(deel.jaar or 0, {}).get(deel.record.verplichting)
    return (sleutel[0], nieuw, sleutel[2]) if nieuw else None


def _meldingen(dossier: Dossier) -> dict[Sleutel, Vindplaats[Voortgang]]:
    """The statements by what names them: the year of the file, the duty, and day, party and period."""
    uit: dict[Sleutel, Vindplaats[Voortgang]] = {}
    for bestand, register in dossier.voortgang.items():
        for basis, (nummer, v) in per_sleutel(register.voortgang).items():
            jaar = jaargang_van(dossier, register, v)
            sleutel = (register.jaar, v.verplichting, basis.removeprefix(v.verplichting))
            naam = f"voortgang[{v.datum} {v.door}]"
            wat = f"melding van {v.door} op {v.datum}"
            pad = ("voortgang", nummer)
            uit[sleutel] = Vindplaats(v, bestand, pad, naam, wat, v.verplichting, jaar, (v.door,))
    return uit


def _doeners(dossier: Dossier) -> dict[tuple[int, str], tuple[str, ...]]:
    return {
        (j.jaar, verplichtingnummer(a, v)): v.wie
        for j in dossier.jaargangen.values()
        for a in j.afspraken
        for v in a.verplichtingen
    }


def _melding_weg(deel: Vindplaats[Voortgang], doeners: dict[tuple[int, str], tuple[str, ...]]) -> Wijziging:
    """A statement that is gone; only a decision to put off or drop a duty has a direction."""
    v = deel.record
    delen = [v.melding.replace("_", " "), f"tot {v.tot}" if v.tot else "", v.toelichting or v.besluit or ""]
    tekst = ": ".join(filter(None, (" ".join(filter(None, delen[:2])), delen[2])))
    wie = doeners.get((deel.jaar or 0, v.verplichting), ()) if v.melding in BESLUITEN else ()
    heen = maak("melding-toegevoegd", None, deel.kant(waarde=tekst), (v.door, *wie), vorm="tekst")
    if v.melding not in BESLUITEN:
        return spiegel(heen)
    richting = BESLUITEN[v.melding]
    return spiegel(maak(heen.code, None, heen.kant_naar, heen.partijen, richting=richting))
