"""Dates, times, numbers, countries and languages in the words and digits of a language.

A language is a BCP 47 tag (`ar`, `en`, `pt-BR`); one that CLDR does not know reads as British English.
"""

from collections.abc import Iterable
from datetime import date, datetime
from functools import cache
from os.path import commonprefix
from typing import Final

from babel.dates import format_date

from majlis.calendars.locales import locale_of

_ARABIC: Final = "٠١٢٣٤٥٦٧٨٩"
_EASTERN: Final = "۰۱۲۳۴۵۶۷۸۹"
_BENGALI: Final = "০১২৩৪৫৬৭৮৯"
_DIGITS: Final = {
    "ar": _ARABIC,
    "ckb": _ARABIC,
    "fa": _EASTERN,
    "ps": _EASTERN,
    "ur": _EASTERN,
    "bn": _BENGALI,
    "as": _BENGALI,
}
_LATIN_DIGITS: Final = frozenset({"AE", "DZ", "EH", "LY", "MA", "TN"})
"""Where Arabic is written with Latin digits (CLDR's default numbering systems)."""

_RIGHT_TO_LEFT: Final = frozenset(["ar", "ckb", "dv", "fa", "he", "ks", "ps", "sd", "ug", "ur", "yi"])
_COMMAS: Final = {
    "ar": "، ",
    "ckb": "، ",
    "fa": "، ",
    "ps": "، ",
    "sd": "، ",
    "ug": "، ",
    "ur": "، ",
    "zh": "、",
    "ja": "、",
}
_COUNTRIES: Final = {
    "PS": {
        "": "Palestine",
        "ar": "فلسطين",
        "bn": "ফিলিস্তিন",
        "bs": "Palestina",
        "ckb": "فەلەستین",
        "de": "Palästina",
        "es": "Palestina",
        "fa": "فلسطین",
        "ha": "Falasɗinu",
        "id": "Palestina",
        "it": "Palestina",
        "ku": "Filistîn",
        "ms": "Palestin",
        "nl": "Palestina",
        "pt": "Palestina",
        "ru": "Палестина",
        "sq": "Palestina",
        "sw": "Palestina",
        "tr": "Filistin",
        "ur": "فلسطین",
        "zh": "巴勒斯坦",
    }
}
"""Names of countries that the field says otherwise than CLDR: code → language → name; "" for all others."""


def is_right_to_left(language: str) -> bool:
    """Say whether a language is written from right to left."""
    return "-Latn" not in language and _base(language) in _RIGHT_TO_LEFT


def digits(text: str, language: str) -> str:
    """Return a text with its Latin digits in the digits of a language."""
    return text.translate(_digit_table(language))


def number(value: int, language: str) -> str:
    """Return a whole number in the digits of a language, without grouping."""
    return digits(str(value), language)


def long_date(day: date, language: str) -> str:
    """Return a date with its weekday, as "Thursday, 21 October 2027"."""
    return digits(format_date(day, "full", locale=locale_of(language)), language)


def plain_date(day: date, language: str) -> str:
    """Return a date without its weekday, as "21 October 2027"."""
    return digits(format_date(day, "long", locale=locale_of(language)), language)


def short_day(day: date, language: str = "en") -> str:
    """Return a date within an event, with its weekday and without its year, as "Thu 21 Oct"."""
    return digits(format_date(day, "EEE d MMM", locale=locale_of(language)), language)


def weekday(day: date, language: str) -> str:
    """Return the name of a date's weekday, as it stands alone."""
    return format_date(day, "cccc", locale=locale_of(language))


def capitalised(text: str) -> str:
    """Return a text with a capital letter at its beginning, as in a heading."""
    return text[:1].upper() + text[1:]


def date_range(first: date, last: date, language: str) -> str:
    """Return from when until when, as "21–23 October 2027"; one date where both are the same."""
    if first == last:
        return plain_date(first, language)
    if (first.year, first.month) == (last.year, last.month):
        one, other = (format_date(day, "long", locale=locale_of(language)) for day in (first, last))
        before, after = _alike(one, other)
        if one == f"{before}{first.day}{after}" and other == f"{before}{last.day}{after}":
            dot = "." if after.startswith(".") else ""
            return digits(f"{before}{first.day}{dot}–{last.day}{after}", language)
    return f"{plain_date(first, language)} – {plain_date(last, language)}"


def _alike(one: str, other: str) -> tuple[str, str]:
    """Return what two texts begin with and end with alike, without breaking a number."""
    before = commonprefix([one, other]).rstrip("0123456789")  # noqa: RUF071 - no paths
    rest, other_rest = one[len(before) :], other[len(before) :]
    after = commonprefix([rest[::-1], other_rest[::-1]])[::-1].lstrip("0123456789")  # noqa: RUF071 - no paths
    return before, after


def clock(moment: datetime, language: str) -> str:
    """Return the time of day by the 24-hour clock, as "09:00"."""
    # strftime imports a module at each call, which costs far more than the figures
    return digits(f"{moment.hour:02}:{moment.minute:02}", language)


def clock_range(start: datetime, end: datetime, language: str) -> str:
    """Return from when until when, as "09:00–10:30"."""
    return f"{clock(start, language)}–{clock(end, language)}"


def country_name(code: str, language: str) -> str:
    """Return what a country (ISO 3166, two letters) is called, or the code itself where nobody knows it."""
    own = _COUNTRIES.get(code.upper())
    if own is not None:
        return own.get(_base(language), own[""])
    return locale_of(language).territories.get(code.upper(), code)


def language_name(code: str, language: str) -> str:
    """Return what a language is called in another one, or its code where nobody knows it."""
    return locale_of(language).languages.get(_base(code), code)


def joined(texts: Iterable[str], language: str) -> str:
    """Return texts one after the other with the comma of a language between them."""
    return comma(language).join(texts)


def comma(language: str) -> str:
    """Return the comma of a language, with the space after it where there is one."""
    return _COMMAS.get(_base(language), ", ")


def _base(language: str) -> str:
    return language.replace("_", "-").partition("-")[0].lower()


@cache
def _digit_table(language: str) -> dict[int, str]:
    region = language.replace("_", "-").rpartition("-")[2].upper()
    if _base(language) == "ar" and region in _LATIN_DIGITS:
        return {}
    own = _DIGITS.get(_base(language), "0123456789")
    return {ord("0") + value: digit for value, digit in enumerate(own)}
