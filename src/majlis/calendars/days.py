"""Days in words, in each of the calendars that a programme shows, and in several beside each other.

A calendar is `gregorian`, `hijri` or `solar-hijri`. Where the words of a language put day, month and year comes
from CLDR's pattern for its Gregorian dates; names and digits are the language's own.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from functools import cache
import re
from typing import Final, Literal, get_args

from babel.dates import get_date_format

from majlis.calendars import hijri, solar_hijri, words
from majlis.calendars.locales import locale_of
from majlis.calendars.month_names import has_month_names, month_names
from majlis.programme.refusal import Refusal

Calendar = Literal["gregorian", "hijri", "solar-hijri"]
CALENDARS: Final[tuple[Calendar, ...]] = get_args(Calendar)

_TOKEN: Final = re.compile(r"'((?:[^']|'')*)'|(E+)|(d+)|([ML]+)|(y+)|(G+)")
_PLAIN: Final = {"long": "d MMMM y", "full": "EEEE, d MMMM y"}
"""Patterns for languages in which the months have no names of their own."""

Tokens = tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class DayInWords:
    """A day, or some days, in the words of a calendar."""

    calendar: Calendar
    text: str


def plain(day: date, language: str, calendar: Calendar = "gregorian", offset: int = 0) -> str:
    """Return a day without its weekday, as "21 Jumada I 1449"; raise `Refusal` outside the calendar's years.

    `offset` is the event's offset of the Hijri calendar, in days.
    """
    if calendar == "gregorian":
        return words.plain_date(day, language)
    return _written(_fields(day, calendar, offset), language, calendar, _pattern(language, calendar, "long"))


def full(day: date, language: str, calendar: Calendar = "gregorian", offset: int = 0) -> str:
    """Return a day with its weekday, as "Thursday, 21 Jumada I 1449"; raise `Refusal` as `plain` does."""
    if calendar == "gregorian":
        return words.long_date(day, language)
    tokens = _pattern(language, calendar, "full")
    named = tuple(
        ("text", words.weekday(day, language)) if kind == "weekday" else (kind, how) for kind, how in tokens
    )
    return _written(_fields(day, calendar, offset), language, calendar, named)


def in_range(day: date, calendar: Calendar, offset: int = 0) -> bool:
    """Say whether a calendar knows a day."""
    match calendar:
        case "gregorian":
            return True
        case "hijri":
            return hijri.in_range(day, offset)
        case "solar-hijri":
            return solar_hijri.in_range(day)


def days_range(first: date, last: date, language: str, calendar: Calendar = "gregorian", offset: int = 0) -> str:
    """Return from when until when, as "21–23 Jumada I 1449"; one day where both are the same.

    Raise `Refusal` where one of them is outside the calendar's years.
    """
    if calendar == "gregorian":
        return words.date_range(first, last, language)
    if first == last:
        return plain(first, language, calendar, offset)
    one, other = _fields(first, calendar, offset), _fields(last, calendar, offset)
    pattern = _pattern(language, calendar, "long")
    if one[:2] == other[:2]:
        return _written(one, language, calendar, pattern, until=other[2])
    start = _written(one, language, calendar, pattern if one[0] != other[0] else _without_year(pattern))
    return f"{start} – {_written(other, language, calendar, pattern)}"


def beside(
    first: date, language: str, calendars: Iterable[Calendar], offset: int = 0, *, last: date | None = None
) -> tuple[DayInWords, ...]:
    """Return a day, or the days until `last`, in several calendars in the order in which they are named.

    A calendar that does not know them is left out (`left_out` says so); where none is left, the Gregorian stands.
    """
    end = last or first
    known: list[Calendar] = []
    for calendar in calendars:
        if calendar not in known and _knows(calendar, first, end, offset):
            known.append(calendar)
    if not known:
        known.append("gregorian")
    return tuple(DayInWords(each, days_range(first, end, language, each, offset)) for each in known)


def left_out(days: Iterable[date], calendars: Iterable[Calendar], offset: int = 0) -> tuple[str, ...]:
    """Return a sentence for each calendar in which some of the days can't be shown."""
    listed = sorted(days)
    told: list[str] = []
    for calendar in dict.fromkeys(calendars):
        for day in listed:
            try:
                _ = calendar == "gregorian" or _fields(day, calendar, offset)
            except Refusal as refusal:
                told.append(str(refusal))
                break
    return tuple(told)


def _knows(calendar: Calendar, first: date, last: date, offset: int) -> bool:
    return in_range(first, calendar, offset) and in_range(last, calendar, offset)


def _fields(day: date, calendar: Calendar, offset: int) -> tuple[int, int, int]:
    """Return year, month and day of a day."""
    if calendar == "hijri":
        lunar = hijri.hijri(day, offset)
        return lunar.year, lunar.month, lunar.day
    solar = solar_hijri.solar_hijri(day)
    return solar.year, solar.month, solar.day


def _written(
    fields: tuple[int, int, int], language: str, calendar: Calendar, tokens: Tokens, *, until: int | None = None
) -> str:
    """Return a date by a pattern, or the days from it until a later day of its month."""
    year, month, day = fields
    text = ""
    for place, (kind, how) in enumerate(tokens):
        if kind == "day":
            dot = "." if place + 1 < len(tokens) and tokens[place + 1][1].startswith(".") else ""
            text += str(day) if until is None else f"{day}{dot}–{until}"
        elif kind == "month":
            text += month_names(calendar, language)[month - 1] if how == "name" else str(month)
        else:
            text += str(year) if kind == "year" else how
    return words.digits(text, language)


@cache
def _pattern(language: str, calendar: Calendar, width: Literal["long", "full"]) -> Tokens:
    """Return the pattern of a language's dates as pairs of what stands there and how: day, month, year, text."""
    pattern = get_date_format(width, locale=locale_of(language)).pattern
    if "MMM" in pattern and not has_month_names(calendar, language):
        pattern = _PLAIN[width]
    tokens: list[tuple[str, str]] = []
    end = 0
    for found in _TOKEN.finditer(pattern):
        tokens.append(("text", pattern[end : found.start()]))
        quoted, weekday, day, month, year, _era = found.groups()
        if quoted is not None:
            tokens.append(("text", quoted.replace("''", "'")))
        elif weekday or day or year:
            tokens.append(("weekday" if weekday else "day" if day else "year", ""))
        elif month:
            tokens.append(("month", "name" if len(month) > 2 else "number"))
        end = found.end()
    tokens.append(("text", pattern[end:]))
    return tuple(token for token in tokens if token != ("text", ""))


def _without_year(tokens: Tokens) -> Tokens:
    """Return a pattern without its year where that comes last; else the whole, in which nothing is missing."""
    place = tokens.index(("year", ""))
    if any(kind != "text" for kind, _ in tokens[place + 1 :]):
        return tokens
    month_or_day = max(place for place, (kind, _) in enumerate(tokens) if kind in {"day", "month"})
    return tokens[: month_or_day + 1]
