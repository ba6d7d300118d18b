"""Edits of blocks that hold talks."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import datetime, timedelta

from majlis.programme.edits.edit import Change, Edit
from majlis.programme.edits.sessions import move
from majlis.programme.programme import Programme
from majlis.programme.records import Placement


def move_with_talks(
    programme: Programme, placement: Placement, place_id: str | None, start: datetime | None
) -> Edit:
    """Move a placement; the talks that lie within a block at its place move along by as much.

    Talks that are held elsewhere or at another time stay where they are, and so do pinned ones.
    """
    edit = move(programme, placement, place_id, start)
    if not edit or start is None or placement.start is None:
        return edit
    talks = tuple(_moved(programme, placement, place_id, start - placement.start))
    return Edit(edit.label, (*edit.changes, *talks))


def _moved(programme: Programme, block: Placement, place_id: str | None, shift: timedelta) -> Iterator[Change]:
    around = programme.span_of(block)
    for key in _within(programme, block.session_id):
        for placed in programme.placements_of(key):
            span = programme.span_of(placed)
            if span is None or around is None or placed.pinned or placed.place_id != block.place_id:
                continue
            if around.start <= span.start and span.end <= around.end:
                after = replace(placed, place_id=place_id, start=span.start + shift)
                if after != placed:
                    yield Change(placed, after)


def _within(programme: Programme, session_id: str) -> list[str]:
    """Return the ids of a block's talks and of theirs, each once; a circle ends where it closes."""
    seen = {session_id}
    found: list[str] = []
    waiting = [session_id]
    while waiting:
        for key in programme.naming("sessions", "parent_id", waiting.pop()):
            if key not in seen:
                seen.add(key)
                found.append(key)
                waiting.append(key)
    return found
