"""The list of the sessions that wait for a time or a place: its model, its cards, and how they are taken up."""

from PySide6.QtCore import (
    QAbstractListModel,
    QObject,
    QPointF,
    QRect,
    QRectF,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QColor, QKeyEvent, QMouseEvent, QPainter, QPen
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)
from typing_extensions import override

from majlis.ui.colours import colours
from majlis.ui.guard import guarded
from majlis.ui.indexes import NO_VALUE, NOWHERE, Index
from majlis.ui.timetable.drag import Drag
from majlis.ui.timetable.painting import BAR, card_colours
from majlis.ui.timetable.typeset import Typeset
from majlis.ui.timetable.waiting import Waiting
from majlis.ui.tips import plain_tip

Role = Qt.ItemDataRole


class TrayModel(QAbstractListModel):
    """The sessions that wait, those that match the filter."""

    def __init__(self, parent: QObject) -> None:
        self.shown: tuple[Waiting, ...] = ()
        super().__init__(parent)

    def show(self, sessions: tuple[Waiting, ...]) -> None:
        """Take on other sessions."""
        if sessions != self.shown:
            self.beginResetModel()
            self.shown = sessions
            self.endResetModel()

    @override
    @guarded(0)
    def rowCount(self, parent: Index = NOWHERE) -> int:
        return 0 if parent.isValid() else len(self.shown)

    @override
    @guarded(NO_VALUE)
    def data(self, index: Index, role: int = Role.DisplayRole) -> object:
        if not index.isValid() or index.row() >= len(self.shown):
            return None
        one = self.shown[index.row()]
        match role:
            case Role.DisplayRole:
                return one.title
            case Role.AccessibleTextRole:
                return one.spoken
            case Role.ToolTipRole:
                return plain_tip("\n".join(filter(None, (one.title, one.kind, one.people, one.length))))
            case _:
                return None


class TrayDelegate(QStyledItemDelegate):
    """Draws a waiting session: its theme, title, people and length."""

    def __init__(self, view: QListView) -> None:
        self._typeset: Typeset | None = None
        super().__init__(view)
        self._view = view

    def restyle(self) -> None:
        """Take on other fonts or another direction."""
        self._typeset = None

    @property
    def typeset(self) -> Typeset:
        """The type of the cards."""
        if self._typeset is None:
            self._typeset = Typeset(self._view.font(), mirrored=self._view.isRightToLeft())
        return self._typeset

    @override
    @guarded(QSize(100, 50))
    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(100, self.typeset.height("title") + self.typeset.height("plain") + 20)

    @override
    @guarded(None)
    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        model = index.model()
        if not isinstance(model, TrayModel):
            return
        one, mirrored = model.shown[index.row()], self._view.isRightToLeft()
        theme = colours(self._view.palette())
        rect = QRectF(_rect(option)).adjusted(8, 3, -8, -3)
        chosen = bool(_state(option) & QStyle.StateFlag.State_Selected)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(QColor(theme.accent if chosen else theme.line), 2 if chosen else 1))
        painter.setBrush(QColor(theme.soft if chosen else theme.surface))
        painter.drawRoundedRect(rect.adjusted(0.5, 0.5, -0.5, -0.5), 5, 5)
        bar = rect.right() - BAR if mirrored else rect.left()
        painter.fillRect(QRectF(bar, rect.top(), BAR, rect.height()), card_colours(theme, one.colour)[1])
        inner = rect.adjusted(BAR + 7, 6, -9, -5)
        if mirrored:
            inner = rect.adjusted(9, 6, -BAR - 7, -5)
        self._write(painter, one, inner, mirrored=mirrored)
        painter.restore()

    def _write(self, painter: QPainter, one: Waiting, inner: QRectF, *, mirrored: bool) -> None:
        theme, height = colours(self._view.palette()), self.typeset.height("title")
        painter.setPen(QColor(theme.text))
        self.typeset.draw(painter, "title", one.title, inner.topLeft(), inner.width())
        painter.setPen(QColor(theme.muted))
        length = 62.0
        down = inner.top() + height + 1
        left = inner.left() + (length if mirrored else 0)
        self.typeset.draw(painter, "plain", one.people or one.kind, QPointF(left, down), inner.width() - length)
        font = self._view.font()
        font.setPointSizeF(font.pointSizeF() * 0.86)
        painter.setFont(font)
        side = Qt.AlignmentFlag.AlignLeft if mirrored else Qt.AlignmentFlag.AlignRight
        there = QRectF(inner.left() if mirrored else inner.right() - length, down, length, height)
        painter.drawText(there, side | Qt.AlignmentFlag.AlignAbsolute | Qt.AlignmentFlag.AlignTop, one.length)


class TrayList(QListView):
    """The list of what waits; its sessions can be dragged, `carry_wanted` takes one up by keys."""

    opened = Signal(str)
    carry_wanted = Signal(str)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("timetable.tray")
        self.setAccessibleName(self.tr("Sessions that are not placed"))
        self.waiting = TrayModel(self)
        self.drag = Drag(self)
        self.setModel(self.waiting)
        self.cards = TrayDelegate(self)
        self.setItemDelegate(self.cards)
        self.setUniformItemSizes(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)

    @property
    def current_session(self) -> str:
        """The session that is chosen, or ""."""
        row = self.currentIndex().row()
        return self.waiting.shown[row].session_id if 0 <= row < len(self.waiting.shown) else ""

    @override
    @guarded(None)
    def mousePressEvent(self, event: QMouseEvent) -> None:
        index = self.indexAt(event.position().toPoint())
        self.setCurrentIndex(index)
        if index.isValid():
            self.drag.press(event, self.waiting.shown[index.row()].session_id)

    @override
    @guarded(None)
    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if not self.drag.move(event):
            super().mouseMoveEvent(event)

    @override
    @guarded(None)
    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        self.drag.release(event)

    @override
    @guarded(None)
    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        self.setCurrentIndex(self.indexAt(event.position().toPoint()))
        if self.current_session:
            self.opened.emit(self.current_session)

    @override
    @guarded(None)
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and self.drag.active:
            self.drag.cancel()
        elif event.key() == Qt.Key.Key_M and self.current_session:
            self.carry_wanted.emit(self.current_session)
        elif event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter} and self.current_session:
            self.opened.emit(self.current_session)
        else:
            super().keyPressEvent(event)


def _rect(option: QStyleOptionViewItem) -> QRect:
    return option.rect  # pyright: ignore[reportAttributeAccessIssue] - the stubs lack the field


def _state(option: QStyleOptionViewItem) -> QStyle.StateFlag:
    return option.state  # pyright: ignore[reportAttributeAccessIssue] - the same
