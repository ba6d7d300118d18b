"""Rules of what is missing."""

from collections.abc import Iterator

from majlis.programme.kinds import kind
from majlis.programme.rules.problem import Finding
from majlis.programme.rules.view import View


def unplaced(view: View) -> Iterator[Finding]:
    """A session has no time or no place. A talk without its own is held where and when its block is."""
    for session in view.sessions():
        needs_place = kind(session.kind).needs_place
        placed = view.programme.placements_of(session.id)
        if any(each.start and (each.place_id or not needs_place) for each in placed):
            continue
        if session.parent_id is not None and not placed and view.programme.start_of(session.parent_id):
            continue
        if not any(each.start for each in placed):
            missing = "time" if any(each.place_id for each in placed) or not needs_place else "time and no place"
        else:
            missing = "place"
        text = f"{view.session(session.id)} has no {missing} yet."
        yield Finding(text, (session.id,), (missing,))


def no_theme(view: View) -> Iterator[Finding]:
    """A session has no theme, though its kind should have one. A talk has its block's."""
    for session in view.sessions():
        if session.theme_id is not None or not kind(session.kind).needs_theme:
            continue
        blocks = (view.programme.sessions[key] for key in view.programme.blocks_of(session.id))
        if not any(block.theme_id for block in blocks):
            text = f"{view.session(session.id)}{_when(view, session.id)} has no theme."
            yield Finding(text, (session.id,))


def no_people(view: View) -> Iterator[Finding]:
    """Nobody has a part in a session whose kind needs people. The people of its talks count."""
    for session in view.sessions():
        if not kind(session.kind).needs_people or any(view.attending(session)):
            continue
        if not any(any(view.attending(talk)) for talk in view.programme.talks_of(session.id)):
            text = f"Nobody has a part in {view.session(session.id)}{_when(view, session.id)}."
            yield Finding(text, (session.id,))


def _when(view: View, session_id: str) -> str:
    start = view.programme.start_of(session_id)
    return f" ({view.at(start)})" if start else ""
