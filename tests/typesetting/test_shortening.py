"""Texts cut with an ellipsis."""

import pytest

from majlis.typesetting.lines import height_of
from majlis.typesetting.paragraph import Paragraph
from majlis.typesetting.shortening import shortened
from majlis.typesetting.styles import Span, Style
from majlis.typesetting.typesetter import Typesetter

WIDTH = 100.0
HEIGHT = 30.0


def made(text: str) -> Paragraph:
    return Typesetter().paragraph([Span(text, Style("serif", 10, language="en"))])


def cut(text: str, height: float = HEIGHT) -> str:
    lines = shortened(text, made(text).fit(WIDTH, height, 10, cut=True).lines, WIDTH, height, made)
    assert height_of(lines) <= height + 0.01
    return " ".join(line.text for line in lines)


def test_a_text_ends_after_a_word() -> None:
    assert cut("An account of bridges, of those who build them, and of those who cross") == (
        "An account of bridges, of those…"
    )


def test_as_many_words_stay_as_have_room() -> None:
    words = "of " * 400
    shown = cut(words)
    longer = made(shown.removesuffix("…") + " of…").lines(WIDTH)
    assert shown.endswith(" of…")
    assert height_of(longer) > HEIGHT


@pytest.mark.parametrize("text", ["W" * 500, "Read W" + "w" * 500, "会" * 500, "e\u0301" * 500])
def test_a_word_without_an_end_is_cut_within(text: str) -> None:
    shown = cut(text)
    assert text.startswith(shown.replace(" ", "").removesuffix("…").replace("ReadW", "Read W"))
    assert len(shown) > 15
    assert made(shown).lines(1e9)[0].width > WIDTH


def test_marks_stay_with_their_letter() -> None:
    assert cut("e\u0301" * 500)[-2] == "\u0301"


def test_a_short_word_is_dropped_whole() -> None:
    assert cut("An account of immeasurable bridges" * 4, 14.0).split() == ["An", "account", "of…"]


def test_where_not_even_an_ellipsis_has_room_there_is_nothing() -> None:
    assert cut("word", 5.0) == ""
    assert shortened("word", made("word").lines(WIDTH), WIDTH, 5.0, made) == ()
