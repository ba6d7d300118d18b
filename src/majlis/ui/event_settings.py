"""The settings of the event: its names, place, zone, days with their hours, and languages."""

from typing import ClassVar

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QPushButton, QVBoxLayout, QWidget
from typing_extensions import override

from majlis.programme.records import EVENT_ID, Event, Record
from majlis.ui.days_editor import DaysEditor
from majlis.ui.fields.language_choice import LanguagesField
from majlis.ui.fields.text import LineField
from majlis.ui.fields.weekdays import WeekdaysField
from majlis.ui.fields.zone import ZoneField
from majlis.ui.guard import guarded
from majlis.ui.inspectors.form import Inspector
from majlis.ui.inspectors.leaving import may_close
from majlis.ui.live import Live


class EventForm(Inspector):
    """Edits the event itself; each field is saved when typing in it ends."""

    table: ClassVar[str] = "events"

    @override
    def build(self) -> None:
        self.texts("title", self.tr("Title")).enlarge()
        self.texts("subtitle", self.tr("Subtitle"))
        self.grid(
            LineField("acronym", self.tr("Short name")),
            LanguagesField("languages", self.tr("Languages")),
            LanguagesField("print_languages", self.tr("Printed in")),
        )
        self.heading(self.tr("Where and when"))
        self.texts("venue", self.tr("Venue"))
        self.texts("city", self.tr("City"))
        self.grid(
            ZoneField("zone", self.tr("Time zone")),
            WeekdaysField("weekend", self.tr("Weekend")),
            LineField("url", self.tr("Web page")),
        )
        self.heading(self.tr("Days"))
        self.days = DaysEditor(self.live, self.page)
        self.rows.addWidget(self.days)
        self.rows.addWidget(self.problems)

    @override
    def show_rest(self, record: Record, *, afresh: bool) -> None:
        if isinstance(record, Event):
            self.days.show_days()


class EventSettings(QDialog):
    """The window around the event's form."""

    def __init__(self, live: Live, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("event.settings.dialog")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("Event settings"))
        self._live = live
        self.form = EventForm(live, self)
        self.form.show_record(EVENT_ID)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close, self)
        buttons.rejected.connect(self.close)
        for button in buttons.buttons():
            if isinstance(button, QPushButton):
                button.setAutoDefault(False)  # Return ends the typing in a field, not the window
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 0, 12)
        rows.addWidget(self.form, 1)
        foot = QVBoxLayout()
        foot.setContentsMargins(16, 0, 16, 0)
        foot.addWidget(buttons)
        rows.addLayout(foot)
        self.resize(560, 640)

    @override
    @guarded(None)
    def done(self, result: int) -> None:
        self.form.commit()
        if may_close(self, self._live):
            super().done(result)
