"""What prayers take of a day: the wait, Friday's prayer, Ramadan, and prayers that are joined."""

from datetime import date, time, timedelta
from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st
import pytest

from majlis.calendars.positions import Position
from majlis.calendars.prayers.hours import Hour, Minutes
from majlis.calendars.prayers.settings import PrayerSettings
from majlis.calendars.prayers.times import prayer_day
from majlis.calendars.prayers.windows import (
    Combining,
    Customs,
    FridayPrayer,
    PrayerWindow,
    RamadanCustoms,
    windows_of,
)

DOHA = PrayerSettings(position=Position(25.2854, 51.5310), zone="Asia/Qatar", method="qatar")
THURSDAY, FRIDAY = date(2027, 10, 21), date(2027, 10, 22)
IN_RAMADAN = date(2027, 2, 17)


def told(windows: tuple[PrayerWindow, ...]) -> list[str]:
    return [f"{window.kind} {window.adhan:%H:%M} {window.start:%H:%M}–{window.end:%H:%M}" for window in windows]


def windows(day: date, customs: Customs | None = None, offset: int = 0) -> list[str]:
    return told(windows_of(prayer_day(DOHA, day), customs or Customs(), offset))


def test_an_ordinary_day() -> None:
    assert windows(THURSDAY) == [
        "fajr 04:18 04:43–04:53",
        "dhuhr 11:19 11:39–11:51",
        "asr 14:35 15:00–15:12",
        "maghrib 17:02 17:12–17:22",
        "isha 18:32 18:52–19:04",
    ]


def test_friday_has_its_own_prayer() -> None:
    assert windows(FRIDAY)[1] == "friday 11:18 11:28–12:13"
    fixed = Customs(friday=FridayPrayer(at=time(12, 0), wait=0, length=60))
    assert windows(FRIDAY, fixed)[1] == "friday 12:00 12:00–13:00"
    assert windows(FRIDAY, Customs(friday=None))[1].startswith("dhuhr")
    assert windows_of(prayer_day(DOHA, FRIDAY), Customs())[1].told[0].hour is Hour.DHUHR


@pytest.mark.parametrize(
    ("combining", "expected"),
    [
        ("early", ["fajr 04:18 04:43–04:53", "dhuhr_asr 11:19 11:39–12:03", "maghrib_isha 17:02 17:12–17:34"]),
        ("late", ["fajr 04:18 04:43–04:53", "dhuhr_asr 14:35 15:00–15:24", "maghrib_isha 18:32 18:52–19:14"]),
    ],
)
def test_prayers_that_are_joined(combining: Combining, expected: list[str]) -> None:
    joined = windows_of(prayer_day(DOHA, THURSDAY), Customs(combining=combining))
    assert told(joined) == expected
    assert [time.hour for time in joined[1].told] == [Hour.DHUHR, Hour.ASR]


def test_on_friday_dhuhr_is_not_joined() -> None:
    kinds = [line.split()[0] for line in windows(FRIDAY, Customs(combining="early"))]
    assert kinds == ["fajr", "friday", "asr", "maghrib_isha"]


def test_ramadan_has_suhur_iftar_and_tarawih() -> None:
    lines = windows(IN_RAMADAN)
    assert [line.split()[0] for line in lines] == [
        "suhur",
        "fajr",
        "dhuhr",
        "asr",
        "iftar",
        "maghrib",
        "isha",
        "tarawih",
    ]
    day = prayer_day(DOHA, IN_RAMADAN)
    by_kind = {window.kind: window for window in windows_of(day, Customs())}
    assert by_kind["suhur"].end == day[Hour.FAJR].at
    assert by_kind["iftar"].start == day[Hour.MAGHRIB].at
    assert by_kind["tarawih"].start == by_kind["isha"].end


def test_ramadan_by_the_events_offset_and_without_its_customs() -> None:
    eve = date(2027, 2, 7)
    assert len(windows(eve)) == 5
    assert len(windows(eve, offset=1)) == 8
    assert len(windows(IN_RAMADAN, Customs(ramadan=None))) == 5
    assert len(windows(IN_RAMADAN, Customs(ramadan=RamadanCustoms(suhur=0, iftar=20, tarawih=0)))) == 6
    assert len(windows(IN_RAMADAN, Customs(ramadan=RamadanCustoms(suhur=0, iftar=0, tarawih=30)))) == 6


def test_tarawih_follows_a_joined_isha() -> None:
    lines = windows(IN_RAMADAN, Customs(combining="early"))
    assert lines[-1].split()[0] == "tarawih"
    assert lines[-1].split()[1] == lines[-2].rpartition("–")[2]


def test_a_wait_over_a_change_of_clocks_is_as_long_as_it_is() -> None:
    """At Troll the clocks jump from 01:00 to 03:00 UTC+2 within the wait for Fajr."""
    troll = PrayerSettings(position=Position(-72.0114, 2.535), zone="Antarctica/Troll")
    for day in (date(2027, 3, 27), date(2027, 3, 28)):
        for window in windows_of(prayer_day(troll, day), Customs(wait=Minutes(fajr=55, isha=55))):
            assert (window.end.timestamp() - window.adhan.timestamp()) / 60 in {55 + 10, 55 + 12, 10, 12, 12 + 0}


@given(st.dates(date(2000, 1, 1), date(2070, 12, 31)), st.sampled_from(("none", "early", "late")))
def test_windows_follow_each_other(day: date, combining: Combining) -> None:
    customs = Customs(combining=combining, ramadan=None)
    held = windows_of(prayer_day(DOHA, day), customs)
    assert all(window.adhan <= window.start < window.end for window in held)
    assert all(one.end <= other.adhan + timedelta(0) for one, other in pairwise(held))
