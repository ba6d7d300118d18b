"""What a list shows while it has no rows: why, and what to do."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from majlis.ui.icons import set_icon
from majlis.ui.labels import label


class Empty(QWidget):
    """Says that there is nothing yet, or nothing that matches, with the button that mends it."""

    def __init__(self, words: str, add_text: str, parent: QWidget) -> None:
        super().__init__(parent)
        self._words = words
        self._text = label("", self, "muted", wrap=True)
        self._text.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.add = QPushButton(add_text, self)
        self.add.setProperty("role", "main")
        set_icon(self.add, "plus", "on_accent")
        self.clear = QPushButton(self.tr("Clear the filter"), self)
        buttons = QHBoxLayout()
        buttons.addStretch(1)
        buttons.addWidget(self.add)
        buttons.addWidget(self.clear)
        buttons.addStretch(1)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(40, 40, 40, 40)
        rows.addStretch(2)
        rows.addWidget(self._text)
        rows.addSpacing(12)
        rows.addLayout(buttons)
        rows.addStretch(3)

    def show_reason(self, query: str) -> None:
        """Say that nothing matches a query, or that there is nothing at all."""
        nothing = self.tr("Nothing here matches “{query}”.").format(query=query)
        self._text.setText(nothing if query else self._words)
        self.clear.setVisible(bool(query))
        self.add.setVisible(not query)
