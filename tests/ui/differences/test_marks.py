"""Two texts woven into one: the words that went, those that came, and the rest once."""

from hypothesis import given
from hypothesis import strategies as some

from majlis.ui.differences.marks import LONGEST, Piece, woven

WORDS = some.lists(
    some.sampled_from(["road", "sea", "الطريق", "of", "letters,", "night"]), min_size=8, max_size=20
)


@given(WORDS, WORDS)
def test_both_texts_can_be_read_from_what_is_woven(before: list[str], after: list[str]) -> None:
    old, new = " ".join(before), " ".join(after)
    pieces = woven(old, new)
    if pieces:
        assert "".join(piece.text for piece in pieces if piece.mark != "come") == old
        assert "".join(piece.text for piece in pieces if piece.mark != "gone") == new


def test_a_word_that_changed_is_marked_alone() -> None:
    before = "How letters travelled over the sea in winter"
    assert woven(before, "How letters travelled over the sea in spring") == (
        Piece("How letters travelled over the sea in ", "same"),
        Piece("winter", "gone"),
        Piece("spring", "come"),
    )


def test_names_times_and_what_has_little_in_common_are_not_woven() -> None:
    assert woven("Thu 21 Oct 11:00", "Thu 21 Oct 11:30") == ()
    assert woven("one two three four five six seven", "eight nine ten eleven twelve thirteen fourteen") == ()
    assert woven("", "How letters travelled over the sea in winter") == ()
    long = "word " * LONGEST
    assert woven(long, f"{long} more") == ()
