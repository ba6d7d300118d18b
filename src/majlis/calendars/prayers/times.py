"""The hours of a day at a place, each with its source: a committee's timetable first, the sun otherwise."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
import math
from typing import Final

from majlis.calendars.hijri import is_ramadan
from majlis.calendars.positions import zone_named
from majlis.calendars.prayers.computing import Task, hours_of
from majlis.calendars.prayers.hours import Hour
from majlis.calendars.prayers.methods import SHADOWS, method_named
from majlis.calendars.prayers.settings import PrayerSettings
from majlis.calendars.prayers.timetable import Timetable
from majlis.programme.refusal import Refusal

YEARS: Final = range(1900, 2200)
"""The years for which the sun's place is known well enough."""

_EPOCH: Final = datetime(2000, 1, 1, 12, tzinfo=UTC)


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """Where a time is from: a timetable's name and line, or the method by which it was computed.

    `rule` is the rule for high latitudes that gave the time, or `NO_SUNSET`, or "" where the sun gave it.
    `adjusted` are the committee's own minutes in it.
    """

    timetable: str = ""
    line: int = 0
    method: str = ""
    rule: str = ""
    adjusted: int = 0


@dataclass(frozen=True, slots=True)
class PrayerTime:
    """An hour of a day: when it is on the clocks of the place, to the minute, and from where that is known."""

    hour: Hour
    at: datetime
    source: Source

    @property
    def local(self) -> datetime:
        """The wall-clock time, without its zone."""
        return self.at.replace(tzinfo=None, fold=0)


@dataclass(frozen=True, slots=True)
class PrayerDay:
    """All hours of a day, in their order; midnight, and in high summer even Maghrib, may be on the next date."""

    day: date
    times: tuple[PrayerTime, ...]

    def __getitem__(self, hour: Hour) -> PrayerTime:
        return self.times[_PLACES[hour]]

    def __iter__(self) -> Iterator[PrayerTime]:
        return iter(self.times)


_PLACES: Final = {hour: place for place, hour in enumerate(Hour)}


def prayer_day(settings: PrayerSettings, day: date, timetable: Timetable | None = None) -> PrayerDay:
    """Return the hours of a day; what the timetable tells of it comes first, the rest is computed.

    Raise `Refusal` for days before 1900 or after 2199.
    """
    computed = _computed(settings, day)
    told = _told(settings, day, timetable) if timetable is not None else {}
    return PrayerDay(day, tuple(told.get(hour, computed[hour]) for hour in Hour))


def prayer_days(
    settings: PrayerSettings, first: date, last: date, timetable: Timetable | None = None
) -> tuple[PrayerDay, ...]:
    """Return the hours of every day from the first to the last."""
    days = (first + timedelta(days=after) for after in range((last - first).days + 1))
    return tuple(prayer_day(settings, day, timetable) for day in days)


def _told(settings: PrayerSettings, day: date, timetable: Timetable) -> Mapping[Hour, PrayerTime]:
    """Return what a timetable tells of a day."""
    line = timetable.days.get(day)
    if line is None:
        return {}
    zone = zone_named(settings.zone)
    source = Source(timetable=timetable.name, line=line.number)
    return {hour: PrayerTime(hour, local.replace(tzinfo=zone), source) for hour, local in line.times.items()}


def _computed(settings: PrayerSettings, day: date) -> Mapping[Hour, PrayerTime]:
    if day.year not in YEARS:
        raise Refusal(
            f"{day.isoformat()} is too far away for prayer times: they are computed "
            f"from {YEARS.start} to {YEARS.stop - 1}."
        )
    method, zone = method_named(settings.method), zone_named(settings.zone)
    task = Task(
        position=settings.position,
        number=_number(settings, day),
        day=day,
        method=method,
        shadows=SHADOWS[settings.school],
        rule=(method.rule or "automatic") if settings.rule == "automatic" else settings.rule,
        ramadan=is_ramadan(day, settings.hijri_offset),
    )
    found: dict[Hour, PrayerTime] = {}
    for hour, told in hours_of(task).items():
        own = settings.adjustments.of(hour)
        minutes = math.floor(told.moment * 1440 + 0.5) + method.minutes.of(hour) + own
        at = (_EPOCH + timedelta(minutes=minutes)).astimezone(zone)
        found[hour] = PrayerTime(hour, at, Source(method=method.id, rule=told.rule, adjusted=own))
    return found


def _number(settings: PrayerSettings, day: date) -> int:
    """Return the number of the mean solar day whose noon is nearest to the clocks' noon of a date.

    Clocks on the date line may be a day ahead of their longitude, as in Samoa, or a day behind it.
    """
    noon = datetime(day.year, day.month, day.day, 12, tzinfo=zone_named(settings.zone))
    ahead = (noon.utcoffset() or timedelta()) / timedelta(days=1)
    return (day - _EPOCH.date()).days + math.floor(settings.position.longitude / 360 - ahead + 0.5)
