"""The door: what it reports, and that characters never stop it."""

from majlis.typesetting.styles import Span, Style
from majlis.typesetting.typesetter import Typesetter


def test_characters_that_no_face_has_are_reported_and_drawn() -> None:
    typesetter = Typesetter()
    line = typesetter.paragraph([Span("a𐎀\x07\ud800", Style())]).lines(200)[0]
    assert typesetter.missing == {"𐎀": 1, "\x07": 1, "\ud800": 1}
    assert line.text == "a𐎀\ufffd\ufffd"
    assert sum(len(unit.word.glyphs) for unit in line.units) == 4


def test_text_is_never_markup() -> None:
    assert Typesetter().paragraph([Span("List<b>&amp;</i>", Style())]).lines(300)[0].text == "List<b>&amp;</i>"
