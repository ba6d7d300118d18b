"""The table of steps: rows of one height, and a line over its whole width for each day."""

from PySide6.QtCore import QPoint, Qt, Signal, Slot
from PySide6.QtGui import QColor, QKeyEvent, QPainter
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QHeaderView,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QWidget,
)
from typing_extensions import override

from majlis.ui.guard import guarded
from majlis.ui.history.model import RECORDS, WHAT, WHEN, WHO, StepsModel
from majlis.ui.indexes import Index
from majlis.ui.languages import isolated

ROW_HEIGHT = 34


class _Names(QStyledItemDelegate):
    """Draws a cell; a text of another direction keeps its own, also where it is cut."""

    @override
    @guarded(None)
    def initStyleOption(self, option: QStyleOptionViewItem, index: Index) -> None:
        super().initStyleOption(option, index)
        option.text = isolated(option.text)  # pyright: ignore[reportAttributeAccessIssue] - the stubs lack the field

    @override
    @guarded(None)
    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        ground: object = index.data(Qt.ItemDataRole.BackgroundRole)  # the stylesheet passes it over
        if isinstance(ground, QColor):
            painter.fillRect(option.rect, ground)  # pyright: ignore[reportAttributeAccessIssue] - the stubs lack the field
        super().paint(painter, option, index)


class StepsTable(QTableView):
    """Shows the steps; `menu_wanted` asks for what can be done with the one at a point."""

    menu_wanted = Signal(QPoint)

    def __init__(self, model: StepsModel, parent: QWidget) -> None:
        super().__init__(parent)
        self._steps = model
        self.setObjectName("history.list")
        self.setAccessibleName(self.tr("Steps, newest first"))
        self.setModel(model)
        self.setItemDelegate(_Names(self))
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.customContextMenuRequested.connect(self._ask_menu)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setTabKeyNavigation(False)
        rows = self.verticalHeader()
        rows.hide()
        rows.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        rows.setDefaultSectionSize(ROW_HEIGHT)
        header = self.horizontalHeader()
        header.setHighlightSections(False)
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeading | Qt.AlignmentFlag.AlignVCenter)
        header.setSectionResizeMode(WHAT, QHeaderView.ResizeMode.Stretch)
        for column, width in ((WHEN, 90), (WHO, 170), (RECORDS, 76)):
            self.setColumnWidth(column, width)
        model.modelReset.connect(self._span_days)

    def choose(self, row: int) -> None:
        """Choose a row; where it is a day, the step below it."""
        row += row in self._steps.starts
        self.setCurrentIndex(self._steps.index(row, WHAT))
        if row <= 1:
            self.scrollToTop()

    @override
    @guarded(None)
    def keyPressEvent(self, event: QKeyEvent) -> None:
        match event.key():
            case Qt.Key.Key_Home:
                self.choose(0)
            case Qt.Key.Key_End:
                self.choose(self._steps.rowCount() - 1)
            case _:
                super().keyPressEvent(event)

    @Slot()
    def _span_days(self) -> None:
        self.clearSpans()
        columns = self._steps.columnCount()
        for row in self._steps.starts:
            self.setSpan(row, 0, 1, columns)

    @Slot(QPoint)
    def _ask_menu(self, at: QPoint) -> None:
        index = self.indexAt(at)
        if self._steps.step_at(index.row()) is not None:
            self.setCurrentIndex(index)
            self.menu_wanted.emit(self.viewport().mapToGlobal(at))
