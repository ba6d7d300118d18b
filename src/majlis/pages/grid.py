"""A day as rectangles in abstract units, for screen and paper, and back.

Across, one unit is one place; down, one unit is one minute since the grid's start. `Scale` turns these units into
points or pixels, from the right where the edition or the window is mirrored, and turns a point back into them.
"""

from collections.abc import Callable, Collection, Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import datetime, time, timedelta
from itertools import groupby
from typing import Final

from majlis.programme.kinds import kind
from majlis.programme.programme import Programme, end_of
from majlis.programme.records import Day, Placement

SHORTEST: Final = 5
"""Minutes that a cell is drawn with at least: what lasts no time at all can still be seen and caught."""

LONGEST: Final = 36 * 60
"""Minutes that a grid shows at most."""

HOLDER_SHARE: Final = 0.25
"""The part of its width that a block keeps for its own title where talks lie in it."""


@dataclass(frozen=True, slots=True)
class Point:
    """A place on the grid (columns across, minutes down) or on what shows it (points or pixels)."""

    x: float
    y: float


@dataclass(frozen=True, slots=True)
class Box:
    """A rectangle: `x` and `y` are the corner nearest to the grid's origin."""

    x: float
    y: float
    width: float
    height: float

    def holds(self, point: Point) -> bool:
        """Say whether a point lies in the rectangle; its far edges belong to the next one."""
        return self.x <= point.x < self.x + self.width and self.y <= point.y < self.y + self.height


@dataclass(frozen=True, slots=True)
class Cell:
    """One placement as it is drawn.

    It covers `columns` places from the one numbered `column` on, from `start` to `end`. Where placements overlap
    in a place they share its width: this one has the lane numbered `lane` of `lanes`. `holder` is the id of the
    placement of the block that is drawn around it, or None. A `band` lies behind the other cells.
    """

    placement_id: str
    session_id: str
    column: int
    start: datetime
    end: datetime
    columns: int = 1
    lane: int = 0
    lanes: int = 1
    holder: str | None = None
    band: bool = False


@dataclass(frozen=True, slots=True)
class Scale:
    """How large a column and a minute are drawn, and whether the first column is at the right."""

    column: float
    minute: float
    mirrored: bool = False

    def shown(self, box: Box, columns: int) -> Box:
        """Return where a box of a grid with that many columns is drawn, from the upper left corner of the grid."""
        x = columns - box.x - box.width if self.mirrored else box.x
        return Box(x * self.column, box.y * self.minute, box.width * self.column, box.height * self.minute)

    def unit(self, point: Point, columns: int) -> Point:
        """Return which point of the grid a drawn point shows."""
        x = point.x / self.column
        return Point(columns - x if self.mirrored else x, point.y / self.minute)


@dataclass(frozen=True, slots=True)
class Grid:
    """A day's placements as cells, in places across and minutes down.

    `columns` are the ids of the places; None is the column of what has a time but no place yet. `start` and `end`
    are whole hours. `cells` are in the order in which they are drawn: bands, then blocks, then what they hold.
    """

    day: Day
    columns: tuple[str | None, ...]
    start: datetime
    end: datetime
    cells: tuple[Cell, ...]

    @property
    def minutes(self) -> int:
        """How many minutes the grid is long."""
        return int((self.end - self.start) / timedelta(minutes=1))

    def hours(self) -> Iterator[datetime]:
        """Yield each whole hour from the grid's start to its end."""
        for hour in range(self.minutes // 60 + 1):
            yield self.start + timedelta(hours=hour)

    def box(self, cell: Cell) -> Box:
        """Return the rectangle of a cell, cut off where the grid ends."""
        top = self._minute(cell.start)
        height = self._minute(cell.end) - top
        left, width = float(cell.column), float(cell.columns)
        if cell.holder is not None:
            around = self.box(next(other for other in self.cells if other.placement_id == cell.holder))
            left, width = around.x + around.width * HOLDER_SHARE, around.width * (1 - HOLDER_SHARE)
        share = width / cell.lanes
        return Box(left + cell.lane * share, top, share, height)

    def cell_at(self, point: Point) -> Cell | None:
        """Return the uppermost cell at a point of the grid, or None."""
        return next((cell for cell in reversed(self.cells) if self.box(cell).holds(point)), None)

    def place_at(self, point: Point, grain: int = 5) -> tuple[str | None, datetime] | None:
        """Return the place and the nearest multiple of `grain` minutes at a point, or None outside the grid."""
        if not Box(0, 0, len(self.columns), self.minutes + 1e-9).holds(point):
            return None
        steps = int(point.y / grain + 0.5)
        return self.columns[int(point.x)], self.start + timedelta(minutes=steps * grain)

    def part(self, first: int, last: int) -> "Grid":
        """Return the grid of the columns from the one numbered `first` up to, not including, `last`."""
        cells: list[Cell] = []
        for cell in self.cells:
            left, right = max(cell.column, first), min(cell.column + cell.columns, last)
            if left < right:
                cells.append(replace(cell, column=left - first, columns=right - left))
        return replace(self, columns=self.columns[first:last], cells=tuple(cells))

    def _minute(self, moment: datetime) -> float:
        return (min(max(moment, self.start), self.end) - self.start) / timedelta(minutes=1)


def printed_days(programme: Programme) -> tuple[Day, ...]:
    """Return the event's days, and a made-up one for each date on which something is placed all the same."""
    days = {day.date: day for day in reversed(programme.days_in_order())}
    for placed in programme.placements.values():
        if placed.start is not None and programme.day_of(placed.start) is None:
            date = placed.start.date()
            if date not in days:
                noon = datetime.combine(date, time(12))
                days[date] = Day(id=f"date:{date}", date=date, start=noon, end=noon)
    made_up = [day for day in days.values() if day.id not in programme.days]
    return tuple(sorted([*programme.days.values(), *made_up], key=lambda day: (day.date, day.id)))


def placements_by_day(programme: Programme) -> dict[str, tuple[Placement, ...]]:
    """Return what is placed on each of the printed days, by the day's id, in order of time."""
    days = printed_days(programme)
    dates = {day.date: day for day in reversed(days)}
    own = programme.days_in_order()
    held: dict[str, list[Placement]] = {day.id: [] for day in days}
    for placed in programme.placements.values():
        if placed.start is not None and placed.session_id in programme.sessions:
            start = placed.start
            within = next((day for day in own if day.start <= start < day.end), None)
            held[(within or dates[start.date()]).id].append(placed)
    return {key: tuple(sorted(placed, key=_by_time)) for key, placed in held.items()}


def day_grid(
    programme: Programme,
    day: Day,
    *,
    all_places: bool = False,
    without: Collection[str] = (),
) -> Grid:
    """Return a day as a grid: a column for each place that is used that day, or for all that hold no others too.

    Sessions whose ids are in `without` are left out.
    """
    held = placements_by_day(programme).get(day.id, ())
    return grid_of(
        programme, day, [placed for placed in held if placed.session_id not in without], all_places=all_places
    )


def grid_of(programme: Programme, day: Day, placed: Iterable[Placement], *, all_places: bool = False) -> Grid:
    """Return these placements as the grid of a day, whatever day they belong to; those without a time are left."""
    timed = sorted((one for one in placed if one.start is not None), key=_by_time)
    bands = [one for one in timed if one.place_id not in programme.places and _spans(programme, one)]
    others = [one for one in timed if one not in bands]
    columns = _columns(programme, others, all_places=all_places)
    start, end = _range(day, [_cell(programme, one, 0) for one in timed])
    numbers = {place_id: number for number, place_id in enumerate(columns)}
    cells = [_cell(programme, one, numbers.get(one.place_id, numbers.get(None, 0))) for one in others]
    laid = _laid_out(programme, cells)
    behind = [_band(programme, one, laid, len(columns)) for one in bands]
    return Grid(day, columns, start, end, (*behind, *laid))


def _by_time(placed: Placement) -> tuple[datetime, str]:
    return placed.start or datetime.max, placed.id


def _spans(programme: Programme, placed: Placement) -> bool:
    session = programme.sessions[placed.session_id]
    return not kind(session.kind).needs_place or kind(session.kind).service or bool(programme.talks_of(session.id))


def _columns(programme: Programme, placed: list[Placement], *, all_places: bool) -> tuple[str | None, ...]:
    used = {one.place_id for one in placed}
    wanted = {key for key in programme.places if all_places and not programme.naming("places", "parent_id", key)}
    places = [place.id for place in programme.places_in_order() if place.id in used or place.id in wanted]
    nowhere = any(key not in programme.places for key in used)
    return (*places, None) if nowhere or not places else tuple(places)


def _range(day: Day, cells: list[Cell]) -> tuple[datetime, datetime]:
    spans = [(cell.start, cell.end) for cell in cells]
    if day.start < day.end or not cells:
        spans.append((day.start, day.end))
    start = min(start for start, _ in spans).replace(minute=0, second=0, microsecond=0)
    end = max(end for _, end in spans)
    full = end.replace(minute=0, second=0, microsecond=0)
    end = max(full if full == end else end_of(full, 60), end_of(start, 60))
    return start, min(end, end_of(start, LONGEST))


def _cell(programme: Programme, placed: Placement, column: int) -> Cell:
    start = placed.start or datetime.min
    minutes = max(programme.sessions[placed.session_id].minutes, SHORTEST)
    return Cell(placed.id, placed.session_id, column, start, end_of(start, minutes))


def _band(programme: Programme, placed: Placement, laid: list[Cell], columns: int) -> Cell:
    """Return a band over the columns of a block's talks, or over all of them."""
    talks = {talk.id for talk in programme.talks_of(placed.session_id)}
    under = [cell.column for cell in laid if cell.session_id in talks]
    first, last = (min(under), max(under)) if under else (0, columns - 1)
    return replace(_cell(programme, placed, first), columns=last - first + 1, band=True)


def _laid_out(programme: Programme, cells: list[Cell]) -> list[Cell]:
    held = [replace(cell, holder=found) if (found := _holder(programme, cell, cells)) else cell for cell in cells]
    inner = {cell.placement_id for cell in held if cell.holder}
    # a talk that holds talks of its own is drawn beside them: one level of nesting can be read, two can't
    held = [replace(cell, holder=None) if cell.holder in inner else cell for cell in held]
    return sorted(_in_lanes(held), key=lambda cell: (cell.holder is not None, cell.column, cell.start, cell.lane))


def _holder(programme: Programme, cell: Cell, cells: list[Cell]) -> str | None:
    blocks = programme.blocks_of(cell.session_id)
    if not blocks:
        return None
    around = (
        other.placement_id
        for other in cells
        if other.session_id in blocks
        and other.session_id != cell.session_id
        and other.column == cell.column
        and other.start <= cell.start
        and cell.end <= other.end
    )
    return next(around, None)


def _in_lanes(cells: list[Cell]) -> Iterator[Cell]:
    group: Callable[[Cell], tuple[int, str]] = lambda cell: (cell.column, cell.holder or "")  # noqa: E731 - typed key
    for _, together in groupby(sorted(cells, key=lambda cell: (*group(cell), cell.start)), key=group):
        for cluster in _clusters(list(together)):
            yield from _lanes(cluster)


def _clusters(cells: list[Cell]) -> Iterator[list[Cell]]:
    """Yield the cells, in order of time, in runs between which nothing goes on."""
    cluster: list[Cell] = []
    busy_until = datetime.min
    for cell in cells:
        if cluster and cell.start >= busy_until:
            yield cluster
            cluster = []
        cluster.append(cell)
        busy_until = max(busy_until, cell.end)
    if cluster:
        yield cluster


def _lanes(cluster: list[Cell]) -> list[Cell]:
    """Return the cells each in the first lane that is free when it starts."""
    free_from: list[datetime] = []
    lanes: list[int] = []
    for cell in cluster:
        lane = next((n for n, until in enumerate(free_from) if until <= cell.start), len(free_from))
        free_from[lane:] = [cell.end, *free_from[lane + 1 :]]
        lanes.append(lane)
    if len(free_from) == 1:
        return cluster
    return [replace(cell, lane=lane, lanes=len(free_from)) for cell, lane in zip(cluster, lanes, strict=True)]
