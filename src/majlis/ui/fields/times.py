"""Fields of days and times, always from left to right: Qt would mirror 10:20 into 20:10."""

from datetime import date, datetime, time

from PySide6.QtCore import QDate, QDateTime, QLocale, Qt, QTime, QTimeZone, Slot
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QDateTimeEdit, QHBoxLayout, QPushButton, QToolButton, QWidget
from typing_extensions import override

from majlis.ui.fields.field import Field
from majlis.ui.guard import guarded
from majlis.ui.icons import set_icon
from majlis.ui.languages import LTR


class TimeEdit(QDateTimeEdit):
    """An editor of a local time without zone: left to right, and passed over by the wheel."""

    def __init__(self, parent: QWidget | None = None, form: str = "ddd d MMM yyyy  HH:mm") -> None:
        super().__init__(parent)
        self.setTimeZone(QTimeZone.utc())  # no hour is skipped or doubled, as the laptop's own zone would
        self.setLayoutDirection(LTR)
        self.setLocale(QLocale(QLocale.Language.English, QLocale.Country.UnitedKingdom))
        self.setDisplayFormat(form)
        self.setCalendarPopup("d" in form)
        self.setKeyboardTracking(False)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMinimumWidth(60)

    def put(self, moment: datetime) -> None:
        """Show a time."""
        day = QDate(moment.year, moment.month, moment.day)
        clock = QTime(moment.hour, moment.minute, moment.second)
        self.setDateTime(QDateTime(day, clock, QTimeZone.utc()))

    def moment(self) -> datetime:
        """Return the time that is shown."""
        day, clock = self.date(), self.time()
        return datetime.combine(
            date(day.year(), day.month(), day.day()), time(clock.hour(), clock.minute(), clock.second())
        )

    @override
    @guarded(None)
    def wheelEvent(self, event: QWheelEvent) -> None:
        event.ignore()


class TimeField(Field):
    """A day and time that may be open: a button sets it first, another takes it away."""

    def __init__(self, name: str, words: str, parent: QWidget | None = None) -> None:
        self._edit = TimeEdit()
        self._set = False
        self._first = datetime(2027, 1, 1, 9)
        super().__init__(name, self._edit, words, parent)
        self._start = QPushButton(self.tr("Set a time"), self)
        self._start.setObjectName(f"set.{name}")
        self._start.setAccessibleName(self.tr("Set: {words}").format(words=words))
        self._clear = QToolButton(self)
        self._clear.setObjectName(f"clear.{name}")
        self._clear.setAccessibleName(self.tr("Leave open: {words}").format(words=words))
        self._clear.setToolTip(self.tr("Leave open"))
        set_icon(self._clear, "x")
        row = QHBoxLayout()
        row.setSpacing(4)
        row.addWidget(self._edit, 1)
        row.addWidget(self._start, 1)
        row.addWidget(self._clear)
        self.rows.insertLayout(0, row)
        self._edit.editingFinished.connect(self.commit)
        self._start.clicked.connect(self._begin)
        self._clear.clicked.connect(self._leave_open)
        self._arrange()

    def begin_at(self, moment: datetime) -> None:
        """Say which time a first press of the button proposes."""
        self._first = moment

    @override
    def read(self) -> object:
        return self._edit.moment() if self._set else None

    @override
    def write(self, value: object) -> None:
        self._set = isinstance(value, datetime)
        if isinstance(value, datetime):
            self._edit.put(value)
        self._arrange()

    def _arrange(self) -> None:
        self._edit.setVisible(self._set)
        self._clear.setVisible(self._set)
        self._start.setVisible(not self._set)

    @Slot()
    def _begin(self) -> None:
        self._edit.put(self._first)
        self._set = True
        self._arrange()
        self.commit()
        self._edit.setFocus()

    @Slot()
    def _leave_open(self) -> None:
        self._set = False
        self._arrange()
        self.commit()
