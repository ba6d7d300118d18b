"""Writes schedule.json, version 1, as the public schema wants it (c3voc.de/schedule/schema.json).

Besides what no format of the family can hold (see `schedule_writing`), the JSON has no place for the event's
subtitle, venue and city, for the seconds of a start, and for links that are no addresses.
"""

from collections.abc import Iterator
import hashlib
import json
import re
from typing import Any, Final

from majlis.exchange.durations import clock_text
from majlis.exchange.foreign_ids import guid_of
from majlis.exchange.schedule_writing import Outgoing, TimedEvent
from majlis.exchange.web_addresses import is_address, is_web_address, web_address
from majlis.programme.edits.wording import clean_text
from majlis.programme.programme import Programme
from majlis.programme.records import Day, Part, Person, Session

Json = dict[str, Any]

_SCHEMA: Final = "https://c3voc.de/schedule/schema.json"


def write_schedule_json(programme: Programme) -> bytes:
    """Return a programme as schedule.json; raise `Refusal` where it has no day."""
    outgoing = Outgoing(programme)
    conference = _conference(outgoing)
    version = hashlib.sha256(json.dumps(conference).encode()).hexdigest()[:8]
    schedule = {"version": version, "conference": conference}
    whole = {"$schema": _SCHEMA, "generator": {"name": "majlis", "version": "1"}, "schedule": schedule}
    return (json.dumps(whole, ensure_ascii=False, indent=1) + "\n").encode()


def _conference(outgoing: Outgoing) -> Json:
    event = outgoing.programme.event
    url, zone = web_address(event.url), outgoing.zone.key
    return {
        "acronym": outgoing.acronym,
        "title": outgoing.text(event.title, "title"),
        "start": outgoing.days[0].date.isoformat(),
        "end": outgoing.days[-1].date.isoformat(),
        "daysCount": len(outgoing.days),
        "timeslot_duration": "00:05",
        **({"time_zone_name": zone} if _is_known_form(zone) else {}),
        **({"url": url} if is_web_address(url) else {}),
        "tracks": list(_tracks(outgoing)),
        "rooms": list(_rooms(outgoing)),
        "days": [_day(outgoing, day, index) for index, day in enumerate(outgoing.days, start=1)],
    }


def _is_known_form(zone: str) -> bool:
    return zone == "UTC" or re.match(r"[A-Z][a-z]+/[A-Z][a-z]+", zone) is not None


def _tracks(outgoing: Outgoing) -> Iterator[Json]:
    for theme in outgoing.themes():
        colour = {"color": theme.colour} if theme.colour else {}
        yield {"name": outgoing.text(theme.name, "name"), **colour}


def _rooms(outgoing: Outgoing) -> Iterator[Json]:
    for place in outgoing.programme.places_in_order():
        if name := outgoing.text(place.name, "name"):
            yield {"name": name, "guid": guid_of(place.id), "description": None, "capacity": place.seats}


def _day(outgoing: Outgoing, day: Day, index: int) -> Json:
    rooms: dict[str, list[Json]] = {}
    for place, events in outgoing.events_on(day):
        name = outgoing.text(place.name, "name") if place else ""
        rooms.setdefault(name, []).extend(_event(outgoing, event, name) for event in events)
    return {
        "index": index,
        "date": day.date.isoformat(),
        "day_start": outgoing.moment(day.start),
        "day_end": outgoing.moment(day.end),
        "rooms": rooms,
    }


def _event(outgoing: Outgoing, event: TimedEvent, room: str) -> Json:
    session, languages = event.session, event.languages
    url = web_address(session.url)
    return {
        "id": event.number,
        "guid": event.guid,
        "date": event.date,
        "start": event.start.time().isoformat("minutes"),
        "duration": clock_text(max(0, session.minutes)),
        "room": room,
        "slug": event.slug,
        "url": url if is_web_address(url) else f"urn:uuid:{event.guid}",
        "title": outgoing.text(session.title, "title", languages),
        "subtitle": outgoing.text(session.subtitle, "subtitle", languages),
        "track": outgoing.track(session) or None,
        "type": clean_text("kind", session.kind)[0],
        "language": outgoing.language(session),
        "abstract": outgoing.text(session.abstract, "abstract", languages),
        "description": outgoing.text(session.description, "description", languages),
        "persons": [_person(outgoing, *one) for one in outgoing.people(session) if one[0].name],
        "links": list(_links(session)),
    }


def _person(outgoing: Outgoing, person: Person, part: Part) -> Json:
    number = outgoing.person_number(person)
    biography = outgoing.text(person.biography, "biography")
    return {
        "guid": guid_of(person.id),
        **({} if number is None else {"id": number}),
        "name": outgoing.text(person.name, "name"),
        "role": clean_text("role", part.role)[0],
        **({"biography": biography} if biography else {}),
    }


def _links(session: Session) -> Iterator[Json]:
    for link in session.links:
        address = web_address(clean_text("url", link.url)[0])
        if is_address(address):
            yield {"title": clean_text("title", link.title)[0] or address, "url": address}
