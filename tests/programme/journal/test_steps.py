"""Steps, their changes field by field, and what the history tells of them."""

from datetime import UTC, datetime, timedelta

from example import READING, example
from majlis.programme.edits.edit import Confirmation, Edit
from majlis.programme.edits.records import amend, remove, translate
from majlis.programme.journal import FieldChange, Step, StepKind, field_changes, history, next_id, settled
from majlis.programme.plain import plain_time


def step(key: int, kind: StepKind = "edit", of: int | None = None) -> Step:
    return Step(key, datetime.now(UTC), "somebody", f"step {key}", kind, of)


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


def test_languages_of_a_text_are_told_apart() -> None:
    (change,) = field_changes(translate(example(), READING, "title", "fr", "Lecture"))
    assert change.fields == {"title.fr": (None, "Lecture")}


def test_place_and_start_are_told_together() -> None:
    placed = example().placements_of("reading")[0]
    assert placed.start is not None
    start = placed.start + timedelta(minutes=5)
    (change,) = field_changes(amend(example(), placed, start=start))
    assert change.fields == {
        "start": (plain_time(placed.start), plain_time(start)),
        "place_id": (placed.place_id, placed.place_id),
    }


def test_what_is_emptied_since_what_it_named_went_says_so() -> None:
    theme = example().themes["poetry"]
    changes = field_changes(remove(example(), [theme]))
    told = {
        change.key: (change.fields.get("theme_id"), change.emptied) for change in changes if not change.removes
    }
    assert told == {("sessions", "reading"): (("poetry", None), frozenset({"theme_id"}))}
    assert [change.key for change in changes if change.removes] == [("themes", "poetry")]


def test_what_is_confirmed_is_a_word_that_changes_nothing() -> None:
    edit = Edit("keep", (), (Confirmation(READING, frozenset({"minutes", "title.fr"})),))
    (change,) = field_changes(edit)
    assert change.fields == {"minutes": (45, 45), "title.fr": (None, None)}


def test_a_word_of_somebody_who_saw_all_settles_its_field_alone() -> None:
    reading, opening = ("sessions", "reading"), ("sessions", "opening")
    heads = {reading: {"minutes": frozenset({1, 2}), "kind": frozenset({1, 2})}}
    word = FieldChange(*reading, {"minutes": (45, 50)})
    assert settled(heads, frozenset({reading, opening}), [word]) == (
        {reading: {"kind": frozenset({1, 2})}},
        frozenset({opening}),
    )
    gone = FieldChange(*reading, {"": (1, 0)})
    assert settled(heads, frozenset(), [gone]) == ({}, frozenset())
