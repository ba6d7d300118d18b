"""The search box of the header: finds sessions, people, places, themes and commands while one types."""

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QEvent, QModelIndex, QPoint, QSize, Qt, Signal, Slot
from PySide6.QtGui import QFocusEvent, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QLineEdit, QListWidget, QListWidgetItem, QWidget
from typing_extensions import override

from majlis.programme.edits.records import SINGULAR
from majlis.programme.names import name_of
from majlis.programme.records import Record
from majlis.programme.search import fold
from majlis.ui.commands import Action
from majlis.ui.guard import guarded
from majlis.ui.icons import icon
from majlis.ui.live import Live
from majlis.ui.tips import plain_tip

PER_TABLE: Final = 6
ICONS: Final = {"sessions": "presentation", "people": "user", "places": "door-open", "themes": "tag"}
_TARGET: Final = Qt.ItemDataRole.UserRole


class SearchBox(QLineEdit):
    """A field whose findings hang below it; Return takes the marked one. `found` carries a table and an id."""

    found = Signal(str, str)

    def __init__(self, live: Live, actions: Sequence[Action], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._live = live
        self._actions = actions
        self._results: QListWidget | None = None
        self.setObjectName("search")
        self.setProperty("role", "search")
        self.setAccessibleName(self.tr("Search the programme, or run a command"))
        self.setPlaceholderText(self.tr("Search or run a command"))
        self.setClearButtonEnabled(True)
        self._glass = self.addAction(icon("search"), QLineEdit.ActionPosition.LeadingPosition)
        self.setMinimumWidth(240)
        self.setMaximumWidth(420)
        self.textEdited.connect(self._search)

    @property
    def results(self) -> QListWidget:
        """The list of what was found; it lies over the window and takes no focus."""
        if self._results is None:
            self._results = QListWidget(self.window())
            self._results.setObjectName("search.results")
            self._results.setAccessibleName(self.tr("What was found"))
            self._results.setFocusPolicy(Qt.FocusPolicy.NoFocus)
            self._results.setIconSize(QSize(16, 16))
            self._results.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
            self._results.clicked.connect(self._take_clicked)
            self._results.hide()
        return self._results

    @Slot()
    def start(self) -> None:
        """Put the keyboard here."""
        self.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.selectAll()
        if self.text():
            self._search(self.text())

    @Slot(str)
    def _search(self, query: str) -> None:
        results = self.results
        results.clear()
        if not query.strip():
            results.hide()
            return
        for record in self._live.texts.find(query, PER_TABLE):
            results.addItem(self._record_item(record))
        words = fold(query).split()
        for action in self._actions:
            if action.isEnabled() and all(word in fold(action.text()) for word in words):
                results.addItem(_command_item(action))
        if not results.count():
            nothing = QListWidgetItem(self.tr("Nothing found; try fewer letters"))
            nothing.setFlags(Qt.ItemFlag.NoItemFlags)
            results.addItem(nothing)
        results.setCurrentRow(0)
        self._place()
        results.show()
        results.raise_()

    def _record_item(self, record: Record) -> QListWidgetItem:
        name = name_of(self._live.programme, record)
        item = QListWidgetItem(icon(ICONS[record.table]), name)
        item.setToolTip(plain_tip(name))
        item.setData(Qt.ItemDataRole.AccessibleTextRole, f"{SINGULAR[record.table]}: {name}")
        item.setData(_TARGET, (record.table, record.id))
        return item

    def _place(self) -> None:
        results = self.results
        corner = self.mapTo(self.window(), QPoint(0, self.height() + 4))
        height = min(results.count(), 14) * results.sizeHintForRow(0) + 10
        results.setGeometry(corner.x(), corner.y(), self.width(), height)

    @Slot(QModelIndex)
    def _take_clicked(self, index: QModelIndex) -> None:
        self.results.setCurrentIndex(index)
        self._take()

    def _take(self) -> None:
        item = self.results.currentItem()
        target = item.data(_TARGET) if item and self.results.isVisible() else None
        if target is None:
            return
        self.clear()
        self.results.hide()
        if isinstance(target, Action):
            target.trigger()
        else:
            self.found.emit(*target)

    @override
    @guarded(None)
    def keyPressEvent(self, event: QKeyEvent) -> None:
        row = self.results.currentRow()
        match event.key():
            case Qt.Key.Key_Down:
                self.results.setCurrentRow(min(row + 1, self.results.count() - 1))
            case Qt.Key.Key_Up:
                self.results.setCurrentRow(max(row - 1, 0))
            case Qt.Key.Key_Return | Qt.Key.Key_Enter:
                self._take()
            case Qt.Key.Key_Escape:
                self.results.hide()
                self.clear()
            case _:
                super().keyPressEvent(event)

    @override
    @guarded(None)
    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.results.hide()

    @override
    @guarded(None)
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if self._results is not None and self._results.isVisible():
            self._place()

    @override
    @guarded(None)
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange and hasattr(self, "_glass"):
            self._glass.setIcon(icon("search"))


def _command_item(action: Action) -> QListWidgetItem:
    words = f"{action.command.menu} ▸ {action.text()}"
    item = QListWidgetItem(action.icon(), words)
    item.setToolTip(action.shortcut().toString())
    item.setData(_TARGET, action)
    return item
