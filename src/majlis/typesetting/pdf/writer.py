"""A PDF document from beginning to end."""

from datetime import datetime

from majlis.typesetting.pdf.document import Document, Metadata
from majlis.typesetting.pdf.page import Page
from majlis.typesetting.pdf.structure import Element


class PdfWriter:
    """Writes a document page by page; the same calls give the same bytes.

    `language` is a tag such as `ar`; `right_to_left` says that the pages turn, and two of them lie, from right to
    left. Without a `date` the document claims none of ours: bytes repeat.
    """

    def __init__(
        self,
        title: str,
        language: str,
        *,
        author: str = "",
        subject: str = "",
        date: datetime | None = None,
        right_to_left: bool = False,
    ) -> None:
        self._document = Document(Metadata(title, language, author, subject, date, right_to_left))
        self._root = Element("Document", language)
        self._page: Page | None = None
        self._label = ""

    @property
    def root(self) -> Element:
        """Return the part of the structure that holds all others."""
        return self._root

    def page(self, width: float, height: float, label: str = "") -> Page:
        """Begin a page of a size in points, and finish the one before; `label` is what a viewer calls it."""
        self._finish_page()
        self._page, self._label = Page(self._document, self._root, width, height), label
        return self._page

    def bookmark(self, title: str, anchor: str, level: int = 0) -> None:
        """Add an entry to the outline that leads to an anchor; level 0 is the outermost."""
        self._document.add_outline(title, anchor, level)

    def finish(self) -> bytes:
        """Return the file; nothing may be drawn afterwards."""
        self._finish_page()
        return self._document.written(self._root)

    def _finish_page(self) -> None:
        if self._page is not None:
            size = (self._page.width, self._page.height)
            self._document.add_page(size, self._page.finish(), self._label)
            self._page = None
