"""One step beside the list: what it is, whose, what it changed in words and colours, and how to take it back."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from majlis.calendars.words import short_day
from majlis.programme.journal import FieldChange, Step
from majlis.programme.journal.grouping import grouped
from majlis.programme.refusal import Refusal
from majlis.ui.differences.rows import rows_of
from majlis.ui.differences.speech import wording
from majlis.ui.differences.tree import DifferencesTree
from majlis.ui.icons import set_icon
from majlis.ui.labels import label
from majlis.ui.languages import isolated
from majlis.ui.live import Live


class Changes(QFrame):
    """Shows one step of the history; the signals ask for a record, its history, or to take the step back."""

    record_wanted = Signal(str, str)
    history_wanted = Signal(str, str)

    def __init__(self, live: Live, parent: QWidget) -> None:
        super().__init__(parent)
        self._live = live
        self._shown: tuple[int, object] = (-1, None)
        self._title = label("", self, "heading", wrap=True)
        self._when = label("", self, "muted", wrap=True)
        self.take_back = QPushButton(self.tr("Take back this step"), self)
        self.take_back.setObjectName("history.take_back.button")
        self.take_back.setToolTip(
            self.tr("What this step did is taken back as a new step; what came later is left alone.")
        )
        set_icon(self.take_back, "rotate-ccw")
        self.tree = DifferencesTree("history.changes", self.tr("What the step changed"), self)
        self.tree.record_wanted.connect(self.record_wanted)
        self.tree.history_wanted.connect(self.history_wanted)
        self._hint = label(self.tr("Choose a step to see what it changed."), self, "muted", wrap=True)
        self._hint.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._lay_out()
        self.show_step(None, "")

    def show_step(self, step: Step | None, state: str) -> None:
        """Show a step and how it stands in words, or that none is chosen."""
        for each in (self._title, self._when, self.take_back, self.tree):
            each.setVisible(step is not None)
        self._hint.setVisible(step is None)
        if step is None:
            self._shown = -1, None
            return
        at = isolated(f"{short_day(step.at.astimezone().date())} {step.at.astimezone():%Y %H:%M:%S}")
        self._title.setText(step.label)
        self._when.setText(", ".join(filter(None, (at, isolated(step.who), state))))
        self.take_back.setEnabled(not self._live.document.read_only and "undone" not in state)
        now = step.id, self._live.programme
        if now != self._shown:
            self._shown = now
            self._read(step)

    def _read(self, step: Step) -> None:
        try:
            changes: tuple[FieldChange, ...] = self._live.document.changes_of(step.id)
        except Refusal as refusal:
            self._live.notice.emit(str(refusal))
            changes = ()
        words = wording(self._live.programme).knowing(changes)
        self.tree.show_rows(rows_of(grouped(changes, words), words))

    def _lay_out(self) -> None:
        buttons = QHBoxLayout()
        buttons.addWidget(self.take_back)
        buttons.addStretch(1)
        head = QVBoxLayout()
        head.setContentsMargins(14, 14, 14, 4)
        head.setSpacing(6)
        head.addWidget(self._title)
        head.addWidget(self._when)
        head.addLayout(buttons)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(4)
        rows.addLayout(head)
        rows.addWidget(self.tree, 1)
        rows.addWidget(self._hint, 1)
        self.setMinimumWidth(340)
