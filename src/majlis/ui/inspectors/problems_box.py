"""The problems of one record, in sentences, by how grave they are."""

from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from majlis.programme.rules import Problem
from majlis.ui.icons import pixmap
from majlis.ui.labels import label
from majlis.ui.layouts import clear
from majlis.ui.live import Live

_ORDER = {"error": 0, "warning": 1, "note": 2}
_ICONS = {"error": "circle-alert", "warning": "triangle-alert", "note": "info"}
_ROLES = {"error": "error", "warning": "warning", "note": "muted"}


class ProblemsBox(QWidget):
    """Shows what is wrong with a record; it takes no room where nothing is."""

    def __init__(self, live: Live, parent: QWidget) -> None:
        super().__init__(parent)
        self._live = live
        self._shown: tuple[Problem, ...] = ()
        self._rows = QVBoxLayout(self)
        self._rows.setContentsMargins(0, 0, 0, 0)
        self._rows.setSpacing(6)
        self.setObjectName("inspector.problems")
        self.hide()

    def show_about(self, key: str) -> None:
        """Show the problems that a record has a part in, the gravest first."""
        found = [one for one in self._live.problems if key in one.about and not one.waived]
        found.sort(key=lambda one: _ORDER[one.severity])
        if tuple(found) == self._shown:
            return
        self._shown = tuple(found)
        clear(self._rows)
        for problem in found:
            self._rows.addWidget(_card(problem, self))
        self.setVisible(bool(found))


def _card(problem: Problem, parent: QWidget) -> QFrame:
    card = QFrame(parent)
    card.setProperty("role", problem.severity)
    row = QHBoxLayout(card)
    row.setContentsMargins(10, 8, 10, 8)
    picture = QLabel(card)
    picture.setPixmap(pixmap(_ICONS[problem.severity], _ROLES[problem.severity], 18))
    words = label(problem.text, card, wrap=True)
    words.setAccessibleName(f"{problem.severity}: {problem.text}")
    row.addWidget(picture, 0)
    row.addWidget(words, 1)
    return card
