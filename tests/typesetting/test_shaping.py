"""Runs into words: what HarfBuzz gives for a whole run is what the words of it hold."""

from hypothesis import given
from hypothesis import strategies as st
import pytest

from majlis.typesetting.characters import extends
from majlis.typesetting.fonts import Look, Shelf
from majlis.typesetting.shaping import Cut, Voice, Words

ARABIC = Voice("Arab", "ar", right_to_left=True)
LATIN = Voice("Latn", "en", right_to_left=False)
PLAIN = Look("serif", bold=False, italic=False, language="")


def test_words_of_a_run_hold_all_of_its_glyphs() -> None:
    face = Shelf().primary("Arab", PLAIN)
    text = "كتب الطالب درسه"
    run = face.shape(text, 0, len(text), ARABIC)
    pieces = [*run.pieces(Words(), [Cut(0, 3, 4), Cut(4, 10, 11), Cut(11, 15, 15)])]
    assert [piece.word.text for piece in pieces] == text.split()
    assert sum(piece.word.width + piece.space for piece in pieces) == pytest.approx(sum(run.advances) / face.units)


def test_equal_words_are_one_value() -> None:
    face, words = Shelf().primary("Latn", PLAIN), Words()
    run = face.shape("so so", 0, 5, LATIN)
    first, second = (piece.word for piece in run.pieces(words, [Cut(0, 2, 3), Cut(3, 5, 5)]))
    assert first is second


def test_letters_join_across_the_edge_of_a_run() -> None:
    face = Shelf().primary("Arab", PLAIN)
    joined, alone = face.shape("سس", 0, 1, ARABIC), face.shape("س", 0, 1, ARABIC)
    assert joined.glyphs != alone.glyphs


def test_a_subset_holds_what_was_asked_for() -> None:
    face = Shelf().primary("Latn", PLAIN)
    data, numbers = face.subset([face.space, 36])
    assert (data[:4], sorted(numbers)) == (b"\0\1\0\0", [0, face.space, 36])


@given(st.text(alphabet="abf iمجلسلا \u0651\u200c", min_size=1, max_size=30), st.booleans())
def test_cutting_at_every_character_loses_no_glyph(text: str, right: bool) -> None:  # noqa: FBT001 - from hypothesis
    face = Shelf().primary("Arab", PLAIN)
    run = face.shape(text, 0, len(text), Voice("Arab", "", right))
    pieces = [*run.pieces(Words(), [Cut(place, place + 1, place + 1) for place in range(len(text))])]
    assert sum(len(piece.word.glyphs) for piece in pieces) == len(run.glyphs)


@given(st.text(alphabet="abfi‌مجلسلا\u0651\u0301\u200d", min_size=1, max_size=60), st.integers(1, 10))
def test_a_parted_word_is_whole_and_its_pieces_short(text: str, most: int) -> None:
    run = Shelf().primary("Arab", PLAIN).shape(text, 0, len(text), Voice("Arab", "", right_to_left=True))
    cuts = [*run.parted(Cut(0, len(text), len(text)), most)]
    assert "".join(text[cut.start : cut.stop] for cut in cuts) == text
    assert all(cut.stop - cut.start <= most or _is_one(text[cut.start : cut.stop]) for cut in cuts)


def _is_one(text: str) -> bool:
    """Say whether a text is one character with its marks, or a ligature of two."""
    return sum(not extends(character) for character in text) <= 2
