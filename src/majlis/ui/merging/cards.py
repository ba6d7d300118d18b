"""One side of a disagreement as a card: whose it is, what it says, what it would clash with, and its button."""

from typing import Final

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QColor, QTextBlockFormat, QTextCharFormat, QTextCursor, QTextOption
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QTextEdit, QVBoxLayout, QWidget

from majlis.ui.colours import Colours, colours
from majlis.ui.differences.marks import Mark, Piece, woven
from majlis.ui.differences.speech import moment_in_words
from majlis.ui.icons import pixmap, set_icon
from majlis.ui.labels import label
from majlis.ui.languages import RTL, isolated, text_direction
from majlis.ui.layouts import clear
from majlis.ui.merging.disputes import Dispute, SideWords

LEAST: Final = 40
MOST: Final = 260
"""Points that a side's text may take."""
LOWEST: Final = 210


class SideCard(QFrame):
    """Shows side `number` of a disagreement; `chosen` comes with the number when it is to hold."""

    chosen = Signal(int)

    def __init__(self, number: int, parent: QWidget) -> None:
        super().__init__(parent)
        self.setProperty("role", "card")
        self._number = number
        self._whose = label("", self, "heading")
        self._when = label("", self, "muted", wrap=True)
        self._holds = label(self.tr("holds until settled"), self, "count")
        self.text = QTextEdit(self)
        self.problems = QFrame(self)
        self._problems = QVBoxLayout()
        self.choose = QPushButton(self)
        self._lay_out()
        self.choose.clicked.connect(self._choose)

    def show_side(self, dispute: Dispute, side: SideWords, *, settled: bool | None) -> None:
        """Show a side; `settled` says whether it was chosen, None where nobody chose yet."""
        whose = self.tr("Theirs") if side.side.theirs else self.tr("Mine")
        self._whose.setText(whose)
        who = (isolated(side.who) if side.who else "", moment_in_words(side.at) if side.at else "")
        self._when.setText(", ".join(filter(None, who)))
        self._holds.setVisible(side.holds and settled is None)
        self._show_text(dispute, side)
        words = self.tr("Chosen ({key})") if settled else self._offer(dispute, side)
        self.choose.setText(words.format(key=self._number + 1))
        self.choose.setAccessibleDescription(", ".join(filter(None, (dispute.about, dispute.field, side.text))))
        self.choose.setProperty("role", "main" if settled else "")
        set_icon(self.choose, "check", "on_accent" if settled else "muted")
        self.choose.style().unpolish(self.choose)
        self.choose.style().polish(self.choose)

    def show_problems(self, sentences: tuple[str, ...]) -> None:
        """Say what this side would clash with."""
        clear(self._problems)
        for sentence in sentences:
            words = label(sentence, self.problems, "error", wrap=True)
            words.setLayoutDirection(text_direction(sentence))
            self._problems.addWidget(words)
        self.problems.setVisible(bool(sentences))
        self.problems.setAccessibleName(" ".join(sentences))

    def _offer(self, dispute: Dispute, side: SideWords) -> str:
        if dispute.being:
            return self.tr("Remove it ({key})") if side.side.removed else self.tr("Keep it ({key})")
        return self.tr("Take theirs ({key})") if side.side.theirs else self.tr("Keep mine ({key})")

    def _show_text(self, dispute: Dispute, side: SideWords) -> None:
        theme = colours(self.palette())
        self.text.clear()
        plain = side.text or self.tr("nothing")
        pieces = woven(dispute.base, side.text) or (Piece(plain, "same"),)
        way = text_direction(side.text, dispute.language) if side.text else self.layoutDirection()
        paragraph = QTextBlockFormat()
        paragraph.setLayoutDirection(way)
        start = Qt.AlignmentFlag.AlignRight if way == RTL else Qt.AlignmentFlag.AlignLeft
        paragraph.setAlignment(start | Qt.AlignmentFlag.AlignAbsolute)
        cursor = QTextCursor(self.text.document())
        cursor.setBlockFormat(paragraph)
        for piece in pieces:
            cursor.insertText(piece.text, _format(piece.mark, theme, faint=not side.text))
        self.text.moveCursor(QTextCursor.MoveOperation.Start)
        self.text.setAccessibleName(self.tr("{whose}: {text}").format(whose=self._whose.text(), text=plain))

    @Slot()
    def _fit(self) -> None:
        """Make the text as high as it is, within reason; a longer one scrolls."""
        height = round(self.text.document().size().height()) + 4
        self.text.setFixedHeight(min(max(height, LEAST), MOST))

    @Slot()
    def _choose(self) -> None:
        self.chosen.emit(self._number)

    def _lay_out(self) -> None:
        self.text.setReadOnly(True)
        self.text.setTabChangesFocus(True)
        self.text.setProperty("role", "plain")
        self.text.setFrameShape(QFrame.Shape.NoFrame)
        self.text.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAsNeeded)
        self.text.document().setDocumentMargin(0)
        self.text.document().documentLayout().documentSizeChanged.connect(self._fit)
        self.text.setWordWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        self.text.setObjectName(f"dispute.text.{self._number + 1}")
        self.choose.setObjectName(f"dispute.choose.{self._number + 1}")
        self.problems.setProperty("role", "error")
        self.problems.setObjectName(f"dispute.problems.{self._number + 1}")
        mark = label("", self.problems)
        mark.setPixmap(pixmap("octagon-alert", "error"))
        inside = QHBoxLayout(self.problems)
        inside.setContentsMargins(10, 8, 10, 8)
        inside.addWidget(mark, 0, Qt.AlignmentFlag.AlignTop)
        inside.addLayout(self._problems, 1)
        head = QHBoxLayout()
        head.addWidget(self._whose)
        head.addStretch(1)
        head.addWidget(self._holds)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(14, 12, 14, 14)
        rows.setSpacing(8)
        rows.addLayout(head)
        rows.addWidget(self._when)
        rows.addWidget(self.text)
        rows.addWidget(self.problems)
        rows.addStretch(1)
        rows.addWidget(self.choose)
        self.problems.hide()
        self.setMinimumHeight(LOWEST)


def _format(mark: Mark, theme: Colours, *, faint: bool) -> QTextCharFormat:
    made = QTextCharFormat()
    made.setForeground(QColor(theme.faint if faint else theme.text))
    if mark != "same":
        gone = mark == "gone"
        made.setForeground(QColor(theme.error if gone else theme.good))
        made.setBackground(QColor(theme.error_soft if gone else theme.good_soft))
        made.setFontStrikeOut(gone)
        made.setFontUnderline(not gone)
    return made
