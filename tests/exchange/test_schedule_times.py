"""Local times, days and zones of a schedule, however its source keeps them."""

from datetime import date, datetime

import pytest

from exchange.sources import dates, days, doubts, event, imported, starts, xml
from majlis.programme.edits.event import day_on
from majlis.programme.records import Day


@pytest.mark.parametrize(
    ("start", "stamp", "moment"),
    [
        ("10:00", "2027-05-01T10:00:00+02:00", "2027-05-01 10:00"),
        ("10:00", "2027-05-01T08:00:00Z", "2027-05-01 10:00"),
        ("00:30", "2027-05-01T22:30:00Z", "2027-05-02 00:30"),
        ("9.05", "2027-05-01", "2027-05-01 09:05"),
        ("-", "2027-05-01T08:00:00Z", "2027-05-01 10:00"),
        ("10:00", "-", "2027-05-01 10:00"),
        ("10:00", "2027-05-01T10:00:27+02:00", "2027-05-01 10:00"),
        ("2027-05-01T10:00:00", "-", "2027-05-01 10:00"),
    ],
)
def test_times_are_local_wherever_the_date_is_kept(start: str, stamp: str, moment: str) -> None:
    assert starts(imported(xml(event(start=start, date=stamp)))) == [moment]


def test_the_start_wins_over_a_date_that_disagrees() -> None:
    source = xml(event(start="23:30", date="2027-05-02T00:10:00+02:00"))
    assert starts(imported(source)) == ["2027-05-01 23:30"]
    assert any("the start was taken" in text for text in doubts(source))


@pytest.mark.parametrize(
    "fields",
    [
        {"start": "noon", "date": "-"},
        {"start": "25:99", "date": "someday"},
        {"start": "-", "date": "9999-12-31T23:59:00-12:00"},
    ],
)
def test_a_time_that_is_none_leaves_the_session_unplaced(fields: dict[str, str]) -> None:
    source = xml(event(**fields))
    assert starts(imported(source)) == []
    assert any("left unplaced" in text for text in doubts(source))


def test_a_start_on_no_day_leaves_the_session_unplaced() -> None:
    assert starts(imported(xml(event(date="-"), day='index="1"'))) == []


@pytest.mark.parametrize(
    ("day", "conference"),
    [
        ('date="2027-05-01"', {"day_change": "09:00:00"}),
        ('date="2027-05-01"', {}),
        ('date="2027-05-01" start="2027-05-01T09:00:00+02:00" end="2027-05-02T02:00:00+02:00"', {}),
    ],
)
def test_a_talk_after_midnight_that_is_kept_on_the_day_before_gets_its_real_date(
    day: str, conference: dict[str, str]
) -> None:
    source = xml(event(), event(id="2", title="Late", start="01:15", date="-"), day=day, **conference)
    assert starts(imported(source)) == ["2027-05-01 10:00", "2027-05-02 01:15"]
    assert dates(imported(source)) == ["2027-05-01"]
    assert any("put on the next day" in text for text in doubts(source))


def test_a_talk_after_midnight_is_put_right_even_where_its_date_is_that_of_the_day_before() -> None:
    day = 'date="2027-05-01" start="2027-05-01T09:00:00+02:00" end="2027-05-02T02:00:00+02:00"'
    source = xml(event(start="01:15", date="2027-05-01T01:15:00+02:00"), day=day)
    assert starts(imported(source)) == ["2027-05-02 01:15"]


def test_a_talk_before_the_doors_open_stays_on_its_morning() -> None:
    day = 'date="2027-05-01" start="2027-05-01T09:00:00+02:00" end="2027-05-02T08:59:00+02:00"'
    source = xml(event(start="08:30", date="2027-05-01T08:30:00+02:00"), day=day)
    assert starts(imported(source)) == ["2027-05-01 08:30"]


def test_the_hours_of_a_day_are_those_of_the_source() -> None:
    day = 'date="2027-05-01" start="2027-05-01T07:00:00Z" end="2027-05-01T23:00:00Z"'
    assert days(imported(xml(event(), day=day))) == [
        Day(
            id=day_on(date(2027, 5, 1)).id,
            date=date(2027, 5, 1),
            start=datetime(2027, 5, 1, 9),
            end=datetime(2027, 5, 2, 1),
        )
    ]


@pytest.mark.parametrize(
    "hours",
    [
        "",
        ' start="2027-05-01T04:00:00+02:00" end="2027-05-02T03:59:00+02:00"',
        ' start="2027-05-01T09:00:00+02:00" end="2027-05-01T09:00:00+02:00"',
        ' start="2027-05-01" end="2027-05-02"',
    ],
)
def test_hours_that_say_nothing_are_made_of_what_is_held(hours: str) -> None:
    source = xml(event(), event(id="2", title="Late", start="21:40", date="-"), day=f'date="2027-05-01"{hours}')
    (day,) = days(imported(source))
    assert (day.start.hour, day.end.hour) == (10, 23)


def test_a_day_without_sessions_has_the_usual_hours() -> None:
    assert days(imported(xml())) == [day_on(date(2027, 5, 1))]


def test_a_day_that_is_dated_in_utc_gets_the_date_of_its_sessions() -> None:
    source = xml(
        event(start="10:00", date="2027-05-01T10:00:00+09:00"),
        day='date="2027-04-30"',
        time_zone_name="Asia/Tokyo",
    )
    assert dates(imported(source)) == ["2027-05-01"]
    assert any("is dated 2027-04-30" in text for text in doubts(source))


def test_a_session_on_another_day_adds_that_day() -> None:
    source = xml(event(), event(id="2", title="Away", date="2027-05-04T10:00:00+02:00"))
    assert dates(imported(source)) == ["2027-05-01", "2027-05-04"]


def test_a_session_before_dawn_on_a_day_of_the_event_adds_no_day() -> None:
    source = xml(event(start="03:00", date="2027-05-01T03:00:00+02:00"))
    assert dates(imported(source)) == ["2027-05-01"]


@pytest.mark.parametrize(
    ("conference", "stamp", "zone"),
    [
        ({"time_zone_name": "-"}, "2027-05-01T10:00:00+01:00", "Etc/GMT-1"),
        ({"time_zone_name": "-", "city": "Doha"}, "2027-05-01T10:00:00+03:00", "Etc/GMT-3"),
        ({"time_zone_name": "-", "city": "Berlin"}, "2027-05-01T10:00:00+02:00", "Europe/Berlin"),
        ({"time_zone_name": "Moon/Base"}, "2027-05-01T04:30:00Z", "Asia/Kolkata"),
        ({"time_zone_name": "-"}, "2027-04-30T23:00:00Z", "Etc/GMT-11"),
        ({"time_zone_name": "-"}, "2027-05-01T22:00:00Z", "Etc/GMT+12"),
        ({"time_zone_name": "-"}, "2027-05-01T10:00:00", "UTC"),
    ],
)
def test_a_zone_that_is_not_named_is_found_from_the_offsets(
    conference: dict[str, str], stamp: str, zone: str
) -> None:
    source = xml(event(date=stamp), **conference)
    assert imported(source).event.zone == zone
    assert starts(imported(source)) == ["2027-05-01 10:00"]
    assert any(f"{zone} was taken" in text for text in doubts(source))


def test_several_offsets_are_told() -> None:
    stamps = ("2027-05-01T10:00:00+01:00", "2027-05-01T10:00:00+01:00", "2027-05-01T10:00:00+02:00")
    events = (event(id=str(number), title=f"No. {number}", date=stamp) for number, stamp in enumerate(stamps, 1))
    assert any("and 1 other offset" in text for text in doubts(xml(*events, time_zone_name="-")))


def test_without_offsets_the_city_tells_the_zone() -> None:
    source = xml(event(date="-"), time_zone_name="-", city="Brussels")
    assert imported(source).event.zone == "Europe/Brussels"
    assert doubts(source) == ["names no time zone and its times no offset; Europe/Brussels was taken"]
