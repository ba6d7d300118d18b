"""Texts of cards as laid-out lines: wrapped, cut with an ellipsis, each in its own direction, and kept."""

from typing import Final, Literal

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QPainter, QTextLayout, QTextOption

from majlis.ui.languages import RTL, text_direction

Face = Literal["title", "plain"]

KEPT: Final = 6_000
"""Laid-out texts that are kept; then all are laid out anew."""


class Typeset:
    """Lays out texts in a title and a plain face and remembers them by text and size.

    In a mirrored window every text stands at the right; otherwise each at the side where its script begins.
    """

    def __init__(self, font: QFont, *, mirrored: bool) -> None:
        self._mirrored = mirrored
        self._fonts: dict[Face, QFont] = {"title": _sized(font, 0.95, bold=True), "plain": _sized(font, 0.86)}
        self._metrics = {face: QFontMetricsF(one) for face, one in self._fonts.items()}
        self._height = {face: round(metrics.height()) for face, metrics in self._metrics.items()}
        self._laid: dict[tuple[str, Face, int, int], QTextLayout] = {}

    def height(self, face: Face) -> int:
        """Return the height of a line."""
        return self._height[face]

    def draw(self, painter: QPainter, face: Face, text: str, at: QPointF, width: float, lines: int = 1) -> float:
        """Draw a text within a width, in so many lines at most; return how high it is."""
        if width < 4:
            return 0.0
        layout = self._layout(text, face, int(width), lines)
        layout.draw(painter, at)
        return float(layout.lineCount() * self._height[face])

    def _layout(self, text: str, face: Face, width: int, lines: int) -> QTextLayout:
        key = (text, face, width, lines)
        layout = self._laid.get(key)
        if layout is None:
            if len(self._laid) >= KEPT:
                self._laid.clear()
            layout = self._laid[key] = self._cut(text.replace("\n", " "), face, width, lines)
        return layout

    def _cut(self, text: str, face: Face, width: int, lines: int) -> QTextLayout:
        layout = self._wrapped(text, face, width, lines)
        if layout.lineCount() <= lines:
            return layout
        start = layout.lineAt(lines - 1).textStart()
        rest = self._metrics[face].elidedText(text[start:], Qt.TextElideMode.ElideRight, width - 1)
        return self._wrapped(text[:start] + rest, face, width, lines)

    def _wrapped(self, text: str, face: Face, width: int, lines: int) -> QTextLayout:
        reads = text_direction(text)
        option = QTextOption()
        option.setTextDirection(reads)
        option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        right = self._mirrored or reads == RTL
        side = Qt.AlignmentFlag.AlignRight if right else Qt.AlignmentFlag.AlignLeft
        option.setAlignment(side | Qt.AlignmentFlag.AlignAbsolute)
        layout = QTextLayout(text, self._fonts[face])
        layout.setTextOption(option)
        layout.setCacheEnabled(True)
        layout.beginLayout()
        for number in range(lines + 1):
            line = layout.createLine()
            if not line.isValid():
                break
            line.setLineWidth(width)
            line.setPosition(QPointF(0, number * self._height[face]))
        layout.endLayout()
        return layout


def _sized(font: QFont, share: float, *, bold: bool = False) -> QFont:
    sized = QFont(font)
    sized.setPointSizeF(max(font.pointSizeF() * share, 7.5))
    sized.setWeight(QFont.Weight.DemiBold if bold else QFont.Weight.Normal)
    return sized
