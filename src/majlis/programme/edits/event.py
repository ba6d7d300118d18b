"""Edits of the event as a whole: its days."""

from dataclasses import replace
from datetime import date, datetime, time, timedelta

from majlis.programme.edits.edit import Change, Edit
from majlis.programme.edits.validity import check_year
from majlis.programme.ids import source_id
from majlis.programme.programme import Programme
from majlis.programme.records import Day
from majlis.programme.refusal import Refusal

DAYS_LIMIT = 366
"""Days that an event may have; a touring exhibition can last a year."""


def day_on(date_: date, opens: time = time(9), closes: time = time(18)) -> Day:
    """Return the day of this date; one that closes before it opens ends on the morning after."""
    start, end = datetime.combine(date_, opens), datetime.combine(date_, closes)
    if end <= start:
        end += timedelta(days=1)
    return Day(id=source_id("day", date_.isoformat()), date=date_, start=start, end=end)


def set_days(programme: Programme, first: date, count: int) -> Edit:
    """Let the event have so many days from a first one on; days that stay keep their hours and names."""
    if not 1 <= count <= DAYS_LIMIT:
        raise Refusal(f"An event can't have {count} days; give it between 1 and {DAYS_LIMIT}.")
    check_year("first day", first)
    wanted = [first + timedelta(days=number) for number in range(count)]
    there = {day.date: day for day in programme.days_in_order()}
    gone = tuple(Change(day, None) for at, day in there.items() if at not in wanted)
    new = tuple(Change(None, day_on(at)) for at in wanted if at not in there)
    return Edit("Set the days of the event", gone + new)


def set_hours(day: Day, opens: time, closes: time) -> Edit:
    """Give a day other hours; one that closes before it opens ends on the morning after."""
    other = day_on(day.date, opens, closes)
    after = replace(day, start=other.start, end=other.end)
    changes = (Change(day, after),) if after != day else ()
    return Edit(f"Change the hours of {day.date.isoformat()}", changes)
