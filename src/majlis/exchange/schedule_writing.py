"""Which events a programme holds for other programs, and what they are called there.

An event is one time of a session, in the day that its hours belong to. What formats of the frab family can't
hold: sessions without a start, cancelled and rejected sessions, and parts that were declined; all languages of a
text but one, and all of a session but the first; keys that are no number of their own; what a place lies in;
blocks, setup and clearing, interpretation, equipment, the audience, states, notes, absences, waivers; of a person
all but the name, and in JSON the biography; what has no name. A session without a place stands in a room without a
name. A start on none of the days gets a day of its own.
"""

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime
from typing import Final
from zoneinfo import ZoneInfo

from majlis.exchange.foreign_ids import (
    acronym_for_others,
    guid_of,
    is_slug,
    made_up_number,
    own_number,
    repeat_guid,
    slug_of,
)
from majlis.exchange.html_text import protected_line, protected_paragraphs
from majlis.exchange.language_codes import language_code
from majlis.exchange.zones import with_offset, zone_or_utc
from majlis.programme.edits.event import day_on
from majlis.programme.edits.wording import clean_text
from majlis.programme.programme import Programme
from majlis.programme.records import Day, Part, Person, Place, Placement, Record, Session, Theme
from majlis.programme.refusal import Refusal
from majlis.programme.texts import Texts

UNPUBLISHED: Final = frozenset({"cancelled", "rejected"})
"""States of sessions that other programs are not told of."""


@dataclass(frozen=True, slots=True)
class TimedEvent:
    """One time of a session, under the names that others know it by; `date` has the offset of its place."""

    session: Session
    place: Place | None
    start: datetime
    date: str
    guid: str
    number: int
    slug: str
    languages: tuple[str, ...]


class Outgoing:
    """A programme as other programs are told of it."""

    def __init__(self, programme: Programme) -> None:
        self.programme = programme
        self.languages = programme.event.languages
        self.zone = zone_or_utc(programme.event.zone)
        self.acronym = acronym_for_others(programme.event.acronym or programme.event.title.best(self.languages))
        self._placed = tuple(_placed(programme))
        self._own_numbers = _own_numbers(session for session, _, number in self._placed if number == 1)
        self._person_numbers = _own_numbers(programme.people.values())
        self._numbers: set[int] = set()
        self._slugs: set[str] = set()
        self.events = tuple(self._event(*placed) for placed in self._placed)
        self.days = self._days()

    def events_on(self, day: Day) -> Iterator[tuple[Place | None, tuple[TimedEvent, ...]]]:
        """Yield the places that are used on a day in their order, each with its events; no place comes last."""
        by_place: dict[str | None, list[TimedEvent]] = {}
        for event in self.events:
            if self._day_of(event) == day:
                by_place.setdefault(event.place.id if event.place else None, []).append(event)
        for place in (*self.programme.places_in_order(), None):
            if events := by_place.get(place.id if place else None):
                yield place, tuple(sorted(events, key=lambda event: (event.start, event.number)))

    def text(self, texts: Texts, field: str, languages: tuple[str, ...] = ()) -> str:
        """Return a text in the first of the languages that has it, as a reader of mark-up takes it for itself."""
        text = clean_text(field, texts.best((*languages, *self.languages)))[0]
        return (
            protected_paragraphs(text)
            if field in {"abstract", "description", "biography"}
            else protected_line(text)
        )

    def language(self, session: Session) -> str:
        """Return the code of the language that a session is held in, or ""."""
        return next((code for word in session.languages if (code := language_code(word))), "")

    def track(self, session: Session) -> str:
        """Return the name of a session's theme, or ""."""
        theme = self.programme.themes.get(session.theme_id or "")
        return self.text(theme.name, "name") if theme else ""

    def people(self, session: Session) -> tuple[tuple[Person, Part], ...]:
        """Return who takes part in a session, with each part that was not declined."""
        parts = self.programme.parts_of(session.id)
        return tuple((self.programme.people[part.person_id], part) for part in parts if part.state != "declined")

    def person_number(self, person: Person) -> int | None:
        """Return the number that a source knows a person by, where it is theirs alone."""
        number = own_number(person.key)
        return number if number in self._person_numbers else None

    def themes(self) -> tuple[Theme, ...]:
        """Return the themes that have a name, in their order."""
        return tuple(theme for theme in self.programme.themes_in_order() if self.text(theme.name, "name"))

    def moment(self, moment: datetime) -> str:
        """Return a time of the event with its offset."""
        return with_offset(moment, self.zone)

    def _event(self, session: Session, placement: Placement, number: int) -> TimedEvent:
        guid = repeat_guid(guid_of(session.id), number)
        start = placement.start or datetime.min
        place = self.programme.places.get(placement.place_id or "")
        zone = zone_or_utc(place.zone) if place and place.zone else self.zone
        event_number = self._number(session, guid, number)
        spoken = [code for word in session.languages if (code := language_code(word))]
        language = session.title.language((*spoken, *self.languages))
        title = clean_text("title", session.title.get(language, ""))[0]
        slug = self._slug(session, event_number, number, title)
        return TimedEvent(session, place, start, _stamp(start, zone), guid, event_number, slug, (language,))

    def _number(self, session: Session, guid: str, number: int) -> int:
        own = own_number(session.key) if number == 1 else None
        if own is not None and own in self._own_numbers:
            return own
        made_up = made_up_number(guid)
        while made_up in self._numbers or made_up in self._own_numbers:
            made_up += 1
        self._numbers.add(made_up)
        return made_up

    def _slug(self, session: Session, event_number: int, number: int, title: str) -> str:
        wanted = session.slug if number == 1 and is_slug(session.slug) else ""
        slug = wanted if wanted and wanted not in self._slugs else slug_of(self.acronym, event_number, title)
        while slug in self._slugs:
            slug += "-x"
        self._slugs.add(slug)
        return slug

    def _days(self) -> tuple[Day, ...]:
        known = self.programme.days_in_order()
        strays = {event.start.date() for event in self.events if self.programme.day_of(event.start) is None}
        days = (*known, *(day_on(date) for date in strays))
        if not days:
            raise Refusal("The event has no days yet; give it days, and then export it.")
        return tuple(sorted(days, key=lambda day: (day.date, day.id)))

    def _day_of(self, event: TimedEvent) -> Day:
        return self.programme.day_of(event.start) or day_on(event.start.date())


def _placed(programme: Programme) -> Iterator[tuple[Session, Placement, int]]:
    for session in sorted(programme.sessions.values(), key=lambda session: session.id):
        if session.state not in UNPUBLISHED:
            placed = (
                placement for placement in programme.placements_of(session.id) if placement.start is not None
            )
            yield from ((session, placement, number) for number, placement in enumerate(placed, start=1))


def _own_numbers(records: Iterable[Record]) -> frozenset[int]:
    counts = Counter(own_number(getattr(record, "key", "")) for record in records)
    return frozenset(number for number, count in counts.items() if number is not None and count == 1)


def _stamp(start: datetime, zone: ZoneInfo) -> str:
    return with_offset(start, zone)
