"""Texts cut where their box ends, with an ellipsis: at the end of a word, within one that is too long to drop."""

from collections.abc import Callable, Iterator, Sequence
import re
from typing import Final

from majlis.typesetting.characters import graphemes
from majlis.typesetting.lines import Line, height_of
from majlis.typesetting.paragraph import Paragraph

ELLIPSIS: Final = "…"
_LONGEST_DROPPED: Final = 24
"""Characters of a word that are dropped together."""
_TOLERANCE: Final = 0.01
_WORD: Final = re.compile(r"\S+")


def shortened(
    text: str, lines: Sequence[Line], width: float, height: float, made: Callable[[str], Paragraph]
) -> tuple[Line, ...]:
    """Return as much of a text as has room in a box beside an ellipsis; nothing where not even that has.

    `lines` are those of its beginning that have room without one, `made` makes a paragraph of a text. However long
    the text is, few paragraphs are tried.
    """
    ends = [*_ends(text, _place_after(text, lines))]
    best: tuple[Line, ...] = ()
    fits, fits_not, step = -1, len(ends), 1
    while fits_not - fits > 1:
        middle = max((fits + fits_not) // 2, fits_not - step)
        tried = made(text[: ends[middle]] + ELLIPSIS).lines(width)
        if height_of(tried) <= height + _TOLERANCE:
            fits, best = middle, tried
        else:
            fits_not, step = middle, step * 2
    return best


def _place_after(text: str, lines: Sequence[Line]) -> int:
    """Return where in a text its first lines end."""
    place = 0
    for line in lines:
        while text[place : place + 1].isspace():
            place += 1
        place += len(line.text)
    return min(place, len(text))


def _ends(text: str, last: int) -> Iterator[int]:
    """Find where a text may be cut before a place: after its words, and within the first and any long one."""
    for found in _WORD.finditer(text):
        end = found.start()
        if end >= last:
            return
        if not end or len(found[0]) > _LONGEST_DROPPED:
            for grapheme in graphemes(text[end : min(found.end(), last)]):
                end += len(grapheme)
                yield end
        else:
            yield min(found.end(), last)
