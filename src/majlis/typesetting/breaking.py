"""Units into lines: as many on each as fit, divided words and words broken for want of room among them."""

from bisect import bisect_right
from collections.abc import Iterator
from typing import Final, NamedTuple

from majlis.typesetting.analysis import Analyst, Segment
from majlis.typesetting.characters import partings
from majlis.typesetting.hyphenation import divisions
from majlis.typesetting.lines import Unit

_TOLERANCE: Final = 0.01
SOFT_HYPHEN: Final = "\u00ad"
_HYPHEN: Final = "-"
_WIDER: Final = 4
"""How many places a word may be broken earlier where its letters are wider at the end of a line than within."""


class BrokenLine(NamedTuple):
    """The units of a line in the order of reading.

    `strained` says that a word was broken where no break belongs, `last` that the segment ends with this line.
    """

    units: list[Unit]
    strained: bool
    last: bool = False


class Breaker:
    """Breaks one segment into lines of one width; `hyphenate` divides words where their language does."""

    def __init__(self, analyst: Analyst, segment: Segment, width: float, *, hyphenate: bool) -> None:
        self._analyst = analyst
        self._text = segment.text
        self._waiting = [*reversed(segment.units)]
        self._width = width + _TOLERANCE
        self._hyphenate = hyphenate

    def lines(self) -> Iterator[BrokenLine]:
        """Break the segment; one without text is one line without units."""
        last = False
        while not last:
            line = self._next_line()
            last = not self._waiting
            yield line._replace(last=last)

    def _next_line(self) -> BrokenLine:
        line: list[Unit] = []
        taken = 0.0
        good = 0
        """How many units the line has up to the last place where it may end."""
        waiting = self._waiting
        while waiting:
            unit = waiting.pop()
            if taken + unit.width > self._width:
                return self._full(line, good, unit, self._width - taken)
            line.append(unit)
            taken += unit.width + unit.space
            if unit.may_break and not (unit.word.text.endswith(SOFT_HYPHEN) and self._no_room(unit, taken)):
                good = len(line)
        return BrokenLine(line, strained=False)

    def _full(self, line: list[Unit], good: int, unit: Unit, room: float) -> BrokenLine:
        """End a line at which a unit found no room."""
        if self._hyphenate and (divided := self._divided(unit, room)):
            self._waiting.append(divided[1])
            return BrokenLine([*line, divided[0]], strained=False)
        if good:
            self._waiting.append(unit)
            self._waiting.extend(reversed(line[good:]))
            return BrokenLine(self._ended(line[:good]), strained=False)
        if broken := self._broken(unit, room, at_least_one=not line):
            self._waiting.append(broken[1])
            return BrokenLine([*line, broken[0]], strained=True)
        if line:
            self._waiting.append(unit)
            return BrokenLine(self._shortened(line, room) or self._ended(line), strained=True)
        return BrokenLine([unit], strained=True)

    def _ended(self, line: list[Unit]) -> list[Unit]:
        """Shape again what looks different for standing at the end of a line, or at the start of the next."""
        last = line[-1]
        if last.word.text.endswith(SOFT_HYPHEN):
            line[-1] = self._analyst.recut(self._text, last, last.start, last.stop, _HYPHEN)
        elif last.unsafe_after and last.word.glyphs:
            line[-1] = self._analyst.recut(self._text, last, last.start, last.stop, ends_line=True)
        following = self._waiting[-1]
        if following.unsafe_before and following.word.glyphs:
            self._waiting[-1] = self._analyst.recut(
                self._text, following, following.start, following.stop, begins_line=True
            )
        return line

    def _shortened(self, line: list[Unit], room: float) -> list[Unit] | None:
        """Break the last word of a line where it is too wide for what is left once it looks as at the end."""
        *others, last = line
        ended = self._analyst.recut(self._text, last, last.start, last.stop, ends_line=True)
        if not last.unsafe_after or ended.width <= last.width + room:
            return None
        broken = self._broken(last, last.width + room, at_least_one=not others)
        if broken is None:
            return None
        self._waiting.append(broken[1])
        return [*others, broken[0]]

    def _no_room(self, unit: Unit, taken: float) -> bool:
        """Say whether the hyphen that a soft hyphen turns into would stand out of the line."""
        shown = self._analyst.recut(self._text, unit, unit.start, unit.stop, _HYPHEN)
        return taken - unit.width + shown.width > self._width

    def _divided(self, unit: Unit, room: float) -> tuple[Unit, Unit] | None:
        """Divide a word with a hyphen, as late as the room allows."""
        if unit.item.level & 1:
            return None
        for place in reversed(divisions(unit.word.text, unit.item.voice.language)):
            if _width_before(unit, place) > room:
                continue
            start = self._analyst.recut(self._text, unit, unit.start, unit.start + place, _HYPHEN)
            if start.width <= room:
                return start, self._analyst.recut(self._text, unit, unit.start + place, unit.stop)
        return None

    def _broken(self, unit: Unit, room: float, *, at_least_one: bool) -> tuple[Unit, Unit] | None:
        """Break a word between two characters, as late as the room allows."""
        places = [*partings(unit.word.text, sorted({0, *unit.word.clusters}))][1:]
        fitting = bisect_right(places, room, key=lambda place: _width_before(unit, place))
        for place in reversed(places[max(0, fitting - _WIDER) : fitting]):
            start = self._analyst.recut(self._text, unit, unit.start, unit.start + place)
            if start.width <= room:
                return start, self._analyst.recut(self._text, unit, start.stop, unit.stop)
        if not places or not at_least_one:
            return None
        place = unit.start + places[0]
        return (
            self._analyst.recut(self._text, unit, unit.start, place),
            self._analyst.recut(self._text, unit, place, unit.stop),
        )


def _width_before(unit: Unit, place: int) -> float:
    """Return the width of the characters of a unit before a place in its word, in points."""
    word = unit.word
    before = sum(advance for cluster, advance in zip(word.clusters, word.advances, strict=True) if cluster < place)
    return before * unit.item.size / word.face.units
