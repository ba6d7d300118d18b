"""Texts that nobody types but a file may bring: what they cost grows with their length and no faster."""

from collections.abc import Callable
from functools import partial
import sys

import pytest

from majlis.typesetting.bidi import levels
from majlis.typesetting.lines import Line
from majlis.typesetting.paragraph import Paragraph, Setting
from majlis.typesetting.styles import Span, Style
from majlis.typesetting.typesetter import Typesetter

SHORT, TIMES = 400, 4
ENDLESS = 200_000
PATTERNS = [
    *("x", "س", "xس", "ก", "会", "ab-", "ab\u00ad", "سب\u00ad", "ab\u00a0", "a\u200b", "\u0301", "\u0651"),
    *("\u0301\u0651\u093f", "\u200d", "\u202b", "\u202ea\u202c س", "\u2067", "\u2068", "\u2068س\u2069a"),
    *("(", "(]", "(a)س", "س1+", "س$", "$%", "\U0001f1f6", "\U0001f469\u200d", "\U0001e94b"),
]


def paragraph(text: str, language: str = "en", *, hyphenate: bool = True) -> Paragraph:
    setting = Setting("justify", hyphenate=hyphenate)
    return Typesetter().paragraph([Span(text, Style("serif", 9, language=language))], setting=setting)


def said(lines: tuple[Line, ...]) -> str:
    """Return the text of all lines, in the order of reading."""
    return "".join(unit.word.text for line in lines for unit in sorted(line.units, key=lambda unit: unit.start))


def calls(work: Callable[[], object]) -> int:
    """Count the functions that are called for a piece of work."""
    count = 0

    def tally(_frame: object, event: str, _argument: object) -> None:
        nonlocal count
        count += event in {"call", "c_call"}

    sys.setprofile(tally)
    try:
        work()
    finally:
        sys.setprofile(None)
    return count


def broken(text: str) -> object:
    return paragraph(text).lines(200)


def fitted(text: str) -> object:
    return paragraph(text).fit(200, 30, 5)


def fitted_on_endless_paper(text: str) -> object:
    return paragraph(text).fit(200, 1e9, 5)


@pytest.mark.parametrize("pattern", PATTERNS)
@pytest.mark.parametrize("work", [broken, fitted, fitted_on_endless_paper])
def test_work_grows_with_the_length_of_a_text(work: Callable[[str], object], pattern: str) -> None:
    work(pattern * 10)
    few, many = (calls(partial(work, pattern * (times * SHORT // len(pattern)))) for times in (1, TIMES))
    assert many < (TIMES + 1) * few


@pytest.mark.parametrize(
    "pattern", ["س\u00ad", "\u0301", "a$س", "\u2068", "\u2067\u202e", "(س)a", "(a)س", "1\u0651"]
)
@pytest.mark.parametrize("base", [0, 1])
def test_levels_of_an_endless_text_are_found(pattern: str, base: int) -> None:
    text = pattern * (ENDLESS // len(pattern))
    assert len(levels(text, base).of_characters) == len(text)


@pytest.mark.parametrize("letter", ["x", "س", "ก"])
def test_an_endless_word_is_broken_into_full_lines_and_is_all_there(letter: str) -> None:
    text = letter * 20_000
    lines = paragraph(text).lines(200)
    assert said(lines).replace("-", "") == text
    widest = paragraph(letter * 3).natural_width
    assert all(200 - widest <= line.width <= 200.01 for line in lines[:-1])


@pytest.mark.parametrize("width", range(60, 200, 7))
def test_letters_that_are_wider_at_the_end_of_a_line_stay_within_it(width: int) -> None:
    lines = paragraph("القرطبيعبدالرحمنالأنصاري" * 10, "ar").lines(width)
    assert max(line.width for line in lines) <= width + 0.01


@pytest.mark.parametrize(("text", "language"), [("سلام" * 60, "ar"), ("سلام" * 60, "ur"), ("affinity" * 40, "en")])
def test_a_long_word_looks_as_if_it_were_one_piece(text: str, language: str) -> None:
    line = paragraph(text, language).lines(1e9)[0]
    shaped = line.units[0].item.face.shape(text, 0, len(text), line.units[0].item.voice)
    units = sorted(line.units, key=lambda unit: unit.start)
    assert max(len(unit.word.text) for unit in units) <= 64
    step = -1 if shaped.right_to_left else 1
    assert [glyph for unit in units for glyph in unit.word.glyphs[::step]] == shaped.glyphs
    assert [unit.stop for unit in units[:-1]] == [unit.start for unit in units[1:]]


@pytest.mark.parametrize("letters", [27, 64])
def test_letters_at_the_ends_of_broken_lines_look_as_at_the_ends_of_words(letters: int) -> None:
    width = paragraph("س" * letters, "ar").natural_width
    lines = paragraph("س" * 10 * letters, "ar").lines(width)
    assert len(lines) == 10
    final = paragraph("سس", "ar").lines(200)[0].units[0].word.glyphs[0]
    first = paragraph("سس", "ar").lines(200)[0].units[0].word.glyphs[-1]
    assert [line.units[0].word.glyphs[0] for line in lines] == [final] * len(lines)
    assert [line.units[-1].word.glyphs[-1] for line in lines] == [first] * len(lines)


def test_a_heap_of_marks_grows_no_higher_than_eight() -> None:
    for text in ("e" + "\u0301" * 500, "ب" + "\u0651" * 500):
        words = [unit.word for unit in paragraph(text).lines(200)[0].units]
        heights = {y for word in words for _, y in word.shifts}
        assert 1 < len(heights) <= 9
        assert sum(len(word.text) for word in words) == 501


def test_brackets_deep_in_each_other_are_all_set() -> None:
    text = "(" * 2_000 + "س" + ")" * 2_000
    assert said(paragraph(text).lines(200)) == text
