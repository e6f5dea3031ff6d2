"""Blocks -> the body of a Word document, by the styles that the document has."""

import io
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import zip_longest
from typing import Any

from docx.document import Document
from docx.enum.style import WD_STYLE_TYPE
from docx.enum.table import WD_TABLE_ALIGNMENT
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.oxml import OxmlElement, parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.shared import Cm, RGBColor
from docx.table import Table, _Cell
from docx.text.paragraph import Paragraph
from docx.text.run import Run

from prestatie_cli.documenten.docx_delen import nieuwe_nummering, veld_begin, veld_eind, zet_nummering
from prestatie_cli.documenten.docx_huisstijl import TABELTEKST
from prestatie_cli.documenten.plaatjes import als_png
from prestatie_cli.sjablonen.blokken import (
    Alinea,
    Beeld,
    Blok,
    Citaat,
    Inhoud,
    Kop,
    Lijst,
    Scheiding,
    Tabelblok,
    Tekstdeel,
    in_woorden,
    kolombreedtes,
    platte_tekst,
)
from prestatie_cli.sjablonen.grafieken import Grafiek

LETTERS_PER_CM = 5.6  # of the text in tables
LINKKLEUR = RGBColor(0x15, 0x42, 0x73)
RANDEN = ("top", "left", "bottom", "right", "insideH", "insideV")


def schrijf_blokken(
    document: Document,
    blokken: Sequence[Blok],
    grafieken: Mapping[str, Grafiek],
    *,
    inhoudsopgave: bool = False,
) -> None:
    """Add the blocks to the document, with a table of contents before the first chapter."""
    koppen = [b for b in blokken if isinstance(b, Kop)]
    schrijver = _Schrijver(document, grafieken, {kop.anker: n for n, kop in enumerate(koppen)})
    eerste = next((i for i, b in enumerate(blokken) if isinstance(b, Kop) and b.niveau == 1), 0)
    schrijver.blokken(blokken[:eerste])
    if inhoudsopgave:
        schrijver.inhoudsopgave([kop for kop in koppen if kop.niveau == 1])
    schrijver.blokken(blokken[eerste:])


@dataclass(frozen=True, slots=True)
class _Schrijver:
    document: Document
    grafieken: Mapping[str, Grafiek]
    bladwijzers: Mapping[str, int]

    def blokken(self, blokken: Sequence[Blok], stijl: str = "Normal", diepte: int = 0) -> None:
        for blok, volgende in zip_longest(blokken, blokken[1:]):
            match blok:
                case Kop():
                    self.kop(blok)
                case Alinea(inhoud):
                    alinea = self.alinea(stijl)
                    alinea.paragraph_format.keep_with_next = isinstance(volgende, Beeld) or None
                    self.inhoud(alinea, inhoud)
                case Lijst(items, vanaf):
                    nummers = None if vanaf is None else nieuwe_nummering(self.document, diepte + 1, vanaf)
                    for nummer, punt in enumerate(items, vanaf or 0):
                        self.punt(punt, diepte + 1, nummers, None if vanaf is None else nummer)
                case Tabelblok():
                    self.tabel(blok)
                case Citaat(binnen):
                    self.blokken(binnen, "Quote")
                case Scheiding():
                    self.lijn()
                case Beeld(naam):
                    self.beeld(self.grafieken[naam])

    def alinea(self, stijl: str) -> Paragraph:
        alinea = self.document.add_paragraph()
        if self.heeft(stijl) and stijl != "Normal":
            alinea.style = self.document.styles[stijl]
        return alinea

    def heeft(self, stijl: str, soort: WD_STYLE_TYPE = WD_STYLE_TYPE.PARAGRAPH) -> bool:
        return stijl in self.document.styles and self.document.styles[stijl].type == soort

    def kop(self, kop: Kop) -> None:
        """A heading, which stays one for a screen reader when the house style has no style for it."""
        stijl = f"Heading {kop.niveau}" if kop.niveau else "Title"
        alinea = self.alinea(stijl)
        nummer = str(self.bladwijzers[kop.anker])
        begin, eind = OxmlElement("w:bookmarkStart"), OxmlElement("w:bookmarkEnd")
        begin.set(qn("w:id"), nummer)
        begin.set(qn("w:name"), f"_kop{nummer}")
        eind.set(qn("w:id"), nummer)
        alinea._p.append(begin)
        self.inhoud(alinea, kop.inhoud)
        alinea._p.append(eind)
        if not self.heeft(stijl):
            for run in alinea.runs:
                run.bold = True
            alinea.paragraph_format.keep_with_next = True
            if kop.niveau:
                niveau = OxmlElement("w:outlineLvl")
                niveau.set(qn("w:val"), str(kop.niveau - 1))
                alinea._p.get_or_add_pPr().append(niveau)

    def beeld(self, grafiek: Grafiek) -> None:
        """A chart as a picture, with in words what it shows."""
        vorm = self.alinea("Normal").add_run().add_picture(io.BytesIO(als_png(grafiek.svg)), width=Cm(8.5))
        kenmerken = vorm._inline.docPr
        kenmerken.set("descr", in_woorden(grafiek))
        kenmerken.set("title", grafiek.titel)

    def punt(
        self, blokken: Sequence[Blok], diepte: int, nummers: int | None = None, nummer: int | None = None
    ) -> None:
        """An item of a list; its text gets its bullet or number itself when the style for it is missing."""
        soort = "List Bullet" if nummer is None else "List Number"
        stijl = soort if diepte == 1 else f"{soort} {diepte}"
        for plek, blok in enumerate(blokken):
            if isinstance(blok, Alinea) and not plek and not self.heeft(stijl):
                teken = "• " if nummer is None else f"{nummer}. "
                self.blokken([Alinea((Tekstdeel(teken), *blok.inhoud))])
            elif isinstance(blok, Alinea):
                self.blokken([blok], "List Continue" if plek else stijl)
                if nummers is not None and not plek:
                    zet_nummering(self.document.paragraphs[-1], nummers)
            else:
                self.blokken([blok], diepte=diepte)

    def inhoudsopgave(self, koppen: Sequence[Kop]) -> None:
        """A field that Word can make anew, filled with links to the chapters."""
        self.alinea("Normal").add_run("Inhoud").bold = True
        for plek, kop in enumerate(koppen):
            alinea = self.alinea("Normal")
            alinea.paragraph_format.space_after = 0
            if not plek:
                veld_begin(alinea, r'TOC \o "1-1" \h \z \u')
            self.inhoud(alinea, (Tekstdeel(platte_tekst(kop.inhoud), naar=f"#{kop.anker}"),))
            if plek == len(koppen) - 1:
                veld_eind(alinea)

    def inhoud(self, alinea: Paragraph, inhoud: Inhoud, vet: bool = False) -> None:
        for deel in inhoud:
            houder: Any = alinea._p
            if deel.naar and (koppeling := self.koppeling(alinea, deel.naar)) is not None:
                alinea._p.append(koppeling)
                houder = koppeling
            run = Run(OxmlElement("w:r"), alinea)
            houder.append(run._r)
            run.text = deel.tekst
            run.bold, run.italic = (vet or deel.vet or None), (deel.schuin or None)
            if houder is not alinea._p:
                self.linkdracht(run)

    def koppeling(self, alinea: Paragraph, naar: str) -> Any:
        """A hyperlink without text; None when the heading isn't there, so that the text stays text."""
        koppeling = OxmlElement("w:hyperlink")
        if not naar.startswith("#"):
            koppeling.set(
                qn("r:id"), alinea.part.relate_to(naar, RELATIONSHIP_TYPE.HYPERLINK, is_external=True)
            )
        elif naar[1:] in self.bladwijzers:
            koppeling.set(qn("w:anchor"), f"_kop{self.bladwijzers[naar[1:]]}")
        else:
            return None
        return koppeling

    def linkdracht(self, run: Run) -> None:
        if self.heeft("Hyperlink", WD_STYLE_TYPE.CHARACTER):
            run.style = "Hyperlink"
        else:
            run.underline, run.font.color.rgb = True, LINKKLEUR

    def lijn(self) -> None:
        rand = '<w:bottom w:val="single" w:sz="4" w:space="1" w:color="595959"/>'
        self.alinea("Normal")._p.get_or_add_pPr().append(parse_xml(f"<w:pBdr {nsdecls('w')}>{rand}</w:pBdr>"))

    def tabel(self, blok: Tabelblok) -> None:
        breedte = self.breedte()
        tabel = self.document.add_table(len(blok.rijen) + 1, len(blok.koppen))
        self.tabelstijl(tabel)
        breedtes = [int(breedte * deel) for deel in kolombreedtes(blok, breedte / Cm(1) * LETTERS_PER_CM)]
        for kolom, maat in zip(tabel._tbl.tblGrid.gridCol_lst, breedtes, strict=True):
            kolom.w = maat
        for nummer, (tr, rij) in enumerate(zip(tabel._tbl.tr_lst, (blok.koppen, *blok.rijen), strict=True)):
            eigenschappen = tr.get_or_add_trPr()
            eigenschappen.append(OxmlElement("w:cantSplit"))
            if not nummer:
                eigenschappen.append(OxmlElement("w:tblHeader"))
            for tc, inhoud, maat, rechts in zip(tr.tc_lst, rij, breedtes, blok.rechts, strict=True):
                tc.width = maat
                self.cel(_Cell(tc, tabel), inhoud, rechts=rechts, vet=not nummer)
        self.na_tabel()

    def breedte(self) -> int:
        """The width of the text in EMU; A4 with 2 cm margins when the house style doesn't tell."""
        deel = self.document.sections[0]
        papier = deel.page_width or Cm(21)
        return papier - (deel.left_margin or Cm(2)) - (deel.right_margin or Cm(2))

    def tabelstijl(self, tabel: Table) -> None:
        tabel.autofit = False
        tabel.alignment = WD_TABLE_ALIGNMENT.LEFT
        eigenschappen = tabel._tbl.tblPr
        blik = eigenschappen.find(qn("w:tblLook"))
        if blik is not None:
            blik.set(qn("w:firstColumn"), "1")
            blik.set(qn("w:val"), "04A0")
        if self.heeft("Table Grid", WD_STYLE_TYPE.TABLE):
            tabel.style = "Table Grid"
            return
        lijnen = "".join(f'<w:{r} w:val="single" w:sz="4" w:space="0" w:color="auto"/>' for r in RANDEN)
        randen = parse_xml(f"<w:tblBorders {nsdecls('w')}>{lijnen}</w:tblBorders>")
        eigenschappen.find(qn("w:tblLayout")).addprevious(randen)

    def cel(self, cel: _Cell, inhoud: Inhoud, *, rechts: bool, vet: bool) -> None:
        alinea = cel.paragraphs[0]
        alinea.style = TABELTEKST
        if rechts:
            alinea.alignment = WD_ALIGN_PARAGRAPH.RIGHT
        if vet:
            alinea.paragraph_format.keep_with_next = True
        self.inhoud(alinea, inhoud, vet)

    def na_tabel(self) -> None:
        """Room after a table, and Word's need of a paragraph between two tables."""
        self.document.add_paragraph().paragraph_format.space_after = 0
