"""Edits: what is done can be taken back, and an edit made for another state is refused."""

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st
import pytest

from example import READING, example
from majlis.programme.edits.edit import Change, Edit, StaleEditError, apply, difference, inverse, together
from majlis.programme.edits.records import amend, translate
from majlis.programme.programme import Programme
from strategies import programmes


@given(programmes(), programmes())
def test_a_difference_leads_from_one_programme_to_the_other_and_back(old: Programme, new: Programme) -> None:
    edit = difference("all", old, new)
    assert apply(old, edit) == new
    assert apply(new, inverse(edit)) == old


@given(programmes(), programmes())
def test_lookups_after_an_edit_are_those_of_a_programme_made_anew(old: Programme, new: Programme) -> None:
    changed = apply(old, difference("all", old, new))
    fresh = Programme.of(changed.records())
    for key, index in fresh.users.items():
        assert {named: sorted(ids) for named, ids in changed.users[key].items()} == {
            named: sorted(ids) for named, ids in index.items()
        }


@given(st.data())
def test_together_does_what_the_edits_do_one_after_another(data: st.DataObject) -> None:
    first, second, third = (data.draw(programmes(2)) for _ in range(3))
    edits = [difference("one", first, second), difference("two", second, third)]
    assert apply(first, together("both", edits)) == third


def test_an_edit_for_another_state_is_refused() -> None:
    programme = example()
    edit = amend(programme, READING, minutes=50)
    changed = apply(programme, amend(programme, READING, minutes=55))
    with pytest.raises(StaleEditError):
        apply(changed, edit)


def test_an_edit_without_changes_is_false() -> None:
    assert not Edit("nothing", ())
    assert translate(example(), READING, "title", "en", "A Reading at Noon").changes == ()


def test_a_change_knows_its_record() -> None:
    change = Change(READING, replace(READING, minutes=1))
    assert (change.table, change.id) == ("sessions", "reading")
    with pytest.raises(ValueError, match="a record on one side"):
        _ = Change(None, None).record


def test_unchanged_tables_are_shared() -> None:
    programme = example()
    after = apply(programme, amend(programme, READING, minutes=50))
    assert after.tables["people"] is programme.tables["people"]
    assert after.users["parts", "session_id"] is programme.users["parts", "session_id"]
