"""Time zones of a source: named, or found from its offsets and its city."""

from datetime import datetime, timedelta, tzinfo
from functools import cache
from typing import Final
from zoneinfo import ZoneInfo, available_timezones

_ODD_OFFSETS: Final = {
    210: "Asia/Tehran",
    270: "Asia/Kabul",
    330: "Asia/Kolkata",
    345: "Asia/Kathmandu",
    390: "Asia/Yangon",
    570: "Australia/Darwin",
    630: "Australia/Adelaide",
    -150: "America/St_Johns",
    -210: "America/St_Johns",
}
"""Minutes east of Greenwich that are no whole hours → a zone that keeps them."""


@cache
def zone_named(name: str) -> ZoneInfo | None:
    """Return the zone with this IANA name, or None."""
    return ZoneInfo(name) if name in available_timezones() else None


def zone_or_utc(name: str) -> ZoneInfo:
    """Return the zone with this IANA name, else UTC."""
    return zone_named(name) or ZoneInfo("UTC")


def zone_of_city(city: str, offset: int | None = None, moment: datetime = datetime(2000, 1, 1)) -> str:
    """Return the zone that is named for a city and has the offset then, in minutes, or any; else ""."""
    wanted = city.strip().replace(" ", "_").casefold()
    zones = _by_city().get(wanted, ())
    return next((name for name in zones if offset in {None, _offset(moment, ZoneInfo(name))}), "")


def zone_with_offset(minutes: int) -> str:
    """Return a zone that is always, or at least usually, so many minutes east of Greenwich."""
    if minutes == 0:
        return "UTC"
    hours, rest = divmod(minutes, 60)
    if rest or not -12 <= hours <= 14:
        return _ODD_OFFSETS.get(minutes, "UTC")
    return f"Etc/GMT{-hours:+d}"


def with_offset(moment: datetime, zone: tzinfo) -> str:
    """Return a local time in ISO 8601 with the offset that the zone has then: `2027-10-21T09:00:00+03:00`."""
    return moment.replace(tzinfo=zone).isoformat(timespec="seconds")


def _offset(moment: datetime, zone: tzinfo) -> int:
    return int((zone.utcoffset(moment) or timedelta()).total_seconds()) // 60


@cache
def _by_city() -> dict[str, tuple[str, ...]]:
    cities: dict[str, list[str]] = {}
    for name in sorted(available_timezones()):
        if "/" in name and not name.startswith(("Etc/", "posix/", "right/")):
            cities.setdefault(name.rpartition("/")[2].casefold(), []).append(name)
    return {city: tuple(names) for city, names in cities.items()}
