"""Which way text runs: the Unicode bidirectional algorithm, UAX #9, rules P2 to L2.

Every character has a class, written here as one letter, so that the classes of a text are a text and most rules
are substitutions in it. What comes out is a level for each character, as `bytes`: even runs left to right, odd
right to left.

Two rules are elsewhere: paragraphs drop the spaces at the ends of lines, which leaves L1 nothing to do, and
HarfBuzz mirrors brackets (L4) when it shapes a run right to left.
"""

from collections.abc import Iterator, Sequence
from itertools import groupby, pairwise
import re
from typing import Final, NamedTuple
import unicodedata

from majlis.typesetting.bidi_rules import resolved_levels

LETTERS: Final = {
    "L": "L", "R": "R", "AL": "A", "EN": "0", "ES": "+", "ET": "$", "AN": "9", "CS": ",", "NSM": "m", "BN": "n",
    "B": "B", "S": "S", "WS": " ", "ON": "o", "LRE": "e", "RLE": "E", "LRO": "v", "RLO": "V", "PDF": "p",
    "LRI": "i", "RLI": "I", "FSI": "f", "PDI": "P",
}  # fmt: skip
"""The letter of each bidirectional class."""

DEEPEST: Final = 125
_STARTERS: Final = "iIf"
_REMOVED: Final = frozenset("eEvVpn")
_EXPLICIT: Final = re.compile("[BeEvVpiIfP]")
_PLAIN_RIGHT: Final = frozenset("RAmS o,+$")
_NEEDS_RULES: Final = re.compile(
    "[\u0590-\u08ff\u200f\u202a-\u202e\u2066-\u2069\ufb1d-\ufdff\ufe70-\ufefc\U00010800-\U00010fff\U0001e800-\U0001efff]"
)
"""Whatever may run right to left, and whatever changes direction."""
_UNASSIGNED: Final = (
    ("R", re.compile("[\u0590-\u05ff\u07c0-\u085f\ufb1d-\ufb4f\U00010800-\U00010fff\U0001e800-\U0001efff]")),
    ("A", re.compile("[\u0600-\u07bf\u0860-\u08ff\ufb50-\ufdcf\ufdf0-\ufdff\ufe70-\ufeff]")),
)


class _Letters(dict[int, str]):
    """The letter of every character that was ever asked for, made for `str.translate`."""

    def __missing__(self, point: int) -> str:
        letter = self[point] = _letter(chr(point))
        return letter


def _letter(character: str) -> str:
    if named := unicodedata.bidirectional(character):
        return LETTERS[named]
    return next((letter for letter, block in _UNASSIGNED if block.match(character)), "L")


_CLASSES: Final = _Letters()


class Levels(NamedTuple):
    """The level of a paragraph and of each character in it."""

    base: int
    of_characters: bytes


def letters_of(text: str) -> str:
    """Return the bidirectional classes of a text, a letter for each character."""
    return text.translate(_CLASSES)


def levels(text: str, base: int | None = None) -> Levels:
    """Return the levels of a text without line separators; without a `base` its first strong character decides."""
    if base != 1 and not _NEEDS_RULES.search(text):
        return Levels(0, bytes(len(text)))
    return levels_of_classes(letters_of(text), text, base)


def first_strong(text: str) -> int | None:
    """Return the level, 0 or 1, that the first strong character of a text asks for; None where it has none."""
    return _first_strong(letters_of(text))


def levels_of_classes(classes: str, text: str, base: int | None = None) -> Levels:
    """Return the levels of a text whose classes are known; the text itself is asked for brackets alone."""
    level = (_first_strong(classes) or 0) if base is None else base
    if level == 1 and _PLAIN_RIGHT.issuperset(classes):
        return Levels(level, b"\1" * len(classes))
    side = _side(level)
    if _EXPLICIT.search(classes):
        return Levels(level, _levels_with_embeddings(classes, text, level))
    if "n" not in classes:
        return Levels(level, resolved_levels(classes, text, level, side, side))
    places = [place for place, letter in enumerate(classes) if letter != "n"]
    resolved = bytearray([level]) * len(classes)
    _resolve(_Run(places, side, side), classes, text, resolved)
    return Levels(level, _with_removed(classes, resolved, level))


def _first_strong(classes: str) -> int | None:
    """Return the level that the first strong character outside isolates asks for (P2, P3); None without any."""
    depth = 0
    for letter in classes:
        if letter in _STARTERS:
            depth += 1
        elif letter == "P":
            depth = max(0, depth - 1)
        elif letter == "B":
            return None
        elif depth == 0 and letter in "LRA":
            return 0 if letter == "L" else 1
    return None


def visual_order(levels_of_pieces: Sequence[int]) -> list[int]:
    """Return the indices of the pieces of a line from left to right, given their levels (L2)."""
    order = list(range(len(levels_of_pieces)))
    odd = [level for level in levels_of_pieces if level & 1]
    for level in range(max(levels_of_pieces, default=0), min(odd, default=DEEPEST + 2) - 1, -1):
        reordered: list[int] = []
        for deeper, group in groupby(order, key=lambda index, least=level: levels_of_pieces[index] >= least):
            members = [*group]
            reordered += reversed(members) if deeper else members
        order = reordered
    return order


class _Run(NamedTuple):
    """The places of an isolating run sequence, and the directions before and after it."""

    places: list[int]
    start: str
    end: str


class _Status(NamedTuple):
    """An entry of the directional status stack (X1)."""

    level: int
    override: str
    isolate: bool


def _levels_with_embeddings(classes: str, text: str, base: int) -> bytes:
    """Return the levels where explicit embeddings, overrides, isolates or paragraph separators take part."""
    isolates = _isolates(classes)
    embedded, letters = _explicit(classes, base)
    resolved = bytearray(embedded)
    for run in _sequences(classes, isolates, embedded, base):
        _resolve(run, letters, text, resolved)
    return _with_removed(classes, resolved, base)


def _resolve(run: _Run, letters: str, text: str, resolved: bytearray) -> None:
    """Replace the embedding levels of one sequence by its resolved ones."""
    if not run.places:
        return
    inside = "".join([letters[place] for place in run.places])
    characters = "".join([text[place] for place in run.places]) if text else ""
    found = resolved_levels(inside, characters, resolved[run.places[0]], run.start, run.end)
    for place, level in zip(run.places, found, strict=True):
        resolved[place] = level


def _with_removed(classes: str, resolved: bytearray, base: int) -> bytes:
    """Give what X9 removes the level of what stands before it."""
    for place, letter in enumerate(classes):
        if letter in _REMOVED:
            resolved[place] = resolved[place - 1] if place else base
    return bytes(resolved)


def _isolates(classes: str) -> dict[int, int]:
    """Return the matching place of each isolate starter and of each end that has a starter (BD9)."""
    matches: dict[int, int] = {}
    waiting: list[int] = []
    for place, letter in enumerate(classes):
        if letter in _STARTERS:
            waiting.append(place)
        elif letter == "P" and waiting:
            start = waiting.pop()
            matches[start], matches[place] = place, start
        elif letter == "B":
            waiting.clear()
    return matches


def _right_isolates(classes: str) -> set[int]:
    """Return the isolate starters that run right to left, by class or by their first strong character (X5c)."""
    right: set[int] = set()
    undecided: list[int | None] = []
    for place, letter in enumerate(classes):
        if letter in _STARTERS:
            undecided.append(place if letter == "f" else None)
            if letter == "I":
                right.add(place)
        elif letter == "P" and undecided:
            undecided.pop()
        elif letter == "B":
            undecided.clear()
        elif letter in "LRA" and undecided:
            if letter != "L" and undecided[-1] is not None:
                right.add(undecided[-1])
            undecided[-1] = None
    return right


def _explicit(classes: str, base: int) -> tuple[bytes, str]:
    """Return the embedding levels, and the classes as overrides leave them (X1 to X8)."""
    right = _right_isolates(classes)
    embedded = bytearray([base]) * len(classes)
    letters = list(classes)
    state = _Embeddings(base)
    for place, letter in enumerate(classes):
        if letter == "P":
            state.end_isolate()
        elif letter == "B":
            state = _Embeddings(base)
        embedded[place] = state.stack[-1].level
        if letter not in _REMOVED and letter != "B":
            letters[place] = state.stack[-1].override or letter
        if letter in _STARTERS:
            state.isolate(right=place in right)
        elif letter in "eEvV":
            state.embed({"V": "R", "v": "L"}.get(letter, ""), right=letter in "EV")
        elif letter == "p":
            state.end_embedding()
    return bytes(embedded), "".join(letters)


class _Embeddings:
    """The embeddings that are open at a place, and how many are that go too deep (X1)."""

    def __init__(self, base: int) -> None:
        self.stack = [_Status(base, "", isolate=False)]
        self._isolates = 0
        self._too_many_isolates = 0
        self._too_many_embeddings = 0

    def embed(self, override: str, *, right: bool) -> None:
        """Begin an embedding or an override (X2 to X5)."""
        level = _deeper(self.stack[-1].level, right=right)
        if level <= DEEPEST and not self._too_many_isolates and not self._too_many_embeddings:
            self.stack.append(_Status(level, override, isolate=False))
        elif not self._too_many_isolates:
            self._too_many_embeddings += 1

    def isolate(self, *, right: bool) -> None:
        """Begin an isolate (X5a to X5c)."""
        level = _deeper(self.stack[-1].level, right=right)
        if level <= DEEPEST and not self._too_many_isolates and not self._too_many_embeddings:
            self._isolates += 1
            self.stack.append(_Status(level, "", isolate=True))
        else:
            self._too_many_isolates += 1

    def end_isolate(self) -> None:
        """End an isolate, and the embeddings in it (X6a)."""
        if self._too_many_isolates:
            self._too_many_isolates -= 1
        elif self._isolates:
            self._too_many_embeddings = 0
            while not self.stack.pop().isolate:
                pass
            self._isolates -= 1

    def end_embedding(self) -> None:
        """End an embedding or an override (X7)."""
        if self._too_many_isolates:
            return
        if self._too_many_embeddings:
            self._too_many_embeddings -= 1
        elif len(self.stack) > 1 and not self.stack[-1].isolate:
            self.stack.pop()


def _deeper(level: int, *, right: bool) -> int:
    return (level + 1) | 1 if right else (level + 2) & ~1


def _sequences(classes: str, isolates: dict[int, int], embedded: bytes, base: int) -> Iterator[_Run]:
    """Find the isolating run sequences (X10)."""
    kept = [place for place, letter in enumerate(classes) if letter not in _REMOVED]
    runs = [[*group] for _, group in groupby(kept, key=embedded.__getitem__)]
    run_at = {run[0]: run for run in runs}
    after, before = dict(pairwise(kept)), dict(pairwise(reversed(kept)))
    for run in runs:
        if classes[run[0]] == "P" and run[0] in isolates:
            continue
        places = [*run]
        while classes[places[-1]] in _STARTERS and places[-1] in isolates:
            places += run_at[isolates[places[-1]]]
        level = embedded[places[0]]
        left = before.get(places[0])
        right = None if classes[places[-1]] in _STARTERS else after.get(places[-1])
        yield _Run(
            places,
            _side(max(level, base if left is None else embedded[left])),
            _side(max(level, base if right is None else embedded[right])),
        )


def _side(level: int) -> str:
    return "R" if level & 1 else "L"
