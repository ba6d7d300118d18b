"""What the history is filtered by: words, who took a step, on which day, and the record that it is about."""

from collections.abc import Iterable

from PySide6.QtCore import QSignalBlocker, QSize, Qt, QTimer, Signal, Slot
from PySide6.QtWidgets import (
    QComboBox,
    QFrame,
    QHBoxLayout,
    QLineEdit,
    QSizePolicy,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from majlis.calendars.words import short_day
from majlis.ui.elided import ElidedLabel
from majlis.ui.history.log import Log, Wanted
from majlis.ui.icons import icon, pixmap, set_icon
from majlis.ui.labels import label
from majlis.ui.languages import isolated

PAUSE = 120
"""Milliseconds without a letter after which a long history is filtered by what was typed."""

_BROUGHT = True


class Filters(QFrame):
    """The filters; `changed` comes when another choice of steps is wanted."""

    changed = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._about: frozenset[int] | None = None
        self._known: tuple[object, ...] = ()
        self.words = QLineEdit(self)
        self.who = QComboBox(self)
        self.day = QComboBox(self)
        self.about = QFrame(self)
        self._about_words = ElidedLabel("", self.about)
        self.everything = QToolButton(self.about)
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(PAUSE)
        self._lay_out()
        self._pause.timeout.connect(self.changed)
        self.words.textChanged.connect(self._pause.start)
        self.who.currentIndexChanged.connect(self.changed)
        self.day.currentIndexChanged.connect(self.changed)
        self.everything.clicked.connect(self.clear_about)

    def wanted(self) -> Wanted:
        """Return which steps are wanted."""
        who, day = self.who.currentData(), self.day.currentData()
        return Wanted(
            who=who if isinstance(who, str) else "",
            day=day,
            brought=who is _BROUGHT,
            words=self.words.text().strip(),
            steps=self._about,
        )

    def offer(self, log: Log) -> None:
        """Offer the people and days of a log, keeping what is chosen."""
        people, days = log.people(), {day.day for day in log.days}
        known = (frozenset(people), frozenset(days), bool(log.brought))
        if known == self._known:
            return
        self._known = known
        brought = [(self.tr("Brought in by merges"), _BROUGHT)] if log.brought else []
        names = sorted(people, key=str.casefold)
        _fill(self.who, [(self.tr("Everybody"), None), *brought, *((isolated(name), name) for name in names)])
        dated = [(f"{short_day(day)} {day.year}", day) for day in sorted(days, reverse=True)]
        _fill(self.day, [(self.tr("All days"), None), *dated])

    def show_about(self, words: str, steps: frozenset[int] | None) -> None:
        """Show the steps about one record alone, or of all where `steps` is None; other filters are emptied."""
        blockers = [QSignalBlocker(each) for each in (self.words, self.who, self.day)]
        self.words.clear()
        self.who.setCurrentIndex(0)
        self.day.setCurrentIndex(0)
        del blockers
        self._about = steps
        self._about_words.setText(words)
        self.about.setVisible(steps is not None)
        self.changed.emit()

    def show_brought(self) -> None:
        """Show the steps alone that merges brought."""
        self.show_about("", None)
        self.who.setCurrentIndex(max(self.who.findData(_BROUGHT), 0))

    @Slot()
    def clear_about(self) -> None:
        """Show the steps about all records again."""
        self.show_about("", None)

    def _lay_out(self) -> None:
        self.words.setObjectName("history.filter")
        self.words.setPlaceholderText(self.tr("Filter by words or name"))
        self.words.setAccessibleName(self.tr("Filter the history"))
        self.words.setClearButtonEnabled(True)
        self.words.addAction(icon("list-filter"), QLineEdit.ActionPosition.LeadingPosition)
        for box, name, words, first in (
            (self.who, "history.who", self.tr("Who took the steps"), self.tr("Everybody")),
            (self.day, "history.day", self.tr("Day of the steps"), self.tr("All days")),
        ):
            box.setObjectName(name)
            box.setAccessibleName(words)
            box.setMinimumContentsLength(12)
            box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
            box.addItem(first, None)
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(self.words, 3)
        row.addWidget(self.who, 2)
        row.addWidget(self.day, 2)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(14, 0, 14, 10)
        rows.setSpacing(8)
        rows.addLayout(row)
        rows.addWidget(self.about)
        self._lay_out_about()

    def _lay_out_about(self) -> None:
        self.about.setProperty("role", "note")
        self.about.setObjectName("history.about")
        self.about.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._about_words.setObjectName("history.about.words")
        self.everything.setText(self.tr("Show all"))
        self.everything.setObjectName("history.everything")
        self.everything.setAccessibleName(self.tr("Show the history of everything"))
        self.everything.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self.everything.setIconSize(QSize(14, 14))
        set_icon(self.everything, "x")
        mark = label("", self.about)
        mark.setPixmap(pixmap("history", "accent"))
        row = QHBoxLayout(self.about)
        row.setContentsMargins(10, 4, 6, 4)
        row.addWidget(mark)
        row.addWidget(self._about_words, 1)
        row.addWidget(self.everything)
        self.about.hide()


def _fill(box: QComboBox, choices: Iterable[tuple[str, object]]) -> None:
    """Offer other choices; what was chosen stays so where it is still there."""
    chosen = box.currentData()
    blocker = QSignalBlocker(box)
    box.clear()
    for words, data in choices:
        box.addItem(words, data)
    box.setCurrentIndex(max(box.findData(chosen), 0))
    blocker.unblock()
