"""The Hijri calendar of Umm al-Qura: from days to its dates and back.

The months are those that were announced and are computed ahead by the calendar's own rule (`hijridate`), from
1 Muharram 1343 to 30 Dhu al-Hijja 1500. A committee whose country sights the moon itself shows the event's offset:
with an offset of 1 each day bears the date that Umm al-Qura gives to the day after. A Hijri day begins at sunset;
the date given here is that of its daylight.
"""

from dataclasses import dataclass
from datetime import date, timedelta
from functools import lru_cache
from typing import Final

from hijridate import Gregorian, Hijri

from majlis.programme.refusal import Refusal

FIRST: Final = date(1924, 8, 1)
LAST: Final = date(2077, 11, 16)
OFFSETS: Final = range(-2, 3)
"""The offsets that an event may have, in days."""

RAMADAN: Final = 9


@dataclass(frozen=True, slots=True, order=True)
class HijriDay:
    """A date of the Hijri calendar."""

    year: int
    month: int
    day: int


def hijri(day: date, offset: int = 0) -> HijriDay:
    """Return the Hijri date of a day; raise `Refusal` outside the calendar's years."""
    return _hijri(_shifted(day, offset))


def gregorian(day: HijriDay, offset: int = 0) -> date:
    """Return the day that bears a Hijri date; raise `Refusal` where there is no such date."""
    try:
        found = Hijri(day.year, day.month, day.day).to_gregorian()
    except OverflowError:
        raise Refusal(
            f"The Hijri year {day.year} is outside the calendar of Umm al-Qura, which is known from 1343 to 1500."
        ) from None
    except ValueError:
        raise Refusal(
            f"There is no day {day.day} of month {day.month} in the Hijri year {day.year}: "
            "months are 1 to 12, and each has 29 or 30 days."
        ) from None
    return date(found.year, found.month, found.day) - timedelta(days=_known(offset))


def month_length(year: int, month: int) -> int:
    """Return how many days a Hijri month has: 29 or 30."""
    gregorian(HijriDay(year, month, 1))
    return Hijri(year, month, 1).month_length()


def in_range(day: date, offset: int = 0) -> bool:
    """Say whether the calendar knows a day."""
    return FIRST <= day <= LAST and FIRST <= day + timedelta(days=_known(offset)) <= LAST


def is_ramadan(day: date, offset: int = 0) -> bool:
    """Say whether a day is in Ramadan; no day outside the calendar's years is known to be."""
    return in_range(day, offset) and hijri(day, offset).month == RAMADAN


def _known(offset: int) -> int:
    if offset not in OFFSETS:
        raise Refusal(f"The Hijri offset is {offset} days; it may be from −2 to 2.")
    return offset


def _shifted(day: date, offset: int) -> date:
    if not in_range(day, offset):
        raise Refusal(
            f"{day.isoformat()} has no Hijri date: the calendar of Umm al-Qura is known "
            f"from {FIRST.isoformat()} to {LAST.isoformat()}."
        )
    return day + timedelta(days=offset)


@lru_cache(maxsize=4096)
def _hijri(day: date) -> HijriDay:
    return HijriDay(*Gregorian(day.year, day.month, day.day).to_hijri().datetuple())
