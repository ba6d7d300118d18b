"""Where words may be divided: the only home of pyphen."""

from functools import lru_cache
import re
from typing import Final

import pyphen

_LETTERS: Final = re.compile(r"[^\W\d_]{5,}")
_SHORTEST_START: Final = 2
_SHORTEST_END: Final = 3


@lru_cache(maxsize=50_000)
def divisions(word: str, language: str) -> tuple[int, ...]:
    """Return the places in a word where a hyphen may divide it; none where the language has no patterns."""
    dictionary = _dictionary(language)
    if dictionary is None:
        return ()
    return tuple(
        found.start() + place
        for found in _LETTERS.finditer(word)
        for place in dictionary.positions(found[0])
        if _SHORTEST_START <= place <= len(found[0]) - _SHORTEST_END
    )


@lru_cache(maxsize=100)
def _dictionary(language: str) -> pyphen.Pyphen | None:
    name = pyphen.language_fallback(language.replace("-", "_")) if language else None
    return pyphen.Pyphen(lang=name) if name else None
