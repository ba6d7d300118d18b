"""Faces by script, language and look."""

import pytest

from majlis.resources import resource
from majlis.typesetting.fonts import Look, Shelf, face, look, nearest_cut, typefaces
from majlis.typesetting.styles import Style


def chosen(grapheme: str, script: str, style: Style) -> str:
    return Shelf().choose(grapheme, script, look(style)).name


@pytest.mark.parametrize(
    ("grapheme", "script", "style", "name"),
    [
        ("a", "Latn", Style(), "NotoSans-Regular"),
        ("Ж", "Cyrl", Style("serif", bold=True, italic=True), "NotoSerif-BoldItalic"),
        ("م", "Arab", Style(language="ar"), "NotoSansArabic-Regular"),
        ("م", "Arab", Style("serif", bold=True, language="ar"), "NotoNaskhArabic-Bold"),
        ("م", "Arab", Style("serif", italic=True, language="ar"), "NotoNaskhArabic-Regular"),
        ("م", "Arab", Style("serif", bold=True, italic=True, language="ur-PK"), "NotoNastaliqUrdu-Bold"),
        ("م", "Arab", Style("sans", language="fa"), "Vazirmatn-Regular"),
        ("ক", "Beng", Style("serif"), "NotoSerifBengali-Regular"),
        ("ক", "Beng", Style("sans"), "NotoSansBengali-Regular"),
        ("会", "Hani", Style(bold=True), "NotoSansSC-Regular"),
        ("→", "Latn", Style(), "NotoSansSymbols-Regular"),
        ("█", "Latn", Style(), "NotoSansMono-Regular"),
        ("😀", "Latn", Style(), "NotoEmoji-Regular"),
    ],
)
def test_each_script_has_its_face(grapheme: str, script: str, style: Style, name: str) -> None:
    assert chosen(grapheme, script, style) == name


def test_a_character_that_no_face_has_is_counted() -> None:
    shelf = Shelf()
    names = [shelf.choose(text, "Ugar", look(Style())).name for text in ("𐎀", "𐎀", "a\U00010382")]
    assert names == ["NotoSans-Regular"] * 3
    assert shelf.missing == {"𐎀": 2, "\U00010382": 1}


def test_a_letter_that_can_be_put_together_is_not_missing() -> None:
    assert face(typefaces("Latn", look(Style()))[0], "Regular").can_draw("\u1e69")


def test_every_cut_of_every_family_is_bundled_with_its_licence() -> None:
    for typeface in typefaces("Arab", Look("serif", bold=False, italic=False, language="ur")):
        for cut in typeface.cuts:
            assert face(typeface, cut).characters
        assert "SIL Open Font License" in resource("fonts", f"{typeface.name}-OFL.txt").read_text(encoding="utf-8")


def test_a_look_without_its_cut_takes_the_nearest() -> None:
    naskh = typefaces("Arab", look(Style("serif")))[0]
    assert nearest_cut(naskh, look(Style(bold=True, italic=True))) == "Bold"
