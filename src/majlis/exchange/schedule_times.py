"""Local times of a schedule: its zone, named or inferred, and the wall-clock time of each event.

`<start>` is the local time; `<date>` says which day it falls on, and where it is kept in UTC it is converted. A
talk after midnight that is kept on the day before gets its real date.
"""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
import re
from typing import Final

from majlis.exchange.doubts import Doubts
from majlis.exchange.raw_schedule import RawDay, RawEvent, RawSchedule
from majlis.exchange.zones import zone_named, zone_of_city, zone_or_utc, zone_with_offset

_CLOCK: Final = re.compile(r"(\d{1,2})[:.h](\d{2})(?::(\d{2}))?(?:\.\d+)?")
_NIGHT: Final = time(4)
"""When a day of a programme ends where the source does not say."""
_LATEST_NIGHT: Final = time(6)
_YEARS: Final = range(1900, 2200)
_ONE_DAY: Final = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Window:
    """The local hours that a source gives a day."""

    start: datetime
    end: datetime


class Clock:
    """Tells the local time of a source's events and days, and reports what disagrees."""

    def __init__(self, raw: RawSchedule, doubts: Doubts) -> None:
        self._doubts = doubts
        self._strict = raw.strict
        self._change = parse_clock(raw.day_change)
        self.zone_name = find_zone(raw, doubts)
        self._zone = zone_or_utc(self.zone_name)
        self._converts = zone_named(raw.zone) is not None

    @property
    def night(self) -> time:
        """The time before which a session belongs to the day before."""
        return min(self._change or _NIGHT, _LATEST_NIGHT)

    def start_of(self, event: RawEvent) -> datetime | None:
        """Return when an event begins, or None where its source does not say."""
        stamp, start = parse_stamp(event.date), parse_clock(event.start)
        if stamp is None and start is None:
            stamp = parse_stamp(event.start)
        if start is None and stamp is None:
            if event.date or event.start:
                self._doubts.add(
                    "odd times",
                    event.where,
                    f"begins at {event.date} {event.start}, which is no time; left unplaced",
                )
            return None
        if stamp is None:
            return self._by_day(event, start or time())
        return self._after_midnight(event, self._settle(event, stamp, start))

    def date_of(self, day: RawDay) -> date | None:
        """Return the date of a day as its source has it."""
        stamp = parse_stamp(day.date) or parse_stamp(day.start)
        return None if stamp is None else self.local(stamp).date()

    def window_of(self, day: RawDay) -> Window | None:
        """Return the hours of a day where its source gives any."""
        start, end = parse_stamp(day.start), parse_stamp(day.end)
        if start is None or end is None or "T" not in f"{day.start} {day.end}".replace(" ", "T"):
            return None
        window = Window(self.local(start), self.local(end))
        return window if window.start < window.end else None

    def local(self, stamp: datetime) -> datetime:
        """Return the wall-clock time of a moment, in the event's zone where it has an offset."""
        return stamp if stamp.tzinfo is None else stamp.astimezone(self._zone).replace(tzinfo=None)

    def _settle(self, event: RawEvent, stamp: datetime, start: time | None) -> datetime:
        written = stamp.replace(tzinfo=None)
        if start is None:
            return self.local(stamp) if self._converts else written
        if len(event.date) <= 10:
            return datetime.combine(written, start)
        local = self.local(stamp)
        for moment in (written, local):
            if (moment.hour, moment.minute) == (start.hour, start.minute):
                return datetime.combine(moment, start)
        self._doubts.add(
            "start against date",
            event.where,
            f"starts at {event.start} but is dated {event.date}; the start was taken",
        )
        near = (datetime.combine(local + days * _ONE_DAY, start) for days in (-1, 0, 1))
        return min(near, key=lambda moment: abs(moment - local))

    def _by_day(self, event: RawEvent, start: time) -> datetime | None:
        day = self.date_of(event.day)
        if day is None:
            self._doubts.add("odd times", event.where, f"starts at {event.start} on no day; left unplaced")
            return None
        moment = datetime.combine(day, start)
        return self._next_day(event, moment) if start < (self._change or _NIGHT) else moment

    def _after_midnight(self, event: RawEvent, moment: datetime) -> datetime:
        window = None if self._strict else self.window_of(event.day)
        if window is None or moment >= window.start or moment.time() >= self.night:
            return moment
        if moment.date() == window.start.date() and window.start <= moment + _ONE_DAY < window.end:
            return self._next_day(event, moment)
        return moment

    def _next_day(self, event: RawEvent, moment: datetime) -> datetime:
        self._doubts.add(
            "talks after midnight",
            event.where,
            f"starts at {moment:%H:%M} and is kept on {moment:%Y-%m-%d}; it was put on the next day",
        )
        return moment + _ONE_DAY


def find_zone(raw: RawSchedule, doubts: Doubts) -> str:
    """Return the IANA name of the zone of a schedule: named, or inferred from its offsets and city."""
    if zone_named(raw.zone):
        return raw.zone
    said = f"names the unknown time zone {raw.zone[:40]!r}" if raw.zone else "names no time zone"
    offsets = _offsets(raw.events)
    city = raw.city if isinstance(raw.city, str) else next(iter(raw.city.values()), "")
    if not offsets:
        zone = zone_of_city(city) or "UTC"
        doubts.add("zone", "conference", f"{said} and its times no offset; {zone} was taken")
        return zone
    (main, _), *others = sorted(offsets.items(), key=lambda item: (-item[1], item[0]))
    moment = next((stamp for event in raw.events if (stamp := parse_stamp(event.date))), datetime(2000, 1, 1))
    zone = zone_of_city(city, main, moment.replace(tzinfo=None)) or zone_with_offset(main)
    mixed = f", and {len(others)} other offsets" if others else ""
    doubts.add(
        "zone",
        "conference",
        f"{said}; its times are {main // 60:+03d}:{main % 60:02d}{mixed}, so {zone} was taken",
    )
    return zone


def parse_clock(text: str) -> time | None:
    """Return the time of day that a text such as `9:05` or `09:05:00` is, or None."""
    found = _CLOCK.fullmatch(text.strip())
    if found is None:
        return None
    try:
        return time(int(found[1]) % 24, int(found[2]), int(found[3] or 0))
    except ValueError:
        return None


def parse_stamp(text: str) -> datetime | None:
    """Return the moment that an ISO 8601 text is, with or without offset; None for none and for far years."""
    try:
        stamp = datetime.fromisoformat(text.strip()).replace(microsecond=0)
    except ValueError:
        return None
    return stamp if stamp.year in _YEARS else None


def _offsets(events: Iterable[RawEvent]) -> Counter[int]:
    offsets: Counter[int] = Counter()
    for event in events:
        stamp, start = parse_stamp(event.date), parse_clock(event.start)
        if stamp is None or stamp.tzinfo is None:
            continue
        offset = int((stamp.utcoffset() or timedelta()).total_seconds()) // 60
        if start is not None:
            offset += (start.hour - stamp.hour) * 60 + start.minute - stamp.minute
        offsets[(offset + 12 * 60 - 1) % (24 * 60) - 12 * 60 + 1 if not -720 <= offset <= 840 else offset] += 1
    return offsets
