"""What changed since an edition, as headings with sentences, and as a list of people to tell."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Final, Literal

from majlis.calendars.words import short_day
from majlis.programme.alterations import (
    Added,
    Alteration,
    Amended,
    Joined,
    Left,
    Moved,
    Placed,
    Revived,
    Told,
    Unplaced,
    Withdrawn,
    alterations,
    by_place,
    by_session,
    people_to_tell,
)
from majlis.programme.alterations.telling import effective_slots, session_of
from majlis.programme.alterations.wording import Wording
from majlis.programme.names import full_name
from majlis.programme.programme import Programme
from majlis.programme.records import Edition

View = Literal["sessions", "people", "places"]
Key = tuple[str, str]

VIEWS: Final[tuple[View, ...]] = ("sessions", "people", "places")

ICONS: Final[Mapping[type, tuple[str, str]]] = {
    Added: ("plus", "good"),
    Revived: ("plus", "good"),
    Joined: ("plus", "good"),
    Withdrawn: ("x", "error"),
    Left: ("x", "error"),
    Moved: ("arrow-left-right", "accent"),
    Placed: ("arrow-left-right", "accent"),
    Unplaced: ("arrow-left-right", "accent"),
}
"""The icon of a kind of alteration and its colour; the sentence beside it says the same."""

_OTHER: Final = ("pencil", "muted")


@dataclass(frozen=True, slots=True)
class Line:
    """One sentence with its icon and the record to go to, or None."""

    text: str
    icon: tuple[str, str]
    key: Key | None


@dataclass(frozen=True, slots=True)
class Heading:
    """A session, a person or a place with what changed about it."""

    text: str
    key: Key | None
    lines: tuple[Line, ...]


@dataclass(frozen=True, slots=True)
class Findings:
    """What changed since an edition; `views` are the headings of each way to look at it."""

    edition: Edition
    count: int
    people: int
    views: Mapping[View, tuple[Heading, ...]]
    to_tell: str
    """The people to tell with what, as text to be pasted into a mail."""


def findings(edition: Edition, old: Programme, new: Programme) -> Findings:
    """Return what changed since an edition whose programme is `old`."""
    items = alterations(old, new)
    told = people_to_tell(old, new, items)
    scribe = _Scribe(Wording(old, new, short_day))
    views: dict[View, tuple[Heading, ...]] = {
        "sessions": tuple(scribe.session(key, some) for key, some in by_session(old, new, items).items()),
        "people": tuple(scribe.person(each) for each in told),
        "places": tuple(scribe.place(key, some) for key, some in by_place(old, new, items).items()),
    }
    return Findings(edition, len(items), len(told), views, "\n\n".join(map(scribe.to_tell, told)))


@dataclass(frozen=True, slots=True)
class _Scribe:
    """Writes headings and lines."""

    wording: Wording

    def session(self, key: str | None, items: Iterable[Alteration]) -> Heading:
        lines = tuple(self._line(item, key) for item in items)
        if key is None:
            return Heading("Places, people and the rest", None, lines)
        programme = self.wording.new if key in self.wording.new.sessions else self.wording.old
        slots = effective_slots(programme, key)
        where = f", {self.wording.slot(slots[0])}" if slots else ""
        return Heading(f"{self.wording.name('sessions', key)}{where}", ("sessions", key), lines)

    def person(self, told: Told) -> Heading:
        lines = tuple(self._line(item, roles=roles) for item, roles in told.items)
        return Heading(self._called(told), ("people", told.person_id), lines)

    def place(self, key: str, items: Iterable[Alteration]) -> Heading:
        lines = tuple(self._line(item) for item in items)
        return Heading(self.wording.name("places", key), ("places", key), lines)

    def to_tell(self, told: Told) -> str:
        return "\n".join([self._called(told), *(f"- {self.wording.sentence(item)}" for item, _ in told.items)])

    def _called(self, told: Told) -> str:
        people = {**self.wording.old.people, **self.wording.new.people}
        person = people[told.person_id]
        name = full_name(person, self.wording.new.event.languages)
        return ", ".join((name, *person.contacts.values()))

    def _line(self, item: Alteration, under: str | None = None, roles: tuple[str, ...] = ()) -> Line:
        text = self.wording.sentence(item)
        if under is not None:
            short = text.removeprefix(f"{self.wording.session(under)} ").removeprefix("is ").removeprefix("was ")
            text = f"{short[:1].upper()}{short[1:]}"
        if roles and not isinstance(item, Joined | Left):
            text = f"{text.removesuffix('.')} ({' and '.join(roles).replace('_', ' ')})."
        return Line(text, ICONS.get(type(item), _OTHER), self._key(item))

    def _key(self, item: Alteration) -> Key | None:
        session = session_of(self.wording.old, self.wording.new, item)
        if session is not None:
            return "sessions", session
        match item:
            case Amended(table, key):
                return table, key
            case _:
                table, key = getattr(item, "table", "days"), getattr(item, "id", "") or getattr(item, "day_id", "")
                return table, key
