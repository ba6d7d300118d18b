"""What stands in place of a day that can't be drawn: why, and what to do."""

from PySide6.QtCore import Qt, Slot
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from majlis.ui.labels import label


class Nothing(QWidget):
    """Says what a timetable needs first; its button does what the window's own command does."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._words = label("", self, "muted", wrap=True)
        self._words.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._button = QPushButton(self)
        self._button.setProperty("role", "main")
        self._command = ""
        rows = QVBoxLayout(self)
        rows.setContentsMargins(40, 40, 40, 40)
        rows.addStretch(2)
        rows.addWidget(self._words)
        rows.addSpacing(12)
        rows.addWidget(self._button, 0, Qt.AlignmentFlag.AlignHCenter)
        rows.addStretch(3)
        self._button.clicked.connect(self._run)

    def explain(self, *, days: bool, places: bool) -> None:
        """Say what is missing: the days, else the places."""
        if not days:
            self._words.setText(self.tr("The event has no days yet. Say in its settings when it takes place."))
            self._button.setText(self.tr("Event settings…"))
            self._command = "event.settings"
        elif not places:
            self._words.setText(self.tr("There are no places yet. Sessions are placed in halls, rooms or venues."))
            self._button.setText(self.tr("Add a place"))
            self._command = "place.add"

    @Slot()
    def _run(self) -> None:
        action = self.window().findChild(QAction, self._command)
        if action is not None:
            action.trigger()
