"""The places above a day and the times beside it: they stay in sight while the day is scrolled."""

from PySide6.QtCore import QEvent, QPoint, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QHelpEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QToolTip, QWidget
from typing_extensions import override

from majlis.calendars.words import clock
from majlis.programme.names import name_of
from majlis.programme.programme import Programme
from majlis.ui.colours import colours
from majlis.ui.guard import guarded
from majlis.ui.timetable.cards import LANGUAGE
from majlis.ui.timetable.day_view import DayView
from majlis.ui.timetable.typeset import Typeset
from majlis.ui.tips import plain_tip

GUTTER = 58
"""Pixels that the times are wide."""


class Axis(QWidget):
    """What both share: the view that they belong to, and the type that they are set in."""

    def __init__(self, view: DayView, parent: QWidget) -> None:
        self._typeset: Typeset | None = None
        super().__init__(parent)
        self._view = view

    @property
    def typeset(self) -> Typeset:
        """The type of this axis."""
        if self._typeset is None:
            self._typeset = Typeset(self.font(), mirrored=self.isRightToLeft())
        return self._typeset

    def restyle(self) -> None:
        """Take on other colours, fonts or another direction."""
        self._typeset = None
        self.update()


class PlacesAxis(Axis):
    """The names of the places with their seats, each over its column."""

    def __init__(self, view: DayView, parent: QWidget) -> None:
        self._names: tuple[tuple[str, str], ...] = ()
        super().__init__(view, parent)
        self.setObjectName("timetable.places")
        self.setAccessibleName(self.tr("Places of the timetable"))

    def show_places(self, programme: Programme, columns: tuple[str | None, ...]) -> None:
        """Name the columns."""
        self._names = tuple(self._named(programme, key) for key in columns)
        self.setAccessibleDescription(
            "; ".join(filter(None, (", ".join(filter(None, each)) for each in self._names)))
        )
        self.update()

    @override
    @guarded(QSize())
    def sizeHint(self) -> QSize:
        return QSize(100, self.typeset.height("title") + self.typeset.height("plain") + 12)

    @override
    @guarded(None)
    def paintEvent(self, event: QPaintEvent) -> None:
        sheet = self._view.sheet
        theme = colours(self.palette())
        with QPainter(self) as painter:
            painter.fillRect(self.rect(), QColor(theme.ground))
            painter.setPen(QPen(QColor(theme.line), 1))
            painter.drawLine(0, self.height() - 1, self.width(), self.height() - 1)
            if sheet is None:
                return
            down = float(self.typeset.height("title")) + 5
            for number, (name, seats) in enumerate(self._names[: sheet.columns]):
                box = sheet.column(number)
                rect = QRectF(self._shift() + box.x, 0, box.width, self.height())
                if rect.right() > 0 and rect.left() < self.width():
                    painter.setPen(QColor(theme.text))
                    self.typeset.draw(painter, "title", name, QPointF(rect.left() + 8, 5), rect.width() - 14)
                    painter.setPen(QColor(theme.muted))
                    self.typeset.draw(painter, "plain", seats, QPointF(rect.left() + 8, down), rect.width() - 14)

    @override
    @guarded(False)  # noqa: FBT003 - what Qt gets where it raises
    def event(self, event: QEvent) -> bool:
        if isinstance(event, QHelpEvent) and event.type() == QEvent.Type.ToolTip:
            QToolTip.showText(event.globalPos(), plain_tip(self._said_at(event.pos())), self)
            return True
        return super().event(event)

    def _said_at(self, at: QPoint) -> str:
        sheet = self._view.sheet
        if sheet is None:
            return ""
        x = at.x() - self._shift()
        boxes = (sheet.column(number) for number in range(sheet.columns))
        under = (number for number, box in enumerate(boxes) if box.x <= x < box.x + box.width)
        number = next(under, len(self._names))
        return ", ".join(filter(None, self._names[number])) if number < len(self._names) else ""

    def _shift(self) -> int:
        """Return where the sheet's left edge stands: the view's scroll bar may lie on either side."""
        viewport = self._view.viewport()
        return self.mapFromGlobal(viewport.mapToGlobal(QPoint(-self._view.horizontalOffset(), 0))).x()

    def _named(self, programme: Programme, key: str | None) -> tuple[str, str]:
        place = programme.places.get(key or "")
        if place is None:
            return self.tr("No place yet"), ""
        seats = self.tr("{seats} seats").format(seats=f"{place.seats:,}") if place.seats is not None else ""
        return name_of(programme, place), seats


class TimesAxis(Axis):
    """The hours and half hours, and the present moment."""

    def __init__(self, view: DayView, parent: QWidget) -> None:
        super().__init__(view, parent)
        self.setFixedWidth(GUTTER)
        self.setAccessibleName(self.tr("Times of the timetable"))

    @override
    @guarded(None)
    def paintEvent(self, event: QPaintEvent) -> None:
        sheet = self._view.sheet
        theme = colours(self.palette())
        with QPainter(self) as painter:
            painter.fillRect(self.rect(), QColor(theme.ground))
            if sheet is None:
                return
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.translate(0, -self._view.verticalOffset())
            for hour, down in sheet.hours():
                self._write(painter, clock(hour, LANGUAGE), down, theme.text)
                half = hour.replace(minute=30)
                if 30 * sheet.scale.minute >= 26 and half < sheet.grid.end:
                    self._write(painter, clock(half, LANGUAGE), sheet.row_of(half), theme.faint)
            now = self._view.now
            if now is not None:
                down = sheet.row_of(now)
                painter.setPen(Qt.PenStyle.NoPen)
                painter.setBrush(QColor(theme.error))
                painter.drawRoundedRect(QRectF(6, down - 9, GUTTER - 12, 18), 4, 4)
                self._write(painter, clock(now, LANGUAGE), down, theme.surface)

    def _write(self, painter: QPainter, text: str, down: float, colour: str) -> None:
        rect = QRectF(0, max(down - 9, 0), GUTTER, 18)
        painter.setPen(QColor(colour))
        font = self.font()
        font.setPointSizeF(font.pointSizeF() * 0.86)
        painter.setFont(font)
        painter.drawText(rect, Qt.AlignmentFlag.AlignCenter, text)
