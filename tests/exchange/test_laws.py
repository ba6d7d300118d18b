"""Laws of exchange: importing twice is importing once, and importing an export is the same programme."""

from collections import Counter
from collections.abc import Iterator
from datetime import datetime

from hypothesis import assume, given, settings
from hypothesis import strategies as st
import pytest

from example import example
from majlis.exchange.folding import fold
from majlis.exchange.formats import read, write
from majlis.programme.edits.edit import Change, apply
from majlis.programme.edits.wording import clean_text
from majlis.programme.kinds import kind_called
from majlis.programme.programme import Programme
from majlis.programme.records import Day, Event, Placement, Session
from strategies import programmes

BOTH = ("frab-xml", "schedule-json")
formats = st.sampled_from(BOTH)


def published(programme: Programme) -> Iterator[tuple[Session, Placement]]:
    for session in programme.sessions.values():
        if session.state not in {"cancelled", "rejected"}:
            for placement in programme.placements_of(session.id):
                if placement.start is not None:
                    yield session, placement


def has_days(programme: Programme) -> bool:
    return bool(programme.days) or any(True for _ in published(programme))


def is_allowed(change: Change) -> bool:
    """Say whether a change adds a day for what lies on none, or names an event that has no name."""
    after = change.after
    return (change.before is None and isinstance(after, Day)) or isinstance(after, Event)


@settings(deadline=None, max_examples=30)
@given(programmes(), formats)
def test_an_export_that_comes_back_changes_nothing_but_adds_days_for_what_lies_outside_them(
    programme: Programme, format_id: str
) -> None:
    assume(has_days(programme))
    reading = read(write(programme, format_id), programme, format_id)
    assert [change for change in reading.edit.changes if not is_allowed(change)] == []


def held(programme: Programme) -> Counter[tuple[object, ...]]:
    """Return what the formats can hold of each published time of a session."""
    languages = programme.event.languages
    held: Counter[tuple[object, ...]] = Counter()
    for session, placement in set(published(programme)):
        place = programme.places.get(placement.place_id or "")
        parts = (part for part in programme.parts_of(session.id) if part.state != "declined")
        names = (programme.people[part.person_id].name for part in parts)
        held[
            placement.start,
            fold(clean_text("name", place.name.best(languages))[0]) if place else "",
            session.minutes,
            frozenset(fold(clean_text("name", name.best(languages))[0]) for name in names if name),
        ] = 1
    return held


@settings(deadline=None, max_examples=30)
@given(programmes(), formats)
def test_an_export_makes_a_new_programme_with_the_same_times_places_lengths_and_people(
    programme: Programme, format_id: str
) -> None:
    assume(has_days(programme))
    empty = Programme.of()
    made = apply(empty, read(write(programme, format_id), empty, format_id).edit)
    assert held(made) == held(programme)
    assert list(made.dangling()) == []


@settings(deadline=None, max_examples=30)
@given(programmes(), formats)
def test_importing_twice_is_importing_once(programme: Programme, format_id: str) -> None:
    assume(has_days(programme))
    exported = write(programme, format_id)
    empty = Programme.of()
    once = apply(empty, read(exported, empty).edit)
    again = read(exported, once)
    assert again.edit.changes == ()
    assert sum(again.added.values()) + sum(again.updated.values()) == 0


@settings(deadline=None, max_examples=30)
@given(programmes(), st.sampled_from(("frab-xml", "schedule-json", "ical")))
def test_the_same_programme_gives_the_same_bytes(programme: Programme, format_id: str) -> None:
    assume(any(True for _ in published(programme)))
    assert write(Programme.of(reversed(list(programme.records()))), format_id) == write(programme, format_id)


@settings(deadline=None, max_examples=30)
@given(programmes())
def test_both_formats_tell_of_the_same_sessions_and_people(programme: Programme) -> None:
    assume(has_days(programme))
    empty = Programme.of()
    first = apply(empty, read(write(programme, "frab-xml"), empty).edit)
    second = read(write(programme, "schedule-json"), first)
    assert second.added["sessions"] == second.added["people"] == second.added["placements"] == 0


@pytest.mark.parametrize("format_id", BOTH)
def test_kinds_survive_the_round_trip(format_id: str) -> None:
    kinds = ("keynote", "panel", "prayer", "book_launch", "Salon of the committee")
    sessions = [Session(id=kind, kind=kind) for kind in kinds]
    placements = [
        Placement(id=f"{kind}@1", session_id=kind, start=datetime(2027, 10, 21, 9 + hour))
        for hour, kind in enumerate(kinds)
    ]
    empty = Programme.of()
    made = apply(empty, read(write(Programme.of([*sessions, *placements]), format_id), empty).edit)
    assert sorted(session.kind for session in made.sessions.values()) == sorted(map(kind_called, kinds))


@pytest.mark.parametrize("format_id", BOTH)
def test_the_event_of_an_export_that_comes_back_is_left_alone(format_id: str) -> None:
    assert read(write(example(), format_id), example()).edit.changes == ()
