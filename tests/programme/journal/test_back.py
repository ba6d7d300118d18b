"""Any step can be taken back, and what came later is left alone."""

from datetime import timedelta

from hypothesis import given

from example import LEILA, READING, example
from majlis.programme.edits.edit import Change, Edit, apply, difference
from majlis.programme.edits.people import assign
from majlis.programme.edits.records import amend, remove, translate
from majlis.programme.journal import field_changes, inverse_of
from majlis.programme.programme import Programme
from strategies import programmes


@given(programmes(), programmes())
def test_a_step_that_nothing_followed_is_taken_back_whole(first: Programme, second: Programme) -> None:
    step = field_changes(difference("step", first, second))
    back, kept = inverse_of("step", step, second)
    assert kept == ()
    assert apply(second, back) == first


def taken_back(edit: Edit, later: Programme) -> tuple[Programme, tuple[str, ...]]:
    back, kept = inverse_of(edit.label, field_changes(edit), later)
    return apply(later, back), kept


def test_what_was_changed_since_is_left_alone() -> None:
    edit = amend(example(), READING, minutes=50, kind="poetry")
    later = apply(example(), edit)
    later = apply(later, amend(later, later.sessions["reading"], minutes=55))
    after, kept = taken_back(edit, later)
    assert (after.sessions["reading"].minutes, after.sessions["reading"].kind) == (55, "reading")
    assert kept == ("reading",)


def test_what_is_used_since_stays() -> None:
    added = difference("add", example().changed([("people", "leila", None)]), example())
    person = Edit("add", tuple(change for change in added.changes if change.id == "leila"))
    after, kept = taken_back(person, example())
    assert after == example()
    assert kept == ("leila",)


def test_what_is_gone_since_stays_gone() -> None:
    edit = amend(example(), READING, minutes=50)
    added = Edit("add", (Change(None, READING),))
    later = apply(example(), remove(example(), [READING]))
    assert taken_back(edit, later) == (later, ("reading",))
    assert taken_back(added, later) == (later, ())


def test_what_went_comes_back_without_what_is_gone_too() -> None:
    edit = remove(example(), [READING])
    later = apply(example(), edit)
    later = apply(later, remove(later, [later.people["yusuf"], later.themes["poetry"]]))
    after, kept = taken_back(edit, later)
    assert after.sessions["reading"].theme_id is None
    assert [part.person_id for part in after.parts_of("reading")] == ["leila"]
    assert kept == ("reading:yusuf:reader",)


def test_what_is_there_again_is_left_alone() -> None:
    edit = remove(example(), [READING])
    assert taken_back(edit, example())[1]


def test_a_reference_is_not_set_back_to_what_is_gone() -> None:
    edit = amend(example(), READING, theme_id=None)
    later = apply(example(), edit)
    later = apply(later, remove(later, [later.themes["poetry"]]))
    assert taken_back(edit, later) == (later, ("reading",))


def test_a_part_that_was_added_goes() -> None:
    edit = assign(example(), READING, LEILA, "chair")
    assert taken_back(edit, apply(example(), edit)) == (example(), ())


def test_a_translation_that_came_later_stays_when_the_title_goes_back() -> None:
    edit = translate(example(), READING, "title", "en", "Reading Aloud")
    later = apply(example(), edit)
    later = apply(later, translate(later, later.sessions["reading"], "title", "ar", "قراءة"))
    after, kept = taken_back(edit, later)
    assert after.sessions["reading"].title == READING.title.but({"ar": "قراءة"})
    assert kept == ()


def test_a_move_in_time_is_taken_back_and_a_later_move_to_another_place_stays() -> None:
    placed = example().placements_of("reading")[0]
    assert placed.start is not None
    edit = amend(example(), placed, start=placed.start + timedelta(hours=1))
    later = apply(example(), edit)
    elsewhere = next(key for key in later.places if key != placed.place_id)
    later = apply(later, amend(later, later.placements[placed.id], place_id=elsewhere))
    after, kept = taken_back(edit, later)
    assert (after.placements[placed.id].start, after.placements[placed.id].place_id) == (placed.start, elsewhere)
    assert kept == ()
