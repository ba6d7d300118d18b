"""The codes by which text is drawn: each stands for one glyph and for exactly one piece of text.

Where HarfBuzz makes a character from several glyphs (a letter and its dots or marks), they become one composite
glyph. So a reader that copies or searches finds every code once, in order, with its text, and need not guess from
positions; a raised mark or a ligature never tears a word. Right-to-left text stands in the page from left to right
as it is seen, which is what readers expect of it; characters without a glyph of their own get empty codes beside
their letter.
"""

from bisect import bisect_right
from collections.abc import Iterator
from typing import Final, NamedTuple

from majlis.typesetting.characters import extends, is_ignorable, partings
from majlis.typesetting.shaping import Face, Word

_LAST_CODE: Final = 0xFFFF
_ENOUGH: Final = 0x4000
"""Codes after which a face goes on as another font; what is left is more than a line takes."""
_FARTHEST: Final = 3
"""How many ems above or below its letter a mark is drawn at most, and half as many as beside it."""
_NEGLIGIBLE: Final = 0.005
"""Thousandths of the em below which a shift is not worth writing."""


class Part(NamedTuple):
    """A glyph and where it is moved to, in units of the face."""

    glyph: int
    x: int
    y: int


class CodedGlyph(NamedTuple):
    """What a code stands for: parts drawn together, the text they show, the advance in units of the face."""

    parts: tuple[Part, ...]
    text: str
    advance: int


class _Step(NamedTuple):
    """A code, how far its glyph is moved to the right, and how far the pen goes in all."""

    coded: CodedGlyph
    lead: int
    advance: int


class FaceCodes:
    """The codes of one face in one document, given in the order in which text is drawn."""

    def __init__(self, face: Face) -> None:
        self.face = face
        self.glyphs: list[CodedGlyph] = [CodedGlyph((Part(0, 0, 0),), "", face.advance(0))]
        self._codes: dict[CodedGlyph, int] = {}
        self._fragments: dict[Word, str] = {}
        self._thousandth = 1000 / face.units
        self._space_advance = face.advance(face.space)
        self._space = ""

    @property
    def is_full(self) -> bool:
        """Say whether no further line should be drawn with these codes."""
        return len(self.glyphs) > _ENOUGH

    def fragment(self, word: Word) -> str:
        """Return a word as the inside of an array for the operator `TJ`."""
        found = self._fragments.get(word)
        if found is None:
            found = self._fragments[word] = self._array(_plain_steps(word) or _grapheme_steps(word))
        return found

    def space(self, advance: float) -> str:
        """Return a space of a width in ems, in the same form."""
        if not self._space:
            space = CodedGlyph((Part(self.face.space, 0, 0),), " ", self._space_advance)
            self._space = f"<{self._code(space):04X}>"
        extra = advance * 1000 - self._space_advance * self._thousandth
        return f"{self._space}{number(-extra)}" if abs(extra) > _NEGLIGIBLE else self._space

    def _array(self, steps: Iterator[_Step]) -> str:
        written: list[str] = []
        pending = 0.0
        for coded, lead, advance in steps:
            pending += lead * self._thousandth
            if abs(pending) > _NEGLIGIBLE:
                written.append(number(-pending))
            written.append(f"<{self._code(coded):04X}>")
            pending = (advance - lead - coded.advance) * self._thousandth
        if abs(pending) > _NEGLIGIBLE:
            written.append(number(-pending))
        return "".join(written).replace("><", "")

    def _code(self, coded: CodedGlyph) -> int:
        code = self._codes.get(coded)
        if code is None:
            code = len(self.glyphs)
            if code > _LAST_CODE:
                raise OverflowError(f"{self.face.name} would need more than 65,535 codes in one document")
            self._codes[coded] = code
            self.glyphs.append(coded)
        return code


def number(value: float) -> str:
    """Write a number as short as PDF allows, to a hundredth."""
    text = f"{value:.2f}".rstrip("0").rstrip(".")
    return "0" if text == "-0" else text


def _plain_steps(word: Word) -> Iterator[_Step] | None:
    """Return the steps of a word in which each character has one glyph that stands where it falls."""
    text = word.text[::-1] if word.right_to_left else word.text
    count = len(text)
    in_order = range(count - 1, -1, -1) if word.right_to_left else range(count)
    if word.shifts or word.clusters != tuple(in_order) or any(map(extends, text)):
        return None
    face = word.face
    return (
        _Step(CodedGlyph((Part(glyph, 0, 0),), character, face.advance(glyph)), 0, advance)
        for glyph, character, advance in zip(word.glyphs, text, word.advances, strict=True)
    )


def _grapheme_steps(word: Word) -> Iterator[_Step]:
    """Find the steps of a word character by character, marks with their letters."""
    starts = [*partings(word.text, sorted({0, *word.clusters}))]
    ends = dict(zip(starts, [*starts[1:], len(word.text)], strict=True))
    first, count = 0, len(word.glyphs)
    while first < count:
        start = _start_of(word.clusters[first], starts)
        last = first
        while last < count and _start_of(word.clusters[last], starts) == start:
            last += 1
        yield from _composite(word, first, last, word.text[start : ends[start]])
        first = last


def _start_of(cluster: int, starts: list[int]) -> int:
    return starts[bisect_right(starts, cluster) - 1]


def _composite(word: Word, first: int, last: int, text: str) -> Iterator[_Step]:
    """Make the glyphs from `first` to `last`, which show a text, into one, and give every character a code."""
    parts, pen, nominal = _parts(word, first, last, text)
    lead = 0
    if len(parts) == 1 and parts[0].x and not parts[0].y:
        lead, parts = parts[0].x, (Part(parts[0].glyph, 0, 0),)
    if not word.right_to_left:
        yield _Step(CodedGlyph(parts, text, nominal), lead, pen)
        return
    seen = text[::-1]
    main = next((place for place, character in enumerate(seen) if not extends(character)), 0)
    for character in seen[:main]:
        yield _Step(CodedGlyph((), character, 0), 0, 0)
    yield _Step(CodedGlyph(parts, seen[main], nominal), lead, pen)
    for character in seen[main + 1 :]:
        yield _Step(CodedGlyph((), character, 0), 0, 0)


def _parts(word: Word, first: int, last: int, text: str) -> tuple[tuple[Part, ...], int, int]:
    """Return the glyphs with their places, how far the pen goes, and the advance that the composite is given."""
    parts: list[Part] = []
    pen, far = 0, _FARTHEST * word.face.units
    advancing: list[int] = []
    for place in range(first, last):
        glyph, advance = word.glyphs[place], word.advances[place]
        x, y = word.shifts[place] if word.shifts else (0, 0)
        invisible = glyph == word.face.space and (advance == 0 or is_ignorable(text[0]))
        if not invisible:
            parts.append(Part(glyph, _within(pen + x, far * 2), _within(y, far)))
        if advance:
            advancing.append(glyph)
        pen += advance
    nominal = word.face.advance(advancing[0]) if len(advancing) == 1 else pen
    return tuple(parts), pen, max(0, nominal)


def _within(value: int, bound: int) -> int:
    return max(-bound, min(value, bound))
