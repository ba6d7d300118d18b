"""Draws the pages of a PDF in a worker of its own: what was asked for last is drawn first."""

from collections import OrderedDict
from typing import Final

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtGui import QImage

from majlis.ui.live import Live
from majlis.ui.prints.drawing import Picture, draw_page, page_sizes

KEPT: Final = 160
"""Pictures that are kept."""


class Renderer(QObject):
    """Pictures of pages by their number and width in pixels; `drawn` carries both when one is there."""

    drawn = Signal(int, int)
    ready = Signal(object)

    def __init__(self, live: Live, parent: QObject) -> None:
        super().__init__(parent)
        self._worker = live.worker()
        self._pdf = b""
        self._pictures: OrderedDict[tuple[int, int], QImage] = OrderedDict()
        self._asked: list[tuple[int, int]] = []
        self._drawing = (-1, -1)

    def take(self, pdf: bytes) -> None:
        """Draw the pages of another PDF from now on; `ready` carries their sizes in points."""
        self._pdf = pdf
        self._pictures.clear()
        self._asked.clear()
        self._worker.start("", lambda _tell: (pdf, page_sizes(pdf)), done=self._tell_sizes)

    def picture(self, page: int, width: int) -> QImage | None:
        """Return a page so many pixels wide, or None and have it drawn."""
        key = page, width
        found = self._pictures.get(key)
        if found is not None:
            self._pictures.move_to_end(key)
        elif self._pdf and width > 0 and key != self._drawing:
            if key in self._asked:
                self._asked.remove(key)
            self._asked.append(key)
            self._next()
        return found

    @Slot()
    def _next(self) -> None:
        if self._worker.busy or not self._asked:
            return
        pdf, (page, width) = self._pdf, self._asked.pop()
        self._drawing = page, width
        job = self._worker.start("", lambda _tell: (pdf, width, draw_page(pdf, page, width)), done=self._keep)
        job.ended.connect(self._next)

    @Slot(object)
    def _tell_sizes(self, found: tuple[bytes, tuple[tuple[float, float], ...]]) -> None:
        if found[0] is self._pdf:
            self.ready.emit(found[1])

    @Slot(object)
    def _keep(self, found: tuple[bytes, int, Picture]) -> None:
        pdf, width, picture = found
        self._drawing = (-1, -1)
        if pdf is self._pdf:
            self._pictures[picture.page, width] = image_of(picture)
            while len(self._pictures) > KEPT:
                self._pictures.popitem(last=False)
            self.drawn.emit(picture.page, width)


def image_of(picture: Picture) -> QImage:
    """Return a picture as Qt's, with pixels of its own."""
    size = picture.width, picture.height, picture.stride
    return QImage(picture.pixels, *size, QImage.Format.Format_RGB32).copy()
