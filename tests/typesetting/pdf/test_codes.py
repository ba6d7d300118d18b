"""Codes: one piece of text each, in the order that readers copy."""

from majlis.typesetting.pdf.codes import FaceCodes, number
from majlis.typesetting.shaping import Word
from majlis.typesetting.styles import Span, Style
from majlis.typesetting.typesetter import Typesetter


def word(text: str, language: str = "en") -> Word:
    line = Typesetter().paragraph([Span(text, Style("serif", language=language))]).lines(1000)[0]
    return line.units[0].word


def coded(text: str, language: str = "en") -> list[str]:
    one = word(text, language)
    codes = FaceCodes(one.face)
    codes.fragment(one)
    return [glyph.text for glyph in codes.glyphs[1:]]


def test_plain_letters_have_a_code_each_and_equal_ones_the_same() -> None:
    assert coded("noon") == ["n", "o"]


def test_a_letter_and_its_marks_are_one_code() -> None:
    assert coded("e\u0301\u0323x") == ["e\u0301\u0323", "x"]


def test_an_arabic_ligature_has_a_code_for_each_letter_as_seen() -> None:
    assert coded("لا", "ar") == ["ا", "ل"]


def test_an_arabic_mark_has_an_empty_code_left_of_its_letter() -> None:
    one = word("بِ", "ar")
    codes = FaceCodes(one.face)
    codes.fragment(one)
    mark, letter = codes.glyphs[1:]
    assert (mark.text, mark.parts, letter.text) == ("\u0650", (), "ب")
    assert len(letter.parts) >= 2


def test_a_space_is_as_wide_as_asked() -> None:
    codes = FaceCodes(word("a").face)
    assert [codes.space(0.26), codes.space(0.5)] == ["<0001>", "<0001>-240"]


def test_a_word_is_worked_out_once() -> None:
    one = word("again")
    codes = FaceCodes(one.face)
    assert codes.fragment(one) is codes.fragment(one)


def test_numbers_are_short() -> None:
    assert [number(1.0), number(-0.001), number(0.126), number(-12.5)] == ["1", "0", "0.13", "-12.5"]
