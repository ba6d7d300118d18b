"""A schedule as XML and JSON files of the frab family hold it: texts as they stand, each with its place.

A text can be one string or, in JSON, a map from language to text. What a source lacks is "", None or empty.
"""

from collections.abc import Mapping
from dataclasses import dataclass

RawText = str | Mapping[str, str]


@dataclass(frozen=True, slots=True, kw_only=True)
class RawPerson:
    """Somebody in an event, or in a list of people; `role` is "" where the source tells none."""

    where: str
    name: RawText
    id: str = ""
    guid: str = ""
    code: str = ""
    biography: RawText = ""
    role: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class RawRoom:
    """A room in the source's order."""

    where: str
    name: RawText
    guid: str = ""
    seats: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class RawTrack:
    """A track with its colour, or ""."""

    name: RawText
    colour: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class RawDay:
    """A day: `date` as `2027-10-21`, `start` and `end` as moments with offset."""

    where: str
    date: str = ""
    start: str = ""
    end: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class RawEvent:
    """An event within its day and room; `room` is the name of the room that holds it, `own_room` what it says."""

    where: str
    day: RawDay
    room: str = ""
    own_room: str = ""
    id: str = ""
    guid: str = ""
    code: str = ""
    date: str = ""
    start: str = ""
    duration: str = ""
    title: RawText = ""
    subtitle: RawText = ""
    abstract: RawText = ""
    description: RawText = ""
    track: RawText = ""
    type: RawText = ""
    language: str = ""
    slug: str = ""
    url: str = ""
    links: tuple[tuple[str, str], ...] = ()
    persons: tuple[RawPerson, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class RawSchedule:
    """A whole file.

    `strict` says that the program which wrote it is known to write real dates, and durations of three figures as
    days, hours and minutes.
    """

    title: RawText = ""
    subtitle: RawText = ""
    acronym: str = ""
    venue: RawText = ""
    city: RawText = ""
    zone: str = ""
    url: str = ""
    day_change: str = ""
    strict: bool = False
    days: tuple[RawDay, ...] = ()
    rooms: tuple[RawRoom, ...] = ()
    tracks: tuple[RawTrack, ...] = ()
    people: tuple[RawPerson, ...] = ()
    events: tuple[RawEvent, ...] = ()
