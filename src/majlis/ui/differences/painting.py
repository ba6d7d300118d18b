"""How the rows of differences look: names, marks, and texts with what went struck out and what came on green."""

from typing import Final

from PySide6.QtCore import QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QTextOption
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QTreeView
from typing_extensions import override

from majlis.programme.journal.wording import FieldWords
from majlis.ui.colours import Colours, colours
from majlis.ui.differences.laying import Block, blocks
from majlis.ui.differences.model import row_at
from majlis.ui.differences.rows import Row
from majlis.ui.guard import guarded
from majlis.ui.indexes import Index
from majlis.ui.languages import LTR, RTL, text_direction

PADDING: Final = 5
SIGN: Final = 18
NAME: Final = 150
MARK: Final = 18

_SIGNS: Final = {"gone": "−", "come": "+"}
_DONE: Final = {"added": "+", "brought back": "+", "removed": "−", "confirmed": "="}

Flag = Qt.AlignmentFlag


class Differences(QStyledItemDelegate):
    """Draws the rows of a tree of differences; fields are as high as their texts."""

    def __init__(self, view: QTreeView) -> None:
        super().__init__(view)
        self._view = view
        self._heights: dict[tuple[Row, int], int] = {}

    def forget(self) -> None:
        """Forget how high rows are: others are shown."""
        self._heights.clear()

    @override
    @guarded(QSize(100, 30))
    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        row = row_at(index)
        if row is None or row.words is None:
            return QSize(100, QFontMetrics(self._view.font()).height() + 16)
        width = self._view.viewport().width() - self._indent(index)
        key = (row, width)
        if key not in self._heights:
            laid = blocks(row.words, _text_width(width), self._view.font(), self._theme)
            self._heights[key] = sum(each.height + 2 for each in laid) + 2 * PADDING
        return QSize(100, self._heights[key])

    @override
    @guarded(None)
    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        row = row_at(index)
        if row is None:
            return
        rect: QRect = option.rect  # pyright: ignore[reportAttributeAccessIssue] - the stubs lack the field
        state: QStyle.StateFlag = option.state  # pyright: ignore[reportAttributeAccessIssue] - the same
        painter.save()
        painter.setFont(self._view.font())
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if state & QStyle.StateFlag.State_Selected:
            self._ground(painter, rect, self._theme.soft)
        if row.words is None:
            self._paint_head(painter, rect, row)
        else:
            self._paint_field(painter, rect, row, row.words)
        painter.restore()

    @property
    def _theme(self) -> Colours:
        return colours(self._view.palette())

    def _paint_head(self, painter: QPainter, rect: QRect, row: Row) -> None:
        theme, room = self._theme, rect.adjusted(4, 0, -8, 0)
        if row.kind == "record":
            self._paint_mark(painter, self._part(room, 0, MARK), row.done)
            room = self._part(room, MARK + 8, room.width() - MARK - 8)
        note = ", ".join(filter(None, (row.done, row.note)))
        metrics = QFontMetrics(self._view.font())
        note_width = min(metrics.horizontalAdvance(note) + 2, room.width() // 2)
        self._line(
            painter, self._part(room, room.width() - note_width, note_width), note, theme.muted, Flag.AlignRight
        )
        font = QFont(self._view.font())
        font.setWeight(QFont.Weight.DemiBold)
        painter.setFont(font)
        self._line(
            painter, self._part(room, 0, room.width() - note_width - 12), row.text, theme.text, Flag.AlignLeft
        )

    def _paint_mark(self, painter: QPainter, rect: QRect, done: str) -> None:
        theme = self._theme
        ground, ink = {
            "added": (theme.good_soft, theme.good),
            "brought back": (theme.good_soft, theme.good),
            "removed": (theme.error_soft, theme.error),
        }.get(done, (theme.raised, theme.muted))
        box = QRect(rect.left(), rect.center().y() - MARK // 2 + 1, MARK, MARK)
        self._ground(painter, box, ground)
        painter.setPen(QColor(ink))
        painter.drawText(box, int(Flag.AlignCenter), _DONE.get(done, "≠"))

    def _paint_field(self, painter: QPainter, rect: QRect, row: Row, words: FieldWords) -> None:
        theme = self._theme
        name = _name_width(rect.width())
        line = QRect(rect.left(), rect.top() + PADDING, rect.width(), QFontMetrics(self._view.font()).height() + 2)
        self._line(painter, self._part(line, 4, name - 8), row.text, theme.muted, Flag.AlignLeft)
        top = rect.top() + PADDING
        for each in blocks(words, _text_width(rect.width()), self._view.font(), theme):
            band = self._part(
                QRect(rect.left(), top, rect.width(), each.height + 1), name, rect.width() - name - 6
            )
            if each.mark != "same":
                self._ground(painter, band, theme.error_soft if each.mark == "gone" else theme.good_soft)
                painter.setPen(QColor(theme.error if each.mark == "gone" else theme.good))
                sign = QRect(band.left(), band.top(), band.width(), line.height())
                painter.drawText(self._part(sign, 4, SIGN), int(Flag.AlignCenter), _SIGNS[each.mark])
            self._paint_text(painter, self._part(band, SIGN + 6, band.width() - SIGN - 10), each)
            top += each.height + 2

    def _paint_text(self, painter: QPainter, rect: QRect, block: Block) -> None:
        """Draw a laid text at the leading side of its place, whichever way it runs."""
        painter.setPen(QColor(self._theme.text))
        for number in range(block.layout.lineCount()):
            line = block.layout.lineAt(number)
            natural = line.naturalTextRect()
            side = rect.right() - natural.width() if self._mirrored else rect.left()
            line.draw(painter, QPointF(side - natural.left() + line.position().x(), rect.top()))

    def _line(self, painter: QPainter, rect: QRect, text: str, colour: str, side: Flag) -> None:
        """Draw one line, cut where it is too long, at a side that is mirrored with the window."""
        if self._mirrored:
            side = Flag.AlignLeft if side == Flag.AlignRight else Flag.AlignRight
        shown = painter.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, rect.width())
        option = QTextOption(side | Flag.AlignAbsolute | Flag.AlignVCenter)
        option.setWrapMode(QTextOption.WrapMode.NoWrap)
        option.setTextDirection(text_direction(text))
        painter.setPen(QColor(colour))
        painter.drawText(QRectF(rect), shown, option)

    def _ground(self, painter: QPainter, rect: QRect, colour: str) -> None:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(colour))
        painter.drawRoundedRect(rect, 4, 4)

    def _part(self, rect: QRect, start: int, width: int) -> QRect:
        """Return a part of a row, counted from its leading side."""
        part = QRect(rect.left() + start, rect.top(), max(width, 0), rect.height())
        return QStyle.visualRect(RTL if self._mirrored else LTR, rect, part)

    @property
    def _mirrored(self) -> bool:
        return self._view.layoutDirection() == RTL

    def _indent(self, index: Index) -> int:
        depth, parent = 1, index.parent()
        while parent.isValid():
            depth, parent = depth + 1, parent.parent()
        return depth * self._view.indentation()


def _name_width(width: int) -> int:
    return min(NAME, width * 3 // 10)


def _text_width(width: int) -> int:
    """Return the room for texts in a field's row of this width."""
    return max(width - _name_width(width) - SIGN - 18, 60)
