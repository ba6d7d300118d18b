"""Days in words, in three calendars and many languages, and beside each other."""

from datetime import date, timedelta
import unicodedata

from hypothesis import given
from hypothesis import strategies as st
import pytest

from majlis.calendars import days, hijri, solar_hijri, words
from majlis.calendars.month_names import HIJRI, SOLAR_HIJRI, month_names
from majlis.programme.refusal import Refusal

FIRST, LAST = date(2027, 10, 21), date(2027, 10, 23)
LANGUAGES = ("en", "ar", "fa", "ur", "tr", "ms", "id", "fr", "bn", "de", "es", "ru")


@pytest.mark.parametrize(
    ("language", "lunar", "solar"),
    [
        ("en", "Thursday, 21 Jumada I 1449", "Thursday, 29 Mehr 1406"),
        ("en-US", "Thursday, Jumada I 21, 1449", "Thursday, Mehr 29, 1406"),
        ("ar", "الخميس، ٢١ جمادى الأولى ١٤٤٩", "الخميس، ٢٩ مهر ١٤٠٦"),
        ("ar-MA", "الخميس، 21 جمادى الأولى 1449", "الخميس، 29 مهر 1406"),
        ("fa", "پنجشنبه ۲۱ جمادی‌الاول ۱۴۴۹", "پنجشنبه ۲۹ مهر ۱۴۰۶"),
        ("fa-AF", "پنجشنبه ۲۱ جمادی‌الاول ۱۴۴۹", "پنجشنبه ۲۹ میزان ۱۴۰۶"),
        ("ur", "جمعرات، ۲۱ جمادی الاول، ۱۴۴۹", "جمعرات، ۲۹ مہر، ۱۴۰۶"),
        ("tr", "21 Cemaziyelevvel 1449 Perşembe", "29 Mehr 1406 Perşembe"),
        ("ms", "Khamis, 21 Jamadilawal 1449", "Khamis, 29 Mehr 1406"),
        ("id", "Kamis, 21 Jumadilawal 1449", "Kamis, 29 Mehr 1406"),
        ("fr", "jeudi 21 joumada al oula 1449", "jeudi 29 mehr 1406"),
        ("bn", "বৃহস্পতিবার, ২১ জমাদিউল আউয়াল, ১৪৪৯", "বৃহস্পতিবার, ২৯ মেহর, ১৪০৬"),
        ("de", "Donnerstag, 21. Dschumādā I 1449", "Donnerstag, 29. Mehr 1406"),
        ("es", "jueves, 21 de jumada I de 1449", "jueves, 29 de mehr de 1406"),
        ("ru", "четверг, 21 джумад-уль-авваль 1449\u202fг.", "четверг, 29 мехр 1406\u202fг."),
        ("zh", "1449年5月21日星期四", "1406年7月29日星期四"),
        ("hu", "csütörtök, 21 Jumada I 1449", "csütörtök, 29 Mehr 1406"),
        ("nonsense", "Thursday, 21 Jumada I 1449", "Thursday, 29 Mehr 1406"),
    ],
)
def test_a_day_in_words(language: str, lunar: str, solar: str) -> None:
    assert days.full(FIRST, language, "hijri") == lunar
    assert days.full(FIRST, language, "solar-hijri") == solar
    assert days.full(FIRST, language) == words.long_date(FIRST, language)
    assert days.plain(FIRST, language) == words.plain_date(FIRST, language)


@pytest.mark.parametrize(
    ("language", "lunar", "solar"),
    [
        ("en", "21–23 Jumada I 1449", "29 Mehr – 1 Aban 1406"),
        ("ar", "٢١–٢٣ جمادى الأولى ١٤٤٩", "٢٩ مهر – ١ آبان ١٤٠٦"),
        ("de", "21.–23. Dschumādā I 1449", "29. Mehr – 1. Ābān 1406"),
        ("kk", "1449\u202fж. 21–23 Жұмадәл әууәл", "1406\u202fж. 29 Мехр – 1406\u202fж. 1 Абан"),
        ("zh", "1449年5月21–23日", "1406年7月29日 – 1406年8月1日"),
    ],
)
def test_a_range_of_days(language: str, lunar: str, solar: str) -> None:
    assert days.days_range(FIRST, LAST, language, "hijri") == lunar
    assert days.days_range(FIRST, LAST, language, "solar-hijri") == solar
    assert days.days_range(FIRST, LAST, language) == words.date_range(FIRST, LAST, language)


def test_a_range_over_the_end_of_a_year_has_both_years() -> None:
    last_of_1449 = hijri.gregorian(hijri.HijriDay(1450, 1, 1)) - timedelta(days=1)
    told = days.days_range(last_of_1449, last_of_1449 + timedelta(days=2), "en", "hijri")
    assert told == "29 Dhuʻl-Hijjah 1449 – 2 Muharram 1450"


def test_one_day_is_no_range() -> None:
    assert days.days_range(FIRST, FIRST, "en", "hijri") == "21 Jumada I 1449"


def test_calendars_beside_each_other_in_the_order_that_is_asked_for() -> None:
    shown = days.beside(FIRST, "en", ("hijri", "gregorian", "solar-hijri", "hijri"), offset=1, last=LAST)
    assert [(each.calendar, each.text) for each in shown] == [
        ("hijri", "22–24 Jumada I 1449"),
        ("gregorian", "21–23 October 2027"),
        ("solar-hijri", "29 Mehr – 1 Aban 1406"),
    ]


def test_a_calendar_that_does_not_know_the_days_is_left_out_and_told() -> None:
    late = date(2100, 1, 1)
    shown = days.beside(late, "en", ("hijri", "solar-hijri"))
    assert [each.text for each in shown] == ["12 Dey 1478"]
    assert days.left_out([late, FIRST], ("hijri", "solar-hijri", "gregorian")) == (
        "2100-01-01 has no Hijri date: the calendar of Umm al-Qura is known from 1924-08-01 to 2077-11-16.",
    )
    with pytest.raises(Refusal):
        days.plain(late, "en", "hijri")


def test_where_no_calendar_is_left_the_gregorian_stands() -> None:
    assert [each.text for each in days.beside(date(2300, 1, 1), "en", ("hijri", "solar-hijri"))] == [
        "1 January 2300"
    ]
    assert [each.calendar for each in days.beside(FIRST, "en", ())] == ["gregorian"]


@given(st.dates(hijri.FIRST, hijri.LAST), st.sampled_from((*LANGUAGES, "zh", "kk", "pt", "sw", "bs", "uz", "az")))
def test_a_date_holds_its_day_and_year_in_the_languages_digits(day: date, language: str) -> None:
    lunar, solar = hijri.hijri(day), solar_hijri.solar_hijri(day)
    assert words.number(lunar.day, language) in days.plain(day, language, "hijri")
    assert words.number(lunar.year, language) in days.plain(day, language, "hijri")
    assert words.number(solar.year, language) in days.full(day, language, "solar-hijri")


@pytest.mark.parametrize("table", [HIJRI, SOLAR_HIJRI])
def test_every_language_has_twelve_months_of_different_names_in_composed_letters(table: dict[str, str]) -> None:
    for language, line in table.items():
        names = line.split("|")
        assert (language, len(set(names))) == (language, 12)
        assert line == unicodedata.normalize("NFC", line)
        assert all(name == name.strip() and name for name in names)


def test_month_names_by_language_and_region() -> None:
    assert month_names("hijri", "fa_IR")[8] == "رمضان"
    assert month_names("solar-hijri", "fa-AF")[0] == "حمل"
    assert month_names("solar-hijri", "xx")[0] == "Farvardin"


def test_all_languages_of_print_have_names_of_their_own() -> None:
    assert set(LANGUAGES) <= set(HIJRI)
    assert set(LANGUAGES) <= set(SOLAR_HIJRI)
