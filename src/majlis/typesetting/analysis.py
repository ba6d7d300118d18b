"""A piece of text without line separators, analysed once: its levels, breaks, items and words."""

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import replace
import re
from typing import Final, NamedTuple

from majlis.typesetting.bidi import levels
from majlis.typesetting.fonts import Shelf
from majlis.typesetting.items import Item, Itemiser, StyledRange
from majlis.typesetting.linebreak import break_places
from majlis.typesetting.lines import Unit
from majlis.typesetting.shaping import CONTEXT, Cut, Words

_SPACES: Final = re.compile(" +")
_LONGEST_UNIT: Final = 64
"""Characters after which a word without an end goes on as another unit, so that a line break costs no more."""
_WITHOUT_SPACES: Final = frozenset(("Hani", "Hira", "Kana", "Bopo"))
"""Scripts of which a justified line is stretched between any two characters."""


class Segment(NamedTuple):
    """A text between line separators, and its units in the order of reading."""

    text: str
    units: tuple[Unit, ...]


class Analyst:
    """Analyses the texts of one document, and shapes pieces of them again where a line cuts them."""

    def __init__(self, shelf: Shelf) -> None:
        self._itemiser = Itemiser(shelf)
        self._words = Words()

    def segment(self, text: str, ranges: Sequence[StyledRange], base: int) -> Segment:
        """Analyse a text; the ranges cover it, and `base` is the level of the paragraph."""
        places = break_places(text)
        items = self._itemiser.items(text, ranges, levels(text, base).of_characters)
        edges = {found.end() for found in _SPACES.finditer(text)}
        edges.update(places, (item.start for item in items), (range_.start for range_ in ranges))
        return Segment(text, tuple(self._units(text, items, ranges, sorted(edges), frozenset(places))))

    def _units(
        self,
        text: str,
        items: list[Item],
        ranges: Sequence[StyledRange],
        edges: list[int],
        breaks: frozenset[int],
    ) -> Iterator[Unit]:
        starts = [range_.start for range_ in ranges]
        for item in items:
            run = item.face.shape(text, item.start, item.end, item.voice)
            inside = edges[bisect_right(edges, item.start) : bisect_right(edges, item.end)]
            cuts = [
                Cut(start, start + len(text[start:end].rstrip(" ")), end)
                for start, end in zip([item.start, *inside], inside, strict=False)
            ]
            if any(cut.stop - cut.start > _LONGEST_UNIT for cut in cuts):
                cuts = [piece for cut in cuts for piece in run.parted(cut, _LONGEST_UNIT)]
            for (start, stop, end), piece in zip(cuts, run.pieces(self._words, cuts), strict=True):
                style = ranges[bisect_right(starts, start) - 1].style
                yield Unit(
                    item,
                    style,
                    start,
                    stop,
                    end,
                    piece.word,
                    piece.word.width * item.size,
                    piece.space * item.size,
                    end - stop or int(item.voice.script in _WITHOUT_SPACES and end in breaks),
                    end in breaks,
                    piece.unsafe_before,
                    piece.unsafe_after,
                )

    def recut(
        self,
        text: str,
        unit: Unit,
        start: int,
        stop: int,
        hyphen: str = "",
        *,
        begins_line: bool = False,
        ends_line: bool = False,
    ) -> Unit:
        """Return what of a unit lies from `start` to `stop`, shaped as if the text had nothing else.

        What stands beside the unit goes on being the context of its letters, unless it stands on another line.
        With a hyphen, the piece ends in one, in place of a soft hyphen. Spaces stay at the unit's own end.
        """
        parted = begins_line or unit.parted or start > unit.start
        before = "" if parted else text[max(0, start - CONTEXT) : start]
        after = "" if ends_line or hyphen or stop < unit.stop else text[stop : stop + CONTEXT]
        piece = text[start:stop].rstrip("\u00ad") + hyphen if hyphen else text[start:stop]
        end = len(before) + len(piece)
        run = unit.item.face.shape(before + piece + after, len(before), end, unit.item.voice)
        word = next(run.pieces(self._words, [Cut(len(before), end, end)])).word
        whole_end = stop == unit.stop and not hyphen
        return replace(
            unit,
            start=start,
            stop=stop,
            end=unit.end if whole_end else stop,
            word=word,
            width=word.width * unit.item.size,
            space=unit.space if whole_end else 0.0,
            gaps=unit.gaps if whole_end else 0,
            may_break=unit.may_break if whole_end else True,
            unsafe_before=False,
            unsafe_after=unit.unsafe_after and whole_end,
            parted=parted,
        )
