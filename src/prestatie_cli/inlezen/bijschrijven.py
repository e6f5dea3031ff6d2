"""Adding a record to a file by its bytes: every other byte stays, and the result is read back."""

import json

from prestatie_cli.bevindingen import SLEUTEL
from prestatie_cli.inlezen.bestanden import lees_bestand
from prestatie_cli.inlezen.lezer import Gelezen, lees_zorgvuldig
from prestatie_cli.model.jaargang import Jaargang, Vaststelling

LIJST = "vaststellingen"


class Onveranderbaar(Exception):
    """The file is written in a way that can't be added to without touching the rest; says how."""


def met_vaststelling(pad: str, data: bytes, jaargang: Jaargang, nieuw: Vaststelling) -> bytes:
    """The bytes of an agreements file with one approval more, behind those that are there."""
    regeleinde = b"\r\n" if b"\r\n" in data else b"\n"
    regels = data.splitlines(keepends=True)
    gelezen = lees_zorgvuldig(data)
    achter, inspringen, kop = _plek(regels, gelezen)
    voor, na = b"".join(regels[:achter]), b"".join(regels[achter:])
    if voor and not voor.endswith((b"\n", b"\r")):
        voor += regeleinde
    blok = regeleinde.join(regel.encode() for regel in (*kop, *_regels(nieuw, inspringen), ""))
    uit = voor + blok + na
    verwacht = jaargang.model_copy(update={LIJST: (*jaargang.vaststellingen, nieuw)})
    terug = lees_bestand(pad, uit, Jaargang)
    if terug.record != verwacht or terug.weggelaten:
        raise Onveranderbaar("de aanvulling zou niet goed terug te lezen zijn")
    return uit


def _regels(nieuw: Vaststelling, inspringen: str) -> list[str]:
    """The record as lines of YAML; text is quoted as JSON, which YAML reads the same."""
    velden = [f"partij: {nieuw.partij}", f"datum: {nieuw.datum}", f'vingerafdruk: "{nieuw.vingerafdruk}"']
    if nieuw.toelichting:
        velden.append(f"toelichting: {json.dumps(nieuw.toelichting, ensure_ascii=False)}")
    return [f"{inspringen}{'- ' if n == 0 else '  '}{veld}" for n, veld in enumerate(velden)]


def _plek(regels: list[bytes], gelezen: Gelezen) -> tuple[int, str, list[str]]:
    """Behind which line the record goes, how far it is indented, and the lines that go before it."""
    sleutel = gelezen.posities.get((LIJST, SLEUTEL))
    if sleutel is None:
        if gelezen.posities[()].kolom != 1 or regels[-1].strip() == b"...":
            raise Onveranderbaar("de sleutels staan niet aan het begin van de regel")
        leeg = regels and not regels[-1].strip()
        return len(regels), "  ", ([] if leeg else [""]) + [f"{LIJST}:"]
    eerste = gelezen.posities.get((LIJST, 0))
    streep = regels[eerste.regel - 1][: eerste.kolom - 1] if eerste else b""
    if eerste is None or streep.strip() != b"-":
        raise Onveranderbaar("de lijst staat niet onder elkaar, met een streepje per vaststelling")
    verder = [p.regel for w, p in gelezen.posities.items() if len(w) == 2 and w[1] == SLEUTEL]
    einde = min((n for n in verder if n > sleutel.regel), default=len(regels) + 1) - 1
    while not regels[einde - 1].strip() or regels[einde - 1].startswith(b"#"):
        einde -= 1
    return einde, streep[: streep.index(b"-")].decode(), []
