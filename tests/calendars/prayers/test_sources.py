"""Where a time is from, and what hours are called, in words."""

from datetime import date

import pytest

from majlis.calendars.positions import Position
from majlis.calendars.prayers.computing import NO_SUNSET
from majlis.calendars.prayers.high_latitudes import RULES
from majlis.calendars.prayers.hour_names import NAMES, column_named, hour_name, is_date_heading
from majlis.calendars.prayers.hours import Hour, Minutes
from majlis.calendars.prayers.methods import METHODS
from majlis.calendars.prayers.settings import PrayerSettings
from majlis.calendars.prayers.sources import rule_words, source_words
from majlis.calendars.prayers.times import Source, prayer_day

LANGUAGES = {"en", "ar", "fa", "ur", "tr", "ms", "id", "fr", "bn", "de", "es", "ru"}


@pytest.mark.parametrize(
    ("source", "language", "expected"),
    [
        (Source(method="mwl"), "en", "Computed: Muslim World League"),
        (Source(method="mwl", rule="seventh"), "en", "Computed: Muslim World League, one seventh of the night"),
        (Source(method="mwl", adjusted=2), "en", "Computed: Muslim World League, +2 min"),
        (Source(method="qatar", adjusted=-3), "ar", "بالحساب: قطر، −٣ دقيقة"),
        (Source(method="turkey"), "tr-TR", "Hesaplanan: Diyanet İşleri Başkanlığı"),
        (Source(method="tehran"), "fa", "محاسبه‌شده: مؤسسهٔ ژئوفیزیک دانشگاه تهران"),
        (
            Source(method="mwl", rule=NO_SUNSET),
            "ar",
            "بالحساب: رابطة العالم الإسلامي، لا شروق ولا غروب، قياسًا على خط العرض ٤٥°",
        ),
        (Source(timetable="times.csv", line=3), "fr", "Horaire: times.csv"),
        (Source(timetable="times.csv", line=3), "xx", "Timetable: times.csv"),
    ],
)  # fmt: skip
def test_a_source_in_words(source: Source, language: str, expected: str) -> None:
    assert source_words(source, language) == expected


@pytest.mark.parametrize("language", sorted(LANGUAGES))
def test_every_rule_method_and_hour_has_words(language: str) -> None:
    for rule in (*RULES[1:], NO_SUNSET):
        assert rule_words(rule, language)
    assert len({hour_name(hour, language) for hour in Hour}) == len(Hour)
    assert all(source_words(Source(method=method), language) for method in METHODS)
    assert rule_words("", language) == ""


def test_every_hour_is_named_in_the_languages_of_print() -> None:
    assert all(set(names) == LANGUAGES for names in NAMES.values())
    assert hour_name(Hour.FAJR, "fa-IR") == "اذان صبح"
    assert hour_name(Hour.FAJR, "xx") == "Fajr"


def test_a_column_is_known_by_every_name_of_its_hour() -> None:
    for hour, names in NAMES.items():
        assert {column_named(name.upper()) for name in names.values()} == {hour}
    assert column_named("Iqamah") is None
    assert is_date_heading(" التاريخ ")
    assert not is_date_heading("fajr")


def test_every_time_of_a_day_can_say_its_source() -> None:
    settings = PrayerSettings(position=Position(69.6, 19), zone="Europe/Oslo", adjustments=Minutes(fajr=1))
    for day in (date(2027, 6, 21), date(2027, 3, 21)):
        assert all(source_words(time.source, "ar").startswith("بالحساب: ") for time in prayer_day(settings, day))
