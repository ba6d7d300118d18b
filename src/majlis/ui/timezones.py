"""The time zones that can be chosen, and the one of this laptop."""

from functools import cache
from zoneinfo import available_timezones

from PySide6.QtCore import QTimeZone

_AREAS = (
    "Africa/",
    "America/",
    "Antarctica/",
    "Asia/",
    "Atlantic/",
    "Australia/",
    "Europe/",
    "Indian/",
    "Pacific/",
)


@cache
def zones() -> tuple[str, ...]:
    """Return the IANA zones that are named after a city, and UTC."""
    return (*sorted(zone for zone in available_timezones() if zone.startswith(_AREAS)), "UTC")


def own_zone() -> str:
    """Return the zone that this laptop is set to, or UTC."""
    name = bytes(QTimeZone.systemTimeZoneId().data()).decode()
    return name if name in zones() else "UTC"
