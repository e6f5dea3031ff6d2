"""What deserves to be said, as messages in the order in which a council should read them."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from fractions import Fraction
from typing import Literal, get_args

from prestatie_cli.boodschappen.aandacht import Aandachtspunt
from prestatie_cli.boodschappen.bewijs import Bewijs, van_indicator, van_melding, van_plicht
from prestatie_cli.boodschappen.vragen import verzoek_bij
from prestatie_cli.indicatoren.berekening import Indicatorstand
from prestatie_cli.termijnen.standen import Termijnstand
from prestatie_cli.woorden.plichtwoorden import Genummerd, nummertekst
from prestatie_cli.woorden.zinnen import (
    als_deel,
    in_zin,
    indicatorzin,
    meldingzin,
    niet_gehaald_zin,
    te_laat_zin,
    verschilzin,
)

# In the order in which they are told.
Boodschapsoort = Literal[
    "gegevens", "wet", "norm", "te_laat", "vertraging", "verschil", "tempo", "cijfers", "regelen"
]
BOODSCHAPSOORTEN: tuple[Boodschapsoort, ...] = get_args(Boodschapsoort)
PER_PUNT: Mapping[str, Boodschapsoort] = {
    "niet te beoordelen": "gegevens",
    "niet gehaald": "norm",
    "te laat": "te_laat",
    "vertraagd": "vertraging",
    "aandacht": "tempo",
    "anders gezien": "verschil",
    "streven voorbij": "tempo",
    "onvolledig": "cijfers",
}
# What comes soon is an appointment, and what nobody recorded is told together.
SAMEN_VERTELD = ("binnenkort", "geen moment")


@dataclass(frozen=True, slots=True)
class Boodschap:
    """One thing that deserves to be said: a full sentence, what it rests on, and what is asked of whom.

    `nummer` is the agreement or duty to read on in, '-' where there are more; `bij` names its agreements
    where the number does not tell; `plek` is its file and agreement. `voorbeeld`: it rests on figures or
    statements that nobody made. `over` names the duty or the indicator that it is about, so that it is told
    once; `anders` are the parties that see it otherwise; `zacht` (a striving, or figures that may change) and
    `grootte` rank it in its kind.
    """

    soort: Boodschapsoort
    kop: str
    bewijs: tuple[Bewijs, ...]
    vraag: str
    aan: tuple[str, ...]
    nummer: str
    nummer_afgeleid: bool = False
    bij: str | None = None
    voorbeeld: bool = False
    plek: tuple[str, str] | None = None
    over: tuple[str, ...] = ()
    anders: tuple[str, ...] = ()
    zacht: bool = field(default=False, compare=False)
    grootte: Fraction = field(default=Fraction(0), compare=False)


def boodschappen(
    punten: Iterable[Aandachtspunt],
    rijen: tuple[Termijnstand, ...],
    indicatoren: tuple[Indicatorstand, ...],
    bekend: Mapping[str, str],
    peildatum: date,
) -> tuple[Boodschap, ...]:
    """The messages, the weightiest first and each once; what comes soon is no message but an appointment.

    `rijen` are one a duty. Of what a law, a norm, a term, a party and a pace say of the same thing the
    heaviest is the message, and the others are what it rests on.
    """
    punten = tuple(punten)
    perioden = {(i.bestand, i.indicator.id): i.periode for i in indicatoren}
    los = [_boodschap(p, rijen, perioden, bekend, peildatum) for p in punten if p.soort not in SAMEN_VERTELD]
    alle = (*los, *_zonder_moment(punten, peildatum), *_te_regelen(rijen, indicatoren))
    volgorde = sorted(alle, key=lambda b: (BOODSCHAPSOORTEN.index(b.soort), b.zacht, -b.grootte))
    uit: dict[tuple[str, ...], Boodschap] = {}
    for b in volgorde:
        eerder = uit.get(b.over) if b.over else None
        uit[b.over or (str(len(uit)),)] = _samen(eerder, b) if eerder else b
    return tuple(uit.values())


def verteld(alle: Iterable[Boodschap]) -> set[tuple[str, str]]:
    """The duties and agreements that messages are about, by file and number."""
    return {(b.plek[0], b.nummer) for b in alle if b.plek}


def _samen(eerste: Boodschap, tweede: Boodschap) -> Boodschap:
    """A message with what a lighter one on the same thing rests on."""
    gezegd = {(b.norm, b.termijn) for b in eerste.bewijs if b.norm}
    nieuw = tuple(b for b in tweede.bewijs if b not in eerste.bewijs and (b.norm, b.termijn) not in gezegd)
    return replace(
        eerste, bewijs=(*eerste.bewijs, *nieuw), anders=tuple(dict.fromkeys((*eerste.anders, *tweede.anders)))
    )


def _boodschap(
    p: Aandachtspunt,
    rijen: tuple[Termijnstand, ...],
    perioden: Mapping[tuple[str, str], str],
    bekend: Mapping[str, str],
    peildatum: date,
) -> Boodschap:
    soort = _soort(p)
    doen = p.rij.verplichting.wie if p.rij else _doeners(p, rijen)
    vraag = verzoek_bij(soort, p, doen, bekend)
    return Boodschap(
        soort,
        f"{_kop(p, bekend, peildatum)}.",
        _bewijs(p, bekend),
        vraag.wat,
        vraag.aan,
        p.nummer,
        p.nummer_afgeleid,
        p.bij,
        p.voorbeeld,
        _plek(p),
        _over(p, perioden),
        (p.door,) if p.door and p.soort == "anders gezien" else (),
        p.soort == "aandacht",
        _grootte(p),
    )


def _soort(p: Aandachtspunt) -> Boodschapsoort:
    """The kind of a message: what a party reports is a delay, what a figure says is a pace or the law."""
    if p.stand and p.stand.boven_de_wet:
        return "wet"
    if p.stand and p.soort == "aandacht" and (p.stand.definitief or p.stand.voorbij):
        return "norm"
    if p.soort == "aandacht" and p.rij:
        return "vertraging"
    if p.soort == "niet te beoordelen" and (p.stand or p.rij) and not p.waarom.startswith("een fout"):
        return "cijfers"
    return PER_PUNT[p.soort]


def _over(p: Aandachtspunt, perioden: Mapping[tuple[str, str], str]) -> tuple[str, ...]:
    """What a message is about: an indicator and the duty that it decides over the same time are one thing."""
    if p.rij:
        indicator, jaar = p.rij.verplichting.indicator or "", (p.rij.tijdvak or "")[:4]
        zelfde = jaar in perioden.get((p.rij.bestand, indicator), "-" if jaar else "")
        samen = indicator and zelfde and p.soort in ("te laat", "niet gehaald", "vertraagd", "aandacht")
        return (p.rij.bestand, f"i {indicator}") if samen else (*p.rij.plichtnaam, p.rij.bestand)
    if p.stand:
        s = p.stand
        partij_en_jaar = tuple(filter(None, (s.partij, str(s.gesloten or ""))))
        return (s.bestand, f"i {s.indicator.id}", *partij_en_jaar)
    return ()


def _plek(p: Aandachtspunt) -> tuple[str, str] | None:
    """The file and the number of the agreement that a point is about."""
    if p.rij:
        return p.rij.bestand, p.rij.afspraak.nummer
    return (p.stand.bestand, p.stand.nummer) if p.stand else None


def _kop(p: Aandachtspunt, bekend: Mapping[str, str], peildatum: date) -> str:
    if p.stand:
        return indicatorzin(p.stand, bekend).rstrip(".")
    if p.rij is None:
        return f"{p.wat} zijn niet te beoordelen door fouten in de gegevens"
    r, wat = p.rij, als_deel(p.rij.verplichting.wat)
    if p.melding:
        maak = verschilzin if p.soort == "anders gezien" else meldingzin
        return maak(r, p.melding, bekend)
    koppen = {
        "te laat": lambda: te_laat_zin(r, bekend, peildatum),
        "niet gehaald": lambda: niet_gehaald_zin(r),
        "niet te beoordelen": lambda: f"{wat} is niet te beoordelen",
        "streven voorbij": lambda: f"{wat} is niet als klaar gemeld; het streven was '{r.woorden}'",
    }
    return koppen[p.soort]()


def _bewijs(p: Aandachtspunt, bekend: Mapping[str, str]) -> tuple[Bewijs, ...]:
    if p.stand:
        return (van_indicator(p.stand),)
    if p.rij is None:
        return ()
    meldingen = [v for v in (p.melding, p.tegenover) if v]
    if not meldingen and p.rij.laatste:
        meldingen = [p.rij.laatste]
    return (van_plicht(p.rij, p.soort, bekend), *(van_melding(v, bekend) for v in meldingen))


def _doeners(p: Aandachtspunt, rijen: tuple[Termijnstand, ...]) -> tuple[str, ...]:
    """Who an indicator is about: who does a duty that it decides, else who delivers its figures."""
    s = p.stand
    if s is None:
        return ()
    if s.partij:
        return (s.partij,)
    doen = [
        r.verplichting.wie
        for r in rijen
        if (r.bestand, r.verplichting.indicator) == (s.bestand, s.indicator.id)
    ]
    leveren = [k.levert for k in s.kengetallen if k.id == s.indicator.teller]
    return tuple(dict.fromkeys(wie for groep in doen or leveren for wie in groep))


def _grootte(p: Aandachtspunt) -> Fraction:
    """How far something is off, so that the farthest comes first: days, or the distance to the line."""
    if p.rij:
        return Fraction(-(p.rij.dagen or 0)) if p.soort == "te laat" else Fraction(p.soort == "vertraagd")
    s = p.stand
    if s is None or s.waarde is None or s.afgeschermd:
        return Fraction(0)
    if s.boven_de_wet and s.plafond:
        return _afstand(s.waarde, (None, Fraction(s.plafond.waarde)))
    return _afstand(*s.meetlat) if s.meetlat else Fraction(0)


def _afstand(nu: Fraction, lijnen: tuple[Fraction | None, Fraction | None]) -> Fraction:
    """How far a value is beyond a line, as a part of that line."""
    onder, boven = lijnen
    if boven is not None and nu > boven:
        return (nu - boven) / (abs(boven) or 1)
    return (onder - nu) / (abs(onder) or 1) if onder is not None and nu < onder else Fraction(0)


def _zonder_moment(punten: Iterable[Aandachtspunt], peildatum: date) -> Iterable[Boodschap]:
    """What goes on without a moment recorded in the year, told together."""
    zonder = [p for p in punten if p.soort == "geen moment" and p.rij]
    if not zonder:
        return
    wat = als_deel(zonder[0].wat) if len(zonder) == 1 else f"{len(zonder)} verplichtingen die doorlopen"
    bewijs = tuple(Bewijs(f"{nummertekst(p)} {p.wat}", norm=f"'{p.rij.woorden}'") for p in zonder if p.rij)
    yield Boodschap(
        "cijfers",
        f"Van {wat} is in {peildatum.year} geen moment vastgelegd.",
        bewijs,
        "vastleggen wanneer het gebeurde",
        tuple(dict.fromkeys(wie for p in zonder for wie in p.wie)),
        *_enige(zonder),
    )


def _te_regelen(
    rijen: tuple[Termijnstand, ...], indicatoren: tuple[Indicatorstand, ...]
) -> Iterable[Boodschap]:
    """What the parties still have to agree on: how terms are read, and how is counted."""
    voorlopig = [r for r in rijen if r.voorlopig]
    if voorlopig:
        bewijs = tuple(Bewijs(nummertekst(r), norm=f"'{r.woorden}'", termijn=r.lezing) for r in voorlopig)
        wie = tuple(dict.fromkeys(p for r in voorlopig for p in r.verplichting.wie))
        wat = f"'{voorlopig[0].verplichting.wat}'" if len(voorlopig) == 1 else f"{len(voorlopig)} termijnen"
        kop = f"Van {wat} is nog niet afgesproken hoe de termijn te lezen is."
        vraag = "vaststellen hoe deze woorden worden gelezen"
        yield Boodschap("regelen", kop, bewijs, vraag, wie, *_enige(voorlopig))
    open_ = [i for i in indicatoren if i.indicator.te_regelen]
    if open_:
        punten = tuple(
            Bewijs(f"{nummertekst(i)} {i.indicator.naam}", toelichting=v)
            for i in open_
            for v in i.indicator.te_regelen
        )
        waar = in_zin(open_[0]) if len(open_) == 1 else f"{len(open_)} indicatoren"
        kop = f"Bij {waar} is nog niet alles over het tellen afgesproken."
        yield Boodschap("regelen", kop, punten, "deze vragen beantwoorden", (), *_enige(open_))


def _enige(delen: Sequence[Genummerd]) -> tuple[str, bool, str | None]:
    """What numbers the only one of some; a dash where there are more."""
    eerste = delen[0]
    return (eerste.nummer, eerste.nummer_afgeleid, eerste.bij) if len(delen) == 1 else ("-", False, None)
