"""One page as large as is wanted, on a desk that scrolls."""

from typing import Final

from PySide6.QtCore import QRectF, QSize, Qt, Signal, Slot
from PySide6.QtGui import QColor, QKeyEvent, QPainter, QPaintEvent, QPen, QResizeEvent, QWheelEvent
from PySide6.QtWidgets import QFrame, QScrollArea, QWidget
from typing_extensions import override

from majlis.ui.colours import colours
from majlis.ui.guard import guarded
from majlis.ui.prints.renderer import Renderer

DESK: Final = 18
"""Pixels of desk around the sheet."""

STEPS: Final = (0.25, 0.35, 0.5, 0.7, 0.85, 1.0, 1.25, 1.5, 2.0, 2.8, 4.0)
"""The sizes that zooming goes through, as parts of the size on paper."""


class Sheet(QWidget):
    """Paints one page; until it is drawn at the wanted size, what there is of it is stretched."""

    def __init__(self, renderer: Renderer, parent: QWidget) -> None:
        super().__init__(parent)
        self._renderer = renderer
        self.page = -1
        self.paper = QSize()
        renderer.drawn.connect(self._drawn)

    @override
    @guarded(None)
    def paintEvent(self, event: QPaintEvent) -> None:
        theme = colours(self.palette())
        with QPainter(self) as painter:
            painter.fillRect(event.rect(), QColor(theme.raised))
            if self.page < 0 or self.paper.isEmpty():
                return
            sheet = QRectF((self.width() - self.paper.width()) / 2, DESK, self.paper.width(), self.paper.height())
            painter.fillRect(sheet, QColor(Qt.GlobalColor.white))
            picture = self._renderer.picture(self.page, round(self.paper.width() * self.devicePixelRatioF()))
            if picture is not None:
                painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
                painter.drawImage(sheet, picture)
            painter.setPen(QPen(QColor(theme.edge), 1))
            painter.drawRect(sheet)

    @Slot(int, int)
    def _drawn(self, page: int, _width: int) -> None:
        if page == self.page:
            self.update()


class PageView(QScrollArea):
    """Shows a page at a zoom, or as large as fits; `page_wanted` asks for a page further on or back."""

    page_wanted = Signal(int)
    zoomed = Signal()

    def __init__(self, renderer: Renderer, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("prints.page")
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._points = (1.0, 1.0)
        self._zoom: float | None = None
        self.sheet = Sheet(renderer, self)
        self.setWidget(self.sheet)
        self.setWidgetResizable(True)

    @property
    def zoom(self) -> float:
        """How large the page is shown, as a part of its size on paper."""
        if self._zoom is not None:
            return self._zoom
        width, height = self._points
        room = self.viewport().size()
        across = (room.width() - 2 * DESK) / (width * self._inch)
        down = (room.height() - 2 * DESK) / (height * self._inch)
        return max(min(across, down), 0.1)

    def show_page(self, page: int, points: tuple[float, float]) -> None:
        """Show a page, counted from 0, with its size in points; -1 for none."""
        same = page == self.sheet.page
        self.sheet.page, self._points = page, points
        self.setAccessibleName(self.tr("Page {page}").format(page=page + 1))
        self._fit()
        if not same:
            self.verticalScrollBar().setValue(0)

    def zoom_by(self, steps: int) -> None:
        """Show the page larger, or smaller by negative steps."""
        now = self.zoom
        beyond = [step for step in STEPS if (step > now * 1.01 if steps > 0 else step < now * 0.99)]
        if beyond:
            self._zoom = min(beyond) if steps > 0 else max(beyond)
            self._fit()

    @Slot()
    def zoom_in(self) -> None:
        """Show the page larger."""
        self.zoom_by(1)

    @Slot()
    def zoom_out(self) -> None:
        """Show the page smaller."""
        self.zoom_by(-1)

    @Slot()
    def zoom_to_fit(self) -> None:
        """Show the whole page."""
        self._zoom = None
        self._fit()

    @override
    @guarded(None)
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    @override
    @guarded(None)
    def wheelEvent(self, event: QWheelEvent) -> None:
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.zoom_by(1 if event.angleDelta().y() > 0 else -1)
            event.accept()
            return
        bar = self.verticalScrollBar()
        at_end = bar.value() == (bar.minimum() if event.angleDelta().y() > 0 else bar.maximum())
        if at_end and event.angleDelta().y():
            self.page_wanted.emit(-1 if event.angleDelta().y() > 0 else 1)
            event.accept()
        else:
            super().wheelEvent(event)

    @override
    @guarded(None)
    def keyPressEvent(self, event: QKeyEvent) -> None:
        turned = {Qt.Key.Key_PageDown: 1, Qt.Key.Key_PageUp: -1, Qt.Key.Key_Space: 1}.get(Qt.Key(event.key()))
        if turned:
            self.page_wanted.emit(turned)
        else:
            super().keyPressEvent(event)

    @property
    def _inch(self) -> float:
        """How many pixels a point is at full size."""
        return self.logicalDpiX() / 72

    def _fit(self) -> None:
        width, height = (round(side * self._inch * self.zoom) for side in self._points)
        self.sheet.paper = QSize(width, height)
        self.sheet.setMinimumSize(width + 2 * DESK, height + 2 * DESK)
        self.sheet.update()
        self.zoomed.emit()
