"""The hours against tables that authorities have published, in eight cities, within two minutes.

`published.csv` holds the first days of months by Diyanet (Ankara 2019), Awqaf of the Emirates (Dubai 2018), Awqaf
of Qatar (Doha 2016), Umm al-Qura (Makkah 2016), PrayTimes (Tehran 2018), MUIS (Singapore 2020), Habous (Casablanca
2020) and the Moonsighting Committee (Oslo 2016), as the tests of the library Adhan quote them.
"""

import csv
from datetime import date, datetime, time, timedelta
from pathlib import Path
from typing import cast

import pytest

from majlis.calendars.positions import Position
from majlis.calendars.prayers.hours import Hour
from majlis.calendars.prayers.methods import School
from majlis.calendars.prayers.settings import PrayerSettings
from majlis.calendars.prayers.times import prayer_day

with (Path(__file__).parent / "published.csv").open(encoding="utf-8") as table:
    ROWS = list(csv.DictReader(table))


def differences(row: dict[str, str]) -> dict[Hour, timedelta]:
    """Return by how much each computed hour is later than the published one."""
    settings = PrayerSettings(
        position=Position(float(row["latitude"]), float(row["longitude"])),
        zone=row["zone"],
        method=row["method"],
        school=cast("School", row["school"]),
    )
    day = date.fromisoformat(row["date"])
    computed = prayer_day(settings, day)
    published = {hour: datetime.combine(day, time.fromisoformat(row[hour])) for hour in list(Hour)[:6]}
    return {hour: computed[hour].local - at for hour, at in published.items()}


@pytest.mark.parametrize("row", ROWS, ids=[f"{row['place']} {row['date']}" for row in ROWS])
def test_every_published_hour_is_met_within_two_minutes(row: dict[str, str]) -> None:
    apart = differences(row)
    assert max(abs(minutes) for minutes in apart.values()) <= timedelta(minutes=2), apart


def test_most_published_hours_are_met_to_the_minute() -> None:
    apart = [abs(minutes) for row in ROWS for minutes in differences(row).values()]
    assert sum(minutes == timedelta() for minutes in apart) / len(apart) > 0.6
    assert sum(minutes <= timedelta(minutes=1) for minutes in apart) / len(apart) > 0.98
