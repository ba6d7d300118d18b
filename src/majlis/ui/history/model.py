"""The steps of the history as a table: when, what, who and how many records, newest first."""

from PySide6.QtCore import QAbstractTableModel, QObject, Qt
from PySide6.QtGui import QColor, QFont, QGuiApplication
from typing_extensions import override

from majlis.programme.journal import Step
from majlis.programme.search import fold, matches
from majlis.ui.colours import colours
from majlis.ui.guard import guarded
from majlis.ui.indexes import NO_VALUE, NOWHERE, Index
from majlis.ui.languages import isolated
from majlis.ui.tips import plain_tip

Role = Qt.ItemDataRole


class StepsModel(QAbstractTableModel):
    """A row for each step that matches the filter; those that were undone are struck out and say so."""

    def __init__(self, parent: QObject) -> None:
        self.steps: tuple[Step, ...] = ()
        super().__init__(parent)
        self._headings = (self.tr("When"), self.tr("What"), self.tr("Who"), self.tr("Records"))

    def show(self, steps: tuple[Step, ...], words: str = "") -> None:
        """Show those of these steps that hold all words."""
        shown = tuple(step for step in steps if not words or matches(words, fold(f"{step.label}\n{step.who}")))
        if shown != self.steps:
            self.beginResetModel()
            self.steps = shown
            self.endResetModel()

    @override
    @guarded(0)
    def rowCount(self, parent: Index = NOWHERE) -> int:
        return 0 if parent.isValid() else len(self.steps)

    @override
    @guarded(0)
    def columnCount(self, parent: Index = NOWHERE) -> int:
        return 0 if parent.isValid() else len(self._headings)

    @override
    @guarded(NO_VALUE)
    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Role.DisplayRole) -> object:
        if orientation == Qt.Orientation.Horizontal and role == Role.DisplayRole and section < len(self._headings):
            return self._headings[section]
        return None

    @override
    @guarded(NO_VALUE)
    def data(self, index: Index, role: int = Role.DisplayRole) -> object:
        if not index.isValid() or index.row() >= len(self.steps):
            return None
        step = self.steps[index.row()]
        text = self._texts(step)[index.column()]
        match role:
            case Role.DisplayRole:
                return text
            case Role.ToolTipRole:
                return plain_tip(text)
            case Role.AccessibleTextRole if step.undone:
                return self.tr("{text}, undone").format(text=text)
            case Role.FontRole if step.undone and index.column() == 1:
                font = QFont(QGuiApplication.font())
                font.setStrikeOut(True)
                return font
            case Role.ForegroundRole if step.undone or index.column() != 1:
                theme = colours(QGuiApplication.palette())
                return QColor(theme.faint if step.undone else theme.muted)
            case _:
                return None

    def _texts(self, step: Step) -> tuple[str, str, str, str]:
        at = step.at.astimezone()
        who = self.tr("{who} (undone)").format(who=step.who) if step.undone else step.who
        return isolated(f"{at:%d %b %Y  %H:%M:%S}"), step.label, who, f"{step.changes:,}"
