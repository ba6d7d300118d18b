"""The codes of a face as a font of the document: Type0 with Identity-H, subset and embedded."""

from collections.abc import Sequence
from typing import Final
import zlib

from majlis.typesetting.pdf.codes import FaceCodes
from majlis.typesetting.pdf.composites import CodedFont, with_composites
from majlis.typesetting.pdf.objects import PdfObject, dictionary, pdfdoc, reference_to_stream

_SYMBOLIC: Final = 4
_MOST_IN_A_BLOCK: Final = 100
_MAP_START: Final = (
    "/CIDInit /ProcSet findresource begin 12 dict begin begincmap "
    "/CIDSystemInfo <</Registry(Adobe)/Ordering(UCS)/Supplement 0>> def "
    "/CMapName /Adobe-Identity-UCS def /CMapType 2 def 1 begincodespacerange <0000><FFFF> endcodespacerange"
)
_MAP_END: Final = "endcmap CMapName currentdict /CMap defineresource pop end end"


def add_font(document: PdfObject, name: str, codes: FaceCodes) -> None:
    """Add the font of all codes that were given to a document, under the name that its pages call it by."""
    face, coded = codes.face, codes.glyphs
    used = sorted({part.glyph for one in coded for part in one.parts})
    data, numbers = face.subset(used)
    font = with_composites(data, numbers, coded)
    base = pdfdoc.PDFName(f"{_subset_tag(font.data)}+{face.name}")
    descriptor = _descriptor(document, name, codes, font, base)
    descendant = dictionary(
        Type=pdfdoc.PDFName("Font"),
        Subtype=pdfdoc.PDFName("CIDFontType2"),
        BaseFont=base,
        CIDSystemInfo=dictionary(
            Registry=pdfdoc.PDFString("Adobe"), Ordering=pdfdoc.PDFString("Identity"), Supplement=0
        ),
        FontDescriptor=descriptor,
        DW=0,
        W=pdfdoc.PDFArray([0, pdfdoc.PDFArray([_thousandths(one.advance, face.units) for one in coded])]),
        CIDToGIDMap=reference_to_stream(
            document, f"{name}.glyphs", b"".join(glyph.to_bytes(2, "big") for glyph in font.glyphs)
        ),
    )
    whole = dictionary(
        Type=pdfdoc.PDFName("Font"),
        Subtype=pdfdoc.PDFName("Type0"),
        BaseFont=base,
        Encoding=pdfdoc.PDFName("Identity-H"),
        DescendantFonts=pdfdoc.PDFArray([document.Reference(descendant, f"{name}.descendant")]),
        ToUnicode=reference_to_stream(document, f"{name}.texts", _texts([one.text for one in coded])),
    )
    document.idToObject["BasicFonts"].dict[name] = document.Reference(whole, f"{name}.font")


def _descriptor(document: PdfObject, name: str, codes: FaceCodes, font: CodedFont, base: PdfObject) -> PdfObject:
    face = codes.face
    box = [round(value * 1000 / face.units) for value in font.box]
    descriptor = dictionary(
        Type=pdfdoc.PDFName("FontDescriptor"),
        FontName=base,
        Flags=_SYMBOLIC,
        FontBBox=pdfdoc.PDFArray(box),
        ItalicAngle=-12 if "Italic" in face.name else 0,
        Ascent=round(face.ascent * 1000),
        Descent=-round(face.descent * 1000),
        CapHeight=714,
        StemV=140 if "Bold" in face.name else 80,
        FontFile2=reference_to_stream(document, f"{name}.file", font.data, Length1=len(font.data)),
    )
    return document.Reference(descriptor, f"{name}.descriptor")


def _texts(texts: Sequence[str]) -> bytes:
    """Return the map from codes to what they say (ToUnicode)."""
    said = [(code, text) for code, text in enumerate(texts) if text]
    lines = [_MAP_START]
    for start in range(0, len(said), _MOST_IN_A_BLOCK):
        block = said[start : start + _MOST_IN_A_BLOCK]
        lines.append(f"{len(block)} beginbfchar")
        lines += [f"<{code:04X}><{text.encode('utf-16-be').hex().upper()}>" for code, text in block]
        lines.append("endbfchar")
    return "\n".join([*lines, _MAP_END]).encode()


def _subset_tag(data: bytes) -> str:
    """Return the six letters that mark a subset, from what is in it."""
    checksum = zlib.crc32(data)
    return "".join(chr(ord("A") + (checksum >> 4 * place) % 26) for place in range(6))


def _thousandths(advance: int, units: int) -> float | int:
    value = round(advance * 1000 / units, 3)
    return int(value) if value == int(value) else value
