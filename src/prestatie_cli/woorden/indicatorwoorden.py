"""The words of an indicator: its value, norm, verdict, what is left and what to expect."""

from collections.abc import Callable, Iterable, Mapping
from datetime import date
from decimal import Decimal
from fractions import Fraction

from prestatie_cli.controles.citaat import is_bij_benadering
from prestatie_cli.indicatoren.berekening import Indicatorstand
from prestatie_cli.indicatoren.dekking import Cijfer, periodenaam
from prestatie_cli.indicatoren.meten import Jaarwaarde, Verborgen
from prestatie_cli.indicatoren.oordeel import Oordeel
from prestatie_cli.indicatoren.verschuldigd import Gevraagd
from prestatie_cli.model.eenheden import Eenheid, Notatie
from prestatie_cli.model.indicator import Norm
from prestatie_cli.model.jaargang import Kengetal, Standaard
from prestatie_cli.model.meting import Parameter, Parameterwaarde
from prestatie_cli.taal import (
    bedrag,
    bedrag_in_miljoenen,
    benaderd,
    datum_in_woorden,
    getal,
    korte_datum,
    opsomming,
    periode_in_zin,
    periodetekst,
    precies_procent,
    procent,
    samen_genoemd,
    woord,
)
from prestatie_cli.termijnen.perioden import DAG, grenzen

# A shape beside the word, so that a verdict is seen before it is read.
OORDEELVORMEN: Mapping[Oordeel, str] = {
    "gehaald": "✔",
    "niet_gehaald": "✖",
    "op_koers": "●",
    "aandacht": "▲",
    "onvolledig": "…",
    "geen_norm": "·",
    "geen_meting": "○",
    "niet_van_toepassing": "−",
    "niet_te_beoordelen": "!",
}


def grenzen_van(norm: Norm | None) -> tuple[Fraction, ...]:
    """The lines of a norm that a printed value must not touch by rounding."""
    if norm is None:
        return ()
    waarden = (norm.waarde, norm.ondergrens, norm.bovengrens)
    return tuple(Fraction(w) for w in waarden if w is not None)


def hoeveelheid(waarde: Decimal, eenheid: Eenheid) -> str:
    """A figure as its unit is written: `12`, `€ 138.500`, `4,1%`, `1.250 ton CO2`."""
    return NOTATIES_IN_WOORDEN[eenheid.notatie](waarde, eenheid)


def _met_naam(waarde: Decimal, eenheid: Eenheid) -> str:
    return f"{getal(waarde)} {eenheid.naam if abs(waarde) == 1 else eenheid.meervoud}"


NOTATIES_IN_WOORDEN: Mapping[Notatie, Callable[[Decimal, Eenheid], str]] = {
    "kaal": lambda waarde, _: getal(waarde),
    "euro": lambda waarde, _: bedrag(waarde),
    "procent": lambda waarde, _: precies_procent(waarde),
    "achter": _met_naam,
}


def kengetaltekst(k: Kengetal) -> str:
    """What a figure counts, in what, by which rules, from where, and which standard it follows."""
    delen = (
        f"- {k.id} ({k.eenheid}): {k.definitie}",
        f"Telling: {k.bedrijfsregels}" if k.bedrijfsregels else "",
        f"Bron: {k.bron}" if k.bron else "",
        standaardtekst(k.standaard) if k.standaard else "",
    )
    return " ".join(f"{deel.rstrip('.')}." for deel in delen if deel)


def standaardtekst(standaard: Standaard) -> str:
    """The item of a standard, and what is different here."""
    waar = " ".join(filter(None, (standaard.stelsel, standaard.versie)))
    anders = f"; hier anders: {standaard.verschil}" if standaard.verschil else ", zonder verschil"
    return f"Standaard: {waar}, {standaard.item}{anders}"


def indicatornaam(s: Indicatorstand, bekend: Mapping[str, str] | None = None) -> str:
    """Its name, with the party that it is of and the year where that is closed."""
    partij = (bekend or {}).get(s.partij, s.partij) if s.partij else None
    return ", ".join(filter(None, (s.indicator.naam, partij, str(s.gesloten or ""))))


def grafieknaam(stand: Indicatorstand, soort: str) -> str:
    """What a chart of an indicator is called: by its id, and where that does not tell by its agreements."""
    delen = (soort, stand.indicator.id, stand.bij, str(stand.gesloten or ""))
    return "-".join(deel.replace(" ", "-") for deel in delen if deel)


def indicatorid(s: Indicatorstand) -> str:
    """Its id, with its agreements and its closed year where these tell it from others."""
    delen = (s.partij or "", s.bij or "", str(s.gesloten or ""))
    return f"{s.indicator.id} ({', '.join(filter(None, delen))})" if any(delen) else s.indicator.id


def waardetekst(s: Indicatorstand) -> str:
    """The value with its counts: `6 van 71 (8,5%)`, `4`, `n.b.` or `n.v.t.`."""
    if s.teller is None:
        return "n.b."
    if s.afgeschermd:
        return afgeschermd(s.teller, s.noemer if s.indicator.noemer else None, s.afgeschermd)
    if s.over:
        return _gemiddeld(s.teller, s.over, s)
    return _met_noemer(s.teller, s.noemer, s)


def _met_noemer(teller: Decimal, noemer: Decimal | None, s: Indicatorstand) -> str:
    """A value with what it was computed from."""
    if noemer is None:
        return hoeveelheid(teller, s.eenheid)
    if not noemer:
        return f"n.v.t. ({getal(teller)} van 0)"
    waarde = Fraction(teller) / Fraction(noemer)
    if s.indicator.basisjaar:
        return _veranderd(waarde, teller, noemer, s)
    return f"{getal(teller)} van {getal(noemer)} ({procent(waarde, grenzen_van(s.norm))})"


def _gemiddeld(teller: Decimal, jaren: Fraction, s: Indicatorstand) -> str:
    """A mean with what it is of: `gemiddeld 26,5 per jaar (53 over 2 jaar)`."""
    gemiddelde = benaderd(Fraction(teller) / jaren, grenzen_van(s.norm)).normalize() + 0
    wat = hoeveelheid(gemiddelde, s.teller_eenheid)
    if not s.teller_eenheid.optelbaar:
        return f"gemiddeld {wat} ({getal(jaren)} jaar)"
    return f"gemiddeld {wat} per jaar ({hoeveelheid(teller, s.teller_eenheid)} over {getal(jaren)} jaar)"


def _veranderd(waarde: Fraction, verschil: Decimal, basis: Decimal, s: Indicatorstand) -> str:
    """A change in words: `30,0% minder dan in 2020 (700, was 1.000 ton CO2)`."""
    daalt = (waarde < 0) != s.indicator.daalt
    nu = basis + (-verschil if s.indicator.daalt else verschil)
    hoeveel = procent(abs(waarde), tuple(abs(g) for g in grenzen_van(s.norm)))
    kant = "minder" if daalt else "meer"
    was, maat = hoeveelheid(basis, s.teller_eenheid), s.teller_eenheid
    if not verschil:
        return f"evenveel als in {s.indicator.basisjaar} ({was})"
    is_nu = getal(nu.normalize() + 0) if maat.notatie == "achter" else hoeveelheid(nu, maat)
    return f"{hoeveel} {kant} dan in {s.indicator.basisjaar} ({is_nu}, was {was})"


def herkomstmerk(herkomst: str | None) -> str:
    """What stands behind a figure that nobody measured or that may change: ` (voorbeeld)`; else nothing."""
    return f" ({herkomst})" if herkomst in ("voorbeeld", "voorlopig") else ""


def volle_waarde(s: Indicatorstand) -> str:
    """The value with its period and where it comes from: `67, eerste halfjaar 2026 (voorbeeld)`."""
    gecorrigeerd = ", gecorrigeerd" if any(c.correcties for c in s.cijfers) else ""
    return f"{waardetekst(s)}, {periodetekst(s.periode)}{gecorrigeerd}{herkomstmerk(s.herkomst)}"


def volle_norm(s: Indicatorstand) -> str:
    """The norm with the time that it holds over: `hoogstens 50, 2026 t/m 2030`; empty without one."""
    if s.norm is None:
        return ""
    return ", ".join(filter(None, (normkolom(s), geldigheid(s))))


def geldigheid(s: Indicatorstand) -> str:
    """Over which time a norm holds: `2026 t/m 2030`, `per kalenderjaar`; empty where that is not said."""
    n, norm = s.indicator, s.norm
    if norm is None or norm.op:
        return ""
    van, tot = norm.van, norm.tot
    if not (van or tot):
        if n.looptijd:
            return f"{n.van} t/m {n.tot}" if n.tot else f"vanaf {n.van}, zonder einddatum"
        return "" if n.aard.momentopname else "per kalenderjaar" if n.jaren == 1 else f"over {n.jaren} jaar"
    if van and tot and (van.month, van.day, tot.month, tot.day) == (1, 1, 12, 31):
        return str(van.year) if van.year == tot.year else f"{van.year} t/m {tot.year}"
    delen = (f"vanaf {datum_in_woorden(van)}" if van else "", f"t/m {datum_in_woorden(tot)}" if tot else "")
    return " ".join(filter(None, delen))


def afgeschermd(teller: Decimal, noemer: Decimal | None, weg: Verborgen) -> str:
    """A count that may not be published: `<5`, `<5 van 71` or `verborgen van 71`."""
    wat = weg.teller or getal(teller)
    return wat if noemer is None else f"{wat} van {weg.noemer or getal(noemer)}"


def normkolom(s: Indicatorstand) -> str:
    """The norm in words, or a dash; it says where it reads more than the words do: `minstens 16 (uitleg)`."""
    return normkort(s) + (" (uitleg)" if s.norm and s.norm.uitleg else "")


def normkort(s: Indicatorstand) -> str:
    """The norm in as few words as there are, or a dash; `(circa)` where its words name it about so."""
    if s.norm is None:
        return "-"
    return " ".join(
        filter(
            None,
            (
                normtekst(s.norm, s.eenheid),
                "per jaar" if s.indicator.aard.gemiddeld and s.teller_eenheid.optelbaar else "",
                VERANDERWOORDEN[s.indicator.daalt] if s.indicator.basisjaar else "",
                f"op {korte_datum(s.norm.op)}" if s.norm.op else "",
                "(circa)" if is_bij_benadering(s.norm.citaat) else "",
            ),
        )
    )


VERANDERWOORDEN = {True: "minder", False: "meer"}


def ruimtetekst(s: Indicatorstand) -> str:
    """What is left in words: `nog 7 mogelijk`, `nog 93 nodig`, `2 te veel`."""
    if s.ruimte is None:
        return ""
    wat = hoeveelheid(s.ruimte, s.teller_eenheid)
    return f"{wat} te veel" if s.ruimte_soort == "te_veel" else f"nog {wat} {s.ruimte_soort}"


def oordeelwoord(s: Indicatorstand) -> str:
    """The verdict as a word, marked when the figures are no measurement or may change.

    Where more is over than there are figures of, it says over what: `op koers, over eerste halfjaar 2026`.
    """
    over = f", over {periodetekst(s.periode)}" if _spreekt_van_een_deel(s) else ""
    return f"{woord(s.oordeel)}{over}{herkomstmerk(s.herkomst)}"


def _spreekt_van_een_deel(s: Indicatorstand) -> bool:
    return s.loopt_achter and s.oordeel in ("op_koers", "aandacht")


def oordeelkort(s: Indicatorstand) -> str:
    """The verdict as a word, with `vb` for figures that are examples, or that they are provisional."""
    merk = {"voorbeeld": " (vb)", "voorlopig": " (voorlopig)"}
    return woord(s.oordeel) + merk.get(s.herkomst or "", "")


def jaartekst(j: Jaarwaarde, s: Indicatorstand) -> str:
    """The value of one year with its counts."""
    if j.afgeschermd:
        return afgeschermd(j.teller, j.noemer if s.indicator.noemer else None, j.afgeschermd)
    return _met_noemer(j.teller, j.noemer, s)


def parametertekst(parameter: Parameter, waarde: Parameterwaarde) -> str:
    """A statutory value with its source."""
    toon = precies_procent(waarde.waarde) if parameter.eenheid == "aandeel" else bedrag(waarde.waarde)
    return f"{parameter.naam}: {toon} ({waarde.bron})"


def normtekst(norm: Norm, eenheid: Eenheid) -> str:
    """A norm in words: `hoogstens 10%`, `250 t/m 300`, `minstens € 1,4 mln`."""

    def toon(waarde: Decimal | None) -> str:
        if waarde is None:
            return "?"
        return bedrag_in_miljoenen(waarde) if eenheid.notatie == "euro" else hoeveelheid(waarde, eenheid)

    woorden = {
        "maximum": f"hoogstens {toon(norm.waarde)}",
        "minimum": f"minstens {toon(norm.waarde)}",
        "streefwaarde": f"streven {toon(norm.waarde)}",
        "bandbreedte": f"{toon(norm.ondergrens)} t/m {toon(norm.bovengrens)}",
    }
    return woorden[norm.soort]


def leverteksten(
    gevraagd: Iterable[Gevraagd], bekend: Mapping[str, str] | None = None, *, voluit: bool = False
) -> list[str]:
    """What each party has to deliver where, and since when it is late: one sentence a stretch.

    Periods that join are one stretch, late since the first of them was. Who owes the same stands together.
    `voluit`: figures by their names and periods in words, for who does not write the files.
    """
    per_kengetal: dict[tuple[str, str], dict[str, date | None]] = {}
    for g in gevraagd:
        kengetal = f"'{g.kengetal.naam}'" if voluit else g.kengetal.id
        per_kengetal.setdefault((g.partij, kengetal), {})[g.periode] = g.sinds
    groepen: dict[tuple[str, str, date | None], list[str]] = {}
    for (levert, kengetal), perioden in per_kengetal.items():
        for stuk, sinds in _stukken(perioden):
            over = _over_perioden(stuk) if voluit else _waarover(stuk)
            groepen.setdefault((levert, over, sinds), []).append(kengetal)
    samen: dict[tuple[str, str, date | None], list[str]] = {}
    for (levert, over, sinds), namen in groepen.items():
        wie = (bekend or {}).get(levert, levert)
        samen.setdefault((opsomming(tuple(namen)), over, sinds), []).append(wie)
    uit = []
    for (wat, over, sinds), partijen in samen.items():
        vanaf = f" (verwacht sinds {datum_in_woorden(sinds)})" if sinds else ""
        werkwoord = "levert" if len(partijen) == 1 else "leveren elk"
        uit.append(f"{samen_genoemd(partijen)} {werkwoord} {wat} {over}{vanaf}")
    return uit


def gevraagde_perioden(gevraagd: Iterable[Gevraagd]) -> list[str]:
    """Over which periods figures are owed, those that join as one: `over het tweede halfjaar 2026`."""
    return [_over_perioden(stuk) for stuk, _ in _stukken({g.periode: g.sinds for g in gevraagd})]


def _stukken(perioden: Mapping[str, date | None]) -> list[tuple[list[str], date | None]]:
    """The periods that a party owes, those late that join as one, and since when."""
    stukken: list[list[str]] = []
    for periode in sorted(perioden, key=grenzen):
        vorige = stukken[-1][-1] if stukken else None
        even_laat = vorige is not None and bool(perioden[vorige]) == bool(perioden[periode])
        if vorige and even_laat and grenzen(vorige)[1] + DAG == grenzen(periode)[0]:
            stukken[-1].append(periode)
        else:
            stukken.append([periode])
    return [(stuk, perioden[stuk[0]]) for stuk in stukken]


def _over_perioden(stuk: list[str]) -> str:
    return periode_in_zin(periodenaam(grenzen(stuk[0])[0], grenzen(stuk[-1])[1]))


def _waarover(stuk: list[str]) -> str:
    if len(stuk) == 1 and "/" not in stuk[0]:
        return f"in metingen/{stuk[0]}.yaml"
    return f"over {periodetekst(periodenaam(grenzen(stuk[0])[0], grenzen(stuk[-1])[1]))}"


def onderwerptekst(
    indicatoren: tuple[Indicatorstand, ...], cijfers: tuple[tuple[Kengetal, Cijfer], ...], reden: str | None
) -> str:
    """The figures of a topic, or the reason that there are none."""
    zinnen = [
        f"{s.indicator.naam}: {waardetekst(s)} over {periodetekst(s.periode)} ({oordeelwoord(s)})"
        for s in indicatoren
    ]
    for kengetal, cijfer in cijfers:
        voorbeeld = ", voorbeeld" if cijfer.herkomst == "voorbeeld" else ""
        waarde = hoeveelheid(cijfer.waarde, cijfer.eenheid)
        zinnen.append(f"{kengetal.naam}: {waarde} ({cijfer.periode}{voorbeeld})")
    if not zinnen:
        zinnen = [f"geen cijfers: {reden or 'de reden is niet vastgelegd'}"]
    return "; ".join(zinnen)
