"""Two texts as one: what is the same, what went and what came, word by word."""

from dataclasses import dataclass
from difflib import SequenceMatcher
import re
from typing import Final, Literal

LONGEST: Final = 600
"""Words that either text may have to be compared word by word."""

ALIKE: Final = 0.6
"""How much of two texts must be the same for them to be shown as one."""

SHORTEST: Final = 11
"""Words and gaps of a text below which both are shown whole: a name or a time is no text to be woven."""

Mark = Literal["same", "gone", "come"]

_WORDS: Final = re.compile(r"\s+|\w+|[^\w\s]")


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of text that is the same in both, gone from the first, or come in the second."""

    text: str
    mark: Mark


def woven(before: str, after: str) -> tuple[Piece, ...]:
    """Return two texts woven into one, none where they are too short, too long or too different for that."""
    old, new = _WORDS.findall(before), _WORDS.findall(after)
    if min(len(old), len(new)) < SHORTEST or max(len(old), len(new)) > LONGEST:
        return ()
    matcher = SequenceMatcher(None, old, new, autojunk=False)
    if matcher.quick_ratio() < ALIKE or matcher.ratio() < ALIKE:
        return ()
    pieces: list[Piece] = []
    for _, old_start, old_end, new_start, new_end in matcher.get_opcodes():
        gone, come = "".join(old[old_start:old_end]), "".join(new[new_start:new_end])
        if gone == come:
            pieces.append(Piece(gone, "same"))
        else:
            pieces += (piece for piece in (Piece(gone, "gone"), Piece(come, "come")) if piece.text)
    return tuple(pieces)
