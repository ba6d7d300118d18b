"""What bounds Fajr and Isha where the night is short and the sun hardly sinks, or not at all.

A rule says how long before sunrise Fajr is at most, and how long after sunset Isha is at most. It holds where
the sun does not reach the method's angle, or reaches it farther from the day than the rule allows; then the rule
is named as the time's source. `automatic` is one seventh of the night from 48° on (where the sun of midsummer no
longer sinks to 18°) and the middle of the night below, where it is hardly ever needed.

Where the sun does not set or rise at all, every rule gives way to the times of latitude 45° at the same
longitude, as the Fiqh Council of the Muslim World League decreed (9th session, 1406 AH); its decree for the belt
from 48° to 66° is the rule `nearest`.
"""

from datetime import date
from typing import Final, Literal

from majlis.calendars.positions import Position
from majlis.calendars.prayers.sun import SunDay, passing, sun_day

Rule = Literal["automatic", "seventh", "middle", "angle", "moonsighting", "nearest"]
RULES: Final[tuple[Rule, ...]] = ("automatic", "seventh", "middle", "angle", "moonsighting", "nearest")

NEAREST_LATITUDE: Final = 45.0
SHORT_NIGHTS: Final = 48.0
"""The latitude from which one seventh of the night bounds Fajr and Isha by default."""

_MORNING: Final = ((28.65, 19.44, 32.74, 48.10), (75.0, 75.0, 75.0, 75.0))
_EVENING: Final = ((25.60, 2.050, -9.210, 6.140), (75.0, 75.0, 75.0, 75.0))
"""Minutes of twilight at the turns of the seasons: by 55 degrees of latitude, and at the equator.

Moonsighting Committee Worldwide, How we calculate prayer times; the evening is that of the general twilight.
"""

_TURNS: Final = (0, 91, 137, 183, 229, 275, 366)
_VALUES: Final = (0, 1, 2, 3, 2, 1, 0)
"""Days since the winter solstice at which the twilight changes its pace, and which of a table's values it has."""


def rule_at(rule: Rule, latitude: float) -> Rule:
    """Return the rule that holds at a latitude where `automatic` is asked for."""
    if rule != "automatic":
        return rule
    return "seventh" if abs(latitude) >= SHORT_NIGHTS else "middle"


def nearest(position: Position) -> Position:
    """Return the place at 45° on the same longitude and side of the equator."""
    return Position(NEAREST_LATITUDE if position.latitude > 0 else -NEAREST_LATITUDE, position.longitude)


def longest_twilight(
    rule: Rule, position: Position, number: int, *, angle: float, night: float, day: date, morning: bool
) -> float:
    """Return how long before sunrise (or after sunset) a twilight may begin (or end), in days.

    `number` is the day's of `sun_day`, `night` the length of the night at hand, `angle` the sun's below the
    horizon.
    """
    match rule_at(rule, position.latitude):
        case "seventh":
            return night / 7
        case "angle":
            return night * min(angle / 60, 0.5)
        case "moonsighting":
            seasonal = _season(position.latitude, day, _MORNING if morning else _EVENING) / 1440
            return min(seasonal, night / 7) if abs(position.latitude) >= 55 else min(seasonal, night / 2)
        case "nearest":
            return night * _part_of_night(nearest(position), number, angle, morning=morning)
        case _:
            return night / 2


def night_before(position: Position, number: int) -> float:
    """Return the length of the night before a day, in days; the sun must rise on it."""
    return _night(sun_day(position, number - 1), sun_day(position, number), sun_day(position, number))


def night_after(position: Position, number: int) -> float:
    """Return the length of the night after a day, in days; the sun must set on it."""
    return _night(sun_day(position, number), sun_day(position, number + 1), sun_day(position, number))


def _night(evening: SunDay, morning: SunDay, near: SunDay) -> float:
    if evening.set is not None and morning.rise is not None:
        return morning.rise - evening.set
    return 1 - ((near.set or near.noon) - (near.rise or near.noon))


def _part_of_night(position: Position, number: int, angle: float, *, morning: bool) -> float:
    """Return what part of the night a twilight takes at a place where every night has both."""
    day = sun_day(position, number)
    if day.rise is None or day.set is None:  # pragma: no cover - the sun rises and sets daily at 45°
        return 0.5
    edge, night = (
        (day.rise, night_before(position, number)) if morning else (day.set, night_after(position, number))
    )
    moment = passing(position, -angle, day.noon - 0.5 if morning else day.noon + 0.5, day.noon)
    return 0.5 if moment is None else abs(edge - moment) / night


def _season(latitude: float, day: date, table: tuple[tuple[float, ...], tuple[float, ...]]) -> float:
    """Return the minutes of twilight by latitude and day of the year."""
    by_latitude, at_equator = table
    values = [base + slope * abs(latitude) / 55 for slope, base in zip(by_latitude, at_equator, strict=True)]
    since = _since_solstice(day, northern=latitude >= 0)
    turn = next(place for place in range(len(_TURNS) - 1) if since < _TURNS[place + 1])
    start, end = values[_VALUES[turn]], values[_VALUES[turn + 1]]
    return start + (end - start) * (since - _TURNS[turn]) / (_TURNS[turn + 1] - _TURNS[turn])


def _since_solstice(day: date, *, northern: bool) -> int:
    """Return the days since the winter solstice of that side of the equator, from 0 on."""
    of_year = day.timetuple().tm_yday
    length = date(day.year, 12, 31).timetuple().tm_yday
    if northern:
        return (of_year + 10) % length
    return (of_year - (173 if length == 366 else 172)) % length
