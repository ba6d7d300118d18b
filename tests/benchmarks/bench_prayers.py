"""What a year of prayers costs, and the calendars and cities around it: run as a script.

    .venv/bin/python tests/benchmarks/bench_prayers.py

The year is to take less than half a second in every city and by every method. Prints a table; never fails by time.
"""

from collections.abc import Callable
from datetime import date
import time
from typing import Final

from majlis.calendars import cities, days, hijri
from majlis.calendars.positions import Position
from majlis.calendars.prayers.methods import METHODS
from majlis.calendars.prayers.settings import PrayerSettings
from majlis.calendars.prayers.sun import sun_day
from majlis.calendars.prayers.times import prayer_days
from majlis.calendars.prayers.timetable_reading import read_timetable

PLACES: Final = {
    "Doha": (25.2854, 51.5310, "Asia/Qatar"),
    "Istanbul": (41.0082, 28.9784, "Europe/Istanbul"),
    "Edinburgh": (55.9521, -3.1965, "Europe/London"),
    "Tromsø": (69.6489, 18.9551, "Europe/Oslo"),
}
FIRST, LAST = date(2027, 1, 1), date(2027, 12, 31)


def seconds(job: Callable[[], object]) -> float:
    """Return the seconds of a job by the wall clock, with nothing of it known before."""
    sun_day.cache_clear()
    start = time.perf_counter()
    job()
    return time.perf_counter() - start


def year(place: str, method: str) -> Callable[[], object]:
    """Return the job of computing a year of prayers at a place."""
    latitude, longitude, zone = PLACES[place]
    settings = PrayerSettings(position=Position(latitude, longitude), zone=zone, method=method)
    return lambda: prayer_days(settings, FIRST, LAST)


def written() -> bytes:
    """Return a year's timetable as CSV."""
    latitude, longitude, zone = PLACES["Istanbul"]
    settings = PrayerSettings(position=Position(latitude, longitude), zone=zone)
    lines = (
        ",".join([day.day.isoformat(), *(f"{each.at:%H:%M}" for each in list(day)[:6])])
        for day in prayer_days(settings, FIRST, LAST)
    )
    return "\n".join(["date,fajr,sunrise,dhuhr,asr,maghrib,isha", *lines]).encode()


def main() -> None:
    """Measure and print."""
    print("seconds for a year of prayers, by method")
    print(f"{'':<16}" + "".join(f"{place:>12}" for place in PLACES))
    for method in METHODS:
        print(f"{method:<16}" + "".join(f"{seconds(year(place, method)):>12.3f}" for place in PLACES))
    table = written()
    others: dict[str, Callable[[], object]] = {
        "a year's timetable read": lambda: read_timetable(table, "times.csv"),
        "cities: the table, first time": lambda: cities.find_cities("doha"),
        "cities: a search": lambda: cities.find_cities("kuala"),
        "a year in three calendars, in Arabic": lambda: [
            days.beside(hijri.gregorian(hijri.HijriDay(1449, month, day)), "ar", days.CALENDARS)
            for month in range(1, 13)
            for day in range(1, 30)
        ],
    }
    for name, job in others.items():
        print(f"{name:<40}{seconds(job):>12.3f}")


if __name__ == "__main__":
    main()
