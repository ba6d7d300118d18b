"""The Solar Hijri calendar of Iran and Afghanistan: from days to its dates and back (`persiantools`)."""

from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from typing import Final

from persiantools.jdatetime import JalaliDate

from majlis.programme.refusal import Refusal

FIRST: Final = date(1799, 3, 21)
LAST: Final = date(2256, 3, 19)
"""From 1 Farvardin 1178 to 29 Esfand 1634: the years for which the models of the calendar agree."""


@dataclass(frozen=True, slots=True, order=True)
class SolarDay:
    """A date of the Solar Hijri calendar."""

    year: int
    month: int
    day: int


def solar_hijri(day: date) -> SolarDay:
    """Return the Solar Hijri date of a day; raise `Refusal` outside the calendar's years."""
    if not in_range(day):
        raise Refusal(
            f"{day.isoformat()} has no Solar Hijri date: the calendar is kept "
            f"from {FIRST.isoformat()} to {LAST.isoformat()}."
        )
    return _solar(day)


def gregorian(day: SolarDay) -> date:
    """Return the day that bears a Solar Hijri date; raise `Refusal` where there is no such date."""
    try:
        found = JalaliDate(day.year, day.month, day.day).to_gregorian()
    except ValueError:
        raise Refusal(
            f"There is no day {day.day} of month {day.month} in the Solar Hijri year {day.year}: "
            "months are 1 to 12; each has 31 days, from Mehr on 30, Esfand 29 or, in a leap year, 30."
        ) from None
    if not in_range(found):
        raise Refusal(f"The Solar Hijri year {day.year} is outside the years 1178 to 1634, which are kept.")
    return found


def is_leap(year: int) -> bool:
    """Say whether Esfand of a year has 30 days."""
    return JalaliDate.is_leap(year)


def in_range(day: date) -> bool:
    """Say whether the calendar knows a day."""
    return FIRST <= day <= LAST


@lru_cache(maxsize=4096)
def _solar(day: date) -> SolarDay:
    found = JalaliDate(day)
    return SolarDay(found.year, found.month, found.day)
