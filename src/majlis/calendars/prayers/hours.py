"""The hours of a day that prayers are told by, and values by hour."""

from collections.abc import Iterator
from dataclasses import dataclass, fields
from enum import StrEnum
from typing import Final


class Hour(StrEnum):
    """A moment of the day: the beginning of a prayer's time, sunrise, or the middle of the night."""

    FAJR = "fajr"
    SUNRISE = "sunrise"
    DHUHR = "dhuhr"
    ASR = "asr"
    MAGHRIB = "maghrib"
    ISHA = "isha"
    MIDNIGHT = "midnight"


PRAYERS: Final = (Hour.FAJR, Hour.DHUHR, Hour.ASR, Hour.MAGHRIB, Hour.ISHA)
"""The five prayers, in the order of the day."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Minutes:
    """Minutes for each hour of a day; none unless told."""

    fajr: int = 0
    sunrise: int = 0
    dhuhr: int = 0
    asr: int = 0
    maghrib: int = 0
    isha: int = 0

    def of(self, hour: Hour) -> int:
        """Return the minutes of an hour; midnight has none."""
        match hour:
            case Hour.FAJR:
                return self.fajr
            case Hour.SUNRISE:
                return self.sunrise
            case Hour.DHUHR:
                return self.dhuhr
            case Hour.ASR:
                return self.asr
            case Hour.MAGHRIB:
                return self.maghrib
            case Hour.ISHA:
                return self.isha
            case Hour.MIDNIGHT:
                return 0

    def __iter__(self) -> Iterator[tuple[Hour, int]]:
        for field in fields(self):
            hour = Hour(field.name)
            yield hour, self.of(hour)


NO_MINUTES: Final = Minutes()
