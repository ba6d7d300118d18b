"""The form for a new event that another program's schedule makes: what was found in it, and where to save it."""

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer, Signal, Slot
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QFileDialog,
    QFormLayout,
    QHBoxLayout,
    QLineEdit,
    QProgressBar,
    QPushButton,
    QVBoxLayout,
    QWidget,
)
from typing_extensions import override

from majlis.calendars.words import date_range
from majlis.document import Document
from majlis.programme.programme import Programme
from majlis.programme.refusal import Refusal
from majlis.ui.background import Background, Progress
from majlis.ui.buttons import make_main
from majlis.ui.exchanging import read_source
from majlis.ui.guard import guarded
from majlis.ui.labels import label
from majlis.ui.languages import LTR, isolated
from majlis.ui.new_event import SUFFIX, proposed_path, with_suffix

if TYPE_CHECKING:
    from majlis.exchange.formats import Reading

_PATIENCE = 300
"""Milliseconds of reading after which the form is shown without what is read."""


class NewFromSchedule(QDialog):
    """Reads a schedule, says what is in it, and makes an event of it if that is wanted.

    `made` carries the open document, the reading and the name of the source; `refused` a sentence where the file
    holds no schedule.
    """

    made = Signal(object, object, str)
    refused = Signal(str)

    def __init__(self, source: Path, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("new.schedule")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("New event from {name}").format(name=source.name))
        self._source = source
        self._reading: Reading | None = None
        self._programme = Programme.of()
        self._worker = Background(self)
        self.bar = QProgressBar(self)
        self.found = label("", self, wrap=True)
        self.found.setObjectName("new.schedule.found")
        self.path = QLineEdit(self)
        self.refusal = label("", self, "error", wrap=True)
        self.refusal.setObjectName("new.schedule.refusal")
        self.refusal.hide()
        self._make_button = QPushButton(self.tr("Make the event"), self)
        self._lay_out()

    def begin(self) -> None:
        """Read the schedule; the form is shown when that is done, or when it takes long."""
        patience = QTimer(self)
        patience.setSingleShot(True)
        patience.timeout.connect(self.show)
        job = self._worker.start("", self._read, done=self._take, failed=self._fail)
        job.progress.connect(self._show_progress)
        job.ended.connect(patience.stop)
        job.ended.connect(self._end)
        patience.start(_PATIENCE)

    def _lay_out(self) -> None:
        rows = QVBoxLayout(self)
        rows.setContentsMargins(24, 20, 24, 16)
        rows.setSpacing(12)
        rows.addWidget(label(self.windowTitle(), self, "title", wrap=True))
        self.found.setText(self.tr("Reading {name} …").format(name=isolated(self._source.name)))
        rows.addWidget(self.found)
        rows.addWidget(self.bar)
        self.bar.setTextVisible(False)
        self.bar.setAccessibleName(self.tr("How much is read"))
        choose = QPushButton(self.tr("Choose…"), self)
        choose.clicked.connect(self._choose_path)
        self.path.setObjectName("new.schedule.path")
        self.path.setAccessibleName(self.tr("Save as"))
        self.path.setLayoutDirection(LTR)
        where = QHBoxLayout()
        where.setSpacing(8)
        where.addWidget(self.path, 1)
        where.addWidget(choose)
        form = QFormLayout()
        form.setHorizontalSpacing(14)
        form.addRow(self.tr("Save as"), where)
        rows.addLayout(form)
        rows.addWidget(self.refusal)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel, self)
        buttons.addButton(self._make_button, QDialogButtonBox.ButtonRole.AcceptRole)
        self._make_button.setObjectName("new.schedule.make")
        self._make_button.setEnabled(False)
        make_main(self._make_button)
        buttons.accepted.connect(self._make)
        buttons.rejected.connect(self.reject)
        rows.addWidget(buttons)
        self.setMinimumWidth(520)

    def _read(self, tell: Progress) -> "Reading":
        return read_source(self._source, Programme.of(), tell)

    @Slot(float)
    def _show_progress(self, part: float) -> None:
        self.bar.setValue(round(part * 100))

    def _take(self, reading: "Reading") -> None:
        self._reading = reading
        self._programme = Programme.of().changed(
            (each.table, each.id, each.after) for each in reading.edit.changes
        )
        self.bar.hide()
        self.found.setText(self._words(reading))
        self.path.setText(str(proposed_path(self._programme.event.title.best() or self._source.stem)))
        self._make_button.setEnabled(True)
        self.show()
        self._make_button.setFocus()

    def _words(self, reading: "Reading") -> str:
        event, days = self._programme.event, self._programme.days_in_order()
        title = event.title.best() or self.tr("An event without a title")
        dates = date_range(days[0].date, days[-1].date, "en") if days else self.tr("no days yet")
        lines = (isolated(title), dates, self._counts(reading), self._doubts(len(reading.doubts)))
        return "\n".join(filter(None, lines))

    def _counts(self, reading: "Reading") -> str:
        words = {
            "sessions": (self.tr("1 session"), self.tr("{count} sessions")),
            "people": (self.tr("1 person"), self.tr("{count} people")),
            "places": (self.tr("1 place"), self.tr("{count} places")),
            "themes": (self.tr("1 theme"), self.tr("{count} themes")),
        }
        counted = ((one if count == 1 else many, count) for table, (one, many) in words.items()
                   if (count := reading.added.get(table, 0)))  # fmt: skip
        return ", ".join(said.format(count=f"{count:,}") for said, count in counted)

    def _doubts(self, count: int) -> str:
        if not count:
            return ""
        told = self.tr("1 doubt, told afterwards") if count == 1 else self.tr("{count} doubts, told afterwards")
        return told.format(count=f"{count:,}")

    def _fail(self, sentence: str) -> None:
        self.refused.emit(f"{isolated(self._source.name)}: {sentence}")

    @Slot()
    def _end(self) -> None:
        if self._reading is None:
            self.reject()

    @Slot()
    def _choose_path(self) -> None:
        kinds = self.tr("Majlis events") + f" (*{SUFFIX})"
        path, _ = QFileDialog.getSaveFileName(self, self.tr("Save the event as"), self.path.text(), kinds)
        if path:
            self.path.setText(path)

    @Slot()
    def _make(self) -> None:
        reading = self._reading
        if reading is None:
            return
        try:
            path = with_suffix(self.path.text())
            document = Document.create(path, self._programme, reading.edit.label, reading.contents)
        except Refusal as refusal:
            self.refusal.setText(str(refusal))
            self.refusal.show()
        else:
            self.made.emit(document, reading, self._source.name)
            self.accept()

    @override
    @guarded(None)
    def done(self, result: int) -> None:
        self._worker.stop()
        super().done(result)
        self.deleteLater()  # one that was never shown is not closed either
