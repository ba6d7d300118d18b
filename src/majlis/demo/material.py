"""The rows that the demo is made of, as JSON has them: read from the resources, and chosen by size.

A session's row names its place, theme, block and people by their keys in the other rows; `start` lists when it is
held, `expected` the least and the most people, `people` who does what (key, role and, where it is not confirmed,
the state). A place's `hours` and a day's hours are times of day.
"""

from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
import json
from random import Random
from typing import Any

from majlis.programme.ids import source_id
from majlis.programme.plain import parse_time
from majlis.resources import resource

Row = dict[str, Any]
Stay = tuple[datetime, datetime]
"""From a person's first part until the end of the last."""


@dataclass(frozen=True, slots=True)
class Material:
    """All rows of a programme; `event` is the event's own."""

    event: Row
    days: tuple[Row, ...]
    places: tuple[Row, ...]
    themes: tuple[Row, ...]
    sessions: tuple[Row, ...]
    people: tuple[Row, ...]
    absences: tuple[Row, ...]

    @property
    def dates(self) -> tuple[date, ...]:
        """The dates of the days."""
        return tuple(date.fromisoformat(day["date"]) for day in self.days)

    def stays(self) -> dict[str, Stay]:
        """Return from when until when each person is needed, by key."""
        stays: dict[str, Stay] = {}
        for session in self.sessions:
            for first, last in spans_of(session):
                for key, *_ in session.get("people", ()):
                    since, until = stays.get(key, (first, last))
                    stays[key] = min(since, first), max(until, last)
        return stays


def read_rows(name: str) -> Row:
    """Return what one of the demo's files holds."""
    return json.loads(resource(f"demo_{name}.json").read_text("utf-8"))


def record_id(key: str) -> str:
    """Return the id of the record that a row is called by."""
    return source_id("demo", key)


def chance(seed: int, purpose: str) -> Random:
    """Return the chance for one purpose, so that more of the one leaves the other as it is."""
    return Random(f"{seed} {purpose}")  # noqa: S311 - it must repeat; nothing is secret


def spans_of(session: Row) -> list[Stay]:
    """Return from when until when a session is held, each time."""
    starts = [parse_time(start) for start in session["start"]]
    return [(start, start + timedelta(minutes=session["minutes"])) for start in starts]


def core_material() -> Material:
    """Return what was written by hand: three days, sixty sessions, eighty people."""
    event, sessions, people = read_rows("event"), read_rows("sessions"), read_rows("people")
    return Material(
        event=event["event"],
        days=tuple(event["days"]),
        places=tuple(event["places"]),
        themes=tuple(event["themes"]),
        sessions=tuple(sessions["sessions"]),
        people=tuple(people["people"]),
        absences=tuple(event["absences"]),
    )


def one_day_of(material: Material) -> Material:
    """Return the first day with the few sessions that are marked for it, and only what these need."""
    day = material.days[0]
    sessions: tuple[Row, ...] = tuple(
        {**row, "start": [start for start in row["start"] if start.startswith(day["date"])]}
        for row in material.sessions
        if row.get("small")
    )
    places = {row["place"] for row in sessions if "place" in row}
    places |= {row["parent"] for row in material.places if row["id"] in places and "parent" in row}
    themes = {row["theme"] for row in sessions if "theme" in row}
    people = {key for row in sessions for key, *_ in row.get("people", ())}
    return replace(
        material,
        days=(day,),
        places=tuple(row for row in material.places if row["id"] in places),
        themes=tuple(row for row in material.themes if row["id"] in themes),
        sessions=sessions,
        people=tuple(row for row in material.people if row["id"] in people),
        absences=tuple(
            row
            for row in material.absences
            if row["start"].startswith(day["date"]) and (row.get("person") in people or row.get("place") in places)
        ),
    )
