"""Rules of when a session may be: within the event, its block and its own length."""

from collections.abc import Iterator

from majlis.programme.rules.problem import Finding
from majlis.programme.rules.view import Held, View


def outside_event(view: View) -> Iterator[Finding]:
    """A session lies outside the event's days or a day's hours."""
    days = view.programme.days_in_order()
    if not days:
        return
    for held in view.held:
        if any(day.start <= held.start and held.end <= day.end for day in days):
            continue
        day = view.programme.day_of(held.start)
        if day is None:
            first, last = view.day_words(days[0].date), view.day_words(days[-1].date)
            limits = f"the event lasts from {first} to {last}"
            facts = (str(days[0].date), str(days[-1].date))
        elif held.session.minutes > 24 * 60 and days[0].start <= held.start and held.end <= days[-1].end:
            continue  # an exhibition stays open over the nights between the event's days
        else:
            limits = f"that day lasts {view.when(day.start, day.end)}"
            facts = (str(day.start), str(day.end))
        text = f"{view.session(held.session.id)} is at {view.when(held.start, held.end)}, but {limits}."
        yield Finding(text, (held.session.id,), _facts(held, *facts))


def impossible_length(view: View) -> Iterator[Finding]:
    """A session has no length, or ends before it starts."""
    for session in view.sessions():
        if session.minutes <= 0:
            start = view.programme.start_of(session.id)
            at = f", {view.at(start)}," if start else ""
            text = f"{view.session(session.id)}{at} lasts {session.minutes} min; give it a length."
            yield Finding(text, (session.id,), (str(session.minutes),))


def outside_parent(view: View) -> Iterator[Finding]:
    """A talk lies outside the block that holds it, or the block is too short for its talks."""
    yield from _talks_outside(view)
    yield from _blocks_too_short(view)


def _talks_outside(view: View) -> Iterator[Finding]:
    times: dict[str, list[Held]] = {}
    for held in view.held:
        times.setdefault(held.session.id, []).append(held)
    for held in view.held:
        block = held.session.parent_id
        blocks = times.get(block or "", [])
        if not blocks or any(each.start <= held.start and held.end <= each.end for each in blocks):
            continue
        text = (
            f"{view.session(held.session.id)} is at {view.when(held.start, held.end)}, outside its block "
            f"{view.session(blocks[0].session.id)} at {view.when(blocks[0].start, blocks[0].end)}."
        )
        about = (held.session.id, blocks[0].session.id)
        yield Finding(text, about, _facts(held, str(blocks[0].start), str(blocks[0].end)))


def _blocks_too_short(view: View) -> Iterator[Finding]:
    for block in view.sessions():
        talks = [talk for talk in view.programme.talks_of(block.id) if talk.state not in ("cancelled", "rejected")]
        needed = sum(talk.minutes for talk in talks)
        if talks and needed > block.minutes:
            start = view.programme.start_of(block.id)
            at = f" at {view.at(start)}" if start else ""
            text = (
                f"{view.session(block.id)}{at} lasts {block.minutes} min, but its {len(talks)} "
                f"talk{'s' if len(talks) != 1 else ''} take {needed} min."
            )
            yield Finding(text, (block.id,), (str(block.minutes), str(needed)))


def _facts(held: Held, *more: str) -> tuple[str, ...]:
    return (str(held.place_id), str(held.start), str(held.end), *more)
