"""The days of an event, and a new event."""

from datetime import date, datetime, time

import pytest

from example import example
from majlis.programme.edits.edit import apply
from majlis.programme.edits.event import day_on, set_days, set_hours
from majlis.programme.edits.new_event import acronym_of, new_programme
from majlis.programme.refusal import Refusal
from majlis.programme.texts import Texts


def test_days_that_stay_keep_what_they_are() -> None:
    programme = apply(example(), set_days(example(), date(2027, 10, 22), 2))
    assert [day.date.day for day in programme.days_in_order()] == [22, 23]
    assert programme.days["friday"] == example().days["friday"]


@pytest.mark.parametrize("count", [0, -1, 400])
def test_impossible_numbers_of_days_are_refused(count: int) -> None:
    with pytest.raises(Refusal, match="can't have"):
        set_days(example(), date(2027, 10, 22), count)


def test_a_day_may_end_after_midnight() -> None:
    day = day_on(date(2027, 10, 21), time(20), time(2))
    assert day.end == datetime(2027, 10, 22, 2)
    changed = apply(example(), set_hours(example().days["friday"], time(10), time(1)))
    assert changed.days["friday"].end == datetime(2027, 10, 23, 1)
    assert not set_hours(example().days["friday"], time(9), time(18))


def test_a_new_event_has_title_days_and_languages() -> None:
    programme = new_programme("أيام الشعر", date(2027, 10, 21), 2, "Asia/Qatar", ("ar", "en"))
    assert programme.event.title == Texts(ar="أيام الشعر")
    assert programme.event.print_languages == ("ar", "en")
    assert [day.date.day for day in programme.days_in_order()] == [21, 22]


@pytest.mark.parametrize(
    ("zone", "languages", "sentence"),
    [
        ("Atlantis", ("en",), "no time zone"),
        ("Asia/Qatar", (), "at least one language"),
        ("Asia/Qatar", ("english",), "no code of a language"),
    ],
)
def test_an_event_that_can_not_be_is_refused(zone: str, languages: tuple[str, ...], sentence: str) -> None:
    with pytest.raises(Refusal, match=sentence):
        new_programme("T", date(2027, 10, 21), 2, zone, languages)


def test_acronyms_are_latin() -> None:
    assert acronym_of("Journées d’été", date(2027, 1, 1)) == "journees_dete_2027"
    assert acronym_of("أيام", date(2027, 1, 1)) == "event_2027"
