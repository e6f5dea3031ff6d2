"""The data of a site for other programs: CSV for a spreadsheet, ICS for a calendar."""

import csv
import io
from collections.abc import Iterable, Sequence

from prestatie_cli.indicatoren.gepeild import met_partijen
from prestatie_cli.rapport.waarden import Rapport
from prestatie_cli.taal import periodetekst, schoon, woord
from prestatie_cli.termijnen.standen import Termijnstand
from prestatie_cli.termijnen.uitkomsten import OPEN
from prestatie_cli.woorden.indicatorwoorden import (
    indicatornaam,
    ruimtetekst,
    volle_norm,
    waardetekst,
)
from prestatie_cli.woorden.plichtwoorden import STANDWOORDEN, nummertekst, partijnamen, wanneer

# A spreadsheet computes what begins so; behind an apostrophe it is text.
FORMULE = ("=", "+", "-", "@", "\t", "\r")
BOM = "\ufeff"
LANGSTE_REGEL = 74  # bytes of a line of a calendar, its end left out


def termijnen_csv(r: Rapport) -> bytes:
    """Every duty with its term and state, as Dutch spreadsheets read it."""
    namen = r.geldend.partijnamen
    rijen = (
        (
            nummertekst(rij),
            rij.verplichting.wat,
            partijnamen(rij.verplichting.wie, namen, r.geldend.groepen),
            rij.woorden or "",
            rij.uiterlijk.isoformat() if rij.uiterlijk else "",
            STANDWOORDEN[rij.stand],
            deel.kop,
        )
        for deel in r.themas
        for rij in deel.rijen
    )
    return _csv(("nummer", "wat", "wie", "termijn", "uiterlijk", "stand", "thema"), rijen)


def indicatoren_csv(r: Rapport) -> bytes:
    """Every indicator with value, period, origin, norm and verdict; a hidden count stays hidden."""
    namen = r.geldend.partijnamen
    rijen = (
        (
            nummertekst(s),
            indicatornaam(s, namen),
            waardetekst(s),
            periodetekst(s.periode),
            s.herkomst or "",
            volle_norm(s),
            woord(s.oordeel),
            ruimtetekst(s),
        )
        for s in met_partijen(r.indicatoren)
    )
    koppen = ("nummer", "indicator", "waarde", "periode", "herkomst", "afgesproken", "oordeel", "ruimte")
    return _csv(koppen, rijen)


def _csv(koppen: Sequence[str], rijen: Iterable[Sequence[str]]) -> bytes:
    uit = io.StringIO()
    schrijver = csv.writer(uit, delimiter=";", lineterminator="\r\n")
    schrijver.writerow(koppen)
    schrijver.writerows([_cel(cel) for cel in rij] for rij in rijen)
    return (BOM + uit.getvalue()).encode()


def _cel(tekst: str) -> str:
    """Text that a spreadsheet does not compute."""
    tekst = schoon(tekst)
    return f"'{tekst}" if tekst.startswith(FORMULE) else tekst


def agenda(r: Rapport) -> bytes:
    """The last days of what is still to be done, as a calendar (RFC 5545); the same day the same bytes."""
    namen = r.geldend.partijnamen
    regels = ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//prestatie//termijnen//NL", "CALSCALE:GREGORIAN"]
    for deel in r.themas:
        for rij in deel.rijen:
            if rij.uiterlijk and rij.stand in (*OPEN, "later"):
                regels += _afspraak(rij, namen, r)
    regels.append("END:VCALENDAR")
    return "".join(f"{deel}\r\n" for regel in regels for deel in _gevouwen(regel)).encode()


def _afspraak(rij: Termijnstand, namen: dict[str, str], r: Rapport) -> list[str]:
    wie = partijnamen(rij.verplichting.wie, namen, r.geldend.groepen)
    dag = f"{rij.uiterlijk:%Y%m%d}" if rij.uiterlijk else ""
    kop = f"{nummertekst(rij)} {rij.verplichting.wat} ({wie})"
    return [
        "BEGIN:VEVENT",
        f"UID:{rij.jaargang.aanduiding}-{rij.nummer}-{dag}@prestatie",
        f"DTSTAMP:{r.peildatum:%Y%m%d}T000000Z",
        f"DTSTART;VALUE=DATE:{dag}",
        f"SUMMARY:{_ics(kop)}",
        f"DESCRIPTION:{_ics(f'{wanneer(rij)}. Stand: {STANDWOORDEN[rij.stand]}.')}",
        "TRANSP:TRANSPARENT",
        "END:VEVENT",
    ]


def _ics(tekst: str) -> str:
    """Text of a calendar: what separates is escaped, and no line begins in it."""
    tekst = schoon(" ".join(tekst.split()))
    return tekst.replace("\\", "\\\\").replace(";", "\\;").replace(",", "\\,")


def _gevouwen(regel: str) -> list[str]:
    """A line in parts of at most 75 bytes, each further one behind a space, no character cut."""
    uit, deel, ruimte = [], "", LANGSTE_REGEL
    for teken in regel:
        if len(deel.encode()) + len(teken.encode()) > ruimte:
            uit.append(deel)
            deel = " "
        deel += teken
    return [*uit, deel]
