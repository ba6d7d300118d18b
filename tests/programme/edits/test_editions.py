"""Editions: freezing, notes, and going back."""

from datetime import UTC, datetime

from hypothesis import given
from hypothesis import strategies as st
import pytest

from example import example
from majlis.programme.edits.edit import Edit, apply, inverse
from majlis.programme.edits.editions import annotate, discard, freeze, restore
from majlis.programme.edits.records import remove
from majlis.programme.edits.sessions import place
from majlis.programme.journal import field_changes
from majlis.programme.journal.wording import in_words
from majlis.programme.names import name_of
from majlis.programme.programme import Programme
from majlis.programme.records import Edition, Waiver
from majlis.programme.refusal import Refusal
from strategies import programmes

AT = datetime(2027, 9, 1, 8, 30, 15, 999, tzinfo=UTC)


def frozen(programme: Programme, note: str = "") -> tuple[Programme, Edition]:
    edit = freeze(programme, note=note, at=AT, who="Leila", snapshot="abc")
    after = apply(programme, edit)
    return after, after.editions_in_order()[-1]


def test_editions_are_counted_and_say_who_froze_them_when() -> None:
    first, one = frozen(example(), " To the printer ")
    second, two = frozen(first)
    assert (one.number, one.note, one.who, one.snapshot) == (1, "To the printer", "Leila", "abc")
    assert one.at == datetime(2027, 9, 1, 8, 30, 15)
    assert two.number == 2
    assert second.editions_in_order() == (one, two)
    assert name_of(second, two) == "2"


def test_the_history_speaks_of_editions_by_number() -> None:
    programme = example()
    edit = freeze(programme, note="", at=AT, who="", snapshot="abc")
    after = apply(programme, edit)
    assert edit.label == "Freeze edition 1"
    assert in_words(after, field_changes(edit)[0]).record == "Edition “1”"


def test_a_note_is_changed_and_taken_away() -> None:
    programme, one = frozen(example(), "First")
    edit = annotate(programme, one, "For the sponsors")
    assert edit.label == "Change the note of edition 1"
    assert apply(programme, edit).editions[one.id].note == "For the sponsors"
    assert annotate(programme, one, "First ") == Edit("", ())
    with pytest.raises(Refusal, match="line break"):
        annotate(programme, one, "two\nlines")


def test_an_edition_is_removed_alone() -> None:
    programme, one = frozen(example())
    assert apply(programme, discard(one)) == example()


@given(programmes(), programmes())
def test_restoring_gives_what_was_frozen_and_keeps_editions_and_waivers(then: Programme, now: Programme) -> None:
    now, edition = frozen(now)
    try:
        edit = restore(now, edition, then)
    except Refusal:
        edit = Edit("", ())
    after = apply(now, edit)
    assert {**after.tables, "editions": {}, "waivers": {}} == {**then.tables, "editions": {}, "waivers": {}}
    assert (after.editions, after.waivers) == (now.editions, now.waivers)
    assert list(after.dangling()) == []
    assert after == Programme.of(after.records())
    assert apply(after, inverse(edit)) == now


def test_restoring_is_one_step_and_refused_where_nothing_changed() -> None:
    then = example()
    now, edition = frozen(then)
    now = apply(now, remove(now, [now.people["leila"]]))
    now = apply(now, place(now, "panel", "hall", datetime(2027, 10, 22, 9)))
    waiver = Waiver(id="w", rule="no_people", reason="So be it")
    now = now.changed([("waivers", "w", waiver)])
    edit = restore(now, edition, then)
    assert edit.label == "Restore edition 1"
    after = apply(now, edit)
    assert after.people["leila"] == then.people["leila"]
    assert after.placements == then.placements
    assert after.waivers == {"w": waiver}
    with pytest.raises(Refusal, match="as it was in edition 1; there is nothing to restore"):
        restore(after, edition, then)


@given(st.integers(1, 4))
def test_the_next_number_is_one_more_than_any(count: int) -> None:
    programme = example()
    for _ in range(count):
        programme, _edition = frozen(programme)
    first, *_ = programme.editions_in_order()
    programme = apply(programme, discard(first)) if count > 1 else programme
    assert frozen(programme)[1].number == count + 1
