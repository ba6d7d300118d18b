"""The direction of prayer: known bearings, and the places where there is none."""

import pytest

from majlis.calendars.positions import Position
from majlis.calendars.prayers.qibla import KAABA, qibla


@pytest.mark.parametrize(
    ("position", "degrees"),
    [
        (Position(41.0082, 28.9784), 151.6),
        (Position(51.5085, -0.1257), 119.0),
        (Position(35.6944, 51.4215), 218.9),
        (Position(3.1412, 101.6865), 292.5),
        (Position(-6.2146, 106.8451), 295.2),
        (Position(40.7143, -74.0060), 58.5),
        (Position(-33.8688, 151.2093), 277.5),
    ],
)
def test_known_bearings(position: Position, degrees: float) -> None:
    assert qibla(position) == pytest.approx(degrees, abs=0.6)


def test_on_the_meridian_it_is_due_south_or_north() -> None:
    assert qibla(Position(60, KAABA.longitude)) == pytest.approx(180)
    assert qibla(Position(0, KAABA.longitude)) == pytest.approx(0)


def test_at_the_kaaba_and_opposite_of_it_there_is_none() -> None:
    assert qibla(KAABA) is None
    assert qibla(Position(-KAABA.latitude, KAABA.longitude - 180)) is None


def test_a_pole_has_a_bearing_along_its_meridian() -> None:
    assert qibla(Position(90, 0)) == pytest.approx(180 - KAABA.longitude)
    assert qibla(Position(-90, KAABA.longitude)) == pytest.approx(0)
