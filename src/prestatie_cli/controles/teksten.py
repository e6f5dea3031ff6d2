"""Checks on the agreements themselves: terms, quotations, kinds and norms."""

import re
from collections.abc import Iterator
from decimal import Decimal

from prestatie_cli.bevindingen import Pad
from prestatie_cli.controles.basis import Vondst, afspraken, is_citaat, plichten
from prestatie_cli.model.dossier import Dossier
from prestatie_cli.model.jaargang import Indicator, Norm
from prestatie_cli.termijnen.vormen import lees_woorden

GETAL_IN_TEKST = re.compile(r"([0-9]{1,3}(?:\.[0-9]{3})+(?:,[0-9]+)?|[0-9]+(?:[.,][0-9]+)?)\s*(%|procent)?")
DUIZENDTALLEN = re.compile(r"\.(?=[0-9]{3}(?![0-9]))")


def bestandsnamen_kloppen(dossier: Dossier) -> Iterator[Vondst]:
    """The year or period in a file is the one in its name."""
    jaren = [(b, "jaar", str(j.jaar), b[10:14]) for b, j in dossier.jaargangen.items()]
    for bestand, register in dossier.voortgang.items():
        jaren.append((bestand, "jaar", str(register.jaar), bestand[10:-5]))
    for bestand, meting in dossier.metingen.items():
        jaren.append((bestand, "periode", meting.periode, bestand[9:-5]))
    for bestand, sleutel, staat, naam in jaren:
        if staat != naam:
            yield Vondst(
                bestand,
                (sleutel,),
                f"{sleutel} is {staat}, maar het bestand heet {naam}",
                "verbeter de naam van het bestand of de waarde",
            )


def termijnen_leesbaar(dossier: Dossier) -> Iterator[Vondst]:
    """The words of every term are in the table, or have an explicit reading of the parties."""
    for bestand, _, _, v, pad in plichten(dossier):
        if v.termijn and not v.termijn.lezing and lees_woorden(v.termijn.woorden) is None:
            yield Vondst(
                bestand,
                (*pad, "termijn", "woorden"),
                f"de termijn '{v.termijn.woorden}' is niet eenduidig te lezen",
                "zet er een 'lezing' bij met vroegst of uiterlijk, vastgesteld_door en vastgesteld_op",
            )


def citaten_staan_er(dossier: Dossier) -> Iterator[Vondst]:
    """Term words and conditions stand literally in the tekst, doel or speerpunt."""
    for bestand, _, a, v, pad in plichten(dossier):
        citaten: list[tuple[Pad, str]] = []
        if v.termijn and not v.termijn.afgeleid:
            citaten.append(((*pad, "termijn", "woorden"), v.termijn.woorden))
        if v.voorwaarde:
            citaten.append(((*pad, "voorwaarde"), v.voorwaarde))
        for where, citaat in citaten:
            if not is_citaat(citaat, a.tekst, a.doel, a.speerpunt):
                yield Vondst(
                    bestand,
                    where,
                    f"'{citaat}' staat niet in de tekst, het doel of het speerpunt van {a.nummer}",
                    "neem de woorden letterlijk over, of zet bij een termijn 'afgeleid: true' met de reden",
                )


def normen_staan_er(dossier: Dossier) -> Iterator[Vondst]:
    """The quotation of a norm stands in the agreement, at the place named, with its number."""
    for bestand, jaargang in dossier.jaargangen.items():
        per_nummer = {a.nummer: a for a in jaargang.afspraken}
        for i, indicator in enumerate(jaargang.indicatoren):
            afspraak = per_nummer.get(indicator.afspraak)
            for j, norm in enumerate(indicator.normen):
                pad: Pad = ("indicatoren", i, "normen", j)
                if norm.afgeleid or afspraak is None:
                    continue
                if not is_citaat(norm.citaat, getattr(afspraak, norm.plaats)):
                    yield Vondst(
                        bestand,
                        (*pad, "citaat"),
                        f"'{norm.citaat}' staat niet in {norm.plaats} van afspraak {afspraak.nummer}",
                        "neem de woorden letterlijk over, of zet 'afgeleid: true' met de reden",
                    )
                yield from _getal_in_citaat(bestand, pad, indicator, norm)


def _getal_in_citaat(bestand: str, pad: Pad, indicator: Indicator, norm: Norm) -> Iterator[Vondst]:
    getallen = set()
    for getal, procent in GETAL_IN_TEKST.findall(norm.citaat):
        waarde = Decimal(DUIZENDTALLEN.sub("", getal).replace(",", "."))
        getallen.add(waarde / 100 if procent else waarde)
    for veld in ("waarde", "ondergrens", "bovengrens"):
        waarde = getattr(norm, veld)
        if waarde is not None and waarde not in getallen:
            toon = f"{waarde * 100:f}%" if indicator.soort == "aandeel" else f"{waarde:f}"
            yield Vondst(
                bestand,
                (*pad, veld),
                f"het getal {toon} staat niet in het citaat '{norm.citaat}'",
                "verbeter het getal of het citaat",
            )


def normen_volledig(dossier: Dossier) -> Iterator[Vondst]:
    """A norm has a value, or for a band two bounds in order; norms don't overlap in time."""
    for bestand, jaargang in dossier.jaargangen.items():
        for i, indicator in enumerate(jaargang.indicatoren):
            for j, norm in enumerate(indicator.normen):
                pad: Pad = ("indicatoren", i, "normen", j)
                if fout := _normfout(norm):
                    yield Vondst(bestand, pad, *fout)
                for eerder in indicator.normen[:j]:
                    if _overlapt(eerder, norm):
                        yield Vondst(
                            bestand,
                            pad,
                            f"twee normen van {indicator.id} gelden tegelijk",
                            "laat de oude norm eindigen (tot) voor de nieuwe begint (van)",
                        )


def _normfout(norm: Norm) -> tuple[str, str] | None:
    band = norm.soort == "bandbreedte"
    if band and (norm.ondergrens is None or norm.bovengrens is None or norm.waarde is not None):
        return "een bandbreedte heeft een ondergrens en een bovengrens", "vul beide in, zonder waarde"
    if norm.ondergrens is not None and norm.bovengrens is not None and norm.ondergrens > norm.bovengrens:
        return "de ondergrens ligt boven de bovengrens", "wissel ze om"
    if not band and (norm.waarde is None or norm.ondergrens is not None or norm.bovengrens is not None):
        return f"een {norm.soort} heeft een waarde en geen grenzen", "vul waarde in, zoals 10% of 50"
    if norm.van and norm.tot and norm.van > norm.tot:
        return "de norm eindigt voordat zij begint", "wissel van en tot om"
    return None


def _overlapt(a: Norm, b: Norm) -> bool:
    return (a.tot is None or b.van is None or b.van <= a.tot) and (
        b.tot is None or a.van is None or a.van <= b.tot
    )


def indicatoren_volledig(dossier: Dossier) -> Iterator[Vondst]:
    """A share has a denominator, a cumulative indicator a first year; nothing else has them."""
    for bestand, jaargang in dossier.jaargangen.items():
        for i, n in enumerate(jaargang.indicatoren):
            for veld, hulp in _indicatorfouten(n):
                boodschap = f"'{veld}' past niet bij indicator {n.id} van soort {n.soort}"
                yield Vondst(bestand, ("indicatoren", i, veld), boodschap, hulp)


def _indicatorfouten(n: Indicator) -> Iterator[tuple[str, str]]:
    if (n.soort == "aandeel") != (n.noemer is not None):
        yield "noemer", "een aandeel, en alleen dat, heeft een noemer"
    if (n.soort == "cumulatief") != (n.van is not None):
        yield "van", "een cumulatieve indicator, en alleen die, heeft een eerste jaar"
    if n.tot is not None and (n.van is None or n.tot < n.van):
        yield "tot", "tot ligt niet voor van"
    if n.jaren != 1 and n.soort != "aandeel":
        yield "jaren", "alleen een aandeel geldt over meer jaren"


def afleidingen_verantwoord(dossier: Dossier) -> Iterator[Vondst]:
    """What is inferred says why, and only what is inferred has a reason."""
    for bestand, jaargang in dossier.jaargangen.items():
        records = [(("themas", i), t) for i, t in enumerate(jaargang.themas)]
        records += [(("afspraken", i), a) for i, a in enumerate(jaargang.afspraken)]  # type: ignore[misc]  # same two fields
        for i, n in enumerate(jaargang.indicatoren):
            records += [(("indicatoren", i, "normen", j), m) for j, m in enumerate(n.normen)]  # type: ignore[misc]  # same two fields
        for i, a in enumerate(jaargang.afspraken):
            for j, v in enumerate(a.verplichtingen):
                if v.termijn:
                    records.append((("afspraken", i, "verplichtingen", j, "termijn"), v.termijn))  # type: ignore[arg-type]  # same two fields
        for pad, record in records:
            if record.afgeleid != (record.reden is not None):
                yield Vondst(
                    bestand,
                    pad,
                    "'afgeleid: true' en 'reden' horen bij elkaar",
                    "vul de reden in, of haal beide weg",
                )


def verplichtingen_volledig(dossier: Dossier) -> Iterator[Vondst]:
    """A conditional duty has its condition; a reading has a date and its dates are in order."""
    for bestand, _, a, v, pad in plichten(dossier):
        if (v.soort == "voorwaardelijk") != (v.voorwaarde is not None):
            yield Vondst(
                bestand,
                (*pad, "soort"),
                f"soort {v.soort} en een voorwaarde: die van {a.nummer}{v.letter} passen niet bij elkaar",
                "een voorwaardelijke verplichting, en alleen die, heeft een voorwaarde",
            )
        lezing = v.termijn.lezing if v.termijn else None
        if lezing and (
            (lezing.vroegst is None and lezing.uiterlijk is None)
            or (lezing.vroegst and lezing.uiterlijk and lezing.vroegst > lezing.uiterlijk)
        ):
            yield Vondst(
                bestand,
                (*pad, "termijn", "lezing"),
                "de lezing heeft geen datum, of eindigt voordat zij begint",
                "vul vroegst, uiterlijk of beide in",
            )


def verplichtingen_hebben_partij(dossier: Dossier) -> Iterator[Vondst]:
    """Every duty has a party that does it; only a constatering has none."""
    for bestand, _, a, v, pad in plichten(dossier):
        if (not v.wie) != (v.soort == "constatering") and v.soort != "uitgesteld":
            yield Vondst(
                bestand,
                (*pad, "wie") if v.wie else pad,
                f"verplichting {a.nummer}{v.letter} heeft "
                f"{'wel een' if v.wie else 'geen'} partij die het doet",
                "noem bij wie de partij; een constatering is geen verplichting en heeft er geen",
            )


def meetmomenten_leesbaar(dossier: Dossier) -> Iterator[Vondst]:
    """Reporting moments belong to a recurring term."""
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


def themas_gebruikt(dossier: Dossier) -> Iterator[Vondst]:
    """Every theme has at least one agreement."""
    for bestand, jaargang in dossier.jaargangen.items():
        gebruikt = {a.thema for a in jaargang.afspraken} | dossier.gebroken
        for i, thema in enumerate(jaargang.themas):
            if thema.nummer not in gebruikt and not dossier.weggelaten.get((bestand, "afspraken")):
                boodschap = f"thema {thema.nummer} heeft geen afspraken"
                yield Vondst(bestand, ("themas", i), boodschap, "verwijder het thema of voeg de afspraak toe")


def hersteld_staat_er(dossier: Dossier) -> Iterator[Vondst]:
    """What was mended in the scan stands in the agreement as mended."""
    for bestand, _, a, pad in afspraken(dossier):
        for i, herstel in enumerate(a.hersteld):
            velden = (a.tekst, a.doel, a.speerpunt, a.nummer)
            if not is_citaat(herstel.tekst, *velden):
                yield Vondst(
                    bestand,
                    (*pad, "hersteld", i, "tekst"),
                    f"'{herstel.tekst}' staat niet in afspraak {a.nummer}",
                    "neem de herstelde woorden over zoals ze in de afspraak staan",
                )
