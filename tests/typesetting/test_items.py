"""Items: what is shaped as one."""

from dataclasses import replace

from majlis.typesetting.bidi import levels
from majlis.typesetting.fonts import Shelf
from majlis.typesetting.items import Itemiser, StyledRange
from majlis.typesetting.styles import Style


def items(text: str, *styles: tuple[int, Style]) -> list[tuple[str, int, str, str]]:
    """Return the text, level, script and face of each item; styles are given by where they end."""
    ranges: list[StyledRange] = []
    for end, style in styles or ((len(text), Style("serif")),):
        ranges.append(StyledRange(ranges[-1].end if ranges else 0, end, style))
    found = Itemiser(Shelf()).items(text, ranges, levels(text).of_characters)
    return [(text[item.start : item.end], item.level, item.voice.script, item.face.name) for item in found]


def test_latin_is_one_item_whatever_its_punctuation() -> None:
    assert items("It’s (2027) – “fine”!") == [("It’s (2027) – “fine”!", 0, "Latn", "NotoSerif-Regular")]


def test_brackets_are_set_like_what_stands_around_them() -> None:
    found = items("a (مجلس) b")
    assert [(text, face) for text, _, _, face in found] == [
        ("a (", "NotoSerif-Regular"),
        ("مجلس", "NotoNaskhArabic-Regular"),
        (") b", "NotoSerif-Regular"),
    ]


def test_european_numbers_in_arabic_are_in_the_latin_face() -> None:
    found = items("من 09:30–10:15 ثم")
    assert ("09:30", "NotoSerif-Regular") in [(text, face) for text, _, _, face in found]


def test_numbers_without_letters_follow_the_language() -> None:
    assert items("٢٠٢٧", (4, Style("serif", language="ar")))[0][3] == "NotoNaskhArabic-Regular"
    assert items("—!", (2, Style("serif", language="ar")))[0][2] == "Arab"


def test_colour_and_link_make_no_item_of_their_own() -> None:
    style = Style("serif", language="ar")
    assert len(items("مؤتمرات", (3, style), (5, replace(style, colour="#cc0000", link="#x")), (7, style))) == 1


def test_weight_and_size_make_items() -> None:
    assert len(items("abc", (1, Style()), (2, Style(bold=True)), (3, Style(size=20)))) == 3


def test_keycaps_and_unpaired_brackets_are_kept() -> None:
    assert "".join(text for text, *_ in items("1\ufe0f\u20e3 ) [ مـ(] 12")) == "1\ufe0f\u20e3 ) [ مـ(] 12"
