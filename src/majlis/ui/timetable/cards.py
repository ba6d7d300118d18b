"""What the timetable shows of each placement: texts, colour and problems, ready to be drawn and read aloud."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Final, Literal

from majlis.calendars.words import clock_range, joined
from majlis.pages.colours import theme_colours
from majlis.pages.grid import Box, Cell, Grid
from majlis.programme.kinds import kind
from majlis.programme.names import name_of
from majlis.programme.programme import Programme
from majlis.programme.records import Session
from majlis.programme.rules import Problem, Severity

Shape = Literal["card", "holder", "band"]
Tone = Literal["theme", "quiet", "prayer"]
Found = Mapping[str, tuple[Problem, ...]]
Marks = Callable[[str], Mapping[str, str]]
"""What altered of a session's placements since an edition, in words, by their ids."""

PRAYERS: Final = frozenset({"prayer", "friday_prayer"})
"""The kinds of session that stand out quietly, as prayer."""

LANGUAGE: Final = "en"
"""The language of the windows."""

NAMED: Final = 2
"""People that a card names; the others are a number."""


@dataclass(frozen=True, slots=True)
class Card:
    """One placement as the timetable shows it; `box` is in columns and minutes, `colour` is `#rrggbb` or "".

    A `holder` is a block with talks drawn in it, a `band` lies across the places. `severity` is that of the worst
    problem that is not waived, or None; `problems` are the sentences. What serves the guests (breaks, meals) has a
    quiet `tone`, prayers have their own. `since` says what altered since an edition, or is "".
    """

    placement_id: str
    session_id: str
    place_id: str | None
    box: Box
    start: datetime
    end: datetime
    title: str
    people: str
    time: str
    place: str
    colour: str
    shape: Shape
    lanes: int = 1
    inner: bool = False
    tone: Tone = "theme"
    pinned: bool = False
    severity: Severity | None = None
    problems: tuple[str, ...] = ()
    since: str = ""

    @property
    def spoken(self) -> str:
        """What a screen reader says of the card."""
        pinned = "pinned" if self.pinned else ""
        parts = [self.title, self.time, self.place, self.people, pinned, self.since, *self.problems]
        return ", ".join(part for part in parts if part)


def no_marks(_session_id: str) -> Mapping[str, str]:
    """Say that nothing altered."""
    return {}


def cards_of(programme: Programme, grid: Grid, found: Found, marks: Marks = no_marks) -> tuple[Card, ...]:
    """Return a day's cards in the order in which they are drawn; `found` are the problems of each session."""
    holders = {cell.holder for cell in grid.cells}
    shapes: dict[str, Shape] = {key: "holder" for key in holders if key is not None}
    colours = theme_colours(programme)
    cards = (_card(programme, grid, cell, found, colours, shapes) for cell in grid.cells)
    return tuple(_marked(card, marks(card.session_id)) for card in cards)


def found_by_session(problems: Iterable[Problem]) -> dict[str, tuple[Problem, ...]]:
    """Return the errors and warnings that are not waived by each id that they are about."""
    found: dict[str, tuple[Problem, ...]] = {}
    for problem in problems:
        if not problem.waived and problem.severity != "note":
            for key in problem.about:
                found[key] = (*found.get(key, ()), problem)
    return found


def people_in_words(programme: Programme, session: Session) -> str:
    """Return who takes part, the first ones by name and the others as a number, as in `Leila Nasser, +2`."""
    people = dict.fromkeys(part.person_id for part in programme.parts_of(session.id) if part.state != "declined")
    if not people:
        return ""
    names = [name_of(programme, programme.people[key]) for key in list(people)[:NAMED]]
    more = len(people) - len(names)
    return joined([*names, *([f"+{more}"] if more else [])], LANGUAGE)


def colour_of(programme: Programme, session: Session, colours: Mapping[str, str]) -> str:
    """Return the colour of a session's theme, or of its block's, or "" where there is none."""
    for key in (session.id, *programme.blocks_of(session.id)):
        theme_id = programme.sessions[key].theme_id
        if theme_id is not None and theme_id in colours:
            return colours[theme_id]
    return ""


def _tone(session: Session) -> Tone:
    if session.kind in PRAYERS:
        return "prayer"
    return "quiet" if kind(session.kind).service else "theme"


def _marked(card: Card, words: Mapping[str, str]) -> Card:
    return replace(card, since=words[card.placement_id]) if card.placement_id in words else card


def _card(
    programme: Programme,
    grid: Grid,
    cell: Cell,
    found: Found,
    colours: Mapping[str, str],
    shapes: Mapping[str, Shape],
) -> Card:
    session = programme.sessions[cell.session_id]
    placement = programme.placements[cell.placement_id]
    place = programme.places.get(placement.place_id or "")
    problems = found.get(session.id, ())
    return Card(
        placement_id=cell.placement_id,
        session_id=session.id,
        place_id=placement.place_id,
        box=grid.box(cell),
        start=cell.start,
        end=cell.end,
        title=name_of(programme, session),
        people=people_in_words(programme, session),
        time=clock_range(cell.start, cell.end, LANGUAGE),
        place=name_of(programme, place) if place else "",
        colour=colour_of(programme, session, colours),
        shape="band" if cell.band else shapes.get(cell.placement_id, "card"),
        lanes=cell.lanes,
        inner=cell.holder is not None,
        tone=_tone(session),
        pinned=placement.pinned,
        severity=problems[0].severity if problems else None,
        problems=tuple(problem.text for problem in problems),
    )
