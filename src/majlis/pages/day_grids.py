"""A day as a table on paper: places across, time down, over as many pages as its places need."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import timedelta
from math import ceil
from typing import Final

from majlis.calendars.words import clock, number
from majlis.pages.colours import INK, PALE, QUIET, RULE, UNTHEMED, WHITE, mixed
from majlis.pages.edition import Edition, Role
from majlis.pages.grid import HOLDER_SHARE, Box, Cell, Grid, day_grid
from majlis.pages.sayings import is_printed, is_service, people_line, place_name, title_of
from majlis.programme.records import Day
from majlis.typesetting.blocks import Anchor, Area, Mark, Stroke, Way, Words
from majlis.typesetting.lines import Line, height_of
from majlis.typesetting.styles import Alignment

_SMALLEST: Final = 5.6
"""Points under which nothing in a cell is set."""

_NARROWEST: Final = 58.0
"""Points that a column has at least, so that ordinary words have room."""

_LOWEST_MINUTE: Final = 0.5
_HIGHEST_MINUTE: Final = 1.5
"""Points that a minute is high at least and at most."""


@dataclass(frozen=True, slots=True)
class _Frame:
    """Where a table stands within the margins: its grid, its start corner, the size of a column and a minute."""

    grid: Grid
    x: float
    y: float
    column: float
    minute: float

    def shown(self, box: Box) -> Box:
        return Box(
            self.x + box.x * self.column,
            self.y + box.y * self.minute,
            box.width * self.column,
            box.height * self.minute,
        )

    @property
    def width(self) -> float:
        return self.column * len(self.grid.columns)

    @property
    def height(self) -> float:
        return self.minute * self.grid.minutes


def grid_pages(edition: Edition, day: Day, heading: str, anchor: str) -> Iterator[list[Mark]]:
    """Yield the marks of each page of a day's table; none for a day on which nothing is placed."""
    hidden = {session.id for session in edition.programme.sessions.values() if not is_printed(session)}
    grid = day_grid(edition.programme, day, without=hidden)
    if not grid.cells:
        return
    parts = [part for rows in _cut_in_time(edition, _cropped(grid)) for part in _cut_in_places(edition, rows)]
    for place, part in enumerate(parts):
        of = f"{number(place + 1, edition.language)}/{number(len(parts), edition.language)}" if parts[1:] else ""
        yield [*_heading(edition, heading, of), *([] if place else [Anchor(anchor, 0)]), *_table(edition, part)]


def _cropped(grid: Grid) -> Grid:
    """Return the grid without the hours before and after anything takes place."""
    first = min(cell.start for cell in grid.cells).replace(minute=0, second=0, microsecond=0)
    last = max(cell.end for cell in grid.cells)
    start = max(grid.start, first)
    hours = ceil((min(last, grid.end) - start) / timedelta(hours=1))
    return replace(grid, start=start, end=start + timedelta(hours=max(hours, 1)))


def _cut_in_time(edition: Edition, grid: Grid) -> Iterator[Grid]:
    hours = grid.minutes // 60
    most = int((edition.paper.depth - 60) / _LOWEST_MINUTE / 60)
    step = ceil(hours / ceil(hours / most))
    for first in range(0, hours, step):
        start = grid.start + timedelta(hours=first)
        end = min(grid.end, start + timedelta(hours=step))
        cells = tuple(cell for cell in grid.cells if cell.start < end and start < cell.end)
        if cells:
            yield replace(grid, start=start, end=end, cells=cells)


def _cut_in_places(edition: Edition, grid: Grid) -> Iterator[Grid]:
    most = int((edition.paper.measure - _time_width(edition)) / _NARROWEST)
    count = len(grid.columns)
    step = ceil(count / ceil(count / most))
    for first in range(0, count, step):
        yield grid.part(first, min(first + step, count))


def _time_width(edition: Edition) -> float:
    return 25 * edition.paper.scale


def _heading(edition: Edition, text: str, of: str) -> list[Mark]:
    measure = edition.paper.measure
    lines = edition.cut(text, "section", measure - 40, 16, floor=8, colour=edition.accent)
    marks: list[Mark] = [Words(0, 0, measure - 40, lines, "H2")]
    if of:
        marks.append(Words(measure - 40, 3, 40, edition.lines(of, "note", 40, align="end"), ""))
    return marks


def _table(edition: Edition, grid: Grid) -> list[Mark]:
    paper = edition.paper
    column = (paper.measure - _time_width(edition)) / len(grid.columns)
    heads, top = _column_heads(edition, grid, column)
    minute = min((paper.depth - top) / grid.minutes, _HIGHEST_MINUTE)
    if column * HOLDER_SHARE < _NARROWEST / 2:
        grid = replace(grid, cells=tuple(cell for cell in grid.cells if cell.holder is None))
    frame = _Frame(grid, _time_width(edition), top, column, minute)
    cells = [mark for cell in grid.cells for mark in _cell(edition, frame, cell)]
    return [*heads, *_hours(edition, frame), *cells]


def _column_heads(edition: Edition, grid: Grid, column: float) -> tuple[list[Mark], float]:
    """Return the names of the places, standing on the upper edge of the table, and where that is."""
    names = [
        edition.cut(place_name(edition, key), "cell", column - 4, 30, floor=5.6, align="centre")
        for key in grid.columns
    ]
    top = 22 + max(height_of(lines) for lines in names) + 3
    x = _time_width(edition)
    marks: list[Mark] = [
        Words(x + place * column + 2, top - 3 - height_of(lines), column - 4, lines, "P")
        for place, lines in enumerate(names)
    ]
    return [*marks, Stroke(0, top, edition.paper.measure, top, INK, 0.8)], top


def _hours(edition: Edition, frame: _Frame) -> Iterator[Mark]:
    for hour in frame.grid.hours():
        y = frame.y + (hour - frame.grid.start) / timedelta(minutes=1) * frame.minute
        yield Stroke(0, y, frame.x + frame.width, y, RULE, 0.35)
        if hour < frame.grid.end:
            lines = edition.lines(clock(hour, edition.language), "cell_note", frame.x - 3, colour=QUIET)
            yield Words(0, y + 1, frame.x - 3, lines, "")
    for place in range(1, len(frame.grid.columns)):
        x = frame.x + place * frame.column
        yield Stroke(x, frame.y, x, frame.y + frame.height, RULE, 0.25)


def _cell(edition: Edition, frame: _Frame, cell: Cell) -> Iterator[Mark]:
    edition.steps.step()
    session = edition.programme.sessions[cell.session_id]
    box = _inset(frame.shown(frame.grid.box(cell)))
    if box.height <= 0 or box.width <= 0:
        return
    title, language = title_of(edition, session)
    quiet = cell.band or is_service(session)
    colour = UNTHEMED if quiet else edition.theme_colour(session.theme_id)
    fill = PALE if quiet else mixed(colour, WHITE, 0.86)
    yield Area(box.x, box.y, box.width, box.height, fill=fill)
    if not quiet:
        yield Area(box.x, box.y, 1.6, box.height, fill=colour)
    yield from _cell_words(edition, cell, _text_box(frame, cell, box), (title, language), quiet=quiet)
    yield Way(box.x, box.y, box.width, box.height, f"placement:{cell.placement_id}", title)


def _inset(box: Box) -> Box:
    return Box(box.x + 0.7, box.y + 0.35, box.width - 1.4, box.height - 0.7)


def _text_box(frame: _Frame, cell: Cell, box: Box) -> Box:
    """Return where the words of a cell stand: beside the talks that a block holds, not under them."""
    width = box.width - 4.6
    held = [other for other in frame.grid.cells if other.holder == cell.placement_id]
    if held:
        width = frame.shown(frame.grid.box(held[0])).x - box.x - 4
    return Box(box.x + 3.4, box.y + 0.8, width, box.height - 1.2)


def _cell_words(edition: Edition, cell: Cell, box: Box, titled: tuple[str, str], *, quiet: bool) -> Iterator[Mark]:
    if box.width < 8:
        return
    align: Alignment = "centre" if quiet else "start"
    roles: tuple[Role, ...] = ("cell_note",) if quiet else ("cell", "small_cell")
    lines = _title_lines(edition, titled, roles, box, align)
    if not lines:
        return
    high = height_of(lines)
    y = box.y + ((box.height - high) / 2 if quiet else 0)
    yield Words(box.x, y, box.width, lines, "P")
    people = "" if quiet else people_line(edition, edition.programme.sessions[cell.session_id])
    room = box.height - high
    if people and room > 7:
        names = edition.cut(people, "cell_note", box.width, room, floor=_SMALLEST)
        yield Words(box.x, box.y + high, box.width, names, "P")


def _title_lines(
    edition: Edition, titled: tuple[str, str], roles: Sequence[Role], box: Box, align: Alignment
) -> tuple[Line, ...]:
    """Return a title in the first of the roles in which all of it has room, else in the last one, cut."""
    title, language = titled
    lines: tuple[Line, ...] = ()
    for role in roles:
        floor = edition.style(role).size
        lines = edition.cut(
            title, role, box.width, box.height, floor=floor, language=language, align=align, colour=INK
        )
        if lines and not lines[-1].text.endswith("…"):
            break
    return lines
