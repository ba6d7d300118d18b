"""The words beside what is carried: the time and place it would have, and what the rules say to that."""

from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtWidgets import QFrame, QLabel, QVBoxLayout, QWidget

from majlis.ui.labels import label
from majlis.ui.timetable.carry import Judgement, Verdict

WIDTH = 300
SHOWN = 2
"""Sentences that are shown of a verdict; the others are a number."""

ROLES: dict[Judgement, str] = {"free": "card", "warning": "warning", "error": "error"}


class Tip(QWidget):
    """A small sheet that floats over the screen; never under the pointer, never beyond its parent."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("timetable.tip")
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self._page = parent
        self._sheet = QFrame(self)
        self._sheet.setProperty("role", "card")
        self._where = label("", self._sheet, "heading", wrap=True)
        self._words = label("", self._sheet, wrap=True)
        self._rows = QVBoxLayout(self._sheet)
        self._rows.setContentsMargins(12, 8, 12, 8)
        self._rows.setSpacing(2)
        for each in (self._where, self._words):
            self._rows.addWidget(each)
        self.hide()

    @property
    def text(self) -> str:
        """What it says."""
        return "\n".join(filter(None, (self._where.text(), self._words.text())))

    def say(self, where: str, words: str, judgement: Judgement, beside: QRect) -> None:
        """Say something beside a rectangle of the parent."""
        if self._sheet.property("role") != ROLES[judgement]:
            self._sheet.setProperty("role", ROLES[judgement])
            self.style().unpolish(self._sheet)
            self.style().polish(self._sheet)
        _write(self._where, where)
        _write(self._words, words)
        self.setAccessibleName(self.text)
        self._sheet.resize(WIDTH, self._rows.heightForWidth(WIDTH))
        self.resize(self._sheet.size())
        self.move(self._beside(beside))
        self.show()
        self.raise_()

    def judge(self, verdict: Verdict, beside: QRect) -> None:
        """Say what the rules say."""
        more = len(verdict.words) - SHOWN
        sentences = [*verdict.words[:SHOWN], *([self.tr("and {more} more").format(more=more)] if more > 0 else [])]
        self.say(verdict.where, "\n".join(sentences) or self.tr("Free"), verdict.judgement, beside)

    def _beside(self, rect: QRect) -> QPoint:
        room = self._page.rect().adjusted(6, 6, -6, -6)
        right = rect.right() + 14
        left = rect.left() - 14 - self.width()
        first, second = (left, right) if self.isRightToLeft() else (right, left)
        x = first if room.left() <= first and first + self.width() <= room.right() else second
        x = min(max(x, room.left()), room.right() - self.width())
        y = min(max(rect.top(), room.top()), room.bottom() - self.height())
        return QPoint(x, y)


def _write(target: QLabel, text: str) -> None:
    if target.text() != text:
        target.setText(text)
    target.setVisible(bool(text))
