"""Points of the Earth and their zones: what there is, and what is refused."""

import math

import pytest

from majlis.calendars.positions import Position, zone_named
from majlis.programme.refusal import Refusal


@pytest.mark.parametrize("latitude", [90.1, -91.0, math.nan, math.inf])
def test_no_latitude(latitude: float) -> None:
    with pytest.raises(Refusal, match=r"is no latitude: give degrees from −90 \(south\) to 90 \(north\)\."):
        Position(latitude, 0)


@pytest.mark.parametrize("longitude", [180.1, -181.0, math.nan, -math.inf])
def test_no_longitude(longitude: float) -> None:
    with pytest.raises(Refusal, match=r"is no longitude: give degrees from −180 \(west\) to 180 \(east\)\."):
        Position(0, longitude)


def test_poles_and_date_line_are_positions() -> None:
    assert [Position(90, 180), Position(-90, -180)] == [Position(90.0, 180.0), Position(-90.0, -180.0)]


def test_a_zone_by_its_name() -> None:
    assert zone_named("Asia/Qatar").key == "Asia/Qatar"


@pytest.mark.parametrize(
    ("name", "told"),
    [
        ("Asia/Quatar", "There is no time zone “Asia/Quatar”; did you mean Asia/Qatar"),
        ("Europe/Istambul", "did you mean Europe/Istanbul"),
        ("", "There is no time zone “”, as Asia/Qatar or Europe/London."),
        ("../../etc/passwd", "There is no time zone “../../etc/passwd”"),
        ("asia/qatar", "There is no time zone “asia/qatar”"),
    ],
)
def test_a_zone_that_does_not_exist_is_refused_with_those_that_sound_alike(name: str, told: str) -> None:
    with pytest.raises(Refusal) as refused:
        zone_named(name)
    assert told in str(refused.value)
