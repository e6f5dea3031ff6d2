"""The house style in a page: its colours and font as CSS, its logo as part of the page itself."""

import base64

from prestatie_cli.model.huisstijl import Huisstijl
from prestatie_cli.rapport.waarden import Rapport

SOORTEN_LOGO = {"png": "image/png", "jpg": "image/jpeg", "jpeg": "image/jpeg", "svg": "image/svg+xml"}
KLEUR = "#1f5f8b"  # ours, as the charts and the style sheet have it
HUISLETTERS = 'system-ui, "Segoe UI", Roboto, Arial, sans-serif'


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


def logo_als_adres(r: Rapport) -> str:
    """The logo as an address that holds it; empty without one."""
    if r.logo is None or r.huisstijl is None or r.huisstijl.logo is None:
        return ""
    soort = SOORTEN_LOGO[r.huisstijl.logo.rpartition(".")[2]]
    return f"data:{soort};base64,{base64.b64encode(r.logo).decode()}"


def naam_van_huis(r: Rapport) -> str:
    """The name of the organisation above a document; empty where none is given."""
    return r.huisstijl.naam or "" if r.huisstijl else ""
