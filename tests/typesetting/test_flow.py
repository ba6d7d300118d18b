"""Strips down columns: nothing is lost, nothing leaves its column, what belongs together stays together."""

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from majlis.typesetting.blocks import (
    Anchor,
    Area,
    Mark,
    Outline,
    Squares,
    Strip,
    Stroke,
    Way,
    Words,
    moved,
    strips_of,
)
from majlis.typesetting.flow import Column, balanced, columns_of
from majlis.typesetting.lines import Line, height_of
from majlis.typesetting.styles import Span, Style
from majlis.typesetting.typesetter import Typesetter


def strip(name: str, height: float = 10, space: float = 0, *, kept: bool = False, label: str = "") -> Strip:
    return Strip(height, (Anchor(name, 0),), space, kept, label)


def names(columns: list[Column]) -> list[list[str]]:
    return [[mark.name for mark in column.marks if isinstance(mark, Anchor)] for column in columns]


def lines_of(text: str, width: float = 60) -> tuple[Line, ...]:
    return Typesetter().paragraph([Span(text, Style())]).lines(width)


strips = st.lists(
    st.builds(
        Strip,
        height=st.floats(1, 60),
        marks=st.just((Area(0, 0, 1, 1),)),
        space=st.floats(0, 20),
        kept=st.booleans(),
    ),
    max_size=40,
)


def test_no_strips_need_no_columns() -> None:
    assert columns_of([], 100) == []
    assert balanced([], 100, 2) == []


def test_space_falls_away_at_the_top_of_a_column() -> None:
    columns = columns_of([strip("a", 50, 20), strip("b", 40, 10), strip("c", 10, 30)], 100)
    assert names(columns) == [["a", "b"], ["c"]]
    assert [column.height for column in columns] == [100, 10]


def test_a_heading_stays_with_what_it_heads() -> None:
    columns = columns_of([strip("a", 75), strip("heading", 20), strip("text", 10, kept=True)], 100)
    assert names(columns) == [["a"], ["heading", "text"]]


def test_what_is_kept_but_higher_than_a_column_is_parted() -> None:
    columns = columns_of([strip("a"), *(strip(f"b{n}", 40, kept=n > 0) for n in range(4))], 100)
    assert names(columns) == [["a"], ["b0", "b1"], ["b2", "b3"]]


def test_labels_say_what_a_column_begins_and_ends_with() -> None:
    columns = columns_of(
        [strip("a", 50, label="A"), strip("b", 50), strip("c", 50), strip("d", 50, label="D")], 100
    )
    assert [(column.first_label, column.last_label) for column in columns] == [("A", "A"), ("A", "D")]


def test_the_last_columns_are_of_about_the_same_height() -> None:
    columns = balanced([strip(str(number)) for number in range(26)], 100, 2)
    assert [column.height for column in columns] == [100, 100, 30, 30]
    assert [name for column in names(columns) for name in column] == [str(number) for number in range(26)]


def test_balancing_carries_labels_over_and_never_parts_what_is_kept() -> None:
    made = [strip(f"h{n}", 10, label=f"L{n}") if n % 2 == 0 else strip(f"t{n}", 20, kept=True) for n in range(6)]
    columns = balanced([strip("first", 100, label="F"), strip("second", 100), *made], 100, 2)
    assert names(columns)[2:] == [["h0", "t1", "h2", "t3"], ["h4", "t5"]]
    assert [column.last_label for column in columns] == ["F", "F", "L2", "L4"]


@given(strips, st.floats(20, 200), st.integers(1, 3))
def test_every_strip_is_in_one_column_and_in_order(made: list[Strip], height: float, count: int) -> None:
    for columns in (columns_of(made, height), balanced(made, height, count)):
        assert sum(column.strips for column in columns) == len(made)
        tops = [[mark.y for mark in column.marks if isinstance(mark, Area)] for column in columns]
        assert sum(map(len, tops)) == len(made)
        assert all(one <= other for column in tops for one, other in pairwise(column))


@given(strips, st.floats(60, 200), st.integers(1, 3))
def test_no_column_is_too_high(made: list[Strip], height: float, count: int) -> None:
    for columns in (columns_of(made, height), balanced(made, height, count)):
        assert all(column.height <= height + 0.1 for column in columns)


def test_a_paragraph_parts_but_leaves_no_line_alone() -> None:
    lines = lines_of("one two three four five six seven eight nine ten eleven twelve")
    made = strips_of(lines, x=4, width=60, space=3)
    assert len(made) == len(lines) > 4
    assert [one.kept for one in made] == [False, True, *[False] * (len(lines) - 3), True]
    assert [one.space for one in made] == [3, *[0] * (len(lines) - 1)]
    assert sum(one.height for one in made) == height_of(lines)
    assert all(one.kept for one in strips_of(lines, x=0, width=60, whole=True)[1:])


def test_marks_move_whole() -> None:
    marks: list[Mark] = [
        Anchor("a", 1),
        Stroke(0, 0, 5, 5, "#000000"),
        Outline((((0, 0), (1, 1), (0, 1)),)),
        Squares(((0, 0, 2, 3),), "#000000"),
        Way(0, 0, 1, 1, "a", "A"),
        Words(1, 2, 3, ()),
    ]
    assert [moved(mark, 10, 20) for mark in marks] == [
        Anchor("a", 21),
        Stroke(10, 20, 15, 25, "#000000"),
        Outline((((10, 20), (11, 21), (10, 21)),)),
        Squares(((10, 20, 2, 3),), "#000000"),
        Way(10, 20, 1, 1, "a", "A"),
        Words(11, 22, 3, ()),
    ]
