"""Fields of text: of one line, of one that wraps, of several, each running in the direction of what is typed."""

from typing import Final

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QLineEdit, QWidget
from typing_extensions import override

from majlis.programme.edits.wording import check_text
from majlis.ui.fields.field import Field, LeavingFilter
from majlis.ui.fields.growing import Growing, Wrapping
from majlis.ui.fonts import font_for
from majlis.ui.languages import text_direction

_DECIDING: Final = 200
"""Characters at the beginning of a long text that its direction is found from."""


class LineField(Field):
    """A text of one line; `language` gives the direction while nothing is typed."""

    def __init__(self, name: str, words: str, parent: QWidget | None = None, *, language: str = "") -> None:
        self._line = QLineEdit()
        self._language = language
        super().__init__(name, self._line, words, parent)
        self._line.textChanged.connect(self._turn)
        self._line.editingFinished.connect(self.commit)
        self._turn("")

    @override
    def read(self) -> object:
        return check_text(self.name.split(".", maxsplit=1)[0], " ".join(self._line.text().splitlines()))

    @override
    def draft(self) -> object:
        return self._line.text()

    @override
    def write(self, value: object) -> None:
        self._line.setText(str(value))
        self._line.setCursorPosition(0)

    def hint(self, text: str) -> None:
        """Show faint words while the field is empty."""
        self._line.setPlaceholderText(text)

    @Slot(str)
    def _turn(self, text: str) -> None:
        way = text_direction(text, self._language)
        if way != self._line.layoutDirection():
            self._line.setLayoutDirection(way)
        self._line.setFont(font_for(way))


class AreaField(Field):
    """A text on several lines; it commits when the keyboard leaves it, or with Ctrl and Return.

    With `one_line` it is a text of one line, such as a title, that wraps where it is long; Return commits it.
    """

    def __init__(
        self, name: str, words: str, parent: QWidget | None = None, *, language: str = "", one_line: bool = False
    ) -> None:
        self._area = Wrapping() if one_line else Growing()
        self._language = language
        super().__init__(name, self._area, words, parent)
        self._area.textChanged.connect(self._turn)
        self._area.finished.connect(self.commit)
        LeavingFilter(self._area).left.connect(self.commit)
        self._turn()

    @override
    def read(self) -> object:
        return check_text(self.name.split(".", maxsplit=1)[0], self._area.typed())

    @override
    def draft(self) -> object:
        return self._area.typed()

    @override
    def write(self, value: object) -> None:
        self._area.setPlainText(str(value))

    def hint(self, text: str) -> None:
        """Show faint words while the field is empty."""
        self._area.setPlaceholderText(text)

    @Slot()
    def _turn(self) -> None:
        self._area.turn(text_direction(self._area.typed()[:_DECIDING], self._language))
