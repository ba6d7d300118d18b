"""The rules of UAX #9 for one isolating run sequence: W1 to W7, N0 to N2, I1 and I2.

The letters are those of `majlis.typesetting.bidi`; characters that X9 removes have gone already.
"""

from collections.abc import Iterator
import re
from typing import Final

from majlis.typesetting.unicode_tables import CLOSING_BRACKETS

_CANONICAL: Final = {"\u232a": "\u3009"}
_CLOSING: Final = frozenset(CLOSING_BRACKETS.values()) | _CANONICAL.keys()
_ANY_BRACKET: Final = re.compile(f"[{re.escape(''.join([*CLOSING_BRACKETS, *_CLOSING]))}]")
_BRACKET_STACK: Final = 63

_MARKS: Final = re.compile("(.)(m+)", re.DOTALL)
_AFTER_ARABIC: Final = re.compile("A[^LR]*")
_EUROPEAN_SEPARATOR: Final = re.compile("(?<=0)[+,](?=0)")
_ARABIC_SEPARATOR: Final = re.compile("(?<=9),(?=9)")
_TERMINATORS: Final = re.compile(r"(0?)\$+(?=(0?))")
_AFTER_LATIN: Final = re.compile("L[^R]*")
_NEUTRALS: Final = re.compile("[BS oifIP]+")
_TO_NEUTRAL: Final = str.maketrans("+$,", "ooo")
_STRONG: Final = {"R": "R", "0": "R", "9": "R", "L": "L"}
_EVEN: Final = {"L": 0, "R": 1, "0": 2, "9": 2}
_ODD: Final = {"L": 1, "R": 0, "0": 1, "9": 1}


def resolved_levels(letters: str, text: str, level: int, start: str, end: str) -> bytes:
    """Return the levels of a sequence, given the classes and characters in it.

    `level` is its embedding level; `start` and `end` are the directions, L or R, that hold before and after it.
    """
    resolved = _weak(letters, start)
    if _ANY_BRACKET.search(text):
        resolved = _brackets(resolved, letters, text, level, start)
    resolved = _neutral(resolved, level, start, end)
    steps = _ODD if level & 1 else _EVEN
    return bytes([level + steps[letter] for letter in resolved])


def _weak(letters: str, start: str) -> str:
    """Resolve marks and all about numbers, W1 to W7."""
    resolved = start + letters
    if "m" in resolved:
        resolved = _MARKS.sub(
            lambda found: found[1] + ("o" if found[1] in "iIfP" else found[1]) * len(found[2]), resolved
        )
    if "A" in resolved:
        resolved = _AFTER_ARABIC.sub(lambda found: found[0].replace("0", "9"), resolved).replace("A", "R")
    resolved = _ARABIC_SEPARATOR.sub("9", _EUROPEAN_SEPARATOR.sub("0", resolved))
    if "$" in resolved:
        resolved = _TERMINATORS.sub(
            lambda found: found[0].replace("$", "0" if found[1] or found[2] else "$"), resolved
        )
    resolved = resolved.translate(_TO_NEUTRAL)
    if "0" in resolved:
        resolved = _AFTER_LATIN.sub(lambda found: found[0].replace("0", "L"), resolved)
    return resolved[1:]


def _brackets(resolved: str, letters: str, text: str, level: int, start: str) -> str:
    """Give the brackets of each pair the direction of what they hold, or of what stands before them (N0)."""
    result = list(resolved)
    own = "R" if level & 1 else "L"
    for opening, closing in sorted(_bracket_pairs(resolved, text)):
        inside = {_STRONG[letter] for letter in result[opening + 1 : closing] if letter in _STRONG}
        if not inside:
            continue
        direction = own
        if own not in inside:
            before = next((result[place] for place in range(opening - 1, -1, -1) if result[place] in _STRONG), "")
            direction = side if (side := _STRONG.get(before, start)) in inside else own
        for bracket in (opening, closing):
            result[bracket] = direction
            marks = bracket + 1
            while marks < len(letters) and letters[marks] == "m":
                result[marks] = direction
                marks += 1
    return "".join(result)


def _bracket_pairs(resolved: str, text: str) -> Iterator[tuple[int, int]]:
    """Find the places of paired brackets (BD16)."""
    waiting: list[tuple[str, int]] = []
    pairs: list[tuple[int, int]] = []
    for found in _ANY_BRACKET.finditer(text):
        place, bracket = found.start(), found[0]
        if resolved[place] != "o":
            continue
        if bracket in CLOSING_BRACKETS:
            if len(waiting) == _BRACKET_STACK:
                return iter(())
            waiting.append((CLOSING_BRACKETS[bracket], place))
        else:
            bracket = _CANONICAL.get(bracket, bracket)
            match = next((at for at in reversed(range(len(waiting))) if waiting[at][0] == bracket), None)
            if match is not None:
                pairs.append((waiting[match][1], place))
                del waiting[match:]
    return iter(pairs)


def _neutral(resolved: str, level: int, start: str, end: str) -> str:
    """Give neutrals the direction of their neighbours where these agree, else that of the level (N1, N2)."""
    own = "R" if level & 1 else "L"

    def direction(found: re.Match[str]) -> str:
        before = _STRONG[resolved[found.start() - 1]] if found.start() else start
        after = _STRONG[resolved[found.end()]] if found.end() < len(resolved) else end
        return (before if before == after else own) * len(found[0])

    return _NEUTRALS.sub(direction, resolved)
