"""A day as rectangles, and what lies at a point of them: the two are tested against each other."""

from dataclasses import replace
from datetime import date, datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st
import pytest

from example import HALL, ROOM, THURSDAY, example
from majlis.pages.grid import Box, Cell, Grid, Point, Scale, day_grid, placements_by_day, printed_days
from majlis.programme.programme import Programme
from majlis.programme.records import Place, Placement, Session
from majlis.programme.texts import Texts
from strategies import programmes

NINE = datetime(2027, 10, 21, 9)


def with_more(*records: Session | Placement | Place) -> Programme:
    return Programme.of([*example().records(), *records])


def placed(session: Session, place_id: str | None, start: datetime) -> tuple[Session, Placement]:
    return session, Placement(id=f"{session.id}@1", session_id=session.id, place_id=place_id, start=start)


def cell(grid: Grid, session_id: str) -> Cell:
    return next(one for one in grid.cells if one.session_id == session_id)


def test_a_day_has_a_column_for_each_place_in_use_and_its_whole_hours() -> None:
    grid = day_grid(example(), THURSDAY)
    assert grid.columns == (HALL.id, ROOM.id)
    assert (grid.start, grid.end) == (NINE, NINE.replace(hour=18))
    assert [hour.hour for hour in grid.hours()] == list(range(9, 19))
    assert grid.box(cell(grid, "opening")) == Box(0, 0, 1, 60)
    assert grid.box(cell(grid, "reading")) == Box(1, 180, 1, 45)


def test_all_places_can_be_shown() -> None:
    programme = with_more(Place(id="attic", name=Texts(en="Attic"), position=9))
    assert day_grid(programme, THURSDAY).columns == ("hall", "room")
    assert day_grid(programme, THURSDAY, all_places=True).columns == ("hall", "room", "attic")


def test_a_place_that_holds_others_has_a_column_only_where_it_is_used() -> None:
    booth = Place(id="booth", parent_id="hall", name=Texts(en="Booth"))
    unused = Programme.of([THURSDAY, HALL, ROOM, booth])
    assert day_grid(unused, THURSDAY, all_places=True).columns == ("booth", "room")
    assert day_grid(with_more(booth), THURSDAY, all_places=True).columns == ("hall", "booth", "room")


def test_an_empty_day_still_has_a_column_and_its_hours() -> None:
    grid = day_grid(Programme.of([THURSDAY]), THURSDAY)
    assert (grid.columns, grid.minutes, grid.cells) == ((None,), 540, ())


def test_sessions_that_overlap_in_a_place_share_its_width() -> None:
    programme = with_more(
        *placed(Session(id="a", minutes=30), "hall", NINE.replace(minute=30)),
        *placed(Session(id="b", minutes=30), "hall", NINE.replace(hour=10)),
        *placed(Session(id="c", minutes=30), "hall", NINE.replace(hour=11)),
    )
    grid = day_grid(programme, THURSDAY)
    lanes = {one.session_id: (one.lane, one.lanes) for one in grid.cells if one.column == 0}
    assert lanes == {"opening": (0, 2), "a": (1, 2), "b": (0, 1), "c": (0, 1)}
    assert grid.box(cell(grid, "a")) == Box(0.5, 30, 0.5, 30)


def test_a_break_without_a_place_lies_behind_all_columns() -> None:
    programme = with_more(*placed(Session(id="tea", kind="break", minutes=30), None, NINE.replace(hour=10)))
    grid = day_grid(programme, THURSDAY)
    assert grid.columns == ("hall", "room")
    assert grid.cells[0].session_id == "tea"
    assert grid.box(grid.cells[0]) == Box(0, 60, 2, 30)


def test_a_session_without_a_place_has_a_column_of_its_own() -> None:
    grid = day_grid(with_more(*placed(Session(id="lost", minutes=30), None, NINE)), THURSDAY)
    assert grid.columns == ("hall", "room", None)
    assert cell(grid, "lost").column == 2


def test_a_block_is_drawn_around_its_talks() -> None:
    programme = with_more(
        *placed(Session(id="block", minutes=60), "hall", NINE.replace(hour=10)),
        *placed(Session(id="one", parent_id="block", minutes=30), "hall", NINE.replace(hour=10)),
        *placed(Session(id="two", parent_id="block", minutes=30), "hall", NINE.replace(hour=10, minute=30)),
        *placed(Session(id="deep", parent_id="two", minutes=10), "hall", NINE.replace(hour=10, minute=30)),
    )
    grid = day_grid(programme, THURSDAY)
    assert {one.session_id: one.holder for one in grid.cells if one.column == 0} == {
        "opening": None,
        "block": None,
        "one": "block@1",
        "two": "block@1",
        "deep": "block@1",
    }
    assert cell(grid, "block").lanes == 1
    assert grid.box(cell(grid, "one")) == Box(0.25, 60, 0.75, 30)
    assert grid.cell_at(Point(0.5, 70)) == cell(grid, "one")
    assert grid.cell_at(Point(0.1, 70)) == cell(grid, "block")


def test_a_block_without_a_place_spans_the_places_of_its_talks() -> None:
    programme = with_more(
        *placed(Session(id="block", minutes=60), None, NINE.replace(hour=12)),
        *placed(Session(id="one", parent_id="block", minutes=30), "room", NINE.replace(hour=12, minute=50)),
    )
    grid = day_grid(programme, THURSDAY)
    assert (cell(grid, "block").column, cell(grid, "block").columns, cell(grid, "block").band) == (1, 1, True)


def test_a_part_of_the_columns_keeps_what_lies_in_them() -> None:
    programme = with_more(*placed(Session(id="tea", kind="break", minutes=30), None, NINE.replace(hour=10)))
    grid = day_grid(programme, THURSDAY).part(1, 2)
    assert grid.columns == ("room",)
    assert {one.session_id: (one.column, one.columns) for one in grid.cells} == {"tea": (0, 1), "reading": (0, 1)}


def test_what_is_placed_beyond_the_days_gets_a_day_of_its_own() -> None:
    late = NINE + timedelta(days=40)
    programme = with_more(*placed(Session(id="later", minutes=30), "hall", late))
    days = printed_days(programme)
    assert [day.date for day in days] == [date(2027, 10, 21), date(2027, 10, 22), late.date()]
    grid = day_grid(programme, days[-1])
    assert (grid.start, grid.end) == (late, late + timedelta(hours=1))


def test_the_night_belongs_to_the_day_before() -> None:
    long_day = replace(THURSDAY, end=datetime(2027, 10, 22, 3))
    programme = with_more(*placed(Session(id="film", minutes=90), "hall", datetime(2027, 10, 22, 1)))
    programme = programme.changed([("days", long_day.id, long_day)])
    assert "film@1" in {one.id for one in placements_by_day(programme)["thursday"]}


def test_a_session_of_no_length_and_one_without_end_can_be_seen() -> None:
    programme = with_more(
        *placed(Session(id="instant", minutes=0), "hall", NINE.replace(hour=11)),
        *placed(Session(id="endless", minutes=10**9), "room", NINE.replace(hour=13)),
    )
    grid = day_grid(programme, THURSDAY)
    assert grid.box(cell(grid, "instant")).height == 5
    assert grid.minutes == 36 * 60
    assert grid.box(cell(grid, "endless")).height == 32 * 60


def test_sessions_can_be_left_out() -> None:
    assert [one.session_id for one in day_grid(example(), THURSDAY, without={"opening"}).cells] == ["reading"]


@pytest.mark.parametrize("point", [Point(-0.1, 5), Point(2, 5), Point(0.5, -1), Point(0.5, 541)])
def test_outside_the_grid_there_is_no_place(point: Point) -> None:
    grid = day_grid(example(), THURSDAY)
    assert grid.place_at(point) is None
    assert grid.cell_at(point) is None


def test_a_point_snaps_to_the_nearest_step() -> None:
    grid = day_grid(example(), THURSDAY)
    assert grid.place_at(Point(1.5, 63), grain=15) == ("room", NINE.replace(hour=10))
    assert grid.place_at(Point(0, 540)) == ("hall", NINE.replace(hour=18))


@given(programmes(), st.booleans())
def test_the_corner_of_a_cell_is_its_place_and_start(programme: Programme, all_places: bool) -> None:  # noqa: FBT001 - drawn
    for day in printed_days(programme):
        grid = day_grid(programme, day, all_places=all_places)
        for one in grid.cells:
            if grid.start <= one.start < grid.end:
                box = grid.box(one)
                at = grid.place_at(Point(box.x, box.y), grain=5)
                assert at == (grid.columns[one.column], one.start)
                assert grid.cell_at(Point(box.x + box.width / 2, box.y + box.height / 2)) is not None


@given(programmes())
def test_nothing_overlaps_and_nothing_is_lost(programme: Programme) -> None:
    drawn = [one.placement_id for day in printed_days(programme) for one in day_grid(programme, day).cells]
    timed = [one.id for one in programme.placements.values() if one.start is not None]
    assert sorted(drawn) == sorted(timed)
    for day in printed_days(programme):
        grid = day_grid(programme, day)
        boxes = [grid.box(one) for one in grid.cells if not one.band]
        for number, box in enumerate(boxes):
            assert not any(_overlap(box, other) for other in boxes[:number])


@given(
    st.builds(Scale, st.floats(1, 500), st.floats(0.1, 5), st.booleans()),
    st.integers(1, 40),
    st.floats(0, 1),
    st.floats(0, 1_000),
)
def test_a_scale_shows_a_point_where_it_finds_it(scale: Scale, columns: int, across: float, down: float) -> None:
    point = Point(across * columns, down)
    shown = scale.shown(Box(point.x, point.y, 0, 0), columns)
    back = scale.unit(Point(shown.x, shown.y), columns)
    assert (back.x, back.y) == pytest.approx((point.x, point.y), abs=1e-6)


def test_a_mirrored_scale_begins_at_the_right() -> None:
    grid = day_grid(example(), THURSDAY)
    shown = Scale(100, 2, mirrored=True).shown(grid.box(cell(grid, "opening")), len(grid.columns))
    assert shown == Box(100, 0, 100, 120)


def _overlap(one: Box, other: Box) -> bool:
    wide = min(one.x + one.width, other.x + other.width) - max(one.x, other.x)
    high = min(one.y + one.height, other.y + other.height) - max(one.y, other.y)
    return wide > 1e-9 and high > 1e-9
