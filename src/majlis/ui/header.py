"""The header of the window: the event's name and dates, the search box, undo and redo, and Print."""

from collections.abc import Mapping, Sequence
from datetime import date

from babel.dates import format_date
from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QToolButton, QVBoxLayout, QWidget

from majlis.calendars.locales import locale_of
from majlis.programme.programme import Programme
from majlis.ui.commands import Action
from majlis.ui.elided import ElidedLabel
from majlis.ui.icons import set_icon
from majlis.ui.live import Live
from majlis.ui.search_box import SearchBox


class Header(QFrame):
    """Names the event and holds what is used from everywhere; `print_wanted` comes from its main button."""

    print_wanted = Signal()

    def __init__(self, live: Live, actions: Mapping[str, Action], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("header")
        self._live = live
        self._title = ElidedLabel("title", self)
        self._title.setObjectName("event.title")
        self._when = ElidedLabel("muted", self)
        self._when.setObjectName("event.when")
        self.search = SearchBox(live, list(actions.values()), self)
        self._print = QPushButton(self.tr("Print…"), self)
        self._print.setObjectName("header.print")
        self._print.setProperty("role", "main")
        self._print.setToolTip(self.tr("Programme book, badges, door signs and more"))
        set_icon(self._print, "printer", "on_accent")
        self._print.clicked.connect(self.print_wanted)
        self._lay_out([actions["edit.undo"], actions["edit.redo"]])
        self.refresh()

    def _lay_out(self, steps: Sequence[QAction]) -> None:
        names = QVBoxLayout()
        names.setSpacing(0)
        names.addWidget(self._title)
        names.addWidget(self._when)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(16, 7, 14, 7)
        layout.setSpacing(8)
        layout.addLayout(names, 3)
        layout.addWidget(self.search, 3)
        layout.addStretch(1)
        for action in steps:
            button = QToolButton(self)
            button.setDefaultAction(action)
            button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
            layout.addWidget(button)
        layout.addSpacing(6)
        layout.addWidget(self._print)

    @Slot()
    def refresh(self) -> None:
        """Show the event's name, city and dates as they are now."""
        event = self._live.programme.event
        self._title.setText(event.title.best(event.languages) or self.tr("Untitled event"))
        city = event.city.best(event.languages)
        when = dates_in_words(self._live.programme)
        self._when.setText(", ".join(filter(None, (city, when))))


def dates_in_words(programme: Programme, language: str = "en") -> str:
    """Return the event's first and last day, as in `21–23 October 2027`; "" where it has no days."""
    days = programme.days_in_order()
    if not days:
        return ""
    first, last = days[0].date, days[-1].date
    if first == last:
        return format_date(first, "d MMMM yyyy", locale=locale_of(language))
    gap = "–" if (first.year, first.month) == (last.year, last.month) else " – "
    return f"{_short(first, last, language)}{gap}{format_date(last, 'd MMMM yyyy', locale=locale_of(language))}"


def _short(first: date, last: date, language: str) -> str:
    if (first.year, first.month) == (last.year, last.month):
        return format_date(first, "d", locale=locale_of(language))
    if first.year == last.year:
        return format_date(first, "d MMMM", locale=locale_of(language))
    return format_date(first, "d MMMM yyyy", locale=locale_of(language))
