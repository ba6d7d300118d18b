"""Runs of text that are shaped as one: the same level, script, face, language and size from end to end."""

from collections.abc import Iterable, Iterator, Sequence
import re
from typing import Final, NamedTuple

from majlis.typesetting.characters import COMMON, graphemes, script_of
from majlis.typesetting.fonts import Look, Shelf, look
from majlis.typesetting.shaping import Face, Voice
from majlis.typesetting.styles import Style
from majlis.typesetting.unicode_tables import CLOSING_BRACKETS

_CLOSING: Final = frozenset(CLOSING_BRACKETS.values())
_BRACKETS: Final = _CLOSING.union(CLOSING_BRACKETS)
_WORD: Final = re.compile("[^ ]+ *| +")
_DIGITS: Final = frozenset("0123456789")
_SAME: Final = re.compile(rb"(.)\1*", re.DOTALL)
_DEEPEST: Final = 63
"""How many brackets within brackets are matched, as in UAX #9."""
_KEYCAP: Final = "\u20e3"
_NUMBER_OR_OTHER: Final = re.compile(r"[0-9]\ufe0f?\u20e3|[0-9]+(?:[.,:/\u2013\u2212-][0-9]+)*%?|[^0-9]+")
"""Numbers, times and ranges in European digits are of one size with Latin letters, in an Arabic text too."""
ARABIC_LANGUAGES: Final = frozenset(("ar", "fa", "ur", "ckb", "ps", "sd", "ug"))
"""Languages written in the Arabic script."""


class StyledRange(NamedTuple):
    """A piece of a text in one style, as places in it."""

    start: int
    end: int
    style: Style


class Item(NamedTuple):
    """A run to be shaped as one; `size` in points is the style's, times the scale of the face."""

    start: int
    end: int
    level: int
    face: Face
    voice: Voice
    size: float


class _Part(NamedTuple):
    """How many characters are of one script and in one face."""

    length: int
    script: str
    face: Face


class Itemiser:
    """Cuts the texts of one document into items; it remembers how words fell into scripts and faces."""

    def __init__(self, shelf: Shelf) -> None:
        self._shelf = shelf
        self._known: dict[tuple[str, str, Look], list[_Part]] = {}

    def items(self, text: str, ranges: Sequence[StyledRange], levels: bytes) -> list[Item]:
        """Return the items of a text, in its order; a change of colour or link alone makes no new item."""
        items: list[Item] = []
        for start, end, level, part, style in _with_levels(self._styled_parts(text, ranges), levels):
            voice = Voice(part.script, style.language, bool(level & 1))
            item = Item(start, end, level, part.face, voice, style.size * part.face.scale)
            if items and items[-1].end == start and items[-1][2:] == item[2:]:
                item = item._replace(start=items.pop().start)
            items.append(item)
        return items

    def _styled_parts(self, text: str, ranges: Sequence[StyledRange]) -> Iterator[tuple[int, int, _Part, Style]]:
        script = ""
        for start, end, style in ranges:
            wanted = look(style)
            script = script or _script_ahead(text[start:], wanted.language)
            place = start
            for part in self._range_parts(text[start:end], script, wanted):
                yield place, place + part.length, part, style
                place += part.length
                script = part.script

    def _range_parts(self, piece: str, script: str, wanted: Look) -> Iterator[_Part]:
        """Cut a piece in one look; `script` is that of what stands before, for characters that go with any."""
        latin = self._shelf.primary("Latn", wanted)
        if script == "Latn" and latin.plain.issuperset(piece):
            yield _Part(len(piece), script, latin)
        elif not _BRACKETS.isdisjoint(piece):
            yield from self._parts(piece, script, wanted)
        else:
            for found in _WORD.finditer(piece):
                parts = self._word_parts(found[0], script, wanted)
                yield from parts
                script = parts[-1].script

    def _word_parts(self, word: str, script: str, wanted: Look) -> list[_Part]:
        key = (word, script, wanted)
        found = self._known.get(key)
        if found is None:
            found = self._known[key] = [*self._parts(word, script, wanted)]
        return found

    def _parts(self, piece: str, script: str, wanted: Look) -> Iterator[_Part]:
        """Cut a piece, numbers in European digits whole and the rest character by character."""
        opened: list[tuple[str, str]] = []
        length, last = 0, _Part(0, script, self._shelf.primary(script, wanted))
        for token in _NUMBER_OR_OTHER.findall(piece):
            if token[0] in _DIGITS and token[-1] != _KEYCAP:
                parts = [_Part(len(token), script, self._shelf.choose(token[0], "Latn", wanted))]
            else:
                parts = [*self._characters(token, script, wanted, opened)]
            for part in parts:
                if part[1:] == last[1:]:
                    length += part.length
                else:
                    if length:
                        yield last._replace(length=length)
                    length, last = part.length, part
            script = last.script
        yield last._replace(length=length)

    def _characters(self, piece: str, script: str, wanted: Look, opened: list[tuple[str, str]]) -> Iterator[_Part]:
        """Give each character its script and face; a closing bracket is set like its opening one."""
        for grapheme in graphemes(piece):
            first = grapheme[0]
            own = script_of(first)
            if own not in COMMON:
                script = own
            elif first in CLOSING_BRACKETS and len(opened) < _DEEPEST:
                opened.append((CLOSING_BRACKETS[first], script))
            elif first in _CLOSING and any(closing == first for closing, _ in opened):
                while opened[-1][0] != first:
                    opened.pop()
                script = opened.pop()[1]
            yield _Part(len(grapheme), script, self._shelf.choose(grapheme, script, wanted))


def _script_ahead(text: str, language: str) -> str:
    """Return the first script in a text; where it has none, the one that its language is written in."""
    for character in text:
        script = script_of(character)
        if script not in COMMON:
            return script
    return "Arab" if language in ARABIC_LANGUAGES else "Latn"


def _with_levels(
    parts: Iterable[tuple[int, int, _Part, Style]], levels: bytes
) -> Iterator[tuple[int, int, int, _Part, Style]]:
    """Cut parts where the level changes."""
    changes = (found.end() for found in _SAME.finditer(levels))
    change = 0
    for start, end, part, style in parts:
        place = start
        while place < end:
            if place == change:
                change = next(changes)
            stop = min(end, change)
            yield place, stop, levels[place], part, style
            place = stop
