"""The days of the event: the first one, how many there are, and the hours and name of each."""

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from majlis.programme.edits.event import set_days, set_hours
from majlis.programme.edits.records import translate
from majlis.programme.records import Day
from majlis.ui.fields.field import QuietSpin
from majlis.ui.fields.text import LineField
from majlis.ui.fields.times import TimeEdit
from majlis.ui.labels import label
from majlis.ui.layouts import dispose
from majlis.ui.live import Live


class DayRow(QWidget):
    """The hours and the name of one day."""

    def __init__(self, live: Live, day: Day, parent: QWidget) -> None:
        super().__init__(parent)
        self._live = live
        self._key = day.id
        self._opens = TimeEdit(self, "HH:mm")
        self._closes = TimeEdit(self, "HH:mm")
        self._name = LineField("name", self.tr("Name of the day"), self, language=live.languages[0])
        self._name.hint(self.tr("a name, if it has one"))
        words = f"{day.date:%a %d %b %Y}"
        self._opens.setAccessibleName(self.tr("{day} begins").format(day=words))
        self._closes.setAccessibleName(self.tr("{day} ends").format(day=words))
        self._refusal = label("", self, "error", wrap=True)
        self._refusal.hide()
        row = QHBoxLayout()
        row.setContentsMargins(0, 0, 0, 0)
        name = label(words, self)
        name.setMinimumWidth(104)
        row.addWidget(name)
        row.addWidget(self._opens)
        row.addWidget(label("–", self))
        row.addWidget(self._closes)
        row.addWidget(self._name, 1)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.addLayout(row)
        rows.addWidget(self._refusal)
        self._opens.editingFinished.connect(self._set_hours)
        self._closes.editingFinished.connect(self._set_hours)
        self._name.committed.connect(self._rename)
        self.show_day(day)

    def show_day(self, day: Day) -> None:
        """Show a day as it is now."""
        self._opens.put(day.start)
        self._closes.put(day.end)
        self._name.show_stored(day.name.get(self._live.languages[0], ""))

    @Slot()
    def _set_hours(self) -> None:
        opens, closes = self._opens.moment().time(), self._closes.moment().time()
        day = self._live.programme.days.get(self._key)
        if day is not None and (opens, closes) != (day.start.time(), day.end.time()):
            self._refuse(self._live.attempt(lambda now: set_hours(now.days[self._key], opens, closes)))

    @Slot()
    def _rename(self) -> None:
        if self._key not in self._live.programme.days:  # removed while the field still held the keyboard
            return
        language = self._live.languages[0]
        self._refuse(
            self._live.attempt(
                lambda now: translate(now, now.days[self._key], "name", language, str(self._name.read()))
            )
        )

    def _refuse(self, sentence: str) -> None:
        self._refusal.setText(sentence)
        self._refusal.setVisible(bool(sentence))


class DaysEditor(QWidget):
    """Sets the days of the event."""

    def __init__(self, live: Live, parent: QWidget) -> None:
        super().__init__(parent)
        self._live = live
        self._days: dict[str, DayRow] = {}
        self._first = TimeEdit(self, "ddd d MMM yyyy")
        self._first.setObjectName("days.first")
        self._first.setAccessibleName(self.tr("First day"))
        self._count = QuietSpin(self)
        self._count.setObjectName("days.count")
        self._count.setAccessibleName(self.tr("Number of days"))
        self._count.setRange(1, 366)
        self._count.setKeyboardTracking(False)
        self._refusal = label("", self, "error", wrap=True)
        self._refusal.hide()
        head = QHBoxLayout()
        head.addWidget(label(self.tr("From"), self, "label"))
        head.addWidget(self._first, 1)
        head.addWidget(label(self.tr("for"), self, "label"))
        head.addWidget(self._count)
        head.addWidget(label(self.tr("days"), self, "label"))
        self._rows = QVBoxLayout(self)
        self._rows.setContentsMargins(0, 0, 0, 0)
        self._rows.addLayout(head)
        self._rows.addWidget(self._refusal)
        self._first.editingFinished.connect(self._set)
        self._count.editingFinished.connect(self._set)

    def show_days(self) -> None:
        """Show the days as they are now."""
        days = self._live.programme.days_in_order()
        if days:
            self._first.put(days[0].start)
            self._count.setValue(len(days))
        for gone in self._days.keys() - {day.id for day in days}:
            dispose(self._days.pop(gone))
        for number, day in enumerate(days):
            if day.id in self._days:
                self._days[day.id].show_day(day)
            else:
                self._days[day.id] = DayRow(self._live, day, self)
                self._rows.insertWidget(number + 2, self._days[day.id])

    @Slot()
    def _set(self) -> None:
        first, count = self._first.moment().date(), self._count.value()
        days = self._live.programme.days_in_order()
        if days and (days[0].date, len(days)) == (first, count):
            return
        sentence = self._live.attempt(lambda now: set_days(now, first, count))
        self._refusal.setText(sentence)
        self._refusal.setVisible(bool(sentence))
