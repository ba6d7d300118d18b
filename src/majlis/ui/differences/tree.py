"""The view of differences: a tree that opens what is little, and says which record is chosen."""

from PySide6.QtCore import QEvent, QPoint, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QFrame, QMenu, QTreeView, QWidget
from typing_extensions import override

from majlis.programme.journal.steps import Key
from majlis.ui.differences.model import DifferencesModel, row_at
from majlis.ui.differences.painting import Differences
from majlis.ui.differences.rows import Row
from majlis.ui.guard import guarded
from majlis.ui.indexes import Index

OPENED = 40
"""Records up to which all are shown open."""

LISTED = 400
"""Records up to which groups are shown open."""


class DifferencesTree(QTreeView):
    """Shows rows of differences; `record_wanted` and `history_wanted` ask for the record of a row."""

    record_wanted = Signal(str, str)
    history_wanted = Signal(str, str)

    def __init__(self, name: str, words: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self.setAccessibleName(words)
        self.differences = DifferencesModel(self)
        self.setModel(self.differences)
        self._painter = Differences(self)
        self.setItemDelegate(self._painter)
        self.setHeaderHidden(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.setExpandsOnDoubleClick(False)
        self.setIndentation(16)
        self.customContextMenuRequested.connect(self._offer)
        self.doubleClicked.connect(self._open_chosen)

    def show_rows(self, rows: tuple[Row, ...]) -> None:
        """Show other rows; little is shown open, of more the records, of much the groups alone."""
        self._painter.forget()
        self.differences.show(rows)
        records = sum(row.records for row in rows)
        if records <= OPENED:
            self.expandAll()
        elif records <= LISTED:
            self.expandToDepth(0)
        if rows:
            self.setCurrentIndex(self.differences.index(0, 0))
        self.scrollToTop()

    def key_of(self, index: Index) -> Key | None:
        """Return the record that a row, or the one above it, is about."""
        row = row_at(index)
        if row is None or row.key is not None:
            return row.key if row else None
        return self.key_of(index.parent())

    @override
    @guarded(None)
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self._open_chosen()
        else:
            super().keyPressEvent(event)

    @override
    @guarded(None)
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self.scheduleDelayedItemsLayout()

    @override
    @guarded(None)
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in {QEvent.Type.FontChange, QEvent.Type.StyleChange}:
            self._painter.forget()

    @Slot()
    def _open_chosen(self) -> None:
        key = self.key_of(self.currentIndex())
        if key is not None:
            self.record_wanted.emit(*key)

    @Slot(QPoint)
    def _offer(self, at: QPoint) -> None:
        index = self.indexAt(at)
        if self.key_of(index) is None:
            return
        self.setCurrentIndex(index)
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.addAction(self.tr("Show this record"), self._open_chosen)
        menu.addAction(self.tr("History of this record"), self._ask_history)
        menu.popup(self.viewport().mapToGlobal(at))

    @Slot()
    def _ask_history(self) -> None:
        key = self.key_of(self.currentIndex())
        if key is not None:
            self.history_wanted.emit(*key)
