"""Where lines may break: the Unicode line breaking algorithm, UAX #14, without tailoring.

Every character has a class, written here as one letter (`unicode_tables`), so that the classes of a text are a
text and the rules read as sets of letter pairs. No rule but LB11 to LB18 looks across a space, hence words are
looked up by their classes, and each shape of word is worked out once.
"""

from bisect import bisect_right
from collections.abc import Iterable, Iterator
from functools import lru_cache
from itertools import product
import re
from typing import Final, NamedTuple

from majlis.typesetting.unicode_tables import LINE_BREAK_LETTERS, LINE_BREAK_STARTS

HARD: Final = frozenset("krln")
MARKS: Final = frozenset("mz")
OPENERS: Final = frozenset("(O")
CLOSERS: Final = frozenset(")P}")
NEVER_AT_LINE_START: Final = CLOSERS | frozenset("!,/j")
ANY: Final = frozenset(LINE_BREAK_LETTERS)
WORD: Final = re.compile("[^ ]+")
NUMBER: Final = re.compile(r"[$%]?[(O\-]?9[9/,]*[})P]?[$%]?")


class _Base(NamedTuple):
    """A character that is no mark: its place, its class, and whether a joiner stands right before it."""

    place: int
    letter: str
    joined: bool


class _Classes(dict[int, str]):
    """The class of every character that was ever asked for, made for `str.translate`."""

    def __missing__(self, point: int) -> str:
        letter = self[point] = LINE_BREAK_LETTERS[bisect_right(LINE_BREAK_STARTS, point) - 1]
        return letter


_CLASSES: Final = _Classes()


def _pairs(*rules: tuple[Iterable[str], Iterable[str]]) -> frozenset[str]:
    return frozenset(before + after for left, right in rules for before, after in product(left, right))


_KEPT_TOGETHER: Final = _pairs(
    (ANY, "b-s"), ("B", ANY),  # LB21
    ("/", "h"),  # LB21b
    (ANY, "i"),  # LB22
    ("ah", "9"), ("9", "ah"),  # LB23
    ("$", "IXEM"), ("IXEM", "%"),  # LB23a
    ("$%", "ah"), ("ah", "$%"),  # LB24
    ("9", "9$%"), ("-$%", "9"),  # LB25, the pairs that need no more context
    ("L", "LV13"), ("V1", "VT"), ("T3", "T"),  # LB26
    ("LVT13", "%"), ("$", "LVT13"),  # LB27
    ("ah", "ah"),  # LB28
    (",", "ah"),  # LB29
    ("ah9", "("), (")", "ah9"),  # LB30
    ("EX", "M"),  # LB30b
)  # fmt: skip
"""Pairs of classes between which LB21 to LB30b forbid a break."""


def letters_of(text: str) -> str:
    """Return the line breaking classes of a text, a letter for each character."""
    return text.translate(_CLASSES)


def break_places(text: str) -> list[int]:
    """Return every place in the text where a line may or must end, as indices, the text's own end included."""
    classes = letters_of(text)
    if HARD.isdisjoint(classes) and "w" not in classes:
        return list(_breaks_by_word(classes))
    return breaks_of_classes(classes)


def _breaks_by_word(classes: str) -> Iterator[int]:
    """Find the breaks word by word, in classes without hard breaks and zero-width spaces."""
    before = ""
    for word in WORD.finditer(classes):
        start, letters = word.start(), word[0]
        after = "a" if letters[0] in MARKS else letters[0]
        if start and not _held_across_spaces(before, after):
            yield start
        for place in _breaks_in_word(letters):
            yield start + place
        before = letters.rstrip("mz")[-1:] or "a"
    if classes:
        yield len(classes)


@lru_cache(maxsize=20_000)
def _breaks_in_word(classes: str) -> tuple[int, ...]:
    return tuple(breaks_of_classes(classes)[:-1])


def _held_across_spaces(before: str, after: str) -> bool:
    """Say whether spaces between these classes are no place for a break (LB11, LB13 to LB17)."""
    return (
        after in NEVER_AT_LINE_START
        or before in OPENERS
        or (before == "q" and after in OPENERS)
        or (before in CLOSERS and after == "s")
        or before == after == "2"
    )


def breaks_of_classes(classes: str) -> list[int]:
    """Return the break places of a text of which only the classes are given, by all the rules."""
    bases = _bases(classes)
    letters = "".join(base.letter for base in bases)
    inside_numbers = _inside_numbers(letters)
    found: list[int] = []
    solid, flags = "", 0
    """The last class that was no space, and how many regional indicators stand before (LB30a)."""
    for index, (place, after, joined) in enumerate(bases):
        if index:
            before = letters[index - 1]
            must = before in HARD and (before, after) != ("r", "l")  # LB4, LB5
            may = not joined and index not in inside_numbers and _may_break(letters, index, solid, flags)
            if must or may:
                found.append(place)
        solid = solid if after == " " else after
        flags = flags + 1 if after == "R" else 0
    if classes:
        found.append(len(classes))
    return found


def _bases(classes: str) -> list[_Base]:
    """Return the classes with the marks counted to what they stand on (LB9, LB10)."""
    bases: list[_Base] = []
    for place, letter in enumerate(classes):
        joined = place > 0 and classes[place - 1] == "z"
        if letter not in MARKS:
            bases.append(_Base(place, letter, joined))
        elif not bases or bases[-1].letter in HARD or bases[-1].letter in " w":
            bases.append(_Base(place, "a", joined))
    return bases


def _inside_numbers(letters: str) -> set[int]:
    """Return the places inside a number with its signs and brackets (LB25)."""
    inside: set[int] = set()
    start = 0
    while match := NUMBER.search(letters, start):
        inside.update(range(match.start() + 1, match.end()))
        sign_may_open_the_next = letters[match.end() - 1] in "$%" and match.end() - 1 > match.start()
        start = match.end() - sign_may_open_the_next
    return inside


def _may_break(letters: str, index: int, solid: str, flags: int) -> bool:
    """Judge the place before `letters[index]` by LB6 to LB31, numbers aside."""
    before, after = letters[index - 1], letters[index]
    if after in HARD or after in " w":  # LB6, LB7
        return False
    if solid == "w" and before in " w":  # LB8
        return True
    if after == "j" or before in "jg" or (after == "g" and before not in " b-"):  # LB11, LB12
        return False
    if _held_across_spaces(solid, after):  # LB13 to LB17
        return False
    if before == " ":  # LB18
        return True
    if "q" in (before, after):  # LB19
        return False
    if "C" in (before, after):  # LB20
        return True
    hebrew_hyphen = before in "-b" and index > 1 and letters[index - 2] == "h"  # LB21a
    paired_flags = before == after == "R" and flags % 2 == 1  # LB30a
    return not (before + after in _KEPT_TOGETHER or hebrew_hyphen or paired_flags)
