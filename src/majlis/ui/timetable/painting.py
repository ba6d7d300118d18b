"""The drawing of a day: grid lines, bands, cards, what is carried and the line of now; it decides nothing."""

from dataclasses import dataclass
from functools import lru_cache

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen

from majlis.pages.grid import Box
from majlis.ui.colours import Colours
from majlis.ui.timetable.cards import Card, Tone
from majlis.ui.timetable.carry import Judgement
from majlis.ui.timetable.typeset import Typeset

BAR = 3.0
"""Pixels of the bar of a theme at a card's leading edge."""

NARROW = 64.0
"""Pixels up to which a card is narrow: its title is set small, and its mark stands at the foot."""

MARK = 14.0
"""Pixels across the mark of a clash."""

CORNER = 11.0
"""Pixels of the corner that is folded where something altered since an edition."""


@dataclass(frozen=True, slots=True)
class Painting:
    """Draws cards in a theme; `mirrored` puts their bars and marks on the other side."""

    theme: Colours
    typeset: Typeset
    mirrored: bool

    def card(self, painter: QPainter, card: Card, box: Box, *, current: bool, raised: bool = False) -> None:
        """Draw a card in its box."""
        rect = rect_of(box)
        ground, bar = card_colours(self.theme, card.colour, card.tone)
        painter.setPen(QPen(QColor(self.theme.line if not raised else self.theme.edge), 1))
        painter.setBrush(ground)
        painter.drawRoundedRect(rect.adjusted(0.5, 0.5, -0.5, -0.5), 4, 4)
        left = rect.right() - BAR if self.mirrored else rect.left()
        painter.fillRect(QRectF(left, rect.top(), BAR, rect.height()), bar)
        if card.severity is not None:
            self._outline(painter, card, rect)
        if card.since:
            self._corner(painter, card, rect)
        if card.shape == "holder":
            self._sideways(painter, card, rect)
        else:
            self._texts(painter, card, rect)
        if current:
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(QColor(self.theme.accent), 2))
            painter.drawRoundedRect(rect.adjusted(-1, -1, 1, 1), 5, 5)

    def band(self, painter: QPainter, card: Card, box: Box, visible: QRectF, *, current: bool) -> None:
        """Draw a band across the places, its title where it can be seen."""
        rect = rect_of(box)
        painter.fillRect(rect, card_colours(self.theme, card.colour, card.tone)[0])
        painter.setPen(QPen(QColor(self.theme.line), 1))
        painter.drawLine(rect.topLeft(), rect.topRight())
        painter.drawLine(rect.bottomLeft(), rect.bottomRight())
        if card.severity is not None or current:
            colour = self.theme.accent if current else self._severity(card)
            painter.setPen(QPen(QColor(colour), 2))
            painter.drawRect(rect.adjusted(1, 1, -1, -1))
        seen = rect.intersected(visible).adjusted(10, 0, -10, 0)
        height = self.typeset.height("plain")
        if seen.width() > 20 and rect.height() >= height - 3:
            text = f"{card.title}, {card.time}" if rect.height() < 2 * height + 4 else card.title
            painter.setPen(QColor(self.theme.muted))
            down = rect.top() + max((rect.height() - height * (2 if text == card.title else 1)) / 2, 0)
            down += self.typeset.draw(painter, "plain", text, QPointF(seen.left(), down), seen.width())
            if text == card.title:
                self.typeset.draw(painter, "plain", card.time, QPointF(seen.left(), down), seen.width())
        if card.severity is not None:
            self._mark(painter, card, seen)
        if card.since:
            self._corner(painter, card, rect.intersected(visible))

    def ghost(self, painter: QPainter, box: Box, title: str, judgement: Judgement) -> None:
        """Draw where what is carried would lie, coloured by what the rules say."""
        strong, soft = {
            "free": (self.theme.good, self.theme.good_soft),
            "warning": (self.theme.warning, self.theme.warning_soft),
            "error": (self.theme.error, self.theme.error_soft),
        }[judgement]
        rect = rect_of(box)
        ground = QColor(soft)
        ground.setAlpha(225)
        painter.setBrush(ground)
        style = Qt.PenStyle.SolidLine if judgement == "free" else Qt.PenStyle.DashLine
        painter.setPen(QPen(QColor(strong), 2, style))
        painter.drawRoundedRect(rect.adjusted(1, 1, -1, -1), 4, 4)
        if rect.height() >= self.typeset.height("title") - 4:
            painter.save()
            painter.setClipRect(rect)
            painter.setPen(QColor(self.theme.text))
            lines = max(int((rect.height() - 4) / self.typeset.height("title")), 1)
            at = QPointF(rect.left() + 9, rect.top() + 2)
            self.typeset.draw(painter, "title", title, at, min(rect.width() - 16, 400), min(lines, 3))
            painter.restore()

    def lines(
        self, painter: QPainter, columns: list[Box], hours: list[float], width: float, minute: float
    ) -> None:
        """Draw the lines between places and at each hour and half hour."""
        faint = QColor(self.theme.line)
        faint.setAlpha(120)
        for down in hours:
            painter.setPen(QPen(QColor(self.theme.line), 1))
            painter.drawLine(QPointF(0, down), QPointF(width, down))
            painter.setPen(QPen(faint, 1))
            painter.drawLine(QPointF(0, down + 30 * minute), QPointF(width, down + 30 * minute))
        painter.setPen(QPen(QColor(self.theme.line), 1))
        for box in columns:
            x = box.x if self.mirrored else box.x + box.width
            painter.drawLine(QPointF(x, 0), QPointF(x, box.height))

    def now(self, painter: QPainter, down: float, width: float) -> None:
        """Draw the line of the present moment."""
        painter.setPen(QPen(QColor(self.theme.error), 1.5))
        painter.drawLine(QPointF(0, down), QPointF(width, down))

    def _texts(self, painter: QPainter, card: Card, rect: QRectF) -> None:
        inner = rect.adjusted(5, 2, -BAR - 6, -2) if self.mirrored else rect.adjusted(BAR + 6, 2, -5, -2)
        marked = card.severity is not None and rect.width() > NARROW
        width = inner.width() - (MARK + 2 if marked else 0)
        left = inner.left() + (MARK + 2 if marked and self.mirrored else 0)
        tall, small = self.typeset.height("title"), self.typeset.height("plain")
        room = inner.height() + 3
        face, line = ("title", tall) if room >= tall - 2 and rect.width() > NARROW else ("plain", small)
        if rect.height() >= 9:
            painter.save()
            painter.setClipRect(rect)
            wanted = max(int((room - small) / line), 1)
            down = inner.top() if room >= line else rect.center().y() - line / 2
            painter.setPen(QColor(self.theme.text))
            down += self.typeset.draw(painter, face, card.title, QPointF(left, down), width, min(wanted, 5))
            painter.setPen(QColor(self.theme.muted))
            left, width = inner.left(), inner.width()
            if card.people and inner.bottom() + 3 - down >= 2 * small:
                down += self.typeset.draw(painter, "plain", card.people, QPointF(left, down), width)
            if inner.bottom() + 3 - down >= small:
                self.typeset.draw(painter, "plain", card.time, QPointF(left, down), width)
            painter.restore()
        if card.severity is not None:
            self._mark(painter, card, rect)
        elif card.pinned and rect.width() > 40:
            self._pin(painter, rect)

    def _sideways(self, painter: QPainter, card: Card, rect: QRectF) -> None:
        """Write the title of a block along its free side, since its talks take the rest."""
        strip = min(rect.width() * 0.25, 60.0)
        painter.save()
        painter.setClipRect(rect)
        painter.setPen(QColor(self.theme.text))
        height = self.typeset.height("title")
        lines = max(min(int((strip - BAR - 2) / height), 3), 1)
        if self.mirrored:
            painter.translate(rect.right() - BAR - 2, rect.top() + 5)
            painter.rotate(90)
        else:
            painter.translate(rect.left() + BAR + 2, rect.bottom() - 5)
            painter.rotate(-90)
        self.typeset.draw(painter, "title", card.title, QPointF(0, 0), rect.height() - 10, lines)
        painter.restore()
        if card.severity is not None:
            self._mark(painter, card, rect)

    def _outline(self, painter: QPainter, card: Card, rect: QRectF) -> None:
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(QColor(self._severity(card)), 2 if card.severity == "error" else 1))
        painter.drawRoundedRect(rect.adjusted(1, 1, -1, -1), 4, 4)

    def _mark(self, painter: QPainter, card: Card, rect: QRectF) -> None:
        size = min(MARK, rect.height() - 4)
        if size < 7:
            return
        left = rect.left() + 4 if self.mirrored else rect.right() - size - 4
        top = rect.top() + 4 if rect.height() > MARK + 6 else rect.center().y() - size / 2
        if rect.width() <= NARROW:
            top = rect.bottom() - size - 4
        disc = QRectF(left, top, size, size)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(self._severity(card)))
        painter.drawEllipse(disc) if card.severity == "error" else painter.drawRoundedRect(disc, 3, 3)
        painter.setPen(QPen(QColor(self.theme.surface), 1.8, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap))
        middle, part = disc.center(), size / MARK
        painter.drawLine(middle + QPointF(0, -3.5 * part), middle + QPointF(0, 0.8 * part))
        painter.drawPoint(middle + QPointF(0, 3.8 * part))

    def _corner(self, painter: QPainter, card: Card, rect: QRectF) -> None:
        """Fold the lower corner at the end of the line, or the upper one where a mark has the lower."""
        size = min(CORNER, rect.height() - 2, rect.width() / 2)
        up = card.severity is not None and rect.width() <= NARROW
        edge = QPointF(rect.left() if self.mirrored else rect.right(), rect.top() if up else rect.bottom())
        across, down = QPointF(size if self.mirrored else -size, 0), QPointF(0, size if up else -size)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(self.theme.accent))
        painter.drawPolygon([edge, edge + across, edge + down])

    def _pin(self, painter: QPainter, rect: QRectF) -> None:
        left = rect.left() + 6 if self.mirrored else rect.right() - 12
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(self.theme.muted))
        painter.drawEllipse(QRectF(left, rect.top() + 5, 6, 6))

    def _severity(self, card: Card) -> str:
        return self.theme.error if card.severity == "error" else self.theme.warning


def rect_of(box: Box) -> QRectF:
    """Return a box as Qt's rectangle."""
    return QRectF(box.x, box.y, box.width, box.height)


@lru_cache(maxsize=512)
def card_colours(theme: Colours, colour: str, tone: Tone = "theme") -> tuple[QColor, QColor]:
    """Return the ground and the bar of a card whose theme has this colour."""
    if tone == "prayer":
        return QColor(theme.good_soft), QColor(theme.good)
    if tone == "quiet" or not colour:
        return QColor(theme.raised), QColor(theme.edge)
    own, surface = QColor(colour), QColor(theme.surface)
    bar = mixed(own, QColor(theme.text), 0.25) if theme.dark else own
    return mixed(surface, own, 0.28 if theme.dark else 0.13), bar


def mixed(first: QColor, second: QColor, share: float) -> QColor:
    """Return a colour that is so much of the second and for the rest of the first."""
    return QColor.fromRgbF(
        first.redF() + (second.redF() - first.redF()) * share,
        first.greenF() + (second.greenF() - first.greenF()) * share,
        first.blueF() + (second.blueF() - first.blueF()) * share,
    )
