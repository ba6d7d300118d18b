"""Dates as timetables write them, in figures: by any of the three calendars, the day or the month first.

Which it is shows in the whole column, not in one date: the reading is taken that meets the event's days, reads
the most dates, is of our time, and goes on by one day from line to line.
"""

from collections.abc import Callable, Sequence
from datetime import date, timedelta
from itertools import pairwise
import re
from typing import Final

from majlis.calendars import hijri, solar_hijri
from majlis.programme.refusal import Refusal
from majlis.programme.search import fold

_YEAR_FIRST: Final = re.compile(r"(?<!\d)(\d{4})\s*[-/.٬،]\s*(\d{1,2})\s*[-/.٬،]\s*(\d{1,2})(?!\d)")
_YEAR_LAST: Final = re.compile(r"(?<!\d)(\d{1,2})\s*[-/.٬،]\s*(\d{1,2})\s*[-/.٬،]\s*(\d{4})(?!\d)")
_OLDEST_GREGORIAN: Final = 1700
_LIKELY: Final = range(2000, 2060)
"""Where years 1449 may be lunar or solar, the event is rather in these."""

Fields = tuple[int, int, int]
Reading = Callable[[str], date | None]


def read_dates(texts: Sequence[str], days: frozenset[date], hijri_offset: int = 0) -> tuple[date | None, ...]:
    """Return the dates of a column, None where a text is none; `days` are those of the event, if it has any."""
    readings = [
        tuple(_read(text, calendar, day_first=day_first) for text in texts)
        for calendar in (_solar, _lunar(hijri_offset))
        for day_first in (True, False)
    ]
    return max(readings, key=lambda reading: _fitness(reading, days))


def _fitness(reading: Sequence[date | None], days: frozenset[date]) -> tuple[int, int, int, int]:
    known = [day for day in reading if day is not None]
    steps = sum(other - one == timedelta(days=1) for one, other in pairwise(known))
    return len(days.intersection(known)), len(known), sum(day.year in _LIKELY for day in known), steps


def _read(text: str, calendar: Callable[[Fields], date], *, day_first: bool) -> date | None:
    """Return a date; years before 1700 are of the calendar."""
    plain = fold(text)
    fields: Fields
    if found := _YEAR_FIRST.search(plain):
        fields = int(found[1]), int(found[2]), int(found[3])
    elif found := _YEAR_LAST.search(plain):
        day, month = (found[1], found[2]) if day_first else (found[2], found[1])
        fields = int(found[3]), int(month), int(day)
    else:
        return None
    try:
        return date(*fields) if fields[0] >= _OLDEST_GREGORIAN else calendar(fields)
    except (ValueError, Refusal):
        return None


def _solar(fields: Fields) -> date:
    return solar_hijri.gregorian(solar_hijri.SolarDay(*fields))


def _lunar(offset: int) -> Callable[[Fields], date]:
    return lambda fields: hijri.gregorian(hijri.HijriDay(*fields), offset)
