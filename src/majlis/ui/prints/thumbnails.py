"""The pages of a print as small pictures, one below the other."""

from typing import Final

from PySide6.QtCore import QAbstractListModel, QObject, QRect, QRectF, QSize, Qt, Slot
from PySide6.QtGui import QColor, QPainter, QPen
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
from majlis.ui.prints.renderer import Renderer

WIDTH: Final = 104
Role = Qt.ItemDataRole


class PagesModel(QAbstractListModel):
    """A row for each page."""

    def __init__(self, parent: QObject) -> None:
        self.sizes: tuple[tuple[float, float], ...] = ()
        super().__init__(parent)

    def show(self, sizes: tuple[tuple[float, float], ...]) -> None:
        """Take on the pages of another print, by their sizes in points."""
        self.beginResetModel()
        self.sizes = sizes
        self.endResetModel()

    @override
    @guarded(0)
    def rowCount(self, parent: Index = NOWHERE) -> int:
        return 0 if parent.isValid() else len(self.sizes)

    @override
    @guarded(NO_VALUE)
    def data(self, index: Index, role: int = Role.DisplayRole) -> object:
        if not index.isValid() or index.row() >= len(self.sizes):
            return None
        if role == Role.DisplayRole:
            return str(index.row() + 1)
        if role == Role.AccessibleTextRole:
            return self.tr("Page {page} of {pages}").format(page=index.row() + 1, pages=len(self.sizes))
        return None


class Thumbnail(QStyledItemDelegate):
    """Draws a page on its sheet, with its number below."""

    def __init__(self, view: QListView, renderer: Renderer) -> None:
        super().__init__(view)
        self._view = view
        self._renderer = renderer

    @override
    @guarded(QSize(WIDTH, WIDTH))
    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        model = index.model()
        width, height = model.sizes[index.row()] if isinstance(model, PagesModel) else (1.0, 1.0)
        return QSize(WIDTH + 24, round(WIDTH * height / max(width, 1)) + 34)

    @override
    @guarded(None)
    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        rect: QRect = option.rect  # pyright: ignore[reportAttributeAccessIssue] - the stubs lack the field
        state: QStyle.StateFlag = option.state  # pyright: ignore[reportAttributeAccessIssue] - the same
        theme = colours(self._view.palette())
        chosen = bool(state & QStyle.StateFlag.State_Selected)
        sheet = QRectF(rect.center().x() - WIDTH / 2, rect.top() + 8, WIDTH, rect.height() - 34)
        painter.save()
        if chosen:
            painter.fillRect(rect.adjusted(4, 2, -4, -2), QColor(theme.soft))
        painter.fillRect(sheet, QColor(Qt.GlobalColor.white))
        ratio = self._view.devicePixelRatioF()
        picture = self._renderer.picture(index.row(), round(WIDTH * ratio))
        if picture is not None:
            painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
            painter.drawImage(sheet, picture)
        painter.setPen(QPen(QColor(theme.accent if chosen else theme.edge), 2 if chosen else 1))
        painter.drawRect(sheet)
        painter.setPen(QColor(theme.on_soft if chosen else theme.muted))
        foot = QRectF(rect.left(), sheet.bottom() + 2, rect.width(), 20)
        painter.drawText(foot, Qt.AlignmentFlag.AlignCenter, str(index.data()))
        painter.restore()


class Thumbnails(QListView):
    """The list of pages; its current row is the page that is shown large."""

    def __init__(self, renderer: Renderer, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("prints.pages")
        self.setAccessibleName(self.tr("Pages"))
        self.pages = PagesModel(self)
        self.setModel(self.pages)
        self.setItemDelegate(Thumbnail(self, renderer))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setFixedWidth(WIDTH + 44)
        renderer.drawn.connect(self._drawn)

    @Slot(int, int)
    def _drawn(self, page: int, _width: int) -> None:
        self.viewport().update(self.visualRect(self.pages.index(page)))
