"""The problems of one session, found by looking only at what can touch it.

`problems_about` says exactly what `problems` says of a session, waivers included, in about a millisecond: what a
screen asks while a session is dragged. A rule that looks further than time, place, people, block and talks needs
its neighbours named in `_neighbours`; a property test tells when one is forgotten.
"""

from collections.abc import Callable, Iterator
from datetime import date, datetime

from majlis.programme.programme import Programme, end_of
from majlis.programme.records import Placement, Record, Session
from majlis.programme.rules.problem import Problem
from majlis.programme.rules.register import problems

Taken = tuple[datetime, datetime]


def problems_about(
    programme: Programme,
    session_id: str,
    languages: tuple[str, ...] = (),
    day_words: Callable[[date], str] = date.isoformat,
) -> tuple[Problem, ...]:
    """Return the problems of a programme that are about one session, errors first."""
    small = Programme.of(_records_around(programme, session_id))
    found = problems(small, languages or programme.event.languages, day_words)
    return tuple(problem for problem in found if session_id in problem.about)


def _records_around(programme: Programme, session_id: str) -> Iterator[Record]:
    yield programme.event
    yield from programme.days.values()
    yield from programme.places.values()
    yield from programme.absences.values()
    yield from programme.waivers.values()
    people: set[str] = set()
    for key in _closed(programme, {session_id, *_neighbours(programme, programme.sessions[session_id])}):
        yield programme.sessions[key]
        yield from programme.placements_of(key)
        for part in programme.parts_of(key):
            people.add(part.person_id)
            yield part
    yield from (programme.people[key] for key in people)


def _neighbours(programme: Programme, session: Session) -> Iterator[str]:
    """Yield the ids of the talks of a session, and of what its people or its places do at the same time."""
    yield from (talk.id for talk in programme.talks_of(session.id))
    own = [taken for placed in programme.placements_of(session.id) if (taken := _taken(programme, placed))]
    for placed in _related(programme, session):
        taken = _taken(programme, placed)
        if taken and any(taken[0] < until and since < taken[1] for since, until in own):
            yield placed.session_id


def _related(programme: Programme, session: Session) -> Iterator[Placement]:
    for part in programme.parts_of(session.id):
        for other in programme.parts_by(part.person_id):
            yield from programme.placements_of(other.session_id)
    for placed in programme.placements_of(session.id):
        if placed.place_id is not None:
            for place_id in (*programme.places_above(placed.place_id), *_within(programme, placed.place_id)):
                yield from programme.placements_in(place_id)


def _within(programme: Programme, place_id: str) -> Iterator[str]:
    """Yield a place and all that lie in it; a circle of places ends where it closes."""
    seen: set[str] = set()
    waiting = [place_id]
    while waiting:
        at = waiting.pop()
        if at not in seen:
            seen.add(at)
            yield at
            waiting += programme.naming("places", "parent_id", at)


def _taken(programme: Programme, placed: Placement) -> Taken | None:
    """Return from when until when a placement takes its place, setting up and clearing included."""
    if placed.start is None:
        return None
    session = programme.sessions[placed.session_id]
    ends = (placed.start, end_of(placed.start, session.minutes))
    return end_of(min(ends), -max(session.setup, 0)), end_of(max(ends), max(session.clearing, 0))


def _closed(programme: Programme, keys: set[str]) -> list[str]:
    """Return these sessions with the blocks that hold them, in the programme's order."""
    with_blocks = keys.union(*(programme.blocks_of(key) for key in keys))
    return [key for key in programme.sessions if key in with_blocks]
