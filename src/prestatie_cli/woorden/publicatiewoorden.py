"""What was left out of a publication, and why."""

from collections.abc import Collection, Iterator, Mapping

from prestatie_cli.indicatoren.afscherming import Som
from prestatie_cli.indicatoren.openbaar import Publicatie
from prestatie_cli.taal import periodetekst, samen_genoemd
from prestatie_cli.termijnen.perioden import grenzen


def weggelaten(pub: Publicatie, bekend: Mapping[str, str] | None = None) -> list[str]:
    """In a sentence each: what is small, what would give that away, what was given away before."""
    klein = {g.cellen for g in pub.gevoelig}
    verborgen = pub.afscherming.verborgen
    soorten = (
        (verborgen & klein, f"Niet getoond, want kleiner dan {pub.kleinste}, of wat overblijft is dat"),
        (verborgen - klein, "Niet getoond, want een kleiner aantal is er anders uit te berekenen"),
        ({g.cellen for g in pub.afscherming.bekend}, "Al te berekenen uit wat eerder is gepubliceerd"),
    )
    return [
        f"{waarom}: {'; '.join(_namen(sommen, pub, bekend or {}))}." for sommen, waarom in soorten if sommen
    ]


def _namen(sommen: Collection[Som], pub: Publicatie, bekend: Mapping[str, str]) -> Iterator[str]:
    """Sums by their kengetal, each with its parties and periods."""
    for som in sorted(sommen, key=sorted):
        kengetallen, partijen = ({cel[n] for cel in som} for n in (0, 1))
        perioden = sorted({cel[2] for cel in som}, key=grenzen)
        over = samen_genoemd(map(periodetekst, perioden))
        wat = samen_genoemd(pub.namen.get(k, k) for k in sorted(kengetallen))
        wie = samen_genoemd(bekend.get(p, p) for p in sorted(partijen))
        yield f"{wat} over {over} ({wie})"
