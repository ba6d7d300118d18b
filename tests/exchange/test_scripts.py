"""Scripts of texts, and the languages that they can be in."""

import pytest

from majlis.exchange.scripts import language_for, script_of


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("An evening", "en"),
        ("أمسية شعرية", "ar"),
        ("شب شعر پارسی", "fa"),
        ("ערב שירה", "he"),
        ("Вечер поэзии", "ru"),
        ("诗歌之夜", "zh"),
        ("詩のゆうべにようこそ", "ja"),
        ("시의 밤", "ko"),
        ("12 : 30", "en"),
        ("", "en"),
    ],
)
def test_without_languages_the_script_is_guessed_from(text: str, language: str) -> None:
    assert language_for(text, ()) == language


def test_the_first_language_that_is_written_so_is_taken() -> None:
    assert language_for("Ein Abend", ("de", "en")) == "de"
    assert language_for("شب شعر", ("de", "fa", "ar")) == "fa"
    assert language_for("Вечер", ("en", "uk")) == "uk"
    assert language_for("Kubernetes", ("ru", "fr")) == "fr"


def test_a_text_in_another_script_is_under_no_language_that_is_written_otherwise() -> None:
    assert language_for("أمسية", ("en", "fr")) == "ar"


def test_figures_have_no_script_and_the_first_language() -> None:
    assert script_of("2027") == ""
    assert language_for("2027", ("ar", "en")) == "ar"
