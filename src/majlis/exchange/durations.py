"""Lengths of sessions as other programs write them: `1:30`, `90`, `1:06:30`, `PT45M`, `135.0:00`."""

from dataclasses import dataclass
import re
from typing import Final

_CLOCK: Final = re.compile(r"(\d{1,9}(?:\.\d{1,9})?):(\d{1,9})")
_THREE: Final = re.compile(r"(\d{1,9}):(\d{1,9}):(\d{1,9})")
_NUMBER: Final = re.compile(r"\d{1,9}(?:\.\d{1,9})?")
_WORDS: Final = re.compile(
    r"(?:(\d{1,9})\s*(?:h|hours?|std)\.?)?\s*(?:(\d{1,9})\s*(?:m|min|minutes?)?\.?)?", re.IGNORECASE
)
_ISO: Final = re.compile(r"P(?:(\d{1,9})D)?(?:T(?:(\d{1,9})H)?(?:(\d{1,9})M)?(?:\d+S)?)?")
_DAY: Final = 24 * 60
_LONGEST: Final = 10_000 * _DAY


@dataclass(frozen=True, slots=True)
class Duration:
    """A length in minutes, None where none could be read, and what was odd about its text, or ""."""

    minutes: int | None
    doubt: str = ""


def parse_duration(text: str, *, days_first: bool = False) -> Duration:
    """Return the minutes that a text means.

    Three figures are days, hours and minutes where the source is known to write them so (`days_first`), where
    the first is more than a day has hours, or where the last is no zero; else hours, minutes and seconds.
    """
    text = text.strip()
    if not text:
        return Duration(None, "has no duration; the usual length of its kind is taken")
    minutes, doubt = _clock(text) or _three(text, days_first=days_first) or _other(text) or (None, "")
    if minutes is None or minutes > _LONGEST:
        return Duration(None, f"has the duration {text[:40]!r}, which is no length; the usual one is taken")
    if not doubt and minutes == 0:
        doubt = "lasts no minutes; kept so"
    if not doubt and minutes >= _DAY:
        doubt = f"lasts {minutes // 60} hours; kept so"
    return Duration(minutes, doubt)


def clock_text(minutes: int) -> str:
    """Return a length as `H:MM` with as many hours as it needs."""
    return f"{minutes // 60:02d}:{minutes % 60:02d}"


def _clock(text: str) -> tuple[int, str] | None:
    found = _CLOCK.fullmatch(text)
    if found is None:
        return None
    minutes = round(float(found[1]) * 60) + int(found[2])
    odd = "." in found[1] or int(found[2]) > 59
    return minutes, f"has the duration {text!r}, read as {minutes} minutes" if odd else ""


def _three(text: str, *, days_first: bool) -> tuple[int, str] | None:
    found = _THREE.fullmatch(text)
    if found is None:
        return None
    first, second, third = int(found[1]), int(found[2]), int(found[3])
    if days_first or first >= 24 or third:
        minutes = first * _DAY + second * 60 + third
        return minutes, f"has the duration {text!r}, read as days, hours and minutes"
    return first * 60 + second, f"has the duration {text!r}, read as hours, minutes and seconds"


def _other(text: str) -> tuple[int, str] | None:
    if _NUMBER.fullmatch(text):
        minutes = round(float(text))
        return minutes, f"has the bare duration {text!r}, read as minutes"
    if iso := _ISO.fullmatch(text.upper()):
        days, hours, rest = (int(part or 0) for part in iso.groups())
        return days * _DAY + hours * 60 + rest, ""
    words = _WORDS.fullmatch(text)
    if words and (words[1] or words[2]):
        minutes = int(words[1] or 0) * 60 + int(words[2] or 0)
        return minutes, f"has the duration {text!r}, read as {minutes} minutes"
    return None
