"""Labels of plain text: what a user typed is shown as typed, never read as markup."""

from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import QFrame, QLabel, QWidget
from typing_extensions import override

from majlis.ui.guard import guarded
from majlis.ui.languages import RTL

LABEL_WIDTH = 86
"""Points that the words beside a field may take."""


class _Leading(QLabel):
    """A label at the leading side of its place; Qt's own stand where their text begins, mirrored or not."""

    def __init__(self, parent: QWidget | None) -> None:
        super().__init__(parent)
        self._lead()

    @override
    @guarded(None)
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LayoutDirectionChange and self.alignment() & Qt.AlignmentFlag.AlignAbsolute:
            self._lead()

    def _lead(self) -> None:
        right = self.layoutDirection() == RTL
        side = Qt.AlignmentFlag.AlignRight if right else Qt.AlignmentFlag.AlignLeft
        self.setAlignment(side | Qt.AlignmentFlag.AlignAbsolute | Qt.AlignmentFlag.AlignVCenter)


def label(text: str, parent: QWidget | None = None, role: str = "", *, wrap: bool = False) -> QLabel:
    """Return a label in a role of the stylesheet: title, heading, label, muted, error or count."""
    made = _Leading(parent)
    made.setTextFormat(Qt.TextFormat.PlainText)
    made.setText(text)
    made.setWordWrap(wrap)
    if role:
        made.setProperty("role", role)
    return made


def upright(parent: QWidget | None = None) -> QFrame:
    """Return a thin line from top to bottom of a layout."""
    made = QFrame(parent)
    made.setProperty("role", "line")
    made.setFixedWidth(1)
    return made


def beside(field: QWidget, words: str, parent: QWidget) -> QLabel:
    """Return the words that stand beside a field, level with its first line; its mnemonic leads there."""
    made = label(words, parent, "label", wrap=True)
    made.setFixedWidth(LABEL_WIDTH)
    made.setContentsMargins(0, 6, 0, 0)
    made.setBuddy(field)
    return made
