"""Reads schedule.json of frab, pretalx, the VOC and their kin: version 1, and version 2 with its list of events.

Left out, since a programme has no place for it: licences, recording and streaming, logos and avatars, attachments,
answers, feedback addresses, descriptions of rooms.
"""

from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import timedelta

from majlis.exchange.doubts import Doubts
from majlis.exchange.durations import clock_text
from majlis.exchange.frab_xml import STRICT
from majlis.exchange.json_reading import Object, list_in, object_in, parse_json, text_in, word_in
from majlis.exchange.raw_schedule import RawDay, RawEvent, RawPerson, RawRoom, RawSchedule, RawText, RawTrack
from majlis.exchange.schedule_times import parse_stamp
from majlis.programme.refusal import Refusal


def read_schedule_json(data: bytes, doubts: Doubts, progress: Callable[[float], None]) -> RawSchedule:
    """Return what a schedule.json holds; raise `Refusal` where the bytes are none."""
    root = parse_json(data)
    progress(0.5)
    schedule = object_in(object_in(root).get("schedule")) or object_in(root)
    conference = object_in(schedule.get("conference"))
    if not conference:
        raise Refusal(
            f"This JSON is {_described(root)}; a schedule.json is an object with schedule and conference."
        )
    days = [
        (_day(object_in(day), number), object_in(day)) for number, day in enumerate(_days(schedule, conference))
    ]
    events = [event for raw, day in days for event in _events(raw, day, doubts)]
    events += _events(RawDay(where="schedule"), {"events": schedule.get("events")}, doubts)
    slugs = _names_by_slug(conference)
    generator = object_in(schedule.get("generator")) or object_in(object_in(root).get("generator"))
    return RawSchedule(
        title=text_in(conference.get("title")),
        subtitle=text_in(conference.get("subtitle")),
        acronym=word_in(conference.get("acronym")),
        venue=text_in(conference.get("venue")),
        city=text_in(conference.get("city")),
        zone=word_in(conference.get("time_zone_name")),
        url=word_in(conference.get("url")) or word_in(schedule.get("url")) or word_in(schedule.get("base_url")),
        day_change=word_in(conference.get("day_change")),
        strict=word_in(generator.get("name")).casefold() in STRICT,
        days=tuple(raw for raw, _ in days),
        rooms=tuple(_rooms(conference)),
        tracks=tuple(_tracks(conference)),
        people=tuple(_person(person, "", at) for at, person in enumerate(list_in(schedule.get("persons")))),
        events=tuple(
            replace(event, track=slugs.get(event.track) or event.track) if isinstance(event.track, str) else event
            for event in events
        ),
    )


def _described(root: object) -> str:
    if isinstance(root, list):
        return "a list"
    if isinstance(root, dict):
        names = ", ".join(str(name)[:20] for name in list(object_in(root))[:5])
        return f"an object with {names}" if names else "an empty object"
    return "a single value"


def _names_by_slug(conference: Object) -> dict[str, RawText]:
    tracks = [object_in(track) for track in list_in(conference.get("tracks"))]
    return {slug: text_in(track.get("name")) for track in tracks if (slug := word_in(track.get("slug")))}


def _days(schedule: Object, conference: Object) -> list[object]:
    return list_in(conference.get("days")) or list_in(schedule.get("days"))


def _day(day: Object, number: int) -> RawDay:
    return RawDay(
        where=f"days[{number}], {word_in(day.get('date'))}",
        date=word_in(day.get("date")),
        start=word_in(day.get("day_start")) or word_in(day.get("start")),
        end=word_in(day.get("day_end")) or word_in(day.get("end")),
    )


def _rooms(conference: Object) -> Iterator[RawRoom]:
    for number, value in enumerate(list_in(conference.get("rooms"))):
        room = object_in(value)
        seats = room.get("capacity")
        yield RawRoom(
            where=f"conference.rooms[{number}]",
            name=text_in(room.get("name")) or word_in(value),
            guid=word_in(room.get("guid")),
            seats=int(seats) if isinstance(seats, int | float) and 0 < seats < 10_000_000 else None,
        )


def _tracks(conference: Object) -> Iterator[RawTrack]:
    for value in list_in(conference.get("tracks")):
        track = object_in(value)
        colour = word_in(track.get("color")) or word_in(object_in(track.get("colors")).get("light"))
        yield RawTrack(name=text_in(track.get("name")) or word_in(value), colour=colour)


def _events(raw: RawDay, day: Object, doubts: Doubts) -> Iterator[RawEvent]:
    for room, where, events in _rooms_of(day, raw.where):
        for number, event in enumerate(events):
            if isinstance(event, dict):
                yield _event(raw, room, object_in(event), f"{where}[{number}]")
            else:
                doubts.add("odd values", f"{where}[{number}]", "is no event; left out")


def _rooms_of(day: Object, where: str) -> Iterator[tuple[str, str, list[object]]]:
    rooms = day.get("rooms")
    for name, events in object_in(rooms).items():
        yield word_in(name), f"{where}, rooms {word_in(name)!r}", list_in(events)
    for number, value in enumerate(list_in(rooms)):
        room = object_in(value)
        yield (
            _one(text_in(room.get("name"))),
            f"{where}, rooms[{number}]",
            list_in(room.get("events") or room.get("talks")),
        )
    yield "", f"{where}, events", list_in(day.get("events"))


def _event(day: RawDay, room: str, event: Object, where: str) -> RawEvent:
    number = word_in(event.get("id"))
    own = _one(text_in(event.get("room")))
    return RawEvent(
        where=f"event id={number}, {where}",
        day=day,
        room=room or own,
        own_room=own,
        id=number,
        guid=word_in(event.get("guid")),
        code=word_in(event.get("code")),
        date=word_in(event.get("date")),
        start=word_in(event.get("start")),
        duration=word_in(event.get("duration")) or _length(event),
        title=text_in(event.get("title")),
        subtitle=text_in(event.get("subtitle")),
        abstract=text_in(event.get("abstract")),
        description=text_in(event.get("description")),
        track=word_in(object_in(event.get("track")).get("slug")) or text_in(event.get("track")),
        type=text_in(event.get("type")),
        language=_language(event.get("language")),
        slug=word_in(event.get("slug")),
        url=word_in(event.get("url")),
        links=tuple(_link(link) for link in list_in(event.get("links"))),
        persons=tuple(_person(person, number, at) for at, person in enumerate(_people(event))),
    )


def _people(event: Object) -> list[object]:
    return list_in(event.get("persons")) or list_in(event.get("participants"))


def _length(event: Object) -> str:
    """Return the time from a moment to an `end` in the same way of writing, as a duration."""
    start = parse_stamp(word_in(event.get("date"))) or parse_stamp(word_in(event.get("start")))
    end = parse_stamp(word_in(event.get("end")))
    if start is None or end is None or (start.tzinfo is None) != (end.tzinfo is None) or end < start:
        return ""
    return clock_text((end - start) // timedelta(minutes=1))


def _language(value: object) -> str:
    return ", ".join(word_in(one) for one in list_in(value)) or word_in(value)


def _link(value: object) -> tuple[str, str]:
    link = object_in(value)
    url = word_in(link.get("url")) or word_in(link.get("href")) or word_in(value)
    return _one(text_in(link.get("title"))) or word_in(link.get("name")), url


def _person(value: object, event: str, at: int) -> RawPerson:
    person = object_in(value)
    names = (text_in(person.get(name)) for name in ("public_name", "name", "full_public_name"))
    return RawPerson(
        where=f"event id={event}, persons[{at}]",
        name=next((name for name in names if name), "") or word_in(value),
        id=word_in(person.get("id")),
        guid=word_in(person.get("guid")),
        code=word_in(person.get("code")),
        biography=text_in(person.get("biography")),
        role=word_in(person.get("role")),
    )


def _one(raw: RawText) -> str:
    return raw if isinstance(raw, str) else next(iter(raw.values()), "")
