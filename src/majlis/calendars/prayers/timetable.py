"""A committee's own timetable, as it was read: for each day the hours that it tells."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime

from majlis.calendars.prayers.hours import Hour


@dataclass(frozen=True, slots=True)
class TimetableLine:
    """What a line of a timetable tells of a day, in local wall-clock time; not every hour need be there."""

    number: int
    times: Mapping[Hour, datetime]


@dataclass(frozen=True, slots=True)
class TimetableDoubt:
    """A sentence about what was read otherwise than it stands, or left out; `line` is 0 for the whole."""

    line: int
    text: str


@dataclass(frozen=True, slots=True)
class Timetable:
    """A timetable by its name (of a file, mostly), its days, and what its reader has doubts about."""

    name: str
    days: Mapping[date, TimetableLine]
    doubts: tuple[TimetableDoubt, ...] = ()
