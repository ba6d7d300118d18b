"""What changed since an edition: a tree of sentences by session, person or place, with a filter."""

from PySide6.QtCore import Qt, QTimer, Signal, Slot
from PySide6.QtGui import QFont, QGuiApplication, QKeyEvent, QResizeEvent, QStandardItem, QStandardItemModel
from PySide6.QtWidgets import (
    QAbstractItemView,
    QButtonGroup,
    QFrame,
    QHBoxLayout,
    QLineEdit,
    QPushButton,
    QStackedWidget,
    QTreeView,
    QVBoxLayout,
    QWidget,
)
from typing_extensions import override

from majlis.programme.search import fold, matches
from majlis.ui.editions.findings import VIEWS, Findings, Heading, View
from majlis.ui.guard import guarded
from majlis.ui.icons import icon, set_icon
from majlis.ui.labels import label
from majlis.ui.sentence_rows import Sentences
from majlis.ui.tips import plain_tip

KEY = Qt.ItemDataRole.UserRole

LIMIT = 600
"""Headings that are shown; a filter finds the others."""

PATIENCE = 120
"""Milliseconds without a key after which the filter is heeded."""

VIEW_ICONS: dict[View, str] = {"sessions": "presentation", "people": "users", "places": "door-open"}


class ChangesTree(QTreeView):
    """Shows headings with their sentences; `open_wanted` comes with Enter and double clicks."""

    open_wanted = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.rows = QStandardItemModel(self)
        self.setObjectName("editions.changes")
        self.setAccessibleName(self.tr("What changed since the edition"))
        self.setModel(self.rows)
        self.setItemDelegate(Sentences(self))
        self.setHeaderHidden(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setExpandsOnDoubleClick(False)
        self.doubleClicked.connect(self.open_wanted)

    @property
    def key(self) -> tuple[str, str] | None:
        """The table and id of what is chosen, or None."""
        found = self.currentIndex().data(KEY)
        return (str(found[0]), str(found[1])) if isinstance(found, list | tuple) else None

    def show_headings(self, headings: tuple[Heading, ...], *, more: str) -> None:
        """Show headings, all of them open, and what is said of those that are left out."""
        chosen, top = self.key, self.verticalScrollBar().value()
        self.rows.clear()
        for heading in headings:
            self.rows.appendRow(_heading(heading))
        if more:
            self.rows.appendRow(_item(more, None))
        self.expandAll()
        self.verticalScrollBar().setValue(top)
        self._choose(chosen)

    def _choose(self, key: tuple[str, str] | None) -> None:
        """Choose what is about the same record as before, else the first row."""
        rows = (self.rows.index(row, 0) for row in range(self.rows.rowCount()))
        same = next((index for index in rows if key is not None and index.data(KEY) == key), None)
        if same is not None or self.rows.rowCount():
            self.setCurrentIndex(same if same is not None else self.rows.index(0, 0))

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


class Changes(QFrame):
    """Shows findings; `wanted` carries the table and id of the record to go to."""

    wanted = Signal(str, str)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.findings: Findings | None = None
        self._why = ""
        self.switches = {view: self._switch(view) for view in VIEWS}
        self.filter = QLineEdit(self)
        self.tree = ChangesTree(self)
        self._empty = label("", self, "muted", wrap=True)
        self._pages = QStackedWidget(self)
        self._group = QButtonGroup(self)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(PATIENCE)
        self._lay_out()
        self._timer.timeout.connect(self._refresh)
        self.filter.textChanged.connect(self._timer.start)
        self._group.buttonToggled.connect(self._refresh)
        self.tree.open_wanted.connect(self._open)

    @property
    def view(self) -> View:
        """By what the changes are grouped."""
        for view in VIEWS:
            if self.switches[view].isChecked():
                return view
        return VIEWS[0]

    def show_findings(self, findings: Findings | None, why: str = "") -> None:
        """Show what changed, or in a sentence why that can't be said."""
        self.findings = findings
        self._why = why
        names = {"sessions": self.tr("By session"), "people": self.tr("By person"), "places": self.tr("By place")}
        for view in VIEWS:
            count = f" {len(findings.views[view]):,}" if findings else ""
            self.switches[view].setText(f"{names[view]}{count}")
        self._refresh()

    @Slot()
    def _refresh(self, *_: object) -> None:
        words = self.filter.text().strip()
        headings = self.findings.views[self.view] if self.findings else ()
        found = tuple(each for each in headings if not words or matches(words, _folded(each)))
        more = len(found) - LIMIT
        said = self.tr("and {count} more; filter to find them").format(count=f"{more:,}") if more > 0 else ""
        self.tree.show_headings(found[:LIMIT], more=said)
        self._empty.setText(self._why or self._why_empty(words))
        self._pages.setCurrentIndex(0 if found else 1)

    def _why_empty(self, words: str) -> str:
        if self.findings is None:
            return ""
        if words and self.findings.views[self.view]:
            return self.tr("Nothing that changed matches this filter.")
        if self.findings.count:
            return {
                "sessions": self.tr("No session changed."),
                "people": self.tr("Nobody has to be told of anything."),
                "places": self.tr("Nothing changed that concerns a place."),
            }[self.view]
        return self.tr("Nothing has changed since this edition.")

    @Slot()
    def _open(self) -> None:
        key = self.tree.key
        if key is not None:
            self.wanted.emit(*key)

    def _switch(self, view: View) -> QPushButton:
        switch = QPushButton(self)
        switch.setObjectName(f"editions.by_{view}")
        switch.setCheckable(True)
        switch.setChecked(view == "sessions")
        set_icon(switch, VIEW_ICONS[view])
        return switch

    def _lay_out(self) -> None:
        self.filter.setObjectName("editions.filter")
        self.filter.setPlaceholderText(self.tr("Filter by any words"))
        self.filter.setAccessibleName(self.tr("Filter what changed"))
        self.filter.setClearButtonEnabled(True)
        self.filter.addAction(icon("list-filter"), QLineEdit.ActionPosition.LeadingPosition)
        self.filter.setMaximumWidth(260)
        bar = QHBoxLayout()
        bar.setContentsMargins(0, 0, 0, 0)
        bar.setSpacing(8)
        for switch in self.switches.values():
            self._group.addButton(switch)
            bar.addWidget(switch)
        bar.addStretch(1)
        bar.addWidget(self.filter, 2)
        self._empty.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._pages.addWidget(self.tree)
        self._pages.addWidget(self._empty)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(8)
        rows.addLayout(bar)
        rows.addWidget(self._pages, 1)


def _folded(heading: Heading) -> str:
    return fold("\n".join((heading.text, *(line.text for line in heading.lines))))


def _heading(heading: Heading) -> QStandardItem:
    head = _item(heading.text, heading.key)
    font = QFont(QGuiApplication.font())
    font.setWeight(QFont.Weight.DemiBold)
    head.setFont(font)
    for line in heading.lines:
        row = _item(line.text, line.key)
        row.setIcon(icon(*line.icon))
        head.appendRow(row)
    return head


def _item(text: str, key: tuple[str, str] | None) -> QStandardItem:
    item = QStandardItem(text)
    item.setToolTip(plain_tip(text))
    item.setFlags(Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable)
    item.setData(key, KEY)
    return item
