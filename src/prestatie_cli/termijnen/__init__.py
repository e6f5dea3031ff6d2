"""Terms: how their words are read, and the state of each duty on a peildatum."""

from prestatie_cli.termijnen.standen import (
    BINNEN,
    OPEN,
    Stand,
    Termijnstand,
    geldende_jaargang,
    lezing_van,
    standen,
    venster_van,
    verplichtingen,
)
from prestatie_cli.termijnen.woorden import (
    Venster,
    datum_in_woorden,
    grenzen,
    lees_woorden,
    lezing_in_woorden,
    schrijf_woorden,
)

__all__ = [
    "BINNEN",
    "OPEN",
    "Stand",
    "Termijnstand",
    "Venster",
    "datum_in_woorden",
    "geldende_jaargang",
    "grenzen",
    "lees_woorden",
    "lezing_in_woorden",
    "lezing_van",
    "schrijf_woorden",
    "standen",
    "venster_van",
    "verplichtingen",
]
