"""Giving people parts, taking them away, and putting them in order."""

import pytest

from example import LEILA, OPENING, READING, YUSUF, example
from majlis.programme.edits.edit import apply, inverse
from majlis.programme.edits.people import assign, dismiss, portray, recast, reorder, unportray
from majlis.programme.refusal import Refusal


def test_a_new_part_comes_last() -> None:
    edit = assign(example(), READING, LEILA, "chair")
    assert edit.label == "Make Leila Nasser chair of session “A Reading at Noon”"
    assert [part.role for part in apply(example(), edit).parts_of("reading")] == ["reader", "host", "chair"]


def test_the_same_part_twice_is_refused() -> None:
    with pytest.raises(Refusal, match="already"):
        assign(example(), OPENING, LEILA, "speaker")


def test_a_part_is_taken_away() -> None:
    part = example().parts["reading:yusuf:reader"]
    edit = dismiss(example(), part)
    assert edit.label == "Take Yusuf Kaya off session “A Reading at Noon”"
    assert [each.role for each in apply(example(), edit).parts_of("reading")] == ["host"]


def test_another_role_keeps_the_position() -> None:
    part = example().parts["reading:yusuf:reader"]
    changed = apply(example(), recast(example(), part, "performer"))
    assert [each.id for each in changed.parts_of("reading")] == ["reading:yusuf:performer", "reading:leila:host"]


def test_a_role_that_is_theirs_already_is_refused() -> None:
    programme = apply(example(), assign(example(), READING, YUSUF, "host"))
    with pytest.raises(Refusal, match="already"):
        recast(programme, programme.parts["reading:yusuf:reader"], "host")


def test_people_are_put_in_order() -> None:
    parts = list(reversed(example().parts_of("reading")))
    changed = apply(example(), reorder(example(), READING, parts))
    assert [each.person_id for each in changed.parts_of("reading")] == ["leila", "yusuf"]


def test_a_person_gets_a_photo_another_one_and_none_again() -> None:
    added = portray(example(), LEILA, "a" * 64)
    assert added.label == "Add the photo of person “Leila Nasser”"
    programme = apply(example(), added)
    assert programme.people["leila"].photo == "a" * 64
    replaced = portray(programme, programme.people["leila"], "b" * 64)
    assert replaced.label == "Replace the photo of person “Leila Nasser”"
    programme = apply(programme, replaced)
    removed = unportray(programme, programme.people["leila"])
    assert removed.label == "Remove the photo of person “Leila Nasser”"
    assert apply(programme, removed) == example()
    assert apply(apply(programme, removed), inverse(removed)) == programme


def test_the_photo_that_a_person_has_already_is_no_change() -> None:
    programme = apply(example(), portray(example(), LEILA, "a" * 64))
    assert not portray(programme, programme.people["leila"], "a" * 64)
    assert not unportray(example(), LEILA)


@pytest.mark.parametrize("word", ["", "leila.jpg", "A" * 64, "a" * 63, "a" * 64 + "\n"])
def test_a_photo_is_named_by_a_hash_alone(word: str) -> None:
    with pytest.raises(Refusal, match="is no picture that the file holds"):
        portray(example(), LEILA, word)
