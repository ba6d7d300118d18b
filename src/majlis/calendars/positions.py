"""Points of the Earth, and the zones whose clocks they keep."""

from dataclasses import dataclass
from difflib import get_close_matches
from functools import cache
import math
from zoneinfo import ZoneInfo, available_timezones

from majlis.programme.refusal import Refusal


@dataclass(frozen=True, slots=True)
class Position:
    """A point of the Earth: degrees north of the equator and degrees east of Greenwich."""

    latitude: float
    longitude: float

    def __post_init__(self) -> None:
        if not (math.isfinite(self.latitude) and -90 <= self.latitude <= 90):
            raise Refusal(f"{self.latitude} is no latitude: give degrees from −90 (south) to 90 (north).")
        if not (math.isfinite(self.longitude) and -180 <= self.longitude <= 180):
            raise Refusal(f"{self.longitude} is no longitude: give degrees from −180 (west) to 180 (east).")


@cache
def zone_named(name: str) -> ZoneInfo:
    """Return the time zone with an IANA name; raise `Refusal` where there is none, with those that sound alike."""
    known = available_timezones()
    if name in known:
        return ZoneInfo(name)
    alike = get_close_matches(name, known, n=3, cutoff=0.6)
    hint = f"; did you mean {' or '.join(alike)}?" if alike else ", as Asia/Qatar or Europe/London."
    raise Refusal(f"There is no time zone “{name}”{hint}")
