"""The Hijri calendar of Umm al-Qura: known days, its published rule by another astronomy, laws and refusals."""

from datetime import date, datetime, timedelta

import ephem
from hypothesis import given
from hypothesis import strategies as st
import pytest

from majlis.calendars import hijri
from majlis.calendars.hijri import HijriDay
from majlis.programme.refusal import Refusal

days = st.dates(hijri.FIRST + timedelta(days=2), hijri.LAST - timedelta(days=2))
offsets = st.sampled_from(list(hijri.OFFSETS))


@pytest.mark.parametrize(
    ("day", "expected"),
    [
        (date(2027, 10, 21), HijriDay(1449, 5, 21)),
        (date(2024, 3, 11), HijriDay(1445, 9, 1)),
        (date(2023, 6, 28), HijriDay(1444, 12, 10)),
        (date(1924, 8, 1), HijriDay(1343, 1, 1)),
        (date(2077, 11, 16), HijriDay(1500, 12, 30)),
    ],
)
def test_known_days(day: date, expected: HijriDay) -> None:
    assert hijri.hijri(day) == expected
    assert hijri.gregorian(expected) == day


def test_the_offset_moves_the_date_that_a_day_bears() -> None:
    assert hijri.hijri(date(2027, 10, 21), 1) == HijriDay(1449, 5, 22)
    assert hijri.hijri(date(2027, 10, 21), -2) == HijriDay(1449, 5, 19)


@given(days, offsets)
def test_there_and_back_is_the_same_day(day: date, offset: int) -> None:
    assert hijri.gregorian(hijri.hijri(day, offset), offset) == day


@given(days)
def test_the_next_day_has_the_next_date_or_the_first_of_a_month(day: date) -> None:
    one, other = hijri.hijri(day), hijri.hijri(day + timedelta(days=1))
    if other.day == 1:
        assert one.day == hijri.month_length(one.year, one.month)
        assert (other.year * 12 + other.month) - (one.year * 12 + one.month) == 1
    else:
        assert other == HijriDay(one.year, one.month, one.day + 1)


def test_months_have_29_or_30_days() -> None:
    assert [hijri.month_length(1449, month) for month in (4, 5)] == [29, 30]
    with pytest.raises(Refusal):
        hijri.month_length(1501, 1)


def moon_and_sun(day: date) -> tuple[float, float]:
    """Return how many minutes the moon sets after the sun at Makkah, and how old it is at sunset, in minutes."""
    makkah = ephem.Observer()
    makkah.lat, makkah.lon, makkah.pressure = "21:25:21", "39:49:34", 0
    makkah.date, makkah.horizon = datetime(day.year, day.month, day.day, 9), "-0:50"
    sunset = makkah.next_setting(ephem.Sun())
    makkah.date, makkah.horizon = datetime(day.year, day.month, day.day, 6), "-0:34"
    moonset = makkah.next_setting(ephem.Moon())
    return (moonset - sunset) * 1440, (sunset - ephem.previous_new_moon(sunset)) * 1440


def test_months_begin_by_the_published_rule_from_1423_to_1500() -> None:
    """The evening before, the moon is new and sets after the sun; the evening before that, it was not so.

    Within the two minutes or so by which horizons and conjunctions are reckoned otherwise here and there.
    """
    broken: list[tuple[int, int]] = []
    for year in range(1423, 1501):
        for month in range(1, 13):
            first = hijri.gregorian(HijriDay(year, month, 1))
            behind, age = moon_and_sun(first - timedelta(days=1))
            behind_before, age_before = moon_and_sun(first - timedelta(days=2))
            new = behind > -1.5 and age < 3 * 1440
            new_before = behind_before > 1.5 and 2.5 < age_before < 3 * 1440
            if not new or new_before:
                broken.append((year, month))
    assert broken == []


@pytest.mark.parametrize("day", [date(1924, 7, 31), date(2077, 11, 17), date.min, date.max])
def test_a_day_outside_the_calendar_is_refused_in_a_sentence(day: date) -> None:
    assert not hijri.in_range(day)
    with pytest.raises(Refusal, match=r"has no Hijri date: the calendar .* from 1924-08-01 to 2077-11-16\."):
        hijri.hijri(day)


def test_an_offset_that_leads_out_of_the_calendar_is_refused() -> None:
    assert not hijri.in_range(hijri.LAST, 1)
    with pytest.raises(Refusal):
        hijri.hijri(hijri.LAST, 1)


@pytest.mark.parametrize(
    ("day", "told"),
    [
        (HijriDay(1342, 12, 1), "The Hijri year 1342 is outside"),
        (HijriDay(1501, 1, 1), "The Hijri year 1501 is outside"),
        (HijriDay(1449, 13, 1), "There is no day 1 of month 13"),
        (HijriDay(1449, 5, 31), "There is no day 31 of month 5"),
        (HijriDay(1449, 0, 1), "There is no day 1 of month 0"),
    ],
)
def test_dates_that_do_not_exist_are_refused_in_a_sentence(day: HijriDay, told: str) -> None:
    with pytest.raises(Refusal, match=told):
        hijri.gregorian(day)


@pytest.mark.parametrize("offset", [-3, 3, 100])
def test_an_offset_of_more_than_two_days_is_refused(offset: int) -> None:
    with pytest.raises(Refusal, match="it may be from −2 to 2"):
        hijri.hijri(date(2027, 10, 21), offset)


def test_ramadan_by_the_events_offset() -> None:
    first = hijri.gregorian(HijriDay(1448, 9, 1))
    assert hijri.is_ramadan(first)
    assert not hijri.is_ramadan(first - timedelta(days=1))
    assert hijri.is_ramadan(first - timedelta(days=1), 1)
    assert not hijri.is_ramadan(date(2100, 1, 1))
