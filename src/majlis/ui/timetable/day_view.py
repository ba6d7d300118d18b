"""The grid of a day: a list view that lays its rows out as cards and paints them itself."""

from collections.abc import Callable
from datetime import datetime

from PySide6.QtCore import (
    QPoint,
    QRectF,
    Qt,
    Signal,
)
from PySide6.QtGui import (
    QColor,
    QContextMenuEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from majlis.pages.grid import Box
from majlis.ui.colours import colours
from majlis.ui.guard import guarded
from majlis.ui.timetable.card_list import CardList
from majlis.ui.timetable.cards import Card
from majlis.ui.timetable.carry import Judgement
from majlis.ui.timetable.drag import Drag
from majlis.ui.timetable.painting import Painting, rect_of
from majlis.ui.timetable.sheet import Sheet
from majlis.ui.timetable.typeset import Typeset


class DayView(CardList):
    """Paints a sheet and takes pointer and keys.

    `ghost` is where something carried would lie, `now` the present moment where it is within the day. `keys` is
    asked first what a key means. `opened` carries a session's id, `zoom_wanted` a number of steps.
    """

    opened = Signal(str)
    zoom_wanted = Signal(int)
    menu_wanted = Signal(str, QPoint)

    def __init__(self, parent: QWidget) -> None:
        self.keys: Callable[[QKeyEvent], bool] | None = None
        self.now: datetime | None = None
        self._ghost: tuple[Box, str, Judgement] | None = None
        self._hovered = ""
        self._painting: Painting | None = None
        super().__init__(parent)
        self.setObjectName("timetable.day")
        self.drag = Drag(self)
        self.setMouseTracking(True)
        self.setAccessibleName(self.tr("Timetable of the day"))

    def show_ghost(self, ghost: tuple[Box, str, Judgement] | None) -> None:
        """Show where what is carried would lie, with its title, or nothing."""
        for one in (self._ghost, ghost):
            if one is not None:
                self.viewport().update(self.shown(one[0]).adjusted(-3, -3, 3, 3))
        self._ghost = ghost

    def restyle(self) -> None:
        """Take on other colours, fonts or another direction."""
        self._painting = None
        self.viewport().update()

    @override
    @guarded(None)
    def paintEvent(self, e: QPaintEvent) -> None:
        if self.sheet is None:
            return
        painting = self._painter_of_cards()
        exposed = e.rect().translated(self.horizontalOffset(), self.verticalOffset())
        with QPainter(self.viewport()) as painter:
            painter.fillRect(e.rect(), QColor(painting.theme.surface))
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.translate(-self.horizontalOffset(), -self.verticalOffset())
            self._paint(painter, painting, QRectF(exposed), self.sheet)

    def _paint(self, painter: QPainter, painting: Painting, exposed: QRectF, sheet: Sheet) -> None:
        current = self.current_placement
        visible = rect_of(self.visible())
        columns = [sheet.column(number) for number in range(sheet.columns)]
        seen = [box for box in columns if rect_of(box).intersects(exposed)]
        hours = [
            down for _, down in sheet.hours() if exposed.top() - 80 * sheet.scale.minute < down < exposed.bottom()
        ]
        painting.lines(painter, seen, hours, sheet.width, sheet.scale.minute)
        raised: list[Card] = []
        for card in sheet.cards:
            box = sheet.box(card)
            if not rect_of(box).adjusted(-3, -3, 3, 3).intersects(exposed):
                continue
            if card.shape == "band":
                painting.band(painter, card, box, visible, current=card.placement_id == current)
            else:
                painting.card(painter, card, box, current=card.placement_id == current)
                if card.placement_id in {current, self._hovered} and card.lanes > 1:
                    raised.append(card)
        for card in raised:
            painting.card(painter, card, sheet.widened(card), current=card.placement_id == current, raised=True)
        if self.now is not None:
            painting.now(painter, sheet.row_of(self.now), sheet.width)
        if self._ghost is not None:
            painting.ghost(painter, *self._ghost)

    @override
    @guarded(None)
    def mousePressEvent(self, event: QMouseEvent) -> None:
        card = self._card_at(event)
        if card is None:
            self.selectionModel().clear()
            return
        self.choose(card.placement_id, scroll=False)
        self.drag.press(event, card.placement_id, edge=self._at_edge(card, event))

    @override
    @guarded(None)
    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self.drag.move(event):
            return
        card = self._card_at(event)
        self._hover(card)
        edge = card is not None and self._at_edge(card, event)
        self.viewport().setCursor(Qt.CursorShape.SizeVerCursor if edge else Qt.CursorShape.ArrowCursor)

    @override
    @guarded(None)
    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        self.drag.release(event)

    @override
    @guarded(None)
    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        card = self._card_at(event)
        if card is not None:
            self.opened.emit(card.session_id)

    @override
    @guarded(None)
    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        if event.reason() == QContextMenuEvent.Reason.Mouse:
            card = self.sheet.card_at(self.point_of(event.pos())) if self.sheet else None
            at = event.globalPos()
        else:
            card = self.cards.card(self.currentIndex())
            at = self.viewport().mapToGlobal(self.visualRect(self.currentIndex()).center())
        if card is not None:
            self.choose(card.placement_id, scroll=False)
            self.menu_wanted.emit(card.placement_id, at)

    @override
    @guarded(None)
    def wheelEvent(self, e: QWheelEvent) -> None:
        if e.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.zoom_wanted.emit(1 if e.angleDelta().y() > 0 else -1)
            e.accept()
        else:
            super().wheelEvent(e)

    @override
    @guarded(None)
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if self.keys is None or not self.keys(event):
            super().keyPressEvent(event)

    def _card_at(self, event: QMouseEvent) -> Card | None:
        return self.sheet.card_at(self.point_of(event.position().toPoint())) if self.sheet else None

    def _at_edge(self, card: Card, event: QMouseEvent) -> bool:
        return self.sheet is not None and self.sheet.at_edge(card, self.point_of(event.position().toPoint()))

    def _hover(self, card: Card | None) -> None:
        key = card.placement_id if card else ""
        if key != self._hovered:
            before, self._hovered = self.cards.card(self.cards.index_of(self._hovered)), key
            for one in (before, card):
                if one is not None and one.lanes > 1 and self.sheet is not None:
                    self.viewport().update(self.shown(self.sheet.widened(one)).adjusted(-2, -2, 2, 2))

    def _painter_of_cards(self) -> Painting:
        if self._painting is None:
            typeset = Typeset(self.font(), mirrored=self.isRightToLeft())
            self._painting = Painting(colours(self.palette()), typeset, self.isRightToLeft())
        return self._painting
