"""Dates, times, numbers and countries, as people of several languages say them."""

from datetime import date, datetime

import pytest

from majlis.calendars import words

THURSDAY = date(2027, 10, 21)


@pytest.mark.parametrize(
    ("language", "expected"),
    [
        ("en", "Thursday, 21 October 2027"),
        ("en-US", "Thursday, October 21, 2027"),
        ("ar", "الخميس، ٢١ أكتوبر ٢٠٢٧"),
        ("ar-MA", "الخميس، 21 أكتوبر 2027"),
        ("fa", "پنجشنبه ۲۱ اکتبر ۲۰۲۷"),
        ("fr", "jeudi 21 octobre 2027"),
        ("nonsense", "Thursday, 21 October 2027"),
        ("", "Thursday, 21 October 2027"),
        ("de-XYZZY9-1", "Donnerstag, 21. Oktober 2027"),
    ],
)
def test_a_date_in_the_words_and_digits_of_a_language(language: str, expected: str) -> None:
    assert words.long_date(THURSDAY, language) == expected


@pytest.mark.parametrize(
    ("last", "language", "expected"),
    [
        (date(2027, 10, 23), "en", "21–23 October 2027"),
        (date(2027, 10, 23), "ar", "٢١–٢٣ أكتوبر ٢٠٢٧"),
        (date(2027, 10, 23), "de", "21.–23. Oktober 2027"),
        (date(2027, 10, 23), "zh", "2027年10月21–23日"),
        (date(2027, 11, 2), "en", "21 October 2027 – 2 November 2027"),
        (THURSDAY, "en", "21 October 2027"),
    ],
)
def test_a_range_of_dates(last: date, language: str, expected: str) -> None:
    assert words.date_range(THURSDAY, last, language) == expected


def test_a_range_does_not_touch_the_month_or_year() -> None:
    assert words.date_range(date(2010, 10, 10), date(2010, 10, 12), "zh") == "2010年10月10–12日"
    assert words.date_range(date(2010, 10, 1), date(2010, 10, 10), "en") == "1–10 October 2010"
    assert words.date_range(date(2010, 10, 1), date(2010, 10, 10), "en-US") == "October 1–10, 2010"


def test_the_clock_in_a_languages_digits() -> None:
    start, end = datetime(2027, 10, 21, 9), datetime(2027, 10, 21, 10, 30)
    assert words.clock_range(start, end, "en") == "09:00–10:30"
    assert words.clock_range(start, end, "ur") == "۰۹:۰۰–۱۰:۳۰"
    assert words.clock(start, "bn") == "০৯:০০"


def test_numbers_and_weekdays() -> None:
    assert words.number(2048, "ar") == "٢٠٤٨"
    assert words.number(2048, "ar-DZ") == "2048"
    assert words.weekday(THURSDAY, "tr") == "Perşembe"


@pytest.mark.parametrize(
    ("code", "language", "expected"),
    [
        ("TR", "en", "Türkiye"),
        ("qa", "ar", "قطر"),
        ("PS", "en", "Palestine"),
        ("PS", "fr-CA", "Palestine"),
        ("PS", "ar", "فلسطين"),
        ("PS", "fa", "فلسطین"),
        ("??", "en", "??"),
        ("", "en", ""),
    ],
)
def test_countries_are_called_as_the_field_calls_them(code: str, language: str, expected: str) -> None:
    assert words.country_name(code, language) == expected


def test_languages_have_names_in_other_languages() -> None:
    assert words.language_name("ar", "fr") == "arabe"
    assert words.language_name("xx-unknown", "fr") == "xx-unknown"


def test_some_languages_are_written_from_right_to_left() -> None:
    right = {
        tag for tag in ("ar", "ar-EG", "fa", "he", "ur", "en", "ms", "ur-Latn") if words.is_right_to_left(tag)
    }
    assert right == {"ar", "ar-EG", "fa", "he", "ur"}


def test_a_list_has_the_commas_of_its_language() -> None:
    assert words.joined(["a", "b"], "en") == "a, b"
    assert words.joined(["أ", "ب"], "ar") == "أ، ب"


def test_a_day_within_an_event_needs_no_year() -> None:
    assert words.short_day(date(2027, 10, 21)) == "Thu 21 Oct"
    assert words.short_day(date(2027, 10, 21), "ar") == "الخميس ٢١ أكتوبر"
