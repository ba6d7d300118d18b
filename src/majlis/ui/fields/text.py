"""Fields of text: of one line or of several, each running in the direction of what is typed."""

from typing import Final

from PySide6.QtCore import Qt, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QWidget
from typing_extensions import override

from majlis.programme.edits.wording import check_text
from majlis.ui.fields.field import Field, LeavingFilter
from majlis.ui.fonts import font_for
from majlis.ui.guard import guarded
from majlis.ui.languages import text_direction

_LINES_SHOWN: Final = (2, 9)


class Growing(QPlainTextEdit):
    """A field of several lines that grows with what is typed, up to a limit; Tab goes on to the next field."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setTabChangesFocus(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.document().documentLayout().documentSizeChanged.connect(self._grow)
        self._grow()

    @Slot()
    def _grow(self) -> None:
        fewest, most = _LINES_SHOWN
        lines = min(max(round(self.document().size().height()), fewest), most)
        self.setFixedHeight(lines * self.fontMetrics().lineSpacing() + 20)

    @override
    @guarded(None)
    def keyPressEvent(self, event: QKeyEvent) -> None:
        control = event.modifiers() & Qt.KeyboardModifier.ControlModifier
        if control and event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self.clearFocus()
        else:
            super().keyPressEvent(event)


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
    """A text of several lines; it commits when the keyboard leaves it, or with Ctrl and Return."""

    def __init__(self, name: str, words: str, parent: QWidget | None = None, *, language: str = "") -> None:
        self._area = Growing()
        self._language = language
        super().__init__(name, self._area, words, parent)
        self._area.textChanged.connect(self._turn)
        LeavingFilter(self._area).left.connect(self.commit)
        self._turn()

    @override
    def read(self) -> object:
        return check_text(self.name.split(".", maxsplit=1)[0], self._area.toPlainText())

    @override
    def draft(self) -> object:
        return self._area.toPlainText()

    @override
    def write(self, value: object) -> None:
        self._area.setPlainText(str(value))

    def hint(self, text: str) -> None:
        """Show faint words while the field is empty."""
        self._area.setPlaceholderText(text)

    @Slot()
    def _turn(self) -> None:
        way = text_direction(self._area.toPlainText()[:200], self._language)
        option = self._area.document().defaultTextOption()
        if option.textDirection() != way:
            option.setTextDirection(way)
            self._area.document().setDefaultTextOption(option)
