"""Another astronomy to hold ours against: the sun by `ephem` (VSOP87), which the program itself does not use."""

from datetime import UTC, date, datetime, timedelta
import math

import ephem

from majlis.calendars.positions import Position, zone_named


class Almanac:
    """The sun over a position on the dates of a zone."""

    def __init__(self, position: Position, zone: str) -> None:
        self.zone = zone_named(zone)
        self.observer = ephem.Observer()
        self.observer.lat, self.observer.lon = str(position.latitude), str(position.longitude)
        self.observer.pressure = 0
        self.sun = ephem.Sun()
        self.latitude = math.radians(position.latitude)

    def noon(self, day: date) -> datetime:
        """Return when the sun is highest on a date of the zone."""
        clocks = datetime(day.year, day.month, day.day, 12, tzinfo=self.zone).astimezone(UTC)
        self.observer.date = (clocks - timedelta(hours=12)).replace(tzinfo=None)
        return self._moment(self.observer.next_transit(self.sun))

    def before(self, noon: datetime, degrees: float) -> datetime:
        """Return when the sun last rose through an altitude before a noon."""
        return self._passing(noon, degrees, rising=True)

    def after(self, noon: datetime, degrees: float) -> datetime:
        """Return when the sun next sinks through an altitude after a noon."""
        return self._passing(noon, degrees, rising=False)

    def asr(self, noon: datetime, lengths: float) -> datetime:
        """Return when a shadow has grown by so many lengths since noon, to the second."""
        low, high = 0, 12 * 3600
        while high - low > 1:
            middle = (low + high) // 2
            self.observer.date = (noon + timedelta(seconds=middle)).replace(tzinfo=None)
            self.sun.compute(self.observer)
            aim = math.atan2(1, lengths + math.tan(abs(self.latitude - self.sun.dec)))
            low, high = (middle, high) if self.sun.alt > aim else (low, middle)
        return noon + timedelta(seconds=low)

    def _passing(self, noon: datetime, degrees: float, *, rising: bool) -> datetime:
        self.observer.horizon = str(degrees)
        self.observer.date = noon.replace(tzinfo=None)
        find = self.observer.previous_rising if rising else self.observer.next_setting
        return self._moment(find(self.sun, use_center=True))

    @staticmethod
    def _moment(found: ephem.Date) -> datetime:
        return found.datetime().replace(tzinfo=UTC)
