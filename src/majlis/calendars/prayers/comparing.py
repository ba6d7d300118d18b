"""A committee's timetable beside the sun: what differs too much to be of the same place, zone or day."""

from collections.abc import Iterator
from datetime import date, timedelta
from statistics import median
from typing import Final

from majlis.calendars.prayers.hours import Hour
from majlis.calendars.prayers.settings import PrayerSettings
from majlis.calendars.prayers.times import prayer_day
from majlis.calendars.prayers.timetable import Timetable, TimetableDoubt

USUAL_DIFFERENCE: Final = timedelta(minutes=25)
"""Up to this much methods and margins of safety differ."""


def far_from_computed(timetable: Timetable, settings: PrayerSettings) -> tuple[TimetableDoubt, ...]:
    """Return a sentence for each hour whose times in a timetable are far from those that are computed."""
    doubts: list[TimetableDoubt] = []
    for hour in Hour:
        far = dict(_far(timetable, settings, hour))
        if far:
            first, minutes = min(far), round(median(far.values()))
            days = first.isoformat() + (f" and {len(far) - 1} more" if len(far) > 1 else "")
            text = (
                f"{timetable.name}: {hour.capitalize()} on {days} is about {abs(minutes)} minutes "
                f"{'later' if minutes > 0 else 'earlier'} than computed; is it of another city, "
                "or are its clocks without summer time?"
            )
            doubts.append(TimetableDoubt(timetable.days[first].number, text))
    return tuple(doubts)


def _far(timetable: Timetable, settings: PrayerSettings, hour: Hour) -> Iterator[tuple[date, float]]:
    """Yield the days on which an hour is far from what is computed, with the minutes that it is later."""
    for day, line in timetable.days.items():
        if hour in line.times:
            later = prayer_day(settings, day, timetable)[hour].at - prayer_day(settings, day)[hour].at
            if abs(later) > USUAL_DIFFERENCE:
                yield day, later / timedelta(minutes=1)
