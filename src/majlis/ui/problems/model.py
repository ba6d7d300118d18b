"""The problems grouped by rule, filtered by severity, rule and words, as a tree of two levels."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QFont, QGuiApplication, QStandardItem, QStandardItemModel

from majlis.programme.rules import RULES, Problem
from majlis.programme.search import fold, matches
from majlis.ui.icons import icon
from majlis.ui.tips import plain_tip

SEVERITIES: Final = ("error", "warning", "note")
ICONS: Final = {"error": "circle-alert", "warning": "triangle-alert", "note": "info"}
ROLES: Final = {"error": "error", "warning": "warning", "note": "muted"}
PROBLEM: Final = Qt.ItemDataRole.UserRole + 1
"""The role under which a row holds its problem; a rule's row holds None."""

NAMES: Final = {
    "place_double_booked": "Places that are taken twice",
    "person_double_booked": "People who are in two places",
    "place_closed": "Closed places",
    "person_unavailable": "People who are not there",
    "outside_event": "Outside the event’s days and hours",
    "impossible_length": "Impossible lengths",
    "outside_parent": "Talks and blocks that do not fit",
    "turnover_too_short": "Too little time between sessions",
    "place_too_small": "Places that are too small",
    "same_session_twice": "Sessions that are held twice at one time",
    "unplaced": "Without a time or a place",
    "no_theme": "Without a theme",
    "no_people": "Without people",
}
"""What each rule's problems are called together."""


@dataclass(frozen=True, slots=True)
class Wanted:
    """Which problems are shown: of these severities, of one rule or all, waived or not, with these words."""

    severities: frozenset[str] = frozenset(SEVERITIES)
    rule: str = ""
    waived: bool = False
    words: str = ""

    def holds(self, problem: Problem) -> bool:
        """Say whether a problem is shown."""
        return (
            problem.waived == self.waived
            and (self.waived or problem.severity in self.severities)
            and self.rule in {"", problem.rule}
            and (not self.words or matches(self.words, fold(problem.text)))
        )


def name_of_rule(rule: str) -> str:
    """Return what a rule's problems are called."""
    return NAMES.get(rule) or rule.replace("_", " ").capitalize()


class ProblemsModel(QStandardItemModel):
    """A row for each rule that is broken, in the rules' order, and under it a row for each problem."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.shown: tuple[Problem, ...] = ()

    def show(self, problems: Iterable[Problem]) -> bool:
        """Show these problems; say whether they are others than before."""
        found = tuple(problems)
        if found == self.shown:
            return False
        self.shown = found
        self.clear()
        by_rule: dict[str, list[Problem]] = {}
        for problem in found:
            by_rule.setdefault(problem.rule, []).append(problem)
        order = [rule.id for rule in RULES]
        for rule in sorted(by_rule, key=lambda key: order.index(key) if key in order else len(order)):
            self.appendRow(_group(rule, by_rule[rule]))
        return True

    def item_of(self, fingerprint: str) -> QStandardItem | None:
        """Return the row of a problem, or None."""
        for row in range(self.rowCount()):
            group = self.item(row)
            for child in range(group.rowCount()):
                problem = group.child(child).data(PROBLEM)
                if isinstance(problem, Problem) and problem.fingerprint == fingerprint:
                    return group.child(child)
        return None


def _group(rule: str, problems: list[Problem]) -> QStandardItem:
    severity = problems[0].severity
    group = QStandardItem(icon(ICONS[severity], ROLES[severity]), f"{name_of_rule(rule)} ({len(problems)})")
    font = QFont(QGuiApplication.font())
    font.setWeight(QFont.Weight.DemiBold)
    group.setFont(font)
    group.setFlags(Qt.ItemFlag.ItemIsEnabled)
    group.setData(f"{severity}, {group.text()}", Qt.ItemDataRole.AccessibleTextRole)
    words = next((each.words for each in RULES if each.id == rule), "")
    group.setToolTip(plain_tip(words))
    for problem in problems:
        row = QStandardItem(problem.text)
        row.setFlags(Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable)
        row.setData(problem, PROBLEM)
        row.setData(f"{problem.severity}: {problem.text}", Qt.ItemDataRole.AccessibleTextRole)
        group.appendRow(row)
    return group
