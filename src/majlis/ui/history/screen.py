"""The screen of the history: filters, the steps by day, and what the chosen one changed."""

from typing import ClassVar

from PySide6.QtCore import QByteArray, QPoint, Qt, Slot
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QMenu,
    QPushButton,
    QSplitter,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)
from typing_extensions import override

from majlis.programme.edits.records import quoted
from majlis.programme.journal import Step
from majlis.programme.refusal import Refusal
from majlis.ui.commands import Command
from majlis.ui.guard import guarded
from majlis.ui.history.changes import Changes
from majlis.ui.history.filters import Filters
from majlis.ui.history.log import Log
from majlis.ui.history.model import StepsModel
from majlis.ui.history.reading import LogReader
from majlis.ui.history.table import StepsTable
from majlis.ui.icons import set_icon
from majlis.ui.labels import label
from majlis.ui.live import Live
from majlis.ui.screen import Screen


def _can_take_back(screen: "HistoryScreen") -> bool:
    step = screen.chosen
    return step is not None and not screen.live.document.read_only and not screen.model.log.state_of(step)


class HistoryScreen(Screen):
    """Every step that anybody took on this event, newest first."""

    id: ClassVar[str] = "history"
    title: ClassVar[str] = "History"
    icon: ClassVar[str] = "history"
    commands: ClassVar[tuple[Command, ...]] = (
        Command(
            id="history.take_back",
            text="Take back the chosen step",
            menu="Edit",
            group="history",
            icon="rotate-ccw",
            enabled=_can_take_back,
            run=lambda screen: screen.take_back(),
        ),
    )

    def __init__(self, live: Live, parent: QWidget | None = None) -> None:
        super().__init__(live, parent)
        self._stale = True
        self.reader = LogReader(live, self)
        self.model = StepsModel(self)
        self.table = StepsTable(self.model, self)
        self.filters = Filters(self)
        self.undo = QPushButton(self.tr("Undo"), self)
        self.redo = QPushButton(self.tr("Redo"), self)
        self.changes = Changes(live, self)
        self._count = label("", self, "count")
        self._empty = label("", self, "muted", wrap=True)
        self._pages = QStackedWidget(self)
        self._splitter = QSplitter(Qt.Orientation.Horizontal, self)
        self._lay_out()
        self._connect()

    @property
    def chosen(self) -> Step | None:
        """The step that is chosen."""
        return self.model.step_at(self.table.currentIndex().row())

    def show_record(self, table: str, key: str) -> None:
        """Show the steps about one record and what belongs to it, there or gone."""
        record = self.live.programme.tables[table].get(key)
        name = quoted(self.live.programme, record) if record is not None else self.tr("what is gone")
        try:
            steps = self.live.document.steps_about(table, key)
        except Refusal as refusal:
            self.live.notice.emit(str(refusal))
            return
        self.show_steps(self.tr("All that was done to {name}").format(name=name), steps)

    def show_steps(self, words: str, steps: frozenset[int]) -> None:
        """Show some steps alone, and in words which they are."""
        self.filters.show_about(words, steps)
        self.table.setFocus()

    def show_brought(self) -> None:
        """Show what merges brought in."""
        self._refresh()
        self.filters.show_brought()
        self.table.setFocus()

    @Slot()
    def take_back(self) -> None:
        """Take the chosen step back, as a new one."""
        step = self.chosen
        if step is not None:
            self.live.take_back(step)

    @override
    def focus_filter(self) -> None:
        self.filters.words.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.filters.words.selectAll()

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
        self._stale = not self.isVisible()
        if self._stale:
            return
        self.reader.refresh()
        document = self.live.document
        for button, words in ((self.undo, document.undo_label), (self.redo, document.redo_label)):
            button.setEnabled(not document.read_only and bool(words))
            button.setAccessibleDescription(words)

    @Slot(object)
    def _take(self, log: Log) -> None:
        # whoever looks at the newest step goes on doing so
        chosen = self.chosen if self.table.currentIndex().row() > 1 else None
        self.filters.offer(log)
        self._show(log, chosen)

    @Slot()
    def _filter(self) -> None:
        self._show(self.model.log, self.chosen)

    def _show(self, log: Log, chosen: Step | None) -> None:
        self.model.show(log, self.filters.wanted())
        shown, total = self.model.count, sum(len(day.entries) for day in log.days)
        self._count.setText(f"{shown:,}" if shown == total else f"{shown:,} / {total:,}")
        self._pages.setCurrentWidget(self.table if shown else self._empty)
        row = self.model.row_of(chosen.id) if chosen is not None else -1
        self.table.choose(max(row, 0))
        self._show_chosen()

    @Slot()
    def _show_chosen(self, *_: object) -> None:
        step = self.chosen
        self.changes.show_step(step, self.model.state_of(step) if step is not None else "")
        self.selected.emit()

    @Slot(QPoint)
    def _offer(self, at: QPoint) -> None:
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        step = self.chosen
        action = menu.addAction(self.tr("Take back this step"), self.take_back)
        action.setEnabled(_can_take_back(self))
        if step is not None:
            menu.addAction(self.tr("Only the steps of {who}").format(who=step.who), self._show_person)
        menu.popup(at)

    @Slot()
    def _show_person(self) -> None:
        step = self.chosen
        if step is not None:
            self.filters.who.setCurrentIndex(self.filters.who.findData(step.who))

    @Slot(str, str)
    def _show_record(self, table: str, key: str) -> None:
        self.show_record(table, key)

    def _connect(self) -> None:
        self.reader.read.connect(self._take)
        self.filters.changed.connect(self._filter)
        self.undo.clicked.connect(self.live.undo)
        self.redo.clicked.connect(self.live.redo)
        self.table.selectionModel().currentRowChanged.connect(self._show_chosen)
        self.table.menu_wanted.connect(self._offer)
        self.changes.take_back.clicked.connect(self.take_back)
        self.changes.record_wanted.connect(self.wanted)
        self.changes.history_wanted.connect(self._show_record)
        self.live.changed.connect(self._refresh)

    def _lay_out(self) -> None:
        self.undo.setObjectName("history.undo")
        self.redo.setObjectName("history.redo")
        set_icon(self.undo, "undo-2")
        set_icon(self.redo, "redo-2")
        head = QHBoxLayout()
        head.setContentsMargins(14, 12, 14, 10)
        head.setSpacing(10)
        head.addWidget(label(self.title, self, "title"))
        head.addWidget(self._count)
        head.addStretch(1)
        head.addWidget(self.undo)
        head.addWidget(self.redo)
        self._empty.setText(self.tr("No step matches these filters."))
        self._empty.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._pages.addWidget(self.table)
        self._pages.addWidget(self._empty)
        side = QFrame(self)
        rows = QVBoxLayout(side)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(0)
        rows.addLayout(head)
        rows.addWidget(self.filters)
        rows.addWidget(self._pages, 1)
        self._splitter.addWidget(side)
        self._splitter.addWidget(self.changes)
        self._splitter.setStretchFactor(0, 1)
        self._splitter.setCollapsible(0, False)  # noqa: FBT003 - Qt's own signature
        self._splitter.setSizes([760, 480])
        outer = QHBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(self._splitter)
