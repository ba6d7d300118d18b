"""Writes iCalendar (RFC 5545): an event for each time of a session, in the zone of its place.

The same programme gives the same bytes, so stamps are the event's own first hour, not the present one. What has no
start is left out; cancelled sessions are there as cancelled, rejected ones not at all.
"""

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta, tzinfo
from typing import Final
from zoneinfo import ZoneInfo

from majlis.exchange.foreign_ids import guid_of
from majlis.exchange.web_addresses import is_web_address, web_address
from majlis.exchange.zones import zone_or_utc
from majlis.programme.edits.wording import clean_text
from majlis.programme.names import full_name, name_of
from majlis.programme.programme import Programme, end_of
from majlis.programme.records import Placement, Session
from majlis.programme.refusal import Refusal
from majlis.programme.texts import Texts

LINE: Final = 75
"""Octets that a line may have; longer ones are folded."""


def write_ical(programme: Programme) -> bytes:
    """Return a programme as a calendar; raise `Refusal` where nothing has a time."""
    placed = _placed(programme)
    if not placed:
        raise Refusal("No session has a time yet, and a calendar without events is none; place a session first.")
    starts = [start for _, _, start in placed]
    zones = sorted({_zone(programme, placement).key for _, placement, _ in placed})
    stamp = _stamp(min(starts), zone_or_utc(programme.event.zone))
    name = clean_text("title", name_of(programme, programme.event))[0]
    lines = [
        "BEGIN:VCALENDAR",
        "VERSION:2.0",
        "PRODID:-//Majlis//Majlis//EN",
        "CALSCALE:GREGORIAN",
        "METHOD:PUBLISH",
        f"NAME:{_escaped(name)}",
        f"X-WR-CALNAME:{_escaped(name)}",
        *(line for zone in zones for line in time_zone(ZoneInfo(zone), min(starts), max(starts))),
        *(line for one in placed for line in _event(programme, *one, stamp)),
        "END:VCALENDAR",
    ]
    return "".join(f"{folded(line)}\r\n" for line in lines).encode()


def folded(line: str) -> str:
    """Return a line broken into lines of at most 75 octets, never within a character."""
    parts: list[str] = []
    part, size = "", 0
    for letter in line:
        octets = len(letter.encode())
        if size + octets > LINE:
            parts.append(part)
            part, size = " ", 1
        part += letter
        size += octets
    return "\r\n".join([*parts, part])


def time_zone(zone: ZoneInfo, first: datetime, last: datetime) -> Iterator[str]:
    """Yield the VTIMEZONE of a zone with all changes of its clock from before `first` until after `last`."""
    begin, end = datetime(max(first.year - 1, 2), 1, 1), datetime(min(last.year + 2, 9_998), 1, 1)
    yield from ("BEGIN:VTIMEZONE", f"TZID:{zone.key}")
    before = _observance(begin, zone)
    yield from _change(begin, before, before)
    for moment in _changes(zone, begin, end):
        after = _observance(moment, zone)
        yield from _change(moment, before, after)
        before = after
    yield "END:VTIMEZONE"


def _placed(programme: Programme) -> list[tuple[Session, Placement, datetime]]:
    times = (
        (programme.sessions[placement.session_id], placement, placement.start)
        for placement in programme.placements.values()
        if placement.start is not None and programme.sessions[placement.session_id].state != "rejected"
    )
    return sorted(times, key=lambda one: (one[2], one[1].id))


def _zone(programme: Programme, placement: Placement) -> ZoneInfo:
    place = programme.places.get(placement.place_id or "")
    return zone_or_utc(place.zone if place and place.zone else programme.event.zone)


def _event(
    programme: Programme, session: Session, placement: Placement, start: datetime, stamp: str
) -> Iterator[str]:
    zone = _zone(programme, placement).key
    languages = programme.event.languages
    yield from ("BEGIN:VEVENT", f"UID:{guid_of(placement.id)}", f"DTSTAMP:{stamp}")
    yield f"DTSTART;TZID={zone}:{_local(start)}"
    end = end_of(start, session.minutes)
    if end > start:
        yield f"DTEND;TZID={zone}:{_local(end)}"
    yield from _text("SUMMARY", "title", session.title or Texts(en=name_of(programme, session)), languages)
    yield from _line("LOCATION", _location(programme, placement))
    yield from _line("DESCRIPTION", _description(programme, session))
    theme = programme.themes.get(session.theme_id or "")
    yield from _text("CATEGORIES", "name", theme.name if theme else Texts(), languages)
    url = web_address(session.url)
    if is_web_address(url):
        yield f"URL:{url}"
    if session.state == "cancelled":
        yield "STATUS:CANCELLED"
    yield "END:VEVENT"


def _text(name: str, field: str, texts: Texts, languages: tuple[str, ...]) -> Iterator[str]:
    language = texts.language(languages)
    text = clean_text(field, texts.get(language, ""))[0]
    if text:
        yield f"{name};LANGUAGE={language}:{_escaped(text)}" if language.isalpha() else f"{name}:{_escaped(text)}"


def _line(name: str, text: str) -> Iterator[str]:
    if text:
        yield f"{name}:{_escaped(text)}"


def _location(programme: Programme, placement: Placement) -> str:
    if placement.place_id not in programme.places:
        return ""
    places = (placement.place_id, *programme.places_above(placement.place_id or ""))
    names = (programme.places[key].name.best(programme.event.languages) for key in places if key)
    return ", ".join(clean_text("name", name)[0] for name in names if name)


def _description(programme: Programme, session: Session) -> str:
    languages = programme.event.languages
    parts = (part for part in programme.parts_of(session.id) if part.state != "declined")
    people = dict.fromkeys(full_name(programme.people[part.person_id], languages) for part in parts)
    paragraphs = [", ".join(clean_text("name", name)[0] for name in people)]
    texts = (("subtitle", session.subtitle), ("abstract", session.abstract), ("description", session.description))
    paragraphs += [clean_text(field, text.best(languages))[0] for field, text in texts]
    return "\n\n".join(paragraph for paragraph in paragraphs if paragraph)


def _escaped(text: str) -> str:
    return text.replace("\\", "\\\\").replace(";", "\\;").replace(",", "\\,").replace("\n", "\\n")


def _local(moment: datetime) -> str:
    return moment.isoformat(timespec="seconds").replace("-", "").replace(":", "")


def _stamp(moment: datetime, zone: tzinfo) -> str:
    try:
        utc = moment.replace(tzinfo=zone).astimezone(UTC)
    except OverflowError:
        utc = moment.replace(tzinfo=UTC)
    return f"{_local(utc.replace(tzinfo=None))}Z"


Observance = tuple[timedelta, str, bool]
"""How a zone keeps its clock: its offset, what that is called, and whether it is daylight saving."""


def _observance(moment: datetime, zone: ZoneInfo) -> Observance:
    there = moment.replace(tzinfo=UTC).astimezone(zone)
    return there.utcoffset() or timedelta(), there.tzname() or "", bool(there.dst())


def _changes(zone: ZoneInfo, begin: datetime, end: datetime) -> Iterator[datetime]:
    """Yield the moments in UTC at which the zone's clock changes, to the minute."""
    step = timedelta(days=7)
    at = begin
    while at < end:
        after = min(at + step, end)
        if _observance(at, zone) != _observance(after, zone):
            yield _between(zone, at, after)
        at = after


def _between(zone: ZoneInfo, before: datetime, after: datetime) -> datetime:
    start = _observance(before, zone)
    while after - before > timedelta(seconds=1):
        middle = (before + (after - before) / 2).replace(microsecond=0)
        if middle in {before, after}:
            break
        if _observance(middle, zone) == start:
            before = middle
        else:
            after = middle
    return after


def _change(moment: datetime, before: Observance, after: Observance) -> Iterator[str]:
    kind = "DAYLIGHT" if after[2] else "STANDARD"
    yield f"BEGIN:{kind}"
    yield f"DTSTART:{_local((moment + before[0]).replace(microsecond=0))}"
    yield f"TZOFFSETFROM:{_offset(before[0])}"
    yield f"TZOFFSETTO:{_offset(after[0])}"
    if after[1]:
        yield f"TZNAME:{after[1]}"
    yield f"END:{kind}"


def _offset(offset: timedelta) -> str:
    seconds = int(offset.total_seconds())
    sign, seconds = ("-" if seconds < 0 else "+"), abs(seconds)
    text = f"{sign}{seconds // 3600:02d}{seconds // 60 % 60:02d}"
    return f"{text}{seconds % 60:02d}" if seconds % 60 else text
