"""Blocks -> a Word document through python-docx, in its own style or in that of a house-style file."""

import io
import zipfile
from collections.abc import Mapping, Sequence
from datetime import date, datetime

from prestatie_cli.documenten.docx_delen import opgeruimd
from prestatie_cli.documenten.docx_huisstijl import eigen_stijl, huisstijl, kenmerken
from prestatie_cli.documenten.docx_schrijver import schrijf_blokken
from prestatie_cli.sjablonen.blokken import Blok
from prestatie_cli.sjablonen.document import Rapportdocument
from prestatie_cli.sjablonen.grafieken import Grafiek
from prestatie_cli.sjablonen.huisvorm import GEEN_HUIS, Huis, huis_van

ZIP_DATUM = (1980, 1, 1, 0, 0, 0)
DEFLATE = 6


def docx(d: Rapportdocument) -> bytes:
    """The report as a Word document, in the house style when one is given."""
    return docx_document(
        d.blokken,
        titel=d.titel,
        datum=d.rapport.peildatum,
        grafieken=d.grafieken,
        sjabloon=d.huisstijl,
        huis=huis_van(d.rapport),
        inhoudsopgave=d.inhoudsopgave,
    )


def docx_document(
    blokken: Sequence[Blok],
    *,
    titel: str,
    datum: date,
    grafieken: Mapping[str, Grafiek],
    sjabloon: bytes | None = None,
    huis: Huis = GEEN_HUIS,
    inhoudsopgave: bool = False,
) -> bytes:
    """The report as .docx; the same input gives the same bytes.

    `sjabloon` is a house-style .docx: its styles, paper, header and footer stay, its text goes. BronFout
    on one that is no .docx.
    """
    document = eigen_stijl(titel, huis) if sjabloon is None else huisstijl(sjabloon)
    opgeruimd(document)
    kenmerken(document, titel, datetime(datum.year, datum.month, datum.day))
    schrijf_blokken(document, blokken, grafieken, inhoudsopgave=inhoudsopgave)
    buffer = io.BytesIO()
    document.save(buffer)
    return _vaste_zip(buffer.getvalue())


def _vaste_zip(inhoud: bytes) -> bytes:
    """The same parts in a fixed order, without times; the list of content types first, as Word does."""
    uit = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(inhoud)) as bron, zipfile.ZipFile(uit, "w") as doel:
        for naam in sorted(bron.namelist(), key=lambda n: (n != "[Content_Types].xml", n)):
            deel = zipfile.ZipInfo(naam, ZIP_DATUM)
            deel.compress_type = zipfile.ZIP_DEFLATED
            deel.create_system = 3
            deel.external_attr = 0o600 << 16
            doel.writestr(deel, bron.read(naam), compresslevel=DEFLATE)
    return uit.getvalue()
