"""Makes records of a schedule of the frab family, whichever file it came in, and reports what was odd about it."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import datetime

from majlis.exchange.doubts import Doubts
from majlis.exchange.durations import parse_duration
from majlis.exchange.folding import fold
from majlis.exchange.foreign_ids import is_uuid, slug_of
from majlis.exchange.raw_schedule import RawEvent, RawRoom, RawSchedule, RawText
from majlis.exchange.schedule_days import Held, days_of
from majlis.exchange.schedule_people import People, named
from majlis.exchange.schedule_sessions import Grouped, group
from majlis.exchange.schedule_texts import Wording, main_languages, spoken_languages
from majlis.exchange.schedule_times import Clock
from majlis.exchange.told import Source, Told, told
from majlis.exchange.web_addresses import is_web_address
from majlis.programme.ids import part_id, placement_id, source_id
from majlis.programme.kinds import kind, kind_called
from majlis.programme.records import Event, Link, Part, Place, Placement, Session, Theme

END_OF_READING = 0.9
"""The share of the work that is done when all events are records."""


def source_of(raw: RawSchedule, doubts: Doubts, progress: Callable[[float], None]) -> Source:
    """Return the records that a schedule tells of."""
    return _Teller(raw, doubts).tell(progress)


@dataclass(frozen=True, slots=True)
class _Rooms:
    ids: dict[str, str]
    told: tuple[Told[Place], ...]


class _Teller:
    """Holds what the records of one source share: its languages, clock, people, rooms and themes."""

    def __init__(self, raw: RawSchedule, doubts: Doubts) -> None:
        self._raw = raw
        self._doubts = doubts
        self._acronym = raw.acronym or fold(_first(raw.title))
        self._wording = Wording(doubts, main_languages(raw.events))
        self._clock = Clock(raw, doubts)
        self._rooms = self._tell_rooms()
        self._themes = self._tell_themes()
        everybody = (*raw.people, *(person for event in raw.events for person in event.persons))
        self._people = People(everybody, self._acronym, self._wording, doubts)
        self._held: list[Held] = []
        self._placements: list[Placement] = []
        self._parts: list[Told[Part]] = []

    def tell(self, progress: Callable[[float], None]) -> Source:
        """Return all records; `progress` is told how far it is after each hundred sessions."""
        sessions: list[Told[Session]] = []
        groups = group(self._raw.events, self._acronym, self._doubts)
        for number, grouped in enumerate(groups):
            if number % 100 == 0:
                progress(0.5 + (END_OF_READING - 0.5) * number / len(groups))
            sessions.append(self._session(grouped))
        people = self._people.told()
        event = self._event()
        self._wording.finish()
        if not groups:
            self._doubts.add("events", "the whole file", "holds no events; no session came of it")
        return Source(
            event=event,
            days=days_of(self._raw.days, self._held, self._clock, self._doubts),
            places=self._rooms.told,
            themes=tuple(self._themes.values()),
            people=people,
            sessions=tuple(sessions),
            placements=tuple(self._placements),
            parts=tuple(self._parts),
            trusted_people=self._people.trusted(),
        )

    def _event(self) -> Event:
        raw, wording = self._raw, self._wording
        url = wording.line("url", raw.url, "conference")
        return Event(
            title=wording.texts("title", raw.title or raw.acronym, "conference"),
            subtitle=wording.texts("subtitle", raw.subtitle, "conference"),
            acronym=wording.line("acronym", raw.acronym, "conference"),
            venue=wording.texts("venue", raw.venue, "conference"),
            city=wording.texts("city", raw.city, "conference"),
            zone=self._clock.zone_name,
            languages=wording.languages,
            print_languages=wording.languages,
            url=url if is_web_address(url) else "",
        )

    def _tell_rooms(self) -> _Rooms:
        listed = [room for room in self._raw.rooms if _folded(room.name)]
        names = {_folded(room.name) for room in listed}
        for event in self._raw.events:
            name = event.room or event.own_room
            if fold(name) and fold(name) not in names:
                names.add(fold(name))
                listed.append(RawRoom(where=event.where, name=name))
        by_name: dict[str, RawRoom] = {}
        for room in listed:
            there = by_name.setdefault(_folded(room.name), room)
            if not there.guid and room.guid:
                by_name[_folded(room.name)] = replace(there, guid=room.guid)
        guids = [room.guid.casefold() for room in by_name.values()]
        shared = {guid for guid in guids if guids.count(guid) > 1}
        places = tuple(
            self._place(name, room, number, shared) for number, (name, room) in enumerate(by_name.items())
        )
        return _Rooms({name: place.record.id for name, place in zip(by_name, places, strict=True)}, places)

    def _place(self, name: str, room: RawRoom, number: int, shared: set[str]) -> Told[Place]:
        guid = room.guid.casefold()
        if guid in shared and guid:
            self._doubts.add(
                "shared guids", room.where, f"has the guid {guid} of another room; told apart by name"
            )
        known = is_uuid(guid) and guid not in shared
        names = self._wording.texts("name", room.name, room.where)
        place = Place(
            id=guid if known else source_id(self._acronym, "place", name),
            key=guid if known else names.best(self._wording.languages),
            name=names,
            position=number,
            seats=room.seats,
        )
        return told(place, room.where)

    def _tell_themes(self) -> dict[str, Told[Theme]]:
        themes: dict[str, Told[Theme]] = {}
        tracks = [(track.name, track.colour, "tracks") for track in self._raw.tracks]
        tracks += [(event.track, "", event.where) for event in self._raw.events]
        for name, colour, where in tracks:
            if _folded(name) and _folded(name) not in themes:
                themes[_folded(name)] = self._theme(name, colour, where, len(themes))
        return themes

    def _theme(self, raw: RawText, colour: str, where: str, number: int) -> Told[Theme]:
        names = self._wording.texts("name", raw, where)
        theme = Theme(
            id=source_id(self._acronym, "theme", _folded(raw)),
            key=names.best(self._wording.languages),
            name=names,
            colour=_colour(colour),
            position=number,
        )
        return told(theme, where)

    def _session(self, grouped: Grouped) -> Told[Session]:
        event = grouped.events[0]
        spoken = spoken_languages(event, self._doubts)
        wording, where = self._wording, event.where
        title = wording.texts("title", event.title, where, spoken)
        if not title:
            self._doubts.add("no titles", where, "has no title; it was left untitled")
        kind_id = kind_called(wording.word("kind", event.type, where))
        length = parse_duration(event.duration, days_first=self._raw.strict)
        if length.doubt:
            self._doubts.add("odd durations", where, length.doubt)
        theme = self._themes.get(_folded(event.track))
        session = Session(
            id=grouped.id,
            key=wording.line("key", grouped.key, where),
            kind=kind_id or "other",
            title=title,
            subtitle=wording.texts("subtitle", event.subtitle, where, spoken),
            abstract=wording.texts("abstract", event.abstract, where, spoken),
            description=wording.texts("description", event.description, where, spoken),
            theme_id=theme.record.id if theme else None,
            minutes=kind(kind_id).minutes if length.minutes is None else length.minutes,
            languages=spoken,
            slug=self._slug(grouped, title.best()),
            url=self._address(event),
            links=self._links(event),
        )
        self._place_all(grouped, session)
        self._cast(grouped, session)
        given = (
            name for name, is_given in (("minutes", length.minutes is not None), ("kind", kind_id)) if is_given
        )
        return _without(told(session, where, *given), length.minutes, kind_id)

    def _slug(self, grouped: Grouped, title: str) -> str:
        event = grouped.events[0]
        slug = self._wording.line("slug", event.slug, event.where)
        made_up = event.id.isdecimal() and slug == slug_of(self._raw.acronym, int(event.id), title)
        return "" if made_up else slug

    def _address(self, event: RawEvent) -> str:
        url = self._wording.line("url", event.url, event.where)
        if url and not is_web_address(url):
            if not url.startswith("urn:uuid:"):
                self._doubts.add(
                    "odd addresses", event.where, f"has the address {url[:60]!r}, which is none; left out"
                )
            return ""
        return url

    def _links(self, event: RawEvent) -> tuple[Link, ...]:
        links: list[Link] = []
        for title, url in event.links:
            address = self._wording.line("url", url, event.where)
            if not address:
                self._doubts.add("odd addresses", event.where, f"has the link {title[:40]!r} to nowhere; left out")
                continue
            links.append(Link(self._wording.line("title", title, event.where) or address, address))
        return tuple(dict.fromkeys(links))

    def _place_all(self, grouped: Grouped, session: Session) -> None:
        times: set[tuple[str | None, datetime]] = set()
        for event in grouped.events:
            start = self._clock.start_of(event)
            room = self._room_of(event)
            if start is None:
                continue
            self._held.append((event, start, session.minutes))
            if (room, start) not in times:
                times.add((room, start))
                key = placement_id(grouped.id, len(times))
                self._placements.append(Placement(id=key, session_id=grouped.id, place_id=room, start=start))

    def _room_of(self, event: RawEvent) -> str | None:
        if event.own_room and fold(event.own_room) != fold(event.room):
            self._doubts.add(
                "rooms",
                event.where,
                f"says room {event.own_room!r} but stands under {event.room!r}; that was taken",
            )
        return self._rooms.ids.get(fold(event.room or event.own_room))

    def _cast(self, grouped: Grouped, session: Session) -> None:
        seen: set[tuple[str, str]] = set()
        for event in grouped.events:
            for person in event.persons:
                if not named(person):
                    self._doubts.add("nameless people", person.where, "has no name; left out")
                    continue
                role = self._wording.line("role", person.role, person.where) or "speaker"
                who = self._people.id_of(person)
                if (who, role) not in seen:
                    seen.add((who, role))
                    key = part_id(session.id, who, role)
                    part = Part(id=key, session_id=session.id, person_id=who, role=role, position=len(seen) - 1)
                    given = frozenset({"role"} if person.role else ())
                    self._parts.append(Told(part, given, person.where))


def _without(session: Told[Session], minutes: int | None, kind_id: str) -> Told[Session]:
    made_up = {"minutes": minutes is None, "kind": not kind_id}
    return replace(session, fields=session.fields - {field for field, is_made_up in made_up.items() if is_made_up})


def _first(raw: RawText) -> str:
    return raw if isinstance(raw, str) else next(iter(raw.values()), "")


def _folded(raw: RawText) -> str:
    return fold(_first(raw))


def _colour(text: str) -> str:
    text = text.strip().casefold()
    digits = text.removeprefix("#")
    if len(digits) == 3:
        digits = "".join(digit * 2 for digit in digits)
    is_colour = len(digits) == 6 and all(digit in "0123456789abcdef" for digit in digits)
    return f"#{digits}" if is_colour else ""
