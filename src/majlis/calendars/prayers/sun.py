"""Where the sun stands: its altitude over a place, its noon, and the moments at which it passes an altitude.

Meeus, Astronomical Algorithms (2nd edition): the sun's apparent place by chapter 25 (low accuracy, within
0.01°), obliquity by chapter 22, sidereal time by chapter 12, altitude by chapter 13. No refraction is added: who
asks for a sunrise asks for the altitude at which it is seen (`HORIZON`).

Moments are days of universal time since noon of 1 January 2000, angles are degrees.
"""

from collections.abc import Callable
from dataclasses import dataclass
from functools import lru_cache
import math
from typing import Final

from majlis.calendars.positions import Position

HORIZON: Final = -5 / 6
"""Where the sun's centre is when its rim is seen at the horizon: 34′ of refraction and 16′ of radius."""

_DELTA_T: Final = 69.2 / 86_400
"""Terrestrial less universal time, in 2025; a minute more or less moves the sun by a thousandth of a degree."""

_PRECISION: Final = 0.1 / 86_400
_DAY_OF_ANGLE: Final = 360.98564736629


@dataclass(frozen=True, slots=True)
class SunDay:
    """The sun over a place from midnight to midnight: its noon, and its rising and setting where it does both.

    `noon_distance` is how far from the zenith it stands at noon.
    """

    noon: float
    noon_distance: float
    rise: float | None
    set: float | None


def altitude(moment: float, position: Position) -> float:
    """Return how high the sun's centre stands."""
    declination, hour_angle = place(moment, position.longitude)
    latitude = math.radians(position.latitude)
    sine = math.sin(latitude) * math.sin(declination) + math.cos(latitude) * math.cos(declination) * math.cos(
        hour_angle
    )
    return math.degrees(math.asin(max(-1.0, min(1.0, sine))))


def place(moment: float, longitude: float) -> tuple[float, float]:
    """Return the sun's declination and, over a longitude, its hour angle from −π to π; both in radians."""
    century = (moment + _DELTA_T) / 36_525
    anomaly = math.radians(357.52911 + century * (35_999.05029 - century * 0.0001537))
    centre = (
        (1.914602 - century * (0.004817 + century * 0.000014)) * math.sin(anomaly)
        + (0.019993 - century * 0.000101) * math.sin(2 * anomaly)
        + 0.000289 * math.sin(3 * anomaly)
    )
    node = math.radians(125.04 - 1_934.136 * century)
    nutation = -0.00478 * math.sin(node)
    mean = 280.46646 + century * (36_000.76983 + century * 0.0003032)
    ecliptic = math.radians(mean + centre - 0.00569 + nutation)
    obliquity = math.radians(23.4392911 - 0.0130042 * century + 0.00256 * math.cos(node))
    ascension = math.atan2(math.cos(obliquity) * math.sin(ecliptic), math.cos(ecliptic))
    declination = math.asin(math.sin(obliquity) * math.sin(ecliptic))
    sidereal = 280.46061837 + _DAY_OF_ANGLE * moment + nutation * math.cos(obliquity) + longitude
    return declination, math.remainder(math.radians(sidereal) - ascension, math.tau)


@lru_cache(maxsize=4096)
def sun_day(position: Position, number: int) -> SunDay:
    """Return the sun's day over a place; `number` counts its mean noons from that of 1 January 2000."""
    noon = _noon(number - position.longitude / 360, position.longitude)
    declination, _ = place(noon, position.longitude)
    return SunDay(
        noon,
        abs(position.latitude - math.degrees(declination)),
        passing(position, HORIZON, noon - 0.5, noon),
        passing(position, HORIZON, noon + 0.5, noon),
    )


def passing(position: Position, degrees: float, dark: float, bright: float) -> float | None:
    """Return when the sun passes an altitude between its lowest and its highest, or None where it does not."""
    return bisected(lambda moment: altitude(moment, position) - degrees, dark, bright)


def shadow(position: Position, lengths: float, noon: float, end: float) -> float | None:
    """Return when a shadow has grown since noon by so many lengths of what casts it, or None if it has not."""

    def excess(moment: float) -> float:
        declination, _ = place(moment, position.longitude)
        distance = abs(math.radians(position.latitude) - declination)
        return altitude(moment, position) - math.degrees(math.atan2(1, lengths + math.tan(distance)))

    return bisected(excess, end, noon)


def bisected(excess: Callable[[float], float], low: float, high: float) -> float | None:
    """Return where a function passes from below to above 0, to a tenth of a second, or None where it does not."""
    if excess(low) > 0 or excess(high) < 0:
        return None
    while abs(high - low) > _PRECISION:
        middle = (low + high) / 2
        if excess(middle) > 0:
            high = middle
        else:
            low = middle
    return (low + high) / 2


def _noon(moment: float, longitude: float) -> float:
    """Return the true noon that is nearest to a mean noon."""
    for _ in range(2):
        _, hour_angle = place(moment, longitude)
        moment -= math.degrees(hour_angle) / _DAY_OF_ANGLE
    return moment
