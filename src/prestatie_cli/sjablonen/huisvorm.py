"""The house style as the formats take it: in a page its colours and font are CSS, its logo a part of it."""

import base64
from dataclasses import dataclass

from prestatie_cli.model.huisstijl import Huisstijl
from prestatie_cli.rapport.waarden import Rapport

SOORTEN_LOGO = {"png": "image/png", "jpg": "image/jpeg", "jpeg": "image/jpeg", "svg": "image/svg+xml"}
KLEUR = "#1f5f8b"  # ours, as the charts and the style sheet have it
HUISLETTERS = 'system-ui, "Segoe UI", Roboto, Arial, sans-serif'


@dataclass(frozen=True, slots=True)
class Huis:
    """What is given of it; `logo` are the file name of the picture and its bytes."""

    kleur: str | None = None
    letter: str | None = None
    naam: str = ""
    logo: tuple[str, bytes] | None = None


GEEN_HUIS = Huis()


def huis_van(r: Rapport) -> Huis:
    """The house style of a report."""
    stijl = r.huisstijl
    if stijl is None:
        return GEEN_HUIS
    logo = (stijl.logo, r.logo) if stijl.logo and r.logo is not None else None
    return Huis(stijl.kleur, stijl.letter, stijl.naam or "", logo)


def als_css(stijl: Huisstijl | None) -> str:
    """What a house style changes of ours; on a dark page its colour is made light enough to read."""
    if stijl is None:
        return ""
    regels = []
    if stijl.kleur and stijl.kleur_donker:
        regels += [
            f":root {{ --accent: {stijl.kleur}; }}",
            f"@media (prefers-color-scheme: dark) {{ :root {{ --accent: {stijl.kleur_donker}; }} }}",
            f"@media print {{ :root {{ --accent: {stijl.kleur}; }} }}",
        ]
    if stijl.letter:
        regels.append(f'html {{ font-family: "{stijl.letter}", {HUISLETTERS}; }}')
    return "\n" + "\n".join(regels) if regels else ""


def in_kleur(svg: str, stijl: Huisstijl | None) -> str:
    """A chart in the colour of the house, for what reads no style sheet."""
    return svg.replace(KLEUR, stijl.kleur) if stijl and stijl.kleur else svg


def logo_als_adres(huis: Huis) -> str:
    """The logo as an address that holds it; empty without one."""
    if huis.logo is None:
        return ""
    naam, inhoud = huis.logo
    return f"data:{SOORTEN_LOGO[naam.rpartition('.')[2]]};base64,{base64.b64encode(inhoud).decode()}"
