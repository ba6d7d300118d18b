"""Editors that grow with what is typed: of several lines, and of one line that wraps."""

from collections.abc import Iterator
from itertools import islice
from math import ceil
from typing import Final

from PySide6.QtCore import QEvent, QMimeData, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QPlainTextEdit, QWidget
from typing_extensions import override

from majlis.ui.fonts import font_for
from majlis.ui.guard import guarded
from majlis.ui.languages import RTL

_RETURN: Final = frozenset({Qt.Key.Key_Return, Qt.Key.Key_Enter})
_AROUND_LINES: Final = 12
"""Pixels that the frame takes above and below the lines, beside the document's own margins."""


class Growing(QPlainTextEdit):
    """A field of several lines that grows with what is typed, up to a limit; Tab goes on to the next field.

    `finished` comes when the typing has ended by Return, here with Ctrl.
    """

    finished = Signal()

    def __init__(self, parent: QWidget | None = None, *, fewest: int = 2, most: int = 9) -> None:
        self._bounds = fewest, most
        super().__init__(parent)
        self.setTabChangesFocus(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.textChanged.connect(self._grow)
        self._grow()

    def typed(self) -> str:
        """Return the text as it is typed, no-break spaces among it."""
        return self.document().toRawText().replace("\u2029", "\n")

    def turn(self, way: Qt.LayoutDirection) -> None:
        """Let the text run in a direction, in the face whose lines it needs."""
        option = self.document().defaultTextOption()
        if option.textDirection() != way:
            option.setTextDirection(way)
            option.setAlignment(Qt.AlignmentFlag.AlignRight if way == RTL else Qt.AlignmentFlag.AlignLeft)
            self.document().setDefaultTextOption(option)
            self.setLayoutDirection(way)
            self.setFont(font_for(way))

    @Slot()
    def _grow(self) -> None:
        fewest, most = self._bounds
        heights = list(islice(self._heights(), most + 1))
        fits = len(heights) <= most
        policy = Qt.ScrollBarPolicy
        self.setVerticalScrollBarPolicy(policy.ScrollBarAlwaysOff if fits else policy.ScrollBarAsNeeded)
        missing = max(0, fewest - len(heights)) * self.fontMetrics().lineSpacing()
        margins = 2 * self.document().documentMargin() + _AROUND_LINES
        self.setFixedHeight(ceil(sum(heights[:most]) + missing + margins))

    def _heights(self) -> Iterator[float]:
        """Yield the height of each line as it is wrapped now, in pixels."""
        block = self.document().firstBlock()
        while block.isValid():
            self.document().documentLayout().blockBoundingRect(block)  # lays the lines of the block
            for number in range(block.layout().lineCount()):
                yield block.layout().lineAt(number).height()
            block = block.next()

    @override
    @guarded(None)
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._grow()

    @override
    @guarded(None)
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in {QEvent.Type.FontChange, QEvent.Type.StyleChange}:
            self._grow()

    @override
    @guarded(None)
    def keyPressEvent(self, event: QKeyEvent) -> None:
        control = event.modifiers() & Qt.KeyboardModifier.ControlModifier
        if control and event.key() in _RETURN:
            self.finished.emit()
            self.clearFocus()
        else:
            super().keyPressEvent(event)


class Wrapping(Growing):
    """A line that is shown on as many as it needs: Return ends the typing, and pasted line ends become spaces."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent, fewest=1, most=6)
        self.document().setDocumentMargin(2)

    @override
    @guarded(None)
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in _RETURN:
            self.finished.emit()
        else:
            super().keyPressEvent(event)

    @override
    @guarded(None)
    def insertFromMimeData(self, source: QMimeData) -> None:
        self.insertPlainText(" ".join(source.text().splitlines()))
