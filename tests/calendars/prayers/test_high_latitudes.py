"""The rules for short nights: how far each lets Fajr and Isha go."""

from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st
import pytest

from majlis.calendars.positions import Position
from majlis.calendars.prayers.computing import NO_SUNSET
from majlis.calendars.prayers.high_latitudes import Rule, nearest, rule_at
from majlis.calendars.prayers.hours import Hour
from majlis.calendars.prayers.settings import PrayerSettings
from majlis.calendars.prayers.times import prayer_day, prayer_days

MIDSUMMER = date(2027, 6, 21)


@pytest.mark.parametrize(
    ("rule", "fajr", "isha"),
    [
        ("seventh", "03:09", "23:29"),
        ("middle", "01:19", "01:19"),
        ("angle", "02:20", "00:12"),
        ("moonsighting", "03:09", "23:29"),
        ("nearest", "02:19", "00:11"),
    ],
)
def test_midsummer_at_sixty_degrees(rule: Rule, fajr: str, isha: str) -> None:
    day = prayer_day(PrayerSettings(position=Position(60, 10.7349), zone="Europe/Oslo", rule=rule), MIDSUMMER)
    assert (f"{day[Hour.FAJR].at:%H:%M}", f"{day[Hour.ISHA].at:%H:%M}") == (fajr, isha)
    assert (day[Hour.FAJR].source.rule, day[Hour.ISHA].source.rule) == (rule, rule)


def test_by_default_one_seventh_holds_from_48_degrees_and_the_middle_of_the_night_below() -> None:
    assert [rule_at("automatic", latitude) for latitude in (47.9, 48, -48, -30)] == [
        "middle",
        "seventh",
        "seventh",
        "middle",
    ]
    below = prayer_day(PrayerSettings(position=Position(47.9, 0), zone="UTC", method="singapore"), MIDSUMMER)
    assert below[Hour.FAJR].source.rule == "middle"


def test_the_nearest_place_is_on_the_same_side_of_the_equator() -> None:
    assert nearest(Position(70, 19)) == Position(45, 19)
    assert nearest(Position(-70, 19)) == Position(-45, 19)


def test_the_last_night_before_the_midnight_sun_is_measured_by_its_own_day() -> None:
    """On the edge of the midnight sun a day has a sunset that the next one lacks, or the other way round."""
    place = PrayerSettings(position=Position(66.4, 19), zone="Europe/Stockholm")
    days = prayer_days(place, date(2027, 5, 25), date(2027, 7, 20))
    polar = [day[Hour.DHUHR].source.rule == NO_SUNSET for day in days]
    assert 0 < sum(polar) < len(days)
    for day in days:
        assert [time.at for time in day] == sorted(time.at for time in day)


@given(st.floats(48, 65), st.sampled_from(("seventh", "angle", "moonsighting", "nearest")))
def test_winter_in_the_south_is_summer_in_the_north(latitude: float, rule: Rule) -> None:
    """Half a year apart the twilights of both sides of the equator are alike, within some minutes."""
    north, south = (
        prayer_day(PrayerSettings(position=Position(sign * latitude, 0), zone="UTC", rule=rule), day)
        for sign, day in ((1, date(2027, 6, 21)), (-1, date(2027, 12, 21)))
    )
    one, other = (day[Hour.SUNRISE].at - day[Hour.FAJR].at for day in (north, south))
    assert abs(one - other) < timedelta(minutes=4)
