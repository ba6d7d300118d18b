"""The list of editions: number and note, and below when and by whom it was frozen."""

from datetime import UTC

from PySide6.QtCore import QAbstractListModel, QObject, QRect, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter
from PySide6.QtWidgets import QFrame, QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget
from typing_extensions import override

from majlis.calendars.words import short_day
from majlis.programme.records import Edition
from majlis.ui.colours import colours
from majlis.ui.guard import guarded
from majlis.ui.indexes import NO_VALUE, NOWHERE, Index
from majlis.ui.languages import isolated, text_direction
from majlis.ui.tips import plain_tip

PADDING = 9

Role = Qt.ItemDataRole


class EditionsModel(QAbstractListModel):
    """A row for each edition, the latest first."""

    def __init__(self, parent: QObject) -> None:
        self.editions: tuple[Edition, ...] = ()
        super().__init__(parent)

    def show(self, editions: tuple[Edition, ...]) -> None:
        """Show these editions; where only their notes differ the rows stay."""
        if [each.id for each in editions] == [each.id for each in self.editions]:
            self.editions = editions
            self.dataChanged.emit(self.index(0), self.index(max(len(editions) - 1, 0)))
            return
        self.beginResetModel()
        self.editions = editions
        self.endResetModel()

    @override
    @guarded(0)
    def rowCount(self, parent: Index = NOWHERE) -> int:
        return 0 if parent.isValid() else len(self.editions)

    @override
    @guarded(NO_VALUE)
    def data(self, index: Index, role: int = Role.DisplayRole) -> object:
        if not index.isValid() or index.row() >= len(self.editions):
            return None
        first, second = self.lines(self.editions[index.row()])
        match role:
            case Role.DisplayRole:
                return first
            case Role.ToolTipRole:
                return plain_tip(f"{first}\n{second}")
            case Role.AccessibleTextRole:
                return f"{first}, {second}"
            case _:
                return None

    def lines(self, edition: Edition) -> tuple[str, str]:
        """Return what stands in the two lines of an edition."""
        words = self.tr("Edition {number}").format(number=edition.number)
        return (f"{words}: {edition.note}" if edition.note else words), frozen_words(edition)


class Editions(QListView):
    """Shows the editions; one is always chosen where there is any."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.editions = EditionsModel(self)
        self.setObjectName("editions.list")
        self.setAccessibleName(self.tr("Editions, the latest first"))
        self.setModel(self.editions)
        self.setItemDelegate(TwoLines(self))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setEditTriggers(QListView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)

    @property
    def chosen(self) -> Edition | None:
        """The edition that is chosen."""
        row = self.currentIndex().row()
        return self.editions.editions[row] if 0 <= row < len(self.editions.editions) else None

    def choose(self, key: str) -> None:
        """Choose an edition by its id."""
        ids = [each.id for each in self.editions.editions]
        if key in ids:
            self.setCurrentIndex(self.editions.index(ids.index(key)))

    def show_editions(self, editions: tuple[Edition, ...]) -> None:
        """Show editions; the one that was chosen stays so, unless there is a new one."""
        before = self.chosen.id if self.chosen else ""
        new = len(editions) > len(self.editions.editions) > 0
        self.editions.show(editions)
        if editions:
            self.choose(before if before in {each.id for each in editions} and not new else editions[0].id)


class TwoLines(QStyledItemDelegate):
    """Draws the two lines of an edition, cut where they are too long."""

    def __init__(self, view: Editions) -> None:
        super().__init__(view)
        self._view = view

    @override
    @guarded(QSize(100, 50))
    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(100, 2 * QFontMetrics(self._view.font()).height() + 2 * PADDING)

    @override
    @guarded(None)
    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        rect: QRect = option.rect  # pyright: ignore[reportAttributeAccessIssue] - the stubs lack the field
        state: QStyle.StateFlag = option.state  # pyright: ignore[reportAttributeAccessIssue] - the same
        theme = colours(self._view.palette())
        painter.save()
        if state & QStyle.StateFlag.State_Selected:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(theme.soft))
            painter.drawRoundedRect(rect.adjusted(6, 1, -6, -1), 6, 6)
        inner = rect.adjusted(16, PADDING, -16, -PADDING)
        bold = QFont(self._view.font())
        bold.setWeight(QFont.Weight.DemiBold)
        texts = self._view.editions.lines(self._view.editions.editions[index.row()])
        for text, font, colour in zip(texts, (bold, self._view.font()), (theme.text, theme.muted), strict=True):
            painter.setFont(font)
            painter.setPen(QColor(colour))
            inner = inner.adjusted(0, self._line(painter, inner, text), 0, 0)
        painter.restore()

    def _line(self, painter: QPainter, rect: QRect, text: str) -> int:
        """Draw a line at the leading side, in its own direction; return how high it is."""
        metrics = painter.fontMetrics()
        side = Qt.AlignmentFlag.AlignRight if self._view.isRightToLeft() else Qt.AlignmentFlag.AlignLeft
        painter.setLayoutDirection(text_direction(text))
        shown = metrics.elidedText(text, Qt.TextElideMode.ElideRight, rect.width())
        painter.drawText(rect, int(side | Qt.AlignmentFlag.AlignAbsolute | Qt.AlignmentFlag.AlignTop), shown)
        return metrics.height()


def frozen_words(edition: Edition) -> str:
    """Return when (in the laptop's time) and by whom an edition was frozen."""
    at = edition.at.replace(tzinfo=UTC).astimezone()
    when = isolated(f"{short_day(at.date())} {at:%Y %H:%M}")
    return f"{when}, {edition.who}" if edition.who else when
