"""The days of a schedule, with the hours that its source gives them or that its sessions fill."""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import replace
from datetime import date, datetime, time, timedelta
from typing import Final

from majlis.exchange.doubts import Doubts
from majlis.exchange.raw_schedule import RawDay, RawEvent
from majlis.exchange.schedule_times import Clock, Window
from majlis.programme.edits.event import day_on
from majlis.programme.records import Day

Held = tuple[RawEvent, datetime, int]
"""An event with its local start and its minutes."""

_ALL_DAY: Final = timedelta(hours=23)
"""Hours that say when a day changes, not when it opens."""

_HOUR: Final = timedelta(hours=1)


def days_of(raw_days: Iterable[RawDay], held: Iterable[Held], clock: Clock, doubts: Doubts) -> tuple[Day, ...]:
    """Return the days of a schedule by date: those of the source, and others that its sessions fall on."""
    held = tuple(held)
    windows: dict[date, Window | None] = {}
    of_day: dict[int, list[datetime]] = {}
    for event, start, _ in held:
        of_day.setdefault(id(event.day), []).append(start)
    for raw in raw_days:
        at = _real_date(raw, of_day.get(id(raw), []), clock, doubts)
        if at is not None:
            windows.setdefault(at, _hours(clock.window_of(raw), at))
    return _filled(windows, held, clock, doubts)


def _filled(
    windows: Mapping[date, Window | None], held: tuple[Held, ...], clock: Clock, doubts: Doubts
) -> tuple[Day, ...]:
    sessions: dict[date, list[Held]] = {at: [] for at in windows}
    for one in held:
        at = _date_within(one[1], windows, clock.night)
        if at not in sessions:
            doubts.add(
                "other days", one[0].where, f"is held on {at}, which is none of the days; the day was added"
            )
            sessions[at] = []
        sessions[at].append(one)
    return tuple(_day(at, windows.get(at), sessions[at], clock.night) for at in sorted(sessions))


def _real_date(raw: RawDay, starts: list[datetime], clock: Clock, doubts: Doubts) -> date | None:
    said = clock.date_of(raw)
    dates = Counter(_logical_date(start, clock.night) for start in starts)
    if not dates or said in dates or any(start.date() == said for start in starts):
        return said
    real = min(dates, key=lambda at: (-dates[at], at))
    if said is not None:
        doubts.add(
            "other days", raw.where, f"is dated {said}, but its sessions are held on {real}; that was taken"
        )
    return real


def _date_within(start: datetime, windows: Mapping[date, Window | None], night: time) -> date:
    for at, window in windows.items():
        if window is not None and window.start <= start < window.end:
            return at
    logical = _logical_date(start, night)
    return logical if logical in windows or start.date() not in windows else start.date()


def _logical_date(start: datetime, night: time) -> date:
    before = start.time() < night and start.date() > date.min
    return start.date() - timedelta(days=1) if before else start.date()


def _hours(window: Window | None, at: date) -> Window | None:
    usable = window is not None and window.start.date() == at and window.end - window.start < _ALL_DAY
    return window if usable else None


def _day(at: date, window: Window | None, held: list[Held], night: time) -> Day:
    if window is not None:
        return replace(day_on(at), start=window.start, end=window.end)
    if not held:
        return day_on(at)
    latest = datetime.combine(at, night) + timedelta(days=1) if at < date.max else datetime.max
    start = min(one[1] for one in held).replace(minute=0, second=0)
    end = max(min(one[1] + timedelta(minutes=min(one[2], 1_440)), latest) for one in held)
    whole = end.replace(minute=0, second=0)
    return replace(day_on(at), start=start, end=max(whole if whole == end else whole + _HOUR, start + _HOUR))
