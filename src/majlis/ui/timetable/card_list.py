"""A list view whose rows lie where a sheet says: its geometry, scrolling, selection and cursor."""

from typing import Final

from PySide6.QtCore import QItemSelection, QItemSelectionModel, QModelIndex, QPoint, QRect, QSize, Qt, Signal
from PySide6.QtGui import QRegion, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QFrame, QListView, QWidget
from typing_extensions import override

from majlis.pages.grid import Box, Point
from majlis.ui.guard import guarded
from majlis.ui.indexes import NOWHERE, Index
from majlis.ui.timetable.cards import Card
from majlis.ui.timetable.model import CardsModel
from majlis.ui.timetable.painting import rect_of
from majlis.ui.timetable.sheet import Sheet

Select = QItemSelectionModel.SelectionFlag
Cursor = QAbstractItemView.CursorAction

NEAREST: Final = 36.0
"""Pixels that are kept free around a card that is scrolled to."""

STEPS: Final = {
    Cursor.MoveUp: (0, -1),
    Cursor.MovePrevious: (0, -1),
    Cursor.MoveDown: (0, 1),
    Cursor.MoveNext: (0, 1),
    Cursor.MoveLeft: (-1, 0),
    Cursor.MoveRight: (1, 0),
}


class CardList(QListView):
    """Shows the rows of a `CardsModel` where a sheet has their cards; `resized` comes with another width to fit.

    It is a `QListView`, so that screen readers find each session with its name and position, but nothing of that
    class's own layout is used.
    """

    resized = Signal()

    def __init__(self, parent: QWidget) -> None:
        self.sheet: Sheet | None = None
        super().__init__(parent)
        self.cards = CardsModel(self)
        self.setModel(self.cards)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setStyleSheet("QListView { border: 0 }")
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)

    def show_sheet(self, sheet: Sheet) -> None:
        """Show a day; what was chosen stays chosen where it is still there."""
        current = self.current_placement
        self.sheet = sheet
        self.cards.show(sheet.cards)
        if current:
            self.choose(current, scroll=False)
        self.updateGeometries()
        self.viewport().update()

    @property
    def current_placement(self) -> str:
        """The placement that is chosen, or ""."""
        card = self.cards.card(self.currentIndex())
        return card.placement_id if card else ""

    def choose(self, placement_id: str, *, scroll: bool = True) -> None:
        """Choose the card of a placement, and bring it into view."""
        index = self.cards.index_of(placement_id)
        if index.isValid():
            self.selectionModel().setCurrentIndex(index, Select.ClearAndSelect)
            if scroll:
                self.scrollTo(index)

    def point_of(self, position: QPoint) -> Point:
        """Return the point of the sheet that a point of the viewport shows."""
        return Point(position.x() + self.horizontalOffset(), position.y() + self.verticalOffset())

    def shown_point(self, point: Point) -> QPoint:
        """Return the point of the viewport that shows a point of the sheet."""
        return QPoint(round(point.x - self.horizontalOffset()), round(point.y - self.verticalOffset()))

    def reveal_box(self, box: Box) -> None:
        """Scroll as little as brings a box of the sheet into view."""
        across, down = self.horizontalScrollBar(), self.verticalScrollBar()
        view = self.viewport().size()
        left = _nearest(self.horizontalOffset(), view.width(), box.x, box.width)
        across.setValue(across.maximum() - left if self.isRightToLeft() else left)
        down.setValue(_nearest(self.verticalOffset(), view.height(), box.y, box.height))

    @override
    @guarded(NOWHERE)
    def indexAt(self, point: QPoint) -> QModelIndex:
        card = self.sheet.card_at(self.point_of(point)) if self.sheet else None
        return self.cards.index_of(card.placement_id) if card else QModelIndex()

    @override
    @guarded(QRect())
    def visualRect(self, index: Index) -> QRect:
        card = self.cards.card(index)
        return self.shown(self.sheet.box(card)) if card and self.sheet else QRect()

    @override
    @guarded(None)
    def scrollTo(
        self,
        index: Index,
        hint: QAbstractItemView.ScrollHint = QAbstractItemView.ScrollHint.EnsureVisible,
    ) -> None:
        card = self.cards.card(index)
        if card is not None and self.sheet is not None:
            box = self.sheet.box(card)
            if card.shape == "band":
                box = Box(self.horizontalOffset(), box.y, 1, box.height)
            self.reveal_box(box)

    @override
    @guarded(0)
    def horizontalOffset(self) -> int:
        bar = self.horizontalScrollBar()
        return bar.maximum() - bar.value() if self.isRightToLeft() else bar.value()

    @override
    @guarded(0)
    def verticalOffset(self) -> int:
        return self.verticalScrollBar().value()

    @override
    @guarded(NOWHERE)
    def moveCursor(self, cursorAction: Cursor, modifiers: Qt.KeyboardModifier) -> QModelIndex:
        card = self.cards.card(self.currentIndex())
        if self.sheet is None or not self.sheet.cards:
            return QModelIndex()
        if card is None or cursorAction in {Cursor.MoveHome, Cursor.MoveEnd}:
            order = sorted(self.sheet.cards, key=lambda each: (each.box.x, each.start))
            card = order[-1] if cursorAction == Cursor.MoveEnd else order[0]
            return self.cards.index_of(card.placement_id)
        across, down = STEPS.get(cursorAction, (0, 0))
        if cursorAction in {Cursor.MovePageUp, Cursor.MovePageDown}:
            return self._page(card, -1 if cursorAction == Cursor.MovePageUp else 1)
        if self.isRightToLeft():
            across = -across
        found = self.sheet.neighbour(card, across, down) if across or down else card
        return self.cards.index_of((found or card).placement_id)

    @override
    @guarded(None)
    def setSelection(self, rect: QRect, command: QItemSelectionModel.SelectionFlag) -> None:
        index = self.indexAt(rect.center())
        selection = QItemSelection(index, index) if index.isValid() else QItemSelection()
        self.selectionModel().select(selection, command)

    @override
    @guarded(QRegion())
    def visualRegionForSelection(self, selection: QItemSelection) -> QRegion:
        region = QRegion()
        for index in selection.indexes():
            card = self.cards.card(index)
            if card is not None and self.sheet is not None:
                # a narrow card that is chosen is drawn wider than it is
                region += self.shown(self.sheet.widened(card)).adjusted(-2, -2, 2, 2)
        return region

    @override
    @guarded(False)  # noqa: FBT003 - what Qt gets where it raises
    def isIndexHidden(self, index: Index) -> bool:
        return False

    @override
    @guarded(None)
    def doItemsLayout(self) -> None:
        self.updateGeometries()
        self.viewport().update()

    @override
    @guarded(None)
    def updateGeometries(self) -> None:
        view = self.viewport().size()
        size = self._size()
        for bar, whole, part in (
            (self.horizontalScrollBar(), size.width(), view.width()),
            (self.verticalScrollBar(), size.height(), view.height()),
        ):
            bar.setRange(0, max(whole - part, 0))
            bar.setPageStep(part)
            bar.setSingleStep(40)

    @override
    @guarded(None)
    def scrollContentsBy(self, dx: int, dy: int) -> None:
        self.viewport().update()

    @override
    @guarded(None)
    def resizeEvent(self, e: QResizeEvent) -> None:
        self.resized.emit()
        self.updateGeometries()

    def _page(self, card: Card, way: int) -> QModelIndex:
        found = card
        reach = self.viewport().height() / (self.sheet.scale.minute if self.sheet else 1) * 60
        while self.sheet and (then := self.sheet.neighbour(found, 0, way)) is not None:
            found = then
            if abs((then.start - card.start).total_seconds()) >= reach:
                break
        return self.cards.index_of(found.placement_id)

    def shown(self, box: Box) -> QRect:
        """Return the rectangle of the viewport that shows a box of the sheet."""
        rect = rect_of(box).translated(-self.horizontalOffset(), -self.verticalOffset())
        return rect.toAlignedRect()

    def visible(self) -> Box:
        """Return the part of the sheet that can be seen."""
        size = self.viewport().size()
        return Box(self.horizontalOffset(), self.verticalOffset(), size.width(), size.height())

    def _size(self) -> QSize:
        return QSize(round(self.sheet.width), round(self.sheet.height)) if self.sheet else QSize()


def _nearest(offset: int, view: int, start: float, length: float) -> int:
    """Return the offset nearest to the present one that shows a stretch, its start where it is too long."""
    room = min(NEAREST, max((view - length) / 2, 0))
    if start - room < offset or length > view:
        return round(max(start - room, 0))
    if start + length + room > offset + view:
        return round(start + length + room - view)
    return offset
