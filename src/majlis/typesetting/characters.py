"""What Unicode says of single characters: script, mark, ignorable; and texts made safe to set."""

from collections.abc import Iterable, Iterator
from functools import lru_cache
import re
from typing import Final
import unicodedata

from fontTools import unicodedata as scripts

COMMON: Final = frozenset(("Zyyy", "Zinh", "Zzzz"))
"""The scripts of characters that go with any script."""

LINE_SEPARATOR: Final = re.compile("\r\n|[\n\v\f\r\x85\u2028\u2029]")
REPLACEMENT: Final = "\ufffd"
JOINER: Final = "\u200d"
_UNPRINTABLE: Final = re.compile("[\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff]")
_IGNORABLE: Final = re.compile(
    "[\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b-\u200f\u202a-\u202e\u2060-\u206f\u3164"
    "\ufe00-\ufe0f\ufeff\uffa0\ufff0-\ufff8\U0001bca0-\U0001bca3\U0001d173-\U0001d17a\U000e0000-\U000e0fff]"
)
_LONGEST_GRAPHEME: Final = 32
"""Characters after which a heap of marks is parted all the same: no writing puts so many on a letter."""
_SKIN_TONES: Final = "\U0001f3fb\U0001f3fc\U0001f3fd\U0001f3fe\U0001f3ff"


@lru_cache(maxsize=20_000)
def script_of(character: str) -> str:
    """Return the script of a character as its ISO 15924 code."""
    return scripts.script(character)


@lru_cache(maxsize=20_000)
def is_ignorable(character: str) -> bool:
    """Say whether a character shows nothing by itself: joiners, marks of direction, variation selectors."""
    return _IGNORABLE.match(character) is not None


@lru_cache(maxsize=20_000)
def extends(character: str) -> bool:
    """Say whether a character belongs to the one before it: a mark, a joiner, a selector."""
    return unicodedata.category(character)[0] == "M" or is_ignorable(character) or character in _SKIN_TONES


def graphemes(text: str) -> Iterator[str]:
    """Cut a text into characters with their marks; what a joiner joins stays together, unless it never ends."""
    start = 0
    for place in range(1, len(text) + 1):
        held = place < len(text) and (extends(text[place]) or text[place - 1] == JOINER)
        if held and place - start < _LONGEST_GRAPHEME:
            continue
        yield text[start:place]
        start = place


def partings(text: str, places: Iterable[int]) -> Iterator[int]:
    """Find where a text may be parted: at the first of these places in their order, and at each without a mark.

    A heap of marks that never ends is parted too.
    """
    last: int | None = None
    for place in places:
        if last is None or not extends(text[place]) or place - last >= _LONGEST_GRAPHEME:
            yield place
            last = place


def without_unprintable(text: str) -> str:
    """Return a text, just as long, with replacements for what can't be printed and spaces for tabs."""
    return _UNPRINTABLE.sub(REPLACEMENT, text).replace("\t", " ")


def unprintable(text: str) -> list[str]:
    """Return the control characters and halves of characters in a text, which can't be printed."""
    return _UNPRINTABLE.findall(text)
