"""A paragraph: analysed once, then broken to any width and size, any number of times."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from itertools import groupby
from typing import Final, NamedTuple

from majlis.typesetting.analysis import Analyst, Segment
from majlis.typesetting.bidi import visual_order
from majlis.typesetting.breaking import Breaker
from majlis.typesetting.items import Item
from majlis.typesetting.lines import Line, Unit, height_of
from majlis.typesetting.styles import Alignment, Style

_NEAR: Final = 0.01
"""Points by which a fitted text may be smaller than it could be."""
_UNBOUNDED: Final = 1e9


@dataclass(frozen=True, slots=True)
class Setting:
    """How a paragraph is set, besides the styles of its spans.

    `leading` multiplies the height that the script needs. `hyphenate` divides words where their language has
    patterns.
    """

    align: Alignment = "start"
    leading: float = 1.1
    hyphenate: bool = False


@dataclass(frozen=True, slots=True)
class Fitted:
    """What became of a text that was set in a box.

    `size` is that of its largest span, in points, as set. `overflows` says that even at the floor the lines are
    higher than the box, or wider; the caller records it. `strained` says that a word had to be broken where no
    break belongs.
    """

    lines: tuple[Line, ...]
    size: float
    overflows: bool
    strained: bool

    @property
    def height(self) -> float:
        """Return how high the lines stand one below the other."""
        return height_of(self.lines)


class _Box(NamedTuple):
    """What lines have to fit: a width and a height, a number of lines, and whether words may be broken for it."""

    width: float
    height: float
    most_lines: int | None
    anywhere: bool


class Paragraph:
    """A text with its styles, analysed; `base` is 0 where it runs left to right, 1 where right to left."""

    def __init__(
        self, analyst: Analyst, segments: Sequence[Segment], strut: Style, base: int, setting: Setting
    ) -> None:
        self._analyst = analyst
        self._segments = tuple(segments)
        self._strut = strut
        self._base = base
        self._setting = setting

    @property
    def right_to_left(self) -> bool:
        """Say whether the paragraph as a whole runs right to left."""
        return self._base == 1

    @cached_property
    def size(self) -> float:
        """The size of its largest span, in points."""
        sizes = [unit.style.size for segment in self._segments for unit in segment.units]
        return max(sizes, default=self._strut.size)

    @cached_property
    def natural_width(self) -> float:
        """The width of its longest line where none is broken for want of room, in points."""
        return max(line.width for line in self.lines(_UNBOUNDED))

    def lines(self, width: float) -> tuple[Line, ...]:
        """Return the lines for a box of a width in points."""
        return tuple(line for line, _ in self._lines(width, 1.0))

    def aligned(self, align: Alignment) -> "Paragraph":
        """Return the same paragraph, aligned otherwise."""
        setting = replace(self._setting, align=align)
        return Paragraph(self._analyst, self._segments, self._strut, self._base, setting)

    def fit(
        self,
        width: float,
        height: float,
        floor: float,
        most_lines: int | None = None,
        *,
        cut: bool = False,
        anywhere: bool = False,
    ) -> Fitted:
        """Set the paragraph in a box as large as it goes, between its own size and a floor in points.

        It is set at the largest size at which its lines fit the height, at most `most_lines` of them, and no word
        needs to be broken; with `anywhere`, words may be. Where there is no such size it is set at the floor in as
        many lines as it takes; with `cut`, in as many as have room.
        """
        box = _Box(width, height, most_lines, anywhere)
        least = min(1.0, floor / self.size)
        if (whole := self._fitting(box, 1.0)) is not None:
            return whole
        best = self._fitting(box, least)
        if best is None:
            return self._at_floor(width, height, least, cut=cut)
        scale, most = least, 1.0
        while (most - scale) * self.size > _NEAR:
            middle = (scale + most) / 2
            tried = self._fitting(box, middle)
            if tried is None:
                most = middle
            else:
                scale, best = middle, tried
        return best

    def _fitting(self, box: _Box, scale: float) -> Fitted | None:
        """Return the lines at a part of the size, or None as soon as one has no room or breaks a word."""
        lines: list[Line] = []
        filled, strained = 0.0, False
        for line, broken in self._lines(box.width, scale):
            filled += line.height
            strained = strained or broken
            if (strained and not box.anywhere) or filled > box.height or len(lines) == box.most_lines:
                return None
            lines.append(line)
        return Fitted(tuple(lines), self.size * scale, overflows=False, strained=strained)

    def _at_floor(self, width: float, height: float, scale: float, *, cut: bool) -> Fitted:
        """Set the paragraph at its smallest, all of it or what has room."""
        lines: list[Line] = []
        overflows = strained = False
        filled = 0.0
        for line, broken in self._lines(width, scale):
            filled += line.height
            if cut and filled > height + _NEAR:
                overflows = True
                break
            overflows = overflows or filled > height or line.width > width
            strained = strained or broken
            lines.append(line)
        return Fitted(tuple(lines), self.size * scale, overflows, strained)

    def _lines(self, width: float, scale: float) -> Iterator[tuple[Line, bool]]:
        """Yield each line at a part of the size, and whether a word was broken in it for want of room."""
        for segment in self._segments:
            breaker = Breaker(self._analyst, segment, width / scale, hyphenate=self._setting.hyphenate)
            for line in breaker.lines():
                yield self._line(segment.text, line.units, width, scale, last=line.last), line.strained

    def _line(self, text: str, units: list[Unit], width: float, scale: float, *, last: bool) -> Line:
        shown = _without_spaces_at_end(units)
        natural = sum(unit.width + unit.space for unit in shown) * scale
        slack = max(0.0, width - natural)
        stretch = 0.0
        gaps = sum(unit.gaps for unit in shown)
        if self._setting.align == "justify" and gaps and not last:
            stretch, natural, slack = slack / gaps, natural + slack, 0.0
        ascent, descent = self._extent(shown)
        height = (ascent + descent) * self._setting.leading * scale
        return Line(
            units=tuple(shown[index] for index in visual_order([unit.item.level for unit in shown])),
            offset=slack * self._place_of_slack(),
            width=natural,
            stretch=stretch,
            scale=scale,
            height=height,
            baseline=(height + (ascent - descent) * scale) / 2,
            text=text[shown[0].start : shown[-1].end] if shown else "",
        )

    def _place_of_slack(self) -> float:
        """Return what part of the room that a line leaves stands on its left."""
        match self._setting.align:
            case "centre":
                return 0.5
            case "end":
                return 0.0 if self._base else 1.0
            case "start" | "justify":
                return 1.0 if self._base else 0.0

    @cached_property
    def _usual(self) -> tuple[float, float]:
        """What most of the text needs above and below the baseline, in points; every line gets at least that."""
        longest: Item | None = None
        most = 0
        for item, units in groupby(
            (unit for one in self._segments for unit in one.units), key=lambda unit: unit.item
        ):
            length = sum(unit.stop - unit.start for unit in units)
            if length > most:
                longest, most = item, length
        if longest is None:
            return self._strut.size * 0.95, self._strut.size * 0.25
        return longest.face.ascent * longest.size, longest.face.descent * longest.size

    def _extent(self, units: Sequence[Unit]) -> tuple[float, float]:
        ascent, descent = self._usual
        known: Item | None = None
        for unit in units:
            if unit.item is not known:
                known = unit.item
                ascent = max(ascent, known.face.ascent * known.size)
                descent = max(descent, known.face.descent * known.size)
        return ascent, descent


def _without_spaces_at_end(units: list[Unit]) -> list[Unit]:
    """Return the units of a line without those at its end that are spaces, and without the spaces of the last."""
    count = len(units)
    while count and not units[count - 1].word.glyphs:
        count -= 1
    shown = units[:count]
    if shown and shown[-1].gaps:
        shown[-1] = replace(shown[-1], space=0.0, gaps=0, end=shown[-1].stop)
    return shown
