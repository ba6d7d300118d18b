"""Small invented sources for the tests of exchange: a schedule in XML or JSON, made of what a test cares about."""

from collections.abc import Mapping
import json
from typing import Any
from xml.sax.saxutils import escape, quoteattr

from majlis.exchange.formats import Reading, read
from majlis.programme.edits.edit import apply
from majlis.programme.programme import Programme
from majlis.programme.records import Day, Session

GUID = "0f6f4ffe-0a3c-4b8c-9b1e-55d0c1a2b3c4"
OTHER_GUID = "7c0d2f7e-1111-4b8c-9b1e-55d0c1a2b3c4"
CONFERENCE: Mapping[str, str] = {
    "acronym": "lanterns",
    "title": "Festival of Lanterns",
    "time_zone_name": "Europe/Berlin",
}


def event(persons: str = "", links: str = "", attributes: str = "", **fields: str) -> str:
    """Return an event of the XML; its fields and attributes can be set and, with "-", left out."""
    given = {"id": "1", "guid": "", "title": "Ink", "date": "2027-05-01T10:00:00+02:00", "start": "10:00"}
    given |= {"duration": "00:30", "room": "Hall", "language": "en", **fields}
    own = "".join(f" {name}={quoteattr(given[name])}" for name in ("id", "guid") if given[name] not in {"", "-"})
    texts = {name: text for name, text in given.items() if name not in {"id", "guid"} and text != "-"}
    elements = "".join(f"<{name}>{escape(text)}</{name}>" for name, text in texts.items())
    return f"<event{own}{attributes}>{elements}<persons>{persons}</persons><links>{links}</links></event>"


def xml(
    *events: str, day: str = 'date="2027-05-01"', room: str = "Hall", before: str = "", **conference: str
) -> bytes:
    """Return a schedule.xml of one day and room; `before` stands before the day."""
    fields = {**CONFERENCE, **conference}
    head = "".join(f"<{name}>{escape(text)}</{name}>" for name, text in fields.items() if text != "-")
    rooms = f"<room name={quoteattr(room)}>{''.join(events)}</room>" if room else "".join(events)
    return f"<schedule><conference>{head}</conference>{before}<day {day}>{rooms}</day></schedule>".encode()


def json_event(**fields: object) -> dict[str, Any]:
    """Return an event of the JSON."""
    return {
        "id": 1,
        "title": "Ink",
        "date": "2027-05-01T10:00:00+02:00",
        "start": "10:00",
        "duration": "00:30",
        "room": "Hall",
        "language": "en",
        "persons": [],
        **fields,
    }


def schedule_json(*events: object, day: Mapping[str, object] | None = None, **conference: object) -> bytes:
    """Return a schedule.json of one day and room."""
    days = [{"index": 1, "date": "2027-05-01", "rooms": {"Hall": events}, **(day or {})}]
    return json.dumps(
        {"schedule": {"version": "1", "conference": {**CONFERENCE, "days": days, **conference}}}
    ).encode()


def imported(*sources: bytes) -> Programme:
    """Return the programme that these sources make one after another."""
    programme = Programme.of()
    for source in sources:
        programme = apply(programme, read(source, programme).edit)
    return programme


def reading(source: bytes, programme: Programme | None = None, format_id: str | None = None) -> Reading:
    """Return what comes of reading a source into a programme, or into an empty one."""
    return read(source, programme or Programme.of(), format_id)


def doubts(source: bytes) -> list[str]:
    """Return the texts of the doubts about a source."""
    return [doubt.text for doubt in reading(source).doubts]


def only_session(programme: Programme) -> Session:
    """Return the one session of a programme."""
    (session,) = programme.sessions.values()
    return session


def starts(programme: Programme) -> list[str]:
    """Return when the placements of a programme begin, in order."""
    times = (placement.start for placement in programme.placements.values())
    return sorted(time.isoformat(" ", "minutes") for time in times if time is not None)


def names(programme: Programme) -> list[str]:
    """Return what the people of a programme are called, in order."""
    return sorted(person.name.best() for person in programme.people.values())


def rooms(programme: Programme) -> list[str]:
    """Return what the places of a programme are called, in their order."""
    return [place.name.best() for place in programme.places_in_order()]


def days(programme: Programme) -> list[Day]:
    """Return the days of a programme in order."""
    return list(programme.days_in_order())


def dates(programme: Programme) -> list[str]:
    """Return the dates of the days of a programme."""
    return [day.date.isoformat() for day in days(programme)]
