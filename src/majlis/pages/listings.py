"""What is listed: each day's sessions in order of time, talks under their blocks, and what has no time yet."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from majlis.pages.entries import Entry
from majlis.pages.grid import placements_by_day, printed_days
from majlis.pages.sayings import is_printed
from majlis.programme.programme import Programme, end_of
from majlis.programme.records import Day, Session


@dataclass(frozen=True, slots=True)
class Listing:
    """The entries of each day on which something is held, and the entries that have no time.

    A session's first entry is in full, its others in short.
    """

    days: tuple[tuple[Day, tuple[Entry, ...]], ...]
    unplaced: tuple[Entry, ...]

    @property
    def everything(self) -> tuple[Entry, ...]:
        """All entries in the order of the book."""
        return (*(entry for _, entries in self.days for entry in entries), *self.unplaced)


def listing(programme: Programme) -> Listing:
    """Return what a programme book lists."""
    held = placements_by_day(programme)
    order = {place.id: number for number, place in enumerate(programme.places_in_order())}
    timed = {placed.session_id for day in held.values() for placed in day}
    days: list[tuple[Day, tuple[Entry, ...]]] = []
    for day in printed_days(programme):
        placed = sorted(
            (one for one in held[day.id] if is_printed(programme.sessions[one.session_id])),
            key=lambda one: (
                one.start or datetime.max,
                order.get(one.place_id or "", -1),
                len(programme.blocks_of(one.session_id)),
                one.id,
            ),
        )
        entries = [Entry(programme.sessions[one.session_id], one) for one in placed]
        if entries:
            days.append((day, tuple(each for entry in entries for each in _with_talks(programme, entry, timed))))
    return _once_in_full(Listing(tuple(days), tuple(_unplaced(programme, days))))


def hours_of(entries: Sequence[Entry]) -> tuple[datetime, datetime]:
    """Return when the first of a day's entries starts, and when the last ends."""
    spans = [
        (entry.placement.start, end_of(entry.placement.start, entry.session.minutes))
        for entry in entries
        if entry.placement and entry.placement.start
    ]
    return min(start for start, _ in spans), max(end for _, end in spans)


def _with_talks(programme: Programme, entry: Entry, timed: set[str]) -> Iterator[Entry]:
    """Yield an entry, then the talks that its block holds and that have no time of their own."""
    seen: set[str] = set()

    def walk(one: Entry) -> Iterator[Entry]:
        yield one
        for talk in programme.talks_of(one.session.id):
            if talk.id not in timed and talk.id not in seen and is_printed(talk):
                seen.add(talk.id)
                yield from walk(Entry(talk, depth=min(one.depth + 1, 3)))

    yield from walk(entry)


def _unplaced(programme: Programme, days: list[tuple[Day, tuple[Entry, ...]]]) -> Iterator[Entry]:
    """Yield what is on no day, by title; a talk follows its block."""
    there = {entry.session.id for _, entries in days for entry in entries}
    left = [one for one in programme.sessions.values() if one.id not in there and is_printed(one)]
    tops = [one for one in left if one.parent_id not in {other.id for other in left}]
    for session in (*_by_title(tops), *_by_title(left)):
        if session.id in there:
            continue
        for entry in _with_talks(programme, Entry(session), there):
            if entry.session.id not in there:
                there.add(entry.session.id)
                placed = programme.placements_of(entry.session.id)
                yield replace(entry, placement=placed[0]) if placed else entry


def _by_title(sessions: list[Session]) -> list[Session]:
    return sorted(sessions, key=lambda session: (session.title.best().casefold(), session.id))


def _once_in_full(made: Listing) -> Listing:
    seen: set[str] = set()

    def shortened(entries: tuple[Entry, ...]) -> Iterator[Entry]:
        for entry in entries:
            yield replace(entry, full=entry.session.id not in seen)
            seen.add(entry.session.id)

    days = tuple((day, tuple(shortened(entries))) for day, entries in made.days)
    return Listing(days, tuple(shortened(made.unplaced)))
