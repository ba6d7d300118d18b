"""Languages as other programs name them."""

import pytest

from majlis.exchange.language_codes import Languages, language_code, parse_languages


@pytest.mark.parametrize("text", ["en", "ar", "de,en"])
def test_plain_codes_are_taken_without_doubt(text: str) -> None:
    assert parse_languages(text) == Languages(tuple(text.split(",")))


@pytest.mark.parametrize(
    ("text", "codes"),
    [
        ("De", ("de",)),
        ("de, en", ("de", "en")),
        ("de/en/de", ("de", "en")),
        ("english", ("en",)),
        ("Deutsch", ("de",)),
        ("فارسی", ("fa",)),
        ("en_US", ("en",)),
        ("pt-br", ("pt",)),
        ("zh-hant-TW", ("zh-Hant",)),
        ("ger", ("de",)),
        ("en klingonese", ("en",)),
    ],
)
def test_odd_spellings_are_read_with_a_doubt(text: str, codes: tuple[str, ...]) -> None:
    read = parse_languages(text)
    assert read.codes == codes
    assert "read as" in read.doubt


@pytest.mark.parametrize("text", ["null", "None", "ab", "xx", "whatever", "mul"])
def test_what_names_no_language_is_none_with_a_doubt(text: str) -> None:
    read = parse_languages(text)
    assert read.codes == ()
    assert text in read.doubt


def test_nothing_is_no_language_and_no_doubt() -> None:
    assert parse_languages(" ") == Languages(())


def test_one_word_is_one_code() -> None:
    assert language_code("Arabic") == "ar"
    assert language_code("hall") == ""
