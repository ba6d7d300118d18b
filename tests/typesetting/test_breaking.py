"""Lines broken where the look of the text depends on its going on."""

from dataclasses import replace

from majlis.typesetting.analysis import Analyst, Segment
from majlis.typesetting.breaking import Breaker
from majlis.typesetting.fonts import Shelf
from majlis.typesetting.items import StyledRange
from majlis.typesetting.lines import Unit
from majlis.typesetting.styles import Style


def segment(text: str) -> tuple[Analyst, Segment]:
    analyst = Analyst(Shelf())
    return analyst, analyst.segment(text, [StyledRange(0, len(text), Style("serif", 10))], 0)


def test_words_beside_a_break_are_shaped_again_where_they_must_be() -> None:
    analyst, found = segment("aaa bbb")
    one, other = (replace(unit, unsafe_before=True, unsafe_after=True) for unit in found.units)
    breaker = Breaker(analyst, Segment(found.text, (one, other)), other.width + 1, hyphenate=False)
    lines = [line.units for line in breaker.lines()]
    assert [[(unit.word, unit.unsafe_before, unit.space) for unit in line] for line in lines] == [
        [(one.word, False, one.space)],
        [(other.word, False, 0)],
    ]


def test_a_unit_that_can_not_be_parted_stands_on_a_line_of_its_own() -> None:
    analyst, found = segment("mm")
    whole: Unit = replace(found.units[0], may_break=False)
    parts = analyst.recut(found.text, whole, 0, 1), analyst.recut(found.text, whole, 1, 2)
    together = Segment(found.text, tuple(replace(part, may_break=False) for part in parts))
    lines = [*Breaker(analyst, together, parts[0].width * 1.5, hyphenate=False).lines()]
    assert [([unit.word.text for unit in line.units], line.strained) for line in lines] == [
        (["m"], True),
        (["m"], False),
    ]


def test_a_piece_at_the_edge_of_its_unit_goes_on_joining_what_stands_there() -> None:
    analyst, found = segment("سسس")
    unit = found.units[0]
    first, last = analyst.recut(found.text, unit, 0, 1), analyst.recut(found.text, unit, 2, 3)
    assert first.word.glyphs == last.word.glyphs == analyst.recut("س", unit, 0, 1).word.glyphs
