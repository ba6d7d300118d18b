"""The screen of the history: the steps, undo and redo, and what the chosen step changed."""

from typing import ClassVar

from PySide6.QtCore import QByteArray, Qt, Slot
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QHBoxLayout,
    QHeaderView,
    QLineEdit,
    QPushButton,
    QSplitter,
    QTableView,
    QVBoxLayout,
    QWidget,
)
from typing_extensions import override

from majlis.programme.journal import Step
from majlis.ui.guard import guarded
from majlis.ui.history.changes import Changes
from majlis.ui.history.model import StepsModel
from majlis.ui.icons import icon, set_icon
from majlis.ui.labels import label
from majlis.ui.live import Live
from majlis.ui.screen import Screen


class HistoryScreen(Screen):
    """Every step that anybody took on this file, newest first."""

    id: ClassVar[str] = "history"
    title: ClassVar[str] = "History"
    icon: ClassVar[str] = "history"

    def __init__(self, live: Live, parent: QWidget | None = None) -> None:
        super().__init__(live, parent)
        self._stale = True
        self.model = StepsModel(self)
        self.table = QTableView(self)
        self.filter = QLineEdit(self)
        self.undo = QPushButton(self.tr("Undo"), self)
        self.redo = QPushButton(self.tr("Redo"), self)
        self.changes = Changes(live, self)
        self._count = label("", self, "count")
        self._splitter = QSplitter(Qt.Orientation.Horizontal, self)
        self._lay_out()
        self.filter.textChanged.connect(self._refresh)
        self.undo.clicked.connect(live.undo)
        self.redo.clicked.connect(live.redo)
        self.table.selectionModel().currentRowChanged.connect(self._show_chosen)
        live.changed.connect(self._refresh)

    @property
    def chosen(self) -> Step | None:
        """The step that is chosen."""
        row = self.table.currentIndex().row()
        return self.model.steps[row] if 0 <= row < len(self.model.steps) else None

    @override
    def focus_filter(self) -> None:
        self.filter.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.filter.selectAll()

    @override
    def save_state(self) -> dict[str, object]:
        return {"splitter": self._splitter.saveState()}

    @override
    def restore_state(self, state: dict[str, object]) -> None:
        splitter = state.get("splitter")
        if isinstance(splitter, QByteArray):
            self._splitter.restoreState(splitter)

    @override
    @guarded(None)
    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self._stale:
            self._refresh()

    @Slot()
    def _refresh(self, *_: object) -> None:
        if not self.isVisible():
            self._stale = True
            return
        self._stale = False
        # whoever looks at the newest step goes on doing so
        chosen = self.chosen if self.table.currentIndex().row() > 0 else None
        steps = self.live.document.history()
        self.model.show(steps, self.filter.text().strip())
        self._count.setText(f"{len(self.model.steps):,}")
        ids = [step.id for step in self.model.steps]
        if ids:
            row = ids.index(chosen.id) if chosen is not None and chosen.id in ids else 0
            self.table.setCurrentIndex(self.model.index(row, 1))
        self._show_chosen()
        document, writable = self.live.document, not self.live.document.read_only
        for button, words in ((self.undo, document.undo_label), (self.redo, document.redo_label)):
            button.setEnabled(writable and bool(words))
            button.setAccessibleDescription(words)

    @Slot()
    def _show_chosen(self, *_: object) -> None:
        self.changes.show_step(self.chosen)

    def _lay_out(self) -> None:
        self.filter.setObjectName("history.filter")
        self.filter.setPlaceholderText(self.tr("Filter by words or name"))
        self.filter.setAccessibleName(self.tr("Filter the history"))
        self.filter.setClearButtonEnabled(True)
        self.filter.addAction(icon("list-filter"), QLineEdit.ActionPosition.LeadingPosition)
        self.filter.setMaximumWidth(280)
        self.undo.setObjectName("history.undo")
        self.redo.setObjectName("history.redo")
        set_icon(self.undo, "undo-2")
        set_icon(self.redo, "redo-2")
        self.table.setObjectName("history.list")
        self.table.setAccessibleName(self.tr("Steps, newest first"))
        self.table.setModel(self.model)
        self.table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.table.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.table.setShowGrid(False)
        self.table.setFrameShape(QFrame.Shape.NoFrame)
        self.table.setTabKeyNavigation(False)
        self.table.verticalHeader().hide()
        self.table.verticalHeader().setDefaultSectionSize(34)
        header = self.table.horizontalHeader()
        header.setHighlightSections(False)
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeading | Qt.AlignmentFlag.AlignVCenter)
        header.setSectionResizeMode(1, QHeaderView.ResizeMode.Stretch)
        for column, width in ((0, 170), (2, 130), (3, 80)):
            self.table.setColumnWidth(column, width)
        head = QHBoxLayout()
        head.setContentsMargins(14, 12, 14, 10)
        head.setSpacing(10)
        head.addWidget(label(self.title, self, "title"))
        head.addWidget(self._count)
        head.addStretch(1)
        for each in (self.filter, self.undo, self.redo):
            head.addWidget(each)
        side = QFrame(self)
        rows = QVBoxLayout(side)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(0)
        rows.addLayout(head)
        rows.addWidget(self.table, 1)
        self._splitter.addWidget(side)
        self._splitter.addWidget(self.changes)
        self._splitter.setStretchFactor(0, 1)
        self._splitter.setCollapsible(0, False)  # noqa: FBT003 - Qt's own signature
        self._splitter.setSizes([760, 460])
        outer = QHBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(self._splitter)
