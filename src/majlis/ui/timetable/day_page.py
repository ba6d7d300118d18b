"""The day with its places above and its times beside it, scrolled together."""

from datetime import datetime
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from PySide6.QtCore import QTimer, Slot
from PySide6.QtWidgets import QFrame, QGridLayout, QWidget

from majlis.pages.grid import Point, Scale, day_grid
from majlis.programme.programme import Programme
from majlis.programme.records import Day
from majlis.ui.timetable.axes import PlacesAxis, TimesAxis
from majlis.ui.timetable.cards import Found, Marks, cards_of, no_marks
from majlis.ui.timetable.day_view import DayView
from majlis.ui.timetable.sheet import Sheet

BEFORE = 30
"""Minutes before the first session at which a day is shown first."""


class DayPage(QFrame):
    """Shows one day; what is scrolled to stays when it is shown anew, and when it is zoomed."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.view = DayView(self)
        self._places = PlacesAxis(self.view, self)
        self._times = TimesAxis(self.view, self)
        self._corner = QFrame(self)
        self._minute = 1.0
        self._day = ""
        self._zone = ""
        self._marks: Marks = no_marks
        layout = QGridLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self._corner, 0, 0)
        layout.addWidget(self._places, 0, 1)
        layout.addWidget(self._times, 1, 0)
        layout.addWidget(self.view, 1, 1)
        layout.setColumnStretch(1, 1)
        layout.setRowStretch(1, 1)
        self.view.horizontalScrollBar().valueChanged.connect(self._places.update)
        self.view.verticalScrollBar().valueChanged.connect(self._times.update)
        self.view.resized.connect(self._fit)
        self._clock = QTimer(self)
        self._clock.setInterval(30_000)
        self._clock.timeout.connect(self._tell_time)
        self._clock.start()

    @property
    def sheet(self) -> Sheet | None:
        """The day as it is shown."""
        return self.view.sheet

    def show_day(self, programme: Programme, day: Day, found: Found, marks: Marks, *, all_places: bool) -> None:
        """Show a day of a programme; another day is shown from shortly before its first session."""
        self._marks = marks
        grid = day_grid(programme, day, all_places=all_places)
        self._show(Sheet(grid, cards_of(programme, grid, found, marks), Scale(1, 1)))
        self._places.show_places(programme, grid.columns)
        self._zone = programme.event.zone
        self._tell_time()
        if day.id != self._day:
            self._day = day.id
            self._begin()

    def show_found(self, programme: Programme, found: Found) -> None:
        """Show other problems of the same day."""
        sheet = self.view.sheet
        if sheet is not None:
            self._show(Sheet(sheet.grid, cards_of(programme, sheet.grid, found, self._marks), sheet.scale))

    def zoom(self, minute: float) -> None:
        """Show a minute so many pixels high; what is in the middle stays there."""
        sheet = self.view.sheet
        self._minute = minute
        if sheet is None:
            return
        half = self.view.viewport().height() / 2
        middle = (self.view.verticalOffset() + half) / sheet.scale.minute
        self._fit()
        self.view.verticalScrollBar().setValue(round(middle * minute - half))

    def middle(self) -> datetime | None:
        """Return the time and day at the upper part of what can be seen, on five minutes."""
        sheet = self.view.sheet
        if sheet is None:
            return None
        found = sheet.place_at(Point(0, self.view.verticalOffset() + 40))
        return found[1] if found else sheet.grid.start

    def restyle(self) -> None:
        """Take on other colours, fonts or another direction."""
        self.view.restyle()
        for axis in (self._places, self._times):
            axis.restyle()
        self._fit()

    def _show(self, sheet: Sheet) -> None:
        width = self.view.viewport().width()
        self.view.show_sheet(sheet.fitted(width, self._minute, mirrored=self.isRightToLeft()))
        self._times.update()

    def _begin(self) -> None:
        sheet = self.view.sheet
        if sheet is not None:
            first = min((card.start for card in sheet.cards), default=sheet.grid.start)
            self.view.verticalScrollBar().setValue(round(sheet.row_of(first) - BEFORE * sheet.scale.minute))
            start = self.view.horizontalScrollBar()
            start.setValue(start.minimum())

    @Slot()
    def _fit(self) -> None:
        if self.view.sheet is not None:
            self._show(self.view.sheet)
            self._places.update()

    @Slot()
    def _tell_time(self) -> None:
        sheet = self.view.sheet
        try:
            now = datetime.now(ZoneInfo(self._zone or "UTC")).replace(tzinfo=None)
        except (ZoneInfoNotFoundError, ValueError, OSError):
            now = datetime.now()
        within = sheet is not None and sheet.grid.start <= now < sheet.grid.end
        if within or self.view.now is not None:
            self.view.now = now if within else None
            self.view.viewport().update()
            self._times.update()
