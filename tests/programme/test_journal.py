"""The journal: folding it gives the programme, and any step can be taken back."""

from datetime import UTC, datetime

from hypothesis import given

from example import LEILA, READING, example
from majlis.programme.edits.edit import Change, Edit, apply, difference
from majlis.programme.edits.people import assign
from majlis.programme.edits.records import amend, remove
from majlis.programme.journal import (
    FieldChange,
    Stacks,
    Step,
    StepKind,
    field_changes,
    fold,
    history,
    inverse_of,
    next_id,
    stacks,
)
from majlis.programme.plain import to_plain
from majlis.programme.programme import Programme
from strategies import programmes


@given(programmes(), programmes())
def test_the_fold_of_all_changes_is_the_programme(first: Programme, second: Programme) -> None:
    changes = [
        *field_changes(difference("one", Programme.of(), first)),
        *field_changes(difference("two", first, second)),
    ]
    told = {key: {"id": key[1], **plain} for key, plain in fold(changes).items()}
    assert told == {(record.table, record.id): to_plain(record) for record in second.records()}


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


def step(key: int, kind: StepKind = "edit", of: int | None = None) -> Step:
    return Step(key, datetime.now(UTC), "somebody", f"step {key}", kind, of)


def test_undo_and_redo_move_steps_between_two_stacks() -> None:
    steps = [step(1), step(2)]
    assert stacks(steps) == Stacks((1, 2), ())
    steps.append(step(3, "undo", 2))
    assert stacks(steps) == Stacks((1,), (3,))
    steps.append(step(4, "redo", 3))
    assert stacks(steps) == Stacks((1, 4), ())
    steps.append(step(5, "undo", 4))
    assert stacks([*steps, step(6)]) == Stacks((1, 6), ())


def test_history_is_what_people_did_with_marks_on_what_was_undone() -> None:
    steps = [step(1), step(2), step(3, "undo", 2), step(4, "undo", 1), step(5, "redo", 4)]
    assert [(each.id, each.undone) for each in history(steps)] == [(2, True), (1, False)]


def test_steps_are_never_before_one_they_know_of() -> None:
    now = 1_800_000_000_000
    first = next_id(0, now)
    assert next_id(first, now - 10_000_000) > first
    assert next_id(first, 0) > first
    assert next_id(first, now + 1) > first


def test_changes_tell_only_the_fields_that_changed() -> None:
    (change,) = field_changes(amend(example(), READING, minutes=50))
    assert change == FieldChange("sessions", "reading", {"minutes": (45, 50)})
