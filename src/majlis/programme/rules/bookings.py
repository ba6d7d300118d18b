"""Rules of who and what is taken twice at one time."""

from collections import defaultdict
from collections.abc import Iterator
from datetime import datetime

from majlis.programme.rules.problem import Finding
from majlis.programme.rules.view import Held, View, overlapping

Spans = list[tuple[datetime, datetime, Held]]


def place_double_booked(view: View) -> Iterator[Finding]:
    """Two sessions share a place at one time.

    A session in a venue takes the rooms in it too. A block and the talks in it share their place rightly; too
    little time to set up and clear is another rule's matter (`turnover_too_short`).
    """
    for first, second in _sharing_a_place(view):
        where = view.place(_inner(view, first, second))
        start, end = max(first.start, second.start), min(first.end, second.end)
        text = (
            f"{where}: {view.session(first.session.id)} and {view.session(second.session.id)} "
            f"are there at one time, {view.when(start, end)}."
        )
        about = (second.session.id, first.session.id, *_places(first, second))
        yield Finding(text, about, _facts(first, second))


def person_double_booked(view: View) -> Iterator[Finding]:
    """A person has parts in two sessions at one time."""
    spans: dict[str, Spans] = defaultdict(list)
    for held in view.held:
        for person in {part.person_id for part in view.attending(held.session)}:
            spans[person].append((held.start, held.end, held))
    for person, theirs in spans.items():
        for first, second in overlapping(theirs):
            if view.kin(first.session, second.session):
                continue
            start, end = max(first.start, second.start), min(first.end, second.end)
            text = (
                f"{view.person(person)} is in {view.session(first.session.id)} ({view.place(first.place_id)}) "
                f"and in {view.session(second.session.id)} ({view.place(second.place_id)}) at one time, "
                f"{view.when(start, end)}."
            )
            about = (second.session.id, first.session.id, person)
            yield Finding(text, about, _facts(first, second))


def turnover_too_short(view: View) -> Iterator[Finding]:
    """Between two sessions in a place there is too little time to clear the one and set up the other."""
    rooms: dict[str, list[Held]] = defaultdict(list)
    for held in view.held:
        if held.place_id is not None:
            rooms[held.place_id].append(held)
    for place_id, held in rooms.items():
        spans = [(each.taken_from, each.taken_until, each) for each in held]
        for one, other in overlapping(spans):
            first, second = sorted((one, other), key=lambda each: each.start)
            if first.end > second.start or view.kin(first.session, second.session):
                continue
            there = int((second.start - first.end).total_seconds() // 60)
            needed = first.session.clearing + second.session.setup
            text = (
                f"{view.place(place_id)}: {there} min between {view.session(first.session.id)} and "
                f"{view.session(second.session.id)} at {view.at(second.start)}, but clearing and setting up take "
                f"{needed} min."
            )
            about = (second.session.id, first.session.id, place_id)
            yield Finding(text, about, _facts(first, second))


def same_session_twice(view: View) -> Iterator[Finding]:
    """A session is placed twice at one time."""
    twice: dict[str, Spans] = defaultdict(list)
    for held in view.held:
        twice[held.session.id].append((held.start, held.end, held))
    for key, spans in twice.items():
        if len(spans) > 1:
            for first, second in overlapping(spans):
                text = (
                    f"{view.session(key)} is held twice at one time, in {view.place(first.place_id)} and in "
                    f"{view.place(second.place_id)}, {view.when(second.start, min(first.end, second.end))}."
                )
                yield Finding(text, (key,), _facts(first, second))


def _sharing_a_place(view: View) -> Iterator[tuple[Held, Held]]:
    places = view.programme.places
    rooms: dict[str, Spans] = defaultdict(list)
    venues = {place.parent_id for place in places.values() if place.parent_id is not None}
    for held in view.held:
        if held.place_id is not None:
            for place_id in (held.place_id, *view.programme.places_above(held.place_id)):
                if place_id == held.place_id or place_id in venues:
                    rooms[place_id].append((held.start, held.end, held))
    for place_id, spans in rooms.items():
        for first, second in overlapping(spans):
            # Where neither is booked in this very place, both are in rooms of it, which is no clash.
            if place_id in (first.place_id, second.place_id) and not view.kin(first.session, second.session):
                yield first, second


def _inner(view: View, first: Held, second: Held) -> str | None:
    """Return the narrower of two places, of which one may hold the other."""
    holds = first.place_id in view.programme.places_above(second.place_id or "") if second.place_id else False
    return second.place_id if holds else first.place_id


def _places(first: Held, second: Held) -> tuple[str, ...]:
    return tuple(dict.fromkeys(key for key in (first.place_id, second.place_id) if key is not None))


def _facts(*held: Held) -> tuple[str, ...]:
    return tuple(f"{each.session.id} {each.place_id} {each.start} {each.end}" for each in held)
