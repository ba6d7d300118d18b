"""The objects that PDF files are made of, as ReportLab has them; it ships no types, and its stubs only some."""

from typing import Any, TypeAlias

from reportlab.pdfbase import pdfdoc as _pdfdoc

PdfObject: TypeAlias = Any
"""Any object of a file, or the file's collection of them."""

pdfdoc: Any = _pdfdoc
"""ReportLab's module of objects."""


def dictionary(**entries: object) -> PdfObject:
    """Return a dictionary of PDF."""
    return pdfdoc.PDFDictionary(entries)


def reference_to_stream(document: PdfObject, name: str, content: bytes, **entries: object) -> PdfObject:
    """Add a compressed stream to a document, and return the reference to it."""
    return document.Reference(pdfdoc.PDFStream(dictionary(**entries), content, [pdfdoc.PDFZCompress]), name)
