"""A session on its way: where it would go, the edit that would take it there, and what the rules say to that."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Literal

from majlis.calendars.words import clock_range, short_day
from majlis.programme.edits.blocks import move_with_talks
from majlis.programme.edits.edit import Edit, apply, together
from majlis.programme.edits.sessions import place, resize
from majlis.programme.names import name_of
from majlis.programme.programme import Programme, end_of
from majlis.programme.rules import Problem, problems_about
from majlis.ui.timetable.cards import LANGUAGE

Judgement = Literal["free", "warning", "error"]


@dataclass(frozen=True, slots=True)
class Carry:
    """A session that is carried: `placement_id` is what moves, None for one from the tray.

    `place_id` and `start` are where it would go, `minutes` how long it would be.
    """

    session_id: str
    placement_id: str | None
    place_id: str | None
    start: datetime
    minutes: int

    @property
    def end(self) -> datetime:
        """When it would end."""
        return end_of(self.start, self.minutes)

    def edit(self, programme: Programme) -> Edit:
        """Return the edit that takes the session there, in one step; a block takes its talks along."""
        placement = programme.placements.get(self.placement_id or "")
        if placement is None:
            moved = place(programme, self.session_id, self.place_id, self.start)
        else:
            moved = move_with_talks(programme, placement, self.place_id, self.start)
        if self.minutes == programme.sessions[self.session_id].minutes:
            return moved
        longer = resize(programme, self.session_id, self.minutes)
        return together(moved.label, [moved, longer]) if moved else longer


@dataclass(frozen=True, slots=True)
class Verdict:
    """What the rules say to a place and time: the words, and the problems behind them, errors first."""

    judgement: Judgement
    where: str
    words: tuple[str, ...]
    problems: tuple[Problem, ...] = ()


def judged(programme: Programme, carry: Carry) -> Verdict:
    """Return what the rules would say to a session there: the errors and warnings about what moves."""
    edit = carry.edit(programme)
    after = apply(programme, edit)
    found = dict.fromkeys(
        problem
        for session_id in _moving(programme, carry, edit)
        for problem in problems_about(after, session_id, day_words=short_day)
        if not problem.waived and problem.severity != "note"
    )
    problems = tuple(sorted(found, key=lambda problem: problem.severity != "error"))
    judgement: Judgement = "free"
    if problems:
        judgement = "error" if problems[0].severity == "error" else "warning"
    return Verdict(judgement, where_in_words(programme, carry), tuple(each.text for each in problems), problems)


def where_in_words(programme: Programme, carry: Carry) -> str:
    """Return the time and the place that a session would have, as in `10:20–11:00, Great Hall`."""
    time = clock_range(carry.start, carry.end, LANGUAGE)
    there = programme.places.get(carry.place_id or "")
    return f"{time}, {name_of(programme, there)}" if there else time


def stepped(carry: Carry, minutes: int) -> datetime:
    """Return a start so many minutes later or earlier, on a multiple of them where it was not on one."""
    moment = carry.start + timedelta(minutes=minutes)
    over = moment.minute % abs(minutes) if abs(minutes) <= 30 else 0
    return moment - timedelta(minutes=over - (abs(minutes) if over and minutes < 0 else 0))


def _moving(programme: Programme, carry: Carry, edit: Edit) -> Iterator[str]:
    yield carry.session_id
    for change in edit.changes:
        if change.table == "placements":
            session_id = getattr(change.record, "session_id", carry.session_id)
            if session_id != carry.session_id and session_id in programme.sessions:
                yield session_id
