"""A bar over the screens that says what happened and what can be done about it, until somebody closes it."""

from collections.abc import Callable

from PySide6.QtCore import QSize, Qt, Slot
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QToolButton, QWidget

from majlis.ui.icons import pixmap, set_icon
from majlis.ui.labels import label
from majlis.ui.layouts import dispose


class Announcement(QFrame):
    """Says a sentence; `offer` adds a button. A click on any of them but `close` leaves the bar where it is."""

    def __init__(self, sentence: str, parent: QWidget, icon: str = "info") -> None:
        super().__init__(parent)
        self.setProperty("role", "note")
        self.setObjectName("announcement")
        self.setAccessibleName(sentence)
        mark = label("", self)
        mark.setPixmap(pixmap(icon, "accent"))
        self.words = label(sentence, self, wrap=True)
        self.words.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.dismiss = QToolButton(self)
        self.dismiss.setObjectName("announcement.close")
        self.dismiss.setAccessibleName(self.tr("Close this message"))
        self.dismiss.setToolTip(self.tr("Close this message"))
        self.dismiss.setIconSize(QSize(16, 16))
        self.dismiss.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        set_icon(self.dismiss, "x")
        self.dismiss.clicked.connect(self.end)
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(14, 8, 10, 8)
        self._row.setSpacing(8)
        self._row.addWidget(mark)
        self._row.addWidget(self.words, 1)
        self._row.addWidget(self.dismiss)

    def offer(self, words: str, name: str, run: Callable[[], object]) -> QPushButton:
        """Add a button under an object name, and return it."""
        button = QPushButton(words, self)
        button.setObjectName(name)
        button.clicked.connect(run)
        self._row.insertWidget(self._row.count() - 1, button)
        return button

    @Slot()
    def end(self) -> None:
        """Take the bar away."""
        dispose(self)
