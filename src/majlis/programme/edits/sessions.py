"""Edits of the timetable: place, move, unplace, resize, swap and pin sessions."""

from dataclasses import replace
from datetime import datetime

from majlis.programme.edits.edit import Change, Edit
from majlis.programme.edits.records import quoted
from majlis.programme.edits.validity import LONGEST
from majlis.programme.ids import placement_id
from majlis.programme.programme import Programme
from majlis.programme.records import Placement, Session
from majlis.programme.refusal import Refusal


def place(programme: Programme, session_id: str, place_id: str | None, start: datetime | None) -> Edit:
    """Put a session at a place and time: its first placement is made or moved."""
    session = _session(programme, session_id)
    if place_id is not None and place_id not in programme.places:
        raise Refusal(f"There is no place with the id {place_id}.")
    placed = programme.placements_of(session_id)
    if placed:
        return move(programme, placed[0], place_id, start)
    after = Placement(id=placement_id(session_id), session_id=session_id, place_id=place_id, start=start)
    return Edit(f"Place {quoted(programme, session)}", (Change(None, after),))


def place_again(programme: Programme, session_id: str, place_id: str | None, start: datetime | None) -> Edit:
    """Hold a session once more, at another place or time."""
    session = _session(programme, session_id)
    taken = {placed.id for placed in programme.placements_of(session_id)}
    number = next(n for n in range(1, len(taken) + 2) if placement_id(session_id, n) not in taken)
    after = Placement(id=placement_id(session_id, number), session_id=session_id, place_id=place_id, start=start)
    return Edit(f"Repeat {quoted(programme, session)}", (Change(None, after),))


def move(programme: Programme, placement: Placement, place_id: str | None, start: datetime | None) -> Edit:
    """Move a placement to another place and time; where nothing changes the edit is empty."""
    after = replace(placement, place_id=place_id, start=start)
    changes = (Change(placement, after),) if after != placement else ()
    return Edit(f"Move {quoted(programme, programme.sessions[placement.session_id])}", changes)


def unplace(programme: Programme, session_id: str) -> Edit:
    """Take a session off the timetable, wherever it is held."""
    session = _session(programme, session_id)
    changes = tuple(Change(placed, None) for placed in programme.placements_of(session_id))
    return Edit(f"Unplace {quoted(programme, session)}", changes)


def resize(programme: Programme, session_id: str, minutes: int, start: datetime | None = None) -> Edit:
    """Give a session another length, and its first placement another start where one is given."""
    session = _session(programme, session_id)
    if not 0 < minutes <= LONGEST:
        raise Refusal(f"A session can't last {minutes:,} minutes; give it between 1 and {LONGEST:,}.")
    changes: list[Change] = []
    if minutes != session.minutes:
        changes.append(Change(session, replace(session, minutes=minutes)))
    placed = programme.placements_of(session_id)
    if start is not None and placed and placed[0].start != start:
        changes.append(Change(placed[0], replace(placed[0], start=start)))
    return Edit(f"Change length of {quoted(programme, session)}", tuple(changes))


def swap(programme: Programme, first: Placement, second: Placement) -> Edit:
    """Let two placements trade their places and times."""
    names = [quoted(programme, programme.sessions[one.session_id]) for one in (first, second)]
    changes = (
        Change(first, replace(first, place_id=second.place_id, start=second.start)),
        Change(second, replace(second, place_id=first.place_id, start=first.start)),
    )
    return Edit(f"Swap {names[0]} and {names[1]}", changes)


def pin(programme: Programme, placement: Placement, *, pinned: bool) -> Edit:
    """Say whether the planner must leave a placement where it is."""
    session = programme.sessions[placement.session_id]
    changes = (Change(placement, replace(placement, pinned=pinned)),) if placement.pinned != pinned else ()
    return Edit(f"{'Pin' if pinned else 'Unpin'} {quoted(programme, session)}", changes)


def _session(programme: Programme, session_id: str) -> Session:
    session = programme.sessions.get(session_id)
    if session is None:
        raise Refusal(f"There is no session with the id {session_id}.")
    return session
