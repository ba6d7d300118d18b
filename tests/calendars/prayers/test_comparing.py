"""A timetable beside the sun: another city's and one without summer time are told, the place's own is not."""

from datetime import date

from majlis.calendars.positions import Position
from majlis.calendars.prayers.comparing import far_from_computed
from majlis.calendars.prayers.settings import PrayerSettings
from majlis.calendars.prayers.timetable_reading import read_timetable

LONDON = PrayerSettings(position=Position(51.5085, -0.1257), zone="Europe/London", method="moonsighting")
HEADINGS = "date,fajr,dhuhr,maghrib\n"


def test_the_places_own_timetable_is_not_told() -> None:
    summer = b"2027-07-01,02:50,13:09,21:24\n2027-07-02,02:51,13:09,21:24\n"
    assert far_from_computed(read_timetable(HEADINGS.encode() + summer, "times.csv"), LONDON) == ()


def test_a_timetable_without_summer_time_is_told_once_for_each_hour() -> None:
    winter_clocks = b"2027-07-01,01:50,12:09,20:24\n2027-07-02,01:51,12:09,20:24\n"
    doubts = far_from_computed(read_timetable(HEADINGS.encode() + winter_clocks, "times.csv"), LONDON)
    assert [doubt.line for doubt in doubts] == [2, 2, 2]
    assert doubts[1].text == (
        "times.csv: Dhuhr on 2027-07-01 and 1 more is about 60 minutes earlier than computed; "
        "is it of another city, or are its clocks without summer time?"
    )


def test_one_day_that_is_far_from_the_sun_is_told_by_itself() -> None:
    wrong = b"2027-07-01,02:50,13:09,22:24\n2027-07-02,02:51,13:09,21:24\n"
    timetable = read_timetable(HEADINGS.encode() + wrong, "times.csv")
    (doubt,) = far_from_computed(timetable, LONDON)
    assert doubt.text.startswith("times.csv: Maghrib on 2027-07-01 is about 60 minutes later than computed")
    assert date(2027, 7, 1) in timetable.days
