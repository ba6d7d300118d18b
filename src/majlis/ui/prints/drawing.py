"""Pages of a PDF as pictures, by PDFium; called in a worker, one call at a time."""

from collections.abc import Generator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pypdfium2 import PdfDocument


@dataclass(frozen=True, slots=True)
class Picture:
    """A page as pixels of four bytes (blue, green, red, nothing), `stride` bytes a row."""

    page: int
    width: int
    height: int
    stride: int
    pixels: bytes


def draw_page(pdf: bytes, page: int, width: int) -> Picture:
    """Return a page, counted from 0, so many pixels wide; raise `IndexError` where there is no such page."""
    with _opened(pdf) as document:
        if not 0 <= page < len(document):
            raise IndexError(page)
        leaf = document[page]
        bitmap = leaf.render(scale=width / leaf.get_width(), prefer_bgrx=True)
        picture = Picture(page, bitmap.width, bitmap.height, bitmap.stride, bytes(bitmap.buffer))
        bitmap.close()
        leaf.close()
        return picture


def page_sizes(pdf: bytes) -> tuple[tuple[float, float], ...]:
    """Return the width and height of each page in points."""
    with _opened(pdf) as document:
        return tuple(document.get_page_size(number) for number in range(len(document)))


@contextmanager
def _opened(pdf: bytes) -> "Generator[PdfDocument]":
    import pypdfium2  # noqa: PLC0415 - loaded by the first preview, not at the start

    document = pypdfium2.PdfDocument(pdf)
    try:
        yield document
    finally:
        # PDFium is not safe across threads: nothing of it may wait for the garbage collector of another one
        document.close()
