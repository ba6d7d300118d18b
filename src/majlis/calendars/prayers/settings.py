"""What prayer times are computed from: where, by whose method, and with what the committee adds."""

from dataclasses import dataclass
from typing import Final

from majlis.calendars.hijri import OFFSETS
from majlis.calendars.positions import Position, zone_named
from majlis.calendars.prayers.high_latitudes import RULES, Rule
from majlis.calendars.prayers.hours import NO_MINUTES, Minutes
from majlis.calendars.prayers.methods import SHADOWS, School, method_named
from majlis.programme.refusal import Refusal

MOST_ADJUSTED: Final = 60
"""The most minutes by which a committee may move a computed time: more is another method or another zone."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PrayerSettings:
    """Where the prayers are, the zone of its clocks (IANA), and how their times are computed.

    `adjustments` are the committee's own minutes, besides those of the method. `hijri_offset` is the event's: it
    tells which days are of Ramadan. Raises `Refusal` for what does not exist.
    """

    position: Position
    zone: str
    method: str = "mwl"
    school: School = "standard"
    rule: Rule = "automatic"
    adjustments: Minutes = NO_MINUTES
    hijri_offset: int = 0

    def __post_init__(self) -> None:
        zone_named(self.zone)
        method_named(self.method)
        if self.school not in SHADOWS:
            raise Refusal(f"There is no school “{self.school}” for Asr; there are {', '.join(SHADOWS)}.")
        if self.rule not in RULES:
            raise Refusal(f"There is no rule “{self.rule}” for high latitudes; there are {', '.join(RULES)}.")
        if self.hijri_offset not in OFFSETS:
            raise Refusal(f"The Hijri offset is {self.hijri_offset} days; it may be from −2 to 2.")
        for hour, minutes in self.adjustments:
            if abs(minutes) > MOST_ADJUSTED:
                raise Refusal(
                    f"{hour.capitalize()} is moved by {minutes} minutes; at most {MOST_ADJUSTED} are possible. "
                    "Choose another method, or give a timetable."
                )
