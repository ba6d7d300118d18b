"""Texts that are refused when typed and cleaned when they come from elsewhere."""

from hypothesis import given
from hypothesis import strategies as st

from majlis.programme.edits.wording import check_text, clean_text


@given(st.text())
def test_what_is_cleaned_can_be_typed(text: str) -> None:
    for field in ("title", "abstract"):
        cleaned, _ = clean_text(field, text)
        assert check_text(field, cleaned) == cleaned


def test_what_was_done_is_said() -> None:
    text, done = clean_text("title", "a\nb\x00\u202ec")
    assert text == "a bc"
    assert done.split(", ") == [
        "control characters (the control character U+0000) left out",
        "direction overrides left out",
        "line breaks made spaces",
    ]
    assert clean_text("abstract", "a\r\nb") == ("a\nb", "")


def test_isolates_that_are_balanced_stay() -> None:
    assert check_text("title", "\u2067شعر\u2069 at noon") == "\u2067شعر\u2069 at noon"
