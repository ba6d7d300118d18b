"""Reads schedule.xml of frab, pentabarf, pretalx and their kin.

Left out, since a programme has no place for it: licences, recording and streaming, logos, attachments, feedback
addresses, slugs of rooms and tracks.
"""

from collections.abc import Callable
from typing import Final

from majlis.exchange.doubts import Doubts
from majlis.exchange.raw_schedule import RawDay, RawEvent, RawPerson, RawRoom, RawSchedule, RawTrack
from majlis.exchange.xml_tree import Element, parse_xml
from majlis.programme.refusal import Refusal

STRICT: Final = frozenset({"pretalx", "majlis"})
"""The programs that write real dates, and durations of more than a day as days, hours and minutes."""

EMPTY: Final = Element("", 0)


def read_frab_xml(data: bytes, doubts: Doubts, progress: Callable[[float], None]) -> RawSchedule:
    """Return what a schedule.xml holds; raise `Refusal` where the bytes are none."""
    root = parse_xml(data)
    progress(0.5)
    if root.name != "schedule":
        raise Refusal(f"This XML begins with <{root.name}>; a frab schedule begins with <schedule>.")
    if not root.all("day") and root.first("conference") is None:
        raise Refusal("This XML is a <schedule> without conference and days; a frab schedule has both.")
    conference = root.first("conference") or EMPTY
    generator = (root.first("generator") or EMPTY).attributes.get("name", "")
    days = [(_day(day), day) for day in root.all("day")]
    return RawSchedule(
        title=conference.word("title"),
        subtitle=conference.word("subtitle"),
        acronym=conference.word("acronym"),
        venue=conference.word("venue"),
        city=conference.word("city"),
        zone=conference.word("time_zone_name"),
        url=conference.word("url") or root.word("url") or conference.word("base_url"),
        day_change=conference.word("day_change"),
        strict=generator.casefold() in STRICT,
        days=tuple(raw for raw, _ in days),
        rooms=tuple(_room(room) for _, day in days for room in day.all("room")),
        tracks=_tracks(root),
        people=tuple(_listed_person(person) for person in (root.first("persons") or EMPTY).all("person")),
        events=tuple(event for raw, day in days for event in _events(raw, day, doubts)),
    )


def _day(day: Element) -> RawDay:
    given = day.attributes
    return RawDay(
        where=f"day {given.get('date') or given.get('index', '')}, line {day.line}",
        date=given.get("date", ""),
        start=given.get("start", ""),
        end=given.get("end", ""),
    )


def _room(room: Element) -> RawRoom:
    name = room.attributes.get("name", "")
    seats = room.attributes.get("capacity", "")
    return RawRoom(
        where=f"room name={name}, line {room.line}",
        name=name,
        guid=room.attributes.get("guid", ""),
        seats=int(seats) if seats.isdecimal() else None,
    )


def _tracks(root: Element) -> tuple[RawTrack, ...]:
    homes = [root.first("tracks"), root.first("conference")]
    tracks = [track for home in homes if home for track in home.all("track")]
    return tuple(
        RawTrack(
            name=track.attributes.get("name") or track.text,
            colour=track.attributes.get("color") or track.attributes.get("colour", ""),
        )
        for track in tracks
    )


def _events(raw: RawDay, day: Element, doubts: Doubts) -> list[RawEvent]:
    for event in day.all("event"):
        doubts.add("events outside rooms", _where(event), "stands outside any room; its own room is taken")
    homes = [*((room.attributes.get("name", ""), room) for room in day.all("room")), ("", day)]
    return [_event(raw, room, event) for room, home in homes for event in home.all("event")]


def _where(event: Element) -> str:
    return f"event id={event.attributes.get('id', '')}, line {event.line}"


def _event(day: RawDay, room: str, event: Element) -> RawEvent:
    given = event.attributes
    return RawEvent(
        where=_where(event),
        day=day,
        room=room or event.word("room"),
        own_room=event.word("room"),
        id=given.get("id", "").strip(),
        guid=given.get("guid", "").strip(),
        code=given.get("code", "").strip(),
        date=event.word("date"),
        start=event.word("start"),
        duration=event.word("duration"),
        title=event.word("title"),
        subtitle=event.word("subtitle"),
        abstract=event.word("abstract"),
        description=event.word("description"),
        track=event.word("track"),
        type=event.word("type"),
        language=event.word("language"),
        slug=event.word("slug"),
        url=event.word("url"),
        links=tuple(
            (link.text, link.attributes.get("href", "").strip())
            for link in (event.first("links") or EMPTY).all("link")
        ),
        persons=tuple(_person(person) for home in event.all("persons") for person in home.all("person")),
    )


def _person(person: Element) -> RawPerson:
    given = person.attributes
    return RawPerson(
        where=f"person id={given.get('id', '')}, line {person.line}",
        name=person.text or person.word("name") or person.word("public_name"),
        id=given.get("id", "").strip(),
        guid=given.get("guid", "").strip(),
        code=given.get("code", "").strip(),
        role=given.get("role", "").strip(),
    )


def _listed_person(person: Element) -> RawPerson:
    return RawPerson(
        where=f"person id={person.attributes.get('id', '')}, line {person.line}",
        name=person.word("name") or person.text,
        id=person.attributes.get("id", "").strip(),
        guid=person.attributes.get("guid", "").strip(),
        biography="\n\n".join(text for name in ("biography", "extended_biography") if (text := person.word(name))),
    )
