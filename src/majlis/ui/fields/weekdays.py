"""A field of weekdays: seven switches."""

from babel.dates import get_day_names
from PySide6.QtWidgets import QGridLayout, QToolButton, QWidget
from typing_extensions import override

from majlis.calendars.locales import locale_of
from majlis.ui.fields.field import Field


class WeekdaysField(Field):
    """Weekdays by their ISO numbers, Monday being 1."""

    def __init__(self, name: str, words: str, parent: QWidget | None = None) -> None:
        holder = QWidget()
        super().__init__(name, holder, words, parent)
        grid = QGridLayout(holder)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setSpacing(4)
        long, short = (get_day_names(width, locale=locale_of("en")) for width in ("wide", "abbreviated"))
        self._buttons: dict[int, QToolButton] = {}
        for number in range(7):
            button = QToolButton(holder)
            button.setText(short[number])
            button.setAccessibleName(long[number])
            button.setCheckable(True)
            button.setProperty("role", "button")
            button.clicked.connect(self.commit)
            grid.addWidget(button, 0, number)
            self._buttons[number + 1] = button
        holder.setFocusProxy(self._buttons[1])

    @override
    def read(self) -> object:
        return tuple(number for number, button in self._buttons.items() if button.isChecked())

    @override
    def write(self, value: object) -> None:
        days = value if isinstance(value, tuple) else ()
        for number, button in self._buttons.items():
            button.setChecked(number in days)
