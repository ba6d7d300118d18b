"""What stands on the screen while nothing was frozen: what an edition is for, and the button that makes one."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from majlis.ui.icons import set_icon
from majlis.ui.labels import label

WIDTH = 520
"""Pixels that the words are wide at most."""


class NoEditions(QWidget):
    """Explains what freezing is for."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        head = label(self.tr("No edition is frozen yet"), self, "title")
        head.setAlignment(Qt.AlignmentFlag.AlignCenter)
        words = label(self._words(), self, "muted", wrap=True)
        words.setAlignment(Qt.AlignmentFlag.AlignCenter)
        words.setMaximumWidth(WIDTH)
        middle = QHBoxLayout()
        middle.addStretch(1)
        middle.addWidget(words, 100)
        middle.addStretch(1)
        self.freeze = QPushButton(self.tr("Freeze as edition 1…"), self)
        self.freeze.setObjectName("editions.freeze_first")
        self.freeze.setProperty("role", "main")
        set_icon(self.freeze, "stamp", "on_accent")
        buttons = QHBoxLayout()
        buttons.addStretch(1)
        buttons.addWidget(self.freeze)
        buttons.addStretch(1)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(40, 40, 40, 40)
        rows.setSpacing(12)
        rows.addStretch(2)
        rows.addWidget(head)
        rows.addLayout(middle)
        rows.addSpacing(6)
        rows.addLayout(buttons)
        rows.addStretch(3)

    def _words(self) -> str:
        return self.tr(
            "Freeze the programme when you send it to the printer or put it online. From then on Majlis knows "
            "what has changed since: it marks that on the timetable, prints errata for the doors and a sheet for "
            "each person, and lists whom you have to tell. You can go back to any edition."
        )
