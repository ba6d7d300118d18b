"""Records as plain JSON and back."""

from datetime import datetime
import json

from hypothesis import given
import pytest

from example import example
from majlis.programme.plain import from_plain, parse_field, parse_time, plain_time, plain_value, to_plain
from majlis.programme.programme import Programme
from majlis.programme.records import Link, Session
from strategies import programmes


@given(programmes())
def test_every_record_comes_back_from_json(programme: Programme) -> None:
    for record in programme.records():
        assert from_plain(record.table, json.loads(json.dumps(to_plain(record)))) == record


def test_the_shape_that_scripts_see() -> None:
    reading = to_plain(example().sessions["reading"])
    assert reading["title"] == {"ar": "قراءة في الظهيرة", "en": "A Reading at Noon"}
    assert reading["languages"] == ["en", "ar"]
    assert to_plain(example().placements["reading@1"])["start"] == "2027-10-21T12:00"
    assert to_plain(example().days["friday"])["date"] == "2027-10-22"
    assert plain_value(Link("Paper", "https://example.org")) == {"title": "Paper", "url": "https://example.org"}


def test_seconds_are_kept_where_there_are_any() -> None:
    assert plain_time(datetime(2027, 1, 1, 9, 0, 30)) == "2027-01-01T09:00:30"
    assert parse_time("2027-01-01T09:00:30") == datetime(2027, 1, 1, 9, 0, 30)


@pytest.mark.parametrize(
    ("table", "field", "value"),
    [
        ("sessions", "minutes", "30"),
        ("sessions", "minutes", True),
        ("sessions", "slug", 3),
        ("sessions", "title", ["en"]),
        ("sessions", "languages", "en"),
        ("people", "unlisted", "perhaps"),
        ("placements", "start", "noon"),
        ("placements", "start", "2027-10-21T09:00+03:00"),
        ("placements", "start", 9),
    ],
)
def test_values_of_another_type_are_refused(table: str, field: str, value: object) -> None:
    with pytest.raises(ValueError, match=r" is no | names an offset|neither|isoformat"):
        parse_field(table, field, value)


def test_fields_that_are_not_there_get_their_defaults() -> None:
    assert from_plain("sessions", {"id": "x"}) == Session(id="x")


def test_what_is_no_field_value_is_a_bug() -> None:
    with pytest.raises(TypeError):
        plain_value(object())
