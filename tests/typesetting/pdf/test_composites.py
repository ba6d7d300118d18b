"""Composite glyphs, read back by fontTools."""

import io

from fontTools.ttLib import TTFont
import pytest

from majlis.typesetting.fonts import Shelf, look
from majlis.typesetting.pdf.codes import CodedGlyph, Part
from majlis.typesetting.pdf.composites import with_composites
from majlis.typesetting.styles import Style


@pytest.mark.parametrize("script", ["Latn", "Arab", "Hani"])
def test_a_font_has_a_glyph_for_every_code(script: str) -> None:
    face = Shelf().primary(script, look(Style("serif", language="ur")))
    data, numbers = face.subset([40, 41])
    coded = [
        CodedGlyph((Part(40, 0, 0),), "a", face.advance(40)),
        CodedGlyph((Part(40, 0, 0), Part(41, 100, -50)), "b", 777),
        CodedGlyph((), "c", 0),
        CodedGlyph((Part(40, 0, 0), Part(41, 100, -50)), "d", 777),
    ]
    font = with_composites(data, numbers, coded)
    read = TTFont(io.BytesIO(font.data), checkChecksums=2)
    order = read.getGlyphOrder()
    names = [order[glyph] for glyph in font.glyphs]
    assert font.glyphs[0] == numbers[40]
    assert font.glyphs[1] == font.glyphs[3]
    assert [read["hmtx"][name][0] for name in names] == [face.advance(40), 777, 0, 777]
    parts = read["glyf"][names[1]].components
    assert [(part.x, part.y) for part in parts] == [(0, 0), (100, -50)]
    assert read["glyf"][names[2]].numberOfContours == 0
    assert read["maxp"].numGlyphs == len(order)
