"""Single characters: marks, joiners, and what can't be printed."""

from hypothesis import given
from hypothesis import strategies as st

from majlis.typesetting.characters import graphemes, is_ignorable, script_of, unprintable, without_unprintable


def test_marks_and_joined_characters_stay_with_their_letter() -> None:
    assert [*graphemes("e\u0301a👩\u200d💻👍🏽")] == ["e\u0301", "a", "👩\u200d💻", "👍🏽"]


def test_what_can_not_be_printed_is_replaced_and_told() -> None:
    assert without_unprintable("a\x00b\tc\ud800") == "a\ufffdb c\ufffd"
    assert unprintable("a\x00b\tc\ud800") == ["\x00", "\ud800"]


def test_marks_of_direction_show_nothing() -> None:
    assert [is_ignorable(character) for character in "\u200f\u00ad\ufe0fa"] == [True, True, True, False]


def test_scripts_have_their_codes() -> None:
    assert [script_of(character) for character in "aم中-"] == ["Latn", "Arab", "Hani", "Zyyy"]


@given(st.text())
def test_graphemes_are_the_whole_text(text: str) -> None:
    assert "".join(graphemes(text)) == text
