"""What one step changed: each record with its fields before and after."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QStandardItem, QStandardItemModel
from PySide6.QtWidgets import QAbstractItemView, QFrame, QHeaderView, QTreeView, QVBoxLayout, QWidget

from majlis.programme.journal import Step
from majlis.programme.journal.wording import RecordWords, all_in_words
from majlis.programme.refusal import Refusal
from majlis.ui.labels import label
from majlis.ui.languages import isolated
from majlis.ui.live import Live
from majlis.ui.tips import plain_tip

LIMIT = 300
"""Records whose changes are shown; an import has thousands, and the list says how many are left out."""


class Changes(QFrame):
    """Shows one step of the history."""

    def __init__(self, live: Live, parent: QWidget) -> None:
        super().__init__(parent)
        self._live = live
        self._shown = -1
        self._title = label("", self, "heading", wrap=True)
        self._when = label("", self, "muted", wrap=True)
        self.model = QStandardItemModel(self)
        self.tree = QTreeView(self)
        self.tree.setObjectName("history.changes")
        self.tree.setAccessibleName(self.tr("What the step changed"))
        self.tree.setModel(self.model)
        self.tree.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.tree.setFrameShape(QFrame.Shape.NoFrame)
        self.tree.setWordWrap(True)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(14, 14, 8, 8)
        rows.addWidget(self._title)
        rows.addWidget(self._when)
        rows.addWidget(self.tree, 1)
        self.setMinimumWidth(340)

    def show_step(self, step: Step | None) -> None:
        """Show a step, or that none is chosen."""
        if step is None:
            self._title.setText("")
            self._when.setText(self.tr("Choose a step to see what it changed."))
            self._shown = -1
            self.tree.hide()
            return
        state = self.tr("undone at present") if step.undone else ""
        at = isolated(f"{step.at.astimezone():%d %b %Y %H:%M:%S}")
        self._title.setText(step.label)
        self._when.setText(", ".join(filter(None, (at, step.who, state))))
        if step.id != self._shown:
            self._shown = step.id
            self._read(step)
        self.tree.show()

    def _read(self, step: Step) -> None:
        try:
            changes = self._live.document.changes_of(step.id)
        except Refusal as refusal:
            self._live.notice.emit(str(refusal))
            changes = ()
        self.model.clear()
        self.model.setHorizontalHeaderLabels([self.tr("Field"), self.tr("Before"), self.tr("After")])
        for record in all_in_words(self._live.programme, changes[:LIMIT]):
            self.model.appendRow(_rows(record))
        if len(changes) > LIMIT:
            more = QStandardItem(self.tr("and {count} more records").format(count=f"{len(changes) - LIMIT:,}"))
            self.model.appendRow(more)
        for row in range(self.model.rowCount()):
            self.tree.setFirstColumnSpanned(row, self.tree.rootIndex(), True)  # noqa: FBT003 - Qt's own signature
        if len(changes) <= 20:
            self.tree.expandAll()
        header = self.tree.header()
        header.setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        header.setSectionResizeMode(0, QHeaderView.ResizeMode.ResizeToContents)


def _rows(record: RecordWords) -> QStandardItem:
    head = _cell(f"{record.record}, {record.done}")
    for field in record.fields:
        head.appendRow([_cell(field.field), _cell(field.before or "–"), _cell(field.after or "–")])
    return head


def _cell(text: str) -> QStandardItem:
    cell = QStandardItem(text)
    cell.setToolTip(plain_tip(text))
    cell.setFlags(Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable)
    cell.setTextAlignment(Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeading)
    return cell
