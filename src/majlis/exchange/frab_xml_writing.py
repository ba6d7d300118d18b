"""Writes schedule.xml as the public schema wants it (c3voc.de/schedule/schema.xsd).

Besides what no format of the family can hold (see `schedule_writing`), the XML has no place for the event's
subtitle, venue and city, for the roles and biographies of people, for seats and for places without a session, and
for lengths beyond 99 days. Lengths beyond 99 hours are written as days, hours and minutes.
"""

from collections.abc import Iterable, Iterator
import hashlib
import re
from typing import Final
from xml.sax.saxutils import escape, quoteattr

from majlis.exchange.durations import clock_text
from majlis.exchange.foreign_ids import guid_of
from majlis.exchange.schedule_writing import Outgoing, TimedEvent
from majlis.exchange.web_addresses import is_web_address, web_address
from majlis.programme.edits.wording import clean_text
from majlis.programme.programme import Programme
from majlis.programme.records import Day, Person, Place

_BEGINNING: Final = '<?xml version="1.0" encoding="UTF-8"?>\n'
_COLOUR: Final = re.compile("#[0-9a-fA-F]{6}")
_DAY: Final = 24 * 60


def write_frab_xml(programme: Programme) -> bytes:
    """Return a programme as schedule.xml; raise `Refusal` where it has no day."""
    outgoing = Outgoing(programme)
    content = [*_conference(outgoing), *_days(outgoing)]
    version = hashlib.sha256("".join(content).encode()).hexdigest()[:8]
    head = [_element("generator", name="majlis", version="1"), _element("version", version)]
    return (_BEGINNING + _within("schedule", [*head, *content])).encode()


def duration_text(minutes: int) -> str:
    """Return a length as `HH:MM`, or as days, hours and minutes where it has more than 99 hours."""
    if minutes < 100 * 60:
        return clock_text(max(0, minutes))
    days, rest = divmod(minutes, _DAY)
    return f"{days}:{rest // 60:02d}:{rest % 60:02d}" if days < 100 else "99:23:59"


def _conference(outgoing: Outgoing) -> Iterator[str]:
    event = outgoing.programme.event
    url = web_address(event.url)
    yield _within(
        "conference",
        [
            _element("title", outgoing.text(event.title, "title")),
            _element("acronym", outgoing.acronym),
            _element("start", outgoing.days[0].date.isoformat()),
            _element("end", outgoing.days[-1].date.isoformat()),
            _element("days", str(len(outgoing.days))),
            _element("timeslot_duration", "00:05"),
            *([_element("url", url)] if is_web_address(url) else []),
            _element("time_zone_name", outgoing.zone.key),
            *_tracks(outgoing),
        ],
    )


def _tracks(outgoing: Outgoing) -> Iterator[str]:
    for theme in outgoing.themes():
        colour = {"color": theme.colour} if _COLOUR.fullmatch(theme.colour) else {}
        yield _element("track", name=outgoing.text(theme.name, "name"), **colour)


def _days(outgoing: Outgoing) -> Iterator[str]:
    for index, day in enumerate(outgoing.days, start=1):
        rooms = [_room(outgoing, place, events) for place, events in outgoing.events_on(day)]
        yield _within("day", rooms, index=str(index), date=day.date.isoformat(), **_hours(outgoing, day))


def _hours(outgoing: Outgoing, day: Day) -> dict[str, str]:
    return {"start": outgoing.moment(day.start), "end": outgoing.moment(day.end)}


def _room(outgoing: Outgoing, place: Place | None, events: Iterable[TimedEvent]) -> str:
    name = outgoing.text(place.name, "name") if place else ""
    guid = {"guid": guid_of(place.id)} if place else {}
    return _within("room", [_event(outgoing, event, name) for event in events], name=name, **guid)


def _event(outgoing: Outgoing, event: TimedEvent, room: str) -> str:
    session, languages = event.session, event.languages
    url = web_address(session.url)
    return _within(
        "event",
        [
            _element("room", room),
            _element("title", outgoing.text(session.title, "title", languages)),
            _element("subtitle", outgoing.text(session.subtitle, "subtitle", languages)),
            _element("type", clean_text("kind", session.kind)[0]),
            _element("date", event.date),
            _element("start", event.start.time().isoformat("seconds" if event.start.second else "minutes")),
            _element("duration", duration_text(session.minutes)),
            _element("abstract", outgoing.text(session.abstract, "abstract", languages)),
            _element("slug", event.slug),
            _element("track", outgoing.track(session)),
            _within("persons", [_person(outgoing, person) for person in _once(outgoing, event)]),
            _element("language", outgoing.language(session)),
            _element("description", outgoing.text(session.description, "description", languages)),
            _within("links", [_link(link.title, link.url) for link in session.links]),
            *([_element("url", url)] if is_web_address(url) else []),
        ],
        guid=event.guid,
        id=str(event.number),
    )


def _once(outgoing: Outgoing, event: TimedEvent) -> list[Person]:
    people = {person.id: person for person, _ in outgoing.people(event.session)}
    return [person for person in people.values() if person.name]


def _person(outgoing: Outgoing, person: Person) -> str:
    number = outgoing.person_number(person)
    own = {} if number is None else {"id": str(number)}
    return _element("person", outgoing.text(person.name, "name"), guid=guid_of(person.id), **own)


def _link(title: str, url: str) -> str:
    address = clean_text("url", url)[0]
    return _element("link", clean_text("title", title)[0] or address, href=address)


def _element(tag: str, /, text: str = "", **attributes: str) -> str:
    start = f"<{tag}{''.join(f' {key}={_quoted(value)}' for key, value in attributes.items())}"
    return f"{start}>{escape(text)}</{tag}>\n" if text else f"{start}/>\n"


def _within(tag: str, children: list[str], /, **attributes: str) -> str:
    start = f"<{tag}{''.join(f' {key}={_quoted(value)}' for key, value in attributes.items())}>"
    return f"{start}\n{''.join(children)}</{tag}>\n" if children else f"{start}</{tag}>\n"


def _quoted(value: str) -> str:
    return quoteattr(value, {"\t": "&#9;", "\n": "&#10;"})
