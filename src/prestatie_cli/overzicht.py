"""The first look: how a dossier stands, counted per state."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from prestatie_cli.boodschappen.peiling import Peiling, peiling
from prestatie_cli.model.dossier import Dossier
from prestatie_cli.model.geldend import Geldend, geldend_in
from prestatie_cli.termijnen.samenvatting import tel_standen
from prestatie_cli.termijnen.uitkomsten import Stand


@dataclass(frozen=True, slots=True)
class Overzicht:
    """The first look at a dossier; `tellingen` counts the rows of `termijnen`."""

    peiling: Peiling
    geldend: Geldend
    tellingen: Mapping[Stand, int]


def overzicht(
    dossier: Dossier,
    peildatum: date,
    partij: str | None = None,
    voor: str | None = None,
    thema: str | None = None,
) -> Overzicht:
    """The first look, for everything or for one party, receiving party or theme."""
    gepeild = peiling(dossier, peildatum, partij, voor, thema)
    geldend = geldend_in(dossier, peildatum.year)
    return Overzicht(gepeild, geldend, tel_standen(gepeild.rijen))
