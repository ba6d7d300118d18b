"""What the four list screens share: a head with a filter, the table or what to do without, the inspector."""

from typing import ClassVar

from PySide6.QtCore import QByteArray, QItemSelection, QItemSelectionModel, Qt, Slot
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLineEdit,
    QPushButton,
    QSplitter,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)
from typing_extensions import override

from majlis.programme.edits.edit import Edit
from majlis.programme.edits.records import add, remove
from majlis.programme.records import Record
from majlis.ui.guard import guarded
from majlis.ui.icons import icon, set_icon
from majlis.ui.inspectors.form import Inspector
from majlis.ui.labels import label
from majlis.ui.lists.empty import Empty
from majlis.ui.lists.model import RecordModel
from majlis.ui.lists.view import RecordTable
from majlis.ui.live import Live
from majlis.ui.screen import Screen


class ListScreen(Screen):
    """A list of one table's records with the inspector of the selected one beside it."""

    inspector_kind: ClassVar[type[Inspector]]
    add_text: ClassVar[str]
    empty_text: ClassVar[str]

    def __init__(self, live: Live, parent: QWidget | None = None) -> None:
        super().__init__(live, parent)
        self.model = RecordModel(live, self.id, self)
        self.table = RecordTable(live, self.model, self.title, self)
        self._inspector: Inspector | None = None
        self._count = label("", self, "count")
        self.filter = QLineEdit(self)
        self._add = QPushButton(self.add_text, self)
        self._empty = Empty(self.empty_text, self.add_text, self)
        self._pages = QStackedWidget(self)
        self._side = QStackedWidget(self)
        self._splitter = QSplitter(Qt.Orientation.Horizontal, self)
        self._lay_out()
        self._connect()
        self._refresh()

    def new_record(self) -> Record:
        """Return the record that `add` adds, still without a name."""
        raise NotImplementedError

    @property
    def inspector(self) -> Inspector:
        """The inspector, made when a record is first shown."""
        if self._inspector is None:
            self._inspector = self.inspector_kind(self.live, self._side)
            self._inspector.wanted.connect(self.wanted)
            self._side.addWidget(self._inspector)
        return self._inspector

    @override
    @guarded(None)
    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.model.wake()
        self._refresh()

    @property
    @override
    def selection(self) -> tuple[str, ...]:
        rows = self.table.selectionModel().selectedRows()
        return tuple(self.model.ids[index.row()] for index in sorted(rows, key=lambda one: one.row()))

    @override
    def reveal(self, table: str, key: str) -> None:
        if self.model.row_of(key) < 0 and self.model.query:
            self.filter.clear()
        self.select((key,))
        self.table.setFocus()

    def select(self, keys: tuple[str, ...]) -> None:
        """Select the rows of these records, and scroll to the first."""
        selection = QItemSelection()
        rows = [row for row in map(self.model.row_of, keys) if row >= 0]
        last = len(self.model.columns) - 1
        for row in rows:
            selection.select(self.model.index(row, 0), self.model.index(row, last))
        chosen = self.table.selectionModel()
        if rows:
            chosen.setCurrentIndex(self.model.index(rows[0], 0), QItemSelectionModel.SelectionFlag.NoUpdate)
            self.table.scrollTo(self.model.index(rows[0], 0))
        chosen.select(selection, QItemSelectionModel.SelectionFlag.ClearAndSelect)

    @override
    @Slot()
    def add(self) -> None:
        record = self.new_record()
        if not self.live.make(lambda programme: add(programme, record)):
            return
        self.reveal(self.id, record.id)
        self.inspector.focus_name()

    @override
    @Slot()
    def delete(self) -> None:
        keys = self.selection
        if not keys or self.live.document.read_only:
            return
        row = self.model.row_of(keys[0])
        records = self.live.programme.tables[self.id]
        if self.live.make(lambda programme: remove(programme, [records[key] for key in keys])):
            words = self.tr("Removed; Ctrl+Z brings it back") if len(keys) == 1 else ""
            self.live.notice.emit(words or self.tr("Removed; Ctrl+Z brings them back"))
            if self.model.ids:
                self.select((self.model.ids[min(row, len(self.model.ids) - 1)],))

    @override
    def commit(self) -> None:
        if self._inspector is not None:
            self._inspector.commit()

    @override
    def focus_filter(self) -> None:
        self.filter.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.filter.selectAll()

    @override
    def save_state(self) -> dict[str, object]:
        return {"columns": self.table.horizontalHeader().saveState(), "splitter": self._splitter.saveState()}

    @override
    def restore_state(self, state: dict[str, object]) -> None:
        columns, splitter = state.get("columns"), state.get("splitter")
        if isinstance(columns, QByteArray):
            self.table.horizontalHeader().restoreState(columns)
        if isinstance(splitter, QByteArray):
            self._splitter.restoreState(splitter)

    def _lay_out(self) -> None:
        list_side = QFrame(self)
        rows = QVBoxLayout(list_side)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(0)
        rows.addLayout(self._head())
        self._pages.addWidget(self.table)
        self._pages.addWidget(self._empty)
        rows.addWidget(self._pages, 1)
        hint = label(self.tr("Choose a row to see and edit it here."), self._side, "muted", wrap=True)
        hint.setAlignment(Qt.AlignmentFlag.AlignCenter)
        hint.setMargin(24)
        self._side.addWidget(hint)
        self._hint = hint
        self._splitter.addWidget(list_side)
        self._splitter.addWidget(self._side)
        self._splitter.setStretchFactor(0, 1)
        self._splitter.setCollapsible(0, False)  # noqa: FBT003 - Qt takes it by position alone
        self._splitter.setSizes([900, 366])
        outer = QHBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(self._splitter)

    def _head(self) -> QHBoxLayout:
        self.filter.setObjectName(f"{self.id}.filter")
        self.filter.setPlaceholderText(self.tr("Filter: any words, any script"))
        self.filter.setAccessibleName(self.tr("Filter {title}").format(title=self.title.lower()))
        self.filter.setClearButtonEnabled(True)
        self.filter.addAction(icon("list-filter"), QLineEdit.ActionPosition.LeadingPosition)
        self._add.setObjectName(f"{self.id}.add")
        set_icon(self._add, "plus")
        head = QHBoxLayout()
        head.setContentsMargins(14, 12, 14, 10)
        head.setSpacing(10)
        head.addWidget(label(self.title, self, "title"))
        head.addWidget(self._count)
        head.addStretch(1)
        self.filter.setMinimumWidth(160)
        self.filter.setMaximumWidth(300)
        head.addWidget(self.filter, 2)
        head.addWidget(self._add)
        return head

    def _connect(self) -> None:
        self.filter.textChanged.connect(self._filter)
        self._add.clicked.connect(self.add)
        self._empty.add.clicked.connect(self.add)
        self._empty.clear.clicked.connect(self.filter.clear)
        self.table.remove_wanted.connect(self.delete)
        self.table.open_wanted.connect(self._open)
        self.table.selectionModel().selectionChanged.connect(self._show_selected)
        self.live.changed.connect(self._take)

    @Slot(str)
    def _filter(self, query: str) -> None:
        keys = self.selection
        self.model.filter(query)
        self.select(keys)
        self._refresh()

    @Slot(object)
    def _take(self, edit: Edit) -> None:
        keys = self.selection
        self.model.take(edit)
        if keys and not self.selection:
            self.select(keys)
        self._refresh()

    @Slot()
    def _open(self) -> None:
        if self.selection:
            self.inspector.focus_name()

    @Slot()
    def _show_selected(self) -> None:
        keys = self.selection
        if len(keys) == 1:
            self.inspector.show_record(keys[0])
            self._side.setCurrentWidget(self.inspector)
        else:
            if self._inspector is not None:
                self._inspector.show_record("")
            many = self.tr("{count} selected. Delete removes them; one alone can be edited here.")
            one = self.tr("Choose a row to see and edit it here.")
            self._hint.setText(many.format(count=len(keys)) if keys else one)
            self._side.setCurrentWidget(self._hint)
        self.selected.emit()

    def _refresh(self) -> None:
        total, shown = len(self.live.programme.tables[self.id]), len(self.model.ids)
        self._count.setText(f"{shown:,}" if shown == total else f"{shown:,} / {total:,}")
        self._empty.show_reason(self.model.query if total else "")
        self._pages.setCurrentWidget(self.table if shown else self._empty)
        self._add.setEnabled(not self.live.document.read_only)
        self._empty.add.setEnabled(not self.live.document.read_only)
