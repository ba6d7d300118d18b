"""The tree of problems: sentences wrapped to the width that there is."""

from PySide6.QtCore import QAbstractItemModel, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QBrush, QColor, QFontMetrics, QKeyEvent, QPainter, QResizeEvent, QTextOption
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTreeView,
    QWidget,
)
from typing_extensions import override

from majlis.ui.colours import colours
from majlis.ui.guard import guarded
from majlis.ui.indexes import Index
from majlis.ui.languages import text_direction

PADDING = 7


class Sentences(QStyledItemDelegate):
    """Draws a problem's sentence on as many lines as it takes."""

    def __init__(self, view: QTreeView) -> None:
        super().__init__(view)
        self._view = view
        self._sizes: dict[tuple[str, int], int] = {}

    @override
    @guarded(QSize(100, 30))
    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        if not index.parent().isValid():
            return QSize(100, QFontMetrics(self._view.font()).height() + 16)
        width = self._view.viewport().width() - self._view.indentation() - 24
        text = str(index.data())
        key = (text, width)
        if key not in self._sizes:
            if len(self._sizes) > 10_000:
                self._sizes.clear()
            room = QRect(0, 0, max(width, 60), 10_000)
            flags = int(Qt.TextFlag.TextWordWrap | Qt.TextFlag.TextWrapAnywhere)
            height = QFontMetrics(self._view.font()).boundingRect(room, flags, text).height()
            self._sizes[key] = height + 2 * PADDING
        return QSize(width, self._sizes[key])

    @override
    @guarded(None)
    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        if not index.parent().isValid():
            super().paint(painter, option, index)
            return
        rect: QRect = option.rect  # pyright: ignore[reportAttributeAccessIssue] - the stubs lack the field
        state: QStyle.StateFlag = option.state  # pyright: ignore[reportAttributeAccessIssue] - the same
        theme = colours(self._view.palette())
        painter.save()
        chosen = bool(state & QStyle.StateFlag.State_Selected)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._view.palette().base() if not chosen else _brush(theme.soft))
        painter.drawRoundedRect(rect.adjusted(0, 1, -8, -1), 5, 5)
        text = str(index.data())
        layout = QTextOption()
        layout.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        layout.setTextDirection(text_direction(text))
        right = self._view.isRightToLeft()
        side = Qt.AlignmentFlag.AlignRight if right else Qt.AlignmentFlag.AlignLeft
        layout.setAlignment(side | Qt.AlignmentFlag.AlignAbsolute | Qt.AlignmentFlag.AlignVCenter)
        painter.setPen(_brush(theme.text).color())
        painter.setFont(self._view.font())
        painter.drawText(QRectF(rect.adjusted(8, 0, -16, 0)), text, layout)
        painter.restore()


class ProblemsTree(QTreeView):
    """The tree; `open_wanted` comes with Enter and double clicks on a problem."""

    open_wanted = Signal()

    def __init__(self, model: QAbstractItemModel, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("problems.list")
        self.setAccessibleName(self.tr("Problems"))
        self.setModel(model)
        self.setItemDelegate(Sentences(self))
        self.setHeaderHidden(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.doubleClicked.connect(self.open_wanted)

    @override
    @guarded(None)
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self.open_wanted.emit()
        else:
            super().keyPressEvent(event)

    @override
    @guarded(None)
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self.scheduleDelayedItemsLayout()


def _brush(colour: str) -> QBrush:
    return QBrush(QColor(colour))
