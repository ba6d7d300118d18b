"""A day as it lies on the screen: the pixels of each card, and what lies at a pixel."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Final

from majlis.pages.grid import Box, Grid, Point, Scale
from majlis.ui.timetable.cards import Card

NARROWEST: Final = 130.0
"""Pixels that a place is wide at least; in narrower ones most titles are cut."""

GAP: Final = 2.0
"""Pixels between neighbouring cards."""

EDGE: Final = 7.0
"""Pixels at the foot of a card by which its length is changed."""

GRAIN: Final = 5
"""Minutes to which what is carried snaps."""

WIDENED: Final = 150.0
"""Pixels that a narrow lane is widened to when it is pointed at, within its place."""


@dataclass(frozen=True, slots=True)
class Sheet:
    """A day's grid with its cards at a scale; the origin is the upper left corner, mirrored or not."""

    grid: Grid
    cards: tuple[Card, ...]
    scale: Scale

    @property
    def columns(self) -> int:
        """How many places stand side by side."""
        return len(self.grid.columns)

    @property
    def width(self) -> float:
        """The width of all places."""
        return self.columns * self.scale.column

    @property
    def height(self) -> float:
        """The height from the first hour to the last."""
        return self.grid.minutes * self.scale.minute

    def fitted(self, width: float, minute: float, *, mirrored: bool) -> "Sheet":
        """Return this day for a view of some width, with so many pixels a minute."""
        column = max(NARROWEST, width / max(self.columns, 1))
        return replace(self, scale=Scale(column, minute, mirrored))

    def column(self, number: int) -> Box:
        """Return the box of a place's column."""
        return self.scale.shown(Box(number, 0, 1, self.grid.minutes), self.columns)

    def row_of(self, moment: datetime) -> float:
        """Return how far down a moment is."""
        return (moment - self.grid.start).total_seconds() / 60 * self.scale.minute

    def box(self, card: Card) -> Box:
        """Return where a card is drawn."""
        return _inset(self.scale.shown(card.box, self.columns))

    def widened(self, card: Card) -> Box:
        """Return where a card is drawn while it is looked at: a narrow one grows within its place."""
        box = self.box(card)
        if card.shape == "band" or box.width >= WIDENED:
            return box
        column = _inset(self.column(int(card.box.x)))
        width = min(WIDENED, column.width)
        left = min(max(column.x, box.x), column.x + column.width - width)
        return Box(left, box.y, width, box.height)

    def between(self, place_id: str | None, start: datetime, minutes: int) -> Box:
        """Return the box of a session at this place and time; without a place it lies across all."""
        top, height = self.row_of(start), max(minutes, GRAIN) * self.scale.minute
        if place_id is None and None not in self.grid.columns:
            return Box(0, top, self.width, height)
        number = self.grid.columns.index(place_id) if place_id in self.grid.columns else 0
        column = self.column(number)
        return _inset(Box(column.x, top, column.width, height))

    def card_at(self, point: Point) -> Card | None:
        """Return the uppermost card at a point, or None."""
        unit = self.scale.unit(point, self.columns)
        return next((card for card in reversed(self.cards) if card.box.holds(unit)), None)

    def at_edge(self, card: Card, point: Point) -> bool:
        """Say whether a point lies at the foot of a card, where its length is changed."""
        box = self.box(card)
        return box.y + box.height - point.y <= min(EDGE, box.height / 3)

    def place_at(self, point: Point) -> tuple[str | None, datetime] | None:
        """Return the place and the nearest five minutes at a point; beyond the day's ends those are meant."""
        inside = Point(point.x, min(max(point.y, 0.0), self.height))
        return self.grid.place_at(self.scale.unit(inside, self.columns), GRAIN)

    def neighbour(self, card: Card, across: int, down: int) -> Card | None:
        """Return the next card down, up, or in the next places across that hold one; None at the end."""
        order = sorted(self.cards, key=lambda each: (each.start, each.box.x, each.placement_id))
        if down:
            column = [each for each in order if _in_column(each, card)]
            at = column.index(card) + down
            return column[at] if 0 <= at < len(column) else None
        beyond = [each for each in order if (each.box.x - card.box.x) * across > 1e-6 and each.shape != "band"]
        if not beyond:
            return None
        nearest = min(abs(each.box.x - card.box.x) for each in beyond)
        same = (each for each in beyond if abs(each.box.x - card.box.x) < nearest + 0.5)
        return min(same, key=lambda each: abs(each.start - card.start))

    def hours(self) -> Iterator[tuple[datetime, float]]:
        """Yield each whole hour with how far down it is."""
        return ((hour, self.row_of(hour)) for hour in self.grid.hours())


def _in_column(each: Card, card: Card) -> bool:
    if each is card or each.shape == "band":
        return True
    left, right = (int(card.box.x), int(card.box.x + card.box.width - 1e-6)) if card.shape != "band" else (0, 0)
    return left <= int(each.box.x) <= right


def _inset(box: Box) -> Box:
    return Box(box.x + GAP, box.y + GAP / 2, max(box.width - 2 * GAP, 2.0), max(box.height - GAP, 2.0))
