"""Printed PDFs read back, as a person who searches or copies reads them."""

import re
import unicodedata

import pypdfium2 as pdfium


def page_texts(pdf: bytes) -> list[str]:
    """Return what each page says, as pdfium extracts it."""
    document = pdfium.PdfDocument(pdf)
    texts = [document[number].get_textpage().get_text_range() for number in range(len(document))]
    document.close()
    return texts


def squeezed(text: str) -> str:
    """Return a text without what extraction differs by: blanks, line ends, joiners, presentation forms."""
    plain = unicodedata.normalize("NFKC", text)
    return "".join(re.findall(r"[^\s\u00ad\u200b-\u200f\ufffe\ufeff]+", plain))


def holds(pdf: bytes, text: str) -> bool:
    """Say whether a text can be found in a PDF.

    In a document that is bound at the right pdfium gives the words of a Latin line from the last to the first.
    """
    read = "\n".join(page_texts(pdf))
    turned = " ".join(reversed(text.split()))
    return squeezed(text) in squeezed(read) or (b"/R2L" in pdf and _letters(turned) in _letters(read))


def _letters(text: str) -> str:
    return "".join(filter(str.isalnum, squeezed(text)))
