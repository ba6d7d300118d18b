"""The Solar Hijri calendar: known days, new year by the equinox, laws and refusals."""

from datetime import date, datetime, timedelta

import ephem
from hypothesis import given
from hypothesis import strategies as st
import pytest

from majlis.calendars import solar_hijri
from majlis.calendars.solar_hijri import SolarDay
from majlis.programme.refusal import Refusal

days = st.dates(solar_hijri.FIRST, solar_hijri.LAST)


@pytest.mark.parametrize(
    ("day", "expected"),
    [
        (date(2027, 10, 21), SolarDay(1406, 7, 29)),
        (date(2027, 10, 23), SolarDay(1406, 8, 1)),
        (date(2025, 3, 20), SolarDay(1403, 12, 30)),
        (date(2025, 3, 21), SolarDay(1404, 1, 1)),
        (date(1979, 2, 11), SolarDay(1357, 11, 22)),
    ],
)
def test_known_days(day: date, expected: SolarDay) -> None:
    assert solar_hijri.solar_hijri(day) == expected
    assert solar_hijri.gregorian(expected) == day


@given(days)
def test_there_and_back_is_the_same_day(day: date) -> None:
    assert solar_hijri.gregorian(solar_hijri.solar_hijri(day)) == day


def test_the_year_begins_with_the_equinox_before_noon_at_tehran_from_1300_to_1500() -> None:
    """The day whose noon, by the clocks of 52.5° east, follows the equinox; leap years follow from it."""
    for year in range(1300, 1501):
        equinox = ephem.next_vernal_equinox(str(year + 621)).datetime() + timedelta(hours=3.5)
        first = (equinox + timedelta(hours=12)).date()
        assert solar_hijri.gregorian(SolarDay(year, 1, 1)) == first
        last = solar_hijri.solar_hijri(first - timedelta(days=1))
        assert last == SolarDay(year - 1, 12, 30 if solar_hijri.is_leap(year - 1) else 29)


@pytest.mark.parametrize("day", [date(1799, 3, 20), date(2256, 3, 20), date.min, date.max])
def test_a_day_outside_the_calendar_is_refused_in_a_sentence(day: date) -> None:
    assert not solar_hijri.in_range(day)
    with pytest.raises(Refusal, match="has no Solar Hijri date"):
        solar_hijri.solar_hijri(day)


@pytest.mark.parametrize(
    ("day", "told"),
    [
        (SolarDay(1404, 12, 30), "There is no day 30 of month 12"),
        (SolarDay(1404, 7, 31), "There is no day 31 of month 7"),
        (SolarDay(1404, 13, 1), "There is no day 1 of month 13"),
        (SolarDay(0, 1, 1), "There is no day 1 of month 1 in the Solar Hijri year 0"),
        (SolarDay(1000, 1, 1), "The Solar Hijri year 1000 is outside"),
    ],
)
def test_dates_that_do_not_exist_are_refused_in_a_sentence(day: SolarDay, told: str) -> None:
    with pytest.raises(Refusal, match=told):
        solar_hijri.gregorian(day)


def test_a_time_of_day_does_not_matter() -> None:
    assert solar_hijri.solar_hijri(datetime(2027, 10, 21, 23, 59).date()) == SolarDay(1406, 7, 29)
