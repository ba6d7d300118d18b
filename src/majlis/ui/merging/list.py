"""The list of disagreements: each with what it is about, its field, and how it stands."""

from collections.abc import Mapping
from typing import Final

from PySide6.QtCore import QAbstractListModel, QObject, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QTextOption
from PySide6.QtWidgets import QFrame, QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget
from typing_extensions import override

from majlis.ui.colours import colours
from majlis.ui.guard import guarded
from majlis.ui.icons import icon
from majlis.ui.indexes import NO_VALUE, NOWHERE, Index
from majlis.ui.languages import LTR, RTL, text_direction
from majlis.ui.merging.disputes import Dispute, DisputeKey
from majlis.ui.tips import plain_tip

STATE: Final = Qt.ItemDataRole.UserRole
Role = Qt.ItemDataRole
MARK: Final = 16


class DisputesModel(QAbstractListModel):
    """A row for each disagreement; `chosen` are the numbers of the sides that somebody chose."""

    def __init__(self, parent: QObject) -> None:
        self.disputes: tuple[Dispute, ...] = ()
        self.chosen: dict[DisputeKey, int] = {}
        super().__init__(parent)

    def show(self, disputes: tuple[Dispute, ...], chosen: Mapping[DisputeKey, int]) -> None:
        """Show other disagreements."""
        self.beginResetModel()
        self.disputes, self.chosen = disputes, dict(chosen)
        self.endResetModel()

    def choose(self, chosen: Mapping[DisputeKey, int]) -> None:
        """Take over what somebody chose."""
        self.chosen = dict(chosen)
        if self.disputes:
            self.dataChanged.emit(self.index(0), self.index(len(self.disputes) - 1))

    @override
    @guarded(0)
    def rowCount(self, parent: Index = NOWHERE) -> int:
        return 0 if parent.isValid() else len(self.disputes)

    @override
    @guarded(NO_VALUE)
    def data(self, index: Index, role: int = Role.DisplayRole) -> object:
        if not index.isValid() or index.row() >= len(self.disputes):
            return None
        dispute = self.disputes[index.row()]
        match role:
            case Role.DisplayRole:
                return dispute.about
            case Role.AccessibleTextRole | Role.ToolTipRole:
                words = f"{dispute.about}, {self.state_of(dispute)}"
                return words if role == Role.AccessibleTextRole else plain_tip(words)
            case Role.DecorationRole:
                settled = dispute.key in self.chosen
                return icon("circle-check", "good") if settled else icon("triangle-alert", "warning")
            case _:
                return self.state_of(dispute) if role == STATE else None

    def state_of(self, dispute: Dispute) -> str:
        """Return the field of a disagreement and how it stands, in words."""
        number = self.chosen.get(dispute.key)
        if number is None:
            state = self.tr("open")
        else:
            state = self.tr("theirs") if dispute.sides[number].side.theirs else self.tr("mine")
        return f"{dispute.field or self.tr('Removed or kept')}: {state}"


class _TwoLines(QStyledItemDelegate):
    """Draws what a disagreement is about over its field and state."""

    @override
    @guarded(QSize(200, 52))
    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        metrics: QFontMetrics = option.fontMetrics  # pyright: ignore[reportAttributeAccessIssue] - the stubs lack the field
        return QSize(200, metrics.height() * 2 + 18)

    @override
    @guarded(None)
    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        rect: QRect = option.rect  # pyright: ignore[reportAttributeAccessIssue] - the stubs lack the field
        state: QStyle.StateFlag = option.state  # pyright: ignore[reportAttributeAccessIssue] - the same
        mirrored = option.direction == RTL  # pyright: ignore[reportAttributeAccessIssue] - the same
        font: QFont = option.font  # pyright: ignore[reportAttributeAccessIssue] - the same
        theme = colours(option.palette)  # pyright: ignore[reportAttributeAccessIssue] - the same
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if state & QStyle.StateFlag.State_Selected:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(theme.soft))
            painter.drawRoundedRect(rect.adjusted(2, 1, -2, -1), 5, 5)
        room = rect.adjusted(10, 8, -10, -8)
        mark = QRect(room.left(), room.top() + 2, MARK, MARK)
        direction = RTL if mirrored else LTR
        index.data(Role.DecorationRole).paint(painter, QStyle.visualRect(direction, room, mark))
        words = QStyle.visualRect(direction, room, room.adjusted(MARK + 10, 0, 0, 0))
        half = words.height() // 2
        side = Qt.AlignmentFlag.AlignRight if mirrored else Qt.AlignmentFlag.AlignLeft
        bold = QFont(font)
        bold.setWeight(QFont.Weight.DemiBold)
        for text, face, colour, top in (
            (str(index.data()), bold, theme.text, words.top()),
            (str(index.data(STATE)), font, theme.muted, words.top() + half),
        ):
            choice = QTextOption(side | Qt.AlignmentFlag.AlignAbsolute | Qt.AlignmentFlag.AlignVCenter)
            choice.setTextDirection(text_direction(text))
            choice.setWrapMode(QTextOption.WrapMode.NoWrap)
            painter.setFont(face)
            painter.setPen(QColor(colour))
            shown = painter.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, words.width())
            painter.drawText(QRectF(words.left(), top, words.width(), half), shown, choice)
        painter.restore()


class DisputesList(QListView):
    """The list beside the cards."""

    def __init__(self, model: DisputesModel, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("disputes.list")
        self.setAccessibleName(self.tr("Where the copies disagree"))
        self.setModel(model)
        self.setItemDelegate(_TwoLines(self))
        self.setUniformItemSizes(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setMinimumWidth(240)
