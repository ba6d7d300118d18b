"""Where words may be divided."""

from majlis.typesetting.hyphenation import divisions


def test_words_are_divided_by_their_language() -> None:
    assert [divisions("hyphenation", "en"), divisions("(bibliothèque)", "fr")] == [(2, 6, 7), (3, 7)]


def test_short_words_and_languages_without_patterns_stay_whole() -> None:
    assert [divisions("idea", "en"), divisions("konferans", "tr"), divisions("hyphenation", "")] == [(), (), ()]
