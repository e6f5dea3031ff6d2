"""Indicators: figures -> value -> against the norm in force, exact and traceable."""

from prestatie_cli.indicatoren.cijfers import Cijfer, Cijfers, Dekking, dekking, verzamel
from prestatie_cli.indicatoren.kans import kans_boven, kans_in_woorden
from prestatie_cli.indicatoren.oordeel import Oordeel, Waarde, beoordeel, norm_op, ruimte
from prestatie_cli.indicatoren.openbaar import (
    is_klein,
    met_de_volgende,
    openbaar,
    te_verbergen,
    verborgen_cijfers,
)
from prestatie_cli.indicatoren.standen import (
    Indicatorstand,
    Jaarwaarde,
    Verwacht,
    indicatorstanden,
)
from prestatie_cli.indicatoren.vooruitblik import Tempo, tempo

__all__ = [
    "Cijfer",
    "Cijfers",
    "Dekking",
    "Indicatorstand",
    "Jaarwaarde",
    "Oordeel",
    "Tempo",
    "Verwacht",
    "Waarde",
    "beoordeel",
    "dekking",
    "indicatorstanden",
    "is_klein",
    "kans_boven",
    "kans_in_woorden",
    "met_de_volgende",
    "norm_op",
    "openbaar",
    "ruimte",
    "te_verbergen",
    "tempo",
    "verborgen_cijfers",
    "verzamel",
]
