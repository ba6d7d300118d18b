"""What prayers take of a day: the adhan, the wait and the prayer, by a congregation's customs."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import UTC, datetime, time, timedelta
from typing import Final, Literal

from majlis.calendars.hijri import is_ramadan
from majlis.calendars.prayers.hours import PRAYERS, Hour, Minutes
from majlis.calendars.prayers.times import PrayerDay, PrayerTime

WindowKind = Literal[
    "fajr", "dhuhr", "asr", "maghrib", "isha", "friday", "dhuhr_asr", "maghrib_isha", "suhur", "iftar", "tarawih"
]
Combining = Literal["none", "early", "late"]
"""Whether Dhuhr and Asr, and Maghrib and Isha, are prayed together: at the time of the earlier or of the later."""

_PAIRS: Final[tuple[tuple[Hour, Hour, WindowKind], ...]] = (
    (Hour.DHUHR, Hour.ASR, "dhuhr_asr"),
    (Hour.MAGHRIB, Hour.ISHA, "maghrib_isha"),
)
USUAL_WAIT: Final = Minutes(fajr=25, dhuhr=20, asr=25, maghrib=10, isha=20)
USUAL_LENGTH: Final = Minutes(fajr=10, dhuhr=12, asr=12, maghrib=10, isha=12)

_FRIDAY: Final = 5


@dataclass(frozen=True, slots=True, kw_only=True)
class FridayPrayer:
    """Friday's prayer: `length` minutes with its sermon, `wait` minutes after Dhuhr or after the clock `at`."""

    at: time | None = None
    wait: int = 10
    length: int = 45


@dataclass(frozen=True, slots=True, kw_only=True)
class RamadanCustoms:
    """Minutes that Ramadan takes: before Fajr (suhur), from Maghrib on (iftar), and after Isha (tarawih)."""

    suhur: int = 60
    iftar: int = 30
    tarawih: int = 60


@dataclass(frozen=True, slots=True, kw_only=True)
class Customs:
    """How long after the adhan a congregation prays, and for how long, in minutes; the defaults are one mosque's.

    Without `friday` there is no Friday prayer, without `ramadan` nothing is kept free for it. On Fridays Dhuhr
    is not combined.
    """

    wait: Minutes = USUAL_WAIT
    length: Minutes = USUAL_LENGTH
    combining: Combining = "none"
    friday: FridayPrayer | None = field(default_factory=FridayPrayer)
    ramadan: RamadanCustoms | None = field(default_factory=RamadanCustoms)


@dataclass(frozen=True, slots=True)
class PrayerWindow:
    """A stretch of a day that is a prayer's: the adhan (or what begins it), and from when until when it is held.

    `told` are the hours that it is reckoned from, with their sources; it keeps people from `adhan` to `end`.
    """

    kind: WindowKind
    adhan: datetime
    start: datetime
    end: datetime
    told: tuple[PrayerTime, ...]


def windows_of(day: PrayerDay, customs: Customs, hijri_offset: int = 0) -> tuple[PrayerWindow, ...]:
    """Return the windows of a day in the order in which they are held."""
    windows = [*_prayers(day, customs)]
    if customs.ramadan is not None and is_ramadan(day.day, hijri_offset):
        night = next(window for window in windows if Hour.ISHA in {told.hour for told in window.told})
        windows += _ramadan(day, customs.ramadan, night.end)
    return tuple(sorted(windows, key=lambda window: (window.adhan, window.start)))


def _prayers(day: PrayerDay, customs: Customs) -> Iterator[PrayerWindow]:
    friday = customs.friday if day.day.isoweekday() == _FRIDAY else None
    joined: set[Hour] = set()
    if customs.combining != "none":
        for pair in _PAIRS[1 if friday else 0 :]:
            yield _combined(day, pair, customs)
            joined.update(pair[:2])
    for hour in PRAYERS:
        if hour is Hour.DHUHR and friday is not None:
            yield _friday(day, friday)
        elif hour not in joined:
            kind: WindowKind = hour.value
            yield _window(kind, (day[hour],), day[hour].at, customs.wait.of(hour), customs.length.of(hour))


def _combined(day: PrayerDay, pair: tuple[Hour, Hour, WindowKind], customs: Customs) -> PrayerWindow:
    first, second, kind = pair
    hour = first if customs.combining == "early" else second
    length = customs.length.of(first) + customs.length.of(second)
    return _window(kind, (day[first], day[second]), day[hour].at, customs.wait.of(hour), length)


def _friday(day: PrayerDay, friday: FridayPrayer) -> PrayerWindow:
    dhuhr = day[Hour.DHUHR]
    adhan = dhuhr.at if friday.at is None else datetime.combine(day.day, friday.at, dhuhr.at.tzinfo)
    return _window("friday", (dhuhr,), adhan, friday.wait, friday.length)


def _ramadan(day: PrayerDay, customs: RamadanCustoms, isha_end: datetime) -> Iterator[PrayerWindow]:
    fajr, maghrib, isha = day[Hour.FAJR], day[Hour.MAGHRIB], day[Hour.ISHA]
    if customs.suhur:
        yield _window("suhur", (fajr,), _later(fajr.at, -customs.suhur), 0, customs.suhur)
    if customs.iftar:
        yield _window("iftar", (maghrib,), maghrib.at, 0, customs.iftar)
    if customs.tarawih:
        yield _window("tarawih", (isha,), isha_end, 0, customs.tarawih)


def _window(
    kind: WindowKind, told: tuple[PrayerTime, ...], adhan: datetime, wait: int, length: int
) -> PrayerWindow:
    start = _later(adhan, wait)
    return PrayerWindow(kind, adhan, start, _later(start, length), told)


def _later(moment: datetime, minutes: int) -> datetime:
    """Return a moment so many minutes later by the sun, whatever the clocks do meanwhile."""
    zone = moment.tzinfo
    return (moment.astimezone(UTC) + timedelta(minutes=minutes)).astimezone(zone)
