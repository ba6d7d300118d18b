"""Languages and countries as people call them, and the direction in which a language is written."""

from functools import cache
import unicodedata

from babel import Locale, UnknownLocaleError
from PySide6.QtCore import Qt

LTR = Qt.LayoutDirection.LeftToRight
RTL = Qt.LayoutDirection.RightToLeft

_OFFERED = "en ar fa fr ur tr ms id es de ru bn hi he zh sw pt it"
COMMON = tuple(_OFFERED.split())
"""The languages that are offered first; any other BCP 47 code can be typed."""


@cache
def _locale(language: str) -> Locale | None:
    try:
        return Locale.parse(language.replace("-", "_"))
    except (ValueError, UnknownLocaleError):
        return None


@cache
def direction(language: str) -> Qt.LayoutDirection:
    """Return the direction in which a language is written; left to right for one that nobody knows."""
    locale = _locale(language)
    return RTL if locale is not None and locale.text_direction == "rtl" else LTR


@cache
def language_name(language: str, within: str = "en") -> str:
    """Return what a language is called in another one, or its code."""
    locale, reader = _locale(language), _locale(within) or Locale("en")
    name = locale.get_display_name(reader) if locale is not None else None
    return name[0].upper() + name[1:] if name else language


@cache
def countries(within: str = "en") -> dict[str, str]:
    """Return the countries by their ISO 3166 code of two letters, sorted by name in a language."""
    reader = _locale(within) or Locale("en")
    names = {code: name for code, name in reader.territories.items() if len(code) == 2 and code.isalpha()}
    for code in ("EU", "EZ", "UN", "QO", "XA", "XB", "ZZ"):
        names.pop(code, None)
    return dict(sorted(names.items(), key=lambda pair: unicodedata.normalize("NFKD", pair[1]).casefold()))


def country_name(code: str, within: str = "en") -> str:
    """Return what a country is called in a language, or its code."""
    return countries(within).get(code, code)


def text_direction(text: str, language: str = "") -> Qt.LayoutDirection:
    """Return the direction of a text by its first letter that has one, else that of its language."""
    for letter in text:
        kind = unicodedata.bidirectional(letter)
        if kind == "L":
            return LTR
        if kind in {"R", "AL"}:
            return RTL
    return direction(language)


def isolated(text: str) -> str:
    """Return a text that keeps its own direction within a sentence of another."""
    return f"\u2068{text}\u2069"
