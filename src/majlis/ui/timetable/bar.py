"""The bar over the day: the days, what clashes on the day that is shown, and how large it is shown."""

from PySide6.QtCore import QPointF, Qt, Signal, Slot
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QSlider, QTabBar, QToolButton, QWidget

from majlis.calendars.words import long_date, short_day
from majlis.programme.records import Day
from majlis.ui.icons import set_icon
from majlis.ui.timetable.cards import LANGUAGE
from majlis.ui.tips import plain_tip

LOWEST, HIGHEST, USUAL = 0, 20, 8
"""The steps of the zoom."""


def minute_height(step: int) -> float:
    """Return how many pixels a minute is high at a step of the zoom."""
    return 0.6 * 1.13**step


class Bar(QFrame):
    """Chooses day and zoom; `day_chosen` carries a number from 0, `clash_wanted` asks for the next clash."""

    day_chosen = Signal(int)
    zoom_changed = Signal()
    clash_wanted = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._shown: tuple[tuple[Day, ...], tuple[str, ...]] = ((), ())
        self.days = QTabBar(self)
        self.days.setObjectName("timetable.days")
        self.days.setAccessibleName(self.tr("Days"))
        self.days.setDrawBase(False)
        self.days.setExpanding(False)
        self.days.setUsesScrollButtons(True)
        self.clashes = QPushButton(self)
        self.clashes.setObjectName("timetable.clashes")
        self.clashes.setProperty("role", "danger")
        self.clashes.setToolTip(self.tr("Go to the next one (F8)"))
        set_icon(self.clashes, "circle-alert", "error")
        self.all_places = self._switch(
            "timetable.all_places", "layout-grid", self.tr("Also places without sessions")
        )
        self.tray = self._switch("timetable.show_tray", "list-filter", self.tr("Sessions that are not placed"))
        self.inspector = self._switch("timetable.show_inspector", "panel-right", self.tr("Details of the session"))
        self.zoom = QSlider(Qt.Orientation.Horizontal, self)
        self.zoom.setObjectName("timetable.zoom")
        self.zoom.setAccessibleName(self.tr("Zoom"))
        self.zoom.setRange(LOWEST, HIGHEST)
        self.zoom.setPageStep(2)
        self.zoom.setValue(USUAL)
        self.zoom.setFixedWidth(84)
        self._smaller = self._button("zoom-out", self.tr("Smaller"))
        self._larger = self._button("zoom-in", self.tr("Larger"))
        self._lay_out()
        self.days.currentChanged.connect(self.day_chosen)
        self.zoom.valueChanged.connect(self.zoom_changed)
        self.clashes.clicked.connect(self.clash_wanted)
        self._smaller.clicked.connect(self._zoom_out)
        self._larger.clicked.connect(self._zoom_in)

    @property
    def minute(self) -> float:
        """How many pixels a minute is high."""
        return minute_height(self.zoom.value())

    def zoom_by(self, steps: int) -> None:
        """Show the day larger, or smaller by negative steps."""
        self.zoom.setValue(self.zoom.value() + steps)

    def show_days(self, days: tuple[Day, ...], chosen: int, languages: tuple[str, ...]) -> None:
        """Offer these days."""
        self.days.blockSignals(True)  # noqa: FBT003 - Qt's own signature
        if (days, languages) != self._shown:
            self._shown = days, languages
            self._name_days(days, languages)
        self.days.setCurrentIndex(chosen)
        self.days.blockSignals(False)  # noqa: FBT003 - Qt's own signature

    def show_clashes(self, count: int) -> None:
        """Say how many sessions of the day have an error."""
        words = self.tr("1 clash") if count == 1 else self.tr("{count} clashes").format(count=count)
        self.clashes.setText(words)
        self.clashes.setVisible(bool(count))

    def day_at(self, point: QPointF) -> int:
        """Return the number of the day whose tab is at a point of the whole screen, or -1."""
        return self.days.tabAt(self.days.mapFromGlobal(point).toPoint())

    def _name_days(self, days: tuple[Day, ...], languages: tuple[str, ...]) -> None:
        while self.days.count() > len(days):
            self.days.removeTab(self.days.count() - 1)
        for number, day in enumerate(days):
            if number >= self.days.count():
                self.days.addTab("")
            words = short_day(day.date, LANGUAGE)
            if self.days.tabText(number) != words:
                self.days.setTabText(number, words)
            name = day.name.best(languages)
            full = long_date(day.date, LANGUAGE)
            self.days.setTabToolTip(number, plain_tip(f"{full}\n{name}" if name else full))
            self.days.setAccessibleTabName(number, full)

    @Slot()
    def _zoom_in(self) -> None:
        self.zoom_by(1)

    @Slot()
    def _zoom_out(self) -> None:
        self.zoom_by(-1)

    def _button(self, name: str, words: str) -> QToolButton:
        button = QToolButton(self)
        button.setAccessibleName(words)
        button.setToolTip(words)
        button.setAutoRaise(True)
        set_icon(button, name)
        return button

    def _switch(self, key: str, name: str, words: str) -> QToolButton:
        button = self._button(name, words)
        button.setObjectName(key)
        button.setCheckable(True)
        button.setChecked(True)
        return button

    def _lay_out(self) -> None:
        row = QHBoxLayout(self)
        row.setContentsMargins(10, 8, 10, 8)
        row.setSpacing(6)
        row.addWidget(self.tray)
        row.addWidget(self.days, 1)
        row.addWidget(self.clashes)
        row.addWidget(self.all_places)
        for each in (self._smaller, self.zoom, self._larger, self.inspector):
            row.addWidget(each)
