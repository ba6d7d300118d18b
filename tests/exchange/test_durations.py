"""Lengths as other programs write them."""

from hypothesis import given
from hypothesis import strategies as st
import pytest

from majlis.exchange.durations import Duration, clock_text, parse_duration
from majlis.exchange.frab_xml_writing import duration_text


@pytest.mark.parametrize(
    ("text", "minutes"),
    [
        ("00:30", 30),
        ("1:30", 90),
        (" 13:20 ", 800),
        ("PT45M", 45),
        ("PT1H30M", 90),
        ("P1DT2H", 1_560),
    ],
)
def test_an_ordinary_length_is_read_without_doubt(text: str, minutes: int) -> None:
    read = parse_duration(text)
    assert read.minutes == minutes
    assert (read.doubt == "") == (minutes < 1_440)


@pytest.mark.parametrize(
    ("text", "minutes"),
    [
        ("00:90", 90),
        ("135.0:00", 8_100),
        ("30", 30),
        ("999", 999),
        ("0", 0),
        ("00:00", 0),
        ("1:00:00", 60),
        ("00:05:00", 5),
        ("6944:11:40", 6_944 * 1_440 + 11 * 60 + 40),
        ("2:03:30", 2 * 1_440 + 3 * 60 + 30),
        ("30:00", 1_800),
        ("45 min", 45),
        ("1h 15", 75),
        ("2 hours", 120),
        ("٣٠", 30),
    ],
)
def test_an_odd_length_is_read_with_a_doubt(text: str, minutes: int) -> None:
    read = parse_duration(text)
    assert read.minutes == minutes
    assert read.doubt != ""


@pytest.mark.parametrize("text", ["", "soon", "-1:00", "1:2:3:4", "99999999999999:00", "9" * 400, "nan"])
def test_what_is_no_length_is_none(text: str) -> None:
    read = parse_duration(text)
    assert read.minutes is None
    assert read.doubt != ""


def test_three_figures_begin_with_days_where_the_source_writes_them_so() -> None:
    assert parse_duration("1:00:00", days_first=True).minutes == 1_440


@given(st.integers(1, 99 * 1_440))
def test_what_is_written_is_read_again(minutes: int) -> None:
    assert parse_duration(duration_text(minutes), days_first=True).minutes == minutes
    assert parse_duration(clock_text(minutes)).minutes == minutes


def test_lengths_beyond_the_format_are_cut() -> None:
    assert duration_text(200 * 1_440) == "99:23:59"
    assert duration_text(-5) == "00:00"
    assert parse_duration("00:00") == Duration(0, "lasts no minutes; kept so")
