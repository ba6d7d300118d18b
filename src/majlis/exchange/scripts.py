"""In which script a text is written, and which of some languages it can therefore be in."""

from collections import Counter
from collections.abc import Iterable
from functools import lru_cache
from itertools import islice
from typing import Final
import unicodedata

_SAMPLE: Final = 60
"""Letters of a text that are looked at."""

_SCRIPTS: Final = {
    "ARABIC": "ar",
    "HEBREW": "he",
    "CYRILLIC": "ru",
    "CJK": "zh",
    "HIRAGANA": "ja",
    "KATAKANA": "ja",
    "HANGUL": "ko",
    "GREEK": "el",
    "DEVANAGARI": "hi",
    "BENGALI": "bn",
    "TAMIL": "ta",
    "THAI": "th",
    "GEORGIAN": "ka",
    "ARMENIAN": "hy",
    "ETHIOPIC": "am",
    "LATIN": "en",
}
"""A script by the first word of its letters' Unicode names → the language that is guessed for it."""

_WRITTEN_IN: Final = {
    "ARABIC": "ar fa ur ps ckb ug sd",
    "HEBREW": "he yi",
    "CYRILLIC": "ru uk be bg sr mk kk ky mn tg",
    "CJK": "zh ja yue",
    "HIRAGANA": "ja",
    "KATAKANA": "ja",
    "HANGUL": "ko",
    "GREEK": "el",
    "DEVANAGARI": "hi mr ne sa",
    "BENGALI": "bn as",
    "TAMIL": "ta",
    "THAI": "th",
    "GEORGIAN": "ka",
    "ARMENIAN": "hy",
    "ETHIOPIC": "am ti",
}
_LANGUAGE_SCRIPTS: Final = {
    language: {script for script, languages in _WRITTEN_IN.items() if language in languages.split()}
    for languages in _WRITTEN_IN.values()
    for language in languages.split()
}
_PERSIAN: Final = frozenset("پچژگکی")


def script_of(text: str) -> str:
    """Return the script of most letters of a text's beginning, such as `ARABIC`, or "" where it has none."""
    letters = islice((_script(letter) for letter in text if letter.isalpha()), _SAMPLE)
    counts = Counter(script for script in letters if script)
    return counts.most_common(1)[0][0] if counts else ""


def language_for(text: str, languages: Iterable[str]) -> str:
    """Return the first of the languages that is written as this text is, else a guess by its script."""
    languages = tuple(languages)
    script = script_of(text)
    if not script:
        return languages[0] if languages else "en"
    for language in languages:
        if script in scripts_of(language):
            return language
    if script == "ARABIC" and any(letter in _PERSIAN for letter in text):
        return "fa"
    return _SCRIPTS[script]


def scripts_of(language: str) -> set[str]:
    """Return the scripts that a language is written in."""
    return _LANGUAGE_SCRIPTS.get(language.partition("-")[0], {"LATIN"})


@lru_cache(maxsize=4_096)
def _script(letter: str) -> str:
    first = unicodedata.name(letter, "").partition(" ")[0]
    return first if first in _SCRIPTS else ""
