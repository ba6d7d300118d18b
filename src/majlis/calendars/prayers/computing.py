"""The hours of a day as the sun gives them, or as a rule does where it gives none, in days of universal time."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Final

from majlis.calendars.positions import Position
from majlis.calendars.prayers.high_latitudes import (
    Rule,
    longest_twilight,
    nearest,
    night_after,
    night_before,
    rule_at,
)
from majlis.calendars.prayers.hours import Hour
from majlis.calendars.prayers.methods import Method
from majlis.calendars.prayers.sun import SunDay, passing, shadow, sun_day

NO_SUNSET: Final = "no-sunset"
"""The rule that a time names where the sun does not both rise and set, or casts no shadow at noon."""


@dataclass(frozen=True, slots=True)
class Told:
    """A moment, and the rule that gave it, or "" where the sun did."""

    moment: float
    rule: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Task:
    """A day at a place (`number` counts its mean noons since 2000, see `sun_day`), and how its hours are told.

    `shadows` is how many lengths a shadow has grown by at Asr.
    """

    position: Position
    number: int
    day: date
    method: Method
    shadows: float
    rule: Rule
    ramadan: bool = False


def hours_of(task: Task) -> Mapping[Hour, Told]:
    """Return the hours of a day; where it has none, those of latitude 45°, with `NO_SUNSET` as their rule."""
    return _hours(task, task.position) or {
        hour: Told(told.moment, NO_SUNSET) for hour, told in (_hours(task, nearest(task.position)) or {}).items()
    }


def _hours(task: Task, position: Position) -> Mapping[Hour, Told] | None:
    sun = sun_day(position, task.number)
    if sun.rise is None or sun.set is None or sun.noon_distance >= 90:
        return None
    asr = shadow(position, task.shadows, sun.noon, sun.set)
    evening = _Evening(task, position, sun.noon, sun.set)
    isha = evening.isha()
    return {
        Hour.FAJR: _fajr(task, position, sun, sun.rise),
        Hour.SUNRISE: Told(sun.rise),
        Hour.DHUHR: Told(sun.noon),
        Hour.ASR: Told(sun.set if asr is None else asr),
        Hour.MAGHRIB: evening.maghrib(),
        Hour.ISHA: isha,
        Hour.MIDNIGHT: Told(max(isha.moment, evening.midnight())),
    }


def _fajr(task: Task, position: Position, sun: SunDay, rise: float) -> Told:
    """Return when the sun comes to the method's angle before sunrise, or the earliest that the rule allows."""
    longest = longest_twilight(
        task.rule,
        position,
        task.number,
        angle=task.method.fajr,
        night=night_before(position, task.number),
        day=task.day,
        morning=True,
    )
    reached = passing(position, -task.method.fajr, sun.noon - 0.5, sun.noon)
    if reached is None or reached < rise - longest:
        return Told(rise - longest, rule_at(task.rule, position.latitude))
    return Told(reached)


@dataclass(frozen=True, slots=True)
class _Evening:
    """What follows a sunset."""

    task: Task
    position: Position
    noon: float
    sunset: float

    def maghrib(self) -> Told:
        """Return sunset, or when the sun comes to the method's angle for Maghrib."""
        angle = self.task.method.maghrib
        if not angle:
            return Told(self.sunset)
        # the rule bounds Isha; an earlier angle has its share of that bound, so that Maghrib stays before it
        return self._sunk_to(angle, self._longest() * angle / self.task.method.isha)

    def isha(self) -> Told:
        """Return when the sun comes to the method's angle after sunset, or its minutes after Maghrib."""
        method = self.task.method
        if not method.isha_minutes:
            return self._sunk_to(method.isha, self._longest())
        minutes = method.ramadan_minutes if self.task.ramadan else 0
        at = self.maghrib().moment + (minutes or method.isha_minutes) / 1440
        middle = self.sunset + night_after(self.position, self.task.number) / 2
        return Told(at) if at <= middle else Told(middle, "middle")

    def midnight(self) -> float:
        """Return the middle of the night, which ends at sunrise or, by some methods, at Fajr."""
        end = self.sunset + night_after(self.position, self.task.number)
        if self.task.method.to_fajr:
            sun = sun_day(self.position, self.task.number + 1)
            end = _fajr(self.task, self.position, sun, end).moment
        return (self.sunset + end) / 2

    def _sunk_to(self, angle: float, longest: float) -> Told:
        reached = passing(self.position, -angle, self.noon + 0.5, self.noon)
        if reached is None or reached > self.sunset + longest:
            return Told(self.sunset + longest, rule_at(self.task.rule, self.position.latitude))
        return Told(reached)

    def _longest(self) -> float:
        return longest_twilight(
            self.task.rule,
            self.position,
            self.task.number,
            angle=self.task.method.isha,
            night=night_after(self.position, self.task.number),
            day=self.task.day,
            morning=False,
        )
