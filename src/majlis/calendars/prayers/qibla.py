"""The direction of prayer: along the great circle to the Kaaba, as a bearing from true north."""

import math
from typing import Final

from majlis.calendars.positions import Position

KAABA: Final = Position(21.4225, 39.8262)


def qibla(position: Position) -> float | None:
    """Return the direction in degrees clockwise from true north, from 0 up to 360.

    None within about ten metres of the Kaaba and of its antipode, where every direction leads to it. At a pole,
    where north is every direction or none, the bearing is that along the meridian of the position's longitude.
    """
    latitude, aim = math.radians(position.latitude), math.radians(KAABA.latitude)
    turn = math.radians(KAABA.longitude - position.longitude)
    east = math.sin(turn) * math.cos(aim)
    north = math.cos(latitude) * math.sin(aim) - math.sin(latitude) * math.cos(aim) * math.cos(turn)
    if math.hypot(east, north) < 1.6e-6:
        return None
    return math.degrees(math.atan2(east, north)) % 360
