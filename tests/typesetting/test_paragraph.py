"""Paragraphs: lines for any width, alignment, divided words, texts fitted to boxes."""

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st
import pytest

from majlis.typesetting.lines import Line, height_of
from majlis.typesetting.paragraph import Paragraph, Setting
from majlis.typesetting.styles import Alignment, Direction, Span, Style
from majlis.typesetting.typesetter import Typesetter

BODY = Style("serif", 10, language="en")
ARABIC = Style("serif", 10, language="ar")
PROSE = "The quick brown fox jumps over the lazy dog and runs into the extraordinary conference hall. "


def paragraph(
    text: str,
    style: Style = BODY,
    align: Alignment = "start",
    *,
    hyphenate: bool = False,
    direction: Direction = "auto",
) -> Paragraph:
    return Typesetter().paragraph([Span(text, style)], direction, Setting(align, hyphenate=hyphenate))


def texts(lines: tuple[Line, ...]) -> list[str]:
    return [line.text for line in lines]


def shown(line: Line) -> str:
    """Return the words of a line from left to right."""
    return " ".join(unit.word.text for unit in line.units if unit.word.text)


def test_a_line_takes_as_many_words_as_fit() -> None:
    one = paragraph("aaa bbb ccc")
    width = paragraph("aaa bbb").natural_width
    assert texts(one.lines(width)) == ["aaa bbb", "ccc"]
    assert texts(one.lines(width - 0.5)) == ["aaa", "bbb ccc"]


def test_separators_end_lines_and_empty_lines_stay() -> None:
    assert texts(paragraph("a\r\nb\n\nc\u2028d").lines(100)) == ["a", "b", "", "c", "d"]


def test_an_empty_paragraph_is_one_line_as_high_as_its_letters() -> None:
    lines = Typesetter().paragraph([]).lines(100)
    assert [(line.text, line.height) for line in lines] == [("", pytest.approx(13.2))]


@pytest.mark.parametrize(
    ("align", "style", "offset"),
    [("start", BODY, 0), ("end", BODY, 1), ("centre", BODY, 0.5), ("start", ARABIC, 1), ("end", ARABIC, 0)],
)
def test_alignment_follows_the_direction(align: Alignment, style: Style, offset: float) -> None:
    text = "word" if style is BODY else "كلمة"
    line = paragraph(text, style, align).lines(200)[0]
    assert line.offset == pytest.approx((200 - line.width) * offset)


@pytest.mark.parametrize(
    "text", [PROSE * 3, "مؤتمر دولي للنشر والترجمة في الدوحة " * 8, "会议节目文化翻译出版" * 8]
)
def test_justified_lines_fill_the_width_but_for_the_last(text: str) -> None:
    lines = paragraph(text, align="justify").lines(200)
    assert [line.width for line in lines[:-1]] == [pytest.approx(200)] * (len(lines) - 1)
    assert lines[-1].stretch == 0


def test_mixed_directions_are_reordered_in_a_line() -> None:
    assert shown(paragraph("مؤتمر Open Source ثم").lines(500)[0]) == "ثم Open Source مؤتمر"


def test_without_letters_the_language_decides_the_direction() -> None:
    assert [paragraph("2027", ARABIC).right_to_left, paragraph("2027").right_to_left] == [True, False]
    assert paragraph("abc", direction="rtl").right_to_left


def test_words_are_divided_where_asked() -> None:
    one = paragraph("extraordinary conference", hyphenate=True)
    assert [shown(line) for line in one.lines(55)] == ["extraordin-", "ary confer-", "ence"]


def test_words_in_arabic_letters_are_never_divided() -> None:
    one = paragraph("الإلكترونية الإلكترونية", replace(ARABIC, language="en"), hyphenate=True)
    assert texts(one.lines(one.natural_width * 0.8)) == ["الإلكترونية", "الإلكترونية"]


def test_a_soft_hyphen_shows_only_at_the_end_of_a_line() -> None:
    one = paragraph("con\u00adference")
    assert [[unit.word.text for unit in line.units] for line in one.lines(200)] == [["con\u00ad", "ference"]]
    assert [shown(line) for line in one.lines(40)] == ["con-", "ference"]


def test_a_soft_hyphen_without_room_for_a_hyphen_is_no_place_to_break() -> None:
    width = paragraph("in con").natural_width
    assert [shown(line) for line in paragraph("in con\u00adference").lines(width + 0.1)][:2] == ["in", "con-"]


def test_a_word_too_long_is_broken_between_characters_with_their_marks() -> None:
    lines = paragraph("e\u0301" * 20).lines(40)
    assert "".join(texts(lines)) == "e\u0301" * 20
    assert all(len(line.text) % 2 == 0 and line.width <= 40.01 for line in lines)


def test_a_box_narrower_than_a_letter_still_gets_each() -> None:
    assert texts(paragraph("mmm").lines(1)) == ["m", "m", "m"]


def test_a_word_of_two_faces_is_kept_whole_or_broken_between_them() -> None:
    spans = [Span("bold", replace(BODY, bold=True)), Span("plain", BODY)]
    one = Typesetter().paragraph(spans)
    assert texts(one.lines(200)) == ["boldplain"]
    assert "".join(texts(one.lines(30))) == "boldplain"


def test_colours_do_not_break_joining() -> None:
    spans = [Span("مؤتم", ARABIC), Span("رات", replace(ARABIC, colour="#cc0000"))]
    whole, parted = paragraph("مؤتمرات", ARABIC), Typesetter().paragraph(spans)
    glyphs = [glyph for unit in parted.lines(200)[0].units for glyph in unit.word.glyphs]
    assert glyphs == [*whole.lines(200)[0].units[0].word.glyphs]
    assert [unit.style.colour for unit in parted.lines(200)[0].units] == ["#cc0000", "#000000"]


def test_letters_join_across_a_change_of_weight() -> None:
    spans = [Span("سس", ARABIC), Span("سس", replace(ARABIC, bold=True))]
    joined = Typesetter().paragraph(spans).lines(200)[0].units[0].word
    alone = paragraph("سس", replace(ARABIC, bold=True)).lines(200)[0].units[0].word
    assert joined.glyphs != alone.glyphs


def test_arabic_is_a_fifth_larger_and_its_lines_higher() -> None:
    latin, arabic = paragraph("word").lines(100)[0], paragraph("كلمة", ARABIC).lines(100)[0]
    assert [latin.units[0].item.size, arabic.units[0].item.size] == [10, 12]
    assert arabic.height > latin.height


def test_all_lines_of_a_paragraph_are_as_high_as_its_usual_script() -> None:
    lines = paragraph("مؤتمر دولي للنشر\nABC\nدار الكتب", ARABIC).lines(300)
    assert len({line.height for line in lines}) == 1


def test_a_text_that_fits_keeps_its_size() -> None:
    fitted = paragraph("short").fit(100, 30, 6)
    assert (fitted.size, fitted.overflows, fitted.strained, len(fitted.lines)) == (10, False, False, 1)


def test_a_text_too_large_shrinks_until_it_fits() -> None:
    fitted = paragraph(PROSE, replace(BODY, size=30)).fit(200, 60, 6)
    assert 6 < fitted.size < 30
    assert fitted.height <= 60
    assert not fitted.overflows


def test_a_text_keeps_to_a_line_until_the_floor_and_then_wraps() -> None:
    one = paragraph("a title of some words", replace(BODY, size=20))
    assert len(one.fit(120, 60, 8, most_lines=1).lines) == 1
    fitted = one.fit(50, 60, 8, most_lines=1)
    assert (fitted.size, len(fitted.lines) > 1, fitted.overflows) == (8, True, False)


def test_a_text_that_can_not_fit_is_all_there_and_told() -> None:
    fitted = paragraph(PROSE * 10).fit(100, 20, 8)
    assert (fitted.size, fitted.overflows) == (8, True)
    assert " ".join(texts(fitted.lines)) == (PROSE * 10).strip()
    assert paragraph("incomprehensible").fit(20, 100, 9).strained


def test_a_word_too_long_for_its_box_may_be_broken_to_be_larger() -> None:
    word = paragraph("س" * 200, replace(ARABIC, size=30))
    whole, broken = word.fit(200, 60, 3), word.fit(200, 60, 3, anywhere=True)
    assert (whole.size, whole.strained) == (3, True)
    assert (broken.size > 6, broken.strained, broken.overflows) == (True, True, False)
    assert broken.height <= 60
    assert not paragraph("short").fit(100, 30, 6, anywhere=True).strained


@given(
    st.text(
        alphabet=st.characters() | st.sampled_from(" \n\t-abم2ب\u200f\u202e\u2067\u00ad\u0651中"), max_size=60
    ),
    st.floats(min_value=1, max_value=300),
    st.sampled_from(["start", "justify"]),
    st.booleans(),
)
def test_any_text_is_set_and_nothing_is_lost(text: str, width: float, align: Alignment, hyphenate: bool) -> None:  # noqa: FBT001 - from hypothesis
    lines = paragraph(text, align=align, hyphenate=hyphenate).lines(width)
    drawn = "".join(
        "".join(unit.word.text for unit in sorted(line.units, key=lambda one: one.start)) for line in lines
    )
    kept = paragraph(text).lines(1e9)
    whole = "".join(
        "".join(unit.word.text for unit in sorted(line.units, key=lambda one: one.start)) for line in kept
    )
    assert drawn.replace("-", "").replace("\u00ad", "") == whole.replace("-", "").replace("\u00ad", "")
    assert height_of(lines) == pytest.approx(sum(line.height for line in lines))
    if align == "justify":
        assert all(line.width <= max(width, line.width - line.stretch) + 0.02 for line in lines)
