"""Labels of plain text: what a user typed is shown as typed, never read as markup."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QLabel, QWidget

LABEL_WIDTH = 86
"""Points that the words beside a field may take."""


def label(text: str, parent: QWidget | None = None, role: str = "", *, wrap: bool = False) -> QLabel:
    """Return a label in a role of the stylesheet: title, heading, label, muted, error or count."""
    made = QLabel(parent)
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
