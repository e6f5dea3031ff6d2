"""How the term of a duty is read: by the words, and by how the parties read them."""

import re
from dataclasses import replace
from datetime import date

from prestatie_cli.model.jaargang import Verplichting
from prestatie_cli.model.termijn import Lezing, Termijn
from prestatie_cli.taal import samen_genoemd
from prestatie_cli.termijnen.spelling import genormaliseerd
from prestatie_cli.termijnen.venster import IJKJAAR, Duur, Venster, maanden_later
from prestatie_cli.termijnen.venstertekst import lezing_in_woorden
from prestatie_cli.termijnen.vormen import herhaling_in, is_streven, lees_woorden

NA_IETS = re.compile(r"\b(?:na|nadat|volgend op|vanaf|sinds)\b")


def venster_van(verplichting: Verplichting, jaar: int | None = None) -> Venster | None:
    """The window of a duty: as the parties read its words, else as the table does.

    `jaar` is the year of the agreements where it is one.
    """
    termijn = verplichting.termijn
    return None if termijn is None else termijnvenster(termijn, jaar)


def termijnvenster(termijn: Termijn, jaar: int | None = None) -> Venster | None:
    """The window of a term. A reading goes before the words, but what it does not say stays as they say it.

    So what recurs goes on recurring, and what is strived for stays so.
    """
    gelezen, lezing = lees_woorden(termijn.woorden, jaar), termijn.lezing
    if lezing is None:
        return gelezen
    keert = herhaling_van(termijn, jaar)
    zacht = gelezen.zacht if gelezen else is_streven(termijn.woorden)
    duur = None if lezing.levertermijn is None else Duur(dagen=lezing.levertermijn)
    if keert:
        return replace(
            keert,
            zacht=keert.zacht or zacht,
            binnen_jaar=_binnen_jaar(lezing, jaar) or keert.binnen_jaar,
            duur=duur if duur is not None else keert.duur,
        )
    if duur is not None:
        return Venster("relatief", zacht=zacht, duur=duur)
    return Venster("periode", lezing.vroegst, lezing.uiterlijk, zacht)


def herhaling_van(termijn: Termijn, jaar: int | None) -> Venster | None:
    """How a term with a reading recurs: as that says, else as its words do, also where they are not read."""
    if termijn.lezing and termijn.lezing.herhaling:
        keert = lees_woorden(termijn.lezing.herhaling, jaar)
        return keert if keert and keert.soort == "terugkerend" else None
    gelezen = lees_woorden(termijn.woorden, jaar)
    if gelezen:
        return gelezen if gelezen.soort == "terugkerend" else None
    return herhaling_in(termijn.woorden)


def _binnen_jaar(lezing: Lezing, jaar: int | None) -> tuple[date | None, date] | None:
    """The days of a reading as those of each year; as far from the year of the agreements as they lie."""
    if lezing.uiterlijk is None:
        return None
    mee = 12 * (IJKJAAR - (jaar or lezing.uiterlijk.year))
    vroegst = maanden_later(lezing.vroegst, mee) if lezing.vroegst else None
    return vroegst, maanden_later(lezing.uiterlijk, mee)


def leesfout(termijn: Termijn, jaar: int | None) -> tuple[str, str] | None:
    """What is wrong with the reading of a term, and its remedy."""
    lezing = termijn.lezing
    if lezing is None:
        return None
    past_niet = (fout for fout, is_zo in _leesfouten(termijn, lezing, jaar) if is_zo)
    return next(past_niet, None)


def _leesfouten(
    termijn: Termijn, lezing: Lezing, jaar: int | None
) -> tuple[tuple[tuple[str, str], object], ...]:
    """Each fault that a reading can have with its remedy, and whether it has it; the first one counts."""
    keert = herhaling_van(termijn, jaar)
    dagen, na = lezing.vroegst or lezing.uiterlijk, lezing.levertermijn is not None
    gelezen = lees_woorden(termijn.woorden, jaar)
    relatief = gelezen.soort == "relatief" if gelezen else NA_IETS.search(genormaliseerd(termijn.woorden))
    return (
        (GEEN_DATUM, not (dagen or na or lezing.herhaling)),
        (ACHTERSTEVOREN, lezing.vroegst and lezing.uiterlijk and lezing.vroegst > lezing.uiterlijk),
        (GEEN_HERHALING, lezing.herhaling and keert is None),
        (DAGEN_EN_DUUR, dagen and na),
        (TE_VAAK_VOOR_EEN_DAG, keert and dagen and (keert.elke, keert.keer) != (12, 1)),
        (GEEN_LAATSTE_DAG, keert and lezing.vroegst and not lezing.uiterlijk),
        (DUUR_ZONDER_TIJDVAK, na and (keert.keer > 1 if keert else not relatief)),
        (HALF_VASTGESTELD, bool(lezing.vastgesteld_door) != bool(lezing.vastgesteld_op)),
        (TOCH_VASTGESTELD, lezing.voorlopig and lezing.vastgesteld_door),
    )


GEEN_DATUM = (
    "de lezing heeft geen datum, of eindigt voordat zij begint",
    "vul vroegst, uiterlijk of beide in, of een herhaling",
)
ACHTERSTEVOREN = GEEN_DATUM
GEEN_HERHALING = (
    "de herhaling van de lezing is geen terugkerende termijn",
    "gebruik woorden uit de tabel, zoals 'jaarlijks', 'per kwartaal' of 'twee keer per jaar'",
)
DAGEN_EN_DUUR = (
    "de lezing noemt dagen en een levertermijn",
    "kies een van beide",
)
TE_VAAK_VOOR_EEN_DAG = (
    "de lezing geeft één dag aan wat vaker of minder vaak dan eens per jaar terugkeert",
    "zet de dagen bij de verplichting onder 'meetmomenten', of geef een 'levertermijn' in dagen",
)
GEEN_LAATSTE_DAG = (
    "de lezing van wat terugkeert heeft geen laatste dag",
    "vul uiterlijk in: de dag in het jaar van de afspraken",
)
DUUR_ZONDER_TIJDVAK = (
    "een levertermijn hoort bij elk tijdvak van wat terugkeert, of bij iets na een gebeurtenis",
    "vul vroegst of uiterlijk in, of een herhaling zoals 'per kwartaal'",
)
HALF_VASTGESTELD = (
    "wie de lezing vaststelde en wanneer horen bij elkaar",
    "vul vastgesteld_door en vastgesteld_op allebei in, of zet 'voorlopig: true'",
)
TOCH_VASTGESTELD = (
    "de lezing is voorlopig en vastgesteld",
    "laat 'voorlopig' weg nu partijen haar hebben vastgesteld",
)


def lezing_van(verplichting: Verplichting, jaar: int | None = None) -> str:
    """How the term of a duty is read, in words, with who settled it, or that nobody did yet."""
    termijn, venster = verplichting.termijn, venster_van(verplichting, jaar)
    if termijn is None:
        return "geen termijn in de afspraak"
    if venster is None:
        return "deze woorden kan het programma niet lezen"
    tekst, lezing = lezing_in_woorden(venster), termijn.lezing
    if lezing is None:
        return tekst
    if lezing.is_voorlopig:
        return f"voorlopig gelezen als {tekst}"
    wie = samen_genoemd(lezing.vastgesteld_door)
    return f"{tekst}; zo vastgesteld door {wie} op {lezing.vastgesteld_op}"


def is_voorlopig(verplichting: Verplichting) -> bool:
    """Whether its term has a reading that the parties have not settled yet."""
    lezing = verplichting.termijn.lezing if verplichting.termijn else None
    return lezing is not None and lezing.is_voorlopig
