"""The screen of problems: filters, the list by rule, and one problem beside it."""

from collections import Counter
from typing import ClassVar

from PySide6.QtCore import QByteArray, QModelIndex, Qt, Slot
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import (
    QComboBox,
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

from majlis.programme.rules import RULES, Problem
from majlis.ui.guard import guarded
from majlis.ui.icons import icon, set_icon
from majlis.ui.labels import label
from majlis.ui.live import Live
from majlis.ui.problems.details import Details
from majlis.ui.problems.model import ICONS, PROBLEM, ROLES, SEVERITIES, ProblemsModel, Wanted, name_of_rule
from majlis.ui.problems.rows import ProblemsTree
from majlis.ui.screen import Screen


class ProblemsScreen(Screen):
    """Every problem of the programme, always as it is now; Enter goes where it can be mended."""

    id: ClassVar[str] = "problems"
    title: ClassVar[str] = "Problems"
    icon: ClassVar[str] = "triangle-alert"

    def __init__(self, live: Live, parent: QWidget | None = None) -> None:
        super().__init__(live, parent)
        self._stale = True
        self.model = ProblemsModel(self)
        self.tree = ProblemsTree(self.model, self)
        self.details = Details(live, self)
        self.filter = QLineEdit(self)
        self.rule = QComboBox(self)
        self.switches = {key: self._switch(key) for key in SEVERITIES}
        self.waived = self._switch("waived")
        self._count = label("", self, "count")
        self._empty = label("", self, "muted", wrap=True)
        self._pages = QStackedWidget(self)
        self._splitter = QSplitter(Qt.Orientation.Horizontal, self)
        self._lay_out()
        self._connect()

    @override
    def badge(self) -> int:
        return sum(problem.severity == "error" and not problem.waived for problem in self.live.problems)

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

    @property
    def chosen(self) -> Problem | None:
        """The problem that is chosen."""
        found = self.tree.currentIndex().data(PROBLEM)
        return found if isinstance(found, Problem) else None

    @override
    @guarded(None)
    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self._stale:
            self._refresh()

    def _connect(self) -> None:
        self.live.problems_changed.connect(self._refresh)
        self.filter.textChanged.connect(self._refresh)
        self.rule.currentIndexChanged.connect(self._refresh)
        for switch in (*self.switches.values(), self.waived):
            switch.toggled.connect(self._refresh)
        self.tree.selectionModel().currentChanged.connect(self._show_chosen)
        self.tree.open_wanted.connect(self.details.open_first)
        self.details.wanted.connect(self.wanted)

    @Slot()
    def _refresh(self, *_: object) -> None:
        if not self.isVisible():
            self._stale = True
            return
        self._stale = False
        self._count_all()
        chosen, folded = self.chosen, self._folded()
        row = self.tree.currentIndex().row(), self.tree.currentIndex().parent().row()
        shown = [problem for problem in self.live.problems if self._wanted().holds(problem)]
        if self.model.show(shown):
            for number in range(self.model.rowCount()):
                index = self.model.index(number, 0)
                self.tree.setExpanded(index, name_of_rule(_rule_of(index)) not in folded)
            if chosen is not None:
                self._choose_again(chosen, row)
        self._show_chosen()
        self._empty.setText(self._why_empty())
        self._pages.setCurrentIndex(0 if shown else 1)

    def _wanted(self) -> Wanted:
        return Wanted(
            severities=frozenset(key for key, switch in self.switches.items() if switch.isChecked()),
            rule=str(self.rule.currentData() or ""),
            waived=self.waived.isChecked(),
            words=self.filter.text().strip(),
        )

    def _folded(self) -> set[str]:
        """Return the rules whose problems the user has folded away."""
        rows = (self.model.index(number, 0) for number in range(self.model.rowCount()))
        return {name_of_rule(_rule_of(index)) for index in rows if not self.tree.isExpanded(index)}

    def _choose_again(self, chosen: Problem, row: tuple[int, int]) -> None:
        """Choose the same problem, or where it is mended the next one in its place."""
        found = self.model.item_of(chosen.fingerprint)
        if found is not None:
            self.tree.setCurrentIndex(found.index())
            return
        group = self.model.index(min(row[1], self.model.rowCount() - 1), 0)
        if group.isValid():
            self.tree.setCurrentIndex(self.model.index(min(row[0], self.model.rowCount(group) - 1), 0, group))

    def _count_all(self) -> None:
        open_ones = [problem for problem in self.live.problems if not problem.waived]
        counts = Counter(problem.severity for problem in open_ones)
        names = {"error": self.tr("Errors"), "warning": self.tr("Warnings"), "note": self.tr("Notes")}
        for key, switch in self.switches.items():
            switch.setText(f"{names[key]} {counts[key]:,}")
        self.waived.setText(
            self.tr("Waived {count}").format(count=f"{len(self.live.problems) - len(open_ones):,}")
        )
        self._count.setText(f"{len(open_ones):,}")

    def _why_empty(self) -> str:
        if not self.live.problems:
            return self.tr("No rule is broken.")
        if self.waived.isChecked():
            return self.tr("Nothing is waived.")
        return self.tr("No problem matches these filters.")

    @Slot()
    def _show_chosen(self, *_: QModelIndex) -> None:
        self.details.show_problem(self.chosen)

    def _switch(self, key: str) -> QPushButton:
        button = QPushButton(self)
        button.setObjectName(f"problems.{key}")
        button.setCheckable(True)
        button.setChecked(key != "waived")
        set_icon(button, ICONS.get(key, "eye-off"), ROLES.get(key, "muted"))
        return button

    def _lay_out(self) -> None:
        self.filter.setObjectName("problems.filter")
        self.filter.setPlaceholderText(self.tr("Filter by any words"))
        self.filter.setAccessibleName(self.tr("Filter the problems"))
        self.filter.setClearButtonEnabled(True)
        self.filter.addAction(icon("list-filter"), QLineEdit.ActionPosition.LeadingPosition)
        self.filter.setMaximumWidth(280)
        self.rule.setObjectName("problems.rule")
        self.rule.setAccessibleName(self.tr("Rule"))
        self.rule.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.rule.setMinimumContentsLength(9)
        self.rule.addItem(self.tr("All rules"), "")
        for rule in RULES:
            self.rule.addItem(name_of_rule(rule.id), rule.id)
        head = QHBoxLayout()
        head.setContentsMargins(14, 12, 14, 10)
        head.setSpacing(10)
        head.addWidget(label(self.title, self, "title"))
        head.addWidget(self._count)
        head.addStretch(1)
        head.addWidget(self.filter, 2)
        narrow = QHBoxLayout()
        narrow.setContentsMargins(14, 0, 14, 10)
        narrow.setSpacing(8)
        for each in (*self.switches.values(), self.waived):
            narrow.addWidget(each)
        narrow.addStretch(1)
        narrow.addWidget(self.rule, 2)
        side = QFrame(self)
        rows = QVBoxLayout(side)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(0)
        rows.addLayout(head)
        rows.addLayout(narrow)
        self._empty.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._pages.addWidget(self.tree)
        self._pages.addWidget(self._empty)
        rows.addWidget(self._pages, 1)
        self._splitter.addWidget(side)
        self._splitter.addWidget(self.details)
        self._splitter.setStretchFactor(0, 1)
        self._splitter.setCollapsible(0, False)  # noqa: FBT003 - Qt's own signature
        self._splitter.setSizes([860, 360])
        outer = QHBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(self._splitter)


def _rule_of(group: QModelIndex) -> str:
    problem = group.model().index(0, 0, group).data(PROBLEM)
    return problem.rule if isinstance(problem, Problem) else ""
