"""Lines as values: what a paragraph is broken into and a page draws."""

from collections.abc import Sequence
from dataclasses import dataclass

from majlis.typesetting.items import Item
from majlis.typesetting.shaping import Word
from majlis.typesetting.styles import Style


@dataclass(slots=True, eq=False)
class Unit:
    """A word with the spaces after it, as large as the paragraph was asked for; widths in points."""

    item: Item
    style: Style
    start: int
    stop: int
    end: int
    """Where in the text the word starts, where its spaces start, and where they end."""
    word: Word
    width: float
    space: float
    gaps: int
    """How many places after it a justified line is stretched at: its spaces, or the seam of two ideographs."""
    may_break: bool
    """Whether the line may end after it."""
    unsafe_before: bool
    unsafe_after: bool
    parted: bool = False
    """Whether it was cut from what stands before it in the text, and so joins nothing there."""


@dataclass(frozen=True, slots=True)
class Line:
    """A line of a paragraph, set within a box of a certain width; all lengths in points.

    `units` stand from left to right. `offset` is where the first begins, from the left edge of the box; `width` is
    what they take without the spaces at the end. Each gap is widened by `stretch`. `scale` is what sizes are
    multiplied by where the paragraph was fitted. A line takes `height`, and its baseline is `baseline` below its
    top.
    """

    units: tuple[Unit, ...]
    offset: float
    width: float
    stretch: float
    scale: float
    height: float
    baseline: float
    text: str
    """What the line says, in the order of reading."""


def height_of(lines: Sequence[Line]) -> float:
    """Return how high the lines stand one below the other."""
    return sum(line.height for line in lines)
