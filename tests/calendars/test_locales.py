"""What CLDR knows of one language stays apart from the others, in whatever order they are asked."""

from datetime import date

import pytest

from majlis.calendars import words
from majlis.calendars.locales import locale_of

FRIDAY = date(2027, 1, 1)


@pytest.mark.parametrize(
    ("language", "weekday", "short"),
    [
        ("tr", "Cuma", "1 Oca Cum"),
        ("fr", "vendredi", "ven. 1 janv."),
        ("ar", "الجمعة", "الجمعة ١ يناير"),
        ("fa", "جمعه", "جمعه ۱ ژانویه"),
        ("sw", "Ijumaa", "Ijumaa 1 Jan"),
    ],
)
def test_a_date_in_pashto_leaves_the_others_their_names(language: str, weekday: str, short: str) -> None:
    assert words.weekday(FRIDAY, "ps") == "جمعه"
    assert words.short_day(FRIDAY, "dv")
    assert words.weekday(FRIDAY, language) == weekday
    assert set(words.short_day(FRIDAY, language).split()) == set(short.split())


def test_a_regions_own_data_come_before_those_of_its_language() -> None:
    assert words.plain_date(date(2027, 8, 1), "ar") == "١ أغسطس ٢٠٢٧"
    assert words.plain_date(date(2027, 8, 1), "ar-MA") == "1 غشت 2027"
    assert words.plain_date(date(2027, 8, 1), "ar-IQ") == "١ آب ٢٠٢٧"


@pytest.mark.parametrize("language", ["", "en", "nonsense", "--", "qaa-Qaaa"])
def test_an_unknown_language_is_british_english(language: str) -> None:
    assert str(locale_of(language)) == "en_GB"
