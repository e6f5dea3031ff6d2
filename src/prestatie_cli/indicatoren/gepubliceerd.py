"""Which sums of figures a publication shows, written in it so that a later one can take account of them."""

import json
import re
from typing import Any

from prestatie_cli.indicatoren.afscherming import Feit, Som
from prestatie_cli.indicatoren.openbaar import Eerder, Publicatie

# In Markdown and HTML it is a comment; names and periods hold nothing that could end one.
COMMENTAAR = re.compile(rb"<!-- gepubliceerd: (\[[^<>]*\]) -->")
CEL = re.compile(r"([a-z][a-z0-9_]*)/([a-z][a-z0-9_]*)/((?:199[0-9]|2[01][0-9]{2})(?:-[A-Z0-9]{2})?)")


def gepubliceerd(pub: Publicatie) -> list[dict[str, Any]]:
    """The sums that are shown, and those of which is said that they are small; each by its figures."""
    getoond = [_regel(f.cellen, str(f.waarde), None) for f in pub.getoond]
    return getoond + [_regel(som, None, str(pub.kleinste)) for som in pub.gemerkt]


def _regel(som: Som, waarde: str | None, kleiner_dan: str | None) -> dict[str, Any]:
    return {"som": _cellen(som), "waarde": waarde, "kleiner_dan": kleiner_dan}


def _cellen(som: Som) -> list[str]:
    return sorted("/".join(cel) for cel in som)


def als_commentaar(pub: Publicatie) -> str:
    """The same as a comment of Markdown and HTML; nothing where nothing may be hidden."""
    if pub.kleinste is None:
        return ""
    return f"\n<!-- gepubliceerd: {json.dumps(gepubliceerd(pub), separators=(',', ':'))} -->\n"


def lees_gepubliceerd(inhoud: bytes) -> Eerder | None:
    """What a publication says that it shows; None where it does not say so."""
    try:
        if treffers := COMMENTAAR.findall(inhoud):
            regels = [regel for treffer in treffers for regel in json.loads(treffer)]
        else:
            regels = json.loads(inhoud)["gepubliceerd"]
        feiten = tuple(Feit(_som(r["som"]), int(r["waarde"])) for r in regels if r["waarde"] is not None)
        return Eerder(feiten, tuple(_som(r["som"]) for r in regels if r["kleiner_dan"] is not None))
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError):
        return None


def _som(cellen: list[str]) -> Som:
    return frozenset(CEL.fullmatch(cel).groups() for cel in cellen)  # type: ignore[union-attr,misc]  # else an AttributeError
