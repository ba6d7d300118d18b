"""Placing, moving, repeating, resizing, swapping and pinning sessions."""

from datetime import datetime

import pytest

from example import example
from majlis.programme.edits.edit import Edit, apply
from majlis.programme.edits.sessions import move, pin, place, place_again, resize, swap, unplace
from majlis.programme.programme import Programme
from majlis.programme.records import Placement
from majlis.programme.refusal import Refusal

NOON = datetime(2027, 10, 21, 12)


def after(edit: Edit) -> Programme:
    return apply(example(), edit)


def test_placing_makes_the_placement_that_a_colleague_would_make() -> None:
    edit = place(example(), "panel", "hall", NOON)
    assert edit.label == "Place session “Who owns a manuscript?”"
    placed = after(edit).placements_of("panel")
    assert placed == (Placement(id="panel@1", session_id="panel", place_id="hall", start=NOON),)


def test_placing_what_is_placed_moves_it() -> None:
    edit = place(example(), "opening", "room", NOON)
    assert edit.label == "Move session “Opening”"
    assert after(edit).placements["opening@1"].place_id == "room"


def test_a_move_to_where_it_is_changes_nothing() -> None:
    placed = example().placements["opening@1"]
    assert not move(example(), placed, placed.place_id, placed.start)


def test_repeating_adds_a_second_placement() -> None:
    again = after(place_again(example(), "opening", "room", NOON))
    assert [placed.id for placed in again.placements_of("opening")] == ["opening@1", "opening@2"]


def test_unplacing_takes_every_placement() -> None:
    assert after(unplace(example(), "opening")).placements_of("opening") == ()


def test_resizing_can_move_the_start() -> None:
    changed = after(resize(example(), "opening", 90, datetime(2027, 10, 21, 8, 30)))
    assert changed.sessions["opening"].minutes == 90
    assert changed.start_of("opening") == datetime(2027, 10, 21, 8, 30)


def test_resizing_to_the_same_changes_nothing() -> None:
    assert not resize(example(), "opening", 60)


def test_swapping_trades_place_and_time() -> None:
    programme = example()
    first, second = programme.placements["opening@1"], programme.placements["reading@1"]
    swapped = after(swap(programme, first, second))
    assert swapped.placements["opening@1"].start == second.start
    assert swapped.placements["reading@1"].place_id == first.place_id


def test_pinning() -> None:
    placed = example().placements["opening@1"]
    assert after(pin(example(), placed, pinned=True)).placements["opening@1"].pinned
    assert not pin(example(), placed, pinned=False)


@pytest.mark.parametrize(
    ("session", "where", "sentence"),
    [("nobody", "hall", "no session with the id nobody"), ("panel", "nowhere", "no place with the id nowhere")],
)
def test_unknown_ids_are_refused(session: str, where: str, sentence: str) -> None:
    with pytest.raises(Refusal, match=sentence):
        place(example(), session, where, NOON)


@pytest.mark.parametrize("minutes", [0, -5, 10**6])
def test_impossible_lengths_are_refused(minutes: int) -> None:
    with pytest.raises(Refusal, match="can't last"):
        resize(example(), "opening", minutes)
