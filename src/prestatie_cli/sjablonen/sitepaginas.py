"""A static site of a municipality's agreements: pages that need no script, no server and nothing outside.

Each page is made by itself, so that many municipalities take no more memory than one.
"""

import base64
import hashlib
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from prestatie_cli.rapport.bladen import Afspraakblad, Site
from prestatie_cli.sjablonen.document import document, html
from prestatie_cli.sjablonen.grafieken import Grafiek, grafieken
from prestatie_cli.sjablonen.huisvorm import als_css, huis_van, logo_als_adres
from prestatie_cli.sjablonen.markdown import namen_bij
from prestatie_cli.sjablonen.tabelbestand import agenda, indicatoren_csv, termijnen_csv
from prestatie_cli.sjablonen.vullen import Veilig, render
from prestatie_cli.woorden.grondslag import let_op

MENU = (("Hoe het ervoor staat", "index.html"), ("Zoeken in alle afspraken", "zoeken.html"))
DOWNLOADS = (
    ("Het rapport", "rapport.html"),
    ("De raadsbrief", "raadsbrief.html"),
    ("De factsheet voor inwoners", "factsheet.html"),
    ("Alle verplichtingen voor een spreadsheet (csv)", "termijnen.csv"),
    ("Alle indicatoren voor een spreadsheet (csv)", "indicatoren.csv"),
    ("De termijnen voor een agenda (ics)", "termijnen.ics"),
)
VOORBEELD = "Deze site bevat voorbeelden: wat met 'voorbeeld' is gemerkt, heeft niemand gemeten of gemeld."


def paginas(site: Site, sjablonen: Mapping[str, str]) -> Iterator[tuple[str, bytes]]:
    """Every file of the site: its path below the folder of the site, and what stands in it."""
    r, platen = site.rapport, grafieken(site.rapport, sjablonen)
    vast = _vast(site, platen, sjablonen)
    yield "index.html", _pagina("site_index", sjablonen, vast, "index.html", r.geldend.titel)
    script = sjablonen["site_zoeken.js"]
    extra = {"script": script, "script_hash": _hash(script), "bladen": site.bladen}
    yield "zoeken.html", _pagina("site_zoeken", sjablonen, vast | extra, "zoeken.html", "Zoeken")
    for blad in site.bladen:
        versies = site.versies.get((blad.plek[0], blad.afspraak.nummer), ())
        waarden = vast | {"blad": blad, "versies": versies}
        titel = f"Afspraak {blad.nummer}: {blad.kop}"
        yield blad.adres, _pagina("site_afspraak", sjablonen, waarden, blad.adres, titel)
    for partij in site.partijen:
        yield (
            partij.adres,
            _pagina("site_partij", sjablonen, vast | {"blad": partij}, partij.adres, partij.partij.naam),
        )
    for vorm in ("rapport", "raadsbrief", "factsheet"):
        yield f"{vorm}.html", html(document(r, vorm, sjablonen, platen=platen))
    yield "termijnen.csv", termijnen_csv(r)
    yield "indicatoren.csv", indicatoren_csv(r)
    yield "termijnen.ics", agenda(r)


def overzicht_van_sites(
    sites: Iterable[tuple[str, str, str]], titel: str, sjablonen: Mapping[str, str]
) -> bytes:
    """The first page of several sites: the folder, the title and how it stands, of each."""
    waarden = {"sites": tuple(sites), "titel": titel, "stijl": _stijl(sjablonen)}
    return render(sjablonen, "site_overzicht.html.j2", **waarden).encode()


def _vast(site: Site, platen: Mapping[str, Grafiek], sjablonen: Mapping[str, str]) -> dict[str, Any]:
    """What every page needs."""
    r, huis = site.rapport, huis_van(site.rapport)
    return {
        "r": r,
        "bekend": namen_bij(r.geldend, (p for b in site.bladen for p in b.jaargang.partijen)),
        "grafieken": platen,
        "adressen": site.adressen,
        "plaatsen": site.plaatsen,
        "themas": _per_thema(site.bladen),
        "partijen": site.partijen,
        "downloads": DOWNLOADS,
        "menu": (*MENU, *((p.partij.naam, p.adres) for p in site.partijen)),
        "stijl": Veilig(_stijl(sjablonen) + als_css(r.huisstijl)),
        "logo": logo_als_adres(huis),
        "huis": huis.naam,
        "waarschuwingen": _waarschuwingen(site),
        "script": "",
        "script_hash": "",
    }


def _per_thema(bladen: tuple[Afspraakblad, ...]) -> list[tuple[str, list[Afspraakblad]]]:
    uit: dict[str, list[Afspraakblad]] = {}
    for blad in bladen:
        uit.setdefault(blad.thema, []).append(blad)
    return list(uit.items())


def _waarschuwingen(site: Site) -> list[str]:
    """What a reader must know first, on every page."""
    r = site.rapport
    gewijzigd = dict.fromkeys(zin for b in site.bladen for zin in b.gewijzigd)
    zinnen = (
        let_op(r.verantwoording.gezondheid),
        r.geldigheid,
        *(f"Let op: {zin}." for zin in gewijzigd),
        VOORBEELD if r.voorbeeldcijfers or r.voorbeeldmeldingen else None,
    )
    return [zin for zin in zinnen if zin]


def _stijl(sjablonen: Mapping[str, str]) -> Any:
    return Veilig(sjablonen["rapport.css"] + sjablonen["site.css"])


def _hash(script: str) -> str:
    return "sha256-" + base64.b64encode(hashlib.sha256(script.encode()).digest()).decode()


def _pagina(
    sjabloon: str, sjablonen: Mapping[str, str], waarden: Mapping[str, Any], adres: str, titel: str
) -> bytes:
    """One page; every link in it is relative, so that it works from a folder as from a server."""
    diepte = adres.count("/")
    alle = {**waarden, "wortel": "../" * diepte, "deze": adres, "titel": titel}
    alle["script"] = Veilig(alle["script"])
    return render(sjablonen, f"{sjabloon}.html.j2", **alle).encode()
