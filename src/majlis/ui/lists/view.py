"""The table of a list: rows of one height, a strip in the theme's colour, and names in their own direction."""

from typing import Final

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QPainter, QResizeEvent
from PySide6.QtWidgets import QHeaderView, QStyledItemDelegate, QStyleOptionViewItem, QTableView, QWidget
from typing_extensions import override

from majlis.programme.records import Session, Theme
from majlis.ui.guard import guarded
from majlis.ui.languages import RTL, isolated
from majlis.ui.lists.model import RecordModel
from majlis.ui.live import Live

ROW_HEIGHT: Final = 34
STRIP: Final = 4


class RowDelegate(QStyledItemDelegate):
    """Draws a cell; text of another direction keeps its own, also where it is cut."""

    def __init__(self, live: Live, parent: QWidget) -> None:
        super().__init__(parent)
        self._live = live

    @override
    @guarded(None)
    def initStyleOption(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> None:
        super().initStyleOption(option, index)
        if option.direction == RTL or not option.text.isascii():  # pyright: ignore[reportAttributeAccessIssue] - the stubs lack the field
            option.text = isolated(option.text)  # pyright: ignore[reportAttributeAccessIssue] - the same

    @override
    @guarded(None)
    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        super().paint(painter, option, index)
        if index.column() == 0:
            colour = self._colour(index)
            if colour:
                painter.fillRect(_strip(option), QColor(colour))

    def _colour(self, index: QModelIndex | QPersistentModelIndex) -> str:
        model = index.model()
        record = model.record_at(index.row()) if isinstance(model, RecordModel) else None
        if isinstance(record, Session):
            record = self._live.programme.themes.get(record.theme_id or "")
        return record.colour if isinstance(record, Theme) else ""


class RecordTable(QTableView):
    """A table of records; `remove_wanted` comes with the Delete key, `open_wanted` with Return."""

    remove_wanted = Signal()
    open_wanted = Signal()

    def __init__(self, live: Live, model: RecordModel, name: str, parent: QWidget) -> None:
        self._first_width = model.columns[0].width
        super().__init__(parent)
        self.setObjectName(f"{model.table}.table")
        self.setAccessibleName(name)
        self.setModel(model)
        self.setItemDelegate(RowDelegate(live, self))
        self.setSelectionBehavior(QTableView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QTableView.SelectionMode.ExtendedSelection)
        self.setEditTriggers(QTableView.EditTrigger.NoEditTriggers)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setTabKeyNavigation(False)
        self.setCornerButtonEnabled(False)
        self.setHorizontalScrollMode(QTableView.ScrollMode.ScrollPerPixel)
        rows = self.verticalHeader()
        rows.hide()
        rows.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        rows.setDefaultSectionSize(ROW_HEIGHT)
        head = self.horizontalHeader()
        head.setHighlightSections(False)
        head.setSectionsMovable(True)
        head.setSectionResizeMode(QHeaderView.ResizeMode.Interactive)
        head.setMinimumSectionSize(44)
        head.setSortIndicator(0, Qt.SortOrder.AscendingOrder)
        self.setSortingEnabled(True)
        for number, column in enumerate(model.columns):
            head.resizeSection(number, column.width)

    @override
    @guarded(None)
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        head = self.horizontalHeader()
        room = self.viewport().width() - (head.length() - head.sectionSize(0))
        head.resizeSection(0, max(room, self._first_width))

    @override
    @guarded(QSize(400, 300))
    def sizeHint(self) -> QSize:
        return QSize(700, 400)

    @override
    @guarded(None)
    def keyPressEvent(self, event: QKeyEvent) -> None:
        match event.key():
            case Qt.Key.Key_Delete:
                self.remove_wanted.emit()
            case Qt.Key.Key_Return | Qt.Key.Key_Enter | Qt.Key.Key_F2:
                self.open_wanted.emit()
            case _:
                super().keyPressEvent(event)


def _strip(option: QStyleOptionViewItem) -> QRect:
    rect: QRect = option.rect  # pyright: ignore[reportAttributeAccessIssue] - the stubs lack the field
    direction: Qt.LayoutDirection = option.direction  # pyright: ignore[reportAttributeAccessIssue] - the same
    left = rect.right() - STRIP + 1 if direction == RTL else rect.left()
    return QRect(left, rect.top() + 4, STRIP, rect.height() - 9)
