"""Parts of a Word document that python-docx has no words for: numbering, fields, settings, properties."""

import copy
from typing import Any

from docx.document import Document
from docx.oxml import OxmlElement, parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.text.paragraph import Paragraph

MODERN = "15"  # Word 2013 and later: no compatibility mode
ZONDER_DOEL = ("/customXml", "/stylesWithEffects", "/thumbnail")
PROGRAMMA = b"""<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/extended-properties">\
<Application>prestatie</Application></Properties>"""


def nieuwe_nummering(document: Document, diepte: int, vanaf: int) -> int | None:
    """A numbering of its own for a list, so that it begins at its own number; None without the style."""
    naam = "List Number" if diepte == 1 else f"List Number {diepte}"
    if naam not in document.styles:
        return None
    eigen = document.styles[naam].element.find(f"{qn('w:pPr')}/{qn('w:numPr')}/{qn('w:numId')}")
    if eigen is None:
        return None
    nummering = document.part.numbering_part.element
    bron = next(n for n in nummering.findall(qn("w:num")) if n.get(qn("w:numId")) == eigen.get(qn("w:val")))
    nieuw = copy.deepcopy(bron)
    id_ = max(int(n.get(qn("w:numId"))) for n in nummering.findall(qn("w:num"))) + 1
    nieuw.set(qn("w:numId"), str(id_))
    for oud in nieuw.findall(qn("w:lvlOverride")):
        nieuw.remove(oud)
    nieuw.append(
        parse_xml(
            f'<w:lvlOverride {nsdecls("w")} w:ilvl="0"><w:startOverride w:val="{vanaf}"/></w:lvlOverride>'
        )
    )
    nummering.append(nieuw)
    return id_


def zet_nummering(alinea: Paragraph, nummers: int) -> None:
    """Let a paragraph be an item of a numbering."""
    eigenschappen = alinea._p.get_or_add_pPr().get_or_add_numPr()
    eigenschappen.get_or_add_ilvl().val = 0
    eigenschappen.get_or_add_numId().val = nummers


def veld_begin(alinea: Paragraph, opdracht: str) -> None:
    """Begin a field; what follows until its end is its result."""
    for soort in ("begin", "", "separate"):
        run = alinea.add_run()._r
        if soort:
            run.append(_veldteken(soort))
        else:
            tekst = OxmlElement("w:instrText")
            tekst.set(qn("xml:space"), "preserve")
            tekst.text = opdracht
            run.append(tekst)


def veld_eind(alinea: Paragraph) -> None:
    """End a field."""
    alinea.add_run()._r.append(_veldteken("end"))


def _veldteken(soort: str) -> Any:
    teken = OxmlElement("w:fldChar")
    teken.set(qn("w:fldCharType"), soort)
    return teken


def opgeruimd(document: Document) -> None:
    """No compatibility mode, our name as the program, and nothing that came along unasked."""
    for houder in (document.part, document.part.package):
        for rid in [r for r, rel in houder.rels.items() if rel.reltype.endswith(ZONDER_DOEL)]:
            del houder.rels[rid]
    for rel in document.part.package.rels.values():
        if rel.reltype.endswith("/extended-properties"):
            rel.target_part._blob = PROGRAMMA
    instellingen = document.settings.element
    for naam in ("w:rsids", "w:proofState", "w:savePreviewPicture"):
        for deel in instellingen.findall(qn(naam)):
            instellingen.remove(deel)
    for vergroting in instellingen.findall(qn("w:zoom")):
        vergroting.set(qn("w:percent"), vergroting.get(qn("w:percent"), "100"))
    _zet_modern(instellingen)


def _zet_modern(instellingen: Any) -> None:
    compat = instellingen.find(qn("w:compat"))
    if compat is None:
        compat = OxmlElement("w:compat")
        instellingen.append(compat)
    keuze = next((d for d in compat if d.get(qn("w:name")) == "compatibilityMode"), None)
    if keuze is None:
        keuze = OxmlElement("w:compatSetting")
        keuze.set(qn("w:name"), "compatibilityMode")
        keuze.set(qn("w:uri"), "http://schemas.microsoft.com/office/word")
        compat.append(keuze)
    keuze.set(qn("w:val"), MODERN)
