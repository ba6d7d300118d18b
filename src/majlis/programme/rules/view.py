"""A programme as the rules look at it: what is placed, when and where, worked out once for all of them."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Self

from majlis.programme.names import UNTITLED
from majlis.programme.programme import Programme, end_of
from majlis.programme.records import Part, Placement, Session

IGNORED = frozenset({"cancelled", "rejected"})
"""The states in which a session is not held, so that no rule looks at it."""


@dataclass(frozen=True, slots=True)
class Held:
    """A session that is held from `start` to `end`; `place_id` is None where that is open."""

    placement: Placement
    session: Session
    place_id: str | None
    start: datetime
    end: datetime

    @property
    def taken_from(self) -> datetime:
        """When setting up begins."""
        return end_of(self.start, -self.session.setup)

    @property
    def taken_until(self) -> datetime:
        """When clearing ends."""
        return end_of(self.end, self.session.clearing)


@dataclass(frozen=True, slots=True)
class View:
    """A programme, what of it is held by start, and how to call things in the reader's languages."""

    programme: Programme
    held: tuple[Held, ...]
    languages: tuple[str, ...]
    day_words: Callable[[date], str] = date.isoformat

    @classmethod
    def of(
        cls,
        programme: Programme,
        languages: tuple[str, ...] = (),
        day_words: Callable[[date], str] = date.isoformat,
    ) -> Self:
        """Return the view of a programme; without languages it speaks the event's."""
        held = sorted(_held(programme), key=lambda each: (each.start, each.placement.id))
        return cls(programme, tuple(held), languages or programme.event.languages, day_words)

    def sessions(self) -> Iterator[Session]:
        """Yield the sessions that are to be held."""
        return (each for each in self.programme.sessions.values() if each.state not in IGNORED)

    def session(self, key: str) -> str:
        """Return a session's title in quotation marks."""
        return f"“{self.programme.sessions[key].title.best(self.languages) or UNTITLED}”"

    def place(self, key: str | None) -> str:
        """Return a place's name."""
        place = self.programme.places.get(key or "")
        return (place.name.best(self.languages) if place else "") or UNTITLED

    def person(self, key: str) -> str:
        """Return a person's name."""
        return self.programme.people[key].name.best(self.languages) or UNTITLED

    def when(self, start: datetime, end: datetime) -> str:
        """Return a stretch of time in words: the day once, then from and until."""
        until = f"{end:%H:%M}" if end - start < timedelta(days=1) else f"{self.day_words(end.date())} {end:%H:%M}"
        return f"{self.day_words(start.date())} {start:%H:%M}–{until}"

    def at(self, moment: datetime) -> str:
        """Return a moment in words."""
        return f"{self.day_words(moment.date())} {moment:%H:%M}"

    def kin(self, first: Session, second: Session) -> bool:
        """Say whether two sessions are one, or one is a block that holds the other."""
        if first.id == second.id:
            return True
        if first.parent_id is None and second.parent_id is None:
            return False
        return first.id in self.programme.blocks_of(second.id) or second.id in self.programme.blocks_of(first.id)

    def attending(self, session: Session) -> Iterator[Part]:
        """Yield the parts of a session whose people have not declined."""
        return (part for part in self.programme.parts_of(session.id) if part.state != "declined")


def _held(programme: Programme) -> Iterator[Held]:
    for placement in programme.placements.values():
        session = programme.sessions[placement.session_id]
        if placement.start is not None and session.state not in IGNORED:
            end = end_of(placement.start, session.minutes)
            yield Held(placement, session, placement.place_id, placement.start, end)


def overlapping(
    spans: list[tuple[datetime, datetime, Held]],
) -> Iterator[tuple[Held, Held]]:
    """Yield each pair of held sessions whose spans overlap, the earlier first, by one sweep over their starts.

    Spans that only touch, and spans of no length, overlap nothing.
    """
    running: list[tuple[datetime, Held]] = []
    for start, end, each in sorted(spans, key=lambda span: (span[0], span[1], span[2].placement.id)):
        if end <= start:
            continue
        running = [(until, other) for until, other in running if until > start]
        yield from ((other, each) for _, other in running)
        running.append((end, each))
