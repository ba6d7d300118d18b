"""One problem beside the list: its sentence, its rule, what it is about, and its waiver."""

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLineEdit, QPushButton, QVBoxLayout, QWidget

from majlis.document import user_name
from majlis.programme.edits.records import SINGULAR
from majlis.programme.edits.waivers import unwaive, waive
from majlis.programme.names import name_of
from majlis.programme.rules import RULES, Problem
from majlis.ui.icons import set_icon
from majlis.ui.labels import label
from majlis.ui.languages import isolated
from majlis.ui.layouts import clear
from majlis.ui.live import Live
from majlis.ui.problems.model import name_of_rule

PLACED = frozenset(
    {
        "place_double_booked",
        "person_double_booked",
        "place_closed",
        "person_unavailable",
        "outside_event",
        "outside_parent",
        "turnover_too_short",
        "place_too_small",
        "same_session_twice",
    }
)
"""The rules whose problems are best seen on the timetable."""


class Details(QFrame):
    """Shows one problem; `wanted` asks for a record on its screen."""

    wanted = Signal(str, str)

    def __init__(self, live: Live, parent: QWidget) -> None:
        super().__init__(parent)
        self._live = live
        self.problem: Problem | None = None
        self._rule = label("", self, "heading", wrap=True)
        self._text = label("", self, wrap=True)
        self._words = label("", self, "muted", wrap=True)
        self._text.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._records = QVBoxLayout()
        self._waived = label("", self, wrap=True)
        self.reason = QLineEdit(self)
        self.waive = QPushButton(self.tr("Waive"), self)
        self.unwaive = QPushButton(self.tr("Take the waiver back"), self)
        self._hint = label(self.tr("Choose a problem to see what it is about."), self, "muted", wrap=True)
        self._body = QWidget(self)
        self._lay_out()
        self.waive.clicked.connect(self._waive)
        self.reason.returnPressed.connect(self._waive)
        self.unwaive.clicked.connect(self._unwaive)
        self.show_problem(None)

    def show_problem(self, problem: Problem | None) -> None:
        """Show another problem, or none."""
        if problem is None or self.problem is None or problem.fingerprint != self.problem.fingerprint:
            self.reason.clear()
        self.problem = problem
        self._hint.setVisible(problem is None)
        self._body.setVisible(problem is not None)
        if problem is None:
            return
        self._rule.setText(name_of_rule(problem.rule))
        self._text.setText(problem.text)
        rule = next((each for each in RULES if each.id == problem.rule), None)
        self._words.setText(rule.words if rule else "")
        clear(self._records)
        for key in problem.about:
            self._offer(key)
        self._show_waiver(problem)

    def open_first(self) -> None:
        """Ask for the record that is to be opened first, on the screen where the problem is best mended."""
        if self.problem is not None and self.problem.about:
            key = self.problem.about[0]
            placement = self._placement_of(key) if self.problem.rule in PLACED else ""
            record = self._live.programme.find(key)
            if placement:
                self.wanted.emit("placements", placement)
            elif record is not None:
                self.wanted.emit(record.table, key)

    def _offer(self, key: str) -> None:
        record = self._live.programme.find(key)
        if record is None:
            return
        holder = QWidget(self._body)
        row = QHBoxLayout(holder)
        row.setContentsMargins(0, 0, 0, 0)
        button = QPushButton(isolated(name_of(self._live.programme, record)), holder)
        button.setText(_short(button.text()).replace("&", "&&"))
        button.setProperty("role", "plain")
        button.setProperty("record", [record.table, key])
        button.setAccessibleName(f"{SINGULAR[record.table]}: {name_of(self._live.programme, record)}")
        set_icon(
            button, {"sessions": "presentation", "people": "user", "places": "door-open"}.get(record.table, "tag")
        )
        button.clicked.connect(self._open)
        row.addWidget(button, 1, Qt.AlignmentFlag.AlignLeading)
        placement = self._placement_of(key)
        if placement:
            there = QPushButton(self.tr("Timetable"), holder)
            there.setAccessibleName(self.tr("Show on the timetable"))
            there.setToolTip(self.tr("Show on the timetable"))
            there.setProperty("record", ["placements", placement])
            there.clicked.connect(self._open)
            row.addWidget(there)
        self._records.addWidget(holder)

    def _placement_of(self, key: str) -> str:
        if key not in self._live.programme.sessions:
            return ""
        placed = self._live.programme.placements_of(key)
        return next((one.id for one in placed if one.start is not None), "")

    def _show_waiver(self, problem: Problem) -> None:
        waiver = self._live.programme.waivers.get(problem.fingerprint)
        writable = not self._live.document.read_only
        for each in (self.waive, self.reason):
            each.setVisible(waiver is None)
            each.setEnabled(writable)
        self.unwaive.setVisible(waiver is not None)
        self.unwaive.setEnabled(writable)
        if waiver is not None:
            words = self.tr("Waived by {who}: {reason}").format(who=waiver.who or "?", reason=waiver.reason)
        else:
            words = self.tr(
                "If this is meant to be so, say why and waive it. It comes back when who, where or when change."
            )
        self._waived.setText(words)

    @Slot()
    def _open(self) -> None:
        button = self.sender()
        if isinstance(button, QPushButton):
            table, key = button.property("record")
            self.wanted.emit(str(table), str(key))

    @Slot()
    def _waive(self) -> None:
        problem, reason = self.problem, self.reason.text()
        if problem is not None and self._live.make(
            lambda now: waive(now, problem, reason=reason, who=user_name())
        ):
            self.reason.clear()

    @Slot()
    def _unwaive(self) -> None:
        problem = self.problem
        if problem is not None:
            self._live.make(lambda now: unwaive(now, problem))

    def _lay_out(self) -> None:
        self.setMinimumWidth(260)
        self.reason.setObjectName("problems.reason")
        self.reason.setPlaceholderText(self.tr("Why the committee accepts this"))
        self.reason.setAccessibleName(self.tr("Reason for the waiver"))
        self.waive.setObjectName("problems.waive")
        self.unwaive.setObjectName("problems.unwaive")
        rows = QVBoxLayout(self._body)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(10)
        for each in (self._rule, self._text, self._words):
            rows.addWidget(each)
        rows.addLayout(self._records)
        rows.addSpacing(10)
        for each in (self._waived, self.reason, self.waive, self.unwaive):
            rows.addWidget(each)
        rows.addStretch(1)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(16, 16, 16, 16)
        outer.addWidget(self._hint)
        outer.addWidget(self._body, 1)
        self._hint.setAlignment(Qt.AlignmentFlag.AlignCenter)


def _short(text: str) -> str:
    return text if len(text) <= 40 else text[:38].rstrip() + "…\u2069"
