"""Times of day as timetables write them: by either clock, in any digits, with the marks of several languages."""

from dataclasses import dataclass
import re
from typing import Final

from majlis.calendars.prayers.hours import Hour
from majlis.programme.search import fold

NOON: Final = 12 * 60
DAY: Final = 24 * 60
_SMALL_HOURS: Final = 4 * 60
"""Until when Maghrib, Isha and the middle of the night may be after midnight."""

_NIGHTLY: Final = frozenset({Hour.MAGHRIB, Hour.ISHA, Hour.MIDNIGHT})
_TIME: Final = re.compile(r"(\d{1,2})\s*[:.h٫'’]\s*(\d{2})(?:[:.]\d{2})?\s*(.*)")
_BEFORE_NOON: Final = frozenset({"am", "ص", "صباحا", "قظ", "oo", "pagi"})
_AFTER_NOON: Final = frozenset({"pm", "م", "مساء", "بظ", "os", "ptg", "petang", "malam"})


@dataclass(frozen=True, slots=True)
class WrittenTime:
    """A time as it is written: minutes from midnight, and whether it says before (True) or after noon (False)."""

    minutes: int
    before_noon: bool | None = None


def read_time(text: str) -> WrittenTime | None:
    """Return a time that is written `5:12`, `17.05`, `5h12`, `6:21 PM`, `٦:٢١ م` …, or None where it is none."""
    found = _TIME.fullmatch(fold(text).strip())
    if found is None:
        return None
    hours, minutes = int(found[1]), int(found[2])
    mark = re.sub(r"[\s.]", "", found[3])
    if minutes > 59 or hours > 24 or (hours == 24 and minutes):
        return None
    if not mark:
        return WrittenTime(hours * 60 + minutes)
    if mark not in _BEFORE_NOON | _AFTER_NOON or not 1 <= hours <= 12:
        return None
    before = mark in _BEFORE_NOON
    return WrittenTime((hours % 12 + (0 if before else 12)) * 60 + minutes, before)


def is_twelve_hour(written: WrittenTime) -> bool:
    """Say whether a time may be by the 12-hour clock without saying which half of the day it means."""
    return written.before_noon is None and written.minutes < NOON + 60


def resolved(hour: Hour, written: WrittenTime, previous: int, *, twelve: bool) -> int:
    """Return the minutes from the day's midnight that an hour is at; after the next midnight they are over 1440.

    `previous` are those of the hour before, `twelve` says that the timetable is by the 12-hour clock.
    """
    minutes = written.minutes
    if twelve and written.before_noon is None:
        return _of_twelve(hour, minutes, previous)
    if hour in _NIGHTLY and minutes < _SMALL_HOURS:
        return minutes + DAY
    return minutes


def _of_twelve(hour: Hour, minutes: int, previous: int) -> int:
    if hour in {Hour.FAJR, Hour.SUNRISE}:
        return minutes % NOON
    if hour is Hour.DHUHR:
        return minutes if minutes >= 9 * 60 else minutes + NOON
    if minutes < NOON:
        minutes += NOON
    return minutes + NOON if minutes <= previous and hour in _NIGHTLY else minutes
