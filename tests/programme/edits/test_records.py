"""Adding, amending, translating, duplicating and removing records."""

from dataclasses import replace
from typing import Any

from hypothesis import given
from hypothesis import strategies as st
import pytest

from example import HALL, LEILA, OPENING, POETRY, READING, ROOM, example
from majlis.programme.edits.edit import apply, inverse
from majlis.programme.edits.records import add, amend, duplicate, remove, translate
from majlis.programme.programme import Programme
from majlis.programme.records import Person, Place, Record, Session
from majlis.programme.refusal import Refusal
from majlis.programme.texts import Texts
from strategies import programmes


def test_retitling_names_what_it_does() -> None:
    edit = translate(example(), READING, "title", "ar", " قراءة ")
    assert edit.label == "Retitle session “A Reading at Noon”"
    assert apply(example(), edit).sessions["reading"].title == Texts(en="A Reading at Noon", ar="قراءة")


def test_another_text_is_named_by_field_and_language() -> None:
    edit = translate(example(), READING, "abstract", "en", "Poems.")
    assert edit.label == "Change abstract (en) of session “A Reading at Noon”"


def test_amending_names_the_fields() -> None:
    edit = amend(example(), READING, minutes=50, theme_id=None)
    assert edit.label == "Change minutes and theme of session “A Reading at Noon”"


def test_a_long_name_is_cut_in_the_label() -> None:
    programme = apply(example(), translate(example(), READING, "title", "en", "word " * 40))
    assert len(amend(programme, programme.sessions["reading"], minutes=50).label) < 110


@pytest.mark.parametrize(
    ("values", "sentence"),
    [
        ({"title": Texts()}, "would have no title in any language"),
        ({"theme_id": "nowhere"}, "There is no theme with the id nowhere."),
        ({"parent_id": "reading"}, "can't lie within itself"),
        ({"title": Texts(en="a\x07b")}, "can't be printed"),
        ({"title": Texts(en="two\nlines")}, "line break"),
        ({"title": Texts(en="\u202eesrever")}, "direction override"),
        ({"title": Texts(en="\u2067open")}, "without its pair"),
        ({"title": Texts(en="x" * 1_001)}, "1,001 characters"),
        ({"title": Texts(en=" blank ")}, "not clean"),
        ({"slug": "\ud800"}, "can't be printed"),
        ({"state": "perhaps"}, "it is one of draft"),
        ({"minutes": 10**9}, "lies between"),
        ({"expected": -1}, "lies between"),
    ],
)
def test_what_a_record_can_not_hold_is_refused(values: dict[str, Any], sentence: str) -> None:
    with pytest.raises(Refusal, match=sentence):
        amend(example(), READING, **values)


@pytest.mark.parametrize(
    ("record", "values", "sentence"),
    [
        (POETRY, {"colour": "blue"}, "#2e5fd0"),
        (LEILA, {"country": "Jordan"}, "two letters"),
        (HALL, {"zone": "Mars/Base"}, "no time zone"),
        (HALL, {"position": 10**12}, "can't be"),
        (example().event, {"languages": ("en", "en")}, "only once"),
        (example().event, {"languages": ("Englisch",)}, "no code of a language"),
        (example().event, {"weekend": (8,)}, "lies between"),
    ],
)
def test_values_are_checked_by_field(record: Record, values: dict[str, Any], sentence: str) -> None:
    with pytest.raises(Refusal, match=sentence):
        amend(example(), record, **values)


def test_what_was_there_before_need_not_be_clean() -> None:
    odd = replace(READING, title=Texts(en="x" * 2_000))
    programme = example().changed([("sessions", "reading", odd)])
    assert amend(programme, odd, minutes=50)


def test_a_circle_of_blocks_is_refused() -> None:
    programme = example()
    programme = apply(programme, amend(programme, READING, parent_id="opening"))
    with pytest.raises(Refusal, match="can't lie within itself"):
        amend(programme, OPENING, parent_id="reading")


def test_adding_twice_is_refused() -> None:
    programme = example()
    assert add(programme, Place(id="tent", name=Texts(en="Tent"))).label == "Add place “Tent”"
    with pytest.raises(Refusal, match="already"):
        add(programme, HALL)


def test_a_duplicate_has_the_people_but_neither_time_nor_key() -> None:
    programme = example()
    after = apply(programme, duplicate(programme, READING))
    (copy,) = (each for each in after.sessions.values() if each.id not in programme.sessions)
    assert (copy.title, copy.key) == (READING.title, "")
    assert [part.person_id for part in after.parts_of(copy.id)] == ["yusuf", "leila"]
    assert after.placements_of(copy.id) == ()


def test_removing_takes_along_what_belongs_to_a_record_and_empties_what_names_it() -> None:
    programme = example()
    after = apply(programme, remove(programme, [READING]))
    assert set(after.sessions) == {"opening", "panel"}
    assert set(after.parts) == {"opening:leila:speaker"}
    assert set(after.placements) == {"opening@1"}
    after = apply(programme, remove(programme, [POETRY, ROOM]))
    assert after.sessions["reading"].theme_id is None
    assert after.placements["reading@1"].place_id is None


def test_removing_several_says_how_many() -> None:
    programme = example()
    assert remove(programme, [READING, OPENING]).label == "Remove 2 sessions"
    assert remove(programme, [READING, LEILA]).label == "Remove 2 records"


def test_the_event_stays() -> None:
    with pytest.raises(Refusal, match="new file"):
        remove(example(), [example().event])


@given(programmes(), st.data())
def test_removing_leaves_nothing_dangling_and_can_be_taken_back(programme: Programme, data: st.DataObject) -> None:
    there: list[Record] = [record for record in programme.records() if record.table != "events"]
    if not there:
        return
    edit = remove(programme, data.draw(st.lists(st.sampled_from(there), min_size=1, unique_by=id)))
    after = apply(programme, edit)
    assert list(after.dangling()) == []
    assert apply(after, inverse(edit)) == programme


def test_a_kind_of_record_without_a_name_can_be_added() -> None:
    assert add(example(), Session(id="new")).label == "Add session “(untitled)”"
    assert add(example(), Person(id="new")).label == "Add person “(untitled)”"
