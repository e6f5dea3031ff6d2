"""Indicators: figures -> value -> against the norm in force, exact and traceable."""

from prestatie_cli.indicatoren.cijfers import Cijfer, Cijfers, Dekking, dekking, verzamel
from prestatie_cli.indicatoren.kans import kans_boven, kans_in_woorden
from prestatie_cli.indicatoren.oordeel import Oordeel, Waarde, beoordeel, norm_op, ruimte
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
    "kans_boven",
    "kans_in_woorden",
    "norm_op",
    "ruimte",
    "tempo",
    "verzamel",
]
