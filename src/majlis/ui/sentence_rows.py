"""Sentences in a tree: wrapped to the width that there is, each in its own direction."""

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QBrush, QColor, QFontMetrics, QIcon, QPainter, QTextOption
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QTreeView
from typing_extensions import override

from majlis.ui.colours import colours
from majlis.ui.guard import guarded
from majlis.ui.indexes import Index
from majlis.ui.languages import text_direction

PADDING = 7
ICON = 16


class Sentences(QStyledItemDelegate):
    """Draws a tree's sentences on as many lines as they take, after their icons; its topmost rows are headings."""

    def __init__(self, view: QTreeView) -> None:
        super().__init__(view)
        self._view = view
        self._sizes: dict[tuple[str, int], int] = {}

    @override
    @guarded(QSize(100, 30))
    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        if not index.parent().isValid():
            return QSize(100, QFontMetrics(self._view.font()).height() + 16)
        width = self._view.viewport().width() - self._view.indentation() - 24 - _room_for_icon(index)
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
        right = self._view.isRightToLeft()
        room = _room_for_icon(index)
        if room:
            at = QRect(rect.right() - 16 - ICON if right else rect.left() + 8, rect.top(), ICON, rect.height())
            index.data(Qt.ItemDataRole.DecorationRole).paint(painter, at)
        layout = QTextOption()
        layout.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        layout.setTextDirection(text_direction(text))
        side = Qt.AlignmentFlag.AlignRight if right else Qt.AlignmentFlag.AlignLeft
        layout.setAlignment(side | Qt.AlignmentFlag.AlignAbsolute | Qt.AlignmentFlag.AlignVCenter)
        painter.setPen(_brush(theme.text).color())
        painter.setFont(self._view.font())
        inner = rect.adjusted(8, 0, -16 - room, 0) if right else rect.adjusted(8 + room, 0, -16, 0)
        painter.drawText(QRectF(inner), text, layout)
        painter.restore()


def _room_for_icon(index: Index) -> int:
    return ICON + 8 if isinstance(index.data(Qt.ItemDataRole.DecorationRole), QIcon) else 0


def _brush(colour: str) -> QBrush:
    return QBrush(QColor(colour))
