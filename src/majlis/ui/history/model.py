"""The steps of the history as a table: a line for each, newest first, below the day on which it was taken."""

from bisect import bisect_right
from collections.abc import Mapping
from datetime import date
from itertools import accumulate
from typing import Final

from babel.dates import format_date
from PySide6.QtCore import QAbstractTableModel, QObject, Qt
from PySide6.QtGui import QColor, QFont, QGuiApplication
from typing_extensions import override

from majlis.calendars.locales import locale_of
from majlis.programme.journal import Step
from majlis.ui.colours import colours
from majlis.ui.guard import guarded
from majlis.ui.history.log import EMPTY, Day, Log, Wanted
from majlis.ui.icons import icon
from majlis.ui.indexes import NO_VALUE, NOWHERE, Index
from majlis.ui.languages import isolated
from majlis.ui.tips import plain_tip

Role = Qt.ItemDataRole
WHEN, WHAT, WHO, RECORDS = range(4)
SAID_PEOPLE: Final = 3


class StepsModel(QAbstractTableModel):
    """A row for each wanted step and each day; a step that does not hold is struck out and says so."""

    def __init__(self, parent: QObject) -> None:
        self.log = EMPTY
        self.days: tuple[Day, ...] = ()
        self.starts: list[int] = []
        self.count = 0
        super().__init__(parent)
        self._headings = (self.tr("When"), self.tr("What"), self.tr("Who"), self.tr("Records"))

    @property
    def steps(self) -> tuple[Step, ...]:
        """The steps that are shown, without the days."""
        return tuple(entry.step for day in self.days for entry in day.entries)

    def show(self, log: Log, wanted: Wanted) -> None:
        """Show the wanted steps of a log."""
        self.beginResetModel()
        self.log = log
        self.days = wanted.of(log)
        ends = list(accumulate(len(day.entries) + 1 for day in self.days))
        self.starts = [0, *ends][: len(self.days)]
        self.count = (ends[-1] if ends else 0) - len(self.days)
        self.endResetModel()

    def step_at(self, row: int) -> Step | None:
        """Return the step in a row, None for a day and where there is no row."""
        if not 0 <= row < self.count + len(self.days):
            return None
        number = bisect_right(self.starts, row) - 1
        at = row - self.starts[number] - 1
        return self.days[number].entries[at].step if at >= 0 else None

    def row_of(self, step_id: int) -> int:
        """Return the row of a step, -1 where it is not shown."""
        for start, day in zip(self.starts, self.days, strict=True):
            if day.entries[0].step.id >= step_id >= day.entries[-1].step.id:
                ids = [entry.step.id for entry in day.entries]
                return start + 1 + ids.index(step_id) if step_id in ids else -1
        return -1

    @override
    @guarded(0)
    def rowCount(self, parent: Index = NOWHERE) -> int:
        return 0 if parent.isValid() else self.count + len(self.days)

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
    @guarded(Qt.ItemFlag.NoItemFlags)
    def flags(self, index: Index) -> Qt.ItemFlag:
        if self.step_at(index.row()) is None:
            return Qt.ItemFlag.NoItemFlags
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemNeverHasChildren

    @override
    @guarded(NO_VALUE)
    def data(self, index: Index, role: int = Role.DisplayRole) -> object:
        if not index.isValid() or index.row() >= self.rowCount():
            return None
        step = self.step_at(index.row())
        if step is None:
            return self._day(self.days[bisect_right(self.starts, index.row()) - 1], index.column(), role)
        return self._step(step, index.column(), role)

    def state_of(self, step: Step) -> str:
        """Return in words how a step stands: undone, taken back, brought in by a merge; "" for any other."""
        states = {"undone": self.tr("undone"), "taken back": self.tr("taken back")}
        brought = self.tr("brought in") if step.id in self.log.brought else ""
        return ", ".join(filter(None, (brought, states.get(self.log.state_of(step), ""))))

    def _day(self, heading: Day, column: int, role: int) -> object:
        if column != 0:
            return None
        theme = colours(QGuiApplication.palette())
        match role:
            case Role.DisplayRole | Role.AccessibleTextRole:
                return f"{day_in_words(heading.day)}   {self._counted(heading.people)}"
            case Role.FontRole:
                font = QFont(QGuiApplication.font())
                font.setWeight(QFont.Weight.DemiBold)
                return font
            case Role.ForegroundRole:
                return QColor(theme.muted)
            case Role.BackgroundRole:
                return QColor(theme.raised)
            case _:
                return None

    def _step(self, step: Step, column: int, role: int) -> object:
        text, state = self._texts(step)[column], self.log.state_of(step)
        match role:
            case Role.DisplayRole:
                return text
            case Role.ToolTipRole:
                return plain_tip(text)
            case Role.AccessibleTextRole if column == WHAT and self.state_of(step):
                return self.tr("{text}, {state}").format(text=text, state=self.state_of(step))
            case Role.DecorationRole if column == WHO and step.id in self.log.brought:
                return icon("import")
            case Role.FontRole if state and column == WHAT:
                font = QFont(QGuiApplication.font())
                font.setStrikeOut(True)
                return font
            case Role.ForegroundRole if state or column != WHAT:
                theme = colours(QGuiApplication.palette())
                return QColor(theme.faint if state else theme.muted)
            case _:
                return None

    def _texts(self, step: Step) -> tuple[str, str, str, str]:
        state = self.state_of(step)
        who = self.tr("{who} ({state})").format(who=isolated(step.who), state=state) if state else step.who
        return isolated(f"{step.at.astimezone():%H:%M:%S}"), step.label, who, f"{step.changes:,}"

    def _counted(self, people: Mapping[str, int]) -> str:
        """Return how many steps a day has and by whom, those of most steps first."""
        count = sum(people.values())
        words = self.tr("1 step") if count == 1 else self.tr("{count} steps").format(count=f"{count:,}")
        names = sorted(people, key=lambda who: (-people[who], who))
        said = [f"{isolated(name)} {people[name]:,}" for name in names[:SAID_PEOPLE]]
        said += [self.tr("and {count} more people").format(count=len(names) - SAID_PEOPLE)] * (
            len(names) > SAID_PEOPLE
        )
        return (
            f"{words}: {', '.join(said)}"
            if len(names) > 1
            else self.tr("{steps} by {who}").format(steps=words, who=isolated(names[0]))
        )


def day_in_words(day: date) -> str:
    """Return a day with its weekday and year."""
    return format_date(day, "EEEE d MMMM yyyy", locale=locale_of("en"))
