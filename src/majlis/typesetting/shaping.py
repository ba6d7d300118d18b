"""Characters to glyphs: the only home of HarfBuzz.

A run of one face, script and direction is shaped whole and then cut into words, since in many faces the space
takes part in what the letters beside it look like. Equal words of a document are one value (`Words`), so that
whatever is worked out for a word later is worked out once.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise
from pathlib import Path
from typing import Any, Final, NamedTuple, TypeAlias
import unicodedata

import uharfbuzz

from majlis.typesetting.characters import is_ignorable, partings, script_of

hb: Any = uharfbuzz
"""HarfBuzz, which ships no types for Python."""
Buffer: TypeAlias = Any

_ONE_CLUSTER_A_CHARACTER: Final = hb.BufferClusterLevel.MONOTONE_CHARACTERS
_UNSAFE: Final = int(hb.GlyphFlags.UNSAFE_TO_BREAK)
CONTEXT: Final = 8
"""How many characters on either side HarfBuzz is shown, for letters that join across a change of face."""
_HIGHEST_HEAP: Final = 8
"""Marks that stand one above the other at most; more than any letter has are drawn where the last of these is."""
_DROPPED_TABLES: Final = (
    *("GSUB", "GPOS", "GDEF", "name", "post", "OS/2", "cmap", "DSIG", "kern", "STAT", "MATH", "BASE", "meta"),
    *("gasp", "cvt ", "fpgm", "prep", "hdmx", "VDMX", "LTSH", "VORG", "vhea", "vmtx"),
)


class Voice(NamedTuple):
    """How a run is read: its script (ISO 15924), its language (a tag, or empty), its direction."""

    script: str
    language: str
    right_to_left: bool


@dataclass(frozen=True, slots=True, eq=False)
class Word:
    """A shaped piece of text without spaces: glyphs from left to right, figures in units of the face.

    `clusters` has for each glyph the place in `text` of the character it came from; `shifts` is empty where no
    glyph is moved from its place. Two words of a document that are equal are the same value.
    """

    face: Face
    text: str
    right_to_left: bool
    glyphs: tuple[int, ...]
    clusters: tuple[int, ...]
    advances: tuple[int, ...]
    shifts: tuple[tuple[int, int], ...]
    width: float
    """Parts of the em."""


class Piece(NamedTuple):
    """A word cut from a run, the width of its spaces in ems, and whether breaking there changes its look."""

    word: Word
    space: float
    unsafe_before: bool
    unsafe_after: bool


class Cut(NamedTuple):
    """Where in its text a word starts, where its spaces start, and where they end."""

    start: int
    stop: int
    end: int


class Face:
    """One face of a family, opened: its proportions, its characters, and what HarfBuzz does with it.

    `scale` is how much larger than the size asked for it is set; `ascent` and `descent` are parts of that em.
    """

    def __init__(self, path: Path, scale: float, ascent: float, descent: float) -> None:
        self.scale = scale
        self.ascent = ascent
        self.descent = descent
        self._face = hb.Face(hb.Blob.from_file_path(str(path)))
        self._font = hb.Font(self._face)
        self._advances: dict[int, int] = {}
        self.name: str = path.stem
        self.units: int = self._face.upem
        """How many units the em has."""
        self.space: int = self._font.get_nominal_glyph(0x20) or 0
        """The glyph of the space."""

    @cached_property
    def characters(self) -> frozenset[str]:
        """The characters that the face has glyphs for."""
        return frozenset(map(chr, self._face.unicodes))

    @cached_property
    def plain(self) -> frozenset[str]:
        """The characters that need no thought in Latin text: Latin letters, digits, punctuation."""
        latin = {character for character in self.characters if script_of(character) in {"Latn", "Zyyy"}}
        return frozenset(latin) - frozenset(filter(is_ignorable, latin))

    def can_draw(self, character: str) -> bool:
        """Say whether the face can show a character, whole or from its parts; what shows nothing it always can."""
        return (
            character in self.characters
            or is_ignorable(character)
            or (len(parts := unicodedata.normalize("NFD", character)) > 1 and self.characters.issuperset(parts))
        )

    def advance(self, glyph: int) -> int:
        """Return the advance of a glyph, in units."""
        found = self._advances.get(glyph)
        if found is None:
            found = self._advances[glyph] = self._font.get_glyph_h_advance(glyph)
        return found

    def subset(self, glyphs: Collection[int]) -> tuple[bytes, dict[int, int]]:
        """Return a TrueType font of these glyphs, drawn as here but renumbered, and their new numbers."""
        wanted = hb.SubsetInput()
        wanted.glyph_set.update({0, *glyphs})
        wanted.drop_table_tag_set.update(int.from_bytes(tag.encode(), "big") for tag in _DROPPED_TABLES)
        wanted.flags = hb.SubsetFlags.NO_LAYOUT_CLOSURE | hb.SubsetFlags.NO_HINTING | hb.SubsetFlags.NOTDEF_OUTLINE
        plan = hb.SubsetPlan(self._face, wanted)
        font = bytes(plan.execute().blob.data)
        numbers = plan.old_to_new_glyph_mapping
        return font, {glyph: int(numbers[glyph]) for glyph in {0, *glyphs}}

    def shape(self, text: str, start: int, end: int, voice: Voice) -> ShapedRun:
        """Shape the characters from `start` to `end`, with those around them as context."""
        first = max(0, start - CONTEXT)
        buffer = hb.Buffer()
        buffer.cluster_level = _ONE_CLUSTER_A_CHARACTER
        buffer.add_str(text[first : end + CONTEXT], start - first, end - start)
        buffer.direction = "rtl" if voice.right_to_left else "ltr"
        buffer.script = voice.script
        if voice.language:
            buffer.language = voice.language
        hb.shape(self._font, buffer)
        return ShapedRun(self, text, buffer, first)


class Words:
    """The words of one document, each once."""

    def __init__(self) -> None:
        self._words: dict[tuple[object, ...], Word] = {}

    def word(self, run: ShapedRun, start: int, stop: int, first: int, last: int) -> Word:
        """Return the word of the characters from `start` to `stop` and the glyphs from `first` to `last`."""
        text = run.text[start:stop]
        glyphs = tuple(run.glyphs[first:last])
        advances = tuple(run.advances[first:last])
        shifts = tuple(run.shifts[first:last])
        key = (run.face, text, run.right_to_left, glyphs, advances, shifts)
        found = self._words.get(key)
        if found is None:
            step = -1 if run.right_to_left else 1
            clusters = tuple(cluster - start for cluster in run.clusters[first:last])
            found = self._words[key] = Word(
                run.face,
                text,
                run.right_to_left,
                glyphs[::step],
                clusters[::step],
                advances[::step],
                shifts[::step] if any(map(any, shifts)) else (),
                sum(advances) / run.face.units,
            )
        return found


class ShapedRun:
    """The glyphs of a run in the order of reading, to be cut into words."""

    def __init__(self, face: Face, text: str, buffer: Buffer, offset: int) -> None:
        step = -1 if buffer.direction == "rtl" else 1
        self._infos = buffer.glyph_infos[::step]
        positions = [position.position for position in buffer.glyph_positions[::step]]
        self.face = face
        self.text = text
        self.right_to_left = step < 0
        self.glyphs: list[int] = [info.codepoint for info in self._infos]
        self.clusters: list[int] = [info.cluster + offset for info in self._infos]
        self.advances: list[int] = [position[2] for position in positions]
        shifts = [position[:2] for position in positions]
        self.shifts: list[tuple[int, int]] = _low(shifts, self.advances) if any(map(any, shifts)) else []

    def parted(self, cut: Cut, most: int) -> Iterator[Cut]:
        """Part a word into pieces of at most so many characters, each with its marks and ligatures whole."""
        clusters = self.clusters[bisect_left(self.clusters, cut.start) : bisect_left(self.clusters, cut.stop)]
        places = partings(self.text, dict.fromkeys([cut.start, *clusters]))
        start = cut.start
        for place, following in pairwise([*places, cut.stop]):
            if following - start > most and place > start:
                yield Cut(start, place, place)
                start = place
        yield Cut(start, cut.stop, cut.end)

    def pieces(self, words: Words, cuts: Iterable[Cut]) -> Iterator[Piece]:
        """Cut the run into words with their spaces."""
        first = 0
        for start, stop, end in cuts:
            last = bisect_left(self.clusters, stop, first)
            after = bisect_left(self.clusters, end, last)
            word = words.word(self, start, stop, first, last)
            space = sum(self.advances[last:after]) / self.face.units
            yield Piece(word, space, self._is_unsafe(first, start), self._is_unsafe(last, stop))
            first = after

    def _is_unsafe(self, glyph: int, place: int) -> bool:
        """Say whether the look of the text depends on its going on without a break before this glyph."""
        if glyph == len(self.clusters):
            return False
        if self.clusters[glyph] != place:
            return True
        return int(self._infos[glyph].flags) & _UNSAFE != 0


def _low(shifts: list[tuple[int, int]], advances: Sequence[int]) -> list[tuple[int, int]]:
    """Let heaps of marks grow no higher than eight, or they would cover the lines above and leave the page."""
    marks = 0
    for place, advance in enumerate(advances):
        marks = 0 if advance else marks + 1
        if marks > _HIGHEST_HEAP:
            shifts[place] = shifts[place - 1]
    return shifts
